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

from symeig import eigensystem
from symeig.errors import (
    BudgetExceededError,
    InexactEntryError,
    NotDiagonalizableError,
    NotHermitianError,
    NotSplitError,
    NotSquareError,
    ObstructionError,
    RaggedRowsError,
    SymeigError,
    UndecidedError,
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
