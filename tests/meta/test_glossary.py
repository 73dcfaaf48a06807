"""The Vietnamese terms of the glossary are those that symeig says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "glossary.md"
WORDS = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "symeig").rglob("languages/vi.ftl")).lower()

# The rows of each table: English, Vietnamese, and the two definitions.
TABLES = [
    [
        tuple(cell.strip() for cell in row.strip("|").split("|"))
        for row in re.findall(r"^\| (?!--- |English).+\|$", part, re.MULTILINE)
    ]
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
]
ROWS = [row for table in TABLES for row in table]


def is_said(term: str) -> bool:
    """Whether a term stands in the Vietnamese words of any room, as whole syllables."""
    return re.search(rf"(?<!\w){re.escape(term.lower())}(?!\w)", WORDS) is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_vietnamese_terms_are_used(row: tuple[str, ...]) -> None:
    """Each term is used in a catalogue of words, or has a star and is not."""
    for term in row[1].split(", "):
        assert is_said(term.removesuffix("\\*")) != term.endswith("\\*"), term


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_definitions(row: tuple[str, ...]) -> None:
    """Each term has a definition in both languages, one sentence each."""
    assert len(row) == 4
    assert all(text[-1] == "." and "." not in text[:-1] for text in row[2:])


def test_order() -> None:
    """Terms stand in alphabetical order, and none stands twice."""
    for table in TABLES:
        names = [row[0].casefold() for row in table]
        assert names == sorted(names)
    assert len({row[0] for row in ROWS}) == len(ROWS)
    assert 45 <= len(ROWS) <= 75


@pytest.mark.parametrize(
    ("room", "said", "unsaid"),
    [
        ("worked", ["trực giao", "vector không"], ["vuông góc", "vector 0"]),
        ("answers", ["trực giao", "vuông góc", "vector 0"], ["vector không"]),
    ],
)
def test_two_words(room: str, said: list[str], unsaid: list[str]) -> None:
    """The last section says truly which room says which of two words."""
    words = (ROOT / "symeig" / room / "languages" / "vi.ftl").read_text(encoding="utf-8").lower()
    found = {word: re.search(rf"(?<!\w){word}(?!\w)", words) is not None for word in (*said, *unsaid)}
    assert found == {**dict.fromkeys(said, True), **dict.fromkeys(unsaid, False)}


@pytest.mark.parametrize("word", ["hàng", "ma trận chéo", "hình tròn", "cỡ của các khối", "cỡ các khối"])
def test_words_of_other_books(word: str) -> None:
    """No room says the words that the last section leaves to other books."""
    # "Ma trận chéo hóa được" is a matrix that is diagonalizable.
    assert not re.search(rf"(?<!\w){word}(?!\w| hóa)", WORDS)
