"""A browser shows pictures as SVG on a phone, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.browser import framed, shown, violations
from tests.unit.plots.pictures import LANGUAGES, PICTURES, content, picture

pytestmark = pytest.mark.slow

PHONE = 360

PAGE = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"/><title>Pictures</title>
<style>body {{ margin: 0; background: #fff }} svg {{ display: block; width: 100%; height: auto }}</style></head>
<body><main><h1>Pictures</h1>{pictures}</main></body></html>"""

# Where words are: outside of their picture, over each other, or too small. A turned text has a turned box.
WORDS = """[...page.querySelectorAll("svg")].map((svg) => {
  const box = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].map((e) => [e.textContent, e.getBoundingClientRect()]);
  const meet = (a, b, from, to, free) => a[from] < b[to] - free && b[from] < a[to] - free;
  const overlap = (a, b) => meet(a, b, "left", "right", 2) && meet(a, b, "top", "bottom", 4);
  return {
    outside: words.filter(([, t]) => t.left < box.left - 1 || t.right > box.right + 1
      || t.top < box.top - 1 || t.bottom > box.bottom + 1).map(([text]) => text),
    overlapping: words.filter(([, a], i) => words.some(([, b], k) => i < k && overlap(a, b))).map(([text]) => text),
    small: [...svg.querySelectorAll("text")]
      .filter((e) => parseFloat(getComputedStyle(e).fontSize) * box.width / svg.viewBox.baseVal.width < 9)
      .map((e) => e.textContent),
  };
})"""


def inline(name: str, language: str) -> str:
    """A picture as an element of a page."""
    return "<svg" + content(picture(name, language)).decode().partition("<svg")[2]


def page(language: str) -> str:
    """A page with all pictures."""
    return PAGE.format(language=language, pictures="\n".join(inline(name, language) for name in PICTURES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_on_a_phone(language: str, tmp_path: Path) -> None:
    """Words stay inside their picture and apart from each other, and none is smaller than nine pixels."""
    (found,) = shown(framed(page(language), [PHONE], WORDS), tmp_path)
    assert len(found) == len(PICTURES)
    faults = {name: words for name, words in zip(PICTURES, found, strict=True) if any(words.values())}
    assert faults == {}


@pytest.mark.parametrize("name", ["discs of the lesson", "singular", "polynomial with both", "Jordan structure"])
def test_pictures_are_accessible(name: str, tmp_path: Path) -> None:
    """The checker finds a name for the picture, and nothing to complain of."""
    text = PAGE.format(language="en", pictures=inline(name, "en"))
    assert violations(text, tmp_path) == []
