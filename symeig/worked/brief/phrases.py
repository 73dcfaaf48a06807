"""What both notations of the brief telling say alike: words around mathematics that each of them writes its own way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sympy import Expr, MatrixBase, Mul, Symbol

from symeig.exact.conditions import Condition
from symeig.exact.eigenvalues import LAMBDA
from symeig.worked.brief.parts import Eigenvalues, Extent, Factorization, Kind, Number
from symeig.worked.decimals import Decimals
from symeig.worked.formulas import Node
from symeig.worked.messages import catalogue, say

__all__ = ["SMALL", "Phrases", "Written", "decimal_text", "shown_places", "unit_vector_terms"]

# Names that are listed one by one.
LISTED = 5

# Decimals below this power of ten are written with a power of ten.
SMALL = -6

# Letters of the matrices that A P = P Y was proved for.
PROVED = {"diagonal": "D", "jordan": "J", "rational": "C"}


@dataclass(frozen=True, slots=True)
class Written(Node):
    """What a notation has written already."""

    text: str


class Phrases(ABC):
    """Phrases of a language in a notation.

    Attributes:
        dots: What stands for names that are left out.
        times: The sign between the numbers of rows and columns.
        unequal: The sign of inequality.
        identities: What is proved of every matrix.
    """

    dots: str
    times: str
    unequal: str
    identities: tuple[str, ...]

    def __init__(self, language: str) -> None:
        self.catalogue = catalogue(language)

    @abstractmethod
    def write(self, expr: Expr) -> str:
        """An expression in the notation."""

    @abstractmethod
    def formula(self, text: str) -> str:
        """Mathematics as it stands between words."""

    def number(self, expr: Expr) -> str:
        """An expression, shortened where the notation shortens numbers."""
        return self.write(expr)

    def runs(self, name: str, **arguments: str | int) -> list[str | Written]:
        """The words of a message, and what has been written for it."""
        written = {key: Written(x) if isinstance(x, str) else x for key, x in arguments.items()}
        runs: list[Any] = self.catalogue.runs(say(name, **written))
        return runs

    def say(self, name: str, **arguments: str | int) -> str:
        """A message."""
        return "".join(run if isinstance(run, str) else run.text for run in self.runs(name, **arguments))

    def names(self, numbers: Sequence[Number]) -> str:
        """λ₁, λ₂, λ₃, with dots in the middle where there are many."""
        names = [self.write(n.name) for n in numbers]
        if len(names) > LISTED:
            names[2:-1] = [self.dots]
        return ", ".join(names)

    def multiplicity(self, group: Eigenvalues) -> str:
        """The multiplicities, where they are not 1."""
        if group.algebraic_multiplicity == 1:
            return ""
        if group.block_sizes[0] == 1:
            return self.say("multiplicity", algebraic=group.algebraic_multiplicity)
        return self.say(
            "multiplicities", algebraic=group.algebraic_multiplicity, geometric=group.geometric_multiplicity
        )

    def roots(self, group: Eigenvalues, polynomial: str) -> str:
        """That eigenvalues are the roots of a polynomial, how many of them are real, and their multiplicity."""
        count = len(group.numbers)
        clauses = [self.say("roots-of", names=self.formula(self.names(group.numbers)), polynomial=polynomial)]
        if group.real is not None:
            clauses.append(self.say("real-among", count=count, real=group.real, other=count - group.real))
        if multiplicity := self.multiplicity(group):
            clauses.append(self.say("each-of-multiplicity", multiplicity=multiplicity))
        return ", ".join(clauses)

    def obstruction(self, group: Eigenvalues) -> str:
        """Why there is no basis of eigenvectors."""
        subject = self.names(group.numbers)
        if group.polynomial is None:
            subject += f" = {self.number(group.numbers[0].value)}"
        return self.say(
            "too-few-eigenvectors",
            eigenvalues=self.formula(subject),
            count=len(group.numbers),
            algebraic=group.algebraic_multiplicity,
            geometric=group.geometric_multiplicity,
        )

    def extent(self, extent: Extent) -> str:
        """What vectors look like that are too long to be written out."""
        return self.say(
            f"entries-{'polynomials' if extent.degree else 'numbers'}{'-of-digits' if extent.digits else ''}",
            entries=extent.entries,
            variable=self.formula(self.write(LAMBDA)),
            degree=extent.degree,
            digits=extent.digits or 0,
        )

    def columns(self, part: Factorization, diagonal: str) -> str:
        """What the matrices of a decomposition are that are not written out.

        Args:
            part: The decomposition.
            diagonal: That the second matrix is the diagonal matrix of the eigenvalues.
        """
        P, J = map(self.formula, part.names)
        if part.kind == "jordan":
            return self.say("columns-are-chains", P=P, J=J, eigenvalues=self.formula(self.names(part.numbers)))
        if part.kind == "diagonal":
            return self.say("columns-are-eigenvectors", diagonal=diagonal, P=P)
        return self.say("columns-are-unit-eigenvectors", diagonal=diagonal, P=P)

    def condition(self, condition: Condition) -> str:
        """What is taken for granted of parameters."""
        if condition.kind == "invertible":
            rows, columns = condition.expr.shape
            return self.say("must-be-invertible", rows=rows, times=self.formula(self.times), columns=columns)
        text = self.write(condition.expr)
        if condition.kind == "nonzero":
            return self.formula(f"{text} {self.unequal} 0")
        return self.say(f"must-be-{condition.kind}", expression=self.formula(text))

    def statements(self, form: Kind | None) -> list[str]:
        """What was proved."""
        if form in PROVED:
            equation = self.formula(f"A P = P {PROVED[form]}")
            proved = [equation, self.say("is-invertible", P=self.formula("P"))]
        else:
            proved = [self.say("all-eigenvalues"), self.say("their-multiplicities")]
        return [*proved, *map(self.formula, self.identities)]


def unit_vector_terms(v: MatrixBase, count: int) -> list[Expr | None]:
    """A vector as a sum of multiples of unit vectors eₖ: the first terms and the last, None for those between."""
    terms = [Mul(x, Symbol(f"e_{k}"), evaluate=x.is_Number) for k, x in enumerate(v, 1) if x]
    return [None if k is None else terms[k] for k in shown_places(len(terms), count + 1, count)]


def decimal_text(number: Decimals, power: Callable[[int], str]) -> str:
    """A complex number in decimals, with ASCII signs.

    Args:
        number: The number.
        power: How a power of ten is written as a factor.
    """

    def write(x: Decimal) -> str:
        if number.last_place <= 0 and (not x or x.adjusted() >= SMALL):
            return f"{x:f}"
        sign, digits, _ = x.as_tuple()
        return f"{Decimal((sign, digits, 1 - len(digits))):f}{power(x.adjusted())}"

    parts = [] if number.real is None else [write(number.real)]
    if number.imag is not None:
        parts.append(f"{write(number.imag)}i")
    return " + ".join(parts).replace("+ -", "- ")


def shown_places(count: int, limit: int, few: int) -> list[int | None]:
    """Which of many rows or columns are shown: all within the limit, else the first few and the last, None between."""
    return list(range(count)) if count <= limit else [*range(few), None, count - 1]
