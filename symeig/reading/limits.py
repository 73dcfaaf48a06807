"""Bounds on what may be read, all checked before an exact number is built.

A few characters can name a number that fills the memory (``9^9^9``), so no bound may wait for the value.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MATRIX_LIMITS", "Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The largest things that are read; beyond them `BudgetExceededError` is raised.

    The defaults suit an answer typed by a student. `MATRIX_LIMITS`, the default for matrices, differs in
    `literal_bits`.

    Attributes:
        characters: Length of one expression.
        matrix_characters: Length of the text of a matrix, or of a text file.
        literal_bits: Size of a number written out in digits; ``1e100`` counts as 101 digits.
        radicand_bits: Size of the numbers under a root and of their powers that simplifying the root may need; N^(p/q)
            counts p + q times the size of N. Also the size of the argument of a trigonometric function.
        power_bits: Size of the result of raising to a power.
        number_bits: Size of any other number that the arithmetic in an expression produces.
        nodes: Numbers, names and operators in one expression.
        depth: Nesting of brackets in one expression.
        height: Nesting of powers, roots and functions; each level of radicals can double the work of every later one.
        symbol_exponent: Exponent of anything that is not a rational number, and index of a root.
        entries: Entries of a matrix whose size is stated, not written out, as in ``identity(3)`` or a file header.

    Examples:
        >>> from symeig.reading import Limits
        >>> Limits().literal_bits, Limits(nodes=100).nodes
        (512, 100)
    """

    characters: int = 20_000
    matrix_characters: int = 4_000_000
    literal_bits: int = 512
    radicand_bits: int = 1_024
    power_bits: int = 4_096
    number_bits: int = 32_768
    nodes: int = 2_000
    depth: int = 60
    height: int = 20
    symbol_exponent: int = 1_000
    entries: int = 4_000_000


MATRIX_LIMITS = Limits(literal_bits=13_607)
"""`Limits` with literals of up to 4096 digits: the default wherever a whole matrix is read."""
