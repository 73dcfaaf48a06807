"""How long worked solutions take in a warm process, and how small the numbers in them stay.

Run with `python tests/benchmarks/worked.py`; prints a table in Markdown. Every matrix is made from a planted Jordan form
with small integer eigenvalues by an integer matrix with determinant ±1, so that a solution without fractions exists.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator

from sympy import Expr, ImmutableMatrix

from symeig import solve
from symeig.worked.formulas import leaves
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Display

MATRICES = 60


def planted(n: int, source: random.Random, *, defective: bool) -> list[list[int]]:
    """An n×n integer matrix with small integer eigenvalues, one of them in a block of size 2 where it is defective."""
    values = sorted(source.randint(-4, 6) for _ in range(n))
    J = ImmutableMatrix.diag(*values).as_mutable()
    if defective:
        J[1, 1] = J[0, 0]
        J[0, 1] = 1
    P = ImmutableMatrix.eye(n).as_mutable()
    for _ in range(2 * n):
        i, j = source.sample(range(n), 2)
        P[i, :] = P[i, :] + source.choice((-1, 1)) * P[j, :]
    return (P * J * P.inv()).tolist()


def numbers(solution: WorkedSolution) -> Iterator[Expr]:
    """The numbers in all displayed formulas, at every level; coefficients of polynomials too."""
    for step in solution.steps:
        for block in step.blocks(3):
            if isinstance(block, Display):
                for formula in block.formulas:
                    for leaf in leaves(formula):
                        yield from (x for x in leaf.as_coefficients_dict().values() if x.is_Rational)
                        yield from ([leaf] if leaf.is_Rational else [])


def measure(n: int, *, defective: bool) -> tuple[float, float, int, float]:
    """Milliseconds (median, maximum), digits of the longest integer (95 % of solutions), share of fractions in percent."""
    source = random.Random(n)
    times, digits, fractions, total = [], [], 0, 0
    for _ in range(MATRICES):
        A = planted(n, source, defective=defective)
        start = time.perf_counter()
        solution = solve(A)
        solution.to_text()
        times.append(1000 * (time.perf_counter() - start))
        found = list(numbers(solution))
        digits.append(max(len(str(max(abs(x.p), x.q))) for x in found))
        fractions += sum(not x.is_Integer for x in found)
        total += len(found)
    return statistics.median(times), max(times), sorted(digits)[int(0.95 * len(digits))], 100 * fractions / total


if __name__ == "__main__":
    solve([[4, 1], [2, 3]]).to_text()
    print("| n | defective | ms, median | ms, maximum | digits | fractions |")
    print("| --- | --- | --- | --- | --- | --- |")
    for n in (2, 3, 4, 5):
        for defective in (False, True):
            median, longest, digits, fractions = measure(n, defective=defective)
            print(f"| {n} | {defective} | {median:.0f} | {longest:.0f} | {digits} | {fractions:.1f} % |")
