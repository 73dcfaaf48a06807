"""What is found about an answer: marks, mistakes and evidence. One function for each kind of question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, TypeAlias

from sympy import Expr, ImmutableMatrix, Symbol
from sympy.polys.matrices import DomainMatrix

from symeig.answers.arenas import ExactArena
from symeig.answers.asked import Asked, written
from symeig.answers.claims import (
    Definiteness,
    YesOrNo,
    claims_no_diagonalization,
    claims_no_eigenvalue,
    claims_no_inverse,
    claims_no_orthogonal_diagonalization,
    read_definiteness,
    read_yes_or_no,
    says_diagonalizable,
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
from symeig.answers.judges.claims import (
    has_orthonormal_eigenbasis,
    is_diagonalizable,
    judge_definiteness,
    judge_diagonalizable,
)
from symeig.answers.judges.decompositions import judge_diagonalization, judge_jordan, judge_orthogonal
from symeig.answers.judges.eigenvalues import judge_eigenvalues
from symeig.answers.judges.eigenvectors import judge_basis, judge_pairs
from symeig.answers.judges.exponentials import at
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.judges.polynomials import judge_charpoly, typed_polynomial
from symeig.answers.judges.powers import judge_power
from symeig.answers.mistakes.claims import definiteness_mistake, diagonalizable_mistake
from symeig.answers.mistakes.decompositions import diagonalization_mistake, jordan_mistake, orthogonal_mistake
from symeig.answers.mistakes.eigenvalues import eigenvalue_mistake, inverse_mistake
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
from symeig.answers.questions import Question
from symeig.answers.shapes import (
    about_one,
    allows_zero,
    complex_values,
    families,
    given_parts,
    pairs,
    values,
)
from symeig.answers.verdicts import Evidence, Verdict, verdict_of
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.proved import elements_of
from symeig.reading import ExactScalar, read_expression
from symeig.reading.structures import Number
from symeig.worked.formulas import Name, Power

__all__ = ["FINDERS", "Found", "asked_about"]

_POWER = re.compile(r"A(?:\^\{?\(?(?P<plain>\w{1,9})\)?\}?|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏ]{1,9}))")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏ", "0123456789nk")

# Matrices whose inverses are remembered.
REMEMBERED = 256

# Exponents at which mistakes are looked for where the exponent is a letter.
SOME = (2, 3, 5)

# A matrix as typed.
Matrix: TypeAlias = Sequence[Sequence[ExactScalar]]


@dataclass(frozen=True)
class Found:
    """What is found about an answer.

    Attributes:
        judged: Its marks.
        mistake: The search for a known mistake in it, for an answer that is not right.
        evidence: Identities about it.
        follows: Whether it is right for the student's own earlier answer, and therefore has no other mistake in it.
        slip: The code of something that costs nothing, in an answer that is right.
    """

    judged: Judged
    mistake: Callable[[], str | None] = lambda: None
    evidence: Callable[[], tuple[Evidence, ...]] = tuple
    follows: Callable[[], bool] = lambda: False
    slip: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What the marks add up to."""
        return verdict_of(self.judged.items, cancelled=self.judged.cancelled)


def _eigenvalues(asked: Asked, answer: Any) -> Found:
    given = _given_eigenvalues(asked, answer)
    return Found(
        judge_eigenvalues(asked.system, given, asked.policy),
        partial(eigenvalue_mistake, asked.system, given, asked.policy),
        partial(about_eigenvalues, asked.system, given),
        partial(_follow_polynomial, asked, given),
    )


def _given_eigenvalues(asked: Asked, answer: Any) -> list[Number]:
    """The numbers of an answer; over the real numbers, none where it says that none is real, and which others are."""
    if isinstance(answer, str) and (beside := values_beside_none_real(answer)):
        given = complex_values(asked.read(beside), asked.letters)
        return given if asked.policy.field == "complex" else []
    return [] if asked.says(answer, claims_no_eigenvalue) else values(asked.read(answer), asked.letters)


def _follow_polynomial(asked: Asked, given: Sequence[Number]) -> bool:
    prior = asked.prior("charpoly")
    if prior is None:
        return False
    coefficients = typed_polynomial(asked.read(prior), asked.n, asked.letters)
    return follows_polynomial(asked.system, [v.value for v in given], coefficients)


def _inverse_eigenvalues(asked: Asked, answer: Any) -> Found:
    is_singular, says_so = asked.system.rank < asked.n, asked.says(answer, claims_no_inverse)
    given = [] if says_so else values(asked.read(answer), asked.letters)
    if is_singular or says_so:
        return Found(Judged((mark("no-inverse", is_singular and says_so),)))
    inverse = asked_about(asked.system, asked.question)
    return Found(
        judge_eigenvalues(inverse, given, asked.policy),
        partial(inverse_mistake, asked.system, inverse, given, asked.policy),
        partial(about_eigenvalues, inverse, given, Power(Name("A", asked.system.matrix), -1)),
        partial(_follow_eigenvalues, asked, given),
    )


def asked_about(system: Eigensystem, question: Question) -> Eigensystem:
    """The matrix whose eigenvalues are asked for: the inverse, where there is one and they are."""
    is_inverse = question.kind == "inverse_eigenvalues" and system.rank == system.dimension
    return _inverse(system) if is_inverse else system


@lru_cache(REMEMBERED)
def _inverse(system: Eigensystem) -> Eigensystem:
    """The inverse, computed in the field of the matrix."""
    K, n = system.field.domain, system.dimension
    inverse = DomainMatrix(elements_of(system.given, system.field), (n, n), K).to_field().inv().to_list()
    return eigensystem(ImmutableMatrix([[system.field.to_sympy(x) for x in row] for row in inverse]))


def _follow_eigenvalues(asked: Asked, given: Sequence[Number]) -> bool:
    before = _prior_eigenvalues(asked)
    return before is not None and follows_eigenvalues(asked.system, [v.value for v in given], before)


def _prior_eigenvalues(asked: Asked) -> list[ExactScalar] | None:
    prior = asked.prior("eigenvalues")
    return None if prior is None else [v.value for v in values(asked.read(prior), asked.letters)]


def _eigenvectors(asked: Asked, answer: Any) -> Found:
    if asked.says(answer, claims_no_eigenvalue):
        return Found(judge_pairs(asked.system, [], asked.policy), partial(vector_mistake, asked.system, []))
    structure = asked.read(answer)
    given = pairs(structure, asked.n, asked.letters)
    vectors = [(pair.value.value, v) for pair in given for family in pair.families for v in family.vectors]
    return Found(
        judge_pairs(asked.system, given, asked.policy),
        partial(vector_mistake, asked.system, given),
        partial(about_basis, asked.system, vectors),
        slip="M_T_ZERO" if allows_zero(structure, given) else None,
    )


def _eigenspace_basis(asked: Asked, answer: Any) -> Found:
    eigenvalue = read_expression(written(asked.question.eigenvalue))

    def is_asked(value: Number) -> bool:
        arena = ExactArena(asked.system, [value.value, eigenvalue])
        return arena.is_zero(arena.typed(value.value) - arena.typed(eigenvalue))

    given = families(about_one(asked.read(answer), is_asked, asked.letters), asked.n, asked.letters)
    vectors = [(eigenvalue, v) for family in given for v in family.vectors]
    return Found(
        judge_basis(asked.system, eigenvalue, given, asked.policy),
        partial(basis_mistake, asked.system, eigenvalue, given),
        partial(about_basis, asked.system, vectors),
    )


def _diagonalize(asked: Asked, answer: Any) -> Found:
    system, policy = asked.system, asked.policy
    if asked.says(answer, claims_no_diagonalization):
        no = YesOrNo(yes=False)
        return Found(
            Judged((mark("diagonalizable", not is_diagonalizable(system, policy)),)),
            partial(diagonalizable_mistake, system, no, str(answer), policy),
            partial(about_diagonalizability, system, no),
        )
    P, D = asked.matrices(answer, ("P", "D"))
    if any(c.is_defective for c in system.components):
        return Found(
            Judged((mark("diagonalizable", False),)), lambda: "M_DEFECTIVE_MISSED", partial(about_form, system, P, D)
        )
    if _leaves_the_field(asked, P, D):
        return _beyond_the_field(judge_diagonalization(system, P, D, policy))
    return Found(
        judge_diagonalization(system, P, D, policy),
        partial(diagonalization_mistake, system, P, D),
        partial(about_form, system, P, D),
        partial(_follow_pairs, asked, P, D),
    )


def _leaves_the_field(asked: Asked, *matrices: Matrix) -> bool:
    """Whether the real numbers are asked for, and a matrix has other ones."""
    entries = [x for M in matrices for row in M for x in row]
    return asked.policy.field == "real" and any(isinstance(x, Expr) and x.is_real is False for x in entries)


def _beyond_the_field(judged: Judged) -> Found:
    """What is found about an answer in other numbers than were asked for: nothing of it counts."""
    items = tuple(replace(item, earned=Fraction(0)) for item in judged.items)
    return Found(Judged(items), lambda: "M_FIELD")


def _follow_pairs(asked: Asked, P: Matrix, D: Matrix) -> bool:
    prior = asked.prior("eigenvectors")
    return prior is not None and follows_pairs(asked.system, P, D, pairs(asked.read(prior), asked.n, asked.letters))


def _orthogonal(asked: Asked, answer: Any) -> Found:
    if asked.says(answer, claims_no_orthogonal_diagonalization):
        said = says_diagonalizable(answer)
        is_wrong = said is not None and said != is_diagonalizable(asked.system, asked.policy)
        is_right = not (is_wrong or has_orthonormal_eigenbasis(asked.system, asked.policy))
        return Found(
            Judged((mark("diagonalizable", is_right),)),
            partial(diagonalizable_mistake, asked.system, YesOrNo(yes=False), str(answer), asked.policy),
        )
    Q, D = asked.matrices(answer, ("Q", "D"))
    if _leaves_the_field(asked, Q, D):
        return _beyond_the_field(judge_orthogonal(asked.system, Q, D, asked.policy))
    return Found(
        judge_orthogonal(asked.system, Q, D, asked.policy),
        partial(orthogonal_mistake, asked.system, Q, D),
        partial(about_orthogonality, asked.system, Q, D),
    )


def _jordan(asked: Asked, answer: Any) -> Found:
    parts = {"J": answer} if not isinstance(answer, Mapping) and asked.is_one_matrix(answer) else answer
    if isinstance(parts, Mapping) and "P" not in given_parts(parts, ("P", "J")):
        P, (J,) = None, asked.matrices(parts, ("J",))
    else:
        P, J = asked.matrices(parts, ("P", "J"))
    if _leaves_the_field(asked, P or [], J):
        return _beyond_the_field(judge_jordan(asked.system, P, J, asked.policy))
    return Found(
        judge_jordan(asked.system, P, J, asked.policy),
        partial(jordan_mistake, asked.system, P, J, asked.policy),
        partial(about_form, asked.system, P, J) if P else partial(about_blocks, asked.system, J),
    )


def _charpoly(asked: Asked, answer: Any) -> Found:
    if isinstance(answer, str) and r"\sqrt" not in answer:
        # There are no lists in a polynomial: square brackets are brackets.
        answer = answer.replace("[", "(").replace("]", ")")
    given = typed_polynomial(asked.read(answer), asked.n, asked.letters)
    return Found(
        judge_charpoly(asked.system, given, asked.policy),
        partial(polynomial_mistake, asked.system, given),
        partial(about_polynomial, asked.system, given),
    )


def _definiteness(asked: Asked, answer: Any) -> Found:
    claim = read_definiteness(asked.words(answer))
    return Found(
        judge_definiteness(asked.system, claim),
        partial(definiteness_mistake, asked.system, claim),
        partial(about_definiteness, asked.system, claim.name),
        partial(_follow_signs, asked, claim.name),
    )


def _follow_signs(asked: Asked, claim: Definiteness) -> bool:
    before = _prior_eigenvalues(asked)
    return before is not None and follows_signs(asked.system, claim, before)


def _diagonalizable(asked: Asked, answer: Any) -> Found:
    text = asked.words(answer)
    claim = read_yes_or_no(text, asked.letters)
    return Found(
        judge_diagonalizable(asked.system, claim, asked.policy),
        partial(diagonalizable_mistake, asked.system, claim, text, asked.policy),
        partial(about_diagonalizability, asked.system, claim),
    )


def _power(asked: Asked, answer: Any) -> Found:
    k: Any = asked.question.k
    given = asked.matrix(answer, lambda name: _is_power(name, k))
    judged = judge_power(asked.system, k, given, asked.policy)
    if isinstance(k, str):
        return Found(judged, partial(_mistake_at_some, asked, Symbol(k), given))
    return Found(
        judged,
        partial(power_mistake, asked.system, k, given),
        partial(about_power, asked.system, k, given),
        partial(_follow_diagonalization, asked, k, given),
    )


def _is_power(name: str, k: int | str) -> bool:
    """Whether a name is none of another power: A², A^2 and B are none of A³."""
    said = _POWER.fullmatch(name)
    exponent = (said["plain"] or said["raised"].translate(_SUPERSCRIPTS)) if said else str(k)
    return exponent == str(k)


def _mistake_at_some(asked: Asked, k: Symbol, given: Matrix) -> str | None:
    """The mistake that explains a power with a letter as its exponent at each of a few integers."""
    found = {power_mistake(asked.system, value, at(given, k, value)) for value in SOME}
    return found.pop() if len(found) == 1 else None


def _follow_diagonalization(asked: Asked, k: int, given: Matrix) -> bool:
    prior = asked.prior("diagonalize")
    return prior is not None and follows_diagonalization(asked.system, given, k, *asked.matrices(prior, ("P", "D")))


FINDERS: dict[str, Callable[[Asked, Any], Found]] = {
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
