"""What a routine is given: one known matrix or a stack of them, as an array of a dtype in a memory layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import fill
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symeig.errors import InputError
from symeig.numeric.dyadic import DyadicMatrix, Stored
from symeig.numeric.formats import Format, format_of
from symeig.numeric.known import KnownMatrix
from symeig.numeric.layouts import PLAIN, Layout, Triangle

__all__ = ["Problem"]

# Integers up to here are written as they are, larger ones as odd numbers times powers of two.
READABLE = 10**9

# Below this number a power of two is multiplied out.
SMALL = 10**6

# Beyond this size only the nonzero entries are listed, where two of three are zero.
LARGEST_LISTED = 16


@dataclass(frozen=True, repr=False)
class Problem(Stored):
    """Known matrices of one size, as a routine gets them.

    Attributes:
        family: The family that they were drawn from.
        matrices: One, or those of a stack.
        dtype: Of the array; it holds the matrices exactly.
        layout: How the array lies in memory.
        stacked: Whether the array has a first axis that counts the matrices.
        size: n where a stack is empty, else whatever.
        folded: Whether a stack has two axes: (2, k/2, n, n) for an even number k.
        triangle: The triangle that the routine reads; only the other one is poisoned. None where all is read.

    Raises:
        InputError: There is not one matrix, and no stack; the matrices differ in size; the dtype does not hold them.

    Examples:
        >>> from symeig.numeric.known import KnownMatrix, Summand
        >>> A = KnownMatrix("random", (Summand.solved([[2, 1], [1, 3]]),), scale=41, note="a small matrix")
        >>> problem = Problem("random", (A,), "float32", Layout(order="F"))
        >>> print(problem.code("A"))
        A = np.array([[2, 1], [1, 3]], dtype=np.float32) * np.float32(2.0**41)
        A = A.swapaxes(-1, -2).copy().swapaxes(-1, -2)
        >>> problem.words
        'random: a small matrix (float32, 2×2, Fortran order)'
    """

    family: str
    matrices: tuple[KnownMatrix, ...]
    dtype: str
    layout: Layout = PLAIN
    stacked: bool = False
    size: int = 0
    triangle: Triangle | None = None
    folded: bool = False

    def __repr__(self) -> str:
        return f"Problem({self.words!r})"

    def __post_init__(self) -> None:
        dimensions = {A.dimension for A in self.matrices}
        if len(dimensions) > 1 or (len(self.matrices) != 1 and not self.stacked):
            given = ", ".join(f"{A.dimension}×{A.dimension}" for A in self.matrices) or "none"
            msg = f"The matrices are {given}. A problem has one matrix, or a stack of equal sizes. Split them."
            raise InputError(msg)
        for A in self.matrices:
            if not A.fits(self.dtype):
                msg = f"{A.note or 'A matrix'} is not exact in {self.dtype}. Every entry must be. Use a wider dtype."
                raise InputError(msg)

    @property
    def dimension(self) -> int:
        """n, for n×n matrices."""
        return self.matrices[0].dimension if self.matrices else self.size

    @property
    def axes(self) -> tuple[int, ...]:
        """The axes of the array before those of a matrix."""
        k = len(self.matrices)
        if not self.stacked:
            return ()
        return (2, k // 2) if self.folded else (k,)

    @cached_property
    def array(self) -> NDArray[Any]:
        """The array in C order, read-only: of shape (n, n), or (k, n, n) for a stack of k."""
        n = self.dimension
        arrays = [A.to_array(self.dtype) for A in self.matrices]
        array = np.array(arrays, format_of(self.dtype).dtype).reshape((*self.axes, n, n)) if self.stacked else arrays[0]
        array.flags.writeable = False
        return array

    @property
    def laid_out(self) -> NDArray[Any]:
        """A new array in the layout, with its poison."""
        return self.layout.apply(self.array, self.triangle)

    @property
    def words(self) -> str:
        """What it is, for a report."""
        n = self.dimension
        notes = "; ".join(dict.fromkeys(A.note for A in self.matrices if A.note)) or "no matrix"
        shape = f"stack of {'×'.join(map(str, self.axes))}, {n}×{n}" if self.stacked else f"{n}×{n}"
        parts = [self.dtype, shape, *([] if self.layout == PLAIN else [self.layout.words])]
        return f"{self.family}: {notes} ({', '.join(parts)})"

    def code(self, name: str = "A") -> str:
        """Python code that makes the same array in the same layout; it needs NumPy as `np`.

        Args:
            name: The variable that holds the array.
        """
        lines = list(self._code(name))
        if self.folded:
            lines.append(f"{name} = {name}.reshape({self.array.shape})")
        layout = self.layout.code(name, triangle=self.triangle, dtype=self.dtype)
        return "\n".join([*lines, layout] if layout else lines)

    def _code(self, name: str) -> Iterator[str]:
        target, n, k = format_of(self.dtype), self.dimension, len(self.matrices)
        matrices = [A.matrix for A in self.matrices]
        if not self.stacked:
            yield from _assigned(name, matrices[0], target, exists=False)
        elif k > 1 and len(set(matrices)) == 1:
            yield from _assigned(name, matrices[0], target, exists=False)
            yield f"{name} = np.stack([{name}] * {k})"
        else:
            yield f"{name} = np.zeros(({k}, {n}, {n}), dtype={_dtype(target)})"
            for number, M in enumerate(matrices):
                yield from _assigned(f"{name}[{number}]", M, target, exists=True)


def _dtype(target: Format) -> str:
    return "bool" if target.name == "bool" else f"np.{target.name}"


def _assigned(name: str, M: DyadicMatrix, target: Format, *, exists: bool) -> Iterator[str]:
    """Lines that give a matrix to a variable, or to a part of an array of zeros."""
    zeros = f"{name} = np.zeros({M.shape}, dtype={_dtype(target)})"
    if M.is_zero:
        if not exists:
            yield zeros
        return
    integers, exponent = _plain(M, target)
    sparse = M.shape[0] > LARGEST_LISTED and 3 * _nonzeros(M) < len(M.real)
    if integers is None:
        if not exists and (target.is_complex or sparse):
            yield zeros
        for part, numbers in (("real", M.real), ("imag", M.imag)):
            if any(numbers):
                yield from _by_exponents(
                    f"{name}.{part}" if target.is_complex else name, numbers, M, target, sparse=sparse
                )
        return
    factor = _factor(exponent, target)
    if not sparse:
        yield f"{name} = np.array({_rows(integers, M.shape[1])}, dtype={_dtype(target)})" + (
            f" * {factor}" if factor else ""
        )
        return
    if not exists:
        yield zeros
    entries = [f"({i}, {j}, {x})" for k, x in enumerate(integers) if x != "0" for i, j in [divmod(k, M.shape[1])]]
    yield from _loop("i, j, x", entries, f"{name}[i, j] = x")
    if factor:
        yield f"{name} *= {factor}"


def _nonzeros(M: DyadicMatrix) -> int:
    return sum(bool(x or y) for x, y in zip(M.real, M.imag or (0,) * len(M.real), strict=True))


def _plain(M: DyadicMatrix, target: Format) -> tuple[list[str] | None, int]:
    """The entries as integers that are easy to read and exact by themselves, and the exponent of their factor."""
    numbers = [*M.real, *M.imag]
    zeros = min((x & -x).bit_length() - 1 for x in numbers if x)
    exponent, largest = M.exponent + zeros, max(map(abs, numbers)) >> zeros
    if target.is_integer or (exponent > 0 and largest << exponent < SMALL):
        exponent = 0
    k = M.exponent - exponent
    real, imag = ([x << k if k >= 0 else x >> -k for x in part] for part in (M.real, M.imag or (0,) * len(M.real)))
    exact = all(target.holds(x, 0) for x in (*real, *imag))
    if not target.is_integer and (largest > READABLE or not exact):
        return None, 0
    return [_number(x, y) for x, y in zip(real, imag, strict=True)], exponent


def _number(real: int, imag: int) -> str:
    """A literal; not −2j, whose real part is −0."""
    return f"{real}{imag:+}j" if imag else str(real)


def _factor(exponent: int, target: Format) -> str:
    if not exponent:
        return ""
    if target.name in {"float64", "complex128"}:
        return f"2.0**{exponent}"
    if target.dtype.itemsize > 8 and target.precision > 53:
        return f"np.ldexp(np.longdouble(1), {exponent})"
    return f"np.{'float16' if target.precision == 11 else 'float32'}(2.0**{exponent})"


def _rows(numbers: Sequence[str], n: int) -> str:
    rows = [f"[{', '.join(numbers[i : i + n])}]" for i in range(0, len(numbers), n)]
    return f"[{', '.join(rows)}]" if n <= 4 else "[\n    " + ",\n    ".join(rows) + ",\n]"


def _loop(variables: str, entries: Sequence[str], body: str) -> Iterator[str]:
    listed = fill(", ".join(entries), 116, initial_indent="    ", subsequent_indent="    ", break_long_words=False)
    yield f"for {variables} in [\n{listed},\n]:\n    {body}"


def _by_exponents(name: str, numbers: Sequence[int], M: DyadicMatrix, target: Format, *, sparse: bool) -> Iterator[str]:
    """Entries as odd integers times powers of two, each its own."""
    n = M.shape[1]
    odd = [(x >> z, M.exponent + z) if x else (0, 0) for x in numbers for z in [max(0, (x & -x).bit_length() - 1)]]
    real = "np." + {11: "float16", 24: "float32", 53: "float64"}.get(target.precision, "longdouble")
    if sparse:
        entries = [f"({i}, {j}, {m}, {e})" for k, (m, e) in enumerate(odd) if m for i, j in [divmod(k, n)]]
        yield from _loop("i, j, m, e", entries, f"{name}[i, j] = np.ldexp({real}(m), e)")
        return
    mantissas, exponents = (_rows([str(pair[k]) for pair in odd], n) for k in (0, 1))
    place = f"{name}[:]" if name.endswith(("real", "imag")) else name
    yield f"{place} = np.ldexp(np.array({mantissas}, dtype={real}), {exponents})"
