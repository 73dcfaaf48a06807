"""Which answers are the same one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from symeig.answers.batch.cases import Case, Manner, Posed, Unread, cases
from symeig.answers.batch.rows import Row

EXERCISES = {
    "poly": Posed("poly", "A charpoly", Fraction(1)),
    "values": Posed("values", "A eigenvalues", Fraction(3), {"charpoly": "poly"}),
}


def case(*rows: Row, exercises: Any = EXERCISES, manner: Manner = Manner()) -> Case:  # noqa: B008  (it is frozen)
    """The case of the last of some rows."""
    found = cases(rows, exercises, manner)[-1]
    assert isinstance(found, Case)
    return found


def key(*rows: Row, **options: Any) -> str:
    """Its key."""
    return case(*rows, **options).key


ROW = Row("1", "values", "5, 2")


def test_who_answers_makes_no_difference() -> None:
    """Nor does the id of the exercise, or what it is worth."""
    other = {"v2": replace(EXERCISES["values"], id="v2", marks=Fraction(7))}
    assert key(ROW) == key(Row("2", "values", "5, 2")) == key(Row("1", "v2", "5, 2"), exercises=other)


@pytest.mark.parametrize("answer", ["5,2", "5, 2 ", {"P": "5, 2"}, ["5", "2"], None])
def test_what_is_answered_makes_one(answer: Any) -> None:
    """Answers are the same where every sign of them is."""
    assert key(ROW) != key(replace(ROW, answer=answer))


def test_what_is_asked_makes_one() -> None:
    """Another matrix, question or policy, another language or level of hints, another version."""
    changed = {"values": replace(EXERCISES["values"], content="B eigenvalues")}
    keys = [
        key(ROW),
        key(ROW, exercises=changed),
        key(ROW, manner=Manner("vi")),
        key(ROW, manner=Manner("en", "full")),
    ]
    assert len(set(keys)) == len(keys)


def test_another_version_judges_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may judge otherwise."""
    before = key(ROW)
    monkeypatch.setattr("symeig.__version__", "99")
    assert key(ROW) != before


def test_earlier_answers_belong_to_it() -> None:
    """Those of the same student to the exercises that it follows, the last one where there are several."""
    wrong, right = Row("1", "poly", "x^2 - 7x + 12"), Row("1", "poly", "x^2 - 7x + 10")
    assert case(ROW).prior is None
    assert case(wrong, ROW).prior == {"charpoly": "x^2 - 7x + 12"}
    assert case(right, wrong, ROW).prior == {"charpoly": "x^2 - 7x + 12"}
    assert case(Row("2", "poly", "x"), ROW).prior is None
    assert case(replace(wrong, problem="unreadable"), ROW).prior is None
    assert len({key(ROW), key(wrong, ROW), key(right, ROW)}) == 3


def test_an_earlier_answer_may_stand_below() -> None:
    """Rows are in no order."""
    first, _ = cases([ROW, Row("1", "poly", "x")], EXERCISES, Manner())
    assert isinstance(first, Case)
    assert first.prior == {"charpoly": "x"}


def test_rows_without_a_case() -> None:
    """They have a reason, and the marks of the exercise where it is known."""
    bad, lost = cases([replace(ROW, problem="no answer"), replace(ROW, question="q9")], EXERCISES, Manner())
    assert bad == Unread("no answer", Fraction(3))
    assert isinstance(lost, Unread)
    assert "'q9'" in lost.problem
    assert lost.marks == 0
