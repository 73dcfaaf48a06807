"""Matrices that worked solutions are tested with."""

from __future__ import annotations

from sympy import I, Rational, cos, sin, sqrt, symbols

from symeig import eigensystem
from symeig.worked.telling import Convention, Telling

a, b, k = symbols("a b k")
t = symbols("t", real=True)
half, third, quarter = Rational(1, 2), Rational(1, 3), Rational(1, 4)

# Names and matrices; with a colon the source of the matrix stands behind it.
MATRICES = {
    "one": [[5]],
    "zero-1": [[0]],
    "parameter-1": [[a]],
    "zero-2": [[0, 0], [0, 0]],
    "identity-3": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "zero-4": [[0] * 4 for _ in range(4)],
    "two-numbers": [[4, 1], [2, 3]],
    "golden": [[1, 1], [1, 0]],
    "quarter-turn": [[0, -1], [1, 0]],
    "surd-root": [[0, 2], [1, 2]],
    "gaussian-roots": [[1, -2], [1, 3]],
    "double-root": [[-2, -9], [1, 4]],
    "fractions": [[half, third], [quarter, Rational(1, 5)]],
    "stochastic-2": [[half, third], [half, 2 * third]],
    "perfect-square-of-fractions": [[half, 1], [0, half]],
    "non-monic-square": [[0, -quarter], [1, 1]],
    "triangular-3": [[1, 2, 3], [0, 1, 4], [0, 0, 2]],
    "lower-triangular": [[1, 0, 0], [2, 3, 0], [4, 5, 6]],
    "nilpotent-3": [[0, 1, 0], [0, 0, 1], [0, 0, 0]],
    "nilpotent-hidden": [[1, 1, 0], [-1, -1, 0], [1, 1, 0]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "symmetric": [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    "one-entry-in-a-line": [[4, 0, 1], [2, 3, 2], [1, 0, 4]],
    "rank-one": [[1, 2, 3], [2, 4, 6], [3, 6, 9]],
    "irreducible-cubic": [[1, 2, 3], [4, 5, 6], [7, 8, 10]],
    "permutation-3": [[0, 1, 0], [0, 0, 1], [1, 0, 0]],
    "companion-3": [[0, 0, 6], [1, 0, -11], [0, 1, 6]],
    "companion-3-trials": [[0, 0, 12], [1, 0, 4], [0, 1, -3]],
    "companion-rational-root": [[0, 0, half], [1, 0, 0], [0, 1, -half * 3]],
    "stochastic-3": [[half, half, 0], [quarter, half, quarter], [0, half, half]],
    "quadratic-factor": [[2, 0, 0], [1, 1, 1], [3, 1, 0]],
    "sympy-19547": [[0, 0, 0], [0, 1, 2], [0, 2, 1]],
    "sympy-20752": [[0, 0, 0], [0, b, 0], [0, 0, b]],
    "companion-4": [[0, 0, 0, -1], [1, 0, 0, 2], [0, 1, 0, 0], [0, 0, 1, 3]],
    "permutation-4": [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]],
    "sophie-germain": [[0, 0, 0, -4], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]],
    "square-of-quadratic": [[0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, -2], [0, 0, 1, 0]],
    "biquadratic": [[0, 0, 0, -4], [1, 0, 0, 0], [0, 1, 0, 5], [0, 0, 1, 0]],
    "irreducible-quartic": [[0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, 10], [0, 0, 1, 0]],
    "second-difference": [[2, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2]],
    "blocks-4": [[1, 2, 5, 6], [3, 4, 7, 8], [0, 0, 0, 1], [0, 0, 1, 1]],
    "blocks-lower": [[1, 2, 0, 0], [3, 4, 0, 0], [1, 1, 0, 1], [1, 2, 1, 1]],
    "blocks-permuted": [[2, 0, 1, 0], [0, 1, 0, 1], [1, 0, 2, 0], [0, 2, 0, 1]],
    "lines-4": [[2, 1, 0, 0], [0, 3, 0, 0], [1, 1, 2, 1], [1, 1, 1, 2]],
    "ones-4": [[1] * 4 for _ in range(4)],
    "dense-4": [[1, 2, 3, 4], [5, 1, 5, 1], [2, 1, 1, 3], [1, 7, 1, 2]],
    "dense-5": [[1, 2, 3, 4, 5], [0, 1, 5, 1, 2], [2, 1, 1, 0, 3], [1, 7, 1, 2, 1], [3, 1, 0, 2, 5]],
    "cycle-5": [[0, 1, 0, 0, 1], [1, 0, 1, 0, 0], [0, 1, 0, 1, 0], [0, 0, 1, 0, 1], [1, 0, 0, 1, 0]],
    "large-6": [
        [1, 1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 0],
        [1, 2, 3, 1, 2, 1],
        [1, 1, 1, 1, 1, 1],
        [0, 0, 0, 0, 2, 1],
        [1, 1, 2, 3, 1, 2],
    ],
    "large-identity": [[int(i == j) for j in range(6)] for i in range(6)],
    "large-parameter": [[a if i == j else int(abs(i - j) == 1) for j in range(6)] for i in range(6)],
    "surd-2": [[sqrt(2), 1], [1, 0]],
    "surd-3": [[sqrt(2), 1, 0], [1, 0, 1], [0, 1, sqrt(2)]],
    "complex": [[I, 1], [2, I]],
    "complex-3": [[I, 1, 0], [0, 1, I], [1, 0, 0]],
    "parameter-triangular": [[k, 1], [0, 1]],
    "parameter-splits": [[k, 1], [1, k]],
    "parameters": [[a, b], [1, 0]],
    "parameter-3": [[a, 1, 0], [1, a, 1], [0, 1, a]],
    "parameter-companion": [[0, 0, a], [1, 0, 0], [0, 1, 0]],
    "parameter-4": [
        [2 * a + 1, -2 * a**2 - 3 * a - 1, a, 2 * a + 1],
        [2, -2 * a - 2, 1, 2],
        [0, 1, 0, -1],
        [1, -a - 1, 1, 1],
    ],
    "parameter-named-mu": [[0, 0, 0, symbols("mu")], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]],
    "rotation": [[cos(t), -sin(t)], [sin(t), cos(t)]],
}

CONVENTIONS: tuple[Convention, ...] = ("A - λI", "λI - A")


def telling(matrix: object, convention: Convention = "A - λI") -> Telling:
    """The telling of a matrix."""
    system = eigensystem(matrix)
    n = system.dimension
    unknowns, free = (tuple(symbols(f"{letter}_1:{n + 1}")) for letter in "xt")
    return Telling(system, convention, unknowns, free)
