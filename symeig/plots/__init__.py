"""Pictures of what a matrix does, with numbers that are proved.

Each function returns a matplotlib figure and opens no window. They need matplotlib: ``pip install "symeig[plot]"``.

>>> from symeig import plots
>>> plots.gershgorin([[4, 1], [1, 9]]).title
'Gershgorin discs of the rows'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from symeig.plots.discs import gershgorin
    from symeig.plots.dot_diagrams import jordan
    from symeig.plots.growth_curves import growth, rescaled_growth
    from symeig.plots.picture import Picture
    from symeig.plots.plane import action
    from symeig.plots.polynomial_graph import characteristic_polynomial

__all__ = ["Picture", "action", "characteristic_polynomial", "gershgorin", "growth", "jordan", "rescaled_growth"]

# Where each public name lives. Names are imported when they are first used, and matplotlib with them.
_HOMES = {
    "Picture": "picture",
    "action": "plane",
    "characteristic_polynomial": "polynomial_graph",
    "gershgorin": "discs",
    "growth": "growth_curves",
    "jordan": "dot_diagrams",
    "rescaled_growth": "growth_curves",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        msg = f"module 'symeig.plots' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"symeig.plots.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
