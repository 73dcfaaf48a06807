"""Mathematics as MathML, which browsers show by themselves: no script, no network, readable by screen readers."""

from __future__ import annotations

import re
from typing import Any

from docutils.nodes import SkipNode, math, math_block
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

__all__ = ["setup"]

WORD_JOINER = "\N{WORD JOINER}"

# A minus behind a bracket, a comma or an equals sign belongs to the number that follows it.
_SIGN = re.compile(r"(<mo[^>]*>&#x0(?:0028|002C|003D);</mo>)<mo>&#x02212;</mo>")

# What latex2mathml 3.81 gets wrong: alignment marks stay visible, bars do not stretch, labels of arrows overlap.
_TO_AVOID = ("aligned", "vmatrix", "xrightarrow")


def _mathml(node: math | math_block, display: str) -> str:
    """The element of a formula."""
    formula = node.astext()
    if any(name in formula for name in _TO_AVOID):
        msg = f"This formula is not shown well; write it without {', '.join(_TO_AVOID)}: {formula!r}"
        raise ExtensionError(msg, None, "mathematics")
    try:
        found = convert(formula, display=display)
    except Exception as error:
        msg = f"This formula cannot be read: {formula!r}"
        raise ExtensionError(msg, error, "mathematics") from error
    return _SIGN.sub(r'\1<mo form="prefix">&#x02212;</mo>', found)


def _inline(writer: Any, node: math) -> None:
    following = node.next_node(descend=False, siblings=True)
    # What ends a sentence or a bracket stays with the formula in front of it.
    joiner = WORD_JOINER if following is not None and following.astext()[:1] in set(".,;:!?)") else ""
    writer.body.append(_mathml(node, "inline") + joiner)
    raise SkipNode


def _display(writer: Any, node: math_block) -> None:
    # What is wider than a phone is scrolled by itself, with keys too.
    writer.body.append(f'<div class="formula" tabindex="0" role="group">{_mathml(node, "block")}</div>\n')
    raise SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Enter the notation."""
    app.add_html_math_renderer("mathematics", (_inline, None), (_display, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
