"""Makes docs/images/engine.svg, the picture of "The engine's idea": `python docs/images/make_engine.py`.

The vectors in it come from the engine. It is 360 units wide, so that its text has the size that is written here on a
phone; shapes and line styles say what colours say, and its ground is white in dark mode too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from sympy import Expr, Matrix, factor, rem, symbols

from symeig import eigensystem
from symeig.writing import bracketed, line

PICTURE = Path(__file__).parent / "engine.svg"

A = Matrix([[2, 1, 2], [2, 0, 0], [0, -1, 0]])
LAMBDA = symbols("lambda")

WIDTH, MARGIN, GAP, PADDING = 360, 8, 8, 10
TEXT, CAPTION = 13.5, 12.5
LINE_HEIGHT = 19
INK, BLUE, GREY = "#000000", "#0072B2", "#595959"
TINTS = ("#DCEBF5", "#DDF1EA", "#FBE9D9")
BORDERS = ("", "", ' stroke-dasharray="5 3"')

HEAD = """\
<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" \
font-family="DejaVu Sans, Verdana, sans-serif">
<title>{title}</title>
<desc>{description}</desc>
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">\
<path d="M 0 0 L 10 5 L 0 10 z" fill="{ink}"/></marker></defs>
<rect width="{width}" height="{height}" fill="#FFFFFF"/>
"""


class Drawing:
    """The elements of a picture, from its top to its bottom."""

    def __init__(self) -> None:
        self.elements: list[str] = []
        self.y: float = MARGIN
        self.top: float = MARGIN

    def band(self, caption: str, rows: int) -> None:
        """A tinted band with a caption, high enough for boxes of so many lines; boxes go below the caption."""
        k = sum("<!-- band" in x for x in self.elements)
        height = 24 + _height(rows) + PADDING
        self.elements.append(
            f'<!-- band {k + 1} --><rect x="{MARGIN}" y="{self.y:g}" width="{WIDTH - 2 * MARGIN}" height="{height:g}" '
            f'fill="{TINTS[k]}" stroke="{GREY}" stroke-width="0.8"{BORDERS[k]}/>'
        )
        self.elements.append(
            f'<text x="{MARGIN + PADDING}" y="{self.y + 17:g}" font-size="{CAPTION}" font-weight="bold" fill="{INK}">'
            f"{escape(caption)}</text>"
        )
        self.top, self.y = self.y + 24, self.y + height + 26

    def box(self, left: float, right: float, lines: Sequence[str], *, rows: int = 2, fixed: bool = False) -> None:
        """A white box, high enough for so many rows, with lines of text in its middle."""
        self.elements.append(
            f'<rect x="{left:g}" y="{self.top:g}" width="{right - left:g}" height="{_height(rows):g}" rx="4" '
            f'fill="#FFFFFF" stroke="{BLUE}" stroke-width="1.2"/>'
        )
        for i, words in enumerate(lines):
            y = self.top + 19 + LINE_HEIGHT * (i + (rows - len(lines)) / 2)
            self.text((left + right) / 2, y, words, fixed=fixed)

    def text(self, x: float, y: float, words: str, *, fixed: bool = False) -> None:
        """One line of text around x."""
        look = ' font-family="DejaVu Sans Mono, Menlo, monospace" xml:space="preserve"' if fixed else ""
        self.elements.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{TEXT}" text-anchor="middle" fill="{INK}"{look}>'
            f"{escape(words)}</text>"
        )

    def arrow(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """An arrow."""
        self.elements.append(
            f'<line x1="{x:g}" y1="{y:g}" x2="{to_x:g}" y2="{to_y:g}" stroke="{INK}" stroke-width="1.2" '
            'marker-end="url(#tip)"/>'
        )


def _height(lines: int) -> float:
    return 10 + LINE_HEIGHT * lines


def _vector(entries: Sequence[Expr]) -> str:
    return f"({', '.join(line(x) for x in entries)})"


def picture() -> str:
    """The picture as SVG."""
    S = eigensystem(A)
    chi = S.charpoly.as_expr()
    linear, quadratic = S.components
    u = (LAMBDA * Matrix.eye(3) - A).adjugate()[:, 0]
    common = {c: c.chains[0][0] for c in S.components}
    for c, v in common.items():
        remainder = u.applyfunc(lambda x, p=c.polynomial: rem(x, p.as_expr(), LAMBDA))
        assert remainder.row_join(v).rank() == 1  # noqa: S101  (the picture must be true)
    minus, plus = quadratic.eigenvalues

    draw = Drawing()
    left, right = MARGIN + PADDING, WIDTH - MARGIN - PADDING
    draw.band("1  Linear algebra over K: no root in sight", 5)
    rows = bracketed([[line(x) for x in row] for row in A.tolist()])
    first = left + 108
    draw.box(left, first, ["A =", *rows], rows=5, fixed=True)
    draw.box(first + 26, right, [f"χ = {line(chi)}", f"= {line(factor(chi))}"])
    draw.arrow(first, draw.top + 24, first + 25, draw.top + 24)
    draw.top += _height(5) - _height(2)
    draw.box(first + 26, right, [f"u(λ) = {_vector(u)}", "by 2 products with A"])
    draw.arrow(first, draw.top + 24, first + 25, draw.top + 24)
    bottom = draw.y - 26

    draw.band("2  Remainders modulo each factor p of χ", 2)
    columns = ((left, left + 120), (left + 128, right))
    for (start, end), c in zip(columns, (linear, quadratic), strict=True):
        draw.box(start, end, [f"p = {line(c.polynomial.as_expr())}", f"v = {_vector(common[c])}"])
        draw.arrow((start + end) / 2, bottom, (start + end) / 2, draw.top - 25)
    bottom = draw.y - 26

    draw.band("3  Roots, where somebody looks at them", 2)
    third = (right - left - 2 * GAP) / 3
    for k, x in enumerate((*linear.eigenvalues, minus, plus)):
        start = left + k * (third + GAP)
        c = quadratic if k else linear
        draw.box(start, start + third, [f"λ = {line(x.expr)}", _vector(c.chains_at(x)[0][0])])
        source = (columns[1][0] + columns[1][1]) / 2 + (k * 2 - 3) * 40 if k else start + third / 2
        draw.arrow(source, bottom, start + third / 2, draw.top - 25)
    height = draw.y - 26 + MARGIN

    title = "From a matrix to all its eigenvectors, with linear algebra over K only"
    description = (
        f"Three bands, from top to bottom. First, linear algebra over K: the matrix A with the rows "
        f"{'; '.join(' '.join(line(x) for x in row) for row in A.tolist())} gives its characteristic polynomial "
        f"{line(chi)} = {line(factor(chi))}, and two products of A with vectors "
        f"give the polynomial vector u(λ) = {_vector(u)}. "
        f"Second, u is reduced modulo each factor: modulo {line(linear.polynomial.as_expr())} it is, up to a factor, "
        f"{_vector(common[linear])}, modulo {line(quadratic.polynomial.as_expr())} it is {_vector(common[quadratic])}. "
        f"Third, the roots are put in: {line(linear.eigenvalues[0].expr)} for the first vector, and both "
        f"{line(minus.expr)} and {line(plus.expr)} for the second."
    )
    head = HEAD.format(width=WIDTH, height=f"{height:g}", title=escape(title), description=escape(description), ink=INK)
    return head + "\n".join(draw.elements) + "\n</svg>\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
