"""From a matrix, a question and an answer as typed to the verdict."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeVar, get_args

from flint import ctx
from sympy import Symbol

from symeig.answers.arenas import PRECISION, ExactArena
from symeig.answers.asked import Asked, written
from symeig.answers.feedback import Hints, feedback
from symeig.answers.findings import FINDERS, Found, asked_about
from symeig.answers.judges.powers import LARGEST
from symeig.answers.mistakes.eigenvalues import equates_matrix
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.verdicts import Verdict
from symeig.answers.words import answer_catalogue
from symeig.errors import CertificationError, InputError, SymeigError, UndecidedError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.reading import read_expression
from symeig.worked.messages import say

__all__ = ["check", "check_question", "judged"]

_T = TypeVar("_T")

DEFAULT = Policy()

# i, j and e are numbers.
_LETTER = re.compile(r"[a-df-hk-zA-DF-HK-Z]")

_DECIMALS = {sign: re.compile(rf"(?:[{sign}]|\{{,\}})([0-9]{{1,100}})") for sign in ".,"}


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
    answer_catalogue(language)
    system = A if isinstance(A, Eigensystem) else eigensystem(A)
    asked = Question(question) if isinstance(question, str) else question
    verdict = judged(system, asked, answer, policy)
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        return replace(verdict, messages=(say("verdict-missing"),), problem="", language=language)
    return replace(verdict, messages=feedback(verdict, asked_about(system, asked), hints), language=language)


def check_question(system: Eigensystem, question: Question) -> None:
    """Refuse a question that has no right answer for a matrix.

    Raises:
        InputError: The exponent is no integer from 0 on and no letter, or too large; the eigenvalue is none of A.
        NotHermitianError: Definiteness is asked of a matrix that is not Hermitian.
        UndecidedError: Definiteness is asked of a matrix with parameters.
    """
    if question.kind == "definiteness":
        _ = system.definiteness_cases
        if system.field.has_parameters:
            msg = "The signs of the eigenvalues depend on parameters. They are judged for numbers. Substitute values."
            asked = "Which signs do the eigenvalues have?"
            raise UndecidedError(msg, question=asked, assumptions_that_help=())
    if question.kind == "power" and not _is_exponent(system, question.k):
        msg = f"The exponent is {question.k!r}. It is from 0 to {LARGEST}, or a letter of its own. Give k=3, say."
        raise InputError(msg)
    if question.kind == "eigenspace_basis" and not system.field.has_parameters:
        value = read_expression(written(question.eigenvalue))
        arena = ExactArena(system, [value])
        if arena.eigenspace(arena.typed(value)) is None:
            msg = f"The question is about {question.eigenvalue}, no eigenvalue of the matrix. Name one."
            raise InputError(msg)


def _is_exponent(system: Eigensystem, k: Any) -> bool:
    """Whether powers with an exponent are judged."""
    if isinstance(k, str):
        return bool(_LETTER.fullmatch(k)) and Symbol(k) not in system.matrix.free_symbols
    return isinstance(k, int) and 0 <= k <= LARGEST


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
    asked = Asked(A if isinstance(A, Eigensystem) else eigensystem(A), question, policy)
    check_question(asked.system, question)
    with ctx.workprec(PRECISION):
        return _judged(asked, answer)


def _judged(asked: Asked, answer: Any) -> Verdict:
    judge, policy = FINDERS[asked.question.kind], asked.policy
    try:
        found = judge(asked, answer)
        verdict = replace(found.verdict, evidence=_decided(found.evidence) or ())
        if verdict.verdict == "correct":
            return replace(verdict, codes=(found.slip,)) if found.slip else verdict
        if policy.numeric != "tolerance" and (radius := _rounding(answer, policy)):
            rounded = judge(replace(asked, policy=replace(policy, numeric="rounded", tolerance=radius)), answer).verdict
            if rounded.score > verdict.score and policy.numeric == "rounded":
                # Exact equations would speak against numbers that are accepted.
                return replace(rounded, evidence=tuple(e for e in verdict.evidence if e.supports))
            if rounded.score > verdict.score:
                return _with_code(verdict, "M_ROUNDED", policy, rounded.score)
        code = _code(found) if policy.numeric != "tolerance" else None
    except CertificationError:
        raise
    except SymeigError as error:
        return Verdict("invalid", Fraction(0), codes=_codes_of_unread(asked, answer), problem=_problem(error))
    return _with_code(verdict, code, policy) if code else verdict


def _problem(error: SymeigError) -> str:
    """Why an answer cannot be read, for who typed it: without advice for programmers, with the place."""
    caret = error.data.get("caret")
    return f"{error.message}\n{caret}" if caret else error.message


def _codes_of_unread(asked: Asked, answer: Any) -> tuple[str, ...]:
    """The mistake that led to an answer which is not of the kind that was asked for."""
    with suppress(SymeigError):
        if asked.question.kind == "eigenvalues" and equates_matrix(asked.read(answer)):
            return ("M_A_EQUALS_LAMBDA",)
    return ()


def _code(found: Found) -> str | None:
    """The code of a known mistake: the one made before, or another one."""
    return "M_FOLLOW_THROUGH" if _decided(found.follows) else _decided(found.mistake)


def _decided(search: Callable[[], _T]) -> _T | None:
    """What a search finds. What it cannot decide does not change the verdict; a fault of symeig is none of that."""
    try:
        return search()
    except CertificationError:
        raise
    except SymeigError:
        return None


def _with_code(verdict: Verdict, code: str, policy: Policy, marks: Fraction = Fraction(1)) -> Verdict:
    """The verdict with a mistake, for which the policy may leave a share of the marks that are there without it."""
    kept = marks * policy.credit.get(code, Fraction(0))
    score = max(verdict.score, kept)
    return replace(verdict, verdict="partial" if score else "incorrect", score=score, codes=(code,), kept=kept)


def _rounding(answer: Any, policy: Policy) -> Fraction | None:
    """What the last digit of the longest decimal in an answer stands for, where it may be a rounded one."""
    text = answer if isinstance(answer, str) else written(answer)
    longest = max(map(len, _DECIMALS[policy.decimal].findall(text)), default=0)
    return Fraction(1, 10**longest) if longest >= policy.digits else None
