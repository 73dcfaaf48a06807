"""The site, built once for all tests of a run, by the command that the docs name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from filelock import FileLock

__all__ = ["built"]

ROOT = Path(__file__).parents[2]


def built(shared: Path) -> Path:
    """The folder of the site.

    Args:
        shared: A folder that all processes of the run share.
    """
    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (site / "done").exists():
            command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "docs", str(site)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
            assert (done.returncode, done.stderr) == (0, "")
            (site / "done").touch()
    return site
