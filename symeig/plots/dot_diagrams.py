"""The Jordan structure of a matrix as a dot diagram: a column of dots for each block, an arrow for each A − λI.

References:
    Friedberg, S., Insel, A., Spence, L.: Linear Algebra, 4th ed. (2003), §7.2 (dot diagrams).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from symeig.errors import BudgetExceededError
from symeig.exact.components import Component
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.eigenvalues import Eigenvalue, expression_in_lambda
from symeig.plots.extra import Artist, FancyArrowPatch, Line2D
from symeig.plots.numbers import equation, short_name
from symeig.plots.picture import BLACK, BLUE, CAPTION, SMALL, WIDTH, Picture, drawn
from symeig.plots.words import Words
from symeig.reading.entries import FloatReading
from symeig.writing import SUBSCRIPTS, line

__all__ = ["jordan"]

# Points between two dots, at most, and around a dot, at least; of a column, of the label below it, between two groups.
APART, DOT = 28.0, 8.0
TALLEST, LABEL, GROUPS, SHELVES = 330.0, 14.0, 16.0, 14.0
SIDE = 10.0

# Roots of a polynomial of this degree and more are told together; characters of a polynomial that is written out.
TOGETHER = 3
LONGEST = 28

# Blocks of an eigenvalue whose sizes are listed one by one.
LISTED = 6

# Points that the diagram is high at least and at most.
LOWEST, HIGHEST = 30.0, 6000.0

EIGENVECTOR: dict[str, Any] = {"linestyle": "none", "marker": "o", "color": BLACK, "zorder": 3}
FURTHER: dict[str, Any] = {**EIGENVECTOR, "markerfacecolor": "white", "color": BLUE, "markeredgewidth": 1.4}


def jordan(A: Any, *, language: str = "en", floats: FloatReading = "decimal") -> Picture:
    """The Jordan structure as a dot diagram.

    Each dot is a vector of a Jordan chain, each column a chain and so a Jordan block, each group of columns an
    eigenvalue. Arrows are A − λI: they end at eigenvectors, the lowest dots. The roots of an irreducible polynomial of
    degree 3 or more, whose blocks are the same, share one group.

    Args:
        A: n×n, n ≥ 0, as for `eigensystem`; over parameters the diagram is that of generic ones.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        BudgetExceededError: There are too many eigenvalues for a picture.
        InputError: There is no such language.

    Examples:
        >>> from symeig import plots
        >>> print(plots.jordan([[3, -1, 1], [2, 0, 1], [1, -1, 2]]).description)
        Jordan blocks: λ = 1 (size 1), λ = 2 (size 2).
    """
    words = Words(language)
    system = eigensystem(A, floats=floats)
    with drawn():
        return _Drawing(words, system).picture()


@dataclass(frozen=True)
class _Group:
    """The blocks of an eigenvalue, or those of each of several."""

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    told: str


# Groups side by side, each with the middle of its place.
_Shelf: TypeAlias = list[tuple[float, _Group]]


class _Drawing:
    """The diagram, from the upper left corner."""

    def __init__(self, words: Words, system: Eigensystem) -> None:
        self.words, self.system = words, system
        self.groups = list(self._groups())

    def _groups(self) -> Iterator[_Group]:
        """The groups in the order of the eigenvalues, the roots of a polynomial where the first of them is."""
        words = self.words
        told: list[Component] = []
        for number, space in enumerate(self.system.eigenspaces, 1):
            component = space.component
            blocks = words("blocks", sizes=_counted(component.block_sizes), count=len(component.block_sizes))
            if component.degree < TOGETHER:
                name = _name(space.eigenvalue, number)
            elif any(component is other for other in told):
                continue
            else:
                told.append(component)
                polynomial = line(expression_in_lambda(component.coefficients, component.field))
                if len(polynomial) > LONGEST:
                    polynomial = words("a-polynomial", number=component.degree)
                name = words("each-root", number=component.degree, polynomial=polynomial)
            yield _Group((name, blocks), component.block_sizes, f"{name} ({blocks})")

    def picture(self) -> Picture:
        """The picture."""
        words = self.words
        picture = Picture(words("jordan-title"))
        axes = picture.add_subplot()
        axes.set_axis_off()
        picture.planes.append(axes)
        shelves = self._shelves(picture)
        self._check_height(sum(map(_height, shelves)))
        depth = 0.0
        for shelf in shelves:
            self._draw(axes, shelf, depth)
            depth += _height(shelf)
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(-max(depth, LOWEST), 0)
        told = words.listed([group.told for group in self.groups])
        description = words("jordan-seen", blocks=told) if told else words("no-eigenvalues")
        picture.finish(max(depth, LOWEST), self._caption(), list(self._legend()), description)
        return picture

    def _width(self, group: _Group, picture: Picture) -> float:
        columns = len(group.sizes) * self._apart(group)
        return max(columns, *(picture.size_of(name, **look)[0] for name, look in zip(group.names, LOOKS, strict=True)))

    def _apart(self, group: _Group) -> float:
        """Points between two columns."""
        return min(APART, (WIDTH - 2 * SIDE) / len(group.sizes))

    def _shelves(self, picture: Picture) -> list[_Shelf]:
        """Groups side by side as far as there is room, each with the middle of its place."""
        shelves: list[_Shelf] = []
        x = widest = 0.0
        for group in self.groups:
            width = self._width(group, picture)
            if not shelves or x + GROUPS + width > WIDTH - 2 * SIDE:
                shelves.append([])
                x = -GROUPS
            shelves[-1].append((x + GROUPS + width / 2, group))
            x += GROUPS + width
            widest = max(widest, x)
        left = (WIDTH - widest) / 2
        return [[(left + middle, group) for middle, group in shelf] for shelf in shelves]

    def _check_height(self, height: float) -> None:
        """Refuse a diagram that is too high."""
        if height > HIGHEST:
            n = self.system.dimension
            msg = (
                f"The diagram of this {n}×{n} matrix would be {height:.0f} points high. Pictures end at"
                f" {HIGHEST:.0f} points. Read S.components instead."
            )
            raise BudgetExceededError(msg, what="size", limit=HIGHEST, spent=height)

    def _draw(self, axes: Any, shelf: _Shelf, depth: float) -> None:
        """Draw groups side by side below a depth."""
        tallest, step = _tallest(shelf)
        ground = depth + DOT + (tallest - 1) * step
        for middle, group in shelf:
            apart = self._apart(group)
            look = {"markersize": min(DOT, 0.6 * apart, 0.6 * step)}
            for number, size in enumerate(group.sizes):
                x = middle + (number - (len(group.sizes) - 1) / 2) * apart
                heights = [-ground + k * step for k in range(size)]
                axes.plot([x], heights[:1], **EIGENVECTOR, **look)
                axes.plot([x] * (size - 1), heights[1:], **FURTHER, **look)
                for k in range(size - 1):
                    axes.add_patch(_arrow((x, heights[k + 1]), (x, heights[k]), look["markersize"] / 2 + 1))
            for row, (name, style) in enumerate(zip(group.names, LOOKS, strict=True)):
                axes.text(middle, -ground - DOT - row * LABEL, name, ha="center", va="top", **style)

    def _legend(self) -> Iterator[Artist]:
        if self.groups:
            yield Line2D([], [], label=self.words("eigenvector"), markersize=DOT, **EIGENVECTOR)
        if any(group.sizes[0] > 1 for group in self.groups):
            yield Line2D([], [], label=self.words("generalised-eigenvector"), markersize=DOT, **FURTHER)

    def _caption(self) -> str:
        words = self.words
        if not self.groups:
            return words("no-eigenvalues")
        is_defective = any(group.sizes[0] > 1 for group in self.groups)
        said = [words("arrows", difference="A − λI") if is_defective else words("diagonalizable")]
        if self.system.conditions:
            said.append(words("generic", conditions=words.listed(list(map(str, self.system.conditions)), 4)))
        return " ".join(said)


LOOKS: tuple[dict[str, Any], ...] = ({"fontsize": SMALL, "fontweight": "bold"}, {"fontsize": CAPTION})


def _tallest(shelf: _Shelf) -> tuple[int, float]:
    """The size of the largest block, and the points between two of its dots."""
    size = max(max(group.sizes) for _, group in shelf)
    return size, min(APART, TALLEST / size)


def _height(shelf: _Shelf) -> float:
    """The height of groups side by side, with their labels and some space below."""
    size, step = _tallest(shelf)
    return 2 * DOT + (size - 1) * step + len(LOOKS) * LABEL + SHELVES


def _name(eigenvalue: Eigenvalue, number: int) -> str:
    """An eigenvalue in few characters; one with parameters that is long has a number."""
    if not eigenvalue.field.has_parameters:
        return equation("λ", short_name(eigenvalue))
    text = line(eigenvalue.expr)
    return f"λ = {text}" if len(text) <= LONGEST else f"λ{str(number).translate(SUBSCRIPTS)}"


def _counted(sizes: Sequence[int]) -> str:
    """Sizes with commas between; of many, each size once with how often it occurs."""
    if len(sizes) <= LISTED:
        return ", ".join(map(str, sizes))
    return ", ".join(f"{size} (×{len(list(same))})" for size, same in groupby(sizes))


def _arrow(start: tuple[float, float], end: tuple[float, float], free: float) -> FancyArrowPatch:
    return FancyArrowPatch(
        start, end, arrowstyle="-|>", mutation_scale=8, color=BLACK, linewidth=1.0, shrinkA=free, shrinkB=free
    )
