"""Residue maps are homomorphisms, and what they prove is true."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import CRootOf, I, Symbol, cos, exp, sqrt

from symeig.exact.fields import QQ_FIELD, BaseField
from symeig.exact.generators import base_field
from symeig.exact.residues import ResidueMap, degrees_prove_irreducible, residue_maps
from tests.laws.arithmetic import rank
from tests.strategies import integer_matrices

a, t, x = Symbol("a"), Symbol("t"), Symbol("x")

FIELDS = {
    "QQ": [2, 3],
    "QQ(i)": [I, 1 + 2 * I],
    "QQ(sqrt2, sqrt3)": [sqrt(2), sqrt(3) + 1],
    "cubic": [CRootOf(x**3 - x - 1, 1), 5],
    "QQ(a)": [a, 1 / (a + 1)],
    "QQ(i)(a, exp t)": [a + I, exp(t) - a],
    "QQ(tan(t/2))": [cos(t), 2 - cos(2 * t)],
}
each_field = pytest.mark.parametrize("entries", FIELDS.values(), ids=FIELDS)


def maps(field: BaseField, count: int = 3) -> list[ResidueMap]:
    """The first few residue maps."""
    return list(islice(residue_maps(field), count))


@each_field
def test_homomorphism(entries: list[Any]) -> None:
    """Sums, products and quotients are mapped to sums, products and quotients."""
    field = base_field(entries)
    u, v = map(field.element, entries)
    for r in maps(field):
        assert r(u + v) == (r(u) + r(v)) % r.prime
        assert r(u - v) == (r(u) - r(v)) % r.prime
        assert r(u * v) == r(u) * r(v) % r.prime
        assert r(u / v) * r(v) % r.prime == r(u)
        assert (r(field.domain.one), r(field.domain.zero)) == (1, 0)


@each_field
def test_maps_are_always_the_same(entries: list[Any]) -> None:
    """The sequence of maps is fixed, to different primes."""
    field = base_field(entries)
    assert maps(field) == maps(field)
    assert len({r.prime for r in maps(field)}) == 3


def test_denominator_that_vanishes() -> None:
    """An element outside of the local ring has no image."""
    r = maps(QQ_FIELD, 1)[0]
    with pytest.raises(ZeroDivisionError):
        r(QQ_FIELD.domain(1, r.prime))


@given(st.data())
def test_pivots(data: st.DataObject) -> None:
    """The pivots are the columns that are independent of those before them."""
    columns = data.draw(integer_matrices(5, 4, bound=2))
    expected = [i for i in range(5) if rank(columns[: i + 1]) > rank(columns[:i])]
    assert maps(QQ_FIELD, 1)[0].pivots(columns) == expected


@pytest.mark.parametrize(
    ("entries", "polynomial", "irreducible"),
    [
        ([sqrt(2)], [-3, 0, 1], True),
        ([sqrt(2)], [-2, 0, 1], False),
        ([sqrt(2)], [-8, 0, 1], False),
        ([sqrt(2)], [1, 0, 1], True),
        ([I], [1, 0, 1], False),
        ([I], [-I, 0, 1], True),
        ([I], [-2 * I, 0, 1], False),
        ([sqrt(2), sqrt(3)], [-6, 0, 1], False),
        ([sqrt(2), sqrt(3)], [-5 - 2 * sqrt(6), 0, 1], False),
        ([a], [-a, 0, 1], True),
        ([a], [-(a**2), 0, 1], False),
        ([a], [a, -1 - a, 1], False),
        ([a], [-a, 0, 0, 1], True),
        ([cos(t)], [cos(t) ** 2 - 1, 0, 1], False),
        ([exp(t)], [-exp(t), 0, 1], True),
        ([exp(t)], [-exp(2 * t), 0, 1], False),
    ],
    ids=str,
)
def test_degrees_never_prove_what_is_false(entries: list[Any], polynomial: list[Any], irreducible: bool) -> None:
    """A reducible polynomial is never called irreducible; quadratics and cubics that are irreducible are proved so."""
    field = base_field([*entries, *polynomial])
    assert degrees_prove_irreducible(list(map(field.element, polynomial)), field) is irreducible
