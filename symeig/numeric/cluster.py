"""The workers of a Dask cluster, for verifications that are larger than one machine."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from symeig.errors import InputError, MissingExtraError

__all__ = ["cluster"]

# Seconds in which a scheduler has to answer.
PATIENCE = 10


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers behind a scheduler, as an executor.

    Args:
        address: Of the scheduler, such as "tcp://10.0.0.1:8786".

    Raises:
        MissingExtraError: Dask is not installed.
        InputError: No scheduler answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415  (part of the extra "cluster")
    except ImportError:
        msg = (
            "A scheduler was given, and Dask is not installed. It distributes the work. pip install 'symeig[cluster]'."
        )
        raise MissingExtraError(msg, extra="cluster") from None
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        msg = f"No scheduler answers at {address!r}: {error}. Start one with 'dask scheduler', and give its address."
        raise InputError(msg) from None
    with client:
        yield client.get_executor()
