"""What holds in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

import pytest

from symeig import solve
from symeig.worked.formulas import Statement
from symeig.worked.messages import catalogue
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Step

FORMATS: dict[str, Callable[[WorkedSolution], str]] = {
    "text": WorkedSolution.to_text,
    "LaTeX": WorkedSolution.to_latex,
    "Markdown": WorkedSolution.to_markdown,
    "HTML": WorkedSolution.to_html,
    "JSON": WorkedSolution.to_json,
}
each_format = pytest.mark.parametrize("name", FORMATS)


@dataclass(frozen=True, kw_only=True)
class Silent(Step):
    """A step that tells nothing."""

    kind: ClassVar[str] = "silent"

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (it is the same at every level)
        """Nothing."""
        return ()


@cache
def solved() -> WorkedSolution:
    """A solution, made once."""
    return solve([[4, 1], [2, 3]])


@pytest.mark.parametrize("name", ["text", "LaTeX", "Markdown"])
def test_step_that_tells_nothing_leaves_no_trace(name: str) -> None:
    """A step without blocks among others changes nothing that is read."""
    first, *others = solved().steps
    silent = Silent(id="silent-1", goal=first.goal)
    assert FORMATS[name](replace(solved(), steps=(first, silent, *others))) == FORMATS[name](solved())


@each_format
def test_section_that_tells_nothing_is_a_heading(name: str) -> None:
    """A section whose only step has no blocks has its heading; where steps have ids, the step has one."""
    goal = solved().steps[0].goal
    told = FORMATS[name](replace(solved(), steps=(Silent(id="silent-1", goal=goal),)))
    assert catalogue("en").words(goal) in told
    assert name not in {"HTML", "JSON"} or "silent-1" in told


@each_format
def test_same_solution_is_written_the_same_way(name: str) -> None:
    """What was written before, and is remembered, does not change what is written."""
    once = FORMATS[name](solved())
    FORMATS[name](solve([[0, -1], [1, 0]], variable="mu"))
    assert FORMATS[name](solved()) == once
