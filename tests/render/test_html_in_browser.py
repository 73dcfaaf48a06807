"""A browser shows the pages of solutions, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from symeig.worked.solution import solve
from tests.mathml import tree
from tests.render.browser import check_accessibility, check_widths, framed, shown

SOLUTIONS: dict[str, tuple[Any, dict[str, Any]]] = {
    "defective, English, full": ([[3, -1, 1], [2, 0, 1], [1, -1, 2]], {"level": 3}),
    "symmetric, Vietnamese": ([[3, 2, 2], [2, 3, 2], [2, 2, 3]], {"goal": "orthogonal", "language": "vi"}),
    "quartic, Vietnamese, full": (
        [[2, 1, 0, 3], [0, 2, 0, 1], [1, 0, 3, 4], [0, 1, 1, 5]],
        {"language": "vi", "level": 3},
    ),
    "parameters, English, brief": ([["a", "b"], ["b", "a"]], {"level": 1}),
}

pytestmark = pytest.mark.slow
each_solution = pytest.mark.parametrize("name", SOLUTIONS)


def page(name: str) -> str:
    """The page of a solution."""
    A, options = SOLUTIONS[name]
    return solve(A, **options).to_html()


@each_solution
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On any screen."""
    check_widths(page(name), tmp_path)


@each_solution
def test_browser_lays_out_mathematics(name: str, tmp_path: Path) -> None:
    """Every formula has a size, the rows of a matrix stand below each other, and brackets are as high as the matrix."""
    text = page(name)
    script = """{
      empty: [...page.querySelectorAll("math")].filter((e) => !e.getBoundingClientRect().width).length,
      rows: [...page.querySelectorAll("mtable")].filter((table) => {
        const tops = [...table.children].map((row) => row.getBoundingClientRect().top);
        return tops.some((top, k) => k && top <= tops[k - 1]);
      }).length,
      formulas: page.querySelectorAll("math").length,
      sections: page.querySelectorAll("main > section > h2").length,
    }"""
    root = tree(text)
    expected = {"empty": 0, "rows": 0, "formulas": len(list(root.iter("math"))), "sections": len(list(root.iter("h2")))}
    assert shown(framed(text, [1000], script), tmp_path) == [expected]


@pytest.mark.parametrize(
    ("name", "scheme"), [(next(iter(SOLUTIONS)), "dark"), *((name, "light") for name in SOLUTIONS)]
)
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """In light and in dark colours."""
    check_accessibility(page(name), scheme, tmp_path)
