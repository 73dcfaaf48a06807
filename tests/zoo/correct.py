"""Solvers that are backward stable and differ from NumPy in what a solver is free to choose: none may be flagged.

All refuse what NumPy's general solvers refuse: arrays that are no stacks of square matrices, NaN and infinity.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import mpmath
import numpy as np
import scipy.linalg

from tests.zoo.algorithms import (
    Array,
    back_substitution,
    bisection,
    eig,
    eigh,
    eigvals,
    eigvalsh,
    epsilon,
    hermitian,
    hessenberg,
    jacobi,
    largest,
    random_numbers,
    refuse_non_finite,
    schur,
    times_power_of_two,
)
from tests.zoo.specimens import Shelf, Specimen

__all__ = ["CORRECT"]

# Beyond these sizes NumPy takes over, so that the slow ones take milliseconds.
SLOW_FROM = 24
VERY_SLOW_FROM = 9

SHELF = Shelf()


def normalised(method: Callable[[Array], Any], a: Array) -> Any:
    """What a method finds for the matrix times the power of two that brings its largest entry to [1/2, 1), scaled back.

    SciPy 1.17.1 needs this: its wheels do not undo the scaling inside geev.
    """
    refuse_non_finite(a)
    exponent = int(np.frexp(largest(a))[1])
    result = method(times_power_of_two(a, -exponent))
    if isinstance(result, tuple):
        return times_power_of_two(result[0], exponent), result[1]
    return times_power_of_two(result, exponent)


def sorted_pairs(w: Array, v: Array) -> tuple[Array, Array]:
    """Eigenpairs with ascending eigenvalues."""
    order = np.argsort(w)
    return w[order], v[:, order]


def unit_columns(v: Array) -> Array:
    """The columns with norm 1."""
    return v / np.linalg.norm(v, axis=0)


def unbalanced_eig(a: Array) -> tuple[Array, Array]:
    """Eigenpairs from LAPACK's complex Schur form: small errors in the norm of the matrix, not of a balanced one."""
    t, z = scipy.linalg.schur(a, output="complex")
    return t.diagonal(), unit_columns(z @ back_substitution(t))


# NumPy.


@SHELF.whole("eig")
def numpy_eig(a: Array) -> Any:
    """NumPy as it is."""
    return np.linalg.eig(a)


@SHELF.whole("eigh")
def numpy_eigh(a: Array) -> Any:
    """NumPy, with NaN and infinity refused."""
    refuse_non_finite(np.tril(a))
    return np.linalg.eigh(a)


@SHELF.whole("eigvals")
def numpy_eigvals(a: Array) -> Any:
    """NumPy as it is."""
    return np.linalg.eigvals(a)


@SHELF.whole("eigvalsh")
def numpy_eigvalsh(a: Array) -> Any:
    """NumPy, with NaN and infinity refused."""
    refuse_non_finite(np.tril(a))
    return np.linalg.eigvalsh(a)


@SHELF.each("eigh")
def numpy_eigh_upper(a: Array) -> Any:
    """NumPy reads the upper triangle of the adjoint."""
    refuse_non_finite(np.tril(a))
    return np.linalg.eigh(a.conj().T, UPLO="U")


# Order, phase, scale, type and layout of the answer.


@SHELF.each("eig")
def reversed_order(a: Array) -> Any:
    """The pairs come in the opposite order."""
    w, v = eig(a)
    return w[::-1], v[:, ::-1]


@SHELF.each("eig")
def random_order(a: Array) -> Any:
    """The pairs come in random order, conjugates apart from each other."""
    w, v = eig(a)
    order = random_numbers(a).permutation(len(w))
    return w[order], v[:, order]


@SHELF.each("eig")
def random_phases(a: Array) -> Any:
    """The eigenvectors are multiplied by random complex numbers of modulus 1."""
    w, v = eig(a)
    phases = np.exp(2j * np.pi * random_numbers(a).random(len(w)))
    complex_type = np.result_type(v.dtype, np.complex64)
    return w.astype(complex_type), (v * phases).astype(complex_type)


@SHELF.each("eigh")
def random_signs(a: Array) -> Any:
    """The eigenvectors are multiplied by random signs, those of complex matrices by powers of i."""
    w, v = eigh(a)
    turns = np.array([1, -1] if np.isrealobj(a) else [1, 1j, -1, -1j], dtype=a.dtype)
    return w, v * random_numbers(np.tril(a)).choice(turns, len(w))


@SHELF.each("eig")
def random_lengths(a: Array) -> Any:
    """The eigenvectors have lengths between 0.1 and 10."""
    w, v = eig(a)
    return w, (v * 10 ** random_numbers(a).uniform(-1, 1, len(w))).astype(v.dtype)


@SHELF.each("eig")
def always_complex(a: Array) -> Any:
    """Everything is complex."""
    w, v = eig(a)
    complex_type = np.result_type(v.dtype, np.complex64)
    return w.astype(complex_type), v.astype(complex_type)


@SHELF.whole("eig")
def strange_layout(a: Array) -> Any:
    """The answer is read-only, its eigenvalues run backwards in memory and its vectors are in Fortran's order."""
    w, v = np.linalg.eig(a)
    w, v = w[..., ::-1].copy()[..., ::-1], v.swapaxes(-1, -2).copy().swapaxes(-1, -2)
    w.flags.writeable = v.flags.writeable = False
    return w, v


@SHELF.each("eigh")
def another_basis(a: Array) -> Any:
    """The eigenvectors of a repeated eigenvalue are another orthonormal basis."""
    w, v = eigh(a)
    rng, start = random_numbers(np.tril(a)), 0
    for stop in range(1, len(w) + 1):
        if stop == len(w) or w[stop] - w[start] > 4 * epsilon(a) * largest(w):
            q, _ = np.linalg.qr(rng.standard_normal((stop - start, stop - start)))
            v[:, start:stop] = v[:, start:stop] @ q.astype(v.dtype)
            start = stop
    return w, v


# LAPACK by other ways.


@SHELF.each("eig")
def scipy_eig(a: Array) -> Any:
    """SciPy's eig."""
    return normalised(scipy.linalg.eig, a)


@SHELF.each("eigvals")
def scipy_eigvals(a: Array) -> Any:
    """SciPy's eigvals."""
    return normalised(scipy.linalg.eigvals, a)


@SHELF.each("eigvalsh")
def scipy_eigvalsh(a: Array) -> Any:
    """SciPy's eigvalsh."""
    return normalised(scipy.linalg.eigvalsh, np.tril(a))


def scipy_eigh(driver: str, a: Array) -> Any:
    """SciPy's eigh with one of LAPACK's four drivers."""
    return normalised(partial(scipy.linalg.eigh, driver=driver), np.tril(a))


@SHELF.each("eigh")
def scipy_eigh_ev(a: Array) -> Any:
    """SciPy's eigh by QR: syev and heev."""
    return scipy_eigh("ev", a)


@SHELF.each("eigh")
def scipy_eigh_evd(a: Array) -> Any:
    """SciPy's eigh by divide and conquer: syevd and heevd."""
    return scipy_eigh("evd", a)


@SHELF.each("eigh")
def scipy_eigh_evr(a: Array) -> Any:
    """SciPy's eigh by relatively robust representations: syevr and heevr."""
    return scipy_eigh("evr", a)


@SHELF.each("eigh")
def scipy_eigh_evx(a: Array) -> Any:
    """SciPy's eigh by bisection and inverse iteration: syevx and heevx."""
    return scipy_eigh("evx", a)


@SHELF.each("eig")
def scipy_schur(a: Array) -> Any:
    """The complex Schur form and back substitution, without balancing."""
    return normalised(unbalanced_eig, a)


@SHELF.each("eigvals")
def scipy_hessenberg(a: Array) -> Any:
    """The Hessenberg form first, then its Schur form, without balancing."""
    return normalised(lambda b: scipy.linalg.schur(scipy.linalg.hessenberg(b), output="complex")[0].diagonal(), a)


@SHELF.each("eigh")
def tridiagonal_form(a: Array) -> Any:
    """Householder's reflections, and LAPACK for the tridiagonal matrix."""

    def method(b: Array) -> tuple[Array, Array]:
        t, q = hessenberg(hermitian(b))
        # Subnormal entries below the diagonal have no phase that could be computed, and count for nothing.
        below = np.where(np.abs(t.diagonal(-1)) < np.finfo(t.dtype).tiny, 0, t.diagonal(-1))
        phases = np.cumprod(np.append(1, np.where(below == 0, 1, below / np.where(below == 0, 1, np.abs(below)))))
        w, v = eigh(np.diag(t.diagonal().real) + np.diag(np.abs(below), -1))
        return w, (q * phases.astype(q.dtype)) @ v

    return normalised(method, np.tril(a))


@SHELF.each("eigvals")
def transposed(a: Array) -> Any:
    """The eigenvalues of the transpose."""
    return eigvals(a.T)


@SHELF.each("eigvals")
def conjugates_of_adjoint(a: Array) -> Any:
    """The conjugates of the eigenvalues of the adjoint."""
    return eigvals(a.conj().T).conj()


@SHELF.each("eigvals")
def reversed_rows_and_columns(a: Array) -> Any:
    """The eigenvalues of the matrix with rows and columns in the opposite order."""
    return eigvals(a[::-1, ::-1])


@SHELF.each("eigvalsh")
def negated(a: Array) -> Any:
    """The eigenvalues of −A, negated and reversed."""
    return -eigvalsh(-a)[::-1]


# Other algorithms.


@SHELF.each("eig")
def qr_algorithm(a: Array) -> Any:
    """The complex QR algorithm, in the precision of the matrix."""
    if len(a) >= SLOW_FROM:
        return eig(a)

    def method(b: Array) -> tuple[Array, Array]:
        t, q = schur(b)
        return t.diagonal(), unit_columns(q @ back_substitution(t))

    return normalised(method, a)


@SHELF.each("eigvals")
def qr_algorithm_in_longdouble(a: Array) -> Any:
    """The complex QR algorithm in longdouble, rounded."""
    if len(a) >= SLOW_FROM:
        return eigvals(a)
    precise = normalised(lambda b: schur(b)[0].diagonal(), a.astype(np.result_type(a.dtype, np.longdouble)))
    return precise.astype(np.result_type(a.dtype, np.complex64))


@SHELF.each("eigh")
def jacobi_method(a: Array) -> Any:
    """Jacobi's method, in the precision of the matrix."""
    return eigh(a) if len(a) >= SLOW_FROM else sorted_pairs(*normalised(lambda b: jacobi(hermitian(b)), np.tril(a)))


@SHELF.each("eigvalsh")
def sturm_bisection(a: Array) -> Any:
    """Householder's reflections, and bisection with Sturm's counts."""
    return normalised(lambda b: bisection(hermitian(b)), np.tril(a))


def rounded(column: Any, dtype: Any) -> Array:
    """A matrix or list of mpmath as an array."""
    return np.array([complex(x) for x in column]).astype(dtype)


@SHELF.each("eig")
def mpmath_eig(a: Array) -> Any:
    """mpmath's eig with 40 digits, rounded."""
    if len(a) >= VERY_SLOW_FROM:
        return eig(a)

    def method(b: Array) -> tuple[Array, Array]:
        complex_type = np.result_type(b.dtype, np.complex64)
        with mpmath.workdps(40):
            w, v = mpmath.eig(mpmath.matrix(b.tolist()))
            units = [v[:, k] / mpmath.norm(v[:, k]) for k in range(len(b))]
            return rounded(w, complex_type), np.column_stack([rounded(x, complex_type) for x in units])

    try:
        return normalised(method, a)
    except (mpmath.mp.NoConvergence, RuntimeError):
        return eig(a)


@SHELF.each("eigh")
def mpmath_eigh(a: Array) -> Any:
    """mpmath's eigh with 40 digits, rounded."""
    if len(a) >= VERY_SLOW_FROM:
        return eigh(a)

    def method(b: Array) -> tuple[Array, Array]:
        with mpmath.workdps(40):
            w, v = mpmath.eigh(mpmath.matrix(hermitian(b).tolist()))
            values = rounded(w, complex).real.astype(b.real.dtype)
            return values, np.column_stack([rounded(v[:, k], complex) for k in range(len(b))])

    w, v = normalised(method, np.tril(a))
    return w, v.astype(a.dtype) if np.iscomplexobj(a) else v.real.astype(a.dtype)


@SHELF.each("eig")
def double_precision(a: Array) -> Any:
    """Single precision is solved in double precision and rounded."""
    w, v = eig(a.astype(np.result_type(a.dtype, float)))
    narrow = np.complex64 if np.iscomplexobj(w) else np.float32
    return (w.astype(narrow), v.astype(narrow)) if epsilon(a) > 1e-10 else (w, v)


def nearby(a: Array) -> Array:
    """A + E with a random E of Frobenius norm 4 n ε times that of A."""
    noise = random_numbers(a).standard_normal((2, *a.shape))
    error = noise[0] + 1j * noise[1] if np.iscomplexobj(a) else noise[0]
    error *= 4 * len(a) * epsilon(a) * np.linalg.norm(a.astype(error.dtype)) / np.linalg.norm(error)
    return (a + error).astype(a.dtype)


@SHELF.each("eig")
def nearby_matrix(a: Array) -> Any:
    """The exact matrix is replaced by one as near as rounding errors may bring it."""
    return normalised(lambda b: unbalanced_eig(nearby(b)), a)


@SHELF.each("eigh")
def nearby_hermitian_matrix(a: Array) -> Any:
    """The exact Hermitian matrix is replaced by one as near as rounding errors may bring it."""

    def method(b: Array) -> tuple[Array, Array]:
        error = nearby(hermitian(b)) - hermitian(b)
        return eigh(hermitian(b) + (error + error.conj().T) / 2)

    return normalised(method, np.tril(a))


@SHELF.each("eigvals")
def similar_matrix(a: Array) -> Any:
    """The eigenvalues of QᴴAQ with a random orthogonal matrix Q."""
    q = np.linalg.qr(random_numbers(a).standard_normal(a.shape))[0].astype(a.dtype)
    return normalised(lambda b: unbalanced_eig(q.T @ b @ q)[0], a)


CORRECT: tuple[Specimen, ...] = tuple(SHELF.specimens)
