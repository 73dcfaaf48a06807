"""The renderers: every kind of part in every notation, within the page, and nothing lost without a word."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any, get_args

import pytest
from sympy import Integer, Matrix, Rational, eye, ones, zeros

from symeig import eigensystem
from symeig.errors import InputError
from symeig.worked.brief import Summary, summarise, to_document, to_latex, to_text
from symeig.worked.brief.parts import Part
from symeig.worked.messages import languages
from symeig.writing import display_width

DENSE = [[(7 * i * i + 5 * i * j + 3 * j) % 19 - 9 for j in range(12)] for i in range(12)]
BIDIAGONAL = [[i + 1 if i == j else int(j == i + 1) for j in range(40)] for i in range(40)]
MATRICES: dict[str, Any] = {
    "diagonalizable": [[2, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "cubic": [[0, 0, 13], [1, 0, 22], [0, 1, 0]],
    "heptagon": [[0, 1, 0], [1, 0, 1], [0, 1, 1]],
    "double complex roots": [[0, -1, 1, 0], [1, 0, 0, 1], [0, 0, 0, -1], [0, 0, 1, 0]],
    "quintic": [[0, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]],
    "square root": [["sqrt(2)", 1], [1, 0]],
    "generic": [["a", "b"], ["c", "d"]],
    "symmetric": [[8, -2, 2], [-2, 5, 4], [2, 4, 5]],
    "Hermitian": [["1", "i"], ["-i", "1"]],
    "float": [[0.1, 0.3], [0.7, 2.2]],
    "empty": [],
    "zero": zeros(2),
    "dense": DENSE,
    "many eigenvalues": BIDIAGONAL,
    "long numbers": [[10**100, 1], [1, 3]],
    "many parameters": [["a", "b", "c"], ["d", "e1", "f"], ["g", "h", "k"]],
}
HERMITIAN = {"symmetric", "Hermitian", "heptagon", "zero"}
GOALS = ["auto", "eigenvalues", "jordan", "orthogonal", "rational"]


def summaries() -> list[tuple[str, str, Summary]]:
    """Each matrix with each goal that it has."""
    systems = {name: eigensystem(matrix) for name, matrix in MATRICES.items()}
    return [
        (name, goal, summarise(system, goal=goal))
        for name, system in systems.items()
        for goal in GOALS
        if goal != "orthogonal" or name in HERMITIAN
    ]


SUMMARIES = summaries()
LANGUAGES = pytest.mark.parametrize("language", languages())
CASES = pytest.mark.parametrize("summary", [s for *_, s in SUMMARIES], ids=[f"{n}-{g}" for n, g, _ in SUMMARIES])


def test_every_kind_of_part_is_rendered() -> None:
    """The matrices here have all kinds of parts between them."""
    assert {type(p) for *_, s in SUMMARIES for p in s.parts} == set(get_args(Part))


@LANGUAGES
@CASES
@pytest.mark.parametrize("width", [60, 80, 110])
def test_text_keeps_to_the_page(summary: Summary, width: int, language: str) -> None:
    """No line is wider than the page; only matrices that are the whole answer may be, on a narrow one."""
    text = to_text(summary, language=language, width=width)
    too_wide = [row for row in text.splitlines() if display_width(row) > width]
    assert not too_wide or (width == 60 and summary.goal == "rational" and all(re.search("[⎡⎢⎣]", x) for x in too_wide))


@LANGUAGES
@CASES
def test_text_ends_each_line_cleanly(summary: Summary, language: str) -> None:
    """No spaces at the ends of lines, no characters that only mark where a line may end."""
    text = to_text(summary, language=language)
    assert text.endswith("\n")
    assert not re.search(r"[ \t]\n|\N{NO-BREAK SPACE}|\N{ZERO WIDTH SPACE}|\n\n\n", text)


@CASES
def test_mathematics_has_no_language(summary: Summary) -> None:
    """Displayed formulas without words are the same in every language."""
    displays = r"(?s)\\\[.*?\\\]|\\begin\{alignat.*?\\end\{alignat"
    found = [re.findall(displays, to_latex(summary, language=x)) for x in languages()]
    assert all([d for d in x if r"\text" not in d] == [d for d in found[0] if r"\text" not in d] for x in found)


@LANGUAGES
def test_documents_load_what_the_language_needs(language: str) -> None:
    """A document has the fragment in it, and the encoding and the name of its language, if that is not English."""
    summary = SUMMARIES[0][2]
    document = to_latex(summary, language=language, standalone=True)
    assert to_latex(summary, language=language) in document
    assert ("babel" in document) == (language != "en")


@pytest.mark.parametrize("write", [to_text, to_latex])
def test_unknown_language_is_refused(write: Callable[..., str]) -> None:
    """A language without a catalogue is an error that names those there are."""
    with pytest.raises(InputError, match="'en', 'vi'"):
        write(SUMMARIES[0][2], language="xx")


@LANGUAGES
@CASES
def test_latex_is_well_formed(summary: Summary, language: str) -> None:
    """Only letters of other languages than English are not ASCII; braces, environments and brackets come in pairs."""
    text = to_latex(summary, language=language)
    assert all(character.isascii() or (character.isalpha() and language != "en") for character in text)
    assert not re.search("[α-ωΑ-Ω]", text)
    assert text.count("{") == text.count("}")
    assert text.count(r"\left") - text.count(r"\leftarrow") == text.count(r"\right")
    assert sorted(re.findall(r"\\begin\{(\w+\*?)\}", text)) == sorted(re.findall(r"\\end\{(\w+\*?)\}", text))
    assert text.count("$") % 2 == 0


@pytest.mark.skipif(which("pdflatex") is None, reason="pdflatex is not installed")
def test_latex_compiles(tmp_path: Path) -> None:
    """All fragments together compile in a document with amsmath and amssymb."""
    body = "\n\n".join(to_latex(s) for *_, s in SUMMARIES)
    head = r"\documentclass{article}\usepackage{amsmath, amssymb}\begin{document}"
    (tmp_path / "all.tex").write_text(f"{head}\n{body}\n\\end{{document}}\n", encoding="ascii")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout[-1000:]


@pytest.mark.parametrize("name", ["dense", "many eigenvalues", "long numbers"])
def test_shortened_text_says_so(name: str) -> None:
    """Whatever leaves something out ends with the way to everything."""
    text = to_text(summarise(eigensystem(MATRICES[name])))
    assert text.endswith("\nShortened for reading: --format json has everything.\n")


@pytest.mark.parametrize(
    ("matrix", "goal", "cut"),
    [
        (ones(14), "auto", "e₁ + e₂ + e₃ + e₄ + e₅ + … + e₁₄"),
        ([[10**20 if i < j else 0 for j in range(6)] for i in range(6)], "eigenvalues", "⋯"),
        (eye(17), "eigenvalues", "⋱"),
        ([[10**30]], "eigenvalues", "10000000…(31 digits)"),
        (Matrix.diag(*range(30)), "rational", "… and 6 more"),
    ],
    ids=["long vectors", "too many columns", "many rows", "long numbers", "many eigenvalues"],
)
def test_each_way_of_shortening_says_so(matrix: Any, goal: str, cut: str) -> None:
    """Each single thing that is left out is enough for the last line."""
    text = to_text(summarise(eigensystem(matrix), goal=goal))
    assert cut in text
    assert "Shortened" in text


def test_nothing_is_shortened_without_need() -> None:
    """A small matrix is told in full."""
    assert "Shortened" not in to_text(summarise(eigensystem(MATRICES["defective"])))


def test_paint_is_applied_to_headings_and_remarks() -> None:
    """Colours go where the caller puts them."""
    text = to_text(summarise(eigensystem([[2, 1], [2, 3]])), paint=lambda role, text: f"<{role}>{text}</>")
    assert "<heading>Characteristic polynomial</>" in text
    assert re.search(r"<remark>Proved: .*</>", text)


def test_width_decides_what_stands_side_by_side() -> None:
    """P and D share lines where there is room, and stand below each other where there is not."""
    summary = summarise(eigensystem([[1, 1], [1, 0]]))
    assert "    D = " in to_text(summary, width=80)
    assert "\n  D = " in to_text(summary, width=50)


# --- JSON -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MATRICES)
def test_document_survives_json(name: str) -> None:
    """The document is plain data and has the same keys for every matrix."""
    document = to_document(eigensystem(MATRICES[name]))
    assert json.loads(json.dumps(document)) == document
    assert document.keys() == to_document(eigensystem([[1]])).keys()


@pytest.mark.parametrize("name", ["diagonalizable", "defective", "cubic", "double complex roots", "dense"])
def test_chains_of_the_document_satisfy_their_equations(name: str) -> None:
    """(A − λ)v₁ = 0 and (A − λ)vⱼ₊₁ = vⱼ modulo the polynomial, from nothing but the document."""
    document = to_document(eigensystem(MATRICES[name]))
    A = [[Rational(x) for x in row] for row in document["matrix"]]
    for component in document["components"]:
        p = [Rational(c) for c in component["polynomial"]]
        for chain in component["chains"]:
            before = [[Integer(0)] * (len(p) - 1) for _ in A]
            for v in ([[Rational(c) for c in entry] for entry in vector] for vector in chain):
                for row, entry, image in zip(A, v, before, strict=True):
                    lambda_v = [y - entry[-1] * q for y, q in zip([0, *entry[:-1]], p, strict=False)]
                    Av = [sum(a * w[i] for a, w in zip(row, v, strict=True)) for i in range(len(entry))]
                    assert [a - b for a, b in zip(Av, lambda_v, strict=True)] == image
                before = v


def test_enclosures_contain_their_roots() -> None:
    """Inside each disc of the document the polynomial changes sign."""
    document = to_document(eigensystem(MATRICES["cubic"]), digits=12)
    p = [Rational(c) for c in document["characteristic_polynomial"]["coefficients"]]
    for eigenvalue in document["eigenvalues"]:
        centre, radius = (Rational(eigenvalue["enclosure"][key]) for key in ("real", "radius"))
        low, high = (sum(c * z**i for i, c in enumerate(p)) for z in (centre - radius, centre + radius))
        assert low * high < 0
        assert eigenvalue["real"] is True


@pytest.mark.parametrize(
    ("name", "goal", "kind", "letters"),
    [
        ("diagonalizable", "auto", "diagonal", "PD"),
        ("defective", "auto", "jordan", "PJ"),
        ("diagonalizable", "jordan", "jordan", "PJ"),
        ("symmetric", "orthogonal", "orthogonal", "QD"),
        ("cubic", "rational", "rational", "PC"),
    ],
)
def test_decomposition_of_the_document(name: str, goal: str, kind: str, letters: str) -> None:
    """The decomposition that the goal asks for, and A X = X Y from the document alone."""
    document = to_document(eigensystem(MATRICES[name]), goal=goal)
    found = document["decomposition"]
    assert (found["kind"], "".join(list(found)[1:])) == (kind, letters)
    A, X, Y = (Matrix(rows).applyfunc(Rational) for rows in (document["matrix"], found[letters[0]], found[letters[1]]))
    assert A * X == X * Y


@pytest.mark.parametrize(("name", "goal"), [("cubic", "auto"), ("diagonalizable", "eigenvalues")])
def test_no_decomposition(name: str, goal: str) -> None:
    """There is none where the entries have no short form, and where none was asked for."""
    assert to_document(eigensystem(MATRICES[name]), goal=goal)["decomposition"] is None
