"""The graph of the characteristic polynomial over the real line, and its roots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from flint import acb_poly, arb

from symeig.exact.eigensystem import Eigenspace, Eigensystem, eigensystem
from symeig.exact.rounding import nearest_double
from symeig.plots.axes import complex_plane, plane, with_grid
from symeig.plots.extra import Axes, Line2D
from symeig.plots.labels import DIRECTIONS, Labels
from symeig.plots.numbers import check_range, place_of, require_numbers, short_name
from symeig.plots.picture import BLACK, BLUE, GREY, RED, Picture, drawn
from symeig.plots.words import Words
from symeig.reading.entries import FloatReading
from symeig.writing import line

__all__ = ["characteristic_polynomial"]

# Points of the graph, the heights of graph and plane, and characters of a formula that is written out.
POINTS = 401
HEIGHT, PLANE = 210, 200
LONGEST = 46

# What is seen beyond the outermost roots, as a share of their distance, and beyond the extreme values between them.
BEYOND = 0.25
ABOVE = 0.45

GRAPH: dict[str, Any] = {"color": BLUE, "linewidth": 1.8, "zorder": 2}
CROSSING: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": 6, "color": BLACK, "zorder": 3}
TOUCHING: dict[str, Any] = {**CROSSING, "marker": "s", "markersize": 6.5, "color": RED, "markeredgecolor": BLACK}
NOT_REAL: dict[str, Any] = {**CROSSING, "marker": "D", "markersize": 5.5, "markerfacecolor": "white"}


def characteristic_polynomial(A: Any, *, language: str = "en", floats: FloatReading = "decimal") -> Picture:
    """The graph of det(λI − A) for real λ with its roots, and all roots in the complex plane where some are not real.

    A root of odd multiplicity, where the graph crosses the axis, and one of even multiplicity, where it touches the
    axis, have different marks. Without real coefficients there is no graph, only the roots.

    Args:
        A: n×n, n ≥ 0, as for `eigensystem`, without parameters.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        UndecidedError: It has parameters.
        InputError: There is no such language, or a number is too large to be drawn.

    Notes:
        Values of the polynomial are the doubles nearest to the exact ones: near a multiple root, sums of doubles would
        be nothing but rounding.

    Examples:
        >>> from symeig import plots
        >>> print(plots.characteristic_polynomial([[0, 1], [-1, 0]]).description)
        The graph of λ² + 1. Roots: −i, i.
    """
    words = Words(language)
    system = eigensystem(A, floats=floats)
    require_numbers(system.field)
    with drawn():
        return _Drawing(words, system).picture()


class _Drawing:
    """The graph and the roots."""

    def __init__(self, words: Words, system: Eigensystem) -> None:
        self.words, self.system = words, system
        self.roots = [(space, place_of(space.eigenvalue)) for space in system.eigenspaces]
        check_range(z for _, z in self.roots)
        self.real = [(space, z.real) for space, z in self.roots if space.eigenvalue.is_real]
        field = system.field
        self.has_graph = field.is_real or all(field.conjugate(c) == c for c in system.charpoly.coefficients)
        self.all_real = len(self.real) == len(self.roots)

    def picture(self) -> Picture:
        """The picture with its labels."""
        words = self.words
        picture = Picture(words("polynomial-title"))
        panels = self.has_graph + (not self.all_real)
        height = 0.0
        if self.has_graph:
            graph = picture.add_subplot(panels, 1, 1)
            points = self._draw(graph)
            height += HEIGHT
        if not self.all_real:
            second, tall = plane(picture, [z for _, z in self.roots], (panels, 1, panels), PLANE)
            complex_plane(second, words)
            self._mark(second)
            height += tall
        if panels == 2:
            grid: Any = graph.get_gridspec()
            grid.set_height_ratios([HEIGHT, height - HEIGHT])
        picture.finish(height, self._caption(), list(self._legend()), self._description())
        if self.has_graph:
            labels = Labels(picture, graph)
            labels.avoid([complex(x) for _, x in self.real], 4)
            for curve in (points, [complex(x) for x in self._window()]):
                labels.spare(curve)
            for space, x in self.real:
                labels.add(_named(space), (complex(x), DIRECTIONS))
        if not self.all_real:
            labels = Labels(picture, second)
            labels.avoid([z for _, z in self.roots], 4)
            for space, z in self.roots:
                if not self.has_graph or not space.eigenvalue.is_real:
                    labels.add(_named(space), (z, DIRECTIONS))
        return picture

    # --- the graph ---

    def _window(self) -> tuple[float, float]:
        """The real numbers over which the graph is drawn: the real roots, else the real parts of all, and more."""
        found = [x for _, x in self.real] or [z.real for _, z in self.roots] or [0.0]
        low, high = min(found), max(found)
        if high - low <= 1e-9 * max(abs(low), abs(high)):
            others = max((abs(z - low) for _, z in self.roots), default=0.0)
            half = max(others, abs(low) / 2) or 1.0
            return low - half, high + half
        return low - BEYOND * (high - low), high + BEYOND * (high - low)

    def _draw(self, axes: Axes) -> list[complex]:
        """Draw the graph with its real roots, and return its points."""
        low, high = self._window()
        step = (high - low) / (POINTS - 1)
        places = sorted({*(low + k * step for k in range(POINTS)), *(x for _, x in self.real)})
        values = self.values(places)
        check_range(map(complex, values))
        axes.axhline(0, color=GREY, linewidth=0.8, zorder=0.5)
        axes.plot(places, values, **GRAPH)
        for space, x in self.real:
            axes.plot([x], [0.0], **(CROSSING if space.algebraic_multiplicity % 2 else TOUCHING))
        with_grid(axes)
        axes.set_xlim(low, high)
        axes.set_ylim(*self._heights(places, values))
        axes.set_xlabel("λ")
        axes.set_ylabel("χ(λ)")
        return [complex(x, y) for x, y in zip(places, values, strict=True)]

    def values(self, places: Sequence[float]) -> list[float]:
        """The values of the polynomial, the doubles nearest to the exact ones."""
        enclose, coefficients = self.system.field.numbers.enclose, self.system.charpoly.coefficients
        polynomials: dict[int, acb_poly] = {}

        def value(x: float) -> float:
            def ball(precision: int) -> arb:
                if precision not in polynomials:
                    polynomials[precision] = acb_poly([enclose(c) for c in coefficients])
                return polynomials[precision](x).real

            return nearest_double(ball)

        return [value(x) for x in places]

    def _heights(self, places: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
        """The values that are seen: those between the outermost roots, and some beyond."""
        found = [x for _, x in self.real] or [z.real for _, z in self.roots] or [0.0]
        between = [y for x, y in zip(places, values, strict=True) if min(found) <= x <= max(found)] or [0.0]
        size = max(map(abs, between))
        if not self.real or size <= 1e-9 * max(map(abs, values)) or len(found) == 1:
            between = [*values, 0.0]
            size = 0.0
        low, high = min(between) - ABOVE * size, max(between) + ABOVE * size
        low, high = max(low, min(*values, 0.0)), min(high, max(*values, 0.0))
        free = 0.12 * (high - low) or 1.0
        return low - free, high + free

    # --- the roots ---

    def _mark(self, axes: Axes) -> None:
        for space, z in self.roots:
            is_odd = space.algebraic_multiplicity % 2
            look = (CROSSING if is_odd or not self.has_graph else TOUCHING) if space.eigenvalue.is_real else NOT_REAL
            axes.plot([z.real], [z.imag], **look)

    def _legend(self) -> Iterator[Line2D]:
        odd = {space.algebraic_multiplicity % 2 for space, _ in self.real}
        if 1 in odd:
            yield Line2D([], [], label=self.words("crossing" if self.has_graph else "real-root"), **CROSSING)
        if 0 in odd:
            touching = self.has_graph
            yield Line2D([], [], label=self.words("touching" if touching else "real-root"), **TOUCHING)
        if not self.all_real:
            yield Line2D([], [], label=self.words("not-real"), **NOT_REAL)

    def _caption(self) -> str:
        polynomial = self.system.charpoly
        if not self.roots:
            return self.words("no-eigenvalues")
        forms = [line(polynomial.as_expr()), line(polynomial.factored())]
        told = [form for form in dict.fromkeys(forms) if len(form) <= LONGEST]
        said = [" = ".join(["χ(λ)", *told]) + "."] if told else []
        if not self.has_graph:
            said.append(self.words("no-graph"))
        return " ".join(said)

    def _description(self) -> str:
        words = self.words
        if not self.roots:
            return words("no-eigenvalues")
        polynomial = line(self.system.charpoly.as_expr())
        if len(polynomial) > 2 * LONGEST:
            polynomial = words("of-degree", number=self.system.dimension)
        roots = words.listed([_named(space) for space, _ in self.roots])
        return words("polynomial-seen" if self.has_graph else "roots-seen", polynomial=polynomial, roots=roots)


def _named(space: Eigenspace) -> str:
    """A root with its multiplicity, in few characters."""
    text = short_name(space.eigenvalue)
    return f"{text} (×{space.algebraic_multiplicity})" if space.algebraic_multiplicity > 1 else text
