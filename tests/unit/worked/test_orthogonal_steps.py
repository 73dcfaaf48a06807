"""From eigenspaces to an orthonormal basis, step by step."""

from dataclasses import replace

import pytest
from hypothesis import given
from sympy import Abs, I, ImmutableMatrix, Integer, Rational, sqrt, symbols

from symeig import eigensystem
from symeig.worked.formulas import Minus, Name, Quotient, Tuple
from symeig.worked.messages import catalogue, languages, say
from symeig.worked.rules.definiteness import Definiteness, definiteness
from symeig.worked.rules.orthogonal import (
    GramSchmidt,
    Normalisation,
    OrthogonalAcross,
    OrthogonalAssembly,
    OrthogonalAssemblyOfCases,
    OrthogonalChoice,
    across,
    orthogonal_assembly,
    orthonormal,
)
from symeig.worked.steps import Paragraph
from symeig.worked.telling import Telling
from tests import strategies

a, b = symbols("a b")
GOAL = say("section-orthonormal")

ONES = [[1] * 4] * 4
TABLE = [
    [[5]],
    [[0, 0], [0, 0]],
    [[2, 0], [0, 3]],
    [[2, 1], [1, 2]],
    [[0, 1], [1, 0]],
    [[2, 1], [1, 1]],
    [[1, 2], [2, -2]],
    [[Rational(1, 2), Rational(1, 3)], [Rational(1, 3), 1]],
    [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]],
    [[2, -1, 0], [-1, 2, -1], [0, -1, 2]],
    [[5, 2, 4], [2, 8, -2], [4, -2, 5]],
    [[0, 1, 1], [1, 0, 2], [1, 2, 0]],
    [[2, 1, 0], [1, 3, 1], [0, 1, 1]],
    [[1, 2, 3], [2, 4, 6], [3, 6, 9]],
    [[6, 1, -2], [1, 6, 2], [-2, 2, 3]],
    [[-1, 0, 0], [0, -2, 1], [0, 1, -2]],
    [[1, 0, 0], [0, 1, 0], [0, 0, 2]],
    ONES,
    [[2, 1, 0, 0], [1, 1, 0, 0], [0, 0, 2, 1], [0, 0, 1, 1]],
    [[2, 1, 1, 1], [1, 2, 1, 1], [1, 1, 2, 1], [1, 1, 1, 2]],
    [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]],
    [[3 + int(i == j) for j in range(5)] for i in range(5)],
    [[1 + int(i == j) for j in range(6)] for i in range(6)],
    [[1, 2, 0], [2, 1, 0], [0, 0, sqrt(2)]],
    [[1, sqrt(2)], [sqrt(2), 2]],
    [[2, I], [-I, 2]],
    [[2, 1 + I, 0], [1 - I, 3, 0], [0, 0, 1]],
    [[1, I, I], [-I, 1, 1], [-I, 1, 1]],
    [[0, 1 + I], [1 - I, 1]],
    [[a, 1], [1, a]],
    [[a, 1], [1, 0]],
    [[a, b, b], [b, a, b], [b, b, a]],
    [[a, I], [-I, a]],
]


def telling(rows):
    """The telling of a matrix."""
    system = eigensystem(rows)
    return Telling(system, "A - λI", symbols(f"x_1:{system.dimension + 1}"), symbols("t_1:5"))


def steps(rows):
    """All steps from eigenvectors to Q and D."""
    told = telling(rows)
    found = list(across(told, GOAL))
    for case in told.cases:
        found += orthonormal(told, case, GOAL)
    return [*found, *orthogonal_assembly(told, GOAL), *definiteness(told, GOAL)]


def step(rows, kind):
    """The first step of a kind."""
    return next(x for x in steps(rows) if isinstance(x, kind))


def wrong(name):
    """The name with another vector: its first entry is one more."""
    first, *others = name.value.entries
    return Name(name.letter, Tuple((first + 1, *others)))


@pytest.mark.parametrize("rows", TABLE, ids=str)
def test_steps_are_true(rows):
    """Every step passes its check."""
    assert [x.id for x in steps(rows) if not x.check()] == []


@pytest.mark.parametrize("rows", TABLE, ids=str)
def test_ids_are_different(rows):
    """No two steps have the same name."""
    ids = [x.id for x in steps(rows)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("rows", TABLE, ids=str)
def test_matrix_is_that_of_the_engine(rows):
    """The Q that is put together is the one that `orthogonal` returns."""
    for x in steps(rows):
        if isinstance(x, OrthogonalAssembly):
            Q, D = eigensystem(rows).orthogonal()
            assert x.D.value == D
            written = [_number(entry) for row in x.Q.value.rows for entry in row]
            assert all((mine - theirs).equals(0) for mine, theirs in zip(written, Q, strict=True))


def _number(formula):
    if isinstance(formula, Minus):
        return -_number(formula.of)
    return formula.above / formula.below if isinstance(formula, Quotient) else formula


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("rows", TABLE, ids=str)
def test_steps_have_words(rows, language):
    """Every sentence is in every language, and no argument is missing."""
    words = catalogue(language)
    for x in steps(rows):
        for level in (1, 2, 3):
            sentences = [s for block in x.blocks(level) if isinstance(block, Paragraph) for s in block.sentences]
            assert all(words.runs(s) for s in sentences)


@given(strategies.symmetric_matrices(max_size=4))
def test_symmetric_matrices(rows):
    """The steps for any symmetric integer matrix are true."""
    assert all(x.check() for x in steps(rows))


@given(strategies.hermitian_matrices(max_size=2))
def test_hermitian_matrices(rows):
    """The steps for any Hermitian matrix of Gaussian integers are true."""
    assert all(x.check() for x in steps(rows))


# --- Gram–Schmidt ---------------------------------------------------------------------------------------------------


def test_process_without_lengths():
    """u₂ = u₁ − 2v₂ for v₁ = (1, 0, −1) and v₂ = (0, 1, −1)."""
    x = step(TABLE[8], GramSchmidt)
    assert x.combinations == ((-2, 1),)
    assert x.ratios == ((Rational(1, 2),),)
    assert [u.value.entries for u in x.vectors] == [(1, 0, -1), (1, -2, 1)]


def test_common_factors_are_taken_out():
    """2u₃ = 3u₁ − 6v₃ − u₂: whole numbers, and the vector itself is shorter."""
    x = step([[3 + int(i == j) for j in range(5)] for i in range(5)], GramSchmidt)
    assert x.scales == (1, 2, 3)


def test_vectors_that_are_orthogonal_are_kept():
    """The standard basis stays as it is."""
    x = step([[0, 0], [0, 0]], GramSchmidt)
    assert x.ratios == ((0,),)


def test_whole_lengths_are_chosen():
    """Where there is a basis whose lengths are whole numbers, it is chosen."""
    x = step(TABLE[11], OrthogonalChoice)
    assert x.reason.name == "choose-whole-lengths"
    assert [u.value.entries for u in x.vectors] == [(2, 2, 1), (1, -2, 2)]


def test_large_matrices_are_not_computed():
    """Beyond five rows the orthogonal basis is shown and proved without the process."""
    kinds = [x.kind for x in steps([[1 + int(i == j) for j in range(6)] for i in range(6)])]
    assert "gram-schmidt" not in kinds
    assert "orthogonal-choice" in kinds


def test_one_dimension_needs_a_length_only():
    """An eigenspace of dimension 1 has the step that divides by the length and no other."""
    told = telling([[2, 1], [1, 2]])
    assert [x.kind for case in told.cases for x in orthonormal(told, case, GOAL)] == ["normalise", "normalise"]


def test_wrong_orthogonal_vector_is_refused():
    """A vector that is not the combination that is written is not accepted."""
    x = step(TABLE[8], GramSchmidt)
    assert not replace(x, vectors=(x.vectors[0], wrong(x.vectors[1]))).check()


def test_wrong_ratio_is_refused():
    """The factor of a projection is computed anew."""
    assert not replace(step(TABLE[8], GramSchmidt), ratios=((Rational(1, 3),),)).check()


def test_wrong_combination_is_refused():
    """The combination is computed anew."""
    assert not replace(step(TABLE[8], GramSchmidt), combinations=((Integer(2), Integer(1)),)).check()


def test_wrong_basis_is_refused():
    """The vectors that the process starts from are the ones that are used."""
    x = step(TABLE[8], GramSchmidt)
    assert not replace(x, basis=(x.basis[0], wrong(x.basis[1]))).check()


def test_vectors_that_are_not_orthogonal_are_refused():
    """Eigenvectors alone are not enough."""
    x = step(TABLE[11], OrthogonalChoice)
    other = Name("u_3", Tuple(tuple(map(Integer, (3, 0, 3)))))
    assert not replace(x, vectors=(x.vectors[0], other)).check()


def test_vectors_that_are_no_eigenvectors_are_refused():
    """Orthogonal vectors alone are not enough."""
    x = step(TABLE[11], OrthogonalChoice)
    other = Name("u_3", Tuple(tuple(map(Integer, (1, -1, 0)))))
    assert not replace(x, vectors=(x.vectors[0], other)).check()


# --- lengths --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [TABLE[8], TABLE[5], TABLE[13], TABLE[26], TABLE[31]], ids=str)
def test_wrong_length_is_refused(rows):
    """Squares of lengths are computed anew, and lengths are their roots."""
    x = step(rows, Normalisation)
    assert x.check()
    assert not replace(x, squares=(x.squares[0] + 1, *x.squares[1:])).check()
    assert not replace(x, lengths=(x.lengths[0] * 2, *x.lengths[1:])).check()
    assert not replace(x, vectors=(wrong(x.vectors[0]), *x.vectors[1:])).check()


def test_lengths_of_a_real_parameter():
    """A vector is divided by its length, which has the absolute value of a parameter in it."""
    q, r = symbols("q r", real=True)
    found = steps([[0, q, r], [q, 0, r], [r, r, q]])
    assert all(x.check() for x in found)
    assert any(length.has(Abs) for x in found if isinstance(x, Normalisation) for length in x.lengths)


def test_length_in_terms_of_the_eigenvalue():
    """Where λ stands for the roots of a cubic, the length is the root of a polynomial in λ."""
    x = step(TABLE[13], Normalisation)
    assert x.modulus is not None
    assert x.squares == (3 * symbols("lambda"),)


# --- different eigenvalues ------------------------------------------------------------------------------------------


def test_one_eigenvalue_has_no_other():
    """A matrix with a single eigenvalue has no step about different ones."""
    assert list(across(telling([[2, 0], [0, 2]]), GOAL)) == []


def test_vectors_that_are_not_orthogonal_across_are_refused():
    """The inner product of the example is computed."""
    x = step(TABLE[8], OrthogonalAcross)
    assert not replace(x, pair=(wrong(x.pair[0]), x.pair[1])).check()


def test_asymmetric_matrix_is_refused():
    """The reason needs a matrix that is its own transpose."""
    x = step(TABLE[8], OrthogonalAcross)
    assert not replace(x, A=Name("A", ImmutableMatrix([[1, 2, 0], [0, 1, 0], [0, 0, 1]]))).check()


# --- the whole basis ------------------------------------------------------------------------------------------------


def test_entries_are_divided_by_lengths():
    """Q has −2/√6, not −√6/3."""
    x = step(TABLE[8], OrthogonalAssembly)
    assert x.Q.value.rows[1] == (0, Minus(Quotient(Integer(2), sqrt(6))), Quotient(Integer(1), sqrt(3)))


@pytest.mark.parametrize("rows", [TABLE[8], TABLE[11], TABLE[5], TABLE[26]], ids=str)
def test_wrong_assembly_is_refused(rows):
    """Another order of the columns, another D and other lengths are refused."""
    x = step(rows, OrthogonalAssembly)
    assert x.check()
    assert not replace(x, vectors=ImmutableMatrix(x.vectors[:, ::-1])).check()
    assert not replace(x, D=Name("D", ImmutableMatrix(x.D.value[::-1, ::-1]))).check()
    assert not replace(x, lengths=(x.lengths[0] * 2, *x.lengths[1:])).check()


def test_lengths_are_those_of_the_columns():
    """Lengths that fit their squares but not the columns are refused."""
    x = step(TABLE[8], OrthogonalAssembly)
    lengths, squares = tuple(2 * r for r in x.lengths), tuple(4 * s for s in x.squares)
    assert not replace(x, lengths=lengths, squares=squares).check()


def test_wrong_statement_about_a_case_is_refused():
    """Where Q is described, its columns are proved one by one."""
    x = step(TABLE[13], OrthogonalAssemblyOfCases)
    first, *others = x.statements
    assert not replace(x, statements=(replace(first, modulus=first.modulus + 1), *others)).check()


# --- signs ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([[2, 1], [1, 2]], "positive-definite"),
        ([[1, 1], [1, 1]], "positive-semidefinite"),
        ([[0, 1], [1, 0]], "indefinite"),
        ([[-2, 1], [1, -2]], "negative-definite"),
        ([[-1, 1], [1, -1]], "negative-semidefinite"),
        ([[2, 1, 0], [1, 3, 1], [0, 1, 1]], "positive-definite"),
        ([[1, sqrt(2)], [sqrt(2), 2]], "positive-semidefinite"),
        ([[Rational(1, 10**20), 0], [0, 1]], "positive-definite"),
        ([[10**12, 1], [1, Rational(1, 10**12) + Rational(1, 10**30)]], "positive-definite"),
    ],
    ids=str,
)
def test_definiteness(rows, word):
    """The signs of the eigenvalues say what the matrix is called."""
    x = step(rows, Definiteness)
    assert x.word == word
    assert x.check()


@pytest.mark.parametrize(
    "change", [{"positive": 1, "negative": 1}, {"positive": 1}, {"coefficients": (Integer(1), Integer(-4), Integer(5))}]
)
def test_wrong_signs_are_refused(change):
    """Descartes' rule counts the signs once more."""
    x = step([[2, 1], [1, 2]], Definiteness)
    assert not replace(x, **change).check()


@pytest.mark.parametrize("rows", [[[a, 1], [1, a]], [[2, I], [-I, 2]], [[0, 0], [0, 0]]], ids=str)
def test_no_word_for_others(rows):
    """Parameters have no signs; the word is kept for real matrices that are not zero."""
    assert not any(isinstance(x, Definiteness) for x in steps(rows))
