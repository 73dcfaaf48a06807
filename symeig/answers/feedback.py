"""What is said of an answer: the verdict, a hint at each mistake, and identities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from sympy import Integer

from symeig.answers.verdicts import Evidence, Verdict
from symeig.answers.words import mistake_message
from symeig.exact.eigensystem import Eigensystem
from symeig.worked.messages import Message, say

__all__ = ["Hints", "feedback"]

Hints: TypeAlias = Literal["none", "gentle", "full"]

# How many identities go with a gentle hint.
FEW = 2


def feedback(verdict: Verdict, system: Eigensystem, hints: Hints = "gentle") -> tuple[Message, ...]:
    """What is said of an answer.

    Args:
        verdict: The verdict.
        system: The matrix that was asked about.
        hints: Nothing beyond the verdict, a hint that does not give the answer away, or what is what.

    Returns:
        The verdict as a message, one for each mistake, and identities: the first ones against the answer, or all.
    """
    said = [say(f"verdict-{verdict.verdict}")]
    if hints != "none":
        ending = "-full" if hints == "full" else ""
        facts = {
            "n": Integer(system.dimension),
            "trace": -system.charpoly.poly.all_coeffs()[1] if system.dimension else Integer(0),
            "determinant": (-1) ** system.dimension * system.charpoly.poly.all_coeffs()[-1],
            "polynomial": system.charpoly.as_expr(),
        }
        said += [say(f"{mistake_message(code)}{ending}", **facts) for code in verdict.codes]
    return (*said, *(say("identity", statement=e.statement) for e in _shown(verdict, hints)))


def _shown(verdict: Verdict, hints: Hints) -> Sequence[Evidence]:
    """The identities that go with the hints: nothing new is to be learnt from those beside gentle ones."""
    if hints == "full":
        return verdict.evidence
    against = [e for e in verdict.evidence if not (e.supports or e.tells)]
    return against[:FEW] if hints == "gentle" and verdict.verdict != "correct" else ()
