"""The options that say what is told and how: their values, and which go together.

They are read without SymPy, which takes longer to import than most matrices to solve.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from symeig.cli.failures import refuse
from symeig.worked.languages import languages

__all__ = [
    "BRIEF_FORMS",
    "BRIEF_GOALS",
    "CONVENTIONS",
    "FORMS",
    "GOALS",
    "LEVELS",
    "VALUES",
    "WORKED_GOALS",
    "WORKED_ONLY",
    "Options",
    "form_for",
    "hints_option",
    "language_option",
    "scheduler_option",
]


def _worked_goals() -> tuple[str, ...]:
    """The names of the modules of goals."""
    names = (path.name for path in (files("symeig.worked") / "goals").iterdir())
    return tuple(sorted(name.removesuffix(".py") for name in names if name.endswith(".py") and name[0] != "_"))


# The goals of worked solutions, and those whose results are told without derivation.
WORKED_GOALS = _worked_goals()
BRIEF_GOALS = ("auto", "eigenvalues", "eigenvectors", "diagonalize", "jordan", "orthogonal", "rational")
GOALS = tuple(dict.fromkeys((*BRIEF_GOALS, *WORKED_GOALS)))

# The forms of a solution, with the suffixes of their files, and those that results alone have.
FORMS = {"text": ".txt", "latex": ".tex", "markdown": ".md", "html": ".html", "json": ".json"}
BRIEF_FORMS = ("text", "latex", "json")

CONVENTIONS = {"A-lambda": "A - λI", "lambda-A": "λI - A"}
LEVELS = {"1": 1, "2": 2, "3": 3, "brief": 1, "normal": 2, "full": 3}

# What makes no difference to results alone.
WORKED_ONLY = ("convention", "level", "variable", "unknowns", "argument")


class _Convention(click.Choice[str]):
    """A convention, as it can be typed: A-lambda, A-λI, "A - λI"."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        typed = re.sub(r"[\sI]", "", str(value)).replace("λ", "lambda").replace("−", "-")
        return super().convert(typed if typed in CONVENTIONS else value, param, ctx)


# How the value of an option is read, on the command line and in a line of a batch.
VALUES: dict[str, click.ParamType[Any]] = {
    "goal": click.Choice(GOALS),
    "language": click.Choice(languages()),
    "convention": _Convention(tuple(CONVENTIONS)),
    "level": click.Choice(tuple(LEVELS)),
    "variable": click.STRING,
    "unknowns": click.STRING,
    "argument": click.STRING,
    "digits": click.IntRange(1, 10_000),
}

# Options that several commands have.
language_option = click.option(
    "--language",
    type=VALUES["language"],
    default="en",
    envvar="SYMEIG_LANGUAGE",
    show_default=True,
    show_envvar=True,
    help="The language of the words.",
)
hints_option = click.option(
    "--hints",
    type=click.Choice(["none", "gentle", "full"]),
    default="gentle",
    show_default=True,
    help="How much is said of a mistake: nothing, a hint that does not give the answer away, or what is what.",
)
scheduler_option = click.option(
    "--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers do the work: tcp://host:8786."
)


@dataclass(frozen=True)
class Options:
    """What is told of a matrix, and how.

    Attributes:
        form: One of `FORMS`.
        standalone: Whether LaTeX is a whole document.
        brief: Whether results alone are told.
        goal: One of `GOALS`.
        language: One of `languages`.
        convention: One of `CONVENTIONS`.
        level: One of `LEVELS`.
        variable: The letter for eigenvalues.
        unknowns: The letters for the entries of a vector, between spaces or commas; None for the usual ones.
        argument: The exponent of a power, or the letter t of exp(tA); None for the usual letter.
        digits: Of decimals.
    """

    form: str
    standalone: bool
    brief: bool
    goal: str
    language: str
    convention: str
    level: str
    variable: str
    unknowns: str | None
    argument: str | None
    digits: int

    def __post_init__(self) -> None:
        """Refuse what does not go together."""
        if self.standalone and self.form != "latex":
            refuse(f"--standalone makes a document of LaTeX, and the format is {self.form}. Add --format latex.")
        if self.brief and self.form not in BRIEF_FORMS:
            forms = ", ".join(BRIEF_FORMS)
            refuse(f"--brief has the formats {forms}, and not {self.form}. Choose one of them.")
        if self.brief and self.goal not in BRIEF_GOALS:
            refuse(f"The goal {self.goal} has a worked solution, but no results alone. Leave out --brief.")
        if self.goal not in WORKED_GOALS and not self.brief:
            refuse(f"There is no worked solution for the goal {self.goal}, only its results. Add --brief.")

    def changed(self, values: Mapping[str, Any]) -> Options:
        """These options with other values for some of them.

        Raises:
            Failure: There is no such option, or no such value, or they do not go together.
        """
        read = {}
        for name, value in values.items():
            if name not in VALUES:
                refuse(f"There is no option {name!r} here. There are id, matrix, {', '.join(VALUES)}.")
            text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
            try:
                read[name] = VALUES[name].convert(text, None, None)
            except click.BadParameter as error:
                refuse(f"{name}: {error.message}")
        return replace(self, **read)


def form_for(form: str | None, path: Path | None, forms: Mapping[str, str] = FORMS) -> str:
    """The format that is asked for; where none is, the one that a file has by its suffix, or text without a suffix.

    Args:
        form: Of `forms`.
        path: The file.
        forms: The formats that there are, with the suffixes of their files.

    Raises:
        Failure: The suffix is that of no format.
    """
    if form is not None:
        return form
    suffix = path.suffix.lower() if path is not None else ""
    found = next((name for name, its_suffix in forms.items() if its_suffix == suffix), None)
    if found is None and suffix:
        known = ", ".join(forms.values())
        advice = "Choose one of them, or give --format."
        if suffix == ".pdf" and "latex" in forms:
            advice = "Write .tex and run pdflatex on it."
        refuse(f"The file '{path}' ends with {suffix}; the formats that symeig writes end with {known}. {advice}")
    return found or "text"
