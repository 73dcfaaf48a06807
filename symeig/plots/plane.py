"""What a real 2×2 matrix does to the plane: the unit circle, its image, and the directions that stay."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, hypot, pi, sin, tau
from typing import Any

from symeig.errors import InputError
from symeig.exact.eigensystem import Eigenspace, Eigensystem, eigensystem
from symeig.plots.axes import plane
from symeig.plots.extra import Artist, FancyArrowPatch, Line2D, Polygon
from symeig.plots.labels import Labels
from symeig.plots.numbers import check_range, equation, place, require_numbers, short_name
from symeig.plots.picture import BLACK, BLUE, GREEN, GREY, PURPLE, RED, TINTS, Picture, drawn
from symeig.plots.words import Words
from symeig.reading.entries import FloatReading
from symeig.writing import line

__all__ = ["action"]

# Vectors that are followed, and points of the circle and its image.
VECTORS, POINTS = 8, 360

CIRCLE: dict[str, Any] = {"color": BLUE, "linestyle": "--", "linewidth": 1.4}
IMAGE: dict[str, Any] = {"color": RED, "linestyle": "-", "linewidth": 1.8}
START: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": 4.5, "markeredgewidth": 1.2, "color": BLUE}
END: dict[str, Any] = {"linestyle": "none", "marker": "s", "markersize": 4.5, "color": RED}
DIRECTION: dict[str, Any] = {"linewidth": 1.4}
LOOKS: tuple[dict[str, Any], ...] = ({"color": GREEN, "linestyle": "-."}, {"color": PURPLE, "linestyle": ":"})


def action(A: Any, *, language: str = "en", floats: FloatReading = "decimal") -> Picture:
    """What a real 2×2 matrix does to the unit circle, with the lines of its eigenvectors.

    Vectors v on the circle are joined by arrows with Av on its image, an ellipse or, where A is singular, a segment. On
    the lines of eigenvectors the arrows stay on the line.

    Args:
        A: 2×2, real, without parameters, in any form that `eigensystem` reads.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        InputError: The matrix is not 2×2, or an entry is not real or too large to be drawn; or there is no such
            language.
        UndecidedError: It has parameters.

    Examples:
        >>> from symeig import plots
        >>> print(plots.action([[2, 1], [2, 3]]).description)
        The unit circle and its image, an ellipse. On two lines every vector is multiplied by a number: by 1 on the line
        of (1, −1), by 4 on the line of (1, 2).
    """
    words = Words(language)
    system = eigensystem(A, floats=floats)
    n = system.dimension
    if n != 2:
        msg = f"The matrix is {n}×{n}. The unit circle is in the plane. Give a 2×2 matrix."
        raise InputError(msg)
    require_numbers(system.field)
    _require_real(system)
    with drawn():
        return _Drawing(words, system).picture()


def _require_real(system: Eigensystem) -> None:
    """Refuse entries that are not real."""
    field = system.field
    if field.is_real:
        return
    for k, x in enumerate(system.matrix):
        element = field.element(x)
        if field.conjugate(element) != element:
            row, column = k // 2 + 1, k % 2 + 1
            msg = f"Entry ({row}, {column}) is {line(x)}. The plane has real coordinates. Give a real matrix."
            raise InputError(msg, position=(row, column), entry=str(x))


class _Drawing:
    """The plane before and after."""

    def __init__(self, words: Words, system: Eigensystem) -> None:
        self.words, self.system = words, system
        (self.a, self.b), (self.c, self.d) = ([place(x).real for x in row] for row in system.matrix.tolist())
        self.spaces = [s for s in system.eigenspaces if s.eigenvalue.is_real]
        check_range(map(complex, (self.a, self.b, self.c, self.d)))

    @property
    def is_scalar(self) -> bool:
        """Whether every vector is an eigenvector."""
        return self.system.eigenspaces[0].geometric_multiplicity == 2

    @property
    def lines(self) -> list[tuple[Eigenspace, complex]]:
        """The eigenspaces that are lines, with a unit vector on each."""
        if self.is_scalar:
            return []
        return [(space, _unit(space)) for space in self.spaces]

    def image(self, z: complex) -> complex:
        """Av for v = (x, y), written x + iy."""
        return complex(self.a * z.real + self.b * z.imag, self.c * z.real + self.d * z.imag)

    def picture(self) -> Picture:
        """The picture with its labels."""
        words = self.words
        picture = Picture(words("action-title"))
        circle = [complex(cos(k * tau / POINTS), sin(k * tau / POINTS)) for k in range(POINTS)]
        image = [self.image(z) for z in circle]
        axes, height = plane(picture, [*circle, *image])
        axes.axhline(0, color=GREY, linewidth=0.8, zorder=0.5)
        axes.axvline(0, color=GREY, linewidth=0.8, zorder=0.5)
        axes.add_patch(Polygon([(z.real, z.imag) for z in image], facecolor=TINTS[1], edgecolor="none", zorder=0.4))
        for curve, look in ((circle, CIRCLE), (image, IMAGE)):
            closed = [*curve, curve[0]]
            axes.plot([z.real for z in closed], [z.imag for z in closed], **look, zorder=2)
        for (_, z), look in zip(self.lines, LOOKS, strict=False):
            axes.axline((0, 0), (z.real, z.imag), **DIRECTION, **look, zorder=1.5)
        for z in self._vectors():
            self._follow(axes, z)
        picture.finish(height, self._caption(), list(self._legend()), self._description())
        self._label(Labels(picture, axes), axes, [circle, image])
        return picture

    def _vectors(self) -> list[complex]:
        """Unit vectors that are followed: those of the lines, and others that are evenly spread and not near them."""
        kept = [s * z for _, z in self.lines for s in (1, -1)]
        spread = (complex(cos(k * tau / VECTORS), sin(k * tau / VECTORS)) for k in range(VECTORS))
        return kept + [z for z in spread if all(abs(z - w) > pi / VECTORS for w in kept)]

    def _follow(self, axes: Any, z: complex) -> None:
        """A vector, its image, and an arrow from one to the other."""
        w = self.image(z)
        axes.add_patch(
            FancyArrowPatch(
                (z.real, z.imag),
                (w.real, w.imag),
                arrowstyle="-|>",
                mutation_scale=7,
                color=BLACK,
                linewidth=0.7,
                shrinkA=3,
                shrinkB=3,
                zorder=2.5,
            )
        )
        axes.plot([z.real], [z.imag], **START, markerfacecolor="white", zorder=3)
        axes.plot([w.real], [w.imag], **END, zorder=3)

    def _label(self, labels: Labels, axes: Any, curves: list[list[complex]]) -> None:
        vectors = self._vectors()
        labels.avoid(vectors, 3)
        labels.avoid(map(self.image, vectors), 3)
        for curve in (*curves, *((z, self.image(z)) for z in vectors)):
            labels.spare(curve)
        (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
        for (space, z), look in zip(self.lines, LOOKS, strict=False):
            reach = min(
                max(left / z.real, right / z.real) if z.real else float("inf"),
                max(low / z.imag, high / z.imag) if z.imag else float("inf"),
            )
            ends = [s * t * reach * z for t in (0.93, 0.85, 0.75, 0.65) for s in (1, -1)]
            across = atan2(z.imag, z.real) * 180 / pi + 90
            text = equation("λ", short_name(space.eigenvalue))
            labels.add(
                text,
                *((end, (across, across + 180)) for end in ends),
                distances=(4, 8),
                color=look["color"],
                fontweight="bold",
            )

    def _legend(self) -> Iterator[Artist]:
        words = self.words
        yield Line2D([], [], label=words("unit-circle", v="v"), **{**CIRCLE, "marker": "o", **FACE})
        yield Line2D([], [], label=words("image", Av="Av"), **{**IMAGE, "marker": "s", "markersize": 4.5})

    def _shape(self) -> str:
        """What the image of the circle is."""
        if self.system.rank == 2:
            is_round = (self.a, self.b) in {(self.d, -self.c), (-self.d, self.c)}
            return "circle" if is_round else "ellipse"
        return "segment" if self.system.rank else "point"

    def _caption(self) -> str:
        words = self.words
        said = []
        values = [short_name(s.eigenvalue) for s in self.system.eigenspaces]
        if self.is_scalar:
            said.append(words("every-direction", value=values[0]))
        elif not self.spaces:
            said.append(words("no-direction", values=words.listed(values)))
        elif len(self.spaces) == 1:
            said.append(words("one-direction", equation=equation("λ", values[0])))
        else:
            said.append(words("two-directions"))
        if self.system.rank < 2:
            said.append(words("singular", shape=self._shape()))
        return " ".join(said)

    def _description(self) -> str:
        words = self.words
        told = words("action-seen", shape=self._shape())
        if len(self.lines) != 2:
            return f"{told} {self._caption()}"
        parts = [
            words("on-the-line", value=short_name(space.eigenvalue), vector=_vector(space)) for space, _ in self.lines
        ]
        return " ".join([told, words("multiplied", parts=", ".join(parts))])


FACE: dict[str, Any] = {"markerfacecolor": "white", "markersize": 4.5, "markeredgewidth": 1.2}


def _unit(space: Eigenspace) -> complex:
    """A unit vector on the line of an eigenspace."""
    x, y = (place(e).real for e in space.basis[0])
    return complex(x, y) / hypot(x, y)


def _vector(space: Eigenspace) -> str:
    """The basis vector of a line as text."""
    return f"({', '.join(line(e) for e in space.basis[0])})"
