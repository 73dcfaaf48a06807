"""Laws: for each one a computation that obeys it, and one that breaks it and, where that is possible, no other.

The numbers are made by hand in units of ε = 2⁻⁵², so that what was found lies just inside or just outside of a bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import isclose, sqrt
from typing import Any

import numpy as np
import pytest
from flint import fmpq

from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision
from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.formats import format_of
from symeig.numeric.judging import judge, judge_result
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.laws import HYGIENE, LAWS, law_named
from symeig.numeric.laws.invariants import characteristic
from symeig.numeric.laws.law import best
from symeig.numeric.laws.pairs import is_positive_definite
from symeig.numeric.outcomes import Malformed, Outcome, Raised, Returned
from symeig.numeric.probes import judge_probe, probes
from symeig.numeric.problems import Problem
from symeig.numeric.spectra import Block

EPS = 2.0**-52
of = DyadicMatrix.of
identity = np.eye


def diagonal(*numbers: int, scale: int = 0) -> KnownMatrix:
    """Summands of size 1."""
    return KnownMatrix("test", tuple(Summand.planted_from([Block(x)]) for x in numbers), scale=scale)


def jordan(*blocks: tuple[int, int]) -> KnownMatrix:
    """Jordan blocks (λ, size), each a summand."""
    return KnownMatrix("test", tuple(Summand.planted_from([Block(x, size=k)]) for x, k in blocks))


def decided(
    A: KnownMatrix | DyadicMatrix, values: Any, vectors: Any = None, left_vectors: Any = None, **promises: Any
) -> list[Decision]:
    """All decisions about a computation in double precision; of a `DyadicMatrix` nothing else is known."""
    known = A if isinstance(A, KnownMatrix) else None
    arrays = [None if x is None else np.array(x) * 1.0 for x in (values, vectors, left_vectors)]
    computation = Computation.of(
        A.matrix if isinstance(A, KnownMatrix) else A,
        *arrays,
        working=format_of("float64"),
        contract=Contract(**promises),
        known=known,
    )
    laws = [law for law in LAWS if law.promised(computation.contract) and law.applies(computation)]
    return [d for law in laws for d in law.decide(computation)]


def broken(*arguments: Any, **promises: Any) -> tuple[str, ...]:
    """The names of the laws that do not hold."""
    return tuple(dict.fromkeys(d.law for d in decided(*arguments, **promises) if not d.holds))


def worst(law: str, decisions: Sequence[Decision]) -> float:
    """The largest ratio."""
    return max(d.ratio for d in decisions if d.law == law)


# --- a table of all laws ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A law with a computation that keeps all laws and one that breaks some.

    Attributes:
        law: The one that it is about.
        A: The matrix.
        promises: The contract.
        good: What may come back: values, vectors, left vectors.
        bad: What may not.
        others: The laws that cannot but break with it.
    """

    law: str
    A: KnownMatrix | DyadicMatrix
    promises: dict[str, Any]
    good: tuple[Any, ...]
    bad: tuple[Any, ...]
    others: tuple[str, ...] = field(default=())


EIG = {"kind": "eig"}
EIGVALS = {"kind": "eigvals"}
EIGH = {"kind": "eigh"}
EIGVALSH = {"kind": "eigvalsh"}

# For the 2×2 identity ‖A‖ = √2 and δ = 128√2·ε ≈ 181ε; for diag(1, 1, 1) it is 192√3·ε ≈ 332.6ε.
DELTA_2 = 128 * sqrt(2) * EPS
DELTA_3 = 192 * sqrt(3) * EPS

# Two sets of numbers with the same sums of powers up to the fourth.
PROUHET = (0, 4, 8, 16, 17), (1, 2, 10, 14, 18)
BOTH = (*PROUHET[0], *PROUHET[1], 1, 1, 1)
SECOND_TWICE = (*PROUHET[1], *PROUHET[1], 1, 1, 1)

TOWERS = jordan((4, 2), (5, 2))
TOWERS_DELTA = 64 * 4 * EPS * sqrt(2 * 16 + 2 * 25 + 2)

CASES = [
    Case(
        "nonzero-vectors",
        diagonal(1, 2),
        EIG,
        ([1, 2], identity(2)),
        ([1, 2], [[1, 0], [0, 0]]),
    ),
    Case(
        # Each value is off by 0.9δ, and both in the same direction.
        "trace",
        diagonal(1, 1).matrix,
        EIGVALS,
        ([1 + 120 * EPS, 1 + 120 * EPS],),
        ([1 + 164 * EPS, 1 + 164 * EPS],),
    ),
    Case(
        "residual",
        diagonal(1, 2),
        EIG,
        ([1, 2], [[1, 0], [2**-44, 1]]),
        ([1, 2], [[1, 0], [2**-43, 1]]),
    ),
    Case(
        "left-residual",
        diagonal(1, 2),
        {"kind": "eig", "left": True},
        ([1, 2], identity(2), [[1, 0], [2**-44, 1]]),
        ([1, 2], identity(2), [[1, 0], [2**-43, 1]]),
    ),
    Case(
        # Off by 1.005δ: just outside of the pseudospectrum and inside of the disc.
        "membership",
        diagonal(1, -1),
        EIGVALS,
        ([1 + 180 * EPS, -1 - 160 * EPS],),
        ([1 + 182 * EPS, -1 - 160 * EPS],),
    ),
    Case(
        # Each by 0.8δ, in opposite directions: too much for the sum of squares.
        "hermitian-values",
        diagonal(1, 1),
        EIGVALSH,
        ([1 - 120 * EPS, 1 + 120 * EPS],),
        ([1 - 145 * EPS, 1 + 145 * EPS],),
    ),
    Case(
        "orthonormality",
        diagonal(1, 1),
        EIGH,
        ([1, 1], [[1, 5792 * EPS], [0, 1]]),
        ([1, 1], [[1, 5793 * EPS], [0, 1]]),
    ),
    Case(
        "order",
        diagonal(1, 2),
        {"kind": "eigvalsh", "order": "ascending"},
        ([1, 2],),
        ([2, 1],),
    ),
    Case(
        "unit-vectors",
        diagonal(1, 2),
        {"kind": "eig", "unit": True},
        ([1, 2], np.diag([1, 1 + 127 * EPS])),
        ([1, 2], np.diag([1, 1 + 129 * EPS])),
    ),
    Case(
        # 1 twice, off by 0.75δ, and none near 1 + 2.6δ: the sum is off by 1.1δ < √3·δ.
        "multiplicities",
        diagonal(2**52, 2**52 + 864, -(2**52), scale=-52),
        EIGVALS,
        ([1 + 250 * EPS, 1 + 864 * EPS, -1],),
        ([1 + 250 * EPS, 1 + 250 * EPS, -1],),
    ),
    Case(
        # The same at 0, where counting sees it as well; ‖A‖ is 1, and δ is 192ε.
        "rank",
        diagonal(500, 0, 2**52, scale=-52),
        EIGVALS,
        ([500 * EPS, 150 * EPS, 1],),
        ([150 * EPS, 150 * EPS, 1],),
        ("multiplicities",),
    ),
    Case(
        # The means of two defective pairs move in opposite directions, far less than their members may.
        "cluster-means",
        TOWERS,
        EIGVALS,
        ([4 + TOWERS_DELTA / 2] * 2 + [5 - TOWERS_DELTA / 2] * 2,),
        ([4 + TOWERS_DELTA] * 2 + [5 - TOWERS_DELTA] * 2,),
    ),
    Case(
        "product",
        diagonal(*BOTH).matrix,
        EIGVALS,
        (BOTH,),
        (SECOND_TWICE,),
    ),
    Case(
        # Three eigenvalues with the right sum and product.
        "coefficients",
        diagonal(-1, 0, 1).matrix,
        EIGVALS,
        ([-1, 0, 1],),
        ([0, 0, 0],),
    ),
    Case(
        "power-sums",
        diagonal(1, -1, *[0] * 39).matrix,
        EIGVALS,
        ([1, -1] + [0] * 39,),
        ([0] * 41,),
    ),
    Case(
        "independence",
        diagonal(1, 1),
        {"kind": "eig", "basis": True},
        ([1, 1], [[1, 1], [0, 2**-40]]),
        ([1, 1], [[1, 1], [0, 2**-46]]),
    ),
]
each_case = pytest.mark.parametrize("case", CASES, ids=[case.law for case in CASES])


@each_case
def test_law_is_kept(case: Case) -> None:
    """So are all others, and the law is decided."""
    decisions = decided(case.A, *case.good, **case.promises)
    assert [d for d in decisions if not d.holds] == []
    assert case.law in {d.law for d in decisions}


@each_case
def test_law_is_broken(case: Case) -> None:
    """No other one is, where that is possible."""
    assert set(broken(case.A, *case.bad, **case.promises)) == {case.law, *case.others}


def test_table_has_all_laws() -> None:
    """In their order."""
    assert [case.law for case in CASES] == [law.name for law in LAWS]


# --- hygiene ----------------------------------------------------------------------------------------------------------

ONE = Problem("test", (diagonal(2),), "float64")
BAD_OUTCOMES: dict[str, Outcome] = {
    "completes": Raised("ValueError", "no"),
    "shape": Malformed("nothing came back"),
    "dtype": Returned(np.array([2], "float32")),
    "input-unchanged": Returned(np.array([2.0]), changed=True),
    "finite": Returned(np.array([np.nan])),
}
BAD_ANSWERS: dict[str, Outcome] = {
    "non-finite-input": Returned(np.array([1.0])),
    "empty-input": Returned(np.array([1.0])),
    "square-input": Returned(np.array([1.0, 1.0])),
}


@pytest.mark.parametrize("law", BAD_OUTCOMES)
def test_law_of_hygiene_is_broken_alone(law: str) -> None:
    """And kept by the right answer."""
    assert judge(ONE, BAD_OUTCOMES[law], Contract("eigvals")).laws == (law,)
    right = judge(ONE, Returned(np.array([2.0])), Contract("eigvals"))
    assert right.laws == ()
    assert law in {d.law for d in right.decisions}


@pytest.mark.parametrize("law", BAD_ANSWERS)
def test_law_about_other_inputs_is_broken(law: str) -> None:
    """By the first probe of its kind."""
    contract = Contract("eigvals")
    probe = next(p for p in probes(contract, "float64") if p.law == law)
    decision = judge_probe(probe, BAD_ANSWERS[law], contract)
    assert decision is not None
    assert not decision.holds


def test_table_of_hygiene_has_all_laws() -> None:
    """In their order."""
    assert [*BAD_OUTCOMES, *BAD_ANSWERS] == [law.name for law in HYGIENE]


def test_laws_are_found_by_their_names() -> None:
    """Each has a statement and a meaning."""
    for law in (*HYGIENE, *LAWS):
        assert law_named(law.name) is law
        assert law.statement
        assert law.meaning.endswith(".")
    with pytest.raises(KeyError):
        law_named("nonsense")


@pytest.mark.parametrize(
    ("kind", "laws"),
    [
        ("eigvals", "trace membership multiplicities rank cluster-means product coefficients"),
        ("eig", "nonzero-vectors trace residual multiplicities rank cluster-means product coefficients"),
        ("eigvalsh", "trace membership hermitian-values product coefficients"),
        ("eigh", "nonzero-vectors trace residual hermitian-values orthonormality product coefficients"),
    ],
)
def test_kind_says_which_laws_are_decided(kind: str, laws: str) -> None:
    """By default, for a small known matrix."""
    vectors = [identity(3)] if kind in {"eig", "eigh"} else []
    found = {d.law for d in decided(diagonal(0, 1, 2), [0, 1, 2], *vectors, kind=kind)}
    assert found == set(laws.split())


@pytest.mark.parametrize(
    ("n", "laws"),
    [
        (1, {"trace", "membership", "multiplicities", "cluster-means"}),
        (2, {"trace", "membership", "multiplicities", "cluster-means", "product"}),
        (3, {"trace", "membership", "multiplicities", "cluster-means", "product", "coefficients"}),
    ],
)
def test_laws_that_say_the_same_are_not_decided_twice(n: int, laws: set[str]) -> None:
    """The product of one number, and the coefficients of two."""
    assert {d.law for d in decided(diagonal(*range(1, n + 1)), range(1, n + 1), **EIGVALS)} == laws


def test_laws_that_need_one_backward_error_say_so() -> None:
    """Those of all eigenvalues together, but for the trace, whose bound is wide enough for any."""
    joint = {"multiplicities", "rank", "cluster-means", "product", "coefficients", "power-sums"}
    assert {law.name for law in LAWS if law.joint} == joint
    assert not any(law.joint for law in HYGIENE)


@pytest.mark.parametrize(
    ("law", "keeps", "does_not"),
    [
        ("independence", {"kind": "eig", "basis": True}, [{"kind": "eig"}, {"kind": "eigvals", "basis": True}]),
        ("unit-vectors", {"kind": "eig", "unit": True}, [{"kind": "eig"}, {"kind": "eigvals", "unit": True}]),
        ("left-residual", {"kind": "eig", "left": True}, [{"kind": "eig"}]),
        ("order", {"kind": "eigh", "order": "descending"}, [{"kind": "eigh"}]),
        ("orthonormality", EIGH, [EIG, EIGVALSH]),
        ("membership", EIGVALSH, [EIG, EIGH]),
        ("trace", EIG, [{"kind": "exact"}]),
    ],
)
def test_law_is_decided_where_it_is_promised(law: str, keeps: Any, does_not: list[Any]) -> None:
    """No one is held to what nobody promised."""
    assert law_named(law).promised(Contract(**keeps))
    assert not any(law_named(law).promised(Contract(**promises)) for promises in does_not)


def test_large_matrices_have_fewer_laws() -> None:
    """Without what is known of them: the trace and sums of powers, and the product up to a size."""
    for n, laws in ((12, {"trace", "membership", "product", "coefficients"}), (13, {"trace", "product", "power-sums"})):
        assert {d.law for d in decided(DyadicMatrix.identity(n), [1] * n, **EIGVALS)} == laws
    assert {d.law for d in decided(DyadicMatrix.identity(41), [1] * 41, **EIGVALS)} == {"trace", "power-sums"}


def test_no_law_but_that_of_vectors_is_about_nothing() -> None:
    """0×0."""
    for kind in ("eig", "eigh", "eigvals", "eigvalsh"):
        vectors = [np.zeros((0, 0))] if kind in {"eig", "eigh"} else []
        assert broken(diagonal(), [], *vectors, kind=kind) == ()


# --- bounds -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "A", "values", "vectors", "promises", "ratio"),
    [
        ("trace", diagonal(1), [1 + 32 * EPS], None, EIGVALS, 0.5),
        ("trace", diagonal(1, 1), [1, 1 + 128 * EPS], None, EIGVALS, 0.5),
        ("trace", diagonal(1, 1), [1, 1 + 128 * EPS], None, {"kind": "eigvals", "tolerance": 16}, 2.0),
        ("residual", diagonal(1), [1 + 32 * EPS], [[7]], EIG, 0.5),
        ("residual", diagonal(3, 4), [3, 4], [[1, 0], [64 * EPS, 1]], EIG, 0.1),
        ("membership", diagonal(3, 4), [3, 4 + 64 * EPS], None, EIGVALS, 0.1),
        ("hermitian-values", diagonal(3, 4), [3, 4 + 64 * EPS], None, EIGVALSH, 0.1),
        ("hermitian-values", diagonal(3, 4), [3 + 48 * EPS, 4 + 64 * EPS], None, EIGVALSH, 0.125),
        ("orthonormality", diagonal(1, 1), [1, 1], [[1, 1024 * EPS], [0, 1]], EIGH, sqrt(2) / 8),
        ("unit-vectors", diagonal(1), [1], [[1 + 16 * EPS]], {"kind": "eig", "unit": True}, 0.25),
        ("product", diagonal(1, 1), [1, 1 + 64 * EPS], None, EIGVALS, 64 * EPS / (2 * DELTA_2)),
        ("coefficients", diagonal(1, 1, 1), [1, 1, 1 + 64 * EPS], None, EIGVALS, 128 * EPS / (6 * DELTA_3)),
        ("cluster-means", diagonal(1), [1 + 32 * EPS], None, EIGVALS, 0.45),
    ],
)
def test_ratio_is_what_was_found_over_the_bound(
    law: str, A: KnownMatrix, values: Any, vectors: Any, promises: dict[str, Any], ratio: float
) -> None:
    """As computed by hand."""
    tolerance = 0.12 if law == "cluster-means" else 1e-6
    assert isclose(worst(law, decided(A, values, vectors, **promises)), ratio, rel_tol=tolerance)


def test_ratio_of_power_sums_is_that_by_hand() -> None:
    """Σμ² − tr A² = 2x for the identity with one value off by x; the bound is n((√n + δ)² − n)."""
    n, x = 13, 2.0**-20
    delta = 64 * n * EPS * sqrt(n)
    decisions = decided(DyadicMatrix.identity(n), [1] * (n - 1) + [1 + x], **EIGVALS)
    first = next(d for d in decisions if d.law == "power-sums")
    assert isclose(first.ratio, (2 * x + x**2) / (n * (2 * sqrt(n) * delta)), rel_tol=1e-6)


def test_complex_values_are_compared_as_complex_numbers() -> None:
    """[[0, −1], [1, 0]] has ±i; twice i, or the real parts, are wrong, and the order does not matter."""
    A = KnownMatrix("test", (Summand.solved([[0, -1], [1, 0]]),))
    assert broken(A, [1j, -1j], **EIGVALS) == broken(A, [-1j, 1j], **EIGVALS) == ()
    assert {"trace", "multiplicities"} <= set(broken(A, [1j, 1j], **EIGVALS))
    assert {"membership", "multiplicities"} <= set(broken(A, [0, 0], **EIGVALS))
    assert "membership" in broken(A, [1, -1], **EIGVALS)


def test_complex_values_of_larger_matrices_are_members() -> None:
    """3×3, where the value is not real and the matrix is."""
    A = KnownMatrix("test", (Summand.solved([[0, -1, 0], [1, 0, 0], [0, 0, 1]]),))
    assert broken(A, [1j, -1j, 1], **EIGVALS) == ()
    assert "membership" in broken(A, [1j, -1.1j, 1], **EIGVALS)


def test_means_are_compared_in_both_directions() -> None:
    """An imaginary shift is as wrong as a real one."""
    shift = TOWERS_DELTA * 1j
    assert broken(TOWERS, [4 + shift / 2] * 2 + [5 - shift / 2] * 2, **EIGVALS) == ()
    assert broken(TOWERS, [4 + shift] * 2 + [5 - shift] * 2, **EIGVALS) == ("cluster-means",)


def test_sums_of_powers_of_complex_matrices_are_complex() -> None:
    """(1 + 2i)ᵏ thirteen times; not those of 1 − 2i."""
    A = of([[(1, 2) if i == j else 0 for j in range(13)] for i in range(13)])
    assert broken(A, [1 + 2j] * 13, **EIGVALS) == ()
    assert "power-sums" in broken(A, [1 - 2j] * 13, **EIGVALS)


def test_complex_matrices_have_their_own_eigenvalues() -> None:
    """Those of [[i, 1], [0, 2]], and not their conjugates."""
    A = KnownMatrix("test", (Summand.solved([[(0, 1), 1], [0, 2]]),))
    vectors = [[1, 1], [0, 2 - 1j]]
    assert broken(A, [1j, 2], vectors, **EIG) == ()
    assert "residual" in broken(A, [1j, 2], np.conj(vectors), **EIG)
    assert {"residual", "trace", "multiplicities"} <= set(broken(A, [-1j, 2], vectors, **EIG))
    left = [[2 + 1j, 0], [-1, 1]]
    assert broken(A, [1j, 2], vectors, left, kind="eig", left=True) == ()
    assert broken(A, [1j, 2], vectors, np.conj(left), kind="eig", left=True) == ("left-residual",)


def test_vector_in_the_place_of_another_breaks_the_residual() -> None:
    """Columns belong to their values."""
    assert broken(diagonal(1, 2), [1, 2], [[0, 1], [1, 0]], **EIG) == ("residual",)
    assert broken(diagonal(1, 2), [2, 1], [[0, 1], [1, 0]], **EIG) == ()


def test_zero_vectors_break_their_own_law_alone() -> None:
    """Left ones too; the residual of 0 is 0 and says nothing."""
    right, left = [[1, 0], [0, 0]], [[0, 0], [0, 1]]
    decisions = decided(diagonal(1, 2), [1, 2], right, left, kind="eig", left=True)
    assert [(d.law, d.place) for d in decisions if not d.holds] == [
        ("nonzero-vectors", "vector 2"),
        ("nonzero-vectors", "left vector 1"),
    ]


@pytest.mark.parametrize(("order", "values"), [("ascending", [1, 1, 2]), ("descending", [2, 1, 1])])
def test_order_is_decided_without_tolerance(order: str, values: list[float]) -> None:
    """Equal values are in order, in both directions."""
    promises = {"kind": "eigvalsh", "order": order}
    assert broken(diagonal(1, 1, 2), values, **promises) == ()
    assert broken(diagonal(1, 1, 2), values[::-1], **promises) == ("order",)


def test_order_is_broken_by_the_last_digit() -> None:
    """1 + ε before 1."""
    promises = {"kind": "eigvalsh", "order": "ascending"}
    assert broken(diagonal(1, 1, 2), [1 + EPS, 1, 2], **promises) == ("order",)


def test_places_and_texts_are_in_the_unit_of_the_matrix() -> None:
    """Eigenvalues are counted from 1, numbers are those of the matrix itself."""
    A = diagonal(3, 5, scale=40)
    decisions = decided(A, [3 * 2.0**40, 6 * 2.0**40], **EIGVALS)
    texts = {d.law: d.text for d in decisions if not d.holds}
    assert texts["trace"] == "Σμ = 9.89560465e+12, and tr A = 8.79609302e+12"
    assert texts["product"] == "Πμ = 2.17606648e+25, and det A = 1.81338873e+25"
    places = {d.law: d.place for d in decisions if not d.holds}
    assert places["membership"] == "eigenvalue 2"
    assert places["multiplicities"] == "the disc around 5.49756e+12 of radius 1.85e-01"
    assert texts["multiplicities"] == "0 came back inside, and 1 must"
    complex_one = KnownMatrix("test", (Summand.solved([[(1, -2)]]),), scale=3)
    place = next(d.place for d in decided(complex_one, [8 - 16j], **EIGVALS) if d.law == "multiplicities")
    assert place.startswith("the disc around 8-16i of radius ")
    ordered = decided(diagonal(1, 2, 3), [1, 3, 2], kind="eigvalsh", order="ascending")
    assert [d.place for d in ordered if d.law == "order" and not d.holds] == ["eigenvalues 2 and 3"]
    rank = decided(diagonal(0, 3, scale=40), [2.0**40, 3 * 2.0**40], **EIGVALS)
    text = next(d.text for d in rank if d.law == "rank")
    assert text == "2 eigenvalues lie outside the disc of radius 9.52e-02 around 0, and rank Aⁿ = 1"


def test_hermitian_values_are_shown_in_the_unit_of_the_matrix() -> None:
    """4 in the place of 3."""
    decisions = decided(diagonal(1, 2, 3), [1, 2, 4], **EIGVALSH)
    found = [(d.place, d.text) for d in decisions if d.law == "hermitian-values" and not d.holds]
    assert found[0] == ("eigenvalue 3 of 3", "4 came back, and the exact one is 3")


# --- coordinates ------------------------------------------------------------------------------------------------------

# [[0, 2⁴⁰], [1, 0]] has ±2²⁰. Balanced, ‖A‖ is 2²⁰√2; as it stands, 2⁴⁰.
BADLY_SCALED = KnownMatrix("test", (Summand.solved([[0, 1 << 40], [1, 0]]),))


@pytest.mark.parametrize(("off", "laws"), [(2.0**-8, ()), (2.0**-3, ("membership", "multiplicities", "product"))])
def test_error_of_a_routine_that_does_not_balance_is_allowed(off: float, laws: tuple[str, ...]) -> None:
    """±2²⁰(1 + x) belong to [[0, 2⁴⁰], [(1 + x)², 0]], and δ is 2⁻⁵."""
    values = [2.0**20 * (1 + off), -(2.0**20) * (1 + off)]
    assert broken(BADLY_SCALED, values, **EIGVALS) == laws
    assert broken(BADLY_SCALED, values, kind="eigvals", balancing=False) == laws


# [[3, 2⁻⁶⁰], [2⁻²⁰, 5]]: for D = diag(1, 2²⁰) both entries off the diagonal are 2⁻⁴⁰.
COUPLED = KnownMatrix("test", (Summand.solved(of([[3 << 60, 1], [1 << 40, 5 << 60]])),), scale=-60)


def test_error_of_a_routine_that_balances_is_allowed() -> None:
    """A v − 3v = (0, 2⁻²³) for v = (1, 2⁻²⁴ − 2⁻²¹), 2⁻⁴³ after scaling; δ is 2⁻⁴² in either coordinates."""
    v = [[1, 2**-61], [2**-24 - 2**-21, 1]]
    decisions = decided(COUPLED, [3, 5], v, **EIG)
    assert [d for d in decisions if not d.holds] == []
    assert next(d for d in decisions if d.law == "residual").coordinates == "D = diag(2^0, 2^20)"
    assert broken(COUPLED, [3, 5], v, kind="eig", balancing=False) == ("residual",)


def test_left_vectors_are_scaled_the_other_way() -> None:
    """w and Dw, where right vectors are v and D⁻¹v: Aᵀw − 5w = (2⁻²⁴, 0) is allowed, Aᵀw − 3w = (0, 2⁻²³) is not."""
    right = [[1, 2**-61], [-(2**-21), 1]]
    allowed = [[1, 2**-21 - 2**-25], [-(2**-61), 1]]
    assert broken(COUPLED, [3, 5], right, allowed, kind="eig", left=True) == ()
    assert broken(COUPLED, [3, 5], right, allowed, kind="eig", left=True, balancing=False) == ("left-residual",)
    wrong = [[1, 2**-21], [2**-24, 1]]
    assert broken(COUPLED, [3, 5], right, wrong, kind="eig", left=True) == ("left-residual",)


def test_best_coordinates_are_taken_for_all_places_together() -> None:
    """The ones in which the worst decision is best; easy ones end the search."""
    promises = Contract("eigvals")
    A = BADLY_SCALED
    computation = Computation.of(A.matrix, np.zeros(2), working=format_of("float64"), contract=promises, known=A)
    first, second = computation.coordinates
    asked = []

    def decide(ratios: dict[Any, tuple[float, ...]]) -> Any:
        def decisions(coordinates: Any) -> list[Decision]:
            asked.append(coordinates)
            return [Decision("x", Fraction(r), Fraction(1)) for r in ratios[coordinates]]

        return decisions

    def found(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[list[float], int]:
        asked.clear()
        result = best(computation, decide({first: one, second: other}))
        return [d.ratio for d in result], len(asked)

    assert found((0.5, 9.0), (2.0, 2.0)) == ([2.0, 2.0], 2)
    assert found((0.5, 2.0), (0.0, 9.0)) == ([0.5, 2.0], 2)
    assert found((1 / 32, 0.0), (0.0, 0.0)) == ([1 / 32, 0.0], 1)
    assert found((), (5.0,)) == ([], 1)
    assert found((1 / 16,), (0.0,)) == ([1 / 16], 1)
    assert found((1 / 8,), (0.0,)) == ([0.0], 2)
    for other, words in ((2.0, second.words), (9.0, first.words)):
        chosen = best(computation, decide({first: (9.0,), second: (other,)}))
        assert [d.coordinates for d in chosen] == [words]


# --- independence -----------------------------------------------------------------------------------------------------


def test_independence_is_asked_where_there_is_a_basis() -> None:
    """Not of defective matrices."""
    A = jordan((3, 2))
    assert broken(A, [3, 3], [[1, 1], [0, 0]], kind="eig", basis=True) == ()


def test_lengths_of_vectors_do_not_matter_for_independence() -> None:
    """A short one is not dependent."""
    V = [[1, 0], [0, 2**-300]]
    assert broken(diagonal(1, 1), [1, 1], V, kind="eig", basis=True) == ()
    V = [[2.0**300, 1], [0, 2**-46]]
    assert broken(diagonal(1, 1), [1, 1], V, kind="eig", basis=True) == ("independence",)


def test_exact_eigenvectors_are_independent() -> None:
    """(1, 0) and (1, 2⁻⁵⁰) are those of [[0, 1], [0, 2⁻⁵⁰]], and cannot be better."""
    A = KnownMatrix("test", (Summand.solved([[0, 1 << 50], [0, 1]]),), scale=-50)
    assert broken(A, [0, 2**-50], [[1, 1], [0, 2**-50]], kind="eig", basis=True) == ()


# --- what laws are made of --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("A", "expected"),
    [
        (of([]), [(1, 0)]),
        (of([[5]]), [(1, 0), (5, 0)]),
        (of([[1, 2], [3, 4]]), [(1, 0), (5, 0), (-2, 0)]),
        (of([[1, 2], [3, 4]], -1), [(1, 0), (fmpq(5, 2), 0), (fmpq(-1, 2), 0)]),
        (of([[(0, 1), 2], [3, 4]]), [(1, 0), (4, 1), (-6, 4)]),
        (of([[(0, 1), 2], [3, 4]], 3), [(1, 0), (32, 8), (-384, 256)]),
        (of([[(1, 1), 0, 0], [0, 2, 0], [0, 0, (0, -1)]]), [(1, 0), (3, 0), (3, -1), (2, -2)]),
    ],
)
def test_characteristic_coefficients_are_those_by_hand(A: DyadicMatrix, expected: list) -> None:
    """Symmetric functions of the eigenvalues, real or complex."""
    assert characteristic(A) == expected


@pytest.mark.parametrize(
    ("H", "shift", "expected"),
    [
        (of([]), 5, True),
        (of([[1]]), 0, True),
        (of([[1]]), 1, False),
        (of([[0]]), 0, False),
        (of([[0]]), fmpq(-1, 10**9), True),
        (of([[2, 1], [1, 2]]), fmpq(999, 1000), True),
        (of([[2, 1], [1, 2]]), 1, False),
        (of([[2, 1], [1, 2]], -10), fmpq(1, 1025), True),
        (of([[2, 1], [1, 2]], -10), fmpq(1, 1024), False),
        (of([[1, 2], [2, 1]]), 0, False),
        (of([[-1, 0], [0, -1]]), 0, False),
        (of([[1, (0, 1)], [(0, -1), 1]]), 0, False),
        (of([[1, (0, 1)], [(0, -1), 2]]), 0, True),
        (of([[1, (0, 1)], [(0, -1), 2]]), fmpq(1, 2), False),
    ],
)
def test_positive_definite_matrices_are_told_apart(H: DyadicMatrix, shift: Any, expected: bool) -> None:
    """Semidefinite ones are none."""
    assert is_positive_definite(H, fmpq(shift)) is expected


def test_products_beyond_the_range_of_floats_are_written() -> None:
    """The determinant of a matrix of large entries is a number with digits, not infinity."""
    found = judge_result(np.array([[0, -1], [1, 0]]) * 2.0**1000, [0.0, 0.0])
    (decision,) = (decision for decision in found.decisions if decision.law == "product")
    assert decision.text == "Πμ = 0, and det A = 1.14813070e+602"
