"""Pictures that every law of pictures is tested with, and how their parts are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axis import Axis
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from symeig import plots
from symeig.plots import Picture

__all__ = ["LANGUAGES", "LESSON", "NILPOTENT", "PICTURES", "RANDOM", "content", "marks", "picture", "texts"]

LANGUAGES = ["en", "vi"]

# From "Eigendecompositions" in Dive into Deep Learning: the matrix of the Gershgorin circles, and that of the iterates.
LESSON = [[1, 0.1, 0.1, 0.1], [0.1, 3, 0.2, 0.3], [0.1, 0.2, 5, 0.5], [0.1, 0.3, 0.5, 9]]
RANDOM = np.random.RandomState(8675309).randn(5, 5)

# Blocks of sizes 4, 3 and 2 for the eigenvalue 0.
NILPOTENT = [[int(j == i + 1 and i not in {3, 6}) for j in range(9)] for i in range(9)]

JORDAN = [[2, 1, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 2, 0, 0], [0, 0, 0, -1, 1], [0, 0, 0, 0, -1]]
COMPLEX = [["i", 1], ["1/2", "2 - i"]]
TWELVE = [[(12 * i + j) % 7 - 3 for j in range(12)] for i in range(12)]
QUINTIC = [[0, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]]

PICTURES: dict[str, Callable[[str], Picture]] = {
    "discs of the lesson": lambda x: plots.gershgorin(LESSON, language=x),
    "discs of columns": lambda x: plots.gershgorin([[1, 2, 0], [1, 3, 1], [1, "1/2", 6]], by="columns", language=x),
    "discs of the random matrix": lambda x: plots.gershgorin(RANDOM, floats="binary", language=x),
    "discs of a complex matrix": lambda x: plots.gershgorin(COMPLEX, language=x),
    "twelve discs": lambda x: plots.gershgorin(TWELVE, language=x),
    "discs that touch": lambda x: plots.gershgorin([[0, 1], [1, 2]], language=x),
    "discs close together": lambda x: plots.gershgorin([[1, "1e-12"], ["1e-12", "1.000000001"]], language=x),
    "discs far away": lambda x: plots.gershgorin([[10**9, 0], [1000, 10**9]], language=x),
    "one disc": lambda x: plots.gershgorin([[7]], language=x),
    "no discs": lambda x: plots.gershgorin([], language=x),
    "action of the lesson": lambda x: plots.action([[2, 1], [2, 3]], language=x),
    "rotation": lambda x: plots.action([[0, -1], [1, 0]], language=x),
    "shear": lambda x: plots.action([[1, 1], [0, 1]], language=x),
    "singular": lambda x: plots.action([[1, 2], [2, 4]], language=x),
    "irrational": lambda x: plots.action([[1, 1], [1, 0]], language=x),
    "scalar": lambda x: plots.action([[2, 0], [0, 2]], language=x),
    "zero": lambda x: plots.action([[0, 0], [0, 0]], language=x),
    "flat": lambda x: plots.action([[100, 0], [0, 1]], language=x),
    "growth of powers": lambda x: plots.growth(RANDOM, floats="binary", language=x),
    "growth of Fibonacci numbers": lambda x: plots.growth([[1, 1], [1, 0]], [1, 0], steps=20, language=x),
    "growth that misses": lambda x: plots.growth([[3, 0], [0, 2]], [0, 1], steps=30, language=x),
    "growth of a block": lambda x: plots.growth([[1, 1], [0, 1]], language=x),
    "growth to zero": lambda x: plots.growth(NILPOTENT, language=x),
    "growth beyond doubles": lambda x: plots.growth([[10**6]], language=x),
    "growth of a rotation": lambda x: plots.growth([[0, -1], [1, 0]], language=x),
    "rescaled powers": lambda x: plots.rescaled_growth(RANDOM, floats="binary", language=x),
    "rescaled block": lambda x: plots.rescaled_growth([[1, 1], [0, 1]], [0, 1], steps=20, language=x),
    "polynomial of the lesson": lambda x: plots.characteristic_polynomial(LESSON, language=x),
    "polynomial with multiple roots": lambda x: plots.characteristic_polynomial(JORDAN, language=x),
    "polynomial without real roots": lambda x: plots.characteristic_polynomial([[0, -1], [1, 0]], language=x),
    "polynomial with both": lambda x: plots.characteristic_polynomial(RANDOM, floats="binary", language=x),
    "complex polynomial": lambda x: plots.characteristic_polynomial(COMPLEX, language=x),
    "polynomial of degree 1": lambda x: plots.characteristic_polynomial([[7]], language=x),
    "polynomial of degree 0": lambda x: plots.characteristic_polynomial([], language=x),
    "Jordan structure": lambda x: plots.jordan(JORDAN, language=x),
    "nilpotent": lambda x: plots.jordan(NILPOTENT, language=x),
    "roots told together": lambda x: plots.jordan(QUINTIC, language=x),
    "many eigenvalues": lambda x: plots.jordan(np.diag(range(14)), language=x),
    "many blocks": lambda x: plots.jordan(np.zeros((40, 40), int), language=x),
    "one long block": lambda x: plots.jordan(np.diag([1] * 29, 1), language=x),
    "parameters": lambda x: plots.jordan([["a", "b"], ["c", "d"]], language=x),
    "no eigenvalues": lambda x: plots.jordan([], language=x),
}


@cache
def picture(name: str, language: str = "en") -> Picture:
    """A picture of the table; nobody changes it."""
    return PICTURES[name](language)


def content(found: Picture, form: str = "svg") -> bytes:
    """A picture as the content of a file."""
    file = BytesIO()
    found.savefig(file, format=form)
    return file.getvalue()


def texts(found: Picture) -> list[tuple[str, Bbox]]:
    """All texts that are seen, with where they are, in points."""
    found.draw_without_rendering()
    written = [*found.texts, *(text for legend in found.legends for text in legend.get_texts())]
    for axes in found.axes:
        written += axes.texts
        if axes.axison:
            for axis in (axes.xaxis, axes.yaxis):
                written += [axis.label, *_tick_labels(axis)]
    seen = [text for text in written if text.get_text() and text.get_visible()]
    # The extent of an annotation would contain its arrow.
    return [(text.get_text(), Text.get_window_extent(text)) for text in seen]


def _tick_labels(axis: Axis) -> Iterator[Text]:
    low, high = sorted(axis.get_view_interval())
    yield from (tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high)


def marks(found: Picture, look: dict[str, Any], panel: int = 0) -> list[complex]:
    """The points of all lines of a panel that look like this, as complex numbers."""
    expected = Line2D([], [], **look)
    keys = ("linestyle", "marker", "color", "markerfacecolor")

    def key(line: Line2D) -> list[Any]:
        return [getattr(line, f"get_{name}")() for name in keys]

    lines = [line for line in found.axes[panel].lines if key(line) == key(expected)]
    return [complex(x, y) for line in lines for x, y in np.column_stack(line.get_data()).astype(float)]
