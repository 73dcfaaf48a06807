"""How a numeric routine is called, and kept from harming the caller.

A `Subject` calls a function of NumPy arrays: a `LocalSubject` in this process, an `IsolatedSubject` in one of its own,
which the routine may crash. Either says what came of a call as one of the outcomes of `symeig.numeric.outcomes`.
"""

from __future__ import annotations

import faulthandler
import multiprocessing.connection
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import warnings
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from json import dumps
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NoReturn, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from symeig.errors import InputError
from symeig.numeric.contracts import Kind
from symeig.numeric.importing import fail_to_import
from symeig.numeric.layouts import PLAIN, Layout, Triangle
from symeig.numeric.namespaces import collected, holds_numbers
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved, TimedOut
from symeig.numeric.targets import Target

__all__ = ["IsolatedSubject", "LocalSubject", "Subject"]


# Seconds after which an import is given up.
IMPORT_TIMEOUT = 120.0

# Seconds after its time limit when a process ends itself, for the case that nobody is left to end it.
GRACE = 5.0

# Seconds between two looks whether the parent lives.
WATCH = 0.5

# Of what a process that crashed has written to standard error: bytes that are read, and lines, of so many characters,
# that are kept. Python's own report ends with all extension modules in one line.
TAIL = 2**16
LINES = 20
WIDTH = 300

# What a process says when it can begin.
READY = "ready"

# Variables that set the number of threads; for small matrices more than one only costs time. The first one stands for
# all, so where it is set the others are left alone.
THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)

# A fresh interpreter that knows nothing of the parent's main module, but finds the same modules.
PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from symeig.numeric.subjects import _serve; _serve(int(sys.argv[2]), int(sys.argv[3]))"
)

# The names of what each kind returns.
PROMISES: dict[Kind, tuple[str, ...]] = {
    "eig": ("values", "vectors"),
    "eigh": ("values", "vectors"),
    "eigvals": ("values",),
    "eigvalsh": ("values",),
    "exact": ("system",),
}


class Subject(Protocol):
    """Something that calls a routine and says what came of it."""

    def call(self, array: NDArray[Any], layout: Layout = PLAIN, triangle: Triangle | None = None) -> Outcome:
        """What comes of calling the routine with an array.

        Args:
            array: A matrix or a stack of matrices; it stays as it is.
            layout: How the routine gets it.
            triangle: The one that the routine promises to read alone; the layout may poison the other one.

        Raises:
            InputError: The array cannot be laid out like that.
        """

    def close(self) -> None:
        """Give back what the subject holds; it may be called again."""


class LocalSubject:
    """Calls a routine in this process, for routines that are known to come back.

    Args:
        function: A function of NumPy arrays.
        kind: What it promises to return.
        left: Whether it returns left eigenvectors too, between the values and the right ones.

    Examples:
        >>> import numpy as np
        >>> LocalSubject(np.linalg.eigvalsh, "eigvalsh").call(np.array([[2.0, 1.0], [1.0, 2.0]])).values
        array([1., 3.])
    """

    def __init__(self, function: Callable[[NDArray[Any]], Any], kind: Kind, *, left: bool = False) -> None:
        self._function = function
        self._names = _promise(kind, left=left)

    def call(self, array: NDArray[Any], layout: Layout = PLAIN, triangle: Triangle | None = None) -> Outcome:
        """What comes of calling the routine with an array; see `Subject.call`."""
        return _outcome(self._function, self._names, layout.apply(array, triangle))

    def close(self) -> None:
        """Do nothing: there is nothing to give back."""


class IsolatedSubject:
    """Calls a routine in a process of its own, which may crash or hang; the next call then starts a new one.

    What the routine prints is not seen. Threads of BLAS libraries are limited to one, unless OMP_NUM_THREADS or the
    library's own variable is set. The process ends with this one, and when the subject is closed. It is not to be
    shared by several processes or threads.

    Args:
        target: The routine.
        kind: What it promises to return.
        left: Whether it returns left eigenvectors too, between the values and the right ones.
        timeout: Seconds for each call; the import is not counted.
        memory: Bytes that the process may take beyond those that it has after the import; only where the system has
            such limits. More of it is an exception of the routine, or a crash.

    Raises:
        InputError: The routine cannot be imported.
    """

    def __init__(
        self, target: Target, kind: Kind, *, left: bool = False, timeout: float = 10.0, memory: int | None = None
    ) -> None:
        self._target = target
        self._timeout = timeout
        self._setup = _Setup(target, _promise(kind, left=left), timeout + GRACE, memory)
        self._start()

    def call(self, array: NDArray[Any], layout: Layout = PLAIN, triangle: Triangle | None = None) -> Outcome:
        """What comes of calling the routine with an array; see `Subject.call`.

        A process that ends between two calls, by a late consequence of the first one, is replaced without a word.
        """
        if not self._end.alive or not self._child.is_alive:
            self.close()
            self._start()
        answer = self._ask((array, layout, triangle), self._timeout)
        if isinstance(answer, InputError):
            raise answer
        if isinstance(answer, Crashed | TimedOut):
            self.close()
        return cast("Outcome", answer)

    def close(self) -> None:
        """End the process, whatever it does; a later call starts a new one."""
        self._end()

    def _start(self) -> None:
        self._child = _Child()
        self._end = weakref.finalize(self, self._child.end)
        answer = self._ask(self._setup, IMPORT_TIMEOUT)
        if answer == READY:
            return
        self.close()
        name = self._target.name
        if isinstance(answer, InputError):
            raise answer
        if isinstance(answer, TimedOut):
            fail_to_import(name, f"it took longer than {answer.seconds:g} seconds")
        fail_to_import(name, f"its process ended with {answer.signal}")

    def _ask(self, message: Any, seconds: float) -> Any:
        try:
            return self._child.ask(message, seconds)
        except BaseException:
            # An answer that nobody has waited for would be taken for that to the next question.
            self.close()
            raise


def _promise(kind: Kind, *, left: bool) -> tuple[str, ...]:
    """The names of what a routine returns."""
    if not left:
        return PROMISES[kind]
    if kind != "eig":
        msg = (
            f"Left eigenvectors are asked of a routine of kind {kind!r}."
            " Only one of kind 'eig' returns them. Leave out left, or change the kind."
        )
        raise InputError(msg, kind=kind)
    return ("values", "left", "vectors")


def _outcome(function: Callable[[NDArray[Any]], Any], names: tuple[str, ...], array: NDArray[Any]) -> Outcome:
    """What comes of calling a function."""
    buffer = array
    while isinstance(buffer.base, np.ndarray):
        buffer = buffer.base
    before = buffer.tobytes()
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result = collected(function(array))
    except Exception as error:  # noqa: BLE001  (whatever a routine raises is an outcome)
        return Raised.of(error)
    changed = buffer.tobytes() != before
    if names == PROMISES["exact"]:
        return Solved(result, changed) if hasattr(result, "components") else Malformed(_described(result), changed)
    parts = result if isinstance(result, tuple) and len(names) > 1 else (result,)
    if len(parts) != len(names) or not all(isinstance(part, np.ndarray) and holds_numbers(part) for part in parts):
        return Malformed(_described(result), changed)
    return Returned(**dict(zip(names, parts, strict=True)), changed=changed)


def _described(thing: Any) -> str:
    """What a thing is, in words."""
    if isinstance(thing, np.ndarray):
        return f"an array of {thing.dtype} of shape {thing.shape}"
    if isinstance(thing, tuple):
        return f"a tuple of {len(thing)}: {', '.join(map(_described, thing))}"
    return "None" if thing is None else f"an object of type {type(thing).__name__}"


# --- in the parent --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Setup:
    """What a process is told before all calls."""

    target: Target
    names: tuple[str, ...]
    deadline: float
    memory: int | None


class _Child:
    """A process that answers questions, one after the other."""

    def __init__(self) -> None:
        self._connection, far_end = multiprocessing.connection.Pipe()
        # Not a pipe, which would block the process once it has printed much.
        self._errors = TemporaryFile()  # noqa: SIM115  (closed by `end`)
        handle = far_end.fileno()
        options: dict[str, Any] = {}
        if sys.platform == "win32":
            os.set_handle_inheritable(handle, True)
            options["startupinfo"] = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        else:
            options["pass_fds"] = [handle]
        paths = dumps([path for path in sys.path if isinstance(path, str)])
        self._process = subprocess.Popen(  # noqa: S603  (this Python, with a program of ours)
            [sys.executable, "-c", PROGRAM, paths, str(handle), str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=_environment(),
            **options,
        )
        far_end.close()

    @property
    def is_alive(self) -> bool:
        """Whether the process goes on."""
        return self._process.poll() is None

    def ask(self, message: Any, seconds: float) -> Any:
        """The answer to a message, or that it took too long or ended the process."""
        printed = os.fstat(self._errors.fileno()).st_size
        try:
            self._connection.send(message)
            if self._connection.poll(seconds):
                return self._connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._crash(printed)
        return TimedOut(seconds)

    def end(self) -> None:
        """End the process."""
        self._connection.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def _crash(self, printed: int) -> Crashed:
        """How the process ended; what it had printed before the last question is left out."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE)
        self._process.kill()
        code = self._process.wait()
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(printed, size - TAIL))
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        tail = "\n".join(line[:WIDTH] for line in lines[-LINES:])
        known = {member.value: member.name for member in signal.Signals}
        return Crashed(known.get(-code, f"signal {-code}") if code < 0 else f"exit code {code}", tail)


def _environment() -> dict[str, str]:
    """The variables of this process, with one thread for each library that the user has not spoken of."""
    one = {} if THREADS[0] in os.environ else dict.fromkeys(THREADS, "1")
    return one | os.environ


# --- in the child ---------------------------------------------------------------------------------------------------


def _serve(handle: int, parent: int) -> NoReturn:
    """Answer questions until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable(all_threads=False)
    _lift_memory_limit()
    if hasattr(os, "fork"):
        # On Windows a process keeps the number of a parent that has ended; there only the connection shows it.
        threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()
    connection = _connection(handle)
    with suppress(EOFError, OSError):
        _answer(connection)
    # Nothing that the routine has left behind may keep the process from ending.
    os._exit(0)


def _lift_memory_limit() -> None:
    """A bound on the memory of the parent is for its own work; libraries that are loaded here may be large."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(connection: Connection) -> None:
    setup: _Setup = connection.recv()
    try:
        function = setup.target.load()
    except InputError as error:
        connection.send(error)
        return
    _set_limits(setup.memory)
    connection.send(READY)
    while True:
        array, layout, triangle = connection.recv()
        try:
            array = layout.apply(array, triangle)
        except InputError as error:
            connection.send(error)
            continue
        _set_alarm(setup.deadline)
        outcome = _outcome(function, setup.names, array)
        _set_alarm(0)
        connection.send(outcome)


def _connection(handle: int) -> Connection:
    if sys.platform == "win32":
        return multiprocessing.connection.PipeConnection(handle)
    return Connection(handle)


def _set_alarm(seconds: float) -> None:
    """End this process after so long, even where no Python code runs any more and the parent is gone."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _end_with_parent(parent: int) -> None:
    """Do not go on for nobody."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def _set_limits(memory: int | None) -> None:
    """Let a crash be a small one, and a lack of memory an exception; only where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        if memory is not None:
            used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
