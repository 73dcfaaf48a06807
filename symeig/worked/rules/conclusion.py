"""The sentence that answers the question, and the freedom that there was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sympy import Integer

from symeig.worked.formulas import Equality, Formula, List, Name, Power, Product, Relation, Row, Statement, Words
from symeig.worked.messages import Message, say
from symeig.worked.rules.assembly import Assembly, AssemblyOfCases
from symeig.worked.rules.eigenspaces import are_long, named_basis, written
from symeig.worked.rules.orthogonal import OrthogonalAssembly, OrthogonalAssemblyOfCases
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["Conclusion", "conclusion"]

# The largest matrices that are repeated in the answer, where nothing stands between them and it.
LARGEST_REPEATED = 3


@dataclass(frozen=True, kw_only=True)
class Conclusion(Step):
    """The answer in a sentence, and what might have been chosen otherwise.

    Attributes:
        answer: The sentence.
        freedom: What might have been chosen otherwise.
        results: What the answer speaks of, written out once more from level 2 on.
        identity: What these results are; empty where they hold for each root of a polynomial.
        is_answer: Whether the answer is nothing without them, so that they are written at every level.
    """

    kind: ClassVar[str] = "conclusion"

    answer: Message
    freedom: tuple[Message, ...]
    results: tuple[Formula, ...] = ()
    identity: tuple[Equality, ...] = ()
    is_answer: bool = False

    @property
    def after(self) -> Formula | None:
        """The formulas of the answer."""
        return List(tuple(self.answer.formulas())) if self.answer.arguments else None

    @property
    def claim(self) -> tuple[Statement, ...]:
        """What the results are; every other part of the answer is the claim of a step before."""
        return self.identity

    def tell(self, level: int) -> tuple[Block, ...]:
        """The answer, and from level 2 on the results and the freedom."""
        if not self.results or (level < 2 and not self.is_answer):
            return (Paragraph((self.answer, *(self.freedom if level > 1 else ()))),)
        told = (Paragraph((self.answer,)), Display(self.results))
        return (*told, Paragraph(self.freedom)) if self.freedom else told


def conclusion(telling: Telling, answer: str, *freedom: str, assembled: Step | None = None) -> Iterator[Step]:
    """The last step.

    Args:
        telling: The eigensystem and its conventions.
        answer: What was found: the message "answer-<answer>" says it.
        freedom: What might have been chosen otherwise: the messages "freedom-<freedom>" say it.
        assembled: The step with P and D, or P and J, which the answer repeats; None for none.
    """
    if not telling.cases:
        yield Conclusion(id="conclusion", goal=say("section-conclusion"), answer=say("answer-empty"), freedom=())
        return
    letters = {"A": Name("A"), "P": Name("P"), "D": Name("D"), "J": Name("J"), "Q": Name("Q")}
    eigenvalues = tuple(_value(telling, case) for case in telling.cases)
    one = len(telling.system.eigenspaces) == 1
    results, identity = _matrices(telling, assembled)
    if answer == "eigenvectors":
        results, identity = tuple(_vectors(telling, case) for case in telling.cases), ()
    yield Conclusion(
        id="conclusion",
        goal=say("section-conclusion"),
        answer=say(
            f"answer-{answer}",
            eigenvalues=List(eigenvalues),
            count=1 if one else 2,
            factorization=_factorization(answer, assembled),
            **letters,
        ),
        freedom=tuple(say(f"freedom-{x}", **letters) for x in freedom),
        results=results,
        identity=identity,
    )


def _value(telling: Telling, case: Case) -> Formula:
    """An eigenvalue with its multiplicity where it is not 1, or the roots of a polynomial."""
    m, value = case.component.algebraic_multiplicity, case.value
    written: Formula = value
    if case.modulus is not None:
        names = List(tuple(map(telling.name, case.places)))
        written = Words(say("the-roots", names=names, polynomial=case.modulus, count=len(case.places)))
        return written if m == 1 else Words(say("each-with-multiplicity", values=written.message, number=Integer(m)))
    return written if m == 1 else Words(say("with-multiplicity", value=value, number=Integer(m)))


def _vectors(telling: Telling, case: Case) -> Formula:
    """An eigenvalue beside the basis of its eigenspace."""
    vectors = named_basis(telling, case)
    shown = tuple(Name(v.letter) for v in vectors) if are_long(vectors) else tuple(map(written, vectors))
    return Row((telling.title(case), List(shown)))


def _factorization(answer: str, assembled: Step | None) -> Formula:
    """A = PDP⁻¹, or A = QDQᵀ."""
    if isinstance(assembled, OrthogonalAssembly | OrthogonalAssemblyOfCases):
        return assembled.factorization
    P = Name("P")
    return Relation((Name("A"), Product((P, Name("J" if answer == "jordan" else "D"), Power(P, -1)))), "=")


def _matrices(telling: Telling, assembled: Step | None) -> tuple[tuple[Formula, ...], tuple[Equality, ...]]:
    """P and D, or P and J, and that they belong to A."""
    if not telling.is_worked_in_full:
        return (), ()
    if isinstance(assembled, Assembly):
        A, P, form = assembled.A, assembled.P, assembled.form
        return (assembled.before,), (Equality((Product((A, P)), Product((P, form)))),)
    if isinstance(assembled, OrthogonalAssembly):
        return (assembled.before,), ()
    if isinstance(assembled, AssemblyOfCases) and telling.n <= LARGEST_REPEATED and assembled.after is not None:
        return (assembled.after,), ()
    return (), ()
