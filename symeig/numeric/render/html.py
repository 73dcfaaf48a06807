"""A report as HTML: a page that needs nothing else, or an element for a notebook. No script runs in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from symeig.numeric.formats import format_of
from symeig.numeric.render.matching import cells, shown_pairs, shown_portraits
from symeig.numeric.render.picture import pictures
from symeig.numeric.render.words import (
    IS_YES_OR_NO,
    about_replay,
    code_of,
    contract_text,
    counted,
    environment_text,
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
from symeig.numeric.report import Finding, Headroom, Portrait, Report

__all__ = ["fragment", "render"]

# Eigenvalues in a table, those in one without exact ones, and other places of a broken law that are named.
MOST_VALUES = 24
FEW_VALUES = 8
MOST_PLACES = 6


def render(report: Report) -> str:
    """A report as a whole page, which is well-formed XML too.

    Args:
        report: The report.
    """
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{_text(verdict(report))}</title>
<style>
{_style()}</style>
</head>
<body class="symeig-page">
<main class="symeig-report">
{_body(report, 1)}
</main>
</body>
</html>
"""


def fragment(report: Report) -> str:
    """A report as an element with its style, for a page that there is; it takes the colours and letters of that page.

    Args:
        report: The report.
    """
    return f'<article class="symeig-report" lang="en">\n<style>\n{_style()}</style>\n{_body(report, 2)}\n</article>\n'


@lru_cache
def _style() -> str:
    return (files("symeig.numeric.render") / "report.css").read_text(encoding="utf-8")


def _body(report: Report, level: int) -> str:
    return "\n".join(_Writer(report, level).body())


def _text(text: str) -> str:
    return escape(printable(text))


class _Writer:
    """Writes the parts of a report.

    Attributes:
        level: Of the first heading.
        is_page: Whether its parts can be linked to; in a notebook there may be several reports.
    """

    def __init__(self, report: Report, level: int) -> None:
        self.report = report
        self.level = level
        self.is_page = level == 1

    def heading(self, text: str, below: int = 1) -> str:
        """A heading, some levels below the first one."""
        tag = f"h{self.level + below}"
        return f"<{tag}>{text}</{tag}>"

    def body(self) -> Iterator[str]:
        """The verdict, the findings, what is no finding, how near the other laws came, and what was tried."""
        report = self.report
        kind, sign = ("bad", "✗") if not report.ok else ("good", "✓") if report.headroom else ("open", "–")
        subject, _, words = printable(verdict(report)).rpartition(": ")
        yield f'<header class="{kind}">'
        yield self.heading(f"{escape(subject)}", 0)
        yield f'<p class="verdict"><span aria-hidden="true">{sign}</span> {escape(words)}</p>'
        yield "</header>"
        shown: dict[tuple[str, str], int] = {}
        for number, finding in enumerate(report.findings, 1):
            first = shown.setdefault((finding.code, finding.outcome), number)
            yield from self.finding(finding, number, first if first < number else 0)
        yield from self.others("Accepted, and broken", report.accepted)
        if report.unused:
            yield f"<section>\n{self.heading('Accepted, but not broken')}"
            yield "<p>These can be removed from what is accepted.</p>\n<ul>"
            for law, reason in report.unused.items():
                yield f"<li><code>{_text(law)}</code>: {_text(reason)}</li>"
            yield "</ul>\n</section>"
        yield from self.others("Broken, but not promised by this contract", report.remarks)
        if report.headroom:
            yield from self.headroom(report.headroom)
        yield from self.facts()

    # --- findings ---

    def finding(self, finding: Finding, number: int, earlier: int) -> Iterator[str]:
        """A finding: the law, what was found, the input, and the eigenvalues.

        Args:
            finding: The finding.
            number: Its number.
            earlier: That of the finding that has the same input and shows it; 0 for none.
        """
        law = finding.about
        yield f'<section id="finding-{number}">' if self.is_page else "<section>"
        yield self.heading(f'<span class="number">{number}.</span> {escape(law.name)}')
        yield f'<p class="statement">{escape(law.statement)}</p>'
        yield f"<p>{escape(law.meaning)}</p>"
        yield f'<p class="found">{escape(in_words(finding.worst))}</p>'
        if finding.worst.coordinates:
            yield f"<p>So it is in the scaling that suits it best, {_text(finding.worst.coordinates)}.</p>"
        places = list(dict.fromkeys(place_of(d) for d in finding.decisions[1:] if d.place))
        if places:
            more = len(places) - MOST_PLACES
            also = f", and in {counted(more, 'more place')}" if more > 0 else ""
            yield f"<p>Also in {escape('; '.join(places[:MOST_PLACES]))}{also}.</p>"
        if earlier:
            name = f"finding {earlier}"
            link = f'<a href="#finding-{earlier}">{name}</a>' if self.is_page else name
            yield f"<p>The input is that of {link}.</p>"
        else:
            yield from self.input(finding, number)
        if not is_shown_by_values(finding) and finding.outcome not in finding.worst.text:
            yield f"<p>What came of it: <samp>{escape(outcome_text(finding))}</samp></p>"
        yield f"<p>{escape(spread(finding))}</p>"
        yield "</section>"

    def input(self, finding: Finding, number: int) -> Iterator[str]:
        """The input as code and in words, and the eigenvalues."""
        yield self.code(code_of(finding), f"Code that makes the input of finding {number}")
        if finding.words != finding.worst.place:
            yield f'<p class="dim">{_text(finding.words)}</p>'
        portraits, more = shown_portraits(finding)
        for portrait in portraits:
            yield from self.portrait(finding, portrait, number)
        if more and portraits:
            yield f'<p class="dim">and {counted(more, "other matrix", "other matrices")} of the stack</p>'

    def code(self, code: str, label: str) -> str:
        return f'<pre tabindex="0" role="group" aria-label={quoteattr(label)}><code>{_text(code)}</code></pre>'

    def portrait(self, finding: Finding, portrait: Portrait, number: int) -> Iterator[str]:
        """A picture and a table of the eigenvalues of a matrix."""
        if not portrait.exact and not portrait.returned:
            return
        if portrait.place:
            yield self.heading(_text(portrait.place.capitalize()), 2)
        if portrait.returned:
            rounding = self.report.contract.tolerance * portrait.size * _epsilon(self.report.dtype)
            drawn = pictures(portrait, rounding=rounding, magnified=is_shown_by_values(finding))
            if drawn:
                yield '<div class="pictures">'
            for picture in drawn:
                notes = " ".join(filter(None, (picture.heading and f"{picture.heading}.", *picture.notes)))
                caption = f"\n<figcaption>{escape(notes)}</figcaption>" if notes else ""
                yield f"<figure>\n{picture.svg}{caption}\n</figure>"
            if drawn:
                yield "</div>"
        of = f"{portrait.place} of finding {number}" if portrait.place else f"finding {number}"
        yield from self.values(portrait, f"Eigenvalues of {of}")

    def values(self, portrait: Portrait, label: str) -> Iterator[str]:
        """Exact eigenvalues beside what came back."""
        pairs, more = shown_pairs(portrait, MOST_VALUES if portrait.exact else FEW_VALUES)
        header, *rows = cells(pairs)
        yield f'<div class="wide" tabindex="0" role="group" aria-label={quoteattr(printable(label))}>'
        yield "<table>"
        yield f"<thead>{_row('th', header)}</thead>\n<tbody>"
        yield from (_row("td", row) for row in rows)
        yield "</tbody>"
        yield "</table>\n</div>"
        if more:
            further = ", none of them further apart" if portrait.exact and portrait.returned else ""
            yield f'<p class="dim">and {more} more{further}</p>'

    def others(self, title: str, findings: Sequence[Finding]) -> Iterator[str]:
        """Findings that nothing has to be done about."""
        if not findings:
            return
        yield f"<section>\n{self.heading(title)}"
        for finding in findings:
            yield self.heading(escape(finding.law), 2)
            yield f"<p>{_text(finding.reason) or escape(finding.about.meaning)}</p>"
            yield f"<p>{escape(in_words(finding.worst))} {escape(spread(finding))}</p>"
            yield self.code(code_of(finding), f"Code that makes the input for {finding.law}")
        yield "</section>"

    # --- the rest ---

    def headroom(self, headroom: Iterable[Headroom]) -> Iterator[str]:
        """How near the laws that hold came to being broken, with bars."""
        yield f"<section>\n{self.heading('Laws that held')}"
        yield "<p>How often each was decided, and the largest share of the bound that was reached.</p>"
        yield '<div class="wide" tabindex="0" role="group" aria-label="Laws that held">'
        yield '<table class="headroom">'
        yield f"<thead>{_row('th', ['law', 'decided', 'at most'])}</thead>\n<tbody>"
        for h in headroom:
            if h.law in IS_YES_OR_NO:
                shown = '<span class="dim">always</span>'
            else:
                width = f"{100 * min(h.ratio, 1.0):.4g}%"
                bar = f'<span class="bar" aria-hidden="true"><i style="width: {width}"></i></span>'
                shown = f'<div class="share"><span>{escape(share(h))}</span>{bar}</div>'
            yield f'<tr><th scope="row">{_text(h.law)}</th><td>{h.decided}</td><td>{shown}</td></tr>'
        yield "</tbody>\n</table>\n</div>\n</section>"

    def facts(self) -> Iterator[str]:
        """What was tried, and with what."""
        report = self.report
        yield f"<section>\n{self.heading('What was tried')}"
        inputs = f"{counted(report.inputs, 'input')}, {counted(report.matrices, 'matrix', 'matrices')}"
        yield f"<p>{inputs}{':' if report.families else '.'}</p>"
        if report.families:
            families = sorted(report.families.items(), key=lambda item: (-item[1], item[0]))
            yield '<ul class="families">'
            yield from (f"<li>{count} {_text(name)}</li>" for name, count in families)
            yield "</ul>"
        rows = [
            ("held to", contract_text(report)),
            ("called with", options_text(report.options)),
            ("the same again", about_replay(report)),
            ("environment", environment_text(report.environment)),
        ]
        rows += [("refused", f"{what} ({counted(times, 'time')})") for what, times in report.unsupported.items()]
        yield "<dl>"
        yield from (f"<dt>{name}</dt><dd>{_text(text)}</dd>" for name, text in rows if text)
        yield "</dl>\n</section>"


def _epsilon(dtypes: str) -> float:
    """The spacing at 1 of the coarsest of some dtypes; integers are computed with in double precision."""
    formats = map(format_of, dtypes.split(", "))
    return max(2.0**-52 if f.is_integer else float(f.epsilon) for f in formats)


def _row(tag: str, cells: Iterable[str]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return f"<tr>{''.join(f'<{tag}{scope}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"
