"""Workers of a Dask cluster: a real scheduler with workers on this machine, and no scheduler."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from symeig.errors import InputError, MissingExtraError
from symeig.numeric import Report, verify
from symeig.numeric.cluster import cluster

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

ROUTINES = str(Path(__file__).with_name("routines_for_tests.py"))
NAMES = ["numpy.linalg:eigvals", f"{ROUTINES}:as_numbers"]
FEW: dict[str, Any] = {"kind": "eigvals", "dtype": "float64", "examples": 1, "max_size": 3}


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The reports of this process, made before there are threads of Dask in it."""
    return [verify(name, **FEW) for name in NAMES]


def started(workers: int, threads: int = 1) -> Any:
    """A scheduler with workers that are processes, on this machine; its page, which it must have, is anywhere."""
    return distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=threads,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
    )


@pytest.fixture(scope="module")
def local_cluster(reports: list[Report]) -> Iterator[Any]:  # noqa: ARG001  (they come first)
    """Two workers."""
    with started(2) as running:
        yield running


@pytest.fixture
def address(local_cluster: Any) -> str:
    """The address of that scheduler."""
    found: str = local_cluster.scheduler_address
    return found


@pytest.mark.slow
def test_workers_give_the_same_report(address: str, reports: list[Report]) -> None:
    """Whoever draws the inputs, and in whichever order, they are the same; so are findings and smallest inputs."""
    with cluster(address) as executor:
        assert [verify(name, **FEW, executor=executor) for name in NAMES] == reports
    assert [report.ok for report in reports] == [True, False]


@pytest.mark.slow
def test_a_worker_with_several_threads_gives_the_same_report(reports: list[Report]) -> None:
    """A routine is there once in a process, and its threads take turns."""
    with started(1, threads=4) as running, cluster(running.scheduler_address) as executor:
        assert verify(NAMES[0], **FEW, executor=executor) == reports[0]


@pytest.mark.slow
def test_errors_come_back(address: str) -> None:
    """What a worker cannot import is said in the usual words."""
    with cluster(address) as executor, pytest.raises(InputError, match="There is no module 'nowhere'"):
        verify("nowhere:eigvals", **FEW, executor=executor)


@pytest.mark.slow
def test_workers_of_another_version(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would draw other inputs, so they are refused."""
    monkeypatch.setattr("hypothesis.__version__", "0.0.1")
    words = r"has hypothesis [\d.]+, and here is hypothesis 0\.0\.1\. Only the same"
    with pytest.raises(InputError, match=words), cluster(address):
        pass


@pytest.mark.slow
def test_workers_without_symeig(address: str) -> None:
    """They would never answer, so they are refused."""

    def hide() -> None:
        sys.modules["symeig"] = None  # type: ignore[assignment]

    def show() -> None:
        del sys.modules["symeig"]

    with distributed.Client(address, set_as_default=False) as client:
        client.run(hide)
        try:
            words = r"has no symeig, and here is symeig .*\. Install it there\."
            with pytest.raises(InputError, match=words), cluster(address):
                pass
        finally:
            client.run(show)


@pytest.mark.slow
def test_scheduler_without_workers() -> None:
    """It is said how to start some."""
    with started(0) as empty:
        place = empty.scheduler_address
        words = f"The scheduler at '{place}' has no workers.* 'dask worker {place}'"
        with pytest.raises(InputError, match=words), cluster(place):
            pass


def free_port() -> int:
    """A port at which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"tcp://127.0.0.1:{free_port()}", "Connection refused"),
        (f"127.0.0.1:{free_port()}", "Connection refused"),
        ("tcp://127.0.0.1:x", "invalid literal"),
        ("scheduler", "missing port number"),
        ("http://127.0.0.1:8786", "unknown address scheme 'http'"),
    ],
    ids=["nobody", "nobody without a scheme", "no number", "no port", "no scheme of Dask"],
)
def test_no_scheduler(address: str, words: str) -> None:
    """An address where none answers is refused, and it is said what to do."""
    with pytest.raises(InputError) as caught, cluster(address):
        pass
    message = caught.value.message
    assert message.startswith(f"No scheduler answers at {address!r}: ")
    assert words in message
    assert message.endswith("Start one with 'dask scheduler', and give its address.")


def test_empty_address() -> None:
    """No cluster is started in its place."""
    with pytest.raises(InputError, match="The address of the scheduler is empty"), cluster(""):
        pass


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, with the command that installs it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'symeig\[cluster\]'") as caught, cluster("tcp://x:1"):
        pass
    assert caught.value.extra == "cluster"
