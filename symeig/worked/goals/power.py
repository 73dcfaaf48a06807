"""A power of the matrix, with a letter or an integer as exponent."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Integer

from symeig.errors import InputError
from symeig.worked.formulas import Equality, Formula, Name, Relation
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
    asked: dict[str, Formula] = {"function": function.written(Name("A"))}
    is_number = isinstance(function, Power) and bool(function.n.is_Integer)
    if isinstance(function, Power) and not is_number:
        asked["range"] = Relation((function.n, Integer(0)), "≥")
    question = "power-of-number" if is_number and task == "power" else task
    if not telling.n:
        yield from statement(telling, question, **asked)
        answer = say("answer-empty-function")
        yield Conclusion(id="conclusion", goal=say("section-conclusion"), answer=answer, freedom=())
        return
    steps = list(find_basis(telling, question, **asked))
    yield from steps
    assembled = next(assembly(telling), None)
    if isinstance(assembled, Assembly):
        yield assembled
        found = list(functions(telling, function, task, assembled))
    else:
        found = list(spectral_sum(telling, function, task))
    yield from found
    yield from conditions(telling, [*steps, *found])
    exact, identity = _in_numbers(telling, function) if is_number and not isinstance(assembled, Assembly) else ((), ())
    results = () if found[-1].after is None else (found[-1].after,)
    yield Conclusion(
        id="conclusion",
        goal=say("section-conclusion"),
        answer=say(f"answer-{task}", A=Name("A")),
        freedom=(),
        results=(*results, *exact),
        identity=identity,
        is_answer=True,
    )


def _in_numbers(telling: Telling, function: Function) -> tuple[tuple[Formula, ...], tuple[Equality, ...]]:
    """A power with a number as exponent, multiplied out, where the eigenvalues leave a sum of it."""
    found = function.of(telling.system)
    shown = Relation((function.written(Name("A")), found), "=")
    return (shown,), function.proof(telling.A, found)
