"""Stub."""
from __future__ import annotations
import re
from symeig.errors import RaggedRowsError
from symeig.reading.expressions import read_passage
from symeig.reading.limits import Limits
from symeig.reading.refusals import Passage
from symeig.reading.scalars import ExactScalar

def read_matrix_text(text: str, limits: Limits) -> tuple[tuple[ExactScalar, ...], ...]:
    rows = re.split(r"\]\s*,\s*\[|;|\n", text.strip().strip("[]"))
    return tuple(tuple(read_passage(Passage(c, 0, len(c)), limits) for c in re.split(r"[,\s]+", row.strip())) for row in rows)
