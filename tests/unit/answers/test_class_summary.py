"""The summary of a class, in all its forms."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from symeig.answers.batch.cases import Result
from symeig.answers.batch.render import data, html, text
from symeig.answers.batch.results import Graded
from symeig.answers.batch.summary import VERDICTS, Answered, answered
from symeig.worked.messages import languages

SCHEMA = json.loads((files("symeig.answers.batch.render") / "summary.schema.json").read_text(encoding="utf-8"))
SVG = "{http://www.w3.org/2000/svg}"


def rows(question: str, count: int, verdict: str, *codes: str, share: str = "0") -> list[Graded]:
    """Rows that are all the same."""
    return [Graded("1", question, Result(verdict, Fraction(share), codes, ""), Fraction(3))] * count


ROWS = [
    *rows("q2", 5, "partial", "M_PD_ORDER", share="1/2"),
    *rows("q1", 120, "correct", share="1"),
    *rows("q1", 31, "incorrect", "M_DIAGONAL"),
    *rows("q1", 24, "incorrect", "M_TRACE_DET"),
    *rows("q1", 5, "invalid"),
    *rows("q9", 7, "invalid"),
]
FOUND = answered(ROWS, ["q1", "q2", "q3"])

# Names that are long, wide, dangerous, or none.
HOSTILE = ["x" * 300, "問" * 60, "<b>&\"'", "a\x1b[31mb\x00", "=1+1", "Bài tập số 3: chéo hóa trực giao"]
MANY = [
    Answered(
        name,
        Fraction(1, 3),
        dict.fromkeys(VERDICTS, 2**k),
        dict.fromkeys(("M_ROUNDED", "M_GS_ACROSS", "M_SUM_OF_EIGENVECTORS", "M_SIGN", "M_FIELD", "M_PDK", "M_SAME"), 1),
        Fraction(1, 7),
    )
    for k, name in enumerate(HOSTILE)
]
each_language = pytest.mark.parametrize("language", languages())
each_class = pytest.mark.parametrize("found", [[], FOUND[:1], FOUND, MANY], ids=["none", "one", "two", "hostile"])


def test_counts() -> None:
    """Questions in their own order, those that nobody answered left out; mistakes by their frequency."""
    first, second = FOUND
    assert (first.question, second.question) == ("q1", "q2")
    assert first.verdicts == {"correct": 120, "partial": 0, "incorrect": 55, "invalid": 5}
    assert list(first.mistakes.items()) == [("M_DIAGONAL", 31), ("M_TRACE_DET", 24)]
    assert (first.answers, first.mean, first.marks) == (180, 2, 3)
    assert (second.answers, second.mean) == (5, Fraction(3, 2))


def test_text() -> None:
    """A table, and sentences about mistakes."""
    assert text.render(FOUND, "en") == (
        "question  answers  correct  partly  wrong  unreadable  mean  out of\n"
        "q1            180      120       0     55           5  2.00       3\n"
        "q2              5        0       5      0           0  1.50       3\n"
        "\n"
        "q1        31 of 180  took the diagonal entries\n"
        "          24 of 180  took the trace and the determinant\n"
        "q2        5 of 5  ordered P and D differently\n"
    )


def test_text_without_mistakes() -> None:
    """That there are none is said."""
    assert text.render(answered(rows("q", 1, "correct"), ["q"]), "en").endswith(
        "\n\nNo known mistake was recognised.\n"
    )


@each_language
@each_class
def test_text_fits_the_screen(found: list[Answered], language: str) -> None:
    """In 80 columns, whatever the names, and without anything that a terminal obeys."""
    written = text.render(found, language)
    assert max(map(len, written.splitlines())) <= 80
    assert written.replace("\n", "").isprintable()


@each_language
@each_class
def test_json_fits_its_schema(found: list[Answered], language: str) -> None:
    """The schema is valid, and so are data."""
    Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(data.to_json(found, language))
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(document)] == []
    assert [q["question_id"] for q in document["questions"]] == [each.question for each in found]


def test_csv() -> None:
    """A row for each verdict and each mistake; no formulas."""
    header, *table = csv.reader(io.StringIO(data.to_csv([*FOUND, *MANY], "en"), newline=""))
    assert header == ["question_id", "kind", "code", "count", "answers", "name"]
    assert ["q1", "verdict", "incorrect", "55", "180", "wrong"] in table
    assert ["q1", "mistake", "M_DIAGONAL", "31", "180", "took the diagonal entries"] in table
    assert "'=1+1" in {row[0] for row in table}


@each_language
@each_class
def test_page_is_well_formed(found: list[Answered], language: str) -> None:
    """XML, in its language, with nothing from elsewhere and no script."""
    written = html.render(found, language)
    page = ET.fromstring(written.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314  (ours)
    assert page.get("lang") == language
    assert not re.search(r"<script|(src|href)=|https?://(?!www\.w3\.org)", written)


def pictures(found: list[Answered]) -> list[ET.Element]:
    """The pictures of a page."""
    page = ET.fromstring(html.render(found, "en").removeprefix("<!DOCTYPE html>\n"))  # noqa: S314  (ours)
    return list(page.iter(f"{SVG}svg"))


def test_pictures_tell_the_same_without_colours() -> None:
    """Every bar has a pattern of its kind over it, its number in it, and all numbers are in the description."""
    verdicts, mistakes = pictures(FOUND)
    first = [r for r in verdicts.iter(f"{SVG}rect") if r.get("class") in VERDICTS][:3]
    assert [r.get("class") for r in first] == ["correct", "incorrect", "invalid"]
    widths = [float(str(r.get("width"))) for r in first]
    assert [round(w / sum(widths) * 180) for w in widths] == [120, 55, 5]
    over = [str(r.get("fill")) for r in verdicts.iter(f"{SVG}rect") if r.get("class") == "over"][:3]
    assert over == ["none", "url(#incorrect-pattern)", "url(#invalid-pattern)"]
    words = [t.text for t in verdicts.iter(f"{SVG}text")]
    assert {"120", "55", "q1", "100 %", "share of the answers to a question", "unreadable"} <= set(words)
    assert "q1: correct 120, partly 0, wrong 55, unreadable 5." in verdicts.findtext(f"{SVG}desc", "")
    assert "took the diagonal entries (q1), 31 of 180." in mistakes.findtext(f"{SVG}desc", "")


def test_axis_ends_near_the_longest_bar() -> None:
    """Rare mistakes are seen too."""
    few = answered([*rows("q", 98, "correct", share="1"), *rows("q", 2, "incorrect", "M_SIGN")], ["q"])
    _, mistakes = pictures(few)
    assert "5 %" in [t.text for t in mistakes.iter(f"{SVG}text")]


def test_bars_stay_in_the_picture() -> None:
    """So do their names, as far as their width is known."""
    for picture in pictures([*FOUND, *MANY]):
        for rect in picture.iter(f"{SVG}rect"):
            assert float(str(rect.get("x"))) + float(str(rect.get("width"))) <= 340
        for label in picture.iter(f"{SVG}text"):
            wide = sum(2 if ord(sign) > 0x2E80 else 1 for sign in label.text or "")
            assert wide <= 54
