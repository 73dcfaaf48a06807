r"""What is known of a matrix: its eigenvalues in certified discs, with projectors and nilpotents.

At an eigenvalue λ with the largest block m the resolvent is
$\sum_{k<m} N^k / (z - \lambda)^{k+1}$, $N^0 = P$ the projection onto the generalised eigenspace along the others,
$N = (A - \lambda)P$. Only the sizes of the entries of $N^k$ are kept, as upper bounds: norms are all that the laws ask
for, in the coordinates $D^{-1} A D$ of any diagonal D.

References:
    Kato, T.: Perturbation theory for linear operators, I §5 (resolvent, eigenprojections, eigennilpotents).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import prod
from typing import Any

from flint import acb, acb_mat, acb_poly, arb, ctx, fmpq
from sympy import I

from symeig.exact.components import Component
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.isolation import isolate, refine
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.writing import line

__all__ = ["Block", "Planted", "SpectralPart", "Spectrum", "planted_spectrum", "solved_spectrum"]

# Bits of the enclosures of eigenvalues; entries of projectors lose some of them.
PRECISION = 256

_ONE = acb_poly([1])

# Binary digits up to which numbers are written out.
LONGEST = 4096


@dataclass(frozen=True)
class Block:
    """A Jordan block of a Gaussian integer.

    Attributes:
        real: Of the eigenvalue.
        imag: Of the eigenvalue.
        size: Of the block.
    """

    real: int
    imag: int = 0
    size: int = 1


@dataclass(frozen=True)
class Planted:
    """A matrix P J P' with P P' = d·I: its Jordan form was chosen, and is dJ up to the lengths of the chains.

    Attributes:
        blocks: Of J.
        P: The basis.
        inverse: P', so that P⁻¹ = P'/d.
        d: A positive integer.
    """

    blocks: tuple[Block, ...]
    P: DyadicMatrix
    inverse: DyadicMatrix
    d: int = 1


@dataclass(frozen=True)
class SpectralPart:
    """An eigenvalue with what the resolvent has at it.

    Attributes:
        real: Real part of the centre of a disc that contains it.
        imag: Imaginary part of the centre.
        radius: Of that disc; 0 where the eigenvalue is the centre.
        blocks: The sizes of its Jordan blocks, descending.
        moduli: For k = 0, 1, … below the largest block, upper bounds of |(Nᵏ)ᵢⱼ|², row by row.
        text: The eigenvalue as it is written.
    """

    real: fmpq
    imag: fmpq
    radius: fmpq
    blocks: tuple[int, ...]
    moduli: tuple[tuple[fmpq, ...], ...]
    text: str

    @property
    def multiplicity(self) -> int:
        """The algebraic multiplicity."""
        return sum(self.blocks)

    @property
    def is_zero(self) -> bool:
        """Whether the eigenvalue is 0; 0 is a Gaussian rational, so its disc is a point."""
        return not (self.real or self.imag or self.radius)

    def norms2(self, powers: Sequence[int] = ()) -> list[fmpq]:
        """Upper bounds of the squared Frobenius norms of D⁻¹ Nᵏ D, D = diag(2^powers)."""
        if not any(powers):
            return [sum(m, fmpq(0)) for m in self.moduli]
        n = len(powers)
        weights = [power_of_two(2 * (powers[j] - powers[i])) for i in range(n) for j in range(n)]
        return [sum((w * x for w, x in zip(weights, m, strict=True) if x), fmpq(0)) for m in self.moduli]


@dataclass(frozen=True)
class Spectrum:
    """The eigenvalues of a small matrix, distinct ones.

    Attributes:
        parts: One for each.
    """

    parts: tuple[SpectralPart, ...]

    @cached_property
    def dimension(self) -> int:
        """The sum of the multiplicities."""
        return sum(part.multiplicity for part in self.parts)


def planted_spectrum(planted: Planted) -> Spectrum:
    """What is known of P J P': by multiplication alone."""
    sizes: dict[tuple[int, int], list[int]] = {}
    for block in planted.blocks:
        sizes.setdefault((block.real, block.imag), []).append(block.size)
    parts = []
    for (real, imag), blocks in sizes.items():
        moduli = []
        for k in range(max(blocks)):
            N = planted.P @ _power(planted.blocks, (real, imag), k) @ planted.inverse
            unit = fmpq(planted.d) ** (2 * (k - 1)) * power_of_two(2 * N.exponent)
            imags = N.imag or (0,) * len(N.real)
            moduli.append(tuple(fmpq(x * x + y * y) * unit for x, y in zip(N.real, imags, strict=True)))
        centre = real * planted.d, imag * planted.d
        text = _gaussian(*centre)
        descending = tuple(sorted(blocks, reverse=True))
        parts.append(SpectralPart(fmpq(centre[0]), fmpq(centre[1]), fmpq(0), descending, tuple(moduli), text))
    return Spectrum(tuple(parts))


def _power(blocks: Sequence[Block], eigenvalue: tuple[int, int], k: int) -> DyadicMatrix:
    """The k-th power of J − λ on the blocks of λ; 0 on the others."""
    n = sum(b.size for b in blocks)
    rows = [[0] * n for _ in range(n)]
    start = 0
    for b in blocks:
        if (b.real, b.imag) == eigenvalue:
            for i in range(b.size - k):
                rows[start + i][start + i + k] = 1
        start += b.size
    return DyadicMatrix.of(rows)


def _gaussian(real: int, imag: int) -> str:
    if max(abs(real), abs(imag)).bit_length() > LONGEST:
        return f"a number of {max(abs(real), abs(imag)).bit_length()} binary digits"
    if not imag:
        return str(real).replace("-", "−")
    size = "" if abs(imag) == 1 else str(abs(imag))
    if not real:
        return f"{'−' if imag < 0 else ''}{size}i"
    return f"{real} {'−' if imag < 0 else '+'} {size}i".replace("-", "−")


@lru_cache(maxsize=256)
def solved_spectrum(A: DyadicMatrix) -> Spectrum:
    """What the exact engine says of a matrix of Gaussian integers; its exponent is left out."""
    system, parts = eigensystem(_exact(A)), []
    enclosed = _projectors(A, system)
    with ctx.workprec(PRECISION):
        for component, found in zip(system.components, enclosed, strict=True):
            for value, (z, P) in zip(component.eigenvalues, found, strict=True):
                parts.append(_part(_balls(A), z, P, component.block_sizes, _written(component, value)))
    return Spectrum(tuple(parts))


def _projectors(
    A: DyadicMatrix, system: Eigensystem, precision: int = 2 * PRECISION
) -> list[list[tuple[acb, acb_mat]]]:
    """For each component its eigenvalues and their projectors, in order, in balls.

    Large numbers cancel: it takes more and more bits until as many are left of projectors as of eigenvalues.
    """
    with ctx.workprec(precision):
        # The minimal polynomial is the product of these, each as often as the largest block is long.
        factors = [acb_poly([system.field.numbers.enclose(x) for x in c.coefficients]) for c in system.components]
        lengths = [c.block_sizes[0] for c in system.components]
        n, M = system.dimension, _balls(A)
        powers = [acb_mat(n, n, [int(i == j) for i in range(n) for j in range(n)])]
        for _ in range(sum(f.degree() * m for f, m in zip(factors, lengths, strict=True)) - 1):
            powers.append(M * powers[-1])
        found = []
        for i, component in enumerate(system.components):
            others = prod((f**m for k, (f, m) in enumerate(zip(factors, lengths, strict=True)) if k != i), start=_ONE)
            roots = [refine(root, precision) for root in isolate(component.coefficients, system.field)]
            found.append([(z, _evaluated(_indicator(factors[i], lengths[i], others, z), powers)) for z in roots])
    return found if all(_is_sharp(P) for pairs in found for _, P in pairs) else _projectors(A, system, 2 * precision)


def _indicator(factor: acb_poly, length: int, others: acb_poly, z: acb) -> acb_poly:
    """The polynomial that is 1 at a root z of a factor to the order of its power in the minimal one, 0 at all others.

    With q the minimal polynomial without z it is q(x) times the Taylor polynomial of 1/q at z.
    """
    quotient = [acb(0)]
    for k in reversed(range(1, factor.length())):
        quotient.insert(0, quotient[0] * z + factor[k])
    q = acb_poly(quotient) ** length * others
    taylor = q(acb_poly([z, 1]))
    inverse = [1 / taylor[0]]
    for k in range(1, length):
        inverse.append(-sum((taylor[i] * inverse[k - i] for i in range(1, k + 1)), start=acb(0)) / taylor[0])
    return q * acb_poly(inverse)(acb_poly([-z, 1]))


def _evaluated(p: acb_poly, powers: Sequence[acb_mat]) -> acb_mat:
    """A polynomial at the matrix whose powers are given."""
    return sum((M * p[k] for k, M in enumerate(powers[1:], 1)), start=powers[0] * p[0])


def _is_sharp(P: acb_mat) -> bool:
    """Whether all entries of a projector are known to as many bits as eigenvalues are."""
    largest = max(x.abs_upper() for x in P.entries())
    return all(max(x.real.rad(), x.imag.rad()) < largest * arb(2) ** -PRECISION for x in P.entries())


def _balls(A: DyadicMatrix) -> acb_mat:
    n = A.shape[0]
    return acb_mat(n, n, [acb(x, y) for x, y in zip(A.real, A.imag or (0,) * n * n, strict=True)])


def _written(component: Component, value: Eigenvalue) -> str:
    """An eigenvalue in words: by radicals where it has short ones."""
    digits = max((abs(x).bit_length() for x in component.coefficients if isinstance(x, int)), default=0)
    if digits > LONGEST:
        return f"a root of a polynomial with coefficients of {digits} binary digits"
    return line(value.expr) if component.degree <= 2 else f"a root of {line(component.polynomial.as_expr())}"


def _exact(A: DyadicMatrix) -> list[list[Any]]:
    """The integers of a matrix as input for the engine."""
    m, n = A.shape
    if A.is_real:
        return [[A.real[i * n + j] for j in range(n)] for i in range(m)]
    return [[A.real[i * n + j] + A.imag[i * n + j] * I for j in range(n)] for i in range(m)]


def _part(A: acb_mat, z: acb, P: acb_mat, blocks: tuple[int, ...], text: str) -> SpectralPart:
    n = A.nrows()
    shifted = A - acb_mat(n, n, [z if i == j else 0 for i in range(n) for j in range(n)])
    moduli, N = [], P
    for k in range(blocks[0]):
        if k:
            N = shifted * N
        moduli.append(tuple(_upper(x.real * x.real + x.imag * x.imag) for x in N.entries()))
    real, imag = _rational(z.real.mid()), _rational(z.imag.mid())
    radius = _rational(z.real.rad()) + _rational(z.imag.rad())
    return SpectralPart(real, imag, radius, blocks, tuple(moduli), text)


def _upper(x: arb) -> fmpq:
    """A short rational number above a ball."""
    if x.is_zero():
        return fmpq(0)
    with ctx.workprec(32):
        return _rational(x.upper())


def _rational(x: arb) -> fmpq:
    """The rational number that an exact ball is."""
    mantissa, exponent = x.man_exp()
    return fmpq(mantissa) * power_of_two(int(exponent))
