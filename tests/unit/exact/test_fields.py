"""Base fields: which field a set of entries generates, and what is equal in it."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest
from sympy import (
    Add,
    CRootOf,
    E,
    Expr,
    GoldenRatio,
    I,
    N,
    Pow,
    Rational,
    Symbol,
    cbrt,
    cos,
    cosh,
    cot,
    csc,
    exp,
    pi,
    sec,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

from symeig.errors import BudgetExceededError, UnsupportedEntryError
from symeig.exact import number_fields
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field

a, b, t, x = (Symbol(name) for name in "abtx")
third = Rational(1, 3)


def degree(*entries: Expr) -> int:
    """The degree over Q of the number field that the entries generate."""
    return base_field(entries).numbers.degree


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((1, Fraction(1, 2), Rational(3, 7)), 1),
        ((sqrt(2),), 2),
        ((sqrt(2), sqrt(8), 1 / sqrt(2)), 2),
        ((sqrt(2), sqrt(3)), 4),
        ((sqrt(2), sqrt(3), sqrt(6)), 4),
        ((sqrt(2), sqrt(3), sqrt(5)), 8),
        ((sqrt(2) + sqrt(3),), 4),
        ((sqrt(2 + sqrt(2)),), 4),
        ((sqrt(2 + sqrt(2)), sqrt(2 - sqrt(2))), 4),
        ((sqrt(5 + 2 * sqrt(6)), sqrt(2), sqrt(3)), 4),
        ((sqrt(2 + sqrt(2 + sqrt(2))),), 8),
        ((cbrt(2),), 3),
        ((cbrt(2), cbrt(4)), 3),
        ((cbrt(2), sqrt(2)), 6),
        ((I,), 2),
        (((-1) ** third,), 2),
        (((-1) ** third, sqrt(3), I), 4),
        (((-1) ** third, cbrt(2)), 6),
        ((I, sqrt(2), (-1) ** Rational(1, 4)), 4),
        ((exp(2 * pi * I / 5),), 4),
        ((exp(2 * pi * I / 5), sqrt(5)), 4),
        ((exp(2 * pi * I / 5), exp(4 * pi * I / 5), exp(-2 * pi * I / 5)), 4),
        ((exp(2 * pi * I / 3), exp(pi * I / 4)), 8),
        ((exp(2 * pi * I / 7), cos(2 * pi / 7)), 6),
        ((cos(pi / 7),), 3),
        ((cos(pi / 7), cos(2 * pi / 7), cos(3 * pi / 7)), 3),
        ((cos(pi / 5), sqrt(5)), 2),
        ((tan(pi / 7),), 6),
        ((CRootOf(x**3 - x - 1, 0),), 3),
        ((CRootOf(x**3 - x - 1, 0), CRootOf(x**3 - x - 1, 1)), 6),
        ((CRootOf(x**3 - 3 * x + 1, 0), CRootOf(x**3 - 3 * x + 1, 2)), 3),
        ((GoldenRatio, sqrt(5)), 2),
        ((sqrt(CRootOf(x**3 - x - 1, 0)),), 6),
        ((sqrt(2 - 2 * cos(2 * pi / 7)),), 6),
        ((sqrt(1 + I),), 4),
    ],
    ids=str,
)
def test_degree(entries: tuple[Expr, ...], expected: int) -> None:
    """The number field has the degree that algebra says, not one for each root that is written."""
    assert degree(*entries) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (sqrt(5 + 2 * sqrt(6)), sqrt(2) + sqrt(3)),
        (sqrt(2) * sqrt(3), sqrt(6)),
        (sqrt(2 + sqrt(2)) * sqrt(2 - sqrt(2)), sqrt(2)),
        (cbrt(2) ** 2, cbrt(4)),
        ((-1) ** third, Rational(1, 2) + sqrt(3) * I / 2),
        (cos(pi / 7) - cos(2 * pi / 7) + cos(3 * pi / 7), Rational(1, 2)),
        (2 * cos(pi / 5), GoldenRatio),
        (exp(2 * pi * I / 5) + exp(-2 * pi * I / 5), (sqrt(5) - 1) / 2),
        (GoldenRatio**2, GoldenRatio + 1),
        (cbrt(sqrt(5) + 2) - cbrt(sqrt(5) - 2), 1),
        (tan(pi / 7) * tan(2 * pi / 7) * tan(3 * pi / 7), sqrt(7)),
        (sin(pi / 7) ** 2 + cos(pi / 7) ** 2, 1),
        (cos(t) ** 2 + sin(t) ** 2, 1),
        (sin(2 * t), 2 * sin(t) * cos(t)),
        (cos(3 * t), 4 * cos(t) ** 3 - 3 * cos(t)),
        (cos(t / 2) ** 2, (1 + cos(t)) / 2),
        (tan(t), sin(t) / cos(t)),
        (cot(t) * tan(t), 1),
        (sec(t) ** 2 - tan(t) ** 2, 1),
        (csc(t) * sin(t), 1),
        (cos(a + b), cos(a) * cos(b) - sin(a) * sin(b)),
        (cos(t + pi / 3), cos(t) / 2 - sqrt(3) * sin(t) / 2),
        (exp(I * t), cos(t) + I * sin(t)),
        (cosh(t) ** 2 - sinh(t) ** 2, 1),
        (tanh(t), (exp(2 * t) - 1) / (exp(2 * t) + 1)),
        (exp(t) * exp(-2 * t) ** 2, exp(-3 * t)),
        (exp(t / 2) * exp(t / 3), exp(5 * t / 6)),
        (exp(2), E**2),
        (sqrt(a) * a ** Rational(1, 3), a ** Rational(5, 6)),
        (sqrt(pi) ** 2, pi),
        ((a**2 - b**2) / (a - b), a + b),
        ((a + sqrt(2)) * (a - sqrt(2)), a**2 - 2),
        ((sqrt(2) * a + 1) / (sqrt(2) * a + 1), 1),
        (1 / (sqrt(2) * a + 2), (a / sqrt(2) - 1) / (a**2 - 2) / 1),
    ],
    ids=str,
)
def test_equal_numbers_are_equal(left: Expr, right: Expr) -> None:
    """Two ways to write one number or function are one element."""
    field = base_field([left, right])
    assert field.element(left) == field.element(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (sqrt(5 + 2 * sqrt(6)), sqrt(3) - sqrt(2)),
        (CRootOf(x**3 - x - 1, 1), CRootOf(x**3 - x - 1, 2)),
        (exp(2 * pi * I / 5), exp(4 * pi * I / 5)),
        (sqrt(2) + sqrt(3), Rational(31462643699, 10**10)),
        (cos(pi / 7), sin(pi / 7)),
        (sqrt(a), -sqrt(a)),
        (cos(t), cos(-2 * t)),
        (exp(t), exp(-t)),
        (I, -I),
    ],
    ids=str,
)
def test_different_numbers_differ(left: Expr, right: Expr) -> None:
    """Conjugates and near misses are different elements."""
    field = base_field([left, right])
    assert field.element(left) != field.element(right)


@pytest.mark.parametrize(
    "entry",
    [
        sqrt(2) + sqrt(3),
        sqrt(2 + sqrt(2)),
        1 / (1 + sqrt(2) + sqrt(3)),
        (-1) ** third,
        (-2) ** third,
        (1 + I) ** -3,
        sqrt(1 + I),
        sqrt(-1 - I),
        cos(pi / 7) ** 5,
        sin(3 * pi / 7),
        tan(4 * pi / 9),
        sec(pi / 9),
        exp(22 * pi * I / 9),
        exp(-3 * pi * I / 8),
        CRootOf(x**5 - x - 1, 3) + 1,
        cbrt(CRootOf(x**3 - x - 1, 0) + 1),
        sqrt(exp(2 * pi * I / 7) + 1),
        sqrt(2 - 2 * cos(2 * pi / 7)),
        sqrt(3 - 2 * sqrt(2)),
    ],
    ids=str,
)
def test_numbers_keep_their_value(entry: Expr) -> None:
    """The element stands for the number that was written, not for a conjugate of it."""
    field = base_field([entry])
    assert abs(N(field.to_sympy(field.element(entry)) - entry, 30)) < 1e-25


@pytest.mark.parametrize(
    "entry",
    [
        (a + sqrt(2)) / (a - I),
        sqrt(a) / (1 + a),
        a ** Rational(2, 3) - sqrt(a),
        cos(t) / (2 + sin(t)),
        tan(3 * t / 2),
        1 / (1 - cos(t)),
        sin(t) * cos(2 * t) * sec(t / 2),
        exp(I * t) + exp(2 * t),
        cosh(t) / (1 + sinh(2 * t)),
        cos(a * b) + sin(a) * exp(b),
        pi * t + sqrt(pi),
        exp(t**2 - 2 * t + 1),
    ],
    ids=str,
)
def test_functions_keep_their_values(entry: Expr) -> None:
    """The element stands for the function that was written, at points chosen at random once."""
    field = base_field([entry])
    shown = field.to_sympy(field.element(entry))
    for point in ({a: Rational(7, 3), b: Rational(-2, 5), t: Rational(11, 9)}, {a: 5, b: 3, t: -2}):
        assert abs(N((shown - entry).subs(point), 30)) < 1e-20


@pytest.mark.parametrize(
    ("entries", "generators"),
    [
        ([a], "a"),
        ([a, sqrt(a)], "sqrt(a)"),
        ([sqrt(a), a ** Rational(1, 3)], "a**(1/6)"),
        ([exp(t)], "exp(t)"),
        ([exp(t), exp(-t), exp(t / 2)], "exp(t/2)"),
        ([cos(t)], "tan(t/2)"),
        ([cos(t), sin(2 * t), tan(t)], "tan(t/2)"),
        ([cos(t / 2), cos(t)], "tan(t/4)"),
        ([cosh(t)], "exp(t)"),
        ([pi], "pi"),
        ([E], "E"),
        ([sqrt(E), E], "exp(1/2)"),
        ([b, a], "a b"),
        ([cos(t), t, exp(t)], "t exp(t) tan(t/2)"),
        ([exp(t**2), exp(t)], "exp(t) exp(t**2)"),
        ([pi, t], "pi t"),
    ],
    ids=str,
)
def test_generators(entries: list[Expr], generators: str) -> None:
    """As few generators as possible, independent of each other."""
    assert " ".join(map(str, base_field(entries).generators)) == generators


@pytest.mark.parametrize(
    "entries", [[1, 2], [sqrt(2)], [a, sqrt(3)], [cos(t), I], [exp(t), pi], [sqrt(a), cbrt(2), I]], ids=str
)
def test_fields_and_elements_survive_pickling(entries: list[Any]) -> None:
    """A field comes back equal, and its elements through `encode` and `decode`."""
    field = base_field(entries)
    copy: BaseField = pickle.loads(pickle.dumps(field))
    assert copy == field
    assert hash(copy) == hash(field)
    for entry in entries:
        element = field.element(entry)
        assert field.decode(field.encode(element)) == element
        assert copy.element(entry) == element


@pytest.mark.parametrize(
    ("entry", "conjugate"),
    [
        (sqrt(2), sqrt(2)),
        (I, -I),
        (1 + I * sqrt(2), 1 - I * sqrt(2)),
        (exp(2 * pi * I / 5), exp(-2 * pi * I / 5)),
        ((-1) ** third, 1 - (-1) ** third),
        (I * a + 1, 1 - I * a),
        (exp(I * t), exp(-I * t)),
        (a + sqrt(2), a + sqrt(2)),
    ],
    ids=str,
)
def test_conjugate(entry: Expr, conjugate: Expr) -> None:
    """The complex conjugate, parameters being real; twice gives the element back."""
    field = base_field([entry, conjugate])
    element = field.element(entry)
    assert field.conjugate(element) == field.element(conjugate)
    assert field.conjugate(field.conjugate(element)) == element


def test_field_without_its_conjugates() -> None:
    """A cubic field with one complex embedding lacks the conjugates of its elements, and says so."""
    root = CRootOf(x**3 - x - 1, 1)
    field = base_field([root])
    with pytest.raises(UnsupportedEntryError, match="conjugate"):
        field.conjugate(field.element(root))


def test_degree_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many independent roots are refused before the arithmetic becomes hopeless; dependent ones cost nothing."""
    monkeypatch.setattr(number_fields, "MAX_DEGREE", 8)
    assert degree(sqrt(2), sqrt(3), sqrt(5), sqrt(6), sqrt(10), sqrt(30)) == 8
    with pytest.raises(BudgetExceededError) as caught:
        base_field([sqrt(2), sqrt(3), sqrt(5), sqrt(7)])
    assert (caught.value.what, caught.value.limit, caught.value.spent) == ("size", 8, 16)


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        (Add(1, 1, evaluate=False), 2),
        (Pow(4, Rational(1, 2), evaluate=False), 2),
        (Pow(2, -1, evaluate=False), Fraction(1, 2)),
        (sqrt(Add(8, 1, evaluate=False), evaluate=False), 3),
    ],
    ids=str,
)
def test_rational_numbers_in_disguise(entry: Expr, value: int | Fraction) -> None:
    """An expression that is rational is an element of Q."""
    field = base_field([entry])
    assert field.is_rational
    assert field.element(entry) == field.element(value)
