"""Steps with one thing wrong in them, each of which its own check must refuse.

A row is a fault that a solution by hand might have: a sign, an operation that was not done, a vector of another
eigenvalue, columns in another order. The step is right before and refused after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest
from sympy import ImmutableMatrix, Integer, Symbol

from symeig import solve
from symeig.exact.gershgorin import DiscUnion
from symeig.worked.formulas import Equality, Irreducible, Name, Operation
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Step

x, n, t = Symbol("lambda"), Symbol("n"), Symbol("t")
TEN = Integer(10)
TURN = "0 -1; 1 0"
APART = "1 0; 1 9"
TWO = "4 1; 2 3"
DEFECTIVE = "3 -1 1; 2 0 1; 1 -1 2"
SYMMETRIC = "3 2 2; 2 3 2; 2 2 3"
GOLDEN = "1 1; 1 0"
CUBIC = "0 0 1; 1 0 1; 0 1 0"
DENSE = "1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 17"


@dataclass(frozen=True)
class Fault:
    """A fault in one step of a solution.

    Attributes:
        matrix: That the solution is for.
        goal: Of the solution.
        step: The id of the step.
        edit: Makes the step wrong.
    """

    matrix: str
    goal: str
    step: str
    edit: Callable[[Any], Step]


@cache
def solution(matrix: str, goal: str) -> WorkedSolution:
    """A solution of which single steps are made wrong."""
    return solve(matrix, goal=goal)


def bumped(M: Any, position: tuple[int, int] = (0, 0)) -> ImmutableMatrix:
    """A matrix with one entry that is 1 too large."""
    return ImmutableMatrix(M) + ImmutableMatrix(*M.shape, lambda i, j: int((i, j) == position))


def with_side(statement: Equality, side: Any) -> Equality:
    """An equality with another last side."""
    return replace(statement, sides=(*statement.sides[:-1], side))


def first(items: tuple[Any, ...], item: Any) -> tuple[Any, ...]:
    """A tuple with another first item."""
    return (item, *items[1:])


def other_vector(v: Name) -> Name:
    """A vector with one entry that is 1 too large."""
    return replace(v, value=bumped(v.value))


FAULTS = {
    "an entry of A − λI": Fault(
        TWO, "auto", "characteristic-matrix", lambda s: replace(s, matrix=bumped(s.matrix, (0, 1)))
    ),
    "λ off the diagonal": Fault(
        TWO,
        "auto",
        "characteristic-matrix",
        lambda s: replace(s, matrix=s.matrix - x * ImmutableMatrix([[0, 1], [0, 0]])),
    ),
    "λI − A in place of A − λI": Fault(TWO, "auto", "characteristic-matrix", lambda s: replace(s, matrix=-s.matrix)),
    "the constant term": Fault(
        DEFECTIVE, "auto", "characteristic-polynomial", lambda s: replace(s, polynomial=s.polynomial + 1)
    ),
    "the sign of an odd power": Fault(
        DEFECTIVE, "auto", "characteristic-polynomial", lambda s: replace(s, polynomial=-s.polynomial)
    ),
    "a factor of the characteristic polynomial": Fault(
        TWO, "auto", "eigenvalues", lambda s: replace(s, factors=first(s.factors, (x - 3, 1)))
    ),
    "a multiplicity": Fault(
        DEFECTIVE, "auto", "eigenvalues", lambda s: replace(s, factors=first(s.factors, (s.factors[0][0], 2)))
    ),
    "a root of another polynomial": Fault(
        GOLDEN, "auto", "eigenvalues", lambda s: replace(s, roots=first(s.roots, (s.roots[0][0], s.roots[0][1] + 1)))
    ),
    "the sum of the eigenvalues": Fault(
        TWO, "auto", "eigenvalues", lambda s: replace(s, checks=first(s.checks, with_side(s.checks[0], Integer(8))))
    ),
    "an eigenvalue by another name": Fault(
        TWO, "auto", "eigenvalues", lambda s: replace(s, listed=(Equality((Name("lambda_1", Integer(2)), Integer(5))),))
    ),
    "a matrix after a row operation": Fault(
        TWO,
        "auto",
        "row-reduction-1",
        lambda s: replace(s, reduction=replace(s.reduction, matrices=(*s.reduction.matrices[:-1], bumped(s.after)))),
    ),
    "a row operation that was not done": Fault(
        TWO,
        "auto",
        "row-reduction-1",
        lambda s: replace(
            s, reduction=replace(s.reduction, operations=first(s.reduction.operations, s.reduction.operations[0][1:]))
        ),
    ),
    "a row operation with another factor": Fault(
        DEFECTIVE,
        "auto",
        "row-reduction-1",
        lambda s: replace(
            s,
            reduction=replace(
                s.reduction,
                operations=first(s.reduction.operations, (Operation("rows", 2, Integer(1), 1, Integer(7)),)),
            ),
        ),
    ),
    "a row multiplied by 0": Fault(
        TWO,
        "auto",
        "row-reduction-1",
        lambda s: replace(
            s,
            reduction=replace(
                s.reduction,
                matrices=(s.before, ImmutableMatrix.zeros(2, 2)),
                operations=((Operation("rows", 1, Integer(0)), Operation("rows", 2, Integer(0))),),
            ),
        ),
    ),
    "the reduction of another matrix": Fault(
        TWO,
        "auto",
        "row-reduction-1",
        lambda s: replace(
            s, reduction=replace(s.reduction, matrices=(ImmutableMatrix([[1, 1], [0, 0]]),), operations=())
        ),
    ),
    "the rank": Fault(TWO, "auto", "row-reduction-1", lambda s: replace(s, rank=2)),
    "an entry of an eigenvector": Fault(
        TWO, "auto", "eigenspace-1", lambda s: replace(s, vectors=first(s.vectors, other_vector(s.vectors[0])))
    ),
    "the zero vector": Fault(
        TWO,
        "auto",
        "eigenspace-1",
        lambda s: replace(
            s,
            vectors=(Name("v_1", ImmutableMatrix([0, 0])),),
            checks=(),
            full_checks=(),
            chosen=ImmutableMatrix([[0]]),
        ),
    ),
    "an eigenvector twice": Fault(
        SYMMETRIC, "auto", "eigenspace-1", lambda s: replace(s, vectors=(s.vectors[0], s.vectors[0]), chosen=None)
    ),
    "a missing dimension": Fault(
        SYMMETRIC, "auto", "eigenspace-1", lambda s: replace(s, dimension=with_side(s.dimension, Integer(1)))
    ),
    "a general solution that is none": Fault(
        TWO, "auto", "eigenspace-1", lambda s: replace(s, natural=bumped(s.natural))
    ),
    "parameters of another vector": Fault(
        TWO, "auto", "eigenspace-1", lambda s: replace(s, chosen=s.chosen + ImmutableMatrix([[1]]))
    ),
    "an eigenvector of λ that is none": Fault(
        CUBIC, "auto", "eigenspace-1", lambda s: replace(s, vectors=(other_vector(s.vectors[0]),))
    ),
    "another polynomial for λ": Fault(
        CUBIC,
        "auto",
        "eigenspace-1",
        lambda s: replace(s, modulus=x**3 - x + 1, dimension=replace(s.dimension, modulus=None)),
    ),
    "the eigenvector of the other root": Fault(GOLDEN, "auto", "conjugate-2", lambda s: replace(s, vectors=s.first)),
    "dimensions that add up to too much": Fault(
        DEFECTIVE, "auto", "diagonalizability", lambda s: replace(s, total=with_side(s.total, Integer(3)))
    ),
    "a dimension that is the multiplicity": Fault(
        DEFECTIVE,
        "auto",
        "diagonalizability",
        lambda s: replace(s, dimensions=(s.dimensions[0], with_side(s.dimensions[1], Integer(2)))),
    ),
    "the rank of a square": Fault(
        DEFECTIVE,
        "auto",
        "block-sizes-2",
        lambda s: replace(s, ranks=(s.ranks[0], with_side(s.ranks[1], Integer(2)))),
    ),
    "a power of A − λI": Fault(
        DEFECTIVE,
        "auto",
        "block-sizes-2",
        lambda s: replace(s, powers=(with_side(s.powers[0], bumped(s.powers[0].sides[-1])),)),
    ),
    "a generalised eigenvector": Fault(
        DEFECTIVE, "auto", "chain-2-1", lambda s: replace(s, vectors=(s.vectors[0], other_vector(s.vectors[1])))
    ),
    "a chain that does not end with an eigenvector": Fault(
        DEFECTIVE, "auto", "chain-2-1", lambda s: replace(s, vectors=(s.vectors[1],))
    ),
    "an eigenvector in place of the next vector": Fault(
        DEFECTIVE, "auto", "chain-equation-3", lambda s: replace(s, found=replace(s.found, value=s.eigenvector.value))
    ),
    "another right-hand side": Fault(
        DEFECTIVE, "auto", "chain-equation-3", lambda s: replace(s, known=other_vector(s.known))
    ),
    "columns in another order": Fault(
        TWO,
        "auto",
        "assembly",
        lambda s: replace(s, P=replace(s.P, value=ImmutableMatrix(s.P.value[:, ::-1]))),
    ),
    "a transposed P": Fault(TWO, "auto", "assembly", lambda s: replace(s, P=replace(s.P, value=s.P.value.T))),
    "eigenvalues in another order": Fault(
        TWO, "auto", "assembly", lambda s: replace(s, form=replace(s.form, value=ImmutableMatrix.diag(5, 2)))
    ),
    "a P that is not invertible": Fault(
        TWO,
        "auto",
        "assembly",
        lambda s: replace(
            s,
            P=replace(s.P, value=ImmutableMatrix([[1, 1], [1, 1]])),
            form=replace(s.form, value=ImmutableMatrix.diag(5, 5)),
            product=ImmutableMatrix([[5, 5], [5, 5]]),
            determinant=Integer(0),
            inverse=None,
        ),
    ),
    "ones below the diagonal": Fault(
        DEFECTIVE, "auto", "assembly", lambda s: replace(s, form=replace(s.form, value=s.form.value.T))
    ),
    "an entry of the inverse": Fault(TWO, "auto", "assembly", lambda s: replace(s, inverse=bumped(s.inverse))),
    "a product": Fault(TWO, "auto", "assembly", lambda s: replace(s, product=bumped(s.product))),
    "chains of λ with a wrong link": Fault(
        CUBIC,
        "auto",
        "assembly",
        lambda s: replace(s, statements=first(s.statements, with_side(s.statements[0], ImmutableMatrix([1, 0, 0])))),
    ),
    "an inverse of P": Fault(TWO, "power", "inverse-of-basis", lambda s: replace(s, inverse=bumped(s.inverse))),
    "the power of a diagonal matrix": Fault(
        TWO, "power", "function-of-form", lambda s: replace(s, image=bumped(s.image))
    ),
    "the power of a block without its binomial": Fault(
        DEFECTIVE, "power", "function-of-form", lambda s: replace(s, plain=s.plain.subs(n, 1) * 2**n)
    ),
    "a power that is right at 0 and 1 only": Fault(
        TWO, "power", "function-of-matrix", lambda s: replace(s, result=s.result.subs(5**n, 1 + 4 * n))
    ),
    "a power of another matrix": Fault(
        TWO,
        "power",
        "function-of-matrix",
        lambda s: replace(s, A=replace(s.A, value=ImmutableMatrix([[4, 2], [1, 3]]))),
    ),
    "an exponential that starts elsewhere": Fault(
        TWO, "exponential", "function-of-matrix", lambda s: replace(s, result=2 * s.result)
    ),
    "an exponential with another rate": Fault(
        TWO, "exponential", "function-of-matrix", lambda s: replace(s, result=s.result.subs(t, 2 * t))
    ),
    "a rotation the other way": Fault(
        TURN, "exponential", "function-of-matrix", lambda s: replace(s, result=ImmutableMatrix(s.result.T))
    ),
    "an inverse": Fault(TWO, "inverse", "function-of-matrix", lambda s: replace(s, result=bumped(s.result))),
    "a projection that is none": Fault(
        CUBIC, "power", "spectral-part-1", lambda s: replace(s, numerator=bumped(s.numerator))
    ),
    "a multiple of a projection": Fault(CUBIC, "power", "spectral-part-1", lambda s: replace(s, below=2 * s.below)),
    "the projection of fewer dimensions": Fault(
        CUBIC, "power", "spectral-part-1", lambda s: replace(s, multiplicity=2)
    ),
    "a sum that lacks an eigenvalue": Fault(
        CUBIC, "power", "function-as-sum", lambda s: replace(s, multiplicities=s.multiplicities[1:])
    ),
    "a sum with a part too few": Fault(CUBIC, "power", "function-as-sum", lambda s: replace(s, parts=s.parts[1:])),
    "a sample of something else": Fault(
        TWO, "power", "function-of-matrix", lambda s: replace(s, samples=((Integer(7), ImmutableMatrix.eye(2)),))
    ),
    "Euler's formula with another sign": Fault(
        TURN, "exponential", "function-of-form", lambda s: replace(s, image=s.image.subs(t, -t))
    ),
    "a leading minor": Fault(
        SYMMETRIC, "definiteness", "leading-minors", lambda s: replace(s, minors=first(s.minors, s.minors[0] + 1))
    ),
    "the sign of leading minors": Fault(
        SYMMETRIC, "definiteness", "leading-minors", lambda s: replace(s, is_positive=False)
    ),
    "a leading minor that is missing": Fault(
        SYMMETRIC, "definiteness", "leading-minors", lambda s: replace(s, minors=s.minors[:-1])
    ),
    "the radius of a disc": Fault(
        TWO, "gershgorin", "discs-of-rows", lambda s: replace(s, discs=first(s.discs, replace(s.discs[0], radius=TEN)))
    ),
    "the centre of a disc": Fault(
        TWO, "gershgorin", "discs-of-rows", lambda s: replace(s, discs=first(s.discs, replace(s.discs[0], center=TEN)))
    ),
    "an absolute value": Fault(
        TWO,
        "gershgorin",
        "discs-of-columns",
        lambda s: replace(s, moduli=first(s.moduli, (TEN,)), discs=first(s.discs, replace(s.discs[0], radius=TEN))),
    ),
    "discs that meet apart from each other": Fault(
        TWO,
        "gershgorin",
        "unions-of-rows",
        lambda s: replace(s, unions=tuple(DiscUnion((d,)) for d in s.unions[0].discs)),
    ),
    "discs apart put together": Fault(
        APART,
        "gershgorin",
        "unions-of-rows",
        lambda s: replace(s, unions=(DiscUnion(tuple(u.discs[0] for u in s.unions)),)),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_wrong_step_is_refused(name: str) -> None:
    """The step passes its check as it is, and does not with the fault in it."""
    fault = FAULTS[name]
    step = next(s for s in solution(fault.matrix, fault.goal).steps if s.id == fault.step)
    assert step.check()
    assert not fault.edit(step).check()


def test_a_false_irreducibility_is_refused() -> None:
    """A step that calls a product irreducible does not pass."""
    step = next(s for s in solution(CUBIC, "auto").steps if any(isinstance(c, Irreducible) for c in s.claim))
    assert step.check()
    assert not replace(step, **_reducible(step)).check()


def _reducible(step: Any) -> dict[str, Any]:
    """The fields of a step with a reducible polynomial in place of every irreducible one."""
    false = Irreducible(x**2 - 1)
    if hasattr(step, "irreducible"):
        return {"irreducible": (false,)}
    return {"polynomial": x**3 - x}
