"""Spectra: what is known of a matrix from its Jordan form, and what the exact engine finds."""

from __future__ import annotations

import pytest
from flint import fmpq

from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block, Planted, SpectralPart, planted_spectrum, solved_spectrum

of = DyadicMatrix.of
SHEAR, BACK = of([[1, 0], [3, 1]]), of([[1, 0], [-3, 1]])


def planted(blocks: list[Block], P: DyadicMatrix, inverse: DyadicMatrix, d: int = 1) -> tuple[SpectralPart, ...]:
    """The parts of P J P'."""
    return planted_spectrum(Planted(tuple(blocks), P, inverse, d)).parts


def solved(rows: list) -> tuple[SpectralPart, ...]:
    """The parts that the engine finds."""
    return solved_spectrum(of(rows)).parts


# --- planted ----------------------------------------------------------------------------------------------------------


def test_projectors_of_simple_eigenvalues_are_those_by_hand() -> None:
    """P = [[1, 0], [3, 0]] and I − P."""
    first, second = planted([Block(5), Block(7)], SHEAR, BACK)
    assert (first.real, first.imag, first.radius) == (5, 0, 0)
    assert first.moduli == ((1, 0, 9, 0),)
    assert second.real == 7
    assert second.moduli == ((0, 0, 9, 1),)
    assert (first.text, second.text) == ("5", "7")


def test_nilpotent_of_a_jordan_block_is_that_by_hand() -> None:
    """P J P⁻¹ − 5 = [[−3, 1], [−9, 3]], and the projector is the identity."""
    (part,) = planted([Block(5, size=2)], SHEAR, BACK)
    assert part.blocks == (2,)
    assert part.multiplicity == 2
    assert part.moduli == ((1, 0, 0, 1), (9, 1, 81, 9))
    assert part.norms2() == [2, 100]


def test_common_denominator_of_the_basis_multiplies_eigenvalues() -> None:
    """For P P' = 2·I the matrix is 2·P J P⁻¹: the projector halves, the nilpotent stays P J₀ P'."""
    P, inverse = of([[1, 1], [1, -1]]), of([[1, 1], [1, -1]])
    first, second = planted([Block(5), Block(-1)], P, inverse, 2)
    assert (first.real, second.real) == (10, -2)
    assert first.moduli == ((fmpq(1, 4),) * 4,)
    (part,) = planted([Block(5, size=2)], P, inverse, 2)
    assert part.moduli == ((1, 0, 0, 1), (1, 1, 1, 1))
    third = planted([Block(0, size=3)], of([[2, 0, 0], [0, 2, 0], [0, 0, 2]]), of(_identity(3)), 2)[0]
    assert third.norms2() == [3, 8, 16]


def _identity(n: int) -> list[list[int]]:
    return [[int(i == j) for j in range(n)] for i in range(n)]


def test_equal_eigenvalues_share_a_part_with_descending_blocks() -> None:
    """Whatever their order was."""
    parts = planted([Block(1), Block(2), Block(1, size=2)], of(_identity(4)), of(_identity(4)))
    assert [(p.real, p.blocks, p.multiplicity) for p in parts] == [(1, (2, 1), 3), (2, (1,), 1)]
    nilpotent = parts[0].moduli[1]
    assert [k for k, x in enumerate(nilpotent) if x] == [2 * 4 + 3]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Block(0), "0"),
        (Block(-3), "−3"),
        (Block(0, 1), "i"),
        (Block(0, -1), "−i"),
        (Block(0, -4), "−4i"),
        (Block(2, 1), "2 + i"),
        (Block(-2, -7), "−2 − 7i"),
    ],
)
def test_gaussian_integers_are_written_as_in_books(block: Block, text: str) -> None:
    """With real minus signs."""
    (part,) = planted([block], of([[1]]), of([[1]]))
    assert part.text == text
    assert (part.real, part.imag) == (block.real, block.imag)


def test_only_the_eigenvalue_zero_is_zero() -> None:
    """A point at the origin."""
    zero, unit, one = planted([Block(0), Block(0, 1), Block(1)], of(_identity(3)), of(_identity(3)))
    assert zero.is_zero
    assert not unit.is_zero
    assert not one.is_zero


def test_nothing_is_known_of_an_empty_matrix() -> None:
    """No parts, either way."""
    assert planted_spectrum(Planted((), of([]), of([]))).parts == ()
    assert solved_spectrum(of([])).parts == ()
    assert solved_spectrum(of([])).dimension == 0


# --- in other coordinates ---------------------------------------------------------------------------------------------


def test_norms_in_scaled_coordinates_are_those_of_the_scaled_matrices() -> None:
    """Entry (i, j) of D⁻¹ N D is 2^(pⱼ − pᵢ) times that of N."""
    (part,) = planted([Block(5, size=2)], SHEAR, BACK)
    assert part.norms2((0, 0)) == part.norms2() == part.norms2((3, 3))
    # D = diag(1, 4): [[−3, 4], [−9/4, 3]].
    assert part.norms2((0, 2)) == [2, 9 + 16 + fmpq(81, 16) + 9]
    assert part.norms2((2, 0)) == [2, 9 + fmpq(1, 16) + 81 * 16 + 9]


# --- solved -----------------------------------------------------------------------------------------------------------


def test_golden_ratio_is_enclosed_with_its_projector() -> None:
    """Of a symmetric matrix, so the projector has norm 1, and its trace is 1."""
    low, high = solved([[1, 1], [1, 0]])
    for part in (low, high):
        assert abs(part.real**2 - part.real - 1) < fmpq(1, 2**200)
        assert part.imag == 0
        assert 0 < part.radius < fmpq(1, 2**200)
        (norm2,) = part.norms2()
        assert 1 <= norm2 < 1 + fmpq(1, 2**25)
    assert low.real < 0 < high.real
    assert (low.text, high.text) == ("(1 − √5)/2", "(1 + √5)/2")


def test_integers_are_points_in_solved_matrices() -> None:
    """Their discs have radius 0, and 0 is known to be 0."""
    parts = {int(p.real): p for p in solved([[2, 2], [1, 1]])}
    assert set(parts) == {0, 3}
    assert all(p.radius == 0 for p in parts.values())
    assert parts[0].is_zero
    assert not parts[3].is_zero


def test_defective_matrices_are_solved_with_nilpotents() -> None:
    """J₃(0) and a copy of 2, hidden."""
    rows = [[0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 2]]
    zero, two = sorted(solved(rows), key=lambda p: float(p.real))
    assert (zero.blocks, two.blocks) == ((3,), (1,))
    assert len(zero.moduli) == 3
    assert two.norms2()[0] >= 1


def test_complex_pairs_are_both_there() -> None:
    """With their imaginary parts, and norms that are the same."""
    parts = solved([[0, -2], [1, 0]])
    assert sorted(float(p.imag) for p in parts) == pytest.approx([-(2**0.5), 2**0.5])
    assert not any(p.is_zero for p in parts)
    # ‖P‖² = (1/4)(1 + 1 + 2 + 1/2).
    assert all(abs(p.norms2()[0] - fmpq(9, 8)) < fmpq(1, 2**20) for p in parts)
    assert all(p.norms2()[0] >= fmpq(9, 8) for p in parts)


def test_matrix_of_gaussian_integers_is_solved() -> None:
    """Over ℚ(i)."""
    parts = solved([[(0, 1), 1], [0, (0, 1)]])
    assert [(p.real, p.imag, p.blocks) for p in parts] == [(0, 1, (2,))]


def test_roots_of_high_degree_are_named_by_their_polynomial() -> None:
    """No radicals."""
    parts = solved([[0, 0, 1], [1, 0, 1], [0, 1, 0]])
    assert [p.text for p in parts] == ["a root of λ³ − λ − 1"] * 3


def test_exponent_of_the_matrix_is_left_out() -> None:
    """The eigenvalues are those of the integers."""
    assert [p.real for p in solved_spectrum(DyadicMatrix((1, 1), (3,), (), 7)).parts] == [3]


@pytest.mark.parametrize(
    ("blocks", "operations"),
    [
        ([Block(1), Block(2), Block(3)], [(0, 1, 1), (2, 0, -1), (1, 2, 2)]),
        ([Block(1, size=2), Block(1), Block(-2)], [(0, 1, 1), (3, 0, -1), (1, 2, 2)]),
        ([Block(0, size=3)], [(0, 1, 1), (2, 0, -1)]),
        ([Block(1, 1, 2), Block(0)], [(0, 1, (0, 1)), (2, 0, (1, -1))]),
    ],
)
def test_planted_and_solved_spectra_are_the_same(blocks: list[Block], operations: list) -> None:
    """Eigenvalues, blocks, and norms up to the rounding upwards."""
    summand = Summand.planted_from(blocks, operations)
    found = Summand.solved(summand.matrix).spectrum.parts
    one, other = ({(p.real, p.imag): p for p in parts} for parts in (summand.spectrum.parts, found))
    assert one.keys() == other.keys()
    for z, part in one.items():
        assert other[z].blocks == part.blocks
        for x, y in zip(part.norms2(), other[z].norms2(), strict=True):
            assert x <= y <= x * (1 + fmpq(1, 2**25)) + fmpq(1, 2**200)


def test_spectrum_of_a_known_matrix_is_asked_for_once() -> None:
    """Equal summands share it."""
    one, other = (Summand.solved([[1, 2], [3, 4]]) for _ in range(2))
    assert one.spectrum is other.spectrum
    assert KnownMatrix("x", (one, other)).is_known
