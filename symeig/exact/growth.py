r"""How the iterates Aᵏv of a linear map grow, exactly.

The minimal polynomial $\mu_v$ of v, the monic one of least degree with $\mu_v(A) v = 0$, says it all: its roots are the
eigenvalues in which v has a component, and the exponent m of λ in it is the index of that component. With ρ the largest
modulus of a root, and m the largest exponent of a root of that modulus, $\|A^k v\|$ is of the order of
$k^{m-1} \rho^k$.

References:
    Gantmacher, F. R.: The Theory of Matrices I (1959), ch. VII §1 (minimal polynomial of a vector). [HJ13] §3.2.5 (how
    powers of Jordan blocks grow).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flint import arb
from sympy import Expr, Integer

from symeig.errors import InputError, NoLimitError, UndecidedError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.iterates import Iterates
from symeig.exact.moduli import SpectralRadius, by_modulus
from symeig.exact.polynomials import FactoredPolynomial
from symeig.exact.power_iteration import PowerIteration, observe
from symeig.exact.proved import elements_of, field_of, proved_components
from symeig.exact.rounding import nearest_double
from symeig.reading import ExactMatrix, read_vector
from symeig.reading.entries import FloatReading

__all__ = ["Growth", "circular_law", "growth"]


@dataclass(frozen=True)
class Growth:
    """The iterates v, Av, A²v, … of a linear map, and how fast they grow.

    Norms are Euclidean. Where no start vector was given, v is the identity matrix: the iterates are the powers of A,
    and norms are Frobenius norms.

    Attributes:
        system: The eigensystem of A, over a field that contains the entries of v too.
        start: v.
        steps: The number of steps that are shown.

    Examples:
        >>> from symeig import growth
        >>> fibonacci = growth([[1, 1], [1, 0]], [1, 0], steps=30)
        >>> fibonacci.rate.expr, fibonacci.degree
        (1/2 + sqrt(5)/2, 0)
        >>> fibonacci.squared_norms[:4], fibonacci.ratios[-1]
        ((1, 2, 5, 13), 1.618033988749895)
    """

    system: Eigensystem
    start: ExactMatrix
    steps: int

    @property
    def field(self) -> BaseField:
        """The field K of the entries of A and v."""
        return self.system.field

    @cached_property
    def spectral_radius(self) -> SpectralRadius:
        """The spectral radius of A: the growth of almost every v."""
        return by_modulus(self.system.eigenvalues)[0]

    @cached_property
    def minpoly(self) -> FactoredPolynomial:
        """The minimal polynomial of v: its roots are the eigenvalues in which v has a component."""
        powers = [(c.coefficients, self._index(k)) for k, c in enumerate(self.system.components)]
        return FactoredPolynomial(self.field, tuple((p, m) for p, m in powers if m))

    def _index(self, number: int) -> int:
        """The least m with pᵐ(A)w = 0, where w is v without its components in the roots of the other factors."""
        A, w = self._iterates.A, self._iterates.v
        for k, other in enumerate(self.system.components):
            for _ in range(0 if k == number else other.index):
                w = _polynomial_times(other.coefficients, A, w)
        index = 0
        while not w.is_zero_matrix:
            w = _polynomial_times(self.system.components[number].coefficients, A, w)
            index += 1
        return index

    @cached_property
    def _groups(self) -> tuple[SpectralRadius, ...]:
        """The eigenvalues in which v has a component, by modulus, the largest first."""
        factors = [p for p, _ in self.minpoly.powers]
        return by_modulus([x for x in self.system.eigenvalues if x.coefficients in factors])

    @property
    def rate(self) -> SpectralRadius:
        """ρ, the largest modulus of an eigenvalue in which v has a component: ‖Aᵏv‖ is of the order of kᵈρᵏ."""
        return self._groups[0]

    @property
    def degree(self) -> int:
        """d, in the order kᵈρᵏ of ‖Aᵏv‖; where ρ = 0, Aᵏv = 0 for all k > d, and Aᵈv is not 0."""
        return max(map(self._exponent, self.rate.eigenvalues)) - 1

    def _exponent(self, eigenvalue: Eigenvalue) -> int:
        return next(m for p, m in self.minpoly.powers if p == eigenvalue.coefficients)

    @property
    def dominant(self) -> tuple[Eigenvalue, ...]:
        """The eigenvalues that Aᵏv is governed by in the long run: those of modulus ρ with the index d + 1."""
        return tuple(x for x in self.rate.eigenvalues if self._exponent(x) == self.degree + 1)

    @property
    def misses_spectral_radius(self) -> bool:
        """Whether v has no component in any eigenvalue of largest modulus, and so grows slower than most vectors."""
        return not set(self.rate.eigenvalues) <= set(self.spectral_radius.eigenvalues)

    @property
    def settles(self) -> bool:
        """Whether the norms of the rescaled iterates (A/ρ)ᵏv stay between two positive numbers: ρ > 0 and d = 0."""
        return self.degree == 0 and not self._vanishes

    @property
    def _vanishes(self) -> bool:
        """Whether Aᵏv = 0 for large k."""
        return not any(self.rate.eigenvalues[0].coefficients[:-1])

    @cached_property
    def _iterates(self) -> Iterates:
        return Iterates(self.system.given, self.start, self.field, self.steps)

    @cached_property
    def squared_norms(self) -> tuple[Expr, ...]:
        """‖Aᵏv‖² for k from 0 to `steps`, exactly."""
        return tuple(self.field.to_sympy(self._iterates.squared_norm(k)) for k in range(self.steps + 1))

    @cached_property
    def norms(self) -> tuple[float, ...]:
        """‖Aᵏv‖ for k from 0 to `steps`: the doubles nearest to the exact values."""
        return tuple(nearest_double(self._iterates.norm(k)) for k in range(self.steps + 1))

    @cached_property
    def ratios(self) -> tuple[float, ...]:
        """‖Aᵏ⁺¹v‖/‖Aᵏv‖ for k below `steps`, as doubles, as long as Aᵏv is not 0."""
        return tuple(nearest_double(self._ratio(k)) for k in range(self.steps) if not self._iterates.is_zero(k))

    def _ratio(self, k: int) -> Callable[[int], arb]:
        above, below = self._iterates.norm(k + 1), self._iterates.norm(k)
        return lambda precision: above(precision) / below(precision)

    @cached_property
    def rescaled(self) -> tuple[float, ...]:
        """The norms of (A/ρ)ᵏv for k from 0 to `steps`, as doubles; they settle where d = 0.

        Raises:
            NoLimitError: ρ = 0: the iterates become 0.
        """
        self._require_nonzero_rate()
        return tuple(nearest_double(self._rescaled_norm(k)) for k in range(self.steps + 1))

    def _rescaled_norm(self, k: int) -> Callable[[int], arb]:
        norm = self._iterates.norm(k)
        return lambda precision: norm(precision) / self.rate.ball(precision) ** k

    def _require_nonzero_rate(self) -> None:
        if self._vanishes:
            msg = (
                f"Aᵏv = 0 for k > {self.degree}: v has a component in no eigenvalue but 0. A direction, or a rate to"
                " divide by, needs another one. Give a v with a component in another eigenvalue."
            )
            raise NoLimitError(msg, eigenvalues=())

    @cached_property
    def power_iteration(self) -> PowerIteration:
        """Power iteration from v: estimates, their errors, and the rate of convergence beside the exact one.

        Raises:
            NoLimitError: The directions of Aᵏv do not converge: several eigenvalues dominate, such as λ and −λ or a
                complex pair, or the iterates become 0.
        """
        self._require_nonzero_rate()
        if len(self.dominant) > 1:
            msg = (
                f"The directions of Aᵏv do not converge: {len(self.dominant)} eigenvalues have the same modulus"
                f" {float(self.rate):g}. Power iteration needs one that dominates. Give another v, or add a multiple of"
                " the identity to A."
            )
            raise NoLimitError(msg, eigenvalues=self.dominant)
        (eigenvalue,) = self.dominant
        if self.degree:
            rate: Expr = Integer(1)
        else:
            rate = self._groups[1].expr / self.rate.expr if len(self._groups) > 1 else Integer(0)
        return observe(self._iterates, self.minpoly.coefficients, eigenvalue, self.degree + 1, rate)

    def __reduce__(self) -> tuple[Any, ...]:
        return Growth, (self.system, self.start, self.steps)

    def __repr__(self) -> str:
        return f"Growth({self.system.matrix.tolist()}, steps={self.steps})"


def growth(A: Any, v: Any = None, *, steps: int = 100, floats: FloatReading = "decimal") -> Growth:
    r"""How the iterates of a linear map grow: rate, degree and norms of Aᵏv, exactly.

    Args:
        A: n×n, n ≥ 1, as for `eigensystem`, without parameters.
        v: The start vector, n numbers that are not all 0. Without one the powers of A are looked at, by their
            Frobenius norms.
        steps: How many steps are shown, at least 1.
        floats: How floats are read, as for `eigensystem`: "binary" for doubles of a computation that is looked at.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        InputError: v has another length, or is 0; or `steps` is below 1.
        UndecidedError: A or v has parameters.
        BudgetExceededError: The iterates would not fit into memory.

    Notes:
        The components of v are found from its minimal polynomial, over the field of the entries. Numbers that are
        displayed as floats are the doubles nearest to exact values.

    Examples:
        >>> g = growth([[3, 1], [0, 2]], [1, 1])
        >>> g.rate.expr, g.power_iteration.direction.T, g.power_iteration.rate
        (3, Matrix([[2, 0]]), 2/3)
        >>> g = growth([[3, 1], [0, 2]], [1, -1])
        >>> g.rate.expr, g.misses_spectral_radius
        (2, True)
        >>> growth([[1, 1, 0], [0, 1, 1], [0, 0, 1]], [0, 0, 1]).degree
        2
    """
    if steps < 1:
        msg = f"The number of steps is {steps}. At least 1 is needed. Give a positive number."
        raise InputError(msg)
    S = eigensystem(A, floats=floats)
    n = S.dimension
    start = _identity(n) if v is None else read_vector(v, n, floats=floats)
    joined = ExactMatrix(
        tuple((*a, *b) for a, b in zip(S.given.rows, start.rows, strict=True)), (n, n + start.shape[1])
    )
    field = field_of(joined)
    if field.has_parameters:
        question = "How fast do the iterates grow?"
        msg = f"{question} It depends on {', '.join(map(str, field.generators))}. Substitute values."
        raise UndecidedError(msg, question=question, assumptions_that_help=())
    if field != S.field:
        S = Eigensystem(S.given, field, *proved_components(S.given, field))
    if not any(any(row) for row in elements_of(start, field)):
        msg = "The start vector is 0, and so are its iterates. Growth needs another one. Give a vector that is not 0."
        raise InputError(msg)
    return Growth(S, start, steps)


def _identity(n: int) -> ExactMatrix:
    return ExactMatrix(tuple(tuple(int(i == j) for j in range(n)) for i in range(n)), (n, n))


def _polynomial_times(coefficients: Sequence[Any], A: Any, w: Any) -> Any:
    """p(A)w by Horner's rule, the constant coefficient of p given first."""
    K = A.domain
    total = w * K.convert(coefficients[-1])
    for c in coefficients[-2::-1]:
        total = A * total + w * K.convert(c)
    return total


def circular_law(sizes: Sequence[int] = (10, 50, 250), *, seed: int = 8675309) -> tuple[tuple[int, float], ...]:
    """An experiment with floats: the largest modulus of an eigenvalue of a random n×n matrix, divided by √n.

    Entries are independent standard normal numbers. By the circular law the eigenvalues, divided by √n, fill the unit
    disc evenly for large n, and the largest modulus tends to 1. Nothing here is exact or proved.

    Args:
        sizes: The sizes n, each with a matrix of its own.
        seed: Of NumPy's legacy generator, which gives the same numbers everywhere.

    Returns:
        Pairs (n, largest modulus/√n).

    References:
        Tao, T., Vu, V.: Random matrices: universality of ESDs and the circular law. Ann. Probab. 38 (2010) 2023–2065.
        Geman, S.: The spectral radius of large random matrices. Ann. Probab. 14 (1986) 1318–1328.

    Examples:
        >>> [(n, round(modulus, 2)) for n, modulus in circular_law([10, 200])]
        [(10, 0.79), (200, 1.02)]
    """
    import numpy as np  # noqa: PLC0415  (numpy is slow to import)

    random = np.random.RandomState(seed)
    return tuple(
        (n, float(max(abs(np.linalg.eigvals(random.randn(n, n))), default=0) / max(n, 1) ** 0.5)) for n in sizes
    )
