"""What drawing needs of matplotlib; it is imported here and nowhere else. Never pyplot, which keeps a global state."""

from __future__ import annotations

from symeig.errors import MissingExtraError

try:
    from matplotlib import style
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle, FancyArrowPatch, Polygon
    from matplotlib.text import Annotation, Text
    from matplotlib.ticker import FixedLocator, Formatter, LogLocator, MaxNLocator, NullLocator
    from matplotlib.transforms import Bbox
except ImportError as error:
    msg = 'matplotlib is not installed. Pictures are drawn with it. Run: pip install "symeig[plot]"'
    raise MissingExtraError(msg, extra="plot") from error

__all__ = [
    "Annotation",
    "Artist",
    "Axes",
    "Bbox",
    "Circle",
    "FancyArrowPatch",
    "Figure",
    "FixedLocator",
    "Formatter",
    "Line2D",
    "LogLocator",
    "MaxNLocator",
    "NullLocator",
    "Polygon",
    "Text",
    "style",
]
