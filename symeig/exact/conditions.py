r"""What a result over parameters takes for granted, as data.

Over $K = F(a, b, \dots)$ the identity A P = P J holds wherever its entries are defined. P stays invertible exactly
where det P does not vanish, and (det P)² is the square of det(P over K), the determinant of the n×n matrix over K whose
columns are the coefficients of all chain vectors, times powers of the discriminants of the p. So the conditions are the
irreducible factors of numerator and denominator of that product, and of the denominators of A, the p, and the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from sympy import Expr, ImmutableMatrix, cos, exp, factor_terms, together
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
    finite = [x for row in rows for x in row]
    finite += [x for c in components for x in (*c.coefficients, *_entries(c))]
    multiple = [c for c in components if c.degree > 1]
    terms = sum(len(x.numer) for column in columns for x in column)
    small = terms <= EXPLICIT_TERMS and all(c.degree == 2 for c in multiple)
    if len(field.generators) > EXPLICIT_PARAMETERS and not small:
        separable = [Condition(expression_in_lambda(c.coefficients, field), "separable") for c in multiple]
        matrix = ImmutableMatrix([[field.to_sympy(x) for x in column] for column in columns]).T
        return (*_irreducible(finite, [], field), *separable, Condition(matrix, "invertible"))
    square = _determinant(columns, field) ** 2
    for c in multiple:
        square *= _discriminant(c.coefficients, field) ** c.algebraic_multiplicity
    return _irreducible(finite, [square], field)


def _entries(component: Component) -> list[Any]:
    """Elements of K that are finite where the entries of the component's chain vectors are.

    For λ = x ± √D the entry a + bλ is (a + bx) ± √(b²D).
    """
    entries = [e for chain in component.vectors for v in chain for e in v]
    if component.degree != 2:
        return [c for e in entries for c in e]
    p0, p1, _ = component.coefficients
    x, D = -p1 / 2, (p1 * p1 - 4 * p0) / 4
    return [y for a, b in entries for y in (a + b * x, b * b * D)]


def _discriminant(coefficients: Sequence[Any], field: BaseField) -> Any:
    """The discriminant of a polynomial, found in the ring of parameters."""
    K, ring = field.domain, field.integral_domain
    below, integral = _integral(coefficients, field)
    return K.field(dup_discriminant(integral[::-1], ring)) / below ** (2 * len(coefficients) - 4)


def _determinant(columns: Sequence[Sequence[Any]], field: BaseField) -> Any:
    """The determinant of the matrix with the given columns, found in the ring of parameters."""
    K, ring, n = field.domain, field.integral_domain, len(columns)
    parts = [_integral(column, field) for column in columns]
    determinant = K.field(DomainMatrix([integral for _, integral in parts], (n, n), ring).det())
    return reduce(lambda total, part: total / part[0], parts, determinant)


def _integral(elements: Sequence[Any], field: BaseField) -> tuple[Any, list[Any]]:
    """A common denominator d, as an element of K, and the elements times d, in the ring of parameters."""
    K = field.domain
    d = K.field(reduce(lambda a, x: a.lcm(x.denom), elements, K.field.ring.one))
    multiples = [x * d for x in elements]
    return d, [y.numer.quo_ground(y.denom.LC) for y in multiples]


def _irreducible(finite: Iterable[Any], nonzero: Iterable[Any], field: BaseField) -> tuple[Condition, ...]:
    """The different irreducible conditions under which some elements have no pole, and others neither pole nor zero."""
    polynomials = [x.denom for x in finite]
    polynomials += [part for x in nonzero for part in (x.numer, x.denom)]
    seen = {f.monic(): None for p in polynomials if not p.is_ground for f, _ in p.factor_list()[1]}
    expressions = [field.to_sympy(field.domain.field(f)) for f in seen]
    if field.angles:
        expressions = [factor_terms(together(x).as_numer_denom()[0]) for x in expressions]
        expressions += _straight_angles(finite, nonzero, field)
    found = {}
    for x in expressions:
        condition = Condition(x.as_content_primitive()[1])
        if condition.expr.free_symbols and not isinstance(condition.expr, exp):
            found[str(condition)] = condition
    return tuple(found[key] for key in sorted(found, key=lambda k: (len(k), k)))


def _straight_angles(finite: Iterable[Any], nonzero: Iterable[Any], field: BaseField) -> list[Expr]:
    """1 + cos t for the angles t = π, where tan(t/2) is infinite: degrees of fractions show poles and zeros there."""
    found = []
    for index, (t, n) in enumerate(field.angles, len(field.generators) - len(field.angles)):
        orders = [x.numer.degree(index) - x.denom.degree(index) for x in finite if x]
        if max(orders, default=0) > 0 or any(x.numer.degree(index) != x.denom.degree(index) for x in nonzero):
            found.append(cos(t / n) + 1)
    return found
