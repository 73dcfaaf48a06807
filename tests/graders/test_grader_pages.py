"""The pages about Gradescope and PrairieLearn say what happens with the examples on them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from symeig.graders import gradescope, prairielearn
from tests.graders.grader_tools import blocks, rows


def questions(folder: Path) -> Path:
    """The file of questions that the page about Gradescope shows."""
    (shown,) = blocks("gradescope", "console")
    file = folder / "questions.yaml"
    file.write_text(re.split(r"^\$ .*\n", shown, flags=re.MULTILINE)[1], encoding="utf-8")
    return file


def test_gradescope(tmp_path: Path) -> None:
    """The answers on the page have the scores and the feedback in its table."""
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "answers.txt").write_text(*blocks("gradescope", "text"), encoding="utf-8")
    paths = {
        "--questions": questions(tmp_path),
        "--submission": tmp_path / "submission",
        "--results": tmp_path / "r.json",
    }
    arguments = [str(part) for pair in paths.items() for part in pair]
    assert CliRunner().invoke(gradescope.main, [*arguments, "--format", "text"]).exit_code == 0
    tests = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["tests"]
    for test, (name, score, because) in zip(tests, rows("gradescope"), strict=True):
        assert (test["name"], f"{test['score']} / {test['max_score']}") == (name, score)
        assert because in test["output"]
        assert test["tags"] != ["M_FOLLOW_THROUGH"] or name == "q2"


def test_json_on_the_page_about_gradescope_is_json() -> None:
    """It is an example of an answer, too."""
    text = (Path(__file__).parents[2] / "docs" / "how-to" / "gradescope.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"`(\{.*\})`", text)
    assert json.loads(example).keys() == {"q2", "q3"}


class Server:
    """PrairieLearn, as far as it runs the server.py of the page."""

    def __init__(self) -> None:
        (source,) = blocks("prairielearn", "python")
        self.functions: dict[str, Any] = {}
        exec(source, self.functions)  # noqa: S102  (it stands on our page)
        self.data: dict[str, Any] = {"params": {}, "correct_answers": {}}
        self.functions["generate"](self.data)

    def submit(self, **submitted: str) -> dict[str, Any]:
        """The data after a submission: graded, unless something in it could not be read."""
        data = {**self.data, "raw_submitted_answers": submitted, "submitted_answers": dict(submitted)}
        data |= {"format_errors": {}, "partial_scores": {}, "feedback": {}, "score": 0}
        self.functions["parse"](data)
        if not data["format_errors"]:
            self.functions["grade"](data)
        return data


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "in the other order"])
def test_prairielearn(turned: bool) -> None:
    """Answers to the question on the page have the scores and the feedback in its table."""
    server = Server()
    (low, rise), (_, high) = server.data["params"]["A"]
    assert rise == high - low
    P, D = "[1 1; 0 1]", f"diag({high}, {low})" if turned else f"diag({low}, {high})"
    data = server.submit(values=f"{high}, {low}", pd_P=P, pd_D=D)
    _, score, said = rows("prairielearn")[turned]
    assert f"{100 * data['score']:.0f} %" == score
    assert said in data["feedback"]["pd"]
    assert json.loads(json.dumps(data)) == data


def test_prairielearn_format_error() -> None:
    """The answer on the page that cannot be read is not graded."""
    (typed,) = (row[0] for row in rows("prairielearn") if row[1] == "none")
    data = Server().submit(values=typed, pd_P="[1 1; 0 1]", pd_D="diag(1, 2)")
    assert data["format_errors"].keys() == {"values"}
    assert data["partial_scores"] == {}


def test_inputs_on_the_page_are_those_of_the_exercises() -> None:
    """question.html asks for what server.py grades, and shows what it says."""
    (html,) = blocks("prairielearn", "html")
    server = Server()
    names = server.functions["exercises"](server.data).keys()
    inputs = re.findall(r'answers-name="(\w+)"', html)
    assert {name.split("_")[0] for name in inputs} == names
    assert set(re.findall(r"\{\{\{feedback\.(\w+)\}\}\}", html)) == names
    assert set(re.findall(r"\{\{params\.(\w+)\}\}", html)) <= server.data["params"].keys()


def test_external_grader_on_the_page() -> None:
    """info.json is JSON, and its command is one that there is."""
    (info,) = blocks("prairielearn", "json")
    options = json.loads(info)["externalGradingOptions"]
    _, _, module, *given = options["entrypoint"].split()
    assert module == prairielearn.__name__
    assert prairielearn.main.make_context("grader", given).params["timeout"] == 5


def test_questions_on_the_page_are_yaml(tmp_path: Path) -> None:
    """Any reader of YAML takes them."""
    assert yaml.safe_load(questions(tmp_path).read_text(encoding="utf-8"))["questions"].keys() == {"q1", "q2", "q3"}
