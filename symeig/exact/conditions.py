r"""What a result over parameters takes for granted, as data.

Over $K = F(a, b, \dots)$ the identity A P = P J holds wherever its entries are defined. P stays invertible exactly
where det P does not vanish, and det P is, up to sign, det(P over K) times powers of the differences of conjugate
eigenvalues. So the conditions are the irreducible factors of: the denominators of A and of the p, the discriminants of
the p, and the determinant of the n×n matrix over K whose columns are the coefficients of all chain vectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from sympy import Expr, ImmutableMatrix, exp, factor_terms, together
from sympy.polys.euclidtools import dup_discriminant
from sympy.polys.matrices import DomainMatrix

from symeig.exact.eigenvalues import expression_in_lambda
from symeig.exact.fields import BaseField
from symeig.writing import line

if TYPE_CHECKING:
    from symeig.exact.components import Component

__all__ = ["Condition", "generic_conditions"]


# Discriminants and determinants are multiplied out up to this many parameters, or for quadratics with few terms.
EXPLICIT_PARAMETERS, EXPLICIT_TERMS = 3, 60


@dataclass(frozen=True)
class Condition:
    """A statement about parameters that a result needs.

    Attributes:
        expr: An expression in the parameters, a polynomial in λ, or a matrix.
        kind: What it must be: "nonzero", "real", "separable" (the polynomial has distinct roots), or "invertible".
    """

    expr: Expr
    kind: str = "nonzero"

    def __str__(self) -> str:
        if self.kind == "invertible":
            return f"the {self.expr.rows}×{self.expr.cols} matrix of chain coefficients is invertible"
        text = line(self.expr)
        return {
            "nonzero": f"{text} ≠ 0",
            "real": f"{text} is real",
            "separable": f"the roots of {text} are distinct",
        }[self.kind]


def generic_conditions(
    rows: Iterable[Iterable[Any]], components: Sequence[Component], field: BaseField
) -> tuple[Condition, ...]:
    """The conditions under which the chains of the components are a basis, at given parameters.

    Args:
        rows: The entries of A over K.
        components: Of A.
        field: K.

    Returns:
        Irreducible polynomials that must not vanish, each once, in a fixed order; none where K has no symbols. Where
        discriminants and determinants are too large to be of use, statements about the polynomials and the matrix
        instead.
    """
    if not any(g.free_symbols for g in field.generators):
        return ()
    columns = [column for c in components for chain in c.vectors for v in chain for column in zip(*v, strict=True)]
    polynomials = [x.denom for row in rows for x in row]
    polynomials += [x.denom for c in components for x in c.coefficients]
    terms = sum(len(x.numer) for column in columns for x in column)
    small = terms <= EXPLICIT_TERMS and all(c.degree <= 2 for c in components)
    if len(field.generators) > EXPLICIT_PARAMETERS and not small:
        separable = [
            Condition(expression_in_lambda(c.coefficients, field), "separable") for c in components if c.degree > 1
        ]
        matrix = ImmutableMatrix([[field.to_sympy(x) for x in column] for column in columns]).T
        return (*_irreducible(polynomials, field), *separable, Condition(matrix, "invertible"))
    polynomials += [_discriminant(c.coefficients, field) for c in components if c.degree > 1]
    polynomials += _determinant(columns, field)
    return _irreducible(polynomials, field)


def _discriminant(coefficients: Sequence[Any], field: BaseField) -> Any:
    """The discriminant of a polynomial over K after its denominators are cleared, in the ring of parameters."""
    below = _denominator(coefficients, field)
    ring = field.domain.get_ring()
    return dup_discriminant([ring((x * below).numer) for x in reversed(coefficients)], ring)


def _determinant(columns: Sequence[Sequence[Any]], field: BaseField) -> list[Any]:
    """Numerator and denominator of the determinant of the matrix with the given columns."""
    below = [_denominator(column, field) for column in columns]
    ring, n = field.domain.get_ring(), len(columns)
    rows = [[ring((x * d).numer) for x in column] for column, d in zip(columns, below, strict=True)]
    return [DomainMatrix(rows, (n, n), ring).det(), *(d.numer for d in below)]


def _denominator(elements: Iterable[Any], field: BaseField) -> Any:
    """A common denominator, as an element of K."""
    K = field.domain
    return K.field(reduce(lambda a, x: a.lcm(x.denom), elements, K.field.ring.one))


def _irreducible(polynomials: Iterable[Any], field: BaseField) -> tuple[Condition, ...]:
    """The different irreducible factors that involve a symbol and can vanish."""
    seen: dict[Any, None] = {}
    for p in polynomials:
        if p.is_ground:
            continue
        for factor, _ in p.factor_list()[1]:
            seen[factor.monic()] = None
    found = {}
    for factor in seen:
        expr = field.to_sympy(field.domain.field(factor))
        if field.angles:
            expr = factor_terms(together(expr).as_numer_denom()[0])
        expr = expr.as_content_primitive()[1]
        if expr.free_symbols and not isinstance(expr, exp):
            found[line(expr)] = Condition(expr)
    return tuple(found[key] for key in sorted(found, key=lambda k: (len(k), k)))
