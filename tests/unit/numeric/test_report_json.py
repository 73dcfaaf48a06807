"""Reports as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import fields, replace
from fractions import Fraction
from importlib.resources import files
from math import inf, nan
from typing import Any, NoReturn

import pytest
from jsonschema import Draft202012Validator

from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision
from symeig.numeric.render.data import document, render
from symeig.numeric.report import Finding, Report
from tests.unit.numeric.reports import REPORTS

SCHEMA = json.loads((files("symeig.numeric.render") / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

each_report = pytest.mark.parametrize("name", REPORTS)


def complaints(data: Any) -> list[str]:
    """What the schema says against data."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def refused(token: str) -> NoReturn:
    """What strict JSON does not have."""
    raise AssertionError(token)


def test_schema_is_a_schema() -> None:
    """The schema is valid itself."""
    Draft202012Validator.check_schema(SCHEMA)


@each_report
def test_data_fit_the_schema(name: str) -> None:
    """What is written is strict JSON and fits the schema."""
    text = render(REPORTS[name])
    assert complaints(json.loads(text, parse_constant=refused)) == []
    assert text.endswith("}\n")


@each_report
def test_document_is_what_is_written(name: str) -> None:
    """The document has nothing but what JSON keeps."""
    assert json.loads(render(REPORTS[name])) == document(REPORTS[name])


def test_schema_knows_every_field() -> None:
    """A field that a report or a contract gets has to be put into the schema."""
    assert {f.name for f in fields(Report)} <= SCHEMA["properties"].keys()
    assert {f.name for f in fields(Contract)} == SCHEMA["$defs"]["contract"]["properties"].keys()
    assert {f.name for f in fields(Finding)} <= SCHEMA["$defs"]["finding"]["properties"].keys()


@pytest.mark.parametrize("kind", ["finding", "decision", "side", "portrait", "contract"])
def test_schema_refuses_what_it_does_not_know(kind: str) -> None:
    """A key that is not in the schema, or is missing, is refused."""
    part = SCHEMA["$defs"][kind]
    assert part["additionalProperties"] is False
    assert set(part["required"]) == part["properties"].keys()


def test_sides_are_exact_and_readable() -> None:
    """Both sides of a decision are fractions, and the numbers that were compared beside them."""
    decision = document(REPORTS["undone"])["findings"][0]["decisions"][0]
    assert decision["found"] == {"exact": "9/16", "nearly": 0.75}
    assert decision["allowed"] == {"exact": "1/17179869184", "nearly": 2**-17}
    assert decision["ratio"] == 0.75 * 2**17


def test_long_fractions_are_written() -> None:
    """A fraction may have more digits than Python writes of an integer."""
    x = Fraction(3**20000, 2**40000)
    finding = replace(REPORTS["undone"].findings[0], decisions=(Decision("trace", x, Fraction(1, 10**700), 2),))
    decision = document(replace(REPORTS["undone"], findings=(finding,)))["findings"][0]["decisions"][0]
    p, q = decision["found"]["exact"].split("/")
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        assert Fraction(int(p), int(q)) == x
    finally:
        sys.set_int_max_str_digits(limit)
    # The root is within the range of floats, its square is not.
    assert decision["allowed"]["nearly"] == 0.0 or decision["allowed"]["nearly"] < 1e-300


def test_what_is_no_number_is_a_text() -> None:
    """Infinity and NaN are texts, among the returned values and as ratios."""
    findings = {f["law"]: f for f in document(REPORTS["mixed"])["findings"]}
    assert findings["finite"]["portraits"][0]["returned"] == [["NaN", 0.0], ["Infinity", 0.0]]
    assert findings["completes"]["decisions"][0]["ratio"] == "Infinity"


def test_options_are_values_where_json_has_them() -> None:
    """Numbers, texts, truth values and None stay; anything else is written in Python."""
    options = (("a", 1), ("b", None), ("c", True), ("d", "x"), ("e", (1, 2)), ("f", nan), ("g", inf), ("h", 0.5))
    data = document(replace(REPORTS["good"], options=options))
    assert complaints(data) == []
    assert data["options"] == {
        "a": 1,
        "b": None,
        "c": True,
        "d": "x",
        "e": "(1, 2)",
        "f": "NaN",
        "g": "Infinity",
        "h": 0.5,
    }


def test_any_text_can_be_encoded() -> None:
    """Texts from elsewhere may have halves of characters in them; the JSON has none."""
    report = replace(REPORTS["undecided"], unsupported={"TypeError: \ud800": 1})
    assert json.loads(render(report).encode())["unsupported"] == {"TypeError: �": 1}
