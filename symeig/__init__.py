"""Exact eigenvalues, eigenvectors and Jordan forms, proved before they are returned.

>>> import symeig
>>> symeig.eigensystem([[2, 1], [2, 3]]).eigenvalues
(Eigenvalue(1), Eigenvalue(4))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from symeig import errors, numeric, plots
    from symeig.answers.checking import check
    from symeig.answers.policies import Policy
    from symeig.answers.questions import Question
    from symeig.answers.verdicts import Verdict
    from symeig.exact.dynamics import flow, iterate, recurrence
    from symeig.exact.eigensystem import Eigenspace, Eigensystem, FloatReadingWarning, eigensystem, inertia
    from symeig.exact.eigenvalues import Eigenvalue
    from symeig.exact.gershgorin import gershgorin
    from symeig.exact.growth import circular_law, growth
    from symeig.exact.moduli import spectral_radius
    from symeig.exact.norms import norm
    from symeig.exact.perron import perron
    from symeig.exact.rayleigh import rayleigh
    from symeig.exact.singular_values import svd
    from symeig.worked.solution import WorkedSolution, solve

__version__ = "0.1.0"

__all__ = [
    "Eigenspace",
    "Eigensystem",
    "Eigenvalue",
    "FloatReadingWarning",
    "Policy",
    "Question",
    "Verdict",
    "WorkedSolution",
    "check",
    "circular_law",
    "eigensystem",
    "errors",
    "flow",
    "gershgorin",
    "growth",
    "inertia",
    "iterate",
    "norm",
    "numeric",
    "perron",
    "plots",
    "rayleigh",
    "recurrence",
    "solve",
    "spectral_radius",
    "svd",
]

# Where each public name lives. Names are imported when they are first used, which keeps `import symeig` light.
_HOMES = {
    "Eigenspace": "symeig.exact.eigensystem",
    "Eigensystem": "symeig.exact.eigensystem",
    "Eigenvalue": "symeig.exact.eigenvalues",
    "FloatReadingWarning": "symeig.exact.eigensystem",
    "Policy": "symeig.answers.policies",
    "Question": "symeig.answers.questions",
    "Verdict": "symeig.answers.verdicts",
    "WorkedSolution": "symeig.worked.solution",
    "check": "symeig.answers.checking",
    "circular_law": "symeig.exact.growth",
    "eigensystem": "symeig.exact.eigensystem",
    "flow": "symeig.exact.dynamics",
    "gershgorin": "symeig.exact.gershgorin",
    "growth": "symeig.exact.growth",
    "inertia": "symeig.exact.eigensystem",
    "iterate": "symeig.exact.dynamics",
    "norm": "symeig.exact.norms",
    "perron": "symeig.exact.perron",
    "rayleigh": "symeig.exact.rayleigh",
    "recurrence": "symeig.exact.dynamics",
    "solve": "symeig.worked.solution",
    "spectral_radius": "symeig.exact.moduli",
    "svd": "symeig.exact.singular_values",
}


def __getattr__(name: str) -> Any:
    if name in {"errors", "numeric", "plots"}:
        return import_module(f"symeig.{name}")
    if name not in _HOMES:
        msg = f"module 'symeig' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
