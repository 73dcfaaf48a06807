r"""Every exception that symeig raises on purpose.

The tree, tested against the classes::

    SymeigError
    ├─ InputError (ValueError)
    │  ├─ NotSquareError
    │  ├─ RaggedRowsError
    │  ├─ UnsupportedEntryError
    │  ├─ InexactEntryError
    │  ├─ ParseError
    │  └─ UnreadableFileError
    ├─ ObstructionError (ValueError)
    │  ├─ NoLimitError
    │  ├─ NotDiagonalizableError
    │  ├─ NotHermitianError
    │  ├─ NotNonnegativeError
    │  ├─ NotSplitError
    │  ├─ NoSquareRootError
    │  ├─ SingularMatrixError
    │  └─ UndefinedFunctionError
    ├─ UndecidedError
    ├─ BudgetExceededError
    ├─ MissingExtraError (ImportError)
    └─ CertificationError

An `InputError` is about what was given, an `ObstructionError` about the mathematics: the input is fine and the
answer is no. A message says what was given, what is needed and what to do, and ends with a stable code. The data in
a message are attributes as well, and every exception survives pickling, because batches run in worker processes.
"""

from __future__ import annotations

from typing import Any, ClassVar

__all__ = [
    "BudgetExceededError",
    "CertificationError",
    "InexactEntryError",
    "InputError",
    "MissingExtraError",
    "NoLimitError",
    "NoSquareRootError",
    "NotDiagonalizableError",
    "NotHermitianError",
    "NotNonnegativeError",
    "NotSplitError",
    "NotSquareError",
    "ObstructionError",
    "ParseError",
    "RaggedRowsError",
    "SingularMatrixError",
    "SymeigError",
    "UndecidedError",
    "UndefinedFunctionError",
    "UnreadableFileError",
    "UnsupportedEntryError",
]


class SymeigError(Exception):
    """Any failure that symeig foresees. Catch this one to catch them all.

    Args:
        message: What was given, what is needed, what to do; one sentence each.
        data: The values that the message speaks of; each becomes an attribute.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str, **data: Any) -> None:
        super().__init__(message)
        self.message = message
        self.data = data
        self.__dict__.update(data)

    def __str__(self) -> str:
        return f"{self.message} [symeig: {self.code}]"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.data)


def _rebuild(cls: type[SymeigError], message: str, data: dict[str, Any]) -> SymeigError:
    """Unpickle an exception whose data are keyword arguments."""
    return cls(message, **data)


class InputError(SymeigError, ValueError):
    """What was given cannot be used: no matrix with exact entries, no value that an argument may have.

    Fails: ``eigensystem(None)``, ``solve([[2, 1], [2, 3]], goal="diagonal")``.
    Fixed: ``solve([[2, 1], [2, 3]], goal="diagonalize")``.
    """

    code = "input"


class NotSquareError(InputError):
    """The matrix has different numbers of rows and columns; only square matrices have eigenvalues.

    Attributes:
        shape: (rows, columns) of what was given.

    Fails: ``eigensystem([[1, 2, 3], [4, 5, 6]])``. Instead: ``svd(A)``, which takes any matrix.
    """

    code = "not-square"
    shape: tuple[int, int]


class RaggedRowsError(InputError):
    """The rows have different lengths.

    Attributes:
        row: Number of the first row (from 1) whose length differs from that of row 1.
        lengths: The length of each row.

    Fails: ``eigensystem([[1, 2], [3]])``. Fixed: ``eigensystem([[1, 2], [3, 4]])``.
    """

    code = "ragged-rows"
    row: int
    lengths: tuple[int, ...]


class UnsupportedEntryError(InputError):
    """An entry is not finite, or not a number or expression that can be computed with exactly.

    Attributes:
        position: (row, column) from 1, or None where the entry stands alone.
        entry: The entry as text.

    Fails: ``eigensystem([[float("nan")]])``, ``eigensystem([["pi + e"]])``, ``eigensystem([["f(x)"]])``.
    Fixed: ``eigensystem([["pi + a"]])``, ``eigensystem([["f*x"]])``.
    """

    code = "unsupported-entry"
    position: tuple[int, int] | None
    entry: str


class InexactEntryError(InputError):
    """An entry is a float, and floats were ruled out with ``floats="error"``.

    Attributes:
        position: (row, column) from 1.
        entry: The entry as text.

    Fails: ``eigensystem([[0.1]], floats="error")``. Fixed: ``eigensystem([["1/10"]], floats="error")``.
    """

    code = "inexact-entry"
    position: tuple[int, int] | None
    entry: str


class ParseError(InputError):
    """A text is not a number, an expression or a matrix in any notation that symeig reads.

    Attributes:
        text: The text (shortened when it is long).
        position: Offset of the fault in the text, from 0.
        caret: Two lines, the text around the fault and a caret under it.

    Fails: ``eigensystem("1 2; 3 +")``. Fixed: ``eigensystem("1 2; 3 4")``.
    """

    code = "parse"
    text: str
    position: int
    caret: str


class UnreadableFileError(InputError):
    """A file cannot be opened, is of an unknown kind, or does not hold a matrix.

    Attributes:
        path: The file as given.

    Fails: ``read_matrix_file("missing.csv")``. Instead: a file that exists, with a suffix that says what is in it.
    """

    code = "unreadable-file"
    path: str


class ObstructionError(SymeigError, ValueError):
    """The input is fine; the mathematics says no."""

    code = "obstruction"


class NoLimitError(ObstructionError):
    """The directions of Aᵏv do not converge: several eigenvalues of one modulus dominate, or Aᵏv becomes 0.

    Attributes:
        eigenvalues: Those that dominate, such as λ and −λ or a complex pair; none where Aᵏv becomes 0.

    Fails: ``growth([[0, 1], [1, 0]], [1, 0]).power_iteration``. Instead: ``growth(A, v).ratios``, or another v.
    """

    code = "no-limit"
    eigenvalues: tuple[Any, ...]


class NotDiagonalizableError(ObstructionError):
    """An eigenvalue has fewer independent eigenvectors than its multiplicity: there is no invertible P.

    Attributes:
        eigenvalue: The first defective eigenvalue.
        algebraic: Its algebraic multiplicity.
        geometric: Its geometric multiplicity, smaller than the algebraic one.

    Fails: ``eigensystem([[2, 1], [0, 2]]).diagonalize()``. Instead: ``.jordan()``, which always exists.
    """

    code = "not-diagonalizable"
    eigenvalue: Any
    algebraic: int
    geometric: int


class NotHermitianError(ObstructionError):
    """The matrix differs from its conjugate transpose, so no orthonormal basis of real eigenvalues is promised.

    Attributes:
        position: (row, column) from 1 of the first entry that breaks the symmetry.

    Fails: ``eigensystem([[1, 2], [3, 4]]).orthogonal()``. Instead: ``.diagonalize()``.
    """

    code = "not-hermitian"
    position: tuple[int, int]


class NotNonnegativeError(ObstructionError):
    """The matrix has a negative entry, or one that is not real, so the theorems of Perron and Frobenius do not apply.

    Attributes:
        position: (row, column) from 1 of the first such entry.
        entry: The entry as text.

    Fails: ``perron([[1, -2], [3, 4]])``. Instead: ``spectral_radius``, which takes any matrix.
    """

    code = "not-nonnegative"
    position: tuple[int, int]
    entry: str


class NotSplitError(ObstructionError):
    """A factor of the characteristic polynomial has no formula for its roots where one was asked for.

    Attributes:
        factor: The irreducible factor.

    Fails: ``eigensystem("0 0 0 0 1;1 0 0 0 1;0 1 0 0 0;0 0 1 0 0;0 0 0 1 0").eigenvalues[0].as_expr(radicals=True)``.
    Instead: ``.expr``, which is exact too, or ``.enclosure(30)``, a ball around it.
    """

    code = "not-split"
    factor: Any


class NoSquareRootError(ObstructionError):
    """No matrix has A as its square: the Jordan blocks of the eigenvalue 0 do not form pairs.

    Attributes:
        block_sizes: Of the eigenvalue 0, descending.

    Fails: ``eigensystem([[0, 1], [0, 0]]).sqrt()``. Fixed: ``eigensystem([[0, 1, 0], [0, 0, 0], [0, 0, 0]]).sqrt()``.
    """

    code = "no-square-root"
    block_sizes: tuple[int, ...]


class SingularMatrixError(ObstructionError):
    """The matrix has the eigenvalue 0: it has no inverse, no negative powers and no logarithm.

    Attributes:
        kernel: A vector v, not zero, with A v = 0.

    Fails: ``eigensystem([[1, 2], [2, 4]]).inverse()``. Instead: ``svd(A).pseudoinverse``, which always exists.
    """

    code = "singular"
    kernel: Any


class UndefinedFunctionError(ObstructionError):
    """A function, or a derivative that a Jordan block asks for, is not defined at an eigenvalue.

    Attributes:
        eigenvalue: The eigenvalue.
        derivative: The number of the derivative that is not defined there; 0 for the function itself.

    Fails: ``eigensystem([[0, 1], [0, 0]]).apply(sympy.sqrt)``, since √x has no derivative at 0.
    Fixed: ``eigensystem([[4, 1], [0, 4]]).apply(sympy.sqrt)``.
    """

    code = "undefined-function"
    eigenvalue: Any
    derivative: int


class UndecidedError(SymeigError):
    """A question about parameters is neither true nor false until more is known of them.

    Attributes:
        question: What was asked.
        assumptions_that_help: Assumptions, any of which would decide it.

    Fails: ``eigensystem([["k", 1], [1, 2]]).is_positive_definite``.
    Fixed: ``eigensystem([[sympy.Rational(3, 4), 1], [1, 2]]).is_positive_definite``.
    """

    code = "undecided"
    question: str
    assumptions_that_help: tuple[str, ...]


class BudgetExceededError(SymeigError):
    """The work asked for is larger than the bound set on it; nothing was computed half-way.

    Attributes:
        what: What ran out: "size", "seconds", "memory", "digits" or "nodes".
        limit: The bound.
        spent: What was needed or used.

    Fails: ``eigensystem([["10**10**9"]])``, ``eigensystem([[1] * 1300] * 1300)``.
    Instead: smaller numbers, or a smaller matrix.
    """

    code = "budget-exceeded"
    what: str
    limit: float
    spent: float


class MissingExtraError(SymeigError, ImportError):
    """A feature needs a package that is not installed; the message has the command that installs it.

    Attributes:
        extra: Name of the extra, as in ``pip install "symeig[extra]"``.

    Fails: ``plots.jordan([[2, 1], [0, 2]])``, where matplotlib is missing. Instead: install the extra.
    """

    code = "missing-extra"
    extra: str


class CertificationError(SymeigError):
    """A result failed its own proof. This is a fault of symeig, never of the input; please report it.

    Attributes:
        statement: The statement that does not hold.
        reproducer: Python code that shows the fault.
    """

    code = "certification"
    statement: str
    reproducer: str
