"""Claims: definiteness, where a true but weaker one is half the truth, and diagonalizability, case by case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sympy import Expr, Symbol, discriminant, factor_list, roots

from symeig.answers.arenas import ExactArena, conjugated, minus, times, transposed
from symeig.answers.claims import Definiteness, Kind, YesOrNo
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.matrices import vanishes
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.expressions import LAMBDA
from symeig.exact.inertia import Inertia
from symeig.reading.scalars import to_sympy

__all__ = [
    "definiteness",
    "has_orthonormal_eigenbasis",
    "is_diagonalizable",
    "judge_definiteness",
    "judge_diagonalizable",
]

HALF = Fraction(1, 2)


def definiteness(found: Inertia) -> tuple[Definiteness, ...]:
    """Everything that is true of a Hermitian matrix, the strongest first; the zero matrix is semidefinite both ways."""
    positive, negative, zero = found
    if positive and negative:
        return ("indefinite",)
    if not (positive or negative):
        return ("positive semidefinite", "negative semidefinite")
    if positive:
        return ("positive semidefinite",) if zero else ("positive definite", "positive semidefinite")
    return ("negative semidefinite",) if zero else ("negative definite", "negative semidefinite")


def judge_definiteness(system: Eigensystem, claim: Kind) -> Judged:
    """The marks for a claim: all for the strongest, half for a weaker one that is true; none beside a wrong denial."""
    true = definiteness(system.inertia)
    strongest = true if not any(system.inertia[:2]) else true[:1]
    share = Fraction(1) if claim.name in strongest else HALF if claim.name in true else Fraction(0)
    return Judged((mark("definiteness", Fraction(0) if claim.denied in true else share),))


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
    if not claim.conditions:
        return claim.yes
    holds = [((Symbol(c.letter) - to_sympy(c.value)).subs(case).expand() == 0) == c.equal for c in claim.conditions]
    # k = 1 or k = 2; k ≠ 1 and k ≠ 2.
    met = any(holds) if any(c.equal for c in claim.conditions) else all(holds)
    return claim.yes == met


def _special_values(system: Eigensystem, claim: YesOrNo) -> Iterator[tuple[Symbol, Expr]]:
    """The values that the claim names, and those at which the general answer need not hold."""
    letters = sorted(system.matrix.free_symbols, key=str)
    named = [(Symbol(c.letter), to_sympy(c.value)) for c in claim.conditions if Symbol(c.letter) in letters]
    yield from dict.fromkeys([*named, *_exceptions(system, letters)])


def _exceptions(system: Eigensystem, letters: Sequence[Symbol]) -> Iterator[tuple[Symbol, Expr]]:
    """The zeros of what must not be 0: of conditions linear in a letter, and of quadratic ones in the only letter."""
    for condition in system.conditions:
        if condition.kind == "separable":
            expression = discriminant(condition.expr, LAMBDA)
        elif condition.kind == "nonzero":
            expression = condition.expr
        else:
            continue
        for factor, _ in factor_list(expression)[1]:
            for letter in letters:
                poly = factor.as_poly(letter)
                if poly is not None and (poly.degree() == 1 or (poly.degree() == 2 and len(letters) == 1)):
                    yield from ((letter, root) for root in roots(poly))
                    break
