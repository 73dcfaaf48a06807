"""Integers, decimals and mixed numbers, read exactly.

A decimal is the rational number that it spells: ``0.1`` is 1/10. The size of a number is bounded by counting its digits
before it is built.
"""

from __future__ import annotations

import math
from fractions import Fraction

from symeig.reading.characters import VULGAR_FRACTIONS
from symeig.reading.refusals import OversizeError
from symeig.reading.scalars import simplest

__all__ = ["DECIMAL", "NUMERAL", "check_decimal_size", "check_size", "read_numeral"]

DECIMAL = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
"""Pattern of an unsigned integer or decimal."""

NUMERAL = rf"(?:[0-9]*\s?[{''.join(VULGAR_FRACTIONS)}]|{DECIMAL})"
"""Pattern of an unsigned integer, decimal, vulgar fraction or mixed number such as 2½."""

_BITS_PER_DIGIT = math.log2(10)
_SHORT = 9


def read_numeral(text: str, literal_bits: int) -> int | Fraction:
    """Value of a text that matches `NUMERAL`.

    Args:
        text: The numeral.
        literal_bits: Largest size of the number, as `check_decimal_size` counts it.

    Returns:
        The exact value, an int when it is one.

    Raises:
        OversizeError: the number is larger than `literal_bits`.

    Examples:
        >>> from symeig.reading.numerals import read_numeral
        >>> read_numeral("12", 64), read_numeral("0.1", 64), read_numeral("2.50e1", 64), read_numeral("2½", 64)
        (12, Fraction(1, 10), 25, Fraction(5, 2))
    """
    if len(text) <= _SHORT and text.isdecimal() and (value := int(text)).bit_length() <= literal_bits:
        return value
    if text[-1] in VULGAR_FRACTIONS:
        whole = text[:-1].strip()
        return simplest(VULGAR_FRACTIONS[text[-1]] + (read_numeral(whole, literal_bits) if whole else 0))
    decimal, _, power = text.lower().partition("e")
    whole, _, tenths = decimal.partition(".")
    digits = (whole + tenths).lstrip("0")
    exponent = int(power or "0") - len(tenths) if len(power) <= _SHORT else 10**_SHORT
    check_decimal_size(len(digits), exponent, literal_bits)
    mantissa = int(digits or "0")
    return mantissa * 10**exponent if exponent >= 0 else simplest(Fraction(mantissa, 10**-exponent))


def check_decimal_size(digits: int, exponent: int, literal_bits: int) -> None:
    """Refuse `digits` decimal digits times 10^`exponent` where that needs more than `literal_bits` bits.

    Raises:
        OversizeError: it needs more.
    """
    check_size(int((digits + abs(exponent)) * _BITS_PER_DIGIT), literal_bits)


def check_size(spent: int, literal_bits: int) -> None:
    """Refuse a number of `spent` bits where that is more than `literal_bits`.

    Raises:
        OversizeError: it is more.
    """
    if spent > literal_bits:
        predicate = f"has a number of more than {literal_bits} bits"
        raise OversizeError(predicate, what="digits", limit=literal_bits, spent=spent)
