"""Text, Python objects and files -> exact numbers and matrices.

Nothing that is read is ever evaluated by Python, and the cost of every step is bounded before it is taken.
"""

from symeig.reading.limits import MATRIX_LIMITS, Limits
from symeig.reading.matrices import ExactMatrix, read_matrix
from symeig.reading.scalars import ExactScalar

__all__ = ["MATRIX_LIMITS", "ExactMatrix", "ExactScalar", "Limits", "read_matrix"]
