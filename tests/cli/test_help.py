"""The help says everything, and asking for it costs nothing."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import symeig
from symeig.cli import main
from symeig.cli.options import BRIEF_GOALS, CONVENTIONS, LEVELS, VALUES, WORKED_GOALS
from symeig.worked import messages, solution
from symeig.worked.brief import GOALS as TOLD_GOALS
from symeig.worked.goals import goals

COMMANDS = sorted(main.commands)
OPTIONS = [(name, p) for name in COMMANDS for p in main.commands[name].params if isinstance(p, click.Option)]


def test_goals_of_the_command_are_those_that_are_told() -> None:
    """The command line repeats the goals only so that it need not import SymPy."""
    assert BRIEF_GOALS == TOLD_GOALS
    assert goals() == WORKED_GOALS


def test_values_of_options_are_those_of_the_library() -> None:
    """So are the languages, the conventions and the levels."""
    assert tuple(VALUES["language"].choices) == messages.languages()
    assert set(CONVENTIONS.values()) == set(solution.CONVENTIONS)
    assert set(LEVELS.values()) == set(solution.LEVELS)


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=[f"{n} {o.opts[0]}" for n, o in OPTIONS])
def test_every_option_is_documented(name: str, option: click.Option) -> None:
    """Each option has a sentence of help that ends with a full stop, and stands in the help of its command."""
    assert option.help
    assert option.help.endswith(".")
    assert option.opts[0] in CliRunner().invoke(main, [name, "--help"]).output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples(name: str) -> None:
    """The help of each command shows how it is called, line by line."""
    output = CliRunner().invoke(main, [name, "--help"]).output
    assert f"\n  Examples:\n    symeig {name} " in output


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_the_exit_status(flag: str) -> None:
    """The meaning of the exit status is part of the help."""
    output = CliRunner().invoke(main, [flag]).output
    assert all(f"\n    {status}" in output for status in (0, 1, 2, 70, 130))


def test_version() -> None:
    """The version is that of the package."""
    assert CliRunner().invoke(main, ["--version"]).output == f"symeig {symeig.__version__}\n"


def test_the_parent_process_stays_light() -> None:
    """Neither SymPy nor rich is imported to read the arguments."""
    code = "import sys, symeig.cli; sys.exit(bool({'sympy', 'flint', 'rich', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
