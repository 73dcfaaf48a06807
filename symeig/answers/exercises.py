"""Exercises in a file: matrices with what is asked about each, what is accepted, and what it is worth.

A file is JSON or YAML. Every number in it is read from its digits, as everywhere in symeig: 0.1 is 1/10.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from symeig.answers.checking import check_question
from symeig.answers.policies import Policy
from symeig.answers.questions import Question, plain_id
from symeig.errors import InputError, SymeigError
from symeig.exact.eigensystem import Eigensystem, eigensystem

__all__ = ["Exercise", "read_data", "read_exercises"]

_KEYS = ("matrix", "question", "eigenvalue", "k", "marks", "policy", "follows")


@dataclass(frozen=True)
class Exercise:
    """A question about a matrix, with what it is worth.

    Attributes:
        id: What it is called.
        matrix: A text, or a list of rows.
        question: What is asked.
        policy: What is accepted.
        marks: What it is worth.
        follows: Earlier exercises that an answer may follow from: their ids, by the kind of question.

    Examples:
        >>> Exercise.of("q1", {"matrix": "4 1; 2 3", "question": "eigenvalues", "marks": "2"}).marks
        Fraction(2, 1)
    """

    id: str
    matrix: Any
    question: Question
    policy: Policy = field(default_factory=Policy)
    marks: Fraction = Fraction(1)
    follows: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, data: Any, policy: Mapping[str, Any] | None = None) -> Exercise:
        """An exercise from plain data.

        Args:
            name: What it is called.
            data: A mapping with "matrix" and "question", and where wanted "eigenvalue", "k", "marks", "policy" and
                "follows".
            policy: What its own policy adds to.

        Raises:
            InputError: Something is missing or unknown, or the matrix cannot be read; the message names the exercise.
        """
        if not isinstance(data, Mapping) or not {"matrix", "question"} <= data.keys():
            msg = f"Exercise {name!r} lacks a matrix or a question. It is about both. Write both."
            raise InputError(msg)
        for key in data:
            if key not in _KEYS:
                near = get_close_matches(str(key), _KEYS, n=1) or _KEYS
                msg = f"Exercise {name!r} has {key!r}. There is no such key. Use {' or '.join(near)}."
                raise InputError(msg)
        try:
            question = Question(str(data["question"]).replace("-", "_"), data.get("eigenvalue"), data.get("k"))
            own = Policy.of({**(policy or {}), **_mapping("policy", data)})
            exercise = cls(name, data["matrix"], question, own, _marks(data), _mapping("follows", data))
            check_question(exercise.system, question)
        except SymeigError as error:
            msg = f"Exercise {name!r}: {error.message}"
            raise InputError(msg) from None
        return exercise

    @cached_property
    def system(self) -> Eigensystem:
        """The matrix, analysed."""
        return eigensystem(self.matrix)


def read_exercises(path: str | Path, policy: Mapping[str, Any] | None = None) -> dict[str, Exercise]:
    """The exercises of a file, by their ids.

    Args:
        path: A JSON or YAML file with a mapping "questions", from ids to exercises, and perhaps a "policy" that holds
            for all of them.
        policy: What that policy adds to.

    Raises:
        InputError: The file cannot be read, or an exercise in it has a fault.

    Examples:
        >>> import tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp(), "questions.json")
        >>> _ = file.write_text('{"questions": {"q1": {"matrix": [[4, 1], [2, 3]], "question": "eigenvalues"}}}')
        >>> read_exercises(file)["q1"].question.kind
        'eigenvalues'
    """
    data = read_data(path)
    if not isinstance(data, Mapping) or not isinstance(data.get("questions"), Mapping) or not data["questions"]:
        msg = f"'{path}' has no questions in it. It is a mapping with 'questions', from ids to exercises. Write some."
        raise InputError(msg)
    if unknown := data.keys() - {"questions", "policy"}:
        msg = f"'{path}' has {min(map(str, unknown))!r}. There are 'questions' and 'policy'. Use these."
        raise InputError(msg)
    common = {**(policy or {}), **_mapping("policy", data)}
    exercises = {
        plain_id(name): Exercise.of(plain_id(name), given, common) for name, given in data["questions"].items()
    }
    for exercise in exercises.values():
        _check_follows(exercise, exercises)
    return exercises


def read_data(path: str | Path) -> Any:
    """What a JSON or YAML file says, all numbers as they are written.

    Raises:
        InputError: It cannot be read, or is neither.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        msg = f"'{file}' cannot be read: {error.strerror}. Give a JSON or YAML file."
        raise InputError(msg) from None
    except UnicodeDecodeError as error:
        msg = f"'{file}' is not UTF-8 text at byte {error.start + 1}. Save it as UTF-8."
        raise InputError(msg) from None
    return _json(file, text) if file.suffix.lower() == ".json" else _yaml(file, text)


def _json(file: Path, text: str) -> Any:
    try:
        return json.loads(
            text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=partial(_once, file)
        )
    except json.JSONDecodeError as error:
        msg = f"'{file}' is not JSON at line {error.lineno}, column {error.colno}: {error.msg}. Mend it there."
        raise InputError(msg) from None
    except RecursionError:
        msg = f"'{file}' is nested too deeply. A mapping of exercises is needed. Write one."
        raise InputError(msg) from None


def _yaml(file: Path, text: str) -> Any:
    import yaml  # noqa: PLC0415  (where there is a YAML file)

    try:
        # Every scalar is a text: 5:30 is no time, "no" is no truth value, 0.1 is no float.
        for node in _mappings(yaml.compose(text, Loader=yaml.BaseLoader)):
            _once(file, [(str(key.value), None) for key, _ in node.value])
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (it makes texts, lists and mappings alone)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        msg = f"'{file}' is not YAML{place}: {getattr(error, 'problem', error)}. Mend it there."
        raise InputError(msg) from None


def _once(file: Path, pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping, in which no name stands twice: the first one would be lost without a word."""
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        msg = f"'{file}' has {twice!r} twice in one place. Each name stands there once. Give one of them another name."
        raise InputError(msg)
    return dict(pairs)


def _mappings(node: Any) -> Iterator[Any]:
    """The mappings of a YAML document, from the outside."""
    if getattr(node, "id", "") == "mapping":
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif getattr(node, "id", "") == "sequence":
        for value in node.value:
            yield from _mappings(value)


def _mapping(key: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    value = data.get(key) or {}
    if not isinstance(value, Mapping):
        msg = f"There is {key}={value!r}. It is a mapping of names to values. Write one."
        raise InputError(msg)
    return value


def _marks(data: Mapping[str, Any]) -> Fraction:
    given = data.get("marks", 1)
    try:
        marks = Fraction(str(given))
    except (ValueError, ZeroDivisionError):
        marks = Fraction(0)
    if marks <= 0:
        msg = f"There is marks={given!r}. They are a positive number. Write 2 or 1/2, say."
        raise InputError(msg)
    return marks


def _check_follows(exercise: Exercise, exercises: Mapping[str, Exercise]) -> None:
    """Refuse an earlier exercise that does not exist, or is of another kind."""
    for kind, earlier in exercise.follows.items():
        found = exercises.get(plain_id(earlier))
        if found is None or found.question.kind != kind or found is exercise:
            msg = (
                f"Exercise {exercise.id!r} follows {earlier!r} with its {kind}. There is no such exercise with this"
                " question. Name the exercise where it is asked."
            )
            raise InputError(msg)
