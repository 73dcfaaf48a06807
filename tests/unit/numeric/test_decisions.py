"""Decisions: two sides of an inequality, and how far they are apart."""

from __future__ import annotations

import pickle
from fractions import Fraction
from math import inf

import pytest
from flint import fmpq

from symeig.numeric.decisions import Decision, at_most, equal, satisfied


@pytest.mark.parametrize(
    ("found", "allowed", "holds"),
    [(0, 0, True), (1, 1, True), (1, 2, True), (2, 1, False), (1, 0, False), (0, 1, True)],
)
def test_decision_holds_where_found_is_at_most_allowed(found: int, allowed: int, holds: bool) -> None:
    """Equality included."""
    assert Decision("x", Fraction(found), Fraction(allowed)).holds is holds


def test_decision_is_exact_where_doubles_are_equal() -> None:
    """A difference that no double shows decides."""
    above = Decision("x", Fraction(1) + Fraction(1, 10**60), Fraction(1))
    assert above.ratio == 1.0
    assert not above.holds


@pytest.mark.parametrize(
    ("found", "allowed", "power", "ratio"),
    [
        (Fraction(0), Fraction(0), 1, 0.0),
        (Fraction(1), Fraction(0), 1, inf),
        (Fraction(9), Fraction(4), 2, 1.5),
        (Fraction(9), Fraction(4), 1, 2.25),
        (Fraction(1), Fraction(16), 2, 0.25),
        (Fraction(10) ** 800, Fraction(1), 1, inf),
        (Fraction(1), Fraction(10) ** 800, 1, 0.0),
    ],
)
def test_ratio_is_what_was_found_in_units_of_what_is_allowed(
    found: Fraction, allowed: Fraction, power: int, ratio: float
) -> None:
    """Of the numbers themselves where the sides are squares."""
    assert Decision("x", found, allowed, power).ratio == ratio


def test_at_most_compares_rational_numbers() -> None:
    """As fractions that keep every digit."""
    decision = at_most("trace", fmpq(1, 3), fmpq(1, 2), 2, place="here", text="why")
    assert decision == Decision("trace", Fraction(1, 3), Fraction(1, 2), 2, "here", "why")
    assert at_most("trace", fmpq(1, 3), fmpq(1, 2)) == Decision("trace", Fraction(1, 3), Fraction(1, 2))
    assert Decision("trace", Fraction(1, 3), Fraction(1, 2)).power == 1


@pytest.mark.parametrize(("found", "expected", "holds"), [(3, 3, True), (2, 3, False), (4, 3, False), (0, 0, True)])
def test_equal_compares_integers(found: int, expected: int, holds: bool) -> None:
    """In both directions."""
    assert equal("rank", found, expected).holds is holds


@pytest.mark.parametrize("holds", [True, False])
def test_satisfied_is_a_question_answered(holds: bool) -> None:
    """Yes or no."""
    assert satisfied("shape", holds).holds is holds


def test_decision_can_be_pickled() -> None:
    """It may come from another process."""
    decision = at_most("trace", fmpq(1, 3), fmpq(1, 2), text="…")
    assert pickle.loads(pickle.dumps(decision)) == decision
