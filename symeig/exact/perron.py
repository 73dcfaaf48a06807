r"""The Perron root of a non-negative matrix with its non-negative vectors.

The graph of A has an edge from i to j where $a_{ij} > 0$. A is irreducible where the graph is strongly connected; then
its spectral radius ρ is a simple eigenvalue with a positive eigenvector, the only non-negative one up to scale. In
general the strong components are the classes of A; a class is basic where its own block has spectral radius ρ. A basic
class that is reached from no other basic class has, up to scale, one eigenvector that is positive on the indices from
which it is reached and 0 elsewhere: ρ is a simple eigenvalue of the block of these indices.

References:
    [HJ13] Thm 8.3.1, 8.4.4 (Perron, Frobenius), Cor. 8.4.6 and Def. 8.5.0 (peripheral eigenvalues, primitive matrices).
    Schneider, H.: The influence of the marked reduced graph of a nonnegative matrix on the Jordan form and on related
    properties: a survey. Linear Algebra Appl. 84 (1986) 161–189, §3 (which classes have non-negative eigenvectors).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

from flint import ctx
from sympy import ImmutableMatrix
from sympy.utilities.iterables import strongly_connected_components

from symeig.errors import InputError, NotNonnegativeError, UndecidedError
from symeig.exact.certificate import Claim
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.inertia import sign
from symeig.exact.isolation import FIRST_PRECISION, isolate, refine, value_at
from symeig.exact.proved import elements_of, matrix_over, proved_components
from symeig.exact.residue_rings import Element, ResidueRing
from symeig.reading import ExactMatrix
from symeig.reading.entries import FloatReading

__all__ = ["Perron", "perron"]

# A vector over K[λ]/p.
Vector = tuple[Element, ...]


@dataclass(frozen=True)
class Perron:
    """The spectral radius of a non-negative matrix, which is an eigenvalue, with non-negative eigenvectors.

    Attributes:
        root: The Perron root ρ.
        right: x ≥ 0 with A x = ρ x and entries that add up to 1; positive and unique where A is irreducible. Elsewhere
            it is the mean of those eigenvectors of this kind that belong to one class each.
        left: The row y ≥ 0 with y A = ρ y, found likewise, scaled so that y x = 1. Where A is reducible y x may be 0;
            then the entries of y add up to 1.
        period: The greatest common divisor of the lengths of all cycles in the graph of A, the number of eigenvalues
            of modulus ρ (index of imprimitivity); None where A is reducible. 0 for the matrix [0], which has no cycle.

    Examples:
        >>> from symeig import perron
        >>> leslie = perron([[0, 1, 5], ["1/2", 0, 0], [0, "2/5", 0]])
        >>> leslie.root, leslie.is_primitive
        (Eigenvalue(CRootOf(2*lambda**3 - lambda - 2, 0)), True)
        >>> perron([["9/10", "1/2"], ["1/10", "1/2"]]).right
        Matrix([
        [5/6],
        [1/6]])
    """

    root: Eigenvalue
    right: ImmutableMatrix
    left: ImmutableMatrix
    period: int | None

    @property
    def is_irreducible(self) -> bool:
        """Whether the graph of A is strongly connected; the matrix [0] counts as irreducible."""
        return self.period is not None

    @property
    def is_primitive(self) -> bool:
        """Whether some power of A is positive: A is irreducible with period 1."""
        return self.period == 1


def perron(A: Any, *, floats: FloatReading = "decimal") -> Perron:
    r"""The Perron root of a non-negative matrix, with its right and left Perron vectors, exactly.

    Args:
        A: n×n, n ≥ 1, with real entries that are not negative, as for `eigensystem`.
        floats: How floats are read, as for `eigensystem`.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        NotNonnegativeError: An entry is negative or not real; the first one is named.
        InputError: The matrix has no entries.
        UndecidedError: The matrix has parameters.
        CertificationError: The vectors do not pass their own proof: a fault of symeig.

    Notes:
        The root is the largest real eigenvalue, which is the spectral radius by the theorem of Perron and Frobenius.
        The vectors are proved to be non-negative eigenvectors, and positive where A is irreducible.

    References:
        [HJ13] Thm 8.4.4.

    Examples:
        >>> fibonacci = perron([[1, 1], [1, 0]])
        >>> fibonacci.root
        Eigenvalue(1/2 + sqrt(5)/2)
        >>> fibonacci.right.T, (fibonacci.left * fibonacci.right).expand()
        (Matrix([[-1/2 + sqrt(5)/2, 3/2 - sqrt(5)/2]]), Matrix([[1]]))
        >>> perron([[0, 1, 0], [0, 0, 1], [1, 0, 0]]).period
        3
    """
    S = eigensystem(A, floats=floats)
    _require_nonnegative(S)
    classes = _classes(S.given.rows)
    root = [x for x in S.eigenvalues if x.is_real][-1]
    K = S.field.domain
    ring = ResidueRing(K, tuple(map(K.convert, root.coefficients)))
    transposed = ExactMatrix(tuple(zip(*S.given.rows, strict=True)), S.given.shape)
    x, y = (_nonnegative_vector(M, root, ring) for M in (S.given, transposed))
    total, product = _sum(x), ring.inner(y, x, lambda c: c)
    # y is scaled without a look at the scaled x, whose coefficients are long.
    scale = ring.mul(total, ring.inverse(product)) if any(product) else ring.inverse(_sum(y))
    x, y = ring.scale(x, ring.inverse(total)), ring.scale(y, scale)
    right, left = (ImmutableMatrix([root.evaluate(entry) for entry in v]) for v in (x, y))
    return Perron(root, right, left.T, _period(S.given.rows) if len(classes) == 1 else None)


def _require_nonnegative(S: Eigensystem) -> None:
    """Refuse parameters, no entries at all, and entries that are negative or not real."""
    if S.field.has_parameters:
        question = "Are all entries non-negative?"
        msg = f"{question} It depends on {', '.join(map(str, S.field.generators))}. Substitute values."
        raise UndecidedError(msg, question=question, assumptions_that_help=())
    if not S.dimension:
        msg = "The matrix is 0×0. A Perron root is an eigenvalue, and it has none. Give a matrix with entries."
        raise InputError(msg)
    for i, row in enumerate(elements_of(S.given, S.field), 1):
        for j, entry in enumerate(row, 1):
            if S.field.conjugate(entry) != entry or sign(entry, S.field) < 0:
                text = str(S.matrix[i - 1, j - 1])
                msg = (
                    f"Entry ({i}, {j}) is {text}. A Perron root needs real entries that are not negative."
                    " For any other matrix use spectral_radius."
                )
                raise NotNonnegativeError(msg, position=(i, j), entry=text)


def _classes(rows: Sequence[Sequence[Any]]) -> list[list[int]]:
    """The strong components of the graph of a matrix, each ascending."""
    n = len(rows)
    edges = [(i, j) for i in range(n) for j in range(n) if rows[i][j]]
    return sorted(sorted(c) for c in strongly_connected_components((list(range(n)), edges)))


def _period(rows: Sequence[Sequence[Any]]) -> int:
    """The gcd of the lengths of all cycles of a strongly connected graph, by distances from the first index.

    An edge from i to j closes a cycle of length d(i) + 1 − d(j) modulo the period.
    """
    distance, new = {0: 0}, [0]
    while new:
        step = {j: distance[i] + 1 for i in new for j, entry in enumerate(rows[i]) if entry and j not in distance}
        distance |= step
        new = list(step)
    return gcd(*(distance[i] + 1 - distance[j] for i, row in enumerate(rows) for j, entry in enumerate(row) if entry))


def _nonnegative_vector(given: ExactMatrix, root: Eigenvalue, ring: ResidueRing) -> Vector:
    """A multiple of the mean of the eigenvectors of the classes that have one, each with sum 1; proved."""
    rows, n = given.rows, given.shape[0]
    basic = [c for c in _classes(rows) if _eigenvectors(rows, c, root)]
    found = []
    for c in basic:
        support = _with_access(rows, c)
        if not any(other is not c and set(other) <= set(support) for other in basic):
            (part,) = _eigenvectors(rows, support, root)
            found.append((support, part))
    if len(found) > 1:
        found = [(support, ring.scale(part, ring.inverse(_sum(part)))) for support, part in found]
    vectors = [dict(zip(support, part, strict=True)) for support, part in found]
    zero = (ring.K.zero,) * ring.degree
    vector = tuple(_sum([v.get(i, zero) for v in vectors]) for i in range(n))
    _prove(given, vector, root, ring)
    return vector


def _eigenvectors(rows: Sequence[Sequence[Any]], indices: Sequence[int], root: Eigenvalue) -> list[Vector]:
    """A basis of the eigenspace that a principal submatrix has for the Perron root, empty where it is no eigenvalue."""
    part = ExactMatrix(tuple(tuple(rows[i][j] for j in indices) for i in indices), (len(indices), len(indices)))
    components = proved_components(part, root.field)[0]
    chains = [chain for c in components if c.coefficients == root.coefficients for chain in c.vectors]
    return [tuple(tuple(map(root.field.domain.convert, entry)) for entry in chain[0]) for chain in chains]


def _with_access(rows: Sequence[Sequence[Any]], indices: Sequence[int]) -> list[int]:
    """The indices from which one of the given ones is reached, with these."""
    reached, new = set(indices), set(indices)
    while new:
        new = {i for i, row in enumerate(rows) if i not in reached and any(row[j] for j in new)}
        reached |= new
    return sorted(reached)


def _sum(vector: Sequence[Element]) -> Element:
    return tuple(sum(coefficients[1:], coefficients[0]) for coefficients in zip(*vector, strict=True))


def _prove(given: ExactMatrix, vector: Vector, root: Eigenvalue, ring: ResidueRing) -> None:
    """Check that a vector is an eigenvector whose entries have one sign, and none is 0 where A is irreducible."""
    field = root.field
    M = matrix_over(given, field)
    claim = Claim(M, field)
    claim.holds(ring.annihilates(M, vector), "the Perron vector is an eigenvector")
    signs = {_is_positive(x, root) for x in vector if any(x)}
    claim.holds(len(signs) == 1, "the entries of the Perron vector have one sign")
    if len(_classes(given.rows)) == 1:
        claim.holds(all(map(any, vector)), "no entry of the Perron vector of an irreducible matrix is 0")


def _is_positive(element: Element, root: Eigenvalue) -> bool:
    """Whether an element of K[λ]/p, not 0, is positive at a real root of p."""
    place = isolate(root.coefficients, root.field)[root.root]
    precision = FIRST_PRECISION
    while True:
        z = refine(place, precision)
        with ctx.workprec(precision):
            value = value_at(element, z, root.field).real
        if value > 0 or value < 0:
            return bool(value > 0)
        precision *= 2
