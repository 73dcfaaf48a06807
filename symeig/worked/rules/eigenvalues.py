"""The eigenvalues with their multiplicities, and the two identities that every list of eigenvalues must pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from sympy import Expr, Integer

from symeig.exact.eigensystem import Eigenspace
from symeig.exact.eigenvalues import Eigenvalue, expression_in_lambda
from symeig.exact.expressions import LAMBDA
from symeig.worked.decimals import decimals
from symeig.worked.formulas import (
    Equality,
    Formula,
    Function,
    List,
    Name,
    Numeral,
    Power,
    Product,
    Relation,
    Statement,
    Sum,
)
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling
from symeig.worked.values import is_plain, parameters, short_form

__all__ = ["Eigenvalues", "eigenvalues"]


@dataclass(frozen=True, kw_only=True)
class Eigenvalues(Step):
    """The distinct eigenvalues and their algebraic multiplicities.

    Attributes:
        polynomial: The monic characteristic polynomial.
        factors: Pairs (monic factor, exponent), whose product it is.
        roots: Pairs (factor of degree 2 or more, a root of it that is shown).
        listed: The eigenvalues as they are shown, one formula each.
        remarks: On multiplicities, and on those that are told together.
        known: Those that were told before.
        checks: Sum and product, as equalities.
    """

    kind: ClassVar[str] = "eigenvalues"

    polynomial: Expr
    factors: tuple[tuple[Expr, int], ...]
    roots: tuple[tuple[Expr, Expr], ...]
    listed: tuple[Formula, ...]
    remarks: tuple[Message, ...] = ()
    known: tuple[Expr, ...] = ()
    checks: tuple[Equality, ...] = ()

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def after(self) -> Formula:
        """The eigenvalues."""
        return List(self.listed)

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The factors multiply to the polynomial and vanish at the values; trace and determinant are right."""
        product = Product(tuple(Power(p, m) for p, m in self.factors))
        zero = Integer(0)
        told = (*self.roots, *((self.polynomial, value) for value in self.known))
        roots = (Equality((p.xreplace({LAMBDA: value}), zero)) for p, value in told)
        return (Equality((self.polynomial, product)), *roots, *self.checks)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The list, multiplicities, and from level 2 on the two identities."""
        told: tuple[Block, ...] = (Display((List(self.listed),)),)
        recalled = (say("eigenvalue-as-seen", values=List(self.known), count=len(self.known)),)
        remarks = (*(recalled if level > 1 and self.known else ()), *self.remarks)
        if remarks:
            told += (Paragraph(remarks),)
        if level > 1 and self.checks:
            told += (Paragraph((say("check-trace-and-determinant"),)), Display(self.checks))
        return told


def eigenvalues(telling: Telling, known: Sequence[Expr] = ()) -> Iterator[Step]:
    """The step that reads the eigenvalues off the factors.

    Args:
        telling: The eigensystem and its conventions.
        known: Eigenvalues that were told before.
    """
    system = telling.system
    if not system.dimension:
        return
    simple = all(case.component.algebraic_multiplicity == 1 for case in telling.cases)
    remarks = [remark for case in telling.cases if case.conjugate_of is None for remark in _remarks(telling, case)]
    if simple and len(system.eigenspaces) > 1:
        remarks.append(say("all-simple-in-general" if parameters(system.field) else "all-simple"))
    found = [
        (place, _value(case, space), case, space)
        for case in telling.cases
        for place, space in zip(case.places, case.spaces, strict=True)
    ]
    found.sort(key=lambda item: item[0])
    yield Eigenvalues(
        id="eigenvalues",
        goal=say("section-eigenvalues"),
        why=say("read-off-eigenvalues", count=len(system.eigenspaces)),
        polynomial=system.charpoly.as_expr(),
        factors=tuple((p.as_expr(), m) for p, m in system.charpoly.factors),
        roots=tuple(
            (expression_in_lambda(case.component.coefficients, case.component.field), value)
            for _, value, case, _ in found
            if value is not None and case.component.degree > 1
        ),
        listed=tuple(_listed(telling, place, value, space.eigenvalue) for place, value, _, space in found),
        remarks=tuple(remarks),
        known=tuple(dict.fromkeys(known)),
        checks=tuple(_checks(telling)),
    )


def _value(case: Case, space: Eigenspace) -> Expr | None:
    """An eigenvalue by its value, also one that is told by λ later; None where it has no short closed form."""
    return case.value if case.modulus is None else short_form(space.eigenvalue)


def _listed(telling: Telling, place: int, value: Expr | None, eigenvalue: Eigenvalue) -> Formula:
    """λ₁ = 2, or λ₁ = (1 + √5)/2 ≈ 1.618, or λ₁ ≈ 1.3247 for one that is told by its polynomial."""
    letter = telling.name(place).name
    exact = Name(letter) if value is None else Equality((Name(letter, value), value))
    if eigenvalue.field.has_parameters or (value is not None and is_plain(value)):
        return exact
    return Relation((exact, Numeral(decimals(eigenvalue, telling.digits))), "≈")


def _remarks(telling: Telling, case: Case) -> Iterator[Message]:
    """The multiplicity where it is not 1, and what λ is where several are told together."""
    multiplicity = case.component.algebraic_multiplicity
    conjugates = [place for other in telling.cases if other.component is case.component for place in other.places]
    names = List(tuple(map(telling.name, conjugates)))
    if case.modulus is not None:
        yield say("roots-together", names=names, polynomial=case.modulus, count=len(case.places))
        if len(case.places) > 1 and not case.component.field.has_parameters:
            yield _reality(case)
    if multiplicity > 1:
        yield say("algebraic-multiplicity", names=names, count=len(conjugates), number=Integer(multiplicity))


def _reality(case: Case) -> Message:
    real = sum(space.eigenvalue.is_real for space in case.spaces)
    return say("how-many-real", real=real, total=len(case.spaces), number=Integer(real), other=len(case.spaces) - real)


def _checks(telling: Telling) -> Iterator[Equality]:
    """Σ λ = tr A and Π λ = det A, with the eigenvalues as numbers; nothing where some of them have no closed form."""
    if any(case.modulus is not None for case in telling.cases):
        return
    powers = [(case.value, case.component.algebraic_multiplicity) for case in telling.cases]
    terms = tuple(Product((Integer(m), x)) if m > 1 else x for x, m in powers)
    rational_first = sorted(powers, key=lambda power: not power[0].is_Rational)
    factors = tuple(Power(x, m) if m > 1 else x for x, m in rational_first if x != 1) or (Integer(1),)
    yield _identity(Sum(terms), telling.system.matrix.trace(), "tr", telling)
    yield _identity(
        Product(factors), telling.system.charpoly.as_expr().subs(LAMBDA, 0) * (-1) ** telling.n, "det", telling
    )


def _identity(written: Sum | Product, value: Expr, name: Literal["tr", "det"], telling: Telling) -> Equality:
    """A sum or product of eigenvalues, what it comes to, and what it must be."""
    parts = written.terms if isinstance(written, Sum) else written.factors
    computed = () if parts == (value,) else (written,)
    return Equality((*computed, value, Function(name, (telling.A,))))
