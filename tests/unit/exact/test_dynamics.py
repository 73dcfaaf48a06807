"""Recurrences, iterated maps and systems of differential equations whose solutions are known."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from sympy import Expr, ImmutableMatrix, KroneckerDelta, Rational, Symbol, cos, exp, simplify, sin, sqrt, zeros

from symeig import flow, iterate, recurrence
from symeig.errors import InputError, NotSquareError, SingularMatrixError

a, n, t = (Symbol(name) for name in "ant")


def terms(coefficients: list[Any], initial: list[Any], count: int) -> list[Any]:
    """The first terms of a recurrence, one after the other."""
    found = list(initial)
    while len(found) < count:
        found.append(sum(c * x for c, x in zip(coefficients, reversed(found[-len(initial) :]), strict=True)))
    return found


@pytest.mark.parametrize(
    ("coefficients", "initial"),
    [
        ([1, 1], [0, 1]),
        ([1, 1], [2, 1]),
        ([4, -4], [1, 4]),
        ([2, -2], [0, 1]),
        ([3, -3, 1], [0, 1, 4]),
        ([1, 1, 1], [0, 0, 1]),
        ([0, 0], [3, 1]),
        ([5, 0], [3, 1]),
        ([0, 0, 1], [1, 2, 3]),
        ([1], [7]),
        ([Fraction(1, 2)], [1]),
    ],
)
def test_a_recurrence_has_its_terms(coefficients: list[Any], initial: list[Any]) -> None:
    """The closed form is the n-th term for n from 0 on, with coefficients 0 and repeated or complex roots too."""
    found = recurrence(coefficients, initial)
    values = [simplify(found.subs(n, k).expand(trig=True)) for k in range(9)]
    assert values == [Rational(x) for x in terms(coefficients, initial, 9)]


def test_the_formula_of_binet() -> None:
    """Fibonacci's numbers are (φⁿ − ψⁿ)/√5."""
    expected = (((1 + sqrt(5)) / 2) ** n - ((1 - sqrt(5)) / 2) ** n) / sqrt(5)
    assert simplify(recurrence([1, 1], [0, 1]) - expected) == 0
    assert recurrence([1, 1], [0, 1], 100) == 354224848179261915075


def test_two_accounts_after_a_hundred_years() -> None:
    """5 % and 3 %: the numbers of the lesson, exactly."""
    found = iterate([[1.05, 0], [0, 1.03]], [1, 1], 100)
    assert found == ImmutableMatrix([Rational(21, 20) ** 100, Rational(103, 100) ** 100])
    assert [float(x) for x in found] == pytest.approx([131.50125784630401, 19.218631980856298], rel=1e-14)


def test_a_deposit_each_year() -> None:
    """A constant is added in each step; where 1 is an eigenvalue it makes a linear term."""
    assert iterate([["1.05"]], [1], constant=[1])[0] == 21 * Rational(21, 20) ** n - 20
    assert iterate([[1]], [3], constant=[2])[0].expand() == 2 * n + 3
    assert iterate([[0]], [3], constant=[2])[0] == KroneckerDelta(n, 0) + 2


def test_systems_of_differential_equations() -> None:
    """x' = Ax + b with its initial value."""
    assert flow([[0, 1], [-1, 0]], [1, 0]) == ImmutableMatrix([cos(t), -sin(t)])
    assert flow([[0]], [5], constant=[2])[0] == 2 * t + 5
    assert flow([["a"]], ["x0"])[0] == Symbol("x0") * exp(a * t)
    x = flow([[1, 2], [3, 4]], [1, "c"], constant=[1, 0])
    residual = x.diff(t) - ImmutableMatrix([[1, 2], [3, 4]]) * x - ImmutableMatrix([1, 0])
    assert residual.applyfunc(simplify) == zeros(2, 1)
    assert x.subs(t, 0).applyfunc(simplify) == ImmutableMatrix([1, Symbol("c")])


def test_a_start_in_a_larger_field() -> None:
    """The start may have numbers that the matrix does not generate."""
    assert simplify(recurrence([1, 1], ["sqrt(5)", 1]).subs(n, 3) - 2 - sqrt(5)) == 0


def test_steps_back() -> None:
    """A negative number of steps goes back, if the map can be inverted."""
    assert recurrence([1, 1], [0, 1], -3) == 2
    with pytest.raises(SingularMatrixError):
        iterate([[1, 1], [1, 1]], [1, 0], -1)


@pytest.mark.parametrize("start", [[1, 2], (1, 2), "1 2", "1; 2", [[1], [2]], [[1, 2]], ImmutableMatrix([1, 2])])
def test_a_vector_as_anyone_would_give_it(start: Any) -> None:
    """A row, a column, a list or a text."""
    assert iterate([[0, 1], [1, 0]], start, 1) == ImmutableMatrix([2, 1])


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: iterate([[1, 2]], [1], 3), NotSquareError, "1 rows and 2 columns"),
        (lambda: iterate([[1, 2], [3, 4]], [1, 2, 3]), InputError, "1×3.*2 entries"),
        (lambda: flow([[1, 2], [3, 4]], [1, 2], constant=[1]), InputError, "1×1.*2 entries"),
        (lambda: recurrence([1, 1], [0]), InputError, "2 coefficients and 1 initial"),
        (lambda: recurrence([], []), InputError, "0 coefficients"),
        (lambda: recurrence([1], [1], float("nan")), InputError, "number of steps is nan"),
        (lambda: flow([[1]], [1], None), InputError, "time is None"),
    ],
)
def test_bad_calls(call: Any, kind: type[Exception], words: str) -> None:
    """Each says what was given and what is needed."""
    with pytest.raises(kind, match=words):
        call()


def test_an_empty_map() -> None:
    """Of nothing there is nothing to iterate."""
    assert iterate([], []).shape == (0, 1)
    x: Expr = flow([], [], constant=[])
    assert x.shape == (0, 1)
