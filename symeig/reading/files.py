"""Files, standard input and command-line arguments -> exact matrices.

The suffix of a file says how it is read: JSON, comma- or tab-separated values, NumPy arrays and Matrix Market; anything
else is the text of a matrix. Only a NumPy file can hold floats. In the others a decimal is read from its digits.
"""

from __future__ import annotations

import csv
import io
import json
import math
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from symeig.errors import BudgetExceededError, InputError, UnreadableFileError
from symeig.reading.entries import FloatReading
from symeig.reading.limits import MATRIX_LIMITS, Limits
from symeig.reading.matrices import ExactMatrix, read_matrix
from symeig.reading.matrix_market import read_matrix_market
from symeig.reading.refusals import Passage

__all__ = ["read_matrix_argument", "read_matrix_file"]

_STANDARD_INPUT = "-"
_SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".npy", ".mtx")
_BYTES_PER_CHARACTER = 4


def read_matrix_file(
    path: str | os.PathLike[str], *, floats: FloatReading = "decimal", limits: Limits = MATRIX_LIMITS
) -> ExactMatrix:
    r"""Exact matrix in a file.

    Args:
        path: A file, or ``-`` for standard input. ``.json`` holds a list of rows, or an object whose ``"matrix"`` is
            one; ``.csv`` and ``.tsv`` one row per line; ``.npy`` a two-dimensional array; ``.mtx`` a Matrix Market
            matrix. Any other file, and standard input, holds a matrix in a notation of `read_matrix`, or JSON.
        floats: How the floats in a ``.npy`` file are read, as in `read_matrix`.
        limits: Bounds on the content.

    Raises:
        UnreadableFileError: the file cannot be opened, or is not of the kind that its suffix says.
        InputError: the content is not a matrix with exact entries; the classes are those of `read_matrix`.
        BudgetExceededError: the content is beyond the limits.

    Examples:
        >>> import pathlib, tempfile
        >>> from symeig.reading import read_matrix_file
        >>> path = pathlib.Path(tempfile.mkdtemp(), "A.csv")
        >>> _ = path.write_text("2,1\n1/3,0.1\n")
        >>> read_matrix_file(path).rows
        ((2, 1), (Fraction(1, 3), Fraction(1, 10)))
    """
    name = os.fspath(path)
    try:
        if name == _STANDARD_INPUT:
            return _from_text_or_json(name, _decoded(name, _standard_input(limits), limits), limits)
        suffix = Path(name).suffix.lower()
        if suffix == ".npy":
            return _from_npy(name, floats, limits)
        with Path(name).open("rb") as file:
            text = _decoded(name, file.read(limits.matrix_characters * _BYTES_PER_CHARACTER + 1), limits)
        match suffix:
            case ".json":
                return _from_json(name, text, limits)
            case ".csv" | ".tsv":
                return _from_table(name, text, "\t" if suffix == ".tsv" else _delimiter(text), limits)
            case ".mtx":
                return read_matrix(read_matrix_market(text, limits), limits=limits)
        return _from_text_or_json(name, text, limits)
    except OSError as error:
        raise _unreadable(name, f"cannot be read: {error.strerror}", "Check the name and the permissions.") from None
    except InputError as error:
        if isinstance(error, UnreadableFileError):
            raise
        message = f"In '{name}': {error.message}"
        raise type(error)(message, **error.data) from None


def read_matrix_argument(text: str, *, floats: FloatReading = "decimal", limits: Limits = MATRIX_LIMITS) -> ExactMatrix:
    r"""Exact matrix that a command-line argument stands for.

    Args:
        text: ``-`` for standard input, the path of a file, or else a matrix in a notation of `read_matrix`.
        floats: How the floats in a ``.npy`` file are read, as in `read_matrix`.
        limits: Bounds on the content.

    Raises:
        UnreadableFileError: the argument has the suffix of a file and there is none, or it cannot be read.
        InputError: the content is not a matrix with exact entries; the classes are those of `read_matrix`.
        BudgetExceededError: the content is beyond the limits.

    Examples:
        >>> from symeig.reading import read_matrix_argument
        >>> read_matrix_argument("2 1; 2 3").rows
        ((2, 1), (2, 3))
        >>> read_matrix_argument("missing.csv")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        symeig.errors.UnreadableFileError: 'missing.csv' cannot be read: No such file or directory. ...
    """
    if text.strip() and (text == _STANDARD_INPUT or text.lower().endswith(_SUFFIXES) or _exists(text)):
        return read_matrix_file(text, floats=floats, limits=limits)
    return read_matrix(text, limits=limits)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:
        # The text is too long to be a name.
        return False


def _standard_input(limits: Limits) -> bytes:
    return sys.stdin.buffer.read(limits.matrix_characters * _BYTES_PER_CHARACTER + 1)


def _decoded(name: str, content: bytes, limits: Limits) -> str:
    """The content as text, which must be neither empty nor too long."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(name, f"is not UTF-8 text at byte {error.start + 1}", "Save it as UTF-8.") from None
    if not text.strip():
        raise _unreadable(name, "is empty", "Write a matrix into it, [] for the one without entries.")
    if len(text) > limits.matrix_characters:
        raise _oversize(name, "has more characters", limits.matrix_characters, len(text))
    return text


def _from_text_or_json(name: str, text: str, limits: Limits) -> ExactMatrix:
    # Only JSON has quotation marks.
    return _from_json(name, text, limits) if '"' in text else read_matrix(text, limits=limits)


def _from_json(name: str, text: str, limits: Limits) -> ExactMatrix:
    # Numbers stay texts, so that decimals are read from their digits and long integers are bounded.
    try:
        content = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise Passage.of(text).malformed(error.pos, f"is not JSON: {error.msg}", "Mend it there.") from None
    except RecursionError:
        raise _unreadable(name, "is nested too deeply", "A matrix is a list of rows.") from None
    if isinstance(content, dict):
        if "matrix" not in content:
            raise _unreadable(name, "has an object without 'matrix'", 'Write {"matrix": [[2, 1], [2, 3]]}.')
        content = content["matrix"]
    return read_matrix(content, limits=limits)


def _delimiter(text: str) -> str:
    return next((delimiter for delimiter in ",;\t" if delimiter in text), ",")


def _from_table(name: str, text: str, delimiter: str, limits: Limits) -> ExactMatrix:
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True))
    except csv.Error as error:
        raise _unreadable(name, f"is not a table: {error}", "Save it as comma-separated values.") from None
    return read_matrix([row for row in rows if any(cell.strip() for cell in row)], limits=limits)


def _from_npy(name: str, floats: FloatReading, limits: Limits) -> ExactMatrix:
    import numpy as np  # noqa: PLC0415  (numpy is slow to import)

    with Path(name).open("rb") as file:
        _check_array_header(name, file, limits)
        file.seek(0)
        try:
            array: Any = np.load(file, allow_pickle=False)
        except (ValueError, EOFError) as error:
            raise _not_numpy(name, error) from None
    return read_matrix(array, floats=floats, limits=limits)


def _check_array_header(name: str, file: BinaryIO, limits: Limits) -> None:
    """Refuse an array by its header, before there is memory for it."""
    from numpy.lib import format as npy  # noqa: PLC0415

    readers = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}
    try:
        shape, _, data_type = readers[npy.read_magic(file)](file)
    except Exception as error:  # noqa: BLE001  (numpy lets the errors of Python's tokenizer through)
        raise _not_numpy(name, error) from None
    if data_type.kind not in "biufc":
        raise _unreadable(name, f"holds entries of type {data_type}", "Save an array of numbers.")
    if min(shape, default=0) < 0:
        raise _unreadable(name, f"states the shape {shape}", "Write it with numpy.save.")
    if math.prod(shape) > limits.entries:
        raise _oversize(name, "states more entries", limits.entries, math.prod(shape))


def _not_numpy(name: str, error: Exception) -> UnreadableFileError:
    return _unreadable(name, f"is not a NumPy file: {error}", "Write it with numpy.save.")


def _oversize(name: str, predicate: str, limit: int, spent: int) -> BudgetExceededError:
    message = f"'{name}' {predicate} than {limit}. Give a smaller matrix."
    return BudgetExceededError(message, what="size", limit=limit, spent=spent)


def _unreadable(name: str, predicate: str, remedy: str) -> UnreadableFileError:
    return UnreadableFileError(f"'{name}' {predicate}. {remedy}", path=name)
