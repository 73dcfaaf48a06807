r"""Witnesses that a polynomial over a number field is irreducible, for the certificates that `symeig.replay` checks.

Let K = Q[t]/m, let p be a monic polynomial over K, and L = Q[t, λ]/(m, p), of dimension D = deg m · deg p over Q. The
witness is an element y = aλ + bt of L together with a monic integer polynomial N of degree D such that N(y) = 0 and N
is irreducible over Q: the field Q[y] then has the dimension of L, so that L is a field, p is irreducible over K, and m
over Q. That N is irreducible can be seen from its factors modulo M, a power of a prime larger than twice the
coefficients of any divisor of N: a divisor over Z would be the product of some, but not all, of them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz, fmpz_mod_ctx, fmpz_mod_poly_ctx, fmpz_poly, nmod_poly
from sympy import primerange

from symeig.errors import BudgetExceededError, CertificationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

__all__ = ["irreducibility_witness"]

# The replay refuses larger primes, and more factors.
_PRIME_BOUND = 2**16
_MOST_FACTORS = 16
_PRIMES_TRIED = 40


def irreducibility_witness(minpoly: Sequence[Fraction], polynomial: Sequence[Sequence[Fraction]]) -> dict[str, Any]:
    r"""A witness that a polynomial p is irreducible over K = Q[t]/m, and m over Q.

    Args:
        minpoly: Coefficients of m, monic, the constant one first; (0, 1) for K = Q.
        polynomial: Coefficients of p, monic, the constant one first; each is an element of K, the list of its
            coefficients of 1, t, t², ...

    Returns:
        The witness as it stands in a certificate file: "scale" a and "shift" b of y = aλ + bt, "polynomial" N,
        "prime" and "modulus", a power of the prime, and the "factors" of N modulo it. Empty when deg m · deg p = 1.

    Raises:
        BudgetExceededError: N has more than 16 factors modulo each of the primes tried.
        CertificationError: p is reducible over K, or m over Q.

    Notes:
        N is the characteristic polynomial of the multiplication by y; for irreducible p it is a power of the minimal
        polynomial of y, and irreducible for all but finitely many quotients b : a. The prime is the one with the
        fewest factors among some 40, and the factors are lifted by Newton's iteration.

    References:
        von zur Gathen and Gerhard, Modern Computer Algebra, chapters 14 and 15.

    Examples:
        >>> witness = irreducibility_witness([0, 1], [[-2], [0], [1]])
        >>> witness["polynomial"], witness["prime"], witness["factors"]
        ([-2, 0, 1], 3, [[25, 0, 1]])
    """
    m = fmpq_poly([_rational(c) for c in minpoly])
    p = [fmpq_poly([_rational(c) for c in element]) for element in polynomial]
    if m.degree() * (len(p) - 1) == 1:
        return {}
    scale, shift, N = _irreducible_characteristic_polynomial(m, p)
    prime, factors = _fewest_factors(N)
    bound = fmpz(2) ** (N.degree() + 1) * sum(abs(c) for c in N.coeffs())
    modulus = fmpz(prime)
    while modulus <= bound:
        modulus *= prime
    return {
        "scale": int(scale),
        "shift": int(shift),
        "polynomial": [int(c) for c in N.coeffs()],
        "prime": prime,
        "modulus": int(modulus),
        "factors": [[int(c) for c in _lifted(N, factor, prime, modulus)] for factor in factors],
    }


def _rational(c: Any) -> fmpq:
    """The rational number as FLINT's."""
    return fmpq(int(c.numerator), int(c.denominator))


def _irreducible_characteristic_polynomial(m: fmpq_poly, p: list[fmpq_poly]) -> tuple[fmpz, fmpz, fmpz_poly]:
    """Integers a, b such that y = aλ + bt has an integral and irreducible characteristic polynomial on L; and that.

    It is irreducible unless two of the D conjugates of y are equal; any two of them are for at most one b : a.
    """
    dimension = m.degree() * (len(p) - 1)
    times_t, times_root = _multiplications(m, p)
    for s in range(dimension**2 if m.degree() > 1 else 1):
        f = (times_root + s * times_t).charpoly()
        scale = _integral_scale(f)
        N = fmpz_poly([(c * scale ** (dimension - i)).numerator for i, c in enumerate(f.coeffs())])
        _, factors = N.factor()
        if len(factors) == 1 and factors[0][1] == 1:
            return scale, scale * s, N
    msg = "A factor of the characteristic polynomial is reducible over its field. Please report the matrix."
    raise CertificationError(
        msg,
        statement="The polynomial of each component is irreducible over the field of the matrix.",
        reproducer=f"irreducibility_witness({m.coeffs()}, {[c.coeffs() for c in p]})",
    )


def _multiplications(m: fmpq_poly, p: list[fmpq_poly]) -> tuple[fmpq_mat, fmpq_mat]:
    """The matrices of the multiplication by t and by λ on L, in the basis tⁱλʲ; row (i, j) has the image of tⁱλʲ."""
    e, d = m.degree(), len(p) - 1
    t = fmpq_poly([0, 1])
    zero = fmpq_poly([])

    def row(element: list[fmpq_poly]) -> list[fmpq]:
        return [(c % m)[i] for c in element for i in range(e)]

    def monomial(c: fmpq_poly, j: int) -> list[fmpq_poly]:
        return [c if k == j else zero for k in range(d)]

    by_t = [row(monomial(t ** (i + 1), j)) for j in range(d) for i in range(e)]
    by_root = [row(monomial(t**i, j + 1)) for j in range(d - 1) for i in range(e)]
    by_root += [row([-(t**i) * c for c in p[:-1]]) for i in range(e)]
    return fmpq_mat(by_t), fmpq_mat(by_root)


def _integral_scale(f: fmpq_poly) -> fmpz:
    """A small c > 0 for which the monic polynomial cᴰ f(z/c) has integer coefficients."""
    scale = fmpz(1)
    for k, c in enumerate(reversed(f.coeffs())):
        scale *= (c * scale**k).denominator
    return scale


def _factorizations(f: fmpz_poly) -> Iterator[tuple[int, list[nmod_poly]]]:
    """The irreducible factors of f modulo each prime at which it keeps its degree and has no multiple factor."""
    for prime in primerange(_PRIME_BOUND):
        if f[f.degree()] % prime:
            _, factors = nmod_poly([int(c % prime) for c in f.coeffs()], prime).factor()
            if all(multiplicity == 1 for _, multiplicity in factors):
                yield prime, [factor for factor, _ in factors]


def _fewest_factors(f: fmpz_poly) -> tuple[int, list[nmod_poly]]:
    """A prime modulo which the irreducible polynomial f has few factors, and these factors."""
    best: tuple[int, list[nmod_poly]] | None = None
    for prime, factors in islice(_factorizations(f), _PRIMES_TRIED):
        if best is None or len(factors) < len(best[1]):
            best = prime, factors
        if len(factors) == 1:
            break
    if best is None or len(best[1]) > _MOST_FACTORS:
        msg = (
            f"A factor of the characteristic polynomial has more than {_MOST_FACTORS} factors modulo each prime tried. "
            "A certificate file has at most so many. Use the result without the file."
        )
        spent = f.degree() if best is None else len(best[1])
        raise BudgetExceededError(msg, what="size", limit=_MOST_FACTORS, spent=spent)
    return best


def _lifted(f: fmpz_poly, factor: nmod_poly, prime: int, modulus: fmpz) -> list[fmpz]:
    """The monic factor of f modulo a power of the prime that is the given factor modulo the prime.

    With the cofactor h = f // g and s h = 1 modulo g, the next g is g + s f mod g: f = g h + r is zero modulo it to
    twice the precision.
    """
    precision = fmpz(prime)
    ring = fmpz_mod_poly_ctx(fmpz_mod_ctx(precision))
    g = ring([int(c) for c in factor.coeffs()])
    s = (ring(f.coeffs()) // g).inverse_mod(g)
    while precision < modulus:
        precision *= precision
        ring = fmpz_mod_poly_ctx(fmpz_mod_ctx(precision))
        g, s, whole = (ring([int(c) for c in h.coeffs()]) for h in (g, s, f))
        g += s * whole % g
        s = s * (2 - whole // g * s) % g
    return [fmpz(int(c)) % modulus for c in g.coeffs()]
