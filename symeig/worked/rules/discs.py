"""Gershgorin discs: where eigenvalues can be, by the rows and by the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, Literal, TypeAlias

from sympy import Expr, ImmutableMatrix, Integer, conjugate

from symeig.exact.gershgorin import Disc, DiscUnion, GershgorinDiscs
from symeig.exact.signs import largest, modulus
from symeig.worked.formulas import Equality, Formula, List, Name, Row, Statement, Sum, Words
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["DiscUnions", "Discs", "discs", "real_parts", "unions"]

Family: TypeAlias = Literal["rows", "columns"]


@dataclass(frozen=True, kw_only=True)
class Discs(Step):
    """The discs around the diagonal entries whose radii are read off the rows, or the columns.

    Attributes:
        matrix: A, or its transpose for the columns.
        discs: One for each row of it.
        moduli: For each disc the absolute values of which its radius is the sum.
    """

    kind: ClassVar[str] = "discs"

    matrix: ImmutableMatrix
    discs: tuple[Disc, ...]
    moduli: tuple[tuple[Expr, ...], ...]

    @property
    def after(self) -> Formula:
        """The discs, with their centres and radii."""
        return List(tuple(self._lines()))

    def _lines(self) -> Iterator[Formula]:
        for disc, moduli in zip(self.discs, self.moduli, strict=True):
            terms = tuple(x for x in moduli if x != 0)
            radius = Equality((Sum(terms), disc.radius) if len(terms) > 1 else (disc.radius,))
            center = Words(say("disc-center", center=disc.center))
            yield Row((Name(f"D_{disc.number}"), center, Words(say("disc-radius", radius=radius))))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The radii."""
        return tuple(
            Equality((Sum(moduli) if moduli else Integer(0), disc.radius))
            for disc, moduli in zip(self.discs, self.moduli, strict=True)
        )

    def check(self) -> bool:
        """The claim, and that centres and absolute values are those of the matrix."""
        n = self.matrix.rows
        places = [[(i, j) for j in range(n) if j != i] for i in range(n)]
        right = all(
            _is_modulus(x, self.matrix[p])
            for row, moduli in zip(places, self.moduli, strict=True)
            for p, x in zip(row, moduli, strict=True)
        )
        centers = [disc.center for disc in self.discs] == [self.matrix[i, i] for i in range(n)]
        return super().check() and right and centers

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The discs."""
        return (Display(tuple(self._lines())),)


@dataclass(frozen=True, kw_only=True)
class DiscUnions(Step):
    """Which discs are connected, and how many eigenvalues they contain.

    Attributes:
        unions: Of one family.
    """

    kind: ClassVar[str] = "disc-unions"

    unions: tuple[DiscUnion, ...]

    @property
    def claim(self) -> tuple[Statement, ...]:
        """No identity: which discs meet is decided by inequalities, in `check`."""
        return ()

    def check(self) -> bool:
        """That no discs of different unions meet, and that those of each union are connected."""
        apart = not any(a.meets(b) for u, v in combinations(self.unions, 2) for a in u.discs for b in v.discs)
        return apart and all(map(_is_connected, self.unions))

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """What each union contains."""
        if len(self.unions) > 1 and all(u.eigenvalue_count == 1 for u in self.unions):
            return (Paragraph((say("discs-apart"),)),)
        if len(self.unions) == 1 and self.unions[0].eigenvalue_count > 1:
            return (Paragraph((say("discs-together"),)),)
        return (Paragraph(tuple(map(_contents, self.unions))),)


def _is_modulus(x: Expr, entry: Expr) -> bool:
    """Whether a number that is not negative is the absolute value of an entry; with parameters, whether it says so."""
    if entry.free_symbols:
        return bool(x == modulus(entry))
    return x.is_nonnegative is True and (x**2 - entry * conjugate(entry)).expand() == 0


def _is_connected(union: DiscUnion) -> bool:
    """Whether all discs can be reached from the first one."""
    reached, rest = [union.discs[0]], list(union.discs[1:])
    for disc in reached:
        found = [other for other in rest if disc.meets(other)]
        reached += found
        rest = [other for other in rest if other not in found]
    return not rest


def _contents(union: DiscUnion) -> Message:
    names = tuple(Name(f"D_{k}") for k in union.numbers)
    if len(names) == 1:
        return say("union-of-one", number=names[0])
    return say("union-of-many", numbers=List(names), count=Integer(union.eigenvalue_count))


def discs(telling: Telling, found: GershgorinDiscs, family: Family) -> Iterator[Step]:
    """The step with the discs of the rows, or of the columns.

    Args:
        telling: The eigensystem.
        found: Its discs.
        family: Which of them.
    """
    A = telling.system.matrix
    matrix = A if family == "rows" else ImmutableMatrix(A.T)
    n = telling.n
    first = telling.unknowns[0]
    yield Discs(
        id=f"discs-of-{family}",
        goal=say(f"section-discs-{family}"),
        why=say(f"why-discs-{family}", entry=first) if family == "rows" else say(f"why-discs-{family}"),
        matrix=matrix,
        discs=found.rows if family == "rows" else found.columns,
        moduli=tuple(tuple(modulus(matrix[i, j]) for j in range(n) if j != i) for i in range(n)),
    )


def unions(found: Sequence[DiscUnion], family: Family) -> Iterator[Step]:
    """The step that says what the discs of a family contain."""
    yield DiscUnions(
        id=f"unions-of-{family}", goal=say("section-unions"), why=say(f"unions-of-{family}"), unions=tuple(found)
    )


def real_parts(found: GershgorinDiscs) -> tuple[Expr, Expr]:
    """The least and the greatest real part that rows and columns together allow."""
    (a, b), (c, d) = (DiscUnion(family).interval for family in (found.rows, found.columns))
    return largest([a, c]), -largest([-b, -d])
