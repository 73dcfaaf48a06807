"""Bounds and moduli hold for the eigenvalues that are found by other means."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Expr, I, ImmutableMatrix, Integer, N, sqrt

from symeig import eigensystem, gershgorin, norm, perron, spectral_radius
from symeig.exact.gershgorin import Disc
from symeig.exact.moduli import by_modulus
from symeig.exact.signs import modulus
from tests.strategies import (
    RATIONAL,
    Planted,
    block_sum,
    hermitian_matrices,
    hypercompanion,
    integer_matrices,
    planted,
    similar,
    similarities,
    split_matrices,
    transposed,
)

square = st.integers(1, 5).flatmap(integer_matrices)


@st.composite
def with_small_off_diagonal(draw: st.DrawFn) -> Any:
    """Matrices whose discs form several unions."""
    n = draw(st.integers(1, 5))
    rows = draw(integer_matrices(n, bound=2))
    return [[rows[i][j] + (draw(st.integers(-12, 12)) if i == j else 0) for j in range(n)] for i in range(n)]


@st.composite
def gaussian_matrices(draw: st.DrawFn) -> Any:
    """Matrices of Gaussian integers."""
    n = draw(st.integers(1, 3))
    real, imaginary = draw(integer_matrices(n, bound=3)), draw(integer_matrices(n, bound=3))
    return [[real[i][j] + I * imaginary[i][j] for j in range(n)] for i in range(n)]


def may_contain(disc: Disc, point: tuple[Fraction, Fraction, Fraction]) -> bool:
    """Whether a point, known but for a small error, may lie in a disc."""
    x, y, error = point
    real, imaginary = (Fraction(str(N(part, 40))) for part in disc.center.as_real_imag())
    radius = Fraction(str(N(disc.radius, 40)))
    return (x - real) ** 2 + (y - imaginary) ** 2 <= (radius + error + Fraction(1, 10**25)) ** 2


def points(rows: Any) -> list[tuple[Fraction, Fraction, Fraction]]:
    """The eigenvalues, with multiplicity."""
    balls = [(s.eigenvalue.enclosure(30), s.algebraic_multiplicity) for s in eigensystem(rows).eigenspaces]
    return [(b.real, b.imag, b.radius) for b, m in balls for _ in range(m)]


@given(st.one_of(square, with_small_off_diagonal(), gaussian_matrices()))
def test_each_union_contains_its_eigenvalues(rows: Any) -> None:
    """As many as discs, with multiplicity; by rows and by columns."""
    discs, eigenvalues = gershgorin(rows), points(rows)
    for family, unions in ((discs.rows, discs.row_unions), (discs.columns, discs.column_unions)):
        assert sorted(n for u in unions for n in u.numbers) == [d.number for d in family]
        for union in unions:
            inside = [z for z in eigenvalues if any(may_contain(d, z) for d in union.discs)]
            assert len(inside) == union.eigenvalue_count


@given(st.one_of(square, with_small_off_diagonal()), st.integers(-12, 12))
def test_what_is_excluded_is_not_there(rows: Any, bound: int) -> None:
    """An excluded half-plane or point has no eigenvalue."""
    discs, eigenvalues = gershgorin(rows), points(rows)
    if discs.excludes_below(bound):
        assert all(x + error >= bound for x, _, error in eigenvalues)
    if discs.excludes_above(bound):
        assert all(x - error <= bound for x, _, error in eigenvalues)
    if discs.excludes(bound):
        assert ImmutableMatrix(rows).charpoly().eval(bound) != 0


@given(with_small_off_diagonal(), st.integers(-12, 12))
def test_exclusion_is_told_with_its_proof(rows: Any, bound: int) -> None:
    """A proof is a true inequality for each disc of one family; without one a disc of each family is in the way."""
    discs = gershgorin(rows)
    for answer in (discs.excludes(bound), discs.excludes_below(bound), discs.excludes_above(bound)):
        if answer:
            family = discs.rows if answer.family == "rows" else discs.columns
            assert [i.disc for i in answer.proof] == list(family)
            assert all(i.left > i.right or (i.left == i.right and not i.strict) for i in answer.proof)
        else:
            assert any(i.disc in discs.rows for i in answer.obstacles)
            assert any(i.disc in discs.columns for i in answer.obstacles)
            assert not any(i.left > i.right or (i.left == i.right and not i.strict) for i in answer.obstacles)


@given(square)
def test_columns_are_the_rows_of_the_transpose(rows: Any) -> None:
    """The two families change places."""
    discs, turned = gershgorin(rows), gershgorin(transposed(rows))
    assert (discs.rows, discs.columns) == (turned.columns, turned.rows)


@given(split_matrices())
def test_spectral_radius_of_planted_integers(case: Planted) -> None:
    """The largest absolute value, with all eigenvalues that have it."""
    values = [-p[0] for p in case.structure]
    rho = spectral_radius(case.rows)
    assert rho.expr == max(map(abs, values))
    assert {x.expr for x in rho.eigenvalues} == {x for x in values if abs(x) == rho.expr}


@given(planted(RATIONAL))
def test_groups_agree_with_floats(case: Planted) -> None:
    """Eigenvalues of one group have one modulus, and those of different groups different ones."""
    eigenvalues = eigensystem(case.rows).eigenvalues
    groups = by_modulus(eigenvalues)
    assert sorted(map(str, eigenvalues)) == sorted(str(x) for g in groups for x in g.eigenvalues)
    moduli = [[abs(complex(x)) for x in g.eigenvalues] for g in groups]
    assert all(max(g) - min(g) < 1e-12 for g in moduli)
    assert all(min(g) - max(h) > 1e-12 for g, h in pairwise(moduli))
    assert [float(g) for g in groups] == pytest.approx([g[0] for g in moduli])
    assert [float(N(g.expr, 20)) for g in groups] == pytest.approx([float(g) for g in groups])


# Irreducible polynomials all of whose roots have modulus 1, or √2: the orders of the roots of unity are told.
ON_ONE_CIRCLE = {
    1: [(-1, 1), (1, 1), (1, 0, 1), (1, 1, 1), (1, -1, 1), (1, 0, 0, 0, 1), (1, 1, 1, 1, 1)],
    2: [(-2, 0, 1), (2, 0, 1), (2, 2, 1), (2, -2, 1), (4, 0, 0, 0, 1), (4, 0, -1, 0, 1)],
}


@given(st.sampled_from([1, 2]).flatmap(lambda c: st.lists(st.sampled_from(ON_ONE_CIRCLE[c]), min_size=1, max_size=3)))
def test_ties_on_a_circle(factors: list[tuple[int, ...]]) -> None:
    """All eigenvalues on one circle make one group."""
    different = list(dict.fromkeys(factors))
    rows = block_sum(*(hypercompanion(p, 1) for p in different))
    eigenvalues = eigensystem(rows).eigenvalues
    assert [len(g.eigenvalues) for g in by_modulus(eigenvalues)] == [len(eigenvalues)]


@given(square, st.sampled_from([-2, 1, Fraction(1, 3), 5]))
def test_spectral_radius_of_multiples_and_squares(rows: Any, c: Any) -> None:
    """ρ(cA) = |c|ρ(A) and ρ(A²) = ρ(A)²."""
    rho = float(spectral_radius(rows))
    assert float(spectral_radius([[c * x for x in row] for row in rows])) == pytest.approx(abs(c) * rho)
    assert float(spectral_radius(ImmutableMatrix(rows) ** 2)) == pytest.approx(rho**2)


@given(st.one_of(square, gaussian_matrices()))
def test_spectral_radius_is_below_every_norm(rows: Any) -> None:
    """ρ(A) ≤ ‖A‖ for the norms of operators, and the norms compare as they must."""
    rho = float(spectral_radius(rows))
    one, two, infinity, fro, entry = (float(norm(rows, ord)) for ord in (1, 2, inf, "fro", "max"))  # noqa: A001
    slack = 1 + 1e-12
    assert rho <= min(one, two, infinity, fro) * slack
    assert entry <= two * slack
    assert two <= fro * slack
    assert two**2 <= one * infinity * slack


@given(st.one_of(square, gaussian_matrices()), st.sampled_from(["fro", 1, 2, inf]))
def test_norms_agree_with_numpy(rows: Any, order: Any) -> None:
    """To rounding errors."""
    A = np.array([[complex(x) for x in row] for row in rows])
    assert float(norm(rows, order)) == pytest.approx(np.linalg.norm(A, order), rel=1e-9, abs=1e-12)


@given(hermitian_matrices())
def test_spectral_norm_of_a_hermitian_matrix(rows: Any) -> None:
    """It is the spectral radius."""
    assert float(norm(rows, 2)) == pytest.approx(float(spectral_radius(rows)))


@given(st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([Integer(1), sqrt(2)]))
def test_modulus_squared(a: int, b: int, r: Expr) -> None:
    """|a + bir|² = a² + b²r²."""
    assert (modulus(a + b * I * r) ** 2).expand() == a**2 + b**2 * r**2


nonnegative = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.sampled_from([0, 0, 1, 2, 3]), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(nonnegative)
def test_perron(rows: Any) -> None:
    """The root is the spectral radius; the vectors are what they are said to be; the period counts the periphery."""
    found = perron(rows)
    rho = spectral_radius(rows)
    assert found.root in rho.eigenvalues
    A, r = np.array(rows, dtype=float), complex(found.root).real
    x, y = (np.array([float(N(e, 20)) for e in v]) for v in (found.right, found.left))
    assert np.allclose(A @ x, r * x, atol=1e-9)
    assert np.allclose(y @ A, r * y, atol=1e-9)
    assert min(*x, *y) >= 0
    assert sum(x) == pytest.approx(1)
    assert y @ x == pytest.approx(1) or (y @ x == 0 and sum(y) == pytest.approx(1))
    n = len(rows)
    reach = np.linalg.matrix_power((A > 0).astype(int) + np.eye(n, dtype=int), n) > 0
    assert found.is_irreducible == bool(reach.all())
    if found.is_irreducible and r > 0:
        assert min(*x, *y) > 0
        assert found.period == len(rho.eigenvalues)
    # Wielandt: a primitive matrix has a positive power of this exponent.
    power = np.eye(n, dtype=int)
    for _ in range(n * n - 2 * n + 2):
        power = (power @ (A > 0) > 0).astype(int)
    assert found.is_primitive == bool(power.all())


@given(nonnegative)
def test_perron_of_the_transpose(rows: Any) -> None:
    """Right and left vectors change places, but for their scales."""
    found, turned = perron(rows), perron(transposed(rows))
    assert found.period == turned.period
    x, y = ([float(N(e, 20)) for e in v] for v in (found.right, turned.left))
    assert np.allclose(x, np.array(y) / sum(y))


@given(st.data())
def test_moduli_are_those_of_similar_matrices(data: st.DataObject) -> None:
    """Groups depend on eigenvalues alone."""
    case = data.draw(planted(RATIONAL, max_size=4))
    hidden = similar(case.rows, data.draw(similarities(len(case.rows))))
    assert by_modulus(eigensystem(hidden).eigenvalues) == by_modulus(eigensystem(case.rows).eigenvalues)
