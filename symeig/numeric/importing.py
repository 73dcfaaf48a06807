"""Modules and functions of a user, found by their names; a name that is not there is answered with one that is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, NoReturn, cast

from symeig.errors import InputError

__all__ = ["fail_to_import", "find", "imported", "near_names", "suggestion"]


def find(name: str) -> Callable[..., Any]:
    """The function of that name."""
    module, _, path = name.rpartition(":")
    found: Any = _imported_file(module) if module.endswith(".py") else imported(module)
    seen = module
    for part in path.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            near = near_names(part, dir(found))
            msg = (
                f"{seen} has no attribute {part!r}. {name!r} has to name a function in it."
                f" {suggestion(near, 'Correct the name.')}"
            )
            raise InputError(msg, name=name, near=near) from None
        seen += f"{'.' if ':' in seen else ':'}{part}"
    if not callable(found):
        msg = f"{name} is an object of type {type(found).__name__}. A routine can be called. Name a function."
        raise InputError(msg, name=name)
    return cast("Callable[..., Any]", found)


def imported(name: str) -> ModuleType:
    """The module of that name; those in the working directory are found as well, after all others."""
    package = name.partition(".")[0]
    here = str(Path.cwd())
    if here not in sys.path and package not in sys.modules and find_spec(package) is None:
        sys.path.append(here)
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if not f"{name}.".startswith(f"{missing}."):
            fail_to_import(name, f"{type(error).__name__}: {error}")
        parent, dot, last = missing.rpartition(".")
        paths = getattr(import_module(parent), "__path__", []) if parent else None
        near = tuple(f"{parent}{dot}{other}" for other in near_names(last, (m.name for m in iter_modules(paths))))
        msg = (
            f"There is no module {missing!r}. {name!r} has to be importable."
            f" {suggestion(near, 'Install what has it, or correct the name.')}"
        )
        raise InputError(msg, name=name, near=near) from None
    except (Exception, SystemExit) as error:  # noqa: BLE001  (foreign code may raise anything while it is imported)
        fail_to_import(name, f"{type(error).__name__}: {error}")


def _imported_file(path: str) -> ModuleType:
    """The module in that file; those in its folder are found as well, after all others."""
    file = Path(path).resolve()
    if not file.is_file():
        near = tuple(
            str(Path(path).with_name(n)) for n in near_names(file.name, (p.name for p in file.parent.glob("*.py")))
        )
        msg = f"There is no file {path!r}. A routine is looked for in it. {suggestion(near, 'Correct the path.')}"
        raise InputError(msg, name=path, near=near)
    name = f"symeig_routines_in_{file.stem}"
    spec = spec_from_file_location(name, file)
    # The name ends with .py, so there is a loader for it.
    module = module_from_spec(cast("Any", spec))
    if str(file.parent) not in sys.path:
        sys.path.append(str(file.parent))
    # Dataclasses look their module up while it is executed.
    sys.modules[name] = module
    try:
        cast("Any", spec).loader.exec_module(module)
    except (Exception, SystemExit) as error:  # noqa: BLE001  (foreign code may raise anything while it is imported)
        del sys.modules[name]
        fail_to_import(path, f"{type(error).__name__}: {error}")
    return module


def fail_to_import(name: str, why: str) -> NoReturn:
    """Say why a module or a file could not be imported.

    Raises:
        InputError: In any case.
    """
    msg = (
        f"The import of {name!r} failed: {why.rstrip('.')}."
        " A routine is imported before it is called. Make the import work in a Python of its own first."
    )
    raise InputError(msg, name=name, why=why)


def near_names(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The public names that look like one that there is not."""
    return tuple(get_close_matches(name, [other for other in names if not other.startswith("_")]))


def suggestion(near: tuple[str, ...], otherwise: str) -> str:
    """What to do: the names that were perhaps meant, or something else where there are none."""
    return f"Did you mean {' or '.join(near)}?" if near else otherwise
