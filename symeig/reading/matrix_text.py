r"""Texts of matrices -> exact rows, in the notations of mathematics, LaTeX and the systems around us.

Read are rows separated by ``;`` or line ends, with or without brackets (Octave, PARI); lists of rows in brackets,
braces or parentheses (Python, Mathematica); rows in brackets one below the other (NumPy, Sage); what SymPy and NumPy
print; LaTeX environments; ``diag(1, 2)`` and ``identity(3)``; rows as arguments (Maxima). A name may stand in front:
``A = [2 1; 2 3]``.

Spaces separate entries as they do in Octave: not inside brackets, not in a row with commas, and not around an operator,
but a sign with a space before it and none behind it starts an entry: ``1 -2`` is two entries and ``1 - 2`` is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from symeig.reading.brackets import SPACE, BracketedText, Span, between
from symeig.reading.expressions import read_passage, without_delimiters
from symeig.reading.limits import Limits
from symeig.reading.refusals import OversizeError, Passage
from symeig.reading.scalars import ExactScalar, Rows

__all__ = ["read_matrix_text"]


_CALL = re.compile(
    r"(?:\w+\.)?(?:(?P<wrapper>(?:Immutable|Mutable)?(?:Dense|Sparse)?Matrix|array|matrix)"
    r"|(?P<diagonal>\\(?:operatorname|mathrm|text)\s*\{\s*diag\s*\}|diag)"
    r"|(?P<identity>identity|eye))\s*(?:\\left)?\("
)
_NAME = re.compile(r"[A-Za-z]\w{0,7}\s*:?=(?!=)")
_DATA_TYPE = re.compile(r"\s*,\s*dtype\s*=[^,]*")
_BEGIN = re.compile(r"\\begin\s*\{(?P<name>[pbBvV]?matrix\*?|smallmatrix|array)\}(?:\s*\[[a-z]*\])?")
_COLUMNS = re.compile(r"\s*\{[lcr|\s]*\}")
_AROUND_ENVIRONMENT = re.compile(r"(?:\s|\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|[()\[\]{}|.])*")
_ROW_END = re.compile(r"\\\\(?:\s*\[\s*[0-9.]+\s*[a-z]{2}\s*\])?|\\(?:cr|hline)(?![A-Za-z])")
_AMPERSAND = re.compile(r"&")
_LINE_END = re.compile(r"[;\n][;\s]*|[(\[{]")
_COMMA = re.compile(r",|[(\[{]")
_COMMA_OR_LINE_END = re.compile(r"[,;]|[(\[{]")


def read_matrix_text(text: str, limits: Limits) -> Rows:
    r"""Exact rows of the matrix that a text stands for. They may differ in length.

    Args:
        text: The matrix in any of the notations that the module lists.
        limits: Bounds on the text and its entries.

    Raises:
        ParseError: the text is in none of the notations; the error has the position and a caret line.
        UnsupportedEntryError: an entry is not finite, or contains an unknown function.
        BudgetExceededError: the text, an entry or the stated size is beyond the limits.

    Examples:
        >>> from symeig.reading import MATRIX_LIMITS
        >>> from symeig.reading.matrix_text import read_matrix_text
        >>> read_matrix_text("2 1; 2 3", MATRIX_LIMITS)
        ((2, 1), (2, 3))
        >>> read_matrix_text(r"\begin{pmatrix} \frac12 & 0 \\ 0 & 1 \end{pmatrix}", MATRIX_LIMITS)
        ((Fraction(1, 2), 0), (0, 1))
    """
    passage = Passage.of(text)
    if len(text) > limits.matrix_characters:
        predicate = f"has more than {limits.matrix_characters} characters"
        refusal = OversizeError(predicate, what="size", limit=limits.matrix_characters, spent=len(text))
        raise passage.refused(limits.matrix_characters, refusal)
    return _MatrixText(without_delimiters(passage), limits).rows()


class _MatrixText(BracketedText):
    """One text of a matrix, and how it is taken apart. Spans are offsets in the whole text."""

    def rows(self) -> Rows:
        whole = self.trimmed(Span(self.passage.start, self.passage.stop))
        if name := _NAME.match(self.plain, *whole):
            whole = self.trimmed(Span(name.end(), whole.stop))
        if whole.start == whole.stop:
            raise self.passage.malformed(
                whole.start, "is empty", "Write rows such as '2 1; 2 3', or [] for the matrix without entries."
            )
        if begin := _BEGIN.search(self.plain, *whole):
            return self._read(self._environment(begin, whole))
        self.partners = self.matched_brackets(whole)
        call = _CALL.match(self.plain, *whole)
        if call and self.partners.get(call.end() - 1) == whole.stop - 1:
            return self._call(call, Span(call.end(), whole.stop - 1))
        rows = self._read(self._cells(whole))
        if not rows and not self._is_list(whole.start):
            raise self.passage.malformed(whole.start, "has no entries", "Write rows such as '2 1; 2 3'.")
        return rows

    def _read(self, cells: Iterable[Iterable[Span]]) -> Rows:
        return tuple(
            tuple(self._entry(cell, (i, j)) for j, cell in enumerate(row, 1)) for i, row in enumerate(cells, 1)
        )

    def _entry(self, cell: Span, position: tuple[int, int]) -> ExactScalar:
        return read_passage(self.passage.part(*cell, position), self.limits)

    def _cells(self, span: Span) -> Iterator[Iterator[Span]]:
        """The entries of a matrix with or without brackets, row by row."""
        if not self._is_list(span.start):
            return self._lines(span)
        partner = self.partners[span.start]
        inside = self.trimmed(Span(span.start + 1, partner))
        is_nested = self._is_list(inside.start)
        if partner == span.stop - 1:
            return self._bracketed_rows(inside) if is_nested else self._lines(inside)
        if is_nested:
            raise self.passage.malformed(partner + 1, "goes on behind the matrix", "Give the matrix alone.")
        return self._bracketed_rows(span)

    def _is_list(self, offset: int) -> bool:
        """Whether the bracket at `offset`, if there is one, encloses a list and not a number."""
        match self.plain[offset]:
            case "[":
                return True
            case "{":
                return "\\" not in self.plain
            case "(":
                inside = Span(offset + 1, self.partners[offset])
                return next(self.separators(_COMMA_OR_LINE_END, inside), None) is not None
        return False

    def _bracketed_rows(self, span: Span) -> Iterator[Iterator[Span]]:
        """Rows in brackets of their own, one behind the other."""
        offset = span.start
        while offset < span.stop:
            character = self.plain[offset]
            if character in "([{":
                partner = self.partners[offset]
                yield self._row(Span(offset + 1, partner))
                offset = partner
            elif not (character.isspace() or character in ",;"):
                predicate = f"has '{character}' where a row in brackets is expected"
                raise self.passage.malformed(offset, predicate, "Write a matrix as [[2, 1], [2, 3]] or 2 1; 2 3.")
            offset += 1

    def _lines(self, span: Span) -> Iterator[Iterator[Span]]:
        """Rows that end with a semicolon or a line end; empty ones do not count."""
        return (self._row(line) for line in self.split(_LINE_END, span) if not self.is_blank(line))

    def _row(self, span: Span) -> Iterator[Span]:
        """The entries of one row, separated by commas, or by spaces where there are no commas."""
        row = self.trimmed(span)
        has_commas = any(True for _ in self.separators(_COMMA, row))
        for cell in self.split(_COMMA if has_commas else SPACE, row):
            # Nothing stands behind a comma at the end of a row, and there is nothing at all in an empty row.
            if cell.start < row.stop:
                yield cell

    def _environment(self, begin: re.Match[str], whole: Span) -> Iterator[Iterator[Span]]:
        """The entries of a LaTeX environment, which may have brackets around it and nothing else."""
        end = re.compile(rf"\\end\s*\{{{re.escape(begin['name'])}\}}").search(self.plain, begin.end(), whole.stop)
        if end is None:
            raise self.passage.malformed(begin.start(), f"begins {begin['name']} and does not end it", "Add the end.")
        for around in (Span(whole.start, begin.start()), Span(end.end(), whole.stop)):
            if not _AROUND_ENVIRONMENT.fullmatch(self.plain, *around):
                remedy = "Give the matrix alone."
                raise self.passage.malformed(around.start, "has something besides a matrix", remedy)
        columns = _COLUMNS.match(self.plain, begin.end(), end.start()) if begin["name"] == "array" else None
        body = Span(columns.end() if columns else begin.end(), end.start())
        lines = between(_ROW_END.finditer(self.plain, *body), body)
        return (between(_AMPERSAND.finditer(self.plain, *line), line) for line in lines if not self.is_blank(line))

    def _call(self, call: re.Match[str], inside: Span) -> Rows:
        """The rows of ``Matrix([[...]])``, ``diag(...)`` or ``identity(n)``."""
        if call["diagonal"]:
            return self._diagonal(inside)
        if call["identity"]:
            return self._identity(inside)
        comma = next(self.separators(_COMMA, inside), None)
        if comma and _DATA_TYPE.fullmatch(self.plain, comma.start(), inside.stop):
            inside = Span(inside.start, comma.start())
        inside = self.trimmed(inside)
        content = self.trimmed(Span(inside.start + 1, inside.stop - 1))
        if self._is_list(inside.start) and self.partners[inside.start] < inside.stop - 1:
            return self._read(self._bracketed_rows(inside))
        if not self._is_list(inside.start) or (content.start < content.stop and not self._is_list(content.start)):
            predicate = f"does not give {call['wrapper']} a list of rows"
            raise self.passage.malformed(inside.start, predicate, "Write for example [[2, 1], [2, 3]].")
        return self._read(self._cells(inside))

    def _diagonal(self, inside: Span) -> Rows:
        inside = self.trimmed(inside)
        if self._is_list(inside.start):
            inside = Span(inside.start + 1, self.partners[inside.start])
        cells = list(self._row(inside))
        self._check_entries(inside.start, len(cells))
        entries = [self._entry(cell, (i, i)) for i, cell in enumerate(cells, 1)]
        return tuple(tuple(entry if i == j else 0 for j in range(len(entries))) for i, entry in enumerate(entries))

    def _identity(self, inside: Span) -> Rows:
        size = read_passage(self.passage.part(*inside), self.limits)
        if not isinstance(size, int) or size < 0:
            raise self.passage.malformed(inside.start, f"has {size} for a number of rows", "Write identity(3).")
        self._check_entries(inside.start, size)
        return tuple(tuple(int(i == j) for j in range(size)) for i in range(size))

    def _check_entries(self, offset: int, size: int) -> None:
        if size * size > self.limits.entries:
            predicate = f"stands for more than {self.limits.entries} entries"
            refusal = OversizeError(predicate, what="size", limit=self.limits.entries, spent=size * size)
            raise self.passage.refused(offset, refusal)
