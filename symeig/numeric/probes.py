"""Inputs that are no legal matrices, or have no entries: what a routine does with them is a promise of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision, satisfied
from symeig.numeric.formats import format_of
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved

__all__ = ["Probe", "judge_probe", "probes"]


@dataclass(frozen=True)
class Probe:
    """An input that is given once.

    Attributes:
        law: What it is about.
        code: The array as Python code.
        words: What it is.
    """

    law: str
    code: str
    words: str

    @property
    def array(self) -> np.ndarray:
        """The input."""
        space = {"np": np, "nan": np.nan, "inf": np.inf}
        array: np.ndarray = eval(self.code, space)  # noqa: S307  (the code of the probes below)
        return array


NON_FINITE = (
    ("[[nan]]", "a single NaN"),
    ("[[nan, nan], [nan, nan]]", "a matrix of NaN"),
    ("[[1, nan], [nan, 1]]", "NaN off the diagonal"),
    ("[[nan, 0.5], [0.5, 1]]", "NaN on the diagonal"),
    ("[[inf, inf], [inf, inf]]", "a matrix of infinity"),
    ("[[1, 0, 0], [0, inf, 0], [0, 0, 2]]", "infinity on a diagonal"),
    ("[[2, 1, 0, 0], [1, 2, 1, 0], [0, 1, 2, -inf], [0, 0, -inf, 2]]", "−infinity in a symmetric matrix"),
)


def probes(contract: Contract, dtype: str) -> Iterator[Probe]:
    """The inputs of this kind for a contract."""
    name = f"np.{format_of(dtype).name}" if dtype != "bool" else "np.bool_"
    yield Probe("empty-input", f"np.zeros((0, 0), dtype={name})", "a 0×0 matrix")
    if contract.stacks:
        yield Probe("empty-input", f"np.zeros((0, 3, 3), dtype={name})", "no 3×3 matrices")
        yield Probe("empty-input", f"np.zeros((2, 0, 0), dtype={name})", "two 0×0 matrices")
    for shape in ((2, 3), (3, 2), (0, 2)):
        yield Probe("square-input", f"np.ones({shape}, dtype={name})", f"a {shape[0]}×{shape[1]} matrix")
    if not format_of(dtype).is_integer:
        for entries, words in NON_FINITE:
            yield Probe("non-finite-input", f"np.array({entries}, dtype={name})", words)


def judge_probe(probe: Probe, outcome: Outcome, contract: Contract) -> Decision | None:
    """Whether what came of a probe is what was promised; None where it was refused as unsupported."""
    if isinstance(outcome, Solved) or (isinstance(outcome, Raised) and outcome.unsupported):
        return None
    match outcome:
        case Returned():
            return _returned(probe, outcome, contract)
        case Raised():
            text = f"it raised {outcome.kind}: {outcome.message}"
            return satisfied(probe.law, _may_raise(probe, contract), place=probe.words, text=text)
        case Malformed():
            return _no(probe, outcome.what)
        case Crashed():
            return _no(probe, f"the process ended with {outcome.signal}")
    return _no(probe, f"it had not returned after {outcome.seconds:g} s")


def _no(probe: Probe, text: str) -> Decision:
    return satisfied(probe.law, False, place=probe.words, text=text)


def _may_raise(probe: Probe, contract: Contract) -> bool:
    if probe.law == "empty-input":
        return contract.empty != "empty"
    return probe.law == "square-input" or contract.nonfinite != "nan"


def _returned(probe: Probe, outcome: Returned, contract: Contract) -> Decision:
    values = outcome.values
    if probe.law == "square-input":
        return _no(probe, f"it returned values of shape {values.shape}")
    if probe.law == "empty-input":
        expected = probe.array.shape[:-1]
        holds = values.shape == expected and contract.empty != "raise"
        return satisfied(probe.law, holds, place=probe.words, text=f"it returned values of shape {values.shape}")
    numeric = values.dtype.kind in "fc" and values.size > 0
    finite = numeric and bool(np.isfinite(values).all())
    is_nan = numeric and bool(np.isnan(values).any())
    allowed = {"raise": False, "nan": is_nan, "either": numeric and not finite, "anything": True}[contract.nonfinite]
    what = "finite values" if finite else "values with NaN" if is_nan else "values without NaN"
    return satisfied(probe.law, allowed, place=probe.words, text=f"it returned {what}: {values.tolist()}")
