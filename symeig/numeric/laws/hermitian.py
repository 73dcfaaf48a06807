"""Laws of Hermitian matrices.

References:
    Weyl's inequalities, and Hoffman, A. J., Wielandt, H. W.: The variation of the spectrum of a normal matrix. Duke
    Math. J. 20 (1953) 37–39. Dhillon, I. S., Parlett, B. N.: Orthogonal eigenvectors and relative gaps. SIAM J. Matrix
    Anal. Appl. 25 (2004) 858–899 (why some sound routines reach 10³·n·ε).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flint import fmpq

from symeig.numeric.computation import Computation
from symeig.numeric.decisions import Decision, at_most
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.rationals import nearest

__all__ = ["hermitian_values", "order", "orthonormality"]


def hermitian_values(computation: Computation) -> Iterator[Decision]:
    """|μᵢ − λᵢ| ≤ δ for the i-th smallest of each (Weyl), and Σ(μᵢ − λᵢ)² ≤ δ² (Hoffman and Wielandt)."""
    delta, unit = computation.coordinates[0].delta, power_of_two(computation.unit)
    exact = sorted((x, r) for x, _, r, m in computation.truth for _ in range(m))
    found = sorted(x for x, _ in computation.pairs)
    total = fmpq(0)
    for i, (mu, (centre, radius)) in enumerate(zip(found, exact, strict=True), 1):
        distance = max(abs(mu - centre) - radius, fmpq(0))
        total += distance**2
        text = f"{_short(mu * unit)} came back, and the exact one is {_short(centre * unit)}"
        yield at_most("hermitian-values", distance, delta, place=f"eigenvalue {i} of {len(exact)}", text=text)
    yield at_most("hermitian-values", total, delta**2, 2, place="all eigenvalues together")


def _short(x: fmpq) -> str:
    return f"{nearest(x):.9g}"


def orthonormality(computation: Computation) -> Iterator[Decision]:
    """‖VᴴV − I‖ ≤ c·n·ε in the Frobenius norm, with the contract's c for this law."""
    V = computation.vectors
    assert V is not None  # noqa: S101  (the law applies to routines that return them)
    defect = (V.H @ V - DyadicMatrix.identity(computation.n)).norm2
    epsilon = computation.working.epsilon
    allowed = fmpq(epsilon.numerator, epsilon.denominator) * computation.n * computation.contract.orthonormality
    yield at_most("orthonormality", defect, allowed**2, 2)


def order(computation: Computation) -> Iterator[Decision]:
    """Whether the values stand in the promised order."""
    sign = 1 if computation.contract.order == "ascending" else -1
    values = [x for x, _ in computation.pairs]
    for i, (a, b) in enumerate(pairwise(values), 1):
        yield at_most("order", max(sign * (a - b), fmpq(0)), fmpq(0), place=f"eigenvalues {i} and {i + 1}")
