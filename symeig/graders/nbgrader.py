"""nbgrader: the points of an answer, as the value of the last expression of a cell."""

from __future__ import annotations

from fractions import Fraction

from symeig.answers.verdicts import Verdict

__all__ = ["points"]


def points(verdict: Verdict, of: float) -> float:
    """The points of an answer, after its feedback has been printed.

    nbgrader reads them from a cell that ends with this call. An error, or a word on standard error, would cost all
    points, and no number would earn all; so it ends with a number for every answer, and says everything on standard
    output.

    Args:
        verdict: What `symeig.check` says of the answer.
        of: The points of the cell.

    Examples:
        >>> from symeig import check
        >>> points(check([[4, 1], [2, 3]], "eigenvalues", "5, 2"), of=3)
        Correct.
        3.0
    """
    print(verdict.feedback)  # noqa: T201  (this is where students see it)
    return float(verdict.score * Fraction(of))
