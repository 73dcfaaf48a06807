"""The gallery in the docs is what symeig says today."""

from __future__ import annotations

from pathlib import Path

from tests.scripts import loaded

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


def test_gallery_is_up_to_date() -> None:
    """Every page is what `docs/gallery/make.py` writes, and there is no other."""
    make = loaded(GALLERY / "make.py")
    pages = dict(make.pages())
    assert set(GALLERY.glob("*/*.md")) == set(pages)
    for path, text in pages.items():
        assert path.read_text(encoding="utf-8") == text, path.name
