"""The goals: each module is one, named after it, and has a function `plan` that puts rules in order.

A new goal is one new module here, with its message ``task-<name>`` in the catalogues.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["argument_letters", "goals", "plan"]


def goals() -> tuple[str, ...]:
    """The names of the goals.

    Examples:
        >>> goals()
        ('auto', 'definiteness', 'diagonalize', 'eigenvalues', 'eigenvectors', 'exponential', 'gershgorin', 'inverse',
         'jordan', 'orthogonal', 'power')
    """
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def argument_letters(goal: str) -> str:
    """The letters for the argument of a goal, the n of a power, the usual one first; none where it has no argument."""
    return str(getattr(import_module(f"{__name__}.{goal}"), "LETTERS", ""))


def plan(goal: str, telling: Telling) -> Iterator[Step]:
    """The steps towards a goal."""
    yield from import_module(f"{__name__}.{goal}").plan(telling)
