"""Libraries agree with exact truth: no false alarm, and the live bug of one build of OpenBLAS is found and small."""

from __future__ import annotations

import json
from fractions import Fraction
from importlib.util import find_spec
from math import log2
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from symeig.cli import main
from symeig.numeric import Report, verify
from symeig.numeric.environment import environment

# What is documented of a library: it is no news.
DOCUMENTED = {
    "mpmath": {"square-input": "the shape is not looked at"},
    "torch": {"non-finite-input": "pytorch issues 37499, 85950: undefined, and it may crash"},
    "jax": {"non-finite-input": "jax issue 18226: it depends on LAPACK"},
}

# The OpenBLAS whose geev does not undo its scaling; JAX computes with that of SciPy.
FAULTY = "scipy-openblas 0.3.30"


def is_faulty(library: str = "scipy") -> bool:
    """Whether a library was built with the faulty OpenBLAS."""
    return environment(library).get(f"{library} BLAS", "").startswith(FAULTY)


def report_on(name: str, *dtypes: str, **options: Any) -> Report:
    """A slice of a long run: some inputs of all families."""
    package = name.partition(":")[0].partition(".")[0]
    # Found, and not imported: it is called in another process.
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    usual = {"examples": 15, "max_size": 8, "accept": DOCUMENTED.get(package, {})}
    return verify(name, dtype=dtypes, **{**usual, **options})


@pytest.mark.slow
@pytest.mark.parametrize("dtypes", [("float32", "complex128"), ("float64", "int64")], ids=" ".join)
@pytest.mark.parametrize("kind", ["eig", "eigh", "eigvals", "eigvalsh"])
def test_numpy(kind: str, dtypes: tuple[str, ...]) -> None:
    """No law is broken but the one that is known: numbers for NaN."""
    if kind in {"eig", "eigvals"} and is_faulty("numpy"):
        pytest.skip(f"this NumPy has {FAULTY}")
    report = report_on(f"numpy.linalg:{kind}", *dtypes)
    assert report.laws == ()
    assert {finding.law for finding in report.accepted} <= {"non-finite-input"}
    assert report.unsupported == {}


@pytest.mark.slow
@pytest.mark.parametrize("driver", ["ev", "evd", "evr", "evx"])
def test_drivers_of_scipy(driver: str) -> None:
    """Each of them is sound, vectors of relatively robust representations included."""
    report = report_on("scipy.linalg:eigh", "float64", "complex64", options={"driver": driver})
    assert (report.laws, report.accepted, report.unsupported) == ((), (), {})


@pytest.mark.slow
def test_values_of_scipy() -> None:
    """So is the function for values alone."""
    report = report_on("scipy.linalg:eigvalsh", "float32", "complex128")
    assert (report.laws, report.accepted, report.unsupported) == ((), (), {})


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["eig", "eigh"])
def test_mpmath(kind: str) -> None:
    """Small matrices, converted there and back."""
    assert report_on(f"mpmath:{kind}", "float64", "complex64", max_size=5).laws == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["eig", "eigh"])
def test_torch(kind: str) -> None:
    """Tensors, which have no negative strides."""
    assert report_on(f"torch.linalg:{kind}", "float32", "complex128").laws == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["eig", "eigh"])
def test_jax(kind: str) -> None:
    """With 64 bits; what is broken is beyond the scales at which SciPy's LAPACK works, where that is the faulty one."""
    report = report_on(f"jax.numpy.linalg:{kind}", "float32", "complex128")
    if kind == "eigh" or not is_faulty():
        assert report.laws == ()
    else:
        assert "trace" in report.laws
        assert [f.words for f in report.findings if "times 2^" not in f.words] == []


def smallest(finding: dict[str, Any]) -> np.ndarray:
    """The matrix of a finding in a report as JSON."""
    space: dict[str, Any] = {}
    exec(finding["code"], space)  # noqa: S102  (code of ours)
    found: np.ndarray = space["A"]
    return found


def is_power_of_two_times_small(A: np.ndarray) -> bool:
    """Whether all entries are one power of two, a large or a small one, times integers of one digit."""
    entries = [Fraction(float(x)) for x in A.ravel() if x]
    unit = min((Fraction(x.numerator & -x.numerator, x.denominator) for x in entries), default=Fraction(1))
    return abs(log2(unit)) > 30 and all(abs(x / unit) < 10 for x in entries)


@pytest.mark.slow
def test_live_bug() -> None:
    """SciPy's values of a scaled matrix: with the faulty OpenBLAS they are too small, and the trace alone shows it."""
    pytest.importorskip("scipy", reason="SciPy is not installed")
    command = ["verify", "scipy.linalg:eigvals", "--dtype", "float32", "--format", "json"]
    result = CliRunner().invoke(main, command)
    report = json.loads(result.stdout)
    if not is_faulty():
        assert (result.exit_code, report["findings"]) == (0, [])
        return
    assert result.exit_code == 1
    finding = report["findings"][0]
    assert finding["law"] == "trace"
    A = smallest(finding)
    assert A.shape[-1] <= 2
    assert is_power_of_two_times_small(A)


@pytest.mark.parametrize(
    ("A", "is_one"),
    [([[2.0**41]], True), ([[2.0**-41, 0], [3 * 2.0**-41, 0]], True), ([[1.0]], False), ([[2.0**41, 1]], False)],
    ids=["large", "small", "one", "graded"],
)
def test_powers_of_two_are_told_from_others(A: list[list[float]], is_one: bool) -> None:
    """The test above does not pass for any matrix."""
    assert is_power_of_two_times_small(np.array(A)) == is_one
