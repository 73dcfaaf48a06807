"""Factored polynomials, and arithmetic modulo one."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import QQ, Symbol, sqrt

from symeig import eigensystem
from symeig.exact.eigenvalues import LAMBDA
from symeig.exact.fields import QQ_FIELD
from symeig.exact.polynomials import FactoredPolynomial
from symeig.exact.residue_rings import ResidueRing

a = Symbol("a")


def test_factors_and_expansion() -> None:
    """A polynomial is known by its factors, expanded on demand, monic in every form."""
    p = FactoredPolynomial(QQ_FIELD, (((-1, 2), 2), ((-2, 0, 1), 1)))
    assert p.degree == 4
    assert p.as_expr().expand() == ((LAMBDA - Fraction(1, 2)) ** 2 * (LAMBDA**2 - 2)).expand()
    assert p.factored().expand() == p.as_expr().expand()
    assert p.poly.is_monic
    assert [q.is_monic for q, _ in p.factors] == [True, True]
    assert [k for _, k in p.factors] == [2, 1]
    assert p.coefficients[-1] == 1


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([[2, 1], [2, 3]], "λ² − 5λ + 4"),
        ([], "1"),
        ([[0]], "λ"),
        ([["1/2"]], "λ − 1/2"),
    ],
    ids=str,
)
def test_text(rows: list[list[object]], text: str) -> None:
    """The characteristic polynomial is written as in a book."""
    assert str(eigensystem(rows).charpoly) == text


@pytest.mark.parametrize("rows", [[[2, 1], [2, 3]], [[sqrt(2)]], [[a, 1], [1, 0]]], ids=str)
def test_pickling(rows: list[list[object]]) -> None:
    """Polynomials survive pickling equal to themselves, over every field."""
    p = eigensystem(rows).charpoly
    copy = pickle.loads(pickle.dumps(p))
    assert copy == p
    assert copy.as_expr() == p.as_expr()


ELEMENTS = st.tuples(*[st.integers(-5, 5)] * 3)
CUBIC = ResidueRing(QQ, (QQ(-2), QQ(1), QQ(0), QQ(3)))


def number(x: tuple[int, ...]) -> tuple[object, ...]:
    """Coefficients as elements of Q."""
    return tuple(map(QQ, x))


@given(ELEMENTS, ELEMENTS, ELEMENTS)
def test_ring_laws(x: tuple[int, ...], y: tuple[int, ...], z: tuple[int, ...]) -> None:
    """Multiplication modulo a polynomial, monic or not, is commutative, associative and distributive."""
    u, v, w = map(number, (x, y, z))
    mul = CUBIC.mul
    assert mul(u, v) == mul(v, u)
    assert mul(mul(u, v), w) == mul(u, mul(v, w))
    total = tuple(b + c for b, c in zip(v, w, strict=True))
    assert mul(u, total) == tuple(b + c for b, c in zip(mul(u, v), mul(u, w), strict=True))


@given(ELEMENTS)
def test_inverse(x: tuple[int, ...]) -> None:
    """Every element but 0 has an inverse, the polynomial being irreducible."""
    if any(x):
        assert CUBIC.mul(number(x), CUBIC.inverse(number(x))) == number((1, 0, 0))


def test_root_is_a_root() -> None:
    """λ satisfies the polynomial: 3λ³ + λ − 2 = 0."""
    lam = number((0, 1, 0))
    cube = CUBIC.mul(CUBIC.mul(lam, lam), lam)
    assert tuple(3 * c + e - 2 * o for c, e, o in zip(cube, lam, number((1, 0, 0)), strict=True)) == number((0, 0, 0))
