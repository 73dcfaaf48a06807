"""The README shows what its commands really print."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def transcripts() -> list[tuple[str, str]]:
    """The (command, output) pairs of the README's console blocks."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("symeig "):
                found.append((command, output))
    return found


def test_readme_shows_commands() -> None:
    """The README has at least three commands with their output."""
    assert len(transcripts()) >= 3


@pytest.mark.parametrize(("command", "output"), transcripts(), ids=[c for c, _ in transcripts()])
def test_command_prints_what_the_readme_shows(
    command: str, output: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A command of the README, run for real, prints exactly the lines under it."""
    folder = tmp_path_factory.getbasetemp() / "readme"
    folder.mkdir(exist_ok=True)
    arguments = [sys.executable, "-m", "symeig", *shlex.split(command)[1:]]
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    printed = done.stdout + done.stderr
    assert [x.rstrip() for x in printed.strip().splitlines()] == [x.rstrip() for x in output.strip().splitlines()]


def test_readme_has_the_two_set_up_commands() -> None:
    """The two commands that a newcomer pastes stand in the README word for word."""
    assert 'python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/symeig solve "2 1; 2 3"' in README
    assert 'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/pytest' in README
    assert len(README.splitlines()) <= 120
