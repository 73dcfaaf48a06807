"""Matrices that are known by name, and the smallest ones from reports of faults in eigenvalue routines.

Those with rational entries are multiplied by their common denominator.

References:
    Higham: The Test Matrix Toolbox for MATLAB (version 3.0), 1995, and the `gallery` of MATLAB.
    Gregory, Karney: A collection of matrices for testing computational algorithms, 1969.
    Zhang, Higham: Matrix Depot, PeerJ Comput. Sci. 2 (2016) e58.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import comb, lcm

from symeig.numeric.dyadic import Dyadic
from symeig.numeric.families.building import solved
from symeig.numeric.families.drawing import Draw
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix

__all__ = ["GALLERY", "REPORTED", "classics"]

Rows = list[list[Dyadic]]
Entry = Callable[[int, int, int], Dyadic]


def _table(entry: Entry) -> Callable[[int], Rows]:
    """The matrix of size n from a formula for the entry in row i and column j, counted from 1."""
    return lambda n: [[entry(i, j, n) for j in range(1, n + 1)] for i in range(1, n + 1)]


def _cleared(entry: Callable[[int, int, int], Fraction]) -> Callable[[int], Rows]:
    """The same for rational entries, times their common denominator."""

    def rows(n: int) -> Rows:
        fractions = [[entry(i, j, n) for j in range(1, n + 1)] for i in range(1, n + 1)]
        m = lcm(*(x.denominator for row in fractions for x in row))
        return [[int(x * m) for x in row] for row in fractions]

    return rows


def _clement(i: int, j: int, n: int) -> int:
    return i if j == i + 1 else n - j if j == i - 1 else 0


def _frank(i: int, j: int, n: int) -> int:
    return 0 if j < i - 1 else n + 1 - max(i, j)


def _grcar(i: int, j: int, n: int) -> int:  # noqa: ARG001
    return -1 if i == j + 1 else int(i <= j <= i + 3)


def _hanowa(i: int, j: int, n: int) -> int:
    m = n // 2
    if i == j:
        return -1
    return -i if j == i + m and i <= m else j if i == j + m else 0


def _lesp(i: int, j: int, n: int) -> Fraction:  # noqa: ARG001
    return Fraction(-(2 * i + 3) if i == j else Fraction(1, i) if i == j + 1 else j if j == i + 1 else 0)


def _redheffer(i: int, j: int, n: int) -> int:  # noqa: ARG001
    return int(j == 1 or j % i == 0)


def _riemann(i: int, j: int, n: int) -> int:  # noqa: ARG001
    return i if (j + 1) % (i + 1) == 0 else -1


def _gear(i: int, j: int, n: int) -> int:
    corner = (i == 1 and j == n) - (i == n and j == 1)
    return corner + int(abs(i - j) == 1)


def _wilkinson(sign: int) -> Entry:
    """W₂ₖ₊₁⁺ with |k|, …, 0, …, |k| on the diagonal, or W⁻ with k, …, −k."""

    def entry(i: int, j: int, n: int) -> int:
        middle = (n + 1) // 2
        if i == j:
            return abs(i - middle) if sign > 0 else middle - i
        return int(abs(i - j) == 1)

    return entry


def _nodal(i: int, j: int, n: int) -> Fraction:
    """Differentiation at n nodes: for n = 4 at the Chebyshev points 1, 1/2, −1/2, −1, else at integers."""
    nodes = [Fraction(x, 2) for x in (2, 1, -1, -2)] if n == 4 else [Fraction(k) for k in range(n)]
    if i == j:
        return sum((1 / (nodes[i - 1] - x) for x in nodes if x != nodes[i - 1]), Fraction(0))
    product = Fraction(1)
    for k, x in enumerate(nodes, 1):
        if k not in {i, j}:
            product *= (nodes[i - 1] - x) / (nodes[j - 1] - x)
    return product / (nodes[j - 1] - nodes[i - 1])


def _lotkin(i: int, j: int, n: int) -> Fraction:  # noqa: ARG001
    return Fraction(1) if i == 1 else Fraction(1, i + j - 1)


def _dramadah(i: int, j: int, n: int) -> int:  # noqa: ARG001
    return int(j - i in {0, 1, 3} or (i > j and (i - j) % 4 in {0, 3}))


def _smoke(i: int, j: int, n: int) -> Dyadic:  # noqa: ARG001
    powers: tuple[Dyadic, ...] = ((0, 1), -1, (0, -1), 1)
    return powers[i - 1] if i == j else int(j == i % 4 + 1)


ROSSER = (
    (611, 196, -192, 407, -8, -52, -49, 29),
    (196, 899, 113, -192, -71, -43, -8, -44),
    (-192, 113, 899, 196, 61, 49, 8, 52),
    (407, -192, 196, 611, 8, 44, 59, -23),
    (-8, -71, 61, 8, 411, -599, 208, 208),
    (-52, -43, 49, 44, -599, 411, 208, 208),
    (-49, -8, 8, 59, 208, 208, 99, -911),
    (29, -44, 52, -23, 208, 208, -911, 99),
)

# Name, sizes, entries.
GALLERY: tuple[tuple[str, tuple[int, ...], Callable[[int], Rows]], ...] = (
    ("zero matrix, as in cupy#6539", (1, 2), _table(lambda i, j, n: 0)),  # noqa: ARG005
    ("matrix of ones", (1, 2, 3, 6), _table(lambda i, j, n: 1)),  # noqa: ARG005
    ("exchange matrix", (2, 3, 4), _table(lambda i, j, n: int(i + j == n + 1))),
    ("second difference", (2, 3, 4, 5), _table(lambda i, j, n: 2 if i == j else -(abs(i - j) == 1))),  # noqa: ARG005
    ("min(i, j)", (2, 3, 4), _table(lambda i, j, n: min(i, j))),  # noqa: ARG005
    ("Pei matrix", (2, 3, 5), _table(lambda i, j, n: 1 + (i == j))),  # noqa: ARG005
    ("Fiedler matrix |i − j|", (2, 3, 4), _table(lambda i, j, n: abs(i - j))),  # noqa: ARG005
    ("Pascal matrix", (2, 3, 4, 5), _table(lambda i, j, n: comb(i + j - 2, i - 1))),  # noqa: ARG005
    ("Lehmer matrix", (2, 3, 4), _cleared(lambda i, j, n: Fraction(min(i, j), max(i, j)))),  # noqa: ARG005
    ("Hilbert matrix", (2, 3, 4), _cleared(lambda i, j, n: Fraction(1, i + j - 1))),  # noqa: ARG005
    ("Cauchy matrix", (2, 3, 4), _cleared(lambda i, j, n: Fraction(1, i + j))),  # noqa: ARG005
    ("Wilkinson matrix W+", (3, 5, 7), _table(_wilkinson(1))),
    ("Wilkinson matrix W−", (3, 5, 7), _table(_wilkinson(-1))),
    ("Hadamard matrix", (2, 4, 8), _table(lambda i, j, n: (-1) ** ((i - 1) & (j - 1)).bit_count())),  # noqa: ARG005
    ("Rosser matrix", (8,), lambda n: [list(row) for row in ROSSER]),  # noqa: ARG005
    ("Kac matrix", (2, 3, 4, 6), _table(_clement)),
    ("Frank matrix", (2, 3, 4, 5), _table(_frank)),
    ("Grcar matrix", (3, 4, 5), _table(_grcar)),
    ("Hanowa matrix", (2, 4, 6), _table(_hanowa)),
    ("Lesp matrix", (3, 4), _cleared(_lesp)),
    (
        "Forsythe matrix with corner 2^−20",
        (2, 3, 4),
        _cleared(lambda i, j, n: Fraction(int(j == i + 1)) if (i, j) != (n, 1) else Fraction(1, 2**20)),
    ),
    ("Chow matrix", (3, 4), _table(lambda i, j, n: int(j <= i + 1))),  # noqa: ARG005
    ("Redheffer matrix", (3, 4, 6), _table(_redheffer)),
    ("Riemann matrix", (3, 4, 5), _table(_riemann)),
    (
        "Kahan matrix with s = c = 1/2",
        (2, 3, 4),
        _cleared(
            lambda i, j, n: Fraction(1, 2**i) * (1 if i == j else Fraction(-1, 2) if i < j else 0)  # noqa: ARG005
        ),
    ),
    ("Lotkin matrix", (2, 3, 4), _cleared(_lotkin)),
    ("Parter matrix", (2, 3, 4), _cleared(lambda i, j, n: Fraction(2, 2 * (i - j) + 1))),  # noqa: ARG005
    ("Dramadah matrix", (3, 4, 5), _table(_dramadah)),
    ("Gear matrix", (3, 4, 6), _table(_gear)),
    ("Jordan block at 1", (2, 4, 7), _table(lambda i, j, n: int(j in {i, i + 1}))),  # noqa: ARG005
    ("spectral differentiation", (3, 4), _cleared(_nodal)),
    ("smoke matrix", (4,), _table(_smoke)),
)

# What is known of each: numeric.md of the design, from the trackers of NumPy, SciPy, LAPACK, CuPy, math.js, …
REPORTED: tuple[tuple[str, Rows], ...] = (
    ("scipy 1.16: scaling not undone", [[2, 1], [1, 3]]),
    ("numpy#21950: Pauli matrix", [[0, 1], [1, 0]]),
    ("numpy#21950: Pauli matrix", [[0, (0, -1)], [(0, 1), 0]]),
    ("OpenBLAS#3735: 3σx + 4σy", [[0, (3, -4)], [(3, 4), 0]]),
    ("jax#16262", [[1, 1], [1, 1]]),
    ("ndarray-linalg#298: conjugated eigenvectors", [[1, (0, -2)], [(0, 2), 5]]),
    ("mathjs#2879", [[1, 2], [3, 4]]),
    ("mathjs#2879: defective", [[1, 1], [0, 1]]),
    ("mathjs#3036: defective", [[2, 0, 0], [-1, -1, 9], [0, -1, 5]]),
    ("GenericLinearAlgebra#123: spectrum (−1, −1, −1, 3)", [[0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]]),
    ("Fibonacci numbers: determinant −1, numeric rank 1", [[102334155, 63245986], [63245986, 39088169]]),
    ("companion of (x − 1)³", [[3, -3, 1], [1, 0, 0], [0, 1, 0]]),
)


@lru_cache(maxsize=256)
def _candidates(setting: Setting) -> tuple[KnownMatrix, ...]:
    """The matrices by name that a setting allows, small ones first."""
    named = [solved(rows(n), f"{name} of size {n}") for name, sizes, rows in GALLERY for n in sizes]
    named += [solved(rows, name) for name, rows in REPORTED]
    allowed = [
        A
        for A in named
        if setting.min_size <= A.dimension <= setting.max_size
        and setting.admits(A)
        and (A.is_hermitian or not setting.hermitian)
    ]
    return tuple(sorted(allowed, key=lambda A: (A.dimension, A.matrix.norm2))) or (solved([], "empty matrix"),)


def classics(draw: Draw, setting: Setting) -> KnownMatrix:
    """Matrices of the galleries and of reported faults."""
    return draw.one(_candidates(setting))
