"""What must not matter: scale, order, basis, notation; and what must: no wrong answer becomes right by it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy import Matrix, latex

from symeig import eigensystem
from symeig.answers.checking import judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.exact.eigensystem import Eigensystem
from tests.strategies import block_sum, hypercompanion

POLICY = Policy()
SCALES = st.fractions(-5, 5, max_denominator=4).filter(bool)


LINEAR = st.builds(lambda a, k: hypercompanion((-a, 1), k), st.integers(-3, 3), st.integers(1, 2))
QUADRATIC = st.sampled_from([(1, 0, 1), (2, -2, 1), (-1, -1, 1), (-2, 0, 1), (1, 1, 1)]).map(
    lambda p: hypercompanion(p, 1)
)


@st.composite
def systems(draw: st.DrawFn, blocks: st.SearchStrategy[list[list[int]]] = LINEAR | QUADRATIC) -> Eigensystem:
    """2×2 and 3×3 matrices with small integers, diagonalizable or not, with real and complex eigenvalues."""
    rows = Matrix(block_sum(*draw(st.lists(blocks, min_size=1, max_size=2))))
    n = rows.rows
    assume(n <= 3)
    P = Matrix(n, n, lambda i, j: int(i == j))
    for i, j, c in draw(st.lists(st.tuples(*[st.integers(0, n - 1)] * 2, st.integers(-2, 2)), max_size=3)):
        if i != j:
            P = P.elementary_row_op("n->n+km", row=i, k=c, row2=j)
    return eigensystem((P * rows * P.inv()).tolist())


def told(vectors: list[tuple[Fraction, Matrix]]) -> str:
    """Pairs in plain text."""
    return "; ".join(f"{value}: ({', '.join(map(str, vector))})" for value, vector in vectors)


@given(systems(), st.data())
def test_eigenvalues_in_any_order_and_notation(system: Eigensystem, data: st.DataObject) -> None:
    """As a list or a set, in text or LaTeX, with or without multiplicities."""
    spaces = data.draw(st.permutations(system.eigenspaces))
    values = [s.eigenvalue.expr for s in spaces]
    repeated = [s.eigenvalue.expr for s in spaces for _ in range(s.algebraic_multiplicity)]
    forms = [
        ", ".join(map(str, values)),
        "{" + ", ".join(map(str, values)) + "}",
        ", ".join(map(latex, values)),
        "; ".join(f"λ_{k} = {value}" for k, value in enumerate(values, 1)),
        ", ".join(map(str, repeated)),
        ", ".join(f"{value} (mult. {s.algebraic_multiplicity})" for value, s in zip(values, spaces, strict=True)),
    ]
    for form in forms:
        assert judged(system, Question("eigenvalues"), form, POLICY).verdict == "correct", form


@given(systems(), SCALES, st.data())
def test_vectors_in_any_scale_and_basis(system: Eigensystem, scale: Fraction, data: st.DataObject) -> None:
    """Any basis of each eigenspace is right, and its vectors with another eigenvalue are not."""
    pairs = []
    for space in data.draw(st.permutations(system.eigenspaces)):
        basis = [scale * v for v in space.basis]
        if len(basis) > 1:
            basis[0] += data.draw(st.integers(-2, 2)) * basis[1]
        pairs += [(space.eigenvalue.expr, v) for v in basis]
    question = Question("eigenvectors")
    assert judged(system, question, told(pairs), POLICY).verdict == "correct"
    wrong = [(value + 1, vector) for value, vector in pairs]
    assert judged(system, question, told(wrong), POLICY).verdict == "incorrect"


@settings(max_examples=50)
@given(systems(), SCALES, st.data())
def test_decompositions_in_any_order_and_scale(system: Eigensystem, scale: Fraction, data: st.DataObject) -> None:
    """Columns and diagonal entries permuted together are right; permuted apart they are not, unless D is the same."""
    assume(system.is_diagonalizable)
    P, D = system.diagonalize().P, system.diagonalize().D
    n = system.dimension
    order = data.draw(st.permutations(range(n)))
    Q, E = (scale * P).extract(range(n), order), D.extract(order, order)
    question = Question("diagonalize")

    def verdict(P: Matrix, D: Matrix) -> str:
        return judged(system, question, {"P": str(P.tolist()), "D": str(D.tolist())}, POLICY).verdict

    assert verdict(Q, E) == "correct"
    assert verdict(Q, D) == ("correct" if E == D else "partial")
    assert verdict(0 * Q, E) != "correct"
    assert verdict(Q, system.matrix) == ("correct" if system.matrix == E else "partial")


@given(systems(LINEAR), st.lists(st.integers(-4, 4), min_size=1, max_size=4))
def test_no_other_list_is_right(system: Eigensystem, values: list[int]) -> None:
    """A list of integers is right where its set is the spectrum, and, with repetitions, its multiplicities as well."""
    spaces = {int(s.eigenvalue.expr): s.algebraic_multiplicity for s in system.eigenspaces}
    counts = {value: values.count(value) for value in values}
    expected = counts == (spaces if max(counts.values()) > 1 else dict.fromkeys(spaces, 1))
    assert (judged(system, Question("eigenvalues"), values, POLICY).verdict == "correct") == expected
