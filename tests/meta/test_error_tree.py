"""The tree of exceptions in the docstring of errors.py is the tree of classes."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from symeig import errors
from symeig.errors import SymeigError

CLASSES = [getattr(errors, name) for name in errors.__all__]
BUILTINS = {"ValueError": ValueError, "ImportError": ImportError}

each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)


def drawn() -> dict[str, tuple[str | None, str | None]]:
    """The tree as drawn: for each class its parent and the builtin class in brackets."""
    found: dict[str, tuple[str | None, str | None]] = {}
    path: list[str] = []
    for line in errors.__doc__.splitlines():
        match = re.fullmatch(r"    ((?:[│ ]  )*)(?:[├└]─ )?(\w+Error)(?: \((\w+)\))?", line)
        if match:
            branch, name, builtin = match.groups()
            depth = len(branch) // 3 + ("─" in line)
            path = [*path[:depth], name]
            found[name] = (path[-2] if depth else None, builtin)
    return found


def test_tree() -> None:
    """Each class of the module is drawn, under its parent, with its builtin class."""
    tree = drawn()
    assert tree.keys() == {c.__name__ for c in CLASSES}
    for cls in CLASSES:
        parent, builtin = tree[cls.__name__]
        if cls is SymeigError:
            assert (parent, builtin) == (None, None)
            continue
        own = [b.__name__ for b in cls.__bases__]
        assert own == [parent, *([builtin] if builtin else [])]


@each_class
def test_code_is_stable_and_unique(cls: type[SymeigError]) -> None:
    """Each class has a code of its own, in small letters."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", cls.code)
    assert [c for c in CLASSES if c.code == cls.code] == [cls]


@each_class
def test_pickling(cls: type[SymeigError]) -> None:
    """Message, code and data survive pickling."""
    error = cls("Something is wrong. It should be right. Make it so.", position=(1, 2), entry="x")
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.data, copy.position) == (cls, str(error), error.data, (1, 2))


@each_class
def test_text_ends_with_the_code(cls: type[SymeigError]) -> None:
    """The text of an exception ends with its code, so that it can be looked up."""
    assert str(cls("Something is wrong.")) == f"Something is wrong. [symeig: {cls.code}]"


@each_class
def test_attributes_are_documented(cls: type[SymeigError]) -> None:
    """The data that a class declares are those that its docstring explains."""
    declared = set(inspect.get_annotations(cls)) - {"code"}
    text = inspect.getdoc(cls).partition("Attributes:")[2]
    assert declared == set(re.findall(r"^    (\w+):", text, re.MULTILINE))


@each_class
def test_leaves_show_how_they_arise(cls: type[SymeigError]) -> None:
    """A class is more than a name: its docstring says in a sentence when it is raised."""
    assert len(inspect.getdoc(cls).splitlines()[0].split()) >= 4


def test_foreseen_failures_are_caught_together() -> None:
    """One except clause catches them all."""
    assert all(issubclass(c, SymeigError) for c in CLASSES)
