"""A worked solution as lines of Unicode text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, singledispatchmethod
from itertools import pairwise

from sympy import Expr, MatrixBase, Symbol

from symeig.worked.brief.phrases import decimal_text, shown_places
from symeig.worked.brief.text import BREAK, MANY_DIGITS, NO_BREAK
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
    Script,
    Sum,
    Tuple,
    Words,
)
from symeig.worked.messages import Catalogue, Message, Run, catalogue, say
from symeig.worked.render.arrangement import begins_with_minus, factors, is_base, is_sum, operation, signed_terms
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Paragraph
from symeig.writing import SUPERSCRIPTS, bracketed, display_width, line

__all__ = ["Paint", "formula_text", "to_text"]

# Gives a text its colour, by its role: "title", "heading" or "operation".
Paint = Callable[[str, str], str]

# Rows and columns of a matrix beyond which some are left out, and how many of the first ones are then shown.
MANY_ROWS = 12
FEW = 5

# Columns of a line that a formula between words takes at most, where it is not to be broken.
SHORT = 40

# Columns of a formula that does not begin a line: "has multiplicity 1" ends with its number.
LETTERS = 2

# Columns in front of a display, and the narrowest page where there are so many.
INDENT = 4
WIDE_PAGE = 60

# Columns between formulas side by side, and in front of a line that continues the one before.
WIDE_SPACE = "    "
HANGING = "  "

# What stands around an operation until it is painted: signs that take no column.
_BEGIN, _END = "\N{FUNCTION APPLICATION}", "\N{INVISIBLE TIMES}"
_PAINTED = re.compile(f"{_BEGIN}(.*?){_END}", re.DOTALL)
_UNMARKED = str.maketrans({NO_BREAK: " ", BREAK: None, _BEGIN: None, _END: None})

_DRAWN = re.compile("[⎡⎛│─]")
_SIGNS = "+−=≠≈≤≥<>∈←→↔⇒⇔"
_LONG_NUMBER = re.compile(rf"\d{{{MANY_DIGITS + 1},}}")
_PUNCTUATION = re.compile(r"[.,;:!?)]+")

# What needs no brackets as the numerator, as the denominator, and in front of another factor.
_ATOM = re.compile(r"√?(\d+|[^\W\d_][⁰¹²³⁴-⁹₀-₉*ᵀ⁻]*)")
_ENDS_WITH_RADICAL = re.compile(r"[√∛∜](\d+|\w)$")


def to_text(solution: WorkedSolution, *, width: int = 80, paint: Paint | None = None) -> str:
    r"""A worked solution as text.

    Args:
        solution: The solution.
        width: Columns of the terminal.
        paint: Gives a text its colour, by its role ("title", "heading", "operation"); None for none.

    Returns:
        Lines that end with a newline each. Numbers of very many digits and matrices of very many columns are shortened.

    Examples:
        >>> from symeig.worked.solution import solve
        >>> lines = to_text(solve([[4, 1], [2, 3]], goal="eigenvalues")).splitlines()
        >>> print("\n".join(lines[3:10]))
        1. Problem
        ──────────
        <BLANKLINE>
        Find the eigenvalues of the matrix.
        <BLANKLINE>
            A = ⎡ 4  1 ⎤
                ⎣ 2  3 ⎦
    """
    page = _Page(_Writer(catalogue(solution.language), solution.variable), width)
    paint = paint or (lambda _, text: text)
    parts = [page.underlined(solution.title, "title", "═", paint)]
    for number, (heading, steps) in enumerate(solution.sections, 1):
        parts.append(page.underlined(heading, "heading", "─", paint, f"{number}. "))
        parts += [page.block(block) for step in steps for block in step.blocks(solution.level)]
    text = "\n\n".join("\n".join(row.rstrip() for row in part) for part in parts) + "\n"
    return _painted(text.replace(NO_BREAK, " ").replace(BREAK, ""), "operation", paint)


def formula_text(formula: Formula, words: Catalogue, variable: str = "lambda") -> str:
    """A formula as text, as wide as it is and in as many lines as it is high.

    Args:
        formula: The formula.
        words: The catalogue of the words in it.
        variable: The name of the letter that is written for λ.

    Examples:
        >>> from sympy import Integer, Matrix
        >>> print(formula_text(Equality((Name("A"), Matrix([[4, 1], [2, 3]]))), catalogue("en")))
        A = ⎡ 4  1 ⎤
            ⎣ 2  3 ⎦
    """
    rows = _Writer(words, variable).write(formula).lines
    return "\n".join(row.rstrip() for row in rows).translate(_UNMARKED)


def _painted(text: str, role: str, paint: Paint) -> str:
    """A text with colour where something is marked; a line with a part of it gets its own."""
    return _PAINTED.sub(lambda marked: re.sub(r"\S.*", lambda row: paint(role, row[0]), marked[1]), text)


# --- blocks ---------------------------------------------------------------------------------------------------------


# The same short texts are measured again and again.
_columns = lru_cache(maxsize=4096)(display_width)


def _padded(text: str, width: int) -> str:
    """A text with spaces behind it."""
    return text + " " * (width - _columns(text))


@dataclass(frozen=True, slots=True)
class _Box:
    """Lines of text, one of which stands at the height of the formula that they are a part of.

    Attributes:
        lines: At least one.
        baseline: The number of that line.
    """

    lines: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """The columns of the widest line."""
        return max(map(_columns, self.lines))

    @property
    def is_tall(self) -> bool:
        """Whether there are several lines."""
        return len(self.lines) > 1

    @property
    def is_drawn(self) -> bool:
        """Whether brackets or arrows go over several lines."""
        return self.is_tall and any(map(_DRAWN.search, self.lines))


def _box(text: str) -> _Box:
    return _Box((text,))


def _matrix_box(lines: Sequence[str]) -> _Box:
    return _Box(tuple(lines), (len(lines) - 1) // 2)


def _beside(*parts: _Box | str) -> _Box:
    """Boxes side by side, their baselines at the same height."""
    boxes = [_box(part) if isinstance(part, str) else part for part in parts]
    if not any(box.is_tall for box in boxes):
        return _box("".join(box.lines[0] for box in boxes))
    above = max(box.baseline for box in boxes)
    below = max(len(box.lines) - box.baseline for box in boxes)
    columns = []
    for box in boxes:
        rows = [""] * (above - box.baseline) + list(box.lines)
        width = box.width
        columns.append([_padded(row, width) for row in rows + [""] * (above + below - len(rows))])
    return _Box(tuple(map("".join, zip(*columns, strict=True))), above)


def _separated(separator: str, boxes: Iterable[_Box]) -> _Box:
    first, *others = boxes
    return _beside(first, *(x for box in others for x in (separator, box)))


def _stacked(boxes: Sequence[_Box], *, apart: bool = False) -> _Box:
    """Boxes one below the other, at the height of the first.

    Args:
        boxes: At least one.
        apart: Whether an empty line is between all that are tall, not only between those with matrices.
    """
    lines = list(boxes[0].lines)
    for pair in pairwise(boxes):
        between = any(box.is_tall if apart else box.is_drawn for box in pair)
        lines += [""] * between + list(pair[1].lines)
    return _Box(tuple(lines), boxes[0].baseline)


def _enclosed(box: _Box) -> _Box:
    """A box in brackets as tall as it is."""
    if not box.is_tall:
        return _box(f"({box.lines[0]})")
    middle = len(box.lines) - 2
    left, right = "⎛" + "⎜" * middle + "⎝", "⎞" + "⎟" * middle + "⎠"
    return _beside(_Box(tuple(left), box.baseline), box, _Box(tuple(right), box.baseline))


# --- breaking lines -------------------------------------------------------------------------------------------------


def _depths(text: str) -> list[int]:
    """For each character the number of brackets that it stands in."""
    depths, depth = [], 0
    for ch in text:
        depth -= ch in ")}]"
        depths.append(depth)
        depth += ch in "({["
    return depths


def _has_outside(text: str, signs: str) -> bool:
    """Whether one of some signs stands in a text outside of all brackets."""
    return any(ch in signs and not depth for ch, depth in zip(text, _depths(text), strict=True))


def _breakable(text: str, room: int) -> str:
    """A formula where lines may end: between terms, items or factors, in brackets only where nothing else helps."""
    text = text.replace(NO_BREAK, " ")
    places = dict(_places(text))
    pieces = [text]
    for least in sorted(set(places.values())):
        starts = [k for k, rank in places.items() if rank <= least]
        pieces = [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
        if all(_columns(piece.rstrip()) <= room for piece in pieces):
            break
    broken = BREAK.join(piece.replace(" ", NO_BREAK) for piece in pieces)
    return broken.replace(NO_BREAK + BREAK, " ")


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where a line may begin: pairs (position, rank), of which those of low rank are better.

    It begins with a sign, behind a comma, or with a bracket behind another; brackets around the place make it worse.
    """
    depths = _depths(text)
    for k in range(1, len(text)):
        before, ch = text[k - 1], text[k]
        if before == " " and text[k - 2] == ",":
            yield k, 2 * depths[k]
        elif (before == " " and ch in _SIGNS) or (ch == "(" and before in ")⁰¹²³⁴⁵⁶⁷⁸⁹"):
            yield k, 2 * depths[k] + 1


def _wrapped(text: str, room: int, hanging: str = "") -> list[str]:
    """Lines of a width that end at spaces or `BREAK`; the later ones begin with some spaces."""
    lines, row = [], ""
    for piece in re.split(rf"(?<= )|(?<={BREAK})", text):
        if row.strip() and _columns((row + piece).rstrip(f" {BREAK}")) > room:
            lines.append(row)
            row = hanging
        row += piece
    return [row.rstrip(f" {BREAK}") for row in [*lines, row]]


def _in_lines(formula: str, room: int, hanging: str = HANGING) -> _Box:
    """A formula of one line broken into several."""
    return _Box(tuple(_wrapped(_breakable(formula, room - len(hanging)), room, hanging)))


def _flowing(parts: Sequence[tuple[str, _Box]], room: int, hanging: str = HANGING) -> _Box:
    """Boxes side by side in as many rows as it takes, each with what separates it from the one before."""
    rows: list[_Box] = []
    for separator, box in parts:
        if rows:
            joined = _beside(rows[-1], separator, box)
            if joined.width <= room:
                rows[-1] = joined
                continue
        start = hanging + separator.lstrip(" ") if rows else separator
        rows.append(_beside(start, box) if start else box)
    return _stacked(rows)


# --- formulas -------------------------------------------------------------------------------------------------------


class _Writer:
    """Writes formulas as boxes.

    Attributes:
        catalogue: The words that stand in formulas.
        letter: What is written for λ.
    """

    def __init__(self, words: Catalogue, variable: str) -> None:
        self.catalogue = words
        self.letter = line(Symbol(variable))
        self._texts: dict[Expr, str] = {}

    def fitted(self, formula: Formula, room: int) -> _Box:
        """A formula in several rows where it is wider than the room."""
        box = self.write(formula)
        return box if box.width <= room else self.broken(formula, box, room)

    @singledispatchmethod
    def broken(self, formula: Formula, box: _Box, room: int) -> _Box:
        """A formula in several rows; a tall one that cannot be broken is as wide as it is.

        Args:
            formula: The formula.
            box: The same, written in one row, which is too wide.
            room: Columns.
        """
        return box if box.is_tall else _in_lines(box.lines[0], room, " " if isinstance(formula, Tuple) else HANGING)

    @broken.register(Equality)
    @broken.register(Relation)
    def _(self, formula: Equality | Relation, box: _Box, room: int) -> _Box:  # noqa: ARG002
        return self._aligned(*_sides(formula), room)

    @broken.register(Sum)
    @broken.register(Product)
    def _(self, formula: Sum | Product, box: _Box, room: int) -> _Box:
        return _flowing(list(self._parts(formula)), room) if box.is_tall else _in_lines(box.lines[0], room)

    @broken.register(MatrixBase)
    def _(self, formula: MatrixBase, box: _Box, room: int) -> _Box:
        few = FEW - 1
        while box.width > room and formula.cols > MANY_ROWS and few:
            box = _matrix_box(bracketed(self._entries(formula.tolist(), few)))
            few -= 1
        return box

    @broken.register
    def _(self, formula: List, box: _Box, room: int) -> _Box:  # noqa: ARG002
        items = [self.fitted(x, room - 1) for x in formula.items]
        parts = [*(_beside(item, ",") for item in items[:-1]), *items[-1:]]
        return _flowing([(" " * bool(k), part) for k, part in enumerate(parts)], room, "")

    @broken.register
    def _(self, formula: Row, box: _Box, room: int) -> _Box:  # noqa: ARG002
        parts = [self.fitted(x, room) for x in formula.parts]
        return _flowing([(WIDE_SPACE * bool(k), part) for k, part in enumerate(parts)], room, "")

    @broken.register
    def _(self, formula: Reduction, box: _Box, room: int) -> _Box:  # noqa: ARG002
        first, others = self._stages(formula)
        parts = [("", first)]
        for arrow, matrix in others:
            stage = _beside(arrow, "  ", matrix)
            fits = len(HANGING) + stage.width <= room
            parts += [("  ", stage)] if fits else [("  ", arrow), ("  ", matrix)]
        return _flowing(parts, room)

    def text(self, formula: Formula) -> str:
        """A formula that is written in one line."""
        return self.expression(formula) if isinstance(formula, Expr) else self.write(formula).lines[0]

    def expression(self, expr: Expr) -> str:
        """An expression with the letter for λ, its long integers cut."""
        if expr not in self._texts:
            text = _LONG_NUMBER.sub(self._cut, line(expr))
            if self.letter != "λ":
                dot = r"\1·" if self.letter.isascii() else r"\1"
                text = re.sub(r"([A-Za-z])λ", rf"{dot}{self.letter}", text).replace("λ", self.letter)
            self._texts[expr] = text
        return self._texts[expr]

    def _cut(self, number: re.Match[str]) -> str:
        digits = self.catalogue.words(say("digits-in-all", count=len(number[0]))).replace(" ", NO_BREAK)
        return f"{number[0][:8]}…({digits})"

    # --- terms ---

    @singledispatchmethod
    def write(self, formula: Node) -> _Box:
        """A formula, as wide as it is."""
        raise NotImplementedError(formula)

    @write.register(Expr)
    def _(self, formula: Expr) -> _Box:
        return _box(self.expression(formula))

    @write.register(MatrixBase)
    def _(self, formula: MatrixBase) -> _Box:
        return _matrix_box(bracketed(self._entries(formula.tolist())))

    @write.register
    def _(self, formula: Name) -> _Box:
        return _box(self.expression(Symbol(formula.letter)))

    @write.register
    def _(self, formula: Minus) -> _Box:
        return _beside("−", self._term(formula.of))

    def _term(self, formula: Formula) -> _Box:
        """A formula behind a sign: in brackets where it has a sign of its own."""
        box = self.write(formula)
        if not (is_sum(formula) or begins_with_minus(formula)):
            return box
        return box if isinstance(formula, Expr) and not _has_outside(box.lines[0], "+−") else _enclosed(box)

    @write.register(Sum)
    @write.register(Product)
    def _(self, formula: Sum | Product) -> _Box:
        return _beside(*(x for part in self._parts(formula) for x in part))

    def _parts(self, formula: Sum | Product) -> Iterator[tuple[str, _Box]]:
        """The terms or factors, each with the sign in front of it."""
        if isinstance(formula, Sum):
            for k, (negative, term) in enumerate(signed_terms(formula)):
                sign = (" − " if k else "−") if negative else " + " if k else ""
                yield sign, self._term(term) if sign else self.write(term)
            return
        last, previous = len(formula.factors) - 1, ""
        for k, (dot, brackets, factor) in enumerate(factors(formula)):
            box = self.write(factor)
            if brackets or (k < last and _is_fraction(box)):
                box = _enclosed(box)
            sign = self._between(previous, box.lines[0], factor, dot=dot) if k else ""
            previous = "" if box.is_tall else box.lines[0]
            yield sign, box

    @staticmethod
    def _between(left: str, right: str, factor: Formula, *, dot: bool) -> str:
        """What stands between two factors: nothing, where that cannot be misread."""
        if _has_outside(left, " "):
            return " · "
        if dot or (_ENDS_WITH_RADICAL.search(left) and not right.startswith("(")):
            return "·"
        return " " if isinstance(factor, Function) and left else ""

    @write.register
    def _(self, formula: Quotient) -> _Box:
        above, below = self.write(formula.above), self.write(formula.below)
        if not above.is_tall and _has_outside(above.lines[0], " /"):
            above = _enclosed(above)
        if below.is_tall or not (_ATOM.fullmatch(below.lines[0]) or _is_enclosed(below.lines[0].removeprefix("√"))):
            below = _enclosed(below)
        return _beside(above, " / " if above.is_tall or below.is_tall else "/", below)

    @write.register
    def _(self, formula: Power) -> _Box:
        box = self.write(formula.base)
        if not (is_base(formula.base) or isinstance(formula.base, MatrixBase)):
            box = _enclosed(box)
        script = self._script(formula.exponent)
        return _beside(box, _Box((script, *[""] * (len(box.lines) - 1)), box.baseline))

    def _script(self, exponent: Script | Formula) -> str:
        """What stands at the top right of a formula."""
        if isinstance(exponent, str):
            return {"T": "ᵀ", "*": "*"}[exponent]
        if isinstance(exponent, int):
            return str(exponent).translate(SUPERSCRIPTS)
        (text,) = self.write(exponent).lines
        return f"^{text}" if len(text) == 1 else f"^({text})"

    @write.register
    def _(self, formula: Array) -> _Box:
        lines = bracketed(self._entries(formula.rows))
        return _matrix_box(lines if formula.fence == "()" else [f"│{row[1:-1]}│" for row in lines])

    def _entries(self, rows: Sequence[Sequence[Formula]], few: int = FEW) -> list[list[str]]:
        """The texts of a matrix, with dots in the place of middle rows and columns where there are very many.

        Numbers are aligned on the right; a column with a sum in it is centred.
        """
        places = shown_places(len(rows), MANY_ROWS, FEW)
        across = shown_places(len(rows[0]), MANY_ROWS, few) if rows else []
        dots = {(True, False): "⋮", (False, True): "⋯", (True, True): "⋱"}
        texts = [
            [dots[i is None, j is None] if i is None or j is None else self.text(rows[i][j]) for j in across]
            for i in places
        ]
        columns = [_centred(column) if any(" " in x for x in column) else column for column in zip(*texts, strict=True)]
        return [list(row) for row in zip(*columns, strict=True)] if columns else texts

    @write.register
    def _(self, formula: Tuple) -> _Box:
        return _box(f"({self._listed(formula.entries)})")

    @write.register
    def _(self, formula: Column) -> _Box:
        return _matrix_box(bracketed(self._entries([[x] for x in formula.entries])))

    @write.register
    def _(self, formula: Function) -> _Box:
        name = {"nullity": "dim ker"}.get(formula.name, formula.name)
        if formula.name == "span":
            if all(not self.write(x).is_tall for x in formula.arguments):
                return _box(f"{name}{{{self._listed(formula.arguments)}}}")
            return _beside(f"{name} {{ ", self.write(List(formula.arguments)), " }")
        (argument,) = formula.arguments
        box = self.write(argument)
        if is_sum(argument) or isinstance(argument, Product | Quotient):
            return _beside(name, _enclosed(box))
        return _beside(f"{name} ", box)

    @write.register
    def _(self, formula: Dot) -> _Box:
        return _beside(self._term(formula.left), " · ", self._term(formula.right))

    @write.register
    def _(self, formula: Numeral) -> _Box:
        text = decimal_text(formula.decimals, lambda k: f"·10{str(k).translate(SUPERSCRIPTS)}")
        return _box(text.replace("-", "−"))

    # --- statements ---

    @write.register(Equality)
    @write.register(Relation)
    def _(self, formula: Equality | Relation) -> _Box:
        first, others = _sides(formula)
        return _beside(self.write(first), *(x for sign, side in others for x in (f" {sign} ", self.write(side))))

    def _aligned(self, first: Formula, others: Sequence[tuple[str, Formula]], room: int) -> _Box:
        """Sides in rows that begin with their signs, which stand one below the other."""
        left = self.fitted(first, room)
        margin = left.width + 1
        widest = max((2 + self.write(side).width for _, side in others), default=0)
        beneath = len(left.lines) > len(self.write(first).lines)
        if beneath or (margin + widest > room and (margin > room // 2 or len(HANGING) + widest <= room)):
            beneath, margin = True, len(HANGING)
        rows: list[_Box] = []
        for sign, side in others:
            box = _beside(f"{sign} ", self.fitted(side, room - margin - _columns(sign) - 1))
            joined = _beside(rows[-1], " ", box) if rows and (rows[-1].is_tall or box.is_tall) else None
            if joined is not None and margin + joined.width <= room:
                rows[-1] = joined
            else:
                rows.append(box)
        if not rows:
            return left
        return _stacked([left, _beside(HANGING, _stacked(rows))]) if beneath else _beside(left, " ", _stacked(rows))

    @write.register
    def _(self, formula: Operation) -> _Box:
        letter = self.catalogue.words(say("row-letter" if formula.lines == "rows" else "column-letter"))
        return _box(f"{_BEGIN}{self.text(operation(formula, letter))}{_END}")

    @write.register
    def _(self, formula: Reduction) -> _Box:
        first, others = self._stages(formula)
        return _separated("  ", [first, *(_beside(arrow, "  ", box) for arrow, box in others)])

    def _stages(self, formula: Reduction) -> tuple[_Box, list[tuple[_Box, _Box]]]:
        """The first matrix, and the others with the arrows in front of them."""
        first, *others = map(self.write, formula.matrices)
        arrows = [self._arrow(x, len(box.lines)) for x, box in zip(formula.operations, others, strict=True)]
        return first, list(zip(arrows, others, strict=True))

    def _arrow(self, group: Sequence[Operation], height: int) -> _Box:
        """An arrow with the operations above it, half-way up matrices of a height."""
        texts = [self.text(x) for x in group]
        length = max(4, *map(_columns, texts)) if texts else 4
        return _Box((*texts, "─" * (length - 1) + "→"), len(texts) - (bool(texts) and height % 2 == 0))

    @write.register
    def _(self, formula: Irreducible) -> _Box:
        return self.write(formula.polynomial)

    # --- what is only written ---

    @write.register
    def _(self, formula: List) -> _Box:
        return _separated(", ", map(self.write, formula.items))

    def _listed(self, items: Sequence[Formula]) -> str:
        return ", ".join(map(self.text, items))

    @write.register
    def _(self, formula: Words) -> _Box:
        return _beside(
            *(run if isinstance(run, str) else self.write(run) for run in self.catalogue.runs(formula.message))
        )

    @write.register
    def _(self, formula: Row) -> _Box:
        return _separated(WIDE_SPACE, map(self.write, formula.parts))


def _sides(formula: Equality | Relation) -> tuple[Formula, list[tuple[str, Formula]]]:
    """The first side, and the others with their signs."""
    if isinstance(formula, Relation):
        return formula.terms[0], [(formula.sign, term) for term in formula.terms[1:]]
    unequal = [] if formula.unequal is None else [("≠", formula.unequal)]
    return formula.sides[0], [("=", side) for side in formula.sides[1:]] + unequal


def _before_equals(formula: Formula) -> Formula | None:
    """What stands in front of the first sign of a formula, where that is =."""
    if not isinstance(formula, Equality | Relation):
        return None
    first, others = _sides(formula)
    if isinstance(first, Equality | Relation):
        return _before_equals(first)
    return first if others and others[0][0] == "=" else None


def _is_fraction(box: _Box) -> bool:
    return not box.is_tall and _has_outside(box.lines[0], "/")


def _is_enclosed(text: str) -> bool:
    """Whether one pair of brackets is around the whole text."""
    return text.startswith("(") and text.endswith(")") and all(_depths(text)[1:-1])


def _centred(column: Sequence[str]) -> list[str]:
    width = max(map(_columns, column))
    return [_padded(" " * ((width - _columns(text)) // 2) + text, width) for text in column]


# --- pages ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """Lays out paragraphs and displays in lines of some width.

    Attributes:
        writer: Writes the formulas.
        width: Columns.
    """

    writer: _Writer
    width: int

    @property
    def indent(self) -> int:
        """The columns in front of a display."""
        return INDENT if self.width >= WIDE_PAGE else INDENT // 2

    def underlined(self, heading: Message, role: str, rule: str, paint: Paint, number: str = "") -> list[str]:
        """A heading over a line."""
        rows = self.paragraph([heading], number)
        width = max(map(_columns, rows))
        return [*(paint(role, _PAINTED.sub(r"\1", row)) for row in rows), rule * width]

    def block(self, block: Block) -> list[str]:
        """The lines of a paragraph or a display."""
        return self.paragraph(block.sentences) if isinstance(block, Paragraph) else self.display(block.formulas)

    def paragraph(self, sentences: Sequence[Message], start: str = "") -> list[str]:
        """Sentences in lines, their formulas between the words; one that is tall gets lines of its own."""
        lines: list[str] = []
        for part in self._parts(sentences, start):
            if isinstance(part, _Box):
                lines += ["", *self._indented(part), ""]
            else:
                lines += _wrapped(part.strip(" "), self.width)
        return lines[:-1] if lines and not lines[-1] else lines

    def _parts(self, sentences: Sequence[Message], start: str) -> Iterator[str | _Box]:
        """The text, in pieces around the tall formulas; punctuation behind these belongs to them."""
        text, tall = start, None
        for run in self._runs(sentences):
            if isinstance(run, str):
                text += run
            elif not (box := self.writer.write(run)).is_tall:
                text = self._joined(text, box.lines[0])
            else:
                yield from self._around(tall, text)
                text, tall = "", self.writer.fitted(run, self.width - self.indent)
        yield from self._around(tall, text)

    @staticmethod
    def _around(tall: _Box | None, text: str) -> Iterator[str | _Box]:
        """A tall formula, where there is one, and the text behind it."""
        if tall is not None:
            punctuation = _PUNCTUATION.match(text)
            yield _beside(tall, punctuation[0]) if punctuation else tall
            text = text[punctuation.end() :] if punctuation else text
        if text.strip(" "):
            yield text

    def _joined(self, text: str, formula: str) -> str:
        """A text with a formula behind it, in which no line ends unless it is long."""
        width = _columns(formula)
        if width <= LETTERS and text.endswith(" "):
            text = text[:-1] + NO_BREAK
        short = width <= min(SHORT, self.width * 2 // 3)
        return text + (formula.replace(" ", NO_BREAK) if short else _breakable(formula, self.width - 2))

    def _runs(self, sentences: Sequence[Message]) -> Iterator[Run]:
        for k, sentence in enumerate(sentences):
            if k:
                yield " "
            for run in self.writer.catalogue.runs(sentence):
                yield re.sub(r"[ \n]+", " ", run) if isinstance(run, str) else run

    def display(self, formulas: Sequence[Formula]) -> list[str]:
        """Formulas in lines of their own; equations one below the other have their signs one below the other."""
        room = self.width - self.indent
        boxes = self._equations(formulas, room) or [self.writer.fitted(x, room) for x in formulas]
        return self._indented(_stacked(boxes, apart=True))

    def _equations(self, formulas: Sequence[Formula], room: int) -> list[_Box]:
        """Equations in a line each, aligned at their signs; nothing where there are others or they do not fit."""
        firsts = [_before_equals(x) for x in formulas]
        lefts = [self.writer.write(x).width for x in firsts if x is not None]
        if len(formulas) == 1 or len(lefts) < len(formulas):
            return []
        boxes = [self.writer.write(x) for x in formulas]
        shifted = [_beside(" " * (max(lefts) - left), box) for left, box in zip(lefts, boxes, strict=True)]
        return shifted if not any(x.is_tall or x.width > room for x in shifted) else []

    def _indented(self, box: _Box) -> list[str]:
        return [" " * self.indent + row for row in box.lines]
