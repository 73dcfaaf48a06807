"""symeig against LAPACK: the same eigenvalues, up to what rounding explains."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import I

from symeig import eigensystem
from tests.strategies import integer_matrices, symmetric_matrices

SEEDS = range(6)


def multiset(A: Any) -> np.ndarray:
    """All eigenvalues that symeig finds, each as often as its algebraic multiplicity."""
    spaces = eigensystem(A).eigenspaces
    return np.array([complex(s.eigenvalue) for s in spaces for _ in range(s.algebraic_multiplicity)])


def distance(left: np.ndarray, right: np.ndarray) -> float:
    """The largest distance in a matching of two multisets, each point with the nearest that is left."""
    rest = list(right)
    worst = 0.0
    for z in left:
        i = int(np.argmin([abs(z - w) for w in rest]))
        worst = max(worst, abs(z - rest.pop(i)))
    return worst


def bound(A: np.ndarray) -> float:
    """How far the eigenvalues of a nearby matrix may lie: Elsner's bound with the backward error of LAPACK."""
    n, norm = len(A), np.linalg.norm(A, 2)
    error = 30 * n * np.finfo(float).eps * max(norm, 1)
    return float((2 * norm + error) ** (1 - 1 / n) * error ** (1 / n) * 4)


@given(st.integers(1, 6).flatmap(integer_matrices))
def test_random_integer_matrices(rows: list[list[int]]) -> None:
    """The eigenvalues of integer matrices are those of numpy.linalg.eigvals."""
    A = np.array(rows, dtype=float)
    assert distance(multiset(rows), np.linalg.eigvals(A)) <= bound(A)


@given(symmetric_matrices(max_size=6, bound=9))
def test_random_symmetric_matrices(rows: list[list[int]]) -> None:
    """For symmetric matrices, whose eigenvalues are well conditioned, 11 digits agree with numpy.linalg.eigvalsh."""
    A = np.array(rows, dtype=float)
    values = multiset(rows)
    assert np.all(values.imag == 0)
    assert values.real == pytest.approx(np.linalg.eigvalsh(A), rel=1e-11, abs=1e-11 * max(1, np.abs(A).max()))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("reading", ["decimal", "binary"])
def test_gaussian_matrices(seed: int, reading: str) -> None:
    """Matrices of random doubles, read exactly either way, have well separated eigenvalues that agree to 9 digits."""
    A = np.random.default_rng(seed).standard_normal((5, 5))
    spaces = eigensystem(A, floats=reading).eigenspaces
    values = np.array([complex(s.eigenvalue) for s in spaces])
    assert distance(values, np.linalg.eigvals(A)) < 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_complex_gaussian_integers(seed: int) -> None:
    """Matrices of Gaussian integers agree as well."""
    generator = np.random.default_rng(seed)
    real, imaginary = generator.integers(-4, 5, (2, 3, 3))
    rows = [[int(x) + int(y) * I for x, y in zip(u, v, strict=True)] for u, v in zip(real, imaginary, strict=True)]
    A = real + 1j * imaginary
    assert distance(multiset(rows), np.linalg.eigvals(A)) <= bound(A)


@pytest.mark.parametrize("seed", SEEDS)
def test_eigenvectors(seed: int) -> None:
    """For simple eigenvalues numpy's eigenvectors are multiples of symeig's."""
    A = np.random.default_rng(seed).integers(-5, 6, (4, 4))
    values, vectors = np.linalg.eig(A.astype(float))
    for space in eigensystem(A.tolist()).eigenspaces:
        if space.algebraic_multiplicity == 1:
            v = np.array([complex(x) for x in space.basis[0].evalf(20)])
            w = vectors[:, int(np.argmin(abs(values - complex(space.eigenvalue))))]
            cosine = abs(np.vdot(v, w)) / np.linalg.norm(v) / np.linalg.norm(w)
            assert cosine == pytest.approx(1, abs=1e-8)


def test_legacy_seed() -> None:
    """The iterated map of the lesson: moduli of a 5×5 matrix of doubles with numpy's old generator."""
    generator = np.random.RandomState(8675309)
    spaces = eigensystem(generator.randn(5, 5), floats="binary").eigenspaces
    moduli = sorted(abs(complex(s.eigenvalue)) for s in spaces)
    expected = [0.8786205280381857, 1.2757952665062624, 1.4983381517710659, 1.4983381517710659, 1.974459321485074]
    assert moduli == pytest.approx(expected, abs=1e-13)


@settings(max_examples=10)
@given(st.integers(1, 4).flatmap(lambda n: integer_matrices(n, bound=3)))
def test_integer_arrays(rows: list[list[int]]) -> None:
    """An array of integers is the same matrix as the list of its rows."""
    assert eigensystem(np.array(rows)).components == eigensystem(rows).components
