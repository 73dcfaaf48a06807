"""What is said of an answer: a verdict, the marks item by item, and the mistakes by their codes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

__all__ = ["Item", "Outcome", "Verdict", "verdict_of"]

Outcome: TypeAlias = Literal["correct", "partial", "incorrect", "invalid"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is required, with its marks.

    Attributes:
        name: Its name, such as "eigenvalue" or "invertible".
        marks: What it is worth.
        earned: How much of that was earned.
    """

    name: str
    marks: Fraction
    earned: Fraction


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an answer.

    Attributes:
        verdict: "correct", "partial" or "incorrect"; "invalid" where the answer cannot be read, which is no attempt.
        score: The share of the marks, from 0 to 1.
        items: What was required, with the marks.
        codes: The known mistakes that were recognised.
        problem: What cannot be read, and where, for an invalid answer.
        feedback: What to say of the answer, as text.
        feedback_html: The same as HTML, with formulas in MathML.
    """

    verdict: Outcome
    score: Fraction
    items: tuple[Item, ...] = ()
    codes: tuple[str, ...] = ()
    problem: str = ""
    feedback: str = ""
    feedback_html: str = ""


def verdict_of(items: tuple[Item, ...], codes: tuple[str, ...] = (), *, cancelled: Fraction = Fraction(0)) -> Verdict:
    """The verdict that items add up to.

    Args:
        items: What was required.
        codes: Known mistakes.
        cancelled: Marks that wrong extras take back.

    Examples:
        >>> right, wrong = Item("eigenvalue", Fraction(1), Fraction(1)), Item("eigenvalue", Fraction(1), Fraction(0))
        >>> verdict_of((right, wrong)).verdict
        'partial'
    """
    total = sum((item.marks for item in items), Fraction(0))
    earned = max(Fraction(0), sum((item.earned for item in items), Fraction(0)) - cancelled)
    if earned == total:
        return Verdict("correct", Fraction(1), items, codes)
    return Verdict("partial" if earned else "incorrect", earned / total, items, codes)
