"""What is noticed at first sight."""

from dataclasses import replace

import pytest
from hypothesis import given
from sympy import I, ImmutableMatrix, Integer, Rational, cos, sin, sqrt, symbols

from symeig import eigensystem
from symeig.worked.formulas import Equality, Product
from symeig.worked.messages import catalogue, languages
from symeig.worked.rules.shortcuts import Shortcut, remarks, shortcuts
from symeig.worked.steps import Paragraph
from symeig.worked.telling import Telling
from tests import strategies

a, b = symbols("a b")
third, half = Rational(1, 3), Rational(1, 2)

# Matrix, and the remarks that are told.
TABLE = [
    ([[5]], ["scalar"]),
    ([[0, 0], [0, 0]], ["scalar"]),
    ([[a, 0], [0, a]], ["scalar"]),
    ([[2, 0], [0, 3]], ["diagonal"]),
    ([[a, 0], [0, sqrt(2)]], ["diagonal"]),
    ([[1, 2, 3], [0, 1, 4], [0, 0, 2]], ["triangular"]),
    ([[1, 0], [2, sqrt(2)]], ["triangular"]),
    ([[0, 1], [0, 0]], ["triangular"]),
    ([[0, 1, 0], [0, 0, 1], [1, 0, 0]], ["permutation"]),
    ([[0, 1], [1, 0]], ["permutation", "hermitian"]),
    ([[1, 1, 0], [-1, -1, 0], [1, 1, 0]], ["nilpotent"]),
    ([[1, -1], [1, -1]], ["nilpotent"]),
    ([[2, -2, -4], [-1, 3, 4], [1, -2, -3]], ["idempotent"]),
    ([[third] * 3] * 3, ["idempotent", "hermitian"]),
    ([[3, -4], [2, -3]], ["involution"]),
    ([[3, 2, 2], [2, 3, 2], [2, 2, 3]], ["rank-one", "hermitian"]),
    ([[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], ["rank-one", "hermitian"]),
    ([[4, -1, 6], [2, 1, 6], [2, -1, 8]], ["rank-one"]),
    ([[a, 1, 1], [1, a, 1], [1, 1, a]], ["rank-one", "hermitian"]),
    ([[2, 1, -1], [1, 2, -1], [2, 2, -1]], ["rank-one"]),
    ([[1, 2, 0, 0], [3, 4, 0, 0], [1, 1, 0, 1], [1, 2, 1, 1]], ["block-triangular"]),
    ([[1, 2, 0], [3, 4, 0], [0, 0, 5]], ["block-triangular"]),
    ([[2, 1], [1, 3]], ["hermitian"]),
    ([[2, I], [-I, 2]], ["hermitian"]),
    ([[0, a], [a, 1]], ["hermitian"]),
    ([[0, 1, 2], [-1, 0, 3], [-2, -3, 0]], ["skew-hermitian"]),
    ([[I, 2], [-2, 3 * I]], ["skew-hermitian"]),
    ([[half, half], [Rational(1, 4), Rational(3, 4)]], ["stochastic"]),
    ([[half, third], [half, 2 * third]], ["stochastic"]),
    ([[4, 1], [2, 3]], ["row-sums"]),
    ([[sqrt(2), 1], [1 - a, sqrt(2) + a]], ["row-sums"]),
    ([[1, -1], [2, -2]], ["zero-row-sums"]),
    ([[3, -2], [5, -4]], ["row-sums"]),
    ([[4, 2], [1, 3]], ["column-sums"]),
    ([[cos(a), -sin(a)], [sin(a), cos(a)]], ["unitary"]),
    ([[0, 0, 2], [1, 0, 3], [0, 1, 4]], ["companion"]),
    ([[0, 1, 0], [0, 0, 1], [2, 3, 5]], ["companion"]),
    ([[1, 2, 3], [1, 0, 0], [0, 1, 0]], ["companion"]),
    ([[5, 1, 0], [3, 0, 1], [b, 0, 0]], ["companion"]),
    ([[1, 2, 3], [2, 4, 6], [1, 0, 5]], ["singular"]),
    ([[1, 2, 3], [4, 8, 5], [7, 14, 2]], ["singular"]),
    ([[1, 2, 3], [0, 0, 0], [1, 0, 5]], ["singular"]),
    ([[3, -1, 1], [2, 0, 1], [1, -1, 2]], []),
    ([[2, 5], [1, 7]], []),
]


def telling(rows, convention="A - λI"):
    """The telling of a matrix."""
    system = eigensystem(rows)
    return Telling(system, convention, symbols(f"x_1:{system.dimension + 1}"), symbols("t_1:5"))


def name(step):
    """The name of a remark."""
    return step.id.removeprefix("shortcut-")


@pytest.mark.parametrize(("rows", "names"), TABLE, ids=str)
def test_what_is_noticed(rows, names):
    """The most useful remarks are told, none that another one implies."""
    assert [name(step) for step in shortcuts(telling(rows)) if step.level <= 2] == names


@pytest.mark.parametrize("convention", ["A - λI", "λI - A"])
@pytest.mark.parametrize("rows", [row for row, _ in TABLE], ids=str)
def test_identities_are_true(rows, convention):
    """The identity of each remark holds for the matrix."""
    assert all(step.check() for step in shortcuts(telling(rows, convention)))


@pytest.mark.parametrize("rows", [row for row, names in TABLE if names], ids=str)
def test_identity_of_another_matrix_is_refused(rows):
    """A remark on one matrix is not true of another one."""
    for step in shortcuts(telling(rows)):
        wrong = replace(step.identity[-1], sides=(*step.identity[-1].sides, Integer(17)))
        assert not replace(step, identity=(*step.identity[:-1], wrong)).check()


def test_wrong_eigenvalue_is_refused():
    """A(1, 1) is 5(1, 1), not 6(1, 1)."""
    (step,) = shortcuts(telling([[4, 1], [2, 3]]))
    left, right = step.identity[0].sides
    wrong = Equality((left, Product((Integer(6), right.factors[1]))))
    assert step.check()
    assert not replace(step, identity=(wrong,)).check()


@pytest.mark.parametrize("rows", [[[5]], [[1, 0], [0, 2]], [[1, 1], [0, 1]]], ids=str)
def test_whole_argument_is_told_at_every_level(rows):
    """A remark that gives all eigenvalues is told in brief solutions too."""
    assert [step.level for step in shortcuts(telling(rows))] == [1]


def test_third_remark_is_told_in_full_solutions():
    """At the normal level there are two remarks at most."""
    rows = [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]
    assert [(name(step), step.level) for step in shortcuts(telling(rows))] == [
        ("permutation", 2),
        ("block-triangular", 2),
        ("hermitian", 3),
    ]


def test_remarks_are_all_that_hold():
    """Other rules learn of every remark, the implied ones too."""
    assert remarks(telling([[2, 0], [0, 3]])) == ("diagonal", "triangular", "block-triangular", "hermitian")


def test_empty_matrix_has_no_remarks():
    """A matrix without entries is not remarked on."""
    assert remarks(telling(ImmutableMatrix(0, 0, []))) == ()


def test_permutation_of_larger_order():
    """Cycles of lengths 2 and 3 come back after 6 steps."""
    rows = [[0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1], [0, 0, 1, 0, 0]]
    step = next(shortcuts(telling(rows)))
    assert step.identity[0].sides[0].exponent == 6
    assert step.check()


def test_rank_one_with_a_single_eigenvalue():
    """A = I + uvᵀ with vᵀu = 0 has no other eigenvalue than 1."""
    step = next(shortcuts(telling([[2, 1, -1], [1, 2, -1], [2, 2, -1]])))
    assert step.reason.name == "rank-one-defective"
    assert step.identity[-1].sides[1].exponent == 3
    assert step.check()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("rows", [row for row, _ in TABLE], ids=str)
def test_remarks_have_words(rows, language):
    """Every sentence is in every language, and no argument is missing."""
    words = catalogue(language)
    for step in shortcuts(telling(rows)):
        sentences = [s for block in step.blocks(3) if isinstance(block, Paragraph) for s in block.sentences]
        assert all(words.runs(s) for s in [step.goal, *sentences])


@given(strategies.planted(max_size=4))
def test_remarks_on_any_matrix(planted):
    """Whatever is remarked on a rational matrix is true."""
    assert all(isinstance(step, Shortcut) and step.check() for step in shortcuts(telling(planted.rows)))


@given(strategies.matrices_over("QQ(i)", max_size=3))
def test_remarks_over_a_number_field(planted):
    """Whatever is remarked on a matrix of Gaussian numbers is true."""
    assert all(step.check() for step in shortcuts(telling(planted.rows)))


@given(strategies.matrices_over("QQ(a)", max_size=3))
def test_remarks_with_a_parameter(planted):
    """Whatever is remarked on a matrix with a parameter is true."""
    assert all(step.check() for step in shortcuts(telling(planted.rows)))


@given(strategies.integer_matrices(3, bound=1))
def test_remarks_on_small_entries(rows):
    """Matrices of 0, 1 and −1 have many remarks, all of them true."""
    assert all(step.check() for step in shortcuts(telling(rows)))
