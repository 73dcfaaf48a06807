"""An answer that can be read alone, and hints that are taken up again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sympy import ImmutableMatrix, Integer

from symeig import solve
from symeig.worked.formulas import Equality, Name, Product
from symeig.worked.rules.chains import Chain, ChainEquation
from symeig.worked.rules.coefficients import PolynomialCheck
from symeig.worked.rules.conclusion import Conclusion
from symeig.worked.rules.eigenspaces import Eigenspace, RowReduction
from symeig.worked.rules.eigenvalues import Eigenvalues
from symeig.worked.steps import Display, Paragraph, Step

DEFECTIVE = "3 -1 1; 2 0 1; 1 -1 2"
TWO_BLOCKS = "2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 3"


def steps(matrix: str, kind: type[Step], goal: str = "auto") -> list[Any]:
    """The steps of a kind."""
    return [step for step in solve(matrix, goal=goal).steps if isinstance(step, kind)]


def said(step: Step, level: int = 2) -> list[str]:
    """The messages of a step, by their names."""
    return [s.name for block in step.blocks(level) if isinstance(block, Paragraph) for s in block.sentences]


# --- the answer -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("matrix", "letter"), [("4 1; 2 3", "D"), (DEFECTIVE, "J")], ids=["diagonal", "defective"])
def test_the_answer_repeats_the_matrices(matrix: str, letter: str) -> None:
    """P and D, or P and J, from level 2 on, and that they belong to A."""
    (answer,) = steps(matrix, Conclusion)
    (identity,) = answer.identity
    assert [side.factors[-1].letter for side in identity.sides] == ["P", letter]
    assert [any(isinstance(block, Display) for block in answer.blocks(level)) for level in (1, 2, 3)] == [
        False,
        True,
        True,
    ]


def test_a_wrong_answer_is_refused() -> None:
    """A P = P D is computed anew."""
    (answer,) = steps("4 1; 2 3", Conclusion)
    (identity,) = answer.identity
    exchanged = Name("D", ImmutableMatrix([[5, 0], [0, 2]]))
    P = identity.sides[1].factors[0]
    assert answer.check()
    assert not replace(answer, identity=(Equality((identity.sides[0], Product((P, exchanged)))),)).check()


def test_eigenvectors_stand_beside_their_eigenvalues() -> None:
    """The answer to the question for eigenvectors has a line for each eigenvalue."""
    (answer,) = steps("4 1; 2 3", Conclusion, "eigenvectors")
    assert len(answer.results) == 2


# --- hints that are taken up ----------------------------------------------------------------------------------------


def test_an_eigenvalue_that_was_seen_is_recalled() -> None:
    """Both rows of [[4, 1], [2, 3]] add up to 5, which turns up among the eigenvalues."""
    (found,) = steps("4 1; 2 3", Eigenvalues)
    assert found.known == (5,)
    assert "eigenvalue-as-seen" in said(found)
    assert "eigenvalue-as-seen" not in said(found, level=1)
    assert not replace(found, known=(Integer(4),)).check()


@pytest.mark.parametrize("matrix", ["2 1; 0 3", "3 0; 0 3", "1 -1; 1 -1"], ids=["triangular", "scalar", "nilpotent"])
def test_a_polynomial_that_was_seen_is_not_computed(matrix: str) -> None:
    """Where the first look gives the characteristic polynomial, no determinant is expanded."""
    kinds = {step.kind for step in solve(matrix).steps}
    assert kinds.isdisjoint({"characteristic-matrix", "determinant", "factored-form"})


# --- checks ---------------------------------------------------------------------------------------------------------


def test_the_determinant_is_computed_in_the_check() -> None:
    """Signs stand in front of the products, and products that are 0 are left out."""
    (check,) = steps(DEFECTIVE, PolynomialCheck)
    assert len(check.determinant[1].terms) == 4
    assert not replace(check, determinant=(check.determinant[0], Integer(5))).check()


def test_large_products_are_not_multiplied_out() -> None:
    """Sum and product of the eigenvalues check a polynomial of degree four that was found as a product."""
    assert steps("4 1 1 1; 1 4 1 1; 1 1 4 1; 1 1 1 4", PolynomialCheck) == []


# --- eigenspaces and chains -----------------------------------------------------------------------------------------


def test_a_diagonal_system_needs_no_row_operations() -> None:
    """Each row of it is an equation for one unknown; in full the operations are shown."""
    first = steps("2 0; 0 3", RowReduction)[0]
    assert ["diagonal-system" in said(first, level) for level in (1, 2, 3)] == [False, True, False]


def test_the_basis_is_chosen_for_the_chains() -> None:
    """The reader is told why the vectors are these, and why their numbers leave one out."""
    first = steps(TWO_BLOCKS, Eigenspace)[0]
    assert [v.letter for v in first.vectors] == ["v_1", "v_3"]
    assert "choose-for-chains" in said(first)


def test_a_chain_of_one_vector_is_told() -> None:
    """A block of size 1 has an eigenvector of its own."""
    (chain,) = steps(TWO_BLOCKS, Chain)
    assert [remark.name for remark in chain.remarks] == ["chains-of-one", "chains-are-independent"]


def test_a_chain_from_the_top_is_told_from_the_top() -> None:
    """Its last vector is given first, and each other one is the image of the one before."""
    (chain,) = steps(TWO_BLOCKS, Chain)
    ((shown, *_),) = (block.formulas for block in chain.blocks(2) if isinstance(block, Display))
    assert shown.sides[0].letter == "v_2"
    u, w = chain.vectors
    assert not replace(chain, vectors=(u, replace(w, value=w.value * 2))).check()


def test_row_operations_are_not_repeated_for_a_chain() -> None:
    """They are the same as for the eigenvectors; in full they are shown again."""
    (equation,) = steps(DEFECTIVE, ChainEquation)
    assert equation.is_repeated
    assert ["same-operations" in said(equation, level) for level in (1, 2, 3)] == [False, True, False]
    assert not replace(equation, found=replace(equation.found, value=equation.found.value * 2)).check()


def test_long_vectors_are_described() -> None:
    """Vectors with very long entries are not written out."""
    space = steps("4 1; 2 3", Eigenspace)[0]
    long = replace(space, vectors=(Name("v_1", ImmutableMatrix([10**700, 1])),))
    assert "vectors-are-long" in said(long)
    assert "basis-consists-of" not in said(long)
    assert not any(isinstance(block, Display) for block in long.blocks(2))
