"""Matrix Market files -> exact rows.

The values are read from their digits, so that 0.1 is 1/10; a reader that goes through floats could not tell it from
its neighbours. Both formats (coordinate, array), all fields (real, integer, complex, pattern) and all symmetries of the
format are read. An expression such as ``1/3`` is allowed where the format has a number.

References:
    R. F. Boisvert, R. Pozo, K. A. Remington, The Matrix Market exchange formats: initial design, NISTIR 5935 (1996).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sympy

from symeig.reading.expressions import read_passage
from symeig.reading.limits import Limits
from symeig.reading.refusals import OversizeError, Passage
from symeig.reading.scalars import ExactScalar, canonical, to_sympy

__all__ = ["read_matrix_market"]

_BANNER = re.compile(
    r"%%MatrixMarket\s+matrix\s+(?P<format>coordinate|array)\s+(?P<field>real|double|integer|complex|pattern)"
    r"\s+(?P<symmetry>general|symmetric|skew-symmetric|hermitian)\s*",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_VALUES = {"pattern": 0, "complex": 2}
_LONGEST_INTEGER = 18


def read_matrix_market(text: str, limits: Limits) -> list[list[ExactScalar]]:
    r"""Exact rows of a matrix in a Matrix Market text.

    Args:
        text: The content of the file.
        limits: Bounds; `entries` bounds the size that the text may state.

    Raises:
        ParseError: the text does not follow the format; the error has the position and a caret line.
        UnsupportedEntryError: a value is not finite.
        BudgetExceededError: the stated size or a value is beyond the limits.

    Examples:
        >>> from symeig.reading import MATRIX_LIMITS
        >>> from symeig.reading.matrix_market import read_matrix_market
        >>> text = "%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n1 1 0.1\n2 1 -1\n"
        >>> read_matrix_market(text, MATRIX_LIMITS)
        [[Fraction(1, 10), -1], [-1, 0]]
    """
    return _MatrixMarket(Passage.of(text), limits).rows()


class _MatrixMarket:
    """One text, read line by line."""

    def __init__(self, passage: Passage, limits: Limits) -> None:
        self.passage = passage
        self.limits = limits
        banner = _BANNER.match(passage.plain)
        if banner is None:
            raise passage.malformed(
                0,
                "is not a Matrix Market file",
                "The first line is for example '%%MatrixMarket matrix coordinate real general'.",
            )
        self.format, self.field, self.symmetry = (group.lower() for group in banner.groups())
        self.lines = self._data_lines(banner.end())

    def rows(self) -> list[list[ExactScalar]]:
        size_line = self._next_line("the size")
        words = self._words(size_line, 3 if self.format == "coordinate" else 2)
        height, width, *stored = (self._integer(word) for word in words)
        if height * width > self.limits.entries:
            predicate = f"states a size of more than {self.limits.entries} entries"
            refusal = OversizeError(predicate, what="size", limit=self.limits.entries, spent=height * width)
            raise size_line.refused(size_line.start, refusal)
        if self.symmetry != "general" and height != width:
            predicate = f"states a {self.symmetry} matrix that is not square"
            raise size_line.malformed(size_line.start, predicate, "Mend the size or the first line.")
        rows: list[list[ExactScalar]] = [[0] * width for _ in range(height)]
        entries = self._coordinates(rows, stored[0]) if stored else self._columns(rows)
        for i, j, value in entries:
            rows[i][j] = value
            if self.symmetry != "general":
                rows[j][i] = value if i == j else self._mirrored(value)
        for line in self.lines:
            raise line.malformed(line.start, "comes after the last entry", "Mend the number of entries or remove it.")
        return rows

    def _coordinates(self, rows: list[list[ExactScalar]], count: int) -> Iterator[tuple[int, int, ExactScalar]]:
        """The stored entries with their places from 0."""
        places = set()
        for _ in range(count):
            line = self._next_line("an entry")
            row, column, *values = self._words(line, 2 + _VALUES.get(self.field, 1))
            i, j = self._integer(row) - 1, self._integer(column) - 1
            if not (0 <= i < len(rows) and 0 <= j < len(rows[0])):
                raise line.malformed(line.start, "gives a place outside the matrix", "Rows and columns count from 1.")
            if self.symmetry != "general" and j > i:
                remedy = f"A {self.symmetry} matrix is stored on and below the diagonal."
                raise line.malformed(line.start, "gives an entry above the diagonal", remedy)
            if (i, j) in places:
                raise line.malformed(line.start, "gives an entry for the second time", "Keep one of the two.")
            places.add((i, j))
            yield i, j, self._value(values, (i + 1, j + 1))

    def _columns(self, rows: list[list[ExactScalar]]) -> Iterator[tuple[int, int, ExactScalar]]:
        """The entries of the array format, which goes down the columns, with their places from 0."""
        for j in range(len(rows[0]) if rows else 0):
            first = {"general": 0, "skew-symmetric": j + 1}.get(self.symmetry, j)
            for i in range(first, len(rows)):
                words = self._words(self._next_line("an entry"), _VALUES.get(self.field, 1))
                yield i, j, self._value(words, (i + 1, j + 1))

    def _value(self, words: list[Passage], position: tuple[int, int]) -> ExactScalar:
        if not words:
            return 1
        parts = [read_passage(word.part(word.start, word.stop, position), self.limits) for word in words]
        if len(parts) == 1:
            return parts[0]
        return canonical(to_sympy(parts[0]) + to_sympy(parts[1]) * sympy.I)

    def _mirrored(self, value: ExactScalar) -> ExactScalar:
        match self.symmetry:
            case "skew-symmetric":
                return -value
            case "hermitian":
                return canonical(sympy.conjugate(to_sympy(value)))
        return value

    def _data_lines(self, offset: int) -> Iterator[Passage]:
        for match in _LINE.finditer(self.passage.plain, offset):
            if match[0].strip() and not match[0].lstrip().startswith("%"):
                yield self.passage.part(*match.span())

    def _next_line(self, needed: str) -> Passage:
        line = next(self.lines, None)
        if line is None:
            end = len(self.passage.text)
            raise self.passage.malformed(end, f"ends where {needed} is expected", "Complete the file.")
        return line

    def _words(self, line: Passage, count: int) -> list[Passage]:
        words = [line.part(*match.span()) for match in _WORD.finditer(line.plain, line.start, line.stop)]
        if len(words) != count:
            raise line.malformed(line.start, f"has {len(words)} numbers where {count} are expected", "Mend the line.")
        return words

    def _integer(self, word: Passage) -> int:
        text = word.plain[word.start : word.stop]
        if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST_INTEGER):
            raise word.malformed(word.start, "is not a number of rows, columns or entries", "Write a positive integer.")
        return int(text)
