"""``symeig solve --batch`` through its public entry: a file for each line, failures apart, and a second run."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from symeig.cli import main, tasks
from symeig.cli.worker import Answer
from tests.cli.test_process import LONG, PATIENCE, children, is_gone, terminal, wait_for_worker

QUICK = '"2 1; 2 3"'
BAD = "[[1, 2], [3]]"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that is thrown away."""
    monkeypatch.chdir(tmp_path)


def write(*lines: str) -> None:
    """Write the file of a batch."""
    Path("m.jsonl").write_text("".join(f"{row}\n" for row in lines), encoding="utf-8")


def batch(*options: str) -> Result:
    """The result of the command: results alone, as text."""
    return CliRunner().invoke(main, ["solve", "--batch", "m.jsonl", "--output-dir", "out", "--brief", *options])


def process(*options: str) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    arguments = [sys.executable, "-m", "symeig", "solve", "--batch", "m.jsonl", "--output-dir", "out", "--brief"]
    return subprocess.Popen([*arguments, *options], stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_for(*names: str) -> None:
    """Wait until there are some files."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if all(Path("out", name).exists() for name in names):
            return
        time.sleep(0.02)
    raise AssertionError


def written() -> list[str]:
    """The names of all files in the folder, hidden ones too."""
    return sorted(path.name for path in Path("out").iterdir())


def failures() -> list[dict[str, Any]]:
    """What is listed as failed."""
    return [json.loads(row) for row in Path("out/failures.jsonl").read_text(encoding="utf-8").splitlines()]


def single(*arguments: str) -> str:
    """What the command prints for one matrix."""
    return CliRunner().invoke(main, ["solve", "--brief", *arguments]).stdout


# --- what is read and written ---------------------------------------------------------------------------------------


def test_each_line_has_its_file() -> None:
    """A matrix is a text, a list of rows, or in an object with an id; each file is what one matrix gives alone."""
    write('"2 1; 2 3"', "[[1, 1], [0, 0.1]]", "", '{"id": "golden", "matrix": [["1", 1], [1, 0]]}')
    result = batch()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 of 3 files written to out.\n"
    assert written() == ["0001.txt", "0002.txt", "golden.txt"]
    assert Path("out/0001.txt").read_text(encoding="utf-8") == single("2 1; 2 3")
    assert Path("out/0002.txt").read_text(encoding="utf-8") == single("1 1; 0 1/10")
    assert Path("out/golden.txt").read_text(encoding="utf-8") == single("1 1; 1 0")


def test_a_line_has_options_of_its_own() -> None:
    """What stands in a line is stronger than what stands on the command line."""
    write('{"matrix": "1 1; 1 0", "goal": "eigenvalues", "digits": 30}', '"1 1; 1 0"')
    assert batch("--digits", "5").exit_code == 0
    assert Path("out/0001.txt").read_text(encoding="utf-8") == single(
        "1 1; 1 0", "--goal", "eigenvalues", "--digits", "30"
    )
    assert Path("out/0002.txt").read_text(encoding="utf-8") == single("1 1; 1 0", "--digits", "5")


@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("latex", "tex"), ("json", "json")])
def test_format_gives_the_suffix(form: str, suffix: str) -> None:
    """Files are named by what they hold."""
    write(QUICK)
    assert batch("--format", form).exit_code == 0
    assert written() == [f"0001.{suffix}"]
    assert Path("out", f"0001.{suffix}").read_text(encoding="utf-8") == single("2 1; 2 3", "--format", form)


def test_worked_solutions_are_web_pages() -> None:
    """Without --format and --brief each file is a page, in the language of its line."""
    write(QUICK, '{"id": "vi", "matrix": [[2, 1], [2, 3]], "language": "vi", "level": 1, "unknowns": ["p", "q"]}')
    result = CliRunner().invoke(main, ["solve", "--batch", "m.jsonl", "--output-dir", "out"])
    assert result.exit_code == 0, result.stderr
    assert written() == ["0001.html", "vi.html"]
    assert 'lang="en"' in Path("out/0001.html").read_text(encoding="utf-8")
    assert 'lang="vi"' in Path("out/vi.html").read_text(encoding="utf-8")


def test_results_alone_in_the_language_of_the_line() -> None:
    """With --brief a line has a language of its own too."""
    write(QUICK, '{"matrix": "2 1; 2 3", "language": "vi"}')
    assert batch().exit_code == 0
    assert Path("out/0001.txt").read_text(encoding="utf-8") == single("2 1; 2 3")
    assert Path("out/0002.txt").read_text(encoding="utf-8") == single("2 1; 2 3", "--language", "vi")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (BAD, "Row 2 has 1 entry"),
        ("[[1, 2, 3], [4, 5, 6]]", "2 rows and 3 columns"),
        ("nonsense", "not JSON at character 1"),
        ("[" * 100_000, "nested too deeply"),
        ("null", "no matrix"),
        ('{"id": "x"}', "no matrix"),
        ('{"matrix": "1", "gaol": "jordan"}', "'gaol'"),
        ('{"matrix": "1", "goal": "dance"}', "goal: 'dance'"),
        ('{"matrix": "1", "goal": {"a": 1}}', "goal: "),
        ('{"matrix": "1", "digits": 0}', "digits: 0"),
        ('"1 2; 3 +"', "(2, 1)"),
        ('"m.jsonl"', "'m.jsonl'"),
        ("[[NaN]]", "(1, 1)"),
        ('"9^9^9^9"', "4096 bits"),
    ],
)
def test_a_bad_line_does_not_stop_the_others(line: str, words: str) -> None:
    """It is told with its number and the reason, listed, and decides the status; the others are done."""
    write(QUICK, line, QUICK)
    result = batch()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("m.jsonl, line 2: ")
    assert words in result.stderr
    assert result.stderr.endswith("2 of 3 files written to out, 1 line failed: see out/failures.jsonl.\n")
    assert "Traceback" not in result.stderr
    assert written() == ["0001.txt", "0003.txt", "failures.jsonl"]
    assert [(row["line"], row["status"]) for row in failures()] == [(2, 2)]
    assert words in failures()[0]["message"]


def test_mathematics_that_says_no() -> None:
    """Where nothing but the mathematics says no, the status is 1."""
    write('{"id": "no", "matrix": "2 1; 0 2"}', QUICK)
    assert batch("--goal", "diagonalize").exit_code == 1
    row = failures()[0]
    assert (row["line"], row["id"], row["status"]) == (1, "no", 1)
    assert "Use --goal jordan." in row["message"]


def test_failures_are_those_of_the_last_run() -> None:
    """The list is written anew, and gone when nothing has failed."""
    write(QUICK, BAD)
    assert batch().exit_code == 2
    write(QUICK, QUICK)
    assert batch().exit_code == 0
    assert written() == ["0001.txt", "0002.txt"]


def test_failures_are_listed_in_order() -> None:
    """Whoever finishes first, the list follows the file."""
    write(BAD, QUICK, "nonsense", BAD)
    batch("--jobs", "3")
    assert [row["line"] for row in failures()] == [1, 3, 4]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../x", "cannot be the name of a file"),
        ("a/b", "cannot be the name of a file"),
        ("a\\\\b", "cannot be the name of a file"),
        ("", "cannot be the name of a file"),
        (".hidden", "cannot be the name of a file"),
        ("-x", "cannot be the name of a file"),
        ("x.", "cannot be the name of a file"),
        ("a b", "cannot be the name of a file"),
        ("NUL", "cannot be the name of a file"),
        ("x" * 201, "cannot be the name of a file"),
        ("first", "that of line 1 too"),
        ("FIRST", "that of line 1 too"),
        ("0002", "that of line 2 too"),
    ],
)
def test_ids_that_are_no_names_are_refused_before_any_work(name: str, words: str) -> None:
    """An id that is no safe name of a file, or of a file that another line has, is refused with its line number."""
    write('{"id": "first", "matrix": "1"}', QUICK, f'{{"id": "{name}", "matrix": "1"}}')
    result = batch()
    assert result.exit_code == 2
    assert "'m.jsonl', line 3: " in result.stderr
    assert words in result.stderr
    assert not Path("out").exists()


def test_ids_in_any_script() -> None:
    """Letters are those of all languages."""
    write('{"id": "Bài_1.a-ß", "matrix": "1"}', '{"id": 7, "matrix": "1"}')
    assert batch().exit_code == 0
    assert written() == ["7.txt", "Bài_1.a-ß.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["1", "--batch", "m.jsonl", "--output-dir", "out"], "MATRIX"),
        (["--batch", "m.jsonl"], "--output-dir"),
        (["--batch", "m.jsonl", "--output-dir", "out", "--output", "x"], "--output"),
        (["--batch", "m.jsonl", "--output-dir", "out", "--certificate", "x"], "--certificate"),
        (["--batch", "m.jsonl", "--output-dir", "out", "--jobs", "0"], "--jobs"),
        (["--batch", "m.jsonl", "--output-dir", "m.jsonl"], "cannot be written to"),
        (["--batch", "missing.jsonl", "--output-dir", "out"], "No such file"),
        (["--batch", "empty.jsonl", "--output-dir", "out"], "is empty"),
        (["--batch", "latin.jsonl", "--output-dir", "out"], "UTF-8"),
        (["--batch", "m.jsonl", "--output-dir", "out", "--brief", "--format", "html"], "--brief"),
        (["1", "--output-dir", "out"], "--output-dir"),
        (["1", "--overwrite"], "--overwrite"),
        (["1", "--jobs", "2"], "--jobs"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_options_that_do_not_go_together(arguments: list[str], words: str) -> None:
    """They end with status 2 and one message, before any work."""
    write(QUICK)
    Path("empty.jsonl").write_text("\n")
    Path("latin.jsonl").write_bytes(b'"\xe9"\n')
    result = CliRunner().invoke(main, ["solve", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert not Path("out").exists()


# --- workers --------------------------------------------------------------------------------------------------------


def _name_of_worker(matrix: Any, *_: Any, **__: Any) -> Answer:
    if matrix == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if matrix == "sleep":
        time.sleep(PATIENCE)
    if matrix == "fault":
        raise ZeroDivisionError
    return Answer(str(os.getpid()))


def pids(*names: str) -> list[str]:
    """What the workers have written into some files."""
    return [Path("out", f"{name}.txt").read_text() for name in names]


def test_a_worker_does_one_matrix_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Imports are paid once for each worker, not for each matrix."""
    monkeypatch.setattr(tasks, "solve_content", _name_of_worker)
    write(*['"1"'] * 4)
    assert batch("--jobs", "1").exit_code == 0
    assert len(set(pids("0001", "0002", "0003", "0004"))) == 1


@pytest.mark.parametrize(
    ("matrix", "status", "words"),
    [
        ("die", 2, "more memory than there is"),
        ("sleep", 2, "longer than 0.5 seconds"),
        ("fault", 70, "fault of symeig"),
    ],
)
def test_the_end_of_a_worker_is_that_of_one_line(
    matrix: str, status: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that ends without a word or takes too long is replaced; the other lines are done."""
    monkeypatch.setattr(tasks, "solve_content", _name_of_worker)
    write('"1"', f'"{matrix}"', '"1"', '"1"')
    result = batch("--jobs", "1", "--timeout", "0.5")
    assert result.exit_code == status
    assert words in result.stderr
    before, *after = pids("0001", "0003", "0004")
    assert len(set(after)) == 1
    assert (before != after[0]) == (matrix != "fault")
    assert [(row["line"], row["status"]) for row in failures()] == [(2, status)]


# --- going on -------------------------------------------------------------------------------------------------------


def test_finished_files_are_skipped() -> None:
    """A second run does what is missing, and --overwrite does all."""
    write(QUICK, QUICK, QUICK)
    Path("out").mkdir()
    Path("out/0002.txt").write_text("before")
    result = batch()
    assert result.exit_code == 0
    assert result.stderr == "2 of 3 files written to out, 1 was there before (--overwrite replaces it).\n"
    assert Path("out/0002.txt").read_text() == "before"
    assert batch().stderr == "0 of 3 files written to out, 3 were there before (--overwrite replaces them).\n"
    assert batch("--overwrite").stderr == "3 of 3 files written to out.\n"
    assert "λ" in Path("out/0002.txt").read_text(encoding="utf-8")


def test_a_full_disk_ends_the_batch_with_whole_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be written there is one message, and no part of it."""
    write(QUICK, QUICK)
    assert batch().exit_code == 0
    Path("out/0002.txt").unlink()

    def half(path: Path, text: str, **options: Any) -> int:
        with path.open("w", **options) as file:
            file.write(text[: len(text) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", half)
    result = batch()
    assert result.exit_code == 2
    assert result.stderr == "Error: 'out/0002.txt' cannot be written: No space left on device. Choose another file.\n"
    assert written() == ["0001.txt"]


@pytest.mark.slow
def test_a_batch_that_is_killed_half_way_goes_on() -> None:
    """After a kill there are whole files and no worker; the next run leaves them alone and does the rest."""
    write(QUICK, QUICK, f'"{LONG}"', QUICK, QUICK)
    running = process("--jobs", "1")
    wait_for("0001.txt", "0002.txt")
    worker = wait_for_worker(running.pid)
    running.kill()
    running.communicate()
    assert is_gone(worker)
    assert written() == ["0001.txt", "0002.txt"]
    before = {name: Path("out", name).stat().st_mtime_ns for name in written()}
    assert batch("--jobs", "1", "--timeout", "2").exit_code == 2
    assert written() == ["0001.txt", "0002.txt", "0004.txt", "0005.txt", "failures.jsonl"]
    assert {name: Path("out", name).stat().st_mtime_ns for name in before} == before
    assert len({Path("out", name).read_text(encoding="utf-8") for name in written()[:4]}) == 1
    assert [row["line"] for row in failures()] == [3]


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"])
def test_an_interrupt_says_how_to_go_on(number: signal.Signals, status: int) -> None:
    """Ctrl-C ends all workers, leaves what is finished and what has failed, and says how to go on."""
    write(QUICK, BAD, f'"{LONG}"', f'"{LONG}"')
    running = process("--jobs", "2")
    wait_for("0001.txt")
    time.sleep(0.3)
    workers = children(running.pid)
    assert len(workers) == 2
    os.killpg(running.pid, number) if number == signal.SIGINT else os.kill(running.pid, number)
    _, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == status
    assert all(map(is_gone, workers))
    assert written() == ["0001.txt", "failures.jsonl"]
    if number == signal.SIGINT:
        assert err.endswith(
            "Interrupted. 1 of 4 files written to out, 1 line failed: see out/failures.jsonl."
            " The same command goes on from there.\n"
        )


@pytest.mark.slow
def test_progress_at_a_terminal() -> None:
    """At a terminal a bar shows how many are done; what failed stands above it, and the account comes last."""
    write(QUICK, BAD, QUICK, f'"{LONG}"')
    arguments = ["solve", "--batch", "m.jsonl", "--output-dir", "out", "--brief", "--timeout", "1"]
    with terminal(*arguments) as screen:
        assert "3/4" in screen.read(until="3/4")
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 2
    assert "m.jsonl, line 2: Row 2" in text
    assert "2 of 4 files written to out, 2 lines failed" in text.splitlines()[-1]
