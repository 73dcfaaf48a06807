r"""The primary rational canonical form: companion matrices of the powers pᵏ that Jordan blocks stand for, over K.

The coefficient w of $\lambda^{d-1}$ in the last vector of a chain of length k generates a cyclic space $K[A]w \cong
K[x]/p^k$: the chain spans it over K(λ), and every other coefficient of the chain is a combination of images of w.

References:
    [Gan59] chapter VII; Giesbrecht, M., Storjohann, A.: Computing rational forms of integer matrices. J. Symb. Comput.
    34 (2002) 157–172.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import ImmutableMatrix
from sympy.polys.matrices import DomainMatrix

from symeig.exact.certificate import Claim, independent
from symeig.exact.components import Component
from symeig.exact.decompositions import RationalForm
from symeig.exact.fields import BaseField
from symeig.exact.polynomials import FactoredPolynomial

__all__ = ["rational_form"]


def rational_form(A: Any, components: Sequence[Component], field: BaseField) -> RationalForm:
    """An invertible P and a block diagonal C over K with A P = P C.

    Args:
        A: n×n over K.
        components: Of A.
        field: K.

    Raises:
        CertificationError: A P ≠ P C, or P is not invertible: a fault of symeig.
    """
    K, n = field.domain, A.shape[0]
    columns: list[list[Any]] = []
    C = [[K.zero] * n for _ in range(n)]
    for component in components:
        for chain in component.vectors:
            _append_companion(C, len(columns), component, len(chain))
            w = DomainMatrix([[K.convert(entry[-1])] for entry in chain[-1]], (n, 1), K)
            for _ in range(component.degree * len(chain)):
                columns.append(w.to_list_flat())
                w = A * w
    P = DomainMatrix(columns, (n, n), K).transpose()
    claim = Claim(A, field)
    claim.holds((A * P - P * DomainMatrix(C, (n, n), K)).is_zero_matrix, "A P = P C")
    claim.holds(independent(columns, field), "P is invertible")
    return RationalForm(_to_sympy(P.to_list(), field), _to_sympy(C, field))


def _append_companion(C: list[list[Any]], start: int, component: Component, k: int) -> None:
    """Write the companion matrix of pᵏ into C: ones below the diagonal, the coefficients in the last column."""
    power = FactoredPolynomial(component.field, ((component.coefficients, k),)).coefficients
    size = len(power) - 1
    for i in range(size):
        if i:
            C[start + i][start + i - 1] = power[-1]
        C[start + i][start + size - 1] -= power[i]


def _to_sympy(rows: Sequence[Sequence[Any]], field: BaseField) -> ImmutableMatrix:
    return ImmutableMatrix(len(rows), len(rows), [field.to_sympy(x) for row in rows for x in row])
