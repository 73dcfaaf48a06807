"""What was assumed about parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sympy import Expr, Integer

from symeig.worked.formulas import Formula, List, Relation, Statement
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling
from symeig.writing import line

__all__ = ["Conditions", "conditions"]


@dataclass(frozen=True, kw_only=True)
class Conditions(Step):
    """The generic case, and what it takes for granted.

    Attributes:
        nonzero: Expressions in parameters that are taken to be different from 0.
        remarks: What else is taken for granted, and what the conditions are for.
    """

    kind: ClassVar[str] = "conditions"

    nonzero: tuple[Expr, ...]
    remarks: tuple[Message, ...]

    @property
    def after(self) -> Formula | None:
        """The conditions."""
        if not self.nonzero:
            return None
        return List(tuple(Relation((x, Integer(0)), "≠") for x in self.nonzero))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing: a condition is what the proofs of the other steps rest on."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The conditions, and what they are for."""
        shown: tuple[Block, ...] = () if self.after is None else (Display((self.after,)),)
        return (*shown, Paragraph(self.remarks)) if self.remarks else shown


def conditions(telling: Telling, steps: Sequence[Step]) -> Iterator[Step]:
    """The step that states what was assumed; nothing without parameters.

    Args:
        telling: The eigensystem and its conventions.
        steps: Those before, with what they assumed.
    """
    field = telling.system.field
    if not any(g.free_symbols for g in field.generators):
        return
    found = [c.expr for c in telling.system.conditions if c.kind == "nonzero"]
    found += [x for step in steps for x in step.assumed]
    nonzero = {line(x): x for x in found}
    others = [say(f"condition-{c.kind}", expression=c.expr) for c in telling.system.conditions if c.kind != "nonzero"]
    names = List(tuple(sorted({s for g in field.generators for s in g.free_symbols}, key=str)))
    yield Conditions(
        id="conditions",
        goal=say("section-conditions"),
        why=say("assumed-nonzero" if nonzero else "nothing-assumed", names=names, count=len(nonzero)),
        nonzero=tuple(nonzero.values()),
        remarks=(*others, *([say("other-values", names=names)] if nonzero else [])),
    )
