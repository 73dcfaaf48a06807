"""What the command prints of the results for a dozen matrices, word for word.

The files beside this one are the expected outputs. After a change that is meant, write them anew and read the diff:

    SYMEIG_UPDATE_SNAPSHOTS=1 pytest tests/snapshots
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from symeig.cli import main

HERE = Path(__file__).parent
SUFFIXES = {"text": "txt", "latex": "tex", "json": "json"}
DENSE = "; ".join(" ".join(str((7 * i * i + 5 * i * j + 3 * j) % 19 - 9) for j in range(12)) for i in range(12))

# Name -> arguments of symeig solve --brief.
MATRICES = {
    "integers": ["2 1; 2 3"],
    "golden-ratio": ["1 1; 1 0"],
    "defective": ["3 -1 1; 2 0 1; 1 -1 2"],
    "rotation": ["0 -1; 1 0"],
    "casus-irreducibilis": ["0 0 13; 1 0 22; 0 1 0"],
    "heptagon": ["0 1 0; 1 0 1; 0 1 1", "--digits", "20"],
    "orthogonal": ["8 -2 2; -2 5 4; 2 4 5", "--goal", "orthogonal"],
    "square-root": ["sqrt(2) 1; 1 0"],
    "parameter": ["1 1; 0 k"],
    "generic": ["a b; c d"],
    "empty": ["[]"],
    "identity": ["1 0 0; 0 1 0; 0 0 1"],
    "dense-12": [DENSE],
    "rational-form": ["0 -1 1 0; 1 0 0 1; 0 0 0 -1; 0 0 1 0", "--goal", "rational"],
    "defective-vi": ["3 -1 1; 2 0 1; 1 -1 2", "--language", "vi"],
    "casus-irreducibilis-vi": ["0 0 13; 1 0 22; 0 1 0", "--language", "vi"],
    "orthogonal-vi": ["8 -2 2; -2 5 4; 2 4 5", "--goal", "orthogonal", "--language", "vi"],
    "parameter-vi": ["1 1; 0 k", "--language", "vi"],
    "dense-12-vi": [DENSE, "--language", "vi"],
}

# What has no language is stored once.
FILES = [
    (name, form)
    for name, arguments in MATRICES.items()
    for form in SUFFIXES
    if form != "json" or "--language" not in arguments
]


@pytest.mark.parametrize(("name", "form"), FILES)
def test_output_is_the_stored_one(name: str, form: str) -> None:
    """The command prints exactly what is stored."""
    result = CliRunner().invoke(main, ["solve", "--brief", *MATRICES[name], "--format", form])
    assert (result.exit_code, result.stderr) == (0, "")
    stored = HERE / f"{name}.{SUFFIXES[form]}"
    if os.environ.get("SYMEIG_UPDATE_SNAPSHOTS"):
        stored.write_text(result.stdout, encoding="utf-8")
    assert result.stdout == stored.read_text(encoding="utf-8")


def test_every_stored_file_is_tested() -> None:
    """No file is left over from a matrix that is gone."""
    stored = {p.name for p in HERE.iterdir() if p.suffix[1:] in SUFFIXES.values()}
    assert stored == {f"{name}.{SUFFIXES[form]}" for name, form in FILES}
