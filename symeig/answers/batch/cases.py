"""From rows to what has to be judged: each case once, however many students gave the same answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import Any

import symeig
from symeig.answers.batch.rows import Row

__all__ = ["Case", "Manner", "Posed", "Result", "Unread", "cases"]


@dataclass(frozen=True, slots=True)
class Posed:
    """An exercise as the rest of the work needs it, without its mathematics.

    Attributes:
        id: What it is called.
        content: Matrix, question and policy in one text, equal where these are.
        marks: What it is worth.
        follows: Earlier exercises that an answer may follow from: their ids, by the kind of question.
        pickled: The exercise for those who judge.
    """

    id: str
    content: str
    marks: Fraction
    follows: Mapping[str, str] = field(default_factory=dict)
    pickled: bytes = b""


@dataclass(frozen=True, slots=True)
class Manner:
    """How feedback is given.

    Attributes:
        language: Its language.
        hints: How much it says.
    """

    language: str = "en"
    hints: str = "gentle"


@dataclass(frozen=True, slots=True)
class Case:
    """An answer to be judged.

    Attributes:
        key: Equal for cases of which the same is said.
        exercise: What was asked.
        answer: What was answered.
        prior: What the same student answered to the exercises before, by the kind of question.
    """

    key: str
    exercise: Posed
    answer: Any
    prior: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that cannot be judged.

    Attributes:
        problem: Why.
        marks: What the exercise is worth; nothing where there is no such exercise.
    """

    problem: str
    marks: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Result:
    """What is said of a case.

    Attributes:
        verdict: "correct", "partial", "incorrect" or "invalid".
        share: The share of the marks.
        codes: The mistakes that were recognised.
        feedback: What to say to the student.
        bounds: Those that ended the work; empty where it came to its end.
    """

    verdict: str
    share: Fraction
    codes: tuple[str, ...]
    feedback: str
    bounds: str = ""


def cases(rows: Sequence[Row], exercises: Mapping[str, Posed], manner: Manner) -> list[Case | Unread]:
    """For each row what has to be judged, or why nothing can be.

    Args:
        rows: The answers.
        exercises: What was asked, by id.
        manner: How feedback is given.

    Examples:
        >>> rows = [Row("1", "q1", "5, 2"), Row("2", "q1", "5, 2"), Row("3", "q9", "5, 2")]
        >>> first, second, third = cases(rows, {"q1": Posed("q1", "4 1; 2 3", Fraction(1))}, Manner())
        >>> first == second, third.problem
        (True, "There is no question 'q9' in the file of questions. Correct its id, or add it there.")
    """
    # Where a student has answered twice, later answers follow from the last one.
    given = {(row.student, row.question): row.answer for row in rows if not row.problem}
    return [_case(row, exercises.get(row.question), given, manner) for row in rows]


def _case(row: Row, exercise: Posed | None, given: Mapping[tuple[str, str], Any], manner: Manner) -> Case | Unread:
    if row.problem:
        return Unread(row.problem, exercise.marks if exercise else Fraction(0))
    if exercise is None:
        return Unread(
            f"There is no question {row.question!r} in the file of questions. Correct its id, or add it there."
        )
    earlier = {kind: given.get((row.student, name)) for kind, name in sorted(exercise.follows.items())}
    prior = {kind: answer for kind, answer in earlier.items() if answer is not None} or None
    what = [symeig.__version__, exercise.content, row.answer, prior, manner.language, manner.hints]
    return Case(sha256(json.dumps(what).encode()).hexdigest(), exercise, row.answer, prior)
