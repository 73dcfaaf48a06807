"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from symeig.cli.failures import BAD_INPUT, Failure

__all__ = ["check_writable", "write_whole"]


def check_writable(path: Path) -> None:
    """Refuse, before any work, a file that cannot be written.

    Raises:
        Failure: It cannot.
    """
    folder = path.resolve().parent
    if path.is_dir():
        raise _unwritable(path, "it is a folder")
    if not folder.is_dir():
        raise _unwritable(path, f"there is no folder {str(folder)!r}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise _unwritable(path, "permission denied")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place and then move it there, so that nobody sees a part of it.

    Args:
        path: The file; what is no regular file, such as a pipe, is written to directly.
        content: Text, written as UTF-8, or bytes.

    Raises:
        Failure: It cannot be written.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            _write(target, content)
            return
        try:
            _write(beside, content)
            if target.exists():
                beside.chmod(target.stat().st_mode)
            beside.replace(target)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from None


def _write(path: Path, content: str | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8")


def _unwritable(path: Path, reason: str) -> Failure:
    return Failure(f"Error: {str(path)!r} cannot be written: {reason}. Choose another file.", BAD_INPUT)
