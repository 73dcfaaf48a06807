"""The exponential of tA, which solves x' = Ax."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.errors import InputError
from symeig.worked.goals.power import find_function
from symeig.worked.rules.functions import Exponential
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["LETTERS", "plan"]

# Letters for t: the first that the matrix does not have is taken where none is given.
LETTERS = "tsτ"


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to exp(tA).

    Raises:
        InputError: t is no letter.
    """
    if not telling.argument.is_Symbol:
        msg = f"The argument is {telling.argument}. A worked exponential exp(tA) has a letter there. Give t, say."
        raise InputError(msg)
    yield from find_function(telling, Exponential(telling.argument), "exponential")
