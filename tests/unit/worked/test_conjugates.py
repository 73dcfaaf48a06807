"""The eigenvectors of the other root, by exchanging the square root."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, ImmutableMatrix, sqrt

from symeig import eigensystem
from symeig.worked.formulas import Name
from symeig.worked.messages import catalogue, say
from symeig.worked.rules.conjugates import Conjugate, conjugate
from symeig.worked.steps import Paragraph
from symeig.worked.telling import Telling

GOAL = say("section-task")

TABLE: dict[str, Any] = {
    "golden ratio": ([[1, 1], [1, 0]], sqrt(5), "conjugate-root"),
    "square root of two": ([[0, 2], [1, 0]], sqrt(2), "conjugate-root"),
    "fractions": ([["1/2", "1/3"], ["1/4", "1/5"]], sqrt(381), "conjugate-root"),
    "rotation": ([[0, -1], [1, 0]], I, "conjugate-complex"),
    "complex pair": ([[1, 2], [-1, 3]], I, "conjugate-complex"),
    "complex pair with a surd": ([[1, 3], [-1, 0]], I, "conjugate-complex"),
    "complex 3x3": ([[1, -2, 0], [2, 1, 0], [1, 1, 3]], I, "conjugate-complex"),
    "twice": ([[0, -1, 1, 0], [1, 0, 0, 1], [0, 0, 0, -1], [0, 0, 1, 0]], I, "conjugate-complex"),
    "two vectors": ([[0, 2, 0, 0], [1, 0, 0, 0], [0, 0, 0, 2], [0, 0, 1, 0]], sqrt(2), "conjugate-root"),
    "number field": ([["sqrt(2)", 1], [1, 0]], sqrt(6), "conjugate-root-over"),
    "Gaussian": ([["i", 1], [1, 0]], sqrt(3), "conjugate-root-over"),
    "real number field, complex pair": ([["sqrt(2)", -1], [1, "sqrt(2)"]], I, "conjugate-complex"),
    "large": ([[0, 2, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], *([0] * 6 for _ in range(4))], sqrt(2), "conjugate-root"),
}


def steps_of(A: Any) -> list[Any]:
    """The steps of all cases that are conjugate to another one."""
    telling = Telling(eigensystem(A), "A - λI", (), ())
    return [step for case in telling.cases for step in conjugate(telling, case, GOAL)]


@pytest.mark.parametrize("name", TABLE)
def test_one_step_that_passes_its_check(name: str) -> None:
    """Of a pair of roots one is told as the conjugate of the other."""
    (step,) = steps_of(TABLE[name][0])
    assert isinstance(step, Conjugate)
    assert step.check()


@pytest.mark.parametrize("name", TABLE)
def test_what_is_replaced_and_why(name: str) -> None:
    """The square root, or i for a real matrix."""
    A, root, reason = TABLE[name]
    (step,) = steps_of(A)
    assert step.replacement.terms[0] == root
    assert step.reason.name == reason


@pytest.mark.parametrize("name", TABLE)
def test_vectors_are_those_of_the_chains(name: str) -> None:
    """The vectors are the first ones of the case's chains."""
    telling = Telling(eigensystem(TABLE[name][0]), "A - λI", (), ())
    (case,) = (case for case in telling.cases if case.conjugate_of)
    (step,) = conjugate(telling, case, GOAL)
    assert tuple(v.value for v in step.vectors) == tuple(chain[0] for chain in case.chains)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("name", TABLE)
def test_every_sentence_is_in_the_catalogue(name: str, language: str) -> None:
    """Each level is told in each language."""
    (step,) = steps_of(TABLE[name][0])
    blocks = [block for level in (1, 2, 3) for block in step.blocks(level) if isinstance(block, Paragraph)]
    assert all(catalogue(language).runs(sentence) for block in blocks for sentence in block.sentences)


@pytest.mark.parametrize("name", ["golden ratio", "square root of two", "rotation", "complex pair"])
def test_replacement_gives_the_vectors(name: str) -> None:
    """The vectors of the first root become those of the second one when the root is replaced."""
    A, root, _ = TABLE[name]
    (step,) = steps_of(A)
    assert [v.value.subs(root, -root).expand() for v in step.first] == [v.value for v in step.vectors]


@pytest.mark.parametrize("name", TABLE)
def test_vectors_of_the_first_root_are_refused(name: str) -> None:
    """Without the replacement they are not eigenvectors of the second root."""
    (step,) = steps_of(TABLE[name][0])
    first = [check for other in [step] for check in other.checks]
    wrong = [
        replace(c, sides=(replace(c.sides[0], factors=(c.sides[0].factors[0], v.value)), *c.sides[1:]))
        for c, v in zip(first, step.first, strict=True)
    ]
    assert not replace(step, checks=tuple(wrong)).check()


@pytest.mark.parametrize("name", TABLE)
def test_zero_vector_is_refused(name: str) -> None:
    """The zero vector is no eigenvector."""
    (step,) = steps_of(TABLE[name][0])
    zeros = tuple(Name(v.letter, ImmutableMatrix.zeros(*v.value.shape)) for v in step.vectors)
    assert not replace(step, vectors=zeros).check()


def test_nothing_for_a_case_of_its_own() -> None:
    """A rational eigenvalue has no conjugate."""
    assert steps_of([[4, 1], [2, 3]]) == []


@given(st.tuples(*[st.integers(-4, 4)] * 4))
def test_all_integer_matrices_of_size_two(entries: tuple[int, int, int, int]) -> None:
    """Whatever pair of roots there is, the step passes its check."""
    p, q, r, s = entries
    assert all(step.check() for step in steps_of([[p, q], [r, s]]))
