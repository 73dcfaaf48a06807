"""The work of `symeig compute`, as it is done in the worker process: plain data in, plain data out."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sympy import Expr, ImmutableMatrix, MatrixBase, oo, sstr

from symeig.cli.failures import spoken
from symeig.cli.worker import Answer
from symeig.errors import InputError
from symeig.exact.dynamics import flow, iterate
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.gershgorin import Disc, DiscUnion, GershgorinDiscs, gershgorin
from symeig.exact.growth import growth
from symeig.exact.moduli import spectral_radius
from symeig.exact.norms import norm
from symeig.exact.perron import perron
from symeig.exact.rayleigh import rayleigh
from symeig.exact.singular_values import svd
from symeig.reading import ExactMatrix, read_matrix_argument
from symeig.worked.brief.text import matrix_block
from symeig.writing import display_width, line

__all__ = ["compute"]

# Bits of a rational number beyond which its decimals are shown too, and how many of them.
LONG, DIGITS = 64, 15

Value: TypeAlias = Expr | MatrixBase | str | bool


@dataclass(frozen=True)
class Item:
    """One result.

    Attributes:
        key: Its name for programs.
        label: How it is called where people read it.
        value: What it is.
    """

    key: str
    label: str
    value: Value


Options: TypeAlias = Mapping[str, Any]
Computation: TypeAlias = Callable[[ExactMatrix, Options], Iterator[Item]]


def compute(  # noqa: PLR0913  (what is computed, how it is read, and how it is shown)
    what: str, matrix: str, options: Options, *, form: str, floats: Any, width: int
) -> Answer:
    """What is asked for of the matrix that a command-line argument stands for.

    Args:
        what: One of `symeig.cli.compute.WHAT`.
        matrix: The argument.
        options: What else was given: argument, vector, constant, steps, below, above, at.
        form: "text" or "json".
        floats: How floats are read.
        width: Columns of a text.
    """
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        given = read_matrix_argument(matrix, floats=floats)
        items = list(_COMPUTATIONS[what](given, options))
    told = _json(what, given, items) if form == "json" else _text(items, width)
    return Answer(told, warnings=tuple(spoken(str(w.message)) for w in caught))


# --- what can be computed ---------------------------------------------------------------------------------------------


def _function(label: str, of: Callable[[Eigensystem, Options], ImmutableMatrix]) -> Computation:
    """A function of the matrix; in the label # stands for the argument."""

    def found(given: ExactMatrix, options: Options) -> Iterator[Item]:
        yield Item("result", _named(label, options["argument"]), of(eigensystem(given), options))

    return found


def _named(label: str, argument: str | None) -> str:
    """A label with its argument in it, in brackets where it is no letter or number."""
    if argument is None or (argument == "1" and "#A" in label):
        return label.replace("#", "")
    is_plain = argument.isalnum() or label.endswith("(#)")
    return label.replace("#", argument if is_plain else f"({argument})")


def _definiteness(given: ExactMatrix, _: Options) -> Iterator[Item]:
    S = eigensystem(given)
    yield Item("definiteness", "", S.definiteness)
    for name, count in zip(("positive", "negative", "zero"), S.inertia, strict=True):
        yield Item(name, f"{name} eigenvalues", str(count))


def _rayleigh(given: ExactMatrix, options: Options) -> Iterator[Item]:
    R = rayleigh(given)
    yield Item("minimum", "minimum", R.minimum.expr)
    yield Item("minimisers", "reached at", ImmutableMatrix.hstack(*R.minimisers))
    yield Item("maximum", "maximum", R.maximum.expr)
    yield Item("maximisers", "reached at", ImmutableMatrix.hstack(*R.maximisers))
    yield Item("form", "xᵀAx for x = Qy", R.form)
    if options["vector"] is not None:
        yield Item("quotient", "at the vector", R.at(options["vector"]))


def _svd(given: ExactMatrix, _: Options) -> Iterator[Item]:
    found = svd(given)
    for name, M in zip("USV", found, strict=True):
        yield Item(name, name, M)
    yield Item("rank", "rank", str(found.rank))


def _pseudoinverse(given: ExactMatrix, _: Options) -> Iterator[Item]:
    yield Item("result", "A⁺", svd(given).pseudoinverse)


def _gershgorin(given: ExactMatrix, options: Options) -> Iterator[Item]:
    discs = gershgorin(given)
    for family, found, unions in (
        ("rows", discs.rows, discs.row_unions),
        ("columns", discs.columns, discs.column_unions),
    ):
        for disc in found:
            yield Item(f"{family}-{disc.number}", f"disc of {family[:-1]} {disc.number}", _disc(disc))
        for union in unions:
            yield Item(f"{family}-union-{union.numbers[0]}", f"  {_union(union)}", _count(union.eigenvalue_count))
    yield from _questions(discs, options)


def _disc(disc: Disc) -> str:
    return f"centre {line(disc.center)}, radius {line(disc.radius)}"


def _union(union: DiscUnion) -> str:
    discs = "disc" if union.eigenvalue_count == 1 else "discs"
    return f"{discs} {', '.join(map(str, union.numbers))}"


def _count(eigenvalues: int) -> str:
    return "1 eigenvalue" if eigenvalues == 1 else f"{eigenvalues} eigenvalues"


def _questions(discs: GershgorinDiscs, options: Options) -> Iterator[Item]:
    """The answers to what was asked of the discs, with their proof."""
    for name, ask, asked in (
        ("below", discs.excludes_below, "an eigenvalue with real part below"),
        ("above", discs.excludes_above, "an eigenvalue with real part above"),
        ("at", discs.excludes, "the eigenvalue"),
    ):
        if options[name] is None:
            continue
        answer = ask(options[name])
        inequalities = answer.proof or answer.obstacles
        reasons = ", ".join(f"{line(x.left)} {'>' if x.strict else '≥'} {line(x.right)}" for x in inequalities)
        told = f"impossible by the {answer.family}: {reasons}" if answer else f"not excluded; false is {reasons}"
        yield Item(name, f"{asked} {options[name]}", told)


def _spectral_radius(given: ExactMatrix, _: Options) -> Iterator[Item]:
    found = spectral_radius(given)
    yield Item("result", "spectral radius", found.expr)
    yield Item("decimal", "", f"≈ {float(found)!r}")
    for k, x in enumerate(found.eigenvalues, 1):
        yield Item(f"eigenvalue-{k}", "reached by", x.expr)


def _norms(given: ExactMatrix, _: Options) -> Iterator[Item]:
    orders: tuple[tuple[str, str, Any], ...] = (
        ("1", "‖A‖₁", 1),
        ("2", "‖A‖₂", 2),
        ("infinity", "‖A‖∞", oo),
        ("frobenius", "‖A‖F", "fro"),
        ("max", "max |aᵢⱼ|", "max"),
    )
    for key, label, order in orders:
        yield Item(key, label, norm(given, order))


def _perron(given: ExactMatrix, _: Options) -> Iterator[Item]:
    found = perron(given)
    yield Item("root", "Perron root", found.root.expr)
    yield Item("right", "right vector", found.right)
    yield Item("left", "left vector", found.left)
    yield Item("irreducible", "irreducible", found.is_irreducible)
    yield Item("primitive", "primitive", found.is_primitive)


def _growth(given: ExactMatrix, options: Options) -> Iterator[Item]:
    found = growth(given, options["vector"], steps=options["steps"])
    yield Item("rate", "rate", found.rate.expr)
    yield Item("decimal", "", f"≈ {float(found.rate)!r}")
    yield Item("degree", "degree d of ‖Aᵏv‖ ~ kᵈ·rateᵏ", str(found.degree))
    for k, x in enumerate(found.dominant, 1):
        yield Item(f"dominant-{k}", "governed by", x.expr)
    yield Item("settles", "settles after rescaling", found.settles)
    for k, (size, ratio) in enumerate(zip(found.norms[1:], found.ratios, strict=False), 1):
        yield Item(f"step-{k}", f"step {k}", f"norm {size!r}, ratio {ratio!r}")


def _motion(of: Callable[..., ImmutableMatrix], label: str) -> Computation:
    """Where an iterated map, or a differential equation, takes a vector."""

    def found(given: ExactMatrix, options: Options) -> Iterator[Item]:
        if options["vector"] is None:
            msg = "There is no start vector. An iterated map, or a differential equation, needs one. Add --vector."
            raise InputError(msg)
        x = of(given, options["vector"], options["argument"], constant=options["constant"])
        yield Item("result", _named(label, options["argument"]), x)

    return found


_COMPUTATIONS: dict[str, Computation] = {
    "power": _function("A^#", lambda S, options: S.power(options["argument"])),
    "inverse": _function("A⁻¹", lambda S, _: S.inverse()),
    "exp": _function("exp(#A)", lambda S, options: S.exp(options["argument"])),
    "sin": _function("sin(#A)", lambda S, options: S.sin(options["argument"])),
    "cos": _function("cos(#A)", lambda S, options: S.cos(options["argument"])),
    "sqrt": _function("√A", lambda S, _: S.sqrt()),
    "log": _function("log A", lambda S, _: S.log()),
    "iterate": _motion(iterate, "x(#)"),
    "flow": _motion(flow, "x(#)"),
    "definiteness": _definiteness,
    "rayleigh": _rayleigh,
    "svd": _svd,
    "pseudoinverse": _pseudoinverse,
    "gershgorin": _gershgorin,
    "spectral-radius": _spectral_radius,
    "norms": _norms,
    "perron": _perron,
    "growth": _growth,
}


# --- how it is shown --------------------------------------------------------------------------------------------------


def _text(items: list[Item], width: int) -> str:
    """Results one below the other: a label, and what it is."""
    return "".join(f"{text}\n" for item in items for text in _lines(item, width))


def _lines(item: Item, width: int) -> list[str]:
    value = item.value
    if isinstance(value, MatrixBase):
        exact = _beside(f"{item.label} = ", value, width)
        return [*exact, *_beside("≈ ", value.evalf(DIGITS), width)] if any(map(_is_long, value)) else exact
    text = line(value) if isinstance(value, Expr) else str(value)
    if isinstance(value, bool):
        text = "yes" if value else "no"
    sign = " = " if isinstance(value, Expr) else ": "
    return [f"{item.label}{sign}{text}" if item.label else text]


def _beside(head: str, M: MatrixBase, width: int) -> list[str]:
    """A matrix behind what stands before its first line."""
    block = matrix_block(M, width - display_width(head))
    return [(" " * display_width(head) if k else head) + row for k, row in enumerate(block)]


def _is_long(x: Expr) -> bool:
    """Whether a number is rational, and has so many digits that decimals say more."""
    return bool(x.is_Rational) and max(abs(x.p), x.q).bit_length() > LONG


def _json(what: str, given: ExactMatrix, items: list[Item]) -> str:
    """Results as data, one line for each: numbers and expressions in SymPy's syntax."""
    matrix = [[str(x) for x in row] for row in given.rows]
    head = {"format": "symeig-computation", "version": 1, "what": what, "matrix": matrix}
    lines = [f"  {_dumped(key)}: {_dumped(value)}," for key, value in head.items()]
    results = ",\n".join(f"    {_dumped(item.key)}: {_dumped(_data(item.value))}" for item in items)
    return "\n".join(["{", *lines, '  "results": {', results, "  }", "}"]) + "\n"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _data(value: Value) -> Any:
    if isinstance(value, MatrixBase):
        return [[sstr(x) for x in row] for row in value.tolist()]
    return sstr(value) if isinstance(value, Expr) else value
