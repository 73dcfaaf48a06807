"""How long worked solutions take in a warm process, and how small the numbers in them stay.

Run with `python tests/benchmarks/worked.py`; prints a table in Markdown. Times are of the processor, in milliseconds,
median and maximum over matrices that are all different. Every matrix is similar to a planted one, by an integer matrix
with determinant ±1, so that a solution with small numbers exists.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sympy import Expr, ImmutableMatrix, Matrix, Symbol, diag, eye

from symeig import solve
from symeig.worked.formulas import leaves
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Display

MATRICES = 40
# Matrices of each kind that are solved before the clock runs.
WARM = 5

WRITERS = {
    "text": WorkedSolution.to_text,
    "LaTeX": WorkedSolution.to_latex,
    "Markdown": WorkedSolution.to_markdown,
    "HTML": WorkedSolution.to_html,
    "JSON": WorkedSolution.to_json,
}


def integers(source: random.Random, n: int = 3) -> Any:
    """Integer eigenvalues."""
    return diag(*(source.randint(-4, 6) for _ in range(n)))


def defective(source: random.Random, n: int = 3) -> Any:
    """Integer eigenvalues, one of them in a Jordan block of size 2."""
    value = source.randint(-4, 6)
    return diag(Matrix([[value, 1], [0, value]]), integers(source, n - 2))


def quadratic(source: random.Random, wanted: Callable[[int], bool]) -> Any:
    """An integer eigenvalue, and two conjugate ones whose discriminant is wanted."""
    while True:
        trace, determinant = source.randint(-4, 4), source.randint(-6, 6)
        if wanted(trace**2 - 4 * determinant):
            return diag(Matrix([[0, -determinant], [1, trace]]), source.randint(-4, 6))


def surds(source: random.Random) -> Any:
    """Two conjugate surds."""
    return quadratic(source, lambda D: D > 0 and round(D**0.5) ** 2 != D)


def complex_pair(source: random.Random) -> Any:
    """Two conjugate complex numbers."""
    return quadratic(source, lambda D: D < 0)


def cubic(source: random.Random) -> Any:
    """The roots of an irreducible cubic."""
    while True:
        a, b, c = (source.randint(-4, 4) for _ in range(3))
        if all(x**3 + a * x**2 + b * x + c for x in range(-9, 10)):
            return Matrix([[0, 0, -c], [1, 0, -b], [0, 1, -a]])


def parameter(source: random.Random) -> Any:
    """A parameter and two integers."""
    return diag(Symbol("k"), integers(source, 2))


def similar(J: Any, source: random.Random) -> Any:
    """A matrix with the structure of another one."""
    P = eye(J.rows)
    for _ in range(2 * J.rows):
        i, j = source.sample(range(J.rows), 2)
        P[i, :] = P[i, :] + source.choice((-1, 1)) * P[j, :]
    return (P * J * P.inv()).expand()


def symmetric(source: random.Random) -> Any:
    """A multiple of the identity and a symmetric matrix of rank 1, which has an orthonormal basis of eigenvectors."""
    u = Matrix([1, source.randint(-2, 2), source.randint(-2, 2)])
    return source.randint(-4, 4) * eye(3) + source.choice((-2, -1, 1, 2, 3)) * u * u.T


def planted(kind: Callable[..., Any], *size: int) -> Callable[[random.Random], Any]:
    """Makes matrices similar to those of a kind."""
    return lambda source: similar(kind(source, *size), source)


# Name: how a matrix is made, and the goal.
KINDS: dict[str, tuple[Callable[[random.Random], Any], str]] = {
    "integers": (planted(integers), "auto"),
    "defective": (planted(defective), "auto"),
    "orthogonal": (symmetric, "orthogonal"),
    "surds": (planted(surds), "auto"),
    "complex": (planted(complex_pair), "auto"),
    "cubic": (planted(cubic), "auto"),
    "parameter": (planted(parameter), "auto"),
    "integers, n = 2": (planted(integers, 2), "auto"),
    "integers, n = 4": (planted(integers, 4), "auto"),
    "defective, n = 5": (planted(defective, 5), "auto"),
}


def numbers(solution: WorkedSolution) -> Iterator[Expr]:
    """The numbers in all displayed formulas, at every level; coefficients of polynomials too."""
    for step in solution.steps:
        for block in step.blocks(3):
            if isinstance(block, Display):
                for formula in block.formulas:
                    for leaf in leaves(formula):
                        yield from (x for x in leaf.as_coefficients_dict().values() if x.is_Rational)
                        yield from ([leaf] if leaf.is_Rational else [])


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The milliseconds of the processor that something takes, and what comes out."""
    start = time.process_time()
    result = work()
    return 1000 * (time.process_time() - start), result


def measure(make: Callable[[random.Random], Any], goal: str) -> Iterator[str]:
    """The cells of a row: times of `solve` and of every format, the longest number, the share of fractions."""
    source = random.Random(7)  # noqa: S311  (the same matrices each time)
    times: list[list[float]] = []
    found: list[Expr] = []
    for _ in range(WARM + MATRICES):
        A = ImmutableMatrix(make(source))
        solving, solution = timed(partial(solve, A, goal=goal))
        times.append([solving, *(timed(partial(write, solution))[0] for write in WRITERS.values())])
        found += numbers(solution)
    for column in zip(*times[WARM:], strict=True):
        yield f"{statistics.median(column):.0f} / {max(column):.0f}"
    yield str(max(len(str(max(abs(x.p), x.q))) for x in found))
    yield f"{100 * statistics.mean(not x.is_Integer for x in found):.1f} %"


if __name__ == "__main__":
    print("| 3×3 |", " | ".join(["solve", *WRITERS, "digits", "fractions"]), "|")  # noqa: T201
    print("| --- |" + " --- |" * (len(WRITERS) + 3))  # noqa: T201
    for name, (make, goal) in KINDS.items():
        print(f"| {name} |", " | ".join(measure(make, goal)), "|", flush=True)  # noqa: T201
