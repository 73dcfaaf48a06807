r"""Certified discs: regions in which every nearby matrix has a known number of eigenvalues.

With $G(c, \rho) \ge \lVert (z - A)^{-1} \rVert$ on the circle |z − c| = ρ and Gδ < 1, the circle misses the spectrum of
A + E for every ‖E‖ ≤ δ, and by continuity along A + tE as many eigenvalues of A + E lie inside as of A.

References:
    Kato, T.: Perturbation theory for linear operators, II §1. Trefethen, L. N., Embree, M.: Spectra and pseudospectra,
    §2 and §52 (eigenvalues move inside the components of the pseudospectrum).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, ctx, fmpq

from symeig.numeric.dyadic import power_of_two
from symeig.numeric.rationals import nearest, root_above
from symeig.numeric.spectra import SpectralPart

__all__ = ["Disc", "Resolvent", "Term", "certified_discs", "deviation"]

# The factor between radii that are tried, and how often the best interval is halved.
GROWTH = 1.5
HALVINGS = 5

# Radii, as multiples of that of a disc, at which the mean of its eigenvalues is bounded.
WIDER = (1, 2, 4, 16, 64, 256, 1024, 4096, 16384)

# A remainder below this share of the first order is not made smaller.
SMALL = 0.25

# Bits of the balls that bound the resolvent.
BITS = 64


@dataclass(frozen=True)
class Term:
    """What the resolvent of a summand has at one eigenvalue.

    Attributes:
        real: Of the centre of a disc that contains the eigenvalue.
        imag: Of the centre.
        radius: Of that disc.
        multiplicity: Of the eigenvalue in the summand.
        norms: Upper bounds of ‖Nᵏ‖ in the Frobenius norm, k = 0, 1, …
        summand: The number of the summand.
        is_zero: Whether the eigenvalue is 0.
    """

    real: fmpq
    imag: fmpq
    radius: fmpq
    multiplicity: int
    norms: tuple[fmpq, ...]
    summand: int
    is_zero: bool

    @classmethod
    def of(cls, part: SpectralPart, norms2: Sequence[fmpq], unit: fmpq, summand: int) -> Term:
        """The part of a spectrum, with all lengths times a unit."""
        norms = tuple(root_above(x) * unit**k for k, x in enumerate(norms2))
        return cls(
            part.real * unit, part.imag * unit, part.radius * unit, part.multiplicity, norms, summand, part.is_zero
        )


@dataclass(frozen=True)
class Disc:
    """A disc whose circle misses the spectrum of every matrix within δ.

    Attributes:
        real: Of the centre.
        imag: Of the centre.
        radius: Of the disc.
        members: The numbers of the terms inside.
        multiplicity: The sum of their multiplicities.
    """

    real: fmpq
    imag: fmpq
    radius: fmpq
    members: tuple[int, ...]
    multiplicity: int

    def holds(self, x: fmpq, y: fmpq) -> bool:
        """Whether x + iy lies inside."""
        return bool((x - self.real) ** 2 + (y - self.imag) ** 2 <= self.radius**2)


class Resolvent:
    """Bounds of the resolvent of a direct sum: the largest of those of its summands.

    Attributes:
        terms: Of all summands.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._centres = np.array([complex(nearest(t.real), nearest(t.imag)) for t in self.terms])
        depth = max((len(t.norms) for t in self.terms), default=0)
        self._norms = np.array([[nearest(x) for x in t.norms] + [0.0] * (depth - len(t.norms)) for t in self.terms])
        summands = [t.summand for t in self.terms]
        self._starts = np.array([k for k, s in enumerate(summands) if not k or summands[k - 1] != s], dtype=int)

    @property
    def is_finite(self) -> bool:
        """Whether all norms are within the range of doubles, in which radii are searched."""
        return bool(np.isfinite(self._norms).all())

    def distances(self, centre: complex) -> np.ndarray:
        """The distances of the eigenvalues from a point, nearly."""
        return np.asarray(abs(self._centres - centre))

    def mean(self, members: Sequence[int]) -> complex:
        """The mean of some eigenvalues, with multiplicity, nearly."""
        weights = np.array([self.terms[k].multiplicity for k in members], dtype=float)
        return complex((self._centres[list(members)] * weights).sum() / weights.sum())

    def estimate(self, distances: np.ndarray, radius: float) -> float:
        """G on a circle, nearly."""
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            gaps = abs(distances - radius)
            total = np.zeros(len(gaps))
            for k in range(self._norms.shape[1]):
                total += np.where(self._norms[:, k] > 0, self._norms[:, k] / gaps ** (k + 1), 0.0)
            return float(np.add.reduceat(total, self._starts).max())

    def bound(self, real: fmpq, imag: fmpq, radius: fmpq) -> arb:
        """G on a circle, from above; infinity where the circle may meet an eigenvalue."""
        with ctx.workprec(BITS):
            sums: dict[int, arb] = {}
            for t in self.terms:
                distance = arb((t.real - real) ** 2 + (t.imag - imag) ** 2).sqrt()
                gap = abs(distance - arb(radius)) - arb(t.radius)
                if not gap > 0:
                    return arb.pos_inf()
                each = sum((arb(x) / gap ** (k + 1) for k, x in enumerate(t.norms) if x), arb(0))
                sums[t.summand] = sums.get(t.summand, arb(0)) + each
            largest = arb(0)
            for value in sums.values():
                largest = largest.max(value)
            return arb(largest.upper())


def certified_discs(resolvent: Resolvent, delta: fmpq) -> tuple[Disc, ...]:
    """Disjoint discs that contain all eigenvalues of every matrix within δ, each with a known number of them.

    Radii are searched in floats and certified in balls; eigenvalues that cannot be told apart share a disc.

    Args:
        resolvent: Of the matrix.
        delta: A bound of the perturbation, at least 0.
    """
    found = _searched(resolvent, delta) if resolvent.is_finite else ()
    return found if _tells_apart(found, resolvent) else (_around_all(resolvent, delta),)


def _searched(resolvent: Resolvent, delta: fmpq) -> tuple[Disc, ...]:
    """Discs around one eigenvalue each, merged where they meet."""
    step = max(nearest(delta), 1e-300)
    groups = [[k] for k in range(len(resolvent.terms))]
    while True:
        circles = [_circle(resolvent, group, step) for group in groups]
        merged = _merged(groups, circles)
        if len(merged) == len(groups):
            return tuple(_disc(resolvent, g, c, r, delta) for g, (c, r) in zip(groups, circles, strict=True))
        groups = merged


def _tells_apart(discs: Sequence[Disc], resolvent: Resolvent) -> bool:
    """Whether discs are disjoint and each eigenvalue lies in that of its members and in no other; decided exactly."""
    for k, a in enumerate(discs):
        for number, t in enumerate(resolvent.terms):
            distance2 = (t.real - a.real) ** 2 + (t.imag - a.imag) ** 2
            # The circle misses the disc of the eigenvalue, so its centre tells on which side it is.
            if (distance2 < a.radius**2) != (number in a.members):
                return False
        for b in discs[:k]:
            if (a.real - b.real) ** 2 + (a.imag - b.imag) ** 2 <= (a.radius + b.radius) ** 2:
                return False
    return bool(discs)


def _around_all(resolvent: Resolvent, delta: fmpq) -> Disc:
    """One disc around all eigenvalues; the bound of the resolvent falls with the radius, so there is one."""
    terms = resolvent.terms
    radius = max((root_above(t.real**2 + t.imag**2) + t.radius for t in terms), default=fmpq(0)) + delta
    radius = radius or fmpq(1)
    while not resolvent.bound(fmpq(0), fmpq(0), radius) * arb(delta) < 1:
        radius *= 2
    return Disc(fmpq(0), fmpq(0), radius, tuple(range(len(terms))), sum(t.multiplicity for t in terms))


def _circle(resolvent: Resolvent, group: Sequence[int], delta: float) -> tuple[complex, float]:
    """A centre and a radius around some eigenvalues with Gδ < 1, as small as a search finds one."""
    centre = resolvent.mean(group)
    distances = resolvent.distances(centre)
    inner = float(distances[list(group)].max())
    # A little more than the bound, so that the rounding of this search does not matter.
    enough = 0.99 / delta
    low, width = inner, max(delta, inner * 2**-40)
    while resolvent.estimate(distances, inner + width) >= enough:
        low, width = inner + width, width * GROWTH
    high = inner + width
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if resolvent.estimate(distances, middle) < enough:
            high = middle
        else:
            low = middle
    return centre, high


def _merged(groups: Sequence[list[int]], circles: Sequence[tuple[complex, float]]) -> list[list[int]]:
    """The groups, those together whose discs meet."""
    centres = np.array([c for c, _ in circles])
    radii = np.array([r for _, r in circles])
    left, found = set(range(len(groups))), []
    while left:
        reached, front = set(), [min(left)]
        while front:
            k = front.pop()
            if k in reached:
                continue
            reached.add(k)
            near = np.nonzero(abs(centres - centres[k]) <= (radii + radii[k]) * (1 + 2**-40))[0]
            front.extend(int(j) for j in near if j not in reached)
        left -= reached
        found.append(sorted(i for k in reached for i in groups[k]))
    return found


def _disc(resolvent: Resolvent, members: Sequence[int], centre: complex, radius: float, delta: fmpq) -> Disc:
    """A disc with its certificate; the radius grows a little where the search was too optimistic."""
    terms = [resolvent.terms[k] for k in members]
    real, imag = (terms[0].real, terms[0].imag) if len(terms) == 1 else (_exact(centre.real), _exact(centre.imag))
    exact = _exact(radius)
    while not resolvent.bound(real, imag, exact) * arb(delta) < 1:
        exact = exact * fmpq(1025, 1024)
    return Disc(real, imag, exact, tuple(members), sum(t.multiplicity for t in terms))


def deviation(resolvent: Resolvent, disc: Disc, delta: fmpq) -> fmpq:
    r"""How far the sum of the eigenvalues in a disc can move: ‖P‖δ to first order, and a remainder.

    $\sum (\mu - \lambda) = \operatorname{tr}(EP) + \frac{1}{2\pi i} \oint (z - c) \operatorname{tr}(R E R E R_E)\,dz$,
    and the remainder is at most $n \rho^2 M^3 \delta^2 / (1 - M\delta)$, M = G on a circle around the same eigenvalues.
    """
    inside = [resolvent.terms[k] for k in disc.members]
    others = [t for k, t in enumerate(resolvent.terms) if k not in disc.members]
    n, m = sum(t.multiplicity for t in resolvent.terms), disc.multiplicity
    projector = sum((t.norms[0] for t in inside), fmpq(0))
    uncertainty = sum((t.multiplicity * t.radius for t in inside), fmpq(0))
    with ctx.workprec(BITS):
        # Every eigenvalue inside lies within the disc, before and after.
        best = 2 * arb(m) * arb(disc.radius)
        limit = [arb((t.real - disc.real) ** 2 + (t.imag - disc.imag) ** 2).sqrt() - arb(t.radius) for t in others]
        for factor in WIDER:
            rho = disc.radius * factor
            if not all(distance > arb(rho) for distance in limit):
                break
            M = resolvent.bound(disc.real, disc.imag, rho)
            if not M * arb(delta) < 1:
                continue
            first = arb(projector).min(arb(m).sqrt() * arb(rho) * M) * arb(delta)
            rest = arb(n) * arb(rho) ** 2 * M**3 * arb(delta) ** 2 / (1 - M * arb(delta))
            best = best.min(first + rest)
            if rest < first * SMALL:
                break
        mantissa, exponent = arb((best + arb(uncertainty)).upper()).man_exp()
    return fmpq(mantissa) * power_of_two(int(exponent))


def _exact(x: float) -> fmpq:
    return fmpq(*x.as_integer_ratio())
