"""Pictures of a class as SVG: the verdicts on each question as one bar, and the most frequent mistakes as bars.

Colours come from the style of the page. Patterns and numbers tell the same without colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from symeig.answers.batch.render.words import Words
from symeig.answers.batch.summary import VERDICTS, Answered

__all__ = ["mistakes_picture", "verdicts_picture"]

# Pixels: the width, what stands around the axes, and the rows: a name, a bar, and the space below it.
WIDTH = 340
LEFT, RIGHT, TOP = 2, 14, 4
NAME, BAR, GAP = 14, 16, 8

# Pixels of a digit, a character, and between a tick and its label.
DIGIT, CHARACTER, LABEL = 6.6, 6.3, 14

# Characters in a row, and bars in a picture.
LONGEST = 52
MOST_BARS = 20

PERCENT = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar with its name.

    Attributes:
        name: What stands above it.
        parts: Its pieces: (style, share of the axis, what stands in it).
    """

    name: str
    parts: tuple[tuple[str, float, str], ...]


def verdicts_picture(found: Sequence[Answered], words: Words) -> str:
    """Which share of the answers to each question has which verdict.

    Args:
        found: What was answered to each question.
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
        _Bar(f"{each.question}: {words.mistake(code)}", (("mistake", count / each.answers, str(count)),))
        for count, each, code in most
    ]
    told = [
        f"{b.name}, {words('of', count=n, answers=each.answers)}." for b, (n, each, _) in zip(bars, most, strict=True)
    ]
    return _picture(bars, words("mistakes"), " ".join(told), words("share"), []) if bars else ""


def _picture(bars: Sequence[_Bar], title: str, description: str, axis: str, legend: Sequence[tuple[str, str]]) -> str:
    height = len(bars) * (NAME + BAR + GAP)
    end = TOP + height + LABEL + 18
    places = _legend_places(legend)
    total = end + (places[-1][1] + 20 if places else 0)
    size = f'viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}"'
    parts = [
        f'<svg class="picture" role="img" xmlns="http://www.w3.org/2000/svg" {size}>',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(description)}</desc>",
        *_patterns(),
        f'<g transform="translate({LEFT} {TOP})">',
        *_axis(height, axis),
        *(piece for k, bar in enumerate(bars) for piece in _bar(bar, k * (NAME + BAR + GAP))),
        "</g>",
        *(
            piece
            for (style, words), (x, y) in zip(legend, places, strict=True)
            for piece in _key(style, words, x, end + y + 8)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def _axis(height: float, name: str) -> Iterator[str]:
    """Ticks along an axis of percents, with their labels and its name."""
    for percent in PERCENT:
        x = _x(percent / 100)
        anchor = {0: "start", 100: "end"}.get(percent, "middle")
        yield f'<line class="grid" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{height}"/>'
        yield f'<text x="{x:.1f}" y="{height + LABEL - 3}" text-anchor="{anchor}">{percent} %</text>'
    yield f'<text class="name" x="{_x(1):.1f}" y="{height + LABEL + 12}" text-anchor="end">{escape(name)}</text>'


def _x(share: float) -> float:
    return share * (WIDTH - LEFT - RIGHT)


def _bar(bar: _Bar, top: float) -> Iterator[str]:
    yield f'<text x="0" y="{top + NAME - 3.5}">{escape(_short(bar.name))}</text>'
    begin = 0.0
    for style, share, text in bar.parts:
        x, width = _x(begin), _x(share)
        begin += share
        if not share:
            continue
        place = f'x="{x:.1f}" y="{top + NAME}" width="{width:.1f}" height="{BAR}"'
        yield f'<rect class="{style}" {place}/><rect class="over" fill="url(#{style}-pattern)" {place}/>'
        room = DIGIT * len(text) + 6
        middle = top + NAME + BAR - 4
        if width >= room:
            yield f'<text class="count" x="{x + width / 2:.1f}" y="{middle}" text-anchor="middle">{text}</text>'
        elif len(bar.parts) == 1:
            yield f'<text x="{x + width + 4:.1f}" y="{middle}">{text}</text>'


def _short(text: str) -> str:
    """A text that fits into a row; signs of double width count twice."""
    printable = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    width, shown = 0, ""
    for sign in printable:
        width += 2 if east_asian_width(sign) in "WF" else 1
        if width > LONGEST:
            return f"{shown}…"
        shown += sign
    return shown


def _patterns() -> Iterator[str]:
    """What tells bars apart without colours: none, stripes, crosses, dots."""
    lines = {
        "partial": '<path d="M-1 7L7 -1"/>',
        "incorrect": '<path d="M0 0L6 6M6 0L0 6"/>',
        "invalid": '<path d="M3 2.4v1.2"/>',
        "correct": "",
        "mistake": "",
    }
    yield "<defs>"
    for name, content in lines.items():
        yield f'<pattern id="{name}-pattern" width="6" height="6" patternUnits="userSpaceOnUse">{content}</pattern>'
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
    place = f'x="{x:.1f}" y="{y:.1f}" width="14" height="12"'
    yield f'<rect class="{style}" {place}/><rect class="over" fill="url(#{style}-pattern)" {place}/>'
    yield f'<text class="legend" x="{x + 20:.1f}" y="{y + 10:.1f}">{escape(words)}</text>'
