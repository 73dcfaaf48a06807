"""Bars in docstrings are absolute values: reStructuredText would take |λ| for the name of a substitution."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

__all__ = ["setup"]

# Code between backticks, or a bar outside.
_CODE_OR_BAR = re.compile(r"(`+).*?\1|\|")


def _bars(_app: Sphinx, _kind: str, _name: str, _thing: object, _options: object, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        if not line.lstrip().startswith((">>>", "...")):
            lines[number] = _CODE_OR_BAR.sub(lambda found: "\\|" if found[0] == "|" else found[0], line)


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every docstring after napoleon."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", _bars, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
