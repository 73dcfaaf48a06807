"""Results of a class as files: exact, in order, and harmless to a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import pytest

from symeig.answers.batch.cases import Manner, Posed, Result, cases
from symeig.answers.batch.results import FORMS, Graded, graded, number
from symeig.answers.batch.rows import Row


def row(feedback: str = "Correct.", share: Fraction = Fraction(1), student: str = "1", marks: int = 2) -> Graded:
    """A row with a verdict."""
    return Graded(student, "q1", Result("correct", share, ("M_A", "M_B"), feedback), Fraction(marks))


def as_csv(*rows: Graded, is_marked: bool = False) -> list[list[str]]:
    """What a program reads in the file."""
    return list(csv.reader(io.StringIO(FORMS[".csv"](rows, is_marked=is_marked), newline="")))


def as_json(*rows: Graded) -> list[dict[str, object]]:
    """The same of JSON Lines."""
    return [json.loads(line) for line in FORMS[".jsonl"](rows, is_marked=True).splitlines()]


def test_csv() -> None:
    """A header, and a line for each row."""
    assert as_csv(row('Partly.\nLook, at "this".', Fraction(1, 3))) == [
        ["student_id", "question_id", "verdict", "score", "max_score", "codes", "feedback"],
        ["1", "q1", "correct", "0.6667", "2", "M_A M_B", 'Partly.\nLook, at "this".'],
    ]


def test_jsonl() -> None:
    """Scores are numbers for programs, and exact for those who add them up."""
    assert as_json(row("Đúng.", Fraction(1, 3), "=7")) == [
        {
            "student_id": "=7",
            "question_id": "q1",
            "verdict": "correct",
            "score": 0.6667,
            "max_score": 2.0,
            "codes": ["M_A", "M_B"],
            "feedback": "Đúng.",
            "exact_score": "2/3",
            "exact_max_score": "2",
        }
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_of_a_spreadsheet(cell: str) -> None:
    """No cell is one; JSON has none."""
    _, first = as_csv(row(cell, student=cell))
    assert first[0] == first[-1] == f"'{cell}".replace("\r", "\n")
    assert as_json(row(cell, student=cell))[0]["student_id"] == cell


def test_byte_order_mark() -> None:
    """A spreadsheet that writes one needs one to read letters of all languages."""
    assert FORMS[".csv"]([], is_marked=True).startswith("\ufeffstudent_id")
    assert FORMS[".csv"]([], is_marked=False).startswith("student_id")
    assert FORMS[".jsonl"]([row()], is_marked=True).startswith("{")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"), ("3", "3"), ("100", "100"), ("3/2", "1.5"), ("1/8", "0.125"), ("2/3", "0.6667"), ("1/3", "0.3333"),
        ("1/32", "0.0312"), ("99999/100000", "1"), ("1/1000000", "0"), (f"{10**30}/3", f"{'3' * 30}.3333"),
    ],
)  # fmt: skip
def test_numbers(value: str, text: str) -> None:
    """Decimals that are exact where they are short, and without floats on the way."""
    assert number(Fraction(value)) == text


def test_rows_and_their_verdicts() -> None:
    """In the order of the rows; a row that could not be read has its reason in the place of feedback."""
    rows = [Row("1", "q1", "5"), Row("2", "q9", "5"), Row("3", "q1", "", "no answer"), Row("4", "q1", "5")]
    found = cases(rows, {"q1": Posed("q1", "A", Fraction(3))}, Manner())
    said = Result("partial", Fraction(1, 2), (), "Partly.")
    key = found[0].key  # type: ignore[union-attr]
    first, lost, empty, last = graded(rows, found, {key: said}, "Unreadable.")
    assert (first.result, first.score, first.marks) == (said, Fraction(3, 2), 3)
    assert (last.student, last.result) == ("4", said)
    assert (lost.result.verdict, lost.marks) == ("invalid", 0)
    assert lost.result.feedback.startswith("Unreadable.\nThere is no question 'q9'")
    assert (empty.result.verdict, empty.score, empty.marks) == ("invalid", 0, 3)
    assert empty.result.feedback == "Unreadable.\nno answer"
