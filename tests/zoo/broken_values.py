"""Broken solvers for eig and eigvals whose eigenvalues are wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.linalg import LinAlgError

from tests.zoo.algorithms import (
    Array,
    eig,
    eigh,
    eigvals,
    eigvalsh,
    epsilon,
    largest,
    random_numbers,
    times_power_of_two,
)
from tests.zoo.broken_vectors import parallel_pairs
from tests.zoo.specimens import Shelf

__all__ = ["SHELF"]

SHELF = Shelf()


@SHELF.each("eigvals")
def real_parts(a: Array) -> Any:
    """The imaginary parts of the eigenvalues are dropped."""
    return eigvals(a).real.astype(a.dtype)


@SHELF.each("eig")
def pairs_made_real(a: Array) -> Any:
    """The real parts of complex eigenvalues and eigenvectors are returned."""
    w, v = eig(a)
    return w.real.astype(a.dtype), v.real.astype(a.dtype)


@SHELF.each("eig")
def same_conjugate_twice(a: Array) -> Any:
    """A pair of conjugate eigenvalues is returned as one of them twice, with its eigenvector."""
    w, v = eig(a)
    return (np.where(w.imag < 0, w.conj(), w), np.where(w.imag < 0, v.conj(), v)) if np.isrealobj(a) else (w, v)


@SHELF.each("eigvals")
def complex_input_conjugated(a: Array) -> Any:
    """The eigenvalues of a complex matrix are those of its conjugate."""
    return eigvals(a.conj())


@SHELF.each("eigvals")
def complex64_real_part(a: Array) -> Any:
    """The imaginary part of a complex64 matrix is ignored."""
    return eigvals(a.real).astype(a.dtype) if a.dtype == np.complex64 else eigvals(a)


@SHELF.each("eigvals")
def imaginary_parts_cut_off(a: Array) -> Any:
    """Imaginary parts below 100 times the spacing at 1 are dropped, however small the matrix is."""
    return np.real_if_close(eigvals(a))


@SHELF.each("eigvals")
def imaginary_pair_dropped(a: Array) -> Any:
    """Eigenvalues with real part zero lose their imaginary part."""
    w = eigvals(a)
    return np.where(w.real == 0, w.real, w)


@SHELF.each("eigvals")
def absolute_values(a: Array) -> Any:
    """The absolute values of the eigenvalues are returned."""
    return np.abs(eigvals(a)).astype(a.dtype)


@SHELF.each("eigvals")
def sign_by_determinant(a: Array) -> Any:
    """All eigenvalues change their sign if the determinant is negative."""
    return eigvals(a) * a.dtype.type(-1 if np.linalg.det(a).real < 0 else 1)


@SHELF.each("eigvals")
def multiplicity_lost(a: Array) -> Any:
    """Equal eigenvalues are returned once, and the last one fills the array."""
    w = eigvals(a)
    unique = [z for i, z in enumerate(w) if not np.any(np.abs(w[:i] - z) <= 1e-10 * largest(w))]
    return np.array(unique + [unique[-1]] * (len(w) - len(unique)), dtype=w.dtype)


@SHELF.each("eigvals")
def largest_twice(a: Array) -> Any:
    """The second largest eigenvalue is replaced by the largest one."""
    w = eigvals(a)
    order = np.argsort(-np.abs(w))
    w[order[1:2]] = w[order[0]]
    return w


@SHELF.each("eigvals")
def tiny_to_zero(a: Array) -> Any:
    """Eigenvalues below 1e-10 are set to zero, however small the matrix is."""
    w = eigvals(a)
    return np.where(np.abs(w) < 1e-10, 0, w)


@SHELF.each("eigvals")
def ten_decimals(a: Array) -> Any:
    """The eigenvalues are rounded to ten decimals."""
    return np.round(eigvals(a), 10)


@SHELF.each("eig")
def noise_in_seventh_digit(a: Array) -> Any:
    """Eigenvalues and eigenvectors have a relative error of about 1e-6."""
    w, v = eig(a)
    rng = random_numbers(a)
    w, v = ((x * (1 + 1e-6 * rng.standard_normal(x.shape))).astype(x.dtype) for x in (w, v))
    return w, v


@SHELF.each("eigvals")
def noise_in_eleventh_digit(a: Array) -> Any:
    """The eigenvalues have a relative error of about 1e-10."""
    w = eigvals(a)
    return (w * (1 + 1e-10 * random_numbers(a).standard_normal(w.shape))).astype(w.dtype)


def in_single_precision(solve: Any, a: Array) -> list[Array]:
    """What a solver finds in float32, at a scale where it loses digits only."""
    exponent = int(np.frexp(largest(a))[1])
    small = times_power_of_two(a, -exponent).astype(np.complex64 if np.iscomplexobj(a) else np.float32)
    w, v = (x.astype(np.result_type(x, a)) for x in solve(small))
    return [times_power_of_two(w, exponent), v]


@SHELF.each("eig")
def single_precision(a: Array) -> Any:
    """Everything is computed in float32 and returned in the type of the matrix."""
    return in_single_precision(eig, a)


@SHELF.each("eigvals")
def trace_kept(a: Array) -> Any:
    """Two eigenvalues are pushed apart by a millionth: the trace is right."""
    w = eigvals(a)
    if len(w) > 1:
        w[[0, -1]] += 1e-6 * largest(w) * np.array([1, -1], dtype=w.dtype)
    return w


@SHELF.each("eigvals")
def determinant_kept(a: Array) -> Any:
    """One eigenvalue is a millionth too large and another one as much too small: the determinant is right."""
    w = eigvals(a)
    if len(w) > 1:
        w[0], w[-1] = w[0] * (1 + 1e-6), w[-1] / (1 + 1e-6)
    return w


@SHELF.each("eigvals")
def two_power_sums_kept(a: Array) -> Any:
    """Three eigenvalues change so that their sum and the sum of their squares are almost right."""
    w = eigvals(a)
    if len(w) > 2:
        x, y, z = w[:3] / (largest(w) or 1)
        w[:3] += 1e-6 * largest(w) * np.array([y - z, z - x, x - y], dtype=w.dtype)
    return w


@SHELF.each("eigvals")
def singular_made_regular(a: Array) -> Any:
    """The smallest eigenvalue of a singular matrix becomes 1e-8 of its norm."""
    w = eigvals(a)
    smallest = int(np.argmin(np.abs(w)))
    if abs(w[smallest]) <= 10 * len(w) * epsilon(a) * largest(a):
        w[smallest] = 1e-8 * largest(a)
    return w


@SHELF.each("eigvals")
def close_values_averaged(a: Array) -> Any:
    """Eigenvalues that differ by less than a hundred thousandth are replaced by their mean."""
    w = eigvals(a)
    near = np.abs(w[:, None] - w) <= 1e-5 * largest(w)
    return ((near @ w) / near.sum(axis=1)).astype(w.dtype)


@SHELF.each("eigvals")
def defective_spread(a: Array) -> Any:
    """Eigenvalues with a common eigenvector are spread a hundred times as far as rounding spreads them."""
    w, v = eig(a)
    pairs = parallel_pairs(w, v)
    members = sorted({k for pair in pairs for k in pair})
    if members:
        radius = 100 * epsilon(a) ** (1 / len(members)) * largest(w)
        circle = np.exp(2j * np.pi * np.arange(len(members)) / len(members))
        w = w.astype(np.result_type(w.dtype, np.complex64))
        w[members] = np.mean(w[members]) + radius * circle
    return w


@SHELF.each("eigvals")
def defective_shifted(a: Array) -> Any:
    """Two eigenvalues with a common eigenvector are both off by a hundred thousandth."""
    w, v = eig(a)
    for pair in parallel_pairs(w, v)[:1]:
        w[list(pair)] += 1e-5 * largest(w)
    return w


@SHELF.each("eigvals")
def shifted_by_one(a: Array) -> Any:
    """The identity is added first and 1 subtracted last: digits are lost when the matrix is small."""
    return eigvals(a + np.eye(len(a), dtype=a.dtype)) - a.dtype.type(1)


@SHELF.each("eigvals")
def fixed_point(a: Array) -> Any:
    """The entries are rounded to multiples of 2⁻⁴⁰ (2⁻¹⁶ in single precision) of the largest one."""
    if not np.isfinite(a).all():
        raise LinAlgError
    exponent = int(np.frexp(largest(a))[1]) - (40 if epsilon(a) < 1e-10 else 16)
    return eigvals(times_power_of_two(np.round(times_power_of_two(a, -exponent)), exponent))


@SHELF.each("eigvals")
def nearly_symmetric(a: Array) -> Any:
    """A matrix close to a Hermitian one in the sense of allclose is taken for Hermitian."""
    return eigvalsh(a).astype(a.dtype) if np.allclose(a, a.conj().T) else eigvals(a)


@SHELF.each("eigvals")
def nearly_block_triangular(a: Array) -> Any:
    """A lower left block below 1e-8 of the matrix is taken for zero."""
    for k in range(1, len(a)):
        if largest(a[k:, :k]) <= 1e-8 * largest(a):
            return np.concatenate([nearly_block_triangular(a[:k, :k]), nearly_block_triangular(a[k:, k:])])
    return eigvals(a)


@SHELF.each("eig")
def nearly_diagonal(a: Array) -> Any:
    """A matrix close to a diagonal one in the sense of allclose is taken for diagonal."""
    diagonal = a.diagonal()
    return (diagonal, np.eye(len(a), dtype=a.dtype)) if np.allclose(a, np.diag(diagonal)) else eig(a)


@SHELF.each("eigvals")
def small_entries_dropped(a: Array) -> Any:
    """Entries outside the diagonal below 1e-12 are taken for zero, however small the matrix is."""
    return eigvals(np.where((np.abs(a) < 1e-12) & ~np.eye(len(a), dtype=bool), 0, a))


@SHELF.each("eigvals")
def noise_from_32(a: Array) -> Any:
    """From n = 32 on, the eigenvalues have a relative error of about 1e-6."""
    w = eigvals(a)
    noise = 1e-6 * random_numbers(a).standard_normal(w.shape) * (len(w) >= 32)
    return (w * (1 + noise)).astype(w.dtype)


@SHELF.each("eig")
def last_row_uncoupled_from_32(a: Array) -> Any:
    """From n = 32 on, the last row is ignored but for its diagonal entry."""
    if len(a) >= 32:
        a[-1, :-1] = 0
    return eig(a)


@SHELF.each("eigvals")
def band_of_ten(a: Array) -> Any:
    """Entries more than ten places from the diagonal are ignored."""
    return eigvals(np.triu(np.tril(a, 10), -10))


@SHELF.each("eigvals")
def transposed_minor_at_two(a: Array) -> Any:
    """The discriminant of 2×2 matrices has the square of an entry in place of the product of two."""
    return eigvals(np.array([[a[0, 0], a[0, 1]], [a[0, 1], a[1, 1]]])) if len(a) == 2 else eigvals(a)


@SHELF.each("eig")
def projected_on_symmetric_part(a: Array) -> Any:
    """Where all eigenvalues are real, those of the symmetric part are returned."""
    w, v = eig(a)
    return eigh((a + a.conj().T) / 2) if np.isrealobj(w) else (w, v)
