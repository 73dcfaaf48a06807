r"""A summary as a fragment of LaTeX, which needs amsmath and amssymb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from itertools import pairwise

from sympy import Expr, MatrixBase

from symeig.exact.conditions import Condition
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
)
from symeig.worked.brief.phrases import (
    decimal_text,
    extent_phrase,
    multiplicity_phrase,
    names_phrase,
    obstruction_phrase,
    proved_statements,
    reading_phrase,
    real_phrase,
    shown_places,
    unit_vector_terms,
)
from symeig.worked.brief.summary import Summary
from symeig.writing import display_width, latex, matrix_lines

__all__ = ["to_latex"]

# Rows of a matrix and entries of a vector beyond which some are left out, and how many are then shown before the last.
MANY_ROWS = 12
FEW = 5

# Eigenvalues beyond which some are left out.
MANY_EIGENVALUES = 24

# Columns of text beyond which two matrices do not stand in one line, and beyond which one is too wide.
LINE = 70
WIDE_LINE = 120

# Characters of LaTeX beyond which a formula is not displayed, and beyond which a polynomial is not written out.
LONG_FORMULA = 160
LONG_POLYNOMIAL = 400

FORMULAS = {
    "A P = P D": r"$A P = P D$",
    "A P = P J": r"$A P = P J$",
    "A P = P C": r"$A P = P C$",
    "P invertible": r"$P$ invertible",
    "tr A = Σλ": r"$\operatorname{tr} A = \sum \lambda$",
    "det A = Πλ": r"$\det A = \prod \lambda$",
    "rank A = n − dim ker A": r"$\operatorname{rank} A = n - \dim \ker A$",
}


def to_latex(summary: Summary) -> str:
    r"""A summary as a fragment of LaTeX.

    Args:
        summary: What is said.

    Returns:
        Paragraphs and displayed formulas for a document with ``\usepackage{amsmath, amssymb}``; ASCII. Large matrices
        are shortened with dots, and a comment at the end says so.

    Examples:
        >>> from symeig import eigensystem
        >>> from symeig.worked.brief import summarise
        >>> print(to_latex(summarise(eigensystem([[2, 1], [2, 3]]), goal="eigenvalues")))
        \[
          A = \begin{pmatrix} 2 & 1 \\ 2 & 3 \end{pmatrix}
        \]
        \[
          \det(\lambda I - A) = \lambda^{2} - 5 \lambda + 4 = \left(\lambda - 1\right) \left(\lambda - 4\right)
        \]
        Eigenvalues:
        \begin{alignat*}{2}
          \lambda_{1} &= 1 \\
          \lambda_{2} &= 4
        \end{alignat*}
        Proved: all eigenvalues, their multiplicities, $\operatorname{tr} A = \sum \lambda$, $\det A = \prod \lambda$,
        $\operatorname{rank} A = n - \dim \ker A$.
        <BLANKLINE>
    """
    fragment = _Fragment()
    blocks = [fragment.show(part) for part in summary.parts]
    if fragment.is_shortened:
        blocks.append("% Shortened for reading: --format json has everything.")
    return joined(blocks) + "\n"


class _Fragment:
    """Writes parts as LaTeX."""

    def __init__(self) -> None:
        self.is_shortened = False

    # --- parts ---

    @singledispatchmethod
    def show(self, part: Part) -> str:
        """The LaTeX of a part."""
        raise NotImplementedError(part)

    @show.register
    def _(self, part: Given) -> str:
        field = rf" \quad\text{{over }} \mathbb{{Q}}\left({listed(part.generators)}\right)" if part.generators else ""
        size = rf" \quad ({part.matrix.rows} \times {part.matrix.cols})" if part.matrix.rows > MANY_ROWS else ""
        return display(f"A = {self.matrix(part.matrix)}{size}{field}")

    @show.register
    def _(self, part: FloatReadings) -> str:
        return reading_phrase(part.reading)

    @show.register
    def _(self, part: Polynomials) -> str:
        text = rf"\det(\lambda I - A) = {self.polynomial(part.characteristic)}"
        if part.is_irreducible:
            text += r" \quad\text{(irreducible)}"
        elif part.factored is not None:
            text += f" = {self.polynomial(part.factored)}"
        blocks = [display(text)]
        if part.minimal is not None:
            blocks += ["Minimal polynomial:", display(self.polynomial(part.minimal))]
        return joined(blocks)

    @show.register
    def _(self, part: Spectrum) -> str:
        if not part.groups:
            return "There are no eigenvalues."
        alone = [group for group in part.groups if group.polynomial is None]
        blocks = ["Eigenvalues:" if part.vectors == "none" else "Eigenvalues and eigenvectors:"]
        if part.vectors == "chains":
            blocks = [r"Eigenvalues and Jordan chains, where $\leftarrow$ is multiplication by $A - \lambda$:"]
        if alone:
            rows = [self.row(group) for group in alone[:MANY_EIGENVALUES]]
            blocks.append(aligned(rows + self.more(len(alone))))
        blocks += [self.together(group) for group in part.groups if group.polynomial is not None]
        return joined(blocks)

    @show.register
    def _(self, part: Obstruction) -> str:
        group = part.eigenvalues
        number = group.numbers[0]
        if group.polynomial is None:
            subject = f"${latex(number.name)} = {latex(number.value)}$"
        else:
            subject = f"each of ${names_phrase(group.numbers, latex, DOTS)}$"
        return f"Not diagonalizable: {subject} {obstruction_phrase(group)}."

    @show.register
    def _(self, part: Factorization) -> str:
        X, Y = part.names
        inverse = {"orthogonal": rf", \quad {X}^{{T}} {X} = I", "unitary": rf", \quad {X}^{{*}} {X} = I"}
        blocks = [display(f"A {X} = {X} {Y}{inverse.get(part.kind, '')}")]
        for version in part.versions:
            widths = [display_width(matrix_lines(M[:MANY_ROWS, :MANY_ROWS])[0]) for M in version]
            if max(widths) < WIDE_LINE or version is part.versions[-1]:
                X_text, Y_text = (rf"{name} &= {self.matrix(M)}" for name, M in zip(part.names, version, strict=True))
                return joined(
                    [*blocks, aligned([rf"{X_text} & \qquad {Y_text}"] if sum(widths) < LINE else [X_text, Y_text])]
                )
        names = f"${names_phrase(part.numbers, latex, DOTS)}$"
        vectors = "eigenvectors, divided by their lengths" if part.kind in inverse else "eigenvectors"
        if part.kind == "jordan":
            text = f"${Y}$ has the Jordan blocks of {names}, in this order, and the columns of ${X}$ are their chains."
        else:
            text = (
                f"${Y}$ is the diagonal matrix of {names}, and the columns of ${X}$ are their {vectors}, in this order."
            )
        return joined([*blocks, text])

    @show.register
    def _(self, part: Assumptions) -> str:
        return f"Holds where {', '.join(map(condition, part.conditions))}."

    @show.register
    def _(self, part: Proof) -> str:
        return f"Proved: {', '.join(FORMULAS.get(x, x) for x in proved_statements(part.form))}."

    # --- eigenvalues ---

    def more(self, count: int) -> list[str]:
        """A row for the eigenvalues that are left out."""
        if count <= MANY_EIGENVALUES:
            return []
        self.is_shortened = True
        return [rf"&\text{{and {count - MANY_EIGENVALUES} more}}"]

    def row(self, group: Eigenvalues) -> str:
        """What is said of a single eigenvalue, as a row of an alignment."""
        multiplicity = multiplicity_phrase(group)
        remark = rf" \quad\text{{({multiplicity})}}" if multiplicity else ""
        vectors = self.vectors(group)
        return value(group.numbers[0]) + remark + (rf" & \qquad {vectors}" if vectors else "")

    def together(self, group: Eigenvalues) -> str:
        """What is said of the roots of a polynomial."""
        names = names_phrase(group.numbers, latex, DOTS)
        multiplicity = multiplicity_phrase(group)
        remark = real_phrase(group) + (f", each of {multiplicity}" if multiplicity else "")
        polynomial = latex(group.polynomial)
        if len(polynomial) > LONG_POLYNOMIAL:
            roots_of = f"the irreducible factor of degree {len(group.numbers)}"
        else:
            roots_of = f"${polynomial}$"
        blocks = [f"${names}$ are the roots of {roots_of}{remark}."]
        known = [n for n in group.numbers if n.value is not None or n.decimals is not None]
        if known:
            blocks.append(aligned([value(n) for n in known[:MANY_EIGENVALUES]] + self.more(len(known))))
        if isinstance(group.chains, Extent):
            self.is_shortened = True
            extent = extent_phrase(group.chains).replace("λ", r"$\lambda$")
            blocks.append(rf"For each root $\lambda$: vectors of {extent}.")
        elif group.chains is not None:
            blocks += [r"For each root $\lambda$:", aligned([self.vectors(group)])]
        return joined(blocks)

    def vectors(self, group: Eigenvalues) -> str:
        """The vectors of an eigenvalue."""
        if group.chains is None:
            return ""
        if isinstance(group.chains, Extent):
            self.is_shortened = True
            return rf"v &\text{{: vectors of {extent_phrase(group.chains)}}}"
        written = [r" \leftarrow ".join(map(self.column, chain)) for chain in group.chains]
        if group.lengths is not None:
            pairs = zip(written, group.lengths, strict=True)
            written = [rf"{v} \text{{ of length }} {latex(length)}" for v, length in pairs]
        return "v &= " + r",\; ".join(written)

    # --- mathematics ---

    def polynomial(self, expr: Expr) -> str:
        """A polynomial, or words for it where it is long."""
        text = latex(expr)
        if len(text) <= LONG_POLYNOMIAL:
            return text
        self.is_shortened = True
        return r"\cdots"

    def column(self, v: MatrixBase) -> str:
        """A vector."""
        if len(v) <= MANY_ROWS:
            return self.matrix(v)
        terms = unit_vector_terms(v, FEW)
        self.is_shortened |= None in terms
        return " + ".join(r"\cdots" if x is None else latex(x) for x in terms).replace("+ -", "- ")

    def matrix(self, M: MatrixBase) -> str:
        """A matrix, with dots in the place of middle rows and columns where there are many."""
        rows, columns = (shown_places(count, MANY_ROWS, FEW) for count in M.shape)
        self.is_shortened |= None in rows + columns
        dots = {(True, False): r"\vdots", (False, True): r"\cdots", (True, True): r"\ddots"}
        entries = [
            " & ".join(dots[i is None, j is None] if i is None or j is None else latex(M[i, j]) for j in columns)
            for i in rows
        ]
        body = (r" \\[4pt] " if any(r"\frac" in row for row in entries) else r" \\ ").join(entries)
        if len(columns) <= MATRIX_COLUMNS:
            return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
        return rf"\left(\begin{{array}}{{{'c' * len(columns)}}} {body} \end{{array}}\right)"


DOTS = r"\dots"

# Columns that amsmath's matrices have at most.
MATRIX_COLUMNS = 10


def condition(statement: Condition) -> str:
    """What is taken for granted of parameters."""
    if statement.kind == "invertible":
        return str(statement).replace("×", r"$\times$")
    text = latex(statement.expr)
    return {
        "nonzero": rf"${text} \neq 0$",
        "real": f"${text}$ is real",
        "separable": f"the roots of ${text}$ are distinct",
    }[statement.kind]


def value(number: Number) -> str:
    """λ = value ≈ decimals, aligned at the first sign."""
    sides = [] if number.value is None else [f"= {latex(number.value)}"]
    if number.decimals is not None:
        decimals = decimal_text(number.decimals, lambda k: rf" \cdot 10^{{{k}}}")
        sides.append(rf"\approx {decimals}")
    return f"{latex(number.name)} &{' '.join(sides)}"


def display(formula: str) -> str:
    """A displayed formula, or one in running text where it is too long for a line."""
    return f"\\[\n  {formula}\n\\]" if len(formula) < LONG_FORMULA or r"\begin" in formula else f"${formula}$"


def joined(blocks: Sequence[str]) -> str:
    """Blocks below each other, paragraphs apart."""
    text = blocks[0]
    for before, block in pairwise(blocks):
        apart = before[-1] not in "]}" and block[0] != "\\"
        text += ("\n\n" if apart else "\n") + block
    return text


def aligned(rows: Sequence[str]) -> str:
    """Displayed formulas with aligned signs."""
    body = " \\\\\n  ".join(rows)
    return f"\\begin{{alignat*}}{{2}}\n  {body}\n\\end{{alignat*}}"


def listed(expressions: Sequence[Expr]) -> str:
    """Expressions with commas between."""
    return ", ".join(map(latex, expressions))
