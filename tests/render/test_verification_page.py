"""A browser shows reports of verifications, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from symeig.numeric.render.html import fragment, render
from tests.render.test_html_in_browser import AXE, SCREENS, framed, shown
from tests.unit.numeric.reports import REPORTS

pytestmark = pytest.mark.slow
each_report = pytest.mark.parametrize("name", REPORTS)

# A page of a notebook, in which a report is a part.
NOTEBOOK = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Notebook</title>
<style>body {{ background: #fff; color: #111; margin: 8px }}</style></head>
<body><main><h1>Notebook</h1>{}</main></body></html>"""


@each_report
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On every screen the page is as wide as the screen; what is wider scrolls inside, and the keyboard reaches it."""
    script = """{
      width: page.documentElement.scrollWidth,
      unreachable: [...page.querySelectorAll("main *")]
        .filter((e) => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto" && e.tabIndex < 0)
        .map((e) => e.outerHTML.slice(0, 200)),
    }"""
    expected = [{"width": width, "unreachable": []} for width in SCREENS]
    assert shown(framed(render(REPORTS[name]), SCREENS, script), tmp_path) == expected


@each_report
def test_fragment_stays_in_its_page(name: str, tmp_path: Path) -> None:
    """In the page of a notebook a report is no wider than that page."""
    page = NOTEBOOK.format(fragment(REPORTS[name]))
    script = "page.documentElement.scrollWidth"
    assert shown(framed(page, SCREENS, script), tmp_path) == SCREENS


@each_report
def test_pictures_can_be_read(name: str, tmp_path: Path) -> None:
    """Pictures have a size, their words stay inside and stand apart, and letters are not too small on a phone."""
    script = """[...page.querySelectorAll("svg.picture")].map((svg) => {
      const box = svg.getBoundingClientRect();
      const ticks = [...svg.querySelectorAll("text:not(.count)")].map((e) => e.getBoundingClientRect());
      const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2;
      return {
        empty: !box.width || !box.height,
        outside: ticks.filter((t) => t.left < box.left - 1 || t.right > box.right + 1
          || t.top < box.top - 1 || t.bottom > box.bottom + 1).length,
        overlapping: ticks.filter((a, i) => ticks.some((b, k) => i < k && overlap(a, b))).length,
        small: box.width / svg.viewBox.baseVal.width * 11 < 9,
      };
    })"""
    for pictures in shown(framed(render(REPORTS[name]), SCREENS, script), tmp_path):
        assert [p for p in pictures if any(p.values())] == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
@each_report
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """The checker axe finds nothing to complain of, in light and in dark colours."""
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    text = render(REPORTS[name]).replace("</body>", AXE.format(axe=axe))
    number = ["dark", "light"].index(scheme)
    found = shown(text, tmp_path, f"--blink-settings=preferredColorScheme={number}", "--window-size=500,900")
    assert (found["dark"], found["violations"]) == (scheme == "dark", [])
    assert {"color-contrast", "heading-order"} <= set(found["passes"])


def test_fragment_is_accessible(tmp_path: Path) -> None:
    """So it is as a part of a notebook's page."""
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    text = NOTEBOOK.format(fragment(REPORTS["mixed"])).replace("</body>", AXE.format(axe=axe))
    assert shown(text, tmp_path)["violations"] == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_marks_can_be_told_from_the_page(scheme: str, tmp_path: Path) -> None:
    """Crosses, dots and circles have a contrast of at least 3 to the page, in light and in dark colours."""
    script = """<pre id="result"></pre><script>
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255)
          .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      const marks = ["exact", "returned", "disc"].map((kind) => {
        const style = getComputedStyle(document.querySelector("svg." + "picture ." + kind));
        const mark = light(kind === "returned" ? style.fill : style.stroke);
        return Math.max(mark, paper) / Math.min(mark, paper);
      });
      document.querySelector("#result").textContent = JSON.stringify(marks);
    </script></body>"""
    text = render(REPORTS["undone"]).replace("</body>", script)
    number = ["dark", "light"].index(scheme)
    assert min(shown(text, tmp_path, f"--blink-settings=preferredColorScheme={number}")) >= 3
