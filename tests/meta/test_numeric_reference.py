"""The page of laws, families and contracts is what the code says today."""

from __future__ import annotations

from pathlib import Path

from symeig.numeric.contracts import PRESETS, Contract
from symeig.numeric.families import FAMILIES
from symeig.numeric.laws import EXACT, HYGIENE, LAWS
from tests.scripts import loaded

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_page_is_up_to_date() -> None:
    """The page is what `docs/reference/make_verification.py` writes."""
    module = loaded(REFERENCE / "make_verification.py")
    assert (REFERENCE / "verification.md").read_text(encoding="utf-8") == module.page()


def test_there_are_22_families() -> None:
    """All families of the plan are there, and each says what it finds."""
    assert len(FAMILIES) == 22
    assert all(family.hits and (family.hermitian or family.general) for family in FAMILIES.values())


def test_names_of_laws_are_unique() -> None:
    """A law is known by its name, in kebab-case."""
    names = [law.name for law in (*HYGIENE, *LAWS, *EXACT)]
    assert sorted(names) == sorted(set(names))
    assert all(name.replace("-", "").isalpha() and name == name.lower() for name in names)


def test_presets_are_contracts() -> None:
    """Every preset makes a contract for every kind that it speaks of."""
    for kinds in PRESETS.values():
        for kind, promises in kinds.items():
            contract = Contract("eigh" if kind == "*" else kind)  # type: ignore[arg-type]
            assert contract.changed({**kinds["*"], **promises})
