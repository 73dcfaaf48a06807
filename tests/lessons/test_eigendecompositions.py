"""The lesson "Eigendecompositions" of Dive into Deep Learning, from its first formula to its last exercise.

Formulas are tested as laws or with symbols, examples and printed numbers as they stand, figures by the data of their
curves: the lesson's own loop computes them anew in doubles.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye, symbols

from symeig import check, circular_law, eigensystem, gershgorin, growth, plots, spectral_radius
from symeig.errors import NotDiagonalizableError
from symeig.plots.discs import EIGENVALUE
from symeig.plots.growth_curves import CURVE
from tests.lessons.rows import shows
from tests.unit.plots.pictures import marks

FIRST, FINDING, DECOMPOSING = "Introduction", "Finding eigenvalues", "Decomposing matrices"
OPERATIONS, SYMMETRIC, DISCS = "Operations", "Symmetric matrices", "Gershgorin circles"
GROWTH, RANDOM_DATA, BACK = "Iterated maps", "Random data", "Relating back to eigenvectors"
NORMALIZATION, CONCLUSIONS, EXERCISES = "Fixing the normalization", "Conclusions", "Exercises"

x, y, n, lam = symbols("x y n lambda")

A = Matrix([[2, 1], [2, 3]])
W = Matrix([[1, 1], [-1, 2]])
SIGMA = Matrix([[1, 0], [0, 4]])

GERSHGORIN = [[1.0, 0.1, 0.1, 0.1], [0.1, 3.0, 0.2, 0.3], [0.1, 0.2, 5.0, 0.5], [0.1, 0.3, 0.5, 9.0]]
THIRD = [[3.0, 0.1, 0.3, 1.0], [0.1, 1.0, 0.1, 0.2], [0.3, 0.1, 5.0, 0.0], [1.0, 0.2, 0.0, 1.8]]

# As printed, ascending.
MODULI = (0.8786205280381857, 1.2757952665062624, 1.4983381517710659, 1.4983381517710659, 1.974459321485074)

entries = st.integers(-4, 4)


def matrices(size: int) -> st.SearchStrategy[Any]:
    """Square matrices of small integers."""
    return st.lists(entries, min_size=size * size, max_size=size * size).map(lambda e: Matrix(size, size, e))


def symmetric(M: Any) -> Any:
    """The sum of a matrix and its transpose."""
    return M + M.T


@cache
def draws() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The matrix and the two start vectors, in the order in which the lesson draws them."""
    random = np.random.RandomState(8675309)
    return random.randn(5, 5), random.randn(5, 1), random.randn(5, 1)


def norms_of_the_lesson(M: np.ndarray, v: np.ndarray) -> list[float]:
    """The norms of v and of its first 99 images, with doubles, as the lesson computes them."""
    norms = [float(np.linalg.norm(v))]
    for _ in range(1, 100):
        v = M.dot(v)
        norms.append(float(np.linalg.norm(v)))
    return norms


def curves(found: plots.Picture) -> tuple[list[float], list[float]]:
    """The heights of the curve of norms, from step 0, and of that of ratios, from step 1."""
    found_curves = []
    for panel, start in ((0, 0), (1, 1)):
        points = marks(found, CURVE, panel=panel)
        assert [z.real for z in points] == list(range(start, start + len(points)))
        found_curves.append([z.imag for z in points])
    return found_curves[0], found_curves[1]


# --- introduction ---------------------------------------------------------------------------------------------------


@shows(FIRST, "example", "[[2, 0], [0, −1]] takes (x, y) to (2x, −y)")
def test_stretch_and_flip() -> None:
    """The first matrix, on any vector."""
    assert Matrix([[2, 0], [0, -1]]) * Matrix([x, y]) == Matrix([2 * x, -y])


@shows(FIRST, "example", "(1, 0) goes to (2, 0) and (0, 1) to (0, −1): factors 2 and −1")
def test_what_stays_on_its_line() -> None:
    """The eigenvectors of the first matrix, with their eigenvalues."""
    spaces = eigensystem([[2, 0], [0, -1]]).eigenspaces
    assert [(s.eigenvalue.expr, s.basis) for s in spaces] == [(-1, (Matrix([0, 1]),)), (2, (Matrix([1, 0]),))]


@shows(FIRST, "definition", "Av = λv, with v ≠ 0")
@given(matrices(3))
def test_definition(M: Any) -> None:
    """Every vector of every eigenspace is one, and none is zero."""
    for space in eigensystem(M).eigenspaces:
        for v in space.basis:
            residual = (M * v - space.eigenvalue.expr * v).applyfunc(lambda e: e.expand())
            assert v != Matrix.zeros(3, 1)
            assert all(abs(complex(e)) < 1e-9 for e in residual)


# --- finding eigenvalues --------------------------------------------------------------------------------------------


@shows(FINDING, "formula", "(A − λI)v = 0 with v ≠ 0, so det(A − λI) = 0")
@given(matrices(3))
def test_determinant_condition(M: Any) -> None:
    """λ is an eigenvalue exactly where the determinant vanishes: among integers, and as polynomials."""
    S = eigensystem(M)
    polynomial = S.charpoly.as_expr()
    letter = next(iter(polynomial.free_symbols))
    assert (polynomial + (M - letter * eye(3)).det()).expand() == 0
    rational = {value.expr for value in S.eigenvalues if value.expr.is_Integer}
    assert rational == {k for k in range(-15, 16) if (M - k * eye(3)).det() == 0}


@shows(FINDING, "example", "det(A − λI) = (2 − λ)(3 − λ) − 2 = (4 − λ)(1 − λ) for A = [[2, 1], [2, 3]]")
def test_polynomial_of_the_example() -> None:
    """The polynomial, and the eigenvalues 4 and 1."""
    assert ((A - lam * eye(2)).det() - (4 - lam) * (1 - lam)).expand() == 0
    assert ((2 - lam) * (3 - lam) - 2 - (4 - lam) * (1 - lam)).expand() == 0
    assert [value.expr for value in eigensystem(A).eigenvalues] == [1, 4]


@shows(
    FINDING,
    "example",
    "A(x, y) = (x, y) and A(x, y) = (4x, 4y) are solved by (1, −1) and (1, 2)",
    corrected="One edition prints [[2, 2], [1, 3]] in the second system; (1, 2) solves it with [[2, 1], [2, 3]]",
)
def test_vectors_of_the_example() -> None:
    """The vectors, and that the misprinted system has other solutions."""
    assert [s.basis for s in eigensystem(A).eigenspaces] == [(Matrix([1, -1]),), (Matrix([1, 2]),)]
    assert A * Matrix([1, 2]) == 4 * Matrix([1, 2])
    misprinted = Matrix([[2, 2], [1, 3]])
    assert misprinted * Matrix([1, 2]) != 4 * Matrix([1, 2])
    assert misprinted * Matrix([1, 1]) == 4 * Matrix([1, 1])


@shows(
    FINDING, "number", "numpy.linalg.eig: 1, 4 and unit vectors ±(0.70710678, −0.70710678), ±(0.4472136, 0.89442719)"
)
def test_unit_vectors() -> None:
    """NumPy's vectors are ours divided by their lengths, up to sign."""
    values, vectors = np.linalg.eig(np.array([[2, 1], [2, 3]]))
    assert values == pytest.approx([1, 4])
    ours = [s.basis[0].normalized() for s in eigensystem(A).eigenspaces]
    assert np.abs(vectors) == pytest.approx(np.abs(np.array(Matrix.hstack(*ours), dtype=float)))
    assert np.abs(vectors) == pytest.approx(np.array([[0.70710678, 0.4472136], [0.70710678, 0.89442719]]), abs=5e-9)
    assert vectors[1] / vectors[0] == pytest.approx([-1, 2])


# --- decomposing matrices -------------------------------------------------------------------------------------------


@shows(DECOMPOSING, "example", "W = [[1, 1], [−1, 2]], Σ = diag(1, 4)")
def test_decomposition_of_the_example() -> None:
    """Both matrices as they stand."""
    assert tuple(eigensystem(A).diagonalize()) == (W, SIGMA)


@shows(DECOMPOSING, "formula", "AW = WΣ and A = WΣW⁻¹, where there are enough independent eigenvectors")
@given(matrices(2))
@example(Matrix([[1, 1], [0, 1]]))
def test_decomposition(M: Any) -> None:
    """W is invertible and both equations hold; without enough eigenvectors there is no W."""
    S = eigensystem(M)
    if not S.is_diagonalizable:
        assert sum(s.geometric_multiplicity for s in S.eigenspaces) < 2
        with pytest.raises(NotDiagonalizableError):
            S.diagonalize()
        return
    P, D = S.diagonalize()
    assert D.is_diagonal()
    values = [s.eigenvalue.expr for s in S.eigenspaces for _ in range(s.algebraic_multiplicity)]
    assert list(D.diagonal()) == values
    assert (M * P - P * D).applyfunc(lambda e: e.expand()) == Matrix.zeros(2, 2)
    assert P.det().expand() != 0
    assert (P * D * P.inv()).applyfunc(lambda e: e.radsimp().expand()) == M


# --- operations -----------------------------------------------------------------------------------------------------


@shows(OPERATIONS, "formula", "Aⁿ = WΣⁿW⁻¹")
@given(matrices(2), st.integers(0, 6))
def test_powers(M: Any, k: int) -> None:
    """The power by eigenvalues is the product of k factors; for the example with a letter n too."""
    assert eigensystem(M).power(k) == M**k
    general = eigensystem(A).power(n)
    assert general.subs(n, k) == A**k == W * SIGMA**k * W.inv()


@shows(OPERATIONS, "formula", "A⁻¹ = WΣ⁻¹W⁻¹ with the eigenvalues 1/λᵢ; A is invertible exactly if no eigenvalue is 0")
@given(matrices(2))
def test_inverse(M: Any) -> None:
    """The inverse, and when there is one."""
    S = eigensystem(M)
    assert (0 in [value.expr for value in S.eigenvalues]) == (M.det() == 0)
    if M.det() != 0:
        assert S.inverse() == M.inv()
    assert eigensystem(A).inverse() == W * SIGMA.inv() * W.inv()
    assert [value.expr for value in eigensystem(eigensystem(A).inverse()).eigenvalues] == [Rational(1, 4), 1]


@shows(OPERATIONS, "formula", "det A = λ₁⋯λₙ")
@given(matrices(3))
def test_determinant(M: Any) -> None:
    """Counted with multiplicity: the constant term of the product of the factors, exactly."""
    polynomial = eigensystem(M).charpoly
    value = 1
    for factor, multiplicity in polynomial.factors:
        value *= ((-1) ** factor.degree() * factor.eval(0)) ** multiplicity
    assert value == M.det()


@shows(
    OPERATIONS,
    "formula",
    "the rank is the number of non-zero eigenvalues",
    corrected="rank A = n − (geometric multiplicity of 0); equal to that number exactly if 0 is not defective",
)
@given(matrices(3))
@example(Matrix([[0, 1, 0], [0, 0, 0], [0, 0, 5]]))
@example(Matrix([[0, 1, 0], [0, 0, 1], [0, 0, 0]]))
@example(Matrix([[0, 1, 0], [0, 0, 0], [0, 0, 0]]))
def test_rank(M: Any) -> None:
    """The law, its condition, and the counterexample."""
    S = eigensystem(M)
    zero = [s for s in S.eigenspaces if s.eigenvalue.expr == 0]
    nonzero = sum(s.algebraic_multiplicity for s in S.eigenspaces if s.eigenvalue.expr != 0)
    assert M.rank() == S.rank == 3 - sum(s.geometric_multiplicity for s in zero)
    assert (nonzero == M.rank()) == (not any(s.is_defective for s in zero)) == ((M * M).rank() == M.rank())
    nilpotent = eigensystem([[0, 1], [0, 0]])
    assert (nilpotent.rank, [value.expr for value in nilpotent.eigenvalues]) == (1, [0])


# --- symmetric matrices ---------------------------------------------------------------------------------------------


@shows(
    SYMMETRIC,
    "example",
    "[[1, 1], [0, 1]] has a single eigenvector",
    corrected="It is (1, 0); one edition says (0, 1), which goes to (1, 1)",
)
def test_single_direction() -> None:
    """One direction for a double eigenvalue."""
    (space,) = eigensystem([[1, 1], [0, 1]]).eigenspaces
    assert (space.eigenvalue.expr, space.algebraic_multiplicity, space.basis) == (1, 2, (Matrix([1, 0]),))
    assert Matrix([[1, 1], [0, 1]]) * Matrix([0, 1]) == Matrix([1, 1])


@shows(SYMMETRIC, "formula", "A = Aᵀ: real eigenvalues, A = WΣWᵀ with Wᵀ = W⁻¹")
@given(matrices(2).map(symmetric))
def test_symmetric_matrices(M: Any) -> None:
    """Orthonormal columns, and the product is A."""
    S = eigensystem(M)
    assert all(value.is_real for value in S.eigenvalues)
    Q, D = S.orthogonal()
    assert D.is_diagonal()
    assert (Q.T * Q).applyfunc(lambda e: e.radsimp().simplify()) == eye(2)
    assert (Q * D * Q.T).applyfunc(lambda e: e.radsimp().simplify()) == M


# --- Gershgorin -----------------------------------------------------------------------------------------------------


@shows(DISCS, "formula", "rᵢ = Σ |aᵢⱼ| over j ≠ i; every eigenvalue lies in a disc |z − aᵢᵢ| ≤ rᵢ")
@given(matrices(3))
def test_gershgorin(M: Any) -> None:
    """Radii by their definition, and every eigenvalue in a disc."""
    discs = gershgorin(M).rows
    for i, disc in enumerate(discs):
        assert (disc.center, disc.radius) == (M[i, i], sum(abs(M[i, j]) for j in range(3) if j != i))
    for value in eigensystem(M).eigenvalues:
        z = complex(value)
        assert any(abs(z - complex(disc.center)) <= float(disc.radius) + 1e-9 for disc in discs)


@shows(DISCS, "number", "r = 0.3, 0.6, 0.8, 0.9; intervals [0.7, 1.3], [2.4, 3.6], [4.2, 5.8], [8.1, 9.9]")
def test_discs_of_the_example() -> None:
    """Radii and intervals, as exact decimals."""
    discs = gershgorin(GERSHGORIN)
    assert [disc.radius for disc in discs.rows] == [Rational(r, 10) for r in (3, 6, 8, 9)]
    ends = [(Rational(a, 10), Rational(b, 10)) for a, b in ((7, 13), (24, 36), (42, 58), (81, 99))]
    assert [union.interval for union in discs.row_unions] == ends


@shows(DISCS, "number", "eigenvalues ≈ 0.99, 2.97, 4.95, 9.08; printed 9.08033648, 0.99228545, 4.95394089, 2.97343718")
def test_eigenvalues_of_the_example() -> None:
    """To eight decimals, by certified balls and by NumPy; each in its own interval."""
    exact = [float(value.enclosure(12).real) for value in eigensystem(GERSHGORIN).eigenvalues]
    assert [f"{z:.8f}" for z in exact] == ["0.99228545", "2.97343718", "4.95394089", "9.08033648"]
    assert [f"{z:.2f}" for z in exact] == ["0.99", "2.97", "4.95", "9.08"]
    assert sorted(np.linalg.eig(np.array(GERSHGORIN))[0]) == pytest.approx(exact, abs=1e-12)
    unions = gershgorin(GERSHGORIN).row_unions
    assert all(union.eigenvalue_count == 1 for union in unions)
    assert all(union.interval[0] <= z <= union.interval[1] for union, z in zip(unions, exact, strict=True))
    assert marks(plots.gershgorin(GERSHGORIN), EIGENVALUE) == pytest.approx(exact)


# --- iterated maps --------------------------------------------------------------------------------------------------


@shows(GROWTH, "formula", "v_out = A·A⋯A v_in = Aᴺv_in")
@given(matrices(2), st.integers(1, 8))
def test_iterates(M: Any, steps: int) -> None:
    """The exact norms are those of the powers, multiplied out."""
    found = growth(M, [1, -2], steps=steps).norms
    assert len(found) == steps + 1
    for k, norm in enumerate(found):
        assert norm == pytest.approx(float((M**k * Matrix([1, -2])).norm()), rel=1e-15)


@shows(GROWTH, "example", "numpy.random.seed(8675309); A = numpy.random.randn(5, 5)")
def test_the_random_matrix() -> None:
    """The legacy generator gives the same doubles, and they are read exactly."""
    M, _, _ = draws()
    assert M[0] == pytest.approx([0.58902366, 0.73311856, -1.1621888, -0.55681601, -0.77248843], abs=5e-9)
    assert eigensystem(M, floats="binary").matrix[0, 0] == Rational(*float(M[0, 0]).as_integer_ratio())


@shows(RANDOM_DATA, "figure", "the norms of v, Av, …, A⁹⁹v over the iteration: growing without bound")
def test_figure_of_norms() -> None:
    """The curve's heights are the lesson's hundred norms."""
    M, v, _ = draws()
    norms, _ = curves(plots.growth(M, v, floats="binary", steps=99))
    assert norms == pytest.approx(norms_of_the_lesson(M, v), rel=1e-12)
    assert norms[-1] > 1e29


@shows(RANDOM_DATA, "figure", "the ratios of consecutive norms over the iteration: settling")
def test_figure_of_ratios() -> None:
    """The curve's heights are the lesson's ninety-nine quotients."""
    M, v, _ = draws()
    _, ratios = curves(plots.growth(M, v, floats="binary", steps=99))
    expected = norms_of_the_lesson(M, v)
    assert ratios == pytest.approx([b / a for a, b in pairwise(expected)], rel=1e-12)


@shows(RANDOM_DATA, "number", "the stretching factor 1.974459321485…")
def test_stretching_factor() -> None:
    """The last three ratios have these twelve decimals, and the exact rate begins with them."""
    M, v, _ = draws()
    found = growth(M, v, floats="binary")
    assert {f"{ratio:.12f}" for ratio in found.ratios[-3:]} == {"1.974459321485"}
    assert f"{float(found.rate):.12f}" == "1.974459321485"


@shows(BACK, "number", "moduli 0.8786205280381857, 1.2757952665062624, 1.4983381517710659 (twice), 1.974459321485074")
def test_moduli() -> None:
    """Fourteen digits agree with the exact moduli of the same doubles; NumPy of today agrees as far."""
    M, _, _ = draws()
    exact = sorted(abs(complex(value)) for value in eigensystem(M, floats="binary").eigenvalues)
    assert [f"{z:.13f}" for z in exact] == [f"{z:.13f}" for z in MODULI]
    assert sorted(abs(np.linalg.eigvals(M))) == pytest.approx(MODULI, rel=1e-14)
    ball = spectral_radius(M, floats="binary").enclosure(25)
    assert str(Rational(ball.real).n(20)) == "1.9744593214850730553"


@shows("An observation", "formula", "the norm ratio tends to the modulus of the principal eigenvalue: thirteen digits")
def test_ratio_is_the_principal_eigenvalue() -> None:
    """The rate is the largest modulus, exactly; the last ratio of the lesson agrees with it in thirteen digits."""
    M, v, _ = draws()
    found = growth(M, v, floats="binary")
    assert found.rate == spectral_radius(M, floats="binary")
    assert f"{found.ratios[98]:.12f}" == f"{float(found.rate):.12f}" == "1.974459321485"
    assert abs(found.ratios[98] - float(found.rate)) < 1e-13
    assert abs(MODULI[-1] - float(found.rate)) < 1e-13


@shows("An observation", "formula", "Aᵏv aligns with the principal eigenvector (power iteration)")
def test_power_iteration() -> None:
    """The direction of A¹⁰⁰v is that of the eigenvector of the principal eigenvalue."""
    M, v, _ = draws()
    eigenvalue = growth(M, v, floats="binary").power_iteration.eigenvalue
    for _ in range(100):
        v = M @ v / np.linalg.norm(M @ v)
    assert pytest.approx(v * complex(eigenvalue).real, abs=1e-11) == M @ v


@shows(NORMALIZATION, "figure", "A divided by the principal eigenvalue, a new vector: the norms settle")
def test_figure_of_rescaled_norms() -> None:
    """The curve's heights are the lesson's norms; exactly rescaled, they differ from them by what was rounded."""
    M, _, w = draws()
    B = M / max(abs(np.linalg.eigvals(M)))
    norms, _ = curves(plots.growth(B, w, floats="binary", steps=99))
    assert norms == pytest.approx(norms_of_the_lesson(B, w), rel=1e-12)
    assert max(norms[80:]) / min(norms[80:]) == pytest.approx(1, abs=1e-8)
    exact = growth(M, w, floats="binary", steps=99)
    assert exact.settles
    assert exact.rescaled == pytest.approx(norms, rel=1e-11)


@shows(NORMALIZATION, "figure", "the ratios after rescaling: they stabilize at 1")
def test_figure_of_rescaled_ratios() -> None:
    """The curve's heights are the lesson's quotients, and end at 1."""
    M, _, w = draws()
    B = M / max(abs(np.linalg.eigvals(M)))
    _, ratios = curves(plots.growth(B, w, floats="binary", steps=99))
    expected = norms_of_the_lesson(B, w)
    assert ratios == pytest.approx([b / a for a, b in pairwise(expected)], rel=1e-12)
    assert ratios[-1] == pytest.approx(1, abs=1e-10)


@shows(CONCLUSIONS, "formula", "the largest eigenvalue of a random n×n matrix is about √n (circular law); √5 ≈ 2.2")
def test_circular_law() -> None:
    """Largest modulus divided by √n, for the lesson's matrix and larger ones."""
    found = dict(circular_law([5, 100, 400]))
    assert found[5] == pytest.approx(MODULI[-1] / 5**0.5)
    assert found[100] == pytest.approx(1, abs=0.15)
    assert found[400] == pytest.approx(1, abs=0.08)
    assert f"{5**0.5:.1f}" == "2.2"


# --- exercises ------------------------------------------------------------------------------------------------------


@shows(EXERCISES, "exercise", "1: eigenvalues and eigenvectors of [[2, 1], [1, 2]]")
def test_exercise_1() -> None:
    """1 with (1, −1) and 3 with (1, 1); typed, it is judged correct."""
    spaces = eigensystem([[2, 1], [1, 2]]).eigenspaces
    assert [(s.eigenvalue.expr, s.basis) for s in spaces] == [(1, (Matrix([1, -1]),)), (3, (Matrix([1, 1]),))]
    assert check([[2, 1], [1, 2]], "eigenvectors", "3: (1, 1); 1: (-1, 1)").verdict == "correct"


@shows(EXERCISES, "exercise", "2: [[2, 1], [0, 2]], and what is strange about it")
def test_exercise_2() -> None:
    """A double eigenvalue with one direction: not diagonalizable."""
    (space,) = eigensystem([[2, 1], [0, 2]]).eigenspaces
    assert (space.eigenvalue.expr, space.algebraic_multiplicity, space.basis) == (2, 2, (Matrix([1, 0]),))
    assert space.is_defective
    assert check([[2, 1], [0, 2]], "diagonalizable", "no").verdict == "correct"


@shows(EXERCISES, "exercise", "3: can the smallest eigenvalue be less than 0.5? No: no disc reaches below 0.6")
def test_exercise_3() -> None:
    """The discs exclude it, with a proof; the eigenvalues confirm."""
    discs = gershgorin(THIRD)
    assert min(disc.center - disc.radius for disc in discs.rows) == Rational(6, 10)
    answer = discs.excludes_below(Rational(1, 2))
    assert answer
    assert all(step.holds for step in answer.proof)
    assert min(float(value.enclosure(10).real) for value in eigensystem(THIRD).eigenvalues) > 0.6
