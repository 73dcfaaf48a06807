"""The matrix A − λI, whose determinant is the characteristic polynomial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sympy import ImmutableMatrix

from symeig.worked.formulas import Equality, Formula, Statement
from symeig.worked.messages import say
from symeig.worked.steps import Block, Display, Step
from symeig.worked.telling import Telling

__all__ = ["CharacteristicMatrix", "characteristic_matrix"]


@dataclass(frozen=True, kw_only=True)
class CharacteristicMatrix(Step):
    """A − λI or λI − A, entry by entry.

    Attributes:
        shifted: As it is written.
        matrix: Its entries.
    """

    kind: ClassVar[str] = "characteristic-matrix"

    shifted: Formula
    matrix: ImmutableMatrix

    @property
    def before(self) -> Formula:
        """The difference as it is written."""
        return self.shifted

    @property
    def after(self) -> Formula:
        """Its entries."""
        return self.matrix

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The entries are those of the difference."""
        return (Equality((self.shifted, self.matrix)),)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The difference and its entries."""
        return (Display(self.claim),)


def characteristic_matrix(telling: Telling) -> Iterator[Step]:
    """The step that writes down A − λI."""
    yield CharacteristicMatrix(
        id="characteristic-matrix",
        goal=say("section-characteristic"),
        why=say("eigenvalues-are-roots", shifted=telling.shifted(), A=telling.A),
        shifted=telling.shifted(),
        matrix=telling.shifted_matrix(),
    )
