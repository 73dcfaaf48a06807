"""The list of eigenvalues: values, multiplicities, those that are told together, and the two identities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from sympy import Expr, I, Integer, Symbol, expand, sqrt, symbols

from symeig.worked.formulas import Equality, Formula, Name, Numeral, Product, Relation, Sum, parts_of
from symeig.worked.meaning import holds
from symeig.worked.rules.eigenvalues import Eigenvalues, eigenvalues
from tests.strategies import rational_matrices
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")
a, b, k = symbols("a b k")
half = Integer(1) / 2


@dataclass(frozen=True)
class Row:
    """What must be said of a matrix.

    Attributes:
        values: λ₁, λ₂, … in order; None for one without a value.
        multiplicities: Of each.
        decimals: The places that are shown in decimals as well.
    """

    values: tuple[Expr | int | None, ...]
    multiplicities: tuple[int, ...]
    decimals: tuple[int, ...] = ()


TABLE = {
    "one": Row((5,), (1,)),
    "zero-1": Row((0,), (1,)),
    "parameter-1": Row((a,), (1,)),
    "zero-4": Row((0,), (4,)),
    "identity-3": Row((1,), (3,)),
    "two-numbers": Row((2, 5), (1, 1)),
    "golden": Row(((1 - sqrt(5)) / 2, (1 + sqrt(5)) / 2), (1, 1), (1, 2)),
    "quarter-turn": Row((-I, I), (1, 1)),
    "gaussian-roots": Row((2 - I, 2 + I), (1, 1)),
    "double-root": Row((1,), (2,)),
    "defective": Row((1, 2), (1, 2)),
    "symmetric": Row((1, 7), (2, 1)),
    "nilpotent-3": Row((0,), (3,)),
    "irreducible-cubic": Row((None,) * 3, (1, 1, 1), (1, 2, 3)),
    "companion-3": Row((1, 2, 3), (1, 1, 1)),
    "companion-rational-root": Row((-1, half), (2, 1)),
    "square-of-quadratic": Row((-I, I), (2, 2)),
    "parameter-splits": Row((k + 1, k - 1), (1, 1)),
    "parameters": Row(((a - sqrt(a**2 + 4 * b)) / 2, (a + sqrt(a**2 + 4 * b)) / 2), (1, 1)),
    "parameter-companion": Row((None,) * 3, (1, 1, 1)),
    "large-6": Row((None, 1, None, None, None), (1, 2, 1, 1, 1), (1, 3, 4, 5)),
    "large-identity": Row((1,), (6,)),
}


def step_of(matrix: Any, convention: Any = "A - λI") -> Eigenvalues:
    """The step."""
    (step,) = eigenvalues(telling(matrix, convention))
    return step


def inside(formula: Formula) -> Iterator[Formula]:
    """A formula and those in it."""
    yield formula
    for part in parts_of(formula):
        yield from inside(part)


def value_of(formula: Formula) -> Expr | None:
    """The value that a listed eigenvalue is said to have."""
    return next((f.sides[-1] for f in inside(formula) if isinstance(f, Equality)), None)


def name_of(formula: Formula) -> str:
    """The name of a listed eigenvalue."""
    return next(f.letter for f in inside(formula) if isinstance(f, Name))


@pytest.mark.parametrize("name", TABLE)
def test_values_are_listed_in_order(name: str) -> None:
    """Each distinct eigenvalue has its place and its value; those without a short value have a name alone."""
    found = [value_of(f) for f in step_of(MATRICES[name]).listed]
    wanted = TABLE[name].values
    assert [x is None for x in found] == [x is None for x in wanted]
    assert all(expand(x - y) == 0 for x, y in zip(found, wanted, strict=True) if x is not None)


@pytest.mark.parametrize("name", TABLE)
def test_names_are_numbered(name: str) -> None:
    """λ₁, λ₂, … where there are several, and λ where there is one."""
    names = [name_of(f) for f in step_of(MATRICES[name]).listed]
    assert names == ([f"lambda_{k}" for k in range(1, len(names) + 1)] if len(names) > 1 else ["lambda"])


@pytest.mark.parametrize("name", TABLE)
def test_decimals_stand_where_they_add_something(name: str) -> None:
    """Numbers with roots and numbers without a name have decimals; 2, i and parameters have none."""
    shown = [any(isinstance(f, Numeral) for f in inside(formula)) for formula in step_of(MATRICES[name]).listed]
    assert [k for k, is_shown in enumerate(shown, 1) if is_shown] == list(TABLE[name].decimals)


@pytest.mark.parametrize("name", TABLE)
def test_multiplicities_are_those_of_the_factors(name: str) -> None:
    """The exponents of the factors, each once for each of its roots, are the multiplicities."""
    step, row = step_of(MATRICES[name]), TABLE[name]
    assert expand(step.polynomial - expand(_product(p**m for p, m in step.factors))) == 0
    degrees = sum(m * Integer(p.as_poly(x).degree()) for p, m in step.factors)
    assert degrees == sum(row.multiplicities)
    found = sorted(m for p, m in step.factors for _ in range(p.as_poly(x).degree()))
    assert found == sorted(row.multiplicities)


def _product(factors: Iterator[Expr]) -> Expr:
    total = Integer(1)
    for factor in factors:
        total *= factor
    return total


@pytest.mark.parametrize("name", TABLE)
def test_a_multiple_root_is_remarked(name: str) -> None:
    """An eigenvalue of multiplicity 2 or more is told with its number, and no other is."""
    remarks = [dict(r.arguments) for r in step_of(MATRICES[name]).remarks if r.name == "algebraic-multiplicity"]
    told = {str(n): r["number"] for r in remarks for n in r["names"].items}
    row = TABLE[name]
    letter = "lambda_{}" if len(row.values) > 1 else "lambda"
    assert told == {letter.format(k): m for k, m in enumerate(row.multiplicities, 1) if m > 1}


@pytest.mark.parametrize("name", TABLE)
def test_sum_and_product_are_checked(name: str) -> None:
    """With values for all of them, their sum is tr A and their product det A, each as often as its multiplicity."""
    step, row = step_of(MATRICES[name]), TABLE[name]
    told_by_value = not any(r.name == "roots-together" for r in step.remarks)
    assert len(step.checks) == (2 if told_by_value else 0)
    assert set(step.checks) <= set(step.claim)
    if told_by_value:
        (total, trace), (product, determinant) = [(c.sides[-2], c.sides[-1]) for c in step.checks]
        assert (trace.name, determinant.name) == ("tr", "det")
        pairs = list(zip(row.values, row.multiplicities, strict=True))
        assert expand(total - sum(v * m for v, m in pairs)) == 0
        assert expand(product - _product(Integer(1) * v**m for v, m in pairs)) == 0
        assert trace.arguments == determinant.arguments
        assert isinstance(step.checks[0].sides[0], Sum | Expr)
        assert isinstance(step.checks[1].sides[0], Product | Expr)


@pytest.mark.parametrize("name", ["irreducible-cubic", "companion-4", "parameters", "parameter-companion", "large-6"])
def test_roots_that_are_told_together_have_their_polynomial(name: str) -> None:
    """λ stands for each root of the factor that is named, and the factor divides the polynomial."""
    step = step_of(MATRICES[name])
    (remark,) = [dict(r.arguments) for r in step.remarks if r.name == "roots-together"]
    polynomial = remark["polynomial"]
    assert len(remark["names"].items) == remark["count"] == polynomial.as_poly(x).degree()
    assert any(expand(p - polynomial) == 0 for p, _ in step.factors)


@pytest.mark.parametrize(("name", "real"), [("irreducible-cubic", 3), ("companion-4", 2), ("large-6", 2)])
def test_real_roots_are_counted(name: str, real: int) -> None:
    """How many of the roots that are told together are real, and how many are not."""
    (remark,) = [dict(r.arguments) for r in step_of(MATRICES[name]).remarks if r.name == "how-many-real"]
    assert (remark["real"], remark["total"]) == (real, remark["real"] + remark["other"])


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_the_step_passes_its_check(name: str, convention: Any) -> None:
    """All that is stated is true, in both conventions alike."""
    step = step_of(MATRICES[name], convention)
    assert step.check()
    assert step.listed == step_of(MATRICES[name]).listed


@given(rational_matrices(max_size=5))
def test_the_claim_holds_for_planted_matrices(planted: Any) -> None:
    """The claim is true, statement by statement, and the multiplicities add up to n."""
    step = step_of(planted.rows)
    assert all(map(holds, step.claim))
    assert sum(m * p.as_poly(x).degree() for p, m in step.factors) == len(planted.rows)


def test_the_empty_matrix_has_no_eigenvalues() -> None:
    """There is no step where there is no eigenvalue."""
    assert list(eigenvalues(telling([]))) == []


# A matrix, and what is wrong with its step.
WRONG: dict[str, tuple[Any, Any]] = {
    "a factor less": ("two-numbers", lambda s: replace(s, factors=s.factors[1:])),
    "another multiplicity": ("defective", lambda s: replace(s, factors=tuple((p, 1) for p, _ in s.factors))),
    "multiplicities exchanged": (
        "defective",
        lambda s: replace(s, factors=tuple((p, 3 - m) for p, m in s.factors)),
    ),
    "a root of no factor": ("golden", lambda s: replace(s, roots=((s.roots[0][0], -s.roots[0][1]),))),
    "a root with another sign": (
        "quarter-turn",
        lambda s: replace(s, roots=((x**2 - 1, s.roots[0][1]),)),
    ),
    "another polynomial": ("two-numbers", lambda s: replace(s, polynomial=s.polynomial + x)),
    "a name for another value": (
        "two-numbers",
        lambda s: replace(s, listed=(Equality((Name("lambda_1", Integer(2)), Integer(3))), *s.listed[1:])),
    ),
    "a value inside ≈": (
        "golden",
        lambda s: replace(
            s, listed=(Relation((Equality((s.roots[0][1], s.roots[1][1])), s.listed[0].terms[1]), "≈"), s.listed[1])
        ),
    ),
    "another trace": ("defective", lambda s: replace(s, checks=(_off(s.checks[0]), s.checks[1]))),
    "another determinant": ("defective", lambda s: replace(s, checks=(s.checks[0], _off(s.checks[1])))),
}


def _off(statement: Equality) -> Equality:
    return replace(statement, sides=tuple(s + 1 if isinstance(s, Expr) else s for s in statement.sides))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_list_is_refused(name: str) -> None:
    """A step with a wrong value, factor, multiplicity or identity does not pass."""
    matrix, edit = WRONG[name]
    step = step_of(MATRICES[matrix])
    assert step.check()
    assert not edit(step).check()
