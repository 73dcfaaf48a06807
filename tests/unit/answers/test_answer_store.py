"""The store of verdicts: what is in it, who may use it, and what is no store."""

from __future__ import annotations

import sqlite3
from fractions import Fraction
from pathlib import Path

import pytest

from symeig.answers.batch.cases import Case, Manner, Posed, Result, Unread, cases
from symeig.answers.batch.rows import Row
from symeig.answers.batch.store import Store
from symeig.errors import InputError

EXERCISES = {"q1": Posed("q1", "A eigenvalues", Fraction(3, 2))}
ROWS = [Row("1", "q1", "5, 2"), Row("2", "q1", {"P": "Ö"}), Row("3", "q1", "5, 2"), Row("4", "q9", "x")]
FOUND = cases(ROWS, EXERCISES, Manner())
FIRST, SECOND = (case for case in FOUND[:2] if isinstance(case, Case))
PARTIAL = Result("partial", Fraction(2, 3), ("M_A", "M_B"), "Đúng\nmột phần")
ENDED = Result("invalid", Fraction(0), (), "too long", "2 s")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is."""
    return tmp_path / "results.sqlite"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """What anybody finds in the file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_what_is_put_in_comes_out(path: Path) -> None:
    """Exactly, in this run and in the next."""
    for _ in range(2):
        with Store(path, "2 s") as store:
            store.begin(ROWS, FOUND)
            if store.missing():
                assert store.missing() == {FIRST.key, SECOND.key}
                store.put(FIRST, PARTIAL)
                store.put(SECOND, ENDED)
            assert store.missing() == set()
            assert store.results() == {FIRST.key: PARTIAL, SECOND.key: ENDED}


def test_results_can_be_asked_for(path: Path) -> None:
    """By anybody, with the rows they belong to; what is not judged yet has no verdict."""
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        store.put(FIRST, PARTIAL)
    query = "SELECT number, student_id, question_id, answer, verdict, score, max_score, codes FROM results"
    assert rows(path, query) == [
        (1, "1", "q1", "5, 2", "partial", 1.0, 1.5, "M_A M_B"),
        (2, "2", "q1", '{"P": "Ö"}', None, None, 1.5, ""),
        (3, "3", "q1", "5, 2", "partial", 1.0, 1.5, "M_A M_B"),
        (4, "4", "q9", "x", "invalid", 0.0, 0.0, ""),
    ]
    assert isinstance(FOUND[3], Unread)
    assert rows(path, "SELECT feedback FROM results WHERE number = 4") == [(FOUND[3].problem,)]
    assert list(path.parent.iterdir()) == [path]
    # No log is needed to read it, so that it can be read where nothing can be written.
    assert path.read_bytes()[18:20] == b"\1\1"


def test_runs_are_told_apart(path: Path) -> None:
    """Each verdict knows the run in which it came."""
    for case in (FIRST, SECOND):
        with Store(path, "2 s") as store:
            store.begin(ROWS, FOUND)
            store.put(case, PARTIAL)
    assert dict(rows(path, "SELECT key, run FROM verdicts")) == {FIRST.key: 1, SECOND.key: 2}


def test_nothing_is_judged_twice(path: Path) -> None:
    """A second verdict on a case is a mistake of ours."""
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        store.put(FIRST, PARTIAL)
        with pytest.raises(InputError, match="UNIQUE"):
            store.put(FIRST, PARTIAL)


def test_what_other_bounds_have_ended_is_judged_again(path: Path) -> None:
    """What came to its end is not."""
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        store.put(FIRST, PARTIAL)
        store.put(SECOND, ENDED)
    with Store(path, "9 s") as store:
        store.begin(ROWS, FOUND)
        assert store.missing() == {SECOND.key}


def test_verdicts_on_other_rows_stay(path: Path) -> None:
    """A file of fewer answers forgets none."""
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        store.put(FIRST, PARTIAL)
    with Store(path, "2 s") as store:
        store.begin(ROWS[1:2], FOUND[1:2])
        assert store.results() == {}
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        assert store.missing() == {SECOND.key}


def test_two_runs_at_once_are_refused(path: Path) -> None:
    """They would judge everything twice."""
    with Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)
        with pytest.raises(InputError, match="is used by another run"), Store(path, "2 s"):
            pytest.fail("It was opened.")
        store.put(FIRST, PARTIAL)


def test_somebody_who_writes_is_waited_for(path: Path) -> None:
    """And refused where that takes long."""
    with Store(path, "2 s"):
        pass
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(InputError, match="is used by another run"), Store(path, "2 s"):
        pass
    other.close()


def test_no_database(path: Path) -> None:
    """Another kind of file is left alone."""
    path.write_text("student_id,question_id,answer\n" * 99)
    with pytest.raises(InputError, match="is no file of SQLite"), Store(path, "2 s"):
        pass
    assert path.read_text().startswith("student_id")


@pytest.mark.parametrize(
    ("pragma", "words"), [("user_version = 2", "of version 2"), ("application_id = 7", "of another program")]
)
def test_another_database(pragma: str, words: str, path: Path) -> None:
    """So is the database of another program, or of another version."""
    with Store(path, "2 s"):
        pass
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {pragma}")
    connection.close()
    with pytest.raises(InputError, match=words), Store(path, "2 s"):
        pass


def test_damaged_database(path: Path) -> None:
    """What is wrong is said in the words of SQLite."""
    with Store(path, "2 s") as store:
        store.begin(ROWS * 999, FOUND * 999)
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xaa" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"cannot be used: .*malformed"), Store(path, "2 s") as store:
        store.begin(ROWS, FOUND)


def test_a_folder_that_is_not_there(path: Path) -> None:
    """It is refused as it is."""
    with pytest.raises(InputError, match="unable to open"), Store(path.parent / "no" / "x.sqlite", "2 s"):
        pass
