"""The most that the matrix allows: a diagonalization, else the Jordan form with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.goals.jordan import find_decomposition
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its simplest form."""
    yield from find_decomposition(telling, "auto")
