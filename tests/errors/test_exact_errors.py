"""Bad calls of the engine: which exception, with which data, in which words."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from sympy import (
    Abs,
    E,
    EulerGamma,
    Expr,
    Function,
    I,
    ImmutableMatrix,
    Pow,
    Rational,
    Symbol,
    conjugate,
    cos,
    exp,
    log,
    nan,
    oo,
    pi,
    sin,
    sqrt,
    zoo,
)

from symeig import eigensystem, gershgorin, growth, inertia, norm, perron, rayleigh, spectral_radius, svd
from symeig.errors import (
    BudgetExceededError,
    InexactEntryError,
    InputError,
    NoLimitError,
    NoSquareRootError,
    NotDiagonalizableError,
    NotHermitianError,
    NotNonnegativeError,
    NotSplitError,
    NotSquareError,
    ObstructionError,
    RaggedRowsError,
    SingularMatrixError,
    SymeigError,
    UndecidedError,
    UndefinedFunctionError,
    UnsupportedEntryError,
)

a, b, t, x = (Symbol(name) for name in "abtx")

REFUSED = [
    log(2),
    E + pi,
    Function("f")(x),
    sqrt(a + 1),
    sqrt(a * b),
    sqrt(a**2),
    sqrt(exp(a)),
    sqrt(pi + 1),
    cos(1),
    sin(sqrt(2)),
    exp(I),
    exp(pi),
    exp(sqrt(2)),
    exp(1 / a),
    exp(exp(a)),
    cos(pi * t),
    2**a,
    a**b,
    a ** sqrt(2),
    I**I,
    conjugate(a),
    Abs(a),
    EulerGamma,
    nan,
    oo,
    -oo,
    zoo,
    Pow(0, -1, evaluate=False),
    1 / (sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3)),
    1 / (sin(t) ** 2 + cos(t) ** 2 - 1),
    Symbol("lambda"),
    Symbol("A", commutative=False),
    float("nan"),
    float("-inf"),
    None,
    object(),
]


@pytest.mark.parametrize("entry", REFUSED, ids=lambda e: str(e)[:30] if isinstance(e, Expr) else type(e).__name__)
def test_entries_are_refused_with_their_position(entry: Any) -> None:
    """An entry that cannot be computed with exactly is named, with its row and column."""
    with pytest.raises(UnsupportedEntryError) as caught:
        eigensystem([[1, 0, 0], [0, sqrt(2), entry], [0, 0, 1]])
    assert caught.value.position == (2, 3)
    assert "(2, 3)" in str(caught.value)


def test_pi_and_e_in_different_entries() -> None:
    """π and e may each be used, but not both in one matrix; the message says why."""
    assert eigensystem([[pi, 0], [0, 1]]).rank == eigensystem([[E, 0], [0, 1]]).rank == 2
    with pytest.raises(UnsupportedEntryError, match="open question"):
        eigensystem([[pi, 0], [0, E]])


def defective() -> None:
    """Diagonalize a Jordan block of size 3 beside one of size 1."""
    eigensystem([[2, 1, 0, 0], [0, 2, 1, 0], [0, 0, 2, 0], [0, 0, 0, 2]]).diagonalize()


def defective_irrational() -> None:
    """Diagonalize a matrix with double eigenvalues ±√2 that have one eigenvector each."""
    eigensystem([[0, 2, 1, 0], [1, 0, 0, 1], [0, 0, 0, 2], [0, 0, 1, 0]]).diagonalize()


# (what is done, exception, data, words in the message)
CALLS: list[tuple[Callable[[], Any], type[SymeigError], dict[str, Any], str]] = [
    (
        lambda: eigensystem([[1, 2], [2, 4]]).inverse(),
        SingularMatrixError,
        {"kernel": ImmutableMatrix([2, -1])},
        "A v = 0 for v = (2, -1)",
    ),
    (lambda: eigensystem([[0]]).power(-2), SingularMatrixError, {}, "A negative power of A needs"),
    (
        lambda: eigensystem([[0]]).power(Rational(-1, 2)),
        SingularMatrixError,
        {},
        "power of A needs an invertible matrix",
    ),
    (lambda: eigensystem([[0]]).log(), SingularMatrixError, {}, "A logarithm needs an invertible matrix"),
    (
        lambda: eigensystem([[0, 1], [0, 0]]).sqrt(),
        NoSquareRootError,
        {"block_sizes": (2,)},
        "here 2 and 0 are a pair",
    ),
    (
        lambda: eigensystem([[0, 1], [0, 0]]).apply(sqrt),
        UndefinedFunctionError,
        {"derivative": 1},
        "Derivative number 1 of the function has no finite value at the eigenvalue 0",
    ),
    (
        lambda: eigensystem([[1, 0], [0, 0]]).apply(log),
        UndefinedFunctionError,
        {"derivative": 0},
        "The function has no finite value at the eigenvalue 0",
    ),
    (
        lambda: eigensystem([[0, 1], [0, 0]]).power(Rational(1, 2)),
        UndefinedFunctionError,
        {"derivative": 1},
        "Jordan block of size 2",
    ),
    (
        lambda: eigensystem([[2, 1, 0], [0, 2, 1], [0, 0, 2]]).apply(sin, cos),
        InputError,
        {},
        "2 derivatives of the function; 1 are given",
    ),
    (
        lambda: eigensystem([[1, 1], [1, 0]]).apply(lambda y: 1 / (y**2 - y - 1)),
        UndefinedFunctionError,
        {"derivative": 0},
        "no finite value at the eigenvalue (1 − √5)/2",
    ),
    (
        lambda: eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]]).apply(lambda y: exp(y) / (y**3 - y - 1)),
        UndefinedFunctionError,
        {"derivative": 0},
        "rootof(λ³ − λ − 1, 0)",
    ),
    (lambda: eigensystem([[1]]).apply(lambda _: None), InputError, {}, "returns None for 1"),
    (lambda: eigensystem([[1]]).apply(3), InputError, {}, "cannot be applied to 1"),
    (lambda: eigensystem([[2, 1], [0, 2]]).apply(Abs), InputError, {}, "no derivative of"),
    (lambda: eigensystem([[0, 1], [0, 1]]).power(I), InputError, {}, "exponent is I"),
    (lambda: eigensystem([[1]]).power(None), InputError, {}, "exponent is None"),
    (lambda: eigensystem([[1]]).exp(oo), InputError, {}, "factor t is oo"),
    (lambda: eigensystem([[1, 2, 3], [4, 5, 6]]), NotSquareError, {"shape": (2, 3)}, "2 rows and 3 columns"),
    (lambda: eigensystem([[1, 2]]), NotSquareError, {"shape": (1, 2)}, "square"),
    (lambda: eigensystem([[], []]), NotSquareError, {"shape": (2, 0)}, "square"),
    (lambda: eigensystem([[1, 2], [3]]), RaggedRowsError, {"row": 2, "lengths": (2, 1)}, "Row 2"),
    (lambda: eigensystem([[0.5]], floats="error"), InexactEntryError, {"position": (1, 1), "entry": "0.5"}, "0.5"),
    (defective, NotDiagonalizableError, {"algebraic": 4, "geometric": 2}, "only 2 independent eigenvectors"),
    (defective_irrational, NotDiagonalizableError, {"algebraic": 2, "geometric": 1}, "only 1 independent eigenvector"),
    (
        lambda: eigensystem([[1, 2], [3, 4]]).orthogonal(),
        NotHermitianError,
        {"position": (2, 1)},
        "not Hermitian",
    ),
    (lambda: eigensystem([[0, I], [I, 0]]).orthogonal(), NotHermitianError, {"position": (2, 1)}, "not Hermitian"),
    (lambda: eigensystem([[I]]).orthogonal(), NotHermitianError, {"position": (1, 1)}, "not Hermitian"),
    (
        lambda: (
            eigensystem([[0, 0, 0, 0, 1], *([int(j == i) for j in range(4)] + [int(i == 0)] for i in range(4))])
            .eigenvalues[0]
            .as_expr(radicals=True)
        ),
        NotSplitError,
        {},
        "formula",
    ),
    (lambda: eigensystem([[1, 1], [0, a]]).is_diagonalizable, UndecidedError, {}, "Substitute"),
    (lambda: eigensystem([[0, a], [1, 0]]).eigenvalues[0].enclosure(9), UndecidedError, {}, "a"),
    (lambda: eigensystem([[0, a], [1, 0]]).eigenvalues[0].is_real, UndecidedError, {}, "a"),
    (
        lambda: eigensystem([[1] * 1300] * 1300),
        BudgetExceededError,
        {"what": "memory"},
        "GiB",
    ),
    (lambda: eigensystem([[2, 1], [0, 2]]).definiteness, NotHermitianError, {"position": (2, 1)}, "(A + Aᵀ)/2"),
    (lambda: inertia([[1, 2, 3], [4, 5, 6]]), NotSquareError, {"shape": (2, 3)}, "symeig.svd"),
    (
        lambda: eigensystem([[1, a], [a, 1]]).is_positive_definite,
        UndecidedError,
        {"question": "Is A positive definite?", "assumptions_that_help": ("−1 < a < 1",)},
        "yes if and only if −1 < a < 1",
    ),
    (
        lambda: eigensystem([[0, 0], [0, b]]).definiteness,
        UndecidedError,
        {"assumptions_that_help": ("b = 0", "b ≥ 0", "b ≤ 0")},
        "positive semidefinite if b ≥ 0",
    ),
    (
        lambda: inertia([[b]]),
        UndecidedError,
        {"assumptions_that_help": ("b > 0", "b = 0", "b < 0")},
        "on whether b > 0, b = 0 or b < 0",
    ),
    (
        lambda: inertia([[Symbol("y", imaginary=True)]]),
        UnsupportedEntryError,
        {"position": None, "entry": "y"},
        "declared not to be",
    ),
    (lambda: rayleigh([]), InputError, {}, "no vector of length 1"),
    (lambda: rayleigh([[1, 2], [3, 4]]), NotHermitianError, {"position": (2, 1)}, "not real for all x"),
    (lambda: rayleigh([[2]]).at([0]), InputError, {}, "vector is 0"),
    (lambda: rayleigh([[a, 0], [0, b]]), UndecidedError, {"assumptions_that_help": ("values for a, b",)}, "least"),
    (lambda: svd([[], []]).condition_number, InputError, {}, "2×0"),
    (lambda: svd([[1, a], [0, 1]]).condition_number, UndecidedError, {}, "least"),
    (lambda: gershgorin([[1, 2, 3], [4, 5, 6]]), NotSquareError, {"shape": (2, 3)}, "Gershgorin discs need a square"),
    (lambda: gershgorin([[1]]).excludes_below(I), InputError, {}, "The bound is I"),
    (lambda: gershgorin([[1]]).excludes(nan), InputError, {}, "The point is nan"),
    (
        lambda: gershgorin([[a, 1], [1, 5]]).excludes(0),
        UndecidedError,
        {"assumptions_that_help": ("|a| − 1 > 0",)},
        "Is |a| − 1 > 0?",
    ),
    (lambda: spectral_radius([[1, a], [1, 0]]), UndecidedError, {"assumptions_that_help": ("values for a",)}, "a"),
    (lambda: spectral_radius([[2]]).enclosure(0), InputError, {}, "digits is 0"),
    (lambda: norm([[1]], "nuc"), InputError, {}, "'nuc' is no norm"),
    (
        lambda: norm([[a, 1], [0, 1]], 2),
        UndecidedError,
        {"assumptions_that_help": ("a real",)},
        "Which numbers",
    ),
    (lambda: perron([[1, 2], [3, -4]]), NotNonnegativeError, {"position": (2, 2), "entry": "-4"}, "(2, 2) is -4"),
    (lambda: perron([[1, I], [0, 1]]), NotNonnegativeError, {"position": (1, 2), "entry": "I"}, "(1, 2) is I"),
    (lambda: perron([]), InputError, {}, "0×0"),
    (lambda: perron([[a]]), UndecidedError, {}, "It depends on a"),
    (lambda: growth([[1]], [0]), InputError, {}, "start vector is 0"),
    (lambda: growth([[1]], [1], steps=-1), InputError, {}, "steps is -1"),
    (lambda: growth([[a]], [1]), UndecidedError, {}, "It depends on a"),
    (lambda: growth([[0, 1], [0, 0]], [0, 1]).rescaled, NoLimitError, {"eigenvalues": ()}, "k > 1"),
    (
        lambda: growth([[0, 3], [3, 0]], [1, 0]).power_iteration,
        NoLimitError,
        {},
        "2 eigenvalues have the same",
    ),
    (
        lambda: growth([[10**99, 1], [1, 1]], [1, 0], steps=10**5).norms,
        BudgetExceededError,
        {"what": "memory"},
        "100000 steps",
    ),
]

each_call = pytest.mark.parametrize("number", range(len(CALLS)), ids=lambda i: f"{CALLS[i][1].__name__}-{i}")


@cache
def raised(number: int) -> SymeigError:
    """What a call of the table raises."""
    with pytest.raises(SymeigError) as caught:
        CALLS[number][0]()
    return caught.value


@each_call
def test_exception(number: int) -> None:
    """A bad call raises exactly this class, with these data and these words."""
    _, error, data, words = CALLS[number]
    assert type(raised(number)) is error
    assert {key: getattr(raised(number), key) for key in data} == data
    assert words in str(raised(number))


@each_call
def test_message(number: int) -> None:
    """A message is two to four full sentences and ends with the stable code of its class."""
    text = str(raised(number))
    assert text.endswith(f"[symeig: {CALLS[number][1].code}]")
    assert 2 <= len(re.findall(r"[.!?] ", text)) <= 4
    assert text[0].isupper() or text[0] == "λ"


@each_call
def test_pickle(number: int) -> None:
    """An exception survives pickling with its message and all its data."""
    copy = pickle.loads(pickle.dumps(raised(number)))
    assert type(copy) is CALLS[number][1]
    assert str(copy) == str(raised(number))
    assert copy.data == raised(number).data


def test_builtin_classes() -> None:
    """Callers who know only Python's exceptions catch these as ValueError."""
    with pytest.raises(ValueError, match="square"):
        eigensystem([[1, 2]])
    with pytest.raises(ValueError, match="diagonalizable"):
        defective()


def test_obstructions_are_no_input_errors() -> None:
    """What mathematics forbids is told apart from what was given wrongly."""
    with pytest.raises(ObstructionError) as caught:
        eigensystem([[1, 1], [0, 1]]).diagonalize()
    assert caught.value.eigenvalue == eigensystem([[1]]).eigenvalues[0]


def test_help_for_undecided_questions() -> None:
    """An undecided question comes with the conditions that would decide it."""
    with pytest.raises(UndecidedError) as caught:
        _ = eigensystem([[1, 1], [0, a]]).is_diagonalizable
    assert "diagonalizable" in caught.value.question
    assert any("a" in help_ for help_ in caught.value.assumptions_that_help)


def test_rational_function_without_value() -> None:
    """1/(a − a) is no number; SymPy makes it infinite, and it is refused as that."""
    with pytest.raises(UnsupportedEntryError):
        eigensystem([[Rational(1) / (a - a)]])
