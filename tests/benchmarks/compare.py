"""Measures symeig beside other systems and writes the table into docs/explanation/benchmarks.md.

Run with `python -m tests.benchmarks.compare` from the root of the repository; it takes below ten minutes. The commands
of the other systems can be given by the environment variables SAGE_PYTHON, GP and MAXIMA.
"""

# ruff: noqa: T201  (a script that prints)

from __future__ import annotations

import os
import platform
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import score_cases
from tests.benchmarks.matrices import ROWS, Row, Target
from tests.benchmarks.systems import LIMIT, SYMEIG, SYSTEMS, Outcome, System

__all__ = ["main"]

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "benchmarks.md"
BEGIN, END = "<!-- begin measured -->", "<!-- end measured -->"

# Outcomes of one row by the name of the system.
Outcomes = dict[str, Outcome]


def measure(row: Row, systems: tuple[System, ...]) -> Outcomes:
    """All systems on one row, one after the other."""
    outcomes = {}
    for system in systems:
        outcomes[system.name] = system.measure(row)
        print(f"{row.name}: {system.name} {outcomes[system.name]}", file=sys.stderr, flush=True)
    return outcomes


def measure_all() -> dict[str, Outcomes]:
    """All rows; in a series of growing matrices, a system that did not finish is not asked again."""
    table: dict[str, Outcomes] = {}
    unfinished: dict[tuple[str, str], Outcome] = {}
    for row in ROWS:
        known = {s.name: unfinished[row.series, s.name] for s in SYSTEMS if (row.series, s.name) in unfinished}
        outcomes = measure(row, (SYMEIG, *(s for s in SYSTEMS if s.name not in known))) | known
        table[row.name] = outcomes
        if row.series:
            unfinished |= {(row.series, name): o for name, o in outcomes.items() if o.reason == f"> {LIMIT}"}
    return table


def fastest(outcomes: Outcomes, names: tuple[str, ...] = ()) -> tuple[float, bool] | None:
    """The time of the fastest other system, and whether that is only a lower bound; None where no other did it."""
    others = [
        (o.at_least, o.seconds is None)
        for name, o in outcomes.items()
        if name != "symeig" and (not names or name in names)
    ]
    return min(((t, bound) for t, bound in others if t is not None), default=None)


def ratio(outcomes: Outcomes, names: tuple[str, ...] = ()) -> float | None:
    """How many times faster symeig is than the fastest other system, at least."""
    own, best = outcomes["symeig"].seconds, fastest(outcomes, names)
    return None if own is None or best is None else best[0] / own


def multiple(outcomes: Outcomes, names: tuple[str, ...] = ()) -> str:
    """The same as text."""
    times, best = ratio(outcomes, names), fastest(outcomes, names)
    if times is None or best is None:
        return "–"
    digits = 0 if times >= 10 else 2
    return f"{'> ' if best[1] else ''}{times:.{digits}f}×"


def reached(target: Target, outcomes: Outcomes) -> str:
    """What a target asks for, and what was reached."""
    own, times = outcomes["symeig"].seconds, ratio(outcomes, target.against)
    if target.seconds is not None:
        verdict = own is not None and own <= target.seconds
    elif times is None:
        return f"{target}: not measured"
    else:
        verdict = times >= (target.ratio or 0)
    figure = f" ({multiple(outcomes, target.against)})" if target.against else ""
    return f"{target}{figure}: {'yes' if verdict else 'no'}"


def table(results: dict[str, Outcomes]) -> str:
    """The Markdown table."""
    names = ["symeig", *(s.name for s in SYSTEMS)]
    lines = [
        f"| matrix | {' | '.join(names)} | fastest other ÷ symeig | to reach |",
        f"| --- | {' | '.join('---' for _ in names)} | --- | --- |",
    ]
    for row in ROWS:
        outcomes = results[row.name]
        cells = [str(outcomes[name]) for name in names]
        targets = "; ".join(reached(t, outcomes) for t in row.targets)
        lines.append(f"| {row.name} | {' | '.join(cells)} | {multiple(outcomes)} | {targets} |")
    return "\n".join(lines)


def machine(results: dict[str, Outcomes]) -> str:
    """The machine and the versions, in general terms."""
    versions = {name: o.version for outcomes in results.values() for name, o in outcomes.items() if o.version}
    systems = ", ".join(f"{name} {version}" for name, version in versions.items())
    kind = f"{os.cpu_count()} cores, {platform.system()} on {platform.machine()}, Python {platform.python_version()}"
    return f"Measured on {datetime.now(UTC).date().isoformat()}: {kind}; {systems}."


def written_out() -> str:
    """What it costs symeig to write out P and J where the eigenvalues are irrational."""
    rows = [row for row in ROWS if row.task == "chains"]
    times = [SYMEIG.measure(replace(row, task="jordan")) for row in rows]
    return "\n".join(
        f"{row.name}, with P and J written out as SymPy matrices: {t} s." for row, t in zip(rows, times, strict=True)
    )


def report() -> str:
    """Everything that is measured, as Markdown."""
    results = measure_all()
    scores = {
        "symeig": [score_cases.of_symeig(case) for case in score_cases.EXACT],
        "SymPy": [score_cases.of_sympy(case) for case in score_cases.EXACT],
    }
    heading = f"Matrices of the case table with the right block structure within {score_cases.LIMIT:g} s each:"
    return "\n\n".join([machine(results), table(results), written_out(), heading, score_cases.summary(scores)])


def main() -> None:
    """Print the report and put it between the markers of the page."""
    text = report()
    print(text)
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
