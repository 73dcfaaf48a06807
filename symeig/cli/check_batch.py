"""The answers of a class: what is judged is kept at once, and the same command goes on where it was ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from symeig.answers.batch.cases import Case, Manner, Result, Unread, cases
from symeig.answers.batch.results import FORMS, graded, invalid
from symeig.answers.batch.rows import read_answers
from symeig.answers.batch.store import Store
from symeig.answers.batch.summary import Answered, answered
from symeig.cli.batch import processors
from symeig.cli.failures import INTERRUPTED, Failure, refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.judging import TASKS, judge_here, judge_there
from symeig.cli.limits import Bounds
from symeig.cli.terminal import progress_bar
from symeig.cli.worker import Job, Pool

__all__ = ["Files", "check_batch"]

STORE = ".sqlite"
SUMMARIES = {".html": "html", ".json": "json", ".csv": "csv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What is read, and what is written.

    Attributes:
        answers: Those of the class.
        questions: What was asked.
        output: The verdicts.
        policy: What is accepted, where the questions do not say.
        store: Where verdicts are kept; None for a file beside the output.
        summary: What the class answered, and which mistakes were made; None where that is not wanted.
    """

    answers: Path
    questions: Path
    output: Path
    policy: Path | None
    store: Path | None
    summary: Path | None

    @property
    def kept(self) -> Path:
        """Where verdicts are kept."""
        return self.store or self.output.with_suffix(STORE)

    def check(self) -> None:
        """Refuse files that cannot be written, or that would overwrite one another.

        Raises:
            Failure: Some would.
        """
        _check_suffix(self.output, tuple(FORMS), "verdicts")
        if self.summary is not None:
            _check_suffix(self.summary, tuple(SUMMARIES), "summaries")
        written = [path for path in (self.output, self.kept, self.summary) if path is not None]
        for path in written:
            check_writable(path)
        names = [path.resolve() for path in (self.answers, self.questions, *written)]
        for path in written:
            if names.count(path.resolve()) > 1:
                refuse(f"'{path}' would be overwritten: it is named twice. Name different files.")


def _check_suffix(path: Path, known: Sequence[str], what: str) -> None:
    if path.suffix.lower() not in known:
        refuse(f"The file '{path}' ends with {path.suffix or 'no suffix'}; {what} end with {' or '.join(known)}.")


@dataclass
class Tally:
    """What has come of a batch so far.

    Attributes:
        judged: How many different answers were judged now.
        faults: Cases without a verdict by a fault of symeig, with what is said of it, by their keys.
    """

    judged: int = 0
    faults: dict[str, Failure] = field(default_factory=dict)


def check_batch(files: Files, manner: Manner, bounds: Bounds, *, jobs: int | None, scheduler: str | None) -> int:
    """Judge the answers of a class, and say what they are like.

    Args:
        files: What is read and written.
        manner: How feedback is given.
        bounds: What an answer may take.
        jobs: How many processes work at once; None for one for each processor.
        scheduler: The address of a Dask scheduler whose workers judge; None for processes here.

    Returns:
        The exit status: 0, or that of a fault of symeig.

    Raises:
        SymeigError: A file cannot be read.
        Failure: A file cannot be written, or it was interrupted.
    """
    files.check()
    answers = read_answers(files.answers)
    with Pool(jobs or processors(), module=TASKS) as pool:
        policy = str(files.policy) if files.policy else None
        exercises = pool.run(Job("pose", (str(files.questions), policy, manner.language), module=TASKS))
        found = cases(answers.rows, exercises.posed, manner)
        with Store(files.kept, str(bounds)) as store:
            store.begin(answers.rows, found)
            todo = _todo(found, store.missing())
            tally = Tally()
            try:
                _judge(todo, store, tally, exercises.unreadable, manner, bounds, pool, scheduler)
            except KeyboardInterrupt:
                # One that was kept may not have been counted yet.
                judged = len(todo) - len(store.missing())
                msg = f"Interrupted. {judged} of {len(todo)} answers judged. The same command goes on from there."
                raise Failure(msg, INTERRUPTED) from None
            results = store.results()
        results |= {key: invalid(failure.message, exercises.unreadable) for key, failure in tally.faults.items()}
        rows = graded(answers.rows, found, results, exercises.unreadable)
        write_whole(files.output, FORMS[files.output.suffix.lower()](rows, is_marked=answers.is_marked))
        _tell(files, answered(rows, list(exercises.posed)), manner.language, pool)
    click.echo(_account(files, found, tally), err=True)
    return max((failure.status for failure in tally.faults.values()), default=0)


def _todo(found: Sequence[Case | Unread], missing: set[str]) -> list[Case]:
    """The cases without a verdict, each once, in the order of the rows."""
    different = {case.key: case for case in found if isinstance(case, Case)}
    return [case for key, case in different.items() if key in missing]


def _judge(  # noqa: PLR0913, PLR0917  (what is judged, how, and where)
    todo: Sequence[Case],
    store: Store,
    tally: Tally,
    unreadable: str,
    manner: Manner,
    bounds: Bounds,
    pool: Pool,
    scheduler: str | None,
) -> None:
    """Judge cases, and keep each result as soon as it is there."""
    if not todo:
        return
    with progress_bar(len(todo), "Judged") as (say, advance, tick):

        def done(number: int, outcome: Any) -> None:
            case = todo[number]
            if isinstance(outcome, Failure) and outcome.bound:
                outcome = invalid(bounds.reached(outcome.bound), unreadable, str(bounds))
            if isinstance(outcome, Result):
                store.put(case, outcome)
                tally.judged += 1
            else:
                tally.faults[case.key] = outcome
                say(f"{case.exercise.id}, answer {str(case.answer)[:60]!r}: {outcome.message}")
            advance()

        if scheduler is not None:
            judge_there(todo, manner, bounds, done, scheduler=scheduler, tick=tick)
        else:
            judge_here(todo, manner, bounds, done, pool=pool, tick=tick)


def _tell(files: Files, found: Sequence[Answered], language: str, pool: Pool) -> None:
    """Show the summary, and write it into its file."""

    def told(form: str) -> str:
        summary: str = pool.run(Job("summary", (found, language, form), module=TASKS))
        return summary

    if found:
        click.echo(told("text"), err=True)
    if files.summary is not None:
        write_whole(files.summary, told(SUMMARIES[files.summary.suffix.lower()]))


def _account(files: Files, found: Sequence[Case | Unread], tally: Tally) -> str:
    """What has been done, in a sentence or two."""
    different = len({case.key for case in found if isinstance(case, Case)})
    unread = sum(isinstance(case, Unread) for case in found)
    known = different - tally.judged - len(tally.faults)
    text = f"{_counted(len(found), 'answer')}, {different} of them different: {tally.judged} judged now"
    if known:
        text += f", {known} known from {files.kept}"
    if tally.faults:
        text += f", {len(tally.faults)} without a verdict by a fault of symeig"
    if unread:
        text += f". {_counted(unread, 'row')} could not be read"
    return f"{text}. Results written to {files.output}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
