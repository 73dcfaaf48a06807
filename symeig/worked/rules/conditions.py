"""What was assumed about parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sympy import Expr, ImmutableMatrix, Integer, Poly, Symbol, cancel, nan, zoo

from symeig.exact.eigensystem import eigensystem
from symeig.worked.formulas import Equality, Formula, Function, List, Name, Product, Relation, Row, Statement
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling
from symeig.worked.values import parameters
from symeig.writing import line

__all__ = ["Conditions", "SpecialCase", "conditions"]

# The largest matrix, and the most conditions, for which the values that were left out are treated.
LARGEST_SPECIAL, MOST_SPECIAL = 4, 4


@dataclass(frozen=True, kw_only=True)
class Conditions(Step):
    """The generic case, and what it takes for granted.

    Attributes:
        nonzero: Expressions in parameters that are taken to be different from 0.
        remarks: What else is taken for granted, and what the conditions are for.
    """

    kind: ClassVar[str] = "conditions"

    nonzero: tuple[Expr, ...]
    remarks: tuple[Message, ...]

    @property
    def after(self) -> Formula | None:
        """The conditions."""
        if not self.nonzero:
            return None
        return List(tuple(Relation((x, Integer(0)), "≠") for x in self.nonzero))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Nothing: a condition is what the proofs of the other steps rest on."""
        return ()

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The conditions, and what they are for."""
        shown: tuple[Block, ...] = () if self.after is None else (Display((self.after,)),)
        return (*shown, Paragraph(self.remarks)) if self.remarks else shown


@dataclass(frozen=True, kw_only=True)
class SpecialCase(Step):
    """What becomes of the matrix for a value of a parameter that was left out.

    Attributes:
        general: The matrix with the parameter.
        symbol: The parameter.
        value: Its value.
        A: The matrix for this value.
        P: Its columns are the eigenvectors, or the Jordan chains.
        form: D or J.
    """

    kind: ClassVar[str] = "special-case"

    general: ImmutableMatrix
    symbol: Symbol
    value: Expr
    A: Name
    P: Name
    form: Name

    @property
    def before(self) -> Formula:
        """The value."""
        return Relation((self.symbol, self.value), "=")

    @property
    def after(self) -> Formula:
        """The matrices."""
        return Row(tuple(Equality((x, x.value)) for x in (self.A, self.P, self.form) if x.value is not None))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The matrix is the right one, A P = P J, and P is invertible."""
        P: Any = self.P.value
        determinant = P.det(method="berkowitz").expand()
        return (
            Equality((self.A, ImmutableMatrix(self.general.xreplace({self.symbol: self.value})))),
            Equality((Product((self.A, self.P)), Product((self.P, self.form)))),
            Equality((Function("det", (self.P,)), determinant), Integer(0)),
        )

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """What the matrix is, and its simplest form."""
        name = "diagonalizable" if self.form.letter.startswith("D") else "defective"
        A, P, form = (Name(x.letter) for x in (self.A, self.P, self.form))
        said = [say(f"special-case-{name}", value=self.before, A=A, P=P, form=form)]
        if self.assumed:
            others = List(tuple(Relation((x, Integer(0)), "≠") for x in self.assumed))
            said.append(say("special-case-assumes", conditions=others))
        return (Paragraph(tuple(said)), Display((self.after,)))


def conditions(telling: Telling, steps: Sequence[Step], *, cases: bool = False) -> Iterator[Step]:
    """The steps that state what was assumed, and what happens otherwise; nothing without parameters.

    Args:
        telling: The eigensystem and its conventions.
        steps: Those before, with what they assumed.
        cases: Whether to diagonalize the matrix for the values that were left out, too.
    """
    field = telling.system.field
    if not any(g.free_symbols for g in field.generators):
        return
    found = [c.expr for c in telling.system.conditions if c.kind == "nonzero"]
    found += [x for step in steps for x in step.assumed]
    nonzero = {line(x): x for x in found}
    others = [say(f"condition-{c.kind}", expression=c.expr) for c in telling.system.conditions if c.kind != "nonzero"]
    special = tuple(_special_cases(telling, tuple(nonzero.values()))) if cases else ()
    names = List(parameters(field))
    is_open = bool(nonzero) and (len(special) < len(nonzero) or any(case.assumed for case in special))
    yield Conditions(
        id="conditions",
        goal=say("section-conditions"),
        why=say("assumed-nonzero" if nonzero else "nothing-assumed", names=names, count=len(nonzero)),
        nonzero=tuple(nonzero.values()),
        remarks=(*others, *([say("still-other-values" if special else "other-values", names=names)] * is_open)),
    )
    yield from special


def _special_cases(telling: Telling, conditions: Sequence[Expr]) -> Iterator[SpecialCase]:
    """What becomes of the matrix where a condition does not hold, if that is short to say."""
    if telling.n > LARGEST_SPECIAL or len(conditions) > MOST_SPECIAL or telling.system.field.angles:
        return
    for number, condition in enumerate(conditions, 1):
        for symbol, value in _solved(condition):
            matrix = ImmutableMatrix(telling.system.matrix.xreplace({symbol: value}).applyfunc(cancel))
            if matrix.has(zoo, nan):
                continue
            system = eigensystem(matrix)
            if any(x.degree > 1 for x in system.components) or any(c.kind != "nonzero" for c in system.conditions):
                continue
            P, J = map(ImmutableMatrix, system.jordan())
            yield SpecialCase(
                id=f"special-case-{number}",
                goal=say("section-conditions"),
                level=2,
                assumed=tuple(c.expr for c in system.conditions),
                general=telling.system.matrix,
                symbol=symbol,
                value=value,
                A=Name(f"A_{number}", matrix),
                P=Name(f"P_{number}", P),
                form=Name(f"{'D' if J.is_diagonal() else 'J'}_{number}", J),
            )


def _solved(condition: Expr) -> Iterator[tuple[Symbol, Expr]]:
    """The value of a parameter for which a condition does not hold, where the condition is linear in it."""
    for symbol in sorted(condition.free_symbols, key=str):
        if not condition.is_polynomial(symbol):
            continue
        p = Poly(condition, symbol)
        if p.degree() == 1 and not p.LC().free_symbols:
            yield symbol, (-p.coeff_monomial(1) / p.LC()).expand()
            return
