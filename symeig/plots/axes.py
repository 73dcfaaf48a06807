"""Axes of pictures: a plane with one scale for both directions, and curves over the real line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor, log10

from symeig.plots.extra import Axes, Formatter, MaxNLocator
from symeig.plots.numbers import DIGITS, decimal
from symeig.plots.picture import GREY, WIDTH, Picture
from symeig.plots.words import Words

__all__ = ["Numbers", "complex_plane", "plane", "with_grid"]

# Points: the least and the greatest height of a plane, and what stands beside its area.
LOWEST, HIGHEST, BESIDE = 96, 330, 34

# The least extent of a picture in units of its distance from 0: less is rounding.
ROUNDING = 1e-9

# What stays free around the outermost mark, as a share of the extent, and ticks on an axis at most.
FREE = 0.1
MOST_TICKS = 6

# Significant digits that a double has in any case.
MOST_DIGITS = 15

# Characters for which there is room at every tick.
LONGEST = 9


def plane(
    picture: Picture, corners: Iterable[complex], panel: tuple[int, int, int] = (1, 1, 1), highest: float = HIGHEST
) -> tuple[Axes, float]:
    """Axes with one scale for both directions that show some points, and the height they need.

    Args:
        picture: Where they are.
        corners: What has to be seen.
        panel: Their place: rows of panels, columns, and which of them, from 1.
        highest: Points that it may be high.
    """
    points = list(corners) or [0j]
    left, right = _range([z.real for z in points])
    low, high = _range([z.imag for z in points])
    size = max(right - left, high - low) or max(abs(left), abs(low), 1.0)
    width = max(right - left, size / 3) if high > low else size
    height = max(high - low, size / 3)
    room = WIDTH - BESIDE
    tall = min(max(height / width * room, LOWEST), highest)
    width, height = width * (1 + 2 * FREE), height * (1 + 2 * FREE)
    axes = picture.add_subplot(*panel)
    picture.planes.append(axes)
    x, y = (left + right) / 2, (low + high) / 2
    axes.set_xlim(x - width / 2, x + width / 2)
    axes.set_ylim(y - height / 2, y + height / 2)
    with_grid(axes)
    return axes, tall + BESIDE


def _range(numbers: list[float]) -> tuple[float, float]:
    """The least and the greatest of some numbers; the same one twice where they differ by rounding."""
    low, high = min(numbers), max(numbers)
    return (low, high) if high - low > ROUNDING * max(abs(low), abs(high)) else (low, low)


def complex_plane(axes: Axes, words: Words) -> None:
    """Name the axes, and draw those through 0."""
    axes.set_xlabel(words("real-part"))
    axes.set_ylabel(words("imaginary-part"))
    axes.axhline(0, color=GREY, linewidth=0.8, zorder=0.5)
    axes.axvline(0, color=GREY, linewidth=0.8, zorder=0.5)


def with_grid(axes: Axes) -> None:
    """Ticks with our own numbers, and a grid behind everything."""
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(MOST_TICKS, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(Ticks())
    axes.grid(visible=True)
    axes.set_axisbelow(True)


class Numbers(Formatter):
    """The numbers at ticks, each by itself: for a logarithmic axis."""

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002  (matplotlib's signature)
        """The number at a tick."""
        return decimal(x)


class Ticks(Numbers):
    """The numbers at ticks, with as many digits as tell them apart; of long ones not every one."""

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """The numbers at all ticks."""
        largest = max((abs(x) for x in values), default=0.0)
        step = min((abs(b - a) for a, b in pairwise(values)), default=0.0)
        digits = floor(log10(largest)) - floor(log10(step)) + 2 if step else DIGITS
        digits = min(max(digits, DIGITS), MOST_DIGITS)
        texts = [decimal(x if abs(x) > step / 2 else 0.0, digits) for x in values]
        every = ceil(max(map(len, texts), default=0) / LONGEST) or 1
        return [text if k % every == 0 else "" for k, text in enumerate(texts)]
