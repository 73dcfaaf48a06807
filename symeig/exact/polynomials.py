"""Monic polynomials over the base field that are known by their irreducible factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Expr, Poly, prod
from sympy.polys.densearith import dup_mul, dup_pow

from symeig.exact.eigenvalues import expression_in_lambda, polynomial_in_lambda
from symeig.exact.fields import BaseField, OverField
from symeig.writing import line

__all__ = ["FactoredPolynomial"]


@dataclass(frozen=True)
class FactoredPolynomial(OverField):
    """A monic polynomial in λ: a product of powers of different irreducible polynomials.

    Attributes:
        field: The base field K.
        powers: Pairs (coefficients of an irreducible factor, the constant one first; its exponent ≥ 1).

    Examples:
        >>> from symeig import eigensystem
        >>> chi = eigensystem([[2, 1], [2, 3]]).charpoly
        >>> chi.as_expr()
        lambda**2 - 5*lambda + 4
        >>> chi.factors
        ((Poly(lambda - 1, lambda, domain='QQ'), 1), (Poly(lambda - 4, lambda, domain='QQ'), 1))
    """

    field: BaseField
    powers: tuple[tuple[tuple[Any, ...], int], ...]

    @property
    def degree(self) -> int:
        """Sum of the degrees of the factors, with multiplicity."""
        return sum((len(p) - 1) * m for p, m in self.powers)

    @cached_property
    def factors(self) -> tuple[tuple[Poly, int], ...]:
        """The monic irreducible factors with their exponents."""
        return tuple((polynomial_in_lambda(p, self.field), m) for p, m in self.powers)

    @cached_property
    def coefficients(self) -> tuple[Any, ...]:
        """The coefficients of the product over K, the constant one first."""
        K = self.field.domain
        product = [K.one]
        for p, m in self.powers:
            product = dup_mul(product, dup_pow(self._monic(p), m, K), K)
        return tuple(reversed(product))

    def _monic(self, coefficients: tuple[Any, ...]) -> list[Any]:
        """A factor with leading coefficient 1, which comes first."""
        K = self.field.domain
        return [K.convert(c) / K.convert(coefficients[-1]) for c in reversed(coefficients)]

    @cached_property
    def poly(self) -> Poly:
        """The product, expanded, as a SymPy `Poly` in λ."""
        return polynomial_in_lambda(self.coefficients, self.field)

    def as_expr(self) -> Expr:
        """The product, expanded, as a SymPy expression in λ."""
        return expression_in_lambda(self.coefficients, self.field)

    def factored(self) -> Expr:
        """The product of powers as a SymPy expression in λ."""
        return prod(expression_in_lambda(self._monic(p)[::-1], self.field) ** m for p, m in self.powers)

    def __str__(self) -> str:
        return line(self.as_expr())

    def __repr__(self) -> str:
        return f"FactoredPolynomial({self.factored()})"
