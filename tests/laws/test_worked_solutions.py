"""Worked solutions of matrices of every structure: each step holds, and the whole agrees with what is known."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import ImmutableMatrix, MatrixBase

from symeig import eigensystem, solve
from symeig.exact.eigensystem import FloatReadingWarning
from symeig.worked.formulas import Formula, Name, parts_of
from symeig.worked.meaning import holds
from symeig.worked.rules.assembly import Assembly
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Display
from tests.cases import CASES, Case
from tests.strategies import hermitian_matrices, matrices_over, rational_matrices, split_matrices, symmetric_matrices

FORMS = ("to_text", "to_latex", "to_markdown", "to_html", "to_json")
SMALL = [case for case in CASES if len(case.rows) <= 6]


def is_sound(solution: WorkedSolution) -> bool:
    """Whether every step holds, asked again."""
    return all(step.check() and all(map(holds, step.claim)) for step in solution.steps)


def formulas(solution: WorkedSolution) -> list[Formula]:
    """All displayed formulas."""
    return [
        formula
        for step in solution.steps
        for block in step.blocks(3)
        if isinstance(block, Display)
        for formula in block.formulas
    ]


@pytest.mark.slow
@pytest.mark.parametrize("case", SMALL, ids=str)
def test_steps_hold_for_the_table(case: Case) -> None:
    """Every claim holds for matrices from manuals and bug reports, in both conventions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FloatReadingWarning)
        system = eigensystem(case.entries)
    for convention in ("A - λI", "λI - A"):
        assert is_sound(solve(system, convention=convention))


@pytest.mark.slow
@given(rational_matrices(max_size=6))
def test_steps_hold_for_rational_matrices(planted: Any) -> None:
    """Every claim holds, whatever the Jordan structure."""
    assert is_sound(solve(planted.rows))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["QQ(i)", "QQ(sqrt2)", "QQ(a)", "QQ(sqrt2)(a)"])
@given(data=st.data())
def test_steps_hold_over_other_fields(name: str, data: st.DataObject) -> None:
    """Every claim holds over number fields and parameters."""
    assert is_sound(solve(data.draw(matrices_over(name, max_size=3)).rows))


@pytest.mark.slow
@given(st.one_of(symmetric_matrices(max_size=4), hermitian_matrices(max_size=3)))
def test_steps_hold_for_orthogonal_diagonalization(rows: Any) -> None:
    """Every claim holds on the way to an orthonormal basis."""
    assert is_sound(solve(rows, goal="orthogonal"))


@given(split_matrices(max_size=5))
def test_assembly_is_that_of_the_eigensystem(planted: Any) -> None:
    """P and J of a solution are those of the API, and SymPy multiplies them to the same."""
    solution = solve(planted.rows)
    step = next(step for step in solution.steps if isinstance(step, Assembly))
    P, J = solution.eigensystem.jordan()
    assert (step.P.value, step.form.value) == (P, J)
    A = ImmutableMatrix(planted.rows)
    assert A * step.P.value == step.P.value * step.form.value
    assert step.P.value.rank() == len(planted.rows)


@given(split_matrices(max_size=4), st.sampled_from(FORMS))
def test_same_matrix_same_solution(planted: Any, form: str) -> None:
    """The same input gives the same output."""
    assert getattr(solve(planted.rows), form)() == getattr(solve(planted.rows), form)()


@given(rational_matrices(max_size=3))
def test_languages_share_their_mathematics(planted: Any) -> None:
    """The steps of the same matrix are equal in all languages."""
    solution = solve(planted.rows)
    assert replace(solve(planted.rows, language="vi"), language="en") == solution


@given(split_matrices(max_size=4))
def test_levels_tell_more_and_more(planted: Any) -> None:
    """A higher level is longer."""
    solution = solve(planted.rows)
    lengths = [len(replace(solution, level=level).to_text()) for level in (1, 2, 3)]
    assert lengths[0] < lengths[1] <= lengths[2]


@given(split_matrices(max_size=4))
def test_integer_matrices_are_told_without_fractions(planted: Any) -> None:
    """Reductions of integer matrices with integer eigenvalues have integer entries throughout."""
    for formula in formulas(solve(planted.rows)):
        for matrix in _reduced(formula):
            assert all(x.is_Integer for x in matrix)


def _reduced(formula: Formula) -> list[MatrixBase]:
    found = list(getattr(formula, "matrices", ()))
    for part in parts_of(formula):
        if not isinstance(part, Name):
            found += _reduced(part)
    return found
