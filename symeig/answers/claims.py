"""Claims in words, in English and Vietnamese: yes and no, kinds of definiteness, and that there is nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from symeig.errors import ParseError
from symeig.reading import ExactScalar, Limits
from symeig.reading.expressions import read_passage
from symeig.reading.refusals import Passage

__all__ = [
    "Condition",
    "Definiteness",
    "Kind",
    "YesOrNo",
    "claims_no_diagonalization",
    "claims_no_eigenvalue",
    "claims_no_inverse",
    "claims_no_orthogonal_diagonalization",
    "read_definiteness",
    "read_yes_or_no",
    "values_beside_none_real",
]

Definiteness: TypeAlias = Literal[
    "positive definite", "positive semidefinite", "negative definite", "negative semidefinite", "indefinite"
]

LONGEST = 400

# What may stand in front of a claim, and what ends it: the reasons behind are not judged.
_SUBJECT = r"(?:(?:it|this|a|the matrix(?: a)?|matrix a|nó|ma trận(?: a)?|a) )?"
_REASON = re.compile(r"[,;.:?!(]|\b(?:because|since|as|so|hence|therefore|vì|do|bởi|nên)\b")
_DIAGONALIZABLE = r"diagonali[sz]able"
_YES = re.compile(
    rf"yes|y|true|always|correct|{_SUBJECT}(?:is )?(?:always )?{_DIAGONALIZABLE}"
    rf"|{_SUBJECT}(?:is )?(?:not |non-?)defective"
    rf"|{_SUBJECT}can be diagonali[sz]ed|có|đúng|được|{_SUBJECT}(?:luôn )?(?:có )?chéo (?:hóa|hoá) được"
)
_NO = re.compile(
    rf"no|n|not|false|never|{_SUBJECT}(?:is )?(?:not|never|non-?) ?{_DIAGONALIZABLE}|{_SUBJECT}isn't {_DIAGONALIZABLE}"
    rf"|{_SUBJECT}is not|{_SUBJECT}(?:cannot|can't|can not) be diagonali[sz]ed|{_SUBJECT}(?:is )?defective|impossible"
    rf"|không|sai|{_SUBJECT}không (?:thể )?chéo (?:hóa|hoá)(?: được)?|{_SUBJECT}chéo (?:hóa|hoá) không được"
)
_ORTHOGONALLY = r"(?:orthogonally|unitarily)"
_NOT_ORTHOGONAL = re.compile(
    rf"(?:{_SUBJECT}(?:is )?{_DIAGONALIZABLE},? but )?"
    rf"{_SUBJECT}(?:is not|isn't|not|never) {_ORTHOGONALLY}(?: {_DIAGONALIZABLE})?"
    rf"|{_SUBJECT}(?:cannot|can't|can not) be (?:{_ORTHOGONALLY} diagonali[sz]ed|diagonali[sz]ed {_ORTHOGONALLY})"
    rf"|{_SUBJECT}(?:is not|isn't|not) (?:symmetric|hermitian|normal)|{_SUBJECT}không (?:phải )?(?:ma trận )?đối xứng"
    rf"|(?:{_SUBJECT}chéo (?:hóa|hoá) được,? nhưng )?"
    rf"{_SUBJECT}không (?:thể )?chéo (?:hóa|hoá) (?:được )?trực giao(?: được)?"
    rf"|{_SUBJECT}chéo (?:hóa|hoá) trực giao không được"
)
_OTHERWISE = re.compile(
    r"(?:yes|no|not|true|false|never|có|không|đúng|sai)(?=\s*(?:[,;.:!?)]|$|because\b|since\b|vì\b))"
)
_CONDITION = re.compile(
    r"(?P<claim>.*?)[,;\s]*\b"
    r"(?:if and only if|but only if|only if|iff|exactly (?:if|when)|only (?:when|for)|if|when|for all|for"
    r"|khi và chỉ khi|chỉ khi|nếu và chỉ nếu|khi|nếu|với mọi|với)\s+(?P<equations>.*)",
    re.DOTALL,
)
_CONDITION_FIRST = re.compile(
    r"(?:(?:if|when|for|khi|nếu|với)\s+)?(?P<equations>[^,;:]+?)\s*(?::|,?\s*\b(?:then|thì)\b)\s*(?P<claim>.+)",
    re.DOTALL,
)
_EXCEPTION = re.compile(
    r"(?P<claim>.*?)[,;\s]*\b(?:unless|except (?:if|when|for)|except|trừ khi|trừ)\s+(?P<equations>.*)", re.DOTALL
)
_CASES = re.compile(r"(?:[,;.:][,;.:\s]*|(?<!\w)(?=and|but|while|và|còn|nhưng))(?:(?:and|but|while|và|còn|nhưng) )?")
_ELSE = re.compile(
    r"(?<!\w)(?:otherwise|else|in (?:all )?(?:the )?other cases?|for (?:all |any )?other values?(?: of \w+)?"
    r"|ngược lại|còn lại|(?:(?:trong|với|ở) )?(?:các |mọi )?(?:trường hợp|giá trị) (?:còn lại|khác))(?: thì)?(?!\w)"
)
_CONDITIONAL = re.compile(r"[=≠]|\b(?:if|iff|unless|except|only|when|otherwise|depends|khi|nếu|trừ|tùy|chỉ)\b")
_EQUATION = re.compile(
    r"\s*(?P<letter>\\?[A-Za-z]+|[α-ωΑ-Ω])\s*(?P<relation>=|≠|!=|<>|\\neq?\b)\s*(?P<value>[^=≠]+?)\s*"
)
_NOTHING = re.compile(
    r"\{\s*\}|∅|\\emptyset|\\varnothing|none|nothing|(?:the )?empty(?: set)?|rỗng|tập rỗng|vô nghiệm"
    r"|(?:there (?:are|is) |a has |it has )?no(?:ne)?(?: real| complex)?"
    r" (?:eigenvalues?|eigenvectors?|roots?|solutions?)"
    r"|there (?:are|is) none|(?:a )?không có(?: (?:giá )?trị riêng| nghiệm)?(?: thực| phức)?(?: nào)?"
)
# What a list of numbers is made of, beside brackets.
_LISTED = r"[^a-zà-ỹ()]|[λμ]|\\[a-z]+|(?<![a-z])(?:sqrt|i|j|and|or|và|hoặc)(?![a-z])"
_ONLY_COMPLEX = re.compile(
    r"(?:(?:there (?:are|is)|a has|it has) )?(?:no real (?:eigenvalues?|roots?|solutions?)"
    r"|(?:a )?không có (?:(?:giá )?trị riêng|nghiệm) thực(?: nào)?)(?!\w)[ ,;:.]*"
    r"(?:(?:but|only|just|the|there|are|has|it|complex|non-real|imaginary|eigenvalues?|roots?|ones"
    r"|nhưng|mà|chỉ|có|giá|trị|riêng|nghiệm|phức|là)[ :,]+)*"
    rf"(?:\((?P<inside>(?:{_LISTED})*[0-9ij])\)|(?P<values>(?:{_LISTED}|[()])*[0-9ij)]))"
)
_NOT_INVERTIBLE = re.compile(
    rf"{_SUBJECT}(?:is )?(?:not invertible|non-?invertible|singular)|{_SUBJECT}isn't invertible"
    rf"|{_SUBJECT}(?:has no|no|does not have an|doesn't have an) inverse"
    r"|(?:a\^\(?-1\)? |the inverse |it )?does not exist"
    rf"|{_SUBJECT}(?:là )?(?:ma trận )?(?:không khả nghịch|suy biến)|{_SUBJECT}không có (?:ma trận )?nghịch đảo"
)
# Vietnamese words keep their accents; "bán" and "nửa" are semi, "xác định" is definite.
_KINDS: dict[Definiteness, str] = {
    "indefinite": r"indefinite|không xác định(?: dấu)?|đổi dấu",
    "positive semidefinite": r"positive[ -]*semi[ -]*definite|semi[ -]*positive definite|psd|p\.s\.d\.?|spsd"
    r"|non-?negative definite|(?:nửa|bán) xác định dương|xác định không âm",
    "negative semidefinite": r"negative[ -]*semi[ -]*definite|semi[ -]*negative definite|nsd|n\.s\.d\.?"
    r"|(?:nửa|bán) xác định âm|xác định không dương",
    "positive definite": r"(?:strictly )?positive[ -]*definite|spd|pd|p\.d\.?|xác định dương",
    "negative definite": r"(?:strictly )?negative[ -]*definite|nd|n\.d\.?|xác định âm",
}
_DEFINITE: dict[Definiteness, Definiteness] = {
    "positive semidefinite": "positive definite",
    "positive definite": "positive definite",
    "negative semidefinite": "negative definite",
    "negative definite": "negative definite",
}
_DENIAL = re.compile(
    r"(?P<claim>.+?) ?[,;(]? ?(?<!\w)(?:(?:but|and|yet|though|nhưng|và|mà) )?(?:(?:it )?is )?"
    r"(?:not|isn't|không(?: phải)?(?: là)?) (?P<denied>.+)"
)
_DEFINITENESS = {kind: re.compile(rf"{_SUBJECT}(?:is )?(?:{pattern})(?: matrix)?") for kind, pattern in _KINDS.items()}


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
class Kind:
    """A kind of definiteness.

    Attributes:
        name: What is claimed.
        denied: Another one, which is said not to hold.
    """

    name: Definiteness
    denied: Definiteness | None = None


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


def _plain(text: str) -> str:
    """The words in small letters with single spaces, composed, without mathematics' delimiters and a last stop."""
    words = unicodedata.normalize("NFC", text).lower().replace("’", "'").replace("$", "")
    return " ".join(words.split()).rstrip(".! ")


def _claim(text: str) -> tuple[str, str]:
    """A claim, and what is said in support of it."""
    plain = _plain(text)
    reason = _REASON.search(plain)
    return (plain[: reason.start()].strip(), plain[reason.start() :]) if reason else (plain, "")


def _claims(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text makes a claim and gives no number beside it."""
    if len(text) > LONGEST:
        return False
    plain = _plain(text)
    claim, reason = _claim(text)
    return pattern.fullmatch(plain) is not None or bool(pattern.fullmatch(claim) and not re.search(r"[0-9=]", reason))


def claims_no_eigenvalue(text: str) -> bool:
    """Whether a text says that there is no eigenvalue.

    Examples:
        >>> claims_no_eigenvalue("no real eigenvalues"), claims_no_eigenvalue("no doubt: 5, 2")
        (True, False)
    """
    return _claims(_NOTHING, text)


def values_beside_none_real(text: str) -> str | None:
    """What a text that says that no eigenvalue is real gives as eigenvalues; None where it does not.

    Examples:
        >>> values_beside_none_real("no real eigenvalues, only ±i"), values_beside_none_real("no eigenvalues, 5")
        ('±i', None)
    """
    said = _ONLY_COMPLEX.fullmatch(_plain(text)) if len(text) <= LONGEST else None
    return said["inside"] or said["values"] if said else None


def claims_no_inverse(text: str) -> bool:
    """Whether a text says that the matrix has no inverse.

    Examples:
        >>> claims_no_inverse("A is singular, det A = 0"), claims_no_inverse("not singular")
        (True, False)
    """
    return len(text) <= LONGEST and _NOT_INVERTIBLE.fullmatch(_claim(text)[0]) is not None


def claims_no_diagonalization(text: str) -> bool:
    """Whether a text says that the matrix cannot be diagonalized.

    Examples:
        >>> claims_no_diagonalization("A is not diagonalizable"), claims_no_diagonalization("not defective")
        (True, False)
    """
    return len(text) <= LONGEST and _NO.fullmatch(_claim(text)[0]) is not None


def claims_no_orthogonal_diagonalization(text: str) -> bool:
    """Whether a text says that the matrix cannot be diagonalized orthogonally; no, and not diagonalizable, say it too.

    Examples:
        >>> claims_no_orthogonal_diagonalization("no, A is not symmetric")
        True
        >>> claims_no_orthogonal_diagonalization("it is orthogonally diagonalizable")
        False
    """
    if claims_no_diagonalization(text):
        return True
    texts = (_plain(text), _claim(text)[0]) if len(text) <= LONGEST else ()
    return any(_NOT_ORTHOGONAL.fullmatch(claim) for claim in texts)


def read_definiteness(text: str) -> Kind:
    """The kind of definiteness that a text names, and one that it denies beside it.

    Raises:
        ParseError: It names none, or something else besides, or contradicts itself.

    Examples:
        >>> read_definiteness("nửa xác định dương")
        Kind(name='positive semidefinite', denied=None)
        >>> read_definiteness("PSD but not PD")
        Kind(name='positive semidefinite', denied='positive definite')
    """
    passage = _short(text, "positive definite, or another kind")
    plain = _plain(text)
    if said := _DENIAL.fullmatch(plain):
        name, denied = _kind(said["claim"]), said["denied"].rstrip(" ).")
        denied = denied if "." in denied else _claim(denied)[0]
        other = _kind(denied)
        if name and denied in {"definite", "xác định"}:
            other = _DEFINITE.get(name)
        if name and other in {name, name.replace(" definite", " semidefinite")}:
            raise passage.malformed(0, "says that it is and that it is not", "Write one of them.")
        if name and other:
            return Kind(name, other)
    claim, reason = _claim(text) if "." not in plain else (plain, "")
    name = _kind(claim)
    if name is None or _is_taken_back(reason):
        remedy = "Write positive definite, positive semidefinite, or indefinite, say."
        raise passage.malformed(0, "names no kind of definiteness", remedy)
    return Kind(name)


def _kind(claim: str) -> Definiteness | None:
    return next((kind for kind, pattern in _DEFINITENESS.items() if pattern.fullmatch(claim)), None)


def _is_taken_back(reason: str) -> bool:
    """Whether a no follows a claim, as in: positive definite? No."""
    said = _OTHERWISE.match(reason.lstrip(" ,;.:?!("))
    return said is not None and _NO.fullmatch(said[0]) is not None


def read_yes_or_no(text: str) -> YesOrNo:
    """Yes, no, or a condition on a parameter; what is said in support of a plain answer is not judged.

    Raises:
        ParseError: It is none of these, or says both.

    Examples:
        >>> read_yes_or_no("no, because det(A) = 0")
        YesOrNo(yes=False, conditions=())
        >>> read_yes_or_no("only if k = 0").conditions
        (Condition(letter='k', value=0, equal=True),)
    """
    passage = _short(text, "yes or no")
    plain = _plain(text)
    if found := _conditional(plain) or _in_cases(plain):
        return found
    if conditions := _conditions(plain):
        return YesOrNo(yes=True, conditions=conditions)
    claim, reason = _claim(text)
    is_clear = not _OTHERWISE.match(reason.lstrip(" ,;.:?!(")) and not _CONDITIONAL.search(claim)
    if is_clear and (found := _unconditional(claim)):
        return found
    raise passage.malformed(0, "is neither yes nor no", "Write yes or no, or a condition such as: only if k = 0.")


def _unconditional(claim: str) -> YesOrNo | None:
    """Yes or no; None for something else."""
    return next((YesOrNo(yes) for pattern, yes in ((_YES, True), (_NO, False)) if pattern.fullmatch(claim)), None)


def _conditional(plain: str) -> YesOrNo | None:
    """Yes or no with a condition; None for something else."""
    if (said := _EXCEPTION.fullmatch(plain)) and (conditions := _conditions(said["equations"])):
        claim = _unconditional(said["claim"].strip(" ,;"))
        if claim is not None:
            return YesOrNo(not claim.yes, conditions)
    if (said := _CONDITION_FIRST.fullmatch(plain)) and (conditions := _conditions(said["equations"])):
        claim = _unconditional(said["claim"].strip(" ,;:"))
        if claim is not None:
            return YesOrNo(claim.yes, conditions)
    if (said := _CONDITION.fullmatch(plain)) and (conditions := _conditions(said["equations"])):
        claim = _unconditional(said["claim"].strip()) if said["claim"].strip() else YesOrNo(yes=True)
        if claim is not None:
            return YesOrNo(claim.yes, conditions)
    return None


def _in_cases(plain: str) -> YesOrNo | None:
    """What two cases say together, as in: no if k ≠ 0, yes if k = 0; None where they are not all, or disagree."""
    for place in _CASES.finditer(plain):
        first, rest = plain[: place.start()], plain[place.end() :]
        one, other = _conditional(first) or _unconditional(first), _conditional(rest)
        if other is None and _ELSE.search(rest):
            other = _unconditional(_ELSE.sub("", rest).strip(" ,;:"))
        if one is not None and other is not None and _agree(one, other):
            return one if one.conditions else other
    return None


def _agree(one: YesOrNo, other: YesOrNo) -> bool:
    """Whether a case and the other cases, or a case and what holds in general, are said to differ."""
    if not (one.conditions and other.conditions):
        return one.yes != other.yes and bool(one.conditions or other.conditions)
    relations, others = ({c.equal == claim.yes for c in claim.conditions} for claim in (one, other))
    values, other_values = ({(c.letter, c.value) for c in claim.conditions} for claim in (one, other))
    return len(relations) == 1 and relations == others and values == other_values


def _conditions(text: str) -> tuple[Condition, ...]:
    """The equations in a text that is nothing else; none where it is."""
    found = []
    for part in re.split(r",|;|\b(?:and|or|và|hoặc)\b", text.rstrip(". ")):
        equation = _EQUATION.fullmatch(part)
        if equation is None:
            return ()
        try:
            number = read_passage(Passage.of(equation["value"]), Limits())
        except ParseError:
            return ()
        found.append(Condition(equation["letter"].lstrip("\\"), number, equation["relation"] == "="))
    return tuple(found)
