"""The table of the lessons is what their tests say."""

from __future__ import annotations

import re
from collections import Counter

from tests.lessons.rows import Row
from tests.lessons.table import LESSONS, PAGE, each_test, page


def test_table_is_up_to_date() -> None:
    """The page is what `python -m tests.lessons.table` writes."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_test_has_its_row() -> None:
    """Each test says what it reproduces, and no two say the same."""
    rows = [test.shows for lesson, *_ in LESSONS for test in each_test(lesson)]
    assert all(isinstance(row, Row) for row in rows)
    assert max(Counter(rows).values()) == 1


def test_nothing_is_left_out() -> None:
    """The first lesson has four figures and three exercises, numbers are those printed, slips are corrected."""
    first, second = ([test.shows for test in each_test(lesson)] for lesson, *_ in LESSONS)
    kinds = Counter(row.kind for row in first)
    assert (kinds["figure"], kinds["exercise"]) == (4, 3)
    printed = " ".join(row.what for row in first + second)
    numbers = {"1.974459321485074", "0.8786205280381857", "9.08033648", "131.50125784630401", "0.70710678", "110.25"}
    assert numbers <= set(re.findall(r"\d+\.\d+", printed))
    assert "is not defective" in " ".join(row.corrected for row in first + second)
    assert any("≥ 0" in row.corrected for row in second)
