"""Verdicts on the answers of a student, each in a process that is ended where it takes too long or too much memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from symeig.answers.checking import check
from symeig.answers.exercises import Exercise
from symeig.answers.feedback import Hints
from symeig.answers.verdicts import Verdict
from symeig.answers.words import answer_catalogue
from symeig.cli.failures import FAULT, Failure
from symeig.cli.limits import Bounds, limited
from symeig.cli.worker import Job, Pool
from symeig.graders.words import remark, words

__all__ = ["judge_all", "number", "verdict_on", "verdict_within"]

# What the judging of an answer may take.
BOUNDS = Bounds(seconds=2, mebibytes=512)


def judge_all(  # noqa: PLR0913  (what is judged, and how it is told)
    exercises: Mapping[str, Exercise],
    answers: Mapping[str, Any],
    done: Callable[[str, Verdict], None],
    *,
    language: str,
    hints: Hints,
    seconds: float,
) -> None:
    """Judge the answers of a student.

    Args:
        exercises: What was asked, by name.
        answers: What was answered, by name; what is missing is not judged.
        done: Called with a name and the verdict, as soon as it is there.
        language: Of the feedback.
        hints: How much the feedback tells.
        seconds: How long the work on an answer may take by the clock, its matrix included. Of the processor, and of
            memory, the answer itself may take `BOUNDS`.
    """
    names = [name for name in exercises if name in answers]
    jobs = [Job("verdict_within", (exercises[name], answers, language, hints), module=__name__) for name in names]

    def found(number: int, outcome: Any) -> None:
        done(names[number], _unjudged(outcome, language) if isinstance(outcome, Failure) else outcome)

    with Pool(timeout=seconds) as pool:
        pool.run_all(jobs, found)


def verdict_within(exercise: Exercise, answers: Mapping[str, Any], language: str, hints: Hints) -> Verdict:
    """The same as `verdict_on`; where the answer, and not its matrix, takes too much, this process is ended."""
    _ = exercise.system.eigenspaces
    answer_catalogue(language)
    with limited(BOUNDS):
        return verdict_on(exercise, answers, language, hints)


def verdict_on(exercise: Exercise, answers: Mapping[str, Any], language: str, hints: Hints) -> Verdict:
    """The verdict on the answer to an exercise, in the light of the student's own earlier answers.

    Args:
        exercise: What was asked.
        answers: All answers of the student, by the names of the exercises.
        language: Of the feedback.
        hints: How much the feedback tells.

    Examples:
        >>> asked = Exercise.of("q2", {"matrix": "4 1; 2 3", "question": "eigenvalues", "follows": {"charpoly": "q1"}})
        >>> verdict_on(asked, {"q1": "x^2 - 7x + 12", "q2": "3, 4"}, "en", "gentle").codes
        ('M_FOLLOW_THROUGH',)
    """
    prior = {kind: answers[earlier] for kind, earlier in exercise.follows.items() if earlier in answers}
    question = replace(exercise.question, prior=prior)
    answer = answers[exercise.id]
    return check(exercise.system, question, answer, policy=exercise.policy, language=language, hints=hints)


def _unjudged(failure: Failure, language: str) -> Verdict:
    """What is said where no verdict was found: to the student that it was too much, or no fault of theirs."""
    print(failure.message, failure.details, sep="\n", file=sys.stderr)  # noqa: T201  (for the instructor)
    problem = words(remark("not-judged" if failure.status == FAULT else "too-long"), language)
    return Verdict("invalid", Fraction(0), problem=problem)


def number(value: Fraction) -> float:
    """A number of marks as it stands in JSON: an integer where it is one."""
    return int(value) if value.denominator == 1 else float(value)
