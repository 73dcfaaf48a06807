"""Whatever is typed, there is a verdict; and a wrong answer never becomes right by how it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symeig import eigensystem
from symeig.answers.checking import check
from symeig.answers.policies import Policy
from symeig.answers.questions import KINDS, Question

SYSTEM = eigensystem([[2, 1], [1, 2]])
CHARACTERS = "0123456789+-*/^=:;,.<>()[]{}|'\"\\&$~ \n\tλitxkPDQJ½√±∓∈≠ᵀ²₁→∞е\u200b\u202e\x00"
WORDS = ["sqrt(", "span{", "diag(", "matrix(", "(mult. 2)", "t ∈ ℝ", "[[1,2],[3,4]]", "^T", " and ", "yes", "no", "if "]
PARTS = ["P = ", "D = ", "3: (1,1)", "1: (1,-1)", "λ₁ = ", "E_3 = ", "[1 1; 1 -1]", "positive ", "definite", "not "]
BEHIND = [" for λ = 3", " (λ = 1)", " (t ≠ 0)", "(3, 1, [", "A = PDP^-1", " where ", "0{,}5", ", not ", "otherwise"]
LATEX = [r"\frac{1}{2}", r"\begin{pmatrix}", r"\end{pmatrix}", r"\\", r"\left(", r"\lambda_1", r"\pm", r"\sqrt[3]{2}"]
TEXTS = st.lists(st.sampled_from([*CHARACTERS, *WORDS, *PARTS, *BEHIND, *LATEX]), max_size=25).map("".join)
MAPPINGS = st.dictionaries(st.sampled_from("PDQJS") | st.integers(), TEXTS)
ANSWERS = TEXTS | MAPPINGS | st.lists(st.integers() | TEXTS, max_size=3)
EXTRA: dict[str, dict[str, Any]] = {"eigenspace_basis": {"eigenvalue": 3}, "power": {"k": 2}}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(ANSWERS, st.booleans())
def test_every_answer_has_a_verdict(kind: str, answer: Any, tolerant: bool) -> None:
    """With feedback, and never an exception."""
    policy = Policy.of({"numeric": "tolerance", "tolerance": "0.001"} if tolerant else {})
    verdict = check(SYSTEM, Question(kind, **EXTRA.get(kind, {})), answer, policy=policy)
    assert verdict.verdict in {"correct", "partial", "incorrect", "invalid"}
    assert 0 <= verdict.score <= 1
    assert verdict.feedback
    is_blank = isinstance(answer, str) and not answer.strip()
    assert bool(verdict.problem) == (verdict.verdict == "invalid" and not is_blank)
