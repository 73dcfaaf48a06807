"""Work in processes of its own, so that it can be ended at once: by Ctrl-C, by a time limit, by a lack of memory.

FLINT does not return to Python between two signals, and ends the whole process where memory runs out. The parent stays
small: it does not import SymPy, waits, and says how long it has waited. A worker that has done its job can be given the
next one; one that was ended is replaced.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from io import BytesIO, TextIOWrapper
from itertools import count, islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, NoReturn, Self

from symeig.cli.failures import BAD_INPUT, Failure, failure_of, fault
from symeig.cli.limits import ENDED_FOR_TIME
from symeig.errors import SymeigError

__all__ = ["Answer", "Job", "Pool", "run", "run_all"]

TASKS = "symeig.cli.tasks"

# What a worker says when it can begin.
READY = "ready"

# Seconds before the progress indicator appears, and between its steps.
PATIENCE = 1.0
STEP = 0.1

# The share of the machine's memory that all workers together may take.
MEMORY_SHARE = 0.8

# What a worker needs in any case: libraries reserve much more than they use.
LEAST_MEMORY = 1 << 30

# The signals that end a process; Ctrl-C is one.
ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}

# What FLINT writes before it ends the process for want of memory; GMP divides by zero, and Linux kills.
ALLOCATION_FAILED = "allocate memory"
ENDED_FOR_MEMORY = tuple(-getattr(signal, name) for name in ("SIGKILL", "SIGFPE") if hasattr(signal, name))


@dataclass(frozen=True)
class Answer:
    """What a task has to show.

    Attributes:
        output: For standard output or a file.
        certificate: The text of the certificate file, where one was asked for.
        warnings: For standard error.
        notes: What is said about the output there, of less weight than a warning.
    """

    output: str
    certificate: str | None = None
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """A call of a function in the worker.

    Attributes:
        task: Its name.
        arguments: Its arguments, plain data.
        options: Its keyword arguments.
        module: Where it is.
    """

    task: str
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    module: str = TASKS


def run(
    task: str,
    *arguments: Any,
    module: str = TASKS,
    timeout: float | None = None,
    stdin: bytes | None = None,
    **options: Any,
) -> Any:
    """The result of a function of `symeig.cli.tasks`, computed in another process.

    Args:
        task: Its name.
        arguments: Its arguments, plain data.
        module: Where it is, if not there.
        timeout: Seconds after which the work is ended.
        stdin: What the work finds on its standard input.
        options: Its keyword arguments.

    Raises:
        Failure: The work failed, or was ended.
        KeyboardInterrupt: The user has interrupted it.
    """
    with _indicator() as show, Pool(timeout=timeout, stdin=stdin, tick=show, module=module) as pool:
        return pool.run(Job(task, arguments, options, module))


def run_all(  # noqa: PLR0913  (what is done, and the bounds on it)
    jobs: Iterable[Job],
    done: Callable[[int, Any], None],
    *,
    workers: int = 1,
    timeout: float | None = None,
    stdin: bytes | None = None,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Do jobs in other processes, several at once.

    Args:
        jobs: What is done, begun in this order.
        done: Called with the number of a job, from 0, and its result or the `Failure` that it ended with, as soon as it
            is there.
        workers: How many processes work at once.
        timeout: Seconds after which each job is ended.
        stdin: What the work finds on its standard input.
        tick: Called every now and then.

    Raises:
        KeyboardInterrupt: The user has interrupted it; all workers are ended.
    """
    with Pool(workers, timeout=timeout, stdin=stdin, tick=tick) as pool:
        pool.run_all(jobs, done)


class Pool:
    """Processes that do jobs, and stay ready for more until the end of a `with` statement.

    Args:
        workers: How many work at once.
        timeout: Seconds after which each job is ended.
        stdin: What the work finds on its standard input.
        tick: Called every now and then.
        module: What a worker imports before its time begins to count.
    """

    def __init__(
        self,
        workers: int = 1,
        *,
        timeout: float | None = None,
        stdin: bytes | None = None,
        tick: Callable[[], None] = lambda: None,
        module: str = TASKS,
    ) -> None:
        self._size, self._timeout, self._stdin, self._tick, self._module = workers, timeout, stdin, tick, module
        self._idle: list[_Worker] = []
        self._at_work: list[_Worker] = []
        self._started = count()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._folder = self._stack.enter_context(TemporaryDirectory())
        self._stack.enter_context(_ending_on_signals())
        return self

    def __exit__(self, *_: object) -> None:
        with self._stack:
            for worker in (*self._at_work, *self._idle):
                worker.end()

    def run_all(
        self,
        jobs: Iterable[Job],
        done: Callable[[int, Any], None],
        tick: Callable[[], None] | None = None,
        timeout: float | None = None,
    ) -> None:
        """Do jobs, begun in this order; `done` is called with the number of each and its result or `Failure`."""
        queue = enumerate(jobs)
        for number, job in islice(queue, self._size):
            self._begin(number, job)
        while self._at_work:
            wait([worker.connection for worker in self._at_work], STEP)
            (tick or self._tick)()
            for worker in self._at_work.copy():
                outcome = worker.outcome(timeout or self._timeout)
                if outcome is None:
                    continue
                self._at_work.remove(worker)
                if worker.is_usable:
                    self._idle.append(worker)
                else:
                    worker.end()
                following = next(queue, None)
                finished = worker.number
                if following is not None:
                    self._begin(*following)
                done(finished, outcome)

    def run(self, job: Job) -> Any:
        """The result of a job.

        Raises:
            Failure: It failed, or was ended.
        """
        return self.results([job])[0]

    def results(
        self, jobs: Iterable[Job], done: Callable[[], None] = lambda: None, tick: Callable[[], None] | None = None
    ) -> list[Any]:
        """The results of jobs, in their order; `done` is called after each, `tick` every now and then.

        Raises:
            Failure: One of them failed, or was ended.
        """
        found: dict[int, Any] = {}

        def keep(number: int, outcome: Any) -> None:
            if isinstance(outcome, Failure):
                raise outcome
            found[number] = outcome
            done()

        self.run_all(jobs, keep, tick)
        return [found[number] for number in sorted(found)]

    def _begin(self, number: int, job: Job) -> None:
        """Give a job to a worker that is ready, or to a new one."""
        if self._idle:
            worker = self._idle.pop()
            self._at_work.append(worker)
        else:
            errors = Path(self._folder, str(next(self._started)))
            worker = _Worker(errors, self._stdin, MEMORY_SHARE / self._size, self._module)
            # Known before it starts: whatever interrupts this from here on, the end of the pool ends the worker.
            self._at_work.append(worker)
            worker.start()
        worker.begin(number, job)


# --- in the parent --------------------------------------------------------------------------------------------------


class _Worker:
    """A process that does one job after the other.

    Attributes:
        number: Of the job that it does.
        connection: Where it is heard.
        is_usable: Whether it can be given another job when it has done this one.
    """

    def __init__(self, errors: Path, stdin: bytes | None, share: float, module: str) -> None:
        context: Any = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        self.number = -1
        self.is_usable = True
        self._is_ready = False
        self._since = 0.0
        self.connection, self._far_end = context.Pipe()
        self._errors = errors
        self._process = context.Process(target=_work, args=(self._far_end, errors, stdin, share, module))

    def start(self) -> None:
        """Start the process."""
        before = _hold_signals()
        with warnings.catch_warnings():
            # Python warns of a fork beside threads; the child uses nothing that a thread of the parent could hold.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        self._far_end.close()
        _release_signals(before)

    def begin(self, number: int, job: Job) -> None:
        """Give it a job; where it has died, `outcome` will say so."""
        self.number = number
        if self._is_ready:
            self._since = time.monotonic()
        with suppress(OSError):
            self.connection.send(job)

    def outcome(self, timeout: float | None) -> Any:
        """The result of the job or the failure that it ended with; None while it goes on."""
        try:
            while self.connection.poll():
                heard = self.connection.recv()
                if heard != READY:
                    # One that has run out of memory is not trusted with another job.
                    self.is_usable = not (isinstance(heard, Failure) and heard.bound)
                    return heard
                self._is_ready = True
                self._since = time.monotonic()
        except (EOFError, OSError):
            self.is_usable = False
            self._process.join()
            return _sudden_end(self._process.exitcode, self._errors)
        if timeout is None or not self._is_ready or time.monotonic() - self._since < timeout:
            return None
        self.is_usable = False
        msg = (
            f"Error: The work took longer than {timeout:g} seconds, the bound set with --timeout; it was ended"
            " and nothing was written. Give it more time, or a smaller matrix. [symeig: budget-exceeded]"
        )
        return Failure(msg, BAD_INPUT, bound="time")

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
        self.connection.close()


def _hold_signals() -> Any:
    """Keep signals back until the parent can end the child; returns those held before."""
    return signal.pthread_sigmask(signal.SIG_BLOCK, ENDING) if hasattr(signal, "pthread_sigmask") else set()


def _release_signals(held: Any) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Turn the signals that end a process into an exception, so that the child is ended too."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        sys.exit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # What is ignored stays ignored: `nohup` wants it so.
    heeded = [number for number in ENDING - {signal.SIGINT} if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _indicator() -> Iterator[Callable[[], None]]:
    """A function that shows for how long the work has been going on, at a terminal, once it takes a while."""
    status: Any = None
    start = time.monotonic()

    def show() -> None:
        nonlocal status
        elapsed = time.monotonic() - start
        if elapsed < PATIENCE or not sys.stderr.isatty():
            return
        if status is None:
            from rich.console import Console  # noqa: PLC0415  (rich takes a tenth of a second to import)

            status = Console(stderr=True).status("")
            status.start()
        status.update(f"Working for {elapsed:.0f} s (Ctrl-C ends it)")

    try:
        yield show
    finally:
        if status is not None:
            status.stop()


def _sudden_end(code: int | None, errors: Path) -> Failure:
    """What is said where the child ended without a word."""
    text = errors.read_text(encoding="utf-8", errors="replace").strip() if errors.exists() else ""
    if ALLOCATION_FAILED in text or code in ENDED_FOR_MEMORY:
        return _out_of_memory()
    if code in ENDED_FOR_TIME:
        msg = "Error: The work takes more time than it may; it was ended. Give it more. [symeig: budget-exceeded]"
        return Failure(msg, BAD_INPUT, bound="time")
    return fault(f"The work ended with code {code}", text)


def _out_of_memory() -> Failure:
    msg = (
        "Error: The work needs more memory than there is; it was ended and nothing was written."
        " Give a smaller matrix, or ask for less. [symeig: budget-exceeded]"
    )
    return Failure(msg, BAD_INPUT, bound="memory")


# --- in the child ---------------------------------------------------------------------------------------------------


def _work(connection: Connection, errors: Path, stdin: bytes | None, share: float, module: str) -> None:
    """Do jobs as they come, and answer each with its result, or a `Failure`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    _release_signals(set())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with errors.open("wb") as file:
        os.dup2(file.fileno(), 2)
    if stdin is not None:
        sys.stdin = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
    # Exact results may have more digits than Python turns into text by default.
    sys.set_int_max_str_digits(0)
    _limit_memory(share)
    # A time limit is for the work, not for the imports; what is wrong with them is said when there is a job.
    with suppress(Exception):
        import_module(module)
    # What was imported stays: searches for garbage need not look at it.
    gc.freeze()
    connection.send(READY)
    while True:
        connection.send(_outcome(connection.recv()))


def _outcome(job: Job) -> Any:
    try:
        return getattr(import_module(job.module), job.task)(*job.arguments, **job.options)
    except Failure as failure:
        return failure
    except SymeigError as error:
        return failure_of(error)
    except MemoryError:
        return _out_of_memory()
    except Exception as error:  # noqa: BLE001  (whatever it is, the user gets a sentence)
        return fault(f"{type(error).__name__}: {error}", traceback.format_exc())


def _end_with_parent() -> None:
    """Do not go on working for nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _inherited_pages() -> int:
    """The pages of memory that a forked process has reserved already, because its parent has; 0 where nobody says."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0


def _limit_memory(share: float) -> None:
    """Let a lack of memory end this process before it ends others; only where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        page = os.sysconf("SC_PAGE_SIZE")
        memory = max(int(share * page * os.sysconf("SC_PHYS_PAGES")), LEAST_MEMORY) + page * _inherited_pages()
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
