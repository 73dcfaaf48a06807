"""The matrices of the benchmark: the same ones on every machine, with the structure they are planted with."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["ROWS", "Matrix", "Row", "Target"]

Matrix = list[list[int]]

# Matrices of the same kind in each row of the table.
INSTANCES = 15


@dataclass(frozen=True)
class Target:
    """What symeig is meant to reach: a number of seconds, or so many times faster than the best of some systems.

    Attributes:
        ratio: How many times faster than the fastest of `against`.
        against: Names of other systems; none means all of them.
        seconds: The time allowed, whatever the others take.
    """

    ratio: float | None = None
    against: tuple[str, ...] = ()
    seconds: float | None = None

    def __str__(self) -> str:
        if self.ratio is None:
            return f"≤ {self.seconds:g} s"
        return f"≥ {self.ratio:g}× {' and '.join(self.against) or 'the best'}"


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        name: What is solved.
        task: "eigenvectors"; "jordan", with P and J written out; "chains", where symeig leaves eigenvalues implicit.
        matrices: Instances, from different seeds.
        targets: What symeig is meant to reach.
        series: Rows of one series grow; a system that does not finish one of them is not asked for those after it.
    """

    name: str
    task: str
    matrices: tuple[Matrix, ...]
    targets: tuple[Target, ...]
    series: str = ""

    def __str__(self) -> str:
        return self.name


def dense(n: int) -> Callable[[random.Random], Matrix]:
    """Random entries from −9 to 9: the characteristic polynomial is irreducible, as good as always."""
    return lambda rng: [[rng.randint(-9, 9) for _ in range(n)] for _ in range(n)]


def similar_to(blocks: list[Matrix]) -> Callable[[random.Random], Matrix]:
    """A block diagonal matrix in another basis: as many row and column additions as it has rows, three times over."""

    def build(rng: random.Random) -> Matrix:
        A = _block_diagonal(blocks)
        n = len(A)
        for _ in range(3 * n):
            i, j = rng.sample(range(n), 2)
            s = rng.choice((-1, 1))
            A[i] = [x + s * y for x, y in zip(A[i], A[j], strict=True)]
            for row in A:
                row[j] -= s * row[i]
        return A

    return build


def textbook(rng: random.Random) -> Matrix:
    """2×2 with two different small integer eigenvalues."""
    return similar_to([[[rng.randint(-3, 1)]], [[rng.randint(2, 6)]]])(rng)


def jordan_block(eigenvalue: int, size: int) -> Matrix:
    """The eigenvalue on the diagonal, ones above it."""
    return [[eigenvalue if i == j else int(j == i + 1) for j in range(size)] for i in range(size)]


def companion_block(*coefficients: int) -> Matrix:
    """The companion matrix of a monic polynomial, its coefficients below the leading one given from the constant up."""
    d = len(coefficients)
    return [[-coefficients[i] if j == d - 1 else int(i == j + 1) for j in range(d)] for i in range(d)]


def _block_diagonal(blocks: list[Matrix]) -> Matrix:
    n = sum(map(len, blocks))
    A, start = [], 0
    for block in blocks:
        A += [[0] * start + row + [0] * (n - start - len(row)) for row in block]
        start += len(block)
    return A


def _row(name: str, task: str, build: Callable[[random.Random], Matrix], *targets: Target, **attributes: Any) -> Row:
    matrices = tuple(build(random.Random(f"{name} {k}")) for k in range(INSTANCES))  # noqa: S311
    return Row(name, task, matrices, targets, **attributes)


ROWS = (
    _row("dense integer 8×8, all eigenvectors", "eigenvectors", dense(8), Target(10), series="dense"),
    _row("dense integer 20×20", "eigenvectors", dense(20), Target(200), series="dense"),
    _row("dense integer 30×30", "eigenvectors", dense(30), Target(1000), series="dense"),
    _row("dense integer 100×100", "eigenvectors", dense(100), Target(seconds=0.5), series="dense"),
    _row(
        "50 distinct integer eigenvalues, 50×50",
        "eigenvectors",
        similar_to([jordan_block(k, 1) for k in range(-25, 25)]),
        Target(3),
    ),
    _row(
        "Jordan form with P, 20×20, one block of 10",
        "jordan",
        similar_to(
            [jordan_block(3, 10), *(jordan_block(-1, k) for k in (3, 2)), *(jordan_block(5, k) for k in (2, 2, 1))]
        ),
        Target(10, ("SymPy", "Sage")),
        Target(1, ("Calcium",)),
    ),
    _row(
        "Jordan form with P, 50×50, 25 double eigenvalues",
        "jordan",
        similar_to([jordan_block(k, 2) for k in range(-12, 13)]),
        Target(5),
    ),
    _row(
        "Jordan form, 20×20, with quadratic and quintic eigenvalues",
        "chains",
        # (x² − 2)², x² − 2, x² + x + 1, (x⁵ − x − 1)², (x − 1)²
        similar_to(
            [
                companion_block(4, 0, -4, 0),
                companion_block(-2, 0),
                companion_block(1, 1),
                companion_block(1, 2, 1, 0, 0, -2, -2, 0, 0, 0),
                jordan_block(1, 2),
            ]
        ),
        Target(5),
    ),
    _row("textbook 2×2", "eigenvectors", textbook, Target(1, ("SymPy",))),
)
