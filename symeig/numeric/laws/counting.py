r"""Laws that count: how many eigenvalues came back in each certified disc, where their mean is, and the rank.

Neither residuals nor membership in the pseudospectrum see a pair that came back twice in the place of another, or a
conjugate that was lost; these laws do. They need that one backward error explains all eigenvalues, which holds for
routines that transform the whole matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flint import fmpq

from symeig.numeric.computation import Computation, Coordinates
from symeig.numeric.decisions import Decision, at_most, equal
from symeig.numeric.discs import Disc, deviation
from symeig.numeric.dyadic import power_of_two
from symeig.numeric.laws.law import best
from symeig.numeric.rationals import nearest

__all__ = ["cluster_means", "multiplicities", "rank"]


def multiplicities(computation: Computation) -> Iterator[Decision]:
    """As many eigenvalues in each certified disc as the exact matrix has there."""

    def decide(coordinates: Coordinates) -> list[Decision]:
        return [
            equal(
                "multiplicities",
                len(inside),
                disc.multiplicity,
                place=_place(disc, computation.unit),
                text=_text(disc, len(inside)),
            )
            for disc, inside in _located(coordinates)
        ]

    yield from best(computation, decide)


def cluster_means(computation: Computation) -> Iterator[Decision]:
    r"""|Σ(μ − λ)| ≤ ‖P‖δ + n·ρ²M³δ²/(1 − Mδ) over each disc: means of defective eigenvalues are well conditioned."""

    def decide(coordinates: Coordinates) -> list[Decision]:
        found = []
        for disc, inside in _located(coordinates):
            if len(inside) != disc.multiplicity:
                # That is another law's.
                continue
            x, y = _difference(inside, coordinates, disc)
            allowed = deviation(coordinates.resolvent, disc, coordinates.delta)
            found.append(at_most("cluster-means", x**2 + y**2, allowed**2, 2, place=_place(disc, computation.unit)))
        return found

    yield from best(computation, decide)


def rank(computation: Computation) -> Iterator[Decision]:
    """As many eigenvalues outside the disc of 0 as rank Aⁿ says; those are rank A only where 0 is not defective."""

    def decide(coordinates: Coordinates) -> list[Decision]:
        terms = coordinates.resolvent.terms
        for disc, inside in _located(coordinates):
            if all(terms[k].is_zero for k in disc.members):
                outside, expected = computation.n - len(inside), computation.n - disc.multiplicity
                radius = nearest(disc.radius * power_of_two(computation.unit))
                text = (
                    f"{outside} eigenvalues lie outside the disc of radius {radius:.2e} around 0,"
                    f" and rank Aⁿ = {expected}"
                )
                return [equal("rank", outside, expected, place="the eigenvalue 0", text=text)]
        return []

    yield from best(computation, decide)


def _located(coordinates: Coordinates) -> list[tuple[Disc, list[tuple[fmpq, fmpq]]]]:
    """Each disc with the eigenvalues that came back inside."""
    pairs = coordinates.computation.pairs
    return [(disc, [z for z in pairs if disc.holds(*z)]) for disc in coordinates.discs]


def _difference(inside: Sequence[tuple[fmpq, fmpq]], coordinates: Coordinates, disc: Disc) -> tuple[fmpq, fmpq]:
    """The sum of the eigenvalues that came back inside, less that of the exact ones."""
    terms = [coordinates.resolvent.terms[k] for k in disc.members]
    x = sum((x for x, _ in inside), fmpq(0)) - sum((t.multiplicity * t.real for t in terms), fmpq(0))
    y = sum((y for _, y in inside), fmpq(0)) - sum((t.multiplicity * t.imag for t in terms), fmpq(0))
    return x, y


def _place(disc: Disc, unit: int) -> str:
    """The disc in the unit of the matrix itself."""
    real, imag, radius = (nearest(x * power_of_two(unit)) for x in (disc.real, disc.imag, disc.radius))
    written = f"{real:.6g}" if not imag else f"{real:.6g}{imag:+.6g}i"
    return f"the disc around {written} of radius {radius:.2e}"


def _text(disc: Disc, found: int) -> str:
    return f"{found} came back inside, and {disc.multiplicity} must"
