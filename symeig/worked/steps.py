"""A step of a solution: what every kind of step has, and how it is told."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from sympy import Expr

from symeig.worked.formulas import Equality, Formula, Irreducible, Node, Reduction, Statement, Words, parts_of
from symeig.worked.meaning import holds
from symeig.worked.messages import Message

__all__ = ["Block", "Display", "Paragraph", "Step"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, with mathematics between the words."""

    sentences: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Display:
    """Formulas in lines of their own."""

    formulas: tuple[Formula, ...]


Block: TypeAlias = Paragraph | Display


@dataclass(frozen=True, kw_only=True)
class Step(ABC):
    """One step of a solution.

    Each kind of step is a subclass, which keeps what it needs to tell itself and to check itself.

    Attributes:
        id: Of the step within its solution: the same for the same input, "row-reduction-2".
        goal: What the part of the solution is for that the step belongs to: its heading.
        why: What is said before it is done; None where the heading says it.
        level: The least level of detail, 1 to 3, at which the step is told.
        assumed: Expressions in parameters that the step takes to be different from 0.
    """

    kind: ClassVar[str]

    id: str
    goal: Message
    why: Message | None = None
    level: int = 1
    assumed: tuple[Expr, ...] = ()

    @property
    def before(self) -> Formula | None:
        """What the step starts from."""
        return None

    @property
    def operation(self) -> Message | tuple[Formula, ...] | None:
        """What is done with it."""
        return None

    @property
    def after(self) -> Formula | None:
        """What comes out."""
        return None

    @property
    @abstractmethod
    def claim(self) -> tuple[Statement, ...]:
        """What the step states, as statements that are checked exactly."""

    @abstractmethod
    def tell(self, level: int) -> tuple[Block, ...]:
        """The step after its `why`, at a level of detail."""

    def blocks(self, level: int) -> tuple[Block, ...]:
        """The whole step at a level of detail."""
        told = self.tell(level)
        if self.why is None:
            return told
        if told and isinstance(told[0], Paragraph):
            return (Paragraph((self.why, *told[0].sentences)), *told[1:])
        return (Paragraph((self.why,)), *told)

    def check(self) -> bool:
        """Whether the claim is true, and every equality and reduction that the step shows at any level."""
        statements = dict.fromkeys(self.claim)
        for level in (1, 2, 3):
            for formula in _formulas(self.blocks(level)):
                statements.update(dict.fromkeys(_statements(formula)))
        return all(map(holds, statements))


def _formulas(blocks: tuple[Block, ...]) -> Iterator[Formula]:
    for block in blocks:
        if isinstance(block, Display):
            yield from block.formulas
        else:
            for sentence in block.sentences:
                yield from sentence.formulas()


def _statements(formula: Formula) -> Iterator[Statement]:
    if isinstance(formula, Equality | Reduction | Irreducible):
        yield formula
    elif isinstance(formula, Node):
        inside = formula.message.formulas() if isinstance(formula, Words) else parts_of(formula)
        for part in inside:
            yield from _statements(part)
