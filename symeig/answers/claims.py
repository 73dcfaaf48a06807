"""Claims in words, in English and Vietnamese: yes and no, kinds of definiteness, and that there is nothing.

Words are compared in small letters, and those of Vietnamese without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from symeig.answers.conditions import Condition, SpecialValue, mentions, read_condition
from symeig.reading.refusals import Passage

__all__ = [
    "Definiteness",
    "Kind",
    "YesOrNo",
    "claims_no_diagonalization",
    "claims_no_eigenvalue",
    "claims_no_inverse",
    "claims_no_orthogonal_diagonalization",
    "read_definiteness",
    "read_yes_or_no",
    "says_diagonalizable",
    "values_beside_none_real",
]

Definiteness: TypeAlias = Literal[
    "positive definite", "positive semidefinite", "negative definite", "negative semidefinite", "indefinite"
]

LONGEST = 400

# These mean other words without their accents.
_ACCENTED = {"nó", "số"}

_DELIMITER = re.compile(r"\$|\\[()\[\]]")
_EQUIVALENCE = re.compile(r"⇔|⟺|↔|<=>|\\(?:iff|(?:long)?leftrightarrow)\b")

# What may stand in front of a claim, and what ends it.
_SUBJECT = r"(?:(?:it|it's|this|a|the matrix(?: a)?|matrix a|nó|ma tran(?: a)?|a) )?"
_BECAUSE = r"because|since|as|so|hence|thus|therefore|vi|do|boi|nen"
_REASON = re.compile(rf"[,;.:?!(]|\b(?:{_BECAUSE})\b")
_CLAUSES = re.compile(
    rf"[,;.:?!()]|(?<!\w)(?:{_BECAUSE}|but|yet|though|however|and|or|while|nhung|va|ma(?! tran)|con|hoac)(?!\w)"
)
_ARGUMENT = re.compile(r"(?<=\w)\((\w)\)")
_TAKEN_BACK = re.compile(
    r"(?:actually |well |sorry |wait |hmm |(?:this|that|which) is )*"
    r"(?:yes|no|not|true|false|never|wrong|maybe|perhaps|possibly"
    r"|dung|sai|co|khong|(?:not|khong) (?:true|really|at all|sure|always|quite|correct|dung|phai)"
    r"|it is(?: not)?|it's(?: not)?|it isn't|is not|it (?:does|has|can)(?: not)?|there (?:is|are)(?: one| some)?)"
)
_JUDGES_ITSELF = re.compile(r"true|false|wrong|correct|not|dung|sai")
_CONTRARY = re.compile(r"[,;.:( ]*(?:but|yet|though|although|however|except|nhung|tuy)\b")
_NEGATION = re.compile(r"\b(?:not|never|no|none|cannot|neither|nor|without|fails?|impossible|khong|non-?)|n't")

_DIAGONALIZABLE = r"diagonali[sz]able"
_OVER_R = r"(?: (?:over|on|in|tren) (?:r|ℝ|\\mathbb ?\{?r\}?|the reals?|the real numbers|truong so thuc))?"
_YES = re.compile(
    rf"yes|y|true|always|correct|{_SUBJECT}(?:is )?(?:always )?{_DIAGONALIZABLE}"
    rf"|{_SUBJECT}(?:is )?(?:not |non-?)defective"
    rf"|{_SUBJECT}can be diagonali[sz]ed|co|dung|duoc|{_SUBJECT}(?:luon )?(?:co )?cheo hoa duoc"
)
_BARE_NO = re.compile(rf"no|n|not|false|never|{_SUBJECT}(?:is not|isn't)|impossible|(?:it is )?not possible|khong|sai")
_NOT_DIAGONALIZABLE = re.compile(
    rf"(?:{_SUBJECT}(?:is )?(?:not|never|non-?) ?{_DIAGONALIZABLE}|{_SUBJECT}isn't {_DIAGONALIZABLE}"
    rf"|{_SUBJECT}(?:cannot|can't|can not) be diagonali[sz]ed|{_SUBJECT}(?:is )?defective"
    rf"|{_SUBJECT}khong (?:the )?cheo hoa(?: duoc)?|{_SUBJECT}cheo hoa khong duoc){_OVER_R}"
)
_NO_MATRIX = re.compile(
    r"(?:such a )?p(?: (?:and|or) d)? (?:does|do) not exist|p doesn't exist|khong ton tai (?:ma tran )?p"
)
_ORTHOGONALLY = r"(?:orthogonally|unitarily)"
_DIAGONALIZABLE_BUT = re.compile(rf"(?:{_SUBJECT}(?:is )?{_DIAGONALIZABLE},? but |{_SUBJECT}cheo hoa duoc,? nhung )")
_NOT_ORTHOGONAL = re.compile(
    rf"{_SUBJECT}(?:is not|isn't|not|never) {_ORTHOGONALLY}(?: {_DIAGONALIZABLE})?"
    rf"|{_SUBJECT}(?:cannot|can't|can not) be (?:{_ORTHOGONALLY} diagonali[sz]ed|diagonali[sz]ed {_ORTHOGONALLY})"
    rf"|{_SUBJECT}(?:is not|isn't|not) (?:symmetric|hermitian|normal)|{_SUBJECT}khong (?:phai )?(?:ma tran )?doi xung"
    rf"|{_SUBJECT}khong (?:the )?cheo hoa (?:duoc )?truc giao(?: duoc)?"
    rf"|{_SUBJECT}cheo hoa truc giao khong duoc"
)
# Matrices beside the claim that there are none.
_DECOMPOSITION = re.compile(r"[\[\]{}&]|\bdiag\b|\b[pqsduv] ?=")

_IF = (
    r"(?:if and only if|but only if|only if|iff|exactly (?:if|when)|only (?:when|for)|if|when(?:ever)?"
    r"|for (?:all|any|every)|for|(?:provided|providing|assuming|given)(?: that)?|(?:as|so) long as|on condition that"
    r"|khi va chi khi|chi khi"
    r"|neu va chi neu|khi|neu|voi moi|voi dieu kien|voi)"
)
_CONDITION = re.compile(rf"(?P<claim>.*?)(?:[,;(\s]*(?<!\w){_IF}\s+|\s*[,;(]\s*)(?P<equations>.*)", re.DOTALL)
_LEADING_IF = re.compile(rf"^{_IF}\s+")
_CONDITION_FIRST = re.compile(rf"(?P<word>{_IF}\s+)?(?P<rest>.*)", re.DOTALL)
_THEN = re.compile(r"\s*(?:[:,]|(?<!\w)(?:then|thi|iff)(?!\w))[\s:,]*(?:(?:then|thi)(?!\w)\s*)?")
_THEN_OR_SPACE = re.compile(rf"{_THEN.pattern}|\s+")
_EXCEPTION = re.compile(
    r"(?P<claim>.*?)[,;\s]*\b(?:unless|except (?:if|when|for)|except|tru khi|tru)\s+(?P<equations>.*)", re.DOTALL
)
_ELSE_WORD = (
    r"(?<!\w)(?:otherwise|else|in (?:all )?(?:the )?other cases?|for (?:all |any )?other values?(?: of \w+)?"
    r"|nguoc lai|con lai|(?:(?:trong|voi|o) )?(?:cac |moi )?(?:truong hop|gia tri) (?:con lai|khac))(?: thi)?(?!\w)"
)
_ELSE = re.compile(_ELSE_WORD)
_CASES = re.compile(
    rf"(?:[,;.:][,;.:\s]*|(?<!\w)(?=and|but|while|va|con|nhung)|(?={_ELSE_WORD}))"
    r"(?:(?:and|but|while|va|con|nhung) )?"
)
_CONDITIONAL = re.compile(
    r"\b(?:if|iff|unless|except|only (?:if|when|for)|when(?:ever)?|otherwise|else|depends|depending|provided|providing"
    r"|assuming|as long as|khi|neu|tru|tuy|chi khi|voi)\b"
)
_CONDITIONAL_CLAUSE = re.compile(rf"[,;.:(]\s*(?:{_CONDITIONAL.pattern}|for\b)")

_NOTHING = re.compile(
    r"\{\s*\}|∅|\\emptyset|\\varnothing|none|nothing|(?:the )?empty(?: set)?|rong|tap rong|vo nghiem"
    r"|(?:there (?:are|is) |a has |it has )?no(?:ne)?(?: real| complex)?"
    r" (?:eigenvalues?|eigenvectors?|roots?|solutions?)"
    r"|there (?:are|is) none"
    r"|(?:a )?khong (?:co|ton tai)(?: (?:(?:gia )?tri rieng|nghiem|vec ?tor?(?: rieng)?))?(?: thuc| phuc)?(?: nao)?"
)
_COUNTS = re.compile(r"[0-9=]|\b(?:one|two|three|four|mot|hai|ba|bon)\b")
# What a list of numbers is made of, beside brackets.
_LISTED = r"[^a-z()\\]|\\[a-z]+|(?<![a-z])(?:sqrt|i|j|and|or|va|hoac)(?![a-z])"
_ONLY_COMPLEX = re.compile(
    r"(?:(?:there (?:are|is)|a has|it has) )?(?:no real (?:eigenvalues?|roots?|solutions?)"
    r"|(?:a )?khong co (?:(?:gia )?tri rieng|nghiem) thuc(?: nao)?)(?!\w)[ ,;:.]*"
    r"(?:(?:but|only|just|the|there|are|has|it|complex|non-real|imaginary|eigenvalues?|roots?|ones"
    r"|nhung|ma|chi|co|gia|tri|rieng|nghiem|phuc|la)[ :,]+)*"
    rf"(?:\((?P<inside>(?:{_LISTED})*[0-9ij])\)|(?P<values>(?:{_LISTED}|[()])*[0-9ij)]))"
)
_INVERSE = r"(?:a ?\^ ?[({]?-1[)}]?|a⁻¹|the inverse(?: matrix)?(?: of a)?|it|an inverse)"
_NOT_INVERTIBLE = re.compile(
    rf"{_SUBJECT}(?:is )?(?:not invertible|non-?invertible|singular)|{_SUBJECT}isn't invertible"
    rf"|{_SUBJECT}(?:has no|no|does not have an|doesn't have an) inverse|there is no inverse"
    rf"|(?:{_INVERSE} )?(?:does not|doesn't) exist"
    rf"|{_SUBJECT}(?:la )?(?:ma tran )?(?:khong kha nghich|suy bien)"
    rf"|{_SUBJECT}khong (?:co|ton tai) (?:ma tran )?nghich dao"
)
_ABOUT_INVERSES = (re.compile(r"invertible|inverse|kha nghich|nghich dao|exists?"), re.compile(r"singular|suy bien"))
_ABOUT_DIAGONALIZING = (re.compile(r"diagonali[sz]|cheo hoa"), re.compile(r"defective"))
_ABOUT_RANK = re.compile(r"\b(?:det|determinant|rank|dinh thuc|hang)\b")
_NAMES_OF_NUMBERS = re.compile(r"\\?(?:sqrt|frac|cbrt|exp|cos|sin|tan)")

_SEMI = r"semi[ -]*"
# "ban" and "nua" are semi, "xac dinh" is definite.
_KINDS: dict[Definiteness, str] = {
    "indefinite": r"indefinite|khong xac dinh(?: dau)?|doi dau"
    r"|neither positive(?: (?:semi[ -]*)?definite)? nor negative (?:semi[ -]*)?definite"
    r"|neither negative(?: (?:semi[ -]*)?definite)? nor positive (?:semi[ -]*)?definite"
    r"|khong xac dinh duong cung khong xac dinh am",
    "positive semidefinite": rf"positive[ -]*{_SEMI}definite|{_SEMI}positive definite|psd|spsd"
    r"|non-?negative definite|(?:nua|ban) xac dinh duong|xac dinh khong am",
    "negative semidefinite": rf"negative[ -]*{_SEMI}definite|{_SEMI}negative definite|nsd"
    r"|non-?positive definite|(?:nua|ban) xac dinh am|xac dinh khong duong",
    "positive definite": r"(?:strictly )?positive[ -]*definite|spd|pd|xac dinh duong",
    "negative definite": r"(?:strictly )?negative[ -]*definite|nd|xac dinh am",
}
_DEFINITENESS = {
    kind: re.compile(rf"{_SUBJECT}(?:is )?(?:also )?(?:symmetric )?(?:{pattern})(?: matrix)?")
    for kind, pattern in _KINDS.items()
}
_WEAKER: dict[Definiteness, Definiteness] = {
    "positive definite": "positive semidefinite",
    "negative definite": "negative semidefinite",
}
_DENIED = re.compile(r"(?:(?:it )?is |it's )?(?:not|isn't|khong(?: phai)?(?: la)?) (?P<denied>.+)")
_DENIED_BOTH: dict[str, tuple[Definiteness, ...]] = {
    "definite": ("positive definite", "negative definite"),
    "xac dinh": ("positive definite", "negative definite"),
    "semidefinite": ("positive semidefinite", "negative semidefinite"),
}
_NAMES_A_KIND = re.compile(r"defin|\b(?:spd|pd|nd|s?psd|nsd)\b|xac dinh|doi dau")
_ABBREVIATIONS = (
    (re.compile(r"\b([pn])\. ?(s\. ?)?d\b\.?"), lambda m: f"{m[1]}{'s' if m[2] else ''}d"),
    (re.compile(r"\bpos\b\.?"), "positive"),
    (re.compile(r"\bneg\b\.?"), "negative"),
    (re.compile(r"\b(semi[ -.]*)?def\b\.?"), lambda m: f"{'semi' if m[1] else ''}definite"),
    (
        re.compile(r"\b(?:both )?(positive|negative) and (positive|negative)((?: semi[ -]*| )definite)"),
        r"\1\3 and \2\3",
    ),
    (re.compile(r"\b(nua|ban) xac dinh (duong|am) va (duong|am)\b"), r"\1 xac dinh \2 va \1 xac dinh \3"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Kinds of definiteness that a matrix is said to have.

    Attributes:
        name: What is claimed.
        others: What is claimed beside it, and does not follow from it.
        denied: What is said not to hold.
    """

    name: Definiteness
    others: tuple[Definiteness, ...] = ()
    denied: tuple[Definiteness, ...] = ()


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """Yes or no, perhaps with exceptions.

    Attributes:
        yes: What holds in general.
        exceptions: Values of parameters at which the opposite holds.
    """

    yes: bool
    exceptions: frozenset[SpecialValue] = frozenset()


class _Case(NamedTuple):
    """Yes or no under a condition."""

    yes: bool
    condition: Condition

    @property
    def claim(self) -> YesOrNo:
        """What is said of all cases together."""
        return YesOrNo(self.yes != self.condition.equal, self.condition.zeros)


def _short(text: str, needed: str) -> Passage:
    passage = Passage.of(text)
    if not text.strip():
        raise passage.malformed(0, "is empty", f"Write {needed}.")
    if len(text) > LONGEST:
        raise passage.malformed(LONGEST, f"has more than {LONGEST} characters", f"Write {needed}.")
    return passage


def _composed(text: str) -> str:
    """Small letters with single spaces, composed, without mathematics' delimiters and a last stop."""
    words = _DELIMITER.sub(" ", unicodedata.normalize("NFC", text).lower().replace("’", "'"))
    return " ".join(_EQUIVALENCE.sub(" iff ", words).split()).rstrip(".! ")


def _unaccented(text: str) -> str:
    """As many characters, the letters without accents."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in _ACCENTED else "".join(map(_letter, m[0])), text)


def _letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return "d" if letter == "đ" else base if base.isascii() else letter


def _plain(text: str) -> str:
    return _unaccented(_composed(text))


def _claim(plain: str) -> tuple[str, str]:
    """A claim, and what is said in support of it."""
    reason = _REASON.search(plain)
    return (plain[: reason.start()].strip(), plain[reason.start() :]) if reason else (plain, "")


def _clauses(text: str) -> list[str]:
    """The parts of a text; det(A) is one word with its matrix."""
    return [clause for part in _CLAUSES.split(_ARGUMENT.sub(r" \1", text)) if (clause := part.strip())]


def _claims(text: str, pattern: re.Pattern[str], supports: Callable[[str], bool]) -> bool:
    """Whether a text makes a claim, and each clause behind it supports the claim."""
    if len(text) > LONGEST:
        return False
    plain = _plain(text)
    if pattern.fullmatch(plain):
        return True
    claim, reason = _claim(plain)
    return bool(pattern.fullmatch(claim)) and _is_reason(reason) and all(map(supports, _clauses(reason)))


def _is_reason(text: str) -> bool:
    """Whether what follows a claim takes nothing of it back: no question was asked, and nothing is held against it."""
    asks = text.startswith("?") and text.strip("? ")
    return not (asks or _CONTRARY.match(text) or _CONDITIONAL_CLAUSE.search(text))


def _says_in_words(clause: str) -> bool:
    """Whether a clause is one in words, not a number, and not a claim of its own."""
    words = re.findall(r"[^\W\d_]{3,}", _NAMES_OF_NUMBERS.sub("", clause))
    return bool(words) and not _TAKEN_BACK.fullmatch(clause)


def _agrees(clause: str, about: tuple[re.Pattern[str], re.Pattern[str]], *, yes: bool) -> bool:
    """Whether a clause says nothing of a property, by its name or that of the opposite, or what is claimed."""
    named, opposite = (pattern.search(clause) is not None for pattern in about)
    negations = len(_NEGATION.findall(clause))
    if not (named or opposite):
        return True
    return named != opposite and negations < 2 and (named == (negations == 0)) == yes


def claims_no_eigenvalue(text: str) -> bool:
    """Whether a text says that there is no eigenvalue.

    Examples:
        >>> claims_no_eigenvalue("no real eigenvalues"), claims_no_eigenvalue("none, i, -i")
        (True, False)
    """
    return _claims(text, _NOTHING, lambda clause: _says_in_words(clause) and not _COUNTS.search(clause))


def values_beside_none_real(text: str) -> str | None:
    """What a text that says that no eigenvalue is real gives as eigenvalues; None where it does not.

    Examples:
        >>> values_beside_none_real("no real eigenvalues, only ±i"), values_beside_none_real("no eigenvalues, 5")
        ('±i', None)
    """
    composed = _composed(text) if len(text) <= LONGEST else ""
    said = _ONLY_COMPLEX.fullmatch(_unaccented(composed))
    return composed[slice(*said.span("inside" if said["inside"] else "values"))] if said else None


def claims_no_inverse(text: str) -> bool:
    """Whether a text says that the matrix has no inverse.

    Examples:
        >>> claims_no_inverse("A is singular, det A = 0"), claims_no_inverse("not invertible, 1/5")
        (True, False)
    """

    def supports(clause: str) -> bool:
        has_numbers = re.search(r"[1-9½⅓¼⅕]", clause) and not _ABOUT_RANK.search(clause)
        is_zero = re.fullmatch(r"(?:λ|\\lambda) ?= ?0", clause)
        is_said = _says_in_words(clause) or bool(is_zero)
        return is_said and not has_numbers and _agrees(clause, _ABOUT_INVERSES, yes=False)

    return _claims(text, _NOT_INVERTIBLE, supports)


def claims_no_diagonalization(text: str) -> bool:
    """Whether a text says that the matrix cannot be diagonalized, and gives no matrices.

    Examples:
        >>> claims_no_diagonalization("A is not diagonalizable"), claims_no_diagonalization("not defective")
        (True, False)
        >>> claims_no_diagonalization("not diagonalizable? no, it is")
        False
    """
    patterns = (_BARE_NO, _NOT_DIAGONALIZABLE, _NO_MATRIX)
    return any(_claims(text, p, _supports_no) for p in patterns) and not _DECOMPOSITION.search(_plain(text))


def _supports_no(clause: str) -> bool:
    return _supports(clause, yes=False)


def _supports(clause: str, *, yes: bool) -> bool:
    """Whether a clause behind yes or no supports it, or repeats it."""
    said = _unconditional_claim(clause)
    if said is not None:
        return said == yes and not _JUDGES_ITSELF.fullmatch(clause)
    return not _TAKEN_BACK.fullmatch(clause) and _agrees(clause, _ABOUT_DIAGONALIZING, yes=yes)


def claims_no_orthogonal_diagonalization(text: str) -> bool:
    """Whether a text says that the matrix cannot be diagonalized orthogonally; no says it too.

    Examples:
        >>> claims_no_orthogonal_diagonalization("no, A is not symmetric")
        True
        >>> claims_no_orthogonal_diagonalization("it is orthogonally diagonalizable")
        False
    """
    if says_diagonalizable(text) is not None:
        return True
    is_said = any(_claims(text, pattern, _supports_no) for pattern in (_BARE_NO, _NOT_ORTHOGONAL))
    return is_said and not _DECOMPOSITION.search(_plain(text))


def says_diagonalizable(text: str) -> bool | None:
    """Whether a text that denies an orthogonal diagonalization says that there is another one; None: it says neither.

    Examples:
        >>> says_diagonalizable("diagonalizable, but not orthogonally"), says_diagonalizable("no, it is defective")
        (True, False)
        >>> says_diagonalizable("not orthogonally diagonalizable") is None
        True
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    said = _DIAGONALIZABLE_BUT.search(plain)
    if said and _is_denial(plain[: said.start()]) and _claims(plain[said.end() :], _NOT_ORTHOGONAL, _supports_no):
        return True
    denies = claims_no_diagonalization(text) and any(_NOT_DIAGONALIZABLE.fullmatch(c) for c in _clauses(plain))
    return False if denies else None


def _is_denial(text: str) -> bool:
    """Whether a text is empty, or a no in front of something else."""
    return not text or bool(_BARE_NO.fullmatch(text.strip(" ,;.:")))


def read_definiteness(text: str) -> Kind:
    """The kinds of definiteness that a text names and denies; what is said in support is not judged.

    Raises:
        ParseError: It names none, or something else besides, or contradicts itself.

    Examples:
        >>> read_definiteness("nửa xác định dương").name
        'positive semidefinite'
        >>> read_definiteness("PSD but not PD")
        Kind(name='positive semidefinite', others=(), denied=('positive definite',))
    """
    passage = _short(text, "positive definite, or another kind")
    plain = _plain(text)
    for pattern, full in _ABBREVIATIONS:
        plain = pattern.sub(full, plain)
    clauses = _clauses(plain)
    kinds = [_kind(clause) for clause in clauses]
    named = list(dict.fromkeys(kind for kind in kinds if kind))
    denied = [kind for clause, kind in zip(clauses, kinds, strict=True) if not kind for kind in _denied(clause)]
    rest = [clause for clause, kind in zip(clauses, kinds, strict=True) if not (kind or _denied(clause))]
    is_question = "?" in plain.rstrip("?")
    if is_question or not named or not kinds[0] or any(map(_takes_back, rest)):
        remedy = "Write positive definite, positive semidefinite, or indefinite, say."
        raise passage.malformed(0, "names no kind of definiteness", remedy)
    if _contradict(named, denied):
        raise passage.malformed(0, "says that it is and that it is not", "Write one of them.")
    name, *others = (kind for kind in named if kind not in {_WEAKER.get(other) for other in named})
    return Kind(name, tuple(others), tuple(denied))


def _kind(clause: str) -> Definiteness | None:
    return next((kind for kind, pattern in _DEFINITENESS.items() if pattern.fullmatch(clause)), None)


def _denied(clause: str) -> tuple[Definiteness, ...]:
    """The kinds that a clause denies."""
    said = _DENIED.fullmatch(clause)
    kind = _kind(said["denied"]) if said else None
    return (kind,) if kind else _DENIED_BOTH.get(said["denied"], ()) if said else ()


def _takes_back(clause: str) -> bool:
    """Whether a clause behind a kind of definiteness is no support of it, but a denial, or about kinds again."""
    is_no_support = re.match(rf"(?:not|which)\b|{_CONDITIONAL.pattern}", clause)
    return bool(is_no_support or _TAKEN_BACK.fullmatch(clause) or _NAMES_A_KIND.search(clause))


def _contradict(named: list[Definiteness], denied: list[Definiteness]) -> bool:
    """Whether kinds exclude each other, or one that is denied follows from another."""
    follow = {*named, *(_WEAKER[kind] for kind in named if kind in _WEAKER)}
    both = {"positive semidefinite", "negative semidefinite"}
    exclusive = any(_WEAKER.get(a) != b and _WEAKER.get(b) != a and {a, b} != both for a, b in combinations(named, 2))
    return exclusive or not follow.isdisjoint(denied)


def read_yes_or_no(text: str, letters: frozenset[str]) -> YesOrNo:
    """Yes, no, or one of them under a condition; what is said in support of a plain answer is not judged.

    Args:
        text: The answer.
        letters: The parameters of the matrix.

    Raises:
        ParseError: It is none of these, says both, or has a condition on something else.

    Examples:
        >>> read_yes_or_no("no, because det(A) = 0", frozenset())
        YesOrNo(yes=False, exceptions=frozenset())
        >>> read_yes_or_no("only if k = 0", frozenset("k"))
        YesOrNo(yes=False, exceptions=frozenset({(k, 0)}))
    """
    passage = _short(text, "yes or no")
    plain = _plain(text)
    case = _only_condition(plain, letters) or _conditional(plain, letters)
    found = case.claim if case else _in_cases(plain, letters) or _supported(plain, letters)
    if found is None:
        raise passage.malformed(0, "is neither yes nor no", "Write yes or no, or a condition such as: only if k = 0.")
    return found


def _unconditional_claim(clause: str) -> bool | None:
    """Yes or no; None for something else."""
    if _YES.fullmatch(clause):
        return True
    return False if _BARE_NO.fullmatch(clause) or _NOT_DIAGONALIZABLE.fullmatch(clause) else None


def _supported(plain: str, letters: frozenset[str]) -> YesOrNo | None:
    """Yes or no with reasons, none of which is a condition; None for something else."""
    claim, reason = _claim(plain)
    yes = _unconditional_claim(claim)
    if yes is None or not _is_reason(reason) or (letters and _CONDITIONAL.search(reason)):
        return None
    clauses = _clauses(reason)
    supports = all(_supports(clause, yes=yes) and not mentions(clause, letters) for clause in clauses)
    return YesOrNo(yes) if supports else None


def _only_condition(plain: str, letters: frozenset[str]) -> _Case | None:
    """A condition alone, under which the answer is yes; None for something else."""
    condition = read_condition(_LEADING_IF.sub("", plain), letters)
    return _Case(yes=True, condition=condition) if condition else None


def _conditional(plain: str, letters: frozenset[str]) -> _Case | None:
    """Yes or no with a condition; None for something else."""
    return next(_readings(plain, letters), None) if letters else None


def _readings(plain: str, letters: frozenset[str]) -> Iterator[_Case]:
    """The ways to read a claim with a condition before or behind it."""
    if said := _EXCEPTION.fullmatch(plain):
        yield from _cases(said["claim"], said["equations"], letters, is_exception=True)
    if said := _CONDITION_FIRST.fullmatch(plain):
        for place in (_THEN_OR_SPACE if said["word"] else _THEN).finditer(said["rest"]):
            yield from _cases(said["rest"][place.end() :], said["rest"][: place.start()], letters)
    if said := _CONDITION.fullmatch(plain):
        yield from _cases(said["claim"], said["equations"], letters)


def _cases(claim: str, equations: str, letters: frozenset[str], *, is_exception: bool = False) -> Iterator[_Case]:
    """A claim under a condition, where both are read."""
    yes = _unconditional_claim(claim.strip(" ,;:("))
    if yes is not None and (condition := read_condition(equations, letters)):
        yield _Case(yes != is_exception, condition)


def _in_cases(plain: str, letters: frozenset[str]) -> YesOrNo | None:
    """What two cases say together, as in: no if k ≠ 0, yes if k = 0; None where they are not all, or disagree."""
    for place in _CASES.finditer(plain):
        one, other = plain[: place.start()].strip(), plain[place.end() :].strip()
        first, second = _conditional(one, letters), _conditional(other, letters)
        if first and second:
            return first.claim if first.claim == second.claim else None
        rest = _ELSE.sub("", other).strip(" ,;:") if first and _ELSE.search(other) else one
        case, yes = first or second, _unconditional_claim(rest)
        if case and yes is not None:
            return case.claim if case.yes != yes else None
    return None
