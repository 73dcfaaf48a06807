"""nbgrader: the points of a cell, and nbgrader itself with the cells that its page shows."""

from __future__ import annotations

import json
import warnings
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from symeig import check
from symeig.graders.nbgrader import points
from tests.graders.grader_tools import blocks, require_package, rows, run_python

# A course with one assignment, which one student submits: a pair of cells for each answer.
GRADE = """
import json
from pathlib import Path
import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

given = json.load(open("given.json"))

def cell(source, name, **more):
    return new_code_cell(source, metadata={"nbgrader": {"schema_version": 3, "task": False, "grade_id": name, **more}})

def write(path, answers):
    cells = []
    for k, answer in enumerate(answers):
        cells.append(cell(answer, f"answer{k}", grade=False, solution=True, locked=False))
        cells.append(cell(given["test"], f"test{k}", grade=True, solution=False, locked=True, points=3))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True)
    nbformat.write(new_notebook(cells=cells, metadata=kernel), path)

write(Path("source/ps1/p1.ipynb"), [given["solution"]] * len(given["answers"]))
write(Path("submitted/student/ps1/p1.ipynb"), given["answers"])
config = Config()
config.CourseDirectory.root = str(Path.cwd())
grader = NbGraderAPI(config=config)
assert grader.generate_assignment("ps1")["success"]
assert grader.autograde("ps1", "student")["success"]
with Gradebook("sqlite:///gradebook.db") as book:
    notebook = book.find_submission_notebook("p1", "ps1", "student")
    found = {grade.cell.name: grade.score for grade in notebook.grades}
graded = nbformat.read("autograded/student/ps1/p1.ipynb", 4)
tests = [cell for cell in graded.cells if "test" in cell.metadata.nbgrader.grade_id]
printed = ["".join(output.get("text", "") for output in cell.outputs) for cell in tests]
print("RESULT", json.dumps([[found[f"test{k}"], text] for k, text in enumerate(printed)]))
"""


def test_page(tmp_path: Path) -> None:
    """Each row of the page's table is what nbgrader makes of that answer."""
    require_package("nbgrader", "nbgrader")
    solution, test = blocks("nbgrader", "python")
    table = rows("nbgrader")
    answers = [f"values = {answer}" for answer, _, _ in table]
    (tmp_path / "given.json").write_text(
        json.dumps({"solution": solution, "test": test, "answers": answers}), encoding="utf-8"
    )
    (line,) = (line for line in run_python(GRADE, tmp_path).splitlines() if line.startswith("RESULT"))
    found = json.loads(line.removeprefix("RESULT"))
    assert [score for score, _ in found] == [float(score) for _, score, _ in table]
    for (_, printed), (_, _, words) in zip(found, table, strict=True):
        assert printed.startswith(words)


ANSWERS: dict[str, Any] = {
    "right": "5, 2",
    "half": "5",
    "wrong": "-5, -2",
    "unreadable": "5, (2",
    "none": None,
    "an object": object(),
    "huge": 10**10_000,
    "no number": float("nan"),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_every_answer_has_points(answer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """A number between nothing and all, feedback on standard output, and nothing on standard error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        earned = points(check([[4, 1], [2, 3]], "eigenvalues", answer), of=3)
    assert isinstance(earned, float)
    assert 0 <= earned <= 3
    out, err = capsys.readouterr()
    assert (out != "", err) == (True, "")


@pytest.mark.parametrize("of", [3, 2.5, Fraction(5, 2)], ids=repr)
def test_all_points_are_what_the_cell_has(of: Any) -> None:
    """A hair more than that would be an error of nbgrader's."""
    assert points(check([[4, 1], [2, 3]], "eigenvalues", "5, 2"), of=of) == float(of)
