"""How exact numbers stand in a picture."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest
from sympy import CRootOf, I, Rational, pi, sqrt
from sympy.abc import x

from symeig import eigensystem
from symeig.errors import InputError
from symeig.plots.axes import Ticks
from symeig.plots.numbers import check_range, decimal, equation, place, short, short_name


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (1, "1"),
        (-1, "−1"),
        (1000, "1000"),
        (123456.0, "123456"),
        (1234567.0, "1.235·10⁶"),
        (0.1, "0.1"),
        (2 / 3, "0.6667"),
        (-0.00012346, "−0.0001235"),
        (0.00001, "10⁻⁵"),
        (-1e20, "−10²⁰"),
        (9.99999, "10"),
        (5e-324, "4.941·10⁻³²⁴"),
    ],
)
def test_decimals(number: float, text: str) -> None:
    """Four significant digits, without zeros at the end, and powers of ten for what is far from 1."""
    assert decimal(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Rational(2, 3), "2/3"),
        ((1 + sqrt(5)) / 2, "(1 + √5)/2"),
        (1 - 2 * I, "1 − 2i"),
        (sqrt(1234567891011), "≈ 1.111·10⁶"),
        (Rational(1, 7**9), "1/40353607"),
        (Rational(10**12 + 1, 10**12), "≈ 1.000"),
        (sqrt(2) + sqrt(3) * I + 1, "≈ 2.414 + 1.732i"),
        (-sqrt(11111) * I * 2, "−2√11111·i"),
        (CRootOf(x**5 - x - 1, 0), "≈ 1.167"),
        (-CRootOf(x**5 - x - 1, 0), "≈ −1.167"),
    ],
)
def test_short_numbers(number: Any, text: str) -> None:
    """Exact where that is short, else rounded and marked as such."""
    assert short(number) == text


@pytest.mark.parametrize(
    ("matrix", "names"),
    [
        ([[2, 1], [2, 3]], ["1", "4"]),
        ([[0, -2], [2, 0]], ["−2i", "2i"]),
        ([[0, 0, 1], [1, 0, 1], [0, 1, 0]], ["≈ 1.325", "≈ −0.6624 − 0.5623i", "≈ −0.6624 + 0.5623i"]),
    ],
)
def test_names_of_eigenvalues(matrix: Any, names: list[str]) -> None:
    """Eigenvalues are written like other numbers; their places come from their certified discs."""
    assert [short_name(z) for z in eigensystem(matrix).eigenvalues] == names


def test_equations() -> None:
    """A number that is rounded is not equal to what is on the left."""
    assert (equation("ρ", "2"), equation("ρ", "≈ 1.618")) == ("ρ = 2", "ρ ≈ 1.618")


def test_places() -> None:
    """Places are the nearest doubles, however much cancels."""
    assert place(sqrt(10**40 + 1) - 10**20) == 5e-21
    assert place(Rational(1, 3) + I * sqrt(2)) == complex(1 / 3, 2**0.5)


@pytest.mark.parametrize("number", [inf, nan, 1e101, complex(0, -1e101)])
def test_numbers_that_cannot_be_drawn(number: complex) -> None:
    """What is not finite, or too large, is refused."""
    with pytest.raises(InputError, match=r"larger than 10\^100"):
        check_range([1.0, number])


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ([0.0, 0.5, 1.0], ["0", "0.5", "1"]),
        ([-2e-17, 1.0, 2.0], ["0", "1", "2"]),
        ([1.0, 1.00001, 1.00002], ["1", "1.00001", "1.00002"]),
        ([1e10, 2e10], ["10¹⁰", "2·10¹⁰"]),
        ([3.0], ["3"]),
        ([1e9, 1e9 + 500, 1e9 + 1000], ["10⁹", "", "1.000001·10⁹"]),
        ([], []),
    ],
)
def test_ticks(values: list[float], written: list[str]) -> None:
    """Numbers on an axis have as many digits as tell them apart."""
    assert Ticks().format_ticks(values) == written


def test_pi_is_no_place() -> None:
    """Numbers that are not algebraic have no place in a picture, and no picture is drawn for them."""
    assert eigensystem([[pi]]).field.has_parameters
