"""What is said about an eigensystem, and in which order."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import ImmutableMatrix, Integer, Matrix, eye, sqrt, symbols

from symeig import eigensystem
from symeig.errors import NotDiagonalizableError, NotHermitianError
from symeig.worked.brief import GOALS, Summary, summarise
from symeig.worked.brief.parts import (
    Assumptions,
    Eigenvalues,
    Extent,
    Factorization,
    FloatReadings,
    Given,
    Number,
    Obstruction,
    Polynomials,
    Proof,
    Spectrum,
)

x, k, first = symbols("lambda k lambda_1")

DEFECTIVE = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
CUBIC = [[0, 0, 13], [1, 0, 22], [0, 1, 0]]
SYMMETRIC = [[8, -2, 2], [-2, 5, 4], [2, 4, 5]]


def part(summary: Summary, kind: type) -> Any:
    """The one part of a kind."""
    (found,) = (p for p in summary.parts if isinstance(p, kind))
    return found


def kinds(matrix: Any, goal: str) -> list[type]:
    """The kinds of parts in order."""
    return [type(p) for p in summarise(eigensystem(matrix), goal=goal).parts]


@pytest.mark.parametrize(
    ("matrix", "goal", "expected"),
    [
        ([[2, 1], [2, 3]], "auto", [Given, Polynomials, Spectrum, Factorization, Proof]),
        (DEFECTIVE, "auto", [Given, Polynomials, Spectrum, Obstruction, Factorization, Proof]),
        (DEFECTIVE, "jordan", [Given, Polynomials, Spectrum, Factorization, Proof]),
        (DEFECTIVE, "eigenvectors", [Given, Polynomials, Spectrum, Proof]),
        ([[1, 1], [0, k]], "eigenvalues", [Given, Polynomials, Spectrum, Assumptions, Proof]),
        ([[0.5]], "auto", [Given, FloatReadings, Polynomials, Spectrum, Factorization, Proof]),
        ([], "auto", [Given, Polynomials, Spectrum]),
    ],
    ids=["diagonal", "defective", "jordan", "eigenvectors", "parameters", "floats", "0x0"],
)
def test_parts_in_order(matrix: Any, goal: str, expected: list[type]) -> None:
    """A goal and a matrix decide which parts are told, and in which order."""
    assert kinds(matrix, goal) == expected


def test_irreducible_polynomial_is_told_once() -> None:
    """There is no factored form of an irreducible polynomial."""
    polynomials = part(summarise(eigensystem([[1, 1], [1, 0]])), Polynomials)
    assert polynomials == Polynomials(x**2 - x - 1, None, is_irreducible=True, minimal=None)


def test_minimal_polynomial_is_told_where_it_differs() -> None:
    """The identity has the characteristic polynomial (λ − 1)³ and the minimal polynomial λ − 1."""
    assert part(summarise(eigensystem(eye(3))), Polynomials).minimal == x - 1


def test_short_values_are_told_one_by_one() -> None:
    """Conjugate quadratic numbers have a group each, with decimals."""
    spectrum = part(summarise(eigensystem([[1, 1], [1, 0]]), digits=3), Spectrum)
    assert [g.numbers[0].value for g in spectrum.groups] == [(1 - sqrt(5)) / 2, (1 + sqrt(5)) / 2]
    assert [str(g.numbers[0].decimals.real) for g in spectrum.groups] == ["-0.618", "1.62"]


def test_roots_of_a_cubic_are_told_together() -> None:
    """A cubic with three real roots is one group, with its vector in λ."""
    (group,) = part(summarise(eigensystem(CUBIC)), Spectrum).groups
    assert (group.polynomial, group.real, len(group.numbers)) == (x**3 - 22 * x - 13, 3, 3)
    ((vector,),) = group.chains
    A = Matrix(CUBIC)
    assert ((A * vector - x * vector).applyfunc(lambda e: e.expand().subs(x**3, 22 * x + 13))).is_zero_matrix


def test_cosines_are_found_for_roots_told_together() -> None:
    """Roots of degree 3 with a short closed form have both value and decimals."""
    (group,) = part(summarise(eigensystem([[0, 1, 0], [1, 0, 1], [0, 1, 1]])), Spectrum).groups
    assert all(n.value is not None and n.decimals is not None for n in group.numbers)


def test_whole_numbers_have_no_decimals() -> None:
    """Decimals add nothing to 2, 1/2 and 1 + i."""
    spectrum = part(summarise(eigensystem([[1, -1, 0], [1, 1, 0], [0, 0, "1/2"]])), Spectrum)
    assert [g.numbers[0].decimals for g in spectrum.groups] == [None, None, None]


def test_a_single_eigenvalue_has_no_number() -> None:
    """The one eigenvalue of a matrix is called λ."""
    assert part(summarise(eigensystem([[7]])), Spectrum).groups[0].numbers == (Number(x, Integer(7), None),)


def test_obstruction_names_the_defective_eigenvalue() -> None:
    """The reason for a Jordan form is the first eigenvalue with too few eigenvectors."""
    group: Eigenvalues = part(summarise(eigensystem(DEFECTIVE)), Obstruction).eigenvalues
    assert (group.numbers[0].value, group.algebraic_multiplicity, group.geometric_multiplicity) == (2, 2, 1)


@pytest.mark.parametrize("goal", ["auto", "jordan", "rational"])
@pytest.mark.parametrize("matrix", [DEFECTIVE, [[1, 1], [1, 0]], SYMMETRIC], ids=["defective", "golden", "symmetric"])
def test_every_version_of_a_decomposition_is_one(matrix: Any, goal: str) -> None:
    """A X = X Y, with the eigenvalues put in for their names."""
    system = eigensystem(matrix)
    factorization = part(summarise(system, goal=goal), Factorization)
    assert factorization.versions
    values = {n.name: n.value for n in factorization.numbers}
    for X, Y in factorization.versions:
        difference = (system.matrix * X - X * Y).xreplace(values)
        assert difference.applyfunc(lambda e: e.expand()).is_zero_matrix


def test_named_version_of_a_cubic() -> None:
    """P and D of a cubic are written with the names of its roots."""
    ((P, D),) = part(summarise(eigensystem(CUBIC)), Factorization).versions
    assert D[0, 0] == first
    assert P[:, 0].free_symbols == {first}


def test_long_vectors_are_described() -> None:
    """A dense matrix has an extent instead of vectors, and no version of P."""
    A = ImmutableMatrix(12, 12, lambda i, j: (7 * i * i + 5 * i * j + 3 * j) % 19 - 9)
    summary = summarise(eigensystem(A), digits=4)
    extents = [g.chains for g in part(summary, Spectrum).groups if isinstance(g.chains, Extent)]
    assert extents
    assert extents[0].entries == 12
    assert part(summary, Factorization).versions == ()


def test_orthogonal_vectors_have_their_lengths() -> None:
    """For the orthogonal goal the vectors of an eigenvalue are orthogonal, and their lengths are told."""
    for group in part(summarise(eigensystem(SYMMETRIC), goal="orthogonal"), Spectrum).groups:
        vectors = [chain[0] for chain in group.chains]
        assert [sqrt(v.dot(v)) for v in vectors] == list(group.lengths)
        assert all(u.dot(v) == 0 for u in vectors for v in vectors if u is not v)


def test_hermitian_matrix_is_diagonalized_by_a_unitary_one() -> None:
    """A matrix that is Hermitian and not symmetric has the kind unitary."""
    factorization = part(summarise(eigensystem([["1", "i"], ["-i", "1"]]), goal="orthogonal"), Factorization)
    assert factorization.kind == "unitary"


@pytest.mark.parametrize(
    ("matrix", "goal", "error"),
    [(DEFECTIVE, "diagonalize", NotDiagonalizableError), ([[1, 2], [3, 4]], "orthogonal", NotHermitianError)],
    ids=["defective", "not symmetric"],
)
def test_goals_that_the_mathematics_denies(matrix: Any, goal: str, error: type[Exception]) -> None:
    """What does not exist is an error with its reason."""
    with pytest.raises(error):
        summarise(eigensystem(matrix), goal=goal)


def test_conditions_over_parameters() -> None:
    """What is taken for granted of k is told; for an orthogonal matrix also that k is real."""
    plain = part(summarise(eigensystem([[1, 1], [0, k]])), Assumptions)
    assert [str(c) for c in plain.conditions] == ["k − 1 ≠ 0"]
    real = part(summarise(eigensystem([[1, k], [k, 1]]), goal="orthogonal"), Assumptions)
    assert "k is real" in [str(c) for c in real.conditions]


def test_goals_are_told_for_every_matrix() -> None:
    """Each goal has a telling of its own for a symmetric matrix, except that auto diagonalizes it."""
    told = {goal: summarise(eigensystem(SYMMETRIC), goal=goal).parts for goal in GOALS}
    assert told.pop("auto") == told["diagonalize"]
    assert all(told[a] != told[b] for a in told for b in told if a != b and {a, b} != {"diagonalize", "jordan"})
