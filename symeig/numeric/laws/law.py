"""What a law is: a name, a statement, and a function that decides it for a computation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from symeig.numeric.computation import Computation, Coordinates
from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision

__all__ = ["Law", "best"]

# A decision within this of its bound is not looked at in other coordinates.
EASY = 1 / 16


@dataclass(frozen=True)
class Law:
    """A law of numeric eigenvalue computations.

    Attributes:
        name: Stable, in kebab-case.
        statement: As a formula.
        meaning: What is wrong where it is broken, in a sentence.
        promised: Whether it follows from what a routine promises.
        applies: Whether it says something about a computation.
        decide: All decisions for a computation.
        joint: Whether it needs that one backward error explains all eigenvalues together.
    """

    name: str
    statement: str
    meaning: str
    promised: Callable[[Contract], bool] = lambda contract: not contract.is_exact
    applies: Callable[[Computation], bool] = lambda _: True
    decide: Callable[[Computation], Iterable[Decision]] = lambda _: ()
    joint: bool = False


def best(computation: Computation, decide: Callable[[Coordinates], Sequence[Decision]]) -> Sequence[Decision]:
    """The decisions in those coordinates in which the worst of them is best."""
    found: Sequence[Decision] = ()
    worst = inf
    for number, coordinates in enumerate(computation.coordinates):
        decisions = decide(coordinates)
        if number and not decisions:
            continue
        ratio = max((d.ratio for d in decisions), default=0.0)
        if not number or ratio < worst:
            found, worst = [replace(d, coordinates=coordinates.words) for d in decisions], ratio
        if worst <= EASY:
            break
    return found
