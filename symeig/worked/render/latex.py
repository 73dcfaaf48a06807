r"""Worked solutions in LaTeX: a fragment that needs amsmath and amssymb, or a document that compiles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, singledispatchmethod
from typing import TYPE_CHECKING, Literal

from sympy import Expr, MatrixBase, Symbol

from symeig.worked.brief.phrases import decimal_text, shown_places
from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Equality,
    Formula,
    Function,
    Irreducible,
    List,
    Minus,
    Name,
    Node,
    Numeral,
    Operation,
    Power,
    Product,
    Quotient,
    Reduction,
    Relation,
    Row,
    Sum,
    Tuple,
    Words,
)
from symeig.worked.messages import Catalogue, Message, catalogue, say
from symeig.worked.render.arrangement import begins_with_minus, factors, is_base, is_sum, operation, signed_terms
from symeig.worked.steps import Block, Paragraph
from symeig.writing import latex

if TYPE_CHECKING:
    from symeig.worked.solution import WorkedSolution

__all__ = ["LatexWriter", "Layout", "to_latex", "width"]

# Ems in a line, a little less than LaTeX's own document classes have.
LINE = 33.0

# Rows or columns of a matrix beyond which some are left out, and how many are then shown before the last.
MANY = 12
FEW = 5

# Columns that amsmath's matrices have at most.
MATRIX_COLUMNS = 10

SIGNS = {
    "=": "=",
    "≠": r"\neq",
    "≈": r"\approx",
    "≤": r"\leq",
    "≥": r"\geq",
    "<": "<",
    ">": ">",
    "∈": r"\in",
    "∉": r"\notin",
    "⊥": r"\perp",
    "⇒": r"\implies",
    "⇔": r"\iff",
    "→": r"\to",
    "↦": r"\mapsto",
    "←": r"\leftarrow",
    "↔": r"\leftrightarrow",
}

FUNCTIONS = {
    "det": r"\det",
    "tr": r"\operatorname{tr}",
    "rank": r"\operatorname{rank}",
    "nullity": r"\dim\ker",
    "ker": r"\ker",
    "span": r"\operatorname{span}",
}

DOCUMENT = r"""\documentclass[11pt]{{article}}
\usepackage[{encoding}]{{fontenc}}
\usepackage[{language}]{{babel}}
\usepackage{{lmodern}}
\usepackage{{amsmath, amssymb}}
% Fits on A4 and on letter paper.
\usepackage[a4paper, textwidth=15.5cm, textheight=23cm]{{geometry}}
\setlength{{\parindent}}{{0pt}}
\setlength{{\parskip}}{{0.5\baselineskip plus 2pt}}
\setlength{{\emergencystretch}}{{3em}}
\allowdisplaybreaks

\begin{{document}}
\setlength{{\abovedisplayshortskip}}{{\abovedisplayskip}}
\setlength{{\belowdisplayshortskip}}{{\belowdisplayskip}}

\begin{{center}}
  \Large\bfseries {title}
\end{{center}}

{fragment}
\end{{document}}
"""


def to_latex(solution: WorkedSolution, *, standalone: bool = False) -> str:
    r"""A worked solution in LaTeX.

    Args:
        solution: What is told.
        standalone: Whether to write a document, in UTF-8, that pdflatex compiles; else a fragment.

    Returns:
        The fragment has numbered headings in bold, paragraphs and displayed formulas, for a document of any class with
        ``\usepackage{amsmath, amssymb}``; in other languages than English also with the encoding and language that
        the document declares.
    """
    writer = LatexWriter(catalogue(solution.language), solution.variable)
    sections = []
    for number, (heading, steps) in enumerate(solution.sections, 1):
        told = _told([step.blocks(solution.level) for step in steps], writer)
        sections.append(f"\\medbreak\\noindent\\textbf{{{number}. {_line(heading, writer)}}}\\quad\n{told}\n")
    fragment = "\n".join(sections)
    if not standalone:
        return fragment
    words = writer.catalogue.words
    return DOCUMENT.format(
        encoding=words(say("tex-font-encoding")),
        language=words(say("tex-language")),
        title=_line(solution.title, writer),
        fragment=fragment,
    )


def _told(steps: Iterable[Sequence[Block]], writer: LatexWriter) -> str:
    """Paragraphs and formulas; an empty line only before a paragraph that does not go on after a formula."""
    text, after_formula = "", False
    for blocks in steps:
        for k, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                apart = "\n" if after_formula and k else "\n\n"
                told = " ".join(_line(sentence, writer) for sentence in block.sentences)
            else:
                apart, told = "\n", _displayed(writer.layout(block.formulas))
            text += apart + told if text else told
            after_formula = not isinstance(block, Paragraph)
    return text


def _displayed(layout: Layout) -> str:
    if layout.kind == "single":
        return f"\\[\n  {layout.rows[0]}\n\\]"
    name = {"aligned": "align*", "gathered": "gather*"}[layout.kind]
    return f"\\begin{{{name}}}\n  {layout.joined()}\n\\end{{{name}}}"


def _line(message: Message, writer: LatexWriter) -> str:
    """A message, its mathematics between dollar signs."""
    return "".join(
        _escaped(run) if isinstance(run, str) else writer.inline(run) for run in writer.catalogue.runs(message)
    )


_SCRIPTS = {"T": r"\mathsf{T}", "*": r"\ast"}
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_NAMED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def _escaped(words: str) -> str:
    """Words as LaTeX shows them."""
    return _SPECIAL.sub(lambda m: _NAMED.get(m[0], rf"\{m[0]}"), words)


# --- formulas in lines of their own ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Layout:
    r"""Displayed formulas, broken into lines.

    Attributes:
        kind: "single" for one line, "aligned" for lines with an & each, "gathered" for lines in the middle.
        rows: The lines.
    """

    kind: Literal["single", "aligned", "gathered"]
    rows: tuple[str, ...]

    def joined(self) -> str:
        r"""The lines with ``\\`` between them, and more space around matrices."""
        text = self.rows[0]
        for before, row in zip(self.rows, self.rows[1:], strict=False):
            tall = r"\begin" in before and r"\begin" in row
            text += (r" \\[1ex]" if tall else r" \\") + f"\n  {row}"
        return text


@dataclass(frozen=True)
class LatexWriter:
    """Writes formulas for LaTeX, MathJax and KaTeX.

    Attributes:
        catalogue: The words that stand in formulas.
        variable: The name of the letter that is written for λ.
    """

    catalogue: Catalogue
    variable: str = "lambda"

    def inline(self, formula: Formula) -> str:
        """A formula between words: between dollar signs, the items of a list apart, so that lines can end there."""
        if isinstance(formula, List):
            return ", ".join(map(self.inline, formula.items))
        return f"${self._finished(self.write(formula))}$"

    def layout(self, formulas: Sequence[Formula]) -> Layout:
        """Formulas in lines of their own, none of them too long where it can be helped."""
        if len(formulas) == 1:
            return self._single(formulas[0])
        with_signs = [formula for formula in formulas if isinstance(formula, Equality | Relation)]
        if len(with_signs) == len(formulas):
            return Layout("aligned", tuple(row for formula in with_signs for row in self._aligned(formula)))
        rows = (x.rows[0] if x.kind == "single" else _nested(x) for x in map(self._single, formulas))
        return Layout("gathered", tuple(rows))

    def _single(self, formula: Formula) -> Layout:
        pieces = list(map(self._finished, self._pieces(formula)))
        whole = " ".join(pieces)
        if width(whole) <= LINE:
            return Layout("single", (whole,))
        if isinstance(formula, Equality | Relation):
            return Layout("aligned", tuple(self._aligned(formula)))
        rows = _filled(part for piece in pieces for part in _parts(piece))
        return Layout("aligned", tuple(f"&{row}" for row in rows)) if len(rows) > 1 else Layout("single", tuple(rows))

    def _aligned(self, formula: Equality | Relation) -> Iterator[str]:
        """Equal sides in lines aligned at their signs; in one line where they fit."""
        first, *others = map(self._finished, self._pieces(formula))
        if width(" ".join([first, *others])) <= LINE:
            yield f"{first} &{' '.join(others)}"
            return
        left, indent = f"{first} &", width(first)
        if indent > LINE / 2:
            yield from (f"&{row}" for row in _filled(_parts(first)))
            left, indent = r"&\qquad ", 2.0
        for piece in others:
            start, *rest = _filled(_parts(piece, LINE - indent), LINE - indent - 2)
            yield left + start
            yield from (rf"&\qquad {row}" for row in rest)
            left = left if left.startswith("&") else "&"

    def _pieces(self, formula: Formula) -> list[str]:
        """What a formula is made of, between which a line may end."""
        if isinstance(formula, Equality):
            first, *others = map(self.write, formula.sides)
            pieces = [first, *(f"= {side}" for side in others)]
            return pieces if formula.unequal is None else [*pieces, rf"\neq {self.write(formula.unequal)}"]
        if isinstance(formula, Relation):
            first, *others = map(self.write, formula.terms)
            return [first, *(f"{SIGNS[formula.sign]} {term}" for term in others)]
        if isinstance(formula, Reduction):
            first, *others = map(self.write, formula.matrices)
            arrows = map(self._arrow, formula.operations)
            return [first, *(f"{arrow} {M}" for arrow, M in zip(arrows, others, strict=True))]
        if isinstance(formula, List):
            *texts, last = map(self.write, formula.items)
            return [*(rf"{text}, \quad" for text in texts), last]
        if isinstance(formula, Row):
            *texts, last = map(self.write, formula.parts)
            return [*(rf"{text} \qquad" for text in texts), last]
        return [self.write(formula)]

    def _finished(self, text: str) -> str:
        """With the letter for λ, and with plain brackets around what is no higher than they are."""
        while (lower := _LOW_BRACKETS.sub(r"(\1)", text)) != text:
            text = lower
        return text if self.variable == "lambda" else text.replace(r"\lambda", self._letter())

    def _letter(self) -> str:
        letter = latex(Symbol(self.variable))
        return f"{{{letter}}}" if "_" in letter else letter

    # --- every node ---

    @singledispatchmethod
    def write(self, formula: Node) -> str:
        """A formula in one line, before the letter for λ is put in."""
        raise NotImplementedError(formula)

    @write.register(Expr)
    def _(self, formula: Expr) -> str:
        return latex(formula)

    @write.register(MatrixBase)
    def _(self, formula: MatrixBase) -> str:
        rows, columns = (shown_places(count, MANY, FEW) for count in formula.shape)
        dots = {(True, False): r"\vdots", (False, True): r"\cdots", (True, True): r"\ddots"}
        return _array(
            [
                [dots[i is None, j is None] if i is None or j is None else latex(formula[i, j]) for j in columns]
                for i in rows
            ]
        )

    @write.register
    def _(self, formula: Name) -> str:
        return latex(Symbol(formula.letter))

    @write.register
    def _(self, formula: Minus) -> str:
        return f"-{self._term(formula.of)}"

    @write.register
    def _(self, formula: Sum) -> str:
        text = ""
        for negative, term in signed_terms(formula):
            if text:
                text += f" {'-' if negative else '+'} {self._term(term)}"
            else:
                text = f"-{self._term(term)}" if negative else self.write(term)
        return text

    @write.register
    def _(self, formula: Product) -> str:
        text, fraction_before = "", False
        for dot, brackets, factor in factors(formula):
            told = self._bracketed(factor, brackets=brackets)
            fraction = told.startswith(r"\frac")
            sign = r" \cdot " if dot or (fraction and fraction_before) else " " if text else ""
            text, fraction_before = text + sign + told, fraction
        return text

    @write.register
    def _(self, formula: Quotient) -> str:
        return rf"\frac{{{self.write(formula.above)}}}{{{self.write(formula.below)}}}"

    @write.register
    def _(self, formula: Power) -> str:
        base = self.write(formula.base)
        if not (isinstance(formula.base, MatrixBase) or is_base(formula.base)):
            base = rf"\left({base}\right)"
        exponent = formula.exponent
        if isinstance(exponent, str):
            return f"{base}^{{{_SCRIPTS[exponent]}}}"
        return f"{base}^{{{exponent if isinstance(exponent, int) else self.write(exponent)}}}"

    @write.register
    def _(self, formula: Array) -> str:
        return _array([[self.write(x) for x in row] for row in formula.rows], formula.fence)

    @write.register
    def _(self, formula: Tuple) -> str:
        entries = list(map(self.write, formula.entries))
        text = ", ".join(entries)
        return rf"\left({text}\right)" if width(text) <= LINE else _array([[entry] for entry in entries])

    @write.register
    def _(self, formula: Column) -> str:
        return _array([[self.write(x)] for x in formula.entries])

    @write.register
    def _(self, formula: Function) -> str:
        name = FUNCTIONS[formula.name]
        if formula.name == "span":
            return rf"{name}\left\lbrace {', '.join(map(self.write, formula.arguments))} \right\rbrace"
        (argument,) = formula.arguments
        alone = isinstance(argument, MatrixBase | Name | Array | Column)
        text = self.write(argument)
        return f"{name} {text}" if alone else rf"{name}\left({text}\right)"

    @write.register
    def _(self, formula: Dot) -> str:
        return rf"{self._term(formula.left)} \cdot {self._term(formula.right)}"

    @write.register
    def _(self, formula: Numeral) -> str:
        return decimal_text(formula.decimals, lambda k: rf" \cdot 10^{{{k}}} ").strip()

    @write.register(Equality)
    @write.register(Relation)
    @write.register(Reduction)
    @write.register(Row)
    def _(self, formula: Equality | Relation | Reduction | Row) -> str:
        return " ".join(self._pieces(formula))

    @write.register
    def _(self, formula: List) -> str:
        return ", ".join(map(self.write, formula.items))

    @write.register
    def _(self, formula: Operation) -> str:
        letter = self.catalogue.words(say("row-letter" if formula.lines == "rows" else "column-letter"))
        return self.write(operation(formula, letter))

    def _arrow(self, operations: Sequence[Operation]) -> str:
        """An arrow with operations above it, and below it where there are several."""
        half = (len(operations) + 1) // 2
        texts = [_QUOTIENT.sub(r"\g<1> / \g<2>", self.write(x)) for x in operations]
        upper, lower = _stacked(texts[:half]), _stacked(texts[half:])
        return rf"\xrightarrow{f'[{lower}]' if lower else ''}{{{upper}}}"

    @write.register
    def _(self, formula: Irreducible) -> str:
        return latex(formula.polynomial)

    @write.register
    def _(self, formula: Words) -> str:
        runs = self.catalogue.runs(formula.message)
        return " ".join(rf"\text{{{_escaped(run)}}}" if isinstance(run, str) else self.write(run) for run in runs)

    def _term(self, formula: Formula) -> str:
        """A term behind a sign: in brackets where it has a sign of its own."""
        return self._bracketed(formula, brackets=is_sum(formula) or begins_with_minus(formula))

    def _bracketed(self, formula: Formula, *, brackets: bool) -> str:
        """A formula, in brackets where it needs them; a sum that is written as one fraction does not."""
        text = self.write(formula)
        return rf"\left({text}\right)" if brackets and not _is_fraction(text) else text


def _is_fraction(text: str) -> bool:
    return text.startswith(r"\frac") and len(list(_terms(text))) == 1


def _array(rows: Sequence[Sequence[str]], fence: str = "()") -> str:
    """A matrix or a determinant; in small print where it is wider than a line."""
    texts = [" & ".join(row) for row in rows]
    body = (r" \\[4pt] " if any(r"\frac" in text for text in texts) else r" \\ ").join(texts)
    columns = max(map(len, rows), default=0)
    name = "vmatrix" if fence == "||" else "pmatrix"
    matrix = rf"\begin{{{name}}} {body} \end{{{name}}}"
    if columns <= MATRIX_COLUMNS and width(matrix) <= LINE:
        return matrix
    begin, end = "smallmatrix", "smallmatrix"
    if width(matrix) <= LINE:
        begin, end = f"array}}{{{'c' * columns}", "array"
    return rf"\left{fence[0]}\begin{{{begin}}} {body} \end{{{end}}}\right{fence[1]}"


# A quotient at the end of an operation, which is too small above an arrow.
_QUOTIENT = re.compile(r"\\frac\{(.+)\}\{(\d+)\}$")


def _stacked(lines: Sequence[str]) -> str:
    text = r" \\ ".join(lines)
    return rf"\substack{{{text}}}" if len(lines) > 1 else text


def _nested(layout: Layout) -> str:
    return f"\\begin{{aligned}}\n  {layout.joined()}\n\\end{{aligned}}"


# Brackets that grow, around what has nothing high in it.
_LOW_BRACKETS = re.compile(r"\\left\(((?:(?!\\left|\\right|\\frac|\\begin|\\bar|\\lbrace).)*)\\right\)")


# --- where a line may end -------------------------------------------------------------------------------------------


def _filled(parts: Iterable[str], line: float = LINE) -> list[str]:
    """Parts side by side, a new line where the next one does not fit."""
    rows: list[str] = []
    for part in parts:
        if rows and width(f"{rows[-1]} {part}") <= line:
            rows[-1] += f" {part}"
        else:
            rows.append(part)
    return [row.removesuffix(r" \quad").removesuffix(r" \qquad") for row in rows]


# Where a line may end: before a sign between terms, and before a matrix that does not stand behind a sign.
_BREAK = re.compile(r"(?<=[^\s=]) (?=[-+] |\\begin)")
_OPENS = re.compile(r"[\[{]|\\left(?![a-z])|\\begin|\\lbrace")
_CLOSES = re.compile(r"[\]}]|\\right(?![a-z])|\\end|\\rbrace")


def _parts(text: str, line: float = LINE) -> list[str]:
    """A formula, or the terms of one that is too wide; those of its factors where a term is too wide."""
    if width(text) <= line:
        return [text]
    return [
        part
        for term in _terms(text)
        for part in ([term] if width(term) <= line else _terms(term, within_brackets=True))
    ]


def _terms(text: str, *, within_brackets: bool = False) -> Iterator[str]:
    """The terms of a sum, each with its sign; within low brackets too if need be."""
    depth, part = 0, ""
    for piece in _BREAK.split(text):
        if part and depth == 0:
            yield part
            part = piece
        else:
            part = f"{part} {piece}" if part else piece
        depth += len(_OPENS.findall(piece)) - len(_CLOSES.findall(piece))
        if not within_brackets:
            depth += piece.count("(") - piece.count(")")
    yield part


# --- how wide a formula is ------------------------------------------------------------------------------------------

_MATRIX = re.compile(r"\\begin\{([a-z]+)(?:\}\{c+)?\}((?:(?!\\begin).)*?)\\end\{\1\}")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_GROUP = re.compile(
    r"(?P<above>[\^_])?(?P<command>\\[A-Za-z]+)?(?:\[(?P<under>[^][{}]*)\])?(?<!\\frac)(?<!\})\{(?P<inside>[^{}]*)\}"
)
_ROW_END = re.compile(r"\\\\(?:\[\w+\])?")
_ATOM = re.compile(r"\\[A-Za-z]+|\x00|\S")

# Ems: of a letter or digit, of signs with the space around them, and of what has no width.
_LETTER = 0.56
_WIDTHS = (
    dict.fromkeys(["+", "-", r"\cdot", r"\in", r"\perp"], 1.1)
    | dict.fromkeys(["=", r"\neq", r"\approx", r"\leq", r"\geq", "<", ">"], 1.35)
    | dict.fromkeys([r"\to", r"\mapsto", r"\leftarrow", r"\leftrightarrow"], 1.55)
    | dict.fromkeys([r"\implies", r"\iff"], 2.8)
    | dict.fromkeys(["(", ")", ",", "|", "."], 0.4)
    | dict.fromkeys([r"\left", r"\right", "&", "{", "}", "[", "]"], 0.0)
    | {
        r"\det": 1.5,
        r"\dim": 1.7,
        r"\ker": 1.5,
        r"\cos": 1.5,
        r"\sin": 1.5,
        r"\sqrt": 0.9,
        r"\quad": 1.0,
        r"\qquad": 2.0,
        "\x00": 0.1,
    }
)


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    r"""About how wide a formula in LaTeX is, in ems.

    Examples:
        >>> round(width("x = 12"), 1), round(width(r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"), 1)
        (3.0, 3.7)
    """
    # What is inside is replaced by as many marks of a tenth of an em as it is wide.
    while (shorter := _GROUP.sub(_group, _FRACTION.sub(_fraction, _MATRIX.sub(_matrix, text)))) != text:
        text = shorter
    return sum(_WIDTHS.get(atom, _LETTER) for atom in _ATOM.findall(text))


def _marks(ems: float) -> str:
    return "\x00" * round(10 * ems)


def _matrix(match: re.Match[str]) -> str:
    # Groups inside are measured first.
    if "{" in match[2]:
        return match[0]
    rows = [[width(cell) for cell in row.split("&")] for row in _ROW_END.split(match[2])]
    columns = [max(column) for column in zip(*rows, strict=True)]
    return _marks((sum(columns) + len(columns) - 1) * (0.7 if match[1] == "smallmatrix" else 1.0) + 1.6)


def _fraction(match: re.Match[str]) -> str:
    return _marks(max(map(width, match.groups())) + 0.25)


def _group(match: re.Match[str]) -> str:
    command, inside = match["command"], match["inside"]
    if command in {r"\begin", r"\end"}:
        return match[0]
    if command in {r"\text", r"\operatorname"}:
        return _marks(0.5 * len(inside) + 0.2)
    if command == r"\xrightarrow":
        return _marks(0.7 * max(width(inside), width(match["under"] or "")) + 2.0)
    if command == r"\substack":
        return _marks(max(map(width, _ROW_END.split(inside))))
    return _marks(width(inside) * (0.7 if match["above"] else 1.0) + _WIDTHS.get(command, 0.0))
