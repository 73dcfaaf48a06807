"""Contracts: what a routine promises, and what is refused as a promise."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from symeig.errors import InputError
from symeig.numeric.contracts import KINDS, KNOWN, PRESETS, Contract, contract_for
from symeig.numeric.formats import DTYPES
from symeig.numeric.laws import law_named


@pytest.mark.parametrize(
    ("kind", "is_hermitian", "has_vectors", "is_exact"),
    [
        ("eig", False, True, False),
        ("eigvals", False, False, False),
        ("eigh", True, True, False),
        ("eigvalsh", True, False, False),
        ("exact", False, False, True),
    ],
)
def test_kind_says_what_comes_back(kind: Any, is_hermitian: bool, has_vectors: bool, is_exact: bool) -> None:
    """Vectors or not, for any matrix or for Hermitian ones."""
    contract = Contract(kind)
    assert kind in KINDS
    assert (contract.is_hermitian, contract.has_vectors, contract.is_exact) == (is_hermitian, has_vectors, is_exact)


@pytest.mark.parametrize(
    "promises",
    [
        {"kind": "svd"},
        {"kind": "EIG"},
        {"order": "up"},
        {"triangle": "L"},
        {"unread": "nothing"},
        {"nonfinite": True},
        {"empty": None},
    ],
)
def test_value_that_there_is_not_is_refused(promises: dict[str, Any]) -> None:
    """With those that there are."""
    name, value = next(iter(promises.items()))
    with pytest.raises(InputError, match=f"{name} is {value!r}") as error:
        Contract(**{"kind": "eig", **promises})
    assert "Choose one" in str(error.value)


@pytest.mark.parametrize("promises", [{"tolerance": 0}, {"tolerance": -1}, {"orthonormality": 0}])
def test_bound_below_one_unit_is_refused(promises: dict[str, int]) -> None:
    """No routine could keep it."""
    with pytest.raises(InputError, match="at least 1"):
        Contract("eig", **promises)


@pytest.mark.parametrize("promises", [{"tolerance": 1}, {"orthonormality": 1}, {"largest": 0}, {"largest": None}])
def test_least_promises_are_taken(promises: dict[str, Any]) -> None:
    """One unit of the last place, matrices of no size."""
    contract = Contract("eig", **promises)
    assert all(getattr(contract, name) == value for name, value in promises.items())


@pytest.mark.parametrize(
    "promises",
    [{"tolerance": 1.5}, {"orthonormality": "9"}, {"largest": -1}, {"largest": 2.5}, {"unit": 1}, {"stacks": "no"}],
)
def test_promise_of_another_type_is_refused(promises: dict[str, Any]) -> None:
    """Numbers are integers, and the others are True or False."""
    with pytest.raises(InputError):
        Contract("eig", **promises)


def test_everybody_promises_the_same_by_default() -> None:
    """One backward error for all eigenvalues, perhaps of the balanced matrix; stacks; the input is left as it is."""
    contract = Contract("eig")
    assert (contract.joint, contract.balancing, contract.stacks, contract.preserves_input) == (True,) * 4
    assert (contract.left, contract.unit, contract.basis) == (False,) * 3
    assert (contract.order, contract.triangle, contract.unread) == ("any", "both", "anything")
    assert (contract.nonfinite, contract.empty) == ("either", "empty")
    assert (contract.dtypes, contract.largest) == (frozenset(), None)
    assert (contract.tolerance, contract.orthonormality) == (64, 4096)


@pytest.mark.parametrize("kind", ["eigh", "eigvals", "eigvalsh", "exact"])
def test_left_vectors_of_other_kinds_are_refused(kind: Any) -> None:
    """Only eig returns them."""
    with pytest.raises(InputError, match="left"):
        Contract(kind, left=True)
    assert Contract("eig", left=True).left


def test_promises_change_a_contract() -> None:
    """And nothing else of it."""
    contract = contract_for("eigh", "numpy")
    changed = contract.changed({"triangle": "upper", "tolerance": 8})
    assert (changed.triangle, changed.tolerance, changed.order) == ("upper", 8, contract.order)
    assert contract.changed({}) == contract
    assert contract.triangle == "lower"


@pytest.mark.parametrize(
    ("name", "words"), [("tolerence", "Did you mean tolerance"), ("ordr", "Did you mean order"), ("xyz", "There are")]
)
def test_unknown_promise_is_refused(name: str, words: str) -> None:
    """With the one that may be meant."""
    with pytest.raises(InputError, match=words):
        contract_for("eig", promises={name: 1})


def test_promise_with_a_bad_value_is_refused() -> None:
    """As in a contract made by hand."""
    with pytest.raises(InputError, match="order is 'up'"):
        contract_for("eigh", "numpy", {"order": "up"})
    with pytest.raises(InputError, match="left"):
        contract_for("eigh", "numpy", {"left": True})


def test_unknown_library_is_refused() -> None:
    """With those that are known."""
    with pytest.raises(InputError, match="scipy"):
        contract_for("eig", "matlab")


def test_unknown_kind_is_refused() -> None:
    """Of any library."""
    with pytest.raises(InputError, match="kind is 'svd'"):
        contract_for("svd", "numpy")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "exact"])
@pytest.mark.parametrize("preset", PRESETS)
def test_presets_are_contracts(kind: str, preset: str) -> None:
    """Of every kind, with dtypes that there are."""
    contract = contract_for(kind, preset)
    assert contract.kind == kind
    assert contract.dtypes <= set(DTYPES)
    assert pickle.loads(pickle.dumps(contract)) == contract


@pytest.mark.parametrize("kind", ["eigh", "eigvalsh"])
@pytest.mark.parametrize(("preset", "order"), [("numpy", "ascending"), ("generic", "any"), ("array-api", "any")])
def test_order_is_that_of_the_documentation(kind: str, preset: str, order: str) -> None:
    """NumPy promises ascending values, the Array API none."""
    assert contract_for(kind, preset).order == order


@pytest.mark.parametrize(
    ("kind", "preset", "promises"),
    [
        ("eig", "numpy", {"unit": True, "stacks": True, "triangle": "both"}),
        ("eigh", "numpy", {"unit": False, "triangle": "lower", "unread": "anything"}),
        ("eig", "scipy", {"unit": True, "stacks": False, "empty": "either"}),
        ("eigvalsh", "scipy", {"triangle": "lower", "unread": "finite"}),
        ("eigh", "mpmath", {"stacks": False, "largest": 12, "triangle": "both"}),
        ("eig", "torch", {"unit": True, "stacks": True, "nonfinite": "anything"}),
        ("eig", "jax", {"unit": True, "nonfinite": "either"}),
        ("eigvalsh", "cupy", {"triangle": "lower", "order": "ascending"}),
        ("exact", "symeig", {"stacks": False, "largest": 6}),
    ],
)
def test_presets_promise_what_the_libraries_document(kind: str, preset: str, promises: dict[str, Any]) -> None:
    """And no more."""
    contract = contract_for(kind, preset)
    assert {name: getattr(contract, name) for name in promises} == promises


def test_kind_goes_before_the_whole_library_and_promises_before_both() -> None:
    """The nearer one wins."""
    assert contract_for("eig", "torch").nonfinite == "anything"
    assert contract_for("eig", "scipy").nonfinite == "raise"
    assert contract_for("eigh", "numpy").nonfinite == Contract("eigh").nonfinite
    assert contract_for("eig", "numpy").nonfinite == "raise"
    assert contract_for("eig", "numpy", {"nonfinite": "nan"}).nonfinite == "nan"


def test_generic_contract_is_the_default() -> None:
    """Without a library."""
    assert contract_for("eig") == contract_for("eig", "generic") == Contract("eig")


def test_known_faults_are_those_of_laws_and_have_a_reason() -> None:
    """Of libraries and kinds that there are."""
    for preset, kinds in KNOWN.items():
        assert preset in PRESETS
        for kind, laws in kinds.items():
            assert kind in KINDS
            assert all(law_named(law) and reason for law, reason in laws.items())
