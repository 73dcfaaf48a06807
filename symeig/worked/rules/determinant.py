"""The determinant of A − λI, as a person would choose to compute it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any, ClassVar, TypeAlias

from sympy import Expr, ImmutableMatrix, Integer, Poly, Symbol, diag, eye
from sympy.polys.densearith import dup_add, dup_mul, dup_neg
from sympy.polys.matrices import DomainMatrix

from symeig.exact.eigenvalues import expression_in_lambda
from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import (
    Array,
    Equality,
    Formula,
    Function,
    List,
    Minus,
    Name,
    Operation,
    Power,
    Product,
    Quotient,
    Reduction,
    Relation,
    Statement,
    Sum,
)
from symeig.worked.messages import Message, say
from symeig.worked.rules.coefficients import LARGEST_CHECKED, coefficient_check
from symeig.worked.rules.expansion import (
    Axis,
    Blocks,
    Cofactors,
    Deflation,
    Line,
    Matrix,
    Traces,
    Triangular,
    best_line,
    best_move,
    characteristic_polynomial,
    minor,
    transposed,
)
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = [
    "CharacteristicPolynomial",
    "ComputedPolynomial",
    "DeterminantLine",
    "TracesOfPowers",
    "Writing",
    "determinant",
]

Polynomial: TypeAlias = list[Any]


# --- the steps ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class DeterminantLine(Step):
    """The determinant, written in another way.

    Attributes:
        determinant: What is computed.
        written: How it is written, the last one after what is done.
        opening: What stands before the first one when every computation is shown.
        unfolded: What stands before the last one then.
        done: The operations on rows and columns.
    """

    kind: ClassVar[str] = "determinant"

    determinant: Formula
    written: tuple[Formula, ...]
    opening: tuple[Formula, ...] = ()
    unfolded: tuple[Formula, ...] = ()
    done: tuple[Reduction, ...] = ()

    @property
    def before(self) -> Formula:
        """The determinant."""
        return self.determinant

    @property
    def operation(self) -> tuple[Formula, ...] | None:
        """The operations."""
        return tuple(x for reduction in self.done for group in reduction.operations for x in group) or None

    @property
    def after(self) -> Formula:
        """The last line."""
        return self.written[-1]

    @property
    def claim(self) -> tuple[Statement, ...]:
        """All lines are equal, and the operations lead from one matrix to the next."""
        return (Equality((self.determinant, *self.written)), *self.done)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The lines."""
        opening, unfolded = (self.opening, self.unfolded) if level > 2 else ((), ())
        sides = (self.determinant, *opening, *self.written[:-1], *unfolded, self.written[-1])
        return (Display((Equality(sides),)),)


@dataclass(frozen=True, kw_only=True)
class TracesOfPowers(Step):
    """The coefficients of a characteristic polynomial from traces (Faddeev and LeVerrier).

    Attributes:
        matrix: B.
        matrices: M₁, M₂, …; the last one is a multiple of the identity.
        coefficients: c₁, c₂, …
        determinant: What is computed.
        written: It, with the polynomial in the place of the determinant.
    """

    kind: ClassVar[str] = "faddeev-leverrier"

    matrix: Name
    matrices: tuple[ImmutableMatrix, ...]
    coefficients: tuple[Expr, ...]
    determinant: Formula
    written: Formula

    @property
    def before(self) -> Formula:
        """The matrix."""
        return self.matrix

    @property
    def after(self) -> Formula:
        """The determinant."""
        return self.written

    @cached_property
    def lines(self) -> tuple[Equality, ...]:
        """Each matrix and each coefficient from those before."""
        found = []
        identity = Name("I", ImmutableMatrix(eye(len(self.coefficients))))
        previous: tuple[Name, Name] | None = None
        for k, (M, c) in enumerate(zip(self.matrices, self.coefficients, strict=True), 1):
            made: Formula = self.matrix
            if previous is not None:
                made = Product((self.matrix, Sum((previous[0], Product((previous[1], identity))))))
            m, letter = Name(f"M_{k}", M), Name(f"c_{k}", c)
            trace = Function("tr", (m,))
            found += [
                Equality((m, made, M)),
                Equality((letter, Minus(trace if k == 1 else Quotient(trace, Integer(k))), c)),
            ]
            previous = m, letter
        return tuple(found)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Each line, that the last matrix is −c·I, and the determinant."""
        n = len(self.coefficients)
        last = Equality((self.matrices[-1], ImmutableMatrix(diag(*[-self.coefficients[-1]] * n))))
        return (*self.lines, last, Equality((self.determinant, self.written)))

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The matrices with their traces, and the polynomial."""
        letters = List(tuple(Symbol(f"c_{k}") for k in range(1, len(self.coefficients) + 1)))
        return (
            Display(self.lines),
            Paragraph((say("traces-end", last=Symbol(f"M_{len(self.matrices)}"), coefficients=letters),)),
            Display((Equality((self.determinant, self.written)),)),
        )


@dataclass(frozen=True, kw_only=True)
class CharacteristicPolynomial(Step):
    """The determinant, multiplied out.

    Attributes:
        determinant: What was computed.
        product: What was left to be multiplied out; None for nothing.
        polynomial: The polynomial.
        is_news: Whether the lines before do not already end with it.
    """

    kind: ClassVar[str] = "characteristic-polynomial"

    determinant: Formula
    product: Formula | None
    polynomial: Expr
    is_news: bool = True

    @property
    def before(self) -> Formula:
        """The determinant."""
        return self.determinant

    @property
    def after(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The polynomial is the determinant."""
        product = () if self.product is None else (self.product,)
        return (Equality((self.determinant, *product, self.polynomial)),)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The equation."""
        if level > 1:
            return (Paragraph((say("multiplied-out"),)), Display(self.claim)) if self.is_news else ()
        return (Display((Equality((self.determinant, self.polynomial)),)),)


@dataclass(frozen=True, kw_only=True)
class ComputedPolynomial(Step):
    """The characteristic polynomial of a matrix that is too large to be worked by hand.

    Attributes:
        determinant: Of A − λI or λI − A.
        matrix: A.
        polynomial: In the convention of the telling.
        sign: What it is times the monic one.
    """

    kind: ClassVar[str] = "computed-polynomial"

    determinant: Formula
    matrix: ImmutableMatrix
    polynomial: Expr
    sign: int

    @property
    def before(self) -> Formula:
        """The determinant."""
        return self.determinant

    @property
    def after(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @cached_property
    def claim(self) -> tuple[Statement, ...]:
        """The values at n + 1 numbers, which no other polynomial of this degree has; with parameters, the equation."""
        if self.matrix.free_symbols:
            return (Equality((self.determinant, self.polynomial)),)
        n = self.matrix.rows
        coefficients = Poly(self.polynomial, LAMBDA).all_coeffs() if n else [Integer(1)]
        statements = []
        for point in (Integer((k + 1) // 2 * (-1) ** k) for k in range(n + 1)):
            value = Integer(0)
            for c in coefficients:
                value = value * point + c
            shifted = ImmutableMatrix(self.matrix - point * eye(n))
            sign = self.sign * (-1) ** n
            statements.append(Equality((Function("det", (shifted,)), (sign * value).expand())))
        degree = Equality((Integer(len(coefficients) - 1), Integer(n)))
        return (degree, *statements)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The polynomial; it is checked by `claim`, not by the arithmetic of rational functions."""
        return (Paragraph((say("polynomial-computed", determinant=self.determinant, polynomial=self.polynomial),)),)


# --- writing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Writing:
    """How polynomials and matrices over the field are written in the convention of a telling.

    Attributes:
        telling: The telling.
    """

    telling: Telling

    @cached_property
    def K(self) -> Any:
        """The field's domain."""
        return self.telling.system.field.domain

    @cached_property
    def A(self) -> Matrix:
        """The matrix over K."""
        field = self.telling.system.field
        return tuple(tuple(field.element(x) for x in row) for row in self.telling.system.given.rows)

    @cached_property
    def determinant(self) -> Formula:
        """det(A − λI)."""
        return Function("det", (self.telling.shifted(),))

    @property
    def is_monic(self) -> bool:
        """Whether λ has the sign + on the diagonal."""
        return self.telling.convention == "λI - A"

    def number(self, x: Any) -> Expr:
        """An element of K."""
        return self.telling.system.field.to_sympy(x)

    def polynomial(self, p: Polynomial) -> Expr:
        """A polynomial as it is."""
        return expression_in_lambda(p[::-1], self.telling.system.field)

    def signed(self, p: Polynomial) -> Expr:
        """A factor of det(λI − A) with the sign that it has in the convention."""
        return self.polynomial(p if self.is_monic or len(p) % 2 else dup_neg(p, self.K))

    def shifted(self, A: Matrix) -> list[list[Polynomial]]:
        """λI − A, or A − λI, as polynomials."""
        one = self.K.one if self.is_monic else -self.K.one
        a = [[-x if self.is_monic else x for x in row] for row in A]
        return [[[one, x] if i == j else [x] * bool(x) for j, x in enumerate(row)] for i, row in enumerate(a)]

    def collected(self, factors: Sequence[Polynomial], *, is_tidy: bool = False) -> Formula:
        """A product of factors of det(λI − A) in the convention, equal ones as powers and the sign in front.

        Args:
            factors: Monic.
            is_tidy: Whether λ + 2 is written for −2 − λ.
        """
        one = self.telling.sign
        shown: list[Formula] = []
        for p in factors:
            is_turned = not self.is_monic and len(p) == 2 and bool(p[1])
            if is_turned and not (is_tidy and self._is_positive(p[1])):
                one = -one
                shown.append(self.signed(p))
            else:
                shown.append(self.polynomial(p))
        return self.term(one, shown)

    def _is_positive(self, x: Any) -> bool:
        number = self.number(x)
        return bool(number.is_Rational and number.is_positive)

    def entries(self, M: Sequence[Sequence[Polynomial]]) -> tuple[tuple[Expr, ...], ...]:
        """A matrix of polynomials."""
        return tuple(tuple(self.polynomial(p) for p in row) for row in M)

    def array(self, M: Sequence[Sequence[Polynomial]]) -> Formula:
        """The determinant of a matrix of polynomials; of one with one entry, the entry."""
        rows = self.entries(M)
        return rows[0][0] if len(rows) == 1 else Array(rows, "||")

    def term(self, sign: int, factors: Sequence[Formula]) -> Formula:
        """A term of a sum: its number first with the sign in front of it, equal factors as a power."""
        number = Integer(sign)
        others: list[Formula] = []
        for factor in factors:
            if isinstance(factor, Expr) and LAMBDA not in factor.free_symbols:
                number *= factor
            elif factor == -LAMBDA:
                number, others = -number, [*others, LAMBDA]
            else:
                others.append(factor)
        negative = bool(number.as_coeff_Mul()[0].is_negative) and not number.is_Add
        shown = powers(sorted(others, key=lambda x: x != LAMBDA))
        if not shown or number not in {Integer(1), Integer(-1)}:
            shown.insert(0, -number if negative else number)
        return Minus(product(shown)) if negative else product(shown)


def powers(factors: Sequence[Formula]) -> list[Formula]:
    """Equal factors, each as a power, in the order in which they first come."""
    counted = {x: sum(x == y for y in factors) for x in factors}
    return [x if k == 1 else Power(x, k) for x, k in counted.items()]


def product(factors: Sequence[Formula]) -> Formula:
    """A product, of one factor the factor itself."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def total(terms: Sequence[Formula]) -> Formula:
    """A sum, of one term the term itself."""
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


# --- the rule -------------------------------------------------------------------------------------------------------


def determinant(telling: Telling) -> Iterator[Step]:
    """The steps from the matrix A − λI to the characteristic polynomial.

    Args:
        telling: The eigensystem and its conventions.
    """
    writing = Writing(telling)
    if not telling.n:
        return
    goal = say("section-characteristic")
    coefficients = list(telling.system.charpoly.coefficients)[::-1]
    polynomial = writing.signed(coefficients)
    if not telling.is_worked_in_full:
        yield ComputedPolynomial(
            id="characteristic-polynomial",
            goal=goal,
            determinant=writing.determinant,
            matrix=telling.system.matrix,
            polynomial=polynomial,
            sign=telling.sign,
        )
        return
    work = _Work(writing, goal)
    yield from work.steps()
    factors = work.factors
    is_product = len(factors) > 1 and any(any(p[1:]) for p in factors)
    yield CharacteristicPolynomial(
        id="characteristic-polynomial",
        goal=goal,
        determinant=writing.determinant,
        product=writing.collected(factors) if is_product else None,
        polynomial=polynomial,
        is_news=is_product and telling.n <= LARGEST_CHECKED,
    )
    has_trace = work.has_traces or is_product
    if telling.n > 1 and not (has_trace and telling.n > LARGEST_CHECKED):
        yield coefficient_check(telling, goal, polynomial)


class _Work:
    """The lines of a computation: factors that are found, and determinants that are still to be computed.

    Attributes:
        factors: Those of det(λI − A) that were found, in the order in which they are written.
        has_traces: Whether coefficients were computed from traces.
    """

    def __init__(self, writing: Writing, goal: Message) -> None:
        self.factors: list[Polynomial] = []
        self._writing = writing
        self._goal = goal
        self._open: list[Matrix] = [writing.A]
        self._numbers = count(1)
        self._started = False
        self._said: set[str] = set()
        self.has_traces = False

    def steps(self) -> Iterator[Step]:
        """All steps until no determinant is left."""
        while self._open:
            A = self._open.pop(0)
            if len(A) == 1:
                self.factors.append([self._writing.K.one, -A[0][0]])
                continue
            move = best_move(A, self._writing.K)
            yield from _MOVES[type(move)](self, A, move)

    def _around(self, *core: Formula) -> Formula:
        """A part of the product together with the factors before it and the determinants after it."""
        w = self._writing
        before = [w.signed(p) for p in self.factors]
        after = [w.array(w.shifted(A)) for A in self._open]
        return product([*before, *core, *after])

    def _ending(self, p: Polynomial) -> Formula:
        """The product with a polynomial in the place of a determinant, like factors together where all are found."""
        w = self._writing
        degree = len(p) - 1
        if not self._open and not any(p[1:]):
            return w.collected([*self.factors, *[[w.K.one, w.K.zero]] * degree])
        if not self._open and p in self.factors:
            return w.collected([*self.factors, p])
        return self._around(w.signed(p))

    def _line(self, why: Message, *written: Formula, **others: Any) -> DeterminantLine:
        self._started = True
        return DeterminantLine(
            id=f"determinant-{next(self._numbers)}",
            goal=self._goal,
            why=why,
            level=2,
            determinant=self._writing.determinant,
            written=written,
            **others,
        )

    def _start(self, A: Matrix) -> tuple[Formula, ...]:
        """What is computed, where no line before ends with it."""
        return () if self._started else (self._around(self._writing.array(self._writing.shifted(A))),)

    def _factor(self, value: Any) -> Polynomial:
        return [self._writing.K.one, -value]

    # --- the moves ---

    def triangular(self, A: Matrix, _: Triangular) -> Iterator[Step]:
        """The product of the entries on the diagonal."""
        w = self._writing
        factors = [self._factor(A[i][i]) for i in range(len(A))]
        diagonal = [w.signed(p) for p in factors]
        name = "determinant-triangular" if len(A) > 2 or not self.factors else "determinant-of-two-triangular"
        found = self._around(*diagonal) if self._open else w.collected([*self.factors, *factors])
        yield self._line(say(name), *self._start(A), found)
        self.factors += factors

    def line(self, A: Matrix, move: Line) -> Iterator[Step]:
        """Expansion along a line with one entry."""
        w, i = self._writing, move.index
        rest, factor = minor(A, i, i), self._factor(A[i][i])
        why = say(f"determinant-along-{move.axis}", number=Integer(i + 1))
        expanded = self._around(w.signed(factor), w.array(w.shifted(rest)))
        yield self._line(why, *self._start(A), expanded)
        self.factors.append(factor)
        self._open.insert(0, rest)

    def blocks(self, A: Matrix, move: Blocks) -> Iterator[Step]:
        """The product of the determinants of the blocks."""
        w = self._writing
        parts = [tuple(tuple(A[i][j] for j in c) for i in c) for c in move.classes]
        ordered = tuple(tuple(A[i][j] for j in move.order) for i in move.order)
        order = List(tuple(Integer(i + 1) for i in move.order))
        why = say("determinant-blocks") if move.is_in_order else say("determinant-permuted", order=order)
        split = self._around(*(w.array(w.shifted(part)) for part in parts))
        yield self._line(
            why, *(self._start(A) if move.is_in_order else [self._around(w.array(w.shifted(ordered)))]), split
        )
        self._open = parts + self._open

    def deflation(self, A: Matrix, move: Deflation) -> Iterator[Step]:
        """A common factor by adding up lines, zeros by the vector that is left, and expansion along it."""
        w, i, v = self._writing, move.pivot, move.vector
        across: Axis = "rows" if move.axis == "columns" else "columns"
        turn: Callable[[Any], Any] = (lambda M: M) if move.axis == "columns" else transposed
        M = turn(tuple(map(tuple, w.shifted(A))))
        factor = self._factor(move.value)
        shown = w.shifted(((move.value,),))[0][0]
        numbers = [w.K(c) for c in v]
        multiplied = tuple(
            (*row[:i], [c * x for x in shown] if c else [], *row[i + 1 :]) for row, c in zip(M, numbers, strict=True)
        )
        divided = tuple((*row[:i], [c] if c else [], *row[i + 1 :]) for row, c in zip(M, numbers, strict=True))
        pivot_row = divided[i]
        cleared = tuple(
            row
            if j == i or not v[j]
            else tuple(_plus(p, _scaled(q, -numbers[j]), w.K) for p, q in zip(row, pivot_row, strict=True))
            for j, row in enumerate(divided)
        )
        added = tuple(
            Operation(move.axis, i + 1, Integer(1), j + 1, Integer(c)) for j, c in enumerate(v) if c and j != i
        )
        removed = tuple(
            Operation(across, j + 1, Integer(1), i + 1, Integer(-c)) for j, c in enumerate(v) if c and j != i
        )
        first = Reduction((self._matrix(turn(M)), self._matrix(turn(multiplied))), (added,))
        second = Reduction((self._matrix(turn(divided)), self._matrix(turn(cleared))), (removed,))
        name = "determinant-add-all" if len(added) == len(A) - 1 and set(v) == {1} else "determinant-add"
        why = say(f"{name}-{move.axis}", operations=List(added), number=Integer(i + 1), factor=w.signed(factor))
        out = w.signed(factor)
        yield self._line(
            why, self._around(w.array(turn(multiplied))), self._around(out, w.array(turn(divided))), done=(first,)
        )
        why = say(f"determinant-clear-{move.axis}", operations=List(removed), count=len(removed), number=Integer(i + 1))
        smaller = self._around(out, w.array(w.shifted(move.rest)))
        yield self._line(why, self._around(out, w.array(turn(cleared))), smaller, done=(second,))
        self.factors.append(factor)
        self._open.insert(0, move.rest)

    def _matrix(self, M: Sequence[Sequence[Polynomial]]) -> ImmutableMatrix:
        return ImmutableMatrix(self._writing.entries(M))

    def cofactors(self, A: Matrix, _: Cofactors) -> Iterator[Step]:
        """Expansion along the line with most zeros, until determinants of two rows are left."""
        w = self._writing
        p = characteristic_polynomial(A, w.K)
        M = w.shifted(A)
        terms = [_Term(1, (), M)]
        while any(term.minor and len(term.minor) > 2 for term in terms):
            largest = max(len(term.minor) for term in terms)
            axis, index = best_line(max(terms, key=lambda term: len(term.minor)).minor)
            why = say(f"determinant-expand-{axis}", number=Integer(index + 1))
            if len(terms) > 1:
                why = say("determinant-expand-again")
            terms = [x for term in terms for x in (_expanded(term) if len(term.minor) == largest else [term])]
            if all(not term.minor and _is_monomial(term) for term in terms):
                break
            yield self._line(why, self._around(self._sum(terms, w.array)))
        result = self._ending(p)
        if len(A) == 2:
            single = self._multiplied_out(M)
            unfolded = (self._around(total(single)),) if len(single) > sum(map(bool, p)) else ()
            why = say("determinant-of-two-again" if "two" in self._said else "determinant-of-two")
            self._said.add("two")
            yield self._line(why, self._around(self._formula(M)), result, unfolded=unfolded)
        elif any(term.minor for term in terms):
            unfolded = (self._around(self._sum(terms, self._formula)),)
            why = say("determinant-of-each")
            values = [] if all(map(self._has_one_term, terms)) else [self._around(self._sum(terms, self._value))]
            yield self._line(why, *values, result, opening=unfolded)
        else:
            monomials = all(map(_is_monomial, terms))
            minors = (self._around(self._minors(M)),) if len(M) == 3 and monomials else ()
            yield self._line(why if monomials else say("multiply-out", variable=LAMBDA), *minors, result)
        self.factors.append(p)

    def _sum(self, terms: Sequence[_Term], write: Callable[[Any], Formula]) -> Formula:
        w = self._writing
        return total(
            [w.term(t.sign, [*map(w.polynomial, t.factors), *([write(t.minor)] if t.minor else [])]) for t in terms]
        )

    def _minors(self, M: Sequence[Sequence[Polynomial]]) -> Formula:
        """The expansion of a determinant along its best line, with the minors as they stand."""
        w, (axis, index) = self._writing, best_line(M)
        places = [(index, k) if axis == "rows" else (k, index) for k in range(len(M))]
        return total(
            [w.term((-1) ** (i + j), [w.polynomial(M[i][j]), w.array(minor(M, i, j))]) for i, j in places if M[i][j]]
        )

    def _formula(self, M: Sequence[Sequence[Polynomial]]) -> Formula:
        """The product on the diagonal minus the other one, not multiplied out."""
        w, ((a, b), (c, d)) = self._writing, M
        (a, d), (b, c) = ((y, x) if len(y) < 2 <= len(x) else (x, y) for x, y in ((a, d), (b, c)))
        terms = [_product_of_two(w.polynomial(a), w.polynomial(d))] if a and d else []
        if b and c:
            terms.append(Minus(_product_of_two(w.polynomial(b), w.polynomial(c))))
        return total(terms or [Integer(0)])

    def _has_one_term(self, term: _Term) -> bool:
        """Whether a term is a number times a power of λ when its determinant is computed."""
        return _is_monomial(term) and (not term.minor or sum(map(bool, self._two_rows(term.minor))) < 2)

    def _two_rows(self, M: Sequence[Sequence[Polynomial]]) -> Polynomial:
        """The value of a determinant with two rows."""
        K, ((a, b), (c, d)) = self._writing.K, M
        return _plus(dup_mul(a, d, K), dup_neg(dup_mul(b, c, K), K), K)

    def _value(self, M: Sequence[Sequence[Polynomial]]) -> Formula:
        """The value of a determinant with two rows, as it is written."""
        return self._writing.polynomial(self._two_rows(M))

    def _multiplied_out(self, M: Sequence[Sequence[Polynomial]]) -> list[Formula]:
        """The terms of a determinant with two rows one by one."""
        w, ((a, b), (c, d)) = self._writing, M
        terms = [
            w.polynomial([x * y, *[w.K.zero] * (len(a) - 1 - i + len(d) - 1 - j)])
            for i, x in enumerate(a)
            for j, y in enumerate(d)
            if x and y
        ]
        return [*terms, w.polynomial(dup_neg(dup_mul(b, c, w.K), w.K))] if b and c else terms

    def traces(self, A: Matrix, _: Traces) -> Iterator[Step]:
        """The method of Faddeev and LeVerrier."""
        self.has_traces = True
        w, n = self._writing, len(A)
        B = DomainMatrix(list(map(list, A)), (n, n), w.K)
        identity = DomainMatrix.eye(n, w.K).to_dense()
        M, matrices, coefficients = B, [], []
        for k in range(1, n + 1):
            rows = M.to_list()
            c = -sum((rows[i][i] for i in range(n)), w.K.zero) / w.K(k)
            matrices.append(ImmutableMatrix([[w.number(x) for x in row] for row in rows]))
            coefficients.append(c)
            M = B * (M + identity.scalarmul(c))
        p = [w.K.one, *coefficients]
        name = w.telling.A if A == w.A else Name("B", ImmutableMatrix([[w.number(x) for x in row] for row in A]))
        letters = [Symbol(f"c_{k}") for k in range(1, n + 1)]
        terms = (
            LAMBDA**n,
            *(Product((c, LAMBDA**k)) if k else c for c, k in zip(letters, range(n - 1, -1, -1), strict=True)),
        )
        shifted = Sum((Product((LAMBDA, w.telling.identity)), Minus(name)))
        pattern = Relation((Function("det", (shifted,)), Sum(terms)), "=")
        yield TracesOfPowers(
            id=f"determinant-{next(self._numbers)}",
            goal=self._goal,
            why=say("determinant-by-traces", polynomial=pattern),
            level=2,
            matrix=name,
            matrices=tuple(matrices),
            coefficients=tuple(map(w.number, coefficients)),
            determinant=w.determinant,
            written=self._around(w.signed(p)),
        )
        self.factors.append(p)


_MOVES: dict[type, Callable[[_Work, Matrix, Any], Iterator[Step]]] = {
    Triangular: _Work.triangular,
    Line: _Work.line,
    Blocks: _Work.blocks,
    Deflation: _Work.deflation,
    Cofactors: _Work.cofactors,
    Traces: _Work.traces,
}


@dataclass(frozen=True)
class _Term:
    """A term of an expansion: sign · factors · determinant of the minor; no minor where it is computed."""

    sign: int
    factors: tuple[Polynomial, ...]
    minor: Sequence[Sequence[Polynomial]]


def _product_of_two(x: Expr, y: Expr) -> Formula:
    """A product as it is written: 1·2, but λ² and not λλ, and λ, not 1λ."""
    if x.is_Number and y.is_Number:
        return Product((x, y))
    return product(powers([z for z in (x, y) if z != 1]) or [Integer(1)])


def _is_monomial(term: _Term) -> bool:
    """Whether the factors multiply to a number times a power of λ."""
    return not any(len(p) > 1 and any(p[1:]) for p in term.factors)


def _expanded(term: _Term) -> Iterator[_Term]:
    """A term whose determinant is expanded along its best line, or computed at once where it is triangular."""
    axis, index = best_line(term.minor)
    for k in range(len(term.minor)):
        i, j = (index, k) if axis == "rows" else (k, index)
        entry = term.minor[i][j]
        if not entry:
            continue
        M = minor(term.minor, i, j)
        sign, factors = term.sign * (-1) ** (i + j), (*term.factors, entry)
        above = any(M[r][c] for r in range(len(M)) for c in range(r + 1, len(M)))
        below = any(M[r][c] for r in range(len(M)) for c in range(r))
        if above and below:
            yield _Term(sign, factors, M)
        elif all(M[r][r] for r in range(len(M))):
            yield _Term(sign, (*factors, *(M[r][r] for r in range(len(M)))), ())


def _scaled(p: Polynomial, c: Any) -> Polynomial:
    return [c * x for x in p]


def _plus(p: Polynomial, q: Polynomial, K: Any) -> Polynomial:
    return list(dup_add(p, q, K))
