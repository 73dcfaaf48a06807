"""Claims: definiteness, where a true but weaker one is half the truth, and diagonalizability, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sympy import Add, Expr, Poly, Symbol, discriminant

from symeig.answers.arenas import ExactArena, conjugated, minus, times, transposed
from symeig.answers.claims import Definiteness, Kind, YesOrNo
from symeig.answers.conditions import SpecialValue, zeros_of
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.matrices import vanishes
from symeig.answers.policies import Policy
from symeig.exact.definiteness import words
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.expressions import LAMBDA
from symeig.exact.inertia import Inertia

__all__ = [
    "definiteness",
    "has_orthonormal_eigenbasis",
    "is_diagonalizable",
    "judge_definiteness",
    "judge_diagonalizable",
]

HALF = Fraction(1, 2)

# Discriminants are found of polynomials of so many terms, quadratic in λ, or cubic with so many parameters.
LETTERS, TERMS = 4, 30


def definiteness(found: Inertia) -> tuple[Definiteness, ...]:
    """Everything that is true of a Hermitian matrix, the strongest first; the zero matrix is semidefinite both ways."""
    return tuple(word for word in words(found) if word != "zero")


def judge_definiteness(system: Eigensystem, claim: Kind) -> Judged:
    """The marks for a claim: all for the strongest, half for a weaker one that is true; none beside a wrong one."""
    true = definiteness(system.inertia)
    strongest = true if not any(system.inertia[:2]) else true[:1]
    share = Fraction(1) if claim.name in strongest else HALF if claim.name in true else Fraction(0)
    is_wrong = not set(claim.others) <= set(true) or not set(claim.denied).isdisjoint(true)
    return Judged((mark("definiteness", Fraction(0) if is_wrong else share),))


def judge_diagonalizable(system: Eigensystem, claim: YesOrNo, policy: Policy) -> Judged:
    """The marks for yes or no: one for each case, the general one and those of special values of a parameter."""
    items = [mark("in-general", _says(claim, {}) == is_diagonalizable(system, policy))]
    for letter, value in _special_values(system, claim):
        special = eigensystem(system.matrix.subs(letter, value))
        items.append(mark("special-value", _says(claim, {letter: value}) == is_diagonalizable(special, policy)))
    return Judged(tuple(items))


def is_diagonalizable(system: Eigensystem, policy: Policy) -> bool:
    """Whether there is a basis of eigenvectors over the field of the policy, for generic parameters."""
    if policy.field == "real" and not system.field.has_parameters:
        return all(s.is_semisimple and s.eigenvalue.is_real for s in system.eigenspaces)
    return not any(c.is_defective for c in system.components)


def has_orthonormal_eigenbasis(system: Eigensystem, policy: Policy) -> bool:
    """Whether A is normal, over the complex numbers; over the real ones, whether it is real and symmetric."""
    adjoint = [[conjugated(x) for x in column] for column in zip(*system.given.rows, strict=True)]
    arena = ExactArena(system, (x for row in adjoint for x in row))
    A, B = arena.A, [[arena.exact(x) for x in row] for row in adjoint]
    if policy.field == "real":
        return vanishes(arena, minus(A, B)) and vanishes(arena, minus(A, transposed(A)))
    return vanishes(arena, minus(times(A, B), times(B, A)))


def _says(claim: YesOrNo, case: dict[Symbol, Expr]) -> bool:
    """What a claim says of a case: a special value of a parameter, or general ones."""
    is_exception = any((letter - value).subs(case).expand() == 0 for letter, value in claim.exceptions)
    return claim.yes != is_exception


def _special_values(system: Eigensystem, claim: YesOrNo) -> Iterator[SpecialValue]:
    """The values that the claim names, and those at which the general answer need not hold."""
    named = sorted(claim.exceptions, key=str)
    yield from dict.fromkeys([*named, *(value for values in _exceptions(system) for value in values)])


def _exceptions(system: Eigensystem) -> Iterator[tuple[SpecialValue, ...]]:
    """The zeros of what must not be 0, as far as they are found.

    Not asked is where eigenvalues coincide that are the roots of a polynomial with many terms, or of one in more
    than three parameters and of degree 4 or more, or of degree 3 in more than four: its discriminant may take seconds.
    """
    for condition in system.conditions:
        if condition.kind == "separable" and _is_small(condition.expr):
            yield from zeros_of(discriminant(condition.expr, LAMBDA))
        elif condition.kind == "nonzero":
            yield from zeros_of(condition.expr)


def _is_small(polynomial: Expr) -> bool:
    """Whether the discriminant of a polynomial in λ over parameters is found at once."""
    found = Poly(polynomial, LAMBDA)
    letters = polynomial.free_symbols - {LAMBDA}
    terms = len(Add.make_args(polynomial.expand()))
    return terms <= TERMS and (found.degree() <= 2 or (found.degree() == 3 and len(letters) <= LETTERS))
