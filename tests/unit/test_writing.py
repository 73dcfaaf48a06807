"""How expressions and matrices are written in one line of Unicode, in LaTeX and in MathML."""

from __future__ import annotations

import re

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
    Pow,
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
from symeig.writing import bracketed, display_width, latex, line, mathml, matrix_lines
from tests.mathml import faults, parsed

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
    (4 - x, "4 − λ"),
    (-3 - x, "−3 − λ"),
    (1 - 3 * x / 2, "1 − 3λ/2"),
    (2 + I - x, "2 + i − λ"),
    (k - (k + 1) * x, "k − (k + 1)λ"),
    (3 - root1, "3 − λ₁"),
    ((1 - k) * x + 3, "(1 − k)λ + 3"),
    (x**2 - x, "λ² − λ"),
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
sums_of_products = st.lists(
    st.builds(lambda c, f, g: Rational(str(c)) * f * g, st.fractions(-9, 9, max_denominator=9), terms, terms),
    min_size=1,
    max_size=5,
).map(lambda summands: sum(summands, Integer(0)))


@given(sums_of_products)
def test_sums_of_products_can_be_read_back(expr: Expr) -> None:
    """Any sum of products is read back as itself."""
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


MATHML = [
    (Integer(-3), "<mo>−</mo><mn>3</mn>"),
    (Rational(-3, 2), "<mo>−</mo><mfrac><mn>3</mn><mn>2</mn></mfrac>"),
    (4 - x, "<mn>4</mn><mo>−</mo><mi>λ</mi>"),
    (sqrt(2) * I, "<msqrt><mn>2</mn></msqrt><mo>&#x2062;</mo><mi>i</mi>"),
    ((1 + sqrt(5)) / 2, "<mfrac><mrow><mn>1</mn><mo>+</mo><msqrt><mn>5</mn></msqrt></mrow><mn>2</mn></mfrac>"),
    (3 * 2 ** Rational(1, 3), "<mn>3</mn><mo>&#x2062;</mo><mroot><mn>2</mn><mn>3</mn></mroot>"),
    (root1**2, "<msubsup><mi>λ</mi><mn>1</mn><mn>2</mn></msubsup>"),
    (k * x1, "<mi>k</mi><mo>&#x2062;</mo><msub><mi>x</mi><mn>1</mn></msub>"),
    (
        -k * (x + 1),
        "<mo>−</mo><mi>k</mi><mo>&#x2062;</mo><mrow><mo>(</mo><mrow><mi>λ</mi><mo>+</mo><mn>1</mn></mrow><mo>)</mo></mrow>",
    ),
    (
        cos(t) ** 2,
        "<msup><mi>cos</mi><mn>2</mn></msup><mo>&#x2061;</mo><mrow><mo>(</mo><mi>t</mi><mo>)</mo></mrow>",
    ),
    (
        sin(pi / 7),
        "<mi>sin</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mfrac><mi>π</mi><mn>7</mn></mfrac><mo>)</mo></mrow>",
    ),
    (exp(-t), "<msup><mi>e</mi><mrow><mo>−</mo><mi>t</mi></mrow></msup>"),
    (2 * 3**k, "<mn>2</mn><mo>·</mo><msup><mn>3</mn><mi>k</mi></msup>"),
    (E * width, "<mi>e</mi><mo>&#x2062;</mo><mi>width</mi>"),
    (Symbol("a<b"), "<mi>a&lt;b</mi>"),
    (
        CRootOf(x**3 - 2, 0),
        (
            "<msub><mi>root</mi><mn>0</mn></msub><mo>&#x2061;</mo><mrow>"
            "<mo>(</mo><mrow><msup><mi>λ</mi><mn>3</mn></msup><mo>−</mo><mn>2</mn></mrow><mo>)</mo></mrow>"
        ),
    ),
]


@pytest.mark.parametrize(("expr", "elements"), MATHML, ids=lambda x: "" if isinstance(x, str) else str(x))
def test_expression_in_mathml(expr: Expr, elements: str) -> None:
    """MathML has the same arrangement, with signs that are not seen where nothing is written."""
    assert mathml(expr).replace(' stretchy="false"', "") == elements


@pytest.mark.parametrize(
    "expr",
    [p[0] for p in NUMBERS + POLYNOMIALS + PARAMETERS] + [ImplicitRoot(x**3 - k * x - 1, x, 2), Symbol("x_max")],
    ids=str,
)
def test_mathml_is_well_made(expr: Expr) -> None:
    """MathML is XML of known elements, each with the children that it needs."""
    assert faults(parsed(mathml(expr))) == []


@given(sums_of_products)
def test_mathml_of_sums_of_products_is_well_made(expr: Expr) -> None:
    """So it is for any sum of products, as a base and in a fraction too."""
    for written in (expr, Pow(expr, 3, evaluate=False), k / (expr * x + 1) if expr else k):
        assert faults(parsed(mathml(written))) == []


@given(sums_of_products)
def test_mathml_says_what_the_line_says(expr: Expr) -> None:
    """MathML has the numbers and letters of LaTeX, in its order."""
    words = re.findall(r"\d+|[a-zλπ]", " ".join(parsed(mathml(expr)).itertext()))
    written = re.sub(r"\\(?:left|right|frac|sqrt|cdot)", "", latex(expr)).replace("\\lambda", "λ").replace("\\pi", "π")
    assert words == re.findall(r"\d+|[a-zλπ]", written)


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
