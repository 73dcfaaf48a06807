r"""LaTeX and typographic notation -> plain brackets and separators, one character for one.

``\begin{pmatrix}1\\2\end{pmatrix}`` becomes ``[1; 2]`` with spaces in between, so that the structure of an answer is
read in one notation and every offset stays an offset in the text as given. What stands inside numbers, such as
``\frac``, is left to the reader of expressions.
"""

from __future__ import annotations

import re

__all__ = ["plain_structure"]

# Each alternative is a group; its counterpart stands under the group's name below. An empty one is blanked out.
_NOTATION = re.compile(
    r"""
      (?P<aligned> \\(?:begin|end)\s*\{(?:align|aligned|cases|gather|gathered|split|equation|eqnarray)\*?\}
                  | &(?=\s*=) )
    | (?P<begin> \\begin\s*\{[a-zA-Z]*matrix\*?\}(?:\s*\[[a-z]*\])? | \\begin\s*\{array\}\s*\{[lcr|\s]*\} )
    | (?P<end> \\end\s*\{(?:[a-zA-Z]*matrix\*?|array)\} )
    | (?P<row> \\\\(?:\s*\[\s*[0-9.]+\s*[a-z]{2}\s*\])? | \\cr(?![A-Za-z]) )
    | (?P<column> & )
    | (?P<nonzero> (?:∈|\\in(?![A-Za-z])|(?<=\s)in)\s*(?:[ℝℂRC]|\\(?:mathbb|mathbf|Bbb)\s*\{?\s*[RC]\s*\}?)\s*
                   (?:(?:[\\∖-]|\\setminus|\\backslash)\s*\\?\{\s*0\s*\\?\} | \^?\{?[*×]\}?) )
    | (?P<open> \\\{ | \\lbrace(?![A-Za-z]) | \\l?brack(?![A-Za-z]) )
    | (?P<close> \\\} | \\rbrace(?![A-Za-z]) | \\rbrack(?![A-Za-z]) )
    | (?P<angle> \\langle(?![A-Za-z]) | ⟨ )
    | (?P<unangle> \\rangle(?![A-Za-z]) | ⟩ )
    | (?P<concluded> (?<![<>≠:=])=\s*0\s*(?:\\(?:to|[rR]ightarrow|[lL]ongrightarrow|implies)(?![A-Za-z])
                     | [-=]> | [→⇒⟹⟶])(?!\s*[0-9]{1,20}\s*(?:[,;\n]|\Z)) )
    | (?P<next> \\q?quad(?=\s*\\?[A-Za-zλμ]\w{0,9}\s*(?:_\s*\{?\w{1,4}\}?\s*)?=) | 、 )
    | (?P<given> :=|\\coloneqq(?![A-Za-z]) )
    | (?P<colon> \\colon(?![A-Za-z]) )
    | (?P<bar> \s\|(?=\s\\?[A-Za-zλμ][\w{}₀-₉]{0,9}\s{0,9}=) )
    | \\[dt]?binom\s*\{(?P<top>(?:[^{}]|\{[^{}]{0,50}\}){1,100})\}\s*\{(?P<bottom>(?:[^{}]|\{[^{}]{0,50}\}){1,100})\}
    | Sqrt\[(?P<radicand>[^\[\]]{1,200})\]
    | (?P<blank> \\(?:left|right|middle)(?:\s*\.)?(?![A-Za-z]) | \\[bB]igg?[lrm]?(?![A-Za-z])
               | \\(?:quad|qquad|displaystyle|textstyle|hline|limits)(?![A-Za-z])
               | \\[,;:!>\ ] | ~ | \${1,2} | \\[()\[\]] )
    | (?P<plusminus> \\pm(?![A-Za-z]) | \+/- | (?<=\s)\+-(?=\s)
                  | \+-(?=\s*(?:[0-9]{1,20}(?![0-9.]{0,20}\s*\*?\s*\\?(?!sqrt|i(?!\w))[A-Za-zλμ])|√|\\?sqrt|i(?!\w))) )
    | (?P<minusplus> \\mp(?![A-Za-z]) )
    | (?P<or> \\(?:lor|vee)(?![A-Za-z]) )
    | (?P<element> \\in(?![A-Za-z]) )
    | (?P<unequal> \\neq?(?![A-Za-z]) | != | <> | \\not\s*= )
    | (?P<arrow> \\(?:to|mapsto|[rR]ightarrow|[lL]ongrightarrow|implies)(?![A-Za-z]) | [-=]> | [→↦⇒⟹⟶] )
    | (?P<reals> \\(?:mathbb|mathbf|Bbb)\s*\{?\s*R\s*\}? | \\R(?![A-Za-z]) )
    | (?P<complexes> \\(?:mathbb|mathbf|Bbb)\s*\{?\s*C\s*\}? | \\C(?![A-Za-z]) )
    | (?P<transposed> (?<=[)\]}])\s*\^\s*\{?\s*
                      (?:\\(?:top|intercal|math(?:sf|rm)\{T\}|text\{T\})|[Tt])\s*\}?(?![A-Za-z0-9]) | ᵀ )
    | \\(?:operatorname\*?|mathrm|text|textrm|mbox|mathbf|textbf)\s*\{(?P<word>[A-Za-zÀ-ỹ.,;\ ]+)\}
    """,
    re.VERBOSE,
)
_COUNTERPARTS = {
    "aligned": "",
    "concluded": "=0;",
    "next": ",",
    "given": "=",
    "colon": ":",
    "bar": ";",
    "begin": "[",
    "end": "]",
    "row": ";",
    "column": ",",
    "nonzero": "≠ 0",
    "open": "[",
    "close": "]",
    "angle": "(",
    "unangle": ")",
    "blank": "",
    "plusminus": "±",
    "minusplus": "∓",
    "or": "∨",
    "element": "∈",
    "unequal": "≠",
    "arrow": ":",
    "reals": "R",
    "complexes": "C",
    "transposed": "ᵀ",
}
_SUCH_THAT = re.compile(r"[:|](?=\s*\\?[A-Za-zα-ω][0-9₀-₉_]{0,3}\s*(?:,\s*\\?[A-Za-zα-ω][0-9₀-₉_]{0,3}\s*){0,9}∈)")
_ANGLES = re.compile(r"<([^<>=;\n]*)>")
_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_BRACED_COMMA = re.compile(r"(?<=[0-9])\{,\}([0-9]+)(?![0-9]|\{,\})")


def plain_structure(plain: str, *, decimal_comma: bool = False) -> str:
    r"""The text with brackets and separators as they are typed on a keyboard, each at its offset.

    Args:
        plain: A text with each character in its plain form.
        decimal_comma: Whether a comma between two digits is a decimal one.

    Examples:
        >>> plain_structure(r"\lambda = 5: \begin{pmatrix}1\\2\end{pmatrix}")
        '\\lambda = 5: [              1; 2]            '
        >>> plain_structure("0,5; <1, 2>", decimal_comma=True)
        '0.5; (1, 2)'
        >>> plain_structure("0{,}5, 2")
        '0.5  , 2'
    """
    text = _NOTATION.sub(_counterpart, plain) if not plain.isalnum() else plain
    text = _SUCH_THAT.sub(",", text)
    text = _ANGLES.sub(lambda match: f"({match[1]})" if "," in match[1] else match[0], text)
    text = _BRACED_COMMA.sub(lambda match: f".{match[1]}  ", text)
    return _DECIMAL_COMMA.sub(".", text) if decimal_comma else text


def _counterpart(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    if kind == "bottom":
        column = "[".ljust(match.start("top") - match.start()) + match["top"]
        plain = column.ljust(match.start("bottom") - match.start() - 1) + ";" + match["bottom"] + "]"
    elif kind == "radicand":
        plain = f"sqrt({match['radicand']})"
    else:
        plain = match["word"] if kind == "word" else _COUNTERPARTS[kind]
    return plain.ljust(len(match[0]))
