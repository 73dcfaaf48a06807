"""What graders say, in every language."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from symeig.graders.words import printable
from symeig.worked.languages import languages

GRADERS = Path(str(files("symeig.graders")))


def messages(language: str) -> dict[str, set[str]]:
    """The messages of a language, with the names that are put into each."""
    text = (GRADERS / "languages" / f"{language}.ftl").read_text(encoding="utf-8")
    entries = FluentParser().parse(text).body
    assert [e for e in entries if isinstance(e, ast.Junk)] == []
    found = [e for e in entries if isinstance(e, ast.Message)]
    return {m.id.name: set(re.findall(r"\{ \$(\w+) \}", text[m.span.start : m.span.end])) for m in found if m.span}


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language: str) -> None:
    """No message is missing or left over, and each has the same names in it."""
    assert messages(language) == messages("en")


def test_every_message_is_used() -> None:
    """A message that no code names is dead."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in GRADERS.glob("*.py"))
    assert [name for name in messages("en") if f'"{name}"' not in source] == []


def test_what_databases_refuse_is_replaced() -> None:
    """NUL, escapes and halves of surrogate pairs; line feeds and tabs stay."""
    assert printable("a\x00\x1b\x9f\ud800\tλ\n") == "a\ufffd\ufffd\ufffd\ufffd\tλ\n"
