"""A browser shows reports of verifications, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from symeig.numeric.render.html import fragment, render
from tests.render.browser import (
    SCHEMES,
    SCREENS,
    check_accessibility,
    check_pictures,
    check_widths,
    contrasts,
    framed,
    shown,
    violations,
)
from tests.unit.numeric.reports import REPORTS

pytestmark = pytest.mark.slow
each_report = pytest.mark.parametrize("name", REPORTS)

# A page of a notebook, in which a report is a part.
NOTEBOOK = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Notebook</title>
<style>body {{ background: #fff; color: #111; margin: 8px }}</style></head>
<body><main><h1>Notebook</h1>{}</main></body></html>"""


@each_report
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On any screen."""
    check_widths(render(REPORTS[name]), tmp_path)


@each_report
def test_fragment_stays_in_its_page(name: str, tmp_path: Path) -> None:
    """In the page of a notebook a report is no wider than that page."""
    page = NOTEBOOK.format(fragment(REPORTS[name]))
    script = "page.documentElement.scrollWidth"
    assert shown(framed(page, SCREENS, script), tmp_path) == SCREENS


@each_report
def test_pictures_can_be_read(name: str, tmp_path: Path) -> None:
    """On any screen."""
    check_pictures(render(REPORTS[name]), tmp_path)


@pytest.mark.parametrize("scheme", SCHEMES)
@each_report
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """In light and in dark colours."""
    check_accessibility(render(REPORTS[name]), scheme, tmp_path)


def test_fragment_is_accessible(tmp_path: Path) -> None:
    """So it is as a part of a notebook's page."""
    assert violations(NOTEBOOK.format(fragment(REPORTS["mixed"])), tmp_path) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_can_be_told_from_the_page(scheme: str, tmp_path: Path) -> None:
    """Crosses, dots and circles have a contrast of at least 3 to the page, in light and in dark colours."""
    kinds = {"exact": "stroke", "returned": "fill", "disc": "stroke"}
    marks = [(f"svg.picture .{kind}", colour) for kind, colour in kinds.items()]
    assert min(contrasts(render(REPORTS["undone"]), marks, scheme, tmp_path)) >= 3
