"""``symeig check`` for one answer, through its public entry."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from symeig.answers import checking
from symeig.answers.questions import KINDS
from symeig.cli import judging, main
from tests.cli.test_process import PATIENCE, terminal

A = "4 1; 2 3"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that is thrown away."""
    monkeypatch.chdir(tmp_path)


def check(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """The result of the command."""
    return CliRunner().invoke(main, ["check", *arguments], input=stdin)


def said(*arguments: str, stdin: str | bytes | None = None) -> str:
    """The first line of what it prints, where all is well."""
    result = check(*arguments, stdin=stdin)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()[0]


ANSWERED: dict[str, tuple[str, ...]] = {
    "eigenvalues": (A, "eigenvalues", "5, 2"),
    "eigenvectors": (A, "eigenvectors", "5: (1, 1); 2: (1, -2)"),
    "eigenspace_basis": (A, "eigenspace_basis", "(-1, -1)", "--eigenvalue", "5"),
    "diagonalize": (A, "diagonalize", "--part", "P=[[1,1],[1,-2]]", "--part", "D=diag(5,2)"),
    "orthogonal_diagonalize": (
        "2 0; 0 3",
        "orthogonal-diagonalize",
        "--part",
        "Q=1 0; 0 1",
        "--part",
        "D=diag(2, 3)",
    ),
    "jordan": ("2 1; 0 2", "jordan", "[[2, 1], [0, 2]]"),
    "charpoly": (A, "charpoly", "x^2 - 7x + 10"),
    "definiteness": ("2 1; 1 2", "definiteness", "positive definite"),
    "diagonalizable": (A, "diagonalizable", "yes"),
    "power": (A, "power", "--exponent", "2", "[[18, 7], [14, 11]]"),
    "inverse_eigenvalues": (A, "inverse-eigenvalues", "1/5, 1/2"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_question(kind: str) -> None:
    """A right answer to each."""
    assert said(*ANSWERED[kind]) == "Correct."


def test_a_mistake() -> None:
    """The verdict, a hint, and the score; status 0."""
    result = check(A, "eigenvalues", "7, 10")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Not correct.\nWhat role do trace and determinant play in the characteristic polynomial?\n"
        "det(A − 7I) = 10 ≠ 0\ndet(A − 10I) = 40 ≠ 0\nScore: 0\n"
    )


@pytest.mark.parametrize("answer", ["-5, -2", " -5,-2"])
def test_an_answer_with_a_minus_sign(answer: str) -> None:
    """It is no option."""
    result = check("-4 -1; -2 -3", "eigenvalues", answer)
    assert result.stdout == "Correct.\nScore: 1\n"
    assert check(A, "eigenvalues", "-9^9^9^9").stdout.endswith("\n-9^9^9^9\n    ^\n")


def test_what_cannot_be_read() -> None:
    """It is shown where, and status 0; the words are those of the command line."""
    result = check(A, "eigenvalues", "9^9^9^9")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "This cannot be read. It does not count as an attempt.\n"
        "'9^9^9^9' needs a number of more than 4096 bits (character 4). Write something smaller.\n"
        "9^9^9^9\n"
        "   ^\n"
    )


def test_hints_and_language() -> None:
    """As much as is wanted, in the language that is wanted."""
    lines = {hints: check(A, "eigenvalues", "7, 10", "--hints", hints).stdout for hints in ("none", "gentle", "full")}
    assert len(set(lines.values())) == 3
    assert lines["none"] == "Not correct.\nScore: 0\n"
    assert said(A, "eigenvalues", "7, 10", "--language", "vi") == "Chưa đúng."


def test_marks() -> None:
    """Item by item."""
    result = check("2 0; 0 3", "diagonalize", "--part", "P=1 0; 0 1", "--part", "D=diag(3, 2)", "--marks")
    assert result.stdout.startswith("Partly correct.\n")
    assert result.stdout.endswith("\n0 of 1: the order of the eigenvalues is that of the columns\nScore: 4 of 5\n")


@pytest.mark.parametrize(("name", "text"), [("p.yaml", "field: real"), ("p.json", '{"field": "real"}')])
def test_policy(name: str, text: str) -> None:
    """What is accepted stands in a file."""
    Path(name).write_text(text, encoding="utf-8")
    rotation = ("0 -1; 1 0", "eigenvalues", "no eigenvalues")
    assert said(*rotation) == "Not correct."
    assert said(*rotation, "--policy", name) == "Correct."


def test_matrix_of_a_file() -> None:
    """As for solve."""
    Path("m.csv").write_text("4,1\n2,3\n")
    assert said("m.csv", "eigenvalues", "5, 2") == "Correct."


@pytest.mark.parametrize("arguments", [("-", "eigenvalues", "5, 2"), (A, "eigenvalues", "-")])
def test_standard_input(arguments: tuple[str, ...]) -> None:
    """It is the matrix, or the answer."""
    assert said(*arguments, stdin=A if arguments[0] == "-" else "\ufeff5,\n2\n") == "Correct."


def test_json() -> None:
    """For programs."""
    document = json.loads(check(A, "power", "--exponent", "2", "[[16, 1], [4, 9]]", "--format", "json").stdout)
    assert (document["format"], document["verdict"], document["codes"]) == (
        "symeig-verdict",
        "incorrect",
        ["M_ENTRYWISE"],
    )
    assert document["question"] == {"kind": "power", "eigenvalue": None, "k": 2}


READ: dict[str, Any] = {
    "verdict.txt": lambda text: text == "Correct.\nScore: 1\n",
    "verdict.json": lambda text: json.loads(text)["verdict"] == "correct",
    "verdict.html": lambda text: ET.fromstring(text[16:]).find(".//h1").text == "Correct.",  # type: ignore[union-attr]  # noqa: S314
}


@pytest.mark.parametrize("name", READ)
def test_output(name: str) -> None:
    """A file has the form that its suffix says."""
    result = check(A, "eigenvalues", "5, 2", "--output", name)
    assert (result.exit_code, result.output) == (0, "")
    assert READ[name](Path(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "There is no MATRIX."),
        ([A], "There is no QUESTION."),
        ([A, "eigenvalues"], "Give either ANSWER, or its parts"),
        ([A, "diagonalize", "x", "--part", "P=1"], "Give either ANSWER, or its parts"),
        ([A, "diagonalize", "--part", "P"], "'P' is no part of an answer."),
        ([A, "diagonalize", "--part", "P=1", "--part", "P=2"], "The part 'P' is given twice."),
        (["-", "eigenvalues", "-"], "there is one standard input"),
        ([A, "eigenvalue", "5"], "There is no question 'eigenvalue'. Questions have one of 11 kinds. Use eigenvalues."),
        ([A, "power", "5"], "Give --exponent ..."),
        ([A, "power", "5", "--exponent", "-1"], "Give --exponent 3, say."),
        ([A, "power", "5", "--exponent", "xy"], "exponent is 'xy'"),
        ([A, "eigenspace-basis", "(1, 1)"], "Give --eigenvalue ..."),
        ([A, "eigenspace-basis", "(1, 1)", "--eigenvalue", "3"], "about 3, no eigenvalue of the matrix"),
        ([A, "eigenspace-basis", "(1, 1)", "--eigenvalue", "3+"], "3+"),
        (["1 2; 3", "eigenvalues", "5"], "Row 2"),
        (["1 2", "eigenvalues", "5"], "need a square matrix"),
        (["m.csv", "eigenvalues", "5"], "'m.csv' cannot be read"),
        ([A, "eigenvalues", "5", "--policy", "missing.yaml"], "'missing.yaml' cannot be read"),
        ([A, "eigenvalues", "5", "--policy", "list.json"], "'list.json' has no policy in it."),
        ([A, "eigenvalues", "5", "--policy", "bad.yaml"], "field='rael'"),
        ([A, "eigenvalues", "5", "--hints", "some"], "--hints"),
        ([A, "eigenvalues", "5", "--language", "xx"], "--language"),
        ([A, "eigenvalues", "5", "--output", "verdict.pdf"], "end with .txt, .json, .html."),
        ([A, "eigenvalues", "5", "--output", "no/verdict.txt"], "no folder"),
        ([A, "eigenvalues", "5", "--timeout", "0"], "--timeout"),
        ([A, "eigenvalues", "5", "--memory", "1"], "--memory"),
        ([A, "eigenvalues", "5", "--jobs", "2"], "--jobs is for many answers."),
        ([A, "eigenvalues", "5", "--questions", "q.yaml"], "--questions is for many answers."),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_bad_input(arguments: list[str], words: str) -> None:
    """Status 2, one message on standard error, nothing on standard output."""
    Path("list.json").write_text("[1]")
    Path("bad.yaml").write_text("field: rael")
    result = check(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert "fault of symeig" not in result.stderr


def test_standard_input_of_another_encoding() -> None:
    """It is said where."""
    result = check(A, "eigenvalues", "-", stdin=b"5, \xff")
    assert result.exit_code == 2
    assert "not UTF-8 text at byte 4" in result.stderr


def _loops(*_: Any, **__: Any) -> None:
    while True:
        pass


def _hogs(*_: Any, **__: Any) -> None:
    bytearray(1 << 30)


@pytest.mark.parametrize(
    ("judge", "words"), [(_loops, "took longer than 0.2 seconds"), (_hogs, "needs more than 512 MiB")]
)
def test_an_answer_beyond_the_bounds(judge: Any, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read, in every form, with status 0."""
    monkeypatch.setattr(checking, "check", judge)
    result = check(A, "eigenvalues", "5, 2", "--timeout", "0.2")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("This cannot be read. It does not count as an attempt.\nThe answer ")
    assert words in result.stdout
    document = json.loads(check(A, "eigenvalues", "5, 2", "--timeout", "0.2", "--format", "json").stdout)
    assert document["verdict"] == "invalid"
    assert words in document["problem"]


def test_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is one of ours: status 70."""
    monkeypatch.setattr(checking, "check", lambda *_, **__: 1 / 0)
    result = check(A, "eigenvalues", "5, 2")
    assert (result.exit_code, result.stdout) == (70, "")
    assert "ZeroDivisionError" in result.stderr


def test_a_bound_is_one_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that is busy with other work the verdict is the same."""
    judge = checking.check

    def waits(*arguments: Any, **options: Any) -> Any:
        time.sleep(0.6)
        return judge(*arguments, **options)

    monkeypatch.setattr(checking, "check", waits)
    assert said(A, "eigenvalues", "5, 2", "--timeout", "0.3") == "Correct."
    assert judging.LEAST_WALL >= 10


@pytest.mark.slow
def test_colours_at_a_terminal() -> None:
    """The verdict is coloured at a terminal, and nowhere else."""
    with terminal("check", A, "eigenvalues", "5, 2") as screen:
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 0
    assert re.search(r"\x1b\[32m\x1b\[1mCorrect\.\x1b\[0m", text)
    assert "\x1b" not in check(A, "eigenvalues", "5, 2").stdout
