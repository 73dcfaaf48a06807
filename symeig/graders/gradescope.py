"""Gradescope: a submission judged into ``results.json``.

``python -m symeig.graders.gradescope`` is what the autograder runs that ``symeig gradescope`` packs.

References:
    https://gradescope-autograders.readthedocs.io/en/latest/specs/ describes the format.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal, TypeAlias

import click

import symeig
from symeig.answers.exercises import Exercise, read_exercises
from symeig.answers.feedback import Hints
from symeig.answers.verdicts import Verdict
from symeig.cli.files import write_whole
from symeig.errors import SymeigError
from symeig.graders.judging import judge_all, number
from symeig.graders.submissions import Submission, read_submission
from symeig.graders.words import printable, remark, words
from symeig.worked.languages import languages

__all__ = ["Telling", "grade", "main", "results"]

Form: TypeAlias = Literal["html", "text"]
Visibility: TypeAlias = Literal["visible", "hidden", "after_due_date", "after_published"]

# The most that is repeated of an answer.
SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How results are told.

    Attributes:
        language: Of all that is said.
        hints: How much the feedback tells.
        form: What is said as HTML with formulas, or as text.
        visibility: When students see it.
    """

    language: str = "en"
    hints: Hints = "gentle"
    form: Form = "html"
    visibility: Visibility = "visible"


def grade(
    exercises: Mapping[str, Exercise], folder: Path, file: Path, telling: Telling, *, seconds: float = 20.0
) -> None:
    """Judge what stands in a folder, and write the results.

    They are written at once, and again after each verdict: whatever ends the work, there are results.

    Args:
        exercises: What was asked, by name.
        folder: What was handed in.
        file: Where the results go.
        telling: How they are told.
        seconds: How long the work on an answer may take.
    """
    submission = read_submission(folder, exercises)
    verdicts: dict[str, Verdict] = {}

    def write() -> None:
        _write(file, results(exercises, submission, verdicts, telling))

    def done(name: str, verdict: Verdict) -> None:
        verdicts[name] = verdict
        write()

    write()
    judge_all(exercises, submission.answers, done, language=telling.language, hints=telling.hints, seconds=seconds)


def results(
    exercises: Mapping[str, Exercise], submission: Submission, verdicts: Mapping[str, Verdict], telling: Telling
) -> dict[str, Any]:
    """The results, in Gradescope's format.

    Args:
        exercises: What was asked, by name.
        submission: What was handed in.
        verdicts: What was found about the answers so far.
        telling: How it is told.
    """
    said = [_paragraph(words(one, telling.language), telling.form) for one in submission.remarks]
    return {
        "output": "\n".join(said),
        "output_format": telling.form,
        "visibility": telling.visibility,
        "stdout_visibility": "hidden",
        "extra_data": {"symeig": {"version": symeig.__version__}},
        "tests": [_test(exercise, submission, verdicts.get(name), telling) for name, exercise in exercises.items()],
    }


def _test(exercise: Exercise, submission: Submission, verdict: Verdict | None, telling: Telling) -> dict[str, Any]:
    """What is said of a question."""
    score = verdict.score if verdict else 0
    found = {"verdict": verdict.verdict, "score": str(verdict.score)} if verdict else {}
    return {
        "name": exercise.id,
        "name_format": "text",
        "score": number(exercise.marks * score),
        "max_score": number(exercise.marks),
        "status": "passed" if score == 1 else "failed",
        "output": _output(exercise.id, submission, verdict, telling),
        "output_format": telling.form,
        "tags": list(verdict.codes) if verdict else [],
        "extra_data": {"symeig": found},
    }


def _output(name: str, submission: Submission, verdict: Verdict | None, telling: Telling) -> str:
    """The feedback on an answer, and the answer as it was read."""

    def say(said: str, **arguments: str) -> str:
        return words(remark(said, **arguments), telling.language)

    if name not in submission.answers:
        places = ", ".join(words(place, telling.language) for place in submission.twice.get(name, ()))
        return _paragraph(say("twice", places=places) if places else say("missing", name=name), telling.form)
    if verdict is None:
        return _paragraph(say("not-judged"), telling.form)
    parts = [verdict.feedback_html if telling.form == "html" else verdict.feedback]
    if verdict.verdict == "partial":
        parts.append(_lines(verdict.explanation, telling.form))
    if verdict.verdict == "invalid":
        parts.append(_paragraph(say("submit-again"), telling.form))
    parts.append(_quoted(say("your-answer"), submission.answers[name], telling.form))
    return printable("\n".join(parts))


def _paragraph(text: str, form: Form) -> str:
    return f"<p>{escape(text)}</p>" if form == "html" else text


def _lines(text: str, form: Form) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if form == "html" else f"\n{text}"


def _quoted(title: str, answer: Any, form: Form) -> str:
    """An answer as it was handed in, or its beginning."""
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    if form == "text":
        return f"\n{title}\n{shown}"
    return f'<p>{title}</p>\n<pre style="white-space: pre-wrap; overflow-wrap: anywhere">{escape(shown)}</pre>'


def _write(file: Path, document: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, json.dumps(document, indent=1) + "\n")


_FOLDER = Path("/autograder")


@click.command()
@click.option("--questions", type=click.Path(path_type=Path), required=True, help="The questions, in YAML or JSON.")
@click.option("--submission", type=click.Path(path_type=Path), default=_FOLDER / "submission", help="What is judged.")
@click.option("--results", "file", type=click.Path(path_type=Path), default=_FOLDER / "results" / "results.json")
@click.option("--language", type=click.Choice(languages()), default="en")
@click.option("--hints", type=click.Choice(["none", "gentle", "full"]), default="gentle")
@click.option("--format", "form", type=click.Choice(["html", "text"]), default="html")
@click.option(
    "--visibility", type=click.Choice(["visible", "hidden", "after_due_date", "after_published"]), default="visible"
)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0, help="Seconds for an answer.")
def main(questions: Path, submission: Path, file: Path, timeout: float, **told: Any) -> None:
    """Judge a submission into results.json."""
    try:
        exercises = read_exercises(questions)
    except SymeigError as error:
        _write(file, {"score": 0, "output": words(remark("not-judged"), told["language"])})
        raise click.ClickException(error.message) from None
    grade(exercises, submission, file, Telling(**told), seconds=timeout)


if __name__ == "__main__":
    main()
