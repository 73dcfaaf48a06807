"""The last step: the answer in a sentence, and the freedom that there was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sympy import Expr

from symeig import solve
from symeig.worked.formulas import Formula, Words, parts_of
from symeig.worked.messages import Message
from symeig.worked.rules.conclusion import Conclusion, conclusion
from symeig.worked.steps import Paragraph
from tests.unit.worked.matrices import MATRICES, telling


def last(matrix: Any, goal: str, **options: Any) -> Conclusion:
    """The conclusion of a solution."""
    step = solve(matrix, goal=goal, **options).steps[-1]
    assert isinstance(step, Conclusion)
    return step


def written(thing: Any) -> Iterator[Formula]:
    """All formulas in a message or formula, those inside words too."""
    if isinstance(thing, Message):
        for formula in thing.formulas():
            yield from written(formula)
    elif isinstance(thing, Words):
        yield from written(thing.message)
    else:
        yield thing
        for part in parts_of(thing):
            yield from written(part)


# A matrix, a goal, the answer, and the kinds of freedom.
TABLE: dict[str, tuple[str, str, str, list[str]]] = {
    "eigenvalues": ("defective", "eigenvalues", "eigenvalues", []),
    "eigenvectors": ("two-numbers", "eigenvectors", "eigenvectors", ["multiples"]),
    "distinct": ("two-numbers", "auto", "diagonalize", ["multiples", "order-of-columns"]),
    "a plane": ("symmetric", "diagonalize", "diagonalize", ["multiples", "order-of-columns", "bases"]),
    "defective": ("defective", "jordan", "jordan", ["chains", "order-of-blocks"]),
    "defective, auto": ("defective", "auto", "jordan", ["chains", "order-of-blocks"]),
    "symmetric": ("symmetric", "orthogonal", "orthogonal", ["signs", "order-of-columns", "rotations"]),
    "symmetric, distinct": ("golden", "orthogonal", "orthogonal", ["signs", "order-of-columns"]),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_answer_is_that_of_the_goal(name: str) -> None:
    """The answer says what was found, and the freedom is that of what was found."""
    matrix, goal, answer, freedom = TABLE[name]
    step = last(MATRICES[matrix], goal)
    assert step.answer.name == f"answer-{answer}"
    assert [m.name for m in step.freedom] == [f"freedom-{x}" for x in freedom]


@pytest.mark.parametrize("name", TABLE)
def test_freedom_is_told_from_the_second_level_on(name: str) -> None:
    """At level 1 the answer stands alone."""
    matrix, goal, _, freedom = TABLE[name]
    step = last(MATRICES[matrix], goal)
    said = [[m for b in step.tell(level) if isinstance(b, Paragraph) for m in b.sentences] for level in (1, 2, 3)]
    assert step.answer in said[0]
    assert not set(step.freedom) & set(said[0])
    assert said[1] == said[2]
    assert [m for m in said[1] if m.name.startswith("freedom-")] == list(step.freedom)
    assert len(step.freedom) == len(freedom)


@pytest.mark.parametrize("name", ["two-numbers", "golden", "quarter-turn", "defective", "parameter-splits"])
def test_the_answer_has_every_eigenvalue(name: str) -> None:
    """Each eigenvalue that has a value is in the answer of the goal "eigenvalues"."""
    T = telling(MATRICES[name])
    shown = [f for f in written(last(MATRICES[name], "eigenvalues").answer) if isinstance(f, Expr)]
    assert [case.value for case in T.cases if case.value not in shown] == []


@pytest.mark.parametrize("name", ["irreducible-cubic", "companion-4", "parameters", "dense-5"])
def test_the_answer_names_those_that_are_told_together(name: str) -> None:
    """Eigenvalues without a value are in the answer by their names; λ alone is not an answer."""
    T = telling(MATRICES[name])
    shown = [f for f in written(last(MATRICES[name], "eigenvalues").answer) if isinstance(f, Expr)]
    wanted = [T.name(place) for case in T.cases if case.modulus is not None for place in case.places]
    assert [x for x in wanted if x not in shown] == []


@pytest.mark.parametrize("goal", ["auto", "eigenvalues", "eigenvectors", "diagonalize", "jordan"])
def test_the_empty_matrix_has_an_answer(goal: str) -> None:
    """0×0 has no eigenvalues, and the answer says so."""
    step = last([], goal)
    assert (step.answer.name, step.freedom, step.after) == ("answer-empty", (), None)


@pytest.mark.parametrize("name", MATRICES)
def test_the_step_passes_its_check(name: str) -> None:
    """Every equality that is shown in the answer is true."""
    (step,) = conclusion(telling(MATRICES[name]), "eigenvalues")
    assert step.check()


@pytest.mark.parametrize("convention", ["A - λI", "λI - A"])
def test_the_answer_does_not_depend_on_the_convention(convention: Any) -> None:
    """Both conventions come to the same answer."""
    for goal in ("eigenvalues", "jordan"):
        assert last(MATRICES["defective"], goal, convention=convention) == last(MATRICES["defective"], goal)
