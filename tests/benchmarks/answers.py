"""How many answers about 3×3 matrices are judged in a second, feedback included, by a warm worker and by a whole batch.

Run with `python tests/benchmarks/answers.py`; prints tables in Markdown. All answers are different, so that nothing is
known from before, and most are wrong, so that known mistakes are searched for. The first table is of the work in one
process, in milliseconds of the processor; the second is of `symeig check --batch` by the clock and by the processor,
its start and its store included.
"""

# ruff: noqa: T201  (a script that prints)

from __future__ import annotations

import csv
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from symeig.answers.batch.cases import Manner
from symeig.cli.batch import processors
from symeig.cli.check_tasks import judge, pose
from symeig.cli.limits import Bounds

ANSWERS = 400
# Answers of each kind that are judged before the clock runs.
WARM = 40
# Answers of the batch.
CLASS = 6000

MANNER, BOUNDS = Manner("en", "full"), Bounds(2, 512)


def number(source: random.Random) -> str:
    """A number of one digit."""
    return str(source.randint(-9, 9))


def vector(source: random.Random) -> str:
    """A vector."""
    return f"({', '.join(number(source) for _ in range(3))})"


def matrix(source: random.Random) -> str:
    """A matrix."""
    return f"[{', '.join(f'[{vector(source)[1:-1]}]' for _ in range(3))}]"


def right_vectors(source: random.Random) -> str:
    """Eigenvectors, each with a scale of its own."""
    a, b, c = (source.randint(1, 99) for _ in range(3))
    return f"1: ({a}, -{a}, 0), ({b}/7, 0, -{b}/7); 7: ({c}, {c}, {c})"


SYMMETRIC, DEFECTIVE = "3 2 2; 2 3 2; 2 2 3", "3 -1 1; 2 0 1; 1 -1 2"

# Name: the matrix, the question, and how an answer is made.
KINDS: dict[str, tuple[str, str, Callable[[random.Random], Any]]] = {
    "eigenvalues": (SYMMETRIC, "eigenvalues", lambda s: f"{number(s)}, {s.randint(-99, 99)}, {s.randint(-999, 999)}"),
    "eigenvalues with a root": (
        SYMMETRIC,
        "eigenvalues",
        lambda s: f"1, {s.randint(-99, 99)}, sqrt({s.randint(2, 99)})",
    ),
    "eigenvectors": (SYMMETRIC, "eigenvectors", lambda s: f"1: {vector(s)}, {vector(s)}; 7: {vector(s)}"),
    "characteristic polynomial": (
        SYMMETRIC,
        "charpoly",
        lambda s: f"x^3 - {s.randint(2, 99)}x^2 + {s.randint(2, 99)}x - {s.randint(2, 99)}",
    ),
    "diagonalization": (SYMMETRIC, "diagonalize", lambda s: {"P": matrix(s), "D": f"diag{vector(s)}"}),
    "orthogonal": (SYMMETRIC, "orthogonal_diagonalize", lambda s: {"Q": matrix(s), "D": f"diag{vector(s)}"}),
    "Jordan form": (DEFECTIVE, "jordan", lambda s: {"P": matrix(s), "J": matrix(s)}),
    "scaled right vectors": (SYMMETRIC, "eigenvectors", right_vectors),
}


def write_questions(folder: Path) -> Path:
    """The file of questions."""
    file = folder / "questions.json"
    questions = {name: {"matrix": A, "question": question, "marks": 4} for name, (A, question, _) in KINDS.items()}
    file.write_text(json.dumps({"questions": questions}), encoding="utf-8")
    return file


def different(make: Callable[[random.Random], Any], count: int) -> list[Any]:
    """Answers of a kind, no two of them the same."""
    source = random.Random(11)  # noqa: S311  (the same answers each time)
    found: dict[str, Any] = {}
    while len(found) < count:
        answer = make(source)
        found[json.dumps(answer)] = answer
    return list(found.values())


def judging(questions: Path) -> Iterator[str]:
    """The rows of the first table."""
    posed = pose(str(questions), None, MANNER.language).posed
    means = []
    for name, (_, _, make) in KINDS.items():
        answers = different(make, WARM + ANSWERS)
        for k, answer in enumerate(answers):
            if k == WARM:
                start = time.process_time()
            judge(posed[name].pickled, answer, None, MANNER, BOUNDS)
        # The clock of the processor may be too coarse for one answer.
        means.append((time.process_time() - start) / ANSWERS)
        yield f"| {name} | {1000 * means[-1]:.2f} | {1 / means[-1]:.0f} |"
    yield f"| all | {1000 * statistics.mean(means):.2f} | {1 / statistics.mean(means):.0f} |"


def write_answers(folder: Path) -> Path:
    """The file of the batch."""
    file = folder / "answers.csv"
    columns = [(name, different(make, CLASS // len(KINDS))) for name, (_, _, make) in KINDS.items()]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["student_id", "question_id", "answer"])
        for k in range(CLASS // len(KINDS)):
            for name, answers in columns:
                answer = answers[k]
                writer.writerow([k, name, answer if isinstance(answer, str) else json.dumps(answer)])
    return file


def batch(folder: Path, questions: Path, jobs: int) -> str:
    """A row of the second table."""
    answers, results = write_answers(folder), folder / f"results-{jobs}.csv"
    files = ["--batch", str(answers), "--questions", str(questions), "--output", str(results)]
    command = [sys.executable, "-m", "symeig", "check", *files, "--jobs", str(jobs), "--hints", "full"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"| {jobs} | {CLASS} | {wall:.1f} | {CLASS / wall:.0f} | {spent:.1f} | {CLASS / spent:.0f} |"


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        questions = write_questions(folder)
        print("| answers | ms | in a second of a core |\n| --- | --- | --- |")
        for row in judging(questions):
            print(row, flush=True)
        print(f"\nWith {processors()} processors and a load of {os.getloadavg()[0]:.1f} beforehand:\n")
        print("| --jobs | answers | s | in a second | s of a core | in a second of a core |")
        print("| --- | --- | --- | --- | --- | --- |")
        for jobs in sorted({1, processors()}):
            print(batch(folder, questions, jobs), flush=True)


if __name__ == "__main__":
    main()
