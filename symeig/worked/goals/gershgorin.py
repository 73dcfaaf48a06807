"""Where the eigenvalues can be, by Gershgorin's discs, without solving for them."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.exact.gershgorin import gershgorin
from symeig.worked.formulas import Name
from symeig.worked.messages import say
from symeig.worked.rules.conclusion import Conclusion
from symeig.worked.rules.discs import discs, real_parts, unions
from symeig.worked.rules.statement import statement
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its discs, and what they contain; with parameters the discs alone."""
    yield from statement(telling, "gershgorin")
    A, goal = telling.system.matrix, say("section-conclusion")
    if not telling.n:
        yield Conclusion(id="conclusion", goal=goal, answer=say("answer-empty"), freedom=())
        return
    found = gershgorin(A)
    yield from discs(telling, found, "rows")
    if not A.is_symmetric():
        yield from discs(telling, found, "columns")
    if A.free_symbols:
        yield Conclusion(id="conclusion", goal=goal, answer=say("answer-discs", A=Name("A")), freedom=())
        return
    yield from unions(found.row_unions, "rows")
    if not A.is_symmetric():
        yield from unions(found.column_unions, "columns")
    least, greatest = real_parts(found)
    name = "answer-interval" if A == A.H else "answer-gershgorin"
    invertible = (say("invertible-by-discs", A=Name("A")),) if found.excludes(0) else ()
    yield Conclusion(
        id="conclusion",
        goal=goal,
        answer=say(name, A=Name("A"), least=least, greatest=greatest),
        freedom=invertible,
    )
