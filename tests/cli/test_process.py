"""The command as a real process: Ctrl-C, time limits, pipes, and what is shown at a terminal."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from click.testing import CliRunner

from symeig.cli import main, worker

# Minutes of work: a 9×9 matrix of independent parameters.
LONG = "; ".join(" ".join(f"x{9 * i + j}" for j in range(9)) for i in range(9))
SYMEIG = [sys.executable, "-m", "symeig"]
PATIENCE = 30.0


class Terminal:
    """A process whose standard streams are a terminal of 80 columns."""

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self.process = process
        self.screen = screen
        self.text = ""
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def read(self, until: str | None = None) -> str:
        """What has been shown so far: up to a pattern, or to the end."""
        deadline = time.monotonic() + PATIENCE
        while (until is None or not re.search(until, self.text)) and time.monotonic() < deadline:
            if not select.select([self.screen], [], [], 0.1)[0]:
                continue
            try:
                self.text += self._decoder.decode(os.read(self.screen, 65536))
            except OSError:  # Linux: nobody has the terminal open any more
                break
        return self.text

    def press(self, key: bytes) -> None:
        """Type a key."""
        os.write(self.screen, key)


@contextmanager
def terminal(*arguments: str, **env: str) -> Iterator[Terminal]:
    """Run the command at a terminal of its own."""
    screen, inside = pty.openpty()
    termios.tcsetwinsize(inside, (40, 80))
    process = subprocess.Popen(
        [*SYMEIG, *arguments],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=os.environ | {"TERM": "xterm-256color", "NO_COLOR": ""} | env,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  (the child only execs)
    )
    os.close(inside)
    try:
        yield Terminal(process, screen)
    finally:
        process.kill()
        process.wait()
        os.close(screen)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    listing = subprocess.run(
        [which("ps") or "ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(x) for x in listing.stdout.split()]


def wait_for_worker(pid: int) -> int:
    """The worker of a process, once there is one."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = children(pid)
        if found:
            return found[0]
        time.sleep(0.02)
    raise AssertionError


def is_gone(pid: int) -> bool:
    """Whether a process ends within a while."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.slow
def test_ctrl_c_at_a_terminal(tmp_path: Path) -> None:
    """Long work shows how long it has been going on, and Ctrl-C ends it: one word, status 130, nothing half-written."""
    with terminal("solve", "--brief", LONG, "--output", str(tmp_path / "result.txt")) as screen:
        assert "Working for" in screen.read(until="Working for 1 s")
        pid = wait_for_worker(screen.process.pid)
        screen.press(b"\x03")
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 130
        assert is_gone(pid)
    assert "Interrupted." in text
    assert "Traceback" not in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"])
def test_signals_end_the_worker_too(number: signal.Signals, status: int) -> None:
    """A signal to the process alone, or to the whole group, leaves no worker behind."""
    process = subprocess.Popen(
        [*SYMEIG, "solve", "--brief", LONG],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    pid = wait_for_worker(process.pid)
    os.killpg(process.pid, number) if number == signal.SIGINT else os.kill(process.pid, number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (status, "")
    assert err == ("Interrupted.\n" if number == signal.SIGINT else "")
    assert is_gone(pid)


def test_interrupted_while_a_worker_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the worst moment, when the worker has just been started, ends the worker too."""

    def interrupt(_: Any) -> None:
        if multiprocessing.parent_process() is None:
            raise KeyboardInterrupt

    monkeypatch.setattr(worker, "_release_signals", interrupt)
    with pytest.raises(KeyboardInterrupt), worker.Pool() as pool:
        pool.run(worker.Job("sleep", (PATIENCE,), module="time"))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, worker.ENDING)
    assert multiprocessing.active_children() == []


@pytest.mark.slow
def test_a_hangup_is_ignored_where_the_user_wants_it() -> None:
    """Under `nohup` a closed terminal does not end the work."""
    process = subprocess.Popen(
        ["nohup", *SYMEIG, "solve", "--brief", LONG],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    pid = wait_for_worker(process.pid)
    os.killpg(process.pid, signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.terminate()
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 143
    assert is_gone(pid)


@pytest.mark.slow
def test_worker_does_not_outlive_a_killed_parent() -> None:
    """Even a parent that is killed leaves nobody working."""
    process = subprocess.Popen(
        [*SYMEIG, "solve", "--brief", LONG], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    pid = wait_for_worker(process.pid)
    process.kill()
    process.wait(PATIENCE)
    assert is_gone(pid)


@pytest.mark.slow
def test_time_limit(tmp_path: Path) -> None:
    """--timeout ends the work with one sentence and status 2."""
    arguments = [*SYMEIG, "solve", "--brief", LONG, "--timeout", "1", "--output", str(tmp_path / "result.txt")]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: The work took longer than 1 seconds")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_time_limit_that_is_not_reached() -> None:
    """A time limit changes nothing where the work is quick."""
    arguments = [*SYMEIG, "solve", "--brief", "2 1; 2 3", "--timeout", "60"]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_a_reader_that_leaves() -> None:
    """A closed pipe is no error to speak of."""
    process = subprocess.Popen(
        [*SYMEIG, "solve", "--brief", "2 1; 2 3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(PATIENCE)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk() -> None:
    """Output that cannot be written is one sentence."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*SYMEIG, "solve", "--brief", "2 1; 2 3"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("Error: The output cannot be written: No space left")


@pytest.mark.slow
def test_colours_at_a_terminal() -> None:
    """Headings are coloured at a terminal."""
    with terminal("solve", "--brief", "2 1; 2 3") as screen:
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 0
    assert re.search(r"\x1b\[[0-9;]+mCharacteristic polynomial\x1b\[0m", text)


@pytest.mark.slow
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb terminal"])
def test_no_colours_where_they_are_not_wanted(env: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal are respected."""
    with terminal("solve", "--brief", "2 1; 2 3", **env) as screen:
        text = screen.read()
        assert screen.process.wait(PATIENCE) == 0
    assert "Characteristic polynomial" in text
    assert not re.search(r"\x1b\[[0-9;]*m", text)


@pytest.mark.slow
@pytest.mark.parametrize("options", [["--brief"], ["--language", "vi"], ["--brief", "--language", "vi"]], ids=" ".join)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_output_in_an_encoding_without_the_signs(encoding: str, options: list[str]) -> None:
    """An encoding that lacks signs or letters, even the Vietnamese one of Windows, does not end in a traceback."""
    arguments = ["solve", "2 1; 2 3", *options]
    env = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run([*SYMEIG, *arguments], capture_output=True, env=env, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    assert text == CliRunner().invoke(main, arguments).stdout
    assert ("Trị riêng" if "vi" in options else "λ² − 5λ + 4") in text
