"""Long runs: the whole zoo over many seeds, and the libraries over very many matrices. Resumable, and no part of CI.

    python -m tests.zoo.long_run grid zoo.jsonl --seeds 1 --shelf broken
    python -m tests.zoo.long_run grid zoo.jsonl --seeds 20 --shelf correct
    python -m tests.zoo.long_run libraries libraries.jsonl --matrices 100000
    python -m tests.zoo.long_run oracles oracles.jsonl --seeds 1
    python -m tests.zoo.long_run tables zoo.jsonl libraries.jsonl oracles.jsonl

Each line of a file is one verification. What is in the file is not done again, so a run that was ended goes on.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any, cast

import numpy as np

from symeig.numeric.contracts import contract_for
from symeig.numeric.examination import draw, tried
from symeig.numeric.inquiry import Inquiry
from symeig.numeric.outcomes import Returned
from symeig.numeric.problems import Problem
from symeig.numeric.subjects import LocalSubject
from symeig.numeric.verification import ORDER, inquire, probed, verify
from tests.zoo.broken import BROKEN
from tests.zoo.correct import CORRECT
from tests.zoo.oracles import ORACLES
from tests.zoo.specimens import Specimen

__all__ = ["KINDS", "inquiry_of", "main"]

# Kinds whose routines are given the same inputs.
KINDS = (("eig", "eigvals"), ("eigh", "eigvalsh"))

# What a routine for Hermitian matrices in the zoo promises, as NumPy does.
HERMITIAN = {"order": "ascending", "triangle": "lower"}

# Routines with their options; a run of each is repeated with other seeds until there are enough matrices.
LIBRARIES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("numpy.linalg:eig", {}),
    ("numpy.linalg:eigvals", {}),
    ("numpy.linalg:eigh", {}),
    ("numpy.linalg:eigvalsh", {}),
    ("scipy.linalg:eigh", {"driver": "ev"}),
    ("scipy.linalg:eigh", {"driver": "evd"}),
    ("scipy.linalg:eigh", {"driver": "evr"}),
    ("scipy.linalg:eigh", {"driver": "evx"}),
    ("scipy.linalg:eigvalsh", {}),
    ("scipy.linalg:eig", {}),
    ("mpmath:eig", {}),
    ("mpmath:eigh", {}),
    ("torch.linalg:eig", {}),
    ("torch.linalg:eigvals", {}),
    ("torch.linalg:eigh", {}),
    ("jax.numpy.linalg:eig", {}),
    ("jax.numpy.linalg:eigh", {}),
)

# Inputs of each dtype in one verification of a library.
EXAMPLES = 400


# --- the runs ---------------------------------------------------------------------------------------------------------


def grid(kinds: tuple[str, ...], shelf: str, seed: int) -> dict[str, Any]:
    """All specimens of a shelf and of two kinds that are given the same inputs, with one seed.

    The inputs are those of `verify` at its defaults, drawn once for all specimens; nothing is made smaller.
    """
    start = time.perf_counter()
    specimens = [s for s in (BROKEN if shelf == "broken" else CORRECT) if s.kind in kinds]
    inquiries = [inquiry_of(specimen, seed) for specimen in specimens]
    laws: dict[str, dict[str, int]] = {s.name: {} for s in specimens}
    matrices = 0
    with ExitStack() as stack:
        subjects = [stack.enter_context(inquiry.subject()) for inquiry in inquiries]

        def look(problem: Problem) -> None:
            nonlocal matrices
            matrices += len(problem.matrices)
            for specimen, inquiry, subject in zip(specimens, inquiries, subjects, strict=True):
                for law in tried(problem, inquiry, subject)[1].laws:
                    laws[specimen.name][law] = laws[specimen.name].get(law, 0) + 1

        for stratum in inquiries[0].strata:
            draw(inquiries[0], stratum, look)
        for specimen, inquiry, subject in zip(specimens, inquiries, subjects, strict=True):
            for probe, decision, _ in probed(inquiry, subject):
                if not decision.holds:
                    laws[specimen.name][probe.law] = laws[specimen.name].get(probe.law, 0) + 1
    seconds = round(time.perf_counter() - start, 1)
    return {"shelf": shelf, "kinds": kinds, "seed": seed, "laws": laws, "matrices": matrices, "seconds": seconds}


def inquiry_of(specimen: Specimen, seed: int, **options: Any) -> Inquiry:
    """What `verify` is asked about a specimen."""
    promises = {**(HERMITIAN if specimen.kind in KINDS[1] else {}), **specimen.contract}
    contract = contract_for(specimen.kind, promises=promises)
    return inquire(specimen.solver, specimen.kind, contract=contract, seed=seed, **options)


def library(routine: str, options: dict[str, Any], seed: int) -> dict[str, Any]:
    """One routine of a library with one seed; the sizes beyond 12 are given with every tenth seed."""
    start = time.perf_counter()
    report = verify(
        routine, options=options, seed=seed, examples=EXAMPLES, max_size=None if seed % 10 == 0 else 12, timeout=120
    )
    return {
        "routine": routine,
        "options": options,
        "seed": seed,
        "matrices": report.matrices,
        "decided": sum(h.decided for h in report.headroom),
        "headroom": {h.law: h.ratio for h in report.headroom},
        "tightest": {h.law: h.words for h in report.headroom if h.ratio > 0.1},
        "findings": {
            f.law: {"words": f.words, "code": f.code, "text": f.worst.text, "ratio": min(f.worst.ratio, 1e300)}
            for f in (*report.findings, *report.accepted)
        },
        "broken": {f.law: f.broken for f in (*report.findings, *report.accepted)},
        "versions": dict(report.environment),
        "seconds": round(time.perf_counter() - start, 2),
    }


def oracle(kinds: tuple[str, ...], shelf: str, seed: int) -> dict[str, Any]:
    """What the usual oracles say of all specimens of a shelf, on the inputs of `grid`.

    They see one matrix at a time, as they do in practice; an exception counts as a finding for each of them. Something
    is caught where a result is refused and NumPy's for the same matrix is not: to refuse everything is no merit.
    """
    specimens = [s for s in (BROKEN if shelf == "broken" else CORRECT) if s.kind in kinds]
    inquiries = [inquiry_of(specimen, seed) for specimen in specimens]
    refused, caught = ({s.name: dict.fromkeys(ORACLES, 0) for s in specimens} for _ in range(2))
    references = {kind: LocalSubject(getattr(np.linalg, kind), cast("Any", kind)) for kind in kinds}
    asked = 0
    with ExitStack() as stack:
        subjects = [stack.enter_context(inquiry.subject()) for inquiry in inquiries]

        def look(problem: Problem) -> None:
            nonlocal asked
            sound = {
                kind: [
                    {key: _accepted(accepts, a, result, kind) for key, accepts in ORACLES.items()}
                    for a, result in _slices(problem, subject.call(problem.array), kind)
                ]
                for kind, subject in references.items()
            }
            for specimen, subject in zip(specimens, subjects, strict=True):
                outcome = subject.call(problem.array, problem.layout, problem.triangle)
                for k, (a, result) in enumerate(_slices(problem, outcome, specimen.kind)):
                    asked += 1
                    for key, accepts in ORACLES.items():
                        if not _accepted(accepts, a, result, specimen.kind):
                            refused[specimen.name][key] += 1
                            caught[specimen.name][key] += sound[specimen.kind][k][key]

        for stratum in inquiries[0].strata:
            draw(inquiries[0], stratum, look)
    return {"shelf": shelf, "kinds": kinds, "seed": seed, "asked": asked, "refused": refused, "caught": caught}


def _accepted(accepts: Callable[..., bool], a: np.ndarray, result: Any, kind: str) -> bool:
    """Whether an oracle accepts a result; one that breaks down over it does not."""
    if result is None:
        return False
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return bool(accepts(a, result, kind))
        except Exception:  # noqa: BLE001  (an assertion, a linear algebra error, a wrong shape: all say no)
            return False


def _slices(problem: Problem, outcome: Any, kind: str) -> Iterator[tuple[np.ndarray, Any]]:
    """Each matrix with its result, None where there is none."""
    array, n, number = problem.array, problem.dimension, len(problem.matrices)
    for k, a in enumerate(array.reshape(number, n, n)):
        if not isinstance(outcome, Returned) or outcome.values.shape != array.shape[:-1]:
            yield a, None
        elif kind in {"eig", "eigh"}:
            if outcome.vectors is None or outcome.vectors.shape != array.shape:
                yield a, None
            else:
                yield a, (outcome.values.reshape(number, n)[k], outcome.vectors.reshape(number, n, n)[k])
        else:
            yield a, outcome.values.reshape(number, n)[k]


# --- resuming ---------------------------------------------------------------------------------------------------------


def _rows(path: Path) -> list[dict[str, Any]]:
    """The whole lines of a file; a last one that was cut off is left out."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return found


def _run(path: Path, jobs: Iterable[tuple[Callable[..., Any], tuple[Any, ...]]], workers: int) -> None:
    """Do jobs with several processes and add a line to the file for each."""
    with ProcessPoolExecutor(workers) as pool, path.open("a", encoding="utf-8") as file:
        for done in as_completed([pool.submit(work, *arguments) for work, arguments in jobs]):
            file.write(json.dumps(done.result(), ensure_ascii=False) + "\n")
            file.flush()


def run_zoo(path: Path, work: Callable[..., Any], seeds: int, shelves: Iterable[str], workers: int) -> None:
    """The specimens of some shelves with all seeds."""
    have = {(row["shelf"], tuple(row["kinds"]), row["seed"]) for row in _rows(path)}
    todo = [(shelf, kinds, seed) for seed in range(seeds) for shelf in shelves for kinds in KINDS]
    _run(path, [(work, (kinds, shelf, s)) for shelf, kinds, s in todo if (shelf, kinds, s) not in have], workers)


def run_libraries(path: Path, matrices: int, workers: int) -> None:
    """All routines, round by round, until there are enough matrices."""
    for seed in count():
        rows = _rows(path)
        if sum(row["matrices"] for row in rows) >= matrices:
            return
        have = {(row["routine"], str(row["options"]), row["seed"]) for row in rows}
        todo = [(r, o) for r, o in LIBRARIES if (r, str(o), seed) not in have]
        _run(path, [(library, (r, o, seed)) for r, o in todo], workers)


# --- the tables -------------------------------------------------------------------------------------------------------


def tables(grids: Path, libraries: Path, oracles: Path) -> Iterator[str]:
    """What the docs show, in Markdown."""
    yield from _grid_table(_rows(grids))
    yield from _library_table(_rows(libraries))
    yield from _oracle_table(_rows(oracles), _rows(grids))


def _grid_table(rows: list[dict[str, Any]]) -> Iterator[str]:
    for shelf in ("broken", "correct"):
        own = [row for row in rows if row["shelf"] == shelf]
        for seed in sorted({row["seed"] for row in own}):
            laws = {name: found for row in own if row["seed"] == seed for name, found in row["laws"].items()}
            flagged = [name for name, found in laws.items() if found]
            rest = [name for name in laws if name not in flagged]
            listed = ", ".join(rest if shelf == "broken" else flagged) or "none"
            word = "missed" if shelf == "broken" else "flagged"
            yield f"{shelf}, seed {seed}: {len(flagged)} of {len(laws)} flagged; {word}: {listed}"
    yield "\n| specimen | kind | fault | laws that it broke |\n| --- | --- | --- | --- |"
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        for name, laws in row["laws"].items() if row["shelf"] == "broken" else ():
            found.setdefault(name, {}).update(laws)
    for specimen in BROKEN:
        laws = sorted(found.get(specimen.name, {}), key=ORDER.__getitem__)
        yield f"| {specimen.name} | {specimen.kind} | {specimen.fault} | {', '.join(laws) or '–'} |"


def _library_table(rows: list[dict[str, Any]]) -> Iterator[str]:
    yield "\n| routine | matrices | decisions | tightest law | findings |\n| --- | --- | --- | --- | --- |"
    for routine, options in LIBRARIES:
        own = [row for row in rows if row["routine"] == routine and row["options"] == options]
        if not own:
            continue
        worst = max(((r, law) for row in own for law, r in row["headroom"].items()), default=(0.0, ""))
        found = sorted({law for row in own for law in row["findings"]})
        label = routine + "".join(f" {k}={v}" for k, v in options.items())
        matrices, decided = (sum(row[key] for row in own) for key in ("matrices", "decided"))
        tight, listed = f"{worst[1]} {100 * worst[0]:.1f} %", ", ".join(found) or "none"
        yield f"| `{label}` | {matrices} | {decided} | {tight} | {listed} |"
    yield f"\n{sum(row['matrices'] for row in rows)} matrices, {sum(row['decided'] for row in rows)} decisions"


def _oracle_table(rows: list[dict[str, Any]], grids: list[dict[str, Any]]) -> Iterator[str]:
    yield "\n| oracle | broken caught | correct flagged | matrices refused of correct ones |\n| --- | --- | --- | --- |"
    asked = sum(row["asked"] for row in rows if row["shelf"] == "correct")
    for key in ORACLES:
        flagged: dict[str, set[str]] = {"broken": set(), "correct": set()}
        for row in rows:
            counts = row["caught" if row["shelf"] == "broken" else "refused"]
            flagged[row["shelf"]] |= {name for name, found in counts.items() if found[key]}
        false = sum(r[key] for row in rows if row["shelf"] == "correct" for r in row["refused"].values())
        yield _oracle_row(key, flagged, f"{false} of {asked} ({100 * false / asked:.2f} %)")
    seeds, ours = {row["seed"] for row in rows}, {"broken": set[str](), "correct": set[str]()}
    for row in grids:
        if row["seed"] in seeds:
            ours[row["shelf"]] |= {name for name, laws in row["laws"].items() if laws}
    yield _oracle_row("symeig", ours, f"0 of {asked}" if not ours["correct"] else "some")


def _oracle_row(key: str, flagged: dict[str, set[str]], share: str) -> str:
    counts = f"{len(flagged['broken'])} of {len(BROKEN)} | {len(flagged['correct'])} of {len(CORRECT)}"
    return f"| {key} | {counts} | {share} |"


def main() -> None:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", choices=["grid", "libraries", "oracles", "tables"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--shelf", nargs="+", choices=["broken", "correct"], default=["broken", "correct"])
    parser.add_argument("--matrices", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    match given.run:
        case "grid":
            run_zoo(given.files[0], grid, given.seeds, given.shelf, given.workers)
        case "libraries":
            run_libraries(given.files[0], given.matrices, given.workers)
        case "oracles":
            run_zoo(given.files[0], oracle, given.seeds, given.shelf, given.workers)
        case _:
            print("\n".join(tables(*given.files)))  # noqa: T201  (the output)


if __name__ == "__main__":
    main()
