"""The laws of exact results: the engine obeys them, and what is wrong breaks them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from symeig import Eigensystem, eigensystem
from symeig.numeric import verify


def shifted(A: Any, **options: Any) -> Eigensystem:
    """That of A + I."""
    return eigensystem(A + np.eye(len(A)), **options)


def chains_forgotten(A: Any, **options: Any) -> Eigensystem:
    """Each Jordan block is taken apart into blocks of size 1."""
    S = eigensystem(A, **options)
    parts = tuple(replace(c, vectors=tuple((v,) for chain in c.vectors for v in chain)) for c in S.components)
    return replace(S, components=parts)


def eigenvectors_repeated(A: Any, **options: Any) -> Eigensystem:
    """All blocks of an eigenvalue have the chain of the first one."""
    S = eigensystem(A, **options)
    parts = tuple(replace(c, vectors=tuple(c.vectors[0][: len(chain)] for chain in c.vectors)) for c in S.components)
    return replace(S, components=parts)


def component_lost(A: Any, **options: Any) -> Eigensystem:
    """The last irreducible factor is left out where there are several."""
    S = eigensystem(A, **options)
    return replace(S, components=S.components[:-1] or S.components)


FAULTS: list[tuple[Callable[..., Eigensystem], str]] = [
    (shifted, "exact-spectrum"),
    (shifted, "exact-charpoly"),
    (shifted, "exact-rank"),
    (chains_forgotten, "exact-chains"),
    (chains_forgotten, "exact-spectrum"),
    (chains_forgotten, "exact-rank"),
    (eigenvectors_repeated, "exact-chains"),
]


def test_the_engine_obeys() -> None:
    """The exact engine itself breaks none of the laws, over the integers and the Gaussian integers."""
    report = verify("symeig:eigensystem", examples=40, isolated=False)
    assert report.laws == ()
    assert {h.law for h in report.headroom} >= {"exact-spectrum", "exact-chains", "exact-charpoly", "exact-rank"}


@pytest.mark.parametrize(("fault", "law"), FAULTS, ids=lambda x: getattr(x, "__name__", x))
def test_faults_are_found(fault: Callable[..., Eigensystem], law: str) -> None:
    """A wrong result breaks the law, and the matrix that shows it is small."""
    report = verify(fault, "exact", dtype="float64", examples=30)
    assert law in report.laws
    finding = next(f for f in report.findings if f.law == law)
    assert finding.portraits[0].size <= 2


def test_a_lost_component_does_not_complete() -> None:
    """Fewer chain vectors than rows are no basis: the finding is that of an exception or of the basis."""
    assert verify(component_lost, "exact", dtype="float64", examples=30).laws


def test_the_rank_is_not_the_number_of_non_zero_eigenvalues() -> None:
    """[[0, 1], [0, 0]] has rank 1 and no non-zero eigenvalue: the law has its condition."""
    S = eigensystem([[0, 1], [0, 0]])
    assert (S.rank, sum(s.algebraic_multiplicity for s in S.eigenspaces if s.eigenvalue.expr != 0)) == (1, 0)
