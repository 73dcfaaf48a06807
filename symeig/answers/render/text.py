"""A verdict as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sympy import Rational

from symeig.answers.verdicts import Verdict
from symeig.answers.words import as_text
from symeig.worked.messages import say

__all__ = ["Paint", "render", "score"]

Paint: TypeAlias = Callable[[str, str], str]


def render(verdict: Verdict, language: str, *, marks: bool = False, paint: Paint | None = None) -> str:
    """What is said of an answer: the verdict, hints, and the score.

    Args:
        verdict: What is said.
        language: Of the words around the feedback.
        marks: Whether to tell how the score comes about.
        paint: Puts words into the colour of a role, which is that of the verdict, or "score".
    """
    colour = paint or (lambda _, words: words)
    first, *rest = verdict.feedback.splitlines()
    lines = [colour(verdict.verdict, first), *rest]
    if verdict.verdict != "invalid":
        *items, total = verdict.explanation.splitlines() if marks else [score(verdict, language)]
        lines += ["", *items] if items else []
        lines.append(colour("score", total))
    return "\n".join(lines) + "\n"


def score(verdict: Verdict, language: str) -> str:
    """The share of the marks in a sentence."""
    share = Rational(verdict.score.numerator, verdict.score.denominator)
    return as_text((say("summary-score", score=share),), language)
