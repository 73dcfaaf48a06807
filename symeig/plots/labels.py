"""Labels beside points, at places where they cover neither each other nor a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import copysign, cos, inf, pi, sin
from typing import Any

import numpy as np

from symeig.plots.extra import Annotation, Axes, Bbox
from symeig.plots.picture import GREY, Picture

__all__ = ["DIRECTIONS", "Labels"]

# Degrees, counter-clockwise from the right, in the order in which they are tried.
DIRECTIONS = (90, 270, 45, 135, 315, 225, 0, 180)

# Points between a mark and its label; beyond the first a line joins them.
DISTANCES = (6.0, 15.0, 26.0, 38.0)

# Points around a label that stay free.
CLEARANCE = 1.0

# How many points of curves a label may cover to be nearer, or to be in a better direction.
FARTHER, LATER = 5.0, 0.3

# Points along a curve at which it is looked at.
STEP = 2.0

# What is behind a label, and the line to the point of one that is far away.
BACKGROUND: dict[str, Any] = {"facecolor": "white", "alpha": 0.75, "linewidth": 0, "pad": 0.5}
LEADER: dict[str, Any] = {"arrowstyle": "-", "color": GREY, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 0}


class Labels:
    """The labels of a picture that is finished: its axes stay where they are.

    Args:
        picture: The picture.
        axes: Where in it they are put.
    """

    def __init__(self, picture: Picture, axes: Axes) -> None:
        self._axes = axes
        self._picture = picture
        self._taken: list[Bbox] = []
        self._curves = np.empty((0, 2))

    def avoid(self, points: Iterable[complex], radius: float) -> None:
        """Keep labels away from marks of a radius in points."""
        for x, y in self._pixels(points):
            self._taken.append(Bbox.from_extents(x - radius, y - radius, x + radius, y + radius))

    def spare(self, curve: Iterable[complex]) -> None:
        """Keep labels away from a curve as far as possible; it is given by some of its points."""
        pixels = self._pixels(curve)
        length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))])
        even = np.arange(0.0, length[-1], STEP)
        self._curves = np.vstack([self._curves, np.column_stack([np.interp(even, length, x) for x in pixels.T])])

    def add(
        self,
        text: str,
        *places: tuple[complex, Sequence[float]],
        distances: Sequence[float] = DISTANCES,
        **look: Any,
    ) -> Annotation | None:
        """Put a label beside a point, or where there is no room for it, nowhere.

        Args:
            text: The label.
            places: Points where it may stand, the best first, each with the directions from it in degrees.
            distances: From the point to the label, in points.
            look: Of the text.
        """
        width, height = self._picture.size_of(text, **look)
        best: tuple[float, Any] = (inf, None)
        pixels = self._pixels(point for point, _ in places)
        sides = [(point, pixel, degrees) for (point, ds), pixel in zip(places, pixels, strict=True) for degrees in ds]
        for (far, distance), (later, (point, (x, y), degrees)) in product(enumerate(distances), enumerate(sides)):
            right, up = cos(degrees * pi / 180), sin(degrees * pi / 180)
            side = _side(right), _side(up)
            dx, dy = right * distance + side[0] * width / 2, up * distance + side[1] * height / 2
            box = Bbox.from_bounds(x + dx - width / 2, y + dy - height / 2, width, height).padded(CLEARANCE)
            cost = far * FARTHER + later * LATER + self._crossed(box)
            if cost < best[0] and self._is_free(box):
                best = cost, (point, dx, dy, box, side if far else None)
        if best[1] is None:
            return None
        point, dx, dy, box, side = best[1]
        self._taken.append(box)
        return self._axes.annotate(
            text,
            (point.real, point.imag),
            (dx, dy),
            textcoords="offset points",
            ha="center",
            va="center",
            bbox=BACKGROUND,
            arrowprops={**LEADER, "relpos": tuple((1 - s) / 2 for s in side)} if side else None,
            **look,
        )

    def _is_free(self, box: Bbox) -> bool:
        around = self._axes.bbox
        inside = around.x0 <= box.x0 and box.x1 <= around.x1 and around.y0 <= box.y0 and box.y1 <= around.y1
        return inside and not any(box.overlaps(other) for other in self._taken)

    def _crossed(self, box: Bbox) -> int:
        """How many points of curves a box covers."""
        x, y = self._curves.T
        return int(np.count_nonzero((x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)))

    def _pixels(self, points: Iterable[complex]) -> Any:
        found = [(z.real, z.imag) for z in map(complex, points)]
        return self._axes.transData.transform(found) if found else np.empty((0, 2))


def _side(x: float) -> float:
    """On which side of its point a label is: 0 where it is right above or below, or beside it."""
    return copysign(1.0, x) if abs(x) > 0.3 else 0.0
