"""Worked solutions in LaTeX: every node, broken lines, words, and the letter for λ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Expr, ImmutableMatrix, Integer, Rational, Symbol, eye, sqrt

from symeig.exact.eigensystem import eigensystem
from symeig.worked.decimals import Decimals
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
    Statement,
    Sum,
    Tuple,
    Words,
)
from symeig.worked.messages import catalogue, say
from symeig.worked.render.latex import LINE, LatexWriter, _escaped, to_latex, width
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Display, Paragraph, Step

ENGLISH = LatexWriter(catalogue("en"))
A, B, v = Name("A"), Name("B"), Name("v_1")
x = Symbol("lambda")
ONE, TWO, THREE = map(Integer, (1, 2, 3))
SQUARE = ImmutableMatrix([[1, 2], [3, 4]])
SHIFTED = Sum((A, Minus(Product((x, Name("I"))))))
SWAP = Operation("rows", 1, ONE, 2)
ADD = Operation("rows", 2, THREE, 1, Integer(-2))

NODES: dict[str, tuple[Formula, str]] = {
    "expression": (x**2 - 3 * x + 2, r"\lambda^{2} - 3 \lambda + 2"),
    "matrix": (SQUARE, r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"),
    "matrix with fractions": (
        ImmutableMatrix([Rational(1, 2), 3]),
        r"\begin{pmatrix} \frac{1}{2} \\[4pt] 3 \end{pmatrix}",
    ),
    "Name": (v, "v_{1}"),
    "Greek name": (Name("lambda_2"), r"\lambda_{2}"),
    "Minus": (Minus(A), "-A"),
    "Minus of a sum": (Minus(Sum((A, B))), "-(A + B)"),
    "Minus of a negative number": (Minus(Integer(-3)), "-(-3)"),
    "Sum": (Sum((A, Minus(B), Integer(-2))), "A - B - 2"),
    "Sum with a sum taken away": (Sum((A, Minus(Sum((A, B))))), "A - (A + B)"),
    "Sum with fractions of sums": (Sum((A, (1 + sqrt(5)) / 2)), r"A + \frac{1 + \sqrt{5}}{2}"),
    "Product": (Product((4 - x, 3 - x)), r"(4 - \lambda) (3 - \lambda)"),
    "Product of numbers": (Product((TWO, THREE)), r"2 \cdot 3"),
    "Product with a negative number": (Product((TWO, Integer(-3))), "2 (-3)"),
    "Product of fractions": (
        Product(((1 - sqrt(5)) / 2, (1 + sqrt(5)) / 2)),
        r"\frac{1 - \sqrt{5}}{2} \cdot \frac{1 + \sqrt{5}}{2}",
    ),
    "Quotient": (Quotient(A, TWO), r"\frac{A}{2}"),
    "Power": (Power(SHIFTED, 2), r"(A - \lambda I)^{2}"),
    "Power of a matrix": (Power(SQUARE, -1), r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}"),
    "Power of a fraction": (Power(Quotient(A, TWO), 2), r"\left(\frac{A}{2}\right)^{2}"),
    "transpose": (Power(v, "T"), r"v_{1}^{\mathsf{T}}"),
    "conjugate transpose": (Power(A, "*"), r"A^{\ast}"),
    "Array": (Array(((4 - x, ONE), (TWO, 3 - x))), r"\begin{pmatrix} 4 - \lambda & 1 \\ 2 & 3 - \lambda \end{pmatrix}"),
    "determinant": (Array(((ONE, TWO), (A, B)), "||"), r"\begin{vmatrix} 1 & 2 \\ A & B \end{vmatrix}"),
    "Tuple": (Tuple((ONE, Integer(-2))), "(1, -2)"),
    "Tuple with a fraction": (Tuple((ONE, Rational(1, 2))), r"\left(1, \frac{1}{2}\right)"),
    "Column": (Column((ONE, TWO)), r"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"),
    "det": (Function("det", (SHIFTED,)), r"\det(A - \lambda I)"),
    "det of a name": (Function("det", (A,)), r"\det A"),
    "det of a power": (Function("det", (Power(A, 2),)), r"\det(A^{2})"),
    "tr": (Function("tr", (A,)), r"\operatorname{tr} A"),
    "rank": (Function("rank", (SQUARE,)), r"\operatorname{rank} \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"),
    "nullity": (Function("nullity", (A,)), r"\dim\ker A"),
    "ker": (Function("ker", (A,)), r"\ker A"),
    "span": (Function("span", (v, Name("v_2"))), r"\operatorname{span}\left\lbrace v_{1}, v_{2} \right\rbrace"),
    "Dot": (Dot(v, Tuple((ONE, TWO))), r"v_{1} \cdot (1, 2)"),
    "Numeral": (Numeral(Decimals(Decimal("1.25"), Decimal("-0.5"), -2)), "1.25 - 0.5i"),
    "small Numeral": (Numeral(Decimals(Decimal("1.25e-9"), None, -11)), r"1.25 \cdot 10^{-9}"),
    "Equality": (Equality((A, B, ONE), Integer(0)), r"A = B = 1 \neq 0"),
    "Operation": (ADD, r"R_{2} \leftarrow 3 R_{2} - 2 R_{1}"),
    "exchange": (SWAP, r"R_{1} \leftrightarrow R_{2}"),
    "Operation on columns": (Operation("columns", 1, Integer(-1)), r"C_{1} \leftarrow -C_{1}"),
    "Reduction": (
        Reduction((eye(1), eye(1)), ((SWAP,),)),
        r"\begin{pmatrix} 1 \end{pmatrix} \xrightarrow{R_{1} \leftrightarrow R_{2}} \begin{pmatrix} 1 \end{pmatrix}",
    ),
    "Irreducible": (Irreducible(x**2 + 1), r"\lambda^{2} + 1"),
    "Relation": (Relation((A, B, A), "⇒"), r"A \implies B \implies A"),
    "List": (List((A, B)), "A, B"),
    "Words": (Words(say("row-letter")), r"\text{R}"),
    "Row": (Row((A, B)), r"A \qquad B"),
}


@dataclass(frozen=True, kw_only=True)
class Sample(Step):
    """A step that shows what it is given."""

    kind: ClassVar[str] = "sample"

    blocks_of_it: tuple[Block, ...] = ()

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """What it is given."""
        return self.blocks_of_it


def sample(*steps: tuple[Block, ...], variable: str = "lambda") -> WorkedSolution:
    """A solution of one section."""
    told = tuple(Sample(id="sample", goal=say("section-task"), blocks_of_it=blocks) for blocks in steps)
    return WorkedSolution(eigensystem([[1]]), "auto", told, variable=variable)


def rows(*formulas: Formula) -> tuple[str, ...]:
    """The lines of displayed formulas."""
    return ENGLISH.layout(formulas).rows


@pytest.mark.parametrize(("formula", "expected"), NODES.values(), ids=NODES)
def test_nodes(formula: Formula, expected: str) -> None:
    """Each kind of formula has its LaTeX."""
    assert ENGLISH.inline(formula).replace("$", "") == expected


def test_every_node_has_its_latex() -> None:
    """The table above has every node."""
    nodes = {cls.__name__ for cls in Node.__subclasses__() if cls.__module__ == Node.__module__}
    assert nodes - {type(formula).__name__ for formula, _ in NODES.values()} == set()


# --- displays ---------------------------------------------------------------------------------------------------------


def test_short_formula_is_one_line() -> None:
    """What fits stands in one line."""
    assert ENGLISH.layout([Equality((A, B))]).kind == "single"
    assert rows(List((A, B))) == (r"A, \quad B",)


def test_long_equality_is_broken_before_its_signs() -> None:
    """Equal sides that do not fit stand one below the other, aligned."""
    M = ImmutableMatrix(5, 5, lambda i, j: 10 * i + j + 100)
    layout = ENGLISH.layout([Equality((A, M, M, M))])
    assert layout.kind == "aligned"
    assert [row[: row.index(r"\begin")] for row in layout.rows] == ["A &= ", "&= ", "&= "]


def test_long_sum_is_broken_before_its_terms() -> None:
    """A side that is too long is broken before a sign, not within brackets, and nothing is lost."""
    p = sum(12345 * k * x**k for k in range(1, 12))
    whole = " ".join(rows(Equality((A, Product((p + 1, p)))))).replace(r"&\qquad", "").replace("&", "")
    assert re.sub(" +", " ", whole) == ENGLISH.inline(Equality((A, Product((p + 1, p))))).replace("$", "")
    first, second, *_ = rows(Equality((A, p)))
    assert first.startswith("A &= ")
    assert second.startswith(r"&\qquad + ")


def test_sums_are_broken_outside_brackets_first() -> None:
    """A line ends within brackets only where a factor is too wide."""
    product = Product((x**2 + 12345, x**2 + 67890, x**2 - 54321))
    lines = rows(Equality((A, Sum((product,) * 4))))
    assert len(lines) > 1
    assert all(line.count("(") == line.count(")") for line in lines)


def test_reduction_is_broken_before_arrows() -> None:
    """Matrices fill lines, each new line begins with an arrow."""
    lines = rows(Reduction((SQUARE,) * 9, ((SWAP,),) * 8))
    assert len(lines) > 1
    assert all(line.startswith(r"&\xrightarrow") for line in lines[1:])


def test_several_operations_stand_above_and_below_the_arrow() -> None:
    """Three operations: two above the arrow, one below it."""
    (line,) = rows(Reduction((SQUARE, SQUARE), ((SWAP, ADD, SWAP),)))
    assert r"\xrightarrow[R_{1} \leftrightarrow R_{2}]{\substack{R_{1} \leftrightarrow R_{2} \\ R_{2}" in line


def test_quotients_above_arrows_have_a_slash() -> None:
    """A fraction would be too small to read there."""
    (line,) = rows(Reduction((SQUARE, SQUARE), ((Operation("rows", 2, Rational(1, 5)),),)))
    assert r"\xrightarrow{R_{2} \leftarrow R_{2} / 5}" in line


def test_several_equalities_are_aligned() -> None:
    """Formulas with signs are aligned at the first ones, others stand in the middle."""
    assert rows(Equality((A, B, A)), Relation((v, A), "=")) == ("A &= B = A", "v_{1} &= A")
    assert ENGLISH.layout([A, B]).kind == "gathered"


def test_wide_tuples_are_columns() -> None:
    """A vector that is wider than a line is written as a column."""
    assert ENGLISH.write(Tuple(tuple(12345 * (x - k) for k in range(9)))).startswith(r"\begin{pmatrix}")


def test_wide_matrices_are_in_small_print() -> None:
    """A matrix that is wider than a line is written small."""
    M = ImmutableMatrix(5, 5, lambda i, j: x**2 - 100 * x + i * j)
    assert ENGLISH.write(M).startswith(r"\left(\begin{smallmatrix}")


def test_matrices_with_many_columns_are_arrays() -> None:
    """The matrices of amsmath have at most ten columns; of more than twelve some are left out."""
    assert r"\begin{array}{ccccccccccc} 1" in ENGLISH.write(ImmutableMatrix(eye(11)))
    assert ENGLISH.write(ImmutableMatrix(eye(20))).count(r"\ddots") == 1


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=15))
def test_lines_are_not_too_wide(coefficients: list[int]) -> None:
    """However long a polynomial is, no line of it is too wide."""
    p = sum((c * x**k for k, c in enumerate(coefficients)), Integer(0))
    assert all(width(row) <= LINE for row in rows(Equality((A, p))))


@pytest.mark.parametrize(
    ("text", "ems"),
    {
        "digits": ("123456", 3.0),
        "spaces": ("a = b", 2.43),
        "fraction": (r"\frac{1 + x}{100000}", 3.25),
        "nested": (r"\sqrt{\frac{12}{5_{1}}}", 2.1),
        "matrix": (r"\begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix}", 5.05),
        "words": (r"\text{for all}", 3.3),
    }.values(),
    ids=str,
)
def test_width(text: str, ems: float) -> None:
    """The estimate is near what LaTeX makes of it."""
    assert width(text) == pytest.approx(ems, rel=0.25)


# --- words and documents ----------------------------------------------------------------------------------------------


def test_words_are_escaped() -> None:
    """What means something to LaTeX is written so that it is seen."""
    assert _escaped(r"50% of A_1 & {B} cost $5 #1 \ ^ ~") == (
        r"50\% of A\_1 \& \{B\} cost \$5 \#1 \textbackslash{} \textasciicircum{} \textasciitilde{}"
    )


@pytest.mark.parametrize(
    ("variable", "expected"), [("mu", r"\mu I + \mu_{2}"), ("t", "t I + t_{2}"), ("x_1", "{x_{1}} I + {x_{1}}_{2}")]
)
def test_variable(variable: str, expected: str) -> None:
    """Another letter stands wherever λ would, and nowhere else."""
    formula = Sum((Product((x, Name("I"))), Name("lambda_2")))
    assert LatexWriter(catalogue("en"), variable).inline(formula) == f"${expected}$"


def test_letters_of_operations_are_those_of_the_language() -> None:
    """Rows are called dòng in Vietnamese."""
    assert LatexWriter(catalogue("vi")).write(SWAP) == r"d_{1} \leftrightarrow d_{2}"


def test_paragraphs_and_formulas() -> None:
    """A formula belongs to the paragraph before it; steps are paragraphs apart."""
    words = Paragraph((say("section-task"), say("section-task")))
    text = to_latex(sample((words, Display((A,)), words), (words,), (Display((B,)),)))
    assert text == (
        "\\medbreak\\noindent\\textbf{1. Problem}\\quad\n"
        "Problem Problem\n\\[\n  A\n\\]\nProblem Problem\n\nProblem Problem\n\\[\n  B\n\\]\n"
    )


def test_fragment_has_no_preamble() -> None:
    """Only a document declares its class."""
    solution = sample((Display((A,)),))
    document = to_latex(solution, standalone=True)
    assert to_latex(solution) in document
    assert document.startswith("\\documentclass")
    assert "class" not in to_latex(solution)


def test_items_of_lists_in_words_are_apart() -> None:
    """A line of text can end between the items of a list."""
    assert ENGLISH.inline(List((A, B))) == "$A$, $B$"


def test_expressions_are_finished() -> None:
    """Brackets that grow stand only around what is high."""
    low: Expr = (x + 1) * (x + sqrt(2)) * Symbol("k")
    assert r"\left" not in ENGLISH.inline(low)
    assert r"\left" in ENGLISH.inline(Product((Sum((A, Rational(1, 2))), B)))
