"""Integers and decimals written in ASCII digits, read exactly.

A decimal is the rational number that it spells: ``0.1`` is 1/10. The size of the number is bounded by counting digits
before it is built.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction

from symeig.reading.refusals import OversizeError
from symeig.reading.scalars import simplest

__all__ = ["NUMERAL", "decimal_size", "read_numeral"]

NUMERAL = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
"""Pattern of an unsigned integer or decimal."""

_PARTS = re.compile(r"(?P<whole>[0-9]*)(?:\.(?P<tenths>[0-9]*))?(?:[eE](?P<exponent>[+-]?[0-9]+))?")
_BITS_PER_DIGIT = math.log2(10)
_SHORT = 9


def read_numeral(text: str, literal_bits: int) -> int | Fraction:
    """Value of a text that matches `NUMERAL`.

    Args:
        text: Digits with an optional point and an optional power of ten.
        literal_bits: Largest size of the number, as `decimal_size` counts it.

    Returns:
        The exact value, an int when it is one.

    Raises:
        OversizeError: the number is larger than `literal_bits`.

    Examples:
        >>> from symeig.reading.numerals import read_numeral
        >>> read_numeral("12", 64), read_numeral("0.1", 64), read_numeral("2.50e1", 64)
        (12, Fraction(1, 10), 25)
    """
    if len(text) <= _SHORT and text.isdecimal():
        return int(text)
    match = _PARTS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    tenths = match["tenths"] or ""
    digits = (match["whole"] + tenths).lstrip("0")
    power = match["exponent"] or "0"
    exponent = int(power) - len(tenths) if len(power) <= _SHORT else literal_bits
    size = decimal_size(len(digits), exponent)
    if size > literal_bits:
        raise OversizeError("digits", limit=literal_bits, spent=size)
    mantissa = int(digits or "0")
    return mantissa * 10**exponent if exponent >= 0 else simplest(Fraction(mantissa, 10**-exponent))


def decimal_size(digits: int, exponent: int) -> int:
    """Number of bits that `digits` decimal digits times 10^`exponent` may need, within 4 of the largest.

    Examples:
        >>> from symeig.reading.numerals import decimal_size
        >>> decimal_size(3, 0), decimal_size(1, -100)
        (9, 335)
    """
    return int((digits + abs(exponent)) * _BITS_PER_DIGIT)
