"""Matrices whose eigenstructure is known from elsewhere, as a table for many tests.

The matrices were collected from manuals, test suites and bug reports of other systems; `data/cases.json` holds them
with the block sizes of every eigenvalue. Matrices with parameters have the generic structure, and special values with
theirs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sympy import Expr, Symbol, prod, ring
from sympy.polys.rings import PolyElement

from symeig import eigensystem
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.fields import BaseField
from symeig.reading import ExactScalar, read_matrix

__all__ = ["CASES", "Blocks", "Case", "Special", "X", "agrees", "element", "number", "over", "solved"]

# The variable of the polynomials in the table.
X = Symbol("x")


@dataclass(frozen=True)
class Blocks:
    """The Jordan block sizes, descending, of each root of a monic polynomial in x."""

    polynomial: str
    sizes: tuple[int, ...]


@dataclass(frozen=True)
class Special:
    """Values of parameters, and the structure that the matrix has there."""

    values: tuple[tuple[str, str], ...]
    blocks: tuple[Blocks, ...]

    def __str__(self) -> str:
        return ",".join(f"{name}={value}" for name, value in self.values)


@dataclass(frozen=True)
class Case:
    """A square matrix with its known structure.

    Attributes:
        name: A short name, unique in the table.
        source: Where the matrix was first discussed.
        kind: What it was used for; "parametric" and "float" matrices are read differently.
        rows: The entries as texts. In a "float" case they stand for floats, and `charpoly` and `blocks` are those of
            the decimal reading.
        symbols: The parameters.
        charpoly: The characteristic polynomial in x.
        blocks: The block sizes, for all roots of an irreducible factor at once.
        special: Values of the parameters with the structure there.
        binary_rank: In a "float" case, the rank under the binary reading.
    """

    name: str
    source: str
    kind: str
    rows: tuple[tuple[str, ...], ...]
    symbols: tuple[str, ...]
    charpoly: str
    blocks: tuple[Blocks, ...]
    special: tuple[Special, ...] = ()
    binary_rank: int | None = None

    @property
    def entries(self) -> list[list[Any]]:
        """The matrix as a user would give it: texts, or floats in a "float" case."""
        return [[float(x) if self.kind == "float" else x for x in row] for row in self.rows]

    def __str__(self) -> str:
        return self.name


def _blocks(items: list[dict[str, Any]]) -> tuple[Blocks, ...]:
    return tuple(Blocks(b.get("polynomial") or f"x - ({b['eigenvalue']})", tuple(b["sizes"])) for b in items)


def _case(item: dict[str, Any]) -> Case:
    return Case(
        name=item["name"],
        source=item["source"],
        kind=item["kind"],
        rows=tuple(map(tuple, item["rows"])),
        symbols=tuple(item["symbols"]),
        charpoly=item["charpoly"],
        blocks=_blocks(item["blocks"]),
        special=tuple(Special(tuple(s["values"].items()), _blocks(s["blocks"])) for s in item.get("special", [])),
        binary_rank=item.get("binary_rank"),
    )


CASES = tuple(map(_case, json.loads((Path(__file__).parent / "data" / "cases.json").read_text(encoding="utf-8"))))


@cache
def solved(case: Case) -> Eigensystem:
    """The eigensystem of a case, worked out once."""
    return eigensystem(case.entries)


def number(text: str) -> ExactScalar:
    """The number or expression that a text of the table stands for."""
    return read_matrix([[text]]).rows[0][0]


def over(expression: ExactScalar, field: BaseField) -> PolyElement:
    """A polynomial in x over the base field, from an expression that is one; multiplied out in exact arithmetic."""
    K_x, x = ring(X, field.domain)

    def evaluate(e: ExactScalar) -> PolyElement:
        if not isinstance(e, Expr) or X not in e.free_symbols:
            return K_x.ground_new(field.element(e))
        if e == X:
            return x
        if e.is_Add:
            return sum(map(evaluate, e.args), K_x.zero)
        if e.is_Mul:
            return prod(map(evaluate, e.args), K_x.one)
        return evaluate(e.base) ** int(e.exp)

    return evaluate(expression)


def element(coefficients: tuple[Any, ...], field: BaseField) -> PolyElement:
    """A polynomial in x over the base field from coefficients in plain data, the constant one first."""
    K_x, _ = ring(X, field.domain)
    return K_x.from_list([field.domain.convert(c) for c in reversed(coefficients)])


def agrees(S: Eigensystem, blocks: tuple[Blocks, ...]) -> bool:
    """Whether the irreducible factors that symeig found, with their block sizes, are exactly those of a table entry.

    Polynomials are compared by their difference: equal elements of a field may be written differently in SymPy.
    """
    found = [(element(c.coefficients, S.field).monic(), c.block_sizes) for c in S.components]
    known = [(over(number(b.polynomial), S.field), b.sizes) for b in blocks]
    matches = [[p for p, sizes in found if sizes == b and not p - q] for q, b in known]
    return len(found) == len(known) and all(len(m) == 1 for m in matches)
