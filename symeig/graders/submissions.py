"""What a student hands in, read from a folder: answers by the names of their questions.

Three kinds of files hold answers, and they can stand beside each other:

- a .txt file with the name of a question is the answer to it;
- any other .txt file has answers that begin with the name of a question and a colon, and go on in the lines after it;
- a .json file is an object from names of questions to answers: texts, lists, or objects of named parts.

Nothing in the folder is run, no link is followed, and no more is read than a student could type.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from symeig.graders.words import Remark, printable, remark

__all__ = ["Submission", "read_submission"]

# The most that is read: of a file, in bytes, and of a folder, in files.
LARGEST = 1_000_000
MOST = 100

# What stands between the name of a question and the answer, and characters that a name has at most.
_SIGN = re.compile("[:=]")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Submission:
    """What was handed in.

    Attributes:
        answers: By the names of the questions.
        twice: Where each question that has several answers is answered.
        remarks: What was not read, and why.
    """

    answers: Mapping[str, Any]
    twice: Mapping[str, tuple[Remark, ...]]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer, where it stands, and to which question it is one."""

    question: str
    answer: Any
    place: Remark


class _Unread(Exception):  # noqa: N818  (an end of the reading, with what to say of it)
    """A file is not read, for the reason in its remark."""

    def __init__(self, said: Remark) -> None:
        super().__init__(said)
        self.remark = said


def read_submission(folder: Path, questions: Collection[str]) -> Submission:
    """The answers in a folder.

    Args:
        folder: Where they were handed in.
        questions: The names of the questions; capitals and spaces in what students write make no difference.
    """
    known = {_plain(name): name for name in questions} | {name: name for name in questions}
    try:
        # Hidden files are those of systems, not of students.
        paths = sorted(islice((path for path in folder.iterdir() if path.name[0] != "."), MOST + 1))
    except OSError:
        return Submission({}, {}, (remark("no-folder"),))
    found = [one for path in paths[:MOST] for one in _found(path, known)]
    given = [one for one in found if isinstance(one, _Given)]
    remarks = [one for one in found if isinstance(one, Remark)]
    if len(paths) > MOST:
        remarks.append(remark("too-many", limit=MOST))
    if not given:
        remarks.append(remark("no-answers", name=next(iter(questions))))
    return _collected(given, remarks)


def _collected(given: list[_Given], remarks: list[Remark]) -> Submission:
    """The answers by question; those of a question with several are none."""
    places: dict[str, tuple[Remark, ...]] = {}
    for one in given:
        places[one.question] = (*places.get(one.question, ()), one.place)
    answers = {one.question: one.answer for one in given if len(places[one.question]) == 1}
    return Submission(answers, {name: where for name, where in places.items() if len(where) > 1}, tuple(remarks))


def _plain(name: str) -> str:
    """A name without what makes no difference."""
    return "".join(name.split()).casefold()


def _find(written: str, known: Mapping[str, str]) -> str | None:
    """The question that has a name, as a student writes it."""
    return known.get(written) or known.get(_plain(written))


def _found(path: Path, known: Mapping[str, str]) -> Iterator[_Given | Remark]:
    """The answers in a file, or why they are not read."""
    file = printable(path.name)
    try:
        match path.suffix.lower():
            case ".txt":
                questions = set(known.values())
                own = _find(path.stem, known) or (questions.pop() if len(questions) == 1 else None)
                yield from _in_lines(_text(path, file), file, own, known)
            case ".json":
                yield from _in_json(_text(path, file), file, known)
            case _:
                yield remark("other-kind", file=file)
    except _Unread as unread:
        yield unread.remark


def _text(path: Path, file: str) -> str:
    """The text of a file; of a link, a pipe or a folder none."""
    if path.is_symlink() or not path.is_file():
        raise _Unread(remark("not-plain", file=file))
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError:
        raise _Unread(remark("not-plain", file=file)) from None
    if len(content) > LARGEST:
        raise _Unread(remark("too-large", file=file, limit=LARGEST // 1000))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Unread(remark("not-utf-8", file=file)) from None


def _in_lines(text: str, file: str, own: str | None, known: Mapping[str, str]) -> Iterator[_Given | Remark]:
    """Answers that begin with the name of a question; what stands before the first one belongs to the file's own."""
    begun: list[tuple[str | None, int, list[str]]] = [(own, 1, [])]
    for number, row in enumerate(text.splitlines(), 1):
        sign = _SIGN.search(row)
        typed = row[: sign.start()].strip() if sign else ""
        name = _find(typed, known) if 0 < len(typed) <= LONGEST_NAME else None
        if sign and name:
            begun.append((name, number, [row[sign.end() :]]))
        else:
            begun[-1][2].append(row)
    for name, number, rows in begun:
        answer = "\n".join(rows).strip()
        if answer and name is None:
            yield remark("before", file=file, name=next(iter(known.values())))
        elif answer and name is not None:
            yield _Given(name, answer, remark("place-line", file=file, line=number))


def _in_json(text: str, file: str, known: Mapping[str, str]) -> Iterator[_Given | Remark]:
    """Answers in an object; all numbers as they are written."""
    try:
        content = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _Unread(remark("not-json", file=file, line=error.lineno)) from None
    except RecursionError:
        raise _Unread(remark("no-mapping", file=file)) from None
    if not isinstance(content, dict):
        raise _Unread(remark("no-mapping", file=file))
    for written, answer in content.items():
        name = _find(written, known)
        if name is None:
            names = ", ".join(dict.fromkeys(known.values()))
            yield remark("no-question", file=file, name=printable(written[:40]), names=names)
        elif answer not in (None, ""):
            yield _Given(name, answer, remark("place-file", file=file))
