"""`symeig gradescope`: an autograder, packed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from symeig.cli.files import check_writable, write_whole
from symeig.cli.options import hints_option, language_option
from symeig.cli.worker import Job, Pool

__all__ = ["gradescope"]

TASKS = "symeig.graders.packing"


@click.command()
@click.option(
    "--questions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="The questions, in YAML or JSON: what is asked about which matrix, what is accepted, and the marks.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=Path("autograder.zip"),
    show_default=True,
    help="Write the autograder into a file, whole or not at all.",
)
@language_option
@hints_option
@click.option(
    "--format",
    type=click.Choice(["html", "text"]),
    default="html",
    show_default=True,
    help="Whether feedback is HTML with formulas, or text.",
)
@click.option(
    "--visibility",
    type=click.Choice(["visible", "hidden", "after_due_date", "after_published"]),
    default="visible",
    show_default=True,
    help="When students see the results.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=20.0,
    show_default=True,
    help="How long the work on an answer may take.",
)
def gradescope(questions: Path, output: Path, **options: Any) -> None:
    """Pack an autograder for Gradescope that judges answers to questions about matrices.

    Upload the file under Configure Autograder. Students submit a text file with a line for each question.

    \b
    Examples:
      symeig gradescope --questions questions.yaml
      symeig gradescope --questions questions.yaml --language vi --hints none --output homework3.zip
      symeig gradescope --questions questions.json --visibility after_due_date
    """  # noqa: D301  (click reads the backspace)
    check_writable(output)
    told = {name: str(value) for name, value in options.items()}
    with Pool() as pool:
        content, count = pool.run(Job("pack", (str(questions), told), module=TASKS))
    write_whole(output, content)
    click.echo(f"An autograder for {count} question{'s' if count > 1 else ''} is in {output}.", err=True)
