"""Known mistakes in claims: definiteness, and diagonalizability with its reasons."""

from __future__ import annotations

import re

from symeig.answers.claims import Kind, YesOrNo
from symeig.answers.judges.claims import definiteness, judge_diagonalizable
from symeig.answers.mistakes import replays
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.inertia import sign

__all__ = ["definiteness_mistake", "diagonalizable_mistake"]

_ABOUT_INVERTIBILITY = re.compile(
    r"\bdet\b|determinant|invertible|singular|inverse|rank|định thức|khả nghịch|suy biến", re.IGNORECASE
)


def definiteness_mistake(system: Eigensystem, claim: Kind) -> str | None:
    """The code of the known mistake that leads to a claim; None where none does."""
    true = definiteness(system.inertia)
    if not set(claim.denied).isdisjoint(true) or not set(claim.others) <= set(true):
        return None
    if claim.name in true:
        return "M_WEAKER"
    if claim.name.replace("definite", "semidefinite") in true:
        return "M_PSD_AS_PD"
    entries = [x for row in replays.elements(system) for x in row]
    are_real = all(system.field.conjugate(x) == x for x in entries)
    has_positive_entries = are_real and all(sign(x, system.field) > 0 for x in entries)
    if claim.name.startswith("positive") and has_positive_entries and system.inertia.negative:
        return "M_POSITIVE_ENTRIES"
    return None


def diagonalizable_mistake(system: Eigensystem, claim: YesOrNo, text: str, policy: Policy) -> str | None:
    """The same for yes or no, with what was said in support of it."""
    if system.field.has_parameters:
        is_right_somewhere = any(item.earned for item in judge_diagonalizable(system, claim, policy).items)
        return "M_GENERIC_ONLY" if is_right_somewhere else None
    says_no = not claim.yes and not any(c.is_defective for c in system.components)
    if says_no and system.rank < system.dimension and _ABOUT_INVERTIBILITY.search(text):
        return "M_INVERTIBLE_DIAGONALIZABLE"
    if says_no and any(c.algebraic_multiplicity > 1 for c in system.components):
        return "M_REPEATED_MEANS_DEFECTIVE"
    if says_no and system.rank < system.dimension:
        return "M_INVERTIBLE_DIAGONALIZABLE"
    return None
