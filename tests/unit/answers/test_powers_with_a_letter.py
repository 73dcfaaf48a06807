"""Formulas for the power of a matrix with a letter as its exponent: any that is right, and none that is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Symbol

from symeig import Question, check
from symeig.answers.judges.exponentials import order

A = [[4, 1], [2, 3]]
FIBONACCI = [[1, 1], [1, 0]]
TURN = [[0, -1], [1, 0]]


def binet(m: str) -> str:
    """A number of Fibonacci's."""
    return f"(((1+√5)/2)^({m}) - ((1-√5)/2)^({m}))/√5"


RIGHT: list[tuple[Any, str]] = [
    (A, "1/3*[[2*5^n+2^n, 5^n-2^n],[2*5^n-2*2^n, 5^n+2*2^n]]"),
    (A, "1/3 [2*5^n+2^n, 5^n-2^n; 2*5^n-2^(n+1), 5^n+2^(n+1)]"),
    (A, r"\frac{1}{3}\begin{pmatrix} 2\cdot5^n+2^n & 5^n-2^n \\ 2\cdot5^n-2^{n+1} & 5^n+2^{n+1} \end{pmatrix}"),
    ([[1, 1], [0, 1]], "[1 n; 0 1]"),
    ([[2, 1], [0, 2]], "[2^n, n*2^(n-1); 0, 2^n]"),
    ([[2, 1, 0], [0, 2, 1], [0, 0, 2]], "2^n [1, n/2, n(n-1)/8; 0, 1, n/2; 0, 0, 1]"),
    (FIBONACCI, f"[[{binet('n+1')}, {binet('n')}], [{binet('n')}, {binet('n-1')}]]"),
    (TURN, "[cos(n*pi/2) -sin(n*pi/2); sin(n*pi/2) cos(n*pi/2)]"),
    (TURN, "1/2 [i^n + (-i)^n, i(i^n-(-i)^n); -i(i^n-(-i)^n), i^n+(-i)^n]"),
    ([[1, 2], [2, 4]], "5^(n-1) [1 2; 2 4]"),
    ([[0, 2], [2, 0]], "2^n/2 [1+(-1)^n, 1-(-1)^n; 1-(-1)^n, 1+(-1)^n]"),
]
WRONG: list[tuple[Any, str]] = [
    (A, "1/3*[[2*5^n+2^n, 5^n-2^n],[2*5^n-2*2^n, 5^n+2^n]]"),
    ([[1, 1], [0, 1]], "[1 2^(n-1); 0 1]"),
    ([[1, 1], [0, 1]], "[1, n + (n-1)(n-2)(n-3); 0, 1]"),
    ([[1, 1], [0, 1]], "[1 1; 0 1]"),
    ([[0, 1], [0, 0]], "[0 0; 0 0]"),
    (TURN, "[0 -1; 1 0]"),
    ([[0, 2], [2, 0]], "2^n [0 1; 1 0]"),
]


@pytest.mark.parametrize(("matrix", "answer"), RIGHT)
def test_right(matrix: Any, answer: str) -> None:
    """Whatever the form."""
    verdict = check(matrix, Question("power", k="n"), answer)
    assert verdict.verdict == "correct", verdict.problem


@pytest.mark.parametrize(("matrix", "answer"), WRONG)
def test_wrong(matrix: Any, answer: str) -> None:
    """Though it is right at n = 1, or at the first few integers."""
    assert check(matrix, Question("power", k="n"), answer).verdict in {"partial", "incorrect"}


@pytest.mark.parametrize(
    "answer", ["[n^n 0; 0 1]", "[2^(n^2) 0; 0 1]", "[e^n 0; 0 1]", "[(n+1)^12*(n+2)^12, 0; 0, 1]", "[1/n 0; 0 1]"]
)
def test_no_formula_of_a_power(answer: str) -> None:
    """It is refused, for it cannot be decided by a few values."""
    verdict = check(A, Question("power", k="n"), answer)
    assert (verdict.verdict, verdict.score) == ("invalid", 0)
    assert "Write, say, 2*5^n" in verdict.problem


@pytest.mark.parametrize(("answer", "code"), [("[5^n 0; 0 2^n]", "M_DN_ONLY"), ("[4^n 1; 2^n 3^n]", "M_ENTRYWISE")])
def test_mistakes(answer: str, code: str) -> None:
    """They are those of powers with numbers."""
    assert check(A, Question("power", k="n"), answer).codes == (code,)


small = st.integers(-3, 3)


@given(st.tuples(small, small, small, small), st.integers(0, 2), st.integers(1, 3))
def test_powers_of_diagonalizable_matrices(basis: tuple[int, ...], shift: int, factor: int) -> None:
    """P diag(2ⁿ, (−3)ⁿ) P⁻¹ is right, and wrong with a term that is 0 at a few integers alone."""
    a, b, c, d = basis
    if a * d == b * c:
        return
    P, n = Matrix([[a, b], [c, d]]), Symbol("n")
    matrix = P * Matrix([[2, 0], [0, -3]]) * P.inv()
    formula = P * Matrix([[2**n, 0], [0, (-3) ** n]]) * P.inv()
    question = Question("power", k="n")
    assert check(matrix, question, formula.tolist()).verdict == "correct"
    formula[0, 1] += factor * (n - 1) * (n - 1 - shift)
    assert check(matrix, question, formula.tolist()).verdict == "partial"


def test_orders() -> None:
    """As many values decide as an expression has terms, polynomials counted by their degrees."""
    n = Symbol("n")
    assert [order(x, n) for x in (5**n, 5**n + 2**n, n * 5**n, (n + 1) ** 2, n ** (n - 1), 2 ** (n / 2))] == [
        1,
        2,
        2,
        3,
        None,
        1,
    ]
