"""The words in pictures, in every language."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import ast

from symeig.errors import InputError
from symeig.plots.words import Words, languages
from symeig.worked.languages import languages as languages_of_solutions
from tests.fluent_messages import messages as messages_of
from tests.fluent_messages import placeables

PLOTS = Path(str(files("symeig.plots")))


def messages(language: str) -> dict[str, ast.Message]:
    """The messages of pictures in a language."""
    return messages_of(PLOTS / "languages" / f"{language}.ftl")


def test_languages_are_those_of_solutions() -> None:
    """Pictures speak what solutions speak."""
    assert languages() == languages_of_solutions()


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same_of_pictures(language: str) -> None:
    """No message is missing or left over, and each has the same names in it."""
    english = {name: placeables(message) for name, message in messages("en").items()}
    assert {name: placeables(message) for name, message in messages(language).items()} == english


def test_every_message_of_pictures_is_used() -> None:
    """A message that no code names is dead."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in PLOTS.glob("*.py"))
    assert [name for name in messages("en") if f'"{name}"' not in source] == []


@pytest.mark.parametrize("language", languages())
def test_no_mathematics_in_words_of_pictures(language: str) -> None:
    """Signs of mathematics stand in placeables only."""
    text = (PLOTS / "languages" / f"{language}.ftl").read_text(encoding="utf-8")
    assert re.findall(r"[λμρχ√·=≠←→²³ₙ‖](?! \{)", re.sub(r"(?m)^\S+ =|\{[^}]*->|#.*", "", text)) == []


def test_unknown_language() -> None:
    """The message says which languages there are."""
    with pytest.raises(InputError, match=r"The language is 'fr'\. Pictures speak 'en', 'vi'\."):
        Words("fr")


def test_missing_argument_of_a_picture() -> None:
    """A message without one of its arguments is refused, not shown with a hole."""
    with pytest.raises(KeyError, match="eigenvalues-are"):
        Words("en")("eigenvalues-are")


def test_long_lists() -> None:
    """The first ones are listed, and the others counted."""
    assert Words("en").listed(list("abc"), 3) == "a, b, c"
    assert Words("en").listed(list("abcde"), 3) == "a, b, c and 2 more"
