"""How the iterates of a matrix grow: their norms, the ratios of these, and the norms after rescaling."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

from symeig.errors import InputError
from symeig.exact.growth import Growth
from symeig.exact.growth import growth as growth_of
from symeig.exact.moduli import SpectralRadius
from symeig.exact.rounding import nearest_double
from symeig.plots.axes import Numbers, with_grid
from symeig.plots.extra import Axes, FixedLocator, Line2D, LogLocator, MaxNLocator, NullLocator
from symeig.plots.numbers import check_range, decimal, equation, short
from symeig.plots.picture import BLUE, GREEN, RED, Picture, drawn
from symeig.plots.words import Words
from symeig.reading.entries import FloatReading
from symeig.writing import SUPERSCRIPTS

__all__ = ["growth", "rescaled_growth"]

# Heights of the panels in points, and how many steps have a mark each.
HEIGHT, ALONE = 165, 215
MARKED = 40

# Steps that are drawn beyond the last iterate that is not 0.
BEYOND_ZERO = 4

# The norms that are drawn lie between this and its inverse; the start vector is not as large or as small.
REACH = 1e270
LARGEST_START = 1e100

# Decades between two ticks, and ticks on an axis at most.
STRIDES = (1, 2, 5, 10, 20, 50, 100, 200)
MOST_TICKS = 6

# The least extent of an axis in units of its largest number: less is rounding.
ROUNDING = 1e-9

CURVE: dict[str, Any] = {"color": BLUE, "linewidth": 1.5, "zorder": 2}
RATE: dict[str, Any] = {"color": RED, "linestyle": "--", "linewidth": 1.5, "zorder": 2.5}
LARGEST: dict[str, Any] = {"color": GREEN, "linestyle": ":", "linewidth": 1.8, "zorder": 2.5}


def growth(
    A: Any, v: Any = None, *, steps: int = 100, language: str = "en", floats: FloatReading = "decimal"
) -> Picture:
    """The norms of the iterates Aᵏv on a logarithmic scale, and their ratios beside the exact spectral radius.

    Args:
        A: n×n, n ≥ 1, as for `symeig.growth`, without parameters.
        v: The start vector; without one the powers of A, with their Frobenius norms.
        steps: How many steps are shown, at least 1.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        InputError: v has another length or is 0, `steps` is below 1, or there is no such language.
        UndecidedError: A or v has parameters.
        BudgetExceededError: The iterates would not fit into memory.

    Examples:
        >>> from symeig import plots
        >>> print(plots.growth([[1, 1], [1, 0]], [1, 0], steps=20).description)
        The norms of Aᵏv for steps from 0 to 20 go from 1 to 12868. Their ratios, the last of which is 1.618, beside ρ =
        (1 + √5)/2.
    """
    words = Words(language)
    found = growth_of(A, v, steps=steps, floats=floats)
    with drawn():
        return _Drawing(words, found, powers=v is None).picture()


def rescaled_growth(
    A: Any, v: Any = None, *, steps: int = 100, language: str = "en", floats: FloatReading = "decimal"
) -> Picture:
    """The norms of (A/ρ)ᵏv, ρ the exact rate at which Aᵏv grows: they settle, or grow like a power of k.

    Args:
        A: n×n, n ≥ 1, as for `symeig.growth`, without parameters.
        v: The start vector; without one the powers of A, with their Frobenius norms.
        steps: How many steps are shown, at least 1.
        language: Of the words, "en" or "vi".
        floats: How floats are read.

    Raises:
        NoLimitError: ρ = 0: the iterates become 0.
        NotSquareError: The matrix has different numbers of rows and columns.
        InputError: v has another length or is 0, `steps` is below 1, or there is no such language.
        UndecidedError: A or v has parameters.
        BudgetExceededError: The iterates would not fit into memory.

    Examples:
        >>> from symeig import plots
        >>> print(plots.rescaled_growth([[1, 1], [0, 1]], steps=20).description)
        The norms of (A/ρ)ᵏ for steps from 0 to 20, ρ = 1, go from 1.414 to 20.05. The norms grow like k.
    """
    words = Words(language)
    found = growth_of(A, v, steps=steps, floats=floats)
    with drawn():
        return _Drawing(words, found, powers=v is None).rescaled()


class _Drawing:
    """The curves of one matrix and one start."""

    def __init__(self, words: Words, found: Growth, *, powers: bool) -> None:
        self.words, self.found = words, found
        self.iterate = "Aᵏ" if powers else "Aᵏv"
        self.before = "Aᵏ⁻¹" if powers else "Aᵏ⁻¹v"
        self.scaled = "(A/ρ)ᵏ" if powers else "(A/ρ)ᵏv"
        check_range(map(complex, (_size(found.rate), _size(found.spectral_radius), *found.ratios)))
        self.rate = _value(found.rate)
        start = found.norms[0]
        if not 1 / LARGEST_START <= start <= LARGEST_START:
            msg = (
                f"The start vector has the norm {start:g}. In the picture it must be between 10^-100 and 10^100. Give a"
                " multiple of it."
            )
            raise InputError(msg)

    @property
    def vanishes(self) -> bool:
        """Whether the iterates become 0."""
        return not any(self.found.rate.eigenvalues[0].coefficients[:-1])

    @property
    def last_step(self) -> int:
        """The last step that is drawn: where the iterates become 0, soon after that."""
        found = self.found
        return min(found.steps, found.degree + BEYOND_ZERO) if self.vanishes else found.steps

    def picture(self) -> Picture:
        """Norms above, ratios below."""
        words, found = self.words, self.found
        picture = Picture(words("growth-title", iterate=self.iterate))
        above, below = picture.add_subplot(2, 1, 1), picture.add_subplot(2, 1, 2)
        norms = [(k, y) for k, y in enumerate(found.norms) if 1 / REACH < y < REACH]
        self._curve(above, norms)
        above.set_ylabel(f"‖{self.iterate}‖")
        _decades(above, [y for _, y in norms])
        ratios = list(enumerate(found.ratios, 1))
        self._curve(below, ratios)
        below.set_xlabel("k")
        below.set_ylabel(f"‖{self.iterate}‖ / ‖{self.before}‖")
        marks = self._rates(below, [y for _, y in ratios])
        picture.align_ylabels()
        caption = self._caption(drawn_norms=len(norms))
        picture.finish(2 * HEIGHT, caption, marks, f"{self._description(norms, ratios)} {caption}".strip())
        return picture

    def rescaled(self) -> Picture:
        """The norms after rescaling."""
        words, found = self.words, self.found
        values = list(enumerate(found.rescaled))
        check_range(map(complex, found.rescaled))
        picture = Picture(words("rescaled-title", iterate=self.scaled))
        axes = picture.add_subplot()
        self._curve(axes, values)
        axes.set_xlabel("k")
        axes.set_ylabel(f"‖{self.scaled}‖")
        _show(axes, [0.0, *(y for _, y in values)])
        exponent = "" if found.degree == 1 else str(found.degree).translate(SUPERSCRIPTS)
        told = words("settles") if found.settles else words("grows", order=f"k{exponent}")
        by = words("rescaled-by", equation=equation("ρ", self.rate), iterate=self.iterate)
        seen = words(
            "rescaled-seen",
            iterate=self.scaled,
            steps=found.steps,
            rate=equation("ρ", self.rate),
            first=decimal(values[0][1]),
            last=decimal(values[-1][1]),
        )
        picture.finish(ALONE, f"{by} {told}", [], f"{seen} {told}")
        return picture

    def _curve(self, axes: Axes, points: Sequence[tuple[int, float]]) -> None:
        """A curve over the steps, with marks where there are few."""
        last = self.last_step
        few: dict[str, Any] = {"marker": "o", "markersize": 3.5} if last <= MARKED else {}
        axes.plot([k for k, _ in points], [y for _, y in points], **CURVE, **few)
        with_grid(axes)
        axes.xaxis.set_major_locator(MaxNLocator(8, integer=True, steps=[1, 2, 5, 10]))
        axes.set_xlim(-0.02 * last, 1.02 * last)

    def _rates(self, axes: Axes, ratios: Sequence[float]) -> list[Line2D]:
        """The exact rate as a line, and the spectral radius as another where v misses it."""
        found = self.found
        rates = [(found.rate, RATE, "rate")]
        if found.misses_spectral_radius:
            rates.append((found.spectral_radius, LARGEST, "spectral-radius"))
        elif not self.vanishes:
            rates = [(found.rate, RATE, "spectral-radius")]
        lines = []
        for radius, look, name in rates:
            y = _size(radius)
            label = self.words(name, equation=equation("ρ(A)" if name == "spectral-radius" else "ρ", _value(radius)))
            lines.append(axes.axhline(y, label=label, **look))
        _show(axes, [*ratios, *(_size(radius) for radius, _, _ in rates)])
        return lines

    def _caption(self, *, drawn_norms: int) -> str:
        words, found = self.words, self.found
        said = []
        if self.vanishes:
            said.append(words("vanishes", iterate=self.iterate, step=found.degree + 1))
        elif drawn_norms <= found.steps:
            said.append(words("beyond", most=decimal(REACH), least=decimal(1 / REACH)))
        if found.misses_spectral_radius:
            said.append(words("misses"))
        elif found.degree and len(found.dominant) == 1 and not self.vanishes:
            said.append(words("slowly"))
        return " ".join(said)

    def _description(self, norms: Sequence[tuple[int, float]], ratios: Sequence[tuple[int, float]]) -> str:
        return self.words(
            "growth-seen",
            iterate=self.iterate,
            steps=norms[-1][0],
            first=decimal(norms[0][1]),
            last=decimal(norms[-1][1]),
            ratio=decimal(ratios[-1][1]),
            rate=equation("ρ", self.rate),
        )


def _size(radius: SpectralRadius) -> float:
    """The double nearest to a modulus."""
    return nearest_double(radius.ball)


def _value(radius: SpectralRadius) -> str:
    """A modulus in few characters."""
    return short(radius.expr, complex(_size(radius)))


def _decades(axes: Axes, values: Sequence[float]) -> None:
    """Ticks of a logarithmic axis: powers of ten, all equally far apart, or other numbers where these are too few."""
    first, last = log10(min(values)), log10(max(values))
    free = 0.05 * (last - first) if last - first > ROUNDING else 0.3
    first, last = first - free, last + free
    axes.set_ylim(10.0**first, 10.0**last)
    axes.set_yscale("log")
    axes.yaxis.set_minor_locator(NullLocator())
    if last - first < 2:
        few = LogLocator(subs=(1, 2, 5)) if last - first > 0.7 else MaxNLocator(MOST_TICKS, steps=[1, 2, 5, 10])
        axes.yaxis.set_major_locator(few)
    else:
        stride = next(s for s in STRIDES if (last - first) / s < MOST_TICKS)
        powers = range(ceil(first / stride) * stride, floor(last) + 1, stride)
        axes.yaxis.set_major_locator(FixedLocator([10.0**k for k in powers]))
    axes.yaxis.set_major_formatter(Numbers())


def _show(axes: Axes, values: Sequence[float]) -> None:
    """Let an axis go from the least to the greatest of some numbers, with some space around."""
    low, high = min(values), max(values)
    free = 0.1 * (high - low) if high - low > ROUNDING * abs(high) else abs(high) / 2 or 1.0
    axes.set_ylim(low - free, high + free)
