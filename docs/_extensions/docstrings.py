"""Docstrings are written to be read as they are: |λ| is an absolute value in them, and dollars enclose formulas."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

__all__ = ["setup"]

# Code between backticks; outside of it a formula between dollars, or a bar.
_SIGNS = re.compile(r"(`+).*?\1|\$([^$]+)\$|\|")


def _sign(found: re.Match[str]) -> str:
    if found[2]:
        return f":math:`{found[2]}`"
    return "\\|" if found[0] == "|" else found[0]


def _translate(_app: Sphinx, _kind: str, _name: str, _thing: object, _options: object, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        if not line.lstrip().startswith((">>>", "...")):
            lines[number] = _SIGNS.sub(_sign, line)


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every docstring after napoleon."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", _translate, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
