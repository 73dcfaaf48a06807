"""Results over parameters: true at every value that the conditions allow."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from mpmath import det
from sympy import Expr, I, N, Symbol, cos, exp, pi, sin, sqrt

from symeig import eigensystem
from symeig.exact.conditions import Condition
from symeig.exact.eigensystem import Eigensystem
from tests.laws.arithmetic import approximate, close
from tests.strategies import found

a, b, t = Symbol("a"), Symbol("b"), Symbol("t")

# Entries and values for their symbols, the simplest first.
RATIONAL_ENTRIES = [0, 1, -1, a, b, a + 1, a * b, a - b, 2, a**2, 1 / (a - 1), b / (a + 2)]
ROOT_ENTRIES = [0, 1, sqrt(a), a, I, 2, sqrt(2), 1 + sqrt(a)]
WAVE_ENTRIES = [0, 1, cos(t), sin(t), -sin(t), cos(2 * t), 2, sin(t) * cos(t), 1 + cos(t), I]
EXPONENTIAL_ENTRIES = [0, 1, exp(t), exp(-t), exp(2 * t), t, 1 + exp(t)]


@st.composite
def square(draw: st.DrawFn, entries: list[Any], max_size: int = 3) -> list[list[Any]]:
    """Square matrices of given entries."""
    n = draw(st.integers(1, max_size))
    row = st.lists(st.sampled_from(entries), min_size=n, max_size=n)
    return draw(st.lists(row, min_size=n, max_size=n))


def allowed(conditions: tuple[Condition, ...], values: dict[Symbol, Any]) -> bool:
    """Whether no condition is violated."""
    return all(abs(N(c.expr.subs(values), 30)) > 1e-15 for c in conditions)


def assert_holds_at(S: Eigensystem, values: dict[Symbol, Any]) -> None:
    """A P = P J with invertible P, after substitution."""
    A, P, J = (approximate(X.subs(values)) for X in (S.matrix, *S.jordan()))
    assert close(A * P, P * J)
    assert abs(det(P)) > 1e-20


@given(square(RATIONAL_ENTRIES), st.integers(-6, 6), st.integers(-6, 6))
def test_rational_functions(rows: list[list[Any]], x: int, y: int) -> None:
    """Where no condition vanishes, the generic P and J are those of the matrix with numbers put in."""
    S = eigensystem(rows)
    values = {a: x, b: y}
    if allowed(S.conditions, values):
        assert_holds_at(S, values)


@given(square(ROOT_ENTRIES), st.integers(-5, 5))
def test_roots_of_parameters(rows: list[list[Any]], x: int) -> None:
    """Likewise where the entries contain the root of a parameter, at negative values too."""
    S = eigensystem(rows)
    if allowed(S.conditions, {a: x}):
        assert_holds_at(S, {a: x})


@given(square(WAVE_ENTRIES, max_size=2), st.sampled_from([1, 0, pi, pi / 2, pi / 3, 2 * pi, -2]))
def test_waves(rows: list[list[Any]], x: Any) -> None:
    """Likewise for cosines and sines, at multiples of π above all."""
    S = eigensystem(rows)
    if allowed(S.conditions, {t: x}):
        assert_holds_at(S, {t: x})


@given(square(EXPONENTIAL_ENTRIES, max_size=2), st.sampled_from([0, 1, -1, 2, -3]))
def test_exponentials(rows: list[list[Any]], x: int) -> None:
    """Likewise for exponentials beside their exponents."""
    S = eigensystem(rows)
    if allowed(S.conditions, {t: x}):
        assert_holds_at(S, {t: x})


@given(square(RATIONAL_ENTRIES[:8]), st.integers(-6, 6), st.integers(-6, 6))
def test_block_sizes_at_allowed_values(rows: list[list[Any]], x: int, y: int) -> None:
    """Where no condition vanishes, the number of blocks of each size is that of the matrix with numbers put in."""
    S = eigensystem(rows)
    values = {a: x, b: y}
    if not allowed(S.conditions, values):
        return
    special = eigensystem([[e.subs(values) if isinstance(e, Expr) else e for e in row] for row in rows])
    counts = [
        sorted(k for c in T.components for sizes in [c.block_sizes] * c.degree for k in sizes) for T in (S, special)
    ]
    # Eigenvalues of different components may meet; their blocks stay what they are.
    assert counts[0] == counts[1]


@given(st.sampled_from([0, 1, -1, 2]), st.sampled_from([0, 1, -1, 2]))
def test_number_of_distinct_conditions(x: int, y: int) -> None:
    """Conditions are irreducible and pairwise different, whatever numbers stand beside the parameters."""
    conditions = eigensystem([[a, x], [y, b]]).conditions
    assert len({c.expr for c in conditions}) == len(conditions)
    assert all(c.expr.free_symbols for c in conditions)


@given(square(RATIONAL_ENTRIES))
def test_renamed_parameters(rows: list[list[Any]]) -> None:
    """Other names for the parameters give the same structure with other names."""
    u, v = Symbol("u"), Symbol("v")
    names = {a: u, b: v}
    renamed = [[e.subs(names) if isinstance(e, Expr) else e for e in row] for row in rows]
    expected = {
        tuple(c.subs(names) if isinstance(c, Expr) else c for c in p): sizes
        for p, sizes in found(eigensystem(rows)).items()
    }
    assert {tuple(map(str, p)): s for p, s in found(eigensystem(renamed)).items()} == {
        tuple(map(str, p)): s for p, s in expected.items()
    }
