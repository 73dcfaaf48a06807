r"""Exact expressions as people write them: one line of Unicode, LaTeX, or MathML.

The notations arrange an expression the same way and differ only in their signs:

* a sum that contains λ is a polynomial in it, the highest power first, its coefficients taken together; but 4 − λ has
  its constant first, so that it does not begin with a minus sign;
* other sums have what is imaginary last, and sums of numbers what is rational first;
* a sum without λ is put over its common denominator where that is one of the denominators already: (1 + √5)/2;
* in a product numbers come first, then i, then symbols, then λ; nothing stands between factors that cannot be misread.

What `line` writes, `symeig.reading` reads: letters side by side would be one name, so a dot stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import Any
from xml.sax.saxutils import escape

from sympy import Add, Expr, I, Integer, MatrixBase, Mul, Pow, Rational, S, Symbol, exp
from sympy.core.sorting import default_sort_key
from sympy.functions.elementary.trigonometric import InverseTrigonometricFunction
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import PRECEDENCE, precedence
from sympy.printing.printer import Printer
from sympy.printing.str import StrPrinter

__all__ = [
    "SUBSCRIPTS",
    "SUPERSCRIPTS",
    "bracketed",
    "display_width",
    "in_brackets",
    "latex",
    "line",
    "mathml",
    "matrix_lines",
    "one_element",
    "raised",
]

# What turns digits into small ones, above and below the line.
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RADICALS = {2: "√", 3: "∛", 4: "∜"}

# The variable of characteristic polynomials is called lambda, their roots are called lambda_1, lambda_2 and so on.
_LAMBDA = re.compile(r"lambda(?:_\d+)?")

# A name with a number behind it.
_NUMBERED = re.compile(r"([^\W\d_]+)_?(\d*)")

# A factor that nothing is read into: digits, one letter with its indices, or something in brackets.
_CLOSED = re.compile(r"\d+|[^\W\d_][⁰¹²³⁴-⁹₀-₉]*|\(.*\)[⁰¹²³⁴-⁹]*")
_DIGIT_OR_WORD = re.compile(r"\d|[^\W\d_][^\W⁰¹²³⁴-⁹₀-₉]")
_ENDS_A_NAME = re.compile(r"[A-Za-z₀-₉]$")
_FUNCTION = re.compile(r"[^\W\d_]+\(")

# A tag of MathML, and elements that begin with digits.
_TAG = re.compile(r"<(/?)[^>]*>")
_BEGINS_WITH_NUMBER = re.compile(r"(?:<m(?:row|sup|frac)>)*<mn>")


def line(expr: Expr) -> str:
    """An expression as one line of Unicode text.

    Args:
        expr: Numbers, symbols and functions; the symbol ``lambda`` is the variable λ.

    Examples:
        >>> from sympy import I, Rational, cos, pi, sqrt, symbols
        >>> k, x = symbols("k lambda")
        >>> print(line(x**2 - x - 1), line((1 + sqrt(5)) / 2), line(2 * cos(2 * pi / 7)), sep="   ")
        λ² − λ − 1   (1 + √5)/2   2cos(2π/7)
        >>> print(line(x**2 - (k + 1) * x + k), line(sqrt(2) * I / 2), line(Rational(-3, 2) * x), sep="   ")
        λ² − (k + 1)λ + k   √2·i/2   −3λ/2
    """
    return _written(_LinePrinter, expr)


def latex(expr: Expr) -> str:
    r"""An expression in LaTeX, without dollar signs.

    Args:
        expr: As for `line`.

    Examples:
        >>> from sympy import sqrt, symbols
        >>> x = symbols("lambda")
        >>> print(latex((1 + sqrt(5)) / 2), latex(1 - x**2))
        \frac{1 + \sqrt{5}}{2} -\lambda^{2} + 1
    """
    return _written(_LatexPrinter, expr)


def mathml(expr: Expr) -> str:
    r"""An expression in presentation MathML, of the elements that browsers know (MathML Core).

    Args:
        expr: As for `line`.

    Returns:
        One or more elements, to stand in a row: well-formed XML without named entities.

    Examples:
        >>> from sympy import sqrt, symbols
        >>> x = symbols("lambda")
        >>> print(mathml(4 - x), mathml(sqrt(5) / 2), sep="\n")
        <mn>4</mn><mo>−</mo><mi>λ</mi>
        <mfrac><msqrt><mn>5</mn></msqrt><mn>2</mn></mfrac>

    References:
        MathML Core, https://www.w3.org/TR/mathml-core/.
    """
    return _written(_MathMLPrinter, expr)


# The same numbers and polynomials stand in one formula after the other.
@lru_cache(maxsize=4096, typed=True)
def _written(printer: type[Printer], expr: Expr) -> str:
    return str(printer().doprint(expr))


def one_element(elements: str) -> str:
    """Elements of MathML as a single one: a row where there are several.

    Examples:
        >>> one_element("<mi>x</mi>"), one_element("<mo>−</mo><mi>x</mi>")
        ('<mi>x</mi>', '<mrow><mo>−</mo><mi>x</mi></mrow>')
    """
    depth = 0
    for tag in _TAG.finditer(elements):
        depth += -1 if tag[1] else 1
        if not depth:
            return elements if tag.end() == len(elements) else f"<mrow>{elements}</mrow>"
    return f"<mrow>{elements}</mrow>"


def in_brackets(elements: str, brackets: str = "()") -> str:
    """Elements of MathML in brackets, which grow only where something in them is tall.

    Examples:
        >>> in_brackets("<mi>x</mi>")
        '<mrow><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></mrow>'
    """
    stretchy = "" if "<mfrac" in elements or "<mtable" in elements else ' stretchy="false"'
    left, right = (f"<mo{stretchy}>{bracket}</mo>" for bracket in brackets)
    return f"<mrow>{left}{one_element(elements)}{right}</mrow>"


def raised(base: str, script: str) -> str:
    """An element of MathML with another one at its top right, above its index where it has one.

    Examples:
        >>> raised("<msub><mi>x</mi><mn>1</mn></msub>", "<mn>2</mn>")
        '<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>'
    """
    if base.startswith("<msub>"):
        return f"<msubsup>{base.removeprefix('<msub>').removesuffix('</msub>')}{script}</msubsup>"
    return f"<msup>{base}{script}</msup>"


def matrix_lines(M: MatrixBase) -> list[str]:
    """A matrix as lines of text.

    Examples:
        >>> from sympy import Matrix, sqrt
        >>> for row in matrix_lines(Matrix([[2, -sqrt(2)], [10, 3]])):
        ...     print(row)
        ⎡  2  −√2 ⎤
        ⎣ 10    3 ⎦
    """
    return bracketed([[line(x) for x in row] for row in M.tolist()])


def bracketed(rows: Sequence[Sequence[str]]) -> list[str]:
    """Texts in columns, aligned on the right, between tall brackets.

    Args:
        rows: Rows of equal length.

    Returns:
        One line for each row; a single one for no rows.
    """
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(" " * (w - display_width(text)) + text for text, w in zip(row, widths, strict=True)) for row in rows
    ]
    if len(lines) <= 1:
        return [f"[ {lines[0]} ]" if widths else "[ ]"]
    left, right = (top + middle * (len(lines) - 2) + bottom for top, middle, bottom in ("⎡⎢⎣", "⎤⎥⎦"))
    return [f"{a} {text} {b}" for a, text, b in zip(left, lines, right, strict=True)]


def display_width(text: str) -> int:
    """The number of terminal columns that a text takes."""
    return sum(map(_columns, text))


@lru_cache(maxsize=1024)
def _columns(ch: str) -> int:
    if ch.isascii():
        return 1
    if unicodedata.category(ch) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(ch) in {"W", "F"} else 1


# --- arrangement ----------------------------------------------------------------------------------------------------


def _is_lambda(symbol: Symbol) -> bool:
    return _LAMBDA.fullmatch(symbol.name) is not None


def _lambdas(expr: Expr) -> list[Symbol]:
    return [x for x in expr.free_symbols if _is_lambda(x)]


def _terms(expr: Add) -> list[Expr]:
    """The terms of a sum in the order in which they are written."""
    variables = _lambdas(expr)
    if variables:
        return _by_powers(expr, variables)
    if expr.free_symbols:
        return sorted(expr.as_ordered_terms(), key=lambda term: term.has(I))
    return sorted(expr.args, key=_rank_of_number)


def _rank_of_number(term: Expr) -> tuple[Any, ...]:
    rest = term.as_coeff_Mul()[1]
    return rest.has(I), rest is not S.One, default_sort_key(rest)


def _by_powers(expr: Add, variables: Sequence[Symbol]) -> list[Expr]:
    """The terms of a polynomial by falling degree, each with its whole coefficient; the constant ones one by one.

    Where it is linear and falling, the constant ones are first.
    """
    coefficients: dict[Expr, list[Expr]] = {}
    for term in expr.args:
        coefficient, power = term.as_independent(*variables, as_Add=False)
        coefficients.setdefault(power, []).append(coefficient)
    constant = Add(*coefficients.pop(S.One, []))
    powers = sorted(coefficients, key=lambda power: (-_degree(power), default_sort_key(power)))
    terms = [_times(Add(*coefficients[power]), power) for power in powers]
    constants = [] if constant is S.Zero else _terms(constant) if constant.is_Add else [constant]
    is_falling = all(power.is_Symbol for power in powers) and _is_negative(terms[0])
    return constants + terms if is_falling else terms + constants


def _degree(power: Expr) -> Any:
    exponents = power.as_powers_dict().values()
    return sum(exponents) if all(e.is_Integer for e in exponents) else 0


def _times(coefficient: Expr, power: Expr) -> Expr:
    """A product whose sign can be seen, its coefficient not multiplied out."""
    if not coefficient.is_Add:
        return coefficient * power
    if _is_negative(_terms(coefficient)[0]):
        return Mul(-1, -coefficient, power, evaluate=False)
    return Mul(coefficient, power, evaluate=False)


def _is_negative(term: Expr) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def _common_denominator(expr: Add) -> int:
    """The common denominator of the terms of a sum where one of them has it, else 1."""
    below = [int(term.as_coeff_Mul()[0].q) for term in expr.args if term.as_coeff_Mul()[0].is_Rational]
    return max(below) if below and lcm(*below) == max(below) else 1


def _fraction(expr: Expr) -> tuple[bool, list[Expr], list[Expr]]:
    """A product as (is it negative?, the factors above, the factors below), a number first where it is not 1."""
    number, above, below = S.One, [], []
    for factor in _factors(expr):
        base, exponent = factor.as_base_exp() if factor.is_Pow else (factor, S.One)
        if factor.is_Rational:
            number *= factor
        elif exponent.is_Rational and exponent.is_negative:
            below.append(Pow(base, -exponent))
        elif factor.is_Add and not _lambdas(factor):
            number /= _common_denominator(factor)
            above.append(factor * _common_denominator(factor))
        else:
            above.append(factor)
    p, q = abs(number.p), number.q
    above.sort(key=_rank_of_factor)
    below.sort(key=_rank_of_factor)
    return number.is_negative, [Integer(p)] * (p != 1) + above, [Integer(q)] * (q != 1) + below


def _factors(expr: Expr) -> Iterable[Expr]:
    """The factors of a product, those of unevaluated products in it too."""
    for factor in Mul.make_args(expr):
        if factor.is_Mul and factor is not expr:
            yield from _factors(factor)
        else:
            yield factor


def _rank_of_factor(factor: Expr) -> tuple[Any, ...]:
    base = factor.base if factor.is_Pow else factor
    if _lambdas(factor):
        return 7 if base.is_Symbol else 8, ""
    if base.is_Symbol:
        return 4, str(base)
    if factor.free_symbols:
        return 6 if base.is_Add else 5, "f" * (base.is_Function and not isinstance(base, exp))
    if isinstance(base, InverseTrigonometricFunction):
        return 5, ""
    if factor is I:
        return 3, ""
    return 2 if base.is_Function or base is S.Pi else 1 if base.is_Add else 0, ""


def _sum_over_roots(expr: Expr) -> tuple[Expr, Expr]:
    """The polynomial of a sum over its roots, and what is added up."""
    (variable,), summand = expr.fun.variables, expr.fun.expr
    return expr.poly.as_expr(variable), summand


class _Arranged(Printer):  # type: ignore[misc]  # SymPy has no types
    """How sums, products and quotients are arranged, for a printer that knows the signs."""

    minus: str
    plus = "+"
    space = " "
    _print: Callable[..., str]
    _brackets: Callable[[str], str]
    _product: Callable[[Sequence[Expr]], str]
    _over: Callable[[Sequence[Expr], Sequence[Expr]], str]
    _power: Callable[[Expr, Expr], str]

    def _print_Add(self, expr: Add, order: Any = None) -> str:  # noqa: ARG002  (SymPy's signature)
        below = 1 if _lambdas(expr) else _common_denominator(expr)
        if below > 1:
            return self._over([Add(*(term * below for term in expr.args))], [Integer(below)])
        first, *others = (self._print(term) for term in _terms(expr))
        return first + "".join(map(self._signed, others))

    def _signed(self, term: str) -> str:
        """A later term of a sum behind its sign."""
        negative = term.startswith(self.minus)
        sign, rest = (self.minus, term.removeprefix(self.minus).lstrip()) if negative else (self.plus, term)
        return f"{self.space}{sign}{self.space}{rest}"

    def _print_Mul(self, expr: Mul) -> str:
        negative, above, below = _fraction(expr)
        text = self._over(above, below) if below else self._product(above)
        return self.minus + text if negative else text

    def _print_Pow(self, expr: Pow, *, rational: bool = False) -> str:  # noqa: ARG002  (SymPy's signature)
        if expr.exp.is_Rational and expr.exp.is_negative:
            return self._print_Mul(expr)
        return self._power(expr.base, expr.exp)

    def _factors(self, factors: Sequence[Expr]) -> list[str]:
        """The factors of a product, sums in brackets."""
        return [self._brackets(self._print(x)) if x.is_Add else self._print(x) for x in factors]


class _LinePrinter(_Arranged, StrPrinter):  # type: ignore[misc]  # SymPy has no types
    """One line of Unicode text."""

    minus = "−"

    def _brackets(self, text: str) -> str:
        return f"({text})"

    def _product(self, factors: Sequence[Expr]) -> str:
        texts = self._factors(factors) or ["1"]
        signs = ("" if _stand_side_by_side(left, right) else "·" for left, right in pairwise(texts))
        return texts[0] + "".join(sign + text for sign, text in zip(signs, texts[1:], strict=True))

    def _over(self, above: Sequence[Expr], below: Sequence[Expr]) -> str:
        divisor = self._product(below)
        return f"{self._product(above)}/{self._brackets(divisor) if len(below) > 1 else divisor}"

    def _power(self, base: Expr, exponent: Expr) -> str:
        radical = exponent.is_Rational and exponent.p == 1 and _RADICALS.get(exponent.q)
        if radical:
            text = self._print(base)
            return radical + (text if text.isdecimal() or len(text) == 1 else self._brackets(text))
        text = self.parenthesize(base, PRECEDENCE["Pow"])
        if exponent.is_Integer:
            return f"{text}{str(exponent).translate(SUPERSCRIPTS)}"
        return f"{text}^{self._exponent(exponent)}"

    def _exponent(self, exponent: Expr) -> str:
        text = self._print(exponent)
        return text if len(text) == 1 else self._brackets(text)

    def _print_Integer(self, expr: Integer) -> str:
        return str(expr.p).replace("-", "−")

    def _print_Rational(self, expr: Rational) -> str:
        return f"{expr.p}/{expr.q}".replace("-", "−")

    def _print_Symbol(self, expr: Symbol) -> str:
        name = _NUMBERED.fullmatch(expr.name)
        return _letter(name[1]) + name[2].translate(SUBSCRIPTS) if name else str(expr.name)

    def _print_ImaginaryUnit(self, _: Expr) -> str:
        return "i"

    def _print_Pi(self, _: Expr) -> str:
        return "π"

    def _print_Exp1(self, _: Expr) -> str:
        return "e"

    def _print_Abs(self, expr: Expr) -> str:
        return f"|{self._print(expr.args[0])}|"

    def _print_exp(self, expr: Expr) -> str:
        return f"e^{self._exponent(expr.args[0])}"

    def _print_ComplexRootOf(self, expr: Expr) -> str:
        return f"rootof({self._print(expr.expr)}, {expr.index})"

    def _print_KroneckerDelta(self, expr: Expr) -> str:
        j, n = expr.args
        return f"δ({self._print(n)}, {self._print(j)})"

    def _print_RootSum(self, expr: Expr) -> str:
        p, summand = _sum_over_roots(expr)
        return f"Σ[{self._print(p)} = 0]({self._print(summand)})"


def _letter(name: str) -> str:
    """The Greek letter of that name, or the name as it is."""
    size = "SMALL" if name.islower() else "CAPITAL"
    spelling = {"lambda": "lamda", "pi": ""}.get(name.lower(), name)
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {spelling}")
    except KeyError:
        return name


def _stand_side_by_side(left: str, right: str) -> bool:
    """Whether two factors need no sign between them: 3λ, kλ and 2cos(x), but √2·i, a·b and 2·width."""
    if left.isdecimal() and _FUNCTION.match(right):
        return True
    one_name = _ENDS_A_NAME.search(left) is not None and right[0].isascii() and right[0].isalpha()
    return _CLOSED.fullmatch(left) is not None and not _DIGIT_OR_WORD.match(right) and not one_name


class _LatexPrinter(_Arranged, LatexPrinter):  # type: ignore[misc]  # SymPy has no types
    """LaTeX."""

    minus = "-"

    def _brackets(self, text: str) -> str:
        return rf"\left({text}\right)"

    def _product(self, factors: Sequence[Expr]) -> str:
        first, *others = self._factors(factors) or ["1"]
        return first + "".join(rf" \cdot {text}" if text[0].isdecimal() else f" {text}" for text in others)

    def _over(self, above: Sequence[Expr], below: Sequence[Expr]) -> str:
        return rf"\frac{{{self._alone(above)}}}{{{self._alone(below)}}}"

    def _alone(self, factors: Sequence[Expr]) -> str:
        return self._print(factors[0]) if len(factors) == 1 else self._product(factors)

    def _power(self, base: Expr, exponent: Expr) -> str:
        return str(super(_Arranged, self)._print_Pow(Pow(base, exponent, evaluate=False)))

    def _print_ComplexRootOf(self, expr: Expr) -> str:
        return rf"\operatorname{{root}}_{{{expr.index}}}{self._brackets(self._print(expr.expr))}"

    def _print_KroneckerDelta(self, expr: Expr) -> str:
        j, n = expr.args
        return rf"\delta_{{{self._print(n)},{self._print(j)}}}"

    def _print_RootSum(self, expr: Expr) -> str:
        p, summand = _sum_over_roots(expr)
        return rf"\sum_{{{self._print(p)} = 0}} {self._brackets(self._print(summand))}"


class _MathMLPrinter(_Arranged):
    """Presentation MathML: elements side by side, in a row of their own wherever one is needed."""

    minus = "<mo>−</mo>"
    plus = "<mo>+</mo>"
    space = ""

    def emptyPrinter(self, expr: Any) -> str:
        """What has no notation of its own, as SymPy names it."""
        return f"<mtext>{escape(str(expr))}</mtext>"

    def _brackets(self, text: str) -> str:
        return in_brackets(text)

    def _product(self, factors: Sequence[Expr]) -> str:
        first, *others = self._factors(factors) or ["<mn>1</mn>"]
        signs = ("·" if _BEGINS_WITH_NUMBER.match(text) else "&#x2062;" for text in others)
        return first + "".join(f"<mo>{sign}</mo>{text}" for sign, text in zip(signs, others, strict=True))

    def _over(self, above: Sequence[Expr], below: Sequence[Expr]) -> str:
        return f"<mfrac>{one_element(self._alone(above))}{one_element(self._alone(below))}</mfrac>"

    def _alone(self, factors: Sequence[Expr]) -> str:
        return self._print(factors[0]) if len(factors) == 1 else self._product(factors)

    def _power(self, base: Expr, exponent: Expr) -> str:
        if exponent.is_Rational and exponent.p == 1 and not exponent.is_Integer:
            radicand = self._print(base)
            if exponent.q == 2:
                return f"<msqrt>{radicand}</msqrt>"
            return f"<mroot>{one_element(radicand)}<mn>{exponent.q}</mn></mroot>"
        above = one_element(self._print(exponent))
        if base.is_Function and exponent.is_Integer:
            return self._applied(f"<msup><mi>{base.func.__name__}</mi>{above}</msup>", base.args[0])
        below = one_element(self._print(base))
        return raised(below if precedence(base) > PRECEDENCE["Pow"] else self._brackets(below), above)

    def _applied(self, name: str, argument: Expr) -> str:
        return f"{name}<mo>&#x2061;</mo>{self._brackets(self._print(argument))}"

    def _print_Integer(self, expr: Integer) -> str:
        return f"{self.minus if expr.p < 0 else ''}<mn>{abs(expr.p)}</mn>"

    def _print_Rational(self, expr: Rational) -> str:
        return f"{self.minus if expr.p < 0 else ''}<mfrac><mn>{abs(expr.p)}</mn><mn>{expr.q}</mn></mfrac>"

    def _print_Symbol(self, expr: Symbol) -> str:
        name = _NUMBERED.fullmatch(expr.name)
        letter = f"<mi>{escape(_letter(name[1]) if name else expr.name)}</mi>"
        return f"<msub>{letter}<mn>{name[2]}</mn></msub>" if name and name[2] else letter

    def _print_ImaginaryUnit(self, _: Expr) -> str:
        return "<mi>i</mi>"

    def _print_Pi(self, _: Expr) -> str:
        return "<mi>π</mi>"

    def _print_Exp1(self, _: Expr) -> str:
        return "<mi>e</mi>"

    def _print_Abs(self, expr: Expr) -> str:
        return in_brackets(self._print(expr.args[0]), "||")

    def _print_exp(self, expr: Expr) -> str:
        return f"<msup><mi>e</mi>{one_element(self._print(expr.args[0]))}</msup>"

    def _print_Function(self, expr: Expr) -> str:
        return self._applied(f"<mi>{expr.func.__name__}</mi>", expr.args[0])

    def _print_KroneckerDelta(self, expr: Expr) -> str:
        j, n = map(self._print, expr.args)
        return f"<msub><mi>δ</mi><mrow>{n}<mo>,</mo>{j}</mrow></msub>"

    def _print_RootSum(self, expr: Expr) -> str:
        p, summand = _sum_over_roots(expr)
        below = f"<mrow>{self._print(p)}<mo>=</mo><mn>0</mn></mrow>"
        return f"<munder><mo>∑</mo>{below}</munder>{self._brackets(self._print(summand))}"

    def _print_ComplexRootOf(self, expr: Expr) -> str:
        return self._numbered_root(expr.expr, expr.index)

    def _print_ImplicitRoot(self, expr: Expr) -> str:
        polynomial, _, number = expr.args
        return self._numbered_root(polynomial, number)

    def _numbered_root(self, polynomial: Expr, number: object) -> str:
        return self._applied(f"<msub><mi>root</mi><mn>{number}</mn></msub>", polynomial)
