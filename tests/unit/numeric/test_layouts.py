"""Layouts: equal values, other memory."""

from __future__ import annotations

import pickle
from itertools import product

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric.layouts import PLAIN, Layout

LAYOUTS = [
    Layout(order=order, step=step, reverse=reverse, transposed=transposed, readonly=readonly, swapped=swapped)
    for order, step, reverse, transposed, readonly, swapped in product(
        "CF", (1, 2, 3), ("none", "rows", "both"), *[(False, True)] * 3
    )
]
DTYPES = ("float64", "float32", "complex64", "complex128", "float16", "longdouble", "int64", "uint8", "bool")
POISONED = [Layout(poison=poison, order=order) for poison in ("nan", "inf", "junk") for order in "CF"]

each_dtype = pytest.mark.parametrize("dtype", DTYPES)
each_triangle = pytest.mark.parametrize("triangle", ["lower", "upper"])


def hermitian(dtype: str, stack: tuple[int, ...] = (), n: int = 3) -> np.ndarray:
    """A stack of equal Hermitian matrices."""
    matrix = np.arange(1, n * n + 1).reshape(n, n) % 5
    matrix = matrix + matrix.T
    if np.dtype(dtype).kind == "c":
        matrix = matrix + 1j * (np.triu(matrix, 1) - np.tril(matrix, -1))
    return np.tile(matrix.astype(dtype), (*stack, 1, 1))


def assert_same_memory(a: np.ndarray, b: np.ndarray) -> None:
    """Assert that two arrays look alike to a routine that is handed them, and in what lies between their elements."""
    flags = [(x.shape, x.strides, x.dtype, x.flags.writeable, x.flags.c_contiguous) for x in (a, b)]
    assert flags[0] == flags[1]
    np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(root(a), root(b))


def root(array: np.ndarray) -> np.ndarray:
    """The buffer that an array is a view of."""
    while array.base is not None:
        array = array.base
    return array


@each_dtype
@pytest.mark.parametrize("shape", [(0,), (1,), (3,), (2, 3), (0, 3), (2, 2, 3)], ids=str)
def test_values_stay(dtype: str, shape: tuple[int, ...]) -> None:
    """Every layout has the values of the array, in memory of its own."""
    *stack, n = shape
    array = hermitian(dtype, tuple(stack), n)
    for layout in LAYOUTS:
        laid = layout.apply(array)
        np.testing.assert_array_equal(laid, array)
        assert laid.dtype.newbyteorder("=") == array.dtype
        assert not np.shares_memory(laid, array)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.words)
def test_code_makes_the_same(layout: Layout) -> None:
    """The code of a layout makes what the layout makes, up to strides, flags and what lies between the elements."""
    for dtype in DTYPES:
        array = hermitian(dtype, (2,))
        scope = {"np": np, "A": array.copy()}
        exec(layout.code("A", dtype=dtype), scope)  # noqa: S102
        assert_same_memory(scope["A"], layout.apply(array))


@each_dtype
@each_triangle
@pytest.mark.parametrize("layout", POISONED, ids=lambda layout: layout.words)
def test_code_poisons_the_same(layout: Layout, triangle: str, dtype: str) -> None:
    """The code of a layout poisons what the layout poisons."""
    array = hermitian(dtype, (2,))
    scope = {"np": np, "A": array.copy()}
    exec(layout.code("A", triangle=triangle, dtype=dtype), scope)  # noqa: S102
    assert_same_memory(scope["A"], layout.apply(array, triangle))


@pytest.mark.parametrize(
    ("layout", "strides"),
    [
        (PLAIN, (24, 8)),
        (Layout(order="F"), (8, 24)),
        (Layout(transposed=True), (8, 24)),
        (Layout(order="F", transposed=True), (24, 8)),
        (Layout(step=2), (96, 16)),
        (Layout(reverse="both"), (-24, -8)),
        (Layout(order="F", step=2, reverse="both"), (-16, -96)),
    ],
    ids=lambda x: x.words if isinstance(x, Layout) else "",
)
def test_strides(layout: Layout, strides: tuple[int, int]) -> None:
    """The strides are those that the words promise."""
    assert layout.apply(hermitian("float64")).strides == strides


def test_flags() -> None:
    """Read-only arrays forbid writing, and swapped ones have the other byte order."""
    laid = Layout(readonly=True, swapped=True).apply(hermitian("float64"))
    assert not laid.flags.writeable
    assert not laid.dtype.isnative
    assert PLAIN.apply(laid).flags.writeable


@pytest.mark.parametrize(("dtype", "filler"), [("float32", np.nan), ("complex64", np.nan), ("int8", 77)])
def test_between_the_elements(dtype: str, filler: float) -> None:
    """What lies between the elements of a larger buffer is no part of the matrix."""
    buffer = root(Layout(step=2).apply(hermitian(dtype)))
    np.testing.assert_array_equal(buffer[1::2].real, np.full((3, 6), filler, buffer.real.dtype))


def test_broadcast() -> None:
    """A broadcast stack has one matrix in memory."""
    stack = hermitian("float64", (4,))
    for order in "CF":
        layout = Layout(broadcast=True, order=order)
        laid = layout.apply(stack)
        assert laid.strides[0] == 0
        np.testing.assert_array_equal(laid, stack)
        scope = {"np": np, "A": stack.copy()}
        exec(layout.code("A"), scope)  # noqa: S102
        assert_same_memory(scope["A"], laid)


def test_broadcast_of_poison() -> None:
    """Matrices that are equal are equally poisoned, so that they can still be one in memory."""
    laid = Layout(broadcast=True, poison="nan").apply(hermitian("float64", (4,)), "lower")
    assert laid.strides[0] == 0
    assert np.isnan(laid[3, 0, 1])


@pytest.mark.parametrize("array", [np.eye(2), np.stack([np.eye(2), np.ones((2, 2))])], ids=["matrix", "unequal"])
def test_broadcast_needs_equal_matrices(array: np.ndarray) -> None:
    """A matrix alone, or unequal ones, cannot be broadcast."""
    with pytest.raises(InputError, match=r"needs a stack of equal matrices.*\[symeig: input\]") as caught:
        Layout(broadcast=True).apply(array)
    assert caught.value.shape == array.shape


@each_dtype
@each_triangle
@pytest.mark.parametrize("layout", POISONED, ids=lambda layout: layout.words)
def test_poison_stays_where_it_is(layout: Layout, triangle: str, dtype: str) -> None:
    """The triangle that is read, and the real diagonal, keep their values; every other entry is wrong."""
    array = hermitian(dtype, (2,), 4)
    laid = layout.apply(array, triangle)
    read, unread = (np.tril, np.triu) if triangle == "lower" else (np.triu, np.tril)
    sign = -1 if triangle == "lower" else 1
    np.testing.assert_array_equal(read(laid, sign), read(array, sign))
    np.testing.assert_array_equal(laid.diagonal(0, -2, -1).real, array.diagonal(0, -2, -1).real)
    mask = unread(np.ones((4, 4), bool), -sign)
    assert (laid != array)[..., mask].all()
    if layout.poison == "junk" or np.dtype(dtype).kind not in "fc":
        assert np.isfinite(laid).all()
    else:
        assert not np.isfinite(laid[..., mask]).any()
    if np.dtype(dtype).kind == "c":
        diagonal = laid.diagonal(0, -2, -1).imag
        assert np.isfinite(diagonal).all()
        assert diagonal[..., ::2].all()
        assert not diagonal[..., 1::2].any()


def test_poison_needs_a_triangle() -> None:
    """Where no triangle is named every entry may be read, so none is poisoned."""
    array = hermitian("complex128")
    for layout in POISONED:
        np.testing.assert_array_equal(layout.apply(array), array)
        assert layout.code("A") == Layout(order=layout.order).code("A")


@pytest.mark.parametrize("scale", [0.0, 2.0**-1000, 2.0**1000])
def test_junk_is_as_large_as_the_matrix(scale: float) -> None:
    """Junk has the size of the entries, lest it be overlooked beside them."""
    laid = Layout(poison="junk").apply(np.diag([1.0, 2.0]) * scale, "lower")
    assert laid[0, 1] == (2 * scale or 1)


def test_junk_of_a_matrix_with_nan() -> None:
    """NaN in the matrix does not get into the diagonal's imaginary parts."""
    laid = Layout(poison="junk").apply(np.array([[np.nan, 1], [1, 2]], complex), "upper")
    assert laid.diagonal().imag.tolist() == [2, 0]


def test_numpy_reads_one_triangle() -> None:
    """A routine that keeps its promise sees nothing of the poison."""
    array = hermitian("complex128", (2,))
    for layout in POISONED:
        for triangle, uplo in (("lower", "L"), ("upper", "U")):
            values = np.linalg.eigvalsh(layout.apply(array, triangle), UPLO=uplo)
            np.testing.assert_array_equal(values, np.linalg.eigvalsh(array, UPLO=uplo))


def test_words() -> None:
    """The words name what is out of the ordinary."""
    assert PLAIN.words == "C order"
    assert Layout(order="F", readonly=True).words == "Fortran order, read-only"
    assert Layout(step=2, poison="nan").words == (
        "one in 2 elements of a larger buffer, NaN in the triangle that is not read"
    )
    assert Layout(reverse="both", transposed=True, swapped=True, broadcast=True).words == (
        "negative strides, a view of its transpose, one matrix repeated with stride 0, swapped bytes"
    )


def test_plain_needs_no_code() -> None:
    """A plain layout is what the array has."""
    assert PLAIN.code("A") == ""


def test_pickling() -> None:
    """Layouts can be sent to other processes."""
    layout = Layout(order="F", step=2, poison="inf")
    assert pickle.loads(pickle.dumps(layout)) == layout
