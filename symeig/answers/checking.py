"""From a matrix, a question and an answer as typed to the verdict."""

from __future__ import annotations

import numbers
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from html import escape
from typing import Any, TypeAlias, TypeVar, get_args

from flint import ctx
from sympy import Basic, MatrixBase

from symeig.answers.arenas import PRECISION, ExactArena
from symeig.answers.claims import (
    Definiteness,
    YesOrNo,
    claims_no_diagonalization,
    claims_no_eigenvalue,
    claims_no_inverse,
    claims_no_orthogonal_diagonalization,
    read_definiteness,
    read_yes_or_no,
    values_beside_none_real,
)
from symeig.answers.evidence import (
    about_basis,
    about_blocks,
    about_definiteness,
    about_diagonalizability,
    about_eigenvalues,
    about_form,
    about_orthogonality,
    about_polynomial,
    about_power,
)
from symeig.answers.feedback import Hints, explanation, feedback, feedback_html, feedback_text
from symeig.answers.judges.claims import (
    has_orthonormal_eigenbasis,
    is_diagonalizable,
    judge_definiteness,
    judge_diagonalizable,
)
from symeig.answers.judges.decompositions import judge_diagonalization, judge_jordan, judge_orthogonal
from symeig.answers.judges.eigenvalues import judge_eigenvalues
from symeig.answers.judges.eigenvectors import judge_basis, judge_pairs
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.judges.polynomials import judge_charpoly, typed_polynomial
from symeig.answers.judges.powers import LARGEST, judge_power
from symeig.answers.mistakes.claims import definiteness_mistake, diagonalizable_mistake
from symeig.answers.mistakes.decompositions import diagonalization_mistake, jordan_mistake, orthogonal_mistake
from symeig.answers.mistakes.eigenvalues import eigenvalue_mistake, equates_matrix, inverse_mistake
from symeig.answers.mistakes.follow_through import (
    follows_diagonalization,
    follows_eigenvalues,
    follows_pairs,
    follows_polynomial,
    follows_signs,
)
from symeig.answers.mistakes.polynomials import polynomial_mistake
from symeig.answers.mistakes.powers import power_mistake
from symeig.answers.mistakes.vectors import basis_mistake, vector_mistake
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.shapes import (
    complex_values,
    families,
    given_parts,
    named_parts,
    pairs,
    square_matrix,
    values,
)
from symeig.answers.verdicts import Evidence, Verdict, verdict_of
from symeig.errors import InputError, SymeigError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.reading import ExactScalar, Limits, read_expression
from symeig.reading.answer_text import read_structure
from symeig.reading.structures import Group, Number
from symeig.worked.formulas import Name, Power

__all__ = ["check", "check_question", "judged"]

_T = TypeVar("_T")

LIMITS = Limits()
DEFAULT = Policy()

# The largest exponent of a letter, beside the size of the matrix: sums of letters are multiplied out.
SYMBOL_EXPONENT = 12

# A matrix as typed.
Matrix: TypeAlias = Sequence[Sequence[ExactScalar]]

# The objects that stand for an answer, beside arrays.
_TYPED = (str, Sequence, Mapping, numbers.Number, Basic, MatrixBase)

_DECIMALS = {sign: re.compile(rf"(?:[{sign}]|\{{,\}})([0-9]{{1,100}})") for sign in ".,"}


@dataclass(frozen=True)
class _Asked:
    """A question about a matrix, and what is accepted."""

    system: Eigensystem
    question: Question
    policy: Policy

    @property
    def n(self) -> int:
        return self.system.dimension

    @property
    def letters(self) -> frozenset[str]:
        """The parameters of the matrix."""
        return frozenset(s.name for s in self.system.matrix.free_symbols)

    def read(self, answer: Any) -> Group:
        """An answer in one piece, as typed or as numbers and lists."""
        if answer is None:
            msg = "The answer is missing. A text is asked for. Write it."
            raise InputError(msg)
        text = answer if isinstance(answer, str) else _written(answer)
        limits = replace(LIMITS, symbol_exponent=max(SYMBOL_EXPONENT, self.n))
        return read_structure(text, limits, decimal_comma=self.policy.decimal == ",")

    def words(self, answer: Any) -> str:
        """An answer in words."""
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if not isinstance(answer, str):
            msg = f"The answer is {answer!r}. One in words is asked for. Write it."
            raise InputError(msg)
        return answer

    @staticmethod
    def says(answer: Any, claims: Callable[[str], bool]) -> bool:
        """Whether an answer is a text that makes a claim."""
        return isinstance(answer, str) and claims(answer)

    def prior(self, kind: str) -> Any:
        """The student's own earlier answer to a question, where there is one."""
        return (self.question.prior or {}).get(kind)

    def parts(self, answer: Any, names: Sequence[str]) -> Mapping[str, Group]:
        """The named parts of an answer, given as a mapping or in one text."""
        if not isinstance(answer, Mapping):
            return named_parts(self.read(answer), names)
        given = given_parts(answer, names)
        for name in names:
            if name not in given:
                msg = f"The answer lacks {name}. It has {len(names)} parts. Give {' and '.join(names)}."
                raise InputError(msg)
        return {name: self.read(given[name]) for name in names}

    def is_one_matrix(self, answer: Any) -> bool:
        """Whether an answer is a single matrix, with a name or without."""
        items = self.read(answer).items
        return len(items) == 1 or all(isinstance(item, Group) and not item.bracket for item in items)

    def matrices(self, answer: Any, names: Sequence[str]) -> list[list[list[ExactScalar]]]:
        """The n×n matrices that the parts of an answer are, in the order of the names."""
        parts = self.parts(answer, names)
        return [square_matrix(parts[name], self.n, self.letters) for name in names]


def _written(answer: Any, depth: int = 0) -> str:
    """Numbers, lists, arrays, expressions and what maps one to another as they are typed.

    Raises:
        InputError: It is something else, nested too deeply, or a number of very many digits.
    """
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    is_huge = isinstance(answer, int) and answer.bit_length() > LIMITS.number_bits
    if depth > LIMITS.depth or is_huge or not isinstance(answer, _TYPED):
        what = "is a huge number" if is_huge else "is nested too deeply" if depth > LIMITS.depth else "cannot be read"
        kind = type(answer).__name__
        msg = f"The answer, of type {kind}, {what}. Texts, numbers and lists are read. Give it as a text."
        raise InputError(msg)
    if isinstance(answer, Sequence) and not isinstance(answer, str):
        return f"[{', '.join(_written(part, depth + 1) for part in answer)}]"
    if isinstance(answer, Mapping):
        given = ((key, part) for key, part in answer.items() if part is not None)
        return f"{{{'; '.join(f'{_written(key, depth + 1)}: {_written(part, depth + 1)}' for key, part in given)}}}"
    return str(answer)


def check(  # noqa: PLR0913  (what was asked, and how to say what of it is right)
    A: Any,
    question: Question | str,
    answer: Any,
    *,
    policy: Policy = DEFAULT,
    language: str = "en",
    hints: Hints = "gentle",
) -> Verdict:
    """The verdict on an answer, with what to say of it.

    Every legal freedom is accepted: order, scale, any basis, any notation of a number. Equality is decided exactly.

    Args:
        A: The matrix, in any form that `eigensystem` takes, or an `Eigensystem`.
        question: What was asked: a `Question`, or its kind where that is all.
        answer: As typed; or numbers, lists and SymPy objects; or a mapping of named parts.
        policy: What is accepted.
        language: Of the feedback, "en" or "vi".
        hints: "none", "gentle" ones that do not give the answer away, or "full" ones.

    Returns:
        The verdict. An answer that cannot be read is "invalid", and no attempt.

    Raises:
        InputError: The matrix, the question, the language or the level of hints is none.

    Examples:
        >>> found = check([[4, 1], [2, 3]], "eigenvalues", "-5, -2")
        >>> found.verdict, found.codes
        ('incorrect', ('M_ROOT_SIGN',))
        >>> print(found.feedback)
        Not correct.
        Look at the signs: which number makes the factor zero?
        det(A + 5I) = 70 ≠ 0
        det(A + 2I) = 28 ≠ 0
        >>> check([[3, 2, 2], [2, 3, 2], [2, 2, 3]], "eigenvectors", "1: (1,1,-2), (3,-1,-2); 7: (-4,-4,-4)").verdict
        'correct'
    """
    if hints not in get_args(Hints):
        msg = f"The hints are {hints!r}. There are three levels of them. Use 'none', 'gentle' or 'full'."
        raise InputError(msg)
    system = A if isinstance(A, Eigensystem) else eigensystem(A)
    asked = Question(question) if isinstance(question, str) else question
    verdict = judged(system, asked, answer, policy)
    messages = feedback(verdict, system, hints)
    text, html = feedback_text(messages, language), feedback_html(messages, language)
    if verdict.problem:
        text, html = f"{text}\n{verdict.problem}", f"{html}\n<pre>{escape(verdict.problem)}</pre>"
    why = feedback_text(explanation(verdict), language)
    return replace(verdict, feedback=text, feedback_html=html, explanation=why)


def check_question(system: Eigensystem, question: Question) -> None:
    """Refuse a question that has no right answer for a matrix.

    Raises:
        InputError: The exponent is no integer from 0 on, or too large; the eigenvalue is none of the matrix.
        NotHermitianError: Definiteness is asked of a matrix that is not Hermitian.
        UndecidedError: Definiteness is asked of a matrix with parameters.
    """
    if question.kind == "definiteness":
        _ = system.inertia
    if question.kind == "power" and not (isinstance(question.k, int) and 0 <= question.k <= LARGEST):
        msg = f"The exponent is {question.k!r}. Powers are judged from 0 to {LARGEST}. Give k=3, say."
        raise InputError(msg)
    if question.kind == "eigenspace_basis" and not system.field.has_parameters:
        value = read_expression(_written(question.eigenvalue))
        arena = ExactArena(system, [value])
        if arena.eigenspace(arena.typed(value)) is None:
            msg = f"The question is about {question.eigenvalue}, no eigenvalue of the matrix. Name one."
            raise InputError(msg)


def judged(A: Any, question: Question, answer: Any, policy: Policy) -> Verdict:
    """The verdict on an answer.

    Args:
        A: The matrix.
        question: What was asked.
        answer: A text, numbers and lists of them, or a mapping of named parts.
        policy: What is accepted.

    Raises:
        InputError: The question has no right answer for the matrix.
    """
    asked = _Asked(A if isinstance(A, Eigensystem) else eigensystem(A), question, policy)
    check_question(asked.system, question)
    with ctx.workprec(PRECISION):
        return _judged(asked, answer)


def _judged(asked: _Asked, answer: Any) -> Verdict:
    judge, policy = _JUDGES[asked.question.kind], asked.policy
    try:
        found = judge(asked, answer)
        verdict = replace(found.verdict, evidence=_decided(found.evidence) or ())
        if verdict.verdict == "correct":
            return verdict
        if policy.numeric == "exact" and (radius := _rounding(answer, policy)):
            tolerant = replace(asked, policy=replace(policy, numeric="tolerance", tolerance=radius))
            rounded = judge(tolerant, answer).verdict
            if rounded.score > verdict.score:
                return _with_code(verdict, "M_ROUNDED", policy, rounded.score)
        code = _code(found) if policy.numeric == "exact" else None
    except SymeigError as error:
        caret = error.data.get("caret")
        problem = f"{error.message}\n{caret}" if caret else error.message
        return Verdict("invalid", Fraction(0), codes=_codes_of_unread(asked, answer), problem=problem)
    return _with_code(verdict, code, policy) if code else verdict


def _codes_of_unread(asked: _Asked, answer: Any) -> tuple[str, ...]:
    """The mistake that led to an answer which is not of the kind that was asked for."""
    with suppress(SymeigError):
        if asked.question.kind == "eigenvalues" and equates_matrix(asked.read(answer)):
            return ("M_A_EQUALS_LAMBDA",)
    return ()


@dataclass(frozen=True)
class _Found:
    """What is found about an answer.

    Attributes:
        judged: Its marks.
        mistake: The search for a known mistake in it, for an answer that is not right.
        evidence: Identities about it.
        follows: Whether it is right for the student's own earlier answer, and therefore has no other mistake in it.
    """

    judged: Judged
    mistake: Callable[[], str | None] = lambda: None
    evidence: Callable[[], tuple[Evidence, ...]] = tuple
    follows: Callable[[], bool] = lambda: False

    @property
    def verdict(self) -> Verdict:
        """What the marks add up to."""
        return verdict_of(self.judged.items, cancelled=self.judged.cancelled)


def _code(found: _Found) -> str | None:
    """The code of a known mistake: the one made before, or another one."""
    return "M_FOLLOW_THROUGH" if _decided(found.follows) else _decided(found.mistake)


def _decided(search: Callable[[], _T]) -> _T | None:
    """What a search finds. What it cannot decide does not change the verdict."""
    with suppress(SymeigError):
        return search()
    return None


def _with_code(verdict: Verdict, code: str, policy: Policy, marks: Fraction = Fraction(1)) -> Verdict:
    """The verdict with a mistake, for which the policy may leave a share of the marks that are there without it."""
    kept = marks * policy.credit.get(code, Fraction(0))
    score = max(verdict.score, kept)
    return replace(verdict, verdict="partial" if score else "incorrect", score=score, codes=(code,), kept=kept)


def _rounding(answer: Any, policy: Policy) -> Fraction | None:
    """What a last decimal of an answer stands for, where it has decimals enough to be a rounded one."""
    text = answer if isinstance(answer, str) else _written(answer)
    found = [len(decimals) for decimals in _DECIMALS[policy.decimal].findall(text)]
    return Fraction(1, 10 ** min(found)) if found and min(found) >= policy.digits else None


def _eigenvalues(asked: _Asked, answer: Any) -> _Found:
    given = _given_eigenvalues(asked, answer)
    return _Found(
        judge_eigenvalues(asked.system, given, asked.policy),
        partial(eigenvalue_mistake, asked.system, given, asked.policy),
        partial(about_eigenvalues, asked.system, given),
        partial(_follow_polynomial, asked, given),
    )


def _given_eigenvalues(asked: _Asked, answer: Any) -> list[Number]:
    """The numbers of an answer; over the real numbers, none where it says that none is real, and which others are."""
    if isinstance(answer, str) and (beside := values_beside_none_real(answer)):
        given = complex_values(asked.read(beside), asked.letters)
        return given if asked.policy.field == "complex" else []
    return [] if asked.says(answer, claims_no_eigenvalue) else values(asked.read(answer), asked.letters)


def _follow_polynomial(asked: _Asked, given: Sequence[Number]) -> bool:
    prior = asked.prior("charpoly")
    if prior is None:
        return False
    coefficients = typed_polynomial(asked.read(prior), asked.n, asked.letters)
    return follows_polynomial(asked.system, [v.value for v in given], coefficients)


def _inverse_eigenvalues(asked: _Asked, answer: Any) -> _Found:
    is_singular, says_so = asked.system.rank < asked.n, asked.says(answer, claims_no_inverse)
    given = [] if says_so else values(asked.read(answer), asked.letters)
    if is_singular or says_so:
        return _Found(Judged((mark("no-inverse", is_singular and says_so),)))
    inverse = eigensystem(asked.system.matrix.inv())
    return _Found(
        judge_eigenvalues(inverse, given, asked.policy),
        partial(inverse_mistake, asked.system, inverse, given, asked.policy),
        partial(about_eigenvalues, inverse, given, Power(Name("A", asked.system.matrix), -1)),
        partial(_follow_eigenvalues, asked, given),
    )


def _follow_eigenvalues(asked: _Asked, given: Sequence[Number]) -> bool:
    before = _prior_eigenvalues(asked)
    return before is not None and follows_eigenvalues(asked.system, [v.value for v in given], before)


def _prior_eigenvalues(asked: _Asked) -> list[ExactScalar] | None:
    prior = asked.prior("eigenvalues")
    return None if prior is None else [v.value for v in values(asked.read(prior), asked.letters)]


def _eigenvectors(asked: _Asked, answer: Any) -> _Found:
    none = asked.says(answer, claims_no_eigenvalue)
    given = [] if none else pairs(asked.read(answer), asked.n, asked.letters)
    vectors = [(pair.value.value, v) for pair in given for family in pair.families for v in family.vectors]
    return _Found(
        judge_pairs(asked.system, given, asked.policy),
        partial(vector_mistake, asked.system, given),
        partial(about_basis, asked.system, vectors),
    )


def _eigenspace_basis(asked: _Asked, answer: Any) -> _Found:
    eigenvalue = read_expression(_written(asked.question.eigenvalue))
    given = families(asked.read(answer), asked.n, asked.letters)
    vectors = [(eigenvalue, v) for family in given for v in family.vectors]
    return _Found(
        judge_basis(asked.system, eigenvalue, given, asked.policy),
        partial(basis_mistake, asked.system, eigenvalue, given),
        partial(about_basis, asked.system, vectors),
    )


def _diagonalize(asked: _Asked, answer: Any) -> _Found:
    system, policy = asked.system, asked.policy
    if asked.says(answer, claims_no_diagonalization):
        no = YesOrNo(yes=False)
        return _Found(
            Judged((mark("diagonalizable", not is_diagonalizable(system, policy)),)),
            partial(diagonalizable_mistake, system, no, str(answer)),
            partial(about_diagonalizability, system, no),
        )
    P, D = asked.matrices(answer, ("P", "D"))
    return _Found(
        judge_diagonalization(system, P, D, policy),
        partial(diagonalization_mistake, system, P, D),
        partial(about_form, system, P, D),
        partial(_follow_pairs, asked, P, D),
    )


def _follow_pairs(asked: _Asked, P: Matrix, D: Matrix) -> bool:
    prior = asked.prior("eigenvectors")
    return prior is not None and follows_pairs(asked.system, P, D, pairs(asked.read(prior), asked.n, asked.letters))


def _orthogonal(asked: _Asked, answer: Any) -> _Found:
    if asked.says(answer, claims_no_orthogonal_diagonalization):
        return _Found(
            Judged((mark("diagonalizable", not has_orthonormal_eigenbasis(asked.system, asked.policy)),)),
            partial(diagonalizable_mistake, asked.system, YesOrNo(yes=False), str(answer)),
        )
    Q, D = asked.matrices(answer, ("Q", "D"))
    return _Found(
        judge_orthogonal(asked.system, Q, D, asked.policy),
        partial(orthogonal_mistake, asked.system, Q, D),
        partial(about_orthogonality, asked.system, Q, D),
    )


def _jordan(asked: _Asked, answer: Any) -> _Found:
    parts = {"J": answer} if not isinstance(answer, Mapping) and asked.is_one_matrix(answer) else answer
    if isinstance(parts, Mapping) and "P" not in given_parts(parts, ("P", "J")):
        P, (J,) = None, asked.matrices(parts, ("J",))
    else:
        P, J = asked.matrices(parts, ("P", "J"))
    return _Found(
        judge_jordan(asked.system, P, J, asked.policy),
        partial(jordan_mistake, asked.system, P, J, asked.policy),
        partial(about_form, asked.system, P, J) if P else partial(about_blocks, asked.system, J),
    )


def _charpoly(asked: _Asked, answer: Any) -> _Found:
    if isinstance(answer, str) and r"\sqrt" not in answer:
        # There are no lists in a polynomial: square brackets are brackets.
        answer = answer.replace("[", "(").replace("]", ")")
    given = typed_polynomial(asked.read(answer), asked.n, asked.letters)
    return _Found(
        judge_charpoly(asked.system, given, asked.policy),
        partial(polynomial_mistake, asked.system, given),
        partial(about_polynomial, asked.system, given),
    )


def _definiteness(asked: _Asked, answer: Any) -> _Found:
    claim = read_definiteness(asked.words(answer))
    return _Found(
        judge_definiteness(asked.system, claim),
        partial(definiteness_mistake, asked.system, claim),
        partial(about_definiteness, asked.system, claim.name),
        partial(_follow_signs, asked, claim.name),
    )


def _follow_signs(asked: _Asked, claim: Definiteness) -> bool:
    before = _prior_eigenvalues(asked)
    return before is not None and follows_signs(asked.system, claim, before)


def _diagonalizable(asked: _Asked, answer: Any) -> _Found:
    text = asked.words(answer)
    claim = read_yes_or_no(text)
    return _Found(
        judge_diagonalizable(asked.system, claim, asked.policy),
        partial(diagonalizable_mistake, asked.system, claim, text),
        partial(about_diagonalizability, asked.system, claim),
    )


def _power(asked: _Asked, answer: Any) -> _Found:
    k: Any = asked.question.k
    given = square_matrix(asked.read(answer), asked.n, asked.letters)
    return _Found(
        judge_power(asked.system, k, given, asked.policy),
        partial(power_mistake, asked.system, k, given),
        partial(about_power, asked.system, k, given),
        partial(_follow_diagonalization, asked, k, given),
    )


def _follow_diagonalization(asked: _Asked, k: int, given: Matrix) -> bool:
    prior = asked.prior("diagonalize")
    return prior is not None and follows_diagonalization(asked.system, given, k, *asked.matrices(prior, ("P", "D")))


_JUDGES: dict[str, Callable[[_Asked, Any], _Found]] = {
    "eigenvalues": _eigenvalues,
    "eigenvectors": _eigenvectors,
    "eigenspace_basis": _eigenspace_basis,
    "diagonalize": _diagonalize,
    "orthogonal_diagonalize": _orthogonal,
    "jordan": _jordan,
    "charpoly": _charpoly,
    "definiteness": _definiteness,
    "diagonalizable": _diagonalizable,
    "power": _power,
    "inverse_eigenvalues": _inverse_eigenvalues,
}
