"""What a family is, and what is asked of the matrices that it draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from symeig.numeric.formats import Format
from symeig.numeric.known import KnownMatrix

if TYPE_CHECKING:
    from symeig.numeric.extra import SearchStrategy

__all__ = ["Family", "Setting"]


@dataclass(frozen=True)
class Setting:
    """What is asked of the matrices.

    Attributes:
        target: Every entry is one of its numbers; only a complex one has entries that are not real.
        hermitian: Whether each matrix shall be its own conjugate transpose.
        max_size: The largest n. A family may stay below.
        min_size: The smallest n.

    Examples:
        >>> from symeig.numeric.formats import format_of
        >>> setting = Setting(format_of("int8"))
        >>> setting.low, setting.high, setting.held([0, 100, 200, -128])
        (-127, 127, [0, 100])
    """

    target: Format
    hermitian: bool = False
    max_size: int = 12
    min_size: int = 0

    @property
    def high(self) -> int:
        """The largest integer up to which all are numbers of the format."""
        return (1 << self.target.precision) - self.target.is_integer

    @property
    def low(self) -> int:
        """The smallest integer down to which all are numbers of the format."""
        return -self.high if self.target.is_signed else 0

    def held(self, integers: Iterable[int]) -> list[int]:
        """Those of some integers that are numbers of the format."""
        return [x for x in integers if self.low <= x <= self.high]

    @property
    def is_signed(self) -> bool:
        """Whether an entry may be negative."""
        return self.target.is_signed

    def admits(self, A: KnownMatrix) -> bool:
        """Whether the format holds a matrix, and the absolute values of its entries."""
        return A.fits(self.target.name) and A.matrix.is_in_range(self.target)


@dataclass(frozen=True)
class Family:
    """A way to draw matrices of one kind.

    Attributes:
        name: A noun.
        hits: The faults that it finds.
        strategy: Its matrices, for a setting.
        hermitian: Whether it has Hermitian ones.
        general: Whether it is meant for routines that take any matrix.
    """

    name: str
    hits: str
    strategy: Callable[[Setting], SearchStrategy[KnownMatrix]]
    hermitian: bool = False
    general: bool = True
