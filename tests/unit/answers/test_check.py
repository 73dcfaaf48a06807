"""`check`: a matrix, a question and an answer in; a verdict and what to say out."""

from __future__ import annotations

import pickle
from fractions import Fraction

import numpy as np
import pytest
from sympy import Matrix, sqrt

from symeig import eigensystem
from symeig.answers import findings
from symeig.answers.checking import check
from symeig.answers.questions import Question
from symeig.errors import CertificationError, SymeigError

A = [[4, 1], [2, 3]]


def test_right_answer() -> None:
    """All marks, and no more words than that."""
    verdict = check(A, "eigenvalues", "5, 2")
    assert (verdict.verdict, verdict.score, verdict.feedback) == ("correct", 1, "Correct.")


def test_unreadable_answer_has_a_caret() -> None:
    """Under the character that cannot be read; in HTML it is escaped."""
    verdict = check(A, "eigenvalues", "5, 2 <b>")
    assert verdict.verdict == "invalid"
    first, problem, line, caret = verdict.feedback.splitlines()
    assert first == "This cannot be read. It does not count as an attempt."
    assert problem.startswith("'")
    assert line.rstrip() == "5, 2 <b>"
    assert line[len(caret) - 1] == "<"
    assert "&lt;b&gt;" in verdict.feedback_html
    assert "<b>" not in verdict.feedback_html
    assert verdict._repr_html_() == verdict.feedback_html


@pytest.mark.parametrize(
    "answer", [[5, 2], (5, 2), ["5", "2"], [Fraction(10, 2), 2.0], Matrix([5, 2]), "5, 2"], ids=repr
)
def test_answers_as_objects(answer: object) -> None:
    """Numbers of Python and SymPy, lists of them and of texts."""
    assert check(A, "eigenvalues", answer).verdict == "correct"


def test_matrices_as_objects() -> None:
    """In the named parts of an answer as well."""
    values = np.array([5.0, 2.0])
    assert check(A, "eigenvalues", values).verdict == "correct"
    assert check(A, "diagonalize", {"P": np.array([[1, 1], [1, -2]]), "D": np.diag([5, 2])}).verdict == "correct"
    parts = {"Q": Matrix([[1, 1], [1, -1]]) / sqrt(2), "D": [[3, 0], [0, 1]]}
    assert check([[2, 1], [1, 2]], "orthogonal_diagonalize", parts).verdict == "correct"


def test_system_is_solved_once() -> None:
    """What was computed for one answer serves the next."""
    system = eigensystem(A)
    assert check(system, Question("eigenspace_basis", eigenvalue="5"), "(1, 1)").verdict == "correct"


def test_verdicts_survive_pickling() -> None:
    """They come from worker processes."""
    verdict = check(A, "eigenvalues", "4, 3")
    assert pickle.loads(pickle.dumps(verdict)) == verdict


@pytest.mark.parametrize(
    ("arguments", "options", "needed"),
    [
        ((A, "eigenvalue", "5"), {}, "eigenvalues"),
        ((A, "eigenspace_basis", "(1, 1)"), {}, "eigenvalue="),
        ((A, "power", "(1, 1)"), {}, "k="),
        ((A, "eigenvalues", "5, 2"), {"language": "xx"}, "'en', 'vi'"),
        ((A, "eigenvalues", "5, 2"), {"hints": "loud"}, "'gentle'"),
        (([[1, 2]], "eigenvalues", "5, 2"), {}, "square"),
        ((A, Question("eigenspace_basis", eigenvalue=7), "(1, 1)"), {}, "about 7, no eigenvalue"),
        ((A, Question("power", k="i"), "[1 0; 0 1]"), {}, "exponent is 'i'"),
        ((A, Question("power", k=-1), "[1 0; 0 1]"), {}, "from 0 to 1000"),
        (([["n", 1], [1, 1]], Question("power", k="n"), "[1 0; 0 1]"), {}, "letter of its own"),
        ((A, "definiteness", "indefinite"), {}, "symmetric"),
        (([["k", 1], [1, "k"]], "definiteness", "indefinite"), {}, "depend on parameters"),
    ],
)
def test_wrong_questions_are_refused(arguments: tuple[object, ...], options: dict[str, str], needed: str) -> None:
    """By an error that says what is needed: the instructor's mistake is not the student's."""
    with pytest.raises(SymeigError, match=needed):
        check(*arguments, **options)  # type: ignore[arg-type]


def test_an_unread_answer_as_html() -> None:
    """The sentence wraps, and the caret stands below its character."""
    html = check(A, "eigenvalues", "5 and 2<x").feedback_html
    assert html.splitlines()[1].startswith("<p>")
    assert html.splitlines()[1].endswith("</p>")
    assert "<pre>5 and 2&lt;x\n" in html


@pytest.mark.parametrize("answer", ["", "  \n", None])
def test_no_answer(answer: str | None) -> None:
    """Is said in the language asked for, and no fault of reading."""
    assert check(A, "eigenvalues", answer).feedback == "There is no answer."
    assert check(A, "eigenvalues", answer, language="vi").feedback == "Chưa có câu trả lời."
    assert check(A, "eigenvalues", answer).verdict == "invalid"


def test_messages_are_for_students() -> None:
    """There is no advice for programmers in them."""
    assert "limits" not in check(A, "eigenvalues", "9^9^9").feedback


@pytest.mark.parametrize("place", ["judge_eigenvalues", "eigenvalue_mistake", "about_eigenvalues"])
def test_a_fault_of_ours_is_no_verdict(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never told to a student as something that cannot be read."""

    def fail(*_: object) -> None:
        msg = "The check of A P = P D fails. Please report it."
        raise CertificationError(msg)

    monkeypatch.setattr(findings, place, fail)
    with pytest.raises(CertificationError):
        check(A, "eigenvalues", "4, 3")
