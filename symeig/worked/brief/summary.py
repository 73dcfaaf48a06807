"""What is said about an eigensystem, and in which order: the brief telling, results without their derivation.

Conjugate eigenvalues are told one by one where their values are short. Otherwise they are told together: the roots of
their polynomial, with decimals, and eigenvectors whose entries are polynomials in λ, valid for each of the roots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from sympy import (
    Expr,
    ImmutableMatrix,
    Mul,
    Symbol,
    sqrt,
    sqrtdenest,
)

from symeig.errors import UndecidedError
from symeig.exact.components import Component
from symeig.exact.conditions import Condition
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.exact.eigenvalues import LAMBDA, Eigenvalue, expression_in_lambda
from symeig.exact.fields import BaseField
from symeig.exact.orthogonal import asymmetric_position, orthogonal_basis
from symeig.exact.polynomials import FactoredPolynomial
from symeig.exact.residue_rings import ResidueRing
from symeig.worked.brief.parts import (
    Assumptions,
    Chains,
    Eigenvalues,
    Extent,
    Factorization,
    FloatReadings,
    Given,
    Kind,
    Number,
    Obstruction,
    Part,
    Polynomials,
    Proof,
    Spectrum,
    Vectors,
)
from symeig.worked.decimals import decimals
from symeig.worked.values import SHORT_VALUE, closed_form, field_generators, is_plain, jordan_matrices
from symeig.writing import line

__all__ = ["GOALS", "Goal", "Summary", "is_hermitian", "summarise"]

Goal: TypeAlias = Literal["auto", "eigenvalues", "eigenvectors", "diagonalize", "jordan", "orthogonal", "rational"]

GOALS: tuple[Goal, ...] = get_args(Goal)

# Digits in the vectors of one component beyond which they are described and not written out.
LONG_VECTORS = 500

# The largest degree for which the matrices of a decomposition are written with the names of the roots.
NAMED_DEGREE = 4


@dataclass(frozen=True)
class Summary:
    """What is said about an eigensystem.

    Attributes:
        goal: What was asked for.
        parts: What is said, in order.
    """

    goal: Goal
    parts: tuple[Part, ...]


def summarise(system: Eigensystem, *, goal: Goal = "auto", digits: int = 10) -> Summary:
    """The brief telling of an eigensystem.

    Args:
        system: The eigensystem.
        goal: How far to go. "auto" is the most that the matrix allows: a diagonalization, else the Jordan form with the
            reason.
        digits: Significant digits of the decimals.

    Raises:
        NotDiagonalizableError: The goal is "diagonalize" and an eigenvalue is defective.
        NotHermitianError: The goal is "orthogonal" and the matrix is not its own conjugate transpose.

    Examples:
        >>> from symeig import eigensystem
        >>> [type(part).__name__ for part in summarise(eigensystem([[2, 1], [2, 3]])).parts]
        ['Given', 'Polynomials', 'Spectrum', 'Factorization', 'Proof']
    """
    return Summary(goal, tuple(_Teller(system, goal, digits).parts()))


class _Teller:
    """Tells one eigensystem with one goal."""

    def __init__(self, system: Eigensystem, goal: Goal, digits: int) -> None:
        self.system = system
        self.goal = goal
        self.digits = digits
        self.spaces = system.eigenspaces
        self.defective = any(c.is_defective for c in system.components)
        self.numbers = [self._number(s.eigenvalue, k) for k, s in enumerate(self.spaces, 1)]
        self.tellings = [self._telling(component) for component in system.components]

    def parts(self) -> Iterator[Part]:
        """What is said."""
        system, goal = self.system, self.goal
        if goal == "diagonalize" and self.defective:
            system.diagonalize()
        if goal == "orthogonal" and not is_hermitian(system):
            system.orthogonal()
        yield Given(system.matrix, field_generators(system.field))
        if system.given.floats:
            yield FloatReadings(system.given.floats)
        yield _polynomials(system)
        spectrum = self._spectrum()
        yield spectrum
        if goal == "auto" and self.defective:
            yield Obstruction(next(g for g in spectrum.groups if g.block_sizes[0] > 1))
        form: Kind | None = None
        if goal not in {"eigenvalues", "eigenvectors"} and system.dimension:
            factorization = self._factorization()
            yield factorization
            form = factorization.kind
        conditions = self._conditions()
        if conditions:
            yield Assumptions(conditions)
        if system.dimension:
            yield Proof(form)

    def _conditions(self) -> tuple[Condition, ...]:
        real = self.system.field.must_be_real if self.goal == "orthogonal" else ()
        return (*self.system.conditions, *(Condition(x, "real") for x in real))

    # --- eigenvalues and eigenvectors ---

    def _number(self, eigenvalue: Eigenvalue, number: int) -> Number:
        name = Symbol(f"{LAMBDA}_{number}") if len(self.spaces) > 1 else LAMBDA
        value = closed_form(eigenvalue)
        if eigenvalue.field.has_parameters or (value is not None and is_plain(value)):
            return Number(name, value, None)
        if value is not None and eigenvalue.degree > 1 and len(line(value)) > SHORT_VALUE:
            value = None
        return Number(name, value, decimals(eigenvalue, self.digits))

    def _telling(self, component: Component) -> _Telling:
        places = [k for k, space in enumerate(self.spaces) if space.component is component]
        values = [self.numbers[k].value for k in places]
        short = component.degree == 2 and all(v is not None and len(line(v)) <= SHORT_VALUE for v in values)
        return _Telling(component, tuple(places), _extent(component), together=component.degree > 1 and not short)

    def _spectrum(self) -> Spectrum:
        vectors = self._vectors()
        groups: list[tuple[int, Eigenvalues]] = []
        for t in self.tellings:
            if t.together:
                groups.append((t.places[0], self._group(t, t.places, vectors)))
            else:
                groups += [(k, self._group(t, (k,), vectors)) for k in t.places]
        return Spectrum(tuple(group for _, group in sorted(groups, key=lambda pair: pair[0])), vectors)

    def _vectors(self) -> Vectors:
        if self.goal in {"eigenvalues", "rational"}:
            return "none"
        if self.goal == "orthogonal":
            return "orthogonal"
        return "chains" if self.defective and self.goal != "eigenvectors" else "eigenvectors"

    def _group(self, t: _Telling, places: Sequence[int], vectors: Vectors) -> Eigenvalues:
        component, space = t.component, None if t.together else self.spaces[places[0]]
        chains: Chains | Extent | None = t.extent
        lengths = None
        if vectors == "none":
            chains = None
        elif not t.extent and vectors == "orthogonal":
            chains, lengths = _orthogonal_vectors(component, space)
        elif not t.extent:
            chains = space.chains if space else component.chains
        if vectors == "eigenvectors" and isinstance(chains, tuple):
            chains = tuple(chain[:1] for chain in chains)
        return Eigenvalues(
            numbers=tuple(self.numbers[k] for k in places),
            polynomial=_expanded(component.field, component.coefficients) if t.together else None,
            real=_count_real(self.spaces[k].eigenvalue for k in places) if t.together else None,
            algebraic_multiplicity=component.algebraic_multiplicity,
            geometric_multiplicity=component.geometric_multiplicity,
            block_sizes=component.block_sizes,
            chains=chains,
            lengths=lengths,
        )

    # --- decompositions ---

    def _factorization(self) -> Factorization:
        if self.goal == "rational":
            return Factorization("rational", ("P", "C"), (tuple(self.system.rational_form()),), ())
        if self.goal == "orthogonal":
            kind: Kind = "orthogonal" if self.system.matrix.is_symmetric() else "unitary"
            return Factorization(kind, ("Q", "D"), tuple(self._versions()), tuple(self.numbers))
        if self.goal == "jordan" or self.defective:
            return Factorization("jordan", ("P", "J"), tuple(self._versions()), tuple(self.numbers))
        return Factorization("diagonal", ("P", "D"), tuple(self._versions()), tuple(self.numbers))

    def _versions(self) -> Iterator[tuple[ImmutableMatrix, ImmutableMatrix]]:
        if any(t.extent for t in self.tellings):
            return
        if not any(t.together for t in self.tellings):
            yield tuple(self.system.orthogonal() if self.goal == "orthogonal" else self.system.jordan())
        degrees = {t.component.degree for t in self.tellings}
        if self.goal != "orthogonal" and 1 < max(degrees) <= NAMED_DEGREE:
            yield self._named()

    def _named(self) -> tuple[ImmutableMatrix, ImmutableMatrix]:
        """P and J with the names of the eigenvalues that are not in the base field."""
        return jordan_matrices(
            (number.value if space.component.degree == 1 else number.name, space.component.chains)
            for space, number in zip(self.spaces, self.numbers, strict=True)
        )


@dataclass(frozen=True)
class _Telling:
    """How the roots of one irreducible factor are told.

    Attributes:
        component: The factor with its chains.
        places: Where its roots stand among the eigenvalues.
        extent: Of its vectors, where they are too long.
        together: Whether the roots are told together.
    """

    component: Component
    places: tuple[int, ...]
    extent: Extent | None
    together: bool


def is_hermitian(system: Eigensystem) -> bool:
    """Whether the matrix is its own conjugate transpose."""
    rows = [[system.field.element(x) for x in row] for row in system.given.rows]
    return asymmetric_position(rows, system.field) is None


def _count_real(eigenvalues: Iterable[Eigenvalue]) -> int | None:
    try:
        return sum(x.is_real for x in eigenvalues)
    except UndecidedError:
        return None


def _extent(component: Component) -> Extent | None:
    """The extent of the vectors of a component, or None where they can be written out."""
    coefficients = [c for chain in component.vectors for v in chain for entry in v for c in entry if c]
    digits = [_digits(c) if isinstance(c, int) else len(str(c)) for c in coefficients]
    if sum(digits) <= LONG_VECTORS:
        return None
    entries = len(component.vectors[0][0])
    return Extent(entries, component.degree - 1, max(digits) if component.field.is_rational else None)


def _digits(x: int) -> int:
    """The number of decimal digits of an integer, sometimes one more."""
    return int(x.bit_length() * 0.30103) + 1


def _orthogonal_vectors(component: Component, space: Eigenspace | None) -> tuple[Chains, tuple[Expr, ...]]:
    """Orthogonal eigenvectors, each a chain of its own, with their lengths: of one eigenvalue, or in terms of λ."""
    field, K = component.field, component.field.domain
    ring = ResidueRing(K, tuple(map(K.convert, component.coefficients)))

    def write(element: Sequence[Any]) -> Expr:
        return space.eigenvalue.evaluate(element) if space else expression_in_lambda(element, field)

    chains, lengths = [], []
    for v in orthogonal_basis(component):
        elements = [tuple(map(K.convert, entry)) for entry in v]
        chains.append((ImmutableMatrix(len(v), 1, [write(entry) for entry in elements]),))
        lengths.append(sqrtdenest(sqrt(write(ring.inner(elements, elements, field.conjugate)))))
    return tuple(chains), tuple(lengths)


def _polynomials(system: Eigensystem) -> Polynomials:
    expanded, factored = system.charpoly.as_expr(), _factored(system.charpoly)
    powers = system.charpoly.powers
    return Polynomials(
        characteristic=expanded,
        factored=None if factored == expanded else factored,
        is_irreducible=len(powers) == 1 and powers[0][1] == 1 and system.dimension > 1,
        minimal=None if system.minpoly == system.charpoly else _factored(system.minpoly),
    )


def _factored(polynomial: FactoredPolynomial) -> Expr:
    """A product of powers in the order of the factors, which SymPy would not keep."""
    return Mul(*(_expanded(polynomial.field, p) ** m for p, m in polynomial.powers), evaluate=False)


def _expanded(field: BaseField, coefficients: tuple[Any, ...]) -> Expr:
    """A monic polynomial in λ from coefficients, the constant one first."""
    return FactoredPolynomial(field, ((coefficients, 1),)).as_expr()
