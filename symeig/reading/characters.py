r"""One way to write each character, so that everything after it deals with few.

Full-width, mathematical and typographic variants become their plain counterparts, one character for one, so that an
offset in the plain text is an offset in the text as given. Superscripts, subscripts and vulgar fractions stay as they
are: compatibility normalisation would turn ``λ²`` into ``λ2`` and ``2½`` into ``21⁄2``.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction

__all__ = ["GREEK", "SUBSCRIPTS", "SUPERSCRIPTS", "VULGAR_FRACTIONS", "describe", "fault_of", "plain"]

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", "0123456789+-ni", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx", strict=True))
VULGAR_FRACTIONS = {
    chr(code): Fraction(*map(int, unicodedata.normalize("NFKC", chr(code)).split("\N{FRACTION SLASH}")))
    for code in (*range(0x00BC, 0x00BF), *range(0x2150, 0x215F), 0x2189)
}

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi"
    " omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)


def _greek_letter(name: str) -> str:
    # Unicode says LAMDA.
    case = "CAPITAL" if name[0].isupper() else "SMALL"
    return unicodedata.lookup(f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")


GREEK = {_greek_letter(name): name for name in _GREEK_NAMES.split()}
"""Each Greek letter that does not look like a Latin one, with its name."""

_SIGNS = {
    "-": "\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{SMALL HYPHEN-MINUS}",
    "*": "\N{MULTIPLICATION SIGN}\N{MIDDLE DOT}\N{DOT OPERATOR}\N{BULLET OPERATOR}\N{BULLET}\N{ASTERISK OPERATOR}",
    "/": "\N{DIVISION SIGN}\N{FRACTION SLASH}\N{DIVISION SLASH}",
    "\n": "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NEXT LINE}",
}
_PLAIN = {variant: sign for sign, variants in _SIGNS.items() for variant in variants}
_SAME_MEANING = ("<wide>", "<narrow>", "<font>")
_LOOK_LIKE_LATIN = set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")


def plain(text: str) -> str:
    """The text with every character in its plain form; offsets stay the same.

    Examples:
        >>> from symeig.reading.characters import plain
        >>> plain("１２ − 𝜆²")
        '12 - λ²'
    """
    return text if text.isascii() else "".join(ch if ch.isascii() else _plain_character(ch) for ch in text)


def _plain_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isspace():
        return " "
    decomposition = unicodedata.decomposition(character)
    if not decomposition or character in SUPERSCRIPTS or character in SUBSCRIPTS or character in VULGAR_FRACTIONS:
        return character
    # A decomposition without a tag is canonical: the ohm sign is an omega.
    if decomposition.startswith(_SAME_MEANING) or " " not in decomposition or character == "\N{MICRO SIGN}":
        normal = unicodedata.normalize("NFKC", character)
        return normal if len(normal) == 1 else character
    return character


def describe(character: str) -> str:
    """A character as messages show it: itself, or its name where it cannot be seen or tells nothing.

    Examples:
        >>> from symeig.reading.characters import describe
        >>> describe("="), describe("\u200b")
        ("'='", 'ZERO WIDTH SPACE (U+200B)')
    """
    if character.isascii() and character.isprintable():
        return f"'{character}'"
    name = unicodedata.name(character, "a control character")
    return f"{name} (U+{ord(character):04X})"


def fault_of(character: str) -> tuple[str, str]:
    """What is wrong with a character that no notation uses, and what to do: two phrases for a message."""
    name = unicodedata.name(character, "")
    if unicodedata.category(character) in {"Cf", "Cc", "Co", "Cs"}:
        return f"contains {describe(character)}, which cannot be seen", "Remove it."
    if character in _LOOK_LIKE_LATIN or name.startswith("CYRILLIC"):
        return f"contains {describe(character)}, which looks like another letter", "Type the Latin letter."
    return f"contains {describe(character)}, which is in no notation that is read", "Remove it or write it otherwise."
