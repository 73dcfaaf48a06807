"""Eigenvalues: each one that is right earns its mark, whatever the order and the notation; an extra one cancels one.

A list in which a value is repeated claims multiplicities, and so does one with multiplicities in words; any other list
claims the set, unless the policy requires multiplicities. Where the policy asks for an order, that is an item more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from symeig.answers.arenas import Arena, ExactArena, RoundedArena, ToleranceArena
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.reading.structures import Number

__all__ = ["arena_for", "judge_eigenvalues", "wanted_spaces"]


def arena_for(system: Eigensystem, values: Iterable[Any], policy: Policy) -> Arena:
    """Where the numbers of an answer are compared, by the policy."""
    if policy.tolerance is not None and not system.field.has_parameters:
        if policy.numeric == "tolerance":
            return ToleranceArena(system, policy.tolerance)
        if policy.numeric == "rounded":
            return RoundedArena(system, policy.tolerance, policy.digits)
    return ExactArena(system, values)


def wanted_spaces(system: Eigensystem, policy: Policy) -> list[Eigenspace]:
    """The eigenspaces of the eigenvalues that are asked for: all, or those of real ones where there are no letters."""
    only_real = policy.field == "real" and not system.field.has_parameters
    return [s for s in system.eigenspaces if not only_real or s.eigenvalue.is_real]


def judge_eigenvalues(system: Eigensystem, given: Sequence[Number], policy: Policy) -> Judged:
    """The marks for a list of eigenvalues.

    Args:
        system: The matrix.
        given: The numbers, in the order given.
        policy: What is accepted.
    """
    arena = arena_for(system, (v.value for v in given), policy)
    wanted = wanted_spaces(system, policy)
    if not wanted:
        return Judged((mark("none", not given),))
    counts: Counter[int] = Counter()
    listed: list[int] = []
    surplus = 0
    for value in given:
        space = arena.eigenspace(arena.typed(value.value))
        if space is not None and space in wanted:
            counts[wanted.index(space)] += value.multiplicity or 1
            listed.append(wanted.index(space))
        else:
            surplus += value.multiplicity or 1
    claimed = any(count > 1 for count in counts.values()) or any(v.multiplicity is not None for v in given)
    with_multiplicity = policy.multiplicity == "required" or claimed
    items = []
    for k, space in enumerate(wanted):
        needed = space.algebraic_multiplicity if with_multiplicity else 1
        items += [mark("eigenvalue", j < counts[k]) for j in range(needed)]
        surplus += max(0, counts[k] - needed)
    if policy.order != "free" and not system.field.has_parameters:
        # Eigenspaces stand in ascending order of real eigenvalues.
        reals = [k for k in listed if wanted[k].eigenvalue.is_real]
        in_order = reals == sorted(reals, reverse=policy.order == "descending")
        items.append(mark("listed-in-order", in_order and all(item.earned for item in items)))
    # What is wrong stands first in the place of what is missing.
    missing = sum(not item.earned for item in items)
    return Judged(tuple(items), Fraction(max(0, surplus - missing)))
