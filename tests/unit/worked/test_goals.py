"""Goals: which there are, and that a new one is one new file with its messages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

import symeig.worked.goals
import symeig.worked.languages
from symeig import solve
from symeig.errors import InputError
from symeig.worked.goals import goals
from symeig.worked.messages import catalogue, languages
from tests.solutions import solution

SOURCE = '''
"""The characteristic matrix and nothing else."""

from symeig.worked.rules.characteristic import characteristic_matrix
from symeig.worked.rules.statement import statement


def plan(telling):
    """Two steps."""
    yield from statement(telling, "shifting")
    yield from characteristic_matrix(telling)
'''
MESSAGES = "\ntask-shifting = Write down the characteristic matrix.\ntitle-shifting = Shifting\n"


@pytest.fixture
def shifting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a goal of its own, and a copy of the catalogues that lack its messages."""
    package = symeig.worked.goals
    (tmp_path / "shifting.py").write_text(SOURCE, encoding="utf-8")
    folder = tmp_path / "languages"
    folder.mkdir()
    for language in languages():
        name = f"{language}.ftl"
        (folder / name).write_bytes((files("symeig.worked") / "languages" / name).read_bytes())
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    monkeypatch.setattr(symeig.worked.languages, "files", lambda _: folder)
    catalogue.cache_clear()
    yield folder
    catalogue.cache_clear()
    sys.modules.pop(f"{package.__name__}.shifting", None)
    vars(package).pop("shifting", None)


def with_messages(folder: Path) -> None:
    """Adds the messages of the new goal."""
    for path in folder.glob("*.ftl"):
        path.write_text(path.read_text(encoding="utf-8") + MESSAGES, encoding="utf-8")


def test_goals_are_the_modules() -> None:
    """Each module of the package is a goal by its name, with a plan and a sentence on what it is."""
    known = (
        "auto definiteness diagonalize eigenvalues eigenvectors exponential gershgorin inverse jordan orthogonal power"
    )
    assert goals() == tuple(known.split())
    for goal in goals():
        module = import_module(f"symeig.worked.goals.{goal}")
        assert module.__doc__
        assert "plan" in module.__all__


@pytest.mark.parametrize("language", languages())
def test_every_goal_has_its_messages(language: str) -> None:
    """The title and the task of each goal are in each catalogue."""
    bundle = catalogue(language).bundle
    names = [f"{part}-{goal}" for goal in goals() for part in ("title", "task")]
    assert [name for name in names if not bundle.has_message(name)] == []


@pytest.mark.usefixtures("shifting")
def test_a_new_goal_is_found() -> None:
    """One file more is one goal more, and its plan is carried out."""
    assert "shifting" in goals()
    found = solve([[4, 1], [2, 3]], goal="shifting")
    assert [step.id for step in found.steps] == ["statement", "characteristic-matrix"]
    assert found.check()


@pytest.mark.parametrize("form", ["to_text", "to_latex", "to_markdown", "to_html", "to_json"])
def test_a_new_goal_without_words_is_noticed(shifting: Path, form: str) -> None:
    """Without its messages the goal cannot be told, and the error names what is missing."""
    assert shifting.is_dir()
    with pytest.raises(KeyError, match=r"no message '(title|task)-shifting'"):
        getattr(solve([[4, 1], [2, 3]], goal="shifting"), form)()


@pytest.mark.parametrize("form", ["to_text", "to_latex", "to_markdown", "to_html", "to_json"])
def test_a_new_goal_with_its_words_is_told(shifting: Path, form: str) -> None:
    """With its messages the goal is told like the others, in every language."""
    with_messages(shifting)
    for language in languages():
        text = getattr(solve([[4, 1], [2, 3]], goal="shifting", language=language), form)()
        # A fragment in LaTeX leaves the title to the document around it.
        assert "Shifting" in text or form == "to_latex"
        assert "Write down the characteristic matrix." in text


def test_the_new_goal_is_gone_again() -> None:
    """What the tests above added is not there any more."""
    assert "shifting" not in goals()
    with pytest.raises(InputError, match="goal"):
        solve([[1]], goal="shifting")
    assert solution("two integers").to_text()
