r"""Which row operations bring a matrix to reduced echelon form, as a person would choose them by hand.

The entries are in $L = K[\lambda]/p$. Fractions are cleared first and never come back: a row is eliminated by
$R_i \leftarrow aR_i - bR_j$ with coprime a and b, and what all its entries have in common is divided out. For each
column all pivots are tried, and the one is taken that leaves the shortest numbers; it is a rational number where that
is possible. Pivots of the result need not be 1, but they are free of λ and of roots.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import accumulate
from math import gcd, lcm
from typing import Any, Literal, TypeAlias

from sympy import QQ

from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import ResidueRing
from symeig.worked.arithmetic import added, multiplied

__all__ = ["Elimination", "Group", "Purpose", "RowOperation", "reduce_rows"]

Element: TypeAlias = tuple[Any, ...]
Row: TypeAlias = tuple[Element, ...]
Rows: TypeAlias = tuple[Row, ...]

Purpose: TypeAlias = Literal["scale", "combine", "swap", "unit", "below", "above", "sign"]

# What an operation costs, in digits: a new pivot made from two rows is the least obvious one.
COST: dict[Purpose, int] = {"combine": 5, "swap": 2, "unit": 8, "below": 4}
# What a pivot with a parameter costs: it has to be assumed that it is not 0.
ASSUMPTION = 40


@dataclass(frozen=True, slots=True)
class RowOperation:
    """Rᵢ ← aRᵢ + bRⱼ, Rᵢ ← aRᵢ, or Rᵢ ↔ Rⱼ; rows are numbered from 0.

    Attributes:
        target: i.
        scale: a.
        source: j; None where there is no second row.
        factor: b; None for an exchange, where there is a second row.
    """

    target: int
    scale: Element
    source: int | None = None
    factor: Element | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that are done for one purpose.

    Attributes:
        purpose: "scale" clears denominators and common factors, "combine" makes a simpler pivot from two rows, "swap"
            brings the pivot to its row, "unit" makes it a number without λ and roots, "below" and "above" clear its
            column, "sign" makes the pivots positive and coprime to their rows.
        operations: One after the other.
        matrices: After each operation, as rows of elements of L.
        row: Of the pivot, from 0; None where there is none.
        column: Of the pivot, from 0; None where there is none.
    """

    purpose: Purpose
    operations: tuple[RowOperation, ...]
    matrices: tuple[Rows, ...]
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Elimination:
    """A matrix on its way to reduced echelon form.

    Attributes:
        given: The matrix, as rows of elements of L.
        groups: Of operations, in order.
        pivots: The columns of the pivots, which are in the first rows in order.
        assumed: Elements of K with parameters that were taken to be different from 0.
    """

    given: Rows
    groups: tuple[Group, ...]
    pivots: tuple[int, ...]
    assumed: tuple[Any, ...] = ()

    @property
    def matrices(self) -> tuple[Rows, ...]:
        """The matrix at first, and after each group."""
        return (self.given, *(group.matrices[-1] for group in self.groups))

    @property
    def reduced(self) -> Rows:
        """The last matrix."""
        return self.matrices[-1]


def reduce_rows(
    rows: Iterable[Iterable[Sequence[Any]]], ring: ResidueRing, base: BaseField, columns: int | None = None
) -> Elimination:
    """Brings a matrix to reduced echelon form.

    Args:
        rows: Of elements of L, the coefficients of 1, λ, λ², ….
        ring: L.
        base: K.
        columns: How many columns are coefficients of a system; the others are right-hand sides, in which no pivots are.
            None for all.

    Returns:
        The matrices and the operations between them.

    Examples:
        >>> from sympy import QQ
        >>> from symeig.exact.fields import QQ_FIELD
        >>> rows = [[(QQ(-1),), (QQ(1),)], [(QQ(2),), (QQ(-2),)]]
        >>> found = reduce_rows(rows, ResidueRing(QQ, (QQ(0), QQ(1))), QQ_FIELD)
        >>> [group.purpose for group in found.groups], found.pivots
        (['below', 'sign'], (0,))
    """
    given = tuple(tuple(tuple(map(ring.K.convert, x)) for x in row) for row in rows)
    start = _State(_Arithmetic(ring, base), given)
    width = columns if columns is not None else max(map(len, given), default=0)
    state, pivots = min((_reduced(state, width) for state in _begun(start)), key=lambda found: found[0].burden())
    return Elimination(given, state.groups, pivots, tuple(state.assumed))


def _begun(start: _State) -> Iterator[_State]:
    """The ways to begin: with primitive rows, or only without denominators, or with those below roots, (1 + √5)/2."""
    A, count = start.arithmetic, len(start.rows)
    integral = start.then("scale", count, _State.integral)
    yield integral
    if A.is_slow:
        return
    primitive = start.then("scale", count, _State.primitive)
    if integral.rows != primitive.rows:
        yield primitive
    rational = [x for row in start.rows for x in row if A.is_rational(x)]
    if integral.groups and A.content(rational)[1] == A.ring.K.one:
        yield start


def _reduced(state: _State, width: int) -> tuple[_State, tuple[int, ...]]:
    """The reduced echelon form, and the columns of its pivots."""
    pivots: list[int] = []
    for column in range(width):
        chosen = _forward(state, len(pivots), column)
        if chosen is not None:
            state = chosen
            pivots.append(column)
    for row, column in reversed(list(enumerate(pivots))):
        state = state.simplified(row, column).assuming(row, column)
        state = state.cleared(row, column, "above")
    return state.then("sign", len(pivots), _State.final), tuple(pivots)


def _forward(state: _State, row: int, column: int) -> _State | None:
    """After the best choice of a pivot for a column in a row, and clearing the column below; None for no pivot."""
    nonzero = [i for i in range(row, len(state.rows)) if any(state.rows[i][column])]
    if len(nonzero) == 1:
        return state.swapped(row, nonzero[0], column)
    if not nonzero:
        return None
    if state.arithmetic.is_slow:
        i = min(nonzero, key=lambda i: (*state.arithmetic.rank(state.rows[i][column]), i))
        ready = state.swapped(row, i, column).simplified(row, column)
        return ready.cleared(row, column, "below")
    plans = [
        ready.cleared(row, column, "below")
        for i in nonzero
        for combined in state.combined(i, nonzero, column)
        for swapped in [combined.swapped(row, i, column)]
        for ready in dict.fromkeys([swapped, swapped.simplified(row, column)])
    ]
    return min(plans, key=lambda plan: plan.cost(row, column, len(state.groups)))


# --- arithmetic -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Arithmetic:
    """What is divided out of rows, and which numbers are short.

    Attributes:
        ring: L.
        base: K.
    """

    ring: ResidueRing
    base: BaseField

    @property
    def is_slow(self) -> bool:
        """Whether inverses are long: those of polynomials in λ with parameters in them."""
        return self.base.has_parameters and self.ring.degree > 1

    @property
    def one(self) -> Element:
        """1."""
        return self.constant(self.ring.K.one)

    def constant(self, c: Any) -> Element:
        """An element of K as one of L."""
        return (c, *[self.ring.K.zero] * (self.ring.degree - 1))

    def times(self, x: Element, y: Element) -> Element:
        """The product; quick where a factor is in K."""
        for a, b in ((x, y), (y, x)):
            if not any(a[1:]):
                return tuple(multiplied(a[0], c) for c in b)
        return self.ring.mul(x, y)

    def quotient(self, x: Element, y: Element) -> Element:
        """x/y."""
        return self.times(x, self.ring.inverse(y)) if any(y[1:]) else tuple(c / y[0] for c in x)

    def content(self, elements: Iterable[Element]) -> tuple[Any, Any]:
        """The n and d of K, integers or polynomials, for which elements divided by n/d are integral and coprime."""
        K, F = self.ring.K, self.base.numbers
        values = [c for x in elements for c in x if c]
        if not values or self.base.angles:
            return K.one, K.one
        above = below = K.one
        if self.base.has_parameters:
            above, below = self._polynomial_content(values)
            rest = values if above == below else [c * below / above for c in values]
            values = [n / c.denom.LC for c in rest for _, n in c.numer.terms()]
        rationals = values if not F.generators else [q for c in values for q, _ in F.coordinates(c)]
        numerator = gcd(*(int(q.numerator) for q in rationals))
        denominator = lcm(*(int(q.denominator) for q in rationals))
        return multiplied(above, self._integer(numerator)), multiplied(below, self._integer(denominator))

    def _integer(self, k: int) -> Any:
        return self.ring.K.one if k == 1 else self.ring.K.convert(QQ(k))

    def _polynomial_content(self, values: Sequence[Any]) -> tuple[Any, Any]:
        """The monic polynomials n and d for which fractions divided by n/d are polynomials without common factors."""
        field, one = self.ring.K.field, self.ring.K.one
        above = below = one
        if not any(c.numer.is_ground for c in values):
            above = field(reduce(lambda a, c: a.gcd(c.numer), values, field.ring.zero).monic())
        if not all(c.denom.is_ground for c in values):
            below = field(reduce(lambda a, c: a.lcm(c.denom), values, field.ring.one).monic())
        return above, below

    def primitive(self, x: Element) -> Element:
        """The element divided by its content."""
        n, d = self.content([x])
        return tuple(c * d / n for c in x)

    def is_rational(self, x: Element) -> bool:
        """Whether an element contains neither λ nor a root; parameters may be in it."""
        if any(x[1:]):
            return False
        if not self.base.numbers.generators:
            return True
        if not self.base.has_parameters:
            return len(x[0].to_list()) <= 1
        return all(len(c.to_list()) <= 1 for p in (x[0].numer, x[0].denom) for c in p.coeffs())

    def has_parameters(self, c: Any) -> bool:
        """Whether there are parameters in an element of K."""
        return self.base.has_parameters and not (c.numer.is_ground and c.denom.is_ground)

    def is_negative(self, x: Element) -> bool:
        """Whether the first coefficient of an element is a negative rational number."""
        c = x[0].numer.LC if self.base.has_parameters else x[0]
        if self.base.numbers.generators:
            coordinates = self.base.numbers.coordinates(c)
            return len(coordinates) == 1 and bool(coordinates[0][0] < 0)
        return bool(c < 0)

    def rank(self, x: Element) -> tuple[bool, bool, int]:
        """How good a pivot an element is, the best the least: rational, without parameters, short."""
        return not self.is_rational(x), any(map(self.has_parameters, x)), self.size(x)

    def size(self, x: Element) -> int:
        """About how many digits an element is written with."""
        return sum(map(self._digits, (c for c in x if c))) + sum(map(bool, x[1:]))

    def _digits(self, c: Any) -> int:
        if self.base.has_parameters:
            return sum(2 + sum(exponents) for p in (c.numer, c.denom) for exponents, _ in p.terms())
        if self.base.numbers.generators:
            return sum(len(str(q)) + sum(exponents) for q, exponents in self.base.numbers.coordinates(c))
        return len(str(abs(c)))


# --- the board ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _State:
    """What stands on the board: the matrix, and how it came to be; a new state for each change.

    Attributes:
        arithmetic: Of the entries.
        rows: The matrix.
        groups: What was done.
        assumed: Pivots and factors with parameters.
    """

    arithmetic: _Arithmetic
    rows: Rows
    groups: tuple[Group, ...] = ()
    assumed: tuple[Any, ...] = ()

    def done(
        self, purpose: Purpose, operations: Sequence[RowOperation], row: int | None = None, column: int | None = None
    ) -> _State:
        """After a group of operations; the same state for none."""
        if not operations:
            return self
        rows = tuple(accumulate(operations, self._after, initial=self.rows))[1:]
        scales = [x.scale[0] for x in operations if not any(x.scale[1:])]
        return replace(
            self,
            rows=rows[-1],
            groups=(*self.groups, Group(purpose, tuple(operations), rows, row, column)),
            assumed=(*self.assumed, *filter(self.arithmetic.has_parameters, scales)),
        )

    def _after(self, rows: Rows, operation: RowOperation) -> Rows:
        changed, times = list(rows), self.arithmetic.times
        i, j = operation.target, operation.source
        if j is not None and operation.factor is None:
            changed[i], changed[j] = rows[j], rows[i]
            return tuple(changed)
        scaled = (
            rows[i] if operation.scale == self.arithmetic.one else tuple(times(operation.scale, x) for x in rows[i])
        )
        if j is not None:
            addend = (times(operation.factor, y) for y in rows[j])  # type: ignore[arg-type]  # there is a factor
            scaled = tuple(tuple(map(added, x, y)) for x, y in zip(scaled, addend, strict=True))
        changed[i] = scaled
        return tuple(changed)

    def then(self, purpose: Purpose, count: int, find: Callable[[_State, int], Iterator[RowOperation]]) -> _State:
        """After the operations that are found for each of the first rows."""
        return self.done(purpose, [x for i in range(count) for x in find(self, i)])

    # --- operations on one row ---

    def primitive(self, i: int) -> Iterator[RowOperation]:
        """Denominators and common factors out of a row."""
        return self._without_content(i, self.rows[i])

    def integral(self, i: int) -> Iterator[RowOperation]:
        """Denominators out of a row."""
        _, d = self.arithmetic.content(self.rows[i])
        if d != self.arithmetic.ring.K.one:
            yield RowOperation(i, self.arithmetic.constant(d))

    def _without_content(self, i: int, row: Row) -> Iterator[RowOperation]:
        n, d = self.arithmetic.content(row)
        if n != d:
            yield RowOperation(i, self.arithmetic.constant(d / n))

    def simplified(self, row: int, column: int) -> _State:
        """After multiplying a row by what makes its pivot free of λ and roots."""
        return self.done("unit", [*self._rational_pivot(row, column)], row, column)

    def _rational_pivot(self, i: int, column: int) -> Iterator[RowOperation]:
        A, pivot = self.arithmetic, self.rows[i][column]
        if A.is_rational(pivot):
            return
        scale = A.primitive(A.quotient(A.one, pivot))
        first = RowOperation(i, scale)
        row = self._after(self.rows, first)[i]
        if A.base.has_parameters:
            yield first
            yield from self._without_content(i, row)
        else:
            n, d = A.content(row)
            yield replace(first, scale=tuple(c * d / n for c in scale))

    def final(self, i: int) -> Iterator[RowOperation]:
        """The sign of a row and its common factor."""
        A, one = self.arithmetic, self.arithmetic.ring.K.one
        n, _ = A.content(self.rows[i])
        scale = (-one if A.is_negative(next(x for x in self.rows[i] if any(x))) else one) / n
        if scale != one:
            yield RowOperation(i, A.constant(scale))

    # --- operations on several rows ---

    def swapped(self, row: int, i: int, column: int) -> _State:
        """After exchanging two rows."""
        return self if row == i else self.done("swap", [RowOperation(row, self.arithmetic.one, i)], row, column)

    def combined(self, i: int, others: Sequence[int], column: int) -> Iterator[_State]:
        """The state itself, and those where the pivot in row i becomes ±1 by adding ± another row."""
        yield self
        one, rows = self.arithmetic.one, self.rows
        minus = tuple(-c for c in one)
        if rows[i][column] in (one, minus) or any(rows[k][column] in (one, minus) for k in others):
            return
        for k in others:
            for sign in (minus, one):
                total = tuple(a + sign[0] * b for a, b in zip(rows[i][column], rows[k][column], strict=True))
                if k != i and total in (one, minus):
                    yield self.done("combine", [RowOperation(i, one, k, sign)], i, column)

    def cleared(self, row: int, column: int, where: Literal["below", "above"]) -> _State:
        """After clearing a column below or above its pivot."""
        targets = range(row + 1, len(self.rows)) if where == "below" else range(row - 1, -1, -1)
        operations = [x for i in targets if any(self.rows[i][column]) for x in self._eliminated(i, row, column)]
        return self.assuming(row, column).done(where, operations, row, column) if operations else self

    def _eliminated(self, i: int, row: int, column: int) -> Iterator[RowOperation]:
        A = self.arithmetic
        ratio = A.quotient(self.rows[i][column], self.rows[row][column])
        _, d = A.content([ratio])
        operation = RowOperation(i, A.constant(d), row, tuple(-c * d for c in ratio))
        yield operation
        yield from self._without_content(i, self._after(self.rows, operation)[i])

    def assuming(self, row: int, column: int) -> _State:
        """With the pivot noted where it has parameters and is in K."""
        pivot = self.rows[row][column]
        if any(pivot[1:]) or not self.arithmetic.has_parameters(pivot[0]):
            return self
        return replace(self, assumed=(*self.assumed, pivot[0]))

    def burden(self) -> tuple[int, int]:
        """How much is assumed, and how long everything on the board is, operations included."""
        size = self.arithmetic.size
        entries = sum(size(x) for g in self.groups for M in g.matrices for row in M for x in row)
        operations = [x for g in self.groups for x in g.operations]
        length = entries + sum(1 + size(x.scale) + size(x.factor or ()) for x in operations)
        return len(dict.fromkeys(self.assumed)), length

    def cost(self, row: int, column: int, before: int) -> int:
        """How long what remains to be reduced is, and how much was done for it."""
        size = self.arithmetic.size
        entries = sum(size(x) for r in self.rows[row:] for x in r)
        effort = sum(COST[g.purpose] for g in self.groups[before:] if g.purpose != "below")
        scaled = sum(
            COST["below"] for g in self.groups[before:] for x in g.operations if x.scale != self.arithmetic.one
        )
        irrational = 0 if self.arithmetic.is_rational(self.rows[row][column]) else COST["unit"]
        assumption = ASSUMPTION if self.arithmetic.has_parameters(self.rows[row][column][0]) else 0
        return entries + effort + scaled + irrational + assumption
