"""Whether what is stated is true is computed from nothing but what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import (
    Abs,
    E,
    I,
    ImmutableMatrix,
    Integer,
    KroneckerDelta,
    Rational,
    atan,
    cos,
    exp,
    eye,
    pi,
    sqrt,
    symbols,
)

from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Equality,
    Function,
    Irreducible,
    Minus,
    Name,
    Operation,
    Power,
    Product,
    Quotient,
    Reduction,
    Relation,
    Sum,
    Tuple,
    Words,
)
from symeig.worked.meaning import holds
from symeig.worked.messages import say

x, k, t, m = symbols("lambda k t m")
real = symbols("r", real=True)
ONE, TWO = Integer(1), Integer(2)
A = ImmutableMatrix([[4, 1], [2, 3]])
NAME = Name("A", A)
SHIFTED = Sum((NAME, Minus(Product((x, Name("I", ImmutableMatrix(eye(2))))))))
GOLDEN = x**2 - x - 1
FIBONACCI = ImmutableMatrix([[1, 1], [1, 0]])

TRUE = {
    "numbers": Equality((Sum((ONE, TWO)), Integer(3))),
    "a sum with a minus sign": Equality((Sum((ONE, Minus(TWO))), Integer(-1))),
    "a product as it is written": Equality(
        (Sum((Product((4 - x, 3 - x)), Minus(Product((ONE, TWO))))), x**2 - 7 * x + 10)
    ),
    "a fraction": Equality((Quotient(ONE, TWO), Rational(1, 2))),
    "a shifted matrix": Equality((SHIFTED, ImmutableMatrix([[4 - x, 1], [2, 3 - x]]))),
    "a determinant": Equality((Function("det", (SHIFTED,)), (x - 2) * (x - 5))),
    "a determinant of formulas": Equality((Array(((ONE, Minus(TWO)), (TWO, ONE)), "||"), Integer(5))),
    "trace": Equality((Function("tr", (NAME,)), Integer(7))),
    "rank": Equality((Function("rank", (ImmutableMatrix([[1, 2], [2, 4]]),)), ONE)),
    "nullity": Equality((Function("nullity", (ImmutableMatrix([[1, 2, 3]]),)), TWO)),
    "a matrix times a vector": Equality((Product((NAME, Tuple((ONE, ONE)))), Tuple((Integer(5), Integer(5))))),
    "rows and columns are the same vector": Equality((Tuple((ONE, TWO)), Column((ONE, TWO)))),
    "a power with a letter, one step on": Equality((Integer(2) ** (m + 1) * m, 2 * m * Integer(2) ** m)),
    "a negative base": Equality(((-3) ** (m + 2), 9 * (-3) ** m)),
    "half a step on": Equality((5 ** (m / 2 + Rational(1, 2)), sqrt(5) * 5 ** (m / 2))),
    "an irrational base": Equality((((1 + sqrt(5)) / 2) ** (m + 1), (1 + sqrt(5)) / 2 * ((1 + sqrt(5)) / 2) ** m)),
    "a Kronecker delta, one step on": Equality((KroneckerDelta(m + 1, 2), KroneckerDelta(m, 1))),
    "a Kronecker delta that is over": Equality((KroneckerDelta(m + 1, 0), Integer(0))),
    "exponentials that are in no field": Equality((exp(sqrt(5) * m) * 2, exp(sqrt(5) * m) + exp(sqrt(5) * m))),
    "cosines that are in no field": Equality((2 * cos(m * atan(2)), cos(m * atan(2)) + cos(m * atan(2)))),
    "the inverse": Equality((Product((Power(NAME, -1), NAME)), ImmutableMatrix(eye(2)))),
    "the transpose": Equality((Power(NAME, "T"), ImmutableMatrix([[4, 2], [1, 3]]))),
    "the conjugate transpose": Equality((Power(ImmutableMatrix([[I, 1]]), "*"), ImmutableMatrix([[-I], [1]]))),
    "the zeroth power": Equality((Power(NAME, 0), ImmutableMatrix(eye(2)))),
    "a square": Equality((Power(NAME, 2), ImmutableMatrix([[18, 7], [14, 11]]))),
    "an inner product": Equality((Dot(Tuple((I, ONE)), Tuple((I, ONE))), TWO)),
    "surds": Equality((Product(((1 + sqrt(5)) / 2, (1 - sqrt(5)) / 2)), Integer(-1))),
    "nested surds": Equality((Power(sqrt(2 + sqrt(2)), 2), 2 + sqrt(2))),
    "cosines": Equality((8 * cos(pi / 7) * cos(2 * pi / 7) * cos(4 * pi / 7), Integer(-1))),
    "square roots of parameters": Equality((Product((k - sqrt(k**2 + 4), k + sqrt(k**2 + 4))), Integer(-4))),
    "absolute values": Equality((Power(Abs(real), 2), real**2)),
    "roots written in two ways": Equality((sqrt(pi**2 + 2 * pi + 3), sqrt(pi * (pi + 2) + 3))),
    "cosines and powers of e": Equality((cos(pi / 7) * E**2, E * cos(pi / 7) * E)),
    "roots of multiples": Equality((sqrt(2) * sqrt(k**2 + 4), sqrt(2 * k**2 + 8))),
    "roots in roots of parameters": Equality((Power(sqrt(1 + sqrt(k + 1)), 4), k + 2 + 2 * sqrt(k + 1))),
    "inverse roots of parameters": Equality((Product((1 / sqrt(k + 1), k + 1)), sqrt(k + 1))),
    "square roots with π": Equality((Power(sqrt(pi + 1), 2), pi + 1)),
    "square roots with e": Equality((Power(sqrt(E**2 + 1), 2), E**2 + 1)),
    "square roots with cosines": Equality((sqrt(2 - 2 * cos(2 * pi / 7)), 2 * cos(5 * pi / 14))),
    "cosines of parameters": Equality((cos(t) ** 2 - 1, (cos(2 * t) - 1) / 2)),
    "modulo a polynomial": Equality((x**2, x + 1), modulus=GOLDEN),
    "a square root modulo a polynomial": Equality((Power(sqrt(x + 1), 2), x**2), modulus=GOLDEN),
    "rank modulo a polynomial": Equality((Function("rank", (FIBONACCI - x * eye(2),)), ONE), modulus=GOLDEN),
    "fractions in coefficients": Equality((Sum((x / 2, k / 3)), (3 * x + 2 * k) / 6)),
    "a product of fractions": Equality((Product(((x + 1) / 2, (x - 1) / 3)), (x**2 - 1) / 6)),
    "a quotient of polynomials": Equality((Sum((Quotient(x**2 - 1, x - 1), 1 / x)), x + 1 + 1 / x)),
    "numbers that come out of a quotient": Equality((Sum((Quotient(x + 1, 2 * x + 2), x)), x + Rational(1, 2))),
    "modulo a polynomial that is not monic": Equality((2 * x**2, x + 1), modulus=2 * x**2 - x - 1),
    "modulo a polynomial with a parameter": Equality((k * x**2, x + 1), modulus=k * x**2 - x - 1),
    "modulo two polynomials": Equality((Power(sqrt(k**2 + 4), 2), x**2 + 3), modulus=x**2 - k**2 - 1),
    "not equal": Equality((Function("det", (NAME,)), Integer(10)), Integer(0)),
    "not equal modulo": Equality((x,), Integer(0), GOLDEN),
    "row operations": Reduction(
        (ImmutableMatrix([[-1, 1], [2, -2]]), ImmutableMatrix([[1, -1], [0, 0]])),
        ((Operation("rows", 2, ONE, 1, TWO), Operation("rows", 1, -ONE)),),
    ),
    "an exchange": Reduction((A, ImmutableMatrix([[2, 3], [4, 1]])), ((Operation("rows", 1, ONE, 2),),)),
    "a column operation": Reduction((A, ImmutableMatrix([[5, 1], [5, 3]])), ((Operation("columns", 1, ONE, 2, ONE),),)),
    "row operations modulo": Reduction(
        (ImmutableMatrix([[1 - x, 1], [1, -x]]), ImmutableMatrix([[0, 0], [1, -x]])),
        ((Operation("rows", 1, ONE, 2, x - 1),),),
        GOLDEN,
    ),
    "irreducible": Irreducible(x**3 - x - 1),
    "irreducible over parameters": Irreducible(x**2 - k),
}
FALSE = {
    "a rank of powers that may be related": Equality(
        (Function("rank", (ImmutableMatrix([[4**m, Integer(2) ** m], [Integer(2) ** m, 1]]),)), TWO)
    ),
    "a rank of cosines in no field": Equality(
        (Function("rank", (ImmutableMatrix([[1 - cos(m * atan(2)) ** 2, 0], [0, 1]]),)), TWO)
    ),
    "powers that are said to be different": Equality((4**m, 4**m), unequal=Integer(2) ** (2 * m)),
    "a pivot that is a power": Reduction(
        (ImmutableMatrix([[4**m]]), ImmutableMatrix([[16**m]])), ((Operation("rows", 1, 4**m),),)
    ),
    "powers of different bases": Equality((Integer(2) ** m, Integer(3) ** m)),
    "a power two steps on": Equality((Integer(2) ** (m + 2), 2 * Integer(2) ** m)),
    "different Kronecker deltas": Equality((KroneckerDelta(m, 1), KroneckerDelta(m, 0))),
    "a Kronecker delta that is not over": Equality((KroneckerDelta(m, 2), Integer(0))),
    "cosine and sine of what is in no field": Equality((cos(m * atan(2)), cos(m * atan(3)))),
    "numbers": Equality((ONE, TWO)),
    "the last side": Equality((ONE, ONE, TWO)),
    "a polynomial": Equality((Function("det", (SHIFTED,)), x**2 - 7 * x + 11)),
    "modulo another polynomial": Equality((x**2, x + 1), modulus=x**2 - x - 2),
    "modulo a polynomial that is not monic": Equality((x**2, x + 1), modulus=2 * x**2 - x - 1),
    "modulo a polynomial with a parameter": Equality((x**2, x + 1), modulus=k * x**2 - x - 1),
    "modulo two polynomials": Equality((sqrt(k**2 + 4), x), modulus=x**2 - k**2 - 4),
    "fractions in coefficients": Equality((Sum((x / 2, k / 3)), (3 * x + 3 * k) / 6)),
    "numbers that come out of a quotient": Equality((Sum((Quotient(x + 1, 2 * x + 2), x)), x + 1)),
    "without its polynomial": Equality((x**2, x + 1)),
    "equal where it must not be": Equality((Sum((ONE, Integer(-1))),), Integer(0)),
    "equal modulo where it must not be": Equality((x**2 - x,), ONE, GOLDEN),
    "vectors of different length": Equality((Tuple((ONE, ONE)), Tuple((ONE, ONE, ONE)))),
    "a number and a vector": Equality((ONE, Tuple((ONE,)))),
    "another root": Equality((sqrt(5), -sqrt(5))),
    "an absolute value without its sign": Equality((Abs(real), real)),
    "a division by zero": Equality((1 / (x**2 - x - 1), 1 / (x**2 - x - 1)), modulus=GOLDEN),
    "a wrong entry": Reduction(
        (ImmutableMatrix([[-1, 1], [2, -2]]), ImmutableMatrix([[-1, 1], [0, 1]])),
        ((Operation("rows", 2, ONE, 1, TWO),),),
    ),
    "a row times zero": Reduction((A, ImmutableMatrix([[4, 1], [0, 0]])), ((Operation("rows", 2, Integer(0)),),)),
    "a row times what is zero modulo": Reduction(
        (FIBONACCI, ImmutableMatrix([[1, 1], [GOLDEN, 0]])), ((Operation("rows", 2, GOLDEN),),), GOLDEN
    ),
    "a row plus itself": Reduction((A, ImmutableMatrix([[8, 2], [2, 3]])), ((Operation("rows", 1, ONE, 1, ONE),),)),
    "a missing matrix": Reduction((A,), ((Operation("rows", 1, TWO),),)),
    "reducible": Irreducible(x**2 - 4),
    "reducible over the field of an entry": Irreducible(x**2 - 2, (sqrt(2),)),
}


@pytest.mark.parametrize("name", TRUE)
def test_true_statements_hold(name: str) -> None:
    """What is true is found to be true."""
    assert holds(TRUE[name])


@pytest.mark.parametrize("name", FALSE)
def test_false_statements_do_not_hold(name: str) -> None:
    """What is false, or undefined, is found not to hold."""
    assert not holds(FALSE[name])


@pytest.mark.parametrize(
    "formula",
    [Relation((ONE, ONE), "="), Equality((Words(say("name")), ONE)), Equality((Function("ker", (NAME,)), ONE))],
)
def test_what_has_no_value_is_refused(formula: object) -> None:
    """A relation, words and spaces state nothing that could be computed."""
    with pytest.raises(TypeError, match=r"no value|nothing that can be checked"):
        holds(formula)


@given(
    st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=3, max_size=3),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(-4, 4).filter(bool),
    st.integers(-4, 4),
)
def test_row_operations_do_what_they_say(
    rows: list[list[int]], target: int, source: int, scale: int, factor: int
) -> None:
    """A row times a number plus another one times a number; any other result is refused."""
    if target == source:
        return
    after = [list(row) for row in rows]
    after[target - 1] = [scale * a + factor * b for a, b in zip(rows[target - 1], rows[source - 1], strict=True)]
    operation = Operation("rows", target, Integer(scale), source, Integer(factor))
    assert holds(Reduction((ImmutableMatrix(rows), ImmutableMatrix(after)), ((operation,),)))
    after[target - 1][0] += 1
    assert not holds(Reduction((ImmutableMatrix(rows), ImmutableMatrix(after)), ((operation,),)))
