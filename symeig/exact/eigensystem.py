r"""The result: a matrix with everything that its eigenstructure says, proved.

`eigensystem` does the work and the proof over the base field; eigenvalues as numbers, SymPy expressions, and matrices
P, D and J are derived when somebody looks at them.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import QQ, ZZ, Expr, ImmutableMatrix
from sympy.polys.matrices import DomainMatrix

from symeig.errors import NotDiagonalizableError, NotHermitianError, NotSquareError, SymeigError, UndecidedError
from symeig.exact import orthogonal
from symeig.exact.certificate import Certificate, Claim
from symeig.exact.components import Component
from symeig.exact.conditions import Condition, generic_conditions
from symeig.exact.decompositions import Diagonalization, JordanDecomposition, OrthogonalDiagonalization, RationalForm
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.inertia import Inertia, real_rooted_inertia
from symeig.exact.isolation import isolate, ordered
from symeig.exact.polynomials import FactoredPolynomial
from symeig.exact.projectors import component_projectors
from symeig.exact.proved import elements_of, field_of, proved_components
from symeig.exact.rational_form import rational_form
from symeig.reading import ExactMatrix, ExactScalar, read_matrix
from symeig.reading.entries import FloatReading

__all__ = ["Eigenspace", "Eigensystem", "FloatReadingWarning", "eigensystem"]


class FloatReadingWarning(UserWarning):
    """The floats of a matrix, read as decimals and read as the doubles they are, give different structures."""


@dataclass(frozen=True)
class Eigenspace:
    """An eigenvalue of a matrix with its eigenvectors and Jordan chains.

    Attributes:
        eigenvalue: λ.
        component: The irreducible factor that λ is a root of, with its chains.
    """

    eigenvalue: Eigenvalue
    component: Component

    @property
    def algebraic_multiplicity(self) -> int:
        """The multiplicity of λ as a root of the characteristic polynomial."""
        return self.component.algebraic_multiplicity

    @property
    def geometric_multiplicity(self) -> int:
        """The dimension of ker(A − λ)."""
        return self.component.geometric_multiplicity

    @property
    def index(self) -> int:
        """The size of the largest Jordan block of λ."""
        return self.component.index

    @property
    def block_sizes(self) -> tuple[int, ...]:
        """The sizes of the Jordan blocks of λ, descending (Segre characteristic)."""
        return self.component.block_sizes

    @property
    def weyr(self) -> tuple[int, ...]:
        """The Weyr characteristic: dim ker(A − λ)ᵏ − dim ker(A − λ)ᵏ⁻¹ for k from 1 to the index."""
        return self.component.weyr

    @property
    def is_defective(self) -> bool:
        """Whether the geometric multiplicity is below the algebraic one."""
        return self.component.is_defective

    @property
    def is_semisimple(self) -> bool:
        """Whether the two multiplicities are equal."""
        return not self.component.is_defective

    @cached_property
    def chains(self) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """The Jordan chains, the longest first; in each (A − λ)v₁ = 0 and (A − λ)vⱼ₊₁ = vⱼ."""
        return self.component.chains_at(self.eigenvalue)

    @property
    def basis(self) -> tuple[ImmutableMatrix, ...]:
        """A basis of ker(A − λ): the first vector of each chain."""
        return tuple(chain[0] for chain in self.chains)

    def __reduce__(self) -> tuple[Any, ...]:
        return Eigenspace, (self.eigenvalue, self.component)


@dataclass(frozen=True)
class Eigensystem:
    """A square matrix with its proved eigenstructure.

    Attributes:
        given: The matrix as it was read.
        field: The base field K: the field that its entries generate.
        components: One for each irreducible factor of the characteristic polynomial: the level at which the work is
            done, and at which a large matrix should be read.
        certificate: What was proved.

    Examples:
        >>> from symeig import eigensystem
        >>> S = eigensystem([[2, 1], [2, 3]])
        >>> S.eigenvalues
        (Eigenvalue(1), Eigenvalue(4))
        >>> S.jordan().P
        Matrix([
        [ 1, 1],
        [-1, 2]])
    """

    given: ExactMatrix
    field: BaseField
    components: tuple[Component, ...]
    certificate: Certificate

    @property
    def dimension(self) -> int:
        """n, for an n×n matrix."""
        return self.given.shape[0]

    @cached_property
    def matrix(self) -> ImmutableMatrix:
        """A, with its entries as they were given."""
        return ImmutableMatrix(self.dimension, self.dimension, [_sympy(x) for row in self.given.rows for x in row])

    @cached_property
    def charpoly(self) -> FactoredPolynomial:
        """The characteristic polynomial det(λI − A)."""
        return FactoredPolynomial(
            self.field, tuple((c.coefficients, c.algebraic_multiplicity) for c in self.components)
        )

    @cached_property
    def minpoly(self) -> FactoredPolynomial:
        """The monic polynomial of least degree that vanishes at A."""
        return FactoredPolynomial(self.field, tuple((c.coefficients, c.index) for c in self.components))

    @cached_property
    def eigenspaces(self) -> tuple[Eigenspace, ...]:
        """One for each distinct eigenvalue, in order: reals ascending, then by real part and |imaginary part|.

        Over parameters there is no order of size; the order is that of `components`.
        """
        spaces = [Eigenspace(x, c) for c in self.components for x in c.eigenvalues]
        if self.field.has_parameters or (self.field.is_rational and all(c.degree == 1 for c in self.components)):
            return tuple(spaces)
        of_root = {}
        for space in spaces:
            root = isolate(space.eigenvalue.coefficients, self.field)[space.eigenvalue.root]
            of_root[id(root)] = (root, space)
        return tuple(of_root[id(root)][1] for root in ordered([root for root, _ in of_root.values()]))

    @cached_property
    def eigenvalues(self) -> tuple[Eigenvalue, ...]:
        """The distinct eigenvalues, in order."""
        return tuple(space.eigenvalue for space in self.eigenspaces)

    @property
    def rank(self) -> int:
        """The rank of A: n − (geometric multiplicity of 0)."""
        kernel = next((c.geometric_multiplicity for c in self.components if not c.coefficients[0]), 0)
        return self.dimension - kernel

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What the parameters must not be for the result to hold as it stands; empty without parameters.

        Wherever no listed expression vanishes, A P = P J with an invertible P, for the P and J of `jordan`. Two
        eigenvalues may still coincide there, or one be 0; multiplicities, minimal polynomial and rank are those of
        parameters without such relations.
        """
        return generic_conditions(self._elements, self.components, self.field)

    @property
    def is_diagonalizable(self) -> bool:
        """Whether there is a basis of eigenvectors.

        Raises:
            UndecidedError: The answer depends on parameters.
        """
        return self._generically(not any(c.is_defective for c in self.components), "Is A diagonalizable?")

    def _generically(self, answer: bool, question: str) -> bool:  # noqa: FBT001  (the answer is data)
        """An answer that holds for generic parameters, where it holds for all of them."""
        if self.conditions:
            helpful = tuple(map(str, self.conditions))
            generic = "Yes" if answer else "No"
            msg = f"{question} {generic}, if {' and '.join(helpful)}; otherwise it depends. Substitute values."
            raise UndecidedError(msg, question=question, assumptions_that_help=helpful)
        return answer

    def diagonalize(self) -> Diagonalization:
        """An invertible P and a diagonal D with A P = P D.

        Raises:
            NotDiagonalizableError: An eigenvalue is defective.
        """
        defective = next((s for s in self.eigenspaces if s.is_defective), None)
        if defective:
            value, a, g = defective.eigenvalue, defective.algebraic_multiplicity, defective.geometric_multiplicity
            independent = "1 independent eigenvector" if g == 1 else f"{g} independent eigenvectors"
            msg = (
                f"A is not diagonalizable: λ = {value} has algebraic multiplicity {a} but only {independent}."
                " Use .jordan()."
            )
            raise NotDiagonalizableError(msg, eigenvalue=value, algebraic=a, geometric=g)
        J = self.jordan()
        return Diagonalization(J.P, J.J)

    def jordan(self) -> JordanDecomposition:
        """An invertible P and a Jordan matrix J, ones above the diagonal, with A P = P J."""
        return self._jordan

    @cached_property
    def _jordan(self) -> JordanDecomposition:
        n = self.dimension
        columns = [v for s in self.eigenspaces for v in s.component.columns_at(s.eigenvalue)]
        J: list[list[Expr | int]] = [[0] * n for _ in range(n)]
        i = 0
        for space in self.eigenspaces:
            for size in space.block_sizes:
                for k in range(size):
                    J[i][i] = space.eigenvalue.expr
                    if k:
                        J[i - 1][i] = 1
                    i += 1
        return JordanDecomposition(_immutable(columns, n).T, _immutable(J, n))

    def rational_form(self) -> RationalForm:
        """An invertible P and a block diagonal C over the base field with A P = P C, companion blocks of powers pᵏ."""
        return rational_form(self._A, self.components, self.field)

    @cached_property
    def _elements(self) -> list[list[Any]]:
        """The entries of A in K."""
        return elements_of(self.given, self.field)

    @property
    def _A(self) -> Any:
        """A over K."""
        return DomainMatrix(self._elements, self.given.shape, self.field.domain).to_dense()

    def _require_hermitian(self, need: str) -> None:
        """Refuse a matrix that is not Hermitian, and say what for it has to be."""
        position = orthogonal.asymmetric_position(self._elements, self.field)
        if position:
            msg = f"A is not Hermitian: entry {position} is not the conjugate of its mirror image. {need}"
            raise NotHermitianError(msg, position=position)

    @cached_property
    def inertia(self) -> Inertia:
        """How many eigenvalues of a Hermitian matrix are positive, negative and zero, with multiplicity.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: A has parameters, on which signs depend.

        Examples:
            >>> eigensystem([[1, 2], [2, 1]]).inertia
            Inertia(positive=1, negative=1, zero=0)
        """
        self._require_hermitian("Inertia counts real eigenvalues by their signs. Give a symmetric (Hermitian) matrix.")
        if self.field.has_parameters:
            msg = "The signs of the eigenvalues depend on parameters. They are counted for numbers. Substitute values."
            question = "Which signs do the eigenvalues have?"
            raise UndecidedError(msg, question=question, assumptions_that_help=())
        return real_rooted_inertia(self.charpoly.coefficients, self.field)

    def orthogonal(self) -> OrthogonalDiagonalization:
        """An orthogonal (unitary) Q and a real diagonal D with A Q = Q D, for symmetric (Hermitian) A.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
        """
        self._require_hermitian(
            "An orthonormal basis of eigenvectors with real eigenvalues needs a symmetric (Hermitian) matrix."
            " Use .diagonalize()."
        )
        claim = Claim(self._A, self.field)
        columns = [v for s in self.eigenspaces for v in orthogonal.unit_vectors(s.component, s.eigenvalue, claim)]
        values = [s.eigenvalue.expr for s in self.eigenspaces for _ in s.block_sizes]
        conditions = (*self.conditions, *(Condition(x, "real") for x in self.field.must_be_real))
        Q = ImmutableMatrix.hstack(*columns) if columns else ImmutableMatrix(0, 0, [])
        return OrthogonalDiagonalization(Q, ImmutableMatrix.diag(*values) if values else Q, conditions)

    @cached_property
    def left_eigenvectors(self) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """For each eigenvalue, in order, a basis of the rows y with y A = λ y."""
        transposed = ExactMatrix(tuple(zip(*self.given.rows, strict=True)), self.given.shape)
        components = proved_components(transposed, self.field)[0]
        found = []
        for x in self.eigenvalues:
            component = next(c for c in components if c.coefficients == x.coefficients)
            found.append(tuple(chain[0].T for chain in component.chains_at(x)))
        return tuple(found)

    @cached_property
    def projectors(self) -> tuple[ImmutableMatrix, ...]:
        """For each eigenvalue, in order, the projection onto its generalised eigenspace along all the others.

        They add up to the identity, multiply to zero, and commute with A.
        """
        of_component = dict(
            zip(map(id, self.components), component_projectors(self._A, self.components, self.field), strict=True)
        )
        n = self.dimension
        return tuple(
            ImmutableMatrix(n, n, [s.eigenvalue.evaluate(e) for row in of_component[id(s.component)] for e in row])
            for s in self.eigenspaces
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return Eigensystem, (self.given, self.field, self.components, self.certificate)

    def __repr__(self) -> str:
        return f"Eigensystem({self.matrix.tolist()})"


def _immutable(rows: Sequence[Sequence[Expr | int]], n: int) -> ImmutableMatrix:
    """An n×n matrix; integers are handed to SymPy as such, which saves it from looking for their domain."""
    if all(isinstance(x, int) or x.is_Integer for row in rows for x in row):
        M = DomainMatrix([[ZZ(int(x)) for x in row] for row in rows], (n, n), ZZ)
        return M.to_Matrix().as_immutable()
    return ImmutableMatrix(n, n, [x for row in rows for x in row])


def _sympy(x: ExactScalar) -> Expr:
    return x if isinstance(x, Expr) else QQ.to_sympy(QQ(x.numerator, x.denominator))


def eigensystem(A: Any, *, floats: FloatReading = "decimal") -> Eigensystem:
    r"""The eigensystem of a square matrix, exactly, with its proof.

    Args:
        A: n×n, n ≥ 0: a list of rows, a text such as ``"2 1; 2 3"``, a NumPy array, a SymPy matrix, … (`read_matrix`).
            Entries may be rational, algebraic (√2, I, cos(π/7)), and have parameters.
        floats: How floats are read: "decimal" (0.1 is 1/10), "binary" (the exact value of the stored bits) or "error".

    Returns:
        Characteristic and minimal polynomial, eigenvalues, eigenspaces, Jordan chains; proved before it is returned.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        UnsupportedEntryError: An entry is not finite, or no number or expression that can be computed with exactly.
        BudgetExceededError: The result would not fit into memory.
        CertificationError: The result does not pass its own proof: a fault of symeig.

    Notes:
        Linear algebra over the base field only; see `symeig.exact.components` for the algorithm and its sources. A
        dense n×n integer matrix costs about n matrix-vector products and one product of n×n matrices beyond its
        characteristic polynomial.

    Examples:
        >>> S = eigensystem([[3, -1, 1], [2, 0, 1], [1, -1, 2]])
        >>> [(s.eigenvalue, s.block_sizes) for s in S.eigenspaces]
        [(Eigenvalue(1), (1,)), (Eigenvalue(2), (2,))]
        >>> S.matrix * S.jordan().P == S.jordan().P * S.jordan().J
        True
    """
    given = A if isinstance(A, ExactMatrix) else read_matrix(A, floats=floats)
    rows, columns = given.shape
    if rows != columns:
        msg = (
            f"The matrix has {rows} rows and {columns} columns. Eigenvalues need a square matrix."
            " For singular values use A.T * A."
        )
        raise NotSquareError(msg, shape=given.shape)
    field = field_of(given)
    components, certificate = proved_components(given, field)
    if given.floats == "decimal":
        _compare_readings(given, components)
    return Eigensystem(given, field, components, certificate)


def _compare_readings(given: ExactMatrix, components: Sequence[Component]) -> None:
    """Warn where the binary reading of the floats gives another rank or other block sizes than the decimal one."""
    other = ExactMatrix(given.other_rows or (), given.shape)
    try:
        components_of_other = proved_components(other, field_of(other))[0]
    except SymeigError:
        return
    if _signature(components) != _signature(components_of_other):
        text = (
            "The floats were read as decimals. Read as the binary numbers that they are, the matrix has another rank or"
            " other multiplicities. Pass floats='binary' to have those, or write exact entries such as '1/10'."
        )
        warnings.warn(text, FloatReadingWarning, stacklevel=3)


def _signature(components: Sequence[Component]) -> tuple[Any, ...]:
    """Block sizes of all eigenvalues, and of 0."""
    zero = [c.block_sizes for c in components if not c.coefficients[0]]
    return sorted(c.block_sizes for c in components for _ in range(c.degree)), zero
