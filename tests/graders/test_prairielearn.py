"""PrairieLearn: what server.py fills in, and what the external grader writes, by PrairieLearn's own rules."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from symeig.answers.exercises import Exercise
from symeig.errors import InputError
from symeig.graders import prairielearn
from symeig.graders.prairielearn_inputs import answers, plain

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "prairielearn.schema.json").read_text(encoding="utf-8"))

A = [[4, 1], [2, 3]]
VALUES = {"q": {"matrix": A, "question": "eigenvalues"}}
PARTS = {"q": {"matrix": A, "question": "diagonalize", "marks": 3}}

# What each phase may change, from PrairieLearn's internal/check_data.py.
EDITED = {
    "parse": {"params", "correct_answers", "submitted_answers", "format_errors", "feedback"},
    "grade": {
        "params",
        "correct_answers",
        "submitted_answers",
        "format_errors",
        "partial_scores",
        "score",
        "feedback",
    },
}
# What each phase is given, from the same file.
GIVEN: dict[str, dict[str, Any]] = {
    "parse": {"format_errors": {}, "feedback": {}, "gradable": True},
    "grade": {"format_errors": {}, "feedback": {}, "gradable": True, "partial_scores": {}, "score": 0},
}


def phase(name: str, exercises: dict[str, Any], submitted: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The data after a phase, which may have changed nothing but what belongs to it, and left JSON."""
    data = {
        "params": {},
        "correct_answers": {},
        "variant_seed": 1,
        "options": {},
        "raw_submitted_answers": {},
        "submitted_answers": submitted,
        **deepcopy(GIVEN[name]),
        **more,
    }
    before = deepcopy(data)
    assert getattr(prairielearn, name)(data, exercises) is None
    assert data.keys() == before.keys()
    assert {key for key in data if data[key] != before[key]} <= EDITED[name]
    assert json.loads(json.dumps(data)) == data
    return data


@pytest.mark.parametrize("name", ["parse", "grade"])
def test_what_cannot_be_read_uses_up_no_attempt(name: str) -> None:
    """It is a format error, in HTML that shows the place."""
    errors = phase(name, VALUES, {"q": "5, <b>"})["format_errors"]
    assert errors.keys() == {"q"}
    assert errors["q"].startswith("<p>&#x27;&lt;b&gt;&#x27; contains")
    assert errors["q"].endswith("<pre>5, &lt;b&gt;\n   ^</pre>")


def test_errors_of_elements_stay() -> None:
    """An input that has refused an answer itself is not overruled."""
    assert phase("parse", VALUES, {"q": "5, ("}, format_errors={"q": "No."})["format_errors"] == {"q": "No."}


def test_what_can_be_read_is_no_error() -> None:
    """Wrong answers and missing ones are nothing for parse."""
    assert phase("parse", VALUES | {"r": VALUES["q"]}, {"q": "1, 2", "r": ""})["format_errors"] == {}


def test_scores_and_feedback() -> None:
    """An answer has its partial score, its weight and feedback as text and as HTML; a missing one has none."""
    exercises = VALUES | {"r": {**VALUES["q"], "marks": "1/2"}}
    data = phase("grade", exercises, {"q": "-5, -2", "r": None})
    assert data["score"] == 0
    assert data["partial_scores"]["q"]["weight"] == 1
    assert data["partial_scores"]["r"]["weight"] == 0.5
    assert data["partial_scores"]["q"]["feedback"].startswith("Not correct.")
    assert data["feedback"]["q"].startswith("<p>Not correct.</p>")
    assert data["feedback"]["r"] == "<p>There is no answer to this question.</p>"


def test_score_is_the_mean_by_weights() -> None:
    """Other inputs of the question count too."""
    parts = {"x": {"score": 0.0, "weight": 2}, "y": {"score": 1.0}, "z": {"score": None}}
    exercises = {"q": {**VALUES["q"], "marks": 5}}
    assert phase("grade", exercises, {"q": "5, 2"}, partial_scores=parts)["score"] == 6 / 8


def test_follow_through() -> None:
    """An answer is judged in the light of the student's own earlier one."""
    exercises = {
        "p": {"matrix": A, "question": "charpoly"},
        "q": {"matrix": A, "question": "eigenvalues", "follows": {"charpoly": "p"}},
    }
    data = phase("grade", exercises, {"p": "x^2 - 7x + 12", "q": "3, 4"})
    assert data["partial_scores"]["q"]["score"] == 0.5


def test_exercises_as_objects_and_matrices_as_parameters() -> None:
    """What was read from a file serves as well, and so does a matrix that generate has stored."""
    stored = {"_type": "ndarray", "_value": [[4, 1], [2, 3]], "_dtype": "int64"}
    exercises = {"q": Exercise.of("q", VALUES["q"]), "r": {"matrix": stored, "question": "eigenvalues"}}
    assert phase("grade", exercises, {"q": "5, 2", "r": "2, 5"})["score"] == 1


ANSWERED: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "text": (VALUES, {"q": "5, 2"}, {}),
    "a symbolic input": (
        {"q": {"matrix": [[0, 2], [1, 0]], "question": "charpoly"}},
        {"q": {"_type": "sympy", "_value": "x**2 - 2", "_variables": ["x"], "_assumptions": {}}},
        {},
    ),
    "parts as text": (PARTS, {"q_P": "[1 1; 1 -2]", "q_D": "diag(5, 2)"}, {}),
    "boxes": (
        PARTS,
        {"q_P": {"_type": "ndarray", "_value": [[1.0, 0.3333333333333333], [1.0, -0.6666666666666666]]}, "q_D": "5I"},
        {"q_P1": "1", "q_P2": "1/3", "q_P3": "1", "q_P4": "-2/3", "q_D1": "5", "q_D2": "0", "q_D3": "0", "q_D4": "2"},
    ),
    "boxes of a basis": (
        {"q": {"matrix": [[2, 0, 0], [0, 2, 0], [0, 0, 3]], "question": "eigenspace_basis", "eigenvalue": 2}},
        {"q": {"_type": "ndarray", "_value": [[1.0, 0.1], [1.0, 0.2], [0.0, 0.0]]}},
        {"q1": "1", "q2": "0.1", "q3": "1", "q4": "0.2", "q5": "0", "q6": "0"},
    ),
    "a matrix as text, rounded by its input": (
        {"q": {"matrix": [["1/3", 0], [0, 1]], "question": "power", "k": 1}},
        {"q": {"_type": "ndarray", "_value": [[0.3333333333333333, 0.0], [0.0, 1.0]]}},
        {"q": "[[1/3, 0], [0, 1]]"},
    ),
    "a symbolic matrix": (
        {"q": {"matrix": [[0, 2], [1, 0]], "question": "power", "k": 1}},
        {"q": {"_type": "sympy_matrix", "_value": [["0", "sqrt(4)"], ["1", "0"]], "_variables": [], "_shape": [2, 2]}},
        {},
    ),
    "complex numbers": (
        {"q": {"matrix": [[0, -1], [1, 0]], "question": "eigenvalues"}},
        {"q": {"_type": "complex_ndarray", "_value": {"real": [0.0, 0.0], "imag": [1.0, -1.0]}}},
        {},
    ),
}


@pytest.mark.parametrize(("exercises", "submitted", "raw"), ANSWERED.values(), ids=ANSWERED.keys())
def test_what_inputs_hand_over(exercises: dict[str, Any], submitted: dict[str, Any], raw: dict[str, Any]) -> None:
    """The answers of each kind of input are read as they were typed."""
    data = phase("grade", exercises, submitted, raw_submitted_answers=raw)
    assert (data["score"], data["format_errors"]) == (1, {})


def test_nothing_is_evaluated() -> None:
    """A text that SymPy's own reader would run is text here."""
    value = {"_type": "sympy", "_value": "__import__('os').system('true')", "_variables": []}
    assert answers({"submitted_answers": {"q": value}}, {"q": Exercise.of("q", VALUES["q"])}) == {"q": value["_value"]}
    assert phase("parse", VALUES, {"q": value})["format_errors"].keys() == {"q"}


def test_first_input_of_several_says_what_is_wrong() -> None:
    """An error stands where there is an input to show it."""
    assert phase("parse", PARTS, {"q_P": "[1 1; 1", "q_D": "diag(5,2)"})["format_errors"].keys() == {"q_P"}


def test_other_types_are_refused() -> None:
    """A data frame is no answer about a matrix: that is for the author to know."""
    with pytest.raises(InputError, match="PrairieLearn's type 'dataframe'"):
        plain({"_type": "dataframe", "_value": {}})


# --- the external grader --------------------------------------------------------------------------------------------

QUESTIONS = """
questions:
  q1: {matrix: 4 1; 2 3, question: eigenvalues, marks: 3}
  q2: {matrix: 1 1; 0 1, question: diagonalizable}
"""


def external(folder: Path, data: dict[str, Any], **files: str) -> dict[str, Any]:
    """What the external grader writes for the data of a question and files of a student."""
    for name in ("tests", "data", "student"):
        (folder / name).mkdir()
    (folder / "tests" / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    (folder / "data" / "data.json").write_text(json.dumps(data), encoding="utf-8")
    for name, content in files.items():
        (folder / "student" / name.replace("__", ".")).write_text(content, encoding="utf-8")
    options = {
        "--questions": "tests/questions.yaml",
        "--data": "data/data.json",
        "--student": "student",
        "--results": "results/results.json",
    }
    given = [part for name, path in options.items() for part in (name, str(folder / path))]
    subprocess.run([sys.executable, "-m", "symeig.graders.prairielearn", *given], check=True, timeout=60)
    found: dict[str, Any] = json.loads((folder / "results" / "results.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, SCHEMA)
    return found


def test_answers_in_a_file(tmp_path: Path) -> None:
    """A file of the student's has the answers, one is right and one is missing."""
    found = external(tmp_path, {"submitted_answers": {}}, answers__txt="q1: 5, 2")
    assert (found["gradable"], found["score"]) == (True, 0.75)
    assert [(t["name"], t["points"], t["max_points"]) for t in found["tests"]] == [("q1", 3, 3), ("q2", 0, 1)]
    assert found["tests"][0]["message"].startswith("Correct.")
    assert found["tests"][0]["output"].endswith("Score: 2 of 2")


def test_answers_in_inputs(tmp_path: Path) -> None:
    """Inputs serve as well; that there are no files is no news then."""
    found = external(tmp_path, {"submitted_answers": {"q1": "2, 5", "q2": "no"}})
    assert (found["score"], found["message"]) == (1, "")


def test_what_cannot_be_read_is_not_gradable(tmp_path: Path) -> None:
    """Nothing is won or lost, and the reason is one line of text without escapes for terminals."""
    found = external(tmp_path, {"submitted_answers": {"q1": "5, (2\x1b", "q2": "no"}})
    assert found["gradable"] is False
    (error,) = found["format_errors"]
    assert error.startswith("q1: ")
    assert not {"\n", "\x1b"} & set(error)
