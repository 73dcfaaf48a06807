"""What a verification found, as plain data: renderers and programs read it, and it can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision
from symeig.numeric.laws import Law, law_named

__all__ = ["Circle", "ExactValue", "Finding", "Headroom", "Portrait", "Report"]


@dataclass(frozen=True, slots=True)
class ExactValue:
    """An exact eigenvalue.

    Attributes:
        text: As it is written.
        real: Real part, nearly.
        imag: Imaginary part, nearly.
        multiplicity: Algebraic.
        blocks: The sizes of its Jordan blocks, descending.
        condition: ‖P‖ for its projector P, nearly: how many times a small perturbation moves their mean.
    """

    text: str
    real: float
    imag: float
    multiplicity: int
    blocks: tuple[int, ...]
    condition: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A certified disc: how many eigenvalues every matrix within the allowed backward error has inside.

    Attributes:
        real: Of the centre.
        imag: Of the centre.
        radius: Of the disc.
        multiplicity: The number.
    """

    real: float
    imag: float
    radius: float
    multiplicity: int


@dataclass(frozen=True)
class Portrait:
    """A matrix with its exact eigenvalues and what came back for it.

    Attributes:
        place: Which of several matrices it is; empty for one alone.
        size: n.
        exact: The exact eigenvalues; empty where they are not known.
        circles: The certified discs; empty where there are none.
        returned: The values that came back; empty where none did, or not as numbers.
    """

    place: str
    size: int
    exact: tuple[ExactValue, ...]
    circles: tuple[Circle, ...]
    returned: tuple[complex, ...]


@dataclass(frozen=True)
class Finding:
    """A law that a routine broke, with the smallest input that was found to show it.

    Attributes:
        law: The name of the law.
        decisions: The decisions that do not hold for this input, the worst first.
        code: Python code that makes the input, called A.
        words: What the input is.
        outcome: What came of the call, in words.
        portraits: Each matrix of the input; none where the input is no legal matrix.
        broken: How many inputs broke the law before the search for the smallest one.
        families: The families that they are from.
        reason: Why the finding is accepted; empty where it is not.
    """

    law: str
    decisions: tuple[Decision, ...]
    code: str
    words: str
    outcome: str
    portraits: tuple[Portrait, ...] = ()
    broken: int = 1
    families: tuple[str, ...] = ()
    reason: str = ""

    @property
    def worst(self) -> Decision:
        """The decision that is furthest from what is allowed."""
        return self.decisions[0]

    @property
    def about(self) -> Law:
        """The law itself: its statement and what it means where it is broken."""
        return law_named(self.law)


@dataclass(frozen=True)
class Headroom:
    """How near a law came to being broken.

    Attributes:
        law: Its name.
        decided: How often it was decided.
        ratio: The largest of what was found in units of what is allowed, over all decisions that hold.
        words: The input with that ratio.
    """

    law: str
    decided: int
    ratio: float
    words: str


@dataclass(frozen=True)
class Report:
    """The result of a verification.

    Attributes:
        routine: The name of the routine.
        contract: What it was held to.
        dtype: Of the matrices; several with commas between.
        seed: With which the same matrices are made again.
        examples: How many inputs of each dtype were asked for.
        findings: Broken laws that nobody accepted.
        accepted: Broken laws that were accepted, with the reason.
        unused: The laws that were to be accepted and were not broken, with the reason.
        remarks: Broken laws that this contract does not promise.
        headroom: Of the laws that held.
        inputs: How many inputs the routine was given.
        matrices: How many matrices those were.
        families: How many matrices of each family.
        unsupported: What the routine refused, with how often; a refusal is no finding.
        environment: Versions of what took part.
        options: The keyword arguments that the routine was called with.
        namespace: The library whose arrays it takes.
    """

    routine: str
    contract: Contract
    dtype: str
    seed: int
    examples: int
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    unused: Mapping[str, str]
    remarks: tuple[Finding, ...]
    headroom: tuple[Headroom, ...]
    inputs: int
    matrices: int
    families: Mapping[str, int]
    unsupported: Mapping[str, int]
    environment: Mapping[str, str] = field(compare=False)
    options: tuple[tuple[str, Any], ...] = ()
    namespace: str = "numpy"

    @property
    def ok(self) -> bool:
        """Whether there are no findings."""
        return not self.findings

    @property
    def laws(self) -> tuple[str, ...]:
        """The laws of the findings."""
        return tuple(f.law for f in self.findings)

    def to_text(self, *, width: int = 80) -> str:
        """The report for a terminal."""
        from symeig.numeric.render import text  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return text.render(self, width=width)

    def to_json(self) -> str:
        """The report for programs, in the format of docs/reference/verification.md."""
        from symeig.numeric.render import data  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return data.render(self)

    def to_junit(self) -> str:
        """The report as JUnit XML: each law is a test case."""
        from symeig.numeric.render import junit  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return junit.render(self)

    def to_html(self) -> str:
        """The report as one HTML page, with a picture for each finding."""
        from symeig.numeric.render import html  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return html.render(self)

    def to_test(self) -> str:
        """A pytest file that fails as long as one of the findings does."""
        from symeig.numeric.render import regression  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return regression.render(self)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        found = ", ".join(self.laws) or "no findings"
        return f"<Report on {self.routine}: {found} in {self.matrices} matrices>"

    def _repr_html_(self) -> str:
        from symeig.numeric.render import html  # noqa: PLC0415  (renderers are loaded when they are asked for)

        return html.fragment(self)
