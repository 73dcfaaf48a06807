"""Jordan chains: how many blocks of which size, and the vectors of each chain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from sympy import I, ImmutableMatrix, Integer, MatrixBase, Symbol, eye, sqrt, zeros

from symeig.worked.formulas import Equality, Function, Name, Power, Relation, Sum
from symeig.worked.rules.chains import BlockSizes, Chain, ChainEquation, chains
from symeig.worked.steps import Step
from tests.strategies import split_matrices
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")


def nilpotent(*sizes: int, value: Any = 0) -> list[list[Any]]:
    """Jordan blocks of one eigenvalue."""
    starts = {sum(sizes[:k]) for k in range(len(sizes))}
    n = sum(sizes)
    return [[value if i == j else int(j == i + 1 and j not in starts) for j in range(n)] for i in range(n)]


def hidden(rows: list[list[Any]]) -> list[list[Any]]:
    """A similar matrix in which the blocks cannot be seen."""
    n = len(rows)
    T = ImmutableMatrix(n, n, lambda i, j: 1 if i <= j else 0)
    return (T * ImmutableMatrix(rows) * T.inv()).tolist()


# A matrix; for each defective case the places of its eigenvalues, the block sizes, and the ranks of the powers.
TABLE: dict[str, tuple[Any, dict[tuple[int, ...], tuple[tuple[int, ...], tuple[int, ...]]]]] = {
    "one block of 2": (MATRICES["double-root"], {(1,): ((2,), (1, 0))}),
    "2 beside a simple root": (MATRICES["defective"], {(2,): ((2,), (2, 1))}),
    "one block of 3": (MATRICES["nilpotent-3"], {(1,): ((3,), (2, 1, 0))}),
    "2 and 1": (hidden(nilpotent(2, 1)), {(1,): ((2, 1), (1, 0))}),
    "2 and 2": (hidden(nilpotent(2, 2, value=3)), {(1,): ((2, 2), (2, 0))}),
    "3 and 1": (hidden(nilpotent(3, 1, value=-1)), {(1,): ((3, 1), (2, 1, 0))}),
    "2, 1 and 1": (nilpotent(2, 1, 1, value=1), {(1,): ((2, 1, 1), (1, 0))}),
    "3 and 2": (hidden(nilpotent(3, 2)), {(1,): ((3, 2), (3, 1, 0))}),
    "4": (hidden(nilpotent(4)), {(1,): ((4,), (3, 2, 1, 0))}),
    "a pair": (MATRICES["square-of-quadratic"], {(1,): ((2,), (3, 2)), (2,): ((2,), (3, 2))}),
    "told together": (
        [[0, 0, 1, 1, 0, 0], [1, 0, 1, 0, 1, 0], [0, 1, 0, 0, 0, 1], *([0] * 3 + r for r in MATRICES["companion-3"])],
        {},
    ),
    "a cubic twice": (
        [
            [0, 0, 1, 1, 0, 0],
            [1, 0, 1, 0, 1, 0],
            [0, 1, 0, 0, 0, 1],
            [0, 0, 0, 0, 0, 1],
            [0, 0, 0, 1, 0, 1],
            [0, 0, 0, 0, 1, 0],
        ],
        {(1, 2, 3): ((2,), (5, 4))},
    ),
    "large": (hidden(nilpotent(4, 2, 1, value=2)), {(1,): ((4, 2, 1), (4, 2, 1, 0))}),
    "a parameter": ([[Symbol("a"), 1], [0, Symbol("a")]], {(1,): ((2,), (1, 0))}),
    "a root": ([[sqrt(2), 1], [0, sqrt(2)]], {(1,): ((2,), (1, 0))}),
    "complex entries": ([[I, 1], [0, I]], {(1,): ((2,), (1, 0))}),
}
each_matrix = pytest.mark.parametrize("name", TABLE)


def steps_of(matrix: Any, convention: Any = "A - λI") -> dict[tuple[int, ...], list[Step]]:
    """The steps of each defective case."""
    T = telling(matrix, convention)
    return {case.places: list(chains(T, case)) for case in T.cases if case.component.is_defective}


def all_of(matrix: Any, kind: type[Any]) -> list[Any]:
    """All steps of a kind."""
    return [step for steps in steps_of(matrix).values() for step in steps if isinstance(step, kind)]


@each_matrix
def test_block_sizes_are_told(name: str) -> None:
    """The sizes are those of the blocks, the longest first; those of a conjugate are not told again."""
    matrix, cases = TABLE[name]
    told = [[dict(m.arguments) for m in s.verdict if m.name == "block-sizes"] for s in all_of(matrix, BlockSizes)]
    wanted = [sizes for places, (sizes, _) in cases.items() if places != (2,) or len(cases) == 1]
    assert [(m["sizes"].items, m["count"]) for (m,) in told] == [(tuple(map(Integer, s)), len(s)) for s in wanted]


@each_matrix
def test_ranks_are_those_of_the_powers(name: str) -> None:
    """The rank of every power is stated, until it falls no more."""
    matrix, cases = TABLE[name]
    wanted = [ranks for places, (_, ranks) in cases.items() if places != (2,) or len(cases) == 1]
    steps = all_of(matrix, BlockSizes)
    assert [tuple(map(int, (r.sides[-1] for r in s.ranks))) for s in steps] == wanted
    for step in steps:
        powers = [rank.sides[0].arguments[0] for rank in step.ranks]
        assert [p.exponent if isinstance(p, Power) else 1 for p in powers] == list(range(1, len(powers) + 1))


@each_matrix
def test_chains_have_the_lengths_of_the_blocks(name: str) -> None:
    """There is one chain for each block of size 2 or more, with as many vectors."""
    matrix, cases = TABLE[name]
    found = {
        places: tuple(len(s.vectors) for s in steps if isinstance(s, Chain))
        for places, steps in steps_of(matrix).items()
    }
    assert found == {places: tuple(size for size in sizes if size > 1) for places, (sizes, _) in cases.items()}


@each_matrix
def test_vectors_are_the_columns_of_P(name: str) -> None:
    """The vectors of a chain have the numbers of their columns in P, and are these columns."""
    matrix, _ = TABLE[name]
    T = telling(matrix)
    P = None if any(case.modulus is not None for case in T.cases) else T.system.jordan().P
    seen = []
    for step in all_of(matrix, Chain):
        places = [int(v.letter.removeprefix("v_")) for v in step.vectors]
        assert places == list(range(places[0], places[0] + len(places)))
        seen += places
        if P is not None:
            assert all(
                (v.value - P[:, k - 1]).expand() == zeros(len(matrix), 1)
                for k, v in zip(places, step.vectors, strict=True)
            )
    assert len(seen) == len(set(seen))


@each_matrix
def test_links_of_a_chain(name: str) -> None:
    """SymPy multiplies (A − λI)w to v along each chain, and to 0 at its end, for those that have a value."""
    matrix, _ = TABLE[name]
    A = ImmutableMatrix(matrix)
    T = telling(matrix)
    for case in T.cases:
        if not case.component.is_defective or case.modulus is not None:
            continue
        for step in chains(T, case):
            if isinstance(step, Chain):
                images = [((A - case.value * eye(T.n)) * v.value).expand() for v in step.vectors]
                assert images == [zeros(T.n, 1), *(v.value.expand() for v in step.vectors[:-1])]


@each_matrix
@pytest.mark.parametrize("convention", CONVENTIONS)
def test_every_step_passes_its_check(name: str, convention: Any) -> None:
    """All that is stated is true; chains are told with A − λI in both conventions."""
    matrix, _ = TABLE[name]
    found = steps_of(matrix, convention)
    assert all(step.check() for steps in found.values() for step in steps)
    for ours, others in zip(found.values(), steps_of(matrix).values(), strict=True):
        differences = [[s.difference for s in steps if hasattr(s, "difference")] for steps in (ours, others)]
        assert differences[0] == differences[1]


@pytest.mark.parametrize("name", ["2 beside a simple root", "one block of 2", "one block of 3", "4", "a pair"])
def test_a_single_chain_is_solved_vector_by_vector(name: str) -> None:
    """Each vector after the eigenvector is a solution of a system with the one before it on the right."""
    matrix, cases = TABLE[name]
    ((sizes, _), *_) = cases.values()
    found = all_of(matrix, ChainEquation)
    assert len(found) == sizes[0] - 1
    (chain, *_) = all_of(matrix, Chain)
    assert [(s.known, s.found) for s in found] == list(zip(chain.vectors, chain.vectors[1:], strict=False))
    for step in found:
        assert step.eigenvector == chain.vectors[0]
        assert step.before.sign == "="
        assert isinstance(step.general, Relation)
        assert isinstance(step.general.terms[1], Sum)


@pytest.mark.parametrize("name", ["2 and 1", "2 and 2", "3 and 1", "large"])
def test_several_chains_are_not_solved_for(name: str) -> None:
    """Where there is more than one block the chains are shown, not solved for: not every eigenvector begins one."""
    assert all_of(TABLE[name][0], ChainEquation) == []


def test_powers_are_multiplied_out() -> None:
    """Each power after the first is shown with its entries, which SymPy finds too."""
    matrix = TABLE["4"][0]
    (step,) = all_of(matrix, BlockSizes)
    assert [p.sides[-1] for p in step.powers] == [ImmutableMatrix(matrix) ** k for k in (2, 3, 4)]
    assert [f.sides[0] for f in step.ranks] == [Function("rank", (f.sides[0].arguments[0],)) for f in step.ranks]


@each_matrix
def test_what_is_stated_is_claimed(name: str) -> None:
    """Powers, ranks and links belong to the claim, not only to what is shown."""
    matrix, _ = TABLE[name]
    for step in all_of(matrix, BlockSizes):
        assert {*step.powers, *step.ranks} <= set(step.claim)
    for step in all_of(matrix, Chain):
        assert len(step.links) == len(step.vectors) - 1
        assert set(step.links) <= set(step.claim)
        assert len(step.claim) == len(step.links) + 2


def test_large_matrices_have_no_powers() -> None:
    """From six rows on the powers are not written out, nor systems solved."""
    steps = all_of(TABLE["large"][0], BlockSizes)
    assert [s.powers for s in steps] == [()]


@given(split_matrices(max_size=5))
def test_planted_blocks_are_found(planted: Any) -> None:
    """The sizes that are told are those that were planted, and every step holds."""
    told = []
    for steps in steps_of(planted.rows).values():
        assert all(step.check() for step in steps)
        told += [
            dict(m.arguments)["sizes"].items
            for s in steps
            if isinstance(s, BlockSizes)
            for m in s.verdict
            if m.name == "block-sizes"
        ]
    assert sorted(told) == sorted(tuple(map(Integer, s)) for s in planted.structure.values() if max(s) > 1)


# --- wrong steps ----------------------------------------------------------------------------------------------------


def bumped(M: Any) -> ImmutableMatrix:
    """A matrix with one entry that is 1 too large."""
    return ImmutableMatrix(M) + ImmutableMatrix(*M.shape, lambda i, j: int(i == j == 0))


def off(statement: Equality) -> Equality:
    """An equality whose last side is 1 too large."""
    last = statement.sides[-1]
    return replace(statement, sides=(*statement.sides[:-1], bumped(last) if isinstance(last, MatrixBase) else last + 1))


def moved(v: Name) -> Name:
    """A vector with another entry."""
    return replace(v, value=bumped(v.value))


WRONG: dict[str, tuple[str, type[Step], Any]] = {
    "the first rank": ("one block of 3", BlockSizes, lambda s: replace(s, ranks=(off(s.ranks[0]), *s.ranks[1:]))),
    "the last rank": ("one block of 3", BlockSizes, lambda s: replace(s, ranks=(*s.ranks[:-1], off(s.ranks[-1])))),
    "the last power": ("one block of 3", BlockSizes, lambda s: replace(s, powers=(*s.powers[:-1], off(s.powers[-1])))),
    "a rank for another λ": (
        "a cubic twice",
        BlockSizes,
        lambda s: replace(s, ranks=(replace(s.ranks[0], modulus=x - 1), *s.ranks[1:])),
    ),
    "the eigenvector": (
        "one block of 3",
        Chain,
        lambda s: replace(s, vectors=(moved(s.vectors[1]), *s.vectors[1:])),
    ),
    "a vector in the middle": (
        "4",
        Chain,
        lambda s: replace(s, vectors=(s.vectors[0], moved(s.vectors[1]), *s.vectors[2:])),
    ),
    "the top": (
        "one block of 3",
        Chain,
        lambda s: replace(s, vectors=(*s.vectors[:-1], replace(s.vectors[-1], value=2 * s.vectors[-1].value))),
    ),
    "vectors in another order": ("one block of 3", Chain, lambda s: replace(s, vectors=s.vectors[::-1])),
    "a chain of zeros": (
        "one block of 2",
        Chain,
        lambda s: replace(s, vectors=tuple(replace(v, value=ImmutableMatrix.zeros(2, 1)) for v in s.vectors)),
    ),
    "the chain of another λ": ("a cubic twice", Chain, lambda s: replace(s, modulus=x**3 - x + 1)),
    "λI − A": (
        "one block of 2",
        Chain,
        lambda s: replace(s, difference=steps_of(TABLE["a root"][0])[1,][-1].difference),
    ),
    "the vector that was found": ("2 beside a simple root", ChainEquation, lambda s: replace(s, found=moved(s.found))),
    "the right-hand side": ("2 beside a simple root", ChainEquation, lambda s: replace(s, known=moved(s.known))),
    "what may be added": (
        "2 beside a simple root",
        ChainEquation,
        lambda s: replace(s, eigenvector=moved(s.eigenvector)),
    ),
    "an operation": (
        "2 beside a simple root",
        ChainEquation,
        lambda s: replace(
            s, reduction=replace(s.reduction, matrices=(*s.reduction.matrices[:-1], bumped(s.reduction.matrices[-1])))
        ),
    ),
    "an operation in detail": (
        "2 beside a simple root",
        ChainEquation,
        lambda s: replace(
            s,
            details=(
                (
                    s.details[0][0],
                    replace(s.details[0][1], matrices=tuple(map(bumped, s.details[0][1].matrices))),
                ),
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_step_is_refused(name: str) -> None:
    """A step with a wrong rank, power, vector or link does not pass."""
    matrix, kind, edit = WRONG[name]
    step = all_of(TABLE[matrix][0], kind)[0]
    assert step.check()
    assert not edit(step).check()
