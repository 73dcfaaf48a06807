"""What is said of an answer: a verdict, the marks item by item, and the mistakes by their codes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Any, Literal, TypeAlias

from sympy import Expr, Rational

from symeig.answers.words import as_html, as_text
from symeig.worked.formulas import Equality
from symeig.worked.messages import Message, catalogue, say
from symeig.worked.render.text import formula_text

__all__ = ["Evidence", "Item", "Outcome", "Verdict", "verdict_of"]

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
class Evidence:
    """An identity about an answer.

    Attributes:
        statement: What is equal, and where it is so, to what it is not equal.
        supports: Whether it speaks for the answer.
        tells: Whether it gives away what was asked for.
    """

    statement: Equality
    supports: bool
    tells: bool = False

    @property
    def text(self) -> str:
        """The identity in a line."""
        return formula_text(self.statement, catalogue("en"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an answer.

    Attributes:
        verdict: "correct", "partial" or "incorrect"; "invalid" where the answer cannot be read, which is no attempt.
        score: The share of the marks, from 0 to 1.
        items: What was required, with the marks.
        codes: The known mistakes that were recognised.
        cancelled: Marks that wrong extras take back.
        kept: The share of the marks that the policy leaves for the mistake; 0 for none.
        evidence: Identities about the answer, computed exactly, that speak for it or against it.
        problem: What cannot be read, and where, for an invalid answer.
        messages: What to say of the answer.
        language: In which language.

    Examples:
        >>> from symeig import check
        >>> found = check([[4, 1], [2, 3]], "eigenvectors", "5: (1, 1); 2: (1, 2)")
        >>> found.verdict, found.score
        ('partial', Fraction(1, 2))
        >>> [e.statement.sides[-1] for e in found.evidence]
        [Product(factors=(5, Tuple(entries=(1, 1)))), Tuple(entries=(6, 8))]
    """

    verdict: Outcome
    score: Fraction
    items: tuple[Item, ...] = ()
    codes: tuple[str, ...] = ()
    cancelled: Fraction = Fraction(0)
    kept: Fraction = Fraction(0)
    evidence: tuple[Evidence, ...] = ()
    problem: str = ""
    messages: tuple[Message, ...] = ()
    language: str = "en"

    @property
    def feedback(self) -> str:
        """What to say of the answer, as text."""
        return "\n".join(part for part in (as_text(self.messages, self.language), self.problem) if part)

    @property
    def feedback_html(self) -> str:
        """The same as HTML, with formulas in MathML; below a sentence the answer, with a caret in it."""
        sentence, _, place = self.problem.partition("\n")
        problem = f"<p>{escape(sentence)}</p>" if sentence else ""
        place = f"<pre>{escape(place)}</pre>" if place else ""
        return "\n".join(part for part in (as_html(self.messages, self.language), problem, place) if part)

    def _repr_html_(self) -> str:
        return self.feedback_html

    @property
    def explanation(self) -> str:
        """Item by item, why the score is what it is: items of one name together, what is taken back, what is kept."""
        return as_text(_marks(self), self.language) if self.verdict != "invalid" else ""

    def to_dict(self) -> dict[str, Any]:
        """The verdict as plain data, for JSON: fractions are texts beside the score as a number.

        Examples:
            >>> from symeig import check
            >>> found = check([[4, 1], [2, 3]], "eigenvalues", "5").to_dict()
            >>> found["verdict"], found["score"], found["exact_score"], found["codes"]
            ('partial', 0.5, '1/2', ['M_MISSING'])
        """
        return {
            "verdict": self.verdict,
            "score": float(self.score),
            "exact_score": str(self.score),
            "codes": list(self.codes),
            "items": [{"name": i.name, "marks": str(i.marks), "earned": str(i.earned)} for i in self.items],
            "cancelled": str(self.cancelled),
            "kept": str(self.kept),
            "evidence": [{"identity": e.text, "supports": e.supports} for e in self.evidence],
            "problem": self.problem,
            "feedback": self.feedback,
            "feedback_html": self.feedback_html,
            "explanation": self.explanation,
        }


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
    outcome: Outcome = "partial" if earned else "incorrect"
    return Verdict(outcome, earned / total, items, codes, cancelled=cancelled)


def _marks(verdict: Verdict) -> tuple[Message, ...]:
    names = dict.fromkeys(item.name for item in verdict.items)
    said = []
    for name in names:
        items = [item for item in verdict.items if item.name == name]
        earned, marks = sum(item.earned for item in items), sum(item.marks for item in items)
        said.append(say("marks-item", earned=_number(earned), marks=_number(marks), item=say(f"item-{name}")))
    if verdict.cancelled:
        said.append(say("marks-cancelled", cancelled=_number(verdict.cancelled)))
    if verdict.kept and verdict.kept == verdict.score:
        said.append(say("marks-kept", share=_number(verdict.kept)))
    total = sum(item.marks for item in verdict.items)
    return (*said, say("marks-score", score=_number(verdict.score * total), total=_number(total)))


def _number(value: Fraction | int) -> Expr:
    return Rational(value.numerator, value.denominator)
