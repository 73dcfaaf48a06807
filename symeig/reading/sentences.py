r"""Sentences around numbers and vectors -> labels and separators, one character for one.

``The eigenvalues are 5 and 2`` becomes ``λ=                  5 and 2``, and ``λ = 5 has eigenvector (1, 1)`` becomes
``λ = 5 :v=             (1, 1)``. Only whole phrases are known: what denies something, or says something else, is left
as it is, and then it is refused where numbers are read.
"""

from __future__ import annotations

import re
from functools import partial

__all__ = ["plain_sentences"]

_START = r"(?P<before>(?:\A\s{0,99}|[;,:.\n])[^\S\n]{0,99})"
_NAMED = r"(?:\\?lamb?da|λ|\\?mu|μ)\s?(?:_\s?\{?\s?\\?\w{1,4}\s?\}?|[0-9₀-₉]{1,3})?"
_GIVES = rf"(?={_NAMED}\s{{0,9}}=)"
_NUMBER = r"(?=\s{0,9}[-+±]?\s?(?:[0-9√½¼¾⅓⅔(\[{]|\\?sqrt|\\[dt]?frac|i(?!\w)))"
_IS = r"(?:is|are|equals?|là|gồm|bằng)(?!\w)"
_ARTICLE = r"(?:(?:the|an?|all|its|both|các|những|một)\s{1,9}){0,2}"
_EIGENVALUES = r"(?:eigenvalue(?:s|\(s\))?|(?:giá\s{1,9})?trị\s{1,9}riêng)(?!\w)"
_EIGENVECTORS = (
    r"(?:corresponding\s{1,9}|associated\s{1,9})?"
    r"(?:eigen(?:vector|space)(?:s|\(s\))?|(?:vectơ|vec\s?tơ|véc\s?tơ|vector|không\s{1,9}gian)\s{1,9}riêng)(?!\w)"
    r"(?:\s{1,9}tương\s{1,9}ứng)?"
)
# Of A, and not of its inverse or of a polynomial in it.
_OF_A = (
    r"(?:\s{1,9}(?:of|của)\s{1,9}(?:(?:the\s{1,9})?matrix|(?:(?:the\s{1,9})?matrix\s{1,9}|ma\s{1,9}trận\s{1,9})?(?-i:A)"
    r"(?![\w^⁻'ᵀ²])(?!\s{1,9}[\^⁻'*+-]))(?!\w))?"
)
_THEN = r"(?:thì|then|suy\s{1,9}ra|khi\s{1,9}đó|ta\s{1,9}(?:có|được)|we\s{1,9}(?:have|get|obtain|find))(?!\w)"
_SO = rf"(?:(?:so|hence|thus|therefore|vậy|do\s{{1,9}}đó|nên)(?!\w)|{_THEN})"
_ANSWER = (
    r"(?:(?:the\s{1,9})?(?:final\s{1,9})?(?:answer|result|solutions?|roots?|nghiệm|đáp\s{1,9}(?:án|số)|kết\s{1,9}quả)"
    rf"(?:\s{{1,9}}{_IS}\s{{0,9}}:?|\s{{0,9}}[:=])|ans\s{{0,9}}=)"
)
_FOR = r"(?:case|trường\s{1,9}hợp|for|when|if|at|with|với|khi|nếu|tại|ứng\s{1,9}với)\s{1,9}"
_VERB = r"(?:has|have|with|gives|có|cho|ta\s{1,9}có)\s{1,9}"

_BASIS = (
    r"(?:basis|cơ\s{1,9}sở)"
    r"(?:\s{1,9}(?:of|for|của)\s{1,9}(?:the\s{1,9})?(?:eigenspace|không\s{1,9}gian\s{1,9}riêng))?"
    rf"(?:\s{{1,9}}{_IS}\s{{0,9}}:?|\s{{0,9}}[:=])"
)
_MATRIX_HAS = r"(?:(?:(?:the\s{1,9})?matrix\s{1,9}|ma\s{1,9}trận\s{1,9})?(?-i:A)\s{1,9}(?:has|có)\s{1,9})?"
_TAIL = rf"(?:\s{{1,9}}{_IS})?\s{{0,9}}[:=]?"
_ENDS = r"(?=\s{0,9}(?:[.;,\n]|\Z|(?:and|và|of|with|với)\s))"
_RATIONAL = r"[+-]?[0-9][0-9./]{0,20}"
_VECTOR_FOLLOWS = rf"(?=\s{{0,9}}(?:{_FOR}|(?!{_NAMED})\\?[a-z][\w{{}}]{{0,6}}\s{{0,9}}=))"

# Phrases in the order in which they are looked for, each with what stands for it.
_PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), counterpart)
    for pattern, counterpart in (
        # A sentence ends: For λ = 5, v = (1, 1). For λ = 2, …
        (rf"(?<=[)\]}}ᵀ0-9])\.(?=\s{{1,9}}(?:{_SO}|{_FOR}|the\s|các\s|{_EIGENVALUES}|{_EIGENVECTORS}))", ";"),
        # Numbers of a list: 1. λ = 5
        (rf"(?P<before>(?:\A|\n)[^\S\n]{{0,99}})[0-9]{{1,2}}[.)]\s{{1,9}}{_GIVES}", r"\g<before>"),
        # Equations side by side: λ₁ = 5 λ₂ = 2
        (rf"(?P<before>=\s{{0,9}}{_RATIONAL})\s(?=\s{{0,9}}{_NAMED}\s{{0,9}}=)", r"\g<before>,"),
        # λ² - 7λ + 10 = 0, hence …
        (rf"(?P<before>(?<![<>≠:=])=\s{{0,9}}0\s{{0,9}}),?\s{{0,9}}{_SO}", r"\g<before>;"),
        (rf"{_START}(?:(?:{_SO}|{_ANSWER})[\s,]{{0,99}}){{1,3}}", r"\g<before>"),
        (rf"(?<![\s,;:.])\s{{1,9}}{_THEN}(?=\s{{1,9}}(?:[(\[{{<]|\\?\w{{1,9}}\s{{0,9}}[=(\[]))", ":"),
        # λ = 5 has eigenvector (1, 1)
        (rf"(?<!\w)(?<!không\s){_VERB}{_ARTICLE}{_EIGENVECTORS}{_TAIL}", ":v="),
        (rf"{_START}{_ARTICLE}{_EIGENVECTORS}{_OF_A}{_TAIL}{_VECTOR_FOLLOWS}", r"\g<before>"),
        (rf"{_START}{_ARTICLE}{_EIGENVECTORS}{_OF_A}{_TAIL}", r"\g<before>v="),
        # for λ = 5 is (1, 1)
        (rf"(?P<before>=\s{{0,9}}{_RATIONAL})\s{{1,9}}{_IS}(?=\s{{0,9}}[(\[{{<])", r"\g<before>:"),
        # A basis of the eigenspace is …
        (_START + _ARTICLE + _BASIS, r"\g<before>"),
        # 5 and 2 are the eigenvalues of A
        (rf"\s{{1,9}}(?:is|are|là)\s{{1,9}}{_ARTICLE}{_EIGENVALUES}{_OF_A}{_ENDS}", ""),
        (rf"{_START}{_FOR}(?={_NAMED}\s{{0,9}}=|{_ARTICLE}{_EIGENVALUES}\s)", r"\g<before>"),
        # The eigenvalues of A are λ₁ = 5 and λ₂ = 2, or 5 and 2
        (rf"{_START}{_MATRIX_HAS}{_ARTICLE}{_EIGENVALUES}{_OF_A}{_TAIL}\s{{0,9}}{_GIVES}", r"\g<before>"),
        (rf"{_START}{_MATRIX_HAS}{_ARTICLE}{_EIGENVALUES}{_OF_A}{_TAIL}{_NUMBER}", r"\g<before>λ="),
        (rf"\A\s{{0,99}}(?:they|these|chúng)\s{{1,9}}{_IS}\s{{0,9}}:?{_NUMBER}", "λ="),
        (rf"(?P<before>(?<!\w){_NAMED})\s{{1,9}}{_IS}{_NUMBER}", r"\g<before>="),
    )
)


def plain_sentences(plain: str) -> str:
    r"""The text with what phrases stand for, each at its offset.

    Args:
        plain: A text with plain brackets and separators.

    Examples:
        >>> plain_sentences("Eigenvalues: 5 and 2")
        'λ=           5 and 2'
        >>> plain_sentences("The eigenvalues are not 5 and 2")
        'The eigenvalues are not 5 and 2'
    """
    for pattern, counterpart in _PHRASES:
        plain = pattern.sub(partial(_padded, counterpart), plain)
    return plain


def _padded(counterpart: str, match: re.Match[str]) -> str:
    return match.expand(counterpart).ljust(len(match[0]))
