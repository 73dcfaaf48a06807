r"""Formulas in presentation MathML, of the elements that browsers know without help (MathML Core)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, singledispatchmethod
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from sympy import Expr, Integer, MatrixBase, Symbol

from symeig.worked.brief.phrases import decimal_text
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
from symeig.worked.messages import Catalogue, say
from symeig.worked.render.arrangement import begins_with_minus, factors, is_base, is_sum, operation, signed_terms
from symeig.writing import in_brackets, mathml, one_element, raised

__all__ = ["NARROW", "MathML", "width"]

# Widths, in characters, of a line on the screen of a phone and on any other one; longer equations are broken.
NARROW = 30
LONG = 68
# The width beyond which the first side of a long equation stands alone.
LONG_LEFT_SIDE = 24

TIMES = "<mo>&#x2062;</mo>"
APPLY = "<mo>&#x2061;</mo>"
THIN_SPACE = '<mspace width="0.17em"/>'
COMMA_SPACE = '<mspace width="0.5em"/>'
WIDE_SPACE = '<mspace width="2em"/>'
INDENT = '<mspace width="1.5em"/>'
MINUS = "<mo>−</mo>"
LAMBDA = "<mi>λ</mi>"

# Signs that have space on both sides.
SPACED = frozenset("+−=≠≈←→↔⇒⇔")

# Names of functions; those of two words are applied one after the other.
FUNCTIONS = {"nullity": "dim ker"}

_PIECE = re.compile(r"(?P<digits>[\d.]+)|E(?P<power>-?\d+)|(?P<i>i)|(?P<sign>[-+])")


@dataclass(frozen=True)
class MathML:
    """Writes formulas.

    Attributes:
        catalogue: The words that stand in formulas.
        variable: The name of the letter that is written for λ.
    """

    catalogue: Catalogue
    variable: str = "lambda"

    def inline(self, formula: Formula) -> str:
        """A formula between words, as a ``math`` element; a list as several, so that lines can end between them."""
        if isinstance(formula, List):
            *items, last = map(self.inline, formula.items)
            return "".join([*(f'<span class="with-stop">{item},</span> ' for item in items), last])
        return f"<math>{self._with_variable(self.write(formula))}</math>"

    def displayed(self, formulas: Sequence[Formula]) -> list[list[str]]:
        """Formulas as lines of their own: for each the ``math`` elements, between which it may be broken.

        Several equations are one table, aligned where their sides meet.
        """
        equations = [x for x in formulas if isinstance(x, Equality | Relation)]
        if 1 < len(equations) == len(formulas):
            lines = [[_aligned(row for x in equations for row in self._rows(x))]]
        else:
            lines = list(map(self._parts, formulas))
        return [[f'<math display="block">{self._with_variable(part)}</math>' for part in line] for line in lines]

    def _with_variable(self, text: str) -> str:
        return text.replace(LAMBDA, mathml(Symbol(self.variable)))

    def _parts(self, formula: Formula) -> list[str]:
        """What a displayed formula is made of, between which the line may be broken."""
        if isinstance(formula, Row):
            *first, last = map(self._parts, formula.parts)
            return [*(part for *parts, end in first for part in (*parts, end + WIDE_SPACE)), *last]
        if isinstance(formula, List):
            items = self._items(formula.items)
            return [*(f"{text}<mo>,</mo>{COMMA_SPACE}" for text in items[:-1]), *items[-1:]]
        if isinstance(formula, Reduction):
            first_matrix, *others = map(self.write, formula.matrices)
            return [first_matrix, *(self._arrow(x) + y for x, y in zip(formula.operations, others, strict=True))]
        if isinstance(formula, Equality | Relation):
            sides = ["".join(side) for side in self._sides(formula)]
            whole = "".join(sides)
            if width(whole) > LONG:
                return [_aligned(self._rows(formula))]
            return ["".join(sides[:2]), *sides[2:]] if width(whole) > NARROW else [whole]
        return [self.write(formula)]

    def _rows(self, formula: Equality | Relation) -> Iterator[list[str]]:
        """An equation as rows (left side, sign, right side): one, or one for each sign where it is long.

        A long left side is a row of its own.
        """
        (left,), first, *others = self._sides(formula)
        rest = "".join(map("".join, others))
        if width(left + "".join(first) + rest) <= LONG:
            yield [left, first[0], first[1] + rest]
            return
        if width(left) > LONG_LEFT_SIDE:
            yield [left]
            left = INDENT
        for columns in (first, *others):
            yield [left, *columns]
            left = ""

    def _sides(self, formula: Equality | Relation) -> list[list[str]]:
        """The first side of an equation, and the others with the sign in front of each.

        What is stated of an equation, ⇒ x = y, is one more side of it.
        """
        terms = list(formula.sides if isinstance(formula, Equality) else formula.terms)
        signs = ["=" if isinstance(formula, Equality) else formula.sign] * (len(terms) - 1)
        if isinstance(formula, Equality) and formula.unequal is not None:
            terms, signs = [*terms, formula.unequal], [*signs, "≠"]
        first, *others = terms
        sides = self._sides(first) if isinstance(first, Equality | Relation) else [self._items([first])]
        return [*sides, *([f"<mo>{escape(sign)}</mo>", x] for sign, x in zip(signs, self._items(others), strict=True))]

    def _items(self, formulas: Iterable[Formula]) -> list[str]:
        """Formulas that stand beside signs: a minus sign in front of one of them is not one between two."""
        texts = map(self.write, formulas)
        return [one_element(text) if text.startswith(MINUS) else text for text in texts]

    # --- every node ---

    @singledispatchmethod
    def write(self, formula: Node) -> str:
        """The elements of a formula, side by side."""
        raise NotImplementedError(formula)

    @write.register(Expr)
    def _(self, formula: Expr) -> str:
        return mathml(formula)

    @write.register(MatrixBase)
    def _(self, formula: MatrixBase) -> str:
        return in_brackets(_table([list(map(mathml, row)) for row in formula.tolist()]))

    @write.register
    def _(self, formula: Name) -> str:
        return mathml(Symbol(formula.letter))

    @write.register
    def _(self, formula: Minus) -> str:
        return MINUS + self._term(formula.of)

    @write.register
    def _(self, formula: Sum) -> str:
        texts = []
        for k, (negative, term) in enumerate(signed_terms(formula)):
            sign = MINUS if negative else "<mo>+</mo>" if k else ""
            texts.append(sign + (self._term(term) if sign else self.write(term)))
        return "".join(texts)

    def _term(self, formula: Formula) -> str:
        """A term behind a sign: in brackets where it has a sign of its own."""
        return self._bracketed(formula, brackets=is_sum(formula) or begins_with_minus(formula))

    def _bracketed(self, formula: Formula, *, brackets: bool) -> str:
        text = self.write(formula)
        return in_brackets(text) if brackets else text

    @write.register
    def _(self, formula: Product) -> str:
        texts = []
        for k, (dot, brackets, factor) in enumerate(factors(formula)):
            sign = "<mo>·</mo>" if dot else TIMES if k else ""
            texts.append(sign + self._bracketed(factor, brackets=brackets))
        return "".join(texts)

    @write.register
    def _(self, formula: Quotient) -> str:
        return f"<mfrac>{one_element(self.write(formula.above))}{one_element(self.write(formula.below))}</mfrac>"

    @write.register
    def _(self, formula: Power) -> str:
        scripts = {"T": '<mi mathvariant="normal">T</mi>', "*": "<mo>∗</mo>"}
        exponent = formula.exponent
        if isinstance(exponent, str):
            above = scripts[exponent]
        else:
            above = one_element(mathml(Integer(exponent)) if isinstance(exponent, int) else self.write(exponent))
        return raised(self._base(formula.base), above)

    def _base(self, formula: Formula) -> str:
        return one_element(self._bracketed(formula, brackets=not (is_base(formula) or isinstance(formula, MatrixBase))))

    @write.register
    def _(self, formula: Array) -> str:
        text = in_brackets(_table([list(map(self.write, row)) for row in formula.rows]), formula.fence)
        return THIN_SPACE + text if formula.fence == "||" else text

    @write.register
    def _(self, formula: Tuple) -> str:
        return in_brackets(self._listed(formula.entries))

    @write.register
    def _(self, formula: Column) -> str:
        return in_brackets(_table([[self.write(x)] for x in formula.entries]))

    @write.register
    def _(self, formula: Function) -> str:
        names = FUNCTIONS.get(formula.name, formula.name).split()
        name = (APPLY + THIN_SPACE).join(f"<mi>{x}</mi>" for x in names) + APPLY
        if formula.name == "span":
            return name + in_brackets(self._listed(formula.arguments), "{}")
        (argument,) = formula.arguments
        if isinstance(argument, Name):
            return name + THIN_SPACE + self.write(argument)
        return name + self._bracketed(argument, brackets=not isinstance(argument, MatrixBase | Array | Column))

    @write.register
    def _(self, formula: Dot) -> str:
        return f"{self._term(formula.left)}<mo>·</mo>{self._term(formula.right)}"

    @write.register
    def _(self, formula: Numeral) -> str:
        def element(piece: re.Match[str]) -> str:
            if piece["power"]:
                return f"<mo>·</mo><msup><mn>10</mn>{one_element(mathml(Integer(piece['power'])))}</msup>"
            if piece["digits"]:
                return f"<mn>{piece['digits']}</mn>"
            return f"{TIMES}<mi>i</mi>" if piece["i"] else f"<mo>{piece['sign'].replace('-', '−')}</mo>"

        return _PIECE.sub(element, decimal_text(formula.decimals, lambda k: f"E{k}").replace(" ", ""))

    # --- statements ---

    @write.register(Equality)
    @write.register(Relation)
    def _(self, formula: Equality | Relation) -> str:
        return "".join(map("".join, self._sides(formula)))

    @write.register
    def _(self, formula: Operation) -> str:
        letter = self.catalogue.words(say("row-letter" if formula.lines == "rows" else "column-letter"))
        return self.write(operation(formula, letter))

    @write.register
    def _(self, formula: Reduction) -> str:
        return "".join(self._parts(formula))

    def _arrow(self, operations: Sequence[Operation]) -> str:
        """An arrow with the operations above it, and below it where there are several."""
        half = (len(operations) + 1) // 2
        above, below = (_stacked(map(self.write, part)) for part in (operations[:half], operations[half:]))
        arrow = '<mo stretchy="true">→</mo>'
        if len(operations) > 1:
            return f"{THIN_SPACE}<munderover>{arrow}{below}{above}</munderover>"
        return f"{THIN_SPACE}<mover>{arrow}{above}</mover>"

    @write.register
    def _(self, formula: Irreducible) -> str:
        return self.write(formula.polynomial)

    # --- what is only written ---

    @write.register
    def _(self, formula: List) -> str:
        return self._listed(formula.items)

    def _listed(self, items: Iterable[Formula]) -> str:
        return "<mo>,</mo>".join(self._items(items))

    @write.register
    def _(self, formula: Words) -> str:
        runs = self.catalogue.runs(formula.message)
        return "".join(
            f"<mtext>\u00a0{escape(run.strip())}\u00a0</mtext>" if isinstance(run, str) else self.write(run)
            for run in runs
        )

    @write.register
    def _(self, formula: Row) -> str:
        return WIDE_SPACE.join(map(self.write, formula.parts))


# --- elements ---------------------------------------------------------------------------------------------------------


def _table(rows: Iterable[Iterable[str]]) -> str:
    return f"<mtable>{_lines(map(_cells, rows))}</mtable>"


def _stacked(lines: Iterable[str]) -> str:
    """Formulas below each other, their fractions as large as they are."""
    return _table([line] for line in lines).replace("<mtable>", '<mtable displaystyle="true">', 1)


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"<mtr>{row}</mtr>" for row in rows)


def _cells(row: Iterable[str]) -> str:
    return "".join(f"<mtd>{cell}</mtd>" for cell in row)


def _aligned(rows: Iterable[Sequence[str]]) -> str:
    """Rows of three columns, or of one that takes their place."""
    lines = (_cells(row) if len(row) > 1 else f'<mtd columnspan="3">{row[0]}</mtd>' for row in rows)
    return f'<mtable class="aligned" displaystyle="true">{_lines(lines)}</mtable>'


@lru_cache(maxsize=1024)
def width(elements: str) -> float:
    """About how wide elements of MathML are, in characters.

    Examples:
        >>> width("<mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>12</mn></mfrac>")
        6.0
    """
    return _width(ET.fromstring(f"<mrow>{elements}</mrow>"))  # noqa: S314  (it was written here)


def _width(element: ET.Element) -> float:
    if element.tag == "mspace":
        return 2 * float(element.attrib["width"].removesuffix("em"))
    if not len(element):
        return float(len((element.text or "").strip("\u2061\u2062")))
    if element.tag == "mtable":
        rows = [[_width(cell) + 2 for cell in row] for row in element]
        full = [row for row in rows if len(row) == max(map(len, rows))]
        return float(max([sum(map(max, zip(*full, strict=True))), *map(sum, rows)]))
    if element.tag in {"mfrac", "mover", "munderover"}:
        return max(map(_width, element))
    return sum(_width(part) + 2 * (k > 0 and part.text in SPACED) for k, part in enumerate(element))
