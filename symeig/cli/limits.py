"""Bounds on the work between two points, kept by the system in the process that does it: they end C code too.

Only a system that has such limits keeps them; the time that passes is bounded from outside, by `worker.Pool`.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

__all__ = ["ENDED_FOR_TIME", "Bounds", "limited"]

# How a process ends whose time is up. A timer is finer than RLIMIT_CPU, which counts whole seconds since the process
# began: with it the time of an answer would depend on those before it.
ENDED_FOR_TIME = tuple(-getattr(signal, name) for name in ("SIGPROF",) if hasattr(signal, name))

# The size of this process in pages, on Linux.
SIZE = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may take.

    Attributes:
        seconds: Of the processor, which do not pass while the machine does something else.
        mebibytes: Of memory, beyond what the process has when it begins.
    """

    seconds: float
    mebibytes: int

    def __str__(self) -> str:
        return f"{self.seconds:g} s, {self.mebibytes} MiB"

    def reached(self, bound: str) -> str:
        """What is said of an answer that took more."""
        much = f"{self.mebibytes} MiB" if bound == "memory" else f"{self.seconds:g} seconds"
        took = "needs more than" if bound == "memory" else "took longer than"
        return f"The answer {took} {much}, the bound on what is judged. Write it in a simpler form."


@contextmanager
def limited(bounds: Bounds) -> Iterator[None]:
    """End this process where the work takes too long, and raise `MemoryError` where it takes too much."""
    with _limited_memory(bounds.mebibytes), _limited_time(bounds.seconds):
        yield


@contextmanager
def _limited_time(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def _limited_memory(mebibytes: int) -> Iterator[None]:
    if resource is None or not SIZE.exists():
        yield
        return
    size = int(SIZE.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + (mebibytes << 20)
    before, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = size if before == resource.RLIM_INFINITY else min(size, before)
    resource.setrlimit(resource.RLIMIT_AS, (bound, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, most))
