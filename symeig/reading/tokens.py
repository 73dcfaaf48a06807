r"""From characters to the tokens of an expression, in plain text, Unicode or LaTeX.

After this, ``\cdot`` and ``·`` are ``*``, and ``\lambda`` and ``λ`` are ``lambda``. The number of tokens and the
nesting of brackets are bounded here, before anything is parsed.

Names. A word is one symbol (``x0``, ``alpha``), and a Greek letter is the symbol of its English name. Subscripts are
part of the name: ``x_1``, ``x_{1}``, ``x₁`` and ``x1`` are one symbol, and ``x_i`` is another. In a text with a LaTeX
command, letters that do not make a known word are one symbol each, as they are in print; in an answer also where they
are those of the matrix. ``e`` and ``E`` are Euler's
number; ``i``, ``I`` and ``j`` are the imaginary unit.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from symeig.errors import SymeigError
from symeig.reading.characters import GREEK, SUBSCRIPTS, SUPERSCRIPTS, fault_of
from symeig.reading.limits import Limits
from symeig.reading.numerals import NUMERAL
from symeig.reading.refusals import FINITE_NEEDED, OversizeError, Passage

__all__ = ["CONSTANTS", "FUNCTIONS", "Token", "tokenize"]

FUNCTIONS = {"sqrt": 1, "cbrt": 1, "root": 2, "exp": 1, "sin": 1, "cos": 1, "tan": 1, "cot": 1, "sec": 1, "csc": 1}
"""The functions that are read, and how many arguments each takes."""

CONSTANTS = {"pi": "pi", "e": "e", "E": "e", "i": "i", "I": "i", "j": "i"}
"""The names that are numbers: π, Euler's number and the imaginary unit."""

_OTHER_FUNCTION = re.compile(
    r"log|ln|lg|abs|sgn|sign|(?:sin|cos|tan|cot)h|a(?:rc)?(?:sin|cos|tan|cot)|det|tr|mod|max|min|floor|ceil"
)
_NOT_FINITE = frozenset({"nan", "inf", "infinity", "infty"})
_NO_NUMBER = frozenset({"none", "null", "true", "false", "undefined"})
_USUALLY_FUNCTIONS = frozenset("fgh")
_GREEK_NAMES = frozenset(GREEK.values()) | {"varepsilon", "vartheta", "varphi", "varrho", "varsigma"}
_WORDS = FUNCTIONS.keys() | CONSTANTS.keys() | _GREEK_NAMES

_COMMANDS = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), ("FRACTION", "/")),
    **dict.fromkeys(("cdot", "times", "ast"), ("OPERATOR", "*")),
    **dict.fromkeys(("imath", "jmath"), ("NAME", "i")),
    "div": ("OPERATOR", "/"),
    "sqrt": ("ROOT", "2"),
}
# In LaTeX, an argument without braces is one character: \frac12 is 1/2, and \sqrt23 is 3 times the root of 2.
_BEFORE_DIGIT = frozenset({"FRACTION", "\\sqrt", "}", "]"})
_ROOTS = {"√": "2", "∛": "3", "∜": "4"}
_PUNCTUATION = {
    ",": "_COMMA",
    "(": "_OPEN_PARENTHESIS",
    ")": "_CLOSE_PARENTHESIS",
    "{": "_OPEN_BRACE",
    "}": "_CLOSE_BRACE",
    "[": "_OPEN_BRACKET",
    "]": "_CLOSE_BRACKET",
}
_PARTNER = {")": "(", "}": "{", "]": "["}

_PATTERN = re.compile(
    rf"""
    (?P<space> \s+ | ~ | \\[,;:!>\ ]
             | \\(?:quad|qquad|displaystyle|textstyle|limits|[bB]igg?[lr]?|left\b\.?|right\b\.?)(?![A-Za-z]) )
  | (?P<number> {NUMERAL.replace(" ", r"[ ]")} )
  | \\(?:mathrm|mathit|mathbf|mathsf|operatorname\*?|text|textrm|textit|mbox)\s*\{{\s*(?P<upright>[A-Za-z]+)\s*\}}
  | \\(?P<command> [A-Za-z]+ )
  | (?P<word> [A-Za-z][A-Za-z0-9]* | [{"".join(GREEK)}][0-9]* )
  | (?P<superscript> [⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+ | [⁺⁻]?[ⁿⁱ] )
  | (?P<power> \*\* | \^ )
  | (?P<operator> [*/] )
  | (?P<sign> [+-] )
  | (?P<root> [√∛∜] )
  | \\?(?P<bracket> [(){{}}\[\]] )
  | (?P<comma> , )
    """,
    re.VERBOSE,
)
_SUBSCRIPT = re.compile(rf"_\{{\s*([A-Za-z0-9]+)\s*\}}|_([0-9]+|[A-Za-z]+)|([{''.join(SUBSCRIPTS)}]+)")
_PRODUCT_WITH_I = re.compile(rf"i(?:[A-Za-z]|{'|'.join(GREEK.values())})")
_FUNCTION_AND_DIGITS = re.compile(rf"(?P<function>{'|'.join(FUNCTIONS)})(?P<digits>[0-9]+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A token in its one spelling, with its type in the grammar.

    Attributes:
        type: A terminal of `expressions.lark`.
        spelling: What stands for every way to write it.
        start: Offset of its first character in the text.
        stop: Offset behind its last character.
    """

    type: str
    spelling: str
    start: int
    stop: int


def tokenize(passage: Passage, limits: Limits) -> Iterator[Token]:
    """The tokens of an expression, in order.

    Args:
        passage: The stretch of text that is the expression.
        limits: The bounds `nodes` and `depth`.

    Yields:
        Tokens of the types that `expressions.lark` declares.

    Raises:
        ParseError: a character, a LaTeX command or a word is not known, or a bracket has no partner.
        UnsupportedEntryError: a word stands for something that is not a finite number, or for an unknown function.
        BudgetExceededError: the expression has too many tokens or is too deeply nested.
    """
    open_brackets: list[Token] = []
    previous = None
    count = 0
    for token in _spelled(passage):
        if token.type.startswith("_OPEN"):
            _check_product(passage, previous, token)
            open_brackets.append(token)
            _check_count("levels of nesting", len(open_brackets), limits.depth, passage, token)
        elif token.type.startswith("_CLOSE"):
            if not open_brackets or open_brackets.pop().spelling != _PARTNER[token.spelling]:
                raise passage.malformed(
                    token.start,
                    f"closes a bracket with '{token.spelling}' that was not opened",
                    "Balance the brackets.",
                )
        else:
            count += 1
            _check_count("numbers, names and operators", count, limits.nodes, passage, token)
        yield token
        previous = token
    if open_brackets:
        opened = open_brackets[-1]
        raise passage.malformed(
            opened.start, f"opens a bracket with '{opened.spelling}' that is never closed", "Balance the brackets."
        )


def _check_count(things: str, spent: int, limit: int, passage: Passage, token: Token) -> None:
    if spent > limit:
        refusal = OversizeError(f"has more than {limit} {things}", what="nodes", limit=limit, spent=spent)
        raise passage.refused(token.start, refusal)


def _check_product(passage: Passage, name: Token | None, bracket: Token) -> None:
    """Refuse ``f(x)``: a name before a bracket is a factor only where it cannot be meant as a function."""
    if name is None or name.type != "NAME" or bracket.spelling != "(":
        return
    word = name.spelling.rstrip(string.digits)
    if word in _USUALLY_FUNCTIONS or (len(word) > 1 and word not in CONSTANTS and word not in _GREEK_NAMES):
        raise passage.unsupported(
            name.start,
            f"calls '{name.spelling}', which is not a known function",
            f"Known are {', '.join(FUNCTIONS)}; for a product write {name.spelling}*(...).",
        )


def _spelled(passage: Passage) -> Iterator[Token]:
    """The tokens as they are spelled, with nothing checked but the spelling."""
    offset = passage.start
    before_last, last = "", ""
    while offset < passage.stop:
        match = _PATTERN.match(passage.plain, offset, passage.stop)
        if match is None:
            raise _unreadable(passage, offset)
        start, offset, kind = offset, match.end(), str(match.lastgroup)
        text = match[kind]
        if kind == "space":
            continue
        if kind in {"upright", "command", "word"}:
            kind, text, offset = _named(passage, match)
        elif kind == "number" and (last in _BEFORE_DIGIT or (before_last, last) == ("FRACTION", "number")):
            text, offset = text[0], start + 1
        elif kind == "superscript":
            text = "".join(map(SUPERSCRIPTS.__getitem__, text))
        elif kind == "root":
            text = _ROOTS[text]
        yield Token(_PUNCTUATION.get(text, kind.upper()), text, start, offset)
        before_last, last = last, "\\sqrt" if match[0] == "\\sqrt" else text if kind == "bracket" else kind


def _named(passage: Passage, match: re.Match[str]) -> tuple[str, str, int]:
    """Type, value and end of the token that a word, a letter or a LaTeX command makes."""
    kind, start, end = str(match.lastgroup), match.start(), match.end()
    word = match[kind]
    if kind == "command":
        if word in _COMMANDS:
            return *_COMMANDS[word], end
        if not _is_known(word) or len(word) == 1:
            predicate = f"has the LaTeX command {match[0]}, which is not known"
            raise passage.malformed(start, predicate, "Write it otherwise.")
    elif kind == "word" and word.isascii() and not _is_known(word) and _is_product(passage, word):
        word, end = word[0], start + 1
    if word in FUNCTIONS:
        return "FUNCTION", word, end
    _refuse_word(passage, start, word)
    name = GREEK.get(word[0], word[0]) + word[1:]
    subscripted, end = _with_subscripts(passage, name, end)
    return "NAME", CONSTANTS.get(subscripted, subscripted), end


def _is_product(passage: Passage, word: str) -> bool:
    """Whether a word is letters side by side: in LaTeX, and where all of them but one are known."""
    if "\\" in passage.plain:
        return True
    letters = passage.letters
    if letters is None or len(word) < 2 or not word.isalpha() or word in letters:
        return False
    return sum(letter not in letters and letter != "i" for letter in word) <= 1


def _is_known(word: str) -> bool:
    return word in _WORDS or word.lower() in _NOT_FINITE or _OTHER_FUNCTION.fullmatch(word) is not None


def _with_subscripts(passage: Passage, name: str, end: int) -> tuple[str, int]:
    """The name with the subscripts that follow it, digits joined to a letter as in ``x1``, and where they end."""
    while match := _SUBSCRIPT.match(passage.plain, end, passage.stop):
        subscript = match[1] or match[2] or "".join(map(SUBSCRIPTS.__getitem__, match[3]))
        name += subscript if subscript.isdecimal() and name[-1].isalpha() else f"_{subscript}"
        end = match.end()
    return name, end


def _refuse_word(passage: Passage, start: int, word: str) -> None:
    """Refuse words that stand for no number, and names that are more likely to be a slip."""
    known = f"Known functions are {', '.join(FUNCTIONS)}."
    if word in {"oo", "zoo"} or word.lower() in _NOT_FINITE:
        raise passage.unsupported(start, f"contains {word}, which is not finite", FINITE_NEEDED)
    if word.lower() in _NO_NUMBER:
        raise passage.unsupported(start, f"contains {word}, which is no number", "Write its exact value, e.g. '1/3'.")
    if _OTHER_FUNCTION.fullmatch(word):
        raise passage.unsupported(start, f"contains the function {word}, which is not known", known)
    if match := _FUNCTION_AND_DIGITS.fullmatch(word):
        raise passage.malformed(start, f"contains the name {word}", f"Write {match[1]}({match[2]}) for the function.")
    if _PRODUCT_WITH_I.fullmatch(word):
        remedy = f"Write i*{word[1:]} for the product, or choose another name."
        raise passage.malformed(start, f"contains the name {word}, which looks like a product", remedy)


def _unreadable(passage: Passage, offset: int) -> SymeigError:
    character = passage.text[offset]
    if character == "∞":
        return passage.unsupported(offset, "contains ∞, which is not finite", FINITE_NEEDED)
    return passage.malformed(offset, *fault_of(character))
