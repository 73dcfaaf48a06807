"""Irreducibility from the degrees of factors modulo primes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.exact.fields import QQ_FIELD
from symeig.exact.residues import degrees_prove_irreducible


@pytest.mark.parametrize(
    ("coefficients", "proved"),
    [
        ([-2, 0, 1], True),
        ([-1, -1, 0, 0, 0, 1], True),
        ([3, 2], True),
        ([5, 0, 0, 4], True),
        ([12, 8, 0, 0, 1], True),
        ([1, 0, 0, 0, 1], False),
        ([4, -5, 1], False),
        ([1, -2, 1], False),
        ([7], False),
    ],
    ids=str,
)
def test_degrees_modulo_primes(coefficients, proved):
    """The degrees of modular factors prove what they can."""
    assert degrees_prove_irreducible(coefficients, QQ_FIELD) is proved


COEFFICIENTS = st.lists(st.integers(-9, 9), min_size=1, max_size=4).map(lambda c: [*c, 1])


@given(COEFFICIENTS, COEFFICIENTS)
def test_products_are_never_proved_irreducible(f, g):
    """No product of two polynomials passes for irreducible."""
    product = [0] * (len(f) + len(g) - 1)
    for i, a in enumerate(f):
        for j, b in enumerate(g):
            product[i + j] += a * b
    assert not degrees_prove_irreducible(product, QQ_FIELD)
