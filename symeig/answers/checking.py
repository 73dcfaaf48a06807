"""From a matrix, a question and an answer as typed to the verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from symeig.answers.claims import (
    claims_no_diagonalization,
    claims_no_eigenvalue,
    claims_no_inverse,
    read_definiteness,
    read_yes_or_no,
)
from symeig.answers.judges.claims import judge_definiteness, judge_diagonalizable
from symeig.answers.judges.decompositions import judge_diagonalization, judge_jordan, judge_orthogonal
from symeig.answers.judges.eigenvalues import judge_eigenvalues
from symeig.answers.judges.eigenvectors import judge_basis, judge_pairs
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.judges.polynomials import judge_charpoly, typed_polynomial
from symeig.answers.judges.powers import judge_power
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.shapes import families, named_parts, pairs, square_matrix, values
from symeig.answers.verdicts import Verdict, verdict_of
from symeig.errors import InputError, SymeigError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.reading import Limits, read_expression
from symeig.reading.answer_text import read_structure
from symeig.reading.structures import Group

__all__ = ["judged"]

LIMITS = Limits()

_DECIMALS = re.compile(r"[0-9][.,]([0-9]{1,100})")


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
        if answer is None or isinstance(answer, Mapping):
            msg = f"The answer is {'missing' if answer is None else 'in parts'}. One text is asked for. Write it."
            raise InputError(msg)
        text = answer if isinstance(answer, str) else _written(answer)
        return read_structure(text, LIMITS, decimal_comma=self.policy.decimal == ",")

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

    def parts(self, answer: Any, names: Sequence[str]) -> Mapping[str, Group]:
        """The named parts of an answer, given as a mapping or in one text."""
        if not isinstance(answer, Mapping):
            return named_parts(self.read(answer), names)
        for name in names:
            if answer.get(name) in {None, ""}:
                msg = f"The answer lacks {name}. It has {len(names)} parts. Give {' and '.join(names)}."
                raise InputError(msg)
        return {name: self.read(answer[name]) for name in names}


def _written(answer: Any) -> str:
    """Numbers, lists and expressions as they are typed."""
    if isinstance(answer, Sequence):
        return f"[{', '.join(map(_written, answer))}]"
    return str(answer)


def judged(A: Any, question: Question, answer: Any, policy: Policy) -> Verdict:
    """The verdict on an answer, without known mistakes.

    Args:
        A: The matrix.
        question: What was asked.
        answer: A text, numbers and lists of them, or a mapping of named parts.
        policy: What is accepted.
    """
    asked = _Asked(A if isinstance(A, Eigensystem) else eigensystem(A), question, policy)
    judge = _JUDGES[question.kind]
    try:
        verdict = _verdict(judge(asked, answer))
        if verdict.verdict != "correct" and policy.numeric == "exact" and (radius := _rounding(answer, policy)):
            tolerant = replace(asked, policy=replace(policy, numeric="tolerance", tolerance=radius))
            if _verdict(judge(tolerant, answer)).verdict == "correct":
                share = policy.credit["M_ROUNDED"]
                items = tuple(replace(item, earned=item.marks * share) for item in verdict.items)
                return verdict_of(items, ("M_ROUNDED",))
    except SymeigError as error:
        return Verdict("invalid", Fraction(0), problem=str(error))
    return verdict


def _verdict(found: Judged) -> Verdict:
    return verdict_of(found.items, cancelled=found.cancelled)


def _rounding(answer: Any, policy: Policy) -> Fraction | None:
    """What a last decimal of an answer stands for, where it has decimals enough to be a rounded one."""
    texts = answer.values() if isinstance(answer, Mapping) else [answer]
    found = [len(d) for text in texts for d in _DECIMALS.findall(text if isinstance(text, str) else _written(text))]
    return Fraction(1, 10 ** min(found)) if found and min(found) >= policy.digits else None


def _eigenvalues(asked: _Asked, answer: Any) -> Judged:
    given = [] if asked.says(answer, claims_no_eigenvalue) else values(asked.read(answer), asked.letters)
    return judge_eigenvalues(asked.system, given, asked.policy)


def _inverse_eigenvalues(asked: _Asked, answer: Any) -> Judged:
    is_singular, says_so = asked.system.rank < asked.n, asked.says(answer, claims_no_inverse)
    if is_singular or says_so:
        given = [] if says_so else values(asked.read(answer), asked.letters)
        return Judged((mark("invertible", is_singular and not given),))
    inverse = eigensystem(asked.system.matrix.inv())
    return judge_eigenvalues(inverse, values(asked.read(answer), asked.letters), asked.policy)


def _eigenvectors(asked: _Asked, answer: Any) -> Judged:
    return judge_pairs(asked.system, pairs(asked.read(answer), asked.n, asked.letters), asked.policy)


def _eigenspace_basis(asked: _Asked, answer: Any) -> Judged:
    given = asked.question.eigenvalue
    eigenvalue = read_expression(given) if isinstance(given, str) else given
    return judge_basis(asked.system, eigenvalue, families(asked.read(answer), asked.n, asked.letters), asked.policy)


def _diagonalize(asked: _Asked, answer: Any) -> Judged:
    if asked.says(answer, claims_no_diagonalization):
        return Judged((mark("diagonalizable", any(c.is_defective for c in asked.system.components)),))
    parts = asked.parts(answer, ("P", "D"))
    P, D = (square_matrix(parts[name], asked.n) for name in ("P", "D"))
    return judge_diagonalization(asked.system, P, D, asked.policy)


def _orthogonal(asked: _Asked, answer: Any) -> Judged:
    parts = asked.parts(answer, ("Q", "D"))
    Q, D = (square_matrix(parts[name], asked.n) for name in ("Q", "D"))
    return judge_orthogonal(asked.system, Q, D, asked.policy)


def _jordan(asked: _Asked, answer: Any) -> Judged:
    names = ("P", "J") if not isinstance(answer, Mapping) or "P" in answer else ("J",)
    parts = asked.parts(answer, names)
    matrices = {name: square_matrix(part, asked.n) for name, part in parts.items()}
    return judge_jordan(asked.system, matrices.get("P"), matrices["J"], asked.policy)


def _charpoly(asked: _Asked, answer: Any) -> Judged:
    return judge_charpoly(asked.system, typed_polynomial(asked.read(answer), asked.n, asked.letters), asked.policy)


def _definiteness(asked: _Asked, answer: Any) -> Judged:
    return judge_definiteness(asked.system, read_definiteness(asked.words(answer)))


def _diagonalizable(asked: _Asked, answer: Any) -> Judged:
    return judge_diagonalizable(asked.system, read_yes_or_no(asked.words(answer)))


def _power(asked: _Asked, answer: Any) -> Judged:
    k = asked.question.k
    if not isinstance(k, int):
        msg = f"The exponent is {k!r}. Powers with an integer exponent are judged. Give k=3, say."
        raise InputError(msg)
    return judge_power(asked.system, k, square_matrix(asked.read(answer), asked.n), asked.policy)


_JUDGES: dict[str, Callable[[_Asked, Any], Judged]] = {
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
