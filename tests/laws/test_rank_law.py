"""Rank and eigenvalues: the law, and the condition under which the shorter one of the lessons holds.

The rank of A is n minus the geometric multiplicity of 0. The number of eigenvalues that are not 0, with multiplicity,
is n minus the algebraic one: it never exceeds the rank, and equals it if and only if A and A² have the same rank, that
is if 0 is not a defective eigenvalue.
"""

from __future__ import annotations

from hypothesis import example, given

from symeig import eigensystem
from tests.laws.arithmetic import matmul, rank
from tests.strategies import Planted, planted, rational_matrices

ZERO = (0, 1)


@given(rational_matrices())
def test_rank(matrix: Planted) -> None:
    """rank A = n − (geometric multiplicity of 0), by elimination and by the planted blocks."""
    S = eigensystem(matrix.rows)
    assert S.rank == rank(matrix.rows) == S.dimension - len(matrix.structure.get(ZERO, ()))


@given(planted())
@example(Planted([[0, 1], [0, 0]], {ZERO: (2,)}))
@example(Planted([[0, 0], [0, 0]], {ZERO: (1, 1)}))
def test_number_of_nonzero_eigenvalues(matrix: Planted) -> None:
    """It is at most the rank, and equals it if and only if rank A² = rank A."""
    S = eigensystem(matrix.rows)
    nonzero = sum(s.algebraic_multiplicity for s in S.eigenspaces if s.eigenvalue.expr != 0)
    assert nonzero == S.dimension - sum(matrix.structure.get(ZERO, ()))
    assert nonzero <= S.rank
    assert (nonzero == S.rank) == (rank(matmul(matrix.rows, matrix.rows)) == rank(matrix.rows))
    assert (nonzero == S.rank) == all(k == 1 for k in matrix.structure.get(ZERO, ()))


def test_counterexample() -> None:
    """[[0, 1], [0, 0]] has rank 1 and no eigenvalue but 0."""
    S = eigensystem([[0, 1], [0, 0]])
    assert S.rank == 1
    assert [x.expr for x in S.eigenvalues] == [0]
