"""`symeig verify`: a numeric eigenvalue routine against exact truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from symeig.cli.batch import processors
from symeig.cli.failures import refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.options import scheduler_option
from symeig.cli.terminal import is_colourful, progress_bar, show, width
from symeig.cli.worker import Job, Pool

__all__ = ["verify"]

TASKS = "symeig.cli.verify_tasks"

# The forms of a report, with the suffixes of their files.
FORMS = {"text": ".txt", "json": ".json", "junit": ".xml", "html": ".html"}

# What is accepted without a reason is accepted for this one.
KNOWN = "known"


@click.command()
@click.argument("routine", required=False)
@click.option(
    "--kind",
    type=click.Choice(["eig", "eigh", "eigvals", "eigvalsh", "exact"]),
    help="What it returns; by default its name says so.",
)
@click.option(
    "--dtype",
    metavar="NAMES",
    help="Of the matrices, with commas between: float32,complex128. By default float64, complex128, float32,"
    " complex64 and int64, as far as it takes them.",
)
@click.option(
    "--examples",
    type=click.IntRange(1),
    metavar="N",
    default=100,
    show_default=True,
    help="How many inputs of each dtype.",
)
@click.option(
    "--seed", type=int, metavar="N", default=0, show_default=True, help="The same seed gives the same inputs."
)
@click.option("--families", metavar="NAMES", help="Families of matrices, with commas between; --list families has all.")
@click.option(
    "--max-size", type=click.IntRange(0), metavar="N", help="The largest dimension; by default 12, and some up to 129."
)
@click.option("--plain", is_flag=True, help="No stacks and no memory layouts other than C order.")
@click.option(
    "--option", "arguments", multiple=True, metavar="NAME=VALUE", help="A keyword argument of the routine: driver=evr."
)
@click.option(
    "--contract",
    metavar="LIBRARY",
    help="Whose promises it is held to: those of generic, numpy, scipy, mpmath, torch, jax, cupy or array-api; by"
    " default those of its package.",
)
@click.option(
    "--promise",
    "promises",
    multiple=True,
    metavar="NAME=VALUE",
    help="A promise of its own: basis=True, order=ascending, triangle=lower, nonfinite=nan, tolerance=256, ...",
)
@click.option(
    "--namespace", metavar="LIBRARY", help="The library whose arrays it takes, where its package does not say."
)
@click.option(
    "--accept",
    multiple=True,
    metavar="LAW[=REASON]",
    help="A law that is known to be broken: it is reported, and no finding. --list laws has all.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=10.0,
    show_default=True,
    help="How long a call may take.",
)
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes at once; by default one for each processor."
)
@scheduler_option
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    help="text for reading, json for programs, junit for CI, html as a page with pictures. The default is the format of"
    " the --output file by its suffix (.txt, .json, .xml, .html), else text.",
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report into a file.")
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a pytest file that fails as long as one of the findings does; none where there are no findings.",
)
@click.option(
    "--list", "listed", type=click.Choice(["laws", "families"]), help="Show all laws, or all families, and end."
)
@click.pass_context
def verify(  # noqa: PLR0913, PLR0917  (one for each option)
    ctx: click.Context,
    /,
    routine: str | None,
    accept: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    form: str | None,
    output: Path | None,
    save: Path | None,
    listed: str | None,
    plain: bool,  # noqa: FBT001  (click passes it by name)
    families: str | None,
    dtype: str | None,
    **asked: Any,
) -> None:
    """Judge ROUTINE, numeric eigenvalue code, against exact truth.

    ROUTINE is module:function, or file.py:function: a function from an array of shape (..., n, n) to what
    numpy.linalg.eig, eigh, eigvals or eigvalsh returns. It is given matrices whose eigenvalues are known exactly,
    defective ones included; what comes back must obey laws that are decided in rational arithmetic. For a law that is
    broken, the smallest matrix that shows it is searched for.

    \b
    Examples:
      symeig verify numpy.linalg:eig
      symeig verify scipy.linalg:eigvals --dtype float32
      symeig verify scipy.linalg:eigh --option driver=evr --examples 1000
      symeig verify torch.linalg:eigh --dtype complex64 --output report.html
      symeig verify solver.py:my_eig --kind eig --promise order=ascending
      symeig verify symeig:eigensystem
      symeig verify solver.py:my_eigvals --kind eigvals --accept trace="sums are rounded" --save test_found.py

    Exit status 1 where a law is broken that is not accepted.
    """  # noqa: D301  (click reads the backspace)
    if listed is not None:
        with Pool() as pool:
            show(pool.run(Job("catalogue", (listed,), module=TASKS)))
        return
    if routine is None:
        refuse("There is no ROUTINE. Name one as module:function, such as numpy.linalg:eig.")
    its_form = _form(form, output)
    for path in (output, save):
        if path is not None:
            check_writable(path)
    options = {
        **asked,
        "dtype": _names(dtype),
        "families": _names(families),
        "layouts": not plain,
    }
    accepted = dict(_accepted(x) for x in accept)
    look = {"form": its_form, "width": width(), "colour": output is None and is_colourful()}
    workers = jobs or processors()
    with Pool(workers if scheduler is None else 1) as pool:
        if scheduler is not None:
            job = Job("sweep", (routine, options, accepted), {"scheduler": scheduler, **look}, TASKS)
            found = pool.run(job)
        else:
            found = _verified(pool, routine, options, accepted, look)
    if save is not None and found.test:
        write_whole(save, found.test)
    if output is not None:
        write_whole(output, found.output)
        click.echo(found.summary, err=True)
    else:
        show(found.output)
    ctx.exit(0 if found.ok else 1)


def _verified(pool: Pool, routine: str, options: dict[str, Any], accepted: dict[str, str], look: dict[str, Any]) -> Any:
    """The report, after shares of the work have been done by several processes at once."""

    def job(task: str, *arguments: Any, **more: Any) -> Job:
        return Job(task, arguments, more, TASKS)

    plan = pool.run(job("plan", routine, options, accepted))
    with progress_bar(plan.shares + 1, "Examined") as (_, advance, refresh):
        probed, *shares = pool.results(
            [job("probe", plan.inquiry), *(job("share", plan.inquiry, k) for k in range(plan.shares))], advance, refresh
        )
    shrunk: list[tuple[bytes, bytes]] = []
    while breaches := pool.run(job("breaches", shares, shrunk)):
        with progress_bar(len(breaches), "Made smaller") as (_, advance, refresh):
            found = pool.results([job("shrink", plan.inquiry, breach) for breach in breaches], advance, refresh)
        shrunk += zip(breaches, found, strict=True)
    return pool.run(job("report", plan.inquiry, probed, shares, shrunk, accepted, **look))


def _names(text: str | None) -> list[str] | None:
    """Names with commas or spaces between."""
    return text.replace(",", " ").split() if text else None


def _accepted(text: str) -> tuple[str, str]:
    """The name of a law and the reason why it is accepted."""
    law, _, reason = text.partition("=")
    return law, reason or KNOWN


def _form(form: str | None, path: Path | None) -> str:
    """The format that is asked for; where none is, that of a file by its suffix."""
    if form is not None:
        return form
    suffix = path.suffix.lower() if path is not None else ""
    found = next((name for name, its_suffix in FORMS.items() if its_suffix == suffix), None)
    if found is None and suffix:
        known = ", ".join(FORMS.values())
        refuse(f"The file '{path}' ends with {suffix}; reports end with {known}. Choose one of them, or give --format.")
    return found or "text"
