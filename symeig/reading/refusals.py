"""Why something is not read, and where: from a fault in a text to an exception with a caret line.

The arithmetic below the parser does not know where its operands were written. It raises a `RefusedError`, and the reader that
does know turns it into one of the exceptions of `symeig.errors`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from symeig.errors import BudgetExceededError, InputError, ParseError, SymeigError, UnsupportedEntryError

__all__ = ["OversizeError", "Passage", "RefusedError", "UndefinedError", "shortened"]

_CARET_WIDTH = 72
_QUOTED = 40
_TEXT_KEPT = 200
_EXACT_VALUE = "An exact eigenproblem needs finite entries. Remove it or write its exact value, e.g. '1/3'."


class RefusedError(Exception):
    """An operation that is not carried out."""


class UndefinedError(RefusedError):
    """The result is not a finite number. The argument is the predicate of the message: "divides by zero"."""


class OversizeError(RefusedError):
    """The result would be larger than a bound."""

    def __init__(self, what: str, *, limit: float, spent: float) -> None:
        super().__init__(what)
        self.what = what
        self.limit = limit
        self.spent = spent


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that is being read, and which matrix entry it is.

    Attributes:
        text: The whole text.
        start: Offset of the first character of the stretch.
        stop: Offset behind its last character.
        entry: (row, column) from 1, or None where the stretch is not a matrix entry.
    """

    text: str
    start: int
    stop: int
    entry: tuple[int, int] | None = None

    @property
    def quoted(self) -> str:
        """The stretch in quotation marks, shortened when it is long."""
        return f"'{printable(shortened(self.text[self.start : self.stop].strip(), _QUOTED))}'"

    @property
    def subject(self) -> str:
        """How a message names the stretch."""
        return f"Entry {self.entry}, {self.quoted}," if self.entry else self.quoted

    def malformed(self, offset: int, predicate: str, remedy: str) -> ParseError:
        """The text is in no notation that is read; `predicate` says what the stretch does wrong."""
        return ParseError(
            f"{self.subject} {predicate} (character {offset + 1}). {remedy}",
            text=shortened(self.text, _TEXT_KEPT),
            position=offset,
            caret=caret_line(self.text, offset),
        )

    def unsupported(self, offset: int, predicate: str, remedy: str = _EXACT_VALUE) -> UnsupportedEntryError:
        """The text can be read, but does not stand for a number that can be computed with exactly."""
        return UnsupportedEntryError(
            f"{self.subject} {predicate} (character {offset + 1}). {remedy}",
            position=self.entry,
            entry=shortened(self.text[self.start : self.stop].strip(), _TEXT_KEPT),
            caret=caret_line(self.text, offset),
        )

    def oversize(self, offset: int, refusal: OversizeError) -> BudgetExceededError:
        """The text stands for something larger than a bound."""
        return BudgetExceededError(
            f"{self.subject} needs more than {refusal.limit} {_UNITS[refusal.what]} (character {offset + 1}). "
            "Write something smaller, or raise the bound in `limits`.",
            what=refusal.what,
            limit=refusal.limit,
            spent=refusal.spent,
            caret=caret_line(self.text, offset),
        )

    def refused(self, offset: int, refusal: RefusedError) -> SymeigError:
        """The exception for an operation that was refused at `offset`."""
        if isinstance(refusal, OversizeError):
            return self.oversize(offset, refusal)
        return self.unsupported(offset, str(refusal))


_UNITS = {"size": "characters", "digits": "bits", "nodes": "numbers, names and operators", "depth": "levels of nesting"}


def shortened(text: str, length: int) -> str:
    """The text, its middle left out where it is longer than `length`."""
    if len(text) <= length:
        return text
    kept = length - 1
    return f"{text[: kept - kept // 2]}…{text[-(kept // 2) :]}"


def printable(text: str) -> str:
    """The text with whatever would move or hide its neighbours on a screen shown as a replacement character."""
    return "".join(ch if ch.isprintable() else " " if ch.isspace() else "\N{REPLACEMENT CHARACTER}" for ch in text)


def caret_line(text: str, offset: int) -> str:
    """Two lines: the line of the text around `offset`, and a caret under that character."""
    line_start = text.rfind("\n", 0, offset) + 1
    line_stop = text.find("\n", offset)
    line_stop = len(text) if line_stop < 0 else line_stop
    start = max(line_start, min(offset - _CARET_WIDTH // 2, line_stop - _CARET_WIDTH))
    stop = min(line_stop, start + _CARET_WIDTH)
    before = ("…" if start > line_start else "") + printable(text[start:offset])
    after = printable(text[offset:stop]) + ("…" if stop < line_stop else "")
    indent = sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in before)
    return f"{before}{after}\n{' ' * indent}^"
