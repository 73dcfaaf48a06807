"""What the zoo keeps: an eigensolver, what it is asked for, and what is wrong with it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from tests.zoo.algorithms import each_matrix

__all__ = ["Kind", "Shelf", "Solver", "Specimen"]

Kind = Literal["eig", "eigh", "eigvals", "eigvalsh"]
Solver = Callable[[NDArray[Any]], Any]


@dataclass(frozen=True)
class Specimen:
    """An eigensolver with the interface of the function of ``numpy.linalg`` that its kind names.

    Attributes:
        name: A unique name for tables.
        kind: The function of ``numpy.linalg`` whose place the solver takes.
        solver: Takes an array of shape (..., n, n) and returns ``(w, v)`` or ``w``.
        fault: What is wrong in one line; how a correct one differs from NumPy.
        contract: The promises beyond those of NumPy that the solver breaks; empty if it breaks NumPy's own.
    """

    name: str
    kind: Kind
    solver: Solver
    fault: str
    contract: Mapping[str, Any] = field(default_factory=dict, hash=False)


class Shelf:
    """Specimens in the order in which they are defined: a function's name and docstring become name and fault."""

    def __init__(self) -> None:
        self.specimens: list[Specimen] = []

    def whole(self, kind: Kind, **contract: Any) -> Callable[[Solver], Solver]:
        """Register a function of the array as the caller gives it."""
        return lambda solve: self._put(kind, solve, solve, contract)

    def each(self, kind: Kind, **contract: Any) -> Callable[[Solver], Solver]:
        """Register a function of one matrix, n ≥ 1: contiguous, in floating point and the machine's byte order."""
        return lambda solve: self._put(kind, solve, each_matrix(kind, solve), contract)

    def _put(self, kind: Kind, function: Solver, solver: Solver, contract: Mapping[str, Any]) -> Solver:
        """Register a solver under the name of a function."""
        fault = (inspect.getdoc(function) or "").splitlines()[0]
        quiet = np.errstate(all="ignore")(solver)
        self.specimens.append(Specimen(function.__name__.replace("_", "-"), kind, quiet, fault, contract))
        return function
