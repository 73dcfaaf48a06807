"""The work of `symeig check`, as it is done in the worker process: plain data in, plain data out."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

import click

from symeig.answers import checking
from symeig.answers.batch.cases import Manner, Posed, Result
from symeig.answers.batch.render import data as summary_data
from symeig.answers.batch.render import html as summary_html
from symeig.answers.batch.render import text as summary_text
from symeig.answers.batch.summary import Answered
from symeig.answers.exercises import Exercise, read_data, read_exercises
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.render import data, html, text
from symeig.answers.verdicts import Verdict
from symeig.answers.words import answer_catalogue
from symeig.cli.limits import Bounds, limited
from symeig.errors import InputError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.reading import read_matrix_argument
from symeig.worked.messages import say

__all__ = ["Exercises", "check", "judge", "pose", "summary"]

# The colours of verdicts at a terminal.
STYLES: dict[str, dict[str, Any]] = {
    "correct": {"fg": "green", "bold": True},
    "partial": {"fg": "yellow", "bold": True},
    "incorrect": {"fg": "red", "bold": True},
    "invalid": {"fg": "magenta", "bold": True},
    "score": {"bold": True},
}

# What is said of an answer that cannot be read, before the reason.
UNREADABLE = say("verdict-invalid")

SUMMARIES = {
    "text": summary_text.render,
    "html": summary_html.render,
    "json": summary_data.to_json,
    "csv": summary_data.to_csv,
}


# --- one answer -----------------------------------------------------------------------------------------------------


def check(  # noqa: PLR0913  (what is asked, what is accepted, and how it is shown)
    matrix: str,
    asked: Mapping[str, Any],
    answer: Any,
    manner: Manner,
    bounds: Bounds,
    *,
    policy: str | None,
    problem: str,
    form: str,
    marks: bool,
    colour: bool,
) -> str:
    """What is said of an answer; where there is a problem already, that."""
    system = eigensystem(read_matrix_argument(matrix))
    question = Question(**asked)
    accepted = Policy.of(_policy(policy))
    if problem:
        verdict = _unjudged(problem, manner.language)
    else:
        verdict = _verdict(system, question, answer, accepted, manner, bounds)
    match form:
        case "json":
            return data.to_json(verdict, system, question, manner.language)
        case "html":
            return html.to_html(verdict, manner.language, marks=marks)
    paint = (lambda role, words: click.style(words, **STYLES[role])) if colour else None
    return text.render(verdict, manner.language, marks=marks, paint=paint)


def _policy(path: str | None) -> Mapping[str, Any]:
    """What a file of a policy says."""
    content = {} if path is None else read_data(path)
    if not isinstance(content, Mapping):
        msg = f"'{path}' has no policy in it. It is a mapping of names to values. Write, say, field: real."
        raise InputError(msg)
    return content


def _unjudged(problem: str, language: str) -> Verdict:
    return Verdict("invalid", Fraction(0), problem=problem, messages=(UNREADABLE,), language=language)


def _unreadable(language: str) -> str:
    """What is said of an answer that cannot be read."""
    return answer_catalogue(language).words(UNREADABLE)


def _verdict(  # noqa: PLR0913, PLR0917  (as above)
    system: Eigensystem, question: Question, answer: Any, policy: Policy, manner: Manner, bounds: Bounds
) -> Verdict:
    """The verdict, within the bounds."""
    # Read once, which takes a tenth of a second, and not the matter of an answer.
    answer_catalogue(manner.language)
    with limited(bounds):
        return checking.check(
            system, question, answer, policy=policy, language=manner.language, hints=cast("Any", manner.hints)
        )


# --- a class --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exercises:
    """What was asked.

    Attributes:
        posed: The exercises, by id.
        unreadable: What is said of an answer that cannot be read.
    """

    posed: Mapping[str, Posed]
    unreadable: str


def pose(questions: str, policy: str | None, language: str) -> Exercises:
    """The exercises of a file, with what a policy adds to."""
    exercises = read_exercises(questions, _policy(policy))
    return Exercises({name: _posed(exercise) for name, exercise in exercises.items()}, _unreadable(language))


def _posed(exercise: Exercise) -> Posed:
    system = exercise.system
    rows = [list(map(str, row)) for row in system.given.rows]
    question = exercise.question
    accepted = dataclasses.asdict(exercise.policy)
    content = [rows, question.kind, question.eigenvalue, question.k, accepted]
    pickled = pickle.dumps((system, question, exercise.policy))
    written = json.dumps(content, default=str, sort_keys=True, ensure_ascii=False)
    return Posed(exercise.id, written, exercise.marks, exercise.follows, pickled)


def judge(exercise: bytes, answer: Any, prior: Mapping[str, Any] | None, manner: Manner, bounds: Bounds) -> Result:
    """What is said of an answer."""
    system, question, policy = _exercise(exercise)
    verdict = _verdict(system, replace(question, prior=prior), answer, policy, manner, bounds)
    return Result(verdict.verdict, verdict.score, verdict.codes, verdict.feedback)


@lru_cache(maxsize=1024)
def _exercise(pickled: bytes) -> tuple[Eigensystem, Question, Policy]:
    """An exercise, its matrix analysed: that is not the matter of an answer."""
    system, question, policy = pickle.loads(pickled)  # noqa: S301  (pickled by this module)
    _ = system.eigenspaces
    return system, question, policy


def summary(found: Sequence[Answered], language: str, form: str) -> str:
    """The summary of a class in one of its forms."""
    return SUMMARIES[form](found, language)
