"""Hypothesis strategies for matrices whose eigenvalues are known, and for arrays to give to a routine.

They can be used in tests of one's own: `@given(known_matrices("float32"))`. A matrix is drawn from its answer: the
spectrum first, then what hides it. So its eigenstructure is at hand (`summands`), it is exactly a matrix of the dtype
(`to_array`), and a counterexample shrinks towards one small Jordan block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from numpy.typing import DTypeLike

from symeig.errors import InputError
from symeig.numeric.families import FAMILIES, Setting, matrices_of
from symeig.numeric.families.building import disguised, number_text, planted, real_form
from symeig.numeric.families.drawing import (
    Draw,
    DrawFn,
    SearchStrategy,
    draw_gaussian,
    draw_operations,
    draw_towers,
    st,
)
from symeig.numeric.families.drawing import eigenvalues as small_eigenvalues
from symeig.numeric.formats import format_of
from symeig.numeric.known import KnownMatrix
from symeig.numeric.layouts import PLAIN, Layout, Triangle
from symeig.numeric.problems import Problem
from symeig.numeric.spectra import Block

__all__ = [
    "defective_matrices",
    "hermitian_matrices",
    "known_matrices",
    "matrices_with_spectrum",
    "problems",
    "symmetric_matrices",
]

# The largest n that is drawn where none is given: of most families, and of the one that is about sizes.
MAX_SIZE = 12
LARGEST = 129


def known_matrices(
    dtype: DTypeLike = "float64",
    *,
    families: Iterable[str] | None = None,
    hermitian: bool = False,
    min_size: int = 0,
    max_size: int = MAX_SIZE,
) -> SearchStrategy[KnownMatrix]:
    """Square matrices with known eigenvalues, projectors and Jordan forms.

    Args:
        dtype: Every entry is exactly one of its numbers; complex entries come with complex dtypes alone.
        families: Names out of `FAMILIES`; all that suit by default.
        hermitian: Whether each matrix shall be its own conjugate transpose.
        min_size: The smallest n; matrices of families that stay below get zeros.
        max_size: The largest n.

    Returns:
        `KnownMatrix` values. They shrink towards one Jordan block of size 1 at 0, that is [[0]].

    Raises:
        InputError: A dtype or family is unknown, no family suits, or the sizes contradict each other.

    Examples:
        >>> from hypothesis import given
        >>> import numpy as np
        >>> @given(known_matrices("float32", families=["jordan", "scales"]))
        ... def trace_is_sum_of_eigenvalues(A):
        ...     array = A.to_array("float32")
        ...     assert array.shape == (A.dimension, A.dimension)
        >>> trace_is_sum_of_eigenvalues()
    """
    names = _families(families, hermitian=hermitian, poison=False)
    setting = _setting(dtype, hermitian=hermitian, min_size=min_size, max_size=max_size)
    return _known(tuple(names), setting)


@st.composite
def _known(draw: DrawFn, names: tuple[str, ...], setting: Setting) -> KnownMatrix:
    return draw(matrices_of(Draw(draw).one(names), setting))


def symmetric_matrices(
    dtype: DTypeLike = "float64", *, min_size: int = 0, max_size: int = MAX_SIZE
) -> SearchStrategy[KnownMatrix]:
    """Real symmetric matrices with known eigenvalues.

    Args:
        dtype: Every entry is exactly one of its numbers. In a complex dtype the matrices are real all the same.
        min_size: The smallest n.
        max_size: The largest n.

    Returns:
        `KnownMatrix` values of all families with symmetric matrices. They shrink towards [[0]].

    Raises:
        InputError: The dtype is unknown, or the sizes contradict each other.

    Examples:
        >>> from hypothesis import given
        >>> @given(symmetric_matrices("float32", max_size=4))
        ... def symmetric(A):
        ...     array = A.to_array("float32")
        ...     assert (array == array.T).all()
        >>> symmetric()
    """
    target = format_of(dtype)
    return known_matrices(_REAL.get(target.name, target.name), hermitian=True, min_size=min_size, max_size=max_size)


_REAL = {"complex64": "float32", "complex128": "float64", "clongdouble": "longdouble"}


def hermitian_matrices(
    dtype: DTypeLike = "complex128", *, min_size: int = 0, max_size: int = MAX_SIZE
) -> SearchStrategy[KnownMatrix]:
    """Hermitian matrices with known eigenvalues.

    Args:
        dtype: Every entry is exactly one of its numbers. In a real dtype the matrices are symmetric.
        min_size: The smallest n.
        max_size: The largest n.

    Returns:
        `KnownMatrix` values of all families with Hermitian matrices. They shrink towards [[0]].

    Raises:
        InputError: The dtype is unknown, or the sizes contradict each other.

    Examples:
        >>> from hypothesis import given
        >>> @given(hermitian_matrices("complex64", max_size=4))
        ... def hermitian(A):
        ...     array = A.to_array("complex64")
        ...     assert (array == array.conj().T).all()
        >>> hermitian()
    """
    return known_matrices(dtype, hermitian=True, min_size=min_size, max_size=max_size)


def defective_matrices(
    dtype: DTypeLike = "float64", *, min_size: int = 2, max_size: int = MAX_SIZE
) -> SearchStrategy[KnownMatrix]:
    """Matrices that cannot be diagonalised: one of their Jordan blocks is larger than 1.

    Args:
        dtype: Every entry is exactly one of its numbers.
        min_size: The smallest n.
        max_size: The largest n, at least 2.

    Returns:
        `KnownMatrix` values. They shrink towards one Jordan block of size 2 at 0.

    Raises:
        InputError: The dtype is unknown, or the sizes contradict each other.

    Examples:
        >>> from hypothesis import given
        >>> @given(defective_matrices(max_size=6))
        ... def some_block_is_large(A):
        ...     assert any(part.blocks[0] > 1 for s in A.summands for part in s.spectrum.parts)
        >>> some_block_is_large()
    """
    setting = _setting(dtype, hermitian=False, min_size=min_size, max_size=max_size)
    if max_size < 2:
        msg = f"max_size is {max_size}. A defective matrix has at least 2 rows. Give a larger max_size."
        raise InputError(msg)
    return _defective(setting)


@st.composite
def _defective(draw: DrawFn, setting: Setting) -> KnownMatrix:
    choices = Draw(draw)
    gaussian = draw_gaussian(choices, setting)
    values = small_eigenvalues(setting, gaussian=gaussian)
    (value, size), *others = draw_towers(choices, values, largest=3, most=setting.max_size - 1)
    blocks = [Block(*value, size + 1), *(Block(*z, k) for z, k in others)]
    blocks += [Block(0)] * (setting.min_size - sum(b.size for b in blocks))
    n = sum(b.size for b in blocks)
    return replace(planted(blocks, draw_operations(choices, n, gaussian=gaussian), setting), family="jordan")


def matrices_with_spectrum(
    eigenvalues: Sequence[complex], *, dtype: DTypeLike = "float64", diagonalizable: bool = False
) -> SearchStrategy[KnownMatrix]:
    """Matrices with given eigenvalues.

    Args:
        eigenvalues: Integers, or Gaussian integers as complex numbers; each as often as its multiplicity.
        dtype: Every entry is exactly one of its numbers. A real one needs conjugate pairs.
        diagonalizable: Whether all Jordan blocks shall have size 1; else equal eigenvalues share blocks as it happens.

    Returns:
        `KnownMatrix` values. They shrink towards the diagonal matrix, or the real normal form of conjugate pairs.

    Raises:
        InputError: A number is no Gaussian integer, the dtype cannot hold it, or a conjugate is missing.

    Examples:
        >>> from hypothesis import given
        >>> @given(matrices_with_spectrum([1, 2 + 1j, 2 - 1j]))
        ... def trace(A):
        ...     assert A.to_array("float64").trace() == 5
        >>> trace()
    """
    setting = _setting(dtype, hermitian=False, min_size=0, max_size=len(eigenvalues))
    counts = Counter(_gaussian_integer(z, setting) for z in eigenvalues)
    if not setting.target.is_complex:
        for (a, b), count in counts.items():
            if counts[a, -b] != count:
                msg = (
                    f"{number_text(a, b)} is there {count} times, {number_text(a, -b)} {counts[a, -b]} times. A real"
                    " matrix has conjugate eigenvalues equally often. Add the conjugates, or use a complex dtype."
                )
                raise InputError(msg)
        counts = Counter({(a, b): count for (a, b), count in counts.items() if b >= 0})
    return _with_spectrum(tuple(counts.items()), setting, diagonalizable=diagonalizable)


def _gaussian_integer(z: complex, setting: Setting) -> tuple[int, int]:
    """A number as (real part, imaginary part)."""
    number = complex(z)
    if not (number.real.is_integer() and number.imag.is_integer()):
        msg = f"{z} is not a Gaussian integer. Only these can be planted. Multiply all by their common denominator."
        raise InputError(msg)
    pair = int(z.real), int(z.imag)
    room = range(setting.low, setting.high + 1)
    if pair[0] not in room or (pair[1] and not setting.is_signed) or abs(pair[1]) > setting.high:
        msg = f"{z} is out of the range of {setting.target.name}. Eigenvalues become entries. Use another dtype."
        raise InputError(msg)
    return pair


@st.composite
def _with_spectrum(
    draw: DrawFn, counts: tuple[tuple[tuple[int, int], int], ...], setting: Setting, *, diagonalizable: bool
) -> KnownMatrix:
    choices = Draw(draw)
    gaussian = draw_gaussian(choices, setting)
    parts: list[tuple[int, int, int]] = []
    for (a, b), count in counts:
        left = count
        while left:
            size = 1 if diagonalizable else choices.integer(1, left)
            parts.append((a, b, size))
            left -= size
    is_complex = setting.target.is_complex
    A = planted([Block(*part) for part in parts], [], setting) if is_complex else real_form(parts)
    A = disguised(A, draw_operations(choices, A.dimension, gaussian=gaussian), setting)
    return replace(A, family="spectrum")


def problems(  # noqa: PLR0913  (one for each option)
    dtype: DTypeLike = "float64",
    *,
    families: Iterable[str] | None = None,
    hermitian: bool = False,
    stacks: bool = True,
    layouts: bool = True,
    triangle: Triangle | None = None,
    min_size: int = 0,
    max_size: int | None = None,
) -> SearchStrategy[Problem]:
    """Arrays to give to an eigenvalue routine: mostly one matrix, some stacks, some unusual layouts.

    Args:
        dtype: Of the array, which holds the matrices exactly.
        families: Names out of `FAMILIES`; all that suit by default.
        hermitian: Whether each matrix shall be its own conjugate transpose.
        stacks: Whether there are stacks, of shape (k, n, n).
        layouts: Whether there are other layouts than C order.
        triangle: The triangle that the routine reads, where it reads but one: the other one may hold junk.
        min_size: The smallest n.
        max_size: The largest n; by default 12, and 129 in the family `sizes`.

    Returns:
        `Problem` values. They shrink towards one matrix [[0]] in C order.

    Raises:
        InputError: A dtype or family is unknown, or no family suits.

    Examples:
        >>> from hypothesis import given
        >>> import numpy as np
        >>> @given(problems("float64", hermitian=True, max_size=4))
        ... def eigenvalues_are_finite(problem):
        ...     assert np.isfinite(np.linalg.eigvalsh(problem.laid_out)).all()
        >>> eigenvalues_are_finite()
    """
    names = _families(families, hermitian=hermitian, poison=triangle is not None)
    most = max(MAX_SIZE, min_size) if max_size is None else max_size
    setting = _setting(dtype, hermitian=hermitian, min_size=min_size, max_size=most)
    largest = replace(setting, max_size=LARGEST) if max_size is None else setting
    return _problems(tuple(names), setting, largest, _Manner(stacks, layouts, triangle))


# --- arguments --------------------------------------------------------------------------------------------------------


def _families(families: Iterable[str] | None, *, hermitian: bool, poison: bool) -> list[str]:
    """The names of families that suit."""
    suitable = [name for name, f in FAMILIES.items() if (f.hermitian if hermitian else f.general)]
    if families is None:
        return [name for name in suitable if name != "poison" or poison]
    names = [families] if isinstance(families, str) else list(families)
    for name in names:
        if name not in FAMILIES:
            near = get_close_matches(name, FAMILIES, n=3) or list(FAMILIES)
            msg = f"There is no family {name!r}. Families have one of {len(FAMILIES)} names. Use {' or '.join(near)}."
            raise InputError(msg, family=name, near=tuple(near))
    if not (chosen := [name for name in names if name in suitable]):
        kind = "Hermitian" if hermitian else "general"
        msg = f"The families {names} have no {kind} matrices. One must have them. Use {' or '.join(suitable[:4])}."
        raise InputError(msg)
    return chosen


def _setting(dtype: DTypeLike, *, hermitian: bool, min_size: int, max_size: int) -> Setting:
    if not 0 <= min_size <= max_size:
        msg = f"The sizes go from {min_size} to {max_size}. They must be 0 ≤ min_size ≤ max_size. Change one of them."
        raise InputError(msg)
    return Setting(format_of(dtype), hermitian, max_size, min_size)


# --- problems ---------------------------------------------------------------------------------------------------------

LAYOUTS = (
    PLAIN,
    Layout(order="F"),
    Layout(transposed=True),
    Layout(readonly=True),
    Layout(reverse="both"),
    Layout(reverse="rows"),
    Layout(step=2),
    Layout(swapped=True),
    Layout(order="F", readonly=True),
    Layout(step=2, reverse="both"),
    Layout(transposed=True, step=2, swapped=True),
)


@dataclass(frozen=True)
class _Manner:
    """How problems are made of matrices.

    Attributes:
        stacks: Whether there are stacks.
        layouts: Whether there are unusual layouts.
        triangle: The one that is read, where it is but one.
    """

    stacks: bool
    layouts: bool
    triangle: Triangle | None


@st.composite
def _problems(draw: DrawFn, names: tuple[str, ...], setting: Setting, largest: Setting, manner: _Manner) -> Problem:
    """A family first, then its matrices, then how they lie in memory."""
    choices = Draw(draw)
    name = choices.one(names)
    setting = largest if name == "sizes" else setting
    dtype, always, layout = setting.target.name, name == "stacks", PLAIN
    if manner.layouts and (choices.integer(0, 5) == 5 or always):
        layout = choices.one(LAYOUTS)
    if name == "poison" and manner.triangle is not None:
        layout = replace(layout, poison=choices.one(("none", "junk", "nan", "inf", "junk", "nan")))
    if not (manner.stacks and (choices.integer(0, 5) in ({1, 2, 3, 4, 5} if always else {5}))):
        return Problem(name, (draw(matrices_of(name, setting)),), dtype, layout, triangle=manner.triangle)
    stack, layout = _stack(choices, name, setting, layout, manner)
    size = (
        stack[0].dimension if stack else choices.integer(setting.min_size, min(setting.min_size + 3, setting.max_size))
    )
    folded = bool(stack) and len(stack) % 2 == 0 and not layout.broadcast and choices.flag()
    return Problem(name, stack, dtype, layout, stacked=True, size=size, triangle=manner.triangle, folded=folded)


def _stack(
    choices: Draw, name: str, setting: Setting, layout: Layout, manner: _Manner
) -> tuple[tuple[KnownMatrix, ...], Layout]:
    """Two to four matrices of a family; in the family `stacks` up to five, with a special one, or one repeated."""
    always = name == "stacks"
    count = choices.one((1, 2, 3, 4, 5, 0) if always else (2, 3, 4))
    if not count:
        return (), layout
    first = choices.draw(matrices_of(name, setting))
    n = first.dimension
    others = matrices_of(name, replace(setting, min_size=n, max_size=n))
    stack = [first, *(choices.draw(others) for _ in range(count - 1))]
    if always and count > 1:
        stack[choices.integer(0, count - 1)] = choices.one(_specials(n, setting))
    if always and manner.layouts and choices.integer(0, 4) == 4:
        return (first,) * count, Layout(broadcast=True)
    return tuple(stack), layout


def _specials(n: int, setting: Setting) -> list[KnownMatrix]:
    """The zero matrix, a singular one, the identity; a Jordan block unless all shall be Hermitian."""
    forms = [[Block(0)] * n, [Block(1)] * (n - 1) + [Block(0)] * min(n, 1), [Block(1)] * n]
    forms += [] if setting.hermitian or not n else [[Block(0, size=n)]]
    return [replace(planted(blocks, [], setting), family="stacks") for blocks in forms]
