"""Routines are found by name, and called with the arrays of their library."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric.layouts import Layout
from symeig.numeric.namespaces import adapt
from symeig.numeric.outcomes import Raised
from symeig.numeric.subjects import IsolatedSubject, LocalSubject
from symeig.numeric.targets import Target

FILE = str(Path(__file__).with_name("routines_for_tests.py"))
SYMMETRIC = np.array([[2.0, 1.0], [1.0, 3.0]])
VALUES = np.array([1.3819660112501051, 3.618033988749895])
ROTATION = np.array([[0.0, 2.0], [-3.0, 1.0]])
COMPLEX = np.array([[2.0, 1j], [-1j, 3.0]])


def load(name: str, *options: str, namespace: str | None = None):
    """A routine by its name."""
    return Target.parse(name, options=options, namespace=namespace).load()


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A folder for modules; what they do to the interpreter is undone."""
    monkeypatch.setattr(sys, "path", sys.path.copy())
    before = set(sys.modules)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "namespace"),
    [
        ("numpy.linalg:eig", "numpy"),
        ("numpy:linalg.eig", "numpy"),
        ("scipy.linalg:eigh", "scipy"),
        ("torch.linalg:eig", "torch"),
        ("torch:linalg.eig", "torch"),
        ("jax.numpy.linalg:eigh", "jax"),
        ("cupy.linalg:eigh", "cupy"),
        ("mpmath:eig", "mpmath"),
        ("torchlike:eig", "numpy"),
        ("my_package.solvers:Solver.eig", "numpy"),
        ("my_solver.py:my_eig", "numpy"),
        ("torch/my_solver.py:my_eig", "numpy"),
        (r"C:\torch.linalg\my_solver.py:my_eig", "numpy"),
    ],
)
def test_namespace_is_guessed(name: str, namespace: str) -> None:
    """The library is that which the name begins with, and NumPy where that is none."""
    assert Target.parse(name) == Target(name, namespace)


@pytest.mark.parametrize("namespace", ["numpy", "torch", "array-api:array_api_strict", "array-api:jax.numpy"])
def test_namespace_is_given(namespace: str) -> None:
    """The library can be said, because a routine of the user's may take the arrays of any."""
    assert Target.parse("my_solver:eig", namespace=namespace).namespace == namespace


def test_options_are_literals_or_texts() -> None:
    """The value of an option is what Python makes of it, or the text itself."""
    options = ["a=1", "b=1e-3", "c=True", "d=ev", "e='True'", "f=(0, 2)", "g=", "h=x=y", "i=None"]
    expected = [("a", 1), ("b", 1e-3), ("c", True), ("d", "ev"), ("e", "True"), ("f", (0, 2)), ("g", ""), ("h", "x=y")]
    assert Target.parse("numpy:f", options=options).options == (*expected, ("i", None))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("numpy.linalg.eig", r"'numpy.linalg.eig' does not name a routine.*Write numpy\.linalg:eig\."),
        ("eig", "Write it like that"),
        ("", "Write it like that"),
        (":eig", "does not name"),
        ("numpy.linalg:", "does not name"),
        ("numpy..linalg:eig", "does not name"),
        ("numpy linalg:eig", "does not name"),
        ("numpy.linalg:eig()", "does not name"),
        ("my_solver.py", "path/to/file.py:function. Write it like that"),
    ],
)
def test_malformed_name(name: str, words: str) -> None:
    """A name says where the routine is, and which one it is."""
    with pytest.raises(InputError, match=words) as caught:
        Target.parse(name)
    assert caught.value.name == name


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["driver"], "'driver' is no option of a routine"),
        (["=ev"], "'=ev' is no option"),
        (["two words=1"], "no option"),
        (["driver=ev", "driver=evd"], "'driver' is given twice"),
    ],
)
def test_malformed_options(options: list[str], words: str) -> None:
    """An option has a name and one value."""
    with pytest.raises(InputError, match=words) as caught:
        Target.parse("numpy.linalg:eigh", options=options)
    assert caught.value.option == options[-1]


@pytest.mark.parametrize(
    ("namespace", "words"),
    [("troch", r"Did you mean torch\?"), ("fortran", "Choose one of them"), ("array-api:", "no library")],
)
def test_unknown_namespace(namespace: str, words: str) -> None:
    """A library that is not known is refused, with near names."""
    with pytest.raises(InputError, match=words):
        Target.parse("my_solver:eig", namespace=namespace)
    with pytest.raises(InputError, match=words):
        adapt(np.linalg.eig, namespace=namespace)


def test_targets_can_be_sent() -> None:
    """A target survives pickling."""
    target = Target.parse("scipy.linalg:eigh", options=["driver=ev"])
    assert pickle.loads(pickle.dumps(target)) == target


# --- imports --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words", "near"),
    [
        ("numpy.linalgg:eig", r"no module 'numpy.linalgg'.*Did you mean numpy\.linalg\?", ("numpy.linalg",)),
        ("nunpy.linalg:eig", r"no module 'nunpy'.*Did you mean .*numpy", None),
        ("qqqqqq.solvers:eig", "no module 'qqqqqq'.*Install what has it, or correct the name", ()),
        ("numpy.linalg:eigg", r"numpy\.linalg has no attribute 'eigg'.*Did you mean eig or ", None),
        ("numpy:linalg.qqqqqq", r"numpy:linalg has no attribute 'qqqqqq'.*Correct the name", ()),
        ("numpy:pi", "numpy:pi is an object of type float.*Name a function", None),
        ("qqqqqq.py:eig", "no file 'qqqqqq.py'.*Correct the path", ()),
        (FILE.replace("_for_", "_fro_") + ":fine", "Did you mean .*routines_for_tests.py", None),
        (FILE + ":fyne", "has no attribute 'fyne'. .*Did you mean fine", ("fine",)),
        (FILE + ":number", "is an object of type int", None),
    ],
)
@pytest.mark.parametrize("where", ["here", "there"])
def test_not_found(where: str, name: str, words: str, near: tuple[str, ...] | None) -> None:
    """What is missing is said, with near names, in this process and in another one alike."""
    target = Target.parse(name)
    with pytest.raises(InputError, match=words) as caught:
        target.load() if where == "here" else IsolatedSubject(target, "eig")
    if near is not None:
        assert caught.value.near == near


def test_near_files(modules: Path) -> None:
    """Of a file that is missing the near names are paths like the one given."""
    (modules / "solver.py").write_text("")
    with pytest.raises(InputError) as caught:
        load("solvr.py:eig")
    assert caught.value.near == ("solver.py",)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import qqqqqq", "ModuleNotFoundError: No module named 'qqqqqq'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def eig(:", "SyntaxError"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
    ],
)
@pytest.mark.parametrize("name", ["failing_solver", "failing_solver.py"])
def test_import_fails(modules: Path, name: str, source: str, words: str) -> None:
    """What a module raises while it is imported is said, and the module is not kept."""
    (modules / "failing_solver.py").write_text(source)
    with pytest.raises(InputError, match=f"import of '{name}' failed: {words}"):
        load(f"{name}:eig")
    assert [m for m in sys.modules if "failing_solver" in m] == []


@pytest.mark.parametrize("name", ["my_solver:eig", "my_solver.py:eig", "./my_solver.py:eig", "my_solver.py:Box.eig"])
def test_modules_of_the_user(modules: Path, name: str) -> None:
    """A module in the working directory is found, and finds its neighbours and itself."""
    (modules / "my_helper_of_tests.py").write_text("from numpy.linalg import eig")
    (modules / "my_solver.py").write_text(
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\n"
        "from my_helper_of_tests import eig\n"
        "@dataclass\n"
        "class Box:\n"
        "    a: int\n"
        "    eig = staticmethod(eig)\n"
    )
    values, _ = load(name)(SYMMETRIC)
    np.testing.assert_allclose(sorted(values), VALUES)


@pytest.mark.parametrize("name", ["colorsys:rgb_to_yiq", "my_solver:rgb_to_yiq", "my_solver.py:rgb_to_yiq"])
def test_installed_modules_come_first(modules: Path, name: str) -> None:
    """A file beside the user's does not hide a module of the same name."""
    (modules / "colorsys.py").write_text("raise SystemExit")
    (modules / "my_solver.py").write_text("from colorsys import rgb_to_yiq")
    assert load(name, "g=1", "b=1")(np.array(1.0))[0] == pytest.approx(1)


def test_nothing_is_imported_before_it_is_needed(modules: Path) -> None:
    """Reading a name imports nothing."""
    (modules / "failing_solver.py").write_text("1 / 0")
    Target.parse("failing_solver:eig", namespace="array-api:failing_solver")
    assert "failing_solver" not in sys.modules


# --- libraries ------------------------------------------------------------------------------------------------------

LIBRARIES = [
    ("numpy", "numpy.linalg", ()),
    ("scipy", "scipy.linalg", ("check_finite=False",)),
    ("torch", "torch.linalg", ()),
    ("jax", "jax.numpy.linalg", ("symmetrize_input=False",)),
    ("cupy", "cupy.linalg", ()),
    ("array_api_strict", "array_api_strict:linalg", ()),
]
LAYOUTS = [
    Layout(),
    Layout(order="F"),
    Layout(step=2, reverse="both"),
    Layout(readonly=True, transposed=True),
    Layout(swapped=True),
    Layout(poison="nan"),
]

each_library = pytest.mark.parametrize(("library", "module", "options"), LIBRARIES, ids=[row[0] for row in LIBRARIES])


def named(module: str, function: str) -> str:
    """The name of a function; the strict Array API has its linear algebra in an object, not in a module."""
    return f"{module}{'.' if ':' in module else ':'}{function}"


def of_library(library: str, name: str, *options: str):
    """A routine of a library that may be missing."""
    pytest.importorskip(library, reason=f"{library} is not installed")
    is_strict = library == "array_api_strict"
    return load(name, *options, namespace="array-api:array_api_strict" if is_strict else None)


@each_library
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.words)
@pytest.mark.parametrize("matrix", [SYMMETRIC, COMPLEX], ids=["real", "complex"])
def test_hermitian(library: str, module: str, options: tuple[str, ...], layout: Layout, matrix: np.ndarray) -> None:
    """Values and vectors come as arrays of NumPy, however the matrix lies in memory."""
    if library == "cupy":
        # CuPy symmetrizes nothing, but its solver for small matrices reads what it likes of the diagonal.
        layout = Layout(order=layout.order, step=layout.step)
    routine = of_library(library, named(module, "eigh"), *options)
    returned = LocalSubject(routine, "eigh").call(matrix, layout, "lower")
    assert type(returned.values) is type(returned.vectors) is np.ndarray
    assert (returned.values.dtype, returned.vectors.dtype) == (np.float64, matrix.dtype)
    np.testing.assert_allclose(returned.values, VALUES)
    np.testing.assert_allclose(matrix @ returned.vectors, returned.vectors * returned.values, atol=1e-14)
    assert not returned.changed


@each_library
def test_general(library: str, module: str, options: tuple[str, ...]) -> None:
    """Complex values and vectors of a real matrix come as arrays of NumPy."""
    if library in {"cupy", "array_api_strict"}:
        pytest.skip(f"{library} has no eig for every version")
    del options
    routine = of_library(library, named(module, "eig"))
    returned = LocalSubject(routine, "eig").call(ROTATION, Layout(reverse="both"))
    assert returned.values.dtype == returned.vectors.dtype == np.complex128
    np.testing.assert_allclose(ROTATION @ returned.vectors, returned.vectors * returned.values, atol=1e-14)


@each_library
def test_values_alone(library: str, module: str, options: tuple[str, ...]) -> None:
    """A routine that returns values alone returns an array."""
    del options
    routine = of_library(library, named(module, "eigvalsh"))
    np.testing.assert_allclose(LocalSubject(routine, "eigvalsh").call(SYMMETRIC).values, VALUES)


@pytest.mark.parametrize(("library", "module", "options"), LIBRARIES[:4], ids=[row[0] for row in LIBRARIES[:4]])
@pytest.mark.parametrize("shape", [(0,), (2, 0), (3, 2), (2, 3, 1)], ids=str)
def test_shapes(library: str, module: str, options: tuple[str, ...], shape: tuple[int, ...]) -> None:
    """Stacks and empty matrices are handed over as they are."""
    matrices = np.broadcast_to(np.eye(shape[-1]), (*shape, shape[-1]))
    returned = LocalSubject(of_library(library, named(module, "eigh"), *options), "eigh").call(matrices)
    assert (returned.values.shape, returned.vectors.shape) == (shape, matrices.shape)


def test_broadcast_is_handed_to_torch() -> None:
    """PyTorch takes strides of zero, as long as nobody writes."""
    routine = of_library("torch", "torch.linalg:eigvalsh")
    stack = np.stack([SYMMETRIC] * 3)
    returned = LocalSubject(routine, "eigvalsh").call(stack, Layout(broadcast=True))
    np.testing.assert_allclose(returned.values, [VALUES] * 3)


def test_torch_shares_memory() -> None:
    """What a routine of PyTorch writes into its input is noticed, whatever the flags say."""
    torch = pytest.importorskip("torch", reason="torch is not installed")

    def clobbers(tensor):
        tensor.zero_()
        return torch.zeros(2)

    for layout in (Layout(), Layout(order="F", step=2), Layout(readonly=True)):
        assert LocalSubject(adapt(clobbers, namespace="torch"), "eigvals").call(SYMMETRIC, layout).changed


def test_torch_with_gradients() -> None:
    """Tensors that remember how they came about, or are conjugated by a mark alone, are turned into arrays."""
    torch = pytest.importorskip("torch", reason="torch is not installed")

    def marked(tensor):
        return torch.linalg.eigvals(tensor).requires_grad_().conj()

    values = adapt(marked, namespace="torch")(ROTATION)
    np.testing.assert_allclose(sorted(values.imag), sorted(np.linalg.eigvals(ROTATION).imag))


def test_jax_computes_with_64_bits() -> None:
    """JAX is kept from turning the matrix into one of 32 bits."""
    assert of_library("jax", "jax.numpy.linalg:eigvalsh")(SYMMETRIC).dtype == np.float64


def test_scipy_left_vectors() -> None:
    """The arrays come in SciPy's order: values, left vectors, right vectors."""
    routine = of_library("scipy", "scipy.linalg:eig", "left=True")
    returned = LocalSubject(routine, "eig", left=True).call(ROTATION)
    left, values, right = returned.left, returned.values, returned.vectors
    np.testing.assert_allclose(left.conj().T @ ROTATION, values[:, None] * left.conj().T, atol=1e-14)
    np.testing.assert_allclose(ROTATION @ right, right * values, atol=1e-14)


def test_scipy_stack() -> None:
    """SciPy returns a list for a stack; it is as good as a tuple."""
    routine = of_library("scipy", "scipy.linalg:eigh", "driver=ev")
    assert LocalSubject(routine, "eigh").call(np.stack([SYMMETRIC] * 2)).vectors.shape == (2, 2, 2)


# --- mpmath ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mpmath:eigh", "mpmath:eigsy", "mpmath:mp.eighe"])
@pytest.mark.parametrize("n", [1, 2])
def test_mpmath_hermitian(name: str, n: int) -> None:
    """The column of values becomes an array with one axis, for a matrix of one entry too."""
    returned = LocalSubject(load(name), "eigh").call(SYMMETRIC[:n, :n], Layout(order="F"))
    assert (returned.values.shape, returned.vectors.shape) == ((n,), (n, n))
    assert returned.values.dtype == returned.vectors.dtype == np.float64
    np.testing.assert_allclose(returned.values, VALUES if n == 2 else [2.0])


def test_mpmath_complex() -> None:
    """A complex Hermitian matrix has complex vectors."""
    returned = LocalSubject(load("mpmath:eighe"), "eigh").call(COMPLEX)
    np.testing.assert_allclose(COMPLEX @ returned.vectors, returned.vectors * returned.values, atol=1e-14)


@pytest.mark.parametrize("n", [1, 2])
def test_mpmath_general(n: int) -> None:
    """The list of values and the matrix of vectors become arrays."""
    matrix = ROTATION[:n, :n]
    returned = LocalSubject(load("mpmath:eig"), "eig").call(matrix)
    assert (returned.values.shape, returned.vectors.shape) == ((n,), (n, n))
    np.testing.assert_allclose(matrix @ returned.vectors, returned.vectors * returned.values, atol=1e-14)


def test_mpmath_left_vectors() -> None:
    """Left vectors are columns that stand conjugated on the left, as SciPy's; in mpmath they are rows."""
    matrix = ROTATION + 1j * SYMMETRIC
    returned = LocalSubject(load("mpmath:eig", "left=True"), "eig", left=True).call(matrix)
    left, values, right = returned.left.conj().T, returned.values, returned.vectors
    np.testing.assert_allclose(left @ matrix, values[:, None] * left, atol=1e-13)
    np.testing.assert_allclose(matrix @ right, right * values, atol=1e-13)


@pytest.mark.parametrize("option", ["eigvals_only=True"])
def test_mpmath_values_alone(option: str) -> None:
    """Values alone are an array."""
    returned = LocalSubject(load("mpmath:eigh", option), "eigvalsh").call(SYMMETRIC)
    np.testing.assert_allclose(returned.values, VALUES)


def test_mpmath_entries_are_exact() -> None:
    """Entries of every dtype are handed over without rounding."""
    routine = load("mpmath:eigh", "eigvals_only=True")
    for dtype in ("int64", "uint8", "bool", "float16", "float32", ">f8", "complex64"):
        np.testing.assert_array_equal(routine(np.diag([1, 0]).astype(dtype)), [0, 1])
    assert routine(np.array([[0.1]]))[0] == 0.1


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("library", "name", "dtype"),
    [
        ("numpy", "numpy.linalg:eig", "float16"),
        ("numpy", "numpy.linalg:eigvalsh", "longdouble"),
        ("torch", "torch.linalg:eig", "float16"),
        ("torch", "torch.linalg:eigh", "float16"),
        ("torch", "torch.linalg:eigh", "int64"),
        ("torch", "torch.linalg:eig", "int64"),
        ("torch", "torch.linalg:eigvals", "bool"),
        ("torch", "torch.linalg:eigh", "longdouble"),
        ("jax", "jax.numpy.linalg:eig", "float16"),
        ("jax", "jax.numpy.linalg:eigh", "longdouble"),
        ("jax", "jax.lax.linalg:eig", "int64"),
        ("mpmath", "mpmath:eigh", "longdouble"),
        ("array_api_strict", "array_api_strict:linalg.eigh", "int64"),
    ],
)
def test_dtype_is_refused(library: str, name: str, dtype: str) -> None:
    """What a library says of a dtype that it does not compute with is no fault."""
    outcome = LocalSubject(of_library(library, name), "eig").call(np.eye(2).astype(dtype))
    assert isinstance(outcome, Raised)
    assert outcome.unsupported


@pytest.mark.parametrize(
    ("library", "name", "shape"),
    [("mpmath", "mpmath:eigh", (2, 2, 2)), ("scipy", "scipy.linalg:eigh", (0, 2, 2))],
)
def test_feature_is_missing(library: str, name: str, shape: tuple[int, ...]) -> None:
    """Stacks that a library does not take are no fault."""
    outcome = LocalSubject(of_library(library, name), "eigh").call(np.zeros(shape))
    assert isinstance(outcome, Raised)
    assert outcome.unsupported


@pytest.mark.parametrize(
    ("library", "name", "array"),
    [
        ("numpy", "numpy.linalg:eig", SYMMETRIC * np.nan),
        ("numpy", "numpy.linalg:eig", SYMMETRIC[0]),
        ("numpy", "numpy.linalg:eig", SYMMETRIC[:1]),
        ("numpy", "numpy.linalg:inv", np.zeros((2, 2))),
        ("scipy", "scipy.linalg:eig", SYMMETRIC * np.nan),
        ("scipy", "scipy.linalg:eigh", SYMMETRIC[:1]),
        ("scipy", "scipy.linalg:inv", np.zeros((2, 2))),
        ("torch", "torch.linalg:eig", SYMMETRIC * np.nan),
        ("torch", "torch.linalg:eigh", SYMMETRIC[:1]),
        ("torch", "torch.linalg:inv", np.zeros((2, 2))),
        ("jax", "jax.numpy.linalg:eig", SYMMETRIC[:1]),
        ("mpmath", "mpmath:eig", SYMMETRIC * np.nan),
        ("mpmath", "mpmath:eig", np.zeros((0, 0))),
    ],
)
def test_failures_are_no_refusals(library: str, name: str, array: np.ndarray) -> None:
    """What a library says of the values or the shape of a matrix is not about what it supports."""
    outcome = LocalSubject(of_library(library, name), "eigh").call(array)
    assert isinstance(outcome, Raised)
    assert not outcome.unsupported


@pytest.mark.parametrize("option", ["no_such_option=1"])
def test_wrong_options_are_no_refusals(option: str) -> None:
    """An option that a routine does not have is a mistake."""
    outcome = LocalSubject(load("numpy.linalg:eigh", option), "eigh").call(SYMMETRIC)
    assert outcome == Raised("TypeError", "eigh() got an unexpected keyword argument 'no_such_option'")


class NoConvergenceError(np.linalg.LinAlgError):
    """A failure, whatever its message says."""


@pytest.mark.parametrize(
    ("error", "unsupported"),
    [
        (NotImplementedError(), True),
        (TypeError("array type float16 is unsupported in linalg"), True),
        (RuntimeError("linalg.eigh: Expected a floating point or complex tensor as input. Got Int"), True),
        (RuntimeError("expected floating point or complex dtype, got Int"), True),
        (RuntimeError("linalg.eig: Low precision dtypes not supported. Got Half"), True),
        (ValueError("object arrays are not supported"), True),
        (ValueError("float128 isn't supported; use float64"), True),
        (TypeError("Only floating-point dtypes are allowed in eigh"), True),
        (TypeError("Cannot cast ufunc 'eigvalsh_lo' input from dtype('O') to dtype('float64')"), True),
        (TypeError("Cannot cast ufunc 'add' output from dtype('complex128') to dtype('float64')"), False),
        (TypeError("unsupported operand type(s) for +: 'NoneType' and 'float'"), False),
        (TypeError("'<' not supported between instances of 'complex' and 'complex'"), False),
        (
            TypeError("ufunc 'hypot' not supported for the input types, and the inputs could not be safely coerced"),
            False,
        ),
        (NoConvergenceError("Eigenvalues did not converge; not supported"), False),
        (ValueError("array must not contain infs or NaNs"), False),
        (IndexError("this is not supported"), False),
        (ZeroDivisionError(), False),
    ],
)
def test_refusals(error: Exception, unsupported: bool) -> None:
    """Whether an exception says that something is unsupported."""
    assert Raised.of(error).unsupported == unsupported


def test_long_messages_are_cut() -> None:
    """A message with arrays in it is cut."""
    assert len(Raised.of(ValueError("x" * 10**5)).message) == 2000
