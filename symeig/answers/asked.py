"""A question about a matrix, and how an answer to it is read."""

from __future__ import annotations

import numbers
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from sympy import Basic, Expr, MatrixBase

from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.shapes import given_parts, named_parts, part_of, square_matrix
from symeig.errors import InputError, SymeigError
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar, Limits, read_matrix
from symeig.reading.answer_text import read_structure
from symeig.reading.structures import Group, Labelled

__all__ = ["Asked", "written"]

Rows: TypeAlias = list[list[ExactScalar]]

LIMITS = Limits()

# The largest exponent of a letter, beside the size of the matrix: sums of letters are multiplied out.
SYMBOL_EXPONENT = 12

# Rows without brackets and commas.
_SPACED = re.compile(r"[^,\[\]{}&\\]{0,2000}")

# The objects that stand for an answer, beside arrays.
_TYPED = (str, Sequence, Mapping, numbers.Number, Basic, MatrixBase)


@dataclass(frozen=True)
class Asked:
    """A question about a matrix, and what is accepted."""

    system: Eigensystem
    question: Question
    policy: Policy

    @property
    def n(self) -> int:
        """The number of rows."""
        return self.system.dimension

    @property
    def letters(self) -> frozenset[str]:
        """The parameters of the matrix, and the letter in the exponent that is asked about."""
        exponent = {self.question.k} if isinstance(self.question.k, str) else set()
        return frozenset(s.name for s in self.system.matrix.free_symbols) | exponent

    def read(self, answer: Any) -> Group:
        """An answer in one piece, as typed or as numbers and lists."""
        if answer is None:
            msg = "The answer is missing. A text is asked for. Write it."
            raise InputError(msg)
        text = answer if isinstance(answer, str) else written(answer)
        limits = replace(LIMITS, symbol_exponent=max(SYMBOL_EXPONENT, self.n))
        return read_structure(text, limits, decimal_comma=self.policy.decimal == ",", letters=self.letters)

    def words(self, answer: Any) -> str:
        """An answer in words."""
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if not isinstance(answer, str):
            msg = f"The answer is {answer!r}. One in words is asked for. Write it."
            raise InputError(msg)
        return answer

    @staticmethod
    def says(answer: Any, claims: Callable[[str], bool]) -> bool:
        """Whether an answer is a text that makes a claim."""
        return isinstance(answer, str) and claims(answer)

    def prior(self, kind: str) -> Any:
        """The student's own earlier answer to a question, where there is one."""
        return (self.question.prior or {}).get(kind)

    def is_one_matrix(self, answer: Any) -> bool:
        """Whether an answer is a single matrix, with a name or without."""
        if self._spaced(answer):
            return True
        items = self.read(answer).items
        return len(items) == 1 or all(isinstance(item, Group) and not item.bracket for item in items)

    def matrices(self, answer: Any, names: Sequence[str]) -> list[Rows]:
        """The n×n matrices that the parts of an answer are, in a mapping or in one text, in the order of the names."""
        if not isinstance(answer, Mapping):
            parts = named_parts(self.read(answer), names)
            return [square_matrix(parts[name], self.n, self.letters) for name in names]
        given = given_parts(answer, names)
        for name in names:
            if name not in given:
                msg = f"The answer lacks {name}. It has {len(names)} parts. Give {' and '.join(names)}."
                raise InputError(msg)
        return [self._part(given[name], name, names) for name in names]

    def _part(self, answer: Any, name: str, names: Sequence[str]) -> Rows:
        """The matrix that a part is, which may stand behind its own name."""
        return self.matrix(answer, lambda label: part_of(label, names) in {name, None})

    def matrix(self, answer: Any, is_its_name: Callable[[str], bool] | None = None) -> Rows:
        """The n×n matrix that an answer is.

        Args:
            answer: As typed.
            is_its_name: Whether a label in front of it is one that it may have; None where it may have any.
        """
        if rows := self._spaced(answer):
            return rows
        structure = self.read(answer)
        match structure.items:
            case (Labelled(name=name) as label,) if is_its_name and not is_its_name(name):
                predicate = f"is about {name}, which is not what is asked for here"
                raise label.passage.malformed(label.passage.start, predicate, "Give the matrix that is.")
        return square_matrix(structure, self.n, self.letters)

    def _spaced(self, answer: Any) -> Rows | None:
        """An n×n matrix whose entries spaces separate, as in k+1 0; 0 k; None for what is none, or read otherwise."""
        if not isinstance(answer, str) or self.policy.decimal == "," or not _SPACED.fullmatch(answer):
            return None
        with suppress(SymeigError):
            given = read_matrix(answer, limits=LIMITS)
            if given.shape == (self.n, self.n) and _letters_in(given.rows) <= self.letters:
                return [list(row) for row in given.rows]
        return None


def _letters_in(rows: Iterable[Sequence[ExactScalar]]) -> frozenset[str]:
    """The letters in the entries of a matrix."""
    return frozenset(s.name for row in rows for x in row if isinstance(x, Expr) for s in x.free_symbols)


def written(answer: Any, depth: int = 0) -> str:
    """Numbers, lists, arrays, expressions and what maps one to another as they are typed.

    Raises:
        InputError: It is something else, nested too deeply, or a number of very many digits.
    """
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    is_huge = isinstance(answer, int) and answer.bit_length() > LIMITS.number_bits
    if depth > LIMITS.depth or is_huge or not isinstance(answer, _TYPED):
        what = "is a huge number" if is_huge else "is nested too deeply" if depth > LIMITS.depth else "cannot be read"
        kind = type(answer).__name__
        msg = f"The answer, of type {kind}, {what}. Texts, numbers and lists are read. Give it as a text."
        raise InputError(msg)
    if isinstance(answer, Sequence) and not isinstance(answer, str):
        return f"[{', '.join(written(part, depth + 1) for part in answer)}]"
    if isinstance(answer, Mapping):
        given = ((key, part) for key, part in answer.items() if part is not None)
        return f"{{{'; '.join(f'{written(key, depth + 1)}: {written(part, depth + 1)}' for key, part in given)}}}"
    return str(answer)
