r"""The result: a matrix with everything that its eigenstructure says, proved.

`eigensystem` does the work and the proof over the base field; eigenvalues as numbers, SymPy expressions, and matrices
P, D and J are derived when somebody looks at them.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import ZZ, Expr, ImmutableMatrix
from sympy.logic.boolalg import Boolean
from sympy.polys.matrices import DomainMatrix

from symeig.errors import (
    NotDiagonalizableError,
    NotSquareError,
    SymeigError,
    UndecidedError,
)
from symeig.exact import orthogonal
from symeig.exact.certificate import Certificate, Claim
from symeig.exact.components import Component
from symeig.exact.conditions import Condition, generic_conditions
from symeig.exact.covariants import Covariants, frobenius_covariants
from symeig.exact.decompositions import Diagonalization, JordanDecomposition, OrthogonalDiagonalization, RationalForm
from symeig.exact.definiteness import Definiteness, Signature
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.functions import (
    GermAt,
    cosine,
    exponential,
    function_of_matrix,
    given_function,
    integer_power,
    logarithm,
    power,
    sine,
)
from symeig.exact.inertia import Inertia
from symeig.exact.isolation import isolate, ordered
from symeig.exact.polynomials import FactoredPolynomial
from symeig.exact.proved import as_expressions, elements_of, field_of, proved_components
from symeig.exact.rational_form import rational_form
from symeig.exact.square_roots import square_root_of_matrix
from symeig.reading import ExactMatrix, read_matrix, read_scalar
from symeig.reading.entries import FloatReading
from symeig.reading.scalars import to_sympy

__all__ = ["Eigenspace", "Eigensystem", "FloatReadingWarning", "eigensystem", "inertia"]


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
        return ImmutableMatrix(self.dimension, self.dimension, [to_sympy(x) for row in self.given.rows for x in row])

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
        """The rank of A: n − (geometric multiplicity of 0).

        The number of eigenvalues that are not 0, with multiplicity, is n − (algebraic multiplicity of 0). It is the
        rank if and only if A² has the rank of A, that is if 0 is not defective; else it is smaller.

        Examples:
            >>> nilpotent = eigensystem([[0, 1], [0, 0]])
            >>> nilpotent.rank, nilpotent.eigenvalues
            (1, (Eigenvalue(0),))
        """
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
        orthogonal.require_hermitian(self._elements, self.field, need)

    @cached_property
    def inertia(self) -> Inertia:
        """How many eigenvalues of a Hermitian matrix are positive, negative and zero, with multiplicity.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: The signs depend on parameters.

        Examples:
            >>> eigensystem([[1, 2], [2, 1]]).inertia
            Inertia(positive=1, negative=1, zero=0)
        """
        return self._signature.inertia()

    @cached_property
    def _signature(self) -> Signature:
        """What is known of the signs of the eigenvalues of a Hermitian matrix."""
        self._require_hermitian(
            "Inertia and definiteness are about real eigenvalues. Give a symmetric (Hermitian) matrix; the quadratic"
            " form xᵀAx has the symmetric matrix (A + Aᵀ)/2."
        )
        return Signature(self.components, self.field)

    @property
    def definiteness(self) -> Definiteness:
        """The strongest word for the signs of the eigenvalues of a Hermitian matrix.

        One of "positive definite", "positive semidefinite", "negative definite", "negative semidefinite",
        "indefinite", "zero".

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters; the error has the inequalities that decide it.

        Examples:
            >>> eigensystem([[0, 0, 0], [0, 1, 2], [0, 2, 1]]).definiteness
            'indefinite'
        """
        return self._signature.strongest()

    @property
    def definiteness_cases(self) -> dict[Definiteness, Boolean]:
        """For each word that may hold of a Hermitian matrix the inequalities in the parameters under which it does.

        Parameters are taken to be real. The elementary symmetric functions of the eigenvalues are all positive if and
        only if A is positive definite, and none is negative if and only if A is positive semidefinite; the inequalities
        are those for each irreducible factor of the characteristic polynomial. A condition that is known to hold is
        `true`, and a case that is known to be impossible is left out.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.

        Examples:
            >>> from sympy import Symbol
            >>> a = Symbol("a", real=True)
            >>> eigensystem([[1, a], [a, 1]]).definiteness_cases["positive definite"]
            (a > -1) & (a < 1)
        """
        return self._signature.cases()

    @property
    def is_positive_definite(self) -> bool:
        """Whether xᴴAx > 0 for all x ≠ 0, for Hermitian A: all eigenvalues are positive.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters.
        """
        return self._signature.is_("positive definite")

    @property
    def is_positive_semidefinite(self) -> bool:
        """Whether xᴴAx ≥ 0 for all x, for Hermitian A: no eigenvalue is negative.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters.
        """
        return self._signature.is_("positive semidefinite")

    @property
    def is_negative_definite(self) -> bool:
        """Whether xᴴAx < 0 for all x ≠ 0, for Hermitian A: all eigenvalues are negative.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters.
        """
        return self._signature.is_("negative definite")

    @property
    def is_negative_semidefinite(self) -> bool:
        """Whether xᴴAx ≤ 0 for all x, for Hermitian A: no eigenvalue is positive.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters.
        """
        return self._signature.is_("negative semidefinite")

    @property
    def is_indefinite(self) -> bool:
        """Whether xᴴAx takes both signs, for Hermitian A: there are positive and negative eigenvalues.

        Raises:
            NotHermitianError: A is not its own conjugate transpose.
            UndecidedError: It depends on parameters.
        """
        return self._signature.is_("indefinite")

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
        return tuple(Z[0] for Z in self.covariants)

    @cached_property
    def covariants(self) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """For each eigenvalue, in order, its Frobenius covariants (A − λ)ʲP, j below its index, P its projector.

        A function of A is the sum of f⁽ʲ⁾(λ)/j! times (A − λ)ʲP over all eigenvalues and all j.
        """
        of_component = {id(Z.component): Z for Z in self.component_covariants}
        return tuple(of_component[id(s.component)].at(s.eigenvalue) for s in self.eigenspaces)

    def apply(self, f: Callable[[Expr], Any], *derivatives: Callable[[Expr], Any]) -> ImmutableMatrix:
        """f(A), for any function that has as many derivatives at each eigenvalue as its largest block needs.

        Args:
            f: Takes a SymPy expression and returns one: ``sympy.sqrt``, a `Lambda`, a Python function.
            derivatives: f′, f″, … in the same form, index − 1 of them; SymPy differentiates f if none are given.

        Raises:
            UndefinedFunctionError: f or a derivative is not finite at an eigenvalue.
            InputError: Fewer derivatives are given than are needed.

        Examples:
            >>> from sympy import Function
            >>> eigensystem([[2, 1], [0, 2]]).apply(Function("f"))
            Matrix([
            [f(2), Subs(Derivative(f(_x), _x), _x, 2)],
            [   0,                               f(2)]])
        """
        return self._function(given_function(f, derivatives))

    def power(self, n: Any) -> ImmutableMatrix:
        """Aⁿ for an integer, a letter that stands for one, or the principal value for a rational number.

        With a letter the result is right for all n ≥ 0, and for negative n where A is invertible: powers of 0 are
        Kronecker deltas. Floats are read as decimals. With parameters it is right where `conditions` hold, and where
        an eigenvalue with parameters and a Jordan block of size k becomes 0, from n = k − 1 on.

        Raises:
            SingularMatrixError: n is negative, and A is singular.
            UndefinedFunctionError: n is a fraction, and 0 has too large a Jordan block.
            InputError: n is no real number.

        Examples:
            >>> from sympy.abc import n
            >>> eigensystem([[2, 1], [2, 3]]).power(n)
            Matrix([
            [  4**n/3 + 2/3,   4**n/3 - 1/3],
            [2*4**n/3 - 2/3, 2*4**n/3 + 1/3]])
            >>> eigensystem([[0, 1], [0, 0]]).power(n)
            Matrix([
            [KroneckerDelta(0, n), KroneckerDelta(1, n)],
            [                   0, KroneckerDelta(0, n)]])
        """
        exponent = read_scalar(n, "The exponent")
        return self._integer_power(int(exponent)) if exponent.is_Integer else self._function(power(exponent))

    def inverse(self) -> ImmutableMatrix:
        """A⁻¹, with entries in the field of those of A; with parameters, where det A is not 0.

        Raises:
            SingularMatrixError: A is singular.

        Examples:
            >>> eigensystem([[2, 1], [2, 3]]).inverse()
            Matrix([
            [ 3/4, -1/4],
            [-1/2,  1/2]])
        """
        return self._integer_power(-1)

    def exp(self, t: Any = 1) -> ImmutableMatrix:
        """The exponential of tA, for a number or an expression t.

        Examples:
            >>> from sympy.abc import t
            >>> eigensystem([[0, -1], [1, 0]]).exp(t)
            Matrix([
            [cos(t), -sin(t)],
            [sin(t),  cos(t)]])
        """
        return self._function(exponential(read_scalar(t, "The factor t")))

    def sin(self, t: Any = 1) -> ImmutableMatrix:
        """The sine of tA, for a number or an expression t."""
        return self._function(sine(read_scalar(t, "The factor t")))

    def cos(self, t: Any = 1) -> ImmutableMatrix:
        """The cosine of tA, for a number or an expression t."""
        return self._function(cosine(read_scalar(t, "The factor t")))

    def log(self) -> ImmutableMatrix:
        """The principal logarithm: exp of it is A, and the imaginary parts of its eigenvalues are in (−π, π].

        Raises:
            SingularMatrixError: A is singular, and so no exponential.

        Examples:
            >>> eigensystem([[2, 1], [0, 2]]).log()
            Matrix([
            [log(2),    1/2],
            [     0, log(2)]])
        """
        return self._function(logarithm)

    def sqrt(self) -> ImmutableMatrix:
        """X with X² = A: the principal square root, unless 0 is defective; then one that is built from Jordan chains.

        Raises:
            NoSquareRootError: There is none; the message has the proof.

        Examples:
            >>> eigensystem([[33, 24], [48, 57]]).sqrt()
            Matrix([
            [5, 2],
            [4, 7]])
        """
        return square_root_of_matrix(self._A, self.component_covariants, self.field)

    def _function(self, germ_at: GermAt) -> ImmutableMatrix:
        """f(A) by what f is near the eigenvalues."""
        return function_of_matrix(self.given.shape, self.component_covariants, germ_at)

    def _integer_power(self, k: int) -> ImmutableMatrix:
        """Aᵏ over K."""
        B = integer_power(self._A, k, self.components, self.field)
        return as_expressions(B, self.field)

    @cached_property
    def component_covariants(self) -> tuple[Covariants, ...]:
        """The covariants of all components, proved."""
        return frobenius_covariants(self._A, self.components, self.field)

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
            " Any matrix has singular values: symeig.svd(A)."
        )
        raise NotSquareError(msg, shape=given.shape)
    field = field_of(given)
    components, certificate = proved_components(given, field)
    if given.floats == "decimal":
        _compare_readings(given, components)
    return Eigensystem(given, field, components, certificate)


def inertia(A: Any, *, floats: FloatReading = "decimal") -> Inertia:
    """How many eigenvalues of a Hermitian matrix are positive, negative and zero, with multiplicity.

    Args:
        A: n×n and Hermitian, as for `eigensystem`; parameters are taken to be real.
        floats: How floats are read, as for `eigensystem`.

    Raises:
        NotSquareError: The matrix has different numbers of rows and columns.
        NotHermitianError: A is not its own conjugate transpose.
        UndecidedError: The signs depend on parameters.

    Examples:
        >>> inertia([[0, 0, 0], [0, 1, 2], [0, 2, 1]])
        Inertia(positive=1, negative=1, zero=1)

    References:
        [HJ13] §4.5.
    """
    return eigensystem(A, floats=floats).inertia


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
