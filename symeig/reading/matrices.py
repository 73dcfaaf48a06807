"""Anything that stands for a matrix -> exact rows.

The rows are plain tuples: what they mean (a field, its arithmetic, whether the matrix is square) is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

import sympy

from symeig.errors import InputError, RaggedRowsError
from symeig.reading.entries import FloatReading, is_inexact, read_entry
from symeig.reading.limits import MATRIX_LIMITS, Limits
from symeig.reading.matrix_text import read_matrix_text
from symeig.reading.scalars import Rows

__all__ = ["ExactMatrix", "read_matrix", "read_vector"]

_INT = frozenset({int})
_ROW_TYPES = frozenset({list, tuple})


@dataclass(frozen=True, slots=True)
class ExactMatrix:
    """A rectangular matrix with exact entries.

    Attributes:
        rows: The entries, row by row.
        shape: (rows, columns).
        floats: How the floats among the entries were read, "decimal" or "binary"; None when there were none.
        other_rows: The same matrix with its floats read the other way, so that the two can be compared; None when
            there were no floats.

    Examples:
        >>> from symeig.reading import read_matrix
        >>> A = read_matrix([[0.5, 1], [0, 0.1]])
        >>> A.rows
        ((Fraction(1, 2), 1), (0, Fraction(1, 10)))
        >>> A.floats, A.other_rows[1][1]
        ('decimal', Fraction(3602879701896397, 36028797018963968))
    """

    rows: Rows
    shape: tuple[int, int]
    floats: FloatReading | None = None
    other_rows: Rows | None = None


def read_matrix(source: Any, *, floats: FloatReading = "decimal", limits: Limits = MATRIX_LIMITS) -> ExactMatrix:
    r"""Exact matrix that a text or an object stands for.

    Args:
        source: A text in one of the notations below, a list of rows, a NumPy array, a SymPy or python-flint matrix,
            or any object with ``__array__``.
        floats: How a float is read: "decimal" is the shortest decimal that prints the same, "binary" the exact value
            of the stored bits, "error" refuses floats. A decimal in a text is never a float: ``"0.1"`` is 1/10.
        limits: Bounds on texts.

    Returns:
        The matrix, with as many rows and columns as were given; it need not be square.

    Raises:
        ParseError: a text is in no notation that is read.
        RaggedRowsError: the rows have different lengths.
        UnsupportedEntryError: an entry is not finite, or not a number or expression.
        InexactEntryError: an entry is a float and `floats` is "error".
        BudgetExceededError: a text goes beyond `limits`.
        InputError: the object is not a matrix.

    Examples:
        >>> from symeig.reading import read_matrix
        >>> read_matrix([[2, 1], [2, 3]]).rows
        ((2, 1), (2, 3))
    """
    if floats not in get_args(FloatReading):
        message = f"floats={floats!r} is not a way to read floats. Choose 'decimal', 'binary' or 'error'."
        raise InputError(message)
    if isinstance(source, str):
        exact = read_matrix_text(source, limits)
        return ExactMatrix(exact, (len(exact), _common_length(exact)))
    if isinstance(source, ExactMatrix):
        return source
    rows, shape = _rows_and_shape(source)
    if all(_INT.issuperset(map(type, row)) for row in rows):
        return ExactMatrix(tuple(map(tuple, rows)), shape)
    exact = _read_rows(rows, floats, limits)
    if not any(is_inexact(entry) for row in rows for entry in row):
        return ExactMatrix(exact, shape)
    return ExactMatrix(exact, shape, floats, _read_rows(rows, "binary" if floats == "decimal" else "decimal", limits))


def read_vector(
    source: Any, length: int, *, floats: FloatReading = "decimal", limits: Limits = MATRIX_LIMITS
) -> ExactMatrix:
    """Exact column that a text or an object stands for.

    Args:
        source: A list of numbers, an array with one dimension, or a matrix of one row or one column in any form that
            `read_matrix` takes.
        length: How many entries are needed.
        floats: As for `read_matrix`.
        limits: Bounds on texts.

    Returns:
        A matrix of one column.

    Raises:
        InputError: There is another number of entries; and what `read_matrix` raises.

    Examples:
        >>> from symeig.reading import read_vector
        >>> read_vector([1, "1/2"], 2).rows
        ((1,), (Fraction(1, 2),))
    """
    is_flat = getattr(source, "ndim", None) == 1 or (
        isinstance(source, list | tuple) and not any(isinstance(x, list | tuple) for x in source)
    )
    read = read_matrix([list(source)] if is_flat else source, floats=floats, limits=limits)
    rows, columns = read.shape
    if (rows if columns == 1 else columns) != length or (min(read.shape) != 1 and length):
        message = (
            f"The vector given has the shape {rows}×{columns}. A vector of {length} entries is needed. "
            "Give a list of that many numbers."
        )
        raise InputError(message)
    return read if columns == 1 else _transposed(read)


def _transposed(matrix: ExactMatrix) -> ExactMatrix:
    def columns(rows: Rows | None) -> Rows | None:
        return None if rows is None else tuple(zip(*rows, strict=True))

    rows, width = matrix.shape
    return ExactMatrix(columns(matrix.rows) or (), (width, rows), matrix.floats, columns(matrix.other_rows))


def _read_rows(rows: Sequence[Sequence[Any]], floats: FloatReading, limits: Limits) -> Rows:
    return tuple(
        tuple(read_entry(entry, (i, j), floats, limits) for j, entry in enumerate(row, 1))
        for i, row in enumerate(rows, 1)
    )


def _rows_and_shape(source: Any) -> tuple[Sequence[Sequence[Any]], tuple[int, int]]:
    """The entries of an object as they are, and its shape, which the rows do not tell when there are none."""
    if isinstance(source, list | tuple):
        rows = source if _ROW_TYPES.issuperset(map(type, source)) else [_row(row, i) for i, row in enumerate(source, 1)]
        return rows, (len(rows), _common_length(rows))
    if isinstance(source, sympy.MatrixBase):
        return source.tolist(), source.shape
    if hasattr(source, "to_Matrix"):
        return _rows_and_shape(source.to_Matrix())
    if hasattr(source, "__array__"):
        return _rows_of_array(source)
    if hasattr(source, "nrows") and hasattr(source, "tolist"):
        return source.tolist(), (source.nrows(), source.ncols())
    message = (
        f"An object of type {type(source).__name__} is not a matrix. A matrix is a list of rows, an array or a text. "
        "Write it as [[2, 1], [2, 3]] or '2 1; 2 3'."
    )
    raise InputError(message)


def _row(row: Any, number: int) -> Sequence[Any]:
    if isinstance(row, list | tuple | range):
        return row
    if getattr(row, "ndim", None) == 1:
        return list(row)
    message = (
        f"Row {number} is of type {type(row).__name__} and not a list. A matrix is a list of rows of equal length. "
        "Write it as [[2, 1], [2, 3]] or '2 1; 2 3'."
    )
    raise InputError(message)


def _common_length(rows: Sequence[Sequence[Any]]) -> int:
    lengths = list(map(len, rows))
    if len(set(lengths)) <= 1:
        return lengths[0] if lengths else 0
    row = next(i for i, length in enumerate(lengths, 1) if length != lengths[0])
    given = _counted(lengths[row - 1], "entry", "entries")
    message = (
        f"Row {row} has {given} and row 1 has {_counted(lengths[0], 'entry', 'entries')}. "
        "All rows of a matrix have the same length. Add what is missing or remove what is too much."
    )
    raise RaggedRowsError(message, row=row, lengths=tuple(lengths))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _rows_of_array(source: Any) -> tuple[Sequence[Sequence[Any]], tuple[int, int]]:
    import numpy as np  # noqa: PLC0415  (numpy is slow to import)

    # A plain array would show what a masked one hides.
    array = np.asanyarray(source)
    if array.ndim != 2:
        dimensions = _counted(array.ndim, "dimension", "dimensions")
        message = (
            f"The array has {dimensions}, shape {array.shape}. A matrix has 2. "
            "Reshape it, or choose one matrix of a stack, e.g. A[0]."
        )
        raise InputError(message)
    # tolist() widens single precision to double, after which the shortest decimal of the entry is lost.
    keeps_precision = array.dtype.kind not in "fc" or array.dtype in {np.dtype(np.float64), np.dtype(np.complex128)}
    if keeps_precision:
        return array.tolist(), array.shape
    height, width = array.shape
    return [[array[i, j] for j in range(width)] for i in range(height)], array.shape
