"""Broken solvers that are a method of the textbooks, used where it does not hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from tests.zoo.algorithms import (
    Array,
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
    refuse_non_finite,
    schur,
    times_power_of_two,
)
from tests.zoo.specimens import Shelf

__all__ = ["SHELF"]

SHELF = Shelf()


def scaled(method: Callable[[Array], Array], a: Array) -> Array:
    """Eigenvalues by a method for matrices with largest entry about 1."""
    refuse_non_finite(a)
    exponent = int(np.frexp(largest(a))[1])
    return times_power_of_two(method(times_power_of_two(a, -exponent)), exponent)


def schur_values(a: Array, **knobs: Any) -> Array:
    """The eigenvalues by the QR algorithm with some knobs turned."""
    return schur(a, **knobs)[0].diagonal()


def sorted_pairs(w: Array, v: Array) -> tuple[Array, Array]:
    """Eigenpairs with ascending eigenvalues."""
    order = np.argsort(w)
    return w[order], v[:, order]


@SHELF.each("eigvalsh")
def quadratic_formula(a: Array) -> Any:
    """2×2 matrices are solved with trace and determinant: close eigenvalues lose half their digits."""
    if len(a) != 2:
        return eigvalsh(a)
    p, q, r = a[0, 0].real, abs(a[1, 0]), a[1, 1].real
    root = np.sqrt(np.maximum((p + r) ** 2 - 4 * (p * r - q * q), 0))
    return np.array([p + r - root, p + r + root]) / 2


@SHELF.each("eigvalsh")
def cosines_of_cardano(a: Array) -> Any:
    """3×3 matrices are solved with arccos: close eigenvalues lose half their digits."""
    if len(a) != 3:
        return eigvalsh(a)
    full = hermitian(a)
    mean = np.trace(full).real / 3
    centred = full - mean * np.eye(3, dtype=a.dtype)
    p = np.sqrt(np.sum(np.abs(centred) ** 2) / 6)
    half = np.clip(np.linalg.det(centred / p).real / 2, -1, 1) if p else p
    return np.sort(mean + 2 * p * np.cos((np.arccos(half) + 2 * np.pi * np.arange(3)) / 3)).astype(p.dtype)


@SHELF.each("eigvals")
def power_iteration(a: Array) -> Any:
    """A hundred steps of the power method give one eigenvalue, which is returned n times."""
    refuse_non_finite(a)
    x = np.ones(len(a), dtype=a.dtype)
    for _ in range(100):
        x = a @ x / (np.linalg.norm(a @ x) or 1)
    return np.full(len(a), (x.conj() @ a @ x) / (x.conj() @ x or 1), dtype=a.dtype)


@SHELF.each("eigh")
def power_method_with_deflation(a: Array) -> Any:
    """Each eigenpair gets fifty steps of the power method: too few when absolute values are close or equal."""
    rest, v = hermitian(a), np.empty_like(a)
    refuse_non_finite(rest)
    for k in range(len(a)):
        x = np.linspace(1, 2, len(a)).astype(a.dtype)
        for _ in range(50):
            y = rest @ x
            x = y / (np.linalg.norm(y) or 1)
        v[:, k] = x / (np.linalg.norm(x) or 1)
        rest = rest - (v[:, k].conj() @ rest @ v[:, k]) * np.outer(v[:, k], v[:, k].conj())
    return sorted_pairs(np.einsum("ik,ij,jk->k", v.conj(), hermitian(a), v).real, v)


@SHELF.each("eigh")
def one_sweep_of_jacobi(a: Array) -> Any:
    """Jacobi's method stops after one sweep."""
    refuse_non_finite(np.tril(a))
    return sorted_pairs(*jacobi(hermitian(a), sweeps=1))


@SHELF.each("eigh")
def jacobi_with_sign_of_zero(a: Array) -> Any:
    """Jacobi's rotation is left out where two diagonal entries are equal, since the sign of zero is zero."""
    refuse_non_finite(np.tril(a))
    return sorted_pairs(*jacobi(hermitian(a), sign=np.sign))


@SHELF.each("eigvals")
def unshifted_qr(a: Array) -> Any:
    """A hundred steps of QR without shifts: not enough for close or equal absolute values."""
    refuse_non_finite(a)
    for _ in range(100):
        q, r = np.linalg.qr(a)
        a = r @ q
    return a.diagonal()


@SHELF.each("eigvals")
def qr_with_two_steps(a: Array) -> Any:
    """The QR algorithm has two steps for each eigenvalue and does not say when they are too few."""
    return scaled(partial(schur_values, limit=2, strict=False), a)


@SHELF.each("eigvals")
def qr_without_exceptional_shifts(a: Array) -> Any:
    """The QR algorithm goes round in circles for cyclic permutations and gives up."""
    return scaled(partial(schur_values, exceptional=False), a)


@SHELF.each("eigvals")
def loose_deflation(a: Array) -> Any:
    """The QR algorithm drops entries below 1e-8 of the norm."""
    return scaled(partial(schur_values, tolerance=1e-8), a)


@SHELF.each("eigvals")
def absolute_deflation(a: Array) -> Any:
    """The QR algorithm drops entries below 1e-10, however small the matrix is."""
    refuse_non_finite(a)
    return schur(a, floor=1e-10)[0].diagonal()


@SHELF.each("eigvals")
def cancelling_reflections(a: Array) -> Any:
    """Householder's vectors are computed with the sign that cancels."""
    return scaled(lambda b: eigvals(hessenberg(b, sign=-1)[0]), a)


@SHELF.each("eigvals")
def roots_of_the_characteristic_polynomial(a: Array) -> Any:
    """The coefficients of the characteristic polynomial are rounded and its roots returned."""

    def roots(b: Array) -> Array:
        m, coefficients = np.zeros_like(b), [b.dtype.type(1)]
        for k in range(1, len(b) + 1):
            m = b @ m + coefficients[-1] * np.eye(len(b), dtype=b.dtype)
            coefficients.append(-np.trace(b @ m) / b.dtype.type(k))
        return np.roots(coefficients).astype(np.result_type(b.dtype, np.complex64))

    return scaled(roots, a)


@SHELF.each("eigvals")
def lr_without_pivoting(a: Array) -> Any:
    """Two hundred steps of Rutishauser's LR algorithm without pivoting: a zero in the wrong place stops it."""
    refuse_non_finite(a)
    for _ in range(200):
        upper, lower = a.copy(), np.eye(len(a), dtype=a.dtype)
        for k in range(len(a) - 1):
            lower[k + 1 :, k] = upper[k + 1 :, k] / upper[k, k]
            upper[k + 1 :] -= np.outer(lower[k + 1 :, k], upper[k])
        a = upper @ lower
    return a.diagonal()


@SHELF.each("eigvalsh")
def lanczos(a: Array) -> Any:
    """Lanczos' method without reorthogonalisation, from one start: repeated eigenvalues are found once."""
    full = hermitian(a)
    x, previous = np.full(len(a), 1 / np.sqrt(len(a))).astype(a.dtype), np.zeros(len(a), dtype=a.dtype)
    diagonal: list[float] = []
    beside: list[float] = []
    for _ in range(len(a)):
        y = full @ x - (beside[-1] if beside else 0) * previous
        diagonal.append((x.conj() @ y).real)
        y = y - diagonal[-1] * x
        beside.append(float(np.linalg.norm(y)))
        if beside[-1] <= 10 * epsilon(a) * largest(full):
            break
        previous, x = x, (y / beside[-1]).astype(a.dtype)
    w = eigvalsh(np.diag(diagonal) + np.diag(beside[: len(diagonal) - 1], -1))
    return np.sort(np.append(w, [w[-1]] * (len(a) - len(w)))).astype(a.real.dtype)


@SHELF.each("eig")
def inverse_iteration_from_one_start(a: Array) -> Any:
    """Inverse iteration starts with the first unit vector: it finds nothing else if that is an eigenvector."""
    w, v = eig(a)
    scale = largest(a) or 1
    for k in range(len(w)):
        x = np.eye(len(w), 1, dtype=v.dtype)
        for _ in range(2):
            x = np.linalg.solve(a - (w[k] + 8 * epsilon(a) * scale) * np.eye(len(w)), x)
            x = x / np.linalg.norm(x)
        v[:, k] = x[:, 0]
    return w, v


@SHELF.each("eigh")
def inverse_iteration_alone(a: Array) -> Any:
    """Inverse iteration finds each eigenvector on its own: those of close eigenvalues are not orthogonal."""
    w, v = eigh(a)
    scale = largest(np.tril(a)) or 1
    for k in range(len(w)):
        x = np.linspace(1, 2, len(w)).astype(a.dtype)[:, None]
        for _ in range(2):
            x = np.linalg.solve(hermitian(a) - (w[k] + 8 * epsilon(a) * scale) * np.eye(len(w), dtype=a.dtype), x)
            x = x / np.linalg.norm(x)
        v[:, k] = x[:, 0]
    return w, v


@SHELF.each("eigvalsh")
def bisection_stops_early(a: Array) -> Any:
    """Bisection stops when an interval is shorter than 1e-9, however small the matrix is."""
    refuse_non_finite(np.tril(a))
    return bisection(hermitian(a), width=1e-9)


@SHELF.each("eigvalsh")
def roots_of_the_square(a: Array) -> Any:
    """Square roots of the eigenvalues of the square: small ones lose half their digits, and all have one sign."""
    full = hermitian(a)
    w = np.sqrt(np.maximum(eigvalsh(full @ full), 0))
    return w if np.trace(full).real >= 0 else -w[::-1]
