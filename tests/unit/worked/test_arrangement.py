"""Where brackets, signs and dots stand: a table, and what each notation makes of it."""

from __future__ import annotations

import pytest
from sympy import I, Integer, Rational, Symbol, pi, sqrt

from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Formula,
    Minus,
    Name,
    Operation,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tuple,
)
from symeig.worked.messages import catalogue
from symeig.worked.render.arrangement import begins_with_minus, factors, is_base, is_sum, operation, signed_terms
from symeig.worked.render.latex import LatexWriter
from symeig.worked.render.text import formula_text

x, a = Symbol("lambda"), Symbol("a")
A, v, identity = Name("A"), Name("v"), Name("I")
ONE, TWO, THREE, FIVE = map(Integer, (1, 2, 3, 5))
SHIFTED = Sum((A, Minus(Product((x, identity)))))
VECTOR = Tuple((ONE, -TWO))
HALF = Rational(1, 2)
QUOTIENT = Quotient(ONE, TWO)

# A formula; does it begin with a minus sign? does it need brackets as a factor? is it a base without brackets?
FORMULAS: dict[str, tuple[Formula, bool, bool, bool]] = {
    "2": (TWO, False, False, True),
    "−2": (-TWO, True, False, False),
    "0": (Integer(0), False, False, True),
    "1/2": (HALF, False, False, False),
    "−1/2": (-HALF, True, False, False),
    "λ": (x, False, False, True),
    "−λ": (-x, True, False, False),
    "2λ": (2 * x, False, False, False),
    "λ − 1": (x - 1, False, True, False),
    "1 − λ": (1 - x, False, True, False),
    "−λ − 1": (-x - 1, True, True, False),
    "λ²": (x**2, False, False, False),
    "i": (I, False, False, True),
    "−i": (-I, True, False, False),
    "√2": (sqrt(2), False, False, False),
    "1 + √2": (1 + sqrt(2), False, True, False),
    "A": (A, False, False, True),
    "−A": (Minus(A), True, True, False),
    "A − λI": (SHIFTED, False, True, False),
    "−A + I": (Sum((Minus(A), identity)), True, True, False),
    "a sum of one term": (Sum((A,)), False, False, False),
    "2·3": (Product((TWO, THREE)), False, False, False),
    "−2·3": (Product((-TWO, THREE)), True, False, False),
    "(1 − λ)·2": (Product((-x - 1, TWO)), False, False, False),
    "a quotient": (QUOTIENT, False, False, False),
    "a quotient with a minus": (Quotient(-ONE, TWO), True, False, False),
    "a quotient of a sum": (Quotient(-x - 1, TWO), False, False, False),
    "a power": (Power(A, 2), False, False, False),
    "a matrix": (Array(((ONE,),)), False, False, True),
    "a determinant": (Array(((ONE,),), "||"), False, False, True),
    "a column": (Column((ONE,)), False, False, True),
    "(1, −2)": (VECTOR, False, False, True),
    "u · v": (Dot(v, v), False, True, False),
    "x = y": (Relation((x, a), "="), False, True, False),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_minus_signs_in_front(name: str) -> None:
    """Whether a formula is written with a minus sign in front of it; one inside brackets does not count."""
    formula, minus, _, _ = FORMULAS[name]
    assert begins_with_minus(formula) is minus


@pytest.mark.parametrize("name", FORMULAS)
def test_brackets_of_factors(name: str) -> None:
    """Sums and what is like them need brackets as factors."""
    formula, _, brackets, _ = FORMULAS[name]
    assert is_sum(formula) is brackets


@pytest.mark.parametrize("name", FORMULAS)
def test_brackets_of_bases(name: str) -> None:
    """Letters, natural numbers, i and what has brackets of its own are bases as they are."""
    formula, _, _, base = FORMULAS[name]
    assert is_base(formula) is base


@pytest.mark.parametrize("name", FORMULAS)
def test_minus_signs_are_those_that_are_written(name: str) -> None:
    """What begins with a minus sign does so as text."""
    formula, minus, _, _ = FORMULAS[name]
    if not isinstance(formula, Quotient | Relation | Array | Column):
        assert formula_text(formula, catalogue("en")).startswith("−") is minus


# Terms of a sum; for each, whether it is subtracted, and what is written behind the sign.
SUMS: dict[str, tuple[tuple[Formula, ...], list[tuple[bool, Formula]]]] = {
    "plus": ((A, identity), [(False, A), (False, identity)]),
    "minus": ((A, Minus(identity)), [(False, A), (True, identity)]),
    "minus first": ((Minus(A), identity), [(True, A), (False, identity)]),
    "negative numbers": ((TWO, -THREE), [(False, TWO), (True, THREE)]),
    "a negative fraction": ((x, -HALF), [(False, x), (True, HALF)]),
    "a sum is a term as it is": ((x, -x - 1), [(False, x), (False, -x - 1)]),
    "minus a sum": ((x, Minus(x - 1)), [(False, x), (True, x - 1)]),
    "a product that begins with −2": ((x, Product((-TWO, A))), [(False, x), (True, Product((TWO, A)))]),
    "a product that begins with −1": ((x, Product((-ONE, A, v))), [(False, x), (True, Product((A, v)))]),
    "−1 alone": ((x, Product((-ONE,))), [(False, x), (True, Product((ONE,)))]),
    "a product with −2 inside": ((x, Product((A, -TWO))), [(False, x), (False, Product((A, -TWO)))]),
    "a quotient": ((x, Quotient(-TWO, A)), [(False, x), (True, Quotient(TWO, A))]),
    "minus minus": ((x, Minus(Minus(A))), [(False, x), (True, Minus(A))]),
}


@pytest.mark.parametrize("name", SUMS)
def test_signs_of_terms(name: str) -> None:
    """A term that is negative as a whole is subtracted, and the rest of it stands behind the sign."""
    terms, wanted = SUMS[name]
    assert list(signed_terms(Sum(terms))) == wanted


# Factors of a product; for each, whether a dot stands before it and whether it is in brackets; the text; the LaTeX.
PRODUCTS: dict[str, tuple[tuple[Formula, ...], list[tuple[bool, bool]], str]] = {
    "2λ": ((TWO, x), [(False, False), (False, False)], "2λ"),
    "2·3": ((TWO, THREE), [(False, False), (True, False)], "2·3"),
    "2·3·5": ((TWO, THREE, FIVE), [(False, False), (True, False), (True, False)], "2·3·5"),
    "λ·2": ((x, TWO), [(False, False), (True, False)], "λ·2"),
    "−2·3": ((-TWO, THREE), [(False, False), (True, False)], "−2·3"),
    "2(−3)": ((TWO, -THREE), [(False, False), (False, True)], "2(−3)"),
    "2(−3)5": ((TWO, -THREE, FIVE), [(False, False), (False, True), (False, False)], "2(−3)5"),
    "(4 − λ)(3 − λ)": ((4 - x, 3 - x), [(False, True), (False, True)], "(4 − λ)(3 − λ)"),
    "2(1 − λ)": ((TWO, 1 - x), [(False, False), (False, True)], "2(1 − λ)"),
    "(1 − λ)2": ((1 - x, TWO), [(False, True), (False, False)], "(1 − λ)2"),
    "λI": ((x, identity), [(False, False), (False, False)], "λI"),
    "(A − λI)v": ((SHIFTED, v), [(False, True), (False, False)], "(A − λI)v"),
    "A(1, −2)": ((A, VECTOR), [(False, False), (False, False)], "A(1, −2)"),
    "2·3²": ((TWO, Power(THREE, 2)), [(False, False), (True, False)], "2·3²"),
    "2(1 − λ)²": ((TWO, Power(1 - x, 2)), [(False, False), (False, False)], "2(1 − λ)²"),
    "2(−3)²": ((TWO, Power(-THREE, 2)), [(False, False), (False, False)], "2(−3)²"),
    "2·3λ": ((TWO, Product((THREE, x))), [(False, False), (True, False)], "2·3λ"),
}


@pytest.mark.parametrize("name", PRODUCTS)
def test_dots_and_brackets_in_products(name: str) -> None:
    """Dots stand between numbers, brackets around sums and around later factors with a minus sign."""
    parts, wanted, _ = PRODUCTS[name]
    found = list(factors(Product(parts)))
    assert [(dot, brackets) for dot, brackets, _ in found] == wanted
    assert [factor for _, _, factor in found] == list(parts)


@pytest.mark.parametrize("name", PRODUCTS)
def test_products_as_text(name: str) -> None:
    """The text of a product has its dots and brackets there."""
    parts, _, text = PRODUCTS[name]
    assert formula_text(Product(parts), catalogue("en")) == text


@pytest.mark.parametrize("name", PRODUCTS)
def test_products_in_latex(name: str) -> None:
    """LaTeX has as many dots and brackets as the text."""
    parts, _, text = PRODUCTS[name]
    written = LatexWriter(catalogue("en"), "lambda").inline(Product(parts))
    assert written.count(r"\cdot") == text.count("·")
    assert written.count("(") == text.count("(")


# An operation, and how it is written for rows.
OPERATIONS: dict[str, tuple[Operation, str]] = {
    "R₁ ↔ R₂": (Operation("rows", 1, ONE, 2), "R₁ ↔ R₂"),
    "a multiple": (Operation("rows", 1, THREE), "R₁ ← 3R₁"),
    "a sign": (Operation("rows", 1, -ONE), "R₁ ← −R₁"),
    "a negative multiple": (Operation("rows", 1, -TWO), "R₁ ← −2R₁"),
    "a division": (Operation("rows", 2, HALF), "R₂ ← R₂/2"),
    "a negative division": (Operation("rows", 2, -HALF), "R₂ ← −R₂/2"),
    "a fraction": (Operation("rows", 2, Rational(2, 3)), "R₂ ← 2R₂/3"),
    "added once": (Operation("rows", 2, ONE, 1, ONE), "R₂ ← R₂ + R₁"),
    "taken off once": (Operation("rows", 2, ONE, 1, -ONE), "R₂ ← R₂ − R₁"),
    "added": (Operation("rows", 2, ONE, 1, TWO), "R₂ ← R₂ + 2R₁"),
    "taken off": (Operation("rows", 2, ONE, 1, -TWO), "R₂ ← R₂ − 2R₁"),
    "without fractions": (Operation("rows", 2, THREE, 1, -TWO), "R₂ ← 3R₂ − 2R₁"),
    "from the other": (Operation("rows", 2, -ONE, 1, TWO), "R₂ ← −R₂ + 2R₁"),
    "a parameter": (Operation("rows", 2, ONE, 1, -a), "R₂ ← R₂ − aR₁"),
    "a sum": (Operation("rows", 2, ONE, 1, a + 1), "R₂ ← R₂ + (a + 1)R₁"),
    "a fraction of a parameter": (Operation("rows", 2, ONE, 1, -1 / a), "R₂ ← R₂ − R₁/a"),
    "a minus sign on both sides": (Operation("rows", 2, ONE, 1, pi**2 - pi * a + a), "R₂ ← R₂ + (−πa + a + π²)R₁"),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations_as_text(name: str) -> None:
    """Operations are written as on the board, with the letter that they are given."""
    done, text = OPERATIONS[name]
    for letter in "RC":
        assert formula_text(operation(done, letter), catalogue("en")) == text.replace("R", letter)
