"""Mutants of the package: it is imported afresh with one text of its source replaced."""

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
from types import ModuleType

import pytest

__all__ = ["Mutants", "bounded", "each_of", "sabotaged", "source_of"]

# A mutant may run in a circle; that is caught too.
SECONDS = 20

# For each module: (text, text of the mutant).
Mutants = dict[str, list[tuple[str, str]]]


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
def sabotaged(module: str, old: str, new: str, package: str = "symeig") -> Iterator[ModuleType]:
    """The package imported afresh with one text replaced in one module; afterwards all is as before.

    A subpackage may be imported afresh alone: `package="symeig.numeric"`.
    """
    source, path = source_of(module)
    finder = SabotagedImport(module, source.replace(old, new), path)
    saved = {name: sys.modules.pop(name) for name in _modules_of(package)}
    parent, _, child = package.rpartition(".")
    sys.meta_path.insert(0, finder)
    try:
        yield import_module(package)
    finally:
        sys.meta_path.remove(finder)
        for name in _modules_of(package):
            del sys.modules[name]
        sys.modules.update(saved)
        if parent and package in saved:
            setattr(sys.modules[parent], child, saved[package])


def _modules_of(package: str) -> list[str]:
    return [name for name in sys.modules if name == package or name.startswith(f"{package}.")]


def _alarm(*_: object) -> None:
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


def each_of(mutants: Mutants, package: str) -> pytest.MarkDecorator:
    """Parametrises a test by module, text and text of the mutant."""
    return pytest.mark.parametrize(
        ("module", "old", "new"),
        [
            pytest.param(f"{package}.{module}", old, new, id=f"{module}: {' '.join(new.split())[:60]}")
            for module, pairs in mutants.items()
            for old, new in pairs
        ],
    )
