"""Solutions as data."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from sympy import ImmutableMatrix

from symeig.worked.messages import languages
from symeig.worked.rules.characteristic import CharacteristicMatrix
from symeig.worked.solution import LEVELS, WorkedSolution, solve
from tests.strategies import Planted, split_matrices

SCHEMA = json.loads((files("symeig.worked.render") / "solution.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

MATRICES: dict[str, Any] = {
    "integers": [[4, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "symmetric": [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    "rotation": [[0, -1], [1, 0]],
    "cubic": [[0, 0, 1], [1, 0, 1], [0, 1, 0]],
    "parameter": [["k", 1], [1, "k"]],
    "one row": [["1/2"]],
}
each_matrix = pytest.mark.parametrize("name", MATRICES)


@lru_cache
def solved(name: str) -> WorkedSolution:
    """A solution, made once."""
    return solve(MATRICES[name])


def document(solution: WorkedSolution) -> dict[str, Any]:
    """A solution as data."""
    found: dict[str, Any] = json.loads(solution.to_json())
    return found


def complaints(data: Any) -> list[str]:
    """What the schema says against data."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def test_schema_is_a_schema() -> None:
    """The schema is valid itself."""
    Draft202012Validator.check_schema(SCHEMA)


@each_matrix
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("level", LEVELS)
def test_data_fit_the_schema(name: str, language: str, level: int) -> None:
    """What is written fits the schema, in every language and at every level."""
    assert complaints(document(replace(solved(name), language=language, level=level))) == []


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(split_matrices(max_size=3))
def test_data_of_any_matrix_fit_the_schema(planted: Planted) -> None:
    """So it is for matrices of any structure."""
    assert complaints(document(solve(planted.rows))) == []


@each_matrix
def test_all_steps_are_there(name: str) -> None:
    """Every step is there at every level, in order, with its own id; sections name those that are told."""
    for level in LEVELS:
        solution = replace(solved(name), level=level)
        data = document(solution)
        ids = [step["id"] for step in data["steps"]]
        assert ids == [step.id for step in solution.steps]
        assert len(set(ids)) == len(ids)
        told = [step.id for _, steps in solution.sections for step in steps]
        assert [id_ for section in data["sections"] for id_ in section["steps"]] == told


def test_steps_tell_something_at_their_own_level() -> None:
    """A step that the level of the solution leaves out is told at its own."""
    solution = replace(solved("defective"), level=1)
    for step, data in zip(solution.steps, document(solution)["steps"], strict=True):
        assert len(data["told"]) == len(step.tell(max(step.level, 1)))


def test_matrix_can_be_read() -> None:
    """The matrix is written so that it is read again as itself."""
    data = document(solved("parameter"))
    assert solve(data["matrix"]).eigensystem.matrix == solved("parameter").eigensystem.matrix


def test_words_are_in_the_language() -> None:
    """Headings and sentences are translated, and the letter for rows; other formulas are not."""
    english, vietnamese = (document(replace(solved("integers"), language=code)) for code in ("en", "vi"))
    assert english["title"] != vietnamese["title"]
    for here, there in zip(english["steps"], vietnamese["steps"], strict=True):
        assert here["goal"] != there["goal"]
        for claim, other in zip(here["claim"], there["claim"], strict=True):
            assert (claim == other) == (claim["states"] != "reduction")


def test_formulas_between_words() -> None:
    r"""In a sentence for LaTeX formulas stand in \( \), in text as they are."""
    step = next(step for step in document(solved("integers"))["steps"] if step["id"] == "characteristic-matrix")
    assert r"\(A - \lambda I\)" in step["why"]["latex"]
    assert "A − λI" in step["why"]["text"]


@each_matrix
def test_no_marks_are_left(name: str) -> None:
    """No character that is not seen is left, and no dollar sign."""
    text = solved(name).to_json()
    assert re.findall("[\u00a0\u200b\u2061\u2062\ue000-\uf8ff$]", text) == []


def test_letter_for_eigenvalues() -> None:
    """The letter that was asked for stands in text and in LaTeX, and no λ."""
    data = document(solve(MATRICES["integers"], variable="mu"))
    assert data.pop("convention") == "A - λI"
    text = json.dumps(data, ensure_ascii=False)
    assert "μ" in text
    assert r"\\mu" in text
    assert not {"λ", r"\lambda"} & set(re.findall(r"λ|\\lambda", text))


def test_statements_say_what_lambda_is() -> None:
    """Where λ is a root of a polynomial, the statement names it."""
    statements = [claim for step in document(solved("cubic"))["steps"] for claim in step["claim"]]
    assert any(claim["modulus"] and claim["modulus"]["text"].startswith("λ³") for claim in statements)


def test_a_wrong_step_is_not_called_checked() -> None:
    """Data tell whether a step passes its check, and the schema refuses one that does not."""
    solution = solved("integers")
    step = next(step for step in solution.steps if isinstance(step, CharacteristicMatrix))
    wrong = replace(step, matrix=ImmutableMatrix([[4, 1], [2, 3]]))
    data = document(replace(solution, steps=(wrong,)))
    assert [step["checked"] for step in data["steps"]] == [False]
    assert complaints(data) == ["$.steps[0].checked: True was expected"]


def test_schema_refuses_what_it_does_not_know() -> None:
    """A field that is not in the schema, or is missing, is refused."""
    data = document(solved("integers"))
    assert complaints({**data, "more": 1})
    del data["steps"][0]["kind"]
    assert complaints(data)
