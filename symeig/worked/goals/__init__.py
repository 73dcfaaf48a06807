"""The goals: each module is one, named after it, and has a function `plan` that puts rules in order.

A new goal is one new module here, with its message ``task-<name>`` in the catalogues.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["goals", "plan"]


def goals() -> tuple[str, ...]:
    """The names of the goals.

    Examples:
        >>> goals()
        ('auto', 'diagonalize', 'eigenvalues', 'eigenvectors', 'jordan', 'orthogonal')
    """
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def plan(goal: str, telling: Telling) -> Iterator[Step]:
    """The steps towards a goal."""
    yield from import_module(f"{__name__}.{goal}").plan(telling)
