"""The commands and their options."""

from __future__ import annotations

import errno
import os
import traceback
from pathlib import Path
from typing import Any, NoReturn, cast

import click

import symeig
from symeig.cli.arguments import MatrixCommand, check_mode, given, standard_input
from symeig.cli.batch import solve_batch
from symeig.cli.check import check
from symeig.cli.compute import compute
from symeig.cli.failures import BAD_INPUT, INTERRUPTED, Failure, failure_of, fault, refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.gradescope import gradescope
from symeig.cli.options import FORMS, VALUES, WORKED_ONLY, Options, form_for, language_option
from symeig.cli.plot import plot
from symeig.cli.terminal import is_colourful, show, width
from symeig.cli.verify import verify
from symeig.cli.worker import Answer, run
from symeig.errors import SymeigError

__all__ = ["main"]

# Parameters of solve that are about one matrix, and about many.
ONE_ONLY = ("matrix", "output", "certificate")
BATCH_ONLY = ("output_dir", "overwrite", "jobs")


class Commands(click.Group):
    """Commands that end with one message and an exit status, whatever happens."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except Failure as failure:
            self._end(ctx, failure)
        except SymeigError as error:
            self._end(ctx, failure_of(error))
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


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(symeig.__version__, message="symeig %(version)s")
def main() -> None:
    """Exact eigenvalues, eigenvectors and Jordan forms, proved before they are shown.

    \b
    Exit status:
      0    done
      1    the mathematics says no, with the reason on standard error; a law is broken
      2    the input cannot be read, or goes beyond a bound
      70   a fault of symeig
      130  interrupted
    """  # noqa: D301  (click reads the backspace)


@main.command(cls=MatrixCommand)
@click.argument("matrix", required=False)
@click.option(
    "--goal",
    type=VALUES["goal"],
    default="auto",
    show_default=True,
    help="How far to go. auto is the most that the matrix allows: a diagonalization, else the Jordan form with the"
    " reason. orthogonal is for symmetric and Hermitian matrices. power, inverse and exponential are functions of the"
    " matrix by its eigenvalues. rational, the rational canonical form, needs --brief.",
)
@click.option(
    "--level",
    type=VALUES["level"],
    default="2",
    show_default=True,
    help="How much is said: 1 or brief, 2 or normal, 3 or full.",
)
@language_option
@click.option(
    "--convention",
    type=VALUES["convention"],
    default="A-lambda",
    show_default=True,
    help="Whether A - λI or λI - A is reduced, and its determinant taken.",
)
@click.option(
    "--variable",
    type=VALUES["variable"],
    metavar="NAME",
    default="lambda",
    show_default=True,
    help="The letter for eigenvalues.",
)
@click.option(
    "--unknowns",
    type=VALUES["unknowns"],
    metavar="NAMES",
    help='The letters for the entries of a vector, such as "x y z".',
)
@click.option(
    "--argument",
    type=VALUES["argument"],
    metavar="N",
    help="For the goal power the exponent, a letter or an integer; for exponential the letter t of exp(tA). The default"
    " is n, or t.",
)
@click.option("--brief", is_flag=True, help="Show the results without the way to them.")
@click.option(
    "--digits",
    type=VALUES["digits"],
    metavar="N",
    default=10,
    show_default=True,
    help="Significant digits of decimals; each is proved.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    help="text for reading, latex, markdown or html for documents, json for programs; --brief has text, latex and json."
    " The default is the format of the --output file by its suffix (.txt, .tex, .md, .html, .json), html for a batch"
    " of worked solutions, else text. A .tex file is a document that compiles; with --format latex it is a fragment.",
)
@click.option("--standalone", is_flag=True, help="Make the LaTeX a document that compiles, and not a fragment of one.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the result into a file, whole or not at all.",
)
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a proof of the result into a file, for symeig replay.",
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
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="End the work on a matrix after so many seconds, with status 2.",
)
@click.option(
    "--batch",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Solve many matrices: each line of the file is one in JSON, a text or a list of rows, or an object with a"
    ' "matrix" and, where wanted, an "id" and options of its own ("goal", "language", "level", ...).',
)
@click.option(
    "--output-dir",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write a file for each line of the batch, named by its id or number. Files that are there already are skipped;"
    " lines that failed are listed in failures.jsonl with the reason.",
)
@click.option("--overwrite", is_flag=True, help="Solve all lines of a batch, and replace the files that are there.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many matrices of a batch are worked on at once; the default is the number of processors.",
)
@click.pass_context
def solve(  # noqa: PLR0913, PLR0917  (one for each option)
    ctx: click.Context,
    /,
    matrix: str | None,
    form: str | None,
    standalone: bool,  # noqa: FBT001  (click passes it by name)
    floats: str,
    certificate: Path | None,
    timeout: float | None,
    output: Path | None,
    batch: Path | None,
    output_dir: Path | None,
    overwrite: bool,  # noqa: FBT001  (click passes it by name)
    jobs: int | None,
    **told: Any,
) -> None:
    """Solve MATRIX step by step: eigenvalues, eigenvectors, diagonalization or Jordan form, each line checked.

    MATRIX is a text, the path of a file (.txt, .csv, .json, .npy, .mtx), or - for standard input. Entries may be
    rational, algebraic (sqrt(2), i, cos(pi/7)), and contain parameters.

    \b
    Examples:
      symeig solve "4 1; 2 3"
      symeig solve "3 -1 1; 2 0 1; 1 -1 2" --level full --language vi
      symeig solve "1 1; 0 k" --goal eigenvectors --output solution.html
      symeig solve "2 1; 2 3" --goal power --argument 10
      symeig solve "-1 sqrt(2); sqrt(2) 0" --goal orthogonal --output solution.tex
      symeig solve "[[1, 1], [1, 0]]" --brief --digits 30
      symeig solve matrix.csv --brief --format json --output result.json
      symeig solve - --certificate proof.json < matrix.txt
      symeig solve --batch matrices.jsonl --output-dir solutions --timeout 60
    """  # noqa: D301  (click reads the backspace)
    _check_together(ctx)
    if batch is not None:
        options = Options(form=form or ("text" if told["brief"] else "html"), standalone=standalone, **told)
        ctx.exit(solve_batch(batch, cast("Path", output_dir), options, jobs=jobs, timeout=timeout, overwrite=overwrite))
    its_form = form_for(form, output)
    is_document = standalone or (form is None and its_form == "latex")
    options = Options(form=its_form, standalone=is_document, **told)
    if certificate is not None and output is not None and certificate.resolve() == output.resolve():
        refuse(f"--output and --certificate both name '{output}'. One would overwrite the other. Name two files.")
    for path in (output, certificate):
        if path is not None:
            check_writable(path)
    answer: Answer = run(
        "solve",
        matrix,
        options,
        timeout=timeout,
        stdin=standard_input(matrix),
        floats=floats,
        certified=certificate is not None,
        width=width(),
        colour=output is None and is_colourful(),
    )
    for warning in answer.warnings:
        click.echo(f"Warning: {warning}", err=True)
    for note in answer.notes:
        click.echo(note, err=True)
    if certificate is not None and answer.certificate is not None:
        write_whole(certificate, answer.certificate)
    if output is not None:
        write_whole(output, answer.output)
    else:
        show(answer.output)


def _check_together(ctx: click.Context) -> None:
    """Refuse arguments and options of solve that do not go together."""
    found = given(ctx)
    if "batch" in found and "output_dir" not in found:
        refuse("--batch needs a folder for its files. Add --output-dir FOLDER.")
    check_mode(ctx, one=ONE_ONLY, many=BATCH_ONLY, what="matrices")
    if "batch" not in found and "matrix" not in found:
        refuse("There is no MATRIX. Give one, or many with --batch FILE.")
    for name in sorted(found.keys() & set(WORKED_ONLY) if "brief" in found else ()):
        refuse(f"--{name} is for worked solutions, and --brief shows none. Leave out one of them.")


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
    answer: Answer = run("replay", file, matrix, stdin=standard_input(matrix), width=width())
    show(answer.output)


main.add_command(check)
main.add_command(compute)
main.add_command(verify)
main.add_command(plot)
main.add_command(gradescope)
