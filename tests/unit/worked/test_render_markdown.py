"""Worked solutions in Markdown: what GitHub, Jupyter and Pandoc all read as meant."""

from __future__ import annotations

import re

import pytest
from sympy import Integer

from symeig.worked.messages import languages
from symeig.worked.render.markdown import _escaped, _mathematics, to_markdown
from symeig.worked.solution import solve

MATRICES = {
    "distinct": [[4, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "golden ratio": [[1, 1], [1, 0]],
}
each_solution = pytest.mark.parametrize(
    "text",
    [to_markdown(solve(A, language=language, level=3)) for A in MATRICES.values() for language in languages()],
    ids=[f"{name}-{language}" for name in MATRICES for language in languages()],
)


def test_headings() -> None:
    """The title is the first heading, sections are numbered below it."""
    lines = to_markdown(solve([[4, 1], [2, 3]])).splitlines()
    headings = [line for line in lines if line.startswith("#")]
    assert headings[0] == "# Eigenvalues, eigenvectors and the simplest form"
    assert headings[1] == "## 1. Problem"
    assert [int(h.split()[1].rstrip(".")) for h in headings[1:]] == list(range(1, len(headings)))


@each_solution
def test_displayed_formulas_stand_apart(text: str) -> None:
    """Dollar signs of displayed formulas have lines of their own, and empty lines around each formula."""
    parts = re.split(r"^\$\$$", text, flags=re.MULTILINE)
    assert len(parts) % 2 == 1
    assert len(parts) > 1
    for words in parts[2:-1:2]:
        assert words.startswith("\n\n")
        assert words.endswith("\n\n")
    assert "$$" not in "".join(parts)


@each_solution
def test_mathematics_survives_markdown(text: str) -> None:
    """Nothing in a formula is taken for Markdown: a double backslash ends its line, no line is an item of a list."""
    for formula in re.findall(r"^\$\$\n(.*?)\n\$\$$", text, flags=re.MULTILINE | re.DOTALL):
        assert not re.search(r"\\\\.", formula)
        assert not re.search(r"^([-+*>]|\d+\.) |^$", formula, flags=re.MULTILINE)
        assert not re.search(r"\\[{}(),;!]|\*|\$", formula)


@each_solution
def test_commands_are_those_that_browsers_know(text: str) -> None:
    """No environment that numbers or ends a formula, and no command that GitHub refuses."""
    assert set(re.findall(r"\\begin\{(.*?)\}", text)) <= {"aligned", "gathered", "pmatrix", "vmatrix"}
    assert not re.search(r"\\(operatorname|medbreak|noindent|text[a-z]+)\b", text)


@each_solution
def test_dollar_signs_touch_their_formula(text: str) -> None:
    """Pandoc and GitHub see a formula between words only where no space is inside and no letter or digit is outside."""
    words = re.sub(r"^\$\$\n.*?\n\$\$$", "", text, flags=re.MULTILINE | re.DOTALL)
    for before, formula, after in re.findall(r"(\w?)\$([^$]+)\$(\w?)", words):
        assert (before, after) == ("", "")
        assert formula == formula.strip()


def test_words_are_escaped() -> None:
    """What means something to Markdown is written so that it is seen."""
    assert _escaped(r"a_b *c* [d] <e> `f` $g$ \ # | & ~") == r"a\_b \*c\* \[d\] \<e\> \`f\` \$g\$ \\ \# \| \& \~"


def test_rows_end_their_lines() -> None:
    """Rows of matrices stand in lines of their own, without the space that LaTeX gets, and never begin a list."""
    assert _mathematics(r"\begin{pmatrix} 1 \\[4pt] - \frac{1}{2} \end{pmatrix}") == (
        "\\begin{pmatrix} 1 \\\\\n-\\frac{1}{2} \\end{pmatrix}"
    )


def test_functions_have_names_that_github_knows() -> None:
    """GitHub's MathJax has no operatorname."""
    assert _mathematics(r"\operatorname{tr} A") == r"\mathop{\mathrm{tr}} A"


def test_empty_matrix() -> None:
    """The matrix without entries has a solution too."""
    assert to_markdown(solve([])).startswith("# ")


def test_variable() -> None:
    """Another letter stands for λ."""
    text = to_markdown(solve([[Integer(2)]], variable="mu"))
    assert r"\mu" in text
    assert r"\lambda" not in text
