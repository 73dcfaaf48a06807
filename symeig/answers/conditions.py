"""Conditions on parameters in an answer, as the values at which they hold or fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from sympy import Expr, Integer, Poly, Symbol, factor_list, roots

from symeig.errors import SymeigError
from symeig.reading import Limits
from symeig.reading.characters import GREEK
from symeig.reading.expressions import read_passage
from symeig.reading.refusals import Passage
from symeig.reading.scalars import to_sympy

__all__ = ["Condition", "SpecialValue", "mentions", "read_condition", "zeros_of"]

# A parameter and what it is there, perhaps in terms of the others.
SpecialValue: TypeAlias = tuple[Symbol, Expr]

DEGREE = 6
LIMITS = Limits(characters=200, nodes=100, symbol_exponent=DEGREE)

_RELATIONS = (
    (re.compile(r"\\neq?\b|!=|<>|=/="), "≠"),
    (re.compile(r"=="), "="),
    (re.compile(r"(?<=\w) is (?:non-?zero|not zero)\b"), " ≠ 0"),
    (re.compile(r"(?<=\w) (?:is not equal to|is different from|does not equal|is not|isn't|khac(?: voi)?) "), " ≠ "),
    (re.compile(r"(?<=\w) (?:is equal to|equals|is|bang) "), " = "),
)
_EQUATION = re.compile(r"(?P<left>[^=≠]+)(?P<relation>[=≠])(?P<right>[^=≠]+)")
_JOINT = re.compile(r"(,|;|\b(?:and|or|va|hoac)\b)")
_NAME = re.compile(r"\\?[^\W\d_]+(?:_?\d+)?")
_KNOWN = {r"\frac", r"\sqrt", r"\cdot", r"\times", r"\left", r"\right", r"\pi", r"\pm", "sqrt", "pi", "π", "i", "e"}


@dataclass(frozen=True, slots=True)
class Condition:
    """Parameters have certain values, or none of them.

    Attributes:
        zeros: The values.
        equal: Whether it is one of these that they have.
    """

    zeros: frozenset[SpecialValue]
    equal: bool


def read_condition(text: str, letters: frozenset[str]) -> Condition | None:
    """The condition that a text in small letters, without accents, states; None where it is anything else.

    Args:
        text: Equations, one of which is to hold, or inequations, all of which are.
        letters: The parameters; a condition on others is none.

    Examples:
        >>> sorted(read_condition("k^2 = 1", frozenset("k")).zeros, key=str)
        [(k, -1), (k, 1)]
        >>> read_condition("k = 0 not", frozenset("k")) is None
        True
    """
    for pattern, relation in _RELATIONS:
        text = pattern.sub(relation, text)
    is_closed = text.count(")") > text.count("(")
    parts = _JOINT.split(text.strip(" .").removesuffix(")" if is_closed else ""))
    equations = [_EQUATION.fullmatch(part) for part in parts[::2]]
    relations = {equation["relation"] if equation else "" for equation in equations}
    if relations not in ({"="}, {"≠"}):
        return None
    found = [_solved(e["left"], e["right"], letters) for e in equations if e]
    zeros = [zero for each in found for zero in each]
    if not all(found) or not _are_joined(set(parts[1::2]), zeros, equal=relations == {"="}):
        return None
    return Condition(frozenset(zeros), relations == {"="})


def mentions(text: str, letters: frozenset[str]) -> bool:
    """Whether a text in small letters relates a parameter to anything, or says what it is."""
    names = {_plain_name(name) for name in _NAME.findall(text)}
    relates = re.search(r"[=≠<>≤≥]|\\(?:neq?|[lg]eq?)\b|\b(?:not|non-?zero|zero|is|are|khac|bang)\b|n't", text)
    return relates is not None and not names.isdisjoint(letter.lower() for letter in letters)


def zeros_of(expression: Expr) -> Iterator[tuple[SpecialValue, ...]]:
    """For each factor of a polynomial in parameters its zeros; none for a factor that is not solved.

    Solved are factors linear in a parameter, and those in a single one that radicals solve.
    """
    for factor, _ in factor_list(expression)[1]:
        letters = sorted(factor.free_symbols, key=str)
        polynomials = [(letter, factor.as_poly(letter)) for letter in letters]
        linear = next(((s, p) for s, p in polynomials if p is not None and p.degree() == 1), None)
        chosen = linear or (polynomials[0] if len(letters) == 1 else None)
        if chosen and chosen[1] is not None:
            found = roots(chosen[1])
            solved = sum(found.values()) == chosen[1].degree()
            yield tuple((chosen[0], root) for root in found) if solved else ()
        elif letters:
            yield ()


def _are_joined(words: set[str], zeros: list[SpecialValue], *, equal: bool) -> bool:
    """Whether words join values as they are judged: one of those of equations, none of those of inequations."""
    if not equal:
        return words.isdisjoint({"or", "hoac"})
    return words <= {"or", "hoac"} or len({s for letter, value in zeros for s in {letter} | value.free_symbols}) == 1


def _solved(left: str, right: str, letters: frozenset[str]) -> tuple[SpecialValue, ...]:
    """The values at which two sides are equal; none where they are not read, or not all found."""
    sides = [right.strip().removeprefix("±").removeprefix(r"\pm")]
    if sides[0] != right.strip():
        sides.append(f"-({sides[0]})")
    product: Expr = Integer(1)
    with suppress(SymeigError):
        for side in sides:
            difference = to_sympy(read_passage(Passage.of(f"({left}) - ({side})"), LIMITS))
            named = _named(difference, f"{left} {side}", letters)
            if named is None:
                return ()
            product *= named
        return _all_zeros(product)
    return ()


def _named(difference: Expr, text: str, letters: frozenset[str]) -> Expr | None:
    """The difference in terms of the parameters; None where a letter is none of them, or has vanished from it."""
    parameters = {letter.lower(): letter for letter in letters}
    names = {_plain_name(name) for name in _NAME.findall(text) if name not in _KNOWN or name in parameters}
    is_clear = len(parameters) == len(letters) and names <= set(parameters)
    if not is_clear or {s.name for s in difference.free_symbols} != names:
        return None
    return difference.xreplace({Symbol(name): Symbol(parameters[name]) for name in names})


def _plain_name(name: str) -> str:
    """A name as letters of an expression have it."""
    return GREEK.get(name, name.removeprefix("\\"))


def _all_zeros(polynomial: Expr) -> tuple[SpecialValue, ...]:
    letters = sorted(polynomial.free_symbols, key=str)
    if not letters or not polynomial.is_polynomial(*letters):
        return ()
    if Poly(polynomial, *letters).total_degree() > DEGREE:
        return ()
    found = list(zeros_of(polynomial.expand()))
    return tuple(zero for zeros in found for zero in zeros) if all(found) else ()
