"""What becomes of a matrix for the values of parameters that the general solution leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sympy import ImmutableMatrix, Integer, Symbol

from symeig import solve
from symeig.worked.formulas import Name
from symeig.worked.rules.conditions import Conditions, SpecialCase

k = Symbol("k")


def special(matrix: str, goal: str = "auto") -> list[SpecialCase]:
    """The special cases that are told for a matrix."""
    return [step for step in solve(matrix, goal=goal).steps if isinstance(step, SpecialCase)]


def remarks(matrix: str) -> list[str]:
    """What is said about the values that are left."""
    (step,) = (step for step in solve(matrix).steps if isinstance(step, Conditions))
    return [remark.name for remark in step.remarks]


def test_a_matrix_that_is_not_diagonalizable_for_one_value() -> None:
    """[[1, 1], [0, k]] is a Jordan block for k = 1."""
    (case,) = special("1 1; 0 k")
    assert (case.symbol, case.value, case.form.letter) == (k, 1, "J_1")
    assert case.A.value == ImmutableMatrix([[1, 1], [0, 1]])


def test_a_matrix_that_is_simpler_for_one_value() -> None:
    """[[a, b], [b, a]] is a multiple of the identity for b = 0."""
    (case,) = special("a b; b a")
    assert case.form.letter == "D_1"
    assert case.form.value == case.A.value


def test_a_special_case_may_have_conditions_of_its_own() -> None:
    """For c = 0 the general 2×2 matrix is triangular, and its diagonal entries are taken to be different."""
    (case,) = special("a b; c d")
    assert case.assumed == (Symbol("a") - Symbol("d"),)
    assert remarks("a b; c d") == ["still-other-values"]


def test_nothing_is_left_where_every_condition_is_treated() -> None:
    """With all values treated no one is sent away to solve again."""
    assert remarks("1 1; 0 k") == []


@pytest.mark.parametrize(
    "matrix",
    ["cos(t) -sin(t); sin(t) cos(t)", "0 k^2-2; 1 0", "0 1; sqrt(k) 0", "0 exp(k); 1 1"],
    ids=["angle", "not linear", "root", "exponential"],
)
def test_a_condition_that_is_not_linear_is_only_stated(matrix: str) -> None:
    """Values that solve no linear equation are left to the reader."""
    assert special(matrix) == []
    assert remarks(matrix) == ["other-values"]


def test_a_value_that_the_matrix_does_not_have_is_passed_over() -> None:
    """1/k has no value at k = 0."""
    assert all(case.value != 0 for case in special("1 1/k; k 1"))


def test_eigenvectors_alone_need_no_special_cases() -> None:
    """They are told with the diagonalization or the Jordan form."""
    assert special("1 1; 0 k", "eigenvectors") == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": Integer(2)},
        {"P": Name("P", ImmutableMatrix([[1, 0], [0, 2]]))},
        {"P": Name("P", ImmutableMatrix([[1, 1], [0, 0]]))},
        {"form": Name("J", ImmutableMatrix([[1, 0], [0, 1]]))},
    ],
    ids=["another value", "a vector of another chain", "dependent vectors", "no Jordan block"],
)
def test_a_wrong_special_case_is_refused(wrong: dict[str, object]) -> None:
    """The matrix, A P = P J and the invertibility of P are computed anew."""
    (case,) = special("1 1; 0 k")
    assert case.check()
    assert not replace(case, **wrong).check()  # type: ignore[arg-type]
