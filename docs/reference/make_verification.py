"""Makes the page of laws, families and contracts: `python docs/reference/make_verification.py` writes it anew."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from symeig.numeric.contracts import KNOWN, PRESETS, Contract
from symeig.numeric.families import FAMILIES
from symeig.numeric.laws import EXACT, HYGIENE, LAWS, Law

PAGE = Path(__file__).parent / "verification.md"

INTRODUCTION = """\
# Laws, families and contracts of `symeig verify`

This page is made from the code by `docs/reference/make_verification.py`.
[How a law is decided](../explanation/verification.md) has the mathematics, [the how-to](../how-to/verify.md) the use.

A is the matrix, exactly as its floats are stored; μ and v are what came back; λ is exact. n is the dimension, ε the
spacing of the returned floats at 1, c = 64 unless the contract says otherwise, ‖·‖ the Frobenius norm, D a diagonal
matrix of powers of two, and δ = c·n·ε‖D⁻¹AD‖ the backward error that is allowed.

The name of a law is its test id in pytest and JUnit XML, what `--accept` takes, and the key in the JSON report.
"""

STATUS = """\
## Exit status

| status | means |
| --- | --- |
| 0 | every law that was decided holds, or was accepted |
| 1 | a law is broken that was not accepted |
| 2 | the command cannot be read, the routine cannot be imported, no scheduler answers |
| 70 | a fault of symeig |
| 130 | interrupted |

## The JSON report

`--format json` writes what `symeig/numeric/render/report.schema.json` describes. The two sides of a decision are there
as exact fractions and as floats; a number that is not finite is the text `"Infinity"`, `"-Infinity"` or `"NaN"`.
"""


def page() -> str:
    """The page."""
    parts = [
        INTRODUCTION,
        "## Laws of hygiene\n\nThey are decided before anything is looked at as a number.\n",
        _laws(HYGIENE),
        "## Laws of numbers\n\nEach is decided in rational arithmetic on the floats that came back.\n",
        _laws(LAWS),
        "## Laws of exact results\n\nThe exact engine is held to them: `symeig verify symeig:eigensystem`.\n",
        _laws(EXACT),
        "## Families of matrices\n",
        _table(
            ("family", "Hermitian", "finds"),
            ((f.name, "yes" if f.hermitian else "", f.hits) for f in FAMILIES.values()),
        ),
        "## Contracts\n\nA promise is set with `--promise name=value`, or `promises={...}` in Python.\n",
        _table(("promise", "default", "what is promised"), _promises()),
        "What each library promises beyond the defaults:\n",
        _table(("library", "kinds", "promises"), _presets()),
        "What is known to be broken there, and therefore accepted, and shown:\n",
        _table(("library", "kind", "law", "where it is discussed"), _known()),
        STATUS,
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _laws(laws: Iterable[Law]) -> str:
    return _table(("law", "statement", "where it is broken"), ((f"`{x.name}`", x.statement, x.meaning) for x in laws))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def _promises() -> Iterator[tuple[str, str, str]]:
    text = inspect.getdoc(Contract) or ""
    described = dict(re.findall(r"^    (\w+): (.*?)(?=^    \w+: |^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL))
    defaults = Contract("eig")
    for field in fields(Contract):
        default = "" if field.name == "kind" else _value(getattr(defaults, field.name))
        yield f"`{field.name}`", default, " ".join(described[field.name].split())


def _value(value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "all"
    return f"`{value}`"


def _presets() -> Iterator[tuple[str, str, str]]:
    for library, kinds in PRESETS.items():
        for kind, promises in kinds.items():
            if promises:
                told = (f"{name} = {_value(value).strip('`')}" for name, value in promises.items())
                yield library, "all" if kind == "*" else kind, "; ".join(told)


def _known() -> Iterator[tuple[str, str, str, str]]:
    for library, kinds in KNOWN.items():
        for kind, laws in kinds.items():
            for law, where in laws.items():
                yield library, kind, f"`{law}`", where


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
