"""Why something is not read, and where: from a fault in a text to an exception with a caret under the fault.

Arithmetic does not know where its operands were written. It raises a `RefusedError`, and the reader that does know
turns it into one of the exceptions of `symeig.errors`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from symeig.errors import BudgetExceededError, ParseError, SymeigError, UnsupportedEntryError
from symeig.reading.characters import plain

__all__ = [
    "DIVISION_BY_ZERO",
    "FINITE_NEEDED",
    "OversizeError",
    "Passage",
    "RefusedError",
    "UndefinedError",
    "shortened",
]

DIVISION_BY_ZERO = "divides by zero"
FINITE_NEEDED = "An exact eigenproblem needs finite entries. Remove it or write its exact value, e.g. '1/3'."

_CARET_WIDTH = 72
_QUOTED = 40
_TEXT_KEPT = 200


class RefusedError(Exception):
    """An operation that is not carried out; its text is what the message says of the passage that asked for it."""


class UndefinedError(RefusedError):
    """The result is not a finite number."""


class OversizeError(RefusedError):
    """The result would be larger than a bound."""

    def __init__(self, predicate: str, *, what: str, limit: int, spent: int) -> None:
        super().__init__(predicate)
        self.what = what
        self.limit = limit
        self.spent = spent


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that is being read, and which matrix entry it is.

    Attributes:
        text: The whole text, as given.
        plain: The whole text with each character in its plain form, at the same offset.
        start: Offset of the first character of the stretch.
        stop: Offset behind its last character.
        entry: (row, column) from 1, or None where the stretch is not a matrix entry.
        letters: Letters that names may be products of: bi is b·i, and 2kx is 2·k·x. None where names are what they are.
    """

    text: str
    plain: str
    start: int
    stop: int
    entry: tuple[int, int] | None = None
    letters: frozenset[str] | None = None

    @classmethod
    def of(cls, text: str, entry: tuple[int, int] | None = None) -> Passage:
        """The passage that is the whole text."""
        return cls(text, plain(text), 0, len(text), entry)

    def part(self, start: int, stop: int, entry: tuple[int, int] | None = None) -> Passage:
        """Another stretch of the same text."""
        return Passage(self.text, self.plain, start, stop, entry, self.letters)

    def malformed(self, offset: int, predicate: str, remedy: str) -> ParseError:
        """The text is in no notation that is read; `predicate` says what is wrong at `offset`."""
        return ParseError(
            self._message(offset, predicate, remedy),
            text=shortened(self.text, _TEXT_KEPT),
            position=offset,
            caret=_caret(self.text, offset),
        )

    def unsupported(self, offset: int, predicate: str, remedy: str) -> UnsupportedEntryError:
        """The text can be read, but does not stand for a number that can be computed with exactly."""
        return UnsupportedEntryError(
            self._message(offset, predicate, remedy),
            position=self.entry,
            entry=shortened(self._given, _TEXT_KEPT),
            caret=_caret(self.text, offset),
        )

    def refused(self, offset: int, refusal: RefusedError) -> SymeigError:
        """An operation written at `offset` is not carried out."""
        if isinstance(refusal, OversizeError):
            return BudgetExceededError(
                self._message(offset, str(refusal), "Write something smaller."),
                what=refusal.what,
                limit=refusal.limit,
                spent=refusal.spent,
                caret=_caret(self.text, offset),
            )
        return self.unsupported(offset, str(refusal), FINITE_NEEDED)

    @property
    def _given(self) -> str:
        return self.text[self.start : self.stop].strip()

    def _message(self, offset: int, predicate: str, remedy: str) -> str:
        quoted = f"'{_printable(shortened(self._given, _QUOTED))}'"
        subject = f"Entry {self.entry}, {quoted}," if self.entry else quoted
        return f"{subject} {predicate} (character {offset + 1}). {remedy}"


def shortened(text: str, length: int) -> str:
    """The text, its middle left out where it is longer than `length`.

    Examples:
        >>> from symeig.reading.refusals import shortened
        >>> shortened("1234567890", 5)
        '12…90'
    """
    if len(text) <= length:
        return text
    tail = (length - 1) // 2
    return f"{text[: length - 1 - tail]}…{text[len(text) - tail :]}"


def _printable(text: str) -> str:
    """The text without characters that would move or hide their neighbours on a screen."""
    return "".join(ch if ch.isprintable() else " " if ch.isspace() else "\N{REPLACEMENT CHARACTER}" for ch in text)


def _caret(text: str, offset: int) -> str:
    """Two lines: the line of the text around `offset`, and a caret under that character."""
    line_start = text.rfind("\n", 0, offset) + 1
    line_stop = text.find("\n", offset)
    line_stop = len(text) if line_stop < 0 else line_stop
    start = max(line_start, min(offset - _CARET_WIDTH // 2, line_stop - _CARET_WIDTH))
    stop = min(line_stop, start + _CARET_WIDTH)
    before = ("…" if start > line_start else "") + _printable(text[start:offset])
    after = _printable(text[offset:stop]) + ("…" if stop < line_stop else "")
    indent = sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in before)
    return f"{before}{after}\n{' ' * indent}^"
