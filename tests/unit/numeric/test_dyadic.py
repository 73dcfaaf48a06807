"""Dyadic matrices: the numbers that an array holds, and arithmetic that does not round."""

from __future__ import annotations

import pickle
from fractions import Fraction
from math import inf
from typing import Any

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import InputError
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.formats import format_of

X87 = np.finfo(np.longdouble).nmant == 63
of = DyadicMatrix.of

Number = tuple[Fraction, Fraction]
Table = list[list[Number]]


@st.composite
def matrices(draw: st.DrawFn, rows: int, columns: int) -> DyadicMatrix:
    """Real and complex matrices of any exponent."""
    entry = st.integers(-9, 9) if draw(st.booleans()) else st.tuples(st.integers(-9, 9), st.integers(-9, 9))
    row = st.lists(entry, min_size=columns, max_size=columns)
    return of(draw(st.lists(row, min_size=rows, max_size=rows)), draw(st.integers(-70, 70)))


def table(M: DyadicMatrix) -> Table:
    """The entries, as pairs of fractions."""
    return [[M.entry(i, j) for j in range(M.shape[1])] for i in range(M.shape[0])]


def plus(z: Number, w: Number) -> Number:
    """A sum."""
    return z[0] + w[0], z[1] + w[1]


def times(z: Number, w: Number) -> Number:
    """A product."""
    return z[0] * w[0] - z[1] * w[1], z[0] * w[1] + z[1] * w[0]


def dot(row: list[Number], column: list[Number]) -> Number:
    """The sum of products."""
    total = (Fraction(0), Fraction(0))
    for z, w in zip(row, column, strict=True):
        total = plus(total, times(z, w))
    return total


def square(z: Number) -> Fraction:
    """|z|²."""
    return z[0] ** 2 + z[1] ** 2


def power(k: int) -> Number:
    """2ᵏ."""
    return Fraction(2) ** k, Fraction(0)


# --- arrays -----------------------------------------------------------------------------------------------------------

FLOATS = ["float16", "float32", "float64", "complex64", "complex128"]
if X87:
    FLOATS += ["longdouble", "clongdouble"]


def extremes(dtype: str) -> list[tuple[int, int]]:
    """(m, k) for the largest number, the smallest ones, and mantissas with all digits."""
    f = format_of(dtype)
    longest = 2**f.precision - 1
    return [
        (longest, f.greatest - f.precision + 1),
        (1, f.subnormal),
        (longest >> 1, f.subnormal),
        (1, f.least),
        (longest, f.least - f.precision + 1),
        (longest - 2, -5),
        (1, f.greatest),
    ]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("dtype", "m", "k"), [(d, m, k) for d in FLOATS for m, k in extremes(d)])
def test_extreme_numbers_go_into_an_array_and_back(dtype: str, m: int, k: int, sign: int) -> None:
    """Every digit of them, beside a 1 and a 0."""
    f = format_of(dtype)
    M = of([[sign * m, 0]], k)
    array = M.to_array(dtype)
    assert array.dtype == f.dtype
    assert table(DyadicMatrix.from_array(array)) == table(M)
    magnitude = array[0, 0].real * sign
    assert np.ldexp(magnitude, -k) == m if k > -1000 else magnitude > 0
    if f.is_complex:
        C = of([[(0, sign * m), (0, 0)]], k)
        assert table(DyadicMatrix.from_array(C.to_array(dtype))) == table(C)


@pytest.mark.parametrize("dtype", FLOATS)
def test_numbers_of_very_different_size_share_one_matrix(dtype: str) -> None:
    """The largest and the smallest of a format, exactly."""
    f = format_of(dtype)
    array = np.zeros((2, 2), f.dtype)
    array[0, 0], array[1, 1] = np.finfo(f.dtype).max, -np.finfo(f.dtype).smallest_subnormal
    if f.is_complex:
        array[0, 1] = 1j
    M = DyadicMatrix.from_array(array)
    assert M.entry(0, 0)[0] == (2**f.precision - 1) * Fraction(2) ** (f.greatest - f.precision + 1)
    assert M.entry(1, 1)[0] == -(Fraction(2) ** f.subnormal)
    assert M.entry(0, 1)[1] == int(f.is_complex)
    assert np.array_equal(M.to_array(dtype), array)


@given(x=st.floats(allow_nan=False, allow_infinity=False), y=st.floats(allow_nan=False, allow_infinity=False))
def test_doubles_are_read_as_python_reads_them(x: float, y: float) -> None:
    """As the fraction that each one is."""
    M = DyadicMatrix.from_array(np.array([[x, y]]))
    assert table(M) == [[(Fraction(x), Fraction(0)), (Fraction(y), Fraction(0))]]
    C = DyadicMatrix.from_array(np.array([[complex(x, y)]]))
    assert C.entry(0, 0) == (Fraction(x), Fraction(y))
    assert C.to_array("complex128") == np.array([[complex(x, y)]])


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint8", "int64", "uint64"])
def test_integers_go_into_an_array_and_back(dtype: str) -> None:
    """Up to the largest."""
    largest = (1 << format_of(dtype).precision) - 1
    M = of([[largest, 0], [0, 1]])
    array = M.to_array(dtype)
    assert int(array[0, 0]) == largest
    assert DyadicMatrix.from_array(array) == M


@pytest.mark.parametrize(("m", "k", "number"), [(4, -1, 2), (3, 2, 12), (-24, -3, -3), (0, -9, 0)])
def test_exponents_of_integers_are_multiplied_out(m: int, k: int, number: int) -> None:
    """Positive and negative ones."""
    assert of([[m]], k).to_array("int8").tolist() == [[number]]


def test_smallest_signed_integer_is_read() -> None:
    """Its absolute value is no number of the dtype."""
    array = np.array([[np.iinfo(np.int64).min]])
    assert DyadicMatrix.from_array(array).entry(0, 0)[0] == -(2**63)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(1.0, 5.0).reshape(2, 2).astype(">f8"),
        np.arange(1.0, 5.0).reshape(2, 2).astype(">c8"),
        np.asfortranarray(np.arange(1.0, 5.0).reshape(2, 2)),
        np.arange(8.0)[1:5].reshape(2, 2),
        np.array([[0, 0, 2, 0, 1.0], [0, 0, 0, 0, 0], [0, 0, 4, 0, 3]])[::2, ::-2][:, :2],
    ],
    ids=["big endian", "complex big endian", "Fortran", "view", "negative strides"],
)
def test_layout_of_an_array_does_not_matter(array: np.ndarray) -> None:
    """Its entries do."""
    assert table(DyadicMatrix.from_array(array)) == table(of([[1, 2], [3, 4]]))


def test_vector_becomes_a_row() -> None:
    """Of values."""
    assert DyadicMatrix.from_array(np.array([1.0, 2j])) == of([[1, (0, 2)]])


@pytest.mark.parametrize("shape", [(0, 0), (0,), (2, 0), (0, 3)])
@pytest.mark.parametrize("dtype", ["float64", "complex64", "int8", "longdouble"])
def test_empty_arrays_are_matrices(shape: tuple[int, ...], dtype: str) -> None:
    """Without entries."""
    M = DyadicMatrix.from_array(np.zeros(shape, dtype))
    assert M.shape == (shape if len(shape) == 2 else (1, 0))
    assert M.to_array(dtype).shape == M.shape
    assert M.is_zero
    assert M.is_real
    assert M.approximate().shape == M.shape
    assert M.norm2 == 0


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.zeros((1, 1, 1)), "3 axes"),
        (np.float64(3.0), "0 axes"),
        (np.array([[1, np.nan]]), r"\(1, 2\) is not finite"),
        (np.array([[1], [np.inf]]), r"\(2, 1\) is not finite"),
        (np.array([[1, complex(0, np.inf)]]), r"\(1, 2\) is not finite"),
        (np.array([[None]]), "dtype"),
        (np.array([["1"]]), "dtype"),
    ],
)
def test_arrays_without_finite_numbers_are_refused(array: np.ndarray, words: str) -> None:
    """With the place."""
    with pytest.raises(InputError, match=words):
        DyadicMatrix.from_array(array)


@pytest.mark.parametrize(
    ("M", "dtype"),
    [
        (of([[2**24 + 1]]), "float32"),
        (of([[1]], 128), "float32"),
        (of([[1]], -150), "float32"),
        (of([[(0, 1)]]), "float64"),
        (of([[1]], -1), "int8"),
        (of([[-1]]), "uint8"),
        (of([[(0, 2**24 + 1)]]), "complex64"),
    ],
)
def test_array_that_would_round_is_refused(M: DyadicMatrix, dtype: str) -> None:
    """A matrix fits, or it is not made."""
    assert not M.fits(dtype)
    with pytest.raises(InputError, match="exactly"):
        M.to_array(dtype)


def test_approximation_is_near_whatever_the_size() -> None:
    """Illustration only: 0 and infinity beyond the range, 53 digits of long numbers."""
    M = of([[1, -1, 3**100, (1 << 70) + 1]])
    assert M.scaled(1500).approximate().tolist() == [[inf, -inf, inf, inf]]
    assert M.scaled(-1500).approximate().tolist() == [[0.0] * 4]
    assert M.approximate().tolist() == [[1.0, -1.0, float(3**100), float((1 << 70) + 1)]]
    assert of([[(1, -2)]], -1).approximate().tolist() == [[0.5 - 1j]]


# --- reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("M", "size"),
    [
        (of([[1]]), 0),
        (of([[3]]), 1),
        (of([[-4, 1]]), 2),
        (of([[1, (0, -9)]]), 3),
        (of([[1]], -1074), -1074),
        (of([[0]], 7), 0),
        (of([]), 0),
    ],
)
def test_size_is_the_binade_of_the_largest_part(M: DyadicMatrix, size: int) -> None:
    """0 for zeros."""
    assert M.size == size
    assert M.is_zero or 1 <= abs(M.scaled(-size).approximate().view(float)).max() < 2


@pytest.mark.parametrize(
    ("M", "is_hermitian"),
    [
        (of([[1, 2], [2, 3]]), True),
        (of([[1, 2], [3, 1]]), False),
        (of([[1, (2, 3)], [(2, -3), 1]], -4), True),
        (of([[1, (2, 3)], [(2, 3), 1]]), False),
        (of([[(1, 1)]]), False),
        (of([[1, 2]]), False),
        (of([]), True),
    ],
)
def test_hermitian_matrices_are_told_apart(M: DyadicMatrix, is_hermitian: bool) -> None:
    """Equal to the conjugate transpose."""
    assert M.is_hermitian is is_hermitian


def test_zero_is_zero_in_parts_of_complex_matrices_too() -> None:
    """A column of zeros taken out of a complex matrix is zero."""
    M = of([[(0, 1), 0], [1, 0]])
    assert not M.is_zero
    assert not M.column(0).is_zero
    assert M.column(1).is_zero
    assert M.mapped(lambda i, _: (1, i), (1, 2)).is_real


def test_real_matrices_have_no_imaginary_parts() -> None:
    """Zeros there are dropped."""
    assert of([[(1, 0)]]) == of([[1]])
    assert DyadicMatrix.from_array(np.array([[1 + 0j]])) == of([[1]])
    assert (of([[(0, 1)]]) @ of([[(0, 1)]])) == of([[-1]])
    assert (of([[(0, 1)]]) - of([[(0, 1)]])).is_zero


@pytest.mark.parametrize("M", [of([[1, 2], [3, 4]]), of([[1, (2, 5)], [3, 4]], -3)])
def test_parts_are_matrices_of_integers(M: DyadicMatrix) -> None:
    """The imaginary ones are zeros for a real matrix."""
    assert M.X.tolist() == [[1, 2], [3, 4]]
    assert M.Y.tolist() == [[0, 0 if M.is_real else 5], [0, 0]]


def test_derived_things_are_not_pickled() -> None:
    """Only the recipe is."""
    M = of([[1, 2], [2, (3, 0)]], -2)
    before = len(pickle.dumps(M))
    assert M.is_hermitian
    assert M.X.nrows() == 2
    assert len(pickle.dumps(M)) == before
    assert pickle.loads(pickle.dumps(M)) == M


# --- computing --------------------------------------------------------------------------------------------------------


@given(k=st.integers(-3000, 3000))
def test_powers_of_two_are_exact(k: int) -> None:
    """Of any sign."""
    assert power_of_two(k) == fmpq(2) ** k


@given(A=matrices(2, 3), B=matrices(3, 2))
def test_product_is_that_of_the_fractions(A: DyadicMatrix, B: DyadicMatrix) -> None:
    """Real or complex, of any exponents."""
    a, b = table(A), table(B)
    assert table(A @ B) == [[dot(row, [r[j] for r in b]) for j in range(2)] for row in a]


@given(A=matrices(2, 3), B=matrices(2, 3))
def test_sum_and_difference_are_those_of_the_fractions(A: DyadicMatrix, B: DyadicMatrix) -> None:
    """Of any exponents."""
    a, b = table(A), table(B)
    minus = (Fraction(-1), Fraction(0))
    assert table(A + B) == [[plus(a[i][j], b[i][j]) for j in range(3)] for i in range(2)]
    assert table(A - B) == [[plus(a[i][j], times(minus, b[i][j])) for j in range(3)] for i in range(2)]


@given(A=matrices(2, 3), B=matrices(1, 3), k=st.integers(-9, 9))
def test_scaling_and_moving_is_that_of_the_fractions(A: DyadicMatrix, B: DyadicMatrix, k: int) -> None:
    """Columns times numbers, transposes, conjugates, powers of two."""
    a, (b,) = table(A), table(B)
    places = [(i, j) for i in range(2) for j in range(3)]
    assert table(A.times_columns(B)) == [[times(a[i][j], b[j]) for j in range(3)] for i in range(2)]
    assert table(A.scaled(k)) == [[times(x, power(k)) for x in row] for row in a]
    assert table(A.T) == [[a[i][j] for i in range(2)] for j in range(3)]
    assert all(A.H.entry(j, i) == (a[i][j][0], -a[i][j][1]) == A.conjugate.entry(i, j) for i, j in places)
    assert table(A.column(1)) == [[row[1]] for row in a]
    powers = (power(k), power(-3))
    assert table(A.rows_scaled((k, -3))) == [[times(x, p) for x in row] for row, p in zip(a, powers, strict=True)]


@given(A=matrices(3, 3), powers=st.lists(st.integers(-50, 50), min_size=3, max_size=3))
def test_balanced_matrix_is_similar(A: DyadicMatrix, powers: list[int]) -> None:
    """Entry (i, j) is multiplied by 2^(pⱼ − pᵢ); a permutation moves it."""
    a = table(A)
    found = table(A.balanced(powers))
    assert found == [[times(a[i][j], power(powers[j] - powers[i])) for j in range(3)] for i in range(3)]
    assert table(A.permuted((2, 0, 1))) == [[a[i][j] for j in (2, 0, 1)] for i in (2, 0, 1)]


@given(A=matrices(3, 3))
def test_measures_are_those_of_the_fractions(A: DyadicMatrix) -> None:
    """Norms, trace, sum."""
    a = table(A)

    def same(x: fmpq, y: Fraction) -> bool:
        return Fraction(int(x.p), int(x.q)) == y

    assert same(A.norm2, sum(square(x) for row in a for x in row))
    assert all(same(x, sum(square(row[j]) for row in a)) for j, x in enumerate(A.column_norms2()))
    for part in (0, 1):
        assert same(A.trace[part], sum(a[i][i][part] for i in range(3)))
        assert same(A.total[part], sum(x[part] for row in a for x in row))


def test_identity_is_neutral() -> None:
    """On both sides."""
    A = of([[1, (0, 2)], [3, 4]], -2)
    one = DyadicMatrix.identity(2)
    assert one @ A == A == A @ one
    assert DyadicMatrix.identity(0) == of([])


@pytest.mark.parametrize("operation", [lambda A, B: A + B, lambda A, B: A - B, lambda A, B: A @ B])
def test_shapes_must_match(operation: Any) -> None:
    """There is no broadcasting."""
    with pytest.raises(ValueError, match=r"zip|shape|multipl"):
        operation(of([[1, 2]]), of([[1, 2, 3]]))
