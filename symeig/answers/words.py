"""The words in which something is said of answers, and messages put into them.

References:
    `docs/how-to/translate.md` says how languages are added; mathematics is never inside a translated text.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from symeig.worked.languages import source
from symeig.worked.messages import Catalogue, Message, catalogue
from symeig.worked.render.mathml import MathML
from symeig.worked.render.text import formula_text

__all__ = ["answer_catalogue", "as_html", "as_text", "mistake_message"]


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


def mistake_message(code: str) -> str:
    """The name of the message about a mistake: mistake-root-sign for M_ROOT_SIGN."""
    return f"mistake-{code.removeprefix('M_').lower().replace('_', '-')}"


def as_text(messages: tuple[Message, ...], language: str = "en") -> str:
    """Messages as text, one line for each.

    Examples:
        >>> from sympy import Integer
        >>> from symeig.worked.messages import say
        >>> print(as_text((say("verdict-partial"), say("marks-score", score=Integer(1), total=Integer(2)))))
        Partly correct.
        Score: 1 of 2
    """
    words = answer_catalogue(language)
    return "\n".join(
        "".join(run if isinstance(run, str) else formula_text(run, words) for run in words.runs(message))
        for message in messages
    )


def as_html(messages: tuple[Message, ...], language: str = "en") -> str:
    """Messages as HTML, one paragraph for each, their formulas as MathML."""
    words = answer_catalogue(language)
    mathematics = MathML(words)

    def written(message: Message) -> str:
        runs = words.runs(message)
        return "".join(escape(run) if isinstance(run, str) else mathematics.inline(run) for run in runs)

    return "\n".join(f"<p>{written(message)}</p>" for message in messages)
