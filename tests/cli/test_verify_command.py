"""``symeig verify`` through its public entry: exit statuses, options, files, hostile routines, and ends of the work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner, Result

from symeig.cli import main

SYMEIG = [sys.executable, "-m", "symeig"]
PATIENCE = 60.0

# A run of a few inputs.
FEW = ("--dtype", "float64", "--examples", "1", "--max-size", "3", "--families", "jordan,rotations", "--jobs", "1")

SOLVERS = '''
"""Solvers of a user, one of them right."""

import ctypes
import resource
import sys
import time

import numpy as np


def my_eig(A):
    return np.linalg.eig(A)


def my_eigvals(A):
    return np.linalg.eigvals(A)


def careless(A):
    return np.linalg.eigvals(A).real


def flagged(A, *, flag=None, many=()):
    if (flag, many) != ("on", [1, 2]):
        raise ValueError(f"flag is {flag}, many is {many}")
    return np.linalg.eigvals(A)


def crashes(A):
    return ctypes.string_at(0) if A.size > 1 else np.linalg.eigvals(A)


def prints(A):
    print("loud")
    print("louder", file=sys.stderr)
    return np.linalg.eigvals(A)


def sleeps(A):
    time.sleep(1000)


def takes_no_limits(A):
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    assert soft == hard, "there is a limit of memory"
    return np.linalg.eigvals(A)


def one_at_a_time(A):
    w, v = np.linalg.eig(A)
    return (w if A.ndim == 2 and A.flags.c_contiguous else w[..., ::-1]), v
'''


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a file of solvers, from which modules are found."""
    (tmp_path / "my_solver.py").write_text(SOLVERS)
    (tmp_path / "my_package").mkdir()
    (tmp_path / "my_package" / "__init__.py").write_text("")
    (tmp_path / "my_package" / "solvers.py").write_text(SOLVERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def verify(*arguments: str) -> Result:
    """The result of the command."""
    return CliRunner().invoke(main, ["verify", *arguments])


def few(name: str, *arguments: str, kind: str = "eigvals") -> Result:
    """That of a solver of the file, given a few inputs."""
    return verify(f"my_solver.py:{name}", "--kind", kind, *FEW, *arguments)


def data(result: Result) -> dict[str, Any]:
    """The report of a run with --format json."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def laws(result: Result) -> list[str]:
    """The broken laws in it."""
    return [finding["law"] for finding in data(result)["findings"]]


# --- exit statuses --------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_sound_routine() -> None:
    """Status 0, and a report that begins with the verdict."""
    result = few("my_eigvals")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("my_solver.py:my_eigvals, float64: all laws hold\n")


@pytest.mark.slow
def test_broken_routine() -> None:
    """Status 1, and the smallest matrix as code."""
    result = few("careless")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith("my_solver.py:careless, float64: 4 laws broken\n")
    assert "\n       A = np.array([[0, -1], [1, 0]], dtype=np.float64)\n" in result.stdout


@pytest.mark.slow
def test_routine_of_a_module() -> None:
    """A dotted name is found from the working directory as well."""
    assert verify("my_package.solvers:my_eig", "--kind", "eig", *FEW).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "There is no ROUTINE. Name one as module:function"),
        (["numpy.linalg.eig"], "'numpy.linalg.eig' does not name a routine."),
        (["my_solver.py:my_solve"], "The kind of 'my_solve' is not known"),
        (["numpy.linalg:eig", "--kind", "eigen"], "--kind"),
        (["numpy.linalg:eig", "--dtype", "float31"], "'float31' is not a dtype of numbers."),
        (["numpy.linalg:eig", "--dtype", ","], "dtype is empty."),
        (["numpy.linalg:eig", "--examples", "0"], "--examples"),
        (["numpy.linalg:eig", "--seed", "x"], "--seed"),
        (["numpy.linalg:eig", "--families", "jordn"], "There is no family 'jordn'."),
        (["numpy.linalg:eig", "--families", "poison"], "There are no matrices for eig in poison."),
        (["numpy.linalg:eig", "--max-size", "-1"], "--max-size"),
        (["numpy.linalg:eig", "--option", "driver"], "'driver' is no option of a routine. An option is written"),
        (["numpy.linalg:eig", "--option", "a=1", "--option", "a=2"], "The option 'a' is given twice."),
        (["numpy.linalg:eig", "--contract", "lapack"], "There is no preset 'lapack'."),
        (["numpy.linalg:eig", "--promise", "order"], "'order' is no option of a routine."),
        (["numpy.linalg:eig", "--promise", "orderr=any"], "There is no promise 'orderr'."),
        (["numpy.linalg:eig", "--promise", "order=up"], "order is 'up'."),
        (["numpy.linalg:eig", "--promise", "stacks=no"], "stacks is 'no'. A contract needs True or False."),
        (["numpy.linalg:eig", "--promise", "tolerance=x"], "tolerance is 'x'."),
        (["numpy.linalg:eig", "--promise", "largest=x"], "largest is 'x'."),
        (["numpy.linalg:eig", "--promise", "kind=eigh"], "There is no promise 'kind'."),
        (["numpy.linalg:eig", "--namespace", "numppy"], "'numppy' is no library whose arrays are known."),
        (["numpy.linalg:eig", "--accept", "tracee"], "There is no law 'tracee'."),
        (["numpy.linalg:eig", "--timeout", "0"], "--timeout"),
        (["numpy.linalg:eig", "--jobs", "0"], "--jobs"),
        (["numpy.linalg:eig", "--format", "pdf"], "--format"),
        (["numpy.linalg:eig", "--output", "report.pdf"], "ends with .pdf; reports end with .txt, .json, .xml, .html."),
        (["numpy.linalg:eig", "--output", "no/such/folder/report.txt"], "no folder"),
        (["numpy.linalg:eig", "--output", "."], "is a folder"),
        (["numpy.linalg:eig", "--save", "no/such/folder/test_found.py"], "no folder"),
        (["--list", "bugs"], "--list"),
        (["numpy.linalg:eig", "--scheduler", "nowhere"], "No scheduler answers at 'nowhere'"),
        (["numpy.linalg:eig", "--scheduler", "tcp://127.0.0.1:9"], "No scheduler answers at 'tcp://127.0.0.1:9'"),
        (["numpy.linalg:eig", "--scheduler", ""], "The address of the scheduler is empty."),
    ],
    ids=lambda x: " ".join(x[1:] or x) if isinstance(x, list) else "",
)
def test_bad_input(arguments: list[str], words: str) -> None:
    """Status 2, one message on standard error, nothing on standard output, and no traceback."""
    if "--scheduler" in arguments:
        pytest.importorskip("distributed")
    result = verify(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert "fault of symeig" not in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("routine", "words"),
    [
        ("numpi.linalg:eig", "There is no module 'numpi'."),
        ("numpy.linalg:eigg", "numpy.linalg has no attribute 'eigg'."),
        ("nowhere.py:eig", "There is no file 'nowhere.py'."),
        ("my_solver.py:my_eigg", "my_solver.py has no attribute 'my_eigg'."),
        ("raises.py:eig", "The import of 'raises.py' failed: RuntimeError: not today."),
    ],
)
def test_routine_that_cannot_be_imported(routine: str, words: str, folder: Path) -> None:
    """So it is with a name behind which there is nothing."""
    (folder / "raises.py").write_text("raise RuntimeError('not today')")
    result = verify(routine, "--kind", "eig", *FEW)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {words}")
    assert len(result.stderr.splitlines()) == 1


# --- options --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_dtypes_examples_and_seed() -> None:
    """They are in the report; the same seed gives the same report, another one another."""
    options = ("--dtype", "float32, complex64", "--examples", "25", "--format", "json")
    first, second, third = (few("my_eigvals", *options, "--seed", seed) for seed in ("7", "7", "8"))
    assert first.stdout == second.stdout != third.stdout
    report = data(first)
    assert (report["dtype"], report["seed"], report["examples"]) == ("float32, complex64", 7, 25)


@pytest.mark.slow
def test_families_and_sizes() -> None:
    """Only what is asked for is drawn."""
    report = data(few("my_eigvals", "--format", "json", "--families", "hermitian normal", "--max-size", "2"))
    assert set(report["families"]) == {"hermitian", "normal"}


@pytest.mark.slow
def test_plain() -> None:
    """Without stacks and layouts a routine for one matrix at a time in C order passes."""
    options = ("--families", "random,stacks", "--examples", "40", "--format", "json")
    assert laws(few("one_at_a_time", *options, kind="eig")) == ["residual"]
    assert few("one_at_a_time", *options, "--plain", kind="eig").exit_code == 0


@pytest.mark.slow
def test_arguments_of_the_routine() -> None:
    """They are read as Python writes them, or else as texts."""
    options = ("--option", "flag=on", "--option", "many=[1, 2]")
    assert few("flagged", *options).exit_code == 0
    result = few("flagged")
    assert result.exit_code == 1
    assert "ValueError: flag is None, many is ()" in " ".join(result.stdout.split())


@pytest.mark.slow
def test_promises() -> None:
    """A promise more is a law more."""
    options = ("--families", "integer-spectrum", "--examples", "10", "--format", "json")
    assert few("my_eigvals", *options).exit_code == 0
    assert laws(few("my_eigvals", *options, "--promise", "order=descending")) == ["order"]


@pytest.mark.slow
def test_dtypes_that_are_promised() -> None:
    """Of the usual dtypes those are left that the routine takes."""
    report = data(
        verify(
            "my_solver.py:my_eigvals",
            "--kind",
            "eigvals",
            *FEW[2:],
            "--promise",
            "dtypes=int64,float32",
            "--format",
            "json",
        )
    )
    assert report["dtype"] == "float32, int64"


@pytest.mark.slow
def test_contract_and_namespace() -> None:
    """They are those of a library where it is named."""
    report = data(few("my_eigvals", "--contract", "scipy", "--namespace", "numpy", "--format", "json"))
    assert report["contract"]["stacks"] is False
    assert report["namespace"] == "numpy"


@pytest.mark.slow
def test_accepted_laws() -> None:
    """With all broken laws accepted the status is 0; the reasons are shown, and what need not be accepted is named."""
    broken = laws(few("careless", "--format", "json"))
    accepted = [f"--accept={law}=no complex numbers here" for law in broken]
    result = few("careless", *accepted, "--accept", "trace")
    assert result.exit_code == 0
    assert "Accepted, and broken" in result.stdout
    assert "no complex numbers here" in result.stdout
    assert "can be removed" in result.stdout
    assert "trace: known" in result.stdout


@pytest.mark.slow
def test_time_limit_of_a_call() -> None:
    """A routine that does not come back is ended, and that is the finding."""
    result = few("sleeps", "--timeout", "0.1", "--dtype", "int64", "--promise", "stacks=False", "--format", "json")
    assert result.exit_code == 1
    assert laws(result)[0] == "completes"
    assert data(result)["findings"][0]["outcome"] == "nothing within 0.1 s"


@pytest.mark.slow
def test_jobs_give_the_same_report() -> None:
    """However many processes do the work."""
    options = ("--format", "json", "--examples", "6", "--families", "rotations,normal,scales")
    one, two = (few("careless", *options, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.exit_code == two.exit_code == 1
    assert one.stdout == two.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_memory_of_the_routine_is_not_bounded() -> None:
    """The bound on the memory of this process is not one on that of the routine, which may be a large library."""
    result = few("takes_no_limits", "--jobs", "16")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("what", ["laws", "families"])
def test_lists(what: str) -> None:
    """All names, each with a line or two about it."""
    result = verify("--list", what)
    assert (result.exit_code, result.stderr) == (0, "")
    names = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert {"laws": {"trace", "completes"}, "families": {"jordan", "scales"}}[what] <= set(names)
    assert len(names) == len(set(names)) > 15
    assert len(result.stdout.splitlines()) >= 2 * len(names)


def test_help_mentions_every_option() -> None:
    """And says what the exit status is."""
    output = verify("--help").stdout
    options = [p for p in main.commands["verify"].params if isinstance(p, click.Option)]
    assert [name for option in options for name in option.opts if name not in output] == []
    assert "Exit status 1 where a law is broken that is not accepted." in output


# --- files ----------------------------------------------------------------------------------------------------------

READ: dict[str, Any] = {
    "report.txt": lambda text: "my_solver.py:careless" in text.splitlines()[0],
    "report.json": lambda text: json.loads(text)["findings"],
    "report.xml": lambda text: ET.fromstring(text).findall(".//failure"),  # noqa: S314  (ours)
    "report.HTML": lambda text: "<svg" in text and "</html>" in text,
    "report": lambda text: "my_solver.py:careless" in text.splitlines()[0],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_output(name: str, folder: Path) -> None:
    """A file has the form that its suffix says; one line about it is on standard error."""
    result = few("careless", "--output", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "my_solver.py:careless, float64: 4 laws broken\n"
    assert READ[name]((folder / name).read_text(encoding="utf-8"))


@pytest.mark.slow
def test_format_of_a_file(folder: Path) -> None:
    """It can be chosen whatever the suffix."""
    few("careless", "--output", "report.dat", "--format", "junit")
    assert READ["report.xml"]((folder / "report.dat").read_text(encoding="utf-8"))


def run_tests(folder: Path, *files: str) -> str:
    """The last line of a run of pytest on files in a folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.stdout.splitlines()[-1]


@pytest.mark.slow
def test_saved_tests(folder: Path) -> None:
    """They fail as long as the routine is broken, and pass when it is repaired."""
    result = few("careless", "--save", "test_found.py")
    assert result.exit_code == 1
    assert "4 laws broken" in result.stdout
    assert run_tests(folder, "test_found.py").startswith("4 failed")
    file = folder / "my_solver.py"
    file.write_text(file.read_text().replace("eigvals(A).real", "eigvals(A)"))
    assert run_tests(folder, "test_found.py").startswith("4 passed")


@pytest.mark.slow
def test_saved_tests_of_a_crash(folder: Path) -> None:
    """They fail and do not crash with it."""
    few("crashes", "--save", "test_found.py")
    assert " failed" in run_tests(folder, "test_found.py")


@pytest.mark.slow
def test_nothing_to_save(folder: Path) -> None:
    """Where no law is broken, or each one is accepted, no file is written."""
    few("my_eigvals", "--save", "test_found.py")
    broken = [f"--accept={law}" for law in laws(few("careless", "--format", "json"))]
    assert few("careless", *broken, "--save", "test_found.py").exit_code == 0
    assert not (folder / "test_found.py").exists()


@pytest.mark.slow
def test_nothing_is_left_behind(folder: Path) -> None:
    """A run leaves the working directory as it was."""
    before = sorted(folder.rglob("*"))
    few("careless")
    assert [path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts] == before


# --- hostile routines -----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_routine_that_crashes() -> None:
    """The crash is a finding with its signal, and not a fault of symeig."""
    result = few("crashes")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "The process ended with SIGSEGV." in result.stdout
    assert "dtype=np.float64)" in result.stdout


@pytest.mark.slow
def test_routine_that_prints() -> None:
    """What it prints is in neither stream."""
    result = few("prints")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "loud" not in result.stdout


# --- ends of the work -----------------------------------------------------------------------------------------------


def family(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    listing = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in (line.split() for line in listing.splitlines())}
    found = [pid]
    for ancestor in found:
        found += [child for child, parent in parents.items() if parent == ancestor]
    return found[1:]


def is_running(pid: int) -> bool:
    """Whether there is such a process; one that has ended and is not waited for does not count."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


def has_come(condition: Any) -> bool:
    """Whether something becomes true within a while."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize(
    ("number", "status", "words"), [(signal.SIGINT, 130, "Interrupted.\n"), (signal.SIGTERM, 143, "")]
)
def test_signals_end_all_processes(number: signal.Signals, status: int, words: str, folder: Path) -> None:
    """Ctrl-C and SIGTERM end workers and routines that hang, and leave no half-written file."""
    command = [*SYMEIG, "verify", "my_solver.py:sleeps", "--kind", "eigvals", "--timeout", "600", "--jobs", "2"]
    process = subprocess.Popen(
        [*command, "--output", "report.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    # Two workers, each with the process of its routine.
    assert has_come(lambda: len(family(process.pid)) >= 4)
    started = family(process.pid)
    os.killpg(process.pid, number) if number == signal.SIGINT else os.kill(process.pid, number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (status, "", words)
    assert has_come(lambda: not any(map(is_running, started)))
    assert not (folder / "report.txt").exists()


@pytest.mark.slow
def test_warnings_of_the_libraries_are_not_shown() -> None:
    """As a process of its own, with all warnings on, the command shows nothing but its report."""
    command = [sys.executable, "-W", "always", "-m", "symeig", "verify", "my_solver.py:my_eig", "--kind", "eig", *FEW]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("my_solver.py:my_eig, float64: all laws hold\n")
