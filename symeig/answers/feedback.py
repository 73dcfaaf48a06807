"""What is said of an answer, in words: the verdict, and a hint at each mistake.

References:
    `docs/how-to/translate.md` says how languages are added; mathematics is never inside a translated text.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Literal, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from sympy import Integer

from symeig.answers.verdicts import Verdict
from symeig.exact.eigensystem import Eigensystem
from symeig.worked.messages import Catalogue, Message, catalogue, say
from symeig.worked.render.mathml import MathML
from symeig.worked.render.text import formula_text

__all__ = ["Hints", "answer_catalogue", "feedback", "feedback_html", "feedback_text"]

Hints: TypeAlias = Literal["none", "gentle", "full"]


@lru_cache
def answer_catalogue(language: str) -> Catalogue:
    """The words of verdicts in a language.

    Raises:
        InputError: There is no such language.
    """
    words = catalogue(language)
    bundle = FluentBundle([language], use_isolating=False)
    text = (files("symeig.answers.languages") / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return Catalogue(words.language, bundle)


def feedback(verdict: Verdict, system: Eigensystem, hints: Hints = "gentle") -> tuple[Message, ...]:
    """What is said of an answer.

    Args:
        verdict: The verdict.
        system: The matrix that was asked about.
        hints: Nothing beyond the verdict, a hint that does not give the answer away, or what is what.

    Returns:
        The verdict as a message, and one for each mistake.
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
        said += [say(f"{code.removeprefix('M_').lower().replace('_', '-')}{ending}", **facts) for code in verdict.codes]
    return tuple(said)


def feedback_text(messages: tuple[Message, ...], language: str = "en") -> str:
    """Messages as text, one line for each.

    Examples:
        >>> from symeig import eigensystem
        >>> from symeig.answers.verdicts import Verdict
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
