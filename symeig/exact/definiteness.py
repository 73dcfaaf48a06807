r"""Inertia and definiteness of Hermitian matrices, with parameters as far as assumptions decide.

A real-rooted polynomial $\sum_k c_k \lambda^k$ has as many positive roots as its coefficients change signs (Descartes),
so the signs of the coefficients of the irreducible factors of the characteristic polynomial decide the inertia. With
$e_k = (-1)^k c_{d-k}$, the elementary symmetric functions of the d roots of a monic factor, all roots are positive
(not negative) if and only if all $e_k$ are positive (not negative). Over parameters these are inequalities.

References:
    [HJ13] §4.5 (inertia) and §7.1 (definiteness by the signs of eigenvalues).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Literal, TypeAlias

from sympy import And, Eq, Expr, Integer, Ne, Or, false, prod, true
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symeig.errors import UndecidedError
from symeig.exact.components import Component
from symeig.exact.fields import BaseField
from symeig.exact.inertia import Inertia, descartes
from symeig.exact.sign_conditions import Factor, SignConditions, SignedProduct, sign_conditions
from symeig.writing import line

__all__ = ["Definiteness", "Signature", "words"]

Definiteness: TypeAlias = Literal[
    "zero",
    "positive definite",
    "negative definite",
    "indefinite",
    "positive semidefinite",
    "negative semidefinite",
]

Relation: TypeAlias = Callable[[SignedProduct, SignConditions], Boolean]

# What each word says of the signs of the eigenvalues, the strongest words first.
_MEANING: dict[Definiteness, Callable[[Inertia], bool]] = {
    "zero": lambda found: not (found.positive or found.negative),
    "positive definite": lambda found: not (found.negative or found.zero),
    "negative definite": lambda found: not (found.positive or found.zero),
    "indefinite": lambda found: bool(found.positive and found.negative),
    "positive semidefinite": lambda found: not found.negative,
    "negative semidefinite": lambda found: not found.positive,
}

# Sign vectors that are looked at before factors of the characteristic polynomial are taken one by one.
VECTORS = 3**7


def words(found: Inertia) -> tuple[Definiteness, ...]:
    """Everything that is true of a Hermitian matrix, the strongest first.

    Examples:
        >>> words(Inertia(positive=2, negative=0, zero=0))
        ('positive definite', 'positive semidefinite')
    """
    return tuple(word for word, holds in _MEANING.items() if holds(found))


@dataclass(frozen=True)
class Signature:
    """What is known of the signs of the eigenvalues of a Hermitian matrix.

    Attributes:
        components: Of the matrix.
        field: K, everything in its `must_be_real` taken to be real.
    """

    components: Sequence[Component]
    field: BaseField

    @cached_property
    def possible(self) -> frozenset[Inertia]:
        """The inertias that are not known to be impossible; without parameters there is one."""
        return frozenset(_possible(self._polynomials, self.field))

    @property
    def _polynomials(self) -> list[tuple[list[Any], int]]:
        """The monic factors of the characteristic polynomial, the constant coefficient first, with multiplicities."""
        K = self.field.domain
        return [
            ([K.convert(c) / K.convert(s.coefficients[-1]) for c in s.coefficients], s.algebraic_multiplicity)
            for s in self.components
        ]

    @cached_property
    def _conditions(self) -> SignConditions:
        """What the signs of the elementary symmetric functions depend on."""
        return sign_conditions([c for p, _ in self._polynomials for c in p[:-1]], self.field)

    def inertia(self) -> Inertia:
        """The inertia.

        Raises:
            UndecidedError: It depends on parameters.
        """
        if len(self.possible) == 1:
            return next(iter(self.possible))
        question, helpful = "Which signs do the eigenvalues have?", tuple(_signs_that_help(self._conditions))
        raise _undecided(question, f"on whether {', '.join(helpful[:-1])} or {helpful[-1]}", helpful)

    def is_(self, word: Definiteness) -> bool:
        """Whether a word holds.

        Raises:
            UndecidedError: It depends on parameters.
        """
        answers = {_MEANING[word](found) for found in self.possible}
        if len(answers) == 1:
            return answers.pop()
        question, condition = f"Is A {word}?", _text(self.cases()[word])
        raise _undecided(question, f"yes if and only if {condition}", (condition,))

    def strongest(self) -> Definiteness:
        """The strongest word that holds.

        Raises:
            UndecidedError: It depends on parameters.
        """
        found = {words(inertia)[0] for inertia in self.possible}
        if len(found) == 1:
            return found.pop()
        question = "What is the definiteness of A?"
        cases = {word: _text(case) for word, case in self.cases().items() if case != true}
        told = "; ".join(f"{word} if {case}" for word, case in cases.items())
        raise _undecided(question, told, tuple(cases.values()))

    def cases(self) -> dict[Definiteness, Boolean]:
        """For each word that may hold the inequalities in the parameters under which it does."""
        cases: dict[Definiteness, Boolean] = {}
        for word, holds in _MEANING.items():
            answers = {holds(found) for found in self.possible}
            if True in answers:
                cases[word] = _simplified(self._condition(word)) if False in answers else true
        return cases

    def _symmetric_functions(self) -> tuple[list[SignedProduct], list[SignedProduct]]:
        """The elementary symmetric functions of the roots of all factors: those of odd degrees, those of even ones."""
        coefficients = iter(self._conditions.products)
        odd, even = [], []
        for s in self.components:
            for k in range(s.degree, 0, -1):
                if k % 2:
                    odd.append(-next(coefficients))
                else:
                    even.append(next(coefficients))
        return odd, even

    def _condition(self, word: Definiteness) -> Boolean:
        odd, even = self._symmetric_functions()
        opposite = [-e for e in odd]
        match word:
            case "zero":
                return self._all(_zero, odd + even)
            case "positive definite":
                return self._all(_positive, odd + even)
            case "negative definite":
                return self._all(_positive, opposite + even)
            case "positive semidefinite":
                return self._all(_not_negative, odd + even)
            case "negative semidefinite":
                return self._all(_not_negative, opposite + even)
        both = And(self._some(_positive, odd), self._some(_positive, opposite)) if len(odd) > 1 else false
        return Or(both, self._some(_positive, [-e for e in even]))

    def _all(self, relation: Relation, functions: Sequence[SignedProduct]) -> Boolean:
        return And(*(relation(e, self._conditions) for e in functions))

    def _some(self, relation: Relation, functions: Sequence[SignedProduct]) -> Boolean:
        return Or(*(relation(e, self._conditions) for e in functions))


def _possible(polynomials: Sequence[tuple[list[Any], int]], field: BaseField) -> Iterator[Inertia]:
    """The inertias of products of real-rooted polynomials that the possible signs of their coefficients allow."""
    conditions = sign_conditions([c for p, _ in polynomials for c in p], field)
    if conditions.count > VECTORS:
        yield from _one_by_one(polynomials, field)
        return
    for vector in conditions.vectors():
        signs = iter([e.sign(vector) for e in conditions.products])
        found = [(descartes([next(signs) for _ in p]), m) for p, m in polynomials]
        if all(inertia is not None for inertia, _ in found):
            yield Inertia(*(sum(inertia[i] * m for inertia, m in found if inertia) for i in range(3)))


def _one_by_one(polynomials: Sequence[tuple[list[Any], int]], field: BaseField) -> Iterator[Inertia]:
    """The same without regard to what the polynomials, or the coefficients of a single one, have in common."""
    (first, m), *others = polynomials
    if others:
        rest = set(_possible(others, field))
        for a in set(_possible([(first, m)], field)):
            yield from (Inertia(*(x + y for x, y in zip(a, b, strict=True))) for b in rest)
        return
    conditions = sign_conditions(first, field)
    for signs in product(*map(conditions.signs, conditions.products)):
        inertia = descartes(signs)
        if inertia is not None:
            yield Inertia(*(k * m for k in inertia))


# --- inequalities -----------------------------------------------------------------------------------------------------


def _parts(e: SignedProduct, conditions: SignConditions) -> tuple[int, list[Factor], list[Expr]]:
    """A sign, the factors of unknown sign that e is a product of, and those of known sign that may vanish."""
    unit = e.unit
    unknown: list[Factor] = []
    vanishing: list[Expr] = []
    for i, k in e.powers:
        factor = conditions.factors[i]
        signs = {s**k for s in factor.signs}
        if len(signs - {0}) > 1:
            unknown.append(factor)
            continue
        unit *= max(signs, key=abs)
        if 0 in signs:
            vanishing.append(factor.expr)
    return unit, unknown, vanishing


def _positive(e: SignedProduct, conditions: SignConditions) -> Boolean:
    unit, unknown, vanishing = _parts(e, conditions)
    return And(_compare(unit, unknown, ">"), *(Ne(x, 0) for x in vanishing))


def _not_negative(e: SignedProduct, conditions: SignConditions) -> Boolean:
    unit, unknown, vanishing = _parts(e, conditions)
    return Or(_compare(unit, unknown, ">="), *(Eq(x, 0) for x in vanishing))


def _zero(e: SignedProduct, conditions: SignConditions) -> Boolean:
    unit, unknown, vanishing = _parts(e, conditions)
    if not unit:
        return true
    return Or(*(Eq(f.expr, 0) for f in unknown if 0 in f.signs), *(Eq(x, 0) for x in vanishing))


def _compare(unit: int, factors: Sequence[Factor], relation: str) -> Boolean:
    """±Π factors in relation to 0; one that is linear in one symbol is solved for it."""
    if not unit or not factors:
        return true if unit > 0 or (not unit and relation == ">=") else false
    if not any(0 in f.signs for f in factors):
        relation = ">"
    if unit < 0:
        relation = {">": "<", ">=": "<="}[relation]
    expr = prod((f.expr for f in factors), Integer(1))
    (x, *others) = expr.free_symbols
    if not others and expr.diff(x) == 1:
        return Relational(x, -expr.subs(x, 0), relation)
    return Relational(expr, 0, relation)


def _simplified(condition: Boolean) -> Boolean:
    """Bounds of a single symbol put together; everything else as it is."""
    only_bounds = _bounds(condition) == condition.atoms(Relational)
    return condition.simplify() if only_bounds and len(condition.free_symbols) == 1 else condition


def _bounds(condition: Boolean) -> set[Relational]:
    """The relations between a symbol and a number in a condition."""
    return {r for r in condition.atoms(Relational) if r.lhs.is_Symbol and not r.rhs.free_symbols}


def _signs_that_help(conditions: SignConditions) -> Iterator[str]:
    """For each factor whose sign is not known, what it may be."""
    for factor in conditions.factors:
        if len(factor.signs) > 1:
            relations = {1: ">", 0: "=", -1: "<"}
            yield from (f"{line(factor.expr)} {relations[s]} 0" for s in sorted(factor.signs, reverse=True))


_SIGNS = {">=": "≥", "<=": "≤", "==": "=", "!=": "≠"}


def _text(condition: Boolean) -> str:
    """A condition in words and signs: bounds from both sides as −1 < a < 1."""
    if isinstance(condition, Relational):
        return f"{line(condition.lhs)} {_sign(condition)} {line(condition.rhs)}"
    if isinstance(condition, Or):
        return " or ".join(sorted(map(_text, condition.args), key=lambda text: (len(text), text)))
    if not isinstance(condition, And):
        return str(condition)
    above = [x for x in condition.args if x in _bounds(condition) and x.rel_op.startswith(">")]
    below = [x for x in condition.args if x in _bounds(condition) and x.rel_op.startswith("<")]
    if len(above) == len(below) == 1 and len(condition.args) == 2 and above[0].lhs == below[0].lhs:
        return f"{line(above[0].rhs)} {_sign(above[0].reversed)} {_text(below[0])}"
    parts = [f"({_text(x)})" if isinstance(x, Or) else _text(x) for x in condition.args]
    return " and ".join(sorted(parts, key=lambda text: (len(text), text)))


def _sign(relation: Relational) -> str:
    return _SIGNS.get(relation.rel_op, str(relation.rel_op))


def _undecided(question: str, answer: str, helpful: tuple[str, ...]) -> UndecidedError:
    msg = f"{question} It depends on parameters: {answer}. Declare what is known of them, or substitute values."
    return UndecidedError(msg, question=question, assumptions_that_help=helpful)
