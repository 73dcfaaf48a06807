"""Claims in words, in English and Vietnamese: yes and no, kinds of definiteness, and that there is nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from symeig.errors import ParseError, SymeigError
from symeig.reading import ExactScalar, Limits
from symeig.reading.expressions import read_passage
from symeig.reading.refusals import Passage

__all__ = [
    "Condition",
    "Definiteness",
    "YesOrNo",
    "claims_no_diagonalization",
    "claims_no_eigenvalue",
    "claims_no_inverse",
    "read_definiteness",
    "read_yes_or_no",
]

Definiteness: TypeAlias = Literal[
    "positive definite", "positive semidefinite", "negative definite", "negative semidefinite", "indefinite"
]

LONGEST = 400

_NO = re.compile(r"(?:no|not|never|false|cannot|can't|isn't|non|không|sai)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|true|always|diagonali[sz]able|có|đúng|được|chéo hóa|it is)\b", re.IGNORECASE)
_ONLY_IF = re.compile(
    r"(?:yes|no|diagonali[sz]able|có|không)?[,;\s]*"
    r"(?:if and only if|only if|iff|exactly (?:if|when)|only (?:when|for)|if|when|for"
    r"|khi và chỉ khi|chỉ khi|nếu và chỉ nếu|khi|nếu|với)\s+(?P<equations>.*)",
    re.IGNORECASE | re.DOTALL,
)
_EQUATION = re.compile(
    r"\s*(?P<letter>\\?[A-Za-z]+|[α-ωΑ-Ω])\s*(?P<relation>=|≠|!=|<>|\\neq?\b)\s*(?P<value>[^=≠]+?)\s*"
)
_NOTHING = re.compile(
    r"(?:\{\s*\}|∅|\\emptyset|\\varnothing|none|nothing|empty(?: set)?|there (?:are|is) no(?:ne)?.*"
    r"|no (?:real |complex )?eigenvalues?.*|không có.*|vô nghiệm|rỗng)\.?",
    re.IGNORECASE | re.DOTALL,
)
_NOT_INVERTIBLE = re.compile(
    r".*\b(?:not invertible|no inverse|singular|does not exist|not exist"
    r"|không khả nghịch|không có nghịch đảo|suy biến)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DIAGONALIZABLE = re.compile(
    r".*\b(?:not diagonali[sz]able|cannot be diagonali[sz]ed|defective|không chéo (?:hóa|hoá)(?: được)?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Vietnamese words keep their accents; "bán" is semi, "xác định" is definite.
_DEFINITENESS: tuple[tuple[str, Definiteness], ...] = (
    (r"indefinite|không xác định(?: dấu)?|đổi dấu", "indefinite"),
    (r"positive[\s-]*semi[\s-]*definite|psd|p\.s\.d\.|nửa xác định dương|bán xác định dương", "positive semidefinite"),
    (r"negative[\s-]*semi[\s-]*definite|nsd|n\.s\.d\.|nửa xác định âm|bán xác định âm", "negative semidefinite"),
    (r"positive[\s-]*definite|pd|p\.d\.|xác định dương", "positive definite"),
    (r"negative[\s-]*definite|nd|n\.d\.|xác định âm", "negative definite"),
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A parameter equals a number, or differs from it.

    Attributes:
        letter: The name of the parameter.
        value: The number.
        equal: Whether it is said to be equal.
    """

    letter: str
    value: ExactScalar
    equal: bool


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """Yes or no, perhaps under conditions, all of which or one of which is to hold.

    Attributes:
        yes: What holds under the conditions, or in any case where there are none.
        conditions: On parameters.
    """

    yes: bool
    conditions: tuple[Condition, ...] = ()


def _short(text: str, needed: str) -> Passage:
    passage = Passage.of(text)
    if not text.strip():
        raise passage.malformed(0, "is empty", f"Write {needed}.")
    if len(text) > LONGEST:
        raise passage.malformed(LONGEST, f"has more than {LONGEST} characters", f"Write {needed}.")
    return passage


def claims_no_eigenvalue(text: str) -> bool:
    """Whether a text says that there is no eigenvalue.

    Examples:
        >>> claims_no_eigenvalue("no real eigenvalues"), claims_no_eigenvalue("5, 2")
        (True, False)
    """
    return len(text) <= LONGEST and _NOTHING.fullmatch(text.strip()) is not None


def claims_no_inverse(text: str) -> bool:
    """Whether a text says that the matrix has no inverse."""
    return len(text) <= LONGEST and _NOT_INVERTIBLE.fullmatch(text) is not None


def claims_no_diagonalization(text: str) -> bool:
    """Whether a text says that the matrix cannot be diagonalized."""
    return len(text) <= LONGEST and _NOT_DIAGONALIZABLE.fullmatch(text) is not None


def read_definiteness(text: str) -> Definiteness:
    """The kind of definiteness that a text names.

    Raises:
        ParseError: It names none, or several.

    Examples:
        >>> read_definiteness("PSD"), read_definiteness("nửa xác định dương")
        ('positive semidefinite', 'positive semidefinite')
    """
    passage = _short(text, "positive definite, or another kind")
    rest, found = " ".join(text.lower().split()), []
    for pattern, kind in _DEFINITENESS:
        rest, count = re.subn(rf"(?<!\w)(?:{pattern})(?!\w)", " ", rest)
        found += [kind] if count else []
    if len(found) != 1 or re.search(r"(?<!\w)(?:not|no|neither|không)(?!\w)", rest):
        raise passage.malformed(
            0, "names no kind of definiteness", "Write positive definite, positive semidefinite, or indefinite, say."
        )
    return found[0]


def read_yes_or_no(text: str) -> YesOrNo:
    """Yes, no, or a condition on a parameter; what is said in support of a plain answer is not judged.

    Raises:
        ParseError: It is none of these.

    Examples:
        >>> read_yes_or_no("no, because det(A) = 0")
        YesOrNo(yes=False, conditions=())
        >>> read_yes_or_no("only if k = 0").conditions
        (Condition(letter='k', value=0, equal=True),)
    """
    passage = _short(text, "yes or no")
    stripped = text.strip()
    if (said := _ONLY_IF.fullmatch(stripped)) and (conditions := _conditions(said["equations"])):
        return YesOrNo(not _NO.match(stripped), conditions)
    if conditions := _conditions(stripped):
        return YesOrNo(True, conditions)
    if _NO.match(stripped) or claims_no_diagonalization(text):
        return YesOrNo(False)
    if _YES.match(stripped):
        return YesOrNo(True)
    raise passage.malformed(0, "is neither yes nor no", "Write yes or no, or a condition such as: only if k = 0.")


def _conditions(text: str) -> tuple[Condition, ...]:
    """The equations in a text that is nothing else; none where it is."""
    found = []
    for part in re.split(r",|;|\b(?:and|or|và|hoặc)\b", text.rstrip(". ")):
        equation = _EQUATION.fullmatch(part)
        if equation is None:
            return ()
        value = Passage.of(equation["value"])
        try:
            number = read_passage(value, Limits())
        except SymeigError as error:
            if isinstance(error, ParseError):
                return ()
            raise
        found.append(Condition(equation["letter"].lstrip("\\"), number, equation["relation"] == "="))
    return tuple(found)
