"""Singular values, the decomposition A = U S Vᴴ, the pseudoinverse and the condition number."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from sympy import (
    CRootOf,
    I,
    ImmutableMatrix,
    Matrix,
    Rational,
    Symbol,
    cos,
    eye,
    oo,
    pi,
    sin,
    sqrt,
    sympify,
)

from symeig import svd
from symeig.errors import CertificationError, InputError, UndecidedError, UnsupportedEntryError
from symeig.exact.certificate import Claim
from symeig.exact.eigensystem import FloatReadingWarning
from symeig.exact.singular_values import SingularValueDecomposition
from tests.laws.arithmetic import approximate, close

a, b, t, x = (Symbol(name) for name in "abtx")
p = Symbol("p", positive=True)
POINT = {a: Rational(5, 3), b: Rational(-2, 7), t: Rational(6, 5), p: Rational(7, 4)}

# (matrix, squares of the singular values, in descending order)
MATRICES: dict[str, tuple[Any, list[Any]]] = {
    "svd_4x2 of SymPy's tests": ([[2, 4], [1, 3], [0, 0], [0, 0]], [15 + sqrt(221), 15 - sqrt(221)]),
    "its transpose": ([[2, 1, 0, 0], [4, 3, 0, 0]], [15 + sqrt(221), 15 - sqrt(221)]),
    "Strang's": ([[3, 0], [4, 5]], [45, 5]),
    "Trefethen and Bau, exercise 4.1": ([[3, 0], [0, -2]], [9, 4]),
    "two equal columns": ([[1, 1], [1, 1], [0, 0]], [4, 0]),
    "golden shear": ([[1, 1], [0, 1]], [(3 + sqrt(5)) / 2, (3 - sqrt(5)) / 2]),
    "one row": ([[1, 2, 2]], [9]),
    "one column": ([[3], [4]], [25]),
    "1, …, 9": ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [(285 + 3 * sqrt(8881)) / 2, (285 - 3 * sqrt(8881)) / 2, 0]),
    "zero": ([[0, 0, 0], [0, 0, 0]], [0, 0]),
    "nilpotent": ([[0, 1], [0, 0]], [1, 0]),
    "Hadamard": ([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]], [4, 4, 4, 4]),
    "fractions": ([["1/2", 0], [0, "2/3"]], [Rational(4, 9), Rational(1, 4)]),
    "Golub and Kahan's kind": ([[1, 2, 0], [0, 3, 4]], [15 + 2 * sqrt(34), 15 - 2 * sqrt(34)]),
    "complex": ([[1, I, 0], [0, 1, 1]], [3, 1]),
    "complex and unitary but for √2": ([[1, I], [I, 1]], [2, 2]),
    "surds": ([[sqrt(2), 0], [1, 1]], [2 + sqrt(2), 2 - sqrt(2)]),
    "a field that is not closed": ([[sqrt(1 + I)]], [sqrt(2)]),
    "roots of an irreducible cubic": (
        [[1, 2, 0], [0, 1, 1], [1, 0, 3]],
        [CRootOf(x**3 - 17 * x**2 + 66 * x - 25, k) for k in (2, 1, 0)],
    ),
    "no rows": (Matrix(0, 3, []), []),
    "no columns": (Matrix(3, 0, []), []),
    "empty": ([], []),
}
each_matrix = pytest.mark.parametrize("name", MATRICES)


@each_matrix
def test_singular_values(name: str) -> None:
    """min(m, n) square roots of the eigenvalues of AᴴA, in descending order."""
    rows, squares = MATRICES[name]
    D = svd(rows)
    assert len(D.singular_values) == min(D.shape)
    known = [sqrt(sympify(y)) for y in squares]
    assert close(*(approximate(ImmutableMatrix(len(v), 1, v)) for v in (D.singular_values, known)))
    assert D.rank == sum(y != 0 for y in squares)


@each_matrix
def test_decomposition(name: str) -> None:
    """A = U S Vᴴ with unitary U and V, and the shapes of a full decomposition."""
    D = svd(MATRICES[name][0])
    U, S, V = D
    m, n = D.shape
    assert (U.shape, S.shape, V.shape) == ((m, m), (m, n), (n, n))
    assert all(S[i, j] == 0 for i in range(m) for j in range(n) if i != j)
    assert tuple(S[i, i] for i in range(min(m, n))) == D.singular_values
    if min(m, n):
        A, U, S, V = map(approximate, (D.matrix, U, S, V))
        assert close(U * S * V.H, A)
        assert close(U.H * U, approximate(eye(m)))
        assert close(V.H * V, approximate(eye(n)))
    else:
        assert U.is_Identity
        assert V.is_Identity


@each_matrix
def test_pseudoinverse(name: str) -> None:
    """The four identities of Penrose hold exactly, in the field of the entries."""
    D = svd(MATRICES[name][0])
    A, X = D.matrix, D.pseudoinverse
    assert X.shape == A.shape[::-1]
    for left, right in ((A * X * A, A), (X * A * X, X), ((A * X).H, A * X), ((X * A).H, X * A)):
        assert not any(D.gram.field.element(y) for y in left - right)


def test_shown_as_books_do() -> None:
    """Nested roots are taken apart where that can be done."""
    assert svd([[1, 1], [0, 1]]).singular_values == (sqrt(5) / 2 + Rational(1, 2), sqrt(5) / 2 - Rational(1, 2))
    assert svd([[2, 4], [1, 3], [0, 0], [0, 0]]).singular_values[0] == sqrt(26) / 2 + sqrt(34) / 2
    assert svd([[2, 1], [1, 1]]).singular_values == (sqrt(5) / 2 + Rational(3, 2), Rational(3, 2) - sqrt(5) / 2)
    assert str(svd([[1, 2, 0], [0, 3, 4]]).singular_values[0]) == "sqrt(2*sqrt(34) + 15)"
    assert svd([[3, 0], [4, 5]]).singular_values == (3 * sqrt(5), sqrt(5))


def test_singular_values_are_not_expanded_into_radicals() -> None:
    """Those of a matrix of degree 3 are roots of implicit roots."""
    values = svd(MATRICES["roots of an irreducible cubic"][0]).singular_values
    y = Symbol("lambda")
    assert [v**2 for v in values] == [CRootOf(y**3 - 17 * y**2 + 66 * y - 25, k) for k in (2, 1, 0)]


def test_textbook_decomposition() -> None:
    """U, S and V of [[3, 0], [4, 5]] as in Strang's book, up to signs."""
    U, S, V = svd([[3, 0], [4, 5]])
    assert U * sqrt(10) == ImmutableMatrix([[1, 3], [3, -1]])
    assert S / sqrt(5) == ImmutableMatrix([[3, 0], [0, 1]])
    assert V * sqrt(2) == ImmutableMatrix([[1, 1], [1, -1]])


def test_pseudoinverse_of_rank_one() -> None:
    """A⁺ = Aᵀ/‖A‖² for a matrix of rank 1."""
    A = ImmutableMatrix([[1, 2], [2, 4], [3, 6]])
    assert svd(A).pseudoinverse == A.T / 70


CONDITIONS: dict[str, tuple[Any, Any]] = {
    "orthogonal": ([[0, 1], [-1, 0]], 1),
    "rational": ([[3, 0], [4, 5]], 3),
    "surd": ([[2, 0], [0, sqrt(2)]], sqrt(2)),
    "conjugate roots": ([[2, 4], [1, 3]], (15 + sqrt(221)) / 2),
    "golden shear": ([[1, 1], [0, 1]], (3 + sqrt(5)) / 2),
    "not square": ([[1, 0], [0, 1], [1, 1]], sqrt(3)),
    "singular": ([[1, 2], [2, 4]], oo),
    "zero": ([[0]], oo),
    "one row": ([[1, 2, 3]], 1),
    "Hilbert": ([[1, "1/2"], ["1/2", "1/3"]], (4 + sqrt(13)) ** 2 / 3),
    "a letter": ([[p, 0], [0, 2 * p]], 2),
    "a rotation": ([[cos(t), -sin(t)], [sin(t), cos(t)]], 1),
}


@pytest.mark.parametrize(("rows", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_condition_number(rows: Any, expected: Any) -> None:
    """The greatest singular value divided by the least one, which is infinite for a singular matrix."""
    found = svd(rows).condition_number
    assert found == expected or (found - expected).expand() == 0


PARAMETERS: dict[str, Any] = {
    "1×1": [[a]],
    "row": [[a, b]],
    "column": [[a], [b]],
    "diagonal": [[a, 0], [0, b]],
    "shear": [[1, a], [0, 1]],
    "rank 1": [[a, b], [2 * a, 2 * b]],
    "denominator": [[1 / a, 1], [0, 1]],
    "with i": [[I * a, 1], [1, 0]],
    "rotation": [[cos(t), -sin(t)], [sin(t), cos(t)]],
    "surd": [[sqrt(2) * a, 1]],
    "3×2": [[a, 1], [1, 0], [0, a]],
    "declared": [[p, 1], [0, p]],
    "π": [[pi, 1], [0, 1]],
}


@pytest.mark.parametrize("rows", PARAMETERS.values(), ids=PARAMETERS)
def test_parameters(rows: Any) -> None:
    """At real values of the parameters A = U S Vᴴ, U and V are unitary, S is not negative, A⁺ is the pseudoinverse."""
    D = svd(rows)
    assert all(abs(c.expr.subs(POINT).evalf()) > 1e-9 for c in D.conditions if c.kind == "nonzero")
    A, U, S, V, X = (approximate(M.subs(POINT)) for M in (D.matrix, *D, D.pseudoinverse))
    m, n = D.shape
    assert close(U * S * V.H, A)
    assert close(U.H * U, approximate(eye(m)))
    assert close(V.H * V, approximate(eye(n)))
    assert all(abs(y.imag) < 1e-30 and y.real > -1e-30 for y in S)
    assert close(A * X * A, A)
    assert close(X * A * X, X)
    assert close((A * X).H, A * X)
    assert close((X * A).H, X * A)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[a]], {"a ≠ 0", "a is real"}),
        ([[a, b]], {"a² + b² ≠ 0", "a is real", "b is real"}),
        ([[1, p]], set()),
        ([[pi]], set()),
        ([[1, 2], [3, 4]], set()),
    ],
    ids=["[a]", "[a b]", "[1 p]", "[pi]", "numbers"],
)
def test_conditions(rows: Any, expected: set[str]) -> None:
    """What must not vanish for the rank and the vectors to be as they are, and what must be real."""
    assert {str(c) for c in svd(rows).conditions} == expected


def test_zeros_come_last_over_parameters() -> None:
    """No order is promised with parameters, but that of S with its zeros last."""
    assert svd([[a, b], [2 * a, 2 * b]]).singular_values == (sqrt(5) * sqrt(a**2 + b**2), 0)


def test_squares_over_parameters() -> None:
    """The root of a square is seen to be one; for a letter that is declared real it is the modulus."""
    r = Symbol("r", real=True)
    assert set(svd([[a, b], [b, a]]).singular_values) == {sqrt((a + b) ** 2), sqrt((a - b) ** 2)}
    assert set(svd([[r, 1], [1, r]]).singular_values) == {abs(r + 1), abs(r - 1)}


def test_repr() -> None:
    """It names the matrix."""
    assert repr(svd([[1, 2]])) == "SingularValueDecomposition([[1, 2]])"


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: svd(Matrix(0, 3, [])).condition_number, InputError, "0×3"),
        (lambda: svd([[1, a], [0, 1]]).condition_number, UndecidedError, "least"),
        (lambda: svd([[1, float("nan")]]), UnsupportedEntryError, r"\(1, 2\)"),
        (lambda: svd([[1, 2], [3]]), InputError, "Row 2"),
    ],
    ids=range(4),
)
def test_refused(call: Any, error: type[Exception], words: str) -> None:
    """What has no answer is refused, and the message says why."""
    with pytest.raises(error, match=words):
        call()


def test_reproducer_names_the_function() -> None:
    """A fault of symeig is reported with the call that shows it."""
    claim: Claim = svd([[1, 2, 3]])._claim
    with pytest.raises(CertificationError) as caught:
        claim.holds(False, "1 = 2")
    assert caught.value.reproducer == "from symeig import svd\nsvd([['1', '2', '3']])"


@pytest.mark.parametrize("rows", [[[1, 2, 3], [4, 5, 6]], [[1, I]], [[a, 1], [0, 1]], [[sqrt(2), 1], [1, 1]]], ids=str)
def test_pickling(rows: Any) -> None:
    """A decomposition survives pickling, before and after it was looked at."""
    D = svd(rows)
    copy: SingularValueDecomposition = pickle.loads(pickle.dumps(D))
    assert copy == D
    assert list(copy) == list(D)
    assert pickle.loads(pickle.dumps(D)).pseudoinverse == D.pseudoinverse


def test_large_kernel() -> None:
    """A long row has one singular value and a rational basis of its kernel where one is found."""
    D = svd([[1] * 4])
    assert D.singular_values == (2,)
    assert all(y.is_Rational for y in D.V)


def test_readings_of_floats() -> None:
    """A matrix that is singular as decimals and regular as doubles is decomposed as read, with a warning."""
    rows = [[0.1, 0.3], [0.7, 2.1]]
    with pytest.warns(FloatReadingWarning, match="rank is 1"):
        assert svd(rows).rank == 1
    assert svd(rows, floats="binary").rank == 2
    assert svd([[0.5, 1.0]]).rank == 1
