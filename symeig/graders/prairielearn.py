"""PrairieLearn: answers judged inside ``server.py``, or by an external grader.

In ``server.py``, `parse` and `grade` fill the ``data`` of a question. ``python -m symeig.graders.prairielearn`` is an
external grader: it reads ``/grade/data/data.json`` and the files of the student, and writes
``/grade/results/results.json``.

References:
    https://docs.prairielearn.com/question/server/ and https://docs.prairielearn.com/externalGrading/ describe both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import Any, cast

import click

from symeig.answers.exercises import Exercise, read_exercises
from symeig.answers.feedback import Hints
from symeig.answers.verdicts import Verdict
from symeig.cli.files import write_whole
from symeig.graders.judging import judge_all, number, verdict_on
from symeig.graders.prairielearn_inputs import answers, inputs, plain
from symeig.graders.submissions import read_submission
from symeig.graders.words import printable, remark, words
from symeig.worked.languages import languages

__all__ = ["grade", "main", "parse", "results"]

# --- inside server.py -----------------------------------------------------------------------------------------------


def parse(data: dict[str, Any], exercises: Mapping[str, Any], *, language: str = "en", hints: Hints = "gentle") -> None:
    """Say of each answer that cannot be read what is wrong with it, so that it uses up no attempt.

    Args:
        data: What PrairieLearn hands to ``parse``; ``format_errors`` is filled.
        exercises: What is asked, by the names of the answers: as in a file of questions, or as `Exercise`.
        language: Of what is said.
        hints: How much the feedback tells.

    Examples:
        >>> data = {"submitted_answers": {"q": "5, (2"}, "format_errors": {}}
        >>> parse(data, {"q": {"matrix": [[4, 1], [2, 3]], "question": "eigenvalues"}})
        >>> list(data["format_errors"])
        ['q']
    """
    for exercise, verdict in _verdicts(data, exercises, language, hints):
        if verdict is not None:
            _refuse(data, exercise, verdict)


def grade(data: dict[str, Any], exercises: Mapping[str, Any], *, language: str = "en", hints: Hints = "gentle") -> None:
    """Score the answers, with partial credit and feedback.

    Args:
        data: What PrairieLearn hands to ``grade``. ``partial_scores`` and ``feedback`` are filled, with texts and with
            HTML; ``score`` becomes the mean of all partial scores by their weights, which are the marks here.
        exercises: What is asked, as for `parse`.
        language: Of the feedback.
        hints: How much it tells.

    Examples:
        >>> data = {"submitted_answers": {"q": "5"}, "partial_scores": {}, "feedback": {}, "score": 0}
        >>> grade(data, {"q": {"matrix": [[4, 1], [2, 3]], "question": "eigenvalues"}})
        >>> data["score"]
        0.5
    """
    for exercise, verdict in _verdicts(data, exercises, language, hints):
        if verdict is None:
            said = words(remark("missing-here"), language)
            text, html = said, f"<p>{said}</p>"
        else:
            _refuse(data, exercise, verdict)
            text, html = verdict.feedback, verdict.feedback_html
        score = float(verdict.score) if verdict else 0.0
        data["partial_scores"][exercise.id] = {"score": score, "weight": number(exercise.marks), "feedback": text}
        data["feedback"][exercise.id] = html
    parts = [part for part in data["partial_scores"].values() if part["score"] is not None]
    weights = [part.get("weight", 1) for part in parts]
    data["score"] = sum(part["score"] * w for part, w in zip(parts, weights, strict=True)) / sum(weights)


def _refuse(data: dict[str, Any], exercise: Exercise, verdict: Verdict) -> None:
    """Where an answer cannot be read: why, at its first input, unless that has something to say itself."""
    if verdict.verdict == "invalid":
        first, _ = next(inputs(data, exercise))
        message, _, place = escape(printable(verdict.problem)).partition("\n")
        data["format_errors"].setdefault(first, f"<p>{message}</p><pre>{place}</pre>")


def _verdicts(
    data: Mapping[str, Any], exercises: Mapping[str, Any], language: str, hints: Hints
) -> Iterator[tuple[Exercise, Verdict | None]]:
    """What is asked, with the verdicts on what is answered."""
    known = {name: _exercise(name, given) for name, given in exercises.items()}
    given = answers(data, known)
    for name, exercise in known.items():
        yield exercise, verdict_on(exercise, given, language, hints) if name in given else None


def _exercise(name: str, given: Any) -> Exercise:
    if isinstance(given, Exercise):
        return given
    return Exercise.of(name, {key: plain(value) for key, value in given.items()})


# --- the external grader --------------------------------------------------------------------------------------------


def results(
    exercises: Mapping[str, Exercise], verdicts: Mapping[str, Verdict], said: Sequence[str], language: str
) -> dict[str, Any]:
    """The results of an external grader.

    Args:
        exercises: What was asked, by name.
        verdicts: What was found about the answers; what is missing has no verdict.
        said: What is said about the submission as a whole.
        language: Of what is said.

    Returns:
        Scores; or, where an answer cannot be read, what is wrong with it, in which case no attempt is used up.
    """
    unread = {name: verdict.problem for name, verdict in verdicts.items() if verdict.verdict == "invalid"}
    message = printable("\n".join(said))
    if unread:
        errors = [printable(f"{name}: {problem.partition(chr(10))[0]}") for name, problem in unread.items()]
        return {"gradable": False, "format_errors": errors, "message": message}
    tests = [_test(exercise, verdicts.get(name), language) for name, exercise in exercises.items()]
    total = sum((exercise.marks for exercise in exercises.values()), Fraction(0))
    earned = sum((exercises[name].marks * verdict.score for name, verdict in verdicts.items()), Fraction(0))
    return {"gradable": True, "score": float(earned / total), "message": message, "tests": tests}


def _test(exercise: Exercise, verdict: Verdict | None, language: str) -> dict[str, Any]:
    """What is said of a question."""
    score = verdict.score if verdict else Fraction(0)
    said = verdict.feedback if verdict else words(remark("missing", name=exercise.id), language)
    return {
        "name": exercise.id,
        "points": number(exercise.marks * score),
        "max_points": number(exercise.marks),
        "message": printable(said),
        "output": printable(verdict.explanation if verdict else ""),
    }


_FOLDER = Path("/grade")


@click.command()
@click.option(
    "--questions", type=click.Path(path_type=Path), default=_FOLDER / "tests" / "questions.yaml", help="What was asked."
)
@click.option("--data", type=click.Path(path_type=Path), default=_FOLDER / "data" / "data.json", help="The data.")
@click.option("--student", type=click.Path(path_type=Path), default=_FOLDER / "student", help="The student's files.")
@click.option("--results", "file", type=click.Path(path_type=Path), default=_FOLDER / "results" / "results.json")
@click.option("--language", type=click.Choice(languages()), default="en", help="The language of the feedback.")
@click.option("--hints", type=click.Choice(["none", "gentle", "full"]), default="gentle", help="How much it tells.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=5.0, help="Seconds for an answer.")
def main(  # noqa: PLR0913, PLR0917  (one for each option)
    questions: Path, data: Path, student: Path, file: Path, language: str, hints: str, timeout: float
) -> None:
    """Judge a submission to PrairieLearn as its external grader."""
    exercises = read_exercises(questions)
    typed = answers(json.loads(data.read_text(encoding="utf-8")), exercises)
    submission = read_submission(student, exercises)
    given = {**submission.answers, **typed}
    verdicts: dict[str, Verdict] = {}
    judge_all(exercises, given, verdicts.__setitem__, language=language, hints=cast("Any", hints), seconds=timeout)
    said = () if typed else [words(one, language) for one in submission.remarks]
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, json.dumps(results(exercises, verdicts, said, language), indent=1) + "\n")


if __name__ == "__main__":
    main()
