"""An orthonormal basis of eigenvectors of a symmetric or Hermitian matrix; refused for others."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.goals.eigenvalues import find_eigenvalues
from symeig.worked.goals.eigenvectors import find_eigenvectors
from symeig.worked.messages import say
from symeig.worked.rules.conclusion import conclusion
from symeig.worked.rules.conditions import conditions
from symeig.worked.rules.definiteness import definiteness
from symeig.worked.rules.orthogonal import across, orthogonal_assembly, orthonormal
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to Q and D.

    Raises:
        NotHermitianError: The matrix is not its own conjugate transpose.
    """
    telling.system.orthogonal()
    goal = say("section-orthonormal")
    steps = [*find_eigenvalues(telling, "orthogonal"), *find_eigenvectors(telling), *across(telling, goal)]
    steps += [step for case in telling.cases for step in orthonormal(telling, case, goal)]
    yield from steps
    form = say("section-orthogonal-form")
    assembled = next(orthogonal_assembly(telling, form), None)
    if assembled is not None:
        yield assembled
    yield from definiteness(telling, form)
    yield from conditions(telling, steps)
    yield from conclusion(telling, "orthogonal", *_freedom(telling), assembled=assembled)


def _freedom(telling: Telling) -> Iterator[str]:
    """What might have been chosen otherwise."""
    yield "signs"
    if len(telling.system.eigenspaces) > 1:
        yield "order-of-columns"
    if any(case.component.geometric_multiplicity > 1 for case in telling.cases):
        yield "rotations"
