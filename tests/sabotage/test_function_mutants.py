"""One-line faults in the functions of matrices: each is caught by the proof of the covariants or by a law."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from sympy import ImmutableMatrix, Rational, Symbol, cos, eye, pi, simplify, sin, sinh, zeros

from tests.laws.arithmetic import approximate, close
from tests.sabotage.mutants import Mutants, bounded, each_of, sabotaged, source_of
from tests.strategies import block_sum, hypercompanion, similar

# For each module of symeig.exact: (text, text of the mutant).
MUTANTS: Mutants = {
    "covariants": [
        ("quotient.append(L.add(c, L.mul(L.generator, ", "quotient.append(L.add(c, L.mul(c, "),
        ("    for _ in range(m - 1):\n", "    for _ in range(m):\n"),
        ("for i in range(1, k + 1))", "for i in range(1, k))"),
        ("w.append(L.negative(L.mul(inverse,", "w.append((L.mul(inverse,"),
        ("w = [L.inverse(others)]", "w = [others]"),
        ("_combination(w, F[j:], L)", "_combination(w, F, L)"),
        ("return [-(top * p[0]), ", "return [top * p[0], "),
        ("self.ring.mul(self.numerator(j, i, k), below)", "self.numerator(j, i, k)"),
        ("tuple([M * X for M in H] for H in self.numerators)", "self.numerators"),
    ],
    "functions": [
        ("[(0, t**j / factorial(j), 0)])", "[(0, t**j, 0)])"),
        ("(exp(t * x) * cos(t * w), exp(t * x) * sin(t * w))", "(exp(t * x) * cos(t * w), -exp(t * x) * sin(t * w))"),
        ("[(j % 2, (-1) ** (j // 2)", "[(j % 2, (-1) ** j"),
        ("[(1 - j % 2, (-1) ** ((j + 1) // 2)", "[(1 - j % 2, (-1) ** (j // 2)"),
        ("cos(t * x) * sinh(t * w))),", "-cos(t * x) * sinh(t * w))),"),
        ("-sin(t * x) * sinh(t * w))),", "sin(t * x) * sinh(t * w))),"),
        ("[(1, Integer(-1) ** (j - 1) / j, -j)]", "[(1, Integer(-1) ** (j - 1), -j)]"),
        ("[(0, ff(n, j) / factorial(j), -j)]", "[(0, ff(n, j) / factorial(j), 0)]"),
        ("KroneckerDelta(n, j)", "KroneckerDelta(n, 0)"),
        ("    if component.index - 1 > n:", "    if component.index > n:"),
        ("lambda j: [(j, 1 / factorial(j), 0)])", "lambda j: [(j, 1, 0)])"),
        ("square_root((x**2 + w**2).expand()), atan2(w, x)", "square_root((x**2 + w**2).expand()), atan2(x, w)"),
        ("return r**n * cos(n * angle), r**n * sin(n * angle)", "return r**n * cos(n * angle), sin(n * angle)"),
        ("        return w, pi / 2\n", "        return w, -pi / 2\n"),
        ("square_root(((r - x) * half).expand())", "square_root(((r + x) * half).expand())"),
        ("log(polar[0] ** 2) / 2, polar[1]", "log(polar[0] ** 2), polar[1]"),
        ("return integer_power(B, -k, components, field)", "return B"),
        ("field.to_sympy(u + v * x) / w)", "field.to_sympy(u + v * x))"),
        ("C * field.to_sympy(v) + S *", "C * field.to_sympy(v) - S *"),
        ("above / derivative", "above"),
        ("return x if any(LAMBDA in g.free_symbols for g in given) else LAMBDA", "return LAMBDA"),
        ("            if any(z):\n", "            if z[0]:\n"),
    ],
    "square_roots": [
        ("if len(a) - len(b) > 1:", "if len(a) - len(b) > 2:"),
        ("zip_longest(chains[::2], chains[1::2], fillvalue=())", "zip_longest(chains, [], fillvalue=())"),
        ("([K.zero] * P.shape[0], *c[:-1])", "(c[0], *c[:-1])"),
        ("[v for pair in zip_longest(a, b) for v in pair if v is not None]", "[*a, *b]"),
        ("for Z in covariants if Z is not at_zero]", "for Z in covariants if Z is at_zero]"),
    ],
    "root_sums": [
        ("L.derivative)[-1]", "L.derivative)[0]"),
        ("reversed(poly.monic().all_coeffs())", "poly.monic().all_coeffs()"),
        ("        return L.power(base, int(e.exp))", "        return base"),
    ],
    "dynamics": [
        ("_augmented(A, start, constant, 1, floats)", "_augmented(A, start, constant, 0, floats)"),
        ("_augmented(A, start, constant, 0, floats)", "_augmented(A, start, constant, 1, floats) "),
        ("for (c,) in reversed(read.rows))", "for (c,) in read.rows)"),
        ("x if constant is None else x[:-1, :]", "x"),
        ("int(j == i + 1)", "int(j == i)"),
    ],
}  # fmt: skip

lam, n, t = Symbol("lambda"), Symbol("n"), Symbol("t")
STEPS = [(0, 1, 1), (2, 0, -1), (1, 2, 2)]

# Of eigenvalues that are integers, surds, complex numbers and implicit roots; with blocks.
MATRICES = [
    similar(block_sum(*(hypercompanion(p, k) for p, k in blocks)), STEPS)
    for blocks in (
        [((-2, 1), 3), ((-3, 1), 1)],
        [((-1, -1, 1), 2)],
        [((5, -2, 1), 2)],
    )
]
IMPLICIT = [hypercompanion((-1, -1, 0, 1), 2), block_sum(hypercompanion((-2, 0, 0, 1), 1), [[1]])]


def examine(package: ModuleType) -> None:
    """Raise where anything is wrong with functions of matrices."""
    for rows in MATRICES:
        _examine_functions(package.eigensystem(rows))
    for rows in IMPLICIT:
        _examine_sums_over_roots(package.eigensystem(rows))
    _examine_powers_of_singular_matrices(package)
    _examine_square_roots(package)
    _examine_dynamics(package)
    cubic = package.eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]])
    assert cubic.exp(lam).free_symbols == {lam}


def _examine_functions(S: Any) -> None:
    A, one = S.matrix, eye(S.dimension)
    for k in range(4):
        assert close(approximate(S.power(n).subs(n, k)), approximate(A**k))
    assert close(approximate(S.exp(t).diff(t).subs(t, 1)), approximate(A) * approximate(S.exp()))
    assert close(approximate(S.exp(t).subs(t, 0)), approximate(one))
    assert close(approximate(S.sin(t).diff(t, 2).subs(t, 1)), -approximate(A * A) * approximate(S.sin()))
    assert close(approximate(S.cos(t).diff(t).subs(t, 1)), -approximate(A) * approximate(S.sin()))
    assert close(approximate(S.sqrt()) ** 2, approximate(A))
    assert close(approximate(S.power(Rational(1, 3))) ** 3, approximate(A))
    assert close(approximate(S.apply(lambda x: x**4 - x)), approximate(A**4 - A))
    assert S.power(-2) * A * A == one
    # The logarithm is the limit of (A^h − 1)/h, an entire function of h that is nearly linear for a small h.
    h = Rational(1, 10**12)
    assert close(approximate(S.log()), approximate((S.power(h) - S.power(-h)) / (2 * h)))
    total = sum((approximate(Zs[0]) for Zs in S.covariants), approximate(zeros(S.dimension, S.dimension)))
    assert close(total, approximate(one))


def _examine_sums_over_roots(S: Any) -> None:
    A = approximate(S.matrix)
    assert close(approximate(S.power(n).subs(n, 3)), A**3)
    assert close(approximate(S.exp(t).diff(t).subs(t, 1)), A * approximate(S.exp()))
    assert close(approximate(S.apply(lambda x: x**4 - x)), A**4 - A)
    projectors = (approximate(Zs[0]) for Zs in S.covariants)
    assert close(sum(projectors, 0 * A), approximate(eye(S.dimension)))


def _examine_powers_of_singular_matrices(package: ModuleType) -> None:
    for rows in ([[1, -1], [-1, 1]], [[0, 1, 0], [0, 0, 1], [0, 0, 0]]):
        power = package.eigensystem(rows).power(n)
        assert [power.subs(n, k) for k in range(4)] == [ImmutableMatrix(rows) ** k for k in range(4)]
    assert package.eigensystem([[0, 1, 0], [0, 0, 1], [0, 0, 0]]).power(Rational(5, 2)) == zeros(3, 3)
    turn = package.eigensystem([[0, "-w"], ["w", 0]])
    assert simplify(turn.power(n)[1, 0] - Symbol("w") ** n * sin(pi * n / 2)) == 0
    assert simplify(turn.sin()[1, 0] - sinh(Symbol("w"))) == 0


def _examine_square_roots(package: ModuleType) -> None:
    for sizes in ((2, 1), (3, 2, 1), (2, 2)):
        S = package.eigensystem(block_sum(*(hypercompanion((0, 1), k) for k in sizes), [[4]]))
        assert S.sqrt() ** 2 == S.matrix
    with pytest.raises(package.errors.NoSquareRootError):
        package.eigensystem(hypercompanion((0, 1), 2)).sqrt()


def _examine_dynamics(package: ModuleType) -> None:
    sequence = package.recurrence([1, 1, 2], [0, 1, 3])
    assert close(approximate(ImmutableMatrix([sequence.subs(n, 3)])), approximate(ImmutableMatrix([4])))
    assert package.recurrence([2, 3], [1, 0], 2) == 3
    x = package.flow([[0, 1], [-1, 0]], [1, 0], constant=[0, 1])
    assert list(x) == [1, 0] or list(x.applyfunc(simplify)) == [1, 0]
    assert package.iterate([[2]], [1], constant=[3]).subs(n, 2) == ImmutableMatrix([13])
    assert list(package.flow([[0, 1], [-1, 0]], [1, 0])) == [cos(t), -sin(t)]


def test_functions_without_fault_pass() -> None:
    """The examination itself is passed by the functions as they are."""
    with sabotaged("symeig.exact.functions", "", "") as package:
        examine(package)


each_mutant = each_of(MUTANTS, "symeig.exact")


@each_mutant
def test_text_of_a_function_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_of_a_function_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails: a law is broken, a proof refused, or nothing works any more."""
    with sabotaged(module, old, new) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine(package)
