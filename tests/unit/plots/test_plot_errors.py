"""Bad calls of pictures: which exception, in which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from sympy import I, Symbol, pi, sqrt

from symeig import plots
from symeig.errors import (
    BudgetExceededError,
    InputError,
    NoLimitError,
    NotSquareError,
    SymeigError,
    UndecidedError,
    UnsupportedEntryError,
)
from symeig.plots import dot_diagrams

a = Symbol("a")
WIDE = [[1, 2, 3], [4, 5, 6]]

CASES: dict[str, tuple[Callable[[], Any], type[SymeigError], str]] = {
    "discs of a wide matrix": (lambda: plots.gershgorin(WIDE), NotSquareError, "The matrix has 2 rows and 3 columns."),
    "discs by what": (
        lambda: plots.gershgorin([[1]], by="diagonals"),  # type: ignore[arg-type]
        InputError,
        "by is 'diagonals'. Discs belong to rows or to columns. Write by='rows' or by='columns'.",
    ),
    "discs with parameters": (
        lambda: plots.gershgorin([[a, 1], [1, 2]]),
        UndecidedError,
        "It depends on a. A picture needs numbers. Substitute values.",
    ),
    "discs with pi": (lambda: plots.gershgorin([[pi]]), UndecidedError, "It depends on pi."),
    "discs too large": (
        lambda: plots.gershgorin([[10**200]]),
        InputError,
        "A number in the picture is larger than 10^100. Pictures reach no further. Divide the matrix by a number.",
    ),
    "discs beyond doubles": (lambda: plots.gershgorin([[10**400]]), InputError, "larger than 10^100"),
    "discs of nan": (lambda: plots.gershgorin([[float("nan")]]), UnsupportedEntryError, "Entry (1, 1) is nan."),
    "action of a 3×3 matrix": (
        lambda: plots.action(np.eye(3, dtype=int)),
        InputError,
        "The matrix is 3×3. The unit circle is in the plane. Give a 2×2 matrix.",
    ),
    "action of an empty matrix": (lambda: plots.action([]), InputError, "The matrix is 0×0."),
    "action of a wide matrix": (lambda: plots.action(WIDE), NotSquareError, "The matrix has 2 rows and 3 columns."),
    "action of a complex matrix": (
        lambda: plots.action([[1, 2], [3, 4 * I]]),
        InputError,
        "Entry (2, 2) is 4i. The plane has real coordinates. Give a real matrix.",
    ),
    "action with parameters": (lambda: plots.action([[a, 0], [0, 1]]), UndecidedError, "It depends on a."),
    "action too large": (lambda: plots.action([[10**120, 0], [0, 1]]), InputError, "larger than 10^100"),
    "growth of an unknown language": (
        lambda: plots.growth([[1]], language="xx"),
        InputError,
        "The language is 'xx'. Pictures speak 'en', 'vi'. Choose one of them.",
    ),
    "growth with a long vector": (lambda: plots.growth([[1]], [1, 2]), InputError, "A vector of 1 entries is needed."),
    "growth of zero": (lambda: plots.growth([[1]], [0]), InputError, "The start vector is 0"),
    "growth in no steps": (lambda: plots.growth([[1]], steps=0), InputError, "The number of steps is 0."),
    "growth with parameters": (lambda: plots.growth([[a]]), UndecidedError, "It depends on a."),
    "growth from a tiny vector": (
        lambda: plots.growth([[1]], [f"1/{10**120}"]),
        InputError,
        "The start vector has the norm 1e-120. In the picture it must be between 10^-100 and 10^100.",
    ),
    "growth too fast": (lambda: plots.growth([[10**120]], steps=2), InputError, "larger than 10^100"),
    "rescaled zero": (lambda: plots.rescaled_growth([[0, 1], [0, 0]]), NoLimitError, "Aᵏv = 0 for k > 1"),
    "polynomial of a wide matrix": (
        lambda: plots.characteristic_polynomial(WIDE),
        NotSquareError,
        "The matrix has 2 rows and 3 columns.",
    ),
    "polynomial with parameters": (
        lambda: plots.characteristic_polynomial([[a]]),
        UndecidedError,
        "It depends on a.",
    ),
    "polynomial too large": (
        lambda: plots.characteristic_polynomial([[10**60, 0], [0, -(10**60)]]),
        InputError,
        "larger than 10^100",
    ),
    "Jordan structure of a wide matrix": (lambda: plots.jordan(WIDE), NotSquareError, "2 rows and 3 columns"),
    "growth beyond doubles too fast": (lambda: plots.growth([[10**400]]), InputError, "larger than 10^100"),
    "polynomial beyond doubles": (
        lambda: plots.characteristic_polynomial([[10**400]]),
        InputError,
        "larger than 10^100",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_call_of_a_picture(name: str) -> None:
    """The exception is the one that the docstring names, and says what was given, what is needed and what to do."""
    call, error, words = CASES[name]
    with pytest.raises(error, match=re.escape(words)):
        call()


def test_diagram_that_is_too_high(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused before it is drawn."""
    monkeypatch.setattr(dot_diagrams, "HIGHEST", 100.0)
    with pytest.raises(
        BudgetExceededError, match="The diagram of this 30×30 matrix would be 290 points high"
    ) as caught:
        plots.jordan(np.diag(range(30)))
    assert (caught.value.what, caught.value.limit, caught.value.spent) == ("size", 100.0, 290.0)


def test_data_of_the_error() -> None:
    """Where an entry is not real the error has its place."""
    with pytest.raises(InputError) as caught:
        plots.action([[1, sqrt(-3)], [0, 1]])
    assert caught.value.data == {"position": (1, 2), "entry": "sqrt(3)*I"}


def test_real_matrix_in_a_complex_field() -> None:
    """Entries that are real although they are written with i are real."""
    assert plots.action([[(1 + I) * (1 - I), 0], [0, I**2]]).title


def test_missing_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib the message has the command that installs it."""
    import sys  # noqa: PLC0415

    from symeig.errors import MissingExtraError  # noqa: PLC0415

    for name in [n for n in sys.modules if n.startswith("symeig.plots.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(vars(plots), "jordan", raising=False)
    with pytest.raises(MissingExtraError, match=r'Run: pip install "symeig\[plot\]"') as caught:
        plots.jordan([[1]])
    assert caught.value.extra == "plot"
