"""Bounds on a part of the work of a process: they are there during it, and gone after it."""

from __future__ import annotations

import sys

import pytest

from symeig.cli.limits import Bounds, limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere some of these bounds are missing")


def state() -> tuple[bool, tuple[int, int]]:
    """Whether a clock runs, and how much memory this process may take."""
    import resource  # noqa: PLC0415  (not on Windows)
    import signal  # noqa: PLC0415  (as above)

    return signal.getitimer(signal.ITIMER_PROF)[0] > 0, resource.getrlimit(resource.RLIMIT_AS)


@pytest.mark.parametrize("error", [None, ValueError])
def test_bounds_are_gone_afterwards(error: type[Exception] | None) -> None:
    """However the work ends: the next answer has bounds of its own."""
    before = state()
    try:
        with limited(Bounds(100, 512)):
            runs, (memory, _) = state()
            assert runs
            assert 512 << 20 < memory < 1 << 40
            if error is not None:
                raise error
    except ValueError:
        pass
    assert state() == before == (False, before[1])


def test_memory() -> None:
    """What goes beyond it is an error, and what does not is none."""
    with limited(Bounds(100, 256)):
        assert len(bytearray(100 << 20)) == 100 << 20
        with pytest.raises(MemoryError):
            bytearray(400 << 20)


def test_a_bound_within_a_bound() -> None:
    """No answer may take more than the process may."""
    with limited(Bounds(100, 256)):
        _, outer = state()
        with limited(Bounds(100, 100_000)):
            assert state()[1] == outer


def test_words() -> None:
    """Messages say what there was too much of."""
    bounds = Bounds(2, 512)
    assert str(bounds) == "2 s, 512 MiB"
    assert bounds.reached("time").startswith("The answer took longer than 2 seconds, ")
    assert bounds.reached("memory").startswith("The answer needs more than 512 MiB, ")
