r"""Reductions of the base field to finite fields, and what they prove.

A *residue map* sends a local ring of K onto $\mathbb{F}_q$: θ to a simple root of its minimal polynomial modulo q,
parameters to elements of $\mathbb{F}_q$. Two facts make it a source of proofs:

* Rank can only fall: columns that are independent over $\mathbb{F}_q$ are independent over K.
* The local ring is normal, so by Gauss's lemma the monic factors over K of a monic polynomial over the local ring
  reduce to factors over $\mathbb{F}_q$. The degree of a factor over K is therefore a sum of degrees of irreducible
  factors over $\mathbb{F}_q$, at every residue map.

References:
    [Coh93] §3.5 (factoring modulo primes); van der Waerden, Algebra, §61 (degrees of reductions).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from flint import fmpz, nmod_mat, nmod_poly
from sympy import prime

from symeig.exact.fields import BaseField
from symeig.exact.lattices import integers

__all__ = ["ResidueMap", "degrees_prove_irreducible", "residue_maps"]

# Primes below 2^61 fit one machine word and make an unlucky rank or determinant negligible; degrees of factors are
# found faster modulo smaller primes, where bad luck only costs another trial.
LARGE, SMALL = 2**61, 2**16

# Residue maps tried before irreducibility is left undecided. With a symmetric Galois group, 8 mostly suffice.
DEGREE_TRIALS = 24


@dataclass(frozen=True)
class ResidueMap:
    """A ring homomorphism from a local ring of K onto the integers modulo a prime.

    Attributes:
        field: K.
        prime: q.
        theta: The image of θ; 0 when K has no algebraic generator.
        parameters: The images of the other generators of K.
    """

    field: BaseField
    prime: int
    theta: int = 0
    parameters: tuple[int, ...] = ()

    def __call__(self, element: Any) -> int:
        """The image of an element.

        Raises:
            ZeroDivisionError: The element is not in the local ring: its denominator vanishes.
        """
        return self._image(element)

    @cached_property
    def _image(self) -> Callable[[Any], int]:
        """The map, chosen once for the kind of field."""
        if self.field.is_rational:
            return self._rational
        return self._fraction if self.field.has_parameters else self._number

    def _fraction(self, element: Any) -> int:
        numer, denom = (
            sum(self._number(c) * self._monomial(k) for k, c in part.terms()) % self.prime
            for part in (element.numer, element.denom)
        )
        return numer * self._inverse(denom) % self.prime

    def _monomial(self, exponents: tuple[int, ...]) -> int:
        value = 1
        for x, k in zip(self.parameters, exponents, strict=True):
            value = value * pow(x, k, self.prime) % self.prime
        return value

    def _number(self, element: Any) -> int:
        value = 0
        for c in reversed(self.field.numbers.coefficients(element)):
            value = value * self.theta + self._rational(c)
        return value % self.prime

    def _rational(self, q: Any) -> int:
        numerator = int(q.numerator) % self.prime
        return numerator if q.denominator == 1 else numerator * self._inverse(int(q.denominator)) % self.prime

    def _inverse(self, x: int) -> int:
        if x == 1:
            return 1
        if x % self.prime == 0:
            msg = f"{x} vanishes modulo {self.prime}"
            raise ZeroDivisionError(msg)
        return pow(x, -1, self.prime)

    def polynomial(self, coefficients: Sequence[Any]) -> nmod_poly:
        """The image of a polynomial with the given ascending coefficients."""
        return nmod_poly(list(map(self._image, coefficients)), self.prime)

    def matrix(self, M: Any) -> nmod_mat:
        """The image of a `DomainMatrix` over K, or over ZZ; at most as large in rank as the matrix itself."""
        if M.domain.is_ZZ:
            return nmod_mat(integers(M), self.prime)
        return nmod_mat(*M.shape, [self._image(x) for row in M.to_list() for x in row], self.prime)

    def rank(self, vectors: Sequence[Sequence[Any]]) -> int:
        """The rank of vectors over K after reduction, at most their rank over K."""
        rows = [[self._image(x) for x in v] for v in vectors]
        return int(nmod_mat(rows, self.prime).rank()) if rows else 0

    def pivots(self, columns: Sequence[Sequence[int]]) -> list[int]:
        """The numbers of the columns over the integers modulo q that are independent of those before them."""
        reduced, rank = nmod_mat([list(c) for c in columns], self.prime).transpose().rref()
        found, j = [], 0
        for i in range(rank):
            while not int(reduced[i, j]):
                j += 1
            found.append(j)
        return found


@lru_cache(maxsize=256)
def _maps(field: BaseField, bound: int, count: int) -> tuple[ResidueMap, ...]:
    """The first residue maps modulo primes below a bound."""
    if not count:
        return ()
    earlier = _maps(field, bound, count - 1)
    q = earlier[-1].prime if earlier else bound + 1
    while True:
        q -= 2
        theta = _simple_root(field, q) if fmpz(q).is_probable_prime() else None
        if theta is not None:
            # Powers of different primes: images of the parameters that obey no small relation.
            parameters = tuple(pow(prime(i + 1), 1_000_003, q) for i in range(len(field.generators)))
            return (*earlier, ResidueMap(field, q, theta, parameters))


def _simple_root(field: BaseField, q: int) -> int | None:
    """A simple root of θ's minimal polynomial modulo q, or None."""
    if not field.numbers.generators:
        return 0
    modulus = field.numbers.modulus
    if any(int(c.denominator) % q == 0 for c in modulus):
        return None
    reduced = nmod_poly([int(c.numerator) * pow(int(c.denominator), -1, q) for c in reversed(modulus)], q)
    roots = [int(r) for r, multiplicity in reduced.roots() if multiplicity == 1]
    return min(roots) if roots else None


def residue_maps(field: BaseField, bound: int = LARGE) -> Iterator[ResidueMap]:
    """Residue maps of a field modulo primes below an even bound, always the same ones in the same order."""
    for count in itertools.count(1):
        yield _maps(field, bound, count)[-1]


def degrees_prove_irreducible(polynomial: Sequence[Any], field: BaseField) -> bool:
    r"""Whether the degrees of factors modulo primes prove a polynomial irreducible.

    Args:
        polynomial: Coefficients over K, the constant one first, the leading one 1; degree d ≥ 1.
        field: K.

    Returns:
        True: it is irreducible over K. False: not decided.

    Notes:
        The possible degrees of a factor over K are intersected over residue maps until only 0 and d remain. For
        polynomials whose Galois group has no element of suitable cycle type ($x^4 + 1$) they never do.
    """
    d = len(polynomial) - 1
    if d <= 1:
        return d == 1
    possible = (1 << (d + 1)) - 1
    for residue in itertools.islice(residue_maps(field, SMALL), DEGREE_TRIALS):
        try:
            reduced = residue.polynomial(polynomial)
        except ZeroDivisionError:
            continue
        if reduced.degree() < d:
            continue
        sums = 1
        for factor, multiplicity in reduced.factor()[1]:
            for _ in range(multiplicity):
                sums |= sums << factor.degree()
        possible &= sums
        if possible == 1 | (1 << d):
            return True
    return False
