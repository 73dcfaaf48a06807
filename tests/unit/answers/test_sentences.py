"""Answers in sentences, with working and in other notations: those that are right, and similar ones that are not."""

from __future__ import annotations

from typing import Any

import pytest

from symeig.answers.checking import judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question

A = [[4, 1], [2, 3]]
SINGULAR = [[1, 2], [2, 4]]
DOUBLE = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]
TRIPLE = [[2, 1, 0], [0, 2, 1], [0, 0, 2]]
GOLDEN = [[1, 1], [1, 0]]

RIGHT: list[tuple[Any, Any, list[str], dict[str, str]]] = [
    (A, "eigenvalues", ["The eigenvalues are 5 and 2", "Eigenvalues 2,5", "eigenvalues are: 5, 2"], {}),
    (A, "eigenvalues", ["They are 5 and 2", "5 and 2 are the eigenvalues of A", "eigenvalue(s): 5, 2"], {}),
    (A, "eigenvalues", ["answer: 5, 2", "λ is 5 or 2", "các trị riêng là 5 và 2", "Trị riêng của A là 5 và 2"], {}),
    (A, "eigenvalues", ["trị riêng λ1 = 5, λ2 = 2", "Các trị riêng: 5; 2", "A có các trị riêng: 5, 2"], {}),
    (A, "eigenvalues", ["Vậy λ=5, λ=2", "đáp án: 5, 2", "Giá trị riêng: 5, 2", "các giá trị riêng của A là 5, 2"], {}),
    (A, "eigenvalues", ["Hence the eigenvalues of the matrix A are 5 and 2.", "A has eigenvalues 5 and 2"], {}),
    (A, "eigenvalues", ["Vậy các trị riêng của ma trận A là λ = 5 và λ = 2.", "eigenvalues λ1 = 5, λ2 = 2"], {}),
    (A, "eigenvalues", ["5 is an eigenvalue, 2 is an eigenvalue", "5 với bội 1, 2 với bội 1"], {}),
    (A, "eigenvalues", ["The eigenvalues of A are 5, 2.", "The answer is 5, 2"], {}),
    (A, "eigenvalues", [r"\text{The eigenvalues are } 5 \text{ and } 2"], {}),
    (A, "eigenvalues", [r"\text{Các trị riêng là } \lambda_1 = 5, \lambda_2 = 2", "1. λ = 5\n2. λ = 2", "５、２"], {}),
    (
        A,
        "eigenvalues",
        ["λ₁＝５、λ₂＝２", "λ²-7λ+10=0 => λ=5, λ=2", "λ²-7λ+10=0 ⟹ λ=5, λ=2", "λ²-7λ+10=0 → λ=5, λ=2"],
        {},
    ),
    (A, "eigenvalues", [r"\lambda^2-7\lambda+10=0 \Rightarrow \lambda=5, \lambda=2", "λ:=5, λ:=2"], {}),
    (A, "eigenvalues", ["l1 = 5, l2 = 2", "lamda1=5, lamda2=2", "λ_max = 5, λ_min = 2"], {}),
    (A, "eigenvalues", [r"\lambda_{\max} = 5, \lambda_{\min} = 2"], {}),
    (A, "eigenvalues", [r"\begin{align} \lambda_1 &= 5 \\ \lambda_2 &= 2\end{align}"], {}),
    (A, "eigenvalues", [r"\begin{cases} \lambda_1 = 5 \\ \lambda_2 = 2\end{cases}", "ans =\n\n     2\n     5"], {}),
    (A, "eigenvalues", ["{2,5}", "set([5,2])", r"\lambda_1 = 5 \qquad \lambda_2 = 2", r"5 \qquad 2"], {}),
    (A, "eigenvalues", [r"\lambda_1 = \frac{10}{2} \qquad \lambda_2 = 2"], {}),
    (A, "eigenvalues", [r"\lambda_1\colon 5, \lambda_2\colon 2", "λ²-7λ+10=0, λ=5, λ=2"], {}),
    (A, "eigenvalues", ["det(A-λI) = λ²-7λ+10 = 0 => λ=5, λ=2", "λ-5=0 or λ-2=0", "(λ-5)(λ-2)=0"], {}),
    (A, "eigenvalues", ["(λ-5)(λ-2)=0 => λ=5, λ=2", "(λ-5)(λ-2)=0 ⇒ λ-5=0 or λ-2=0 ⇒ λ=5 or λ=2"], {}),
    (A, "eigenvalues", ["x - 5 = 0, x - 2 = 0", "λ1=5.00 λ2=2.00", "λ₁=5 λ₂=2", "lambda_1 = 5 lambda_2 = 2"], {}),
    (A, "eigenvalues", ["λ=5 λ=2", "(7+-3)/2", "λ = (7+-3)/2"], {}),
    (A, "eigenvalues", ["λ₁ = (7+√9)/2 = 10/2 = 5, λ₂ = (7-√9)/2 = 4/2 = 2", "2λ=10, λ=2", "5 = λ, 2 = λ"], {}),
    (A, "eigenvalues", ["-λ=-5, λ=2", "λ²=7λ-10, λ=5, λ=2", "λ = 5 and λ = 2 are the eigenvalues"], {}),
    (A, "eigenvalues", ["The matrix A has eigenvalues λ₁ = 5, λ₂ = 2", "So λ = 5 or λ = 2."], {}),
    (A, "eigenvalues", ["Therefore the eigenvalues are λ=5, 2", "λ²−7λ+10=0 ⇒ (λ−5)(λ−2)=0 ⇒ λ=5 or λ=2"], {}),
    (A, "eigenvalues", ["det(A-λI)=0 ⇒ λ²-7λ+10=0 ⇒ λ=5, λ=2"], {}),
    (A, "eigenvalues", [r"(\lambda-5)(\lambda-2)=0 \implies \lambda=5 \text{ or } \lambda=2"], {}),
    (A, "eigenvalues", ["λ²-7λ+10=0 suy ra λ=5, λ=2", "λ²-7λ+10=0, hence λ = 5 or λ = 2", "Nghiệm: 5, 2"], {}),
    (A, "eigenvalues", ["λ = 5; λ = 2.", "spec(A) = {2,5}", "σ(A) = {2, 5}"], {}),
    (DOUBLE, "eigenvalues", ["2 với bội 2, 1 với bội 1", "2 (nghiệm bội 2), 1", "2 (bội đại số 2), 1"], {}),
    (
        DOUBLE,
        "eigenvalues",
        ["2 (counted twice), 1", "2, multiplicity 2; 1, multiplicity 1", "2, mult. 2, 1, mult. 1"],
        {},
    ),
    (DOUBLE, "eigenvalues", ["2 (AM 2, GM 1), 1"], {}),
    (DOUBLE, "eigenvalues", ["2 (algebraic multiplicity 2, geometric multiplicity 1), 1 (AM = 1, GM = 1)"], {}),
    (DOUBLE, "eigenvalues", ["2 is an eigenvalue of multiplicity 2, 1 is an eigenvalue of multiplicity 1"], {}),
    (DOUBLE, "eigenvalues", ["(λ-2)²(λ-1)=0", "-(λ-2)^2(λ-1)=0"], {}),
    (TRIPLE, "eigenvalues", ["2 (nghiệm bội 3)", "2 (bội đại số 3)"], {}),
    (TRIPLE, "eigenvalues", ["2 (algebraic multiplicity 3, geometric multiplicity 1)"], {}),
    (TRIPLE, "eigenvalues", ["2 (bội đại số 3, bội hình học 1)"], {}),
    (A, "eigenvectors", ["λ = 5 with eigenvector (1,1)ᵀ, λ = 2 with eigenvector (1,-2)ᵀ"], {}),
    (A, "eigenvectors", ["For λ = 5, v = (1,1). For λ = 2, v = (1,-2).", "When λ=5, x=(1,1); when λ=2, x=(1,-2)"], {}),
    (A, "eigenvectors", ["eigenvalue 5: (1,1); eigenvalue 2: (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5: eigenvectors t(1,1), t≠0; λ=2: eigenvectors t(1,-2), t≠0"], {}),
    (A, "eigenvectors", ["λ = 5 có vectơ riêng (1,1); λ = 2 có vectơ riêng (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5: vectơ riêng (1,1); λ=2: vectơ riêng (1,-2)"], {}),
    (A, "eigenvectors", ["Với λ=5 ta có v=(1,1); với λ=2 ta có v=(1,-2)", "λ=5 thì v=(1,1); λ=2 thì v=(1,-2)"], {}),
    (A, "eigenvectors", ["5: t(1,1) với t ≠ 0; 2: t(1,-2) với t ≠ 0"], {}),
    (A, "eigenvectors", ["5: t(1,1) with t ≠ 0; 2: t(1,-2) for t ≠ 0", "5 (1,1), 2 (1,-2)"], {}),
    (A, "eigenvectors", ["eigenvalues: 5, 2; eigenvectors: (1,1), (1,-2)", "λ = 5, 2; v = (1,1), (1,-2)"], {}),
    (A, "eigenvectors", ["[(5, [(1,1)], 1), (2, [(1,-2)], 1)]"], {}),
    (A, "eigenvectors", ["v_1 = (1, 1), λ_1 = 5 | v_2 = (-1/2, 1), λ_2 = 2", "λ=5 => (1,1); λ=2 => (1,-2)"], {}),
    (A, "eigenvectors", ["Với λ = 5: v = (1,1). Với λ = 2: v = (1,-2)."], {}),
    (A, "eigenvectors", ["eigenvalue 5, eigenvector (1,1); eigenvalue 2, eigenvector (1,-2)"], {}),
    (A, "eigenvectors", ["The eigenvalue 5 has eigenvector (1,1), the eigenvalue 2 has eigenvector (1,-2)"], {}),
    (A, "eigenvectors", ["trị riêng 5 có vectơ riêng (1,1); trị riêng 2 có vectơ riêng (1,-2)"], {}),
    (A, "eigenvectors", [r"\lambda = 5\colon \binom{1}{1};\ \lambda=2\colon\binom{1}{-2}"], {}),
    (A, "eigenvectors", ["λ-5=0: (1,1); λ-2=0: (1,-2)", "λ = 10/2 = 5: (1,1); λ = 2: (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5 => v=(1,1); λ=2 => v=(1,-2)"], {}),
    (A, "eigenvectors", ["λ = 5, eigenvector: (1,1); λ = 2, eigenvector: (1,-2)"], {}),
    (A, "eigenvectors", ["λ₁=5: v₁=(1,1)\nλ₂=2: v₂=(1,-2)"], {}),
    (A, "eigenvectors", ["The eigenvector for λ = 5 is (1,1); the eigenvector for λ = 2 is (1,-2)"], {}),
    (A, "eigenvectors", ["eigenvectors: (1,1) for λ=5, (1,-2) for λ=2"], {}),
    (A, "eigenvectors", ["Với trị riêng λ = 5: vectơ riêng là (1,1); với trị riêng λ = 2: vectơ riêng là (1,-2)"], {}),
    (A, "eigenvectors", ["λ = 5: v = t(1,1), t ∈ ℝ, t ≠ 0; λ = 2: v = s(1,-2), s ∈ ℝ, s ≠ 0"], {}),
    (A, "eigenvectors", ["λ=5 ⇒ x=t(1,1) (t≠0); λ=2 ⇒ x=t(1,-2) (t≠0)"], {}),
    (A, "eigenvectors", ["Trường hợp λ = 5: (1,1); trường hợp λ = 2: (1,-2)"], {}),
    (A, "eigenvectors", ["Case λ = 5: (1,1). Case λ = 2: (1,-2)."], {}),
    (
        A,
        "eigenvectors",
        [r"\lambda=5 \Rightarrow \binom{1}{1}, \lambda=2 \Rightarrow \begin{pmatrix}1\\-2\end{pmatrix}"],
        {},
    ),
    (A, "eigenvectors", [r"\lambda_1=5 \quad v_1=\binom{1}{1} \qquad \lambda_2=2 \quad v_2=\binom{1}{-2}"], {}),
    (A, "eigenvectors", ["5: c₁(1,1); 2: c_2(1,-2)", "5: α(1,1); 2: β(1,-2)"], {}),
    (SINGULAR, "eigenvectors", ["0 (2,-1), 5 (1,2)", "λ=0 => (2,-1); λ=5 => (1,2)", "λ=0: 2(2,-1); λ=5: (1,2)"], {}),
    (
        A,
        Question("eigenspace_basis", eigenvalue=5),
        ["the basis is (1,1)", "a basis is {(1,1)}", "Cơ sở là {(1;1)}", "Một cơ sở là (1,1)"],
        {},
    ),
    (
        A,
        Question("eigenspace_basis", eigenvalue=5),
        ["basis: (1,1)", "B = {(1,1)}", "x = t, y = t", "A basis for the eigenspace is {(1,1)}"],
        {},
    ),
    (A, Question("eigenspace_basis", eigenvalue=5), ["eigenvector (1,1)"], {}),
    (SINGULAR, "eigenvalues", ["λ(λ-5)=0", "λ=0 or λ-5=0", "λ²-5λ=0 => λ=0, λ=5"], {}),
    (GOLDEN, "eigenvalues", ["(1+Sqrt[5])/2, (1-Sqrt[5])/2", "λ1 = (1+√5)/2; λ2 = 1/2 - √5/2 = (1-√5)/2"], {}),
    (GOLDEN, "eigenvalues", [r"\lambda_1 = \frac{1+\sqrt5}{2} \qquad \lambda_2 = \frac{1-\sqrt5}{2}"], {}),
    (GOLDEN, "eigenvalues", ["(1+-sqrt(5))/2"], {}),
    ([[0, 12], [1, 0]], "eigenvalues", ["+-2sqrt(3)", "±2Sqrt[3]"], {}),
    (A, "eigenvalues", ["λ2=5, λ1=2"], {"order": "ascending"}),
    (A, "charpoly", ["x^2+-7x+10", "λ²-7λ+10=0", "p(λ)=λ²-7λ+10", "đáp án: λ²-7λ+10"], {}),
    (A, "charpoly", [r"\begin{align} p(\lambda) &= \lambda^2-7\lambda+10\end{align}"], {}),
    (A, Question("power", k=2), ["[18 7; 14 11]", "A^2 = [[18,7],[14,11]]", "đáp án: [18 7; 14 11]"], {}),
    (A, Question("power", k=2), ["ans =\n\n 18 7\n 14 11"], {}),
]


NOT_RIGHT: list[tuple[Any, Any, list[str], dict[str, str]]] = [
    (SINGULAR, "eigenvalues", ["λ = 0 → 5"], {}),
    (DOUBLE, "eigenvalues", ["2 (nghiệm bội 3), 1", "2, multiplicity 1; 1, multiplicity 2", "2 (AM 3, GM 1), 1"], {}),
    (DOUBLE, "eigenvalues", ["2 (AM 2, GM 3), 1", "5 với bội 1", "(λ-2)(λ-1)²=0"], {}),
    (A, "eigenvalues", ["The eigenvalues are not 5 and 2", "not eigenvalues: 5, 2"], {}),
    (A, "eigenvalues", ["5 and 2 are not the eigenvalues of A", "5 and 2 are eigenvectors"], {}),
    (A, "eigenvalues", ["The eigenvalues are 5 and 3", "The eigenvalues of A^-1 are 5, 2"], {}),
    (A, "eigenvalues", ["eigenvalues of A⁻¹: 5, 2", "eigenvalues of B are 5, 2", "A has no eigenvalues 5, 2"], {}),
    (A, "eigenvalues", ["các trị riêng không là 5 và 2", "Vậy λ=5, λ=3", "They are not 5 and 2"], {}),
    (A, "eigenvalues", ["A has 2 eigenvalues: 5, 3", "the entries are 5 and 2", "5 is an eigenvalue, 2 is not"], {}),
    (A, "eigenvalues", ["5 is an eigenvalue, 2 is not an eigenvalue", "λ is not 5 or 2"], {}),
    (A, "eigenvalues", ["trị riêng không phải là 5, 2", "eigenvalues of A - I: 5, 2"], {}),
    (
        A,
        "eigenvalues",
        ["eigenvalues of A -1: 5, 2", "７、２", "λ²-7λ+10=0", "λ²-7λ+10=0 => λ=5, λ=3", "7=0, 5, 2"],
        {},
    ),
    (A, "eigenvalues", ["7=0", "2λ=5, λ=2", "λ^2=5, λ^2=2", "1/λ=5, 1/λ=2", "λ+5=5, λ=2", "-λ=5, -λ=2"], {}),
    (A, "eigenvalues", ["4 = 5, 3 = 2", "λ = 4 = 5, λ = 2", "λ₁≈5, λ₂≈2", "λ_max = 2, λ_min = 5", "λ-5=0"], {}),
    (A, "eigenvalues", ["λ-5=0 or λ+2=0", "(λ-5)(λ+2)=0", "λ-7=0, λ=5, λ=2", "1/λ=3, λ=5, λ=2"], {}),
    (A, "eigenvalues", ["λ = 3 = 4 = 5, λ=2", "2 λ = 5", "5 = 5 = 4, 2", "λ₁=5 λ₂=3", "2 (2), 1", "5 (1), 2 (1)"], {}),
    (A, "eigenvalues", ["5 [1], 2 [1]", "sqrt(λ)=5, λ=5, λ=2", "foo λ = 5, λ = 2", "5λ=2", "λ1 = 5 = λ2 = 2"], {}),
    (A, "eigenvalues", ["λ=5 λ=2 λ=7", "λ = 5 is an eigenvalue, λ = 2 isn't"], {}),
    (A, "eigenvalues", ["the eigenvalues are neither 5 nor 2", "eigenvalues are 5 and 2 only if k"], {}),
    (A, "eigenvalues", ["they are 5, 2, 7", "not λ is 5 or 2", "λ is 5 or 2 or 3"], {}),
    (A, "eigenvalues", ["it is false that the eigenvalues are 5, 2", "False: the eigenvalues are 5, 2"], {}),
    (A, "eigenvalues", ["No, the eigenvalues are 5, 2", "The answer is not 5, 2", "answer: not 5, 2"], {}),
    (A, "eigenvalues", ["eigenvalues of A² are 5, 2", "eigenvalues of 2A are 5, 2", "eigenvalues of Aᵀ: 7, 2"], {}),
    (A, "eigenvalues", ["trị riêng của A⁻¹ là 5, 2", "eigenvectors: 5, 2", "a basis is 5, 2 3"], {}),
    (A, "eigenvalues", ["λ1=5, λ1=2, λ1 = 3", "5 với bội 2, 2 với bội 1", "2λ=5, 2λ=2", "λ/2=5, λ/2=2"], {}),
    (A, "eigenvalues", ["λ-5, λ-2", "λ-5=1, λ-2=1", "(λ-5)(λ-2)=1", "(λ-5)/(λ-2)=0", "(λ-5)(λ-2)(λ-3)=0"], {}),
    (A, "eigenvalues", ["(x-5)(y-2)=0", "k-5=0, k-2=0, k-1=0", "5≠2", "5 = λ = 2", "λ=5=5.4, λ=2"], {}),
    (A, "eigenvalues", ["1 λ = 5, 1 λ = 2, 2", "λ = 5, 2 λ = 2", "λ = 5 2 λ = 2", "λ = 3 2 λ = 2"], {}),
    (A, "eigenvalues", ["The sum of eigenvalues is 5, 2", "sum: 5, 2", "tr = 5, det = 2"], {}),
    (A, "eigenvalues", ["The eigenvalues are -5 and -2", "the eigenvalues of A are 1/5 and 1/2"], {}),
    (A, "eigenvalues", ["λ1 + λ2 = 5, λ = 2", "λ=5: 2, λ=2: 1", "λ=5 => 2"], {}),
    (A, "eigenvectors", ["λ = 5 with eigenvector (1,-2)ᵀ, λ = 2 with eigenvector (1,1)ᵀ"], {}),
    (A, "eigenvectors", ["For λ = 2, v = (1,1). For λ = 5, v = (1,-2)."], {}),
    (A, "eigenvectors", ["eigenvalue 2: (1,1); eigenvalue 5: (1,-2)", "5: not (1,1); 2: not (1,-2)"], {}),
    (A, "eigenvectors", ["5: no(1,1); 2: no(1,-2)", "5: never (1,1); 2: never (1,-2)"], {}),
    (A, "eigenvectors", ["5: perpendicular (1,1); 2: perpendicular (1,-2)", "5: zero(1,1); 2: zero(1,-2)"], {}),
    (A, "eigenvectors", ["5: khong(1,1); 2: khong(1,-2)", "λ=5: not eigenvectors (1,1); λ=2: (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5 with no eigenvector (1,1), λ=2 with no eigenvector (1,-2)"], {}),
    (A, "eigenvectors", ["λ = 5 không có vectơ riêng (1,1); λ = 2 có vectơ riêng (1,-2)", "5 (1,-2), 2 (1,1)"], {}),
    (A, "eigenvectors", ["eigenvalues: 2, 5; eigenvectors: (1,1), (1,-2)", "λ = 2, 5; v = (1,1), (1,-2)"], {}),
    (A, "eigenvectors", ["[(2, [(1,1)], 1), (5, [(1,-2)], 1)]", "[(5, [(1,1)], 2), (2, [(1,-2)], 1)]"], {}),
    (A, "eigenvectors", ["5: (t,t), t=2; 2: (1,-2)", "v_1 = (1, 1), λ_1 = 2 | v_2 = (-1/2, 1), λ_2 = 5"], {}),
    (A, "eigenvectors", ["λ+5=5: (1,1); λ=2: (1,-2)", "4=5: (1,1); 2: (1,-2)", "λ=4=5: (1,1); λ=2: (1,-2)"], {}),
    (A, "eigenvectors", ["5: t(1,1) với t = 0; 2: (1,-2)", "5: generalized eigenvector (1,1); 2: (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5 => v=(1,-2); λ=2 => v=(1,1)", "λ=5: the eigenvector is not (1,1); λ=2: (1,-2)"], {}),
    (A, "eigenvectors", ["5: x(1,1) , x = 0; 2: (1,-2)", "(1,1), not for λ = 5; (1,-2), for λ = 2"], {}),
    (A, "eigenvectors", ["if λ ≠ 5: (1,1); λ=2: (1,-2)", "3 (1,1), 2 (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5 never has eigenvector (1,1); λ=2 has eigenvector (1,-2)"], {}),
    (A, "eigenvectors", ["λ=5 does not have eigenvector (1,1); λ=2 has eigenvector (1,-2)"], {}),
    (A, "eigenvectors", ["5: t₁(1,1), t₁=0; 2: (1,-2)", "5: α(1,1), α=0; 2: (1,-2)"], {}),
    (A, "eigenvectors", ["5: c_1(1,1), c1 = 0; 2: (1,-2)", r"5: \alpha(1,1), \alpha=0; 2: (1,-2)"], {}),
    (A, "eigenvectors", ["5: nil (1,1); 2: nil(1,-2)"], {}),
    (
        A,
        "eigenvectors",
        [r"\lambda=5: \text{not} \begin{pmatrix}1\\1\end{pmatrix}; \lambda=2: \begin{pmatrix}1\\-2\end{pmatrix}"],
        {},
    ),
    (SINGULAR, "eigenvectors", ["5: t(1,2), t=0; 0: (2,-1)", "λ-5=0: (2,-1)", "λ-5=0: (1,2); λ-1=0: (2,-1)"], {}),
    (
        A,
        Question("eigenspace_basis", eigenvalue=5),
        ["the basis is not (1,1)", "a basis is {(1,2)}", "x = t, y = 2t"],
        {},
    ),
    (A, Question("eigenspace_basis", eigenvalue=5), ["a basis of E_2 is {(1,1)}"], {}),
    ([[1, 0], [0, 1]], Question("eigenspace_basis", eigenvalue=1), ["(s,t), s=1"], {}),
    (SINGULAR, "eigenvalues", ["λ²-5λ=0, λ=5", "x-5=0, x=5", "7=0, 5", "λ(λ-5)=0, λ=5", "λ-5=0", "λ²-5λ=0 => λ=5"], {}),
    (GOLDEN, "eigenvalues", ["λ₁ = (1+√5)/2 λ₂ = (1-√5)/3", "(1+Sqrt[5])/2, (2-Sqrt[5])/2"], {}),
    (
        GOLDEN,
        "eigenvalues",
        ["λ1 = (1+√5)/2 = 1.618, λ2 = (1-√5)/2 = -0.618", "λ1 = (1+√5)/2 = 1.7, λ2 = (1-√5)/2"],
        {},
    ),
    ([["7/2", 0], [0, 1]], "eigenvalues", [r"3\frac{1}{2}, 1", r"3\frac{2}{2}, 1"], {}),
    ([["3/2", 0], [0, 1]], "eigenvalues", [r"3\frac{1}{2}, 1"], {}),
    (A, "eigenvalues", ["λ1=5, λ2=2"], {"order": "ascending"}),
]

NO_ATTEMPTS: list[tuple[Any, str, list[str]]] = [
    (A, "eigenvalues", ["The eigenvalues are not 5 and 2", "trị riêng không phải là 5, 2", "λ₁≈5, λ₂≈2", "7=0, 5, 2"]),
    (A, "eigenvalues", ["4 = 5, 3 = 2", "λ = 4 = 5, λ = 2", "λ²-7λ+10=0", "1/λ=5, 1/λ=2", "λ_max = 2, λ_min = 5"]),
    (DOUBLE, "eigenvalues", ["2 (2), 1", "2 (2), 1 (1)", "2 [2], 1 [1]", "2 (AM 2, GM 3), 1", r"3\frac{1}{2}, 1"]),
    (A, "eigenvectors", ["5: not (1,1); 2: not (1,-2)", "5: khong(1,1); 2: khong(1,-2)", "5: (t,t), t=2; 2: (1,-2)"]),
    (SINGULAR, "eigenvectors", ["5: t(1,2), t=0; 0: (2,-1)"]),
]


def verdict(matrix: Any, kind: Question | str, answer: str, policy: dict[str, str]) -> str:
    """The verdict on an answer."""
    return judged(matrix, Question(kind) if isinstance(kind, str) else kind, answer, Policy.of(policy)).verdict


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "policy"),
    [(M, kind, a, policy) for M, kind, answers, policy in RIGHT for a in answers],
)
def test_right(matrix: Any, kind: Any, answer: str, policy: dict[str, str]) -> None:
    """What stands around the numbers says nothing else."""
    assert verdict(matrix, kind, answer, policy) == "correct"


@pytest.mark.parametrize(
    ("matrix", "kind", "answer", "policy"),
    [(M, kind, a, policy) for M, kind, answers, policy in NOT_RIGHT for a in answers],
)
def test_not_right(matrix: Any, kind: Any, answer: str, policy: dict[str, str]) -> None:
    """Denials, false equations, other numbers, other matrices and parameters that are words earn no full marks."""
    assert verdict(matrix, kind, answer, policy) != "correct"


@pytest.mark.parametrize(
    ("matrix", "kind", "answer"), [(M, kind, a) for M, kind, answers in NO_ATTEMPTS for a in answers]
)
def test_no_attempts(matrix: Any, kind: str, answer: str) -> None:
    """What is not understood, or may mean two things, is not guessed and costs nothing."""
    assert verdict(matrix, kind, answer, {}) == "invalid"
