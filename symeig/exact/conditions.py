r"""What a result over parameters takes for granted, as data.

Over $K = F(a, b, \dots)$ the identity A P = P J holds wherever its entries are defined. P stays invertible exactly where
det P does not vanish, and det P is, up to sign, det(P over K) times powers of the differences of conjugate eigenvalues.
So the conditions are the irreducible factors of: the denominators of A, the denominators of the p, the discriminants of
the p, and the determinant of the n×n matrix over K whose columns are the coefficients of all chain vectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sympy import Expr, exp, factor_terms, together
from sympy.polys.euclidtools import dup_discriminant
from sympy.polys.matrices import DomainMatrix

from symeig.exact.fields import BaseField
from symeig.writing import line

if TYPE_CHECKING:
    from symeig.exact.components import Component

__all__ = ["Condition", "generic_conditions"]


@dataclass(frozen=True)
class Condition:
    """A statement about parameters that a result needs.

    Attributes:
        expr: An expression in the parameters.
        kind: "nonzero" or "real": what the expression must be.
    """

    expr: Expr
    kind: str = "nonzero"

    def __str__(self) -> str:
        return f"{line(self.expr)} ≠ 0" if self.kind == "nonzero" else f"{line(self.expr)} is real"


def generic_conditions(
    rows: Iterable[Iterable[Any]], components: Sequence[Component], field: BaseField
) -> tuple[Condition, ...]:
    """The non-zero conditions under which the chains of the components are a basis, at given parameters.

    Args:
        rows: The entries of A over K.
        components: Of A.
        field: K.

    Returns:
        Irreducible conditions, each once, in a fixed order; none where K has no symbols.
    """
    if not any(g.free_symbols for g in field.generators):
        return ()
    K = field.domain
    polynomials = [x.denom for row in rows for x in row]
    columns: list[Any] = []
    for c in components:
        polynomials += [x.denom for x in c.coefficients]
        if c.degree > 1:
            discriminant = dup_discriminant(list(reversed(c.coefficients)), K)
            polynomials += [discriminant.numer, discriminant.denom]
        columns += [column for chain in c.vectors for v in chain for column in zip(*v, strict=True)]
    n = len(columns)
    determinant = DomainMatrix([list(w) for w in columns], (n, n), K).det()
    polynomials += [determinant.numer, determinant.denom]
    return _irreducible(polynomials, field)


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
