"""What a course accepts, and how it marks: plain data, with the defaults of a fair grader."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from typing import Literal, TypeAlias

from symeig.errors import InputError

__all__ = ["Convention", "Policy"]

Convention: TypeAlias = Literal["either", "det(λI−A)", "det(A−λI)"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is accepted.

    Attributes:
        multiplicity: Whether each eigenvalue has to be given as often as it counts; a list in which one is repeated
            claims multiplicities in any case.
        field: Where eigenvalues are looked for: the complex or the real numbers.
        convention: Which characteristic polynomial is asked for.
        numeric: Whether numbers have to be exact, or right up to a tolerance.
        tolerance: How far from the exact number a number may be, with `numeric="tolerance"`.
        digits: With how many decimals a rounded number is recognised as one.
        decimal: The decimal sign: with a comma, semicolons separate.
        jordan: Where the ones of a Jordan matrix stand; the other place is a partial success.
        credit: What share of the marks is kept, by code.

    Raises:
        InputError: A value is none of these.

    Examples:
        >>> Policy(multiplicity="required").multiplicity
        'required'
    """

    multiplicity: Literal["optional", "required"] = "optional"
    field: Literal["complex", "real"] = "complex"
    convention: Convention = "either"
    numeric: Literal["exact", "tolerance"] = "exact"
    tolerance: Fraction | None = None
    digits: int = 2
    decimal: Literal[".", ","] = "."
    jordan: Literal["upper", "lower", "either"] = "upper"
    credit: dict[str, Fraction] = dataclasses.field(
        default_factory=lambda: {
            "M_ROUNDED": Fraction(4, 5),
            "M_J_LOWER": Fraction(4, 5),
            "M_P_INVERSE": Fraction(1, 2),
            "M_FOLLOW_THROUGH": Fraction(1, 2),
        }
    )

    def __post_init__(self) -> None:
        choices = {
            "multiplicity": ("optional", "required"),
            "field": ("complex", "real"),
            "convention": ("either", "det(λI−A)", "det(A−λI)"),
            "numeric": ("exact", "tolerance"),
            "decimal": (".", ","),
            "jordan": ("upper", "lower", "either"),
        }
        for name, known in choices.items():
            if getattr(self, name) not in known:
                given = getattr(self, name)
                msg = f"The policy has {name}={given!r}. It is one of a few words. Use {' or '.join(known)}."
                raise InputError(msg)
        if self.numeric == "tolerance" and not (self.tolerance and self.tolerance > 0):
            msg = f"The policy has a tolerance of {self.tolerance}. Numbers may differ by something. Give one above 0."
            raise InputError(msg)
