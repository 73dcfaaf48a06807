"""A finding in a form that can be shown: exact eigenvalues, certified discs, and what came back."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from flint import fmpq

from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract
from symeig.numeric.dyadic import power_of_two
from symeig.numeric.examination import Shrunk
from symeig.numeric.judging import computations
from symeig.numeric.known import KnownMatrix
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved, TimedOut
from symeig.numeric.problems import Problem
from symeig.numeric.rationals import nearest, root_above
from symeig.numeric.report import Circle, ExactValue, Portrait

__all__ = ["described", "portraits"]

# The largest matrix whose exact eigenvalues are listed.
LARGEST_LISTED = 40


def portraits(shrunk: Shrunk, contract: Contract) -> tuple[Portrait, ...]:
    """The matrices of an input, each with its exact eigenvalues and what came back."""
    return tuple(_portraits(shrunk.problem, shrunk.outcome, contract))


def _portraits(problem: Problem, outcome: Outcome, contract: Contract) -> Iterator[Portrait]:
    computed = list(computations(problem, outcome, contract))
    complete = len(computed) == len(problem.matrices)
    for k, matrix in enumerate(problem.matrices):
        place = f"matrix {k + 1} of {len(problem.matrices)}" if problem.stacked else ""
        listed = matrix.is_known and matrix.dimension <= LARGEST_LISTED
        exact = tuple(exact_values(matrix)) if listed else ()
        returned: tuple[complex, ...] = ()
        circles: tuple[Circle, ...] = ()
        if complete:
            computation = computed[k]
            returned = tuple(_scaled(*z, computation.unit) for z in computation.pairs)
            if listed and not contract.is_hermitian and matrix.dimension:
                circles = tuple(_circles(computation))
        elif isinstance(outcome, Returned) and _is_list_of_values(outcome.values, problem):
            returned = tuple(map(complex, outcome.values.reshape(len(problem.matrices), matrix.dimension)[k]))
        yield Portrait(place, matrix.dimension, exact, circles, returned)


def _is_list_of_values(values: np.ndarray, problem: Problem) -> bool:
    return values.shape == problem.array.shape[:-1] and values.dtype.kind in "fc"


def _scaled(x: fmpq, y: fmpq, unit: int) -> complex:
    return complex(nearest(x * power_of_two(unit)), nearest(y * power_of_two(unit)))


def exact_values(matrix: KnownMatrix) -> Iterator[ExactValue]:
    """The exact eigenvalues of a matrix, those of each summand by themselves."""
    unit = power_of_two(matrix.scale)
    for number, summand in enumerate(matrix.summands):
        powers = [matrix.grading[k] if matrix.grading else 0 for k in matrix.positions(number)]
        for part in summand.spectrum.parts:
            text = part.text if not matrix.scale or part.is_zero else f"2^{matrix.scale} · ({part.text})"
            yield ExactValue(
                text.replace("^-", "^−"),
                nearest(part.real * unit),
                nearest(part.imag * unit),
                part.multiplicity,
                part.blocks,
                nearest(root_above(part.norms2(powers)[0])),
            )


def _circles(computation: Computation) -> Iterator[Circle]:
    unit = power_of_two(computation.unit)
    for disc in computation.coordinates[0].discs:
        yield Circle(
            nearest(disc.real * unit), nearest(disc.imag * unit), nearest(disc.radius * unit), disc.multiplicity
        )


def described(outcome: Outcome) -> str:
    """What came of a call, in words."""
    match outcome:
        case Returned():
            parts = [f"values {_array(outcome.values)}"]
            if outcome.vectors is not None:
                parts.append(f"vectors {_array(outcome.vectors)}")
            if outcome.left is not None:
                parts.append(f"left vectors {_array(outcome.left)}")
            return "; ".join(parts)
        case Solved():
            return repr(outcome.system)
        case Malformed():
            return outcome.what
        case Raised():
            return f"{outcome.kind}: {outcome.message}"
        case Crashed():
            return f"the process ended with {outcome.signal}"
        case TimedOut():
            return f"nothing within {outcome.seconds:g} s"


def _array(array: np.ndarray) -> str:
    return np.array2string(array, separator=", ", threshold=64, max_line_width=10_000).replace("\n", "")
