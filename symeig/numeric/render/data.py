"""A report as data: JSON by the schema ``report.schema.json``, which stands beside this module.

The two sides of a decision are there twice, as an exact fraction and nearly. JSON has no infinity and no NaN: where a
number is none, there is a text in its place, "Infinity", "-Infinity" or "NaN".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from math import isfinite, isnan
from typing import Any

from flint import fmpq, fmpz

from symeig.numeric.contracts import Contract
from symeig.numeric.decisions import Decision
from symeig.numeric.rationals import nearest, root_below
from symeig.numeric.render.words import code_of, printable
from symeig.numeric.report import Circle, ExactValue, Finding, Portrait, Report

__all__ = ["document", "render"]

FORMAT = "symeig-verification"
VERSION = 1


def render(report: Report) -> str:
    """A report as JSON.

    Args:
        report: The report.

    Returns:
        Strict JSON that ends with a newline.
    """
    return json.dumps(document(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def document(report: Report) -> dict[str, Any]:
    """A report as dictionaries, lists, texts and finite numbers.

    Args:
        report: The report.

    Returns:
        What `render` writes.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "routine": printable(report.routine),
        "namespace": report.namespace,
        "options": {printable(name): _value(value) for name, value in report.options},
        "dtype": report.dtype,
        "contract": _contract(report.contract),
        "seed": report.seed,
        "examples": report.examples,
        "ok": report.ok,
        "findings": list(map(_finding, report.findings)),
        "accepted": list(map(_finding, report.accepted)),
        "unused": _texts(report.unused),
        "remarks": list(map(_finding, report.remarks)),
        "headroom": [
            {"law": h.law, "decided": h.decided, "ratio": _number(h.ratio), "words": printable(h.words)}
            for h in report.headroom
        ],
        "inputs": report.inputs,
        "matrices": report.matrices,
        "families": {printable(name): count for name, count in report.families.items()},
        "unsupported": {printable(what): count for what, count in report.unsupported.items()},
        "environment": _texts(report.environment),
    }


def _contract(contract: Contract) -> dict[str, Any]:
    return {
        field.name: sorted(value) if isinstance(value, frozenset) else value
        for field in fields(contract)
        for value in [getattr(contract, field.name)]
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "law": finding.law,
        "statement": finding.about.statement,
        "meaning": finding.about.meaning,
        "reason": printable(finding.reason),
        "decisions": list(map(_decision, finding.decisions)),
        "code": printable(code_of(finding)),
        "words": printable(finding.words),
        "outcome": printable(finding.outcome),
        "portraits": list(map(_portrait, finding.portraits)),
        "broken": finding.broken,
        "families": list(map(printable, finding.families)),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "law": decision.law,
        "place": printable(decision.place),
        "text": printable(decision.text),
        "coordinates": printable(decision.coordinates),
        "found": _side(decision.found, decision.power),
        "allowed": _side(decision.allowed, decision.power),
        "power": decision.power,
        "holds": decision.holds,
        "ratio": _number(decision.ratio),
    }


def _side(x: Fraction, power: int) -> dict[str, Any]:
    """A side of a decision; written by FLINT, because Python writes no integer of more than 4300 digits."""
    p, q = fmpz(x.numerator), fmpz(x.denominator)
    near = root_below(fmpq(p, q)) if power == 2 else fmpq(p, q)
    return {"exact": str(p) if q == 1 else f"{p}/{q}", "nearly": _number(nearest(near))}


def _portrait(portrait: Portrait) -> dict[str, Any]:
    return {
        "place": printable(portrait.place),
        "size": portrait.size,
        "exact": list(map(_exact, portrait.exact)),
        "circles": list(map(_circle, portrait.circles)),
        "returned": [[_number(z.real), _number(z.imag)] for z in portrait.returned],
    }


def _exact(value: ExactValue) -> dict[str, Any]:
    return {
        "text": printable(value.text),
        "nearly": [_number(value.real), _number(value.imag)],
        "multiplicity": value.multiplicity,
        "blocks": list(value.blocks),
        "condition": _number(value.condition),
    }


def _circle(circle: Circle) -> dict[str, Any]:
    return {
        "centre": [_number(circle.real), _number(circle.imag)],
        "radius": _number(circle.radius),
        "multiplicity": circle.multiplicity,
    }


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    return {printable(key): printable(value) for key, value in texts.items()}


def _number(x: float) -> float | str:
    """A finite number, or the text that says what it is."""
    x = float(x)
    if isnan(x):
        return "NaN"
    return x if isfinite(x) else "Infinity" if x > 0 else "-Infinity"


def _value(value: Any) -> Any:
    """The value of an option where JSON has it, else as it is written in Python."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return _number(value)
    return printable(value if isinstance(value, str) else repr(value))
