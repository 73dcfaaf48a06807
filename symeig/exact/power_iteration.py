r"""Power iteration as it would be observed without rounding errors, beside its exact limit.

Where one eigenvalue λ dominates, the direction of $A^k v$ tends to that of the eigenvector
$(A - \lambda)^{m-1} P_\lambda v$, m the index of v at λ. With the minimal polynomial $\mu_v$ of v it is
$\frac{\mu_v(y)}{y - \lambda}$ at y = A, applied to v, divided by the value of $\frac{\mu_v(y)}{(y - \lambda)^m}$ at
y = λ: a vector over K[λ]/p, found by products of A with vectors over K.

References:
    Golub, G. H., Van Loan, C. F.: Matrix Computations, 4th ed. (2013), §7.3.1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

from flint import acb, arb
from sympy import Expr, ImmutableMatrix
from sympy.polys.densetools import dup_diff
from sympy.polys.matrices import DomainMatrix

from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.isolation import Root, isolate, refine, value_at
from symeig.exact.iterates import Iterates
from symeig.exact.residue_rings import Element, ResidueRing
from symeig.exact.rounding import nearest_double

__all__ = ["PowerIteration", "observe"]


@dataclass(frozen=True)
class PowerIteration:
    """Estimates of an eigenvalue from v, Av, A²v, …, and how they converge.

    Attributes:
        eigenvalue: The dominant eigenvalue λ.
        direction: The eigenvector (A − λ)ᵈPv that the directions of Aᵏv tend to: d is the degree of growth, P the
            projection to the generalised eigenspace of λ. For d = 0 it is the limit of Aᵏv/λᵏ.
        estimates: The Rayleigh quotients of Aᵏv for k = 0, 1, …: the doubles nearest to them.
        errors: Their distances from λ.
        sines: The sines of the angles between Aᵏv and the eigenvector.
        rate: The factor by which the sines shrink in the long run: |λ₂|/|λ|, λ₂ the next eigenvalue in which v has a
            component. 0 where there is no other, or only 0; 1 where d > 0, since the sines then are of the order of
            1/k. The errors shrink at least so fast, and those of normal matrices by its square.
    """

    eigenvalue: Eigenvalue
    direction: ImmutableMatrix
    estimates: tuple[float | complex, ...]
    errors: tuple[float, ...]
    sines: tuple[float, ...]
    rate: Expr

    @property
    def observed_rate(self) -> float:
        """The mean factor by which the sines shrank in the second half of the steps; 0 where one was 0."""
        last = len(self.sines) - 1
        first = last // 2
        if not (self.sines[first] and self.sines[last]):
            return 0.0
        return exp((log(self.sines[last]) - log(self.sines[first])) / (last - first))


def observe(
    iterates: Iterates, minpoly: Sequence[Any], eigenvalue: Eigenvalue, index: int, rate: Expr
) -> PowerIteration:
    """Power iteration from v, where one eigenvalue dominates.

    Args:
        iterates: Of v.
        minpoly: The minimal polynomial of v, monic, the constant coefficient first.
        eigenvalue: The dominant one, not 0.
        index: Its multiplicity as a root of the minimal polynomial.
        rate: The factor by which the sines shrink.
    """
    direction = _direction(iterates, minpoly, eigenvalue, index)
    root = isolate(eigenvalue.coefficients, eigenvalue.field)[eigenvalue.root]
    steps = range(iterates.steps + 1)
    return PowerIteration(
        eigenvalue,
        ImmutableMatrix(*iterates.start.shape, [eigenvalue.evaluate(entry) for entry in direction]),
        tuple(_double(iterates.rayleigh(k)) for k in steps),
        tuple(nearest_double(_distance(iterates.rayleigh(k), root)) for k in steps),
        tuple(nearest_double(_sine(iterates, k, eigenvalue, root, direction)) for k in steps),
        rate,
    )


def _direction(iterates: Iterates, minpoly: Sequence[Any], eigenvalue: Eigenvalue, index: int) -> tuple[Element, ...]:
    """The entries of (A − λ)ᵈPv over K[λ]/p, row by row."""
    K = eigenvalue.field.domain
    ring = ResidueRing(K, tuple(map(K.convert, eigenvalue.coefficients)))
    # The coefficients of μ(y)/(y − λ) by Horner's rule, the leading one first.
    quotient = [ring.element([K.one])]
    for c in minpoly[-2:0:-1]:
        quotient.append(ring.add(ring.mul(quotient[-1], ring.generator), ring.element([c])))
    # The value of μ(y)/(y − λ)ᵐ at λ is the m-th derivative of μ there, divided by m!.
    derivative = list(reversed(minpoly))
    for k in range(1, index + 1):
        derivative = [c / K.convert(k) for c in dup_diff(derivative, 1, K)]
    A, powers = iterates.A, [iterates.v]
    for _ in quotient[1:]:
        powers.append(A * powers[-1])
    entries = [v.to_list_flat() for v in powers]
    columns = DomainMatrix(entries, (len(entries), len(entries[0])), K).to_dense().transpose()
    coefficients = DomainMatrix(list(map(list, quotient[::-1])), (len(quotient), ring.degree), K).to_dense()
    return ring.scale((columns * coefficients).to_list(), ring.inverse(ring.element(derivative)))


def _double(value: Callable[[int], acb]) -> float | complex:
    """A number as the nearest double, or pair of doubles where it is not real."""
    real = nearest_double(lambda precision: value(precision).real)
    imaginary = nearest_double(lambda precision: value(precision).imag)
    return complex(real, imaginary) if imaginary else real


def _distance(value: Callable[[int], acb], root: Root) -> Callable[[int], arb]:
    return lambda precision: abs(value(precision) - refine(root, precision))


def _sine(
    iterates: Iterates, k: int, eigenvalue: Eigenvalue, root: Root, direction: Sequence[Element]
) -> Callable[[int], arb]:
    """The sine of the angle between Aᵏv and an eigenvector, in balls: √(1 − |⟨x, w⟩|²/(‖x‖²‖w‖²))."""

    def sine(precision: int) -> arb:
        z = refine(root, precision)
        x, w = [value_at(entry, z, eigenvalue.field) for entry in direction], iterates.multiple(k)
        inner = sum((a.conjugate() * b for a, b in zip(x, w, strict=True)), acb(0))
        squares = [sum((abs(a) ** 2 for a in y), arb(0)) for y in (x, w)]
        return (1 - abs(inner) ** 2 / (squares[0] * squares[1])).max(arb(0)).sqrt()

    return sine
