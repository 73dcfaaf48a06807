"""Times one Python system on some matrices, in a process of its own that is warm when the clock starts.

Run by the Python that has the system, so nothing of this project is imported unless symeig itself is timed. Reads
{"system", "task", "matrices", "limit"} as JSON, the task "eigenvectors", "chains" or "jordan"; prints "version ..." and
then a line "seconds ..." for each matrix, or a line "fails ...". Each matrix is solved once, so that no system can
remember its answer.
"""

# ruff: noqa: PLC0415, T201  (a script that imports what it is asked for, and prints)

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

Solve = Callable[[list[list[int]]], Any]

# Solved before the clock starts, so that everything is loaded; no answer to a later matrix is in any cache.
WARM_UP = (
    [[3, -1, 1, -1], [9, -3, -7, -1], [0, 0, 4, -8], [0, 0, 2, -4]],
    [[2, -9, 4, 1, 7], [5, 0, -3, 8, -6], [-1, 6, 9, -2, 3], [4, -7, 2, 5, -8], [8, 1, -5, 6, 0]],
)


def symeig(task: str) -> tuple[str, Solve]:
    """Everything in implicit form, proved, is what "eigenvectors" and "chains" need; "jordan" adds P and J in SymPy."""
    from symeig import __version__, eigensystem

    if task == "jordan":
        return __version__, lambda rows: eigensystem(rows).jordan()
    return __version__, eigensystem


def sympy(task: str) -> tuple[str, Solve]:
    """`Matrix.eigenvects` and `Matrix.jordan_form`, with P."""
    from sympy import Matrix, __version__

    if task == "eigenvectors":
        return __version__, lambda rows: Matrix(rows).eigenvects()
    return __version__, lambda rows: Matrix(rows).jordan_form()


def sage(task: str) -> tuple[str, Solve]:
    """One eigenspace over each number field ℚ[x]/p; the Jordan form with P over ℚ, or over ℚ̄ where ℚ is too small."""
    # Sage as a whole, or the parts of it that are installed.
    for part in ("all", "all__sagemath_modules", "all__sagemath_flint", "all__sagemath_linbox", "all__sagemath_pari"):
        with suppress(ImportError):
            import_module(f"sage.{part}")
    from sage.matrix.constructor import matrix
    from sage.rings.integer_ring import ZZ
    from sage.rings.qqbar import QQbar
    from sage.rings.rational_field import QQ
    from sage.version import version

    def jordan(rows: list[list[int]]) -> Any:
        try:
            return matrix(QQ, rows).jordan_form(transformation=True)
        except RuntimeError:
            return matrix(QQbar, rows).jordan_form(transformation=True)

    if task == "eigenvectors":
        return version, lambda rows: matrix(ZZ, rows).eigenspaces_right(format="galois")
    return version, jordan


def calcium(task: str) -> tuple[str, Solve]:
    """FLINT's exact complex numbers, called in the library that python-flint brings along."""
    import flint

    site = Path(flint.__file__).parents[1]
    library = ctypes.CDLL(str(next(p for d in site.glob("python_flint*") for p in d.glob("*flint*-*"))))
    library.fmpz_mat_entry.restype = ctypes.c_void_p
    # The library's own structures stay closed to us; these are roomy enough for any of them.
    context = ctypes.create_string_buffer(1 << 16)
    library.ca_ctx_init(context)

    def solve(rows: list[list[int]]) -> None:
        n = ctypes.c_long(len(rows))
        integers, A, D, P = (ctypes.create_string_buffer(256) for _ in range(4))
        library.fmpz_mat_init(integers, n, n)
        for i, row in enumerate(rows):
            for j, x in enumerate(row):
                entry = library.fmpz_mat_entry(integers, ctypes.c_long(i), ctypes.c_long(j))
                library.fmpz_set_si(ctypes.c_void_p(entry), ctypes.c_long(x))
        for M in (A, D, P):
            library.ca_mat_init(M, n, n, context)
        library.ca_mat_set_fmpz_mat(A, integers, context)
        if task == "eigenvectors":
            done = library.ca_mat_diagonalization(D, P, A, context) == 0
        else:
            done = library.ca_mat_jordan_form(D, P, A, context)
        for M in (A, D, P):
            library.ca_mat_clear(M, context)
        library.fmpz_mat_clear(integers)
        if not done:
            raise ArithmeticError

    return f"in FLINT {flint.__FLINT_VERSION__}", solve


SYSTEMS = {"symeig": symeig, "SymPy": sympy, "Sage": sage, "Calcium": calcium}


def main() -> None:
    """Answer one request from standard input."""
    request = json.load(sys.stdin)
    version, solve = SYSTEMS[request["system"]](request["task"])
    print("version", version, flush=True)
    with suppress(Exception):
        for matrix in WARM_UP:
            solve(matrix)
    begin = perf_counter()
    for matrix in request["matrices"]:
        start = perf_counter()
        try:
            solve(matrix)
        except Exception as error:  # noqa: BLE001
            print("fails", type(error).__name__, flush=True)
            return
        end = perf_counter()
        print("seconds", end - start, flush=True)
        if end - begin > request["limit"] / 2:
            return


if __name__ == "__main__":
    main()
