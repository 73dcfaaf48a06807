"""The work itself, as it is done in the worker process: plain data in, plain data out.

Only the worker imports this module, and with it SymPy.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import click
from sympy import ImmutableMatrix, Rational, Symbol

from symeig import replay as checker
from symeig.cli.failures import BAD_INPUT, NO, Failure, spoken
from symeig.cli.worker import Answer
from symeig.errors import NotSquareError
from symeig.exact.certificate_file import certificate_document, matrix_document
from symeig.exact.eigensystem import eigensystem
from symeig.exact.proved import field_of
from symeig.reading import ExactMatrix, read_matrix_argument
from symeig.worked.brief import summarise, to_document, to_latex, to_text
from symeig.worked.brief.text import Role, matrix_block
from symeig.writing import line

__all__ = ["replay", "solve"]

# The generator of the field of a certificate.
THETA = Symbol("theta")

STYLES: dict[Role, dict[str, Any]] = {"heading": {"bold": True, "fg": "cyan"}, "remark": {"dim": True}}


def solve(  # noqa: PLR0913  (one for each option)
    matrix: str, *, goal: str, form: str, digits: int, floats: str, certified: bool, width: int, colour: bool
) -> Answer:
    """The eigensystem of a matrix, told in some form."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        system = eigensystem(read_matrix_argument(matrix, floats=cast("Any", floats)))
    if form == "json":
        output = _json(to_document(system, goal=cast("Any", goal), digits=digits))
    else:
        summary = summarise(system, goal=cast("Any", goal), digits=digits)
        paint = (lambda role, text: click.style(text, **STYLES[role])) if colour else None
        output = to_latex(summary) if form == "latex" else to_text(summary, width=width, paint=paint)
    certificate = _json(certificate_document(system)) if certified else None
    return Answer(output, certificate, tuple(spoken(str(w.message)) for w in caught))


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
