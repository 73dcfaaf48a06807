"""Work in a process of its own, so that it can be ended at once: by Ctrl-C, by a time limit, by a lack of memory.

FLINT does not return to Python between two signals, and ends the whole process where memory runs out. The parent stays
small: it does not import SymPy, waits, and says how long it has waited.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO, TextIOWrapper
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, NoReturn

from symeig.cli.failures import BAD_INPUT, Failure, failure_of, fault
from symeig.errors import SymeigError

__all__ = ["Answer", "run"]

# Seconds before the progress indicator appears, and between its steps.
PATIENCE = 1.0
STEP = 0.1

# The share of the machine's memory that the work may take.
MEMORY_SHARE = 0.8

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
    """

    output: str
    certificate: str | None = None
    warnings: tuple[str, ...] = ()


def run(task: str, *arguments: Any, timeout: float | None = None, stdin: bytes | None = None, **options: Any) -> Any:
    """The result of a function of `symeig.cli.tasks`, computed in another process.

    Args:
        task: Its name.
        arguments: Its arguments, plain data.
        timeout: Seconds after which the work is ended.
        stdin: What the work finds on its standard input.
        options: Its keyword arguments.

    Raises:
        Failure: The work failed, or was ended.
        KeyboardInterrupt: The user has interrupted it.
    """
    context: Any = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    with TemporaryDirectory() as folder, _ending_on_signals():
        errors = Path(folder, "errors")
        process = context.Process(target=_work, args=(sender, errors, stdin, task, arguments, options))
        interrupts = _hold_interrupts()
        _start(process)
        try:
            sender.close()
            _release_interrupts(interrupts)
            outcome = _wait(receiver, timeout)
            if outcome is None:
                process.join()
                outcome = _sudden_end(process.exitcode, errors)
        finally:
            process.kill()
            process.join()
    if isinstance(outcome, Failure):
        raise outcome
    return outcome


# --- in the parent --------------------------------------------------------------------------------------------------


def _start(process: Any) -> None:
    with warnings.catch_warnings():
        # Python warns of a fork beside threads; the child uses nothing that a thread of the parent could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()


def _hold_interrupts() -> Any:
    """Keep Ctrl-C back: the child, which inherits this, never sees it; the parent not before it can end the child."""
    return signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None


def _release_interrupts(interrupts: Any) -> None:
    if interrupts is not None:
        signal.pthread_sigmask(signal.SIG_SETMASK, interrupts)


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Turn the signals that end a process into an exception, so that the child is ended too."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        sys.exit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _wait(receiver: Connection, timeout: float | None) -> Any:
    """What the child sends; None where it ends without a word."""
    start = time.monotonic()
    with _indicator() as show:
        while not receiver.poll(STEP):
            elapsed = time.monotonic() - start
            if timeout is not None and elapsed >= timeout:
                msg = (
                    f"Error: The work took longer than {timeout:g} seconds, the bound set with --timeout; it was ended"
                    " and nothing was written. Give it more time, or a smaller matrix. [symeig: budget-exceeded]"
                )
                return Failure(msg, BAD_INPUT)
            show(elapsed)
        with suppress(EOFError, OSError):
            return receiver.recv()
    return None


@contextmanager
def _indicator() -> Iterator[Callable[[float], None]]:
    """A function that shows for how long the work has been going on, at a terminal, once it takes a while."""
    status: Any = None

    def show(elapsed: float) -> None:
        nonlocal status
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
    return fault(f"The work ended with code {code}", text)


def _out_of_memory() -> Failure:
    msg = (
        "Error: The work needs more memory than there is; it was ended and nothing was written."
        " Give a smaller matrix, or ask for less. [symeig: budget-exceeded]"
    )
    return Failure(msg, BAD_INPUT)


# --- in the child ---------------------------------------------------------------------------------------------------


def _work(  # noqa: PLR0913, PLR0917  (one for each thing that crosses the border)
    sender: Connection, errors: Path, stdin: bytes | None, task: str, arguments: Any, options: Mapping[str, Any]
) -> None:
    """Do the task and send its result, or a `Failure`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with errors.open("wb") as file:
        os.dup2(file.fileno(), 2)
    if stdin is not None:
        sys.stdin = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
    # Exact results may have more digits than Python turns into text by default.
    sys.set_int_max_str_digits(0)
    _limit_memory()
    sender.send(_outcome(task, arguments, options))


def _outcome(task: str, arguments: Any, options: Mapping[str, Any]) -> Any:
    try:
        return getattr(import_module("symeig.cli.tasks"), task)(*arguments, **options)
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


def _limit_memory() -> None:
    """Let a lack of memory end this process before it ends others; only where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        memory = int(MEMORY_SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
