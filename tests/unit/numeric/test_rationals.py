"""Rational numbers near others: on the right side, and near."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from symeig.numeric.rationals import fraction, nearest, root_above, root_below

DIGITS = st.integers(1, 2**200)
EXPONENTS = st.integers(-3000, 3000)


@st.composite
def positive_rationals(draw: st.DrawFn) -> fmpq:
    """Rational numbers of any size and shape."""
    p, q, e = draw(DIGITS), draw(DIGITS), draw(EXPONENTS)
    return fmpq(p, q) * fmpq(2) ** e


@given(x=positive_rationals())
def test_roots_enclose_the_square_root(x: fmpq) -> None:
    """From below and from above, within their digits."""
    low, high = root_below(x), root_above(x)
    assert low**2 <= x <= high**2
    assert high <= low * (1 + fmpq(1, 2**62))
    assert x < (low * (1 + fmpq(1, 2**62))) ** 2


@given(p=st.integers(0, 2**60), q=st.integers(1, 2**60), e=EXPONENTS)
def test_root_of_a_square_is_exact_where_it_is_short(p: int, q: int, e: int) -> None:
    """A power of two times an integer has its own root."""
    root = fmpq(p) * fmpq(2) ** e
    assert root_below(root**2) == root_above(root**2) == root
    assert root_above(fmpq(p, q) ** 2) >= fmpq(p, q) >= root_below(fmpq(p, q) ** 2)


@given(x=positive_rationals())
def test_roots_are_short(x: fmpq) -> None:
    """They have few digits, however many the number has."""
    for root in (root_above(x), root_below(x)):
        odd = int(root.p) // (int(root.p) & -int(root.p))
        assert odd.bit_length() <= 128
        assert int(root.q).bit_count() == 1


@pytest.mark.parametrize("root", [root_above, root_below])
def test_root_of_zero_is_zero(root: object) -> None:
    """Without digits."""
    assert root(fmpq(0)) == 0


@given(x=positive_rationals(), sign=st.sampled_from((1, -1)))
def test_nearest_double_is_near(x: fmpq, sign: int) -> None:
    """Within one unit of the last place, or at the end of the range."""
    exact, found = sign * fraction(x), nearest(sign * x)
    if abs(exact) >= Fraction(2) ** 1024:
        assert found == sign * inf
    elif abs(exact) <= Fraction(2) ** -1022:
        assert abs(Fraction(found) - exact) <= Fraction(2) ** -1074
    else:
        assert abs(Fraction(found) - exact) <= abs(exact) * Fraction(2) ** -52 or found == sign * inf


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (fmpq(0), 0.0),
        (fmpq(1, 3), 1 / 3),
        (fmpq(-7, 2), -3.5),
        (fmpq(2) ** 1023, 2.0**1023),
        (fmpq(2) ** -1074, 2.0**-1074),
        (fmpq(2) ** -1080, 0.0),
        (fmpq(2) ** 1024, inf),
        (-(fmpq(2) ** 5000), -inf),
    ],
)
def test_nearest_double_of_extreme_numbers(x: fmpq, expected: float) -> None:
    """0 and infinity beyond the range."""
    assert nearest(x) == expected


@given(p=st.integers(), q=st.integers(1))
def test_fraction_is_the_same_number(p: int, q: int) -> None:
    """Of another type."""
    assert fraction(fmpq(p, q)) == Fraction(p, q)
