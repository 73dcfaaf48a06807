"""The scripts in the docs, which are in no package, as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

__all__ = ["loaded"]


def loaded(script: Path) -> Any:
    """A script as a module of its own.

    Args:
        script: Its file.
    """
    spec = importlib.util.spec_from_file_location(script.stem, script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
