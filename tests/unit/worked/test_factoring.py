"""From the characteristic polynomial to its factors."""

from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, Integer, Matrix, sqrt, symbols

from symeig.worked.formulas import Irreducible, Power, Product, leaves
from symeig.worked.messages import catalogue, languages
from symeig.worked.rules.factoring import FactoredForm, Quadratic, RationalRoot, Splitting, Unsplit, factoring
from symeig.worked.steps import Paragraph
from tests import strategies
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, a, b, k, telling

x = symbols("lambda")


@lru_cache
def steps_of(name, convention="A - λI"):
    """The steps for a matrix of the table."""
    return tuple(factoring(telling(MATRICES[name], convention)))


def said(name):
    """What is said before each step that is told at the normal level, but for what is irreducible."""
    told = [step.blocks(2) for step in steps_of(name) if not isinstance(step, Unsplit)]
    return [blocks[0].sentences[0].name for blocks in told if blocks]


def step_of(name, kind):
    """The first step of a kind."""
    return next(step for step in steps_of(name) if isinstance(step, kind))


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_every_step_is_true(name, convention):
    """Products expand back, roots are roots, and what is called irreducible is."""
    assert all(step.check() for step in steps_of(name, convention))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", MATRICES)
def test_every_sentence_can_be_said(name, language):
    """Each message is in the catalogues with what it needs."""
    for step in steps_of(name):
        for level in (1, 2, 3):
            for block in step.blocks(level):
                if isinstance(block, Paragraph):
                    assert all(catalogue(language).runs(sentence) for sentence in block.sentences)


WAYS = [
    ("two-numbers", ["two-numbers"]),
    ("golden", ["use-formula"]),
    ("quarter-turn", ["pure-quadratic"]),
    ("double-root", ["perfect-square"]),
    ("fractions", ["clear-denominators", "use-formula"]),
    ("stochastic-2", ["clear-denominators", "use-formula", "so-it-splits", "factored-form"]),
    ("triangular-3", []),
    ("nilpotent-3", []),
    ("defective", []),
    ("rank-one", ["take-out-power", "factored-form"]),
    ("companion-3", ["look-for-roots", "two-numbers", "factored-form"]),
    ("companion-4", []),
    ("permutation-4", ["substitute-square", "difference-of-squares", "pure-quadratic", "factored-form"]),
    ("biquadratic", ["substitute-square", "difference-of-squares", "difference-of-squares", "factored-form"]),
    ("sophie-germain", ["no-roots-but-splits", "use-formula", "use-formula"]),
    ("square-of-quadratic", ["perfect-square", "pure-quadratic"]),
    ("large-6", ["factored-by-machine"]),
    ("parameter-splits", ["two-numbers"]),
    ("parameters", ["use-formula"]),
]


@pytest.mark.parametrize(("name", "way"), WAYS, ids=[name for name, _ in WAYS])
def test_the_way_is_that_of_a_person(name, way):
    """Each polynomial is split by what fits it."""
    assert said(name) == way


def test_the_factored_form_is_told_once():
    """A determinant that was computed as this product is not followed by it, but where the computation is left out."""
    form = step_of("defective", FactoredForm)
    assert form.is_known
    assert [bool(form.blocks(level)) for level in (1, 2, 3)] == [True, False, False]


def test_a_root_that_was_told_before_is_not_looked_for():
    """λ³ − λ² + 7λ − 7 is divided by λ − 1 at once where 1 is known to be an eigenvalue."""
    told = telling(((0, 0, 7), (1, 0, -7), (0, 1, 1)))
    (root,) = (step for step in factoring(told, [Integer(1)]) if isinstance(step, RationalRoot))
    assert root.why.name == "root-is-known"
    assert (root.trials, root.candidates) == (((1, 0),), ())


def test_trials_are_shown_with_their_values():
    """λ³ + 3λ² − 4λ − 12 has the values −12 and −6 at 1 and −1, and the root 2."""
    root = step_of("companion-3-trials", RationalRoot)
    assert root.trials == ((1, -12), (-1, -6), (2, 0))
    assert (root.factor, root.quotient) == (x - 2, x**2 + 5 * x + 6)
    assert set(root.candidates) == {s * d for d in (1, 2, 3, 4, 6, 12) for s in (1, -1)}


def test_a_root_in_the_field_is_found():
    """Over a field with surds the root is exhibited, without a list of candidates."""
    companion = [[0, 0, sqrt(2)], [1, 0, -1], [0, 1, sqrt(2)]]
    root = next(s for s in factoring(telling(companion)) if isinstance(s, RationalRoot))
    assert root.trials == ((sqrt(2), 0),)
    assert root.candidates == ()


ROOTS = [
    ("golden", (1 - sqrt(5)) / 2, (1 + sqrt(5)) / 2),
    ("quarter-turn", -I, I),
    ("gaussian-roots", 2 - I, 2 + I),
    ("surd-root", 1 - sqrt(3), 1 + sqrt(3)),
    ("parameters", (a - sqrt(a**2 + 4 * b)) / 2, (a + sqrt(a**2 + 4 * b)) / 2),
]


@pytest.mark.parametrize(("name", "first", "second"), ROOTS, ids=[name for name, *_ in ROOTS])
def test_roots_of_quadratics(name, first, second):
    """The formula gives the roots, with surds simplified."""
    quadratic = step_of(name, Quadratic)
    assert [(r - s).expand() for r, s in zip(quadratic.roots, (first, second), strict=True)] == [0, 0]


def test_what_cancels_is_shown():
    """The roots (2 ± 2√3)/2 are written before they are 1 ± √3."""
    assert [len(equality.sides) for equality in step_of("surd-root", Quadratic).solutions] == [3, 3]
    assert [len(equality.sides) for equality in step_of("golden", Quadratic).solutions] == [2, 2]


def test_irreducible_factors_of_higher_degree_are_named():
    """A cubic has its candidates refused, a quartic is known to be irreducible."""
    assert step_of("irreducible-cubic", Unsplit).reason.name == "irreducible-cubic"
    assert step_of("irreducible-quartic", Unsplit).reason.name == "irreducible-rational"
    assert step_of("parameter-companion", Unsplit).reason.name == "irreducible"


def test_the_substitution_takes_a_free_letter():
    """The variable μ is not used where the matrix has it."""
    mu = symbols("mu")
    companion = [[0, 0, 0, -(mu**2)], [1, 0, 0, 0], [0, 1, 0, 1 + mu**2], [0, 0, 1, 0]]
    steps = list(factoring(telling(companion)))
    assert all(step.check() for step in steps)
    messages = [step.why for step in steps if step.why is not None and step.why.name == "substitute-square"]
    assert [dict(message.arguments)["substitution"].terms[0] for message in messages] == [symbols("nu")]


FORMS = [
    ("two-numbers", Product((2 - x, 5 - x)), Product((x - 2, x - 5))),
    ("defective", Product((1 - x, Power(2 - x, 2))), Product((x - 1, Power(x - 2, 2)))),
    ("double-root", Power(1 - x, 2), Power(x - 1, 2)),
    ("parameter-triangular", Product((1 - x, k - x)), Product((x - 1, x - k))),
]


@pytest.mark.parametrize(("name", "minus", "plus"), FORMS, ids=[name for name, *_ in FORMS])
def test_eigenvalues_are_read_off_the_final_form(name, minus, plus):
    """Linear factors are 2 − λ or λ − 2, as the convention has it."""
    assert step_of(name, FactoredForm).product == minus
    assert next(s for s in steps_of(name, "λI - A") if isinstance(s, FactoredForm)).product == plus


@pytest.mark.parametrize("name", MATRICES)
def test_the_final_form_is_the_determinant(name):
    """The product has the sign of det(A − λI)."""
    forms = [step for step in steps_of(name) if isinstance(step, FactoredForm)]
    A = Matrix(MATRICES[name])
    for form in forms:
        expected = (-1) ** A.rows * A.charpoly(x).as_expr()
        assert (form.polynomial - expected).expand() == 0


def _wrong_product():
    return replace(step_of("two-numbers", Splitting), written=(Product((x - 1, x - 10)),))


def _wrong_root():
    step = step_of("companion-3-trials", RationalRoot)
    return replace(step, trials=(*step.trials[:-1], (Integer(3), Integer(0))))


def _wrong_value():
    step = step_of("companion-3-trials", RationalRoot)
    return replace(step, trials=((Integer(1), Integer(5)), *step.trials[1:]))


def _wrong_quotient():
    step = step_of("companion-3-trials", RationalRoot)
    return replace(step, quotient=step.quotient + 1)


def _wrong_substitution():
    return replace(step_of("companion-3-trials", RationalRoot), substituted=Integer(1))


def _wrong_discriminant():
    return replace(step_of("golden", Quadratic), discriminant=Integer(4))


def _wrong_coefficients():
    return replace(step_of("golden", Quadratic), coefficients=(Integer(1), Integer(1), Integer(-1)))


def _wrong_roots():
    step = step_of("golden", Quadratic)
    return replace(step, roots=(step.roots[0], step.roots[0]))


def _wrong_irreducibility():
    return replace(step_of("irreducible-cubic", Unsplit), polynomial=x**3 - 1)


def _wrong_irreducible_quadratic():
    quadratic = step_of("stochastic-2", Quadratic)
    return replace(quadratic, is_irreducible=True)


def _wrong_form():
    return replace(step_of("defective", FactoredForm), product=Product((1 - x, 2 - x)))


def _wrong_sign():
    return replace(step_of("defective", FactoredForm), product=Product((x - 1, Power(2 - x, 2))))


WRONG = [
    _wrong_product,
    _wrong_root,
    _wrong_value,
    _wrong_quotient,
    _wrong_substitution,
    _wrong_discriminant,
    _wrong_coefficients,
    _wrong_roots,
    _wrong_irreducibility,
    _wrong_irreducible_quadratic,
    _wrong_form,
    _wrong_sign,
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda f: f.__name__.removeprefix("_wrong_"))
def test_what_is_wrong_is_refused(wrong):
    """A step with one wrong part fails its check."""
    assert not wrong().check()


@given(strategies.planted(max_size=5), st.sampled_from(CONVENTIONS))
def test_factors_of_planted_matrices(planted, convention):
    """Every step is true, and the final form has as many linear factors as eigenvalues were planted in the field."""
    steps = list(factoring(telling(planted.rows, convention)))
    assert all(step.check() for step in steps)
    forms = [step for step in steps if isinstance(step, FactoredForm)]
    planted_roots = {-p[0] for p in planted.structure if len(p) == 2}
    for form in forms:
        linear = [e.as_poly(x) for e in leaves(form.product) if _is_linear(e)]
        assert {-p.nth(0) / p.nth(1) for p in linear} == planted_roots


def _is_linear(expr):
    return expr.has(x) and expr.as_poly(x).degree() == 1


@given(strategies.rational_matrices(max_size=4))
def test_factors_of_matrices_with_fractions(planted):
    """Denominators are cleared, and every step stays true."""
    assert all(step.check() for step in factoring(telling(planted.rows)))


@given(strategies.planted(max_size=5))
def test_every_quadratic_without_roots_in_the_field_is_claimed_irreducible(planted):
    """Irreducibility is part of the claim."""
    for step in factoring(telling(planted.rows)):
        if isinstance(step, Unsplit) or (isinstance(step, Quadratic) and step.is_irreducible):
            assert any(isinstance(statement, Irreducible) for statement in step.claim)
