"""Pages in a browser: what a script finds in them, and what is true of all that are well made."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.mathml import tree
from tests.render.tools import require

__all__ = [
    "SCHEMES",
    "SCREENS",
    "check_accessibility",
    "check_pictures",
    "check_widths",
    "contrasts",
    "framed",
    "shown",
    "violations",
]

# Widths of screens, in CSS pixels, from a small phone to a desk.
SCREENS = [320, 390, 1000]

# Colours, by the number that the browser knows them by.
SCHEMES = ["dark", "light"]

AXE = """<pre id="result"></pre><script>{axe}</script><script>
addEventListener("load", () => axe.run().then((found) => {{
  document.querySelector("#result").textContent = JSON.stringify({{
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    violations: found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 200)).join(" ")),
    passes: found.passes.map((p) => p.id),
  }});
}}));
</script></body>"""

# What leaves its page, or scrolls where no key reaches it.
WIDTHS = """{
  width: page.documentElement.scrollWidth,
  unreachable: [...page.querySelectorAll("main *")]
    .filter((e) => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto" && e.tabIndex < 0)
    .map((e) => e.outerHTML.slice(0, 200)),
}"""

PICTURES = """[...page.querySelectorAll("svg.picture")].map((svg) => {
  const box = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text:not(.count)")].map((e) => e.getBoundingClientRect());
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return {
    empty: !box.width || !box.height,
    outside: words.filter((t) => t.left < box.left - 1 || t.right > box.right + 1
      || t.top < box.top - 1 || t.bottom > box.bottom + 1).length,
    overlapping: words.filter((a, i) => words.some((b, k) => i < k && overlap(a, b))).length,
    small: box.width / svg.viewBox.baseVal.width * 11 < 9,
  };
})"""

CONTRASTS = """<pre id="result"></pre><script>
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const found = MARKS.map(([selector, property]) => {
    const mark = light(getComputedStyle(document.querySelector(selector))[property]);
    return Math.max(mark, paper) / Math.min(mark, paper);
  });
  document.querySelector("#result").textContent = JSON.stringify(found);
</script></body>"""


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


def check_widths(text: str, folder: Path) -> None:
    """On every screen a page is as wide as the screen; what is wider scrolls inside, and the keyboard reaches it."""
    expected = [{"width": width, "unreachable": []} for width in SCREENS]
    assert shown(framed(text, SCREENS, WIDTHS), folder) == expected


def check_pictures(text: str, folder: Path) -> None:
    """Pictures have a size, their words stay inside and stand apart, and letters are not too small on a phone."""
    for pictures in shown(framed(text, SCREENS, PICTURES), folder):
        assert [p for p in pictures if any(p.values())] == []


def check_accessibility(text: str, scheme: str, folder: Path) -> None:
    """The checker axe finds nothing to complain of, in dark or in light colours."""
    found = shown(_with_axe(text), folder, _preferring(scheme), "--window-size=500,900")
    assert (found["dark"], found["violations"]) == (scheme == "dark", [])
    assert {"color-contrast", "heading-order"} <= set(found["passes"])


def violations(text: str, folder: Path) -> list[str]:
    """What axe complains of, whatever there is in a page."""
    return list(shown(_with_axe(text), folder)["violations"])


def contrasts(text: str, marks: Sequence[tuple[str, str]], scheme: str, folder: Path) -> list[float]:
    """The contrast to the page of the colours that the first elements of some selectors have, by their properties."""
    script = CONTRASTS.replace("MARKS", json.dumps(list(marks)))
    return list(shown(text.replace("</body>", script), folder, _preferring(scheme)))


def _with_axe(text: str) -> str:
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    return text.replace("</body>", AXE.format(axe=axe))


def _preferring(scheme: str) -> str:
    """The switch of the browser for dark or light colours."""
    return f"--blink-settings=preferredColorScheme={SCHEMES.index(scheme)}"
