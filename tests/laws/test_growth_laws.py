"""Growth of iterates, compared with planted structure and with iteration in plain fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import N, Rational

from symeig import growth, spectral_radius
from symeig.errors import NoLimitError
from tests.laws.arithmetic import matmul, polynomial_at, rank
from tests.strategies import (
    RATIONAL,
    Planted,
    block_sum,
    hypercompanion,
    planted,
    similar,
    similarities,
    split_matrices,
)


def columns(v: list[Any]) -> list[list[Any]]:
    """A column."""
    return [[x] for x in v]


@st.composite
def with_start(draw: st.DrawFn, matrices: st.SearchStrategy[Planted]) -> tuple[Planted, list[int]]:
    """A matrix with a start vector that is not 0."""
    case = draw(matrices)
    n = len(case.rows)
    v = draw(st.lists(st.integers(-3, 3), min_size=n, max_size=n))
    v[draw(st.integers(0, n - 1))] = draw(st.integers(1, 3))
    return case, v


@st.composite
def in_jordan_form(draw: st.DrawFn) -> tuple[Any, list[int], dict[int, int]]:
    """A hidden Jordan matrix, a vector, and for each eigenvalue the index of the vector there."""
    blocks = draw(st.lists(st.tuples(st.integers(-3, 3), st.integers(1, 3)), min_size=1, max_size=3))
    start, index = [], {}
    for value, size in blocks:
        top = draw(st.integers(0, size))
        start += [draw(st.integers(-2, 2)) for _ in range(max(top - 1, 0))] + [1] * min(top, 1) + [0] * (size - top)
        if top:
            index[value] = max(index.get(value, 0), top)
    if not index:
        start[0], index = 1, {blocks[0][0]: 1}
    rows = block_sum(*(jordan_block(value, size) for value, size in blocks))
    steps = draw(similarities(len(rows)))
    vector = columns(start)
    for i, j, c in steps:
        vector[i] = [vector[i][0] + c * vector[j][0]]
    return similar(rows, steps), [x for (x,) in vector], index


def jordan_block(value: int, size: int) -> list[list[int]]:
    """Ones above the diagonal."""
    return [[value if i == j else int(j == i + 1) for j in range(size)] for i in range(size)]


@given(in_jordan_form())
def test_planted_growth(case: tuple[Any, list[int], dict[int, int]]) -> None:
    """Rate and degree are those of the blocks in which the vector has a component."""
    rows, v, index = case
    found = growth(rows, v, steps=1)
    rho = max(map(abs, index))
    degree = max(m for x, m in index.items() if abs(x) == rho) - 1
    assert (found.rate.expr, found.degree) == (rho, degree)
    assert {x.expr for x in found.rate.eigenvalues} == {x for x in index if abs(x) == rho}
    assert {x.expr for x in found.dominant} == {x for x, m in index.items() if abs(x) == rho and m == degree + 1}
    assert found.misses_spectral_radius == (spectral_radius(rows).expr > rho)


@given(with_start(planted(RATIONAL, max_size=5)))
def test_the_minimal_polynomial_of_a_vector(case: tuple[Planted, list[int]]) -> None:
    """It vanishes on the vector, and its degree is the dimension of the span of the iterates."""
    matrix, v = case
    found = growth(matrix.rows, v, steps=1)
    coefficients = [Fraction(str(c)) for c in found.minpoly.coefficients]
    assert not any(x for (x,) in matmul(polynomial_at(coefficients, matrix.rows), columns(v)))
    orbit = [columns(v)]
    for _ in range(len(v)):
        orbit.append(matmul(matrix.rows, orbit[-1]))
    assert found.minpoly.degree == rank([[x for (x,) in w] for w in orbit])


@given(with_start(planted(RATIONAL, max_size=4)), st.integers(1, 12))
def test_norms_are_those_of_the_iterates(case: tuple[Planted, list[int]], steps: int) -> None:
    """Squared norms exactly, and ratios as floats of them."""
    matrix, v = case
    found = growth(matrix.rows, v, steps=steps)
    w, squares = columns(v), []
    for _ in range(steps + 1):
        squares.append(sum(x * x for (x,) in w))
        w = matmul(matrix.rows, w)
    assert found.squared_norms == tuple(map(Rational, squares))
    assert list(found.norms) == pytest.approx([x**0.5 for x in squares], rel=1e-14)
    expected = [(b / a) ** 0.5 for a, b in pairwise(squares) if a]
    assert list(found.ratios) == pytest.approx(expected, rel=1e-14)


@given(with_start(split_matrices(max_size=4)))
def test_power_iteration(case: tuple[Planted, list[int]]) -> None:
    """Either several eigenvalues dominate, or the directions tend to an eigenvector as fast as is said."""
    matrix, v = case
    found = growth(matrix.rows, v, steps=120)
    if found.rate.expr == 0 or len(found.dominant) > 1:
        with pytest.raises(NoLimitError):
            _ = found.power_iteration
        return
    iteration = found.power_iteration
    lam = iteration.eigenvalue.expr
    direction = [[x] for x in iteration.direction]
    assert any(x for (x,) in direction)
    assert matmul(matrix.rows, direction) == [[lam * x] for (x,) in direction]
    if iteration.rate == 0:
        assert iteration.sines[-1] == iteration.errors[-1] == 0
    elif iteration.rate < 1:
        assert iteration.observed_rate == pytest.approx(float(iteration.rate), abs=0.12)
        assert found.rescaled[-1] == pytest.approx(float(N(iteration.direction.norm())), rel=0.05)
    else:
        assert found.degree > 0
    # For a unit vector w = x cos θ + y sin θ, the Rayleigh quotient less λ is wᴴ(A − λ)y sin θ.
    size = sum((x - lam * (i == j)) ** 2 for i, row in enumerate(matrix.rows) for j, x in enumerate(row)) ** 0.5
    for error, sine in zip(iteration.errors, iteration.sines, strict=True):
        assert error <= float(size) * sine * (1 + 1e-12)


@given(st.integers(1, 3), st.sampled_from([(-2, 0, 0, 1), (-1, -1, 1), (1, 0, 1), (-1, -1, 0, 1)]))
def test_powers_of_a_matrix(size: int, p: tuple[int, ...]) -> None:
    """Without a start vector the degree is the size of the largest block less 1."""
    found = growth(hypercompanion(p, size), steps=2)
    assert found.degree == size - 1
    assert found.rate == found.spectral_radius
    assert found.squared_norms[0] == size * (len(p) - 1)
