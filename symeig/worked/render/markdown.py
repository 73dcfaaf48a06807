r"""Worked solutions in Markdown, with mathematics in LaTeX between dollar signs.

GitHub, Jupyter and Pandoc read the same text. GitHub's Markdown takes a double backslash for one unless the line ends
there, and its MathJax refuses ``\operatorname``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from symeig.worked.formulas import Formula
from symeig.worked.messages import Message, catalogue
from symeig.worked.render.latex import LatexWriter
from symeig.worked.steps import Block, Paragraph

if TYPE_CHECKING:
    from symeig.worked.solution import WorkedSolution

__all__ = ["to_markdown"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>$~|&#]")
_BEGINS_A_LIST = re.compile(r"^(\d*)([-+.)])(?=\s)")
_ROW_END = re.compile(r" ?\\\\(?:\[\w+\])?\s*")
_OPERATOR = re.compile(r"\\operatorname\{(\w+)\}")
_BULLET = re.compile(r"^([-+]) ", re.MULTILINE)


def to_markdown(solution: WorkedSolution) -> str:
    """A worked solution in Markdown.

    Args:
        solution: What is told.

    Returns:
        Headings, paragraphs, ``$…$`` between words and ``$$`` around formulas in lines of their own.
    """
    writer = LatexWriter(catalogue(solution.language), solution.variable)
    blocks = [f"# {_line(solution.title, writer)}"]
    for number, (heading, steps) in enumerate(solution.sections, 1):
        blocks.append(f"## {number}. {_line(heading, writer)}")
        blocks += [_told(block, writer) for step in steps for block in step.blocks(solution.level)]
    return "\n\n".join(blocks) + "\n"


def _told(block: Block, writer: LatexWriter) -> str:
    if isinstance(block, Paragraph):
        text = " ".join(_line(sentence, writer) for sentence in block.sentences)
        return _BEGINS_A_LIST.sub(r"\1\\\2", text)
    layout = writer.layout(block.formulas)
    if layout.kind == "single":
        return f"$$\n{_mathematics(layout.rows[0])}\n$$"
    return f"$$\n\\begin{{{layout.kind}}}\n{_mathematics(layout.joined())}\n\\end{{{layout.kind}}}\n$$"


def _line(message: Message, writer: LatexWriter) -> str:
    """A message, its mathematics between dollar signs."""
    runs = writer.catalogue.runs(message)
    return "".join(_escaped(run) if isinstance(run, str) else _inline(run, writer) for run in runs)


def _inline(formula: Formula, writer: LatexWriter) -> str:
    return _mathematics(writer.inline(formula))


def _escaped(words: str) -> str:
    r"""Words as Markdown shows them.

    Examples:
        >>> print(_escaped("P_1 * P_2"))
        P\_1 \* P\_2
    """
    return _SPECIAL.sub(r"\\\g<0>", words)


def _mathematics(text: str) -> str:
    r"""LaTeX that survives Markdown: every row on a line of its own, none of them an item of a list.

    Examples:
        >>> print(_mathematics(r"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"))
        \begin{pmatrix} 1 \\
        2 \end{pmatrix}
    """
    rows = _BULLET.sub(r"\1", _ROW_END.sub(r" \\\\\n", text))
    return _OPERATOR.sub(r"\\mathop{\\mathrm{\1}}", rows)
