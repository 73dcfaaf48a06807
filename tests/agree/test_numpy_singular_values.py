"""symeig against numpy.linalg.svd, pinv, cond and SymPy's singular_values."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, Matrix, sqrt

from symeig import rayleigh, svd
from tests.strategies import integer_matrices, symmetric_matrices

SEEDS = range(5)

SHAPES = st.tuples(st.integers(1, 5), st.integers(1, 5))


@given(SHAPES.flatmap(lambda shape: integer_matrices(*shape)))
def test_integer_matrices(rows: list[list[int]]) -> None:
    """The singular values agree to 10 digits of the largest one, and their number is min(m, n)."""
    known = np.linalg.svd(np.array(rows, dtype=float), compute_uv=False)
    found = np.array([float(x) for x in svd(rows).singular_values])
    assert found == pytest.approx(known, abs=1e-10 * max(1, *known))


@pytest.mark.parametrize("shape", [(4, 6), (6, 4), (5, 5)], ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_random_shapes(shape: tuple[int, int], seed: int) -> None:
    """Singular values, pseudoinverse and condition number of matrices of full rank agree."""
    A = np.random.default_rng(seed).integers(-9, 10, shape)
    D = svd(A)
    assert [float(x) for x in D.singular_values] == pytest.approx(np.linalg.svd(A, compute_uv=False), rel=1e-10)
    assert np.array(D.pseudoinverse.tolist(), dtype=float) == pytest.approx(np.linalg.pinv(A), abs=1e-10)
    assert float(D.condition_number) == pytest.approx(np.linalg.cond(A), rel=1e-10)


@pytest.mark.parametrize("seed", SEEDS)
def test_deficient_matrices(seed: int) -> None:
    """The pseudoinverse of a matrix of rank 2 agrees, where numpy has to guess the rank."""
    generator = np.random.default_rng(seed)
    A = generator.integers(-3, 4, (5, 2)) @ generator.integers(-3, 4, (2, 4))
    D = svd(A)
    assert D.rank == np.linalg.matrix_rank(A)
    assert np.array(D.pseudoinverse.tolist(), dtype=float) == pytest.approx(np.linalg.pinv(A), abs=1e-10)


@pytest.mark.parametrize("seed", SEEDS)
def test_complex_matrices(seed: int) -> None:
    """Matrices of Gaussian integers agree as well."""
    real, imaginary = np.random.default_rng(seed).integers(-4, 5, (2, 3, 2))
    rows = [[int(x) + int(y) * I for x, y in zip(u, v, strict=True)] for u, v in zip(real, imaginary, strict=True)]
    D, A = svd(rows), real + 1j * imaginary
    assert [float(x) for x in D.singular_values] == pytest.approx(np.linalg.svd(A, compute_uv=False), rel=1e-10)
    assert np.array(D.pseudoinverse.tolist(), dtype=complex) == pytest.approx(np.linalg.pinv(A), abs=1e-10)


@pytest.mark.parametrize("seed", SEEDS)
def test_doubles(seed: int) -> None:
    """A matrix of random doubles, read exactly, is decomposed into the factors that numpy finds, but for signs."""
    A = np.random.default_rng(seed).standard_normal((4, 3))
    D = svd(A, floats="binary")
    U, values, V = np.linalg.svd(A)
    assert [float(x) for x in D.singular_values] == pytest.approx(values, rel=1e-12)
    exact = [np.array([[float(x) for x in M.row(i)] for i in range(M.rows)]) for M in (D.U.evalf(20), D.V.evalf(20))]
    assert abs(exact[0]) == pytest.approx(abs(U), abs=1e-9)
    assert abs(exact[1]) == pytest.approx(abs(V.T), abs=1e-9)


@given(symmetric_matrices(max_size=5))
def test_rayleigh(rows: list[list[int]]) -> None:
    """The extreme values of the quotient are those of numpy.linalg.eigvalsh."""
    R, known = rayleigh(rows), np.linalg.eigvalsh(np.array(rows, dtype=float))
    found = (complex(R.minimum).real, complex(R.maximum).real)
    assert found == pytest.approx((known[0], known[-1]), abs=1e-10 * max(1, *abs(known)))


SYMPY: dict[str, Any] = {
    "svd_4x2": [[2, 4], [1, 3], [0, 0], [0, 0]],
    "2×2": [[3, 0], [4, 5]],
    "shear": [[1, 1], [0, 1]],
    "surds": [[sqrt(2), 0], [1, 1]],
    "complex": [[1, I], [0, 1]],
    "repeated": [[1, 0], [0, 1]],
}


@pytest.mark.parametrize("rows", SYMPY.values(), ids=SYMPY)
def test_sympy(rows: Any) -> None:
    """SymPy's singular values are the same numbers, in its order."""
    known = sorted((complex(x.evalf(20)).real for x in Matrix(rows).singular_values()), reverse=True)
    assert [float(x) for x in svd(rows).singular_values] == pytest.approx(known, rel=1e-12)


def test_no_extra_zeros() -> None:
    """A wide matrix has min(m, n) singular values; SymPy adds zeros up to the number of columns."""
    wide = Matrix([[2, 4], [1, 3], [0, 0], [0, 0]]).T
    assert len(svd(wide).singular_values) == 2
    assert wide.singular_values().count(0) == 2
