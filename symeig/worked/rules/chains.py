"""Jordan chains: how many blocks of which size, and the generalised eigenvectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from sympy import Expr, ImmutableMatrix, Integer, rem

from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import (
    Equality,
    Formula,
    Function,
    List,
    Name,
    Power,
    Product,
    Relation,
    Row,
    Statement,
    Tuple,
)
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["BlockSizes", "Chain", "chains"]


@dataclass(frozen=True, kw_only=True)
class BlockSizes(Step):
    """The ranks of the powers of A − λI, and the block sizes that follow from them.

    Attributes:
        powers: Each power that is not A − λI itself, multiplied out; nothing for large matrices.
        ranks: The rank of each power.
        verdict: The sizes of the blocks.
    """

    kind: ClassVar[str] = "block-sizes"

    powers: tuple[Equality, ...]
    ranks: tuple[Equality, ...]
    verdict: tuple[Message, ...]

    @property
    def after(self) -> Formula:
        """The ranks."""
        return List(self.ranks)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The powers and their ranks."""
        return (*self.powers, *self.ranks)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The ranks, from level 2 on with the powers, and what follows."""
        powers = (Row(self.powers),) if level > 1 and self.powers else ()
        return (Display((*powers, List(self.ranks))), Paragraph(self.verdict))


@dataclass(frozen=True, kw_only=True)
class Chain(Step):
    """One Jordan chain: (A − λI)w = v, for each of its vectors.

    Attributes:
        case: That the chain belongs to, as the difference A − λI and the polynomial of λ.
        vectors: By their names, the eigenvector first.
        links: (A − λI)w multiplied out, for each vector after the first.
        verdict: What the chain is, and what freedom there was.
    """

    kind: ClassVar[str] = "chain"

    difference: Formula
    vectors: tuple[Name, ...]
    modulus: Expr | None
    verdict: tuple[Message, ...]

    @property
    def links(self) -> tuple[Equality, ...]:
        """(A − λI)w = v for each vector after the eigenvector."""
        return tuple(self._link(v, w) for v, w in zip(self.vectors, self.vectors[1:], strict=False))

    def _link(self, v: Name, w: Name) -> Equality:
        product = Product((self.difference, w))
        return Equality((product, _written(v), Name(v.letter, v.value)), modulus=self.modulus)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The links, and that the chain ends with an eigenvector that is not 0."""
        zero = ImmutableMatrix.zeros(len(_entries(self.vectors[0])), 1)
        end = Equality((Product((self.difference, self.vectors[0])), zero), modulus=self.modulus)
        return (*self.links, end, Equality((self.vectors[0],), zero, self.modulus))

    @property
    def after(self) -> Formula:
        """The vectors."""
        return List(tuple(Equality((v, _written(v))) for v in self.vectors))

    def tell(self, level: int) -> tuple[Block, ...]:
        """The vectors, and from level 2 on the equations between them."""
        links = self.links if level > 1 else ()
        return (Display((self.after, *links)), Paragraph(self.verdict))


def _written(v: Name) -> Formula:
    return Tuple(_entries(v))


def _entries(v: Name) -> tuple[Expr, ...]:
    return tuple(v.value) if isinstance(v.value, ImmutableMatrix) else ()


def chains(telling: Telling, case: Case) -> Iterator[Step]:
    """The steps that find the Jordan chains of a defective eigenvalue."""
    goal = say("section-chains", equation=telling.title(case))
    yield _block_sizes(telling, case, goal)
    for k, chain in enumerate(case.chains, 1):
        if len(chain) > 1:
            yield _chain(telling, case, goal, k)


def _block_sizes(telling: Telling, case: Case, goal: Message) -> BlockSizes:
    difference = telling.difference(case.value)
    index, n = case.component.index, telling.n
    nullities = list(accumulate(case.component.weyr))
    powers = [Power(difference, k) if k > 1 else difference for k in range(1, index + 1)]
    matrices = [telling.system.matrix - case.value * ImmutableMatrix.eye(n)]
    while len(matrices) < index:
        matrices.append((matrices[-1] * matrices[0]).applyfunc(lambda x: _reduced(x, case)))
    products = zip(powers[1:], matrices[1:], strict=True) if telling.is_worked_in_full and case.modulus is None else ()
    return BlockSizes(
        id=f"block-sizes-{case.places[0]}",
        goal=goal,
        why=say("ranks-of-powers", difference=difference),
        powers=tuple(Equality((X, ImmutableMatrix(M))) for X, M in products),
        ranks=tuple(
            Equality((Function("rank", (X,)), Integer(n - d)), modulus=case.modulus)
            for X, d in zip(powers, nullities, strict=True)
        ),
        verdict=(
            say(
                "block-sizes",
                count=len(case.component.block_sizes),
                number=Integer(len(case.component.block_sizes)),
                sizes=List(tuple(map(Integer, case.component.block_sizes))),
            ),
        ),
    )


def _reduced(x: Expr, case: Case) -> Expr:
    return x.expand() if case.modulus is None else rem(x.expand(), case.modulus, LAMBDA)


def _chain(telling: Telling, case: Case, goal: Message, number: int) -> Chain:
    chain = case.chains[number - 1]
    first = telling.column(case) + sum(case.component.block_sizes[: number - 1])
    vectors = tuple(Name(f"v_{first + k}", v) for k, v in enumerate(chain))
    difference = telling.difference(case.value)
    last, length = vectors[-1], len(chain)
    bottom_up = len(case.chains) == 1
    return Chain(
        id=f"chain-{case.places[0]}-{number}",
        goal=goal,
        why=say(
            "chain-from-eigenvector" if bottom_up else "chain-from-top",
            difference=difference,
            power=Power(difference, length - 1) if length > 2 else difference,
            equation=Relation((Product((difference, Name("w"))), Name("v")), "="),
            eigenvector=Equality((vectors[0], _written(vectors[0]))),
            top=Equality((last, _written(last))),
            length=length,
        ),
        difference=difference,
        vectors=vectors,
        modulus=case.modulus,
        verdict=(
            say(
                "chain-freedom",
                top=Name(last.letter),
                eigenvector=Name(vectors[0].letter),
                length=length,
                number=Integer(length),
            ),
        ),
    )
