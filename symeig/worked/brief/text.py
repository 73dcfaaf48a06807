"""A summary as lines of Unicode text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import singledispatchmethod
from typing import Literal, TypeAlias

from sympy import Expr, MatrixBase

from symeig.exact.eigenvalues import LAMBDA
from symeig.worked.brief.parts import (
    Assumptions,
    Eigenvalues,
    Extent,
    Factorization,
    FloatReadings,
    Given,
    Number,
    Obstruction,
    Part,
    Polynomials,
    Proof,
    Spectrum,
    Vectors,
)
from symeig.worked.brief.phrases import Phrases, decimal_text, shown_places, unit_vector_terms
from symeig.worked.brief.summary import Summary
from symeig.writing import SUPERSCRIPTS, bracketed, display_width, line

__all__ = ["Paint", "Role", "matrix_block", "to_text"]

Role: TypeAlias = Literal["heading", "remark"]
Paint: TypeAlias = Callable[[Role, str], str]

# Rows of a matrix, entries of a vector, and eigenvalues, beyond which some are left out.
MANY_ROWS = 16
MANY_ENTRIES = 12
MANY_EIGENVALUES = 24

# Rows and entries that are shown of many, and the last one.
FEW = 5

# Digits of an integer that are shown before it is cut.
MANY_DIGITS = 24

# Lines that a polynomial may take.
MANY_LINES = 3

# Characters of a piece of text in which a line may end.
LONG_PIECE = 40

# A space where no line ends, and a place without a space where one may.
NO_BREAK = "\N{NO-BREAK SPACE}"
BREAK = "\N{ZERO WIDTH SPACE}"


def to_text(summary: Summary, *, language: str = "en", width: int = 80, paint: Paint | None = None) -> str:
    """A summary as text.

    Args:
        summary: What is said.
        language: The language of the words.
        width: Columns of the terminal.
        paint: Gives a line its colour, by its role; None for none.

    Returns:
        Lines that end with a newline each. Large matrices and long numbers are shortened, and a last line says so.

    Examples:
        >>> from symeig import eigensystem
        >>> from symeig.worked.brief import summarise
        >>> print(to_text(summarise(eigensystem([[2, 1], [2, 3]]), goal="eigenvalues")))
        A = ⎡ 2  1 ⎤
            ⎣ 2  3 ⎦
        <BLANKLINE>
        Characteristic polynomial
          λ² − 5λ + 4 = (λ − 1)(λ − 4)
        <BLANKLINE>
        Eigenvalues
          λ₁ = 1
          λ₂ = 4
        <BLANKLINE>
        Proved: all eigenvalues, their multiplicities, tr A = Σλ, det A = Πλ,
        rank A = n − dim ker A
        <BLANKLINE>
    """
    page = _Page(language, width, paint or (lambda _, text: text))
    blocks = [page.show(part) for part in summary.parts]
    if page.is_shortened:
        blocks.append(page.remark(page.say("shortened")))
    rows = "\n\n".join("\n".join(block) for block in blocks).splitlines()
    return "".join(row.replace(NO_BREAK, " ").replace(BREAK, "").rstrip() + "\n" for row in rows)


def matrix_block(M: MatrixBase, width: int = 80) -> list[str]:
    """A matrix as lines of a width, with dots in the place of middle rows and columns where there are too many."""
    return _Page("en", width, lambda _, text: text).matrix(M, width)


class _Page(Phrases):
    """Lays parts out in lines of some width."""

    dots = "…"
    times = "×"
    unequal = "≠"
    identities = ("tr A = Σλ", "det A = Πλ", "rank A = n − dim ker A")

    def __init__(self, language: str, width: int, paint: Paint) -> None:
        super().__init__(language)
        self.width = width
        self.paint = paint
        self.is_shortened = False

    # --- parts ---

    @singledispatchmethod
    def show(self, part: Part) -> list[str]:
        """The lines of a part."""
        raise NotImplementedError(part)

    @show.register
    def _(self, part: Given) -> list[str]:
        generators = ", ".join(map(line, part.generators))
        field = self.say("over-field", field=f"ℚ({generators})") if generators else ""
        size = f"{part.matrix.rows}×{part.matrix.cols}" if part.matrix.rows > MANY_ROWS or not part.matrix.rows else ""
        remarks = "  ".join(filter(None, [size, field]))
        room = self.width - (display_width(remarks) + 3 if remarks else 0)
        return beside(["A ="], self.matrix(part.matrix, room - 4), [f"  {remarks}" if remarks else ""])

    @show.register
    def _(self, part: FloatReadings) -> list[str]:
        return self.wrapped(self.say(f"floats-read-as-{part.reading}"))

    @show.register
    def _(self, part: Polynomials) -> list[str]:
        whole = self.polynomial(part.characteristic)
        if part.is_irreducible:
            whole = ", ".join([whole, self.say("is-irreducible")])
        elif part.factored is not None:
            whole += f" = {self.polynomial(part.factored)}"
        lines = [self.heading(self.say("section-characteristic")), *self.wrapped(whole, 2)]
        if part.minimal is not None:
            lines += ["", self.heading(self.say("minimal-polynomial")), *self.wrapped(self.polynomial(part.minimal), 2)]
        return lines

    @show.register
    def _(self, part: Spectrum) -> list[str]:
        if not part.groups:
            return [self.say("no-eigenvalues")]
        alone = [group for group in part.groups if group.polynomial is None]
        rows = self.table(alone[:MANY_EIGENVALUES], part.vectors)
        lines = [self.heading(self.say(f"spectrum-{part.vectors}"))]
        for group in part.groups:
            lines += next(rows, []) if group.polynomial is None else self.together(group, part.vectors)
        lines += self.more(len(alone), 2)
        if part.vectors == "chains":
            remark = self.say("arrow-multiplies", arrow="←", difference="A − λ")
            lines.append(f"  ({remark})")
        return lines

    @show.register
    def _(self, part: Obstruction) -> list[str]:
        return self.wrapped(self.obstruction(part.eigenvalues))

    @show.register
    def _(self, part: Factorization) -> list[str]:
        X, Y = part.names
        inverse = {"orthogonal": f", {X}ᵀ {X} = I", "unitary": f", {X}* {X} = I"}.get(part.kind, "")
        heading = self.heading(self.say(f"decomposition-{part.kind}"))
        lines = [f"{heading}  A {X} = {X} {Y}{inverse}"]
        for version in part.versions:
            blocks = self.side_by_side(part.names, version)
            if blocks:
                return lines + blocks
        if part.versions and (part.versions[-1][0].rows > MANY_ROWS or not part.numbers):
            for name, M in zip(part.names, part.versions[-1], strict=True):
                lines += indented(beside([f"{name} ="], self.matrix(M, self.width - 6)))
            return lines
        return lines + self.wrapped(self.columns(part, f"{Y} = diag({self.names(part.numbers)})"), 2)

    @show.register
    def _(self, part: Assumptions) -> list[str]:
        conditions = ", ".join(unbroken(self.condition(c)) for c in part.conditions)
        return self.wrapped(self.say("holds-where", conditions=conditions))

    @show.register
    def _(self, part: Proof) -> list[str]:
        return self.remark(self.say("proved", statements=", ".join(map(unbroken, self.statements(part.form)))))

    # --- eigenvalues ---

    def more(self, count: int, indent: int) -> list[str]:
        """A line for the eigenvalues that are left out."""
        if count <= MANY_EIGENVALUES:
            return []
        self.is_shortened = True
        return [" " * indent + "… " + self.say("and-more", count=count - MANY_EIGENVALUES)]

    def table(self, groups: Sequence[Eigenvalues], vectors: Vectors) -> Iterator[list[str]]:
        """Single eigenvalues in columns; where a row is too wide, the vectors of all get lines of their own."""
        values = value_cells([group.numbers[0] for group in groups], self.number)
        rows = [[*v, self.multiplicity(g), self.vectors(g, vectors)] for v, g in zip(values, groups, strict=True)]
        widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
        in_columns = sum(w + 3 for w in widths if w) <= self.width
        for *cells, last in rows:
            first = "  " + "".join(padded(cell, w + 3) for cell, w in zip(cells, widths, strict=False) if w)
            yield [first + last] if in_columns or not last else [first, *self.wrapped(last, 6)]

    def together(self, group: Eigenvalues, vectors: Vectors) -> list[str]:
        """What is said of the roots of a polynomial."""
        lines = self.wrapped(self.roots(group, self.factor(group.polynomial, len(group.numbers))), 2)
        known = [n for n in group.numbers if n.value is not None or n.decimals is not None]
        lines += [f"    {row}" for row in aligned(value_cells(known[:MANY_EIGENVALUES], self.number))]
        lines += self.more(len(known), 4)
        told = self.vectors(group, vectors)
        each = self.say("for-each-root", variable=line(LAMBDA))
        return lines + (self.wrapped(f"{each}: {told}", 4) if told else [])

    def vectors(self, group: Eigenvalues, vectors: Vectors) -> str:
        """The vectors of an eigenvalue in a line."""
        chains = group.chains
        if chains is None:
            return ""
        if isinstance(chains, Extent):
            self.is_shortened = True
            return self.say("vector-or-vectors-of", count=sum(group.block_sizes), extent=self.extent(chains))
        written = [" ← ".join(map(self.vector, chain)) for chain in chains]
        if group.lengths is not None:
            lengths = (unbroken(line(r)) for r in group.lengths)
            written = [self.say("of-length", vector=v, length=r) for v, r in zip(written, lengths, strict=True)]
        listed = ", ".join(written)
        if any(len(chain) > 1 for chain in chains):
            return self.say("chains-listed", count=len(written), chains=listed)
        if vectors == "chains":
            return self.say("eigenvectors-listed", count=len(written), vectors=listed)
        return f"v = {listed}"

    def vector(self, v: MatrixBase) -> str:
        """A column as (x, y, z), or by unit vectors where it is long."""
        if len(v) <= MANY_ENTRIES:
            return unbroken("(" + ", ".join(unbroken(self.number(x)) for x in v) + ")")
        terms = unit_vector_terms(v, FEW)
        self.is_shortened |= None in terms
        return " + ".join("…" if x is None else unbroken(self.number(x)) for x in terms).replace("+ −", "− ")

    # --- mathematics ---

    def write(self, expr: Expr) -> str:
        """An expression."""
        return line(expr)

    def formula(self, text: str) -> str:
        """Mathematics between words is marked by nothing."""
        return text

    def number(self, expr: Expr) -> str:
        """An expression with its long integers cut."""
        return re.sub(rf"\d{{{MANY_DIGITS + 1},}}", self._cut, line(expr))

    def _cut(self, digits: re.Match[str]) -> str:
        self.is_shortened = True
        count = self.say("digits-in-all", count=len(digits[0])).replace(" ", NO_BREAK)
        return f"{digits[0][:8]}…({count})"

    def polynomial(self, expr: Expr) -> str:
        """A polynomial, its middle left out where it is too long; lines end between terms or factors."""
        text = re.sub(r" ([+−]) ", rf" \1{NO_BREAK}", self.number(expr))
        if expr.is_Mul:
            text = BREAK.join(unbroken(factor) for factor in text.replace(")(", f"){BREAK}(").split(BREAK))
        pieces = re.split(rf"( |{BREAK})", text)
        if display_width(text) > MANY_LINES * (self.width - 6):
            self.is_shortened = True
            pieces[3:-2] = [f" +{NO_BREAK}…"] if pieces[1] == " " else ["⋯"]
        return "".join(pieces)

    def factor(self, expr: Expr, degree: int) -> str:
        """A polynomial, or words for it where it takes more than a line."""
        text = self.polynomial(expr)
        return text if display_width(text) < self.width - 24 else self.say("irreducible-factor", degree=degree)

    def matrix(self, M: MatrixBase, room: int) -> list[str]:
        """A matrix, with dots in the place of middle rows and columns where there are too many for the room."""
        rows = shown_places(M.rows, MANY_ROWS, FEW)
        lines = bracketed(self._entries(M, rows, shown_places(M.cols, MANY_ROWS, FEW)))
        few = FEW
        while display_width(lines[0]) > room and M.cols > few > 1:
            lines = bracketed(self._entries(M, rows, shown_places(M.cols, 0, few)))
            few -= 1
        self.is_shortened |= None in rows or few < FEW or M.cols > MANY_ROWS
        return lines

    def _entries(self, M: MatrixBase, rows: Sequence[int | None], columns: Sequence[int | None]) -> list[list[str]]:
        dots = {(True, False): "⋮", (False, True): "⋯", (True, True): "⋱"}
        return [
            [dots[i is None, j is None] if i is None or j is None else self.number(M[i, j]) for j in columns]
            for i in rows
        ]

    def side_by_side(self, names: Sequence[str], matrices: Sequence[MatrixBase]) -> list[str]:
        """Two matrices, in one row or in two; nothing where they do not fit."""
        if matrices[0].rows > MANY_ROWS:
            return []
        every = range(matrices[0].rows)
        X, Y = (
            beside([f"{name} ="], bracketed(self._entries(M, every, every)))
            for name, M in zip(names, matrices, strict=True)
        )
        both = beside(X, ["  "], Y)
        if display_width(both[0]) <= self.width - 2:
            return indented(both)
        return indented([*X, *Y]) if max(map(display_width, (X[0], Y[0]))) <= self.width - 2 else []

    # --- lines ---

    def heading(self, text: str) -> str:
        """A heading."""
        return self.paint("heading", text)

    def remark(self, text: str) -> list[str]:
        """Lines that say less than the others."""
        return [self.paint("remark", row) for row in self.wrapped(text)]

    def wrapped(self, text: str, indent: int = 0) -> list[str]:
        """Lines of the page's width, the later ones indented further."""
        margin = " " * indent
        lines, row = [], margin
        for piece in re.split(rf"(?<= )|(?<={BREAK})", text):
            if display_width((row + piece).rstrip()) >= self.width and row.strip():
                lines.append(row)
                row = margin + "  " * bool(indent)
            row += piece
        return [*lines, row]


def value_cells(numbers: Sequence[Number], write: Callable[[Expr], str]) -> list[list[str]]:
    """For each eigenvalue λ = value and ≈ decimals, the signs and the decimal points aligned."""
    names = aligned([[line(n.name)] for n in numbers])
    texts = [decimal_text(n.decimals, _power).replace("-", "−") if n.decimals else "" for n in numbers]
    point = max((len(text.partition(".")[0]) for text in texts), default=0)
    approximate = ["≈ " + text.rjust(len(text) + point - len(text.partition(".")[0])) if text else "" for text in texts]
    return [
        [f"{name} {x}".rstrip(), ""] if n.value is None else [f"{name} = {write(n.value)}", x]
        for n, name, x in zip(numbers, names, approximate, strict=True)
    ]


def _power(exponent: int) -> str:
    return f"·10{str(exponent).translate(SUPERSCRIPTS)}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Cells in columns, aligned on the left."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return ["   ".join(padded(c, w) for c, w in zip(row, widths, strict=True) if w) for row in rows]


def beside(*blocks: Sequence[str]) -> list[str]:
    """Blocks of lines next to each other, with a space between, each centred vertically."""
    height = max(map(len, blocks))
    columns = []
    for block in blocks:
        above = (height - len(block)) // 2
        width = max(map(display_width, block))
        filled = [""] * above + list(block) + [""] * (height - len(block) - above)
        columns.append([padded(row, width) for row in filled])
    return [" ".join(row) for row in zip(*columns, strict=True)]


def padded(text: str, width: int) -> str:
    """A text with spaces behind it."""
    return text + " " * (width - display_width(text))


def indented(lines: Iterable[str]) -> list[str]:
    """Lines two columns to the right."""
    return [f"  {row}" for row in lines]


def unbroken(text: str) -> str:
    """A text in which no line ends, unless it is long."""
    return text.replace(" ", NO_BREAK) if len(text) < LONG_PIECE else text
