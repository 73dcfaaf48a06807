"""A fuzzer over everything that reads a text, guided by coverage: `python tests/fuzz/reader.py -max_total_time=600`.

It needs `pip install atheris`. A text is put together from pieces of notations and from raw characters; whatever it is,
readers return, or raise an error of symeig, within two seconds and 512 MiB beyond what the imports take.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["symeig.reading", "symeig.answers"]):
    from symeig import Policy, Question, check, eigensystem
    from symeig.answers.questions import KINDS
    from symeig.errors import SymeigError
    from symeig.reading import read_expression, read_matrix

PIECES = (
    *"0123456789+-*/^=:;,.<>()[]{}|'\"\\&$~ \n\tλitxkPDQJ½√±∓∈≠ᵀ²₁→∞е\u200b\u202e\x00",
    *(
        "sqrt(",
        "span{",
        "diag(",
        "matrix(",
        "Matrix(",
        "(mult. 2)",
        "t ∈ ℝ",
        "[[1,2],[3,4]]",
        "^T",
        " and ",
        "**",
        "cos(pi/",
    ),
    *("yes", "no", "if ", "unless ", "positive ", "semidefinite", "not ", "k = 0", "P = ", "D = ", "λ₁ = ", "E_3 = "),
    *("\\frac{1}{2}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\\\", "\\left(", "\\lambda_1", "\\pm", "\\sqrt[3]{2}"),
    *("1e9", "10^", "9**9", "factorial(", "__class__", "lambda:", "3: (1,1)", "(1,-1)", "1/", "((", "[[", "0.5", "0,5"),
)
SYSTEM = eigensystem([[2, 1], [1, 2]])
QUESTIONS = [Question(kind, eigenvalue=3, k=2) for kind in KINDS]
TOLERANT = Policy.of({"numeric": "tolerance", "tolerance": "0.001", "decimal": ","})


def text_of(data: atheris.FuzzedDataProvider) -> str:
    """Pieces of notations, and now and then anything."""
    parts = []
    for _ in range(data.ConsumeIntInRange(0, 30)):
        is_piece = data.ConsumeProbability() < 0.9
        parts.append(data.PickValueInList(list(PIECES)) if is_piece else data.ConsumeUnicodeNoSurrogates(4))
    return "".join(parts)


def read(data: bytes) -> None:
    """Read a text as everything that it may be."""
    provider = atheris.FuzzedDataProvider(data)
    question, tolerant = provider.PickValueInList(QUESTIONS), provider.ConsumeBool()
    text = text_of(provider)
    for reader in (read_expression, read_matrix):
        try:
            reader(text)
        except SymeigError:
            continue
    check(SYSTEM, question, text, policy=TOLERANT if tolerant else Policy())


if __name__ == "__main__":
    atheris.Setup([*sys.argv, "-timeout=2", "-rss_limit_mb=768"], read)
    atheris.Fuzz()
