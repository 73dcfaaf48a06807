"""What a judge returns, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from symeig.answers.verdicts import Item

__all__ = ["Judged", "mark"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Items with their marks, and what wrong extras take back.

    Attributes:
        items: What is required.
        cancelled: Marks that are taken back.
    """

    items: tuple[Item, ...]
    cancelled: Fraction = Fraction(0)


def mark(name: str, share: bool | Fraction, marks: int = 1) -> Item:  # noqa: FBT001  (right or wrong)
    """An item that is earned, or not, or in part."""
    return Item(name, Fraction(marks), Fraction(share) * marks)
