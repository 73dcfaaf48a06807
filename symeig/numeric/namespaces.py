"""The libraries in whose arrays routines compute, and how an array of NumPy becomes one of theirs and comes back."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from numbers import Number
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symeig.errors import InputError
from symeig.numeric.importing import imported, near_names, suggestion

__all__ = ["NAMESPACES", "Routine", "adapt", "check_namespace", "is_dotted"]

# A routine as it is called here: from arrays of NumPy to arrays of NumPy.
Routine: TypeAlias = Callable[[NDArray[Any]], Any]

ARRAY_API = "array-api:"


def adapt(
    function: Callable[..., Any], *, namespace: str = "numpy", options: Mapping[str, Any] | None = None
) -> Routine:
    """A function from NumPy arrays to NumPy arrays, made of one that computes with the arrays of another library.

    The layout of an array is handed over where the library can take it; JAX and mpmath copy, PyTorch copies negative
    strides and swapped bytes.

    Args:
        function: What is called.
        namespace: The library: numpy, scipy, torch, jax, cupy, mpmath, or array-api:MODULE. It is imported now; JAX is
            set to compute with 64 bits.
        options: Keyword arguments for each call.

    Returns:
        A function whose result is an array, or a tuple of arrays for any kind of sequence of them. What cannot be
        turned into an array of numbers is returned as it came.

    Raises:
        InputError: There is no such library, or it cannot be imported.
    """
    check_namespace(namespace)
    options = dict(options or {})
    if namespace.startswith(ARRAY_API):
        take, give = _adapt_array_api(namespace.removeprefix(ARRAY_API))
    else:
        take, give = NAMESPACES[namespace](function, options)
    return lambda array: give(function(take(array), **options))


def collected(result: Any, give: Callable[[Any], Any] | None = None) -> Any:
    """The result with each array in it turned into one of NumPy."""
    give = give or _array
    if isinstance(result, list | tuple) and not all(isinstance(item, Number) for item in result):
        return tuple(give(item) for item in result)
    return give(result)


def _array(thing: Any) -> Any:
    """A new array of NumPy with the numbers of any array or sequence; the thing itself where it is neither."""
    if not isinstance(thing, np.ndarray | np.generic | list | tuple | Number) and not hasattr(thing, "__array__"):
        if not hasattr(thing, "__dlpack__"):
            return thing
        thing = np.from_dlpack(thing)
    try:
        array = np.array(thing)
    except ValueError:
        # Rows of different lengths.
        return thing
    return array if holds_numbers(array) else thing


def holds_numbers(array: NDArray[Any]) -> bool:
    """Whether the entries are numbers, of whatever kind."""
    return array.dtype.kind in "biufc"


def _native(array: NDArray[Any], *, copy: bool = False) -> NDArray[Any]:
    """The array in the machine's byte order, without negative strides: as most libraries need it."""
    return np.array(array, array.dtype.newbyteorder("="), copy=copy or any(s < 0 for s in array.strides) or None)


# What turns an array of NumPy into one of a library, and the result of a routine into arrays of NumPy.
_Adapter: TypeAlias = tuple[Callable[[NDArray[Any]], Any], Callable[[Any], Any]]


def _adapt_array_api(name: str) -> _Adapter:
    asarray = imported(name).asarray
    return (lambda array: asarray(_native(array))), collected


def _adapt_numpy(*_: Any) -> _Adapter:
    return (lambda array: array), collected


def _adapt_torch(*_: Any) -> _Adapter:
    torch = imported("torch")

    def take(array: NDArray[Any]) -> Any:
        with warnings.catch_warnings():
            # PyTorch has no arrays that forbid writing, and says so.
            warnings.simplefilter("ignore")
            return torch.from_numpy(_native(array))

    def give(thing: Any) -> Any:
        if isinstance(thing, torch.Tensor):
            thing = thing.detach().cpu().resolve_conj().resolve_neg().numpy()
        return _array(thing)

    return take, lambda result: collected(result, give)


def _adapt_jax(*_: Any) -> _Adapter:
    jax = imported("jax")
    jax.config.update("jax_enable_x64", True)
    new_array = imported("jax.numpy").array

    def take(array: NDArray[Any]) -> Any:
        if array.dtype.char in "gG":
            msg = f"dtype {array.dtype} is not supported by JAX"
            raise TypeError(msg)
        return new_array(_native(array))

    return take, collected


def _adapt_cupy(*_: Any) -> _Adapter:
    cupy = imported("cupy")

    def give(thing: Any) -> Any:
        return _array(thing.get() if isinstance(thing, cupy.ndarray) else thing)

    return (lambda array: cupy.asarray(_native(array))), lambda result: collected(result, give)


def _adapt_mpmath(_: Any, options: Mapping[str, Any]) -> _Adapter:
    context = imported("mpmath").mp

    def take(array: NDArray[Any]) -> Any:
        if array.ndim != 2 or array.dtype.char in "gG":
            what = f"dtype {array.dtype}" if array.ndim == 2 else f"an array with {array.ndim} axes"
            msg = f"{what} is not supported by mpmath"
            raise NotImplementedError(msg)
        matrix = context.matrix(*array.shape)
        for (i, j), entry in np.ndenumerate(array):
            matrix[i, j] = context.convert(entry.item())
        return matrix

    def give(result: Any) -> Any:
        values, *vectors = result if isinstance(result, tuple) else (result,)
        # Values come as a list or as a column, whose entries are the same to an iterator.
        if hasattr(values, "rows"):
            values = list(values)
        if not vectors:
            return _array(_plain(values))
        arrays = [_array(_plain(part.tolist() if hasattr(part, "rows") else part)) for part in vectors]
        if options.get("left") and isinstance(arrays[0], np.ndarray):
            # Here left vectors are rows y with y A = w y; elsewhere columns x with x* A = w x*.
            arrays[0] = arrays[0].conj().T
        return (_array(_plain(values)), *arrays)

    return take, give


def _plain(rows: Any) -> Any:
    """Numbers of mpmath as Python's."""
    if isinstance(rows, list):
        return [_plain(row) for row in rows]
    return complex(rows) if hasattr(rows, "_mpc_") else float(rows) if hasattr(rows, "_mpf_") else rows


NAMESPACES: dict[str, Callable[[Any, Mapping[str, Any]], _Adapter]] = {
    "numpy": _adapt_numpy,
    "scipy": _adapt_numpy,
    "torch": _adapt_torch,
    "jax": _adapt_jax,
    "cupy": _adapt_cupy,
    "mpmath": _adapt_mpmath,
}


def check_namespace(namespace: str) -> None:
    """Refuse what is no name of a library.

    Raises:
        InputError: It is not.
    """
    if namespace in NAMESPACES or (namespace.startswith(ARRAY_API) and is_dotted(namespace.removeprefix(ARRAY_API))):
        return
    msg = (
        f"{namespace!r} is no library whose arrays are known."
        f" It is one of {', '.join(NAMESPACES)}, or {ARRAY_API}MODULE for a module that follows the Array API."
        f" {suggestion(near_names(namespace, NAMESPACES), 'Choose one of them.')}"
    )
    raise InputError(msg, namespace=namespace)


def is_dotted(name: str) -> bool:
    """Whether a name is made of identifiers with points between them."""
    return all(part.isidentifier() for part in name.split("."))
