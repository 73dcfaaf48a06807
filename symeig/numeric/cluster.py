"""The workers of a Dask cluster, for work that is larger than one machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from symeig.errors import InputError, MissingExtraError

__all__ = ["cluster"]

# Seconds in which a scheduler has to answer.
PATIENCE = 5

# What has to have the same version everywhere, so that a verification draws the same inputs.
SAME = ("symeig", "hypothesis")


@contextmanager
def cluster(address: str, *, same: tuple[str, ...] = SAME) -> Iterator[Executor]:
    """The workers behind a scheduler, as an executor.

    Args:
        address: Of the scheduler, such as "tcp://10.0.0.1:8786".
        same: What has to have the same version there as here.

    Raises:
        MissingExtraError: Dask is not installed.
        InputError: No scheduler answers there, it has no workers, or they have not what they need.
    """
    try:
        from distributed import Client  # noqa: PLC0415  (part of the extra "cluster")
        from distributed.comm.addressing import parse_address, parse_host_port  # noqa: PLC0415  (as above)
    except ImportError:
        msg = (
            "A scheduler was given, and Dask is not installed. It distributes the work. pip install 'symeig[cluster]'."
        )
        raise MissingExtraError(msg, extra="cluster") from None
    if not address:
        # Dask would start workers of its own.
        msg = "The address of the scheduler is empty. Workers are reached through one. Give, say, tcp://127.0.0.1:8786."
        raise InputError(msg)
    try:
        scheme, place = parse_address(address)
        if scheme in {"tcp", "tls"}:
            # A client waits for a scheduler that may yet come, and goes on waiting when it is given up.
            socket.create_connection(parse_host_port(place), PATIENCE).close()
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        msg = f"No scheduler answers at {address!r}: {error}. Start one with 'dask scheduler', and give its address."
        raise InputError(msg) from None
    with client:
        _check_workers(client, address, same)
        yield client.get_executor()


def _check_workers(client: Any, address: str, same: tuple[str, ...]) -> None:
    """Refuse workers that cannot do the work: they would never answer."""
    versions = _versions(same)
    found: dict[str, dict[str, str]] = client.run(versions)
    if not found:
        msg = f"The scheduler at {address!r} has no workers. They do the work. Start some with 'dask worker {address}'."
        raise InputError(msg)
    for worker, its in found.items():
        for name, version in versions().items():
            if its[name] != version:
                there = f"{name} {its[name]}" if its[name] else f"no {name}"
                msg = (
                    f"The worker {worker} has {there}, and here is {name} {version}."
                    " Only the same version does the same work. Install it there."
                )
                raise InputError(msg)


def _versions(same: tuple[str, ...]) -> Callable[[], dict[str, str]]:
    """A function that says which versions there are, and that needs nothing of symeig where it is called."""

    def versions(names: tuple[str, ...] = same) -> dict[str, str]:
        from importlib import import_module  # noqa: PLC0415  (it runs elsewhere)

        found = {}
        for name in names:
            try:
                found[name] = str(import_module(name).__version__)
            except ImportError:
                found[name] = ""
        return found

    return versions
