"""What `read_expression` makes of numbers and expressions as typed."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError, ParseError
from symeig.reading import MATRIX_LIMITS, Limits, read_expression

x, y, t, n, a, b, c, theta, lam = sympy.symbols("x y t n a b c theta lambda")
sqrt, cbrt, I, pi, E = sympy.sqrt, sympy.cbrt, sympy.I, sympy.pi, sympy.E
half = Fraction(1, 2)

NUMBERS = {
    "0": 0,
    "12": 12,
    "007": 7,
    "+3": 3,
    "-3": -3,
    "--3": 3,
    "0.1": Fraction(1, 10),
    "-0.25": Fraction(-1, 4),
    ".5": half,
    "5.": 5,
    "1e3": 1000,
    "1E+3": 1000,
    "1e-3": Fraction(1, 1000),
    "2.50e1": 25,
    "1/3": Fraction(1, 3),
    "-4/6": Fraction(-2, 3),
    "6/3": 2,
    "1/3/2": Fraction(1, 6),
    "0.1/0.3": Fraction(1, 3),
    " 1 / 3 ": Fraction(1, 3),
    "1 - -2": 3,
    "2*-3": -6,
    "1+2*3": 7,
    "(1+2)*3": 9,
    "2^10": 1024,
    "2**10": 1024,
    "2^-1": half,
    "-2^2": -4,
    "(-2)^2": 4,
    "2^3^2": 512,
    "2^-3^2": Fraction(1, 512),
    "0^0": 1,
    "0^5": 0,
    "0^(1/2)": 0,
    "1^(10^9)": 1,
    "(4/9)^(1/2)": Fraction(2, 3),
    "8^(2/3)": 4,
    "5^100": 5**100,
    "2^1001": 2**1001,
    "(-2)^-1001": Fraction(-1, 2**1001),
    "1/(10^1000 * 10^1000)": Fraction(1, 10**2000),
    "root(2, 1)": 2,
    "(2/3)^-2": Fraction(9, 4),
    "cos(pi/3)": half,
    "i^2": -1,
    "e^(i*pi)": -1,
    "sqrt(2)*sqrt(2)": 2,
    "(x - x) + 3": 3,
}

RADICALS = {
    "sqrt(2)": sqrt(2),
    "sqrt 2": sqrt(2),
    "√2": sqrt(2),
    "√(2)": sqrt(2),
    "√23": sqrt(23),
    "√√2": sympy.root(2, 4),
    "√2 x": sqrt(2) * x,
    "∛2": cbrt(2),
    "∜2": sympy.root(2, 4),
    "cbrt(2)": cbrt(2),
    "root(2, 5)": sympy.root(2, 5),
    "2sqrt(3)": 2 * sqrt(3),
    "2√3": 2 * sqrt(3),
    "2^(1/2)": sqrt(2),
    "2^0.5": sqrt(2),
    "(-8)^(1/3)": 2 * sympy.Pow(-1, sympy.Rational(1, 3)),
    "(-4)^(1/2)": 2 * I,
    "3(1+sqrt(2))": 3 + 3 * sqrt(2),
    "(1+√5)/2": (1 + sqrt(5)) / 2,
    "sqrt(2+sqrt(2))": sqrt(2 + sqrt(2)),
    "x^(1/2)": sqrt(x),
}

SYMBOLS = {
    "x": x,
    "x0": sympy.Symbol("x0"),
    "2x": 2 * x,
    "2 x": 2 * x,
    "x y": x * y,
    "xy": sympy.Symbol("xy"),
    "x*y": x * y,
    "1/2x": x / 2,
    "x/2y": x * y / 2,
    "x^2y": x**2 * y,
    "-x^2": -(x**2),
    "2x^2 - 3x + 1": 2 * x**2 - 3 * x + 1,
    "(x+1)(x-1)": (x + 1) * (x - 1),
    "x(x-4)": x * (x - 4),
    "λ(λ-3)": lam * (lam - 3),
    "5^n": 5**n,
    "alpha": sympy.Symbol("alpha"),
    "α": sympy.Symbol("alpha"),
    "lambda": lam,
    "Delta": sympy.Symbol("Delta"),
    "Δ": sympy.Symbol("Delta"),
    "2λx": 2 * lam * x,
    "λ₁": sympy.Symbol("lambda1"),
    "a₁₂": sympy.Symbol("a12"),
    "a_1": sympy.Symbol("a1"),
    "a_{12}": sympy.Symbol("a12"),
    "x_i": sympy.Symbol("x_i"),
    "xᵢ": sympy.Symbol("x_i"),
    "x_max": sympy.Symbol("x_max"),
    "x1_2": sympy.Symbol("x1_2"),
}

CONSTANTS_AND_FUNCTIONS = {
    "pi": pi,
    "π": pi,
    "2pi": 2 * pi,
    "pi(1+x)": pi * (1 + x),
    "e": E,
    "E": E,
    "e^x": sympy.exp(x),
    "exp(x)": sympy.exp(x),
    "e^2": E**2,
    "i": I,
    "I": I,
    "j": I,
    "2i": 2 * I,
    "3+4j": 3 + 4 * I,
    "3 - 4I": 3 - 4 * I,
    "cos(t)": sympy.cos(t),
    "cos t": sympy.cos(t),
    "sin 2t": sympy.sin(2 * t),
    "sin t cos t": sympy.sin(t) * sympy.cos(t),
    "sin(t)^2": sympy.sin(t) ** 2,
    "sin^2(t)": sympy.sin(t) ** 2,
    "sin²t": sympy.sin(t) ** 2,
    "-sin t": -sympy.sin(t),
    "tan(pi/8)": sqrt(2) - 1,
    "cot(t)": sympy.cot(t),
    "sec(t)": sympy.sec(t),
    "csc(t)": sympy.csc(t),
}

UNICODE = {
    "−3": -3,
    "–3": -3,
    "½": half,
    "2½": Fraction(5, 2),
    "2 ½": Fraction(5, 2),
    "⅔x": 2 * x / 3,
    "1⁄2": half,
    "2·3": 6,
    "2×3": 6,
    "6÷3": 2,
    "１２": 12,
    "（１＋２）": 3,
    "x²": x**2,
    "x⁻¹": 1 / x,
    "x⁺²": x**2,
    "2¹⁰": 1024,
    "xⁿ": x**n,
    "iⁱ": I**I,
    "λ²": lam**2,
    "𝜆": lam,
    "𝑥": x,
    "1\N{NO-BREAK SPACE}+\N{THIN SPACE}2": 3,
}

LATEX = {
    r"\frac{1}{2}": half,
    r"\dfrac{x}{y}": x / y,
    r"\tfrac12": half,
    r"\frac1{23}": Fraction(1, 23),
    r"\frac{1}{2}x": x / 2,
    r"\sqrt{2}": sqrt(2),
    r"\sqrt2": sqrt(2),
    r"\sqrt{2}x": sqrt(2) * x,
    r"\sqrt2x": sqrt(2) * x,
    r"\sqrt[3]{2}": cbrt(2),
    r"\sqrt{\frac{1}{2}}": sqrt(2) / 2,
    r"2\cdot3": 6,
    r"2\times 3": 6,
    r"6\div3": 2,
    r"\left(1+2\right)^{2}": 9,
    r"\bigl(1+2\bigr)": 3,
    r"x^{10}": x**10,
    r"x_{1}": sympy.Symbol("x1"),
    r"\lambda_1": sympy.Symbol("lambda1"),
    r"\alpha": sympy.Symbol("alpha"),
    r"\varphi": sympy.Symbol("varphi"),
    r"\pi": pi,
    r"\mathrm{i}": I,
    r"\mathrm{e}^{x}": sympy.exp(x),
    r"\operatorname{foo}": sympy.Symbol("foo"),
    r"2\,x\;y\quad": 2 * x * y,
    r"\sin\theta": sympy.sin(theta),
    r"\cos^2\theta": sympy.cos(theta) ** 2,
    r"\sin{t}": sympy.sin(t),
    r"\frac{ab}{2}": a * b / 2,
    r"$\frac{1}{2}$": half,
    r"\(x\)": x,
    r"\[x\]": x,
    r"$$x$$": x,
    r"\frac{-b + \sqrt{b^2 - 4ac}}{2a}": (-b + sqrt(b**2 - 4 * a * c)) / (2 * a),
}

NOTATIONS = {**NUMBERS, **RADICALS, **SYMBOLS, **CONSTANTS_AND_FUNCTIONS, **UNICODE, **LATEX}


@pytest.mark.parametrize(("text", "value"), NOTATIONS.items(), ids=NOTATIONS)
def test_notation_has_its_value(text, value):
    """Each notation stands for one exact value."""
    assert read_expression(text) == value


@pytest.mark.parametrize("text", NUMBERS)
def test_rational_values_are_python_numbers(text):
    """A rational value is an int, or a Fraction that is not an integer."""
    value = read_expression(text)
    assert type(value) is int or (type(value) is Fraction and value.denominator != 1)


@pytest.mark.parametrize("text", [*RADICALS, *SYMBOLS])
def test_other_values_are_sympy_expressions(text):
    """A value that is not rational is a SymPy expression."""
    assert isinstance(read_expression(text), sympy.Expr)


def test_symbols_have_no_assumptions():
    """A name is the plain SymPy symbol of that name."""
    assert read_expression("x").assumptions0 == sympy.Symbol("x").assumptions0


@given(st.fractions(max_denominator=10**6))
def test_printed_fractions_are_read_back(value):
    """What Python prints for a fraction is read as that fraction."""
    assert read_expression(str(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_printed_decimals_are_read_back(value):
    """What Python prints for a decimal is read as that number."""
    assert read_expression(str(value)) == Fraction(value)


terms = st.recursive(
    st.sampled_from([x, y, sqrt(2), I, pi, sympy.Integer(3), sympy.Rational(-2, 7)]),
    lambda inner: st.one_of(
        st.builds(sympy.Add, inner, inner),
        st.builds(sympy.Mul, inner, inner),
        st.builds(lambda base, exponent: base**exponent, inner, st.integers(0, 3)),
    ),
    max_leaves=8,
)


@given(terms)
def test_printed_sympy_expressions_are_read_back(expression):
    """What SymPy prints for an expression is read as that expression."""
    assert sympy.expand(read_expression(str(expression)) - expression) == 0


POSITIONS = {
    "1 + $ 2": 4,
    "3 +": 3,
    "1 2": 2,
    "(1 + 2": 0,
    "1 + 2)": 5,
    "x + Α": 4,
    "２ + ?": 4,
    r"1 + \foo": 4,
    "1,5": 1,
}


@pytest.mark.parametrize(("text", "position"), POSITIONS.items(), ids=POSITIONS)
def test_fault_has_its_position(text, position):
    """A `ParseError` says at which character the fault is."""
    with pytest.raises(ParseError) as caught:
        read_expression(text)
    assert caught.value.position == position
    assert caught.value.text == text


def test_caret_stands_under_the_fault():
    """The caret line points at the fault in the text as given."""
    with pytest.raises(ParseError) as caught:
        read_expression("1 + ? + 2")
    assert caught.value.caret == "1 + ? + 2\n    ^"


def test_caret_counts_wide_characters_twice():
    """A full-width digit takes two columns on a screen."""
    with pytest.raises(ParseError) as caught:
        read_expression("１?")
    assert caught.value.caret == "１?\n  ^"


def test_caret_shows_the_neighbourhood_of_a_fault_in_a_long_text():
    """Of a long text, the caret line shows what is around the fault."""
    with pytest.raises(ParseError) as caught:
        read_expression("1+" * 300 + "?" + "+1" * 300)
    line, caret = caught.value.caret.split("\n")
    assert len(line) < 80
    assert line[len(caret) - 1] == "?"


def test_text_of_an_error_is_short():
    """A long text is shortened in its error."""
    with pytest.raises(ParseError) as caught:
        read_expression("1+" * 900 + "?")
    assert len(caught.value.text) <= 200
    assert len(caught.value.message) < 300


AT_THE_BOUND = {
    "characters": ("1" + " " * 99, "1" + " " * 100, Limits(characters=100)),
    "literal": ("2" * 19, "2" * 20, Limits(literal_bits=63)),
    "exponent of ten": ("1e18", "1e-20", Limits(literal_bits=64)),
    "power": ("2^31", "2^64", Limits(power_bits=64)),
    "power of ten": ("10^16", "10^17", Limits(power_bits=64)),
    "square": ("999999999999^1", "999999999999^2", Limits(power_bits=64)),
    "coefficients": ("(10^8 x)(10^8 x)", "(10^8 x)(10^8 x)(10^8 x)", Limits(number_bits=64)),
    "roots that meet": ("sqrt(2) * cbrt(3)", "sqrt(65537) * root(65539, 5)", Limits(radicand_bits=110)),
    "fraction power": ("(2/3)^31", "(2/3)^64", Limits(power_bits=64)),
    "product": ("10^9 * 10^9", "10^10 * 10^10", Limits(number_bits=64)),
    "sum": ("1/7 + 1/11", "1/1000003 + 1/1000033", Limits(number_bits=32)),
    "radicand": ("sqrt(65535)", "sqrt(65536)", Limits(radicand_bits=48)),
    "nodes": ("1+1+1", "1+1+1+1", Limits(nodes=5)),
    "depth": ("((1))", "(((1)))", Limits(depth=2)),
    "height": ("√√2", "√√√2", Limits(height=2)),
    "height of powers": ("x^y^2", "x^y^x^2", Limits(height=2)),
    "symbol exponent": ("x^10", "x^11", Limits(symbol_exponent=10)),
    "negative symbol exponent": ("x^-10", "x^-11", Limits(symbol_exponent=10)),
    "root index": ("root(2, 10)", "root(2, 11)", Limits(symbol_exponent=10)),
    "product of powers": ("x^5 * x^5", "x^5 * x^6", Limits(symbol_exponent=10)),
    "exponent with a symbol": ("2^(x + 1000)", "2^(x + 1024)", Limits()),
    "exponential": ("exp(10)", "exp(11)", Limits(symbol_exponent=10)),
}


@pytest.mark.parametrize(("within", "_", "limits"), AT_THE_BOUND.values(), ids=AT_THE_BOUND)
def test_up_to_a_bound_texts_are_read(within, _, limits):
    """What stays within every bound is read."""
    read_expression(within, limits=limits)


@pytest.mark.parametrize(("_", "beyond", "limits"), AT_THE_BOUND.values(), ids=AT_THE_BOUND)
def test_beyond_a_bound_texts_are_refused(_, beyond, limits):
    """What goes beyond one bound is refused."""
    with pytest.raises(BudgetExceededError) as caught:
        read_expression(beyond, limits=limits)
    assert caught.value.spent > caught.value.limit


def test_matrix_limits_allow_four_thousand_digits():
    """An entry of a matrix may have 4096 digits, an answer 154."""
    assert read_expression("9" * 4096, limits=MATRIX_LIMITS) == 10**4096 - 1
    with pytest.raises(BudgetExceededError):
        read_expression("9" * 4097, limits=MATRIX_LIMITS)
    assert read_expression("9" * 154) == 10**154 - 1
