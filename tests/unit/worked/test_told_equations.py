"""Equations that are to be solved state nothing that a step checks; here the solutions are put into them.

SymPy computes what is written: x + 2y = 0 ⇒ x = −2y, y = t, and (x, y) = t(−2, 1) must fit together.
"""

from __future__ import annotations

from functools import reduce, singledispatch
from itertools import pairwise
from operator import mul
from typing import Any

import pytest
from hypothesis import given
from sympy import Expr, ImmutableMatrix, Integer, Matrix, Symbol, cancel, rem

from symeig import solve
from symeig.worked.formulas import Minus, Name, Power, Product, Quotient, Relation, Sum, Tuple
from symeig.worked.rules.chains import ChainEquation
from symeig.worked.rules.eigenspaces import Eigenspace
from symeig.worked.solution import CONVENTIONS
from tests.strategies import matrices_over, rational_matrices
from tests.unit.worked.matrices import MATRICES

x = Symbol("lambda")
WORKED = [name for name, rows in MATRICES.items() if len(rows) <= 5 and name != "rotation"]


@singledispatch
def value(formula: Any) -> Any:
    """What a formula comes to, as SymPy computes it."""
    raise TypeError(formula)


@value.register
def _(formula: Expr) -> Expr:
    return formula


@value.register
def _(formula: Name) -> Any:
    return value(formula.value)


@value.register
def _(formula: Minus) -> Any:
    return -value(formula.of)


@value.register
def _(formula: Sum) -> Any:
    first, *others = map(value, formula.terms)
    return sum(others, first)


@value.register
def _(formula: Product) -> Any:
    return reduce(mul, map(value, formula.factors))


@value.register
def _(formula: Quotient) -> Any:
    return value(formula.above) / value(formula.below)


@value.register
def _(formula: Power) -> Any:
    return value(formula.base) ** formula.exponent


@value.register
def _(formula: Tuple) -> Matrix:
    return ImmutableMatrix(list(map(value, formula.entries)))


def is_zero(expr: Expr, modulus: Expr | None) -> bool:
    """Whether an expression vanishes, where λ is a root of the modulus if there is one."""
    above = cancel(expr.expand()).as_numer_denom()[0].expand()
    return above == 0 if modulus is None else rem(above, modulus, x) == 0


def equations(told: Any) -> list[Relation]:
    """The equations in what a row says: one, or two with ⇒ between them."""
    assert isinstance(told, Relation)
    return list(told.terms) if told.sign in "⇒⇔" else [told]


def assert_solved(told: Any, values: dict[Symbol, Expr], modulus: Expr | None) -> None:
    """Every equation holds for the values."""
    for equation in equations(told):
        assert equation.sign == "="
        for left, right in pairwise(equation.terms):
            difference = value(left) - value(right)
            assert difference.free_symbols & values.keys()
            assert is_zero(difference.subs(values), modulus), equation


def assert_fits(step: Eigenspace) -> None:
    """The general solution solves the equations, has the parameters, and gives the basis."""
    if step.general is None:
        return
    unknowns, right = step.general.terms
    general = value(right)
    values = dict(zip(unknowns.entries, general, strict=True))
    for told in step.equations:
        assert_solved(told, values, step.modulus)
    letters = []
    for parameter in step.parameters:
        unknown, letter = parameter.terms
        assert values[unknown].expand() == letter
        letters.append(letter)
    pivots = [equations(told)[-1].terms[0] for told in step.equations]
    assert len(pivots) + len(letters) == len(values)
    for k, letter in enumerate(letters):
        assert all(is_zero(e, step.modulus) for e in general.diff(letter) - step.natural[:, k])
    for k, v in enumerate(step.vectors):
        found = general.subs(dict(zip(letters, step.chosen[:, k], strict=True)))
        assert all(is_zero(e, step.modulus) for e in found - v.value)
    told = [dict(choice.arguments) for choice in step.choices if "values" in dict(choice.arguments)]
    if told:
        pairs = [[relation.terms for relation in choice["values"].items] for choice in told]
        assert pairs == [list(zip(letters, step.chosen[:, k], strict=True)) for k in range(len(step.vectors))]
    else:
        assert step.chosen == ImmutableMatrix.eye(len(letters))


def assert_link(step: ChainEquation) -> None:
    """Every solution that is told solves what the rows say."""
    unknowns, right = step.general.terms
    modulus = step.reduction.modulus
    for solution in (value(right), step.found.value):
        for told in step.equations:
            assert_solved(told, dict(zip(unknowns.entries, solution, strict=True)), modulus)
    assert len(step.equations) == sum(any(row) for row in step.reduction.matrices[-1][:, :-1].tolist())


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", WORKED)
def test_solutions_fit_their_equations(name: str, convention: Any) -> None:
    """What the rows say, the free unknowns, all solutions, the choices and the basis fit together."""
    for step in solve(MATRICES[name], convention=convention).steps:
        if isinstance(step, Eigenspace):
            assert_fits(step)
        elif isinstance(step, ChainEquation):
            assert_link(step)


@given(rational_matrices(max_size=3))
def test_solutions_fit_for_planted_matrices(planted: Any) -> None:
    """So they do whatever the Jordan structure is."""
    for step in solve(planted.rows).steps:
        if isinstance(step, Eigenspace):
            assert_fits(step)
        elif isinstance(step, ChainEquation):
            assert_link(step)


@given(matrices_over("QQ(a)", max_size=2))
def test_solutions_fit_with_a_parameter(planted: Any) -> None:
    """And so they do with a parameter."""
    for step in solve(planted.rows).steps:
        if isinstance(step, Eigenspace):
            assert_fits(step)
        elif isinstance(step, ChainEquation):
            assert_link(step)


def test_a_wrong_equation_is_seen() -> None:
    """The tests above notice a sign."""
    (step,) = (s for s in solve([[4, 1], [2, 3]]).steps if s.id == "eigenspace-1")
    unknowns, _ = step.general.terms
    wrong = Relation((Sum(unknowns.entries), Integer(0)), "=")
    with pytest.raises(AssertionError):
        assert_solved(wrong, dict(zip(unknowns.entries, step.vectors[0].value, strict=True)), None)


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", WORKED)
def test_two_numbers_have_their_sum_and_product(name: str, convention: Any) -> None:
    """Where two numbers are looked for, those that are found have the sum and the product of the sentence."""
    for step in solve(MATRICES[name], goal="eigenvalues", convention=convention).steps:
        if step.why is not None and step.why.name == "two-numbers":
            said = dict(step.why.arguments)
            first, second, polynomial = said["first"], said["second"], said["polynomial"].expand()
            assert (first + second - said["sum"]).expand() == (first * second - said["product"]).expand() == 0
            assert (polynomial.coeff(x, 1) + said["sum"]).expand() == 0
            assert (polynomial.coeff(x, 0) - said["product"]).expand() == 0
