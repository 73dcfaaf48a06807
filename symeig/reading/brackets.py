"""Texts with brackets, taken apart at separators that stand outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from symeig.reading.limits import Limits
from symeig.reading.refusals import OversizeError, Passage
from symeig.reading.tokens import FUNCTIONS

__all__ = ["SPACE", "BracketedText", "Span", "between"]

_BRACKET = re.compile(r"[()\[\]{}]")
_PARTNER = {")": "(", "]": "[", "}": "{"}
_JOINS_BEFORE = re.compile(rf"(?:[-+*/^√∛∜±∓]|\\(?:cdot|times|div|ast)|(?<![A-Za-z])(?:{'|'.join(FUNCTIONS)}))\Z")
_JOINS_AFTER = re.compile(r"[*/^±∓]|[+-](?:\s|\Z)|\\(?:cdot|times|div|ast)(?![A-Za-z])")
_LONGEST_JOIN = 6

SPACE = re.compile(r"\s+|[(\[{]")
"""Separates where it stands neither before nor behind an operator."""


class Span(NamedTuple):
    """A stretch of the text, from `start` up to `stop`."""

    start: int
    stop: int


class BracketedText:
    """A text, and which of its brackets belong together. Spans are offsets in the whole text.

    Attributes:
        passage: The text.
        plain: The same with each character in its plain form.
        limits: The bound `depth` on the nesting of brackets.
        partners: The offset of the closing bracket for that of each opening one, where they were matched.
    """

    def __init__(self, passage: Passage, limits: Limits) -> None:
        self.passage = passage
        self.plain = passage.plain
        self.limits = limits
        self.partners: dict[int, int] = {}

    def split(self, separator: re.Pattern[str], span: Span) -> Iterator[Span]:
        """The parts of a span between its separators outside brackets."""
        return between(self.separators(separator, span), span)

    def separators(self, separator: re.Pattern[str], span: Span) -> Iterator[re.Match[str]]:
        """Where a separator matches outside brackets; its pattern matches an opening bracket as well."""
        offset = span.start
        while match := separator.search(self.plain, offset, span.stop):
            offset = match.end()
            if match[0] in "([{":
                offset = self.partners[match.start()] + 1
            elif self._separates(match, span):
                yield match

    def _separates(self, match: re.Match[str], span: Span) -> bool:
        """Whether a space separates two entries: not next to an operator, unless that is the sign of what follows."""
        before, after = match.span()
        return match.re is not SPACE or not (
            _JOINS_BEFORE.search(self.plain, max(span.start, before - _LONGEST_JOIN), before)
            or _JOINS_AFTER.match(self.plain, after, span.stop)
        )

    def matched_brackets(self, span: Span) -> dict[int, int]:
        """Offset of the closing bracket for that of each opening one."""
        partners = {}
        opened: list[int] = []
        for match in _BRACKET.finditer(self.plain, *span):
            offset, bracket = match.start(), match[0]
            if bracket in "([{":
                opened.append(offset)
                if len(opened) > self.limits.depth:
                    predicate = f"has more than {self.limits.depth} levels of nesting"
                    refusal = OversizeError(predicate, what="nodes", limit=self.limits.depth, spent=len(opened))
                    raise self.passage.refused(offset, refusal)
            elif opened and self.plain[opened[-1]] == _PARTNER[bracket]:
                partners[opened.pop()] = offset
            else:
                predicate = f"closes a bracket with '{bracket}' that was not opened"
                raise self.passage.malformed(offset, predicate, "Balance the brackets.")
        if opened:
            predicate = f"opens a bracket with '{self.plain[opened[-1]]}' that is never closed"
            raise self.passage.malformed(opened[-1], predicate, "Balance the brackets.")
        return partners

    def is_blank(self, span: Span) -> bool:
        """Whether there is nothing but white space in a span."""
        return not self.plain[slice(*span)].strip()

    def trimmed(self, span: Span) -> Span:
        """A span without the white space around it."""
        text = self.plain[slice(*span)]
        start = span.stop - len(text.lstrip())
        return Span(start, start + len(text.strip()))


def between(separators: Iterable[re.Match[str]], span: Span) -> Iterator[Span]:
    """The parts of a span that its separators leave."""
    start = span.start
    for match in separators:
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.stop)
