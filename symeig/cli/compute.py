"""The command `symeig compute`: functions of a matrix, bounds and growth, without the way to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from symeig.cli.arguments import MatrixCommand, given, standard_input
from symeig.cli.failures import refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.options import form_for
from symeig.cli.terminal import show, width
from symeig.cli.worker import Answer, run

__all__ = ["WHAT", "compute"]

# What can be computed, with the options that each takes.
WHAT: dict[str, tuple[str, ...]] = {
    "power": ("argument",),
    "inverse": (),
    "exp": ("argument",),
    "sin": ("argument",),
    "cos": ("argument",),
    "sqrt": (),
    "log": (),
    "iterate": ("argument", "vector", "constant"),
    "flow": ("argument", "vector", "constant"),
    "definiteness": (),
    "rayleigh": ("vector",),
    "svd": (),
    "pseudoinverse": (),
    "gershgorin": ("below", "above", "at"),
    "spectral-radius": (),
    "norms": (),
    "perron": (),
    "growth": ("vector", "steps"),
}
FORMS = {"text": ".txt", "json": ".json"}
TASKS = "symeig.cli.compute_tasks"

# The letters that stand in a result where no argument is given.
LETTERS = {"power": "n", "iterate": "n", "exp": "t", "sin": "t", "cos": "t", "flow": "t"}


@click.command(cls=MatrixCommand)
@click.argument("what", type=click.Choice(tuple(WHAT)), metavar="WHAT")
@click.argument("matrix")
@click.option("--argument", metavar="X", help="The n of a power, or the t of exp(tA): a number or an expression.")
@click.option("--vector", metavar="V", help="The start of iterate, flow and growth; the vector of a Rayleigh quotient.")
@click.option("--constant", metavar="B", help="What iterate adds in each step, and flow in each unit of time.")
@click.option(
    "--steps", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many steps growth shows."
)
@click.option("--below", metavar="X", help="Ask the discs whether an eigenvalue can have a real part below X.")
@click.option("--above", metavar="X", help="Ask the discs whether an eigenvalue can have a real part above X.")
@click.option("--at", metavar="Z", help="Ask the discs whether Z can be an eigenvalue.")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    help="text for reading, json for programs. The default is the format of the --output file by its suffix (.txt,"
    " .json), else text.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the result into a file, whole or not at all.",
)
@click.option(
    "--floats",
    type=click.Choice(["decimal", "binary", "error"]),
    default="decimal",
    show_default=True,
    help="How floats in a .npy file are read.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="End the work after so many seconds, with status 2.",
)
@click.pass_context
def compute(  # noqa: PLR0913  (one for each option)
    ctx: click.Context,
    /,
    what: str,
    matrix: str,
    *,
    form: str | None,
    output: Path | None,
    floats: str,
    timeout: float | None,
    **options: Any,
) -> None:
    """Compute WHAT of MATRIX, exactly: a function of it, bounds, singular values, or how its powers grow.

    MATRIX is given as for solve. WHAT is one of power, inverse, exp, sin, cos, sqrt, log; iterate and flow (with
    --vector), which solve x(n+1) = Ax(n) + b and x' = Ax + b; definiteness, rayleigh; svd, pseudoinverse; gershgorin,
    spectral-radius, norms, perron; growth. The way to powers, inverses, exponentials, definiteness and discs is told by
    solve --goal.

    \b
    Examples:
      symeig compute power "2 1; 2 3"
      symeig compute exp "0 -1; 1 0" --argument t
      symeig compute sqrt "33 24; 48 57"
      symeig compute iterate "1.05 0; 0 1.03" --vector "1 1" --argument 100
      symeig compute gershgorin "3 .1 .3 1; .1 1 .1 .2; .3 .1 5 0; 1 .2 0 1.8" --below 0.5
      symeig compute svd "2 4; 1 3; 0 0; 0 0" --format json
      symeig compute growth "1 1; 1 0" --vector "1 0" --steps 20

    Exit status 1 where the mathematics says no: a singular matrix has no inverse, some have no square root.
    """  # noqa: D301  (click reads the backspace)
    found = given(ctx)
    for name in sorted(found.keys() & options.keys() - {*WHAT[what]}):
        refuse(f"{found[name]} plays no part in {what}. Leave it out.")
    options = {name: x.strip() if isinstance(x, str) else x for name, x in options.items()}
    if options["argument"] is None:
        options["argument"] = LETTERS.get(what)
    its_form = form_for(form, output, FORMS)
    if output is not None:
        check_writable(output)
    answer: Answer = run(
        "compute",
        what,
        matrix,
        options,
        module=TASKS,
        timeout=timeout,
        stdin=standard_input(matrix),
        form=its_form,
        floats=floats,
        width=width(),
    )
    for warning in answer.warnings:
        click.echo(f"Warning: {warning}", err=True)
    if output is not None:
        write_whole(output, answer.output)
    else:
        show(answer.output)
