"""Diagonalizable or not: dimensions of eigenspaces against multiplicities."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from sympy import Integer, Symbol

from symeig.worked.formulas import Equality, Sum
from symeig.worked.rules.diagonalizability import Diagonalizability, diagonalizability
from tests.strategies import rational_matrices
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

# The dimensions of the eigenspaces, one for each eigenvalue in order; and whether there is a basis of eigenvectors.
TABLE: dict[str, tuple[tuple[int, ...], str]] = {
    "one": ((1,), "diagonalizable-distinct"),
    "zero-4": ((4,), "diagonalizable"),
    "identity-3": ((3,), "diagonalizable"),
    "two-numbers": ((1, 1), "diagonalizable-distinct"),
    "golden": ((1, 1), "diagonalizable-distinct"),
    "quarter-turn": ((1, 1), "diagonalizable-distinct"),
    "double-root": ((1,), "not-diagonalizable"),
    "defective": ((1, 1), "not-diagonalizable"),
    "symmetric": ((2, 1), "diagonalizable"),
    "rank-one": ((2, 1), "diagonalizable"),
    "nilpotent-3": ((1,), "not-diagonalizable"),
    "nilpotent-hidden": ((2,), "not-diagonalizable"),
    "irreducible-cubic": ((1, 1, 1), "diagonalizable-distinct"),
    "square-of-quadratic": ((1, 1), "not-diagonalizable"),
    "sympy-20752": ((1, 2), "diagonalizable"),
    "parameters": ((1, 1), "diagonalizable-distinct"),
    "parameter-triangular": ((1, 1), "diagonalizable-distinct"),
    "large-identity": ((6,), "diagonalizable"),
    "large-6": ((1, 1, 1, 1, 1), "not-diagonalizable"),
}


def step_of(matrix: Any, convention: Any = "A - λI") -> Diagonalizability:
    """The step."""
    (step,) = diagonalizability(telling(matrix, convention))
    return step


@pytest.mark.parametrize("name", TABLE)
def test_the_verdict_follows(name: str) -> None:
    """The last sentence says what the dimensions come to."""
    step = step_of(MATRICES[name])
    assert step.verdict[-1].name == TABLE[name][1]
    defective = [m for m in step.verdict if m.name == "defective"]
    assert bool(defective) == (TABLE[name][1] == "not-diagonalizable")


@pytest.mark.parametrize("name", TABLE)
def test_dimensions_add_up(name: str) -> None:
    """The sum of the dimensions is written out, one term for each eigenvalue, and is n or not."""
    step, (dimensions, verdict) = step_of(MATRICES[name]), TABLE[name]
    n = len(MATRICES[name])
    first = step.total.sides[0]
    assert sorted(first.terms if isinstance(first, Sum) else [first]) == sorted(map(Integer, dimensions))
    assert (sum(dimensions) == n) == (verdict != "not-diagonalizable")
    assert step.total.unequal == (None if sum(dimensions) == n else n)
    assert n in (step.total.sides[-1], step.total.unequal)


@pytest.mark.parametrize("name", ["double-root", "defective", "nilpotent-hidden", "square-of-quadratic", "large-6"])
def test_a_defective_eigenvalue_has_its_numbers(name: str) -> None:
    """Both multiplicities of a defective eigenvalue are told, and the geometric one is smaller."""
    T = telling(MATRICES[name])
    told = [dict(m.arguments) for m in step_of(MATRICES[name]).verdict if m.name == "defective"]
    cases = [case.component for case in T.cases if case.component.is_defective]
    assert [(m["algebraic"], m["geometric"]) for m in told] == [
        (c.algebraic_multiplicity, c.geometric_multiplicity) for c in cases
    ]
    assert all(m["algebraic"] > m["geometric"] == m["vectors"] for m in told)


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_the_step_passes_its_check(name: str, convention: Any) -> None:
    """Every dimension is right."""
    assert step_of(MATRICES[name], convention).check()


@given(rational_matrices(max_size=5))
def test_dimensions_are_those_that_were_planted(planted: Any) -> None:
    """The dimensions add up to the number of planted blocks, and the verdict is that they are all of size 1."""
    step = step_of(planted.rows)
    sizes = [size for p, blocks in planted.structure.items() for size in blocks for _ in p[1:]]
    assert step.total.sides[-1] == len(sizes)
    assert (step.verdict[-1].name != "not-diagonalizable") == (set(sizes) == {1})


def test_nothing_is_counted_in_the_empty_matrix() -> None:
    """There is no step for 0×0."""
    assert list(diagonalizability(telling([]))) == []


WRONG: dict[str, tuple[str, Any]] = {
    "a dimension too much": (
        "defective",
        lambda s: replace(s, dimensions=(_last(s.dimensions[0], 2), s.dimensions[1])),
    ),
    "no dimension": ("defective", lambda s: replace(s, dimensions=(_last(s.dimensions[0], 0), s.dimensions[1]))),
    "a sum too much": ("defective", lambda s: replace(s, total=_last(s.total, 3))),
    "equal where it is not": ("symmetric", lambda s: replace(s, total=replace(s.total, unequal=Integer(3)))),
    "the dimension for another λ": (
        "irreducible-cubic",
        lambda s: replace(s, dimensions=(replace(s.dimensions[0], modulus=Symbol("lambda") - 1),)),
    ),
}


def _last(statement: Equality, value: int) -> Equality:
    return replace(statement, sides=(*statement.sides[:-1], Integer(value)))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_count_is_refused(name: str) -> None:
    """A step with a wrong dimension or a wrong sum does not pass."""
    matrix, edit = WRONG[name]
    step = step_of(MATRICES[matrix])
    assert step.check()
    assert not edit(step).check()
