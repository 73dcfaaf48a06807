"""Gradescope: the autograder that is packed, run as Gradescope runs it, and what it writes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from importlib.metadata import requires
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import jsonschema
import pytest
from click.testing import CliRunner

from symeig.answers.exercises import Exercise
from symeig.answers.questions import Question
from symeig.cli import main
from symeig.graders import judging
from symeig.graders.gradescope import Telling, grade
from symeig.graders.packing import pack

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "gradescope.schema.json").read_text(encoding="utf-8"))

QUESTIONS = """
questions:
  q1: {matrix: 4 1; 2 3, question: charpoly, marks: 2}
  q2: {matrix: 4 1; 2 3, question: eigenvalues, marks: 3/2, follows: {charpoly: q1}}
  q3: {matrix: 4 1; 2 3, question: diagonalize, marks: 3}
  q4: {matrix: 1 1; 0 1, question: diagonalizable}
"""

ANSWERS = r"""
q1: x^2 - 7x + 12
q2: 3, 4
q3: P = \begin{pmatrix} 1 & 1 \\ 1 & -2 \end{pmatrix},
    D = \begin{pmatrix} 5 & 0 \\ 0 & 2 \end{pmatrix}
"""

# Minutes of work: a 9×9 matrix of independent parameters.
LONG = "; ".join(" ".join(f"x{9 * i + j}" for j in range(9)) for i in range(9))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An autograder, packed by the command."""
    folder = tmp_path_factory.mktemp("pack")
    (folder / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    file = folder / "autograder.zip"
    arguments = ["gradescope", "--questions", str(folder / "questions.yaml"), "--output", str(file)]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.output) == (0, f"An autograder for 4 questions is in {file}.\n")
    return file.read_bytes()


@pytest.fixture
def machine(archive: bytes, tmp_path: Path) -> Path:
    """What Gradescope makes of it: source, submission, and the Python that setup.sh would install."""
    for name in ("source", "submission", "venv/bin"):
        (tmp_path / name).mkdir(parents=True)
    with ZipFile(BytesIO(archive)) as opened:
        for entry in opened.infolist():
            Path(opened.extract(entry, tmp_path / "source")).chmod(entry.external_attr >> 16)
    python = tmp_path / "venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def run(machine: Path, **answers: str) -> dict[str, Any]:
    """The results for a submission with files."""
    for name, content in answers.items():
        (machine / "submission" / name.replace("__", ".")).write_text(content, encoding="utf-8")
    # Gradescope runs a copy of the script, in the folder above.
    script = machine / "run_autograder"
    script.write_bytes((machine / "source" / "run_autograder").read_bytes())
    script.chmod(0o755)
    environment = {**os.environ, "AUTOGRADER": str(machine), "PYTHONPATH": ""}
    subprocess.run([script], cwd=machine, env=environment, check=True, timeout=60, capture_output=True)
    return read(machine / "results" / "results.json")


def read(file: Path) -> dict[str, Any]:
    """Results that have the form that Gradescope documents."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.validate(found, SCHEMA)
    return found


def test_archive_has_what_gradescope_asks_for(archive: bytes) -> None:
    """The scripts stand at the root and can be run; symeig is there, with what it needs."""
    with ZipFile(BytesIO(archive)) as opened:
        names = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in opened.infolist()}
        needed = opened.read("requirements.txt").decode().split()
    assert {name: names[name] for name in ("setup.sh", "run_autograder")} == {
        "setup.sh": 0o755,
        "run_autograder": 0o755,
    }
    assert {
        "questions.yaml",
        "symeig/__init__.py",
        "symeig/graders/gradescope.py",
        "symeig/answers/languages/en.ftl",
    } < names.keys()
    assert needed == [line for line in requires("symeig") or [] if "extra" not in line]
    assert not [name for name in names if "__pycache__" in name]


def test_archive_is_the_same_every_time(archive: bytes, tmp_path: Path) -> None:
    """Packing once more changes nothing."""
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    options = {"language": "en", "hints": "gentle", "format": "html", "visibility": "visible", "timeout": "20.0"}
    assert pack(str(tmp_path / "questions.yaml"), options) == (archive, 4)


@pytest.mark.parametrize("script", ["setup.sh", "run_autograder"])
def test_scripts_are_bash(machine: Path, script: str) -> None:
    """Bash can read them, and nothing in them was left to be filled in."""
    path = machine / "source" / script
    subprocess.run(["bash", "-n", path], check=True)
    assert not re.search("QUESTIONS|OPTIONS", path.read_text(encoding="utf-8"))


def test_a_submission(machine: Path) -> None:
    """Each question has its score, the codes of mistakes, the feedback and the answer as it was read."""
    found = run(machine, answers__txt=ANSWERS)
    tests = {test["name"]: test for test in found["tests"]}
    assert {name: (t["score"], t["max_score"], t["status"], t["tags"]) for name, t in tests.items()} == {
        "q1": (1, 2, "failed", ["M_OFFDIAGONAL"]),
        "q2": (0.75, 1.5, "failed", ["M_FOLLOW_THROUGH"]),
        "q3": (3, 3, "passed", []),
        "q4": (0, 1, "failed", []),
    }
    assert "<p>Correct.</p>" in tests["q3"]["output"]
    assert "0 of 1: the constant coefficient<br>1 of 1: " in tests["q1"]["output"]
    assert r">P = \begin{pmatrix} 1 &amp; 1 \\ 1" in tests["q3"]["output"]
    assert "There is no answer to this question. Write it in a line that begins with q4:" in tests["q4"]["output"]
    assert found["visibility"] == "visible"
    assert tests["q1"]["extra_data"] == {"symeig": {"verdict": "partial", "score": "1/2"}}


def test_what_cannot_be_read(machine: Path) -> None:
    """It scores nothing, is shown with the place, and can be submitted again."""
    test = run(machine, answers__txt="q2: 5, (2")["tests"][1]
    assert test["score"] == 0
    assert "(character 4)" in test["output"]
    assert "submit again" in test["output"]


def test_nothing_that_is_submitted_becomes_html(machine: Path) -> None:
    """Neither an answer nor the name of a file; and no character is left that a database refuses."""
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\x00\x1b[31m"
    json_file = json.dumps({"q1": nasty, "q2": [nasty], "q3": {"P": nasty, "D": "\ud800"}, nasty: "5"})
    found = run(machine, answers__json=json_file, **{"<b>__txt": "q4: no & <b>"})
    for output in (found["output"], *(test["output"] for test in found["tests"])):
        assert not re.search(r"<(script|img|b)\b|[\x00\x1b\ud800]", output)
        assert ET.fromstring(f"<div>{output}</div>").find("p") is not None  # noqa: S314  (our own)


def test_no_submission_and_no_python(machine: Path) -> None:
    """Where the autograder cannot even start there are results that say so."""
    (machine / "venv" / "bin" / "python").unlink()
    assert run(machine) == {"score": 0, "output": "The autograder could not be run. Please tell your instructor."}


def test_broken_questions(machine: Path) -> None:
    """So are there where the questions cannot be read."""
    (machine / "source" / "questions.yaml").write_text("questions: {q1: {matrix: 1 2; 3}}", encoding="utf-8")
    assert "Please tell your instructor" in run(machine, answers__txt="q1: 5")["output"]


def test_student_files_are_no_modules(machine: Path) -> None:
    """A Python file among the answers, or where the autograder runs, is never imported."""
    for folder in (machine, machine / "submission"):
        (folder / "symeig.py").write_text("raise SystemExit", encoding="utf-8")
        (folder / "json.py").write_text("raise SystemExit", encoding="utf-8")
    assert run(machine, answers__txt="q4: no")["tests"][3]["score"] == 1


# --- without the archive --------------------------------------------------------------------------------------------


def graded(folder: Path, exercises: dict[str, Exercise], text: str, **how: Any) -> list[dict[str, Any]]:
    """The tests in the results for a file with answers."""
    seconds = how.pop("seconds", 20.0)
    (folder / "submission").mkdir()
    (folder / "submission" / "answers.txt").write_text(text, encoding="utf-8")
    grade(exercises, folder / "submission", folder / "results.json", Telling(**how), seconds=seconds)
    found = read(folder / "results.json")
    tests: list[dict[str, Any]] = found["tests"]
    return tests


def exercise(name: str, **more: Any) -> Exercise:
    """A question about eigenvalues."""
    return Exercise.of(name, {"matrix": "4 1; 2 3", "question": "eigenvalues", **more})


def test_work_without_end_costs_one_answer(tmp_path: Path) -> None:
    """What takes too long is ended, and the others are judged."""
    exercises = {"q1": Exercise("q1", LONG, Question("jordan")), "q2": exercise("q2")}
    tests = graded(tmp_path, exercises, "q1: 1\nq2: 5, 2", seconds=2.0)
    assert [test["score"] for test in tests] == [0, 1]
    assert "too much time or memory" in tests[0]["output"]


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "too much time or memory"),
        (lambda: bytearray(2**62), "too much time or memory"),
        (lambda: 1 // 0, "no fault of yours"),
    ],
    ids=["killed", "out of memory", "a fault"],
)
def test_sudden_ends(end: Any, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the judging of an answer ends, there are results, and they say whose fault it is."""
    right = judging.check
    monkeypatch.setattr(judging, "check", lambda A, q, x, **more: end() if x == "5" else right(A, q, x, **more))
    tests = graded(tmp_path, {"q1": exercise("q1"), "q2": exercise("q2")}, "q1: 5\nq2: 5, 2")
    assert [test["score"] for test in tests] == [0, 1]
    assert words in tests[0]["output"]


def endless(n: int = 0) -> None:
    """Work without end, of the processor."""
    while True:
        n += 1


@pytest.mark.parametrize("work", [endless, lambda: [bytearray(2**26) for _ in range(10**6)]], ids=["time", "memory"])
def test_bounds_of_an_answer(work: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds of the processor and 512 MiB, long before the machine is full or the clock has run down."""
    right = judging.verdict_on
    monkeypatch.setattr(judging, "verdict_on", lambda e, *rest: work() if e.id == "q1" else right(e, *rest))
    tests = graded(tmp_path, {"q1": exercise("q1"), "q2": exercise("q2")}, "q1: 5\nq2: 5, 2", seconds=600)
    assert [test["score"] for test in tests] == [0, 1]
    assert "too much time or memory" in tests[0]["output"]


def test_results_are_there_from_the_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the work is ended from outside, what was not judged says so."""

    def ended(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("symeig.graders.gradescope.judge_all", ended)
    with pytest.raises(KeyboardInterrupt):
        graded(tmp_path, {"q1": exercise("q1")}, "q1: 5, 2")
    (test,) = read(tmp_path / "results.json")["tests"]
    assert test["score"] == 0
    assert "not judged" in test["output"]


def test_text_in_vietnamese_without_hints(tmp_path: Path) -> None:
    """The form, the language and the hints are those that were chosen."""
    (test,) = graded(tmp_path, {"q1": exercise("q1")}, "q1: -5, -2 & <b>", form="text", language="vi", hints="none")
    assert test["output_format"] == "text"
    assert test["output"].endswith("\n\nCâu trả lời của bạn\n-5, -2 & <b>")


def test_answered_twice(tmp_path: Path) -> None:
    """No answer is chosen, and it is said where they are."""
    (test,) = graded(tmp_path, {"q1": exercise("q1")}, "q1: 5, 2\nq1: 7")
    assert test["score"] == 0
    assert "answers.txt, line 1, answers.txt, line 2" in test["output"]


def test_long_answers_are_not_repeated_whole(tmp_path: Path) -> None:
    """The beginning is enough to recognise one."""
    (test,) = graded(tmp_path, {"q1": exercise("q1")}, "q1: " + "5," * 9000)
    assert len(test["output"]) < 2000


def test_faults_in_the_questions_are_found_when_they_are_packed(tmp_path: Path) -> None:
    """Not when the first student submits."""
    (tmp_path / "questions.yaml").write_text("questions: {q1: {matrix: 1 2; 3}}", encoding="utf-8")
    arguments = ["gradescope", "--questions", str(tmp_path / "questions.yaml"), "--output", str(tmp_path / "a.zip")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Exercise 'q1' lacks a matrix or a question" in result.output
    assert not (tmp_path / "a.zip").exists()
