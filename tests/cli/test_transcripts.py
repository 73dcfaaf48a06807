"""README and docs show what the commands in them really print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def transcripts(page: Path) -> list[tuple[str, str]]:
    """The (command, output) pairs of a page's console blocks; a block goes on where the one before ended."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


# What runs under this Python, and how; of the system's own commands a page has ls alone.
RUN = {"symeig": ["-m", "symeig"], "python": [], "pytest": ["-m", "pytest", "-p", "no:cacheprovider"]}

SHOWING = [page for page in PAGES if transcripts(page)]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """The commands of a page, run for real one after the other, print exactly the lines under them.

    A line "…" stands for lines left out. `cat FILE` shows a file that the commands after it need, and makes it here.
    How long pytest took does not count.
    """
    # A file that is made twice in one second must not be taken for its own bytecode.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    for command, output in transcripts(page):
        name, *arguments = shlex.split(command)
        assert name in {*RUN, "ls", "cat"}
        if name == "cat":
            (tmp_path / arguments[0]).write_text(output, encoding="utf-8")
            continue
        argv = [sys.executable, *RUN[name], *arguments] if name in RUN else [name, *arguments]
        done = subprocess.run(
            argv, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        printed, shown = _lines(done.stdout + done.stderr), _lines(output)
        assert _agree(printed, shown), "\n".join([command, *printed])


def _lines(text: str) -> list[str]:
    """The lines of a text, without spaces at their ends and without the seconds that pytest took."""
    return [re.sub(r" in [\d.]+s(?: \([\d:]+\))?$", "", x.rstrip()) for x in text.strip().splitlines()]


def _agree(printed: list[str], shown: list[str]) -> bool:
    """Whether the shown lines are the printed ones, but for those in the place of a line "…"."""
    if "…" not in shown:
        return printed == shown
    k = shown.index("…")
    rest = shown[k + 1 :]
    return printed[:k] == shown[:k] and any(_agree(printed[i:], rest) for i in range(k, len(printed) + 1))


def test_readme_has_the_two_set_up_commands() -> None:
    """The two commands that a newcomer pastes stand in the README word for word."""
    text = README.read_text(encoding="utf-8")
    assert 'python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/symeig solve "2 1; 2 3"' in text
    assert 'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/pytest' in text
    assert len(text.splitlines()) <= 150
