r"""Arithmetic in $L = K[\lambda]/p$, and vectors over it, in plain data.

An element is the tuple of its deg p coefficients over K, the constant one first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

from flint import fmpq, fmpq_poly
from sympy.polys.densearith import dup_mul, dup_rem
from sympy.polys.euclidtools import dup_invert
from sympy.polys.matrices import DomainMatrix

__all__ = ["Element", "ResidueRing"]

Element = tuple[Any, ...]


@dataclass(frozen=True)
class ResidueRing:
    """K[λ]/p for a polynomial p over a field K.

    Attributes:
        K: The SymPy domain of K.
        modulus: The coefficients of p, the constant one first.
    """

    K: Any
    modulus: tuple[Any, ...]

    @property
    def degree(self) -> int:
        """The degree of p."""
        return len(self.modulus) - 1

    def element(self, dup: Sequence[Any]) -> Element:
        """The class of a polynomial with the leading coefficient first."""
        rest = dup_rem(list(dup), list(reversed(self.modulus)), self.K)
        return (*reversed(rest), *[self.K.zero] * (self.degree - len(rest)))

    @property
    def generator(self) -> Element:
        """λ."""
        return self.element([self.K.one, self.K.zero])

    @property
    def derivative(self) -> Element:
        """p'(λ)."""
        return self.element([k * c for k, c in enumerate(self.modulus)][:0:-1])

    def add(self, x: Element, y: Element) -> Element:
        """The sum."""
        return tuple(a + b for a, b in zip(x, y, strict=True))

    def negative(self, x: Element) -> Element:
        """−x."""
        return tuple(-a for a in x)

    def _dup(self, x: Element) -> list[Any]:
        return list(dropwhile(lambda c: not c, reversed(x)))

    def mul(self, x: Element, y: Element) -> Element:
        """The product."""
        if self.K.is_QQ:
            return self._from_flint(_flint(x) * _flint(y) % _flint(self.modulus))
        return self.element(dup_mul(self._dup(x), self._dup(y), self.K))

    def inverse(self, x: Element) -> Element:
        """The inverse of an element that is coprime to p."""
        if self.K.is_QQ:
            divisor, factor, _ = _flint(x).xgcd(_flint(self.modulus))
            return self._from_flint(factor / divisor[0])
        return self.element(dup_invert(self._dup(x), list(reversed(self.modulus)), self.K))

    def _from_flint(self, f: fmpq_poly) -> Element:
        return tuple(self.K(int(c.p), int(c.q)) for c in (f[i] for i in range(self.degree)))

    def power(self, x: Element, k: int) -> Element:
        """xᵏ; for a negative k, x is coprime to p."""
        if k < 0:
            return self.power(self.inverse(x), -k)
        if k == 0:
            return self.element([self.K.one])
        half = self.power(self.mul(x, x), k // 2)
        return self.mul(half, x) if k % 2 else half

    def scale(self, vector: Sequence[Sequence[Any]], x: Element) -> tuple[Element, ...]:
        """A vector times an element."""
        return tuple(self.mul(tuple(entry), x) for entry in vector)

    def subtract(self, u: Sequence[Element], v: Sequence[Element]) -> tuple[Element, ...]:
        """The difference of two vectors."""
        return tuple(tuple(a - b for a, b in zip(x, y, strict=True)) for x, y in zip(u, v, strict=True))

    def inner(self, u: Sequence[Element], v: Sequence[Element], conjugate: Callable[[Any], Any]) -> Element:
        """Σ ūᵢvᵢ, with a conjugation of K that fixes p, for a real λ."""
        total = [self.K.zero] * self.degree
        for x, y in zip(u, v, strict=True):
            term = self.mul(tuple(conjugate(c) for c in x), y)
            total = [a + b for a, b in zip(total, term, strict=True)]
        return tuple(total)

    def apply(self, A: Any, vector: Sequence[Element]) -> tuple[Element, ...]:
        """(A − λ)v for an n×n matrix A over K."""
        columns = [
            DomainMatrix([[x] for x in column], (len(vector), 1), self.K) for column in zip(*vector, strict=True)
        ]
        images = zip(*((A * w).to_list_flat() for w in columns), strict=True)
        return self.subtract(list(images), self.scale(vector, self.generator))

    def annihilates(self, A: Any, vector: Sequence[Element]) -> bool:
        """Whether a vector is a non-zero solution of (A − λ)v = 0."""
        return any(map(any, vector)) and not any(map(any, self.apply(A, vector)))


def _flint(coefficients: Sequence[Any]) -> fmpq_poly:
    """A polynomial over the rationals, its constant coefficient first, for FLINT's fast arithmetic."""
    return fmpq_poly([fmpq(int(c.numerator), int(c.denominator)) for c in coefficients])
