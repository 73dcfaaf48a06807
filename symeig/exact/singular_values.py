r"""Singular values, the singular value decomposition and the pseudoinverse, exactly.

The singular values of A are the square roots of the eigenvalues of the smaller one of AᴴA and AAᴴ. Let B be the one of
A and Aᴴ with at least as many rows as columns. Eigenvectors w of BᴴB for the roots of an irreducible p have entries in
$L = K[\lambda]/p$; there $(Bw)^H (Bw') = \lambda\, w^H w'$, so orthogonal w have orthogonal images Bw, and no square
root is taken before lengths are divided out, λ being in L. An orthogonal basis of the kernel of Bᴴ completes them.

References:
    [HJ13] Thm 2.6.3 (singular value decomposition). Golub, G. H., Van Loan, C. F.: Matrix Computations, 4th ed. 2013,
    §2.4 and §5.5.2. Penrose, R.: A generalized inverse for matrices. Proc. Camb. Phil. Soc. 51 (1955) 406–413.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from sympy import Expr, ImmutableMatrix, Integer, oo
from sympy.polys.matrices import DomainMatrix

from symeig.errors import InputError
from symeig.exact.certificate import Claim
from symeig.exact.chains import kernel_basis
from symeig.exact.closed_forms import square_root
from symeig.exact.components import Component
from symeig.exact.conditions import Condition
from symeig.exact.eigensystem import Eigenspace, Eigensystem, FloatReadingWarning
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field
from symeig.exact.orthogonal import orthogonal_basis, unit_vector
from symeig.exact.proved import elements_of, field_of, proved_components
from symeig.exact.rayleigh import extremes
from symeig.exact.residue_rings import ResidueRing
from symeig.exact.scaling import normalise
from symeig.exact.sign_conditions import sign_conditions
from symeig.reading import ExactMatrix, read_matrix
from symeig.reading.entries import FloatReading
from symeig.reading.scalars import canonical, to_sympy

__all__ = ["SingularValueDecomposition", "svd"]


@dataclass(frozen=True)
class SingularValueDecomposition:
    """A = U S Vᴴ; it unpacks: ``U, S, V = svd(A)``.

    Attributes:
        given: The matrix A as it was read.
        gram: The eigensystem of AᴴA, or of AAᴴ where A has fewer rows than columns.
    """

    given: ExactMatrix
    gram: Eigensystem

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n), for an m×n matrix."""
        return self.given.shape

    @cached_property
    def matrix(self) -> ImmutableMatrix:
        """A, with its entries as they were given."""
        return ImmutableMatrix(*self.shape, [to_sympy(x) for row in self.given.rows for x in row])

    @cached_property
    def _spaces(self) -> list[Eigenspace]:
        """The eigenspaces of the Gram matrix, the greatest eigenvalue first; over parameters those of 0 last."""
        spaces = self.gram.eigenspaces
        if not self.gram.field.has_parameters:
            return list(reversed(spaces))
        return sorted(spaces, key=lambda s: not any(s.component.coefficients[:1]))

    @cached_property
    def singular_values(self) -> tuple[Expr, ...]:
        """min(m, n) of them, with multiplicity, in descending order; over parameters in the order of `S`."""
        return tuple(_root(s.eigenvalue) for s in self._spaces for _ in s.block_sizes)

    @property
    def rank(self) -> int:
        """The rank of A: how many singular values are not 0."""
        return self.gram.rank

    @cached_property
    def S(self) -> ImmutableMatrix:
        """The m×n matrix with the singular values on its diagonal."""
        return ImmutableMatrix(*self.shape, lambda i, j: self.singular_values[i] if i == j else 0)

    @property
    def U(self) -> ImmutableMatrix:
        """Orthogonal (unitary), m×m; its columns are eigenvectors of AAᴴ."""
        return self._unitary[0]

    @property
    def V(self) -> ImmutableMatrix:
        """Orthogonal (unitary), n×n; its columns are eigenvectors of AᴴA."""
        return self._unitary[1]

    def __iter__(self) -> Iterator[ImmutableMatrix]:
        return iter((self.U, self.S, self.V))

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What the decomposition takes for granted of parameters; empty without them."""
        field = self.gram.field
        if not any(g.free_symbols for g in field.generators):
            return ()
        K = field.domain
        constants = [c.coefficients[0] for c in self.gram.components if c.coefficients[0]]
        squares = [sum((field.conjugate(x) * x for (x,) in u), K.zero) for u in self._kernel]
        factors = sign_conditions([*constants, *squares], field).factors
        nonzero = [Condition(f.expr) for f in factors if 0 in f.signs]
        real = [Condition(x, "real") for x in field.must_be_real]
        return tuple(dict.fromkeys((*self.gram.conditions, *nonzero, *real)))

    @property
    def condition_number(self) -> Expr:
        """The greatest singular value divided by the least one; infinite where that is 0.

        Raises:
            InputError: A has no entries.
            UndecidedError: It depends on parameters which singular values these are.
        """
        if not self.gram.dimension:
            msg = (
                f"The matrix is {self.shape[0]}×{self.shape[1]}. A condition number needs at least one singular value."
            )
            raise InputError(msg)
        low, high = (space.eigenvalue for space in extremes(self.gram))
        if not low.coefficients[0]:
            return oo
        field, K = self.gram.field, self.gram.field.domain
        if low == high:
            return Integer(1)
        x, y = ([K.convert(c) for c in value.coefficients] for value in (low, high))
        if low.degree == high.degree == 1:
            return square_root(field.to_sympy(y[0] / y[1] / (x[0] / x[1])))
        if low.degree == 2 and low.coefficients == high.coefficients:
            # λ₁ / λ₂ = λ₁² / (λ₁λ₂), and the product of the roots is in K.
            return (high.expr / square_root(field.to_sympy(x[0] / x[2]))).expand()
        return square_root(high.expr) / square_root(low.expr)

    @cached_property
    def pseudoinverse(self) -> ImmutableMatrix:
        r"""The Moore–Penrose inverse A⁺, with entries in the field of A.

        With N a basis of the kernel of B, $B^+ = (B^H B + N N^H)^{-1} B^H$: the matrix in brackets is invertible and
        is BᴴB on the orthogonal complement of the kernel. The four identities of Penrose are proved before it is
        returned.
        """
        B, adjoint = self._B, self._adjoint(self._B)
        zero = next((c for c in self.gram.components if not c.coefficients[0]), None)
        G = adjoint * B
        if zero is not None:
            N = self._matrix([[x for (x,) in chain[0]] for chain in zero.vectors], B.shape[1]).transpose()
            G += N * self._adjoint(N)
        X = G.inv() * adjoint
        for product, true, statement in (
            (B * X * B, B, "A A⁺ A = A"),
            (X * B * X, X, "A⁺ A A⁺ = A⁺"),
            (self._adjoint(B * X), B * X, "A A⁺ is Hermitian"),
            (self._adjoint(X * B), X * B, "A⁺ A is Hermitian"),
        ):
            self._claim.holds(product == true, statement)
        X = self._adjoint(X) if self._is_wide else X
        return ImmutableMatrix(*X.shape, [self.gram.field.to_sympy(x) for row in X.to_list() for x in row])

    def __reduce__(self) -> tuple[Any, ...]:
        return SingularValueDecomposition, (self.given, self.gram)

    def __repr__(self) -> str:
        return f"SingularValueDecomposition({self.matrix.tolist()})"

    # --- the computation, for the matrix B, which has at least as many rows as columns --------------------------------

    @property
    def _is_wide(self) -> bool:
        return self.shape[0] < self.shape[1]

    @cached_property
    def _A(self) -> Any:
        """A over K."""
        return self._matrix(elements_of(self.given, self.gram.field), self.shape[1])

    @property
    def _B(self) -> Any:
        """A, or Aᴴ where that has more rows."""
        return self._adjoint(self._A) if self._is_wide else self._A

    @property
    def _claim(self) -> Claim:
        return Claim(self._A, self.gram.field, function="svd")

    def _matrix(self, rows: Sequence[Sequence[Any]], columns: int) -> Any:
        K = self.gram.field.domain
        return DomainMatrix([[K.convert(x) for x in row] for row in rows], (len(rows), columns), K).to_dense()

    def _adjoint(self, M: Any) -> Any:
        rows = [[self.gram.field.conjugate(x) for x in column] for column in zip(*M.to_list(), strict=True)]
        return self._matrix(rows or [[]] * M.shape[1], M.shape[0])

    @cached_property
    def _kernel(self) -> list[tuple[tuple[Any, ...], ...]]:
        """An orthogonal basis of the kernel of Bᴴ over K."""
        field, adjoint = self.gram.field, self._adjoint(self._B)
        if field.is_rational:
            adjoint = adjoint.clear_denoms(convert=True)[1]
        basis = kernel_basis(adjoint, field)
        if not basis:
            return []
        chains = (normalise([[(x,) for x in v]], self._zero, field) for v in basis)
        component = Component(field, self._zero, tuple(chains))
        return [tuple((field.domain.convert(x),) for (x,) in v) for v in orthogonal_basis(component)]

    @cached_property
    def _unitary(self) -> tuple[ImmutableMatrix, ImmutableMatrix]:
        """U and V, proved before lengths are divided out."""
        left, right = self._images_and_vectors()
        U, V = (ImmutableMatrix.hstack(*vs) if vs else ImmutableMatrix(0, 0, []) for vs in (left, right))
        return (V, U) if self._is_wide else (U, V)

    def _images_and_vectors(self) -> tuple[list[ImmutableMatrix], list[ImmutableMatrix]]:
        """The left and the right singular vectors of B."""
        left, right = [], []
        of_component = {id(c): self._orthogonal(c) for c in self.gram.components}
        for space in self._spaces:
            for w, image in of_component[id(space.component)]:
                right.append(unit_vector(w, space.eigenvalue))
                if any(map(any, image)):
                    left.append(unit_vector(image, space.eigenvalue))
        self._prove_kernel()
        zero = Eigenvalue(self.gram.field, self._zero, 0)
        return [*left, *(unit_vector(u, zero) for u in self._kernel)], right

    @property
    def _zero(self) -> tuple[Any, ...]:
        """The minimal polynomial of 0."""
        K = self.gram.field.domain
        return self.gram.field.canonical((K.zero, K.one))

    def _orthogonal(self, component: Component) -> list[tuple[Any, Any]]:
        """Orthogonal eigenvectors w of BᴴB over K[λ]/p with their images Bw, proved to be singular vectors."""
        field, holds = self.gram.field, self._claim.holds
        ring = ResidueRing(field.domain, tuple(field.domain.convert(c) for c in component.coefficients))
        basis = [[tuple(field.domain.convert(c) for c in e) for e in w] for w in orthogonal_basis(component)]
        pairs = [(w, self._image(w)) for w in basis]
        holds(len(basis) == component.geometric_multiplicity, "there are as many vectors as the multiplicity says")
        gram = self._adjoint(self._B) * self._B
        for w, image in pairs:
            holds(ring.annihilates(gram, w), "(AᴴA) w = λ w")
            of_w, of_image = (ring.inner(v, v, field.conjugate) for v in (w, image))
            holds(of_image == ring.mul(ring.generator, of_w), "|Aw|² = λ|w|²")
        for i in (0, 1):
            products = (ring.inner(u[i], v[i], field.conjugate) for u, v in combinations(pairs, 2))
            holds(not any(map(any, products)), "singular vectors are orthogonal")
        return pairs

    def _image(self, w: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """Bw for a vector over K[λ]/p."""
        d = len(w[0])
        return [tuple(row) for row in (self._B * self._matrix(w, d)).to_list()]

    def _prove_kernel(self) -> None:
        """The vectors of `_kernel` are as many as are needed, in the kernel of Bᴴ, and orthogonal."""
        field, holds = self.gram.field, self._claim.holds
        holds(len(self._kernel) == self._B.shape[0] - self.rank, "the kernel has its dimension")
        rows = [[x for (x,) in u] for u in self._kernel]
        if rows:
            N = self._matrix(rows, self._B.shape[0]).transpose()
            holds((self._adjoint(self._B) * N).is_zero_matrix, "the kernel is annihilated")
            products = self._adjoint(N) * N
            holds(products.is_diagonal and all(map(field.domain.convert, products.diagonal())), "it is orthogonal")


def _root(eigenvalue: Eigenvalue) -> Expr:
    """√λ; over parameters that of a square is shown as such."""
    x = eigenvalue.expr
    if not x.free_symbols:
        return square_root(x).expand()
    return square_root(x.factor() if eigenvalue.degree == 1 else x)


def svd(A: Any, *, floats: FloatReading = "decimal") -> SingularValueDecomposition:
    r"""The singular value decomposition A = U S Vᴴ, exactly.

    Args:
        A: m×n, with entries as for `eigensystem`; m or n may be 0. Parameters are taken to be real.
        floats: How floats are read, as for `eigensystem`.

    Returns:
        The decomposition, which unpacks as U, S, V: U is m×m and V n×n, both orthogonal (unitary), and S is m×n with
        the singular values on its diagonal, in descending order. Over parameters no order is promised, but that zeros
        come last. It has `singular_values`, `rank`, `condition_number` and `pseudoinverse` as well, each worked out
        when it is asked for.

    Raises:
        UnsupportedEntryError: An entry is not finite, or no number or expression that can be computed with exactly.
        CertificationError: The result does not pass its own proof: a fault of symeig.

    Notes:
        The eigensystem of AᴴA, or of AAᴴ where that is smaller, is proved at once. That the singular vectors are
        orthogonal and that A v = σ u is proved before U and V are returned, in exact arithmetic with λ = σ².
        Eigenvalues of degree 3 or more are implicit roots in the square roots.

    References:
        [HJ13] Thm 2.6.3.

    Examples:
        >>> U, S, V = svd([[3, 0], [4, 5]])
        >>> S
        Matrix([
        [3*sqrt(5),       0],
        [        0, sqrt(5)]])
        >>> U * S * V.T
        Matrix([
        [3, 0],
        [4, 5]])
        >>> svd([[1, 2], [2, 4], [3, 6]]).pseudoinverse
        Matrix([
        [1/70, 1/35, 3/70],
        [1/35, 2/35, 3/35]])
        >>> svd([[1, 1], [0, 1]]).condition_number
        sqrt(5)/2 + 3/2
    """
    decomposition = _decomposed(read_matrix(A, floats=floats))
    given = decomposition.given
    if given.floats == "decimal":
        other = _decomposed(ExactMatrix(given.other_rows or (), given.shape))
        if other.rank != decomposition.rank:
            text = (
                f"The floats were read as decimals, and the rank is {decomposition.rank}. Read as the binary numbers"
                f" that they are, the matrix has the rank {other.rank}. Pass floats='binary' to have those, or write"
                " exact entries such as '1/10'."
            )
            warnings.warn(text, FloatReadingWarning, stacklevel=2)
    return decomposition


def _decomposed(given: ExactMatrix) -> SingularValueDecomposition:
    """The decomposition of a matrix as it was read."""
    field = _with_conjugates(given)
    m, n = given.shape
    M = DomainMatrix(elements_of(given, field), given.shape, field.domain).to_dense()
    conjugates = [[field.conjugate(x) for x in row] for row in M.to_list()]
    C = DomainMatrix(conjugates, given.shape, field.domain).to_dense()
    product = C.transpose() * M if m >= n else M * C.transpose()
    rows = tuple(tuple(canonical(field.to_sympy(x)) for x in row) for row in product.to_list())
    gram = ExactMatrix(rows, product.shape)
    return SingularValueDecomposition(given, Eigensystem(gram, field, *proved_components(gram, field)))


def _with_conjugates(given: ExactMatrix) -> BaseField:
    """The field of a matrix and its conjugate."""
    field = field_of(given)
    if field.is_real:
        return field
    entries = [x for row in given.rows for x in row if isinstance(x, Expr)]
    return base_field([*entries, *(g.conjugate() for g in field.numbers.generators)])
