"""`symeig check`: verdicts on answers, one as it is typed or those of a class in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from symeig.answers.batch.cases import Manner
from symeig.cli.arguments import MatrixCommand, check_mode, given, standard_input
from symeig.cli.check_batch import Files, check_batch
from symeig.cli.failures import Failure, refuse
from symeig.cli.files import check_writable, write_whole
from symeig.cli.judging import TASKS
from symeig.cli.limits import Bounds
from symeig.cli.options import form_for, hints_option, language_option, scheduler_option
from symeig.cli.terminal import is_colourful, show
from symeig.cli.worker import Job, Pool

__all__ = ["check"]

# The forms of a verdict, with the suffixes of their files.
FORMS = {"text": ".txt", "json": ".json", "html": ".html"}

# Parameters that are about one answer, and about many.
ONE_ONLY = ("matrix", "question", "answer", "parts", "eigenvalue", "exponent", "marks", "form")
BATCH_ONLY = ("questions", "store", "summary", "jobs", "scheduler")


@click.command(cls=MatrixCommand)
@click.argument("matrix", required=False)
@click.argument("question", required=False)
@click.argument("answer", required=False)
@click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="NAME=ANSWER",
    help='A part of the answer, in the place of ANSWER: --part P="1 1; 1 -2" --part D="diag(5, 2)".',
)
@click.option("--eigenvalue", metavar="NUMBER", help="The one that a question about an eigenspace_basis is about.")
@click.option(
    "--exponent", metavar="K", help="The one that a question about a power is about: a number, or a letter such as n."
)
@hints_option
@language_option
@click.option(
    "--policy",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What is accepted, in a JSON or YAML file: field: real, multiplicity: required, ... For a batch it holds where"
    " the file of questions does not say otherwise.",
)
@click.option("--marks", is_flag=True, help="Show, item by item, why the score is what it is.")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    help="text for reading, json for programs, html as a page. The default is the format of the --output file by its"
    " suffix (.txt, .json, .html), else text.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the verdict into a file, whole or not at all; for a batch the verdicts, as .csv or .jsonl.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=2.0,
    show_default=True,
    help="How long an answer may take, in seconds of the processor; one that takes longer counts as unreadable.",
)
@click.option(
    "--memory",
    type=click.IntRange(16),
    metavar="MIB",
    default=512,
    show_default=True,
    help="How much memory an answer may take, in MiB; one that takes more counts as unreadable.",
)
@click.option(
    "--batch",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Check the answers of a class: a .csv file with the columns student_id, question_id and answer, or a .jsonl"
    " file with these names on each line. An answer in parts is a JSON object.",
)
@click.option(
    "--questions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What was asked of the class, in a JSON or YAML file: matrices and questions by id, with marks and policies.",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The SQLite file in which verdicts are kept, so that nothing is judged twice; by default beside --output, with"
    " the suffix .sqlite.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write what the class answered, and which mistakes were made how often, into a file: a page with pictures"
    " (.html), .json or .csv.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many answers of a batch are judged at once; the default is the number of processors.",
)
@scheduler_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917  (one for each option)
    ctx: click.Context,
    /,
    matrix: str | None,
    question: str | None,
    answer: str | None,
    parts: tuple[str, ...],
    eigenvalue: str | None,
    exponent: str | None,
    hints: str,
    language: str,
    policy: Path | None,
    marks: bool,  # noqa: FBT001  (click passes it by name)
    form: str | None,
    output: Path | None,
    timeout: float,
    memory: int,
    batch: Path | None,
    jobs: int | None,
    scheduler: str | None,
    **files: Path | None,
) -> None:
    """Check ANSWER to a QUESTION about MATRIX: the verdict, the score, and a hint at each mistake.

    MATRIX is given as for solve. ANSWER is read as people type it: fractions, roots, lists, vectors, matrices, LaTeX,
    or words such as "not diagonalizable"; - stands for standard input. QUESTION is one of eigenvalues, eigenvectors,
    eigenspace_basis (with --eigenvalue), diagonalize, orthogonal_diagonalize, jordan, charpoly, definiteness,
    diagonalizable, power (with --exponent) and inverse_eigenvalues.

    \b
    Examples:
      symeig check "4 1; 2 3" eigenvalues "5, 2"
      symeig check "4 1; 2 3" eigenvalues "-5, -2" --hints full
      symeig check "4 1; 2 3" eigenvectors "5: (1, 1); 2: (1, -2)" --marks
      symeig check "4 1; 2 3" diagonalize --part P="1 1; 1 -2" --part D="diag(5, 2)"
      symeig check "4 1; 2 3" eigenspace-basis "(1, 1)" --eigenvalue 5 --language vi
      symeig check matrix.csv power - --exponent 3 --output verdict.json < answer.txt
      symeig check --batch answers.csv --questions questions.yaml --output results.csv

    Exit status 0 whatever the verdict.
    """  # noqa: D301  (click reads the backspace)
    _check_together(ctx)
    manner, bounds = Manner(language, hints), Bounds(timeout, memory)
    if batch is not None:
        found = Files(answers=batch, policy=policy, output=output, **files)  # type: ignore[arg-type]  # they are there
        ctx.exit(check_batch(found, manner, bounds, jobs=jobs, scheduler=scheduler))
    if output is not None:
        check_writable(output)
    asked = {"kind": str(question).replace("-", "_"), "eigenvalue": eigenvalue, "k": exponent}
    typed = _parts(parts) if parts else _typed(str(answer))
    look = {
        "policy": str(policy) if policy else None,
        "form": form_for(form, output, FORMS),
        "marks": marks,
        "colour": output is None and is_colourful(),
    }
    verdict = _verdict((matrix, asked, typed, manner, bounds), look, bounds, standard_input(matrix))
    if output is not None:
        write_whole(output, verdict)
    else:
        show(verdict)


def _check_together(ctx: click.Context) -> None:
    """Refuse arguments and options that do not go together."""
    found = given(ctx)
    check_mode(ctx, one=ONE_ONLY, many=BATCH_ONLY, what="answers")
    if "batch" in found:
        for name, what in (("questions", "what was asked"), ("output", "a place for the verdicts")):
            if name not in found:
                refuse(f"--batch needs {what}. Add --{name} FILE.")
        return
    for name in ("matrix", "question"):
        if name not in found:
            refuse(f"There is no {name.upper()}. Give one, or the answers of a class with --batch FILE.")
    if ("answer" in found) == ("parts" in found):
        refuse("An answer is a text or has parts. Give either ANSWER, or its parts with --part NAME=ANSWER.")
    if ctx.params["matrix"] == ctx.params["answer"] == "-":
        refuse("MATRIX and ANSWER are both -, and there is one standard input. Give one of them as a text.")


def _parts(written: tuple[str, ...]) -> dict[str, str]:
    """The parts of an answer by name."""
    found: dict[str, str] = {}
    for text in written:
        name, equals, answer = text.partition("=")
        if not equals:
            refuse(
                f"{text!r} is no part of an answer. A part is written NAME=ANSWER. Give, say, --part D='diag(5, 2)'."
            )
        if name in found:
            refuse(f"The part {name!r} is given twice. An answer has it once. Leave one out.")
        found[name] = answer
    return found


def _typed(answer: str) -> str:
    """An answer as it was typed, without the space that protects a minus sign."""
    content = standard_input(answer)
    if content is None:
        return answer.strip()
    try:
        return content.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        refuse(f"The answer on standard input is not UTF-8 text at byte {error.start + 1}. Save it as UTF-8.")


def _verdict(arguments: tuple[Any, ...], look: dict[str, Any], bounds: Bounds, stdin: bytes | None) -> str:
    """What is said of an answer; where it goes beyond the bounds, that."""

    def job(problem: str) -> Job:
        return Job("check", arguments, {**look, "problem": problem}, TASKS)

    with Pool(stdin=stdin, module=TASKS) as pool:
        try:
            verdict: str = pool.run(job(""))
        except Failure as failure:
            if not failure.bound:
                raise
            verdict = pool.run(job(bounds.reached(failure.bound)))
    return verdict
