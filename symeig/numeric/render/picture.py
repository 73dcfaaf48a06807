"""Pictures of eigenvalues as SVG: exact ones as crosses, what came back as dots, certified discs as circles.

Where all are real the picture is a number line, with the exact ones above those that came back; else it is the complex
plane, with the same scale on both axes. Colours come from the style of the page. Shapes tell the same without colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import cos, hypot, inf, isfinite, pi, sin
from xml.sax.saxutils import escape

from symeig.numeric.render.axes import Axis, Scale, chosen_scale
from symeig.numeric.render.matching import apart, paired
from symeig.numeric.render.words import complex_text, counted, exact_text, number_text, printable
from symeig.numeric.report import Circle, ExactValue, Portrait

__all__ = ["Picture", "pictures"]

# Pixels: the width, what stands around the axes, and the height of a plane.
WIDTH = 340
LEFT, RIGHT, TOP = 52, 12, 24
HIGHEST, LOWEST = 240, 76

# Pixels between the outermost marks and the border, and around a mark of which another one is not told apart.
MARGIN = 16
SAME = 2.5

# Pixels of marks, the least radius of a disc that is drawn as it is, and of one that is not.
CROSS, DOT = 6.5, 4.2
SEEN, UNSEEN = 5.0, 9.0

# Heights of a number line: the two lanes and the axis, counted from the top.
EXACT_LANE, RETURNED_LANE, LINE = 34, 66, 92

# Pixels that a label needs beside and above another one, and a character of the legend.
LABEL_WIDTH, LABEL_HEIGHT, CHARACTER = 52, 26, 6.3

# How many times larger than the distances of the marks a disc may be and still be drawn whole.
WHOLE = 40.0

# Values that are listed for those who do not see the picture; labels and corners of a disc that are drawn.
MOST_TOLD = 8
MOST_LABELS = 24
CORNERS = 96


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and what has to be said of it.

    Attributes:
        svg: The element.
        notes: Sentences.
        heading: What the picture is; empty for the whole spectrum.
    """

    svg: str
    notes: tuple[str, ...] = ()
    heading: str = ""


def pictures(portrait: Portrait, *, rounding: float, magnified: bool = True) -> list[Picture]:
    """The spectrum of a matrix, and where exact and returned values seem to coincide their furthest pair, magnified.

    Args:
        portrait: The matrix.
        rounding: The backward error that is allowed, in units of the largest eigenvalue.
        magnified: Whether a second picture is wanted.

    Returns:
        None where there is nothing to be drawn, else one or two.
    """
    whole = _Drawing(portrait, rounding)
    if not whole.points:
        return []
    found = [whole.picture()]
    part = whole.hidden() if magnified else None
    if part is not None:
        found.append(_Drawing(part, rounding).picture("The same, magnified where they are furthest apart"))
    return found


class _Drawing:
    """A portrait, and where its parts stand."""

    def __init__(self, portrait: Portrait, rounding: float) -> None:
        self.portrait = portrait
        self.exact = [(_point(v), v.multiplicity) for v in portrait.exact if _is_finite(_point(v))]
        self.returned = [z for z in portrait.returned if _is_finite(z)]
        self.circles = [c for c in portrait.circles if all(map(_is_finite, _corners(c)))]
        self.points = [*(z for z, _ in self.exact), *self.returned]
        self.is_real = not any(z.imag for z in self.points) and not any(c.imag for c in self.circles)
        self.scale = self._scale(rounding) if self.points else Scale()
        if self.points:
            self.x, self.y = self._axes()

    def _scale(self, rounding: float) -> Scale:
        """Logarithmic where the sizes of the eigenvalues are far apart; what is a rounding of 0 has no size."""
        at_zero = max((hypot(c.real, c.imag) + c.radius for c in self.circles if _has_zero(c)), default=0.0)
        if not self.circles and (not self.exact or any(not z for z, _ in self.exact)):
            at_zero = rounding * max(map(_size, self.points))
        sizes = [_size(z) for z, _ in self.exact] + [_size(z) for z in self.returned if _size(z) > at_zero]
        return chosen_scale(sizes)

    # --- axes ---

    def _axes(self) -> tuple[Axis, Axis]:
        """The two axes; on a number line the second one is not drawn."""
        width = WIDTH - LEFT - RIGHT if not self.is_real else WIDTH - 2 * RIGHT
        low_x, high_x = self._range([z.real for z in self.points], [(c.real, c.radius) for c in self.circles])
        room = width - 2 * MARGIN
        if self.is_real:
            unit = (high_x - low_x) / room
            x = Axis(self.scale, low_x - MARGIN * unit, high_x + MARGIN * unit, width)
            return x, x
        low_y, high_y = self._range([z.imag for z in self.points], [(c.imag, c.radius) for c in self.circles])
        unit = max((high_x - low_x) / room, (high_y - low_y) / (HIGHEST - 2 * MARGIN))
        height = min(max((high_y - low_y) / unit + 2 * MARGIN, LOWEST), HIGHEST)
        return tuple(  # type: ignore[return-value]  # two of them
            Axis(self.scale, (low + high - unit * length) / 2, (low + high + unit * length) / 2, length)
            for low, high, length in ((low_x, high_x, width), (low_y, high_y, height))
        )

    def _range(self, numbers: Sequence[float], discs: Sequence[tuple[float, float]]) -> tuple[float, float]:
        """The scaled range of an axis: all marks, the discs around them, and 0 where it is near."""
        spread = max(self._spread(), 0.0)
        ends = [c + s * r for c, r in discs if not spread or r <= WHOLE * spread for s in (-1, 1)]
        scaled = [self.scale(x) for x in chain(numbers, ends)]
        low, high = min(scaled), max(scaled)
        size = max(map(_size, self.points))
        if not spread and not any(r for _, r in discs):
            half = self.scale(size / 2) if size else 1.0
            return low - half, high + half
        if self.scale.is_linear and 0 < low < high - low:
            low = 0.0
        if self.scale.is_linear and low - high < high < 0:
            high = 0.0
        return low, high

    def _spread(self) -> float:
        """The largest distance of two marks along an axis; 0 where that is a rounding."""
        sides = [[z.real for z in self.points], [z.imag for z in self.points]]
        spread = max(max(side) - min(side) for side in sides)
        return spread if spread > 2.0**-48 * max(map(_size, self.points)) else 0.0

    def place(self, z: complex) -> tuple[float, float]:
        """Where a number is, from the upper left corner of the axes."""
        return self.x(z.real), (0.0 if self.is_real else self.y.length - self.y(z.imag))

    # --- what is hidden ---

    def hidden(self) -> Portrait | None:
        """The part around the furthest pair, where at every mark as much came back as there is; else none."""
        marks = [z for z, _ in self.exact]
        near = {
            z: [w for w in self.returned if _distance(self.place(z), self.place(w)) <= SAME]
            for z in dict.fromkeys(marks)
        }
        total = sum(m for _, m in self.exact)
        if len(self.returned) != total or any(
            len(near[z]) != sum(m for w, m in self.exact if _distance(self.place(z), self.place(w)) <= SAME)
            for z in marks
        ):
            return None
        pairs = [p for p in paired(self.portrait) if apart(p)]
        if not pairs or len(set(marks)) < 2:
            return None
        worst = max(pairs, key=lambda p: p.distance / self._allowed(_point(p.exact)) if p.exact else 0.0)
        if worst.exact is None:
            return None
        centre = self.place(_point(worst.exact))

        def is_here(z: complex) -> bool:
            return _distance(self.place(z), centre) <= SAME

        return Portrait(
            self.portrait.place,
            self.portrait.size,
            tuple(v for v in self.portrait.exact if _is_finite(_point(v)) and is_here(_point(v))),
            tuple(c for c in self.circles if is_here(complex(c.real, c.imag))),
            tuple(z for z in self.returned if is_here(z)),
        )

    def _allowed(self, z: complex) -> float:
        """The radius of the disc of an exact eigenvalue; its size where there is none."""
        radii = [c.radius for c in self.circles if hypot(z.real - c.real, z.imag - c.imag) <= c.radius]
        return min(radii, default=_size(z)) or 1.0

    # --- drawing ---

    def picture(self, heading: str = "") -> Picture:
        """The picture with its notes."""
        left = RIGHT if self.is_real else LEFT
        height = LINE if self.is_real else self.y.length
        notes: list[str] = []
        marks = [*self._discs(notes), *(self._lanes() if self.is_real else self._marks())]
        parts = [
            f"<title>{escape(self._title())}</title>",
            f"<desc>{escape(self._description())}</desc>",
            f'<g transform="translate({left} {TOP if not self.is_real else 4})">',
            *self._frame(height),
            f'<svg width="{self.x.length:.1f}" height="{height:.1f}">',
            *marks,
            "</svg>",
            "</g>",
        ]
        top = (TOP if not self.is_real else 4) + height + 46
        parts += self._legend(top)
        if not self.scale.is_linear:
            notes.append(
                f"Logarithmic away from 0: between {number_text(-self.scale.threshold)} and"
                f" {number_text(self.scale.threshold)} distances are true to scale."
            )
        lost = len(self.portrait.returned) - len(self.returned)
        if lost:
            notes.append(f"{counted(lost, 'value')} that came back {'is' if lost == 1 else 'are'} not finite.")
        size = f'viewBox="0 0 {WIDTH} {top + 10:.0f}" width="{WIDTH}" height="{top + 10:.0f}"'
        svg = f'<svg class="picture" role="img" xmlns="http://www.w3.org/2000/svg" {size}>'
        return Picture("\n".join([svg, *parts, "</svg>"]), tuple(notes), heading)

    def _title(self) -> str:
        where = "on the number line" if self.is_real else "in the complex plane"
        n = self.portrait.size
        of = f"{printable(self.portrait.place)}, {n}×{n}" if self.portrait.place else f"the {n}×{n} matrix"
        return f"Eigenvalues of {of}, {where}"

    def _description(self) -> str:
        exact = [
            exact_text(v) + (f", {v.multiplicity} times" if v.multiplicity > 1 else "") for v in self.portrait.exact
        ]
        parts = [
            ("Exact", exact),
            ("Came back", list(map(complex_text, self.portrait.returned))),
            ("Radii of the certified discs", [number_text(c.radius, 3) for c in self.circles]),
        ]
        return " ".join(f"{name}: {_listed(texts)}." for name, texts in parts if texts)

    def _frame(self, height: float) -> Iterator[str]:
        """The axes, with ticks and their labels."""
        width = self.x.length
        offset, ticks = self.x.ticks(LABEL_WIDTH)
        for p, label in ticks:
            yield f'<line class="grid" x1="{p:.1f}" y1="0" x2="{p:.1f}" y2="{height + 4:.1f}"/>'
            anchor, at = _anchored(p, width, CHARACTER * len(label) / 2, LEFT if not self.is_real else RIGHT)
            yield f'<text class="tick" x="{at:.1f}" y="{height + 16:.1f}" text-anchor="{anchor}">{label}</text>'
        yield f'<line class="axis" x1="0" y1="{height:.1f}" x2="{width:.1f}" y2="{height:.1f}"/>'
        name = "λ" if self.is_real else "Re λ"
        yield f'<text class="name" x="{width:.1f}" y="{height + 30:.1f}" text-anchor="end">{_less(name, offset)}</text>'
        if self.is_real:
            return
        offset, ticks = self.y.ticks(LABEL_HEIGHT)
        for up, label in ticks:
            p = height - up
            yield f'<line class="grid" x1="-4" y1="{p:.1f}" x2="{width:.1f}" y2="{p:.1f}"/>'
            yield f'<text class="tick" x="-7" y="{p + 3.5:.1f}" text-anchor="end">{label}</text>'
        yield f'<line class="axis" x1="0" y1="0" x2="0" y2="{height:.1f}"/>'
        yield f'<text class="name" x="{4 - LEFT}" y="-10">{_less("Im λ", offset)}</text>'

    def _discs(self, notes: list[str]) -> Iterator[str]:
        """The certified discs: circles, other curves on logarithmic axes, intervals on a number line."""
        small = clipped = False
        for circle in self.circles:
            x, y = self.place(complex(circle.real, circle.imag))
            corners = [self.place(z) for z in _corners(circle)]
            reach = max(_distance((x, y), corner) for corner in corners)
            is_small = reach < SEEN
            small |= is_small
            clipped |= not all(self._is_inside(corner) for corner in corners)
            style = "disc small" if is_small else "disc"
            if self.is_real:
                low, high = (x - UNSEEN, x + UNSEEN) if is_small else (min(corners)[0], max(corners)[0])
                low, high = max(low, -WIDTH), min(high, 2 * WIDTH)
                yield (
                    f'<rect class="{style}" x="{low:.1f}" y="{EXACT_LANE - 14}" width="{high - low:.1f}"'
                    f' height="{RETURNED_LANE - EXACT_LANE + 28}" rx="5"/>'
                )
            elif is_small or self.scale.is_linear:
                radius = UNSEEN if is_small else min(circle.radius / self.x.unit, 50.0 * WIDTH)
                yield f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
            else:
                yield f'<polygon class="{style}" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in corners)}"/>'
        if small:
            notes.append("Dashed discs are drawn larger than they are: at this scale they would not be seen.")
        if clipped:
            notes.append("A disc goes beyond the picture.")

    def _is_inside(self, place: tuple[float, float]) -> bool:
        x, y = place
        return -1 <= x <= self.x.length + 1 and (self.is_real or -1 <= y <= self.y.length + 1)

    def _marks(self) -> Iterator[str]:
        """Dots and crosses in the plane, with their numbers where several are at one place."""
        dots, crosses = self._grouped()
        for place, count in dots:
            yield from _dot(place)
            yield from _count(place, count, 1, 8, len(dots))
        for place, count in crosses:
            yield from _cross(place)
            yield from _count(place, count, 1, -7, len(crosses))

    def _lanes(self) -> Iterator[str]:
        """Crosses above dots, along a number line."""
        dots, crosses = self._grouped()
        for (x, _), count in crosses:
            yield from _cross((x, EXACT_LANE))
            yield from _count((x, EXACT_LANE), count, 0, -17, len(crosses))
        for (x, _), count in dots:
            yield from _dot((x, RETURNED_LANE))
            yield from _count((x, RETURNED_LANE), count, 0, 18, len(dots))

    def _grouped(self) -> tuple[list[tuple[tuple[float, float], int]], list[tuple[tuple[float, float], int]]]:
        dots = _groups((self.place(z), 1) for z in self.returned)
        return dots, _groups((self.place(z), multiplicity) for z, multiplicity in self.exact)

    def _legend(self, y: float) -> Iterator[str]:
        """What the marks are, in a line."""
        disc = _small_disc if not self.is_real else _small_band
        items: list[tuple[bool, str, Callable[[tuple[float, float]], Iterable[str]]]] = [
            (bool(self.exact), "exact", _cross),
            (bool(self.returned), "came back", _dot),
            (bool(self.circles), "certified disc", disc),
        ]
        x = 16.0
        for is_there, text, mark in items:
            if is_there:
                yield from mark((x, y - 4))
                yield f'<text class="legend" x="{x + 12:.1f}" y="{y:.1f}">{text}</text>'
                x += 34 + CHARACTER * len(text)


# --- marks ------------------------------------------------------------------------------------------------------------


def _cross(place: tuple[float, float]) -> Iterator[str]:
    x, y = place
    a, b, c, d = x - CROSS, y - CROSS, x + CROSS, y + CROSS
    yield f'<path class="exact" d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}M{a:.1f} {d:.1f}L{c:.1f} {b:.1f}"/>'


def _dot(place: tuple[float, float]) -> Iterator[str]:
    yield f'<circle class="returned" cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{DOT}"/>'


def _small_disc(place: tuple[float, float]) -> Iterator[str]:
    yield f'<circle class="disc" cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="6.5"/>'


def _small_band(place: tuple[float, float]) -> Iterator[str]:
    yield f'<rect class="disc" x="{place[0] - 6:.1f}" y="{place[1] - 7:.1f}" width="12" height="14" rx="4"/>'


def _count(place: tuple[float, float], count: int, right: int, down: int, among: int) -> Iterator[str]:
    """How many stand at a place, where it is more than one."""
    if count == 1 or among > MOST_LABELS:
        return
    x, y = place[0] + 7 * right, place[1] + down + 3.5 * (right > 0)
    yield f'<text class="count" x="{x:.1f}" y="{y:.1f}" text-anchor="{"start" if right else "middle"}">{count}×</text>'


def _groups(marks: Iterable[tuple[tuple[float, float], int]]) -> list[tuple[tuple[float, float], int]]:
    """Marks of which no two are at one place, each with how many it stands for."""
    found: list[tuple[tuple[float, float], int]] = []
    for place, count in marks:
        for k, (other, number) in enumerate(found):
            if _distance(place, other) <= SAME:
                found[k] = (other, number + count)
                break
        else:
            found.append((place, count))
    return found


# --- numbers ----------------------------------------------------------------------------------------------------------


def _point(value: ExactValue | None) -> complex:
    return complex(value.real, value.imag) if value is not None else complex(inf, 0)


def _is_finite(z: complex) -> bool:
    return isfinite(z.real) and isfinite(z.imag)


def _size(z: complex) -> float:
    """The larger part of a number, which is finite where the absolute value is not."""
    return max(abs(z.real), abs(z.imag))


def _has_zero(circle: Circle) -> bool:
    return hypot(circle.real, circle.imag) <= circle.radius


def _corners(circle: Circle) -> Iterator[complex]:
    """Points of a circle, its leftmost and rightmost among them."""
    for k in range(CORNERS):
        angle = 2 * pi * k / CORNERS
        yield complex(circle.real + circle.radius * cos(angle), circle.imag + circle.radius * sin(angle))


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _anchored(p: float, width: float, half: float, left: float) -> tuple[str, float]:
    """Where a label begins or ends that would stick out of the picture, else its middle."""
    if p - half < -left:
        return "start", -left
    if p + half > width + RIGHT:
        return "end", width + RIGHT
    return "middle", p


def _less(name: str, offset: float) -> str:
    """The name of an axis whose labels are differences."""
    if not offset:
        return name
    return f"{name} {'−' if offset > 0 else '+'} {number_text(abs(offset), 16)}"


def _listed(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - MOST_TOLD} more" if len(texts) > MOST_TOLD else ""
    return "; ".join(texts[:MOST_TOLD]) + more
