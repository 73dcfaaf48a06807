"""Makes the page of the kinds of step: `python docs/reference/make_steps.py` writes it anew."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from symeig.worked.steps import Step

PAGE = Path(__file__).parent / "steps.md"

# The modules of `symeig.worked.rules` in the order of a solution, with their headings.
CHAPTERS = (
    ("statement", "The task"),
    ("shortcuts", "Remarks before anything is computed"),
    ("characteristic", "The characteristic matrix"),
    ("determinant", "The characteristic polynomial"),
    ("coefficients", "A check of its coefficients"),
    ("factoring", "Its factors"),
    ("eigenvalues", "The eigenvalues"),
    ("eigenspaces", "Eigenspaces"),
    ("conjugates", "Conjugate eigenvalues"),
    ("diagonalizability", "Diagonalizable or not"),
    ("chains", "Jordan chains"),
    ("orthogonal", "Orthonormal bases"),
    ("definiteness", "The signs of the eigenvalues"),
    ("minors", "Leading minors"),
    ("assembly", "Putting together"),
    ("functions", "Functions of the matrix"),
    ("spectral", "Functions as sums over the eigenvalues"),
    ("discs", "Gershgorin discs"),
    ("conditions", "Conditions on parameters"),
    ("conclusion", "The answer"),
)

INTRODUCTION = """\
# Steps of a worked solution

`symeig.solve` returns a solution whose `steps` are frozen objects, one class for each kind. Every step has the fields
and properties of `symeig.worked.steps.Step`:

{common}
- `kind`: What kind of step it is: the headings below.
- `before`, `operation`, `after`: What it starts from, what is done, what comes out; None where there is no such thing.
- `claim`: The statements that prove it.
- `check()`: Whether the claim is true, and every equality and reduction that the step shows at any level of detail.

This page is made from the classes by `docs/reference/make_steps.py`.
"""


def page() -> str:
    """The page."""
    chapters = (f"## {heading}\n\n{''.join(map(_section, kinds(module)))}" for module, heading in CHAPTERS)
    return INTRODUCTION.format(common=_fields(Step)) + "\n" + "".join(chapters).rstrip("\n") + "\n"


def kinds(module: str) -> Iterator[type[Step]]:
    """The kinds of step that a module of rules defines, in the order of the source."""
    rules = import_module(f"symeig.worked.rules.{module}")
    for thing in vars(rules).values():
        is_step = inspect.isclass(thing) and issubclass(thing, Step) and not inspect.isabstract(thing)
        if is_step and thing.__module__ == rules.__name__:
            yield thing


def _section(kind: type[Step]) -> str:
    shows, claim = inspect.getdoc(kind).splitlines()[0], inspect.getdoc(kind.claim)
    fields = "\n".join(filter(None, (_fields(base) for base in reversed(kind.__mro__) if _is_between(base))))
    return f"### {kind.kind}\n\n`{kind.__module__}.{kind.__name__}`: {shows}\n\nClaim: {claim}\n\n{fields}\n\n"


def _is_between(base: type) -> bool:
    """Whether a class is a kind of step, or what several of them share."""
    return issubclass(base, Step) and base is not Step


def _fields(kind: type) -> str:
    """The attributes that the docstring of a class describes, as a list."""
    described = inspect.getdoc(kind).partition("Attributes:\n")[2]
    items = re.findall(r"^    (\w+): (.*(?:\n {8,}.*)*)", described, flags=re.MULTILINE)
    return "\n".join(f"- `{name}`: {' '.join(text.split())}" for name, text in items)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
