"""Files of answers, as they come out of spreadsheets and learning systems: CSV, or JSON Lines with the same names.

A row that cannot be read is a row with a reason. Only what makes every row doubtful is refused.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symeig.answers.questions import plain_id
from symeig.errors import InputError

__all__ = ["Answers", "Row", "read_answers"]

COLUMNS = ("student_id", "question_id", "answer")

# The longest cell that is read; answers are refused long before.
LONGEST_CELL = 1 << 24

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """An answer of somebody to a question.

    Attributes:
        student: Who answered.
        question: The id of the exercise.
        answer: As it was typed, or a mapping of its parts; from JSON also a list, its numbers as they are written.
        problem: Why it cannot be read; empty where it can.
    """

    student: str
    question: str
    answer: Any
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a file of answers holds.

    Attributes:
        rows: In their order.
        is_marked: Whether it begins with a byte order mark, as spreadsheets write and need it.
    """

    rows: tuple[Row, ...]
    is_marked: bool


def read_answers(path: str | Path) -> Answers:
    r"""The answers of a class.

    Args:
        path: A file with the columns student_id, question_id and answer, or with a JSON object of these on each line.
            An answer in parts is a JSON object in the cell. The suffix, .csv or .jsonl, says which it is.

    Raises:
        InputError: It is neither, cannot be read, lacks a column, or a quotation mark in it is not closed.

    Examples:
        >>> import tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp(), "answers.csv")
        >>> _ = file.write_text('student_id,question_id,answer\n07,q1,"5, 2"\n')
        >>> read_answers(file).rows
        (Row(student='07', question='q1', answer='5, 2', problem=''),)
    """
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        msg = f"'{file}' cannot be read: {error.strerror}. Give a .csv or .jsonl file of answers."
        raise InputError(msg) from None
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    # Bytes that are no UTF-8 are the matter of their row.
    text = content.decode("utf-16" if is_wide else "utf-8-sig", errors="replace" if is_wide else "surrogateescape")
    match file.suffix.lower():
        case ".csv":
            rows = _csv_rows(file, text)
        case ".jsonl":
            rows = (_json_row(line) for line in text.split("\n") if line.strip())
        case suffix:
            msg = (
                f"'{file}' ends with {suffix or 'no suffix'}. Answers come in .csv or .jsonl files. Save it as one; in"
                " a spreadsheet, as CSV UTF-8."
            )
            raise InputError(msg)
    found = tuple(map(_checked, rows))
    if not found and not text.strip():
        msg = f"'{file}' is empty. It has a line for each answer. Begin a .csv file with {','.join(COLUMNS)}."
        raise InputError(msg)
    return Answers(found, is_marked=content.startswith(b"\xef\xbb\xbf"))


def _checked(row: Row) -> Row:
    """The row, with a problem where there are signs in it that are none."""
    texts = (row.student, row.question, json.dumps(row.answer, ensure_ascii=False))
    if not any(map(_SURROGATE.search, texts)):
        return row
    student, question = (_SURROGATE.sub("\ufffd", text) for text in texts[:2])
    return Row(student, question, None, row.problem or "This row is not UTF-8 text. Save the file as UTF-8.")


# --- CSV ------------------------------------------------------------------------------------------------------------


def _csv_rows(file: Path, text: str) -> Iterator[Row]:
    """The rows below the header."""
    cells = _cells(file, text)
    header = [name.strip().casefold() for name in next(cells, ([], ""))[0]]
    places = [_place(file, header, name) for name in COLUMNS] if text.strip() else []
    for row, problem in cells:
        if not any(row):
            continue
        student, question, answer = (row[k] if k < len(row) else "" for k in places)
        yield Row(student, plain_id(question), _parts(answer), problem or _lack(student, question))


def _place(file: Path, header: list[str], name: str) -> int:
    """The place of a column."""
    if header.count(name) == 1:
        return header.index(name)
    how_often = "twice or more" if name in header else "not"
    msg = (
        f"'{file}' has the column {name} {how_often}: its first line is {','.join(header)[:80]!r}. Each of"
        f" {', '.join(COLUMNS)} is needed once, with commas between. Write them into the first line."
    )
    raise InputError(msg)


def _cells(file: Path, text: str) -> Iterator[tuple[list[str], str]]:
    """The cells of each row, with a problem where its quotation marks are in disorder."""
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        yield from _split(file, text)
    finally:
        csv.field_size_limit(limit)


def _split(file: Path, text: str) -> Iterator[tuple[list[str], str]]:
    lines = io.StringIO(text, newline="").readlines()
    delimiter = _delimiter(lines[0]) if lines else ","
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    while True:
        first = reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error):
                msg = (
                    f"'{file}' has a quotation mark in line {first + 1} that is not closed. All lines after it would be"
                    ' one answer. Close it, or double it ("") where it is part of the text.'
                )
                raise InputError(msg) from None
            # The reader goes on with the next line.
            loose = next(csv.reader(lines[first : reader.line_num], delimiter=delimiter))
            yield loose, f"This row is not CSV: {error}. Double the quotation marks inside quoted text."
        else:
            yield row, ""


def _delimiter(header: str) -> str:
    """What stands between the columns: spreadsheets of many countries write semicolons, or tabs."""
    return next((sign for sign in ",;\t" if sign in header), ",")


def _parts(cell: str) -> Any:
    """The parts of an answer where it has some, else the answer as it was typed: {1, 2} is a set."""
    if not cell.lstrip().startswith("{"):
        return cell
    try:
        content = _read(cell)
    except ValueError:
        return cell
    return content or cell


# --- JSON Lines -----------------------------------------------------------------------------------------------------


def _json_row(line: str) -> Row:
    try:
        content = _read(line)
    except ValueError as error:
        return Row("", "", None, f'This line is not JSON: {error}. Write {{"student_id": "1", ...}}.')
    if not isinstance(content, dict):
        return Row("", "", None, f"This line is no object. It has {', '.join(COLUMNS)}. Write it in braces.")
    student, question, answer = map(content.get, COLUMNS)
    names = _name(student), plain_id(_name(question))
    return Row(*names, "" if answer in (None, {}) else answer, _lack(*names))


def _lack(student: str, question: str) -> str:
    """What is said of a row without its ids; an answer that is missing is one that the student did not give."""
    lacks = ", ".join(name for name, cell in zip(COLUMNS, (student, question), strict=False) if not cell.strip())
    return f"This row lacks its {lacks}. It says whose answer it is, and to what. Fill it in." if lacks else ""


def _name(value: Any) -> str:
    """An id: a text, or a number as it is written."""
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read(text: str) -> Any:
    """What a text in JSON says, its numbers as they are written.

    Raises:
        ValueError: It is no JSON.
    """
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError:
        msg = "it is nested too deeply"
        raise ValueError(msg) from None
