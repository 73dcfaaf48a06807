"""Witnesses of irreducibility: every one is what it claims to be, and where there is none that is said."""

from __future__ import annotations

from fractions import Fraction
from math import prod

import pytest
from sympy import Poly, Rational, Symbol, primorial, resultant, swinnerton_dyer_poly

from symeig.errors import BudgetExceededError, CertificationError
from symeig.exact.witnesses import irreducibility_witness

T, X = Symbol("t"), Symbol("x")
RATIONALS = [0, 1]
ROOT_OF_TWO = [-2, 0, 1]
EIGHTH_ROOT_OF_ONE = [1, 0, 0, 0, 1]

PAIRS = {
    "x - 1/3 over Q": (RATIONALS, [[Fraction(-1, 3)], [1]]),
    "x^2 - 2": (RATIONALS, [[-2], [0], [1]]),
    "x^4 + 1, reducible modulo every prime": (RATIONALS, [[1], [0], [0], [0], [1]]),
    "x^4 - 10 x^2 + 1, reducible modulo every prime": (RATIONALS, [[1], [0], [-10], [0], [1]]),
    "x^2 + x/2 + 1/3": (RATIONALS, [[Fraction(1, 3)], [Fraction(1, 2)], [1]]),
    "x^5 - x - 1/7": (RATIONALS, [[Fraction(-1, 7)], [-1], [0], [0], [0], [1]]),
    "x^3 - 30030": (RATIONALS, [[-30030], [0], [0], [1]]),
    "linear over Q(sqrt 2), irrational": (ROOT_OF_TWO, [[0, -1], [1]]),
    "linear over Q(sqrt 2), rational": (ROOT_OF_TWO, [[-5], [1]]),
    "x^2 - 3 over Q(sqrt 2)": (ROOT_OF_TWO, [[-3], [0], [1]]),
    "x^2 - 1/3 over Q(sqrt 2)": (ROOT_OF_TWO, [[Fraction(-1, 3)], [0], [1]]),
    "x^2 - sqrt 2 over Q(sqrt 2)": (ROOT_OF_TWO, [[0, -1], [0], [1]]),
    "x^2 + x/2 - sqrt(2)/5 over Q(sqrt 2)": (ROOT_OF_TWO, [[0, Fraction(-1, 5)], [Fraction(1, 2)], [1]]),
    "x^3 + t x + 1 over Q(eighth root of 1)": (EIGHTH_ROOT_OF_ONE, [[1], [0, 1], [0], [1]]),
    "x^2 - t over Q(sqrt(1/2))": ([Fraction(-1, 2), 0, 1], [[0, -1], [0], [1]]),
    "generator that is rational": ([-5, 1], [[-2], [0], [1]]),
}


def polynomial(coefficients, variable):
    """A SymPy expression from its coefficients."""
    return sum(Rational(c) * variable**i for i, c in enumerate(coefficients))


def degree(m, p):
    """The dimension of L over Q."""
    return (len(m) - 1) * (len(p) - 1)


@pytest.mark.parametrize("name", [name for name, pair in PAIRS.items() if degree(*pair) > 1])
def test_polynomial_is_that_of_the_element(name):
    """N is monic, integral, irreducible, and zero at y = aλ + bt: it is the norm of its linear factor."""
    m, p = PAIRS[name]
    witness = irreducibility_witness(m, p)
    N = polynomial(witness["polynomial"], X)
    a, b = witness["scale"], witness["shift"]
    root = (X - b * T) / a
    at_root = sum(polynomial(c, T) * root**i for i, c in enumerate(p))
    norm = Poly(resultant(polynomial(m, T), at_root, T), X)
    assert norm.monic() == Poly(N, X, domain="QQ")
    assert Poly(N, X).is_irreducible
    assert Poly(N, X).degree() == degree(m, p)
    assert all(type(c) is int for c in witness["polynomial"])
    assert witness["polynomial"][-1] == 1


@pytest.mark.parametrize("name", [name for name, pair in PAIRS.items() if degree(*pair) > 1])
def test_factors_are_the_irreducible_ones_modulo_the_modulus(name):
    """The factors are irreducible and different modulo the prime, and their product is N modulo a large power of it."""
    witness = irreducibility_witness(*PAIRS[name])
    prime, modulus = witness["prime"], witness["modulus"]
    N = Poly(polynomial(witness["polynomial"], X), X)
    factors = [Poly(polynomial(f, X), X) for f in witness["factors"]]
    product = Poly(prod(factors, start=Poly(1, X)), X)
    assert all(c % modulus == 0 for c in (product - N).all_coeffs())
    assert all(f.set_modulus(prime).is_irreducible for f in factors)
    assert len({f.set_modulus(prime) for f in factors}) == len(factors)
    assert all(0 <= c < modulus for f in witness["factors"] for c in f)
    assert prime ** (modulus.bit_length()) % modulus == 0
    assert modulus > 2 ** (N.degree() + 1) * sum(map(abs, witness["polynomial"]))


def test_prime_with_the_fewest_factors_is_taken():
    """x² - 7 splits modulo 3 and is irreducible modulo 5."""
    witness = irreducibility_witness(RATIONALS, [[-7], [0], [1]])
    assert (witness["prime"], len(witness["factors"])) == (5, 1)


def test_scale_is_no_larger_than_needed():
    """x² + x/2 + 1/4 becomes integral at y = 2λ."""
    assert irreducibility_witness(RATIONALS, [[Fraction(1, 4)], [Fraction(1, 2)], [1]])["scale"] == 2


def test_nothing_is_needed_for_degree_one():
    """A rational eigenvalue needs no witness."""
    assert irreducibility_witness(*PAIRS["x - 1/3 over Q"]) == {}


@pytest.mark.parametrize(
    ("m", "p"),
    [
        (RATIONALS, [[4], [-5], [1]]),
        (RATIONALS, [[1], [-2], [1]]),
        (RATIONALS, [[4], [0], [0], [0], [1]]),
        (ROOT_OF_TWO, [[-2], [0], [1]]),
        (ROOT_OF_TWO, [[1], [0], [-10], [0], [1]]),
        ([-4, 0, 1], [[-3], [0], [1]]),
        ([0, 0, 1], [[-3], [1]]),
    ],
    ids=["two roots", "double root", "x^4 + 4", "x^2 - 2 over Q(sqrt 2)", "x^4 - 10 x^2 + 1", "t^2 - 4", "t^2"],
)
def test_reducible_polynomials_have_no_witness(m, p):
    """If p is reducible over K, or m over Q, the fault is reported."""
    with pytest.raises(CertificationError) as caught:
        irreducibility_witness(m, p)
    assert "irreducible" in caught.value.statement
    assert "irreducibility_witness" in caught.value.reproducer


def test_too_many_modular_factors_are_refused():
    """The minimal polynomial of √2 + √3 + √5 + √7 + √11 + √13 has 32 or more factors modulo every prime."""
    p = [[int(c)] for c in reversed(swinnerton_dyer_poly(6, X, polys=True).all_coeffs())]
    with pytest.raises(BudgetExceededError) as caught:
        irreducibility_witness(RATIONALS, p)
    assert (caught.value.what, caught.value.limit, caught.value.spent) == ("size", 16, 32)


def test_polynomials_without_a_good_prime_are_refused():
    """Modulo every prime that a witness may have, x² - P is x², where P is the product of these primes."""
    with pytest.raises(BudgetExceededError):
        irreducibility_witness(RATIONALS, [[-primorial(2**16, nth=False)], [0], [1]])
