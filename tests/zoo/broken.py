"""The broken solvers, from those that no test misses to those that fail on one kind of matrix only."""

from __future__ import annotations

from tests.zoo import broken_inputs, broken_methods, broken_symmetric, broken_values, broken_vectors
from tests.zoo.specimens import Specimen

__all__ = ["BROKEN"]

SHELVES = (broken_vectors, broken_values, broken_symmetric, broken_inputs, broken_methods)

BROKEN: tuple[Specimen, ...] = tuple(specimen for module in SHELVES for specimen in module.SHELF.specimens)
