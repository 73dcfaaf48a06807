"""What went wrong, as one message for a person at a terminal and an exit status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from symeig.errors import CertificationError, ObstructionError, SymeigError, UndecidedError

__all__ = ["BAD_INPUT", "FAULT", "INTERRUPTED", "NO", "Failure", "failure_of", "fault", "refuse", "spoken"]

NO = 1
BAD_INPUT = 2
FAULT = 70
INTERRUPTED = 130

# What messages advise in Python, and how it is asked for here.
SPOKEN = {
    r"\.jordan\(\)": "--goal jordan",
    r"\.diagonalize\(\)": "--goal diagonalize",
    r"\bS\.components\b": "--format json",
    r"^(An item of )?(variable|unknowns) (is|are)\b": r"\1--\2 \3",
    r"(floats|kind)='(\w+)'": r"--\1 \2",
    r"(?:,? or raise|Raise) the bound in `limits`": "",
    r"\bk=(?=\.\.\.|\d)": "--exponent ",
    r"\beigenvalue=(?=\.\.\.)": "--eigenvalue ",
}


@dataclass
class Failure(Exception):  # noqa: N818  (an end of the work, with its status)
    """The end of the work.

    Attributes:
        message: For standard error.
        status: The exit status.
        details: A traceback, shown on request; empty where the message says it all.
        bound: What there was too little of, "time" or "memory"; empty where it ended for something else.
    """

    message: str
    status: int
    details: str = ""
    bound: str = ""


def refuse(reason: str) -> NoReturn:
    """End the work for something that was given and cannot be used.

    Raises:
        Failure: Always.
    """
    msg = f"Error: {reason}"
    raise Failure(msg, BAD_INPUT)


def spoken(message: str) -> str:
    """A message of the library with its advice in terms of the command line."""
    for pattern, option in SPOKEN.items():
        message = re.sub(pattern, option, message)
    return message


def failure_of(error: SymeigError) -> Failure:
    """What is said about an error that symeig foresees."""
    text = spoken(str(error))
    caret = error.data.get("caret")
    if caret:
        text += "".join(f"\n  {row}" for row in caret.split("\n"))
    status = NO if isinstance(error, ObstructionError | UndecidedError) else BAD_INPUT
    return Failure(f"Error: {text}", FAULT if isinstance(error, CertificationError) else status)


def fault(what: str, details: str = "") -> Failure:
    """What is said about an error that nobody foresaw."""
    advice = "SYMEIG_DEBUG=1 shows where." if details else ""
    return Failure(
        f"Error: {what}. This is a fault of symeig: please report it with the matrix. {advice}", FAULT, details
    )
