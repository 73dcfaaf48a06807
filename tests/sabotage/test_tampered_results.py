"""The certificate against results that were tampered with: no false claim passes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from symeig import eigensystem
from symeig.errors import CertificationError
from symeig.exact.certificate import certify
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.proved import integral_matrix
from tests.sabotage.faults import FAULTS, SPECTRA, Components, honest_rows


@cache
def honest(name: str) -> Eigensystem:
    """A matrix with all kinds of components, solved."""
    return eigensystem(honest_rows(name))


each_field = pytest.mark.parametrize("name", SPECTRA)


@each_field
def test_honest_result_passes(name: str) -> None:
    """Before it is tampered with, the result has all the parts that will be, and passes."""
    S = honest(name)
    assert sorted((c.degree, c.block_sizes) for c in S.components) == [(1, (1,)), (1, (1,)), (1, (2, 1)), (2, (2,))]
    c, B = integral_matrix(S.given, S.field)
    assert certify(B, c, S.components, S.field) == S.certificate


@each_field
@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.__name__)
def test_fault_is_caught(name: str, fault: Callable[[Components], Components]) -> None:
    """Each fault is caught, as a `CertificationError` that says what is not true."""
    S = honest(name)
    c, B = integral_matrix(S.given, S.field)
    with pytest.raises(CertificationError) as caught:
        certify(B, c, fault(list(S.components)), S.field)
    assert caught.value.statement in str(caught.value)
    assert "eigensystem(" in caught.value.reproducer


@each_field
@pytest.mark.parametrize(("i", "j"), [(0, 0), (0, 8), (4, 3), (8, 8)])
def test_result_of_another_matrix_is_caught(name: str, i: int, j: int) -> None:
    """A result does not pass for a matrix that differs in one entry."""
    S = honest(name)
    c, B = integral_matrix(S.given, S.field)
    rows = B.to_list()
    rows[i][j] += B.domain.one
    with pytest.raises(CertificationError):
        certify(type(B)(rows, B.shape, B.domain).to_dense(), c, S.components, S.field)


@each_field
def test_wrong_denominator_is_caught(name: str) -> None:
    """A result does not pass for a multiple of the matrix."""
    S = honest(name)
    c, B = integral_matrix(S.given, S.field)
    with pytest.raises(CertificationError):
        certify(B, c * 2, S.components, S.field)


def test_chain_equations_are_counted() -> None:
    """The certificate says how much was multiplied out and how irreducibility was proved."""
    certificate = honest("rationals").certificate
    assert certificate.dimension == 9
    assert certificate.chain_equations == 7
    assert certificate.irreducible == ("degree 1", "degree 1", "degree 1", "degrees modulo primes")


def test_reproducer_reproduces() -> None:
    """The code in the message is the matrix that was given."""
    S = eigensystem([["1/2", 1], [0, 2]])
    c, B = integral_matrix(S.given, S.field)
    with pytest.raises(CertificationError) as caught:
        certify(B, c, (), S.field)
    assert "['1/2', '1'], ['0', '2']" in caught.value.reproducer
