"""Laws of exact results: what a numeric routine is judged by, asked of the exact engine itself.

What was planted is known without it; what was not is compared with SymPy where that is small, and multiplied out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from flint import acb, acb_mat, arb, ctx, fmpq
from sympy import I, Integer, Matrix, Rational, Symbol

from symeig.exact.eigensystem import Eigensystem
from symeig.numeric.decisions import Decision, equal, satisfied
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.known import KnownMatrix
from symeig.numeric.laws.invariants import characteristic
from symeig.numeric.laws.pairs import embedded

__all__ = ["EXACT_LAWS"]

# Bits of the balls in which chains are multiplied, and digits of the eigenvalues in them.
PRECISION = 512
DIGITS = 150

# The largest matrix that SymPy is asked about.
SMALL = 4

Structure = dict[tuple[Fraction, Fraction], tuple[int, ...]]


def _spectrum(known: KnownMatrix, system: Eigensystem) -> Iterator[Decision]:
    """The eigenvalues and block sizes that were planted."""
    if any(summand.planted is None for summand in known.summands):
        return
    planted: dict[tuple[Fraction, Fraction], list[int]] = {}
    for summand in known.summands:
        for part in summand.spectrum.parts:
            unit = power_of_two(known.scale)
            x, y = (Fraction(int(z.p), int(z.q)) for z in (part.real * unit, part.imag * unit))
            planted.setdefault((x, y), []).extend(part.blocks)
    expected = {z: tuple(sorted(blocks, reverse=True)) for z, blocks in planted.items()}
    found = _structure(system)
    yield satisfied("", found == expected, text=f"{_written(found)} was found, and {_written(expected)} was planted")


def _structure(system: Eigensystem) -> Structure:
    """The eigenvalues that are Gaussian rationals, with their block sizes."""
    structure: Structure = {}
    for space in system.eigenspaces:
        x, y = space.eigenvalue.expr.as_real_imag()
        if x.is_Rational and y.is_Rational:
            structure[Fraction(int(x.p), int(x.q)), Fraction(int(y.p), int(y.q))] = space.block_sizes
    return structure


def _written(structure: Structure) -> str:
    return ", ".join(f"{x}{f' + {y}i' if y else ''}: {blocks}" for (x, y), blocks in sorted(structure.items()))


def _chains(known: KnownMatrix, system: Eigensystem) -> Iterator[Decision]:
    """A P = P J in certified balls, and det P ≠ 0 there."""
    n = known.dimension
    if not n:
        return
    with ctx.workprec(PRECISION):
        A = _balls(known.matrix)
        columns: list[list[acb]] = []
        J = [[acb(0)] * n for _ in range(n)]
        convert, enclose = system.field.domain.convert, system.field.numbers.enclose
        for space in system.eigenspaces:
            root = space.eigenvalue.enclosure(DIGITS)
            z = acb(_ball(root.real, root.radius), _ball(root.imag, root.radius if root.imag else Fraction(0)))
            for chain in space.component.vectors:
                for k, vector in enumerate(chain):
                    i = min(len(columns), n - 1)
                    J[i][i] = z
                    if k:
                        J[i - 1][i] = acb(1)
                    columns.append([_horner([enclose(convert(c)) for c in entry], z) for entry in vector])
        if len(columns) != n:
            yield satisfied("", False, text=f"there are {len(columns)} chain vectors, and {n} make a basis")
            return
        P = acb_mat(columns).transpose()
        difference = (A * P - P * acb_mat(J)).entries()
        yield satisfied("", all(x.contains(0) for x in difference), text="A P − P J is not 0")
        yield satisfied("", not P.det().contains(0), text="P is not invertible")


def _ball(centre: Fraction, radius: Fraction) -> arb:
    """The ball, a little wider where its radius is rounded."""
    return arb(arb(fmpq(centre.numerator, centre.denominator)), arb(fmpq(radius.numerator, radius.denominator)).upper())


def _horner(coefficients: Sequence[acb], z: acb) -> acb:
    total = acb(0)
    for c in reversed(coefficients):
        total = total * z + c
    return total


def _balls(M: DyadicMatrix) -> acb_mat:
    unit = acb(power_of_two(M.exponent))
    entries = [acb(x, y) * unit for x, y in zip(M.real, M.imag or (0,) * len(M.real), strict=True)]
    return acb_mat(*M.shape, entries)


def _charpoly(known: KnownMatrix, system: Eigensystem) -> Iterator[Decision]:
    """The coefficients of the characteristic polynomial: by traces of powers, and by SymPy where n is small."""
    n = known.dimension
    poly = system.charpoly.poly.all_coeffs()
    found = [tuple(map(Rational, c.as_real_imag())) for c in poly]
    exact = [
        tuple(Rational(int(part.p), int(part.q)) * (-1) ** k for part in pair)
        for k, pair in enumerate(characteristic(known.matrix))
    ]
    yield satisfied("", found == exact, text=f"the coefficients are {found}, and must be {exact}")
    if 0 < n <= SMALL:
        theirs = _sympy(known.matrix).charpoly(Symbol("x")).all_coeffs()
        yield satisfied("", list(theirs) == list(poly), text=f"SymPy has {theirs}")


def _sympy(M: DyadicMatrix) -> Matrix:
    unit = Integer(2) ** M.exponent
    imag = M.imag or (0,) * len(M.real)
    return Matrix(*M.shape, [(x + y * I) * unit for x, y in zip(M.real, imag, strict=True)])


def _rank(known: KnownMatrix, system: Eigensystem) -> Iterator[Decision]:
    """Rank A = n − dim ker A, and rank Aⁿ = n − (algebraic multiplicity of 0); equal only where 0 is not defective."""
    A, n = known.matrix, known.dimension
    factor = 1 if A.is_real else 2
    rank = int(embedded(A).rank()) // factor
    power = embedded(A)
    for _ in range(max(n - 1, 0).bit_length()):
        power *= power
    stable = int(power.rank()) // factor
    blocks = _structure(system).get((Fraction(0), Fraction(0)), ())
    yield equal("", system.rank, rank, text=f"the rank was found to be {system.rank}, and is {rank}")
    yield equal("", n - len(blocks), rank, text=f"0 has {len(blocks)} blocks, and the rank is {rank}")
    yield equal("", n - sum(blocks), stable, text=f"0 has multiplicity {sum(blocks)}, and rank Aⁿ = {stable}")


EXACT_LAWS: Mapping[str, Callable[[KnownMatrix, Eigensystem], Iterator[Decision]]] = {
    "exact-spectrum": _spectrum,
    "exact-chains": _chains,
    "exact-charpoly": _charpoly,
    "exact-rank": _rank,
}
