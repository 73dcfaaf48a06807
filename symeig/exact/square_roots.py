r"""A square root of a matrix, or the reason why there is none.

Away from 0 the square root is a function of the matrix. On the generalised kernel it is built from Jordan chains: where
X has a chain e₁, e₂, …, X² has the two chains e₁, e₃, … and e₂, e₄, …, whose lengths are equal or differ by 1. So A has
a square root exactly when the block sizes of 0, in descending order and followed by a 0, can be taken two by two with
differences of at most 1.

References:
    Cross, G. W., Lancaster, P.: Square roots of complex matrices. Linear and Multilinear Algebra 1 (1974) 289–293.
    [HJ91] Thm 6.4.12, where the same is said of the differences dim ker Aᵏ − dim ker Aᵏ⁻¹.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any

from sympy import ImmutableMatrix, Rational
from sympy.polys.matrices import DomainMatrix

from symeig.errors import NoSquareRootError
from symeig.exact.certificate import Claim
from symeig.exact.covariants import Covariants
from symeig.exact.fields import BaseField
from symeig.exact.functions import function_of_matrix, power
from symeig.exact.proved import as_expressions

__all__ = ["square_root_of_matrix"]

HALF = Rational(1, 2)


def square_root_of_matrix(A: Any, covariants: Sequence[Covariants], field: BaseField) -> ImmutableMatrix:
    """X with X² = A: the principal square root where 0 is not defective.

    Args:
        A: n×n over K.
        covariants: Of all components of A.
        field: K.

    Raises:
        NoSquareRootError: There is none.
        CertificationError: The part over 0 is not one: a fault of symeig.
    """
    at_zero = next((Z for Z in covariants if Z.component.index > 1 and not Z.component.coefficients[0]), None)
    if at_zero is None:
        return function_of_matrix(A.shape, covariants, power(HALF)).applyfunc(lambda x: x.expand())
    X0 = _nilpotent_root(at_zero, field)
    Claim(A, field).holds(A * at_zero.numerators[0][0] == X0 * X0, "the square of the part over 0 is that of A")
    elsewhere = function_of_matrix(A.shape, [Z for Z in covariants if Z is not at_zero], power(HALF))
    return (elsewhere + as_expressions(X0, field)).applyfunc(lambda x: x.expand())


def _nilpotent_root(Z: Covariants, field: BaseField) -> Any:
    """The matrix over K that takes each vector of its own Jordan chains to the one before, and other eigenspaces to 0.

    With C the chain vectors and Y the rows dual to them, C Y is the projector onto the generalised kernel.
    """
    K, P = field.domain, Z.numerators[0][0]
    chains = list(_chains_of_root([[_column(v, K) for v in c] for c in Z.component.vectors], Z.component.block_sizes))
    C = _from_columns(list(chain(*chains)), K)
    images = _from_columns([w for c in chains for w in ([K.zero] * P.shape[0], *c[:-1])], K)
    _, rows = C.transpose().rref()
    Y = C.extract(list(rows), range(C.shape[1])).inv() * P.extract(list(rows), range(P.shape[1]))
    return images * Y


def _column(vector: Sequence[Sequence[Any]], K: Any) -> list[Any]:
    """A vector over K[λ]/λ as a vector over K."""
    return [K.convert(x) for (x,) in vector]


def _from_columns(columns: Sequence[Sequence[Any]], K: Any) -> Any:
    return DomainMatrix([list(w) for w in columns], (len(columns), len(columns[0])), K).to_dense().transpose()


def _chains_of_root(chains: Sequence[Sequence[Any]], sizes: Sequence[int]) -> Iterator[list[Any]]:
    """Chains of A, the longest first, merged two by two into chains of its square root."""
    for a, b in zip_longest(chains[::2], chains[1::2], fillvalue=()):
        if len(a) - len(b) > 1:
            listed = ", ".join(map(str, sizes))
            msg = (
                f"A has no square root. Its eigenvalue 0 has Jordan blocks of the sizes {listed}. In a square, taken in"
                f" this order and followed by a 0, they form pairs that differ by 1 at most; here {len(a)} and"
                f" {len(b)} are a pair."
            )
            raise NoSquareRootError(msg, block_sizes=tuple(sizes))
        yield [v for pair in zip_longest(a, b) for v in pair if v is not None]
