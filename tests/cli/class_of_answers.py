"""The answers of a large class, made up: right, partly right, wrong, mistyped, hostile and repeated ones.

The same number of answers is always the same class.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path

__all__ = ["QUESTIONS", "write_class"]

QUESTIONS = """
policy: {digits: 2}
questions:
  poly: {matrix: 4 1; 2 3, question: charpoly, marks: 2}
  values: {matrix: 4 1; 2 3, question: eigenvalues, marks: 3/2, follows: {charpoly: poly}}
  vectors: {matrix: 3 -1 1; 2 0 1; 1 -1 2, question: eigenvectors, marks: 3}
  space: {matrix: 3 2 2; 2 3 2; 2 2 3, question: eigenspace_basis, eigenvalue: 1}
  golden: {matrix: 1 1; 1 0, question: eigenvalues, marks: 2, policy: {multiplicity: required}}
  diagonal: {matrix: 3 2 2; 2 3 2; 2 2 3, question: diagonalize, marks: 4}
  orthogonal: {matrix: 3 2 2; 2 3 2; 2 2 3, question: orthogonal_diagonalize, marks: 10}
  chains: {matrix: 3 -1 1; 2 0 1; 1 -1 2, question: jordan, marks: 4}
  "có thể?": {matrix: 3 -1 1; 2 0 1; 1 -1 2, question: diagonalizable}
  definite: {matrix: 3 2 2; 2 3 2; 2 2 3, question: definiteness}
  cube: {matrix: 4 1; 2 3, question: power, k: 3, marks: 2}
"""

# Answers that many give, right and wrong ones.
COMMON = {
    "poly": ["x^2 - 7x + 10", "λ² − 7λ + 10", "(5-t)(2-t)", "x^2 + 7x + 10", "10 - x", "(4-x)(3-x)", "x^2-7x+12"],
    "values": ["5, 2", "λ₁ = 5, λ₂ = 2", "{2, 5}", "-5, -2", "4, 3", "7, 10", "1, 1", "5", "3, 4", "10", "5,2,2"],
    "vectors": ["1: (0,1,1); 2: (1,1,0)", "1: (0,1,1)", "1: (0,0,0); 2: (1,1,0)", "1: (1,1,0); 2: (0,1,1)"],
    "space": ["span{(1,-1,0), (1,0,-1)}", "(1,-1,0), (-2,2,0)", "(1,-1,0)", "(1,1,1)", "(1,-1,0),(1,0,-1),(0,1,-1)"],
    "golden": ["(1 ± sqrt(5))/2", r"\frac{1+\sqrt{5}}{2}, \frac{1-\sqrt{5}}{2}", "1.62, -0.62", "1.618034, -0.618034"],
    "diagonal": [
        {"P": "[[1,1,1],[-1,0,1],[0,-1,1]]", "D": "diag(1,1,7)"},
        {"P": "[[1,1,1],[-1,0,1],[0,-1,1]]", "D": "diag(7,1,1)"},
        {"P": "[[0,0,0],[0,0,0],[0,0,0]]", "D": "[[0,0,0],[0,0,0],[0,0,0]]"},
        {"P": "[[1,0,0],[0,1,0],[0,0,1]]", "D": "3 2 2; 2 3 2; 2 2 3"},
        "not diagonalizable",
        "không chéo hóa được",
    ],
    "orthogonal": [
        {
            "Q": "[[1/sqrt(2),1/sqrt(6),1/sqrt(3)],[-1/sqrt(2),1/sqrt(6),1/sqrt(3)],[0,-2/sqrt(6),1/sqrt(3)]]",
            "D": "diag(1,1,7)",
        },
        {"Q": "[[1,1,1],[-1,1,1],[0,-2,1]]", "D": "diag(1,1,7)"},
        {"Q": "[[1,1,1],[-1,0,1],[0,-1,1]]", "D": "diag(1,1,7)"},
    ],
    "chains": ["[[1,0,0],[0,2,1],[0,0,2]]", "[[1,0,0],[0,2,0],[0,1,2]]", "diag(1,2,2)", {"J": "1 0 0; 0 2 1; 0 0 2"}],
    "có thể?": ["no", "không", "yes", "no, det=0", "not diagonalizable", "có"],
    "definite": ["positive definite", "xác định dương", "positive semidefinite", "indefinite", "negative definite"],
    "cube": ["[[86, 39], [78, 47]]", "[[64,1],[8,27]]", "diag(125, 8)"],
}

HOSTILE = [
    "9^9^9^9",
    "(" * 3000,
    "=HYPERLINK(1)",
    "@SUM(A1)",
    "5\u202e, 2",
    "sqrt(" * 50,
    "1/0",
    '5,\n2 "quoted"',
    "١, ٢",
    "<script>",
    "'; DROP TABLE verdicts; --",
    "{",
    '{"P": 1}',
    "𝟓, 𝟐",
    "1e999999999",
]


def _matrix(source: random.Random, n: int) -> str:
    return "; ".join(" ".join(str(source.randint(-9, 9)) for _ in range(n)) for _ in range(n))


def _vector(source: random.Random, n: int) -> str:
    return f"({', '.join(str(source.randint(-9, 9)) for _ in range(n))})"


# Answers of one student alone.
OWN: dict[str, Callable[[random.Random], object]] = {
    "poly": lambda s: f"x^2 - {s.randint(1, 99)}x + {s.randint(-99, 99)}",
    "values": lambda s: f"{s.randint(-99, 99)}, {s.randint(-99, 99)}/{s.randint(1, 9)}",
    "vectors": lambda s: f"1: {_vector(s, 3)}; 2: {_vector(s, 3)}",
    "space": lambda s: f"{_vector(s, 3)}, {_vector(s, 3)}",
    "golden": lambda s: f"{s.randint(1, 9)} + sqrt({s.randint(2, 30)}), {s.randint(1, 9)} - sqrt({s.randint(2, 30)})",
    "diagonal": lambda s: {"P": _matrix(s, 3), "D": f"diag{_vector(s, 3)}"},
    "orthogonal": lambda s: {"Q": _matrix(s, 3), "D": f"diag{_vector(s, 3)}"},
    "chains": lambda s: {"P": _matrix(s, 3), "J": _matrix(s, 3)},
    "có thể?": lambda s: f"yes, λ = {s.randint(0, 999)}",
    "definite": lambda s: f"the eigenvalue {s.randint(0, 999)}",
    "cube": lambda s: _matrix(s, 2),
}


def _answer(source: random.Random, question: str) -> object:
    kind = source.random()
    if kind < 0.55:
        return source.choice(COMMON[question])
    if kind < 0.9:
        return OWN[question](source)
    if kind < 0.95:
        return f"{source.choice([str(x) for x in COMMON[question]])}{source.choice('+-([{/,;x')}{source.randint(1, 99)}"
    return source.choice(HOSTILE)


def write_class(folder: Path, answers: int) -> None:
    """Write answers.csv, with a byte order mark and a column more than needed, and questions.yaml."""
    source = random.Random(20_000)  # noqa: S311  (made up, and the same every time)
    (folder / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    questions = list(COMMON)
    with (folder / "answers.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["answer", "student_id", "email", "question_id"])
        for k in range(answers):
            question = questions[k % len(questions)]
            answer = _answer(source, question)
            written = answer if isinstance(answer, str) else json.dumps(answer)
            name = f"SV{k // len(questions):05}" if k % 997 else f"={k}"
            asked = question if k % 499 else "nowhere"
            writer.writerow([written, name, f"{name}@example.org", asked])
