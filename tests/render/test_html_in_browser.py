"""A browser shows the pages of solutions, and a checker of accessibility finds no fault in them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from symeig.worked.solution import solve
from tests.mathml import tree
from tests.render.tools import require

SOLUTIONS: dict[str, tuple[Any, dict[str, Any]]] = {
    "defective, English, full": ([[3, -1, 1], [2, 0, 1], [1, -1, 2]], {"level": 3}),
    "symmetric, Vietnamese": ([[3, 2, 2], [2, 3, 2], [2, 2, 3]], {"goal": "orthogonal", "language": "vi"}),
    "quartic, Vietnamese, full": (
        [[2, 1, 0, 3], [0, 2, 0, 1], [1, 0, 3, 4], [0, 1, 1, 5]],
        {"language": "vi", "level": 3},
    ),
    "parameters, English, brief": ([["a", "b"], ["b", "a"]], {"level": 1}),
}

# Widths of screens, in CSS pixels, from a small phone to a desk.
SCREENS = [320, 390, 1000]

pytestmark = pytest.mark.slow
each_solution = pytest.mark.parametrize("name", SOLUTIONS)


def page(name: str) -> str:
    """The page of a solution."""
    A, options = SOLUTIONS[name]
    return solve(A, **options).to_html()


def shown(text: str, folder: Path, *options: str) -> Any:
    """What a page writes as JSON into its element #result when a browser has run its scripts."""
    chromium = require("chromium", "chromium")
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    command = [
        chromium,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--virtual-time-budget=20000",
        *options,
    ]
    done = subprocess.run(
        [*command, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    _, found, rest = done.stdout.partition('<pre id="result">')
    assert found, done.stdout[-500:]
    return json.loads(tree(f"<pre>{rest.partition('</pre>')[0]}</pre>").text or "")


def framed(text: str, widths: Sequence[int], script: str) -> str:
    """A page with another one in frames of some widths, and a script that looks at its ``document`` as ``page``."""
    style = "height: 900px; border: 0"
    frames = "".join(f'<iframe style="width: {w}px; {style}" srcdoc="{escape(text)}"></iframe>' for w in widths)
    return f"""<!DOCTYPE html><meta charset="utf-8"/><title>Frames</title><pre id="result"></pre>{frames}<script>
onload = () => {{
  const pages = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument);
  document.querySelector("#result").textContent = JSON.stringify(pages.map((page) => ({script})));
}};
</script>"""


@each_solution
def test_page_never_scrolls_sideways(name: str, tmp_path: Path) -> None:
    """On every screen the page is as wide as the screen; what is wider scrolls inside, and the keyboard reaches it."""
    script = """{
      width: page.documentElement.scrollWidth,
      unreachable: [...page.querySelectorAll("main *")]
        .filter((e) => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto" && e.tabIndex < 0)
        .map((e) => e.outerHTML.slice(0, 200)),
    }"""
    expected = [{"width": width, "unreachable": []} for width in SCREENS]
    assert shown(framed(page(name), SCREENS, script), tmp_path) == expected


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


AXE = """<pre id="result"></pre><script>{axe}</script><script>
axe.run().then((found) => {{
  document.querySelector("#result").textContent = JSON.stringify({{
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    violations: found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 200)).join(" ")),
    passes: found.passes.map((p) => p.id),
  }});
}});
</script></body>"""


@pytest.mark.parametrize(
    ("name", "scheme"), [(next(iter(SOLUTIONS)), "dark"), *((name, "light") for name in SOLUTIONS)]
)
def test_page_is_accessible(name: str, scheme: str, tmp_path: Path) -> None:
    """The checker axe finds nothing to complain of, in light and in dark colours."""
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    text = page(name).replace("</body>", AXE.format(axe=axe))
    number = ["dark", "light"].index(scheme)
    found = shown(text, tmp_path, f"--blink-settings=preferredColorScheme={number}", "--window-size=500,900")
    assert (found["dark"], found["violations"]) == (scheme == "dark", [])
    assert {"color-contrast", "heading-order"} <= set(found["passes"])
