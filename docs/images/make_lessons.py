"""Makes the pictures of the lessons in both languages: `python docs/images/make_lessons.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from symeig import plots
from symeig.plots import Picture

HERE = Path(__file__).parent

# The matrix of the lesson's Gershgorin discs.
DISCS = [[1.0, 0.1, 0.1, 0.1], [0.1, 3.0, 0.2, 0.3], [0.1, 0.2, 5.0, 0.5], [0.1, 0.3, 0.5, 9.0]]


def pictures() -> Iterator[tuple[Path, Picture]]:
    """The files with their pictures."""
    random = np.random.RandomState(8675309)
    A, v, w = random.randn(5, 5), random.randn(5, 1), random.randn(5, 1)
    B = A / max(abs(np.linalg.eigvals(A)))
    for language, suffix in (("en", ""), ("vi", "-vi")):
        yield HERE / f"lesson-action{suffix}.svg", plots.action([[2, 0], [0, -1]], language=language)
        yield HERE / f"lesson-gershgorin{suffix}.svg", plots.gershgorin(DISCS, language=language)
        yield HERE / f"lesson-growth{suffix}.svg", plots.growth(A, v, floats="binary", language=language)
        yield HERE / f"lesson-rescaled{suffix}.svg", plots.growth(B, w, floats="binary", language=language)
        yield HERE / f"review-maximum{suffix}.svg", plots.action([[2, 1], [1, 2]], language=language)


if __name__ == "__main__":
    for path, picture in pictures():
        picture.savefig(path)
