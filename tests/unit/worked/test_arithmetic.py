"""Quick sums and products are the sums and products."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sympy import QQ, symbols

from symeig.worked.arithmetic import added, multiplied

k, x = symbols("k lambda")
K = QQ.frac_field(k, x)
ELEMENTS = [
    K(c) for c in (0, 1, -2, QQ(1, 3), k, x, k + 1, (k + 1) / 2, x / 3 - k, 1 / k, (x + 1) / (k - 1), x / (2 * k))
]
elements = st.sampled_from(ELEMENTS)


@given(elements, elements)
def test_sums_and_products_are_in_lowest_terms(a: Any, b: Any) -> None:
    """What comes out is what SymPy's own operations give, written the same way."""
    for quick, slow in ((added(a, b), a + b), (multiplied(a, b), a * b)):
        assert (quick.numer, quick.denom) == (slow.numer, slow.denom)


@given(st.fractions(), st.fractions())
def test_numbers_are_added_and_multiplied(a: Any, b: Any) -> None:
    """Numbers need nothing special."""
    assert (added(a, b), multiplied(a, b)) == (a + b, a * b)
