r"""Linear recurrences, iterated maps and systems of differential equations in closed form.

All are a function of a matrix times a vector: $x_n = A^n x_0$, $x(t) = e^{tA} x_0$, and a recurrence of order k is the
iterated map of its companion matrix. A constant b in $x_{n+1} = A x_n + b$ or $x' = Ax + b$ is one more coordinate,
which is always 1, so nothing special happens where A − I, or A, is singular. With parameters results are those for
general values: where no denominator in them is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Expr, ImmutableMatrix

from symeig.errors import InputError, NotSquareError
from symeig.exact.covariants import frobenius_covariants
from symeig.exact.fields import BaseField
from symeig.exact.functions import GermAt, exponential, function_of_matrix, integer_power, power
from symeig.exact.proved import as_expressions, field_of, matrix_over, proved_components
from symeig.reading import ExactMatrix, read_matrix, read_scalar, read_vector
from symeig.reading.entries import FloatReading
from symeig.reading.scalars import Rows

__all__ = ["flow", "iterate", "recurrence"]


def iterate(
    A: Any, start: Any, n: Any = "n", *, constant: Any = None, floats: FloatReading = "decimal"
) -> ImmutableMatrix:
    r"""The n-th vector of $x_{n+1} = A x_n + b$, in closed form.

    Args:
        A: k×k, in any form that `eigensystem` takes.
        start: $x_0$, with k entries.
        n: A number of steps, or a letter that stands for any.
        constant: b, with k entries; 0 if it is not given.
        floats: How floats are read.

    Returns:
        $x_n$, k×1. With a letter it is right for all n ≥ 0, singular matrices included.

    Raises:
        NotSquareError: A has different numbers of rows and columns.
        InputError: A vector has another number of entries.
        SingularMatrixError: n is negative, and A is singular.

    Examples:
        Two accounts, at 5 % and 3 %, after 100 years; the first with a deposit of 1 each year:

        >>> iterate([[1.05, 0], [0, 1.03]], [1, 1], 100).evalf(8)
        Matrix([
        [131.50126],
        [19.218632]])
        >>> iterate([["1.05", 0], [0, "1.03"]], [1, 1], constant=[1, 0])
        Matrix([
        [21*(21/20)**n - 20],
        [      (103/100)**n]])
    """
    steps = read_scalar(n, "The number of steps")
    given, x = _augmented(A, start, constant, 1, floats)
    if not steps.is_Integer:
        return _solution(given, x, power(steps), constant)
    field = _common_field(given, x)
    components, _ = proved_components(given, field)
    image = integer_power(matrix_over(given, field), int(steps), components, field) * matrix_over(x, field)
    return _without_last(as_expressions(image, field), constant)


def flow(
    A: Any, start: Any, t: Any = "t", *, constant: Any = None, floats: FloatReading = "decimal"
) -> ImmutableMatrix:
    """The solution of x' = Ax + b with x(0) given, at the time t.

    Args:
        A: k×k, in any form that `eigensystem` takes.
        start: x(0), with k entries.
        t: A number or an expression.
        constant: b, with k entries; 0 if it is not given.
        floats: How floats are read.

    Returns:
        x(t), k×1.

    Raises:
        NotSquareError: A has different numbers of rows and columns.
        InputError: A vector has another number of entries.

    Examples:
        >>> flow([[0, 1], [-1, 0]], [1, 0])
        Matrix([
        [ cos(t)],
        [-sin(t)]])
        >>> flow([[0]], [5], constant=[2])
        Matrix([[2*t + 5]])
    """
    time = read_scalar(t, "The time")
    given, x = _augmented(A, start, constant, 0, floats)
    return _solution(given, x, exponential(time), constant)


def recurrence(
    coefficients: Sequence[Any], initial: Sequence[Any], n: Any = "n", *, floats: FloatReading = "decimal"
) -> Expr:
    r"""The n-th term of $a_n = c_1 a_{n-1} + \dots + c_k a_{n-k}$, in closed form.

    Args:
        coefficients: $c_1, \dots, c_k$.
        initial: $a_0, \dots, a_{k-1}$.
        n: A number, or a letter that stands for any.
        floats: How floats are read.

    Returns:
        $a_n$, right for all n ≥ 0.

    Raises:
        InputError: There are other numbers of coefficients than of initial values, or none.

    Examples:
        >>> recurrence([1, 1], [0, 1])
        -sqrt(5)*(1/2 - sqrt(5)/2)**n/5 + sqrt(5)*(1/2 + sqrt(5)/2)**n/5
        >>> recurrence([4, -4], [1, 4])
        2**n*n + 2**n
    """
    k = len(initial)
    if not k or len(coefficients) != k:
        msg = (
            f"There are {len(coefficients)} coefficients and {k} initial values. A recurrence of order k has k of each,"
            " k at least 1. Give as many of one as of the other."
        )
        raise InputError(msg)
    read = read_vector(coefficients, k, floats=floats)
    companion = [[int(j == i + 1) for j in range(k)] for i in range(k - 1)]
    rows = (*map(tuple, companion), tuple(c for (c,) in reversed(read.rows)))
    return iterate(ExactMatrix(rows, (k, k)), initial, n, floats=floats)[0]


def _augmented(A: Any, start: Any, constant: Any, corner: int, floats: FloatReading) -> tuple[ExactMatrix, ExactMatrix]:
    """The matrix and the vector, with one more coordinate where there is a constant."""
    given = read_matrix(A, floats=floats)
    n, columns = given.shape
    if n != columns:
        msg = f"The matrix has {n} rows and {columns} columns. A map that can be iterated needs a square matrix."
        raise NotSquareError(msg, shape=given.shape)
    x = read_vector(start, n, floats=floats)
    if constant is None:
        return ExactMatrix(given.rows, given.shape), x
    b = read_vector(constant, n, floats=floats)
    rows: Rows = tuple((*row, *entry) for row, entry in zip(given.rows, b.rows, strict=True))
    return ExactMatrix((*rows, (*[0] * n, corner)), (n + 1, n + 1)), ExactMatrix((*x.rows, (1,)), (n + 1, 1))


def _solution(given: ExactMatrix, x: ExactMatrix, germ_at: GermAt, constant: Any) -> ImmutableMatrix:
    """f(A)x, without the coordinate that a constant added."""
    field = _common_field(given, x)
    A, X = matrix_over(given, field), matrix_over(x, field)
    covariants = frobenius_covariants(A, proved_components(given, field)[0], field)
    return _without_last(function_of_matrix(x.shape, [Z.times(X) for Z in covariants], germ_at), constant)


def _without_last(x: ImmutableMatrix, constant: Any) -> ImmutableMatrix:
    return x if constant is None else x[:-1, :]


def _common_field(given: ExactMatrix, x: ExactMatrix) -> BaseField:
    """The field that the entries of a matrix and of a vector generate."""
    field_of(x)
    entries = tuple((entry,) for row in (*given.rows, *x.rows) for entry in row)
    return field_of(given) if not entries else field_of(ExactMatrix(entries, (len(entries), 1)))
