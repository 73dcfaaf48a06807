"""Answers as typed: which numbers, lists, labels and remarks are read, and where what cannot be read goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError, InputError, SymeigError
from symeig.reading import Limits
from symeig.reading.answer_text import read_structure
from symeig.reading.sentences import plain_sentences
from symeig.reading.structures import Group, Labelled, Node, Number
from symeig.reading.typeset import plain_structure

LIMITS = Limits()


def told(node: Node) -> str:
    """A structure in one line: {…}, (…), […], span(…), _(…) for a list without brackets; ×m after a multiplicity."""
    if isinstance(node, Number):
        return f"{node.value}{f' ×{node.multiplicity}' if node.multiplicity else ''}"
    if isinstance(node, Group):
        left, right = {"": "_()", "(": "()", "[": "[]", "{": "{}", "span": ("span(", ")")}[node.bracket][-2:]
        return f"{'_' if not node.bracket else ''}{left}{'; '.join(map(told, node.items))}{right}"
    if isinstance(node, Labelled):
        return f"{node.name} <{node.number}>: {told(node.item)}"
    return f"«{node.text}»"


def read(text: str, **options: bool) -> list[str]:
    """Each item of an answer."""
    return [told(item) for item in read_structure(text, LIMITS, **options).items]


def refusal(text: str) -> str:
    """The message with which a text is refused; empty where it is read."""
    try:
        read_structure(text, LIMITS)
    except SymeigError as error:
        return str(error)
    return ""


NUMBERS = {
    "5, 2": ["5", "2"],
    "5; 2": ["5", "2"],
    "5\n2": ["5", "2"],
    "5 2": ["5", "2"],
    "5 -2": ["5", "-2"],
    "5 and 2": ["5", "2"],
    "5 và 2": ["5", "2"],
    "5 or -2.": ["5", "-2"],
    "{2, 5}": ["{2; 5}"],
    "[2, 5]": ["[2; 5]"],
    r"\{2, 5\}": ["[2; 5]"],
    r"\left\{2,\ 5\right\}": ["[2; 5]"],
    "{}": ["{}"],
    "５，２": ["5", "2"],
    "−5, –2": ["-5", "-2"],
    "½, 2½": ["1/2", "5/2"],
    r"$\frac{1}{2}$, $\sqrt{2}$": ["1/2", "sqrt(2)"],
    r"0{,}5, 2": ["1/2", "2"],
    r"\lambda_1 = 10{,}25,\ 1000": [r"\lambda_1 <None>: 41/4", "1000"],
    "1 ± 2": ["3", "-1"],
    r"1 \pm \sqrt{2}": ["1 + sqrt(2)", "1 - sqrt(2)"],
    "±1 ± 10": ["11", "-9", "9", "-11"],
    "±1 ∓ 10": ["-9", "9"],
    "±i": ["I", "-I"],
    "2 i": ["2*I"],
    "(1 + sqrt(5))/2, (1 - sqrt(5))/2": ["1/2 + sqrt(5)/2", "1/2 - sqrt(5)/2"],
    "2 (mult. 2), 1": ["2 ×2", "1"],
    "2 (multiplicity 2), 1": ["2 ×2", "1"],
    "2 with multiplicity 2, 1": ["2 ×2", "1"],
    "2 (double), 1": ["2 ×2", "1"],
    "2 (twice)": ["2 ×2"],
    "2 (m = 3)": ["2 ×3"],
    "2 (algebraic multiplicity 2)": ["2 ×2"],
    "2 (bội 2), 1": ["2 ×2", "1"],
    "2 (kép)": ["2 ×2"],
    "2 (3 times)": ["2 ×3"],
    "{2: 2, 1: 1}": ["{2 <2>: 2; 1 <1>: 1}"],
    "λ = 5, λ = 2": ["λ <None>: 5", "λ <None>: 2"],
    "λ₁ = 5, λ₂ = 2": ["λ₁ <None>: 5", "λ₂ <None>: 2"],
    r"\lambda_1 = 5,\; \lambda_{2} = 2": [r"\lambda_1 <None>: 5", r"\lambda_{2} <None>: 2"],
    "p(λ) = λ^2 - 1": ["p(λ) <None>: lambda**2 - 1"],
    r"\chi_A(x) = x": [r"\chi_A(x) <None>: x"],
    "The eigenvalues are 5 and 2": ["λ <None>: 5", "2"],
    "The eigenvalues of A are λ = 5 and λ = 2": ["λ <None>: 5", "λ <None>: 2"],
    "5 and 2 are the eigenvalues of A": ["5", "2"],
    "Các trị riêng: 5; 2": ["λ <None>: 5", "2"],
    "2 (nghiệm bội 3), 1": ["2 ×3", "1"],
    "2 với bội 2, 1": ["2 ×2", "1"],
    "2, multiplicity 2; 1, multiplicity 1": ["2 ×2", "1 ×1"],
    "2 (AM 2, GM 1), 1": ["2 ×2", "1"],
    "５、２": ["5", "2"],
    "λ₁=5 λ₂=2": ["λ₁ <None>: 5", "λ₂ <None>: 2"],
    r"\lambda_1 = 5 \qquad \lambda_2 = 2": [r"\lambda_1 <None>: 5", r"\lambda_2 <None>: 2"],
    r"\begin{align} \lambda_1 &= 5 \\ \lambda_2 &= 2 \end{align}": [r"\lambda_1 <None>: 5", r"\lambda_2 <None>: 2"],
    "λ := 5": ["λ <None>: 5"],
    "λ² - 4 = 0 ⇒ λ = 2": ["λ²-4 <lambda**2 - 4>: 0", "λ <None>: 2"],
    "ans =\n\n     2\n     5": ["2", "5"],
    "set([5, 2])": ["[5; 2]"],
    "Sqrt[2]": ["sqrt(2)"],
    "+-2sqrt(3)": ["2*sqrt(3)", "-2*sqrt(3)"],
    "x^2+-7x": ["x**2 - 7*x"],
    "1. λ = 5\n2. λ = 2": ["λ <None>: 5", "λ <None>: 2"],
    "λ = 2 ± i": ["λ <None>: _(2 + I; 2 - I)"],
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items(), ids=NUMBERS)
def test_numbers(text: str, expected: list[str]) -> None:
    """Lists of numbers, with multiplicities and names."""
    assert read(text) == expected


VECTORS = {
    "(1, 1)": ["(1; 1)"],
    "<1, 1>": ["(1; 1)"],
    "⟨1, 1⟩": ["(1; 1)"],
    r"\langle 1, 1\rangle": ["(1; 1)"],
    "[1 1]": ["[1; 1]"],
    "[1 -1]": ["[1; -1]"],
    "[1; -1]": ["[_(1); _(-1)]"],
    "(1 -1)": ["(1; -1)"],
    "(1, 1), (1, -2)": ["(1; 1)", "(1; -2)"],
    "{(1, 1), (1, -2)}": ["{(1; 1); (1; -2)}"],
    "span{(1, 1), (1, -2)}": ["span((1; 1); (1; -2))"],
    "span((1, 1))": ["span((1; 1))"],
    "span({(1, 1), (1, -2)})": ["span((1; 1); (1; -2))"],
    r"\operatorname{span}\left\{\begin{bmatrix}-1\\1\end{bmatrix}\right\}": ["span([_(-1); _(1)])"],
    r"\begin{pmatrix} 1 \\ \frac{1}{2} \end{pmatrix}": ["[_(1); _(1/2)]"],
    "matrix([-1],[1]), matrix([-1],[0])": ["([-1]; [1])", "([-1]; [0])"],
    "Matrix([1, 2])": ["[1; 2]"],
    "(1, 2)^T": ["[[1]; [2]]"],
    "[[1], [2]]^T": ["[[1; 2]]"],
    "t(1, 1)": ["(t; t)"],
    "t(1, 1), t ∈ ℝ": ["(t; t)", "«t ∈ R»"],
    "t(1, 1), t != 0": ["(t; t)", "«t ≠  0»"],
    r"t\begin{pmatrix}1\\2\end{pmatrix},\ t \in \mathbb{R}": ["[_(t); _(2*t)]", "«t ∈   R»"],
    "t(1, 1, 0) + s(0, 1, 2)": ["(t; s + t; 2*s)"],
    "(t, -2t)": ["(t; -2*t)"],
    "1/2 (1, 2)": ["(1/2; 1)"],
    "-(1, 2)": ["(-1; -2)"],
    "(1, 2)/3": ["(1/3; 2/3)"],
    "(1, 2)/sqrt(5)": ["(sqrt(5)/5; 2*sqrt(5)/5)"],
    "1/√2 (1, 1)": ["(sqrt(2)/2; sqrt(2)/2)"],
    r"\frac{1}{\sqrt{2}}\begin{pmatrix}1\\1\end{pmatrix}": ["[_(sqrt(2)/2); _(sqrt(2)/2)]"],
    "(1, (1 + sqrt(5))/2)": ["(1; 1/2 + sqrt(5)/2)"],
    "5: (1, 1); 2: (1, -2)": ["5 <5>: (1; 1)", "2 <2>: (1; -2)"],
    "5 -> (1, 1), 2 -> (1, -2)": ["5 <5>: (1; 1)", "2 <2>: (1; -2)"],
    "λ = 5: (1, 1), (2, 2); λ = 2: (1, -2)": ["λ=5 <5>: (1; 1)", "(2; 2)", "λ=2 <2>: (1; -2)"],
    "2 + i: (-1 + i, 1)": ["2+i <2 + I>: (-1 + I; 1)"],
    "sqrt(2): (1, sqrt(2))": ["sqrt(2) <sqrt(2)>: (1; sqrt(2))"],
    "i: (1, -i)": ["i <I>: (1; -I)"],
    "v_1 = (1, 1)": ["v_1 <None>: (1; 1)"],
    "E_5 = span{(1, 1)}": ["E_5 <None>: span((1; 1))"],
    "t(1, 1) (t ≠ 0), (2, 1)": ["(t; t)", "«(t ≠ 0)»", "(2; 1)"],
    "5: t(1, 1) (t∈ℝ, t≠0)": ["5 <5>: (t; t)", "«(t∈R, t≠0)»"],
    "t(1, 1), (t ≠ 0)": ["(t; t)", "«(t ≠ 0)»"],
    "s(1, 0) + t(0, 1) (s, t ∈ ℝ)": ["(s; t)", "«(s, t ∈ R)»"],
    "(1, 1) for λ = 5, (1, -2) for λ = 2": ["λ=5 <5>: (1; 1)", "λ=2 <2>: (1; -2)"],
    "x₁ = (1, 1) ứng với trị riêng 5": ["5 <5>: x₁ <None>: (1; 1)"],
    "(1, 1) with eigenvalue λ₁ = (1 + √5)/2": ["λ₁=(1+√5)/2 <1/2 + sqrt(5)/2>: (1; 1)"],
    "λ = 5 has eigenvector (1, 1)": ["λ=5 <5>: v <None>: (1; 1)"],
    "For λ = 5, v = (1, 1). For λ = 2, v = (1, -2).": [
        "λ <None>: 5",
        "v <None>: (1; 1)",
        "λ <None>: 2",
        "v <None>: (1; -2)",
    ],
    "λ = 5 thì v = (1, 1)": ["λ=5 <5>: v <None>: (1; 1)"],
    "t(1, 1) với t ≠ 0": ["(t; t)", "«t ≠ 0»"],
    r"\binom{1}{\frac{1}{2}}": ["[_(1); _(1/2)]"],
    "Cơ sở là {(1; 1)}": ["{(_(1); _(1))}"],
    "v1 = (1, 1) (λ = 5)": ["λ=5 <5>: v1 <None>: (1; 1)"],
    r"\begin{pmatrix} 1 \\ 1 \end{pmatrix} \text{ for } \lambda = 5": [r"\lambda=5 <5>: [_(1); _(1)]"],
    "(λ - 5)(λ - 2)": ["(lambda - 5)*(lambda - 2)"],
}


@pytest.mark.parametrize(("text", "expected"), VECTORS.items(), ids=VECTORS)
def test_vectors(text: str, expected: list[str]) -> None:
    """Vectors, families and spans, with the eigenvalues that they belong to."""
    assert read(text) == expected


MATRICES = {
    "[[1, 2], [3, 4]]": ["[[1; 2]; [3; 4]]"],
    "[1 2; 3 4]": ["[_(1; 2); _(3; 4)]"],
    "1 2; 3 4": ["_(1; 2)", "_(3; 4)"],
    "1, 2\n3, 4": ["_(1; 2)", "_(3; 4)"],
    "((1, 2), (3, 4))": ["((1; 2); (3; 4))"],
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}": ["[_(1; 2); _(3; 4)]"],
    r"\left(\begin{array}{cc} 1 & 2 \\ 3 & 4 \\ \end{array}\right)": ["([_(1; 2); _(3; 4)])"],
    "diag(5, 2)": ["[[5; 0]; [0; 2]]"],
    r"\operatorname{diag}(5, 2)": ["[[5; 0]; [0; 2]]"],
    "diag(5; 2)": ["[[5; 0]; [0; 2]]"],
    "1/3*[[1, 2], [3, 4]]": ["[[1/3; 2/3]; [1; 4/3]]"],
    "np.array([[1, 2], [3, 4]])": ["[[1; 2]; [3; 4]]"],
    "P = [[1, 1], [1, -2]], D = diag(5, 2)": ["P <None>: [[1; 1]; [1; -2]]", "D <None>: [[5; 0]; [0; 2]]"],
    "A = P D P⁻¹, P = [1 2; 3 4]": ["«A = P D P⁻¹»", "P <None>: [_(1; 2); _(3; 4)]"],
    "Q^T A Q = D with Q = [1 2; 3 4] and A = B": ["«Q^T A Q = D»", "Q <None>: [_(1; 2); _(3; 4)]", "A <None>: B"],
    "t(1, 1) where t ∈ ℝ": ["(t; t)", "«t ∈ R»"],
    "P = [1 1; 1 -2]; D = [5 0; 0 2]": ["P <None>: [_(1; 1); _(1; -2)]", "D <None>: [_(5; 0); _(0; 2)]"],
}


@pytest.mark.parametrize(("text", "expected"), MATRICES.items(), ids=MATRICES)
def test_matrices(text: str, expected: list[str]) -> None:
    """Matrices in brackets, rows and LaTeX, with factors and names."""
    assert read(text) == expected


def test_decimal_comma() -> None:
    """Where it was agreed on, a comma between two digits is a decimal one."""
    assert read("0,5; 2,5", decimal_comma=True) == ["1/2", "5/2"]
    assert read("1, 2; (0,5, 1)", decimal_comma=True) == ["1", "2", "(1/2; 1)"]
    assert read(r"1{,}500; 0{,}5", decimal_comma=True) == ["3/2", "1/2"]


def test_semicolons_beside_decimal_commas() -> None:
    """They separate entries where a row would have one, and rows where spaces separate entries."""
    assert read("diag(0,5; 2)", decimal_comma=True) == ["[[1/2; 0]; [0; 2]]"]
    assert read("[[0,5; 1]; [1; 2]]", decimal_comma=True) == ["[[1/2; 1]; [1; 2]]"]
    assert read("[0,5 1; 1 2]", decimal_comma=True) == ["[_(1/2; 1); _(1; 2)]"]
    assert read(r"\begin{pmatrix}0,5\\1\end{pmatrix}", decimal_comma=True) == ["[_(1/2); _(1)]"]


UNREADABLE = {
    "": (0, "is empty"),
    "   ": (0, "is empty"),
    "5 ** , 2": (4, "ends where a number"),
    "(5, 2": (0, "never closed"),
    "5, 2)": (4, "not opened"),
    "λ =": (3, "ends where something is to be said"),
    "(1, 2) (3, 4)": (7, "two lists side by side"),
    "(1, 2) is it": (7, "goes on behind a list"),
    "(1, 2) + (1, 2, 3)": (7, "different lengths"),
    "(1, 2) + [[1, 2], [3, 4]]": (7, "different shapes"),
    "2 (2), 1": (0, "may be a product"),
    r"5, 3\frac{1}{2}": (3, "a sum or a product"),
    "2 (AM 1, GM 2)": (12, "a geometric multiplicity"),
    "The eigenvalues are not 5": (24, "where an operator"),
    "The eigenvalues are 5, 2 ** ": (27, "ends where a number"),
    r"\binom{1}{1} \foo": (13, "goes on behind a list"),
    "5\u200b0, 2": (1, "cannot be seen"),
    "5, f'{5}'": (4, "in no notation"),
    r"2, 1{,}618": (3, "a decimal one or separate thousands"),
    r"0{,}5{,}5": (4, "goes on behind a list"),
    r"5, \foo": (3, "not known"),
}


@pytest.mark.parametrize(("text", "position", "predicate"), [(k, *v) for k, v in UNREADABLE.items()], ids=UNREADABLE)
def test_position_of_what_cannot_be_read(text: str, position: int, predicate: str) -> None:
    """It is one in the text as typed, LaTeX and all."""
    with pytest.raises(InputError, match=predicate) as caught:
        read_structure(text, LIMITS)
    assert caught.value.data["position"] == position


HOSTILE = {
    "many numbers": "5," * 9_000 + "2",
    "many spaces": "5" + " " * 19_000 + "2",
    "many letters": "a" * 19_000,
    "many brackets": "(" * 9_000 + "5" + ")" * 9_000,
    "many angles": "<" * 9_000,
    "an angle and commas": "<" + "," * 19_000,
    "many signs ±": "1" + "±1" * 9_000,
    "many labels": "a:" * 9_000 + "1",
    "many equals signs": "a=" * 9_000 + "1",
    "many powers": "(1)^" * 4_000 + "T",
    "many rows": "[" + "1;" * 9_000 + "1]",
    "a large diagonal": "diag(" + "1," * 5_000 + "1)",
    "many ends": r"\end{matrix}" * 1_500,
    "many remarks": "(mult" * 3_500,
    "many remarks in brackets": "t(1,1) " + "(t≠0)" * 3_900,
    "many eigenvalues behind": "(1,1) " + "for λ=5 " * 2_400,
    "many eigenvalues in brackets": "(1,1) " + "(λ=5)" * 3_900,
    "many eigenvalues in words": "the eigenvalues of A are " * 800,
    "many ends of sentences": "0. for λ=5 " * 1_800,
    "many lines": "\n" * 19_000 + "5",
    "many conclusions": "=0=>" * 4_900,
    "many columns": r"\binom{" * 2_800,
    "many parameters": "t(1,1) " + "with t " * 2_800,
    "huge number": "9**9**9**9",
    "huge factor": "9^9^9^9 (1, 2)",
    "nested roots": "sqrt(" * 2_000 + "5" + ")" * 2_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end(text: str) -> None:
    """They are read, or refused by an error of the library, within the bounds; a quadratic search would not end."""
    assert len(refusal(text)) < 400


def test_what_is_too_long_is_refused_unread() -> None:
    """Harmless white space as well."""
    with pytest.raises(BudgetExceededError, match="20000 characters"):
        read_structure(" " * 1_000_000 + "5, 2", LIMITS)


CHARACTERS = "0123456789+-*/^=:;,.<>()[]{}|'\"\\&$~ \n\tλitTxPD½√±∓∈≠ᵀ²₁→ℝ∞е\u200b\u202e\x00"
WORDS = [
    "The eigenvalues are ",
    "for λ=5",
    " with eigenvector ",
    "trị riêng ",
    "=0=>",
    ". The ",
    "Sqrt[",
    "sqrt(",
    "span{",
    "diag(",
    "matrix(",
    "(mult. 2)",
    "t ∈ ℝ",
    "[[1,2],[3,4]]",
    "^T",
    " and ",
]
LATEX = [
    r"\binom{1}{2}",
    r"\qquad ",
    r"\frac{1}{2}",
    r"\begin{pmatrix}",
    r"\end{pmatrix}",
    r"\\",
    r"\left(",
    r"\lambda_1",
    r"\pm",
]
PIECES = st.sampled_from([*CHARACTERS, *WORDS, *LATEX])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No other exception comes, and messages are short."""
    assert len(refusal(text)) < 400


@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_stay(text: str) -> None:
    """Plain brackets stand where the notation stood, and labels where a sentence stood."""
    assert len(plain_structure(text)) == len(plain_sentences(text)) == len(text)
