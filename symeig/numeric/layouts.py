"""How an array lies in memory when a routine gets it.

Equal matrices are equal problems, whatever their strides, byte order or flags, and whatever stands in a triangle that
the routine promises not to read. A `Layout` says how a matrix, or a stack of them, is handed over, makes such an array,
and shows the code that makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from symeig.errors import InputError

__all__ = ["PLAIN", "Layout", "Triangle"]

Triangle = Literal["lower", "upper"]

# Stands between the elements of a larger buffer where the dtype has no NaN.
FILLER = 77

# What turns an array over, and back.
TURNS: dict[str, Any] = {
    "none": ...,
    "rows": (..., slice(None, None, -1), slice(None)),
    "both": (..., slice(None, None, -1), slice(None, None, -1)),
}

POISONS = {
    "none": "",
    "nan": "NaN in the triangle that is not read",
    "inf": "infinities in the triangle that is not read",
    "junk": "junk in the triangle that is not read",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The memory layout of an array of shape (…, n, n), and what stands where it must not be read.

    Attributes:
        order: Which of the last two axes is contiguous: "C" the last one, "F" the last but one.
        step: One in so many elements of a larger buffer is taken, along both matrix axes; NaN stands between, or 77 in
            dtypes without NaN.
        reverse: Which strides are negative: those of the "rows", of "both" matrix axes, or "none".
        transposed: Whether the array is a view of its transpose.
        readonly: Whether the array forbids writing.
        swapped: Whether the byte order is not the machine's own.
        broadcast: Whether the matrices along the first axis share their memory: stride 0, read-only as
            `numpy.broadcast_to` makes it. They must be equal.
        poison: What fills the triangle that is not read, where a triangle is named. In complex dtypes
            every other entry of the diagonal gets an imaginary part as well, because that of a Hermitian matrix is not
            read either; equal ones would only add a multiple of the identity. Integers get junk in place of NaN. Junk
            is the largest absolute value in the array, and never the entry that belongs there.

    Examples:
        >>> import numpy as np
        >>> layout = Layout(order="F", readonly=True)
        >>> layout.words
        'Fortran order, read-only'
        >>> layout.apply(np.array([[1.0, 2.0], [3.0, 4.0]])).strides
        (8, 16)
        >>> print(layout.code("A"))
        A = A.swapaxes(-1, -2).copy().swapaxes(-1, -2)
        A.flags.writeable = False
    """

    order: Literal["C", "F"] = "C"
    step: int = 1
    reverse: Literal["none", "rows", "both"] = "none"
    transposed: bool = False
    readonly: bool = False
    swapped: bool = False
    broadcast: bool = False
    poison: Literal["none", "nan", "inf", "junk"] = "none"

    def apply(self, array: NDArray[Any], triangle: Triangle | None = None) -> NDArray[Any]:
        """A new array with equal values and this layout.

        Args:
            array: A matrix or a stack of matrices, of shape (…, n, n). It stays as it is.
            triangle: The triangle that the routine reads; the other one is poisoned. Without it nothing is.

        Returns:
            An array that shares no memory with the one given.

        Raises:
            InputError: The layout repeats one matrix, and the array is no stack of equal matrices.
        """
        values = np.array(array, order="C")
        if self.broadcast and not _repeats(values):
            msg = (
                f"The array of shape {values.shape} cannot be laid out with stride 0 along its first axis."
                " That needs a stack of equal matrices. Repeat one matrix, or leave out broadcast."
            )
            raise InputError(msg, shape=values.shape)
        if triangle is not None and self.poison != "none":
            _poison(values, self.poison, triangle)
        if self.swapped:
            values = values.astype(values.dtype.newbyteorder())
        if self._is_column_major:
            values = values.swapaxes(-1, -2)
        values = values[TURNS[self.reverse]]
        values = values.copy() if self.step == 1 else _spread(values, self.step)
        values = values[TURNS[self.reverse]]
        if self._is_column_major:
            values = values.swapaxes(-1, -2)
        if self.broadcast:
            values = np.broadcast_to(values[:1], values.shape)
        if self.readonly:
            values.flags.writeable = False
        return values

    @property
    def words(self) -> str:
        """The layout in words, for a report."""
        parts = (
            "Fortran order" if self.order == "F" else "",
            f"one in {self.step} elements of a larger buffer" if self.step != 1 else "",
            {"none": "", "rows": "negative strides along the rows", "both": "negative strides"}[self.reverse],
            "a view of its transpose" if self.transposed else "",
            "one matrix repeated with stride 0" if self.broadcast else "",
            "read-only" if self.readonly else "",
            "swapped bytes" if self.swapped else "",
            POISONS[self.poison],
        )
        return ", ".join(part for part in parts if part) or "C order"

    def code(self, name: str, *, triangle: Triangle | None = None, dtype: DTypeLike = float) -> str:
        """NumPy code that gives this layout to the C-ordered array of that name.

        Args:
            name: The variable that holds the array, and the laid out one afterwards.
            triangle: As for `apply`.
            dtype: That of the array.

        Returns:
            Lines of Python that need NumPy as `np`; none for a plain layout.
        """
        kind = np.dtype(dtype).kind
        lines = []
        if triangle is not None and self.poison != "none":
            lines += _poisoning_code(name, self.poison, triangle, kind)
        if self.swapped:
            lines.append(f"{name} = {name}.astype({name}.dtype.newbyteorder())")
        transpose = ".swapaxes(-1, -2)" if self._is_column_major else ""
        turn = {"none": "", "rows": "[..., ::-1, :]", "both": "[..., ::-1, ::-1]"}[self.reverse]
        if self.step != 1:
            step = self.step
            filler = "np.nan" if kind in "fc" else str(FILLER)
            lines += [
                f"dense = {name}{transpose}{turn}",
                f"shape = (*dense.shape[:-2], {step} * dense.shape[-2], {step} * dense.shape[-1])",
                f"buffer = np.full(shape, {filler}, dense.dtype)",
                f"buffer[..., ::{step}, ::{step}] = dense",
                f"{name} = buffer[..., ::{step}, ::{step}]{turn}{transpose}",
            ]
        elif transpose or turn:
            lines.append(f"{name} = {name}{transpose}{turn}.copy(){turn}{transpose}")
        if self.broadcast:
            lines.append(f"{name} = np.broadcast_to({name}[:1], {name}.shape)")
        if self.readonly:
            lines.append(f"{name}.flags.writeable = False")
        return "\n".join(lines)

    @property
    def _is_column_major(self) -> bool:
        return (self.order == "F") != self.transposed


PLAIN = Layout()


def _repeats(array: NDArray[Any]) -> bool:
    """Whether an array is a stack of equal matrices, NaN equal to itself."""
    if array.ndim <= 2:
        return False
    # Not by their bytes: those of a long double have gaps.
    return all(np.array_equal(part, array[0], equal_nan=True) for part in array)


def _spread(array: NDArray[Any], step: int) -> NDArray[Any]:
    """The same values, taken out of a larger buffer."""
    filler = np.nan if array.dtype.kind in "fc" else FILLER
    buffer = np.full((*array.shape[:-2], step * array.shape[-2], step * array.shape[-1]), filler, array.dtype)
    buffer[..., ::step, ::step] = array
    return buffer[..., ::step, ::step]


def _poison(array: NDArray[Any], poison: str, triangle: Triangle) -> None:
    """Fill, in place, what a routine that reads one triangle must not read."""
    n = array.shape[-1]
    rows, columns = np.triu_indices(n, 1) if triangle == "lower" else np.tril_indices(n, -1)
    size = np.abs([array.real, array.imag])
    junk = size[np.isfinite(size)].max(initial=0) or 1
    if poison == "junk" or array.dtype.kind not in "fc":
        array[..., rows, columns] = np.where(array[..., columns, rows] == junk, 0, junk)
    else:
        array[..., rows, columns] = np.nan if poison == "nan" else np.inf
    if array.dtype.kind == "c":
        array.imag[..., range(0, n, 2), range(0, n, 2)] = junk


def _poisoning_code(name: str, poison: str, triangle: Triangle, kind: str) -> list[str]:
    """What `_poison` does, as lines of code."""
    indices = "triu_indices(n, 1)" if triangle == "lower" else "tril_indices(n, -1)"
    lines = [f"n = {name}.shape[-1]", f"rows, columns = np.{indices}"]
    is_junk = poison == "junk" or kind not in "fc"
    if is_junk or kind == "c":
        lines.append(f"size = np.abs([{name}.real, {name}.imag])")
        lines.append("junk = size[np.isfinite(size)].max(initial=0) or 1")
    if is_junk:
        lines.append(f"{name}[..., rows, columns] = np.where({name}[..., columns, rows] == junk, 0, junk)")
    else:
        lines.append(f"{name}[..., rows, columns] = np.{poison}")
    if kind == "c":
        lines.append(f"{name}.imag[..., range(0, n, 2), range(0, n, 2)] = junk")
    return lines
