"""In the site a page of the gallery is the HTML that `symeig solve` writes; on its own it is the same in Markdown."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from symeig import solve

__all__ = ["setup"]

_MAKE = Path(__file__).parents[1] / "gallery" / "make.py"


def _examples() -> dict[str, tuple[str, str]]:
    """The matrix and the goal of each page, by its name."""
    spec = importlib.util.spec_from_file_location("gallery_make", _MAKE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(_MAKE)
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    return {name: (matrix, goal) for name, matrix, goal, *_ in make.EXAMPLES}


def setup(app: Sphinx) -> dict[str, Any]:
    """Replace what stands below title and command."""
    examples = _examples()

    def replace(_app: Sphinx, page: str, source: list[str]) -> None:
        folder, _, name = page.rpartition("/")
        if not folder.startswith("gallery/") or name not in examples:
            return
        matrix, goal = examples[name]
        title, command = source[0].split("\n\n")[:2]
        html = solve(matrix, goal=goal, language=folder[-2:]).to_html(standalone=False)
        source[0] = f"{title}\n\n{command}\n\n~~~{{raw}} html\n{html}\n~~~\n"

    app.connect("source-read", replace)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
