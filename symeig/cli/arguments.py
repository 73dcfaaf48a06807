"""Arguments of the command line that may begin with a minus sign, or stand for standard input."""

from __future__ import annotations

import re
import sys

import click

__all__ = ["MatrixCommand", "standard_input"]

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
