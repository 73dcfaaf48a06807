"""Coefficients of the characteristic polynomial that are known from the matrix: its trace, minors and determinant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, permutations
from typing import ClassVar

from sympy import Expr, ImmutableMatrix, Integer, Poly

from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import Array, Equality, Formula, Function, Minus, Name, Product, Statement, Sum
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Step
from symeig.worked.telling import Telling

__all__ = ["LARGEST_CHECKED", "PolynomialCheck", "coefficient_check"]

# The largest determinant that is multiplied out, where it was found as a product, to check its coefficients.
LARGEST_CHECKED = 3


@dataclass(frozen=True, kw_only=True)
class PolynomialCheck(Step):
    """The coefficients that are known from the matrix: one, two or three.

    Attributes:
        matrix: A.
        polynomial: The characteristic polynomial in the convention of the telling.
        sign: What it is times the monic one.
        sums: tr A and, for three rows, the sum of the principal minors: each with its terms.
        determinant: det A with the products that it is made of; None where these are many.
    """

    kind: ClassVar[str] = "polynomial-check"

    matrix: Name
    polynomial: Expr
    sign: int
    sums: tuple[tuple[Formula, ...], ...]
    determinant: tuple[Formula, ...] | None = None

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @cached_property
    def checks(self) -> tuple[Equality, ...]:
        """What the coefficients say, and what the matrix says."""
        monic = [self.sign * c for c in Poly(self.polynomial, LAMBDA).all_coeffs()]
        n = len(monic) - 1
        values = [((-1) ** k * c).expand() for k, c in enumerate(monic)]
        sums = [Equality((*side, values[k])) for k, side in enumerate(self.sums, 1)]
        return (*sums, Equality((*self.determinant, values[n]))) if self.determinant else tuple(sums)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Trace, principal minors and determinant, as far as they are told."""
        return self.checks

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """What must agree, and that it does."""
        return (Display(self.checks),)


def coefficient_check(telling: Telling, goal: Message, polynomial: Expr) -> Step:
    """The step that compares coefficients with the trace, the principal minors and the determinant.

    Args:
        telling: The eigensystem and its conventions; at least two rows.
        goal: The heading.
        polynomial: The characteristic polynomial in the convention of the telling.
    """
    matrix, n = telling.system.matrix, telling.n
    sums: list[tuple[Formula, ...]] = [
        (Function("tr", (telling.A,)), *_shown_sum([matrix[i, i] for i in range(n) if matrix[i, i] != 0]))
    ]
    if n == 3:
        pairs = combinations(range(n), 2)
        minors = [Array(((matrix[i, i], matrix[i, j]), (matrix[j, i], matrix[j, j])), "||") for i, j in pairs]
        taken = {x.name for x in matrix.free_symbols}
        name = next(x for x in ("s", "m", "q", "sigma") if x not in taken)
        sums.append((Name(name, Sum(tuple(minors))), Sum(tuple(minors))))
    trace, last = sums[0][0], Function("det", (telling.A,))
    named = {
        "power": LAMBDA ** (n - 1),
        "trace": trace if telling.sign < 0 else Minus(trace),
        "determinant": last if telling.sign * (-1) ** n > 0 else Minus(last),
    }
    why = say("check-coefficients" if n == 2 else "check-trace", **named)
    if n == 3:
        letter = sums[1][0]
        why = say(
            "check-coefficients-3",
            sum=letter,
            minors=Minus(letter) if telling.sign < 0 else letter,
            variable=LAMBDA,
            **named,
        )
    return PolynomialCheck(
        id="polynomial-check",
        goal=goal,
        why=why,
        level=2,
        matrix=telling.A,
        polynomial=polynomial,
        sign=telling.sign,
        sums=tuple(sums),
        determinant=(last, *_shown_products(matrix)) if n <= LARGEST_CHECKED else None,
    )


def _shown_products(matrix: ImmutableMatrix) -> tuple[Formula, ...]:
    """The products that add up to a determinant with two or three rows, signs in front, without those that are 0."""
    n, terms = matrix.rows, []
    for order in permutations(range(n)):
        factors = tuple(matrix[i, j] for i, j in enumerate(order))
        swaps = sum(a > b for a, b in combinations(order, 2))
        minus = sum(bool(x.is_Rational and x < 0) for x in factors)
        term = Product(tuple(abs(x) if x.is_Rational else x for x in factors))
        if all(x != 0 for x in factors):
            terms.append(Minus(term) if (swaps + minus) % 2 else term)
    return () if matrix.free_symbols or not terms else (Sum(tuple(terms)) if len(terms) > 1 else terms[0],)


def _shown_sum(terms: Sequence[Expr]) -> tuple[Formula, ...]:
    """A sum where there is something to add up."""
    value = sum(terms, Integer(0)).expand()
    return () if len(terms) < 2 or (value.is_Add and len(value.args) == len(terms)) else (Sum(tuple(terms)),)
