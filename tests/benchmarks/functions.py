"""Powers with a letter, exponentials and singular values beside SymPy and Sage: seconds, and what is right.

Run with `python tests/benchmarks/functions.py`; prints a table in Markdown. Each computation has a process of its own,
which is warm when the clock starts and is killed after 20 s a matrix; the figure is the median for the matrix, its
transpose, and both with rows and columns in the opposite order, so that nothing is remembered. Results are compared in
digits with A·A·A, with mpmath's exponential and with its singular values; powers with A⁰ = I too. Sage is used where
SAGE_PYTHON names a Python that has it with its symbolic ring (the wheels passagemath-symbolics, for one).
"""

# ruff: noqa: PLC0415, T201  (a script that imports what it times, and prints)

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

LIMIT = 20

MATRICES: dict[str, list[list[Any]]] = {
    "lesson, 2×2": [[2, 1], [2, 3]],
    "Fibonacci": [[1, 1], [1, 0]],
    "complex pair": [[1, -2], [2, 1]],
    "singular": [[1, -1], [-1, 1]],
    "nilpotent 3×3": [[0, 1, 0], [0, 0, 1], [0, 0, 0]],
    "defective 3×3": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "irreducible cubic": [[0, 0, 1], [1, 0, 1], [0, 1, 0]],
    "symmetric 3×3, irrational": [[2, -1, 0], [-1, 2, -1], [0, -1, 3]],
    "random 4×4": [[-2, 4, 4, -3], [3, 5, 2, 2], [5, 0, -3, 0], [-2, 0, 4, 5]],
    "4×2": [[2, 4], [1, 3], [0, 0], [0, 0]],
}
TASKS = ("power", "exp", "singular values")

# Others, of each kind, that are solved before the clock starts.
WARM_UP = ([[5, 2], [2, 8]], [[0, 1], [1, 3]], [[3, -5], [1, 1]], [[7, 1, 0], [0, 7, 0], [0, 0, 0]])

# A function of a matrix as a list of rows; what it returns is read off by `Values`.
Solve = Callable[[list[list[Any]]], Any]
# Gives the entries of a result, or singular values, as complex numbers, with a number in the place of the letter.
Values = Callable[[Any, int], list[complex]]


def symeig(task: str) -> tuple[Solve, Values]:
    """Methods of the eigensystem, and the values of the singular value decomposition."""
    from sympy import Symbol

    from symeig import eigensystem, svd
    from tests.laws.arithmetic import digits

    n = Symbol("n")
    solve: dict[str, Solve] = {
        "power": lambda rows: eigensystem(rows).power(n),
        "exp": lambda rows: eigensystem(rows).exp(n),
        "singular values": lambda rows: svd(rows).singular_values,
    }
    return solve[task], lambda found, k: [complex(digits(x.subs(n, k))) for x in found]


def sympy(task: str) -> tuple[Solve, Values]:
    """`Matrix.pow` with an integer n ≥ 0, `Matrix.exp`, `Matrix.singular_values`."""
    from sympy import Matrix, Symbol

    n = Symbol("n", integer=True, nonnegative=True)
    solve: dict[str, Solve] = {
        "power": lambda rows: Matrix(rows) ** n,
        "exp": lambda rows: (Matrix(rows) * n).exp(),
        "singular values": lambda rows: Matrix(rows).singular_values(),
    }
    return solve[task], lambda found, k: [complex(x.subs(n, k)) for x in found]


def sage(task: str) -> tuple[Solve, Values]:
    """`matrix ** n` and `exp` over the symbolic ring; singular values as roots of the eigenvalues of AᵀA."""
    from sage.all__sagemath_symbolics import QQ, SR, exp, matrix, var

    n = var("n")
    solve: dict[str, Solve] = {
        "power": lambda rows: matrix(QQ, rows) ** n,
        "exp": lambda rows: exp(matrix(SR, rows) * n),
        "singular values": lambda rows: [SR(x).sqrt() for x in (matrix(SR, rows).T * matrix(SR, rows)).eigenvalues()],
    }

    def values(found: Any, k: int) -> list[complex]:
        entries = found if isinstance(found, list) else found.list()
        return [complex(x.subs({n: k}).n()) for x in map(SR, entries)]

    return solve[task], values


def expected(task: str, rows: list[list[Any]], k: int) -> list[complex]:
    """The entries, or the singular values that are not 0, by floating-point means of high precision."""
    import mpmath

    with mpmath.workdps(40):
        A = mpmath.matrix(rows)
        if task == "singular values":
            found = mpmath.svd_r(A, compute_uv=False)
            return [complex(x) for x in found]
        result = A**k if task == "power" else mpmath.expm(A * k)
        return [complex(x) for x in result]


def variants(rows: list[list[Any]]) -> list[list[list[Any]]]:
    """The matrix, its transpose, and both with rows and columns in the opposite order."""
    transposed = [list(column) for column in zip(*rows, strict=True)]
    return [rows, transposed, *([row[::-1] for row in M[::-1]] for M in (rows, transposed))]


def session(system: str, task: str, rows: list[list[Any]]) -> dict[str, Any]:
    """Time one system on one matrix, in this process."""
    solve, values = {"symeig": symeig, "SymPy": sympy, "Sage": sage}[system](task)
    for matrix in WARM_UP:
        solve(matrix)
    times = []
    for matrix in variants(rows):
        start = perf_counter()
        found = solve(matrix)
        times.append(perf_counter() - start)
    found = solve(rows)
    computed = {k: values(found, k) for k in ((0,) if task == "singular values" else (0, 3 if task == "power" else 1))}
    return {"seconds": median(times), "values": {k: [[x.real, x.imag] for x in v] for k, v in computed.items()}}


def verdict(task: str, rows: list[list[Any]], values: dict[str, list[list[float]]]) -> str:
    """Whether the values are right; nothing is said of those that are."""
    for k, pairs in values.items():
        right = expected(task, rows, int(k))
        found = [complex(*pair) for pair in pairs]
        if task == "singular values":
            found, right = (sorted(x, key=abs) for x in (found, right))
            found = [0j] * (len(right) - len(found)) + found
        if len(found) != len(right) or any(abs(x - y) > 1e-8 * (1 + abs(y)) for x, y in zip(found, right, strict=True)):
            return "wrong"
    return ""


def measured(system: str, task: str, rows: list[list[Any]]) -> str:
    """Seconds of a system, or why there are none."""
    python = os.environ.get("SAGE_PYTHON", "") if system == "Sage" else sys.executable
    if not python:
        return "not installed"
    command = [python, __file__, json.dumps([system, task, rows])]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())} if system != "Sage" else dict(os.environ)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=4 * LIMIT, check=False, env=environment)
    except subprocess.TimeoutExpired:
        return f"> {LIMIT}"
    if done.returncode:
        return "fails"
    found = json.loads(done.stdout.splitlines()[-1])
    wrong = verdict(task, rows, found["values"])
    return wrong or f"{found['seconds']:.2g}"


def main() -> None:
    """Print the table."""
    print("| | matrix | symeig | SymPy | Sage | SymPy ÷ symeig |\n| --- | --- | --- | --- | --- | --- |")
    for task in TASKS:
        for name, rows in MATRICES.items():
            if task != "singular values" and len(rows) != len(rows[0]):
                continue
            ours, *others = (measured(system, task, rows) for system in ("symeig", "SymPy", "Sage"))
            ratio = f"{float(others[0]) / float(ours):.2g}" if others[0][0].isdigit() else "–"
            print(f"| {task} | {name} | {ours} | {' | '.join(others)} | {ratio} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(session(*json.loads(sys.argv[1]))))
    else:
        main()
