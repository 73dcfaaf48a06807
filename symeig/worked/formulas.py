r"""What is written between the words of a solution, as data that knows what it means.

A formula is a SymPy expression, a SymPy matrix, or one of the nodes below. Nodes keep what is written as it is written,
(4 − λ)(3 − λ) − 1·2, where SymPy would compute; `symeig.worked.meaning` computes, to check what is stated. Each
notation has one function for each node, in `symeig.worked.render`.

The symbol ``lambda`` is the variable λ. A name with a number, ``v_1``, is a letter with an index.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from sympy import Expr, MatrixBase

from symeig.worked.decimals import Decimals

if TYPE_CHECKING:
    from symeig.worked.messages import Message

__all__ = [
    "Array",
    "Column",
    "Dot",
    "Equality",
    "Formula",
    "Function",
    "Irreducible",
    "List",
    "Minus",
    "Name",
    "Node",
    "Numeral",
    "Operation",
    "Power",
    "Product",
    "Quotient",
    "Reduction",
    "Relation",
    "Row",
    "Script",
    "Statement",
    "Sum",
    "Tuple",
    "Words",
    "leaves",
    "parts_of",
]


class Node:
    """A formula that keeps how it is written."""

    __slots__ = ()


Formula: TypeAlias = Expr | MatrixBase | Node

# What stands at the top right of a formula: an integer exponent, or the sign of the (conjugate) transpose.
Script: TypeAlias = int | Literal["T", "*"]


# --- terms: what has a value ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A letter that stands for something.

    Attributes:
        letter: As the name of a symbol: "A", "v_1", "lambda_2".
        value: What it stands for; None where that is open or plays no part.
    """

    letter: str
    value: Formula | None = None


@dataclass(frozen=True, slots=True)
class Minus(Node):
    """−x."""

    of: Formula


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """Terms side by side with + between them; a term that is `Minus`, or begins with a minus sign, with −."""

    terms: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Product(Node):
    """Factors side by side, sums and later negative numbers in brackets; a dot only between numbers."""

    factors: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Quotient(Node):
    """A fraction."""

    above: Formula
    below: Formula


@dataclass(frozen=True, slots=True)
class Power(Node):
    """A power, the inverse (exponent −1), the transpose ("T") or the conjugate transpose ("*").

    A power with a letter in its exponent is only written: it has no value.
    """

    base: Formula
    exponent: Script | Formula


@dataclass(frozen=True, slots=True)
class Array(Node):
    """A matrix or a determinant whose entries are kept as they are written.

    Attributes:
        rows: Of equal length.
        fence: "()" for a matrix, "||" for its determinant.
    """

    rows: tuple[tuple[Formula, ...], ...]
    fence: Literal["()", "||"] = "()"


@dataclass(frozen=True, slots=True)
class Tuple(Node):
    """A column vector written in a line: (1, −2)."""

    entries: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Column(Node):
    """A column vector written as a column."""

    entries: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Function(Node):
    """A function of a matrix by its name: det, tr, rank, dim ker.

    Attributes:
        name: Of these, "det", "tr", "rank" and "nullity" (written dim ker) have values; "ker" and "span" are spaces.
        arguments: One, but for "span".
    """

    name: Literal["det", "tr", "rank", "nullity", "ker", "span"]
    arguments: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Dot(Node):
    """The inner product of two columns, the entries of the first one conjugated: u · v."""

    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Numeral(Node):
    """A number in decimals, its last digit rounded: it stands behind ≈ in a `Relation`.

    Attributes:
        decimals: See `symeig.worked.brief.phrases.decimal_text` for how they are written.
    """

    decimals: Decimals


# --- statements: what is true or false ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Equality(Node):
    """Equal sides, each of which is checked: a = b = c, or a = b ≠ 0.

    Attributes:
        sides: At least one.
        unequal: What they are not equal to; None for no such statement.
        modulus: The polynomial that λ is a root of; None where λ is a variable.
    """

    sides: tuple[Formula, ...]
    unequal: Formula | None = None
    modulus: Expr | None = None


@dataclass(frozen=True, slots=True)
class Operation(Node):
    """An elementary operation on rows or columns: R₂ ← 3R₂ − 2R₁, or R₁ ↔ R₂.

    Attributes:
        lines: What it is done to.
        target: The number of the line that changes, from 1.
        scale: What that line is multiplied by; not zero.
        source: Another line, a multiple of which is added, or which it is exchanged with; None for none.
        factor: What the other line is multiplied by; None for an exchange, where there is another line.
    """

    lines: Literal["rows", "columns"]
    target: int
    scale: Expr
    source: int | None = None
    factor: Expr | None = None


@dataclass(frozen=True, slots=True)
class Reduction(Node):
    """Matrices, each made from the one before by the operations named between them; checked by doing them.

    Attributes:
        matrices: One more than there are groups of operations.
        operations: Those of each group are done one after the other.
        modulus: As for `Equality`.
    """

    matrices: tuple[MatrixBase, ...]
    operations: tuple[tuple[Operation, ...], ...]
    modulus: Expr | None = None


@dataclass(frozen=True, slots=True)
class Irreducible(Node):
    """A polynomial in λ that is irreducible over the field of the coefficients of all the given expressions."""

    polynomial: Expr
    field_of: tuple[Expr, ...] = ()


Statement: TypeAlias = Equality | Reduction | Irreducible

# --- what is only written -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relation(Node):
    """Terms with a sign between them that states no identity: an equation that is to be solved, a name that is given.

    Attributes:
        terms: At least two.
        sign: Such as "=", "≠", "≈", "∈", "⇒", "⇔", "→".
    """

    terms: tuple[Formula, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class List(Node):
    """Formulas with commas between them: λ₁ = 1, λ₂ = 4."""

    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Words(Node):
    """Words inside a formula: "or", "for t ≠ 0"."""

    message: Message


@dataclass(frozen=True, slots=True)
class Row(Node):
    """Formulas side by side with a wide space between them."""

    parts: tuple[Formula, ...]


def parts_of(formula: Formula) -> Iterator[Formula]:
    """The formulas directly inside a node; nothing for SymPy's expressions and matrices."""
    if not isinstance(formula, Node):
        return
    for name in _fields(type(formula)):  # type: ignore[arg-type]  # a class is hashable, whatever mypy says of it
        yield from _formulas(getattr(formula, name))


@cache
def _fields(kind: type[Node]) -> tuple[str, ...]:
    """The names of the fields of a kind of node."""
    return tuple(f.name for f in fields(kind))  # type: ignore[arg-type]  # every node is a dataclass


def _formulas(value: object) -> Iterator[Formula]:
    if isinstance(value, tuple):
        for item in value:
            yield from _formulas(item)
    elif isinstance(value, Node | Expr | MatrixBase):
        yield value


def leaves(formula: Formula) -> Iterator[Expr]:
    """All SymPy expressions in a formula."""
    if isinstance(formula, MatrixBase):
        yield from formula.flat()
    elif isinstance(formula, Expr):
        yield formula
    else:
        for part in parts_of(formula):
            yield from leaves(part)
