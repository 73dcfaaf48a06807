r"""A solution as data: JSON by the schema ``solution.schema.json``, which stands beside this module.

Every formula is there twice, as text and in LaTeX; so are sentences, with their formulas in ``\( \)`` for LaTeX.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from symeig.worked.formulas import Equality, Formula, Irreducible, List, Reduction, Statement
from symeig.worked.messages import Message, catalogue
from symeig.worked.render.latex import LatexWriter
from symeig.worked.render.text import formula_text
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Paragraph, Step

__all__ = ["to_json"]

FORMAT = "symeig-solution"
VERSION = 1

_KINDS = {Equality: "equality", Reduction: "reduction", Irreducible: "irreducible"}


def to_json(solution: WorkedSolution) -> str:
    """A solution as JSON: all its steps, those too that its level leaves out of the sections.

    Args:
        solution: Its words are in its language; a step that its level leaves out is told at the step's own level.
    """
    writer = _Writer(solution)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "goal": solution.goal,
        "convention": solution.convention,
        "language": solution.language,
        "level": solution.level,
        "variable": solution.variable,
        "title": writer.message(solution.title),
        "matrix": [list(map(str, row)) for row in solution.eigensystem.matrix.tolist()],
        "sections": [
            {"heading": writer.message(heading), "steps": [step.id for step in steps]}
            for heading, steps in solution.sections
        ],
        "steps": [writer.step(step, max(step.level, solution.level)) for step in solution.steps],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes parts of a solution as data."""

    def __init__(self, solution: WorkedSolution) -> None:
        self.catalogue = catalogue(solution.language)
        self.variable = solution.variable
        self.in_latex = LatexWriter(self.catalogue, solution.variable)

    def step(self, step: Step, level: int) -> dict[str, Any]:
        """A step, and what is told of it at a level."""
        return {
            "id": step.id,
            "kind": step.kind,
            "level": step.level,
            "goal": self.message(step.goal),
            "why": None if step.why is None else self.message(step.why),
            "before": self.optional(step.before),
            "operation": self.operation(step.operation),
            "after": self.optional(step.after),
            "claim": list(map(self.statement, step.claim)),
            "told": list(map(self.block, step.tell(level))),
            "checked": step.check(),
        }

    def block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Paragraph):
            return {"paragraph": list(map(self.message, block.sentences))}
        return {"display": list(map(self.formula, block.formulas))}

    def operation(self, operation: Message | Iterable[Formula] | None) -> Any:
        if operation is None:
            return None
        return self.message(operation) if isinstance(operation, Message) else list(map(self.formula, operation))

    def statement(self, statement: Statement) -> dict[str, Any]:
        """A statement, and the polynomial that λ is a root of in it."""
        modulus = None if isinstance(statement, Irreducible) else self.optional(statement.modulus)
        return {"states": _KINDS[type(statement)], **self.formula(statement), "modulus": modulus}

    def optional(self, formula: Formula | None) -> dict[str, str] | None:
        return None if formula is None else self.formula(formula)

    def formula(self, formula: Formula) -> dict[str, str]:
        return {"text": self.text(formula), "latex": self.latex(formula)}

    def text(self, formula: Formula) -> str:
        return formula_text(formula, self.catalogue, self.variable)

    def latex(self, formula: Formula) -> str:
        if isinstance(formula, List):
            return r", \; ".join(map(self.latex, formula.items))
        return self.in_latex.inline(formula).strip("$")

    def message(self, message: Message) -> dict[str, str]:
        runs = self.catalogue.runs(message)
        return {
            "text": "".join(run if isinstance(run, str) else self.text(run) for run in runs),
            "latex": "".join(run if isinstance(run, str) else rf"\({self.latex(run)}\)" for run in runs),
        }
