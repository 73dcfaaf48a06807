"""The versions in a report."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from importlib.util import find_spec
from types import SimpleNamespace

import hypothesis
import numpy as np
import pytest

import symeig
from symeig.numeric.environment import environment


def test_versions() -> None:
    """Those of symeig, Python, the system, NumPy and Hypothesis are always there."""
    found = environment("")
    assert found["symeig"] == symeig.__version__
    assert found["python"].split() == [platform.python_implementation(), platform.python_version()]
    assert found["platform"].split() == [platform.system(), platform.machine()]
    assert found["numpy"] == np.__version__
    assert found["hypothesis"] == hypothesis.__version__


def test_package_of_the_routine() -> None:
    """Its version is there too, between the two."""
    found = environment("sympy")
    assert found["sympy"] == version("sympy")
    names = [name for name in found if "BLAS" not in name]
    assert names == ["symeig", "python", "platform", "numpy", "sympy", "hypothesis"]


@pytest.mark.parametrize("package", ["", "no_such_package", "path/to/solver", "tests", "..", "C", "a b", "ünïcode"])
def test_package_without_a_version(package: str) -> None:
    """It is left out, whatever it is called."""
    assert environment(package) == environment("")


def test_blas_of_numpy() -> None:
    """It is the one that NumPy was built with, by name and version."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    assert environment("")["numpy BLAS"] == f"{blas['name']} {blas['version']}"


def test_blas_of_scipy() -> None:
    """SciPy has one of its own, which is named only where SciPy is judged."""
    scipy = pytest.importorskip("scipy")
    blas = scipy.show_config(mode="dicts")["Build Dependencies"]["blas"]
    assert environment("scipy")["scipy BLAS"] == f"{blas['name']} {blas['version']}"
    assert "scipy BLAS" not in environment("numpy")


def test_libraries_beneath() -> None:
    """JAX computes with the LAPACK of SciPy, so that is named too."""
    if find_spec("jax") is None:
        pytest.skip("JAX is not installed")
    found = environment("jax")
    assert [name for name in found if name in {"jax", "jaxlib", "scipy", "scipy BLAS"}] == list(found)[-5:-1]
    assert found["scipy BLAS"] == environment("scipy")["scipy BLAS"]


@pytest.mark.parametrize(
    "answer",
    [{}, {"Build Dependencies": {}}, {"Build Dependencies": {"blas": {"name": "mkl"}}}, None],
    ids=["nothing", "no BLAS", "no version", "printed"],
)
def test_library_that_does_not_say(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """A BLAS that is not named is left out."""
    monkeypatch.setitem(
        sys.modules, "numpy", SimpleNamespace(show_config=lambda mode: answer if mode == "dicts" else 0)
    )
    assert "numpy BLAS" not in environment("")


def test_library_that_knows_no_dicts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is that of a version whose function only prints."""
    monkeypatch.setitem(sys.modules, "numpy", SimpleNamespace(show_config=lambda: None))
    assert "numpy BLAS" not in environment("")
