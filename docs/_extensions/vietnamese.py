"""Pages in Vietnamese say so, to browsers, screen readers and search engines."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

__all__ = ["setup"]


def _language(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    if "vi" in page.replace("-", "/").split("/"):
        context["language"] = "vi"


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every page before it is written."""
    app.connect("html-page-context", _language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
