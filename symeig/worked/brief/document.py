"""An eigensystem as data for JSON: exact, complete, and readable without symeig."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from sympy import QQ, MatrixBase, sstr

from symeig.exact.components import Component
from symeig.exact.conditions import Condition
from symeig.exact.decompositions import Decomposition, OrthogonalDiagonalization
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.polynomials import FactoredPolynomial
from symeig.worked.brief.phrases import SMALL
from symeig.worked.brief.summary import Goal, is_hermitian
from symeig.worked.decimals import decimals
from symeig.worked.values import closed_form, field_generators

__all__ = ["to_document"]

# The largest degree of a factor for which P and D are written out.
EXPANDED_DEGREE = 2


def to_document(system: Eigensystem, *, goal: Goal = "auto", digits: int = 10) -> dict[str, Any]:
    r"""An eigensystem as data for JSON.

    Numbers are texts in SymPy's syntax: ``"3/2"``, ``"1/2 - sqrt(5)/2"``, ``"k - 1"``. Polynomials are lists of their
    coefficients, the constant one first. The document has the same keys whatever the goal is:

    * ``format`` ("symeig-eigensystem"), ``version`` (1), ``dimension`` (n);
    * ``field``: ``generators`` over the rational numbers, and whether it has ``parameters``;
    * ``matrix``: the rows; ``floats``: how floats were read, "decimal" or "binary", or null;
    * ``characteristic_polynomial`` and ``minimal_polynomial``: ``coefficients``, and ``factors`` with ``coefficients``
      and ``exponent``, all monic;
    * ``components``, one for each irreducible factor: ``polynomial`` (monic), ``algebraic_multiplicity``,
      ``geometric_multiplicity`` and ``block_sizes`` of each root, and ``chains``: the Jordan chains, the eigenvector
      first in each; a vector is a list of n entries, an entry the list of its coefficients of 1, λ, λ², …;
    * ``eigenvalues``, in order: ``component`` and ``root`` (their numbers, from 0), ``expression`` (null where there is
      no short closed form), ``real`` (null where that depends on parameters), and ``enclosure``: decimals of the
      ``real`` and ``imag``\ inary part and the ``radius`` of a disc around them that contains the number (null with
      parameters);
    * ``decomposition``: the ``kind`` and the two matrices by their names, ``P`` and ``D`` (diagonal), ``P`` and ``J``
      (jordan), ``Q`` and ``D`` (orthogonal), ``P`` and ``C`` (rational); null where the goal asks for none, and where
      the entries have no short closed form;
    * ``conditions``: ``expression`` and ``kind``, "nonzero" or "real", of what is taken for granted of parameters;
    * ``certificate``: the number of ``chain_equations`` that were multiplied out, how each polynomial was proved to be
      ``irreducible``, and the other ``identities`` that were checked.

    Args:
        system: The eigensystem.
        goal: What the decomposition is: "auto" is the diagonalization, else the Jordan form.
        digits: Significant digits of the enclosures.

    Raises:
        NotDiagonalizableError: The goal is "diagonalize" and an eigenvalue is defective.
        NotHermitianError: The goal is "orthogonal" and the matrix is not its own conjugate transpose.

    Examples:
        >>> from symeig import eigensystem
        >>> document = to_document(eigensystem([[2, 1], [2, 3]]))
        >>> document["characteristic_polynomial"]["coefficients"], document["decomposition"]["D"]
        (['4', '-5', '1'], [['1', '0'], ['0', '4']])
    """
    kind, decomposition = _decomposition(system, goal)
    field = system.field
    return {
        "format": "symeig-eigensystem",
        "version": 1,
        "dimension": system.dimension,
        "field": {"generators": [sstr(g) for g in field_generators(field)], "parameters": field.has_parameters},
        "matrix": _rows(system.matrix),
        "floats": system.given.floats,
        "characteristic_polynomial": _polynomial(system.charpoly),
        "minimal_polynomial": _polynomial(system.minpoly),
        "components": [_component(c) for c in system.components],
        "eigenvalues": [
            _eigenvalue(s.eigenvalue, next(i for i, c in enumerate(system.components) if c is s.component), digits)
            for s in system.eigenspaces
        ],
        "decomposition": decomposition and {"kind": kind, **_matrices(decomposition)},
        "conditions": [{"expression": sstr(c.expr), "kind": c.kind} for c in _conditions(system, decomposition)],
        "certificate": {
            "chain_equations": system.certificate.chain_equations,
            "irreducible": list(system.certificate.irreducible),
            "identities": list(system.certificate.identities),
        },
    }


def _decomposition(system: Eigensystem, goal: Goal) -> tuple[str, Decomposition | None]:
    """What the goal asks for, or None where it asks for nothing or the entries are too long."""
    kind = _kind(system, goal)
    methods = {
        "diagonal": system.diagonalize,
        "jordan": system.jordan,
        "orthogonal": system.orthogonal,
        "rational": system.rational_form,
    }
    return kind, methods[kind]() if kind else None


def _kind(system: Eigensystem, goal: Goal) -> str:
    defective = any(c.is_defective for c in system.components)
    impossible = (goal == "diagonalize" and defective) or (goal == "orthogonal" and not is_hermitian(system))
    too_long = goal != "rational" and not all(map(_has_short_values, system.components))
    if goal in {"eigenvalues", "eigenvectors"} or (too_long and not impossible):
        return ""
    if goal == "auto":
        return "jordan" if defective else "diagonal"
    return "diagonal" if goal == "diagonalize" else goal


def _has_short_values(component: Component) -> bool:
    if component.degree == 1:
        return True
    return component.degree <= EXPANDED_DEGREE and closed_form(component.eigenvalues[0]) is not None


def _conditions(system: Eigensystem, decomposition: Decomposition | None) -> Sequence[Condition]:
    return decomposition.conditions if isinstance(decomposition, OrthogonalDiagonalization) else system.conditions


def _matrices(decomposition: Decomposition) -> dict[str, list[list[str]]]:
    return {f.name: _rows(M) for f, M in zip(fields(decomposition), decomposition, strict=False)}  # type: ignore[arg-type]


def _rows(M: MatrixBase) -> list[list[str]]:
    return [[sstr(x) for x in row] for row in M.tolist()]


def _elements(elements: Iterable[Any], field: BaseField) -> list[str]:
    """Elements of K as texts."""
    if field.is_rational:
        return [str(QQ.to_sympy(QQ.convert(x))) for x in elements]
    return [sstr(field.to_sympy(field.domain.convert(x))) for x in elements]


def _polynomial(polynomial: FactoredPolynomial) -> dict[str, Any]:
    factors = [(FactoredPolynomial(polynomial.field, ((p, 1),)), m) for p, m in polynomial.powers]
    return {
        "coefficients": _elements(polynomial.coefficients, polynomial.field),
        "factors": [{"coefficients": _elements(p.coefficients, p.field), "exponent": m} for p, m in factors],
    }


def _component(component: Component) -> dict[str, Any]:
    field = component.field
    return {
        "polynomial": _elements(FactoredPolynomial(field, ((component.coefficients, 1),)).coefficients, field),
        "algebraic_multiplicity": component.algebraic_multiplicity,
        "geometric_multiplicity": component.geometric_multiplicity,
        "block_sizes": list(component.block_sizes),
        "chains": [[[_elements(entry, field) for entry in v] for v in chain] for chain in component.vectors],
    }


def _eigenvalue(eigenvalue: Eigenvalue, component: int, digits: int) -> dict[str, Any]:
    value = closed_form(eigenvalue)
    known = {"component": component, "root": eigenvalue.root, "expression": None if value is None else sstr(value)}
    if eigenvalue.field.has_parameters:
        return known | {"real": None, "enclosure": None}
    z = decimals(eigenvalue, digits)
    enclosure = {"real": _decimal(z.real), "imag": _decimal(z.imag), "radius": _decimal(z.radius)}
    return known | {"real": eigenvalue.is_real, "enclosure": enclosure}


def _decimal(x: Decimal | None) -> str:
    return "0" if x is None else f"{x:f}" if x.adjusted() > SMALL else str(x)
