"""Pictures of a class as SVG: the verdicts on each question as one bar, and the most frequent mistakes as bars.

Colours come from the style of the page. Patterns and numbers tell the same without colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from symeig.answers.batch.render.words import Words, printable
from symeig.answers.batch.summary import VERDICTS, Answered

__all__ = ["mistakes_picture", "verdicts_picture"]

# Pixels: the width, what stands around the axes, and the rows: a name, a bar, and the space below it.
WIDTH = 340
LEFT, RIGHT, TOP = 2, 14, 4
NAME, BAR, GAP = 14, 16, 8

# Pixels of a digit, a character, and between a tick and its label.
DIGIT, CHARACTER, LABEL = 6.6, 6.3, 14

# Characters in a row, and of an id beside other words; bars in a picture.
LONGEST = 48
LONGEST_ID = 14
MOST_BARS = 20

# What tells bars apart without colours, beside the plain ones: stripes, crosses, dots.
PATTERNS = {
    "partial": '<path d="M-1 7L7 -1"/>',
    "incorrect": '<path d="M0 0L6 6M6 0L0 6"/>',
    "invalid": '<path d="M3 2.4v1.2"/>',
}

# Where an axis may end, in percent, and its parts.
ENDS = (5, 10, 20, 50, 100)
PARTS = 5


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar with its name.

    Attributes:
        name: What stands above it.
        parts: Its pieces: (style, share of the answers, what stands in it).
    """

    name: str
    parts: tuple[tuple[str, float, str], ...]


def verdicts_picture(found: Sequence[Answered], words: Words) -> str:
    """Which share of the answers to each question has which verdict.

    Args:
        found: What was answered to each question; one at least.
        words: Those of the picture.
    """
    bars = [
        _Bar(each.question, tuple((v, each.verdicts[v] / each.answers, str(each.verdicts[v])) for v in VERDICTS))
        for each in found
    ]
    told = [f"{b.name}: {', '.join(f'{words(style)} {count}' for style, _, count in b.parts)}." for b in bars]
    legend = [(v, words(v)) for v in VERDICTS]
    return _picture(bars, words("verdicts"), " ".join(told), words("share"), legend)


def mistakes_picture(found: Sequence[Answered], words: Words) -> str:
    """Which mistakes are the most frequent ones, in shares of the answers to their question; empty without any.

    Args:
        found: What was answered to each question.
        words: Those of the picture.
    """
    counted = [(count, each, code) for each in found for code, count in each.mistakes.items()]
    most = sorted(counted, key=lambda item: -item[0] / item[1].answers)[:MOST_BARS]
    bars = [
        _Bar(
            f"{words.mistake(code)} ({_short(each.question, LONGEST_ID)})",
            (("mistake", count / each.answers, str(count)),),
        )
        for count, each, code in most
    ]
    told = [
        f"{b.name}, {words('of', count=n, answers=each.answers)}." for b, (n, each, _) in zip(bars, most, strict=True)
    ]
    return _picture(bars, words("mistakes"), " ".join(told), words("share"), []) if bars else ""


def _picture(bars: Sequence[_Bar], title: str, description: str, axis: str, legend: Sequence[tuple[str, str]]) -> str:
    longest = max(sum(share for _, share, _ in bar.parts) for bar in bars)
    last = next(end for end in ENDS if end >= 100 * longest - 1e-9)
    height = len(bars) * (NAME + BAR + GAP)
    end = TOP + height + LABEL + 18
    places = _legend_places(legend)
    total = end + (places[-1][1] + 24 if places else 0)
    size = f'viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}"'
    parts = [
        f'<svg class="picture" role="img" xmlns="http://www.w3.org/2000/svg" {size}>',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(printable(description))}</desc>",
        *_patterns(style for style, _ in legend),
        f'<g transform="translate({LEFT} {TOP})">',
        *_axis(height, axis, last),
        *(piece for k, bar in enumerate(bars) for piece in _bar(bar, k * (NAME + BAR + GAP), last)),
        "</g>",
        *(
            piece
            for (style, words), (x, y) in zip(legend, places, strict=True)
            for piece in _key(style, words, x, end + y + 8)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def _axis(height: float, name: str, last: int) -> Iterator[str]:
    """Ticks along an axis of percents, with their labels and its name."""
    for k in range(PARTS + 1):
        x = _x(k / PARTS)
        anchor = {0: "start", PARTS: "end"}.get(k, "middle")
        yield f'<line class="grid" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{height}"/>'
        yield f'<text x="{x:.1f}" y="{height + LABEL - 3}" text-anchor="{anchor}">{last * k // PARTS} %</text>'
    yield f'<text class="name" x="{_x(1):.1f}" y="{height + LABEL + 12}" text-anchor="end">{escape(name)}</text>'


def _x(part: float) -> float:
    return part * (WIDTH - LEFT - RIGHT)


def _bar(bar: _Bar, top: float, last: int) -> Iterator[str]:
    """A bar below its name, on an axis that ends with some percent."""
    yield f'<text class="label" x="0" y="{top + NAME - 3.5}">{escape(_short(bar.name))}</text>'
    begin = 0.0
    for style, share, text in bar.parts:
        x, width = _x(begin * 100 / last), _x(share * 100 / last)
        begin += share
        if not share:
            continue
        yield from _piece(style, x, top + NAME, width, BAR)
        middle = top + NAME + BAR - 4
        if width >= DIGIT * len(text) + 6:
            yield f'<text class="count" x="{x + width / 2:.1f}" y="{middle}" text-anchor="middle">{text}</text>'
        elif len(bar.parts) == 1:
            yield f'<text class="label" x="{x + width + 4:.1f}" y="{middle}">{text}</text>'


def _piece(style: str, x: float, y: float, width: float, height: float) -> Iterator[str]:
    """A rectangle in its colour, and over it its border and its pattern."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}"'
    pattern = f"url(#{style}-pattern)" if style in PATTERNS else "none"
    yield f'<rect class="{style}" {place}/><rect class="over" fill="{pattern}" {place}/>'


def _short(text: str, longest: int = LONGEST) -> str:
    """A text that fits into a row; signs of double width count twice."""
    width, shown = 0, ""
    for sign in printable(text):
        width += 2 if east_asian_width(sign) in "WF" else 1
        if width > longest:
            return f"{shown}…"
        shown += sign
    return shown


def _patterns(styles: Iterable[str]) -> Iterator[str]:
    """The patterns of some styles."""
    yield "<defs>"
    for name in filter(PATTERNS.get, styles):
        size = 'width="6" height="6" patternUnits="userSpaceOnUse"'
        yield f'<pattern id="{name}-pattern" {size}>{PATTERNS[name]}</pattern>'
    yield "</defs>"


def _legend_places(legend: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Where the keys of a legend stand: side by side, as many as there is room for."""
    x, y, places = float(LEFT), 0.0, []
    for _, words in legend:
        width = 20 + CHARACTER * len(words) + 10
        if x > LEFT and x + width > WIDTH:
            x, y = float(LEFT), y + 20
        places.append((x, y))
        x += width
    return places


def _key(style: str, words: str, x: float, y: float) -> Iterator[str]:
    yield from _piece(style, x, y, 14, 12)
    yield f'<text class="legend" x="{x + 20:.1f}" y="{y + 10:.1f}">{escape(words)}</text>'
