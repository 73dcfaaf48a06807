"""The drawn pictures in the docs are what their scripts make today, and can be read by all."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.scripts import loaded

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SCRIPTS = [IMAGES / "make_engine.py"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_the_picture_is_what_its_script_makes(script: Path) -> None:
    """The file beside the script is what the script writes, byte for byte."""
    module = loaded(script)
    assert module.PICTURE.read_text(encoding="utf-8") == module.picture()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_it_can_be_read_on_a_phone_in_the_dark_and_aloud(script: Path) -> None:
    """It says in words what is seen, has an opaque white ground, and text in a size that a width of 360 leaves."""
    root = ET.fromstring(loaded(script).picture())  # noqa: S314  (ours)
    title, description, *rest = root
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert len(description.text) > len(title.text)
    width, height = root.get("viewBox").split()[2:]
    assert float(width) <= 360
    ground = next(x for x in rest if x.tag == f"{SVG}rect")
    assert (ground.get("width"), ground.get("height"), ground.get("fill")) == (width, height, "#FFFFFF")
    texts = list(root.iter(f"{SVG}text"))
    assert texts
    assert all(float(text.get("font-size")) >= 12 for text in texts)


def test_the_pictures_of_the_lessons_show_what_their_script_draws() -> None:
    """There is one file for each, with the title and the description of the picture of today."""
    pictures = dict(loaded(IMAGES / "make_lessons.py").pictures())
    assert {path for pattern in ("lesson-*.svg", "review-*.svg") for path in IMAGES.glob(pattern)} == set(pictures)
    for path, picture in pictures.items():
        root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  (ours)
        assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (picture.title, picture.description)
