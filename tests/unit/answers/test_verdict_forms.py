"""A verdict as text, data and a page."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from symeig import check, eigensystem
from symeig.answers.questions import Question
from symeig.answers.render import data, html, text
from symeig.worked.messages import languages

SCHEMA = json.loads((files("symeig.answers.render") / "verdict.schema.json").read_text(encoding="utf-8"))

ANSWERS: dict[str, tuple[str, Question, Any]] = {
    "correct": ("4 1; 2 3", Question("eigenvalues"), "5, 2"),
    "partial": ("4 1; 2 3", Question("diagonalize"), {"P": "1 1; 1 -2", "D": "diag(2, 5)"}),
    "incorrect": ("4 1; 2 3", Question("eigenvalues"), "7, 10"),
    "invalid": ("4 1; 2 3", Question("eigenvalues"), "<b> 5 + & 2"),
    "eigenspace": ("k sqrt(2); 0 k", Question("eigenspace_basis", eigenvalue="k"), "(1, 0)"),
    "power": ("4 1; 2 3", Question("power", k=2), "[[16, 1], [4, 9]]"),
}
each_answer = pytest.mark.parametrize("name", ANSWERS)
each_language = pytest.mark.parametrize("language", languages())


@each_answer
@each_language
def test_data_fit_the_schema(name: str, language: str) -> None:
    """The schema is valid, and so is what is written."""
    Draft202012Validator.check_schema(SCHEMA)
    matrix, question, answer = ANSWERS[name]
    system = eigensystem(matrix)
    verdict = check(system, question, answer, language=language, hints="full")
    document = json.loads(data.to_json(verdict, system, question, language))
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(document)] == []
    assert document["verdict"] == verdict.verdict
    assert document["matrix"][0][0] == str(system.matrix[0, 0])


@each_answer
@each_language
def test_page_is_well_formed(name: str, language: str) -> None:
    """What was typed is escaped."""
    matrix, question, answer = ANSWERS[name]
    verdict = check(matrix, question, answer, language=language, hints="full")
    page = ET.fromstring(html.to_html(verdict, language, marks=True).removeprefix("<!DOCTYPE html>\n"))  # noqa: S314
    assert page.get("lang") == language
    heading = page.find(".//h1")
    assert heading is not None
    assert heading.text == verdict.feedback.splitlines()[0]


def test_text() -> None:
    """The verdict, a hint, the score, and where it is wanted the marks."""
    matrix, question, answer = ANSWERS["partial"]
    verdict = check(matrix, question, answer)
    said = "Partly correct.\nCompare the order of the eigenvectors with that of the entries of D."
    identities = "A(1, 1) = (5, 5) ≠ 2(1, 1)\nA(1, −2) = (2, −4) ≠ 5(1, −2)"
    assert text.render(verdict, "en") == f"{said}\n{identities}\nScore: 4/5\n"
    assert text.render(verdict, "en", marks=True) == f"{said}\n{identities}\n\n{verdict.explanation}\n"


def test_no_score_without_a_verdict() -> None:
    """What cannot be read is no attempt, so it has none."""
    matrix, question, answer = ANSWERS["invalid"]
    assert "Score" not in text.render(check(matrix, question, answer), "en", marks=True)


def test_colours() -> None:
    """The verdict has its own."""
    matrix, question, answer = ANSWERS["incorrect"]
    painted = text.render(check(matrix, question, answer), "en", paint=lambda role, words: f"<{role}>{words}")
    assert painted.startswith("<incorrect>Not correct.\n")
    assert "\n<score>Score: 0\n" in painted
