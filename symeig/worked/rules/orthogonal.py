"""From bases of eigenspaces to an orthonormal basis of eigenvectors: Gram–Schmidt inside each, lengths last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import lcm
from typing import Any, ClassVar

from sympy import Expr, ImmutableMatrix, Integer, Pow, Rational, diag, fraction, sqrt

from symeig.exact.closed_forms import square_root
from symeig.exact.components import Component
from symeig.exact.expressions import LAMBDA
from symeig.exact.orthogonal import orthogonal_basis
from symeig.worked.formulas import (
    Array,
    Dot,
    Equality,
    Formula,
    List,
    Minus,
    Name,
    Power,
    Product,
    Quotient,
    Relation,
    Row,
    Script,
    Statement,
    Sum,
    Tuple,
)
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling
from symeig.writing import line

__all__ = [
    "GramSchmidt",
    "Normalisation",
    "OrthogonalAcross",
    "OrthogonalAssembly",
    "OrthogonalAssemblyOfCases",
    "OrthogonalChoice",
    "across",
    "orthogonal_assembly",
    "orthonormal",
]

# Characters in the orthogonal vectors of a case beyond which they are described and not written out.
LONG_VECTORS = 500


# --- different eigenvalues ------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class OrthogonalAcross(Step):
    """Eigenvectors of different eigenvalues are orthogonal, with one example.

    Attributes:
        A: The matrix.
        adjoint: The sign of the transpose that leaves A as it is: "T" or "*".
        pair: Eigenvectors of different eigenvalues; empty where all eigenvalues are told by one λ.
        modulus: For λ in the pair.
    """

    kind: ClassVar[str] = "orthogonal-across"

    A: Name
    adjoint: Script
    pair: tuple[Name, ...]
    modulus: Expr | None = None

    @property
    def after(self) -> Formula | None:
        """The inner product of the two."""
        return self._product[0] if self._product else None

    @property
    def _product(self) -> tuple[Equality, ...]:
        return (Equality((Dot(*self.pair), Integer(0)), modulus=self.modulus),) if self.pair else ()

    @property
    def claim(self) -> tuple[Statement, ...]:
        """A is its own (conjugate) transpose, and the two are orthogonal."""
        return (Equality((Power(self.A, self.adjoint), self.A)), *self._product)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The reason from level 2 on, and the example."""
        u, w, A = Name("x"), Name("y"), Name("A")
        first, second = Name("lambda_1"), Name("lambda_2")
        chain = Relation(
            (
                Product((first, Dot(u, w))),
                Dot(Product((A, u)), w),
                Dot(u, Product((A, w))),
                Product((second, Dot(u, w))),
            ),
            "=",
        )
        told: tuple[Block, ...] = ()
        if level > 1:
            symmetric = Equality((Power(self.A, self.adjoint), self.A))
            pair = List(
                (
                    Relation((Product((A, u)), Product((first, u))), "="),
                    Relation((Product((A, w)), Product((second, w))), "="),
                )
            )
            orthogonal = Relation((Dot(u, w), Integer(0)), "=")
            unequal = Relation((first, second), "≠")
            told = (
                Paragraph((say("across-reason", pair=pair, unequal=unequal, symmetric=symmetric),)),
                Display((chain,)),
                Paragraph((say("across-conclusion", unequal=unequal, orthogonal=orthogonal),)),
            )
        if level > 1 and self._product:
            told += (Paragraph((say("across-example"),)), Display((*_given(self.pair), *self._product)))
        return told


def across(telling: Telling, goal: Message) -> Iterator[Step]:
    """The step that says why eigenvectors of different eigenvalues need not be made orthogonal.

    Args:
        telling: The eigensystem of a symmetric or Hermitian matrix.
        goal: The heading.
    """
    if len(telling.system.eigenspaces) < 2:
        return
    pairs = [(a, b) for a, b in combinations(telling.cases, 2) if a.modulus is None or b.modulus is None]
    pair = min(pairs, key=lambda pair: pair[0].component.degree + pair[1].component.degree, default=())
    names = tuple(_names(telling, case, "v")[0] for case in pair)
    yield OrthogonalAcross(
        id="orthogonal-across",
        goal=goal,
        why=say("across-first"),
        A=telling.A,
        adjoint=_adjoint(telling),
        pair=tuple(Name(name, _tuple(case.chains[0][0])) for name, case in zip(names, pair, strict=True)),
        modulus=next((case.modulus for case in pair if case.modulus is not None), None),
    )


# --- one eigenspace -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class _InEigenspace(Step):
    """A step with orthogonal vectors in one eigenspace.

    Attributes:
        difference: A − λI.
        vectors: The orthogonal vectors.
        modulus: For λ; None where the eigenvalue is a number.
    """

    difference: Formula
    vectors: tuple[Name, ...]
    modulus: Expr | None = None

    @property
    def after(self) -> Formula:
        """The vectors."""
        return List(_given(self.vectors))

    def _equal(self, *sides: Formula) -> Equality:
        return Equality(sides, modulus=self.modulus)

    @property
    def _eigenvectors(self) -> tuple[Equality, ...]:
        zero = Tuple((Integer(0),) * len(_entries(self.vectors[0])))
        return tuple(self._equal(Product((self.difference, u)), zero) for u in self.vectors)

    @property
    def _orthogonal(self) -> tuple[Equality, ...]:
        return tuple(self._equal(Dot(u, w), Integer(0)) for u, w in combinations(self.vectors, 2))


@dataclass(frozen=True, kw_only=True)
class GramSchmidt(_InEigenspace):
    """An orthogonal basis of an eigenspace from a basis, without lengths.

    Attributes:
        basis: v₁, v₂, …
        ratios: For each vector but the first the (uⱼ · vₖ)/(uⱼ · uⱼ) for the vectors uⱼ before.
        combinations: For each but the first the numbers c, c₁, c₂, … with q uₖ = c vₖ + c₁u₁ + c₂u₂ + …
        scales: For each but the first q.
        first_scale: The number c in u₁ = c v₁.
    """

    kind: ClassVar[str] = "gram-schmidt"

    basis: tuple[Name, ...]
    ratios: tuple[tuple[Expr, ...], ...]
    combinations: tuple[tuple[Expr, ...], ...]
    scales: tuple[Expr, ...]
    first_scale: Expr

    @property
    def before(self) -> Formula:
        """The basis."""
        return List(_given(self.basis))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The new vectors are combinations of the old ones, eigenvectors, and orthogonal."""
        first = self._equal(self.vectors[0], _multiple(self.first_scale, self.basis[0]))
        made = (self._made(k, short=True) for k in range(1, len(self.basis)))
        ratios = (self._ratio(j, k) for k in range(1, len(self.basis)) for j in range(k))
        return (first, *made, *ratios, *self._orthogonal, *self._eigenvectors)

    def _ratio(self, j: int, k: int) -> Equality:
        u, v = self.vectors[j], self.basis[k]
        return self._equal(Quotient(Dot(u, v), Dot(u, u)), self.ratios[k - 1][j])

    def _made(self, k: int, *, short: bool) -> Equality:
        """How a vector is made, in letters, or in letters and numbers."""
        c, *others = self.combinations[k - 1]
        used = [(x, u) for x, u in zip(others, self.vectors, strict=False) if x != 0]
        letters = _sum([(c, self.basis[k]), *used])
        numbers = _sum([(x, _value(v)) for x, v in [(c, self.basis[k]), *used]])
        scale, u = self.scales[k - 1], self.vectors[k]
        sides: tuple[Formula, ...] = (letters,) if short else (letters, numbers)
        if sides[-1] != _value(u):
            sides = (*sides, _multiple(scale, _value(u)))
        return self._equal(u, *sides) if scale == 1 else self._equal(*sides)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The vectors one after the other, and their inner products."""
        basis, u = self.basis, self.vectors
        first = self._equal(u[0], _multiple(self.first_scale, basis[0]), _value(u[0]))
        if level == 1:
            return (Paragraph((say("gram-schmidt-result"),)), Display((*_given(u), *self._orthogonal)))
        told: tuple[Block, ...] = (Display(_given(basis)), Paragraph((say("gram-schmidt-start"),)), Display((first,)))
        for k in range(1, len(basis)):
            told += self._next(k, level)
        check = Paragraph((say("gram-schmidt-check", count=len(self._orthogonal)),))
        return (*told, check, Display(self._orthogonal))

    def _next(self, k: int, level: int) -> tuple[Block, ...]:
        v = self.basis[k]
        before = List(tuple(Name(w.letter) for w in self.vectors[:k]))
        ratios, c = self.ratios[k - 1], self.combinations[k - 1][0]
        if not any(ratios):
            products = tuple(self._equal(Dot(w, v), Integer(0)) for w in self.vectors[:k])
            kept = say("gram-schmidt-kept", vector=Name(v.letter), before=before, count=k)
            return (Paragraph((kept,)), Display((*products, self._made(k, short=True))))
        shown: tuple[Equality, ...] = ()
        for j, w in enumerate(self.vectors[:k]):
            if level > 2 and _is_rational(w) and _is_rational(v):
                shown += (_products(w, v, self._equal), _products(w, w, self._equal))
            shown += (self._ratio(j, k),)
        plain = _sum(
            [
                (Integer(1), Name(v.letter)),
                *((-x, Name(w.letter)) for x, w in zip(ratios, self.vectors, strict=False) if x != 0),
            ]
        )
        project = say("gram-schmidt-project", vector=Name(v.letter), before=before, count=k)
        rest = say("gram-schmidt-rest", before=before, part=plain)
        told: tuple[Block, ...] = (Paragraph((project,)), Display(shown))
        made: tuple[Equality, ...] = (self._made(k, short=False),)
        if self.scales[k - 1] != 1:
            made += (self._equal(self.vectors[k], _value(self.vectors[k])),)
            said = say("gram-schmidt-shorter")
        else:
            name = "cleared" if _is_rational(self.vectors[k]) else "multiple"
            said = say("gram-schmidt-so") if c == 1 else say(f"gram-schmidt-{name}", multiple=c)
        return (*told, Paragraph((rest, said)), Display(made))


@dataclass(frozen=True, kw_only=True)
class OrthogonalChoice(_InEigenspace):
    """An orthogonal basis of an eigenspace that is only shown to be one.

    Attributes:
        value: The eigenvalue.
        A: The matrix.
        reason: Why it is chosen.
    """

    kind: ClassVar[str] = "orthogonal-choice"

    value: Expr
    A: Name
    reason: Message

    @property
    def claim(self) -> tuple[Statement, ...]:
        """They are eigenvectors, and orthogonal."""
        return (*self._eigenvectors, *self._orthogonal)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The vectors, and that they are what is wanted."""
        told: tuple[Block, ...] = (Paragraph((self.reason,)), Display(_given(self.vectors)))
        if level > 1:
            images = tuple(self._image(u) for u in self.vectors)
            told += (Paragraph((say("orthogonal-choice-check"),)), Display((*images, *self._orthogonal)))
        return told

    def _image(self, u: Name) -> Equality:
        zero = Tuple((Integer(0),) * len(_entries(u)))
        return self._equal(Product((self.A, u)), zero if self.value == 0 else _multiple(self.value, u))


@dataclass(frozen=True, kw_only=True)
class Normalisation(_InEigenspace):
    """Orthogonal eigenvectors divided by their lengths.

    Attributes:
        squares: The inner products of the vectors with themselves.
        lengths: Their square roots.
        units: The letters of the unit vectors.
    """

    kind: ClassVar[str] = "normalise"

    squares: tuple[Expr, ...]
    lengths: tuple[Expr, ...]
    units: tuple[str, ...]

    @property
    def before(self) -> Formula:
        """The vectors."""
        return List(_given(self.vectors))

    @property
    def after(self) -> Formula:
        """The unit vectors."""
        return List(self._divided)

    @property
    def _divided(self) -> tuple[Relation, ...]:
        return tuple(
            Relation((Name(q), _product(_over(Integer(1), length), _value(u))), "=")
            for q, u, length in zip(self.units, self.vectors, self.lengths, strict=True)
        )

    @property
    def claim(self) -> tuple[Statement, ...]:
        """They are eigenvectors, and the squares of their lengths are what is said."""
        squares = (self._equal(Dot(u, u), x) for u, x in zip(self.vectors, self.squares, strict=True))
        roots = (Equality((Power(r, 2), x)) for r, x in zip(self.lengths, self.squares, strict=True))
        return (*squares, *roots, *map(_reciprocal, self.lengths), *self._eigenvectors)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The lengths and the unit vectors."""
        if level == 1:
            return (Display(self._divided),)
        lines = tuple(
            Row((self._square(u, x, in_full=level > 2), q))
            for u, x, q in zip(self.vectors, self.squares, self._divided, strict=True)
        )
        return (Display(lines),)

    def _square(self, u: Name, value: Expr, *, in_full: bool) -> Equality:
        return _products(u, u, self._equal) if in_full and _is_rational(u) else self._equal(Dot(u, u), value)


def orthonormal(telling: Telling, case: Case, goal: Message) -> Iterator[Step]:
    """The steps from the basis of an eigenspace to an orthonormal one.

    Args:
        telling: The eigensystem of a symmetric or Hermitian matrix.
        case: The eigenvalue, or several that are told by λ.
        goal: The heading.
    """
    found = _Orthogonal.of(case)
    if sum(len(line(x)) for u in found.columns for x in u) > LONG_VECTORS:
        return
    place, multiplicity = case.places[0], len(found.columns)
    letter = "u" if multiplicity > 1 else "v"
    vectors = tuple(Name(name, _tuple(u)) for name, u in zip(_names(telling, case, letter), found.columns, strict=True))
    difference = telling.difference(case.value)
    equation = Relation((LAMBDA, case.value), "=") if case.modulus is None else LAMBDA
    if multiplicity > 1:
        yield _orthogonalisation(telling, case, goal, found, vectors)
    yield Normalisation(
        id=f"normalise-{place}",
        goal=goal,
        why=say("normalise-why" if case is telling.cases[0] else "normalise-again", value=equation, count=multiplicity),
        difference=difference,
        vectors=vectors,
        modulus=case.modulus,
        squares=found.squares,
        lengths=found.lengths,
        units=_names(telling, case, "q"),
    )


def _orthogonalisation(
    telling: Telling, case: Case, goal: Message, found: _Orthogonal, vectors: tuple[Name, ...]
) -> Step:
    place, difference = case.places[0], telling.difference(case.value)
    equation = Relation((LAMBDA, case.value), "=") if case.modulus is None else LAMBDA
    parts = found.projections() if telling.is_worked_in_full else None
    if parts is None:
        whole = all(x.is_Integer for x in found.lengths)
        return OrthogonalChoice(
            id=f"orthogonal-choice-{place}",
            goal=goal,
            difference=difference,
            vectors=vectors,
            modulus=case.modulus,
            value=case.value,
            A=telling.A,
            reason=say("choose-whole-lengths" if whole else "choose-orthogonal", value=equation),
        )
    return GramSchmidt(
        id=f"gram-schmidt-{place}",
        goal=goal,
        why=say("gram-schmidt-why", value=equation, count=len(vectors)),
        difference=difference,
        vectors=vectors,
        modulus=case.modulus,
        basis=tuple(
            Name(name, _tuple(chain[0])) for name, chain in zip(_names(telling, case, "v"), case.chains, strict=True)
        ),
        ratios=tuple(tuple(map(case.write, ratios)) for _, ratios, _ in parts[1:]),
        combinations=tuple(found.combination(scale, ratios)[1] for scale, ratios, _ in parts[1:]),
        scales=tuple(found.combination(scale, ratios)[0] for scale, ratios, _ in parts[1:]),
        first_scale=case.write(parts[0][0]),
    )


@dataclass(frozen=True)
class _Orthogonal:
    """The orthogonal eigenvectors of a case, computed with.

    Attributes:
        case: The case.
        basis: The basis of the eigenspace over K[λ]/p.
        vectors: The orthogonal vectors.
        columns: These as they are written.
        squares: The squares of their lengths.
        lengths: Their lengths.
    """

    case: Case
    basis: tuple[Any, ...]
    vectors: tuple[Any, ...]
    columns: tuple[ImmutableMatrix, ...]
    squares: tuple[Expr, ...]
    lengths: tuple[Expr, ...]

    @classmethod
    def of(cls, case: Case) -> _Orthogonal:
        """The vectors of a case."""
        ring, K, conjugate = case.ring, case.component.field.domain, case.component.field.conjugate
        basis, vectors = (
            tuple(tuple(tuple(map(K.convert, entry)) for entry in v) for v in some)
            for some in ([chain[0] for chain in case.component.vectors], _basis(case.component))
        )
        squares = tuple(case.write(ring.inner(u, u, conjugate)) for u in vectors)
        root = _length if case.modulus is None else _root
        return cls(case, basis, vectors, tuple(map(case.column, vectors)), squares, tuple(map(root, squares)))

    def projections(self) -> list[tuple[Any, tuple[Any, ...], Any]] | None:
        """What Gram–Schmidt does: the scale s and the ratios rⱼ with uₖ = s(vₖ − Σ rⱼuⱼ).

        Returns:
            None where the vectors are not those of Gram–Schmidt.
        """
        ring, conjugate = self.case.ring, self.case.component.field.conjugate
        found = []
        for k, (v, u) in enumerate(zip(self.basis, self.vectors, strict=True)):
            ratios, rest = [], v
            for w in self.vectors[:k]:
                ratio = ring.mul(ring.inner(w, v, conjugate), ring.inverse(ring.inner(w, w, conjugate)))
                ratios.append(ratio)
                rest = ring.subtract(rest, ring.scale(w, ratio))
            i = next(i for i, x in enumerate(rest) if any(x))
            scale = ring.mul(u[i], ring.inverse(rest[i]))
            if ring.scale(rest, scale) != u:
                return None
            found.append((scale, tuple(ratios), rest))
        return found

    def combination(self, scale: Any, ratios: Sequence[Any]) -> tuple[Expr, tuple[Expr, ...]]:
        """Q and the numbers in q·u = c·v + Σ cⱼuⱼ, whole numbers where they are rational."""
        ring, write = self.case.ring, self.case.write
        numbers = [scale, *(ring.mul(scale, tuple(-x for x in ratio)) for ratio in ratios)]
        if not (self.case.component.field.is_rational and self.case.component.degree == 1):
            return Integer(1), tuple(map(write, numbers))
        q = lcm(*(int(x.denominator) for (x,) in numbers))
        return Integer(q), tuple(write((x * q,)) for (x,) in numbers)


@lru_cache(maxsize=64)
def _basis(component: Component) -> list[Any]:
    """The orthogonal basis, which is searched for: the same one for several steps."""
    return orthogonal_basis(component)


# --- the whole basis ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class OrthogonalAssembly(Step):
    """A Q = Q D with orthonormal columns, written out.

    Attributes:
        A: The matrix.
        adjoint: "T", or "*" where there are entries that are not real.
        D: The eigenvalues in the same order.
        vectors: The vectors before they were divided by their lengths, as columns.
        lengths: Their lengths.
        squares: The squares of these.
    """

    kind: ClassVar[str] = "orthogonal-assembly"

    A: Name
    adjoint: Script
    D: Name
    vectors: ImmutableMatrix
    lengths: tuple[Expr, ...]
    squares: tuple[Expr, ...]

    @property
    def Q(self) -> Name:
        """The vectors divided by their lengths, as columns."""
        rows = (self.vectors[i, :] for i in range(self.vectors.rows))
        return Name("Q", Array(tuple(tuple(map(_over, row, self.lengths)) for row in rows)))

    @property
    def before(self) -> Formula:
        """Q and D."""
        return Row(tuple(Relation((Name(x.letter), _value(x)), "=") for x in (self.Q, self.D)))

    @property
    def after(self) -> Formula:
        """Q is orthogonal, and A Q = Q D."""
        return List(self._results)

    @property
    def factorization(self) -> Relation:
        """A = QDQᵀ."""
        return _factorization(self.adjoint)

    @property
    def _results(self) -> tuple[Formula, ...]:
        """Computed where all lengths are rational; else the claim is about vectors and lengths apart.

        The entries of Q lie in a field with all the lengths in it, where products take long.
        """
        rational = all(x.is_Rational for x in self.lengths)
        A, Q, D = (self.A, self.Q, self.D) if rational else (Name(x.letter) for x in (self.A, self.Q, self.D))
        one: Formula = Name("I", ImmutableMatrix.eye(len(self.lengths)) if rational else None)
        pairs = ((Product((Power(Q, self.adjoint), Q)), one), (Product((A, Q)), Product((Q, D))))
        return tuple(Equality(pair) if rational else Relation(pair, "=") for pair in pairs)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The columns are orthogonal eigenvectors, and divided by their lengths."""
        U = self.vectors
        gram = Equality((Product((Power(U, self.adjoint), U)), ImmutableMatrix(diag(*self.squares))))
        lengths = (Equality((Power(r, 2), x)) for r, x in zip(self.lengths, self.squares, strict=True))
        return (gram, Equality((Product((self.A, U)), Product((U, self.D)))), *lengths, *map(_reciprocal, self.lengths))

    def tell(self, level: int) -> tuple[Block, ...]:
        """The matrices, and what was to be shown."""
        told: tuple[Block, ...] = (Display((self.before,)),)
        if level > 1:
            orthonormal, eigen = self._results
            told += (
                Paragraph((say("columns-orthonormal", Q=Name("Q")),)),
                Display((orthonormal,)),
                Paragraph((say("columns-eigenvectors", A=Name("A"), Q=Name("Q"), D=Name("D")),)),
                Display((eigen,)),
            )
        if level > 2:
            inverse = Relation((Power(Name("Q"), -1), Power(Name("Q"), self.adjoint)), "=")
            told += (Paragraph((say("orthogonal-inverse", inverse=inverse, product=self.factorization),)),)
        return told


@dataclass(frozen=True, kw_only=True)
class OrthogonalAssemblyOfCases(Step):
    """Q and D described, and checked column by column.

    Attributes:
        adjoint: "T", or "*" where there are entries that are not real.
        order: The eigenvalues in the order of the columns.
        statements: That the columns are orthogonal eigenvectors.
    """

    kind: ClassVar[str] = "orthogonal-assembly-of-cases"

    adjoint: Script
    order: tuple[Formula, ...]
    statements: tuple[Equality, ...]

    @property
    def after(self) -> Formula:
        """The factorization."""
        return self.factorization

    @property
    def factorization(self) -> Relation:
        """A = QDQᵀ."""
        return _factorization(self.adjoint)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The columns are orthogonal eigenvectors."""
        return self.statements

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """What Q and D consist of."""
        described = say("orthogonal-in-order", Q=Name("Q"), D=Name("D"), order=List(self.order))
        return (Paragraph((described,)), Display((self.after,)))


def orthogonal_assembly(telling: Telling, goal: Message) -> Iterator[Step]:
    """The step that puts Q and D together.

    Args:
        telling: The eigensystem of a symmetric or Hermitian matrix.
        goal: The heading.
    """
    if not telling.n:
        return
    found = [(case, _Orthogonal.of(case)) for case in telling.cases]
    surds = {id(case.component) for case, _ in found if case.component.degree > 1}
    why = say("put-together-orthogonal", Q=Name("Q"), D=Name("D"))
    if telling.is_worked_in_full and all(case.modulus is None for case, _ in found) and len(surds) < 2:
        yield _written_out(telling, found, goal, why)
    else:
        yield OrthogonalAssemblyOfCases(
            id="orthogonal-assembly",
            goal=goal,
            adjoint=_adjoint(telling),
            order=tuple(
                telling.name(place)
                for place, space in enumerate(telling.system.eigenspaces, 1)
                for _ in range(space.geometric_multiplicity)
            ),
            statements=tuple(s for case, vectors in found for s in _statements(telling, case, vectors)),
        )


def _written_out(
    telling: Telling, found: Sequence[tuple[Case, _Orthogonal]], goal: Message, why: Message
) -> OrthogonalAssembly:
    columns = [u for _, vectors in found for u in vectors.columns]
    lengths = [x for _, vectors in found for x in vectors.lengths]
    values = [case.value for case, vectors in found for _ in vectors.columns]
    return OrthogonalAssembly(
        id="orthogonal-assembly",
        goal=goal,
        why=why,
        A=telling.A,
        adjoint=_adjoint(telling),
        D=Name("D", ImmutableMatrix(diag(*values))),
        vectors=ImmutableMatrix.hstack(*columns),
        lengths=tuple(lengths),
        squares=tuple(x for _, vectors in found for x in vectors.squares),
    )


def _statements(telling: Telling, case: Case, vectors: _Orthogonal) -> Iterator[Equality]:
    """The vectors of a case are orthogonal eigenvectors, and their lengths are what is said."""
    zero = ImmutableMatrix.zeros(telling.n, 1)
    difference = telling.difference(case.value)
    for u, square in zip(vectors.columns, vectors.squares, strict=True):
        yield Equality((Product((difference, u)), zero), modulus=case.modulus)
        yield Equality((Dot(u, u), square), unequal=Integer(0), modulus=case.modulus)
    for u, w in combinations(vectors.columns, 2):
        yield Equality((Dot(u, w), Integer(0)), modulus=case.modulus)


# --- how it is written ----------------------------------------------------------------------------------------------


def _adjoint(telling: Telling) -> Script:
    """The sign of the transpose for real matrices, else of the conjugate transpose."""
    return "T" if telling.system.matrix.is_symmetric() else "*"


def _factorization(adjoint: Script) -> Relation:
    """A = QDQᵀ."""
    Q = Name("Q")
    return Relation((Name("A"), Product((Q, Name("D"), Power(Q, adjoint)))), "=")


def _names(telling: Telling, case: Case, letter: str) -> tuple[str, ...]:
    """v₂, v₃, numbered as the columns of Q; where λ stands for several eigenvalues, v or v₁, v₂."""
    multiplicity = case.component.geometric_multiplicity
    if case.modulus is None:
        first = telling.column(case)
        return tuple(f"{letter}_{first + k}" for k in range(multiplicity))
    return (letter,) if multiplicity == 1 else tuple(f"{letter}_{k + 1}" for k in range(multiplicity))


def _tuple(column: ImmutableMatrix) -> Tuple:
    return Tuple(tuple(column))


def _value(name: Name) -> Any:
    """What a name stands for; the names here all stand for something."""
    return name.value


def _entries(name: Name) -> tuple[Any, ...]:
    return tuple(_value(name).entries)


def _given(names: Sequence[Name]) -> tuple[Equality, ...]:
    """u₁ = (1, 0), u₂ = (0, 1)."""
    return tuple(Equality((name, _value(name))) for name in names)


def _multiple(value: Expr, of: Formula) -> Formula:
    """A multiple as it is written: v, −v, 3v."""
    if value == 1:
        return of
    return Minus(of) if value == -1 else Product((value, of))


def _sum(terms: Sequence[tuple[Expr, Formula]]) -> Formula:
    """A linear combination as it is written, not with a minus sign in front if that can be."""
    signed = [(bool(x.is_Number and x.is_negative), x, of) for x, of in terms]
    if signed[0][0]:
        signed.sort(key=lambda term: term[0])
    written = tuple(Minus(_multiple(-x, of)) if negative else _multiple(x, of) for negative, x, of in signed)
    return Sum(written) if len(written) > 1 else written[0]


def _root(square: Expr) -> Expr:
    """√p for a polynomial p in λ, as one root."""
    return sqrt(square) if square.is_Number else Pow(square, Rational(1, 2), evaluate=False)


def _length(square: Expr) -> Expr:
    """√x for a number x, as one root over a denominator."""
    above, below = fraction(square_root(square))
    if len(above.atoms(Pow)) > 1 and above.is_Mul:
        above = sqrt((above**2).expand())
    return above / below


def _over(x: Expr, length: Expr) -> Formula:
    """X divided by a length, as it is written: 1/√2, −2/√6, 1/2."""
    if length.is_Rational or x == 0:
        return x / length
    above, below = fraction(length)
    x = (x * below).expand()
    negative = x.is_Number and x.is_negative
    return Minus(Quotient(-x, above)) if negative else Quotient(x, above)


def _reciprocal(length: Expr) -> Equality:
    """What a vector is multiplied by is 1/length."""
    return Equality((Product((length, _over(Integer(1), length))), Integer(1)))


def _product(factor: Formula, of: Formula) -> Formula:
    return of if factor == Integer(1) else Product((factor, of))


def _is_rational(name: Name) -> bool:
    return all(x.is_Rational for x in _entries(name))


def _products(u: Name, v: Name, equal: Callable[..., Equality]) -> Equality:
    """U · v = 1·1 + 0·(−1) = 1, for rational entries."""
    pairs: list[Any] = list(zip(_entries(u), _entries(v), strict=True))
    return equal(Dot(u, v), Sum(tuple(map(Product, pairs))), sum((x * y for x, y in pairs), Integer(0)))
