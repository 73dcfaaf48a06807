"""Known mistakes with P and D, Q and D, P and J."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from symeig.answers.arenas import ExactArena, Matrix, conjugated, minus, times, transposed
from symeig.answers.matrices import is_diagonal, is_jordan, vanishes
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["diagonalization_mistake", "jordan_mistake", "orthogonal_mistake"]

Typed = Sequence[Sequence[ExactScalar]]

# The largest n for which all orders of the diagonal are tried.
SMALL = 6


@dataclass(frozen=True)
class _Given:
    """Two matrices, the basis and the form.

    Attributes:
        arena: Where they are compared.
        P: The basis.
        D: The form.
        conjugate: P̄.
    """

    arena: ExactArena
    P: Matrix
    D: Matrix
    conjugate: Matrix

    @property
    def system(self) -> Eigensystem:
        return self.arena.system

    @property
    def n(self) -> int:
        return self.system.dimension

    def vanishes(self, M: Matrix) -> bool:
        """Whether all entries are 0."""
        return vanishes(self.arena, M)

    def commutes(self, P: Matrix, D: Matrix) -> bool:
        """Whether AP = PD."""
        return self.vanishes(minus(times(self.arena.A, P), times(P, D)))

    def is_diagonal(self, M: Matrix) -> bool:
        """Whether all entries beside the diagonal are 0."""
        return is_diagonal(self.arena, M)

    def is_jordan(self, J: Matrix) -> bool:
        """Whether a matrix is a Jordan matrix, with its ones above the diagonal."""
        return is_jordan(self.arena, J)

    @cached_property
    def rank(self) -> int:
        """That of P."""
        return self.arena.rank(self.P)

    @cached_property
    def fits(self) -> bool:
        """Whether AP = PD as they are."""
        return self.commutes(self.P, self.D)

    @cached_property
    def gram(self) -> Matrix:
        """PᴴP."""
        return times(transposed(self.conjugate), self.P)

    @cached_property
    def unit(self) -> Matrix:
        """I."""
        return [[self.arena.exact(int(i == j)) for j in range(self.n)] for i in range(self.n)]


def diagonalization_mistake(system: Eigensystem, P: Typed, D: Typed) -> str | None:
    """The code of the known mistake in P and D; None where none matches."""
    return _first(_DIAGONALIZATION, system, P, D)


def orthogonal_mistake(system: Eigensystem, Q: Typed, D: Typed) -> str | None:
    """The same for an orthogonal Q."""
    return _first(_ORTHOGONAL, system, Q, D)


def jordan_mistake(system: Eigensystem, P: Typed | None, J: Typed, policy: Policy) -> str | None:
    """The same for a Jordan matrix J, whose ones stand where the policy wants them, or on the other side."""
    n = system.dimension
    if policy.jordan == "lower":
        other = "M_J_UPPER", _upper if P else _upper_alone
    else:
        other = "M_J_LOWER", _lower if P else _lower_alone
    return _first((other, *(_JORDAN if P else _JORDAN_ALONE)), system, P or [[0] * n] * n, J)


def _first(
    table: Sequence[tuple[str, Callable[[_Given], bool]]], system: Eigensystem, P: Typed, D: Typed
) -> str | None:
    Q = [[conjugated(x) for x in row] for row in P]
    arena = ExactArena(system, (x for M in (P, D, Q) for row in M for x in row))
    p, d, q = ([[arena.typed(x) for x in row] for row in M] for M in (P, D, Q))
    answer = _Given(arena, p, d, q)
    return next((code for code, matches in table if matches(answer)), None)


# --- P and D ----------------------------------------------------------------------------------------------------------


def _singular(g: _Given) -> bool:
    return g.fits and g.rank < g.n


def _form_not_diagonal(g: _Given) -> bool:
    return g.fits and not g.is_diagonal(g.D)


def _order(g: _Given) -> bool:
    if g.n > SMALL or g.fits or g.rank < g.n or not g.is_diagonal(g.D):
        return False
    zero = g.arena.exact(0)
    entries = [row[i] for i, row in enumerate(g.D)]
    return any(
        g.commutes(g.P, [[entries[o] if i == j else zero for j in range(g.n)] for i, o in enumerate(order)])
        for order in permutations(range(g.n))
    )


def _rows(g: _Given) -> bool:
    return g.rank == g.n and g.is_diagonal(g.D) and g.commutes(transposed(g.P), g.D)


def _inverse(g: _Given) -> bool:
    # A P⁻¹ = P⁻¹ D says P A = D P.
    return g.rank == g.n and g.is_diagonal(g.D) and g.vanishes(minus(times(g.P, g.arena.A), times(g.D, g.P)))


# --- Q and D ----------------------------------------------------------------------------------------------------------


def _is_orthonormal(g: _Given) -> bool:
    return g.vanishes(minus(g.gram, g.unit))


def _not_normalised(g: _Given) -> bool:
    return g.fits and g.rank == g.n and g.is_diagonal(g.D) and g.is_diagonal(g.gram) and not _is_orthonormal(g)


def _not_orthogonal(g: _Given) -> bool:
    return g.fits and g.rank == g.n and g.is_diagonal(g.D) and not g.is_diagonal(g.gram)


def _gram_schmidt_across(g: _Given) -> bool:
    return _is_orthonormal(g) and not g.fits and _is_upper(g, times(transposed(g.conjugate), times(g.arena.A, g.P)))


def _is_upper(g: _Given, M: Matrix) -> bool:
    return all(g.arena.is_zero(M[i][j]) for i in range(g.n) for j in range(i))


def _congruence(g: _Given) -> bool:
    image = times(transposed(g.conjugate), times(g.arena.A, g.P))
    return g.rank == g.n and not _is_orthonormal(g) and not g.fits and g.vanishes(minus(image, g.D))


# --- P and J ----------------------------------------------------------------------------------------------------------


def _lower(g: _Given) -> bool:
    return g.rank == g.n and g.fits and g.is_jordan(transposed(g.D))


def _upper(g: _Given) -> bool:
    return g.rank == g.n and g.fits and g.is_jordan(g.D)


def _upper_alone(g: _Given) -> bool:
    return g.is_jordan(g.D) and not g.is_diagonal(g.D)


def _lower_alone(g: _Given) -> bool:
    return g.is_jordan(transposed(g.D)) and not g.is_diagonal(g.D)


def _form_diagonal(g: _Given) -> bool:
    """The diagonal is right, and there are no ones beside it."""
    found = [g.arena.eigenspace(row[i]) for i, row in enumerate(g.D)]
    return g.is_diagonal(g.D) and all(found.count(s) == s.algebraic_multiplicity for s in g.system.eigenspaces)


def _block_sizes(g: _Given) -> bool:
    """The diagonal is right and so is the number of blocks, and some sizes are not."""
    if not g.is_jordan(g.D):
        return False
    differs = False
    for space in g.system.eigenspaces:
        places = [i for i in range(g.n) if g.arena.eigenspace(g.D[i][i]) == space]
        starts = [i for i in places if i == 0 or g.arena.is_zero(g.D[i - 1][i])]
        sizes = [(*starts[1:], places[-1] + 1)[k] - start for k, start in enumerate(starts)] if places else []
        if len(places) != space.algebraic_multiplicity or len(starts) != space.geometric_multiplicity:
            return False
        differs |= tuple(sorted(sizes, reverse=True)) != space.block_sizes
    return differs


def _chain_reversed(g: _Given) -> bool:
    """P⁻¹AP has the ones of J below the diagonal."""
    if g.rank < g.n or not g.is_jordan(g.D):
        return False
    mirrored = [[g.D[j][i] for j in range(g.n)] for i in range(g.n)]
    return not g.is_diagonal(g.D) and g.commutes(g.P, mirrored)


def _chain_scale(g: _Given) -> bool:
    """AP = PJ′ where J′ has other numbers than 1 in the places of the ones of J."""
    if g.rank < g.n or g.fits or not g.is_jordan(g.D):
        return False
    scaled = [list(row) for row in g.D]
    images = transposed(times(g.arena.A, g.P))
    columns = transposed(g.P)
    for j in range(1, g.n):
        if g.arena.is_zero(g.D[j - 1][j]):
            continue
        # A pⱼ = λ pⱼ + c pⱼ₋₁: c is read off an entry of pⱼ₋₁ that is not 0.
        k = next(k for k, x in enumerate(columns[j - 1]) if not g.arena.is_zero(x))
        scaled[j - 1][j] = (images[j][k] - g.D[j][j] * columns[j][k]) / columns[j - 1][k]
        if g.arena.is_zero(scaled[j - 1][j]):
            return False
    return g.commutes(g.P, scaled)


def _chain_start(g: _Given) -> bool:
    """The eigenvectors of P are right, and one that begins a longer chain is in no image of A − λI."""
    if g.rank < g.n or not g.is_jordan(g.D) or g.fits:
        return False
    for j in range(1, g.n):
        if g.arena.is_zero(g.D[j - 1][j]) or (j > 1 and not g.arena.is_zero(g.D[j - 2][j - 1])):
            continue
        start = [row[j - 1] for row in g.P]
        shifted = [[a - g.D[j][j] if i == k else a for k, a in enumerate(row)] for i, row in enumerate(g.arena.A)]
        is_eigenvector = g.vanishes(times(shifted, [[x] for x in start]))
        extended = [[*row, x] for row, x in zip(shifted, start, strict=True)]
        if is_eigenvector and g.arena.rank(extended) > g.arena.rank(shifted):
            return True
    return False


_DIAGONALIZATION: tuple[tuple[str, Callable[[_Given], bool]], ...] = (
    ("M_P_SINGULAR", _singular),
    ("M_D_NOT_DIAGONAL", _form_not_diagonal),
    ("M_PD_ORDER", _order),
    ("M_P_INVERSE", _inverse),
    ("M_ROWS_NOT_COLUMNS", _rows),
)
_ORTHOGONAL = (
    ("M_P_SINGULAR", _singular),
    ("M_D_NOT_DIAGONAL", _form_not_diagonal),
    ("M_NOT_NORMALISED", _not_normalised),
    ("M_NOT_ORTHOGONAL", _not_orthogonal),
    ("M_PD_ORDER", _order),
    ("M_ROWS_NOT_COLUMNS", _rows),
    ("M_GS_ACROSS", _gram_schmidt_across),
    ("M_CONGRUENCE", _congruence),
)
_JORDAN = (
    ("M_P_SINGULAR", _singular),
    ("M_BLOCK_SIZES", _block_sizes),
    ("M_CHAIN_REVERSED", _chain_reversed),
    ("M_CHAIN_SCALE", _chain_scale),
    ("M_CHAIN_START", _chain_start),
    ("M_PD_ORDER", _order),
    ("M_P_INVERSE", _inverse),
)
_JORDAN_ALONE = (("M_BLOCK_SIZES", _block_sizes), ("M_DEFECTIVE_MISSED", _form_diagonal))
