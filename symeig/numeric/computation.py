r"""A matrix and what a routine returned for it, in exact numbers and in the unit in which the matrix is about 1.

Every law is decided for a `Computation`. The bounds are those of a backward error δ = c·n·ε‖A‖ in the Frobenius norm,
in the coordinates D⁻¹AD of one of a few diagonal scalings; below the range in which the format is accurate, what a
rounding to the smallest normal number can do is added.

References:
    Wilkinson, J. H.: The algebraic eigenvalue problem. Higham, N. J.: Accuracy and stability of numerical algorithms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from flint import fmpq

from symeig.numeric.contracts import Contract
from symeig.numeric.discs import Disc, Resolvent, Term, certified_discs
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.formats import Format
from symeig.numeric.known import KnownMatrix
from symeig.numeric.rationals import root_above
from symeig.numeric.scalings import balancing_scalings

__all__ = ["Computation", "Coordinates"]


@dataclass(frozen=True)
class Computation:
    """A matrix and the eigenvalues, and perhaps eigenvectors, that a routine returned for it.

    Attributes:
        A: The matrix times a power of two, its largest entry in [1, 2); a matrix of zeros as it is.
        unit: The exponent k with which the matrix itself is 2ᵏA.
        values: The eigenvalues that came back, times 2⁻ᵏ, as a row.
        vectors: The right eigenvectors that came back as columns.
        left: The left eigenvectors that came back as columns.
        working: The format of what came back, whose precision is that of the bounds.
        contract: What the routine promises.
        known: What is known of the matrix.
    """

    A: DyadicMatrix
    unit: int
    values: DyadicMatrix
    vectors: DyadicMatrix | None
    left: DyadicMatrix | None
    working: Format
    contract: Contract
    known: KnownMatrix | None

    @classmethod
    def of(  # noqa: PLR0913  (what was computed, and what was promised)
        cls,
        matrix: DyadicMatrix,
        values: np.ndarray,
        vectors: np.ndarray | None = None,
        left: np.ndarray | None = None,
        *,
        working: Format,
        contract: Contract,
        known: KnownMatrix | None = None,
    ) -> Computation:
        """A computation from what a routine returned, all of it finite and of the right shape."""
        unit = matrix.size
        read = DyadicMatrix.from_array
        return cls(
            matrix.scaled(-unit),
            unit,
            read(values).scaled(-unit),
            None if vectors is None else read(vectors),
            None if left is None else read(left),
            working,
            contract,
            known,
        )

    @property
    def n(self) -> int:
        """The dimension."""
        return self.A.shape[0]

    @property
    def is_in_range(self) -> bool:
        """Whether the absolute value of each entry is a number of the format.

        Where it is not, every norm of the matrix overflows, and no routine promises anything.
        """
        return self.A.scaled(self.unit).is_in_range(self.working)

    @cached_property
    def precision(self) -> fmpq:
        """C·n·ε, with the contract's c."""
        epsilon = self.working.epsilon
        return fmpq(epsilon.numerator, epsilon.denominator) * self.n * self.contract.tolerance

    @cached_property
    def underflow(self) -> fmpq:
        """C·n times the smallest normal number, where the matrix is so small that roundings to it count; else 0."""
        if self.unit >= self.working.least + 2 * self.working.precision:
            return fmpq(0)
        return power_of_two(self.working.least - self.unit) * self.n * self.contract.tolerance

    @cached_property
    def coordinates(self) -> tuple[Coordinates, ...]:
        """Those in which a backward error is allowed; the matrix as it stands comes first."""
        if not self.contract.balancing or self.contract.is_hermitian:
            return (Coordinates(self, (0,) * self.n),)
        return tuple(Coordinates(self, powers) for powers in balancing_scalings(self.A))

    @cached_property
    def pairs(self) -> tuple[tuple[fmpq, fmpq], ...]:
        """The eigenvalues that came back as (real part, imaginary part)."""
        unit = power_of_two(self.values.exponent)
        imag = self.values.imag or (0,) * self.n
        return tuple((x * unit, y * unit) for x, y in zip(self.values.real, imag, strict=True))

    @cached_property
    def residual(self) -> DyadicMatrix:
        """A V − V diag(μ)."""
        assert self.vectors is not None  # noqa: S101  (laws about vectors are asked of routines that return them)
        return self.A @ self.vectors - self.vectors.times_columns(self.values)

    @cached_property
    def left_residual(self) -> DyadicMatrix:
        """Aᴴ W − W diag(μ̄)."""
        assert self.left is not None  # noqa: S101  (as for the right ones)
        return self.A.H @ self.left - self.left.times_columns(self.values.conjugate)

    @cached_property
    def truth(self) -> tuple[tuple[fmpq, fmpq, fmpq, int], ...]:
        """The exact eigenvalues in this unit: (real part, imaginary part, radius, multiplicity), one for each part."""
        assert self.known is not None  # noqa: S101  (laws about the truth are asked where it is known)
        unit = power_of_two(self.known.scale - self.unit)
        return tuple(
            (p.real * unit, p.imag * unit, p.radius * unit, p.multiplicity)
            for s in self.known.summands
            for p in s.spectrum.parts
        )


class Coordinates:
    """The matrix D⁻¹AD, and what a backward error of a routine that works on it can do.

    Attributes:
        computation: The computation.
        powers: The exponents of D.
    """

    def __init__(self, computation: Computation, powers: tuple[int, ...]) -> None:
        self.computation = computation
        self.powers = powers

    @property
    def words(self) -> str:
        """The scaling, in a few words."""
        if not any(self.powers):
            return ""
        return f"D = diag(2^{', 2^'.join(map(str, self.powers))})"

    @cached_property
    def B(self) -> DyadicMatrix:
        """D⁻¹AD."""
        A = self.computation.A
        return A.balanced(self.powers) if any(self.powers) else A

    @cached_property
    def norm(self) -> fmpq:
        """The Frobenius norm of D⁻¹AD, from above."""
        return root_above(self.B.norm2)

    @cached_property
    def delta(self) -> fmpq:
        """A bound of the backward error in the Frobenius norm."""
        spread = max(self.powers, default=0) - min(self.powers, default=0)
        return self.computation.precision * self.norm + self.computation.underflow * power_of_two(spread)

    @cached_property
    def resolvent(self) -> Resolvent:
        """Bounds of the resolvent of D⁻¹AD."""
        assert self.computation.known is not None  # noqa: S101  (as for the truth)
        return _resolvent(self.computation.known, self.computation.unit, self.powers)

    @cached_property
    def discs(self) -> tuple[Disc, ...]:
        """Where the eigenvalues of every matrix within δ are, and how many in each place."""
        assert self.computation.known is not None  # noqa: S101  (as for the truth)
        return _discs(self.computation.known, self.computation.unit, self.powers, self.delta)

    @cached_property
    def singular_values(self) -> tuple[fmpq, ...]:
        """Upper bounds of the singular values of D⁻¹AD, descending."""
        return _singular_values(self.B)


# Several routines may be judged on one matrix, and one on equal matrices: what does not depend on them is kept a while.
KEPT = 32


@lru_cache(maxsize=KEPT)
def _resolvent(known: KnownMatrix, unit: int, powers: tuple[int, ...]) -> Resolvent:
    """Bounds of the resolvent of D⁻¹AD, where 2^unit·A is the known matrix."""
    scale = power_of_two(known.scale - unit)
    terms = []
    for number, summand in enumerate(known.summands):
        rows = known.positions(number)
        total = [powers[k] + (known.grading[k] if known.grading else 0) for k in rows]
        terms += [Term.of(p, p.norms2(total), scale, number) for p in summand.spectrum.parts]
    return Resolvent(terms)


@lru_cache(maxsize=KEPT)
def _discs(known: KnownMatrix, unit: int, powers: tuple[int, ...], delta: fmpq) -> tuple[Disc, ...]:
    """Certified discs of D⁻¹AD, where 2^unit·A is the known matrix."""
    return certified_discs(_resolvent(known, unit, powers), delta)


@lru_cache(maxsize=KEPT)
def _singular_values(B: DyadicMatrix) -> tuple[fmpq, ...]:
    """Upper bounds of the singular values, descending.

    With B ≈ UΣVᴴ in floats, σᵢ(B) ≤ ‖U‖‖V‖σᵢ + ‖B − UΣVᴴ‖, and ‖U‖² ≤ 1 + ‖UᴴU − I‖; norms are taken exactly.
    """
    U, sizes, Vh = np.linalg.svd(B.scaled(-B.size).approximate())
    exact = DyadicMatrix.from_array
    left, right, diagonal = exact(U), exact(Vh), exact(sizes).scaled(B.size)
    rest = root_above((B - left.times_columns(diagonal) @ right).norm2)
    identity = DyadicMatrix.identity(len(sizes))
    factor = root_above(
        (1 + root_above((left.H @ left - identity).norm2)) * (1 + root_above((right @ right.H - identity).norm2))
    )
    unit = factor * power_of_two(B.size)
    return tuple(fmpq(*float(s).as_integer_ratio()) * unit + rest for s in sizes)
