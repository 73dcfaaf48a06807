"""Otter-Grader itself runs the test file that its page shows."""

from __future__ import annotations

import json
from pathlib import Path

from tests.graders.grader_tools import blocks, require_package, run_python

GRADE = """
import json
import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from otter.api import grade_submission
from otter.generate import main as generate

cells = json.load(open("cells.json"))
kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata=kernel), "homework.ipynb")
generate(tests_dir="tests", output_path="autograder.zip", no_environment=True)
results = grade_submission("homework.ipynb", "autograder.zip", quiet=True)
cases = results.results["q1"].test_case_results
print("RESULT", json.dumps([[case.passed, case.message] for case in cases] + [results.total]))
"""


def test_page(tmp_path: Path) -> None:
    """The answers of the page earn the points that it says, with the words that it shows."""
    require_package("otter", "otter-grader")
    test, answers = blocks("otter", "python")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "q1.py").write_text(test, encoding="utf-8")
    cells = ["import otter\ngrader = otter.Notebook()", answers, 'grader.check("q1")']
    (tmp_path / "cells.json").write_text(json.dumps(cells), encoding="utf-8")
    (line,) = (line for line in run_python(GRADE, tmp_path).splitlines() if line.startswith("RESULT"))
    (right, _), (wrong, message), total = json.loads(line.removeprefix("RESULT"))
    assert (right, wrong, total) == (True, False, 1)
    (shown,) = blocks("otter", "text")
    assert shown.strip() in message
