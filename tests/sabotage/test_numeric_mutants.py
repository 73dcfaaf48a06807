"""One-line faults in what judges numeric routines: each is caught by a short table of computations with known verdicts.

A judge that is too strict raises false alarms, one that is too lenient lets faults pass: the table has computations on
both sides of the bounds, and the bounds themselves where they are known by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib import import_module
from math import isclose, sqrt
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from flint import arb, fmpq

from tests.sabotage.mutants import Mutants, bounded, each_of, sabotaged, source_of

PACKAGE = "symeig.numeric"
EPS = 2.0**-52
X87 = np.finfo(np.longdouble).nmant == 63

MUTANTS: Mutants = {
    "rationals": [
        ("return root if exact else root + _unit(root)", "return root"),
        ("return _root(x)[0]", "return root_above(x)"),
        ("shift += shift % 2", "shift += 0"),
        ("shift = 64 - (p.bit_length() - q.bit_length())", "shift = 9 - (p.bit_length() - q.bit_length())"),
    ],
    "formats": [
        ("size - zeros <= self.precision", "size <= self.precision"),
        ("exponent + size - 1 <= self.greatest", "exponent + size <= self.greatest"),
        ("return 0 if self.is_integer else self.least - self.precision + 1", "return self.least"),
    ],
    "dyadic": [
        ("low = min(e, f) if any(real) else f", "low = f"),
        ("self.X * other.X - self.Y * other.Y", "self.X * other.X + self.Y * other.Y"),
        ("shifts = [powers[j] - powers[i] for", "shifts = [powers[i] - powers[j] for"),
        ("tuple(a[k] * c[j] - b[k] * d[j]", "tuple(a[k] * c[j] + b[k] * d[j]"),
        ("return self.T.conjugate", "return self.T"),
        ("return largest - 1 + self.exponent if largest else 0", "return largest + self.exponent if largest else 0"),
        (
            "_sum_of_squares((*self.real, *self.imag)) * power_of_two(2 * self.exponent)",
            "_sum_of_squares(self.real) * power_of_two(2 * self.exponent)",
        ),
        ("low = np.ldexp(np.ldexp(fraction, 32) - high, 32)", "low = np.ldexp(fraction - fraction, 32)"),
    ],
    "spectra": [
        ("unit = fmpq(planted.d) ** (2 * (k - 1))", "unit = fmpq(planted.d) ** (2 * k)"),
        ("rows[start + i][start + i + k] = 1", "rows[start + i][start + i] = 1"),
        (
            "weights = [power_of_two(2 * (powers[j] - powers[i]))",
            "weights = [power_of_two(2 * (powers[i] - powers[j]))",
        ),
        ("return _rational(x.upper())", "return _rational(x.lower())"),
        ("radius = _rational(z.real.rad()) + _rational(z.imag.rad())", "radius = fmpq(0)"),
        ("N = shifted * N", "N = A * N"),
        ("return sum(self.blocks)", "return len(self.blocks)"),
    ],
    "known": [
        ("A.add_column(j, i, c, sign=-1)", "A.add_column(j, i, c, sign=1)"),
        ("tuple(self.grading[k] for k in order)", "self.grading"),
        ("return tuple(where[row] for row in places)", "return tuple(self.order[row] for row in places)"),
    ],
    "scalings": [
        ("k = round(float(np.log2(r / c)) / 2)", "k = round(float(np.log2(r / c)))"),
        ("for part in (sizes, sizes.T):", "for part in (sizes,):"),
        ("np.fill_diagonal(part, 0.0)", "pass"),
        ("squares[:, i] = np.ldexp(squares[:, i], 2 * k)", "squares[:, i] = np.ldexp(squares[:, i], k)"),
        ("return tuple(e - low for e in exponents)", "return tuple(low - e for e in exponents)"),
    ],
    "discs": [
        ("gap = abs(distance - arb(radius)) - arb(t.radius)", "gap = abs(distance - arb(radius))"),
        (
            "arb(x) / gap ** (k + 1) for k, x in enumerate(t.norms)",
            "arb(x) / gap for k, x in enumerate(t.norms)",
        ),
        ("largest = largest.max(value)", "largest = largest.min(value)"),
        ("sums.get(t.summand, arb(0)) + each", "each"),
        ("tuple(root_above(x) * unit**k for", "tuple(root_above(x) * unit for"),
        ("while not resolvent.bound(real, imag, exact) * arb(delta) < 1:", "while False:"),
        ("        if len(merged) == len(groups):", "        if True:"),
        ("                return False\n        for b", "                pass\n        for b"),
        ("<= self.radius**2)", "<= self.radius)"),
        ("rest = arb(n) * arb(rho) ** 2 * M**3", "rest = arb(n) * arb(rho) ** 2 * M**2"),
        ("first = arb(projector).min(arb(m).sqrt() * arb(rho) * M) * arb(delta)", "first = arb(delta)"),
        ("best = 2 * arb(m) * arb(disc.radius)", "best = arb(disc.radius) / 2"),
        ("arb((best + arb(uncertainty)).upper())", "arb(best.upper())"),
    ],
    "computation": [
        ("read(values).scaled(-unit)", "read(values)"),
        ("if self.unit >= self.working.least + 2 * self.working.precision:", "if True:"),
        ("power_of_two(self.working.least - self.unit)", "power_of_two(self.working.least)"),
        ("if not self.contract.balancing or self.contract.is_hermitian:", "if not self.contract.balancing:"),
        ("if not self.contract.balancing or self.contract.is_hermitian:", "if self.contract.is_hermitian:"),
        (
            "return self.A.H @ self.left - self.left.times_columns(self.values.conjugate)",
            "return self.A.H @ self.left - self.left.times_columns(self.values)",
        ),
        ("return self.A @ self.vectors -", "return self.A.T @ self.vectors -"),
        ("spread = max(self.powers, default=0) - min(self.powers, default=0)", "spread = 0"),
        ("(known.grading[k] if known.grading else 0)", "0"),
        ("return root_above(self.B.norm2)", "return root_above(self.computation.A.norm2)"),
        ("unit = power_of_two(self.known.scale - self.unit)", "unit = power_of_two(self.known.scale)"),
    ],
    "decisions": [
        ("return self.found <= self.allowed", "return self.found < self.allowed"),
        ("Fraction(abs(found - expected))", "Fraction(found - expected)"),
        ("** (1 / self.power))", ")"),
    ],
    "laws.law": [
        ("if not number or ratio < worst:", "if not number:"),
        ("ratio = max((d.ratio", "ratio = min((d.ratio"),
    ],
    "laws.pairs": [
        ("powers = [side * p for p in c.powers]", "powers = list(c.powers)"),
        ("c.delta**2 * v[j]", "c.delta**2"),
        ("abs(norm - 1), 2 * computation.precision", "abs(norm - 1), computation.precision"),
        (
            "if not decision.holds and not is_positive_definite(M.H @ M, allowed):",
            "if not decision.holds:",
        ),
        ("scaled = shift / power_of_two(H.exponent)", "scaled = shift"),
        ("return all(c and (c > 0) == (k % 2 == 0)", "return all((c > 0) == (k % 2 == 0)"),
        ("above, below = zip(*(([*x, *(-y for y in ys)]", "above, below = zip(*(([*x, *ys]"),
        ('satisfied("nonzero-vectors", bool(norm)', 'satisfied("nonzero-vectors", True'),
    ],
    "laws.counting": [
        ("if all(terms[k].is_zero for k in disc.members):", "if any(terms[k].is_zero for k in disc.members):"),
        (
            "outside, expected = computation.n - len(inside), computation.n - disc.multiplicity",
            "outside, expected = len(inside), computation.n - disc.multiplicity",
        ),
        ("t.multiplicity * t.real for t in terms", "t.real for t in terms"),
        ("x**2 + y**2, allowed**2, 2", "x**2 + y**2, allowed, 2"),
    ],
    "laws.hermitian": [
        ("found = sorted(x for x, _ in computation.pairs)", "found = [x for x, _ in computation.pairs]"),
        ("total, delta**2, 2", "total, delta, 2"),
        ('sign = 1 if computation.contract.order == "ascending" else -1', "sign = 1"),
        ("V.H @ V", "V.T @ V"),
        ("* computation.contract.orthonormality", "* computation.contract.tolerance"),
    ],
    "laws.invariants": [
        ("computation.n * coordinates.delta**2", "coordinates.delta**2"),
        ("s = _symmetric(singular)", "s = _symmetric(singular[:k])"),
        ("comb(n - k + i, i)", "comb(n, i)"),
        ("sign = (-1) ** k * power_of_two(k * unit)", "sign = power_of_two(k * unit)"),
        ("(largest + delta) ** k - largest**k", "(largest + delta) ** k"),
        (
            "dot(A.real, transposed.real) - dot(A.imag, transposed.imag)",
            "dot(A.real, transposed.real) + dot(A.imag, transposed.imag)",
        ),
        ("z[0] * w[0] - z[1] * w[1], z[0] * w[1]", "z[0] * w[0] + z[1] * w[1], z[0] * w[1]"),
    ],
    "laws.bases": [
        ("if len(inside) < 2 or", "if len(inside) < 3 or"),
        ("sizes.append(-column.size if not column.is_zero else 0)", "sizes.append(0)"),
    ],
    "laws.catalogue": [
        ("applies=lambda c: 1 < c.n <= LARGEST_PRODUCT,", "applies=lambda c: 2 < c.n <= LARGEST_PRODUCT,"),
        ("return all(part.blocks[0] == 1", "return any(part.blocks[0] == 1"),
        ('return contract.kind in {"eig", "eigvals"}', "return True"),
    ],
    "judging": [
        ("numeric and format_of(array.dtype).precision >= digits", "numeric"),
        ('yield satisfied("shape", found == expected', 'yield satisfied("shape", True'),
        ("if not all(d.holds for d in hygiene):", "if False:"),
        (
            '"input-unchanged", not outcome.changed, text="the array is not what it was before the call")\n    hygiene',
            '"input-unchanged", True, text="the array is not what it was before the call")\n    hygiene',
        ),
        ("if finite or not _may_overflow(matrix, _working(arrays)):", "if finite:"),
        ("return min((format_of(x.dtype) for x in arrays)", "return max((format_of(x.dtype) for x in arrays)"),
        ("yield matrix, values[i],", "yield matrix, values[0],"),
    ],
    "probes": [
        ('return contract.empty != "empty"', "return True"),
        ('probe.law == "square-input" or contract.nonfinite != "nan"', "True"),
        ('"either": numeric and not finite', '"either": True'),
        ('"raise": False', '"raise": True'),
        ("expected = probe.array.shape[:-1]", "expected = values.shape"),
        ("for shape in ((2, 3), (3, 2), (0, 2)):", "for shape in ((2, 3), (3, 2), (2, 2)):"),
    ],
}


# --- the examination --------------------------------------------------------------------------------------------------


class Bench:
    """The modules of the package that is examined, and things made with them."""

    def __init__(self, package: ModuleType) -> None:
        self.package = package.__name__
        self.of = self.module("dyadic").DyadicMatrix.of
        self.identity = self.module("dyadic").DyadicMatrix.identity

    def module(self, name: str) -> ModuleType:
        """One of the modules."""
        return import_module(f"{self.package}.{name}")

    def summand(self, *blocks: tuple[int, ...], operations: Sequence[Any] = ()) -> Any:
        """Jordan blocks (real, imag, size), hidden."""
        spectra, known = self.module("spectra"), self.module("known")
        return known.Summand.planted_from([spectra.Block(*b) for b in blocks], operations)

    def solved(self, rows: Any) -> Any:
        """A summand for the engine."""
        return self.module("known").Summand.solved(rows)

    def known(self, *summands: Any, **other: Any) -> Any:
        """A known matrix."""
        return self.module("known").KnownMatrix("test", summands, **other)

    def diagonal(self, *numbers: int, **other: Any) -> Any:
        """Summands of size 1."""
        return self.known(*(self.summand((x, 0, 1)) for x in numbers), **other)

    def computation(
        self,
        A: Any,
        values: Any,
        vectors: Any = None,
        left_vectors: Any = None,
        dtype: str = "float64",
        **promises: Any,
    ) -> Any:
        """A computation; of a `DyadicMatrix` nothing else is known."""
        is_known = hasattr(A, "summands")
        real = self.module("formats").format_of(dtype).dtype
        arrays = [None if x is None else np.array(x) * real.type(1) for x in (values, vectors, left_vectors)]
        return self.module("computation").Computation.of(
            A.matrix if is_known else A,
            *arrays,
            working=self.module("formats").format_of(dtype),
            contract=self.module("contracts").Contract(**promises),
            known=A if is_known else None,
        )

    def decided(self, *arguments: Any, **promises: Any) -> list[Any]:
        """All decisions about a computation."""
        c = self.computation(*arguments, **promises)
        laws = [law for law in self.module("laws").LAWS if law.promised(c.contract) and law.applies(c)]
        return [d for law in laws for d in law.decide(c)]

    def broken(self, *arguments: Any, **promises: Any) -> set[str]:
        """The laws that do not hold."""
        return {d.law for d in self.decided(*arguments, **promises) if not d.holds}


def examine_numeric(package: ModuleType) -> None:
    """Raise where anything is wrong with the judge."""
    bench = Bench(package)
    for part in (
        _examine_numbers,
        _examine_spectra,
        _examine_discs,
        _examine_bounds,
        _examine_laws,
        _examine_coordinates,
        _examine_judgements,
        _examine_probes,
    ):
        part(bench)


def _examine_numbers(bench: Bench) -> None:
    rationals, formats, dyadic = map(bench.module, ("rationals", "formats", "dyadic"))
    two = fmpq(2)
    assert rationals.root_below(two) ** 2 < 2 < rationals.root_above(two) ** 2
    assert rationals.root_above(fmpq(9, 8)) ** 2 < fmpq(9, 8) * (1 + fmpq(1, 2**60))
    assert rationals.root_above(fmpq(9, 4)) == fmpq(3, 2)
    assert rationals.nearest(fmpq(1, 3)) == 1 / 3
    single = formats.format_of("float32")
    assert single.holds(1 << 30, 0)
    assert single.holds(1, 127)
    assert single.holds(1, -149)
    assert not single.holds(1, 128)
    of = bench.of
    for dtype in ("float32", "complex128", *(["longdouble"] if X87 else [])):
        array = np.array([[1, 0], [1, 3]], dtype)
        array[0, 1] = np.finfo(dtype).smallest_subnormal
        array[1, 0] = 1 + np.finfo(dtype).eps
        if dtype == "complex128":
            array[1, 1] = 0.75 + 0.5j
        assert np.array_equal(dyadic.DyadicMatrix.from_array(array).to_array(dtype), array)
    complex_ones = dyadic.DyadicMatrix.from_array(np.array([[3 + 1j, 0.25]]))
    assert complex_ones.entry(0, 0) == (3, 1)
    A, B = of([[(1, 2), 3], [0, (0, 1)]]), of([[(0, 1), 1], [2, 0]])
    product, adjoint = A @ B, A.H
    assert product == of([[(4, 1), (1, 2)], [(0, 2), 0]])
    assert adjoint == of([[(1, -2), 0], [3, (0, -1)]])
    assert A.times_columns(of([[(0, 1), 2]])) == of([[(-2, 1), 6], [0, (0, 2)]])
    assert of([[1, 2], [3, 4]]).balanced((0, 1)).to_array("float64").tolist() == [[1, 4], [1.5, 4]]
    assert (A.size, of([[7]], -9).size) == (1, -7)
    assert of([[(3, 4)]], 1).norm2 == 100


def _examine_spectra(bench: Bench) -> None:
    of, known, spectra = bench.of, bench.module("known"), bench.module("spectra")
    shear = bench.summand((5, 0, 2), operations=[(1, 0, 3)])
    assert shear.matrix == of([[2, 1], [-9, 8]])
    (part,) = shear.spectrum.parts
    assert part.norms2() == [2, 100]
    assert part.norms2((0, 2)) == [2, 9 + 16 + fmpq(81, 16) + 9]
    assert part.multiplicity == 2
    P = of([[1, 1], [1, -1]])
    doubled = known.Summand.planted_in([spectra.Block(5, 0, 2)], P, P, 2)
    assert [list(m) for m in doubled.spectrum.parts[0].moduli] == [[1, 0, 0, 1], [1, 1, 1, 1]]
    found = bench.solved([[2, 1], [-9, 8]]).spectrum.parts[0]
    assert [round(float(arb(x)), 6) for x in found.norms2()] == [2, 100]
    low, high = bench.solved([[1, 1], [1, 0]]).spectrum.parts
    for part in (low, high):
        assert 1 <= part.norms2()[0] < 1 + fmpq(1, 2**20)
        assert 0 < part.radius < fmpq(1, 2**200)
    A = bench.known(bench.summand((1, 0, 1), (2, 0, 1), operations=[(0, 1, 1)]), bench.summand((7, 0, 1)))
    B = A.graded((0, 3, 5)).permuted((2, 0, 1))
    assert B.grading == (5, 0, 3)
    assert B.positions(0) == (1, 2)
    assert B.matrix.to_array("float64").tolist() == [[7, 0, 0], [0, 1, 8], [0, 0, 2]]
    scalings = bench.module("scalings").balancing_scalings
    assert scalings(of([[0, 1 << 12, 0], [0, 0, 1], [1, 0, 0]])) == ((0, 0, 0), (8, 0, 4))
    M = of([[1, 1 << 30, 0], [0, 1, 1], [0, 1 << 20, 1]])
    assert scalings(M) == ((0, 0, 0), (10, 0, 10), (29, 0, 10), (20, 0, 10))


def _examine_discs(bench: Bench) -> None:
    discs = bench.module("discs")

    def term(real: Any, norms: Sequence[int] = (1,), multiplicity: int = 1, summand: int = 0, radius: Any = 0) -> Any:
        x, r = fmpq(real), fmpq(radius)
        return discs.Term(x, fmpq(0), r, multiplicity, tuple(map(fmpq, norms)), summand, not (x or r))

    def bound(*terms: Any) -> float:
        return float(discs.Resolvent(terms).bound(fmpq(0), fmpq(0), fmpq(1, 2)))

    assert isclose(bound(term(0, (1, 5, 7))), 2 + 20 + 56)
    assert isclose(bound(term(0), term(1)), 4)
    assert isclose(bound(term(0), term(1, (3,), summand=1)), 6)
    assert isclose(bound(term(0, radius=fmpq(1, 4))), 4)
    delta = fmpq(1, 2**30)
    for terms, members in (
        ([term(0), term(1)], [(0,), (1,)]),
        ([term(0), term(delta, summand=1), term(5, summand=2)], [(0, 1), (2,)]),
        ([term(k * delta * fmpq(3, 2), summand=k) for k in range(4)] + [term(7, summand=9)], [(0, 1, 2, 3), (4,)]),
        ([term(0, radius=delta / 4), term(1)], [(0,), (1,)]),
    ):
        resolvent = discs.Resolvent(terms)
        found = discs.certified_discs(resolvent, delta)
        assert [d.members for d in found] == members
        assert all(resolvent.bound(d.real, d.imag, d.radius) * arb(delta) < 1 for d in found)
    for terms, expected in (
        ([term(0), term(1)], 1),
        ([term(0, (2, 1), 2), term(1)], 2),
        ([term(0, radius=delta / 4), term(1)], fmpq(5, 4)),
    ):
        resolvent = discs.Resolvent(terms)
        first = discs.certified_discs(resolvent, delta)[0]
        assert expected <= discs.deviation(resolvent, first, delta) / delta <= expected * fmpq(13, 10)
    # Where there is no room for a wider circle, twice the radius bounds what an eigenvalue can do.
    resolvent = discs.Resolvent([term(0), term(4 * delta, summand=1)])
    near = discs.certified_discs(resolvent, delta)[0]
    assert near.radius * 2 <= discs.deviation(resolvent, near, delta) <= near.radius * fmpq(2001, 1000)
    disc = discs.Disc(fmpq(1), fmpq(2), fmpq(5), (0,), 1)
    assert disc.holds(fmpq(4), fmpq(6))
    assert not disc.holds(fmpq(4), fmpq(7))


def _examine_bounds(bench: Bench) -> None:
    """Δ and what it is made of."""
    of = bench.of
    values = {"kind": "eigvals"}
    plain, balanced = bench.computation(of([[0, 1 << 20], [1, 0]]), [0, 0], **values).coordinates
    assert isclose(float(arb(plain.delta)), 128 * EPS)
    assert isclose(float(arb(balanced.delta)), 128 * sqrt(2) * EPS * 2**-10)
    for promises in ({"kind": "eigvalsh"}, {"kind": "eigvals", "balancing": False}):
        assert len(bench.computation(of([[0, 1 << 20], [1, 0]]), [0, 0], **promises).coordinates) == 1
    tiny = bench.computation(of([[0, 1 << 20], [1, 0]], -140), [0, 0], dtype="float32", **values)
    assert tiny.underflow == 128 * fmpq(1, 2**6)
    assert isclose(float(arb(tiny.coordinates[1].delta)), 2 * 2**10)
    A = bench.known(bench.summand((1, 0, 1), (2, 0, 1), operations=[(0, 1, 1)]), scale=40).graded((0, 3))
    found = bench.computation(A, [2.0**40, 2.0**41], **values)
    assert found.truth == ((fmpq(1, 8), 0, 0, 1), (fmpq(1, 4), 0, 0, 1))
    assert found.pairs == ((fmpq(1, 8), 0), (fmpq(1, 4), 0))
    assert all(isclose(float(arb(t.norms[0])), sqrt(65)) for t in found.coordinates[0].resolvent.terms)
    pairs = bench.module("laws.pairs")
    for H, shift, expected in (
        (of([[0]]), 0, False),
        (of([[2, 1], [1, 2]], -10), fmpq(1, 1025), True),
        (of([[2, 1], [1, 2]], -10), fmpq(1, 1023), False),
        (of([[1, (0, 1)], [(0, -1), 2]]), 0, True),
        (of([[1, (0, 1)], [(0, -1), 1]]), 0, False),
    ):
        assert pairs.is_positive_definite(H, fmpq(shift)) is expected
    characteristic = bench.module("laws.invariants").characteristic
    assert characteristic(of([[(0, 1), 2], [3, 4]], 3)) == [(1, 0), (32, 8), (-384, 256)]
    # At the bound: a shift of the identity by δ/√n.
    n = 8
    shift = int(64 * n * 0.999) * EPS
    assert bench.broken(bench.identity(n), [1 + shift] * n, **values) == set()
    ratio = next(d.ratio for d in bench.decided(bench.identity(3), [1, 1, 1 + 64 * EPS], **values) if d.law[0] == "c")
    assert isclose(ratio, 128 / (6 * 192 * sqrt(3)), rel_tol=1e-6)


def _examine_laws(bench: Bench) -> None:
    diagonal, of = bench.diagonal, bench.of
    eig, eigvals = {"kind": "eig"}, {"kind": "eigvals"}
    eigh, eigvalsh = {"kind": "eigh"}, {"kind": "eigvalsh"}
    rotation = bench.known(bench.solved([[0, -1], [1, 0]]))
    gaussian = bench.known(bench.solved([[(0, 1), 1], [0, 2]]))
    right, left = [[1, 1], [0, 2 - 1j]], [[2 + 1j, 0], [-1, 1]]
    unitary = [[sqrt(0.5), sqrt(0.5)], [1j * sqrt(0.5), -1j * sqrt(0.5)]]
    near = diagonal(2**52, 2**52 + 864, -(2**52), scale=-52)
    at_zero = diagonal(500, 0, 2**52, scale=-52)
    tower = bench.known(bench.summand((0, 0, 2)), bench.summand((3, 0, 1)))
    cases: list[tuple[Any, Any, Any, Any, dict[str, Any], set[str]]] = [
        (diagonal(1, 2), [1, 2], [[1, 0], [0, 0]], None, eig, {"nonzero-vectors"}),
        (diagonal(1, 1).matrix, [1 + 120 * EPS] * 2, None, None, eigvals, set()),
        (diagonal(1, 1).matrix, [1 + 164 * EPS] * 2, None, None, eigvals, {"trace"}),
        (diagonal(1, 2), [1, 2], [[1, 0], [2**-44, 1]], None, eig, set()),
        (diagonal(1, 2), [1, 2], [[1, 0], [2**-43, 1]], None, eig, {"residual"}),
        (diagonal(1, 2), [1, 2], [[2**-60, 0], [2**-90, 2**60]], None, eig, {"residual"}),
        (gaussian, [1j, 2], right, left, {"kind": "eig", "left": True}, set()),
        (gaussian, [1j, 2], right, np.conj(left), {"kind": "eig", "left": True}, {"left-residual"}),
        (diagonal(1, -1), [1 + 182 * EPS, -1 - 160 * EPS], None, None, eigvals, {"membership"}),
        (diagonal(1, 1), [1 - 120 * EPS, 1 + 120 * EPS], None, None, eigvalsh, set()),
        (diagonal(1, 1), [1 - 145 * EPS, 1 + 145 * EPS], None, None, eigvalsh, {"hermitian-values"}),
        (diagonal(1, 2), [2, 1], None, None, eigvalsh, set()),
        (diagonal(1, 2), [2, 1], None, None, {"kind": "eigvalsh", "order": "ascending"}, {"order"}),
        (diagonal(1, 2), [2, 1], None, None, {"kind": "eigvalsh", "order": "descending"}, set()),
        (diagonal(1, 1), [1, 1], [[1, 5792 * EPS], [0, 1]], None, eigh, set()),
        (diagonal(1, 1), [1, 1], [[1, 5793 * EPS], [0, 1]], None, eigh, {"orthonormality"}),
        (diagonal(1, 1), [1, 1], unitary, None, eigh, set()),
        (diagonal(1), [1], [[1 + 63 * EPS]], None, {"kind": "eig", "unit": True}, set()),
        (diagonal(1), [1], [[1 + 65 * EPS]], None, {"kind": "eig", "unit": True}, {"unit-vectors"}),
        (near, [1 + 250 * EPS, 1 + 250 * EPS, -1], None, None, eigvals, {"multiplicities"}),
        (at_zero, [150 * EPS, 150 * EPS, 1], None, None, eigvals, {"multiplicities", "rank"}),
        (tower, [1e-8, -1e-8, 3], None, None, eigvals, set()),
        (tower, [1e-6, -1e-6, 3], None, None, eigvals, {"membership", "multiplicities", "rank", "product"}),
        (diagonal(-1, 0, 1).matrix, [0, 0, 0], None, None, eigvals, {"coefficients"}),
        (diagonal(1, 2).matrix, [1 + 2**-30, 2 - 2**-30], None, None, eigvals, {"membership", "product"}),
        (diagonal(1, -1, *[0] * 39).matrix, [0] * 41, None, None, eigvals, {"power-sums"}),
        (rotation, [1j, -1j], None, None, eigvals, set()),
        (rotation, [0, 0], None, None, eigvals, {"membership", "multiplicities", "product"}),
        (diagonal(1, 1), [1, 1], [[1, 1], [0, 2**-40]], None, {"kind": "eig", "basis": True}, set()),
        (diagonal(1, 1), [1, 1], [[1, 0], [0, 2**-40]], None, {"kind": "eig", "basis": True}, set()),
        (diagonal(1, 1), [1, 1], [[1, 0], [0, 2.0**-300]], None, {"kind": "eig", "basis": True}, set()),
        (diagonal(1, 1), [1, 1], [[1, 1], [0, 2**-46]], None, {"kind": "eig", "basis": True}, {"independence"}),
        (tower, [0, 0, 3], [[1, 1, 0], [0, 0, 0], [0, 0, 1]], None, {"kind": "eig", "basis": True}, set()),
    ]
    for A, values, vectors, left_vectors, promises, expected in cases:
        found = bench.broken(A, values, vectors, left_vectors, **promises)
        assert found == expected
    decided = {d.law for d in bench.decided(diagonal(1, 2), [1, 2], **eigvalsh)}
    assert decided == {"trace", "membership", "hermitian-values", "product"}
    towers = bench.known(bench.summand((4, 0, 2)), bench.summand((5, 0, 2)))
    delta = 64 * 4 * EPS * sqrt(2 * 16 + 2 * 25 + 2)
    for shift, expected in ((delta / 2, set()), (delta, {"cluster-means"})):
        assert bench.broken(towers, [4 + shift] * 2 + [5 - shift] * 2, **eigvals) == expected
    # Sums of powers of complex numbers: i seven times, −i six times.
    mixed = of([[(0, 1 if i < 7 else -1) if i == j else 0 for j in range(13)] for i in range(13)])
    assert bench.broken(mixed, [1j] * 7 + [-1j] * 6, **eigvals) == set()
    # 0 and 2⁻⁶⁰ share a disc, so nothing is said about 0.
    decided = bench.decided(diagonal(0, 1, 1 << 60, scale=-60), [0, 0, 1], **eigvals)
    assert not [d for d in decided if d.law == "rank" or not d.holds]


def _examine_coordinates(bench: Bench) -> None:
    """Errors that are backward errors in some coordinates only."""
    coupled = bench.known(bench.solved(bench.of([[3 << 60, 1], [1 << 40, 5 << 60]])), scale=-60)
    v = [[1, 2**-61], [2**-24 - 2**-21, 1]]
    w = [[1, 2**-21 - 2**-25], [-(2**-61), 1]]
    assert bench.broken(coupled, [3, 5], v, w, kind="eig", left=True) == set()
    assert bench.broken(coupled, [3, 5], v, w, kind="eig", left=True, balancing=False) == {"residual", "left-residual"}
    computation = bench.computation(coupled, [3, 5], kind="eigvals")
    first, *_, last = computation.coordinates
    decision = bench.module("decisions").Decision
    best = bench.module("laws.law").best
    ratios = {first: (2, 9), last: (5, 5)}
    chosen = best(computation, lambda c: [decision("x", Fraction(r), Fraction(1)) for r in ratios[c]])
    assert [d.coordinates for d in chosen] == [last.words] * 2
    if X87:
        for k, a, b in ((53, 3, 5), (54, 2, 3)):
            near = bench.known(bench.summand(((1 << k) + a, 0, 1), ((1 << k) + b, 0, 1)), scale=-k)
            exact = near.to_array("longdouble").diagonal().copy()
            assert bench.broken(near, exact, dtype="longdouble", kind="eigvals") == set()


def _examine_judgements(bench: Bench) -> None:
    judging, problems, outcomes, contracts = map(bench.module, ("judging", "problems", "outcomes", "contracts"))
    A = bench.known(bench.solved([[2, 1], [1, 2]]))
    B = bench.diagonal(5, 6)
    returned = outcomes.Returned
    eigvals, eig = contracts.Contract("eigvals"), contracts.Contract("eig")

    def laws(matrices: Sequence[Any], outcome: Any, contract: Any = eigvals, dtype: str = "float64") -> tuple[str, ...]:
        given = problems.Problem("test", tuple(matrices), dtype, stacked=len(matrices) > 1)
        found: tuple[str, ...] = judging.judge(given, outcome, contract).laws
        return found

    right = np.array([1.0, 3.0])
    vectors = np.array([[1.0, 1.0], [-1.0, 1.0]])
    rough = right + np.array([1e-7, 0])
    single = vectors.astype("float32")
    for matrices, outcome, contract, dtype, expected in (
        ([A], returned(right), eigvals, "float64", ()),
        ([A], returned(right, vectors), eig, "float64", ()),
        ([A], returned(right.astype("float32")), eigvals, "float64", ("dtype",)),
        ([A], returned(right[:1]), eigvals, "float64", ("shape",)),
        ([A], returned(right), eig, "float64", ("shape",)),
        ([A], returned(right, changed=True), eigvals, "float64", ("input-unchanged",)),
        ([A], returned(np.array([1.0, np.nan])), eigvals, "float64", ("finite",)),
        ([A], returned(rough, single), eig, "float32", ()),
        ([A, B], returned(np.array([[1.0, 3.0], [5.0, 6.0]])), eigvals, "float64", ()),
        ([A], outcomes.Raised("ValueError", "no"), eigvals, "float64", ("completes",)),
    ):
        assert laws(matrices, outcome, contract, dtype) == expected
    assert judging.judge_result(np.array([[2.0, 1.0], [1.0, 3.0]]), [1.4, 3.6]).laws == (
        "membership",
        "multiplicities",
        "product",
    )


def _examine_probes(bench: Bench) -> None:
    probes, outcomes, contracts = map(bench.module, ("probes", "outcomes", "contracts"))
    given = list(probes.probes(contracts.Contract("eigvals"), "float64"))
    assert all((p.array.shape[-1] == p.array.shape[-2]) == (p.law != "square-input") for p in given)
    raised = outcomes.Raised("LinAlgError", "no")
    finite, nan = (outcomes.Returned(np.array([x, x])) for x in (1.0, np.nan))
    for law, outcome, promises, expected in (
        ("empty-input", raised, {}, False),
        ("empty-input", raised, {"empty": "either"}, True),
        ("empty-input", finite, {}, False),
        ("empty-input", outcomes.Returned(np.zeros(0)), {}, True),
        ("square-input", raised, {"nonfinite": "nan"}, True),
        ("square-input", finite, {}, False),
        ("non-finite-input", raised, {"nonfinite": "nan"}, False),
        ("non-finite-input", raised, {}, True),
        ("non-finite-input", nan, {}, True),
        ("non-finite-input", nan, {"nonfinite": "raise"}, False),
        ("non-finite-input", finite, {}, False),
        ("non-finite-input", finite, {"nonfinite": "anything"}, True),
    ):
        probe = next(p for p in given if p.law == law)
        decision = probes.judge_probe(probe, outcome, contracts.Contract("eigvals", **promises))
        assert decision.holds is expected


# --- tests ------------------------------------------------------------------------------------------------------------


def test_judge_without_fault_passes() -> None:
    """The examination itself is passed by the package as it is."""
    with sabotaged(f"{PACKAGE}.discs", "", "", PACKAGE) as package:
        examine_numeric(package)


each_mutant = each_of(MUTANTS, PACKAGE)


@each_mutant
def test_text_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails: a verdict is another one, or nothing works any more."""
    with sabotaged(module, old, new, PACKAGE) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine_numeric(package)
