r"""Where the eigenvalues of a matrix can be, without solving for them.

Every eigenvalue lies in a disc around a diagonal entry $a_{ii}$ whose radius is $\sum_{j \ne i} |a_{ij}|$, the sum of
the moduli of the other entries of the row; and in one of the discs that the columns have. A union of k discs that is
disjoint from the others contains exactly k eigenvalues, with multiplicity.

References:
    Gerschgorin, S.: Über die Abgrenzung der Eigenwerte einer Matrix. Izv. Akad. Nauk SSSR 6 (1931) 749–754.
    [HJ13] Thm 6.1.1 (rows, columns, unions), Thm 6.1.10 (diagonal dominance).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, Literal

from sympy import Add, Expr, GreaterThan, ImmutableMatrix, StrictGreaterThan, re
from sympy.core.relational import Relational

from symeig.errors import InputError, NotSquareError, UndecidedError
from symeig.exact.signs import is_nonnegative, is_positive, largest, modulus
from symeig.reading import read_matrix, read_scalar
from symeig.reading.entries import FloatReading
from symeig.reading.scalars import to_sympy

__all__ = ["Disc", "DiscUnion", "Exclusion", "GershgorinDiscs", "Inequality", "gershgorin"]

Family = Literal["rows", "columns"]


@dataclass(frozen=True)
class Disc:
    """A closed disc in the complex plane.

    Attributes:
        number: The row or column that it belongs to, from 1.
        center: The diagonal entry.
        radius: The sum of the moduli of the other entries.
    """

    number: int
    center: Expr
    radius: Expr

    def meets(self, other: Disc) -> bool:
        """Whether the two discs have a point in common; discs that touch have one."""
        return is_nonnegative(self.radius + other.radius - modulus(self.center - other.center))


@dataclass(frozen=True)
class DiscUnion:
    """Discs that are connected with each other, and disjoint from all others of their family.

    Attributes:
        discs: The discs, by number.
    """

    discs: tuple[Disc, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the discs, ascending."""
        return tuple(disc.number for disc in self.discs)

    @property
    def eigenvalue_count(self) -> int:
        """How many eigenvalues the union contains, with multiplicity: as many as discs."""
        return len(self.discs)

    @property
    def interval(self) -> tuple[Expr, Expr]:
        """The least and the greatest real part in the union: for real centres, the ends of its part of the real axis.

        Raises:
            UndecidedError: They depend on parameters.
        """
        left = [disc.radius - re(disc.center) for disc in self.discs]
        right = [re(disc.center) + disc.radius for disc in self.discs]
        return -largest(left), largest(right)


@dataclass(frozen=True)
class Inequality:
    """What has to hold for a disc to lie outside of a region.

    Attributes:
        disc: The disc.
        left: The larger side: for a point its distance from the centre; below x, the least real part in the disc
            (3 − 7/5 for centre 3 and radius 7/5); above x, x.
        right: The smaller side: the radius; x; the greatest real part in the disc.
        strict: Whether it says left > right, and not left ≥ right.
    """

    disc: Disc
    left: Expr
    right: Expr
    strict: bool

    @cached_property
    def holds(self) -> bool:
        """Whether it is true.

        Raises:
            UndecidedError: It depends on parameters.
        """
        return (is_positive if self.strict else is_nonnegative)(self.left - self.right)

    @property
    def relation(self) -> Relational:
        """The inequality as SymPy writes it, not evaluated."""
        return (StrictGreaterThan if self.strict else GreaterThan)(self.left, self.right, evaluate=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Inequality, (self.disc, self.left, self.right, self.strict)

    def __str__(self) -> str:
        return str(self.relation)


@dataclass(frozen=True)
class Exclusion:
    """Whether discs prove that no eigenvalue lies in a region, with the proof.

    True where no eigenvalue is there. False says only that the discs do not exclude one: there may be none all the
    same.

    Attributes:
        family: The family of discs whose union misses the region, "rows" or "columns"; None where neither does.
        proof: For each disc of that family the inequality that keeps it out of the region.
        obstacles: Where neither family proves it: the inequalities that are false, of rows and of columns.
    """

    family: Family | None
    proof: tuple[Inequality, ...] = ()
    obstacles: tuple[Inequality, ...] = ()

    def __bool__(self) -> bool:
        return self.family is not None


@dataclass(frozen=True)
class GershgorinDiscs:
    """The discs of the rows and of the columns of a square matrix.

    Every eigenvalue lies in the union of `rows` and in that of `columns`.

    Attributes:
        rows: One disc for each row.
        columns: One disc for each column.

    Examples:
        >>> from symeig import gershgorin
        >>> discs = gershgorin([[1, 0.1, 0.1], [0.2, 3, 0.4], [0.1, 0.3, 5]])
        >>> discs.rows[1]
        Disc(number=2, center=3, radius=3/5)
        >>> [union.interval for union in discs.row_unions]
        [(4/5, 6/5), (12/5, 18/5), (23/5, 27/5)]
        >>> bool(discs.excludes(0))
        True
    """

    rows: tuple[Disc, ...]
    columns: tuple[Disc, ...]

    @cached_property
    def row_unions(self) -> tuple[DiscUnion, ...]:
        """The connected parts of the union of the rows' discs, by their first disc.

        Raises:
            UndecidedError: Whether discs meet depends on parameters.
        """
        return _unions(self.rows)

    @cached_property
    def column_unions(self) -> tuple[DiscUnion, ...]:
        """The connected parts of the union of the columns' discs, by their first disc.

        Raises:
            UndecidedError: Whether discs meet depends on parameters.
        """
        return _unions(self.columns)

    def excludes(self, z: Any) -> Exclusion:
        """Whether the discs prove that a number is no eigenvalue.

        Args:
            z: The number; floats are read as decimals. With 0 this asks whether A is invertible by strict diagonal
                dominance, of rows or of columns.

        Raises:
            InputError: It is no number.
            UndecidedError: It depends on parameters.

        Examples:
            >>> from symeig import gershgorin
            >>> answer = gershgorin([[5, 3, 3], [1, 3, 0], [1, 1, -4]]).excludes(0)
            >>> bool(answer), [str(inequality) for inequality in answer.obstacles]
            (False, ['5 > 6', '3 > 4'])
        """
        point = read_scalar(z, "The point")
        return self._exclusion(lambda disc: Inequality(disc, modulus(disc.center - point), disc.radius, True))

    def excludes_below(self, x: Any) -> Exclusion:
        """Whether the discs prove that no eigenvalue has a real part below a real number.

        Args:
            x: The number; floats are read as decimals.

        Raises:
            InputError: The number is not real.
            UndecidedError: It depends on parameters.

        Examples:
            >>> from symeig import gershgorin
            >>> answer = gershgorin([[3, 0.1, 0.3, 1], [0.1, 1, 0.1, 0.2], [0.3, 0.1, 5, 0], [1, 0.2, 0, 1.8]])
            >>> [str(inequality) for inequality in answer.excludes_below(0.5).proof]
            ['8/5 >= 1/2', '3/5 >= 1/2', '23/5 >= 1/2', '3/5 >= 1/2']
        """
        bound = _real(x)
        return self._exclusion(lambda disc: Inequality(disc, re(disc.center) - disc.radius, bound, False))

    def excludes_above(self, x: Any) -> Exclusion:
        """Whether the discs prove that no eigenvalue has a real part above a real number.

        Args:
            x: The number; floats are read as decimals.

        Raises:
            InputError: The number is not real.
            UndecidedError: It depends on parameters.
        """
        bound = _real(x)
        return self._exclusion(lambda disc: Inequality(disc, bound, re(disc.center) + disc.radius, False))

    def _exclusion(self, outside: Callable[[Disc], Inequality]) -> Exclusion:
        """The answer, from what keeps one disc out of the region; one family that proves it is enough."""
        obstacles: list[Inequality] = []
        undecided: UndecidedError | None = None
        families: tuple[tuple[Family, tuple[Disc, ...]], ...] = (("rows", self.rows), ("columns", self.columns))
        for family, discs in families:
            inequalities = tuple(map(outside, discs))
            try:
                false = [inequality for inequality in inequalities if not inequality.holds]
            except UndecidedError as error:
                undecided = error
                continue
            if not false:
                return Exclusion(family, inequalities)
            obstacles += false
        if undecided:
            raise undecided
        return Exclusion(None, obstacles=tuple(obstacles))

    def __reduce__(self) -> tuple[Any, ...]:
        return GershgorinDiscs, (self.rows, self.columns)


def gershgorin(A: Any, *, floats: FloatReading = "decimal") -> GershgorinDiscs:
    r"""The Gershgorin discs of a square matrix: bounds for its eigenvalues without solving for them.

    Args:
        A: n×n, n ≥ 0, in any form that `eigensystem` reads. Moduli of complex and irrational entries are exact too;
            those of parameters are written with Abs.
        floats: How floats are read: "decimal", "binary" or "error".

    Returns:
        The discs of rows and columns, their unions, and answers to questions about them, each with its proof.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        UnsupportedEntryError: An entry is not finite, or no number or expression that can be computed with exactly.

    Notes:
        O(n²) additions; unions compare all pairs of discs. Comparisons are exact: balls decide that numbers differ,
        arithmetic in the field that they generate decides that they are equal.

    References:
        [HJ13] Thm 6.1.1.

    Examples:
        >>> discs = gershgorin([[1, 0.1, 0.1, 0.1], [0.1, 3, 0.2, 0.3], [0.1, 0.2, 5, 0.5], [0.1, 0.3, 0.5, 9]])
        >>> [disc.radius for disc in discs.rows]
        [3/10, 3/5, 4/5, 9/10]
        >>> [(union.numbers, union.eigenvalue_count) for union in discs.row_unions]
        [((1,), 1), ((2,), 1), ((3,), 1), ((4,), 1)]
    """
    given = read_matrix(A, floats=floats)
    n, columns = given.shape
    if n != columns:
        msg = (
            f"The matrix has {n} rows and {columns} columns. Gershgorin discs need a square matrix. Give one with as"
            " many rows as columns."
        )
        raise NotSquareError(msg, shape=given.shape)
    M = ImmutableMatrix(n, n, [to_sympy(x) for row in given.rows for x in row])
    moduli = M.applyfunc(modulus)
    return GershgorinDiscs(
        tuple(Disc(i + 1, M[i, i], Add(*(moduli[i, j] for j in range(n) if j != i))) for i in range(n)),
        tuple(Disc(j + 1, M[j, j], Add(*(moduli[i, j] for i in range(n) if i != j))) for j in range(n)),
    )


def _unions(discs: Sequence[Disc]) -> tuple[DiscUnion, ...]:
    """The connected components, found by merging what meets."""
    component = {disc.number: [disc] for disc in discs}
    for a, b in combinations(discs, 2):
        one, other = component[a.number], component[b.number]
        if one is not other and a.meets(b):
            one += other
            component.update({disc.number: one for disc in other})
    found = {id(c): DiscUnion(tuple(sorted(c, key=lambda disc: disc.number))) for c in component.values()}
    return tuple(sorted(found.values(), key=lambda union: union.numbers))


def _real(x: Any) -> Expr:
    number = read_scalar(x, "The bound")
    if number.is_real is not True:
        msg = f"The bound is {number}. Real parts are compared with real numbers. Give one, e.g. 0.5 or sqrt(2)."
        raise InputError(msg)
    return number
