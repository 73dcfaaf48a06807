"""The signs of the eigenvalues of Hermitian matrices, without the eigenvalues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, Symbol, sqrt

from symeig import eigensystem
from symeig.errors import NotHermitianError, UndecidedError

MATRICES = {
    "positive definite": ([[2, 1], [1, 2]], (2, 0, 0)),
    "indefinite": ([[1, 2], [2, 1]], (1, 1, 0)),
    "positive semidefinite": ([[1, 1], [1, 1]], (1, 0, 1)),
    "negative definite": ([[-2, 1], [1, -2]], (0, 2, 0)),
    "zero": ([[0, 0], [0, 0]], (0, 0, 2)),
    "empty": ([], (0, 0, 0)),
    "Hermitian": ([[1, I], [-I, 1]], (1, 0, 1)),
    "with roots": ([[sqrt(2), sqrt(3)], [sqrt(3), sqrt(2)]], (1, 1, 0)),
    "barely positive": ([[1, 1 - sqrt(2) / 10**20], [1 - sqrt(2) / 10**20, 1]], (2, 0, 0)),
    "all signs": ([[0, 1, 0], [1, 0, 0], [0, 0, 0]], (1, 1, 1)),
}


@pytest.mark.parametrize(("rows", "expected"), MATRICES.values(), ids=MATRICES)
def test_inertia(rows: list[list[object]], expected: tuple[int, int, int]) -> None:
    """Positive, negative and zero eigenvalues are counted with multiplicity."""
    assert eigensystem(rows).inertia == expected


@given(st.lists(st.integers(-3, 3), min_size=6, max_size=6))
def test_inertia_is_that_of_the_eigenvalues(entries: list[int]) -> None:
    """Counted one by one."""
    a, b, c, d, e, f = entries
    system = eigensystem([[a, b, c], [b, d, e], [c, e, f]])
    values = [s.eigenvalue for s in system.eigenspaces for _ in range(s.algebraic_multiplicity)]
    signs = [0 if value.expr == 0 else complex(value).real for value in values]
    assert system.inertia == (sum(x > 0 for x in signs), sum(x < 0 for x in signs), sum(x == 0 for x in signs))


def test_matrices_without_inertia_are_refused() -> None:
    """Those that are not Hermitian, and those with parameters."""
    with pytest.raises(NotHermitianError, match="entry"):
        _ = eigensystem([[1, 2], [3, 4]]).inertia
    with pytest.raises(UndecidedError, match="parameters"):
        _ = eigensystem([[Symbol("a"), 0], [0, 1]]).inertia
