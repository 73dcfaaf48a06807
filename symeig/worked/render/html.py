"""A solution as HTML with MathML: a page that needs nothing else, or an element for a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from symeig.worked.messages import Message, Run, catalogue, say
from symeig.worked.render.mathml import NARROW, MathML, width
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Paragraph, Step

__all__ = ["to_html"]

_MATH = re.compile("<math>.*?</math>")

# What may not begin a line: a stop behind a formula.
_STOP = re.compile(r"[.,;:!?)]+")


def to_html(solution: WorkedSolution, *, standalone: bool = True) -> str:
    """A solution as HTML, which is well-formed XML too.

    Args:
        solution: What is told, in its language and at its level.
        standalone: Whether to write a whole page; else an ``article`` with its style, for a page that there is. It
            takes the colours and the letters of that page.
    """
    writer = _Writer(MathML(catalogue(solution.language), solution.variable), standalone)
    body = "\n".join(writer.body(solution))
    if not standalone:
        style = f"<style>\n{_style('solution')}</style>"
        return f'<article class="symeig" lang="{solution.language}">\n{style}\n{body}\n</article>\n'
    return f"""<!DOCTYPE html>
<html lang="{solution.language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{escape(writer.words(solution.title))}</title>
<style>
{_style("page")}{_style("solution")}</style>
</head>
<body>
<main class="symeig">
{body}
</main>
</body>
</html>
"""


@lru_cache
def _style(name: str) -> str:
    return (files("symeig.worked.render") / f"{name}.css").read_text(encoding="utf-8")


class _Writer:
    """Writes parts of a solution."""

    def __init__(self, mathematics: MathML, is_page: bool) -> None:  # noqa: FBT001
        self.mathematics = mathematics
        self.is_page = is_page

    def words(self, message: Message) -> str:
        return self.mathematics.catalogue.words(message)

    def body(self, solution: WorkedSolution) -> Iterator[str]:
        """The title and the sections. In a page they can be linked to; in a notebook there may be several solutions."""
        title, heading = ("h1", "h2") if self.is_page else ("h2", "h3")
        yield f"<{title}>{self.text(solution.title)}</{title}>"
        for number, (goal, steps) in enumerate(solution.sections, 1):
            label, name = f' aria-labelledby="part-{number}"', f' id="part-{number}"'
            yield f"<section{label if self.is_page else ''}>"
            yield f"<{heading}{name if self.is_page else ''}>{number}. {self.text(goal)}</{heading}>"
            for step in steps:
                yield from self.step(step, solution.level)
            yield "</section>"

    def step(self, step: Step, level: int) -> Iterator[str]:
        yield f'<div class="step" id="{step.id}">' if self.is_page else '<div class="step">'
        for block in step.blocks(level):
            yield from self.block(block)
        yield "</div>"

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            text = " ".join(map(self.text, block.sentences))
            yield f"<p{self.scrolling(_MATH.findall(text))}>{text}</p>"
            return
        for line in self.mathematics.displayed(block.formulas):
            yield f'<div class="display"{self.scrolling(line)}>{"".join(line)}</div>'

    def scrolling(self, formulas: Sequence[str]) -> str:
        """What lets the keyboard scroll formulas that may be too wide for the screen, and names them."""
        if max(map(width, formulas), default=0) <= NARROW:
            return ""
        return f' tabindex="0" role="group" aria-label={quoteattr(self.words(say("wide-formula")))}'

    def text(self, message: Message) -> str:
        """A message, its formulas as MathML; no line begins with the stop behind one."""
        runs = self.mathematics.catalogue.runs(message)
        return "".join(self.runs(runs))

    def runs(self, runs: Sequence[Run]) -> Iterator[str]:
        stop = 0
        for run, following in pairwise([*runs, ""]):
            if isinstance(run, str):
                yield escape(run[stop:])
                stop = 0
                continue
            found = _STOP.match(following) if isinstance(following, str) else None
            stop = found.end() if found else 0
            *_, last = _MATH.finditer(formula := self.mathematics.inline(run))
            kept = f'<span class="with-stop">{last[0]}{found[0]}</span>' if found else last[0]
            yield formula[: last.start()] + kept
