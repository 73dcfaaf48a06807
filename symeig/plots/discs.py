"""The Gershgorin discs of a matrix, with its eigenvalues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from math import cos, pi, sin
from typing import Any, Literal

from symeig.errors import InputError
from symeig.exact.eigensystem import Eigenspace, eigensystem
from symeig.exact.gershgorin import Disc
from symeig.exact.gershgorin import gershgorin as discs_of
from symeig.exact.proved import field_of
from symeig.plots.axes import complex_plane, plane
from symeig.plots.extra import Circle, Line2D
from symeig.plots.labels import DIRECTIONS, Labels
from symeig.plots.numbers import check_range, place, place_of, require_numbers, short, short_name
from symeig.plots.picture import BLACK, GREY, LINES, TINTS, Picture, drawn
from symeig.plots.words import Words
from symeig.reading import read_matrix
from symeig.reading.entries import FloatReading

__all__ = ["gershgorin"]

# What fills the regions that are apart from each other.
HATCHES = ("////", "\\\\\\\\", "----", "||||")

# The greatest number of discs that are named in full; of more there is only the number.
NAMED = 9

# Degrees on a circle where its name may stand, the best first.
AROUND = (90, 270, 60, 120, 300, 240, 30, 150, 330, 210, 0, 180)

# Points of the unit circle, one for each degree.
CIRCLE = [complex(cos(k * pi / 180), sin(k * pi / 180)) for k in range(361)]


def gershgorin(
    A: Any,
    *,
    by: Literal["rows", "columns"] = "rows",
    language: str = "en",
    floats: FloatReading = "decimal",
) -> Picture:
    """The Gershgorin discs of a matrix in the complex plane, with the eigenvalues in them.

    Discs that are connected form a region with one hatch. Each disc has the number of its row, eigenvalues are where
    they are proved to be.

    Args:
        A: n×n, n ≥ 0, as for `symeig.gershgorin`, without parameters.
        by: Whether the discs are those of the rows or of the columns.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        UndecidedError: It has parameters.
        InputError: There is no such language, or a number is too large to be drawn.

    Examples:
        >>> from symeig import plots
        >>> print(plots.gershgorin([[4, 1], [1, 9]]).description)
        Disc of row 1: centre 4, radius 1. Disc of row 2: centre 9, radius 1. Regions apart from each other: 2.
        Eigenvalues: (13 − √29)/2, (13 + √29)/2.
    """
    words = Words(language)
    if by not in {"rows", "columns"}:
        msg = f"by is {by!r}. Discs belong to rows or to columns. Write by='rows' or by='columns'."
        raise InputError(msg)
    given = read_matrix(A, floats=floats)
    require_numbers(field_of(given))
    found = discs_of(given)
    spaces = eigensystem(given).eigenspaces
    regions = [union.discs for union in (found.row_unions if by == "rows" else found.column_unions)]
    drawing = _Drawing(words, by, regions, spaces)
    with drawn():
        return drawing.picture()


class _Drawing:
    """The discs as they are drawn."""

    def __init__(
        self, words: Words, by: str, regions: Sequence[tuple[Disc, ...]], spaces: Sequence[Eigenspace]
    ) -> None:
        self.words, self.by, self.regions, self.spaces = words, by, regions, spaces
        self.discs = sorted((disc for region in regions for disc in region), key=lambda disc: disc.number)
        self.centers = [place(disc.center) for disc in self.discs]
        self.radii = [place(disc.radius).real for disc in self.discs]
        self.eigenvalues = [place_of(space.eigenvalue) for space in spaces]
        check_range([*self.centers, *map(complex, self.radii), *self.eigenvalues])

    def picture(self) -> Picture:
        """The picture with its labels."""
        words = self.words
        picture = Picture(words("gershgorin-title", by=self.by))
        corners = [c + r * z for c, r in zip(self.centers, self.radii, strict=True) for z in (1, -1, 1j, -1j)]
        axes, height = plane(picture, [*corners, *self.eigenvalues])
        complex_plane(axes, words)
        self._draw(axes)
        picture.finish(height, self._caption(), list(self._legend()), self._description())
        self._label(Labels(picture, axes))
        return picture

    def _styles(self) -> Iterator[tuple[str, Any]]:
        return islice(cycle(LINES), len(self.discs))

    def _draw(self, axes: Any) -> None:
        hatches = {
            disc.number: (tint, hatch)
            for region, tint, hatch in zip(self.regions, cycle(TINTS), cycle(HATCHES), strict=False)
            for disc in region
        }
        for disc, center, radius in zip(self.discs, self.centers, self.radii, strict=True):
            tint, hatch = hatches[disc.number]
            area = Circle((center.real, center.imag), radius, facecolor=tint, edgecolor="white", hatch=hatch, zorder=1)
            area.set_linewidth(0)
            axes.add_patch(area)
        for center, radius, (colour, line) in zip(self.centers, self.radii, self._styles(), strict=True):
            axes.add_patch(
                Circle((center.real, center.imag), radius, fill=False, edgecolor=colour, linestyle=line, linewidth=1.5)
            )
            axes.plot([center.real], [center.imag], **CENTER)
        axes.plot([z.real for z in self.eigenvalues], [z.imag for z in self.eigenvalues], **EIGENVALUE)

    def _label(self, labels: Labels) -> None:
        labels.avoid(self.eigenvalues, 4)
        labels.avoid(self.centers, 3.5)
        circles = list(zip(self.discs, self.centers, self.radii, self._styles(), strict=True))
        for _, center, radius, _ in circles:
            labels.spare(center + radius * z for z in CIRCLE)
        name = "row" if self.by == "rows" else "column"
        for disc, center, radius, (colour, _) in circles:
            text = self.words(name, number=disc.number) if len(circles) <= NAMED else str(disc.number)
            places = [(center + radius * CIRCLE[degrees], [degrees]) for degrees in AROUND]
            labels.add(text, *places, distances=[3], color=colour, fontweight="bold")
        for space, z in zip(self.spaces, self.eigenvalues, strict=True):
            labels.add(self._named(space), (z, DIRECTIONS))

    def _named(self, space: Eigenspace) -> str:
        text = short_name(space.eigenvalue)
        return f"{text} (×{space.algebraic_multiplicity})" if space.algebraic_multiplicity > 1 else text

    def _legend(self) -> Iterator[Line2D]:
        words = self.words
        if self.discs:
            yield Line2D([], [], label=words("center"), **CENTER)
            yield Line2D([], [], label=words("eigenvalue"), **EIGENVALUE)

    def _caption(self) -> str:
        counts = " + ".join(str(len(region)) for region in self.regions)
        if not self.discs:
            return self.words("no-eigenvalues")
        return self.words("gershgorin-caption", regions=len(self.regions), counts=counts)

    def _description(self) -> str:
        words = self.words
        discs = [
            words(
                "gershgorin-disc",
                by=self.by,
                number=disc.number,
                center=short(disc.center, center),
                radius=short(disc.radius, complex(radius)),
            )
            for disc, center, radius in zip(self.discs, self.centers, self.radii, strict=True)
        ]
        if not discs:
            return words("no-eigenvalues")
        told = words.listed([self._named(space) for space in self.spaces])
        return " ".join(
            [*discs[:12], words("gershgorin-regions", regions=len(self.regions)), words("eigenvalues-are", values=told)]
        )


CENTER: dict[str, Any] = {
    "linestyle": "none",
    "marker": "+",
    "markersize": 7,
    "markeredgewidth": 1.3,
    "color": GREY,
    "zorder": 3,
}
EIGENVALUE: dict[str, Any] = {
    "linestyle": "none",
    "marker": "D",
    "markersize": 5.5,
    "markeredgewidth": 0.8,
    "color": BLACK,
    "markeredgecolor": "white",
    "zorder": 4,
}
