"""``symeig solve`` as it shows worked solutions, through its public entry: options, formats, files."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from symeig import eigensystem
from symeig.cli import main, tasks
from symeig.worked.solution import solve as worked_solution
from tests.cli.test_process import PATIENCE, terminal

MATRIX = "4 1; 2 3"
LARGE = "; ".join(" ".join("2" if i == j else "1" for j in range(13)) for i in range(13))
SUFFIXES = {"text": "txt", "latex": "tex", "markdown": "md", "html": "html", "json": "json"}


def solve(*arguments: str, env: dict[str, str] | None = None) -> Result:
    """The result of the command."""
    return CliRunner().invoke(main, ["solve", *arguments], env={"SYMEIG_LANGUAGE": ""} | (env or {}))


def told(*arguments: str, env: dict[str, str] | None = None) -> str:
    """What the command prints where all is well."""
    result = solve(*arguments, env=env)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


# --- options --------------------------------------------------------------------------------------------------------


def test_a_worked_solution_is_what_is_told() -> None:
    """The command prints what the library writes, and not the results alone."""
    assert told(MATRIX) == worked_solution([[4, 1], [2, 3]]).to_text().rstrip("\n") + "\n"
    assert told(MATRIX) != told(MATRIX, "--brief")


@pytest.mark.parametrize(
    "options",
    [
        {"goal": "eigenvalues"},
        {"goal": "jordan"},
        {"language": "vi"},
        {"convention": "λI - A"},
        {"level": 1},
        {"level": 3},
        {"variable": "mu"},
        {"unknowns": ["p", "q"]},
    ],
    ids=str,
)
def test_options_reach_the_solution(options: dict[str, str | int | list[str]]) -> None:
    """Each option changes the solution, as it does in the library."""
    arguments = [x for k, v in options.items() for x in (f"--{k}", " ".join(v) if isinstance(v, list) else str(v))]
    output = told(MATRIX, *arguments)
    assert output == worked_solution([[4, 1], [2, 3]], **options).to_text().rstrip("\n") + "\n"  # type: ignore[arg-type]
    assert output != told(MATRIX)


def test_digits_reach_the_solution() -> None:
    """So do the digits, where there are decimals."""
    matrix = "0 0 13; 1 0 22; 0 1 0"
    options = {"goal": "eigenvalues", "digits": 20}
    assert told(matrix, "--goal", "eigenvalues", "--digits", "20") == (
        worked_solution(matrix, **options).to_text().rstrip("\n") + "\n"  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("typed", ["A-lambda", "A-λ", "A-λI", "A - λI", "A − λI", "A - lambda I", "a-LAMBDA"])
def test_convention_as_it_is_typed(typed: str) -> None:
    """A - λI can be typed on any keyboard."""
    result = solve(MATRIX, "--convention", typed)
    assert (result.exit_code, result.stdout) == ((0, told(MATRIX)) if typed != "a-LAMBDA" else (2, ""))


@pytest.mark.parametrize("typed", ["lambda-A", "λ-A", "λI-A", "λI - A", "lambda I − A"])
def test_the_other_convention_as_it_is_typed(typed: str) -> None:
    """And so can λI - A."""
    assert told(MATRIX, "--convention", typed) == told(MATRIX, "--convention", "lambda-A") != told(MATRIX)


@pytest.mark.parametrize(("word", "number"), [("brief", "1"), ("normal", "2"), ("full", "3")])
def test_levels_have_names(word: str, number: str) -> None:
    """A level is a number or a word."""
    assert told(MATRIX, "--level", word) == told(MATRIX, "--level", number)


def test_language_from_the_environment() -> None:
    """SYMEIG_LANGUAGE gives the language, an option is stronger, and the locale says nothing."""
    in_vietnamese = told(MATRIX, "--language", "vi")
    assert told(MATRIX, env={"SYMEIG_LANGUAGE": "vi"}) == in_vietnamese
    assert told(MATRIX, "--language", "en", env={"SYMEIG_LANGUAGE": "vi"}) == told(MATRIX)
    assert told(MATRIX, env={"LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"}) == told(MATRIX)


@pytest.mark.parametrize("form", ["text", "latex", "json"])
def test_language_of_the_results_alone(form: str) -> None:
    """--brief speaks the language that is asked for, in the environment too; what JSON holds has no language."""
    in_vietnamese = told(MATRIX, "--brief", "--format", form, "--language", "vi")
    assert told(MATRIX, "--brief", "--format", form, env={"SYMEIG_LANGUAGE": "vi"}) == in_vietnamese
    assert ("Trị riêng" in in_vietnamese) == (form != "json")
    assert (told(MATRIX, "--brief", "--format", form) == in_vietnamese) == (form == "json")


def test_errors_are_in_english() -> None:
    """What goes wrong is said in English, whatever the language of the solutions."""
    for options in ([], ["--brief"]):
        result = solve("2 1; 0 2", "--goal", "diagonalize", "--language", "vi", *options)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "A is not diagonalizable" in result.stderr


def test_letters_are_read_as_in_a_matrix() -> None:
    """λ and lambda are one letter, and names of unknowns stand between spaces or commas."""
    assert told(MATRIX, "--variable", "λ") == told(MATRIX)
    assert told(MATRIX, "--variable", "μ") == told(MATRIX, "--variable", "mu") != told(MATRIX)
    assert told(MATRIX, "--unknowns", "p, q") == told(MATRIX, "--unknowns", "p q")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([MATRIX, "--goal", "rational"], "no worked solution for the goal rational, only its results. Add --brief."),
        ([MATRIX, "--standalone"], "--format latex"),
        ([MATRIX, "--standalone", "--format", "html"], "--format latex"),
        ([MATRIX, "--brief", "--format", "html"], "text, latex, json"),
        ([MATRIX, "--brief", "--output", "unused.md"], "text, latex, json"),
        ([MATRIX, "--brief", "--level", "2"], "--level"),
        ([MATRIX, "--brief", "--language", "xx"], "--language"),
        ([MATRIX, "--brief", "--convention", "A-lambda"], "--convention"),
        ([MATRIX, "--brief", "--unknowns", "x y"], "--unknowns"),
        ([MATRIX, "--language", "xx"], "--language"),
        ([MATRIX, "--level", "4"], "--level"),
        ([MATRIX, "--convention", "A+lambda"], "--convention"),
        ([MATRIX, "--variable", "i"], "'i' is not a name"),
        ([MATRIX, "--variable", "2x"], "'2x' is not a name"),
        ([MATRIX, "--variable", ""], "is empty"),
        (["k 1; 2 3", "--variable", "k"], "parameter of the matrix"),
        ([MATRIX, "--variable", "A"], "--variable is 'A'"),
        ([MATRIX, "--unknowns", "x v"], "An item of --unknowns is 'v'"),
        ([MATRIX, "--unknowns", "x"], "2 different names"),
        ([MATRIX, "--unknowns", "x x"], "2 different names"),
        ([MATRIX, "--unknowns", ""], "is empty"),
        ([LARGE, "--format", "html"], "too large for a worked solution"),
        ([LARGE, "--format", "markdown"], "text, latex, json"),
    ],
    ids=lambda x: " ".join(x)[-40:] if isinstance(x, list) else "",
)
def test_what_cannot_be_told(arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends with status 2, one message and nothing on standard output or in a file."""
    monkeypatch.chdir(tmp_path)
    result = solve(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", SUFFIXES)
@pytest.mark.parametrize(("matrix", "goal"), [("2 1; 0 2", "diagonalize"), ("1 2; 3 4", "orthogonal")])
def test_the_mathematics_says_no(matrix: str, goal: str, form: str) -> None:
    """What does not exist ends with status 1 and the reason, in every format."""
    result = solve(matrix, "--goal", goal, "--format", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not" in result.stderr


@pytest.mark.parametrize("options", [["text"], ["latex"], ["json"], ["text", "--language", "vi"]], ids=" ".join)
def test_a_large_matrix_has_its_results_alone(options: list[str]) -> None:
    """What is too large for a worked solution is told briefly, and a note says so; 12 rows are not too many."""
    result = solve(LARGE, "--format", *options)
    assert (result.exit_code, result.stdout) == (0, told(LARGE, "--brief", "--format", *options))
    assert result.stderr == "A 13×13 matrix is too large for a worked solution; these are the results.\n"
    assert tasks.LARGEST_WORKED == 12


def test_a_certificate_goes_with_a_worked_solution(tmp_path: Path) -> None:
    """The proof of the result is the same, however it is told."""
    for name, options in {"worked": [], "brief": ["--brief"]}.items():
        assert solve(MATRIX, *options, "--certificate", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "worked").read_text() == (tmp_path / "brief").read_text()


# --- formats and files ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", SUFFIXES)
def test_formats(form: str) -> None:
    """Each format is what the library writes, and ends with a line."""
    solution = worked_solution(eigensystem(MATRIX))
    written = {
        "text": solution.to_text,
        "latex": solution.to_latex,
        "markdown": solution.to_markdown,
        "html": solution.to_html,
        "json": solution.to_json,
    }[form]()
    assert told(MATRIX, "--format", form) == written.rstrip("\n") + "\n"


def test_json_is_json() -> None:
    """The JSON format holds one document."""
    assert isinstance(json.loads(told(MATRIX, "--format", "json")), dict)


def test_html_is_well_formed() -> None:
    """The HTML format holds one page."""
    page = told(MATRIX, "--format", "html")
    assert ET.fromstring(re.sub("(?i)<!doctype html>", "", page)).tag.endswith("html")  # noqa: S314


@pytest.mark.parametrize(("form", "suffix"), SUFFIXES.items())
@pytest.mark.parametrize("case", [str.lower, str.upper], ids=["lower", "upper"])
def test_a_file_has_the_format_of_its_suffix(form: str, suffix: str, case: type[str], tmp_path: Path) -> None:
    """Without --format the suffix decides; what is to be compiled is a document."""
    target = tmp_path / f"solution.{case(suffix)}"
    assert told(MATRIX, "--output", str(target)) == ""
    options = ["--standalone"] if form == "latex" else []
    assert target.read_text(encoding="utf-8") == told(MATRIX, "--format", form, *options)


def test_format_is_stronger_than_the_suffix(tmp_path: Path) -> None:
    """With --format latex a .tex file is a fragment, and other suffixes do not matter."""
    for name, form in {"a.tex": "latex", "b.txt": "json"}.items():
        assert told(MATRIX, "--format", form, "--output", str(tmp_path / name)) == ""
        assert (tmp_path / name).read_text(encoding="utf-8") == told(MATRIX, "--format", form)


def test_a_file_without_suffix_is_text(tmp_path: Path) -> None:
    """A file with no suffix is text."""
    assert told(MATRIX, "--output", str(tmp_path / "solution")) == ""
    assert (tmp_path / "solution").read_text(encoding="utf-8") == told(MATRIX)


@pytest.mark.parametrize(("suffix", "advice"), [(".pdf", "Write .tex and run pdflatex on it."), (".docx", "--format")])
def test_a_suffix_of_no_format_is_refused(suffix: str, advice: str, tmp_path: Path) -> None:
    """A file that would not be what its name says is not written."""
    path = tmp_path / f"solution{suffix}"
    result = CliRunner().invoke(main, ["solve", MATRIX, "--output", str(path)])
    assert (result.exit_code, result.stdout, path.exists()) == (2, "", False)
    assert f"ends with {suffix}" in result.stderr
    assert advice in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(which("pdflatex") is None, reason="there is no pdflatex")
@pytest.mark.parametrize(
    "options", [[], ["--brief"], ["--language", "vi"], ["--brief", "--language", "vi"]], ids=" ".join
)
def test_a_tex_file_compiles(options: list[str], tmp_path: Path) -> None:
    """LaTeX makes a page of it."""
    assert solve(MATRIX, *options, "--output", str(tmp_path / "solution.tex")).exit_code == 0
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "solution.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert (tmp_path / "solution.pdf").exists()


# --- at a terminal --------------------------------------------------------------------------------------------------


def without_indicator(text: str) -> str:
    """What a terminal shows once the progress indicator, which a slow machine brings up, has been erased."""
    return text.rpartition("\x1b[2K")[2]


@pytest.mark.slow
def test_colours_at_a_terminal() -> None:
    """The title and the headings are coloured at a terminal, and the words are those without colours."""
    with terminal("solve", MATRIX) as screen:
        text = without_indicator(screen.read())
        assert screen.process.wait(PATIENCE) == 0
    assert len(re.findall(r"\x1b\[1m|\x1b\[36m\x1b\[1m", text)) > 3
    assert re.sub(r"\x1b\[[0-9;]*m", "", text).replace("\r\n", "\n") == told(MATRIX)


@pytest.mark.slow
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb terminal"])
def test_no_colours_where_they_are_not_wanted(env: dict[str, str]) -> None:
    """NO_COLOR and a dumb terminal are respected."""
    with terminal("solve", MATRIX, **env) as screen:
        text = without_indicator(screen.read())
        assert screen.process.wait(PATIENCE) == 0
    assert text.replace("\r\n", "\n") == told(MATRIX)
