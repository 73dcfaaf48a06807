"""What graders say to students beside the feedback on an answer: remarks by their names, put into a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

__all__ = ["Remark", "printable", "remark", "words"]

# What cannot be seen, and what some databases do not store: control characters but tab and line feed, and surrogates.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say.

    Attributes:
        name: Of the message in the catalogues.
        arguments: What is put into it, by name.
    """

    name: str
    arguments: tuple[tuple[str, str | int], ...] = ()


def remark(name: str, /, **arguments: str | int) -> Remark:
    """Something to say."""
    return Remark(name, tuple(arguments.items()))


def words(said: Remark, language: str) -> str:
    """A remark in a language.

    Examples:
        >>> words(remark("place-line", file="answers.txt", line=3), "en")
        'answers.txt, line 3'
    """
    bundle = _bundle(language)
    arguments = {
        name: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
        for name, value in said.arguments
    }
    text, _ = bundle.format_pattern(bundle.get_message(said.name).value, arguments)
    return str(text)


@lru_cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    text = (files("symeig.graders.languages") / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return bundle


def printable(text: str) -> str:
    r"""A text with a sign in the place of each character that cannot be shown or stored.

    Examples:
        >>> printable("5\x00, 2")
        '5�, 2'
    """
    return _UNPRINTABLE.sub("\ufffd", text)
