"""Exercises in files: what is read, and what is refused with its reason."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from symeig.answers.checking import judged
from symeig.answers.exercises import read_exercises
from symeig.errors import InputError

YAML = """
policy: {field: real}
questions:
  q1:
    matrix: 4 1; 2 3
    question: charpoly
    marks: 1/2
  2: {matrix: [[0.1, 1], [2, 3]], question: power, k: 3, policy: {digits: 3}}
  q3:
    matrix: |
      4 1
      2 3
    question: eigenvalues
    follows: {charpoly: q1}
    policy: {multiplicity: required}
"""

JSON = '{"questions": {"q1": {"matrix": [[0.1, 1], [2, 3]], "question": "power", "k": 2}}}'


def write(folder: Path, text: str, name: str = "questions.yaml") -> Path:
    """A file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_yaml(tmp_path: Path) -> None:
    """A policy for all, one for each, marks, and what an answer may follow from."""
    exercises = read_exercises(write(tmp_path, YAML))
    assert list(exercises) == ["q1", "2", "q3"]
    first, second, third = exercises.values()
    assert (first.marks, first.policy.field, first.policy.multiplicity) == (Fraction(1, 2), "real", "optional")
    assert (second.question.k, second.policy.digits, second.policy.field) == (3, 3, "real")
    assert (third.policy.multiplicity, third.follows) == ("required", {"charpoly": "q1"})
    assert judged(third.system, third.question, "5, 2", third.policy).verdict == "correct"


def test_decimals_are_read_from_their_digits(tmp_path: Path) -> None:
    """0.1 is 1/10 in both formats, and a byte order mark does no harm."""
    yaml = read_exercises(write(tmp_path, YAML))["2"]
    plain = read_exercises(write(tmp_path, "\ufeff" + JSON, "questions.json"))["q1"]
    assert yaml.system.matrix == plain.system.matrix
    assert yaml.system.matrix[0, 0] * 10 == 1


REFUSED = {
    "no such file": (None, "cannot be read"),
    "no yaml": ("questions: [", r"is not YAML at line 1, column 13"),
    "no mapping": ("- q1", "has no questions"),
    "empty": ("questions:", "has no questions"),
    "unknown key above": ("questions: {q: {matrix: 1, question: charpoly}}\npolicies: {}", "'policies'"),
    "no question": ("questions: {q: {matrix: 4 1; 2 3}}", "'q' lacks"),
    "unknown kind": ("questions: {q: {matrix: 4 1; 2 3, question: eigenvalue}}", "Exercise 'q'.*Use eigenvalues"),
    "unknown key": ("questions: {q: {matrix: 1, question: charpoly, mark: 3}}", "'mark'.*Use marks"),
    "marks": ("questions: {q: {matrix: 1, question: charpoly, marks: no}}", "positive number"),
    "policy": ("questions: {q: {matrix: 1, question: charpoly, policy: {field: rael}}}", "'q'.*field='rael'"),
    "policy as a word": ("policy: strict\nquestions: {q: {matrix: 1, question: charpoly}}", "policy='strict'"),
    "matrix": ("questions: {q: {matrix: 1 2; 3, question: charpoly}}", "Exercise 'q': .*[Rr]ow"),
    "not square": ("questions: {q: {matrix: 1 2, question: charpoly}}", "Exercise 'q'"),
    "exponent": ("questions: {q: {matrix: 1, question: power, k: i}}", "exponent is 'i'"),
    "negative exponent": ("questions: {q: {matrix: 1, question: power, k: -1}}", "exponent is -1"),
    "no eigenvalue": ("questions: {q: {matrix: 1, question: eigenspace_basis, eigenvalue: 2}}", "no eigenvalue of"),
    "an id twice": ("questions: {q: {matrix: 1, question: charpoly}, q: {matrix: 1, question: charpoly}}", "'q' twice"),
    "a key twice": ("questions: {q: {matrix: 1, matrix: 2, question: charpoly}}", "'matrix' twice"),
    "follows nothing": ("questions: {q: {matrix: 1, question: eigenvalues, follows: {charpoly: p}}}", "follows 'p'"),
    "follows another kind": (
        """questions: {p: {matrix: 1, question: power, k: 2},
                       q: {matrix: 1, question: eigenvalues, follows: {charpoly: p}}}""",
        "follows 'p'",
    ),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, text: str | None, reason: str) -> None:
    """What is wrong is named, with the exercise it is in."""
    file = tmp_path / "none.yaml" if text is None else write(tmp_path, text)
    with pytest.raises(InputError, match=reason):
        read_exercises(file)


def test_json_with_a_fault_says_where(tmp_path: Path) -> None:
    """Line and column."""
    with pytest.raises(InputError, match=r"is not JSON at line 1, column 2"):
        read_exercises(write(tmp_path, "{]", "q.json"))


def test_json_with_an_id_twice(tmp_path: Path) -> None:
    """The first one would be lost without a word."""
    with pytest.raises(InputError, match="'q1' twice"):
        read_exercises(
            write(tmp_path, JSON.replace('{"q1"', '{"q1": {"matrix": 1, "question": "charpoly"}, "q1"'), "q.json")
        )


def test_ids_and_kinds_as_they_are_typed(tmp_path: Path) -> None:
    """Decomposed letters, spaces around, and a hyphen for an underscore make no difference."""
    text = "questions: {'Ca\u0302u 1 ': {matrix: 4 1; 2 3, question: eigenspace-basis, eigenvalue: 5}}"
    assert list(read_exercises(write(tmp_path, text))) == ["C\u00e2u 1"]


def test_not_utf8(tmp_path: Path) -> None:
    """The byte is named."""
    (tmp_path / "q.yaml").write_bytes(b"questions: \xff")
    with pytest.raises(InputError, match="not UTF-8 text at byte 12"):
        read_exercises(tmp_path / "q.yaml")
