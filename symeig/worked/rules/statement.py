"""What is given, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from symeig.worked.formulas import Equality, Formula, List, Name, Statement
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling
from symeig.worked.values import parameters

__all__ = ["Given", "statement"]


@dataclass(frozen=True, kw_only=True)
class Given(Step):
    """The matrix and the task.

    Attributes:
        matrix: A.
        task: What is to be found.
        remarks: On how the matrix was read, and the field of its entries.
    """

    kind: ClassVar[str] = "statement"

    matrix: Name
    task: Message
    remarks: tuple[Message, ...] = ()

    @property
    def after(self) -> Formula:
        """The matrix by its name."""
        return Equality((self.matrix, self.matrix.value))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing: what is given is not proved."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The task, the matrix, the remarks."""
        told: tuple[Block, ...] = (Paragraph((self.task,)), Display((self.after,)))
        return (*told, Paragraph(self.remarks)) if self.remarks else told


def statement(telling: Telling, task: str, **asked: Formula) -> Iterator[Step]:
    """The step that states the task.

    Args:
        telling: The eigensystem and its conventions.
        task: The name of the goal; the message "task-<goal>" says what is to be found.
        asked: What that message speaks of.
    """
    remarks = []
    letters = parameters(telling.system.field)
    if telling.system.given.floats:
        remarks.append(say(f"read-as-{telling.system.given.floats}"))
    if letters:
        remarks.append(say("has-parameters", parameters=List(letters), count=len(letters)))
    yield Given(
        id="statement",
        goal=say("section-task"),
        matrix=telling.A,
        task=say(f"task-{task}", **asked),
        remarks=tuple(remarks),
    )
