"""The quadratic form in eigen-coordinates, and the extreme values of the Rayleigh quotient."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from sympy import Abs, I, ImmutableMatrix, Rational, Symbol, eye, pi, sqrt

import symeig
from symeig import rayleigh
from symeig.errors import InputError, NotHermitianError, NotSquareError, UndecidedError, UnsupportedEntryError
from tests.laws.arithmetic import approximate, close

a, b, c = (Symbol(name) for name in "abc")
p = Symbol("p", positive=True)
y = [Symbol(f"y{i}", real=True) for i in range(4)]

# (matrix, least and greatest eigenvalue with the dimensions of their eigenspaces)
EXTREMES: dict[str, tuple[Any, Any, int, Any, int]] = {
    "1×1": ([[3]], 3, 1, 3, 1),
    "textbook": ([[2, 1], [1, 2]], 1, 1, 3, 1),
    "golden": ([[1, 1], [1, 0]], (1 - sqrt(5)) / 2, 1, (1 + sqrt(5)) / 2, 1),
    "twice the least": ([[2, 0, 0], [0, 2, 0], [0, 0, 5]], 2, 2, 5, 1),
    "ones": ([[1, 1, 1], [1, 1, 1], [1, 1, 1]], 0, 2, 3, 1),
    "scalar": ([[7, 0], [0, 7]], 7, 2, 7, 2),
    "Pauli Y": ([[0, -I], [I, 0]], -1, 1, 1, 1),
    "π": ([[pi, 0], [0, 3]], 3, 1, pi, 1),
    "a and a + 1": ([[a, 0], [0, a + 1]], a, 1, a + 1, 1),
    "±p": ([[0, p], [p, 0]], -p, 1, p, 1),
    "a scalar letter": ([[a, 0], [0, a]], a, 2, a, 2),
    "±√(a² + 1)": ([[a, 1], [1, -a]], -sqrt(a**2 + 1), 1, sqrt(a**2 + 1), 1),
}


@pytest.mark.parametrize(("rows", "low", "lows", "high", "highs"), EXTREMES.values(), ids=EXTREMES)
def test_extremes(rows: Any, low: Any, lows: int, high: Any, highs: int) -> None:
    """The least and the greatest value, and an orthonormal basis of the vectors that reach each."""
    R = rayleigh(rows)
    assert (R.minimum.expr - low).expand() == 0
    assert (R.maximum.expr - high).expand() == 0
    assert (len(R.minimisers), len(R.maximisers)) == (lows, highs)
    point = {a: Rational(5, 7), p: Rational(3, 2)}
    for extreme, vectors in ((low, R.minimisers), (high, R.maximisers)):
        shown = (R.matrix, ImmutableMatrix.hstack(*vectors), ImmutableMatrix([extreme]))
        A, V, value = (approximate(X.subs(point)) for X in shown)
        assert close(A * V, V * value[0])
        assert close(V.H * V, approximate(eye(len(vectors))))


def test_any_symmetric_2x2() -> None:
    """Roots of one quadratic are in order for all real parameters."""
    R = rayleigh([[a, b], [b, c]])
    root = sqrt(a**2 - 2 * a * c + 4 * b**2 + c**2)
    assert (R.maximum.expr - R.minimum.expr - root).expand() == 0
    assert [str(x) for x in R.conditions if x.kind == "nonzero"] == ["b ≠ 0", "a² − 2a·c + 4b² + c² ≠ 0"]


def test_form_in_eigen_coordinates() -> None:
    """Σ λᵢyᵢ² with real coordinates, and Σ λᵢ|yᵢ|² with complex ones for a matrix that is not real."""
    assert rayleigh([[2, 1], [1, 2]]).form == y[1] ** 2 + 3 * y[2] ** 2
    assert rayleigh([[0, -I], [I, 0]]).form == Abs(Symbol("y2")) ** 2 - Abs(Symbol("y1")) ** 2
    R = rayleigh([[2, 2, 0], [2, 2, 0], [0, 0, 4]])
    assert R.values == (0, 4, 4)
    assert R.form == 4 * y[2] ** 2 + 4 * y[3] ** 2


def test_repr() -> None:
    """It names the matrix."""
    assert repr(rayleigh([[2, 1], [1, 2]])) == "Rayleigh([[2, 1], [1, 2]])"


def test_form_is_that_of_the_matrix() -> None:
    """With y = Qᵀx the form is xᵀAx."""
    x = ImmutableMatrix([Symbol("x1", real=True), Symbol("x2", real=True)])
    R = rayleigh([[1, 2], [2, -2]])
    inserted = R.form.subs(dict(zip(y[1:], R.Q.T * x, strict=False)))
    assert (inserted - (x.T * R.matrix * x)[0]).expand() == 0


# (vector, value of the quotient of [[2, 1], [1, 2]])
VECTORS: dict[str, tuple[Any, Any]] = {
    "list": ([1, 0], 2),
    "tuple": ((1, 1), 3),
    "fractions": (["1/2", 1], Rational(14, 5)),
    "surds": ([1, sqrt(2)], 2 + 2 * sqrt(2) / 3),
    "complex": ([1, I], 2),
    "conjugated": ([1 + I, 1 - I], 2),
    "column": (ImmutableMatrix([1, -1]), 1),
    "array": (np.array([1, 2]), Rational(14, 5)),
    "text": ("1; 2", Rational(14, 5)),
    "floats": ([0.5, 1.0], Rational(14, 5)),
    "letters": ([a, b], (2 * a**2 + 2 * a * b + 2 * b**2) / (a**2 + b**2)),
}


@pytest.mark.parametrize(("x", "expected"), VECTORS.values(), ids=VECTORS)
def test_quotient(x: Any, expected: Any) -> None:
    """The quotient at a vector is exact, whatever the vector's field."""
    assert rayleigh([[2, 1], [1, 2]]).at(x) == expected


def test_quotient_of_a_hermitian_matrix() -> None:
    """xᴴAx = 2 + 2·Re(x̄₁(1 − i)x₂) + 3 at (1, 1)/√2."""
    assert rayleigh([[2, 1 - I], [1 + I, 3]]).at([1, 1]) == Rational(7, 2)
    assert rayleigh([[2, 1 - I], [1 + I, 3]]).at([1, I]) == Rational(7, 2)
    assert rayleigh([[2, 1 - I], [1 + I, 3]]).at([1, -I]) == Rational(3, 2)


def test_extremes_are_reached() -> None:
    """At the vectors that reach them the quotient is the extreme value itself."""
    R = rayleigh([[5, 4, 1], [4, 5, 1], [1, 1, 2]])
    assert {R.at(x) for x in R.minimisers} == {R.minimum.expr}
    assert {R.at(x) for x in R.maximisers} == {R.maximum.expr}


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: rayleigh([]), InputError, "no vector of length 1"),
        (lambda: rayleigh([[1, 2]]), NotSquareError, "square"),
        (lambda: rayleigh([[1, 2], [3, 4]]), NotHermitianError, r"\(2, 1\)"),
        (lambda: rayleigh([[I]]), NotHermitianError, r"\(1, 1\)"),
        (lambda: rayleigh([[a, 0], [0, b]]), UndecidedError, "least"),
        (lambda: rayleigh([[0, b], [b, 0]]), UndecidedError, "least"),
        (lambda: rayleigh([[a, 1, 0], [1, 0, 0], [0, 0, 0]]), UndecidedError, "least"),
        (lambda: rayleigh([[2, 1], [1, 2]]).at([0, 0]), InputError, "vector is 0"),
        (lambda: rayleigh([[2, 1], [1, 2]]).at([1, 2, 3]), InputError, "2 entries"),
        (lambda: rayleigh([[2, 1], [1, 2]]).at([float("nan"), 1]), UnsupportedEntryError, "nan"),
    ],
    ids=range(10),
)
def test_refused(call: Any, error: type[Exception], words: str) -> None:
    """What has no answer is refused, and the message says why."""
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize("rows", [[[2, 1], [1, 2]], [[a, 1], [1, -a]], [[1, 2, 0], [2, 3, 1], [0, 1, 5]]], ids=str)
def test_pickling(rows: Any) -> None:
    """A result survives pickling."""
    R = symeig.rayleigh(rows)
    copy = pickle.loads(pickle.dumps(R))
    assert copy == R
    assert (copy.minimum, copy.form, copy.minimisers) == (R.minimum, R.form, R.minimisers)
