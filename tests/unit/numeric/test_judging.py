"""Judgements: hygiene first, then the laws, matrix by matrix."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import satisfied
from symeig.numeric.judging import Judgement, computations, judge, judge_result
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.laws import LAWS
from symeig.numeric.outcomes import Crashed, Malformed, Outcome, Raised, Returned, TimedOut
from symeig.numeric.problems import Problem
from symeig.numeric.spectra import Block

ROTATION = KnownMatrix("test", (Summand.solved([[0, -1], [1, 0]]),))
SYMMETRIC = KnownMatrix("test", (Summand.solved([[2, 1], [1, 2]]),))
DEFECTIVE = KnownMatrix("test", (Summand.planted_from([Block(0, size=2)]),))
EMPTY = KnownMatrix("test", ())


def problem(*matrices: KnownMatrix, dtype: str = "float64", stacked: bool = False) -> Problem:
    """One matrix, or a stack."""
    return Problem("test", matrices, dtype, stacked=stacked or len(matrices) != 1)


def returned(values: Any, vectors: Any = None, *, dtype: Any = float, **other: Any) -> Returned:
    """Arrays that came back."""
    return Returned(np.array(values, dtype), None if vectors is None else np.array(vectors, dtype), **other)


ONES = returned([1, 3], [[1, 1], [-1, 1]])


# --- outcomes without numbers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "laws", "words"),
    [
        (Raised("ValueError", "no"), ("completes",), "it raised ValueError: no"),
        (Crashed("SIGSEGV"), ("completes",), "the process ended with SIGSEGV"),
        (TimedOut(5.0), ("completes",), "it had not returned after 5 s"),
        (Malformed("3 arrays came back"), ("shape",), "3 arrays came back"),
    ],
)
def test_what_has_no_numbers_breaks_a_law_of_hygiene(outcome: Outcome, laws: tuple[str, ...], words: str) -> None:
    """With what happened."""
    found = judge(problem(SYMMETRIC), outcome, Contract("eig"))
    assert found.laws == laws
    assert words in found.broken[0].text


def test_refused_input_is_no_finding() -> None:
    """It is said why."""
    found = judge(problem(SYMMETRIC), Raised("TypeError", "no float64", unsupported=True), Contract("eig"))
    assert found == Judgement(unsupported="TypeError: no float64")
    assert found.laws == ()


@pytest.mark.parametrize(
    ("empty", "laws"), [("empty", ("completes",)), ("raise", ()), ("either", ())], ids=["empty", "raise", "either"]
)
def test_empty_input_may_raise_where_that_is_promised(empty: Any, laws: tuple[str, ...]) -> None:
    """A matrix with entries may not."""
    contract = Contract("eigvals", empty=empty)
    error = Raised("LinAlgError", "empty")
    assert judge(problem(EMPTY), error, contract).laws == laws
    assert judge(problem(stacked=True), error, contract).laws == laws
    assert judge(problem(SYMMETRIC), error, contract).laws == ("completes",)


# --- hygiene ----------------------------------------------------------------------------------------------------------


def test_right_answer_keeps_all_laws() -> None:
    """Those of hygiene are decided as well."""
    found = judge(problem(SYMMETRIC), ONES, Contract("eig"))
    assert found.laws == ()
    assert {"completes", "input-unchanged", "shape", "dtype", "finite"} < {d.law for d in found.decisions}


def test_changed_input_is_noticed_where_it_must_be_kept() -> None:
    """Not where the contract allows it."""
    changed = replace(ONES, changed=True)
    assert judge(problem(SYMMETRIC), changed, Contract("eig")).laws == ("input-unchanged",)
    assert judge(problem(SYMMETRIC), changed, Contract("eig", preserves_input=False)).laws == ()


@pytest.mark.parametrize(
    ("outcome", "place"),
    [
        (returned([1, 3, 5], [[1, 1], [-1, 1]]), "values"),
        (returned([[1, 3]], [[1, 1], [-1, 1]]), "values"),
        (returned([1, 3], [1, 1]), "vectors"),
        (returned([1, 3]), "vectors"),
    ],
)
def test_wrong_shapes_end_the_judgement(outcome: Returned, place: str) -> None:
    """Nothing is computed with them."""
    found = judge(problem(SYMMETRIC), outcome, Contract("eig"))
    assert found.laws == ("shape",)
    assert [d.place for d in found.broken] == [place]
    assert "nonzero-vectors" not in {d.law for d in found.decisions}


def test_left_vectors_are_needed_where_they_are_promised() -> None:
    """Of the shape of the matrix."""
    contract = Contract("eig", left=True)
    assert judge(problem(SYMMETRIC), ONES, contract).laws == ("shape",)
    both = replace(ONES, left=ONES.vectors)
    assert judge(problem(SYMMETRIC), both, contract).laws == ()
    wrong = replace(ONES, left=np.array([[1.0, 1.0], [1.0, 1.0]]))
    assert judge(problem(SYMMETRIC), wrong, contract).laws == ("left-residual",)


@pytest.mark.parametrize(
    ("given", "back", "kind", "holds"),
    [
        ("float64", "float64", "eigvals", True),
        ("float64", "complex128", "eigvals", True),
        ("float64", "float32", "eigvals", False),
        ("float64", "complex64", "eigvals", False),
        ("float32", "float64", "eigvals", True),
        ("float32", "float16", "eigvals", False),
        ("int64", "float64", "eigvals", True),
        ("int64", "float32", "eigvals", True),
        ("int8", "float16", "eigvals", False),
        ("bool", "float64", "eigvals", True),
        ("float64", "int64", "eigvals", False),
        ("float64", "object", "eigvals", False),
        ("float64", "bool", "eigvals", False),
        ("float64", "complex128", "eigvalsh", False),
        ("complex128", "complex128", "eigvalsh", False),
        ("complex128", "float64", "eigvalsh", True),
        ("complex128", "float32", "eigvalsh", False),
    ],
)
def test_dtype_has_the_digits_of_the_input(given: str, back: str, kind: Any, holds: bool) -> None:
    """Real values of Hermitian matrices; for integers as many as single precision has."""
    one = KnownMatrix("test", (Summand.solved([[1]]),))
    found = judge(problem(one, dtype=given), Returned(np.array([1], back)), Contract(kind))
    assert found.laws == (() if holds else ("dtype",))


def test_vectors_may_be_complex_where_values_may_not() -> None:
    """Those of a Hermitian matrix."""
    outcome = Returned(np.array([1.0, 3.0]), np.array([[1j, 1], [-1j, 1]]) / np.sqrt(2))
    assert judge(problem(SYMMETRIC, dtype="complex128"), outcome, Contract("eigh")).laws == ()
    single = Returned(np.array([1.0, 3.0]), outcome.vectors.astype("complex64"))
    assert judge(problem(SYMMETRIC, dtype="complex128"), single, Contract("eigh")).laws == ("dtype",)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("where", ["values", "vectors", "left"])
def test_numbers_that_are_not_finite_are_noticed(bad: float, where: str) -> None:
    """Wherever they stand; then nothing is computed with them."""
    outcome = replace(ONES, left=ONES.vectors.copy(), vectors=ONES.vectors.copy(), values=ONES.values.copy())
    getattr(outcome, where).flat[-1] = bad
    found = judge(problem(SYMMETRIC), outcome, Contract("eig", left=True))
    assert found.laws == ("finite",)
    assert not {law.name for law in LAWS} & {d.law for d in found.decisions}


@pytest.mark.parametrize(("k", "laws"), [(1022, ("finite",)), (1023, ())])
def test_infinity_is_no_fault_where_the_norm_overflows(k: int, laws: tuple[str, ...]) -> None:
    """Beyond half of the largest number."""
    one = KnownMatrix("test", (Summand.solved([[1]]),), scale=k)
    found = judge(problem(one), returned([np.inf]), Contract("eigvals"))
    assert found.laws == laws


def test_digits_are_those_of_the_least_precise_array() -> None:
    """Vectors in single precision make the bounds those of single precision."""
    vectors = np.array([[1, 1], [-1, 1]], "float32")
    rough = Returned(np.array([1 + 1e-7, 3]), vectors)
    fine = Returned(np.array([1 + 1e-7, 3]), vectors.astype(float))
    assert judge(problem(SYMMETRIC, dtype="float32"), rough, Contract("eig")).laws == ()
    assert "residual" in judge(problem(SYMMETRIC, dtype="float32"), fine, Contract("eig")).laws


# --- stacks -----------------------------------------------------------------------------------------------------------


def test_stack_is_judged_matrix_by_matrix() -> None:
    """The place says which one."""
    values = [[1, 3], [1, 3], [1j, -1j]]
    contract = Contract("eigvals")
    stack = problem(SYMMETRIC, SYMMETRIC, ROTATION)
    assert judge(stack, returned(values, dtype=complex), contract).laws == ()
    values[1] = [3, 3]
    found = judge(stack, returned(values, dtype=complex), contract)
    assert "trace" in found.laws
    assert all(d.place.startswith("matrix 2 of 3") for d in found.broken)


def test_matrix_with_nan_does_not_hide_the_others() -> None:
    """Each is judged."""
    found = judge(problem(SYMMETRIC, SYMMETRIC), returned([[np.nan, 1], [3, 3]]), Contract("eigvals"))
    assert found.laws[:2] == ("finite", "trace")
    assert {d.place[:13] for d in found.broken if d.law == "finite"} == {"matrix 1 of 2"}


def test_folded_stack_is_judged_in_order() -> None:
    """Of shape (2, 1, n, n)."""
    folded = Problem("test", (SYMMETRIC, ROTATION), "float64", stacked=True, folded=True)
    right = returned([[[1, 3]], [[1j, -1j]]], dtype=complex)
    assert judge(folded, right, Contract("eigvals")).laws == ()
    assert judge(folded, replace(right, values=right.values[::-1]), Contract("eigvals")).laws != ()
    assert judge(folded, replace(right, values=right.values[:, 0]), Contract("eigvals")).laws == ("shape",)


@pytest.mark.parametrize(
    ("given", "values"),
    [
        (problem(EMPTY), np.zeros(0)),
        (problem(stacked=True), np.zeros((0, 0))),
        (problem(EMPTY, EMPTY), np.zeros((2, 0))),
    ],
)
def test_nothing_is_wrong_with_nothing(given: Problem, values: np.ndarray) -> None:
    """0×0 matrices and empty stacks."""
    for kind in ("eigvals", "eigvalsh"):
        assert judge(given, Returned(values), Contract(kind)).laws == ()
    outcome = Returned(values, np.zeros((*values.shape, values.shape[-1])))
    for kind in ("eig", "eigh"):
        assert judge(given, outcome, Contract(kind)).laws == ()


# --- one law, computations --------------------------------------------------------------------------------------------


def test_one_law_alone_can_be_decided() -> None:
    """Beside those of hygiene."""
    found = judge(problem(SYMMETRIC), returned([3, 3]), Contract("eigvals"), only="membership")
    assert {d.law for d in found.decisions} == {
        "completes",
        "input-unchanged",
        "shape",
        "dtype",
        "finite",
        "membership",
    }
    assert found.laws == ()
    assert judge(problem(SYMMETRIC), returned([3, 3]), Contract("eigvals"), only="trace").laws == ("trace",)


def test_computations_are_those_with_finite_numbers_of_the_right_shape() -> None:
    """One for each matrix."""
    contract = Contract("eigvals")
    stack = problem(SYMMETRIC, SYMMETRIC)
    assert [c.known for c in computations(stack, returned([[1, 3], [1, np.nan]]), contract)] == [SYMMETRIC]
    assert list(computations(stack, returned([1, 3]), contract)) == []
    assert list(computations(stack, Crashed("SIGSEGV"), contract)) == []
    assert list(computations(stack, Returned(np.array([[1, 3], [1, 3]])), contract)) == []


def test_judgement_lists_broken_laws_once() -> None:
    """In their order, and raises with the worst decisions."""
    decisions = [
        satisfied(law, holds, text=text) for law, holds, text in [("b", False, "x"), ("a", True, ""), ("b", False, "y")]
    ]
    found = Judgement(tuple(decisions))
    assert found.laws == ("b",)
    assert len(found.broken) == 2
    with pytest.raises(AssertionError, match="b:  x"):
        found.require()
    Judgement(tuple(decisions[1:2])).require()


# --- results of one's own ---------------------------------------------------------------------------------------------

MATRICES = [
    [[5.0]],
    [[0.0]],
    [[2.0, 1.0], [1.0, 3.0]],
    [[0.1, 0.3], [0.3, 0.9]],
    [[0.0, -1.0], [1.0, 0.0]],
    [[1.0, 1.0], [0.0, 1.0]],
    [[1e-8, 1e8], [1e-8, 1.0]],
    [[1j, 1.0], [2.0, 1.0]],
    [[1.0, 2j], [-2j, 5.0]],
    [[5e-324, 0.0], [0.0, 1.0]],
    [[1.5e308, 0.0], [0.0, 1.0]],
]


@pytest.mark.parametrize("k", [0, 300, -300, -1040])
@pytest.mark.parametrize("rows", MATRICES, ids=[str(k) for k in range(len(MATRICES))])
def test_what_numpy_returns_is_accepted(rows: list, k: int) -> None:
    """For arrays of one's own, of any size that doubles hold."""
    A = np.array(rows)
    A *= 2.0 ** (min(k, 0) if abs(A).max() > 1e100 else k)
    assert judge_result(A, *np.linalg.eig(A)).laws == ()
    assert judge_result(A, np.linalg.eigvals(A), kind="eigvals").laws == ()
    if np.array_equal(A, A.conj().T):
        assert judge_result(A, *np.linalg.eigh(A), kind="eigh").laws == ()
        assert judge_result(A, np.linalg.eigvalsh(A), kind="eigvalsh").laws == ()


@pytest.mark.parametrize("kind", ["eig", "eigh"])
def test_wrong_values_of_an_array_are_noticed(kind: str) -> None:
    """In the tenth digit."""
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    w, V = np.linalg.eigh(A)
    assert judge_result(A, w * (1 + 1e-10), V, kind=kind).laws != ()
    assert judge_result(A, w * (1 + 1e-10), kind=kind).laws != ()


def test_kind_follows_from_what_is_given() -> None:
    """Without vectors, values are judged as those of eigvals."""
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    w, V = np.linalg.eigh(A)
    laws = {d.law for d in judge_result(A, w, kind="eig").decisions}
    assert "membership" in laws
    assert "residual" not in laws
    laws = {d.law for d in judge_result(A, w, V, kind="eigvalsh").decisions}
    assert "orthonormality" in laws


def test_known_matrix_is_judged_by_what_is_known_of_it() -> None:
    """Of one that was drawn."""
    assert judge_result(DEFECTIVE, [1e-8, -1e-8]).laws == ()
    assert judge_result(DEFECTIVE, [1e-6, -1e-6]).laws == ("membership", "multiplicities", "rank", "product")


def test_promises_are_held() -> None:
    """Unit vectors, an order."""
    A = np.array([[2.0, 0.0], [0.0, 3.0]])
    assert judge_result(A, [2, 3], 2 * np.eye(2)).laws == ()
    assert judge_result(A, [2, 3], 2 * np.eye(2), promises={"unit": True}).laws == ("unit-vectors",)
    assert judge_result(A, [3, 2], kind="eigvalsh", promises={"order": "ascending"}).laws == ("order",)


def test_integers_and_single_precision_are_taken() -> None:
    """Integers count as doubles."""
    assert judge_result(np.array([[2, 0], [0, 3]]), [2, 3], [[1, 0], [0, 1]]).laws == ()
    A = np.array([[2, 1], [1, 3]], "float32")
    w = np.linalg.eigvals(A)
    assert judge_result(A, w).laws == ()
    assert judge_result(A, w.astype(float)).laws != ()


@pytest.mark.parametrize(
    ("A", "values", "vectors"),
    [
        (np.eye(2), [1], None),
        (np.eye(2), [1, 1, 1], None),
        (np.eye(2), [[1, 1]], None),
        (np.eye(2), 1, None),
        (np.eye(2), [1, 1], [1, 1]),
        (np.eye(2), [1, 1], np.eye(3)),
        (np.eye(2), ["1", "1"], None),
        (np.eye(2), [None, None], None),
        (np.ones((2, 3)), [1, 1], None),
        (np.ones(3), [1], None),
        (np.zeros((2, 2, 2)), [1, 1], None),
        (np.array([[np.nan]]), [1], None),
        (np.array([["1"]]), [1], None),
        (np.eye(2), np.linalg.eig(np.eye(2)), None),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(A: np.ndarray, values: Any, vectors: Any) -> None:
    """By an error, not by a judgement."""
    with pytest.raises(InputError):
        judge_result(A, values, vectors)


@pytest.mark.parametrize("promises", [{"nonsense": 1}, {"order": "up"}])
def test_promises_that_there_are_not_are_refused(promises: dict[str, Any]) -> None:
    """And kinds."""
    with pytest.raises(InputError):
        judge_result(np.eye(1), [1], promises=promises)
    with pytest.raises(InputError):
        judge_result(np.eye(1), [1], kind="svd")


def test_a_result_in_one_piece_is_to_be_unpacked() -> None:
    """The message says so."""
    with pytest.raises(InputError, match=r"Give judge_result\(A, \*result\)"):
        judge_result(np.eye(2), np.linalg.eigh(np.eye(2)), kind="eigh")


@pytest.mark.parametrize("kind", ["eigh", "eigvalsh"])
def test_values_of_a_hermitian_matrix_are_real(kind: str) -> None:
    """In their dtype too; those of any matrix may be complex."""
    assert judge_result(np.eye(1), np.array([1 + 0j]), kind=kind).laws == ("dtype",)
    assert judge_result(np.eye(1), np.array([1 + 0j])).laws == ()


def test_result_that_is_not_finite_is_a_finding() -> None:
    """NaN in the values or vectors."""
    assert judge_result(np.eye(1), [np.nan]).laws == ("finite",)
    assert judge_result(np.eye(1), [1], [[np.inf]]).laws == ("finite",)


def test_infinity_in_a_result_is_no_fault_where_the_norm_overflows() -> None:
    """The largest eigenvalue of this matrix of finite numbers is 9·2¹⁰²¹, beyond all floats."""
    A = np.array([[4.0, 4.0, -2.0], [4.0, 4.0, -2.0], [-2.0, -2.0, 1.0]])
    assert judge_result(A * 2.0**1021, [np.inf, 0.0, 0.0]).laws == ()
    assert judge_result(A * 2.0**1000, [np.inf, 0.0, 0.0]).laws == ("finite",)


def test_empty_result_is_accepted() -> None:
    """Of the 0×0 matrix."""
    assert judge_result(np.zeros((0, 0)), []).laws == ()
    assert judge_result(np.zeros((0, 0)), [], np.zeros((0, 0)), kind="eigh").laws == ()


def test_left_vectors_that_are_promised_and_not_given_are_refused() -> None:
    """They are judged where they are given."""
    with pytest.raises(InputError, match="left="):
        judge_result(np.eye(2), [1, 1], np.eye(2), promises={"left": True})
    with pytest.raises(InputError, match="left vectors have shape"):
        judge_result(np.eye(2), [1, 1], np.eye(2), [1, 1])


@pytest.mark.parametrize("promises", [None, {"left": True}, {"left": False}])
def test_left_vectors_that_are_given_are_judged(promises: dict[str, Any] | None) -> None:
    """Promised or not."""
    A = np.array([[1.0, 1.0], [0.0, 2.0]])
    right, left = np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([[1.0, 0.0], [-1.0, 1.0]])
    assert judge_result(A, [1, 2], right, left, promises=promises).laws == ()
    assert judge_result(A, [1, 2], right, right, promises=promises).laws == ("left-residual",)
    assert judge_result(A, [1, 2], right, np.full((2, 2), np.nan), promises=promises).laws == ("finite",)


def test_matrix_that_is_not_hermitian_is_refused_for_eigh() -> None:
    """Its truth is another one."""
    with pytest.raises(InputError):
        judge_result(np.array([[1.0, 2.0], [3.0, 4.0]]), [1, 4], kind="eigh")


@pytest.mark.parametrize(("entry", "is_judged"), [(1, True), (1 + 1j, False), (1j, True), (0.7 + 0.7j, True)])
def test_entries_whose_absolute_value_overflows(entry: complex, is_judged: bool) -> None:
    """No number of the format is as large; LAPACK scales such a matrix by infinity. One below is judged."""
    A = np.array([[entry]], dtype=np.complex64) * np.finfo(np.float32).max
    assert np.isfinite(A).all()
    assert bool(judge_result(A, np.zeros(1, dtype=np.complex64)).laws) == is_judged


@pytest.mark.parametrize("n", [13, 32])
def test_dense_matrices_of_floats_are_known(n: int) -> None:
    """Their exact eigenvalues are had at once: a lost one, as often as it should be there, is found."""
    A = np.random.default_rng(n).standard_normal((n, n))
    w = np.linalg.eigvals(A)
    assert "multiplicities" in {d.law for d in judge_result(A, w).decisions}
    assert judge_result(A, w).laws == ()
    assert "multiplicities" in judge_result(A, np.where(w == w[-1], w[0], w)).laws


@pytest.mark.skipif(np.finfo(np.longdouble).maxexp < 16384, reason="long double is another format here")
def test_eigenvalues_with_thousands_of_digits_are_judged() -> None:
    """Long doubles hold 2^15000 beside 1."""
    A = np.array([[np.ldexp(np.longdouble(1), 15000), 0], [0, 1]])
    assert judge_result(A, np.diagonal(A).copy()).laws == ()
