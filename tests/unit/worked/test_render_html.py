"""Formulas in MathML, and solutions as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from sympy import ImmutableMatrix, Integer, sqrt, symbols

from symeig import eigensystem
from symeig.worked import formulas
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
)
from symeig.worked.messages import Message, catalogue, languages, say
from symeig.worked.render.mathml import LONG, MathML, width
from symeig.worked.solution import LEVELS, WorkedSolution, solve
from symeig.worked.steps import Block, Display, Paragraph, Step
from tests.mathml import faults, parsed, tree
from tests.strategies import Planted, split_matrices

x, t, k = symbols("lambda t k")
A, P, v1, v2 = Name("A"), Name("P"), Name("v_1"), Name("v_2")
one, two, three, four = map(Integer, (1, 2, 3, 4))
M = ImmutableMatrix([[1, -2], [0, x]])
TIMES, APPLY, THIN = "<mo>&#x2062;</mo>", "<mo>&#x2061;</mo>", '<mspace width="0.17em"/>'
MINUS_TWO = "<mo>−</mo><mn>2</mn>"
V1, R1, R2 = (f"<msub><mi>{letter}</mi><mn>{k}</mn></msub>" for letter, k in [("v", 1), ("R", 1), ("R", 2)])


def brackets(elements: str, fence: str = "()") -> str:
    """Elements between brackets."""
    return f"<mrow><mo>{fence[0]}</mo>{elements}<mo>{fence[1]}</mo></mrow>"


def table(*rows: list[str]) -> str:
    """Cells in rows."""
    lines = ("".join(f"<mtd>{x}</mtd>" for x in row) for row in rows)
    return f"<mtable>{''.join(f'<mtr>{line}</mtr>' for line in lines)}</mtable>"


TABLE = table(["<mn>1</mn>", MINUS_TWO], ["<mn>0</mn>", "<mi>λ</mi>"])

add_double = Operation("rows", 2, one, 1, two)
ADD_DOUBLE = f"{R2}<mo>←</mo>{R2}<mo>+</mo><mn>2</mn>{TIMES}{R1}"
OVER = f'<mtable displaystyle="true"><mtr><mtd>{ADD_DOUBLE}</mtd></mtr></mtable>'
ARROW = f'{THIN}<mover><mo stretchy="true">→</mo>{OVER}</mover>'

NODES: list[tuple[Formula, str]] = [
    (4 - x, "<mn>4</mn><mo>−</mo><mi>λ</mi>"),
    (M, brackets(TABLE)),
    (v1, V1),
    (Minus(A), "<mo>−</mo><mi>A</mi>"),
    (Minus(k + 1), "<mo>−</mo>" + brackets("<mrow><mi>k</mi><mo>+</mo><mn>1</mn></mrow>")),
    (Sum((A, Minus(Product((x, Name("I")))))), f"<mi>A</mi><mo>−</mo><mi>λ</mi>{TIMES}<mi>I</mi>"),
    (Product((-two, -two)), MINUS_TWO + TIMES + brackets(f"<mrow>{MINUS_TWO}</mrow>")),
    (Product((two, three)), "<mn>2</mn><mo>·</mo><mn>3</mn>"),
    (Quotient(one, Sum((k, one))), "<mfrac><mn>1</mn><mrow><mi>k</mi><mo>+</mo><mn>1</mn></mrow></mfrac>"),
    (Power(A, 2), "<msup><mi>A</mi><mn>2</mn></msup>"),
    (Power(v1, 2), "<msubsup><mi>v</mi><mn>1</mn><mn>2</mn></msubsup>"),
    (Power(P, -1), "<msup><mi>P</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup>"),
    (Power(P, "T"), '<msup><mi>P</mi><mi mathvariant="normal">T</mi></msup>'),
    (Power(P, "*"), "<msup><mi>P</mi><mo>∗</mo></msup>"),
    (Power(-two, 2), f"<msup>{brackets(f'<mrow>{MINUS_TWO}</mrow>')}<mn>2</mn></msup>"),
    (Array(((one, k),)), brackets(table(["<mn>1</mn>", "<mi>k</mi>"]))),
    (Array(((one,),), "||"), THIN + brackets(table(["<mn>1</mn>"]), "||")),
    (Tuple((one, -two)), brackets(f"<mrow><mn>1</mn><mo>,</mo><mrow>{MINUS_TWO}</mrow></mrow>")),
    (Column((one, k)), brackets(table(["<mn>1</mn>"], ["<mi>k</mi>"]))),
    (Function("det", (A,)), f"<mi>det</mi>{APPLY}{THIN}<mi>A</mi>"),
    (Function("det", (M,)), f"<mi>det</mi>{APPLY}{brackets(TABLE)}"),
    (Function("tr", (Product((A, P)),)), f"<mi>tr</mi>{APPLY}{brackets(f'<mrow><mi>A</mi>{TIMES}<mi>P</mi></mrow>')}"),
    (Function("nullity", (A,)), f"<mi>dim</mi>{APPLY}{THIN}<mi>ker</mi>{APPLY}{THIN}<mi>A</mi>"),
    (Function("span", (v1, A)), f"<mi>span</mi>{APPLY}{brackets(f'<mrow>{V1}<mo>,</mo><mi>A</mi></mrow>', '{}')}"),
    (Dot(v1, A), f"{V1}<mo>·</mo><mi>A</mi>"),
    (Numeral(decimals(eigensystem([[0, 1], [1, 1]]).eigenvalues[0], 4)), "<mo>−</mo><mn>0.6180</mn>"),
    (
        Numeral(decimals(eigensystem([[0, 1], [-1, 1]]).eigenvalues[1], 3)),
        f"<mn>0.500</mn><mo>+</mo><mn>0.866</mn>{TIMES}<mi>i</mi>",
    ),
    (
        Numeral(decimals(eigensystem([["1/10^9 * sqrt(2)"]]).eigenvalues[0], 3)),
        "<mn>1.41</mn><mo>·</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>9</mn></mrow></msup>",
    ),
    (Equality((A, -k), one), "<mi>A</mi><mo>=</mo><mrow><mo>−</mo><mi>k</mi></mrow><mo>≠</mo><mn>1</mn>"),
    (Relation((k, t), "∈"), "<mi>k</mi><mo>∈</mo><mi>t</mi>"),
    (Relation((k, t), "<"), "<mi>k</mi><mo>&lt;</mo><mi>t</mi>"),
    (add_double, ADD_DOUBLE),
    (Operation("rows", 2, -one), f"{R2}<mo>←</mo><mrow><mo>−</mo>{R2}</mrow>"),
    (Operation("rows", 1, one, 2), f"{R1}<mo>↔</mo>{R2}"),
    (
        Reduction((M, M), ((add_double,),)),
        f"{brackets(TABLE)}{ARROW}{brackets(TABLE)}",
    ),
    (Irreducible(x + 1), "<mi>λ</mi><mo>+</mo><mn>1</mn>"),
    (List((one, -two)), f"<mn>1</mn><mo>,</mo><mrow>{MINUS_TWO}</mrow>"),
    (Words(say("title-eigenvalues")), "<mtext>\u00a0Eigenvalues\u00a0</mtext>"),
    (Row((one, two)), '<mn>1</mn><mspace width="2em"/><mn>2</mn>'),
]


def name_of(formula: object) -> str:
    """The node, for the id of a test."""
    return "" if isinstance(formula, str) else f"{type(formula).__name__}"


def writer(language: str = "en", variable: str = "lambda") -> MathML:
    """Writes formulas."""
    return MathML(catalogue(language), variable)


@pytest.mark.parametrize(("formula", "elements"), NODES, ids=name_of)
def test_node(formula: Formula, elements: str) -> None:
    """Every node is written as in books."""
    written = writer().write(formula)
    assert written.replace(' stretchy="false"', "") == elements
    assert faults(parsed(written)) == []


def test_every_node_is_tried() -> None:
    """No node of formulas is missing in the table."""
    nodes = {c for c in vars(formulas).values() if isinstance(c, type) and issubclass(c, Node) and c is not Node}
    assert nodes <= {type(formula) for formula, _ in NODES}


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_all_operations_stand_at_the_arrow(count: int) -> None:
    """Operations are above and below the arrow, from top to bottom in their order."""
    group = tuple(Operation("rows", 2, one, 1, Integer(c)) for c in range(2, 2 + count))
    written = writer().write(Reduction((ImmutableMatrix([[0], [0]]),) * 2, (group,)))
    assert faults(parsed(written)) == []
    arrow = next(e for e in parsed(written) if e.tag in {"mover", "munderover"})
    _, *below, above = arrow
    factors = [row.findall(".//mn")[2].text for table in (above, *below) for row in table]
    assert factors == [str(c) for c in range(2, 2 + count)]


def test_letter_for_eigenvalues() -> None:
    """λ gives way to the letter that is asked for, with and without index."""
    assert writer(variable="mu").inline(Product((x, Name("lambda_1")))) == (
        f"<math><mi>μ</mi>{TIMES}<msub><mi>μ</mi><mn>1</mn></msub></math>"
    )


def test_long_equality_is_aligned_at_its_signs() -> None:
    """Sides that are too long for a line stand one below the other, each behind its sign."""
    polynomial = sum((9 * x**n for n in range(12)), Integer(0))
    ((math,),) = writer().displayed([Equality((Function("det", (A,)), polynomial, polynomial))])
    rows = tree(math).findall("./mtable/mtr")
    assert [[cell.findtext("mo") for cell in row][1] for row in rows] == ["=", "="]
    assert width(writer().write(polynomial)) * 2 > LONG


def test_long_left_side_has_its_own_row() -> None:
    """A long first side takes the whole row, the others follow below it."""
    polynomial = sum((9 * x**n for n in range(12)), Integer(0))
    ((math,),) = writer().displayed([Equality((polynomial, polynomial))])
    first, second = tree(math).findall("./mtable/mtr")
    assert (len(first), len(second)) == (1, 3)


def test_several_equations_are_one_table() -> None:
    """Equations that are displayed together are aligned at their signs."""
    ((math,),) = writer().displayed([Relation((k, one), "="), Equality((two, two, two))])
    assert [len(row) for row in tree(math).findall("./mtable/mtr")] == [3, 3]


@pytest.mark.parametrize(
    ("formula", "count"),
    [
        (Row((one, two)), 2),
        (List((one, two, three)), 3),
        (Reduction((M, M, M), ((), ())), 3),
        (Equality((one, one)), 1),
    ],
    ids=name_of,
)
def test_where_lines_may_be_broken(formula: Formula, count: int) -> None:
    """A displayed row, list or reduction may be broken between its parts; an equality is one formula."""
    (parts,) = writer().displayed([formula])
    assert len(parts) == count
    assert [fault for part in parts for fault in faults(tree(part))] == []


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [(one, 10 * k), (M, ImmutableMatrix([[100, k], [k, k]])), (k / 2, (k + 1) / 2), (sqrt(k), sqrt(k + t))],
    ids=["product", "matrix", "fraction", "root"],
)
def test_width(narrow: Formula, wide: Formula) -> None:
    """Of two formulas the wider one is measured as wider."""
    assert width(writer().write(narrow)) < width(writer().write(wide))


def test_height_adds_no_width() -> None:
    """A fraction is as wide as the wider one of its parts, a column as its widest entry."""
    assert width(writer().write(1 / k)) == width(writer().write(k))
    assert width(writer().write(Column((one, one)))) == width(writer().write(Column((one,))))


# --- solutions ------------------------------------------------------------------------------------------------------

MATRICES = {
    "integers": [[4, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "symmetric": [[3, 2, 2], [2, 3, 2], [2, 2, 3]],
    "rotation": [[0, -1], [1, 0]],
    "golden ratio": [[1, 1], [1, 0]],
    "cubic": [[0, 0, 1], [1, 0, 1], [0, 1, 0]],
    "parameter": [[k, 1], [1, k]],
    "one row": [[5]],
}


@lru_cache
def solved(name: str) -> WorkedSolution:
    """A solution, made once."""
    return solve(MATRICES[name])


each_matrix = pytest.mark.parametrize("name", MATRICES)
each_language = pytest.mark.parametrize("language", languages())


def page(solution: WorkedSolution) -> ET.Element:
    """The page of a solution as a tree."""
    return tree(solution.to_html())


@each_matrix
@each_language
def test_page_is_well_formed(name: str, language: str) -> None:
    """The page is XML at every level, and its formulas are well made."""
    for level in LEVELS:
        root = page(replace(solved(name), language=language, level=level))
        assert root.attrib["lang"] == language
        assert [fault for math in root.iter("math") for fault in faults(math)] == []


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(split_matrices(max_size=3))
def test_page_of_any_matrix_is_well_formed(planted: Planted) -> None:
    """So it is for matrices of any structure."""
    root = page(solve(planted.rows, level=3))
    assert [fault for math in root.iter("math") for fault in faults(math)] == []


def test_page_needs_nothing_else() -> None:
    """The page has no scripts, and loads and links to nothing."""
    text = solved("defective").to_html()
    assert re.findall(r"<(?:script|link|img|iframe|object|embed)|\b(?:src|href|on\w+)=|@import|url\(", text) == []


@each_matrix
def test_page_for_screen_readers(name: str) -> None:
    """There is one title, one main part, and every section is named by its heading."""
    root = page(solved(name))
    assert root.findtext("./head/title") == "".join(root.find("./body/main/h1").itertext())
    headings = [e for e in root.iter() if e.tag in {"h1", "h2", "h3", "h4"}]
    assert [h.tag for h in headings] == ["h1"] + ["h2"] * len(solved(name).sections)
    named = {section.attrib["aria-labelledby"] for section in root.iter("section")}
    assert named == {h.attrib["id"] for h in headings[1:]}


@each_matrix
def test_ids_are_unique(name: str) -> None:
    """No two elements have the same id, and every step has its own."""
    root = page(replace(solved(name), level=3))
    ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert {step.id for step in solved(name).steps} <= set(ids)


def test_wide_formulas_can_be_scrolled() -> None:
    """What may be wider than the screen can be reached by the keyboard and has a name; what is narrow is left alone."""
    root = page(sample(Display((M,)), Display((Tuple((x**9,) * 20),))))
    displays = [e for e in root.iter("div") if e.attrib["class"] == "display"]
    assert [(e.attrib.get("tabindex"), e.attrib.get("role")) for e in displays] == [(None, None), ("0", "group")]
    assert displays[1].attrib["aria-label"]


def test_element_for_notebooks() -> None:
    """Without a page around it a solution is one article with its style, without ids, which another one might have."""
    article = tree(solved("integers").to_html(standalone=False))
    assert (article.tag, article[0].tag) == ("article", "style")
    assert [e for e in article.iter() if "id" in e.attrib] == []
    assert set(re.findall(r"^(\S+)", article[0].text, re.MULTILINE)) <= {".symeig", "@media", "}"}


def test_letter_on_the_page() -> None:
    """The page has the letter that was asked for and no λ."""
    text = solve(MATRICES["integers"], variable="mu").to_html()
    assert "μ" in text
    assert "λ" not in text


@dataclass(frozen=True, kw_only=True)
class Sample(Step):
    """A step that tells what it is given."""

    kind: ClassVar[str] = "sample"
    told: tuple[Block, ...]
    claim = ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002
        """The same at every level."""
        return self.told


def sample(*blocks: Block) -> WorkedSolution:
    """A solution of one step."""
    step = Sample(id="sample", goal=say("section-task"), told=blocks)
    return WorkedSolution(eigensystem([[1]]), "auto", (step,))


def test_words_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs of HTML in words are shown, not obeyed."""
    monkeypatch.setattr("symeig.worked.messages.Catalogue.runs", lambda _, message: [f"<b> & {message.name}"])
    assert page(sample(Paragraph((say("a"),)))).findtext(".//p") == "<b> & a"


@pytest.mark.parametrize(
    ("after", "kept"),
    [(". And", "."), (", and", ","), (" and", None), ("), and", "),")],
    ids=["stop", "comma", "word", "bracket"],
)
def test_no_line_begins_with_a_stop(after: str, kept: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop behind a formula stays with it, and no character is lost."""
    monkeypatch.setattr("symeig.worked.messages.Catalogue.runs", lambda *_: ["For ", k, after])
    paragraph = page(sample(Paragraph((Message("a"),)))).find(".//p")
    assert "".join(paragraph.itertext()) == f"For k{after}"
    assert [span[0].tail for span in paragraph.iter("span")] == ([kept] if kept else [])


def test_lines_can_end_inside_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each formula of a list between words is kept with the comma or stop behind it, and with no other."""
    monkeypatch.setattr("symeig.worked.messages.Catalogue.runs", lambda *_: [List((k, t)), "."])
    paragraph = page(sample(Paragraph((Message("a"),)))).find(".//p")
    assert ["".join(child.itertext()) for child in paragraph] == ["k,", "t."]
    assert "".join(paragraph.itertext()) == "k, t."


def test_sentences_stand_apart() -> None:
    """There is a space between two sentences."""
    paragraph = page(sample(Paragraph((say("task-jordan"), say("task-eigenvalues"))))).find(".//p")
    words = catalogue("en").words
    assert paragraph.text == f"{words(say('task-jordan'))} {words(say('task-eigenvalues'))}"
