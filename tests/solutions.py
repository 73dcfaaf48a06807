"""Worked solutions that several tests read: few matrices, and every kind of step among them."""

from __future__ import annotations

from functools import cache

from symeig import solve
from symeig.worked.solution import WorkedSolution

LARGE = "; ".join(" ".join("2" if i == j else "1" for j in range(6)) for i in range(6))

# Name, matrix, goal.
SOLUTIONS: dict[str, tuple[str, str]] = {
    "empty": ("[]", "auto"),
    "one entry": ("5", "auto"),
    "two integers": ("4 1; 2 3", "auto"),
    "golden ratio": ("1 1; 1 0", "diagonalize"),
    "quarter turn": ("0 -1; 1 0", "auto"),
    "one parameter": ("k 1; 0 1", "auto"),
    "four parameters": ("a b; c d", "auto"),
    "Hermitian": ("2 1+i; 1-i 3", "orthogonal"),
    "defective": ("3 -1 1; 2 0 1; 1 -1 2", "jordan"),
    "symmetric": ("3 2 2; 2 3 2; 2 2 3", "orthogonal"),
    "cubic": ("0 0 1; 1 0 1; 0 1 0", "auto"),
    "symmetric cubic": ("2 -1 0; -1 2 -1; 0 -1 1", "orthogonal"),
    "companion": ("0 0 6; 1 0 -11; 0 1 6", "eigenvectors"),
    "blocks of two sizes": ("2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 3", "jordan"),
    "defective pair": ("0 -1 1 0; 1 0 0 1; 0 0 0 -1; 0 0 1 0", "jordan"),
    "dense 4": ("1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 17", "diagonalize"),
    "large": (LARGE, "orthogonal"),
    "power": ("3 -1 1; 2 0 1; 1 -1 2", "power"),
    "power of a nilpotent": ("0 1 0; 0 0 1; 0 0 0", "power"),
    "power with a parameter": ("k 1; 0 1", "power"),
    "inverse": ("2 1; 2 3", "inverse"),
    "exponential of a spiral": ("1 -2; 2 1", "exponential"),
    "exponential with implicit roots": ("0 0 1 0; 1 0 1 0; 0 1 0 0; 0 0 0 2", "exponential"),
    "definite": ("-2 1; 1 -2", "definiteness"),
    "discs": ("4 1 0; 2 3 i; 0 1 -6", "gershgorin"),
    "discs apart": ("1 .1 .1 .1; .1 3 .2 .3; .1 .2 5 .5; .1 .3 .5 9", "gershgorin"),
}


@cache
def solution(name: str) -> WorkedSolution:
    """A solution of the table, made once."""
    matrix, goal = SOLUTIONS[name]
    return solve([] if matrix == "[]" else matrix, goal=goal)
