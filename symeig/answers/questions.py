"""What is asked about a matrix."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from symeig.errors import InputError

__all__ = ["KINDS", "Question", "plain_id"]

KINDS = (
    "eigenvalues",
    "eigenvectors",
    "eigenspace_basis",
    "diagonalize",
    "orthogonal_diagonalize",
    "jordan",
    "charpoly",
    "definiteness",
    "diagonalizable",
    "power",
    "inverse_eigenvalues",
)
"""The kinds of questions."""


def plain_id(name: Any) -> str:
    """The id of an exercise, equal for all ways to type it: composed letters, no spaces around."""
    return unicodedata.normalize("NFC", str(name)).strip()


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a matrix.

    Attributes:
        kind: One of `KINDS`.
        eigenvalue: For `eigenspace_basis`: the eigenvalue, as a number or as typed.
        k: For `power`: the exponent, an integer (or its text) or a letter, which stands for any integer from 1 on.
        prior: The student's own earlier answers by kind, for follow-through.

    Raises:
        InputError: There is no such kind, or the question lacks what belongs to it.

    Examples:
        >>> Question("eigenspace_basis", eigenvalue=5)
        Question(kind='eigenspace_basis', eigenvalue=5, k=None, prior=None)
    """

    kind: str
    eigenvalue: Any = None
    k: int | str | None = None
    prior: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            near = get_close_matches(str(self.kind), KINDS, n=1) or [", ".join(KINDS)]
            msg = f"There is no question {self.kind!r}. Questions have one of {len(KINDS)} kinds. Use {near[0]}."
            raise InputError(msg)
        if self.kind == "eigenspace_basis" and self.eigenvalue is None:
            msg = "The question about an eigenspace names no eigenvalue. It is about one. Give eigenvalue=..."
            raise InputError(msg)
        if isinstance(self.k, str) and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", self.k):
            object.__setattr__(self, "k", int(self.k))
        if self.kind == "power" and self.k is None:
            msg = "The question about a power names no exponent. It is about one. Give k=..."
            raise InputError(msg)
