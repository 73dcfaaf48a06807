"""The scale of a chain: one choice among all multiples."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import I, Symbol, cos, sin, sqrt

from symeig import eigensystem
from symeig.exact.components import Component
from symeig.exact.residue_rings import ResidueRing
from symeig.exact.scaling import normalise
from tests.strategies import Planted, matrices_over, planted

a, t = Symbol("a"), Symbol("t")


def multiplied(component: Component, factor: list[int]) -> list[object]:
    """The chains times an element of K[λ]/p; over the rationals with integer coefficients."""
    K = component.field.domain
    p = tuple(K.convert(c) for c in component.coefficients)
    ring = ResidueRing(K, p)
    x = ring.element([K.convert(c) for c in reversed(factor[: component.degree])])
    chains = []
    for chain in component.vectors:
        vectors = [ring.scale([tuple(map(K.convert, entry)) for entry in v], x) for v in chain]
        if component.field.is_rational:
            below = 1
            for c in (c for v in vectors for entry in v for c in entry):
                below *= int(c.denominator)
            vectors = [tuple(tuple(int(c * below) for c in entry) for entry in v) for v in vectors]
        chains.append(vectors)
    return chains


@given(planted(max_size=5), st.lists(st.integers(-4, 4), min_size=5, max_size=5))
def test_rational_scale_of_linear_and_quadratic(matrix: Planted, factor: list[int]) -> None:
    """Every multiple by a number of Q(λ), deg λ ≤ 2, or by a rational number is scaled to the same chain."""
    for component in eigensystem(matrix.rows).components:
        number = factor if component.degree <= 2 else [factor[0], 0, 0, 0, 0]
        if any(number[: component.degree]):
            chains = multiplied(component, number)
            assert tuple(normalise(c, component.coefficients, component.field) for c in chains) == component.vectors


@pytest.mark.parametrize("name", ["QQ(i)", "QQ(sqrt2)", "QQ(a)", "QQ(sqrt2)(a)"])
def test_scale_over_other_fields(name: str) -> None:
    """Every multiple by a number of the field is scaled to the same chain."""

    @given(matrices_over(name), st.integers(-3, 3), st.integers(1, 3))
    def law(matrix: Planted, factor: int, other: int) -> None:
        assume(factor)
        system = eigensystem(matrix.rows)
        for component in system.components if not system.field.is_rational else ():
            K = component.field.domain
            number = K.convert(factor)
            for g in component.field.numbers.generator_elements:
                number += component.field.number(g) * K.convert(other)
            if component.field.has_parameters:
                number = number * K.gens[0] + K.one
            chains = [
                [[tuple(K.convert(c) * number for c in entry) for entry in v] for v in chain]
                for chain in component.vectors
            ]
            assert tuple(normalise(c, component.coefficients, component.field) for c in chains) == component.vectors

    law()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[1, 1], [1, 0]], ["λ", "1"]),
        ([[2, 1], [2, 3]], ["1", "-1"]),
        ([[0, 2], [1, 0]], ["λ", "1"]),
        ([[0, 1], [-1, 0]], ["-λ", "1"]),
        ([[1, 2], [3, 4]], ["λ - 4", "3"]),
        ([[0, I], [1, 0]], ["λ", "1"]),
        ([[0, sqrt(2)], [2, 0]], ["λ", "2"]),
        ([[0, a], [1, 0]], ["λ", "1"]),
        ([[1, a], [0, 2]], ["a", "1"]),
        ([[cos(t), -sin(t)], [sin(t), cos(t)]], ["-I", "1"]),
    ],
    ids=str,
)
def test_first_vector(rows: list[list[object]], expected: list[str]) -> None:
    """Vectors look as in a book."""
    S = eigensystem(rows)
    component = S.components[0]
    vector = S.eigenspaces[0].basis[0] if S.field.angles else component.chains[0][0]
    assert [str(x).replace("lambda", "λ") for x in vector] == expected
