"""Discs: bounds of the resolvent, circles that are certified, eigenvalues that cannot be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from flint import arb, fmpq

from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract
from symeig.numeric.discs import Disc, Resolvent, Term, certified_discs, deviation
from symeig.numeric.formats import format_of
from symeig.numeric.judging import judge_result
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.rationals import root_above, root_below
from symeig.numeric.spectra import Block, SpectralPart

X87 = np.finfo(np.longdouble).nmant == 63
DELTA = fmpq(1, 2**30)


def term(
    real: int | fmpq,
    imag: int | fmpq = 0,
    norms: Sequence[int | fmpq] = (1,),
    *,
    multiplicity: int = 1,
    summand: int = 0,
    radius: int | fmpq = 0,
) -> Term:
    """An eigenvalue with its norms."""
    z = fmpq(real), fmpq(imag), fmpq(radius)
    return Term(*z, multiplicity, tuple(map(fmpq, norms)), summand, is_zero=not any(z))


def bound(terms: Sequence[Term], centre: complex, radius: float) -> float:
    """The bound of the resolvent on a circle."""
    numbers = (fmpq(*x.as_integer_ratio()) for x in (complex(centre).real, complex(centre).imag, float(radius)))
    return float(Resolvent(terms).bound(*numbers))


# --- the resolvent ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "centre", "radius", "expected"),
    [
        ([term(0)], 0, 0.5, 2.0),
        ([term(1)], 0, 0.5, 2.0),
        ([term(0)], 3 + 4j, 1, 1 / 4),
        ([term(0, norms=(3,))], 0, 0.5, 6.0),
        ([term(0, norms=(1, 5, 7), multiplicity=3)], 0, 0.5, 1 / 0.5 + 5 / 0.5**2 + 7 / 0.5**3),
        ([term(0), term(3)], 0, 1, 1 + 1 / 2),
        ([term(0), term(3, summand=1)], 0, 1, 1.0),
        ([term(0), term(3, norms=(8,), summand=1)], 0, 1, 4.0),
        ([term(0, 1), term(0, -1)], 0, 0.5, 4.0),
        ([term(0, radius=fmpq(1, 4))], 0, 0.5, 4.0),
        ([term(0, norms=(1, 0))], 0, 0.5, 2.0),
    ],
)
def test_resolvent_is_bounded_by_its_partial_fractions(
    terms: list[Term], centre: complex, radius: float, expected: float
) -> None:
    """The sum over a summand of ‖Nᵏ‖/gapᵏ⁺¹, and the largest such sum."""
    found = bound(terms, centre, radius)
    assert found == pytest.approx(expected, rel=1e-12)
    assert found >= expected * (1 - 1e-15)


@pytest.mark.parametrize(
    ("terms", "radius"),
    [([term(1)], 1.0), ([term(fmpq(3, 5), fmpq(4, 5))], 1.0), ([term(1, radius=fmpq(1, 8))], 1.0625)],
)
def test_circle_that_may_meet_an_eigenvalue_has_no_bound(terms: list[Term], radius: float) -> None:
    """It is infinite there."""
    assert bound(terms, 0, radius) == float("inf")


def test_estimate_is_the_bound_nearly() -> None:
    """The search in floats sees what the balls certify."""
    terms = [term(0, norms=(2, 3)), term(5, 1, (4,)), term(2, 2, (1,), summand=1)]
    resolvent = Resolvent(terms)
    for centre, radius in ((0, 0.25), (0, 7.0), (1 + 1j, 0.5), (5 + 1j, 0.125)):
        found = resolvent.estimate(resolvent.distances(centre), radius)
        assert found == pytest.approx(bound(terms, centre, radius), rel=1e-9)


def test_mean_of_eigenvalues_is_weighted() -> None:
    """By their multiplicities."""
    terms = [term(0, multiplicity=3), term(4, 8), term(100)]
    assert Resolvent(terms).mean([0, 1]) == 1 + 2j


def test_term_of_a_part_is_in_another_unit() -> None:
    """Eigenvalues and Nᵏ scale with their degree, bounds are rounded upwards."""
    part = SpectralPart(fmpq(3), fmpq(-1), fmpq(1, 2**200), (3,), ((fmpq(2),), (fmpq(9),), (fmpq(16),)), "z")
    t = Term.of(part, part.norms2(), fmpq(1, 2), 7)
    assert (t.real, t.imag, t.radius) == (fmpq(3, 2), fmpq(-1, 2), fmpq(1, 2**201))
    assert (t.multiplicity, t.summand, t.is_zero) == (3, 7, False)
    assert t.norms[1:] == (fmpq(3, 2), 1)
    assert sqrt(2) * (1 - 1e-15) <= float(arb(t.norms[0])) <= sqrt(2) * (1 + 1e-15)
    assert t.norms[0] ** 2 >= 2


# --- discs ------------------------------------------------------------------------------------------------------------


def assert_certified(resolvent: Resolvent, discs: Sequence[Disc], delta: fmpq) -> None:
    """Disjoint discs around exactly their members, on whose circles Gδ < 1."""
    assert sorted(k for d in discs for k in d.members) == list(range(len(resolvent.terms)))
    for d in discs:
        assert resolvent.bound(d.real, d.imag, d.radius) * arb(delta) < 1
        assert d.multiplicity == sum(resolvent.terms[k].multiplicity for k in d.members)
        for k, t in enumerate(resolvent.terms):
            square = (t.real - d.real) ** 2 + (t.imag - d.imag) ** 2
            if k in d.members:
                assert root_above(square) + t.radius < d.radius
            else:
                assert root_below(square) - t.radius > d.radius
    for i, a in enumerate(discs):
        for b in discs[:i]:
            assert root_below((a.real - b.real) ** 2 + (a.imag - b.imag) ** 2) > a.radius + b.radius


CASES = [
    [term(0)],
    [term(0), term(1)],
    [term(fmpq(1, 3)), term(fmpq(2, 3))],
    [term(0, norms=(1, 1), multiplicity=2), term(1)],
    [term(0, norms=(10**6,)), term(1, norms=(10**6,))],
    [term(0, norms=(10**12,)), term(1, norms=(10**12,)), term(2)],
    [term(1), term(1, summand=1)],
    [term(0), term(0, 1), term(0, -1), term(10**9)],
    [term(fmpq(k, 2**30), summand=k) for k in range(12)],
    [term(fmpq(k, 2**28), summand=k) for k in range(12)],
    [term(k, norms=(2**20,) * 3, multiplicity=3, summand=k % 2) for k in sorted(range(6), key=lambda k: k % 2)],
]


@pytest.mark.parametrize("terms", CASES, ids=[str(k) for k in range(len(CASES))])
@pytest.mark.parametrize("exponent", [-300, -52, -30, -10, 0, 10])
def test_discs_are_certified(terms: list[Term], exponent: int) -> None:
    """For tiny and for huge perturbations."""
    delta = fmpq(2) ** exponent
    resolvent = Resolvent(terms)
    assert_certified(resolvent, certified_discs(resolvent, delta), delta)


def test_disc_of_a_normal_eigenvalue_is_hardly_larger_than_the_perturbation() -> None:
    """At most a few percent."""
    (disc,) = certified_discs(Resolvent([term(7)]), DELTA)
    assert (disc.real, disc.imag) == (7, 0)
    assert DELTA < disc.radius < DELTA * fmpq(11, 10)


def test_disc_of_an_ill_conditioned_eigenvalue_grows_with_the_projector() -> None:
    """‖P‖δ."""
    (disc,) = certified_discs(Resolvent([term(7, norms=(1000,))]), DELTA)
    assert 1000 * DELTA < disc.radius < 1100 * DELTA


def test_disc_of_a_defective_eigenvalue_grows_with_the_root() -> None:
    """√δ for a block of size 2."""
    (disc,) = certified_discs(Resolvent([term(7, norms=(1, 1), multiplicity=2)]), DELTA)
    assert disc.multiplicity == 2
    assert DELTA < disc.radius**2 < DELTA * fmpq(12, 10)


def test_eigenvalues_that_cannot_be_told_apart_share_a_disc() -> None:
    """At distance δ they do, at distance 4δ in summands of their own they do not."""
    near, far = ([term(0), term(k * DELTA, summand=1)] for k in (1, 4))
    (disc,) = certified_discs(Resolvent(near), DELTA)
    assert disc.members == (0, 1)
    assert disc.multiplicity == 2
    assert len(certified_discs(Resolvent(far), DELTA)) == 2


def test_chain_of_discs_that_meet_is_one_disc() -> None:
    """Each meets the next, and the first not the last."""
    chain = [term(k * DELTA * fmpq(3, 2), summand=k) for k in range(5)]
    (disc,) = certified_discs(Resolvent([*chain, term(1, summand=9)]), DELTA)[:1]
    assert disc.members == (0, 1, 2, 3, 4)


def test_nothing_perturbed_has_discs_still() -> None:
    """δ = 0, as for the matrix of zeros."""
    discs = certified_discs(Resolvent([term(0), term(1)]), fmpq(0))
    assert len(discs) == 2
    assert all(0 < d.radius < fmpq(1, 2**900) for d in discs)


def test_disc_holds_its_circle_and_no_more() -> None:
    """Decided exactly."""
    disc = Disc(fmpq(1), fmpq(2), fmpq(5), (0,), 1)
    tiny = fmpq(1, 10**50)
    assert disc.holds(fmpq(4), fmpq(6))
    assert disc.holds(fmpq(1), fmpq(-3))
    assert not disc.holds(fmpq(4) + tiny, fmpq(6))
    assert not disc.holds(fmpq(1), fmpq(-3) - tiny)


# --- means ------------------------------------------------------------------------------------------------------------


def mean_bound(terms: Sequence[Term], delta: fmpq = DELTA) -> float:
    """How far the sum of the eigenvalues in the first disc may move, in units of δ."""
    resolvent = Resolvent(terms)
    return float(arb(deviation(resolvent, certified_discs(resolvent, delta)[0], delta) / delta))


def test_mean_of_a_normal_eigenvalue_moves_by_the_perturbation() -> None:
    """‖P‖δ, and a remainder of at most a quarter of it where there is room."""
    assert 1 <= mean_bound([term(0), term(1)]) <= 1.26


def test_mean_of_a_defective_eigenvalue_moves_by_the_perturbation_too() -> None:
    """And not by its root, which is 2¹⁵ times as large."""
    norm = root_above(fmpq(2))
    assert sqrt(2) <= mean_bound([term(0, norms=(norm, 1), multiplicity=2)]) <= 1.26 * sqrt(2)


def test_mean_stays_in_the_disc_where_there_is_no_room() -> None:
    """Twice the radius for each eigenvalue is always enough."""
    resolvent = Resolvent([term(0, norms=(1, 1), multiplicity=2), term(fmpq(1, 4))])
    delta = fmpq(1, 2**10)
    discs = certified_discs(resolvent, delta)
    assert len(discs) == 2
    assert all(deviation(resolvent, d, delta) <= 2 * d.multiplicity * d.radius * (1 + fmpq(1, 2**50)) for d in discs)


@pytest.mark.parametrize(
    "other",
    [
        term(4 * DELTA, summand=1),
        term(-4 * DELTA, summand=1),
        term(0, 4 * DELTA, summand=1),
        term(6 * DELTA, radius=2 * DELTA, summand=1),
    ],
)
def test_circle_around_a_mean_leaves_other_eigenvalues_outside(other: Term) -> None:
    """Wherever they are, twice the radius is the bound then, or nearly: no wider circle gives less."""
    moved = replace(other, real=other.real + 3, imag=other.imag - 2)
    resolvent = Resolvent([term(3, -2), moved])
    disc = next(d for d in certified_discs(resolvent, DELTA) if d.members == (0,))
    assert 2 * disc.radius <= deviation(resolvent, disc, DELTA) <= 2 * disc.radius * (1 + fmpq(1, 2**50))


def test_uncertainty_of_the_exact_eigenvalues_is_added() -> None:
    """Their sum is not known better than they are."""
    sharp, blurred = (mean_bound([term(0, radius=r), term(1)]) for r in (0, 4 * DELTA))
    assert blurred >= sharp + 3.9


def test_norms_of_projectors_in_a_disc_add_up() -> None:
    """The projection onto all of it is at most as large."""
    near = [term(0, norms=(3,)), term(DELTA / 2, norms=(4,)), term(1)]
    assert 7 <= mean_bound(near) <= 7 * 1.26
    # Where the contour integral gives less, that is taken: √m·ρ·M.
    large = [term(0, norms=(3,), summand=0), term(DELTA / 2, norms=(4,), summand=1), term(1, summand=2)]
    assert sqrt(2) * 4 <= mean_bound(large) <= 7 * 1.26


# --- where doubles end ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not X87, reason="long double is another format here")
@pytest.mark.parametrize(("k", "first", "second"), [(53, 0, 1), (53, 3, 5), (54, 2, 3), (55, 0, 3), (55, 3, 5)])
def test_discs_are_certified_where_doubles_cannot_tell_eigenvalues_apart(k: int, first: int, second: int) -> None:
    """1 + first·2⁻ᵏ and 1 + second·2⁻ᵏ in long doubles."""
    blocks = [Block((1 << k) + first), Block((1 << k) + second)]
    A = KnownMatrix("test", (Summand.planted_from(blocks),), scale=-k)
    values = A.to_array("longdouble").diagonal().copy()
    working = format_of("longdouble")
    computation = Computation.of(A.matrix, values, working=working, contract=Contract("eigvals"), known=A)
    coordinates = computation.coordinates[0]
    assert_certified(coordinates.resolvent, coordinates.discs, coordinates.delta)
    assert judge_result(A, values).laws == ()


def test_one_disc_around_everything_is_certified() -> None:
    """Where norms are beyond doubles; eigenvalues may lie anywhere."""
    huge = fmpq(2) ** 1100
    for z in ((3, 4), (-5, 0), (0, -5), (0, 0)):
        for radius in (0, fmpq(1, 8)):
            resolvent = Resolvent([term(*z, (huge,), radius=radius), term(1, 1, (1,), summand=1)])
            delta = DELTA / huge
            (disc,) = certified_discs(resolvent, delta)
            assert_certified(resolvent, (disc,), delta)
            assert disc.radius < 11


def test_projectors_beyond_doubles_have_discs() -> None:
    """[[2⁻¹⁰⁰⁰, 2¹⁰⁰⁰], [0, 2⁻⁹⁹⁹]]: the projectors are about 2²⁰⁰⁰."""
    A = np.array([[2.0**-1000, 2.0**1000], [0, 2.0**-999]])
    assert judge_result(A, A.diagonal()).laws == ()
