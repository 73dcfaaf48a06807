"""Worked solutions: the steps towards a goal, all of them checked, and the ways of showing them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sympy import Expr, S, Symbol

from symeig.errors import CertificationError, InputError
from symeig.exact.eigensystem import Eigensystem, eigensystem
from symeig.reading.entries import FloatReading, read_scalar
from symeig.worked.goals import argument_letters, goals, plan
from symeig.worked.messages import Message, languages
from symeig.worked.steps import Step
from symeig.worked.telling import Convention, Telling

__all__ = ["LEVELS", "WorkedSolution", "solve"]

LEVELS = (1, 2, 3)
CONVENTIONS = ("A - λI", "λI - A")

# Names of unknowns by dimension, and of free parameters; those that the matrix uses are passed over.
_UNKNOWNS = {1: "x", 2: "x y", 3: "x y z", 4: "x y z w"}
_FREE = "t s r q p u"
_INDEXABLE = "x y z xi eta zeta"

# What the names of letters look like, and those that solutions use for matrices and vectors.
_LETTER = re.compile(r"[^\W\d_]+(?:_?\d+)?")
_NAMES = frozenset({"A", "I", "P", "D", "J", "Q", "v"})
_INDEXED = re.compile(r"[uvq]_?\d+")


@dataclass(frozen=True)
class WorkedSolution:
    """A worked solution.

    Attributes:
        eigensystem: What is told.
        goal: What was asked for.
        steps: All steps, in order, those too that the level leaves out.
        convention: "A - λI" or "λI - A".
        language: The code of the language.
        level: 1 brief, 2 normal, 3 full.
        variable: The letter that is written for λ.
    """

    eigensystem: Eigensystem
    goal: str
    steps: tuple[Step, ...]
    convention: Convention = "A - λI"
    language: str = "en"
    level: int = 2
    variable: str = "lambda"

    @property
    def title(self) -> Message:
        """The title of the solution."""
        return Message(f"title-{self.goal}")

    @property
    def sections(self) -> tuple[tuple[Message, tuple[Step, ...]], ...]:
        """The steps that are told at the level, by what they are for: pairs (heading, steps)."""
        told = [step for step in self.steps if step.level <= self.level]
        return tuple((goal, tuple(steps)) for goal, steps in groupby(told, key=lambda step: step.goal))

    def check(self) -> bool:
        """Whether every step passes its own check."""
        return all(step.check() for step in self.steps)

    def to_text(self, *, width: int = 80, paint: Callable[[str, str], str] | None = None) -> str:
        """The solution for a terminal, in Unicode.

        Args:
            width: Columns.
            paint: Gives a text its colour, by its role ("title", "heading", "operation"); None for none.
        """
        from symeig.worked.render.text import to_text  # noqa: PLC0415

        return to_text(self, width=width, paint=paint)

    def to_latex(self, *, standalone: bool = False) -> str:
        """The solution in LaTeX: a fragment that needs amsmath and amssymb, or a document that compiles.

        Args:
            standalone: Whether to write a document.
        """
        from symeig.worked.render.latex import to_latex  # noqa: PLC0415

        return to_latex(self, standalone=standalone)

    def to_markdown(self) -> str:
        """The solution in Markdown, its mathematics in LaTeX between dollar signs."""
        from symeig.worked.render.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self)

    def to_html(self, *, standalone: bool = True) -> str:
        """The solution as one HTML file that needs nothing else, its mathematics in MathML.

        Args:
            standalone: Whether to write a whole page; else an element for a page that there is.
        """
        from symeig.worked.render.html import to_html  # noqa: PLC0415

        return to_html(self, standalone=standalone)

    def to_json(self) -> str:
        """The solution as data, by the schema ``symeig/worked/render/solution.schema.json``."""
        from symeig.worked.render.data import to_json  # noqa: PLC0415

        return to_json(self)

    def _repr_html_(self) -> str:
        return self.to_html(standalone=False)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"WorkedSolution({self.eigensystem.matrix.tolist()}, goal={self.goal!r}, {len(self.steps)} steps)"


def solve(  # noqa: PLR0913  (one for each option)
    A: Any,
    *,
    goal: str = "auto",
    language: str = "en",
    convention: Convention = "A - λI",
    level: int = 2,
    variable: str = "lambda",
    unknowns: Sequence[str] | None = None,
    argument: Any = None,
    digits: int = 10,
    floats: FloatReading = "decimal",
) -> WorkedSolution:
    r"""A worked solution: the whole way from a matrix to the goal, every step of it checked.

    Args:
        A: n×n, as for `eigensystem`; or an `Eigensystem`.
        goal: "eigenvalues", "eigenvectors", "diagonalize", "jordan", "orthogonal", or "auto": the most that the matrix
            allows, a diagonalization, else the Jordan form with the reason. Or a function of the matrix: "power",
            "inverse", "exponential".
        language: "en" or "vi".
        convention: "A - λI" or "λI - A": the matrix whose determinant is taken, and which is reduced.
        level: 1 brief, 2 normal, 3 full.
        variable: The name of the letter for eigenvalues: "lambda", "mu", "t", "x".
        unknowns: Names for the entries of a vector, n of them; None for x, y, z, or x₁, …, xₙ.
        argument: For the goal "power" the exponent, a letter or an integer; for "exponential" the letter t of exp(tA).
            None for n, or t.
        digits: Significant digits of decimals, at least 1.
        floats: As for `eigensystem`.

    Returns:
        The solution, which shows itself as text, LaTeX, Markdown, HTML or JSON, and in notebooks.

    Raises:
        InputError: An option has a value that is none of these, or a name is taken by a parameter of the matrix.
        NotDiagonalizableError: The goal is "diagonalize" and an eigenvalue is defective.
        NotHermitianError: The goal is "orthogonal" and the matrix is not its own conjugate transpose.
        CertificationError: A step does not pass its check: a fault of symeig.

    Notes:
        Rules (`symeig.worked.rules`) make steps from a proved eigensystem; each step then checks what it shows by
        computing it anew (`symeig.worked.meaning`): products are multiplied out, row operations done again.

    Examples:
        >>> solution = solve([[4, 1], [2, 3]])
        >>> solution.check(), [step.kind for step in solution.steps][:3]
        (True, ['statement', 'shortcut', 'characteristic-matrix'])
    """
    _choice("goal", goal, goals())
    _choice("convention", convention, CONVENTIONS)
    _choice("level", level, LEVELS)
    _choice("language", language, languages())
    if type(digits) is not int or digits < 1:
        msg = f"digits is {digits!r}. Decimals need at least 1 significant digit, a whole number. Ask for 10."
        raise InputError(msg)
    system = A if isinstance(A, Eigensystem) else eigensystem(A, floats=floats)
    its_argument = _argument(goal, argument, system, variable)
    telling = Telling(
        system, convention, *_letters(system, variable, unknowns, its_argument.free_symbols), digits, its_argument
    )
    steps = tuple(plan(goal, telling))
    for step in steps:
        if not step.check():
            raise _fault(system, step)
    return WorkedSolution(system, goal, steps, convention, language, level, variable)


def _choice(name: str, value: object, choices: Sequence[object]) -> None:
    if not any(type(value) is type(choice) and value == choice for choice in choices):
        msg = f"{name} is {value!r}. It must be one of {', '.join(map(repr, choices))}. Choose one of them."
        raise InputError(msg)


def _argument(goal: str, argument: Any, system: Eigensystem, variable: str) -> Expr:
    """The argument of a goal: as it is given, or the first of the usual letters that the matrix does not have."""
    usual, taken = argument_letters(goal), {s.name for s in system.matrix.free_symbols} | {variable}
    if not usual:
        if argument is not None:
            msg = f"argument is {argument!r}, and the goal {goal!r} has none. Leave it out, or ask for a power."
            raise InputError(msg)
        return S.One
    if argument is None:
        free = next((x for x in usual if x not in taken), None)
        if free is None:
            msg = (
                f"The matrix has the parameters {', '.join(usual)}. No usual letter is left. Give another as argument."
            )
            raise InputError(msg)
        return Symbol(free)
    found = read_scalar(argument, "argument")
    for name in sorted(s.name for s in found.free_symbols):
        if name in taken:
            msg = f"argument is {name!r}, which the matrix or the eigenvalues have already. Choose another letter."
            raise InputError(msg)
        _check_letter("argument", name)
    return found


def _letters(
    system: Eigensystem, variable: str, unknowns: Sequence[str] | None, others: Iterable[Symbol]
) -> tuple[tuple[Symbol, ...], tuple[Symbol, ...]]:
    """The unknowns and the free parameters, none of which the matrix or the question has already."""
    taken = {s.name for s in system.matrix.free_symbols}
    _check_letter("variable", variable)
    if variable in taken:
        msg = f"variable is {variable!r}, which is a parameter of the matrix. Eigenvalues need another letter."
        raise InputError(msg + " Choose one that the matrix does not have.")
    for name in sorted(taken):
        if name in _NAMES or _INDEXED.fullmatch(name) or _is_numbered(name, variable):
            msg = (
                f"The matrix has a parameter {name!r}, and the solution has a matrix, a vector or an eigenvalue of that"
                " name. One name must not mean two things. Rename the parameter, or choose another variable."
            )
            raise InputError(msg)
    taken |= {s.name for s in others}
    names = _unknowns(system.dimension, taken, variable) if unknowns is None else list(unknowns)
    _check_unknowns(names, system.dimension, {*taken, variable})
    used = {*taken, *names, variable}
    free = (*_FREE.split(), *(f"{x}_{k}" for x in _FREE.split() for k in range(1, system.dimension + 1)))
    usable = [x for x in free if x not in used and not _is_numbered(x, variable)]
    return tuple(map(Symbol, names)), tuple(map(Symbol, usable[: system.dimension]))


def _is_numbered(name: str, letter: str) -> bool:
    """Whether a name is a letter with an index: lambda_1, t2."""
    return re.fullmatch(rf"{re.escape(letter)}_?\d+", name) is not None


def _check_letter(option: str, name: object) -> None:
    if not isinstance(name, str) or not _LETTER.fullmatch(name) or name in _NAMES or _INDEXED.fullmatch(name):
        msg = (
            f"{option} is {name!r}. It must be the name of a letter, such as 'lambda', 'mu' or 't', that the solution"
            " does not use for a matrix or a vector. Choose another one."
        )
        raise InputError(msg)


def _unknowns(n: int, taken: set[str], variable: str) -> list[str]:
    """The usual names of the unknowns, or a letter with indices where some of them are taken."""
    usual = _UNKNOWNS.get(n, "").split()
    if usual and not taken.intersection(usual) and variable not in usual:
        return usual
    for letter in _INDEXABLE.split():
        names = [f"{letter}_{k}" for k in range(1, n + 1)]
        if letter not in {*taken, variable} and not taken.intersection(names):
            return names
    msg = f"The matrix has parameters {', '.join(sorted(taken))}: no usual names are left for {n} unknowns. Give them."
    raise InputError(msg)


def _check_unknowns(names: Sequence[str], n: int, taken: set[str]) -> None:
    if len(names) != n or len(set(names)) != n or taken.intersection(names):
        given = ", ".join(map(repr, names)) or "none"
        msg = (
            f"The unknowns given are {given}. A vector has {n} entries, so {n} different names are needed that neither"
            " the matrix nor the eigenvalue has. Give that many."
        )
        raise InputError(msg)
    for name in names:
        _check_letter("An item of unknowns", name)


def _fault(system: Eigensystem, step: Step) -> CertificationError:
    reproducer = f"from symeig import solve\nsolve({system.matrix.tolist()})"
    msg = (
        f"The step {step.id!r} of the solution for {system.matrix.tolist()} does not pass its check. This is a fault of"
        " symeig. Please report it with the matrix."
    )
    return CertificationError(msg, statement=f"the claim of the step {step.id!r}", reproducer=reproducer)
