r"""Texts of numbers and expressions -> exact numbers.

Three steps, each bounded before it is taken: characters become tokens (`tokens.py`), tokens become a tree
(`parsing.py`), and the tree is computed from its leaves up (`arithmetic.py`). Nothing is ever evaluated by Python.

Conventions. ``-x^2`` is -(x²), ``2^3^2`` is 2⁹, and multiplication and division go from left to right, also where the
sign is left out: ``1/2x`` is x/2. ``sqrt`` and fractional powers are principal values, so ``(-8)^(1/3)`` is 1 + √3 i.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import sympy

from symeig.reading import arithmetic
from symeig.reading.limits import Limits
from symeig.reading.numerals import DECIMAL, read_numeral
from symeig.reading.parsing import parse
from symeig.reading.refusals import DIVISION_BY_ZERO, OversizeError, Passage, RefusedError, UndefinedError
from symeig.reading.scalars import ExactScalar, simplest
from symeig.reading.tokens import FUNCTIONS, Token

if TYPE_CHECKING:
    from lark import Tree

__all__ = ["read_expression", "read_passage", "without_delimiters"]

_RATIONAL = re.compile(rf"\s*(?P<sign>[+-]?)(?P<numerator>{DECIMAL})(?:/(?P<denominator>{DECIMAL}))?\s*", re.ASCII)
_DELIMITED = re.compile(r"\s*(?:\$\$(.*)\$\$|\$(.*)\$|\\\((.*)\\\)|\\\[(.*)\\\])\s*", re.DOTALL)
_CONSTANT_VALUES = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I}
_ROOT_INDEX = {"sqrt": 2, "cbrt": 3}
_DEFAULT_LIMITS = Limits()


def read_expression(text: str, *, limits: Limits = _DEFAULT_LIMITS) -> ExactScalar:
    r"""Exact value of a number or an expression as typed.

    Read are integers, decimals (``0.1`` is 1/10), fractions, ``+ - * / ^ **``, products without a sign (``2sqrt(3)``),
    ``sqrt``, ``cbrt``, ``root(x, n)``, ``exp``, ``sin cos tan cot sec csc``, ``pi``, ``e``, the imaginary unit ``i``,
    ``I`` or ``j``, and symbols; in ASCII, in Unicode (``√2``, ``½``, ``x²``, ``λ₁``) and in LaTeX (``\frac{1}{2}``,
    ``\sqrt[3]{2}``).

    Args:
        text: The expression.
        limits: Bounds, checked before anything is computed.

    Returns:
        An int or a Fraction where the value is rational, a SymPy expression otherwise. Symbols carry no assumptions.

    Raises:
        ParseError: the text is not an expression; the error has the position and a caret line.
        UnsupportedEntryError: the value is not finite, or contains an unknown function.
        BudgetExceededError: the text or its value is beyond the limits.

    Examples:
        >>> from symeig.reading import read_expression
        >>> read_expression("0.1"), read_expression("2½"), read_expression("2^10")
        (Fraction(1, 10), Fraction(5, 2), 1024)
        >>> read_expression("(1 + √5)/2"), read_expression(r"\frac{-b + \sqrt{b^2 - 4ac}}{2a}")
        (1/2 + sqrt(5)/2, (-b + sqrt(-4*a*c + b**2))/(2*a))
        >>> read_expression("3 +")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        symeig.errors.ParseError: '3 +' ends where a number, a name or '(' is expected (character 4). ...
    """
    return read_passage(Passage.of(text), limits)


def read_passage(passage: Passage, limits: Limits) -> ExactScalar:
    """Exact value of a stretch of text; errors give positions in the whole text.

    Raises:
        ParseError: the stretch is not an expression.
        UnsupportedEntryError: the value is not finite, or contains an unknown function.
        BudgetExceededError: the stretch or its value is beyond the limits.
    """
    length = passage.stop - passage.start
    if length > limits.characters:
        predicate = f"has more than {limits.characters} characters"
        refusal = OversizeError(predicate, what="size", limit=limits.characters, spent=length)
        raise passage.refused(passage.start, refusal)
    match = _RATIONAL.fullmatch(passage.plain, passage.start, passage.stop)
    if match:
        return _rational(passage, match, limits.literal_bits)
    return _Evaluator(without_delimiters(passage), limits).value()


def without_delimiters(passage: Passage) -> Passage:
    r"""The passage without the ``$`` or ``\(`` around it that start and end mathematics in LaTeX.

    Examples:
        >>> from symeig.reading.expressions import without_delimiters
        >>> from symeig.reading.refusals import Passage
        >>> inner = without_delimiters(Passage.of("$x$"))
        >>> inner.start, inner.stop
        (1, 2)
    """
    match = _DELIMITED.fullmatch(passage.plain, passage.start, passage.stop)
    return passage.part(*match.span(match.lastindex or 0), passage.entry) if match else passage


def _rational(passage: Passage, match: re.Match[str], literal_bits: int) -> int | Fraction:
    """Value of what `_RATIONAL` matches: nearly all entries of nearly all matrices, and no parser is needed."""
    group = "numerator"
    try:
        value = read_numeral(match[group], literal_bits)
        if match["denominator"]:
            group = "denominator"
            denominator = read_numeral(match[group], literal_bits)
            if denominator == 0:
                raise UndefinedError(DIVISION_BY_ZERO)
            value = simplest(Fraction(value) / denominator)
    except RefusedError as refusal:
        raise passage.refused(match.start(group), refusal) from None
    return -value if match["sign"] == "-" else value


class _Evaluator:
    """The value of each rule of the grammar from the values of its parts; a method has the name of its rule."""

    def __init__(self, passage: Passage, limits: Limits) -> None:
        self.passage = passage
        self.limits = limits

    def value(self) -> ExactScalar:
        """Value of the passage."""
        tree = parse(self.passage, self.limits)
        values: dict[int, ExactScalar] = {}
        # Parts come before the whole, so nothing recurses however deep the tree is.
        for node in tree.iter_subtrees():
            parts = [child if isinstance(child, Token) else values[id(child)] for child in node.children]
            try:
                values[id(node)] = getattr(self, node.data)(*parts)
            except RefusedError as refusal:
                raise self.passage.refused(_position(node), refusal) from None
        return values[id(tree)]

    def number(self, numeral: Token) -> ExactScalar:
        return read_numeral(numeral.spelling, self.limits.literal_bits)

    def name(self, name: Token) -> ExactScalar:
        return _CONSTANT_VALUES.get(name.spelling) or sympy.Symbol(name.spelling)

    def signed(self, *parts: Any) -> ExactScalar:
        *signs, value = parts
        is_negative = sum(sign.spelling == "-" for sign in signs) % 2
        return -value if is_negative else value

    def sum(self, first: ExactScalar, *parts: Any) -> ExactScalar:
        terms = (-term if sign.spelling == "-" else term for sign, term in zip(parts[::2], parts[1::2], strict=True))
        return arithmetic.add([first, *terms], self.limits)

    def product(self, *parts: Any) -> ExactScalar:
        factors: list[ExactScalar] = []
        operator = None
        for part in parts:
            if not isinstance(part, Token):
                factors.append(self._reciprocal(part, operator) if operator and operator.spelling == "/" else part)
            operator = part if isinstance(part, Token) else None
        return arithmetic.multiply(factors, self.limits)

    def fraction(self, _: Token, numerator: ExactScalar, denominator: ExactScalar) -> ExactScalar:
        return arithmetic.multiply([numerator, arithmetic.power(denominator, -1, self.limits)], self.limits)

    def power(self, base: ExactScalar, operator: Token, exponent: ExactScalar | None = None) -> ExactScalar:
        return arithmetic.power(base, _superscript(operator.spelling) if exponent is None else exponent, self.limits)

    def root(self, sign: Token, *index_and_radicand: ExactScalar) -> ExactScalar:
        *index, radicand = index_and_radicand
        return arithmetic.root(radicand, index[0] if index else int(sign.spelling), self.limits)

    def call(self, function: Token, *arguments: ExactScalar) -> ExactScalar:
        name = function.spelling
        needed = FUNCTIONS[name]
        if len(arguments) != needed:
            predicate = f"gives {name} {len(arguments)} arguments where it takes {needed}"
            raise self.passage.malformed(function.start, predicate, "Write for example sqrt(2) or root(2, 3).")
        if name == "root":
            return arithmetic.root(arguments[0], arguments[1], self.limits)
        if name in _ROOT_INDEX:
            return arithmetic.root(arguments[0], _ROOT_INDEX[name], self.limits)
        return arithmetic.apply(name, arguments[0], self.limits)

    def call_power(self, function: Token, operator: Token, *parts: ExactScalar) -> ExactScalar:
        *exponents, argument = parts
        exponent = exponents[0] if exponents else _superscript(operator.spelling)
        if exponent == -1:
            predicate = f"has {function.spelling} to the power -1, which can mean two things"
            raise self.passage.malformed(
                function.start, predicate, f"Write 1/{function.spelling}(...) for the reciprocal."
            )
        return arithmetic.power(self.call(function, argument), exponent, self.limits)

    def _reciprocal(self, value: ExactScalar, operator: Token) -> ExactScalar:
        try:
            return arithmetic.power(value, -1, self.limits)
        except RefusedError as refusal:
            raise self.passage.refused(operator.start, refusal) from None


def _superscript(text: str) -> ExactScalar:
    sign, digits = (-1, text[1:]) if text[0] == "-" else (1, text.lstrip("+"))
    return sign * (int(digits) if digits.isdecimal() else _CONSTANT_VALUES.get(digits) or sympy.Symbol(digits))


def _position(node: Tree[Any]) -> int:
    """Where the operation of a rule was written: at its operator, or where its first part starts."""
    token = next((child for child in node.children if isinstance(child, Token)), None)
    return token.start if token is not None else _position(node.children[0])
