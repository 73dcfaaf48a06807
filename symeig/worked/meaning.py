r"""Whether a stated formula is true: it is computed, exactly, from nothing but what is written.

The numbers, symbols and roots in a statement generate a field (`symeig.exact.generators`); λ is one symbol more, and a
square root of an expression in parameters is a symbol s with a polynomial s² − r that it is a root of. A power such as
2ⁿ, and whatever else has no place in a field, is a symbol of its own, where 2ⁿ⁺¹ is twice 2ⁿ. Two sides are equal when
the numerator of their difference vanishes modulo these polynomials, and no denominator does. Such symbols may refuse an
equality that is true, and never allow one that is not; what is said to be different is refused where there are any.

Nothing here knows how a step was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, reduce, singledispatch
from itertools import pairwise
from typing import Any

from flint import fmpq, fmpq_mat
from sympy import (
    Abs,
    Expr,
    ImmutableMatrix,
    Integer,
    KroneckerDelta,
    MatrixBase,
    Poly,
    Pow,
    Symbol,
    conjugate,
    default_sort_key,
    preorder_traversal,
    sqrt,
)
from sympy.polys.densearith import dup_prem
from sympy.polys.factortools import dup_irreducible_p
from sympy.polys.fields import FracElement
from sympy.polys.matrices import DomainMatrix

from symeig.errors import UnsupportedEntryError
from symeig.exact.expressions import LAMBDA
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field
from symeig.worked.arithmetic import added, multiplied
from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Equality,
    Formula,
    Function,
    Irreducible,
    Minus,
    Name,
    Operation,
    Power,
    Product,
    Quotient,
    Reduction,
    Sum,
    Tuple,
    leaves,
)

__all__ = ["holds"]

# λ where it is a number to compute with; no parameter has this name.
_VARIABLE = Symbol("λ")

# The largest matrix of polynomials whose determinant is expanded; larger ones are reduced without fractions.
LARGEST_EXPANDED = 6

# A value: an element of the field, or a matrix as a tuple of rows of such.
Value = Any


@singledispatch
def holds(statement: Any) -> bool:
    """Whether a statement is true.

    Args:
        statement: An `Equality`, a `Reduction` or an `Irreducible`.

    Examples:
        >>> from sympy import Integer, Matrix
        >>> holds(Equality((Function("det", (Matrix([[1, 2], [3, 4]]),)), Integer(-2))))
        True
        >>> holds(Equality((Integer(2), Integer(3))))
        False
    """
    msg = f"{type(statement).__name__} states nothing that can be checked."
    raise TypeError(msg)


@holds.register
def _(statement: Equality) -> bool:
    try:
        arena = _arena(leaves(statement), statement.modulus)
        values = [arena.value(side) for side in statement.sides]
        unequal = None if statement.unequal is None else arena.value(statement.unequal)
    except (UnsupportedEntryError, ZeroDivisionError):
        return False
    if not all(map(arena.is_defined, values)):
        return False
    if unequal is not None and (arena.has_independent_symbols or arena.same(values[0], unequal)):
        return False
    return all(arena.same(x, y) for x, y in pairwise(values))


@holds.register
def _(statement: Reduction) -> bool:
    if len(statement.matrices) != len(statement.operations) + 1:
        return False
    arena = _arena(leaves(statement), statement.modulus)
    if arena.has_independent_symbols:
        return False
    values = [arena.value(M) for M in statement.matrices]
    for (before, after), group in zip(pairwise(values), statement.operations, strict=True):
        M = before
        for operation in group:
            if operation.source == operation.target or arena.is_zero(arena.value(operation.scale)):
                return False
            M = arena.operate(M, operation)
        if not arena.same(M, after):
            return False
    return True


@holds.register
def _(statement: Irreducible) -> bool:
    coefficients = Poly(statement.polynomial, LAMBDA).all_coeffs()
    field = base_field([*coefficients, *statement.field_of])
    return bool(dup_irreducible_p([field.element(c) for c in coefficients], field.domain))


# --- the field in which a statement is computed ---------------------------------------------------------------------


@dataclass(frozen=True)
class _Arena:
    """A field, with symbols in it that stand for roots of polynomials.

    Attributes:
        field: The field.
        names: λ and square roots of expressions in parameters, with what stands for them.
        moduli: Pairs (number of the generator, polynomial that it is a root of, the leading coefficient first).
        has_independent_symbols: Whether something that is in no field is a symbol of its own. Then what is equal is
            known, and what is different is not.
    """

    field: BaseField
    names: dict[Expr, Expr]
    moduli: tuple[tuple[int, list[Any]], ...] = ()
    has_independent_symbols: bool = False

    def index(self, symbol: Symbol) -> int:
        """The number of a symbol among the generators."""
        return next(i for i, (g, _) in enumerate(self.field.roots) if g == symbol)

    # --- values ---

    def value(self, formula: Formula) -> Value:
        """The value of a formula: an element, or a matrix as a tuple of rows."""
        return _value(formula, self)

    @cached_property
    def element(self) -> Callable[[Expr], Value]:
        """Gives the value of an expression; the same ones stand in many statements."""
        return lru_cache(maxsize=1024)(self._element)

    def _element(self, expr: Expr) -> Value:
        if expr.is_Add:
            return reduce(added, map(self.element, expr.args))
        if expr.is_Mul:
            return reduce(multiplied, map(self.element, expr.args))
        if expr.is_Pow and expr.exp.is_Integer and expr.exp > 0:
            return self.element(expr.base) ** int(expr.exp)
        return _without_denominator(self.field.element(expr if expr.is_Rational else expr.xreplace(self.names)))

    @cached_property
    def matrix(self) -> Callable[[ImmutableMatrix], Value]:
        """Gives the value of a matrix; A stands in most statements of a solution."""
        return lru_cache(maxsize=64)(self.rows)

    def rows(self, M: MatrixBase) -> Value:
        """The values of the entries of a matrix."""
        return tuple(tuple(map(self.element, row)) for row in M.tolist())

    def same(self, x: Value, y: Value) -> bool:
        """Whether two values are equal."""
        if isinstance(x, tuple) != isinstance(y, tuple):
            return False
        if not isinstance(x, tuple):
            return self._equal(x, y)
        if (len(x), [len(row) for row in x]) != (len(y), [len(row) for row in y]):
            return False
        return all(self._equal(a, b) for r, s in zip(x, y, strict=True) for a, b in zip(r, s, strict=True))

    def _equal(self, a: Value, b: Value) -> bool:
        """Whether two elements are equal."""
        return bool(a == b) or self.is_zero(a - b)

    def is_defined(self, x: Value) -> bool:
        """Whether no denominator of a value is 0."""
        if isinstance(x, tuple):
            return all(self.is_defined(entry) for row in x for entry in row)
        return not self.moduli or not self._reduces_to_zero(x.denom, self.moduli)

    def is_zero(self, x: Value) -> bool:
        """Whether an element is 0."""
        if not self.moduli or not x:
            return not x
        return self._reduces_to_zero(x.numer, self.moduli)

    def _reduces_to_zero(self, x: Any, moduli: Sequence[tuple[int, list[Any]]]) -> bool:
        """Whether a polynomial in the generators is 0 modulo polynomials."""
        if not moduli or not x:
            return not x
        (index, modulus), *others = moduli
        rest = dup_prem(self.by_powers(x, index), modulus, self.field.integral_domain)
        return all(self._reduces_to_zero(c, others) for c in rest)

    @staticmethod
    def by_powers(polynomial: Any, index: int) -> list[Any]:
        """The coefficients of the powers of a generator, the highest one first."""
        parts: list[dict[Any, Any]] = [{} for _ in range(polynomial.degree(index) + 1)] if polynomial else []
        for exponents, c in polynomial.terms():
            parts[exponents[index]][(*exponents[:index], 0, *exponents[index + 1 :])] = c
        return [polynomial.ring.from_dict(part) for part in reversed(parts)]

    # --- matrices ---

    def conjugated(self, formula: Formula) -> Value:
        """The complex conjugate of a matrix, entry by entry; parameters are real."""
        values, written = self.value(formula), _written_entries(formula)
        if written is None:
            return tuple(tuple(map(self.field.conjugate, row)) for row in values)
        return tuple(
            tuple(self._conjugate(x, value) for x, value in zip(row, entries, strict=True))
            for row, entries in zip(written, values, strict=True)
        )

    def _conjugate(self, x: Expr, value: Value) -> Value:
        """The conjugate of an expression: as SymPy writes it, else by an automorphism of the field, which is slow."""
        image = x.conjugate()
        if image == x:
            return value
        if not x.free_symbols and not image.has(conjugate):
            with suppress(UnsupportedEntryError):
                return self.element(image)
        return self.field.conjugate(value)

    def operate(self, M: Value, operation: Operation) -> Value:
        """A matrix after an elementary operation."""
        if operation.lines == "columns":
            return _transposed(self.operate(_transposed(M), replace(operation, lines="rows")))
        rows, i = list(M), operation.target - 1
        scale = self.value(operation.scale)
        if operation.source is None:
            rows[i] = tuple(multiplied(scale, x) for x in rows[i])
        elif operation.factor is None:
            j = operation.source - 1
            rows[i], rows[j] = rows[j], rows[i]
        else:
            factor = self.value(operation.factor)
            pairs = zip(rows[i], rows[operation.source - 1], strict=True)
            rows[i] = tuple(added(multiplied(scale, x), multiplied(factor, y)) for x, y in pairs)
        return tuple(rows)

    def determinant(self, M: Value) -> Value:
        """The determinant of a square matrix."""
        K, n = self.field.domain, len(M)
        if self.field.is_rational and n > LARGEST_EXPANDED:
            d = fmpq_mat(n, n, [fmpq(int(x.numerator), int(x.denominator)) for row in M for x in row]).det()
            return K(int(d.p), int(d.q))
        if not (self.field.has_parameters and n and all(x.denom.is_ground for row in M for x in row)):
            return DomainMatrix(list(map(list, M)), (n, n), K).det()
        polynomials = [[x.numer.quo_ground(x.denom.LC) for x in row] for row in M]
        if n > LARGEST_EXPANDED:
            return K.field(DomainMatrix(polynomials, (n, n), self.field.integral_domain).det())
        return K.field(_expanded(polynomials))

    def rank(self, M: Value) -> int:
        """The rank, by elimination; an element counts as 0 where it is 0 modulo the polynomials.

        Raises:
            UnsupportedEntryError: Some symbols are independent by name only.
        """
        if self.has_independent_symbols:
            msg = "Powers with letters and functions in no field may be related. A rank needs numbers or parameters."
            raise UnsupportedEntryError(msg, position=None, entry="")
        rows, rank = [list(row) for row in M], 0
        for column in range(len(rows[0]) if rows else 0):
            pivot = next((i for i in range(rank, len(rows)) if not self.is_zero(rows[i][column])), None)
            if pivot is None:
                continue
            rows[rank], rows[pivot] = rows[pivot], rows[rank]
            for row in rows[rank + 1 :]:
                ratio = row[column] / rows[rank][column]
                row[:] = [x - ratio * y for x, y in zip(row, rows[rank], strict=True)]
            rank += 1
        return rank


def _expanded(M: Sequence[Sequence[Any]]) -> Any:
    """The determinant of a matrix over a ring, without division: by minors of the first rows, each computed once."""
    minors = {1 << j: x for j, x in enumerate(M[0])}
    for row in M[1:]:
        larger: dict[int, Any] = {}
        for columns, minor in minors.items():
            for j, x in enumerate(row):
                if x and minor and not columns >> j & 1:
                    term = minor * x if (columns >> j).bit_count() % 2 == 0 else -minor * x
                    larger[columns | 1 << j] = larger.get(columns | 1 << j, 0) + term
        minors = larger
    return minors.get((1 << len(M)) - 1, M[0][0] * 0)


def _arena(given: Iterable[Expr], modulus: Expr | None) -> _Arena:
    """Where expressions are computed: the field that they generate, with λ a root of the modulus where there is one."""
    return _arena_of(frozenset(g for x in given if not x.is_Rational for g in _generators(x)), modulus)


@lru_cache(maxsize=1024)
def _generators(expr: Expr) -> tuple[Expr, ...]:
    """The symbols, roots and functions in an expression; not what a function is of: π in cos(π/7) is no number here."""
    found = []
    traversal = preorder_traversal(expr)
    for x in traversal:
        if not (x.is_Rational or x.is_Add or x.is_Mul or (x.is_Pow and x.exp.is_Integer)):
            found.append(x)
        if x.is_Function and not isinstance(x, Abs):
            traversal.skip()
    return tuple(found)


@lru_cache(maxsize=128)
def _arena_of(generators: frozenset[Expr], modulus: Expr | None) -> _Arena:
    ordered = sorted(generators, key=default_sort_key)
    parts = {x: _square(x).as_content_primitive() for x in ordered if _is_square_root(x)}
    # A root inside another is reduced after it.
    radicands = sorted(dict.fromkeys(part for _, part in parts.values()), key=lambda x: -len(x.atoms(Pow)))
    symbols = {part: Symbol(f"√{k}") for k, part in enumerate(radicands)}
    independent = _independent(ordered)
    names: dict[Expr, Expr] = {LAMBDA: _VARIABLE, **independent}
    for x, (content, part) in parts.items():
        names[x] = (sqrt(content) * symbols[part]) ** (2 * x.exp if x.is_Pow else 1)
    inside = [x.xreplace(names) for x in (*ordered, *radicands)]
    arena = _Arena(base_field(inside), names, has_independent_symbols=bool(independent))
    moduli = [(s, arena.element(s**2 - part)) for part, s in symbols.items()]
    moduli += [] if modulus is None else [(_VARIABLE, arena.element(modulus))]
    return replace(arena, moduli=tuple((arena.index(s), arena.by_powers(p.numer, arena.index(s))) for s, p in moduli))


def _independent(generators: Sequence[Expr]) -> dict[Expr, Expr]:
    """What stands for powers with letters in the exponent, Kronecker deltas, and functions that are in no field.

    bⁿ⁺ᵏ is bᵏ times what stands for bⁿ. A δ is about numbers of steps, which are not negative: its letters are those.
    """
    symbols: dict[Expr, Symbol] = {}

    def symbol(x: Expr) -> Symbol:
        return symbols.setdefault(x, Symbol(f"#{len(symbols)}"))

    found: dict[Expr, Expr] = {}
    for x in generators:
        if isinstance(x, KroneckerDelta):
            k, steps = (x.args[1] - x.args[0]).as_coeff_Add()
            found[x] = Integer(0) if steps.is_Symbol and k > 0 else symbol(KroneckerDelta(steps, -k))
        elif x.is_Pow and not x.exp.is_Rational:
            k, letters = x.exp.as_coeff_Add()
            found[x] = x.base**k * symbol(Pow(x.base, letters, evaluate=False))
        elif x.is_Function and x.free_symbols and not _is_in_a_field(x):
            found[x] = symbol(x)
    return found


def _is_in_a_field(x: Expr) -> bool:
    try:
        base_field([x])
    except UnsupportedEntryError:
        return False
    return True


def _is_square_root(x: Expr) -> bool:
    """Whether an expression is |r|, or a power of √r where r has parameters, π or e in it and is not one of them."""
    if isinstance(x, Abs):
        return bool(x.args[0].is_real)
    if not x.is_Pow or not x.exp.is_Rational or x.exp.q != 2 or x.base.is_Atom:
        return False
    try:
        return base_field([x.base]).has_parameters
    except UnsupportedEntryError:
        return True  # r has such a root in it itself


def _square(x: Expr) -> Expr:
    """The radicand of a power of a square root, written in one way; the square of an absolute value."""
    return (x.args[0] ** 2 if isinstance(x, Abs) else x.base).expand()


# --- values of formulas ---------------------------------------------------------------------------------------------


@singledispatch
def _value(formula: Any, arena: _Arena) -> Value:  # noqa: ARG001  (the others need the arena)
    msg = f"{type(formula).__name__} has no value."
    raise TypeError(msg)


@_value.register
def _(formula: Expr, arena: _Arena) -> Value:
    return arena.element(formula)


@_value.register(MatrixBase)
def _(formula: MatrixBase, arena: _Arena) -> Value:
    return arena.matrix(formula) if isinstance(formula, ImmutableMatrix) else arena.rows(formula)


@_value.register
def _(formula: Name, arena: _Arena) -> Value:
    if formula.value is None:
        return arena.element(Symbol(formula.letter))
    return _value(formula.value, arena)


@_value.register
def _(formula: Minus, arena: _Arena) -> Value:
    return _times(arena.element(Integer(-1)), _value(formula.of, arena))


@_value.register
def _(formula: Sum, arena: _Arena) -> Value:
    return reduce(_plus, (_value(term, arena) for term in formula.terms))


@_value.register
def _(formula: Product, arena: _Arena) -> Value:
    return reduce(_times, (_value(factor, arena) for factor in formula.factors))


@_value.register
def _(formula: Quotient, arena: _Arena) -> Value:
    return _times(arena.element(Integer(1)) / _value(formula.below, arena), _value(formula.above, arena))


@_value.register
def _(formula: Power, arena: _Arena) -> Value:
    base = _value(formula.base, arena)
    if formula.exponent == "T":
        return _transposed(base)
    if formula.exponent == "*":
        return _transposed(arena.conjugated(formula.base))
    if not isinstance(formula.exponent, int):
        msg = "A power with a letter in its exponent has no value."
        raise TypeError(msg)
    if not isinstance(base, tuple):
        return base**formula.exponent
    if formula.exponent < 0:
        K = arena.field.domain
        inverse = DomainMatrix(list(map(list, base)), (len(base), len(base)), K).inv().to_list()
        base = tuple(map(tuple, inverse))
    if formula.exponent:
        return _raised(base, abs(formula.exponent))
    one, zero = arena.element(Integer(1)), arena.element(Integer(0))
    return tuple(tuple(one if i == j else zero for j in range(len(base))) for i in range(len(base)))


def _raised(base: Value, k: int) -> Value:
    """A power of a matrix, k > 0, by repeated squaring."""
    if k == 1:
        return base
    half = _raised(_times(base, base), k // 2)
    return _times(half, base) if k % 2 else half


@_value.register
def _(formula: Array, arena: _Arena) -> Value:
    M = tuple(tuple(_value(x, arena) for x in row) for row in formula.rows)
    return arena.determinant(M) if formula.fence == "||" else M


@_value.register(Tuple)
@_value.register(Column)
def _(formula: Tuple | Column, arena: _Arena) -> Value:
    return tuple((_value(x, arena),) for x in formula.entries)


@_value.register
def _(formula: Dot, arena: _Arena) -> Value:
    left, right = arena.conjugated(formula.left), _value(formula.right, arena)
    return sum((x * y for (x,), (y,) in zip(left, right, strict=True)), arena.element(Integer(0)))


@_value.register
def _(formula: Function, arena: _Arena) -> Value:
    if formula.name not in {"det", "tr", "rank", "nullity"}:
        msg = f"{formula.name} has no value."
        raise TypeError(msg)
    M = _value(formula.arguments[0], arena)
    if formula.name == "det":
        return arena.determinant(M)
    if formula.name == "tr":
        return reduce(_plus, (M[i][i] for i in range(len(M))), arena.element(Integer(0)))
    rank = arena.rank(M)
    return arena.element(Integer(rank if formula.name == "rank" else len(M[0]) - rank))


def _without_denominator(x: Value) -> Value:
    """An element, divided by its denominator where that is a number."""
    if isinstance(x, FracElement) and x.denom.is_ground:
        return x.raw_new(x.numer.quo_ground(x.denom.LC))
    return x


def _written_entries(formula: Formula) -> list[list[Expr]] | None:
    """The entries of a matrix that is written with expressions as entries; None for another formula."""
    if isinstance(formula, Name) and formula.value is not None:
        return _written_entries(formula.value)
    if isinstance(formula, MatrixBase):
        return formula.tolist()  # type: ignore[no-any-return]
    if isinstance(formula, Tuple | Column) and all(isinstance(x, Expr) for x in formula.entries):
        return [[x] for x in formula.entries]
    return None


def _plus(x: Value, y: Value) -> Value:
    if isinstance(x, tuple):
        return tuple(tuple(map(added, r, s)) for r, s in zip(x, y, strict=True))
    return added(x, y)


def _inner(row: Sequence[Value], column: Sequence[Value]) -> Value:
    return reduce(added, map(multiplied, row, column))


def _times(x: Value, y: Value) -> Value:
    if isinstance(x, tuple) and isinstance(y, tuple):
        columns = _transposed(y)
        return tuple(tuple(_inner(row, column) for column in columns) for row in x)
    if isinstance(x, tuple):
        return tuple(tuple(multiplied(a, y) for a in row) for row in x)
    if isinstance(y, tuple):
        return tuple(tuple(multiplied(x, a) for a in row) for row in y)
    return multiplied(x, y)


def _transposed(M: Value) -> Value:
    return tuple(zip(*M, strict=True))
