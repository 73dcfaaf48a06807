"""One-line faults in the source of the engine: each is caught by the certificate or by a law.

Every mutant is a fresh copy of the package in which one line differs; `trial.examine` must fail on it. The line must
occur exactly once in the source, so that the list cannot outlive the code.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, spec_from_loader
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from tests.sabotage.trial import examine

# A mutant may run in a circle; that is caught too.
SECONDS = 20

# (module, text, text of the mutant)
MUTANTS: list[tuple[str, str, str]] = []


class SabotagedImport(MetaPathFinder, Loader):
    """Imports one module from other source."""

    def __init__(self, name: str, source: str, path: str) -> None:
        self.name, self.source, self.path = name, source, path

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Answer for the one module only."""
        del path, target
        return spec_from_loader(fullname, self, origin=self.path) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the other source."""
        exec(compile(self.source, self.path, "exec"), module.__dict__)  # noqa: S102


def source_of(module: str) -> tuple[str, str]:
    """The source of a module and the path of its file."""
    path = find_spec(module).origin
    return Path(path).read_text(encoding="utf-8"), path


@contextmanager
def sabotaged(module: str, old: str, new: str) -> Iterator[ModuleType]:
    """The package imported afresh with one text replaced in one module; afterwards all is as before."""
    source, path = source_of(module)
    finder = SabotagedImport(module, source.replace(old, new), path)
    saved = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] == "symeig"}
    sys.meta_path.insert(0, finder)
    try:
        yield import_module("symeig")
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.split(".")[0] == "symeig"]:
            del sys.modules[name]
        sys.modules.update(saved)


def _alarm(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


@contextmanager
def bounded() -> Iterator[None]:
    """At most `SECONDS`; then `TimeoutError`."""
    previous = signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def test_engine_without_fault_passes() -> None:
    """The examination itself is passed by the engine as it is."""
    with sabotaged("symeig.exact.components", "", "") as package:
        examine(package)


each_mutant = pytest.mark.parametrize(
    ("module", "old", "new"), MUTANTS, ids=[f"{m.rpartition('.')[2]}: {o.strip()[:40]} -> {n.strip()[:40]}" for m, o, n in MUTANTS]
)


@each_mutant
def test_text_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails: a law is broken, a certificate refused, or nothing works any more."""
    with sabotaged(module, old, new) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine(package)
