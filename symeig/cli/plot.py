"""`symeig plot`: pictures of a matrix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from symeig.cli.arguments import MatrixCommand, given, standard_input
from symeig.cli.failures import refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.options import language_option
from symeig.cli.terminal import show
from symeig.cli.worker import run

__all__ = ["plot"]

TASKS = "symeig.cli.plot_tasks"

# What is drawn, with the options that it has of its own.
PICTURES: dict[str, tuple[str, ...]] = {
    "gershgorin": ("by",),
    "action": (),
    "growth": ("steps", "vector"),
    "rescaled-growth": ("steps", "vector"),
    "characteristic-polynomial": (),
    "jordan": (),
}
FORMS = {".svg": "svg", ".png": "png"}


@click.command(cls=MatrixCommand)
@click.argument("what", type=click.Choice(tuple(PICTURES)), metavar="WHAT")
@click.argument("matrix")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the picture is written: a file that ends with .svg or .png. By default WHAT.svg in the current folder,"
    " as long as there is no such file yet.",
)
@language_option
@click.option(
    "--by",
    type=click.Choice(["rows", "columns"]),
    default="rows",
    show_default=True,
    help="Whose Gershgorin discs are drawn.",
)
@click.option(
    "--steps", type=click.IntRange(1), metavar="N", default=100, show_default=True, help="How many steps of growth."
)
@click.option(
    "--vector",
    metavar="VECTOR",
    help='The start vector of growth, such as "1 0 2"; by default the powers of the matrix are looked at.',
)
@click.option(
    "--floats",
    type=click.Choice(["decimal", "binary", "error"]),
    default="decimal",
    show_default=True,
    help="How floats in a .npy file are read: as the decimals that they print as, as the exact values of their bits, or"
    " not at all.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="End the work after so many seconds, with status 2.",
)
@click.pass_context
def plot(  # noqa: PLR0913, PLR0917  (one for each option)
    ctx: click.Context,
    /,
    what: str,
    matrix: str,
    output: Path | None,
    timeout: float | None,
    language: str,
    floats: str,
    **options: Any,
) -> None:
    """Draw a picture of MATRIX and write it into a file, whose name is printed.

    \b
    WHAT is one of
      gershgorin                 Gershgorin discs, with the eigenvalues
      action                     what a real 2x2 matrix does to the unit circle
      growth                     norms of the iterates, and their ratios
      rescaled-growth            norms after division by the rate of growth
      characteristic-polynomial  its graph, with the roots
      jordan                     the Jordan blocks as a dot diagram

    MATRIX is given as for solve. Pictures are readable without colours, and say in words what is seen.

    \b
    Examples:
      symeig plot gershgorin "4 1; 1 9"
      symeig plot gershgorin matrix.csv --by columns --output discs.png
      symeig plot action "2 1; 2 3" --language vi
      symeig plot growth "1 1; 1 0" --vector "1 0" --steps 20 --output fibonacci.svg
      symeig plot characteristic-polynomial "0 1; -1 0"
      symeig plot jordan "3 -1 1; 2 0 1; 1 -1 2"

    Needs matplotlib: pip install "symeig[plot]"
    """  # noqa: D301  (click reads the backspace)
    for name, typed in given(ctx).items():
        if name in options and name not in PICTURES[what]:
            owners = " and ".join(picture for picture, own in PICTURES.items() if name in own)
            refuse(f"{typed} is for {owners}, and not for {what}. Leave it out.")
    path = output or _unused(Path(f"{what}.svg"))
    form = FORMS.get(path.suffix.lower())
    if form is None:
        refuse(f"The file '{path}' ends with {path.suffix or 'no suffix'}; pictures end with .svg or .png. Name it so.")
    check_writable(path)
    own = {name: options[name] for name in PICTURES[what]}
    content, warnings = run(
        "draw",
        what,
        matrix,
        form,
        module=TASKS,
        timeout=timeout,
        stdin=standard_input(matrix),
        language=language,
        floats=floats,
        **own,
    )
    for warning in warnings:
        click.echo(f"Warning: {warning}", err=True)
    write_whole(path, content)
    show(f"{path}\n")


def _unused(path: Path) -> Path:
    """A path that nobody has named, where there is no file yet."""
    if path.exists():
        refuse(f"The file '{path}' is there already. Move it, or write --output {path} to replace it.")
    return path
