"""All laws, in the order in which they are reported: the plainest first."""

from __future__ import annotations

from symeig.numeric.computation import Computation
from symeig.numeric.contracts import Contract
from symeig.numeric.laws import bases, counting, hermitian, invariants, pairs
from symeig.numeric.laws.law import Law

__all__ = ["EXACT", "HYGIENE", "LAWS", "Law", "law_named"]

# The largest matrix for which laws are decided that cost more than a few products of matrices.
SMALL = 12
LARGEST_PRODUCT = 40

# Laws of what comes back before it is looked at as numbers; they are decided where the routine is called.
HYGIENE = (
    Law(
        "completes",
        "the routine returns",
        "It ended with an exception, a crash or a time-out for a legal matrix.",
        lambda _: True,
    ),
    Law("shape", "w: (…, n), V: (…, n, n)", "What came back does not have the shape of eigenvalues and eigenvectors."),
    Law("dtype", "ε(w) ≤ ε(A)", "What came back has another kind of numbers, or fewer digits, than was promised."),
    Law("input-unchanged", "A is as it was", "The routine changed its input.", lambda _: True),
    Law("finite", "w and V are finite", "NaN or infinity came back for a finite matrix."),
    Law("non-finite-input", "NaN in A: an exception or NaN in w", "A matrix with NaN or infinity gave finite values."),
    Law("empty-input", "0×0: no values", "A 0×0 matrix was not answered with no eigenvalues."),
    Law("square-input", "m×n, m ≠ n: an exception", "A matrix that is not square was not refused."),
)


def _is_exact(contract: Contract) -> bool:
    return contract.is_exact


def _has_vectors(contract: Contract) -> bool:
    return contract.has_vectors


def _is_general(contract: Contract) -> bool:
    return contract.kind in {"eig", "eigvals"}


def _is_known(c: Computation) -> bool:
    return c.n > 0 and c.known is not None and c.known.is_known


def _is_small(c: Computation) -> bool:
    return 0 < c.n <= SMALL


def _is_semisimple(c: Computation) -> bool:
    """Whether every eigenvalue is known to have as many eigenvectors as it can have."""
    if not _is_known(c) or c.known is None:
        return False
    return all(part.blocks[0] == 1 for s in c.known.summands for part in s.spectrum.parts)


LAWS = (
    Law(
        "nonzero-vectors",
        "v ≠ 0",
        "A vector of zeros came back as an eigenvector; its residual is 0.",
        promised=_has_vectors,
        decide=pairs.nonzero_vectors,
    ),
    Law(
        "trace",
        "|Σμ − tr A| ≤ √n·δ",
        "The eigenvalues do not add up to the trace.",
        applies=lambda c: c.n > 0,
        decide=invariants.trace,
    ),
    Law(
        "residual",
        "‖D⁻¹(Av − μv)‖ ≤ δ·‖D⁻¹v‖ for a scaling D",
        "A value and its vector are no eigenpair of any matrix near A.",
        promised=_has_vectors,
        decide=pairs.residual,
    ),
    Law(
        "left-residual",
        "‖D(Aᴴw − μ̄w)‖ ≤ δ·‖Dw‖ for a scaling D",
        "A value and its left vector are no left eigenpair of any matrix near A.",
        promised=lambda contract: contract.left,
        decide=pairs.left_residual,
    ),
    Law(
        "membership",
        "σₘᵢₙ(D⁻¹AD − μ) ≤ δ for a scaling D",
        "A value is an eigenvalue of no matrix near A.",
        promised=lambda contract: contract.kind in {"eigvals", "eigvalsh"},
        applies=_is_small,
        decide=pairs.membership,
    ),
    Law(
        "hermitian-values",
        "|μᵢ − λᵢ| ≤ δ, both sorted",
        "A value is too far from the exact one in its place.",
        promised=lambda contract: contract.is_hermitian,
        applies=_is_known,
        decide=hermitian.hermitian_values,
    ),
    Law(
        "orthonormality",
        "‖VᴴV − I‖ ≤ c·n·ε",
        "The vectors of a Hermitian matrix are not orthonormal.",
        promised=lambda contract: contract.kind == "eigh",
        decide=hermitian.orthonormality,
    ),
    Law(
        "order",
        "μ₁ ≤ μ₂ ≤ …",
        "The values do not stand in the promised order.",
        promised=lambda contract: contract.order != "any" and not contract.is_exact,
        decide=hermitian.order,
    ),
    Law(
        "unit-vectors",
        "|‖v‖² − 1| ≤ 2c·n·ε",
        "A vector does not have length 1.",
        promised=lambda contract: contract.unit and contract.has_vectors,
        # Where roundings to the smallest normal number count, lengths may be lost with an imaginary part.
        applies=lambda c: not c.underflow,
        decide=pairs.unit_vectors,
    ),
    Law(
        "multiplicities",
        "#{μ in a certified disc} = multiplicity",
        "Eigenvalues are lost, doubled or in the wrong place.",
        promised=_is_general,
        applies=_is_known,
        decide=counting.multiplicities,
        joint=True,
    ),
    Law(
        "rank",
        "#{μ outside the disc of 0} = rank Aⁿ",
        "The number of non-zero eigenvalues is not that of the matrix.",
        promised=_is_general,
        applies=_is_known,
        decide=counting.rank,
        joint=True,
    ),
    Law(
        "cluster-means",
        "|Σ(μ − λ)| ≤ ‖P‖δ + O(δ²) in a disc",
        "The mean of a group of eigenvalues is off, by less than its members may be.",
        promised=_is_general,
        applies=lambda c: _is_known(c) and _is_small(c),
        decide=counting.cluster_means,
        joint=True,
    ),
    Law(
        "product",
        "|Πμ − det A| ≤ Σ sₙ₋ᵢδⁱ",
        "The eigenvalues do not multiply to the determinant.",
        applies=lambda c: 1 < c.n <= LARGEST_PRODUCT,
        decide=invariants.product,
        joint=True,
    ),
    Law(
        "coefficients",
        "|eₖ(μ) − eₖ(A)| ≤ Σ C(n−k+i, i)·sₖ₋ᵢδⁱ",
        "A coefficient of the characteristic polynomial is not that of the eigenvalues.",
        applies=lambda c: 2 < c.n <= SMALL,
        decide=invariants.coefficients,
        joint=True,
    ),
    Law(
        "power-sums",
        "|Σμᵏ − tr Aᵏ| ≤ n((‖A‖ + δ)ᵏ − ‖A‖ᵏ)",
        "The powers of the eigenvalues do not add up to the trace of the power.",
        applies=lambda c: c.n > SMALL,
        decide=invariants.power_sums,
        joint=True,
    ),
    Law(
        "independence",
        "σₘᵢₙ(V) > c·n·ε on the vectors of one eigenvalue",
        "The vectors of a matrix with enough eigenvectors are dependent.",
        promised=lambda contract: contract.basis and contract.kind == "eig",
        applies=lambda c: _is_small(c) and _is_semisimple(c),
        decide=bases.independence,
    ),
)


# Laws of exact results; they are decided for an `Eigensystem`, by `exact.EXACT_LAWS`.
EXACT = (
    Law(
        "exact-spectrum",
        "the eigenvalues and block sizes that were planted",
        "An eigenvalue or a Jordan block is not the one that the matrix was made from.",
        _is_exact,
    ),
    Law(
        "exact-chains",
        "A P = P J, and P is invertible",
        "The chains are no Jordan chains of the matrix, or no basis.",
        _is_exact,
    ),
    Law(
        "exact-charpoly",
        "det(λI − A), by another algorithm and by SymPy",
        "The characteristic polynomial is not the product of the factors that were found.",
        _is_exact,
    ),
    Law(
        "exact-rank",
        "rank A = n − dim ker A, rank Aⁿ = #{λ ≠ 0}",
        "The rank is not what the blocks of the eigenvalue 0 say.",
        _is_exact,
    ),
)

_BY_NAME = {law.name: law for law in (*HYGIENE, *LAWS, *EXACT)}


def law_named(name: str) -> Law:
    """The law of a name.

    Raises:
        KeyError: There is none.
    """
    return _BY_NAME[name]
