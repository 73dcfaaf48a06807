"""Makes the page of the command line: `python docs/reference/make_command_line.py` writes it anew."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import click

from symeig.cli import main
from symeig.numeric.subjects import THREADS

PAGE = Path(__file__).parent / "command-line.md"
WIDTH = 118

# The order in which they are met, with the guides that show them at work.
COMMANDS = {
    "solve": "[worked solutions](../how-to/worked-solutions.md), [matrices as input](../how-to/matrices.md)",
    "compute": "[functions, bounds, growth](../how-to/functions.md)",
    "plot": "[functions, bounds, growth](../how-to/functions.md)",
    "check": "[one answer](../how-to/check-answers.md), [a whole class](../how-to/grade-a-class.md)",
    "gradescope": "[Gradescope](../how-to/gradescope.md)",
    "verify": "[numeric eigenvalue code](../how-to/verify.md)",
    "replay": "[certificates](certificate.md)",
}

INTRODUCTION = """\
# The command line

Here you find every command of symeig with its arguments, options and exit status, as `symeig --help` and
`symeig COMMAND --help` say them. This page is made from the commands by `docs/reference/make_command_line.py`.

| command | what it does | shown at work |
| --- | --- | --- |
{commands}

What all of them have in common:

- Results go to standard output; warnings, notes, progress and errors to standard error.
- An error is one message. It ends with a [stable code](errors.md), unless it is about the command line itself.
- A matrix is a text, the path of a [file](formats.md#matrices), or `-` for standard input. It may begin with a minus
  sign: `symeig solve "-1 2; 3 4"`.
- A file is written whole or not at all, and a file that cannot be written is refused before any work.
- The work is done in a process of its own: Ctrl-C ends it at once, and no part of a result is shown.
- `-h` and `--help` show the help, `symeig --version` the version.

## Exit status

| status | means |
| --- | --- |
{statuses}

`check` ends with 0 whatever the verdict on an answer, and `solve --batch` with the highest status among its lines.
[Errors](errors.md) has the status of each error.

## Environment variables

| variable | means |
| --- | --- |
| `SYMEIG_LANGUAGE` | The language of the words where `--language` is not given. |
| `SYMEIG_DEBUG` | Where it is not empty, a fault of symeig is shown with its traceback. |
| `NO_COLOR` | Where it is not empty, there are no colours ([no-color.org](https://no-color.org)). |
| `TERM` | There are no colours where it is `dumb`, or where the output is no terminal. |
| {threads} | How many threads a routine that `verify` judges may use. \
Where `OMP_NUM_THREADS` is not set, each of them that is not set is 1. |
"""


def page() -> str:
    """The page."""
    context = click.Context(main, info_name="symeig")
    commands = "\n".join(
        f"| [`symeig {name}`](#symeig-{name}) | {_marked(_paragraphs(main.commands[name])[0])} | {guides} |"
        for name, guides in COMMANDS.items()
    )
    statuses = "\n".join(f"| {status} | {meaning} |" for status, meaning in exit_statuses())
    threads = ", ".join(f"`{name}`" for name in THREADS)
    top = INTRODUCTION.format(commands=commands, statuses=statuses, threads=threads)
    return "\n".join([top, *(_section(name, context) for name in COMMANDS)])


def exit_statuses() -> list[tuple[str, str]]:
    """The statuses and what they mean, from the help of the program."""
    block = next(part for part in _paragraphs(main) if "Exit status:" in part)
    return re.findall(r"^ +(\d+) +(.+)$", block, flags=re.MULTILINE)


def examples(name: str) -> list[str]:
    """The commands that the help of a command shows."""
    return [row.strip() for part in _paragraphs(main.commands[name]) if "Examples:" in part for row in _rows(part)]


def _section(name: str, context: click.Context) -> str:
    command = main.commands[name]
    own = click.Context(command, info_name=name, parent=context)
    parts = [f"## symeig {name}\n", f"`symeig {name} {' '.join(command.collect_usage_pieces(own))}`\n"]
    for part in _paragraphs(command):
        if not part.startswith("\b"):
            parts.append("\n".join(wrap(_marked(" ".join(part.split())), WIDTH)) + "\n")
        elif "Examples:" in part:
            parts.append("Examples:\n\n```text\n" + "\n".join(_rows(part)) + "\n```\n")
        else:
            title = part.splitlines()[1]
            rows = (re.split(r" {2,}", row, maxsplit=1) for row in _rows(part))
            parts.append(f"{title}\n\n" + "".join(f"- `{word}`: {meaning}\n" for word, meaning in rows))
    options = [_option(p) for p in command.params if isinstance(p, click.Option)]
    parts += ["| option | what it does |\n| --- | --- |", *options] if options else ["It has no options."]
    return "\n".join(parts) + "\n"


def _paragraphs(command: click.Command) -> list[str]:
    return inspect.cleandoc(command.help or "").split("\n\n")


def _rows(part: str) -> Iterator[str]:
    """The lines under the title of a paragraph whose lines are kept."""
    return (row.strip() for row in part.splitlines()[2:])


def _option(option: click.Option) -> str:
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    value = "" if option.is_flag else f" {option.metavar or ('VALUE' if choices else 'N')}"
    told = [_marked(option.help or "")]
    if choices:
        told.append(f"One of {', '.join(f'`{choice}`' for choice in choices)}.")
    if option.required:
        told.append("It must be given.")
    if option.multiple:
        told.append("It may be given more than once.")
    if option.show_default and option.default is not None:
        told.append(f"Default: `{option.default}`" + (f", or `${option.envvar}`." if option.envvar else "."))
    if isinstance(option.type, click.IntRange | click.FloatRange):
        told.append(f"{_bounds(option.type)}.")
    return f"| `{option.opts[0]}{value}` | {' '.join(told)} |"


def _bounds(bound: click.IntRange | click.FloatRange) -> str:
    kind = "An integer" if isinstance(bound, click.IntRange) else "A number"
    least = f"{'above' if bound.min_open else 'from'} {bound.min}"
    return f"{kind} {least}" if bound.max is None else f"{kind} {least} to {bound.max}"


def _marked(text: str) -> str:
    """A sentence of help with its options, files and quotations as code."""
    code = r"(?:solve )?--[a-z][a-z-]*(?: [A-Z]=\"[^\"]*\"| FILE| FOLDER| NAME=ANSWER| latex| laws| families|=\w+)?"
    quoted = r"pip install \"[^\"]*\"|\"[^\"]*\"|(?<![\w.])\.[a-z]+\b|\b[a-z]+://[\w.:]+\b|\bfailures\.jsonl"
    assigned = r"\b[a-z]+=\w+\b|\b\w+(?:\.py)?:function\b"
    sign = r"(?<= )-(?= for standard| stands)"
    return re.sub(rf"{code}|{quoted}|{assigned}|{sign}", lambda found: f"`{found.group()}`", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
