"""The notebooks in the docs are the tutorials, and run from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.scripts import loaded

NOTEBOOKS = Path(__file__).parents[2] / "docs" / "notebooks"

# Times, with the lines around them; where things are in memory and on the disk; versions.
PASSING = re.compile(
    r"={5,}|\d+\.\d+ ?s\b(?: \([\d:]+\))?|0x[0-9a-f]+|/tmp/\S+|(?:platform|plugins:|rootdir:) .*"
    r"|[\d.]+(?= with \d Axes)"
)

# What looks for faults with examples of its own.
SEARCHING = ("!symeig verify", "!pytest")


make = loaded(NOTEBOOKS / "make_notebooks.py")
each_page = pytest.mark.parametrize("page", make.pages(), ids=lambda page: page.stem)


def test_every_tutorial_has_a_notebook() -> None:
    """There is one for each, and no other."""
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == {page.stem for page in make.pages()}


@each_page
def test_cells_are_those_of_the_page(page: Path) -> None:
    """The notebook is what `docs/notebooks/make_notebooks.py` makes of the tutorial."""
    stored = nbformat.read(NOTEBOOKS / f"{page.stem}.ipynb", as_version=4)
    nbformat.validate(stored)
    assert [(cell.cell_type, cell.source) for cell in stored.cells] == [
        (cell.cell_type, cell.source) for cell in make.notebook(page).cells
    ]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@each_page
def test_runs_from_top_to_bottom(page: Path) -> None:
    """Nothing fails but what is meant to, and what is printed as text is what the stored one shows."""
    found = make.executed(make.notebook(page))
    stored = nbformat.read(NOTEBOOKS / f"{page.stem}.ipynb", as_version=4)
    for ours, theirs in zip(_shown(found), _shown(stored), strict=True):
        assert ours == theirs


def _shown(notebook: Any) -> Iterator[tuple[str, list[str], list[str]]]:
    """The cells of code, with the lines that they print, and the kinds of what they show."""
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        printed = "".join(out.text for out in cell.outputs if out.output_type == "stream")
        results = [out.data for out in cell.outputs if "data" in out]
        errors = [out.ename for out in cell.outputs if out.output_type == "error"]
        words = PASSING.sub("…", "\n".join([printed, *(data.get("text/plain", "") for data in results), *errors]))
        lines = words.splitlines()
        if cell.source.startswith(SEARCHING):
            # Which example is found first differs between machines; whether there is one does not.
            lines = lines[:1]
        yield cell.source, lines, sorted(kind for data in results for kind in data)
