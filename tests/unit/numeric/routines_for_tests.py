"""Routines that do what a routine must not do, and some that do it right; for processes of their own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import warnings
from collections import namedtuple

import numpy as np

Pair = namedtuple("Pair", "values vectors")  # noqa: PYI024  (as libraries return it)

fine = np.linalg.eigh
number = 5


class Group:
    """Routines that are attributes of an attribute."""

    @staticmethod
    def values(array):
        """The eigenvalues of a symmetric matrix."""
        return np.linalg.eigvalsh(array)


def as_namedtuple(array):
    """A named tuple of values and vectors."""
    return Pair(*np.linalg.eigh(array))


def as_lists(array):
    """A list of nested lists."""
    return [part.tolist() for part in np.linalg.eigh(array)]


def as_numbers(array):
    """The values as a list of numbers."""
    return list(np.linalg.eigvalsh(array))


def options_as_values(_, **options):
    """Its options instead of eigenvalues."""
    return np.array([options[key] for key in sorted(options)], float)


def nothing(_):
    """No answer."""


def text(_):
    """A text for an answer."""
    return "1, 2"


def alone(array):
    """The vectors alone."""
    return np.linalg.eigh(array)[1]


def ragged(_):
    """Vectors of different lengths."""
    return [[1.0], [2.0, 3.0]], np.eye(2)


def three(array):
    """One array too many."""
    return (*np.linalg.eigh(array), array)


def objects(array):
    """Values that are no numbers of NumPy."""
    return np.linalg.eigvalsh(array).astype(object)


def mutates(array):
    """Write into the input."""
    array[..., 0, 0] += 1
    return np.linalg.eigvalsh(array)


def mutates_behind(array):
    """Write into the buffer that the input is a view of."""
    array.base[0, 1] = 0
    return np.linalg.eigvalsh(array)


def flags_as_values(array):
    """What the input looks like, instead of eigenvalues."""
    return np.array([*array.strides, array.flags.writeable, array.dtype.isnative], float)


def environment_as_values(_):
    """The number of threads that is asked of OpenBLAS and of all libraries, instead of eigenvalues."""
    return np.array([int(os.environ.get(name, "0")) for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")])


def process_as_values(_):
    """The number of the process, instead of eigenvalues."""
    return np.array([os.getpid()])


def raises(_):
    """Raise an exception of no particular kind."""
    msg = "no luck"
    raise RuntimeError(msg)


def warns(array):
    """Warn, and divide by zero."""
    warnings.warn("careful", UserWarning, stacklevel=2)
    np.zeros(1) / np.zeros(1)
    return np.linalg.eigvalsh(array)


def prints(array):
    """Write to both streams, by Python and past it."""
    print("loud")  # noqa: T201
    print("louder", file=sys.stderr)  # noqa: T201
    os.write(1, b"loudest\n")
    os.write(2, b"loudest\n")
    return np.linalg.eigvalsh(array)


def prints_much(array):
    """Write more than a pipe holds."""
    sys.stdout.write("x" * 10**6)
    sys.stderr.write("x" * 10**6)
    return np.linalg.eigvalsh(array)


def reads(array):
    """Ask a user who is not there."""
    assert sys.stdin.read() == ""
    return np.linalg.eigvalsh(array)


def segfaults(_):
    """Read the address zero."""
    return ctypes.string_at(0)


def kills_itself(_):
    """End as a process does for which memory has run out."""
    os.kill(os.getpid(), signal.SIGKILL)


def aborts(_):
    """End as a C library does that has found a fault."""
    sys.stderr.write("double free or corruption\n")
    os.abort()


def exits(_):
    """End without a word."""
    os._exit(3)


def leaves(_):
    """End as a script does."""
    sys.exit(4)


def hangs(_):
    """Never come back, and let no other Python code run meanwhile."""
    ctypes.PyDLL(None).sleep(1000)


def crashes_on_odd(array):
    """Crash where the first entry is odd; else say that all is well."""
    if array[0, 0] % 2:
        os._exit(7)
    print("all is well", file=sys.stderr)  # noqa: T201
    return np.linalg.eigvalsh(array)


def dies_later(array):
    """Answer, and end the process when nobody is looking."""
    subprocess.Popen([sys.executable, "-c", f"import os, time; time.sleep(0.1); os.kill({os.getpid()}, 9)"])
    return np.linalg.eigvalsh(array)


def takes_memory(array):
    """Take a gigabyte."""
    np.ones(2**27)
    return np.linalg.eigvalsh(array)


def sleeps(_):
    """Never come back, but let other Python code run."""
    time.sleep(1000)


def is_slow(array):
    """Take a while."""
    time.sleep(0.3)
    return np.linalg.eigvalsh(array)
