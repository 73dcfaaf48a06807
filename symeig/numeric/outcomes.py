"""What can come of calling a routine: arrays, something else, an exception, the end of its process, or nothing.

Every outcome can be pickled, because a routine may run in a process of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from numpy.typing import NDArray

__all__ = ["Crashed", "Malformed", "Outcome", "Raised", "Returned", "Solved", "TimedOut"]

# How libraries say that they do not compute with a dtype or have no such feature.
REFUSALS = re.compile(
    r"""
    unsupported (?!\ operand)              # NumPy, CuPy, JAX; but not Python's "unsupported operand type(s) for +"
    | not\ supported (?!\ (between|for\ the\ input\ types))  # nor "'<' not supported between instances of …"
    | n't\ supported\b
    | \b(does\ not|doesn't|do\ not|don't)\ support\b
    | \bnot\ accept\ dtype\b               # jax.lax
    | \bnot\ implemented\b
    | \bunknown\ complex\ scalartype\b     # torch.linalg.eig of integers
    | \bexpected\ (a\ )?(floating|real\ or\ complex)
    | \bcan't\ convert\ np\.ndarray\ of\ type\b   # torch.from_numpy
    | \bonly\b.*\bdtypes?\ (is|are)\ allowed\b     # the strict Array API
    | \bcannot\ cast\ ufunc\b.*\binput\b   # an output that cannot be cast is a fault that depends on the values
    """,
    re.IGNORECASE | re.VERBOSE,
)

# A message is kept up to this length; some have whole arrays in them.
LONGEST_MESSAGE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    """The arrays that a routine of its kind promises.

    Attributes:
        values: The eigenvalues.
        vectors: The right eigenvectors, as columns.
        left: The left eigenvectors, as columns, where they were asked for.
        changed: Whether the routine wrote into its input.
    """

    values: NDArray[Any]
    vectors: NDArray[Any] | None = None
    left: NDArray[Any] | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """What an exact routine found.

    Attributes:
        system: The `Eigensystem`.
        changed: Whether the routine wrote into its input.
    """

    system: Any
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that is not what a routine of its kind promises.

    Attributes:
        what: What came, in words.
        changed: Whether the routine wrote into its input.
    """

    what: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception.

    Attributes:
        kind: The name of its class.
        message: Its text.
        unsupported: Whether it says that the routine does not work with such a dtype, or lacks a feature: no fault.
    """

    kind: str
    message: str
    unsupported: bool = False

    @classmethod
    def of(cls, error: BaseException) -> Raised:
        """The outcome that an exception is.

        Examples:
            >>> Raised.of(TypeError("array type float16 is unsupported in linalg")).unsupported
            True
            >>> Raised.of(ValueError("array must not contain infs or NaNs")).unsupported
            False
        """
        message = str(error)
        return cls(type(error).__name__, message[:LONGEST_MESSAGE], _refuses(error, message))


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process that ran the routine has ended.

    Attributes:
        signal: What ended it: the name of a signal, or "exit code 3".
        stderr: The last lines that it wrote to standard error.
    """

    signal: str
    stderr: str = ""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The routine has not come back, and its process was ended.

    Attributes:
        seconds: How long it had.
    """

    seconds: float


Outcome: TypeAlias = Returned | Solved | Malformed | Raised | Crashed | TimedOut


def _refuses(error: BaseException, message: str) -> bool:
    """Whether an exception says that something is unsupported."""
    if any(cls.__name__.endswith("LinAlgError") for cls in type(error).__mro__):
        return False
    if isinstance(error, NotImplementedError):
        return True
    return isinstance(error, TypeError | ValueError | RuntimeError) and REFUSALS.search(message) is not None
