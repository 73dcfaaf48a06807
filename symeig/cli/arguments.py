"""Arguments of the command line: which go together, which begin with a minus sign, which stand for standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Container

import click
from click.core import ParameterSource

from symeig.cli.failures import refuse

__all__ = ["MatrixCommand", "check_mode", "given", "standard_input"]

# The most that is read from standard input; more is refused as too long.
STDIN_BYTES = 2**24 + 1


class MatrixCommand(click.Command):
    """A command whose arguments may begin with a minus sign: "-1 2; 3 4" is a matrix and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put a space before arguments that look like options; there are no short options but -h."""
        return super().parse_args(ctx, [f" {x}" if re.match(r"-[^-]", x) and x != "-h" else x for x in args])


def standard_input(argument: str | None) -> bytes | None:
    """What stands on standard input, where that is the argument."""
    return sys.stdin.buffer.read(STDIN_BYTES) if argument == "-" else None


def given(ctx: click.Context) -> dict[str, str]:
    """What stands on the command line: the names of parameters, and how they are typed."""
    typed = {
        p.name or "": p.opts[0] if isinstance(p, click.Option) else p.human_readable_name for p in ctx.command.params
    }
    return {name: typed[name] for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}


def check_mode(ctx: click.Context, *, one: Container[str], many: Container[str], what: str) -> None:
    """Refuse parameters for one of something in a batch, and those of a batch for one.

    Args:
        ctx: The command, which has an option --batch.
        one: The names of parameters that are about one.
        many: Those that are about many.
        what: What they are, in the plural.

    Raises:
        Failure: Some do not go together.
    """
    found = given(ctx)
    for name, typed in sorted(found.items()):
        if "batch" in found and name in one:
            refuse(f"--batch has {what} and files of its own. Leave out {typed}, or --batch.")
        if "batch" not in found and name in many:
            refuse(f"{typed} is for many {what}. Give them with --batch FILE, or leave it out.")
