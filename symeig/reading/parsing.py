"""Tokens -> parse tree, by the LALR(1) grammar in `expressions.lark`.

The parser takes time proportional to the number of tokens and does not recurse, so bounding the tokens bounds it. Lark
is imported, and its tables are built, when the first expression is read that is more than a rational number.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from symeig.errors import ParseError
from symeig.reading.limits import Limits
from symeig.reading.refusals import OversizeError, Passage
from symeig.reading.tokens import Token, tokenize

if TYPE_CHECKING:
    from lark import Lark, Tree, UnexpectedToken

__all__ = ["parse"]

_NESTING_RULES = frozenset({"power", "root", "fraction", "call", "call_power"})


def parse(passage: Passage, limits: Limits) -> Tree[Any]:
    """Parse tree of an expression, with rule names from `expressions.lark`.

    Args:
        passage: The stretch of text that is the expression.
        limits: The bounds `nodes`, `depth` and `height`.

    Raises:
        ParseError: the tokens are not an expression.
        UnsupportedEntryError: a word stands for no finite number, or for an unknown function.
        BudgetExceededError: the expression is too large or too deeply nested.
    """
    from lark import UnexpectedToken  # noqa: PLC0415  (see the module)

    parser = _parser().parse_interactive()
    unexpected = None
    try:
        for token in chain(tokenize(passage, limits), [Token("$END", "", passage.stop, passage.stop)]):
            # Lark asks a token for nothing but its type.
            tree = parser.feed_token(cast("Any", token))
    except UnexpectedToken as error:
        unexpected = error
    # Outside of the handler: Lark's error holds its parser, which no process can send to another.
    if unexpected:
        raise _unexpected(passage, unexpected)
    height = _height(tree)
    if height > limits.height:
        predicate = f"nests more than {limits.height} powers, roots and functions"
        refusal = OversizeError(predicate, what="nodes", limit=limits.height, spent=height)
        raise passage.refused(passage.start, refusal)
    return cast("Tree[Any]", tree)


@cache
def _parser() -> Lark:
    from lark import Lark  # noqa: PLC0415

    return Lark.open("expressions.lark", rel_to=__file__, parser="lalr", lexer="basic")


def _unexpected(passage: Passage, unexpected: UnexpectedToken) -> ParseError:
    token: Any = unexpected.token
    operand_expected = "NUMBER" in unexpected.expected
    needed = "a number, a name or '('" if operand_expected else "an operator"
    if token.type == "$END":
        if not passage.plain[passage.start : passage.stop].strip():
            return passage.malformed(passage.start, "is empty", "Write a number or an expression.")
        return passage.malformed(token.start, f"ends where {needed} is expected", "Complete it.")
    given = f"has '{passage.text[token.start : token.stop]}' where {needed} is expected"
    if token.type == "NUMBER" and not operand_expected:
        return passage.malformed(token.start, given, "Write * for a product, and a comma between two entries.")
    if token.type == "_COMMA":
        return passage.malformed(token.start, given, "Write a decimal with a point, e.g. 1.5, and one number only.")
    return passage.malformed(token.start, given, "Complete it or remove that.")


def _height(tree: Tree[Any]) -> int:
    """How deep powers, roots, fractions and functions are nested."""
    deepest = 0
    todo = [(tree, 0)]
    while todo:
        node, depth = todo.pop()
        depth += node.data in _NESTING_RULES
        deepest = max(deepest, depth)
        todo.extend((child, depth) for child in node.children if not isinstance(child, Token))
    return deepest
