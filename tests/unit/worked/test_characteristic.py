"""A − λI and λI − A, written and entry by entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sympy import ImmutableMatrix, Symbol, eye

from symeig.worked.formulas import Equality, Minus, Name, Product, Sum
from symeig.worked.rules.characteristic import CharacteristicMatrix, characteristic_matrix
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")


def step_of(matrix: Any, convention: Any = "A - λI") -> CharacteristicMatrix:
    """The step."""
    (step,) = characteristic_matrix(telling(matrix, convention))
    return step


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_entries_are_those_of_the_difference(name: str, convention: Any) -> None:
    """SymPy subtracts to the same matrix, and the step passes its check."""
    step = step_of(MATRICES[name], convention)
    A = ImmutableMatrix(MATRICES[name])
    difference = A - x * eye(A.rows) if convention == "A - λI" else x * eye(A.rows) - A
    assert (step.matrix - difference).expand() == 0 * A
    assert step.check()


@pytest.mark.parametrize(
    ("convention", "order"), [("A - λI", ["A", "−I"]), ("λI - A", ["I", "−A"])], ids=["A - λI", "λI - A"]
)
def test_the_difference_is_written_as_the_convention_has_it(convention: Any, order: list[str]) -> None:
    """A stands first, or λI does."""
    step = step_of([[4, 1], [2, 3]], convention)
    assert isinstance(step.shifted, Sum)
    assert [_letter(term) for term in step.shifted.terms] == order
    assert step.claim == (Equality((step.shifted, step.matrix)),)


def _letter(term: Any) -> str:
    if isinstance(term, Minus):
        return "−" + _letter(term.of)
    return _letter(term.factors[-1]) if isinstance(term, Product) else term.letter


def test_lambda_stays_on_the_diagonal() -> None:
    """Only the diagonal has λ in it."""
    M = step_of([[1, 2, 3], [4, 5, 6], [7, 8, 10]]).matrix
    assert all((x in M[i, j].free_symbols) == (i == j) for i in range(3) for j in range(3))


WRONG = {
    "another sign": lambda s: replace(s, matrix=-s.matrix),
    "λ in every entry": lambda s: replace(s, matrix=s.matrix + ImmutableMatrix([[0, x], [0, 0]])),
    "λ lost": lambda s: replace(s, matrix=s.matrix.subs(x, 0)),
    "transposed": lambda s: replace(s, matrix=s.matrix.T),
    "λ² in place of λ": lambda s: replace(s, matrix=s.matrix.subs(x, x**2)),
    "another A": lambda s: replace(
        s, shifted=Sum((Name("A", ImmutableMatrix([[4, 1], [2, 4]])), *s.shifted.terms[1:]))
    ),
    "a larger I": lambda s: replace(
        s, shifted=Sum((s.shifted.terms[0], Minus(Product((2 * x, Name("I", ImmutableMatrix(eye(2))))))))
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_difference_is_refused(name: str) -> None:
    """A step with another matrix or another difference does not pass."""
    step = step_of([[4, 1], [2, 3]])
    assert step.check()
    assert not WRONG[name](step).check()
