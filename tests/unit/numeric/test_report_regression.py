"""Reports as pytest files: they fail for the routine that was judged and pass for one that is right."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from symeig.numeric.contracts import contract_for
from symeig.numeric.decisions import Decision
from symeig.numeric.render.regression import render
from symeig.numeric.report import Circle, ExactValue, Finding, Portrait, Report
from tests.mathml import tree
from tests.unit.numeric.reports import REPORTS

ROOT = Path(__file__).parents[3]

each_report = pytest.mark.parametrize("name", REPORTS)


def finding(law: str, code: str, **rest: object) -> Finding:
    """A finding about a law of yes or no."""
    decision = Decision(law, Fraction(1), Fraction(0), 1, "", "it is wrong")
    return replace(Finding(law, (decision,), code, f"made for {law}", "an outcome"), **rest)


def report(kind: str, routine: str, findings: list[Finding], **promises: object) -> Report:
    """A report on a routine of this module."""
    return replace(
        REPORTS["good"],
        routine=f"tests.unit.numeric.routines_to_repair:{routine}",
        contract=contract_for(kind, "generic", promises),
        findings=tuple(findings),
    )


ONE = "A = np.array([[1.5]], dtype=np.float64)"
TWO = "A = np.array([[2, 1], [0, 3]], dtype=np.float64)"
STACK = "A = np.stack([np.array([[2, 1], [0, 3]], dtype=np.float64)] * 2)"
COMPLEX = "A = np.array([[2, 1j], [0, 3]], dtype=np.complex128)"
POISONED = "A = np.array([[2, np.nan], [1 + 1j, 3 + 7j]], dtype=np.complex128)"
SYMMETRIC = "A = np.array([[2, 1], [1, 2]], dtype=np.float64)"
NAN = "import numpy as np\nfrom numpy import nan\n\nA = np.array([[nan]], dtype=np.float64)"
MANY = "A = np.diag([0.5] * 32 + [0.25])"
SINGLE = Portrait("", 2, (), (), ())
EACH = (replace(SINGLE, place="matrix 1 of 2"), replace(SINGLE, place="matrix 2 of 2"))
LARGE = Portrait(
    "",
    33,
    (ExactValue("1/4", 0.25, 0.0, 1, (1,), 1.0), ExactValue("1/2", 0.5, 0.0, 32, (1,) * 32, 4.0)),
    (Circle(0.25, 0.0, 1e-11, 1), Circle(0.5, 0.0, 1e-11, 32)),
    (),
)
WEYL = Decision("hermitian-values", Fraction(1), Fraction(1, 10**20), 2, "all eigenvalues together")

# What a routine does wrong, its kind, the finding, and what else it promises.
FAULTS: dict[str, tuple[str, Finding, dict[str, object]]] = {
    "raises": ("eig", finding("completes", ONE), {}),
    "crashes": ("eig", finding("completes", ONE), {}),
    "flat": ("eig", finding("shape", TWO), {}),
    "imprecise": ("eig", finding("dtype", TWO), {}),
    "writes": ("eig", finding("input-unchanged", TWO), {}),
    "infinite": ("eig", finding("finite", TWO), {}),
    "zeros_for_nan": ("eigvals", finding("non-finite-input", NAN), {"nonfinite": "nan"}),
    "none_for_empty": ("eigvals", finding("empty-input", "A = np.zeros((0, 0))"), {"empty": "empty"}),
    "takes_rectangles": ("eigvals", finding("square-input", "A = np.ones((2, 3), dtype=np.float64)"), {}),
    "wrong": ("eig", finding("residual", TWO, portraits=(SINGLE,)), {}),
    "wrong_in_stacks": ("eig", finding("residual", STACK, portraits=EACH), {}),
    "wrong_left": ("eig", finding("left-residual", COMPLEX, portraits=(SINGLE,)), {"left": True}),
    "upper": ("eigvalsh", finding("trace", POISONED, portraits=(SINGLE,)), {"triangle": "lower"}),
    "descending": ("eigh", finding("order", SYMMETRIC, portraits=(SINGLE,)), {"order": "ascending"}),
    "long": ("eig", finding("unit-vectors", TWO, portraits=(SINGLE,)), {"unit": True}),
    "one_lost": ("eigvals", finding("multiplicities", MANY, portraits=(LARGE,)), {}),
    "one_off": ("eigvalsh", finding("hermitian-values", MANY, portraits=(LARGE,), decisions=(WEYL,)), {}),
}

ROUTINES = """
import os
import numpy as np

REPAIRED = os.environ["REPAIRED"] == "yes"

def eig(A): return tuple(np.linalg.eig(A))
def eigh(A): return tuple(np.linalg.eigh(A))
def left(A):
    w, V = np.linalg.eig(A)
    return w, np.linalg.inv(V).conj().T, V
def lower(A):
    L = np.tril(A)
    return np.linalg.eigvalsh(L + np.tril(A, -1).conj().T)

def repaired(right):
    return lambda wrong: right if REPAIRED else wrong

@repaired(eig)
def raises(A): raise RuntimeError("no luck")
@repaired(eig)
def crashes(A): os._exit(3)
@repaired(eig)
def flat(A): return np.linalg.eig(A)[0][:1], np.linalg.eig(A)[1]
@repaired(eig)
def imprecise(A): return tuple(x.astype("float32") for x in eig(A))
@repaired(eig)
def writes(A):
    w, V = eig(A)
    A[0, 0] += 1
    return w, V
@repaired(eig)
def infinite(A): return eig(A)[0] / 0.0, eig(A)[1]
@repaired(lambda A: np.full(len(A), np.nan))
def zeros_for_nan(A): return np.zeros(len(A))
@repaired(np.linalg.eigvals)
def none_for_empty(A): raise ValueError("empty")
@repaired(np.linalg.eigvals)
def takes_rectangles(A): return np.zeros(2)
@repaired(eig)
def wrong(A): return eig(A)[0] + 1e-3, eig(A)[1]
@repaired(eig)
def wrong_in_stacks(A):
    w, V = eig(A)
    w[1] = 1
    return w, V
@repaired(left)
def wrong_left(A): return left(A)[0], left(A)[2], left(A)[2]
@repaired(lower)
def upper(A): return np.linalg.eigvalsh(np.diag(np.arange(len(A)) + 1.0))
@repaired(eigh)
def descending(A): return eigh(A)[0][::-1], eigh(A)[1][:, ::-1]
@repaired(eig)
def long(A): return eig(A)[0], 2 * eig(A)[1]
@repaired(lambda A: np.diag(A))
def one_lost(A): return np.append(np.diag(A)[1:], 0.25)
@repaired(lambda A: np.sort(np.diag(A)))
def one_off(A): return np.sort(np.diag(A)) + 1e-9 * (np.arange(len(A)) == 3)
"""


def written(name: str) -> str:
    """The test file of a fault."""
    kind, found, promises = FAULTS[name]
    return render(replace(report(kind, name, [found], **promises), routine=f"routines.py:{name}"))


def results(folder: Path, *, repaired: bool) -> dict[str, str]:
    """What pytest says of the test files in a folder: file -> "passed" or "failure"."""
    environment = os.environ | {"REPAIRED": "yes" if repaired else "no", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=results.xml", "."]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode in {0, 1}, done.stdout
    cases = tree((folder / "results.xml").read_text(encoding="utf-8")).iter("testcase")
    return {case.get("classname", ""): _state(case) for case in cases}


def _state(case: ET.Element) -> str:
    return next((child.tag for child in case if child.tag in {"failure", "error", "skipped"}), "passed")


@pytest.mark.slow
def test_files_fail_until_the_routine_is_right(tmp_path: Path) -> None:
    """Every test fails for the routine with the fault, a crash among them, and passes for the repaired one."""
    (tmp_path / "routines.py").write_text(ROUTINES, encoding="utf-8")
    for name in FAULTS:
        (tmp_path / f"test_{name}.py").write_text(written(name), encoding="utf-8")
    names = {f"test_{name}" for name in FAULTS}
    assert results(tmp_path, repaired=False) == dict.fromkeys(names, "failure")
    assert results(tmp_path, repaired=True) == dict.fromkeys(names, "passed")


@pytest.mark.slow
@pytest.mark.parametrize("width", [88, 100, 120])
def test_formatters_change_nothing(width: int, tmp_path: Path) -> None:
    """Ruff's formatter leaves the files as they are, at its own width and at larger ones."""
    texts = {name: render(REPORTS[name]) for name in REPORTS} | {name: written(name) for name in FAULTS}
    for name, text in texts.items():
        (tmp_path / f"test_{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", str(width), "--diff", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@each_report
def test_every_finding_is_a_test(name: str) -> None:
    """The file is Python, with a test for each finding and none for what was accepted."""
    module = ast.parse(render(REPORTS[name]))
    tests = [n.name for n in module.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    assert tests == [f"test_{f.law.replace('-', '_')}" for f in REPORTS[name].findings]


def test_laws_that_are_broken_twice_have_two_names() -> None:
    """Two findings of one law are two tests."""
    found = [finding("completes", ONE), finding("completes", TWO), finding("completes", ONE)]
    module = ast.parse(render(report("eig", "raises", found)))
    tests = [n.name for n in module.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    assert tests == ["test_completes", "test_completes_2", "test_completes_3"]


def test_nothing_passes_that_is_not_decided() -> None:
    """Where a law needs exact eigenvalues that are not listed, the test asks the other laws, and does not pass."""
    for law in ("multiplicities", "rank", "hermitian-values"):
        found = finding(law, MANY, portraits=(replace(LARGE, exact=(), circles=()),))
        text = render(report("eigvals", "one_lost", [found]))
        assert text.rstrip().endswith('outside of symeig verify.")')
        assert "import pytest\n" in text
        assert "judge_result(A, values" in text


def test_routine_is_called_as_it_was() -> None:
    """The routine is imported by its name, with its library and its options."""
    text = render(REPORTS["near"])
    assert 'TARGET = Target("scipy.linalg:eigh", "scipy", (("driver", "ev"),))' in text
    assert 'PROMISES = {"order": "ascending"}' in text


@pytest.mark.parametrize("routine", ["__main__:f", "m:f.<locals>.g", "m:<lambda>", "None:f", "f", "a b:c"])
def test_routine_without_a_name_is_to_be_put_in(routine: str) -> None:
    """A function that cannot be imported has a place in the file, which says so."""
    text = render(replace(REPORTS["undone"], routine=routine))
    assert "it has no name by which it could be imported" in text
    assert "TARGET" not in text


def test_options_that_cannot_be_written_have_no_name() -> None:
    """An option that is no literal cannot be handed over in a file."""
    assert "TARGET" not in render(replace(REPORTS["undone"], options=(("f", len),)))


def test_other_laws_may_stay_broken() -> None:
    """Where laws were accepted, or not all are promised, a test asks for its own alone."""
    for name in ("mixed", "wide"):
        assert ".require()" not in render(REPORTS[name])
        assert 'assert "multiplicities" not in judgement.laws' in render(REPORTS[name]) or name == "wide"
    assert ".require()" in render(REPORTS["undone"])


def test_nasty_text_is_no_code() -> None:
    """Quotes, backslashes and line ends in texts from elsewhere stay in docstrings and comments."""
    nasty = '"""\\\n\'\'\'\nassert False # "'
    decision = Decision("completes", Fraction(1), Fraction(0), 1, nasty, f"the process ended with {nasty}")
    found = finding("completes", 'A = 1  # """ \\ ', decisions=(decision,), words=nasty)
    for routine in ("m:f", nasty):
        module = ast.parse(
            render(replace(REPORTS["undone"], routine=routine, findings=(found,), environment={nasty: nasty}))
        )
        assert not [n for n in module.body if isinstance(n, ast.Assert)]
