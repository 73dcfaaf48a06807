"""Reports of verifications word for word, as text, as JUnit XML and as a test file.

The files in `verification/` are the expected outputs. After a change that is meant, write them anew and read the diff:

    SYMEIG_UPDATE_SNAPSHOTS=1 pytest tests/snapshots
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from symeig.numeric.render import junit, regression, text
from symeig.numeric.report import Report
from tests.unit.numeric.reports import REPORTS

HERE = Path(__file__).parent / "verification"

# A test file ends with .txt here, so that nobody runs it.
FORMS: dict[str, Callable[[Report], str]] = {
    "txt": text.render,
    "narrow.txt": lambda report: text.render(report, width=44),
    "xml": junit.render,
    "py.txt": regression.render,
}
FILES = [(name, suffix) for name in REPORTS for suffix in FORMS]


@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_report_is_the_stored_one(name: str, suffix: str) -> None:
    """A report is written exactly as it is stored."""
    found = FORMS[suffix](REPORTS[name])
    stored = HERE / f"{name}.{suffix}"
    if os.environ.get("SYMEIG_UPDATE_SNAPSHOTS"):
        stored.write_text(found, encoding="utf-8")
    assert found == stored.read_text(encoding="utf-8")


def test_every_stored_file_is_tested() -> None:
    """No file is left over from a report that is gone."""
    assert {p.name for p in HERE.iterdir()} == {f"{name}.{suffix}" for name, suffix in FILES}
