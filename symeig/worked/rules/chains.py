"""Jordan chains: how many blocks of which size, and the generalised eigenvectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, ClassVar

from sympy import Expr, ImmutableMatrix, Integer, expand

from symeig.worked.elimination import Elimination, RowOperation, reduce_rows
from symeig.worked.formulas import (
    Equality,
    Formula,
    Function,
    List,
    Name,
    Power,
    Product,
    Reduction,
    Relation,
    Row,
    Statement,
    Sum,
    Tuple,
)
from symeig.worked.messages import Message, say
from symeig.worked.rules.eigenspaces import (
    Entries,
    are_long,
    assumptions,
    describe,
    details,
    in_line,
    is_long,
    linear_form,
    reduction,
    shifted_rows,
    solved,
    written,
)
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["BlockSizes", "Chain", "ChainEquation", "chains"]


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
class ChainEquation(Step):
    """(A − λI)w = v solved for the next vector of a chain.

    Attributes:
        difference: A − λI as it is written.
        reduction: Of the system, with v as the last column.
        details: The same in single operations: what each group is for, and the group.
        equations: What the rows that are not 0 say.
        general: All solutions.
        known: v.
        found: w.
        eigenvector: The first vector of the chain, whose multiples may be added.
        is_repeated: Whether the row operations are those that were done to find the eigenvectors.
    """

    kind: ClassVar[str] = "chain-equation"

    difference: Formula
    reduction: Reduction
    details: tuple[tuple[Message, Reduction], ...]
    equations: tuple[Formula, ...]
    general: Formula
    known: Name
    found: Name
    eigenvector: Name
    is_repeated: bool = False

    @property
    def before(self) -> Formula:
        """The equation."""
        return Relation((Product((self.difference, Name(self.found.letter))), Name(self.known.letter)), "=")

    @property
    def operation(self) -> tuple[Formula, ...]:
        """The row operations."""
        return tuple(x for group in self.reduction.operations for x in group)

    @property
    def after(self) -> Equality:
        """The vector that was found."""
        return written(self.found)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The system is the right one, every operation is done, and both parts of the solution solve what they must."""
        modulus, augmented = self.reduction.modulus, self.reduction.matrices[0]
        return (
            Equality((self.difference, augmented[:, :-1]), modulus=modulus),
            Equality((self.known, augmented[:, -1]), modulus=modulus),
            self.reduction,
            Equality((Product((self.difference, self.found)), self.known), modulus=modulus),
            *solved(self.difference, (self.eigenvector,), modulus),
        )

    def tell(self, level: int) -> tuple[Block, ...]:
        """The vector; from level 2 on the reduction and all solutions; at level 3 one operation at a time."""
        if level == 1:
            return (Display((self.after,)),)
        announced = Paragraph((say("augmented-system", equation=self.before, known=Name(self.known.letter)),))
        reduced: tuple[Block, ...] = (announced, Display((self.reduction,)))
        if self.is_repeated and level == 2:
            matrices = (self.reduction.matrices[0], self.reduction.matrices[-1])
            again = Paragraph((say("same-operations"),))
            reduced = (Paragraph((*announced.sentences, *again.sentences)), Display((Relation(matrices, "→"),)))
        if level > 2:
            singly = (x for purpose, done in self.details for x in (Paragraph((purpose,)), Display((done,))))
            reduced = (announced, *singly)
        says = Paragraph((say("rows-say", count=len(self.equations)),))
        chosen = Paragraph((say("chain-choice", vector=self.after),))
        solutions = Paragraph((say("chain-solutions"),))
        return (*reduced, says, Display(self.equations), solutions, Display((self.general,)), chosen)


@dataclass(frozen=True, kw_only=True)
class Chain(Step):
    """One Jordan chain: (A − λI)w = v, for each of its vectors.

    Attributes:
        difference: A − λI as it is written.
        vectors: By their names, the eigenvector first.
        modulus: The polynomial of λ, where several eigenvalues are told together.
        is_from_top: Whether the last vector was found first.
        remarks: On all chains, after the last one.
    """

    kind: ClassVar[str] = "chain"

    difference: Formula
    vectors: tuple[Name, ...]
    modulus: Expr | None
    is_from_top: bool = False
    remarks: tuple[Message, ...] = ()

    @property
    def links(self) -> tuple[Equality, ...]:
        """(A − λI)w = v for each vector after the eigenvector."""
        return tuple(self._link(v, w) for v, w in zip(self.vectors, self.vectors[1:], strict=False))

    def _link(self, v: Name, w: Name) -> Equality:
        product = Product((self.difference, w))
        return Equality((product, in_line(v), Name(v.letter, v.value)), modulus=self.modulus)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The links, and that the chain ends with an eigenvector that is not 0."""
        first = self.vectors[0]
        zero = ImmutableMatrix.zeros(len(in_line(first).entries), 1)
        end = solved(self.difference, (first,), self.modulus)
        return (*self.links, *end, Equality((first,), zero, self.modulus))

    @property
    def after(self) -> Formula:
        """The vectors."""
        return List(tuple(map(written, self.vectors)))

    def tell(self, level: int) -> tuple[Block, ...]:
        """The vectors, and from level 2 on the equations between them."""
        if are_long(self.vectors):
            return (Paragraph((describe(self.vectors), *self.remarks)),)
        shown: tuple[Formula, ...] = (self.after, *(self.links if level > 1 else ()))
        if self.is_from_top and level > 1:
            top = self.vectors[-1]
            shown = (written(top), *(self._image(k) for k in reversed(range(len(self.vectors) - 1))))
        return (Display(shown), Paragraph(self.remarks)) if self.remarks else (Display(shown),)

    def _image(self, k: int) -> Equality:
        """V = (A − λI)w = (1, 0)."""
        v, w = self.vectors[k], self.vectors[k + 1]
        return Equality((v, Product((self.difference, w)), in_line(v)), modulus=self.modulus)


def chains(telling: Telling, case: Case) -> Iterator[Step]:
    """The steps that find the Jordan chains of a defective eigenvalue."""
    goal = say("section-chains", equation=telling.title(case))
    if case.conjugate_of is None:
        yield _block_sizes(telling, case, goal)
    for k, chain in enumerate(case.chains, 1):
        if len(chain) > 1:
            vectors = _named(telling, case, k)
            if len(case.chains) == 1 and case.conjugate_of is None and telling.is_worked_in_full:
                yield from _equations(telling, case, goal, vectors)
            yield _chain(telling, case, goal, k, vectors)


def _remarks(telling: Telling, case: Case, number: int) -> Iterator[Message]:
    """What there is to say after the last chain of several that has more than one vector."""
    sizes = case.component.block_sizes
    if len(sizes) == 1 or any(size > 1 for size in sizes[number:]) or case.conjugate_of is not None:
        return
    alone = tuple(Name(_named(telling, case, k)[0].letter) for k in range(number + 1, len(sizes) + 1))
    if alone:
        yield say("chains-of-one", vectors=List(alone), count=len(alone))
    yield say("chains-are-independent")


def _named(telling: Telling, case: Case, number: int) -> tuple[Name, ...]:
    """The vectors of a chain, by the numbers of their columns in P."""
    first = telling.column(case) + sum(case.component.block_sizes[: number - 1])
    return tuple(Name(f"v_{first + k}", v) for k, v in enumerate(case.chains[number - 1]))


def _equations(telling: Telling, case: Case, goal: Message, vectors: Sequence[Name]) -> Iterator[ChainEquation]:
    """Each vector of a chain but the first, as a solution of a system with the one before on the right."""
    entries, n = Entries.of(case), telling.n
    shifted = shifted_rows(replace(telling, convention="A - λI"), entries)
    done = _operations(reduce_rows(shifted, entries.ring, entries.base)) if telling.convention == "A - λI" else None
    for known, found, v in zip(vectors, vectors[1:], case.component.vectors[0], strict=False):
        augmented = tuple((*row, entries.element(x)) for row, x in zip(shifted, v, strict=True))
        reduced = reduce_rows(augmented, entries.ring, entries.base, n)
        if is_long(reduced, entries):
            return
        yield ChainEquation(
            id=f"chain-equation-{found.letter.removeprefix('v_')}",
            goal=goal,
            assumed=assumptions(reduced.assumed, entries.base),
            difference=telling.difference(case.value),
            reduction=reduction(reduced, case, entries),
            details=details(reduced, case, entries),
            equations=tuple(_equation(row, telling, entries) for row in reduced.reduced if any(map(any, row[:n]))),
            general=Relation(
                (Tuple(telling.unknowns), Sum((in_line(found), Product((telling.free[0], in_line(vectors[0])))))), "="
            ),
            known=known,
            found=found,
            eigenvector=vectors[0],
            is_repeated=bool(reduced.groups) and _operations(reduced) == done,
        )


def _operations(found: Elimination) -> tuple[tuple[RowOperation, ...], ...]:
    return tuple(group.operations for group in found.groups)


def _equation(row: Sequence[Any], telling: Telling, entries: Entries) -> Relation:
    """What a row of an augmented system says."""
    used = [j for j in range(telling.n) if any(row[j])]
    left = linear_form([entries.write(row[j]) for j in used], [telling.unknowns[j] for j in used])
    return Relation((left, entries.write(row[-1])), "=")


def _block_sizes(telling: Telling, case: Case, goal: Message) -> BlockSizes:
    difference = telling.difference(case.value)
    index, n = case.component.index, telling.n
    nullities = list(accumulate(case.component.weyr))
    powers = [Power(difference, k) if k > 1 else difference for k in range(1, index + 1)]
    products: list[Equality] = []
    if telling.is_worked_in_full and case.modulus is None:
        M = N = telling.system.matrix - case.value * ImmutableMatrix.eye(n)
        for X in powers[1:]:
            M = (M * N).applyfunc(expand)
            products.append(Equality((X, ImmutableMatrix(M))))
    return BlockSizes(
        id=f"block-sizes-{case.places[0]}",
        goal=goal,
        why=say("ranks-of-powers", difference=difference),
        powers=tuple(products),
        ranks=tuple(
            Equality((Function("rank", (X,)), Integer(n - d)), modulus=case.modulus)
            for X, d in zip(powers, nullities, strict=True)
        ),
        verdict=(
            say("rank-falls", n=Integer(n), falls=List(tuple(map(Integer, case.component.weyr)))),
            say(
                "block-sizes",
                count=len(case.component.block_sizes),
                number=Integer(len(case.component.block_sizes)),
                sizes=List(tuple(map(Integer, case.component.block_sizes))),
            ),
        ),
    )


def _chain(telling: Telling, case: Case, goal: Message, number: int, vectors: tuple[Name, ...]) -> Chain:
    difference = telling.difference(case.value)
    length = len(vectors)
    return Chain(
        id=f"chain-{case.places[0]}-{number}",
        goal=goal,
        why=say(
            _way(telling, case, number),
            difference=difference,
            power=Power(difference, length - 1) if length > 2 else difference,
            length=length,
            number=Integer(length),
        ),
        difference=difference,
        vectors=vectors,
        modulus=case.modulus,
        is_from_top=_way(telling, case, number).startswith("chain-from-top"),
        remarks=tuple(_remarks(telling, case, number)),
    )


def _way(telling: Telling, case: Case, number: int) -> str:
    """How a chain was found."""
    if case.conjugate_of is not None:
        return "chain-by-conjugation"
    if not telling.is_worked_in_full:
        return "chain-by-machine"
    if len(case.chains) == 1:
        return "chain-is-complete"
    return "chain-from-top" if number == 1 else "chain-from-top-again"
