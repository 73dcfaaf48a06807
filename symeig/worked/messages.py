"""What is said in words: messages by their names, and catalogues that put them into a language.

A catalogue is a file of messages in Project Fluent's syntax, ``languages/<code>.ftl``; a new language is one new file.
Mathematics is never inside a translated text: a message names it, and the renderer writes it in its own notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from sympy import Expr, MatrixBase

from symeig.errors import InputError
from symeig.worked.formulas import Formula, Node
from symeig.worked.languages import languages, source

__all__ = ["Catalogue", "Message", "Run", "catalogue", "languages", "say"]

# Words, or mathematics between them.
Run: TypeAlias = str | Formula

# What stands for the k-th piece of mathematics while words are put together: a character for private use.
_FIRST_MARK = 0xE000
_MARK = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Message:
    """A message by its name, with what is put into it.

    Attributes:
        name: In the catalogues.
        arguments: Pairs (name, value). A formula is written as mathematics, an integer may decide about the wording,
            another message is put into words first.
    """

    name: str
    arguments: tuple[tuple[str, Formula | Message | int], ...] = ()

    def formulas(self) -> Iterator[Formula]:
        """The mathematics in the message, and in the messages inside it."""
        for _, value in self.arguments:
            if isinstance(value, Message):
                yield from value.formulas()
            elif not isinstance(value, int):
                yield value


def say(name: str, /, **arguments: Formula | Message | int) -> Message:
    """A message.

    Examples:
        >>> from sympy import Integer
        >>> say("eigenvalue-is", value=Integer(2)).arguments
        (('value', 2),)
    """
    return Message(name, tuple(arguments.items()))


@dataclass(frozen=True)
class Catalogue:
    """The messages of a language.

    Attributes:
        language: Its code.
        bundle: Fluent's bundle.
    """

    language: str
    bundle: FluentBundle

    def runs(self, message: Message) -> list[Run]:
        """A message as words and mathematics, in the order of the language.

        Raises:
            KeyError: The catalogue lacks the message, or the message one of its arguments.
        """
        formulas: list[Formula] = []
        text = self._text(message, formulas)
        runs: list[Run] = []
        position = 0
        for mark in _MARK.finditer(text):
            runs += [text[position : mark.start()], formulas[ord(mark[0]) - _FIRST_MARK]]
            position = mark.end()
        return [run for run in [*runs, text[position:]] if not isinstance(run, str) or run]

    def words(self, message: Message) -> str:
        """A message without mathematics in it."""
        return self._text(message, [])

    def _text(self, message: Message, formulas: list[Formula]) -> str:
        if not self.bundle.has_message(message.name):
            msg = f"The catalogue of {self.language!r} has no message {message.name!r}."
            raise KeyError(msg)
        arguments: dict[str, Any] = {}
        for name, value in message.arguments:
            if isinstance(value, Message):
                arguments[name] = self._text(value, formulas)
            elif isinstance(value, Expr | MatrixBase | Node):
                arguments[name] = chr(_FIRST_MARK + len(formulas))
                formulas.append(value)
            else:
                arguments[name] = fluent_number(value, useGrouping=False)
        text, errors = self.bundle.format_pattern(self.bundle.get_message(message.name).value, arguments)
        if errors:
            msg = f"The message {message.name!r} of {self.language!r} cannot be put together: {errors[0]}."
            raise KeyError(msg)
        return str(text)


@lru_cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language.

    Raises:
        InputError: There is none.
    """
    if language not in languages():
        known = ", ".join(map(repr, languages()))
        msg = f"The language is {language!r}. There are worked solutions in {known}. Choose one of them."
        raise InputError(msg)
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    return Catalogue(language, bundle)
