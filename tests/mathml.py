"""What is true of all MathML that is well made."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

__all__ = ["faults", "parsed", "tree"]

# Elements with as many children as MathML asks for; None for any number.
CHILDREN = {
    "mfrac": 2,
    "mover": 2,
    "mroot": 2,
    "msub": 2,
    "msubsup": 3,
    "msup": 2,
    "munderover": 3,
} | dict.fromkeys(["math", "mrow", "mtable", "mtr", "mtd", "msqrt"])
TOKENS = {"mi", "mn", "mo", "mtext", "mspace"}

# Signs that stand between two things; a minus sign behind one of them belongs in a row of its own.
BETWEEN = set("+−=≠≈←↔→,·\u2062")


def tree(text: str) -> ET.Element:
    """What symeig wrote as XML.

    Raises:
        ET.ParseError: It is not well-formed.
    """
    return ET.fromstring(text)  # noqa: S314


def parsed(elements: str) -> ET.Element:
    """Elements of MathML in a row."""
    return tree(f"<math>{elements}</math>")


def faults(root: ET.Element) -> list[str]:
    """What is wrong with a formula: unknown elements, wrong numbers of children, two signs in a row, empty tokens."""
    found = []
    for element in root.iter():
        needed = CHILDREN.get(element.tag)
        if element.tag not in CHILDREN.keys() | TOKENS:
            found.append(f"unknown element {element.tag}")
        if needed is not None and len(element) != needed:
            found.append(f"{element.tag} with {len(element)} children")
        if element.tag in TOKENS and len(element):
            found.append(f"{element.tag} with elements in it")
        if element.tag in TOKENS - {"mspace"} and not element.text:
            found.append(f"{element.tag} without text")
        if element.tag not in TOKENS and (element.text or "").strip():
            found.append(f"text {element.text!r} outside of tokens")
        found += [
            f"sign {second.text} behind {first.text}"
            for first, second in pairwise(element)
            if first.tag == second.tag == "mo" and first.text in BETWEEN and second.text in BETWEEN
        ]
    return found
