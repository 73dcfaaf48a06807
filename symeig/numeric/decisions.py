"""What was decided: the two sides of an inequality, as rational numbers, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf

from flint import fmpq

from symeig.numeric.rationals import fraction, nearest

__all__ = ["Decision", "at_most", "equal", "satisfied"]


@dataclass(frozen=True)
class Decision:
    """A law, decided in one place.

    Attributes:
        law: Its name.
        found: The left side: what was measured.
        allowed: The right side.
        power: 2 where both sides are squares of what is compared, else 1.
        place: Where, such as "pair 2".
        text: What was found and what was expected, in words and numbers.
        coordinates: The scaling in which it was decided; empty for none.

    Examples:
        >>> decision = Decision("trace", Fraction(9), Fraction(4), 2)
        >>> decision.holds, decision.ratio
        (False, 1.5)
    """

    law: str
    found: Fraction
    allowed: Fraction
    power: int = 1
    place: str = ""
    text: str = ""
    coordinates: str = ""

    @property
    def holds(self) -> bool:
        """Whether what was found is allowed."""
        return self.found <= self.allowed

    @property
    def ratio(self) -> float:
        """What was found, in units of what is allowed, nearly."""
        if not self.found:
            return 0.0
        if not self.allowed:
            return inf
        quotient = self.found / self.allowed
        return float(nearest(fmpq(quotient.numerator, quotient.denominator)) ** (1 / self.power))


def at_most(  # noqa: PLR0913  (two sides, and where they come from)
    law: str, found: fmpq, allowed: fmpq, power: int = 1, *, place: str = "", text: str = ""
) -> Decision:
    """The decision whether a rational number is at most another."""
    return Decision(law, fraction(fmpq(found)), fraction(fmpq(allowed)), power, place, text)


def equal(law: str, found: int, expected: int, *, place: str = "", text: str = "") -> Decision:
    """The decision whether two integers are equal."""
    return Decision(law, Fraction(abs(found - expected)), Fraction(0), 1, place, text)


def satisfied(law: str, holds: bool, *, place: str = "", text: str = "") -> Decision:  # noqa: FBT001  (it is the fact)
    """The decision of a yes-or-no question."""
    return Decision(law, Fraction(0 if holds else 1), Fraction(0), 1, place, text)
