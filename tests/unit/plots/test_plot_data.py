"""What pictures show is what is proved: centres and radii, places of eigenvalues, norms, values, block sizes."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import hypot, isclose, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Circle, FancyArrowPatch

from symeig import eigensystem, plots
from symeig import gershgorin as discs_of
from symeig import growth as growth_of
from symeig.plots import Picture
from symeig.plots.discs import CENTER, EIGENVALUE
from symeig.plots.dot_diagrams import EIGENVECTOR, FURTHER
from symeig.plots.growth_curves import CURVE, LARGEST, RATE
from symeig.plots.plane import END, IMAGE, START
from symeig.plots.plane import LOOKS as LINES
from symeig.plots.polynomial_graph import CROSSING, GRAPH, NOT_REAL, TOUCHING
from tests.unit.plots.pictures import LESSON, NILPOTENT, RANDOM, marks, picture

small = st.integers(-4, 4)


def rows(n: int) -> st.SearchStrategy[list[list[int]]]:
    """Integer matrices."""
    return st.lists(st.lists(small, min_size=n, max_size=n), min_size=n, max_size=n)


def labels(found: Picture, panel: int = 0) -> list[str]:
    """The labels in a panel."""
    return [text.get_text() for text in found.axes[panel].texts]


# --- discs ----------------------------------------------------------------------------------------------------------


def circles(found: Picture) -> list[tuple[complex, float]]:
    """The outlines of the discs, in the order of their numbers."""
    outlines = [patch for patch in found.axes[0].patches if isinstance(patch, Circle) and not patch.get_fill()]
    return [(complex(*map(float, circle.center)), float(circle.radius)) for circle in outlines]


@given(rows(3), st.sampled_from(["rows", "columns"]))
def test_discs_and_eigenvalues(A: list[list[int]], by: Any) -> None:
    """Circles are those of the exact discs; eigenvalues lie in their certified enclosures, and in a disc."""
    found = plots.gershgorin(A, by=by)
    discs = getattr(discs_of(A), by)
    assert circles(found) == [(complex(disc.center), float(disc.radius)) for disc in discs]
    assert marks(found, CENTER) == [complex(disc.center) for disc in discs]
    points = marks(found, EIGENVALUE)
    assert points == [complex(x) for x in eigensystem(A).eigenvalues]
    assert all(any(abs(z - c) <= r + 1e-9 for c, r in circles(found)) for z in points)


def test_discs_of_the_lesson() -> None:
    """Centres 1, 3, 5, 9 and radii 0.3, 0.6, 0.8, 0.9; the eigenvalues are those that NumPy prints."""
    found = picture("discs of the lesson")
    assert circles(found) == [(1, 0.3), (3, 0.6), (5, 0.8), (9, 0.9)]
    expected = [0.99228545, 2.97343718, 4.95394089, 9.08033648]
    assert np.allclose(marks(found, EIGENVALUE), expected, rtol=0, atol=5e-9)
    assert labels(found) == [
        *("row 1", "row 2", "row 3", "row 4"),
        *("≈ 0.9923", "≈ 2.973", "≈ 4.954", "≈ 9.080"),
    ]


def test_regions_have_one_hatch_each() -> None:
    """Discs that are connected have the same hatch, others another one."""
    found = plots.gershgorin([[0, 1, 0], [0, 1, 1], [0, 1, 9]])
    areas = [patch for patch in found.axes[0].patches if patch.get_hatch()]
    hatches = {complex(*map(float, area.center)): area.get_hatch() for area in areas}  # type: ignore[attr-defined]
    assert hatches[0] == hatches[1] != hatches[9]


def test_discs_are_round() -> None:
    """Both axes have the same scale."""
    axes = picture("discs of the lesson").axes[0]
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    assert isclose((right - left) / axes.bbox.width, (high - low) / axes.bbox.height)
    assert axes.get_aspect() == 1


@pytest.mark.parametrize(
    "name", ["discs of the lesson", "discs of columns", "discs of a complex matrix", "twelve discs"]
)
def test_discs_are_seen_whole(name: str) -> None:
    """No disc goes beyond the picture."""
    found = picture(name)
    (left, right), (low, high) = found.axes[0].get_xlim(), found.axes[0].get_ylim()
    for z, r in circles(found):
        assert left < z.real - r < z.real + r < right
        assert low < z.imag - r < z.imag + r < high


def test_multiplicity_is_written() -> None:
    """An eigenvalue of multiplicity 2 has one mark, which says so."""
    found = plots.gershgorin([[3, 0], [0, 3]])
    assert marks(found, EIGENVALUE) == [3]
    assert "3 (×2)" in labels(found)


# --- the action on the unit circle ----------------------------------------------------------------------------------


@given(rows(2))
def test_images_of_vectors(A: list[list[int]]) -> None:
    """Each arrow goes from a unit vector to its image, and the curve is the image of the circle."""
    found = plots.action(A)
    starts = marks(found, {**START, "markerfacecolor": "white"})
    ends = marks(found, END)
    assert all(isclose(abs(z), 1) for z in starts)
    assert np.allclose(ends, [_times(A, z) for z in starts])
    arrows = [patch for patch in found.axes[0].patches if isinstance(patch, FancyArrowPatch)]
    assert [tuple(arrow._posA_posB) for arrow in arrows] == [
        ((z.real, z.imag), (w.real, w.imag)) for z, w in zip(starts, ends, strict=True)
    ]
    curve = marks(found, IMAGE)
    assert isclose(max(map(abs, curve)), np.linalg.norm(A, 2), rel_tol=1e-3, abs_tol=1e-9)


def _times(A: Any, z: complex) -> complex:
    (a, b), (c, d) = A
    return complex(a * z.real + b * z.imag, c * z.real + d * z.imag)


@pytest.mark.parametrize(
    ("A", "directions", "told"),
    [
        ([[2, 1], [2, 3]], [(1, -1), (1, 2)], ["λ = 1", "λ = 4"]),
        ([[0, -1], [1, 0]], [], []),
        ([[1, 1], [0, 1]], [(1, 0)], ["λ = 1"]),
        ([[1, 2], [2, 4]], [(2, -1), (1, 2)], ["λ = 0", "λ = 5"]),
        ([[2, 0], [0, 2]], [], []),
        ([[1, 1], [1, 0]], [(1 - sqrt(5), 2), (1 + sqrt(5), 2)], ["λ = (1 − √5)/2", "λ = (1 + √5)/2"]),
    ],
    ids=["two lines", "rotation", "defective", "singular", "scalar", "irrational"],
)
def test_lines_of_eigenvectors(A: Any, directions: list[tuple[float, float]], told: list[str]) -> None:
    """One line for each eigenspace of dimension 1, through 0 and the eigenvector, with its eigenvalue beside it."""
    found = plots.action(A)
    slopes = [line.get_xy2() for line in found.axes[0].lines if hasattr(line, "get_xy2")]
    assert len(slopes) == len(directions)
    for (x, y), (u, v) in zip(slopes, directions, strict=True):
        assert isclose(x * v, y * u, abs_tol=1e-12)
        assert isclose(hypot(x, y), 1)
    assert labels(found) == told
    assert len(directions) <= len(LINES)


@pytest.mark.parametrize(
    ("A", "sentence"),
    [
        ([[2, 1], [2, 3]], "by 1 on the line of (1, −1), by 4 on the line of (1, 2)"),
        ([[0, -1], [1, 0]], "No line stays where it is: the eigenvalues −i, i are not real."),
        ([[1, 1], [0, 1]], "There is only one line of eigenvectors, for λ = 1: the matrix is defective."),
        ([[3, 0], [0, 3]], "Every vector is an eigenvector: it is multiplied by 3."),
        ([[1, 2], [2, 4]], "The unit circle and its image, a segment."),
        ([[0, 0], [0, 0]], "The matrix is zero: the image is a point."),
        ([[1, -2], [2, 1]], "The unit circle and its image, a circle."),
        ([[1, 2], [2, -1]], "The unit circle and its image, a circle."),
        ([[1, 2], [2, 1]], "The unit circle and its image, an ellipse."),
    ],
)
def test_what_is_said_of_the_action(A: Any, sentence: str) -> None:
    """The description says which lines stay, and what becomes of the circle."""
    assert sentence in plots.action(A).description


# --- growth ---------------------------------------------------------------------------------------------------------


def test_norms_and_ratios_are_those_of_the_exact_iterates() -> None:
    """The curves of the random matrix have the doubles nearest to the exact norms and ratios."""
    found, exact = picture("growth of powers"), growth_of(RANDOM, floats="binary")
    assert marks(found, CURVE) == [complex(k, y) for k, y in enumerate(exact.norms)]
    assert marks(found, CURVE, 1) == [complex(k, y) for k, y in enumerate(exact.ratios, 1)]
    assert isclose(marks(found, CURVE, 1)[-1].imag, 1.974459321485074, rel_tol=1e-9)


def test_fibonacci() -> None:
    """From (1, 0) the norms are √(Fₖ₊₁² + Fₖ²), and the line is at the golden ratio."""
    found = picture("growth of Fibonacci numbers")
    a, b = 1, 0
    for k, z in enumerate(marks(found, {**CURVE, "marker": "o"})):
        assert z == complex(k, sqrt(a * a + b * b))
        a, b = a + b, a
    assert [z.imag for z in marks(found, RATE, 1)] == [(1 + sqrt(5)) / 2] * 2
    assert found.axes[0].get_yscale() == "log"
    assert [text.get_text() for text in found.legends[0].get_texts()] == ["spectral radius ρ(A) = (1 + √5)/2"]


def test_vector_that_misses_the_spectral_radius() -> None:
    """There are two lines: at the rate of the vector, and at the spectral radius."""
    found = picture("growth that misses")
    assert [z.imag for z in marks(found, RATE, 1)] == [2, 2]
    assert [z.imag for z in marks(found, LARGEST, 1)] == [3, 3]


def test_iterates_that_vanish() -> None:
    """Zeros are not on a logarithmic axis; the caption says from where on."""
    found = picture("growth to zero")
    norms = marks(found, {**CURVE, "marker": "o"})
    assert [z.real for z in norms] == [0, 1, 2, 3]
    assert norms[0].imag == 3
    assert "Aᵏ is zero from step 4 on." in found.description


def test_norms_beyond_doubles() -> None:
    """Where a norm has no double the curve ends, and the caption says so."""
    found = picture("growth beyond doubles")
    assert [z.real for z in marks(found, CURVE)] == list(range(45))
    assert "Norms above 10²⁷⁰" in found.description
    assert len(marks(found, CURVE, 1)) == 100


def test_rescaled_norms() -> None:
    """They are those of the exact iterates, divided by powers of the exact rate."""
    found, exact = picture("rescaled powers"), growth_of(RANDOM, floats="binary")
    assert marks(found, CURVE) == [complex(k, y) for k, y in enumerate(exact.rescaled)]
    block = plots.rescaled_growth([[2, 1], [0, 2]], [0, 1], steps=8)
    values = [abs(z.imag) for z in marks(block, {**CURVE, "marker": "o"})]
    assert values == [pytest.approx(sqrt(1 + (k / 2) ** 2)) for k in range(9)]
    assert "grow like k." in block.description


# --- the characteristic polynomial ----------------------------------------------------------------------------------


def test_values_are_exact() -> None:
    """Also beside a root of multiplicity 9, where sums of doubles would be nothing but rounding."""
    A = [[Fraction(1, 3) * (i == j) + (j == i + 1) for j in range(9)] for i in range(9)]
    points = marks(plots.characteristic_polynomial(A), GRAPH)
    for z in points:
        assert z.imag == float((Fraction(z.real) - Fraction(1, 3)) ** 9)


@given(rows(3))
def test_roots_are_marked_by_what_the_graph_does(A: list[list[int]]) -> None:
    """Roots of odd multiplicity have one mark, those of even multiplicity another one, and others a third one."""
    found = plots.characteristic_polynomial(A)
    spaces = eigensystem(A).eigenspaces
    real = [s for s in spaces if s.eigenvalue.is_real]
    odd = [complex(s.eigenvalue) for s in real if s.algebraic_multiplicity % 2]
    even = [complex(s.eigenvalue) for s in real if not s.algebraic_multiplicity % 2]
    others = [complex(s.eigenvalue) for s in spaces if not s.eigenvalue.is_real]
    assert marks(found, CROSSING) == odd
    assert marks(found, TOUCHING) == even
    assert len(found.axes) == (2 if others else 1)
    if others:
        assert marks(found, NOT_REAL, 1) == others
        assert marks(found, CROSSING, 1) + marks(found, TOUCHING, 1) == odd + even
    low, high = found.axes[0].get_xlim()
    assert all(low < z.real < high for z in odd + even)
    bottom, top = found.axes[0].get_ylim()
    assert bottom < 0 < top


def test_graph_crosses_where_it_says() -> None:
    """The sign of the values changes at the roots that the graph crosses, and nowhere else."""
    points = marks(picture("polynomial with multiple roots"), GRAPH)
    signs = [z.imag > 0 for z in points if z.imag]
    assert sum(a != b for a, b in pairwise(signs)) == 1
    assert marks(picture("polynomial with multiple roots"), CROSSING) == [2]
    assert marks(picture("polynomial with multiple roots"), TOUCHING) == [-1]


def test_no_graph_without_real_coefficients() -> None:
    """There are only the roots, and the caption says why."""
    found = picture("complex polynomial")
    assert len(found.axes) == 1
    assert marks(found, GRAPH) == []
    assert len(marks(found, NOT_REAL)) == 2
    assert found.description.startswith("The roots of λ² − 2λ + 1/2 + 2i:")


# --- the Jordan structure -------------------------------------------------------------------------------------------


def columns(found: Picture) -> list[int]:
    """The heights of the columns of dots, from left to right, row by row."""
    counts: Counter[float] = Counter()
    bottoms = marks(found, EIGENVECTOR)
    for z in bottoms + marks(found, FURTHER):
        counts[z.real] += 1
    return [counts[z.real] for z in bottoms]


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("nilpotent", [4, 3, 2]),
        ("Jordan structure", [2, 2, 1]),
        ("many blocks", [1] * 40),
        ("one long block", [30]),
        ("roots told together", [1]),
        ("parameters", [1, 1]),
        ("no eigenvalues", []),
    ],
)
def test_columns_are_blocks(name: str, sizes: list[int]) -> None:
    """A column of k dots is a block of size k; in it k − 1 arrows point down."""
    found = picture(name)
    assert columns(found) == sizes
    arrows = [patch._posA_posB for patch in found.axes[0].patches if isinstance(patch, FancyArrowPatch)]
    assert len(arrows) == sum(sizes) - len(sizes)
    assert all(start[0] == end[0] and start[1] > end[1] for start, end in arrows)
    further = set(marks(found, FURTHER))
    dots = further | set(marks(found, EIGENVECTOR))
    assert {complex(*start) for start, _ in arrows} == further
    assert {complex(*end) for _, end in arrows} <= dots


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nilpotent", ["λ = 0", "sizes 4, 3, 2"]),
        ("Jordan structure", ["λ = −1", "size 2", "λ = 2", "sizes 2, 1"]),
        ("many blocks", ["λ = 0", "sizes 1 (×40)"]),
        ("roots told together", ["each of 5 roots of λ⁵ − λ − 1", "size 1"]),
        ("parameters", ["λ₁", "size 1", "λ₂", "size 1"]),
    ],
)
def test_labels_of_groups(name: str, expected: list[str]) -> None:
    """Below each group stand the eigenvalue and the sizes of its blocks."""
    assert labels(picture(name)) == expected


def test_parameters_have_conditions() -> None:
    """Over parameters the picture says when it is right."""
    found = plots.jordan([["a", 1], [0, 1]])
    assert labels(found) == ["λ = 1", "size 1", "λ = a", "size 1"]
    caption = found.texts[1].get_text().replace("\n", " ")
    assert caption.endswith("This holds if a − 1 ≠ 0.")


def test_dimension_of_the_nilpotent_matrix() -> None:
    """The table of pictures has the matrix that it says."""
    assert eigensystem(NILPOTENT).eigenspaces[0].block_sizes == (4, 3, 2)
    assert len(LESSON) == 4
