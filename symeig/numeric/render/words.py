"""Numbers and sentences that all forms of a report share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor, isfinite, isnan, log10, sqrt

from symeig.numeric.decisions import Decision
from symeig.numeric.laws import EXACT, HYGIENE
from symeig.numeric.report import ExactValue, Finding, Headroom, Report
from symeig.writing import SUPERSCRIPTS

__all__ = [
    "FEW_DIGITS",
    "IS_YES_OR_NO",
    "about_replay",
    "amount",
    "code_of",
    "complex_text",
    "contract_text",
    "counted",
    "decimal_of",
    "enumerated",
    "environment_text",
    "exact_text",
    "families_text",
    "in_words",
    "is_shown_by_values",
    "number_text",
    "options_text",
    "outcome_text",
    "place_of",
    "printable",
    "rational_text",
    "said",
    "share",
    "spread",
    "traits",
    "verdict",
]

# Significant digits of eigenvalues, and of sizes of errors.
DIGITS = 9
FEW_DIGITS = 3

# Percent below which no decimals are shown.
LEAST_SHARE = 0.01

# The decimal exponents that floats have with all their digits.
SAFE = 300

# Laws that are questions with yes or no for an answer: what is measured in them are no distances.
_HYGIENE = frozenset(law.name for law in HYGIENE)
IS_YES_OR_NO = (
    _HYGIENE | {"nonzero-vectors", "multiplicities", "rank", "order", "independence"} | {law.name for law in EXACT}
)

# Laws about nothing but which values came back.
_IS_ABOUT_VALUES = frozenset(
    {
        "trace",
        "membership",
        "hermitian-values",
        "multiplicities",
        "rank",
        "cluster-means",
        "product",
        "coefficients",
        "power-sums",
    }
)

# Laws whose two sides do not depend on the scale of the matrix.
_IS_FREE_OF_SCALE = frozenset({"orthonormality", "unit-vectors"})

# The sides of these are multiples of the length of a vector, so that their quotient alone says something.
_HAS_NO_UNIT = frozenset({"residual", "left-residual", "membership"})

# The norm of a projector in units of the least one, √m for a multiplicity m, up to which nothing is said of it.
WELL_CONDITIONED = 1.005

# Characters of an eigenvalue that is written exactly, and of arrays that came back.
LONG = 24
LONG_OUTCOME = 300

# Characters that XML 1.0 does not have, or that a terminal takes for commands.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FLOAT = re.compile(r"((?<=\d)[+-]|(?<![\w.])-?)(\d+(?:\.\d+)?)(?:e([+-]\d+))?(i?)(?![\w.]*\w)")
_SCALED = re.compile(r"2\^(−?\d+) · \((.*)\)")
_PLAIN = re.compile(r"−?\d{1,9}|−?\d{0,4}i|−?\d{1,4} [+−] \d{0,4}i")
_NEEDS_NO_BRACKETS = re.compile(r"−?\d*i?")


def printable(text: str) -> str:
    r"""A text from elsewhere without characters that are commands to a terminal or forbidden in XML.

    Examples:
        >>> printable("it said\x1b[31m\x00")
        'it said�[31m�'
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def number_text(x: float, digits: int = DIGITS) -> str:
    """A number with some significant digits, large and small ones with a power of ten.

    Examples:
        >>> number_text(-0.25), number_text(2.0**42), number_text(98304.0, 3), number_text(1e-9)
        ('−0.25', '4.39804651·10¹²', '9.83·10⁴', '10⁻⁹')
    """
    if isnan(x):
        return "NaN"
    if not isfinite(x):
        return "∞" if x > 0 else "−∞"
    mantissa, e, exponent = f"{x:.{digits}g}".partition("e")
    if mantissa == "-0":
        return "0"
    return _joined(mantissa, int(exponent)) if e else mantissa.replace("-", "−")


def _joined(mantissa: str, exponent: int) -> str:
    power = f"10{str(exponent).translate(SUPERSCRIPTS)}"
    sign = "−" if mantissa.startswith("-") else ""
    size = mantissa.removeprefix("-")
    return f"{sign}{power}" if size == "1" else f"{sign}{size}·{power}"


def rational_text(x: Fraction, power: int = 1, digits: int = FEW_DIGITS) -> str:
    """The root of that power of a rational number, which may be beyond the range of floats.

    Examples:
        >>> rational_text(Fraction(9, 16), 2), rational_text(Fraction(1, 10**800), 2)
        ('0.75', '10⁻⁴⁰⁰')
    """
    if x <= 0:
        return "0" if not x else f"−{rational_text(-x, power, digits)}"
    exponent = (log10(x.numerator) - log10(x.denominator)) / power
    if abs(exponent) < SAFE:
        return number_text(10**exponent, digits)
    whole = floor(exponent)
    mantissa = f"{10 ** (exponent - whole):.{digits}g}"
    return _joined("1", whole + 1) if mantissa == "10" else _joined(mantissa, whole)


def complex_text(z: complex, digits: int = DIGITS) -> str:
    """A complex number.

    Examples:
        >>> complex_text(0.5 - 2e-9j), complex_text(3 + 0j), complex_text(-1j)
        ('0.5 − 2·10⁻⁹i', '3', '−i')
    """
    if isnan(z.real) or isnan(z.imag):
        return "NaN"
    if not z.imag:
        return number_text(z.real, digits)
    size = number_text(abs(z.imag), digits)
    size = "i" if size == "1" else f"{size}i"
    if not z.real:
        return f"−{size}" if z.imag < 0 else size
    return f"{number_text(z.real, digits)} {'−' if z.imag < 0 else '+'} {size}"


def exact_text(value: ExactValue, *, short: bool = False) -> str:
    """An exact eigenvalue: as it is written, with its decimals where these say more; only those where it is long.

    Args:
        value: The eigenvalue.
        short: Whether decimals alone are to stand there, where these say more.

    Examples:
        >>> exact_text(ExactValue("2^42 · (1)", 2.0**42, 0.0, 1, (1,), 1.0))
        '2⁴² ≈ 4.39804651·10¹²'
        >>> exact_text(ExactValue("3 − 2i", 3.0, -2.0, 1, (1,), 1.0))
        '3 − 2i'
        >>> exact_text(ExactValue("2^−1 · (2i)", 0.0, 1.0, 1, (1,), 1.0))
        'i'
    """
    text = printable(value.text)
    scaled = _SCALED.fullmatch(text)
    if scaled and _PLAIN.fullmatch(scaled[2]) and all(abs(x) < 10**DIGITS and x.is_integer() for x in _parts(value)):
        return complex_text(complex(*_parts(value)))
    if scaled:
        power, factor = f"2{scaled[1].replace('−', '-').translate(SUPERSCRIPTS)}", scaled[2]
        if factor in {"1", "−1"}:
            text = factor.replace("1", power)
        else:
            text = f"{factor}·{power}" if _NEEDS_NO_BRACKETS.fullmatch(factor) else f"({factor})·{power}"
    if _PLAIN.fullmatch(text):
        return text
    decimals = decimal_of(value)
    if not decimals:
        return text
    return f"{text} ≈ {decimals}" if len(text) <= LONG and not short else f"≈ {decimals}"


def _parts(value: ExactValue) -> tuple[float, float]:
    return value.real, value.imag


def decimal_of(value: ExactValue) -> str:
    """The decimals of an exact eigenvalue; empty where it is beyond the range of floats."""
    z = complex(value.real, value.imag)
    return complex_text(z) if isfinite(z.real) and isfinite(z.imag) else ""


def traits(value: ExactValue) -> tuple[str, str, str]:
    """How often an eigenvalue occurs, its Jordan blocks where it is defective, and its condition; else empty.

    Examples:
        >>> traits(ExactValue("2", 2.0, 0.0, 3, (2, 1), 41.0))
        ('3', '2 + 1', '41')
        >>> traits(ExactValue("2", 2.0, 0.0, 1, (1,), 1.0))
        ('', '', '')
    """
    return (
        str(value.multiplicity) if value.multiplicity > 1 else "",
        " + ".join(map(str, value.blocks)) if max(value.blocks, default=1) > 1 else "",
        number_text(value.condition, FEW_DIGITS)
        if value.condition > WELL_CONDITIONED * sqrt(value.multiplicity)
        else "",
    )


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number of things.

    Examples:
        >>> counted(1, "law"), counted(2, "law"), counted(0, "matrix", "matrices")
        ('1 law', '2 laws', '0 matrices')
    """
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def enumerated(names: Sequence[str], most: int = 6) -> str:
    """Names as in a sentence, some of many.

    Examples:
        >>> enumerated(["a"]), enumerated(["a", "b", "c"]), enumerated(["a", "b", "c", "d"], 2)
        ('a', 'a, b and c', 'a, b and 2 more')
    """
    if len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} more"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


# --- what was found ---------------------------------------------------------------------------------------------------


def verdict(report: Report) -> str:
    """The report in one line."""
    subject = f"{printable(report.routine)}, {report.dtype}"
    accepted = f"; {len(report.accepted)} more accepted" if report.accepted else ""
    if not report.ok:
        return f"{subject}: {counted(len(report.findings), 'law')} broken{accepted}"
    if accepted:
        return f"{subject}: all laws hold but {len(report.accepted)} accepted"
    return f"{subject}: {'all laws hold' if report.headroom else 'nothing was decided'}"


def said(decision: Decision) -> str:
    """What a decision says in words, its numbers written as elsewhere."""
    text = printable(decision.text)
    return text if decision.law in _HYGIENE else _written(text)


def place_of(decision: Decision) -> str:
    """Where a decision was made, its numbers written as elsewhere."""
    text = printable(decision.place)
    return text if decision.law in _HYGIENE else _written(text)


def _written(text: str) -> str:
    """A text of ours with its floats as `number_text` writes them: 1.5-2e-09i becomes 1.5 − 2·10⁻⁹i."""

    def written(found: re.Match[str]) -> str:
        sign, mantissa, exponent, unit = found.groups()
        size = _joined(mantissa, int(exponent)) if exponent else mantissa
        between = f" {sign} " if found.start() and text[found.start() - 1].isdigit() else sign
        return f"{between.replace('-', '−')}{size}{unit}"

    return _FLOAT.sub(written, text)


def amount(decision: Decision) -> str:
    """How far a decision is from what is allowed, in numbers; empty where no distance was measured."""
    if decision.law in IS_YES_OR_NO or decision.allowed <= 0:
        return ""
    times = rational_text(decision.found / decision.allowed, decision.power)
    if decision.law in _HAS_NO_UNIT:
        return f"Found {times} times what is allowed."
    found, allowed = (rational_text(x, decision.power) for x in (decision.found, decision.allowed))
    scale = "" if decision.law in _IS_FREE_OF_SCALE else " where A is scaled to about 1"
    return f"Found {found}, allowed {allowed}{scale}: {times} times what is allowed."


def in_words(decision: Decision) -> str:
    """Where, what was found, and how far that is from what is allowed: one or two sentences."""
    place, text, numbers = place_of(decision), said(decision), amount(decision)
    if place and not text and numbers:
        return _sentence(f"{place}: {numbers[0].lower()}{numbers[1:]}")
    told = _sentence(": ".join(filter(None, (place, text))))
    return " ".join(filter(None, (told, numbers)))


def _sentence(text: str) -> str:
    """A text with a full stop, and a capital letter where it begins with a plain word."""
    if re.match(r"[a-z]{2,}\b(?![-(.:/])|[a-z]{2,}: ", text):
        text = text[0].upper() + text[1:]
    return text if not text or text[-1] in ".!?…" else f"{text}."


def spread(finding: Finding) -> str:
    """How many inputs broke the law, and of which families they are."""
    text = f"{counted(finding.broken, 'input')} broke it"
    if not finding.families:
        return f"{text}."
    names = enumerated(list(map(printable, finding.families)))
    return f"{text}, of the {'family' if len(finding.families) == 1 else 'families'} {names}."


def outcome_text(finding: Finding) -> str:
    """What came of the call; large arrays are cut."""
    text = printable(finding.outcome)
    return text if len(text) <= LONG_OUTCOME else f"{text[:LONG_OUTCOME].rstrip()} …"


def is_shown_by_values(finding: Finding) -> bool:
    """Whether exact eigenvalues beside those that came back show what is wrong; else the outcome is told as well."""
    return finding.law in _IS_ABOUT_VALUES and any(portrait.returned for portrait in finding.portraits)


def code_of(finding: Finding) -> str:
    """The code that makes the input, with all that it needs."""
    code = finding.code.strip("\n")
    needs = "np." in code and not re.search(r"^import numpy as np$", code, re.MULTILINE)
    return f"import numpy as np\n\n{code}" if needs else code


def share(headroom: Headroom) -> str:
    """The largest share of what is allowed that was reached; empty for laws of yes or no.

    Examples:
        >>> share(Headroom("trace", 12, 0.0187, "")), share(Headroom("trace", 12, 2e-9, ""))
        ('1.9 %', '< 0.01 %')
        >>> share(Headroom("finite", 12, 0.0, ""))
        ''
    """
    if headroom.law in IS_YES_OR_NO:
        return ""
    percent = 100 * headroom.ratio
    if 0 < percent < LEAST_SHARE:
        return "< 0.01 %"
    # No more than 100: rounding must not say that a law was broken that holds.
    return f"{min(float(f'{percent:.2g}'), 100.0):g} %"


# --- the rest of a report ---------------------------------------------------------------------------------------------


def families_text(families: Mapping[str, int]) -> str:
    """How many matrices of each family there were, most first."""
    names = sorted(families, key=lambda name: (-families[name], name))
    return ", ".join(f"{families[name]} {printable(name)}" for name in names)


def environment_text(environment: Mapping[str, str]) -> str:
    """What took part, in a line."""
    return ", ".join(f"{printable(name)} {printable(version)}" for name, version in environment.items())


def about_replay(report: Report) -> str:
    """The options with which the same inputs are given again."""
    return f"--seed {report.seed} --examples {report.examples}"


def contract_text(report: Report) -> str:
    """What the routine was held to, in a few words."""
    contract = report.contract
    parts: list[str] = [contract.kind]
    if contract.order != "any":
        parts.append(f"values {contract.order}")
    if contract.triangle != "both":
        rest = ", the rest is finite" if contract.unread == "finite" else ""
        parts.append(f"the {contract.triangle} triangle is read{rest}")
    more = (
        (contract.left, "left vectors"),
        (contract.unit, "vectors of length 1"),
        (contract.basis, "independent vectors"),
        (not contract.balancing and not contract.is_hermitian, "no balancing"),
        (not contract.joint, "each eigenvalue by itself"),
        (contract.stacks, "stacks"),
        (contract.preserves_input, "the input stays as it is"),
    )
    parts += [text for holds, text in more if holds]
    if contract.largest is not None:
        parts.append(f"n ≤ {contract.largest}")
    if not contract.is_exact:
        parts.append(f"bounds {contract.tolerance}·n·ε‖A‖")
    return ", ".join(parts)


def options_text(options: Sequence[tuple[str, object]]) -> str:
    """Keyword arguments as they are written in a call."""
    return printable(", ".join(f"{name}={value!r}" for name, value in options))
