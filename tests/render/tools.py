"""Tools that pip cannot bring: without one a test is skipped, with the reason, but it fails where CI is "true"."""

from __future__ import annotations

import os
from shutil import which

import pytest

__all__ = ["missing", "require"]


def require(tool: str, package: str) -> str:
    """The path of a program.

    Args:
        tool: Its name.
        package: The Debian package that has it.
    """
    path = which(tool)
    if path is None:
        missing(tool, package)
    return str(path)


def missing(tool: str, package: str) -> None:
    """Ends the test for want of something that a Debian package has."""
    reason = f"{tool} is missing; the Debian package {package} has it"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and continuous integration must have it.")
    pytest.skip(f"{reason}.")
