"""What was assumed about parameters: for other values the solution says nothing, for these it is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sympy import Expr, I, ImmutableMatrix, Rational, Symbol, cos, expand, pi, sin, sqrt, symbols

from symeig import eigensystem, solve
from symeig.worked.formulas import List, Relation
from symeig.worked.messages import say
from symeig.worked.rules.conclusion import conclusion
from symeig.worked.rules.conditions import Conditions, SpecialCase, conditions
from symeig.worked.steps import Step
from tests.unit.worked.matrices import MATRICES, telling

a, b, c, d, k = symbols("a b c d k")
t = Symbol("t", real=True)

# A matrix, and values of its parameters for which the generic solution is wrong or has no meaning.
EXCEPTIONS: dict[str, tuple[Any, list[dict[Symbol, Any]]]] = {
    "two equal eigenvalues": ([[k, 1], [0, 1]], [{k: 1}]),
    "a discriminant": ([[a, b], [1, 0]], [{a: 0, b: 0}, {a: 2, b: -1}]),
    "the general matrix": ([[a, b], [c, d]], [{a: 1, b: 0, c: 0, d: 1}, {a: 0, b: 1, c: 0, d: 0}]),
    "a denominator": ([[1, 1 / (a - 2)], [0, 2]], [{a: 2}]),
    "three roots of a": ([[0, 0, a], [1, 0, 0], [0, 1, 0]], [{a: 0}]),
    "a defect that vanishes": ([[1, a], [0, 1]], [{a: 0}]),
    "a sine": ([[cos(t), -sin(t)], [sin(t), cos(t)]], [{t: 0}, {t: pi}]),
}
# A matrix with parameters for which the generic solution is right for all values.
ALWAYS: dict[str, Any] = {
    "1×1": [[a]],
    "a multiple of the identity": [[a, 0], [0, a]],
    "a shifted matrix": [[k, 1], [1, k]],
    "a shear": [[a, 1], [0, a]],
}


def stated(matrix: Any) -> Conditions:
    """The step of a whole solution."""
    (step,) = (step for step in solve(matrix).steps if isinstance(step, Conditions))
    return step


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_excluded(name: str) -> None:
    """For values at which the solution fails, one of the conditions is not met."""
    matrix, exceptions = EXCEPTIONS[name]
    found = stated(matrix).nonzero
    for values in exceptions:
        assert any(x.subs(values).equals(0) for x in found), values


@pytest.mark.parametrize("name", ALWAYS)
def test_nothing_is_assumed_without_need(name: str) -> None:
    """Where the solution is right for all values, nothing is assumed, and that is said."""
    step = stated(ALWAYS[name])
    assert (step.nonzero, step.after, step.remarks) == ((), None, ())
    assert step.why is not None
    assert step.why.name == "nothing-assumed"


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_conditions_are_listed_once(name: str) -> None:
    """Each condition is stated once, as x ≠ 0, and is an expression in parameters."""
    step = stated(EXCEPTIONS[name][0])
    assert len({str(expand(x)) for x in step.nonzero}) == len(step.nonzero)
    assert all(x.free_symbols for x in step.nonzero)
    assert isinstance(step.after, List)
    assert all(isinstance(r, Relation) and (r.sign, r.terms[1]) == ("≠", 0) for r in step.after.items)
    assert step.why is not None
    assert (step.why.name, dict(step.why.arguments)["count"]) == ("assumed-nonzero", len(step.nonzero))


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_what_a_step_assumed_is_stated(name: str) -> None:
    """Nothing that a step divided by is forgotten."""
    found = solve(EXCEPTIONS[name][0])
    place = next(k for k, step in enumerate(found.steps) if isinstance(step, Conditions))
    last = found.steps[place]
    assumed = [x for step in found.steps[:place] for x in step.assumed]
    wanted = [x for x in found.eigensystem.conditions if x.kind == "nonzero"]
    assert all(_is_among(x, last.nonzero) for x in [*assumed, *(w.expr for w in wanted)])


def _is_among(x: Expr, known: tuple[Expr, ...]) -> bool:
    return any((x - y).equals(0) for y in known)


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_the_solution_holds_where_the_conditions_do(name: str) -> None:
    """With numbers for the parameters that meet the conditions, the number of eigenvalues is the generic one."""
    matrix, _ = EXCEPTIONS[name]
    letters = sorted({s for row in matrix for x in row if isinstance(x, Expr) for s in x.free_symbols}, key=str)
    values = {s: Rational(2 * k + 3, 7) if s != t else pi / 3 for k, s in enumerate(letters)}
    found = solve(matrix)
    (step,) = (s for s in found.steps if isinstance(s, Conditions))
    assert not any(x.subs(values).equals(0) for x in step.nonzero)
    numbers = eigensystem([[x.subs(values) if isinstance(x, Expr) else x for x in row] for row in matrix])
    sizes = [sorted(s.block_sizes for s in e.eigenspaces) for e in (numbers, found.eigensystem)]
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("name", ["two-numbers", "defective", "golden", "irreducible-cubic", "surd-2", "complex"])
def test_numbers_have_no_conditions(name: str) -> None:
    """Without parameters there is no such step, √2 and i in the entries or not."""
    assert list(conditions(telling(MATRICES[name]), [])) == []


def test_assumptions_of_other_steps_are_joined() -> None:
    """What a step before assumed is added to what the eigensystem assumes, and not twice."""
    T = telling([[k, 1], [0, 1]])
    (other,) = conclusion(T, "jordan")
    (alone,) = conditions(T, [])
    (both,) = conditions(T, [replace(other, assumed=(k + 5,)), replace(other, assumed=(k + 5, *alone.nonzero))])
    assert both.nonzero == (*alone.nonzero, k + 5)


def test_realness_is_a_remark() -> None:
    """A condition that is no inequality is told as a sentence, one for each."""
    T = telling([[k, 1], [0, 1]])
    kinds = [x.kind for x in T.system.conditions]
    (step,) = conditions(T, [])
    assert [r.name for r in step.remarks] == [f"condition-{x}" for x in kinds if x != "nonzero"] + ["other-values"]


def test_a_condition_claims_nothing() -> None:
    """The step passes its check as it is: it states nothing that is to be proved."""
    step: Step = stated([[k, 1], [0, 1]])
    assert step.claim == ()
    assert step.check()
    assert step.goal == say("section-conditions")


def test_names_are_those_of_the_parameters() -> None:
    """The sentence about other values names each parameter once, in order, whatever else is in the field."""
    (step,) = conditions(telling([[sqrt(2) * b, I], [a, 1]]), [])
    assert step.why is not None
    assert dict(step.why.arguments)["names"] == List((a, b))


# --- the values that were left out ----------------------------------------------------------------------------------

# A matrix; for each special case the parameter, its value, the diagonal of the form, its letter, and what it assumes.
SPECIAL: dict[str, tuple[Any, list[tuple[Symbol, Any, list[Any], str, tuple[Expr, ...]]]]] = {
    "one value": ([[k, 1], [0, 1]], [(k, 1, [1, 1], "J", ())]),
    "a value that is diagonal": ([[1, a], [0, 1]], [(a, 0, [1, 1], "D", ())]),
    "a value with a parameter": ([[a, 1], [0, b]], [(a, b, [b, b], "J", ())]),
    "a curve": ([[a, b], [1, 0]], [(b, -(a**2) / 4, [a / 2, a / 2], "J", ())]),
    "a nilpotent matrix": ([[0, 0, a], [1, 0, 0], [0, 1, 0]], [(a, 0, [0, 0, 0], "J", ())]),
    "with a condition of its own": ([[a, b], [c, d]], [(c, 0, [d, a], "D", (a - d,))]),
    "none": ([[k, 1], [1, k]], []),
}


def special(matrix: Any) -> list[SpecialCase]:
    """The special cases of a whole solution."""
    return [step for step in solve(matrix).steps if isinstance(step, SpecialCase)]


@pytest.mark.parametrize("name", SPECIAL)
def test_special_cases_are_told(name: str) -> None:
    """For a value that was left out the form is another one, which is told with what it assumes in its turn."""
    matrix, wanted = SPECIAL[name]
    found = special(matrix)
    assert [(s.symbol, s.value, s.form.letter[0]) for s in found] == [(x, v, letter) for x, v, _, letter, _ in wanted]
    for step, (_, _, diagonal, _, assumed) in zip(found, wanted, strict=True):
        assert sorted(map(str, step.form.value.diagonal())) == sorted(map(str, diagonal))
        assert all(_is_among(x, assumed) for x in step.assumed)
        assert len(step.assumed) == len(assumed)


@pytest.mark.parametrize("name", SPECIAL)
def test_special_cases_are_right(name: str) -> None:
    """The matrix is the given one with the value in it, SymPy multiplies A P and P J to the same, and P is regular."""
    matrix, _ = SPECIAL[name]
    for step in special(matrix):
        assert step.A.value == ImmutableMatrix(matrix).subs(step.symbol, step.value)
        A, P, J = (ImmutableMatrix(x.value) for x in (step.A, step.P, step.form))
        assert (A * P - P * J).expand() == 0 * A
        assert P.det().expand() != 0
        assert J.is_diagonal() == step.form.letter.startswith("D")
        assert step.check()


@pytest.mark.parametrize("name", SPECIAL)
def test_a_special_case_violates_a_condition(name: str) -> None:
    """Each special case is one in which a condition of the general solution fails."""
    found = special(SPECIAL[name][0])
    for step in found:
        assert any(x.subs(step.symbol, step.value).equals(0) for x in stated(SPECIAL[name][0]).nonzero)
    assert len({step.id for step in found}) == len(found)


def test_special_cases_are_for_the_whole_way_only() -> None:
    """The goal "eigenvalues" has none."""
    assert not any(isinstance(step, SpecialCase) for step in solve([[k, 1], [0, 1]], goal="eigenvalues").steps)


WRONG: dict[str, Any] = {
    "another value": lambda s: replace(s, value=s.value + 1),
    "another matrix": lambda s: replace(s, A=replace(s.A, value=ImmutableMatrix(2 * s.A.value))),
    "another form": lambda s: replace(s, form=replace(s.form, value=ImmutableMatrix(s.form.value.T))),
    "columns exchanged": lambda s: replace(s, P=replace(s.P, value=ImmutableMatrix(s.P.value[:, ::-1]))),
    "no vectors": lambda s: replace(s, P=replace(s.P, value=ImmutableMatrix(0 * s.P.value))),
    "another general matrix": lambda s: replace(s, general=ImmutableMatrix(s.general.T)),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_special_case_is_refused(name: str) -> None:
    """A special case with another value, matrix, form or P does not pass."""
    (step,) = special([[k, 1], [0, 1]])
    assert step.check()
    assert not WRONG[name](step).check()
