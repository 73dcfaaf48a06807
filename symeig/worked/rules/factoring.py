"""From the characteristic polynomial to its irreducible factors, as a person finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import gcd, lcm
from typing import Any, ClassVar

from sympy import Expr, Integer, Symbol, divisors, sqrt
from sympy.polys.densearith import dup_div, dup_mul
from sympy.polys.densetools import dup_eval

from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import (
    Equality,
    Formula,
    Irreducible,
    List,
    Minus,
    Name,
    Power,
    Product,
    Quotient,
    Relation,
    Statement,
    Sum,
)
from symeig.worked.messages import Message, say
from symeig.worked.rules.determinant import Writing, product, total
from symeig.worked.rules.expansion import characteristic_factors
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling
from symeig.worked.values import SHORT_VALUE
from symeig.writing import line

__all__ = ["FactoredForm", "Quadratic", "RationalRoot", "Splitting", "Unsplit", "factoring"]

# The most failed trials of a root that are shown, and the most digits of the numbers whose divisors are tried.
MOST_TRIALS = 8
MOST_DIGITS = 12

Polynomial = list[Any]


# --- the steps ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Splitting(Step):
    """A polynomial as a product.

    Attributes:
        polynomial: The polynomial.
        written: As a product; more than one where there is something between.
        irreducible: Factors that are known to be irreducible, with the field that they are over.
    """

    kind: ClassVar[str] = "factoring"

    polynomial: Expr
    written: tuple[Formula, ...]
    irreducible: tuple[Irreducible, ...] = ()

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def after(self) -> Formula:
        """The product."""
        return self.written[-1]

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The product is the polynomial."""
        return (Equality((self.polynomial, *self.written)), *self.irreducible)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The product."""
        return (Display(self.claim[:1]),)


@dataclass(frozen=True, kw_only=True)
class RationalRoot(Step):
    """A root that is found by trying, and the division by its factor.

    Attributes:
        polynomial: The polynomial.
        trials: Pairs (number, value of the polynomial there), the root last.
        substituted: The polynomial with the root in the place of λ, as it is written.
        factor: The factor of the root.
        quotient: The other one.
        candidates: What may be a root; empty where it is not said.
    """

    kind: ClassVar[str] = "root"

    polynomial: Expr
    trials: tuple[tuple[Expr, Expr], ...]
    substituted: Formula
    factor: Expr
    quotient: Expr
    candidates: tuple[Expr, ...] = ()

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def after(self) -> Formula:
        """The product."""
        return Product((self.factor, self.quotient))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The values, the last of which is 0, and the product."""
        values = [Equality((self.polynomial, value), modulus=LAMBDA - x) for x, value in self.trials]
        root = self.trials[-1][0]
        return (
            *values,
            Equality((self.substituted, Integer(0))),
            Equality((self.factor, Integer(0)), modulus=LAMBDA - root),
            Equality((self.polynomial, self.after)),
        )

    def tell(self, level: int) -> tuple[Block, ...]:
        """What was tried, the root, and the quotient."""
        *failed, (root, _) = self.trials
        said: list[Message] = []
        if self.candidates and level > 1:
            said.append(say("root-candidates", candidates=List(self.candidates), polynomial=self.polynomial))
        if failed:
            said.append(
                say(
                    "root-trials",
                    numbers=List(tuple(x for x, _ in failed)),
                    count=len(failed),
                    values=List(tuple(v for _, v in failed)),
                )
            )
        is_tried = bool(failed or self.candidates)
        said.append(say("root-found" if is_tried else "root-put-in", equation=Relation((LAMBDA, root), "=")))
        return (
            Paragraph(tuple(said)),
            Display((Equality((self.substituted, Integer(0))),)),
            Paragraph((say("root-divide", factor=self.factor),)),
            Display((Equality((self.polynomial, self.after)),)),
        )


@dataclass(frozen=True, kw_only=True)
class Quadratic(Step):
    """The roots of a quadratic polynomial by the formula.

    Attributes:
        polynomial: aλ² + bλ + c.
        coefficients: a, b and c.
        discriminant: b² − 4ac.
        roots: Empty where they are too long to be written.
        reason: What the discriminant says.
        over: The entries of the matrix; the field is theirs.
        is_irreducible: Whether the roots are not in the field.
    """

    kind: ClassVar[str] = "quadratic"

    polynomial: Expr
    coefficients: tuple[Expr, Expr, Expr]
    discriminant: Expr
    roots: tuple[Expr, ...]
    reason: Message
    over: tuple[Expr, ...]
    is_irreducible: bool

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def after(self) -> Formula | None:
        """The roots."""
        return List(self.roots) if self.roots else None

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The discriminant, the product of the linear factors, and that the polynomial does not split in the field."""
        a, b, c = self.coefficients
        found: list[Statement] = [
            Equality((self.polynomial, Sum((Product((a, Power(LAMBDA, 2))), Product((b, LAMBDA)), c)))),
            self._discriminant,
        ]
        if self.is_irreducible:
            found.append(Irreducible(self.polynomial, self.over))
        if self.roots:
            r, s = self.roots
            factors = Product((a, Sum((LAMBDA, Minus(r))), Sum((LAMBDA, Minus(s)))))
            found.append(Equality((self.polynomial, factors)))
        return tuple(found)

    @property
    def _discriminant(self) -> Equality:
        a, b, c = self.coefficients
        product_of_others = Minus(Product((Integer(4), a, c)))
        return Equality((Sum((Power(b, 2), product_of_others)), self.discriminant))

    def tell(self, level: int) -> tuple[Block, ...]:
        """The discriminant and the roots."""
        told: tuple[Block, ...] = (Display((self._discriminant,)),) if level > 1 and self.coefficients[1] != 0 else ()
        told += (Paragraph((self.reason,)),)
        return (*told, Display(self.solutions)) if self.solutions else told

    @property
    def solutions(self) -> tuple[Formula, ...]:
        """Each root, before and after a common factor is cancelled."""
        (a, b, _), D = self.coefficients, self.discriminant
        found = []
        for root in self.roots:
            unreduced = ((2 * a * root + b).expand(), 2 * a)
            fraction = Quotient(Sum((-b, unreduced[0])), unreduced[1])
            cancels = (
                b != 0 and all(x.is_Rational for x in (a, b, D)) and (_outside(D) ** 2 == D or _common(a, b, D) > 1)
            )
            found.append(Equality((Name(LAMBDA.name, root), *([fraction] if cancels else []), root)))
        return tuple(found)


def _outside(discriminant: Expr) -> Expr:
    """f, where √D is f√d with d free of squares."""
    return sqrt(abs(discriminant)).as_coeff_Mul()[0]


def _common(a: Expr, b: Expr, discriminant: Expr) -> int:
    """What cancels in (−b ± √D)/2a."""
    return gcd(*(int(x) for x in (b, 2 * a, _outside(discriminant))))


@dataclass(frozen=True, kw_only=True)
class Unsplit(Step):
    """A polynomial of degree 3 or more that is irreducible.

    Attributes:
        polynomial: The polynomial.
        over: The entries of the matrix; the field is theirs.
        reason: Why, or that it is known.
    """

    kind: ClassVar[str] = "irreducible"

    polynomial: Expr
    over: tuple[Expr, ...]
    reason: Message

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def claim(self) -> tuple[Statement, ...]:
        """It is irreducible."""
        return (Irreducible(self.polynomial, self.over),)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The reason."""
        return (Paragraph((self.reason,)),)


@dataclass(frozen=True, kw_only=True)
class FactoredForm(Step):
    """The characteristic polynomial as a product of irreducible factors.

    Attributes:
        determinant: The determinant.
        polynomial: The polynomial.
        product: The product.
        reason: How it was found.
        is_known: Whether the determinant was computed as this product, so that only the brief telling needs it.
    """

    kind: ClassVar[str] = "factored-form"

    determinant: Formula
    polynomial: Expr
    product: Formula
    reason: Message
    is_known: bool = False

    @property
    def before(self) -> Formula:
        """The polynomial."""
        return self.polynomial

    @property
    def after(self) -> Formula:
        """The product."""
        return self.product

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The product is the polynomial."""
        return (Equality((self.polynomial, self.product)),)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The product, where it is news."""
        if self.is_known and level > 1:
            return ()
        return (Paragraph((self.reason,)), Display((Equality((self.determinant, self.product)),)))


# --- the rule -------------------------------------------------------------------------------------------------------


def factoring(telling: Telling, known: Sequence[Expr] = ()) -> Iterator[Step]:
    """The steps from the characteristic polynomial to its irreducible factors.

    Args:
        telling: The eigensystem and its conventions.
        known: Eigenvalues that were told before.
    """
    writing = Writing(telling)
    if not telling.n:
        return
    K, goal = writing.K, say("section-characteristic")
    irreducible = [[K.convert(c) for c in reversed(p)] for p, _ in telling.system.charpoly.powers]
    monic = [[c / p[0] for c in p] for p in irreducible]
    whole = list(telling.system.charpoly.coefficients)[::-1]
    work = _Work(writing, goal, monic, [telling.system.field.element(x) for x in known])
    parts: list[Polynomial] = []
    steps: list[Step] = []
    if telling.is_worked_in_full:
        parts = list(characteristic_factors(writing.A, K))
        seen: list[Polynomial] = []
        for q in (q for q in parts if len(q) > 2):
            if q not in seen:
                steps += work.split(q)
                seen.append(q)
    yield from steps
    factors = [p for p, (_, m) in zip(monic, telling.system.charpoly.powers, strict=True) for _ in range(m)]
    form = writing.collected(factors, is_tidy=True)
    if len(factors) > 1 and any(len(p) > 2 or p[1] for p in factors):
        yield FactoredForm(
            id="factored-form",
            goal=goal,
            reason=say("factored-form" if telling.is_worked_in_full else "factored-by-machine"),
            determinant=writing.determinant,
            polynomial=writing.signed(whole),
            product=form,
            is_known=bool(parts) and (_are_irreducible(parts, monic) or (telling.sign > 0 and _is_split(steps, parts))),
        )


def _are_irreducible(parts: Sequence[Polynomial], irreducible: Sequence[Polynomial]) -> bool:
    """Whether the determinant was found as a product of irreducible polynomials and powers of λ."""
    return all(p in irreducible or not any(p[1:]) for p in parts)


def _is_split(steps: Sequence[Step], parts: Sequence[Polynomial]) -> bool:
    """Whether one step shows the whole polynomial as a product of irreducible ones."""
    return len(parts) == 1 == sum(isinstance(step, Splitting | RationalRoot) for step in steps)


class _Work:
    """The steps that split one polynomial after the other."""

    def __init__(
        self, writing: Writing, goal: Message, irreducible: Sequence[Polynomial], known: Sequence[Any]
    ) -> None:
        self._writing = writing
        self._goal = goal
        self._irreducible = irreducible
        self._known = known
        self._numbers = count(1)
        self._done: list[Polynomial] = []
        self._failed: list[Any] = []

    @property
    def _over(self) -> tuple[Expr, ...]:
        return tuple(x for x in self._writing.telling.system.matrix if not x.is_Rational)

    def _named(self, **others: Any) -> dict[str, Any]:
        return {"id": f"factoring-{next(self._numbers)}", "goal": self._goal, "level": 2, **others}

    def _factors(self, q: Polynomial) -> list[tuple[Polynomial, int]]:
        """The monic irreducible factors of a polynomial, with exponents."""
        found = []
        for p in self._irreducible:
            k = 0
            while len(q) >= len(p):
                quotient, rest = dup_div(q, p, self._writing.K)
                if rest:
                    break
                q, k = quotient, k + 1
            if k:
                found.append((p, k))
        return found

    def split(self, q: Polynomial) -> Iterator[Step]:
        """The steps that split a monic polynomial into irreducible ones."""
        self._failed = []
        w, K = self._writing, self._writing.K
        if self._is_rational and any(x.denominator != 1 for x in q):
            scaled = self._primitive(q)
            scale = K.one / scaled[0]
            written: Formula = Product((w.number(scale), w.polynomial(scaled)))
            yield Splitting(
                **self._named(
                    why=say("clear-denominators", polynomial=w.polynomial(q)),
                    polynomial=w.polynomial(q),
                    written=(written,),
                )
            )
            q = scaled
        zeros = next(k for k, c in enumerate(reversed(q)) if c)
        if zeros:
            rest = q[:-zeros]
            power = LAMBDA if zeros == 1 else Power(LAMBDA, zeros)
            if len(rest) == 1:
                return
            written = product([power, w.polynomial(rest)])
            why = say("take-out-power", power=power, polynomial=w.polynomial(q))
            yield Splitting(**self._named(why=why, polynomial=w.polynomial(q), written=(written,)))
            q = rest
        yield from self._without_zero(q)

    def _without_zero(self, q: Polynomial) -> Iterator[Step]:
        if self._is_power(q):
            yield from self._power(q)
            return
        if self._biquadratic(q):
            yield from self._substitution(q)
            return
        while len(q) > 3 and any(len(p) == 2 for p, _ in self._factors(q)):
            step, q = self._root(q)
            yield step
        if len(q) == 3:
            yield from self._quadratic(q)
        elif len(q) > 3:
            yield from self._rest(q)

    @property
    def _is_rational(self) -> bool:
        return bool(self._writing.telling.system.field.is_rational)

    def _primitive(self, q: Polynomial) -> Polynomial:
        """A rational polynomial times what makes its coefficients coprime integers; any other as it is."""
        K = self._writing.K
        if not self._is_rational:
            return [c / q[0] for c in q]
        denominator = lcm(*(int(c.denominator) for c in q))
        numbers = [int(c * denominator) for c in q]
        content = gcd(*numbers)
        return [K(x // content) for x in numbers]

    # --- roots ---

    def _root(self, q: Polynomial) -> tuple[Step, Polynomial]:
        """The step that finds one root in the field, and the quotient."""
        w, K = self._writing, self._writing.K
        roots = [-p[1] for p, _ in self._factors(q) if len(p) == 2]
        known = [x for x in self._known if x in roots]
        trials, candidates = [*known[:1], roots[0]][:1], ()
        name = "root-is-known" if known else "look-for-roots" if self._is_rational else "look-for-roots-in-field"
        if self._is_rational and not known:
            trials, candidates = self._trials(q, roots)
        root = trials[-1]
        factor = self._primitive([K.one, -root])
        quotient, _ = dup_div(q, factor, K)
        step = RationalRoot(
            **self._named(
                why=say(name, polynomial=w.polynomial(q), root=w.number(root)),
                polynomial=w.polynomial(q),
                trials=tuple((w.number(x), w.number(dup_eval(q, x, K))) for x in trials),
                substituted=self._substituted(q, root),
                factor=w.polynomial(factor),
                quotient=w.polynomial(quotient),
                candidates=candidates,
            )
        )
        return step, list(quotient)

    def _trials(self, q: Polynomial, roots: Sequence[Any]) -> tuple[list[Any], tuple[Expr, ...]]:
        """The numbers that are tried, the root last, and all those that may be roots, where they are few."""
        simplest = min(roots, key=lambda x: (int(x.denominator), abs(x), x < 0))
        numbers = self._candidates(q)
        if not numbers:
            return [simplest], ()
        shown = tuple(map(self._writing.number, numbers)) if len(numbers) <= 2 * MOST_TRIALS else ()
        numbers = [x for x in numbers if x not in self._failed]
        until = next(k for k, x in enumerate(numbers) if x in roots)
        self._failed += numbers[:until]
        trials = numbers[: until + 1]
        return (trials if len(trials) <= MOST_TRIALS else [numbers[until]]), shown

    def _candidates(self, q: Polynomial) -> list[Any]:
        """What may be a rational root of a polynomial with integers, integers first; nothing if that is too much."""
        K, first, last = self._writing.K, int(q[0]), int(q[-1])
        if max(len(str(abs(first))), len(str(abs(last)))) > MOST_DIGITS:
            return []
        sizes = {K(a, b) for a in divisors(last) for b in divisors(first)}
        return [sign * x for x in sorted(sizes, key=lambda x: (int(x.denominator), x)) for sign in (1, -1)]

    def _substituted(self, q: Polynomial, root: Any) -> Formula:
        """A polynomial with a number in the place of λ."""
        w, x = self._writing, self._writing.number(root)
        terms: list[Formula] = []
        for k, c in enumerate(reversed(q)):
            if c:
                power = (x if k == 1 else Power(x, k),) if k else ()
                terms.append(self._signed_product(w.number(c), power))
        return total(terms[::-1])

    def _signed_product(self, number: Expr, others: tuple[Formula, ...]) -> Formula:
        negative = bool(number.as_coeff_Mul()[0].is_negative) and not number.is_Add
        number = -number if negative else number
        factors = ([number] if number != 1 or not others else []) + list(others)
        return Minus(product(factors)) if negative else product(factors)

    # --- quadratics ---

    def _quadratic(self, q: Polynomial) -> Iterator[Step]:
        w, K = self._writing, self._writing.K
        if q in self._done:
            return
        self._done.append(q)
        factors = self._factors(q)
        if len(factors[0][0]) == 3:
            yield self._by_formula(q, factors[0][0])
            return
        roots = [-p[1] for p, m in factors for _ in range(m)]
        written = product([w.polynomial([K.one, -x]) for x in roots])
        if roots[0] == roots[1]:
            written = Power(w.polynomial([K.one, -roots[0]]), 2)
            if q[0] != K.one:
                written = (
                    Product((w.number(q[0]), written))
                    if not self._is_rational
                    else Power(w.polynomial(self._primitive([K.one, -roots[0]])), 2)
                )
            yield Splitting(
                **self._named(
                    why=say("perfect-square", polynomial=w.polynomial(q)),
                    polynomial=w.polynomial(q),
                    written=(written,),
                )
            )
        elif q[0] == K.one:
            why = say(
                "two-numbers" if q[1] else "difference-of-squares",
                polynomial=w.polynomial(q),
                sum=w.number(-q[1]),
                product=w.number(q[2]),
                first=w.number(roots[0]),
                second=w.number(roots[1]),
            )
            yield Splitting(**self._named(why=why, polynomial=w.polynomial(q), written=(written,)))
        else:
            yield self._by_formula(q, None)
            written = product([w.polynomial(self._primitive([K.one, -x])) for x in roots])
            yield Splitting(**self._named(why=say("so-it-splits"), polynomial=w.polynomial(q), written=(written,)))

    def _by_formula(self, q: Polynomial, irreducible: Polynomial | None) -> Step:
        """The step with the discriminant."""
        w, K = self._writing, self._writing.K
        a, b, c = q
        D = b * b - K(4) * a * c
        if irreducible is None:
            roots = tuple(w.number(-p[1]) for p, _ in self._factors(q))
        else:
            roots = tuple(
                space.eigenvalue.expr
                for space in self._writing.telling.system.eigenspaces
                if self._monic(space.component.coefficients) == irreducible
            )
        if any(len(line(x)) > SHORT_VALUE for x in roots):
            roots = ()
        number = w.number(D)
        reason = say("discriminant-other", discriminant=number)
        why = say("use-formula", polynomial=w.polynomial(q))
        square = w.number(-c / a)
        if not b:
            why = say("pure-quadratic", polynomial=w.polynomial(q), equation=Relation((LAMBDA**2, square), "="))
        if irreducible is None:
            reason = say("discriminant-square", discriminant=number, root=sqrt(number))
        elif number.is_Rational and number.is_negative:
            reason = say("discriminant-negative", discriminant=number) if b else say("square-negative", square=square)
        elif self._is_rational:
            reason = (
                say("discriminant-not-square", discriminant=number) if b else say("square-not-square", square=square)
            )
        elif not b:
            reason = say("square-other", square=square)
        return Quadratic(
            **self._named(
                why=why,
                polynomial=w.polynomial(q),
                coefficients=(w.number(a), w.number(b), w.number(c)),
                discriminant=number,
                roots=roots,
                reason=reason,
                over=self._over,
                is_irreducible=irreducible is not None,
            )
        )

    def _monic(self, coefficients: Sequence[Any]) -> Polynomial:
        K = self._writing.K
        return [K.convert(c) / K.convert(coefficients[-1]) for c in reversed(coefficients)]

    # --- what has no root in the field ---

    def _is_power(self, q: Polynomial) -> bool:
        factors = self._factors(q)
        return len(q) > 3 and len(factors) == 1 and factors[0][1] > 1

    def _power(self, q: Polynomial) -> Iterator[Step]:
        """A power of one irreducible polynomial."""
        w, ((p, m),) = self._writing, self._factors(q)
        base = self._primitive(p)
        yield Splitting(
            **self._named(
                why=say("perfect-square" if m == 2 else "perfect-power", polynomial=w.polynomial(q)),
                polynomial=w.polynomial(q),
                written=(Power(w.polynomial(base), m),),
            )
        )
        yield from self._irreducible_steps(base)

    def _biquadratic(self, q: Polynomial) -> bool:
        """Whether λ⁴ + bλ² + c splits where μ² + bμ + c does."""
        if len(q) != 5 or q[1] or q[3]:
            return False
        return self._roots_of_mu(q) is not None

    def _roots_of_mu(self, q: Polynomial) -> tuple[Any, Any] | None:
        """Two numbers m and n, if λ⁴ + bλ² + c = (λ² − m)(λ² − n) with different m and n in the field."""
        K = self._writing.K
        squares: list[Any] = []
        for p, k in self._factors(q):
            if len(p) == 3 and not p[1]:
                squares += [-p[2]] * k
            elif len(p) == 2:
                squares.append(p[1] * p[1])
            else:
                return None
        squares = [x for i, x in enumerate(squares) if x not in squares[:i]]
        if len(squares) != 2 or q[0] != K.one:
            return None
        m, n = squares
        whole = dup_mul([K.one, K.zero, -m], [K.one, K.zero, -n], K)
        return (m, n) if list(whole) == list(q) else None

    def _substitution(self, q: Polynomial) -> Iterator[Step]:
        w, K = self._writing, self._writing.K
        m, n = self._roots_of_mu(q) or (K.zero, K.zero)
        taken = {x.name for x in w.telling.system.matrix.free_symbols}
        mu = Symbol(next(x for x in ("mu", "nu", "kappa") if x not in taken))
        inside = w.polynomial([q[0], q[2], q[4]]).xreplace({LAMBDA: mu})
        why = say(
            "substitute-square",
            substitution=Relation((mu, LAMBDA**2), "="),
            polynomial=w.polynomial(q),
            quadratic=inside,
            first=Relation((mu, w.number(m)), "="),
            second=Relation((mu, w.number(n)), "="),
        )
        squares = [[K.one, K.zero, -x] for x in (m, n)]
        written = product([w.polynomial(p) for p in squares])
        yield Splitting(**self._named(why=why, polynomial=w.polynomial(q), written=(written,)))
        for p in squares:
            yield from self._quadratic(p)

    def _rest(self, q: Polynomial) -> Iterator[Step]:
        """A polynomial of degree at least 3 without a root in the field."""
        w = self._writing
        factors = self._factors(q)
        if len(factors) > 1 or factors[0][1] > 1:
            written = product(
                [w.polynomial(p) if m == 1 else Power(w.polynomial(p), m) for p, m in map(self._with_integers, factors)]
            )
            why = say("no-roots-but-splits", polynomial=w.polynomial(q))
            yield Splitting(**self._named(why=why, polynomial=w.polynomial(q), written=(written,)))
        for p, _ in factors:
            yield from self._irreducible_steps(self._primitive(p))

    def _with_integers(self, factor: tuple[Polynomial, int]) -> tuple[Polynomial, int]:
        return self._primitive(factor[0]), factor[1]

    def _irreducible_steps(self, p: Polynomial) -> Iterator[Step]:
        w = self._writing
        if len(p) == 3:
            yield from self._quadratic(p)
            return
        if p in self._done:
            return
        self._done.append(p)
        polynomial = w.polynomial(p)
        reason = say("irreducible-rational" if self._is_rational else "irreducible", polynomial=polynomial)
        if self._is_rational and len(p) == 4:
            candidates = tuple(map(w.number, self._candidates(p)))
            if 0 < len(candidates) <= 2 * MOST_TRIALS:
                reason = say("irreducible-cubic", polynomial=polynomial, candidates=List(candidates))
        yield Unsplit(**self._named(polynomial=polynomial, over=self._over, reason=reason))
