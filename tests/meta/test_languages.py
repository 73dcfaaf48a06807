"""Every language says everything that English says, with the same mathematics in it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import ast

from symeig.worked.messages import catalogue, languages, say
from tests.fluent_messages import messages as messages_of
from tests.fluent_messages import placeables

PACKAGE = Path(str(files("symeig")))


def messages(language: str) -> dict[str, ast.Message]:
    """The messages of worked solutions in a language."""
    return messages_of(PACKAGE / "worked" / "languages" / f"{language}.ftl")


def literals(message: ast.Message) -> str:
    """The words of a message."""
    return "".join(e.value for e in message.value.elements if isinstance(e, ast.TextElement))


def is_used(name: str) -> bool:
    """Whether the source names a message, or puts such a name together from a beginning."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "worked").rglob("*.py"))
    beginnings = tuple(re.findall(r'f"([a-z-]+-)\{', source))
    return f'"{name}"' in source or name.startswith(beginnings)


@pytest.mark.parametrize("language", languages())
def test_no_message_is_missing_or_left_over(language: str) -> None:
    """A language has the messages of English and no others."""
    assert messages(language).keys() == messages("en").keys()


@pytest.mark.parametrize("language", languages())
def test_mathematics_is_the_same(language: str) -> None:
    """A message uses no placeable that English does not use, and loses none that is mathematics."""
    english = messages("en")
    for name, message in messages(language).items():
        # A selector may be left out where the language has no plural.
        assert placeables(message) <= placeables(english[name]), name
        lost = placeables(english[name]) - placeables(message)
        assert all(re.search(rf"\$ ?{x} ->", _source("en", name)) for x in lost), (name, lost)


def _source(language: str, name: str) -> str:
    text = (PACKAGE / "worked" / "languages" / f"{language}.ftl").read_text(encoding="utf-8")
    return text[text.index(f"\n{name} =") :].split("\n\n")[0]


@pytest.mark.parametrize("language", languages())
def test_no_mathematics_in_words(language: str) -> None:
    """Greek letters, signs of arithmetic and square roots stand in placeables only."""
    for name, message in messages(language).items():
        assert not re.search(r"[λμ√·=≠←→²³ₙ]|\b\d+ ?[+−×]", literals(message)), name


def test_every_message_is_used() -> None:
    """A message that no rule names is dead."""
    assert [name for name in messages("en") if not is_used(name)] == []


def test_missing_argument_is_an_error() -> None:
    """A message without one of its arguments is refused, not shown with a hole."""
    with pytest.raises(KeyError, match="eigenvalues-are-roots"):
        catalogue("en").runs(say("eigenvalues-are-roots"))


def test_missing_message_is_an_error() -> None:
    """A name without a message is refused."""
    with pytest.raises(KeyError, match="no message 'nonsense'"):
        catalogue("en").runs(say("nonsense"))
