"""The eigenvalues and a basis of each eigenspace."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.goals.eigenvalues import find_eigenvalues
from symeig.worked.messages import say
from symeig.worked.rules.conclusion import conclusion
from symeig.worked.rules.conditions import conditions
from symeig.worked.rules.conjugates import conjugate
from symeig.worked.rules.eigenspaces import eigenspace
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["find_eigenvectors", "plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its eigenvectors."""
    steps = [*find_eigenvalues(telling, "eigenvectors"), *find_eigenvectors(telling)]
    yield from steps
    yield from conditions(telling, steps)
    yield from conclusion(telling, "eigenvectors", "multiples")


def find_eigenvectors(telling: Telling) -> Iterator[Step]:
    """A basis of each eigenspace; those of conjugate eigenvalues by one computation."""
    for case in telling.cases:
        goal = say("section-eigenvectors", equation=telling.title(case))
        if case.conjugate_of is None:
            yield from eigenspace(telling, case, goal)
        else:
            yield from conjugate(telling, case, goal)
