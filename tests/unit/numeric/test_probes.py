"""Probes: what is given that is no legal matrix, and what may come of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from symeig.numeric.contracts import Contract
from symeig.numeric.formats import DTYPES, format_of
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved, TimedOut
from symeig.numeric.probes import Probe, judge_probe, probes

EIG = Contract("eigvals")
EMPTY = Probe("empty-input", "np.zeros((0, 0), dtype=np.float64)", "a 0×0 matrix")
STACK = Probe("empty-input", "np.zeros((0, 3, 3), dtype=np.float64)", "no 3×3 matrices")
WIDE = Probe("square-input", "np.ones((2, 3), dtype=np.float64)", "a 2×3 matrix")
NAN = Probe("non-finite-input", "np.array([[1, nan], [nan, 1]], dtype=np.float64)", "NaN off the diagonal")

RAISED = Raised("LinAlgError", "no")


def values(*numbers: float, dtype: str = "float64") -> Returned:
    """Values that came back."""
    return Returned(np.array(numbers, dtype))


# --- what is given ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", DTYPES)
def test_probes_are_arrays_of_the_dtype(dtype: str) -> None:
    """Empty ones, non-square ones, and such with NaN or infinity where the dtype has them."""
    found = list(probes(EIG, dtype))
    assert all(p.array.dtype == format_of(dtype).dtype for p in found)
    counts = Counter(p.law for p in found)
    assert counts["empty-input"] == counts["square-input"] == 3
    assert counts["non-finite-input"] == (0 if format_of(dtype).is_integer else 7)
    for p in found:
        is_square = p.array.shape[-1] == p.array.shape[-2]
        assert is_square == (p.law != "square-input")
        assert (p.array.size == 0) == (p.law == "empty-input" or 0 in p.array.shape)
        assert np.isfinite(p.array).all() == (p.law != "non-finite-input")
    assert len({p.words for p in found}) == len(found)


@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_infinity_and_nan_are_both_given(dtype: str) -> None:
    """Each alone, and symmetric, so that every routine may be asked."""
    arrays = [p.array for p in probes(EIG, dtype) if p.law == "non-finite-input"]
    assert any(np.isnan(A).any() for A in arrays)
    assert any(np.isinf(A).any() and not np.isnan(A).any() for A in arrays)
    assert any(np.isneginf(A.real).any() for A in arrays)
    assert all(np.array_equal(A, A.T, equal_nan=True) for A in arrays)


def test_shapes_that_are_not_square_are_given() -> None:
    """Wide, tall, and without rows."""
    shapes = {p.array.shape for p in probes(EIG, "float64") if p.law == "square-input"}
    assert shapes == {(2, 3), (3, 2), (0, 2)}


def test_stacks_are_given_where_they_are_promised() -> None:
    """No other ones."""
    shapes = {p.array.shape for p in probes(EIG, "float64") if p.law == "empty-input"}
    assert shapes == {(0, 0), (0, 3, 3), (2, 0, 0)}
    alone = {p.array.shape for p in probes(Contract("eigvals", stacks=False), "float64") if p.law == "empty-input"}
    assert alone == {(0, 0)}


# --- what came of it --------------------------------------------------------------------------------------------------

CASES: list[tuple[Probe, Outcome, dict[str, Any], bool | None]] = [
    (EMPTY, values(), {}, True),
    (EMPTY, values(), {"empty": "either"}, True),
    (EMPTY, values(), {"empty": "raise"}, False),
    (EMPTY, values(1.0), {}, False),
    (EMPTY, Returned(np.zeros((0, 0))), {}, False),
    (EMPTY, RAISED, {}, False),
    (EMPTY, RAISED, {"empty": "either"}, True),
    (EMPTY, RAISED, {"empty": "raise"}, True),
    (STACK, Returned(np.zeros((0, 3))), {}, True),
    (STACK, values(), {}, False),
    (WIDE, RAISED, {}, True),
    (WIDE, values(1.0, 2.0), {}, False),
    (WIDE, values(), {}, False),
    (WIDE, RAISED, {"nonfinite": "nan", "empty": "empty"}, True),
    (NAN, RAISED, {"nonfinite": "raise"}, True),
    (NAN, RAISED, {"nonfinite": "either"}, True),
    (NAN, RAISED, {"nonfinite": "anything"}, True),
    (NAN, RAISED, {"nonfinite": "nan"}, False),
    (NAN, values(1.0, 2.0), {"nonfinite": "raise"}, False),
    (NAN, values(1.0, 2.0), {"nonfinite": "either"}, False),
    (NAN, values(1.0, 2.0), {"nonfinite": "nan"}, False),
    (NAN, values(1.0, 2.0), {"nonfinite": "anything"}, True),
    (NAN, values(np.nan, np.nan), {"nonfinite": "raise"}, False),
    (NAN, values(np.nan, np.nan), {"nonfinite": "either"}, True),
    (NAN, values(np.nan, np.nan), {"nonfinite": "nan"}, True),
    (NAN, values(complex(0, np.nan), np.nan, dtype="complex64"), {"nonfinite": "nan"}, True),
    (NAN, values(np.inf, 1.0), {"nonfinite": "nan"}, False),
    (NAN, values(np.inf, 1.0), {"nonfinite": "either"}, True),
    (NAN, values(1, 2, dtype="int64"), {"nonfinite": "either"}, False),
    (NAN, values(), {"nonfinite": "either"}, False),
    (NAN, Returned(np.array([None, None])), {"nonfinite": "nan"}, False),
    (NAN, Malformed("a list"), {"nonfinite": "anything"}, False),
    (WIDE, Malformed("a list"), {}, False),
    (NAN, Crashed("SIGSEGV"), {"nonfinite": "anything"}, False),
    (EMPTY, Crashed("SIGSEGV"), {"empty": "either"}, False),
    (WIDE, TimedOut(5.0), {}, False),
    (NAN, TimedOut(5.0), {"nonfinite": "anything"}, False),
    (EMPTY, Raised("TypeError", "no float16", unsupported=True), {}, None),
    (NAN, Raised("TypeError", "no float16", unsupported=True), {"nonfinite": "nan"}, None),
    (EMPTY, Solved(None), {}, None),
]


@pytest.mark.parametrize(("probe", "outcome", "promises", "holds"), CASES, ids=[str(k) for k in range(len(CASES))])
def test_outcome_is_judged_by_the_promises(
    probe: Probe, outcome: Outcome, promises: dict[str, Any], holds: bool | None
) -> None:
    """Allowed, not allowed, or no case for a judgement."""
    decision = judge_probe(probe, outcome, Contract("eigvals", **promises))
    assert (None if decision is None else decision.holds) is holds
    if decision is not None:
        assert decision.law == probe.law
        assert decision.place == probe.words


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Crashed("SIGSEGV"), "SIGSEGV"),
        (TimedOut(5.0), "5 s"),
        (Malformed("a list"), "a list"),
        (values(1.0, 2.0), "finite values: [1.0, 2.0]"),
        (values(np.inf, 1.0), "without NaN"),
    ],
)
def test_decision_says_what_came(outcome: Outcome, words: str) -> None:
    """In words."""
    decision = judge_probe(NAN, outcome, Contract("eigvals", nonfinite="nan"))
    assert decision is not None
    assert words in decision.text
