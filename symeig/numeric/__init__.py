"""Ground truth for numeric eigenvalue code: matrices that are known exactly, and laws that are decided exactly.

>>> import numpy as np
>>> import symeig.numeric
>>> symeig.numeric.verify(np.linalg.eigh, dtype="float64", examples=20, max_size=6).ok
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from symeig.numeric.contracts import Contract, contract_for
    from symeig.numeric.decisions import Decision
    from symeig.numeric.judging import Judgement, judge_result
    from symeig.numeric.known import KnownMatrix, Summand
    from symeig.numeric.layouts import Layout
    from symeig.numeric.plugin import laws_of
    from symeig.numeric.problems import Problem
    from symeig.numeric.report import Finding, Report
    from symeig.numeric.spectra import Block
    from symeig.numeric.strategies import (
        defective_matrices,
        hermitian_matrices,
        known_matrices,
        matrices_with_spectrum,
        problems,
        symmetric_matrices,
    )
    from symeig.numeric.verification import verify

__all__ = [
    "Block",
    "Contract",
    "Decision",
    "Finding",
    "Judgement",
    "KnownMatrix",
    "Layout",
    "Problem",
    "Report",
    "Summand",
    "Target",
    "contract_for",
    "defective_matrices",
    "hermitian_matrices",
    "judge_result",
    "known_matrices",
    "laws_of",
    "matrices_with_spectrum",
    "problems",
    "symmetric_matrices",
    "verify",
]

# Where each public name lives. Names are imported when they are first used; only strategies need Hypothesis.
_HOMES = {
    "Block": "spectra",
    "Contract": "contracts",
    "Decision": "decisions",
    "Finding": "report",
    "Judgement": "judging",
    "KnownMatrix": "known",
    "Layout": "layouts",
    "Problem": "problems",
    "Report": "report",
    "Summand": "known",
    "Target": "targets",
    "contract_for": "contracts",
    "defective_matrices": "strategies",
    "hermitian_matrices": "strategies",
    "judge_result": "judging",
    "known_matrices": "strategies",
    "laws_of": "plugin",
    "matrices_with_spectrum": "strategies",
    "problems": "strategies",
    "symmetric_matrices": "strategies",
    "verify": "verification",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        msg = f"module 'symeig.numeric' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"symeig.numeric.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
