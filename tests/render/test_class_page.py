"""A browser shows summaries of classes and verdicts, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from symeig import check
from symeig.answers.batch.render.html import render
from symeig.answers.batch.summary import VERDICTS
from symeig.answers.render.html import to_html
from tests.render.test_html_in_browser import AXE, SCREENS, framed, shown
from tests.unit.answers.test_class_summary import FOUND, MANY

pytestmark = pytest.mark.slow

LONG = {"P": "[[" + ", ".join(["1234567890"] * 60) + "]]", "D": "1"}
PAGES = {
    "class": render(FOUND, "en"),
    "class-vi": render(FOUND, "vi"),
    "hostile": render(MANY, "vi"),
    "nobody": render([], "en"),
    "verdict": to_html(check("4 1; 2 3", "eigenvalues", "7, 10", hints="full"), "en", marks=True),
    "unreadable": to_html(check("4 1; 2 3", "diagonalize", LONG), "en"),
}
each_page = pytest.mark.parametrize("name", PAGES)
each_scheme = pytest.mark.parametrize("scheme", ["dark", "light"])


def preferring(scheme: str) -> str:
    """The switch of the browser for dark or light colours."""
    return f"--blink-settings=preferredColorScheme={['dark', 'light'].index(scheme)}"


@each_page
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On every screen the page is as wide as the screen; what is wider scrolls inside, and the keyboard reaches it."""
    script = """{
      width: page.documentElement.scrollWidth,
      unreachable: [...page.querySelectorAll("main *")]
        .filter((e) => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto" && e.tabIndex < 0)
        .map((e) => e.outerHTML.slice(0, 200)),
    }"""
    expected = [{"width": width, "unreachable": []} for width in SCREENS]
    assert shown(framed(PAGES[name], SCREENS, script), tmp_path) == expected


@pytest.mark.parametrize("name", ["class", "class-vi", "hostile"])
def test_pictures_can_be_read(name: str, tmp_path: Path) -> None:
    """Pictures have a size, their words stay inside and stand apart, and letters are not too small on a phone."""
    script = """[...page.querySelectorAll("svg.picture")].map((svg) => {
      const box = svg.getBoundingClientRect();
      const words = [...svg.querySelectorAll("text")].map((e) => e.getBoundingClientRect());
      const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3;
      return {
        empty: !box.width || !box.height,
        outside: words.filter((t) => t.left < box.left - 1 || t.right > box.right + 1
          || t.top < box.top - 1 || t.bottom > box.bottom + 1).length,
        overlapping: words.filter((a, i) => words.some((b, k) => i < k && overlap(a, b))).length,
        small: box.width / svg.viewBox.baseVal.width * 11 < 9,
      };
    })"""
    for pictures in shown(framed(PAGES[name], SCREENS, script), tmp_path):
        assert [p for p in pictures if any(p.values())] == []


@each_scheme
@each_page
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """The checker axe finds nothing to complain of, in light and in dark colours."""
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    text = PAGES[name].replace("</body>", AXE.format(axe=axe))
    found = shown(text, tmp_path, preferring(scheme), "--window-size=500,900")
    assert (found["dark"], found["violations"]) == (scheme == "dark", [])
    assert {"color-contrast", "heading-order"} <= set(found["passes"])


@each_scheme
def test_bars_can_be_told_from_the_page(scheme: str, tmp_path: Path) -> None:
    """They have a contrast of at least 3 to it, in light and in dark colours."""
    kinds = [*VERDICTS, "mistake"]
    script = f"""<pre id="result"></pre><script>
      const light = (colour) => {{
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255)
          .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
      }};
      const paper = light(getComputedStyle(document.body).backgroundColor);
      const bars = {kinds}.map((kind) => {{
        const bar = light(getComputedStyle(document.querySelector("svg." + "picture rect." + kind)).fill);
        return Math.max(bar, paper) / Math.min(bar, paper);
      }});
      document.querySelector("#result").textContent = JSON.stringify(bars);
    </script></body>"""
    text = PAGES["class"].replace("</body>", script)
    assert min(shown(text, tmp_path, preferring(scheme))) >= 3
