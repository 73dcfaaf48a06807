"""Who judges the answers of a class: processes here, or the workers of a Dask cluster.

Each answer is judged within its bounds in a process that may die of it. On a cluster that process is started by one
that has no threads, which that of a Dask worker has: a fork beside threads may never come back.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, TypeAlias

from symeig.answers.batch.cases import Case, Manner
from symeig.cli.failures import BAD_INPUT, Failure
from symeig.cli.limits import Bounds
from symeig.cli.worker import Job, Pool

__all__ = ["TASKS", "Done", "answer_chunk", "judge_chunk", "judge_here", "judge_there"]

TASKS = "symeig.cli.check_tasks"

# Called with the number of a case, and its result or the `Failure` that it ended with.
Done: TypeAlias = Callable[[int, Any], None]

# How many times longer than on the processor the work may take by the clock, on a machine that is busy with other work,
# and the least seconds of that.
WALL = 20
LEAST_WALL = 20.0

# Answers that are sent to a Dask worker together, for which a process is started there, and how many parts of the work
# there are in between.
LEAST_CHUNK, LARGEST_CHUNK = 200, 2000
CHUNKS = 16

# What that process does.
PROGRAM = "from symeig.cli.judging import answer_chunk; answer_chunk()"

# Seconds between two looks at a cluster.
STEP = 0.1


def judge_here(  # noqa: PLR0913  (what is judged, and how)
    cases: Sequence[Case], manner: Manner, bounds: Bounds, done: Done, *, pool: Pool, tick: Callable[[], None]
) -> None:
    """Judge cases in other processes, several at once.

    Args:
        cases: What is judged, begun in this order.
        manner: How feedback is given.
        bounds: What each may take.
        done: Called with the number of each case, from 0, as soon as there is a result.
        pool: The processes.
        tick: Called every now and then.
    """
    pool.run_all((_job(case, manner, bounds) for case in cases), done, tick, _patience(bounds))


def _job(case: Case, manner: Manner, bounds: Bounds) -> Job:
    return Job("judge", (case.exercise.pickled, case.answer, case.prior, manner, bounds), module=TASKS)


def _patience(bounds: Bounds) -> float:
    """Seconds by the clock."""
    return max(WALL * bounds.seconds, LEAST_WALL)


def judge_there(  # noqa: PLR0913  (as above)
    cases: Sequence[Case], manner: Manner, bounds: Bounds, done: Done, *, scheduler: str, tick: Callable[[], None]
) -> None:
    """Judge cases on the workers of a Dask cluster.

    Args:
        cases: What is judged.
        manner: How feedback is given.
        bounds: What each may take.
        done: Called with the number of each case, from 0, when its share of the work is done.
        scheduler: The address of the scheduler.
        tick: Called every now and then.

    Raises:
        InputError: No scheduler answers there, or its workers have not what they need.
        Failure: A worker is lost.
    """
    from symeig.numeric.cluster import cluster  # noqa: PLC0415  (needs the extra "cluster")

    size = max(LEAST_CHUNK, min(LARGEST_CHUNK, -(-len(cases) // CHUNKS)))
    with cluster(scheduler, same=("symeig",)) as executor:
        pending: dict[Future[bytes], int] = {}
        for first in range(0, len(cases), size):
            jobs = [_job(case, manner, bounds) for case in cases[first : first + size]]
            pending[executor.submit(judge_chunk, pickle.dumps((jobs, bounds)))] = first
        while pending:
            finished, _ = wait(pending, STEP, FIRST_COMPLETED)
            tick()
            for future in finished:
                first = pending.pop(future)
                for number, outcome in _outcomes(future):
                    done(first + number, outcome)


def _outcomes(future: Future[bytes]) -> Any:
    try:
        return pickle.loads(future.result())  # noqa: S301  (pickled by this module)
    except Exception as error:  # noqa: BLE001  (whatever became of the worker)
        msg = f"Error: A worker of the cluster is lost: {error}. The same command goes on from there."
        raise Failure(msg, BAD_INPUT) from None


def judge_chunk(chunk: bytes) -> bytes:
    """The outcomes of some jobs, on a Dask worker: pairs of a number and a result or `Failure`."""
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, input=chunk, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603  (ours)


def answer_chunk() -> None:
    """Do the jobs that stand on standard input, and write their outcomes to standard output."""
    jobs, bounds = pickle.load(sys.stdin.buffer)  # noqa: S301  (pickled by this module)
    outcomes: list[tuple[int, Any]] = []
    with Pool(module=TASKS) as pool:
        pool.run_all(jobs, lambda number, outcome: outcomes.append((number, outcome)), timeout=_patience(bounds))
    sys.stdout.buffer.write(pickle.dumps(outcomes))
