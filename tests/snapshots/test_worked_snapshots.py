"""Worked solutions word for word, in every format and language.

The files in `worked/` are the expected outputs. After a change that is meant, write them anew and read the diff:

    SYMEIG_UPDATE_SNAPSHOTS=1 pytest tests/snapshots
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from symeig import solve
from symeig.worked.messages import languages
from symeig.worked.solution import WorkedSolution

HERE = Path(__file__).parent / "worked"
METHODS = {"txt": "to_text", "tex": "to_latex", "md": "to_markdown", "html": "to_html", "json": "to_json"}

# Name -> matrix, options of symeig.solve.
SOLUTIONS = {
    "first": ("4 1; 2 3", {"goal": "diagonalize"}),
    "defective": ("3 -1 1; 2 0 1; 1 -1 2", {"goal": "jordan"}),
    "orthogonal": ("3 2 2; 2 3 2; 2 2 3", {"goal": "orthogonal"}),
    "surds": ("1 1; 1 0", {"goal": "diagonalize"}),
    "complex": ("1 -2; 1 3", {"goal": "eigenvectors", "convention": "λI - A"}),
    "cubic": ("0 0 1; 1 0 1; 0 1 0", {"goal": "diagonalize"}),
    "parameter": ("1 1; 0 k", {"goal": "auto"}),
    "fractions": ("0.9 0.2; 0.1 0.8", {"goal": "diagonalize", "level": 3}),
    "nilpotent": ("0 1 2; 0 0 3; 0 0 0", {"goal": "jordan", "level": 3}),
    "zero": ("0 0; 0 0", {"goal": "auto"}),
    "hermitian": ("2 1+i; 1-i 3", {"goal": "orthogonal"}),
    "permutation": ("0 0 1; 1 0 0; 0 1 0", {"goal": "diagonalize", "level": 1}),
    "letters": ("2 1; 1 x", {"goal": "eigenvalues", "variable": "t", "unknowns": ("a", "b")}),
    "four": ("2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 3", {"goal": "jordan"}),
    "six": ("1 1 0 0 0 0; 0 1 1 0 0 0; 0 0 1 0 0 0; 0 0 0 2 0 0; 0 0 0 0 2 0; 0 0 0 0 0 3", {"goal": "jordan"}),
    "power": ("3 -1 1; 2 0 1; 1 -1 2", {"goal": "power"}),
    "power-of-zero": ("1 -1; -1 1", {"goal": "power"}),
    "inverse": ("2 1; 2 3", {"goal": "inverse"}),
    "exponential": ("1 -2; 2 1", {"goal": "exponential"}),
    "exponential-as-sum": ("0 0 1; 1 0 1; 0 1 0", {"goal": "exponential"}),
    "definiteness": ("2 -1 0; -1 2 -1; 0 -1 2", {"goal": "definiteness"}),
    "discs": ("4 1 0; 2 3 i; 0 1 -6", {"goal": "gershgorin"}),
}


@cache
def solution(name: str) -> WorkedSolution:
    """The solution, told in any language."""
    matrix, options = SOLUTIONS[name]
    return solve(matrix, **options)


@pytest.mark.parametrize("suffix", METHODS)
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", SOLUTIONS)
def test_solution_is_the_stored_one(name: str, language: str, suffix: str) -> None:
    """A solution is told exactly as it is stored."""
    text = getattr(replace(solution(name), language=language), METHODS[suffix])()
    stored = HERE / language / f"{name}.{suffix}"
    if os.environ.get("SYMEIG_UPDATE_SNAPSHOTS"):
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_text(text, encoding="utf-8")
    assert text == stored.read_text(encoding="utf-8")


def test_every_stored_file_is_tested() -> None:
    """No file is left over from a solution that is gone."""
    stored = {str(p.relative_to(HERE)) for p in HERE.rglob("*.*")}
    assert stored == {f"{a}/{name}.{suffix}" for a in languages() for name in SOLUTIONS for suffix in METHODS}
