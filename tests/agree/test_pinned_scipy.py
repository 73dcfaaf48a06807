"""A SciPy with a live bug, in an environment of its own: the command finds it there, whatever is installed here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agree.test_numeric_libraries import FAULTY, is_power_of_two_times_small, smallest

PROJECT = Path(__file__).parents[2]
PINNED = ("scipy==1.17.1", "hypothesis", "pytest")
PATIENCE = 600.0

# Python and pip as they are for a user who knows nothing of this checkout.
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=OUTSIDE,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def symeig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from this checkout beside the pinned SciPy."""
    folder = tmp_path_factory.mktemp("pinned")
    made = run(sys.executable, "-m", "venv", "venv", folder=folder)
    assert made.returncode == 0, made.stderr
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [programs / "python", "-m", "pip", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"]
    installed = run(*pip, "install", "--quiet", PROJECT, *PINNED, folder=folder)
    if installed.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"pip cannot install {PINNED[0]}: {installed.stderr.strip().splitlines()[-1]}")
    assert installed.returncode == 0, installed.stderr
    return programs / "symeig"


@pytest.fixture(scope="module")
def found(symeig: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The report on SciPy's values in single precision."""
    folder = tmp_path_factory.mktemp("outside")
    done = run(symeig, "verify", "scipy.linalg:eigvals", "--dtype", "float32", "--format", "json", folder=folder)
    report = json.loads(done.stdout)
    if not report["environment"].get("scipy BLAS", "").startswith(FAULTY):
        pytest.skip(f"the wheel for this system is not built with {FAULTY}")
    assert (done.returncode, done.stderr) == (1, "")
    return report


@pytest.mark.slow
def test_the_bug_is_found(found: dict) -> None:
    """By its trace, with a matrix of one or two rows and a power of two."""
    assert found["environment"]["scipy"] == "1.17.1"
    finding = found["findings"][0]
    assert finding["law"] == "trace"
    A = smallest(finding)
    assert A.shape[-1] <= 2
    assert is_power_of_two_times_small(A)


@pytest.mark.slow
def test_the_bug_is_accepted(symeig: Path, found: dict, tmp_path: Path) -> None:
    """With each law that it breaks accepted, the status is 0."""
    accepted = [f"--accept={finding['law']}=OpenBLAS 0.3.30" for finding in found["findings"]]
    command = [symeig, "verify", "scipy.linalg:eigvals", "--dtype", "float32", "--format", "json"]
    done = run(*command, *accepted, folder=tmp_path)
    report = json.loads(done.stdout)
    assert (done.returncode, report["findings"], report["unused"]) == (0, [], {})
    assert [f["reason"] for f in report["accepted"]] == ["OpenBLAS 0.3.30"] * len(accepted)


@pytest.mark.slow
def test_numpy_beside_it_is_sound(symeig: Path, tmp_path: Path) -> None:
    """The newest NumPy has another OpenBLAS."""
    done = run(symeig, "verify", "numpy.linalg:eigvals", "--dtype", "float32", folder=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_readme_shows_what_is_found(symeig: Path, found: dict, tmp_path: Path) -> None:
    """The finding in the README is the first one here, but for the counts that go with versions of Hypothesis."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    shown = text.partition("$ symeig verify scipy.linalg:eigvals --dtype float32\n")[2].partition("```")[0]
    printed = run(symeig, "verify", "scipy.linalg:eigvals", "--dtype", "float32", folder=tmp_path).stdout
    assert found["findings"]
    lines = [line for line in shown.splitlines() if line.strip()]
    assert len(lines) > 5
    assert [line for line in lines[1:] if line not in printed.splitlines()] == []
