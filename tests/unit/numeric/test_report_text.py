"""Reports as text, and the words and pairs that all forms share."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.numeric.decisions import Decision
from symeig.numeric.render.matching import apart, paired, shown_pairs, shown_portraits
from symeig.numeric.render.text import finding_text, render
from symeig.numeric.render.words import amount, code_of, complex_text, in_words, number_text, printable, rational_text
from symeig.numeric.report import ExactValue, Portrait
from symeig.writing import display_width
from tests.unit.numeric.reports import REPORTS

each_report = pytest.mark.parametrize("name", REPORTS)


def plain(text: str) -> str:
    """A text with its lines joined."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("good", "numpy.linalg:eig, float64: all laws hold"),
        ("undone", "scipy.linalg:eigvals, float32: 2 laws broken"),
        ("mixed", 'lib/<my> "solvers".py:eig & co, float64: 4 laws broken; 1 more accepted'),
        ("undecided", "numpy.linalg:eig, float16: nothing was decided"),
    ],
)
def test_verdict_is_the_first_line(name: str, line: str) -> None:
    """The first line says what was judged, and the result."""
    assert render(REPORTS[name]).splitlines()[0] == line


def test_accepted_findings_do_not_pass_for_laws_that_hold() -> None:
    """Where there is nothing but what was accepted, the verdict says so."""
    report = replace(REPORTS["mixed"], findings=())
    assert render(report).splitlines()[0].endswith(": all laws hold but 1 accepted")


@each_report
@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_lines_are_as_wide_as_they_may_be(name: str, width: int) -> None:
    """No line is wider than the terminal, but for code, which is never broken."""
    report = REPORTS[name]
    codes = {line for f in report.findings for line in code_of(f).split("\n")}
    wide = [line for line in render(report, width=width).splitlines() if display_width(line) > width]
    assert [line for line in wide if line.strip() not in {code.strip() for code in codes}] == []


@each_report
def test_code_can_be_pasted(name: str) -> None:
    """The code of a finding stands there whole, at an indent, and makes A."""
    report = REPORTS[name]
    text = render(report, width=30)
    for finding in report.findings:
        code = code_of(finding)
        assert "\n".join(f"       {line}".rstrip() for line in code.split("\n")) in text
        scope: dict[str, object] = {}
        exec(code, scope)  # noqa: S102
        assert "A" in scope


@each_report
def test_nothing_is_lost_at_any_width(name: str) -> None:
    """Narrow lines have the same findings as wide ones."""
    report = REPORTS[name]
    for width in (30, 80, 200):
        text = plain(render(report, width=width))
        for finding in (*report.findings, *report.accepted, *report.remarks):
            assert finding.law in text
            assert plain(in_words(finding.worst)) in text or width < 80
        for law, reason in report.unused.items():
            assert f"{law}: {reason}" in text


def test_paint_gets_roles_and_changes_nothing_else() -> None:
    """Colours are put around words, never around the spaces in front of them, and have no width."""
    roles = set()

    def paint(role: str, text: str) -> str:
        roles.add(role)
        assert text == text.strip()
        return f"\x1b[1m{text}\x1b[0m"

    for report in REPORTS.values():
        assert re.sub(r"\x1b\[\dm", "", render(report, paint=paint)) == render(report)
    assert roles == {"good", "bad", "heading", "law", "code", "dim"}


def test_input_is_shown_once() -> None:
    """A second finding with the same input refers to the first one."""
    text = render(REPORTS["undone"])
    assert text.count("np.float32(2.0**42)") == 1
    assert "The input is that of finding 1." in text


def test_finding_alone_shows_its_input() -> None:
    """A finding that is shown alone has all that belongs to it."""
    text = finding_text(REPORTS["undone"].findings[1])
    assert "np.float32(2.0**42)" in text
    assert "2⁴² ≈ 4.39804651·10¹²   1.09951163·10¹²   3.3·10¹²" in text


def test_text_from_elsewhere_is_no_command_to_the_terminal() -> None:
    """Escape sequences in messages and names are not passed on."""
    report = replace(REPORTS["undecided"], routine="m\x1b[2J:f", unsupported={"TypeError: \x1b]0;x\x07": 1})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", render(report))


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1e12, "10¹²"),
        (-1.5e-300, "−1.5·10⁻³⁰⁰"),
        (123456789.0, "123456789"),
        (inf, "∞"),
        (-inf, "−∞"),
        (nan, "NaN"),
    ],
)
def test_numbers(x: float, text: str) -> None:
    """Numbers have real minus signs and powers of ten."""
    assert number_text(x) == text


@given(st.fractions(min_value=0), st.integers(-2000, 2000))
def test_rational_numbers_beyond_floats(x: Fraction, k: int) -> None:
    """A rational number times a power of ten is written with three digits, whatever its size."""
    text = rational_text(x * Fraction(10) ** k)
    mantissa, _, exponent = re.sub("^10(?=[⁻⁰¹²³⁴-⁹])", "1·10", text).partition("·10")
    digits = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    read = Fraction(mantissa) * Fraction(10) ** int(exponent.translate(digits) or 0)
    assert abs(read - x * Fraction(10) ** k) <= x * Fraction(10) ** k / 150


def test_complex_numbers() -> None:
    """Complex numbers are written with i, and NaN once."""
    assert [complex_text(z) for z in (2j, -1j, 1 - 1j, complex(nan, 1), complex(inf, 0))] == [
        "2i",
        "−i",
        "1 − i",
        "NaN",
        "∞",
    ]


def test_yes_or_no_has_no_numbers() -> None:
    """Where no distance was measured, none is told, nor for the order, whose sides may be negative."""
    assert amount(Decision("finite", Fraction(1), Fraction(0))) == ""
    assert amount(Decision("order", Fraction(-3), Fraction(-5))) == ""
    assert in_words(Decision("order", Fraction(-3), Fraction(-5), 1, "eigenvalues 1 and 2")) == "Eigenvalues 1 and 2."


def test_words_of_libraries_stay() -> None:
    """Numbers in our own texts are written anew, messages of exceptions stay as they are."""
    ours = Decision("trace", Fraction(4), Fraction(1), 2, "", "Σμ = 1e+09-2.5e-07i, and tr A = -3")
    assert in_words(ours).startswith("Σμ = 10⁹ − 2.5·10⁻⁷i, and tr A = −3. Found 2, allowed 1")
    theirs = Decision("completes", Fraction(1), Fraction(0), 1, "", "it raised ValueError: 1e-07 < -3")
    assert in_words(theirs) == "It raised ValueError: 1e-07 < -3."


def test_unprintable_characters_are_replaced() -> None:
    """What neither XML nor a terminal takes becomes a sign of its own; lines stay lines."""
    assert printable("a\x00b\ud800c\uffffd\te\nf\r\ng") == "a�b�c�d\te\nf\ng"


# --- pairs ------------------------------------------------------------------------------------------------------------


def portrait(exact: list[complex], returned: list[complex]) -> Portrait:
    """A portrait with simple exact eigenvalues."""
    values = tuple(ExactValue(str(z), complex(z).real, complex(z).imag, 1, (1,), 1.0) for z in exact)
    return Portrait("", len(exact), values, (), tuple(map(complex, returned)))


numbers = st.complex_numbers(max_magnitude=1e6, allow_nan=False).map(lambda z: complex(round(z.real), round(z.imag)))


@given(st.integers(1, 5).flatmap(lambda n: st.tuples(*(st.lists(numbers, min_size=n, max_size=n) for _ in "ab"))))
def test_longest_distance_is_shortest(lists: tuple[list[complex], list[complex]]) -> None:
    """No other pairing has a shorter longest distance."""
    exact, returned = lists
    best = min(max(abs(a - b) for a, b in zip(exact, p, strict=True)) for p in permutations(returned))
    pairs = paired(portrait(exact, returned))
    assert max(p.distance for p in pairs) == pytest.approx(best)
    assert sorted(map(str, (p.returned for p in pairs))) == sorted(map(str, map(complex, returned)))


def test_sizes_that_are_far_apart() -> None:
    """Small eigenvalues are matched as exactly as large ones."""
    pairs = paired(portrait([1e-200, 2e-200, 1e200], [1e200, 2e-200, 1.5e-200]))
    assert [p.returned for p in pairs] == [1.5e-200, 2e-200, 1e200]


def test_what_is_not_finite_or_missing_has_no_partner_to_be_near() -> None:
    """NaN stands beside what is left; what is too much or too little stands alone."""
    assert [(p.exact is not None, str(p.returned)) for p in paired(portrait([1, 2], [nan, 2]))] == [
        (True, "(nan+0j)"),
        (True, "(2+0j)"),
    ]
    assert [p.returned for p in paired(portrait([1], []))] == [None]
    assert [p.exact for p in paired(portrait([], [1]))] == [None]
    assert apart(paired(portrait([1], [nan]))[0]) is None


def test_eigenvalue_of_several_summands_is_one() -> None:
    """An eigenvalue that several summands have is listed once, with all its blocks."""
    value = ExactValue("2", 2.0, 0.0, 2, (2,), 3.0)
    other = ExactValue("2", 2.0, 0.0, 1, (1,), 4.0)
    (first, *_) = paired(Portrait("", 3, (value, other), (), (2 + 0j,) * 3))
    assert first.exact == ExactValue("2", 2.0, 0.0, 3, (2, 1), 5.0)


def test_rounding_of_a_double_is_no_distance() -> None:
    """Exact eigenvalues are nearly known, so that their distance to the nearest double is not told."""
    assert apart(paired(portrait([1 / 3], [1 / 3 + 2**-54]))[0]) == 0.0
    assert apart(paired(portrait([1 / 3], [1 / 3 + 2**-40]))[0]) == 2**-40


def test_of_many_the_worst_are_shown() -> None:
    """Of many pairs those that are furthest apart come first."""
    exact = [complex(k) for k in range(40)]
    pairs, more = shown_pairs(portrait(exact, [z if z != 7 else 7.25 + 0j for z in exact]), 8)
    assert (len(pairs), more) == (8, 32)
    assert (pairs[0].exact.text, pairs[0].distance) == ("(7+0j)", 0.25)


def test_of_a_stack_the_broken_matrices_are_shown() -> None:
    """Matrices of a stack that broke no law are left out."""
    finding = REPORTS["mixed"].findings[-1]
    portraits, more = shown_portraits(finding)
    assert ([p.place for p in portraits], more) == (["matrix 2 of 3"], 2)
