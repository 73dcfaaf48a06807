"""The sentence that answers the question, and the freedom that there was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from symeig.worked.formulas import Formula, List, Name, Statement
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["Conclusion", "conclusion"]


@dataclass(frozen=True, kw_only=True)
class Conclusion(Step):
    """The answer in a sentence, and what might have been chosen otherwise.

    Attributes:
        answer: The sentence.
        freedom: What might have been chosen otherwise.
    """

    kind: ClassVar[str] = "conclusion"

    answer: Message
    freedom: tuple[Message, ...]

    @property
    def after(self) -> Formula | None:
        """The formulas of the answer."""
        return List(tuple(self.answer.formulas())) if self.answer.arguments else None

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing new: every part of the answer is the claim of a step before."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:
        """The answer, and from level 2 on the freedom."""
        return (Paragraph((self.answer, *(self.freedom if level > 1 else ()))),)


def conclusion(telling: Telling, answer: str, *freedom: str) -> Iterator[Step]:
    """The last step.

    Args:
        telling: The eigensystem and its conventions.
        answer: What was found: the message "answer-<answer>" says it.
        freedom: What might have been chosen otherwise: the messages "freedom-<freedom>" say it.
    """
    if not telling.cases:
        yield Conclusion(id="conclusion", goal=say("section-conclusion"), answer=say("answer-empty"), freedom=())
        return
    values = [case.value if case.modulus is None else telling.name(p) for case in telling.cases for p in case.places]
    letters = {"A": Name("A"), "P": Name("P"), "D": Name("D"), "J": Name("J"), "Q": Name("Q")}
    eigenvalues: Formula = List(tuple(values))
    yield Conclusion(
        id="conclusion",
        goal=say("section-conclusion"),
        answer=say(f"answer-{answer}", eigenvalues=eigenvalues, count=len(values), **letters),
        freedom=tuple(say(f"freedom-{x}", **letters) for x in freedom),
    )
