"""The usual tests of eigensolvers, as they stand in other test suites, for comparison with exact ones.

Each takes one matrix, what a solver returned for it and the kind of solver, and returns whether it accepts. Whatever
raises an exception is not accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np
from numpy.testing import assert_allclose, assert_almost_equal

from tests.zoo.algorithms import Array, hermitian

__all__ = ["ORACLES", "Oracle"]

Oracle = Callable[[Array, Any, str], bool]

# The thresholds in LAPACK's files TESTING/ded.in (general) and TESTING/sep.in (symmetric).
GENERAL_THRESHOLD = 20
SYMMETRIC_THRESHOLD = 60


def stored(a: Array, kind: str) -> Array:
    """The matrix that is meant, in floating point: for Hermitian kinds the one that the lower triangle stands for."""
    a = np.asarray(a)
    a = a.astype(np.result_type(a.dtype, np.float32) if a.dtype.kind in "fc" else float)
    return hermitian(a) if kind in {"eigh", "eigvalsh"} else a


def parts(result: Any, kind: str) -> tuple[Array, Array | None]:
    """Eigenvalues and, where the kind has them, eigenvectors."""
    if kind in {"eig", "eigh"}:
        w, v = result
        return np.asarray(w), np.asarray(v)
    return np.asarray(result), None


def reference(a: Array, kind: str) -> Array:
    """NumPy's eigenvalues, sorted."""
    return np.sort(np.linalg.eigvalsh(a) if kind in {"eigh", "eigvalsh"} else np.linalg.eigvals(a))


def oracle(judge: Callable[[Array, Any, str], bool]) -> Oracle:
    """An oracle from a function that may fail on answers of the wrong form and that overflow must not disturb."""

    @wraps(judge)
    def judged(a: Array, result: Any, kind: str) -> bool:
        with np.errstate(all="ignore"):
            try:
                return bool(judge(a, result, kind))
            except (AssertionError, AttributeError, TypeError, ValueError, np.linalg.LinAlgError):
                return False

    return judged


@oracle
def allclose_residual(a: Array, result: Any, kind: str) -> bool:
    """Whether A v and λ v are close, the test of most tutorials; eigenvalues alone are compared with NumPy's."""
    a, (w, v) = stored(a, kind), parts(result, kind)
    if v is None:
        return np.allclose(np.sort(w), reference(a, kind))
    return np.allclose(a @ v, v * w)


@oracle
def allclose_reconstruction(a: Array, result: Any, kind: str) -> bool:
    """Whether V D V⁻¹ (V D Vᴴ if Hermitian) and A are close, the test in TensorFlow's eig_op_test.py."""
    a, (w, v) = stored(a, kind), parts(result, kind)
    if v is None:
        return np.allclose(np.sort(w), reference(a, kind))
    return np.allclose(v @ np.diag(w) @ (v.conj().T if kind == "eigh" else np.linalg.inv(v)), a)


def one_norm(a: Array) -> float:
    """The largest sum of absolute values in a column."""
    return float(np.abs(a).sum(axis=0).max(initial=0))


@oracle
def lapack_ratios(a: Array, result: Any, kind: str) -> bool:
    """Whether the ratios of LAPACK's own tests of its drivers are below its thresholds.

    General matrices, DDRVEV with DGET22: ‖A V − V W‖ / (‖A‖ ‖V‖ ulp) and | ‖v‖ − 1 | / ulp, threshold 20. Symmetric
    ones, DDRVST with DSYT21: ‖A − V W Vᴴ‖ / (n ‖A‖ ulp) and ‖I − V Vᴴ‖ / (n ulp), threshold 60. Eigenvalues alone are
    compared with those that come with eigenvectors, as in DDRVST: max |w − w'| / (max(|w|, |w'|) ulp).
    """
    a, (w, v) = stored(a, kind), parts(result, kind)
    n, ulp = len(a), np.finfo(a.dtype).eps
    threshold = SYMMETRIC_THRESHOLD if kind in {"eigh", "eigvalsh"} else GENERAL_THRESHOLD
    if n == 0:
        return w.size == 0
    size = max(one_norm(a), float(np.finfo(a.dtype).tiny))
    if v is None:
        expected = np.sort(np.linalg.eigh(a)[0] if kind == "eigvalsh" else np.linalg.eig(a)[0])
        scale = max(np.abs(w).max(), np.abs(expected).max(), np.finfo(a.dtype).tiny)
        ratios = [np.abs(np.sort(w) - expected).max() / scale / ulp]
    elif kind == "eigh":
        ratios = [
            one_norm(a - (v * w) @ v.conj().T) / size / (n * ulp),
            one_norm(np.eye(n) - v @ v.conj().T) / (n * ulp),
        ]
    else:
        ratios = [
            one_norm(a @ v - v * w) / max(one_norm(v), ulp) / size / ulp,
            np.abs(np.linalg.norm(v, axis=0) - 1).max() / ulp,
        ]
    return all(ratio < threshold for ratio in ratios)


@oracle
def numpy_scipy_tests(a: Array, result: Any, kind: str) -> bool:
    """Whether the assertions of numpy/linalg/tests/test_linalg.py and of SciPy's test_decomp.py hold.

    NumPy: A v and λ v agree to a relative tolerance of 1e-11 (1e-5 in single precision) without an absolute one; sorted
    eigenvalues agree with those of eig to the same tolerance for eigvalsh, else to 12 (6) decimals. SciPy: residuals of
    eigh are at most 1000 ε, and the vectors of eig have norm 1 to 7 digits. The 1000 ε are asked of Vᴴ V = I as well.
    """
    a, (w, v) = stored(a, kind), parts(result, kind)
    single = w.dtype.char in "fF"
    rtol, decimal = (1e-5, 6) if single else (1e-11, 12)
    expected = np.sort(np.linalg.eig(a)[0])
    if kind == "eigvalsh":
        assert_allclose(w, expected, rtol=rtol)
    elif kind == "eigvals":
        assert_almost_equal(np.sort(w), expected, decimal=decimal)
    if v is None:
        return w.shape == expected.shape
    assert_allclose(a @ v, v * w, rtol=rtol)
    if kind == "eigh":
        assert_almost_equal(w, expected, decimal=decimal)
        small = 1000 * float(np.finfo(a.dtype).eps)
        assert_allclose(a @ v - v * w, 0, rtol=0, atol=small)
        assert_allclose(v.conj().T @ v, np.eye(len(a)), rtol=0, atol=small)
    else:
        assert_allclose(np.linalg.norm(v, axis=0), 1, rtol=1e-7, atol=1e-7)
    return True


@oracle
def array_api_tests(a: Array, result: Any, kind: str) -> bool:
    """Whether shapes and types are those that data-apis/array-api-tests asks of eigh and eigvalsh; values are not read.

    The same is asked of eig and eigvals, whose answers may be real or complex. That the suite wants a named tuple is
    left out.
    """
    a, (w, v) = stored(a, kind), parts(result, kind)
    real, full = a.real.dtype, np.result_type(a.dtype, np.complex64)
    value_types = {real} if kind in {"eigh", "eigvalsh"} else {a.dtype, full}
    vector_types = {a.dtype} if kind == "eigh" else {a.dtype, full}
    accepted = w.shape == a.shape[:-1] and w.dtype in value_types
    return accepted if v is None else accepted and v.shape == a.shape and v.dtype in vector_types


ORACLES: dict[str, Oracle] = {
    judge.__name__: judge
    for judge in (allclose_residual, allclose_reconstruction, lapack_ratios, numpy_scipy_tests, array_api_tests)
}
