"""No example in README or docs goes unrun: this finds those that no test would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").rglob("*.md") if "gallery" not in p.parts)]

# Pages whose Python is not typed at a prompt, and the tests that run it.
RUN_BY = {
    "nbgrader.md": "tests/graders/test_nbgrader.py",
    "otter.md": "tests/graders/test_otter.py",
    "prairielearn.md": "tests/graders/test_grader_pages.py",
}

FENCE = re.compile(r"^ *```(\w*)[^\n]*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
INDENTED = re.compile(r"(?<=\n\n)((?: {4}.*\n|\n)+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_is_run(page: Path) -> None:
    """Python stands at a prompt, where doctest finds it; commands are in `console` blocks, which are run."""
    text = page.read_text(encoding="utf-8")
    for language, block in FENCE.findall(text):
        assert language in {"console", "html", "json", "python", "text", "yaml", ""}, language
        if language == "python" and page.name not in RUN_BY:
            assert block.lstrip().startswith(">>>"), block
    for block in INDENTED.findall(FENCE.sub("", text)):
        first = block.lstrip()
        assert not first.startswith(("import ", "from ", "symeig ")), block
        assert not first.startswith("$ "), block


@pytest.mark.parametrize(("page", "test"), RUN_BY.items(), ids=list(RUN_BY))
def test_tests_of_pages_exist(page: str, test: str) -> None:
    """What is said to run the other pages is there, and reads them."""
    assert f'blocks("{page.removesuffix(".md")}", "python")' in (ROOT / test).read_text(encoding="utf-8")
