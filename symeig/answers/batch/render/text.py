"""The summary of a class as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from symeig.answers.batch.render.table import cells, header
from symeig.answers.batch.render.words import Words, printable
from symeig.answers.batch.summary import Answered

__all__ = ["render"]

# Columns, mistakes with a question that are listed, and signs of an id.
WIDTH = 80
MOST_MISTAKES = 5
LONGEST_ID = 20


def render(found: Sequence[Answered], language: str) -> str:
    """The summary in lines of at most 80 columns.

    Args:
        found: What was answered to each question.
        language: Of the words.
    """
    words = Words(language)
    rows = [header(words), *(cells(each, _shown(each.question)) for each in found)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = ["  ".join(_aligned(row, widths)).rstrip() for row in rows]
    mistakes = [line for each in found for line in _mistakes(each, words, widths[0])]
    return "\n".join([*lines, "", *(mistakes or [words("none")])]) + "\n"


def _shown(name: str) -> str:
    return printable(name) if len(name) <= LONGEST_ID else f"{printable(name)[: LONGEST_ID - 1]}…"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The first cell to the left, numbers to the right."""
    yield row[0].ljust(widths[0])
    yield from (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))


def _mistakes(each: Answered, words: Words, width: int) -> Iterator[str]:
    """The most frequent mistakes with a question."""
    shown = list(each.mistakes.items())[:MOST_MISTAKES]
    counts = [words("of", count=count, answers=each.answers) for _, count in shown]
    name = _shown(each.question)
    for (code, _), count in zip(shown, counts, strict=True):
        before = f"{name.ljust(width)}  {count.rjust(max(map(len, counts)))}  "
        yield from wrap(words.mistake(code), WIDTH, initial_indent=before, subsequent_indent=" " * len(before))
        name = ""
    if more := len(each.mistakes) - len(shown):
        yield f"{''.ljust(width)}  {words('more', count=more)}"
