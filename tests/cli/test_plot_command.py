"""``symeig plot`` through its public entry: files, formats, options, and ends of the work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from symeig import plots
from symeig.cli import main
from tests.mathml import tree

SVG = "{http://www.w3.org/2000/svg}"
SYMEIG = [sys.executable, "-m", "symeig"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SYMEIG_LANGUAGE", raising=False)
    return tmp_path


def plot(*arguments: str) -> Result:
    """The result of the command."""
    return CliRunner().invoke(main, ["plot", *arguments])


def title(path: Path) -> str:
    """The title of an SVG file."""
    return str(tree(path.read_text(encoding="utf-8").partition("?>")[2]).findtext(f"{SVG}title"))


def saved(picture: Any, folder: Path) -> bytes:
    """What the library saves."""
    path = folder / "saved.svg"
    picture.savefig(path)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("what", "draw"),
    [
        ("gershgorin", plots.gershgorin),
        ("action", plots.action),
        ("growth", plots.growth),
        ("rescaled-growth", plots.rescaled_growth),
        ("characteristic-polynomial", plots.characteristic_polynomial),
        ("jordan", plots.jordan),
    ],
)
def test_pictures_are_those_of_the_library(what: str, draw: Any, folder: Path) -> None:
    """Without an output the file has the name of the picture; its path is printed, and its content that of the API."""
    result = plot(what, "2 1; 2 3")
    assert (result.exit_code, result.stdout) == (0, f"{what}.svg\n")
    assert (folder / f"{what}.svg").read_bytes() == saved(draw("2 1; 2 3"), folder)


def test_options_of_discs(folder: Path) -> None:
    """Discs of columns, in another language."""
    assert plot("gershgorin", "4 1; 0 9", "--by", "columns", "--language", "vi").exit_code == 0
    assert title(folder / "gershgorin.svg") == "Các đĩa Gershgorin theo cột"


def test_options_of_growth(folder: Path) -> None:
    """Vectors may begin with a minus sign, as matrices may."""
    assert plot("growth", "-1 1; 1 0", "--vector", "-1 0", "--steps", "5").exit_code == 0
    expected = plots.growth("-1 1; 1 0", "-1 0", steps=5)
    assert (folder / "growth.svg").read_bytes() == saved(expected, folder)


def test_floats_of_a_file(folder: Path) -> None:
    """They are read as decimals, or as the doubles that they are."""
    np.save(folder / "A.npy", np.array([[0.1, 0.25], [0.0, 0.5]]))
    for floats in ("decimal", "binary"):
        name = f"{floats}.svg"
        assert plot("jordan", "A.npy", "--floats", floats, "--output", name).exit_code == 0
    assert "λ = 1/10" in (folder / "decimal.svg").read_text(encoding="utf-8")
    assert "λ ≈ 0.1000" in (folder / "binary.svg").read_text(encoding="utf-8")
    assert "floats='error'" not in plot("jordan", "A.npy", "--floats", "error").stderr


def test_output_by_its_suffix(folder: Path) -> None:
    """A .png file is PNG, in capitals too; a file that is named is replaced."""
    path = folder / "picture.PNG"
    path.write_text("old")
    result = plot("action", "2 1; 2 3", "--output", "picture.PNG")
    assert (result.exit_code, result.stdout) == (0, "picture.PNG\n")
    assert path.read_bytes().startswith(b"\x89PNG")


def test_matrix_from_standard_input(folder: Path) -> None:
    """The matrix may be piped."""
    result = CliRunner().invoke(main, ["plot", "jordan", "-"], input="1 1\n0 1\n")
    assert result.exit_code == 0
    assert "λ = 1" in (folder / "jordan.svg").read_text(encoding="utf-8")


def test_a_file_that_was_not_named_is_not_replaced(folder: Path) -> None:
    """The default name is used only where there is no such file."""
    (folder / "jordan.svg").write_text("mine")
    result = plot("jordan", "1 1; 0 1")
    assert result.exit_code == 2
    assert "The file 'jordan.svg' is there already. Move it, or write --output jordan.svg" in result.stderr
    assert (folder / "jordan.svg").read_text() == "mine"
    assert plot("jordan", "1 1; 0 1", "--output", "jordan.svg").exit_code == 0
    assert title(folder / "jordan.svg") == "Jordan structure"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (
            ["action", "1 2 3; 4 5 6; 7 8 9"],
            2,
            "The matrix is 3×3. The unit circle is in the plane. Give a 2×2 matrix.",
        ),
        (["action", "1 i; 0 1"], 2, "Entry (1, 2) is i."),
        (["gershgorin", "1 2; 3"], 2, "Row 2 has 1 entry"),
        (["gershgorin", "a 1; 0 1"], 1, "It depends on a. A picture needs numbers. Substitute values."),
        (["gershgorin", "1 2", "--output", "x.svg"], 2, "The matrix has 1 row"),
        (["jordan", "1 1; 0 1", "--output", "x.pdf"], 2, "'x.pdf' ends with .pdf; pictures end with .svg or .png."),
        (["jordan", "1 1; 0 1", "--output", "x"], 2, "'x' ends with no suffix; pictures end with .svg or .png."),
        (["jordan", "1 1; 0 1", "--output", "no/x.svg"], 2, "there is no folder"),
        (["jordan", "1 1; 0 1", "--by", "rows"], 2, "--by is for gershgorin, and not for jordan. Leave it out."),
        (["action", "1 1; 0 1", "--steps", "3"], 2, "--steps is for growth and rescaled-growth, and not for action."),
        (["growth", "1 1; 0 1", "--vector", "1 2 3"], 2, "A vector of 2 entries is needed."),
        (["rescaled-growth", "0 1; 0 0"], 1, "Aᵏv = 0 for k > 1"),
        (["growth", "1 1; 0 1", "--steps", "0"], 2, "Invalid value for '--steps'"),
        (["spiral", "1 1; 0 1"], 2, "'spiral' is not one of 'gershgorin', 'action'"),
        (["jordan"], 2, "Missing argument 'MATRIX'"),
    ],
)
def test_bad_call_of_plot(arguments: list[str], status: int, words: str, folder: Path) -> None:
    """One message on standard error, no traceback, nothing written."""
    result = plot(*arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert list(folder.iterdir()) == []


def test_work_that_takes_too_long(folder: Path) -> None:
    """It is ended, and nothing is written."""
    result = plot("growth", "1 2; 3 4", "--steps", "30000", "--timeout", "0.5")
    assert result.exit_code == 2
    assert "The work took longer than 0.5 seconds, the bound set with --timeout" in result.stderr
    assert list(folder.iterdir()) == []


def test_without_matplotlib(folder: Path) -> None:
    """Status 2, with the command that installs it."""
    hidden = folder / "hidden"
    hidden.mkdir()
    (hidden / "matplotlib.py").write_text("raise ImportError('no such thing here')\n")
    search = os.pathsep.join(filter(None, [str(hidden), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [*SYMEIG, "plot", "jordan", "1 1; 0 1"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": search},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: matplotlib is not installed. Pictures are drawn with it."
        ' Run: pip install "symeig[plot]" [symeig: missing-extra]\n'
    )
    assert not (folder / "jordan.svg").exists()


def test_warnings_are_shown(folder: Path) -> None:
    """What the reading of floats changes is said, and the picture is drawn all the same."""
    np.save(folder / "A.npy", np.array([[0.1, 0.3], [0.3, 0.9]]))
    result = plot("jordan", "A.npy")
    assert result.exit_code == 0
    assert result.stderr.startswith("Warning: The floats were read as decimals.")
    assert "--floats binary" in result.stderr
