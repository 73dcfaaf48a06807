"""Messages: what is put into them, catalogues in languages, and a new language in one new file."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from sympy import ImmutableMatrix, Integer, Symbol

import symeig.worked.languages
from symeig import solve
from symeig.errors import InputError
from symeig.worked.formulas import List, Name
from symeig.worked.messages import Catalogue, Message, catalogue, languages, say
from tests.solutions import solution

A, x = Name("A"), Symbol("x")

CATALOGUE = """
plain = No mathematics here.
one = The matrix { $matrix } is given.
turned = { $second } comes before { $first }.
twice = { $matrix } and { $matrix }.
counted = { $count ->
    [one] one root
   *[other] { $count } roots
}.
outer = It follows: { $inner }
at-both-ends = { $first } and { $second }
"""


@pytest.fixture
def words() -> Catalogue:
    """A small catalogue."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(CATALOGUE))
    return Catalogue("test", bundle)


# --- messages -------------------------------------------------------------------------------------------------------


def test_arguments_keep_their_order() -> None:
    """A message has its arguments as pairs, in the order in which they were given."""
    assert say("one", b=A, a=3) == Message("one", (("b", A), ("a", 3)))


def test_an_argument_may_be_called_name() -> None:
    """The name of the message does not get in the way of an argument of that name."""
    assert say("one", name=A).arguments == (("name", A),)


def test_messages_are_values() -> None:
    """A message is frozen, hashable, and survives pickling."""
    message = say("one", matrix=A, inner=say("plain"), count=2)
    assert hash(message) == hash(say("one", matrix=A, inner=say("plain"), count=2))
    assert pickle.loads(pickle.dumps(message)) == message
    with pytest.raises(FrozenInstanceError):
        message.name = "two"


def test_formulas_of_a_message() -> None:
    """The formulas are those in the message and in messages inside it; integers of Python are none."""
    message = say("outer", count=3, first=Integer(3), inner=say("one", matrix=A, deeper=say("one", matrix=x)))
    assert list(message.formulas()) == [Integer(3), A, x]


# --- catalogues -----------------------------------------------------------------------------------------------------


def test_runs_are_in_the_order_of_the_language(words: Catalogue) -> None:
    """Words and mathematics come in the order in which the catalogue has them."""
    assert words.runs(say("turned", first=A, second=x)) == [x, " comes before ", A, "."]


def test_no_run_is_empty(words: Catalogue) -> None:
    """There are no empty words before, between or after formulas."""
    assert words.runs(say("at-both-ends", first=A, second=x)) == [A, " and ", x]
    assert words.runs(say("plain")) == ["No mathematics here."]


def test_a_formula_may_stand_twice(words: Catalogue) -> None:
    """A language may say an argument more than once."""
    assert words.runs(say("twice", matrix=A)) == [A, " and ", A, "."]


@pytest.mark.parametrize("formula", [A, x, Integer(7), ImmutableMatrix([[1]]), List((x, A))], ids=str)
def test_every_kind_of_formula_is_kept(words: Catalogue, formula: object) -> None:
    """Expressions, matrices and nodes come out as they went in; a SymPy integer is mathematics."""
    assert words.runs(say("one", matrix=formula)) == ["The matrix ", formula, " is given."]


@pytest.mark.parametrize(("count", "said"), [(1, "one root."), (2, "2 roots."), (1234, "1234 roots.")])
def test_integers_decide_about_words(words: Catalogue, count: int, said: str) -> None:
    """An integer of Python selects the plural, and is written without separators."""
    assert words.runs(say("counted", count=count)) == [said]
    assert words.words(say("counted", count=count)) == said


def test_messages_inside_messages(words: Catalogue) -> None:
    """A message inside another is put into words first, and its mathematics keeps its place."""
    inner = say("turned", first=A, second=x)
    assert words.runs(say("outer", inner=inner)) == ["It follows: ", x, " comes before ", A, "."]


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (say("nothing"), "no message 'nothing'"),
        (say("one"), "'one'.*cannot be put together"),
        (say("outer", inner=say("nothing")), "no message 'nothing'"),
        (say("outer", inner=say("one")), "'one'.*cannot be put together"),
    ],
    ids=["no message", "no argument", "no message inside", "no argument inside"],
)
def test_holes_are_errors(words: Catalogue, message: Message, what: str) -> None:
    """A message that the catalogue lacks, or that lacks an argument, is an error that names it and the language."""
    with pytest.raises(KeyError, match=what) as caught:
        words.runs(message)
    assert "'test'" in str(caught.value)


def test_a_language_that_is_not_there() -> None:
    """An unknown language is refused with those that there are."""
    with pytest.raises(InputError, match=r"'xx'.*'en', 'vi'"):
        catalogue("xx")


def test_a_catalogue_is_read_once() -> None:
    """The same language gives the same catalogue."""
    assert catalogue("vi") is catalogue("vi")
    assert {catalogue(language).language for language in languages()} == set(languages())


# --- a new language is one new file ---------------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the catalogues that a test may add to."""
    folder = tmp_path / "languages"
    folder.mkdir()
    for language in languages():
        name = f"{language}.ftl"
        (folder / name).write_bytes((files("symeig.worked") / "languages" / name).read_bytes())
    monkeypatch.setattr(symeig.worked.languages, "files", lambda _: folder)
    catalogue.cache_clear()
    yield folder
    catalogue.cache_clear()


def test_a_new_language_is_one_new_file(package: Path) -> None:
    """With one file more there is one language more, which solutions are told in."""
    english = (package / "en.ftl").read_text(encoding="utf-8")
    heading = re.search(r"^section-task = (.*)$", english, flags=re.MULTILINE)
    assert heading is not None
    (package / "de.ftl").write_text(english.replace(heading[0], "section-task = Aufgabe"), encoding="utf-8")
    assert languages() == ("de", "en", "vi")
    assert "Aufgabe" in solve([[4, 1], [2, 3]], language="de").to_text()
    assert "Aufgabe" not in solution("two integers").to_text()


def test_other_files_are_no_languages(package: Path) -> None:
    """A note beside the catalogues is not taken for one."""
    (package / "README.md").write_text("How to translate.", encoding="utf-8")
    assert languages() == ("en", "vi")


@pytest.mark.parametrize("form", ["to_text", "to_latex", "to_markdown", "to_html", "to_json"])
def test_a_hole_in_a_catalogue_is_found(package: Path, form: str) -> None:
    """A language that lacks a message cannot tell a solution with a gap in it."""
    english = (package / "en.ftl").read_text(encoding="utf-8")
    (package / "de.ftl").write_text(english.replace("\nsection-task =", "\nsection-other ="), encoding="utf-8")
    told = replace(solution("two integers"), language="de")
    with pytest.raises(KeyError, match="'de' has no message 'section-task'"):
        getattr(told, form)()
