r"""Laws of single eigenvalues and eigenvectors.

(μ, v) is an exact eigenpair of A + E for an E with ‖E‖ = ‖Av − μv‖/‖v‖, and for none smaller; μ alone is an eigenvalue
of such an A + E with ‖E‖ ≤ d exactly where σₘᵢₙ(A − μ) ≤ d.

References:
    Kahan, W., Parlett, B. N., Jiang, E.: Residual bounds on approximate eigensystems of nonnormal matrices. SIAM J.
    Numer. Anal. 19 (1982) 470–484. Trefethen, L. N., Embree, M.: Spectra and pseudospectra, §2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from flint import acb, acb_mat, arb, ctx, fmpq, fmpz_mat

from symeig.numeric.computation import Computation, Coordinates
from symeig.numeric.decisions import Decision, at_most, satisfied
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.laws.law import best

__all__ = [
    "embedded",
    "is_positive_definite",
    "left_residual",
    "membership",
    "nonzero_vectors",
    "residual",
    "unit_vectors",
]

# Binary digits of a vector that is searched for, and those beyond that the search works with.
VECTOR_DIGITS = 64
GUARD = 128


def nonzero_vectors(computation: Computation) -> Iterator[Decision]:
    """Whether each eigenvector is one: 0 is none."""
    for side, V in _sides(computation):
        for j, norm in enumerate(V.column_norms2()):
            yield satisfied("nonzero-vectors", bool(norm), place=f"{side} {j + 1}", text="the vector is 0")


def unit_vectors(computation: Computation) -> Iterator[Decision]:
    """Whether the vectors have length 1: |‖v‖² − 1| ≤ 2c·n·ε."""
    for side, V in _sides(computation):
        for j, norm in enumerate(V.column_norms2()):
            yield at_most("unit-vectors", abs(norm - 1), 2 * computation.precision, place=f"{side} {j + 1}")


def _sides(computation: Computation) -> Iterator[tuple[str, DyadicMatrix]]:
    if computation.vectors is not None:
        yield "vector", computation.vectors
    if computation.left is not None:
        yield "left vector", computation.left


def residual(computation: Computation) -> Iterator[Decision]:
    """‖D⁻¹(Av − μv)‖ ≤ c·n·ε‖D⁻¹AD‖·‖D⁻¹v‖ for each pair and one of the scalings D."""
    assert computation.vectors is not None  # noqa: S101  (the law applies to routines that return them)
    yield from _residuals("residual", computation, computation.residual, computation.vectors, -1)


def left_residual(computation: Computation) -> Iterator[Decision]:
    """‖D(Aᴴw − μ̄w)‖ ≤ c·n·ε‖D⁻¹AD‖·‖Dw‖ for each pair and one of the scalings D."""
    assert computation.left is not None  # noqa: S101  (the law applies to routines that return them)
    yield from _residuals("left-residual", computation, computation.left_residual, computation.left, 1)


def _residuals(law: str, computation: Computation, R: DyadicMatrix, V: DyadicMatrix, side: int) -> Iterator[Decision]:
    for_each = []
    for c in computation.coordinates:
        powers = [side * p for p in c.powers]
        r, v = (R.rows_scaled(powers), V.rows_scaled(powers)) if any(powers) else (R, V)
        for_each.append((c, r.column_norms2(), v.column_norms2()))
    for j in range(computation.n):
        if not for_each[0][2][j]:
            continue
        decisions = {c.words: at_most(law, r[j], c.delta**2 * v[j], 2, place=f"pair {j + 1}") for c, r, v in for_each}
        words, decision = min(decisions.items(), key=lambda item: item[1].ratio)
        yield replace(decision, coordinates=words)


def membership(computation: Computation) -> Iterator[Decision]:
    """σₘᵢₙ(D⁻¹AD − μ) ≤ δ for all eigenvalues and one D: each is an eigenvalue of a matrix within δ.

    A vector with a small residual proves it. It is searched for in balls and checked exactly; where none is found, the
    question is whether (B − μ)ᴴ(B − μ) − δ² is positive definite, and that is decided by its characteristic polynomial.
    """
    yield from best(computation, lambda c: [_member(c, j) for j in range(computation.n)])


def _member(coordinates: Coordinates, j: int) -> Decision:
    n = coordinates.computation.n
    values = coordinates.computation.values
    shift = DyadicMatrix((n, n), *_diagonal(values, j, n), values.exponent)
    M = coordinates.B - shift
    v = _small_image(M)
    image, size, allowed = (M @ v).norm2, v.norm2, coordinates.delta**2
    decision = at_most("membership", image, allowed * size, 2, place=f"eigenvalue {j + 1}")
    if not decision.holds and not is_positive_definite(M.H @ M, allowed):
        # The vector was not the best one: σₘᵢₙ is δ at most.
        decision = at_most("membership", allowed, allowed, 2, place=f"eigenvalue {j + 1}")
    return decision


def _diagonal(values: DyadicMatrix, j: int, n: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The integers of value j times the identity."""
    real = tuple(values.real[j] if i % (n + 1) == 0 else 0 for i in range(n * n))
    imag = values.imag[j] if values.imag else 0
    return real, tuple(imag if i % (n + 1) == 0 else 0 for i in range(n * n)) if imag else ()


def _small_image(M: DyadicMatrix) -> DyadicMatrix:
    """A vector that M makes nearly as small as it can: two steps of inverse iteration."""
    n = M.shape[0]
    precision = 2 * (max((x.bit_length() for x in (*M.real, *M.imag)), default=0) + GUARD)
    while True:
        with ctx.workprec(precision):
            try:
                inverse = acb_mat(
                    n, n, [acb(x, y) for x, y in zip(M.real, M.imag or (0,) * len(M.real), strict=True)]
                ).inv()
            except ZeroDivisionError:
                kernel, dimension = embedded(M).nullspace()
                if dimension:
                    column = [int(kernel[i, 0]) for i in range(kernel.nrows())]
                    return DyadicMatrix.of([[(column[i], column[n + i] if M.imag else 0)] for i in range(n)])
                precision *= 2
                continue
            columns = inverse.transpose().tolist()
            k = max(range(n), key=lambda k: _logarithm(columns[k]))
            column = acb_mat(n, 1, [z.mid() for z in columns[k]])
            adjoint = acb_mat(n, n, [z.mid().conjugate() for row in columns for z in row])
            return _rounded([z.mid() for z in (inverse * (adjoint * column)).entries()])


def embedded(M: DyadicMatrix) -> fmpz_mat:
    """The integers of a matrix X + iY as the real matrix [[X, −Y], [Y, X]]; X alone where Y = 0."""
    if M.is_real:
        return M.X
    rows = zip(M.X.tolist(), M.Y.tolist(), strict=True)
    above, below = zip(*(([*x, *(-y for y in ys)], [*ys, *x]) for x, ys in rows), strict=True)
    return fmpz_mat([*above, *below])


def _logarithm(column: Sequence[acb]) -> float:
    """The logarithm of the length of a vector, nearly."""
    # Squares by multiplication: the power of a ball around 0 is no number.
    total = sum((z.real * z.real + z.imag * z.imag for z in column), arb(0)).mid()
    return float(total.log()) if total > 0 else -inf


def _rounded(numbers: Sequence[acb]) -> DyadicMatrix:
    """A column of numbers with a common exponent and about `VECTOR_DIGITS` digits for the largest."""
    parts = [arb(p).mid().man_exp() for z in numbers for p in (z.real, z.imag)]
    pairs = [(int(m), int(e)) for m, e in parts]
    top = max((m.bit_length() + e for m, e in pairs if m), default=0)
    low = top - VECTOR_DIGITS
    integers = [m << (e - low) if e >= low else m >> (low - e) for m, e in pairs]
    imag = tuple(integers[1::2])
    return DyadicMatrix((len(numbers), 1), tuple(integers[::2]), imag if any(imag) else ())


def is_positive_definite(H: DyadicMatrix, shift: fmpq) -> bool:
    """Whether H − shift·I is positive definite, for a Hermitian H.

    All roots of its characteristic polynomial are real; they are all positive exactly where the signs of the
    coefficients alternate (Descartes). A complex matrix is written as a real one of twice the size.
    """
    scaled = shift / power_of_two(H.exponent)
    M = embedded(H) * int(scaled.q)
    size = M.nrows()
    M -= fmpz_mat(size, size, [int(scaled.p) * (i % (size + 1) == 0) for i in range(size * size)])
    coefficients = [int(c) for c in M.charpoly().coeffs()][::-1]
    return all(c and (c > 0) == (k % 2 == 0) for k, c in enumerate(coefficients))
