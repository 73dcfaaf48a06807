"""A figure that says in words what is seen in it, the same for the same input, and readable without colours.

Colours have the hues of Okabe and Ito, which colour-blind readers tell apart, and are dark enough for text; line
styles, markers and hatches tell the same without them. Text in SVG stays text. Nothing depends on the reader's settings
of matplotlib, and none is changed.

References:
    Okabe, M., Ito, K.: Color universal design (2008). https://jfly.uni-koeln.de/color/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from symeig.plots.extra import Artist, Axes, Figure, Text, style

__all__ = [
    "BLACK",
    "BLUE",
    "CAPTION",
    "GREEN",
    "GREY",
    "LINES",
    "PALE",
    "PURPLE",
    "RED",
    "SMALL",
    "TINTS",
    "WIDTH",
    "Picture",
    "drawn",
]

# Black, blue, vermilion, bluish green and reddish purple; tints of them for areas; two greys.
BLACK, BLUE, RED, GREEN, PURPLE = "#000000", "#0072B2", "#BD5300", "#007D5B", "#A5487F"
TINTS = ("#DCEBF5", "#FBE9D9", "#DDF1EA", "#F4E6EF")
GREY, PALE = "#595959", "#D0D0D0"

# Colours with line styles, for things of one kind.
LINES: tuple[tuple[str, Any], ...] = (
    (BLUE, "-"),
    (RED, "--"),
    (GREEN, "-."),
    (PURPLE, ":"),
    (BLACK, (0, (6, 2))),
    (BLUE, (0, (3, 1, 1, 1, 1, 1))),
    (RED, (0, (1, 1))),
)

# Points: the width of a picture, and sizes of text, which are readable on a phone as well.
POINTS_PER_INCH = 72
WIDTH = 360
TITLE, SMALL, CAPTION = 11.5, 9.5, 9.0
MARGIN, GAP, LINE_HEIGHT = 7, 5, 1.35

# Dots to an inch in a PNG.
RESOLUTION = 220

SETTINGS: dict[str, Any] = {
    "axes.edgecolor": GREY,
    "axes.formatter.useoffset": False,
    "axes.labelcolor": BLACK,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.8,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.h_pad": 0.03,
    "figure.constrained_layout.w_pad": 0.03,
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana"],
    "font.size": SMALL,
    "grid.color": PALE,
    "grid.linewidth": 0.5,
    "hatch.linewidth": 0.5,
    "legend.fontsize": CAPTION,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "symeig",
    "xtick.color": GREY,
    "xtick.labelsize": CAPTION,
    "ytick.color": GREY,
    "ytick.labelsize": CAPTION,
}

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


@contextmanager
def drawn() -> Iterator[None]:
    """Within it matplotlib has the settings of this package, and not those of its user."""
    with style.context(["default", SETTINGS]):
        yield


class Picture(Figure):
    """A matplotlib figure that says in words what is seen in it.

    Args:
        title: One line.

    Attributes:
        title: One line.
        description: What is seen, for those who do not see it.
        planes: Axes with one scale for both directions.

    Examples:
        >>> from symeig.plots import characteristic_polynomial
        >>> print(characteristic_polynomial([[2, 1], [2, 3]]).description)
        The graph of λ² − 5λ + 4. Roots: 1, 4.
    """

    def __init__(self, title: str) -> None:
        super().__init__(figsize=(WIDTH / POINTS_PER_INCH, 1), dpi=POINTS_PER_INCH, layout="constrained")
        self.title = title
        self.description = ""
        self.planes: list[Axes] = []

    def finish(self, height: float, caption: str, marks: Sequence[Artist], description: str) -> None:
        """Put title, legend and caption around the axes, and fix where everything is.

        Args:
            height: Of the axes with their labels, in points.
            caption: Sentences.
            marks: What the legend explains, by their labels.
            description: What is seen in the picture, for those who do not see it.
        """
        self.description = description
        title = self._paragraph(self.title, size=TITLE, weight="bold")
        below = self._paragraph(caption, size=CAPTION, color=BLACK)
        above, under = _height(title), _height(below)
        legend = self._legend(marks) if marks else None
        explained = legend.get_window_extent().height + GAP if legend else 0.0
        total = 2 * MARGIN + above + height + explained + (under + GAP if caption else 0.0)
        self.set_size_inches(WIDTH / POINTS_PER_INCH, total / POINTS_PER_INCH)
        title.set_position((MARGIN / WIDTH, 1 - MARGIN / total))
        below.set_position((MARGIN / WIDTH, (MARGIN + under) / total))
        if legend:
            bottom = MARGIN + (under + GAP if caption else 0.0)
            legend.set_bbox_to_anchor((MARGIN / WIDTH, bottom / total))
        engine: Any = self.get_layout_engine()
        # On the right there is room for half of a number at the end of an axis.
        engine.set(rect=(0, (total - MARGIN - above - height) / total, 1 - MARGIN / WIDTH, height / total))
        # Ticks of a plane that was widened may need more room, which makes it narrower.
        for _ in range(2):
            self.draw_without_rendering()
            for axes in self.planes:
                _widen(axes)
        self.set_layout_engine("none")
        for axes in self.planes:
            axes.set_aspect("equal", adjustable="datalim")

    def size_of(self, text: str, **look: Any) -> tuple[float, float]:
        """The width and the height of a text in points."""
        written = self.text(0, 0, text, **look)
        box = written.get_window_extent()
        written.remove()
        return box.width, box.height

    def _paragraph(self, text: str, **look: Any) -> Text:
        """A text in lines that fit into the picture, hung up at its upper left corner."""
        lines: list[str] = []
        paragraph = self.text(0, 0, "", va="top", ha="left", linespacing=LINE_HEIGHT, in_layout=False, **look)
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            paragraph.set_text(longer)
            if lines and paragraph.get_window_extent().width <= WIDTH - 2 * MARGIN:
                lines[-1] = longer
            else:
                lines.append(word)
        paragraph.set_text("\n".join(lines))
        return paragraph

    def _legend(self, marks: Sequence[Artist]) -> Any:
        """A legend with as many columns as fit into the picture."""
        for columns in range(len(marks), 0, -1):
            legend: Any = self.legend(
                handles=list(marks),
                loc="lower left",
                ncols=columns,
                borderpad=0,
                borderaxespad=0,
                columnspacing=1.4,
                handletextpad=0.6,
                labelspacing=0.4,
            )
            legend.set_in_layout(False)
            if columns == 1 or legend.get_window_extent().width <= WIDTH - 2 * MARGIN:
                break
            legend.remove()
        return legend

    def savefig(self, fname: Any, **options: Any) -> None:
        """Write the picture into a file, the same for the same picture.

        Args:
            fname: A path, or a file open for bytes. The format is that of its suffix.
            options: As for any figure of matplotlib; ``format="svg"``, ``dpi=300``.
        """
        suffix = Path(fname).suffix.lower()[1:] if isinstance(fname, str | Path) else ""
        form = options.setdefault("format", suffix or "png")
        if form == "svg":
            content = self._svg(**options).encode()
            if isinstance(fname, str | Path):
                Path(fname).write_bytes(content)
            else:
                fname.write(content)
            return
        if form == "png":
            options.setdefault("dpi", RESOLUTION)
            options.setdefault("metadata", {"Title": self.title, "Description": self.description})
        with drawn():
            super().savefig(fname, **options)

    def _svg(self, **options: Any) -> str:
        """SVG, with title and description as elements that browsers and screen readers know."""
        file = BytesIO()
        with drawn():
            super().savefig(file, **{"metadata": {"Title": self.title, "Date": None}, **options})
        found = f"<title>{escape(self.title)}</title>\n <desc>{escape(self.description)}</desc>"
        text = _TITLE.sub(lambda _: found, file.getvalue().decode(), count=1)
        return text.replace("<svg ", '<svg role="img" ', 1)

    def _repr_svg_(self) -> str:
        return self._svg(format="svg")


def _widen(axes: Axes) -> None:
    """Let axes show more in one direction, so that both have the same scale."""
    width, height = axes.bbox.width, axes.bbox.height
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    unit = max((right - left) / width, (high - low) / height)
    x, y = (left + right) / 2, (low + high) / 2
    axes.set_xlim(x - unit * width / 2, x + unit * width / 2)
    axes.set_ylim(y - unit * height / 2, y + unit * height / 2)


def _height(paragraph: Text) -> float:
    """The height of a text with the space below it, in points; 0 for none."""
    lines = paragraph.get_text().count("\n") + 1 if paragraph.get_text() else 0
    return lines * float(paragraph.get_fontsize()) * LINE_HEIGHT + (GAP if lines else 0)
