"""P and D, or P and J, put together in the same order and multiplied out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from sympy import Expr, ImmutableMatrix, Integer, cancel, factor_terms

from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import Equality, Formula, Function, List, Name, Power, Product, Relation, Row, Statement
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling
from symeig.worked.values import jordan_matrices
from symeig.writing import line

__all__ = ["Assembly", "AssemblyOfCases", "assembly", "chain_statements"]

Letter: TypeAlias = Literal["D", "J"]

# The largest matrix P that is written out.
LARGEST_SHOWN = 8

# The largest degree of a factor whose roots are named in P, and the most characters in it.
NAMED_DEGREE, LONG_MATRIX = 4, 1200


@dataclass(frozen=True, kw_only=True)
class Assembly(Step):
    """A P = P D or A P = P J, with P invertible.

    Attributes:
        A: The matrix.
        P: Its columns are the chosen vectors.
        form: D or J.
        determinant: Of P; None where it is not told.
        product: A P multiplied out.
        inverse: The inverse of P; None where it has fractions of surds.
    """

    kind: ClassVar[str] = "assembly"

    A: Name
    P: Name
    form: Name
    determinant: Expr
    product: ImmutableMatrix
    inverse: ImmutableMatrix | None

    @property
    def before(self) -> Formula:
        """P and the form."""
        return Row((Equality((self.P, self._matrix(self.P))), Equality((self.form, self._matrix(self.form)))))

    @property
    def after(self) -> Formula:
        """The product, both ways."""
        return Equality((Product((self.A, self.P)), self.product, Product((self.P, self.form))))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """A P = P J, and P is invertible."""
        return (self.after, self._invertible)  # type: ignore[return-value]

    @property
    def _invertible(self) -> Equality:
        return Equality((Function("det", (self.P,)), self.determinant), Integer(0))

    @staticmethod
    def _matrix(name: Name) -> Formula:
        return ImmutableMatrix(name.value)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The matrices, det P, and the product; from level 3 on the inverse."""
        told: tuple[Block, ...] = (Display((self.before,)),)
        if level > 1:
            checked = say("check-assembly", P=self.P, form=self.form)
            told += (Paragraph((checked,)), Display((self._invertible, self.after)))
        if level > 2 and self.inverse is not None:
            inverse = Equality((Power(self.P, -1), self.inverse))
            back = Equality((self.A, Product((self.P, self.form, Power(self.P, -1)))))
            told += (Paragraph((say("with-inverse", P=self.P),)), Display((inverse, back)))
        return told


@dataclass(frozen=True, kw_only=True)
class AssemblyOfCases(Step):
    """P and D, or P and J, where eigenvalues are told by λ: described, and checked case by case.

    Attributes:
        P: Its letter; the matrix with the names of the eigenvalues in it, where that is short.
        form: The same of D or J.
        order: The eigenvalues in the order of the columns.
        statements: That each case has its chains and that they are independent.
    """

    kind: ClassVar[str] = "assembly-of-cases"

    P: Name
    form: Name
    order: tuple[Formula, ...]
    statements: tuple[Equality, ...]

    @property
    def after(self) -> Formula | None:
        """P and the form, where they are written out."""
        if self.P.value is None or self.form.value is None:
            return None
        return Row(tuple(Relation((Name(x.letter), x.value), "=") for x in (self.P, self.form) if x.value is not None))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The chain equations and the independence, case by case."""
        return self.statements

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The matrices, or what they consist of."""
        order = say("columns-in-order", P=Name(self.P.letter), form=Name(self.form.letter), order=List(self.order))
        has_letter = any(statement.modulus is not None for statement in self.statements)
        put_in = (say("roots-are-put-in", variable=LAMBDA),) if has_letter else ()
        shown: tuple[Block, ...] = () if self.after is None else (Display((self.after,)),)
        return (Paragraph((order, *put_in)), *shown)


def assembly(telling: Telling) -> Iterator[Step]:
    """The step that puts P and D together, or P and J where the matrix is defective."""
    if not telling.n:
        return
    defective = any(case.component.is_defective for case in telling.cases)
    letter: Letter = "J" if defective else "D"
    goal = say("section-jordan-form" if defective else "section-diagonalization")
    why = say("put-together-jordan" if defective else "put-together", P=Name("P"), form=Name(letter), A=Name("A"))
    surds = [case for case in telling.cases if case.component.degree > 1 and case.conjugate_of is None]
    written_out = telling.is_worked_in_full and all(case.modulus is None for case in telling.cases)
    if written_out and len(surds) < 2:
        yield _written_out(telling, letter, goal, why)
        return
    named = _named(telling)
    yield AssemblyOfCases(
        id="assembly",
        goal=goal,
        why=why,
        P=Name("P", named[0]),
        form=Name(letter, named[1]),
        order=tuple(
            telling.name(place)
            for place, space in enumerate(telling.system.eigenspaces, 1)
            for _ in range(space.algebraic_multiplicity)
        ),
        statements=tuple(s for case in telling.cases for s in chain_statements(telling, case)),
    )


def _written_out(telling: Telling, letter: Letter, goal: Message, why: Message) -> Assembly:
    P, J = (ImmutableMatrix(M) for M in telling.system.jordan())
    determinant = _entry(P.det(method="berkowitz"))
    rational = all(x.is_Rational for x in (*P, *J, *telling.system.matrix))
    return Assembly(
        id="assembly",
        goal=goal,
        why=why,
        A=telling.A,
        P=Name("P", P),
        form=Name(letter, J),
        determinant=determinant,
        product=(telling.system.matrix * P).applyfunc(_entry),
        inverse=P.inv() if rational else None,
    )


def _entry(x: Expr) -> Expr:
    return factor_terms(cancel(x)) if x.free_symbols else x.expand()


def _named(telling: Telling) -> tuple[ImmutableMatrix, ImmutableMatrix] | tuple[None, None]:
    """P and J with the names of the eigenvalues that are told by λ; nothing where they are large."""
    if telling.n > LARGEST_SHOWN or max(case.component.degree for case in telling.cases) > NAMED_DEGREE:
        return None, None
    case_of = {place: case for case in telling.cases for place in case.places}
    P, J = jordan_matrices(
        (case.value if case.modulus is None else telling.name(place), case.chains)
        for place, case in sorted(case_of.items())
    )
    return (None, None) if sum(len(line(x)) for x in P) > LONG_MATRIX else (P, J)


def chain_statements(telling: Telling, case: Case) -> Iterator[Equality]:
    """(A − λI)w = v along each chain, 0 at its end, and the independence of the eigenvectors."""
    difference = telling.difference(case.value)
    zero = ImmutableMatrix.zeros(telling.n, 1)
    for chain in case.chains:
        for v, image in zip(chain, (zero, *chain), strict=False):
            yield Equality((Product((difference, v)), image), modulus=case.modulus)
    vectors = ImmutableMatrix.hstack(*(chain[0] for chain in case.chains))
    rank = Function("rank", (vectors,))
    yield Equality((rank, Integer(case.component.geometric_multiplicity)), modulus=case.modulus)
