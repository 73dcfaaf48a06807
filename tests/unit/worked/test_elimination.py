"""Row reduction: the result is the reduced form, every operation does what it says, and the numbers stay short."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import integer_matrices
from sympy import QQ, Matrix, sqrt, symbols

from symeig.exact.fields import QQ_FIELD
from symeig.exact.generators import base_field
from symeig.exact.residue_rings import ResidueRing
from symeig.worked.elimination import Elimination, reduce_rows

a, b = symbols("a b")
RATIONAL = ResidueRing(QQ, (QQ(0), QQ(1)))
GOLDEN = ResidueRing(QQ, (QQ(-1), QQ(-1), QQ(1)))
CUBIC = ResidueRing(QQ, (QQ(-1), QQ(-1), QQ(0), QQ(1)))


def reduced(rows: Any, columns: int | None = None) -> Elimination:
    """The elimination of a rational matrix."""
    return reduce_rows([[(QQ.convert(x),) for x in row] for row in rows], RATIONAL, QQ_FIELD, columns)


def plain(rows: Any) -> list[list[Any]]:
    """Elements of K instead of tuples."""
    return [[x[0] for x in row] for row in rows]


def over(ring: ResidueRing, rows: Any) -> Elimination:
    """The elimination of a matrix over Q[λ]/p, its entries given as tuples of coefficients."""
    d = ring.degree
    padded = [[(*map(QQ, x), *[QQ(0)] * (d - len(x))) for x in row] for row in rows]
    return reduce_rows(padded, ring, QQ_FIELD)


def with_parameters(rows: Any) -> Elimination:
    """The elimination of a matrix over the field of its entries."""
    expressions = [x for row in rows for x in row]
    field = base_field(expressions)
    ring = ResidueRing(field.domain, (field.domain.zero, field.domain.one))
    return reduce_rows([[(field.element(x),) for x in row] for row in Matrix(rows).tolist()], ring, field)


def multiplied(ring: ResidueRing, rows: Any, operation: Any) -> list[list[Any]]:
    """The rows after an operation, done anew."""
    changed = [list(row) for row in rows]
    i, j = operation.target, operation.source
    if j is not None and operation.factor is None:
        changed[i], changed[j] = changed[j], changed[i]
        return changed
    changed[i] = [ring.mul(operation.scale, x) for x in changed[i]]
    if j is not None:
        added = [ring.mul(operation.factor, x) for x in rows[j]]
        changed[i] = [tuple(s + t for s, t in zip(x, y, strict=True)) for x, y in zip(changed[i], added, strict=True)]
    return changed


def assert_operations_are_done(ring: ResidueRing, found: Elimination) -> None:
    """Each matrix is the operation applied to the one before, and no row is multiplied by 0."""
    before: Any = found.given
    for group in found.groups:
        for operation, after in zip(group.operations, group.matrices, strict=True):
            assert any(operation.scale)
            assert multiplied(ring, before, operation) == [list(row) for row in after]
            before = after


def assert_reduced(found: Elimination) -> None:
    """Pivots are the first entries of their rows and alone in their columns; the other rows are 0."""
    for k, column in enumerate(found.pivots):
        row = found.reduced[k]
        assert any(row[column])
        assert not any(any(x) for x in row[:column])
        assert all(not any(other[column]) for i, other in enumerate(found.reduced) if i != k)
    assert not any(any(x) for row in found.reduced[len(found.pivots) :] for x in row)


def test_one_operation_where_one_is_enough() -> None:
    """[[2, 1], [2, 1]] is reduced by R₂ ← R₂ − R₁."""
    (group,) = reduced([[2, 1], [2, 1]]).groups
    (operation,) = group.operations
    assert (operation.target, operation.scale, operation.source, operation.factor) == (1, (1,), 0, (-1,))


def test_pivot_is_made_positive_at_the_end() -> None:
    """[[−1, 1], [2, −2]] needs R₂ ← R₂ + 2R₁ and R₁ ← −R₁."""
    found = reduced([[-1, 1], [2, -2]])
    assert [group.purpose for group in found.groups] == ["below", "sign"]
    assert plain(found.reduced) == [[1, -1], [0, 0]]


def test_reduced_matrix_needs_nothing() -> None:
    """Nothing is done to a matrix in reduced form, nor to the zero matrix."""
    assert reduced([[2, 0, 1], [0, 3, 1], [0, 0, 0]]).groups == ()
    assert reduced([[0, 0], [0, 0]]).groups == ()


def test_fractions_are_cleared_first() -> None:
    """After the first group there are no fractions any more."""
    found = reduced([[QQ(1, 2), QQ(1, 3)], [QQ(3, 4), QQ(1, 2)]])
    assert found.groups[0].purpose == "scale"
    assert all(x.denominator == 1 for M in found.matrices[1:] for row in plain(M) for x in row)


def test_one_is_preferred_as_a_pivot() -> None:
    """A row that begins with 1 is brought up."""
    found = reduced([[3, 1, 7], [1, 2, 4], [5, -3, 2]])
    assert found.groups[0].purpose == "swap"


def test_operations_with_one_pivot_are_one_group() -> None:
    """The column below a pivot is cleared in one group."""
    (group,) = reduced([[1, 1, 1], [2, 2, 2], [3, 3, 3]]).groups
    assert [x.target for x in group.operations] == [1, 2]


def test_right_hand_sides_have_no_pivots() -> None:
    """An augmented column takes part in the operations only."""
    found = reduced([[1, 1, 5], [1, 1, 7]], columns=2)
    assert found.pivots == (0,)
    assert plain(found.reduced) == [[1, 1, 5], [0, 0, 1]]


def test_golden_ratio_has_a_rational_pivot() -> None:
    """The row with the pivot 1 is chosen, and the other one is its multiple."""
    found = over(GOLDEN, [[(1, -1), (1,)], [(1,), (0, -1)]])
    assert [group.purpose for group in found.groups] == ["swap", "below"]
    assert found.reduced[0] == ((1, 0), (0, -1))


def test_pivot_with_lambda_is_made_rational() -> None:
    """A column without rational entries: in the end its pivot is a number."""
    found = over(CUBIC, [[(0, -1), (1,), (0,)], [(0,), (0, -1), (1,)], [(1,), (1,), (0, -1)]])
    assert_operations_are_done(CUBIC, found)
    assert_reduced(found)
    assert all(not any(found.reduced[k][j][1:]) for k, j in enumerate(found.pivots))


def test_pivot_without_parameters_is_preferred() -> None:
    """No assumption is made where there is a pivot that is a number."""
    found = with_parameters([[a, a * b], [1, b]])
    assert found.assumed == ()


def test_pivots_with_parameters_are_assumed() -> None:
    """What is divided by is reported."""
    found = with_parameters([[a, 1], [b, 2]])
    assert found.assumed


def test_common_factors_with_parameters_are_assumed() -> None:
    """A common factor of a row is divided out, and reported."""
    found = with_parameters([[a, a**2]])
    assert plain(found.reduced)[0][0] == 1
    assert [str(x) for x in found.assumed] in (["a"], ["1/a"])


def test_fractions_with_parameters_are_cleared_first() -> None:
    """After the first group there are no parameters in denominators."""
    found = with_parameters([[1 / a, 1 / b], [1, (a + b) / b]])
    assert found.groups[0].purpose == "scale"
    assert all(x.denom.is_ground for M in found.matrices[1:] for row in plain(M) for x in row)


def test_number_field_pivot_becomes_rational() -> None:
    """The pivot √2 does not stay."""
    found = with_parameters([[sqrt(2), 1], [2, sqrt(2)]])
    assert not any(plain(found.reduced)[1])
    assert len(found.reduced[0][0][0].to_list()) == 1


@given(integer_matrices(3) | integer_matrices(4) | integer_matrices(2, 4) | integer_matrices(4, 2))
def test_result_is_the_reduced_form(rows: list[list[int]]) -> None:
    """The result, its pivots divided out, is the reduced row echelon form, by the operations that are named."""
    found = reduced(rows)
    assert_operations_are_done(RATIONAL, found)
    assert_reduced(found)
    R, pivots = Matrix(rows).rref()
    assert found.pivots == pivots
    scaled = [[x / row[j] for x in row] for row, j in zip(plain(found.reduced), pivots, strict=False)]
    assert Matrix([[QQ.to_sympy(x) for x in row] for row in scaled]) == R[: len(pivots), :] or not pivots


@given(integer_matrices(3, bound=9))
def test_integers_stay_integers(rows: list[list[int]]) -> None:
    """No fraction appears, and final rows have coprime entries with a positive pivot."""
    found = reduced(rows)
    assert all(x.denominator == 1 for M in found.matrices for row in plain(M) for x in row)
    for row, j in zip(plain(found.reduced), found.pivots, strict=False):
        assert row[j] > 0
        assert not any(all(x % p == 0 for x in map(int, row)) for p in (2, 3, 5, 7))


@given(st.lists(st.lists(st.tuples(*[st.integers(-2, 2)] * 3), min_size=3, max_size=3), min_size=3, max_size=3))
def test_result_over_an_extension_is_reduced(rows: Any) -> None:
    """Over Q[λ]/(λ³ − λ − 1) too every operation is done, and the pivots are rational."""
    found = over(CUBIC, rows)
    assert_operations_are_done(CUBIC, found)
    assert_reduced(found)
    assert all(not any(found.reduced[k][j][1:]) for k, j in enumerate(found.pivots))


@pytest.mark.parametrize("size", [3, 4])
def test_intermediate_numbers_are_hardly_longer_than_the_result(size: int) -> None:
    """In singular matrices of one-digit numbers, those on the way have at most one digit more than those at the end."""
    for seed in range(40):
        rows = [[(7 * seed * i + 5 * j * j + 3 * i * j + seed) % 19 - 9 for j in range(size)] for i in range(size - 1)]
        rows.append([sum(column) for column in zip(*rows, strict=True)])
        found = reduced(rows)
        longest = max(len(str(abs(x))) for M in found.matrices for row in plain(M) for x in row)
        final = max(len(str(abs(x))) for row in plain(found.reduced) for x in row)
        given = max(len(str(abs(x))) for row in rows for x in row)
        assert longest <= max(final, given) + 1
