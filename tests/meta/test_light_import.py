"""`import symeig` costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after some code."""
    code = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HEAVY = {"sympy", "flint", "numpy", "hypothesis", "matplotlib", "rich", "click", "lark", "pytest"}


def test_import_of_the_package() -> None:
    """Importing the package loads none of its dependencies."""
    assert loaded("import symeig") & HEAVY == set()


def test_listing_the_package() -> None:
    """Listing the public names loads nothing either."""
    assert loaded("import symeig; dir(symeig)") & HEAVY == set()


def test_import_of_errors_and_replay() -> None:
    """Neither do the exceptions and the replay of certificates."""
    assert loaded("import symeig.errors, symeig.replay") & HEAVY == set()


def test_import_of_the_numeric_room() -> None:
    """Importing it, or listing its names, loads nothing either."""
    assert loaded("import symeig.numeric; dir(symeig.numeric)") & HEAVY == set()


def test_import_of_the_room_of_pictures() -> None:
    """So it is for pictures."""
    assert loaded("import symeig.plots; dir(symeig.plots)") & HEAVY == set()


def test_the_pytest_plugin_is_light() -> None:
    """It is loaded wherever pytest runs, so it loads pytest and nothing else that takes its time."""
    assert loaded("import symeig.numeric.plugin") & HEAVY == {"pytest"}
    light = HEAVY - {"pytest"}
    assert loaded("import pytest; pytest.main(['--version', '-p', 'symeig.numeric.plugin'])") & light == set()


def test_judging_needs_no_hypothesis() -> None:
    """Hypothesis draws matrices; what came back for a matrix of one's own is judged without it."""
    code = "import numpy; from symeig.numeric import judge_result; judge_result(numpy.eye(2), [1, 1]).require()"
    assert loaded(code) & {"hypothesis", "pytest", "matplotlib", "rich", "click"} == set()


def test_solving_loads_only_what_it_needs() -> None:
    """Solving a matrix of integers loads SymPy and FLINT, but nothing that draws, tests or colours."""
    used = loaded("import symeig; symeig.eigensystem([[2, 1], [2, 3]]).eigenvalues")
    assert {"sympy", "flint"} <= used
    assert used & {"hypothesis", "matplotlib", "rich", "click", "pytest"} == set()


@pytest.mark.parametrize("name", ["eigensystem", "Eigensystem", "Eigenspace", "Eigenvalue"])
def test_public_names(name: str) -> None:
    """Public names are listed before they are loaded, and are what they say."""
    import symeig  # noqa: PLC0415

    assert name in dir(symeig)
    assert getattr(symeig, name).__name__ == name


@pytest.mark.parametrize("name", ["verify", "laws_of", "known_matrices", "Contract", "Report"])
def test_public_names_of_the_numeric_room(name: str) -> None:
    """So are those of the numeric room."""
    import symeig.numeric  # noqa: PLC0415

    assert name in dir(symeig.numeric)
    assert getattr(symeig.numeric, name).__name__ == name


@pytest.mark.parametrize("name", ["gershgorin", "action", "growth", "characteristic_polynomial", "jordan"])
def test_public_names_of_the_room_of_pictures(name: str) -> None:
    """So are those of the room of pictures: functions, not modules of the same name."""
    import symeig.plots  # noqa: PLC0415

    assert name in dir(symeig.plots)
    assert getattr(symeig.plots, name).__name__ == name


def test_unknown_name() -> None:
    """A misspelt name is an AttributeError that says so."""
    import symeig  # noqa: PLC0415

    with pytest.raises(AttributeError, match="eigensytem"):
        symeig.eigensytem  # noqa: B018


def test_unknown_name_of_the_numeric_room() -> None:
    """There too."""
    import symeig.numeric  # noqa: PLC0415

    with pytest.raises(AttributeError, match=r"'symeig\.numeric' has no attribute 'verifi'"):
        symeig.numeric.verifi  # noqa: B018


def test_unknown_name_of_the_room_of_pictures() -> None:
    """There too."""
    import symeig.plots  # noqa: PLC0415

    with pytest.raises(AttributeError, match=r"'symeig\.plots' has no attribute 'discs_of'"):
        symeig.plots.discs_of  # noqa: B018
