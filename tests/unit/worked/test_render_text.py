"""Worked solutions as text: every node, breaking of lines, pages in narrow terminals and in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, Integer, Matrix, Poly, Rational, Symbol, eye, sqrt

from symeig import eigensystem
from symeig.worked.decimals import decimals
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
    parts_of,
)
from symeig.worked.messages import say
from symeig.worked.render.text import to_text
from symeig.worked.solution import WorkedSolution
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.writing import display_width

X = Symbol("lambda")
ONE, TWO, THREE = Integer(1), Integer(2), Integer(3)
k, t, x, y, z = map(Symbol, "ktxyz")
A, P, IDENTITY, u, v = map(Name, ("A", "P", "I", "u", "v"))
SHIFTED = Sum((A, Minus(Product((X, IDENTITY)))))
M = Matrix([[4, 1], [2, 3]])
DETERMINANT = Array(((4 - X, ONE), (TWO, 3 - X)), "||")


@dataclass(frozen=True, kw_only=True)
class Sample(Step):
    """A step that tells what it is given."""

    kind: ClassVar[str] = "sample"

    told: tuple[Block, ...]

    @property
    def claim(self):
        """Nothing."""
        return ()

    def tell(self, level):  # noqa: ARG002
        """What it is given."""
        return self.told


def solution(*told: Block, **options) -> WorkedSolution:
    """A solution of one section."""
    step = Sample(id="sample", goal=say("section-task"), told=told)
    return WorkedSolution(eigensystem(M), "diagonalize", (step,), **options)


def page(*told: Block, width=80, **options) -> list[str]:
    """The lines of a section below its heading."""
    text = to_text(solution(*told, **options), width=width)
    assert text.endswith("\n")
    return text.splitlines()[6:]


def shown(formula: Formula, width=80, **options) -> str:
    """A displayed formula without its indentation."""
    rows = page(Display((formula,)), width=width, **options)
    indent = 4 if width >= 60 else 2
    assert all(row.startswith(" " * indent) for row in rows if row)
    return "\n".join(row[indent:] for row in rows)


def lines(text: str) -> str:
    """A text in this file without the margin."""
    rows = text.strip("\n").split("\n")
    margin = min(len(row) - len(row.lstrip()) for row in rows if row.strip())
    return "\n".join(row[margin:].rstrip() for row in rows).rstrip()


def row_operation(target, scale, source=None, factor=None):
    """An operation on rows."""
    return Operation("rows", target, Integer(scale) if isinstance(scale, int) else scale, source, factor)


# --- terms ----------------------------------------------------------------------------------------------------------

IN_A_LINE = {
    "expression": (X**2 - 7 * X + 10, "λ² − 7λ + 10"),
    "name": (Name("lambda_2"), "λ₂"),
    "minus": (Minus(v), "−v"),
    "minus-of-a-sum": (Minus(Sum((u, v))), "−(u + v)"),
    "sum": (SHIFTED, "A − λI"),
    "sum-with-negative-number": (Sum((A, Integer(-2))), "A − 2"),
    "sum-with-negative-product": (Sum((x, Product((Integer(-1), Integer(1), TWO)))), "x − 1·2"),
    "sum-subtracted": (Sum((A, Minus(Sum((u, v))))), "A − (u + v)"),
    "negative-subtracted": (Sum((x, Minus(-y))), "x − (−y)"),
    "sum-that-begins-with-minus": (Sum((x, z - y)), "x + (−y + z)"),
    "fraction-subtracted": (Sum((x, Minus((1 + sqrt(5)) / 2))), "x − (1 + √5)/2"),
    "negative-quotient-in-a-sum": (Sum((x, Quotient(Integer(-1), TWO))), "x − 1/2"),
    "product-of-numbers": (Product((TWO, THREE)), "2·3"),
    "product-with-negative": (Product((TWO, Integer(-3))), "2(−3)"),
    "product-of-sums": (Product((4 - X, 3 - X)), "(4 − λ)(3 − λ)"),
    "product-with-names": (Product((Power(P, -1), A, P)), "P⁻¹AP"),
    "product-with-a-fraction-in-front": (Product((Rational(1, 2), v)), "(1/2)v"),
    "product-with-a-root-in-front": (Product((sqrt(2), v)), "√2·v"),
    "product-with-a-power": (Product((Power(2 - X, 2), 1 - X)), "(2 − λ)²(1 − λ)"),
    "product-of-functions": (Product((Function("det", (A,)), Function("det", (P,)))), "det A · det P"),
    "product-number-function": (Product((TWO, Function("tr", (A,)))), "2 tr A"),
    "quotient-of-sums": (Quotient(1 + X, Product((TWO, X))), "(λ + 1)/(2λ)"),
    "quotient-of-quotients": (Quotient(Quotient(x, y), z), "(x/y)/z"),
    "quotient-by-a-name": (Quotient(Minus(x), Name("x_1")), "−x/x₁"),
    "quotient-by-a-root-of-a-sum": (Quotient(TWO, sqrt(10 - 2 * sqrt(5))), "2/√(10 − 2√5)"),
    "quotient-of-dots": (Quotient(Dot(u, v), Dot(v, v)), "(u · v)/(v · v)"),
    "transpose": (Power(A, "T"), "Aᵀ"),
    "conjugate-transpose": (Power(A, "*"), "A*"),
    "power-of-a-sum": (Power(SHIFTED, 2), "(A − λI)²"),
    "power-of-a-negative-number": (Power(Integer(-2), 2), "(−2)²"),
    "tuple": (Tuple((ONE, Integer(-2))), "(1, −2)"),
    "det-of-a-sum": (Function("det", (SHIFTED,)), "det(A − λI)"),
    "det-of-a-product": (Function("det", (Product((A, P)),)), "det(AP)"),
    "trace": (Function("tr", (A,)), "tr A"),
    "rank-of-a-power": (Function("rank", (Power(SHIFTED, 2),)), "rank (A − λI)²"),
    "nullity": (Function("nullity", (Sum((A, Product((Integer(-2), IDENTITY)))),)), "dim ker(A − 2I)"),
    "kernel": (Function("ker", (A,)), "ker A"),
    "span": (Function("span", (Tuple((ONE, ONE)), Tuple((ONE, TWO)))), "span{(1, 1), (1, 2)}"),
    "dot": (Dot(u, v), "u · v"),
    "dot-of-a-sum": (Dot(Sum((u, v)), Minus(v)), "(u + v) · (−v)"),
    "numeral": (Relation((X, Numeral(decimals(eigensystem([[1, 2], [2, 0]]).eigenvalues[0], 4))), "≈"), "λ ≈ −1.562"),
    "equality": (Equality((A, Product((P, u)), v)), "A = Pu = v"),
    "equality-and-inequality": (Equality((Function("det", (P,)), Integer(-3)), Integer(0)), "det P = −3 ≠ 0"),
    "irreducible": (Irreducible(X**2 - 2), "λ² − 2"),
    "relation": (Relation((Relation((x, y), "="), Relation((x, Integer(0)), "=")), "⇒"), "x = y ⇒ x = 0"),
    "list": (List((Relation((x, ONE), "="), Relation((y, TWO), "="))), "x = 1, y = 2"),
    "words": (Row((x, Words(say("section-task")), y)), "x    Problem    y"),
    "row-of-a-matrix": (Matrix([[1, 2]]), "[ 1  2 ]"),
    "no-entries": (Matrix(0, 0, []), "[ ]"),
}


@pytest.mark.parametrize(("formula", "text"), IN_A_LINE.values(), ids=IN_A_LINE)
def test_a_formula_is_written_in_a_line(formula, text):
    """Names, signs, brackets and dots stand where they do in books."""
    assert shown(formula) == text


TALL = {
    "matrix": (
        Equality((A, Matrix([[2, -10], [-1, 3]]))),
        """
        A = ⎡  2  −10 ⎤
            ⎣ −1    3 ⎦
        """,
    ),
    "three-rows": (
        Equality((A, eye(3), P)),
        """
            ⎡ 1  0  0 ⎤
        A = ⎢ 0  1  0 ⎥ = P
            ⎣ 0  0  1 ⎦
        """,
    ),
    "determinant": (
        Equality(
            (Function("det", (SHIFTED,)), DETERMINANT, Sum((Product((4 - X, 3 - X)), Minus(Product((ONE, TWO))))))
        ),
        """
        det(A − λI) = │ 4 − λ    1   │ = (4 − λ)(3 − λ) − 1·2
                      │   2    3 − λ │
        """,
    ),
    "determinant-of-one-row": (Array(((X,),), "||"), "│ λ │"),
    "column": (
        Sum((Column((ONE, TWO)), Minus(Product((TWO, Column((x, y))))))),
        """
        ⎡ 1 ⎤ − 2⎡ x ⎤
        ⎣ 2 ⎦    ⎣ y ⎦
        """,
    ),
    "power-and-brackets": (
        Product((Power(Array(((x, y), (y, z))), "T"), Sum((M, Minus(M))))),
        """
        ⎡ x  y ⎤ᵀ⎛⎡ 4  1 ⎤ − ⎡ 4  1 ⎤⎞
        ⎣ y  z ⎦ ⎝⎣ 2  3 ⎦   ⎣ 2  3 ⎦⎠
        """,
    ),
    "side-by-side": (
        Row((Equality((P, M)), Equality((Name("D"), Matrix([[2, 0], [0, 5]]))))),
        """
        P = ⎡ 4  1 ⎤    D = ⎡ 2  0 ⎤
            ⎣ 2  3 ⎦        ⎣ 0  5 ⎦
        """,
    ),
    "function-of-a-matrix": (
        Function("det", (M,)),
        """
        det ⎡ 4  1 ⎤
            ⎣ 2  3 ⎦
        """,
    ),
    "matrices-of-two-heights": (
        Relation((M, eye(3)), "→"),
        """
                   ⎡ 1  0  0 ⎤
        ⎡ 4  1 ⎤ → ⎢ 0  1  0 ⎥
        ⎣ 2  3 ⎦   ⎣ 0  0  1 ⎦
        """,
    ),
    "span-of-columns": (
        Function("span", (Column((ONE, TWO)), Column((x, y)))),
        """
        span { ⎡ 1 ⎤, ⎡ x ⎤ }
               ⎣ 2 ⎦  ⎣ y ⎦
        """,
    ),
    "quotient": (
        Quotient(Column((ONE, TWO)), sqrt(5)),
        """
        ⎡ 1 ⎤ / √5
        ⎣ 2 ⎦
        """,
    ),
}


@pytest.mark.parametrize(("formula", "text"), TALL.values(), ids=TALL)
def test_a_matrix_stands_at_the_height_of_its_formula(formula, text):
    """The line of a formula runs through the middle of its matrices."""
    assert shown(formula) == lines(text)


def test_every_node_is_written():
    """No node of the formulas lacks its function."""
    written = {
        type(part).__name__ for formula, _ in [*IN_A_LINE.values(), *TALL.values()] for part in _all_parts(formula)
    }
    assert {node.__name__ for node in Node.__subclasses__() if node.__module__ == Node.__module__} - written == {
        "Operation",
        "Reduction",
    }


def _all_parts(formula):
    yield formula
    for part in parts_of(formula):
        yield from _all_parts(part)


# --- operations -----------------------------------------------------------------------------------------------------

OPERATIONS = {
    "add-a-multiple": (row_operation(2, 1, 1, TWO), "R₂ ← R₂ + 2R₁"),
    "subtract": (row_operation(2, 1, 1, Integer(-1)), "R₂ ← R₂ − R₁"),
    "exchange": (row_operation(1, 1, 2), "R₁ ↔ R₂"),
    "negate": (row_operation(1, -1), "R₁ ← −R₁"),
    "divide": (row_operation(1, Rational(1, 2)), "R₁ ← R₁/2"),
    "fraction": (row_operation(1, 1, 3, Rational(-3, 2)), "R₁ ← R₁ − 3R₃/2"),
    "surd": (row_operation(2, 3, 1, -1 - sqrt(5)), "R₂ ← 3R₂ − (1 + √5)R₁"),
    "half-a-surd": (row_operation(2, (1 + sqrt(5)) / 2), "R₂ ← (1 + √5)R₂/2"),
    "parameters": (row_operation(2, k - 1, 1, 1 / (k - 1)), "R₂ ← (k − 1)R₂ + R₁/(k − 1)"),
    "imaginary": (row_operation(2, I, 1, -X), "R₂ ← iR₂ − λR₁"),
    "columns": (Operation("columns", 1, ONE, 2, ONE), "C₁ ← C₁ + C₂"),
}


@pytest.mark.parametrize(("operation", "text"), OPERATIONS.values(), ids=OPERATIONS)
def test_an_operation_is_written(operation, text):
    """The new line stands before the arrow, what it is made of behind it."""
    assert shown(operation) == text


def test_rows_and_columns_have_letters_of_the_language():
    """The catalogue says which letters stand for rows and columns."""
    done = (row_operation(2, 1, 1, TWO), Operation("columns", 1, ONE, 2))
    assert shown(List(done), language="vi") == "d₂ ← d₂ + 2d₁, c₁ ↔ c₂"


TO_THE_ZERO_ROW = Reduction(
    (Matrix([[-1, 1], [2, -2]]), Matrix([[-1, 1], [0, 0]]), Matrix([[1, -1], [0, 0]])),
    ((row_operation(2, 1, 1, TWO),), (row_operation(1, -1),)),
)


def test_a_reduction_has_its_operations_above_its_arrows():
    """Matrices are joined by arrows as long as what stands above them."""
    assert shown(TO_THE_ZERO_ROW) == lines("""
        ⎡ −1   1 ⎤  R₂ ← R₂ + 2R₁  ⎡ −1  1 ⎤  R₁ ← −R₁  ⎡ 1  −1 ⎤
        ⎣  2  −2 ⎦  ────────────→  ⎣  0  0 ⎦  ───────→  ⎣ 0   0 ⎦
    """)


def test_a_long_reduction_is_broken_before_an_arrow():
    """A new row begins with an arrow."""
    assert shown(TO_THE_ZERO_ROW, width=45) == lines("""
        ⎡ −1   1 ⎤  R₂ ← R₂ + 2R₁  ⎡ −1  1 ⎤
        ⎣  2  −2 ⎦  ────────────→  ⎣  0  0 ⎦

          R₁ ← −R₁  ⎡ 1  −1 ⎤
          ───────→  ⎣ 0   0 ⎦
    """)


def test_an_arrow_stands_above_its_matrix_in_a_very_narrow_terminal():
    """Where both do not fit side by side."""
    assert shown(TO_THE_ZERO_ROW, width=24).splitlines()[3:8] == [
        "  R₂ ← R₂ + 2R₁",
        "  ────────────→",
        "",
        "  ⎡ −1  1 ⎤",
        "  ⎣  0  0 ⎦",
    ]


def test_several_operations_stand_on_lines_above_each_other():
    """The arrow stays half-way up the matrices."""
    group = (row_operation(2, 1, 1, Integer(-1)), row_operation(3, Rational(1, 5)))
    assert shown(Reduction((eye(3), eye(3)), (group,))) == lines("""
                     R₂ ← R₂ − R₁
        ⎡ 1  0  0 ⎤  R₃ ← R₃/5     ⎡ 1  0  0 ⎤
        ⎢ 0  1  0 ⎥  ───────────→  ⎢ 0  1  0 ⎥
        ⎣ 0  0  1 ⎦                ⎣ 0  0  1 ⎦
    """)


# --- breaking lines -------------------------------------------------------------------------------------------------

LONG_SUM = Sum((Product((4 - X, 3 - X)), Minus(Product((ONE, TWO)))))


def test_a_long_equality_has_a_line_for_each_side():
    """Its signs stand one below the other."""
    sides = (Function("det", (SHIFTED,)), LONG_SUM, X**2 - 7 * X + 10, Product((X - 2, X - 5)))
    assert shown(Equality(sides, Integer(0)), width=40) == lines("""
        det(A − λI) = (4 − λ)(3 − λ) − 1·2
                    = λ² − 7λ + 10
                    = (λ − 2)(λ − 5)
                    ≠ 0
    """)


def test_a_long_first_side_stands_alone():
    """The other sides follow below it, where there is more room."""
    sides = (Product((X - 12345, X + 12345, X)), X**3 - 152399025 * X)
    assert shown(Equality(sides), width=40) == lines("""
        (λ − 12345)(λ + 12345)λ
          = λ³ − 152399025λ
    """)


def test_a_long_second_side_gets_the_room_below_a_long_first_side():
    """It is then broken less often."""
    sides = (Product((X - 12345, X + 12345, X)), Poly(range(1, 9), X).as_expr())
    assert shown(Equality(sides), width=40) == lines("""
        (λ − 12345)(λ + 12345)λ
          = λ⁷ + 2λ⁶ + 3λ⁵ + 4λ⁴ + 5λ³ + 6λ²
              + 7λ + 8
    """)


def test_equal_matrices_fill_the_lines():
    """Sides with matrices stand side by side as long as there is room."""
    assert shown(Equality((A, M, M, M)), width=30) == lines("""
        A = ⎡ 4  1 ⎤ = ⎡ 4  1 ⎤
            ⎣ 2  3 ⎦   ⎣ 2  3 ⎦

          = ⎡ 4  1 ⎤
            ⎣ 2  3 ⎦
    """)


def test_a_long_sum_is_broken_before_its_signs():
    """Not inside its brackets."""
    p = Poly(range(1, 12), X).as_expr()
    assert shown(Equality((Name("p"), p)), width=40) == lines("""
        p = λ¹⁰ + 2λ⁹ + 3λ⁸ + 4λ⁷ + 5λ⁶ + 6λ⁵
              + 7λ⁴ + 8λ³ + 9λ² + 10λ + 11
    """)


def test_a_long_tuple_is_broken_behind_its_commas():
    """Not inside its entries."""
    assert shown(Tuple(tuple(1 + sqrt(p) for p in (2, 3, 5, 7, 11, 13))), width=40) == lines("""
        (1 + √2, 1 + √3, 1 + √5, 1 + √7,
         1 + √11, 1 + √13)
    """)


def test_a_long_row_goes_on_below():
    """What does not fit beside stands below."""
    assert shown(Row((M, M, x)), width=20) == lines("""
        ⎡ 4  1 ⎤
        ⎣ 2  3 ⎦

        ⎡ 4  1 ⎤    x
        ⎣ 2  3 ⎦
    """)


def test_a_long_sum_of_matrices_goes_on_below():
    """A new row begins with the sign."""
    assert shown(Sum((M, Minus(M), M)), width=26) == lines("""
        ⎡ 4  1 ⎤ − ⎡ 4  1 ⎤
        ⎣ 2  3 ⎦   ⎣ 2  3 ⎦

          + ⎡ 4  1 ⎤
            ⎣ 2  3 ⎦
    """)


def test_a_long_list_of_matrices_goes_on_below():
    """The comma stays with what it follows."""
    assert shown(List((M, M, M)), width=24) == lines("""
        ⎡ 4  1 ⎤, ⎡ 4  1 ⎤,
        ⎣ 2  3 ⎦  ⎣ 2  3 ⎦

        ⎡ 4  1 ⎤
        ⎣ 2  3 ⎦
    """)


def test_equations_one_below_the_other_have_their_signs_aligned():
    """As in a system of equations."""
    equations = (Equality((Function("tr", (A,)), Integer(7))), Equality((Function("det", (A,)), Integer(10))))
    assert page(Display(equations)) == ["     tr A = 7", "    det A = 10"]


def test_equations_with_consequences_are_aligned_too():
    """At the sign of the equation, not at the arrow."""
    equation = Relation((Sum((x, Minus(y))), Integer(0)), "=")
    system = (Relation((z, Integer(0)), "="), Relation((equation, Relation((x, y), "=")), "⇒"))
    assert page(Display(system)) == ["        z = 0", "    x − y = 0 ⇒ x = y"]


def test_a_broken_formula_of_a_display_has_space_around_it():
    """It can be seen where the next one begins."""
    rows = page(Display((List((X**2 - 12345, X**2 - 67890, X**2 + 1)), x)), width=40)
    assert rows == ["  λ² − 12345, λ² − 67890, λ² + 1", "  x"]
    rows = page(Display((List((X**2 - 12345, X**2 - 67890, X**2 + 1)), x)), width=30)
    assert rows == ["  λ² − 12345, λ² − 67890,", "  λ² + 1", "", "  x"]


def test_tall_formulas_of_a_display_have_space_between_them():
    """Brackets of two matrices do not touch."""
    rows = page(Display((Equality((A, M)), Equality((P, M)))))
    assert [row.strip()[:3] for row in rows] == ["A =", "⎣ 2", "", "P =", "⎣ 2"]


SHAPES = st.recursive(
    st.sampled_from([x, X, X**2 - 3 * X + 2, sqrt(2), Integer(-3), A, P, M, eye(3), k * X + 1]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=5).map(lambda parts: Sum(tuple(parts))),
        st.lists(inner, min_size=2, max_size=5).map(lambda parts: Product(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Equality(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Row(tuple(parts))),
        inner.map(Minus),
    ),
    max_leaves=12,
)


@given(SHAPES, st.integers(30, 100))
def test_breaking_lines_loses_nothing(formula, width):
    """All signs of a formula stand in its lines, however they are broken."""
    narrow, wide = (sorted(shown(formula, width=w).replace(" ", "").replace("\n", "")) for w in (width, 10_000))
    assert narrow == wide


@given(st.lists(st.integers(-99, 99), min_size=2, max_size=30), st.integers(24, 90))
def test_a_formula_in_a_line_never_leaves_the_page(coefficients, width):
    """Polynomials, equalities and tuples are broken where they are too wide."""
    p = Poly([1, *coefficients], X).as_expr()
    values = tuple(map(Integer, coefficients))
    rows = page(Display((Equality((Name("p"), p, Tuple(values))),)), Paragraph((_roots(p),)), width=width)
    assert max(map(display_width, rows)) <= width


def _roots(formula):
    return say("eigenvalues-are-roots", shifted=formula)


# --- pages ----------------------------------------------------------------------------------------------------------


def test_a_page_has_its_title_and_numbered_headings():
    """Headings stand over a line, paragraphs at the margin, displays further in."""
    step = Sample(id="a", goal=say("section-task"), told=(Paragraph((say("task-diagonalize"),)), Display((A,))))
    other = Sample(id="b", goal=say("section-eigenvalues"), why=say("task-jordan"), told=())
    text = to_text(WorkedSolution(eigensystem(M), "diagonalize", (step, other)))
    assert text.splitlines() == [
        "Diagonalization",
        "═══════════════",
        "",
        "1. Problem",
        "──────────",
        "",
        "Diagonalize the matrix.",
        "",
        "    A",
        "",
        "2. Eigenvalues",
        "──────────────",
        "",
        "Find the Jordan form of the matrix, and a matrix that brings it to this form.",
    ]


@pytest.mark.parametrize("width", range(15, 50))
def test_a_long_heading_stays_on_the_page(width):
    """It is wrapped, and its line is no longer than the page."""
    step = Sample(id="a", goal=say("title-auto"), told=())
    text = to_text(WorkedSolution(eigensystem(M), "auto", (step,)), width=width)
    assert max(map(display_width, text.splitlines())) <= width


def test_sentences_flow_together():
    """A paragraph is wrapped to the width of the page, and no line ends inside a short formula."""
    rows = page(Paragraph((_roots(SHIFTED), _roots(SHIFTED))), width=40)
    assert max(map(display_width, rows)) <= 40
    assert min(map(display_width, rows[:-1])) > 25
    assert "".join(rows).count("A − λI") == 2


def test_a_letter_does_not_begin_a_line():
    """It stays with the word before it."""
    for width in range(20, 60):
        assert not any(row.startswith("A") for row in page(Paragraph((_roots(A),) * 3), width=width))


def test_a_matrix_between_words_gets_its_own_lines():
    """The words go on below it, and a full stop stays with it."""
    rows = page(Paragraph((say("answer-eigenvalues", A=M, eigenvalues=M, count=2),)))
    assert (
        rows
        == lines("""
The eigenvalues of

    ⎡ 4  1 ⎤
    ⎣ 2  3 ⎦

are

    ⎡ 4  1 ⎤.
    ⎣ 2  3 ⎦
    """).splitlines()
    )


def test_a_long_formula_between_words_is_broken_before_a_sign():
    """It does not begin a line of its own."""
    p = Poly(range(1, 20), X).as_expr()
    rows = page(Paragraph((_roots(p),)), width=60)
    assert max(map(display_width, rows)) <= 60
    assert all(row.startswith("+ ") for row in rows[1:3])


def test_punctuation_behind_a_broken_formula_stays_on_the_page():
    """There is room for it in the last line."""
    for width in range(20, 50):
        rows = page(Paragraph((say("answer-eigenvalues", A=A, eigenvalues=_tuple(14), count=2),)), width=width)
        assert max(map(display_width, rows)) <= width


def _tuple(count):
    return Tuple(tuple(map(Integer, range(count))))


def test_another_letter_is_written_for_lambda():
    """Alone, with an index, and behind another letter."""
    formula = List((k * X, Name("lambda_1"), SHIFTED, 3 * X**2))
    assert shown(formula, variable="t") == "k·t, t₁, A − tI, 3t²"
    assert shown(formula, variable="mu") == "kμ, μ₁, A − μI, 3μ²"


def test_a_very_long_number_is_cut():
    """Its first digits and their number are shown, in words of the language."""
    assert shown(Integer(7) ** 60 * X) == "50802186…(51 digits)λ"
    assert shown(Integer(7) ** 60, language="vi") == "50802186…(51 chữ số)"


def test_a_matrix_of_many_columns_is_shortened():
    """Dots stand for the middle rows and columns."""
    assert shown(Matrix(13, 13, lambda i, j: i * j)).splitlines()[-2:] == [
        "⎢ ⋮   ⋮   ⋮   ⋮   ⋮  ⋱    ⋮ ⎥",
        "⎣ 0  12  24  36  48  ⋯  144 ⎦",
    ]


def test_a_shortened_matrix_fits_the_page():
    """Fewer columns are shown where there is less room."""
    rows = shown(Equality((A, Matrix(13, 13, lambda i, j: 10**9 + i + j))), width=60).splitlines()
    assert max(map(display_width, rows)) <= 56
    assert rows[0].split() == ["⎡", "1000000000", "1000000001", "⋯", "1000000012", "⎤"]


def test_a_matrix_of_twelve_columns_is_whole():
    """Every entry is shown."""
    assert "⋯" not in shown(eye(12))


def test_paint_gets_title_headings_and_operations():
    """Each text is painted by its role, and the widths are those without paint."""
    told = solution(Display((TO_THE_ZERO_ROW,)), Paragraph((_roots(row_operation(1, 1, 2)),)))
    painted: list[tuple[str, str]] = []

    def paint(role, text):
        painted.append((role, text))
        return f"\033[1m{text}\033[0m"

    text = to_text(told, paint=paint)
    assert sorted(painted) == [
        ("heading", "1. Problem"),
        ("operation", "R₁ ← −R₁"),
        ("operation", "R₁ ↔ R₂"),
        ("operation", "R₂ ← R₂ + 2R₁"),
        ("title", "Diagonalization"),
    ]
    assert text.replace("\033[1m", "").replace("\033[0m", "") == to_text(told)


def test_the_text_has_only_what_can_be_seen():
    """No signs of the layout are left, and no spaces at the ends of lines."""
    p = Poly(range(1, 20), X).as_expr()
    told = (Display((TO_THE_ZERO_ROW, Product((p, p)))), Paragraph((_roots(p), _roots(row_operation(1, 1, 2)))))
    text = to_text(solution(*told), width=50)
    assert not set(text) & set("\u00a0\u200b\u2061\u2062")
    assert all(row == row.rstrip() for row in text.split("\n"))


@pytest.mark.parametrize("width", [1, 10, 40])
def test_a_narrow_terminal_gets_the_same_signs(width):
    """Nothing is lost where there is little room."""
    told = solution(Paragraph((_roots(SHIFTED),)), Display((Equality((DETERMINANT, LONG_SUM)), TO_THE_ZERO_ROW)))
    narrow, wide = (to_text(told, width=w) for w in (width, 80))
    assert max(map(display_width, to_text(told, width=40).splitlines())) <= 40
    drawn = str.maketrans("", "", " \n─═")
    assert sorted(narrow.translate(drawn)) == sorted(wide.translate(drawn))
