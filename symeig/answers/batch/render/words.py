"""The words of a summary."""

from __future__ import annotations

from symeig.answers.words import answer_catalogue, mistake_message
from symeig.worked.messages import say

__all__ = ["Words", "printable"]


class Words:
    """The words of a summary in a language.

    Args:
        language: Its code.

    Examples:
        >>> words = Words("en")
        >>> words("of", count=31, answers=180), words.mistake("M_DIAGONAL")
        ('31 of 180', 'took the diagonal entries')
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = answer_catalogue(language)

    def __call__(self, name: str, **counts: int) -> str:
        """What is said of some counts."""
        return self._catalogue.words(say(f"summary-{name}", **counts))

    def mistake(self, code: str) -> str:
        """What somebody did who made a mistake."""
        return self._catalogue.words(say(f"{mistake_message(code)}-name"))


def printable(text: str) -> str:
    """A text from elsewhere, with nothing in it that a terminal obeys or that may not stand in XML."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
