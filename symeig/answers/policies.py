"""What a course accepts, and how it marks: plain data, with the defaults of a fair grader."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from symeig.errors import InputError

__all__ = ["Convention", "Policy"]

Convention: TypeAlias = Literal["either", "det(λI−A)", "det(A−λI)"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is accepted.

    Attributes:
        multiplicity: Whether each eigenvalue has to be given as often as it counts; a list in which one is repeated
            claims multiplicities in any case.
        order: Whether eigenvalues may be listed in any order, or real ones by size.
        field: Where eigenvalues are looked for: the complex or the real numbers.
        convention: Which characteristic polynomial is asked for; the other one, of opposite sign where n is odd, keeps
            nine tenths of the marks unless `credit` says otherwise.
        numeric: Whether numbers have to be exact, or right up to a tolerance, or whether decimals may be rounded: then
            they are right up to their last one, and integers are what they are.
        tolerance: How far from the exact number a number may be, with `numeric="tolerance"`: a fraction, or its text.
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
    order: Literal["free", "ascending", "descending"] = "free"
    field: Literal["complex", "real"] = "complex"
    convention: Convention = "either"
    numeric: Literal["exact", "rounded", "tolerance"] = "exact"
    tolerance: Fraction | None = None
    digits: int = 2
    decimal: Literal[".", ","] = "."
    jordan: Literal["upper", "lower", "either"] = "upper"
    credit: dict[str, Fraction] = dataclasses.field(
        default_factory=lambda: {
            "M_ROUNDED": Fraction(4, 5),
            "M_J_LOWER": Fraction(4, 5),
            "M_J_UPPER": Fraction(4, 5),
            "M_P_INVERSE": Fraction(1, 2),
            "M_FOLLOW_THROUGH": Fraction(1, 2),
            "M_CONVENTION": Fraction(9, 10),
        }
    )

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Policy:
        """A policy from plain data, as it stands in a file: names and values as above, fractions as texts.

        Args:
            data: What differs from the defaults; "credit" adds to the default shares.

        Raises:
            InputError: There is no such name, or no such value.

        Examples:
            >>> Policy.of({"numeric": "tolerance", "tolerance": "0.001"}).tolerance
            Fraction(1, 1000)
            >>> Policy.of({"credit": {"M_PD_ORDER": "9/10"}}).credit["M_PD_ORDER"]
            Fraction(9, 10)
        """
        known = [f.name for f in dataclasses.fields(cls)]
        for name in data:
            if name not in known:
                near = get_close_matches(str(name), known, n=1) or known
                msg = f"The policy has {name!r}. There is no such name. Use {' or '.join(near)}."
                raise InputError(msg)
        given = dict(data)
        if str(given.get("digits")).isdecimal():
            given["digits"] = int(given["digits"])
        if "credit" in given:
            if not isinstance(given["credit"], Mapping):
                msg = f"The policy has credit={given['credit']!r}. It is a share for each code. Write it by code."
                raise InputError(msg)
            given["credit"] = {**cls().credit, **given["credit"]}
        return cls(**given)

    def __post_init__(self) -> None:
        if self.tolerance is not None:
            object.__setattr__(self, "tolerance", _fraction("tolerance", self.tolerance))
        object.__setattr__(self, "credit", {c: _fraction(c, share) for c, share in self.credit.items()})
        choices = {
            "multiplicity": ("optional", "required"),
            "order": ("free", "ascending", "descending"),
            "field": ("complex", "real"),
            "convention": ("either", "det(λI−A)", "det(A−λI)"),
            "numeric": ("exact", "rounded", "tolerance"),
            "decimal": (".", ","),
            "jordan": ("upper", "lower", "either"),
        }
        for name, known in choices.items():
            if getattr(self, name) not in known:
                given = getattr(self, name)
                msg = f"The policy has {name}={given!r}. It is one of a few words. Use {' or '.join(known)}."
                raise InputError(msg)
        if not (isinstance(self.digits, int) and self.digits >= 1):
            msg = f"The policy has digits={self.digits!r}. It is a number of decimals. Give an integer from 1 on."
            raise InputError(msg)
        if wrong := [code for code, share in self.credit.items() if not 0 <= share <= 1]:
            msg = f"The policy leaves {self.credit[wrong[0]]} for {wrong[0]}. It is a share. Give one from 0 to 1."
            raise InputError(msg)
        if self.numeric == "tolerance" and not (self.tolerance and self.tolerance > 0):
            msg = f"The policy has a tolerance of {self.tolerance}. Numbers may differ by something. Give one above 0."
            raise InputError(msg)


def _fraction(name: str, value: Any) -> Fraction:
    """A number, or a text of one: 1/2, 0.5."""
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        msg = f"The policy has {name}={value!r}. A number is needed. Write it like 1/2 or 0.5."
        raise InputError(msg) from None
