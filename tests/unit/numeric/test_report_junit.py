"""Reports as JUnit XML."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from symeig.numeric.decisions import Decision
from symeig.numeric.laws import HYGIENE, LAWS
from symeig.numeric.render.junit import render
from tests.mathml import tree
from tests.unit.numeric.reports import REPORTS

each_report = pytest.mark.parametrize("name", REPORTS)


def suite(name: str) -> ET.Element:
    """The one suite of a report."""
    root = tree(render(REPORTS[name]).partition("\n")[2])
    assert (root.tag, [child.tag for child in root]) == ("testsuites", ["testsuite"])
    return root[0]


def case(element: ET.Element, law: str) -> ET.Element:
    """The test case of a law."""
    (found,) = element.findall(f"testcase[@name='{law}']")
    return found


@each_report
def test_every_law_is_a_case(name: str) -> None:
    """There is one case for each law, in the order of the catalogue, and counts that are true."""
    element = suite(name)
    cases = element.findall("testcase")
    assert [c.get("name") for c in cases] == [law.name for law in (*HYGIENE, *LAWS)]
    group = f"{REPORTS[name].routine}.{REPORTS[name].dtype.replace(', ', '+')}"
    assert {c.get("classname") for c in cases} == {group}
    for key, path in (("failures", "testcase/failure"), ("skipped", "testcase/skipped"), ("tests", "testcase")):
        assert int(element.get(key, "")) == len(element.findall(path))


@each_report
def test_findings_are_failures(name: str) -> None:
    """The laws of the findings fail and no others do."""
    failed = [c.get("name") for c in suite(name).findall("testcase[failure]")]
    assert sorted(failed) == sorted({f.law for f in REPORTS[name].findings})


@each_report
def test_parts_stand_in_the_order_that_readers_need(name: str) -> None:
    """Properties come first, then the cases, then the output."""
    order = [child.tag for child in suite(name)]
    assert order == ["properties", *["testcase"] * order.count("testcase"), "system-out"]


def test_failure_tells_all() -> None:
    """A failure has a message in a line, and the law, the numbers, the code and the values in its text."""
    failure = case(suite("undone"), "trace")[0]
    message, text = failure.get("message", ""), failure.text or ""
    assert message.startswith("The eigenvalues do not add up to the trace. Σμ = 1.09951163·10¹²")
    assert "9.83·10⁴ times what is allowed" in message
    assert "\n" not in message
    for part in ("|Σμ − tr A| ≤ √n·δ", "A = np.array([[1]], dtype=np.float32) * np.float32(2.0**42)", "2⁴²"):
        assert part in text


@pytest.mark.parametrize(
    ("law", "message"),
    [
        ("residual", "accepted: known since 2019: issue #4711 & <others>"),
        ("product", "broken, but not promised by this contract"),
        ("order", "not decided"),
    ],
)
def test_what_is_no_finding_is_skipped(law: str, message: str) -> None:
    """Accepted laws, remarks and laws that were not decided are skipped, with the reason."""
    skipped = case(suite("mixed"), law).find("skipped")
    assert skipped is not None
    assert skipped.get("message") == message


def test_laws_that_hold_pass() -> None:
    """A law that holds says how often it was decided, and how near it came."""
    found = case(suite("good"), "trace")
    assert [child.tag for child in found] == ["system-out"]
    assert found[0].text == "|Σμ − tr A| ≤ √n·δ: decided 391 times, at most 1.9 % of the bound"


def test_properties_tell_how_to_do_it_again() -> None:
    """The seed, the number of examples and the environment are properties."""
    properties = {p.get("name"): p.get("value") for p in suite("mixed").findall("properties/property")}
    assert (properties["seed"], properties["examples"], properties["numpy"]) == ("0", "200", "2.4.6")
    assert properties["options"] == "driver='ev', overwrite_a=False"


def test_unused_names_are_told() -> None:
    """What was accepted and is not broken stands in the output of the suite."""
    assert "accepted, but not broken: trace: was broken before 1.2" in (suite("mixed")[-1].text or "")


def test_characters_that_xml_does_not_have() -> None:
    """Control characters, halves of characters and noncharacters are replaced, and the XML can be read."""
    nasty = "".join(map(chr, range(32))) + "\x7f\ud800\udfff\ufffe\uffff]]>&<\"'"
    decision = Decision("completes", Fraction(1), Fraction(0), 1, nasty, f"it raised {nasty}")
    finding = replace(
        REPORTS["mixed"].findings[0], decisions=(decision,), words=nasty, outcome=nasty, families=(nasty,), reason=nasty
    )
    report = replace(
        REPORTS["mixed"],
        routine=nasty,
        findings=(finding,),
        accepted=(replace(finding, law="trace"),),
        unused={"order": nasty},
        families={nasty: 1},
        unsupported={nasty: 1},
        environment={nasty: nasty},
    )
    text = render(report).encode().decode()
    assert "]]>&<\"'" in (tree(text.partition("\n")[2])[0].get("name") or "")
