"""Makes the table of the lessons in the docs from their tests: `python -m tests.lessons.table` writes it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from tests.lessons import test_eigendecompositions, test_linear_algebra_review
from tests.lessons.rows import Row

__all__ = ["PAGE", "each_test", "page"]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "lessons.md"

INTRODUCTION = """\
# The two lessons, and the tests that reproduce them

symeig grew from two lessons. Each of their definitions, formulas, examples, printed numbers, figures and exercises has
a test that reproduces it: most formulas as laws on matrices drawn by Hypothesis or with letters, a few on the lesson's
own matrices; numbers as far as rounding determines them; figures by the data of their curves. Where a lesson slips, the
test shows what is true. The pages that teach them are
[Eigendecompositions, worked exactly](../tutorials/eigendecompositions.md) and the
[linear algebra review](../tutorials/linear-algebra-review.md).

This page is made from the tests by `python -m tests.lessons.table`.
"""

LESSONS = (
    (
        test_eigendecompositions,
        '"Eigendecompositions" in *Dive into Deep Learning*',
        "A. Zhang, Z. C. Lipton, M. Li, A. J. Smola; in English and in Vietnamese (*Đắm mình vào học sâu*).",
    ),
    (
        test_linear_algebra_review,
        '"Linear Algebra: Eigenvectors and Eigenvalues"',
        "A notebook by D. Cavar (2018, 2019), after *Linear Algebra Review and Reference* by Z. Kolter and C. Do.",
    ),
)


def each_test(lesson: ModuleType) -> Iterator[Callable[[], None]]:
    """The tests of a lesson in their order."""
    return (thing for name, thing in vars(lesson).items() if name.startswith("test_"))


def page() -> str:
    """The page."""
    parts = [INTRODUCTION]
    for lesson, title, source in LESSONS:
        place = Path(str(lesson.__file__)).relative_to(Path(__file__).parents[2]).as_posix()
        parts.append(f"## {title}\n\n{source} The tests are in `{place}`.\n")
        parts.append("| part | what | | test |\n| --- | --- | --- | --- |\n" + "".join(map(_line, each_test(lesson))))
    return "\n".join(parts)


def _line(test: Callable[[], None]) -> str:
    row: Row = test.shows  # type: ignore[attr-defined]
    what = f"{row.what}. **Corrected:** {row.corrected}" if row.corrected else row.what
    return f"| {row.part} | {what.replace('|', chr(92) + '|')} | {row.kind} | `{test.__name__}` |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
