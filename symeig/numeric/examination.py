"""A share of a verification: inputs are drawn, the routine is called, the laws are decided; then the search for less.

Hypothesis draws the inputs, and makes them smaller where one breaks a law. It reads its choices from bytes that are
made here: those of its own depend on the constants of all modules that are loaded, and on what was drawn before. So the
same seed draws the same inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from random import Random

from symeig.numeric.decisions import Decision
from symeig.numeric.extra import Flaky, HealthCheck, InMemoryExampleDatabase, Phase, Verbosity, given, seed, settings
from symeig.numeric.inquiry import Inquiry, Stratum
from symeig.numeric.judging import Judgement, judge
from symeig.numeric.outcomes import Outcome, TimedOut
from symeig.numeric.problems import Problem
from symeig.numeric.report import Headroom
from symeig.numeric.strategies import problems
from symeig.numeric.subjects import Subject

__all__ = ["Breach", "Examination", "Shrunk", "draw", "examine", "shrink", "tried"]

# What a search for a smaller input may cost: a call costs 1 and as much again for every 64 entries.
BUDGET = 1000
ENTRIES = 64
COST_OF_TIMEOUT = 300

# Bytes for one input: more than any family reads.
ROOM = 1 << 16


@dataclass(frozen=True)
class Breach:
    """A law that was broken in a share.

    Attributes:
        law: Its name.
        stratum: The share.
        count: How many inputs broke it.
        problem: The first of them.
    """

    law: str
    stratum: Stratum
    count: int
    problem: Problem


@dataclass
class Examination:
    """What came of a share.

    Attributes:
        inputs: How many inputs were given.
        matrices: How many matrices those were.
        families: The same by family.
        breaches: The broken laws.
        headroom: Of the decisions that hold.
        unsupported: What the routine refused, with how often.
    """

    inputs: int = 0
    matrices: int = 0
    families: Counter[str] = field(default_factory=Counter)
    breaches: tuple[Breach, ...] = ()
    headroom: dict[str, Headroom] = field(default_factory=dict)
    unsupported: Counter[str] = field(default_factory=Counter)

    def note(self, decision: Decision, words: Callable[[], str]) -> None:
        """Remember how near a decision that holds came to its bound."""
        before = self.headroom.get(decision.law)
        ratio = decision.ratio
        if before is None:
            self.headroom[decision.law] = Headroom(decision.law, 1, ratio, words())
        elif ratio > before.ratio:
            self.headroom[decision.law] = Headroom(decision.law, before.decided + 1, ratio, words())
        else:
            self.headroom[decision.law] = Headroom(decision.law, before.decided + 1, before.ratio, before.words)


@dataclass(frozen=True)
class Shrunk:
    """The smallest input that was found to break a law, and what came of it.

    Attributes:
        problem: The input.
        outcome: What came of the call.
        broken: The decisions, of all laws, that do not hold.
    """

    problem: Problem
    outcome: Outcome
    broken: tuple[Decision, ...]

    def of(self, law: str) -> tuple[Decision, ...]:
        """The broken decisions of a law, the worst first."""
        return tuple(sorted((d for d in self.broken if d.law == law), key=lambda d: -d.ratio))

    @property
    def size(self) -> tuple[int, int, int]:
        """What makes an input small: few matrices, few rows, a small scale."""
        matrices = self.problem.matrices
        return len(matrices), self.problem.array.size, sum(abs(m.scale) + len(m.grading) for m in matrices)


def examine(inquiry: Inquiry, stratum: Stratum, subject: Subject) -> Examination:
    """Draw the inputs of a share and decide all laws for each of them."""
    found = Examination()
    first: dict[str, Problem] = {}
    counts: Counter[str] = Counter()

    def look(problem: Problem) -> None:
        _, judgement = tried(problem, inquiry, subject)
        found.inputs += 1
        found.matrices += len(problem.matrices)
        found.families[problem.family] += len(problem.matrices)
        if judgement.unsupported:
            found.unsupported[judgement.unsupported] += 1
        for decision in judgement.decisions:
            if decision.holds:
                found.note(decision, lambda: problem.words)
        for law in judgement.laws:
            counts[law] += 1
            first.setdefault(law, problem)

    draw(inquiry, stratum, look)
    found.breaches = tuple(Breach(law, stratum, counts[law], first[law]) for law in first)
    return found


def shrink(inquiry: Inquiry, breach: Breach, subject: Subject) -> Shrunk:
    """The smallest input of a share that breaks a law, as far as a bounded search finds it.

    The share is drawn again with the same seed, so the search begins where the law was first seen to be broken.
    """
    best: list[Shrunk] = []
    spent = 0.0

    def look(problem: Problem) -> None:
        nonlocal spent
        if spent > BUDGET:
            return
        outcome, judgement = tried(problem, inquiry, subject, only=breach.law)
        if best:
            spent += COST_OF_TIMEOUT if isinstance(outcome, TimedOut) else 1 + problem.array.size / ENTRIES
        if breach.law in judgement.laws:
            best.append(Shrunk(problem, outcome, judgement.broken))
            raise _BrokenError

    law = _law(inquiry, breach.stratum, look)
    # Hypothesis keeps the first input that breaks the law; called, it goes on from there.
    with suppress(_BrokenError):
        _feed(law, inquiry, breach.stratum)
    # Flaky: the budget is spent, or the routine does not always return the same.
    with suppress(_BrokenError, Flaky):
        law()
    # The last one is the smallest: only what is smaller is kept while the search goes on.
    smallest = best[-1] if best else None
    problem = smallest.problem if smallest else breach.problem
    outcome, judgement = tried(problem, inquiry, subject)
    again = Shrunk(problem, outcome, judgement.broken)
    # What does not happen again is reported as it was seen.
    return smallest if smallest and not again.of(breach.law) else again


class _BrokenError(Exception):
    """Tells Hypothesis that an input is what it looks for."""


def tried(
    problem: Problem, inquiry: Inquiry, subject: Subject, *, only: str | None = None
) -> tuple[Outcome, Judgement]:
    """What comes of a call, and what the laws say of it."""
    triangle = None if inquiry.contract.triangle == "both" else inquiry.contract.triangle
    outcome = subject.call(problem.array, problem.layout, triangle)
    return outcome, judge(problem, outcome, inquiry.contract, only=only)


def _without_nan(problem: Problem) -> Problem:
    """The same with finite numbers in the triangle that is not read."""
    if problem.layout.poison in {"nan", "inf"}:
        return replace(problem, layout=replace(problem.layout, poison="junk"))
    return problem


def draw(inquiry: Inquiry, stratum: Stratum, look: Callable[[Problem], None]) -> None:
    """Give the inputs of a share to a function, always the same ones: the simplest first."""
    _feed(_law(inquiry, stratum, look), inquiry, stratum)


def _feed(law: Callable[[], None], inquiry: Inquiry, stratum: Stratum) -> None:
    """Let Hypothesis draw the inputs of a share from our bytes."""
    source = Random(inquiry.seed_of(stratum))  # noqa: S311  (nothing secret is drawn)
    take = law.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    take(bytes(ROOM))
    for _ in range(stratum.examples):
        take(source.randbytes(ROOM))


def _law(inquiry: Inquiry, stratum: Stratum, look: Callable[[Problem], None]) -> Callable[[], None]:
    """What Hypothesis calls with the inputs of a share; called itself, it makes those smaller that failed."""
    contract = inquiry.contract
    strategy = problems(
        stratum.dtype,
        families=[stratum.family],
        hermitian=contract.is_hermitian,
        stacks=contract.stacks and inquiry.layouts,
        layouts=inquiry.layouts and not contract.is_exact,
        triangle=None if contract.triangle == "both" else contract.triangle,
        min_size=stratum.size or 0,
        max_size=inquiry.max_size if stratum.size is None else stratum.size,
    )
    if contract.unread == "finite":
        strategy = strategy.map(_without_nan)

    @settings(
        database=InMemoryExampleDatabase(),
        deadline=None,
        derandomize=False,
        phases=(Phase.reuse, Phase.shrink),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    @seed(inquiry.seed_of(stratum))
    @given(strategy)
    def law(problem: Problem) -> None:
        look(problem)

    return law
