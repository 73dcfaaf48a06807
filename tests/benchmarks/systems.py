"""The systems that are compared: how each is found, started, given its matrices, and stopped."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median

from tests.benchmarks.matrices import Row

__all__ = ["LIMIT", "SYMEIG", "SYSTEMS", "Outcome", "System"]

HERE = Path(__file__).parent

# Seconds that a solve may take, and seconds that a session may take to start.
LIMIT, START = 20, 5


@dataclass(frozen=True)
class Outcome:
    """What came out for one system and one row: a time, or the reason why there is none."""

    seconds: float | None = None
    reason: str = ""
    version: str = ""

    @property
    def at_least(self) -> float | None:
        """A lower bound for the time, where there is any."""
        return LIMIT if self.reason == f"> {LIMIT}" else self.seconds

    def __str__(self) -> str:
        return self.reason if self.seconds is None else f"{self.seconds:.2g}"


@dataclass(frozen=True)
class System:
    """A system in a session of its own.

    Attributes:
        name: As in the table.
        command: What starts a session; empty where it is not installed.
        tasks: What it can do.
        script: Makes the text that the session reads.
    """

    name: str
    command: Sequence[str]
    tasks: tuple[str, ...]
    script: Callable[[Row], str]

    def measure(self, row: Row) -> Outcome:
        """The median time over the matrices of a row, as the session itself took it."""
        if row.task not in self.tasks:
            return Outcome(reason="–")
        if not self.command:
            return Outcome(reason="not installed")
        output, ended = _session(self.command, self.script(row))
        told = [tuple(line.split(maxsplit=1)) for line in output.splitlines() if line.strip()]
        version = next((rest[0] for word, *rest in told if word == "version"), "")
        times = [float(rest[0]) for word, *rest in told if word == "seconds"]
        if any(word == "fails" for word, *_ in told):
            return Outcome(reason="fails", version=version)
        if times and max(times) <= LIMIT:
            return Outcome(median(times), version=version)
        if times or not ended:
            return Outcome(reason=f"> {LIMIT}", version=version)
        return Outcome(reason="fails" if version else "not installed", version=version)


def _session(command: Sequence[str], text: str) -> tuple[str, bool]:
    """What a session printed, and whether it ended by itself; one that takes too long is killed."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )
    try:
        return process.communicate(text, timeout=LIMIT + START)[0], True
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0], False


def _python(name: str) -> Callable[[Row], str]:
    return lambda row: json.dumps({"system": name, "task": row.task, "matrices": row.matrices, "limit": LIMIT})


def _gp(row: Row) -> str:
    literals = ["[" + "; ".join(", ".join(map(str, r)) for r in A) + "]" for A in row.matrices]
    return (HERE / "session.gp").read_text() + "".join(f"report({A})\n" for A in literals)


def _maxima(row: Row) -> str:
    literals = [f"matrix({', '.join(map(str, A))})" for A in row.matrices]
    return (HERE / "session.mac").read_text() + "".join(f"report({row.task}_of, {A})$\n" for A in literals)


def _found(variable: str, default: str, *options: str) -> tuple[str, ...]:
    """The command named by an environment variable, or found on PATH; empty where there is none."""
    command = shlex.split(os.environ.get(variable) or default)
    return (*command, *options) if which(command[0]) else ()


SESSION = str(HERE / "session.py")
ALL = ("eigenvectors", "jordan", "chains")

SYMEIG = System("symeig", (sys.executable, SESSION), ALL, _python("symeig"))
SYSTEMS = (
    System("SymPy", (sys.executable, SESSION), ALL, _python("SymPy")),
    System("Sage", _found("SAGE_PYTHON", "sage -python", SESSION), ALL, _python("Sage")),
    System("PARI", _found("GP", "gp", "-q", "-f"), ("eigenvectors",), _gp),
    System("Maxima", _found("MAXIMA", "maxima", "--very-quiet"), ALL, _maxima),
    System("Calcium", (sys.executable, SESSION), ALL, _python("Calcium")),
)
