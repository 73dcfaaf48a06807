"""What the bounded arithmetic does when SymPy fails."""

from __future__ import annotations

import pytest
import sympy

from symeig.errors import UnsupportedEntryError
from symeig.reading import read_expression


def test_failure_inside_sympy_is_an_error_of_the_text(monkeypatch):
    """An expression on which SymPy itself fails is refused, with the position of the operation."""

    def fails(*_args):
        raise OverflowError

    monkeypatch.setattr(sympy, "cos", fails)
    with pytest.raises(UnsupportedEntryError, match="cannot be simplified: OverflowError") as caught:
        read_expression("1 + cos(x)")
    assert caught.value.caret == "1 + cos(x)\n    ^"
