"""Axes of pictures: where a number stands, and at which numbers there is a tick.

An axis is linear, or logarithmic away from 0 on both sides where the numbers are so far apart that on a linear one they
would all stand at two places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from symeig.numeric.render.words import number_text
from symeig.writing import SUPERSCRIPTS

__all__ = ["Axis", "Scale", "chosen_scale"]

# The largest quotient of two sizes that are both seen on a linear axis.
FAR_APART = 1e4

# The range in which sums and differences of doubles are safe.
SAFE = 1e150

# The smallest float above 0.
LEAST = 5e-324

# Ticks along an axis, at most, and the digits in their labels.
MOST_TICKS = 5
TICK_DIGITS = 4

# The largest tick in steps, beyond which a constant is taken off all labels.
LONG_LABELS = 1e3

# The least range in units of its distance from 0: less is rounding.
ROUNDING = 2.0**-48


@dataclass(frozen=True, slots=True)
class Scale:
    """What is done with numbers before they are drawn.

    Attributes:
        threshold: Below it the axis is linear, beyond it logarithmic; 0 for a linear axis.
    """

    threshold: float = 0.0

    @property
    def is_linear(self) -> bool:
        """Whether equal distances are equally long everywhere."""
        return not self.threshold

    def __call__(self, x: float) -> float:
        """A number as it is drawn."""
        if self.is_linear:
            return x
        if abs(x) <= self.threshold:
            return x / self.threshold
        size = 1 + log10(abs(x)) - log10(self.threshold)
        return size if x > 0 else -size


def chosen_scale(sizes: Iterable[float]) -> Scale:
    """A scale on which numbers of all these sizes are seen.

    Args:
        sizes: Absolute values that are no rounding of 0.

    Examples:
        >>> chosen_scale([1.0, 300.0]), chosen_scale([2e-7, 1e6])
        (Scale(threshold=0.0), Scale(threshold=1e-07))
    """
    found = [x for x in sizes if x and isfinite(x)]
    if not found:
        return Scale()
    least, most = min(found), max(found)
    if most < SAFE and least > 1 / SAFE and most <= FAR_APART * least:
        return Scale()
    return Scale(max(10.0 ** floor(log10(least)), LEAST))


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of numbers along a line.

    Attributes:
        scale: Of its numbers.
        low: The first, scaled.
        high: The last, scaled.
        length: In pixels.
    """

    scale: Scale
    low: float
    high: float
    length: float

    def __call__(self, x: float) -> float:
        """The place of a number, in pixels from the first one."""
        return self._place(self.scale(x))

    def _place(self, scaled: float) -> float:
        return (scaled - self.low) / (self.high - self.low) * self.length

    @property
    def unit(self) -> float:
        """How much is a pixel, scaled."""
        return (self.high - self.low) / self.length

    def ticks(self, room: float) -> tuple[float, list[tuple[float, str]]]:
        """What is taken off all labels, and the ticks: pairs (place, label), the place in pixels from the first number.

        Args:
            room: Pixels that a label needs.
        """
        if self.scale.is_linear:
            return self._linear_ticks(max(2, min(MOST_TICKS, int(self.length / room))))
        return 0.0, self._decades(max(1, ceil(room * self.unit)))

    def _linear_ticks(self, most: int) -> tuple[float, list[tuple[float, str]]]:
        range_ = self.high - self.low
        decade = 10.0 ** floor(log10(range_ / most))
        steps = (m * decade for m in (1, 2, 5, 10, 20))
        step = next(s for s in steps if floor(self.high / s) - ceil(self.low / s) < most)
        offset = 0.0
        if max(abs(self.low), abs(self.high)) > LONG_LABELS * step:
            coarse = 10.0 ** ceil(log10(step) + 1)
            offset = float(f"{round((self.low + self.high) / 2 / coarse) * coarse:.15g}")
        low, high = self.low - offset, self.high - offset
        numbers = [k * step for k in range(ceil(low / step - ROUNDING), floor(high / step + ROUNDING) + 1)]
        return offset, [(self._place(offset + x), number_text(x, TICK_DIGITS)) for x in numbers]

    def _decades(self, stride: int) -> list[tuple[float, str]]:
        """Zero, and powers of ten on either side, all equally far apart."""
        below = round(log10(self.scale.threshold)) - 1
        ticks = []
        for k in range(ceil(self.low / stride), floor(self.high / stride) + 1):
            exponent = below + stride * abs(k)
            power = {0: "1", 1: "10"}.get(exponent, f"10{str(exponent).translate(SUPERSCRIPTS)}")
            label = power if k > 0 else f"−{power}" if k else "0"
            ticks.append((self._place(float(k * stride)), label))
        return ticks
