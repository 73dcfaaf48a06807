"""Sylvester's criterion: the leading principal minors of a definite matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sympy import Expr, ImmutableMatrix

from symeig.worked.formulas import Array, Equality, Formula, Function, List, Name, Statement
from symeig.worked.messages import say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["LeadingMinors", "leading_minors"]


@dataclass(frozen=True, kw_only=True)
class LeadingMinors(Step):
    """The determinants of the upper left corners of a definite matrix: positive, or of alternating signs.

    Attributes:
        A: The matrix.
        minors: Of the corners of size 1, 2, …, n.
        is_positive: Whether the matrix is positive definite, and not negative definite.
    """

    kind: ClassVar[str] = "leading-minors"

    A: Name
    minors: tuple[Expr, ...]
    is_positive: bool

    @property
    def after(self) -> Formula:
        """The determinants."""
        return List(tuple(Equality((Array(_entries(corner), "||"), x)) for corner, x in self._corners()))

    def _corners(self) -> Iterator[tuple[ImmutableMatrix, Expr]]:
        matrix: ImmutableMatrix = self.A.value
        for k, minor in enumerate(self.minors, 1):
            yield matrix[:k, :k], minor

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The determinants."""
        return tuple(Equality((Function("det", (corner,)), x)) for corner, x in self._corners())

    def check(self) -> bool:
        """The claim, that there are all of them, and their signs."""
        n = self.A.value.rows  # type: ignore[union-attr]  # A is a matrix
        signs = [(x if self.is_positive or k % 2 == 0 else -x) for k, x in enumerate(self.minors, 1)]
        return super().check() and len(self.minors) == n and all(x.is_positive for x in signs)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The determinants, and what they say."""
        sign = "positive" if self.is_positive else "negative"
        return (Display((self.after,)), Paragraph((say(f"minors-{sign}", A=Name("A")),)))


def _entries(M: ImmutableMatrix) -> tuple[tuple[Formula, ...], ...]:
    return tuple(tuple(row) for row in M.tolist())


def leading_minors(telling: Telling) -> Iterator[Step]:
    """The step with the leading principal minors of a definite matrix; nothing for others."""
    system = telling.system
    word = system.definiteness
    if not telling.is_worked_in_full or word not in {"positive definite", "negative definite"}:
        return
    yield LeadingMinors(
        id="leading-minors",
        goal=say("section-minors"),
        why=say("why-minors"),
        level=2,
        A=telling.A,
        minors=tuple(system.matrix[:k, :k].det(method="berkowitz").expand() for k in range(1, telling.n + 1)),
        is_positive=word == "positive definite",
    )
