"""Letters in an answer beside those of the matrix: products that were typed without a sign between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sympy import Expr, I, Mul, Symbol

from symeig.reading import ExactScalar
from symeig.reading.characters import GREEK
from symeig.reading.structures import Group, Labelled, Node, Number

__all__ = ["letters_in", "with_products"]

_GREEK = frozenset(GREEK.values())


def letters_in(rows: Iterable[Sequence[ExactScalar]]) -> frozenset[str]:
    """The letters in the entries of a matrix."""
    return frozenset(s.name for row in rows for x in row if isinstance(x, Expr) for s in x.free_symbols)


def with_products(node: Group, letters: frozenset[str]) -> Group:
    """An answer in which names that are products of letters are products: bi is b·i, and 2kx is 2·k·x.

    A name is a product where at most one of its letters is neither a parameter of the matrix nor the imaginary unit.

    Args:
        node: The answer.
        letters: The parameters of the matrix.
    """
    return replace(node, items=tuple(_changed(item, letters) for item in node.items))


def _changed(node: Node, letters: frozenset[str]) -> Node:
    match node:
        case Number():
            return replace(node, value=_multiplied(node.value, letters))
        case Group():
            return with_products(node, letters)
        case Labelled(number=number) if number is not None:
            return replace(node, number=_multiplied(number, letters), item=_changed(node.item, letters))
        case Labelled():
            return replace(node, item=_changed(node.item, letters))
    return node


def _multiplied(value: ExactScalar, letters: frozenset[str]) -> ExactScalar:
    if not isinstance(value, Expr):
        return value
    products = {s: _product(s.name) for s in value.free_symbols if _is_product(s.name, letters)}
    return value.xreplace(products) if products else value


def _is_product(name: str, letters: frozenset[str]) -> bool:
    if len(name) < 2 or not (name.isalpha() and name.isascii()) or name in letters or name in _GREEK:
        return False
    return sum(letter not in letters and letter != "i" for letter in name) <= 1


def _product(name: str) -> Expr:
    return Mul(*(I if letter == "i" else Symbol(letter) for letter in name))
