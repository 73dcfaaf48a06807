"""The page of the command line is what the commands say today, and the examples of their help run."""

from __future__ import annotations

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from symeig.cli import failures, main
from tests.scripts import loaded

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "command-line.md"


MAKER = loaded(PAGE.with_name("make_command_line.py"))
EXAMPLES = [example for name in MAKER.COMMANDS for example in MAKER.examples(name)]

# Files that the examples name.
FILES = {
    "matrix.csv": "2,1\n2,3\n",
    "matrix.txt": "2 1; 2 3\n",
    "matrices.jsonl": '"2 1; 2 3"\n{"id": "second", "matrix": [[1, 1], [0, 1]]}\n',
    "answer.txt": "[22 21; 42 43]\n",
    "answers.csv": 'student_id,question_id,answer\nan,q1,"1, 4"\n',
    "questions.yaml": 'questions:\n  q1: {matrix: "2 1; 2 3", question: eigenvalues}\n',
    "questions.json": '{"questions": {"q1": {"matrix": "2 1; 2 3", "question": "eigenvalues"}}}\n',
    "solver.py": "import numpy as np\nmy_eig = np.linalg.eig\nmy_eigvals = np.linalg.eigvals\n",
}

# What makes the examples of `verify` short.
FEW = ["--examples", "2", "--max-size", "2", "--jobs", "1"]


def test_the_page_is_up_to_date() -> None:
    """The page is what `docs/reference/make_command_line.py` writes."""
    assert PAGE.read_text(encoding="utf-8") == MAKER.page()


def test_all_commands_and_options_are_there() -> None:
    """Each command has its section, and each of its options a row in it."""
    assert MAKER.COMMANDS.keys() == main.commands.keys()
    sections = re.split(r"^## symeig ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for section in sections[1:]:
        command = main.commands[section.split()[0]]
        rows = re.findall(r"^\| `(--[a-z-]+)", section, flags=re.MULTILINE)
        assert rows == [p.opts[0] for p in command.params if isinstance(p, click.Option)]


def test_all_exit_statuses_are_there() -> None:
    """The table has the statuses with which the program ends."""
    statuses = {failures.NO, failures.BAD_INPUT, failures.FAULT, failures.INTERRUPTED, 0}
    assert {int(status) for status, _ in MAKER.exit_statuses()} == statuses


def test_all_environment_variables_are_there() -> None:
    """What the source reads from the environment is in the table."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "symeig").rglob("*.py"))
    read = re.findall(r'environ\.get\("(\w+)"|environ\["(\w+)"\]|envvar="(\w+)"', source)
    table = PAGE.read_text(encoding="utf-8").partition("## Environment variables")[2].partition("\n## ")[0]
    assert {"".join(names) for names in read} <= set(re.findall(r"`([A-Z_]+)`", table))


@pytest.fixture(scope="module", name="folder")
def its_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples name."""
    folder = tmp_path_factory.mktemp("examples")
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    proof = ["solve", "2 1; 2 3", "--brief", "--certificate", str(folder / "proof.json")]
    assert CliRunner().invoke(main, proof).exit_code == 0
    return folder


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_help_run(example: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example of a help text is a command that does what it should, where the files are there."""
    monkeypatch.chdir(folder)
    words = shlex.split(example)
    given = None
    if "<" in words:
        words, given = words[: words.index("<")], (folder / words[-1]).read_text(encoding="utf-8")
    assert words[0] == "symeig"
    if words[1] == "verify":
        package = words[2].partition(":")[0].partition(".")[0]
        if package != "solver" and find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
        words += FEW
    result = CliRunner().invoke(main, words[1:], input=given)
    # A routine may break a law; everything else succeeds.
    assert result.exit_code in ({0, 1} if words[1] == "verify" else {0}), result.output
