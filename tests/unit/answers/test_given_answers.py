"""Answers with the verdict that each deserves, from `tests/data/answers.jsonl`: one line for each.

The answers and verdicts come from the plan of this project.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from symeig.answers.checking import check, judged
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.worked.meaning import holds

DATA = Path(__file__).parents[2] / "data" / "answers.jsonl"
CASES = {case["name"]: case for case in map(json.loads, DATA.read_text(encoding="utf-8").splitlines())}


def answer_of(case: dict[str, Any]) -> Any:
    """The answer, with what is repeated in it written out."""
    answer = case["answer"]
    if isinstance(answer, dict) and "$repeat" in answer:
        before, count, middle, after = answer["$repeat"]
        return before * count + middle + after * count
    return answer


def policy_of(case: dict[str, Any]) -> Policy:
    """What is accepted."""
    return Policy.of(case.get("policy", {}))


def test_all_cases_are_there() -> None:
    """All 92."""
    assert len(CASES) == 92


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_verdict(case: dict[str, Any]) -> None:
    """It is the one that the answer deserves, with the mistake that leads there."""
    verdict = judged(case["matrix"], Question(**case["question"]), answer_of(case), policy_of(case))
    assert verdict.verdict == case["verdict"]
    assert {"correct": verdict.score == 1, "partial": 0 < verdict.score < 1}.get(verdict.verdict, verdict.score == 0)
    assert bool(verdict.problem) == (verdict.verdict == "invalid")
    assert list(verdict.codes) == case.get("codes", [])
    if "score" in case:
        low, high = case["score"]
        assert low <= verdict.score <= high


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_identities_hold(case: dict[str, Any]) -> None:
    """Each identity is true, as another part of symeig computes it; none speaks against what is right."""
    verdict = check(case["matrix"], Question(**case["question"]), answer_of(case), policy=policy_of(case))
    assert all(holds(e.statement) for e in verdict.evidence)
    is_exact = policy_of(case).numeric == "exact"
    assert verdict.verdict != "correct" or all(e.supports for e in verdict.evidence if is_exact)
