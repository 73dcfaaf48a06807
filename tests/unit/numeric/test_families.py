"""Families: every matrix is what was asked for, what was planted is true, and each family reaches what it is for."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.families import FAMILIES, Setting, matrices_of
from symeig.numeric.families.building import (
    cayley,
    circulant,
    companion,
    hypercompanion,
    joined,
    kronecker,
    padded,
    phased,
    planted,
    real_form,
    reflection,
    rotated,
    solved,
)
from symeig.numeric.families.classics import GALLERY
from symeig.numeric.families.graphs import NAMED
from symeig.numeric.families.perturbed import nearest_power, powers_of_two
from symeig.numeric.families.wrappers import _shifted
from symeig.numeric.formats import DTYPES, format_of
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block, Spectrum, planted_spectrum, solved_spectrum

DOUBLE = Setting(format_of("float64"))

# Sizes up to which the engine is asked again.
REAL, COMPLEX = 5, 3


def asked(name: str, dtype: str, *, hermitian: bool = False, max_size: int = 12) -> st.SearchStrategy[KnownMatrix]:
    """The matrices of a family for a dtype."""
    return matrices_of(name, Setting(format_of(dtype), hermitian, max_size))


def each_kind(test: Callable[..., None]) -> Callable[..., None]:
    """Each family, general and Hermitian, as far as it has such matrices."""
    kinds = [(name, False) for name, f in FAMILIES.items() if f.general]
    kinds += [(name, True) for name, f in FAMILIES.items() if f.hermitian]
    ids = [f"{name}{'-hermitian' if hermitian else ''}" for name, hermitian in kinds]
    return pytest.mark.parametrize(("name", "hermitian"), kinds, ids=ids)(test)


# --- what was asked for -----------------------------------------------------------------------------------------------


@each_kind
@given(data=st.data())
def test_matrices_are_what_was_asked_for(name: str, hermitian: bool, data: st.DataObject) -> None:
    """Whatever the dtype and the largest size: exact, known, no larger, Hermitian where it was asked for."""
    dtype = data.draw(st.sampled_from(DTYPES))
    max_size = data.draw(st.sampled_from((12, 6, 3, 2, 1, 0)))
    A = data.draw(asked(name, dtype, hermitian=hermitian, max_size=max_size))
    assert A.family == name
    assert A.note
    assert A.dimension <= max_size
    assert A.is_known
    assert A.matrix.is_real or format_of(dtype).is_complex
    assert A.is_hermitian or not hermitian
    back = DyadicMatrix.from_array(A.to_array(dtype))
    assert (back - A.matrix).is_zero
    assert pickle.loads(pickle.dumps(A)) == A


@pytest.mark.parametrize("name", [name for name, family in FAMILIES.items() if family.hermitian])
@given(data=st.data())
def test_hermitian_matrices_are_hermitian_over_the_complex_numbers(name: str, data: st.DataObject) -> None:
    """Where symmetry and conjugation are two things."""
    assert data.draw(asked(name, "complex64", hermitian=True)).is_hermitian


@given(data=st.data())
def test_large_matrices_fit_into_small_formats(data: st.DataObject) -> None:
    """However often their eigenvalues are raised."""
    dtype = data.draw(st.sampled_from(("int8", "uint8", "bool", "float16")))
    assert data.draw(asked("sizes", dtype, max_size=129)).fits(dtype)


@given(data=st.data())
def test_matrices_are_not_smaller_than_asked_for(data: st.DataObject) -> None:
    """The smallest size is kept by every family, with zeros where it must be."""
    name = data.draw(st.sampled_from(list(FAMILIES)))
    n = data.draw(st.integers(0, 6))
    A = data.draw(matrices_of(name, Setting(format_of("float32"), max_size=n + 1, min_size=n)))
    assert n <= A.dimension <= n + 1


# --- what was planted -------------------------------------------------------------------------------------------------


def structure(spectrum: Spectrum) -> set[tuple[float, float, tuple[int, ...]]]:
    """Eigenvalues that are Gaussian rationals, with the sizes of their blocks."""
    return {(float(part.real), float(part.imag), part.blocks) for part in spectrum.parts}


@given(data=st.data())
def test_planted_forms_multiply_back(data: st.DataObject) -> None:
    """P J P' is the matrix, and P P' = d·I."""
    name = data.draw(st.sampled_from(list(FAMILIES)))
    A = data.draw(asked(name, data.draw(st.sampled_from(("float64", "complex64", "float16", "uint8")))))
    for summand in A.summands:
        if (form := summand.planted) is not None:
            again = Summand.planted_in(form.blocks, form.P, form.inverse, form.d)
            assert again.matrix == summand.matrix


@given(data=st.data())
def test_planted_truth_is_what_the_engine_finds(data: st.DataObject) -> None:
    """The same eigenvalues with the same blocks."""
    name = data.draw(
        st.sampled_from(("jordan", "rotations", "hermitian", "normal", "structured", "graphs", "nilpotent"))
    )
    A = data.draw(asked(name, data.draw(st.sampled_from(("float64", "complex64"))), max_size=REAL))
    for summand in A.summands:
        if summand.planted is None or (summand.dimension > COMPLEX and not summand.matrix.is_real):
            continue
        assert structure(planted_spectrum(summand.planted)) == structure(solved_spectrum(summand.matrix))


# --- what is built ----------------------------------------------------------------------------------------------------


def rows(A: KnownMatrix) -> list[list[complex]]:
    """A matrix as nested lists of numbers."""
    return A.matrix.approximate().tolist()


def eigenvalues_of(A: KnownMatrix) -> list[complex]:
    """The planted eigenvalues, scale and all, in order."""
    (summand,) = A.summands
    parts = [(p, p.multiplicity) for p in summand.spectrum.parts]
    values = [complex(float(p.real), float(p.imag)) * 2.0**A.scale for p, m in parts for _ in range(m)]
    return sorted(values, key=lambda z: (z.real, z.imag))


def test_real_forms_have_rotation_scaling_blocks() -> None:
    """A tower of size 2 of 1 ± 2i beside a block at 3."""
    A = real_form([(1, 2, 2), (3, 0, 1)])
    assert rows(A) == [[1, -2, 1, 0, 0], [2, 1, 0, 1, 0], [0, 0, 1, -2, 0], [0, 0, 2, 1, 0], [0, 0, 0, 0, 3]]
    assert eigenvalues_of(A) == [1 - 2j, 1 - 2j, 1 + 2j, 1 + 2j, 3]


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_circulants_shift_their_first_row(n: int) -> None:
    """Row k is the first one shifted by k places; the eigenvalues are the values of a polynomial."""
    first = [complex(k + 1, -k) for k in range(n)]
    A = circulant([(k + 1, -k) for k in range(n)])
    assert rows(A) == [list(np.roll(first, k)) for k in range(n)]
    (summand,) = A.summands
    assert (summand.planted is None) == (n == 3)
    if n != 3:
        expected = np.fft.ifft(first) * n
        assert eigenvalues_of(A) == pytest.approx(sorted(expected, key=lambda z: (round(z.real, 9), z.imag)))


def test_companions_have_their_polynomial() -> None:
    """The last column holds the negatives of the coefficients; hypercompanion matrices link copies."""
    assert companion([-2, 0]) == [[0, 2], [1, 0]]
    assert hypercompanion([-2, 0], 2) == [[0, 2, 0, 0], [1, 0, 0, 0], [0, 1, 0, 2], [0, 0, 1, 0]]


@pytest.mark.parametrize(
    "basis",
    [
        reflection([1, 1]),
        reflection([1, 0, 2, -1]),
        reflection([1, (0, 1), (1, -1)]),
        cayley([1], 2, 3),
        cayley([1, -1, 2], 3, 3),
        cayley([1, 0, 2, -1, 1, 0], 4, 5),
    ],
    ids=lambda basis: basis.text,
)
def test_bases_are_orthogonal(basis) -> None:
    """Q Q* = d·I, with coprime integers in Q."""
    Q, n = basis.Q, basis.Q.shape[0]
    product = DyadicMatrix.of([[basis.d * (i == j) for j in range(n)] for i in range(n)])
    assert (Q @ Q.H - product).is_zero
    assert np.gcd.reduce([*basis.Q.real, *basis.Q.imag]) == 1


def test_bases_that_do_not_fit_are_left_out() -> None:
    """The last basis goes first."""
    setting = Setting(format_of("int8"))
    A = KnownMatrix("", (Summand.planted_from([Block(1), Block(-1), Block(0)]),))
    bases = [reflection([1, 1, 0]), reflection([1, 2, -1]), cayley([2, 2, 2], 3, 3)]
    B = rotated(A, bases, setting)
    assert setting.admits(B)
    assert "Cayley" not in B.note
    assert "reflection" in B.note


@pytest.mark.parametrize("product", [True, False], ids=["product", "sum"])
@pytest.mark.parametrize("other", [real_form([(0, 1, 1)]), planted([Block(2), Block(-1)], [(0, 1, 1)], DOUBLE)])
def test_kronecker_matrices_combine_eigenvalues(product: bool, other: KnownMatrix) -> None:
    """All products, or all sums."""
    A = planted([Block(1), Block(3)], [(1, 0, 1)], DOUBLE)
    C = kronecker(A, other, product=product)
    a, b = (M.matrix.approximate() for M in (A, other))
    eye = np.eye(2)
    assert np.array_equal(C.matrix.approximate(), np.kron(a, b) if product else np.kron(a, eye) + np.kron(eye, b))
    expected = [x * y if product else x + y for x in eigenvalues_of(A) for y in eigenvalues_of(other)]
    assert eigenvalues_of(C) == sorted(expected, key=lambda z: (z.real, z.imag))


def test_direct_sums_have_one_scale() -> None:
    """Summands of other scales are multiplied."""
    A = joined([real_form([(0, 1, 1)]), planted([Block(3)], [], DOUBLE).permuted([0])])
    assert rows(A) == [[0, -1, 0], [1, 0, 0], [0, 0, 3]]
    assert [s.dimension for s in A.summands] == [2, 1]


def test_tiles_are_shifted_over_one_scale() -> None:
    """By a multiple of the identity, in the matrix and in what is planted."""
    for A in (real_form([(0, 1, 1)]), planted([Block(0, size=2)], [(1, 0, 1)], DOUBLE)):
        summand = _shifted(A, 3, -2)
        difference = summand.matrix.scaled(-2) - A.matrix
        assert (difference - DyadicMatrix.of([[3, 0], [0, 3]])).is_zero
        form = summand.planted
        assert form is not None
        assert Summand.planted_in(form.blocks, form.P, form.inverse, form.d) == summand


def test_padding_adds_zeros() -> None:
    """Behind the rows that are there, in whatever order they are."""
    A = planted([Block(1), Block(2)], [], DOUBLE).permuted([1, 0])
    assert rows(padded(A, 3)) == [[2, 0, 0], [0, 1, 0], [0, 0, 0]]
    assert padded(A, 2) is A


def test_unitary_diagonals_keep_the_spectrum() -> None:
    """U A U* is complex and Hermitian where A is real and symmetric."""
    A = solved([[2, 1], [1, 3]], "")
    B = phased(A, 2)
    assert rows(B) == [[2, -1j], [1j, 3]]
    assert B.is_hermitian
    large = solved([[0] * 5] * 5, "")
    assert phased(large, 2) is large


@pytest.mark.parametrize(
    ("dtype", "scales"),
    [
        ("float32", [0, 20, -20, 41, -41, 60, -60, 126, -126, 127, -149]),
        ("float64", [0, 100, -100, 460, -460, 500, -500, 1000, -1000, 1023, -1074]),
        ("float16", [0, 4, -4, 8, -8, 15, -24]),
        ("int64", [0, 8, 20, 41]),
        ("uint8", [0, 0, 0, 0]),
    ],
)
def test_scales_end_where_the_format_ends(dtype: str, scales: list[int]) -> None:
    """Those of 1 are the plain ones; others stay within the format, and normal but for the last."""
    setting = Setting(format_of(dtype))
    one, wide = planted([Block(1)], [], setting), planted([Block(96), Block(1)], [], setting)
    wanted = powers_of_two(setting.target)
    assert [nearest_power(setting, one, s) for s in wanted] == scales
    found = [nearest_power(setting, wide, s) for s in wanted]
    assert all(wide.scaled(s).fits(dtype) for s in found)
    if not setting.target.is_integer:
        assert all(s >= setting.target.least for s in found[:-1])
        assert max(found) == setting.target.greatest - 6


def spectrum_of(name: str, n: int) -> list[complex]:
    """The eigenvalues of a matrix of the gallery, in floating point, rounded."""
    (rows_of,) = [build for text, _, build in GALLERY if text == name]
    array = DyadicMatrix.of(rows_of(n)).approximate()
    values = np.linalg.eigvals(array.astype(complex))
    return sorted((complex(round(z.real, 4), round(z.imag, 4)) + 0 for z in values), key=lambda z: (z.real, z.imag))


def determinant_of(name: str, n: int) -> int:
    """The determinant of a matrix of the gallery."""
    (rows_of,) = [build for text, _, build in GALLERY if text == name]
    return int(DyadicMatrix.of(rows_of(n)).X.det())


@pytest.mark.parametrize(
    ("name", "n", "expected"),
    [
        ("Kac matrix", 4, [-3, -1, 1, 3]),
        ("Hanowa matrix", 4, [-1 - 2j, -1 - 1j, -1 + 1j, -1 + 2j]),
        ("Rosser matrix", 8, [-1020.049, 0, 0.098, 1000, 1000, 1019.9019, 1020, 1020.049]),
        ("Hadamard matrix", 4, [-2, -2, 2, 2]),
        ("Pei matrix", 3, [1, 1, 4]),
        ("Jordan block at 1", 2, [1, 1]),
        ("smoke matrix", 4, [-1.1892, -1.1892j, 1.1892j, 1.1892]),
        ("Wilkinson matrix W−", 3, [-1.7321, 0, 1.7321]),
        ("Grcar matrix", 3, [0.7733 - 1.4677j, 0.7733 + 1.4677j, 1.4534]),
    ],
)
def test_gallery_has_its_known_spectra(name: str, n: int, expected: list[complex]) -> None:
    """As in the books, or by the characteristic polynomial."""
    assert spectrum_of(name, n) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "n", "expected"),
    [
        ("Frank matrix", 5, 1),
        ("Pascal matrix", 5, 1),
        ("min(i, j)", 4, 1),
        ("second difference", 5, 6),
        ("Redheffer matrix", 6, -1),
        ("spectral differentiation", 4, 0),
        ("Dramadah matrix", 5, 1),
        ("Gear matrix", 4, 0),
    ],
)
def test_gallery_has_its_known_determinants(name: str, n: int, expected: int) -> None:
    """That of Redheffer's is the Mertens function, of Dramadah's ±1, of the second difference n + 1."""
    assert determinant_of(name, n) == expected


def test_differentiation_is_nilpotent() -> None:
    """The n-th derivative of a polynomial of degree n − 1 is 0."""
    (rows_of,) = [build for text, _, build in GALLERY if text == "spectral differentiation"]
    for n in (3, 4):
        D = DyadicMatrix.of(rows_of(n)).X
        assert not any((D**n).entries())
        assert any((D ** (n - 1)).entries())


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Petersen graph", "adjacency matrix", [-2] * 4 + [1] * 5 + [3]),
        ("3×3 lattice graph, strongly regular", "adjacency matrix", [-2] * 4 + [1] * 4 + [4]),
        ("complete bipartite graph 3+3", "Laplacian", [0, 3, 3, 3, 3, 6]),
        ("cycle on 6 nodes", "signless Laplacian", [0, 1, 1, 3, 3, 4]),
        ("star with 3 rays", "Laplacian", [0, 1, 1, 4]),
    ],
)
def test_graphs_have_their_known_spectra(name: str, kind: str, expected: list[int]) -> None:
    """Integral ones."""
    (graph,) = [g for g in NAMED if g.name == name]
    assert np.linalg.eigvalsh(np.array(graph.matrix(kind))) == pytest.approx(expected, abs=1e-9)


# --- what each is for -------------------------------------------------------------------------------------------------


def blocks(A: KnownMatrix) -> list[Block]:
    """The planted Jordan blocks of all summands."""
    return [b for s in A.summands if s.planted for b in s.planted.blocks]


def is_defective(A: KnownMatrix) -> bool:
    """Whether a planted block is larger than 1."""
    return any(b.size > 1 for b in blocks(A))


def is_derogatory(A: KnownMatrix) -> bool:
    """Whether an eigenvalue has two planted blocks."""
    values = [(b.real, b.imag) for b in blocks(A)]
    return len(set(values)) < len(values)


def is_complex_pair(A: KnownMatrix) -> bool:
    """Whether a real matrix has planted complex eigenvalues."""
    return A.matrix.is_real and any(b.imag for b in blocks(A))


def is_full(A: KnownMatrix) -> bool:
    """Whether no entry is 0, of at least 2×2."""
    return A.dimension > 1 and all(A.matrix.real)


def is_normal(A: KnownMatrix) -> bool:
    """Whether A A* = A* A."""
    M = A.matrix
    return (M @ M.H - M.H @ M).is_zero


def is_diagonal(A: KnownMatrix) -> bool:
    """Whether all entries beside the diagonal are 0."""
    n = A.dimension
    return not any(x for k, x in enumerate(A.matrix.real) if k % (n + 1))


def gap(A: KnownMatrix) -> int:
    """How far from the diagonal an entry is."""
    n = A.dimension
    return max((abs(k // n - k % n) for k, x in enumerate(A.matrix.real) if x), default=0)


def spread(A: KnownMatrix) -> int:
    """The exponents of two by which nonzero entries differ."""
    sizes = [abs(x).bit_length() for x in A.matrix.real if x]
    return max(sizes, default=0) - min(sizes, default=0)


def note_has(text: str) -> Callable[[KnownMatrix], bool]:
    """Whether the recipe has a text in it."""
    return lambda A: text in A.note


def nearly_symmetric(A: KnownMatrix) -> bool:
    """Whether it differs from its transpose, by less than 1e-6 of its size."""
    difference = A.matrix - A.matrix.T
    return not difference.is_zero and difference.norm2 * 10**12 < A.matrix.norm2


def near_pair(A: KnownMatrix) -> bool:
    """Whether two planted eigenvalues differ by 1 in a thousand or less."""
    values = sorted({b.real for b in blocks(A)})
    return any(0 < 1000 * (y - x) <= abs(x) for x, y in pairwise(values))


REACHED: list[tuple[str, str, str, Callable[[KnownMatrix], bool]]] = [
    ("jordan", "defective and hidden", "float64", lambda A: is_defective(A) and "operation" in A.note),
    ("jordan", "block of size 4", "float64", lambda A: any(b.size == 4 for b in blocks(A))),
    ("jordan", "Gaussian eigenvalue", "complex64", lambda A: any(b.imag for b in blocks(A))),
    ("jordan", "defective without negative numbers", "uint8", is_defective),
    ("jordan", "defective of truth values", "bool", is_defective),
    ("derogatory", "equal blocks", "float64", lambda A: len(blocks(A)) > len(set(blocks(A)))),
    ("derogatory", "unequal blocks", "float64", lambda A: is_derogatory(A) and len({b.size for b in blocks(A)}) > 1),
    ("irrational", "cubic with three real roots", "float64", note_has("x^3 − 3x")),
    ("irrational", "defective", "float64", note_has("C2(")),
    ("irrational", "over Q(i)", "complex128", lambda A: "i)" in A.note and not A.matrix.is_real),
    ("rotations", "complex pair", "float32", is_complex_pair),
    ("rotations", "defective pair", "float32", lambda A: is_complex_pair(A) and is_defective(A)),
    ("rotations", "complex pair of a non-negative matrix", "uint8", lambda A: any(b.imag for b in blocks(A))),
    ("integer-spectrum", "five simple ones", "float64", lambda A: len({b.real for b in blocks(A)}) >= 5),
    ("hermitian", "repeated, full", "float64", lambda A: A.dimension > 2 and is_derogatory(A) and is_full(A)),
    ("hermitian", "complex", "complex64", lambda A: A.is_hermitian and not A.matrix.is_real),
    ("normal", "normal, not Hermitian, rotated", "float64", lambda A: "Cayley" in A.note and is_normal(A)),
    ("normal", "circulant", "float64", note_has("circulant")),
    ("normal", "skew-symmetric", "float64", lambda A: is_full(A) is False and (A.matrix + A.matrix.T).is_zero),
    ("simple-shapes", "n = 0", "float64", lambda A: A.dimension == 0),
    ("simple-shapes", "n = 1", "float64", lambda A: A.dimension == 1),
    ("simple-shapes", "zero", "float64", lambda A: A.dimension > 1 and A.matrix.is_zero),
    ("simple-shapes", "n = 12", "float64", lambda A: A.dimension == 12),
    ("simple-shapes", "identity", "float64", lambda A: A.dimension > 1 and set(blocks(A)) == {Block(1)}),
    ("nilpotent", "A ≠ 0, A² = 0", "float64", lambda A: not A.matrix.is_zero and (A.matrix @ A.matrix).is_zero),
    ("nilpotent", "A² = A", "float64", lambda A: is_full(A) and A.matrix @ A.matrix == A.matrix),
    ("nilpotent", "rank 1", "float64", note_has("outer product")),
    ("companion", "double root", "float64", lambda A: "roots 0, 0" in A.note or "roots 1, 1" in A.note),
    ("classics", "Frank", "float64", note_has("Frank")),
    ("classics", "Rosser", "float64", note_has("Rosser")),
    ("classics", "smoke", "complex64", note_has("smoke")),
    ("classics", "the scaling that is not undone", "float32", note_has("scaling not undone")),
    ("graphs", "Petersen", "float64", note_has("Petersen")),
    ("graphs", "union", "float64", lambda A: "⊕" in A.note),
    ("graphs", "mixed", "complex64", lambda A: "mixed" in A.note and not A.matrix.is_real),
    ("structured", "Kronecker", "float64", note_has("⊗")),
    ("structured", "Hamiltonian", "float64", note_has("Hamiltonian")),
    ("structured", "stochastic", "float64", note_has("stochastic")),
    ("badly-scaled", "graded", "float64", lambda A: max(A.grading, default=0) - min(A.grading, default=0) > 50),
    ("badly-scaled", "rows", "float64", lambda A: "rows times" in A.note and spread(A) > 40),
    ("badly-scaled", "deflation", "float64", note_has("2^−60 below")),
    ("badly-scaled", "coupling", "float32", note_has("coupled by 2^−50")),
    ("scales", "float32 beyond 1e12", "float32", lambda A: A.matrix.size >= 41),
    ("scales", "beyond 2^1000", "float64", lambda A: A.matrix.size >= 1000),
    ("scales", "near underflow", "float64", lambda A: not A.matrix.is_zero and A.matrix.size <= -999),
    ("scales", "subnormal", "float32", lambda A: not A.matrix.is_zero and A.matrix.size < -126),
    ("scales", "the largest number", "float16", lambda A: A.dimension and A.to_array("float16").max() == 65504),
    ("scales", "large integers", "int64", lambda A: A.matrix.size >= 41),
    ("clusters", "near pair", "float64", near_pair),
    ("clusters", "split block", "float64", note_has("with corner")),
    ("near-symmetric", "but for the last digits", "float64", nearly_symmetric),
    ("sizes", "n = 33", "float64", lambda A: A.dimension == 33),
    ("sizes", "full, n ≥ 31", "float64", lambda A: A.dimension >= 31 and is_full(A)),
    ("sizes", "n ≥ 63", "float64", lambda A: A.dimension >= 63),
    ("sizes", "coupled over more than 10 places", "float64", lambda A: gap(A) > 10 and not is_diagonal(A)),
    ("sizes", "different diagonal", "float64", note_has("diagonal matrix 33")),
    ("stacks", "some", "float64", lambda A: A.dimension == 2),
    ("adversarial", "roots of unity", "float64", note_has("roots of unity")),
    ("adversarial", "isotropic eigenvector", "complex64", note_has("isotropic")),
    ("adversarial", "non-negative", "uint8", note_has("cycles of length 4")),
    ("random", "dyadic", "float64", lambda A: A.scale < 0),
    ("random", "complex", "complex128", lambda A: not A.matrix.is_real),
]
REACHED_HERMITIAN: list[tuple[str, str, str, Callable[[KnownMatrix], bool]]] = [
    ("hermitian", "repeated and full", "float64", lambda A: A.dimension > 2 and is_derogatory(A) and is_full(A)),
    ("simple-shapes", "n = 0", "float64", lambda A: A.dimension == 0),
    ("nilpotent", "projection", "float64", lambda A: is_full(A) and note_has("projection")(A)),
    ("classics", "Wilkinson", "float64", note_has("Wilkinson")),
    ("graphs", "Laplacian of a path", "float64", note_has("Laplacian of the path")),
    ("graphs", "cube", "float64", note_has("cube of dimension 3")),
    ("structured", "Kronecker", "float64", lambda A: "⊗" in A.note and not is_diagonal(A)),
    ("badly-scaled", "graded", "float64", lambda A: spread(A) > 40),
    ("scales", "float32 beyond 1e12", "float32", lambda A: A.matrix.size >= 41),
    ("clusters", "near pair in a full matrix", "float64", lambda A: near_pair(A) and is_full(A)),
    ("poison", "full", "float64", is_full),
    ("poison", "complex", "complex64", lambda A: not A.matrix.is_real),
    ("sizes", "n ≥ 33, not diagonal", "float64", lambda A: A.dimension >= 33 and not is_diagonal(A)),
    ("adversarial", "λ and −λ", "float64", lambda A: note_has("λ and −λ")(A) and not is_diagonal(A)),
    ("random", "full", "float64", is_full),
]


def reached(name: str, dtype: str, *, hermitian: bool, what: Callable[[KnownMatrix], bool]) -> bool:
    """Whether a family has a matrix with a property."""
    strategy = asked(name, dtype, hermitian=hermitian, max_size=129 if name == "sizes" else 12)
    some = settings(max_examples=1500, database=None, phases=[Phase.generate], deadline=None)
    return find(strategy.map(what), bool, settings=some, random=Random(1))  # noqa: S311  (the same each time)


@pytest.mark.parametrize(("name", "text", "dtype", "what"), REACHED, ids=[f"{r[0]}: {r[1]}" for r in REACHED])
def test_family_reaches_what_it_is_for(name: str, text: str, dtype: str, what: Callable[[KnownMatrix], bool]) -> None:
    """A matrix of each kind is found."""
    assert reached(name, dtype, hermitian=False, what=what), text


@pytest.mark.parametrize(
    ("name", "text", "dtype", "what"), REACHED_HERMITIAN, ids=[f"{r[0]}: {r[1]}" for r in REACHED_HERMITIAN]
)
def test_family_reaches_hermitian_ones(name: str, text: str, dtype: str, what: Callable[[KnownMatrix], bool]) -> None:
    """A Hermitian matrix of each kind is found."""
    assert reached(name, dtype, hermitian=True, what=what), text


def test_table_has_all_families() -> None:
    """In the order of the design; each says what it hits, and has general matrices or Hermitian ones."""
    assert len(FAMILIES) == 22
    assert {row[0] for row in (*REACHED, *REACHED_HERMITIAN)} == set(FAMILIES)
    for name, family in FAMILIES.items():
        assert family.name == name
        assert family.hits
        assert family.general or family.hermitian
