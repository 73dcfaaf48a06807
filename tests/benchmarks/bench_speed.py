"""symeig's own speed on the rows of the benchmark, for comparing one version with the next.

Not collected by default. Run with `pytest tests/benchmarks/bench_speed.py`; add `--benchmark-autosave` and, later,
`--benchmark-compare` to see what a change did.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.matrices import ROWS, Row
from tests.benchmarks.session import symeig


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name.replace("×", "x"))
def test_speed(benchmark: BenchmarkFixture, row: Row) -> None:
    """The matrices of a row are solved and proved, as often as it takes to know the time."""
    _, solve = symeig(row.task)
    benchmark.extra_info["matrices"] = len(row.matrices)
    benchmark(lambda: [solve(A) for A in row.matrices])
