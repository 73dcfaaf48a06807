"""How a numeric routine is found, called, and kept from harming the caller.

A `Target` names a routine and says in which library's arrays it computes. It becomes a function of NumPy arrays that a
`Subject` calls: a `LocalSubject` in this process, an `IsolatedSubject` in one of its own, which the routine may crash.
Either says what came of a call as one of the outcomes of `symeig.numeric.outcomes`.
"""

from __future__ import annotations

import ast
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
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from json import dumps
from multiprocessing.connection import Connection
from numbers import Number
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryFile
from types import ModuleType
from typing import Any, NoReturn, Protocol, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from symeig.errors import InputError
from symeig.numeric.contracts import Kind
from symeig.numeric.layouts import PLAIN, Layout, Triangle
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, Solved, TimedOut

__all__ = ["NAMESPACES", "IsolatedSubject", "LocalSubject", "Subject", "Target", "adapt"]


Routine: TypeAlias = Callable[[NDArray[Any]], Any]

ARRAY_API = "array-api:"

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
    " from symeig.numeric.routines import _serve; _serve(int(sys.argv[2]), int(sys.argv[3]))"
)

# The names of what each kind returns.
PROMISES: dict[Kind, tuple[str, ...]] = {
    "eig": ("values", "vectors"),
    "eigh": ("values", "vectors"),
    "eigvals": ("values",),
    "eigvalsh": ("values",),
    "exact": ("system",),
}


# --- finding --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Target:
    """A routine by its name.

    Attributes:
        name: "package.module:function", or "path/to/file.py:function".
        namespace: The library whose arrays it takes: numpy, scipy, torch, jax, cupy, mpmath, or array-api:MODULE for
            any module that follows the Array API.
        options: The keyword arguments that it is called with.
    """

    name: str
    namespace: str
    options: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def parse(cls, name: str, *, options: Iterable[str] = (), namespace: str | None = None) -> Target:
        """Read a target as it is written on a command line; nothing is imported.

        Args:
            name: "package.module:function" or "path/to/file.py:function"; the function may be an attribute of an
                attribute.
            options: Each "name=value". A value is a Python literal, or else a text.
            namespace: The library whose arrays the routine takes; by default the package that it comes from, or NumPy.

        Raises:
            InputError: The name, an option or the namespace is not written like that.

        Examples:
            >>> Target.parse("scipy.linalg:eigh", options=["driver=ev", "check_finite=False"])
            Target(name='scipy.linalg:eigh', namespace='scipy', options=(('driver', 'ev'), ('check_finite', False)))
        """
        module, colon, path = name.rpartition(":")
        is_file = module.endswith(".py")
        if not colon or not _is_dotted(path) or not (is_file or _is_dotted(module)):
            front, dot, back = name.rpartition(".")
            remedy = f"Write {front}:{back}." if dot and _is_dotted(name) and back != "py" else "Write it like that."
            msg = (
                f"{name!r} does not name a routine. A routine is written package.module:function or"
                f" path/to/file.py:function. {remedy}"
            )
            raise InputError(msg, name=name)
        if namespace is None:
            package = module.partition(".")[0]
            namespace = "numpy" if is_file or package not in NAMESPACES else package
        _check_namespace(namespace)
        return cls(name, namespace, _parse_options(options))

    def load(self) -> Routine:
        """Import the routine and make it a function from NumPy arrays to NumPy arrays.

        Raises:
            InputError: A module or an attribute of it is missing, or an import fails.
        """
        return adapt(_find(self.name), namespace=self.namespace, options=dict(self.options))


def _is_dotted(name: str) -> bool:
    return all(part.isidentifier() for part in name.split("."))


def _check_namespace(namespace: str) -> None:
    if namespace in NAMESPACES or (namespace.startswith(ARRAY_API) and _is_dotted(namespace.removeprefix(ARRAY_API))):
        return
    msg = (
        f"{namespace!r} is no library whose arrays are known."
        f" It is one of {', '.join(NAMESPACES)}, or {ARRAY_API}MODULE for a module that follows the Array API."
        f" {_suggestion(_near(namespace, NAMESPACES), 'Choose one of them.')}"
    )
    raise InputError(msg, namespace=namespace)


def _parse_options(options: Iterable[str]) -> tuple[tuple[str, Any], ...]:
    found: dict[str, Any] = {}
    for option in options:
        key, equals, text = option.partition("=")
        if not equals or not key.isidentifier():
            msg = f"{option!r} is no option of a routine. An option is written name=value. Write, say, driver=ev."
            raise InputError(msg, option=option)
        if key in found:
            msg = f"The option {key!r} is given twice. It has one value. Leave out {option!r}, or the other one."
            raise InputError(msg, option=option)
        try:
            found[key] = ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError):
            found[key] = text
    return tuple(found.items())


def _find(name: str) -> Callable[..., Any]:
    """The function of that name."""
    module, _, path = name.rpartition(":")
    found: Any = _import_file(module) if module.endswith(".py") else _import(module)
    seen = module
    for part in path.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            near = _near(part, dir(found))
            msg = (
                f"{seen} has no attribute {part!r}. {name!r} has to name a function in it."
                f" {_suggestion(near, 'Correct the name.')}"
            )
            raise InputError(msg, name=name, near=near) from None
        seen += f"{'.' if ':' in seen else ':'}{part}"
    if not callable(found):
        msg = f"{name} is an object of type {type(found).__name__}. A routine can be called. Name a function."
        raise InputError(msg, name=name)
    return cast("Callable[..., Any]", found)


def _import(name: str) -> ModuleType:
    """The module of that name; those in the working directory are found as well, after all others."""
    package = name.partition(".")[0]
    here = str(Path.cwd())
    if here not in sys.path and package not in sys.modules and find_spec(package) is None:
        sys.path.append(here)
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if not f"{name}.".startswith(f"{missing}."):
            _fail_to_import(name, f"{type(error).__name__}: {error}")
        parent, dot, last = missing.rpartition(".")
        paths = getattr(import_module(parent), "__path__", []) if parent else None
        near = tuple(f"{parent}{dot}{other}" for other in _near(last, (m.name for m in iter_modules(paths))))
        msg = (
            f"There is no module {missing!r}. {name!r} has to be importable."
            f" {_suggestion(near, 'Install what has it, or correct the name.')}"
        )
        raise InputError(msg, name=name, near=near) from None
    except (Exception, SystemExit) as error:  # noqa: BLE001  (foreign code may raise anything while it is imported)
        _fail_to_import(name, f"{type(error).__name__}: {error}")


def _import_file(path: str) -> ModuleType:
    """The module in that file; those in its folder are found as well, after all others."""
    file = Path(path).resolve()
    if not file.is_file():
        near = tuple(str(Path(path).with_name(n)) for n in _near(file.name, (p.name for p in file.parent.glob("*.py"))))
        msg = f"There is no file {path!r}. A routine is looked for in it. {_suggestion(near, 'Correct the path.')}"
        raise InputError(msg, name=path, near=near)
    name = f"symeig_routines_in_{file.stem}"
    spec = spec_from_file_location(name, file)
    # The name ends with .py, so there is a loader for it.
    module = module_from_spec(cast("Any", spec))
    if str(file.parent) not in sys.path:
        sys.path.append(str(file.parent))
    # Dataclasses look their module up while it is executed.
    sys.modules[name] = module
    try:
        cast("Any", spec).loader.exec_module(module)
    except (Exception, SystemExit) as error:  # noqa: BLE001  (foreign code may raise anything while it is imported)
        del sys.modules[name]
        _fail_to_import(path, f"{type(error).__name__}: {error}")
    return module


def _fail_to_import(name: str, why: str) -> NoReturn:
    msg = (
        f"The import of {name!r} failed: {why.rstrip('.')}."
        " A routine is imported before it is called. Make the import work in a Python of its own first."
    )
    raise InputError(msg, name=name, why=why)


def _near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The public names that look like one that there is not."""
    return tuple(get_close_matches(name, [other for other in names if not other.startswith("_")]))


def _suggestion(near: tuple[str, ...], otherwise: str) -> str:
    return f"Did you mean {' or '.join(near)}?" if near else otherwise


# --- calling --------------------------------------------------------------------------------------------------------


def adapt(
    function: Callable[..., Any], *, namespace: str = "numpy", options: Mapping[str, Any] | None = None
) -> Routine:
    """A function from NumPy arrays to NumPy arrays, made of one that computes with the arrays of another library.

    The layout of an array is handed over where the library can take it; JAX and mpmath copy, PyTorch copies negative
    strides and swapped bytes.

    Args:
        function: What is called.
        namespace: The library: numpy, scipy, torch, jax, cupy, mpmath, or array-api:MODULE. It is imported now; JAX is
            set to compute with 64 bits.
        options: Keyword arguments for each call.

    Returns:
        A function whose result is an array, or a tuple of arrays for any kind of sequence of them. What cannot be
        turned into an array of numbers is returned as it came.

    Raises:
        InputError: There is no such library, or it cannot be imported.
    """
    _check_namespace(namespace)
    options = dict(options or {})
    if namespace.startswith(ARRAY_API):
        take, give = _adapt_array_api(namespace.removeprefix(ARRAY_API))
    else:
        take, give = NAMESPACES[namespace](function, options)
    return lambda array: give(function(take(array), **options))


def _collected(result: Any, give: Callable[[Any], Any] | None = None) -> Any:
    """The result with each array in it turned into one of NumPy."""
    give = give or _array
    if isinstance(result, list | tuple) and not all(isinstance(item, Number) for item in result):
        return tuple(give(item) for item in result)
    return give(result)


def _array(thing: Any) -> Any:
    """A new array of NumPy with the numbers of any array or sequence; the thing itself where it is neither."""
    if not isinstance(thing, np.ndarray | np.generic | list | tuple | Number) and not hasattr(thing, "__array__"):
        if not hasattr(thing, "__dlpack__"):
            return thing
        thing = np.from_dlpack(thing)
    try:
        array = np.array(thing)
    except ValueError:
        # Rows of different lengths.
        return thing
    return array if _holds_numbers(array) else thing


def _holds_numbers(array: NDArray[Any]) -> bool:
    return array.dtype.kind in "biufc"


def _native(array: NDArray[Any], *, copy: bool = False) -> NDArray[Any]:
    """The array in the machine's byte order, without negative strides: as most libraries need it."""
    return np.array(array, array.dtype.newbyteorder("="), copy=copy or any(s < 0 for s in array.strides) or None)


# What turns an array of NumPy into one of a library, and the result of a routine into arrays of NumPy.
_Adapter: TypeAlias = tuple[Callable[[NDArray[Any]], Any], Callable[[Any], Any]]


def _adapt_array_api(name: str) -> _Adapter:
    asarray = _import(name).asarray
    return (lambda array: asarray(_native(array))), _collected


def _adapt_numpy(*_: Any) -> _Adapter:
    return (lambda array: array), _collected


def _adapt_torch(*_: Any) -> _Adapter:
    torch = _import("torch")

    def take(array: NDArray[Any]) -> Any:
        with warnings.catch_warnings():
            # PyTorch has no arrays that forbid writing, and says so.
            warnings.simplefilter("ignore")
            return torch.from_numpy(_native(array))

    def give(thing: Any) -> Any:
        if isinstance(thing, torch.Tensor):
            thing = thing.detach().cpu().resolve_conj().resolve_neg().numpy()
        return _array(thing)

    return take, lambda result: _collected(result, give)


def _adapt_jax(*_: Any) -> _Adapter:
    jax = _import("jax")
    jax.config.update("jax_enable_x64", True)
    new_array = _import("jax.numpy").array

    def take(array: NDArray[Any]) -> Any:
        if array.dtype.char in "gG":
            msg = f"dtype {array.dtype} is not supported by JAX"
            raise TypeError(msg)
        return new_array(_native(array))

    return take, _collected


def _adapt_cupy(*_: Any) -> _Adapter:
    cupy = _import("cupy")

    def give(thing: Any) -> Any:
        return _array(thing.get() if isinstance(thing, cupy.ndarray) else thing)

    return (lambda array: cupy.asarray(_native(array))), lambda result: _collected(result, give)


def _adapt_mpmath(_: Any, options: Mapping[str, Any]) -> _Adapter:
    context = _import("mpmath").mp

    def take(array: NDArray[Any]) -> Any:
        if array.ndim != 2 or array.dtype.char in "gG":
            what = f"dtype {array.dtype}" if array.ndim == 2 else f"an array with {array.ndim} axes"
            msg = f"{what} is not supported by mpmath"
            raise NotImplementedError(msg)
        matrix = context.matrix(*array.shape)
        for (i, j), entry in np.ndenumerate(array):
            matrix[i, j] = context.convert(entry.item())
        return matrix

    def give(result: Any) -> Any:
        values, *vectors = result if isinstance(result, tuple) else (result,)
        # Values come as a list or as a column, whose entries are the same to an iterator.
        if hasattr(values, "rows"):
            values = list(values)
        if not vectors:
            return _array(_plain(values))
        arrays = [_array(_plain(part.tolist() if hasattr(part, "rows") else part)) for part in vectors]
        if options.get("left") and isinstance(arrays[0], np.ndarray):
            # Here left vectors are rows y with y A = w y; elsewhere columns x with x* A = w x*.
            arrays[0] = arrays[0].conj().T
        return (_array(_plain(values)), *arrays)

    return take, give


def _plain(rows: Any) -> Any:
    """Numbers of mpmath as Python's."""
    if isinstance(rows, list):
        return [_plain(row) for row in rows]
    return complex(rows) if hasattr(rows, "_mpc_") else float(rows) if hasattr(rows, "_mpf_") else rows


NAMESPACES: dict[str, Callable[[Any, Mapping[str, Any]], _Adapter]] = {
    "numpy": _adapt_numpy,
    "scipy": _adapt_numpy,
    "torch": _adapt_torch,
    "jax": _adapt_jax,
    "cupy": _adapt_cupy,
    "mpmath": _adapt_mpmath,
}


# --- subjects -------------------------------------------------------------------------------------------------------


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
            _fail_to_import(name, f"it took longer than {answer.seconds:g} seconds")
        _fail_to_import(name, f"its process ended with {answer.signal}")

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
            result = _collected(function(array))
    except Exception as error:  # noqa: BLE001  (whatever a routine raises is an outcome)
        return Raised.of(error)
    changed = buffer.tobytes() != before
    if names == PROMISES["exact"]:
        return Solved(result, changed) if hasattr(result, "components") else Malformed(_described(result), changed)
    parts = result if isinstance(result, tuple) and len(names) > 1 else (result,)
    if len(parts) != len(names) or not all(isinstance(part, np.ndarray) and _holds_numbers(part) for part in parts):
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
