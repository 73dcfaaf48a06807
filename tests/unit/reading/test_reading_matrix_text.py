"""Which matrix a text stands for, in each notation."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError
from symeig.reading import MATRIX_LIMITS, Limits, read_matrix

ROWS = ((2, 1), (2, 3))
sqrt = sympy.sqrt
t, x = sympy.symbols("t x")

SAME = {
    "semicolon": "2 1; 2 3",
    "semicolon at the end": "2 1; 2 3;",
    "commas": "2, 1; 2, 3",
    "lines": "2 1\n2 3",
    "lines with a blank one": "\n2 1\n\n2 3\n",
    "windows lines": "2 1\r\n2 3\r\n",
    "tabs": "2\t1\n2\t3",
    "commas and lines": "2, 1,\n2, 3",
    "octave": "[2 1; 2 3]",
    "octave with commas": "[2, 1; 2, 3]",
    "octave over lines": "[ 2 1\n  2 3 ]",
    "octave with rows that end twice": "[2 1;\n 2 3;]",
    "python": "[[2, 1], [2, 3]]",
    "python without spaces": "[[2,1],[2,3]]",
    "python over lines": "[\n  [2, 1],\n  [2, 3],\n]",
    "python tuples": "((2, 1), (2, 3))",
    "tuples in a list": "[(2, 1), (2, 3)]",
    "mathematica": "{{2, 1}, {2, 3}}",
    "braces": "{2, 1; 2, 3}",
    "parentheses": "(2 1; 2 3)",
    "numpy str": "[[2 1]\n [2 3]]",
    "numpy repr": "array([[2, 1],\n       [2, 3]])",
    "numpy repr of floats": "array([[2., 1.],\n       [2., 3.]], dtype=float32)",
    "numpy call": "np.array([[2, 1], [2, 3]])",
    "sympy": "Matrix([[2, 1], [2, 3]])",
    "maxima": "matrix([2, 1], [2, 3])",
    "with a name": "A = [2 1; 2 3]",
    "with a name, without brackets": "A=2 1; 2 3",
    "maple": "M_1 := Matrix([[2, 1], [2, 3]])",
    "latex with a name": r"$A = \begin{pmatrix} 2 & 1 \\ 2 & 3 \end{pmatrix}$",
    "sympy over lines": "Matrix([\n[2, 1],\n[2, 3]])",
    "sympy immutable": "ImmutableDenseMatrix([[2, 1], [2, 3]])",
    "sage": "[2 1]\n[2 3]",
    "rows of tuples": "(2, 1), (2, 3)",
    "pmatrix": r"\begin{pmatrix} 2 & 1 \\ 2 & 3 \end{pmatrix}",
    "bmatrix without spaces": r"\begin{bmatrix}2&1\\2&3\end{bmatrix}",
    "matrix that ends its last row": "\\begin{matrix} 2 & 1 \\\\\n 2 & 3 \\\\\n\\end{matrix}",
    "smallmatrix": r"\begin{smallmatrix} 2 & 1 \\ 2 & 3 \end{smallmatrix}",
    "starred matrix": r"\begin{pmatrix*}[r] 2 & 1 \\ 2 & 3 \end{pmatrix*}",
    "array": r"\left[ \begin{array}{cc} 2 & 1 \\[2pt] 2 & 3 \end{array} \right]",
    "array with lines": r"\begin{array}{|c|c|} \hline 2 & 1 \\ \hline 2 & 3 \\ \hline \end{array}",
    "dollars": r"$\begin{pmatrix} 2 & 1 \\ 2 & 3 \end{pmatrix}$",
    "display": r"\[ \begin{pmatrix} 2 & 1 \\ 2 & 3 \end{pmatrix} \]",
    "full width": "２　１；２　３",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_notations_of_one_matrix(text):
    """Every notation of a matrix is read as that matrix."""
    matrix = read_matrix(text)
    assert matrix.rows == ROWS
    assert matrix.shape == (2, 2)
    assert matrix.floats is None


OTHER = {
    "5": ((5,),),
    "sqrt(2)": ((sqrt(2),),),
    "1 2 3": ((1, 2, 3),),
    "[1, 2, 3]": ((1, 2, 3),),
    "1; 2; 3": ((1,), (2,), (3,)),
    "[[1], [2]]": ((1,), (2,)),
    "((1,), (2,))": ((1,), (2,)),
    "[]": (),
    "{}": (),
    "[[]]": ((),),
    "Matrix([])": (),
    "diag(1, 2, 3)": ((1, 0, 0), (0, 2, 0), (0, 0, 3)),
    "diag([1, 2])": ((1, 0), (0, 2)),
    r"\operatorname{diag}(1, 2)": ((1, 0), (0, 2)),
    "diag(1/2, sqrt(2))": ((Fraction(1, 2), 0), (0, sqrt(2))),
    "diag()": (),
    "identity(2)": ((1, 0), (0, 1)),
    "eye(1)": ((1,),),
    "identity(0)": (),
    "0.1 1/3": ((Fraction(1, 10), Fraction(1, 3)),),
    "½ −3": ((Fraction(1, 2), -3),),
    "x² x₁": ((x**2, sympy.Symbol("x1")),),
    "sqrt(2) 2sqrt(3); 0 (1 + sqrt(5))/2": ((sqrt(2), 2 * sqrt(3)), (0, (1 + sqrt(5)) / 2)),
    "cos(t) -sin(t); sin(t) cos(t)": ((sympy.cos(t), -sympy.sin(t)), (sympy.sin(t), sympy.cos(t))),
    "cos t, -sin t": ((sympy.cos(t), -sympy.sin(t)),),
    "root(8, 3) 2": ((2, 2),),
    "[root(8, 3), 2]": ((2, 2),),
    "(1 + 2) 3": ((3, 3),),
    "[[1.+0.j, 2.-1.j]]": ((1, 2 - sympy.I),),
    r"\begin{pmatrix} \frac{1}{2} & \sqrt[3]{2} \end{pmatrix}": ((Fraction(1, 2), sympy.cbrt(2)),),
    r"\begin{pmatrix} {2} & -3 x \end{pmatrix}": ((2, -3 * x),),
    r"\begin{pmatrix} \cos\theta & -\sin\theta \end{pmatrix}": (
        (sympy.cos(sympy.Symbol("theta")), -sympy.sin(sympy.Symbol("theta"))),
    ),
    r"\frac{1}{2} 3": ((Fraction(1, 2), 3),),
}


@pytest.mark.parametrize(("text", "rows"), OTHER.items(), ids=OTHER)
def test_text_has_its_rows(text, rows):
    """Entries of every kind stand in a matrix as they stand alone."""
    assert read_matrix(text).rows == rows


SPACES = {
    "1 -2": (1, -2),
    "1 - 2": (-1,),
    "1 -2 + 3 4": (1, 1, 4),
    "1-2": (-1,),
    "- 1 2": (-1, 2),
    "1 +2": (1, 2),
    "2 * 3 4": (6, 4),
    "2 *3": (6,),
    "1 / 3 2": (Fraction(1, 3), 2),
    "x^ 2 1": (x**2, 1),
    "√ 2 3": (sqrt(2), 3),
    "sqrt (2) 3": (sqrt(2), 3),
    "cos t 1": (sympy.cos(t), 1),
    "2 x": (2, x),
    "2 (1 + 2)": (2, 3),
    "1 -2, 3": (-1, 3),
    r"2 \cdot 3 4": (6, 4),
    "1 − 2 −3": (-1, -3),
}


@pytest.mark.parametrize(("text", "row"), SPACES.items(), ids=SPACES)
def test_spaces_separate_as_in_octave(text, row):
    """A space separates entries unless it stands at an operator that is not the sign of what follows."""
    assert read_matrix(text).rows == (row,)


rationals = st.integers(-(10**9), 10**9) | st.fractions(max_denominator=10**4)
shapes = st.tuples(st.integers(1, 4), st.integers(1, 4))
matrices = shapes.flatmap(
    lambda shape: st.lists(
        st.lists(rationals, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)

WRITERS = {
    "octave": lambda rows: "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]",
    "commas and lines": lambda rows: "\n".join(", ".join(map(str, row)) for row in rows),
    "spaces": lambda rows: ";".join("  ".join(map(str, row)) for row in rows),
    "python": lambda rows: "[" + ", ".join(f"[{', '.join(map(str, row))}]" for row in rows) + "]",
    "tuples": lambda rows: "(" + "".join(f"({''.join(f'{entry}, ' for entry in row)}), " for row in rows) + ")",
    "mathematica": lambda rows: "{" + ",".join("{" + ",".join(map(str, row)) + "}" for row in rows) + "}",
    "latex": lambda rows: sympy.latex(sympy.Matrix(rows)),
    "latex array": lambda rows: sympy.latex(sympy.Matrix(rows), mat_str="array"),
    "sympy str": lambda rows: str(sympy.Matrix(rows)),
    "sympy repr": lambda rows: repr(sympy.ImmutableMatrix(rows)),
    "texts": lambda rows: [[str(entry) for entry in row] for row in rows],
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@given(rows=matrices)
def test_written_matrices_are_read_back(write, rows):
    """A rational matrix is the same in every notation."""
    assert read_matrix(write(rows)).rows == tuple(map(tuple, rows))


@pytest.mark.parametrize("write", [str, repr], ids=["str", "repr"])
@given(
    rows=shapes.flatmap(
        lambda shape: st.lists(
            st.lists(st.integers(-99, 99), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    )
)
def test_printed_arrays_are_read_back(write, rows):
    """What NumPy prints is read as the array, also as floats."""
    assert read_matrix(write(np.array(rows))).rows == tuple(map(tuple, rows))
    assert read_matrix(write(np.array(rows, dtype=float))).rows == tuple(map(tuple, rows))


@given(st.lists(rationals, min_size=1, max_size=4))
def test_written_diagonals_are_read_back(entries):
    """``diag`` puts its arguments on the diagonal."""
    assert read_matrix(f"diag({', '.join(map(str, entries))})").rows == read_matrix(sympy.diag(*entries)).rows


BOUNDS = {
    "identity": ("identity(4)", "identity(5)", Limits(entries=16)),
    "diag": ("diag(1, 2, 3, 4)", "diag(1, 2, 3, 4, 5)", Limits(entries=16)),
    "characters": ("1 2 3", "1 2 34", Limits(matrix_characters=5)),
    "characters of an entry": ("12 34", "123 45", Limits(characters=2)),
    "literal": ("9 9", "9 99999", Limits(literal_bits=8)),
    "nesting": ("((1))", "(((1)))", Limits(depth=2)),
}


@pytest.mark.parametrize(("within", "beyond", "limits"), BOUNDS.values(), ids=BOUNDS)
def test_bounds_hold(within, beyond, limits):
    """A bound lets through what it allows and nothing more."""
    read_matrix(within, limits=limits)
    with pytest.raises(BudgetExceededError):
        read_matrix(beyond, limits=limits)


def test_long_literals_are_allowed_in_matrices():
    """An entry may have as many digits as `MATRIX_LIMITS` says, which is the default."""
    text = "9" * 4096
    assert read_matrix(text).rows == read_matrix(text, limits=MATRIX_LIMITS).rows == ((10**4096 - 1,),)
