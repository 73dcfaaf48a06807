"""Reports as HTML, and the pictures in them."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import inf, nan
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.numeric.decisions import Decision
from symeig.numeric.render.axes import Axis, Scale, chosen_scale
from symeig.numeric.render.html import fragment, render
from symeig.numeric.render.picture import WIDTH, Picture, pictures
from symeig.numeric.report import Circle, ExactValue, Portrait, Report
from tests.mathml import tree
from tests.unit.numeric.reports import REPORTS

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4")

each_report = pytest.mark.parametrize("name", REPORTS)


def page(report: Report) -> ET.Element:
    """The page of a report."""
    return tree(render(report).partition("\n")[2])


def words(element: ET.Element) -> str:
    """The text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


# --- the page ---------------------------------------------------------------------------------------------------------


@each_report
@pytest.mark.parametrize("form", ["page", "fragment"])
def test_headings_are_in_order(name: str, form: str) -> None:
    """There is one first heading, and none leaves out a level."""
    root = page(REPORTS[name]) if form == "page" else tree(fragment(REPORTS[name]))
    levels = [HEADINGS.index(e.tag) + 1 for e in root.iter() if e.tag in HEADINGS]
    first = 1 if form == "page" else 2
    assert levels[0] == first
    assert levels.count(first) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@each_report
def test_page_needs_nothing_else(name: str) -> None:
    """No script, and nothing that a browser would fetch."""
    text = render(REPORTS[name])
    assert not re.search(r"<script|<link|\bsrc=|@import|url\(", text)
    assert set(re.findall(r'href="([^"#]*)', text)) <= {""}
    assert set(re.findall(r"https?://[\w./]+", text)) <= {"http://www.w3.org/2000/svg"}


@each_report
def test_links_lead_somewhere(name: str) -> None:
    """Ids are unique, and every link is to one of them; a fragment has neither."""
    root = page(REPORTS[name])
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {e.get("href") for e in root.iter("a")} <= {f"#{i}" for i in ids}
    assert not re.search(r"\b(id|href)=", fragment(REPORTS[name]))


@each_report
def test_page_tells_all(name: str) -> None:
    """Verdict, findings with their code, reasons, laws that hold and the environment are there."""
    report = REPORTS[name]
    text = words(page(report))
    parts = [report.routine, f"--seed {report.seed}", *report.environment.values(), *report.unsupported]
    for finding in report.findings:
        parts += [finding.law, finding.about.statement, finding.about.meaning, finding.code]
    parts += [f.reason for f in report.accepted] + [h.law for h in report.headroom] + list(report.unused.values())
    assert [part for part in parts if " ".join(part.split()) not in text] == []


def test_text_from_elsewhere_is_no_markup() -> None:
    """Tags, quotes and characters that XML does not have are shown, wherever they come from."""
    nasty = "<img src=x onerror=alert(1)>\"'&\x00\x1b\ud800]]>"
    decision = Decision("completes", Fraction(1), Fraction(0), 1, nasty, nasty, nasty)
    value = ExactValue(nasty, 1.0, 0.0, 1, (1,), 1.0)
    portrait = Portrait(nasty, 1, (value,), (), (1 + 0j,))
    finding = replace(
        REPORTS["mixed"].findings[0],
        decisions=(decision, replace(decision, place=nasty + "2")),
        code=nasty,
        words=nasty,
        outcome=nasty + "!",
        portraits=(portrait,),
        families=(nasty,),
        reason=nasty,
    )
    report = replace(
        REPORTS["mixed"],
        routine=nasty,
        findings=(finding,),
        accepted=(finding,),
        unused={"trace": nasty},
        remarks=(finding,),
        families={nasty: 1},
        unsupported={nasty: 1},
        environment={nasty: nasty},
        options=((nasty, nasty),),
    )
    for root in (page(report), tree(fragment(report))):
        assert not list(root.iter("img"))
        assert words(root).count("<img src=x onerror=alert(1)>") > 20


def test_keyboard_reaches_what_scrolls() -> None:
    """Code and tables can be scrolled with the keyboard and have names."""
    root = page(REPORTS["mixed"])
    scrolling = [e for e in root.iter() if e.tag == "pre" or e.get("class") == "wide"]
    assert scrolling
    assert all(e.get("tabindex") == "0" and e.get("role") == "group" and e.get("aria-label") for e in scrolling)


def test_bars_are_shares() -> None:
    """A bar is as long as the share of the bound, which stands beside it; laws of yes or no have none."""
    rows = {words(row[0]): row for row in page(REPORTS["good"]).iter("tr")}
    (bar,) = rows["residual"].iter("i")
    assert bar.get("style") == "width: 4.51%"
    assert words(rows["residual"][2]) == "4.5 %"
    assert not list(rows["multiplicities"].iter("i"))


# --- pictures ---------------------------------------------------------------------------------------------------------


def portrait(
    exact: list[tuple[complex, int]], returned: list[complex], circles: list[tuple[complex, float]] | None = None
) -> Portrait:
    """A portrait of some numbers."""
    values = (ExactValue(str(z), complex(z).real, complex(z).imag, m, (1,) * m, 1.0) for z, m in exact)
    discs = (Circle(complex(z).real, complex(z).imag, r, 1) for z, r in circles or [])
    return Portrait("", sum(m for _, m in exact), tuple(values), tuple(discs), tuple(map(complex, returned)))


def drawn(
    exact: list[tuple[complex, int]], returned: list[complex], circles: list[tuple[complex, float]] | None = None
) -> list[Picture]:
    """The pictures of some numbers."""
    return pictures(portrait(exact, returned, circles), rounding=1e-12)


def marks(picture: Picture, kind: str) -> list[tuple[float, float]]:
    """The middles of marks of a kind, without the one in the legend."""
    inner = tree(picture.svg).find(f"{SVG}g/{SVG}svg")
    assert inner is not None
    found = []
    for e in inner:
        if kind not in (e.get("class") or "").split():
            continue
        if e.tag == f"{SVG}path":
            x, y = map(float, re.findall(r"-?[\d.]+", e.get("d") or "")[:2])
            found.append((x + 6.5, y + 6.5))
        elif e.tag == f"{SVG}circle":
            found.append((float(e.get("cx") or 0), float(e.get("cy") or 0)))
        else:
            found.append((0.0, 0.0))
    return found


def texts(picture: Picture, kind: str) -> list[str]:
    """The labels of a kind."""
    return [e.text or "" for e in tree(picture.svg).iter(f"{SVG}text") if e.get("class") == kind]


@each_report
def test_pictures_are_well_formed_and_described(name: str) -> None:
    """Every picture is an image with a title and a description, with its marks inside."""
    for svg in page(REPORTS[name]).iter(f"{SVG}svg"):
        if svg.get("class") != "picture":
            continue
        assert svg.get("role") == "img"
        assert [child.tag for child in svg][:2] == [f"{SVG}title", f"{SVG}desc"]
        assert all(child.text for child in svg[:2])
        numbers = [float(x) for e in svg.iter() for key in ("x", "cx", "y", "cy") if (x := e.get(key))]
        assert all(-WIDTH <= x <= 2 * WIDTH for x in numbers)


def test_real_values_are_on_a_number_line() -> None:
    """All that is real is in two lanes; ticks are labelled."""
    (picture,) = drawn([(1, 1), (3, 2)], [1, 3, 5])
    assert len({y for _, y in marks(picture, "exact")}) == 1
    assert len({y for _, y in marks(picture, "returned")}) == 1
    assert [x for x, _ in marks(picture, "exact")] == pytest.approx([x for x, _ in marks(picture, "returned")[:2]])
    assert texts(picture, "tick") == ["0", "2", "4"] or "2" in texts(picture, "tick")
    assert texts(picture, "name") == ["λ"]
    assert texts(picture, "count") == ["2×"]


def test_plane_has_one_scale() -> None:
    """In the plane a distance is as long along both axes, and a disc is a circle of that scale."""
    (picture,) = drawn([(0, 1), (3 + 4j, 1)], [0, 3 - 4j], [(0, 1.0)])
    (x0, y0), (x1, y1) = marks(picture, "exact")
    assert (y0 - y1) / (x1 - x0) == pytest.approx(4 / 3, rel=0.01)
    circles = [e for e in tree(picture.svg).iter(f"{SVG}circle") if e.get("class") == "disc"]
    assert float(circles[0].get("r") or 0) == pytest.approx((x1 - x0) / 3, rel=0.02)
    assert texts(picture, "name") == ["Re λ", "Im λ"]


def test_small_discs_are_seen() -> None:
    """A disc that would be smaller than a mark is drawn larger, dashed, and a note says so."""
    (picture,) = drawn([(1j, 1), (-1j, 1)], [1j, 1j], [(1j, 1e-12), (-1j, 1e-12)])
    assert len(marks(picture, "small")) == 2
    assert any("larger than they are" in note for note in picture.notes)


def test_sizes_that_are_far_apart_are_told_apart() -> None:
    """Over many decades the axis is logarithmic, and values on both sides of 0 stand on both sides."""
    (picture,) = drawn([(-1e-9, 1), (1, 1), (1e12, 1)], [1e-9, 1, 1e12])
    xs = [x for x, _ in marks(picture, "exact")]
    assert min(b - a for a, b in pairwise(xs)) > 40
    (first, *_) = marks(picture, "returned")
    assert first[0] - xs[0] > 10
    assert any("Logarithmic" in note for note in picture.notes)
    assert "0" in texts(picture, "tick")


def test_rounding_of_zero_is_no_size() -> None:
    """What came back inside of the disc of 0 does not make the axis logarithmic."""
    (picture, *_) = drawn([(0, 1), (1, 1), (2, 1)], [1e-17, 1, 2], [(0, 1e-12)])
    assert not any("Logarithmic" in note for note in picture.notes)
    (picture, *_) = drawn([(0, 1), (1, 1), (2, 1)], [1e-17, 1, 2])
    assert not any("Logarithmic" in note for note in picture.notes)


def test_values_near_one_number_are_told_apart() -> None:
    """Labels are differences from a number where they would be too long, and the axis says from which one."""
    (picture,) = drawn([(1, 3)], [1 + 1e-5, 1 - 5e-6 + 9e-6j, 1 - 5e-6 - 9e-6j], [(1, 3e-5)])
    assert texts(picture, "name") == ["Re λ − 1", "Im λ"]
    assert {"0", "2·10⁻⁵"} <= set(texts(picture, "tick"))
    assert len(set(marks(picture, "returned"))) == 3


def test_what_seems_to_coincide_is_magnified() -> None:
    """Where as much came back at every mark as there is, a second picture shows the pair that is furthest apart."""
    whole, part = drawn([(1, 2), (5, 1)], [1 + 3e-7j, 1 - 3e-7j, 5], [(1, 4e-7), (5, 1e-12)])
    assert len(marks(whole, "returned")) == 2
    assert len(marks(part, "returned")) == 2
    assert len(marks(part, "exact")) == 1
    assert "magnified" in part.heading


def test_what_is_seen_is_not_magnified() -> None:
    """Where the picture shows what is wrong, or nothing is, there is one."""
    assert len(drawn([(1, 1), (5, 1)], [1, 1])) == 1
    assert len(drawn([(1, 1), (5, 1)], [1, 5])) == 1


def test_numbers_stand_beside_marks_at_one_place() -> None:
    """A mark of several values has their number, unless there are very many marks."""
    (picture,) = drawn([(1j, 2), (-1j, 2)], [1j, 1j, 1j, -1j])
    assert sorted(texts(picture, "count")) == ["2×", "2×", "3×"]


def test_what_is_not_finite_is_told() -> None:
    """NaN and infinity cannot be drawn; a note has their number. Nothing to be drawn is no picture."""
    (picture,) = drawn([(1, 2)], [complex(nan), complex(inf)])
    assert picture.notes[-1] == "2 values that came back are not finite."
    assert drawn([], [complex(nan)]) == []


@pytest.mark.parametrize("size", [5e-324, 1e-310, 1e-200, 1.0, 1e200, 1.7e308])
def test_any_range_of_floats_is_drawn(size: float) -> None:
    """Neither the largest floats nor the smallest overflow."""
    for factor in (1, 1j, 1 + 1j):
        for picture in drawn([(size * factor, 1), (0, 1)], [size / 2 * factor, -size * factor], [(size, size / 8)]):
            assert "nan" not in picture.svg
            assert "inf" not in picture.svg


finite = st.complex_numbers(allow_nan=False, allow_infinity=False, max_magnitude=1e307)


@given(st.lists(finite, max_size=5), st.lists(finite, max_size=5), st.lists(st.tuples(finite, st.floats(0, 1e300))))
def test_any_numbers_are_drawn(
    exact: list[complex], returned: list[complex], discs: list[tuple[complex, float]]
) -> None:
    """Whatever the numbers are, the picture is well-formed and its marks are inside."""
    for picture in drawn([(z, 1) for z in exact], returned, discs):
        for x, y in (*marks(picture, "exact"), *marks(picture, "returned")):
            assert -7 <= x <= WIDTH
            assert -7 <= y <= WIDTH


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=6, unique=True))
def test_ticks_are_numbers_inside(numbers: list[float]) -> None:
    """Ticks are inside of the axis, ascending, at most as many as there is room for, and their labels differ."""
    scale = chosen_scale(map(abs, numbers))
    low, high = (f(map(scale, numbers)) for f in (min, max))
    if high - low < 2**-40 * max(map(abs, (low, high))):
        return
    axis = Axis(scale, low, high, 300.0)
    offset, ticks = axis.ticks(52)
    places = [place for place, _ in ticks]
    assert places == sorted(places)
    assert all(-1 <= p <= 301 for p in places)
    assert len({label for _, label in ticks}) == len(ticks) <= 6
    assert scale.is_linear or not offset


def test_scale_is_odd_and_without_jumps() -> None:
    """The logarithmic scale is linear around 0 and continues on both sides."""
    scale = Scale(1e-3)
    assert [scale(x) for x in (0.0, 1e-3, 1e-2, 1.0, -1.0)] == pytest.approx([0, 1, 2, 4, -4])
