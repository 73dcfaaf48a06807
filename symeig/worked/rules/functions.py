"""Powers, the inverse and the exponential of a matrix: from those of its diagonal or Jordan form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, TypeAlias

from sympy import (
    Add,
    E,
    Expr,
    I,
    ImmutableMatrix,
    Integer,
    KroneckerDelta,
    Mul,
    Symbol,
    cos,
    diag,
    exp,
    expand_trig,
    eye,
    factorial,
    ff,
    sin,
    together,
)

from symeig.exact.components import Component
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.exact.expressions import LAMBDA
from symeig.exact.functions import GermAt, conjugate_parts, exponential, power
from symeig.exact.proved import as_expressions, field_of, matrix_over
from symeig.reading import read_matrix
from symeig.worked.formulas import Equality, Formula, List, Name, Product, Relation, Statement
from symeig.worked.formulas import Power as Raised
from symeig.worked.messages import Message, say
from symeig.worked.rules.assembly import Assembly
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["Exponential", "Function", "FunctionOfForm", "FunctionOfMatrix", "InverseOfBasis", "Power", "functions"]


# --- the functions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Power:
    """λ ↦ λⁿ.

    Attributes:
        n: A letter that stands for an integer from 0 on, or an integer.
    """

    n: Expr

    @property
    def letter(self) -> Expr:
        """The exponent."""
        return self.n

    def written(self, X: Formula) -> Formula:
        """Xⁿ."""
        return Raised(X, int(self.n) if self.n.is_Integer else self.n)

    def germ(self) -> GermAt:
        """What it is near the eigenvalues."""
        return power(self.n)

    def coefficient(self, value: Expr, j: int) -> Expr:
        """The j-th derivative at an eigenvalue, over j!."""
        if self.n.is_Integer and value != LAMBDA:
            return (ff(self.n, j) / factorial(j) * value ** (self.n - j)).expand() if value else Integer(self.n == j)
        if value == 0:
            return KroneckerDelta(self.n, j)
        binomial = ff(self.n, j) / factorial(j)
        return binomial * value ** (self.n - j) if binomial else Integer(0)

    def of(self, system: Eigensystem) -> ImmutableMatrix:
        """The power of a matrix."""
        return system.power(self.n)

    def proof(self, A: Formula, found: ImmutableMatrix) -> tuple[Equality, ...]:
        """That a matrix is Aⁿ: it is for the number; or it is I at n = 0, and each step multiplies it by A."""
        if self.n.is_Integer:
            return (Equality((Raised(A, int(self.n)), found)),)
        first, following = found.subs(self.n, 0), _shifted(found, self.n)
        return Equality((ImmutableMatrix(first), _identity(found))), Equality((Product((A, found)), following))

    def values(self) -> tuple[Expr, ...]:
        """What n may be to see whether the result is right."""
        return () if self.n.is_Integer else (Integer(0), Integer(1))


@dataclass(frozen=True)
class Exponential:
    """λ ↦ exp(tλ).

    Attributes:
        t: A letter.
    """

    t: Expr

    @property
    def letter(self) -> Expr:
        """The factor of A."""
        return self.t

    def written(self, X: Formula) -> Formula:
        """exp(tX)."""
        return Raised(E, Product((self.t, X)))

    def germ(self) -> GermAt:
        """What it is near the eigenvalues."""
        return exponential(self.t)

    def coefficient(self, value: Expr, j: int) -> Expr:
        """The j-th derivative at an eigenvalue, over j!."""
        return self.t**j / factorial(j) * exp(value * self.t)

    def of(self, system: Eigensystem) -> ImmutableMatrix:
        """The exponential of a matrix."""
        return system.exp(self.t)

    def proof(self, A: Formula, found: ImmutableMatrix) -> tuple[Equality, ...]:
        """That a matrix is exp(tA): it is I at t = 0, and its derivative is A times itself."""
        first, derivative = found.subs(self.t, 0), found.diff(self.t)
        return Equality((ImmutableMatrix(first), _identity(found))), Equality((Product((A, found)), derivative))

    def values(self) -> tuple[Expr, ...]:
        """What t may be to see whether the result is right."""
        return (Integer(0),)


Function: TypeAlias = Power | Exponential


def _identity(M: ImmutableMatrix) -> ImmutableMatrix:
    return ImmutableMatrix(eye(M.rows))


def _shifted(M: ImmutableMatrix, n: Expr) -> ImmutableMatrix:
    """A matrix at n + 1, cosines and sines of sums multiplied out."""
    return M.subs(n, n + 1).applyfunc(lambda x: expand_trig(x.expand()) if x.has(cos, sin) else x)


# --- the steps --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class InverseOfBasis(Step):
    """P⁻¹, which brings back what P changes.

    Attributes:
        P: Its columns are the chosen vectors.
        inverse: Its inverse.
    """

    kind: ClassVar[str] = "inverse-of-basis"

    P: Name
    inverse: ImmutableMatrix

    @property
    def after(self) -> Formula:
        """The inverse."""
        return Relation((Raised(self.P, -1), self.inverse), "=")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """P times the inverse is I."""
        return (Equality((Product((self.P, self.inverse)), _identity(self.inverse))),)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The inverse."""
        return (Display((self.after,)),)


@dataclass(frozen=True, kw_only=True)
class FunctionOfForm(Step):
    """The function of a diagonal matrix, or of Jordan blocks.

    Attributes:
        task: The name of the goal.
        function: What is taken of the form.
        form: D or J.
        plain: The function of it, as it comes from the values at the eigenvalues.
        image: The same, complex values by cosines and sines.
    """

    kind: ClassVar[str] = "function-of-form"

    task: str
    function: Function
    form: Name
    plain: ImmutableMatrix
    image: ImmutableMatrix

    @property
    def euler(self) -> tuple[Formula, ...]:
        """The values at complex eigenvalues, both ways; nothing where there are none."""
        pairs = zip(self.plain.diagonal(), self.image.diagonal(), strict=True)
        return tuple(Relation(pair, "=") for pair in dict.fromkeys(pairs) if pair[0] != pair[1])

    @property
    def after(self) -> Formula:
        """The function of the form."""
        return Relation((self.function.written(Name(self.form.letter)), self.plain), "=")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """What defines it, in both forms."""
        proofs = (self.function.proof(self.form, M) for M in dict.fromkeys((self.plain, self.image)))
        return tuple(chain.from_iterable(proofs))

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The function of the form, and what complex eigenvalues become."""
        rules: tuple[Block, ...] = ()
        if self.euler:
            rules = (Paragraph((say(f"euler-{self.task}"),)), Display(self.euler))
        remark: tuple[Block, ...] = ()
        if self.image.has(KroneckerDelta):
            n, k = self.function.letter, Symbol("k") if self.function.letter != Symbol("k") else Symbol("j")
            remark = (
                Paragraph((say("kronecker-delta", delta=KroneckerDelta(n, k), condition=Relation((n, k), "=")),)),
            )
        return (Display((self.after,)), *remark, *rules)


@dataclass(frozen=True, kw_only=True)
class FunctionOfMatrix(Step):
    """The function of the matrix itself.

    Attributes:
        task: The name of the goal.
        function: What is taken of the matrix.
        A: The matrix.
        P: Its columns are the chosen vectors.
        form: D or J.
        image: The function of the form.
        inverse: P⁻¹.
        result: The function of A.
        samples: The result for 0, and for a power for 1 too: pairs (number, matrix), powers of A all of them.
    """

    kind: ClassVar[str] = "function-of-matrix"

    task: str
    function: Function
    A: Name
    P: Name
    form: Name
    image: ImmutableMatrix
    inverse: ImmutableMatrix
    result: ImmutableMatrix
    samples: tuple[tuple[Expr, ImmutableMatrix], ...] = ()

    @property
    def before(self) -> Formula:
        """The product of the three matrices."""
        product = Product((self.P, self.function.written(Name(self.form.letter)), Raised(self.P, -1)))
        return Relation((self.function.written(Name("A")), product), "=")

    @property
    def after(self) -> Formula:
        """The result."""
        return Relation((self.function.written(Name("A")), self.result), "=")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The product multiplied out, what defines the function, and the samples."""
        product = Equality((Product((self.P, self.image, self.inverse)), self.result))
        values = (Equality((Raised(self.A, int(x)), M)) for x, M in self.samples)
        return (product, *self.function.proof(self.A, self.result), *values)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The product and the result; from level 2 on what it is for a few numbers."""
        told: tuple[Block, ...] = (Display((self.before, self.after)),)
        if level > 1 and self.samples:
            at = [Relation((self.function.letter, x), "=") for x, _ in self.samples]
            told += (Paragraph((say(f"sample-{self.task}", A=Name("A"), first=at[0], second=at[-1]),)),)
        return told


# --- from the assembled decomposition ---------------------------------------------------------------------------------


def functions(telling: Telling, function: Function, task: str, assembled: Assembly) -> Iterator[Step]:
    """The steps from A = PDP⁻¹ or A = PJP⁻¹ to the function of A.

    Args:
        telling: The eigensystem and its conventions.
        function: What is asked for.
        task: The name of the goal.
        assembled: The step with P and the form.
    """
    system, P, form = telling.system, assembled.P, assembled.form
    goal, inverse = say(f"section-{task}"), _inverse(P.value)
    yield InverseOfBasis(id="inverse-of-basis", goal=goal, why=_reason(function, task, P, form), P=P, inverse=inverse)
    plain, image = _of_form(system, function)
    yield FunctionOfForm(
        id="function-of-form",
        goal=goal,
        why=_rule(function, task, max(space.index for space in system.eigenspaces)),
        task=task,
        function=function,
        form=form,
        plain=plain,
        image=image,
        assumed=_assumed(system, function),
    )
    result = function.of(system).applyfunc(lambda x: _tidy(x, function.letter))
    yield FunctionOfMatrix(
        id="function-of-matrix",
        goal=goal,
        why=say("function-multiplied-out"),
        task=task,
        function=function,
        A=telling.A,
        P=P,
        form=form,
        image=image,
        inverse=inverse,
        result=result,
        samples=tuple((x, _at(result, function, x)) for x in function.values()),
    )


def _reason(function: Function, task: str, P: Name, form: Name) -> Message:
    """Why the function of A comes from that of the form."""
    P, form, inverse = Name(P.letter), Name(form.letter), Raised(Name(P.letter), -1)
    return say(
        f"why-{task}",
        P=P,
        inverse=inverse,
        factorization=Relation((Name("A"), Product((P, form, inverse))), "="),
        equation=Relation((function.written(Name("A")), Product((P, function.written(form), inverse))), "="),
    )


def _rule(function: Function, task: str, index: int) -> Message:
    """What stands on the diagonal of the function of a block, and above it."""
    if index == 1:
        return say(f"form-diagonal-{task}")
    above = tuple(function.coefficient(LAMBDA, j) for j in range(1, index))
    return say(f"form-blocks-{task}", value=LAMBDA, entry=function.coefficient(LAMBDA, 0), above=List(above))


def _at(M: ImmutableMatrix, function: Function, x: Expr) -> ImmutableMatrix:
    """A result for a number in the place of its letter."""
    return ImmutableMatrix(M.subs(function.letter, x)).applyfunc(lambda e: e.expand())


def _inverse(P: ImmutableMatrix) -> ImmutableMatrix:
    """P⁻¹, in the field of the entries of P."""
    given = read_matrix(P)
    field = field_of(given)
    return as_expressions(matrix_over(given, field).inv(), field)


def _of_form(system: Eigensystem, function: Function) -> tuple[ImmutableMatrix, ImmutableMatrix]:
    """The function of D or J, and the same by cosines and sines."""
    plain, image = [], []
    for space in system.eigenspaces:
        values = [function.coefficient(space.eigenvalue.expr, j) for j in range(space.index)]
        parts = _parts(space.component, function)
        entries = values if parts is None else _by_parts(space, function, parts)
        plain += [_upper_triangular(values[:size]) for size in space.block_sizes]
        image += [_upper_triangular(entries[:size]) for size in space.block_sizes]
    return ImmutableMatrix(diag(*plain)), ImmutableMatrix(diag(*image))


def _assumed(system: Eigensystem, function: Function) -> tuple[Expr, ...]:
    """What must not be 0: eigenvalues with parameters that are divided by, or have powers in a block."""
    if not isinstance(function, Power):
        return ()
    divides = bool(function.n.is_negative)
    values = (s.eigenvalue.expr for s in system.eigenspaces if divides or (function.n.is_Symbol and s.index > 1))
    return tuple(x for x in values if x.free_symbols)


def _upper_triangular(entries: Sequence[Expr]) -> ImmutableMatrix:
    """The matrix with these entries on its diagonal and the ones above it."""
    n = len(entries)
    return ImmutableMatrix(n, n, lambda i, k: entries[int(k - i)] if k >= i else Integer(0))


def _parts(component: Component, function: Function) -> tuple[Expr, Expr] | None:
    """C and S with the function being C ± iS at conjugate x ± iω; None for others, and where it is a number."""
    if component.degree != 2 or (isinstance(function, Power) and function.n.is_Integer):
        return None
    x, w = conjugate_parts(component)
    return None if w is None else function.germ()(component).values[0].parts(x, w)


def _by_parts(space: Eigenspace, function: Function, parts: tuple[Expr, Expr]) -> list[Expr]:
    """The values of a function and its derivatives over j! at an eigenvalue, by cosines and sines."""
    C, S = parts
    value = C + I * S if space.eigenvalue.root else C - I * S
    derivative = function.germ()(space.component).derivative
    return [
        Add(*(c * (space.eigenvalue.expr**e).expand() * value for _, c, e in derivative(j))) for j in range(space.index)
    ]


def _tidy(x: Expr, n: Expr) -> Expr:
    """An entry as it is written: n·2ⁿ⁻¹ for n·2ⁿ/2, if no fractions are left then; parameters over one denominator."""
    if x.free_symbols - {n}:
        return together(x)
    terms = [_with_lower_exponent(term, n) for term in Add.make_args(x)]
    return Add(*terms) if all(term.as_coeff_Mul()[0].is_Integer for term in terms) else x


def _with_lower_exponent(term: Expr, n: Expr) -> Expr:
    """A term with bⁿ in it, an integer b taken out of the denominator."""
    number, rest = term.as_coeff_Mul()
    power = next((x for x in Mul.make_args(rest) if x.is_Pow and x.exp == n and x.base.is_Integer), None)
    if power is None or abs(power.base) < 2:
        return term
    k = 0
    while number.q % power.base == 0:
        number, k = number * power.base, k + 1
    return number * (rest / power) * power.base ** (n - k)
