"""The words in pictures: messages by their names, put into a language. Mathematics is put into them as text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from symeig.errors import InputError

__all__ = ["Words", "languages"]


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are catalogues of."""
    names = (path.name for path in files("symeig.plots.languages").iterdir())
    return tuple(sorted(name.removesuffix(".ftl") for name in names if name.endswith(".ftl")))


class Words:
    """The messages of a language.

    Args:
        language: Its code.

    Raises:
        InputError: There is no such language.

    Examples:
        >>> Words("en")("row", number=2), Words("vi")("row", number=2)
        ('row 2', 'dòng 2')
    """

    def __init__(self, language: str) -> None:
        if language not in languages():
            known = ", ".join(map(repr, languages()))
            msg = f"The language is {language!r}. Pictures speak {known}. Choose one of them."
            raise InputError(msg)
        self._bundle = _bundle(language)

    def __call__(self, name: str, /, **arguments: str | int) -> str:
        """A message.

        Raises:
            KeyError: There is none of this name, or it lacks an argument.
        """
        given = {k: fluent_number(v, useGrouping=False) if isinstance(v, int) else v for k, v in arguments.items()}
        text, errors = self._bundle.format_pattern(self._bundle.get_message(name).value, given)
        if errors:
            msg = f"The message {name!r} cannot be put together: {errors[0]}."
            raise KeyError(msg)
        return str(text)

    def listed(self, texts: Sequence[str], most: int = 12) -> str:
        """Texts with commas between; of many the first ones, and how many there are more."""
        if len(texts) > most:
            return self("and-more", texts=", ".join(texts[:most]), number=len(texts) - most)
        return ", ".join(texts)


@lru_cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    text = (files("symeig.plots.languages") / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return bundle
