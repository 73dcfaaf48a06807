"""Each wrong input of the reading room: which error it is, what the error carries and what its message says."""

from __future__ import annotations

import math
import pickle
from decimal import Decimal

import numpy as np
import pytest
import sympy

from symeig.errors import (
    BudgetExceededError,
    InexactEntryError,
    InputError,
    ParseError,
    RaggedRowsError,
    SymeigError,
    UnreadableFileError,
    UnsupportedEntryError,
)
from symeig.reading import Limits, read_expression, read_matrix, read_matrix_argument

FINITE = "An exact eigenproblem needs finite entries. Remove it or write its exact value, e.g. '1/3'."
NUMBER = "An entry is a number, an expression or a text such as '1/3'. Convert it, or write its exact value."
FLOATS = "Give it as a text or a Fraction, or choose floats='decimal' or floats='binary'."
FUNCTIONS = "sqrt, cbrt, root, exp, sin, cos, tan, cot, sec, csc"
SMALLER = "Write something smaller."
x = sympy.Symbol("x")

EXPRESSIONS = {
    "": (ParseError, {"position": 0}, "'' is empty (character 1). Write a number or an expression."),
    "3 +": (
        ParseError,
        {"position": 3, "text": "3 +", "caret": "3 +\n   ^"},
        "'3 +' ends where a number, a name or '(' is expected (character 4). Complete it.",
    ),
    "3 + * 4": (ParseError, {"position": 4}, "has '*' where a number, a name or '(' is expected (character 5)."),
    "1 2": (
        ParseError,
        {"position": 2},
        "has '2' where an operator is expected (character 3). Write * for a product, and a comma between two entries.",
    ),
    "x 2": (ParseError, {"position": 2}, "has '2' where an operator is expected"),
    "1,5": (ParseError, {"position": 1}, "has ',' where an operator is expected (character 2). Write a decimal with a"),
    "(1 + 2": (ParseError, {"position": 0}, "opens a bracket with '(' that is never closed (character 1)."),
    "1 + 2)": (ParseError, {"position": 5}, "closes a bracket with ')' that was not opened (character 6). Balance"),
    "(1 + 2]": (ParseError, {"position": 6}, "closes a bracket with ']' that was not opened"),
    "()": (ParseError, {"position": 1}, "has ')' where a number, a name or '(' is expected"),
    "x = 2": (ParseError, {"position": 2}, "contains '=', which is in no notation that is read (character 3)."),
    "3!": (ParseError, {"position": 1}, "contains '!', which is in no notation"),
    "±2": (ParseError, {"position": 0}, "contains PLUS-MINUS SIGN (U+00B1), which is in no notation"),
    "|x|": (ParseError, {"position": 0}, "contains '|'"),
    "1_000": (ParseError, {"position": 1}, "contains '_'"),
    "x.y": (ParseError, {"position": 1}, "contains '.'"),
    "1\u200b2": (ParseError, {"position": 1}, "contains ZERO WIDTH SPACE (U+200B), which cannot be seen"),
    "аb": (ParseError, {"position": 0}, "CYRILLIC SMALL LETTER A (U+0430), which looks like another letter"),
    r"2\foo": (ParseError, {"position": 1}, r"has the LaTeX command \foo, which is not known (character 2)."),
    r"\pm 2": (ParseError, {"position": 0}, r"has the LaTeX command \pm, which is not known"),
    r"\frac{1}23": (ParseError, {"position": 9}, "has '3' where an operator is expected"),
    "sqrt2": (ParseError, {"position": 0}, "contains the name sqrt2 (character 1). Write sqrt(2) for the function."),
    "e^(it)": (
        ParseError,
        {"position": 3},
        "contains the name it, which looks like a product (character 4). Write i*t",
    ),
    "sqrt(1, 2)": (ParseError, {"position": 0}, "gives sqrt 2 arguments where it takes 1 (character 1)."),
    "root(2)": (ParseError, {"position": 0}, "gives root 1 arguments where it takes 2"),
    "sin": (ParseError, {"position": 3}, "ends where a number, a name or '(' is expected"),
    "cos t^2": (ParseError, {"position": 5}, "has '^' where an operator is expected"),
    "sin^-1(x)": (ParseError, {"position": 4}, "has '-' where"),
    "sin^{-1}(x)": (
        ParseError,
        {"position": 0},
        "has sin to the power -1, which can mean two things (character 1). Write 1/",
    ),
    "sin⁻¹(x)": (ParseError, {"position": 0}, "has sin to the power -1"),
    "1/0": (
        UnsupportedEntryError,
        {"position": None, "entry": "1/0"},
        f"'1/0' divides by zero (character 3). {FINITE}",
    ),
    "0/0": (UnsupportedEntryError, {"entry": "0/0"}, "divides by zero"),
    "1/(2-2)": (UnsupportedEntryError, {"caret": "1/(2-2)\n ^"}, "divides by zero (character 2)."),
    "x/(x-x)": (UnsupportedEntryError, {"entry": "x/(x-x)"}, "divides by zero (character 2)."),
    "1*2/0*3": (UnsupportedEntryError, {"caret": "1*2/0*3\n   ^"}, "divides by zero (character 4)."),
    r"\frac{1}{0}": (UnsupportedEntryError, {}, "divides by zero (character 1)."),
    "0^-1": (UnsupportedEntryError, {}, "divides by zero (character 2)."),
    "0^(-1/2)": (UnsupportedEntryError, {}, "divides by zero (character 2)."),
    "0^x": (UnsupportedEntryError, {}, "raises 0 to a power that may be negative (character 2)."),
    "tan(pi/2)": (UnsupportedEntryError, {}, "divides by zero (character 1)."),
    "root(2, 0)": (
        UnsupportedEntryError,
        {},
        "takes a root of index 0, which is not a positive integer (character 1).",
    ),
    "root(2, 1/2)": (UnsupportedEntryError, {}, "takes a root of index 1/2, which is not a positive integer"),
    "nan": (
        UnsupportedEntryError,
        {"entry": "nan"},
        f"'nan' contains nan, which is not finite (character 1). {FINITE}",
    ),
    "1 + NaN": (UnsupportedEntryError, {}, "contains NaN, which is not finite (character 5)."),
    "inf": (UnsupportedEntryError, {}, "contains inf, which is not finite"),
    "-Infinity": (UnsupportedEntryError, {}, "contains Infinity, which is not finite (character 2)."),
    "oo": (UnsupportedEntryError, {}, "contains oo, which is not finite"),
    "∞": (UnsupportedEntryError, {}, "contains ∞, which is not finite"),
    r"\infty": (UnsupportedEntryError, {}, "contains infty, which is not finite"),
    "None": (UnsupportedEntryError, {}, "contains None, which is no number (character 1). Write its exact value"),
    "true": (UnsupportedEntryError, {}, "contains true, which is no number"),
    "f(x)": (
        UnsupportedEntryError,
        {"entry": "f(x)"},
        f"'f(x)' calls 'f', which is not a known function (character 1). Known are {FUNCTIONS}; for a product write f*",
    ),
    "ab(3)": (UnsupportedEntryError, {}, "calls 'ab', which is not a known function"),
    r"\sqrt23": (ParseError, {"position": 6}, "has '3' where an operator is expected"),
    "foo(3)": (UnsupportedEntryError, {}, "calls 'foo', which is not a known function"),
    "log(2)": (
        UnsupportedEntryError,
        {},
        f"contains the function log, which is not known (character 1). Known functions are {FUNCTIONS}.",
    ),
    "ln 2": (UnsupportedEntryError, {}, "contains the function ln, which is not known"),
    r"\log 2": (UnsupportedEntryError, {}, "contains the function log, which is not known"),
    "abs(x)": (UnsupportedEntryError, {}, "contains the function abs"),
    "arcsin(x)": (UnsupportedEntryError, {}, "contains the function arcsin"),
    "9^9^9": (
        BudgetExceededError,
        {"what": "digits", "limit": 4096, "caret": "9^9^9\n ^"},
        f"'9^9^9' needs a number of more than 4096 bits (character 2). {SMALLER}",
    ),
    "1e999999999": (
        BudgetExceededError,
        {"what": "digits", "limit": 512},
        f"'1e999999999' has a number of more than 512 bits (character 1). {SMALLER}",
    ),
    "x^1001": (
        BudgetExceededError,
        {"what": "size", "limit": 1000, "spent": 1001},
        "has an exponent or a root index beyond",
    ),
    "(" * 100: (
        BudgetExceededError,
        {"what": "nodes", "limit": 60, "spent": 61},
        "has more than 60 levels of nesting (c",
    ),
    "√" * 100 + "2": (
        BudgetExceededError,
        {"what": "nodes", "limit": 20},
        "nests more than 20 powers, roots and functions",
    ),
    "1+" * 1001 + "1": (BudgetExceededError, {"what": "nodes"}, "has more than 2000 numbers, names and operators"),
    "1" * 20_001: (BudgetExceededError, {"what": "size", "spent": 20_001}, "has more than 20000 characters"),
}


@pytest.mark.parametrize(
    ("text", "kind", "attributes", "words"), [(k, *v) for k, v in EXPRESSIONS.items()], ids=lambda v: str(v)[:20]
)
def test_wrong_expression(text, kind, attributes, words):
    """A wrong expression is refused with its class, its data and a message that says what to do."""
    with pytest.raises(kind) as caught:
        read_expression(text)
    assert type(caught.value) is kind
    assert words in caught.value.message
    assert {name: getattr(caught.value, name) for name in attributes} == attributes


MATRICES = {
    "empty text": ("", ParseError, {"position": 0}, "'' is empty (character 1). Write rows such as '2 1; 2 3', or []"),
    "blank text": (" \n", ParseError, {}, "is empty"),
    "only separators": (";;", ParseError, {"position": 0}, "has no entries (character 1). Write rows such as"),
    "entry in a row": (
        "1 2; 3 +",
        ParseError,
        {"position": 8, "text": "1 2; 3 +", "caret": "1 2; 3 +\n        ^"},
        "Entry (2, 1), '3 +', ends where a number, a name or '(' is expected (character 9). Complete it.",
    ),
    "entry in a later line": (
        "1 2\n3 x?",
        ParseError,
        {"position": 7, "caret": "3 x?\n   ^"},
        "Entry (2, 2), 'x?', contains '?', which is in no notation that is read (character 8).",
    ),
    "entry in LaTeX": (
        r"\begin{pmatrix} 1 & \foo \end{pmatrix}",
        ParseError,
        {"position": 20},
        r"Entry (1, 2), '\foo', has the LaTeX command \foo",
    ),
    "missing entry": ("1,,2", ParseError, {"position": 2}, "Entry (1, 2), '', is empty (character 3)."),
    "missing entry in LaTeX": (r"\begin{pmatrix} 1 & & 2 \end{pmatrix}", ParseError, {}, "Entry (1, 2), '', is empty"),
    "open bracket": ("[[1, 2], [3, 4]", ParseError, {"position": 0}, "opens a bracket with '[' that is never closed"),
    "closed bracket": ("[[1, 2]]]", ParseError, {"position": 8}, "closes a bracket with ']' that was not opened"),
    "wrong bracket": ("[(1, 2])", ParseError, {"position": 6}, "closes a bracket with ']' that was not opened"),
    "behind a matrix": (
        "[[1, 2], [3, 4]]^T",
        ParseError,
        {"position": 16},
        "goes on behind the matrix (character 17).",
    ),
    "no row": (
        "[[1, 2], 3]",
        ParseError,
        {"position": 9},
        "has '3' where a row in brackets is expected (character 10).",
    ),
    "third level": ("[[[1]]]", ParseError, {"position": 2}, "Entry (1, 1), '[1]', has '['"),
    "semicolon in a row": ("[[1; 2]]", ParseError, {}, "contains ';'"),
    "a name alone": ("A =", ParseError, {"position": 3}, "is empty (character 4)."),
    "two names": ("A = B = 1", ParseError, {}, "contains '='"),
    "comparison": ("A == 1", ParseError, {}, "contains '='"),
    "maxima and a number": ("matrix([1, 2], 3)", ParseError, {"position": 15}, "has '3' where a row"),
    "sympy column": ("Matrix([1, 2])", ParseError, {"position": 7}, "does not give Matrix a list of rows"),
    "two matrices": (
        r"\begin{pmatrix}1\end{pmatrix}\begin{pmatrix}1\end{pmatrix}",
        ParseError,
        {"position": 29},
        "has something besides a matrix (character 30). Give the matrix alone.",
    ),
    "endless environment": (r"\begin{pmatrix} 1", ParseError, {"position": 0}, "begins pmatrix and does not end it"),
    "identity of a name": ("identity(n)", ParseError, {"position": 9}, "has n for a number of rows (character 10)."),
    "negative identity": ("eye(-1)", ParseError, {}, "has -1 for a number of rows"),
    "shortened array": ("[[1 ... 2]]", ParseError, {"position": 4}, "Entry (1, 2), '...', contains '.'"),
    "text division by zero": (
        "1 2; 3 1/0",
        UnsupportedEntryError,
        {"position": (2, 2), "entry": "1/0", "caret": "1 2; 3 1/0\n         ^"},
        f"Entry (2, 2), '1/0', divides by zero (character 10). {FINITE}",
    ),
    "text nan": ("1 nan", UnsupportedEntryError, {"position": (1, 2)}, "Entry (1, 2), 'nan', contains nan"),
    "text in a list": ([[1, "3 +"]], ParseError, {"position": 3}, "Entry (1, 2), '3 +', ends where a number"),
    "text function in a list": ([["f(x)"]], UnsupportedEntryError, {"position": (1, 1), "entry": "f(x)"}, "calls 'f'"),
    "ragged text": (
        "1 2; 3",
        RaggedRowsError,
        {"row": 2, "lengths": (2, 1)},
        "Row 2 has 1 entry and row 1 has 2 entries. All rows of a matrix have the same length. Add what is missing",
    ),
    "ragged list": ([[1, 2], [3, 4], []], RaggedRowsError, {"row": 3, "lengths": (2, 2, 0)}, "Row 3 has 0 entries"),
    "ragged columns": ("[[1], [2, 3]]", RaggedRowsError, {"row": 2}, "Row 2 has 2 entries and row 1 has 1 entry"),
    "nan": (
        [[1, 2], [3, math.nan]],
        UnsupportedEntryError,
        {"position": (2, 2), "entry": "nan"},
        f"Entry (2, 2) is nan. {FINITE}",
    ),
    "infinity": (
        [[-math.inf]],
        UnsupportedEntryError,
        {"position": (1, 1), "entry": "-inf"},
        f"Entry (1, 1) is -inf. {FINITE}",
    ),
    "decimal nan": ([[Decimal("nan")]], UnsupportedEntryError, {"entry": "NaN"}, f"Entry (1, 1) is NaN. {FINITE}"),
    "sympy infinity": ([[sympy.zoo]], UnsupportedEntryError, {"entry": "zoo"}, f"Entry (1, 1) is zoo. {FINITE}"),
    "array nan": (np.array([[np.nan]]), UnsupportedEntryError, {"position": (1, 1)}, "Entry (1, 1) is nan."),
    "None": (
        [[1, None]],
        UnsupportedEntryError,
        {"position": (1, 2), "entry": "None"},
        f"Entry (1, 2), None, is of type NoneType. {NUMBER}",
    ),
    "masked": (
        np.ma.array([[1, 2]], mask=[[False, True]]),
        UnsupportedEntryError,
        {"position": (1, 2)},
        "Entry (1, 2), None, is of type NoneType.",
    ),
    "masked float32": (
        np.ma.array([[1, 2]], mask=[[True, False]], dtype="f4"),
        UnsupportedEntryError,
        {"position": (1, 1)},
        "MaskedConstant",
    ),
    "undefined function": (
        [[sympy.Function("f")(x)]],
        UnsupportedEntryError,
        {"position": (1, 1), "entry": "f(x)"},
        f"Entry (1, 1), f(x), contains a function without a definition. {NUMBER}",
    ),
    "huge decimal": (
        [[Decimal("1e999999")]],
        BudgetExceededError,
        {"what": "digits", "limit": 13_607},
        "Entry (1, 1) has a number of more than 13607 bits. Scale the matrix.",
    ),
    "identity": (
        "identity(10^9)",
        BudgetExceededError,
        {"what": "size", "limit": 4_000_000, "spent": 10**18},
        "stands for more",
    ),
    "number": (
        5,
        InputError,
        {},
        "An object of type int is not a matrix. A matrix is a list of rows, an array or a text. Write it",
    ),
    "None for a matrix": (None, InputError, {}, "An object of type NoneType is not a matrix."),
    "dict": ({1: 2}, InputError, {}, "An object of type dict is not a matrix."),
    "set of rows": ({(1, 2)}, InputError, {}, "An object of type set is not a matrix."),
    "list of numbers": ([1, 2], InputError, {}, "Row 1 is of type int and not a list. A matrix is a list of rows"),
    "list of texts": (["1 2", "3 4"], InputError, {}, "Row 1 is of type str and not a list."),
    "later row": ([[1], 2], InputError, {}, "Row 2 is of type int and not a list."),
    "one dimension": (np.ones(3), InputError, {}, "The array has 1 dimension, shape (3,). A matrix has 2. Reshape it"),
    "three dimensions": (np.ones((2, 2, 2)), InputError, {}, "The array has 3 dimensions, shape (2, 2, 2)."),
}


@pytest.mark.parametrize(("source", "kind", "attributes", "words"), MATRICES.values(), ids=MATRICES)
def test_wrong_matrix(source, kind, attributes, words):
    """A wrong matrix is refused with its class, its data and a message that says what to do."""
    with pytest.raises(kind) as caught:
        read_matrix(source)
    assert type(caught.value) is kind
    assert words in caught.value.message
    assert {name: getattr(caught.value, name) for name in attributes} == attributes


FLOATING = {
    "float": (0.5, "0.5"),
    "integral float": (2.0, "2.0"),
    "complex": (0.5j, "0.5j"),
    "numpy float32": (np.float32(0.1), "0.1"),
    "sympy Float": (sympy.Float(0.5), "0.500000000000000"),
}


@pytest.mark.parametrize(("value", "text"), FLOATING.values(), ids=FLOATING)
def test_float_that_is_ruled_out(value, text):
    """With floats="error", the message names the float and the two ways out."""
    with pytest.raises(InexactEntryError) as caught:
        read_matrix([[1], [value]], floats="error")
    assert (caught.value.position, caught.value.entry) == ((2, 1), text)
    assert (
        caught.value.message == f"Entry (2, 1) is the float {text}. Floats were ruled out with floats='error'. {FLOATS}"
    )


def test_unknown_way_to_read_floats():
    """An option that does not exist is refused, and the options are listed."""
    with pytest.raises(InputError, match=r"'exact' is not a way to read floats. Choose 'decimal', 'binary' or 'error'"):
        read_matrix([[1]], floats="exact")


def test_missing_file():
    """A missing file is named, with what to check."""
    with pytest.raises(UnreadableFileError) as caught:
        read_matrix_argument("missing.json")
    assert caught.value.path == "missing.json"
    expected = "'missing.json' cannot be read: No such file or directory. Check the name and the permissions."
    assert caught.value.message == expected


def test_text_beyond_the_limits():
    """A bound that the caller set is the one in the message."""
    with pytest.raises(BudgetExceededError) as caught:
        read_matrix("1 2; 3 4", limits=Limits(matrix_characters=4))
    assert (caught.value.what, caught.value.limit, caught.value.spent) == ("size", 4, 8)
    assert "has more than 4 characters" in caught.value.message


@pytest.mark.parametrize("source", [case[0] for case in MATRICES.values()], ids=MATRICES)
def test_error_survives_pickling(source):
    """An error can be sent to another process with all that it carries."""
    with pytest.raises(SymeigError) as caught:
        read_matrix(source)
    copy = pickle.loads(pickle.dumps(caught.value))
    # Dask sends the context along.
    pickle.dumps(caught.value.__context__)
    assert (type(copy), str(copy), copy.data) == (type(caught.value), str(caught.value), caught.value.data)


@pytest.mark.parametrize(("text", "kind"), [(k, v[0]) for k, v in EXPRESSIONS.items()], ids=lambda v: str(v)[:20])
def test_message_is_short_and_has_a_remedy(text, kind):
    """A message is two sentences or more, shorter than 300 characters, on one line."""
    with pytest.raises(kind) as caught:
        read_expression(text)
    assert len(caught.value.message) < 300
    assert caught.value.message.count(". ") >= 1
    assert "\n" not in caught.value.message
