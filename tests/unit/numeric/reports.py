"""Reports made by hand: what renderers have to show."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import inf, nan

from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision
from symeig.numeric.report import Circle, ExactValue, Finding, Headroom, Portrait, Report

__all__ = ["REPORTS"]

ENVIRONMENT = {
    "symeig": "0.1.0",
    "python": "CPython 3.11.7",
    "platform": "Linux x86_64",
    "numpy": "2.4.6",
    "numpy BLAS": "scipy-openblas 0.3.31",
    "scipy": "1.17.1",
}


def exact(text: str, z: complex, blocks: tuple[int, ...] = (1,), condition: float = 1.0) -> ExactValue:
    """An exact eigenvalue."""
    return ExactValue(text, complex(z).real, complex(z).imag, sum(blocks), blocks, condition)


def no(law: str, text: str, place: str = "") -> Decision:
    """A question that was answered with no."""
    return Decision(law, Fraction(1), Fraction(0), 1, place, text)


HELD = (
    Headroom("completes", 214, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("input-unchanged", 214, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("shape", 428, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("dtype", 428, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("finite", 391, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("non-finite-input", 7, 0.0, "a single NaN"),
    Headroom("empty-input", 3, 0.0, "a 0×0 matrix"),
    Headroom("square-input", 3, 0.0, "a 2×3 matrix"),
    Headroom("nonzero-vectors", 1903, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("trace", 391, 0.0187, "badly-scaled: J3(2) ⊕ J1(−1), 6 operations (float64, 4×4)"),
    Headroom("residual", 1903, 0.0451, "clusters: J2(3) ⊕ J2(4), 9 operations (float64, 4×4, Fortran order)"),
    Headroom("unit-vectors", 1903, 0.0021, "random: a small matrix (float64, 7×7)"),
    Headroom("multiplicities", 802, 0.0, "zero: zero matrix (float64, 1×1)"),
    Headroom("cluster-means", 611, 3e-9, "scales: J1(1) ⊕ J1(2) (float64, 2×2)"),
)

GOOD = Report(
    routine="numpy.linalg:eig",
    contract=Contract("eig", unit=True, nonfinite="raise"),
    dtype="float64",
    seed=0,
    examples=200,
    findings=(),
    accepted=(),
    unused={},
    remarks=(),
    headroom=HELD,
    inputs=214,
    matrices=391,
    families={"sizes": 63, "stacks": 112, "scales": 30, "jordan": 28, "random": 28, "clusters": 26, "zero": 104},
    unsupported={},
    environment=ENVIRONMENT,
)

# scipy.linalg.eigvals of SciPy 1.17.1 for float32: the scaling inside LAPACK's geev is not undone.
QUARTER = Portrait("", 1, (exact("2^42 · (1)", 2.0**42),), (Circle(2.0**42, 0.0, 2.0**25, 1),), (2.0**40 + 0j,))
UNDONE = replace(
    GOOD,
    routine="scipy.linalg:eigvals",
    contract=Contract("eigvals", stacks=False, nonfinite="raise"),
    dtype="float32",
    findings=(
        Finding(
            "trace",
            (
                Decision(
                    "trace",
                    Fraction(9, 16),
                    Fraction(1, 2**34),
                    2,
                    "",
                    "Σμ = 1.09951163e+12, and tr A = 4.39804651e+12",
                ),
            ),
            "A = np.array([[1]], dtype=np.float32) * np.float32(2.0**42)",
            "scales: J1(1), times 2⁴² (float32, 1×1)",
            "values [1.0995116e+12+0.j]",
            (QUARTER,),
            14,
            ("jordan", "scales"),
        ),
        Finding(
            "membership",
            (Decision("membership", Fraction(9, 16), Fraction(1, 2**34), 2, "eigenvalue 1"),),
            "A = np.array([[1]], dtype=np.float32) * np.float32(2.0**42)",
            "scales: J1(1), times 2⁴² (float32, 1×1)",
            "values [1.0995116e+12+0.j]",
            (QUARTER,),
            14,
            ("jordan", "scales"),
        ),
    ),
    headroom=(*HELD[:8], *HELD[-2:]),
    namespace="scipy",
)

THREES = (exact("3", 3, (2, 1), 41.0), exact("−1 − 2i", -1 - 2j), exact("−1 + 2i", -1 + 2j))
LOST = Portrait(
    "matrix 2 of 3",
    5,
    THREES,
    (Circle(3.0, 0.0, 4e-7, 3), Circle(-1.0, -2.0, 3e-13, 1), Circle(-1.0, 2.0, 3e-13, 1)),
    (3.0 + 2e-8j, 3.0 - 2e-8j, 3.0 + 0j, -1.0 + 2.0j, -1.0 + 2.0j),
)
STACK = """A = np.zeros((3, 5, 5), dtype=np.float64)
A[1] = np.array([
    [3, 1, 0, 0, 0],
    [0, 3, 0, 0, 0],
    [0, 0, 3, 0, 0],
    [0, 0, 0, -1, -2],
    [0, 0, 0, 2, -1],
], dtype=np.float64)
A[2] = np.array([
    [3, 1, 0, 0, 0],
    [0, 3, 0, 0, 0],
    [0, 0, 3, 0, 0],
    [0, 0, 0, -1, -2],
    [0, 0, 0, 2, -1],
], dtype=np.float64)
A = A.swapaxes(-1, -2).copy().swapaxes(-1, -2)"""
ZERO = Portrait("matrix 1 of 3", 5, (exact("0", 0, (1, 1, 1, 1, 1)),), (Circle(0.0, 0.0, 0.0, 5),), (0j,) * 5)
MIXED = replace(
    GOOD,
    routine='lib/<my> "solvers".py:eig & co',
    contract=Contract("eig", basis=True, nonfinite="nan"),
    findings=(
        Finding(
            "completes",
            (no("completes", "the process ended with SIGSEGV"),),
            "A = np.zeros((1, 1), dtype=np.float64)",
            "zero: the zero matrix (float64, 1×1)",
            "the process ended with SIGSEGV",
            (Portrait("", 1, (exact("0", 0),), (), ()),),
            3,
            ("zero",),
        ),
        Finding(
            "finite",
            (no("finite", "NaN or infinity came back"),),
            "A = np.array([[2, 1], [0, 2]], dtype=np.float64)",
            "jordan: J2(2) (float64, 2×2)",
            "values [nan, inf]; vectors [[nan, nan], [nan, nan]]",
            (Portrait("", 2, (exact("2", 2, (2,)),), (), (complex(nan, 0), complex(inf, 0))),),
            1,
            ("jordan",),
        ),
        Finding(
            "non-finite-input",
            (no("non-finite-input", "it returned finite values: [1.0, 1.0]", "NaN off the diagonal"),),
            "import numpy as np\nfrom numpy import inf, nan\n\nA = np.array([[1, nan], [nan, 1]], dtype=np.float64)",
            "NaN off the diagonal",
            "values [1., 1.]; vectors [[1., 0.], [0., 1.]]",
            broken=5,
        ),
        Finding(
            "multiplicities",
            (
                no(
                    "multiplicities",
                    "2 came back inside, and 1 must",
                    "matrix 2 of 3, the disc around -1+2i of radius 3.00e-13",
                ),
                no(
                    "multiplicities",
                    "0 came back inside, and 1 must",
                    "matrix 2 of 3, the disc around -1-2i of radius 3.00e-13",
                ),
            ),
            STACK,
            "stacks: no matrix; J2(3) ⊕ J1(3) ⊕ R1(−1 ± 2i) (float64, stack of 3, 5×5, Fortran order)",
            "values [[0., 0., 0., 0., 0.], …]",
            (ZERO, LOST, replace(LOST, place="matrix 3 of 3", returned=(*LOST.returned[:4], -1.0 - 2.0j))),
            22,
            ("circulant", "companion", "jordan", "kronecker", "normal", "random", "sizes", "stacks", "toeplitz"),
        ),
    ),
    accepted=(
        Finding(
            "residual",
            (Decision("residual", Fraction(25), Fraction(16), 2, "pair 2", "", "D = diag(2^0, 2^-3, 2^4)"),),
            "A = np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0]], dtype=np.float64)",
            "graded: circulant of (0, 1, 0) (float64, 3×3)",
            "values …",
            (),
            2,
            ("graded",),
            "known since 2019: issue #4711 & <others>",
        ),
    ),
    unused={"trace": "was broken before 1.2"},
    remarks=(
        Finding(
            "product",
            (Decision("product", Fraction(1, 100), Fraction(1, 10**30), 2, "", "Πμ = 0.1, and det A = 0"),),
            "A = np.zeros((2, 2), dtype=np.float64)",
            "zero: the zero matrix (float64, 2×2)",
            "values …",
            (),
            1,
            ("zero",),
        ),
    ),
    headroom=HELD[1:4],
    unsupported={"TypeError: array type float16 is unsupported in linalg": 3},
    options=(("driver", "ev"), ("overwrite_a", False)),
)

# Twelve decades between the eigenvalues, and one of them on the wrong side of 0.
FAR = (exact("1000000", 1e6), exact("1", 1), exact("2^−20 · (−1)", -(2.0**-20)))
HUGE = tuple(complex(k / 64, (-1) ** k * (k % 7) / 9) for k in range(120))
WIDE = replace(
    GOOD,
    routine="my.package:Solver.values",
    contract=Contract("eigvals", joint=False, tolerance=1024),
    findings=(
        Finding(
            "trace",
            (Decision("trace", Fraction(4, 10**24), Fraction(1, 10**44), 2, "", "Σμ = 1e+06, and tr A = 1000001"),),
            "A = np.array([[1000000, 0, 0], [0, 1, 0], [0, 0, -1]], dtype=np.float64)",
            "badly-scaled: three numbers (float64, 3×3)",
            "values [1.e+06, 1.e+00, 1.e-06]",
            (Portrait("", 3, FAR, (), (1e6 + 0j, 1 + 0j, 2.0**-20 + 0j)),),
            4,
            ("badly-scaled",),
        ),
        Finding(
            "membership",
            (Decision("membership", Fraction(10) ** 900, Fraction(1, 10**900), 2, "eigenvalue 2"),),
            "A = np.array([[2, 10**30], [0, 2]], dtype=object).astype(np.float64)",
            "far: complex ones (float64, 4×4)",
            "values …",
            (
                Portrait(
                    "",
                    4,
                    (
                        exact("2^30 · (1 + 3i)", 2.0**30 * (1 + 3j)),
                        exact("−1000i", -1e3j),
                        exact("√2", 2**0.5, (2,), 7e5),
                    ),
                    (Circle(2**0.5, 0.0, 30.0, 2), Circle(0.0, -1e3, 200.0, 1)),
                    (2.0**30 * (1 + 3j), 1e3j, 1.4 + 3j, 1.4 - 3j),
                ),
            ),
            1,
            ("far",),
        ),
        Finding(
            "power-sums",
            (
                Decision("power-sums", Fraction(3, 10**3), Fraction(1, 10**14), 2, "the sum of powers 2"),
                Decision("power-sums", Fraction(2, 10**3), Fraction(1, 10**14), 2, "the sum of powers 3"),
            ),
            "A = np.eye(120)",
            "sizes: many blocks (float64, 120×120)",
            "values …",
            (Portrait("", 120, (), (), HUGE),),
            1,
            ("sizes",),
        ),
        Finding(
            "multiplicities",
            (no("multiplicities", "31 came back inside, and 32 must", "the disc around 0.5 of radius 2.00e-11"),),
            "A = np.diag([0.5] * 32 + [0.25])",
            "sizes: a repeated eigenvalue (float64, 33×33)",
            "values …",
            (
                Portrait(
                    "",
                    33,
                    (exact("1/4", 0.25), exact("1/2", 0.5, (1,) * 32)),
                    (Circle(0.25, 0.0, 2e-11, 1), Circle(0.5, 0.0, 2e-11, 32)),
                    (*(0.5 + 1e-13 * k + 0j for k in range(31)), 0.25 + 0j, 0.25 + 0j),
                ),
            ),
            1,
            ("sizes",),
        ),
    ),
    headroom=(),
)

# A mean that is off by much less than its members may be: everything is near 1.
NEAR = replace(
    GOOD,
    routine="scipy.linalg:eigh",
    dtype="float64, complex128",
    contract=Contract("eigh", order="ascending", triangle="lower", stacks=False),
    findings=(
        Finding(
            "cluster-means",
            (
                Decision(
                    "cluster-means", Fraction(1, 10**14), Fraction(1, 10**26), 2, "the disc around 1 of radius 3.10e-05"
                ),
            ),
            "A = np.array([[1, 1, 0], [0, 1, 1], [0, 0, 1]], dtype=np.float64)",
            "jordan: J3(1) (float64, 3×3)",
            "values …",
            (
                Portrait(
                    "",
                    3,
                    (exact("1", 1, (3,), 1.0),),
                    (Circle(1.0, 0.0, 3.1e-5, 3),),
                    (1.0000105 + 0j, 0.99999485 + 8.7e-6j, 0.99999485 - 8.7e-6j),
                ),
            ),
            1,
            ("jordan",),
        ),
        Finding(
            "product",
            (Decision("product", Fraction(1, 10**12), Fraction(1, 10**26), 2, "", "Πμ = 5.000001, and det A = 5"),),
            "A = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 5]], dtype=np.float64)",
            "jordan: J2(1) ⊕ J1(5) (float64, 3×3)",
            "values …",
            (
                Portrait(
                    "",
                    3,
                    (exact("1", 1, (2,), 1.0), exact("5", 5)),
                    (Circle(1.0, 0.0, 4e-7, 2), Circle(5.0, 0.0, 1e-12, 1)),
                    (1.0000003 + 2e-7j, 1.0000003 - 2e-7j, 5 + 0j),
                ),
            ),
            1,
            ("jordan",),
        ),
        Finding(
            "order",
            (Decision("order", Fraction(3), Fraction(1), 1, "eigenvalues 1 and 2"),),
            "A = np.array([[3, 0], [np.nan, 1]], dtype=np.float64)",
            "poison: diagonal (float64, 2×2, NaN in the triangle that is not read)",
            "values [3., 1.]; vectors [[1., 0.], [0., 1.]]",
            (
                Portrait(
                    "",
                    2,
                    (exact("(1 − √5)/2", -0.6180339887498949), exact("(1 + √5)/2", 1.618033988749895)),
                    (),
                    (1.618033988749895 + 0j, -0.6180339887498949 + 0j),
                ),
            ),
            9,
            ("poison", "random"),
        ),
        Finding(
            "unit-vectors",
            (Decision("unit-vectors", Fraction(3, 4), Fraction(1, 2**40), 1, "vector 1"),),
            "A = np.array([[1]], dtype=np.float64)",
            "jordan: J1(1) (float64, 1×1)",
            "values [1.]; vectors [[0.5]]",
            (Portrait("", 1, (exact("1", 1),), (), (1.0 + 0j,)),),
            1,
            ("jordan",),
        ),
    ),
    accepted=(),
    environment={},
    families={},
    options=(("driver", "ev"),),
    namespace="scipy",
)

UNDECIDED = replace(
    GOOD, dtype="float16", headroom=(), families={}, inputs=0, matrices=0, unsupported={"TypeError: no": 1}
)

REPORTS = {
    "good": GOOD,
    "undone": UNDONE,
    "mixed": MIXED,
    "wide": WIDE,
    "near": NEAR,
    "undecided": UNDECIDED,
}
