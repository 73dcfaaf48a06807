"""Portraits: exact eigenvalues, certified discs and what came back, and outcomes in words."""

from __future__ import annotations

import pickle
from math import inf, sqrt
from typing import Any

import numpy as np
import pytest

from symeig.numeric import Contract, KnownMatrix, Layout, Summand, contract_for
from symeig.numeric.examination import Shrunk
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, TimedOut
from symeig.numeric.portraits import LARGEST_LISTED, described, portraits
from symeig.numeric.problems import Problem
from symeig.numeric.report import ExactValue, Portrait
from symeig.numeric.spectra import Block

EIGVALS = contract_for("eigvals")


def planted(*blocks: Block, scale: int = 0) -> KnownMatrix:
    """A matrix in Jordan form, times a power of two."""
    return KnownMatrix("jordan", (Summand.planted_from(blocks),), scale=scale)


def solved(*rows: list[Any], scale: int = 0) -> KnownMatrix:
    """A matrix whose eigenvalues the engine finds."""
    return KnownMatrix("random", (Summand.solved(rows),), scale=scale)


def seen(matrix: KnownMatrix, outcome: Outcome, contract: Contract = EIGVALS, dtype: str = "float64") -> Portrait:
    """The portrait of one matrix."""
    (portrait,) = portraits(Shrunk(Problem("random", (matrix,), dtype), outcome, ()), contract)
    return portrait


def returned(*values: complex, dtype: Any = None) -> Returned:
    """Values that came back."""
    usual = complex if any(isinstance(z, complex) for z in values) else float
    return Returned(np.array(values, dtype or usual))


# --- exact eigenvalues ----------------------------------------------------------------------------------------------


def test_exact_eigenvalues() -> None:
    """Each distinct one with its Jordan blocks and its condition, of each summand by itself."""
    matrix = KnownMatrix(
        "jordan",
        (Summand.planted_from([Block(2, size=2), Block(2)]), Summand.planted_from([Block(2), Block(-1)])),
    )
    exact = seen(matrix, returned(2, 2, 2, 2, -1)).exact
    assert [(v.text, v.real, v.imag, v.multiplicity, v.blocks) for v in exact] == [
        ("2", 2.0, 0.0, 3, (2, 1)),
        ("2", 2.0, 0.0, 1, (1,)),
        ("−1", -1.0, 0.0, 1, (1,)),
    ]
    assert [v.condition for v in exact] == pytest.approx([sqrt(3), 1, 1])


@pytest.mark.parametrize(
    ("scale", "text", "value"),
    [(0, "(1 + √5)/2", 1.618033988749895), (41, "2^41 · ((1 + √5)/2)", 1.618033988749895 * 2.0**41)],
)
def test_scale_of_exact_eigenvalues(scale: int, text: str, value: float) -> None:
    """A power of two stands in front."""
    exact = seen(solved([1, 1], [1, 0], scale=scale), returned(0, 0)).exact
    assert [v.real for v in exact if v.text == text] == [pytest.approx(value)]


def test_small_scale_of_exact_eigenvalues() -> None:
    """Its sign is the one that numbers have."""
    assert seen(planted(Block(3), scale=-41), returned(0)).exact[0].text == "2^−41 · (3)"


def test_zero_has_no_scale() -> None:
    """The eigenvalue 0 is written as it is."""
    assert [v.text for v in seen(planted(Block(0), Block(1), scale=41), returned(0, 0)).exact] == ["0", "2^41 · (1)"]


def test_condition_of_a_graded_matrix() -> None:
    """It is that of the matrix as it is given, not of the summand inside."""
    summand = Summand.planted_from([Block(0), Block(1)], [(0, 1, 1)])
    plain, graded = (KnownMatrix("badly-scaled", (summand,), grading=grading) for grading in ((), (0, 20)))
    conditions = [[v.condition for v in seen(matrix, returned(0, 1)).exact] for matrix in (plain, graded)]
    assert conditions[0] == pytest.approx([sqrt(2), sqrt(2)])
    exact = np.linalg.norm(1 / (graded.to_array("float64") != 0)[0, 1] * graded.to_array("float64"), 2)
    assert conditions[1] == pytest.approx([exact, exact], rel=1e-6)


def test_eigenvalues_beyond_all_doubles() -> None:
    """They are written all the same, and are infinite as numbers."""
    portrait = seen(planted(Block(1), scale=10_000), returned(1, dtype="longdouble"), dtype="longdouble")
    assert (portrait.exact[0].text, portrait.exact[0].real) == ("2^10000 · (1)", inf)


def test_large_matrices_have_no_list() -> None:
    """Their size is shown, and what came back."""
    n = LARGEST_LISTED + 1
    portrait = seen(planted(*[Block(k) for k in range(n)]), Returned(np.arange(float(n))))
    assert (portrait.size, portrait.exact, portrait.circles) == (n, (), ())
    assert portrait.returned == tuple(map(complex, range(n)))
    assert seen(planted(*[Block(k) for k in range(n - 1)]), Returned(np.arange(n - 1.0))).exact


# --- discs ----------------------------------------------------------------------------------------------------------


def test_certified_discs() -> None:
    """One for each group of eigenvalues, around them, and wider for a Jordan block."""
    circles = seen(planted(Block(5, size=2), Block(-1), scale=3), returned(40, 40, -8)).circles
    assert sorted((c.multiplicity, round(c.real), round(c.imag)) for c in circles) == [(1, -8, 0), (2, 40, 0)]
    radii = {c.multiplicity: c.radius for c in circles}
    assert 1e-15 < radii[1] < 1e-11
    assert 1e-7 < radii[2] < 1e-4


def test_hermitian_matrices_have_no_discs() -> None:
    """Their eigenvalues are compared one by one."""
    contract = contract_for("eigvalsh")
    portrait = seen(planted(Block(1), Block(2)), returned(1, 2), contract)
    assert (portrait.circles, len(portrait.exact)) == ((), 2)


# --- what came back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "values"),
    [
        (returned(1, 2), (1, 2)),
        (returned(1, 2j), (1, 2j)),
        (returned(1e-300, 2**900), (1e-300, 2**900)),
        (returned(1, 2, dtype="float32"), (1, 2)),
        (returned(1, 2, dtype=int), ()),
        (returned(1), ()),
        (Returned(np.ones((1, 2))), ()),
        (Malformed("None"), ()),
        (Raised("LinAlgError", "no convergence"), ()),
        (Crashed("SIGSEGV"), ()),
        (TimedOut(1.0), ()),
    ],
    ids=[
        "real",
        "complex",
        "far apart",
        "fewer digits",
        "integers",
        "too few",
        "a row",
        "None",
        "raised",
        "crashed",
        "late",
    ],
)
def test_values_that_came_back(outcome: Outcome, values: tuple[complex, ...]) -> None:
    """Those that are a list of numbers of the right length."""
    portrait = seen(planted(Block(1), Block(2)), outcome)
    assert portrait.returned == values
    assert [v.text for v in portrait.exact] == ["1", "2"]


def test_nan_that_came_back() -> None:
    """It is shown as it is."""
    values = seen(planted(Block(1), Block(2)), returned(np.nan, np.inf)).returned
    assert np.isnan(values[0])
    assert values[1] == inf


@pytest.mark.parametrize("dtype", ["float64", "float32", int, object])
@pytest.mark.parametrize("axes", [(), (2,), (0,)], ids=str)
def test_matrices_without_rows(axes: tuple[int, ...], dtype: Any) -> None:
    """There is nothing to show, whatever came back."""
    matrices = (KnownMatrix("jordan", ()),) * (axes or (1,))[0]
    problem = Problem("random", matrices, "float64", stacked=bool(axes))
    found = portraits(Shrunk(problem, Returned(np.zeros((*axes, 0), dtype)), ()), EIGVALS)
    assert [(p.size, p.exact, p.circles, p.returned) for p in found] == [(0, (), (), ())] * len(matrices)


def test_scale_of_what_came_back() -> None:
    """Numbers are shown as they are, whatever the matrix is scaled to inside."""
    portrait = seen(planted(Block(1), scale=1000), returned(2.0**1000 / 3))
    assert portrait.returned == (2.0**1000 / 3,)


def test_matrices_of_a_stack() -> None:
    """Each has its place and its values, over one axis or two."""
    matrices = tuple(planted(Block(k)) for k in range(4))
    for shape, folded in (((4, 1), False), ((2, 2, 1), True)):
        problem = Problem("stacks", matrices, "float64", stacked=True, folded=folded)
        found = portraits(Shrunk(problem, Returned(np.arange(4.0).reshape(shape)), ()), EIGVALS)
        assert [p.place for p in found] == [f"matrix {k} of 4" for k in (1, 2, 3, 4)]
        assert [p.returned for p in found] == [(k,) for k in range(4)]
        assert [p.exact[0].real for p in found] == [0, 1, 2, 3]


def test_stack_in_which_one_matrix_has_nan() -> None:
    """All are shown with what came back for them."""
    problem = Problem("stacks", (planted(Block(1)), planted(Block(2))), "float64", stacked=True)
    found = portraits(Shrunk(problem, Returned(np.array([[1.0], [np.nan]])), ()), EIGVALS)
    assert found[0].returned == (1,)
    assert np.isnan(found[1].returned[0])


def test_vectors_are_looked_at_too() -> None:
    """Where those are of the wrong shape, the values are shown as they came."""
    outcome = Returned(np.array([2.0, 1.0]), np.eye(3))
    portrait = seen(planted(Block(1), Block(2)), outcome, contract_for("eig"))
    assert (portrait.returned, portrait.circles) == ((2, 1), ())


def test_memory_layout_is_no_part_of_a_portrait() -> None:
    """A matrix is the same in Fortran order."""
    matrix = planted(Block(1), Block(2))
    found = [
        portraits(Shrunk(Problem("random", (matrix,), "float64", layout), returned(1, 2), ()), EIGVALS)
        for layout in (Layout(), Layout(order="F", readonly=True))
    ]
    assert found[0] == found[1]


def test_portraits_are_plain_data() -> None:
    """They are equal after pickling, and their numbers are Python's."""
    portrait = seen(solved([0, -1], [1, 0]), returned(1j, -1j))
    assert pickle.loads(pickle.dumps(portrait)) == portrait
    assert all(type(z) is complex for z in portrait.returned)
    assert all(type(x) is float for v in portrait.exact for x in (v.real, v.imag, v.condition))
    assert isinstance(portrait.exact[0], ExactValue)


# --- in words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Returned(np.array([1.0, 2.5])), "values [1. , 2.5]"),
        (Returned(np.array([[1.0], [2.0]])), "values [[1.], [2.]]"),
        (Returned(np.array([1j]), np.eye(1)), "values [0.+1.j]; vectors [[1.]]"),
        (Returned(np.ones(1), np.eye(1), 2 * np.eye(1)), "values [1.]; vectors [[1.]]; left vectors [[2.]]"),
        (Returned(np.array([])), "values []"),
        (Malformed("an object of type str"), "an object of type str"),
        (Raised("LinAlgError", "no convergence"), "LinAlgError: no convergence"),
        (Crashed("SIGSEGV", "somewhere"), "the process ended with SIGSEGV"),
        (TimedOut(0.5), "nothing within 0.5 s"),
    ],
    ids=lambda x: type(x).__name__ if not isinstance(x, str) else x[:20],
)
def test_outcomes_in_words(outcome: Outcome, words: str) -> None:
    """Each in one line."""
    assert described(outcome) == words


def test_large_arrays_in_words() -> None:
    """They are shortened, and still one line."""
    words = described(Returned(np.arange(1000.0), np.eye(1000)))
    assert len(words) < 600
    assert "..." in words
    assert "\n" not in words
