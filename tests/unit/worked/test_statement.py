"""The first step: the matrix as it was read, the task, and what is remarked on the field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sympy import Expr, ImmutableMatrix, Symbol, cos, sin, sqrt, symbols

from symeig import eigensystem, solve
from symeig.worked.formulas import Equality, List
from symeig.worked.goals import goals
from symeig.worked.rules.statement import Given, statement
from symeig.worked.telling import Telling
from tests.unit.worked.matrices import MATRICES, telling

a, b = symbols("a b")
t = Symbol("t", real=True)


def given(matrix: Any, task: str = "auto") -> Given:
    """The statement of a task."""
    (step,) = statement(telling(matrix), task)
    return step


@pytest.mark.parametrize("name", MATRICES)
def test_the_matrix_is_the_one_that_was_given(name: str) -> None:
    """The step shows A = the matrix, entry by entry, and passes its check."""
    step = given(MATRICES[name])
    assert step.matrix.letter == "A"
    assert step.matrix.value == ImmutableMatrix(MATRICES[name])
    assert step.after == Equality((step.matrix, step.matrix.value))
    assert step.check()


@pytest.mark.parametrize("goal", goals())
def test_the_task_is_the_goal(goal: str) -> None:
    """The task is told by the message of the goal."""
    assert given([[1]], goal).task.name == f"task-{goal}"


# A matrix, and the letters that the remark on parameters names.
LETTERS: dict[str, tuple[Any, tuple[Expr, ...]]] = {
    "none": ([[1, 2], [3, 4]], ()),
    "none, but a root": ([[sqrt(2), 1], [1, 0]], ()),
    "one": ([[a, 1], [0, 1]], (a,)),
    "two": ([[a, b], [1, 0]], (a, b)),
    "one beside a root": ([[sqrt(2), a], [1, 0]], (a,)),
    "an angle": ([[cos(t), -sin(t)], [sin(t), cos(t)]], (t,)),
}


@pytest.mark.parametrize("name", LETTERS)
def test_parameters_are_named(name: str) -> None:
    """The remark names every letter that stands for a number, and there is none without letters."""
    matrix, letters = LETTERS[name]
    remarks = [r for r in given(matrix).remarks if r.name == "has-parameters"]
    assert len(remarks) == bool(letters)
    for remark in remarks:
        named = dict(remark.arguments)["parameters"]
        assert isinstance(named, List)
        assert {s for x in named.items for s in x.free_symbols} == set(letters)


@pytest.mark.parametrize("floats", ["decimal", "binary"])
def test_the_reading_of_floats_is_told(floats: Any) -> None:
    """A matrix with floats says how they were read; one without says nothing."""
    system = eigensystem([[0.5, 1], [0, 1]], floats=floats)
    (step,) = statement(Telling(system, "A - λI", (), ()), "auto")
    assert [r.name for r in step.remarks] == [f"read-as-{floats}"]
    assert given([[1, 2], [3, 4]]).remarks == ()


def test_the_empty_matrix_is_stated() -> None:
    """0×0 is a matrix like others: it has a statement and a conclusion, and nothing between."""
    found = solve([])
    assert [step.id for step in found.steps] == ["statement", "conclusion"]
    assert found.steps[0].matrix.value.shape == (0, 0)


def test_another_matrix_is_refused() -> None:
    """What is displayed must be what A stands for."""
    step = given([[1, 2], [3, 4]])
    assert step.check()

    class Misprint(Given):
        @property
        def after(self) -> Equality:
            return Equality((self.matrix, ImmutableMatrix([[1, 2], [3, 5]])))

    assert not Misprint(**{name: getattr(step, name) for name in ("id", "goal", "matrix", "task")}).check()
    assert replace(step, remarks=()).check()
