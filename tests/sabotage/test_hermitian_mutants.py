"""One-line faults in definiteness, the Rayleigh quotient and singular values: each is caught by a law or a proof."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from math import prod
from types import ModuleType
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
from sympy import And, I, ImmutableMatrix, Ne, Or, Rational, Symbol, cos, diag, eye, oo, pi, sqrt

from tests.laws.arithmetic import approximate, close
from tests.sabotage.mutants import Mutants, bounded, each_of, sabotaged, source_of

a, b, c, t = (Symbol(name) for name in "abct")
r, p = Symbol("r", real=True), Symbol("p", positive=True)

# For each module of symeig.exact: (text, text of the mutant).
MUTANTS: Mutants = {
    "inertia": [
        ("if positive + negative + zero == len(signs) - 1 else None", ""),
        ("mirrored = [-s if k % 2 else s for k, s in enumerate(signs)]", "mirrored = [-s for s in signs]"),
        ("return 1 if ball > 0 else -1", "return 1"),
    ],
    "sign_conditions": [
        ("vector[i] if k % 2 else abs(vector[i])", "vector[i]"),
        ("self._denominators |= {i for i, _ in below[1]}", ""),
        ("for s in (0, -before):", "for s in (-before,):"),
        ("yield from (v[: len(polynomials)] for v in cells if v[number] in allowed)", "yield from cells"),
        ("(ANY if n == 1 else {0, 1})", "ANY"),
        ("    if {-1, 1} <= anything:\n        return ANY\n", ""),
        ("return anything if all(0 in term for term in terms) else anything - {0}", "return anything - {0}"),
        ("-1 not in rest:", "True:"),
        ("return lead | (rest & {0})", "return lead"),
        ("return finite | {0} if vanishes else finite", "return finite"),
        ("4 * a * c - b**2", "4 * a * c + b**2"),
        ("unit = -1 if self.field.to_sympy(element).could_extract_minus_sign() else 1", "unit = -1"),
        ("            if root.real:\n", "            if True:\n"),
        ("(_real_factors(rest, field) if powers else [(p, 1)])", "[(rest, 1)]"),
        ("field.is_real:\n        factors = dup_factor_list", "False:\n        factors = dup_factor_list"),
    ],
    "definiteness": [
        ("odd.append(-next(coefficients))", "odd.append(next(coefficients))"),
        ("for k in range(s.degree, 0, -1):", "for k in range(1, s.degree + 1):"),
        ("return self._all(_positive, opposite + even)", "return self._all(_positive, odd + even)"),
        ("return self._all(_not_negative, opposite + even)", "return self._all(_not_negative, odd + even)"),
        ("return Or(both, self._some(_positive, [-e for e in even]))", "return both"),
        ("if len(odd) > 1 else false", "if False else false"),
        ("sum(inertia[i] * m for", "sum(inertia[i] for"),
        ("*(Ne(x, 0) for x in vanishing))", ")"),
        ("*(Eq(x, 0) for x in vanishing))\n\n\ndef _zero", ")\n\n\ndef _zero"),
        ('relation = {">": "<", ">=": "<="}[relation]', "pass"),
        ('    if not any(0 in f.signs for f in factors):\n        relation = ">"\n', ""),
        ("unit *= max(signs, key=abs)", "unit *= 1"),
        ("lambda found: not (found.negative or found.zero)", "lambda found: not found.negative"),
        ("yield Inertia(*(k * m for k in inertia))", "yield Inertia(*inertia)"),
        ("for x, y in zip(a, b, strict=True))) for b in rest)", "for x, y in zip(a, a, strict=True))) for b in rest)"),
    ],
    "orthogonal": [("    if not_real is not None:\n", "    if False:\n")],
    "rayleigh": [
        ("return spaces[0], spaces[-1]", "return spaces[-1], spaces[0]"),
        ("if owner == wanted.eigenvalue", "if True"),
        ("conjugates = [field.conjugate(c) for c in v]", "conjugates = v"),
        ("field.domain.zero) / square)", "field.domain.zero))"),
        ("all(_is_at_most(s, other) for other in spaces)", "any(_is_at_most(s, other) for other in spaces)"),
        ("return is_positive and _is_never_negative(beta, x.field)", "return is_positive"),
        (".sign(vector) >= 0 for", ".sign(vector) <= 0 for"),
    ],
    "singular_values": [
        ("return list(reversed(spaces))", "return list(spaces)"),
        ("key=lambda s: not any(s.component.coefficients[:1])", "key=lambda s: any(s.component.coefficients[:1])"),
        ("G += N * self._adjoint(N)", "pass"),
        ("X = self._adjoint(X) if self._is_wide else X", ""),
        ("return (V, U) if self._is_wide else (U, V)", "return (U, V)"),
        ("self.gram.field.conjugate(x) for x in column", "x for x in column"),
        ("product = C.transpose() * M if", "product = M.transpose() * M if"),
        ("left.append(unit_vector(image,", "left.append(unit_vector(w,"),
        ("        self._prove_kernel()\n", "        self._kernel.pop()\n"),
        ("return base_field([*entries, *(g.conjugate() for g in field.numbers.generators)])", "return field"),
        ("        if not low.coefficients[0]:\n            return oo\n", ""),
        ("y[0] / y[1] / (x[0] / x[1])", "y[0] / (x[0] / x[1])"),
        ("square_root(field.to_sympy(x[0] / x[2]))", "square_root(field.to_sympy(x[0]))"),
        ("sign_conditions([*constants, *squares], field)", "sign_conditions([], field)"),
        ("if other.rank != decomposition.rank:", "if False:"),
    ],
}  # fmt: skip


def examine(package: ModuleType) -> None:
    """Raise where anything is wrong with Hermitian matrices and singular values."""
    _examine_cases(package)
    _examine_definiteness(package)
    _examine_rayleigh(package)
    for rows in (
        [[2, 4], [1, 3], [0, 0], [0, 0]],
        [[1, 2, 3], [2, 4, 6]],
        [[1, I, 0], [0, 1, 1 + I]],
        [[sqrt(1 + I), 1]],
        [[1], [I]],
        [[1, 2, 0], [0, 1, 1], [1, 0, 3]],
        [["1/2", 0], [0, 3]],
        [[a, b], [2 * a, 2 * b]],
    ):
        _examine_decomposition(package, rows)
    _examine_condition_numbers(package)
    _examine_many_letters(package)


def _examine_definiteness(package: ModuleType) -> None:
    for rows, expected in (
        ([[0, 0, 0], [0, 1, 2], [0, 2, 1]], "indefinite"),
        ([[1, 1], [1, 1]], "positive semidefinite"),
        ([[-2, 1], [1, -2]], "negative definite"),
        ([[-1, 0, 0], [0, -1, 0], [0, 0, 0]], "negative semidefinite"),
        ([[0]], "zero"),
        ([[a, 1], [1, 0]], "indefinite"),
        ([[p, 0], [0, 1 / p]], "positive definite"),
        ([[-p]], "negative definite"),
        ([[a**2 - a * b + b**2 + 1]], "positive definite"),
        ([[a**2 - a + 1, 0], [0, -1]], "indefinite"),
        ([[2 + cos(t)]], "positive definite"),
        ([[pi - 3, 0], [0, 4 - pi]], "positive definite"),
        ([[p + 1]], "positive definite"),
        ([[1 + sqrt(a)]], "positive definite"),
        ([[1 / (a**2 + 1)]], "positive definite"),
        ([[1 / (1 - p), 0], [0, p - 1]], "indefinite"),
    ):
        assert package.eigensystem(rows).definiteness == expected
    for rows in (
        [[a]], [[a**2]], [[a**2 - a * b + b**2]], [[1 + cos(t)]], [[sqrt(a)]], [[a**2 + 3 * a * b + b**2 + 1]],
        [[p - 1]], [[a - b]], [[a**2 * b]], [[a**2 + sqrt(2) * a]],
    ):  # fmt: skip
        assert _refuses(lambda rows=rows: package.eigensystem(rows).definiteness)
    assert package.inertia([[5, 0, 0, 0], [0, 5, 0, 0], [0, 0, -p, 0], [0, 0, 0, 0]]) == (2, 1, 1)
    assert _refuses(lambda: package.inertia([[Symbol("y", imaginary=True)]]), "UnsupportedEntryError")
    assert _refuses(
        lambda: package.inertia([[a**2 + 1, a * b, a * b], [a * b, 0, sqrt(2) * a], [a * b, sqrt(2) * a, 0]])
    )
    assert _refuses(lambda: package.inertia([[1, 1, a * b], [1, 1, sqrt(2) * a], [a * b, sqrt(2) * a, 0]]))
    assert not package.eigensystem([[0, a, b], [a, 0, c], [b, c, 0]]).is_positive_definite
    assert package.eigensystem([[a**2]]).is_positive_semidefinite


def _examine_many_letters(package: ModuleType) -> None:
    letters = [Symbol(f"x{k}") for k in range(8)]
    diagonal = [[letters[i] if i == j else 0 for j in range(8)] for i in range(8)]
    assert _refuses(lambda: package.inertia(diagonal))
    assert {sum(x) for x in package.eigensystem(diagonal)._signature.possible} == {8}
    diagonal[0][0] = diagonal[1][1] = -1
    assert not package.eigensystem(diagonal).is_positive_semidefinite
    u, w = prod(letters[:4]), prod(letters[4:])
    assert not package.eigensystem([[0, w], [w, u]]).is_positive_definite
    assert package.eigensystem([[u * w, 0], [0, u * w]])._signature.possible == {(2, 0, 0), (0, 2, 0), (0, 0, 2)}


def _refuses(call: Callable[[], Any], error: str = "UndecidedError") -> bool:
    """Whether a call raises this exception of symeig; what `pytest.raises` raises would not count as a failure."""
    try:
        call()
    except import_module("symeig.errors").SymeigError as raised:
        return type(raised).__name__ == error
    return False


def _examine_cases(package: ModuleType) -> None:
    cases = package.eigensystem([[1, r], [r, 1]]).definiteness_cases
    assert cases["positive definite"] == And(r > -1, r < 1)
    assert cases["positive semidefinite"] == And(r >= -1, r <= 1)
    assert "negative definite" not in cases
    cases = package.eigensystem([[a, b], [b, c]]).definiteness_cases
    assert cases["negative definite"] == And(a + c < 0, a * c - b**2 > 0)
    assert cases["negative semidefinite"] == And(a + c <= 0, a * c - b**2 >= 0)
    assert cases["indefinite"] == (a * c - b**2 < 0)
    assert package.eigensystem([[a**2]]).definiteness_cases["positive definite"] == Ne(a, 0)
    assert package.eigensystem([[-(a**2), 0], [0, 0]]).definiteness_cases["positive semidefinite"].subs(a, 0)
    assert package.eigensystem([[a**2 * b]]).definiteness_cases["positive semidefinite"].subs({a: 0, b: -1})
    assert package.eigensystem([[1 / a]]).definiteness_cases["positive semidefinite"] == (a > 0)
    assert package.eigensystem([[1 - r, 0], [0, -1]]).definiteness_cases["indefinite"] == (r < 1)
    assert package.eigensystem([[a, 0], [0, b]]).definiteness_cases["indefinite"] == And(
        Or(a > 0, b > 0), Or(a < 0, b < 0)
    )
    negative = Symbol("n", negative=True)
    assert package.eigensystem([[negative * r]]).definiteness_cases["positive definite"] == (r < 0)
    assert package.eigensystem([[r - 1, 0], [0, 1]]).definiteness_cases["positive semidefinite"] == (r >= 1)
    assert package.eigensystem([[cos(t)]]).definiteness_cases["positive definite"] == (cos(t) > 0)
    assert package.eigensystem([[-cos(t)]]).definiteness_cases["positive definite"] == (cos(t) < 0)
    matrix = ImmutableMatrix([[a, 1, 0], [1, b, 1], [0, 1, c]])
    cases = package.eigensystem(matrix).definiteness_cases
    for point in ({a: 2, b: 2, c: 2}, {a: -2, b: -2, c: -2}, {a: 1, b: 2, c: 1}, {a: 9, b: 1, c: -9}):
        true = {word for word, case in cases.items() if case.subs(point) == True}  # noqa: E712
        assert true == set(package.eigensystem(matrix.subs(point)).definiteness_cases)


def _examine_rayleigh(package: ModuleType) -> None:
    R = package.rayleigh([[2, 1, 0], [1, 2, 0], [0, 0, 3]])
    assert (R.minimum.expr, R.maximum.expr, len(R.minimisers), len(R.maximisers)) == (1, 3, 1, 2)
    assert {R.at(x) for x in R.minimisers} == {1}
    assert R.at([1, 1, 1]) == 3
    assert package.rayleigh([[2, 1 - I], [1 + I, 3]]).at([1, I]) == Rational(7, 2)
    assert package.rayleigh([[a, 0], [0, a + 1]]).maximum.expr == a + 1
    assert package.rayleigh([[a, 1], [1, -a]]).maximum.expr == sqrt(a**2 + 1)
    for rows in ([[a, 0], [0, b]], [[1, 0], [0, a]], [[0, a], [a, a]], diag(p, -(a**2), -(b**2))):
        assert _refuses(lambda rows=rows: package.rayleigh(rows))


def _examine_decomposition(package: ModuleType, rows: Any) -> None:
    D = package.svd(rows)
    point = {a: Rational(5, 3), b: Rational(-2, 7)}
    m, n = D.shape
    A, U, S, V, X = (approximate(M.subs(point)) for M in (D.matrix, *D, D.pseudoinverse))
    assert close(U * S * V.H, A)
    assert close(U.H * U, approximate(eye(m)))
    assert close(V.H * V, approximate(eye(n)))
    assert close(A * X * A, A)
    assert close((X * A).H, X * A)
    values = [S[i, i].real for i in range(min(m, n))]
    assert values == sorted(values, reverse=True)
    assert D.rank == sum(x > 1e-20 for x in values)


def _examine_condition_numbers(package: ModuleType) -> None:
    svd = package.svd
    assert svd([[1, 2], [2, 4]]).condition_number == oo
    assert svd([["1/2", 0], [0, "2/3"]]).condition_number == Rational(4, 3)
    shear = svd([["1/2", 1], [0, "1/3"]])
    assert abs((shear.condition_number - shear.singular_values[0] / shear.singular_values[1]).evalf(20)) < 1e-15
    assert {str(x) for x in svd([[a, b]]).conditions} == {"a² + b² ≠ 0", "a is real", "b is real"}
    with catch_warnings(record=True) as caught:
        simplefilter("always")
        svd([[0.1, 0.3], [0.7, 2.1]])
    assert len(caught) == 1


def test_modules_without_fault_pass() -> None:
    """The examination itself is passed by the modules as they are."""
    with sabotaged("symeig.exact.definiteness", "", "") as package:
        examine(package)


each_mutant = each_of(MUTANTS, "symeig.exact")


@each_mutant
def test_text_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails: a law is broken, a proof refused, or nothing works any more."""
    with sabotaged(module, old, new) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine(package)
