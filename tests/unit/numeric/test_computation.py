"""Computations: what came back, in exact numbers, and the backward error that is allowed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract
from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.formats import format_of
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.rationals import root_above
from symeig.numeric.spectra import Block

of = DyadicMatrix.of
SHEARED = KnownMatrix("test", (Summand.planted_from([Block(2), Block(6)], [(0, 1, 1)]),))


def computation(
    A: KnownMatrix | DyadicMatrix,
    values: Any,
    vectors: Any = None,
    left_vectors: Any = None,
    *,
    dtype: str = "float64",
    **promises: Any,
) -> Computation:
    """A computation with arrays of a dtype."""
    known = A if isinstance(A, KnownMatrix) else None
    matrix = A.matrix if isinstance(A, KnownMatrix) else A
    arrays = [None if x is None else np.array(x, format_of(dtype).dtype) for x in (values, vectors, left_vectors)]
    contract = Contract(**{"kind": "eigvals" if vectors is None else "eig", **promises})
    return Computation.of(matrix, *arrays, working=format_of(dtype), contract=contract, known=known)


def number(k: int) -> fmpq:
    """2ᵏ."""
    return fmpq(2) ** k


# --- what came back ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [0, 100, -100, 1000, -1050])
def test_everything_is_in_the_unit_of_the_matrix(k: int) -> None:
    """Its largest entry lies in [1, 2), and the values are scaled with it."""
    found = computation(SHEARED.scaled(k), [np.ldexp(2.0, k), np.ldexp(6.0, k)])
    assert found.unit == k + 2
    assert found.A.approximate().tolist() == [[0.5, 1], [0, 1.5]]
    assert found.A.size == 0
    assert found.pairs == ((fmpq(1, 2), 0), (fmpq(3, 2), 0))
    assert found.truth == ((fmpq(1, 2), 0, 0, 1), (fmpq(3, 2), 0, 0, 1))
    assert found.n == 2


def test_values_are_read_as_pairs() -> None:
    """Real and imaginary parts, every digit of them."""
    found = computation(of([[1, 0], [0, 1]]), [complex(0.1, -3), 5e-324], dtype="complex128")
    assert found.pairs == ((fmpq(*(0.1).as_integer_ratio()), -3), (number(-1074), 0))


def test_matrix_of_zeros_is_left_as_it_is() -> None:
    """Its unit is 1."""
    found = computation(of([[0, 0], [0, 0]], -7), [0, 0])
    assert found.unit == 0
    assert found.A.is_zero


def test_residuals_are_exact() -> None:
    """A V − V diag(μ), and Aᴴ W − W diag(μ̄), for complex numbers."""
    A = of([[1, (0, 2)], [3, 4]])
    found = computation(A, [1 + 1j, 2], [[1, 0], [1, 1j]], [[1j, 0], [0, 1]], dtype="complex128", left=True)
    # A v − μv: (1 + 2i, 7) − (1 + i)(1, 1), and (−2, 4i) − 2(0, i).
    assert found.residual.scaled(found.unit).approximate().T.tolist() == [[1j, 6 - 1j], [-2, 2j]]
    # Aᴴw − μ̄w: (i, 2) − (1 − i)(i, 0), and (3, 4) − 2(0, 1).
    assert found.left_residual.scaled(found.unit).approximate().T.tolist() == [[-1, 2], [3, 2]]


def test_truth_has_all_eigenvalues_with_multiplicities() -> None:
    """Of all summands, in the unit."""
    A = KnownMatrix("test", (Summand.planted_from([Block(3, size=2), Block(0, 1)]), Summand.solved([[0, 2], [1, 0]])))
    found = computation(A.scaled(5), np.zeros(5))
    assert found.unit == 6
    assert found.truth[:2] == ((fmpq(3, 2), 0, 0, 2), (0, fmpq(1, 2), 0, 1))
    assert [float(int(x.p) / int(x.q)) for x, *_ in found.truth[2:]] == pytest.approx([-(0.5**0.5), 0.5**0.5])
    assert all(0 < r < number(-200) for *_, r, _ in found.truth[2:])


# --- what is allowed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dtype", "digits"), [("float16", 11), ("float32", 24), ("complex64", 24), ("float64", 53), ("complex128", 53)]
)
def test_precision_is_that_of_what_came_back(dtype: str, digits: int) -> None:
    """C·n·ε."""
    assert computation(SHEARED, [2, 6], dtype=dtype).precision == 64 * 2 * number(1 - digits)
    assert computation(SHEARED, [2, 6], dtype=dtype, tolerance=5).precision == 5 * 2 * number(1 - digits)


@pytest.mark.parametrize(
    ("dtype", "k", "counts"),
    [
        ("float64", 0, False),
        ("float64", -1022 + 106, False),
        ("float64", -1022 + 105, True),
        ("float64", -1074, True),
        ("float32", -126 + 48, False),
        ("float32", -126 + 47, True),
        ("float16", 8, False),
        ("float16", 7, True),
    ],
)
def test_underflow_counts_below_the_accurate_range(dtype: str, k: int, counts: bool) -> None:
    """C·n times the smallest normal number, in the unit of the matrix."""
    found = computation(of([[1]], k), [0], dtype=dtype)
    assert found.underflow == (64 * number(format_of(dtype).least - k) if counts else 0)
    delta = found.coordinates[0].delta
    assert delta == found.precision + found.underflow


def test_perturbation_is_measured_in_the_frobenius_norm() -> None:
    """C·n·ε‖A‖ for A = [[1, 1], [1, 1]]."""
    (coordinates,) = computation(of([[1, 1], [1, 1]]), [0, 2]).coordinates
    assert coordinates.norm == 2
    assert coordinates.delta == 64 * 2 * number(-52) * 2
    assert coordinates.words == ""


def test_norm_is_rounded_upwards() -> None:
    """‖[[1, 1], [0, 1]]‖ = √3."""
    coordinates = computation(of([[1, 1], [0, 1]]), [1, 1]).coordinates[0]
    assert 3 <= coordinates.norm**2 < 3 * (1 + number(-60))


# --- coordinates ------------------------------------------------------------------------------------------------------

GRADED = of([[0, 1 << 20], [1, 0]])


@pytest.mark.parametrize(
    ("promises", "powers"),
    [
        ({}, [(0, 0), (10, 0)]),
        ({"balancing": False}, [(0, 0)]),
        ({"kind": "eigvalsh"}, [(0, 0)]),
    ],
)
def test_balanced_coordinates_are_allowed_where_they_may_be(promises: dict, powers: list) -> None:
    """Not for Hermitian matrices, and not against the contract."""
    found = computation(GRADED, [1024, -1024], **promises)
    assert [c.powers for c in found.coordinates] == powers


def test_balanced_coordinates_have_their_own_norm() -> None:
    """D⁻¹AD = 2⁻¹⁰[[0, 1], [1, 0]] in the unit of A."""
    plain, balanced = computation(GRADED, [1024, -1024]).coordinates
    assert balanced.B.scaled(10).approximate().tolist() == [[0, 1], [1, 0]]
    assert balanced.norm == root_above(2 * number(-20))
    assert plain.delta > 2**9 * balanced.delta
    assert balanced.words == "D = diag(2^10, 2^0)"


def test_underflow_grows_with_the_spread_of_the_scaling() -> None:
    """An error of ω in one entry is 2^spread·ω in the other coordinates."""
    found = computation(GRADED.scaled(-140), [0, 0], dtype="float32")
    plain, balanced = found.coordinates
    assert found.underflow == 64 * 2 * number(-126 + 120)
    assert plain.delta == found.precision * plain.norm + found.underflow
    assert balanced.delta == found.precision * balanced.norm + found.underflow * 2**10


@given(order=st.permutations(range(4)), powers=st.lists(st.integers(-9, 9), min_size=4, max_size=4))
def test_resolvent_is_that_of_the_matrix_as_it_stands(order: list[int], powers: list[int]) -> None:
    """Sizes of projectors and nilpotents after grading, permuting and scaling."""
    one = Summand.planted_from([Block(2, size=2)], [(0, 1, 1)])
    other = Summand.planted_from([Block(1), Block(4)], [(1, 0, 2)])
    A = KnownMatrix("test", (one, other)).graded(powers).permuted(order).scaled(7)
    found = computation(A, np.zeros(4), balancing=False)
    terms = found.coordinates[0].resolvent.terms
    assert [t.summand for t in terms] == [0, 1, 1]
    scale = number(7 - found.unit)
    assert [t.real for t in terms] == [2 * scale, scale, 4 * scale]
    # N = A − 2 on the first summand, and the projector of 1 is (4 − A)/3 on the second.
    identity = DyadicMatrix.identity(2)
    for term, k, number_of_summand, N, factor in (
        (terms[0], 1, 0, one.matrix - identity.scaled(1), scale**2),
        (terms[1], 0, 1, other.matrix - identity.scaled(2), fmpq(1, 9)),
        (terms[2], 0, 1, other.matrix - identity, fmpq(1, 9)),
    ):
        rows = A.positions(number_of_summand)
        graded = N.balanced([powers[order[r]] for r in rows])
        assert term.norms[k] == root_above(graded.norm2 * factor)


def test_singular_values_are_those_of_the_balanced_matrix() -> None:
    """2⁻²⁰⁰ twice, of [[0, 2⁴⁰⁰], [1, 0]] in the unit of its largest entry."""
    _, balanced = computation(of([[0, 1 << 400], [1, 0]]), [0, 0]).coordinates
    assert balanced.powers == (200, 0)
    assert all(1 <= s * number(200) < 1 + number(-40) for s in balanced.singular_values)


@given(data=st.data())
def test_singular_values_are_bounded_from_above(data: st.DataObject) -> None:
    """Nearly: their squares bound the partial sums of those of the matrix, and the last one the smallest."""
    n = data.draw(st.integers(2, 4))
    entries = st.lists(st.integers(-9, 9), min_size=n * n, max_size=n * n)
    real, imag = data.draw(entries), data.draw(entries)
    A = DyadicMatrix((n, n), tuple(real), tuple(imag) if any(imag) else ())
    found = computation(A, np.zeros(n), balancing=False, dtype="complex128")
    sizes = [float(int(s.p) / int(s.q)) for s in found.coordinates[0].singular_values]
    exact = np.linalg.svd(A.scaled(-A.size).approximate(), compute_uv=False)
    assert sizes == pytest.approx(exact.tolist(), rel=1e-13, abs=1e-13)
    squares = sum((s**2 for s in found.coordinates[0].singular_values), fmpq(0))
    assert squares >= found.A.norm2
