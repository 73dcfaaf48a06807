"""What a result over parameters takes for granted."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from sympy import I, Symbol, cos, exp, pi, sin, sqrt, tan

from symeig import eigensystem
from symeig.errors import UndecidedError

a, b, c, d, t = (Symbol(x) for x in "abcdt")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[a, 0], [0, 1]], set()),
        ([[a, 1], [0, 1]], {a - 1}),
        ([[1, 1], [0, a]], {a - 1}),
        ([[a, 1], [0, a]], set()),
        ([[a, b], [0, a]], {b}),
        ([[0, a], [1, 0]], {a}),
        ([[0, 1], [0, a]], {a}),
        ([[1 / a]], {a}),
        ([[1 / (a - 2), 0], [0, 1]], {a - 2}),
        ([[a, b], [b, a]], set()),
        ([[1 - a, b], [a, 1 - b]], {a + b}),
        ([[exp(t), 1], [0, exp(-t)]], None),
        ([[pi, 1], [0, 1]], set()),
        ([[1, 2], [3, 4]], set()),
    ],
    ids=str,
)
def test_conditions(rows: list[list[Any]], expected: set[Any] | None) -> None:
    """Exactly the irreducible expressions on whose zeros the result fails, up to sign."""
    found = {x.expr for x in eigensystem(rows).conditions}
    if expected is None:
        assert found
        return
    assert len(found) == len(expected)
    assert all(any((x - y).expand() == 0 or (x + y).expand() == 0 for y in expected) for x in found)


@pytest.mark.parametrize(
    ("rows", "point"),
    [
        ([[1, 1], [0, cos(t)]], {t: 0}),
        ([[1 + cos(t), 1], [0, 0]], {t: pi}),
        ([[cos(t), 1], [0, -1]], {t: pi}),
        ([[1 / (1 + cos(t))]], {t: pi}),
        ([[1 / cos(t)]], {t: pi / 2}),
        ([[tan(t), 1], [0, 0]], {t: 0}),
        ([[tan(t), 1], [0, 0]], {t: pi}),
        ([[sin(t), 1], [0, 0]], {t: pi}),
        ([[sin(2 * t), 1], [0, 0]], {t: pi / 2}),
        ([[cos(t / 2), 1], [0, 0]], {t: pi}),
        ([[exp(t), 1], [0, 1]], {t: 0}),
        ([[exp(I * t), 1], [0, 1]], {t: 0}),
        ([[sqrt(a), 1], [0, 1]], {a: 1}),
        ([[sqrt(a), 1], [0, 0]], {a: 0}),
        ([[a**2 + 1, 1], [0, 0]], {a: I}),
        ([[sqrt(2) * a, 1], [0, 2]], {a: sqrt(2)}),
    ],
    ids=str,
)
def test_exceptions_are_excluded(rows: list[list[Any]], point: dict[Symbol, Any]) -> None:
    """Where the generic result is false, a condition vanishes."""
    assert any(x.expr.subs(point).expand() == 0 for x in eigensystem(rows).conditions)


@pytest.mark.parametrize(
    ("rows", "point"),
    [
        ([[1, 1], [0, cos(t)]], {t: pi / 3}),
        ([[cos(t), 1], [0, -1]], {t: 0}),
        ([[tan(t), 1], [0, 0]], {t: 1}),
        ([[a, 1], [0, 1]], {a: 0}),
        ([[sqrt(a), 1], [0, 1]], {a: 4}),
        ([[1 - a, b], [a, 1 - b]], {a: 1, b: 1}),
    ],
    ids=str,
)
def test_ordinary_values_are_allowed(rows: list[list[Any]], point: dict[Symbol, Any]) -> None:
    """Where the generic result is true, no condition vanishes."""
    assert all(x.expr.subs(point).expand() != 0 for x in eigensystem(rows).conditions)


def test_conditions_are_readable() -> None:
    """A condition is a sentence."""
    assert [str(x) for x in eigensystem([[a, 1], [0, 1]]).conditions] in (["a − 1 ≠ 0"], ["a - 1 ≠ 0"])


def test_order_is_fixed() -> None:
    """Conditions come in one order, and survive pickling."""
    conditions = eigensystem([[1 - a, b], [a, 1 - b]]).conditions
    assert conditions == eigensystem([[1 - a, b], [a, 1 - b]]).conditions
    assert pickle.loads(pickle.dumps(conditions)) == conditions


def test_many_parameters() -> None:
    """With four parameters and a matrix full of them the conditions stay statements about polynomials and matrices."""
    rows = [[a, b, c], [d, a, b], [c, d, a]]
    kinds = {x.kind for x in eigensystem(rows).conditions}
    assert kinds == {"separable", "invertible"}
    assert all(str(x) for x in eigensystem(rows).conditions)


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ([[a, 0], [0, 1]], True),
        ([[a, 1], [0, a]], False),
        ([[0, 1], [0, 0]], False),
        ([[pi, 1], [0, 1]], True),
    ],
    ids=str,
)
def test_decided_for_all_values(rows: list[list[Any]], answer: bool) -> None:
    """Whether a matrix is diagonalizable is answered where the answer is the same for all parameters."""
    assert eigensystem(rows).is_diagonalizable is answer


@pytest.mark.parametrize("rows", [[[1, 1], [0, a]], [[a, b], [0, a]], [[0, a], [1, 0]]], ids=str)
def test_undecided(rows: list[list[Any]]) -> None:
    """Where it depends on the parameters, an exception names what it depends on."""
    with pytest.raises(UndecidedError) as caught:
        _ = eigensystem(rows).is_diagonalizable
    assert caught.value.assumptions_that_help == tuple(map(str, eigensystem(rows).conditions))


@pytest.mark.parametrize("angle", [0, pi / 3, pi])
def test_a_rotation_needs_no_condition(angle: Any) -> None:
    """The eigenvectors (∓i, 1) of a rotation serve all angles, those of two equal eigenvalues too."""
    S = eigensystem([[cos(t), -sin(t)], [sin(t), cos(t)]])
    assert S.conditions == ()
    assert S.is_diagonalizable
    A, P, D = (X.subs(t, angle) for X in (S.matrix, *S.diagonalize()))
    assert (A * P - P * D).applyfunc(lambda x: x.expand()).is_zero_matrix
    assert P.det() != 0
