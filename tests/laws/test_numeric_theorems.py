"""The mathematics that numeric routines are judged by: bounds hold for every small perturbation, and are not vacuous.

A perturbation E is made with ‖D⁻¹ED‖ just below δ, in one of the coordinates D in which it may be, and the eigenvalues
of A + E are computed with hundreds of digits: what a routine with this backward error returns. All laws must accept
them in these coordinates, and refuse what belongs to a perturbation that is some times as large. Eigenvalues, singular
values, projectors and ranks come from FLINT here, not from the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from flint import acb, acb_mat, arb, ctx, fmpq, fmpz_mat
from hypothesis import given, settings
from hypothesis import strategies as st

from symeig.numeric import hermitian_matrices, known_matrices
from symeig.numeric.computation import Computation, Coordinates
from symeig.numeric.contracts import Contract, NonFinite
from symeig.numeric.decisions import Decision
from symeig.numeric.discs import Disc
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.families import FAMILIES
from symeig.numeric.formats import format_of
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.laws import LAWS
from symeig.numeric.laws.counting import rank as rank_law
from symeig.numeric.laws.pairs import is_positive_definite
from symeig.numeric.outcomes import Raised, Returned
from symeig.numeric.probes import judge_probe, probes
from symeig.numeric.rationals import fraction, nearest, root_above, root_below
from symeig.numeric.spectra import SpectralPart

of = DyadicMatrix.of

# Binary digits of eigenvalues, and of the balls that they are searched in at first.
DIGITS = 200
BITS = 300

# Large Jordan blocks need many.
ITERATIONS = 5000

# What is left between a perturbation and δ, so that errors of 2⁻²⁰⁰ do not matter.
ROOM = 1 - fmpq(1, 2**40)

EXAMPLES = settings(max_examples=max(1, settings().max_examples // 2))


# --- high precision ---------------------------------------------------------------------------------------------------


def balls(M: DyadicMatrix) -> acb_mat:
    """The matrix in complex balls."""
    unit = acb(power_of_two(M.exponent))
    imag = M.imag or (0,) * len(M.real)
    return acb_mat(*M.shape, [acb(x, y) * unit for x, y in zip(M.real, imag, strict=True)])


def dyadic(numbers: Sequence[acb], shape: tuple[int, int]) -> DyadicMatrix:
    """The midpoints, rounded to `DIGITS` digits each."""
    parts = []
    for x in (part for z in numbers for part in (z.real, z.imag)):
        m, e = map(int, arb(x).mid().man_exp())
        excess = max(0, m.bit_length() - DIGITS)
        parts.append((m >> excess, e + excess))
    low = min((e for m, e in parts if m), default=0)
    integers = tuple(m << (e - low) if m else 0 for m, e in parts)
    imag = integers[1::2]
    return DyadicMatrix(shape, integers[::2], imag if any(imag) else (), low)


def eigenpairs(M: DyadicMatrix) -> tuple[DyadicMatrix, DyadicMatrix, DyadicMatrix]:
    """Eigenvalues, right and left eigenvectors; the characteristic polynomial has the values as its roots."""
    n = M.shape[0]
    for bits in (BITS, 500, 900):
        with ctx.workprec(bits):
            A = balls(M)
            values, left, right = A.eig(left=True, right=True, algorithm="approx", maxiter=ITERATIONS)
            product = [acb(1)]
            for z in values:
                product = [a - z * b for a, b in zip([*product, acb(0)], [acb(0), *product], strict=True)]
            exact = A.charpoly().coeffs()[::-1]
            enough = arb(2) ** -DIGITS
            # Where the iteration has not converged, another precision helps.
            if all(abs(a - b).mid() < enough * 8**n for a, b in zip(product, exact, strict=True)):
                adjoint = left.conjugate().transpose()
                vectors = (dyadic(V.entries(), (n, n)) for V in (right, adjoint))
                return dyadic(values, (1, n)), *vectors
    msg = "FLINT finds no eigenvalues"
    raise AssertionError(msg)


def smallest_singular_value(B: DyadicMatrix, z: acb) -> arb:
    """Of B − z, by the eigenvalues of (B − z)ᴴ(B − z)."""
    n = B.shape[0]
    M = balls(B) - acb_mat(n, n, [z if i == j else 0 for i in range(n) for j in range(n)])
    squares = (M.conjugate().transpose() * M).eig(algorithm="approx", maxiter=ITERATIONS)
    smallest: arb = min((abs(x).mid() for x in squares), key=float).sqrt().mid()
    return smallest


def points(disc: Disc, count: int = 8) -> Iterator[acb]:
    """Points on the circle of a disc."""
    for k in range(count):
        yield acb(arb(disc.real), arb(disc.imag)) + arb(disc.radius) * acb(arb(2 * k) / count).exp_pi_i()


# --- perturbations ----------------------------------------------------------------------------------------------------


def fitted(X: DyadicMatrix, bound: fmpq) -> DyadicMatrix:
    """The matrix tX with t > 0 dyadic and a Frobenius norm just below the bound."""
    t = fraction(bound / root_above(X.norm2))
    k = 64 - (t.numerator.bit_length() - t.denominator.bit_length())
    m = int(t * Fraction(2) ** k)
    return DyadicMatrix(X.shape, tuple(m * x for x in X.real), tuple(m * y for y in X.imag), X.exponent - k)


def outer(u: DyadicMatrix, v: DyadicMatrix) -> DyadicMatrix:
    """U vᴴ."""
    return u @ v.H


def column(draw: st.DrawFn, n: int, most: int) -> DyadicMatrix:
    """A column that is not 0; with imaginary parts up to `most`."""
    entry = st.tuples(st.integers(-9, 9), st.integers(-most, most))
    first, *others = draw(st.lists(entry, min_size=n, max_size=n))
    return of([[first if any((*first, *(x for z in others for x in z))) else (1, 0)], *([z] for z in others)])


def towards_the_boundary(draw: st.DrawFn, coordinates: Coordinates) -> DyadicMatrix | None:
    """−σuvᴴ for the smallest singular value of B − z, z near the circle of a disc: then z is an eigenvalue of B + E."""
    disc = draw(st.sampled_from(coordinates.discs))
    factor = draw(st.sampled_from((1, -1, 1j, -1j, 0.6 + 0.8j, 0.9, 0.5)))
    z = complex(nearest(disc.real), nearest(disc.imag)) + nearest(disc.radius) * factor
    B = coordinates.B.approximate()
    U, _, Vh = np.linalg.svd(B - z * np.eye(len(B)))
    return rounded(-np.outer(U[:, -1], Vh[-1]))


def along_the_gradient(draw: st.DrawFn, coordinates: Coordinates) -> DyadicMatrix | None:
    """The conjugate transpose of a spectral projector: the direction in which a simple eigenvalue moves most."""
    w, V = np.linalg.eig(coordinates.B.approximate())
    k = draw(st.integers(0, len(w) - 1))
    # Where there is no basis of eigenvectors, any direction is one to try.
    W = np.linalg.pinv(V)
    return rounded(np.outer(W[k].conj(), V[:, k].conj()))


def rounded(X: np.ndarray) -> DyadicMatrix | None:
    """The matrix with 40 digits; None for zeros."""
    largest = abs(X).max()
    return DyadicMatrix.from_array(np.round(X / largest * 2.0**40)) if largest > 0 and np.isfinite(largest) else None


def directions(draw: st.DrawFn, coordinates: Coordinates) -> list[DyadicMatrix]:
    """Matrices that may be scaled to a perturbation: dense, of rank one, structured, and such that do the most."""
    n = coordinates.computation.n
    place = draw(st.integers(0, n * n - 1))
    found = [
        DyadicMatrix.identity(n),
        DyadicMatrix((n, n), tuple(int(k == place) for k in range(n * n))),
        outer(column(draw, n, 9), column(draw, n, 9)),
        outer(column(draw, n, 0), column(draw, n, 0)) + DyadicMatrix.identity(n),
        towards_the_boundary(draw, coordinates),
        along_the_gradient(draw, coordinates),
    ]
    return [X for X in found if X is not None and not X.is_zero]


def hermitian_directions(draw: st.DrawFn, coordinates: Coordinates) -> list[DyadicMatrix]:
    """Hermitian ones."""
    n = coordinates.computation.n
    u, v = column(draw, n, 9), column(draw, n, 9)
    w, V = np.linalg.eigh(coordinates.B.approximate())
    k = draw(st.integers(0, len(w) - 1))
    along = rounded(np.outer(V[:, k], V[:, k].conj()))
    assert along is not None
    found = [DyadicMatrix.identity(n), outer(u, u), -outer(v, v), outer(u, v) + outer(v, u), along + along.H]
    return [X for X in found if not X.is_zero]


def prepared(A: KnownMatrix, dtype: str, **promises: Any) -> Computation:
    """A computation in which nothing has come back yet."""
    M, unit = A.matrix, A.matrix.size
    zeros = DyadicMatrix((1, M.shape[0]), (0,) * M.shape[0])
    return Computation(M.scaled(-unit), unit, zeros, None, None, format_of(dtype), Contract(**promises), A)


def perturbed(coordinates: Coordinates, X: DyadicMatrix, times: int | fmpq = 1) -> DyadicMatrix:
    """A + E with D⁻¹ED in a direction and of norm times·δ."""
    bound = coordinates.delta * ROOM * times
    if not bound:
        return coordinates.computation.A
    E = fitted(X, bound)
    assert E.norm2 <= bound**2
    assert E.norm2 >= bound**2 * (1 - fmpq(1, 2**30))
    return coordinates.computation.A + E.balanced([-p for p in coordinates.powers])


def returning(
    coordinates: Coordinates,
    values: DyadicMatrix,
    vectors: DyadicMatrix | None = None,
    left: DyadicMatrix | None = None,
) -> Computation:
    """The computation that returned these, judged in these coordinates alone."""
    found = replace(coordinates.computation, values=values, vectors=vectors, left=left)
    found.__dict__["coordinates"] = (Coordinates(found, coordinates.powers),)
    return found


def decisions(computation: Computation) -> list[Decision]:
    """All laws that apply, decided."""
    laws = [law for law in LAWS if law.promised(computation.contract) and law.applies(computation)]
    return [d for law in laws for d in law.decide(computation)]


def broken(computation: Computation) -> set[str]:
    """The names of the laws that do not hold."""
    return {d.law for d in decisions(computation) if not d.holds}


def real(values: DyadicMatrix) -> DyadicMatrix:
    """Their real parts."""
    return DyadicMatrix(values.shape, values.real, (), values.exponent)


# --- soundness --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float64", "float32", "complex64", "longdouble", "float16"])
@given(data=st.data())
def test_laws_of_values_accept_every_small_perturbation(dtype: str, data: st.DataObject) -> None:
    """Trace, membership, multiplicities, rank, means, product, coefficients: in the coordinates of the perturbation."""
    A = data.draw(known_matrices(dtype, min_size=1, max_size=5))
    for coordinates in prepared(A, dtype, kind="eigvals").coordinates:
        for X in directions(data.draw, coordinates):
            values, *_ = eigenpairs(perturbed(coordinates, X))
            assert broken(returning(coordinates, values)) == set()


@pytest.mark.parametrize("dtype", ["float64", "complex64"])
@given(data=st.data())
def test_laws_of_hermitian_values_accept_every_small_hermitian_perturbation(dtype: str, data: st.DataObject) -> None:
    """Weyl, Hoffman and Wielandt."""
    A = data.draw(hermitian_matrices(dtype, min_size=1, max_size=5))
    (coordinates,) = prepared(A, dtype, kind="eigvalsh").coordinates
    for X in hermitian_directions(data.draw, coordinates):
        M = perturbed(coordinates, X)
        assert M.is_hermitian
        values, *_ = eigenpairs(M)
        assert broken(returning(coordinates, real(values))) == set()


@given(data=st.data())
def test_laws_of_pairs_accept_every_small_perturbation(data: st.DataObject) -> None:
    """Right and left eigenvectors of A + E, of any length."""
    A = data.draw(known_matrices("float32", min_size=1, max_size=4))
    for coordinates in prepared(A, "float32", kind="eig", left=True).coordinates:
        for X in directions(data.draw, coordinates):
            values, right, left = eigenpairs(perturbed(coordinates, X))
            k = data.draw(st.integers(-99, 99))
            assert broken(returning(coordinates, values, right.scaled(k), left.scaled(-k))) == set()


@settings(max_examples=5)
@given(data=st.data())
def test_laws_of_large_matrices_accept_every_small_perturbation(data: st.DataObject) -> None:
    """Sums of powers, and the product."""
    small = data.draw(known_matrices("float32", min_size=2, max_size=4, families=["jordan", "rotations", "nilpotent"]))
    A = replace(small, summands=small.summands * (12 // small.dimension + 1), order=(), grading=())
    (coordinates, *_) = prepared(A, "float32", kind="eigvals").coordinates
    assert coordinates.computation.n > 12
    for X in directions(data.draw, coordinates)[::2]:
        values, *_ = eigenpairs(perturbed(coordinates, X))
        found = returning(coordinates, values)
        assert "power-sums" in {d.law for d in decisions(found)}
        assert broken(found) == set()


@pytest.mark.parametrize("n", [5, 8, 12])
@pytest.mark.parametrize("sign", [1, -1])
def test_coefficients_accept_a_shift_of_the_identity(n: int, sign: int) -> None:
    """Exactly at the bound of δ: all binomial coefficients move, and none too far."""
    A = KnownMatrix("test", (Summand.solved(DyadicMatrix.identity(n)),))
    (coordinates,) = prepared(A, "float64", kind="eigvals").coordinates
    t = sign * root_below(coordinates.delta**2 / n)
    values = DyadicMatrix((1, n), (int(t.q) + int(t.p),) * n, (), -(int(t.q).bit_length() - 1))
    assert broken(returning(coordinates, values)) == set()


# --- tightness --------------------------------------------------------------------------------------------------------

# Matrices whose eigenvalues are no clusters of the size of δ.
PLAIN = ["jordan", "derogatory", "rotations", "integer-spectrum", "hermitian", "normal", "nilpotent", "irrational"]


def plain_matrices() -> st.SearchStrategy[KnownMatrix]:
    """Of no special scale, and not 0, for which no perturbation is allowed."""
    some = known_matrices("float64", min_size=1, max_size=5, families=PLAIN)
    return some.filter(lambda A: not A.matrix.is_zero)


@EXAMPLES
@given(A=plain_matrices())
def test_trace_refuses_twice_the_perturbation(A: KnownMatrix) -> None:
    """A shift of all eigenvalues by 2δ/√n."""
    loosest = max(prepared(A, "float64", kind="eigvals").coordinates, key=lambda c: nearest(c.delta))
    values, *_ = eigenpairs(perturbed(loosest, DyadicMatrix.identity(A.dimension), 2))
    assert "trace" in broken(replace(loosest.computation, values=values))


@EXAMPLES
@given(A=plain_matrices())
def test_residual_refuses_twice_the_perturbation(A: KnownMatrix) -> None:
    """Of rank one, along the vector itself."""
    (coordinates,) = prepared(A, "float64", kind="eig", balancing=False).coordinates
    n = A.dimension
    values, right, _ = eigenpairs(coordinates.computation.A)
    with ctx.workprec(BITS):
        moved = values + dyadic([acb(2 * coordinates.delta)] * n, (1, n))
    ratios = [d.ratio for d in decisions(returning(coordinates, moved, right)) if d.law == "residual"]
    assert ratios == pytest.approx([2.0] * n)


@EXAMPLES
@given(A=hermitian_matrices("complex64", min_size=1, max_size=5), sign=st.sampled_from((1, -1)))
def test_hermitian_values_refuse_a_little_more_than_the_perturbation(A: KnownMatrix, sign: int) -> None:
    """A shift of all eigenvalues by 1.01δ/√n, for all matrices but 0."""
    if A.matrix.is_zero:
        return
    (coordinates,) = prepared(A, "complex64", kind="eigvalsh").coordinates
    X = DyadicMatrix.identity(A.dimension)
    values, *_ = eigenpairs(perturbed(coordinates, X if sign > 0 else -X, fmpq(101, 100)))
    assert "hermitian-values" in broken(returning(coordinates, real(values)))


@EXAMPLES
@given(A=plain_matrices())
def test_discs_are_hardly_larger_than_what_they_must_hold(A: KnownMatrix) -> None:
    """On each circle is an eigenvalue of some A + E, ‖E‖ ≤ 4δ: beyond it, multiplicities and membership are broken."""
    for coordinates in prepared(A, "float64", kind="eigvals").coordinates:
        for disc in coordinates.discs:
            with ctx.workprec(BITS):
                nearest_point = min(float(smallest_singular_value(coordinates.B, z)) for z in points(disc))
            assert nearest_point <= 4 * nearest(coordinates.delta)


@EXAMPLES
@given(A=plain_matrices())
def test_multiplicities_refuse_a_moderate_perturbation(A: KnownMatrix) -> None:
    """One of at most 5δ that carries an eigenvalue just out of each disc."""
    (coordinates,) = prepared(A, "float64", kind="eigvals", balancing=False).coordinates
    B = coordinates.B.approximate()
    for disc in coordinates.discs:
        wider = replace(disc, radius=disc.radius * fmpq(9, 8))
        found = []
        for z in map(complex, points(wider)):
            U, s, Vh = np.linalg.svd(B - z * np.eye(len(B)))
            found.append((s[-1], rounded(-np.outer(U[:, -1], Vh[-1]))))
        size, X = min(found, key=lambda pair: pair[0])
        assert X is not None
        # Where doubles do not tell, a little more carries it far enough.
        times = fmpq(*max(size / nearest(coordinates.delta), 1.0).as_integer_ratio()) * fmpq(5, 4)
        assert times <= 5
        values, *_ = eigenpairs(perturbed(coordinates, X, times))
        laws = broken(returning(coordinates, values))
        assert "multiplicities" in laws
        if any(coordinates.resolvent.terms[k].is_zero for k in disc.members) and len(disc.members) == 1:
            assert "rank" in laws


@EXAMPLES
@given(A=plain_matrices())
def test_means_refuse_a_few_times_the_perturbation(A: KnownMatrix) -> None:
    """The eigenvalues of a disc that is far wider than that, all of them moved by 10·Σ‖P‖·δ."""
    (coordinates,) = prepared(A, "float64", kind="eigvals", balancing=False).coordinates
    n, terms = A.dimension, coordinates.resolvent.terms
    values, *_ = eigenpairs(coordinates.computation.A)
    for disc in coordinates.discs:
        shift = 10 * sum((terms[k].norms[0] for k in disc.members), fmpq(0)) * coordinates.delta
        if shift > disc.radius / 2:
            continue
        inside = [disc.holds(*z) for z in replace(coordinates.computation, values=values).pairs]
        with ctx.workprec(BITS):
            moves = dyadic([acb(shift * k) for k in inside], (1, n))
        found = returning(coordinates, values + moves)
        assert {"cluster-means", "multiplicities"} & broken(found) == {"cluster-means"}


@EXAMPLES
@given(A=plain_matrices(), times=st.sampled_from((100, 10**6)))
def test_product_refuses_a_moderate_perturbation(A: KnownMatrix, times: int) -> None:
    """Along the last singular vectors: of at most 100 times δ."""
    n = A.dimension
    (coordinates,) = prepared(A, "float64", kind="eigvals", balancing=False).coordinates
    U, s, Vh = np.linalg.svd(coordinates.B.approximate())
    if n < 2 or (n > 1 and s[-2] <= 1e-12):
        # With two singular values 0 the determinant moves with δ² alone.
        return
    X = rounded(np.outer(U[:, -1], Vh[-1]))
    assert X is not None
    values, *_ = eigenpairs(perturbed(coordinates, X, times))
    assert "product" in broken(returning(coordinates, values))


@pytest.mark.parametrize(
    ("law", "A", "times"),
    [
        ("trace", [[1, 2], [3, 4]], 2),
        ("membership", [[1, 2], [2, 1]], 3),
        ("membership", [[5, 1], [0, 3]], 20),
        ("product", [[1, 2], [3, 4]], 3),
        ("coefficients", [[1, 2, 3], [4, 5, 6], [7, 8, 9]], 4),
        ("coefficients", [[1, 0, 0], [0, 1, 0], [0, 0, 1]], 4),
        ("coefficients", [[2 * (i == j) + 1 for j in range(12)] for i in range(12)], 40),
        ("power-sums", [[int(i == j) for j in range(13)] for i in range(13)], 100),
        ("power-sums", [[(i * j) % 3 for j in range(14)] for i in range(14)], 100),
    ],
)
def test_bounds_are_broken_by_moderate_perturbations(law: str, A: list, times: int) -> None:
    """A shift by a few times δ; for sums of powers by a hundred times."""
    known = KnownMatrix("test", (Summand.solved(A),))
    (coordinates,) = prepared(known, "float64", kind="eigvals", balancing=False).coordinates
    values, *_ = eigenpairs(perturbed(coordinates, DyadicMatrix.identity(len(A)), times))
    assert law in broken(returning(coordinates, values))


# --- discs ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float64", "complex64", "longdouble", "float16"])
@EXAMPLES
@given(data=st.data())
def test_resolvent_is_small_on_certified_circles(dtype: str, data: st.DataObject) -> None:
    """‖(z − B)⁻¹‖δ < 1, so no eigenvalue of any matrix within δ lies there."""
    A = data.draw(known_matrices(dtype, min_size=1, max_size=5))
    for coordinates in prepared(A, dtype, kind="eigvals").coordinates:
        for disc in coordinates.discs:
            with ctx.workprec(BITS):
                assert all(smallest_singular_value(coordinates.B, z) > arb(coordinates.delta) for z in points(disc))


@pytest.mark.parametrize("dtype", ["float64", "complex64", "longdouble", "float16"])
@given(data=st.data())
def test_discs_are_disjoint_and_hold_all_eigenvalues(dtype: str, data: st.DataObject) -> None:
    """Each as often as its multiplicity; decided exactly."""
    A = data.draw(known_matrices(dtype, min_size=1, max_size=8))
    computation = prepared(A, dtype, kind="eigvals")
    for coordinates in computation.coordinates:
        discs = coordinates.discs
        counts = [0] * len(discs)
        for x, y, radius, multiplicity in computation.truth:
            inside = [
                k for k, d in enumerate(discs) if root_above((x - d.real) ** 2 + (y - d.imag) ** 2) + radius < d.radius
            ]
            (k,) = inside
            counts[k] += multiplicity
        assert counts == [d.multiplicity for d in discs]
        assert sum(counts) == A.dimension
        for i, a in enumerate(discs):
            for b in discs[:i]:
                assert root_below((a.real - b.real) ** 2 + (a.imag - b.imag) ** 2) > a.radius + b.radius


# --- what is known of a matrix ----------------------------------------------------------------------------------------

SMALL_FAMILIES = sorted(set(FAMILIES) - {"poison", "sizes", "scales", "clusters", "badly-scaled", "stacks"})


def summands(dtype: str = "complex64", families: Sequence[str] = SMALL_FAMILIES) -> st.SearchStrategy[Summand]:
    """Of drawn matrices, of size 1 to 4."""
    some = known_matrices(dtype, min_size=1, max_size=4, families=families)
    return some.flatmap(lambda A: st.sampled_from([s for s in A.summands if s.dimension]))


def contour_integrals(M: DyadicMatrix, part: SpectralPart, radius: arb, count: int) -> list[acb_mat]:
    """Nᵏ for k = 0, 1, …, by the trapezoidal rule on a circle around an eigenvalue."""
    n = M.shape[0]
    powers = [acb_mat(n, n, [0] * n * n) for _ in part.blocks[:1] * part.blocks[0]]
    for j in range(count):
        w = radius * acb(arb(2 * j) / count).exp_pi_i()
        z = acb(arb(part.real), arb(part.imag)) + w
        R = (acb_mat(n, n, [z if a == b else 0 for a in range(n) for b in range(n)]) - balls(M)).inv()
        for k in range(len(powers)):
            powers[k] += R * (w ** (k + 1) / count)
    return powers


@EXAMPLES
@given(summand=summands())
def test_projectors_and_nilpotents_are_contour_integrals_of_the_resolvent(summand: Summand) -> None:
    """Their sizes, entry by entry: bounds from above, within a millionth."""
    parts = summand.spectrum.parts
    for part in parts:
        others = [q for q in parts if q is not part]
        with ctx.workprec(BITS):
            centre = acb(arb(part.real), arb(part.imag))
            gaps = [abs(acb(arb(q.real), arb(q.imag)) - centre).mid() for q in others]
            radius = min(gaps, key=float, default=arb(1)) / 3
            integrals = contour_integrals(summand.matrix, part, radius, 64)
            for moduli, N in zip(part.moduli, integrals, strict=True):
                found = [arb(z.real.mid() ** 2 + z.imag.mid() ** 2) for z in N.entries()]
                slack = max(found, key=float) * arb(2) ** -50 + arb(2) ** -100
                for bound, square in zip(moduli, found, strict=True):
                    assert square <= arb(bound) + slack
                    assert arb(bound) <= square * (1 + arb(2) ** -20) + slack


@EXAMPLES
@given(summand=summands(families=["jordan", "derogatory", "nilpotent", "integer-spectrum", "hermitian", "rotations"]))
def test_planted_spectra_are_those_that_the_engine_finds(summand: Summand) -> None:
    """Eigenvalues, block sizes, and norms up to rounding upwards."""
    planted = summand.spectrum.parts
    solved = Summand.solved(summand.matrix).spectrum.parts
    assert len(planted) == len(solved)
    for part in planted:
        (same,) = [
            q for q in solved if (q.real - part.real) ** 2 + (q.imag - part.imag) ** 2 <= (q.radius + part.radius) ** 2
        ]
        assert same.blocks == part.blocks
        assert same.is_zero == part.is_zero
        for one, other in zip(part.norms2(), same.norms2(), strict=True):
            assert abs(one - other) <= one * fmpq(1, 2**20) + fmpq(1, 2**200)


# --- the rank ---------------------------------------------------------------------------------------------------------


def embedded(M: DyadicMatrix) -> fmpz_mat:
    """[[X, −Y], [Y, X]], of twice the rank."""
    above = zip(M.X.tolist(), (-M.Y).tolist(), strict=True)
    below = zip(M.Y.tolist(), M.X.tolist(), strict=True)
    return fmpz_mat([[*a, *b] for part in (above, below) for a, b in part])


def rank_of(M: fmpz_mat) -> int:
    """That of the complex matrix."""
    return int(M.rank()) // 2


def shifted(M: DyadicMatrix, part: SpectralPart) -> DyadicMatrix:
    """A − λ for a Gaussian integer λ."""
    return M - DyadicMatrix.identity(M.shape[0]).times_columns(of([[(int(part.real), int(part.imag))] * M.shape[0]]))


@given(summand=summands())
def test_rank_is_that_of_the_blocks_of_zero(summand: Summand) -> None:
    """Rank A = n − g, rank Aⁿ = n − a, rank A ≥ n − a; equal where rank A = rank A², and g > 0 where det A = 0."""
    A, n = embedded(summand.matrix), summand.dimension
    blocks = [k for part in summand.spectrum.parts if part.is_zero for k in part.blocks]
    g, a = len(blocks), sum(blocks)
    assert rank_of(A) == n - g
    assert rank_of(A**n) == n - a
    assert rank_of(A) >= n - a
    assert (rank_of(A) == n - a) == (rank_of(A) == rank_of(A * A))
    assert (int(A.det()) == 0) == (g > 0)
    if max(blocks, default=1) == 1:
        assert rank_of(A) == n - a


@given(summand=summands())
def test_rank_of_a_shift_is_that_of_the_blocks(summand: Summand) -> None:
    """rank(A − λ) = n − g(λ), and rank (A − λ)ᵏ says how many blocks have at least k rows."""
    n = summand.dimension
    for part in summand.spectrum.parts:
        if part.radius:
            continue
        A = embedded(shifted(summand.matrix, part))
        ranks = [n] + [rank_of(A**k) for k in range(1, n + 2)]
        sizes = [sum(b >= k for b in part.blocks) for k in range(1, n + 2)]
        assert [before - after for before, after in pairwise(ranks)] == sizes


@given(A=known_matrices("complex64", min_size=1, max_size=5, hermitian=True))
def test_rank_of_a_hermitian_matrix_is_the_number_of_nonzero_eigenvalues(A: KnownMatrix) -> None:
    """0 has no larger blocks there."""
    zeros = sum(part.multiplicity for s in A.summands for part in s.spectrum.parts if part.is_zero)
    assert rank_of(embedded(A.matrix)) == A.dimension - zeros


@given(A=known_matrices("float64", min_size=1, max_size=5, families=SMALL_FAMILIES))
def test_rank_law_expects_the_rank_of_the_power(A: KnownMatrix) -> None:
    """The number of eigenvalues outside the disc of 0 is rank Aⁿ, whether that is rank A or not."""
    computation = prepared(A, "float64", kind="eigvals")
    values, *_ = eigenpairs(computation.A)
    found = list(rank_law(replace(computation, values=values)))
    zeros = [t for t in computation.coordinates[0].resolvent.terms if t.is_zero]
    assert len(found) <= 1
    assert bool(zeros) or not found
    for d in found:
        assert d.holds
        assert d.text.endswith(f"rank Aⁿ = {rank_of(embedded(A.matrix) ** A.dimension)}")


def test_number_of_nonzero_eigenvalues_is_not_the_rank() -> None:
    """[[0, 1], [0, 0]] has rank 1 and no eigenvalue but 0: what is computed for it may be ±10⁻⁸."""
    A = KnownMatrix("test", (Summand.solved([[0, 1], [0, 0]]),))
    assert rank_of(embedded(A.matrix)) == 1
    (coordinates,) = prepared(A, "float64", kind="eigvals").coordinates
    values, *_ = eigenpairs(perturbed(coordinates, of([[0, 0], [1, 0]])))
    assert all(abs(x.real.mid()) > 1e-8 for x in balls(values).entries())
    (decision,) = rank_law(returning(coordinates, values))
    assert decision.holds
    assert decision.text.startswith("0 eigenvalues lie outside")


# --- positive definite ------------------------------------------------------------------------------------------------


def determinant(rows: list[list[tuple[Fraction, Fraction]]]) -> tuple[Fraction, Fraction]:
    """Of complex fractions, along the first row."""
    if not rows:
        return Fraction(1), Fraction(0)
    x, y = Fraction(0), Fraction(0)
    for j, (a, b) in enumerate(rows[0]):
        c, d = determinant([row[:j] + row[j + 1 :] for row in rows[1:]])
        x, y = x + (-1) ** j * (a * c - b * d), y + (-1) ** j * (a * d + b * c)
    return x, y


@given(data=st.data())
def test_positive_definite_is_what_leading_minors_say(data: st.DataObject) -> None:
    """Sylvester; for Gram matrices as well, which are often singular, shifted by their own diagonal or not."""
    n = data.draw(st.integers(1, 4))
    entries = st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=n * n, max_size=n * n)
    drawn = data.draw(entries)
    M = of([[drawn[i * n + j] for j in range(n)] for i in range(n)], data.draw(st.integers(-3, 3)))
    H = data.draw(st.sampled_from((M.H @ M, M + M.H, M.H @ M + DyadicMatrix.identity(n))))
    shift = data.draw(st.fractions(-2, 4, max_denominator=9) | st.just(Fraction(0)) | st.just(H.entry(0, 0)[0]))
    rows = [[H.entry(i, j) for j in range(n)] for i in range(n)]
    for i in range(n):
        rows[i][i] = rows[i][i][0] - shift, rows[i][i][1]
    minors = [determinant([row[:k] for row in rows[:k]]) for k in range(1, n + 1)]
    assert all(y == 0 for _, y in minors)
    expected = all(x > 0 for x, _ in minors)
    assert is_positive_definite(H, fmpq(shift.numerator, shift.denominator)) is expected


@given(data=st.data())
def test_membership_is_decided_at_the_smallest_singular_value(data: st.DataObject) -> None:
    """MᴴM − σ² is positive definite a little below σₘᵢₙ, and not a little above."""
    n = data.draw(st.integers(1, 4))
    entries = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=n * n, max_size=n * n)
    drawn = data.draw(entries)
    M = of([[drawn[i * n + j] for j in range(n)] for i in range(n)])
    with ctx.workprec(BITS):
        m, e = smallest_singular_value(M, acb(0)).man_exp()
    square = (fmpq(m) * power_of_two(int(e))) ** 2
    gap = fmpq(1, 2**80)
    assert is_positive_definite(M.H @ M, square * (1 - gap) - gap)
    assert not is_positive_definite(M.H @ M, square * (1 + gap) + gap)


# --- inputs that are no matrices --------------------------------------------------------------------------------------


@given(
    numbers=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=4),
    nonfinite=st.sampled_from(("raise", "nan", "either")),
    data=st.data(),
)
def test_finite_answer_for_a_matrix_with_nan_is_a_finding(
    numbers: list[float], nonfinite: NonFinite, data: st.DataObject
) -> None:
    """Whatever it is; an exception or NaN is none by default."""
    contract = Contract("eigvals", nonfinite=nonfinite)
    given_ones = [p for p in probes(contract, "float64") if p.law == "non-finite-input"]
    probe = data.draw(st.sampled_from(given_ones))
    decision = judge_probe(probe, Returned(np.array(numbers)), contract)
    assert decision is not None
    assert not decision.holds
    for outcome in (Raised("LinAlgError", "no"), Returned(np.full(len(numbers), np.nan))):
        usual = judge_probe(probe, outcome, Contract("eigvals"))
        assert usual is not None
        assert usual.holds
