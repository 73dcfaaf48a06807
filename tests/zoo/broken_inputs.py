"""Broken solvers that are right for an ordinary matrix: they mistake stacks, layouts, types, scales or sizes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.linalg import LinAlgError

from tests.zoo.algorithms import SOUND, Array, eig, eigh, eigvals, eigvalsh, epsilon, hermitian, largest
from tests.zoo.broken_vectors import parallel_pairs, repeated_pairs
from tests.zoo.specimens import Shelf

__all__ = ["SHELF"]

SHELF = Shelf()


# Stacks.


@SHELF.whole("eigvals")
def first_matrix_for_all(a: Array) -> Any:
    """All matrices of a stack get the eigenvalues of the first one."""
    w = eigvals(a)
    if w.size:
        rows = w.reshape(-1, w.shape[-1])
        rows[1:] = rows[0]
    return w


@SHELF.whole("eig")
def vectors_of_the_neighbour(a: Array) -> Any:
    """A matrix of a stack gets the eigenvectors of the next one."""
    w, v = eig(a)
    return w, np.roll(v.reshape(-1, *v.shape[-2:]), -1, axis=0).reshape(v.shape) if v.size else v


@SHELF.whole("eigvalsh")
def diagonals_from_four(a: Array) -> Any:
    """The matrices of a stack of four or more get their sorted diagonals for eigenvalues."""
    w = eigvalsh(a)
    if a.ndim > 2 and w.size >= 4 * w.shape[-1] > 0:
        return np.sort(np.diagonal(a, axis1=-2, axis2=-1).real.astype(w.dtype))
    return w


@SHELF.whole("eigvals")
def memoised_by_diagonal(a: Array) -> Any:
    """A matrix of a stack gets the eigenvalues of an earlier one with the same diagonal."""
    w = eigvals(a)
    known: dict[bytes, int] = {}
    rows = w.reshape(-1, w.shape[-1]) if w.size else w
    diagonals = np.diagonal(a, axis1=-2, axis2=-1).reshape(rows.shape)
    for k, diagonal in enumerate(diagonals):
        rows[k] = rows[known.setdefault(diagonal.tobytes(), k)]
    return w


@SHELF.whole("eigvals")
def stack_of_stacks_transposed(a: Array) -> Any:
    """In a stack of stacks, eigenvalues come in the order of columns instead of rows."""
    w = eigvals(a)
    return w if a.ndim < 4 or not w.size else w.reshape(-1, w.shape[-1]).reshape(w.shape, order="F")


@SHELF.whole("eigh")
def last_of_stack_forgotten(a: Array) -> Any:
    """The last matrix of a stack is not solved: its place holds zeros."""
    w, v = eigh(a)
    if a.ndim > 2 and len(a) > 1:
        w[-1], v[-1] = 0, 0
    return w, v


@SHELF.whole("eigvalsh")
def common_scale_in_stack(a: Array) -> Any:
    """Rounding errors are relative to the largest entry of a stack: small matrices lose their digits."""
    w = eigvalsh(a)
    shift = w.dtype.type(largest(w))
    return (w + shift) - shift if a.ndim > 2 else w


@SHELF.whole("eigh")
def empty_stack_refused(a: Array) -> Any:
    """A stack without matrices is refused."""
    if a.ndim > 2 and 0 in a.shape[:-2]:
        message = "need at least one array to stack"
        raise ValueError(message)
    return eigh(a)


@SHELF.whole("eigvals")
def values_in_one_line(a: Array) -> Any:
    """The eigenvalues of a stack come in one long line."""
    return eigvals(a).reshape(-1)


@SHELF.whole("eigvals")
def row_of_values(a: Array) -> Any:
    """The eigenvalues come as a matrix with one row."""
    return eigvals(a)[..., None, :]


# Layouts in memory.


@SHELF.whole("eigvals")
def strides_ignored(a: Array) -> Any:
    """A view is read as if its entries lay side by side in memory."""
    owner = a.base
    if a.flags.c_contiguous or not isinstance(owner, np.ndarray) or owner.dtype != a.dtype:
        return eigvals(a)
    start = (a.ctypes.data - owner.ctypes.data) // a.itemsize
    return eigvals(np.take(owner.ravel(order="K"), start + np.arange(a.size), mode="wrap").reshape(a.shape))


@SHELF.whole("eig")
def fortran_order_transposed(a: Array) -> Any:
    """A matrix in Fortran's order is read as its transpose."""
    return eig(a.swapaxes(-1, -2)) if a.flags.f_contiguous and a.ndim == 2 else eig(a)


@SHELF.whole("eigvals")
def negative_strides_as_positive(a: Array) -> Any:
    """Views that run backwards are read forwards."""
    return eigvals(a[tuple(slice(None, None, -1 if stride < 0 else 1) for stride in a.strides)])


@SHELF.whole("eigvals")
def byte_order_ignored(a: Array) -> Any:
    """The bytes of numbers are read in the machine's order."""
    return eigvals(a.view(a.dtype.newbyteorder("=")))


@SHELF.whole("eigvals")
def input_overwritten(a: Array) -> Any:
    """The matrix is overwritten where that is possible."""
    w = eigvals(a)
    if a.flags.writeable:
        a[...] = np.triu(a)
    return w


@SHELF.whole("eigh")
def mirrored_in_place(a: Array) -> Any:
    """The lower triangle is copied into the upper one of the caller's array."""
    w, v = eigh(a)
    if a.flags.writeable:
        a[...] = np.where(np.tri(a.shape[-1], dtype=bool), a, a.conj().swapaxes(-1, -2))
    return w, v


@SHELF.whole("eigvals")
def read_only_refused(a: Array) -> Any:
    """A read-only array is refused."""
    if not a.flags.writeable:
        message = "buffer source array is read-only"
        raise ValueError(message)
    return eigvals(a)


# Types.


@SHELF.whole("eigvalsh")
def int32_arithmetic(a: Array) -> Any:
    """Integers are reduced to 32 bits."""
    return eigvalsh(a.astype(np.int32) if a.dtype.kind in "iu" else a)


@SHELF.whole("eigvals")
def integer_values(a: Array) -> Any:
    """The eigenvalues of an integer matrix are truncated to integers."""
    w = eigvals(a)
    return w.real.astype(a.dtype) if a.dtype.kind in "iu" else w


@SHELF.whole("eigvalsh")
def integer_squares(a: Array) -> Any:
    """2×2 matrices of integers are solved with squares in the type of the entries, which overflow."""
    if a.dtype.kind not in "iu" or a.shape != (2, 2):
        return eigvalsh(a)
    difference, off = a[0, 0] - a[1, 1], a[1, 0]
    root = np.sqrt(np.float64(difference * difference + 4 * off * off))
    return (a[0, 0] + a[1, 1] + np.array([-root, root])) / 2


@SHELF.whole("eigvals")
def float32_values(a: Array) -> Any:
    """The eigenvalues are returned in single precision."""
    w = eigvals(a)
    return w.astype(np.complex64 if np.iscomplexobj(w) else np.float32)


@SHELF.whole("eigvals")
def object_values(a: Array) -> Any:
    """The eigenvalues are Python objects."""
    return eigvals(a).astype(object)


# Scales.


def safe_range(a: Array) -> tuple[float, float]:
    """The least and the greatest entry with which LAPACK's geev works without scaling."""
    least = float(np.sqrt(np.finfo(a.dtype).tiny)) / epsilon(a)
    return least, 1 / least


@SHELF.each("eigvals")
def huge_scale_kept(a: Array) -> Any:
    """A matrix beyond 1e138 (1e12 in single precision) is scaled down and its eigenvalues are not scaled up."""
    _, greatest = safe_range(a)
    w = eigvals(a)
    return (w * min(1, greatest / (largest(a) or 1))).astype(w.dtype)


@SHELF.each("eig")
def tiny_scale_kept(a: Array) -> Any:
    """A matrix below 1e-138 (1e-12 in single precision) is scaled up and its eigenvalues are not scaled down."""
    least, _ = safe_range(a)
    w, v = eig(a)
    return (w * max(1, least / (largest(a) or 1))).astype(w.dtype), v


@SHELF.each("eigh")
def scaling_undone_twice(a: Array) -> Any:
    """A matrix that is scaled because it is huge or tiny is scaled back twice."""
    least, greatest = safe_range(a)
    w, v = eigh(a)
    size = largest(np.tril(a)) or 1
    return (w * (size / np.clip(size, least, greatest))).astype(w.dtype), v


@SHELF.each("eigvalsh")
def squares_underflow(a: Array) -> Any:
    """A matrix whose sum of squares underflows is taken for zero."""
    w = eigvalsh(a)
    return w * w.dtype.type(np.sum(np.abs(hermitian(a)) ** 2) > 0)


@SHELF.each("eigvals")
def zero_matrix_divided(a: Array) -> Any:
    """The matrix is divided by its largest entry: NaN for the zero matrix."""
    if not largest(a):
        return np.full(len(a), np.nan, dtype=a.dtype)
    return eigvals(a)


# Sizes and special matrices.


@SHELF.whole("eig")
def empty_matrix_refused(a: Array) -> Any:
    """A matrix without rows is refused."""
    if a.shape[-1] == 0:
        message = "index 0 is out of bounds for axis 0 with size 0"
        raise IndexError(message)
    return eig(a)


@SHELF.each("eigvals")
def one_for_one_by_one(a: Array) -> Any:
    """The eigenvalue of a 1×1 matrix is 1."""
    return eigvals(a) if len(a) > 1 else np.ones(1, dtype=a.dtype)


@SHELF.each("eigvals")
def singular_refused(a: Array) -> Any:
    """A singular matrix is refused."""
    np.linalg.inv(a)
    return eigvals(a)


@SHELF.each("eig")
def defective_refused(a: Array) -> Any:
    """A defective matrix is refused."""
    w, v = eig(a)
    if parallel_pairs(w, v):
        message = "the matrix is not diagonalizable"
        raise LinAlgError(message)
    return w, v


@SHELF.each("eig")
def repeated_refused(a: Array) -> Any:
    """A matrix with a repeated eigenvalue is refused."""
    w, v = eig(a)
    if repeated_pairs(w, v):
        message = "the eigenvalues could not be isolated"
        raise ValueError(message)
    return w, v


@SHELF.whole("eigvals")
def non_finite_zeroed(a: Array) -> Any:
    """NaN and infinity are taken for zero."""
    return SOUND["eigvals"](np.where(np.isfinite(a), a, 0))
