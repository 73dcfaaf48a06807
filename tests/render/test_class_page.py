"""A browser shows summaries of classes and verdicts, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from symeig import check
from symeig.answers.batch.render.html import render
from symeig.answers.batch.summary import VERDICTS
from symeig.answers.render.html import to_html
from tests.render.browser import SCHEMES, check_accessibility, check_pictures, check_widths, contrasts
from tests.unit.answers.test_class_summary import FOUND, MANY

pytestmark = pytest.mark.slow

LONG = {"P": "[[" + ", ".join(["1234567890"] * 60) + "]]", "D": "1"}
PAGES = {
    "class": render(FOUND, "en"),
    "class-vi": render(FOUND, "vi"),
    "hostile": render(MANY, "vi"),
    "nobody": render([], "en"),
    "verdict": to_html(check("4 1; 2 3", "eigenvalues", "7, 10", hints="full"), "en", marks=True),
    "unreadable": to_html(check("4 1; 2 3", "diagonalize", LONG), "en"),
}
each_page = pytest.mark.parametrize("name", PAGES)
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


@each_page
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On any screen."""
    check_widths(PAGES[name], tmp_path)


@pytest.mark.parametrize("name", ["class", "class-vi", "hostile"])
def test_pictures_can_be_read(name: str, tmp_path: Path) -> None:
    """On any screen, whatever students and questions are called."""
    check_pictures(PAGES[name], tmp_path)


@each_scheme
@each_page
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """In light and in dark colours."""
    check_accessibility(PAGES[name], scheme, tmp_path)


@each_scheme
def test_bars_can_be_told_from_the_page(scheme: str, tmp_path: Path) -> None:
    """They have a contrast of at least 3 to it, in light and in dark colours."""
    bars = [(f"svg.picture rect.{kind}", "fill") for kind in (*VERDICTS, "mistake")]
    assert min(contrasts(PAGES["class"], bars, scheme, tmp_path)) >= 3
