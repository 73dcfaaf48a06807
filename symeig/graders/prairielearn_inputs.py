"""The answers in the data of a PrairieLearn question, as texts and lists that are read like everything that is typed.

Values travel as JSON objects with a type. Nothing in them is evaluated, and what was rounded to floats is taken as it
was typed.

References:
    PrairieLearn's `conversion_utils.to_json` writes these objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import Any

from symeig.answers.exercises import Exercise
from symeig.errors import InputError

__all__ = ["answers", "inputs", "plain"]

# The parts that answers have: an exercise q has them in the inputs q_P, q_D and so on.
PARTS = ("P", "Q", "D", "J")

# The types of arrays and numbers that are rounded to floats.
ROUNDED = ("ndarray", "complex_ndarray", "np_scalar", "complex")


def plain(value: Any) -> Any:
    """A value of PrairieLearn's as texts, numbers and lists, to be read like everything that is typed.

    Raises:
        InputError: It is of a type that is no number and no matrix.

    Examples:
        >>> plain({"_type": "sympy", "_value": "sqrt(2)/2", "_variables": []})
        'sqrt(2)/2'
    """
    if not isinstance(value, Mapping) or "_type" not in value:
        return value
    content = value.get("_value")
    match value["_type"]:
        case "sympy" | "np_scalar":
            return str(content)
        case "sympy_matrix" | "ndarray":
            return content
        case "complex" | "complex_ndarray" if isinstance(content, Mapping):
            return _complex(content.get("real"), content.get("imag"))
    msg = (
        f"The value is of PrairieLearn's type {value['_type']!r}. Numbers and matrices are judged. Use an input for"
        " text, for symbolic expressions or for matrices."
    )
    raise InputError(msg)


def _complex(real: Any, imaginary: Any) -> Any:
    """Complex numbers from two numbers, or from two lists of the same form."""
    if isinstance(real, list):
        return [_complex(x, y) for x, y in zip(real, imaginary, strict=True)]
    return f"{real} + ({imaginary})*i"


def answers(data: Mapping[str, Any], exercises: Mapping[str, Exercise]) -> dict[str, Any]:
    """The answers by the names of the exercises, those in parts as mappings."""
    all_found = {}
    for name, exercise in exercises.items():
        found = dict(inputs(data, exercise))
        if name in found:
            all_found[name] = found[name]
        elif found:
            all_found[name] = {key.removeprefix(f"{name}_"): value for key, value in found.items()}
    return all_found


def inputs(data: Mapping[str, Any], exercise: Exercise) -> Iterator[tuple[str, Any]]:
    """The inputs that an exercise has, with what was answered there; those left blank are none."""
    for name in (exercise.id, *(f"{exercise.id}_{part}" for part in PARTS)):
        answer = _answer(data, name, exercise)
        if answer not in (None, ""):
            yield name, answer


def _answer(data: Mapping[str, Any], name: str, exercise: Exercise) -> Any:
    """What was answered in an input: as it was typed, where that says more than what was made of it."""
    raw, submitted = data.get("raw_submitted_answers", {}), data.get("submitted_answers", {}).get(name)
    boxes = list(takewhile(lambda box: box is not None, (raw.get(f"{name}{k}") for k in count(1))))
    if boxes:
        return _matrix(boxes, exercise)
    is_rounded = isinstance(submitted, Mapping) and submitted.get("_type") in ROUNDED
    return raw[name] if is_rounded and isinstance(raw.get(name), str) else plain(submitted)


def _matrix(boxes: Sequence[str], exercise: Exercise) -> list[list[str]]:
    """The rows of boxes; for a basis the columns, which are its vectors."""
    rows = exercise.system.dimension
    columns = max(1, len(boxes) // rows)
    if exercise.question.kind == "eigenspace_basis":
        return [list(boxes[k::columns]) for k in range(columns)]
    return [list(boxes[k : k + columns]) for k in range(0, len(boxes), columns)]
