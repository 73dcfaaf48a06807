r"""A summary in LaTeX, which needs amsmath and amssymb: a fragment, or a document that compiles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from itertools import pairwise

from sympy import Expr, MatrixBase

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
from symeig.worked.brief.phrases import Phrases, decimal_text, shown_places, unit_vector_terms
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


DOCUMENT = r"""\documentclass{article}
PACKAGES\usepackage{amsmath, amssymb}
\begin{document}
FRAGMENT\end{document}
"""


def to_latex(summary: Summary, *, language: str = "en", standalone: bool = False) -> str:
    r"""A summary in LaTeX.

    Args:
        summary: What is said.
        language: The language of the words.
        standalone: Whether to write a document that pdflatex compiles; else a fragment.

    Returns:
        Paragraphs and displayed formulas for a document with ``\usepackage{amsmath, amssymb}``; ASCII in English. Other
        languages need their letters: the document loads them. Large matrices are shortened with dots, and a comment at
        the end says so.

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
    fragment = _Fragment(language)
    blocks = [fragment.show(part) for part in summary.parts]
    if fragment.is_shortened:
        blocks.append("% " + fragment.say("shortened"))
    text = joined(blocks) + "\n"
    if not standalone:
        return text
    letters = ""
    if language != "en":
        encoding, name = fragment.say("tex-font-encoding"), fragment.say("tex-language")
        letters = f"\\usepackage[{encoding}]{{fontenc}}\n\\usepackage[{name}]{{babel}}\n"
    return DOCUMENT.replace("PACKAGES", letters).replace("FRAGMENT", text)


class _Fragment(Phrases):
    """Writes parts as LaTeX."""

    dots = r"\dots"
    times = r"\times"
    unequal = r"\neq"
    identities = (
        r"\operatorname{tr} A = \sum \lambda",
        r"\det A = \prod \lambda",
        r"\operatorname{rank} A = n - \dim \ker A",
    )

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.is_shortened = False

    # --- parts ---

    @singledispatchmethod
    def show(self, part: Part) -> str:
        """The LaTeX of a part."""
        raise NotImplementedError(part)

    @show.register
    def _(self, part: Given) -> str:
        generators = listed(part.generators)
        over = self.inside("over-field", field=rf"\mathbb{{Q}}\left({generators}\right)") if generators else ""
        field = rf" \quad{over}" if over else ""
        size = rf" \quad ({part.matrix.rows} \times {part.matrix.cols})" if part.matrix.rows > MANY_ROWS else ""
        return display(f"A = {self.matrix(part.matrix)}{size}{field}")

    @show.register
    def _(self, part: FloatReadings) -> str:
        return self.say(f"floats-read-as-{part.reading}")

    @show.register
    def _(self, part: Polynomials) -> str:
        text = rf"\det(\lambda I - A) = {self.polynomial(part.characteristic)}"
        if part.is_irreducible:
            irreducible = self.say("is-irreducible")
            text += rf" \quad\text{{({irreducible})}}"
        elif part.factored is not None:
            text += f" = {self.polynomial(part.factored)}"
        blocks = [display(text)]
        if part.minimal is not None:
            blocks += [self.say("minimal-polynomial") + ":", display(self.polynomial(part.minimal))]
        return joined(blocks)

    @show.register
    def _(self, part: Spectrum) -> str:
        if not part.groups:
            return self.say("no-eigenvalues")
        alone = [group for group in part.groups if group.polynomial is None]
        heading = self.say("spectrum-none" if part.vectors == "none" else "spectrum-eigenvectors")
        if part.vectors == "chains":
            heading = self.say("spectrum-with-arrow", arrow=r"$\leftarrow$", difference=r"$A - \lambda$")
        blocks = [heading + ":"]
        if alone:
            rows = [self.row(group) for group in alone[:MANY_EIGENVALUES]]
            blocks.append(aligned(rows + self.more(len(alone))))
        blocks += [self.together(group) for group in part.groups if group.polynomial is not None]
        return joined(blocks)

    @show.register
    def _(self, part: Obstruction) -> str:
        return self.obstruction(part.eigenvalues)

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
        diagonal = self.say("diagonal-matrix-of", D=f"${Y}$", eigenvalues=f"${self.names(part.numbers)}$")
        return joined([*blocks, self.columns(part, diagonal)])

    @show.register
    def _(self, part: Assumptions) -> str:
        return self.say("holds-where", conditions=", ".join(map(self.condition, part.conditions)))

    @show.register
    def _(self, part: Proof) -> str:
        return self.say("proved", statements=", ".join(self.statements(part.form))) + "."

    # --- eigenvalues ---

    def more(self, count: int) -> list[str]:
        """A row for the eigenvalues that are left out."""
        if count <= MANY_EIGENVALUES:
            return []
        self.is_shortened = True
        return ["&" + self.inside("and-more", count=count - MANY_EIGENVALUES)]

    def row(self, group: Eigenvalues) -> str:
        """What is said of a single eigenvalue, as a row of an alignment."""
        multiplicity = self.multiplicity(group)
        remark = rf" \quad\text{{({multiplicity})}}" if multiplicity else ""
        vectors = self.vectors(group)
        return value(group.numbers[0]) + remark + (rf" & \qquad {vectors}" if vectors else "")

    def together(self, group: Eigenvalues) -> str:
        """What is said of the roots of a polynomial."""
        polynomial = f"${latex(group.polynomial)}$"
        if len(polynomial) > LONG_POLYNOMIAL + 2:
            polynomial = self.say("irreducible-factor", degree=len(group.numbers))
        blocks = [self.roots(group, polynomial) + "."]
        known = [n for n in group.numbers if n.value is not None or n.decimals is not None]
        if known:
            blocks.append(aligned([value(n) for n in known[:MANY_EIGENVALUES]] + self.more(len(known))))
        each = self.say("for-each-root", variable=r"$\lambda$")
        each = each[0].upper() + each[1:]
        if isinstance(group.chains, Extent):
            self.is_shortened = True
            vectors = self.say("vectors-of", extent=self.extent(group.chains))
            blocks.append(f"{each}: {vectors}.")
        elif group.chains is not None:
            blocks += [f"{each}:", aligned([self.vectors(group)])]
        return joined(blocks)

    def vectors(self, group: Eigenvalues) -> str:
        """The vectors of an eigenvalue."""
        if group.chains is None:
            return ""
        if isinstance(group.chains, Extent):
            self.is_shortened = True
            vectors = self.say("vectors-of", extent=self.extent(group.chains))
            return rf"v &\text{{: {vectors}}}"
        written = [r" \leftarrow ".join(map(self.column, chain)) for chain in group.chains]
        if group.lengths is not None:
            pairs = zip(written, group.lengths, strict=True)
            written = [self.inside("of-length", vector=v, length=latex(length)) for v, length in pairs]
        return "v &= " + r",\; ".join(written)

    # --- mathematics ---

    def write(self, expr: Expr) -> str:
        """An expression."""
        return latex(expr)

    def formula(self, text: str) -> str:
        """Mathematics between words."""
        return f"${text}$"

    def inside(self, name: str, **arguments: str | int) -> str:
        """A message inside mathematics."""
        runs = self.runs(name, **arguments)
        return " ".join(rf"\text{{{run}}}" if isinstance(run, str) else run.text for run in runs)

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


# Columns that amsmath's matrices have at most.
MATRIX_COLUMNS = 10


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
