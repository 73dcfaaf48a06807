"""A report as JUnit XML, which continuous integration reads: a suite for the routine, a test case for each law."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from symeig.numeric.laws import EXACT, HYGIENE, LAWS, Law
from symeig.numeric.render.text import finding_text
from symeig.numeric.render.words import (
    about_replay,
    contract_text,
    counted,
    in_words,
    options_text,
    printable,
    share,
    verdict,
)
from symeig.numeric.report import Finding, Headroom, Report

__all__ = ["render"]


def render(report: Report) -> str:
    """A report as JUnit XML.

    A finding is a failure; a law that was accepted, that the contract does not promise, or that was never decided, is
    skipped with the reason. Characters that XML does not have are replaced.

    Args:
        report: The report.

    Returns:
        XML that ends with a newline.
    """
    name = printable(f"{report.routine} {report.dtype}")
    suite = ET.Element("testsuite", {"name": name, "errors": "0", "time": "0"})
    properties = ET.SubElement(suite, "properties")
    for key, value in _properties(report).items():
        ET.SubElement(properties, "property", {"name": printable(key), "value": printable(value)})
    group = printable(f"{report.routine}.{report.dtype.replace(', ', '+')}")
    held = {headroom.law: headroom for headroom in report.headroom}
    findings, accepted, remarks = (
        {finding.law: finding for finding in part} for part in (report.findings, report.accepted, report.remarks)
    )
    for law in (*HYGIENE, *(EXACT if report.contract.is_exact else LAWS)):
        case = ET.SubElement(suite, "testcase", {"classname": group, "name": law.name, "time": "0"})
        if law.name in findings:
            _fail(case, findings[law.name])
        elif law.name in accepted:
            finding = accepted[law.name]
            _skip(case, f"accepted: {printable(finding.reason)}", finding)
        elif law.name in remarks:
            _skip(case, "broken, but not promised by this contract", remarks[law.name])
        elif law.name in held:
            ET.SubElement(case, "system-out").text = _held(law, held[law.name])
        else:
            _skip(case, "not decided")
    rows = [verdict(report), *(f"accepted, but not broken: {law}: {why}" for law, why in report.unused.items())]
    ET.SubElement(suite, "system-out").text = printable("\n".join(rows))
    counts = {"tests": "testcase", "failures": "testcase/failure", "skipped": "testcase/skipped"}
    for key, path in counts.items():
        suite.set(key, str(len(suite.findall(path))))
    root = ET.Element("testsuites", {k: v for k, v in suite.attrib.items() if k != "name"} | {"name": "symeig verify"})
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _properties(report: Report) -> Mapping[str, str]:
    families = {f"family {name}": str(count) for name, count in report.families.items()}
    return {
        "seed": str(report.seed),
        "examples": str(report.examples),
        "replay": about_replay(report),
        "contract": contract_text(report),
        "options": options_text(report.options),
        "namespace": report.namespace,
        "inputs": str(report.inputs),
        "matrices": str(report.matrices),
        **families,
        **{f"unsupported: {what}": counted(times, "time") for what, times in report.unsupported.items()},
        **report.environment,
    }


def _fail(case: ET.Element, finding: Finding) -> None:
    failure = ET.SubElement(case, "failure", {"type": finding.law, "message": _message(finding)})
    failure.text = finding_text(finding)


def _skip(case: ET.Element, message: str, finding: Finding | None = None) -> None:
    ET.SubElement(case, "skipped", {"message": message})
    if finding is not None:
        ET.SubElement(case, "system-out").text = finding_text(finding)


def _message(finding: Finding) -> str:
    return f"{finding.about.meaning} {in_words(finding.worst)}".replace("\n", " ").strip()


def _held(law: Law, headroom: Headroom) -> str:
    times = f"{law.statement}: decided {counted(headroom.decided, 'time')}"
    return f"{times}, at most {share(headroom)} of the bound" if share(headroom) else times
