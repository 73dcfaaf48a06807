"""The terminal: how wide it is, whether it shows colours, and a bar that moves."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import click

__all__ = ["is_colourful", "progress_bar", "show", "width"]

# Columns to write in where there is no terminal, and the bounds where there is one.
PAGE = 80
NARROWEST, WIDEST = 40, 120

# Seconds between two pictures of a bar: to draw one takes longer than to judge an answer.
FRAME = 0.1


def show(text: str) -> None:
    """Print; in UTF-8 where the encoding of standard output lacks the signs."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
    click.echo(text, nl=False)


def width() -> int:
    """Columns to write in."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST) if sys.stdout.isatty() else PAGE


def is_colourful() -> bool:
    """Whether colours are shown and wanted (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def progress_bar(
    total: int, words: str = ""
) -> Iterator[tuple[Callable[[str], None], Callable[[], None], Callable[[], None]]]:
    """Functions that say something, count one more, and keep the display moving: a bar, where there is a terminal."""
    if not sys.stderr.isatty() or total == 0:
        yield (lambda text: click.echo(text, err=True)), (lambda: None), (lambda: None)
        return
    from rich.console import Console  # noqa: PLC0415  (rich takes a tenth of a second to import)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    # Refreshed by the loop: a thread of its own would be a thread beside forks.
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
    with bar:
        task = bar.add_task(words, total=total)
        drawn = 0.0

        def draw() -> None:
            nonlocal drawn
            if (now := time.monotonic()) >= drawn + FRAME:
                bar.refresh()
                drawn = now

        yield (
            lambda text: bar.console.print(text, markup=False, highlight=False, soft_wrap=True),
            lambda: bar.advance(task),
            draw,
        )
