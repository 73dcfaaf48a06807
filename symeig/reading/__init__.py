"""Text, Python objects and files -> exact numbers and matrices.

Nothing that is read is ever evaluated by Python, and the cost of every step is bounded before it is taken.
"""

from symeig.reading.entries import FloatReading, read_scalar
from symeig.reading.expressions import read_expression
from symeig.reading.files import read_matrix_argument, read_matrix_file
from symeig.reading.limits import MATRIX_LIMITS, Limits
from symeig.reading.matrices import ExactMatrix, read_matrix, read_vector
from symeig.reading.scalars import ExactScalar

__all__ = [
    "MATRIX_LIMITS",
    "ExactMatrix",
    "ExactScalar",
    "FloatReading",
    "Limits",
    "read_expression",
    "read_matrix",
    "read_matrix_argument",
    "read_matrix_file",
    "read_scalar",
    "read_vector",
]
