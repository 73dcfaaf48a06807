"""Makes the page of questions, policies and mistakes: `python docs/reference/make_answers.py` writes it anew."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from fluent.syntax import FluentParser, FluentSerializer, ast

from symeig import Policy, Question

PAGE = Path(__file__).parent / "answers.md"

INTRODUCTION = """\
# Questions, policies and known mistakes

This page is made from the code by `docs/reference/make_answers.py`; every answer in it is judged by the tests.
[How to check answers](../how-to/check-answers.md) has the use.
"""

VERDICTS = """\
## Verdicts

| verdict | means |
| --- | --- |
| `correct` | every item is earned |
| `partial` | some are, or the policy keeps a share of the marks for the mistake that was made |
| `incorrect` | none is |
| `invalid` | the answer cannot be read, or is of another kind: no attempt; the feedback says where and why |

A question is a list of items that carry marks, and the score is their share. A wrong extra takes back a mark. A code is
looked for only where the answer is not right in any legal reading, and there is at most one: the first of its kind of
question that explains the answer. What the policy leaves for a mistake counts where the items earn less.
"""

POLICIES = """\
## Policies

In Python `Policy(field="real")`; in a file, and with `--policy`, the same names and values.
"""

MISTAKES = """\
## Known mistakes

Each is found by doing the wrong thing with this very matrix and comparing what comes out with the answer. `{trace}` and
the like stand for what they name.
"""

A = [[4, 1], [2, 3]]
W = [[3, 2, 2], [2, 3, 2], [2, 2, 3]]
N = [[3, -1, 1], [2, 0, 1], [1, -1, 2]]


class Example(NamedTuple):
    """What a question is about, right answers to it, and its marks.

    Attributes:
        question: The question.
        matrix: The matrix of the answers.
        answers: Right ones.
        marks: What earns them.
    """

    question: Question
    matrix: list[list[Any]]
    answers: tuple[Any, ...]
    marks: str


EXAMPLES = (
    Example(
        Question("eigenvalues"),
        A,
        ("5, 2", "{2, 5}", "λ₁ = 5, λ₂ = 2", "5: 1, 2: 1", r"\lambda = \frac{7 \pm 3}{2}"),
        "1 for each, as often as it counts where multiplicities are claimed or required",
    ),
    Example(
        Question("eigenvectors"),
        A,
        ("5: (1,1); 2: (1,-2)", "λ=5: t(1,1), t≠0; λ=2: [2; -4]", "E_5 = span{(1,1)}, E_2 = span{(-1,2)}"),
        "1 for each vector that a basis of the eigenspace needs",
    ),
    Example(
        Question("eigenspace_basis", eigenvalue=1),
        W,
        ("(1,-1,0), (0,1,-1)", "span{(1,0,-1), (1,1,-2)}", "(-s-t, s, t)"),
        "1 for each vector, 1 for a basis",
    ),
    Example(
        Question("diagonalize"),
        A,
        ({"P": "[[1,1],[1,-2]]", "D": "diag(5,2)"}, "P = [1 1; -2 1], D = [2 0; 0 5]"),
        "2 eigenvectors as columns, 1 they are independent, 1 eigenvalues on the diagonal, 1 order",
    ),
    Example(
        Question("orthogonal_diagonalize"),
        [[2, 1], [1, 2]],
        ({"Q": "1/√2 [1 1; 1 -1]", "D": "diag(3,1)"}, "Q = [√2/2 -√2/2; √2/2 √2/2], D = [3 0; 0 1]"),
        "1 eigenvalues, 2 eigenvectors, 3 orthogonal, 2 of length 1, 1 independent, 1 order",
    ),
    Example(
        Question("jordan"),
        N,
        ("[2 1 0; 0 2 0; 0 0 1]", {"P": "[1 0 0; 1 0 1; 0 1 1]", "J": "[2 1 0; 0 2 0; 0 0 1]"}),
        "1 diagonal, 1 sizes of blocks; with P also 1 independent, 2 AP = PJ",
    ),
    Example(
        Question("charpoly"),
        A,
        ("λ^2 - 7λ + 10", "(2-x)(5-x)", "p(t) = t² − 7t + 10"),
        "1 for each coefficient beside the leading one",
    ),
    Example(
        Question("definiteness"),
        [[2, 1], [1, 2]],
        ("positive definite", "xác định dương"),
        "1; half for a weaker claim that is true",
    ),
    Example(
        Question("diagonalizable"),
        [["k", 1], [0, 1]],
        ("only if k ≠ 1", "yes unless k = 1"),
        "1 in general, 1 for each special value",
    ),
    Example(Question("power", k=2), A, ("[18 7; 14 11]",), "1, in the share of entries that are right"),
    Example(Question("inverse_eigenvalues"), A, ("1/5, 1/2", "0.2, 0.5"), "as for eigenvalues"),
)


def page() -> str:
    """The page."""
    parts = [
        INTRODUCTION,
        "## Questions\n\nWhat is legal counts, in any notation; these are examples.\n",
        _table(("question", "matrix", "right answers", "marks"), map(_row, EXAMPLES)),
        VERDICTS,
        POLICIES,
        _table(("name", "values", "default", "what it is"), _policies()),
        MISTAKES,
        *_mistakes(),
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _row(example: Example) -> tuple[str, ...]:
    extra = f" ({example.question.eigenvalue})" if example.question.eigenvalue is not None else ""
    extra = f" ({example.question.k})" if example.question.k is not None else extra
    matrix = "; ".join(" ".join(map(str, row)) for row in example.matrix)
    answers = "<br>".join(f"`{_written(answer)}`" for answer in example.answers)
    return f"`{example.question.kind}`{extra}", f"`{matrix}`", answers, example.marks


def _written(answer: Any) -> str:
    return ", ".join(f"{k}: {v}" for k, v in answer.items()) if isinstance(answer, dict) else answer


def _policies() -> Iterator[tuple[str, ...]]:
    hints = get_type_hints(Policy)
    text = inspect.getdoc(Policy) or ""
    described = dict(re.findall(r"^    (\w+): (.*?)(?=^    \w+: |^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL))
    default = Policy()
    for field in fields(Policy):
        value = getattr(default, field.name)
        shown = "<br>".join(f"`{code}` {share}" for code, share in value.items()) if field.name == "credit" else value
        values = ", ".join(f"`{x}`" for x in get_args(hints[field.name]) if isinstance(x, str))
        yield f"`{field.name}`", values, "" if shown is None else str(shown), " ".join(described[field.name].split())


def _mistakes() -> Iterator[str]:
    """A table for each part of the file of words that has mistakes with their hints."""
    source = (files("symeig.answers.languages") / "en.ftl").read_text(encoding="utf-8")
    serializer, title = FluentSerializer(), ""
    parts: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.GroupComment):
            title = entry.content
        elif isinstance(entry, ast.Message) and entry.id.name.startswith("mistake-"):
            text = serializer.serialize_entry(entry).partition("=")[2].strip()
            texts[entry.id.name] = re.sub(r"\{ \$(\w+) \}", r"`{\1}`", text)
            if not entry.id.name.endswith(("-full", "-name")):
                parts.setdefault(title, []).append(entry.id.name)
    for part, names in parts.items():
        yield f"### {part}\n"
        rows = ((_code(name), texts[f"{name}-name"], texts[name], texts[f"{name}-full"]) for name in names)
        yield _table(("code", "who made it", "gentle hint", "full hint"), rows)


def _code(name: str) -> str:
    return f"`M_{name.removeprefix('mistake-').upper().replace('-', '_')}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
