"""Where numbers are compared: conjugates are told apart, and what would take too long is refused."""

from __future__ import annotations

import pytest
from sympy import I, sqrt

from symeig import Policy, check, eigensystem
from symeig.answers.arenas import ExactArena
from symeig.errors import BudgetExceededError

QUARTIC = [[0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, 10], [0, 0, 1, 0]]


def test_conjugates_are_told_apart() -> None:
    """Each root of x⁴ − 10x² + 1 is the one that it is, and so are i and −i."""
    system = eigensystem(QUARTIC)
    roots = [a * sqrt(2) + b * sqrt(3) for a in (1, -1) for b in (1, -1)]
    arena = ExactArena(system, roots)
    found = [arena.eigenspace(arena.typed(root)) for root in roots]
    assert [float(s.eigenvalue.enclosure(20).real) for s in found if s] == pytest.approx([float(r) for r in roots])
    turn = ExactArena(eigensystem([[0, -1], [1, 0]]), [I])
    assert [s.eigenvalue.expr for z in (I, -I) if (s := turn.eigenspace(turn.typed(z)))] == [I, -I]


def test_roots_within_roots_are_bounded() -> None:
    """Before a field of a huge degree is built."""
    nested = sqrt(2 + sqrt(3 + sqrt(5))) + sqrt(7 + sqrt(11 + sqrt(13)))
    with pytest.raises(BudgetExceededError, match="roots within roots"):
        ExactArena(eigensystem([[1]]), [nested])


@pytest.mark.parametrize("answer", ["5: 1000000000, 2: 1", "5 (mult. 1001), 2", "5: 0, 2: 1"])
def test_multiplicities_are_bounded(answer: str) -> None:
    """Nobody counts so far, and neither does symeig."""
    assert check([[4, 1], [2, 3]], "eigenvalues", answer).verdict == "invalid"


def test_no_mistake_is_looked_for_under_a_tolerance() -> None:
    """What is equal is a matter of degree there."""
    thousandth = Policy(numeric="tolerance", tolerance="0.001")
    verdict = check([[4, 1], [2, 3]], "eigenvalues", "4, 3", policy=thousandth)
    assert (verdict.verdict, verdict.codes) == ("incorrect", ())
