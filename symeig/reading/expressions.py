"""Stub."""
from __future__ import annotations
import re
from fractions import Fraction
from symeig.reading.limits import Limits
from symeig.reading.numerals import NUMERAL, read_numeral
from symeig.reading.refusals import OversizeError, Passage
from symeig.reading.scalars import ExactScalar, simplest

_RATIONAL = re.compile(rf"\s*(?P<sign>[+-]?)(?P<numerator>{NUMERAL})(?:/(?P<denominator>{NUMERAL}))?\s*")

def read_passage(passage: Passage, limits: Limits) -> ExactScalar:
    match = _RATIONAL.fullmatch(passage.text, passage.start, passage.stop)
    if match is None:
        raise passage.malformed(passage.start, "is not a number", "Only rational numbers are read so far.")
    value = read_numeral(match["numerator"], limits.literal_bits)
    if match["denominator"]:
        value = simplest(Fraction(value) / Fraction(read_numeral(match["denominator"], limits.literal_bits)))
    return -value if match["sign"] == "-" else value
