"""Laws of the objects that come out: the same each time, through pickle, in their order, in their balls."""

from __future__ import annotations

import pickle
from fractions import Fraction
from math import gcd
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig import eigensystem
from symeig.exact.eigenvalues import Eigenvalue
from tests.strategies import DOMAINS, Planted, integer_matrices, matrices_over, planted, rational_matrices


@pytest.mark.parametrize("name", DOMAINS)
def test_pickling(name: str) -> None:
    """A result comes back from pickle equal to itself, part by part."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        S = eigensystem(matrix.rows)
        copy = pickle.loads(pickle.dumps(S))
        assert copy == S
        assert copy.eigenspaces == S.eigenspaces
        assert copy.charpoly == S.charpoly
        assert copy.minpoly == S.minpoly
        assert hash(copy.eigenvalues) == hash(S.eigenvalues)

    law()


@pytest.mark.parametrize("name", DOMAINS)
def test_same_answer_each_time(name: str) -> None:
    """The same input gives the same output, to the last coefficient."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        assert eigensystem(matrix.rows) == eigensystem([list(row) for row in matrix.rows])

    law()


def place(eigenvalue: Eigenvalue) -> tuple[Any, ...]:
    """What the order of eigenvalues is defined by, in 40 digits, with ties rounded away."""
    ball = eigenvalue.enclosure(60)
    real, imaginary = (round(x * 10**40) for x in (ball.real, ball.imag))
    return imaginary != 0, real, abs(imaginary), imaginary > 0


@given(st.data())
def test_order_of_random_eigenvalues(data: st.DataObject) -> None:
    """Reals ascending, then by real part, then by |imaginary part|, the lower half-plane first."""
    n = data.draw(st.integers(1, 6))
    eigenvalues = eigensystem(data.draw(integer_matrices(n, bound=4))).eigenvalues
    assert list(map(place, eigenvalues)) == sorted(map(place, eigenvalues))


@given(planted(max_size=10))
def test_order_of_planted_eigenvalues(matrix: Planted) -> None:
    """The same order holds among eigenvalues of different factors, where real parts often agree."""
    eigenvalues = eigensystem(matrix.rows).eigenvalues
    assert list(map(place, eigenvalues)) == sorted(map(place, eigenvalues))


@pytest.mark.parametrize("name", ["QQ(i)", "QQ(sqrt2)"])
def test_order_over_number_fields(name: str) -> None:
    """The same order holds over number fields."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        eigenvalues = eigensystem(matrix.rows).eigenvalues
        assert list(map(place, eigenvalues)) == sorted(map(place, eigenvalues))

    law()


@given(rational_matrices(), st.integers(1, 60))
def test_enclosures_are_small(matrix: Planted, digits: int) -> None:
    """The radius is below 10^−digits, times the modulus where that is above 1."""
    for eigenvalue in eigensystem(matrix.rows).eigenvalues:
        ball = eigenvalue.enclosure(digits)
        modulus = abs(complex(ball))
        assert ball.radius <= max(Fraction(1), Fraction(modulus)) / 10**digits


@given(rational_matrices())
def test_enclosures_hold_a_root(matrix: Planted) -> None:
    """At the centre of its ball the polynomial is as small as one root so near makes it."""
    for eigenvalue in eigensystem(matrix.rows).eigenvalues:
        ball = eigenvalue.enclosure(50)
        assert abs(_value(eigenvalue.coefficients, ball.real, ball.imag)) < 1e-40


def _value(p: tuple[int, ...], x: Fraction, y: Fraction) -> complex:
    """p(x + iy), worked out exactly."""
    real = imaginary = Fraction(0)
    for c in reversed(p):
        real, imaginary = real * x - imaginary * y + int(c), real * y + imaginary * x
    return complex(float(real), float(imaginary))


@given(planted())
def test_eigenvalues_are_distinct(matrix: Planted) -> None:
    """There is one eigenspace for each root, and no two eigenvalues are equal."""
    S = eigensystem(matrix.rows)
    assert len(set(S.eigenvalues)) == len(S.eigenvalues) == sum(len(p) - 1 for p in matrix.structure)
    assert sum(s.algebraic_multiplicity for s in S.eigenspaces) == S.dimension


@given(planted())
def test_integer_vectors_are_canonical(matrix: Planted) -> None:
    """Coprime integer coefficients; the first one positive, or for irrational λ the leading one of the last entry."""
    for component in eigensystem(matrix.rows).components:
        for chain in component.vectors:
            coefficients = [int(c) for v in chain for entry in v for c in entry]
            assert gcd(*coefficients) == 1
            last = next(entry for entry in reversed(chain[0]) if any(entry))
            sign = coefficients if component.degree == 1 else last[::-1]
            assert next(c for c in sign if c) > 0
