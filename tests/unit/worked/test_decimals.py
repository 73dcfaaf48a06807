"""Decimals of eigenvalues: each digit is right."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, N, Rational, im, re, sqrt

from symeig import eigensystem
from symeig.errors import UndecidedError
from symeig.worked.decimals import Decimals, decimals, nearest


def test_golden_ratio_to_thirty_digits() -> None:
    """The digits are those of (1 + √5)/2, correctly rounded."""
    golden = eigensystem([[1, 1], [1, 0]]).eigenvalues[1]
    assert decimals(golden, 30) == Decimals(Decimal("1.61803398874989484820458683437"), None, -29)


@pytest.mark.parametrize("digits", [1, 2, 7, 40])
def test_all_digits_of_a_complex_root(digits: int) -> None:
    """Real and imaginary part are the nearest decimals with their last place."""
    for eigenvalue in eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 1]]).eigenvalues:
        shown = decimals(eigenvalue, digits)
        exact = N(eigenvalue.expr, digits + 30)
        for part, value in ((shown.real, re(exact)), (shown.imag, im(exact))):
            assert Abs(Rational(str(part or 0)) - value) * 2 <= Rational(10) ** shown.last_place


def test_radius_is_one_unit_in_the_last_place() -> None:
    """The disc that is promised around the decimals."""
    assert decimals(eigensystem([[1, 1], [1, 0]]).eigenvalues[0], 4).radius == Decimal("0.0001")


def test_imaginary_numbers_have_no_real_part() -> None:
    """A real part that is known to be 0 is not shown as 0.000."""
    assert decimals(eigensystem([[0, -2], [1, 0]]).eigenvalues[1], 4) == Decimals(None, Decimal("1.414"), -3)


def test_zero() -> None:
    """The eigenvalue 0 has decimals."""
    assert decimals(eigensystem([[0]]).eigenvalues[0], 3) == Decimals(Decimal("0.00"), None, -2)


@pytest.mark.parametrize("n", [10**50, 10**400])
def test_numbers_beyond_floats(n: int) -> None:
    """Very large and very small eigenvalues have as many digits as any other."""
    small, large = eigensystem([[n, 1], [1, 0]]).eigenvalues
    assert decimals(small, 6).real == Decimal(-1) / n
    assert decimals(large, 6).real == Decimal(n)


@given(st.integers(2, 10**6), st.integers(1, 25))
def test_square_roots(n: int, digits: int) -> None:
    """The last digit of a square root is the nearest."""
    shown = decimals(eigensystem([[0, n], [1, 0]]).eigenvalues[-1], digits)
    assert abs(Rational(str(shown.real)) - sqrt(n)) * 2 <= Rational(10) ** shown.last_place


def test_a_number_half_way_between_two_decimals() -> None:
    """A tie, such as 1/8 to two digits, ends with one of the two nearest decimals."""
    eigenvalue = eigensystem([["1/8"]]).eigenvalues[0]
    assert decimals(eigenvalue, 2).real in {Decimal("0.12"), Decimal("0.13")}


def test_numbers_close_to_half_way_between_two_decimals() -> None:
    """1/8 ∓ √2·10⁻²⁰ are told apart from 1/8 before they are rounded."""
    eigenvalues = eigensystem([["1/8", "2/10^20"], ["1/10^20", "1/8"]]).eigenvalues
    assert [str(decimals(x, 2).real) for x in eigenvalues] == ["0.12", "0.13"]


@given(st.fractions(-10, 10, max_denominator=1000), st.fractions(0, 1, max_denominator=1000), st.integers(-3, 1))
def test_a_decimal_is_right_for_all_numbers_that_it_may_stand_for(x: Fraction, radius: Fraction, place: int) -> None:
    """The nearest decimal of a number that is known up to a radius, or none where there may be two."""
    found = nearest(x, radius, place)
    candidates = {round(y / Fraction(10) ** place) for y in (x - radius, x + radius)}
    assert found == (Decimal(candidates.pop()).scaleb(place) if len(candidates) == 1 else None)


def test_parameters_have_no_decimals() -> None:
    """What depends on a parameter has no decimals."""
    with pytest.raises(UndecidedError):
        decimals(eigensystem([["k"]]).eigenvalues[0], 5)
