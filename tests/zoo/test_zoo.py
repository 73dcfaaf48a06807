"""The animals are what their labels say: each broken solver is wrong for its witness, the correct ones are sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from numpy.linalg import LinAlgError

from tests.zoo.algorithms import SOUND, Array, floating, hermitian
from tests.zoo.broken import BROKEN
from tests.zoo.correct import CORRECT
from tests.zoo.oracles import ORACLES
from tests.zoo.specimens import Kind, Solver, Specimen

WITH_VECTORS = {"eig", "eigh"}
HERMITIAN = {"eigh", "eigvalsh"}


@dataclass(frozen=True)
class Trial:
    """A solver was called: with a matrix or stack, which it left in some state, and it returned or raised something."""

    kind: Kind
    given: Array
    left: Array
    outcome: Any

    @property
    def matrices(self) -> Array:
        """The matrices as they are meant, one after the other."""
        n = self.given.shape[-1]
        matrices = floating(self.given).reshape(-1, n, n)
        return np.array([hermitian(a) for a in matrices]) if self.kind in HERMITIAN else matrices

    @property
    def values(self) -> Array:
        """The eigenvalues, one row for each matrix."""
        w = self.outcome[0] if self.kind in WITH_VECTORS else self.outcome
        return np.asarray(w).reshape(len(self.matrices), -1)

    @property
    def vectors(self) -> Array:
        """The eigenvectors, one matrix for each matrix."""
        return np.asarray(self.outcome[1]).reshape(self.matrices.shape)


Law = Callable[[Trial], bool]


def call(kind: Kind, solver: Solver, a: Array) -> Trial:
    """One call of a solver."""
    given = a.copy()
    try:
        outcome = solver(a)
    except (LinAlgError, ValueError, IndexError) as error:
        outcome = error
    return Trial(kind, given, a.copy(), outcome)


# Laws that a correct solver obeys. What raised an exception obeys only the first one.


def refuses(trial: Trial) -> bool:
    """An exception is raised."""
    return isinstance(trial.outcome, Exception)


def law(holds: Law) -> Law:
    """A law about what a solver returns."""
    return lambda trial: not refuses(trial) and holds(trial)


def values(*known: complex, digits: int = 12) -> Law:
    """The eigenvalues of each matrix, in some order, are known ones up to a rounding error relative to the largest."""

    def holds(trial: Trial) -> bool:
        scale = max(map(abs, known)) or 1
        return all(distance(w / scale, np.array(known) / scale) <= 10.0**-digits for w in trial.values)

    return law(holds)


def each(*laws: tuple[complex, ...], digits: int = 12) -> Law:
    """The eigenvalues of the matrices of a stack are known ones, a tuple for each."""

    def holds(trial: Trial) -> bool:
        rows = zip(trial.values, laws, strict=True)
        return all(distance(w, np.array(known)) <= 10.0**-digits * max(map(abs, known)) for w, known in rows)

    return law(holds)


def distance(left: Array, right: Array) -> float:
    """The largest distance in a matching of two multisets, each point with the nearest that is left."""
    rest, worst = list(right), 0.0
    for z in left:
        i = int(np.argmin([abs(z - w) for w in rest]))
        worst = max(worst, abs(z - rest.pop(i)))
    return worst if np.all(np.isfinite(left)) else np.inf


def residual(digits: int = 12) -> Law:
    """Each pair has a nonzero vector with A v = λ v up to a rounding error."""

    def holds(trial: Trial) -> bool:
        a, w, v = trial.matrices, trial.values[:, None, :], trial.vectors
        error = np.linalg.norm(a @ v - v * w, axis=1)
        bound = np.linalg.norm(a, axis=(1, 2))[:, None] * np.linalg.norm(v, axis=1) * 10.0**-digits
        return bool(np.all(error <= bound) and np.all(np.linalg.norm(v, axis=1) > 0))

    return law(holds)


@law
def orthonormal(trial: Trial) -> bool:
    """The eigenvectors are orthonormal, to the few digits that syevr sometimes loses."""
    v = trial.vectors.astype(complex)
    error = np.abs(v.conj().swapaxes(1, 2) @ v - np.eye(v.shape[-1]))
    return bool(np.all(error <= 4096 * v.shape[-1] * np.finfo(floating(trial.given).dtype).eps))


@law
def unit(trial: Trial) -> bool:
    """The eigenvectors have norm 1."""
    return np.allclose(np.linalg.norm(trial.vectors, axis=1), 1)


@law
def independent(trial: Trial) -> bool:
    """The eigenvectors are independent."""
    return bool(np.all(np.linalg.cond(trial.vectors) < 1e6))


@law
def ascending(trial: Trial) -> bool:
    """The eigenvalues ascend."""
    return bool(np.all(np.diff(trial.values) >= 0))


def side_by_side(trial: Trial) -> list[tuple[Array, Array]]:
    """The arrays that NumPy returns, each with the one that the solver returned."""
    expected = SOUND[trial.kind](trial.given)
    return (
        list(zip(expected, trial.outcome, strict=True)) if trial.kind in WITH_VECTORS else [(expected, trial.outcome)]
    )


@law
def formed(trial: Trial) -> bool:
    """Shapes and types are NumPy's."""
    return all(x.shape == y.shape and x.dtype == y.dtype for x, y in side_by_side(trial))


@law
def untouched(trial: Trial) -> bool:
    """The input is what it was."""
    return trial.given.tobytes() == trial.left.tobytes()


# Matrices that witness something.


def matrix(text: str, dtype: Any = float) -> Array:
    """A matrix from rows divided by semicolons."""
    return np.array([row.split() for row in text.split(";")]).astype(dtype)


def diagonal(*entries: complex) -> Array:
    """A diagonal matrix in floating point."""
    return np.diag(np.array(entries) * 1.0)


def block_sum(*blocks: Array) -> Array:
    """The matrix with square blocks along its diagonal."""
    n = sum(map(len, blocks))
    total, start = np.zeros((n, n), dtype=np.result_type(*blocks)), 0
    for block in blocks:
        total[start : start + len(block), start : start + len(block)] = block
        start += len(block)
    return total


def mirrored(a: Array) -> Array:
    """A similar matrix, by the reflection that exchanges the first unit vector and (1, 2, 2, …) normalised."""
    x = np.array([1.0] + [2.0] * (len(a) - 1))
    x[0] += np.linalg.norm(x)
    mirror = np.eye(len(a)) - 2 * np.outer(x, x) / (x @ x)
    return mirror @ a @ mirror


def big_endian(a: Array) -> Array:
    """The matrix in the order of bytes that is not this machine's."""
    return a.astype(a.dtype.newbyteorder("S"))


def read_only(a: Array) -> Array:
    """The matrix as an array that cannot be written to."""
    a.flags.writeable = False
    return a


SHEAR = matrix("1 1; 0 1")
ROTATION = matrix("0 -1; 1 0")
SPIRAL = matrix("1 -2; 2 1")
SWAP = matrix("0 1; 1 0")
GENERAL = matrix("1 2; 3 2")
CYCLE = matrix("0 0 1; 1 0 0; 0 1 0")
PAULI = np.array([[0, -1j], [1j, 0]])
THREE = mirrored(diagonal(1, 2, 5))
UNIT = [np.exp(2j * np.pi * k / 3) for k in range(3)]
JUNK_ABOVE = matrix("2 9; 1 2")
JORDAN = np.eye(3) + np.eye(3, k=1)
LADDER = np.diag(np.arange(1.0, 41.0))
PERTURBED_LADDER = LADDER + np.pad([[1.0]], ((39, 0), (0, 39)))
GRADED = matrix("1 1e10; 1e-10 3")
NEARLY_CYCLE = matrix("0 0 1; 1 0 0; 1e-9 1 0")
UNITARY = np.kron(PAULI, np.eye(2)) + np.kron(np.diag([1.0, -1.0]), PAULI)

WITNESSES: dict[str, tuple[Array, Law]] = {
    # Vectors.
    "unsorted-pairs": (diagonal(3, 1, 2), residual()),
    "rolled-vectors": (diagonal(3, 1, 2), residual()),
    "one-pair-repeated": (diagonal(1, 2, 3), values(1, 2, 3)),
    "last-pair-lost": (diagonal(1, 2, 3), values(1, 2, 3)),
    "repeated-value-swallows-another": (diagonal(2, 2, 5), values(2, 2, 5)),
    "dependent-basis": (diagonal(2, 2, 5), independent),
    "largest-entry-one": (GENERAL, unit),
    "zero-column": (diagonal(1, 2), residual()),
    "zero-vectors-at-three": (diagonal(1, 2, 3), residual()),
    "vectors-times-matrix": (diagonal(0, 1), residual()),
    "nan-column-if-defective": (SHEAR, residual()),
    "conjugated-vectors": (ROTATION, residual()),
    "packed-vectors": (ROTATION, residual()),
    "conjugate-vector-forgotten": (ROTATION, residual()),
    "vectors-in-rows": (GENERAL, residual()),
    "left-vectors": (GENERAL, residual()),
    "balancing-not-undone": (GRADED, residual()),
    "balancing-undone-inversely": (GRADED, residual()),
    "first-component-one": (diagonal(1, 2), residual()),
    "normalised-along-rows": (matrix("1 1 0; 0 2 1; 0 0 4"), residual()),
    "small-components-dropped": (matrix("1 1e-9; 0 2"), residual()),
    "vectors-in-single-precision": (GENERAL, residual()),
    "vector-is-the-entry-at-one": (diagonal(0), residual()),
    "random-column": (np.stack([GENERAL] * 64), residual()),
    "noisy-vectors": (GENERAL, residual()),
    # Values.
    "real-parts": (ROTATION, values(1j, -1j)),
    "pairs-made-real": (ROTATION, values(1j, -1j)),
    "same-conjugate-twice": (ROTATION, values(1j, -1j)),
    "complex-input-conjugated": (diagonal(1j, 2), values(1j, 2)),
    "complex64-real-part": (diagonal(1 + 1j, 2).astype(np.complex64), values(1 + 1j, 2, digits=6)),
    "imaginary-parts-cut-off": (1e-15 * ROTATION, values(1e-15j, -1e-15j)),
    "imaginary-pair-dropped": (ROTATION, values(1j, -1j)),
    "absolute-values": (diagonal(-1, 2), values(-1, 2)),
    "sign-by-determinant": (diagonal(-1, 2), values(-1, 2)),
    "multiplicity-lost": (diagonal(1, 1, 2), values(1, 1, 2)),
    "largest-twice": (diagonal(1, 2, 3), values(1, 2, 3)),
    "tiny-to-zero": (diagonal(1e-11, 2e-11), values(1e-11, 2e-11)),
    "ten-decimals": (diagonal(2**-20, 2**-19), values(2**-20, 2**-19)),
    "noise-in-seventh-digit": (diagonal(1, 2, 3), values(1, 2, 3)),
    "noise-in-eleventh-digit": (diagonal(1, 2, 3), values(1, 2, 3)),
    "single-precision": (matrix("1 1; 1 0"), values((1 + 5**0.5) / 2, (1 - 5**0.5) / 2)),
    "trace-kept": (diagonal(1, 2, 3), values(1, 2, 3)),
    "determinant-kept": (diagonal(1, 2, 3), values(1, 2, 3)),
    "two-power-sums-kept": (diagonal(1, 2, 4), values(1, 2, 4)),
    "singular-made-regular": (diagonal(0, 1), values(0, 1)),
    "close-values-averaged": (diagonal(1, 1 + 1e-6), values(1, 1 + 1e-6)),
    "defective-spread": (SHEAR, values(1, 1, digits=7)),
    "defective-shifted": (SHEAR, values(1, 1, digits=7)),
    "shifted-by-one": (diagonal(1e-9, 3e-9), values(1e-9, 3e-9)),
    "fixed-point": (diagonal(1 / 3, 1), values(1 / 3, 1, digits=13)),
    "nearly-symmetric": (matrix("1 1; 1.000001 1"), values(1 + 1.000001**0.5, 1 - 1.000001**0.5)),
    "nearly-block-triangular": (matrix("1 1; 1e-9 1"), values(1 + 1e-9**0.5, 1 - 1e-9**0.5)),
    "nearly-diagonal": (matrix("1 1e-9; 0 2"), residual()),
    "small-entries-dropped": (1e-13 * SWAP, values(1e-13, -1e-13)),
    "noise-from-32": (LADDER, values(*range(1, 41))),
    "last-row-uncoupled-from-32": (PERTURBED_LADDER, residual()),
    "band-of-ten": (np.roll(np.eye(12), 1, axis=0), values(*np.exp(2j * np.pi * np.arange(12) / 12))),
    "transposed-minor-at-two": (GENERAL, values(4, -1)),
    "projected-on-symmetric-part": (GENERAL, values(4, -1)),
    # Symmetric matrices.
    "upper-triangle-read": (JUNK_ABOVE, values(1, 3)),
    "symmetrised": (JUNK_ABOVE, values(1, 3)),
    "whole-matrix-read": (JUNK_ABOVE, values(1, 3)),
    "imaginary-diagonal-used": (np.array([[2 + 3j, 1], [1, 2]]), values(1, 3)),
    "mirrored-without-conjugate": (PAULI, values(-1, 1)),
    "descending": (diagonal(1, 2), ascending),
    "ordered-by-modulus": (diagonal(1, -2), ascending),
    "values-alone-sorted": (diagonal(2, 1), residual()),
    "order-at-33": (LADDER[:33, :33], residual()),
    "halves-not-merged": (LADDER, ascending),
    "singular-values": (diagonal(-1, 2), values(-1, 2)),
    "signs-from-singular-vectors": (SWAP, residual()),
    "negative-clipped": (diagonal(-1, 2), values(-1, 2)),
    "cholesky-needed": (diagonal(-1, 2), values(-1, 2)),
    "largest-component-one": (SWAP, orthonormal),
    "skewed-if-repeated": (np.eye(2), orthonormal),
    "general-solver": (mirrored(diagonal(1, 1, 1, 5)), orthonormal),
    "bilinear-norm": (PAULI, orthonormal),
    "hermitian-vectors-conjugated": (PAULI, residual()),
    "vectors-made-real": (PAULI, residual()),
    "real-embedding": (UNITARY, orthonormal),
    "symmetric-in-single-precision": (matrix("1 1; 1 0"), values((1 + 5**0.5) / 2, (1 - 5**0.5) / 2)),
    "turned-vectors": (THREE, residual()),
    "symmetric-vectors-in-rows": (THREE, residual()),
    "complex-values": (SWAP, formed),
    "missing-entries-zeroed": (diagonal(np.nan, 1), refuses),
    # Inputs.
    "first-matrix-for-all": (np.stack([diagonal(1, 2), diagonal(3, 4)]), each((1, 2), (3, 4))),
    "vectors-of-the-neighbour": (np.stack([SWAP, diagonal(3, 4)]), residual()),
    "diagonals-from-four": (np.stack([SWAP] * 4), values(-1, 1)),
    "memoised-by-diagonal": (np.stack([SWAP, 2 * SWAP]), each((1, -1), (2, -2))),
    "stack-of-stacks-transposed": (np.arange(1.0, 7.0).reshape(2, 3, 1, 1), each(*[(k,) for k in range(1, 7)])),
    "last-of-stack-forgotten": (np.stack([SWAP, SWAP]), values(1, -1)),
    "common-scale-in-stack": (np.stack([SWAP, 1e-9 * SWAP]), each((1, -1), (1e-9, -1e-9))),
    "empty-stack-refused": (np.empty((0, 2, 2)), formed),
    "values-in-one-line": (np.stack([SWAP, SWAP]), formed),
    "row-of-values": (SWAP.copy(), formed),
    "strides-ignored": (np.kron(diagonal(1, 2), np.ones((2, 2)))[::2, ::2], values(1, 2)),
    "fortran-order-transposed": (np.asfortranarray(GENERAL), residual()),
    "negative-strides-as-positive": (GENERAL[::-1], values(4, 1)),
    "byte-order-ignored": (big_endian(GENERAL), values(4, -1)),
    "input-overwritten": (GENERAL.copy(), untouched),
    "mirrored-in-place": (JUNK_ABOVE.copy(), untouched),
    "read-only-refused": (read_only(GENERAL.copy()), values(4, -1)),
    "int32-arithmetic": (np.diag([2**40, 1]), values(2**40, 1)),
    "integer-values": (matrix("1 1; 1 0", int), values((1 + 5**0.5) / 2, (1 - 5**0.5) / 2)),
    "integer-squares": (matrix("0 100; 100 0", np.int8), values(100, -100)),
    "float32-values": (GENERAL, formed),
    "object-values": (GENERAL, formed),
    "huge-scale-kept": (2.0**500 * GENERAL, values(4 * 2.0**500, -(2.0**500))),
    "tiny-scale-kept": (2.0**-500 * GENERAL, values(4 * 2.0**-500, -(2.0**-500))),
    "scaling-undone-twice": (2.0**500 * SWAP, values(2.0**500, -(2.0**500))),
    "squares-underflow": (2.0**-600 * SWAP, values(2.0**-600, -(2.0**-600))),
    "zero-matrix-divided": (diagonal(0, 0), values(0, 0)),
    "empty-matrix-refused": (np.empty((0, 0)), formed),
    "one-for-one-by-one": (diagonal(2), values(2)),
    "singular-refused": (diagonal(0, 1), values(0, 1)),
    "defective-refused": (SHEAR, values(1, 1)),
    "repeated-refused": (diagonal(2, 2, 5), values(2, 2, 5)),
    "non-finite-zeroed": (diagonal(np.nan, 1), refuses),
    # Methods.
    "quadratic-formula": (mirrored(diagonal(1, 1 + 1e-9)), values(1, 1 + 1e-9)),
    "cosines-of-cardano": (mirrored(diagonal(1, 1 + 1e-9, 5)), values(1, 1 + 1e-9, 5)),
    "power-iteration": (diagonal(1, 2), values(1, 2)),
    "power-method-with-deflation": (SWAP + diagonal(0, 0.1), residual()),
    "one-sweep-of-jacobi": (mirrored(diagonal(1, 2, 4, 8)), residual()),
    "jacobi-with-sign-of-zero": (SWAP, values(1, -1)),
    "unshifted-qr": (SWAP, values(1, -1)),
    "qr-with-two-steps": (mirrored(LADDER[:8, :8]), values(*range(1, 9))),
    "qr-without-exceptional-shifts": (CYCLE, values(*UNIT)),
    "loose-deflation": (matrix("1 1; 1e-9 1"), values(1 + 1e-9**0.5, 1 - 1e-9**0.5)),
    "absolute-deflation": (1e-11 * SWAP, values(1e-11, -1e-11)),
    "cancelling-reflections": (NEARLY_CYCLE, values(*np.roots([1, 0, -1e-9, -1]))),
    "roots-of-the-characteristic-polynomial": (mirrored(diagonal(1, 1, 1, 5)), values(1, 1, 1, 5)),
    "lr-without-pivoting": (SWAP, values(1, -1)),
    "lanczos": (diagonal(1, 1, 2), values(1, 1, 2)),
    "inverse-iteration-from-one-start": (diagonal(1, 2), residual()),
    "inverse-iteration-alone": (mirrored(diagonal(1, 1, 1, 5)), orthonormal),
    "bisection-stops-early": (1e-10 * SWAP, values(1e-10, -1e-10)),
    "roots-of-the-square": (mirrored(diagonal(1, 1e-9)), values(1, 1e-9)),
}

BROKEN_BY_NAME = {specimen.name: specimen for specimen in BROKEN}


def test_every_broken_specimen_has_a_witness() -> None:
    """No specimen is there because somebody believes that it is broken."""
    assert sorted(WITNESSES) == sorted(specimen.name for specimen in BROKEN)


def test_names_are_unique() -> None:
    """A name in a table means one specimen."""
    names = [specimen.name for specimen in (*BROKEN, *CORRECT)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", WITNESSES)
def test_witness(name: str) -> None:
    """A broken solver breaks a law for its witness that NumPy obeys."""
    specimen, (a, holds) = BROKEN_BY_NAME[name], WITNESSES[name]
    assert holds(call(specimen.kind, SOUND[specimen.kind], a))
    with np.errstate(all="ignore"):
        assert not holds(call(specimen.kind, specimen.solver, a))


# What each specimen must digest: layouts, types, sizes and scales.

ORDINARY: dict[str, Array] = {
    "empty": np.empty((0, 0)),
    "empty stack": np.empty((0, 2, 2)),
    "stack of empty ones": np.empty((2, 0, 0), dtype=np.complex64),
    "one": diagonal(3),
    "single": GENERAL.astype(np.float32),
    "complex single": PAULI.astype(np.complex64),
    "complex": PAULI + SHEAR,
    "integers": matrix("3 1 0; 1 2 5; 0 5 1", int),
    "bytes": matrix("3 1; 1 2", np.uint8),
    "truth values": matrix("1 1; 1 0", int).astype(bool),
    "stack": np.stack([GENERAL, SHEAR, SWAP, ROTATION]).reshape(2, 2, 2, 2),
    "broadcast": np.broadcast_to(GENERAL, (4, 2, 2)),
    "Fortran": np.asfortranarray(THREE),
    "backwards": THREE[::-1, ::-1],
    "every other": np.kron(THREE, SWAP)[::2, 1::2],
    "read-only": read_only(THREE.copy()),
    "foreign bytes": big_endian(THREE),
    "zero": np.zeros((3, 3)),
    "nilpotent": np.eye(5, k=1),
    "huge": 2.0**1000 * GENERAL,
    "tiny": 2.0**-1000 * GENERAL,
    "huge single": np.float32(2.0**120) * GENERAL.astype(np.float32),
    "tiny single": np.float32(2.0**-120) * GENERAL.astype(np.float32),
    "beyond the block size": LADDER + np.eye(40, k=12),
}


@pytest.mark.parametrize("specimen", BROKEN, ids=[specimen.name for specimen in BROKEN])
def test_broken_specimens_do_not_fail_by_accident(specimen: Specimen) -> None:
    """A broken solver answers, or raises what a solver would raise; it gives no warnings of Python or NumPy."""
    for a in ORDINARY.values():
        call(specimen.kind, specimen.solver, a.copy(order="K"))


def backward_stable(trial: Trial, exponent: int) -> bool:
    """Whether eigenvalues, their sum, eigenvectors and, if Hermitian, the order are those of matrices nearby."""
    a, w = (x.astype(complex) * 2.0**-exponent for x in (trial.matrices, trial.values))
    n = a.shape[-1]
    bound = 64 * n * np.finfo(floating(trial.given).dtype).eps * np.linalg.norm(a, axis=(1, 2))[:, None]
    smallest = np.linalg.svd(a[:, None] - w[..., None, None] * np.eye(n), compute_uv=False)[..., -1]
    laws = [smallest <= bound, np.abs(w.sum(axis=1) - np.trace(a, axis1=1, axis2=2)) <= n**0.5 * bound[:, 0]]
    if trial.kind in HERMITIAN:
        laws += [np.abs(w - np.linalg.eigvalsh(a)) <= bound]
    if trial.kind in WITH_VECTORS:
        lengths = np.linalg.norm(trial.vectors, axis=1)
        laws += [lengths > 0, np.linalg.norm(a @ trial.vectors - trial.vectors * w[:, None], axis=1) <= bound * lengths]
    return all(np.all(holds) for holds in laws) and (trial.kind not in HERMITIAN or ascending(trial))


KNOWN: dict[str, Array] = {
    "one": diagonal(3),
    "zero": np.zeros((3, 3)),
    "identity": np.eye(4),
    "Jordan block": JORDAN,
    "nilpotent": np.eye(6, k=1),
    "general": GENERAL,
    "cycle": CYCLE,
    "rotation and shear": block_sum(ROTATION, SHEAR, diagonal(0, 0)),
    "Hadamard": np.kron(np.kron(SWAP + diagonal(1, -1), SWAP + diagonal(1, -1)), SWAP + diagonal(1, -1)),
    "Wilkinson": np.diag(np.abs(np.arange(-4.0, 5.0))) + np.eye(9, k=1) + np.eye(9, k=-1),
    "complex": np.kron(PAULI + SHEAR, SPIRAL),
    "ladder": np.eye(40, k=5) + LADDER,
}
SCALES = {"f": (-120, 0, 118), "d": (-1000, 0, 1000), "F": (-120, 0, 118), "D": (-1000, 0, 1000)}


@pytest.mark.parametrize("specimen", CORRECT, ids=[specimen.name for specimen in CORRECT])
def test_correct_specimens_are_backward_stable(specimen: Specimen) -> None:
    """A correct solver is right at every scale, and leaves its input as it is."""
    for name, a in KNOWN.items():
        for dtype in "FD" if np.iscomplexobj(a) else "fdFD":
            for exponent in SCALES[dtype]:
                scaled = (a * 2.0**exponent).astype(dtype)
                trial = call(specimen.kind, specimen.solver, scaled)
                assert untouched(trial), name
                assert backward_stable(trial, exponent), (name, dtype, exponent)
                assert specimen.kind != "eigh" or orthonormal(trial), (name, dtype, exponent)


@pytest.mark.parametrize("specimen", CORRECT, ids=[specimen.name for specimen in CORRECT])
def test_correct_specimens_take_every_form_of_input(specimen: Specimen) -> None:
    """A correct solver answers in NumPy's shapes, whatever the layout, type and size of its input are."""
    for name, a in ORDINARY.items():
        trial = call(specimen.kind, specimen.solver, a)
        for theirs, ours in side_by_side(trial):
            assert ours.shape == theirs.shape, name
            assert ours.dtype in {theirs.dtype, np.result_type(theirs, np.complex64)}, name
        assert untouched(trial), name
        scale = int(np.frexp(np.abs(a).max(initial=0))[1])
        assert a.size == 0 or backward_stable(trial, scale), name


@pytest.mark.parametrize("specimen", CORRECT, ids=[specimen.name for specimen in CORRECT])
def test_correct_specimens_refuse_what_numpy_refuses(specimen: Specimen) -> None:
    """NaN, infinity and shapes that are not square raise LinAlgError; Hermitian kinds read the lower triangle only."""
    for a in (diagonal(np.nan, 1), matrix("1 0; inf 1"), np.ones((2, 3)), np.ones(3)):
        with pytest.raises(LinAlgError):
            specimen.solver(a)
    above = matrix("2 nan; 1 2")
    if specimen.kind in HERMITIAN:
        assert values(1, 3)(call(specimen.kind, specimen.solver, above))
    else:
        with pytest.raises(LinAlgError):
            specimen.solver(above)


# Oracles.


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("kind", SOUND)
def test_oracles_accept_numpy(oracle: str, kind: Kind) -> None:
    """An oracle accepts what NumPy finds for a matrix without difficulties."""
    for dtype in "fdFD":
        a = THREE.astype(dtype)
        assert ORACLES[oracle](a, SOUND[kind](a), kind)


@pytest.mark.parametrize("oracle", [name for name in ORACLES if name != "array_api_tests"])
@pytest.mark.parametrize("kind", SOUND)
def test_oracles_reject_another_matrix(oracle: str, kind: Kind) -> None:
    """An oracle that looks at values rejects the answer for another matrix."""
    assert not ORACLES[oracle](THREE, SOUND[kind](THREE + np.eye(3)), kind)


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("kind", SOUND)
def test_oracles_reject_another_shape(oracle: str, kind: Kind) -> None:
    """An oracle rejects the answer for a matrix of another size."""
    assert not ORACLES[oracle](THREE, SOUND[kind](GENERAL), kind)


@pytest.mark.parametrize(
    ("oracle", "name"), [("allclose_residual", "one-pair-repeated"), ("lapack_ratios", "last-pair-lost")]
)
def test_oracles_miss_lost_pairs(oracle: str, name: str) -> None:
    """Copies of one eigenpair pass every test that looks at one pair at a time."""
    assert ORACLES[oracle](THREE, BROKEN_BY_NAME[name].solver(THREE), "eig")


def test_reconstruction_blames_numpy_for_defective_matrices() -> None:
    """A defective matrix has no V D V⁻¹, which is not the solver's fault."""
    assert not ORACLES["allclose_reconstruction"](SHEAR, SOUND["eig"](SHEAR), "eig")
