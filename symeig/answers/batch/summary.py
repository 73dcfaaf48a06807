"""What a class answered, question by question: how many were right, and which mistakes they made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symeig.answers.batch.results import Graded

__all__ = ["VERDICTS", "Answered", "answered"]

VERDICTS = ("correct", "partial", "incorrect", "invalid")


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to a question.

    Attributes:
        question: Its id.
        marks: What it is worth.
        verdicts: How many answers have which verdict.
        mistakes: How often a mistake was made, by its code, the most frequent one first.
        earned: All marks that were earned.
    """

    question: str
    marks: Fraction
    verdicts: Mapping[str, int]
    mistakes: Mapping[str, int]
    earned: Fraction

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return sum(self.verdicts.values())

    @property
    def mean(self) -> Fraction:
        """The marks that an answer earned on average; those that cannot be read earned none."""
        return self.earned / self.answers


def answered(rows: Iterable[Graded], questions: Sequence[str]) -> list[Answered]:
    """What was answered to each question, in the order of the questions; rows without one are left out.

    Args:
        rows: The rows with their verdicts.
        questions: The ids of the exercises.
    """
    by_question: dict[str, list[Graded]] = {name: [] for name in questions}
    for row in rows:
        if row.question in by_question:
            by_question[row.question].append(row)
    return [_answered(name, found) for name, found in by_question.items() if found]


def _answered(question: str, rows: Sequence[Graded]) -> Answered:
    verdicts = Counter(row.result.verdict for row in rows)
    codes = Counter(code for row in rows for code in row.result.codes)
    return Answered(
        question,
        rows[0].marks,
        {name: verdicts[name] for name in VERDICTS},
        dict(sorted(codes.items(), key=lambda item: (-item[1], item[0]))),
        sum((row.score for row in rows), Fraction(0)),
    )
