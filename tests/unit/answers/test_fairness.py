"""Answers that a review tried: what once was judged wrongly, each with the verdict that it deserves."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from sympy import Matrix

from symeig.answers.checking import check, judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question

A = [[4, 1], [2, 3]]
A3 = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
ROTATION = [[0, -1], [1, 0]]
SPIRAL = [["a", "b"], ["-b", "a"]]
TURN = [["cos(t)", "-sin(t)"], ["sin(t)", "cos(t)"]]
SHEAR = [[1, 1], [0, 1]]
SPD = [[2, 1], [1, 2]]
SINGULAR = [[1, 2], [2, 4]]
GOLDEN = [[1, 1], [1, 0]]
PSD = [[1, 1], [1, 1]]
REAL = {"field": "real"}
THOUSANDTH = {"numeric": "tolerance", "tolerance": "0.001"}
FLAT = [[2, 1], [0, 2]]
ZERO = [[0, 0], [0, 0]]
K_ABOVE = [[1, "k"], [0, 1]]
K_FIRST = [["k", 1], [0, 1]]
W = [[3, 2, 2], [2, 3, 2], [2, 2, 3]]
HALF = [["1/2", 0], [0, 2]]
COMMA = {"decimal": ","}

P_AND_D = "P = [[1,1],[1,-2]], D = diag(5,2)"
UNIT = "1/√2 [1 1; 1 -1]"
BASIS = Question("eigenspace_basis", eigenvalue=1)

NEVER_RIGHT: list[tuple[Any, Any, list[Any], dict[str, Any]]] = [
    (
        A,
        "diagonalizable",
        ["It is not", "It is not possible", "Diagonalizable? No", "chéo hóa không được", "có thể không"],
        {},
    ),
    (
        A,
        "diagonalizable",
        ["Diagonalizable: no", "it is non-diagonalizable", "Diagonalizable is false", "not sure"],
        {},
    ),
    (SHEAR, "diagonalize", ["A is diagonalizable, not defective", "not defective"], {}),
    (SPD, "definiteness", ["isn't positive definite", "non positive definite", "never positive definite"], {}),
    (SPD, "definiteness", ["fails to be positive definite", "positive definite is false", "not positive definite"], {}),
    ([[1, 2], [2, 1]], "definiteness", ["không xác định dương", "không xác định âm"], {}),
    (SINGULAR, "inverse_eigenvalues", ["not singular", "non-singular", "A is nonsingular", "k≠0", "{}"], {}),
    (ROTATION, "eigenvectors", ["5: (1,1)"], REAL),
    (ROTATION, "eigenvalues", ["k ≠ 5", "x > 0"], REAL),
    (A3, "eigenvalues", ["2 (mult. 1), 1 (mult. 1)", "{2: 1, 1: 1}"], {}),
    (A, "eigenvalues", ["5: 1, 2: 1, 7: -1", "{5: 1, 2: 1, 7: -3, 8: 2}", "7: 0", "5 = 1, 2 = 1"], {}),
    (A, "eigenvalues", ["λ=7 ∨ λ=5, λ=2", "λ = 7 | λ=5; 2", "λ = [1,2,3] = 5, 2"], {}),
    (A, "eigenvectors", ["5: (1,1); 2: (1,-2); λ = 7"], {}),
    (A, "diagonalize", [{"P": "[[x,1],[x,-2]]", "D": "diag(5,2)"}], {}),
    (A, "eigenvalues", ["x ≠ 5, 5, 2", "x ∈ {5, 3}", "{5: 10000000, 2: 1}"], {}),
    (SHEAR, "diagonalize", [{"P": "[1 1; 0 0.0005]", "D": "diag(1,1)"}], THOUSANDTH),
    ([["a", 1], [0, "b"]], "diagonalizable", ["yes", "no", "a ≠ 0"], {}),
    ([["k", 1], [1, "-k"]], "diagonalizable", ["yes", "k ≠ 1"], {}),
    (SPIRAL, "eigenvalues", ["a + b*i", "a + b*i, a + b*i", "a ± b", "b ± a*i", "a ± b", "b ± ai"], {}),
    (A, "eigenvectors", ["λ=5, λ=2; v=(1,-2), v=(1,1)", "λ₁ = 5, λ₂ = 2; v₂ = (1,1), v₁ = (1,-2)"], {}),
    (ROTATION, "eigenvectors", ["i: (t, ti); -i: (t, -ti)"], {}),
    ([["k", 1], [1, "k"]], "charpoly", ["x^2 + 2kx + k^2 - 1"], {}),
    ([["k", 1], [1, "k"]], "jordan", ["k+1 1; 0 k-1", "k 1; 1 k"], {}),
    ([["k", 1], [0, 1]], "diagonalizable", ["if k=1 then yes, otherwise no", "k=1 thì có, k≠1 thì không"], {}),
    (SPIRAL, "eigenvectors", ["a - b*i: (1,i); a + b*i: (1,-i)", "a + b*i: (1,i)"], {}),
    (SPIRAL, "diagonalize", [{"P": "[1,1; i,-i]", "D": "diag(a - b*i, a + b*i)"}], {}),
    (SPIRAL, "diagonalize", [{"P": "[1,1; i,-i]", "D": "diag(a + b*i, a + b*i)"}], {}),
    (A, "eigenvectors", ["5: (0.001, 0.002); 2: (1,-2)"], THOUSANDTH),
    (A, "diagonalize", [{"P": "[0.001 0.001; 0.002 -0.002]", "D": "diag(5,2)"}], THOUSANDTH),
    (
        W,
        "eigenvectors",
        ["1: (1/3,-1/3,0), (1/7,-1/7,0); 7: (1,1,1)", "1: (1,-1,0), (1,-1,0.001); 7: (1,1,1)"],
        THOUSANDTH,
    ),
    ([[2, 0], [0, 2]], "orthogonal_diagonalize", [{"Q": "[√2 i; i -√2]", "D": "diag(2,2)"}], {}),
    (A, "charpoly", ["e^2-7e+10", "x^2+(k+1)^1000*x+1"], {}),
    (A, "eigenvectors", ["5: " + "(1,1)," * 1_600 + " 2: " + "(1,-2)," * 1_400 + "(3,7)"], {}),
    (A, "eigenvalues", ["±1±1±1±1," * 2_200, "±1," * 6_600], {}),
    (A, "eigenvectors", ["(1,-2) for λ = 5, (1,1) for λ = 2", "(1,1) (λ = 2), (1,-2) (λ = 5)"], {}),
    (A, "eigenvectors", ["x₁ = (1,1) ứng với λ = 2, x₂ = (1,-2) ứng với λ = 5", "5: (1,1) for λ = 2; 2: (1,-2)"], {}),
    (
        A,
        "eigenvectors",
        ["(1,1), (1,-2), λ = 5, λ = 2", "(1,-2), λ = 5; (1,1), λ = 2", "(1,1), 5: (1,1); 2: (1,-2)"],
        {},
    ),
    (A, "eigenvectors", ["5: t(1,-2) (t ≠ 0); 2: (1,1)", "5: (t ≠ 0), 2: (t ≠ 0)"], {}),
    (A, "eigenvalues", ["(1) for λ = 5, (1) for λ = 2", "5 (t ≠ 0), 2"], {}),
    (
        A,
        "eigenvectors",
        ["(5, (1,-2)), (2, (1,1))", "[(5, 2, [(1,1)]), (2, 1, [(1,-2)])]", {5: [1, -2], 2: [1, 1]}],
        {},
    ),
    (
        W,
        "eigenvectors",
        ["[(1, 1, [(1,-1,0), (1,0,-1)]), (7, 1, [(1,1,1)])]", "1 (mult. 3): (1,-1,0), (1,0,-1); 7: (1,1,1)"],
        {},
    ),
    (A, "eigenvectors", ["(5, 1, 1), (2, 1, -2)", Matrix(A).T.eigenvects(), "λ = 5 (double), (1,1); 2: (1,-2)"], {}),
    (A, "eigenvalues", [{5: 2, 2: 1}, {5: 1, 3: 1}, {5: {2: 1}}, {"P": 5, "D": 2}, {}, {10**50_000: 1}], {}),
    (W, BASIS, ["[[1,1],[-1,1],[0,-1]]", "[[1,2],[-1,-2],[0,0]]", "[[1,1,0],[-1,0,1],[0,-1,-1]]"], {}),
    (W, BASIS, ["(1,1), (-1,0), (0,-1)", "{(1,1), (-1,0), (0,-1)}", "[[1,1],[-1,0],[0]]"], {}),
    ([[1, 0], [0, 1]], BASIS, ["[[1,2],[2,4]]", "[[1,0,0],[0,1,0]]"], {}),
    (A, "diagonalize", [f"A = {claim}, {P_AND_D}" for claim in ("PDP^T", "P^-1DP", "SDS^-1", "DPD^-1")], {}),
    (
        A,
        "diagonalize",
        ["A = PDP^-1", "PAP^-1 = D, " + P_AND_D, "A = PDP^-1, P = [1 1; 1 -2], D = diag(2,5)"],
        {},
    ),
    (
        A,
        "diagonalize",
        [P_AND_D + ", S = [1 0; 0 1]", P_AND_D + ", Λ = diag(1,1)", "S = [1 1; 1 1], D = diag(5,2)"],
        {},
    ),
    (A, "diagonalize", [{"P": "[1 1; 1 -2]", "S": "[1 1; 1 -2]", "D": "diag(5,2)"}], {}),
    (SPD, "orthogonal_diagonalize", ["P = [1 1; 1 -1], D = diag(3,1)", f"A = Q^TDQ, Q = {UNIT}, D = diag(3,1)"], {}),
    (SPD, "orthogonal_diagonalize", [f"P = {UNIT}, U = [1 0; 0 1], D = diag(3,1)"], {}),
    (SHEAR, "jordan", [{"S": "[0 0; 0 0]", "J": "[1 1; 0 1]"}, "S = [1 1; 1 1], J = [1 1; 0 1]"], {}),
    (PSD, "definiteness", ["positive semidefinite, not positive semidefinite", "positive definite? No."], {}),
    (
        PSD,
        "definiteness",
        ["positive definite but not positive semidefinite", "không xác định, nửa xác định dương"],
        {},
    ),
    (PSD, "definiteness", ["negative semidefinite, not positive definite", "xác định dương, không xác định dương"], {}),
    (
        SPD,
        "definiteness",
        ["positive semidefinite, not positive definite", "PSD but not definite", "positive definite, no"],
        {},
    ),
    (SPD, "definiteness", ["nửa xác định dương nhưng không xác định dương", "positive definite, not definite"], {}),
    (
        [[1, "k"], [0, 1]],
        "diagonalizable",
        ["yes if k=0, no if k=1", "no if k≠0, yes if k≠0", "yes if k≠0, no if k=0"],
        {},
    ),
    (
        [[1, "k"], [0, 1]],
        "diagonalizable",
        ["no for k = 0, yes otherwise", "có khi k≠0, không khi k=0", "yes, no if k = 0"],
        {},
    ),
    (
        [[1, "k"], [0, 1]],
        "diagonalizable",
        ["yes if k=0, yes otherwise", "no otherwise", "yes if k = 0, otherwise"],
        {},
    ),
    (ROTATION, "eigenvalues", ["no eigenvalues, 5", "no real eigenvalues, only 5", "no real eigenvalues, ±1"], REAL),
    (
        ROTATION,
        "eigenvalues",
        ["no eigenvalues, only ±i", "no real eigenvalues, only ±2i", "no real eigenvalues, i"],
        {},
    ),
    (
        [[5]],
        "eigenvalues",
        ["no eigenvalues, 5", "no real eigenvalues, only 5", "không có trị riêng thực, chỉ có 5"],
        {},
    ),
    (
        [[5]],
        "eigenvalues",
        ["no real eigenvalues, only 5", "no real eigenvalues, only i", "no real eigenvalues (5)"],
        REAL,
    ),
    (SPD, "orthogonal_diagonalize", ["not orthogonally diagonalizable", "no", "A is not symmetric"], {}),
    (SPD, "orthogonal_diagonalize", ["không chéo hóa trực giao được", "not diagonalizable", "none"], {}),
    (A, "orthogonal_diagonalize", ["orthogonally diagonalizable", "yes", "not orthogonal", "symmetric"], {}),
    ([[0, "i"], ["-i", 0]], "orthogonal_diagonalize", ["not orthogonally diagonalizable"], {}),
    (ROTATION, "orthogonal_diagonalize", ["not unitarily diagonalizable"], {}),
    (HALF, "eigenvalues", [r"0{,}2, 5", r"5{,}0, 2", r"0{,5}, 2"], {}),
    (HALF, "diagonalize", ["P = [1 0; 0 1]; D = diag(0; 5; 2)", "P = [[0; 1]; [1; 0]]; D = diag(0,5; 2)"], COMMA),
    (A, "orthogonal_diagonalize", ["not diagonalizable", "defective", "no, A is not diagonalizable"], {}),
    (FLAT, "orthogonal_diagonalize", ["diagonalizable, but not orthogonally"], {}),
    (ROTATION, "diagonalize", ["not diagonalizable over R", "not possible"], {}),
    ([["a", 1], [0, "b"]], "diagonalizable", ["a+b≠0"], {}),
    (
        PSD,
        "definiteness",
        [
            "positive and negative semidefinite",
            "positive definite and positive semidefinite",
            "neither positive nor negative definite",
        ],
        {},
    ),
    ([["a", 1], [0, "b"]], "diagonalizable", ["a+b≠0", "no if a*b = 0"], {}),
]


def asked(kind: Question | str) -> Question:
    """A question, or that of a kind where its name is all."""
    return Question(kind) if isinstance(kind, str) else kind


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "policy"),
    [(M, kind, a, policy) for M, kind, answers, policy in NEVER_RIGHT for a in answers],
)
def test_never_right(matrix: Any, kind: Any, answer: Any, policy: dict[str, Any]) -> None:
    """Negations, empty claims and tricks with labels and multiplicities earn nothing that they should not."""
    assert judged(matrix, asked(kind), answer, Policy.of(policy)).verdict != "correct"


RIGHT: list[tuple[Any, Any, list[Any], dict[str, Any]]] = [
    (A, "diagonalizable", ["yes", "Yes.", "A is diagonalizable", "yes (not defective)", "chéo hoá được", "có"], {}),
    (
        SHEAR,
        "diagonalizable",
        ["no", "it is non-diagonalizable", "A is not diagonalizable.", "không chéo hóa được"],
        {},
    ),
    (
        SHEAR,
        "diagonalize",
        ["no", "not  diagonalizable", "A isn't diagonalizable", "không thể chéo hóa", "defective"],
        {},
    ),
    ([[1, 1], [1, 1]], "definiteness", ["semi-positive definite", "non-negative definite", "PSD", "p.s.d."], {}),
    (
        SPD,
        "definiteness",
        ["positive definite because all eigenvalues are positive", "A is positive-definite", "SPD"],
        {},
    ),
    (
        SINGULAR,
        "inverse_eigenvalues",
        ["A isn't invertible", "A is singular, so none", "không có ma trận nghịch đảo"],
        {},
    ),
    (ROTATION, "eigenvalues", ["no real eigenvalues", "A has no real eigenvalues", "∅", "none"], REAL),
    (ROTATION, "eigenvectors", ["none", "no real eigenvectors"], REAL),
    (A, "eigenvalues", ["λ₁,₂ = (7±3)/2", "λ₁,₂ = 5, 2", "= 5, 2", "=2+3, 2"], {}),
    (
        A,
        "eigenvectors",
        ["λ=5, λ=2; v=(1,1), v=(1,-2)", "λ₁ = 5, λ₂ = 2; (1,1), (1,-2)"],
        {},
    ),
    (W, "eigenvectors", ["1: s(-1,1,0) + t(-1,0,1), s, t ∈ ℝ; 7: t(1,1,1), t ≠ 0"], {}),
    (ROTATION, "eigenvectors", ["i: (t, -ti); -i: (t, ti)"], {}),
    (SPIRAL, "eigenvalues", ["a ± bi"], {}),
    ([["k", 1], [1, "k"]], "charpoly", ["x^2 - 2kx + k^2 - 1", "x² − 2kx + (k+1)(k−1)"], {}),
    ([["k", 1], [0, 2]], "eigenvectors", ["k: (t,0); 2: (t, 2t-kt)"], {}),
    ([["k", 1], [1, "k"]], "diagonalize", [{"P": "1 1; 1 -1", "D": "k+1 0; 0 k-1"}], {}),
    ([["k", 1], [1, "k"]], "jordan", ["k+1 0; 0 k-1"], {}),
    ([["ab", 0], [0, 2]], "eigenvalues", ["ab, 2"], {}),
    ([["k", 1], [0, 1]], "diagonalizable", ["if k=1 then no, otherwise yes", "k=1 thì không, k≠1 thì có"], {}),
    (A, "diagonalize", ["P = [1 1; 1 -2], D = diag(5,2), P^-1 = 1/3 [2 1; 1 -1]"], {}),
    (
        A,
        "eigenvectors",
        [
            "5: t(1,1); 2: t(1,-2), t ∈ ℝ\\{0}",
            "5: t(1,1); 2: t(1,-2) (t ∈ ℝ*)",
            "5: t(1,1); 2: t(1,-2), t ∈ R - {0}",
            r"5: t(1,1); 2: t(1,-2), t \in \mathbb{R}\setminus\{0\}",
        ],
        {},
    ),
    (SPIRAL, "eigenvalues", ["a ± b i", "a - b*i, a + b*i", "{a + i*b, a - i*b}"], {}),
    (SPIRAL, "eigenvectors", ["a + b*i: (1,i); a - b*i: (1,-i)", "a - b*i: (i, 1); a + b*i: t(-i, 1)"], {}),
    (SPIRAL, "diagonalize", [{"P": "[1,1; i,-i]", "D": "diag(a + b*i, a - b*i)"}], {}),
    (TURN, "eigenvalues", ["cos(t) ± i sin(t)", "e^(i*t), e^(-i*t)"], {}),
    (A, "eigenvalues", ["λ₁ = (7+3)/2 = 5, λ₂ = (7-3)/2 = 2", "10/2 = 5, 4/2 = 2"], {}),
    (A, "eigenvalues", [r"\lambda_{1,2} = \frac{7 \pm 3}{2}", "λ_{1,2} = {5, 2}"], {}),
    (SHEAR, "eigenvalues", [r"\lambda_{1,2} = 1", "λ₁ = λ₂ = 1"], {"multiplicity": "required"}),
    ([[1, 1], [1, 0]], "eigenvalues", ["(1 ±√5)/2", "(1 ± √5)/2", "½ (1 ± √5)", "(1 +√5)/2, (1 -√5)/2"], {}),
    ([[1, 1], [1, 0]], "eigenvalues", ["(1 +- sqrt(5))/2", "(1 +/- sqrt(5))/2", "x ∈ {(1+√5)/2, (1-√5)/2}"], {}),
    ([[0, "-i"], ["i", 0]], "orthogonal_diagonalize", [{"Q": "1/√2 [1 1; i -i]", "D": "diag(1,-1)"}], {}),
    (W, "eigenvectors", ["1: (0.707,-0.707,0), (0.408,0.408,-0.816); 7: (0.577,0.577,0.577)"], THOUSANDTH),
    (A, "charpoly", ["x^2-7.0001x+10"], THOUSANDTH),
    (A, "charpoly", ["x^{2}-7x+10", "λ^{2} − 7λ + 10 = 0"], {}),
    (A, "eigenvectors", ["5: t(1,1), t ∈ ℝ; 2: s(1,-2), s ≠ 0"], {}),
    (A, "eigenvalues", ["eigenvalues: 5, 2", "σ(A) = {5, 2}", "giá trị riêng: 5, 2", "Spec(A) = {2, 5}"], {}),
    (A, "eigenvalues", ["λ=5 ∨ λ=2", r"\lambda=5\lor\lambda=2"], {}),
    (
        A3,
        "eigenvalues",
        ["2 (×2), 1 (simple)", "2 (double eigenvalue), 1", "2 of multiplicity 2, 1", "2 (AM = 2), 1"],
        {},
    ),
    (W, "eigenvectors", ["1 (mult. 2): (1,-1,0), (1,0,-1); 7 (mult. 1): (1,1,1)"], {}),
    (A3, "eigenvalues", ["λ₁ = λ₂ = 2, λ₃ = 1", "λ_{1,2} = 2, λ_3 = 1"], {"multiplicity": "required"}),
    (A, "eigenvectors", ["E_5 = span{(1,1)}; E_2 = span{(1,-2)}", "E₅: (1,1); E₂: (1,-2)"], {}),
    (A, "eigenvectors", ["E(5) = span{(1,1)}; E(2) = span{(1,-2)}", "E_{5} = <(1,1)>, E_{2} = <(1,-2)>"], {}),
    (A, "eigenvectors", ["λ₁=5, λ₂=2; v₁=(1,1), v₂=(1,-2)", "λ₁=5, λ₂=2; v₂=(1,-2), v₁=(1,1)"], {}),
    (
        A,
        "eigenvectors",
        ["5: {t(1,1) : t ∈ ℝ}; 2: {t(1,-2) | t ∈ ℝ}", "5: 2(1,1); 2: 3(1,-2)", "5: (1,1)t; 2: (1,-2)*s"],
        {},
    ),
    ([["k", 0], [0, 2]], "eigenvectors", ["k: (1,0); 2: (0,1)", "2: (0,1); k: (1,0)"], {}),
    (A, "charpoly", ["(4-λ)[(3-λ)] - 2", "1x^2 -7x +10", "λ² = 7λ - 10"], {}),
    (A, "charpoly", ["λ²-7λ+10 = (λ-5)(λ-2)", "p(λ) = (4-λ)(3-λ)-2 = λ²-7λ+10", "det(A-λI) = λ²-7λ+10 = 0"], {}),
    (SHEAR, "jordan", ["J = [[1,1],[0,1]]", "[[1,1],[0,1]]", {"J": "[1 1; 0 1]", "P": ""}, "[1 1; 0 1]"], {}),
    (A, "diagonalize", ["[[1,1],[1,-2]], [[5,0],[0,2]]", "p = [1 1; 1 -2], d = diag(5,2)"], {}),
    (A3, "eigenvalues", ["2 (mult. 2), 1 (mult. 1)", "{2: 2, 1: 1}"], {}),
    ([[1, "k"], [0, 1]], "diagonalizable", ["yes if k = 0", "yes but only if k=0", "no if k ≠ 0", "k = 0"], {}),
    ([[1, "k"], [0, 1]], "diagonalizable", ["no unless k = 0", "no, except when k = 0", "không, trừ khi k = 0"], {}),
    ([["k", 1], [0, 2]], "diagonalizable", ["yes unless k = 2", "k ≠ 2", "yes for all k ≠ 2"], {}),
    ([["a", 1], [0, "b"]], "diagonalizable", ["a ≠ b", "only if b != a", "no if a = b"], {}),
    ([["k", 1], [1, "-k"]], "diagonalizable", ["k ≠ i and k ≠ -i"], {}),
    ([[1, "k"], [0, 1]], "diagonalizable", ["không chéo hóa được nếu k ≠ 0", "chéo hóa được khi và chỉ khi k = 0"], {}),
    (
        A,
        "eigenvectors",
        ["x₁ = (1,1) for λ₁ = 5, x₂ = (1,-2) for λ₂ = 2", "v1 = (1,1) (λ = 5); v2 = (1,-2) (λ = 2)"],
        {},
    ),
    (A, "eigenvectors", ["(1,1) ứng với λ = 5; (1,-2) ứng với λ = 2", "(1,1) with eigenvalue 5, (1,-2) for λ=2"], {}),
    (A, "eigenvectors", ["(1,1), λ = 5; (1,-2), λ = 2", "v₁ = (1,1), v₂ = (1,-2), λ₁ = 5, λ₂ = 2"], {}),
    (W, "eigenvectors", ["(1,-1,0), (1,0,-1) for λ = 1; (1,1,1) for λ = 7"], {}),
    (W, "eigenvectors", ["(1,1,1) for λ = 7; (1,-1,0) and (1,0,-1) for λ = 1"], {}),
    ([["k", 0], [0, 2]], "eigenvectors", ["(1,0) for λ = k, (0,1) for λ = 2", "λ = k: (1,0); λ = 2: (0,1)"], {}),
    (A, "eigenvectors", ["5: t(1,1) (t ≠ 0); 2: s(1,-2) (s∈ℝ, s≠0)", "5: t(1,1), (t ≠ 0); 2: s(1,-2), (s ≠ 0)"], {}),
    (A, "eigenvectors", ["(5, (1,1)), (2, (1,-2))", "[(5, [(1,1)]), (2, [(1,-2)])]", {5: [1, 1], 2: [(1, -2)]}], {}),
    (A, "eigenvectors", ["[(2, 1, [Matrix([[-1/2],[1]])]), (5, 1, [Matrix([[1],[1]])])]", Matrix(A).eigenvects()], {}),
    (W, "eigenvectors", [str(Matrix(W).eigenvects()), "(1, 2, (1,-1,0), (1,0,-1)); (7, 1, (1,1,1))"], {}),
    (A, "eigenvalues", ["{2: 1, 5: 1}", {2: 1, 5: 1}, Matrix(A).eigenvals(), {"λ₁": 5, "λ₂": "4/2"}], {}),
    (A, "inverse_eigenvalues", [{Fraction(1, 5): 1, Fraction(1, 2): 1}], {}),
    (W, BASIS, ["[[1,1],[-1,0],[0,-1]]", "1 1; -1 0; 0 -1", Matrix([[1, 1], [-1, 0], [0, -1]])], {}),
    (W, BASIS, [r"\begin{pmatrix}1&1\\-1&0\\0&-1\end{pmatrix}", "[[1,-1,0],[1,0,-1]]"], {}),
    (W, "eigenvectors", ["1: [1 1; -1 0; 0 -1]; 7: (1,1,1)"], {}),
    (
        A,
        "diagonalize",
        [f"{claim}, {P_AND_D}" for claim in ("A = PDP^-1", "A = P D P⁻¹", "P^{-1}AP = D", "AP = PD")],
        {},
    ),
    (A, "diagonalize", ["A = PDP^-1 with P = [1 1; 1 -2] and D = diag(5,2)", "A = PDP^-1, trong đó " + P_AND_D], {}),
    (
        A,
        "diagonalize",
        [r"A = P D P^{-1},\ P = \begin{pmatrix}1&1\\1&-2\end{pmatrix},\ D = \operatorname{diag}(5,2)"],
        {},
    ),
    (
        A,
        "diagonalize",
        ["S = [1 1; 1 -2], Λ = diag(5,2)", "A = X Lambda X^-1, X = [1 1; 1 -2], Lambda = diag(5,2)"],
        {},
    ),
    (A, "diagonalize", [{"V": "[1 1; 1 -2]", "Λ": "diag(5,2)"}, {"P": "[1 1; 1 -2]", "S": "", "D": "diag(5,2)"}], {}),
    (SPD, "orthogonal_diagonalize", [f"{claim}, Q = {UNIT}, D = diag(3,1)" for claim in ("A = QDQ^T", "QᵀAQ = D")], {}),
    (SPD, "orthogonal_diagonalize", [f"A = PDP', P = {UNIT}, D = diag(3,1)", {"U": UNIT, "Λ": "diag(3,1)"}], {}),
    (SHEAR, "jordan", ["A = SJS^-1, S = [1 0; 0 1], J = [1 1; 0 1]", {"Q": "[1 0; 0 1]", "J": "[1 1; 0 1]"}], {}),
    (
        PSD,
        "definiteness",
        ["positive semidefinite, not positive definite", "positive semidefinite but not definite"],
        {},
    ),
    (
        PSD,
        "definiteness",
        ["nửa xác định dương nhưng không xác định dương", "PSD (not PD)", "psd, but it is not pd"],
        {},
    ),
    (
        PSD,
        "definiteness",
        ["nửa xác định dương, không xác định dương vì det A = 0", "PSD, not p.d."],
        {},
    ),
    ([[1, 2], [2, 1]], "definiteness", ["indefinite, not positive definite", "A không xác định", "indefinite"], {}),
    (
        [[1, "k"], [0, 1]],
        "diagonalizable",
        ["no if k≠0, yes if k=0", "yes for k = 0, no otherwise", "no, yes if k = 0"],
        {},
    ),
    (
        [[1, "k"], [0, 1]],
        "diagonalizable",
        ["có khi k=0, không khi k≠0", "chéo hóa được nếu k = 0, ngược lại thì không"],
        {},
    ),
    ([[1, "k"], [0, 1]], "diagonalizable", ["not diagonalizable for k ≠ 0 and diagonalizable for k = 0"], {}),
    ([["k", 1], [1, "-k"]], "diagonalizable", ["no if k = i or k = -i; yes if k ≠ i and k ≠ -i"], {}),
    (ROTATION, "eigenvalues", ["no real eigenvalues, only ±i", "không có trị riêng thực, chỉ có ±i"], {}),
    (ROTATION, "eigenvalues", ["no real eigenvalues, only ±i", "không có trị riêng thực, chỉ có λ = ±i"], REAL),
    (ROTATION, "eigenvalues", ["There are no real eigenvalues (λ = ±i).", r"no real eigenvalues, but $\pm i$"], {}),
    (
        A,
        "orthogonal_diagonalize",
        ["not orthogonally diagonalizable", "No, A is not symmetric.", "A isn't symmetric"],
        {},
    ),
    (
        A,
        "orthogonal_diagonalize",
        ["diagonalizable, but not orthogonally", "A cannot be diagonalized orthogonally"],
        {},
    ),
    (A, "orthogonal_diagonalize", ["không chéo hóa trực giao được", "A không thể chéo hóa trực giao"], {}),
    (A, "orthogonal_diagonalize", ["A không đối xứng", "chéo hóa được nhưng không chéo hóa trực giao được"], REAL),
    (ROTATION, "orthogonal_diagonalize", ["not orthogonally diagonalizable"], REAL),
    ([[1, "i"], ["i", 1]], "orthogonal_diagonalize", ["not orthogonally diagonalizable"], REAL),
    (HALF, "eigenvalues", [r"0{,}5, 2", r"\lambda_1 = 0{,}5,\ \lambda_2 = 2"], {}),
    (HALF, "eigenvalues", [r"0{,}5; 2", "[0,5; 2]"], COMMA),
    (HALF, "diagonalize", ["P = [[1; 0]; [0; 1]]; D = diag(0,5; 2)", "P = diag(1; 1); D = [[0,5; 0]; [0; 2]]"], COMMA),
    (FLAT, "orthogonal_diagonalize", ["not diagonalizable", "defective", "no", "no, A is defective"], {}),
    (
        A,
        "orthogonal_diagonalize",
        ["no", "not orthogonally diagonalizable", "diagonalizable, but not orthogonally"],
        {},
    ),
    (ROTATION, "diagonalize", ["not diagonalizable", "not diagonalizable over R", "not possible", "no"], REAL),
    (
        FLAT,
        "diagonalize",
        [
            "not possible",
            "P does not exist",
            "not diagonalizable over ℝ",
            "no, since A is defective",
            "khong cheo hoa duoc",
            "Không tồn tại ma trận P",
        ],
        {},
    ),
    (
        K_FIRST,
        "diagonalizable",
        [
            "diagonalizable (k≠1)",
            "diagonalizable; k≠1",
            "yes, assuming k≠1",
            "yes, provided k≠1",
            "yes, provided that k≠1",
            "yes, as long as k ≠ 1",
            "no for k=1 else yes",
            "k khác 1",
            "if k=1 no, otherwise yes",
            "yes if k is not 1",
            "co khi k khac 1",
            "yes, K ≠ 1",
            "yes for every k ≠ 1",
        ],
        {},
    ),
    (
        K_ABOVE,
        "diagonalizable",
        [
            "yes, k=0",
            "no, k≠0",
            "\\(k = 0\\)",
            "k is 0",
            "If k = 0, A is diagonalizable; otherwise it is not.",
            "A is diagonalizable ⇔ k=0",
            "True if k==0",
            "k^2=0",
            "only if 2k = 0",
            "k=0 \\iff A is diagonalizable",
            "khong, tru khi k = 0",
            "no if k is nonzero",
        ],
        {},
    ),
    ([["a", 1], [0, "b"]], "diagonalizable", ["a-b≠0", "yes if a - b ≠ 0", "no if (a-b)^2 = 0", "b ≠ a"], {}),
    (
        [[1, 2], [2, 1]],
        "definiteness",
        ["neither positive nor negative definite", "khong xac dinh", "indefinite, not definite"],
        {},
    ),
    (
        SPD,
        "definiteness",
        [
            "pos. def.",
            "positive definite and positive semidefinite",
            "xac dinh duong",
            "p.d.",
            "Positive definite. All eigenvalues are positive.",
            "positive definite, hence positive semidefinite",
            "symmetric positive definite",
            "PD, not indefinite",
        ],
        {},
    ),
    (
        PSD,
        "definiteness",
        ["pos. semidef.", "p.s.d.", "nua xac dinh duong", "ban xac dinh duong, khong xac dinh duong"],
        {},
    ),
    (
        ZERO,
        "definiteness",
        [
            "positive and negative semidefinite",
            "both positive and negative semidefinite",
            "PSD and NSD",
            "nửa xác định dương và âm",
        ],
        {},
    ),
    ([[-1, 0], [0, 0]], "definiteness", ["nonpositive definite", "negative semidefinite", "neg. semi-def."], {}),
    (
        SINGULAR,
        "inverse_eigenvalues",
        [
            "A^{-1} doesn't exist",
            "there is no inverse",
            "Không tồn tại ma trận nghịch đảo",
            "khong kha nghich",
            "A is singular, so none",
            "A is singular, det A = 1*4-2*2 = 0",
            "suy biến vì det(A) = 0",
            "singular because 0 is an eigenvalue",
        ],
        {},
    ),
    (ROTATION, "eigenvectors", ["không có vectơ riêng", "không có vector riêng", "khong co vecto rieng", "none"], REAL),
    (
        ROTATION,
        "eigenvalues",
        [
            "none, the eigenvalues are complex",
            "không có trị riêng thực",
            "khong co tri rieng",
            "none (discriminant is negative)",
        ],
        REAL,
    ),
]


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "policy"),
    [(M, kind, a, policy) for M, kind, answers, policy in RIGHT for a in answers],
)
def test_right(matrix: Any, kind: Any, answer: Any, policy: dict[str, Any]) -> None:
    """In other words, and with the reasons and the working beside it."""
    verdict = judged(matrix, asked(kind), answer, Policy.of(policy))
    assert verdict.verdict == "correct", verdict.problem


CONTRADICTIONS: list[tuple[Any, str, str]] = [
    (PSD, "definiteness", "positive semidefinite, not positive semidefinite"),
    (SPD, "definiteness", "positive definite but not definite"),
    (SPD, "definiteness", "Positive definite? No."),
    ([[1, "k"], [0, 1]], "diagonalizable", "no if k≠0, no if k=0"),
    ([[1, "k"], [0, 1]], "diagonalizable", "yes if k = 0, no if k = 1"),
    (SPD, "definiteness", "xác định dương nhưng không nửa xác định dương"),
]


@pytest.mark.parametrize(("matrix", "kind", "answer"), CONTRADICTIONS)
def test_contradictions_are_no_attempts(matrix: Any, kind: str, answer: str) -> None:
    """Neither half of one is taken for the answer."""
    assert judged(matrix, Question(kind), answer, Policy()).verdict == "invalid"


NO_ATTEMPTS: list[tuple[Any, str, list[str], dict[str, Any]]] = [
    (FLAT, "diagonalizable", ["not diagonalizable: false", "no; wrong"], {}),
    (K_ABOVE, "diagonalizable", ["no: k = 0"], {}),
    (SPD, "definiteness", ["positive definite, but not positive", "positive definite, which is false"], {}),
    (ROTATION, "eigenvalues", ["none: two"], REAL),
    (
        K_ABOVE,
        "diagonalizable",
        [
            "yes if k=0 else yes",
            "k=0 not",
            "k = 0 no",
            "only if k=0 wrong",
            "yes if k = 0 never",
            "yes if k=0 otherwise also",
            "only if k=0*m",
            "only if k=0 and m=3",
            "yes if k=0, maybe",
            "yes, since k=0",
            "if k=0 yes no",
        ],
        {},
    ),
    (
        A,
        "diagonalizable",
        [
            "only if det ≠ 0",
            "yes unless det=0",
            "no if k = 5",
            "not diagonalizable if x = 3",
            "yes, but no",
            "yes, if x=3",
            "yes? no",
            "yes, maybe",
            "yes, provided det ≠ 0",
            "yes, but not over R",
        ],
        {},
    ),
    (
        FLAT,
        "diagonalizable",
        ["yes if x = 3", "no, but yes", "no because yes", "no, it is", "no, A is diagonalizable"],
        {},
    ),
    (
        SPD,
        "definiteness",
        [
            "positive definite, indefinite",
            "positive definite because indefinite",
            "positive definite as it is not positive definite",
            "positive definite or negative definite",
            "positive definite and negative definite",
            "PSD but indefinite",
            "positive definite if k = 0",
            "positive definite? no, it is not",
        ],
        {},
    ),
    (SINGULAR, "definiteness", ["positive semidefinite, not semidefinite"], {}),
    (
        FLAT,
        "diagonalize",
        [
            "not diagonalizable? no, it is",
            "no, not defective",
            "not diagonalizable, P=[[1,0],[0,1]], D=diag(2,2)",
            "not diagonalizable: P = I, D = 2I",
        ],
        {},
    ),
    (
        SINGULAR,
        "inverse_eigenvalues",
        [
            "singular? no",
            "not invertible? it is: 1/5",
            "not invertible, 1/5",
            "not invertible, λ = 1/5",
            "singular, but it is invertible",
            "singular, not singular",
        ],
        {},
    ),
    (ROTATION, "eigenvalues", ["none, i, -i", "none? i", "none, √(-1)", "none, but there are"], REAL),
    (ROTATION, "diagonalize", ["not diagonalizable over C"], REAL),
]


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "policy"),
    [(M, kind, a, policy) for M, kind, answers, policy in NO_ATTEMPTS for a in answers],
)
def test_what_is_not_understood_is_no_attempt(matrix: Any, kind: str, answer: str, policy: dict[str, Any]) -> None:
    """Conditions on letters that the matrix does not have, two claims at once, and numbers beside a claim of none."""
    assert judged(matrix, Question(kind), answer, Policy.of(policy)).verdict == "invalid"


def test_wrong_denials_earn_nothing() -> None:
    """Beside a claim that is true, and weaker than it might be."""
    assert judged(SPD, Question("definiteness"), "PSD", Policy()).verdict == "partial"
    assert judged(SPD, Question("definiteness"), "PSD but not PD", Policy()).verdict == "incorrect"


ROUNDED: list[tuple[Any, str, Any, str]] = [
    (GOLDEN, "eigenvalues", "1.62, -0.62", "4/5"),
    (GOLDEN, "eigenvalues", "1.62", "2/5"),
    (GOLDEN, "eigenvalues", r"1{,}62", "2/5"),
    (GOLDEN, "eigenvalues", "1.62, 3", "2/5"),
    (GOLDEN, "eigenvalues", "(1+√5)/2, -0.62", "4/5"),
    (A, "eigenvectors", "5: (0.71, 0.71); 2: (0.45, -0.88)", "4/5"),
    (A, "eigenvectors", "5: (0.71, 0.72); 2: (1, 1)", "2/5"),
    (SPD, "orthogonal_diagonalize", {"Q": "[0.71 0.71; 0.71 -0.71]", "D": "diag(1,3)"}, "18/25"),
]


@pytest.mark.parametrize(("matrix", "kind", "answer", "score"), ROUNDED)
def test_what_is_right_up_to_rounding(matrix: Any, kind: str, answer: Any, score: str) -> None:
    """It keeps a share of the marks that it would earn if it were exact, be it all of the answer or a part."""
    verdict = judged(matrix, Question(kind), answer, Policy())
    assert (verdict.verdict, verdict.score, verdict.codes) == ("partial", Fraction(score), ("M_ROUNDED",))


@pytest.mark.parametrize("answer", ["1.64", "1.618, 5, 7", "1.6", "-1.62, 0.62"])
def test_what_is_wrong_up_to_rounding(answer: str) -> None:
    """Decimals alone earn nothing."""
    assert judged(GOLDEN, Question("eigenvalues"), answer, Policy()).score == 0


NESTED: list[Any] = []
NESTED.append(NESTED)


HARD: list[tuple[Any, Question, Any]] = [
    ([[1, "2i"], ["-2i", 1]], Question("definiteness"), "positive definite"),
    (A, Question("power", k=2), "[[x,1.001],[1,x]]"),
    ([[5]], Question("power", k=2), "[]"),
    ([[5]], Question("diagonalize"), {"P": "[]", "D": "[]"}),
    (A, Question("eigenvalues"), "sqrt(1+sqrt(2+sqrt(3+sqrt(5+sqrt(7+sqrt(11)))))), 2"),
    (A, Question("eigenvalues"), "sqrt(2+sqrt(3))+sqrt(5+sqrt(7))+sqrt(11+sqrt(13)), 2"),
    (A, Question("eigenvalues"), 10**50_000),
    (A, Question("eigenvalues"), NESTED),
    (A, Question("eigenvalues"), object()),
    (A, Question("eigenvalues"), {1, 2}),
    (A, Question("eigenvalues"), "{5: 1000000000, 2: 1}"),
    (A, Question("jordan"), {"P": None, "J": "[1 0; 0 1]"}),
    ([["k", 1], [1, "k"]], Question("eigenvalues"), "1, 2"),
    ([[0, 1, 0], [0, 0, 1], [1, 1, 0]], Question("power", k=2), "[0 0 1; 1 1 0; 0 1 2]"),
    (A, Question("eigenvalues", prior={"charpoly": "garbage(("}), "5, 3"),
]


@pytest.mark.parametrize("number", range(len(HARD)))
def test_every_answer_has_a_verdict(number: int) -> None:
    """No exception, and no attempt that is not counted because a search for mistakes did not succeed."""
    matrix, question, answer = HARD[number]
    verdict = check(matrix, question, answer)
    assert verdict.verdict != "correct"
    if question.prior or (question.kind == "power" and len(matrix) == 3) or matrix[0][0] == "k":
        assert verdict.verdict != "invalid"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("λ = 1: (-1,1,0), (-1,0,1)", "correct"),
        ("E_1 = span{(-1,1,0), (-1,0,1)}", "correct"),
        ("(-1,1,0), (-1,0,1) for λ = 1", "correct"),
        ("s(-1,1,0) + t(-1,0,1), s, t ∈ ℝ", "correct"),
        ("λ = 1: (1,1,1)", "incorrect"),
        ("λ = 7: (-1,1,0), (-1,0,1)", "invalid"),
        ("E_7 = span{(-1,1,0), (-1,0,1)}", "invalid"),
        ("(-1,1,0), (-1,0,1) for λ = 7", "invalid"),
    ],
)
def test_an_eigenvalue_named_once_more(answer: str, verdict: str) -> None:
    """The one that the question is about may be named with the basis, and no other."""
    assert judged(W, Question("eigenspace_basis", eigenvalue=1), answer, Policy()).verdict == verdict


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "verdict"),
    [
        ([["k", 0, 0], [0, 1, 0], [0, 0, 2]], "charpoly", "x^3-kx^2-3x^2+3kx+2x-2k", "correct"),
        ([["k", 0, 0], [0, 1, 0], [0, 0, 2]], "charpoly", r"x^3-kx^{2}-3x^2+3k\cdot x+2x-2k", "correct"),
        ([["k^2", 0, 0], [0, 1, 0], [0, 0, 2]], "charpoly", "x^3-kx^2-3x^2+3k^2x+2x-2k^2", "partial"),
        ([["a*b^2", 0], [0, 1]], "eigenvalues", "ab², 1", "correct"),
        ([["a^2*b^2", 0], [0, 1]], "eigenvalues", "ab^2, 1", "partial"),
        (SPIRAL, "eigenvalues", "a + ib, a - ib", "correct"),
        ([["-b^2", 0], [0, 1]], "eigenvalues", "bi^2, 1", "partial"),
        ([[0, "-b"], ["b", 0]], "eigenvalues", "1, 2", "incorrect"),
        ([["k", 2], [2, "-k"]], "charpoly", "x^2-7x+3", "incorrect"),
        ([[0, "k"], [1, 0]], "charpoly", "7", "incorrect"),
    ],
)
def test_letters_side_by_side(matrix: Any, kind: str, answer: str, verdict: str) -> None:
    """kx² is k times x², and no matrix with letters ends a search for mistakes in an error of another library."""
    assert check(matrix, kind, answer).verdict == verdict


def test_the_power_0_of_a_letter() -> None:
    """Is 1, whatever a library says of 0⁰."""
    assert check([[1, "k"], [0, 1]], Question("power", k=0), "[1 1; 0 1]").score == Fraction(3, 4)


REVIEWED: list[tuple[Any, str | Question, Any, dict[str, Any], str, list[str]]] = [
    ([[1, 1], [0, 3]], "diagonalize", "P = [(1,0)ᵀ, (1,2)ᵀ], D = diag(1,3)", {}, "correct", []),
    ([[1, 1], [0, 3]], "diagonalize", "P = [(1,1)ᵀ, (0,2)ᵀ], D = diag(1,3)", {}, "partial", ["M_ROWS_NOT_COLUMNS"]),
    ([[1, 1], [0, 3]], "diagonalize", {"P ": "[1 1; 0 2]", "D ": "diag(1,3)"}, {}, "correct", []),
    ([[1, 1], [0, 3]], "diagonalize", {"P": "D = [1 1; 0 2]", "D": "P = diag(1,3)"}, {}, "invalid", []),
    ([[2, 1], [0, 2]], "jordan", {"T": "[0 0; 0 0]", "J": "[2 1; 0 2]"}, {}, "invalid", []),
    ([[2, 1], [0, 2]], "jordan", {"P ": "[0 0; 0 0]", "J": "[2 1; 0 2]"}, {}, "partial", ["M_P_SINGULAR"]),
    ([[2, 1], [0, 2]], "diagonalize", {"P": "[1 0; 0 1]", "D": "diag(2,2)"}, {}, "incorrect", ["M_DEFECTIVE_MISSED"]),
    ([[2, 1], [0, 2]], "diagonalize", {"P": "[1 0; 0 1]", "D": "[2 1; 0 2]"}, {}, "incorrect", ["M_DEFECTIVE_MISSED"]),
    (ROTATION, "diagonalize", {"P": "[[1,1],[-i,i]]", "D": "diag(i,-i)"}, REAL, "incorrect", ["M_FIELD"]),
    (ROTATION, "jordan", "[i 0; 0 -i]", REAL, "incorrect", ["M_FIELD"]),
    (SPD, "orthogonal_diagonalize", {"Q": "1/√2 [1 i; 1 -i]", "D": "diag(3,1)"}, REAL, "incorrect", ["M_FIELD"]),
    ([[0, -1, 0], [1, 0, 0], [0, 0, 3]], "eigenvalues", "3, i, -i", REAL, "incorrect", ["M_FIELD"]),
    (A, Question("power", k=2), "A^3 = [18 7; 14 11]", {}, "invalid", []),
    (A, Question("power", k=2), "A² = [18 7; 14 11]", {}, "correct", []),
    (A, "charpoly", "(λ-5)(λ-3) = λ²-7λ+10", {}, "correct", []),
    (A, "charpoly", "(λ-5)(λ-2) = λ²-7λ+12", {}, "partial", ["M_OFFDIAGONAL"]),
    (A, "charpoly", "λ² = 7λ - 10", {}, "correct", []),
    ([[5]], "charpoly", "x = 5", {}, "correct", []),
    ([["1/2", 0, 0], [0, 1, 1], [0, 1, 0]], "eigenvalues", "0.5, 1.618, -0.618", {}, "partial", ["M_ROUNDED"]),
    ([[1, 1], [1, 0]], "eigenvalues", "0.5±1.118", {}, "partial", ["M_ROUNDED"]),
    ([[1, 1], [1, 0]], "eigenvalues", "1.62, -8/13", {"numeric": "rounded"}, "partial", []),
    (W, "eigenvectors", "1: (1,-1,0), (-2,2,0); 7: (1,1,1)", {}, "partial", ["M_DEPENDENT"]),
]


@pytest.mark.parametrize(("matrix", "question", "answer", "policy", "verdict", "codes"), REVIEWED)
def test_reviewed(  # noqa: D103  (rows of a review, each with what it deserves)
    matrix: Any, question: str | Question, answer: Any, policy: dict[str, Any], verdict: str, codes: list[str]
) -> None:
    found = check(matrix, question, answer, policy=Policy.of(policy))
    assert (found.verdict, list(found.codes)) == (verdict, codes), found.problem


def test_hints_about_an_inverse_speak_of_it() -> None:
    """Its trace, not that of the matrix."""
    said = check(A, "inverse_eigenvalues", "1/5", hints="full").feedback
    assert "7/10" in said
    assert "trace, 7." not in said


def test_gentle_evidence_gives_no_eigenvalue_away() -> None:
    """What A makes of an eigenvector is told where its eigenvalue was given, and else in full hints alone."""
    gentle, full = (check(A, "eigenvectors", "3: (1,1); 2: (1,-2)", hints=h).feedback for h in ("gentle", "full"))
    assert "(5, 5)" not in gentle
    assert "A(1, 1) = (5, 5) ≠ 3(1, 1)" in full
    assert "(5, 5)" in check(A, "eigenvectors", "5: (1,-2); 2: (1,1)").feedback


def test_long_numbers_are_no_evidence() -> None:
    """Nobody reads them."""
    assert check([[1, 1], [1, 0]], "eigenvalues", "1.618033988749894848, 1").evidence[0].text == "det(A − I) = −1 ≠ 0"
