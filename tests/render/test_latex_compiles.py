"""LaTeX compiles what is written: real solutions in every language, without lines that stick out."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from symeig.worked.messages import languages
from symeig.worked.solution import solve
from tests.render.tools import missing, require

MATRICES: dict[str, Any] = {
    "two by two": [[4, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "symmetric": [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    "golden ratio": [[1, 1], [1, 0]],
    "rotation": [[0, -1], [1, 0]],
    "cubic": [[0, 0, 13], [1, 0, 22], [0, 1, 0]],
    "surds in four rows": [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]],
    "fractions": [["1/2", "1/3"], ["1/4", "2/3"]],
    "parameters": [["a", "b"], ["b", "a"]],
    "two Jordan blocks": [[5, 1, 0, 0, 2], [-1, 3, 0, 0, 1], [0, 0, 4, 1, 0], [0, 0, 0, 4, 1], [0, 0, 0, 0, 4]],
    "five rows": [[4, 1, 1, 1, 1], [1, 4, 1, 1, 1], [1, 1, 4, 1, 1], [1, 1, 1, 4, 1], [1, 1, 1, 1, 4]],
}

# Points by which a line may stick out without being seen to.
UNSEEN = 5.0

# Files that TeX needs for a language, with the Debian packages that have them.
NEEDED = {"en": {"lmodern.sty": "lmodern"}, "vi": {"lmodern.sty": "lmodern", "t5enc.def": "texlive-lang-other"}}


def compiled(source: str, folder: Path) -> str:
    """The log of a document that must compile."""
    pdflatex = require("pdflatex", "texlive-latex-base")
    (folder / "solution.tex").write_text(source, encoding="utf-8")
    command = [pdflatex, "-halt-on-error", "-interaction=nonstopmode", "solution.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    log = (folder / "solution.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-3000:]
    return log


def too_wide(log: str) -> list[float]:
    """By how many points lines stick out, where it can be seen."""
    return [pt for pt in map(float, re.findall(r"Overfull \\hbox \((\d+\.\d+)pt", log)) if pt > UNSEEN]


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_solutions_compile(language: str, tmp_path: Path) -> None:
    """A document with many full solutions compiles, and no line sticks out."""
    for file, package in NEEDED[language].items():
        if not subprocess.run(
            [require("kpsewhich", "texlive-binaries"), file], capture_output=True, check=False
        ).stdout:
            missing(file, package)
    solutions = [solve(A, language=language, level=3) for A in MATRICES.values()]
    fragments = [solution.to_latex() for solution in solutions]
    document = solutions[0].to_latex(standalone=True)
    log = compiled(document.replace(fragments[0], "\n".join(fragments)), tmp_path)
    assert too_wide(log) == []
    assert "Missing character" not in log


def test_fragment_needs_no_more_than_two_packages(tmp_path: Path) -> None:
    """A fragment compiles in another class with amsmath and amssymb alone."""
    fragment = solve(MATRICES["defective"], variable="mu").to_latex()
    source = f"\\documentclass{{amsart}}\\usepackage{{amsmath, amssymb}}\\begin{{document}}{fragment}\\end{{document}}"
    assert too_wide(compiled(source, tmp_path)) == []


def test_missing_tool_skips_here_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that is not there skips a test with the package's name, and fails it where CI is "true"."""
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="package-of-tools has it"):
        require("no-such-tool", "package-of-tools")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="must have it"):
        require("no-such-tool", "package-of-tools")
