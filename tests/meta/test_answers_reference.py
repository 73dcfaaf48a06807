"""The page of questions, policies and mistakes is what the code says today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from symeig import check
from symeig.answers.questions import KINDS
from tests.scripts import loaded

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.fixture(name="maker")
def its_maker() -> Any:
    """The module that makes the page."""
    return loaded(REFERENCE / "make_answers.py")


def test_the_page_is_up_to_date(maker: Any) -> None:
    """The page is what `docs/reference/make_answers.py` writes."""
    assert (REFERENCE / "answers.md").read_text(encoding="utf-8") == maker.page()


def test_answers_in_it_are_right(maker: Any) -> None:
    """There are some to every kind of question."""
    assert [example.question.kind for example in maker.EXAMPLES] == list(KINDS)
    for example in maker.EXAMPLES:
        for answer in example.answers:
            assert check(example.matrix, example.question, answer).verdict == "correct", answer
