"""A power of the matrix, with a letter or an integer as exponent."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.errors import InputError
from symeig.worked.formulas import Name
from symeig.worked.goals.jordan import find_basis
from symeig.worked.messages import say
from symeig.worked.rules.assembly import Assembly, assembly
from symeig.worked.rules.conclusion import Conclusion
from symeig.worked.rules.conditions import conditions
from symeig.worked.rules.functions import Function, Power, functions
from symeig.worked.rules.spectral import spectral_sum
from symeig.worked.rules.statement import statement
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["LETTERS", "find_function", "plan"]

# Letters for the exponent: the first that the matrix does not have is taken where none is given.
LETTERS = "nkm"


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its power.

    Raises:
        InputError: The exponent is neither a letter nor an integer.
        SingularMatrixError: It is negative, and the matrix is singular.
    """
    n = telling.argument
    if not (n.is_Integer or n.is_Symbol):
        msg = f"The exponent is {n}. A worked power has a letter or an integer there. Give n or 10, say."
        raise InputError(msg)
    yield from find_function(telling, Power(n), "power")


def find_function(telling: Telling, function: Function, task: str) -> Iterator[Step]:
    """From the matrix to a function of it: by P and D or J, else as a sum over the eigenvalues.

    Args:
        telling: The eigensystem and its conventions.
        function: Which one.
        task: The goal that the statement names.
    """
    function.of(telling.system)
    whole = {"function": function.written(Name("A"))}
    if not telling.n:
        yield from statement(telling, task, **whole)
        yield Conclusion(
            id="conclusion", goal=say("section-conclusion"), answer=say("answer-empty-function"), freedom=()
        )
        return
    steps = list(find_basis(telling, task, **whole))
    yield from steps
    assembled = next(assembly(telling), None)
    if isinstance(assembled, Assembly):
        yield assembled
        *before, last = functions(telling, function, task, assembled)
    else:
        *before, last = spectral_sum(telling, function, task)
    yield from before
    yield last
    yield from conditions(telling, steps)
    yield Conclusion(
        id="conclusion",
        goal=say("section-conclusion"),
        answer=say(f"answer-{task}", A=Name("A")),
        freedom=(),
        results=() if last.after is None else (last.after,),
    )
