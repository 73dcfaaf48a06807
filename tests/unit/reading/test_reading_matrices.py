"""What `read_matrix` makes of lists, arrays and matrices of other libraries."""

from __future__ import annotations

import pickle
from fractions import Fraction

import flint
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symeig.reading import read_matrix

ROWS = ((2, 1), (2, 3))


class _WithArray:
    """An object that is a matrix only through ``__array__``."""

    def __array__(self, dtype=None, copy=None):
        return np.array(ROWS, dtype=dtype)


SOURCES = {
    "lists": [[2, 1], [2, 3]],
    "tuples": ((2, 1), (2, 3)),
    "tuples in a list": [(2, 1), (2, 3)],
    "ranges": [range(2, 0, -1), range(2, 4)],
    "arrays in a list": [np.array([2, 1]), np.array([2, 3])],
    "sympy Matrix": sympy.Matrix([[2, 1], [2, 3]]),
    "sympy ImmutableMatrix": sympy.ImmutableMatrix([[2, 1], [2, 3]]),
    "sympy SparseMatrix": sympy.SparseMatrix([[2, 1], [2, 3]]),
    "sympy DomainMatrix": sympy.Matrix([[2, 1], [2, 3]]).to_DM(),
    "numpy int64": np.array(ROWS),
    "numpy int8": np.array(ROWS, dtype=np.int8),
    "numpy object": np.array(ROWS, dtype=object),
    "numpy text": np.array([["2", "1"], ["2", "3"]]),
    "numpy transposed": np.array([[2, 2], [1, 3]]).T,
    "numpy matrix": np.array(ROWS).view(np.matrix),
    "numpy matrix of single precision": np.array(ROWS, dtype=np.float32).view(np.matrix),
    "numpy in columns": np.asfortranarray(np.array(ROWS)),
    "flint fmpz_mat": flint.fmpz_mat([[2, 1], [2, 3]]),
    "flint fmpq_mat": flint.fmpq_mat(flint.fmpz_mat([[2, 1], [2, 3]])),
    "__array__": _WithArray(),
    "text": "2 1; 2 3",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_source_has_its_rows(source):
    """Every way to give a matrix gives the same rows."""
    matrix = read_matrix(source)
    assert matrix.rows == ROWS
    assert matrix.shape == (2, 2)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_entries_are_python_integers(source):
    """Integers come out as Python integers, whatever they were."""
    assert {type(entry) for row in read_matrix(source).rows for entry in row} == {int}


def test_exact_matrix_is_read_as_itself():
    """Reading what has been read changes nothing."""
    matrix = read_matrix([[0.1]])
    assert read_matrix(matrix) is matrix


SHAPES = {
    "no rows": ([], (0, 0)),
    "no rows in a tuple": ((), (0, 0)),
    "one empty row": ([[]], (1, 0)),
    "two empty rows": ([[], []], (2, 0)),
    "one entry": ([[5]], (1, 1)),
    "wide": ([[1, 2, 3]], (1, 3)),
    "tall": ([[1], [2], [3]], (3, 1)),
    "array without rows": (np.zeros((0, 3)), (0, 3)),
    "array without columns": (np.zeros((3, 0)), (3, 0)),
    "sympy without rows": (sympy.zeros(0, 3), (0, 3)),
    "flint without rows": (flint.fmpz_mat(0, 3), (0, 3)),
    "text without entries": ("[]", (0, 0)),
}


@pytest.mark.parametrize(("source", "shape"), SHAPES.values(), ids=SHAPES)
def test_shape_is_that_of_the_source(source, shape):
    """The shape is kept, also where the rows do not tell it."""
    matrix = read_matrix(source)
    assert matrix.shape == shape
    assert len(matrix.rows) == shape[0]


def test_float_array_has_both_readings():
    """The readings of an array differ in the entries that are not dyadic."""
    matrix = read_matrix(np.array([[0.1, 0.5]]))
    assert matrix.rows == ((Fraction(1, 10), Fraction(1, 2)),)
    assert matrix.floats == "decimal"
    assert matrix.other_rows == ((Fraction(0.1), Fraction(1, 2)),)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.longdouble, np.complex64, np.complex128])
def test_array_of_any_precision_has_shortest_decimals(dtype):
    """An array is read in its own precision: 0.1 in single precision is 1/10."""
    assert read_matrix(np.array([["0.1"]], dtype=object).astype(float).astype(dtype)).rows[0][0] == (
        Fraction(1, 10) if dtype is not np.longdouble else Fraction(str(np.longdouble(0.1)))
    )


def test_readings_keep_exact_entries():
    """Beside a float, exact entries are the same in both readings."""
    matrix = read_matrix([["1/3", 0.1], [sympy.sqrt(2), 7]])
    assert matrix.other_rows == ((Fraction(1, 3), Fraction(0.1)), (sympy.sqrt(2), 7))


@given(st.lists(st.lists(st.integers(), min_size=3, max_size=3), max_size=4))
def test_integers_are_read_as_they_are(rows):
    """A list of lists of integers is its own reading."""
    assert read_matrix(rows).rows == tuple(map(tuple, rows))


@given(st.lists(st.lists(st.fractions() | st.integers(), min_size=2, max_size=2), max_size=4))
def test_rationals_are_read_as_they_are(rows):
    """Rational entries keep their values, through Python and through SymPy."""
    assert read_matrix(rows).rows == tuple(map(tuple, rows))
    assert read_matrix(sympy.Matrix(len(rows), 2, [entry for row in rows for entry in row])).rows == tuple(
        map(tuple, rows)
    )


def test_source_is_not_shared():
    """Changing the list afterwards does not change the matrix."""
    source = [[1, 2], [3, 4]]
    matrix = read_matrix(source)
    source[0][0] = 9
    assert matrix.rows == ((1, 2), (3, 4))


def test_matrix_survives_pickling():
    """A matrix can be sent to another process."""
    matrix = read_matrix([[0.1, "sqrt(2)"], ["x", Fraction(1, 3)]])
    assert pickle.loads(pickle.dumps(matrix)) == matrix
