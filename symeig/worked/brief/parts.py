"""The kinds of things that are said about an eigensystem. Each renderer has one function for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sympy import Expr, ImmutableMatrix, Symbol

from symeig.exact.conditions import Condition
from symeig.worked.decimals import Decimals

__all__ = [
    "Assumptions",
    "Chains",
    "Eigenvalues",
    "Extent",
    "Factorization",
    "FloatReadings",
    "Given",
    "Kind",
    "Number",
    "Obstruction",
    "Part",
    "Polynomials",
    "Proof",
    "Spectrum",
    "Vectors",
]

Kind: TypeAlias = Literal["diagonal", "jordan", "orthogonal", "unitary", "rational"]

Vectors: TypeAlias = Literal["none", "eigenvectors", "chains", "orthogonal"]

Chains: TypeAlias = tuple[tuple[ImmutableMatrix, ...], ...]


@dataclass(frozen=True)
class Given:
    """The matrix.

    Attributes:
        matrix: A.
        generators: What generates the field of its entries over the rational numbers; nothing for rational entries.
    """

    matrix: ImmutableMatrix
    generators: tuple[Expr, ...]


@dataclass(frozen=True)
class FloatReadings:
    """How the floats among the entries were read.

    Attributes:
        reading: "decimal" or "binary".
    """

    reading: str


@dataclass(frozen=True)
class Polynomials:
    """The characteristic polynomial, and the minimal one where it is different.

    Attributes:
        characteristic: Expanded.
        factored: Factored; None where that is the same expression.
        is_irreducible: Whether it is irreducible of degree above 1.
        minimal: The minimal polynomial, factored; None where it is the characteristic polynomial.
    """

    characteristic: Expr
    factored: Expr | None
    is_irreducible: bool
    minimal: Expr | None


@dataclass(frozen=True)
class Number:
    """An eigenvalue.

    Attributes:
        name: λ, or λ with a number where there are several.
        value: A closed form; None where there is no short one.
        decimals: None where the value says it all, or where there are parameters.
    """

    name: Symbol
    value: Expr | None
    decimals: Decimals | None


@dataclass(frozen=True)
class Extent:
    """Vectors that are too long to be written out.

    Attributes:
        entries: Number of entries of each.
        degree: The degree in λ that the entries may have.
        digits: The number of digits of the longest coefficient; None where the coefficients are not rational.
    """

    entries: int
    degree: int
    digits: int | None


@dataclass(frozen=True)
class Eigenvalues:
    """Eigenvalues with one story: a single one, or all roots of an irreducible polynomial together.

    Attributes:
        numbers: The eigenvalues.
        polynomial: What they are the roots of, where they are told together; None for a single one.
        real: How many of them are real; None where that depends on parameters.
        algebraic_multiplicity: Of each.
        geometric_multiplicity: Of each.
        block_sizes: Sizes of the Jordan blocks of each, descending.
        chains: Jordan chains, the eigenvector first; polynomials in λ where they are told together. An `Extent` where
            they are too long, None where they are not told.
        lengths: Where the eigenvectors are orthogonal, the length of each.
    """

    numbers: tuple[Number, ...]
    polynomial: Expr | None
    real: int | None
    algebraic_multiplicity: int
    geometric_multiplicity: int
    block_sizes: tuple[int, ...]
    chains: Chains | Extent | None
    lengths: tuple[Expr, ...] | None = None


@dataclass(frozen=True)
class Spectrum:
    """The eigenvalues, with their vectors or without.

    Attributes:
        groups: In the order of their first eigenvalues.
        vectors: What the chains of the groups are.
    """

    groups: tuple[Eigenvalues, ...]
    vectors: Vectors


@dataclass(frozen=True)
class Obstruction:
    """Why there is no basis of eigenvectors.

    Attributes:
        eigenvalues: Defective ones.
    """

    eigenvalues: Eigenvalues


@dataclass(frozen=True)
class Factorization:
    """A X = X Y.

    Attributes:
        kind: What Y is.
        names: The letters for X and Y.
        versions: Pairs (X, Y), the one with the least names of eigenvalues first; none where they are too large.
        numbers: The eigenvalues in the order of Y's blocks.
    """

    kind: Kind
    names: tuple[str, str]
    versions: tuple[tuple[ImmutableMatrix, ImmutableMatrix], ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class Assumptions:
    """What is taken for granted of parameters.

    Attributes:
        conditions: All of which are to hold.
    """

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Proof:
    """What was proved.

    Attributes:
        form: "diagonal", "jordan" or "rational" where A P = P D, A P = P J or A P = P C is told; the proof is of the
            eigenvalues and their multiplicities otherwise.
    """

    form: Kind | None


Part: TypeAlias = Given | FloatReadings | Polynomials | Spectrum | Obstruction | Factorization | Assumptions | Proof
