"""What came back from a routine, judged: the laws of hygiene first, then those that need numbers, matrix by matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from symeig.errors import InputError
from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract, contract_for
from symeig.numeric.decisions import Decision, satisfied
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.formats import Format, format_of
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.laws import LAWS
from symeig.numeric.laws.exact import EXACT_LAWS
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved, TimedOut
from symeig.numeric.problems import Problem

__all__ = ["Judgement", "computations", "judge", "judge_result"]

# Digits that are expected where the input has integers.
INTEGER_DIGITS = 24


@dataclass(frozen=True)
class Judgement:
    """All that was decided about one call of a routine.

    Attributes:
        decisions: The laws, decided.
        unsupported: Why the routine refused the kind of input; empty where it did not.
    """

    decisions: tuple[Decision, ...] = ()
    unsupported: str = ""

    @property
    def broken(self) -> tuple[Decision, ...]:
        """The decisions that do not hold."""
        return tuple(d for d in self.decisions if not d.holds)

    @property
    def laws(self) -> tuple[str, ...]:
        """The names of the broken laws, in the order of the catalogue."""
        return tuple(dict.fromkeys(d.law for d in self.broken))

    def require(self) -> None:
        """Raise where a law is broken.

        Raises:
            AssertionError: With the worst decision of each broken law.
        """
        if self.broken:
            raise AssertionError("\n".join(f"{d.law}: {d.place} {d.text} (ratio {d.ratio:.3g})" for d in self.broken))


def judge(problem: Problem, outcome: Outcome, contract: Contract, *, only: str | None = None) -> Judgement:
    """What the laws say of the outcome of a call.

    Args:
        problem: What the routine was given.
        outcome: What came of it.
        contract: What it promises.
        only: The one law about numbers that is decided; None for all.
    """
    if isinstance(outcome, Raised) and outcome.unsupported:
        return Judgement(unsupported=f"{outcome.kind}: {outcome.message}")
    if isinstance(outcome, Raised) and not problem.array.size and contract.empty != "empty":
        return Judgement()
    decisions: Iterable[Decision]
    match outcome:
        case Returned():
            decisions = _returned(problem, outcome, contract, only)
        case Solved():
            decisions = _solved(problem, outcome, only)
        case Malformed():
            decisions = [satisfied("shape", False, text=outcome.what)]
        case Raised():
            decisions = [_ended(f"it raised {outcome.kind}: {outcome.message}")]
        case Crashed():
            decisions = [_ended(f"the process ended with {outcome.signal}")]
        case TimedOut():
            decisions = [_ended(f"it had not returned after {outcome.seconds:g} s")]
    return Judgement(tuple(decisions))


def _ended(text: str) -> Decision:
    return satisfied("completes", False, text=text)


def _returned(problem: Problem, outcome: Returned, contract: Contract, only: str | None) -> Iterator[Decision]:
    yield satisfied("completes", True)
    if contract.preserves_input:
        yield satisfied("input-unchanged", not outcome.changed, text="the array is not what it was before the call")
    hygiene = [*_shapes(problem, outcome, contract), *_dtypes(problem, outcome, contract)]
    yield from hygiene
    if not all(d.holds for d in hygiene):
        return
    for number, (matrix, values, vectors, left) in enumerate(_slices(problem, outcome), 1):
        place = f"matrix {number} of {len(problem.matrices)}" if problem.stacked else ""
        arrays = [x for x in (values, vectors, left) if x is not None]
        finite = all(np.isfinite(x).all() for x in arrays)
        decisions = []
        if finite or not _may_overflow(matrix, _working(arrays)):
            decisions.append(satisfied("finite", finite, text="NaN or infinity came back"))
        if finite:
            computation = Computation.of(
                matrix.matrix, values, vectors, left, working=_working(arrays), contract=contract, known=matrix
            )
            decisions += _decided(computation, only)
        for decision in decisions:
            yield replace(decision, place=", ".join(filter(None, (place, decision.place))))


def _solved(problem: Problem, outcome: Solved, only: str | None) -> Iterator[Decision]:
    yield satisfied("completes", True)
    yield satisfied("input-unchanged", not outcome.changed, text="the array is not what it was before the call")
    for law, decide in EXACT_LAWS.items():
        if only not in {None, law}:
            continue
        for decision in decide(problem.matrices[0], outcome.system):
            yield replace(decision, law=law)


def _decided(computation: Computation, only: str | None = None) -> Iterator[Decision]:
    for law in LAWS if computation.is_in_range else ():
        if only in {None, law.name} and law.promised(computation.contract) and law.applies(computation):
            yield from law.decide(computation)


def computations(problem: Problem, outcome: Outcome, contract: Contract) -> Iterator[Computation]:
    """The computations, matrix by matrix, of an outcome with numbers in it."""
    if not isinstance(outcome, Returned):
        return
    if not all(d.holds for d in (*_shapes(problem, outcome, contract), *_dtypes(problem, outcome, contract))):
        return
    for matrix, values, vectors, left in _slices(problem, outcome):
        arrays = [x for x in (values, vectors, left) if x is not None]
        if all(np.isfinite(x).all() for x in arrays):
            yield Computation.of(
                matrix.matrix, values, vectors, left, working=_working(arrays), contract=contract, known=matrix
            )


def _slices(
    problem: Problem, outcome: Returned
) -> Iterator[tuple[KnownMatrix, np.ndarray, np.ndarray | None, np.ndarray | None]]:
    n, k = problem.dimension, len(problem.matrices)
    values = outcome.values.reshape(k, n)
    vectors, left = (None if x is None else x.reshape(k, n, n) for x in (outcome.vectors, outcome.left))
    for i, matrix in enumerate(problem.matrices):
        yield matrix, values[i], None if vectors is None else vectors[i], None if left is None else left[i]


def _shapes(problem: Problem, outcome: Returned, contract: Contract) -> Iterator[Decision]:
    shape = problem.array.shape
    parts: dict[str, tuple[np.ndarray | None, tuple[int, ...]]] = {"values": (outcome.values, shape[:-1])}
    if contract.has_vectors:
        parts["vectors"] = (outcome.vectors, shape)
    if contract.left:
        parts["left vectors"] = (outcome.left, shape)
    for name, (array, expected) in parts.items():
        found = None if array is None else array.shape
        text = f"the {name} have shape {found}, and {expected} is needed"
        yield satisfied("shape", found == expected, place=name, text=text)


def _dtypes(problem: Problem, outcome: Returned, contract: Contract) -> Iterator[Decision]:
    given = format_of(problem.dtype)
    digits = INTEGER_DIGITS if given.is_integer else given.precision
    for name, array in (("values", outcome.values), ("vectors", outcome.vectors), ("left vectors", outcome.left)):
        if array is None:
            continue
        numeric = array.dtype.kind in ("f" if contract.is_hermitian and name == "values" else "fc")
        holds = numeric and format_of(array.dtype).precision >= digits
        yield satisfied("dtype", holds, place=name, text=f"the {name} are {array.dtype} for a matrix of {given.name}")


def _may_overflow(matrix: KnownMatrix, working: Format) -> bool:
    """Whether the norm of a matrix, and so an eigenvalue, is near the largest number of a format or beyond."""
    return bool(matrix.matrix.norm2 >= power_of_two(2 * working.greatest))


def _working(arrays: list[np.ndarray]) -> Format:
    """The format of the least precise of what came back."""
    return min((format_of(x.dtype) for x in arrays), key=lambda f: f.precision)


def judge_result(  # noqa: PLR0913  (what was computed, and what was promised)
    matrix: KnownMatrix | np.ndarray,
    values: Any,
    vectors: Any = None,
    left: Any = None,
    *,
    kind: str = "eig",
    promises: Mapping[str, Any] | None = None,
) -> Judgement:
    """What the laws say of eigenvalues, and perhaps eigenvectors, of one matrix: for tests of your own.

    Args:
        matrix: n×n: what was drawn from `known_matrices`, or an array of finite numbers, which stands for exactly the
            numbers that it holds.
        values: The n eigenvalues that came back.
        vectors: n×n, the eigenvectors as columns; None where only values are judged.
        left: n×n, the left eigenvectors as columns; None where there are none.
        kind: "eig" for any matrix, "eigh" for a Hermitian one.
        promises: What the routine promises beyond what everybody expects, as in `Contract`.

    Returns:
        The decisions; `.require()` raises an `AssertionError` where a law is broken.

    Raises:
        InputError: The arrays do not have the shapes (n, n), (n,) and (n, n); left vectors are promised and not given;
            the matrix is not Hermitian and the kind is; there is no such kind or promise.

    Examples:
        >>> import numpy as np
        >>> A = np.array([[2.0, 1.0], [1.0, 3.0]])
        >>> judge_result(A, *np.linalg.eigh(A), kind="eigh").laws
        ()
        >>> judge_result(A, [1.4, 3.6]).laws
        ('membership', 'multiplicities', 'product')
    """
    known = matrix if isinstance(matrix, KnownMatrix) else _known(np.asarray(matrix))
    n = known.dimension
    given = {"values": values, "vectors": vectors, "left vectors": left}
    arrays = {name: _numbers(name, x, n) for name, x in given.items() if x is not None}
    hermitian = kind in {"eigh", "eigvalsh"}
    full = ("eigh" if hermitian else "eig") if vectors is not None else ("eigvalsh" if hermitian else "eigvals")
    contract = contract_for(full if kind in {"eig", "eigh", "eigvals", "eigvalsh"} else kind, promises=promises)
    contract = contract.changed({"left": True}) if left is not None else contract
    if contract.left and left is None:
        msg = "Left eigenvectors are promised, and there are none. Each promise is judged. Give them as left=..."
        raise InputError(msg)
    if contract.is_hermitian and not known.is_hermitian:
        msg = f"The matrix is not Hermitian, and the kind is {kind!r}. Its values are those of another one. Use 'eig'."
        raise InputError(msg)
    if not all(np.isfinite(x).all() for x in arrays.values()):
        # Of a matrix whose norm overflows nothing is promised.
        overflows = _may_overflow(known, _working([x for x in arrays.values() if x.dtype.kind in "fc"]))
        return Judgement(() if overflows else (satisfied("finite", False, text="NaN or infinity came back"),))
    if contract.is_hermitian and (dtype := arrays["values"].dtype).kind == "c":
        text = f"the values are {dtype}, and those of a Hermitian matrix are real"
        return Judgement((satisfied("dtype", False, place="values", text=text),))
    floats = {name: x if x.dtype.kind in "fc" else x.astype(float) for name, x in arrays.items()}
    computation = Computation.of(
        known.matrix,
        floats["values"],
        floats.get("vectors"),
        floats.get("left vectors"),
        working=_working(list(floats.values())),
        contract=contract,
        known=known,
    )
    return Judgement(tuple(_decided(computation)))


def _numbers(name: str, given: Any, n: int) -> np.ndarray:
    """The array that came back under a name, of a matrix of n rows."""
    shape = (n,) if name == "values" else (n, n)
    try:
        array = np.asarray(given)
        found = f"have shape {array.shape} and dtype {array.dtype}"
    except ValueError:
        array, found = np.empty(0), "are no array but several of different shapes"
    if array.shape != shape or array.dtype.kind not in "biufc":
        advice = "judge_result(A, *result)" if isinstance(given, tuple) else "those of one matrix"
        msg = f"The {name} {found}. Numbers of shape {shape} are needed. Give {advice}."
        raise InputError(msg)
    return array


def _known(array: np.ndarray) -> KnownMatrix:
    """A matrix of one's own, to be solved by the exact engine where it is asked about."""
    if array.ndim != 2 or array.shape[0] != array.shape[1]:
        msg = f"The array has shape {array.shape}. A square matrix is needed. Give an array of shape (n, n)."
        raise InputError(msg)
    matrix = DyadicMatrix.from_array(array)
    return KnownMatrix("given", (Summand.solved(matrix),), scale=matrix.exponent)
