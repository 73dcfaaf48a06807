"""What a teacher notices before computing: each remark with its reason, and the identity that proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import gcd, lcm
from operator import mul
from typing import Any, ClassVar

from sympy import Add, Expr, ImmutableMatrix, Integer, eye, zeros

from symeig.errors import UnsupportedEntryError
from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import (
    Equality,
    Formula,
    Function,
    List,
    Minus,
    Name,
    Power,
    Product,
    Relation,
    Statement,
    Sum,
    Tuple,
)
from symeig.worked.messages import Message, say
from symeig.worked.rules.determinant import Writing
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["NORMAL", "Shortcut", "remarks", "shortcuts"]

# The normal level of detail, at which so many remarks are told; one more is told at the full one.
NORMAL = 2


@dataclass(frozen=True, kw_only=True)
class Shortcut(Step):
    """A remark on the matrix, before anything is computed.

    Attributes:
        noticed: What is seen.
        identity: The identities that it comes to.
        reason: What follows from them, and why.
        expectation: What the computation will find; None where the reason says it.
        eigenvalue: One that is known from here on; None for none, or where all are.
        settles: Whether the characteristic polynomial is known from here on.
    """

    kind: ClassVar[str] = "shortcut"

    noticed: Message
    identity: tuple[Equality, ...]
    reason: Message
    expectation: Message | None = None
    eigenvalue: Expr | None = None
    settles: bool = False

    @property
    def after(self) -> Formula:
        """The identities."""
        return List(self.identity) if len(self.identity) > 1 else self.identity[0]

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The identities."""
        return self.identity

    def tell(self, level: int) -> tuple[Block, ...]:
        """What is seen, the identities, and what follows; what to expect from level 2 on."""
        expected = (self.expectation,) if level > 1 and self.expectation else ()
        return (Paragraph((self.noticed,)), Display(self.identity), Paragraph((self.reason, *expected)))


def shortcuts(telling: Telling) -> Iterator[Shortcut]:
    """The most useful remarks on the matrix, none of which another one implies.

    Args:
        telling: The eigensystem and its conventions.
    """
    shown: list[str] = []
    look = _Look(telling)
    for name, remark in _found(look):
        if any(name in _IMPLIED.get(earlier, ()) for earlier in shown):
            continue
        noticed, identity, reason, expectation = remark
        yield Shortcut(
            id=f"shortcut-{name}",
            goal=say("section-first-look"),
            level=1 if name in _WHOLE_ARGUMENTS else 2 if len(shown) < NORMAL else 3,
            noticed=noticed,
            identity=identity,
            reason=reason,
            expectation=expectation,
            eigenvalue=_announced(look, name),
            settles=name in _WHOLE_ARGUMENTS,
        )
        shown.append(name)
        if name in _WHOLE_ARGUMENTS or len(shown) > NORMAL:
            return


def remarks(telling: Telling) -> tuple[str, ...]:
    """The names of all remarks that hold, the most useful first: "triangular", "row-sums".

    Args:
        telling: The eigensystem and its conventions.
    """
    return tuple(name for name, _ in _found(_Look(telling)))


# What is noticed, the identities, what follows, what to expect.
_Remark = tuple[Message, tuple[Equality, ...], Message, Message | None]


def _announced(look: _Look, name: str) -> Expr | None:
    """The eigenvalue that a remark tells."""
    if name in {"row-sums", "column-sums"}:
        return look.expr(_common_sum(look.rows if name == "row-sums" else look.columns))
    return _TOLD.get(name)


def _found(look: _Look) -> Iterator[tuple[str, _Remark]]:
    if not look.n:
        return
    for name, find in _REMARKS.items():
        remark = find(look)
        if remark is not None:
            yield name, remark


@dataclass(frozen=True)
class _Look:
    """A matrix as it is looked at.

    Attributes:
        telling: The eigensystem and its conventions.
    """

    telling: Telling

    @property
    def n(self) -> int:
        """The number of rows."""
        return self.telling.n

    @property
    def A(self) -> Name:
        """A."""
        return self.telling.A

    @property
    def matrix(self) -> ImmutableMatrix:
        """A as a matrix."""
        return self.telling.system.matrix

    @cached_property
    def rows(self) -> list[list[Any]]:
        """The entries in the field."""
        system = self.telling.system
        return [[system.field.element(x) for x in row] for row in system.given.rows]

    @cached_property
    def conjugated(self) -> list[list[Any]] | None:
        """The rows of the conjugate transpose; None where the field does not have them."""
        conjugate = self.telling.system.field.conjugate
        try:
            return [[conjugate(x) for x in column] for column in zip(*self.rows, strict=True)]
        except UnsupportedEntryError:
            return None

    @cached_property
    def is_real(self) -> bool:
        """Whether the entries are real for real parameters."""
        return self.conjugated is not None and self.conjugated == self.columns

    @cached_property
    def columns(self) -> list[list[Any]]:
        """The columns, in the field."""
        return [list(column) for column in zip(*self.rows, strict=True)]

    @cached_property
    def factors(self) -> list[tuple[tuple[Any, ...], int]]:
        """The factors of the minimal polynomial with their exponents."""
        return [(c.coefficients, c.index) for c in self.telling.system.components]

    def vanishes_at_powers(self, *roots: int) -> bool:
        """Whether the minimal polynomial has no other roots than these integers, and those simple."""
        K = self.telling.system.field.domain
        lines = [[K.convert(-root), K.one] for root in roots]
        return all(k == 1 and len(p) == 2 and list(map(K.convert, p)) in lines for p, k in self.factors)

    def expr(self, element: Any) -> Expr:
        """An element as it is written."""
        return self.telling.system.field.to_sympy(element)

    @property
    def diagonal(self) -> tuple[Expr, ...]:
        """The entries on the diagonal."""
        return tuple(self.matrix[i, i] for i in range(self.n))

    def unit(self, k: int) -> Name:
        """The k-th vector of the standard basis, from 0."""
        return Name(f"e_{k + 1}", Tuple(tuple(Integer(i == k) for i in range(self.n))))

    def determinant(self) -> Function:
        """det(A − λI) or det(λI − A)."""
        return Function("det", (self.telling.shifted(),))

    def characteristic(self, values: Iterable[Any]) -> Equality:
        """The characteristic polynomial with all eigenvalues, which are elements of the field: (2 − λ)²(3 − λ)."""
        one = self.telling.system.field.domain.one
        return Equality((self.determinant(), Writing(self.telling).collected([[one, -x] for x in values])))


# --- shapes ---------------------------------------------------------------------------------------------------------


def _scalar(look: _Look) -> _Remark | None:
    c = look.matrix[0, 0]
    rows = look.rows
    if any(x != (rows[0][0] if i == j else 0) for i, row in enumerate(rows) for j, x in enumerate(row)):
        return None
    whole = look.characteristic([rows[0][0]] * look.n)
    if not rows[0][0]:
        identity = Equality((look.A, ImmutableMatrix(zeros(look.n))))
        return say("sees-zero", A=look.A), (identity, whole), say("zero-only"), None
    identity = Equality((look.A, _multiple(c, look.telling.identity)))
    return say("sees-scalar", A=look.A), (identity, whole), say("scalar-only", value=c), None


def _diagonal(look: _Look) -> _Remark | None:
    if any(x for i, row in enumerate(look.rows) for j, x in enumerate(row) if i != j):
        return None
    units = [look.unit(k) for k in range(look.n)]
    identity = tuple(
        Equality((Product((look.A, e)), _multiple(x, e))) for e, x in zip(units, look.diagonal, strict=True)
    )
    whole = look.characteristic(row[i] for i, row in enumerate(look.rows))
    values = List(tuple(dict.fromkeys(look.diagonal)))
    return say("sees-diagonal", A=look.A), (*identity, whole), say("diagonal-entries", values=values), None


def _triangular(look: _Look) -> _Remark | None:
    lower, upper = (any(x for i, row in enumerate(rows) for x in row[i + 1 :]) for rows in (look.columns, look.rows))
    if lower and upper:
        return None
    identity = look.characteristic(row[i] for i, row in enumerate(look.rows))
    noticed = say(f"sees-{'lower' if lower else 'upper'}-triangular", A=look.A, shifted=look.telling.shifted())
    return noticed, (identity,), say("triangular-entries", values=List(tuple(dict.fromkeys(look.diagonal)))), None


def _block_triangular(look: _Look) -> _Remark | None:
    n = look.n
    for k in sorted(range(1, n), key=lambda k: (abs(2 * k - n), k)):
        lower = any(look.rows[i][j] for i in range(k, n) for j in range(k))
        upper = any(look.rows[i][j] for i in range(k) for j in range(k, n))
        if lower and upper:
            continue
        blocks = [
            Name(letter, ImmutableMatrix(look.matrix[s, s])) for letter, s in (("B", slice(k)), ("C", slice(k, n)))
        ]
        identity = Equality((look.determinant(), Product(tuple(_determinant_of(look, B) for B in blocks))))
        named = tuple(Equality((B, B.value)) for B in blocks)
        shape = "block-diagonal" if not (lower or upper) else "block-triangular"
        return (
            say(f"sees-{shape}", A=look.A),
            (*named, identity),
            say("blocks-apart", A=look.A, B=Name("B"), C=Name("C")),
            None,
        )
    return None


def _determinant_of(look: _Look, block: Name) -> Formula:
    """The factor det(B − λI) of a block; without the sign of the determinant where the block has one entry."""
    M = block.value
    I = Name("I", ImmutableMatrix(eye(M.rows)))  # type: ignore[union-attr]  # a matrix
    shifted = Product((LAMBDA, I))
    terms = (block, Minus(shifted)) if look.telling.convention == "A - λI" else (shifted, Minus(block))
    return Function("det", (Sum(terms),))


def _companion(look: _Look) -> _Remark | None:
    n, K = look.n, look.telling.system.field.domain
    if n < 3:
        return None
    turned = [row[::-1] for row in look.rows[::-1]]
    for rows, line, k in (
        (look.columns, "column", n),
        (look.rows, "row", n),
        ([row[::-1] for row in look.columns[::-1]], "column", 1),
        (turned, "row", 1),
    ):
        if all(x == (K.one if j == i + 1 else K.zero) for i, row in enumerate(rows[:-1]) for j, x in enumerate(row)):
            lower = [look.expr(c) * LAMBDA**j for j, c in enumerate(rows[-1])]
            polynomial = (look.telling.sign * (LAMBDA**n - Add(*lower))).expand()
            identity = Equality((look.determinant(), polynomial))
            place = say(f"the-{line}", number=Integer(k))
            expected = say("expect-the-same")
            return say("sees-companion", A=look.A, line=place), (identity,), say("companion-read-off"), expected
    return None


# --- equations of A -------------------------------------------------------------------------------------------------


def _permutation(look: _Look) -> _Remark | None:
    one, zero = look.telling.system.field.domain.one, look.telling.system.field.domain.zero
    if any(x not in (zero, one) for row in look.rows for x in row):
        return None
    if any(sum(map(bool, line)) != 1 for line in (*look.rows, *look.columns)):
        return None
    targets = [column.index(one) for column in look.columns]
    order = lcm(*(len(cycle) for cycle in _cycles(targets)))
    power, v = Equality((Power(look.A, order), look.telling.identity)), Name("v")
    image = Relation((v, Product((Power(Name("A"), order), v)), Product((Power(LAMBDA, order), v))), "=")
    reason = say("roots-of-unity", vector=v, image=image, power=Relation((Power(LAMBDA, order), Integer(1)), "="))
    return say("sees-permutation", A=look.A, order=Integer(order)), (power,), reason, say("expect-one")


def _cycles(image: Sequence[int]) -> Iterator[list[int]]:
    """The cycles of a permutation."""
    left = list(range(len(image)))
    while left:
        cycle = [left[0]]
        while image[cycle[-1]] != cycle[0]:
            cycle.append(image[cycle[-1]])
        left = [k for k in left if k not in cycle]
        yield cycle


def _idempotent(look: _Look) -> _Remark | None:
    if not look.vanishes_at_powers(0, 1):
        return None
    identity = Equality((Power(look.A, 2), look.A))
    return say("sees-idempotent", A=look.A), (identity,), _applied_twice("idempotent-reason", LAMBDA), None


def _involution(look: _Look) -> _Remark | None:
    if not look.vanishes_at_powers(1, -1):
        return None
    identity = Equality((Power(look.A, 2), look.telling.identity))
    return say("sees-involution", A=look.A), (identity,), _applied_twice("involution-reason", Integer(1)), None


def _applied_twice(name: str, square: Expr) -> Message:
    """What follows from Av = λv where A²v is v times the given square of λ."""
    v, A = Name("v"), Name("A")
    image = Relation((_multiple(square, v), Product((Power(LAMBDA, 2), v))), "=")
    return say(name, A=A, start=_eigen_equation(), image=image, power=Relation((Power(LAMBDA, 2), square), "="))


def _eigen_equation() -> Relation:
    """Av = λv."""
    return Relation((Product((Name("A"), Name("v"))), Product((LAMBDA, Name("v")))), "=")


def _nilpotent(look: _Look) -> _Remark | None:
    if len(look.factors) != 1 or any(look.factors[0][0][:-1]):
        return None
    k = look.factors[0][1]
    identity = Equality((Power(look.A, k), ImmutableMatrix(zeros(look.n))))
    v, power = Name("v"), Power(LAMBDA, k)
    image = Relation((Integer(0), Product((Power(Name("A"), k), v)), Product((power, v))), "=")
    zero = Relation((power, Integer(0)), "=")
    reason = say("nilpotent-reason", start=_eigen_equation(), image=image, power=zero, determinant=look.determinant())
    whole = look.characteristic([look.telling.system.field.domain.zero] * look.n)
    return say("sees-nilpotent", A=look.A), (identity, whole), reason, None


def _rank_one(look: _Look) -> _Remark | None:
    """A = cI + k·uvᵀ."""
    n, field = look.n, look.telling.system.field
    K = field.domain
    if n < 3:
        return None
    wide = [c for c in look.telling.system.components if c.degree == 1 and c.geometric_multiplicity == n - 1]
    if not wide:
        return None
    c = -K.convert(wide[0].coefficients[0]) / K.convert(wide[0].coefficients[1])
    rest = [[x - c if i == j else x for j, x in enumerate(row)] for i, row in enumerate(look.rows)]
    i, j = next((i, j) for i in range(n) for j in range(n) if rest[i][j])
    u = _scaled([row[j] / rest[i][j] for row in rest], rational=field.is_rational)
    v = _scaled([x / rest[i][j] for x in rest[i]], rational=field.is_rational)
    k = rest[i][j] / (u[i] * v[j])
    last = c + k * sum((x * y for x, y in zip(u, v, strict=True)), K.zero)
    vectors = [Tuple(tuple(map(look.expr, w))) for w in (u, v)]
    letters = "uu" if u == v else "uv"
    names = [Name(letter, vector) for letter, vector in zip(letters, vectors, strict=True)]
    product = _multiple(look.expr(k), names[0], Power(names[1], "T"))
    value, other = look.expr(c), look.expr(last)
    written: Formula = product if not c else Sum((_multiple(value, look.telling.identity), product))
    given = tuple(Equality((name, name.value)) for name in dict.fromkeys(names))
    characteristic = look.characteristic([c] * (n - 1) + [last])
    zero = Tuple((Integer(0),) * n)
    image = Equality((Product((look.A, names[0])), _multiple(other, names[0]) if last else zero))
    noticed = say("sees-rank-one-plus" if c else "sees-rank-one", A=look.A)
    reason = say(
        "rank-one-reason" if c != last else "rank-one-defective",
        value=value,
        other=other,
        u=Name("u"),
        x=Name("x"),
        product=Relation((Product((Power(Name(names[1].letter), "T"), Name("x"))), Integer(0)), "="),
        count=Integer(n - 1),
        total=Integer(n),
    )
    return noticed, (*given, Equality((look.A, written)), image, characteristic), reason, say("expect-the-same")


def _scaled(vector: Sequence[Any], *, rational: bool) -> list[Any]:
    """Over the rationals the multiple with coprime integers, the first of them positive; unchanged elsewhere."""
    if not rational:
        return list(vector)
    below = lcm(*(int(x.denominator) for x in vector))
    above = gcd(*(int(x * below) for x in vector))
    sign = 1 if next(x for x in vector if x) > 0 else -1
    return [x * below / above * sign for x in vector]


# --- A and its transpose --------------------------------------------------------------------------------------------


def _hermitian(look: _Look) -> _Remark | None:
    if look.conjugated is None or look.rows != look.conjugated:
        return None
    kind, sign = ("symmetric", "T") if look.is_real else ("hermitian", "*")
    identity = Equality((Power(look.A, sign), look.A))
    expected = say("expect-enough-vectors", A=look.A)
    return say(f"sees-{kind}", A=look.A), (identity,), _if_real(look, "hermitian-reason"), expected


def _skew(look: _Look) -> _Remark | None:
    if look.conjugated is None or look.rows != [[-x for x in row] for row in look.conjugated]:
        return None
    kind, sign = ("skew-symmetric", "T") if look.is_real else ("skew-hermitian", "*")
    identity = Equality((Power(look.A, sign), Minus(look.A)))
    odd = kind == "skew-symmetric" and look.n % 2
    expected = say("expect-zero-odd") if odd else None
    return say(f"sees-{kind}", A=look.A), (identity,), _if_real(look, "skew-reason"), expected


def _unitary(look: _Look) -> _Remark | None:
    if look.conjugated is None or look.n < 2:
        return None
    for i, row in enumerate(look.rows):
        for j in range(i + 1):
            product = map(mul, row, (line[j] for line in look.conjugated))
            if sum(product, start=look.telling.system.field.domain.zero) != (i == j):
                return None
    kind, sign = ("orthogonal-matrix", "T") if look.is_real else ("unitary-matrix", "*")
    identity = Equality((Product((Power(look.A, sign), look.A)), look.telling.identity))
    return say(f"sees-{kind}", A=look.A), (identity,), _if_real(look, "unitary-reason"), None


def _if_real(look: _Look, name: str) -> Message:
    """What holds, under the condition that the parameters are real where there are any."""
    v, parameters = Name("v"), look.telling.system.field.must_be_real
    left, right = Product((Power(v, "*"), Name("A"), v)), Product((Power(v, "*"), v))
    reason = say(name, v=v, left=left, right=right, equation=Relation((left, Product((LAMBDA, right))), "="))
    return say("for-real", parameters=List(parameters), what=reason) if parameters else reason


# --- sums and single lines ------------------------------------------------------------------------------------------


def _stochastic(look: _Look) -> _Remark | None:
    sums = [_common_sum(lines) for lines in (look.rows, look.columns)]
    if 1 not in sums or look.n < 2 or not all(x.is_nonnegative for x in look.matrix):
        return None
    line = "rows" if sums[0] == 1 else "columns"
    reason = say(f"stochastic-reason-{line}", A=look.A)
    return say(f"sees-stochastic-{line}", A=look.A), _sum_identity(look, line, Integer(1)), reason, None


def _row_sums(look: _Look) -> _Remark | None:
    total = _common_sum(look.rows)
    if not total or look.n < 2:
        return None
    s = look.expr(total)
    reason = say("row-sums-reason", value=s, vector=Tuple((Integer(1),) * look.n))
    return say("sees-row-sums", A=look.A, value=s), _sum_identity(look, "rows", s), reason, say("expect-again")


def _zero_row_sums(look: _Look) -> _Remark | None:
    total = _common_sum(look.rows)
    if total is None or total or look.n < 2:
        return None
    zero = Integer(0)
    reason = say("row-sums-reason", value=zero, vector=Tuple((Integer(1),) * look.n))
    return say("sees-row-sums", A=look.A, value=zero), _sum_identity(look, "rows", zero), reason, say("expect-again")


def _column_sums(look: _Look) -> _Remark | None:
    total = _common_sum(look.columns)
    if total is None or look.n < 2:
        return None
    s = look.expr(total)
    reason = say("column-sums-reason", value=s, A=look.A, transpose=Power(look.A, "T"))
    return say("sees-column-sums", A=look.A, value=s), _sum_identity(look, "columns", s), reason, say("expect-again")


def _common_sum(lines: Sequence[Sequence[Any]]) -> Any:
    """What each line sums to where that is the same for all, else None."""
    first, *others = (sum(line[1:], start=line[0]) for line in lines)
    return first if all(x == first for x in others) else None


def _sum_identity(look: _Look, lines: str, value: Expr) -> tuple[Equality, ...]:
    """A(1, …, 1) = s(1, …, 1), or the same for Aᵀ."""
    M = look.A if lines == "rows" else Power(look.A, "T")
    vector = Tuple((Integer(1),) * look.n)
    image = Tuple((Integer(0),) * look.n) if value == 0 else _multiple(value, vector)
    return (Equality((Product((M, vector)), image)),)


def _singular(look: _Look) -> _Remark | None:
    if look.n < 2:
        return None
    for letter, kind, lines in (("R", "row", look.rows), ("C", "column", look.columns)):
        for k, line in enumerate(lines):
            if not any(line):
                shown = _line(look, letter, k)
                return _singular_remark(look, say(f"sees-zero-{kind}", A=look.A, line=Name(shown.letter)), shown, None)
        for i, j in combinations(range(look.n), 2):
            ratio = _ratio(lines[i], lines[j])
            if ratio is not None:
                shown, other = _line(look, letter, j), _line(look, letter, i)
                if look.telling.system.field.is_rational and ratio.denominator != 1 == abs((1 / ratio).denominator):
                    shown, other, ratio = other, shown, 1 / ratio
                noticed = say(f"sees-proportional-{kind}s", A=look.A, one=Name(shown.letter), other=Name(other.letter))
                return _singular_remark(look, noticed, shown, _multiple(look.expr(ratio), other))
    return None


def _line(look: _Look, letter: str, k: int) -> Name:
    """A row or a column by its name."""
    line = look.matrix[k, :] if letter == "R" else look.matrix[:, k]
    return Name(f"{letter}_{k + 1}", ImmutableMatrix(line))


def _ratio(line: Sequence[Any], other: Sequence[Any]) -> Any:
    """The c with other = c·line, for lines neither of which is 0; None for none."""
    k = next(k for k, x in enumerate(line) if x)
    ratio = other[k] / line[k]
    return ratio if all(y == ratio * x for x, y in zip(line, other, strict=True)) else None


def _singular_remark(look: _Look, noticed: Message, line: Name, multiple: Formula | None) -> _Remark:
    identity = Equality((line, multiple if multiple is not None else ImmutableMatrix(zeros(*line.value.shape))))  # type: ignore[union-attr]
    zero = Equality((Function("det", (look.A,)), Integer(0)))
    return noticed, (identity, zero), say("singular-reason", A=look.A), say("expect-again")


def _multiple(value: Expr, *of: Formula) -> Formula:
    """A multiple as it is written: v, −v, 3v."""
    one = of[0] if len(of) == 1 else Product(of)
    if value == 1:
        return one
    return Minus(one) if value == -1 else Product((value, *of))


# The remarks, the most useful first.
_REMARKS: dict[str, Callable[[_Look], _Remark | None]] = {
    "scalar": _scalar,
    "diagonal": _diagonal,
    "triangular": _triangular,
    "permutation": _permutation,
    "nilpotent": _nilpotent,
    "idempotent": _idempotent,
    "involution": _involution,
    "rank-one": _rank_one,
    "block-triangular": _block_triangular,
    "hermitian": _hermitian,
    "skew-hermitian": _skew,
    "stochastic": _stochastic,
    "row-sums": _row_sums,
    "zero-row-sums": _zero_row_sums,
    "column-sums": _column_sums,
    "unitary": _unitary,
    "companion": _companion,
    "singular": _singular,
}

# Those that give the characteristic polynomial, so that nothing is left to say.
_WHOLE_ARGUMENTS = ("scalar", "diagonal", "triangular", "nilpotent")

# The eigenvalues that some tell.
_TOLD = {"permutation": Integer(1), "stochastic": Integer(1), "zero-row-sums": Integer(0), "singular": Integer(0)}

# What need not be said beside each.
_IMPLIED: dict[str, tuple[str, ...]] = {
    "permutation": ("involution", "stochastic", "row-sums", "zero-row-sums", "column-sums", "unitary", "companion"),
    "nilpotent": ("rank-one", "block-triangular", "row-sums", "zero-row-sums", "column-sums", "companion", "singular"),
    "rank-one": (
        "block-triangular",
        "stochastic",
        "row-sums",
        "zero-row-sums",
        "column-sums",
        "companion",
        "singular",
    ),
    "idempotent": ("rank-one", "stochastic", "row-sums", "zero-row-sums", "column-sums", "companion", "singular"),
    "involution": ("rank-one", "unitary", "stochastic", "row-sums", "zero-row-sums", "column-sums", "companion"),
    "stochastic": ("row-sums", "zero-row-sums", "column-sums"),
    "row-sums": ("column-sums",),
    "zero-row-sums": ("column-sums", "singular"),
    "companion": ("singular",),
}
