"""What every rule needs to know: the cases in order, the convention, names and columns."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import ImmutableMatrix, Symbol, expand, eye

from symeig.worked.formulas import Equality
from symeig.worked.meaning import holds
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")
each_matrix = pytest.mark.parametrize("name", MATRICES)
MORE: dict[str, Any] = {
    "a surd around an integer": [[0, 2, 0], [1, 0, 0], [0, 0, 0]],
    "two surds": [[0, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 3], [0, 0, 1, 0]],
    "a cubic around integers": [[0, 0, 7, 0, 0], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, 0, 9]],
    "a pair and an integer": [[0, -1, 0], [1, 0, 0], [0, 0, 3]],
}


@pytest.mark.parametrize("matrix", [*MATRICES.values(), *MORE.values()], ids=[*MATRICES, *MORE])
def test_cases_are_in_the_order_of_the_eigenvalues(matrix: Any) -> None:
    """Each eigenvalue belongs to one case, and cases come in the order of their first eigenvalues."""
    T = telling(matrix)
    places = [case.places for case in T.cases]
    assert places == sorted(places)
    assert sorted(sum(places, ())) == list(range(1, len(T.system.eigenspaces) + 1))
    for case in T.cases:
        assert list(case.places) == sorted(case.places)
        assert [T.system.eigenspaces[k - 1] for k in case.places] == list(case.spaces)


@each_matrix
def test_columns_begin_behind_those_before(name: str) -> None:
    """The first column of a case is the one in which its first eigenvalue stands in J."""
    T = telling(MATRICES[name])
    before = 0
    firsts = {}
    for place, space in enumerate(T.system.eigenspaces, 1):
        firsts[place] = before + 1
        before += space.algebraic_multiplicity
    assert [T.column(case) for case in T.cases] == [firsts[case.places[0]] for case in T.cases]
    assert before == T.n


@pytest.mark.parametrize("matrix", [*MATRICES.values(), *MORE.values()], ids=[*MATRICES, *MORE])
def test_a_conjugate_belongs_to_its_first(matrix: Any) -> None:
    """A case that repeats another one is of the same factor, stands behind it, and the other one repeats none."""
    cases = telling(matrix).cases
    for k, case in enumerate(cases):
        first = case.conjugate_of
        if first is not None:
            assert first in cases[:k]
            assert first.conjugate_of is None
            assert first.component is case.component


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", ["two-numbers", "defective", "quarter-turn", "surd-2", "parameter-splits", "complex"])
def test_shifts_are_what_they_are_written_as(name: str, convention: Any) -> None:
    """A − λI as it is written is the matrix that it is entry by entry, for λ and for each eigenvalue."""
    T = telling(MATRICES[name], convention)
    for value in (x, *(case.value for case in T.cases)):
        assert holds(Equality((T.shifted(value), T.shifted_matrix(value))))
        difference = ImmutableMatrix(T.system.matrix - value * eye(T.n))
        assert holds(Equality((T.difference(value), difference)))
        sign = 1 if convention == "A - λI" else -1
        assert (T.shifted_matrix(value) - sign * difference).expand() == 0 * difference


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_sign_is_that_of_the_leading_power(n: int, convention: Any) -> None:
    """The sign is the coefficient of λⁿ in the determinant."""
    T = telling([[i + 2 * j for j in range(n)] for i in range(n)], convention)
    assert expand(T.shifted_matrix().det(method="berkowitz")).coeff(x, n) == T.sign


@pytest.mark.parametrize(("n", "is_worked"), [(0, True), (1, True), (5, True), (6, False), (9, False)])
def test_large_matrices_are_not_worked_by_hand(n: int, is_worked: bool) -> None:
    """Up to five rows every computation is written out."""
    assert telling([[int(i == j) for j in range(n)] for i in range(n)]).is_worked_in_full is is_worked


def test_one_eigenvalue_has_no_number() -> None:
    """The letter is λ where there is one, λ₁ and λ₂ where there are more."""
    assert telling([[5]]).name(1) == x
    assert [telling([[1, 0], [0, 2]]).name(k).name for k in (1, 2)] == ["lambda_1", "lambda_2"]


@each_matrix
def test_chains_are_written_in_the_case(name: str) -> None:
    """In each case the written chains have the block sizes as lengths, and vectors with n entries."""
    T = telling(MATRICES[name])
    for case in T.cases:
        assert tuple(map(len, case.chains)) == case.component.block_sizes
        assert all(v.shape == (T.n, 1) for chain in case.chains for v in chain)
