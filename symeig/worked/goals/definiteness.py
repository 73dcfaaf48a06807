"""The definiteness of a symmetric or Hermitian matrix, by the signs of its eigenvalues."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.formulas import Name
from symeig.worked.goals.eigenvalues import find_eigenvalues
from symeig.worked.messages import say
from symeig.worked.rules.conclusion import Conclusion
from symeig.worked.rules.definiteness import signs_of_eigenvalues
from symeig.worked.rules.minors import leading_minors
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to the word.

    Raises:
        NotHermitianError: The matrix is not its own conjugate transpose.
        UndecidedError: The word depends on parameters.
    """
    word = telling.system.definiteness
    yield from find_eigenvalues(telling, "definiteness")
    answer = say("answer-empty")
    if telling.n:
        yield from signs_of_eigenvalues(telling, say("section-definiteness"))
        yield from leading_minors(telling)
        answer = say(f"answer-is-{word.replace(' ', '-')}", A=Name("A"))
    yield Conclusion(id="conclusion", goal=say("section-conclusion"), answer=answer, freedom=())
