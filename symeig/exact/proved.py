"""A matrix as it was read, to its base field and its primary components with their proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from math import lcm
from typing import Any

from sympy import ZZ, Expr, ImmutableMatrix
from sympy.polys.matrices import DomainMatrix

from symeig.errors import BudgetExceededError, UnsupportedEntryError
from symeig.exact.certificate import Certificate, certify
from symeig.exact.components import Component, primary_components
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field
from symeig.reading import ExactMatrix

__all__ = ["as_expressions", "elements_of", "field_of", "integral_matrix", "matrix_over", "proved_components"]

# Bytes that the eigenvectors of one matrix may take, estimated before any work.
MEMORY_LIMIT = 2**31


def field_of(given: ExactMatrix) -> BaseField:
    """The base field of a matrix.

    Raises:
        UnsupportedEntryError: An entry cannot be computed with exactly; it is named with its position.
    """
    entries = [(i, j, x) for i, row in enumerate(given.rows, 1) for j, x in enumerate(row, 1) if isinstance(x, Expr)]
    try:
        return base_field(x for _, _, x in entries)
    except UnsupportedEntryError:
        for i, j, x in entries:
            _at(i, j, x, lambda entry: base_field([entry]))
        raise


def elements_of(given: ExactMatrix, field: BaseField) -> list[list[Any]]:
    """The entries of a matrix as elements of a field.

    Raises:
        UnsupportedEntryError: An entry divides by zero, or is not in the field; it is named with its position.
    """
    return [
        [_at(i, j, x, field.element) if isinstance(x, Expr) else field.element(x) for j, x in enumerate(row, 1)]
        for i, row in enumerate(given.rows, 1)
    ]


def matrix_over(given: ExactMatrix, field: BaseField) -> Any:
    """A matrix over a field that contains its entries.

    Raises:
        UnsupportedEntryError: An entry divides by zero, or is not in the field; it is named with its position.
    """
    return DomainMatrix(elements_of(given, field), given.shape, field.domain).to_dense()


def as_expressions(M: Any, field: BaseField) -> ImmutableMatrix:
    """A matrix over a field with its entries as SymPy expressions."""
    return ImmutableMatrix(*M.shape, list(map(field.to_sympy, M.to_list_flat())))


def _at(row: int, column: int, entry: Expr, read: Callable[[Expr], Any]) -> Any:
    """What a function makes of an entry; a refusal is given the entry's position."""
    try:
        return read(entry)
    except UnsupportedEntryError as error:
        msg = f"Entry ({row}, {column}): {error.message}"
        raise UnsupportedEntryError(msg, position=(row, column), entry=str(entry)) from None


def proved_components(given: ExactMatrix, field: BaseField) -> tuple[tuple[Component, ...], Certificate]:
    """The components of a square matrix over a field that contains its entries, proved.

    Raises:
        UnsupportedEntryError: An entry is not in the field.
        BudgetExceededError: The result would not fit into memory.
        CertificationError: The result does not pass its own proof.
    """
    c, B = integral_matrix(given, field)
    components = tuple(primary_components(B, c, field)) if given.rows else ()
    return components, certify(B, c, components, field)


def integral_matrix(given: ExactMatrix, field: BaseField) -> tuple[Any, Any]:
    """A common denominator c of the entries of A, and B = cA over the field's integral domain."""
    R = field.integral_domain
    rows: Sequence[Sequence[Any]] = given.rows
    if field.is_rational:
        types = {type(x) for row in rows for x in row}
        if not types <= {int, Fraction}:
            rows = elements_of(given, field)
        if types == {int}:
            c, scaled = 1, [list(map(ZZ, row)) for row in rows]
        else:
            c = lcm(*(int(x.denominator) for row in rows for x in row))
            scaled = [[ZZ(int(x * c)) for x in row] for row in rows]
        _check_memory(scaled)
        return c, DomainMatrix(scaled, given.shape, R).to_dense()
    rows = elements_of(given, field)
    if not field.has_parameters:
        return R.one, DomainMatrix(rows, given.shape, R).to_dense()
    c = reduce(lambda a, x: a.lcm(x.denom), (x for row in rows for x in row), R.one)
    scaled = [[x.numer * c.quo(x.denom) for x in row] for row in rows]
    return c, DomainMatrix(scaled, given.shape, R).to_dense()


def _check_memory(rows: Sequence[Sequence[Any]]) -> None:
    """Refuse a matrix whose eigenvectors would not fit: n² coefficients of about n·log₂‖A‖ bits."""
    n = len(rows)
    norm = max((sum(abs(x) for x in row) for row in rows), default=1)
    needed = n**3 * int(norm).bit_length() // 8
    if needed > MEMORY_LIMIT:
        msg = (
            f"The eigenvectors of this {n}×{n} matrix may take {needed / 2**30:.0f} GiB. symeig stops at"
            f" {MEMORY_LIMIT / 2**30:.0f} GiB. Split the matrix into blocks, or use numeric software."
        )
        raise BudgetExceededError(msg, what="memory", limit=MEMORY_LIMIT, spent=needed)
