"""Square roots of matrices, and why some have none."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import Any

import pytest
from sympy import ImmutableMatrix, eye, simplify, sqrt, zeros

from symeig import eigensystem
from symeig.errors import NoSquareRootError
from tests.strategies import block_sum, hypercompanion, similar

JORDAN = {k: hypercompanion((0, 1), k) for k in range(1, 8)}


@pytest.mark.parametrize(
    "rows",
    [
        [[33, 24], [48, 57]],
        [[2, 1], [0, 2]],
        [[1, 1], [1, 0]],
        [[1, -2], [2, 1]],
        [[-1, 0], [0, -1]],
        [[5, 4, 3], [0, 5, 4], [0, 0, 5]],
        [["a", 1], [0, "a"]],
        [["i", 0], [1, "2*i"]],
        [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
    ],
)
def test_the_square_of_the_square_root(rows: Any) -> None:
    """X² = A, also for defective eigenvalues, negative ones, complex ones and parameters."""
    X = eigensystem(rows).sqrt()
    assert (X**2 - eigensystem(rows).matrix).applyfunc(simplify) == zeros(len(rows), len(rows))


def test_the_principal_square_root() -> None:
    """The eigenvalues of the square root of a positive definite matrix are positive."""
    X = eigensystem([[2, 1], [1, 2]]).sqrt()
    assert (2 * X).expand() == ImmutableMatrix([[1 + sqrt(3), sqrt(3) - 1], [sqrt(3) - 1, 1 + sqrt(3)]])
    assert eigensystem([[9, 0], [0, 0]]).sqrt() == ImmutableMatrix([[3, 0], [0, 0]])
    assert eigensystem([[1, 0], [0, 1]]).sqrt() == eye(2)


def squares() -> set[tuple[int, ...]]:
    """Block sizes of squares of nilpotent matrices up to 7×7: a block of size k becomes ⌈k/2⌉ and ⌊k/2⌋."""
    found = set()
    for count in range(1, 8):
        for sizes in combinations_with_replacement(range(1, 8), count):
            if sum(sizes) <= 7:
                halves = [half for k in sizes for half in ((k + 1) // 2, k // 2) if half]
                found.add(tuple(sorted(halves, reverse=True)))
    return found


NILPOTENT = [
    sizes[::-1]
    for count in range(1, 8)
    for sizes in combinations_with_replacement(range(1, 8), count)
    if sum(sizes) <= 7
]


@pytest.mark.parametrize("sizes", NILPOTENT, ids=str)
def test_every_nilpotent_structure_up_to_seven(sizes: tuple[int, ...]) -> None:
    """A nilpotent matrix has a square root exactly if its block sizes are those of a square; else the error says so."""
    n = sum(sizes)
    rows = similar(block_sum(*(JORDAN[k] for k in sizes)), [(i, (i + 1) % n, 1) for i in range(n - 1)])
    S = eigensystem(rows)
    if sizes in squares():
        assert S.sqrt() ** 2 == S.matrix
    else:
        with pytest.raises(NoSquareRootError) as caught:
            S.sqrt()
        assert caught.value.block_sizes == sizes


def test_a_nilpotent_part_beside_others() -> None:
    """Blocks of 0 are paired; the rest of the matrix has its principal square root."""
    rows = similar(block_sum(JORDAN[3], JORDAN[2], [[4, 1], [0, 4]], [[2]]), [(i, (i + 3) % 8, 1) for i in range(8)])
    S = eigensystem(rows)
    assert (S.sqrt() ** 2).applyfunc(lambda x: x.expand()) == S.matrix


def test_the_proof_that_there_is_none() -> None:
    """The message says which blocks have no partner."""
    with pytest.raises(NoSquareRootError, match=r"sizes 3, 1.*here 3 and 1 are a pair"):
        eigensystem(block_sum(JORDAN[3], JORDAN[1])).sqrt()
