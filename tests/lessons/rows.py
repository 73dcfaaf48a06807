"""What a test of a lesson reproduces: a row of the table in the docs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeVar

__all__ = ["Kind", "Row", "shows"]

Kind = Literal["definition", "formula", "example", "number", "figure", "exercise"]

_Test = TypeVar("_Test", bound=Callable[..., None])


class Row(NamedTuple):
    """A row of the table.

    Attributes:
        part: The part of the lesson.
        kind: What it is there.
        what: What the lesson says, in short.
        corrected: What is true instead, where the lesson slips.
    """

    part: str
    kind: Kind
    what: str
    corrected: str = ""


def shows(part: str, kind: Kind, what: str, *, corrected: str = "") -> Callable[[_Test], _Test]:
    """Say what a test reproduces."""

    def mark(test: _Test) -> _Test:
        test.shows = Row(part, kind, what, corrected)  # type: ignore[attr-defined]
        return test

    return mark
