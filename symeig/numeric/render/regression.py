"""A report as a pytest file: a test for each finding, which fails as long as the routine breaks the law.

The file needs symeig, which judges what comes back for an input by all laws; laws of hygiene are plain assertions. An
input that a routine crashed for is given to it in a process of its own first. A routine without a name by which it can
be imported has to be put into the file by hand.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from fractions import Fraction
from math import sqrt
from textwrap import indent, wrap
from typing import Any

from symeig.numeric.contracts import Contract
from symeig.numeric.known import LARGEST_SOLVED
from symeig.numeric.laws import HYGIENE
from symeig.numeric.render.words import code_of, environment_text, in_words, printable, verdict
from symeig.numeric.report import Finding, Report

__all__ = ["render"]

# Columns of a line: those of the usual formatters, of which those that have more join none.
WIDTH = 88

# What a contract promises and `judge_result` is to be told.
JUDGED = ("order", "unit", "basis", "balancing", "tolerance", "orthonormality")

# Modules whose functions a test file cannot import.
NOWHERE = frozenset({"__main__", "builtins", "None", ""})

_HYGIENE = frozenset(law.name for law in HYGIENE)

SURVIVED = '''\
def survived(code):
    """The A of some code, for which the routine neither crashes nor hangs."""
    code = dedent(code)
    script = f"""{code}
from contextlib import suppress
from symeig.numeric.targets import Target
with suppress(Exception):
    {TARGET!r}.load()(A)
"""
    subprocess.run([sys.executable, "-c", script], timeout=60, check=True)
    scope = {}
    exec(code, scope)
    return scope["A"]'''

HERMITIAN = '''\
def hermitian(A):
    """The Hermitian matrices whose %(triangle)s triangles stand in A; nothing else is read."""
    part = np.%(function)s(A)
    whole = part + np.%(function)s(A, %(offset)d).conj().swapaxes(-1, -2)
    if whole.dtype.kind == "c":
        n = whole.shape[-1]
        whole.imag[..., range(n), range(n)] = 0
    return whole'''

MEMORY = '''\
def memory(array):
    """The bytes of an array and of all that it is a part of."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array.tobytes()'''

# Why a test can do no more than fail.
TOO_LARGE = "The matrix is too large for this law to be decided outside of symeig verify."

UNNAMED = '''\
def routine(A):
    """Call the routine here: it has no name by which it could be imported."""
    raise NotImplementedError'''


def render(report: Report) -> str:
    """A report as the text of a pytest file.

    Args:
        report: The report; what was accepted and what is a remark is left out.

    Returns:
        Python that formatters leave as it is.
    """
    return _Writer(report).file()


class _Writer:
    """Writes tests, and remembers what they need."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.contract = report.contract
        self.needs: set[str] = set()
        self.imports: set[str] = set()
        self.is_named = _is_importable(report.routine) and all(_is_literal(value) for _, value in report.options)
        self.promises = _promises(report.contract)
        # Where other laws may be broken, a test asks for its own alone.
        self.asks_for_one = bool(report.accepted) or not report.contract.joint

    def file(self) -> str:
        """The whole file."""
        tests, names = [], set[str]()
        for finding in self.report.findings:
            name = stem = f"test_{finding.law.replace('-', '_')}"
            number = 1
            while name in names:
                number += 1
                name = f"{stem}_{number}"
            names.add(name)
            tests.append(self.test(finding, name))
        self.needs |= {name for name in ("pytest", "memory") if any(f"{name}." in t or f"{name}(" in t for t in tests)}
        parts = [f"{part}\n" for part in self.head()]
        return "\n".join(parts) + "".join(f"\n\n{text}\n" for text in [*self.helpers(), *tests])

    # --- above the tests ---

    def head(self) -> Iterator[str]:
        """What the file is, what it imports, and the routine."""
        report = self.report
        rows = _wrapped(f"{verdict(report)}.")
        about = f"The inputs are from seed {report.seed} of {report.examples} examples."
        fails = "Each test fails until the routine is right, or promises less."
        rows += ["", *_wrapped(fails if report.findings else "So there is nothing to test."), *_wrapped(about)]
        if report.environment:
            rows += _wrapped(f"Found with {environment_text(report.environment)}.")
        yield f'"""{_quoted(chr(10).join(rows))}\n"""'
        if not report.findings:
            return
        modules = ["import numpy as np", *(["import pytest"] if "pytest" in self.needs else [])]
        if "survived" in self.needs:
            yield "import subprocess\nimport sys\nfrom textwrap import dedent"
        yield "\n".join([*modules, *sorted(self.imports - {"import numpy as np"})])
        ours = [*(["Target"] if self.is_named else []), *(["judge_result"] if "judge_result" in self.needs else [])]
        if ours:
            yield f"from symeig.numeric import {', '.join(ours)}"
        constants = []
        if self.is_named:
            arguments = [_text(report.routine), _text(report.namespace)]
            if report.options:
                arguments.append(_literal(tuple((name, value) for name, value in report.options)))
            constants += [_called("TARGET = Target", arguments), "routine = TARGET.load()"]
        if self.promises and "judge_result" in self.needs:
            constants.append(f"PROMISES = {_literal(self.promises)}")
        if constants:
            yield "\n".join(constants)

    def helpers(self) -> Iterator[str]:
        """The functions that the tests call."""
        if self.report.findings and not self.is_named:
            yield UNNAMED
        if "survived" in self.needs:
            yield SURVIVED
        if "hermitian" in self.needs:
            lower = self.contract.triangle == "lower"
            function, offset = ("tril", -1) if lower else ("triu", 1)
            yield HERMITIAN % {"triangle": self.contract.triangle, "function": function, "offset": offset}
        if "memory" in self.needs:
            yield MEMORY

    # --- tests ---

    def test(self, finding: Finding, name: str) -> str:
        """A test for a finding."""
        body = [
            f'"""{_quoted(finding.about.meaning)}"""',
            *(f"# {line}" for line in _wrapped(in_words(finding.worst), WIDTH - 6)),
            *(f"# {line}" for line in _wrapped(printable(finding.words), WIDTH - 6)),
            *self.input(finding),
            *self.judged(finding),
        ]
        return f"def {name}():\n" + indent("\n".join(body), "    ")

    def input(self, finding: Finding) -> Iterator[str]:
        """The lines that make A."""
        code = printable(code_of(finding))
        if self.is_named and _may_crash(finding):
            self.needs.add("survived")
            yield f'code = """\n{_quoted(code)}\n"""'
            yield "A = survived(code)"
            return
        lines = code.split("\n")
        first = next((k for k, line in enumerate(lines) if line and not re.match(r"import |from ", line)), len(lines))
        self.imports |= {line for line in lines[:first] if line}
        code = "\n".join(lines[first:])
        yield code if _is_formatted(code) else f"# fmt: off\n{code}\n# fmt: on"

    @property
    def names(self) -> tuple[str, ...]:
        """What the routine returns."""
        if not self.contract.has_vectors:
            return ("values",)
        return ("values", "left", "vectors") if self.contract.left else ("values", "vectors")

    @property
    def call(self) -> str:
        return f"{', '.join(self.names)} = routine(A)"

    def judged(self, finding: Finding) -> Iterable[str]:
        """The lines that call the routine and look at what comes back."""
        if finding.law in _HYGIENE:
            return self.hygiene(finding.law)
        needs_truth = finding.law in {"multiplicities", "rank", "hermitian-values"}
        if not needs_truth or all(p.size <= LARGEST_SOLVED for p in finding.portraits):
            return [self.call, *self.results(finding)]
        if finding.law == "hermitian-values" and all(p.exact for p in finding.portraits):
            return [self.call, *self.sorted_values(finding)]
        if finding.law != "hermitian-values" and all(p.circles for p in finding.portraits):
            return [self.call, *self.discs(finding)]
        # The laws that need no exact eigenvalues are asked; nothing passes that was not decided.
        return [self.call, *self.results(finding), f"pytest.skip({_text(TOO_LARGE)})"]

    def hygiene(self, law: str) -> Iterable[str]:
        """What is asserted of the call, and of what comes back before it is looked at as numbers."""
        after = {
            "shape": self.shapes(),
            "dtype": self.dtypes(),
            "finite": (f"assert np.isfinite({name}).all()" for name in self.names),
        }
        if law in after:
            return [self.call, *after[law]]
        return {
            "completes": ["routine(A)"],
            "input-unchanged": ["before = memory(A)", "routine(A)", "assert memory(A) == before"],
            "non-finite-input": self.unless_raised("assert np.isnan(values).any()", self.contract.nonfinite),
            "empty-input": self.unless_raised("assert values.shape == A.shape[:-1]", self.contract.empty),
            "square-input": self.unless_raised("", "raise"),
        }[law]

    def shapes(self) -> Iterator[str]:
        yield "assert values.shape == A.shape[:-1]"
        for name in self.names[1:]:
            yield f"assert {name}.shape == A.shape"

    def dtypes(self) -> Iterator[str]:
        """As many digits as the input has; those of single precision for integers."""
        yield 'given = np.finfo(A.dtype if A.dtype.kind in "fc" else np.float32)'
        for name in self.names:
            kinds = "f" if self.contract.is_hermitian and name == "values" else "fc"
            yield f'assert {name}.dtype.kind in "{kinds}"'
            yield f"assert np.finfo({name}.dtype).nmant >= given.nmant"

    def unless_raised(self, check: str, promise: str) -> list[str]:
        """What must be true of the values, where an exception is no answer, or the only one."""
        if promise == "raise":
            return ["with pytest.raises(Exception):", "    routine(A)"]
        if promise == "anything":
            return ["routine(A)"]
        if promise == "either":
            return ["try:", f"    {self.call}", "except Exception:", "    return", check]
        return [self.call, check]

    def results(self, finding: Finding) -> Iterator[str]:
        """The laws, asked about each matrix."""
        self.needs.add("judge_result")
        yield from self.read()
        sides = [("A", [name for name in self.names if name != "left"])]
        if self.contract.left:
            yield "# A left vector is a right one of the adjoint, for the conjugate eigenvalue."
            yield "adjoint = A.conj().swapaxes(-1, -2)"
            sides.append(("adjoint", ["values.conj()", "left"]))
        for matrix, arrays in sides:
            if any(portrait.place for portrait in finding.portraits):
                short = ["w", "v"][: len(arrays)]
                yield f"for matrix, {', '.join(short)} in zip({', '.join([matrix, *arrays])}):"
                yield from (f"    {line}" for line in self.result(finding, ["matrix", *short]))
            else:
                yield from self.result(finding, [matrix, *arrays])

    def result(self, finding: Finding, arguments: Sequence[str]) -> Iterator[str]:
        promises = ["promises=PROMISES"] if self.promises else []
        call = f"judge_result({', '.join([*arguments, f'kind={_text(self.contract.kind)}', *promises])})"
        if self.asks_for_one:
            yield f"judgement = {call}"
            yield f'assert "{finding.law}" not in judgement.laws, judgement.broken'
        else:
            yield f"{call}.require()"

    def discs(self, finding: Finding) -> Iterator[str]:
        """For matrices too large to be solved again: as many values in each certified disc as there must be."""
        yield "# Every matrix near this one has so many eigenvalues within a radius of a centre."
        for k, portrait in enumerate(finding.portraits):
            values = f"values[{k}]" if portrait.place else "values"
            for circle in portrait.circles:
                near = f"np.abs({values} - {_complex(circle.real, circle.imag)}) <= {circle.radius!r}"
                yield f"assert np.sum({near}) == {circle.multiplicity}"

    def sorted_values(self, finding: Finding) -> Iterator[str]:
        """For Hermitian matrices too large to be solved again: the sorted values beside the exact ones."""
        worst = finding.worst
        yield from self.read()
        yield "# The bound is measured on A divided by a power of two of its size."
        yield "unit = 2.0 ** np.floor(np.log2(max(abs(A.real).max(), abs(A.imag).max())))"
        for k, portrait in enumerate(finding.portraits):
            yield "exact = []"
            yield from (
                f"exact += [{v.real!r}] * {v.multiplicity}" for v in sorted(portrait.exact, key=lambda v: v.real)
            )
            yield f"error = np.linalg.norm(np.sort(values{f'[{k}]' if portrait.place else ''}) - exact)"
            yield f"assert error <= {_root(worst.allowed, worst.power)!r} * unit"

    def read(self) -> Iterator[str]:
        """The line that makes A what the routine reads of it."""
        if self.contract.is_hermitian and self.contract.triangle != "both":
            self.needs.add("hermitian")
            yield "A = hermitian(A)"


# --- what the routine is ----------------------------------------------------------------------------------------------


def _is_importable(name: str) -> bool:
    """Whether a name has the form that `Target` reads."""
    module, colon, path = name.rpartition(":")
    dotted = path if module.endswith(".py") else f"{module}.{path}"
    is_written = bool(colon) and all(part.isidentifier() for part in dotted.split("."))
    return is_written and module not in NOWHERE and printable(name) == name


def _is_literal(value: object) -> bool:
    """Whether a value can be written in Python and read again as itself."""
    try:
        return bool(ast.literal_eval(repr(value)) == value)
    except (ValueError, SyntaxError, TypeError):
        return False


def _promises(contract: Contract) -> dict[str, Any]:
    """What is promised beyond what everybody expects."""
    usual = Contract(contract.kind)
    return {
        field.name: getattr(contract, field.name)
        for field in fields(contract)
        if field.name in JUDGED and getattr(contract, field.name) != getattr(usual, field.name)
    }


def _may_crash(finding: Finding) -> bool:
    """Whether what came of the call was neither a result nor an exception."""
    text = finding.worst.text
    if finding.law == "completes":
        return not text.startswith("it raised")
    return finding.law in _HYGIENE and text.startswith(("the process ended", "it had not returned"))


# --- code that formatters leave as it is ------------------------------------------------------------------------------


def _wrapped(text: str, width: int = WIDTH - 3) -> list[str]:
    return wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)


def _quoted(text: str) -> str:
    """A text between three double quotes."""
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'{text[:-1]}\\"' if text.endswith('"') else text


def _text(text: str) -> str:
    """A text in the quotes that formatters prefer."""
    written = repr(text)
    inner = written[1:-1]
    return f'"{inner}"' if written[0] == "'" and '"' not in inner else written


def _literal(value: Any) -> str:
    """A value as formatters write it."""
    match value:
        case str():
            return _text(value)
        case tuple():
            return f"({', '.join(map(_literal, value))}{',' * (len(value) == 1)})"
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            return f"{{{', '.join(f'{_literal(k)}: {_literal(v)}' for k, v in value.items())}}}"
    return repr(value)


def _called(start: str, arguments: Sequence[str]) -> str:
    """A call in a line, or in one for each argument where it is long."""
    line = f"{start}({', '.join(arguments)})"
    return line if len(line) <= WIDTH else f"{start}(\n" + "".join(f"    {x},\n" for x in arguments) + ")"


def _complex(real: float, imag: float) -> str:
    return repr(real) if not imag else f"({complex(real, imag)!r})".replace("((", "(").replace("))", ")")


def _root(x: Fraction, power: int) -> float:
    return sqrt(x) if power == 2 else float(x)


def _is_formatted(code: str) -> bool:
    """Whether every line is a statement as formatters write it."""
    for line in code.split("\n"):
        if not line or len(line) + 4 > WIDTH or "'" in line:
            return False
        try:
            written = ast.unparse(ast.parse(line))
        except SyntaxError:
            return False
        powers = len(re.findall(r"\*\*", line)) == len(
            re.findall(r"(?<![\w.)\]])\d[\d.]*\*\*-?[\d.]+(?![\w.(\[])", line)
        )
        if not powers or written.replace(" ** ", "**").replace("'", '"') != line:
            return False
    return True
