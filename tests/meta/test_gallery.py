"""The gallery in the docs is what symeig says today."""

from __future__ import annotations

import importlib.util
from pathlib import Path

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


def test_gallery_is_up_to_date() -> None:
    """Every page is what `docs/gallery/make.py` writes, and there is no other."""
    spec = importlib.util.spec_from_file_location("make", GALLERY / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    pages = dict(make.pages())
    assert set(GALLERY.glob("*/*.md")) == set(pages)
    for path, text in pages.items():
        assert path.read_text(encoding="utf-8") == text, path.name
