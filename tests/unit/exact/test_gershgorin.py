"""Gershgorin discs: centres, radii, unions, and what they prove."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from sympy import Abs, CRootOf, I, Rational, Symbol, sqrt

from symeig import gershgorin
from symeig.errors import InputError, NotSquareError, UndecidedError, UnsupportedEntryError
from symeig.exact.gershgorin import Disc

# The two matrices of the chapter "Eigendecompositions" of Dive into Deep Learning.
LESSON = [[1, 0.1, 0.1, 0.1], [0.1, 3, 0.2, 0.3], [0.1, 0.2, 5, 0.5], [0.1, 0.3, 0.5, 9]]
EXERCISE = [[3, 0.1, 0.3, 1], [0.1, 1, 0.1, 0.2], [0.3, 0.1, 5, 0], [1, 0.2, 0, 1.8]]

a, x = Symbol("a"), Symbol("x")
p = Symbol("p", positive=True)


def pairs(discs: tuple[Disc, ...]) -> list[tuple[Any, Any]]:
    """Centres and radii."""
    return [(disc.center, disc.radius) for disc in discs]


@pytest.mark.parametrize(
    ("A", "rows", "columns"),
    [
        (
            LESSON,
            [(1, Rational(3, 10)), (3, Rational(3, 5)), (5, Rational(4, 5)), (9, Rational(9, 10))],
            [(1, Rational(3, 10)), (3, Rational(3, 5)), (5, Rational(4, 5)), (9, Rational(9, 10))],
        ),
        ([[1, 2, -3], [0, 4, 0], [5, 6, 7]], [(1, 5), (4, 0), (7, 11)], [(1, 5), (4, 8), (7, 3)]),
        ([[I, 3 + 4 * I], [1 + I, 2]], [(I, 5), (2, sqrt(2))], [(I, sqrt(2)), (2, 5)]),
        ([[0, 1 - sqrt(2)], [sqrt(2), 0]], [(0, sqrt(2) - 1), (0, sqrt(2))], [(0, sqrt(2)), (0, sqrt(2) - 1)]),
        ([[a, -p], [p, 1]], [(a, p), (1, p)], [(a, p), (1, p)]),
        ([[7]], [(7, 0)], [(7, 0)]),
        ([], [], []),
    ],
    ids=["lesson", "not symmetric", "complex", "irrational", "parameters", "1×1", "0×0"],
)
def test_discs(A: Any, rows: list[Any], columns: list[Any]) -> None:
    """Centres are diagonal entries, radii sums of the moduli of the others; numbers count from 1."""
    discs = gershgorin(A)
    assert pairs(discs.rows) == rows
    assert pairs(discs.columns) == columns
    assert [d.number for d in discs.rows] == [d.number for d in discs.columns] == list(range(1, len(rows) + 1))


def test_how_floats_are_read() -> None:
    """As decimals, or as the doubles that they are."""
    assert gershgorin([[1, 0.1], [0, 2]]).rows[0].radius == Rational(1, 10)
    assert gershgorin(np.array([[1, 0.1], [0, 2]]), floats="binary").rows[0].radius == Rational(
        *(0.1).as_integer_ratio()
    )


@pytest.mark.parametrize(
    ("A", "rows", "columns"),
    [
        (LESSON, [(1,), (2,), (3,), (4,)], [(1,), (2,), (3,), (4,)]),
        (EXERCISE, [(1, 2, 4), (3,)], [(1, 2, 4), (3,)]),
        # Discs that touch are connected: [0, 2] and [2, 4]
        ([[1, 1], [1, 3]], [(1, 2)], [(1, 2)]),
        ([[1, 1], ["999/1000", 3]], [(1,), (2,)], [(1,), (2,)]),
        # connected through a third one, whose number is the last
        ([[0, 1, 0], [0, 4, 1], [1, 0, 2]], [(1, 2, 3)], [(1, 2, 3)]),
        # |1 + i| = √2 = 1 + (√2 − 1): they touch, and balls cannot tell
        ([[0, 1], [sqrt(2) - 1, 1 + I]], [(1, 2)], [(1, 2)]),
        ([[0, sqrt(2)], [sqrt(3), sqrt(5 + 2 * sqrt(6))]], [(1, 2)], [(1, 2)]),
        ([[0, 1], [sqrt(2) - 1 - Rational(1, 10**30), 1 + I]], [(1,), (2,)], [(1,), (2,)]),
        ([[5, 0, 0], [0, 1, 0], [0, 0, 5]], [(1, 3), (2,)], [(1, 3), (2,)]),
        ([], [], []),
    ],
    ids=[
        "lesson",
        "exercise",
        "touching",
        "nearly",
        "third",
        "touching √2",
        "touching √5+2√6",
        "1e-30",
        "equal",
        "0×0",
    ],
)
def test_unions(A: Any, rows: list[Any], columns: list[Any]) -> None:
    """Which discs are connected; each union holds as many eigenvalues as discs."""
    discs = gershgorin(A)
    assert [union.numbers for union in discs.row_unions] == rows
    assert [union.numbers for union in discs.column_unions] == columns
    assert [union.eigenvalue_count for union in discs.row_unions] == list(map(len, rows))


def test_intervals() -> None:
    """The ends of each union on the real axis, exactly."""
    intervals = [union.interval for union in gershgorin(EXERCISE).row_unions]
    assert intervals == [(Rational(3, 5), Rational(22, 5)), (Rational(23, 5), Rational(27, 5))]
    assert gershgorin([[1 + I, sqrt(2)], [0, 3]]).row_unions[0].interval == (1 - sqrt(2), 1 + sqrt(2))


@pytest.mark.parametrize(
    ("bound", "excluded"), [(0.5, True), ("0.6", True), (Rational(3, 5), True), (0.61, False), ("0.6000000001", False)]
)
def test_exercise_3(bound: Any, excluded: bool) -> None:
    """No eigenvalue is below 0.6: 1.8 − 1.2 = 1 − 0.4 = 0.6; beyond that the discs prove nothing."""
    answer = gershgorin(EXERCISE).excludes_below(bound)
    assert bool(answer) is excluded
    assert (answer.family, len(answer.proof)) == (("rows", 4) if excluded else (None, 0))
    assert {i.disc.number for i in answer.obstacles} == (set() if excluded else {2, 4})


def test_the_proof_is_one_true_inequality_for_each_disc() -> None:
    """3 − 1.4 ≥ 0.5, and so on, with the disc that each is about."""
    proof = gershgorin(EXERCISE).excludes_below(0.5).proof
    assert (proof[0].disc.number, proof[0].disc.center, proof[0].disc.radius) == (1, 3, Rational(7, 5))
    assert [i.left for i in proof] == [Rational(k, 10) for k in (16, 6, 46, 6)]
    assert all(i.right == Rational(1, 2) and i.holds and not i.strict for i in proof)
    assert str(proof[0]) == "8/5 >= 1/2"


def test_columns_prove_what_rows_do_not() -> None:
    """The family that misses the region is named; one is enough."""
    discs = gershgorin([[5, 4, 4], [1, 5, 0], [0, 0, 5]])
    assert discs.excludes(0).family == "columns"
    assert discs.excludes_below(1).family == "columns"
    assert discs.excludes_above(9).family == "columns"
    assert gershgorin([[5, 1], [4, 5]]).excludes_above(9).family == "rows"
    assert gershgorin([[5, 1, 1], [4, 5, 0], [4, 0, 5]]).excludes(0).family == "rows"


@pytest.mark.parametrize(
    ("z", "excluded"),
    [(0, True), (2, False), (4, False), (1, True), (3 + I, False), (3 + 1.01j, True), ("3 + i/2", False)],
)
def test_points(z: Any, excluded: bool) -> None:
    """A point is excluded where it lies outside all discs; their rims belong to them."""
    answer = gershgorin([[3, 1], [1, 3]]).excludes(z)
    assert bool(answer) is excluded
    assert all(i.strict for i in (*answer.proof, *answer.obstacles))


@pytest.mark.parametrize(("bound", "excluded"), [(5, True), (4, True), (3.99, False), (sqrt(15), False)])
def test_above(bound: Any, excluded: bool) -> None:
    """No real part above the right end of all discs."""
    assert bool(gershgorin([[3, 1], [1, 3]]).excludes_above(bound)) is excluded


def test_complex_discs_have_real_parts() -> None:
    """Half-planes are about real parts: the disc around 2 + 7i with radius 1 lies between 1 and 3."""
    discs = gershgorin([[2 + 7j, 1], [0, 2]])
    assert discs.excludes_below(1)
    assert discs.excludes_above(3)
    assert not discs.excludes_above(2)


def test_not_excluded_is_no_eigenvalue() -> None:
    """[[0, 1], [1, 0]] has no eigenvalue near 0, and yet no disc excludes 0: the discs in the way are named."""
    answer = gershgorin([[0, 1], [1, 0]]).excludes(0)
    assert not answer
    assert [(i.disc.number, i.left, i.right, i.holds) for i in answer.obstacles] == 2 * [
        (1, 0, 1, False),
        (2, 0, 1, False),
    ]


def test_no_discs() -> None:
    """A 0×0 matrix has no eigenvalues, so everything is excluded."""
    discs = gershgorin([])
    assert discs.excludes(0)
    assert discs.excludes_below(10)
    assert discs.row_unions == ()


def test_parameters_with_assumptions() -> None:
    """Assumptions decide: p > 0 keeps 0 out; without them the question is undecided."""
    assert gershgorin([[3 + p, p], [1, 2]]).excludes(0)
    undecided = gershgorin([[a, 1], [1, 5]])
    with pytest.raises(UndecidedError) as caught:
        undecided.excludes(0)
    assert "a" in caught.value.question
    with pytest.raises(UndecidedError):
        _ = undecided.row_unions


def test_one_family_may_prove_what_the_other_leaves_undecided() -> None:
    """The row's disc around 3 has radius |a|; no column's disc around 3 has a radius that matters."""
    matrix = [[3, a, 0], [0, 9 + p, 0], [0, 0, 1]]
    with pytest.raises(UndecidedError):
        gershgorin(matrix).excludes(0)
    assert gershgorin([[3, a], [0, 2 + Abs(a)]]).excludes(0).family == "columns"


def test_bound_must_be_real() -> None:
    """Half-planes need a real bound."""
    with pytest.raises(InputError, match="real"):
        gershgorin(LESSON).excludes_below(1j)


def test_shape_and_entries() -> None:
    """Only square matrices have discs; what cannot be computed with is named with its position."""
    with pytest.raises(NotSquareError) as caught:
        gershgorin([[1, 2, 3], [4, 5, 6]])
    assert caught.value.shape == (2, 3)
    with pytest.raises(UnsupportedEntryError):
        gershgorin([[1, float("nan")], [0, 1]])


def test_irrational_radii_of_no_closed_form() -> None:
    """Radii may be roots of quintics, and are compared by balls."""
    root = CRootOf(x**5 - x - 1, 0)
    assert gershgorin([[root, 1], [1, 4]]).excludes(0)
    assert gershgorin([[1, root], [root, 1]]).rows[0].radius == root


def test_pickles() -> None:
    """Results survive pickling, after use as well."""
    discs = gershgorin(EXERCISE)
    answer = discs.excludes_below(1)
    assert discs.row_unions
    assert pickle.loads(pickle.dumps(discs)) == discs
    assert pickle.loads(pickle.dumps(answer)) == answer
