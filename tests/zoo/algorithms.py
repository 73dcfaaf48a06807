"""Eigenvalue algorithms that are backward stable, each with the knobs that spoil it.

``SOUND`` holds NumPy's four functions; the others work in the precision of their input, longdouble included, and on one
matrix whose largest entry is about 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zlib import crc32

import numpy as np
from numpy.linalg import LinAlgError
from numpy.typing import NDArray

__all__ = [
    "SOUND",
    "Array",
    "back_substitution",
    "bisection",
    "each_matrix",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "epsilon",
    "floating",
    "hermitian",
    "hessenberg",
    "jacobi",
    "largest",
    "random_numbers",
    "schur",
    "times_power_of_two",
]

Array = NDArray[Any]
Function = Callable[[Array], Any]


def floating(a: Array) -> Array:
    """A C-ordered copy of a stack of square matrices in one of the four types that LAPACK works in."""
    a = np.asarray(a)
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        message = f"{a.shape} is not the shape of a stack of square matrices"
        raise LinAlgError(message)
    if a.dtype.char not in "?bhilqBHILQfdFD":
        message = f"{a.dtype} is not a type for eigenvalues"
        raise TypeError(message)
    native = a.dtype.newbyteorder("=") if a.dtype.kind in "fc" else np.dtype(float)
    return a.astype(native, order="C")


def refuse_non_finite(a: Array) -> None:
    """Raise what NumPy's general solvers raise for NaN and infinity."""
    if not np.isfinite(a).all():
        message = "Array must not contain infs or NaNs"
        raise LinAlgError(message)


def eig(a: Array) -> tuple[Array, Array]:
    """NumPy's eig."""
    w, v = np.linalg.eig(a)
    return w, v


def eigvals(a: Array) -> Array:
    """NumPy's eigvals."""
    return np.linalg.eigvals(a)


def eigh(a: Array) -> tuple[Array, Array]:
    """NumPy's eigh, which itself returns finite eigenvalues for some matrices with NaN."""
    refuse_non_finite(np.tril(a))
    w, v = np.linalg.eigh(a)
    return w, v


def eigvalsh(a: Array) -> Array:
    """NumPy's eigvalsh, which itself returns finite eigenvalues for some matrices with NaN."""
    refuse_non_finite(np.tril(a))
    return np.linalg.eigvalsh(a)


SOUND: dict[str, Function] = {"eig": eig, "eigh": eigh, "eigvals": eigvals, "eigvalsh": eigvalsh}


def each_matrix(kind: str, solve: Function) -> Function:
    """A solver for stacks that hands one matrix after the other to a solver for matrices with n ≥ 1."""

    def solver(a: Array) -> Any:
        matrices = floating(a)
        if matrices.size == 0:
            return SOUND[kind](matrices)
        n = matrices.shape[-1]
        results = [solve(matrix) for matrix in matrices.reshape(-1, n, n)]
        if kind in {"eigvals", "eigvalsh"}:
            return np.stack(results).reshape(matrices.shape[:-1])
        values, vectors = (np.stack(part) for part in zip(*results, strict=True))
        return values.reshape(matrices.shape[:-1]), vectors.reshape(matrices.shape)

    return solver


def epsilon(a: Array) -> float:
    """The spacing at 1 of the precision of an array."""
    return float(np.finfo(a.dtype).eps)


def largest(a: Array) -> float:
    """The largest absolute value in an array, 0 for an empty one."""
    return float(np.abs(a).max(initial=0))


def times_power_of_two(a: Array, exponent: int) -> Array:
    """The array times a power of two, in two steps since the power alone may overflow."""
    half = exponent // 2
    real = a.real.dtype.type
    return np.asarray(a * real(2.0**half) * real(2.0 ** (exponent - half)), dtype=a.dtype)


def hermitian(a: Array) -> Array:
    """The Hermitian matrix that the lower triangle stands for."""
    below = np.tril(a, -1)
    return below + below.conj().T + np.diag(a.diagonal().real)


def random_numbers(a: Array) -> np.random.Generator:
    """A generator seeded with the entries of an array."""
    return np.random.default_rng(crc32(a.tobytes()))


def hessenberg(a: Array, sign: int = 1) -> tuple[Array, Array]:
    """H and Q with A = QHQᴴ, H an upper Hessenberg matrix, by Householder's reflections; with sign −1 they cancel."""
    h, q = a.copy(), np.eye(len(a), dtype=a.dtype)
    for k in range(len(a) - 2):
        x = h[k + 1 :, k]
        tiny = np.finfo(h.dtype).tiny
        if largest(x[1:]) < tiny:
            # Nothing, or what rounding has left of nothing: division by subnormal numbers overflows.
            h[k + 2 :, k] = 0
            continue
        x = x / largest(x)
        x[0] += sign * (x[0] / abs(x[0]) if abs(x[0]) >= tiny else 1) * np.linalg.norm(x)
        if not largest(x):
            continue
        x /= np.linalg.norm(x)
        h[k + 1 :] -= 2 * np.outer(x, x.conj() @ h[k + 1 :])
        h[:, k + 1 :] -= 2 * np.outer(h[:, k + 1 :] @ x, x.conj())
        q[:, k + 1 :] -= 2 * np.outer(q[:, k + 1 :] @ x, x.conj())
        h[k + 2 :, k] = 0
    return h, q


def wilkinson_shift(block: Array) -> Any:
    """The eigenvalue of a 2×2 matrix that is nearest to its last entry."""
    (p, q), (r, s) = block
    half = (p - s) / 2
    root = np.sqrt(half * half + q * r)
    far = half + root if abs(half + root) >= abs(half - root) else half - root
    return s - q * r / far if far else s


def qr_step(t: Array, q: Array, low: int, high: int, shift: Any) -> None:
    """One step of QR with a shift on rows and columns low to high of a Hessenberg matrix, in place."""
    active = np.arange(low, high + 1)
    t[active, active] -= shift
    rotations = []
    for k in range(low, high):
        x, y = t[k, k], t[k + 1, k]
        r = np.hypot(abs(x), abs(y))
        c, s = (x / r, y / r) if r else (1, 0)
        rotation = np.array([[np.conj(c), np.conj(s)], [-s, c]], dtype=t.dtype)
        t[k : k + 2, k:] = rotation @ t[k : k + 2, k:]
        rotations.append(rotation.conj().T)
    for k, rotation in zip(range(low, high), rotations, strict=True):
        t[: k + 2, k : k + 2] = t[: k + 2, k : k + 2] @ rotation
        q[:, k : k + 2] = q[:, k : k + 2] @ rotation
    t[active, active] += shift


def schur(
    a: Array,
    *,
    tolerance: float | None = None,
    floor: float = 0.0,
    limit: int = 60,
    exceptional: bool = True,
    strict: bool = True,
) -> tuple[Array, Array]:
    """T and Q with A = QTQᴴ, T upper triangular, by the complex QR algorithm with Wilkinson's shift.

    Args:
        a: A square matrix.
        tolerance: Below this part of the norm, a subdiagonal entry is dropped; the spacing at 1 by default.
        floor: Below this, it is dropped whatever the norm is.
        limit: The number of steps for each eigenvalue.
        exceptional: Whether every tenth step has an arbitrary shift, which breaks cycles.
        strict: Whether it is an error to run out of steps.
    """
    t, q = hessenberg(a.astype(np.result_type(a.dtype, np.complex64)))
    small = max((epsilon(t) if tolerance is None else tolerance) * float(np.linalg.norm(t)), floor)
    high, steps = len(t) - 1, 0
    while high > 0:
        low = high
        while low > 0 and abs(t[low, low - 1]) > small:
            low -= 1
        if low > 0:
            t[low, low - 1] = 0
        if low == high or steps == limit:
            if low < high and strict:
                message = "Eigenvalues did not converge"
                raise LinAlgError(message)
            high, steps = high - 1, 0
            continue
        steps += 1
        if exceptional and steps % 10 == 0:
            shift = t[high, high] + 0.75 * abs(t[high, high - 1])
        else:
            shift = wilkinson_shift(t[high - 1 : high + 1, high - 1 : high + 1])
        qr_step(t, q, low, high, shift)
    return t, q


def back_substitution(t: Array) -> Array:
    """Eigenvectors of an upper triangular matrix with largest entry 1, for its diagonal entries one after the other."""
    small = max(epsilon(t) * float(np.linalg.norm(t)), float(np.finfo(t.dtype).tiny))
    vectors = np.zeros_like(t)
    for k in range(len(t)):
        x = vectors[:, k]
        x[k] = 1
        for i in reversed(range(k)):
            gap = t[i, i] - t[k, k]
            x[i] = -(t[i, i + 1 : k + 1] @ x[i + 1 : k + 1]) / (gap if abs(gap) > small else small)
            if abs(x[i]) > 1:
                x /= abs(x[i])
    return vectors


def sign_of(x: float) -> float:
    """1 or −1, and 1 for zero."""
    return 1.0 if x >= 0 else -1.0


def jacobi(a: Array, *, sweeps: int = 40, sign: Callable[[float], float] = sign_of) -> tuple[Array, Array]:
    """Eigenvalues in the order of the diagonal and orthonormal eigenvectors of a Hermitian matrix: cyclic Jacobi."""
    a, v = a.copy(), np.eye(len(a), dtype=a.dtype)
    small = epsilon(a) * float(np.linalg.norm(a)) / len(a)
    for _ in range(sweeps):
        pairs = [(p, q) for q in range(len(a)) for p in range(q) if abs(a[p, q]) > small]
        for p, q in pairs:
            size = abs(a[p, q])
            if size <= small:
                continue
            phase = np.conj(a[p, q] / size)
            tau = (a[q, q].real - a[p, p].real) / (2 * size)
            t = sign(tau) / (abs(tau) + np.hypot(1, tau))
            c = 1 / np.hypot(1, t)
            rotation = np.array([[c, t * c], [-t * c * phase, c * phase]], dtype=a.dtype)
            a[:, [p, q]] = a[:, [p, q]] @ rotation
            a[[p, q]] = rotation.conj().T @ a[[p, q]]
            v[:, [p, q]] = v[:, [p, q]] @ rotation
        if not pairs:
            break
    return a.diagonal().real.copy(), v


def bisection(a: Array, width: float = 0.0) -> Array:
    """Ascending eigenvalues of a Hermitian matrix by Sturm's counts, from intervals at most so wide if that can be."""
    t, _ = hessenberg(a)
    d, squares = t.diagonal().real, np.abs(t.diagonal(-1)) ** 2
    tiny = np.finfo(a.dtype).tiny / epsilon(a)
    reach = 2 * float(np.linalg.norm(a))
    low, high = np.full(len(a), -reach, d.dtype), np.full(len(a), reach, d.dtype)
    for _ in range(2 * np.finfo(a.dtype).nmant + 20):
        if np.all(high - low <= width):
            break
        middle = (low + high) / 2
        pivot = d[0] - middle
        count = np.zeros(len(a), dtype=int)
        for i in range(len(a)):
            if i:
                pivot = d[i] - middle - squares[i - 1] / pivot
            pivot = np.where(np.abs(pivot) < tiny, -tiny, pivot)
            count += pivot < 0
        above = count > np.arange(len(a))
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return (low + high) / 2
