"""Which room may import which, read off the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meta.source import imports, modules

# A room may import those of its own level only where it says so, and those of every lower level.
LEVELS = {
    "errors": 0,
    "writing": 0,
    "replay": 0,
    "reading": 1,
    "exact": 2,
    "worked": 3,
    "answers": 3,
    "numeric": 3,
    "plots": 3,
    "cli": 4,
    "graders": 4,
}
# The arrows between rooms of a level: `answers` may show a worked solution, `graders` judge in the workers of `cli`.
ALSO = {("answers", "worked"), ("graders", "cli")}

# Modules at the top that anyone may import, and that import no room when they are imported.
TOP = {"", "__main__"}


def room(module: str) -> str:
    """The room of a module of symeig: the first part of its name after the package's."""
    return module.partition(".")[2].partition(".")[0]


def arrows() -> Iterator[tuple[str, str, bool]]:
    """All imports between modules of the package: (from, to, deferred)."""
    for name in modules():
        for target in imports(name):
            if target.module.split(".")[0] == "symeig":
                yield name, target.module, target.deferred


def test_every_room_has_its_level() -> None:
    """A new room has to be put into the order before it can be used."""
    assert {room(name) for name in modules()} <= LEVELS.keys() | TOP


def test_arrows_between_rooms_run_downwards() -> None:
    """reading <- exact <- worked, answers, numeric, plots <- cli; the middle rooms do not import each other."""
    wrong = [
        (start, end)
        for start, end, _ in arrows()
        if room(start) not in TOP
        and room(end) not in TOP | {room(start)}
        and (room(start), room(end)) not in ALSO
        and LEVELS[room(end)] >= LEVELS[room(start)] > 0
    ]
    assert wrong == []


@pytest.mark.parametrize("bottom", ["errors", "replay"])
def test_bottom_rooms_import_nothing_of_the_package(bottom: str) -> None:
    """Errors and the replay stand on their own."""
    assert [end for start, end, _ in arrows() if room(start) == bottom and room(end) not in {"", bottom}] == []


def test_writing_needs_no_mathematics() -> None:
    """Writing expressions is at the bottom: it imports errors at most."""
    assert {room(end) for start, end, _ in arrows() if room(start) == "writing"} <= {"", "errors", "writing"}


def test_replay_uses_the_standard_library_alone() -> None:
    """A copy of replay.py runs without symeig, SymPy or FLINT."""
    allowed = {"__future__", "argparse", "collections", "fractions", "itertools", "json", "math", "sys", "typing"}
    assert {i.module.split(".")[0] for i in imports("symeig.replay")} <= allowed


def test_packages_import_no_room_when_imported() -> None:
    """The top of the package imports its rooms when they are asked for, not before."""
    assert [i.module for i in imports("symeig") if not i.deferred and i.module.split(".")[0] == "symeig"] == []


def test_no_cycles_between_modules() -> None:
    """Following imports that run at import time never leads back."""
    graph: dict[str, set[str]] = {name: set() for name in modules()}
    for start, end, deferred in arrows():
        if not deferred and start != end:
            graph[start].add(end)
    assert _cycle(graph) == []


def _cycle(graph: dict[str, set[str]]) -> list[str]:
    """Nodes that remain when those without unfinished successors are removed again and again."""
    left = dict(graph)
    while True:
        free = [name for name, ends in left.items() if not ends & left.keys()]
        if not free:
            return sorted(left)
        for name in free:
            del left[name]


def test_cycles_are_found() -> None:
    """The search for cycles finds one."""
    assert _cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]


def test_tests_are_not_imported_by_the_package() -> None:
    """The package needs none of its tests, nor pytest, outside the plugin."""
    outside = {i.module.split(".")[0] for name in modules() for i in imports(name) if name != "symeig.numeric.plugin"}
    assert outside & {"tests", "pytest", "_pytest"} == set()


def test_hypothesis_is_imported_in_one_place() -> None:
    """That is where it is said how to install it."""
    found = [(name, i) for name in modules() for i in imports(name) if i.module.split(".")[0] == "hypothesis"]
    users = {name for name, i in found if not i.deferred}
    assert users == {"symeig.numeric.extra"}


def test_matplotlib_is_imported_in_one_place() -> None:
    """That is where it is said how to install it; and never the part that opens windows."""
    found = [(name, i.module) for name in modules() for i in imports(name) if i.module.split(".")[0] == "matplotlib"]
    assert {name for name, _ in found} == {"symeig.plots.extra"}
    assert not any("pyplot" in module for _, module in found)


def test_test_files_have_names_of_their_own() -> None:
    """Two of one name in different folders cannot be collected in one run; benchmarks are no part of one."""
    paths = Path(__file__).parents[1].rglob("*.py")
    names = Counter(path.name for path in paths if path.parent.name not in {"benchmarks", "fuzz"})
    assert [name for name, count in names.items() if count > 1] == []
