"""``symeig check --batch`` through its public entry: a class of answers, hostile ones, and runs that are ended."""

from __future__ import annotations

import csv
import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from symeig.answers import checking
from symeig.answers.batch.cases import Manner
from symeig.answers.verdicts import Verdict
from symeig.answers.words import answer_catalogue
from symeig.cli import check_tasks, judging, main
from symeig.cli.limits import Bounds
from tests.cli.class_of_answers import write_class
from tests.cli.test_process import PATIENCE, children, is_gone, terminal

QUESTIONS = """
questions:
  poly: {matrix: 4 1; 2 3, question: charpoly, marks: 2}
  values: {matrix: 4 1; 2 3, question: eigenvalues, marks: 3, follows: {charpoly: poly}}
  real: {matrix: 0 -1; 1 0, question: eigenvalues}
  third: {matrix: 4 1; 2 3, question: diagonalize, marks: 1/3}
"""

ANSWERS = """student_id,question_id,answer
1,poly,x^2 - 7x + 12
1,values,"3, 4"
2,values,"3, 4"
3,values,"5, 2"
4,values,"5, 2"
5,third,"{""P"": ""1 1; 1 -2"", ""D"": ""diag(5, 2)""}"
6,values,9^9^9^9
7,real,no eigenvalues
8,nowhere,5
9,values
=9,values,7
"""

BATCH = ["--batch", "answers.csv", "--questions", "questions.yaml", "--output", "results.csv"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that is thrown away, with the files of a small class."""
    monkeypatch.chdir(tmp_path)
    Path("questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    Path("answers.csv").write_text(ANSWERS, encoding="utf-8")


def batch(*options: str) -> Result:
    """The result of the command."""
    return CliRunner().invoke(main, ["check", *BATCH, *options])


def process(*options: str) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "symeig", "check", *BATCH, *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finish(running: subprocess.Popen[str]) -> str:
    """What a process says that comes to its end without an error."""
    _, err = running.communicate()
    assert running.returncode == 0, err
    return err


def rows(name: str = "results.csv") -> list[dict[str, str]]:
    """What is written."""
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def verdicts() -> list[str]:
    """The verdicts in it."""
    return [row["verdict"] for row in rows()]


def stored(query: str, name: str = "results.sqlite") -> list[tuple[Any, ...]]:
    """What anybody finds in the store."""
    connection = sqlite3.connect(name)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def answers(*given: str, question: str = "values") -> None:
    """Write answers of students 1, 2, ... to a question."""
    with Path("answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["student_id", "question_id", "answer"])
        writer.writerows([k, question, answer] for k, answer in enumerate(given, 1))


# --- what is read and written ---------------------------------------------------------------------------------------


def test_a_class() -> None:
    """A row for each answer in the same order, with its verdict; the account and the summary on standard error."""
    result = batch("--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [tuple(row.values())[:6] for row in rows()] == [
        ("1", "poly", "partial", "1", "2", "M_OFFDIAGONAL"),
        ("1", "values", "partial", "1.5", "3", "M_FOLLOW_THROUGH"),
        ("2", "values", "incorrect", "0", "3", "M_DIAGONAL"),
        ("3", "values", "correct", "3", "3", ""),
        ("4", "values", "correct", "3", "3", ""),
        ("5", "third", "correct", "0.3333", "0.3333", ""),
        ("6", "values", "invalid", "0", "3", ""),
        ("7", "real", "incorrect", "0", "1", "M_FIELD"),
        ("8", "nowhere", "invalid", "0", "0", ""),
        ("9", "values", "invalid", "0", "3", ""),
        ("'=9", "values", "incorrect", "0", "3", ""),
    ]
    assert "more than 4096 bits" in rows()[6]["feedback"]
    assert "no question 'nowhere'" in rows()[8]["feedback"]
    assert "There is no answer" in rows()[9]["feedback"]
    assert "\nvalues          7        2       1      2           2  1.07       3\n" in result.stderr
    assert "1 of 7  took the diagonal entries\n" in result.stderr
    assert result.stderr.endswith(
        "11 answers, 9 of them different: 9 judged now. 1 row could not be read. Results written to results.csv.\n"
    )


def test_jsonl() -> None:
    """The same from JSON Lines to JSON Lines; ids stay as they are."""
    given = [
        {"student_id": "=1", "question_id": "values", "answer": ["5", 2]},
        {"student_id": 2, "question_id": "third", "answer": {"P": [[1, 1], [1, -2]], "D": "diag(5, 2)"}},
        {"student_id": "3", "question_id": "real", "answer": "i"},
    ]
    Path("answers.jsonl").write_text("nonsense\n" + "\n".join(map(json.dumps, given)), encoding="utf-8")
    options = ["--questions", "questions.yaml", "--output", "results.jsonl"]
    result = CliRunner().invoke(main, ["check", "--batch", "answers.jsonl", *options])
    assert result.exit_code == 0, result.stderr
    bad, *found = map(json.loads, Path("results.jsonl").read_text(encoding="utf-8").splitlines())
    assert (bad["verdict"], bad["student_id"]) == ("invalid", "")
    assert [(x["student_id"], x["verdict"], x["score"], x["exact_score"]) for x in found] == [
        ("=1", "correct", 3.0, "3"),
        ("2", "correct", 0.3333, "1/3"),
        ("3", "partial", 0.5, "1/2"),
    ]
    assert "conjugate" in found[2]["codes"][0].lower()


def test_byte_order_mark() -> None:
    """The results have one where the answers have, so that a spreadsheet shows all letters."""
    for mark in ("", "\ufeff"):
        Path("answers.csv").write_text(mark + ANSWERS, encoding="utf-8")
        assert batch("--language", "vi").exit_code == 0
        assert Path("results.csv").read_text(encoding="utf-8").startswith(f"{mark}student_id")
    assert "Đúng." in rows()[3]["feedback"]


def test_a_student_who_answers_twice() -> None:
    """Each row has its verdict."""
    text = 'student_id,question_id,answer\n1,values,7\n1,values,"5, 2"\n'
    Path("answers.csv").write_text(text, encoding="utf-8")
    assert batch().exit_code == 0
    assert verdicts() == ["incorrect", "correct"]


def test_no_answers() -> None:
    """A header alone is a class of nobody."""
    answers()
    result = batch("--summary", "s.html")
    assert result.exit_code == 0
    assert rows() == []
    assert result.stderr == "0 answers, 0 of them different: 0 judged now. Results written to results.csv.\n"
    assert "</html>" in Path("s.html").read_text(encoding="utf-8")


def test_policy() -> None:
    """It holds where the questions say nothing else, and another one judges anew."""
    Path("real.yaml").write_text("field: real")
    assert batch().exit_code == 0
    assert rows()[7]["verdict"] == "incorrect"
    result = batch("--policy", "real.yaml")
    assert rows()[7]["verdict"] == "correct"
    assert "9 judged now." in result.stderr
    text = QUESTIONS.replace("question: eigenvalues}", "question: eigenvalues, policy: {field: complex}}")
    Path("questions.yaml").write_text(text)
    assert batch("--policy", "real.yaml").exit_code == 0
    assert rows()[7]["verdict"] == "incorrect"


@pytest.mark.slow
def test_a_changed_question_is_judged_anew_and_no_other() -> None:
    """What is known stays."""
    batch()
    Path("questions.yaml").write_text(QUESTIONS.replace("0 -1; 1 0", "0 -4; 1 0"))
    assert "1 judged now, 8 known from results.sqlite." in batch().stderr
    Path("questions.yaml").write_text(
        QUESTIONS.replace("marks: 3,", "marks: 30,").replace("4 1; 2 3", "[[4, 1], [2, 3]]")
    )
    assert "0 judged now, 9 known from results.sqlite." in batch().stderr
    assert rows()[3]["score"] == "30"


@pytest.mark.parametrize(
    ("name", "words"),
    [("s.html", "<svg"), ("s.json", '"took the diagonal entries"'), ("s.csv", "values,mistake,M_DIAGONAL,1,7,")],
)
def test_summary(name: str, words: str) -> None:
    """A file has the form that its suffix says."""
    assert batch("--summary", name).exit_code == 0
    assert words in Path(name).read_text(encoding="utf-8")


def test_results_in_the_store() -> None:
    """They can be asked for there."""
    batch("--store", "class.db")
    assert stored(
        "SELECT avg(score) FROM results WHERE question_id = 'values' AND verdict = 'correct'", "class.db"
    ) == [(3.0,)]
    assert not Path("results.sqlite").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["4 1; 2 3", *BATCH], "Leave out MATRIX, or --batch."),
        ([*BATCH, "--part", "P=1"], "Leave out --part, or --batch."),
        ([*BATCH, "--eigenvalue", "1"], "Leave out --eigenvalue, or --batch."),
        ([*BATCH, "--marks"], "Leave out --marks, or --batch."),
        ([*BATCH, "--format", "json"], "Leave out --format, or --batch."),
        (BATCH[:2], "--batch needs what was asked. Add --questions FILE."),
        (BATCH[:4], "--batch needs a place for the verdicts. Add --output FILE."),
        ([*BATCH, "--output", "results.xlsx"], "verdicts end with .csv or .jsonl."),
        ([*BATCH, "--output", "results"], "ends with no suffix; verdicts"),
        ([*BATCH, "--summary", "s.pdf"], "summaries end with .html or .json or .csv."),
        ([*BATCH, "--output", "no/results.csv"], "no folder"),
        ([*BATCH, "--output", "folder.csv"], "is a folder"),
        ([*BATCH, "--store", "no/s.sqlite"], "no folder"),
        ([*BATCH, "--summary", "no/s.html"], "no folder"),
        ([*BATCH, "--output", "answers.csv"], "'answers.csv' would be overwritten"),
        ([*BATCH, "--summary", "results.csv"], "'results.csv' would be overwritten"),
        ([*BATCH, "--store", "questions.yaml"], "'questions.yaml' would be overwritten"),
        ([*BATCH, "--batch", "missing.csv"], "'missing.csv' cannot be read: No such file"),
        ([*BATCH, "--batch", "empty.csv"], "'empty.csv' is empty."),
        ([*BATCH, "--batch", "columns.csv"], "has the column question_id not"),
        ([*BATCH, "--questions", "missing.yaml"], "'missing.yaml' cannot be read"),
        ([*BATCH, "--questions", "columns.csv"], "has no questions in it"),
        ([*BATCH, "--policy", "missing.yaml"], "'missing.yaml' cannot be read"),
        ([*BATCH, "--store", "columns.csv"], "'columns.csv' is no file of SQLite."),
        ([*BATCH, "--jobs", "0"], "--jobs"),
        ([*BATCH, "--scheduler", "tcp://127.0.0.1:9"], "No scheduler answers at 'tcp://127.0.0.1:9'"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_bad_input(arguments: list[str], words: str) -> None:
    """Status 2, one message, and no results."""
    if "--scheduler" in arguments:
        pytest.importorskip("distributed")
    Path("folder.csv").mkdir()
    Path("empty.csv").write_text("")
    Path("columns.csv").write_text("student_id,answer\n" * 99)
    result = CliRunner().invoke(main, ["check", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert "fault of symeig" not in result.stderr
    assert not Path("results.csv").exists()
    assert Path("answers.csv").read_text(encoding="utf-8") == ANSWERS


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results are written whole or not at all; verdicts are not lost with them."""

    def full(*_: Any, **__: Any) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        result = batch()
    assert result.exit_code == 2
    assert "'results.csv' cannot be written: No space left on device." in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["answers.csv", "questions.yaml", "results.sqlite"]
    assert "0 judged now, 9 known" in batch().stderr


def test_a_store_that_is_used() -> None:
    """Two runs at once would judge everything twice."""
    batch()
    other = sqlite3.connect("results.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    result = batch()
    other.close()
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: 'results.sqlite' is used by another run.")


# --- hostile answers ------------------------------------------------------------------------------------------------


def _judge(system: Any, question: Any, answer: Any, **options: Any) -> Any:
    match answer:
        case "loops":
            while True:
                pass
        case "loops in C":
            sum(range(10**15))
        case "sleeps":
            time.sleep(1000)
        case "waits":
            time.sleep(0.8)
        case "hogs":
            bytearray(1 << 30)
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashes":
            os._exit(3)
        case "faults":
            raise ZeroDivisionError
    verdict = _ORIGINAL(system, question, "5, 2", **options)
    return verdict if answer != "pid" else verdict.__class__("correct", verdict.score, problem=str(os.getpid()))


_ORIGINAL = checking.check


@pytest.fixture
def _hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that do to a worker what they say."""
    monkeypatch.setattr(checking, "check", _judge)


@pytest.mark.slow
@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("loops", "took longer than 0.4 seconds"),
        ("loops in C", "took longer than 0.4 seconds"),
        ("hogs", "needs more than 64 MiB"),
        ("dies", "needs more than 64 MiB"),
    ],
)
def test_a_poisonous_answer_is_one_invalid(answer: str, words: str) -> None:
    """Its worker is replaced, the others are judged, and the status is 0; it is not judged again."""
    answers("pid", answer, "pid", "right", "pid ")
    options = ("--jobs", "1", "--timeout", "0.4", "--memory", "64")
    start = time.monotonic()
    result = batch(*options)
    assert time.monotonic() - start < judging.LEAST_WALL
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Error" not in result.stderr
    assert verdicts() == ["correct", "invalid", "correct", "correct", "correct"]
    assert rows()[1]["feedback"].startswith("This cannot be read. It does not count as an attempt.\nThe answer ")
    assert words in rows()[1]["feedback"]
    assert "0 judged now" in batch(*options).stderr
    assert "1 judged now" in batch("--jobs", "1", "--timeout", "0.5", "--memory", "64").stderr


@pytest.mark.slow
@pytest.mark.usefixtures("_hostile")
def test_an_answer_that_does_nothing_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs no time of the processor."""
    monkeypatch.setattr(judging, "LEAST_WALL", 3.0)
    monkeypatch.setattr(judging, "WALL", 3)
    answers("pid", "sleeps", "pid ")
    assert batch("--jobs", "1", "--timeout", "1").exit_code == 0
    assert verdicts() == ["correct", "invalid", "correct"]
    assert "took longer than 1 seconds" in rows()[1]["feedback"]


@pytest.mark.usefixtures("_hostile")
def test_a_worker_is_replaced_after_a_poisonous_answer_alone() -> None:
    """Imports are paid once for each worker, not for each answer."""
    Path("questions.yaml").write_text(
        "questions: {" + ", ".join(f"q{k}: {{matrix: '{k} 1; 2 3', question: eigenvalues}}" for k in range(5)) + "}"
    )
    given = ["pid", "pid", "hogs", "pid", "pid"]
    lines = "".join(f"1,q{k},{answer}\n" for k, answer in enumerate(given))
    Path("answers.csv").write_text(f"student_id,question_id,answer\n{lines}")
    assert batch("--jobs", "1").exit_code == 0
    first, second, _, fourth, fifth = (row["feedback"] for row in rows())
    assert first == second != fourth == fifth


@pytest.mark.usefixtures("_hostile")
def test_a_busy_machine_changes_no_verdict() -> None:
    """What counts is the time of the processor."""
    answers("waits")
    assert batch("--timeout", "0.4").exit_code == 0
    assert verdicts() == ["correct"]


@pytest.mark.slow
@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize("answer", ["faults", "crashes"])
def test_a_fault_of_ours(answer: str) -> None:
    """It is told and decides the status; the others are judged, and this one is judged again the next time."""
    answers("right", answer, "right ")
    for _ in range(2):
        result = batch("--jobs", "1")
        assert result.exit_code == 70
        assert f"values, answer '{answer}': Error: " in result.stderr
        assert "1 without a verdict by a fault of symeig" in result.stderr
        assert verdicts() == ["correct", "invalid", "correct"]
    assert "0 judged now, 2 known" in result.stderr


def test_real_hostile_answers() -> None:
    """They are refused before they cost anything."""
    answers("(" * 15_000, "2^2^2^2^2^2^2^2", "9" * 19_000, "sqrt(" * 300, "x" * 100_000, "5\x00", "\u202e5", "5, 2")
    start = time.monotonic()
    assert batch("--jobs", "1").exit_code == 0
    assert verdicts() == ["invalid"] * 7 + ["correct"]
    assert time.monotonic() - start < PATIENCE


def test_no_answer_pays_for_the_words_of_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read in a worker before its first answer has bounds."""
    exercise = check_tasks.pose("questions.yaml", None, "en").posed["values"].pickled
    read = []

    def look(*_: Any, **__: Any) -> Verdict:
        read.append(answer_catalogue.cache_info().currsize)
        return Verdict("correct", Fraction(1))

    monkeypatch.setattr(checking, "check", look)
    answer_catalogue.cache_clear()
    check_tasks.judge(exercise, "5, 2", None, Manner("vi"), Bounds(2, 512))
    assert read == [1]


# --- going on -------------------------------------------------------------------------------------------------------


def peek(folder: Path) -> int:
    """How many verdicts there are in a store that is in use, or was left in the middle of it."""
    shutil.rmtree(folder / "peek", ignore_errors=True)
    (folder / "peek").mkdir()
    for path in folder.glob("results.sqlite*"):
        shutil.copy(path, folder / "peek")
    try:
        return int(stored("SELECT count(*) FROM verdicts", "peek/results.sqlite")[0][0])
    except sqlite3.Error:
        return 0


def wait_for(condition: Any) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 3 * PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError


def judged(name: str = "results.sqlite") -> dict[str, tuple[Any, ...]]:
    """All verdicts in a store, with the runs in which they came, by their keys."""
    return {row[0]: row[1:] for row in stored("SELECT key, verdict, share, feedback, run FROM verdicts", name)}


@pytest.mark.slow
def test_a_class_that_is_killed_half_way_goes_on(tmp_path: Path) -> None:
    """20,000 answers: the results are those of an undisturbed run, byte for byte, and nothing is judged twice."""
    write_class(tmp_path, 20_000)
    options = ("--language", "vi", "--hints", "full")
    finish(process(*options))
    whole, all_of_them = Path("results.csv").read_bytes(), judged()
    for name in ("results.csv", "results.sqlite"):
        Path(name).unlink()

    running = process(*options)
    wait_for(lambda: peek(tmp_path) > len(all_of_them) / 3)
    workers = children(running.pid)
    running.kill()
    running.communicate()
    assert all(map(is_gone, workers))
    assert not Path("results.csv").exists()
    assert len(all_of_them) / 3 < peek(tmp_path) < len(all_of_them)
    before = judged("peek/results.sqlite")

    err = finish(process(*options))
    assert f"{len(all_of_them) - len(before)} judged now, {len(before)} known from results.sqlite." in err
    assert Path("results.csv").read_bytes() == whole
    after = judged()
    assert {key: after[key] for key in before} == before
    assert {run for *_, run in before.values()} == {1}
    assert {after[key][-1] for key in after.keys() - before.keys()} == {2}
    assert {key: said[:-1] for key, said in after.items()} == {key: said[:-1] for key, said in all_of_them.items()}
    assert len(rows()) == 20_000
    assert len({row["verdict"] for row in rows()}) == 4


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"])
def test_an_interrupt_says_how_to_go_on(number: signal.Signals, status: int, tmp_path: Path) -> None:
    """Ctrl-C ends all workers, keeps what is judged, and the same command goes on."""
    write_class(tmp_path, 4_000)
    running = process("--jobs", "2")
    wait_for(lambda: peek(tmp_path) > 100)
    workers = children(running.pid)
    assert len(workers) == 2
    os.killpg(running.pid, number) if number == signal.SIGINT else os.kill(running.pid, number)
    _, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == status
    assert all(map(is_gone, workers))
    assert not Path("results.csv").exists()
    known = len(judged())
    assert known > 0
    if number == signal.SIGINT:
        assert err.startswith(f"Interrupted. {known} of ")
        assert err.endswith(" answers judged. The same command goes on from there.\n")
    result = batch("--jobs", "2")
    assert result.exit_code == 0
    assert f"{known} known from results.sqlite." in result.stderr


@pytest.mark.slow
def test_progress_at_a_terminal() -> None:
    """At a terminal a bar shows how many are judged."""
    answers(*(f"{k}, {k + 1}" for k in range(600)))
    with terminal("check", *BATCH, "--jobs", "1") as screen:
        assert "/600" in screen.read(until="Judged.*/600")
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 0
    assert "600 judged now." in text.splitlines()[-1]


# --- elsewhere ------------------------------------------------------------------------------------------------------


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a Dask scheduler with two workers."""
    pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    from tests.unit.numeric.test_cluster import started  # noqa: PLC0415  (it needs Dask)

    with started(2) as running:
        yield str(running.scheduler_address)


@pytest.mark.slow
def test_a_cluster_gives_the_same_results(scheduler: str, tmp_path: Path) -> None:
    """Whoever judges; and what is judged there is known here."""
    write_class(tmp_path, 300)
    finish(process())
    whole = Path("results.csv").read_bytes()
    Path("results.sqlite").unlink()
    finish(process("--scheduler", scheduler))
    assert Path("results.csv").read_bytes() == whole
    assert " 0 judged now, " in finish(process())


@pytest.mark.slow
def test_bounds_hold_on_a_cluster(scheduler: str) -> None:
    """An answer that takes too long is one invalid there too."""
    answers("5, 2", "1/3, 2/7")
    finish(process("--scheduler", scheduler, "--timeout", "0.00001"))
    assert verdicts() == ["invalid", "invalid"]
    assert "took longer than 1e-05 seconds" in rows()[0]["feedback"]
