"""Every source that is cited is in the bibliography, and every one in it is cited where it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "bibliography.md"
KEY = r"\[[A-Z][A-Za-z]*\d\d\]"

# Modules whose references are to pages of symeig itself.
OWN = {"symeig/answers/words.py"}


class Entry(NamedTuple):
    """A row of the page."""

    key: str
    source: str
    use: str
    places: tuple[str, ...]

    @property
    def name(self) -> str:
        """The surname of the first author, or the name of a thing."""
        return re.split(r"[,:]", self.source)[0]


def entries() -> list[Entry]:
    """The rows of all tables."""
    found = []
    for row in re.findall(r"^\| (\[\w+\] \|.+) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE):
        key, source, use, places = row.split(" | ")
        paths = re.findall(r"`([^`]+)`", places)
        found.append(Entry(key, source, use, tuple(p if p.startswith("docs/") else f"symeig/{p}" for p in paths)))
    return found


ENTRIES = entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_each_is_cited_where_it_says(entry: Entry) -> None:
    """Each file that is named has the key, or the name of the first author."""
    assert entry.places
    for place in entry.places:
        text = (ROOT / place).read_text(encoding="utf-8")
        assert entry.key in text or re.search(rf"\b{re.escape(entry.name)}\b", text), place


def test_every_key_is_there() -> None:
    """What is cited by its key has an entry, which names the file."""
    pages = [path for path in (ROOT / "docs").rglob("*.md") if path != PAGE]
    cited = {
        (key, path.relative_to(ROOT).as_posix())
        for path in [*(ROOT / "symeig").rglob("*.py"), *pages]
        for key in re.findall(KEY, path.read_text(encoding="utf-8"))
    }
    assert cited <= {(entry.key, place) for entry in ENTRIES for place in entry.places}


def test_every_list_of_references_is_there() -> None:
    """Each module with references is named by some entry."""
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "symeig").rglob("*.py")
        if re.search(r"^ *References:$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }
    assert modules - OWN <= {place for entry in ENTRIES for place in entry.places}


def test_keys() -> None:
    """Each key stands once, and each table is sorted."""
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)
    for table in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        keys = re.findall(r"^\| \[(\w+)\]", table, flags=re.MULTILINE)
        assert keys == sorted(keys, key=str.casefold)
