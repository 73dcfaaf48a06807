"""What a routine promises, as data: which laws apply to it, and with which bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any, Literal, get_args

from symeig.errors import InputError

__all__ = ["KINDS", "KNOWN", "PRESETS", "Contract", "Kind", "contract_for"]

Kind = Literal["eig", "eigh", "eigvals", "eigvalsh", "exact"]
Order = Literal["any", "ascending", "descending"]
Triangle = Literal["lower", "upper", "both"]
NonFinite = Literal["raise", "nan", "either", "anything"]
Empty = Literal["empty", "raise", "either"]
Unread = Literal["anything", "finite"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Contract:
    """The promises of an eigenvalue routine.

    What is promised by default is what everybody would expect: one backward error for all eigenvalues together, in the
    coordinates of the matrix or balanced ones; the input unchanged; no smaller precision than that of the input.

    Attributes:
        kind: What is returned: "eig" (values, vectors), "eigvals" values; "eigh" and "eigvalsh" for Hermitian matrices;
            "exact" an `Eigensystem`, as `symeig.eigensystem` does.
        left: Whether eig returns left eigenvectors too: (values, left, right), yᴴA = λyᴴ.
        order: Of the values.
        triangle: The part of a Hermitian matrix that is read.
        unread: What may stand in the rest: anything, or finite numbers alone.
        unit: Whether eigenvectors have Euclidean norm 1; those of Hermitian matrices always have.
        basis: Whether the vectors of a matrix with enough eigenvectors are independent.
        balancing: Whether a backward error in balanced coordinates is allowed.
        joint: Whether one backward error explains all eigenvalues; if not, counting them is a remark and no finding.
        stacks: Whether arrays of shape (..., n, n) are taken.
        preserves_input: Whether the input is left as it is.
        nonfinite: What is done with NaN and infinity: an exception, NaN everywhere in the values, either, or anything.
        empty: What is done with a 0×0 matrix.
        dtypes: The dtypes that are taken; empty for all.
        largest: The largest n that is useful; None for any.
        tolerance: The c of the bounds c·n·ε‖A‖.
        orthonormality: The c of the bound c·n·ε on ‖VᴴV − I‖.

    Examples:
        >>> contract_for("eigh", "numpy").triangle
        'lower'
        >>> contract_for("eig", "numpy", {"basis": True}).basis
        True
    """

    kind: Kind
    left: bool = False
    order: Order = "any"
    triangle: Triangle = "both"
    unread: Unread = "anything"
    unit: bool = False
    basis: bool = False
    balancing: bool = True
    joint: bool = True
    stacks: bool = True
    preserves_input: bool = True
    nonfinite: NonFinite = "either"
    empty: Empty = "empty"
    dtypes: frozenset[str] = field(default_factory=frozenset)
    largest: int | None = None
    tolerance: int = 64
    orthonormality: int = 4096

    def __post_init__(self) -> None:
        """Refuse values that there are not."""
        choices = {
            "kind": Kind,
            "order": Order,
            "triangle": Triangle,
            "unread": Unread,
            "nonfinite": NonFinite,
            "empty": Empty,
        }
        for name, literal in choices.items():
            value = getattr(self, name)
            if value not in get_args(literal):
                msg = f"{name} is {value!r}. A contract needs one of {', '.join(get_args(literal))}. Choose one."
                raise InputError(msg)
        for name in ("left", "unit", "basis", "balancing", "joint", "stacks", "preserves_input"):
            if not isinstance(getattr(self, name), bool):
                msg = f"{name} is {getattr(self, name)!r}. A contract needs True or False. Choose one."
                raise InputError(msg)
        if not (self.largest is None or (isinstance(self.largest, int) and self.largest >= 0)):
            msg = (
                f"largest is {self.largest!r}. It is the largest n that is useful. Give an integer from 0 on, or None."
            )
            raise InputError(msg)
        if not all(isinstance(x, int) and x >= 1 for x in (self.tolerance, self.orthonormality)):
            msg = f"tolerance is {self.tolerance!r}. A bound c·n·ε‖A‖ needs c of at least 1. Use 64, or more."
            raise InputError(msg)
        if self.left and self.kind != "eig":
            msg = f"left is set and kind is {self.kind!r}. Only eig returns left eigenvectors. Set kind to 'eig'."
            raise InputError(msg)

    @property
    def is_hermitian(self) -> bool:
        """Whether the routine is for Hermitian matrices."""
        return self.kind in {"eigh", "eigvalsh"}

    @property
    def is_exact(self) -> bool:
        """Whether the routine computes exactly."""
        return self.kind == "exact"

    @property
    def has_vectors(self) -> bool:
        """Whether eigenvectors are returned."""
        return self.kind in {"eig", "eigh"}

    def changed(self, promises: Mapping[str, Any]) -> Contract:
        """The contract with other promises.

        Raises:
            InputError: There is no such promise, or no such value.
        """
        names = [f.name for f in fields(self) if f.name != "kind"]
        for name in promises:
            if name not in names:
                near = get_close_matches(name, names, 1)
                advice = f"Did you mean {near[0]}?" if near else f"There are {', '.join(names)}."
                msg = f"There is no promise {name!r}. A contract has names of its own. {advice}"
                raise InputError(msg)
        return replace(self, **promises)


LAPACK_DTYPES = frozenset({"float32", "float64", "complex64", "complex128"})
INTEGERS = frozenset({"bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"})

# What the documentation of each library promises, beyond the defaults; by kind where kinds differ.
PRESETS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "generic": {"*": {}},
    "symeig": {"*": {"stacks": False, "largest": 6}},
    "numpy": {
        "*": {"dtypes": LAPACK_DTYPES | INTEGERS},
        "eig": {"unit": True, "nonfinite": "raise"},
        "eigvals": {"nonfinite": "raise"},
        "eigh": {"order": "ascending", "triangle": "lower"},
        "eigvalsh": {"order": "ascending", "triangle": "lower"},
    },
    "scipy": {
        "*": {"dtypes": LAPACK_DTYPES | INTEGERS, "stacks": False, "nonfinite": "raise", "empty": "either"},
        "eig": {"unit": True},
        "eigh": {"order": "ascending", "triangle": "lower", "unread": "finite"},
        "eigvalsh": {"order": "ascending", "triangle": "lower", "unread": "finite"},
    },
    "mpmath": {
        "*": {
            "dtypes": LAPACK_DTYPES | INTEGERS,
            "stacks": False,
            "empty": "either",
            "largest": 12,
        },
        "eigh": {"order": "ascending"},
        "eigvalsh": {"order": "ascending"},
    },
    "torch": {
        "*": {"dtypes": LAPACK_DTYPES, "nonfinite": "anything"},
        "eig": {"unit": True},
        "eigh": {"order": "ascending", "triangle": "lower"},
        "eigvalsh": {"order": "ascending", "triangle": "lower"},
    },
    "jax": {
        "*": {"dtypes": LAPACK_DTYPES | INTEGERS},
        "eig": {"unit": True},
        "eigh": {"order": "ascending"},
        "eigvalsh": {"order": "ascending"},
    },
    "cupy": {
        "*": {"dtypes": LAPACK_DTYPES},
        "eigh": {"order": "ascending", "triangle": "lower"},
        "eigvalsh": {"order": "ascending", "triangle": "lower"},
    },
    "array-api": {
        "*": {"dtypes": LAPACK_DTYPES},
        "eigh": {"order": "any"},
        "eigvalsh": {"order": "any"},
    },
}

# What is known to be broken in a library, by kind and law, with where that is discussed. It is accepted, and shown.
KNOWN: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "numpy": {
        "eigh": {"non-finite-input": "known: numpy issue 20280, open since 2021"},
        "eigvalsh": {"non-finite-input": "known: numpy issue 20280, open since 2021"},
    },
}


def contract_for(kind: str, preset: str = "generic", promises: Mapping[str, Any] | None = None) -> Contract:
    """The contract of a kind of routine of a library.

    Args:
        kind: "eig", "eigh", "eigvals" or "eigvalsh".
        preset: The library: "numpy", "scipy", "mpmath", "torch", "jax", "cupy", "array-api", or "generic".
        promises: What is promised otherwise.

    Raises:
        InputError: There is no such kind, library or promise.
    """
    if preset not in PRESETS:
        msg = f"There is no preset {preset!r}. A contract is that of a known library. Use {', '.join(PRESETS)}."
        raise InputError(msg)
    known = PRESETS[preset]
    contract = Contract(kind)  # type: ignore[arg-type]  # refused there
    return contract.changed({**known["*"], **known.get(kind, {}), **(promises or {})})
