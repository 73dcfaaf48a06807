"""The work itself, as it is done in the worker process: plain data in, plain data out.

Only the worker imports this module, and with it SymPy.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, cast

import click
from sympy import ImmutableMatrix, Rational, Symbol

from symeig import replay as checker
from symeig.cli.failures import BAD_INPUT, NO, Failure, spoken
from symeig.cli.options import BRIEF_FORMS, CONVENTIONS, LEVELS, Options
from symeig.cli.worker import Answer
from symeig.errors import BudgetExceededError, InputError, NotSquareError
from symeig.exact.certificate_file import certificate_document, matrix_document
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.proved import field_of
from symeig.reading import ExactMatrix, read_expression, read_matrix, read_matrix_argument
from symeig.worked.brief import summarise, to_document, to_latex, to_text
from symeig.worked.brief.text import matrix_block
from symeig.worked.solution import solve as worked_solution
from symeig.writing import line

__all__ = ["replay", "solve", "solve_content"]

Paint: TypeAlias = Callable[[str, str], str]

# The generator of the field of a certificate.
THETA = Symbol("theta")

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "operation": {"fg": "yellow"},
    "remark": {"dim": True},
}

# The largest matrix that there is a worked solution for.
LARGEST_WORKED = 12


def solve(  # noqa: PLR0913  (what is told, how it is read, and where it is shown)
    matrix: str, options: Options, *, floats: str, certified: bool, width: int, colour: bool
) -> Answer:
    """What is told of the matrix that a command-line argument stands for."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        system = eigensystem(read_matrix_argument(matrix, floats=cast("Any", floats)))
    paint = (lambda role, text: click.style(text, **STYLES[role])) if colour else None
    answer = _told(system, options, width, paint)
    return replace(
        answer,
        certificate=_json(certificate_document(system)) if certified else None,
        warnings=tuple(spoken(str(w.message)) for w in caught),
    )


def solve_content(matrix: str | list[Any], options: Options, *, width: int) -> Answer:
    """What is told of a matrix that is a text or a list of rows, and never the name of a file."""
    return _told(eigensystem(read_matrix(matrix)), options, width, None)


def _told(system: Eigensystem, options: Options, width: int, paint: Paint | None) -> Answer:
    """The worked solution, or the results alone where those are asked for or the matrix is too large."""
    n = system.dimension
    if options.brief:
        return Answer(_brief(system, options, width, paint))
    if n <= LARGEST_WORKED:
        return Answer(_worked(system, options, width, paint))
    size = f"A {n}×{n} matrix is too large for a worked solution"
    if options.form not in BRIEF_FORMS:
        msg = f"{size}. Its results come in the formats {', '.join(BRIEF_FORMS)}. Choose one of them."
        raise BudgetExceededError(msg, what="size", limit=LARGEST_WORKED, spent=n)
    return Answer(_brief(system, options, width, paint), notes=(f"{size}; these are the results.",))


def _worked(system: Eigensystem, options: Options, width: int, paint: Paint | None) -> str:
    solution = worked_solution(
        system,
        goal=options.goal,
        language=options.language,
        convention=cast("Any", CONVENTIONS[options.convention]),
        level=LEVELS[options.level],
        variable=_letter(options.variable),
        unknowns=_letters(options.unknowns),
        argument=options.argument,
        digits=options.digits,
    )
    match options.form:
        case "latex":
            return _line_ended(solution.to_latex(standalone=options.standalone))
        case "markdown":
            return _line_ended(solution.to_markdown())
        case "html":
            return _line_ended(solution.to_html())
        case "json":
            return _line_ended(solution.to_json())
    return _line_ended(solution.to_text(width=width, paint=paint))


def _line_ended(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _letter(text: str) -> str:
    """The name of a letter, read as in a matrix: λ and lambda are the same one."""
    letter = read_expression(text)
    if not isinstance(letter, Symbol):
        msg = f"{text!r} is not a name. A letter is needed, or the name of a Greek one. Write x, x_1 or mu."
        raise InputError(msg)
    return str(letter.name)


def _letters(text: str | None) -> list[str] | None:
    return None if text is None else [_letter(part) for part in re.split(r"[\s,]+", text.strip())]


def _brief(system: Eigensystem, options: Options, width: int, paint: Paint | None) -> str:
    goal, digits = cast("Any", options.goal), options.digits
    if options.form == "json":
        return _json(to_document(system, goal=goal, digits=digits))
    summary = summarise(system, goal=goal, digits=digits)
    if options.form == "latex":
        return to_latex(summary, language=options.language, standalone=options.standalone)
    return to_text(summary, language=options.language, width=width, paint=paint)


def _json(document: Mapping[str, Any]) -> str:
    """JSON with one line for each key, and one for each item of a list of objects."""
    lines = []
    for key, value in document.items():
        text = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            text = "[\n    " + ",\n    ".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n  ]"
        lines.append(f"  {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def replay(file: str, matrix: str | None, *, width: int) -> Answer:
    """Whether a certificate file proves what it says of a matrix."""
    certificate = _certificate(file)
    if matrix is None:
        _check(certificate, certificate.get("matrix"), _entry(certificate, "field", "minpoly"))
        lines = [
            "The file proves a Jordan form, A P = P J with P invertible, of the matrix",
            "",
            *(f"  {row}" for row in matrix_block(_matrix_of(certificate), width - 2)),
            *_about_theta(certificate["field"]),
            "",
            "This matrix is the one in the file. Is it yours? Compare it, or give yours:",
            "  symeig replay FILE MATRIX",
        ]
        return Answer("\n".join(lines) + "\n")
    given = read_matrix_argument(matrix)
    field_part, rows = matrix_document(_square(given), field_of(given))
    _check(certificate, rows, field_part["minpoly"])
    return Answer("The file proves a Jordan form, A P = P J with P invertible, of the given matrix.\n")


def _certificate(file: str) -> dict[str, Any]:
    """The content of a certificate file; what it says is for the check to judge."""
    try:
        content = json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"Error: {file!r} cannot be read: {error.strerror}. Give a file written by solve --certificate."
        raise Failure(msg, BAD_INPUT) from None
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        msg = f"Error: {file!r} does not hold a JSON object. Give a file written by solve --certificate."
        raise Failure(msg, BAD_INPUT)
    return content


def _entry(content: Any, *keys: str) -> Any:
    """What stands in nested objects under some keys, or None."""
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    return content


def _check(certificate: dict[str, Any], rows: Any, minpoly: Any) -> None:
    try:
        checker.replay(certificate, rows, minpoly)
    except checker.Refused as refusal:
        msg = f"Refused: {refusal}."
        raise Failure(msg, NO) from None


def _square(given: ExactMatrix) -> ExactMatrix:
    rows, columns = given.shape
    if rows != columns:
        msg = (
            f"The matrix has {rows} rows and {columns} columns. A certificate is about a square matrix. Give that one."
        )
        raise NotSquareError(msg, shape=given.shape)
    return given


def _about_theta(field: dict[str, Any]) -> list[str]:
    """What θ is in the matrix of a certificate."""
    minpoly = [Rational(c) for c in field["minpoly"]]
    if len(minpoly) == 2:
        return []
    generator = str(field.get("generator", "θ")).replace("\n", " ")
    polynomial = line(sum(c * THETA**k for k, c in enumerate(minpoly)))
    return ["", f"  where {polynomial} = 0; the file calls θ {generator!r}, which plays no part in the proof"]


def _matrix_of(certificate: dict[str, Any]) -> ImmutableMatrix:
    """The matrix of a certificate that has been checked; entries beyond the rationals as polynomials in θ."""
    rows = [[x if isinstance(x, list) else [x] for x in row] for row in certificate["matrix"]]
    entries = [sum(Rational(c) * THETA**k for k, c in enumerate(x)) for row in rows for x in row]
    return ImmutableMatrix(len(rows), len(rows), entries)
