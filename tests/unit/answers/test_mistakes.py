"""Each known mistake is recognised where somebody makes it, and not where the answer has another reading."""

from __future__ import annotations

from typing import Any

import pytest

from symeig.answers.checking import check, judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question

A = [[4, 1], [2, 3]]
A3 = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
W = [[3, 2, 2], [2, 3, 2], [2, 2, 3]]
GENERAL = [[1, 2, 0], [3, 1, 1], [0, 1, 2]]
JORDAN = [[2, 1, 0], [0, 2, 0], [0, 0, 3]]

# Of each code: the matrix, the question, and answers that show it.
MISTAKES: list[tuple[str, Any, Question, list[Any]]] = [
    ("M_ROOT_SIGN", A, Question("eigenvalues"), ["-5, -2", "{-2, -5}", "λ = -5, λ = -2"]),
    ("M_ROOT_SIGN", [["k", 1], [0, 1]], Question("eigenvalues"), ["-k, -1"]),
    ("M_MISSING", [["k", 1], [0, 1]], Question("eigenvalues"), ["k"]),
    ("M_DIAGONAL", A, Question("eigenvalues"), ["4, 3"]),
    ("M_DIAGONAL", [["k", 1], [1, 1]], Question("eigenvalues"), ["k, 1"]),
    ("M_DIAGONAL", GENERAL, Question("eigenvalues"), ["1, 1, 2", "1, 2"]),
    ("M_ROW_REDUCED", A, Question("eigenvalues"), ["1, 1", "1"]),
    ("M_PIVOTS", A, Question("eigenvalues"), ["4, 5/2", "4, 2.5"]),
    ("M_TRACE_DET", A, Question("eigenvalues"), ["7, 10"]),
    ("M_DET_MINUS_LAMBDA", A, Question("eigenvalues"), ["10"]),
    ("M_MISSING_IDENTITY", A, Question("eigenvalues"), ["5/2"]),
    ("M_DET_SIGN", A, Question("eigenvalues"), ["(7 ± sqrt(-7))/2"]),
    ("M_INVERSE", A, Question("eigenvalues"), ["1/5, 1/2"]),
    ("M_POWER", A, Question("eigenvalues"), ["25, 4"]),
    ("M_MULTIPLICITY_WRONG", A3, Question("eigenvalues"), ["1, 1, 2", "2, 1 (mult. 2)"]),
    ("M_MISSING", A, Question("eigenvalues"), ["5"]),
    ("M_CONJUGATE_MISSING", [[1, -2], [1, 3]], Question("eigenvalues"), ["2 + i"]),
    ("M_ZERO_EIGENVALUE", [[1, 2], [2, 4]], Question("eigenvalues"), ["5"]),
    ("M_SINGULAR_VALUES", [[0, 2], [0, 0]], Question("eigenvalues"), ["2, 0"]),
    ("M_FIELD", [[0, -1], [1, 0]], Question("eigenvalues"), ["no eigenvalues", "none", "∅"]),
    ("M_TOO_MANY", [[2, 0], [0, 2]], Question("eigenvalues"), ["2, 2, 2"]),
    ("M_ROUNDED", [[1, 1], [1, 0]], Question("eigenvalues"), ["1.618, -0.618", "1.62, -0.62"]),
    ("M_DET_MINUS_LAMBDA", A, Question("charpoly"), ["10 - λ", "x - 10", "10"]),
    ("M_MISSING_IDENTITY", A, Question("charpoly"), ["(4-λ)(3-λ)-(1-λ)(2-λ)", "10 - 4λ"]),
    ("M_OFFDIAGONAL", A, Question("charpoly"), ["(4-λ)(3-λ)", "x^2 - 7x + 12"]),
    ("M_DET_SIGN", A, Question("charpoly"), ["λ²-7λ+14"]),
    ("M_TRACE_SIGN", A, Question("charpoly"), ["λ²+7λ+10"]),
    ("M_COFACTOR_SIGN", GENERAL, Question("charpoly"), ["(1-x)((1-x)(2-x)-1) + 2*3*(2-x)"]),
    ("M_MINPOLY", [[2, 0], [0, 2]], Question("charpoly"), ["λ - 2"]),
    ("M_ZERO_VECTOR", A, Question("eigenvectors"), ["5: (0,0); 2: (1,-2)"]),
    ("M_SWAPPED", A, Question("eigenvectors"), ["5: (1,-2); 2: (1,1)"]),
    ("M_TRANSPOSE", A, Question("eigenvectors"), ["5: (2,1); 2: (1,-1)"]),
    ("M_ROW_NOT_NULL", A, Question("eigenvectors"), ["5: (1,-1); 2: (1,-2)"]),
    ("M_SIGN", A, Question("eigenvectors"), ["5: (1,1); 2: (1,2)"]),
    ("M_SCALE_ENTRY", [[1, 2], [3, 2]], Question("eigenvectors"), ["4: (3, 2); -1: (1, -1)"]),
    ("M_EIGENSPACE_DIM", W, Question("eigenvectors"), ["1: (1,-1,0); 7: (1,1,1)"]),
    ("M_EIGENSPACE_DIM", W, Question("eigenspace_basis", eigenvalue=1), ["(1,-1,0)", "t(1,-1,0), t ∈ ℝ"]),
    ("M_DEPENDENT", W, Question("eigenspace_basis", eigenvalue=1), ["(1,-1,0), (-2,2,0)"]),
    ("M_SPANNING_NOT_BASIS", W, Question("eigenspace_basis", eigenvalue=1), ["(1,-1,0), (1,0,-1), (0,1,-1)"]),
    ("M_MIXED_EIGENSPACES", W, Question("eigenspace_basis", eigenvalue=1), ["(-1,1,0), (1,1,1)"]),
    ("M_SUM_OF_EIGENVECTORS", A, Question("eigenvectors"), ["5: (1,1), (2,-1); 2: (1,-2)"]),
    ("M_NEAR_MISS", A, Question("eigenvectors"), ["5: (1,1.002); 2: (1,-2)", "5: (100,99); 2: (1,-2)"]),
    ("M_NEAR_MISS", [[1, 1], [1, 0]], Question("eigenspace_basis", eigenvalue="(1+√5)/2"), ["(8, 5)"]),
    ("M_DEFECTIVE_MISSED", A3, Question("jordan"), ["[2 0 0; 0 2 0; 0 0 1]"]),
    ("M_GENERALIZED", A3, Question("eigenspace_basis", eigenvalue=2), ["(0,0,1)"]),
    ("M_REPEATED_MEANS_DEFECTIVE", W, Question("diagonalizable"), ["no", "No, 1 is a double root", "không"]),
    ("M_REPEATED_MEANS_DEFECTIVE", W, Question("diagonalize"), ["not diagonalizable"]),
    ("M_REPEATED_MEANS_DEFECTIVE", W, Question("orthogonal_diagonalize"), ["not orthogonally diagonalizable"]),
    ("M_INVERTIBLE_DIAGONALIZABLE", [[1, 2], [2, 4]], Question("diagonalizable"), ["no, because det(A)=0"]),
    ("M_GENERIC_ONLY", [[1, "k"], [0, 1]], Question("diagonalizable"), ["no", "yes"]),
    ("M_DEFECTIVE_MISSED", [[1, 1], [0, 1]], Question("diagonalize"), [{"P": "[[1,1],[0,0]]", "D": "diag(1,1)"}]),
    ("M_PD_ORDER", A, Question("diagonalize"), [{"P": "[[1,1],[1,-2]]", "D": "diag(2,5)"}]),
    ("M_ROWS_NOT_COLUMNS", [[1, 2], [0, 3]], Question("diagonalize"), [{"P": "[[1,0],[1,1]]", "D": "diag(1,3)"}]),
    ("M_P_INVERSE", A, Question("diagonalize"), [{"P": "[[2/3,1/3],[1/3,-1/3]]", "D": "diag(5,2)"}]),
    ("M_P_SINGULAR", A, Question("diagonalize"), [{"P": "[[0,0],[0,0]]", "D": "diag(5,2)"}]),
    ("M_P_SINGULAR", A, Question("diagonalize"), [{"P": "[[1,2],[1,2]]", "D": "diag(5,5)"}]),
    ("M_D_NOT_DIAGONAL", A, Question("diagonalize"), [{"P": "[[1,0],[0,1]]", "D": "[[4,1],[2,3]]"}]),
    (
        "M_NOT_NORMALISED",
        W,
        Question("orthogonal_diagonalize"),
        [{"Q": "[[1,1,1],[-1,1,1],[0,-2,1]]", "D": "diag(1,1,7)"}],
    ),
    (
        "M_NOT_ORTHOGONAL",
        W,
        Question("orthogonal_diagonalize"),
        [{"Q": "[[-1,-1,1],[1,0,1],[0,1,1]]", "D": "diag(1,1,7)"}],
    ),
    (
        "M_GS_ACROSS",
        A,
        Question("orthogonal_diagonalize"),
        [{"Q": "1/sqrt(2)*[[1,1],[1,-1]]", "D": "diag(5,2)"}],
    ),
    ("M_CONGRUENCE", [[1, 2], [2, 1]], Question("orthogonal_diagonalize"), [{"Q": "[1 -2; 0 1]", "D": "diag(1,-3)"}]),
    ("M_CHAIN_SCALE", JORDAN, Question("jordan"), [{"P": "diag(1,2,1)", "J": "[2 1 0; 0 2 0; 0 0 3]"}]),
    ("M_CHAIN_REVERSED", JORDAN, Question("jordan"), [{"P": "[0 1 0; 1 0 0; 0 0 1]", "J": "[2 1 0; 0 2 0; 0 0 3]"}]),
    (
        "M_CHAIN_START",
        [[3, 1, 0], [-1, 1, 0], [1, 1, 2]],
        Question("jordan"),
        [{"P": "[0 1 1; 0 0 -1; 1 0 1]", "J": "[2 1 0; 0 2 0; 0 0 2]"}],
    ),
    ("M_J_LOWER", JORDAN, Question("jordan"), [{"J": "[2 0 0; 1 2 0; 0 0 3]"}]),
    ("M_ENTRYWISE", A, Question("power", k=2), ["[[16,1],[4,9]]"]),
    ("M_DN_ONLY", A, Question("power", k=2), ["diag(25,4)", "diag(4,25)"]),
    ("M_PDK", A, Question("power", k=2), ["[[25,4],[25,-8]]"]),
    ("M_SAME", A, Question("inverse_eigenvalues"), ["5, 2"]),
    ("M_FOLLOW_THROUGH", A, Question("inverse_eigenvalues", prior={"eigenvalues": "5, 3"}), ["1/5, 1/3", "1/3, 1/5"]),
    ("M_FOLLOW_THROUGH", A, Question("eigenvalues", prior={"charpoly": "λ²-7λ+12"}), ["3, 4", "{4, 3}"]),
    (
        "M_FOLLOW_THROUGH",
        [[2, 1], [1, 2]],
        Question("definiteness", prior={"eigenvalues": "3, -1"}),
        ["indefinite"],
    ),
    (
        "M_FOLLOW_THROUGH",
        A,
        Question("diagonalize", prior={"eigenvectors": "5: (1,1); 2: (1,2)"}),
        [{"P": "[1 1; 1 2]", "D": "diag(5,2)"}, {"P": "[-2 1; -4 1]", "D": "diag(2,5)"}],
    ),
    (
        "M_FOLLOW_THROUGH",
        A,
        Question("power", k=2, prior={"diagonalize": {"P": "[1 0; 1 1]", "D": "diag(5,2)"}}),
        ["[25 0; 21 4]"],
    ),
    ("M_NEGATED", A, Question("inverse_eigenvalues"), ["-5, -2"]),
    ("M_PSD_AS_PD", [[1, 1], [1, 1]], Question("definiteness"), ["positive definite", "xác định dương"]),
    ("M_WEAKER", [[2, 1], [1, 2]], Question("definiteness"), ["positive semidefinite", "nửa xác định dương"]),
    ("M_POSITIVE_ENTRIES", [[1, 2], [2, 1]], Question("definiteness"), ["positive definite"]),
]
EXAMPLES = [(code, A, question, answer) for code, A, question, answers in MISTAKES for answer in answers]


@pytest.mark.parametrize(
    ("code", "matrix", "question", "answer"), EXAMPLES, ids=[f"{c}-{a}" for c, _, _, a in EXAMPLES]
)
def test_mistake(code: str, matrix: Any, question: Question, answer: Any) -> None:
    """It is recognised, and the answer is not right."""
    verdict = judged(matrix, question, answer, Policy())
    assert verdict.verdict in {"partial", "incorrect"}, verdict.problem
    assert verdict.codes == (code,)


@pytest.mark.parametrize("answer", ["A = 5", "A = 5 or A = 2", "A=λ=5, A=2"])
def test_a_matrix_is_no_number(answer: str) -> None:
    """Such an answer is of another kind than was asked for, and the reason is known."""
    verdict = check(A, "eigenvalues", answer)
    assert (verdict.verdict, verdict.codes) == ("invalid", ("M_A_EQUALS_LAMBDA",))
    assert verdict.feedback.splitlines()[1] == "Is A a number in Ax = λx?"


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("5: t(1,1), t ∈ ℝ; 2: t(1,-2), t ∈ ℝ", ("M_T_ZERO",)),
        ("5: t(1,1); 2: t(1,-2), t in R", ("M_T_ZERO",)),
        ("5: t(1,1); 2: t(1,-2)", ()),
        ("5: t(1,1); 2: t(1,-2), t ∈ ℝ, t ≠ 0", ()),
        ("5: (1,1); 2: (1,-2)", ()),
    ],
)
def test_a_parameter_that_may_be_zero(answer: str, codes: tuple[str, ...]) -> None:
    """It is remarked on, and costs nothing."""
    verdict = check(A, "eigenvectors", answer)
    assert (verdict.verdict, verdict.score, verdict.codes) == ("correct", 1, codes)


@pytest.mark.parametrize("answer", ["[[5,0],[0,2]]", "B = 5", "A = [[4,1],[2,3]]"])
def test_other_unread_answers_have_no_code(answer: str) -> None:
    """A matrix, or another letter."""
    verdict = check(A, "eigenvalues", answer)
    assert (verdict.verdict, verdict.codes) == ("invalid", ())


# What looks like a mistake and is right, or is a slip without a name.
LEGAL: list[tuple[Any, Question, Any]] = [
    ([[1, 2], [0, 3]], Question("eigenvalues"), "1, 3"),
    ([[1, 0], [0, 1]], Question("eigenvalues"), "1"),
    ([[0, 1], [1, 0]], Question("eigenvalues"), "-1, 1"),
    ([[2, 1], [1, 2]], Question("diagonalize"), {"P": "[[1,1],[1,-1]]", "D": "diag(3,1)"}),
    ([[1, 1], [0, 1]], Question("diagonalize"), "not diagonalizable"),
    ([[1, 1], [0, 1]], Question("diagonalizable"), "No."),
    ([[0, 0], [0, 0]], Question("definiteness"), "negative semidefinite"),
    (A, Question("charpoly"), "-(λ-5)(2-λ)"),
    (A, Question("charpoly"), "p(λ) = λ² − 7λ + 10"),
    ([[1, 2], [2, 4]], Question("inverse_eigenvalues"), "not invertible"),
    (A, Question("power", k=0), "[[1,0],[0,1]]"),
]


@pytest.mark.parametrize(("matrix", "question", "answer"), LEGAL)
def test_legal_answers_have_no_mistake(matrix: Any, question: Question, answer: Any) -> None:
    """Though a wrong procedure leads there as well."""
    verdict = judged(matrix, question, answer, Policy())
    assert (verdict.verdict, verdict.codes) == ("correct", ())


@pytest.mark.parametrize(
    ("matrix", "question", "answer"),
    [
        ([[2, 1], [1, 2]], Question("definiteness", prior={"eigenvalues": "3, i"}), "indefinite"),
        ([[2, 1], [1, 2]], Question("definiteness", prior={"eigenvalues": "3, 1"}), "indefinite"),
        ([[2, 1], [1, 2]], Question("definiteness", prior={"eigenvalues": "what?"}), "indefinite"),
        (
            A,
            Question("diagonalize", prior={"eigenvectors": "5: (1,1); 2: (1,2)"}),
            {"P": "[1 1; 1 2]", "D": "diag(2,5)"},
        ),
        (
            A,
            Question("diagonalize", prior={"eigenvectors": "5: (1,1); 2: (1,2)"}),
            {"P": "[1 1; 1 1]", "D": "diag(5,5)"},
        ),
        (A, Question("power", k=2, prior={"diagonalize": {"P": "[1 1; 1 1]", "D": "diag(5,2)"}}), "[25 0; 0 25]"),
        (A, Question("power", k=2, prior={"diagonalize": {"P": "[0 0; 0 0]", "D": "diag(5,2)"}}), "[99 1; 5 7]"),
        (A, Question("power", k=2, prior={"diagonalize": {"P": "[1 0; 1 1]", "D": "diag(5,2)"}}), "[25 0; 0 4]"),
    ],
)
def test_what_does_not_follow(matrix: Any, question: Question, answer: Any) -> None:
    """From the earlier answer, or from one that cannot be read."""
    assert "M_FOLLOW_THROUGH" not in judged(matrix, question, answer, Policy()).codes


def test_an_earlier_answer_that_cannot_be_read() -> None:
    """It hides no other mistake."""
    question = Question("eigenvalues", prior={"charpoly": "what?"})
    assert judged(A, question, "-5, -2", Policy()).codes == ("M_ROOT_SIGN",)


@pytest.mark.parametrize("answer", ["5, 3", "17", "5, 2, 3"])
def test_slips_without_a_name_have_no_code(answer: str) -> None:
    """A wrong number is a wrong number."""
    assert judged(A, Question("eigenvalues"), answer, Policy()).codes in {(), ("M_TOO_MANY",)}


def test_an_answer_that_is_wrong_for_all_parameters() -> None:
    """What was forgotten is no special value."""
    verdict = judged([[0, "-b"], ["b", 0]], Question("diagonalizable"), "no", Policy())
    assert (verdict.verdict, verdict.codes) == ("incorrect", ())
