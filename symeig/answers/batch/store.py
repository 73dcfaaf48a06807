"""Where verdicts are kept as they come, in one file of SQLite: nothing is lost when the work is ended, nor done twice.

Each verdict is a transaction of its own. Its log is not forced to the disk, so that a thousand in a second cost little:
a process that is killed loses none, and a machine that loses its power the last ones at most.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from symeig.answers.batch.cases import Case, Result, Unread
from symeig.answers.batch.rows import Row
from symeig.errors import InputError

__all__ = ["Store"]

# The mark of our files, "seig", and the version of the tables.
APPLICATION = 0x73656967
VERSION = 1

# Seconds in which another run has to give the file free.
PATIENCE = 0.2

TABLES = """
BEGIN EXCLUSIVE;
PRAGMA application_id = 0x73656967;
PRAGMA user_version = 1;
-- What is said of each case; "run" is the number of the run in which it was judged, "bounds" those that ended the work.
CREATE TABLE verdicts (
  key TEXT PRIMARY KEY, verdict TEXT NOT NULL, share TEXT NOT NULL, part REAL NOT NULL, codes TEXT NOT NULL,
  feedback TEXT NOT NULL, bounds TEXT NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE runs (run INTEGER PRIMARY KEY, begun TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- The rows of the last run.
CREATE TABLE rows (
  number INTEGER PRIMARY KEY, student_id TEXT NOT NULL, question_id TEXT NOT NULL, answer TEXT NOT NULL,
  max_score REAL NOT NULL, problem TEXT NOT NULL, key TEXT
);
CREATE VIEW results AS
  SELECT number, student_id, question_id, answer,
    CASE WHEN rows.key IS NULL THEN 'invalid' ELSE verdict END AS verdict,
    CASE WHEN rows.key IS NULL THEN 0.0 ELSE part * max_score END AS score,
    max_score, coalesce(codes, '') AS codes, coalesce(feedback, problem) AS feedback
  FROM rows LEFT JOIN verdicts USING (key) ORDER BY number;
COMMIT;
"""


class Store:
    """The verdicts on answers, and the rows that they belong to, for the length of a `with` statement.

    Args:
        path: The file; it is made where there is none.
        bounds: On the work, in words: what was ended by others is judged again.

    Raises:
        InputError: The file is no store, or one of another version, or somebody uses it.

    Examples:
        >>> import tempfile
        >>> from symeig.answers.batch.cases import Manner, Posed, cases
        >>> rows = [Row("1", "q1", "5, 2"), Row("2", "q1", "5, 2")]
        >>> found = cases(rows, {"q1": Posed("q1", "4 1; 2 3", Fraction(1))}, Manner())
        >>> with Store(Path(tempfile.mkdtemp(), "results.sqlite"), "2 s") as store:
        ...     store.begin(rows, found)
        ...     todo = store.missing()
        ...     store.put(found[0], Result("correct", Fraction(1), (), "Correct."))
        ...     len(todo), len(store.missing()), store.results()[found[0].key].verdict
        (1, 0, 'correct')
    """

    def __init__(self, path: Path, bounds: str) -> None:
        self._path = path
        self._bounds = bounds
        self._run = 0

    def __enter__(self) -> Self:
        with self._refusals():
            self._connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
            try:
                self._open()
            except BaseException:
                self._connection.close()
                raise
        return self

    def _open(self) -> None:
        run = self._connection.execute
        # Alone with the file, also where several machines share it.
        run("PRAGMA locking_mode = EXCLUSIVE")
        if not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self._connection.executescript(TABLES)
        marks = run("PRAGMA application_id").fetchone()[0], run("PRAGMA user_version").fetchone()[0]
        if marks != (APPLICATION, VERSION):
            what = f"of version {marks[1]}" if marks[0] == APPLICATION else "of another program"
            msg = f"'{self._path}' is a file {what}. Verdicts are kept in one of version {VERSION}. Name another store."
            raise InputError(msg)
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with suppress(sqlite3.Error) if kind else self._refusals():
            try:
                # One file, that can be copied and read by others.
                self._connection.execute("PRAGMA journal_mode = DELETE")
            finally:
                self._connection.close()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn what SQLite says into a message."""
        try:
            yield
        except sqlite3.Error as error:
            why = {
                "SQLITE_BUSY": "is used by another run. Wait for its end, or name another store.",
                "SQLITE_NOTADB": "is no file of SQLite. Verdicts are kept in one. Name another store.",
            }.get(getattr(error, "sqlite_errorname", ""), f"cannot be used: {error}. Name another store.")
            msg = f"'{self._path}' {why}"
            raise InputError(msg) from None

    def begin(self, rows: Sequence[Row], found: Sequence[Case | Unread]) -> None:
        """Begin a run.

        Args:
            rows: The answers.
            found: What has to be judged for each, or why nothing can be.
        """
        values = [_values(number, *pair) for number, pair in enumerate(zip(rows, found, strict=True), 1)]
        with self._refusals(), self._transaction() as run:
            self._run = run("INSERT INTO runs DEFAULT VALUES RETURNING run").fetchone()[0]
            run("DELETE FROM rows")
            self._connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            # What other bounds have ended is judged again.
            run("DELETE FROM verdicts WHERE bounds NOT IN ('', ?)", (self._bounds,))

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        self._connection.execute("BEGIN")
        try:
            yield self._connection.execute
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def missing(self) -> set[str]:
        """The keys of rows that have no verdict yet."""
        query = "SELECT DISTINCT key FROM rows WHERE key NOT NULL AND key NOT IN (SELECT key FROM verdicts)"
        with self._refusals():
            return {key for (key,) in self._connection.execute(query)}

    def put(self, case: Case, result: Result) -> None:
        """Keep what is said of a case; at once, so that it need not be judged again."""
        share, codes = str(result.share), " ".join(result.codes)
        values = (
            case.key,
            result.verdict,
            share,
            float(result.share),
            codes,
            result.feedback,
            result.bounds,
            self._run,
        )
        with self._refusals():
            self._connection.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def results(self) -> dict[str, Result]:
        """What is said of the cases of this run, by their keys."""
        query = "SELECT key, verdict, share, codes, feedback, bounds FROM verdicts WHERE key IN (SELECT key FROM rows)"
        with self._refusals():
            found: Iterable[Any] = self._connection.execute(query)
            return {
                key: Result(verdict, Fraction(share), tuple(codes.split()), feedback, bounds)
                for key, verdict, share, codes, feedback, bounds in found
            }


def _values(number: int, row: Row, found: Case | Unread) -> tuple[Any, ...]:
    """A row of the table."""
    answer = row.answer if isinstance(row.answer, str) else json.dumps(row.answer, ensure_ascii=False)
    said = number, row.student, row.question, answer
    if isinstance(found, Unread):
        return *said, float(found.marks), found.problem, None
    return *said, float(found.exercise.marks), "", found.key
