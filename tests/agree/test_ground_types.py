"""FLINT and Python's own integers under SymPy give the same answers, to the last coefficient."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sympy import I, Rational, Symbol, cos, exp, pi, sin, sqrt
from sympy.external.gmpy import GROUND_TYPES

from symeig import eigensystem

a, b, t = Symbol("a"), Symbol("b"), Symbol("t")

MATRICES: dict[str, Any] = {
    "integers": [[2, 1], [2, 3]],
    "fractions": [[Rational(1, 2), Rational(1, 3)], [Rational(1, 4), Rational(1, 5)]],
    "dense 8x8": [[(7 * i * i + 3 * j * j + 5 * i * j) % 19 - 9 for j in range(8)] for i in range(8)],
    "defective": [[5, 4, 2, 1], [0, 1, -1, -1], [-1, -1, 3, 0], [1, 1, -1, 2]],
    "derogatory": [[2, 0, 0, 0], [3, -1, -1, 1], [-3, 3, 3, -1], [-3, 3, 1, 1]],
    "defective, irrational": [[0, 2, 1, 0], [1, 0, 0, 1], [0, 0, 0, 2], [0, 0, 1, 0]],
    "kernel of dimension 5": [[1, 2, 3, 4, 5, 6]] * 6,
    "floats": [[0.1, 0.3], [0.7, 0.2]],
    "QQ(i)": [[I, 1, 0], [0, I, 2], [1, 0, 1 - I]],
    "QQ(i), defective": [[I, 1, 0], [0, I, 1], [0, 0, I]],
    "QQ(sqrt2, sqrt3)": [[sqrt(2), 1, 0], [1, sqrt(3), 0], [0, 0, sqrt(2)]],
    "nested radicals": [[sqrt(2 + sqrt(2)), 1], [1, sqrt(2)]],
    "DFT(3)": [[exp(2 * pi * I * j * k / 3) for k in range(3)] for j in range(3)],
    "one parameter": [[a, 1], [1, 0]],
    "one parameter, defective": [[a, 1, 0], [0, a, 1], [0, 0, a]],
    "two parameters": [[1 - a, b], [a, 1 - b]],
    "parameter and radical": [[sqrt(2) * a, 1], [0, 1 / (a - sqrt(2))]],
    "rotation": [[cos(t), -sin(t)], [sin(t), cos(t)]],
}


def plain(rows: Any) -> Any:
    """All that is found, as JSON can hold it."""
    S = eigensystem(rows)

    def coefficients(x: Any) -> Any:
        return list(map(coefficients, x)) if isinstance(x, tuple) else str(S.field.encode(S.field.domain.convert(x)))

    return {
        "components": [[coefficients(c.coefficients), coefficients(c.vectors)] for c in S.components],
        "eigenvalues": [str(e) for e in S.eigenvalues],
        "P": str(S.jordan().P),
        "J": str(S.jordan().J),
        "conditions": [str(c) for c in S.conditions],
        "proofs": list(S.certificate.irreducible),
    }


@cache
def elsewhere() -> dict[str, Any]:
    """What a process in which SymPy uses Python's integers finds."""
    code = (
        "import json; from sympy.external.gmpy import GROUND_TYPES;"
        "from tests.agree.test_ground_types import MATRICES, plain;"
        "found = {name: plain(rows) for name, rows in MATRICES.items()};"
        "print(json.dumps({'ground types': GROUND_TYPES, **found}))"
    )
    environment = {**os.environ, "SYMPY_GROUND_TYPES": "python", "PYTHONHASHSEED": "7"}
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_processes_differ() -> None:
    """One process uses FLINT, the other Python's integers."""
    assert (GROUND_TYPES, elsewhere()["ground types"]) == ("flint", "python")


@pytest.mark.parametrize("name", MATRICES)
def test_same_answer(name: str) -> None:
    """Components, eigenvalues, P, J, conditions and proofs are the same."""
    assert json.loads(json.dumps(plain(MATRICES[name]))) == elsewhere()[name]
