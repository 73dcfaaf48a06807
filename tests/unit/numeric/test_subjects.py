"""Subjects say what came of a call, and come to no harm by it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric import subjects
from symeig.numeric.layouts import PLAIN, Layout
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, TimedOut
from symeig.numeric.subjects import THREADS, IsolatedSubject, LocalSubject
from symeig.numeric.targets import Target

FILE = str(Path(__file__).with_name("routines_for_tests.py"))
SYMMETRIC = np.array([[2.0, 1.0], [1.0, 3.0]])
VALUES = [1.3819660112501051, 3.618033988749895]
VECTOR = "an array of float64 of shape (2,)"
MATRIX = "an array of float64 of shape (2, 2)"

on_linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits of memory are known on Linux only")
on_unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no such signals")


def target(name: str, *options: str) -> Target:
    """A routine of the file beside this one."""
    return Target.parse(f"{FILE}:{name}", options=options)


def local(name: str, kind: str = "eigvalsh", **options) -> LocalSubject:
    """A subject in this process."""
    return LocalSubject(target(name).load(), kind, **options)


def isolated(name: str, kind: str = "eigvalsh", **options):
    """A subject in a process of its own, which ends with the test."""
    return closing(IsolatedSubject(target(name), kind, **options))


def one_call(where: str, name: str, kind: str = "eigvalsh", layout: Layout = PLAIN) -> Outcome:
    """What comes of one call."""
    with closing(local(name, kind)) if where == "here" else isolated(name, kind) as subject:
        return subject.call(SYMMETRIC, layout)


def is_running(pid: int) -> bool:
    """Whether there is such a process; one that has ended and is not waited for does not count."""
    status = Path(f"/proc/{pid}/stat")
    if status.parent.parent.joinpath("self").exists():
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def ends(pid: int) -> bool:
    """Whether a process ends before patience does."""
    for _ in range(600):
        if not is_running(pid):
            return True
        time.sleep(0.05)
    return False


both = pytest.mark.parametrize("where", ["here", "there"])


# --- alike in this process and in another ---------------------------------------------------------------------------


@both
@pytest.mark.parametrize("name", ["fine", "as_namedtuple", "as_lists"])
def test_pairs(where: str, name: str) -> None:
    """Values and vectors may come in any kind of sequence."""
    returned = one_call(where, name, "eigh")
    np.testing.assert_allclose(returned.values, VALUES)
    np.testing.assert_allclose(SYMMETRIC @ returned.vectors, returned.vectors * returned.values)
    assert (returned.left, returned.changed) == (None, False)


@both
@pytest.mark.parametrize("name", ["Group.values", "as_numbers", "warns", "prints", "prints_much", "reads"])
def test_values(where: str, name: str, capfd: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values alone are an array; what else a routine does is kept from the user where it runs by itself."""
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: SIM115, PTH123
    np.testing.assert_allclose(one_call(where, name).values, VALUES)
    if where == "there":
        assert capfd.readouterr() == ("", "")
    sys.stdin.close()


@both
@pytest.mark.parametrize(
    ("name", "kind", "what"),
    [
        ("nothing", "eig", "None"),
        ("nothing", "eigvals", "None"),
        ("text", "eigvals", "an object of type str"),
        ("alone", "eigh", MATRIX),
        ("fine", "eigvalsh", f"a tuple of 2: {VECTOR}, {MATRIX}"),
        ("ragged", "eig", f"a tuple of 2: an object of type list, {MATRIX}"),
        ("three", "eigh", f"a tuple of 3: {VECTOR}, {MATRIX}, {MATRIX}"),
        ("objects", "eigvalsh", "an array of object of shape (2,)"),
    ],
)
def test_malformed(where: str, name: str, kind: str, what: str) -> None:
    """What is not what the kind promises is described."""
    assert one_call(where, name, kind) == Malformed(what)


@both
def test_exceptions(where: str) -> None:
    """An exception is an outcome."""
    assert one_call(where, "raises") == Raised("RuntimeError", "no luck", unsupported=False)


@both
@pytest.mark.parametrize(
    "layout", [Layout(), Layout(order="F"), Layout(step=2, reverse="both"), Layout(swapped=True)], ids=lambda x: x.words
)
def test_changed_input(where: str, layout: Layout) -> None:
    """Writing into the input is noticed, and does not reach the array of the caller."""
    before = SYMMETRIC.copy()
    assert one_call(where, "mutates", layout=layout).changed
    np.testing.assert_array_equal(SYMMETRIC, before)


@both
def test_changed_buffer(where: str) -> None:
    """Writing between the elements of the input is noticed too."""
    returned = one_call(where, "mutates_behind", layout=Layout(step=2))
    assert returned.changed
    np.testing.assert_allclose(returned.values, VALUES)


@both
def test_writing_where_it_is_forbidden(where: str) -> None:
    """A routine that writes into its input fails where the array forbids it."""
    outcome = one_call(where, "mutates", layout=Layout(readonly=True))
    assert outcome == Raised("ValueError", "output array is read-only", unsupported=False)


@both
def test_layout_arrives(where: str) -> None:
    """The routine gets the layout, not a copy that has lost it."""
    returned = one_call(where, "flags_as_values", "eigvals", Layout(order="F", step=2, reverse="both", readonly=True))
    assert returned.values.tolist() == [-16, -64, False, True]
    assert one_call(where, "flags_as_values", "eigvals", Layout(swapped=True)).values.tolist() == [16, 8, True, False]


@both
def test_poison_arrives(where: str) -> None:
    """The triangle that is not read is poisoned where one is named."""
    with closing(local("fine", "eigh")) if where == "here" else isolated("fine", "eigh") as subject:
        poisoned = Layout(poison="nan")
        np.testing.assert_allclose(subject.call(SYMMETRIC, poisoned, "lower").values, VALUES)
        assert np.isnan(subject.call(SYMMETRIC, poisoned, "upper").values).all()
        np.testing.assert_allclose(subject.call(SYMMETRIC, poisoned).values, VALUES)


@both
def test_impossible_layout(where: str) -> None:
    """A layout that the array cannot have is a mistake of the caller, who may go on."""
    with closing(local("fine", "eigh")) if where == "here" else isolated("fine", "eigh") as subject:
        with pytest.raises(InputError, match="stack of equal matrices"):
            subject.call(SYMMETRIC, Layout(broadcast=True))
        np.testing.assert_allclose(subject.call(SYMMETRIC).values, VALUES)


@both
@pytest.mark.parametrize("kind", ["eigh", "eigvals", "eigvalsh"])
def test_left_vectors_of_other_kinds(where: str, kind: str) -> None:
    """Only a routine of kind eig returns left eigenvectors."""
    with pytest.raises(InputError, match=f"asked of a routine of kind '{kind}'"):
        local("fine", kind, left=True) if where == "here" else isolated("fine", kind, left=True)


@both
def test_left_vectors(where: str) -> None:
    """Left vectors stand between values and right ones; a pair is malformed where they are promised."""
    with (
        closing(local("three", "eig", left=True)) if where == "here" else isolated("three", "eig", left=True) as subject
    ):
        returned = subject.call(SYMMETRIC)
        np.testing.assert_array_equal(returned.vectors, SYMMETRIC)
        np.testing.assert_allclose(SYMMETRIC @ returned.left, returned.left * returned.values)


def test_results_are_the_callers() -> None:
    """A routine that returns the same memory each time does not change what it returned before."""
    memory = np.zeros(2)

    def counts(_):
        memory[:] += 1
        return memory

    subject = LocalSubject(counts, "eigvals")
    first = subject.call(SYMMETRIC)
    subject.call(SYMMETRIC)
    assert first.values.tolist() == [1, 1]


@pytest.mark.parametrize(
    "outcome",
    [Malformed("None", changed=True), Raised("TypeError", "no"), Crashed("SIGSEGV", "Fatal"), TimedOut(3.0)],
)
def test_outcomes_can_be_sent(outcome: Outcome) -> None:
    """Outcomes survive pickling."""
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_arrays_can_be_sent() -> None:
    """So do those with arrays."""
    copy = pickle.loads(pickle.dumps(Returned(SYMMETRIC[0], SYMMETRIC, changed=True)))
    np.testing.assert_array_equal(copy.vectors, SYMMETRIC)
    assert copy.changed


# --- in another process only ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "signal_name", "stderr"),
    [
        pytest.param("segfaults", "SIGSEGV", "Fatal Python error: Segmentation fault", marks=on_unix),
        pytest.param("kills_itself", "SIGKILL", "", marks=on_unix),
        pytest.param("aborts", "SIGABRT", "double free or corruption", marks=on_unix),
        ("exits", "exit code 3", ""),
        ("leaves", "exit code 4", ""),
    ],
)
def test_crashes(name: str, signal_name: str, stderr: str, capfd: pytest.CaptureFixture) -> None:
    """A crash ends the process of the routine, and says what it said last."""
    with isolated(name) as subject:
        for _ in range(2):
            outcome = subject.call(SYMMETRIC)
            assert isinstance(outcome, Crashed)
            assert outcome.signal == signal_name
            assert stderr in outcome.stderr
            assert bool(outcome.stderr) == bool(stderr)
    assert capfd.readouterr() == ("", "")


@on_unix
def test_hangs() -> None:
    """A routine that does not come back is ended, even where it lets no other code run."""
    with isolated("hangs", timeout=0.2) as subject:
        for _ in range(2):
            assert subject.call(SYMMETRIC) == TimedOut(0.2)


def test_goes_on_after_a_crash() -> None:
    """The next call is answered by a new process; what was printed in an earlier call is not taken for a last word."""
    odd = SYMMETRIC + np.diag([1.0, 0.0])
    with isolated("crashes_on_odd") as subject:
        for _ in range(2):
            np.testing.assert_allclose(subject.call(SYMMETRIC).values, VALUES)
            assert subject.call(odd) == Crashed("exit code 7")


@on_unix
def test_death_between_calls() -> None:
    """A process that ends when nothing is asked of it is replaced."""
    with isolated("dies_later") as subject:
        np.testing.assert_allclose(subject.call(SYMMETRIC).values, VALUES)
        assert ends(pid_of(subject))
        np.testing.assert_allclose(subject.call(SYMMETRIC).values, VALUES)


def pid_of(subject: IsolatedSubject) -> int:
    """The number of the process of a subject."""
    return subject._child._process.pid


def test_one_process_for_many_calls() -> None:
    """Calls that end well are answered by the same process, another one than this."""
    with isolated("process_as_values", "eigvals") as subject:
        pids = {subject.call(SYMMETRIC).values[0] for _ in range(5)}
        assert pids == {pid_of(subject)}
    assert os.getpid() not in pids


def test_large_arrays() -> None:
    """Arrays that no pipe holds go there and back."""
    with isolated("fine", "eigh") as subject:
        assert subject.call(np.eye(300)).vectors.shape == (300, 300)


def test_closing() -> None:
    """Closing ends the process, as often as one likes; a call afterwards starts another."""
    subject = IsolatedSubject(target("fine"), "eigh")
    first = pid_of(subject)
    subject.close()
    subject.close()
    assert not is_running(first)
    assert isinstance(subject.call(SYMMETRIC), Returned)
    subject.close()


def test_forgetting() -> None:
    """A subject that nobody holds any more takes its process with it."""
    subject = IsolatedSubject(target("fine"), "eigh")
    pid = pid_of(subject)
    del subject
    gc.collect()
    assert not is_running(pid)


@on_unix
@pytest.mark.parametrize(("name", "timeout"), [("fine", 1000), ("sleeps", 1000), ("hangs", 1)])
def test_ends_with_its_parent(name: str, timeout: float) -> None:
    """A process whose parent was ended does not stay."""
    code = (
        "import sys, threading, numpy, symeig.numeric.subjects as r\n"
        "r.GRACE = 0\n"
        f"subject = r.IsolatedSubject(r.Target.parse({FILE + ':' + name!r}), 'eigh', timeout={timeout})\n"
        "print(subject._child._process.pid, flush=True)\n"
        "subject.call(numpy.eye(2))\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE) as parent:
        pid = int(parent.stdout.readline())
        assert is_running(pid)
        parent.kill()
    assert ends(pid)


def test_interrupts() -> None:
    """An interrupted call leaves no answer behind that would be taken for that to the next one."""

    def interrupt(*_):
        raise KeyboardInterrupt

    with isolated("is_slow") as subject:
        child = subject._child
        poll, child._connection.poll = child._connection.poll, interrupt
        with pytest.raises(KeyboardInterrupt):
            subject.call(SYMMETRIC)
        del poll
        np.testing.assert_allclose(subject.call(SYMMETRIC * 2).values, np.multiply(VALUES, 2))


@on_linux
def test_memory() -> None:
    """A routine that takes more memory than it may gets an exception."""
    with isolated("takes_memory", memory=2**28) as subject:
        outcome = subject.call(SYMMETRIC)
        assert isinstance(outcome, Raised)
        assert "MemoryError" in outcome.kind
        assert not outcome.unsupported


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [1, 1]),
        ({"OPENBLAS_NUM_THREADS": "2"}, [2, 1]),
        ({"OMP_NUM_THREADS": "2"}, [0, 2]),
    ],
    ids=["nothing", "own", "all"],
)
def test_threads(given: dict[str, str], expected: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread is enough, unless the user says otherwise."""
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with isolated("environment_as_values", "eigvals") as subject:
        assert subject.call(SYMMETRIC).values.tolist() == expected
    assert not {name for name in THREADS if name in os.environ} - given.keys()


@pytest.mark.parametrize(
    ("source", "words", "limit"),
    [
        ("import os; os._exit(3)", "its process ended with exit code 3", 120),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "process ended with SIGSEGV", 120, marks=on_unix
        ),
        ("import time; time.sleep(1000)", "it took longer than 0.5 seconds", 0.5),
    ],
    ids=["exit", "crash", "hang"],
)
def test_import_does_harm(
    source: str, words: str, limit: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import that ends the process, or does not end, is a mistake of the caller."""
    monkeypatch.setattr(subjects, "IMPORT_TIMEOUT", limit)
    file = tmp_path / "harmful.py"
    file.write_text(source)
    with pytest.raises(InputError, match=words):
        IsolatedSubject(Target.parse(f"{file}:eig"), "eig")


@pytest.mark.slow
def test_slow_imports_are_not_counted(tmp_path: Path) -> None:
    """The time limit is for the call."""
    file = tmp_path / "slow.py"
    file.write_text("import time; time.sleep(1.1); from numpy.linalg import eigvalsh")
    with closing(IsolatedSubject(Target.parse(f"{file}:eigvalsh"), "eigvalsh", timeout=1.0)) as subject:
        np.testing.assert_allclose(subject.call(SYMMETRIC).values, VALUES)


def call_from_a_worker(connection) -> None:
    """Use a subject in a process that may have no children by multiprocessing's rules."""
    with isolated("fine", "eigh") as subject:
        connection.send(subject.call(SYMMETRIC).values)


def test_inside_a_daemon() -> None:
    """A subject can be had in a worker process, too."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    worker = context.Process(target=call_from_a_worker, args=(there,), daemon=True)
    worker.start()
    assert here.poll(60)
    np.testing.assert_allclose(here.recv(), VALUES)
    worker.join()
    assert worker.exitcode == 0


@pytest.mark.parametrize("how", ["stdin", "-c", "file without guard"])
def test_any_main_module(how: str, tmp_path: Path) -> None:
    """It does not matter what the user's program is, and it is not run again."""
    code = (
        "from symeig.numeric.subjects import IsolatedSubject\nfrom symeig.numeric.targets import Target\n"
        "import numpy\n"
        "print('once')\n"
        "subject = IsolatedSubject(Target.parse('numpy.linalg:eigvalsh'), 'eigvalsh')\n"
        "print(subject.call(numpy.eye(2)).values)\n"
    )
    file = tmp_path / "program.py"
    file.write_text(code)
    arguments = {"stdin": ["-"], "-c": ["-c", code], "file without guard": [str(file)]}[how]
    done = subprocess.run([sys.executable, *arguments], input=code, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("once\n[1. 1.]\n", "")


def test_standard_input_is_the_parents() -> None:
    """What the user's program reads is not taken away by the routine."""
    code = (
        "import numpy, sys\n"
        "from symeig.numeric.subjects import IsolatedSubject\nfrom symeig.numeric.targets import Target\n"
        f"IsolatedSubject(Target.parse({FILE + ':reads'!r}), 'eigvalsh').call(numpy.eye(2)).values\n"
        "print(sys.stdin.read())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input="text", capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("text\n", "")


@on_unix
def test_ctrl_c_is_for_the_parent() -> None:
    """The signal that a terminal sends to all processes does not end the one of the routine."""
    with isolated("process_as_values", "eigvals") as subject:
        pid = pid_of(subject)
        os.kill(pid, signal.SIGINT)
        assert subject.call(SYMMETRIC).values.tolist() == [pid]
