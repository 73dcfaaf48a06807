"""Examples are coloured as what they are, and end with their last line: the empty one behind it is for doctest."""

from __future__ import annotations

from typing import Any

from docutils.nodes import Text, document, literal_block
from sphinx.application import Sphinx

__all__ = ["setup"]


def _trimmed(_app: Sphinx, tree: document) -> None:
    for block in tree.findall(literal_block):
        text = block.astext().rstrip()
        block.rawsource = text
        block.clear()
        block.append(Text(text))
        if text.startswith(">>> "):
            block["language"] = "pycon"


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every page when it has been read."""
    app.connect("doctree-read", _trimmed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
