"""Makes the page of exceptions: `python docs/reference/make_errors.py` writes it anew."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from symeig import errors
from symeig.cli.failures import failure_of
from symeig.errors import CertificationError, ObstructionError, SymeigError

PAGE = Path(__file__).parent / "errors.md"

# What the examples in the docstrings of `symeig.errors` use.
SETUP = """\
import sympy
from symeig import eigensystem, growth, perron, plots, solve, svd
from symeig.reading import read_matrix_file
"""

# The examples that need something not to be there, and how it is taken away.
WITHOUT = {"plots.jordan([[2, 1], [0, 2]])": "matplotlib"}

# Why a class has no example.
NO_EXAMPLE = {
    SymeigError: "It is raised by no function: the classes below it are. Every one of them has a `message`, the same"
    " text without the code, and `data`, the attributes as a dictionary.",
    ObstructionError: "It is raised by no function: the classes below it are.",
    CertificationError: "There is no example, since no such fault is known. `statement` and `reproducer` are what a"
    " report needs.",
}

INTRODUCTION = """\
# Errors

Here you look up a message of symeig: when it comes, what its exception carries, and what to do instead. Each message
ends with a stable code in brackets, which is the heading to look for on this page:

```console
$ symeig solve "1 2; 3 +"
Error: Entry (2, 1), '3 +', ends where a number, a name or '(' is expected (character 9). Complete it. [symeig: parse]
  1 2; 3 +
          ^
```

In Python the message belongs to an exception of `symeig.errors`, whose attributes hold what the message speaks of:

```python
>>> from symeig.errors import NotDiagonalizableError
>>> import symeig
>>> try:
...     symeig.eigensystem([[2, 1], [0, 2]]).diagonalize()
... except NotDiagonalizableError as error:
...     print(error.code, error.eigenvalue, error.algebraic, error.geometric)
not-diagonalizable 2 2 1

```

The classes form a tree; to catch one is to catch all below it. In brackets: the class of Python that it is as well.

{tree}

An input error is about what was given; an obstruction is about the mathematics, where the input is fine and the answer
is no. On the command line both are one message on standard error and an [exit status](command-line.md#exit-status). A
wrong answer of a student is no error at all: it is a [verdict](answers.md#verdicts).

The examples below use these names:

```python
{setup}
```

This page is made by `docs/reference/make_errors.py`, which runs every example and prints what comes back.
"""

WIDTH = 116


def page() -> str:
    """The page."""
    tree = "\n".join(map(_branch, classes()))
    setup = "".join(f">>> {line}\n" for line in SETUP.splitlines())
    sections = "\n".join(map(_section, classes()))
    return f"{INTRODUCTION.format(tree=tree, setup=setup)}\n{sections}"


def classes() -> list[type[SymeigError]]:
    """The classes in the order of the tree in `symeig.errors`."""
    names = re.findall(r"^    [ │├└─]*(\w+Error)\b", errors.__doc__ or "", flags=re.MULTILINE)
    return [getattr(errors, name) for name in names]


def examples(cls: type[SymeigError], word: str) -> list[str]:
    """What the docstring of a class shows under a word, "Fails" or "Fixed"."""
    text = " ".join((inspect.getdoc(cls) or "").partition(f"{word}: ")[2].split())
    stated = re.match(r"``.*?``(?:, ``.*?``)*", text)
    return re.findall(r"``(.*?)``", stated.group()) if stated else []


def namespace() -> dict[str, Any]:
    """What the examples may name."""
    names: dict[str, Any] = {}
    exec(SETUP, names)  # noqa: S102  (the line above)
    return names


def _branch(cls: type[SymeigError]) -> str:
    """A class as an item of a list in a list, as deep as it stands in the tree."""
    depth = len([base for base in cls.__mro__ if issubclass(base, SymeigError)]) - 1
    builtin = f" (`{cls.__bases__[1].__name__}`)" if cls.__bases__[1:] else ""
    return f"{'  ' * depth}- [`{cls.__name__}`](#{cls.code}){builtin}"


def _section(cls: type[SymeigError]) -> str:
    text = (inspect.getdoc(cls) or "").replace("``", "`")
    status = failure_of(cls("")).status
    bases = " and ".join(f"`{base.__name__}`" for base in cls.__bases__)
    parts = [
        f"## {cls.code}\n",
        *wrap(f"`{cls.__name__}`, a kind of {bases}. Exit status {status}.", WIDTH),
        "",
        *wrap(" ".join(text.partition("\n\n")[0].split()), WIDTH),
        "",
    ]
    described = re.findall(r"^    (\w+): (.*(?:\n {8,}.*)*)", text.partition("Attributes:\n")[2], flags=re.MULTILINE)
    parts += [f"- `{name}`: {' '.join(what.split())}" for name, what in described]
    parts += [""] * bool(described)
    return "\n".join([*parts, *_examples(cls, text)]).rstrip("\n") + "\n"


def _examples(cls: type[SymeigError], text: str) -> Iterator[str]:
    fails, fixed = examples(cls, "Fails"), examples(cls, "Fixed")
    if not fails:
        yield from wrap(NO_EXAMPLE[cls], WIDTH)
        return
    runnable = [example for example in fails if example not in WITHOUT]
    if runnable:
        yield "```python"
        for example in runnable:
            yield f">>> {example}"
            yield "Traceback (most recent call last):\n..."
            yield from _wrapped(_raised(cls, example))
        yield "\n```\n"
    for example in fails:
        if example in WITHOUT:
            module = WITHOUT[example]
            yield f"Where {module} is installed nothing fails. Without it, `{example}` raises:\n"
            yield "```text"
            yield from _wrapped(_raised_without(module, example))
            yield "```\n"
    if fixed:
        yield "This works:\n\n```python"
        for example in fixed:
            value = eval(example, namespace())  # noqa: S307  (an example in our own source)
            yield f">>> {example}\n{value!r}"
        yield "\n```\n"
    advice = " ".join(text.partition("Instead: ")[2].split())
    if advice:
        yield from wrap(f"Instead: {advice}", WIDTH)


def _wrapped(message: str) -> list[str]:
    """A message in lines; the code stays in one piece, so that it can be searched for."""
    lines = wrap(message.replace("[symeig: ", "[symeig:\N{NO-BREAK SPACE}"), WIDTH, break_on_hyphens=False)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _raised(cls: type[SymeigError], example: str) -> str:
    try:
        eval(example, namespace())  # noqa: S307  (an example in our own source)
    except cls as error:
        return f"{cls.__module__}.{cls.__name__}: {error}"
    msg = f"{example} does not raise {cls.__name__}"
    raise AssertionError(msg)


def _raised_without(module: str, example: str) -> str:
    """The last line of what Python prints in a process in which a module cannot be imported."""
    code = f"import sys; sys.modules[{module!r}] = None\n{SETUP}\n{example}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stderr.splitlines()[-1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
