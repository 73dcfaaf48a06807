"""Definiteness, three-valued over parameters, with the inequalities that decide it."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from sympy import And, Eq, I, Ne, Or, Symbol, cos, exp, pi, sqrt, true

import symeig
from symeig import eigensystem
from symeig.errors import NotHermitianError, NotSquareError, UndecidedError, UnsupportedEntryError
from symeig.exact.definiteness import words
from symeig.exact.inertia import Inertia

a, b, c, t = (Symbol(name) for name in "abct")
p, r, z = Symbol("p", positive=True), Symbol("r", real=True), Symbol("z", real=True, nonzero=True)

QUESTIONS = {
    "positive definite": "is_positive_definite",
    "positive semidefinite": "is_positive_semidefinite",
    "negative definite": "is_negative_definite",
    "negative semidefinite": "is_negative_semidefinite",
    "indefinite": "is_indefinite",
}

NUMBERS: dict[str, tuple[Any, str]] = {
    "all signs, leading minors all 0 (sympy#19547)": ([[0, 0, 0], [0, 1, 2], [0, 2, 1]], "indefinite"),
    "second differences": ([[2, -1, 0], [-1, 2, -1], [0, -1, 2]], "positive definite"),
    "Hilbert": ([[1, "1/2", "1/3"], ["1/2", "1/3", "1/4"], ["1/3", "1/4", "1/5"]], "positive definite"),
    "Laplacian of a triangle": ([[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], "positive semidefinite"),
    "leading minors not negative, yet": ([[0, 0], [0, -1]], "negative semidefinite"),
    "negative": ([[-2, 1], [1, -2]], "negative definite"),
    "zero": ([[0, 0], [0, 0]], "zero"),
    "Pauli Y": ([[0, -I], [I, 0]], "indefinite"),
    "Hermitian projection": ([[1, I], [-I, 1]], "positive semidefinite"),
    "an irreducible quintic": (
        [[3, 1, 0, 0, 0], [1, 3, 1, 0, 0], [0, 1, 3, 1, 1], [0, 0, 1, 4, 1], [0, 0, 1, 1, 5]],
        "positive definite",
    ),
    "a little below": ([[1, 1 + sqrt(2) / 10**30], [1 + sqrt(2) / 10**30, 1]], "indefinite"),
    "transcendental": ([[pi - 3, 0], [0, 1]], "positive definite"),
    "transcendental, in two directions": ([[pi, 3], [3, pi]], "positive definite"),
    "transcendental, the other way": ([[3, pi], [pi, 3]], "indefinite"),
}


@pytest.mark.parametrize(("rows", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(rows: Any, expected: str) -> None:
    """The strongest word, and yes or no to each question, as the signs of the eigenvalues say."""
    S = eigensystem(rows)
    assert S.definiteness == expected
    true_words = words(S.inertia)
    assert {word for word, question in QUESTIONS.items() if getattr(S, question)} == set(true_words) - {"zero"}
    assert S.definiteness_cases == dict.fromkeys(true_words, true)


def test_empty_matrix() -> None:
    """Without eigenvalues all of them are positive, and all negative."""
    S = eigensystem([])
    assert [getattr(S, question) for question in QUESTIONS.values()] == [True, True, True, True, False]
    assert S.definiteness == "zero"
    assert symeig.inertia([]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("inertia", "expected"),
    [
        ((2, 0, 0), ("positive definite", "positive semidefinite")),
        ((1, 0, 1), ("positive semidefinite",)),
        ((0, 2, 0), ("negative definite", "negative semidefinite")),
        ((0, 1, 1), ("negative semidefinite",)),
        ((1, 1, 0), ("indefinite",)),
        ((1, 1, 1), ("indefinite",)),
        ((0, 0, 2), ("zero", "positive semidefinite", "negative semidefinite")),
    ],
    ids=str,
)
def test_words(inertia: tuple[int, int, int], expected: tuple[str, ...]) -> None:
    """Everything that is true, the strongest first."""
    assert words(Inertia(*inertia)) == expected


# (matrix, definiteness, or None where it depends on the values)
PARAMETERS: dict[str, tuple[Any, str | None]] = {
    "declared positive": ([[p, 0], [0, 1]], "positive definite"),
    "declared negative": ([[Symbol("n", negative=True), 0], [0, -p]], "negative definite"),
    "declared not negative": ([[Symbol("q", nonnegative=True)]], None),
    "a square and 1": ([[r**2 + 1, 0], [0, 2]], "positive definite"),
    "a square, not 0": ([[z**2, 0], [0, 2]], "positive definite"),
    "opposite signs": ([[0, z], [z, 0]], "indefinite"),
    "determinant −1": ([[a, 1], [1, 0]], "indefinite"),
    "quadratic without real roots": ([[a**2 - a + 1, 0], [0, 1]], "positive definite"),
    "roots on the other side": ([[p**2 + 3 * p + 2]], "positive definite"),
    "determinant 0": ([[a**2, a], [a, 1]], "positive semidefinite"),
    "form of two letters": ([[a**2 - a * b + b**2 + 1]], "positive definite"),
    "sum of squares": ([[2, a], [a, a**2 + b**2 + 1]], "positive definite"),
    "product of exponentials": ([[exp(t), 1], [1, exp(-t)]], "positive semidefinite"),
    "wave above 0": ([[2 + cos(t), 0], [0, 3]], "positive definite"),
    "wave that touches 0": ([[1 + cos(t), 0], [0, 3]], None),
    "reflection": ([[cos(t), exp(0)], [1, -cos(t)]], "indefinite"),
    "with i": ([[2, I * a], [-I * a, a**2]], None),
    "with i, surely": ([[2, I * a], [-I * a, a**2 + 1]], "positive definite"),
    "surds": ([[sqrt(2) * a**2 + 1, 0], [0, sqrt(3)]], "positive definite"),
    "surds and a root": ([[a**2 - sqrt(8) * a + 2]], None),
    "both orders": ([[a - 2, 0], [0, 1 - a]], None),
    "π beside a letter": ([[pi * p, 0], [0, pi - 3]], "positive definite"),
}


@pytest.mark.parametrize(("rows", "expected"), PARAMETERS.values(), ids=PARAMETERS)
def test_parameters(rows: Any, expected: str | None) -> None:
    """What assumptions decide is decided; the rest is neither yes nor no."""
    S = eigensystem(rows)
    if expected is None:
        with pytest.raises(UndecidedError):
            _ = S.definiteness
    else:
        assert S.definiteness == expected


def test_undecided_but_not_everything() -> None:
    """diag(0, b, b) of sympy#20752: not definite and not indefinite, semidefinite one way or the other."""
    S = eigensystem([[0, 0, 0], [0, b, 0], [0, 0, b]])
    assert S.is_positive_definite is False
    assert S.is_negative_definite is False
    assert S.is_indefinite is False
    with pytest.raises(UndecidedError) as caught:
        _ = S.is_positive_semidefinite
    assert caught.value.question == "Is A positive semidefinite?"
    assert caught.value.assumptions_that_help == ("b ≥ 0",)
    assert S.definiteness_cases == {
        "zero": Eq(b, 0),
        "positive semidefinite": b >= 0,
        "negative semidefinite": b <= 0,
    }


def test_cases_of_a_number_that_is_not_zero() -> None:
    """The same matrix with b ≠ 0: positive semidefinite for b > 0, negative semidefinite for b < 0."""
    S = eigensystem([[0, 0, 0], [0, z, 0], [0, 0, z]])
    assert S.definiteness_cases == {"positive semidefinite": z > 0, "negative semidefinite": z < 0}


CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    "correlation": (
        [[1, r], [r, 1]],
        {
            "positive definite": And(r > -1, r < 1),
            "positive semidefinite": And(r >= -1, r <= 1),
            "indefinite": Or(r > 1, r < -1),
        },
    ),
    "any 2×2": (
        [[a, b], [b, c]],
        {
            "zero": And(Eq(a + c, 0), Eq(a * c - b**2, 0)),
            "positive definite": And(a + c > 0, a * c - b**2 > 0),
            "negative definite": And(a + c < 0, a * c - b**2 > 0),
            "indefinite": a * c - b**2 < 0,
            "positive semidefinite": And(a + c >= 0, a * c - b**2 >= 0),
            "negative semidefinite": And(a + c <= 0, a * c - b**2 >= 0),
        },
    ),
    "two letters": (
        [[a, 0], [0, b]],
        {
            "zero": And(Eq(a, 0), Eq(b, 0)),
            "positive definite": And(a > 0, b > 0),
            "negative definite": And(a < 0, b < 0),
            "indefinite": And(Or(a > 0, b > 0), Or(a < 0, b < 0)),
            "positive semidefinite": And(a >= 0, b >= 0),
            "negative semidefinite": And(a <= 0, b <= 0),
        },
    ),
    "a square": ([[a**2, 0], [0, 1]], {"positive definite": Ne(a, 0), "positive semidefinite": true}),
    "a denominator": (
        [[1 / a, 0], [0, 1]],
        {"positive definite": a > 0, "positive semidefinite": a > 0, "indefinite": a < 0},
    ),
    "never negative": (
        [[r, 0], [0, 1 - r]],
        {
            "positive definite": And(r > 0, r < 1),
            "positive semidefinite": And(r >= 0, r <= 1),
            "indefinite": Or(r < 0, r > 1),
        },
    ),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_cases(rows: Any, expected: dict[str, Any]) -> None:
    """For each word that may hold the inequalities, without what is known, and without impossible cases."""
    found = eigensystem(rows).definiteness_cases
    assert {word: _without_modulus(condition) for word, condition in found.items()} == expected


def _without_modulus(condition: Any) -> Any:
    """|r| > 1 as two bounds."""
    return Or(r > 1, r < -1) if condition == (abs(r) > 1) else condition


def test_nine_letters_on_the_diagonal() -> None:
    """Many parameters are taken one after the other; what is known of one decides."""
    letters = [Symbol(f"x{k}") for k in range(9)]
    diagonal = [[letters[i] if i == j else 0 for j in range(9)] for i in range(9)]
    with pytest.raises(UndecidedError):
        _ = eigensystem(diagonal).is_positive_definite
    diagonal[3][3] = -1
    assert eigensystem(diagonal).is_positive_definite is False


def test_inertia_with_parameters() -> None:
    """Counted where the signs are known; else the signs that would help are named."""
    assert eigensystem([[0, 0, 0], [0, p, 0], [0, 0, -p]]).inertia == (1, 1, 1)
    assert symeig.inertia([[a, 1], [1, 0]]) == (1, 1, 0)
    with pytest.raises(UndecidedError) as caught:
        symeig.inertia([[1, a], [a, 1]])
    assert "a + 1 > 0" in caught.value.assumptions_that_help


@pytest.mark.parametrize("question", ["definiteness", "definiteness_cases", "inertia", *QUESTIONS.values()])
def test_not_hermitian(question: str) -> None:
    """Nothing is decided on the symmetric part of a matrix that is not symmetric."""
    with pytest.raises(NotHermitianError) as caught:
        getattr(eigensystem([[2, 1], [0, 2]]), question)
    assert caught.value.position == (2, 1)


def test_public_inertia_refuses() -> None:
    """A matrix that is not square, and one that is not Hermitian."""
    with pytest.raises(NotSquareError):
        symeig.inertia([[1, 2]])
    with pytest.raises(NotHermitianError):
        symeig.inertia([[0, 1], [-1, 0]])


def test_parameter_that_is_not_real() -> None:
    """A symbol that is declared not to be real is not silently taken to be."""
    with pytest.raises(UnsupportedEntryError, match="declared not to be"):
        _ = eigensystem([[Symbol("y", imaginary=True), 0], [0, 1]]).definiteness


@pytest.mark.parametrize("rows", [[[a, 1], [1, 2]], [[2, 1], [1, 2]]], ids=str)
def test_pickling(rows: Any) -> None:
    """A result that was asked for its definiteness still pickles."""
    S = eigensystem(rows)
    _ = S.definiteness_cases
    assert pickle.loads(pickle.dumps(S)).definiteness_cases == S.definiteness_cases
