"""The small choices that families are made of. Each shrinks to its first option: one block, size 1, eigenvalue 0.

Hypothesis takes what needs fewer choices for smaller. So nothing that makes a matrix larger may save a choice: what a
bound cuts off is drawn all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from typing import TypeVar

from symeig.numeric.dyadic import Dyadic
from symeig.numeric.extra import DrawFn, SearchStrategy, st
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Operation
from symeig.numeric.spectra import Block

__all__ = [
    "Draw",
    "DrawFn",
    "SearchStrategy",
    "cut",
    "draw_blocks",
    "draw_dimension",
    "draw_gaussian",
    "draw_operations",
    "draw_towers",
    "draw_vector",
    "eigenvalues",
    "reordered",
    "st",
    "strategy_of",
    "symmetrised",
]

T = TypeVar("T")

EIGENVALUES = (0, 1, -1, 2, -2, 3, -3, 5, -7)
GAUSSIAN = ((0, 0), (1, 0), (0, 1), (0, -1), (-1, 0), (1, 1), (2, -1), (3, 0), (-2, 3))

UNITS: tuple[Dyadic, ...] = (1, -1)
GAUSSIAN_UNITS: tuple[Dyadic, ...] = (1, -1, (0, 1), (0, -1))

# Entries of a real and of a Gaussian vector.
ENTRIES: tuple[Dyadic, ...] = (0, 1, -1, 2)
GAUSSIAN_ENTRIES: tuple[Dyadic, ...] = ((1, 1), (0, 1), 0, 1, -1, (1, -1), 2)


# What is drawn where the number of options depends on n. It stays what it is while n shrinks.
CODES = 2**14 - 1


# Strategies are made once: to make and check one takes as long as to draw from it.
@lru_cache(maxsize=4096)
def _integers(low: int, high: int) -> SearchStrategy[int]:
    """The one nearest to 0 comes first, whoever chooses: an engine or bytes."""
    return st.sampled_from(sorted(range(low, high + 1), key=lambda k: (abs(k), k < 0)))


@lru_cache(maxsize=4096)
def _lists(low: int, high: int, least: int, most: int) -> SearchStrategy[list[int]]:
    return st.lists(_integers(low, high), min_size=least, max_size=most)


@lru_cache(maxsize=4096)
def _tuples(counts: tuple[int, ...], least: int, most: int) -> SearchStrategy[list[tuple[int, ...]]]:
    return st.lists(st.tuples(*(_integers(0, n - 1) for n in counts)), min_size=least, max_size=most)


@dataclass(frozen=True)
class Draw:
    """A source of choices.

    Attributes:
        draw: What Hypothesis hands to a composite strategy.
    """

    draw: DrawFn

    def one(self, options: Sequence[T]) -> T:
        """One of the options, the first one at first."""
        return options[self.integer(0, len(options) - 1)]

    def integer(self, low: int, high: int) -> int:
        """An integer, the one nearest to 0 at first."""
        return self.draw(_integers(low, high)) if low < high else low

    def flag(self) -> bool:
        """False at first."""
        return bool(self.integer(0, 1))

    def some(self, options: Sequence[T], least: int, most: int) -> list[T]:
        """Options, in any order and as often as it happens."""
        return [options[k] for k in self.draw(_lists(0, len(options) - 1, least, most))]

    def pairs(self, first: Sequence[T], second: Sequence[int], least: int, most: int) -> list[tuple[T, int]]:
        """Pairs of an option of each kind."""
        drawn = self.draw(_tuples((len(first), len(second)), least, most))
        return [(first[i], second[j]) for i, j in drawn]

    def numbers(self, most: int) -> list[int]:
        """Numbers that mean something modulo what there is to choose from; none at first."""
        return self.draw(_lists(0, CODES, 0, most))

    def integers(self, count: int, low: int, high: int) -> list[int]:
        """As many integers."""
        return self.draw(_lists(low, high, count, count))


def strategy_of(family: Callable[[Draw, Setting], KnownMatrix]) -> Callable[[Setting], SearchStrategy[KnownMatrix]]:
    """A function that draws matrices, as a function that makes their strategy."""

    @lru_cache(maxsize=256)
    def strategy(setting: Setting) -> SearchStrategy[KnownMatrix]:
        return _composite(family, setting)

    return strategy


@st.composite
def _composite(draw: DrawFn, family: Callable[[Draw, Setting], KnownMatrix], setting: Setting) -> KnownMatrix:
    return family(Draw(draw), setting)


def draw_gaussian(draw: Draw, setting: Setting) -> bool:
    """Whether there are to be complex entries: in two of three matrices of a complex format, in no other."""
    return setting.target.is_complex and draw.integer(0, 2) > 0


def draw_dimension(draw: Draw, setting: Setting, most: int, least: int = 1) -> int:
    """An n within the setting and up to a largest one; in three of four matrices neither 1 nor much larger."""
    high = min(most, setting.max_size)
    low = min(max(least, setting.min_size), high)
    if draw.integer(0, 3):
        return draw.integer(min(max(low, 2), high), min(high, low + 5))
    return draw.integer(low, high)


def eigenvalues(setting: Setting, *, gaussian: bool = False) -> list[tuple[int, int]]:
    """Gaussian integers as (real part, imaginary part), the simplest first."""
    if gaussian:
        return list(GAUSSIAN)
    return [(x, 0) for x in setting.held(EIGENVALUES)]


def draw_towers(draw: Draw, values: Sequence[T], *, largest: int, most: int, least: int = 1) -> list[tuple[T, int]]:
    """Values with sizes that add up to at most a number: at first one value and size 1, then more values before sizes.

    Each unit of size is drawn by itself, as a value and whether it joins the one before.
    """
    towers: list[tuple[T, int]] = []
    for value, joins in draw.pairs(values, (0, 1), least, most):
        if towers and joins and towers[-1][1] < largest:
            towers[-1] = towers[-1][0], towers[-1][1] + 1
        else:
            towers.append((value, 1))
    return towers


def draw_blocks(
    draw: Draw, setting: Setting, values: Sequence[tuple[int, int]], *, largest: int = 4, most: int = 12
) -> list[Block]:
    """Jordan blocks that together are no larger than the setting allows."""
    towers = draw_towers(draw, values, largest=largest, most=min(most, setting.max_size))
    return [Block(*z, size) for z, size in towers]


def cut(sizes: Sequence[int], room: int) -> list[int]:
    """The first of some positive sizes, the last one cut to what is left of the room."""
    kept: list[int] = []
    for size in sizes:
        if left := room - sum(kept):
            kept.append(min(size, left))
    return kept


def draw_operations(draw: Draw, n: int, *, gaussian: bool = False, most: int | None = None) -> list[Operation]:
    """Elementary similarity transformations, none at first."""
    units = GAUSSIAN_UNITS if gaussian else UNITS
    codes = draw.numbers(max(2, 2 * n if most is None else most))
    operations = []
    for code in codes if n > 1 else []:
        place, unit = divmod(code, len(units))
        i, offset = divmod(place % (n * (n - 1)), n - 1)
        operations.append((i, (i + 1 + offset) % n, units[unit]))
    return operations


def reordered(draw: Draw, A: KnownMatrix) -> KnownMatrix:
    """The matrix with its rows and columns in another order, their own at first.

    Where ak + b is modulo n comes k, for some a without a common factor with n: neighbours are torn apart.
    """
    n = A.dimension
    code = draw.integer(0, CODES)
    if n < 2:
        return A
    steps = [a for a in range(1, n) if gcd(a, n) == 1]
    a, b = steps[code % len(steps)], code // len(steps) % n
    return A if (a, b) == (1, 0) else A.permuted([(a * k + b) % n for k in range(n)])


def draw_vector(draw: Draw, n: int, *, gaussian: bool = False) -> list[Dyadic]:
    """A vector with small entries that is not 0: at first a unit vector, or (1, 1 + i) where it shall be complex."""
    least = min(n - 1, 1) if gaussian else 0
    tail = draw.some(GAUSSIAN_ENTRIES if gaussian else ENTRIES, least, n - 1)
    return [1, *tail, *[0] * (n - 1 - len(tail))]


def symmetrised(n: int, entries: Sequence[int], signs: int = 1) -> list[list[int]]:
    """The n×n matrix with the entries in its lower triangle row by row, and ± them above."""
    place = {(i, j): k for k, (i, j) in enumerate((i, j) for i in range(n) for j in range(i + 1))}
    return [[entries[place[i, j]] if i >= j else signs * entries[place[j, i]] for j in range(n)] for i in range(n)]
