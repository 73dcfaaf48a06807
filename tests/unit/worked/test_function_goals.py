"""Goals that are functions of the matrix, its definiteness, or its discs: what a reader finds in the solutions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from sympy import ImmutableMatrix, Rational, Symbol, exp, simplify, zeros

from symeig import eigensystem, solve
from symeig.errors import InputError, NotHermitianError, SingularMatrixError, UndecidedError
from symeig.worked.rules.functions import FunctionOfMatrix
from symeig.worked.solution import WorkedSolution
from tests.strategies import DOMAINS, Planted, matrices_over, planted, symmetric_matrices

n, t = Symbol("n"), Symbol("t")
FEW = settings(max_examples=settings().max_examples // 3)


def result(solution: WorkedSolution) -> ImmutableMatrix:
    """The function of the matrix that a solution arrives at."""
    return next(step.result for step in solution.steps if isinstance(step, FunctionOfMatrix))


def same(A: ImmutableMatrix, B: Any) -> bool:
    """Whether two matrices are equal by simplification of their difference."""
    return (A - ImmutableMatrix(B)).applyfunc(simplify) == zeros(*A.shape)


@pytest.mark.parametrize(
    "rows", [[[2, 1], [2, 3]], [[3, -1, 1], [2, 0, 1], [1, -1, 2]], [[0, 1], [0, 0]], [[1, 1], [1, 0]]]
)
def test_a_power_with_a_letter(rows: list[list[int]]) -> None:
    """The solution arrives at the power that the engine finds, and at the right numbers."""
    found = result(solve(rows, goal="power"))
    assert same(found, eigensystem(rows).power(n))
    assert same(found.subs(n, 4), ImmutableMatrix(rows) ** 4)


@pytest.mark.parametrize("k", [10, 0, -2, "3"])
def test_a_power_with_a_number(k: Any) -> None:
    """An integer exponent gives numbers."""
    assert result(solve([[2, 1], [2, 3]], goal="power", argument=k)) == ImmutableMatrix([[2, 1], [2, 3]]) ** int(k)


def test_a_power_is_written_without_needless_fractions() -> None:
    """n·2ⁿ/2 is written as n·2ⁿ⁻¹, in the blocks and in the result."""
    text = solve([[2, 1], [0, 2]], goal="power").to_text()
    assert "n·2^(n − 1)" in text
    assert "2^n/2" not in text


def test_a_power_of_0_is_explained() -> None:
    """A Kronecker delta comes with what it is."""
    text = solve([[1, -1], [-1, 1]], goal="power").to_text()
    assert "δ(n, 0)" in text
    assert "δ(n, k) is 1 if n = k and 0 otherwise" in text.replace("\n", " ")


def test_an_exponential_and_an_inverse() -> None:
    """exp(tA) with a letter, real for a real matrix; A⁻¹ in fractions."""
    found = result(solve([[1, -2], [2, 1]], goal="exponential", argument="s"))
    s = Symbol("s")
    assert same(found, eigensystem([[1, -2], [2, 1]]).exp(s))
    assert found.has(exp(s))
    assert result(solve([[2, 1], [2, 3]], goal="inverse")) == ImmutableMatrix([[3, -1], [-2, 2]]) * Rational(1, 4)


def test_implicit_roots_are_told_as_a_sum() -> None:
    """Where eigenvalues are not written out, the function is a sum over projections."""
    kinds = [step.kind for step in solve("0 0 1; 1 0 1; 0 1 0", goal="exponential").steps]
    assert "spectral-part" in kinds
    assert kinds[-2:] == ["function-as-sum", "conclusion"]


def test_letters_do_not_clash() -> None:
    """A matrix that has n and t gets another letter, and a letter of the question is no name of a free parameter."""
    assert result(solve("n 0; 0 1", goal="power")).has(Symbol("k"))
    solution = solve("2 0; 0 2", goal="exponential")
    assert "e^(2t)" in solution.to_text()
    assert Symbol("t") not in {x for step in solution.steps for x in getattr(step, "free", ())}


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: solve("1 2; 2 4", goal="inverse"), SingularMatrixError, "A v = 0"),
        (lambda: solve("1 2; 2 4", goal="power", argument=-1), SingularMatrixError, "A v = 0"),
        (lambda: solve("2 1; 2 3", goal="power", argument="1/2"), InputError, "a letter or an integer"),
        (lambda: solve("2 1; 2 3", goal="exponential", argument=2), InputError, "has a letter"),
        (lambda: solve("n 1; 2 3", goal="power", argument="n"), InputError, "already"),
        (lambda: solve("2 1; 2 3", goal="power", argument="lambda"), InputError, "already"),
        (lambda: solve("2 1; 2 3", goal="power", argument="P"), InputError, "argument is 'P'"),
        (lambda: solve("2 1; 2 3", goal="jordan", argument="n"), InputError, "has none"),
        (lambda: solve("n k; m 3", goal="power"), InputError, "No usual letter"),
        (lambda: solve("1 2; 3 4", goal="definiteness"), NotHermitianError, "not Hermitian"),
        (lambda: solve("1 k; k 1", goal="definiteness"), UndecidedError, "depends on parameters"),
    ],
)
def test_questions_that_are_refused(call: Any, kind: type[Exception], words: str) -> None:
    """What has no answer, and what cannot be told, is said at once."""
    with pytest.raises(kind, match=words):
        call()


@pytest.mark.parametrize("goal", ["power", "inverse", "exponential", "definiteness", "gershgorin"])
def test_the_empty_matrix(goal: str) -> None:
    """A matrix without rows gets a sentence."""
    assert [step.kind for step in solve([], goal=goal).steps] == ["statement", "conclusion"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[2, 1], [1, 2]], "A is positive definite."),
        ([[-2, 1], [1, -2]], "A is negative definite."),
        ([[1, 1], [1, 1]], "A is positive semidefinite, but not positive definite."),
        ([[0, 0, 0], [0, 1, 2], [0, 2, 1]], "A is indefinite."),
        ([[0]], "A is positive semidefinite and negative semidefinite."),
    ],
)
def test_definiteness(rows: Any, words: str) -> None:
    """The answer is one word; a definite matrix is judged twice."""
    solution = solve(rows, goal="definiteness")
    assert solution.to_text().rstrip().endswith(words)
    is_definite = words in {"A is positive definite.", "A is negative definite."}
    assert is_definite == any(step.kind == "leading-minors" for step in solution.steps)


def test_the_discs_of_the_lesson() -> None:
    """Radii 0.3, 0.6, 0.8 and 0.9; one eigenvalue in each disc; no eigenvalue below 0.6 in the exercise."""
    text = solve("1 .1 .1 .1; .1 3 .2 .3; .1 .2 5 .5; .1 .3 .5 9", goal="gershgorin").to_text()
    assert all(f"= {radius}\n" in text for radius in ("3/10", "3/5", "4/5", "9/10"))
    assert "No two of the discs meet." in text
    exercise = solve("3 .1 .3 1; .1 1 .1 .2; .3 .1 5 0; 1 .2 0 1.8", goal="gershgorin").to_text()
    assert "between 3/5 and 27/5" in exercise.replace("\n", " ")


@FEW
@given(planted(max_size=4))
def test_powers_of_matrices_of_every_structure(matrix: Planted) -> None:
    """Every solution passes its own proof: I at n = 0, and one more factor A in each step."""
    assert solve(matrix.rows, goal="power").check()


@FEW
@given(planted(max_size=4))
def test_exponentials_of_matrices_of_every_structure(matrix: Planted) -> None:
    """Every solution passes its own proof: I at t = 0, and the derivative is A times itself."""
    assert solve(matrix.rows, goal="exponential").check()


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_powers_over_other_fields(name: str) -> None:
    """The same over number fields and with parameters."""

    @FEW
    @given(matrices_over(name, max_size=3))
    def law(matrix: Planted) -> None:
        assert solve(matrix.rows, goal="power").check()

    law()


@FEW
@given(symmetric_matrices(max_size=4))
def test_every_symmetric_matrix_has_a_word(rows: list[list[int]]) -> None:
    """The solution ends with the word that the engine finds."""
    word = eigensystem(rows).definiteness
    assert solve(rows, goal="definiteness").steps[-1].answer.name == f"answer-is-{word.replace(' ', '-')}"


@FEW
@given(planted(max_size=4))
def test_every_matrix_has_discs(matrix: Planted) -> None:
    """The discs of rows and columns, and what they contain, pass their check."""
    assert solve(matrix.rows, goal="gershgorin").check()


def test_eigenvalues_with_parameters_that_must_not_be_zero() -> None:
    """An inverse divides by them, and a power of a block too."""
    for matrix, goal, assumed in (("a 1; 0 b", "inverse", "b ≠ 0, a ≠ 0"), ("a 1; 0 a", "power", "a ≠ 0")):
        assert assumed in solve(matrix, goal=goal).to_text()


def test_discs_with_undeclared_parameters() -> None:
    """Radii have absolute values in them, and nothing is said of what meets."""
    text = solve("1 a+b; 0 2", goal="gershgorin").to_text()
    assert "radius |a + b|" in text
    assert "connected" not in text


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_answer_has_the_result_at_every_level(level: int) -> None:
    """A brief solution ends with the matrix, too; one with implicit roots with its numbers."""
    text = solve("2 1; 2 3", goal="inverse", level=level).to_text()
    assert text.rstrip().endswith("⎣ −1/2   1/2 ⎦")
    assert solve("0 0 1; 1 0 1; 0 1 0", goal="inverse", level=level).to_text().rstrip().endswith("⎣  1  0  0 ⎦")


def test_a_power_says_for_which_exponents_it_is() -> None:
    """The task names the range of n; a number needs none."""
    assert "for all integers n ≥ 0" in solve("2 1; 2 3", goal="power").to_text().replace("\n", " ")
    assert "integers" not in solve("2 1; 2 3", goal="power", argument=7).to_text()
