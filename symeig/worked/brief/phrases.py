"""Phrases that all renderers share: plain words around mathematics that each of them writes its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from sympy import Expr, MatrixBase, Mul, Symbol

from symeig.worked.brief.parts import Eigenvalues, Extent, Kind, Number
from symeig.worked.decimals import Decimals

__all__ = [
    "decimal_text",
    "extent_phrase",
    "multiplicity_phrase",
    "names_phrase",
    "obstruction_phrase",
    "proved_statements",
    "reading_phrase",
    "real_phrase",
    "shown_places",
    "unit_vector_terms",
]

# Names that are listed one by one.
LISTED = 5

# Decimals below this power of ten are written with a power of ten.
SMALL = -6


def names_phrase(numbers: Sequence[Number], write: Callable[[Expr], str], dots: str) -> str:
    """λ₁, λ₂, λ₃, with dots in the middle where there are many."""
    names = [write(n.name) for n in numbers]
    if len(names) > LISTED:
        names[2:-1] = [dots]
    return ", ".join(names)


def real_phrase(group: Eigenvalues) -> str:
    """How many of several eigenvalues are real."""
    count = len(group.numbers)
    if group.real is None:
        return ""
    special = {count: ", both real" if count == 2 else ", all real", 0: ", none of them real", 1: ", one of them real"}
    return special.get(group.real, f", {group.real} of them real")


def multiplicity_phrase(group: Eigenvalues) -> str:
    """The multiplicities, where they are not 1."""
    if group.algebraic_multiplicity == 1:
        return ""
    if group.block_sizes[0] == 1:
        return f"multiplicity {group.algebraic_multiplicity}"
    return f"algebraic multiplicity {group.algebraic_multiplicity}, geometric {group.geometric_multiplicity}"


def obstruction_phrase(group: Eigenvalues) -> str:
    """Why there is no basis of eigenvectors, after the name of the eigenvalue."""
    count = group.geometric_multiplicity
    vectors = "1 independent eigenvector" if count == 1 else f"{count} independent eigenvectors"
    return f"has algebraic multiplicity {group.algebraic_multiplicity} but only {vectors}"


def extent_phrase(extent: Extent) -> str:
    """What vectors look like that are too long to be written out."""
    size = f" of up to {extent.digits} digits" if extent.digits else ""
    if not extent.degree:
        return f"{extent.entries} entries{size}"
    coefficients = f", their coefficients{size}" if size else ""
    return f"{extent.entries} entries, polynomials in λ of degree {extent.degree}{coefficients}"


def unit_vector_terms(v: MatrixBase, count: int) -> list[Expr | None]:
    """A vector as a sum of multiples of unit vectors eₖ: the first terms and the last, None for those between."""
    terms = [Mul(x, Symbol(f"e_{k}"), evaluate=x.is_Number) for k, x in enumerate(v, 1) if x]
    return [None if k is None else terms[k] for k in shown_places(len(terms), count + 1, count)]


def proved_statements(form: Kind | None) -> list[str]:
    """What was proved, as formulas and words that every notation can take over."""
    of_form = {
        "diagonal": ["A P = P D", "P invertible"],
        "jordan": ["A P = P J", "P invertible"],
        "rational": ["A P = P C", "P invertible"],
    }
    statements = of_form.get(form or "", ["all eigenvalues", "their multiplicities"])
    return [*statements, "tr A = Σλ", "det A = Πλ", "rank A = n − dim ker A"]


def reading_phrase(reading: str) -> str:
    """How floats were read."""
    if reading == "decimal":
        return "Floats were read as the decimals that they print as: 0.1 is 1/10."
    return "Floats were read as the exact values of their bits."


def decimal_text(number: Decimals, power: Callable[[int], str]) -> str:
    """A complex number in decimals, with ASCII signs.

    Args:
        number: The number.
        power: How a power of ten is written as a factor.
    """

    def write(x: Decimal) -> str:
        if number.last_place <= 0 and (not x or x.adjusted() >= SMALL):
            return f"{x:f}"
        sign, digits, _ = x.as_tuple()
        return f"{Decimal((sign, digits, 1 - len(digits))):f}{power(x.adjusted())}"

    parts = [] if number.real is None else [write(number.real)]
    if number.imag is not None:
        parts.append(f"{write(number.imag)}i")
    return " + ".join(parts).replace("+ -", "- ")


def shown_places(count: int, limit: int, few: int) -> list[int | None]:
    """Which of many rows or columns are shown: all within the limit, else the first few and the last, None between."""
    return list(range(count)) if count <= limit else [*range(few), None, count - 1]
