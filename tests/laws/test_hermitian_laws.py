"""Laws of Hermitian matrices: inertia, definiteness, and what parameters may be."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sympy import Expr, I, ImmutableMatrix, Integer, Symbol, cos, pi, sin, sqrt, sympify

import symeig
from symeig import eigensystem
from symeig.errors import UndecidedError
from symeig.exact.definiteness import words
from tests.laws.arithmetic import approximate, close, determinant, matmul, rank
from tests.strategies import block_sum, hermitian_matrices, integer_matrices, symmetric_matrices, transposed

FEW = settings(max_examples=settings().max_examples // 3)

a, b, t = Symbol("a"), Symbol("b"), Symbol("t")
ENTRIES = [0, 1, -1, a, b, 2, -a, a + b, a - 1, a * b, a**2, 1 - b**2, a**2 + 1, a**2 + b**2, sqrt(2) * a, 2 - b]
COMPLEX_ENTRIES = [0, 1, I, I * a, a - I, 2, a, sqrt(2) * I]
WAVES = [0, 1, cos(t), sin(t), 2, 1 + cos(t), 1 - sin(t), 2 + cos(t), cos(t) ** 2, -1 - cos(t), cos(2 * t)]

QUESTIONS = {
    "positive definite": "is_positive_definite",
    "positive semidefinite": "is_positive_semidefinite",
    "negative definite": "is_negative_definite",
    "negative semidefinite": "is_negative_semidefinite",
    "indefinite": "is_indefinite",
}


@st.composite
def hermitian(draw: st.DrawFn, entries: list[Any], max_size: int = 3) -> list[list[Any]]:
    """Hermitian matrices of given entries, real ones on the diagonal, letters taken to be real."""
    n = draw(st.integers(1, max_size))
    rows: list[list[Any]] = [[0] * n for _ in range(n)]
    real = [e for e in entries if not sympify(e).has(I)]
    for i in range(n):
        rows[i][i] = draw(st.sampled_from(real))
        for j in range(i):
            rows[i][j] = draw(st.sampled_from(entries))
            rows[j][i] = rows[i][j].subs(I, -I) if isinstance(rows[i][j], Expr) else rows[i][j]
    return rows


def at(rows: list[list[Any]], values: dict[Symbol, Any]) -> list[list[Any]]:
    """The matrix with numbers put in."""
    return [[sympify(x).subs(values) for x in row] for row in rows]


def assert_true_at(rows: list[list[Any]], values: dict[Symbol, Any]) -> None:
    """What is said for all parameters, and the inequalities, agree with the matrix of numbers."""
    S, special = eigensystem(rows), words(symeig.inertia(at(rows, values)))
    cases = S.definiteness_cases
    for word, question in QUESTIONS.items():
        told = cases[word].subs(values) if word in cases else False
        assert bool(told) == (word in special), word
        try:
            answer = getattr(S, question)
        except UndecidedError:
            continue
        assert answer == (word in special)
    try:
        assert S.inertia == symeig.inertia(at(rows, values))
    except UndecidedError:
        assert len(cases) > 0


@given(hermitian(ENTRIES), st.integers(-3, 3), st.integers(-3, 3))
@example([[a**2 + 1, a * b, a * b], [a * b, 0, sqrt(2) * a], [a * b, sqrt(2) * a, 0]], 0, 1)
@example([[1, 1, a * b], [1, 1, sqrt(2) * a], [a * b, sqrt(2) * a, 0]], 0, 0)
def test_parameters(rows: list[list[Any]], x: int, y: int) -> None:
    """At all integers the inequalities say what the signs of the eigenvalues are."""
    assert_true_at(rows, {a: Integer(x), b: Integer(y)})


@given(hermitian(COMPLEX_ENTRIES), st.integers(-3, 3))
def test_parameters_beside_i(rows: list[list[Any]], x: int) -> None:
    """So they do where entries are not real."""
    assert_true_at(rows, {a: Integer(x)})


@FEW
@given(hermitian(WAVES, max_size=2), st.sampled_from([0, pi, pi / 2, -pi / 2, pi / 3, 2 * pi / 3, 3 * pi / 4]))
def test_waves(rows: list[list[Any]], x: Any) -> None:
    """And for cosines and sines, at multiples of π above all, where the tangent of the half angle is infinite."""
    assert_true_at(rows, {t: x})


@FEW
@given(hermitian([0, 1, a, a - 2, a + 1, a**2 - 2], max_size=2), st.integers(1, 4))
def test_declared_parameters(rows: list[list[Any]], x: int) -> None:
    """What is declared of a parameter is used: for a positive one, at positive numbers."""
    p = Symbol("p", positive=True)
    assert_true_at(at(rows, {a: p}), {p: Integer(x)})


@given(symmetric_matrices(max_size=4), st.data())
def test_sylvester(rows: list[list[int]], data: st.DataObject) -> None:
    """The inertia of CᵀAC is that of A for every invertible C (Sylvester)."""
    n = len(rows)
    lower, upper = (data.draw(integer_matrices(n, bound=2)) for _ in range(2))
    unit = [
        [[1 if i == j else M[i][j] if (i > j) == low else 0 for j in range(n)] for i in range(n)]
        for M, low in ((lower, True), (upper, False))
    ]
    C = matmul(*unit)
    assert symeig.inertia(matmul(transposed(C), matmul(rows, C))) == symeig.inertia(rows)


@given(symmetric_matrices(max_size=4), symmetric_matrices(max_size=3))
def test_sums_and_signs(left: list[list[int]], right: list[list[int]]) -> None:
    """The inertia of A ⊕ B is the sum; −A has the signs exchanged."""
    one, other, both = map(symeig.inertia, (left, right, block_sum(left, right)))
    assert both == tuple(x + y for x, y in zip(one, other, strict=True))
    positive, negative, zero = one
    assert symeig.inertia([[-x for x in row] for row in left]) == (negative, positive, zero)


@given(symmetric_matrices(max_size=4))
def test_leading_minors(rows: list[list[int]]) -> None:
    """A is positive definite if and only if its leading principal minors are positive (Sylvester)."""
    minors = [determinant([row[:k] for row in rows[:k]]) for k in range(1, len(rows) + 1)]
    assert eigensystem(rows).is_positive_definite == all(x > 0 for x in minors)


@given(st.integers(1, 4).flatmap(lambda n: integer_matrices(n, 3, bound=3)))
def test_gram_matrices(rows: list[list[int]]) -> None:
    """AᵀA is positive semidefinite, of the rank of A, and positive definite where that is full."""
    S = eigensystem(matmul(transposed(rows), rows))
    assert S.is_positive_semidefinite
    assert S.inertia.positive == rank(rows)
    assert S.is_positive_definite == (rank(rows) == 3)


@FEW
@given(hermitian_matrices())
def test_hermitian_inertia(rows: list[list[Any]]) -> None:
    """The inertia of a Hermitian matrix counts its eigenvalues by sign."""
    S = eigensystem(rows)
    values = [complex(s.eigenvalue).real for s in S.eigenspaces for _ in s.block_sizes]
    zero = len(rows) - S.rank
    assert S.inertia == (sum(x > 1e-12 for x in values), sum(x < -1e-12 for x in values), zero)


@given(symmetric_matrices(max_size=4), st.data())
def test_rayleigh_quotient(rows: list[list[int]], data: st.DataObject) -> None:
    """The quotient lies between the extreme values; it is the mean of the eigenvalues over an orthonormal basis."""
    R, n = symeig.rayleigh(rows), len(rows)
    units = [[int(i == j) for i in range(n)] for j in range(n)]
    x = data.draw(st.lists(st.integers(-4, 4), min_size=n, max_size=n).filter(any))
    value = R.at(x)
    low, high = (extreme.enclosure(30) for extreme in (R.minimum, R.maximum))
    assert low.real - low.radius <= Fraction(int(value.p), int(value.q)) <= high.real + high.radius
    assert sum(R.at(e) for e in units) == sum(rows[i][i] for i in range(n))


@FEW
@given(symmetric_matrices(max_size=3), st.lists(st.integers(-3, 3), min_size=3, max_size=3))
def test_form_in_eigen_coordinates(rows: list[list[int]], entries: list[int]) -> None:
    """Σ λᵢyᵢ² with y = Qᵀx is xᵀAx."""
    R, x = symeig.rayleigh(rows), ImmutableMatrix(entries[: len(rows)])
    A, v, Q, values = map(approximate, (R.matrix, x, R.Q, ImmutableMatrix.diag(*R.values)))
    y = Q.T * v
    assert close(y.T * values * y, v.T * A * v)
