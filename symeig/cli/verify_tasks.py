"""The work of `symeig verify`, as it is done in the worker process: plain data in, plain data out.

What one task hands to the next goes through the parent as bytes, so that the parent need not import what they are.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import click

from symeig.numeric.families import FAMILIES
from symeig.numeric.inquiry import Inquiry
from symeig.numeric.laws import EXACT, HYGIENE, LAWS
from symeig.numeric.render import data, html, junit, regression, text
from symeig.numeric.report import Report
from symeig.numeric.targets import Target
from symeig.numeric.verification import (
    check_laws,
    examine_share,
    inquire,
    next_breaches,
    probe_all,
    report_of,
    shrink_breach,
    verify,
)

__all__ = ["Plan", "Shown", "breaches", "catalogue", "plan", "probe", "report", "share", "shrink", "sweep"]

Paint: TypeAlias = Callable[[str, str], str]

STYLES: dict[str, dict[str, Any]] = {
    "good": {"fg": "green", "bold": True},
    "bad": {"fg": "red", "bold": True},
    "heading": {"bold": True},
    "law": {"bold": True, "fg": "cyan"},
    "code": {"fg": "yellow"},
    "dim": {"dim": True},
}


@dataclass(frozen=True)
class Plan:
    """What is to be done.

    Attributes:
        inquiry: The inquiry, pickled.
        shares: How many shares it has.
    """

    inquiry: bytes
    shares: int


@dataclass(frozen=True)
class Shown:
    """A report.

    Attributes:
        ok: Whether there are no findings.
        output: The report in the form that was asked for.
        summary: One line about it.
        test: A test file that fails as long as a finding does; empty where there are none.
    """

    ok: bool
    output: str
    summary: str
    test: str


def plan(routine: str, options: Mapping[str, Any], accept: Mapping[str, str]) -> Plan:
    """The inquiry that the command line asks for."""
    check_laws(accept)
    inquiry = _inquiry(routine, options)
    return Plan(pickle.dumps(inquiry), len(inquiry.strata))


def _inquiry(routine: str, options: Mapping[str, Any]) -> Inquiry:
    rest = dict(options)
    arguments, promises = rest.pop("arguments"), rest.pop("promises")
    target = Target.parse(routine, options=arguments, namespace=rest["namespace"])
    return inquire(target, promises=_promises(promises), **rest)


def _promises(written: Sequence[str]) -> dict[str, Any]:
    """Promises as they are typed, name=value, with the values that they stand for; dtypes with commas between."""
    promises = dict(Target.parse("contract:promises", options=written).options)
    if isinstance(promises.get("dtypes"), str):
        promises["dtypes"] = frozenset(promises["dtypes"].replace(",", " ").split())
    return promises


def probe(inquiry: bytes) -> bytes:
    """What the routine does with inputs that are no legal matrices."""
    return pickle.dumps(probe_all(pickle.loads(inquiry)))  # noqa: S301  (pickled by this module)


def share(inquiry: bytes, number: int) -> bytes:
    """A share of the inputs."""
    its = pickle.loads(inquiry)  # noqa: S301  (pickled by this module)
    return pickle.dumps(examine_share(its, its.strata[number]))


def breaches(examinations: Sequence[bytes], shrunk: Sequence[tuple[bytes, bytes]]) -> list[bytes]:
    """Where a smaller input is to be looked for next."""
    load = pickle.loads
    found = next_breaches([load(e) for e in examinations], [(load(breach), load(s)) for breach, s in shrunk])
    return [pickle.dumps(breach) for breach in found]


def shrink(inquiry: bytes, breach: bytes) -> bytes:
    """The smallest input that is found for a broken law."""
    return pickle.dumps(shrink_breach(pickle.loads(inquiry), pickle.loads(breach)))  # noqa: S301  (by this module)


def report(  # noqa: PLR0913  (what was found, and how it is shown)
    inquiry: bytes,
    probed: bytes,
    examinations: Sequence[bytes],
    shrunk: Sequence[tuple[bytes, bytes]],
    accept: Mapping[str, str],
    *,
    form: str,
    width: int,
    colour: bool,
) -> Shown:
    """The report in one of its forms."""
    load = pickle.loads
    found = report_of(
        load(inquiry),
        load(probed),
        [load(e) for e in examinations],
        [(load(breach), load(smallest)) for breach, smallest in shrunk],
        accept,
    )
    return _shown(found, form, width, colour=colour)


def sweep(  # noqa: PLR0913  (as for the report)
    routine: str,
    options: Mapping[str, Any],
    accept: Mapping[str, str],
    *,
    scheduler: str,
    form: str,
    width: int,
    colour: bool,
) -> Shown:
    """The report on a verification whose shares are examined by the workers of a Dask cluster."""
    from symeig.numeric.cluster import cluster  # noqa: PLC0415  (needs the extra "cluster")

    rest = dict(options)
    arguments, promises = rest.pop("arguments"), rest.pop("promises")
    target = Target.parse(routine, options=arguments, namespace=rest["namespace"])
    with cluster(scheduler) as executor:
        found = verify(target, promises=_promises(promises), accept=accept, executor=executor, **rest)
    return _shown(found, form, width, colour=colour)


def _shown(found: Report, form: str, width: int, *, colour: bool) -> Shown:
    paint: Paint | None = (lambda role, words: click.style(words, **STYLES.get(role, {}))) if colour else None
    match form:
        case "json":
            output = data.render(found)
        case "junit":
            output = junit.render(found)
        case "html":
            output = html.render(found)
        case _:
            output = text.render(found, width=width, paint=paint)
    summary = text.render(found, width=width).splitlines()[0]
    return Shown(found.ok, output.rstrip("\n") + "\n", summary, regression.render(found) if found.findings else "")


def catalogue(what: str) -> str:
    """The names of all laws or families, with a line about each."""
    if what == "laws":
        rows = [(law.name, law.statement, law.meaning) for law in (*HYGIENE, *LAWS, *EXACT)]
        return "".join(f"{name}\n    {statement}\n    {meaning}\n" for name, statement, meaning in rows)
    return "".join(f"{family.name}\n    {family.hits}\n" for family in FAMILIES.values())
