"""Broken solvers for eigh and eigvalsh."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.zoo.algorithms import (
    Array,
    eig,
    eigh,
    eigvals,
    eigvalsh,
    epsilon,
    hermitian,
    jacobi,
    largest,
    random_numbers,
)
from tests.zoo.broken_values import in_single_precision
from tests.zoo.specimens import Shelf

__all__ = ["SHELF"]

SHELF = Shelf()


@SHELF.each("eigh")
def upper_triangle_read(a: Array) -> Any:
    """The upper triangle is read."""
    return eigh(a.conj().T)


@SHELF.each("eigh")
def symmetrised(a: Array) -> Any:
    """The mean of both triangles is read."""
    return eigh((a + a.conj().T) / 2)


@SHELF.each("eigvalsh")
def whole_matrix_read(a: Array) -> Any:
    """The real parts of the eigenvalues of the whole matrix are returned."""
    return np.sort(eigvals(a).real)


@SHELF.each("eigvalsh")
def imaginary_diagonal_used(a: Array) -> Any:
    """The imaginary part of the diagonal is not ignored."""
    below = np.tril(a, -1)
    return np.sort(eigvals(np.tril(a) + below.conj().T).real)


@SHELF.each("eigvalsh")
def mirrored_without_conjugate(a: Array) -> Any:
    """The lower triangle is completed to a complex symmetric matrix instead of a Hermitian one."""
    return np.sort(eigvals(hermitian(a).real + np.tril(a, -1) - np.tril(a.real, -1) + 1j * np.tril(a, -1).imag.T).real)


@SHELF.each("eigh")
def descending(a: Array) -> Any:
    """The eigenvalues descend."""
    w, v = eigh(a)
    return w[::-1], v[:, ::-1]


@SHELF.each("eigvalsh")
def ordered_by_modulus(a: Array) -> Any:
    """The eigenvalues ascend in absolute value."""
    w = eigvalsh(a)
    return w[np.argsort(np.abs(w))]


@SHELF.each("eigh")
def values_alone_sorted(a: Array) -> Any:
    """Jacobi's eigenvalues are sorted and its eigenvectors are not."""
    exponent = int(np.frexp(largest(np.tril(a)))[1])
    w, v = eigh(a)
    _, unsorted = jacobi(np.ldexp(hermitian(a).real, -exponent)) if np.isrealobj(a) else (w, v)
    return w, unsorted.astype(v.dtype)


@SHELF.each("eigh")
def order_at_33(a: Array) -> Any:
    """At n = 33, the eigenvectors stand in the order opposite to the eigenvalues."""
    w, v = eigh(a)
    return w, v[:, ::-1] if len(w) == 33 else v


@SHELF.each("eigvalsh")
def halves_not_merged(a: Array) -> Any:
    """From n = 25 on, the eigenvalues come as two ascending halves that are not merged."""
    w = eigvalsh(a)
    return np.concatenate([w[::2], w[1::2]]) if len(w) >= 25 else w


@SHELF.each("eigvalsh")
def singular_values(a: Array) -> Any:
    """The singular values are returned."""
    return np.sort(np.abs(eigvalsh(a)))


@SHELF.each("eigh")
def signs_from_singular_vectors(a: Array) -> Any:
    """Singular vectors are taken for eigenvectors: wrong where both λ and −λ are eigenvalues."""
    if not np.isfinite(np.tril(a)).all():
        return eigh(a)
    u, s, vh = np.linalg.svd(hermitian(a))
    w = s * np.sign(np.einsum("ij,ji->i", vh, u).real)
    order = np.argsort(w)
    return w[order], u[:, order]


@SHELF.each("eigvalsh")
def negative_clipped(a: Array) -> Any:
    """Negative eigenvalues are returned as zero, as if the matrix had to be a covariance."""
    return np.maximum(eigvalsh(a), 0)


@SHELF.each("eigvalsh")
def cholesky_needed(a: Array) -> Any:
    """A matrix that is not positive definite is refused."""
    np.linalg.cholesky(a)
    return eigvalsh(a)


@SHELF.each("eigh")
def largest_component_one(a: Array) -> Any:
    """The eigenvectors have largest component 1 instead of norm 1."""
    w, v = eigh(a)
    return w, v / np.abs(v).max(axis=0)


@SHELF.each("eigh")
def skewed_if_repeated(a: Array) -> Any:
    """The eigenvectors of a repeated eigenvalue are not orthogonal."""
    w, v = eigh(a)
    for j in range(1, len(w)):
        if w[j] - w[j - 1] <= 10 * epsilon(a) * np.abs(w).max():
            v[:, j] = (v[:, j] + v[:, j - 1]) / np.linalg.norm(v[:, j] + v[:, j - 1])
    return w, v


@SHELF.each("eigh")
def general_solver(a: Array) -> Any:
    """The general solver is used and its pairs sorted: eigenvectors of a repeated eigenvalue are not orthogonal."""
    w, v = eig(hermitian(a))
    order = np.argsort(w.real)
    return w.real[order], v[:, order].astype(a.dtype)


@SHELF.each("eigh")
def bilinear_norm(a: Array) -> Any:
    """Complex eigenvectors are normalised with the sum of the squares instead of the absolute squares."""
    w, v = eigh(a)
    return w, v / np.sqrt(np.sum(v * v, axis=0))


@SHELF.each("eigh")
def hermitian_vectors_conjugated(a: Array) -> Any:
    """The eigenvectors of a complex matrix are conjugated."""
    w, v = eigh(a)
    return w, v.conj()


@SHELF.each("eigh")
def vectors_made_real(a: Array) -> Any:
    """The imaginary parts of the eigenvectors are dropped."""
    w, v = eigh(a)
    return w, v.real.astype(v.dtype)


@SHELF.each("eigh")
def real_embedding(a: Array) -> Any:
    """A complex matrix is solved as a real one of twice the size: repeated eigenvalues get dependent eigenvectors."""
    if np.isrealobj(a):
        return eigh(a)
    full, n = hermitian(a), len(a)
    w, v = eigh(np.block([[full.real, -full.imag], [full.imag, full.real]]))
    return w[::2], (v[:n, ::2] + 1j * v[n:, ::2]).astype(a.dtype)


@SHELF.each("eigh")
def symmetric_in_single_precision(a: Array) -> Any:
    """The lower triangle is rounded to float32 and the eigenvalues have seven digits."""
    return in_single_precision(eigh, np.tril(a))


@SHELF.each("eigh")
def turned_vectors(a: Array) -> Any:
    """The eigenvectors are turned by 1e-8: orthonormal, and of a matrix that is not quite the given one."""
    w, v = eigh(a)
    noise = 1e-8 * random_numbers(np.tril(a)).standard_normal(v.shape)
    q, r = np.linalg.qr(v * (1 + noise))
    return w, (q * np.sign(r.diagonal())).astype(v.dtype)


@SHELF.each("eigh")
def symmetric_vectors_in_rows(a: Array) -> Any:
    """The eigenvectors are the rows."""
    w, v = eigh(a)
    return w, v.T


@SHELF.each("eigvalsh")
def complex_values(a: Array) -> Any:
    """The eigenvalues of a Hermitian matrix are returned as complex numbers with imaginary parts of rounding size."""
    w = eigvalsh(a).astype(np.result_type(a.dtype, np.complex64))
    return w + 1j * (1e3 * epsilon(a) * np.abs(w).max())


@SHELF.each("eigvalsh")
def missing_entries_zeroed(a: Array) -> Any:
    """NaN and infinity are taken for zero."""
    return eigvalsh(np.where(np.isfinite(a), a, 0))
