"""Verdicts beside the rows that they belong to, as files for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symeig.answers.batch.cases import Case, Result, Unread
from symeig.answers.batch.rows import Row

__all__ = ["FORMS", "Graded", "graded", "harmless", "invalid", "number"]

COLUMNS = ("student_id", "question_id", "verdict", "score", "max_score", "codes", "feedback")

# Decimals of a score in a spreadsheet.
DECIMALS = 4

# What a spreadsheet takes for a formula begins with one of these.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Graded:
    """A row with its verdict.

    Attributes:
        student: Who answered.
        question: The id of the exercise.
        result: What is said.
        marks: What the exercise is worth; nothing where there is no such exercise.
    """

    student: str
    question: str
    result: Result
    marks: Fraction

    @property
    def score(self) -> Fraction:
        """The marks that were earned."""
        return self.result.share * self.marks


def graded(
    rows: Sequence[Row], found: Sequence[Case | Unread], results: Mapping[str, Result], unreadable: str
) -> list[Graded]:
    """Rows with their verdicts, in their order.

    Args:
        rows: The answers.
        found: What was judged for each, or why nothing could be.
        results: What is said of the cases, by their keys.
        unreadable: What is said of an answer that cannot be read, in the language of the feedback.
    """
    return [_graded(row, case, results, unreadable) for row, case in zip(rows, found, strict=True)]


def _graded(row: Row, found: Case | Unread, results: Mapping[str, Result], unreadable: str) -> Graded:
    if isinstance(found, Unread):
        return Graded(row.student, row.question, invalid(found.problem, unreadable), found.marks)
    return Graded(row.student, row.question, results[found.key], found.exercise.marks)


def invalid(problem: str, unreadable: str, bounds: str = "") -> Result:
    """What is said where there is no verdict.

    Args:
        problem: Why there is none.
        unreadable: That there is none, in the language of the feedback.
        bounds: Those that ended the work.
    """
    return Result("invalid", Fraction(0), (), f"{unreadable}\n{problem}", bounds)


def number(value: Fraction) -> str:
    """A number as a spreadsheet reads it, with four decimals at most.

    Examples:
        >>> number(Fraction(3, 2)), number(Fraction(2, 3)), number(Fraction(10))
        ('1.5', '0.6667', '10')
    """
    whole, rest = divmod(round(value * 10**DECIMALS), 10**DECIMALS)
    return f"{whole}.{rest:0{DECIMALS}}".rstrip("0").rstrip(".")


def _to_csv(rows: Iterable[Graded], *, is_marked: bool) -> str:
    """Comma-separated values, harmless to a spreadsheet; with a byte order mark where the answers have one."""
    out = io.StringIO(newline="")
    out.write("\ufeff" if is_marked else "")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        scores, result = (number(row.score), number(row.marks)), row.result
        cells = row.student, row.question, result.verdict, *scores, " ".join(result.codes), result.feedback
        writer.writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no reader for two lines."""
    one = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{one}" if cell.startswith(FORMULAS) else one


def _to_jsonl(rows: Iterable[Graded], *, is_marked: bool) -> str:  # noqa: ARG001  (JSON has no byte order mark)
    """An object on each line, scores as numbers and as exact fractions."""
    return "".join(json.dumps(_object(row), ensure_ascii=False) + "\n" for row in rows)


def _object(row: Graded) -> dict[str, Any]:
    result = row.result
    scores = float(number(row.score)), float(number(row.marks))
    values = row.student, row.question, result.verdict, *scores, list(result.codes), result.feedback
    exact = {"exact_score": str(row.score), "exact_max_score": str(row.marks)}
    return dict(zip(COLUMNS, values, strict=True)) | exact


FORMS: dict[str, Callable[..., str]] = {".csv": _to_csv, ".jsonl": _to_jsonl}
"""How results are written, by the suffix of their file."""
