"""Policies: what each option changes, and which values it takes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from symeig.answers.checking import check, judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.errors import InputError

A3 = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
ROTATION = [[0, -1], [1, 0]]
MIXED = [[0, -1, 0], [1, 0, 0], [0, 0, 2]]
A = [[4, 1], [2, 3]]
GOLDEN = [[1, 1], [1, 0]]
ODD = [[1, 0, 0], [0, 2, 0], [0, 0, 3]]
BLOCK = [[2, 1], [0, 2]]

THOUSANDTH = {"numeric": "tolerance", "tolerance": 0.001}

# The matrix, the question, the answer, a policy, the verdict by default and the one with the policy.
OPTIONS: list[tuple[Any, Question, Any, dict[str, Any], str, str]] = [
    (A3, Question("eigenvalues"), "1, 2", {"multiplicity": "required"}, "correct", "partial"),
    (A3, Question("eigenvalues"), "1, 2, 2", {"multiplicity": "required"}, "correct", "correct"),
    (ROTATION, Question("eigenvalues"), "no eigenvalues", {"field": "real"}, "incorrect", "correct"),
    (ROTATION, Question("eigenvalues"), "i, -i", {"field": "real"}, "correct", "incorrect"),
    (MIXED, Question("eigenvalues"), "2", {"field": "real"}, "partial", "correct"),
    (MIXED, Question("eigenvectors"), "2: (0,0,1)", {"field": "real"}, "partial", "correct"),
    (
        GOLDEN,
        Question("eigenvalues"),
        "1.618, -0.618",
        {"numeric": "tolerance", "tolerance": 0.001},
        "partial",
        "correct",
    ),
    (
        GOLDEN,
        Question("eigenvalues"),
        "1.62, -0.62",
        {"numeric": "tolerance", "tolerance": 0.001},
        "partial",
        "incorrect",
    ),
    (GOLDEN, Question("eigenvalues"), "1.6, -0.6", {"digits": 1}, "incorrect", "partial"),
    (ODD, Question("charpoly"), "(x-1)(x-2)(x-3)", {"convention": "det(A−λI)"}, "correct", "partial"),
    (ODD, Question("charpoly"), "(1-x)(2-x)(3-x)", {"convention": "det(A−λI)"}, "correct", "correct"),
    (ODD, Question("charpoly"), "(1-x)(2-x)(3-x)", {"convention": "det(λI−A)"}, "correct", "partial"),
    (A, Question("charpoly"), "x^2-7x+10", {"convention": "det(λI−A)"}, "correct", "correct"),
    (A, Question("charpoly"), "x^2-7x+10", {"convention": "det(A−λI)"}, "correct", "correct"),
    (A, Question("charpoly"), "-x^2+7x-10", {"convention": "det(A−λI)"}, "correct", "partial"),
    (A, Question("eigenvalues"), "5,0; 2,0", {"decimal": ","}, "invalid", "correct"),
    (BLOCK, Question("jordan"), {"J": "[2 0; 1 2]"}, {"jordan": "either"}, "partial", "correct"),
    (BLOCK, Question("jordan"), {"J": "[2 0; 1 2]"}, {"jordan": "lower"}, "partial", "correct"),
    (BLOCK, Question("jordan"), {"J": "[2 1; 0 2]"}, {"jordan": "lower"}, "correct", "partial"),
]


@pytest.mark.parametrize(("matrix", "question", "answer", "policy", "usual", "expected"), OPTIONS)
def test_options(
    matrix: Any, question: Question, answer: Any, policy: dict[str, Any], usual: str, expected: str
) -> None:
    """Each changes the verdict on an answer that it is about."""
    assert judged(matrix, question, answer, Policy()).verdict == usual
    assert judged(matrix, question, answer, Policy.of(policy)).verdict == expected


def test_credit() -> None:
    """What is left of the marks for a mistake is the policy's."""
    answer = {"P": "[[2/3,1/3],[1/3,-1/3]]", "D": "diag(5,2)"}
    assert judged(A, Question("diagonalize"), answer, Policy()).score == Fraction(1, 2)
    generous = Policy.of({"credit": {"M_P_INVERSE": "9/10"}})
    assert judged(A, Question("diagonalize"), answer, generous).score == Fraction(9, 10)


def test_the_other_convention_keeps_most_marks() -> None:
    """By default nine tenths; another polynomial of the other sign keeps nothing of them."""
    strict = Policy.of({"convention": "det(λI−A)"})
    verdict = judged(ODD, Question("charpoly"), "(1-x)(2-x)(3-x)", strict)
    assert (verdict.score, verdict.codes) == (Fraction(9, 10), ("M_CONVENTION",))
    assert judged(ODD, Question("charpoly"), "(1-x)(2-x)(4-x)", strict).score == 0
    none = Policy.of({"convention": "det(λI−A)", "credit": {"M_CONVENTION": 0}})
    assert judged(ODD, Question("charpoly"), "(1-x)(2-x)(3-x)", none).verdict == "incorrect"


@pytest.mark.parametrize(
    ("data", "needed"),
    [
        ({"multiplicities": "required"}, "Use multiplicity"),
        ({"multiplicity": "yes"}, "optional or required"),
        ({"numeric": "tolerance"}, "above 0"),
        ({"numeric": "tolerance", "tolerance": "-1"}, "above 0"),
        ({"tolerance": "small"}, "Write it like"),
        ({"digits": 0}, "from 1 on"),
        ({"credit": {"M_ROUNDED": 2}}, "from 0 to 1"),
        ({"credit": {"M_ROUNDED": "1/0"}}, "Write it like"),
        ({"credit": 1}, "by code"),
    ],
)
def test_wrong_policies_are_refused(data: dict[str, Any], needed: str) -> None:
    """With what is needed."""
    with pytest.raises(InputError, match=needed):
        Policy.of(data)


@pytest.mark.parametrize(
    ("matrix", "answer", "order", "codes"),
    [
        (A, "2, 5", "ascending", ()),
        (A, "5, 2", "ascending", ("M_ORDER",)),
        (A, "5, 2", "descending", ()),
        (A3, "1, 2, 2", "ascending", ()),
        (A3, "1, 2", "ascending", ()),
        (A3, "2, 1, 2", "ascending", ("M_ORDER",)),
        (A3, "1, 1, 2", "ascending", ("M_MULTIPLICITY_WRONG",)),
        ([[1, 1], [1, 0]], "(1-√5)/2, (1+√5)/2", "ascending", ()),
        ([[0, -1, 0], [1, 0, 0], [0, 0, 3]], "i, -i, 3", "descending", ()),
    ],
)
def test_order(matrix: Any, answer: str, order: str, codes: tuple[str, ...]) -> None:
    """Real eigenvalues by size, where a course asks for that; the order of others is free."""
    verdict = check(matrix, "eigenvalues", answer, policy=Policy.of({"order": order}))
    assert verdict.codes == codes
    assert (verdict.verdict == "correct") == (not codes)
    assert check(matrix, "eigenvalues", answer).codes == tuple(c for c in codes if c != "M_ORDER")


@pytest.mark.parametrize("policy", [{"field": "real"}, {"order": "ascending"}])
def test_parameters_have_no_size(policy: dict[str, Any]) -> None:
    """Whether k is real, or less than 1, is no matter of fact: nothing is asked of it."""
    verdict = check([["k", 1], [0, 1]], "eigenvalues", "k, 1", policy=Policy.of(policy))
    assert verdict.verdict == "correct"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("1.618, -0.618", "correct"),
        ("(1+√5)/2, -0.618", "correct"),
        ("1.62, -0.61", "correct"),
        ("1.62, -0.60", "partial"),
        ("1.7, -0.7", "incorrect"),
        ("2, -1", "incorrect"),
    ],
)
def test_rounded_decimals_may_be_accepted(answer: str, verdict: str) -> None:
    """Up to their last one, where there are enough; an integer is what it is."""
    assert check(GOLDEN, "eigenvalues", answer, policy=Policy(numeric="rounded")).verdict == verdict


def test_accepted_decimals_are_not_spoken_against() -> None:
    """Where rounded numbers are accepted and a multiplicity is missing, no equation says that the numbers are wrong."""
    A = [[1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]
    found = check(A, "eigenvalues", "1.62, -0.62, 2", policy=Policy(numeric="rounded", multiplicity="required"))
    assert (found.verdict, found.score) == ("partial", Fraction(3, 4))
    assert [e.text for e in found.evidence] == ["det(A − 2I) = 0"]
