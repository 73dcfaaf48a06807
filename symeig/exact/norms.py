r"""Norms of matrices, exactly.

References:
    [HJ13] §5.6 (matrix norms induced by those of vectors: 1, 2, ∞; Frobenius), (5.6.0.2) for the largest entry.
"""

from __future__ import annotations

from math import inf
from typing import Any, Literal, TypeAlias

from sympy import Add, Expr, Integer, oo, sqrt

from symeig.errors import InputError, UndecidedError
from symeig.exact.closed_forms import square_root
from symeig.exact.eigensystem import eigensystem
from symeig.exact.proved import elements_of, field_of
from symeig.exact.signs import largest, modulus
from symeig.reading import ExactMatrix, read_matrix
from symeig.reading.entries import FloatReading
from symeig.reading.scalars import canonical, to_sympy

__all__ = ["NormOrder", "norm"]

# Infinity is `math.inf`, `numpy.inf` or SymPy's `oo`.
NormOrder: TypeAlias = Literal["fro", "max", 1, 2] | float | Expr


def norm(A: Any, ord: NormOrder = "fro", *, floats: FloatReading = "decimal") -> Expr:  # noqa: A002  (NumPy's name)
    r"""A norm of a matrix, exactly; the orders are those of `numpy.linalg.norm`.

    Args:
        A: m×n, with entries as for `eigensystem`.
        ord: "fro" for the Frobenius norm √(Σ|aᵢⱼ|²), 1 for the largest column sum of |aᵢⱼ|, infinity for the largest
            row sum, 2 for the largest singular value (the spectral norm), "max" for the largest |aᵢⱼ|.
        floats: How floats are read, as for `eigensystem`.

    Returns:
        A SymPy expression; 0 for a matrix without entries.

    Raises:
        InputError: There is no norm of this order here.
        UndecidedError: It depends on parameters which sum or which singular value is the largest, or whether these are
            real.
        UnsupportedEntryError: An entry is not finite, or no number or expression that can be computed with exactly.

    Notes:
        Sums are compared exactly. The spectral norm is the square root of the largest eigenvalue of AᴴA, or of AAᴴ
        where that is the smaller one.

    References:
        [HJ13] §5.6.

    Examples:
        >>> [norm([[1, 2], [3, -4]], ord) for ord in ("fro", 1, float("inf"), 2, "max")]
        [sqrt(30), 6, 7, sqrt(10)/2 + 5*sqrt(2)/2, 4]
    """
    given = read_matrix(A, floats=floats)
    if ord not in {"fro", "max", 1, 2, inf, oo}:
        msg = f"The order {ord!r} is no norm that is computed here. There are 'fro', 1, 2, inf and 'max'. Choose one."
        raise InputError(msg)
    if 0 in given.shape:
        return Integer(0)
    if ord == 2:
        return _spectral_norm(given)
    moduli = [[modulus(to_sympy(x)) for x in row] for row in given.rows]
    if ord == "fro":
        return sqrt(Add(*(x**2 for row in moduli for x in row)).expand())
    if ord == "max":
        return largest([x for row in moduli for x in row])
    return largest([Add(*line) for line in (zip(*moduli, strict=True) if ord == 1 else moduli)])


def _spectral_norm(given: ExactMatrix) -> Expr:
    """The square root of the largest eigenvalue of AᴴA or AAᴴ."""
    field = field_of(given)
    if field.must_be_real:
        names = ", ".join(map(str, field.must_be_real))
        question = f"Which numbers are real: {names}?"
        msg = f"{question} Singular values depend on it. Declare what is known, as in Symbol('a', real=True)."
        raise UndecidedError(msg, question=question, assumptions_that_help=(f"{names} real",))
    rows = elements_of(given, field)
    lines = rows if len(rows) <= len(rows[0]) else [list(column) for column in zip(*rows, strict=True)]
    conjugates = [[field.conjugate(x) for x in line] for line in lines]
    zero = field.domain.zero
    gram = [[sum((x * y for x, y in zip(u, v, strict=True)), zero) for v in conjugates] for u in lines]
    entries = tuple(tuple(canonical(field.to_sympy(x)) for x in row) for row in gram)
    eigenvalues = eigensystem(ExactMatrix(entries, (len(lines), len(lines)))).eigenvalues
    square = largest([x.expr for x in eigenvalues]) if field.has_parameters else eigenvalues[-1].expr
    return square_root(square).expand()
