"""The commands and their options."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

import symeig
from symeig.cli.failures import BAD_INPUT, INTERRUPTED, Failure, fault
from symeig.cli.files import check_writable, write_whole
from symeig.cli.worker import Answer, run

__all__ = ["main"]

GOALS = ("auto", "eigenvalues", "eigenvectors", "diagonalize", "jordan", "orthogonal", "rational")

# The most that is read from standard input; more is refused as too long.
STDIN_BYTES = 2**24 + 1

# Columns to write in where there is no terminal, and the bounds where there is one.
PAGE = 80
NARROWEST, WIDEST = 40, 120


class Commands(click.Group):
    """Commands that end with one message and an exit status, whatever happens."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except Failure as failure:
            self._end(ctx, failure)
        except KeyboardInterrupt:
            self._end(ctx, Failure("Interrupted.", INTERRUPTED))
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            self._end(ctx, Failure(f"Error: The output cannot be written: {error.strerror}.", BAD_INPUT))
        except Exception as error:  # noqa: BLE001  (whatever it is, the user gets a sentence)
            self._end(ctx, fault(f"{type(error).__name__}: {error}", traceback.format_exc()))

    @staticmethod
    def _end(ctx: click.Context, failure: Failure) -> NoReturn:
        click.echo(failure.message.rstrip(), err=True)
        if failure.details and os.environ.get("SYMEIG_DEBUG"):
            click.echo(failure.details, err=True)
        ctx.exit(failure.status)


class MatrixCommand(click.Command):
    """A command whose arguments may begin with a minus sign: "-1 2; 3 4" is a matrix and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put a space before arguments that look like options; there are no short options but -h."""
        return super().parse_args(ctx, [f" {x}" if re.match(r"-[^-]", x) and x != "-h" else x for x in args])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(symeig.__version__, message="symeig %(version)s")
def main() -> None:
    """Exact eigenvalues, eigenvectors and Jordan forms, proved before they are shown.

    \b
    Exit status:
      0    done
      1    the mathematics says no, with the reason on standard error
      2    the input cannot be read, or goes beyond a bound
      70   a fault of symeig
      130  interrupted
    """  # noqa: D301  (click reads the backspace)


@main.command(cls=MatrixCommand)
@click.argument("matrix")
@click.option(
    "--goal",
    type=click.Choice(GOALS),
    default="auto",
    show_default=True,
    help="How far to go. auto is the most that the matrix allows: a diagonalization, else the Jordan form with the"
    " reason. orthogonal is for symmetric and Hermitian matrices, rational for the rational canonical form.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "latex", "json"]),
    default="text",
    show_default=True,
    help="text for reading, latex for a fragment of LaTeX, json for everything, exactly, for programs.",
)
@click.option(
    "--digits",
    type=click.IntRange(1, 10_000),
    default=10,
    show_default=True,
    help="Significant digits of decimals; each is proved.",
)
@click.option(
    "--floats",
    type=click.Choice(["decimal", "binary", "error"]),
    default="decimal",
    show_default=True,
    help="How floats in a .npy file are read: as the decimals that they print as (0.1 is 1/10), as the exact values of"
    " their bits, or not at all. A decimal in a text is exact.",
)
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a proof of the result into a file, for symeig replay.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="End the work after so many seconds, with status 2.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the result into a file, whole or not at all.",
)
def solve(  # noqa: PLR0913, PLR0917  (one for each option)
    matrix: str,
    goal: str,
    form: str,
    digits: int,
    floats: str,
    certificate: Path | None,
    timeout: float | None,
    output: Path | None,
) -> None:
    """Show the eigensystem of MATRIX.

    MATRIX is a text, the path of a file (.txt, .csv, .json, .npy, .mtx), or - for standard input. Entries may be
    rational, algebraic (sqrt(2), i, cos(pi/7)), and contain parameters.

    \b
    Examples:
      symeig solve "2 1; 2 3"
      symeig solve "[[1, 1], [1, 0]]" --digits 30
      symeig solve "1 1; 0 k" --goal jordan
      symeig solve "-1 sqrt(2); sqrt(2) 0" --goal orthogonal --format latex
      symeig solve matrix.csv --format json --output result.json
      symeig solve - --certificate proof.json < matrix.txt
    """  # noqa: D301  (click reads the backspace)
    if certificate is not None and output is not None and certificate.resolve() == output.resolve():
        clash = (
            f"Error: --output and --certificate both name '{output}'. One would overwrite the other. Name two files."
        )
        raise Failure(clash, BAD_INPUT)
    for path in (output, certificate):
        if path is not None:
            check_writable(path)
    answer: Answer = run(
        "solve",
        matrix,
        timeout=timeout,
        stdin=_standard_input(matrix),
        goal=goal,
        form=form,
        digits=digits,
        floats=floats,
        certified=certificate is not None,
        width=_width(),
        colour=output is None and _is_colourful(),
    )
    for warning in answer.warnings:
        click.echo(f"Warning: {warning}", err=True)
    if certificate is not None and answer.certificate is not None:
        write_whole(certificate, answer.certificate)
    if output is not None:
        write_whole(output, answer.output)
    else:
        _show(answer.output)


@main.command(cls=MatrixCommand)
@click.argument("file")
@click.argument("matrix", required=False)
def replay(file: str, matrix: str | None) -> None:
    """Check the proof in FILE, written by solve --certificate, for MATRIX.

    The check uses nothing but integers and fractions, and trusts nothing in the file. Without MATRIX it is done for the
    matrix in the file, which is then shown, to be compared with yours. MATRIX is given as for solve.

    \b
    Examples:
      symeig replay proof.json "2 1; 2 3"
      symeig replay proof.json matrix.csv
      symeig replay proof.json

    Exit status 1 where the proof is refused: it is wrong, or about another matrix.
    """  # noqa: D301  (click reads the backspace)
    answer: Answer = run("replay", file, matrix, stdin=_standard_input(matrix), width=_width())
    _show(answer.output)


def _show(text: str) -> None:
    """Print; in UTF-8 where the encoding of standard output lacks the signs."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
    click.echo(text, nl=False)


def _standard_input(matrix: str | None) -> bytes | None:
    """What stands on standard input, where that is the matrix."""
    return sys.stdin.buffer.read(STDIN_BYTES) if matrix == "-" else None


def _width() -> int:
    """Columns to write in."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST) if sys.stdout.isatty() else PAGE


def _is_colourful() -> bool:
    """Whether colours are shown and wanted (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
