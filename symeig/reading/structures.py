"""What an answer is made of: numbers, and lists, labels and remarks around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from symeig.reading.refusals import Passage
from symeig.reading.scalars import ExactScalar

__all__ = ["Group", "Labelled", "Node", "Number", "Remark"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number or an expression.

    Attributes:
        value: What it is.
        passage: Where it stands.
        multiplicity: How often it counts, where that was said.
    """

    value: ExactScalar
    passage: Passage
    multiplicity: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A list of any kind.

    Attributes:
        items: What is in it.
        bracket: "(", "[", "{", "span", or "" where it has none.
        passage: Where it stands.
        product: The number and the list that stand there side by side, as in 5 (1, 1).
    """

    items: tuple[Node, ...]
    bracket: str
    passage: Passage
    product: tuple[Number, Group] | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """Something that is said of something, before a colon or an equals sign, or behind it as in (1, 1) for λ = 5.

    Attributes:
        name: The label as typed, without white space.
        number: The number that the label is, or gives to a name; None where it is a mere name.
        item: What stands behind it.
        passage: Where the label stands.
        sign: What stands between: ":", "=" or "for".
        multiplicity: How often the number counts, where that was said.
        before: The numbers before that one, of a label with several equals signs; None for a mere name.
    """

    name: str
    number: ExactScalar | None
    item: Node
    passage: Passage
    sign: str = ":"
    multiplicity: int | None = None
    before: tuple[ExactScalar | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on parameters, such as t ≠ 0, or on names, such as A = PDP⁻¹.

    Attributes:
        text: The remark.
        passage: Where it stands.
    """

    text: str
    passage: Passage


Node: TypeAlias = Number | Group | Labelled | Remark
