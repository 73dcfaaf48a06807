"""Files of answers: what is read, what is a row with a reason, and what is refused as a whole."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from symeig.answers.batch.rows import Row, read_answers
from symeig.errors import InputError

HEADER = "student_id,question_id,answer\n"


def read(folder: Path, content: str | bytes, name: str = "answers.csv") -> tuple[Row, ...]:
    """The rows of a file."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_answers(file).rows


CSV: dict[str, tuple[str, list[Row]]] = {
    "plain": ("1,q1,7", [Row("1", "q1", "7")]),
    "quoted": ('1,q1,"5, 2"', [Row("1", "q1", "5, 2")]),
    "quoted quotation marks": ('1,q1,"a ""b"""', [Row("1", "q1", 'a "b"')]),
    "quoted newline": ('1,q1,"5,\n2"\n2,q1,3', [Row("1", "q1", "5,\n2"), Row("2", "q1", "3")]),
    "no answer": ("1,q1,", [Row("1", "q1", "")]),
    "two cells": ("1,q1", [Row("1", "q1", "")]),
    "ids in other ways": ("1, Ca\u0302u 1 ,7", [Row("1", "C\u00e2u 1", "7")]),
    "carriage returns": ("1,q1,7\r\n2,q1,8\r\n", [Row("1", "q1", "7"), Row("2", "q1", "8")]),
    "lines of an old Mac": ("1,q1,7\r2,q1,8", [Row("1", "q1", "7"), Row("2", "q1", "8")]),
    "ids keep their zeros": ("007,q1,7", [Row("007", "q1", "7")]),
    "empty lines": ("\n1,q1,7\n\n,,\n", [Row("1", "q1", "7")]),
    "more cells than columns": ("1,q1,7,8,9", [Row("1", "q1", "7")]),
    "parts": ('1,q1,"{""P"": ""1"", ""D"": [[0.10, 2]]}"', [Row("1", "q1", {"P": "1", "D": [["0.10", "2"]]})]),
    "a set": ('1,q1,"{1, 2}"', [Row("1", "q1", "{1, 2}")]),
    "the empty set": ("1,q1,{}", [Row("1", "q1", "{}")]),
    "other languages": ("Nguyễn,câu 1,không", [Row("Nguyễn", "câu 1", "không")]),
    "none": ("", []),
}


@pytest.mark.parametrize("name", CSV)
def test_csv(name: str, tmp_path: Path) -> None:
    """Cells are what spreadsheets write."""
    text, rows = CSV[name]
    assert list(read(tmp_path, HEADER + text)) == rows


@pytest.mark.parametrize("header", ["answer,email,student_id,question_id", " Answer ,x,STUDENT_ID,question_id"])
def test_columns_in_any_order(header: str, tmp_path: Path) -> None:
    """Other columns are nobody's business."""
    assert read(tmp_path, f"{header}\n7,a@b,1,q1\n") == (Row("1", "q1", "7"),)


@pytest.mark.parametrize("name", ["answers.csv", "answers.jsonl"])
def test_byte_order_mark(name: str, tmp_path: Path) -> None:
    """It is no part of the text, and known afterwards."""
    text = f"{HEADER}1,q1,7\n" if name.endswith("csv") else '{"student_id": "1", "question_id": "q1", "answer": "7"}\n'
    for mark in ("", "\ufeff"):
        assert read(tmp_path, mark + text, name) == (Row("1", "q1", "7"),)
        assert read_answers(tmp_path / name).is_marked == bool(mark)


PROBLEMS = {
    "no question": ("1,,7", "lacks its question_id"),
    "one cell": ("1", "lacks its question_id"),
    "no student": (",q1,7", "lacks its student_id"),
    "quotation marks in disorder": ('1,q1,"5" 2', "is not CSV"),
    "bytes of another encoding": (b"1,q1,kh\xf4ng", "not UTF-8"),
    "half a sign": ('1,q1,"{""P"": ""\\ud800""}"', "not UTF-8"),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_bad_row_is_one_row(name: str, tmp_path: Path) -> None:
    """It has a reason, keeps what can be read of it, and those around it are read."""
    text, words = PROBLEMS[name]
    row = text if isinstance(text, bytes) else text.encode()
    before, bad, after = read(tmp_path, HEADER.encode() + b"0,q1,7\n" + row + b"\n2,q1,8\n")
    assert (before, after) == (Row("0", "q1", "7"), Row("2", "q1", "8"))
    assert words in bad.problem
    assert bad.student == ("" if name == "no student" else "1")


def test_an_id_of_another_encoding(tmp_path: Path) -> None:
    """It can be written again, with a sign that shows where it is broken."""
    (bad,) = read(tmp_path, HEADER.encode() + b"Ng\xf4,q1,7\n")
    assert (bad.student, bad.question, bad.answer) == ("Ng\ufffd", "q1", None)


JSONL = {
    "no answer": ('{"student_id": "1", "question_id": "q1"}', Row("1", "q1", "")),
    "empty answer": ('{"student_id": "1", "question_id": "q1", "answer": {}}', Row("1", "q1", "")),
    "text": ('{"student_id": "1", "question_id": "q1", "answer": "5, 2"}', Row("1", "q1", "5, 2")),
    "numbers": ('{"student_id": 1, "question_id": 2, "answer": 0.10}', Row("1", "2", "0.10")),
    "lists": (
        '{"student_id": "1", "question_id": "q", "answer": [[1, 2], [3, 4]]}',
        Row("1", "q", [["1", "2"], ["3", "4"]]),
    ),
    "parts": ('{"answer": {"P": "1"}, "student_id": "1", "question_id": "q", "at": 3}', Row("1", "q", {"P": "1"})),
    "truth": ('{"student_id": "1", "question_id": "q", "answer": false}', Row("1", "q", answer=False)),
}


@pytest.mark.parametrize("name", JSONL)
def test_jsonl(name: str, tmp_path: Path) -> None:
    """An object on each line; numbers are read from their digits."""
    text, row = JSONL[name]
    assert read(tmp_path, f"{text}\r\n\n{text}", "answers.jsonl") == (row, row)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nonsense", "is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[1, 2]", "is no object"),
        ('{"student_id": "1", "question_id": "q1", "answer": "\\ud800"}', "not UTF-8"),
    ],
)
def test_a_bad_line_is_one_line(line: str, words: str, tmp_path: Path) -> None:
    """So it is with JSON."""
    bad, good = read(tmp_path, f'{line}\n{{"student_id": "1", "question_id": "q", "answer": "7"}}', "answers.jsonl")
    assert words in bad.problem
    assert good == Row("1", "q", "7")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("answers.csv", "", "'.*' is empty"),
        ("answers.csv", "\ufeff\n", "is empty"),
        ("answers.jsonl", "\n", "is empty"),
        ("answers.csv", "student_id,answer\n1,7\n", "has the column question_id not: .*'student_id,answer'"),
        ("answers.csv", "student_id,answer,question_id,answer\n1,2,3,4", "has the column answer twice or more"),
        ("answers.csv", HEADER + '1,q1,7\n2,q1,"8\n3,q1,9\n', "quotation mark in line 3 that is not closed"),
        ("answers.xlsx", HEADER, "ends with .xlsx"),
        ("answers", HEADER, "ends with no suffix"),
    ],
)
def test_files_that_are_refused(name: str, content: str, words: str, tmp_path: Path) -> None:
    """Where all rows are in doubt, none is judged."""
    with pytest.raises(InputError, match=words):
        read(tmp_path, content, name)


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match="No such file"):
        read_answers(tmp_path / "answers.csv")


def test_long_cells(tmp_path: Path) -> None:
    """A cell may be longer than Python's reader allows by default."""
    assert len(read(tmp_path, f"{HEADER}1,q1,{'7' * 200_000}\n")[0].answer) == 200_000


def test_limits_of_others_stay(tmp_path: Path) -> None:
    """Long cells are read here, and nobody else's limit has changed afterwards."""
    before = csv.field_size_limit()
    assert len(read(tmp_path, f"{HEADER}1,q1,{'1' * (before + 1)}")[0].answer) == before + 1
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("sign", [";", "\t"])
def test_spreadsheets_of_other_countries(sign: str, tmp_path: Path) -> None:
    """Their columns stand between semicolons or tabs."""
    text = f"student_id{sign}question_id{sign}answer\n1{sign}q1{sign}5, 2\n"
    assert read(tmp_path, text) == (Row("1", "q1", "5, 2"),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_encodings_with_a_mark(encoding: str, tmp_path: Path) -> None:
    """What a spreadsheet calls Unicode is read too."""
    assert read(tmp_path, f"{HEADER}1,q1,λ = 5\n".encode(encoding)) == (Row("1", "q1", "λ = 5"),)
