"""``symeig solve`` through its public entry: what is read, the results alone, files, and ends of the worker."""

from __future__ import annotations

import errno
import faulthandler
import json
import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from symeig.cli import main, tasks
from symeig.cli.worker import Answer

DEFECTIVE = "3 -1 1; 2 0 1; 1 -1 2"


def brief(*arguments: str, stdin: str | None = None, env: dict[str, str] | None = None) -> Result:
    """The result of the command, which shows results alone."""
    return CliRunner().invoke(main, ["solve", "--brief", *arguments], input=stdin, env=env)


# --- what is read ---------------------------------------------------------------------------------------------------


def test_matrix_as_text() -> None:
    """A matrix can be typed."""
    result = brief("2 1; 2 3")
    assert result.exit_code == 0
    assert "λ² − 5λ + 4 = (λ − 1)(λ − 4)" in result.stdout


@pytest.mark.parametrize("options", [[], ["--digits", "5"]], ids=["alone", "with an option"])
def test_matrix_that_begins_with_a_minus_sign(options: list[str]) -> None:
    """A leading minus sign makes no option of a matrix."""
    result = brief("-1 2; 3 4", *options)
    assert result.exit_code == 0
    assert result.stdout.startswith("A = ⎡ −1  2 ⎤")


def test_matrix_from_standard_input() -> None:
    """A single minus sign stands for standard input."""
    assert brief("-", stdin="2 1\n2 3\n").stdout == brief("2 1; 2 3").stdout


def test_matrix_from_a_file(tmp_path: Path) -> None:
    """A path stands for the matrix in the file."""
    (tmp_path / "A.csv").write_text("2,1\n2,3\n")
    assert brief(str(tmp_path / "A.csv")).stdout == brief("2 1; 2 3").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["1 2; 3"], "Row 2"),
        (["1 2 3; 4 5 6"], "2 rows and 3 columns"),
        (["1 nan; 2 3"], "(1, 2)"),
        (["1 2; 3 +"], "(2, 1)"),
        (["f(x) 1; 2 3"], "f(x)"),
        (["9^9^9^9 1; 2 3"], "4096 bits"),
        (["missing.csv"], "No such file"),
        (["-"], "is empty"),
        (["2 1; 2 3", "--goal", "everything"], "--goal"),
        (["2 1; 2 3", "--gaol", "jordan"], "--goal"),
        (["2 1; 2 3", "--digits", "0"], "--digits"),
        (["2 1; 2 3", "--timeout", "-1"], "--timeout"),
        (["2 1; 2 3", "--output", "no/such/folder/file"], "no folder"),
        (["2 1; 2 3", "--output", "."], "is a folder"),
        (["1 k; 0 1", "--certificate", "unused.json"], "parameters k"),
        ([], "MATRIX"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_bad_input(arguments: list[str], words: str) -> None:
    """What cannot be read or done ends with status 2, one message with the place, and nothing on standard output."""
    result = brief(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert "Traceback" not in result.stderr
    assert not Path("unused.json").exists()


def test_caret_shows_the_place() -> None:
    """A fault in a text is pointed at."""
    assert brief("1 2; 3 +").stderr.splitlines()[1:] == ["  1 2; 3 +", "          ^"]


def test_advice_is_in_terms_of_the_command_line() -> None:
    """Where the library advises a method, the command advises an option."""
    assert "Use --goal jordan." in brief("2 1; 0 2", "--goal", "diagonalize").stderr
    assert "Use --goal diagonalize." in brief("1 2; 3 4", "--goal", "orthogonal").stderr


@pytest.mark.parametrize("form", ["text", "latex", "json"])
@pytest.mark.parametrize(("matrix", "goal"), [("2 1; 0 2", "diagonalize"), ("1 2; 3 4", "orthogonal")])
def test_the_mathematics_says_no(matrix: str, goal: str, form: str) -> None:
    """What does not exist ends with status 1 and the reason, in every format."""
    result = brief(matrix, "--goal", goal, "--format", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "A is not" in result.stderr


# --- what is written ------------------------------------------------------------------------------------------------


def test_digits() -> None:
    """The number of digits is as asked for."""
    assert "≈  1.61803398874989484820458683437 " in brief("1 1; 1 0", "--digits", "30").stdout


def test_goals_differ() -> None:
    """Each goal tells something else."""
    goals = ["eigenvalues", "eigenvectors", "diagonalize", "orthogonal", "rational"]
    assert len({brief("8 -2 2; -2 5 4; 2 4 5", "--goal", goal).stdout for goal in goals}) == len(goals)
    assert "Jordan form" in brief(DEFECTIVE, "--goal", "jordan").stdout


def test_json_is_json() -> None:
    """The JSON format holds one document, in UTF-8 without escapes."""
    result = brief("1 1; 1 0", "--format", "json", "--digits", "3")
    assert json.loads(result.stdout)["eigenvalues"][1]["enclosure"]["real"] == "1.62"
    assert "\\u" not in result.stdout


def test_numbers_with_many_digits_are_written_out() -> None:
    """JSON has integers beyond the length that Python writes by default."""
    result = brief(f"{'9' * 4000} 1; 1 {'7' * 4000}", "--format", "json", "--goal", "eigenvalues")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["characteristic_polynomial"]["coefficients"][0]) > 7999


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    """With --output the file has what would have been printed, and nothing is printed."""
    result = brief("2 1; 2 3", "--output", str(tmp_path / "result.txt"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "result.txt").read_text(encoding="utf-8") == brief("2 1; 2 3").stdout
    assert [p.name for p in tmp_path.iterdir()] == ["result.txt"]


def test_a_file_is_replaced_and_not_overwritten(tmp_path: Path) -> None:
    """Whoever has the old file open goes on reading the old content."""
    target = tmp_path / "result.txt"
    target.write_text("before")
    with target.open() as reader:
        assert brief("2 1; 2 3", "--output", str(target)).exit_code == 0
        assert reader.read() == "before"


def test_failure_leaves_the_output_file_alone(tmp_path: Path) -> None:
    """A file that exists is replaced by a whole result or not at all."""
    target = tmp_path / "result.txt"
    target.write_text("before")
    assert brief("2 1; 0 2", "--goal", "diagonalize", "--output", str(target)).exit_code == 1
    assert (target.read_text(), list(tmp_path.iterdir())) == ("before", [target])


def test_a_write_that_fails_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full half-way, the file is as before and nothing else is left."""
    target = tmp_path / "result.txt"
    target.write_text("before")

    def half(path: Path, text: str, **options: Any) -> int:
        assert path != target
        with path.open("w", **options) as file:
            file.write(text[: len(text) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", half)
    result = brief("2 1; 2 3", "--output", str(target))
    assert result.exit_code == 2
    assert "cannot be written: No space left" in result.stderr
    assert (target.read_text(), list(tmp_path.iterdir())) == ("before", [target])


def test_output_keeps_the_mode_of_a_file_and_follows_links(tmp_path: Path) -> None:
    """A replaced file keeps its permissions, and a link keeps pointing to it."""
    target, link = tmp_path / "result.txt", tmp_path / "link.txt"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    assert brief("2 1; 2 3", "--output", str(link)).exit_code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert "λ" in target.read_text(encoding="utf-8")


def test_output_to_a_device() -> None:
    """What is no regular file is written to, and not replaced."""
    assert brief("2 1; 2 3", "--output", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_no_colour_without_a_terminal() -> None:
    """Piped output has no escape sequences."""
    assert "\x1b" not in brief("2 1; 2 3").stdout


# --- floats ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def floats(tmp_path: Path) -> str:
    """A file with floats that are singular as decimals and regular as doubles."""
    np.save(tmp_path / "A.npy", np.array([[0.1, 0.3], [0.7, 2.1]]))
    return str(tmp_path / "A.npy")


def test_floats_as_decimals_with_a_warning(floats: str) -> None:
    """The default reading is told, and a warning says where the other one differs."""
    result = brief(floats)
    assert "λ(λ − 11/5)" in result.stdout
    assert "Floats were read as the decimals" in result.stdout
    assert result.stderr.startswith("Warning: The floats were read as decimals.")
    assert "--floats binary" in result.stderr


def test_floats_as_binary(floats: str) -> None:
    """The other reading has no eigenvalue 0."""
    assert "λ₁ = 0" not in brief(floats, "--floats", "binary").stdout


def test_floats_refused(floats: str) -> None:
    """Floats can be ruled out."""
    result = brief(floats, "--floats", "error")
    assert result.exit_code == 2
    assert "(1, 1)" in result.stderr


# --- ends of the worker ---------------------------------------------------------------------------------------------


def fail(*_: Any, **__: Any) -> Answer:
    """A task with a fault."""
    msg = "oops"
    raise ZeroDivisionError(msg)


def invoke_with(monkeypatch: pytest.MonkeyPatch, task: Any, **env: str) -> Result:
    """The command with another task in the worker."""
    monkeypatch.setattr(tasks, "solve", task)
    return brief("1", env=env)


def test_unforeseen_exceptions_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of symeig ends with status 70, asks for a report, and shows no traceback."""
    result = invoke_with(monkeypatch, fail)
    assert result.exit_code == 70
    assert result.stderr.startswith("Error: ZeroDivisionError: oops. This is a fault of symeig: please report it")
    assert len(result.stderr.splitlines()) == 1


def test_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """With SYMEIG_DEBUG=1 the traceback follows."""
    assert "Traceback" in invoke_with(monkeypatch, fail, SYMEIG_DEBUG="1").stderr


def test_lack_of_memory_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker has a bound on its memory, and going beyond it is one sentence."""

    def task(*_: Any, **__: Any) -> Answer:
        return Answer("x" * 2**60)

    result = invoke_with(monkeypatch, task)
    assert result.exit_code == 2
    assert "more memory than there is" in result.stderr


def test_memory_of_the_worker_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker may take less than the machine has; the parent is not bounded."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    result = invoke_with(monkeypatch, lambda *_, **__: Answer(str(resource.getrlimit(resource.RLIMIT_AS)[0])))
    assert 0 < int(result.stdout) < os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def _abort_like_flint(*_: Any, **__: Any) -> Answer:
    faulthandler.disable()
    os.write(2, b"FLINT exception (General error):\n    Unable to allocate memory (8).\n")
    os.abort()


@pytest.mark.parametrize(
    "task",
    [_abort_like_flint, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)],
    ids=["aborted by FLINT", "killed by the system"],
)
def test_lack_of_memory_below_python(task: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence where the process ends without a word to Python, and nothing of what FLINT writes."""
    result = invoke_with(monkeypatch, task)
    assert result.exit_code == 2
    assert "more memory than there is" in result.stderr
    assert "FLINT" not in result.stderr


def test_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other sudden end is a fault of symeig."""
    result = invoke_with(monkeypatch, lambda *_, **__: os._exit(3))
    assert result.exit_code == 70
    assert "ended with code 3" in result.stderr


def test_output_and_certificate_must_be_different_files(tmp_path: Path) -> None:
    """Two results for one file are refused before any work, and nothing is written."""
    file = tmp_path / "both.txt"
    result = CliRunner().invoke(main, ["solve", "2 1; 2 3", "--output", str(file), "--certificate", str(file)])
    assert result.exit_code == 2
    assert "Name two files." in result.stderr
    assert not file.exists()


def test_an_empty_matrix_text_is_not_taken_for_a_folder() -> None:
    """An empty argument is an empty text."""
    result = CliRunner().invoke(main, ["solve", ""])
    assert result.exit_code == 2
    assert "directory" not in result.stderr
