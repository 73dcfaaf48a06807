"""The summary of a class as data: CSV, and JSON by the schema ``summary.schema.json``, beside this module."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from symeig.answers.batch.render.words import Words
from symeig.answers.batch.results import harmless, number
from symeig.answers.batch.summary import VERDICTS, Answered

__all__ = ["to_csv", "to_json"]

FORMAT = "symeig-summary"
VERSION = 1


def to_json(found: Sequence[Answered], language: str) -> str:
    """The summary as JSON.

    Args:
        found: What was answered to each question.
        language: Of the words.
    """
    words = Words(language)
    questions = [
        {
            "question_id": each.question,
            "answers": each.answers,
            "verdicts": dict(each.verdicts),
            "mean_score": float(number(each.mean)),
            "max_score": float(number(each.marks)),
            "mistakes": [
                {"code": code, "name": words.mistake(code), "answers": count} for code, count in each.mistakes.items()
            ],
        }
        for each in found
    ]
    document = {"format": FORMAT, "version": VERSION, "language": language, "questions": questions}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_csv(found: Sequence[Answered], language: str) -> str:
    """The summary as comma-separated values: a row for each verdict and each mistake with a question.

    Args:
        found: What was answered to each question.
        language: Of the words.
    """
    words = Words(language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["question_id", "kind", "code", "count", "answers", "name"])
    for each in found:
        for cells in _rows(each, words):
            writer.writerow([harmless(each.question), *cells])
    return out.getvalue()


def _rows(each: Answered, words: Words) -> Iterator[list[str]]:
    for name in VERDICTS:
        yield ["verdict", name, str(each.verdicts[name]), str(each.answers), words(name)]
    for code, count in each.mistakes.items():
        yield ["mistake", code, str(count), str(each.answers), words.mistake(code)]
