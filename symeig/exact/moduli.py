r"""The moduli of eigenvalues, in order, and the largest of them: the spectral radius.

Balls decide that two moduli differ. That they are equal is decided by algebra: $|\lambda|^2$ is the square of a real λ
and $\lambda \bar\lambda$ otherwise, so it is a root of a polynomial that has the squares, or the products of two roots,
as its roots; two numbers are equal when they are the same root of the same irreducible factor.

References:
    Bostan, Flajolet, Salvy, Schost: Fast computation of special resultants. J. Symb. Comput. 41 (2006) 1–29, §3
    (composed products by power sums). [HJ13] Def. 1.2.9 (spectral radius).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import groupby
from typing import Any

from flint import acb, arb, ctx, fmpq, fmpq_poly
from sympy import Expr, Integer, Rational, sqrt

from symeig.errors import InputError, UndecidedError
from symeig.exact.closed_forms import square_root
from symeig.exact.eigensystem import eigensystem
from symeig.exact.eigenvalues import Ball, Eigenvalue, exact_fraction
from symeig.exact.fields import QQ_FIELD, BaseField
from symeig.exact.isolation import (
    FIRST_PRECISION,
    LAST_PRECISION,
    TIE_PRECISION,
    Root,
    better,
    conjugate_roots,
    integer_value,
    isolate,
    products,
    refine,
    root_near,
    same_root,
    squares,
    too_close,
)
from symeig.exact.rounding import nearest_double
from symeig.reading.entries import FloatReading

__all__ = ["SpectralRadius", "by_modulus", "compare_moduli", "spectral_radius", "squared_modulus"]


@dataclass(frozen=True)
class SpectralRadius:
    """The largest modulus among some eigenvalues, with those that have it.

    Attributes:
        eigenvalues: All eigenvalues of this modulus (the peripheral spectrum), in order; none for a 0×0 matrix, whose
            spectral radius is 0.

    Examples:
        >>> from symeig import spectral_radius
        >>> rho = spectral_radius([[1, -2], [3, 1]])
        >>> rho.expr, rho.eigenvalues
        (sqrt(7), (Eigenvalue(1 - sqrt(6)*I), Eigenvalue(1 + sqrt(6)*I)))
        >>> float(rho)
        2.6457513110645907
    """

    eigenvalues: tuple[Eigenvalue, ...]

    @property
    def expr(self) -> Expr:
        """|λ| as a SymPy expression: √|λ|² where that is rational, ±λ for another real λ, √|λ|² else."""
        if not self.eigenvalues:
            return Integer(0)
        rational = _rational_square(_root(self.eigenvalues[0]))
        if rational is not None:
            return sqrt(Rational(int(rational.p), int(rational.q)))
        real = next((x for x in self.eigenvalues if _root(x).real), None)
        if real is None:
            return square_root(squared_modulus(_root(self.eigenvalues[0])).expr).expand()
        return -real.expr if _root(real).ball.real < 0 else real.expr

    def enclosure(self, digits: int = 15) -> Ball:
        """A real interval, as a disc, that is proved to contain the number.

        Args:
            digits: Decimal digits, at least 1: the radius is below 10^(−digits), times the number if that exceeds 1.

        Raises:
            InputError: `digits` is below 1.
        """
        if digits < 1:
            msg = f"The number of digits is {digits}. An enclosure needs at least 1 decimal digit. Ask for 15 or more."
            raise InputError(msg)
        ball = self.ball(int(digits * 3.3219281) + 4)
        return Ball(exact_fraction(ball.mid()), exact_fraction(arb(0)), exact_fraction(ball.rad()))

    def ball(self, precision: int) -> arb:
        """A ball around it with a relative or absolute error below 2^−precision."""
        if not self.eigenvalues:
            return arb(0)
        z = refine(_root(self.eigenvalues[0]), precision + 2)
        with ctx.workprec(precision + 64):
            return abs(z)

    def __float__(self) -> float:
        return nearest_double(self.ball)


def spectral_radius(A: Any, *, floats: FloatReading = "decimal") -> SpectralRadius:
    """The largest modulus of an eigenvalue, exactly, with the eigenvalues that have it.

    Args:
        A: n×n, n ≥ 0, as for `eigensystem`.
        floats: How floats are read, as for `eigensystem`.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        UndecidedError: An eigenvalue depends on parameters.

    Notes:
        Moduli are compared by balls; ties, such as λ and −λ or complex numbers on one circle, by algebra.

    Examples:
        >>> spectral_radius([[0, 1], [1, 1]]).expr
        1/2 + sqrt(5)/2
        >>> spectral_radius([[0, 0, 8], [1, 0, 0], [0, 1, 0]]).eigenvalues
        (Eigenvalue(2), Eigenvalue(-1 - sqrt(3)*I), Eigenvalue(-1 + sqrt(3)*I))
    """
    groups = by_modulus(eigensystem(A, floats=floats).eigenvalues)
    return groups[0] if groups else SpectralRadius(())


def by_modulus(eigenvalues: Sequence[Eigenvalue]) -> tuple[SpectralRadius, ...]:
    """Eigenvalues in groups of equal modulus, the largest modulus first; those of one group keep their order.

    Raises:
        UndecidedError: One of them depends on parameters.

    Examples:
        >>> from symeig import eigensystem
        >>> [group.eigenvalues for group in by_modulus(eigensystem([[0, 1, 0], [1, 0, 0], [0, 0, 3]]).eigenvalues)]
        [(Eigenvalue(3),), (Eigenvalue(-1), Eigenvalue(1))]
    """

    def compare(x: Eigenvalue, y: Eigenvalue) -> int:
        return compare_moduli(_root(y), _root(x))

    key = cmp_to_key(compare)
    return tuple(SpectralRadius(tuple(group)) for _, group in groupby(sorted(eigenvalues, key=key), key=key))


def _root(eigenvalue: Eigenvalue) -> Root:
    """An eigenvalue as a root of an integer polynomial.

    Raises:
        UndecidedError: It depends on parameters.
    """
    field, coefficients = eigenvalue.field, eigenvalue.coefficients
    if field.has_parameters:
        if not all(c.numer.is_ground and c.denom.is_ground for c in coefficients):
            names = ", ".join(map(str, field.generators))
            question = f"How large is |{eigenvalue}|?"
            msg = f"{question} It depends on {names}. Moduli are those of numbers. Substitute values."
            raise UndecidedError(msg, question=question, assumptions_that_help=(f"values for {names}",))
        field = BaseField(field.numbers)
        coefficients = field.canonical([c.numer.LC / c.denom.LC if c else field.domain.zero for c in coefficients])
    return isolate(coefficients, field)[eigenvalue.root]


def compare_moduli(a: Root, b: Root) -> int:
    """−1, 0 or 1, as |λ| is below, equal to or above |μ|, for roots λ and μ of integer polynomials."""
    if a is b or conjugate_roots(a, b):
        return 0
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        with ctx.workprec(precision):
            x, y = abs(better(a, precision).ball), abs(better(b, precision).ball)
            if not x.overlaps(y):
                return -1 if x < y else 1
        if precision == TIE_PRECISION and squared_modulus(a) == squared_modulus(b):
            return 0
        precision *= 2
    raise too_close(2)


def squared_modulus(a: Root) -> Eigenvalue:
    """|λ|² of a root λ of an integer polynomial, as a root of its own minimal polynomial over the rationals."""
    rational = _rational_square(a)
    if rational is not None:
        return Eigenvalue(QQ_FIELD, (-int(rational.p), int(rational.q)), 0)
    candidates = squares(a.polynomial) if a.real else products(a.polynomial)
    factors = [tuple(map(int, f.coeffs())) for f, _ in candidates.factor()[1]]
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        with ctx.workprec(precision):
            square = abs(better(a, precision).ball) ** 2
        near = [
            (f, k)
            for f in factors
            for k, r in enumerate(isolate(f, QQ_FIELD))
            if r.real and better(r, precision).ball.real.overlaps(square)
        ]
        if len(near) == 1:
            return Eigenvalue(QQ_FIELD, *near[0])
        precision *= 2
    raise too_close(2)


def _rational_square(a: Root) -> fmpq | None:
    """|λ|² where it is rational, else None.

    With ℓ the leading coefficient of P, ℓλλ̄ is an algebraic integer: if rational, the one integer n in its ball. Then
    λ̄ = n/(ℓλ) is decided by whether the roots of P are those of P reversed, times n/ℓ, and by the ball of n/(ℓλ).
    """
    P = fmpq_poly(list(a.polynomial))
    d, lead = P.degree(), a.polynomial[-1]
    if d == 1:
        return (P[0] / P[1]) ** 2
    n = integer_value(lambda precision: lead * abs(better(a, precision).ball) ** 2)
    if n is None:
        return None
    square = fmpq(n, lead)
    image = fmpq_poly([P[d - j] * square ** (d - j) for j in range(d + 1)])
    if image * P[d] != P * image[d]:
        return None
    other = root_near(a.polynomial, lambda precision: acb(arb(n) / lead) / better(a, precision).ball)
    return square if (same_root(a, other) if a.real else conjugate_roots(a, other)) else None
