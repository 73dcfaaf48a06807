"""Steps to eigenspaces: every matrix of a table is told, checked, and wrong variants are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import matrices_over, planted, rational_matrices
from sympy import ImmutableMatrix, Integer, Symbol, symbols

from symeig import eigensystem
from symeig.worked.formulas import Equality, Minus, Name, Reduction, Relation, Sum, Tuple
from symeig.worked.messages import catalogue, say
from symeig.worked.rules.eigenspaces import Eigenspace, Entries, RowReduction, basis, eigenspace
from symeig.worked.steps import Paragraph, Step
from symeig.worked.telling import Telling

a, b = symbols("a b")
GOAL = say("section-task")

TABLE: dict[str, Any] = {
    "1x1": [[5]],
    "1x1 zero": [[0]],
    "1x1 parameter": [["a"]],
    "two integers": [[4, 1], [2, 3]],
    "fraction in the solution": [[1, 2], [3, 2]],
    "identity 2": [[1, 0], [0, 1]],
    "zero 3": [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
    "minus identity": [[-1, 0], [0, -1]],
    "diagonal": [[3, 0, 0], [0, -1, 0], [0, 0, 2]],
    "nilpotent 2": [[0, 1], [0, 0]],
    "nilpotent 4": [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]],
    "nilpotent square zero": [[0, 0, 1], [0, 0, 2], [0, 0, 0]],
    "defective 3": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "defective, two vectors": [[2, 1, 0], [0, 2, 0], [0, 0, 2]],
    "symmetric": [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    "all ones": [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
    "dimension 3 of 4": [[4, 1, -1, 2], [2, 5, -2, 4], [1, 1, 2, 2], [0, 0, 0, 3]],
    "triangular": [[1, 2, 3], [0, 4, 5], [0, 0, 6]],
    "permutation": [[0, 0, 1], [1, 0, 0], [0, 1, 0]],
    "projection": [[2, -2, -4], [-1, 3, 4], [1, -2, -3]],
    "rational entries": [["1/2", "1/3"], ["1/4", "5/6"]],
    "rational entries, rational values": [["1/2", "1/2"], ["1/3", "2/3"]],
    "golden ratio": [[1, 1], [1, 0]],
    "square root of two": [[0, 2], [1, 0]],
    "surds with fractions": [["1/2", "1/3"], ["1/4", "1/5"]],
    "surd 3x3": [["1/2", "3/4", 0], ["1/3", 0, 1], [1, 1, 1]],
    "rotation": [[0, -1], [1, 0]],
    "complex pair": [[1, 2], [-1, 3]],
    "complex pair with a surd": [[1, 3], [-1, 0]],
    "complex 3x3": [[1, -2, 0], [2, 1, 0], [1, 1, 3]],
    "double complex pair": [[0, -1, 1, 0], [1, 0, 0, 1], [0, 0, 0, -1], [0, 0, 1, 0]],
    "cubic": [[0, 1, 0], [0, 0, 1], [1, 1, 0]],
    "dense cubic": [[2, 3, 1], [5, -3, 2], [7, 1, 1]],
    "casus irreducibilis": [[2, 1, 0], [1, 1, 1], [0, 1, 0]],
    "quartic": [[0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 1]],
    "dense 4": [[0, 1, 4, 2], [3, 5, 2, 1], [6, 2, 0, 0], [2, 6, 3, 0]],
    "dense 5": [[5, 1, 0, 0, 1], [1, 4, 1, 0, 0], [0, 1, 3, 1, 0], [0, 0, 1, 2, 1], [6, 6, 5, 3, 2]],
    "large": [[1 if i != j else 3 for i in range(6)] for j in range(6)],
    "large with surds": [[0, 2, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], *([0] * 6 for _ in range(4))],
    "number field": [["sqrt(2)", 1], [1, 0]],
    "number field 3x3": [["sqrt(2)", 1, 0], [0, "sqrt(2)", 1], [1, 0, 1]],
    "split over a number field": [["1+sqrt(2)", 1], [0, "sqrt(2)"]],
    "Gaussian": [["i", 1], [1, 0]],
    "Gaussian 3x3": [["i", 1, 0], [2, 3, 1], [0, 1, "i"]],
    "Hermitian": [[2, "1+i"], ["1-i", 3]],
    "parameter": [["a", 1], [1, "a"]],
    "parameters in a quadratic": [["a", 1], ["b", 0]],
    "parameters in a cubic": [["a", 1, 0], [0, 0, 1], [1, "b", 0]],
    "parameter, triangular": [["a", 1, 0], [0, "b", 1], [0, 0, 0]],
    "parameter, defective": [["a", 1], [0, "a"]],
    "parameter and λ": [[1, 2, 0], ["a", 1, 1], [0, 0, "a"]],
    "fractions of parameters": [["1/a", "a/b"], [0, "b"]],
    "number field with a parameter": [["sqrt(2)*a", 1], [0, "a"]],
    "angle": [["cos(t)", "-sin(t)"], ["sin(t)", "cos(t)"]],
}


def telling_of(A: Any, convention: Any = "A - λI") -> Telling:
    """An eigensystem with unknowns x₁, …, xₙ and parameters t₁, …, tₙ."""
    system = eigensystem(A)
    n = system.dimension
    unknowns = tuple(Symbol(f"x_{k}") for k in range(1, n + 1))
    return Telling(system, convention, unknowns, tuple(Symbol(f"t_{k}") for k in range(1, n + 1)))


def steps_of(A: Any, convention: Any = "A - λI") -> list[Step]:
    """The steps of all cases, those too that would be told as conjugates."""
    telling = telling_of(A, convention)
    return [step for case in telling.cases for step in eigenspace(telling, case, GOAL)]


def one(A: Any, kind: type[Any], number: int = 0) -> Any:
    """One step of a kind."""
    return [step for step in steps_of(A) if isinstance(step, kind)][number]


def sentences(step: Step, level: int) -> Iterator[Any]:
    """The sentences of a step at a level."""
    for block in step.blocks(level):
        if isinstance(block, Paragraph):
            yield from block.sentences


@pytest.mark.parametrize("convention", ["A - λI", "λI - A"])
@pytest.mark.parametrize("name", TABLE)
def test_every_step_passes_its_check(name: str, convention: str) -> None:
    """All that is stated about a matrix is true."""
    for step in steps_of(TABLE[name], convention):
        assert step.check(), step.id


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("name", TABLE)
def test_every_sentence_is_in_the_catalogue(name: str, language: str) -> None:
    """Each level is told in each language."""
    words = catalogue(language)
    for step in steps_of(TABLE[name]):
        for level in (1, 2, 3):
            assert all(words.runs(sentence) for sentence in sentences(step, level))


@pytest.mark.parametrize("name", TABLE)
def test_basis_is_that_of_the_chains(name: str) -> None:
    """The vectors that are told are the first ones of the engine's chains."""
    telling = telling_of(TABLE[name])
    for case in telling.cases:
        *_, step = eigenspace(telling, case, GOAL)
        assert isinstance(step, Eigenspace)
        assert tuple(v.value for v in step.vectors) == basis(case) == tuple(chain[0] for chain in case.chains)


@given(planted(max_size=4) | rational_matrices(max_size=4))
def test_planted_structure_is_told(example: Any) -> None:
    """Steps of rational matrices of any structure pass their checks."""
    assert all(step.check() for step in steps_of(example.rows))


@given(st.sampled_from(["QQ(i)", "QQ(sqrt2)", "QQ(a)"]).flatmap(lambda name: matrices_over(name, max_size=3)))
def test_planted_structure_over_other_fields_is_told(example: Any) -> None:
    """Steps of matrices with roots and parameters pass their checks."""
    assert all(step.check() for step in steps_of(example.rows))


# --- what is told ---------------------------------------------------------------------------------------------------


def test_row_operation_of_the_first_example() -> None:
    """[[4, 1], [2, 3]], λ = 2: one operation, and the zero row is explained."""
    step = one([[4, 1], [2, 3]], RowReduction)
    assert [(x.target, x.scale, x.source, x.factor) for x in step.operation] == [(2, 1, 1, -1)]
    assert step.after == ImmutableMatrix([[2, 1], [0, 0]])
    assert [remark.name for remark in step.remarks] == ["zero-row-had-to-appear"]


def test_zero_row_is_explained_once() -> None:
    """The second eigenvalue does not repeat why there is a zero row."""
    assert one([[4, 1], [2, 3]], RowReduction, 1).remarks == ()


def test_choice_that_avoids_fractions() -> None:
    """x = −y/2: t = −2 avoids the fraction."""
    step = one([[4, 1], [2, 3]], Eigenspace)
    assert [choice.name for choice in step.choices] == ["choose-against-fractions"]
    assert step.chosen == ImmutableMatrix([[-2]])


def test_other_basis_is_said_by_its_parameters() -> None:
    """A basis that is not the one of unit parameters is reached by a choice of them."""
    step = one([[3, 2, 2], [2, 3, 2], [2, 2, 3]], Eigenspace)
    assert step.natural * step.chosen == ImmutableMatrix.hstack(*(v.value for v in step.vectors))
    assert step.chosen != ImmutableMatrix.eye(2)


def test_zero_matrix_has_no_equations() -> None:
    """A − λI = 0: every unknown is free."""
    step = one([[2, 0], [0, 2]], Eigenspace)
    assert step.equations == ()
    assert len(step.parameters) == 2


def test_reduced_matrix_is_said_to_be_so() -> None:
    """[[0, 1], [0, 0]] needs no operations."""
    step = one([[0, 1], [0, 0]], RowReduction)
    assert step.operation == ()
    assert [remark.name for remark in step.remarks] == ["already-reduced"]


@pytest.mark.parametrize(
    ("A", "name"),
    [
        ([[4, 1], [2, 3]], "dimension-of-simple"),
        ([[2, 0], [0, 2]], "dimension-is-largest"),
        ([[2, 1], [0, 2]], "dimension-is-smaller"),
    ],
)
def test_reason_for_the_dimension(A: Any, name: str) -> None:
    """Why the dimension had to be what it is."""
    assert [reason.name for reason in one(A, Eigenspace).reasons] == [name]


def test_large_matrix_has_no_row_operations() -> None:
    """Beyond 5 rows only results are told."""
    steps = steps_of(TABLE["large"])
    assert all(isinstance(step, Eigenspace) and step.natural is None for step in steps)


def test_brief_level_shows_first_and_last_matrix() -> None:
    """At level 1 no operation is shown."""
    step = one([[4, 1], [2, 3]], RowReduction)
    shown = [f for block in step.tell(1) for f in getattr(block, "formulas", ())]
    assert not any(isinstance(f, Reduction) for f in shown)
    assert Relation((step.before, step.after), "→") in shown


def test_full_level_shows_single_operations() -> None:
    """At level 3 a matrix stands between any two operations."""
    step = one(TABLE["defective 3"], RowReduction)
    shown = [f for block in step.tell(3) for f in getattr(block, "formulas", ()) if isinstance(f, Reduction)]
    assert all(len(group) == 1 for f in shown for group in f.operations)
    assert sum(len(f.operations) for f in shown) == len(step.operation)


def test_pivots_with_parameters_are_conditions() -> None:
    """[[a, 1], [b, 0]] is divided by b."""
    assert one([["a", 1], ["b", 0]], RowReduction).assumed == (b,)


def test_no_condition_without_parameters_in_pivots() -> None:
    """[[a, 1], [1, a]] has pivots that are numbers."""
    assert one([["a", 1], [1, "a"]], RowReduction).assumed == ()


def test_angles_are_conditions_without_fractions() -> None:
    """A rotation needs sin t ≠ 0."""
    assert [str(x) for x in one(TABLE["angle"], RowReduction).assumed] == ["sin(t)"]


def test_shared_roots_are_told_with_their_polynomial() -> None:
    """λ³ is replaced by λ + 1."""
    step = one(TABLE["cubic"], RowReduction)
    lam = Symbol("lambda")
    assert step.why is not None
    assert Equality((lam**3, lam + 1), modulus=lam**3 - lam - 1) in list(step.why.formulas())


def test_golden_ratio_is_written_with_its_root() -> None:
    """Coordinates are those of √5, so that denominators are seen."""
    case = telling_of([[1, 1], [1, 0]]).cases[1]
    entries = Entries.of(case)
    assert entries.write(entries.eigenvalue) == case.value


# --- wrong steps are refused ----------------------------------------------------------------------------------------


def changed(M: ImmutableMatrix) -> ImmutableMatrix:
    """A matrix with 1 added to its last entry."""
    return ImmutableMatrix(M.rows, M.cols, [*M.flat()[:-1], M.flat()[-1] + 1])


MATRICES = ["two integers", "golden ratio", "cubic", "parameter", "symmetric", "number field"]


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_matrix_is_refused(name: str) -> None:
    """An entry of the reduced form is changed."""
    step = one(TABLE[name], RowReduction)
    matrices = (*step.reduction.matrices[:-1], changed(step.after))
    assert not replace(step, reduction=replace(step.reduction, matrices=matrices)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_operation_is_refused(name: str) -> None:
    """An operation is left out."""
    step = one(TABLE[name], RowReduction)
    groups = (step.reduction.operations[0][1:], *step.reduction.operations[1:])
    assert not replace(step, reduction=replace(step.reduction, operations=groups)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_rank_is_refused(name: str) -> None:
    """The rank is one more."""
    step = one(TABLE[name], RowReduction)
    assert not replace(step, rank=step.rank + 1).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_shift_is_refused(name: str) -> None:
    """The matrix is not the one that is named."""
    step = one(TABLE[name], RowReduction)
    assert not replace(step, shifted=Minus(step.shifted)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_vector_is_refused(name: str) -> None:
    """A vector of the basis is changed."""
    step = one(TABLE[name], Eigenspace)
    wrong = Name("v_1", changed(step.vectors[0].value))
    assert not replace(step, vectors=(wrong, *step.vectors[1:])).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_solution_is_refused(name: str) -> None:
    """A vector of the general solution is changed."""
    step = one(TABLE[name], Eigenspace)
    assert not replace(step, natural=changed(step.natural)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_choice_is_refused(name: str) -> None:
    """A parameter is changed."""
    step = one(TABLE[name], Eigenspace)
    assert not replace(step, chosen=changed(step.chosen)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_dimension_is_refused(name: str) -> None:
    """The dimension is one more than the number of unknowns minus the rank."""
    step = one(TABLE[name], Eigenspace)
    sides = (step.dimension.sides[0], Sum((Integer(9), Minus(Integer(2)))))
    assert not replace(step, dimension=replace(step.dimension, sides=sides)).check()


@pytest.mark.parametrize("name", MATRICES)
def test_wrong_product_is_refused(name: str) -> None:
    """Av is changed in a check."""
    step = one(TABLE[name], Eigenspace)
    first, image, *others = step.checks[0].sides
    wrong = Tuple((image.entries[0] + 1, *image.entries[1:]))
    check = replace(step.checks[0], sides=(first, wrong, *others))
    assert not replace(step, checks=(check, *step.checks[1:])).check()


def test_dependent_vectors_are_refused() -> None:
    """A basis may not have a vector twice."""
    step = one(TABLE["symmetric"], Eigenspace)
    twice = (step.vectors[0], step.vectors[0])
    assert not replace(step, vectors=twice, chosen=step.chosen[:, [0, 0]]).check()
