"""What is said of an answer, in words: the verdict, and a hint at each mistake.

References:
    `docs/how-to/translate.md` says how languages are added; mathematics is never inside a translated text.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Literal, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from sympy import Expr, Integer, Rational

from symeig.answers.verdicts import Evidence, Verdict
from symeig.exact.eigensystem import Eigensystem
from symeig.worked.languages import source
from symeig.worked.messages import Catalogue, Message, catalogue, say
from symeig.worked.render.mathml import MathML
from symeig.worked.render.text import formula_text

__all__ = ["Hints", "answer_catalogue", "explanation", "feedback", "feedback_html", "feedback_text", "mistake_message"]

Hints: TypeAlias = Literal["none", "gentle", "full"]

# How many identities go with a gentle hint.
FEW = 2


@lru_cache
def answer_catalogue(language: str) -> Catalogue:
    """The words of verdicts in a language.

    Raises:
        InputError: There is no such language.
    """
    words = catalogue(language)
    bundle = FluentBundle([language], use_isolating=False)
    text = (files("symeig.answers.languages") / f"{language}.ftl").read_text(encoding="utf-8")
    # Formulas have words of their own, such as how many digits a long number has.
    for part in (text, source(language)):
        bundle.add_resource(FluentResource(part))
    return Catalogue(words.language, bundle)


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


def mistake_message(code: str) -> str:
    """The name of the message about a mistake: mistake-root-sign for M_ROOT_SIGN."""
    return f"mistake-{code.removeprefix('M_').lower().replace('_', '-')}"


def _shown(verdict: Verdict, hints: Hints) -> Sequence[Evidence]:
    """The identities that go with the hints: nothing new is to be learnt from those beside gentle ones."""
    if hints == "full":
        return verdict.evidence
    against = [e for e in verdict.evidence if not (e.supports or e.tells)]
    return against[:FEW] if hints == "gentle" and verdict.verdict != "correct" else ()


def explanation(verdict: Verdict) -> tuple[Message, ...]:
    """Item by item why the score is what it is: items of one name together, what is taken back, what is kept."""
    if verdict.verdict == "invalid":
        return ()
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


def feedback_text(messages: tuple[Message, ...], language: str = "en") -> str:
    """Messages as text, one line for each.

    Examples:
        >>> from symeig import eigensystem
        >>> from symeig.answers.verdicts import Evidence, Verdict
        >>> wrong = Verdict("incorrect", 0, codes=("M_TRACE_DET",))
        >>> print(feedback_text(feedback(wrong, eigensystem([[4, 1], [2, 3]]), "full")))
        Not correct.
        7 and 10 are the trace and the determinant. The eigenvalues are the zeros of λ² − 7λ + 10.
    """
    words = answer_catalogue(language)
    return "\n".join(
        "".join(run if isinstance(run, str) else formula_text(run, words) for run in words.runs(message))
        for message in messages
    )


def feedback_html(messages: tuple[Message, ...], language: str = "en") -> str:
    """Messages as HTML, one paragraph for each, their formulas as MathML."""
    words = answer_catalogue(language)
    mathematics = MathML(words)

    def written(message: Message) -> str:
        runs = words.runs(message)
        return "".join(escape(run) if isinstance(run, str) else mathematics.inline(run) for run in runs)

    return "\n".join(f"<p>{written(message)}</p>" for message in messages)
