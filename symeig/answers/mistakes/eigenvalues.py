"""Known mistakes with eigenvalues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from symeig.answers.arenas import ExactArena
from symeig.answers.mistakes import replays
from symeig.answers.mistakes.roots import are_all_roots, distinct
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.reading.structures import Group, Labelled, Number

__all__ = ["eigenvalue_mistake", "equates_matrix", "inverse_mistake"]


@dataclass(frozen=True)
class _Given:
    """The numbers of an answer, each as often as it was given.

    Attributes:
        arena: Where they are compared.
        numbers: Its elements.
        policy: What is accepted.
    """

    arena: ExactArena
    numbers: tuple[Any, ...]
    policy: Policy

    @property
    def system(self) -> Eigensystem:
        return self.arena.system

    @cached_property
    def distinct(self) -> list[Any]:
        return distinct(self.arena, self.numbers)

    @cached_property
    def spaces(self) -> list[Eigenspace | None]:
        """The eigenspace of each distinct number."""
        return [self.arena.eigenspace(x) for x in self.distinct]

    @cached_property
    def polynomial(self) -> Sequence[Any]:
        """The one whose roots they are, the constant coefficient first."""
        return replays.from_roots(self.numbers, self.arena.exact(1))

    def count(self, x: Any) -> int:
        """How often a number was given."""
        return sum(self.arena.is_zero(x - y) for y in self.numbers)

    def are_roots(self, coefficients: Sequence[Any]) -> bool:
        """Whether they are the roots of a polynomial over the field of the matrix, with multiplicity or without."""
        lifted = [self.arena.lifted(c) for c in coefficients]
        monic = [c / lifted[-1] for c in lifted]
        if len(self.numbers) == len(monic) - 1:
            return all(self.arena.is_zero(x - y) for x, y in zip(self.polynomial, monic, strict=True))
        if len(self.numbers) != len(self.distinct):
            return False
        return are_all_roots(self.arena, self.distinct, monic)

    def are(self, numbers: Sequence[Any]) -> bool:
        """Whether they are some numbers of the field of the matrix."""
        return self.are_roots(replays.from_roots(numbers, self.system.field.domain.one))


def equates_matrix(answer: Group) -> bool:
    """Whether an answer says that the matrix is a number: A = 5, A = 2."""
    return bool(answer.items) and all(
        isinstance(item, Labelled) and item.name.partition("=")[0] == "A" and isinstance(item.item, Number)
        for item in answer.items
    )


def eigenvalue_mistake(system: Eigensystem, given: Sequence[Number], policy: Policy) -> str | None:
    """The code of the known mistake that leads to a list of numbers; None where none does.

    Args:
        system: The matrix.
        given: The numbers, which are not right.
        policy: What is accepted.
    """
    return _first(_EIGENVALUES, system, given, policy)


def inverse_mistake(system: Eigensystem, inverse: Eigensystem, given: Sequence[Number], policy: Policy) -> str | None:
    """The same for the eigenvalues of the inverse of a matrix."""
    return _first(_INCOMPLETE, inverse, given, policy) or _first(_INVERSE, system, given, policy)


def _first(
    table: Sequence[tuple[str, Callable[[_Given], bool]]], system: Eigensystem, given: Sequence[Number], policy: Policy
) -> str | None:
    arena = ExactArena(system, [v.value for v in given])
    numbers = tuple(arena.typed(v.value) for v in given for _ in range(v.multiplicity or 1))
    answer = _Given(arena, numbers, policy)
    return next((code for code, matches in table if matches(answer)), None)


def _alternating(coefficients: Sequence[Any]) -> list[Any]:
    return [c if k % 2 == 0 else -c for k, c in enumerate(coefficients)]


def _too_many(g: _Given) -> bool:
    return len(g.numbers) > g.system.dimension


def _root_sign(g: _Given) -> bool:
    return g.are_roots(_alternating(g.system.charpoly.coefficients))


def _diagonal(g: _Given) -> bool:
    return not replays.is_triangular(g.system) and g.are(replays.diagonal(g.system))


def _row_reduced(g: _Given) -> bool:
    return g.are_roots(replays.row_reduced_polynomial(g.system))


def _pivots(g: _Given) -> bool:
    found = replays.pivots(g.system)
    return found is not None and g.are(found)


def _trace_and_determinant(g: _Given) -> bool:
    return g.are([replays.trace(g.system), replays.determinant(g.system)])


def _determinant_alone(g: _Given) -> bool:
    return g.are([replays.determinant(g.system)])


def _missing_identity(g: _Given) -> bool:
    total = replays.adjugate_sum(g.system)
    return bool(total) and g.are([replays.determinant(g.system) / total])


def _determinant_sign(g: _Given) -> bool:
    if g.system.dimension != 2:
        return False
    (a, b), (c, d) = replays.elements(g.system)
    return g.are_roots([a * d + b * c, -(a + d), g.system.field.domain.one])


def _reciprocals(g: _Given) -> bool:
    coefficients = g.system.charpoly.coefficients
    return bool(coefficients[0]) and g.are_roots(coefficients[::-1])


def _squares(g: _Given) -> bool:
    return g.are_roots(replays.charpoly_of_square(g.system))


def _same(g: _Given) -> bool:
    return g.are_roots(g.system.charpoly.coefficients)


def _negated_inverse(g: _Given) -> bool:
    coefficients = g.system.charpoly.coefficients
    return bool(coefficients[0]) and g.are_roots(_alternating(coefficients[::-1]))


def _singular_values(g: _Given) -> bool:
    if g.system.field.has_parameters:
        return False
    squares = _Given(g.arena, tuple(x * x for x in g.numbers), g.policy)
    return squares.are_roots(replays.charpoly_of_gram(g.system))


def _is_set_of_all(g: _Given) -> bool:
    return None not in g.spaces and len(g.spaces) == len(g.system.eigenspaces)


def _multiplicity_missing(g: _Given) -> bool:
    needed = g.policy.multiplicity == "required" or g.policy.order == "free"
    return needed and _is_set_of_all(g) and len(g.numbers) == len(g.distinct)


def _multiplicity_wrong(g: _Given) -> bool:
    counts = [g.count(x) for x in g.distinct]
    return _is_set_of_all(g) and max(counts) > 1 and counts != [s.algebraic_multiplicity for s in g.spaces if s]


def _order(g: _Given) -> bool:
    return g.policy.order != "free" and _is_set_of_all(g)


def _missing_ones(g: _Given) -> list[Eigenspace]:
    """The eigenspaces whose eigenvalues are missing, where all that was given is right and something was."""
    if None in g.spaces or not g.spaces:
        return []
    return [s for s in g.system.eigenspaces if s not in g.spaces]


def _conjugate_missing(g: _Given) -> bool:
    if g.system.field.has_parameters:
        return False
    missing = _missing_ones(g)
    given = [s for s in g.spaces if s is not None]
    return bool(missing) and all(
        not s.eigenvalue.is_real and any(t.component == s.component for t in given) for s in missing
    )


def _zero_missing(g: _Given) -> bool:
    return [s.eigenvalue.expr for s in _missing_ones(g)] == [0]


def _missing(g: _Given) -> bool:
    return bool(_missing_ones(g))


def _field(g: _Given) -> bool:
    if g.system.field.has_parameters:
        return False
    if g.policy.field == "real":
        return None not in g.spaces and any(not s.eigenvalue.is_real for s in g.spaces if s)
    return not g.numbers and not any(s.eigenvalue.is_real for s in g.system.eigenspaces)


# What is right, and not all of it.
_INCOMPLETE: tuple[tuple[str, Callable[[_Given], bool]], ...] = (
    ("M_TOO_MANY", _too_many),
    ("M_MULTIPLICITY_MISSING", _multiplicity_missing),
    ("M_MULTIPLICITY_WRONG", _multiplicity_wrong),
    ("M_ORDER", _order),
    ("M_CONJUGATE_MISSING", _conjugate_missing),
    ("M_ZERO_EIGENVALUE", _zero_missing),
    ("M_MISSING", _missing),
)
_EIGENVALUES = (
    ("M_FIELD", _field),
    *_INCOMPLETE,
    ("M_ROOT_SIGN", _root_sign),
    ("M_DIAGONAL", _diagonal),
    ("M_ROW_REDUCED", _row_reduced),
    ("M_PIVOTS", _pivots),
    ("M_TRACE_DET", _trace_and_determinant),
    ("M_DET_MINUS_LAMBDA", _determinant_alone),
    ("M_MISSING_IDENTITY", _missing_identity),
    ("M_DET_SIGN", _determinant_sign),
    ("M_INVERSE", _reciprocals),
    ("M_POWER", _squares),
    ("M_SINGULAR_VALUES", _singular_values),
)

_INVERSE: tuple[tuple[str, Callable[[_Given], bool]], ...] = (
    ("M_SAME", _same),
    ("M_NEGATED", _root_sign),
    ("M_ROOT_SIGN", _negated_inverse),
    ("M_POWER", _squares),
)
