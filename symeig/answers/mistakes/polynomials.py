"""Known mistakes with the characteristic polynomial; a wrong one is compared up to its sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from symeig.answers.arenas import ExactArena
from symeig.answers.mistakes import replays
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["polynomial_mistake"]


@dataclass(frozen=True)
class _Given:
    """The coefficients of an answer.

    Attributes:
        arena: Where they are compared.
        coefficients: Its elements, the constant one first.
    """

    arena: ExactArena
    coefficients: tuple[Any, ...]

    @property
    def system(self) -> Eigensystem:
        return self.arena.system

    def are(self, coefficients: Sequence[Any]) -> bool:
        """Whether the polynomial is one over the field of the matrix, up to its sign."""
        lifted = [self.arena.lifted(c) for c in coefficients]
        while lifted and self.arena.is_zero(lifted[-1]):
            lifted.pop()
        if len(lifted) != len(self.coefficients):
            return False
        pairs = list(zip(self.coefficients, lifted, strict=True))
        return all(self.arena.is_zero(x - y) for x, y in pairs) or all(self.arena.is_zero(x + y) for x, y in pairs)


def polynomial_mistake(system: Eigensystem, given: Sequence[ExactScalar]) -> str | None:
    """The code of the known mistake that leads to a polynomial; None where none does."""
    arena = ExactArena(system, given)
    typed = [arena.typed(x) for x in given]
    while typed and arena.is_zero(typed[-1]):
        typed.pop()
    answer = _Given(arena, tuple(typed))
    return next((code for code, matches in _TABLE if matches(answer)), None)


def _one(g: _Given) -> Any:
    return g.system.field.domain.one


def _convention(g: _Given) -> bool:
    return g.are(g.system.charpoly.coefficients)


def _determinant_minus_lambda(g: _Given) -> bool:
    d = replays.determinant(g.system)
    return g.are([d, -_one(g)]) or g.are([d])


def _missing_identity(g: _Given) -> bool:
    return g.are([replays.determinant(g.system), -replays.adjugate_sum(g.system)])


def _off_diagonal(g: _Given) -> bool:
    return not replays.is_triangular(g.system) and g.are(replays.from_roots(replays.diagonal(g.system), _one(g)))


def _determinant_sign(g: _Given) -> bool:
    if g.system.dimension != 2:
        return False
    (a, b), (c, d) = replays.elements(g.system)
    return g.are([a * d + b * c, -(a + d), _one(g)])


def _trace_sign(g: _Given) -> bool:
    return g.are([c if k % 2 == 0 else -c for k, c in enumerate(g.system.charpoly.coefficients)])


def _cofactor_sign(g: _Given) -> bool:
    return any(g.are(p) for p in replays.expansions_without_signs(g.system))


def _minimal(g: _Given) -> bool:
    return g.are(g.system.minpoly.coefficients)


def _row_reduced(g: _Given) -> bool:
    return g.are(replays.row_reduced_polynomial(g.system))


_TABLE: tuple[tuple[str, Callable[[_Given], bool]], ...] = (
    ("M_CONVENTION", _convention),
    ("M_DET_MINUS_LAMBDA", _determinant_minus_lambda),
    ("M_MISSING_IDENTITY", _missing_identity),
    ("M_OFFDIAGONAL", _off_diagonal),
    ("M_DET_SIGN", _determinant_sign),
    ("M_TRACE_SIGN", _trace_sign),
    ("M_COFACTOR_SIGN", _cofactor_sign),
    ("M_ROW_REDUCED", _row_reduced),
    ("M_MINPOLY", _minimal),
)
