"""Problems: the array that a routine gets, and the code that makes it again."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import InputError
from symeig.numeric.formats import DTYPES
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.layouts import Layout
from symeig.numeric.problems import Problem
from symeig.numeric.spectra import Block
from symeig.numeric.strategies import problems


def solved(*rows: list, scale: int = 0) -> KnownMatrix:
    """A matrix by its rows."""
    return KnownMatrix("random", (Summand.solved(rows),), scale=scale, note="some matrix")


def made(code: str) -> np.ndarray:
    """What code makes of A."""
    names = {"np": np}
    exec(code, names)  # noqa: S102
    return names["A"]


@given(data=st.data())
def test_code_makes_the_same_array(data: st.DataObject) -> None:
    """With the same dtype, byte order, shape, strides and flags, whatever stands in it."""
    dtype = data.draw(st.sampled_from(DTYPES))
    triangle = data.draw(st.sampled_from((None, "lower", "upper")))
    problem = data.draw(problems(dtype, hermitian=triangle is not None, triangle=triangle))
    expected, actual = problem.laid_out, made(problem.code("A"))
    memory = [(x.dtype, x.shape, x.strides, x.flags.writeable) for x in (expected, actual)]
    assert memory[0] == memory[1]
    assert np.array_equal(actual, expected, equal_nan=expected.dtype.kind in "fc")
    assert not np.signbit(np.where(actual == 0, actual, 0).astype(complex).real).any()


@given(problem=problems("complex64"))
def test_arrays_hold_the_matrices(problem: Problem) -> None:
    """One slice for each matrix, read-only and in C order, over one axis or two; a copy by pickle is equal."""
    array = problem.array
    assert array.flags.c_contiguous
    assert not array.flags.writeable
    n = problem.dimension
    assert array.shape == (*problem.axes, n, n)
    assert len(problem.axes) == problem.stacked + problem.folded
    for part, matrix in zip(array.reshape((len(problem.matrices), n, n)), problem.matrices, strict=True):
        assert np.array_equal(part, matrix.to_array("complex64"))
    again = pickle.loads(pickle.dumps(problem))
    assert again == problem
    assert np.array_equal(again.array, array)


CODE = [
    ("float64", solved([2, 1], [1, 3]), "A = np.array([[2, 1], [1, 3]], dtype=np.float64)"),
    (
        "float32",
        solved([2, 1], [1, 3], scale=41),
        "A = np.array([[2, 1], [1, 3]], dtype=np.float32) * np.float32(2.0**41)",
    ),
    ("float64", solved([2, 4], [4, 6], scale=-3), "A = np.array([[1, 2], [2, 3]], dtype=np.float64) * 2.0**-2"),
    ("float64", solved([1, 2], [2, 3], scale=5), "A = np.array([[32, 64], [64, 96]], dtype=np.float64)"),
    (
        "float16",
        solved([1, 0], [0, 1], scale=-24),
        "A = np.array([[1, 0], [0, 1]], dtype=np.float16) * np.float16(2.0**-24)",
    ),
    (
        "longdouble",
        solved([1], scale=-2000),
        "A = np.array([[1]], dtype=np.longdouble) * np.ldexp(np.longdouble(1), -2000)",
    ),
    (
        "complex64",
        solved([1, (0, -2)], [(0, 2), 5], scale=30),
        "A = np.array([[1, 0-2j], [0+2j, 5]], dtype=np.complex64) * np.float32(2.0**30)",
    ),
    (
        "int64",
        solved([1, 2], [3, 4], scale=40),
        f"A = np.array([[{2**40}, {2**41}], [{3 * 2**40}, {2**42}]], dtype=np.int64)",
    ),
    ("uint8", solved([2], scale=-1), "A = np.array([[1]], dtype=np.uint8)"),
    ("bool", solved([1, 1], [0, 1]), "A = np.array([[1, 1], [0, 1]], dtype=bool)"),
    ("float64", solved([0, 0], [0, 0], scale=7), "A = np.zeros((2, 2), dtype=np.float64)"),
    (
        "float64",
        solved([1, 2**60], [1, 3]),
        "A = np.ldexp(np.array([[1, 1], [1, 3]], dtype=np.float64), [[0, 60], [0, 0]])",
    ),
    (
        "complex128",
        solved([1, 2**60], [(0, 1), 3]),
        """\
A = np.zeros((2, 2), dtype=np.complex128)
A.real[:] = np.ldexp(np.array([[1, 1], [0, 3]], dtype=np.float64), [[0, 60], [0, 0]])
A.imag[:] = np.ldexp(np.array([[0, 0], [1, 0]], dtype=np.float64), [[0, 0], [0, 0]])""",
    ),
]


@pytest.mark.parametrize(("dtype", "matrix", "code"), CODE, ids=[f"{dtype}-{k}" for k, (dtype, *_) in enumerate(CODE)])
def test_code_is_short(dtype: str, matrix: KnownMatrix, code: str) -> None:
    """Small integers times a power of two; odd integers and their exponents where the sizes differ much."""
    problem = Problem("random", (matrix,), dtype)
    assert problem.code() == code
    assert np.array_equal(made(code), problem.array)


def test_code_of_large_sparse_matrices_lists_entries() -> None:
    """What is not 0, over any number of lines."""
    matrix = KnownMatrix("sizes", tuple(Summand.planted_from([Block(k)]) for k in range(33, 0, -1)), scale=100)
    problem = Problem("sizes", (matrix,), "float64")
    lines = problem.code().split("\n")
    assert lines[0] == "A = np.zeros((33, 33), dtype=np.float64)"
    assert lines[1] == "for i, j, x in ["
    assert lines[2].startswith("    (0, 0, 33), (1, 1, 32), ")
    assert lines[-2:] == ["    A[i, j] = x", "A *= 2.0**100"]
    assert max(map(len, lines)) <= 120
    assert np.array_equal(made(problem.code()), problem.array)


def test_code_of_large_sparse_matrices_lists_exponents() -> None:
    """Where the sizes differ much."""
    matrix = KnownMatrix("sizes", (Summand.solved([[1, 0], [2**70, 3]]), *(Summand.planted_from([Block(0)]),) * 20))
    for dtype in ("float32", "complex64"):
        problem = Problem("sizes", (matrix,), dtype)
        assert "(1, 0, 1, 70)" in problem.code()
        assert np.array_equal(made(problem.code()), problem.array)


def test_code_of_stacks_assigns_slices() -> None:
    """One line for each matrix that is not 0; equal ones are repeated."""
    a, b, zero = solved([1]), solved([3], scale=2), solved([0])
    problem = Problem("stacks", (a, zero, b), "float32", Layout(order="F"), stacked=True)
    assert problem.code("B") == (
        "B = np.zeros((3, 1, 1), dtype=np.float32)\n"
        "B[0] = np.array([[1]], dtype=np.float32)\n"
        "B[2] = np.array([[12]], dtype=np.float32)\n"
        "B = B.swapaxes(-1, -2).copy().swapaxes(-1, -2)"
    )
    equal = Problem("stacks", (b, b), "float32", Layout(broadcast=True), stacked=True)
    assert equal.code() == (
        "A = np.array([[12]], dtype=np.float32)\nA = np.stack([A] * 2)\nA = np.broadcast_to(A[:1], A.shape)"
    )
    empty = Problem("stacks", (), "bool", stacked=True, size=3)
    assert empty.code() == "A = np.zeros((0, 3, 3), dtype=bool)"
    assert empty.array.shape == (0, 3, 3)


def test_poison_is_laid_out() -> None:
    """In the triangle that is not read, and in the code."""
    problem = Problem("poison", (solved([2, 1], [1, 3]),), "float64", Layout(poison="nan"), triangle="lower")
    assert np.isnan(problem.laid_out[0, 1])
    assert np.array_equal(problem.array, [[2, 1], [1, 3]])
    assert np.array_equal(made(problem.code()), problem.laid_out, equal_nan=True)


def test_words_say_what_it_is() -> None:
    """Family, recipes, dtype, shape, layout."""
    one = Problem("random", (solved([1]),), "float32")
    assert one.words == "random: some matrix (float32, 1×1)"
    assert repr(one) == "Problem('random: some matrix (float32, 1×1)')"
    two = Problem("stacks", (solved([1]), solved([2])), "float32", Layout(readonly=True), stacked=True)
    assert two.words == "stacks: some matrix (float32, stack of 2, 1×1, read-only)"
    none = Problem("stacks", (), "float32", stacked=True, size=2)
    assert none.words == "stacks: no matrix (float32, stack of 0, 2×2)"


@pytest.mark.parametrize(
    ("matrices", "dtype", "stacked", "words"),
    [
        ((solved([1]), solved([1])), "float64", False, "1×1, 1×1"),
        ((), "float64", False, "none"),
        ((solved([1]), solved([1, 0], [0, 1])), "float64", True, "1×1, 2×2"),
        ((solved([1, 2**24 + 1], [0, 1]),), "float32", False, "not exact in float32"),
        ((solved([-1]),), "uint8", False, "not exact in uint8"),
    ],
)
def test_impossible_problems_are_refused(
    matrices: tuple[KnownMatrix, ...], dtype: str, stacked: bool, words: str
) -> None:
    """Several sizes, no matrix, entries that the dtype does not hold."""
    with pytest.raises(InputError, match=words):
        Problem("random", matrices, dtype, stacked=stacked)
