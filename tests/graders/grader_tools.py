"""What tests of graders share: the examples on their pages, and the packages that they are run with."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

__all__ = ["blocks", "require_package", "rows", "run_python"]

PAGES = Path(__file__).parents[2] / "docs" / "how-to"


def page(name: str) -> str:
    """The text of a page."""
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The examples in a language on a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", page(name), flags=re.DOTALL | re.MULTILINE)


def rows(name: str) -> list[list[str]]:
    """The cells of the rows of the page's one table, without its head."""
    lines = [line.strip("|").split("|") for line in page(name).splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line] for line in lines[2:]]


def require_package(module: str, package: str) -> None:
    """Ends the test where a package is missing; it must not be in continuous integration."""
    if find_spec(module) is None:
        reason = f"{package} is missing; pip install -e '.[dev]' brings it."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def run_python(script: str, folder: Path) -> str:
    """What a script prints, run in a folder by a Python of its own: foreign packages have warnings of their own."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(PAGES.parents[1]), os.environ.get("PYTHONPATH", "")]),
        "PYTHONWARNINGS": "ignore",
        # nbgrader calls alembic by its name; in an environment that is not activated it would not find it.
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
