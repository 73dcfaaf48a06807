"""The versions of what took part in a verification."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import symeig

__all__ = ["environment"]

# Libraries whose build names the BLAS that they call.
WITH_BLAS = ("numpy", "scipy")

# What a library calls: JAX, on CPUs, the LAPACK that SciPy brings.
BENEATH = {"jax": ("jaxlib", "scipy")}


def environment(package: str) -> Mapping[str, str]:
    """The versions of Python, symeig, the routine's package and the BLAS beneath it.

    Args:
        package: The first part of the name of the routine's module; empty for a function without a package.
    """
    found = {
        "symeig": symeig.__version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "platform": f"{platform.system()} {platform.machine()}",
    }
    for name in dict.fromkeys(("numpy", package, *BENEATH.get(package, ()), "hypothesis")):
        try:
            found[name] = version(name)
        except (PackageNotFoundError, ValueError):
            continue
        blas = _blas(name)
        if blas:
            found[f"{name} BLAS"] = blas
    return found


def _blas(name: str) -> str:
    """The BLAS that a library was built with; empty where it does not say."""
    if name not in WITH_BLAS:
        return ""
    module = sys.modules.get(name) or import_module(name)
    try:
        blas = module.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return f"{blas['name']} {blas['version']}"
    except (KeyError, TypeError):
        return ""
