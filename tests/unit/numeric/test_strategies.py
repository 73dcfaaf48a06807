"""Strategies: what they draw, what they shrink to, what they refuse."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from symeig.errors import InputError
from symeig.numeric.families import FAMILIES
from symeig.numeric.known import KnownMatrix
from symeig.numeric.problems import Problem
from symeig.numeric.strategies import (
    defective_matrices,
    hermitian_matrices,
    known_matrices,
    matrices_with_spectrum,
    problems,
    symmetric_matrices,
)


def smallest(strategy: st.SearchStrategy, what: Callable[[Any], bool]) -> Any:
    """What a counterexample shrinks to."""
    some = settings(max_examples=3000, database=None, deadline=None)
    return find(strategy, what, settings=some, random=Random(1))  # noqa: S311  (the same each time)


def planted_blocks(A: KnownMatrix) -> list[tuple[int, int, int]]:
    """The planted Jordan blocks, as (real part, imaginary part, size)."""
    return [(b.real, b.imag, b.size) for s in A.summands if s.planted for b in s.planted.blocks]


def is_normal(A: KnownMatrix) -> bool:
    """Whether A A* = A* A."""
    M = A.matrix
    return (M @ M.H - M.H @ M).is_zero


# --- matrices ---------------------------------------------------------------------------------------------------------


@given(A=symmetric_matrices("complex64", min_size=1, max_size=5))
def test_symmetric_matrices_are_real_and_symmetric(A: KnownMatrix) -> None:
    """In complex dtypes too."""
    array = A.to_array("complex64")
    assert np.isrealobj(np.real_if_close(array))
    assert np.array_equal(array, array.T)
    assert 1 <= A.dimension <= 5


@given(A=hermitian_matrices(min_size=2, max_size=5))
def test_hermitian_matrices_are_hermitian(A: KnownMatrix) -> None:
    """Equal to their conjugate transpose."""
    array = A.to_array("complex128")
    assert np.array_equal(array, array.conj().T)
    assert 2 <= A.dimension <= 5


@given(A=defective_matrices("complex64", min_size=3, max_size=5))
def test_defective_matrices_are_defective(A: KnownMatrix) -> None:
    """One planted block is larger than 1."""
    assert max(size for *_, size in planted_blocks(A)) > 1
    assert 3 <= A.dimension <= 5


@pytest.mark.parametrize("dtype", ["float64", "complex64", "int8"])
@given(data=st.data())
def test_matrices_have_the_given_spectrum(dtype: str, data: st.DataObject) -> None:
    """Each eigenvalue as often as it was given."""
    given_ones = [3, 3, -1, 2 + 1j, 2 - 1j, 2 + 1j, 2 - 1j]
    diagonalizable = data.draw(st.booleans())
    A = data.draw(matrices_with_spectrum(given_ones, dtype=dtype, diagonalizable=diagonalizable))
    found: Counter[complex] = Counter()
    (summand,) = A.summands
    for part in summand.spectrum.parts:
        found[complex(float(part.real), float(part.imag)) * 2.0**A.scale] += part.multiplicity
        assert not diagonalizable or set(part.blocks) == {1}
    assert found == Counter(map(complex, given_ones))
    A.to_array(dtype)


def test_spectrum_may_be_empty() -> None:
    """That of the 0×0 matrix."""
    assert smallest(matrices_with_spectrum([]), lambda _: True).dimension == 0


# --- shrinking --------------------------------------------------------------------------------------------------------

SMALLEST = [
    ("anything", known_matrices(min_size=1), lambda _: True, [[0]]),
    ("n ≥ 2", known_matrices(families=["jordan"]), lambda A: A.dimension >= 2, [[0, 0], [0, 0]]),
    ("not normal", known_matrices(families=["jordan"]), lambda A: not is_normal(A), [[0, 1], [0, 0]]),
    ("defective", defective_matrices(), lambda _: True, [[0, 1], [0, 0]]),
    ("defective of uint8", known_matrices("uint8", families=["jordan"]), lambda A: not is_normal(A), [[0, 1], [0, 0]]),
    ("beyond 2^40", known_matrices("float32", families=["scales"]), lambda A: A.matrix.size > 40, [[2.0**41]]),
    ("below 2^-40", known_matrices("float32", families=["scales"]), lambda A: A.matrix.size < -40, [[2.0**-41]]),
    ("complex pair", known_matrices(families=["rotations"]), lambda _: True, [[0, -1], [1, 0]]),
    ("complex", known_matrices("complex64", families=["jordan"]), lambda A: not A.matrix.is_real, None),
    ("nonzero trace", known_matrices(families=["jordan"]), lambda A: A.matrix.trace[0] != 0, [[1]]),
    ("given spectrum", matrices_with_spectrum([2, 2, 1]), lambda _: True, [[2, 0, 0], [0, 2, 0], [0, 0, 1]]),
    ("symmetric", symmetric_matrices(min_size=2), lambda _: True, [[0, 0], [0, 0]]),
]


@pytest.mark.parametrize(
    ("strategy", "what", "expected"), [row[1:] for row in SMALLEST], ids=[row[0] for row in SMALLEST]
)
def test_matrices_shrink_in_their_structure(strategy: st.SearchStrategy, what: Callable, expected: list | None) -> None:
    """Towards few small blocks at 0 and 1, without operations and scale."""
    A = smallest(strategy, what)
    if expected is None:
        assert A.dimension <= 2
    else:
        assert A.matrix.approximate().tolist() == expected


def test_sizes_shrink_to_the_next_one() -> None:
    """A routine that fails beyond 32 is shown 33."""
    strategy = problems(families=["sizes"]).map(lambda problem: problem.dimension)
    assert smallest(strategy, lambda n: n > 32) == 33


PROBLEMS = [
    ("anything", {}, lambda _: True, (1, False, "C order")),
    ("Fortran order", {}, lambda p: p.layout.order == "F", (1, False, "Fortran order")),
    ("stack", {"families": ["stacks"]}, lambda p: len(p.matrices) > 2, (3, True, "C order")),
    (
        "poison",
        {"families": ["poison"], "hermitian": True, "triangle": "lower"},
        lambda p: p.layout.poison != "none",
        (1, False, "junk in the triangle that is not read"),
    ),
]


@pytest.mark.parametrize(
    ("options", "what", "expected"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS]
)
def test_problems_shrink_to_plain_ones(options: dict, what: Callable, expected: tuple) -> None:
    """One small matrix in C order, but for what is needed."""
    problem = smallest(problems(**options), what)
    assert (len(problem.matrices), problem.stacked, problem.layout.words) == expected
    assert problem.dimension <= 1


# --- problems ---------------------------------------------------------------------------------------------------------


@given(problem=problems("float32", stacks=False, layouts=False))
def test_plain_problems_are_plain(problem: Problem) -> None:
    """Without stacks and layouts there is one matrix in C order."""
    assert not problem.stacked
    assert problem.layout.words == "C order"


@given(problem=problems(max_size=3))
def test_problems_keep_the_largest_size(problem: Problem) -> None:
    """In every family."""
    assert problem.dimension <= 3
    assert problem.family in FAMILIES
    assert problem.family != "poison"


@given(problem=problems("int64", hermitian=True, triangle="upper"))
def test_hermitian_problems_are_hermitian(problem: Problem) -> None:
    """Before poison is laid out."""
    assert all(A.is_hermitian for A in problem.matrices)
    assert problem.triangle == "upper"


@settings(max_examples=200)
@given(problem=problems(families=["stacks"]))
def test_stacks_have_a_special_member(problem: Problem) -> None:
    """Zero, singular, the identity, or one Jordan block at 0."""
    n = problem.dimension
    if len(problem.matrices) > 1 and not problem.layout.broadcast:
        special = [[(0, 0, 1)] * n, [(1, 0, 1)] * (n - 1) + [(0, 0, 1)], [(1, 0, 1)] * n, [(0, 0, n)], []]
        assert any(planted_blocks(A) in special for A in problem.matrices)


STACKS: dict[str, Callable[[Problem], bool]] = {
    "an empty stack": lambda p: p.stacked and not p.matrices,
    "a stack of five": lambda p: len(p.matrices) == 5,
    "a stack of unequal ones": lambda p: len({A.matrix for A in p.matrices}) > 2,
    "a zero matrix among others": lambda p: 0 < sum(A.matrix.is_zero for A in p.matrices) < len(p.matrices),
    "one matrix repeated": lambda p: p.layout.broadcast and len(p.matrices) > 1 and p.dimension > 1,
    "negative strides": lambda p: p.layout.reverse != "none",
    "steps": lambda p: p.layout.step == 2,
    "read-only": lambda p: p.layout.readonly,
    "swapped bytes": lambda p: p.layout.swapped,
    "a transposed view": lambda p: p.layout.transposed,
}
OTHERS: dict[str, Callable[[Problem], bool]] = {
    "stacked": lambda p: p.stacked and p.dimension > 1,
    "Fortran order": lambda p: p.layout.order == "F" and p.dimension > 1,
    "n ≥ 63": lambda p: p.dimension >= 63,
}


def is_reached(strategy: st.SearchStrategy[Problem], what: Callable[[Problem], bool]) -> bool:
    """Whether a kind of problem is found."""
    some = settings(max_examples=1500, database=None, deadline=None, phases=[Phase.generate])
    return find(strategy.map(what), bool, settings=some, random=Random(1))  # noqa: S311  (the same each time)


@pytest.mark.parametrize("what", STACKS.values(), ids=STACKS)
def test_stacks_reach(what: Callable[[Problem], bool]) -> None:
    """Each kind of stack and layout is found."""
    assert is_reached(problems("float32", families=["stacks"]), what)


@pytest.mark.parametrize("what", OTHERS.values(), ids=OTHERS)
def test_other_families_reach(what: Callable[[Problem], bool]) -> None:
    """Stacks and layouts are found in other families as well, and large matrices."""
    assert is_reached(problems("float32", families=["sizes"]), what)


@pytest.mark.parametrize("poison", ["junk", "nan", "inf"])
def test_problems_reach_poison(poison: str) -> None:
    """Each kind of poison is found, on matrices that have a triangle."""
    strategy = problems("complex64", families=["poison"], hermitian=True, triangle="lower")
    assert is_reached(strategy, lambda p: p.layout.poison == poison and p.dimension > 1)


# --- bad calls --------------------------------------------------------------------------------------------------------

REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("unknown family", lambda: known_matrices(families=["jordn"]), "no family 'jordn'.*Use jordan"),
    ("unknown family of problems", lambda: problems(families=["graph"]), "no family 'graph'.*Use graphs"),
    ("far from all names", lambda: problems(families=["xyzzy"]), "no family 'xyzzy'.*Use jordan or derogatory"),
    ("none Hermitian", lambda: known_matrices(families=["jordan"], hermitian=True), "no Hermitian matrices"),
    ("none general", lambda: problems(families=["poison"]), "no general matrices"),
    ("unknown dtype", lambda: known_matrices("float33"), "float33.*not a dtype.*Use one of"),
    ("dtype without numbers", lambda: problems(object), "Use one of"),
    ("sizes", lambda: known_matrices(min_size=3, max_size=2), "from 3 to 2"),
    ("negative size", lambda: known_matrices(min_size=-1), "from -1 to 12"),
    ("too small to be defective", lambda: defective_matrices(min_size=0, max_size=1), "max_size is 1"),
    ("fraction", lambda: matrices_with_spectrum([0.5]), "0.5 is not a Gaussian integer"),
    ("no number", lambda: matrices_with_spectrum([float("nan")]), "nan is not a Gaussian integer"),
    ("lone complex number", lambda: matrices_with_spectrum([1j]), "i is there 1 times, −i 0 times"),
    ("lone conjugate", lambda: matrices_with_spectrum([-1j]), "−i is there 1 times, i 0 times"),
    ("out of range", lambda: matrices_with_spectrum([300], dtype="uint8"), "300 is out of the range of uint8"),
    ("negative", lambda: matrices_with_spectrum([-1], dtype="uint8"), "-1 is out of the range of uint8"),
]


@pytest.mark.parametrize(("call", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_calls_say_what_to_do(call: Callable[[], object], words: str) -> None:
    """At the call, not at the first draw."""
    with pytest.raises(InputError, match=words):
        call()


def test_one_name_is_a_list_of_one() -> None:
    """A text in place of a list of names."""
    assert smallest(known_matrices(families="graphs"), lambda _: True).family == "graphs"


# --- without Hypothesis -----------------------------------------------------------------------------------------------


def run(code: str) -> str:
    """What a program prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_package_does_not_import_hypothesis() -> None:
    """Only the strategies do."""
    code = "import sys, symeig.numeric, symeig.numeric.problems; print('hypothesis' in sys.modules)"
    assert run(code) == "False"


def test_missing_hypothesis_is_named() -> None:
    """With the command that installs it."""
    code = """
import sys
sys.modules["hypothesis"] = None
try:
    import symeig.numeric.strategies
except ImportError as error:
    print(type(error).__name__, error.extra, error)
"""
    printed = run(code)
    assert printed.startswith("MissingExtraError numeric Hypothesis is not installed.")
    assert 'pip install "symeig[numeric]"' in printed
