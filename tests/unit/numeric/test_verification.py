"""`verify`: the same inputs for the same seed, what is promised and accepted, hostile routines, and small findings."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric import Contract, Problem, Report, contract_for, verify
from symeig.numeric.examination import draw
from symeig.numeric.families import FAMILIES
from symeig.numeric.inquiry import DTYPES, LARGE_SIZES, SIZES, WEIGHTS, Stratum, strata
from symeig.numeric.laws import LAWS
from symeig.numeric.targets import Target
from symeig.numeric.verification import inquire
from tests.zoo.broken import BROKEN

SPECIMENS = {specimen.name: specimen for specimen in BROKEN}
HOSTILE = str(Path(__file__).with_name("routines_for_tests.py"))

# A run of a few inputs.
FEW: dict[str, Any] = {"dtype": "float64", "examples": 1, "max_size": 3, "families": ["jordan", "rotations"]}


def sound(A: np.ndarray) -> np.ndarray:
    """The eigenvalues, by NumPy."""
    return np.linalg.eigvals(A)


def careless(A: np.ndarray) -> np.ndarray:
    """The real parts of the eigenvalues."""
    return np.linalg.eigvals(A).real


class Recorder:
    """A sound routine that remembers what it was given."""

    def __init__(self) -> None:
        self.arrays: list[np.ndarray] = []

    def __call__(self, A: np.ndarray) -> np.ndarray:
        """The eigenvalues."""
        self.arrays.append(A)
        return np.linalg.eigvals(A)

    @property
    def legal(self) -> list[np.ndarray]:
        """What was no probe: square and finite."""
        return [A for A in self.arrays if A.shape[-1] == A.shape[-2] and np.isfinite(A).all()]


def recorded(**options: Any) -> Recorder:
    """What a routine is given."""
    recorder = Recorder()
    verify(recorder, "eigvals", **options)
    return recorder


def given(**options: Any) -> list[bytes]:
    """The same as bytes."""
    return [A.tobytes() for A in recorded(**options).arrays]


# --- the same seed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("routine", [sound, careless], ids=["sound", "broken"])
def test_the_same_seed_gives_the_same_report(routine: Callable[..., Any]) -> None:
    """With all that is in it, findings and smallest inputs included."""
    first, second = (verify(routine, "eigvals", **FEW, seed=3) for _ in range(2))
    assert first == second
    assert first.to_json() == second.to_json()


def test_the_same_seed_gives_the_same_inputs() -> None:
    """In the same order; another seed gives others."""
    assert given(**FEW, seed=3) == given(**FEW, seed=3)
    assert given(**FEW, seed=3) != given(**FEW, seed=4)


def test_the_global_random_state_is_not_used() -> None:
    """Inputs do not depend on it, and it is left as it is."""
    np.random.seed(1)  # noqa: NPY002  (the state that must not matter)
    state = np.random.get_state()[1].tobytes()  # noqa: NPY002
    first = given(**FEW)
    assert np.random.get_state()[1].tobytes() == state  # noqa: NPY002
    np.random.seed(2)  # noqa: NPY002
    assert given(**FEW) == first


def test_other_modules_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hypothesis likes the constants of all modules of the user; a seed does not mean other inputs because of them."""
    options = {**FEW, "examples": 100}
    before = given(**options)
    (tmp_path / "module_with_constants.py").write_text("PRIMES = (2, 3, 5, 7, 11, 13, 101, 1009, 10007)\n")
    monkeypatch.syspath_prepend(tmp_path)
    import_module("module_with_constants")
    assert given(**options) == before


def test_every_input_that_is_asked_for_is_drawn() -> None:
    """None is too large for the bytes that choices are read from."""
    inquiry = inquire(sound, "eigvals", dtype=["float64", "complex128"])
    for stratum in inquiry.strata:
        drawn: list[Problem] = []
        draw(inquiry, stratum, drawn.append)
        assert len(drawn) == stratum.examples + 1


def test_families_and_dtypes_have_inputs_of_their_own() -> None:
    """A share is the same, whatever other shares there are."""
    alone = given(**{**FEW, "families": ["rotations"]})
    both = given(**{**FEW, "families": ["rotations", "hermitian"]})
    probes = len(alone) - recordable(alone, both)
    assert 0 < probes < len(alone)


def recordable(left: list[bytes], right: list[bytes]) -> int:
    """How many first items are equal."""
    return next((k for k, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


# --- the shares -----------------------------------------------------------------------------------------------------


def weights(shares: tuple[Stratum, ...], dtype: str) -> dict[str, int]:
    """How many examples each family gets."""
    return {s.family: s.examples for s in shares if s.dtype == dtype and s.size is None}


@pytest.mark.parametrize("kind", ["eig", "eigh"])
@pytest.mark.parametrize("examples", [1, 50, 1000])
def test_shares_have_at_least_as_many_examples_as_are_asked_for(kind: str, examples: int) -> None:
    """For each dtype together, with one for each family at the least."""
    shares = strata(contract_for(kind), ("float32", "complex128"), examples)
    for dtype in ("float32", "complex128"):
        counts = weights(shares, dtype)
        assert sum(counts.values()) >= examples
        assert min(counts.values()) >= 1
        assert sum(counts.values()) <= examples + len(counts) + max(WEIGHTS.values())


def test_weighty_families_get_more() -> None:
    """Scales and stacks get four times as many examples as a family without weight."""
    counts = weights(strata(contract_for("eig"), ("float64",), 1000), "float64")
    assert 3.5 < counts["scales"] / counts["jordan"] <= 4
    assert counts["scales"] == counts["stacks"]


@pytest.mark.parametrize(("kind", "is_hermitian"), [("eig", False), ("eigvalsh", True)])
def test_families_suit_the_kind(kind: str, is_hermitian: bool) -> None:
    """Hermitian routines get Hermitian families."""
    names = {s.family for s in strata(contract_for(kind), ("float64",), 1)}
    useful = {f.name for f in FAMILIES.values() if (f.hermitian if is_hermitian else f.general)}
    assert names == useful - {"poison"}


@pytest.mark.parametrize(("triangle", "is_there"), [("lower", True), ("upper", True), ("both", False)])
def test_poison_needs_a_triangle_that_is_not_read(triangle: str, is_there: bool) -> None:
    """Where all of a matrix is read, nothing may be poisoned."""
    contract = contract_for("eigh", promises={"triangle": triangle})
    assert ("poison" in {s.family for s in strata(contract, ("float64",), 1)}) == is_there


def test_sizes_at_which_paths_change_are_always_there() -> None:
    """The larger ones for two dtypes alone, and none above the largest that is asked for."""
    sizes = Counter((s.dtype, s.size) for s in strata(contract_for("eig"), DTYPES[:3], 1) if s.size is not None)
    assert set(sizes.values()) == {1}
    assert {n for dtype, n in sizes if dtype == DTYPES[0]} == {*SIZES, *LARGE_SIZES}
    assert {n for dtype, n in sizes if dtype == DTYPES[2]} == {*SIZES}
    assert {s.size for s in strata(contract_for("eig"), DTYPES[:1], 1, max_size=32)} == {None, 16, 17, 31, 32}


def test_a_family_that_is_not_asked_for_has_no_share() -> None:
    """Neither have its sizes."""
    assert {s.family for s in strata(contract_for("eig"), ("float64",), 9, ["jordan", "scales"])} == {
        "jordan",
        "scales",
    }


def test_each_share_has_a_seed_of_its_own() -> None:
    """It depends on the seed, the family, the dtype and the size."""
    inquiries = [inquire(sound, "eigvals", seed=seed) for seed in (0, 1)]
    seeds = {inquiry.seed_of(s) for inquiry in inquiries for s in inquiry.strata}
    assert len(seeds) == 2 * len(inquiries[0].strata)


# --- options --------------------------------------------------------------------------------------------------------


def test_families() -> None:
    """Only those that are asked for are counted."""
    report = verify(sound, "eigvals", **FEW)
    assert report.families.keys() == {"jordan", "rotations"}
    assert sum(report.families.values()) == report.matrices


@pytest.mark.parametrize("size", [0, 1, 4])
def test_largest_size(size: int) -> None:
    """No legal matrix is larger."""
    options = {"dtype": "float64", "examples": 80, "families": ["random"], "promises": {"stacks": False}}
    assert max(A.shape[-1] for A in recorded(**options, max_size=size).legal) == size


def test_size_of_a_contract() -> None:
    """A routine that is slow says which sizes are useful."""
    options = {"dtype": "float64", "examples": 10, "families": ["random", "sizes"]}
    sizes = {A.shape[-1] for A in recorded(**options, promises={"largest": 5}).legal}
    assert 4 <= max(sizes) <= 5


@pytest.mark.parametrize("dtype", ["float32", "complex64", "int16", "longdouble", "bool"])
def test_dtype(dtype: str) -> None:
    """Matrices have the dtype that is asked for, in either order of bytes."""
    arrays = recorded(dtype=dtype, examples=20, max_size=3, families=["hermitian", "simple-shapes"]).arrays
    assert {A.dtype.newbyteorder("=") for A in arrays} == {np.dtype(dtype)}


@pytest.mark.parametrize(
    ("dtype", "names"),
    [
        ("float32", "float32"),
        (["float32", "complex64"], "float32, complex64"),
        (("f4", "<f4", ">f4"), "float32"),
        (np.float32, "float32"),
        (float, "float64"),
        (np.dtype("c8"), "complex64"),
        ([np.float32, complex], "float32, complex128"),
    ],
    ids=str,
)
def test_ways_to_say_a_dtype(dtype: Any, names: str) -> None:
    """One or more, by name or as NumPy takes them; each once."""
    assert verify(sound, "eigvals", **{**FEW, "dtype": dtype}).dtype == names


def test_usual_dtypes() -> None:
    """Those that the contract has."""
    assert verify(sound, "eigvals", **{**FEW, "dtype": None}).dtype == ", ".join(DTYPES)
    torch = verify(sound, "eigvals", **{**FEW, "dtype": None}, contract="torch")
    assert torch.dtype == "float64, complex128, float32, complex64"


def test_layouts() -> None:
    """Stacks and views come by default; without layouts each input is one matrix in C order."""
    options = {"dtype": "float64", "examples": 60, "max_size": 3, "families": ["random", "stacks"]}
    assert any(A.ndim > 2 for A in recorded(**options).legal)
    assert any(not A.flags.c_contiguous for A in recorded(**options).legal)
    plain = recorded(**options, layouts=False, promises={"stacks": False}).arrays
    assert all(A.ndim == 2 and A.flags.c_contiguous and A.flags.writeable and A.dtype.isnative for A in plain)


def test_options_of_the_routine() -> None:
    """They are handed over at each call, and are in the report."""

    def routine(A: np.ndarray, *, flag: str) -> np.ndarray:
        assert flag == "on"
        return np.linalg.eigvals(A)

    report = verify(routine, "eigvals", **FEW, options={"flag": "on"})
    assert (report.laws, report.options) == ((), (("flag", "on"),))


def test_kind_by_name() -> None:
    """The name of a function says its kind where it is one of the four."""
    assert verify(np.linalg.eigvalsh, **{**FEW, "families": ["hermitian"]}).contract.kind == "eigvalsh"
    assert verify("numpy.linalg:eigvals", **FEW).contract.kind == "eigvals"


@pytest.mark.parametrize(
    ("routine", "options", "unread", "namespace"),
    [
        ("numpy.linalg:eigh", {}, contract_for("eigh", "numpy"), "numpy"),
        (np.linalg.eigh, {}, contract_for("eigh", "numpy"), "numpy"),
        ("scipy.linalg:eigh", {}, contract_for("eigh", "scipy"), "scipy"),
        ("torch.linalg:eigh", {}, contract_for("eigh", "torch"), "torch"),
        ("jax.numpy.linalg:eigh", {}, contract_for("eigh", "jax"), "jax"),
        ("mpmath:eigh", {}, contract_for("eigh", "mpmath"), "mpmath"),
        ("my.solvers:eigh", {}, contract_for("eigh"), "numpy"),
        ("solvers.py:eigh", {}, contract_for("eigh"), "numpy"),
        ("my.solvers:eigh", {"namespace": "torch"}, contract_for("eigh", "torch"), "torch"),
        ("my.solvers:eigh", {"contract": "numpy"}, contract_for("eigh", "numpy"), "numpy"),
        (
            "my.solvers:eigh",
            {"contract": Contract("eigh", order="descending")},
            Contract("eigh", order="descending"),
            "numpy",
        ),
        (
            "numpy.linalg:eigh",
            {"promises": {"order": "any"}},
            contract_for("eigh", "numpy", {"order": "any"}),
            "numpy",
        ),
    ],
    ids=lambda x: str(x)[:40] if isinstance(x, str | dict) else "",
)
def test_contract_of_a_routine(routine: Any, options: dict[str, Any], unread: Contract, namespace: str) -> None:
    """By default it is that of the package, and promises change it."""
    inquiry = inquire(routine, **options)
    assert (inquiry.contract, inquiry.namespace) == (unread, namespace)


@pytest.mark.parametrize(
    ("module", "namespace"),
    [("scipy.linalg._decomp", "scipy"), ("torch._C._linalg", "torch"), ("mpmath.matrices.eigen", "mpmath")],
)
def test_contract_of_a_function(module: str, namespace: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function has the contract and the arrays of its package too, without a name."""
    monkeypatch.setattr(sound, "__module__", module)
    inquiry = inquire(sound, "eigh")
    assert (inquiry.contract, inquiry.namespace) == (contract_for("eigh", namespace), namespace)


def test_function_without_a_name() -> None:
    """A partial function or an object can be judged where its kind is given."""
    assert verify(partial(careless), "eigvals", **FEW).laws[0] == "membership"
    assert verify(Recorder(), "eigvals", **FEW).ok


@pytest.mark.parametrize("routine", [sound, "numpy.linalg:eigvals"], ids=["function", "name"])
def test_progress(routine: Any) -> None:
    """It is told after each share."""
    told: list[tuple[int, int]] = []
    verify(routine, "eigvals", **{**FEW, "dtype": ["float64", "float32"]}, progress=lambda *x: told.append(x))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_report_is_pickled() -> None:
    """A report with findings, remarks and portraits is the same after it."""
    report = verify(careless, "eigvals", **FEW, promises={"joint": False})
    copy = pickle.loads(pickle.dumps(report))
    assert copy == report
    assert copy.environment == report.environment
    assert copy.to_text() == report.to_text()


def test_report_says_how_it_was_made() -> None:
    """All that is needed to make it again."""
    report = verify(careless, "eigvals", **FEW, seed=5)
    assert (report.routine, report.dtype, report.seed, report.examples) == (f"{__name__}:careless", "float64", 5, 1)
    assert report.environment["numpy"] == np.__version__


# --- promises -------------------------------------------------------------------------------------------------------

# Without NaN: what LAPACK does with it is not asked here.
HERMITIAN: dict[str, Any] = {**FEW, "families": ["simple-shapes", "hermitian"], "examples": 10, "dtype": "int64"}


def descending(A: np.ndarray) -> Any:
    """Eigenvalues from the largest to the smallest, with their vectors."""
    w, v = np.linalg.eigh(A)
    return w[..., ::-1], v[..., ::-1]


@pytest.mark.parametrize(
    ("promises", "laws"),
    [
        ({}, ()),
        ({"order": "any"}, ()),
        ({"order": "descending"}, ()),
        ({"order": "ascending"}, ("order",)),
        ({"tolerance": 1, "orthonormality": 1}, ()),
    ],
    ids=str,
)
def test_promises(promises: dict[str, Any], laws: tuple[str, ...]) -> None:
    """A law is judged where it is promised."""
    assert verify(descending, "eigh", **HERMITIAN, promises=promises).laws == laws


def long_vectors(A: np.ndarray) -> Any:
    """Vectors of length 2."""
    w, v = np.linalg.eig(A)
    return w, 2 * v


@pytest.mark.parametrize(("unit", "laws"), [(False, ()), (True, ("unit-vectors",))])
def test_length_of_vectors_is_a_promise(unit: bool, laws: tuple[str, ...]) -> None:
    """It is none by default."""
    assert verify(long_vectors, "eig", **FEW, promises={"unit": unit}).laws == laws


def changes(A: np.ndarray) -> np.ndarray:
    """Writes into the input where that is possible."""
    w = np.linalg.eigvals(A)
    if A.size and A.flags.writeable:
        A[...] = 7
    return w


@pytest.mark.parametrize(("kept", "laws"), [(False, ()), (True, ("input-unchanged",))])
def test_input_may_be_overwritten_where_that_is_agreed(kept: bool, laws: tuple[str, ...]) -> None:
    """It is a finding by default."""
    assert verify(changes, "eigvals", **FEW, promises={"preserves_input": kept}).laws == laws


def test_counting_without_a_joint_backward_error() -> None:
    """Laws that count eigenvalues become remarks; the others stay findings."""
    joint = verify(careless, "eigvals", **FEW)
    loose = verify(careless, "eigvals", **FEW, promises={"joint": False})
    counting = {law.name for law in LAWS if law.joint}
    assert counting & set(joint.laws)
    assert loose.laws == tuple(law for law in joint.laws if law not in counting)
    assert tuple(f.law for f in loose.remarks) == tuple(law for law in joint.laws if law in counting)


def test_a_remark_is_no_failure() -> None:
    """Copies of one eigenvalue of a matrix with trace 0 break counting laws alone."""

    def doubled(A: np.ndarray) -> np.ndarray:
        w = np.linalg.eigvals(A)
        return np.where(w.imag < 0, 0, w.real * 0) if np.iscomplexobj(w) else w

    report = verify(doubled, "eigvals", **{**FEW, "families": ["rotations"]}, promises={"joint": False})
    assert "multiplicities" in {f.law for f in report.remarks}


# --- what is accepted -----------------------------------------------------------------------------------------------


def test_accepted_findings() -> None:
    """They are in the report with their reason, and are no findings."""
    reason = "complex eigenvalues are not needed"
    broken = verify(careless, "eigvals", **FEW).laws
    report = verify(careless, "eigvals", **FEW, accept=dict.fromkeys(broken, reason))
    assert report.ok
    assert [(f.law, f.reason) for f in report.accepted] == [(law, reason) for law in broken]
    assert report.unused == {}


def test_one_accepted_finding_of_several() -> None:
    """The others stay findings."""
    broken = verify(careless, "eigvals", **FEW).laws
    report = verify(careless, "eigvals", **FEW, accept={broken[0]: "known"})
    assert report.laws == broken[1:]
    assert [f.law for f in report.accepted] == [broken[0]]


def test_unused_acceptance() -> None:
    """A law that holds after all is named, so that it can be removed."""
    report = verify(sound, "eigvals", **FEW, accept={"trace": "it was broken once"})
    assert (report.ok, report.accepted) == (True, ())
    assert report.unused == {"trace": "it was broken once"}


def test_what_is_known_of_a_library() -> None:
    """NumPy's eigh returns numbers for NaN; that is known, so it is accepted with a reference, and never unused."""
    report = verify(np.linalg.eigh, **{**FEW, "families": ["hermitian"]})
    assert report.ok
    assert report.unused == {}
    for finding in report.accepted:
        assert finding.law == "non-finite-input"
        assert "20280" in finding.reason


def test_what_is_known_of_a_library_holds_for_it_alone() -> None:
    """Another routine that does the same has a finding."""

    def routine(A: np.ndarray) -> Any:
        return np.linalg.eigh(np.where(np.isfinite(A), A, 0))

    report = verify(routine, "eigh", **{**FEW, "families": ["hermitian"]})
    assert report.laws == ("non-finite-input",)
    known = verify(routine, "eigh", **{**FEW, "families": ["hermitian"]}, contract="numpy")
    assert [f.law for f in known.accepted] == ["non-finite-input"]


def test_own_contract_knows_nothing() -> None:
    """A contract of one's own accepts nothing of a library."""

    def routine(A: np.ndarray) -> Any:
        return np.linalg.eigh(np.where(np.isfinite(A), A, 0))

    contract = contract_for("eigh", "numpy")
    assert verify(routine, "eigh", **{**FEW, "families": ["hermitian"]}, contract=contract).laws == (
        "non-finite-input",
    )


# --- dtypes that are refused ----------------------------------------------------------------------------------------


def test_unsupported_dtype() -> None:
    """A refusal is counted with its words, and is no finding."""
    report = verify("numpy.linalg:eigvals", **{**FEW, "dtype": "float16"})
    assert report.ok
    assert report.unsupported == {"TypeError: array type float16 is unsupported in linalg": report.inputs}
    assert not [h for h in report.headroom if h.law not in {"square-input", "empty-input", "non-finite-input"}]


def test_unsupported_dtype_beside_others() -> None:
    """The other dtypes are judged all the same."""
    report = verify("numpy.linalg:eigvals", **{**FEW, "dtype": ["float16", "float64"]}, layouts=False)
    assert report.ok
    assert sum(report.unsupported.values()) * 2 == report.matrices
    assert any(h.law == "membership" for h in report.headroom)


def test_an_error_is_no_refusal() -> None:
    """An exception that does not speak of support is a finding."""

    def fails(_: np.ndarray) -> Any:
        raise TypeError("'<' not supported between instances of 'int' and 'str'")  # noqa: EM101, TRY003

    assert verify(fails, "eigvals", **FEW).laws[0] == "completes"


# --- executors ------------------------------------------------------------------------------------------------------

NAMED: dict[str, Any] = {"dtype": "float64", "examples": 12, "max_size": 3, "seed": 1}


@contextmanager
def processes() -> Iterator[Executor]:
    """Two processes that know nothing of this one."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        yield executor


@contextmanager
def threads() -> Iterator[Executor]:
    """Four threads, as a worker of a cluster may have them."""
    with ThreadPoolExecutor(4) as executor:
        yield executor


@pytest.mark.slow
@pytest.mark.parametrize("several", [processes, threads], ids=["processes", "threads"])
def test_executor_gives_the_same_report(several: Callable[[], AbstractContextManager[Executor]]) -> None:
    """Whoever examines the shares, and in whichever order."""
    names = ["numpy.linalg:eigvals", f"{HOSTILE}:as_numbers"]
    alone = [verify(name, "eigvals", **NAMED) for name in names]
    assert [report.ok for report in alone] == [True, False]
    with several() as executor:
        assert [verify(name, "eigvals", **NAMED, executor=executor) for name in names] == alone


def test_executor_takes_options_that_cannot_be_hashed() -> None:
    """A list is an option as any other."""
    with ThreadPoolExecutor(1) as executor:
        report = verify("numpy.linalg:eigvals", **FEW, options={"nope": [1, 2]}, executor=executor)
    assert report.findings[0].law == "completes"
    assert "nope" in report.findings[0].outcome


def test_executor_needs_a_name() -> None:
    """A function cannot be sent to other processes."""
    with ThreadPoolExecutor(1) as executor, pytest.raises(InputError, match=r"Name it: 'module:function'\."):
        verify(sound, "eigvals", **FEW, executor=executor)


def test_errors_come_back_from_an_executor() -> None:
    """A module that is missing there is an error with its own words."""
    with ThreadPoolExecutor(1) as executor, pytest.raises(InputError, match="There is no module 'nowhere'"):
        verify("nowhere:eigvals", **FEW, executor=executor)


# --- bad calls ------------------------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[Any, dict[str, Any], str]] = {
    "no name": ("numpy.linalg", {}, "'numpy.linalg' does not name a routine. A routine is written package.module:f"),
    "a point for a colon": ("numpy.linalg.eigh", {}, "does not name a routine. A routine is written package.module:"),
    "no such module": ("numpi.linalg:eigvals", {}, "There is no module 'numpi'. 'numpi.linalg' has to be importable."),
    "no such attribute": (
        "numpy.linalg:eigval",
        {"kind": "eigvals"},
        "numpy.linalg has no attribute 'eigval'. 'numpy.linalg:eigval' has to name a function in it. Did you mean",
    ),
    "no function": ("numpy:pi", {"kind": "eig"}, "numpy:pi is an object of type float. A routine can be called. Name"),
    "no file": ("nowhere.py:eig", {}, "There is no file 'nowhere.py'. A routine is looked for in it. Correct"),
    "nothing to call": (5, {"kind": "eig"}, "is of type int"),
    "a result for a routine": (np.eye(2), {"kind": "eig"}, "is of type ndarray"),
    "kind not said": (lambda A: A, {}, "The kind of '<lambda>' is not known"),
    "kind of a name not said": ("solver:solve", {}, "The kind of 'solve' is not known"),
    "no such kind": (sound, {"kind": "eigs"}, "kind is 'eigs'. A contract needs one of eig, eigh, eigvals, eigvalsh"),
    "two kinds": (
        sound,
        {"kind": "eigvals", "contract": Contract("eig")},
        "The kind is 'eigvals', and the contract is for 'eig'.",
    ),
    "no dtype": (sound, {"dtype": "float31"}, "'float31' is not a dtype of numbers. Matrices have numbers as entries."),
    "dtype of texts": (sound, {"dtype": "U3"}, "The dtype is str. Matrices have numbers as entries. Use one of"),
    "dtype of objects": (sound, {"dtype": ["float64", "O"]}, "The dtype is object. Matrices have numbers as entries."),
    "no dtypes": (sound, {"dtype": []}, "dtype is empty."),
    "no such contract": (sound, {"contract": "lapack"}, "There is no preset 'lapack'. A contract is that of a known"),
    "no such promise": (
        sound,
        {"promises": {"orderr": 1}},
        "There is no promise 'orderr'. A contract has names of its",
    ),
    "a promise that means nothing": (
        sound,
        {"promises": {"order": "up"}},
        "order is 'up'. A contract needs one of any",
    ),
    "a promise that is no truth": (sound, {"promises": {"stacks": "no"}}, "stacks is 'no'. A contract needs True or F"),
    "a tolerance of nothing": (sound, {"promises": {"tolerance": 0}}, "tolerance is 0. A bound c·n·ε‖A‖ needs c of at"),
    "a tolerance in words": (sound, {"promises": {"tolerance": "x"}}, "tolerance is 'x'."),
    "left vectors of values": (sound, {"promises": {"left": True}}, "left is set and kind is 'eigvals'. Only eig ret"),
    "no such namespace": (sound, {"namespace": "numppy"}, "'numppy' is no library whose arrays are known."),
    "no such namespace of a name": (
        "numpy.linalg:eigvals",
        {"namespace": "numppy"},
        "'numppy' is no library whose arrays are known. It is one of numpy, scipy,",
    ),
    "no examples": (sound, {"examples": 0}, "examples is 0. At least one input is needed. Ask for 100 or more."),
    "fewer than none": (sound, {"examples": -5}, "examples is -5. At least one input is needed."),
    "no such family": (
        sound,
        {"families": ["jordn"]},
        "There is no family 'jordn'. Matrices come from known families.",
    ),
    "one family as a text": (sound, {"families": "jordn"}, "There is no family 'jordn'."),
    "no families": (sound, {"families": []}, "families is empty."),
    "family of another kind": (sound, {"families": ["poison"]}, "There are no matrices for eigvals in poison. Choose"),
    "a negative size": (sound, {"max_size": -1}, "max_size is -1."),
    "no time": ("numpy.linalg:eigvals", {"timeout": 0}, "timeout is 0."),
    "no such law": (sound, {"accept": {"tracee": "x"}}, "There is no law 'tracee'. What is accepted is a law that is"),
    "a law like none": (sound, {"accept": {"qwertz": "x"}}, "There are completes, shape"),
    "a function apart": (sound, {"isolated": True}, "Name it: 'module:function'."),
    "an array API without a name": (
        "numpy.linalg:eigvals",
        {"kind": "eigvals", "namespace": "array-api:"},
        "'array-api:' is no library whose arrays are known.",
    ),
}


@pytest.mark.parametrize(("routine", "options", "words"), REFUSED.values(), ids=REFUSED)
def test_bad_calls(routine: Any, options: dict[str, Any], words: str) -> None:
    """What was given, what is needed and what to do, in one line."""
    kind = {} if "kind" in options or routine is not sound else {"kind": "eigvals"}
    with pytest.raises(InputError) as caught:
        verify(routine, **{**FEW, **kind, **options})
    message = caught.value.message
    assert words in message
    assert "\n" not in message
    assert message.count(". ") >= 1
    assert len(message) < 600


# --- hostile routines -----------------------------------------------------------------------------------------------

SYMMETRIC: dict[str, Any] = {**FEW, "families": ["hermitian"], "dtype": "int64"}


def hostile(name: str, **options: Any) -> Report:
    """The report on a routine of the file of routines."""
    return verify(f"{HOSTILE}:{name}", "eigvalsh", **{**SYMMETRIC, "promises": {"stacks": False}, **options})


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hangs", "sleeps"])
def test_a_routine_that_hangs(name: str) -> None:
    """It is ended after its time, and that it does not complete is the finding."""
    report = hostile(name, timeout=0.1)
    assert report.laws[0] == "completes"
    assert report.findings[0].outcome == "nothing within 0.1 s"
    assert report.findings[0].portraits[0].size <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "words"),
    [("segfaults", "SIGSEGV"), ("aborts", "SIGABRT"), ("exits", "exit code 3"), ("leaves", "exit code 4")],
)
def test_a_routine_that_crashes(name: str, words: str) -> None:
    """The finding says how the process ended, and the crash is not ours."""
    report = hostile(name, isolated=True)
    assert report.laws[0] == "completes"
    assert report.findings[0].outcome == f"the process ended with {words}"
    assert report.findings[0].portraits[0].returned == ()


@pytest.mark.parametrize("name", ["prints", "prints_much", "warns", "reads"])
def test_a_routine_that_talks(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What it prints in its own process is not seen, and it is judged by what it returns."""
    assert hostile(name).ok
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("isolated", [False, True], ids=["here", "there"])
def test_a_routine_that_mutates(isolated: bool) -> None:
    """A changed input is a finding, and the truth is that of the input before the call."""
    report = hostile("mutates", isolated=isolated)
    assert {"input-unchanged", "trace"} <= set(report.laws)
    assert report.findings[0].portraits[0].size == 1


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("nothing", "eigvalsh", "None"),
        ("text", "eigvalsh", "an object of type str"),
        ("objects", "eigvalsh", "an array of object of shape (1,)"),
        ("alone", "eigh", "an array of float64 of shape (1, 1)"),
        ("three", "eigh", "a tuple of 3"),
    ],
)
def test_a_routine_that_returns_something_else(name: str, kind: str, words: str) -> None:
    """That is about its shape, in words."""
    report = verify(f"{HOSTILE}:{name}", kind, **SYMMETRIC, isolated=False)
    assert report.laws[0] == "shape"
    assert words in report.findings[0].outcome


def test_a_routine_that_is_wrong_once() -> None:
    """A fault that does not come back is still one finding, with what was seen."""
    calls = Counter[str]()

    def moody(A: np.ndarray) -> np.ndarray:
        calls["all"] += 1
        return np.linalg.eigvals(A) + (1 if calls["all"] == 2 else 0)

    report = verify(moody, "eigvals", **{**FEW, "families": ["jordan"], "examples": 5})
    assert "trace" in report.laws
    finding = report.findings[0]
    assert finding.broken == 1
    assert finding.decisions
    assert "not when it was tried again" in finding.worst.text


@pytest.mark.parametrize("period", [2, 3, 7])
def test_a_routine_that_is_wrong_now_and_then(period: int) -> None:
    """It has findings, each once, and the run ends."""
    calls = Counter[str]()

    def moody(A: np.ndarray) -> np.ndarray:
        calls["all"] += 1
        return np.linalg.eigvals(A) + (calls["all"] % period == 0)

    report = verify(moody, "eigvals", **{**FEW, "examples": 20})
    assert "trace" in report.laws
    assert len(set(report.laws)) == len(report.laws)
    assert report.to_text()


def test_a_routine_that_is_interrupted() -> None:
    """Ctrl-C in a routine ends the run."""

    def interrupts(_: np.ndarray) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(interrupts, "eigvals", **FEW)


def test_a_named_routine_is_called_in_another_process_by_default() -> None:
    """A function is not."""
    assert inquire("numpy.linalg:eigh").isolated
    assert not inquire("numpy.linalg:eigh", isolated=False).isolated
    assert not inquire(np.linalg.eigh).isolated


def test_a_target_is_a_name() -> None:
    """A target brings its namespace and its options."""
    target = Target("numpy.linalg:eigvals", "numpy")
    assert verify(target, **FEW) == verify("numpy.linalg:eigvals", **FEW)


# --- shrinking ------------------------------------------------------------------------------------------------------

A = np.array


def stack(*matrices: Any) -> np.ndarray:
    """Matrices one after the other."""
    return np.array(matrices, float)


# The specimen, what it is given, the first law that it breaks, and the smallest inputs that show it.
SMALLEST: dict[str, tuple[str, dict[str, Any], str, list[np.ndarray]]] = {
    "a lost pair": ("real-parts", {"families": ["rotations"]}, "membership", [A([[0.0, -1], [1, 0]])]),
    "a conjugate twice": ("same-conjugate-twice", {"families": ["rotations"]}, "trace", [A([[0.0, -1], [1, 0]])]),
    "a large scale": (
        "huge-scale-kept",
        {"families": ["scales"], "examples": 60, "dtype": "float32"},
        "trace",
        [A([[2.0**41]])],
    ),
    "a large scale of doubles": (
        "huge-scale-kept",
        {"families": ["scales"], "examples": 60},
        "trace",
        [A([[2.0**460]])],
    ),
    "a small scale": (
        "tiny-scale-kept",
        {"families": ["scales"], "examples": 60, "dtype": "float32"},
        "trace",
        [A([[2.0**-41]])],
    ),
    "defective alone": ("defective-refused", {"families": ["jordan"]}, "completes", [A([[0.0, 1], [0, 0]])]),
    "defective vectors": ("nan-column-if-defective", {"families": ["jordan"]}, "finite", [A([[0.0, 1], [0, 0]])]),
    "a sign": ("absolute-values", {"families": ["simple-shapes"]}, "trace", [A([[-1.0]])]),
    "an imaginary part": (
        "complex-input-conjugated",
        {"families": ["jordan"], "dtype": "complex128"},
        "trace",
        [A([[1j]]), A([[-1j]])],
    ),
    "a lost multiplicity": (
        "multiplicity-lost",
        {"families": ["jordan"]},
        "trace",
        [np.diag([0.0, 0, 1]), np.diag([1.0, 0, 0]), np.diag([0.0, 1, 0])],
    ),
    "an order": ("descending", {"families": ["simple-shapes"]}, "order", [np.diag([0.0, 1]), np.diag([-1.0, 0])]),
    "a basis": ("dependent-basis", {"families": ["derogatory"]}, "independence", [np.zeros((2, 2))]),
    "the zero matrix": ("zero-matrix-divided", {"families": ["jordan"]}, "finite", [np.zeros((1, 1))]),
    "a stack": (
        "first-matrix-for-all",
        {"families": ["stacks"], "max_size": 1},
        "trace",
        [stack([[1]], [[0]]), stack([[0]], [[1]])],
    ),
    "the end of a stack": (
        "last-of-stack-forgotten",
        {"families": ["stacks"], "max_size": 1},
        "nonzero-vectors",
        [stack([[0]], [[0]])],
    ),
    "integers of more than 32 bits": (
        "int32-arithmetic",
        {"families": ["scales"], "dtype": "int64", "examples": 60, "seed": 1},
        "trace",
        [A([[2**41]])],
    ),
}


def smallest(report: Report) -> np.ndarray:
    """The input of the first finding."""
    space: dict[str, Any] = {}
    exec(report.findings[0].code, space)  # noqa: S102  (code of ours)
    found: np.ndarray = space["A"]
    return found


def shown(name: str, **options: Any) -> Report:
    """What is found for a specimen of the zoo."""
    specimen = SPECIMENS[name]
    promises = {"order": "ascending"} if specimen.kind in {"eigh", "eigvalsh"} else {}
    usual = {"dtype": "float64", "examples": 40, "max_size": 4, "promises": {**promises, **specimen.contract}}
    return verify(specimen.solver, specimen.kind, **{**usual, **options})


@pytest.mark.parametrize(("name", "options", "law", "inputs"), SMALLEST.values(), ids=SMALLEST)
def test_smallest_inputs(name: str, options: dict[str, Any], law: str, inputs: list[np.ndarray]) -> None:
    """What is shown is the smallest input that a person would give."""
    report = shown(name, **options)
    assert report.findings[0].law == law
    assert any(np.array_equal(smallest(report), expected) for expected in inputs)


def test_smallest_layout() -> None:
    """A fault of Fortran order is shown by a 2×2 matrix in Fortran order."""
    report = shown("fortran-order-transposed", families=["jordan"], examples=300, max_size=2)
    assert report.laws == ("residual",)
    array = smallest(report)
    assert array.shape == (2, 2)
    assert array.flags.f_contiguous
    assert not array.flags.c_contiguous
    assert report.findings[0].words == "jordan: J2(0) (float64, 2×2, Fortran order)"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "seed", "size"), [("noise-from-32", 1, 32), ("order-at-33", 0, 33)])
def test_smallest_size(name: str, seed: int, size: int) -> None:
    """A fault that begins with a size is shown with that size."""
    report = shown(name, families=["sizes"], examples=1, max_size=34, seed=seed)
    assert smallest(report).shape == (size, size)


def test_the_unread_triangle() -> None:
    """A triangle that must not be read is shown by a 2×2 matrix with something in it."""
    promises = {"triangle": "lower", "order": "ascending"}
    report = shown("upper-triangle-read", families=["poison"], promises=promises)
    array = smallest(report)
    assert array.shape == (2, 2)
    assert array[0, 1] != array[1, 0] or np.isnan(array[0, 1])


def test_several_laws_are_shown_by_one_input() -> None:
    """Where it is small enough, no other one is searched for."""
    report = shown("real-parts", families=["rotations"], max_size=2)
    assert len(report.findings) > 1
    assert len({f.code for f in report.findings}) == 1


def test_a_finding_counts_what_broke_it() -> None:
    """Before the search for a smaller input, in all families."""
    report = shown("zero-matrix-divided", families=["jordan", "hermitian"], examples=4)
    finding = report.findings[0]
    assert finding.families == ("jordan", "hermitian")
    assert 2 <= finding.broken <= report.inputs


def test_the_code_of_a_finding_breaks_the_law() -> None:
    """It can be pasted: the routine returns for it what is in the report."""
    report = verify(careless, "eigvals", **FEW)
    array = smallest(report)
    assert report.findings[0].portraits[0].returned == tuple(map(complex, careless(array)))


def test_findings_come_in_the_order_of_the_laws() -> None:
    """Whatever was found first."""
    order = [law.name for law in LAWS]
    laws = [law for law in shown("huge-scale-kept", families=["scales"], examples=60).laws if law in order]
    assert laws == sorted(laws, key=order.index)
