"""The eigenspace of an eigenvalue: row reduction, the solutions with their free unknowns, a basis, and the check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, ClassVar

from sympy import QQ, Expr, ImmutableMatrix, Integer, Rational, factor_terms, fraction, sqrt, together

from symeig.exact.expressions import LAMBDA
from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import ResidueRing
from symeig.worked.elimination import Elimination, Group, Row, RowOperation, Rows, reduce_rows
from symeig.worked.formulas import (
    Equality,
    Formula,
    Function,
    List,
    Minus,
    Name,
    Operation,
    Product,
    Quotient,
    Reduction,
    Relation,
    Statement,
    Sum,
    Tuple,
)
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling
from symeig.writing import line

__all__ = [
    "Eigenspace",
    "Entries",
    "RowReduction",
    "are_long",
    "assumptions",
    "basis",
    "checks",
    "describe",
    "details",
    "eigenspace",
    "in_line",
    "independence",
    "is_long",
    "linear_form",
    "named_basis",
    "reduction",
    "shifted_rows",
    "solved",
    "written",
]


# Digits of an entry over the rationals, and characters of another one, beyond which row operations are left out.
MANY_DIGITS, LONG_ENTRY = 18, 80

# Characters in vectors beyond which they are described and not written out.
LONG_VECTORS = 600


# --- entries --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entries:
    """How the entries of a case's matrices are computed and written.

    Attributes:
        ring: K[x]/q, where they are; x is √d for an eigenvalue r + s√d that is told by its value, else λ.
        base: K.
        eigenvalue: In the ring.
        write: An element as it is written.
    """

    ring: ResidueRing
    base: BaseField
    eigenvalue: tuple[Any, ...]
    write: Callable[[tuple[Any, ...]], Expr]

    @classmethod
    def of(cls, case: Case) -> Entries:
        """Those of a case.

        Examples:
            >>> from symeig import eigensystem
            >>> from symeig.worked.telling import Telling
            >>> case = Telling(eigensystem([[1, 1], [1, 0]]), "A - λI", (), ()).cases[1]
            >>> Entries.of(case).eigenvalue
            (1/2, 1/2)
        """
        base, ring, K = case.component.field, case.ring, case.ring.K
        if case.modulus is None and base.is_rational and case.component.degree == 2:
            return cls._of_surd(case)
        return cls(ring, base, ring.element([K.one, K.zero]), cache(case.write))

    @classmethod
    def _of_surd(cls, case: Case) -> Entries:
        c0, c1, c2 = map(int, case.component.coefficients)
        s, root = sqrt(Integer(c1 * c1 - 4 * c0 * c2)).as_coeff_Mul()
        part = case.value - Rational(-c1, 2 * c2)
        sign = 1 if part.expand() == s * root / (2 * c2) else -1
        ring = ResidueRing(QQ, (QQ.from_sympy(-(root**2)), QQ.zero, QQ.one))
        value = (QQ(-c1, 2 * c2), QQ(sign * int(s), 2 * c2))
        return cls(ring, case.component.field, value, cache(lambda x: QQ.to_sympy(x[0]) + QQ.to_sympy(x[1]) * root))

    def constant(self, c: Any) -> tuple[Any, ...]:
        """An element of K as one of the ring."""
        return (c, *[self.ring.K.zero] * (self.ring.degree - 1))

    def element(self, coefficients: Sequence[Any]) -> tuple[Any, ...]:
        """An element of K[λ]/p as one of the ring."""
        total = self.constant(self.ring.K.zero)
        for c in reversed(coefficients):
            total = self.ring.mul(total, self.eigenvalue)
            total = (total[0] + self.ring.K.convert(c), *total[1:])
        return total

    def column(self, entries: Iterable[tuple[Any, ...]]) -> tuple[Expr, ...]:
        """Elements as they are written."""
        return tuple(map(self.write, entries))

    def matrix(self, rows: Rows) -> ImmutableMatrix:
        """A matrix as it is written."""
        return ImmutableMatrix([self.column(row) for row in rows])

    def operation(self, x: RowOperation) -> Operation:
        """A row operation as it is written."""
        source = None if x.source is None else x.source + 1
        factor = None if x.factor is None else self.write(x.factor)
        return Operation("rows", x.target + 1, self.write(x.scale), source, factor)


def basis(case: Case) -> tuple[ImmutableMatrix, ...]:
    """The eigenvectors that are told: the first vector of each Jordan chain."""
    return tuple(chain[0] for chain in case.chains)


def shifted_rows(telling: Telling, entries: Entries) -> Rows:
    """A − λI or λI − A, as the convention has it, with elements of the case's ring as entries."""
    field, n = telling.system.field, telling.n
    zero = entries.constant(entries.ring.K.zero)
    sign = 1 if telling.convention == "A - λI" else -1
    A = [[field.element(x) for x in row] for row in telling.system.matrix.tolist()]
    return tuple(
        tuple(
            tuple(sign * (a - b) for a, b in zip(entries.constant(A[i][j]), shift, strict=True))
            for j in range(n)
            for shift in [entries.eigenvalue if i == j else zero]
        )
        for i in range(n)
    )


def assumptions(elements: Iterable[Any], field: BaseField) -> tuple[Expr, ...]:
    """The different irreducible expressions in parameters that must not be 0 for elements of K not to be 0."""
    found = {p.monic(): None for c in elements for part in (c.numer, c.denom) for p, _ in part.factor_list()[1]}
    expressions = [field.to_sympy(field.domain.field(p)) for p in found]
    if field.angles:
        expressions = [factor_terms(fraction(together(x))[0]) for x in expressions]
    return tuple(dict.fromkeys(x.as_content_primitive()[1] for x in expressions if x.free_symbols))


# --- row reduction --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class RowReduction(Step):
    """A − λI with the eigenvalue put in, brought to reduced echelon form.

    Attributes:
        shifted: The matrix as it is written.
        announcement: Of the row operations.
        reduction: From its entries to the reduced form.
        details: The same in single operations: what each group is for, and the operations in it.
        rank: The number of rows that are not 0.
        preface: What λ is, where several eigenvalues are told together.
        remarks: What there is to see in the result.
    """

    kind: ClassVar[str] = "row-reduction"

    shifted: Formula
    announcement: Message
    reduction: Reduction
    details: tuple[tuple[Message, Reduction], ...]
    rank: int
    preface: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()

    @property
    def before(self) -> ImmutableMatrix:
        """The entries of A − λI."""
        return self.reduction.matrices[0]

    @property
    def operation(self) -> tuple[Formula, ...]:
        """All row operations."""
        return tuple(x for group in self.reduction.operations for x in group)

    @property
    def after(self) -> ImmutableMatrix:
        """The reduced form."""
        return self.reduction.matrices[-1]

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The entries are those of A − λI, every operation is done, and the result has the rank."""
        modulus = self.reduction.modulus
        rank = Equality((Function("rank", (self.after,)), Integer(self.rank)), modulus=modulus)
        return (Equality((self.shifted, self.before), modulus=modulus), self.reduction, rank)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The matrix and its reduced form, from level 2 on with the operations, at level 3 one at a time."""
        told: list[Block] = [Paragraph(self.preface)] if self.preface else []
        if level == 1 and self.details:
            told.append(Paragraph((say("reduces-to", shifted=self.shifted),)))
            told.append(Display((Relation((self.before, self.after), "→"),)))
        elif level == 2 and self.details and self.before.is_diagonal():
            told.append(Display((Equality((self.shifted, self.before), modulus=self.reduction.modulus),)))
            told.append(Paragraph((say("diagonal-system"),)))
        elif level == 2 and self.details:
            told += [Paragraph((self.announcement,)), Display((self.reduction,))]
        else:
            told.append(Display((Equality((self.shifted, self.before), modulus=self.reduction.modulus),)))
            told += [Paragraph((self.announcement,))] if self.details else []
            told += [x for purpose, done in self.details for x in (Paragraph((purpose,)), Display((done,)))]
        return (*told, Paragraph(self.remarks)) if self.remarks else tuple(told)


def reduction(found: Elimination, case: Case, entries: Entries) -> Reduction:
    """An elimination as it is written."""
    matrices = tuple(map(entries.matrix, found.matrices))
    operations = tuple(tuple(map(entries.operation, group.operations)) for group in found.groups)
    return Reduction(matrices, operations, case.modulus)


def details(found: Elimination, case: Case, entries: Entries) -> tuple[tuple[Message, Reduction], ...]:
    """An elimination as it is written in single operations: what each group is for, and the group."""
    told, before = [], found.given
    for group in found.groups:
        matrices = tuple(map(entries.matrix, (before, *group.matrices)))
        operations = tuple((entries.operation(x),) for x in group.operations)
        told.append((_purpose(group, before, entries), Reduction(matrices, operations, case.modulus)))
        before = group.matrices[-1]
    return tuple(told)


def _purpose(group: Group, before: Rows, entries: Entries) -> Message:
    if group.row is None or group.column is None:
        return say(f"rows-{group.purpose}")
    x = group.operations[0]
    source = x.source if group.purpose == "swap" and x.source is not None else group.row
    pivot = before[source][group.column]
    return say(
        f"rows-{group.purpose}",
        row=Integer(source + 1),
        to=Integer(group.row + 1),
        column=Integer(group.column + 1),
        pivot=entries.write(pivot),
    )


# --- the eigenspace -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Eigenspace(Step):
    """The solutions of (A − λI)v = 0, and a basis of them.

    Attributes:
        shifted: A − λI as it is written.
        modulus: The polynomial of λ, where several eigenvalues are told together.
        equations: What the rows that are not 0 say, solved for the unknowns that are not free.
        parameters: What the free unknowns are set to.
        general: The solutions with those parameters.
        natural: The solutions where one parameter is 1 and the others are 0, as columns; nothing for large matrices.
        choices: For each vector of the basis the values of the parameters that give it.
        chosen: These values, as columns.
        vectors: The basis, by the names of its vectors.
        dimension: By the rank.
        reasons: Why the dimension had to be this one.
        checks: Av = λv multiplied out.
        full_checks: The same with every product written down; empty for large matrices.
        preface: What λ is, where no row operations say it before.
    """

    kind: ClassVar[str] = "eigenspace"

    shifted: Formula
    modulus: Expr | None
    equations: tuple[Formula, ...]
    parameters: tuple[Formula, ...]
    general: Formula | None
    natural: ImmutableMatrix | None
    choices: tuple[Message, ...]
    chosen: ImmutableMatrix | None
    vectors: tuple[Name, ...]
    dimension: Equality
    reasons: tuple[Message, ...]
    checks: tuple[Equality, ...]
    full_checks: tuple[Equality, ...]
    preface: tuple[Message, ...] = ()

    @property
    def before(self) -> Formula:
        """The matrix whose kernel it is."""
        return self.shifted

    @property
    def after(self) -> Formula:
        """The basis."""
        return List(tuple(map(written, self.vectors)))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The vectors and the general solution solve the system; the dimension by the rank; independence."""
        claims: list[Statement] = [self.dimension, *solved(self.shifted, self.vectors, self.modulus)]
        claims += [*self.checks, *independence(self.vectors, self.modulus)]
        if self.natural is not None and self.chosen is not None:
            zero = ImmutableMatrix.zeros(*self.natural.shape)
            claims.append(Equality((Product((self.shifted, self.natural)), zero), modulus=self.modulus))
            basis = ImmutableMatrix.hstack(*(v.value for v in self.vectors))
            claims.append(Equality((Product((self.natural, self.chosen)), basis), modulus=self.modulus))
        return tuple(claims)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The dimension and the basis; from level 2 on how they are found and checked."""
        told: list[Block] = []
        if self.general is not None and level > 1 and not are_long(self.vectors):
            told += self._solution()
        told.append(Paragraph((*self.preface, say("dimension-by-rank", dimension=self.dimension), *self._basis(level))))
        if level > 1 and not are_long(self.vectors):
            shown = self.full_checks if level > 2 and self.full_checks else self.checks
            told += [Paragraph((say("check-by-multiplying"),)), Display(shown)]
        return tuple(told)

    def _basis(self, level: int) -> Iterator[Message]:
        """Why the dimension had to be this one, and the basis."""
        count = len(self.vectors)
        if level > 1:
            yield from self.reasons
        are_told = bool(self.parameters) and level > 1
        if count > 1:
            name = "independent-by-choice" if are_told else "vectors-are-independent"
            letters = List(tuple(x.terms[1] for x in self.parameters if isinstance(x, Relation)))
            yield say(name, count=count, number=Integer(count), parameters=letters)
        if are_long(self.vectors):
            yield describe(self.vectors)
        elif are_told:
            yield say("basis-consists-of", vectors=List(tuple(Name(v.letter) for v in self.vectors)), count=count)
        else:
            yield say("basis-is", vectors=self.after, count=count)

    def _solution(self) -> Iterator[Block]:
        count = len(self.parameters)
        set_free = say("free-unknowns", values=List(self.parameters), count=count)
        if self.equations:
            yield Paragraph((say("rows-say", count=len(self.equations)),))
            yield Display(self.equations)
            yield Paragraph((set_free,))
        else:
            yield Paragraph((say("no-equation-is-left"), set_free))
        if self.general is not None:
            yield Display((self.general,))
        yield Paragraph(self.choices)


def written(v: Name) -> Equality:
    """A vector by its name and in full: v = (1, −2)."""
    return Equality((v, in_line(v)))


def are_long(vectors: Sequence[Name]) -> bool:
    """Whether vectors are too long to be written out."""
    return sum(len(line(x)) for v in vectors for x in in_line(v).entries) > LONG_VECTORS


def describe(vectors: Sequence[Name]) -> Message:
    """What is said of vectors that are too long to be written out."""
    names = List(tuple(Name(v.letter) for v in vectors))
    return say("vectors-are-long", vectors=names, count=len(vectors))


def in_line(v: Name) -> Tuple:
    """A vector by its entries in a line: (1, −2)."""
    return Tuple(tuple(v.value) if isinstance(v.value, ImmutableMatrix) else ())


def solved(shifted: Formula, vectors: Sequence[Name], modulus: Expr | None) -> Iterator[Equality]:
    """(A − λI)v = 0 for each vector."""
    for v in vectors:
        zero = ImmutableMatrix.zeros(len(in_line(v).entries), 1)
        yield Equality((Product((shifted, v)), zero), modulus=modulus)


def independence(vectors: Sequence[Name], modulus: Expr | None) -> Iterator[Equality]:
    """That vectors are independent; for a single one, that it is not 0."""
    columns = ImmutableMatrix.hstack(*(v.value for v in vectors))
    if len(vectors) == 1:
        yield Equality((columns,), ImmutableMatrix.zeros(*columns.shape), modulus)
    else:
        yield Equality((Function("rank", (columns,)), Integer(len(vectors))), modulus=modulus)


def eigenspace(telling: Telling, case: Case, goal: Message) -> Iterator[Step]:
    """The steps that find the eigenvectors of a case.

    Args:
        telling: The eigensystem and its conventions.
        case: The eigenvalue, or those that are told together.
        goal: The heading.
    """
    entries = Entries.of(case)
    if not telling.is_worked_in_full:
        yield _eigenspace(telling, case, goal, entries, None)
        return
    rows = shifted_rows(telling, entries)
    found = reduce_rows(rows, entries.ring, entries.base)
    if is_long(found, entries):
        yield _eigenspace(telling, case, goal, entries, None)
        return
    yield _row_reduction(telling, case, goal, entries, found)
    yield _eigenspace(telling, case, goal, entries, found)


def is_long(found: Elimination, entries: Entries) -> bool:
    """Whether the row operations are none that a person would write out."""
    factors = (x for group in found.groups for done in group.operations for x in (done.scale, done.factor) if x)
    elements = dict.fromkeys((*factors, *(x for rows in found.matrices for row in rows for x in row)))
    if entries.base.is_rational:
        return any(sum(len(str(c)) for c in x if c) > MANY_DIGITS for x in elements)
    return any(len(line(entries.write(x))) > LONG_ENTRY for x in elements)


def _row_reduction(telling: Telling, case: Case, goal: Message, entries: Entries, found: Elimination) -> RowReduction:
    shifted = telling.shifted(case.value)
    assumed = assumptions(found.assumed, entries.base)
    preface = () if case.modulus is None else (_why(telling, case),)
    return RowReduction(
        id=f"row-reduction-{case.places[0]}",
        goal=goal,
        why=_why(telling, case) if case.modulus is None else _what_lambda_is(telling, case),
        assumed=assumed,
        shifted=shifted,
        announcement=say("reduce-by-rows" if _is_first(telling, case) else "reduce-again", shifted=shifted),
        reduction=reduction(found, case, entries),
        details=details(found, case, entries),
        rank=len(found.pivots),
        preface=preface,
        remarks=tuple(_remarks(telling, case, found, assumed)),
    )


def _is_first(telling: Telling, case: Case) -> bool:
    return case.places[0] == telling.cases[0].places[0]


def _why(telling: Telling, case: Case) -> Message:
    shifted = telling.shifted(case.value)
    equation = Relation((Product((shifted, Name("v"))), Integer(0)), "=")
    eigenvalue = telling.title(case) if case.modulus is None else case.value
    return say("eigenvectors-solve", eigenvalue=eigenvalue, equation=equation)


def _what_lambda_is(telling: Telling, case: Case) -> Message:
    d, field = case.component.degree, case.component.field
    K = field.domain
    *lower, lead = map(K.convert, case.component.coefficients)
    rest = case.write([-c / lead for c in lower])
    return say(
        "lambda-is-any-root",
        names=telling.title(case),
        count=len(case.places),
        variable=LAMBDA,
        polynomial=case.modulus if case.modulus is not None else LAMBDA,
        power=Equality((LAMBDA**d, rest), modulus=case.modulus),
    )


def _remarks(telling: Telling, case: Case, found: Elimination, assumed: Sequence[Expr]) -> Iterator[Message]:
    if not found.pivots:
        yield say("shifted-is-zero")
    elif not found.groups:
        yield say("already-reduced")
    elif _is_first(telling, case):
        yield say("zero-row-had-to-appear", shifted=telling.shifted(case.value))
    if assumed:
        conditions = tuple(Relation((x, Integer(0)), "≠") for x in assumed)
        yield say("pivots-assumed", conditions=List(conditions), count=len(conditions))


def _eigenspace(telling: Telling, case: Case, goal: Message, entries: Entries, found: Elimination | None) -> Eigenspace:
    shifted, vectors = telling.shifted(case.value), named_basis(telling, case)
    n, g = telling.n, len(vectors)
    dimension = Equality(
        (Function("nullity", (shifted,)), Sum((Integer(n), Minus(Integer(n - g)))), Integer(g)), modulus=case.modulus
    )
    short = checks(telling, case, vectors)
    solution = _Solution(telling, case, entries, found) if found is not None else None
    omission = say(_omission(telling), value=case.value)
    return Eigenspace(
        id=f"eigenspace-{case.places[0]}",
        goal=goal,
        why=None if solution else _what_lambda_is(telling, case) if case.modulus is not None else omission,
        preface=(omission,) if solution is None and case.modulus is not None else (),
        shifted=shifted,
        modulus=case.modulus,
        equations=tuple(solution.equations()) if solution else (),
        parameters=solution.parameters if solution else (),
        general=solution.general() if solution else None,
        natural=solution.natural if solution else None,
        choices=tuple(solution.choices(vectors)) if solution else (),
        chosen=solution.chosen if solution else None,
        vectors=vectors,
        dimension=dimension,
        reasons=tuple(_reasons(case)),
        checks=short,
        full_checks=full_checks(telling, vectors, short) if solution else (),
    )


def _omission(telling: Telling) -> str:
    """Why the row operations are left out."""
    return "long-elimination" if telling.is_worked_in_full else "large-elimination"


def named_basis(telling: Telling, case: Case) -> tuple[Name, ...]:
    """The eigenvectors that are told, each named by the number of its column in P; v where it stands for several."""
    if case.modulus is not None and case.component.algebraic_multiplicity == 1:
        return (Name("v", basis(case)[0]),)
    first, named = telling.column(case), []
    for v, size in zip(basis(case), case.component.block_sizes, strict=True):
        named.append(Name(f"v_{first}", v))
        first += size
    return tuple(named)


def _reasons(case: Case) -> Iterator[Message]:
    m, g = case.component.algebraic_multiplicity, case.component.geometric_multiplicity
    if m == 1:
        yield say("dimension-of-simple", value=case.value)
    else:
        which = "is-largest" if m == g else "is-smaller"
        yield say(f"dimension-{which}", dimension=Integer(g), multiplicity=Integer(m))


def checks(telling: Telling, case: Case, vectors: Sequence[Name]) -> tuple[Equality, ...]:
    """Av = λv multiplied out for each vector."""
    entries = Entries.of(case)
    return tuple(
        Equality(tuple(_sides(telling, case, v, entries, chain[0])), modulus=case.modulus)
        for v, chain in zip(vectors, case.component.vectors, strict=True)
    )


def full_checks(telling: Telling, vectors: Sequence[Name], short: Sequence[Equality]) -> tuple[Equality, ...]:
    """The same with every product written down."""
    shown, rows = [], telling.system.matrix.tolist()
    for v, check in zip(vectors, short, strict=True):
        first, *others = check.sides
        products = Tuple(tuple(_product(row, in_line(v).entries) for row in rows))
        shown.append(replace(check, sides=(first, products, *others)))
    return tuple(shown)


def _product(row: Sequence[Expr], column: Sequence[Any]) -> Formula:
    """A row times a column, without the products that are 0."""
    terms = tuple(Product((a, x)) for a, x in zip(row, column, strict=True) if a != 0 and x != 0)
    return Sum(terms) if terms else Integer(0)


def _sides(telling: Telling, case: Case, v: Name, entries: Entries, vector: Any) -> Iterator[Formula]:
    """A(1, 1), (5, 5) and 5(1, 1)."""
    yield Product((telling.A, in_line(v)))
    yield Tuple(entries.column(entries.ring.mul(entries.eigenvalue, entries.element(x)) for x in vector))
    if case.value not in (0, 1):
        yield Minus(in_line(v)) if case.value == -1 else Product((case.value, in_line(v)))


@dataclass(frozen=True)
class _Solution:
    """The solutions of a reduced system.

    Attributes:
        telling: The eigensystem and its conventions.
        case: The eigenvalue.
        entries: How its entries are written.
        found: The elimination.
    """

    telling: Telling
    case: Case
    entries: Entries
    found: Elimination

    @cached_property
    def free(self) -> tuple[int, ...]:
        """The columns without a pivot."""
        return tuple(j for j in range(self.telling.n) if j not in self.found.pivots)

    @property
    def letters(self) -> tuple[Expr, ...]:
        """The parameters, one for each free unknown."""
        return self.telling.free[: len(self.free)]

    @property
    def parameters(self) -> tuple[Formula, ...]:
        """Y = t, z = s."""
        return tuple(Relation((self.telling.unknowns[j], t), "=") for j, t in zip(self.free, self.letters, strict=True))

    def equations(self) -> Iterator[Formula]:
        """What each row says, and what follows for the unknown of its pivot."""
        unknowns, K = self.telling.unknowns, self.entries.ring.K
        for row, pivot in zip(self.found.reduced, self.found.pivots, strict=False):
            x = unknowns[pivot]
            others = [j for j in self.free if any(row[j])]
            equation = Relation((self._sum(row, (pivot, *others)), Integer(0)), "=")
            solved = Relation((x, self._sum(self._solved(row, pivot), others) if others else Integer(0)), "=")
            is_solved = not others and row[pivot] == self.entries.constant(K.one)
            yield equation if is_solved else Relation((equation, solved), "⇒")

    def _solved(self, row: Row, pivot: int) -> Row:
        """The coefficients on the right of x = …."""
        inverse = -self.entries.ring.K.one / row[pivot][0]
        return tuple(tuple(c * inverse for c in entry) for entry in row)

    def _sum(self, row: Row, columns: Sequence[int]) -> Formula:
        return linear_form([self.entries.write(row[j]) for j in columns], [self.telling.unknowns[j] for j in columns])

    @cached_property
    def natural(self) -> ImmutableMatrix:
        """For each free unknown, the solution where it is 1 and the other free ones are 0; as columns."""
        K = self.entries.ring.K
        columns = []
        for f in self.free:
            column = [self.entries.constant(K.zero)] * self.telling.n
            column[f] = self.entries.constant(K.one)
            for row, pivot in zip(self.found.reduced, self.found.pivots, strict=False):
                column[pivot] = self._solved(row, pivot)[f]
            columns.append(self.entries.column(column))
        return ImmutableMatrix(columns).T

    def general(self) -> Formula:
        """(x, y, z) = t(1, 1, 0) + s(0, 2, 1)."""
        natural = self.natural
        terms = tuple(Product((t, Tuple(tuple(map(_entry, natural[:, k]))))) for k, t in enumerate(self.letters))
        return Relation((Tuple(self.telling.unknowns), terms[0] if len(terms) == 1 else Sum(terms)), "=")

    @cached_property
    def chosen(self) -> ImmutableMatrix:
        """The values of the parameters for each vector of the basis, as columns: its entries at the free unknowns."""
        return ImmutableMatrix([[v[f] for v in basis(self.case)] for f in self.free])

    def choices(self, vectors: Sequence[Name]) -> Iterator[Message]:
        """The same in words."""
        if len(vectors) > 1 and self.case.component.is_defective:
            yield say("choose-for-chains", P=Name("P"))
        chosen, natural = self.chosen, self.natural
        if len(vectors) > 1 and chosen == ImmutableMatrix.eye(len(vectors)):
            yield say("choose-one-by-one", parameters=List(self.letters), vectors=List(tuple(map(written, vectors))))
            return
        for k, v in enumerate(vectors):
            values = List(tuple(Relation((t, chosen[i, k]), "=") for i, t in enumerate(self.letters)))
            clears = len(vectors) == 1 and _has_fractions(natural) and not _has_fractions(v.value)
            name = "choose-against-fractions" if clears else "choose-parameters"
            yield say(name, values=values, vector=written(v))


def _has_fractions(column: Any) -> bool:
    return any(_over_denominator(x)[1] != 1 for x in column)


def linear_form(coefficients: Sequence[Expr], unknowns: Sequence[Expr]) -> Formula:
    """A sum of multiples of unknowns: 2x − y + z/2."""
    terms = tuple(_term(c, x) for c, x in zip(coefficients, unknowns, strict=True))
    return terms[0] if len(terms) == 1 else Sum(terms)


def _term(coefficient: Expr, unknown: Expr) -> Formula:
    """A coefficient times an unknown: 2x, −y, x/2."""
    if _leads_with_minus(coefficient):
        return Minus(_term((-coefficient).expand() if coefficient.is_Add else -coefficient, unknown))
    above, below = _over_denominator(coefficient)
    if below != 1:
        return Quotient(_term(above, unknown), below)
    return unknown if above == 1 else Product((above, unknown))


def _leads_with_minus(x: Expr) -> bool:
    """Whether a number that is no sum, or the highest power of λ, has a minus sign."""
    if x.is_Add:
        if LAMBDA not in x.free_symbols:
            return False
        x = max(x.args, key=lambda term: term.as_powers_dict().get(LAMBDA, 0))
    return bool(x.could_extract_minus_sign())


def _entry(x: Expr) -> Formula:
    above, below = _over_denominator(x)
    return Quotient(above, below) if below != 1 and x.is_Add else x


def _over_denominator(x: Expr) -> tuple[Expr, Expr]:
    """Numerator and denominator, where there are symbols or x is no sum; sums of numbers are left as they are."""
    if not x.is_Add:
        above, below = fraction(x)
    elif not x.free_symbols:
        above, below = x, Integer(1)
    elif any(fraction(term)[1].free_symbols for term in x.args):
        above, below = fraction(together(x))
    else:
        content, primitive = x.as_content_primitive()
        above, below = content.p * primitive, Integer(content.q)
    return above, below
