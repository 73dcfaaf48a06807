"""Scalings in which a matrix may be balanced."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import matrix_balance

from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.scalings import balancing_scalings

of = DyadicMatrix.of


@pytest.mark.parametrize(
    "M",
    [
        of([]),
        of([[0]]),
        of([[5]]),
        of([[0, 0], [0, 0]]),
        DyadicMatrix.identity(3),
        of([[2, 1], [1, 3]]),
        of([[1, (0, 1)], [(0, -1), 1]], -1000),
        of([[0, 2, 1], [0, 0, 2], [0, 0, 0]]),
    ],
)
def test_nothing_is_scaled_where_nothing_needs_it(M: DyadicMatrix) -> None:
    """Zero, diagonal, symmetric and strictly triangular matrices are balanced."""
    assert balancing_scalings(M) == ((0,) * M.shape[0],)


@pytest.mark.parametrize(
    ("M", "expected"),
    [
        (of([[0, 256], [1, 0]]), {(0, 0), (4, 0)}),
        (of([[0, 1], [1 << 20, 0]]), {(0, 0), (0, 10)}),
        (of([[0, (0, 256)], [1, 0]]), {(0, 0), (4, 0)}),
        # The chain 1 → 2 → 3 → 1 with weights 2¹², 1, 1: each step shall be 2⁴.
        (of([[0, 1 << 12, 0], [0, 0, 1], [1, 0, 0]]), {(0, 0, 0), (8, 0, 4)}),
    ],
)
def test_cycles_are_balanced_to_equal_weights(M: DyadicMatrix, expected: set[tuple[int, ...]]) -> None:
    """Rows and columns have the same norms then."""
    assert set(balancing_scalings(M)) == expected
    assert set(balancing_scalings(M.scaled(2000))) == set(balancing_scalings(M.scaled(-2000))) == expected


def test_isolated_eigenvalues_are_left_out_in_one_candidate() -> None:
    """Column 1 is empty but for its diagonal: left alone, or scaled with the rest with its diagonal or without."""
    M = of([[1, 1 << 30, 0], [0, 1, 1], [0, 1 << 20, 1]])
    assert balancing_scalings(M) == ((0, 0, 0), (10, 0, 10), (29, 0, 10), (20, 0, 10))
    assert balancing_scalings(M.T) == ((0, 0, 0), (0, 10, 0), (0, 29, 19), (0, 20, 10))


@given(data=st.data())
def test_first_candidate_is_the_identity_and_all_are_different(data: st.DataObject) -> None:
    """The smallest exponent is 0 in each."""
    n = data.draw(st.integers(1, 5))
    m = data.draw(st.lists(st.integers(-3, 3), min_size=n * n, max_size=n * n))
    powers = data.draw(st.lists(st.integers(-200, 200), min_size=n, max_size=n))
    found = balancing_scalings(DyadicMatrix((n, n), tuple(m)).balanced(powers))
    assert found[0] == (0,) * n
    assert len(set(found)) == len(found) <= 4
    assert all(len(p) == n and min(p) == 0 for p in found)


@given(data=st.data())
def test_one_candidate_is_as_good_as_that_of_lapack(data: st.DataObject) -> None:
    """The norm of D⁻¹AD is at most about that after SciPy has balanced the matrix."""
    n = data.draw(st.integers(2, 5))
    m = data.draw(st.lists(st.integers(-3, 3), min_size=n * n, max_size=n * n))
    powers = data.draw(st.lists(st.integers(-20, 20), min_size=n, max_size=n))
    M = DyadicMatrix((n, n), tuple(m)).balanced(powers)
    best = min(float(np.linalg.norm(M.balanced(p).approximate())) for p in balancing_scalings(M))
    for permute in (True, False):
        balanced, _ = matrix_balance(M.approximate(), permute=permute)
        assert best <= 2 * np.linalg.norm(balanced)


@pytest.mark.parametrize("k", [500, 1000, 1070])
def test_extreme_ratios_are_no_trouble(k: int) -> None:
    """Squares that overflow or vanish make no warnings and no infinite exponents."""
    for M in (of([[1, 1 << k], [1, 0]]), of([[1, 1], [1, 1]]).balanced((0, k)), of([[0, 1 << 2 * k], [1, 0]])):
        for powers in balancing_scalings(M.scaled(-M.size)):
            assert max(powers) <= 2 * k
