"""What is to be verified: a routine, what it promises, and the inputs that it is given; plain data, to be sent on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from symeig.numeric.contracts import Contract
from symeig.numeric.families import FAMILIES
from symeig.numeric.namespaces import adapt
from symeig.numeric.subjects import IsolatedSubject, LocalSubject, Subject
from symeig.numeric.targets import Target

__all__ = ["DTYPES", "Inquiry", "Stratum", "started", "strata"]

# The dtypes that a routine is given where nothing else is said, if its contract has them.
DTYPES = ("float64", "complex128", "float32", "complex64", "int64")

# How many examples a family gets, where others get one: faults of scale, memory and size are rare.
WEIGHTS = {
    "scales": 4,
    "stacks": 4,
    "poison": 2,
    "random": 2,
    "badly-scaled": 2,
    "adversarial": 2,
    "clusters": 2,
    "normal": 2,
}

# Sizes at which routines change their path: each is given, the larger ones for the first two dtypes alone.
SIZES = (16, 17, 31, 32, 33, 34)
LARGE_SIZES = (63, 64, 65, 75, 76, 129)


@dataclass(frozen=True)
class Stratum:
    """A share of the inputs: those of one family and one dtype.

    Attributes:
        family: Its name.
        dtype: Of the matrices.
        examples: How many inputs, beside the simplest one.
        size: n for all of them; None for any that the family finds useful.
    """

    family: str
    dtype: str
    examples: int
    size: int | None = None


@dataclass(frozen=True)
class Inquiry:
    """A routine and how it is looked into.

    Attributes:
        name: Of the routine, for the report.
        routine: Where it is found, or the function itself.
        namespace: The library whose arrays it takes.
        options: The keyword arguments that it is called with.
        contract: What it promises.
        dtypes: Of the matrices.
        seed: Of all that is drawn.
        examples: How many inputs of each dtype are asked for.
        strata: Their shares.
        isolated: Whether it is called in a process of its own.
        timeout: Seconds for a call there.
        max_size: The largest dimension; None for what each family finds useful.
        layouts: Whether stacks and other memory layouts than C order are given.
        known: The laws that are known to be broken in the library, each with the reason.
    """

    name: str
    routine: Target | Callable[..., Any]
    namespace: str
    options: tuple[tuple[str, Any], ...]
    contract: Contract
    dtypes: tuple[str, ...]
    seed: int
    examples: int
    strata: tuple[Stratum, ...]
    isolated: bool
    timeout: float
    max_size: int | None
    layouts: bool
    known: tuple[tuple[str, str], ...] = ()

    def seed_of(self, stratum: Stratum) -> int:
        """The seed of a share, a different one for each."""
        return int.from_bytes(
            sha256(f"{self.seed} {stratum.family} {stratum.dtype} {stratum.size}".encode()).digest()[:8], "big"
        )

    @contextmanager
    def subject(self) -> Iterator[Subject]:
        """The routine, ready to be called.

        Raises:
            InputError: It cannot be imported.
        """
        kind, left = self.contract.kind, self.contract.left
        subject: Subject
        if isinstance(self.routine, Target):
            subject = started(self.routine, kind, left=left, isolated=self.isolated, timeout=self.timeout)
        else:
            function = adapt(self.routine, namespace=self.namespace, options=dict(self.options))
            subject = LocalSubject(function, kind, left=left)
        try:
            yield subject
        finally:
            subject.close()


def started(target: Target, kind: Any, *, left: bool, isolated: bool, timeout: float) -> Subject:
    """A named routine, ready to be called, in this process or in one of its own.

    Raises:
        InputError: It cannot be imported.
    """
    if isolated:
        return IsolatedSubject(target, kind, left=left, timeout=timeout)
    return LocalSubject(target.load(), kind, left=left)


def strata(
    contract: Contract,
    dtypes: Sequence[str],
    examples: int,
    families: Sequence[str] | None = None,
    max_size: int | None = None,
) -> tuple[Stratum, ...]:
    """The shares of the families that are useful for a contract: for each dtype together at least `examples`.

    Args:
        contract: What the routine promises.
        dtypes: Of the matrices.
        examples: How many inputs are wanted for each dtype; those of the sizes that are given in any case come on top.
        families: The names of the families; None for all.
        max_size: The largest n; None for any.
    """
    names = [
        f.name
        for f in FAMILIES.values()
        if (f.hermitian if contract.is_hermitian else f.general)
        and (families is None or f.name in families)
        and (f.name != "poison" or contract.triangle != "both")
    ]
    if contract.is_exact:
        # One matrix at a time, whose entries are exact; sizes have no meaning here.
        names = [name for name in names if name not in {"stacks", "sizes"}]
    total = sum(WEIGHTS.get(name, 1) for name in names)
    found = []
    for number, dtype in enumerate(dtypes):
        found += [Stratum(name, dtype, max(1, -(-examples * WEIGHTS.get(name, 1) // total))) for name in names]
        if "sizes" in names:
            sizes = SIZES + LARGE_SIZES * (number < 2)
            found += [Stratum("sizes", dtype, 1, n) for n in sizes if max_size is None or n <= max_size]
    return tuple(found)
