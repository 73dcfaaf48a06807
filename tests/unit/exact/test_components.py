"""The irreducible factors of characteristic polynomials, where SymPy alone would search for ever."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Expr, I, sqrt, symbols

from symeig import eigensystem

p, q = symbols("p q")

# Matrices over a number field with parameters, and their eigenvalues.
MATRICES: dict[str, tuple[list[list[Any]], set[Expr]]] = {
    "parameter on the diagonal": ([[p, sqrt(2)], [sqrt(2), p]], {p - sqrt(2), p + sqrt(2)}),
    "imaginary": ([[p, I], [-I, p]], {p - 1, p + 1}),
    "three rows": (
        [[p + q, 1, 0], [2, p + q, sqrt(3)], [0, sqrt(3), p + q]],
        {p + q, p + q - sqrt(5), p + q + sqrt(5)},
    ),
    "blocks": (
        [[p, sqrt(2), 0, 0], [sqrt(2), p, 0, 0], [0, 0, q, I], [0, 0, I, q]],
        {p - sqrt(2), p + sqrt(2), q - I, q + I},
    ),
    "another parameter beside it": (
        [[p, sqrt(2), 1], [sqrt(2), p, 1], [0, 0, -2 * p]],
        {p - sqrt(2), p + sqrt(2), -2 * p},
    ),
    "two of them": (
        [[p, sqrt(2), 1, 0], [sqrt(2), p, 1, 1], [0, 0, -p, sqrt(2)], [0, 0, sqrt(2), -p]],
        {p - sqrt(2), p + sqrt(2), -p - sqrt(2), -p + sqrt(2)},
    ),
    "a fixed eigenvalue": ([[p, sqrt(2), 0], [sqrt(2), p, 0], [0, 0, 1]], {p - sqrt(2), p + sqrt(2), 1}),
}


@pytest.mark.parametrize("name", MATRICES)
def test_translations_of_parameters_are_factored(name: str) -> None:
    """Polynomials in λ − p are factored over a number field."""
    A, expected = MATRICES[name]
    assert {x.expr for x in eigensystem(A).eigenvalues} == expected


def test_a_prime_that_misleads_about_a_cyclic_space() -> None:
    """Where 2a² = 1 modulo the prime, e₁ and Ae₁ are dependent there, and e₂, which is in their space, is not."""
    A = [["-a", "1", "0", "0"], ["1 - 2*a**2", "2*a", "0", "0"], ["0", "0", "0", "1"], ["0", "0", "1", "a"]]
    (component,) = eigensystem(A).components
    assert (component.degree, component.block_sizes) == (2, (1, 1))
