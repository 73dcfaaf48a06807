"""The inverse, by the eigenvalues and eigenvectors."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Integer

from symeig.worked.goals.power import find_function
from symeig.worked.rules.functions import Power
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its inverse.

    Raises:
        SingularMatrixError: There is none.
    """
    yield from find_function(telling, Power(Integer(-1)), "inverse")
