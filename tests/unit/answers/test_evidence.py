"""Identities about answers: each is true, none speaks against a right answer, and each tells what it is to tell."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig import Question, check
from symeig.worked.meaning import holds

A = [[4, 1], [2, 3]]
A3 = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
W = [[3, 2, 2], [2, 3, 2], [2, 2, 3]]
GOLDEN = [[1, 1], [1, 0]]
ROTATION = [[0, -1], [1, 0]]

# What is said for an answer (+) or against it (-); a star where it tells what was asked for.
TOLD: list[tuple[Any, str | Question, Any, list[str]]] = [
    (A, "eigenvalues", "5, 2", ["+ det(A − 5I) = 0", "+ det(A − 2I) = 0", "+ tr A = 7 = 5 + 2"]),
    (A, "eigenvalues", "-5, 5", ["- det(A + 5I) = 70 ≠ 0", "+ det(A − 5I) = 0", "- tr A = 7 ≠ −5 + 5"]),
    (A, "eigenvalues", "1, 0", ["- det(A − I) = 4 ≠ 0", "- det A = 10 ≠ 0", "- tr A = 7 ≠ 1 + 0"]),
    (A3, "eigenvalues", "2, 1", ["+ det(A − 2I) = 0", "+ det(A − I) = 0"]),
    (A3, "eigenvalues", "2, 1, 1", ["+ det(A − 2I) = 0", "+ det(A − I) = 0", "- tr A = 5 ≠ 2 + 1 + 1"]),
    (GOLDEN, "eigenvalues", "(1+√5)/2, 1", ["+ det(A − ((1 + √5)/2)I) = 0", "- det(A − I) = −1 ≠ 0"]),
    ([["k", 1], [0, 1]], "eigenvalues", "k, 2", ["+ det(A − kI) = 0", "- det(A − 2I) = 2 − k ≠ 0"]),
    (A, "inverse_eigenvalues", "1/5, 2", ["+ det(A⁻¹ − (1/5)I) = 0", "- det(A⁻¹ − 2I) = 27/10 ≠ 0"]),
    (A, "eigenvectors", "5: (1, 1)", ["+ A(1, 1) = (5, 5) = 5(1, 1)"]),
    (A, "eigenvectors", "5: (1,-2); 2: t(1,1)", ["- A(1, −2) = (2, −4) ≠ 5(1, −2)", "- A(1, 1) = (5, 5) ≠ 2(1, 1)"]),
    (ROTATION, "eigenvectors", "-i: (1, i)", ["+ A(1, i) = (−i, 1) = −i(1, i)"]),
    (W, Question("eigenspace_basis", eigenvalue=1), "(1,-1,0)", ["+ A(1, −1, 0) = (1, −1, 0)"]),
    (W, Question("eigenspace_basis", eigenvalue=1), "(0,0,0)", []),
    (A, "diagonalize", {"P": "0 0; 0 0", "D": "0 0; 0 0"}, ["- det P = 0"]),
    (
        A,
        "diagonalize",
        {"P": "1 0; 0 1", "D": "4 1; 2 3"},
        ["+ det P = 1 ≠ 0", "+ A(1, 0) = (4, 2) = 4(1, 0) + 2(0, 1)"],
    ),
    (A, "diagonalize", {"P": "1 1; 1 -2", "D": "5 0; 0 3"}, ["+ det P = −3 ≠ 0", "+ A(1, 1) = (5, 5) = 5(1, 1)"]),
    (W, "diagonalize", "not diagonalizable", ["-* dim ker(A − I) = 2"]),
    (
        W,
        "orthogonal_diagonalize",
        {"Q": "1 1 1; -1 0 1; 0 -1 1", "D": "diag(1,1,7)"},
        ["- (1, −1, 0) · (1, 0, −1) = 1 ≠ 0", "- (1, −1, 0) · (1, −1, 0) = 2 ≠ 1"],
    ),
    (A3, "jordan", "2 0 0; 0 2 0; 0 0 1", ["-* rank(A − 2I) = 2 ≠ 1"]),
    ([[2, 1, 0], [0, 2, 1], [0, 0, 2]], "jordan", "[2 1 0; 0 2 0; 0 0 2]", ["-* rank(A − 2I) = 2 ≠ 1"]),
    (
        A3,
        "jordan",
        {"P": "1 2 0; 1 0 1; 0 0 1", "J": "2 1 0; 0 2 0; 0 0 1"},
        [
            "+ det P = −2 ≠ 0",
            "+ A(1, 1, 0) = (2, 2, 0) = 2(1, 1, 0)",
            "- A(2, 0, 0) = (6, 4, 2) ≠ 2(2, 0, 0) + (1, 1, 0)",
        ],
    ),
    (A, "charpoly", "x^2 - 7x + 14", ["+* tr A = 7", "-* det A = 10 ≠ 14"]),
    (A, "charpoly", "-x^2 - 7x - 10", ["-* tr A = 7 ≠ −7", "+* det A = 10"]),
    (A, "charpoly", "x - 7", []),
    ([[1, 2], [2, 1]], "definiteness", "positive definite", ["- (1, −1) · A(1, −1) = −2"]),
    ([[1, 1], [1, 1]], "definiteness", "positive definite", ["- (1, −1) · A(1, −1) = 0"]),
    ([[2, 1], [1, 2]], "definiteness", "negative semidefinite", ["- (1, 1) · A(1, 1) = 6"]),
    ([[10**6, 1000], [1000, "0.9"]], "definiteness", "psd", ["- (−1, 1000) · A(−1, 1000) = −100000"]),
    ([[1, 1], [0, 1]], "diagonalizable", "yes", ["-* dim ker(A − I) = 1 ≠ 2"]),
    ([[1, 1], [0, 1]], "diagonalizable", "no", ["+* dim ker(A − I) = 1 ≠ 2"]),
    (A, Question("power", k=2), "16 1; 4 9", ["-* 4·4 + 1·2 = 18 ≠ 16"]),
    (A, Question("power", k=3), "86 39; 78 48", ["-* 2·7 + 3·11 = 47 ≠ 48"]),
]


def told(matrix: Any, question: str | Question, answer: Any) -> list[str]:
    """The evidence, each identity with its sign."""
    found = check(matrix, question, answer).evidence
    return [f"{'+' if e.supports else '-'}{'*' if e.tells else ''} {e.text}" for e in found]


@pytest.mark.parametrize(("matrix", "question", "answer", "expected"), TOLD)
def test_what_is_told(matrix: Any, question: str | Question, answer: Any, expected: list[str]) -> None:
    """It begins like this; and where it is all, there is no more."""
    found = told(matrix, question, answer)
    assert found[: len(expected)] == expected
    assert expected or not found


small = st.integers(-3, 3)


@given(st.tuples(small, small, small, small), st.lists(small, min_size=1, max_size=3))
def test_identities_of_numbers_hold(entries: tuple[int, ...], numbers: list[int]) -> None:
    """For any 2×2 matrix and any numbers; all are eigenvalues where all identities speak for them."""
    a, b, c, d = entries
    verdict = check([[a, b], [c, d]], "eigenvalues", ", ".join(map(str, numbers)))
    assert all(holds(e.statement) for e in verdict.evidence)
    right = {x for x in numbers if x * x - (a + d) * x + a * d - b * c == 0}
    assert sum(e.supports for e in verdict.evidence if "det" in e.text) == len(right)


def test_gentle_hints_tell_nothing_new() -> None:
    """Identities against the answer, and none that tells what was asked for."""
    gentle, full = (check(A, "charpoly", "x^2 - 7x + 14", hints=h) for h in ("gentle", "full"))
    assert "10" not in gentle.feedback
    assert "det A = 10 ≠ 14" in full.feedback
    assert len(check(W, "eigenvalues", "2, 3, 4, 5", hints="gentle").feedback.splitlines()) <= 4


def test_marks_item_by_item() -> None:
    """Why the score is what it is: items of one name together, what is taken back, and what the policy leaves."""
    W_right = {"Q": "1 1 1; -1 0 1; 0 -1 1", "D": "diag(1,1,7)"}
    explained = check(W, "orthogonal_diagonalize", W_right).explanation.splitlines()
    assert explained[2:] == [
        "0 of 3: the columns are orthogonal",
        "0 of 2: the columns have length 1",
        "1 of 1: the columns are independent",
        "1 of 1: the order of the eigenvalues is that of the columns",
        "Score: 5 of 10",
    ]
    extra = check(W, "eigenvalues", "1, 1, 7, 3, 4")
    assert extra.explanation.splitlines() == [
        "3 of 3: eigenvalues",
        "−2: wrong ones beyond what was asked for",
        "Score: 1 of 3",
    ]
    rounded = check(GOLDEN, "eigenvalues", "1.618, -0.618")
    assert (rounded.kept, rounded.score) == (Fraction(4, 5), Fraction(4, 5))
    assert "4/5 of the marks are kept for this mistake" in rounded.explanation
    assert check(GOLDEN, "eigenvalues", "one").explanation == ""
    assert "Điểm: 5 trên 10" in check(W, "orthogonal_diagonalize", W_right, language="vi").explanation


def test_plain_data() -> None:
    """For JSON: fractions as texts, identities in a line."""
    found = check(A, "eigenvectors", "5: (1, 1); 2: (1, 2)").to_dict()
    assert json.loads(json.dumps(found)) == found
    assert found["items"] == [
        {"name": "eigenvector", "marks": "1", "earned": "0"},
        {"name": "eigenvector", "marks": "1", "earned": "1"},
    ]
    assert found["evidence"][1] == {"identity": "A(1, 2) = (6, 8) ≠ 2(1, 2)", "supports": False}


def test_large_matrices_have_no_evidence() -> None:
    """It would not be read."""
    unit = [[int(i == j) for j in range(9)] for i in range(9)]
    assert check(unit, "eigenvalues", "1").evidence == ()
