"""The table of verdicts of a summary, as both its forms show it."""

from __future__ import annotations

from symeig.answers.batch.render.words import Words
from symeig.answers.batch.results import number
from symeig.answers.batch.summary import VERDICTS, Answered

__all__ = ["cells", "header"]


def header(words: Words) -> list[str]:
    """What stands above the columns."""
    return [words("question"), words("answers"), *map(words, VERDICTS), words("mean"), words("marks")]


def cells(each: Answered, name: str) -> list[str]:
    """The row of a question, by the name under which it is shown."""
    counts = [each.answers, *(each.verdicts[verdict] for verdict in VERDICTS)]
    return [name, *map(str, counts), f"{float(each.mean):.2f}", number(each.marks)]
