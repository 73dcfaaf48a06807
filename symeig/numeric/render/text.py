"""A report as text for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from symeig.numeric.render.matching import Pair, cells, shown_pairs, shown_portraits
from symeig.numeric.render.words import (
    about_replay,
    code_of,
    contract_text,
    counted,
    environment_text,
    families_text,
    in_words,
    is_shown_by_values,
    options_text,
    outcome_text,
    place_of,
    printable,
    share,
    spread,
    verdict,
)
from symeig.numeric.report import Finding, Portrait, Report
from symeig.writing import display_width

__all__ = ["Paint", "finding_text", "render"]

# Gives a text its colour, by its role: "good", "bad", "heading", "law", "code" or "dim".
Paint: TypeAlias = Callable[[str, str], str]

# Eigenvalues that are shown of many, places where a law is broken, and characters of a scaling.
MOST_VALUES = 8
MOST_PLACES = 3
LONG_SCALING = 60

# The narrowest page; what stands under a heading, and code under that.
NARROWEST = 24
INDENT = "   "
GAP = "   "


def render(report: Report, *, width: int = 80, paint: Paint | None = None) -> str:
    """A report as text: the verdict in the first line, then every finding, then how near the other laws came.

    Args:
        report: The report.
        width: Columns of the terminal. Code is as wide as it is.
        paint: Gives a text its colour, by its role ("good", "bad", "heading", "law", "code", "dim"); None for none.

    Returns:
        Lines that end with a newline each.
    """
    return _text(_Page(max(width, NARROWEST), paint or (lambda _, text: text)).blocks(report))


def finding_text(finding: Finding, *, width: int = 100) -> str:
    """One finding as text, for a page of its own.

    Args:
        finding: The finding.
        width: Columns; code is as wide as it is.
    """
    return _text(_Page(width, lambda _, text: text).finding(finding))


def _text(blocks: Iterable[list[str]]) -> str:
    """Blocks of lines, with an empty line between them."""
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n"))


class _Page:
    """Lays a report out in lines of some width."""

    def __init__(self, width: int, paint: Paint) -> None:
        self.width = width
        self.paint = paint

    def blocks(self, report: Report) -> Iterator[list[str]]:
        """The parts of a report; an empty line will stand between them."""
        role = "bad" if not report.ok else "good" if report.headroom else "heading"
        yield self.wrapped(verdict(report), role)
        shown: dict[tuple[str, str], int] = {}
        for number, finding in enumerate(report.findings, 1):
            first = shown.setdefault((finding.code, finding.outcome), number)
            yield from self.finding(finding, f"{number}. ", first if first < number else 0)
        yield from self.others("Accepted, and broken", report.accepted)
        if report.unused:
            yield [
                *self.heading("Accepted, but not broken: these can be removed"),
                *self.items([f"{law}: {printable(reason)}" for law, reason in report.unused.items()]),
            ]
        yield from self.others("Broken, but not promised by this contract", report.remarks)
        yield self.headroom(report)
        yield self.facts(report)

    # --- lines ---

    def wrapped(self, text: str, role: str = "", indent: str = "", hanging: str = "") -> list[str]:
        """Words in lines of the width; what is longer than a line is broken where the line ends."""
        rows: list[str] = []
        row = ""
        for word in _words(text, self.width - display_width(indent + hanging)):
            joined = f"{row} {word}" if row else word
            start = indent + hanging * bool(rows)
            if row and display_width(start + joined) > self.width:
                rows.append(start + row)
                joined = word
            row = joined
        rows.append(indent + hanging * bool(rows) + row)
        return [self.painted(line, role) for line in rows]

    def painted(self, line: str, role: str) -> str:
        """A line in the colour of a role, the spaces in front of it without."""
        text = line.lstrip(" ")
        return line[: len(line) - len(text)] + self.paint(role, text) if role and text else line

    def heading(self, text: str) -> list[str]:
        return self.wrapped(text, "heading")

    def items(self, texts: Sequence[str], role: str = "") -> list[str]:
        return [line for text in texts for line in self.wrapped(text, role, INDENT, "  ")]

    # --- findings ---

    def finding(self, finding: Finding, number: str = "", earlier: int = 0) -> Iterator[list[str]]:
        """A finding: the law, what was found, the input, and the eigenvalues.

        Args:
            finding: The finding.
            number: What stands in front of it.
            earlier: The number of the finding that has the same input and shows it; 0 for none.
        """
        law = finding.about
        title = f"{number}{law.name}{GAP}{law.statement}"
        fits = display_width(title) <= self.width
        yield [
            number + self.paint("law", law.name) + (f"{GAP}{law.statement}" if fits else ""),
            *([] if fits else self.wrapped(law.statement, "", INDENT, "  ")),
            *self.wrapped(law.meaning, "", INDENT),
        ]
        yield self.found(finding)
        if earlier:
            yield self.wrapped(f"The input is that of finding {earlier}.", "", INDENT)
        else:
            yield from self.input(finding)
        if not is_shown_by_values(finding) and finding.outcome not in finding.worst.text:
            yield self.wrapped(f"What came of it: {outcome_text(finding)}", "", INDENT)
        yield self.wrapped(spread(finding), "", INDENT)

    def input(self, finding: Finding) -> Iterator[list[str]]:
        """The input as code and in words, and the eigenvalues."""
        yield [self.painted(f"{INDENT}    {line}", "code") for line in printable(code_of(finding)).split("\n")]
        if finding.words != finding.worst.place:
            yield self.wrapped(printable(finding.words), "dim", INDENT)
        portraits, more = shown_portraits(finding)
        for portrait in portraits:
            yield self.portrait(portrait)
        if more and portraits:
            yield self.wrapped(f"and {counted(more, 'other matrix', 'other matrices')} of the stack", "dim", INDENT)

    def found(self, finding: Finding) -> list[str]:
        """What was found and what is allowed, at the worst place; the others are named."""
        worst, *others = finding.decisions
        lines = self.wrapped(in_words(worst), "bad", INDENT)
        if worst.coordinates:
            lines += self.wrapped(
                f"So it is in the scaling that suits it best, {_scaling(worst.coordinates)}.", "", INDENT
            )
        places = list(dict.fromkeys(place_of(d) for d in others if d.place))
        if places:
            more = f", and in {counted(len(places) - MOST_PLACES, 'more place')}" if len(places) > MOST_PLACES else ""
            lines += self.wrapped(f"Also in {'; '.join(places[:MOST_PLACES])}{more}.", "", INDENT)
        return lines

    def others(self, title: str, findings: Sequence[Finding]) -> Iterator[list[str]]:
        """Findings that nothing has to be done about, in short."""
        if not findings:
            return
        rows: list[str] = []
        for finding in findings:
            rows += self.items([f"{finding.law}: {printable(finding.reason) or finding.about.meaning}"])
            rows += self.wrapped(f"{in_words(finding.worst)} {spread(finding)}", "dim", INDENT + "  ")
        yield [*self.heading(title), *rows]

    # --- eigenvalues ---

    def portrait(self, portrait: Portrait) -> list[str]:
        """Exact eigenvalues beside what came back."""
        if not portrait.exact and not portrait.returned:
            return []
        pairs, more = shown_pairs(portrait, MOST_VALUES)
        lines = self.wrapped(portrait.place.capitalize(), "heading", INDENT) if portrait.place else []
        lines += self.table(pairs, short=False) or self.table(pairs, short=True) or self.listed(pairs)
        if more:
            further = ", none of them further apart" if portrait.exact and portrait.returned else ""
            lines += self.wrapped(f"and {more} more{further}", "dim", INDENT)
        return lines

    def table(self, pairs: Sequence[Pair], *, short: bool) -> list[str]:
        """Pairs in columns; nothing where they are too wide."""
        first, *rest = _columns(cells(pairs, short=short))
        rows = [INDENT + row for row in (first, *rest)]
        if max(map(display_width, rows)) > self.width:
            return []
        return [self.painted(rows[0], "dim"), *rows[1:]]

    def listed(self, pairs: Sequence[Pair]) -> list[str]:
        """Pairs as sentences."""
        header, *rows = cells(pairs)
        told = [", ".join(f"{name} {cell}" for name, cell in zip(header, row, strict=True) if cell) for row in rows]
        return self.items(told)

    # --- the rest ---

    def headroom(self, report: Report) -> list[str]:
        """How near the laws that hold came to being broken."""
        if not report.headroom:
            return []
        rows = [("law", "decided", "at most"), *((h.law, str(h.decided), share(h) or "—") for h in report.headroom)]
        widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
        lines = [
            INDENT + GAP.join((_padded(law, widths[0]), decided.rjust(widths[1]), most.rjust(widths[2])))
            for law, decided, most in rows
        ]
        about = self.heading("Laws that held: how often each was decided, its largest share of the bound")
        if max(map(display_width, lines)) > self.width:
            return [*about, *self.items([f"{law}: {decided}, {most}" for law, decided, most in rows])]
        return [*about, self.painted(lines[0], "dim"), *lines[1:]]

    def facts(self, report: Report) -> list[str]:
        """What was tried, and with what."""
        counts = f"{counted(report.inputs, 'input')}, {counted(report.matrices, 'matrix', 'matrices')}"
        families = families_text(report.families)
        rows = [f"{counts}: {families}" if families else counts]
        rows += [
            f"Refused, which is no finding: {printable(what)} ({counted(times, 'time')})"
            for what, times in report.unsupported.items()
        ]
        rows.append(f"Held to: {contract_text(report)}")
        if report.options:
            rows.append(f"Called with: {options_text(report.options)}")
        rows.append(f"The same inputs again: {about_replay(report)}")
        if report.environment:
            rows.append(environment_text(report.environment))
        return [line for row in rows for line in self.wrapped(row, "dim", "", "  ")]


def _words(text: str, room: int) -> Iterator[str]:
    """The words of a text, long ones in pieces."""
    for word in text.split():
        while display_width(word) > room:
            yield word[:room]
            word = word[room:]  # noqa: PLW2901  (what is left of it)
        yield word


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _scaling(text: str) -> str:
    """A scaling; the middle of a long one is left out."""
    return text if len(text) <= LONG_SCALING else f"{text[:LONG_SCALING].rpartition(' ')[0]} …)"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Texts one below the other."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return [GAP.join(_padded(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
