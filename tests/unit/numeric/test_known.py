"""Known matrices: a recipe, the matrix that it makes, and where its summands stand."""

from __future__ import annotations

import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import InputError
from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.known import LARGEST_SOLVED, KnownMatrix, Summand
from symeig.numeric.spectra import Block

of = DyadicMatrix.of
ONE = Summand.planted_from([Block(3)])
TWO = Summand.planted_from([Block(2, size=2)], [(1, 0, 1)])
COMPLEX = Summand.solved([[(0, 1), 1], [2, 0]])


def known(*summands: Summand) -> KnownMatrix:
    """A direct sum."""
    return KnownMatrix("test", summands)


def array(A: KnownMatrix) -> list:
    """The matrix as nested lists."""
    return A.to_array("complex128" if not A.matrix.is_real else "float64").tolist()


# --- summands ---------------------------------------------------------------------------------------------------------


def test_jordan_blocks_stand_on_the_diagonal() -> None:
    """With ones above it, and without any operations."""
    S = Summand.planted_from([Block(5, size=2), Block(0, 1)])
    assert S.matrix == of([[5, 1, 0], [0, 5, 0], [0, 0, (0, 1)]])
    assert S.dimension == 3


def test_operation_adds_a_row_and_subtracts_a_column() -> None:
    """Row 2 += 3·row 1, then column 1 −= 3·column 2."""
    S = Summand.planted_from([Block(5), Block(7)], [(1, 0, 3)])
    assert S.matrix == of([[5, 0], [-6, 7]])
    assert (S.planted.P, S.planted.inverse) == (of([[1, 0], [3, 1]]), of([[1, 0], [-3, 1]]))


def test_complex_operations_multiply_as_complex_numbers() -> None:
    """Row 1 += i·row 2 of diag(1, 2): entry (1, 2) is i·2 − i·1."""
    S = Summand.planted_from([Block(1), Block(2)], [(0, 1, (0, 1))])
    assert S.matrix == of([[1, (0, 1)], [0, 2]])


@given(data=st.data())
def test_planted_matrix_is_similar_to_its_jordan_form(data: st.DataObject) -> None:
    """A P = P J and P P' = I, after any operations."""
    blocks = [Block(1, size=2), Block(0, 1), Block(-2)]
    step = st.tuples(st.integers(0, 3), st.integers(1, 3), st.tuples(st.integers(-2, 2), st.integers(-2, 2)))
    operations = [(i, (i + k) % 4, c) for i, k, c in data.draw(st.lists(step, max_size=6))]
    bound = data.draw(st.sampled_from([None, 1, 10]))
    S = Summand.planted_from(blocks, operations, bound=bound)
    J = Summand.planted_from(blocks).matrix
    assert S.matrix @ S.planted.P == S.planted.P @ J
    assert S.planted.P @ S.planted.inverse == DyadicMatrix.identity(4)
    assert bound is None or max(map(abs, (*S.matrix.real, *S.matrix.imag))) <= max(bound, 2)


def test_operations_beyond_the_bound_are_left_out() -> None:
    """As if they were not there."""
    blocks = [Block(5), Block(7)]
    assert Summand.planted_from(blocks, [(1, 0, 9)], bound=10) == Summand.planted_from(blocks)
    assert Summand.planted_from(blocks, [(1, 0, 9), (1, 0, 3)], bound=10).matrix == of([[5, 0], [-6, 7]])


def test_basis_with_a_denominator_is_taken() -> None:
    """P P' = 2·I: the eigenvalues are doubled."""
    P = of([[1, 1], [1, -1]])
    S = Summand.planted_in([Block(3), Block(1)], P, P, 2)
    assert S.matrix == of([[4, 2], [2, 4]])
    assert [p.real for p in S.spectrum.parts] == [6, 2]


@pytest.mark.parametrize("d", [1, 3, 4])
def test_basis_and_inverse_that_do_not_match_are_refused(d: int) -> None:
    """P P' is twice the identity."""
    P = of([[1, 1], [1, -1]])
    with pytest.raises(InputError, match="d times the identity"):
        Summand.planted_in([Block(3), Block(1)], P, P, d)


def test_basis_may_have_an_exponent() -> None:
    """P = 2 and P' = 1 for d = 2."""
    assert Summand.planted_in([Block(3)], of([[1]], 1), of([[1]]), 2).matrix.entry(0, 0) == (6, 0)


def test_basis_may_have_a_negative_exponent() -> None:
    """P = 2·2⁻¹ and P' = 1 for d = 1, twice."""
    S = Summand.planted_in([Block(3)], of([[2]], -1), of([[1]]), 1)
    assert array(known(S)) == [[3]]
    assert array(known(S, S)) == [[3, 0], [0, 3]]


def test_operation_on_one_row_alone_is_refused() -> None:
    """Adding a row to itself and subtracting a column from itself is no similarity transformation."""
    with pytest.raises(InputError):
        Summand.planted_from([Block(3), Block(1)], [(0, 0, 1)])


def test_solved_summand_keeps_the_integers_only() -> None:
    """The exponent belongs to the whole matrix."""
    assert Summand.solved(of([[3]], 5)).matrix == of([[3]])
    assert Summand.solved([[3]]).planted is None


@pytest.mark.parametrize(("n", "is_known"), [(0, True), (LARGEST_SOLVED, True), (LARGEST_SOLVED + 1, False)])
def test_large_matrices_are_known_where_they_are_planted(n: int, is_known: bool) -> None:
    """The engine is not asked for more than it can do."""
    assert Summand.solved(DyadicMatrix.identity(n)).is_known is is_known
    assert KnownMatrix("x", (ONE, Summand.solved(DyadicMatrix.identity(n)))).is_known is is_known
    assert Summand.planted_from([Block(1)] * n).is_known


# --- matrices ---------------------------------------------------------------------------------------------------------


def test_summands_stand_on_the_diagonal() -> None:
    """One after the other."""
    assert array(known(ONE, TWO)) == [[3, 0, 0], [0, 1, 1], [0, -1, 3]]
    assert array(known(TWO)) == [[1, 1], [-1, 3]]
    assert array(known(ONE, COMPLEX)) == [[3, 0, 0], [0, 1j, 1], [0, 2, 0]]
    assert array(known()) == []


def test_scaling_multiplies_by_a_power_of_two() -> None:
    """One after the other."""
    A = known(ONE).scaled(5).scaled(-2)
    assert A.matrix.entry(0, 0) == (24, 0)
    assert A.scale == 3


def test_grading_multiplies_columns_and_divides_rows() -> None:
    """Entry (i, j) by 2^(pⱼ − pᵢ)."""
    A = known(TWO).graded((0, 2))
    assert array(A) == [[1, 4], [-0.25, 3]]
    assert array(A.graded((1, 0))) == [[1, 2], [-0.5, 3]]


def test_permutation_moves_rows_and_columns() -> None:
    """And the exponents of the grading with them."""
    A = known(ONE, TWO).permuted((2, 0, 1))
    assert array(A) == [[3, 0, -1], [0, 3, 0], [1, 0, 1]]
    graded = known(TWO).graded((0, 2)).permuted((1, 0))
    assert graded.grading == (2, 0)
    assert array(graded) == [[3, -0.25], [4, 1]]


@given(
    first=st.permutations(range(4)),
    second=st.permutations(range(4)),
    powers=st.lists(st.integers(-9, 9), min_size=4, max_size=4),
)
def test_recipe_makes_the_matrix_step_by_step(first: list[int], second: list[int], powers: list[int]) -> None:
    """Each step does to the matrix what it does to the recipe."""
    A = known(ONE, TWO, ONE)
    B = A.permuted(first)
    assert B.matrix == A.matrix.permuted(first)
    C = B.graded(powers)
    assert _entries(C.matrix) == _entries(B.matrix.balanced(powers))
    D = C.permuted(second).scaled(-3)
    assert _entries(D.matrix) == _entries(C.matrix.permuted(second).scaled(-3))


def _entries(M: DyadicMatrix) -> list[tuple[Fraction, Fraction]]:
    return [M.entry(i, j) for i in range(M.shape[0]) for j in range(M.shape[1])]


@given(order=st.permutations(range(5)), powers=st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_summands_are_found_where_they_stand(order: list[int], powers: list[int]) -> None:
    """The submatrix in the rows of a summand is the summand, graded."""
    summands = (TWO, ONE, COMPLEX)
    A = known(*summands).permuted(order).graded(powers)
    for number, S in enumerate(summands):
        rows = A.positions(number)
        part = A.matrix.mapped(lambda i, j, rows=rows: (rows[i], rows[j]), S.matrix.shape)
        assert _entries(part) == _entries(S.matrix.balanced([powers[k] for k in rows]))
    assert sorted(k for number in range(3) for k in A.positions(number)) == list(range(5))


@pytest.mark.parametrize(
    ("A", "is_hermitian"),
    [
        (known(ONE), True),
        (known(TWO), False),
        (known(Summand.solved([[1, (0, 1)], [(0, -1), 2]])), True),
        (known(Summand.solved([[1, 2], [2, 1]])).graded((0, 1)), False),
        (known(), True),
    ],
)
def test_hermitian_matrices_are_told_apart(A: KnownMatrix, is_hermitian: bool) -> None:
    """By the matrix, after grading."""
    assert A.is_hermitian is is_hermitian


def test_array_holds_the_matrix_or_is_refused() -> None:
    """3·2⁻¹⁵⁰ is none of single precision."""
    A = known(ONE).scaled(-150)
    assert not A.fits("float32")
    assert A.fits("float64")
    with pytest.raises(InputError, match="exactly"):
        A.to_array("float32")
    assert A.to_array("float64")[0, 0] == np.ldexp(3.0, -150)


def test_only_the_recipe_is_pickled() -> None:
    """What is derived is derived again."""
    A = known(TWO, COMPLEX).graded((0, 1, 2, 3))
    before = len(pickle.dumps(A))
    assert A.matrix.shape == (4, 4)
    assert len(A.summands[1].spectrum.parts) == 2
    assert len(pickle.dumps(A)) == before
    again = pickle.loads(pickle.dumps(A))
    assert again == A
    assert again.matrix == A.matrix


def test_note_is_shown_and_not_compared() -> None:
    """Equal matrices are equal whatever is said of them."""
    one, other = KnownMatrix("x", (ONE,), note="some words"), KnownMatrix("x", (ONE,))
    assert one == other
    assert repr(one) == "<KnownMatrix x: some words (1×1)>"
    assert repr(other) == "<KnownMatrix x: no note (1×1)>"
