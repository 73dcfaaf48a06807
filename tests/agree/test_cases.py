"""symeig against the matrices of the case table, whose structure is known from elsewhere.

What symeig says is compared with the table, and proved again here, by polynomial arithmetic over the base field that
shares nothing with symeig's own certificate.
"""

from __future__ import annotations

import warnings
from collections import Counter
from typing import Any

import pytest
from sympy import Expr, degree, prime
from sympy.polys.matrices import DomainMatrix

from symeig import eigensystem
from symeig.exact.eigensystem import FloatReadingWarning
from symeig.exact.fields import BaseField
from symeig.reading import read_matrix
from tests.cases import CASES, Blocks, Case, Special, X, agrees, element, number, over, solved

EXACT = [case for case in CASES if case.kind != "float"]
SPECIAL = [(case, special) for case in CASES for special in case.special]

each_case = pytest.mark.parametrize("case", EXACT, ids=str)
each_special_case = pytest.mark.parametrize(("case", "special"), SPECIAL, ids=str)
each_float_case = pytest.mark.parametrize("case", [case for case in CASES if case.kind == "float"], ids=str)


def at_primes(x: Any, field: BaseField) -> Any:
    """An element of the base field with primes for its parameters; what is independent there is independent."""
    x = field.domain.convert(x)
    if not field.has_parameters:
        return x
    F = field.numbers.domain
    values = [F.convert(prime(i)) for i in range(5, 5 + len(field.generators))]
    return x.numer(*values) / x.denom(*values)


def at(case: Case, special: Special) -> list[list[Expr | int]]:
    """The matrix of a case at special values of its parameters."""
    values = {number(name): number(value) for name, value in special.values}
    return [[x.subs(values) if isinstance(x, Expr) else x for x in row] for row in read_matrix(case.entries).rows]


def block_sizes(blocks: tuple[Blocks, ...]) -> Counter:
    """The sizes of all Jordan blocks, whatever their eigenvalues."""
    return Counter(size for b in blocks for size in b.sizes * int(degree(number(b.polynomial), X)))


@each_case
def test_block_structure_is_as_known(case: Case) -> None:
    """The irreducible factors and the block sizes of their roots are those of the table."""
    S = solved(case)
    assert agrees(S, case.blocks)


@each_case
def test_characteristic_polynomial_is_as_known(case: Case) -> None:
    """The characteristic polynomial, multiplied out, is that of the table."""
    S = solved(case)
    assert not element(S.charpoly.coefficients, S.field) - over(number(case.charpoly), S.field)


@each_case
def test_minimal_polynomial_is_as_known(case: Case) -> None:
    """The minimal polynomial is the product of the known factors, each to the power of its largest block."""
    S = solved(case)
    expected = over(1, S.field)
    for b in case.blocks:
        expected *= over(number(b.polynomial), S.field) ** b.sizes[0]
    assert not element(S.minpoly.coefficients, S.field) - expected


@each_case
def test_chains_are_jordan_chains(case: Case) -> None:
    """(A − x)v₁ and (A − x)vⱼ − vⱼ₋₁ are divisible by the polynomial of the component, entry by entry."""
    S = solved(case)
    A = [[S.field.element(x) for x in row] for row in S.given.rows]
    zero, x = over(0, S.field), over(number("x"), S.field)
    for component in S.components:
        p = element(component.coefficients, S.field)
        for chain in component.vectors:
            before = [zero] * S.dimension
            for vector in chain:
                v = [element(entry, S.field) for entry in vector]
                for row, own, earlier in zip(A, v, before, strict=True):
                    image = sum((y.mul_ground(a) for a, y in zip(row, v, strict=True) if a), zero)
                    assert not (image - x * own - earlier).rem(p)
                before = v


@each_case
def test_chains_are_a_basis(case: Case) -> None:
    """The coefficient vectors of all chains are n independent vectors: P, with all conjugates, is invertible."""
    S = solved(case)
    F, n = S.field.numbers.domain, S.dimension
    columns = [
        [at_primes(c, S.field) for c in w]
        for component in S.components
        for chain in component.vectors
        for v in chain
        for w in zip(*v, strict=True)
    ]
    assert len(columns) == n
    assert DomainMatrix(columns, (n, n), F).rank() == n


@each_special_case
def test_special_values_have_their_own_structure(case: Case, special: Special) -> None:
    """At special values of the parameters the structure is that of the table."""
    S = eigensystem(at(case, special))
    assert agrees(S, special.blocks)


@each_special_case
def test_conditions_exclude_values_with_other_blocks(case: Case, special: Special) -> None:
    """Where the blocks differ from the generic ones, a condition of the generic result is violated."""
    values = {number(name): number(value) for name, value in special.values}
    violated = any(c.expr.subs(values).expand() == 0 for c in solved(case).conditions if c.kind == "nonzero")
    assert violated or block_sizes(case.blocks) == block_sizes(special.blocks)


@each_float_case
def test_floats_read_as_decimals(case: Case) -> None:
    """By default the structure of a float matrix is that of its decimals."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FloatReadingWarning)
        S = eigensystem(case.entries)
    assert agrees(S, case.blocks)
    assert not element(S.charpoly.coefficients, S.field) - over(number(case.charpoly), S.field)


@each_float_case
def test_floats_read_as_doubles(case: Case) -> None:
    """The rank under the binary reading is that of the stored doubles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FloatReadingWarning)
        assert eigensystem(case.entries, floats="binary").rank == case.binary_rank


@each_float_case
def test_warns_exactly_where_readings_differ(case: Case) -> None:
    """A warning is given where decimals and doubles have another rank, and only there."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        S = eigensystem(case.entries)
    differ = S.rank != case.binary_rank
    assert [w.category for w in caught] == [FloatReadingWarning] * differ
