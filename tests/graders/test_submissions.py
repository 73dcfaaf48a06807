"""Answers in a folder: what is read as which answer, and what is not read, with a remark that says why."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from symeig.graders.submissions import LARGEST, MOST, Submission, read_submission
from symeig.graders.words import words

QUESTIONS = ("q1", "q2", "Part 3")


def read(folder: Path, **files: str | bytes) -> Submission:
    """What is read from a folder with files, whose names have two underscores for a full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_submission(folder, QUESTIONS)


def said(submission: Submission) -> str:
    """The remarks."""
    return "\n".join(words(one, "en") for one in submission.remarks)


READ: dict[str, tuple[str, dict[str, str]]] = {
    "a line each": ("q1: 5, 2\nq2: yes", {"q1": "5, 2", "q2": "yes"}),
    "lines that go on": (
        "q1:\nP = [1 1; 1 -2]\nD = diag(5, 2)\n\nq2: 5",
        {"q1": "P = [1 1; 1 -2]\nD = diag(5, 2)", "q2": "5"},
    ),
    "colons inside": ("q1: 5: (1,1); 2: (1,-2)\n3: (0,1)", {"q1": "5: (1,1); 2: (1,-2)\n3: (0,1)"}),
    "LaTeX": ("q1: $\\lambda_1 = \\frac{1}{2}$ % \\{#\n", {"q1": "$\\lambda_1 = \\frac{1}{2}$ % \\{#"}),
    "what YAML would take for something else": ("q1: {5, 2}\nq2: [no", {"q1": "{5, 2}", "q2": "[no"}),
    "names written otherwise": ("  Q 1 : 5\npart3= 2", {"q1": "5", "Part 3": "2"}),
    "a line without end": ("q1: 5\n" + " " * 200_000 + "x", {"q1": "5\n" + " " * 200_000 + "x"}),
    "nothing after the name": ("q1:\nq2: 5\nPart 3:  \n", {"q2": "5"}),
    "line ends of other systems, a byte order mark": ("\ufeffq1: 5\r\n2\r\nq2: 3\rx", {"q1": "5\n2", "q2": "3\nx"}),
}


@pytest.mark.parametrize(("text", "answers"), READ.values(), ids=READ.keys())
def test_answers_in_lines(text: str, answers: dict[str, str], tmp_path: Path) -> None:
    """An answer begins with the name of its question and goes on to the next one."""
    submission = read(tmp_path, answers__txt=text)
    assert (dict(submission.answers), submission.remarks) == (answers, ())


def test_a_file_for_each_question(tmp_path: Path) -> None:
    """A file with the name of a question is its answer, with the name at its beginning or without."""
    submission = read(tmp_path, q1__txt="5,\n2", Q2__TXT="q2: 3", __DS_Store=b"")
    assert (dict(submission.answers), submission.remarks) == ({"q1": "5,\n2", "q2": "3"}, ())


def test_the_only_question(tmp_path: Path) -> None:
    """Where there is one question, any text file answers it."""
    (tmp_path / "homework.txt").write_text("5, 2", encoding="utf-8")
    assert read_submission(tmp_path, ["q1"]).answers == {"q1": "5, 2"}


def test_json(tmp_path: Path) -> None:
    """Texts, lists and parts; numbers as they are written."""
    answers: dict[str, Any] = {"q1": [5, 0.10], "q2": {"P": [[1, 1], [1, -2]], "D": "diag(5,2)"}, "Part 3": None}
    submission = read(tmp_path, answers__json=json.dumps(answers))
    assert submission.answers == {"q1": ["5", "0.1"], "q2": {"P": [["1", "1"], ["1", "-2"]], "D": "diag(5,2)"}}


def test_several_answers_to_a_question(tmp_path: Path) -> None:
    """None of them is chosen, and it is said where they are."""
    submission = read(tmp_path, answers__txt="q1: 5\nq2: 1\nq1: 6", more__json='{"q2": "2"}')
    assert submission.answers == {}
    places = {name: [words(place, "en") for place in where] for name, where in submission.twice.items()}
    assert places == {"q1": ["answers.txt, line 1", "answers.txt, line 3"], "q2": ["answers.txt, line 2", "more.json"]}


NOT_READ: dict[str, tuple[dict[str, str | bytes], str]] = {
    "nothing": ({}, "No answers were found"),
    "another kind of file": ({"hw__pdf": "%PDF"}, "hw.pdf was not read"),
    "another encoding": ({"a__txt": "q1: 5".encode("utf-16")}, "a.txt is not UTF-8 text"),
    "too large": ({"a__txt": b"q1: " + b"5" * LARGEST}, "a.txt is larger than 1000 kB"),
    "a title first": ({"a__txt": "Homework\nq1: 5"}, "a.txt: what stands before the first question"),
    "broken JSON": ({"a__json": '{"q1": 5,\n'}, "a.json is not JSON at line 2"),
    "deep JSON": ({"a__json": "[" * 100_000}, "a.json was not read"),
    "JSON without names": ({"a__json": "[5, 2]"}, "a.json was not read: it holds no JSON object"),
    "an unknown question": (
        {"a__json": '{"q9": 5}'},
        "a.json answers q9, and there is no such question. It is one of q1, q2, Part 3.",
    ),
    "too many files": ({f"f{k}__txt": "" for k in range(MOST + 1)}, "There are more than 100 files"),
}


@pytest.mark.parametrize(("files", "remark"), NOT_READ.values(), ids=NOT_READ.keys())
def test_what_is_not_read(files: dict[str, str | bytes], remark: str, tmp_path: Path) -> None:
    """Each file that is not read is named, with the reason."""
    assert remark in said(read(tmp_path, **files))


def test_no_folder(tmp_path: Path) -> None:
    """Where nothing was handed over, that is said."""
    assert "There is no submission" in said(read_submission(tmp_path / "none", QUESTIONS))


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    """Links are not followed, folders not entered, and pipes not waited for."""
    outside, folder = tmp_path / "secret.txt", tmp_path / "submission"
    outside.write_text("q1: 5, 2", encoding="utf-8")
    folder.mkdir()
    (folder / "q1.txt").symlink_to(outside)
    (folder / "q2.txt").symlink_to("/dev/zero")
    (folder / "a.json").symlink_to(tmp_path, target_is_directory=True)
    (folder / "inner.txt").mkdir()
    (folder / "inner.txt" / "answers.txt").write_text("q1: 5", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    submission = read_submission(folder, QUESTIONS)
    assert submission.answers == {}
    assert [one.name for one in submission.remarks] == ["not-plain"] * 5 + ["no-answers"]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said to be no file that can be read, and the others are read."""
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **more: Any) -> Any:
        if path.name == "q1.txt" and arguments == ("rb",):
            raise PermissionError
        return opened(path, *arguments, **more)

    (tmp_path / "q1.txt").write_text("5", encoding="utf-8")
    (tmp_path / "q2.txt").write_text("5", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    submission = read_submission(tmp_path, QUESTIONS)
    assert (submission.answers, [one.name for one in submission.remarks]) == ({"q2": "5"}, ["not-plain"])
