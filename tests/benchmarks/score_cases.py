"""How many matrices of the case table get their known block structure, and how fast: symeig beside SymPy.

Run with `python -m tests.benchmarks.score_cases`. Each matrix has the same limit; SymPy works in a process that is
killed when its time is up. Right is what has the known block sizes for every eigenvalue.
"""

# ruff: noqa: T201  (a script that prints)

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any

from sympy import Expr, Matrix, degree

from symeig import eigensystem
from symeig.errors import SymeigError
from symeig.reading import read_matrix
from tests.cases import CASES, Case, X, agrees, number

__all__ = ["Score", "of_symeig", "of_sympy", "summary"]

# Seconds for one matrix.
LIMIT = 2.0

EXACT = [case for case in CASES if case.kind != "float"]


@dataclass(frozen=True)
class Score:
    """What became of one matrix: "right", "wrong", "fails" or "too slow", and the seconds it took."""

    verdict: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.verdict} ({self.seconds:.3f} s)"


def of_symeig(case: Case) -> Score:
    """Symeig's score, from the texts of the entries to the proved structure."""
    start = perf_counter()
    try:
        S = eigensystem(case.entries)
    except SymeigError:
        return Score("fails", perf_counter() - start)
    seconds = perf_counter() - start
    if seconds > LIMIT:
        return Score("too slow", seconds)
    return Score("right" if agrees(S, case.blocks) else "wrong", seconds)


def of_sympy(case: Case) -> Score:
    """The score of SymPy's `Matrix.jordan_form`."""
    rows = read_matrix(case.entries).rows
    ours, theirs = multiprocessing.Pipe()
    worker = multiprocessing.Process(target=_sympy_worker, args=(theirs, rows), daemon=True)
    worker.start()
    ours.recv()
    start = perf_counter()
    answer = ours.recv() if ours.poll(LIMIT) else "too slow"
    seconds = perf_counter() - start
    worker.kill()
    worker.join()
    if isinstance(answer, str):
        return Score(answer, seconds)
    return Score("right" if answer == _known_sizes(case) else "wrong", seconds)


def _sympy_worker(parent: Connection, rows: Sequence[Sequence[Any]]) -> None:
    """Send the block sizes that SymPy finds, or "fails"."""
    A = Matrix(len(rows), len(rows), [x for row in rows for x in row])
    parent.send("ready")
    try:
        _, J = A.jordan_form()
        answer: Any = _sizes_of(J)
    except Exception:  # noqa: BLE001
        answer = "fails"
    parent.send(answer)


def _sizes_of(J: Matrix) -> Counter[tuple[int, ...]]:
    """The block sizes of each eigenvalue of a Jordan matrix; eigenvalues that are written differently are different."""
    sizes: dict[Expr, list[int]] = {}
    for i in range(J.rows):
        if i and J[i - 1, i] == 1:
            sizes[J[i, i]][-1] += 1
        else:
            sizes.setdefault(J[i, i], []).append(1)
    return Counter(tuple(sorted(s, reverse=True)) for s in sizes.values())


def _known_sizes(case: Case) -> Counter[tuple[int, ...]]:
    return Counter(b.sizes for b in case.blocks for _ in range(degree(number(b.polynomial), X)))


def summary(scores: dict[str, list[Score]]) -> str:
    """One line of Markdown for each system."""
    lines = []
    for name, own in scores.items():
        right = sum(s.verdict == "right" for s in own)
        seconds = [s.seconds for s in own]
        lines.append(
            f"- {name}: {right} of {len(own)} right, {sum(seconds):.1f} s together, {max(seconds):.2f} s at most."
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table and the summary."""
    scores: dict[str, list[Score]] = {"symeig": [], "SymPy": []}
    for case in EXACT:
        scores["symeig"].append(of_symeig(case))
        scores["SymPy"].append(of_sympy(case))
        print(f"{case.name:32} {scores['symeig'][-1]!s:24} {scores['SymPy'][-1]}", flush=True)
    print(summary(scores))


if __name__ == "__main__":
    main()
