"""Many matrices, one file for each: what is finished stays, what fails is listed, and a second run goes on."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from symeig.cli.failures import BAD_INPUT, INTERRUPTED, Failure, refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.options import FORMS, Options
from symeig.cli.terminal import progress_bar
from symeig.cli.worker import Job, run_all

__all__ = ["processors", "solve_batch"]

FAILURES = "failures.jsonl"

# Columns of solutions as text.
WIDTH = 80

# Names of files that every system takes: letters, digits, and signs inside that have no meaning to a shell.
NAME = re.compile(r"\w(?:[\w.\-]*\w)?")
LONGEST_NAME = 200
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A line of a batch.

    Attributes:
        line: Its number, from 1.
        name: Its id, or its number with at least four digits: the name of its file without the suffix.
        matrix: A text or a list of rows.
        options: What is told of it.
        failure: Why it cannot be read; None where it can.
    """

    line: int
    name: str
    matrix: str | list[Any] = ""
    options: Options | None = None
    failure: Failure | None = None


@dataclass
class Tally:
    """What has come of a batch so far.

    Attributes:
        written: The number of files written.
        failed: The lines that failed, and why.
    """

    written: int = 0
    failed: list[tuple[Entry, Failure]] = field(default_factory=list)


def solve_batch(  # noqa: PLR0913  (what is done, and how)
    file: Path, folder: Path, options: Options, *, jobs: int | None, timeout: float | None, overwrite: bool
) -> int:
    """Write what is told of each matrix of a file into a file of its own.

    Args:
        file: JSON Lines: in each a matrix, or an object with a "matrix", an "id" and options of its own.
        folder: Where the files go.
        options: What is told, where a line does not say otherwise.
        jobs: How many processes work at once; None for one for each processor.
        timeout: Seconds after which the work on a matrix is ended.
        overwrite: Whether files that exist are written anew.

    Returns:
        The exit status: 0, or the highest among those of the lines that failed.

    Raises:
        Failure: The file cannot be read, two lines have the same id, one has an id that is no file name, nothing can
            be written, or it was interrupted.
    """
    entries = _entries(file, options)
    suffix = FORMS[options.form]
    _prepare(folder)
    todo = [entry for entry in entries if overwrite or not (folder / (entry.name + suffix)).exists()]
    tally = Tally()
    workers = min(jobs or processors(), max(len(todo), 1))
    try:
        with progress_bar(len(todo)) as (say, advance, tick):

            def done(entry: Entry, outcome: Any) -> None:
                if isinstance(outcome, Failure):
                    tally.failed.append((entry, outcome))
                    say(f"{file}, line {entry.line}: {_reason(outcome)}")
                else:
                    write_whole(folder / (entry.name + suffix), outcome.output)
                    tally.written += 1
                    for note in (*outcome.warnings, *outcome.notes):
                        say(f"{file}, line {entry.line}: {note}")
                advance()

            for entry in todo:
                if entry.failure is not None:
                    done(entry, entry.failure)
            readable = [entry for entry in todo if entry.failure is None]
            run_all(map(_job, readable), lambda k, x: done(readable[k], x), workers=workers, timeout=timeout, tick=tick)
    except KeyboardInterrupt:
        msg = f"Interrupted. {_account(tally, entries, todo, folder)}"
        remedy = " The same command goes on from there" + (", without --overwrite." if overwrite else ".")
        raise Failure(msg + remedy, INTERRUPTED) from None
    finally:
        _write_failures(folder, tally)
    click.echo(_account(tally, entries, todo, folder), err=True)
    return max((failure.status for _, failure in tally.failed), default=0)


# --- what is read ---------------------------------------------------------------------------------------------------


def _entries(file: Path, options: Options) -> list[Entry]:
    """The lines of a batch.

    Raises:
        Failure: The file cannot be read, or the names of the files are not in order.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        refuse(f"'{file}' cannot be read: {error.strerror}. Give a file with a matrix in JSON on each line.")
    except UnicodeDecodeError as error:
        refuse(f"'{file}' is not UTF-8 text at byte {error.start + 1}. Save it as UTF-8.")
    entries = [_entry(number, row, options) for number, row in enumerate(text.split("\n"), 1) if row.strip()]
    if not entries:
        refuse(f"'{file}' is empty. Write a matrix in JSON on each line, such as [[2, 1], [2, 3]].")
    seen: dict[str, int] = {}
    for entry in entries:
        place = f"'{file}', line {entry.line}: the id {entry.name!r}"
        if not _is_file_name(entry.name):
            refuse(
                f"{place} cannot be the name of a file. Use at most {LONGEST_NAME} letters, digits, '-', '_' and '.'."
            )
        # Some file systems do not tell capitals from small letters.
        first = seen.setdefault(entry.name.casefold(), entry.line)
        if first != entry.line:
            refuse(f"{place} is that of line {first} too. Each line has a file of its own. Give it another id.")
    return entries


def _is_file_name(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and not RESERVED.fullmatch(name) and len(name.encode()) <= LONGEST_NAME


def _entry(number: int, row: str, options: Options) -> Entry:
    name = f"{number:04}"
    try:
        # Numbers stay texts, so that decimals are read from their digits and long integers are bounded.
        content = json.loads(row, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        return Entry(number, name, failure=_unreadable(f"This is not JSON at character {error.pos + 1}: {error.msg}"))
    except RecursionError:
        return Entry(number, name, failure=_unreadable("This is nested too deeply"))
    values = content if isinstance(content, dict) else {"matrix": content}
    name = str(values.pop("id", name))
    matrix = values.pop("matrix", None)
    if not isinstance(matrix, str | list):
        return Entry(number, name, failure=_unreadable("There is no matrix here"))
    try:
        return Entry(number, name, matrix, options.changed(values))
    except Failure as failure:
        return Entry(number, name, failure=failure)


def _unreadable(what: str) -> Failure:
    advice = 'Write [[2, 1], [2, 3]], "2 1; 2 3" or {"id": "first", "matrix": [[2, 1], [2, 3]], "goal": "jordan"}.'
    return Failure(f"Error: {what}. {advice}", BAD_INPUT)


# --- what is done ---------------------------------------------------------------------------------------------------


def _job(entry: Entry) -> Job:
    return Job("solve_content", (entry.matrix, entry.options), {"width": WIDTH})


def processors() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- what is said ---------------------------------------------------------------------------------------------------


def _reason(failure: Failure) -> str:
    return failure.message.removeprefix("Error: ").rstrip()


def _account(tally: Tally, entries: Sequence[Entry], todo: Sequence[Entry], folder: Path) -> str:
    """What has been done, in a sentence or two."""
    written, before, failed = tally.written, len(entries) - len(todo), len(tally.failed)
    text = f"{written} of {len(entries)} {_plural('file', len(entries))} written to {folder}"
    if before:
        were, them = ("was", "it") if before == 1 else ("were", "them")
        text += f", {before} {were} there before (--overwrite replaces {them})"
    if failed:
        text += f", {failed} {_plural('line', failed)} failed: see {folder / FAILURES}"
    return text + "."


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _prepare(folder: Path) -> None:
    """Make the folder, and forget the failures of an earlier run."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FAILURES).unlink(missing_ok=True)
    except OSError as error:
        refuse(f"'{folder}' cannot be written to: {error.strerror}. Choose another folder.")
    check_writable(folder / FAILURES)


def _write_failures(folder: Path, tally: Tally) -> None:
    rows = [
        {"line": entry.line, "id": entry.name, "status": failure.status, "message": _reason(failure)}
        for entry, failure in sorted(tally.failed, key=lambda pair: pair[0].line)
    ]
    if rows:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        write_whole(folder / FAILURES, text)
