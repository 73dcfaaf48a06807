r"""The quadratic form of a Hermitian matrix in eigen-coordinates, and the extreme values of its Rayleigh quotient.

With A Q = Q D, Q unitary and y = Qᴴx, the form is $x^H A x = \sum_i \lambda_i |y_i|^2$ and $x^H x = \sum_i |y_i|^2$. So
the quotient of the two is a weighted mean of the eigenvalues: its least value is the least eigenvalue, reached at the
eigenvectors of that one alone, and its greatest value the greatest one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Abs, Expr, ImmutableMatrix, Integer, Mul, Symbol

from symeig.errors import InputError, UndecidedError
from symeig.exact.conditions import Condition
from symeig.exact.eigensystem import Eigenspace, Eigensystem, eigensystem
from symeig.exact.eigenvalues import Eigenvalue, surd
from symeig.exact.fields import BaseField
from symeig.exact.orthogonal import require_hermitian
from symeig.exact.proved import elements_of, field_of
from symeig.exact.sign_conditions import sign_conditions
from symeig.reading import ExactMatrix, read_vector
from symeig.reading.entries import FloatReading

__all__ = ["Rayleigh", "extremes", "rayleigh"]


@dataclass(frozen=True)
class Rayleigh:
    """The quadratic form xᴴAx and the Rayleigh quotient xᴴAx / xᴴx of a Hermitian matrix.

    Attributes:
        system: The eigensystem of A.
        lowest: The eigenspace of the least eigenvalue.
        highest: The eigenspace of the greatest eigenvalue.

    Examples:
        >>> R = rayleigh([[2, 1], [1, 2]])
        >>> R.minimum, R.maximum
        (Eigenvalue(1), Eigenvalue(3))
        >>> R.maximisers
        (Matrix([
        [sqrt(2)/2],
        [sqrt(2)/2]]),)
        >>> R.form
        y1**2 + 3*y2**2
        >>> R.at([1, 0])
        2
    """

    system: Eigensystem
    lowest: Eigenspace
    highest: Eigenspace

    def __repr__(self) -> str:
        return f"Rayleigh({self.matrix.tolist()})"

    @property
    def matrix(self) -> ImmutableMatrix:
        """A."""
        return self.system.matrix

    @property
    def minimum(self) -> Eigenvalue:
        """The least value of xᴴAx on the unit sphere: the least eigenvalue."""
        return self.lowest.eigenvalue

    @property
    def maximum(self) -> Eigenvalue:
        """The greatest value of xᴴAx on the unit sphere: the greatest eigenvalue."""
        return self.highest.eigenvalue

    @property
    def minimisers(self) -> tuple[ImmutableMatrix, ...]:
        """An orthonormal basis of the vectors at which the minimum is reached."""
        return self._columns(self.lowest)

    @property
    def maximisers(self) -> tuple[ImmutableMatrix, ...]:
        """An orthonormal basis of the vectors at which the maximum is reached."""
        return self._columns(self.highest)

    def _columns(self, wanted: Eigenspace) -> tuple[ImmutableMatrix, ...]:
        """The columns of Q that belong to an eigenspace."""
        owners = [space.eigenvalue for space in self.system.eigenspaces for _ in space.block_sizes]
        return tuple(self.Q[:, j] for j, owner in enumerate(owners) if owner == wanted.eigenvalue)

    @cached_property
    def Q(self) -> ImmutableMatrix:
        """Orthonormal eigenvectors, in the order of `values`: x = Qy and y = Qᴴx."""
        return self.system.orthogonal().Q

    @property
    def values(self) -> tuple[Expr, ...]:
        """λ₁, …, λₙ, the eigenvalues with multiplicity, in order."""
        return tuple(s.eigenvalue.expr for s in self.system.eigenspaces for _ in s.block_sizes)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What Q takes for granted of parameters."""
        return self.system.orthogonal().conditions

    @property
    def form(self) -> Expr:
        """Σ λᵢyᵢ² in symbols y1, …, yn, real ones for a real matrix; Σ λᵢ|yᵢ|² in complex ones for another."""
        real = self.system.field.is_real
        coordinates = [Symbol(f"y{i}", real=real or None) for i in range(1, len(self.values) + 1)]
        squares = [y**2 if real else Abs(y) ** 2 for y in coordinates]
        return sum((value * square for value, square in zip(self.values, squares, strict=True)), Integer(0))

    def at(self, x: Any, *, floats: FloatReading = "decimal") -> Expr:
        """The quotient xᴴAx / xᴴx at a vector, exactly.

        Args:
            x: n entries, not all 0, as for `read_vector`; parameters are taken to be real.
            floats: How floats are read, as for `eigensystem`.

        Raises:
            InputError: x has another number of entries, or is 0.
            UnsupportedEntryError: An entry cannot be computed with exactly.

        Examples:
            >>> from sympy import sqrt
            >>> rayleigh([[2, 1], [1, 2]]).at([1, sqrt(2)])
            2*sqrt(2)/3 + 2
        """
        n = self.system.dimension
        entries = (entry for (entry,) in read_vector(x, n, floats=floats).rows)
        both = ExactMatrix((*self.system.given.rows, tuple(entries)), (n + 1, n))
        field = field_of(both)
        *A, v = elements_of(both, field)
        conjugates = [field.conjugate(c) for c in v]
        square = sum((c * d for c, d in zip(conjugates, v, strict=True)), field.domain.zero)
        if not square:
            msg = "The vector is 0. The Rayleigh quotient divides by its length. Give a vector that is not 0."
            raise InputError(msg)
        image = [sum((a * c for a, c in zip(row, v, strict=True)), field.domain.zero) for row in A]
        return field.to_sympy(sum((c * y for c, y in zip(conjugates, image, strict=True)), field.domain.zero) / square)


def rayleigh(A: Any, *, floats: FloatReading = "decimal") -> Rayleigh:
    r"""The quadratic form of a Hermitian matrix in eigen-coordinates, and its extreme values on the unit sphere.

    Args:
        A: n×n and Hermitian, n ≥ 1, as for `eigensystem`; parameters are taken to be real.
        floats: How floats are read, as for `eigensystem`.

    Returns:
        The least and greatest value with an orthonormal basis of the vectors where they are reached, the form
        $\sum_i \lambda_i |y_i|^2$ with Q, and the quotient at any vector.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        NotHermitianError: A is not its own conjugate transpose.
        InputError: The matrix has no rows: there is no unit vector.
        UndecidedError: It depends on parameters which eigenvalue is the least or the greatest.

    Notes:
        A Q = Q D and QᴴQ = I are proved before Q is returned (`Eigensystem.orthogonal`); the order of the eigenvalues
        is proved by balls around the roots of their minimal polynomials.

    References:
        [HJ13] Thm 4.2.2 (Rayleigh).

    Examples:
        >>> R = rayleigh([[1, 2], [2, 1]])
        >>> R.minimum, R.maximum, R.form
        (Eigenvalue(-1), Eigenvalue(3), -y1**2 + 3*y2**2)
        >>> x = R.minimisers[0]
        >>> R.at(x) == R.minimum.expr
        True
    """
    system = eigensystem(A, floats=floats)
    need = "Its form xᴴAx is not real for all x. Give a symmetric (Hermitian) matrix; xᵀAx has (A + Aᵀ)/2."
    require_hermitian(elements_of(system.given, system.field), system.field, need)
    if not system.dimension:
        msg = "The matrix has no rows, so there is no vector of length 1. Give a matrix with at least one row."
        raise InputError(msg)
    lowest, highest = extremes(system)
    return Rayleigh(system, lowest, highest)


def extremes(system: Eigensystem) -> tuple[Eigenspace, Eigenspace]:
    """The eigenspaces of the least and of the greatest eigenvalue of a Hermitian matrix with at least one row.

    Raises:
        UndecidedError: It depends on parameters which ones these are.
    """
    spaces = system.eigenspaces
    if not system.field.has_parameters:
        return spaces[0], spaces[-1]
    lowest = next((s for s in spaces if all(_is_at_most(s, other) for other in spaces)), None)
    highest = next((s for s in spaces if all(_is_at_most(other, s) for other in spaces)), None)
    if lowest is None or highest is None:
        values = ", ".join(str(s.eigenvalue) for s in spaces)
        question = f"Which of the eigenvalues {values} is the least, and which one the greatest?"
        msg = f"{question} It depends on parameters. Declare what is known of them, or substitute values."
        helpful = (f"values for {', '.join(map(str, sorted(system.matrix.free_symbols, key=str)))}",)
        raise UndecidedError(msg, question=question, assumptions_that_help=helpful)
    return lowest, highest


def _is_at_most(one: Eigenspace, other: Eigenspace) -> bool:
    """Whether an eigenvalue is known not to be greater than another one."""
    x, y = one.eigenvalue, other.eigenvalue
    if one is other:
        return True
    if x.degree == y.degree == 1:
        return _is_never_negative(
            x.coefficients[0] / x.coefficients[1] - y.coefficients[0] / y.coefficients[1], x.field
        )
    if one.component is other.component and x.degree == 2:
        # y − x = 2βR with a root R that is real, and not negative where the number before it is positive.
        _, beta, R = surd(y)
        is_positive = all(f.is_positive for f in Mul.make_args(R) if not f.free_symbols)
        return is_positive and _is_never_negative(beta, x.field)
    return False


def _is_never_negative(element: Any, field: BaseField) -> bool:
    conditions = sign_conditions([element], field)
    return all(conditions.products[0].sign(vector) >= 0 for vector in conditions.vectors())
