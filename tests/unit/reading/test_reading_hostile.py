"""Texts made to hang, to crash or to deceive are refused, and no text does anything but be read or refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError, ParseError, SymeigError, UnsupportedEntryError
from symeig.reading import read_expression, read_matrix

TOO_LARGE = {
    "tower": "5^5^5^5",
    "latex tower": "5^{5^{5^5}}",
    "nine": "9^9^9",
    "power": "2^(10^9)",
    "negative power": "2^-(10^9)",
    "power of ten": "1e999999999",
    "negative power of ten": "1e-999999999",
    "long exponent": "1e" + "9" * 10000,
    "power of a power": "((2^1000)^1000)^1000",
    "power of a radical": "sqrt(2)^(10^9)",
    "fractional power": "2^(10^9/3)",
    "power with a symbol": "2^(n + 10^9)",
    "powers that meet": "2^(n+500) * 2^(n+500) * 2^(-2n + 10^9)",
    "product": "*".join(["9^999"] * 500),
    "sum": "+".join(f"1/(7^{k}+1)" for k in range(500, 900)),
    "digits": "9" * 19999,
    "million characters": "1" * 10**6,
    "million brackets": "(" * 10**6,
    "ten thousand brackets": "(" * 10**4,
    "balanced brackets": "(" * 100 + "1" + ")" * 100,
    "braces": "{" * 100 + "1" + "}" * 100,
    "signs": "-" * 19999 + "1",
    "roots": "√" * 19999 + "2",
    "nested fractions": r"\frac{1}{" * 100 + "2" + "}" * 100,
    "nested functions": "sin(" * 100 + "x" + ")" * 100,
    "carets": "x^" * 9999 + "x",
    "symbols": "+".join(f"x{k}" for k in range(3000)),
    "symbol": "x^(10^9)",
    "index": "root(2, 10^9)",
    "small exponent": "x^(1/(10^9))",
    "radicand": "sqrt(" + "3^300*" * 20 + "1)",
    "argument": "sin(" + "3^300*" * 20 + "1)",
    "exponential": "exp(10^9)",
}


@pytest.mark.parametrize("text", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_names_too_much_is_refused(text):
    """A text that stands for something huge is refused before anything huge is made."""
    with pytest.raises(BudgetExceededError) as caught:
        read_expression(text)
    assert caught.value.limit < caught.value.spent


@pytest.mark.parametrize("text", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_names_too_much_is_refused_in_a_matrix(text):
    """The larger bounds of a matrix are bounds all the same."""
    with pytest.raises(BudgetExceededError):
        read_matrix([[text, 1], [1, 1]])


LARGE_MATRICES = {
    "identity": "identity(10^9)",
    "diag": f"diag({'1,' * 3000})",
    "brackets": "[" * 10**6,
    "characters": "1 " * (2 * 10**6 + 1),
}


@pytest.mark.parametrize("text", LARGE_MATRICES.values(), ids=LARGE_MATRICES)
def test_matrix_that_is_too_large_is_refused(text):
    """The size of a matrix is bounded before its entries are made."""
    with pytest.raises(BudgetExceededError):
        read_matrix(text)


MANY_SEPARATORS = {
    "commas": "," * 10**6,
    "ampersands": r"\begin{pmatrix}" + "&" * 10**6 + r"\end{pmatrix}",
    "semicolons": ";" * 10**6,
    "lines": "\n" * 10**6,
    "environments": r"\begin{pmatrix}" * 10**5,
    "dollars": "$" * 10**6 + "x",
    "names": "a." * 10**6,
}


@pytest.mark.parametrize("text", MANY_SEPARATORS.values(), ids=MANY_SEPARATORS)
def test_separators_without_entries_are_refused(text):
    """A million separators are refused at the first one, in time proportional to the text."""
    with pytest.raises(SymeigError):
        read_matrix(text)


CODE = [
    "__import__('os').system('true')",
    "exec('1')",
    "x.__class__",
    "lambda x: x",
    "[x for x in y]",
    "open('A')",
    "Symbol('x')",
    "print(1)",
    "x if y else z",
    "x := 1",
    "f'{x}'",
    "().__class__",
    "1;import os",
    "\\input{A}",
    "\\def\\x{1}",
    "\\href{A}{1}",
    "<script>",
    "=1+1",
    "$(true)",
    "`true`",
]


@pytest.mark.parametrize("text", CODE)
def test_code_is_refused(text):
    """A program in any language is no expression."""
    with pytest.raises((ParseError, UnsupportedEntryError)):
        read_expression(text)


DECEPTIVE = {
    "zero width space": ("1\u200b2", 1, "ZERO WIDTH SPACE"),
    "zero width joiner": ("x\u200dy", 1, "ZERO WIDTH JOINER"),
    "right to left override": ("1\u202e2", 1, "RIGHT-TO-LEFT OVERRIDE"),
    "left to right isolate": ("\u20661", 0, "LEFT-TO-RIGHT ISOLATE"),
    "byte order mark": ("\ufeff1", 0, "ZERO WIDTH NO-BREAK SPACE"),
    "invisible times": ("2\u2062x", 1, "INVISIBLE TIMES"),
    "soft hyphen": ("1\u00ad2", 1, "SOFT HYPHEN"),
    "nul": ("1\x00", 1, "U\\+0000"),
    "escape": ("\x1b[31m1", 0, "U\\+001B"),
    "surrogate": ("1\ud800", 1, "U\\+D800"),
    "cyrillic a": ("1 + а", 4, "CYRILLIC SMALL LETTER A"),
    "cyrillic es": ("с", 0, "CYRILLIC SMALL LETTER ES"),
    "greek alpha": ("Α", 0, "GREEK CAPITAL LETTER ALPHA"),
    "greek omicron": ("ο", 0, "GREEK SMALL LETTER OMICRON"),
    "combining accent": ("x\u0301", 1, "COMBINING ACUTE ACCENT"),
    "accented letter": ("é", 0, "LATIN SMALL LETTER E WITH ACUTE"),
    "circled digit": ("①", 0, "CIRCLED DIGIT ONE"),
    "roman numeral": ("Ⅳ", 0, "ROMAN NUMERAL FOUR"),
    "arabic digit": ("٣", 0, "ARABIC-INDIC DIGIT THREE"),
    "superscript after nothing": ("⁺", 0, "SUPERSCRIPT PLUS"),
    "subscript after a number": ("2₁", 1, "SUBSCRIPT ONE"),
}


@pytest.mark.parametrize(("text", "position", "name"), DECEPTIVE.values(), ids=DECEPTIVE)
def test_deceptive_character_is_refused_by_name(text, position, name):
    """A character that hides, or looks like another, is refused by its name and place."""
    with pytest.raises(ParseError, match=name) as caught:
        read_expression(text)
    assert caught.value.position == position


@pytest.mark.parametrize("text", [case[0] for case in DECEPTIVE.values()], ids=DECEPTIVE)
def test_message_about_a_deceptive_character_is_printable(text):
    """A message never repeats a character that would change how it is displayed."""
    with pytest.raises(ParseError) as caught:
        read_expression(text)
    assert caught.value.message.isprintable()
    assert caught.value.caret.replace("\n", "").isprintable()


ALPHABET = "0123456789.eijxyzfλαπΩа√∛½⅔²⁻ⁿ₁₂+-−*/·×^()[]{}<>,;:=|&_'\"\\$%#@!?~ \t\n\r\x00\u200b\u202e１；"
WORDS = [
    r"sqrt",
    r"root(",
    r"exp(",
    r"sin",
    r"nan",
    r"oo",
    r"\frac",
    r"\sqrt[",
    r"\left(",
    r"\begin{pmatrix}",
    r"\\",
    r"&",
    r"\end{pmatrix}",
    r"diag(",
    r"identity(",
    r"Matrix(",
    r"array(",
    r"dtype=",
    r"1e9",
    r"^^",
    r"**",
    r"x_1",
    r"\mathrm{",
    r"^{",
    r"[[",
    r"]]",
    r"},{",
]
texts = st.one_of(
    st.text(max_size=40),
    st.text(ALPHABET, max_size=40),
    st.lists(st.sampled_from([*ALPHABET, *WORDS]), max_size=30).map("".join),
)


@given(texts)
def test_any_text_is_an_expression_or_an_error(text):
    """Whatever is typed is read or refused with one of symeig's errors."""
    with suppress(SymeigError):
        read_expression(text)


@given(texts)
def test_any_text_is_a_matrix_or_an_error(text):
    """Whatever is typed as a matrix is read or refused with one of symeig's errors."""
    with suppress(SymeigError):
        matrix = read_matrix(text)
        assert all(len(row) == matrix.shape[1] for row in matrix.rows)


@given(texts)
def test_positions_lie_in_the_text(text):
    """The position of a fault is an offset in the text, or its end."""
    position = 0
    try:
        read_matrix(text)
    except ParseError as caught:
        position = caught.position
    except SymeigError:
        pass
    assert 0 <= position <= len(text)
