"""The check of the characteristic polynomial: which coefficient must be which invariant, with which sign."""

from __future__ import annotations

from functools import reduce
from operator import mul
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Expr, ImmutableMatrix, Integer, Symbol, degree, expand

from symeig.worked.formulas import Array, Equality, Formula, Function, Minus, Name, Product, Sum
from symeig.worked.meaning import holds
from symeig.worked.rules.coefficients import PolynomialCheck
from symeig.worked.rules.determinant import determinant
from tests.strategies import integer_matrices
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")
CHECKED = [name for name, rows in MATRICES.items() if 2 <= len(rows) <= 5 and name != "rotation"]


def check_of(matrix: Any, convention: Any) -> PolynomialCheck | None:
    """The step, where there is one."""
    return next((s for s in determinant(telling(matrix, convention)) if isinstance(s, PolynomialCheck)), None)


def value(formula: Formula, minors: Expr) -> Expr:
    """What a formula of the sentence comes to; the letter for the principal minors is given."""
    if isinstance(formula, Minus):
        return -value(formula.of, minors)
    if isinstance(formula, Function):
        (matrix,) = formula.arguments
        M = ImmutableMatrix(matrix.value if isinstance(matrix, Name) else matrix)
        return M.trace() if formula.name == "tr" else M.det()
    if isinstance(formula, Sum):
        return sum((value(t, minors) for t in formula.terms), Integer(0))
    if isinstance(formula, Product):
        return reduce(mul, (value(t, minors) for t in formula.factors))
    assert isinstance(formula, Name | Symbol | Array | Expr)
    return minors


def assert_sentence(matrix: Any, convention: Any) -> None:
    """Each coefficient that is named is what the sentence says."""
    step = check_of(matrix, convention)
    if step is None:
        return
    A = ImmutableMatrix(matrix)
    n = A.rows
    whole = A - x * ImmutableMatrix.eye(n) if convention == "A - λI" else x * ImmutableMatrix.eye(n) - A
    polynomial = expand(whole.det(method="berkowitz"))
    principal = sum((A.extract(k, k).det() for k in ([0, 1], [0, 2], [1, 2])), Integer(0)) if n == 3 else Integer(0)
    said = dict(step.why.arguments)
    assert degree(said["power"], x) == n - 1
    wanted = {
        "trace": polynomial.coeff(x, n - 1),
        "determinant": polynomial.coeff(x, 0),
        "minors": polynomial.coeff(x, 1),
    }
    named = [key for key in wanted if key in said]
    assert "trace" in named
    for key in named:
        assert expand(value(said[key], principal) - wanted[key]) == 0, key
    assert all(map(holds, step.claim))
    assert step.check()


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", CHECKED)
def test_coefficients_are_what_they_must_be(name: str, convention: Any) -> None:
    """Trace, minors and determinant stand for the right coefficients, with the sign of the convention."""
    assert_sentence(MATRICES[name], convention)


@given(st.integers(2, 4).flatmap(lambda n: integer_matrices(n, n)))
def test_coefficients_of_integer_matrices(rows: Any) -> None:
    """So they do for every matrix, in both conventions."""
    for convention in CONVENTIONS:
        assert_sentence(rows, convention)


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_sums_are_written_out(convention: Any) -> None:
    """For three rows the trace and the sum of principal minors are computed from their terms."""
    step = check_of(MATRICES["defective"], convention)
    assert step is not None
    shown = [statement for statement in step.claim if isinstance(statement, Equality)]
    values = [statement.sides[-1] for statement in shown]
    assert values == [5, 8, 4]
