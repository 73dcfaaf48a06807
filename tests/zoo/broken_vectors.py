"""Broken solvers for eig whose eigenvalues are right: eigenvectors and their places are wrong."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.zoo.algorithms import Array, eig, epsilon, largest, random_numbers
from tests.zoo.specimens import Shelf

__all__ = ["SHELF"]

SHELF = Shelf()


def parallel_pairs(w: Array, v: Array) -> list[tuple[int, int]]:
    """The places i < j of close eigenvalues with almost the same eigenvector: those of a defective matrix."""
    near = 1e-3 * largest(w)
    angles = np.abs(v.conj().T @ v)
    return [(i, j) for j in range(len(w)) for i in range(j) if abs(w[i] - w[j]) <= near and angles[i, j] > 1 - 1e-6]


def repeated_pairs(w: Array, v: Array) -> list[tuple[int, int]]:
    """The places i < j of eigenvalues that agree up to rounding and have different eigenvectors."""
    near = 1e3 * epsilon(w) * largest(w)
    angles = np.abs(v.conj().T @ v)
    return [(i, j) for j in range(len(w)) for i in range(j) if abs(w[i] - w[j]) <= near and angles[i, j] < 1 - 1e-3]


@SHELF.each("eig")
def unsorted_pairs(a: Array) -> Any:
    """The eigenvalues are sorted and the eigenvectors are not."""
    w, v = eig(a)
    return np.sort(w), v


@SHELF.each("eig")
def rolled_vectors(a: Array) -> Any:
    """Each eigenvector stands one column to the right of its place."""
    w, v = eig(a)
    return w, np.roll(v, 1, axis=1)


@SHELF.each("eig")
def one_pair_repeated(a: Array) -> Any:
    """The first eigenpair is returned n times."""
    w, v = eig(a)
    return np.full_like(w, w[0]), np.repeat(v[:, :1], len(w), axis=1)


@SHELF.each("eig")
def last_pair_lost(a: Array) -> Any:
    """The last eigenpair is a copy of the first one."""
    w, v = eig(a)
    w[-1], v[:, -1] = w[0], v[:, 0]
    return w, v


@SHELF.each("eig")
def repeated_value_swallows_another(a: Array) -> Any:
    """A pair of a repeated eigenvalue is returned once more in place of another pair."""
    w, v = eig(a)
    for i, j in repeated_pairs(w, v)[:1]:
        others = [k for k in range(len(w)) if abs(w[k] - w[i]) > 1e-3 * largest(w)]
        w[others[:1]], v[:, others[:1]] = w[j], v[:, [j]]
    return w, v


@SHELF.each("eig", basis=True)
def dependent_basis(a: Array) -> Any:
    """A repeated eigenvalue gets one eigenvector again and again where there are independent ones."""
    w, v = eig(a)
    for i, j in repeated_pairs(w, v):
        w[j], v[:, j] = w[i], v[:, i]
    return w, v


@SHELF.each("eig", unit=True)
def largest_entry_one(a: Array) -> Any:
    """The eigenvectors have largest component 1 instead of norm 1."""
    w, v = eig(a)
    return w, v / np.abs(v).max(axis=0)


@SHELF.each("eig")
def zero_column(a: Array) -> Any:
    """The last eigenvector is zero from n = 2 on."""
    w, v = eig(a)
    v[:, 1:][:, -1:] = 0
    return w, v


@SHELF.each("eig")
def zero_vectors_at_three(a: Array) -> Any:
    """All eigenvectors of 3×3 matrices are zero."""
    w, v = eig(a)
    return w, v * (len(w) != 3)


@SHELF.each("eig")
def vectors_times_matrix(a: Array) -> Any:
    """The eigenvectors are multiplied by the matrix once more: nothing is left of those of eigenvalue zero."""
    w, v = eig(a)
    return w, a @ v


@SHELF.each("eig")
def nan_column_if_defective(a: Array) -> Any:
    """The eigenvector that a defective matrix lacks is NaN."""
    w, v = eig(a)
    v[:, [j for _, j in parallel_pairs(w, v)]] = np.nan
    return w, v


@SHELF.each("eig")
def conjugated_vectors(a: Array) -> Any:
    """The eigenvectors are those of the conjugate eigenvalues."""
    w, v = eig(a)
    return w, v.conj()


@SHELF.each("eig")
def packed_vectors(a: Array) -> Any:
    """For a real matrix, real and imaginary part of a complex eigenvector are returned as two vectors."""
    w, v = eig(a)
    if np.isrealobj(a):
        v = np.where(w.imag < 0, -v.imag, v.real).astype(v.dtype)
    return w, v


@SHELF.each("eig")
def conjugate_vector_forgotten(a: Array) -> Any:
    """Both eigenvalues of a conjugate pair get the eigenvector of the first one."""
    w, v = eig(a)
    return w, np.where(w.imag < 0, v.conj(), v) if np.isrealobj(a) else v


@SHELF.each("eig")
def vectors_in_rows(a: Array) -> Any:
    """The eigenvectors are the rows."""
    w, v = eig(a)
    return w, v.T


@SHELF.each("eig")
def left_vectors(a: Array) -> Any:
    """The eigenvectors are left ones."""
    w, v = eig(a.conj().T)
    return w.conj(), v


def balancing(a: Array) -> tuple[Array, Array]:
    """A diagonal scaling by powers of two that makes rows and columns alike in norm, and the scaled matrix."""
    b, d = a.copy(), np.ones(len(a), dtype=a.real.dtype)
    for i in [*range(len(a))] * 5:
        column, row = (largest(np.delete(line, i)) for line in (b[:, i], b[i]))
        if column and row:
            factor = 2.0 ** np.clip(np.round(np.log2(row / column) / 2), -20, 20)
            b[:, i] *= factor
            b[i] /= factor
            d[i] *= factor
    return d, b


@SHELF.each("eig")
def balancing_not_undone(a: Array) -> Any:
    """The eigenvectors are those of the balanced matrix."""
    _, balanced = balancing(a)
    return eig(balanced)


@SHELF.each("eig")
def balancing_undone_inversely(a: Array) -> Any:
    """The eigenvectors of the balanced matrix are divided by the scaling instead of multiplied."""
    d, balanced = balancing(a)
    w, v = eig(balanced)
    v = v / d[:, None]
    return w, v / np.linalg.norm(v, axis=0)


@SHELF.each("eig")
def first_component_one(a: Array) -> Any:
    """The eigenvectors are divided by their first component, even when it is zero."""
    w, v = eig(a)
    return w, v / v[0]


@SHELF.each("eig")
def normalised_along_rows(a: Array) -> Any:
    """The rows of the matrix of eigenvectors are normalised."""
    w, v = eig(a)
    return w, v / np.linalg.norm(v, axis=1, keepdims=True)


@SHELF.each("eig")
def small_components_dropped(a: Array) -> Any:
    """Components of eigenvectors below 1e-8 are set to zero."""
    w, v = eig(a)
    return w, np.where(np.abs(v) < 1e-8, 0, v)


@SHELF.each("eig")
def vectors_in_single_precision(a: Array) -> Any:
    """The eigenvectors have the seven digits of float32."""
    w, v = eig(a)
    return w, v.astype(np.complex64 if np.iscomplexobj(v) else np.float32).astype(v.dtype)


@SHELF.each("eig")
def vector_is_the_entry_at_one(a: Array) -> Any:
    """The eigenvector of a 1×1 matrix is its entry, which may be zero."""
    w, v = eig(a)
    return (w, a) if len(w) == 1 else (w, v)


@SHELF.each("eig")
def random_column(a: Array) -> Any:
    """In every second call or so, the last eigenvector is uninitialised memory."""
    w, v = eig(a)
    rng = np.random.default_rng()
    if rng.random() < 0.5:
        v[:, -1] = rng.standard_normal(len(w))
    return w, v


@SHELF.each("eig")
def noisy_vectors(a: Array) -> Any:
    """The eigenvectors have a relative error of about 1e-10."""
    w, v = eig(a)
    return w, (v * (1 + 1e-10 * random_numbers(a).standard_normal(v.shape))).astype(v.dtype)
