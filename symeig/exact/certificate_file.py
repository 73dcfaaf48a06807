"""The certificate as a document that stands on its own, for `symeig.replay` to check without this package.

The format is described in `docs/reference/certificate.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from symeig.errors import UnsupportedEntryError
from symeig.exact.components import Component
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.fields import BaseField
from symeig.exact.witnesses import irreducibility_witness
from symeig.reading import ExactMatrix

__all__ = ["certificate_document", "matrix_document"]


def certificate_document(system: Eigensystem) -> dict[str, Any]:
    """Matrix, factors, chains and witnesses of irreducibility, as data for JSON.

    Args:
        system: An eigensystem over the rationals or a number field.

    Raises:
        UnsupportedEntryError: The matrix has parameters; certificates are about numbers.
        BudgetExceededError: A factor has no witness of irreducibility that is short enough to check.

    Examples:
        >>> from symeig import eigensystem
        >>> certificate_document(eigensystem([[2, 1], [0, 2]]))["components"][0]["block_sizes"]
        [2]
    """
    field = system.field
    field_part, matrix = matrix_document(system.given, field)
    return {
        "format": "symeig-certificate",
        "version": 1,
        "field": field_part,
        "matrix": matrix,
        "charpoly": _elements(system.charpoly.coefficients, field),
        "minpoly": _elements(system.minpoly.coefficients, field),
        "components": [_component(c, field) for c in system.components],
    }


def matrix_document(given: ExactMatrix, field: BaseField) -> tuple[dict[str, Any], list[list[Any]]]:
    """The base field and a matrix over it, in the form of a certificate.

    Args:
        given: The matrix.
        field: The field that its entries generate (`field_of`).

    Raises:
        UnsupportedEntryError: The matrix has parameters; certificates are about numbers.
    """
    if field.has_parameters:
        names = ", ".join(map(str, field.generators))
        msg = f"The matrix has the parameters {names}. A certificate file is about numbers. Substitute values first."
        raise UnsupportedEntryError(msg, position=None, entry=names)
    theta = sum(s * a for s, a in zip(field.numbers.weights, field.numbers.generators, strict=True))
    minpoly = [_rational(c) for c in reversed(field.numbers.modulus)]
    matrix = [_elements([field.element(x) for x in row], field) for row in given.rows]
    return {"minpoly": minpoly, "generator": str(theta)}, matrix


def _component(component: Component, field: BaseField) -> dict[str, Any]:
    K = field.domain
    lead = K.convert(component.coefficients[-1])
    monic = [K.convert(c) / lead for c in component.coefficients]
    coordinates = [[_fraction(q) for q in field.numbers.coefficients(c)] for c in monic]
    return {
        "polynomial": _elements(monic, field),
        "block_sizes": list(component.block_sizes),
        "chains": [[[_elements(entry, field) for entry in v] for v in chain] for chain in component.vectors],
        "irreducible": irreducibility_witness([_fraction(c) for c in reversed(field.numbers.modulus)], coordinates),
    }


def _elements(elements: Sequence[Any], field: BaseField) -> list[Any]:
    """Elements of K: rationals, or lists of the coefficients of the powers of θ."""
    lists = [[_rational(q) for q in field.numbers.coefficients(field.domain.convert(x))] for x in elements]
    return [x[0] for x in lists] if field.is_rational else lists


def _rational(q: Any) -> int | str:
    return int(q.numerator) if q.denominator == 1 else f"{q.numerator}/{q.denominator}"


def _fraction(q: Any) -> Fraction:
    return Fraction(int(q.numerator), int(q.denominator))
