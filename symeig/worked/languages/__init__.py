"""The catalogues, one file for each language; their names are known without reading them."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["languages", "source"]


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are catalogues of.

    Examples:
        >>> languages()
        ('en', 'vi')
    """
    names = (path.name for path in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".ftl") for name in names if name.endswith(".ftl")))


def source(language: str) -> str:
    """The text of a catalogue."""
    return (files(__name__) / f"{language}.ftl").read_text(encoding="utf-8")
