"""The determinant of A − λI."""

from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Expr, ImmutableMatrix, Integer, Matrix, symbols

from symeig.worked.formulas import Array, Equality, Operation, Reduction, leaves, parts_of
from symeig.worked.messages import catalogue, languages
from symeig.worked.rules.coefficients import PolynomialCheck
from symeig.worked.rules.determinant import (
    CharacteristicPolynomial,
    ComputedPolynomial,
    DeterminantLine,
    TracesOfPowers,
    determinant,
)
from symeig.worked.rules.expansion import (
    Blocks,
    Cofactors,
    Deflation,
    Line,
    Traces,
    Triangular,
    best_move,
    characteristic_factors,
)
from symeig.worked.steps import Paragraph, Step
from tests import strategies
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = symbols("lambda")


@lru_cache
def steps_of(name, convention="A - λI"):
    """The steps for a matrix of the table."""
    return tuple(determinant(telling(MATRICES[name], convention)))


def said(steps: tuple[Step, ...]) -> list[str]:
    """The messages that say why, by their names."""
    return [step.why.name for step in steps if step.why is not None]


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_every_step_is_true(name, convention):
    """Each line equals the determinant, in either convention."""
    assert all(step.check() for step in steps_of(name, convention))


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_the_end_is_the_characteristic_polynomial(name, convention):
    """The last polynomial is what SymPy multiplies out from the definition."""
    told = next(s for s in steps_of(name, convention) if isinstance(s, CharacteristicPolynomial | ComputedPolynomial))
    A = Matrix(MATRICES[name])
    n = A.rows
    expected = A.charpoly(x).as_expr() * ((-1) ** n if convention == "A - λI" else 1)
    assert (told.polynomial - expected).expand().simplify() == 0


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", MATRICES)
def test_every_sentence_can_be_said(name, language):
    """Each message is in the catalogues with what it needs."""
    for step in steps_of(name):
        for level in (1, 2, 3):
            for block in step.blocks(level):
                if isinstance(block, Paragraph):
                    assert all(catalogue(language).runs(sentence) for sentence in block.sentences)


MOVES = [
    ("golden", Cofactors),
    ("triangular-3", Triangular),
    ("lower-triangular", Triangular),
    ("one-entry-in-a-line", Line),
    ("blocks-4", Blocks),
    ("blocks-lower", Blocks),
    ("blocks-permuted", Blocks),
    ("defective", Deflation),
    ("symmetric", Deflation),
    ("ones-4", Deflation),
    ("surd-3", Deflation),
    ("parameter-3", Deflation),
    ("irreducible-cubic", Cofactors),
    ("permutation-3", Cofactors),
    ("companion-3", Cofactors),
    ("companion-4", Cofactors),
    ("dense-5", Traces),
]


@pytest.mark.parametrize(("name", "move"), MOVES, ids=[name for name, _ in MOVES])
def test_the_move_is_that_of_a_person(name, move):
    """What is seen at once comes first, then one operation, then expansion."""
    system = telling(MATRICES[name]).system
    K = system.field.domain
    A = tuple(tuple(map(system.field.element, row)) for row in system.given.rows)
    assert isinstance(best_move(A, K), move)


def test_the_common_factor_is_taken_out_before_expanding():
    """Adding column 2 to column 1 makes 2 − λ a factor; the last product shows it."""
    steps = steps_of("defective")
    assert said(steps)[:2] == ["determinant-add-columns", "determinant-clear-columns"]
    assert steps[0].operation == (Operation("columns", 1, Integer(1), 2, Integer(1)),)
    assert steps[1].operation == (Operation("rows", 2, Integer(1), 1, Integer(-1)),)
    end = next(step for step in steps if isinstance(step, CharacteristicPolynomial))
    assert {2 - x, 1 - x} <= set(leaves(end.product))


def test_constant_row_sums_are_used():
    """All columns are added to the first one where all rows have the same sum."""
    assert said(steps_of("symmetric"))[0] == "determinant-add-all-columns"


def test_blocks_in_another_order_name_the_order():
    """A matrix that is block triangular after a permutation is first permuted."""
    (order,) = [value for key, value in steps_of("blocks-permuted")[0].why.arguments if key == "order"]
    assert order.items == (1, 3, 2, 4)


def test_three_rows_are_expanded_with_every_minor():
    """Nothing is a common factor: three minors are shown, then their values."""
    line = steps_of("irreducible-cubic")[0]
    assert sum(isinstance(part, Array) for term in line.after.terms for part in _parts(term)) == 3


def _parts(formula):
    yield formula
    for part in parts_of(formula):
        yield from _parts(part)


def test_small_products_are_shown_at_level_3_only():
    """The full telling multiplies out term by term."""
    (line, *_) = steps_of("two-numbers")
    normal, full = (line.tell(level)[0].formulas[0].sides for level in (2, 3))
    assert len(full) == len(normal) + 1


def test_large_matrices_are_not_worked_out():
    """A matrix with six rows has its polynomial stated, and checked by numbers."""
    (step,) = steps_of("large-6")
    assert isinstance(step, ComputedPolynomial)
    assert len(step.claim) == 8


def test_two_rows_say_both_checks():
    """Trace and determinant are compared."""
    check = next(step for step in steps_of("two-numbers") if isinstance(step, PolynomialCheck))
    assert [equality.sides[-1] for equality in check.checks] == [7, 10]


def test_three_rows_are_checked_by_principal_minors_too():
    """5, 8 and 4 for the polynomial −λ³ + 5λ² − 8λ + 4."""
    check = next(step for step in steps_of("defective") if isinstance(step, PolynomialCheck))
    assert [equality.sides[-1] for equality in check.checks] == [5, 8, 4]


def test_a_matrix_without_rows_has_nothing_to_tell():
    """There is no step for n = 0."""
    assert list(determinant(telling([]))) == []


def _step(name, kind):
    return next(step for step in steps_of(name) if isinstance(step, kind))


def _wrong_line():
    line = _step("defective", DeterminantLine)
    return replace(line, written=(*line.written[:-1], Integer(0)))


def _wrong_operation():
    line = _step("defective", DeterminantLine)
    (reduction,) = line.done
    ((operation,),) = reduction.operations
    return replace(line, done=(replace(reduction, operations=((replace(operation, factor=Integer(2)),),)),))


def _wrong_unfolded():
    return replace(_step("two-numbers", DeterminantLine), unfolded=(Integer(1),))


def _wrong_opening():
    return replace(_step("two-numbers", DeterminantLine), opening=(x,))


def _wrong_polynomial():
    end = _step("defective", CharacteristicPolynomial)
    return replace(end, polynomial=end.polynomial + 1)


def _wrong_product():
    return replace(_step("defective", CharacteristicPolynomial), product=(2 - x) ** 3)


def _wrong_trace():
    check = _step("two-numbers", PolynomialCheck)
    return replace(check, polynomial=check.polynomial + x)


def _wrong_constant():
    check = _step("two-numbers", PolynomialCheck)
    return replace(check, polynomial=check.polynomial + 1)


def _wrong_middle():
    check = _step("defective", PolynomialCheck)
    return replace(check, polynomial=check.polynomial + x)


def _wrong_computed():
    step = _step("large-6", ComputedPolynomial)
    return replace(step, polynomial=step.polynomial + x * (x - 1) * (x + 1))


def _wrong_computed_parameter():
    step = _step("large-parameter", ComputedPolynomial)
    return replace(step, polynomial=step.polynomial + x)


def _wrong_coefficient():
    step = _step("dense-5", TracesOfPowers)
    return replace(step, coefficients=(*step.coefficients[:-1], step.coefficients[-1] + 1))


def _wrong_matrix():
    step = _step("dense-5", TracesOfPowers)
    M = ImmutableMatrix(step.matrices[1] + Matrix(5, 5, lambda i, j: int((i, j) == (0, 1))))
    return replace(step, matrices=(step.matrices[0], M, *step.matrices[2:]))


def _wrong_end():
    return replace(_step("dense-5", TracesOfPowers), written=x**5)


WRONG = [
    _wrong_line,
    _wrong_operation,
    _wrong_unfolded,
    _wrong_opening,
    _wrong_polynomial,
    _wrong_product,
    _wrong_trace,
    _wrong_constant,
    _wrong_middle,
    _wrong_computed,
    _wrong_computed_parameter,
    _wrong_coefficient,
    _wrong_matrix,
    _wrong_end,
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda f: f.__name__.removeprefix("_wrong_"))
def test_what_is_wrong_is_refused(wrong):
    """A step with one wrong part fails its check."""
    assert not wrong().check()


@given(strategies.planted(max_size=5), st.sampled_from(CONVENTIONS))
def test_determinants_of_planted_matrices(planted, convention):
    """Every step is true, and its operations are claimed."""
    steps = list(determinant(telling(planted.rows, convention)))
    assert all(step.check() for step in steps)
    done = [r for step in steps if isinstance(step, DeterminantLine) for r in step.done]
    assert all(isinstance(r, Reduction) for r in done)


@given(strategies.planted(max_size=5))
def test_the_factors_multiply_to_the_characteristic_polynomial(planted):
    """What the moves end with has the right product."""
    system = telling(planted.rows).system
    K = system.field.domain
    A = tuple(tuple(map(K.convert, row)) for row in planted.rows)
    product: Expr = Integer(1)
    for p in characteristic_factors(A, K):
        product *= sum(K.to_sympy(c) * x**i for i, c in enumerate(reversed(p)))
    assert (product - system.charpoly.as_expr()).expand() == 0


@given(strategies.planted(max_size=5))
def test_the_same_matrix_is_told_the_same_way(planted):
    """Steps depend on nothing but the matrix."""
    assert list(determinant(telling(planted.rows))) == list(determinant(telling(planted.rows)))


def test_the_telling_is_a_chain_of_equalities():
    """Each displayed line begins with det(A − λI)."""
    for step in steps_of("defective")[:3]:
        (display,) = step.tell(2)
        (equality,) = display.formulas
        assert isinstance(equality, Equality)
        assert equality.sides[0] == step.determinant
