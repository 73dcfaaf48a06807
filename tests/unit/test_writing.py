"""How expressions and matrices are written in one line of Unicode and in LaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import (
    CRootOf,
    E,
    Expr,
    I,
    Integer,
    Matrix,
    Mul,
    Rational,
    Symbol,
    cos,
    exp,
    pi,
    simplify,
    sin,
    sqrt,
    symbols,
    sympify,
)

from symeig.exact.eigenvalues import ImplicitRoot
from symeig.reading import read_expression
from symeig.writing import bracketed, display_width, latex, line, matrix_lines

x, root1 = symbols("lambda lambda_1")
a, b, c, d, k, t, theta, x1, width = symbols("a b c d k t theta x1 width")
half = Rational(1, 2)

NUMBERS = [
    (Integer(-3), "−3"),
    (Rational(-3, 2), "−3/2"),
    (I, "i"),
    (-2 * I, "−2i"),
    (pi, "π"),
    (2 * pi / 3, "2π/3"),
    (E, "e"),
    (sqrt(2), "√2"),
    (sqrt(2) * I / 2, "√2·i/2"),
    ((1 + sqrt(5)) / 2, "(1 + √5)/2"),
    (Rational(7, 20) - sqrt(381) / 60, "(21 − √381)/60"),
    ((sqrt(2) - sqrt(6)) / 2, "(√2 − √6)/2"),
    (-half - sqrt(3) * I / 2, "(−1 − √3·i)/2"),
    (half + I, "(1 + 2i)/2"),
    (Rational(1, 3) + sqrt(2) / 100, "1/3 + √2/100"),
    (sqrt(2 * sqrt(5) - 5), "√(−5 + 2√5)"),
    (sqrt(3) * sqrt(2 + sqrt(2)), "√3·√(2 + √2)"),
    (sqrt(2) * (half - sqrt(5) / 2) / sqrt(5 - sqrt(5)), "√2·(1 − √5)/(2√(5 − √5))"),
    (5 * 2 ** Rational(1, 3), "5∛2"),
    (5 * 2 ** Rational(1, 5), "5·2^(1/5)"),
    ((2 + sqrt(2)) ** Rational(3, 2), "(2 + √2)^(3/2)"),
    (2 * cos(2 * pi / 7), "2cos(2π/7)"),
    (1 - 2 * sqrt(2) * cos(pi / 7), "1 − 2√2·cos(π/7)"),
    (exp(2 * I * pi / 7), "e^(2πi/7)"),
]
POLYNOMIALS = [
    (x**2 - 5 * x + 4, "λ² − 5λ + 4"),
    (x**12 - x, "λ¹² − λ"),
    (-(x**2) + 22, "−λ² + 22"),
    (x**2 - sqrt(2) * x - 1, "λ² − √2·λ − 1"),
    (x**2 - Rational(7, 10) * x + Rational(1, 60), "λ² − 7λ/10 + 1/60"),
    (x**2 + (-k - 1) * x + k, "λ² − (k + 1)λ + k"),
    (x**2 + (1 - k) * x / 2, "λ² + (1 − k)λ/2"),
    (x**2 - (a + d) * x + a * d - b * c, "λ² − (a + d)λ + a·d − b·c"),
    (root1**2 - 22, "λ₁² − 22"),
    (Mul(x - 1, (x - 2) ** 2, evaluate=False), "(λ − 1)(λ − 2)²"),
    (Mul(x, (x - 9) ** 2, evaluate=False), "λ(λ − 9)²"),
    (1 / x, "1/λ"),
]
PARAMETERS = [
    (k - 1, "k − 1"),
    (a / 2 + b / 3, "a/2 + b/3"),
    (a / 2 + d / 2 - sqrt(a**2 + 4 * b * c) / 2, "(a + d − √(a² + 4b·c))/2"),
    (a * b * x, "a·bλ"),
    (I * k * x, "i·kλ"),
    (pi * k, "πk"),
    (k * x1, "k·x₁"),
    (2 * width, "2·width"),
    (3 * theta, "3θ"),
    (k * (k + 1) ** 2, "k(k + 1)²"),
    (1 / (k * (k - 1)), "1/(k(k − 1))"),
    (sqrt(k) * x, "√k·λ"),
    (k ** (3 * half), "k^(3/2)"),
    (k * exp(2 * t), "k·e^(2t)"),
    (2**k, "2^k"),
    (cos(t) + I * sin(t), "cos(t) + i·sin(t)"),
    (cos(t) ** 2 * k, "k·cos(t)²"),
]


@pytest.mark.parametrize(
    ("expr", "text"), NUMBERS + POLYNOMIALS + PARAMETERS, ids=lambda x: x if isinstance(x, str) else ""
)
def test_expression_in_one_line(expr: Expr, text: str) -> None:
    """An expression is written the way people write it."""
    assert line(expr) == text


@pytest.mark.parametrize(
    ("expr", "text"),
    [p for p in NUMBERS + POLYNOMIALS + PARAMETERS if "λ₁" not in p[1]],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_what_is_written_can_be_read(expr: Expr, text: str) -> None:
    """The reader takes the line for the same expression."""
    assert simplify(sympify(read_expression(text)) - expr) == 0


terms = st.sampled_from([Integer(1), sqrt(2), I, k, x, k * x, x**2, a * b, pi, x1 * k, cos(t), exp(t), sqrt(k)])


@given(st.lists(st.tuples(st.fractions(-9, 9, max_denominator=9), terms, terms), min_size=1, max_size=5))
def test_sums_of_products_can_be_read_back(summands: list[tuple[object, Expr, Expr]]) -> None:
    """Any sum of products is read back as itself."""
    expr = sum((Rational(str(c)) * f * g for c, f, g in summands), Integer(0))
    assert (sympify(read_expression(line(expr))) - expr).expand() == 0


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (CRootOf(x**3 - 22 * x - 13, 1), "rootof(λ³ − 22λ − 13, 1)"),
        (ImplicitRoot(x**3 - k * x - 1, x, 2), "root(λ³ − kλ − 1, λ, 2)"),
        (Symbol("Omega"), "Ω"),
        (Symbol("pi"), "pi"),
        (Symbol("x_max"), "x_max"),
    ],
    ids=["root of a polynomial", "root over parameters", "Greek capital", "a symbol called pi", "other names"],
)
def test_names_and_implicit_roots(expr: Expr, text: str) -> None:
    """Greek names become letters, other names stay, and implicit roots show their polynomial."""
    assert line(expr) == text


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        ((1 + sqrt(5)) / 2, r"\frac{1 + \sqrt{5}}{2}"),
        (-(1 - sqrt(5)) / 2, r"\frac{-1 + \sqrt{5}}{2}"),
        (x**2 - 5 * x + 4, r"\lambda^{2} - 5 \lambda + 4"),
        (x**2 + (-k - 1) * x + k, r"\lambda^{2} - \left(k + 1\right) \lambda + k"),
        (Mul(x - 1, (x - 2) ** 2, evaluate=False), r"\left(\lambda - 1\right) \left(\lambda - 2\right)^{2}"),
        (1 / (2 * sqrt(2 + sqrt(2))), r"\frac{1}{2 \sqrt{2 + \sqrt{2}}}"),
        (3 * 2 ** Rational(1, 3), r"3 \sqrt[3]{2}"),
        (-k / x, r"-\frac{k}{\lambda}"),
        (CRootOf(x**3 - 22 * x - 13, 1), r"\operatorname{root}_{1}\left(\lambda^{3} - 22 \lambda - 13\right)"),
    ],
    ids=str,
)
def test_expression_in_latex(expr: Expr, text: str) -> None:
    """LaTeX has the same arrangement as the line."""
    assert latex(expr) == text


def test_matrix_is_aligned() -> None:
    """Columns are aligned on the right by what is seen, not by characters."""
    assert matrix_lines(Matrix([[2, -sqrt(2)], [10, 3], [x, 1]])) == ["⎡  2  −√2 ⎤", "⎢ 10    3 ⎥", "⎣  λ    1 ⎦"]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [([], ["[ ]"]), ([["1"]], ["[ 1 ]"]), ([["界", "1"], ["22", "x̄"]], ["⎡ 界  1 ⎤", "⎣ 22  x̄ ⎦"])],
    ids=["no rows", "one row", "wide and combining characters"],
)
def test_brackets(rows: list[list[str]], lines: list[str]) -> None:
    """Brackets fit any number of rows, and wide characters take two columns."""
    assert bracketed(rows) == lines
    assert len({display_width(row) for row in lines}) == 1
