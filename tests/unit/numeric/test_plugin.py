"""The pytest plugin, in runs of pytest: each law is a test, with what is known of it and the smallest matrix."""

from __future__ import annotations

import re
from importlib.metadata import entry_points, version
from pathlib import Path

import numpy as np
import pytest
from packaging.version import Version

import symeig.numeric.plugin
from symeig.errors import InputError
from symeig.numeric import contract_for, laws_of
from symeig.numeric.laws import EXACT, HYGIENE, LAWS

pytest_plugins = ["pytester"]

# Solvers in a file of their own, which say each time that they are verified: the first probe of all is a 0×0 matrix.
SOLVERS = """
import numpy as np

def noted(A):
    if A.shape == (0, 0):
        with open("verified", "a") as file:
            file.write("once\\n")
    return np.linalg.eigvals(A)

def careless(A):
    return noted(A).real

def short(A):
    return noted(A)[..., 1:]

def numbers_for_nan(A):
    return np.linalg.eigvals(np.where(np.isfinite(A), A, 0))

def half(A):
    if A.dtype == np.float16:
        raise TypeError("float16 is unsupported")
    return np.linalg.eigvals(A)

def both(A):
    return np.linalg.eig(A)
"""

TEST = """
import numpy as np
import pytest
import solvers
from symeig.numeric import laws_of

FEW = {{"dtype": "float64", "examples": 1, "max_size": 3, "families": ["jordan", "rotations"]}}

{}
"""


@pytest.fixture
def run(pytester: pytest.Pytester):
    """A run of pytest on a file with some tests, beside the solvers, as in other projects."""
    pytester.makepyfile(solvers=SOLVERS)
    pytester.syspathinsert()

    def run(body: str, *arguments: str, subprocess: bool = False) -> pytest.RunResult:
        pytester.makepyfile(test_solvers=TEST.format(body))
        call = pytester.runpytest_subprocess if subprocess else pytester.runpytest_inprocess
        return call("-p", "no:cacheprovider", "-rA", *arguments)

    return run


def laws(result: pytest.RunResult) -> dict[str, str]:
    """What came of each law of one routine, by its name."""
    pattern = re.compile(r"(PASSED|FAILED|XFAIL|XPASS|ERROR) test_solvers\.py::\w+\[[\w:]+-([a-z-]+)\]")
    return {match[2]: match[1] for match in map(pattern.match, result.outlines) if match}


def suite(name: str, more: str = "", kind: str = "eigvals") -> str:
    """A test of a solver."""
    return f"""
@laws_of(solvers.{name}, {kind!r}, **FEW{more})
def test_{name}(law):
    law.check()
"""


def names(kind: str) -> list[str]:
    """The laws that a routine of a kind promises."""
    contract = contract_for(kind)
    return [law.name for law in (*HYGIENE, *LAWS, *EXACT) if law.promised(contract)]


# --- which tests there are ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["eig", "eigh", "eigvals", "eigvalsh", "exact"])
def test_each_law_is_a_test_id(kind: str) -> None:
    """The name of the routine and that of the law, for all laws that are promised and no others."""
    routine = "symeig:eigensystem" if kind == "exact" else f"solver:{kind}"

    def test(law):
        law.check()

    (mark,) = laws_of(routine, kind)(test).pytestmark
    assert mark.args[0] == "law"
    assert [p.id for p in mark.args[1]] == [f"{routine}-{name}" for name in names(kind)]
    assert [p.values[0].law for p in mark.args[1]] == names(kind)


def test_ids_are_listed(run) -> None:
    """They can be chosen on the command line of pytest."""
    result = run(suite("noted"), "--collect-only", "-q")
    assert "test_solvers.py::test_noted[solvers:noted-trace]" in result.outlines
    assert not Path("verified").exists()
    chosen = run(suite("noted"), "-k", "trace")
    chosen.assert_outcomes(passed=1, deselected=len(names("eigvals")) - 1)


def test_promises_have_tests(run) -> None:
    """A promise more is a test more."""
    result = run(suite("both", ', promises={"unit": True, "order": "ascending"}', "eig"))
    assert {"unit-vectors", "order"} <= set(laws(result))


# --- what comes of them ---------------------------------------------------------------------------------------------


def test_sound_routine(run) -> None:
    """All laws pass that some input decides, and the routine is verified once."""
    result = run(suite("noted"))
    result.assert_outcomes(passed=len(names("eigvals")) - 1, skipped=1)
    assert set(laws(result)) == set(names("eigvals")) - {"power-sums"}
    assert Path("verified").read_text() == "once\n"


def test_broken_routine(run) -> None:
    """The laws that it breaks fail with the smallest matrix and without a traceback; the others pass."""
    result = run(suite("careless"))
    found = laws(result)
    failed = {law for law, outcome in found.items() if outcome == "FAILED"}
    assert failed == {"membership", "multiplicities", "product", "coefficients"}
    text = result.stdout.str()
    assert "A = np.array([[0, -1], [1, 0]], dtype=np.float64)" in text
    assert "A value is an eigenvalue of no matrix near A." in text
    assert "def test_careless" not in text


def test_law_that_no_input_decides(run) -> None:
    """It is skipped, with the reason: 0×0 and 1×1 matrices have no product to speak of."""
    result = run(suite("noted", ", layouts=False").replace("**FEW", '**{**FEW, "max_size": 1}'), "-k", "product")
    result.assert_outcomes(skipped=1, deselected=len(names("eigvals")) - 1)
    result.stdout.fnmatch_lines(["*no input decides this law*"])


def test_dtype_that_is_refused(run) -> None:
    """Laws are skipped with the words of the routine."""
    result = run(suite("half").replace("**FEW", '**{**FEW, "dtype": "float16"}'), "-k", "trace or completes")
    result.assert_outcomes(skipped=2, deselected=len(names("eigvals")) - 2)
    result.stdout.fnmatch_lines(["*the routine refused float16: TypeError: float16 is unsupported*"])


def test_routine_that_cannot_be_imported(run) -> None:
    """That is an error of each law, and not expected even where a failure is."""
    body = suite("nope", ', known={"trace": "why not"}').replace("solvers.nope", "'nowhere:eigvals'")
    result = run(body, "-k", "trace or shape")
    result.assert_outcomes(failed=2, deselected=len(names("eigvals")) - 2)
    result.stdout.fnmatch_lines(["*There is no module 'nowhere'*"])


def test_two_routines_of_one_name(run) -> None:
    """Each has a report of its own, and so has one function of two kinds."""
    result = run(
        """
@laws_of(lambda A: np.linalg.eigvals(A), "eigvals", **FEW)
def test_sound(law):
    law.check()

@laws_of(lambda A: np.linalg.eigvals(A).real, "eigvals", **FEW)
def test_careless(law):
    law.check()

@laws_of(solvers.both, "eig", **FEW)
def test_pairs(law):
    law.check()

@laws_of(solvers.both, "eigvals", **FEW)
def test_values(law):
    law.check()
""",
        "-k",
        "trace or membership or shape",
    )
    failed = [line.split()[1] for line in result.outlines if line.startswith("FAILED")]
    assert failed == [
        "test_solvers.py::test_careless[solvers:<lambda>-membership]".replace("solvers:", "test_solvers:"),
        "test_solvers.py::test_values[solvers:both-shape]",
    ]


# --- what is known --------------------------------------------------------------------------------------------------


def test_known_failures(run) -> None:
    """They fail as expected, with their reason, and the run is green."""
    known = dict.fromkeys(("membership", "multiplicities", "coefficients"), "issue 1") | {"product": "issue 2"}
    result = run(suite("careless", f", known={known!r}"))
    assert result.ret == 0
    assert {law for law, outcome in laws(result).items() if outcome == "XFAIL"} == set(known)
    result.stdout.fnmatch_lines(["XFAIL *product* - issue 2"])


def test_known_failure_that_passes(run) -> None:
    """A law that holds after all fails its test, so that it is taken from the list."""
    result = run(suite("noted", ', known={"trace": "issue 3"}'), "-k", "trace")
    result.assert_outcomes(failed=1, deselected=len(names("eigvals")) - 1)
    result.stdout.fnmatch_lines(["*[[]XPASS(strict)[]] issue 3*"])


def test_what_is_known_of_a_library(run) -> None:
    """It fails as expected, with its reference, without being listed; whoever lists it is right too."""
    more = ', contract="numpy"'
    for known in ("", ', known={"non-finite-input": "as everybody knows"}'):
        body = suite("numbers_for_nan", f"{more}{known}", "eigvalsh")
        body = body.replace("rotations", "hermitian").replace("**FEW", '**{**FEW, "families": ["hermitian"]}')
        result = run(
            body.replace("solvers.numbers_for_nan", "lambda A: np.linalg.eigvalsh(np.where(np.isfinite(A), A, 0))")
        )
        result.stdout.fnmatch_lines(["XFAIL *non-finite-input* 20280*"])
        assert result.ret == 0


# --- options of pytest ----------------------------------------------------------------------------------------------


def test_examples_and_seed(run) -> None:
    """They hold for all routines of a run, whatever their tests say, and for no other run."""
    body = (
        suite("careless")
        + "\n    assert law.verification.report.seed == 7\n    assert law.verification.report.examples == 2"
    )
    chosen = ("-k", "trace")
    result = run(body, *chosen, "--symeig-examples", "2", "--symeig-seed", "7")
    result.assert_outcomes(passed=1, deselected=len(names("eigvals")) - 1)
    run(body, *chosen).assert_outcomes(failed=1, deselected=len(names("eigvals")) - 1)


@pytest.mark.parametrize("option", ["--symeig-examples", "--symeig-seed"])
def test_options_are_in_the_help(run, option: str) -> None:
    """Under a heading of their own."""
    text = run("", "--help").stdout.str()
    assert "verification of eigenvalue routines" in text
    assert f"{option}=N" in text


@pytest.mark.parametrize("option", ["--symeig-examples", "--symeig-seed"])
def test_options_are_numbers(run, option: str) -> None:
    """Anything else is refused before a test runs."""
    result = run("", option, "many")
    assert result.ret == pytest.ExitCode.USAGE_ERROR


groups_are_ignored = pytest.mark.skipif(
    Version(pytest.__version__) >= Version("9.2") and Version(version("pytest-xdist")) <= Version("3.8.0"),
    reason="pytest-xdist issue 1386: this version ignores groups with this version of pytest",
)


@pytest.mark.slow
@pytest.mark.parametrize("dist", ["loadfile", pytest.param("loadgroup", marks=groups_are_ignored)])
def test_processes_of_xdist(run, dist: str) -> None:
    """Each routine is verified by one process, once, and the outcome is the same; sets have another order in each."""
    promises = ', promises={"dtypes": frozenset({"float64", "float32", "int64", "int32", "bool"})}'
    body = suite("careless", promises) + suite("noted") + suite("short")
    alone = run(body)
    assert Path("verified").read_text() == 3 * "once\n"
    Path("verified").unlink()
    shared = run(body, "-n", "2", "--dist", dist, subprocess=True)
    assert Path("verified").read_text() == 3 * "once\n"
    assert shared.parseoutcomes() == alone.parseoutcomes()


def test_laws_of_a_routine_are_a_group(run) -> None:
    """Their mark has the same name in every process: that of the test without its parameters."""
    body = (
        suite("noted")
        + """
@pytest.fixture(autouse=True)
def see(request):
    marks = [mark.kwargs for mark in request.node.iter_markers("xdist_group")]
    assert marks == [{"name": "test_solvers.py::test_noted"}]
"""
    )
    run(body, "-k", "trace").assert_outcomes(passed=1, deselected=len(names("eigvals")) - 1)


# --- bad calls ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("solver:solve",), {}, "The kind of 'solve' is not known"),
        (("solver.eig",), {}, "'solver.eig' does not name a routine."),
        ((np.linalg.eig,), {"known": {"tracee": "x"}}, "There is no law 'tracee'."),
        ((np.linalg.eigvals,), {"known": {"residual": "x"}}, "'residual' is no promise of numpy.linalg:eigvals."),
        ((np.linalg.eig,), {"promises": {"orderr": 1}}, "There is no promise 'orderr'."),
        ((np.linalg.eig,), {"examples": 0}, "examples is 0."),
        ((np.linalg.eig,), {"dtype": "float31"}, "'float31' is not a dtype of numbers."),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_bad_calls(arguments: tuple, options: dict, words: str) -> None:
    """They are refused where the test is defined, before anything runs."""
    with pytest.raises(InputError) as caught:
        laws_of(*arguments, **options)
    assert words in caught.value.message


def test_entry_point() -> None:
    """Whoever has symeig and pytest has the plugin."""
    (found,) = (e for e in entry_points(group="pytest11") if e.name == "symeig")
    assert found.load() is symeig.numeric.plugin
