"""A verdict as data: JSON by the schema ``verdict.schema.json``, which stands beside this module."""

from __future__ import annotations

import json

from symeig.answers.questions import Question
from symeig.answers.verdicts import Verdict
from symeig.exact.eigensystem import Eigensystem

__all__ = ["to_json"]

FORMAT = "symeig-verdict"
VERSION = 1


def to_json(verdict: Verdict, system: Eigensystem, question: Question, language: str) -> str:
    """A verdict with what it is about.

    Args:
        verdict: What is said.
        system: The matrix that was asked about.
        question: What was asked.
        language: Of the feedback.
    """
    eigenvalue = question.eigenvalue
    document = {
        "format": FORMAT,
        "version": VERSION,
        "language": language,
        "matrix": [list(map(str, row)) for row in system.matrix.tolist()],
        "question": {
            "kind": question.kind,
            "eigenvalue": None if eigenvalue is None else str(eigenvalue),
            "k": question.k,
        },
        **verdict.to_dict(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
