"""What came back beside what is exact, one to one, so that people can compare them. No law is decided by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import hypot, inf, isfinite

from symeig.numeric.render.words import FEW_DIGITS, complex_text, exact_text, number_text, traits
from symeig.numeric.report import ExactValue, Finding, Portrait

__all__ = ["Pair", "apart", "cells", "paired", "shown_pairs", "shown_portraits"]

# The largest matrix whose pairs are chosen so that the longest distance is as short as can be; others are greedy.
LARGEST_BOTTLENECK = 16

# Roundings of a double, by which two numbers are apart that are nearly known alone.
ROUNDING = 2.0**-50

# Matrices of a stack that are shown.
FEW_MATRICES = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """An exact eigenvalue and what came back for it.

    Attributes:
        exact: None where more came back than there are.
        returned: None where less came back.
        distance: Between them, nearly; infinity where there is none.
    """

    exact: ExactValue | None
    returned: complex | None
    distance: float = inf


def paired(portrait: Portrait) -> list[Pair]:
    """All eigenvalues of a matrix as pairs, those of one exact eigenvalue together and in its order, the worst first.

    Of the pairings the one is taken whose longest distance is shortest, then the next longest, and so on; for large
    matrices the nearest two are paired first.

    Examples:
        >>> one, two = (ExactValue(str(x), x, 0.0, 1, (1,), 1.0) for x in (1.0, 2.0))
        >>> pairs = paired(Portrait("", 2, (one, two), (), (2.5 + 0j, 1.25 + 0j)))
        >>> [(p.exact.text, p.returned, p.distance) for p in pairs]
        [('1.0', (1.25+0j), 0.25), ('2.0', (2.5+0j), 0.5)]
    """
    values = _merged(portrait.exact)
    exact = [k for k, value in enumerate(values) for _ in range(value.multiplicity)]
    lefts = [k for k in exact if _is_finite(_point(values[k]))]
    rights = [z for z in portrait.returned if _is_finite(z)]
    distances = [[_distance(_point(values[k]), z) for z in rights] for k in lefts]
    chosen = (_bottleneck if max(len(lefts), len(rights)) <= LARGEST_BOTTLENECK else _greedy)(distances)
    numbered = [(lefts[i], Pair(values[lefts[i]], rights[j], distances[i][j])) for i, j in chosen]
    others = [z for z in portrait.returned if not _is_finite(z)]
    others += [z for j, z in enumerate(rights) if j not in {j for _, j in chosen}]
    without = [k for k in exact if k not in set(lefts)]
    without += [k for i, k in enumerate(lefts) if i not in {i for i, _ in chosen}]
    numbered += [(k, Pair(values[k], others.pop(0) if others else None)) for k in without]
    numbered.sort(key=lambda item: (item[0], -item[1].distance))
    return [*(pair for _, pair in numbered), *(Pair(None, z) for z in others)]


def _merged(exact: Sequence[ExactValue]) -> list[ExactValue]:
    """The exact eigenvalues, those of several summands that are the same taken together."""
    found: dict[tuple[str, float, float], ExactValue] = {}
    for value in exact:
        key = (value.text, value.real, value.imag)
        before = found.get(key)
        if before is not None:
            blocks = tuple(sorted((*before.blocks, *value.blocks), reverse=True))
            # Projectors of summands are orthogonal to each other, so the squares of their norms add up.
            condition = hypot(before.condition, value.condition)
            multiplicity = before.multiplicity + value.multiplicity
            value = replace(before, multiplicity=multiplicity, blocks=blocks, condition=condition)  # noqa: PLW2901
        found[key] = value
    return list(found.values())


def shown_pairs(portrait: Portrait, most: int) -> tuple[list[Pair], int]:
    """The pairs to be shown, and how many are left out; of many the first are those that are furthest apart."""
    pairs = paired(portrait)
    if len(pairs) <= most + 1:
        return pairs, 0
    groups = [list(group) for _, group in groupby(pairs, key=lambda pair: id(pair.exact))]
    groups.sort(key=lambda group: -group[0].distance)
    return [pair for group in groups for pair in group][:most], len(pairs) - most


def apart(pair: Pair) -> float | None:
    """The distance of a pair; 0 where it is within the rounding of what is shown, None where there is none."""
    if pair.exact is None or pair.returned is None or not isfinite(pair.distance):
        return None
    size = max(_distance(_point(pair.exact), 0j), _distance(pair.returned, 0j))
    return pair.distance if pair.distance > ROUNDING * size else 0.0


def cells(pairs: Sequence[Pair], *, short: bool = False) -> list[tuple[str, ...]]:
    """The rows of a table of pairs, the first one its head; columns without anything are left out.

    Args:
        pairs: In the order in which they are shown; what belongs to an exact eigenvalue is said once.
        short: Whether decimals are enough of an exact eigenvalue.

    Examples:
        >>> half = ExactValue("1/2", 0.5, 0.0, 2, (1, 1), 1.0)
        >>> for row in cells([Pair(half, 0.5 + 0j, 0.0), Pair(half, 0.75 + 0j, 0.25)]):
        ...     print(row)
        ('exact', 'times', 'came back', 'off by')
        ('1/2 ≈ 0.5', '2', '0.5', '0')
        ('', '', '0.75', '0.25')
    """
    rows = [("exact", "times", "blocks", "condition", "came back", "off by")]
    before = None
    for pair in pairs:
        is_new = pair.exact is not None and pair.exact is not before
        about = (exact_text(pair.exact, short=short), *traits(pair.exact)) if pair.exact and is_new else ("",) * 4
        distance = apart(pair)
        returned = "" if pair.returned is None else complex_text(pair.returned)
        rows.append((*about, returned, "" if distance is None else number_text(distance, FEW_DIGITS - 1)))
        before = pair.exact
    kept = [k for k in range(len(rows[0])) if any(row[k] for row in rows[1:])]
    return [tuple(row[k] for k in kept) for row in rows]


def shown_portraits(finding: Finding) -> tuple[list[Portrait], int]:
    """The matrices of a stack where the law is broken, a few of them, and how many others there are."""
    places = [decision.place for decision in finding.decisions]
    portraits = [p for p in finding.portraits if not p.place or any(_is_in(place, p.place) for place in places)]
    portraits = (portraits or list(finding.portraits))[:FEW_MATRICES]
    return portraits, len(finding.portraits) - len(portraits)


def _is_in(place: str, of: str) -> bool:
    return place == of or place.startswith(f"{of},")


def _point(value: ExactValue) -> complex:
    return complex(value.real, value.imag)


def _distance(z: complex, w: complex) -> float:
    """Of two numbers; infinity where it is beyond the range of floats."""
    return hypot(z.real - w.real, z.imag - w.imag)


def _is_finite(z: complex) -> bool:
    return isfinite(z.real) and isfinite(z.imag)


def _greedy(distances: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The nearest two first, then the nearest of the rest."""
    edges = sorted((d, i, j) for i, row in enumerate(distances) for j, d in enumerate(row))
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for _, i, j in edges:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            chosen.append((i, j))
    return chosen


def _bottleneck(distances: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The longest distance as short as can be; that pair is fixed, and the same is done for the rest."""
    rows, columns = set(range(len(distances))), set(range(len(distances[0]) if distances else 0))
    chosen: list[tuple[int, int]] = []
    while rows and columns:
        lengths = sorted({distances[i][j] for i in rows for j in columns})
        low, high = 0, len(lengths) - 1
        size = min(len(rows), len(columns))
        while low < high:
            middle = (low + high) // 2
            if len(_matched(distances, rows, columns, lengths[middle])) == size:
                high = middle
            else:
                low = middle + 1
        best = _matched(distances, rows, columns, lengths[low])
        i, j = max(best, key=lambda edge: distances[edge[0]][edge[1]])
        chosen.append((i, j))
        rows.remove(i)
        columns.remove(j)
    return chosen


def _matched(
    distances: Sequence[Sequence[float]], rows: set[int], columns: set[int], longest: float
) -> list[tuple[int, int]]:
    """As many pairs as there can be of some length at most (augmenting paths)."""
    partner: dict[int, int] = {}

    def finds(i: int, seen: set[int]) -> bool:
        for j in columns:
            if distances[i][j] <= longest and j not in seen:
                seen.add(j)
                if j not in partner or finds(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    for i in rows:
        finds(i, set())
    return [(i, j) for j, i in partner.items()]
