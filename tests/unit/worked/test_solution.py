"""Worked solutions as a whole: options, letters, the convention, refusals, and what the object can do."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from sympy import ImmutableMatrix, Rational, Symbol, symbols

import symeig.worked.goals.eigenvalues
import symeig.worked.solution
from symeig import eigensystem, solve
from symeig.errors import (
    CertificationError,
    InexactEntryError,
    InputError,
    NotDiagonalizableError,
    NotHermitianError,
    NotSquareError,
    SymeigError,
)
from symeig.worked.formulas import Formula, Minus, Name, Numeral, Product, Sum, leaves, parts_of
from symeig.worked.goals import goals
from symeig.worked.messages import languages
from symeig.worked.rules.chains import BlockSizes, Chain, ChainEquation
from symeig.worked.rules.determinant import TracesOfPowers
from symeig.worked.solution import CONVENTIONS, LEVELS, WorkedSolution
from symeig.worked.steps import Display, Step
from symeig.worked.telling import Telling
from tests.solutions import SOLUTIONS, solution

a, t = symbols("a t")
TWO = [[4, 1], [2, 3]]
GOLDEN = [[1, 1], [1, 0]]
SHEAR = [[1, 1], [0, 1]]
WITH_PARAMETER = [[a, 1], [0, 1]]

# --- refusals -------------------------------------------------------------------------------------------------------

# What is done, the exception, and words of its message.
CALLS: dict[str, tuple[Callable[[], Any], type[SymeigError], tuple[str, ...]]] = {
    "goal": (lambda: solve(TWO, goal="svd"), InputError, ("goal", "'svd'", "'jordan'", "Choose")),
    "goal that is a module": (lambda: solve(TWO, goal="__init__"), InputError, ("goal", "'__init__'", "Choose")),
    "no goal": (lambda: solve(TWO, goal=None), InputError, ("goal", "None", "Choose")),
    "convention": (lambda: solve(TWO, convention="A-λI"), InputError, ("convention", "'A-λI'", "'λI - A'", "Choose")),
    "level 0": (lambda: solve(TWO, level=0), InputError, ("level", "0", "1, 2, 3", "Choose")),
    "level 4": (lambda: solve(TWO, level=4), InputError, ("level", "4", "1, 2, 3", "Choose")),
    "level as a word": (lambda: solve(TWO, level="2"), InputError, ("level", "'2'", "Choose")),
    "language": (lambda: solve(TWO, language="de"), InputError, ("language", "'de'", "'en', 'vi'", "Choose")),
    "language with a path": (lambda: solve(TWO, language="../languages/en"), InputError, ("language", "Choose")),
    "languages": (lambda: solve(TWO, language=["en"]), InputError, ("language", "Choose")),
    "variable of the matrix": (
        lambda: solve(WITH_PARAMETER, variable="a"),
        InputError,
        ("variable", "'a'", "parameter of the matrix", "Choose"),
    ),
    "variable whose names are parameters": (
        lambda: solve([[Symbol("lambda_1"), 1], [0, 2]]),
        InputError,
        ("lambda_1", "variable"),
    ),
    "empty variable": (lambda: solve(TWO, variable=""), InputError, ("variable", "''")),
    "variable that is a number": (lambda: solve(TWO, variable="2"), InputError, ("variable", "'2'")),
    "variable of two words": (lambda: solve(TWO, variable="a b"), InputError, ("variable", "'a b'")),
    "no variable": (lambda: solve(TWO, variable=None), InputError, ("variable", "None")),
    "variable as a symbol": (lambda: solve(TWO, variable=t), InputError, ("variable",)),
    "too few unknowns": (lambda: solve(TWO, unknowns=["u"]), InputError, ("unknowns", "'u'", "2 different names")),
    "too many unknowns": (lambda: solve(TWO, unknowns="uvw"), InputError, ("unknowns", "'w'", "2 different names")),
    "no unknowns": (lambda: solve(TWO, unknowns=[]), InputError, ("unknowns", "2 different names")),
    "an unknown twice": (lambda: solve(TWO, unknowns=["u", "u"]), InputError, ("unknowns", "2 different names")),
    "an unknown of the matrix": (
        lambda: solve(WITH_PARAMETER, unknowns=["a", "b"]),
        InputError,
        ("unknowns", "'a', 'b'", "neither the matrix nor"),
    ),
    "λ as an unknown": (lambda: solve(TWO, unknowns=["lambda", "b"]), InputError, ("unknowns", "'lambda'")),
    "the variable as an unknown": (lambda: solve(TWO, unknowns=["t", "u"], variable="t"), InputError, ("unknowns",)),
    "numbers as unknowns": (lambda: solve(TWO, unknowns=[1, 2]), InputError, ("unknowns",)),
    "no digits": (lambda: solve(GOLDEN, digits=0), InputError, ("digits", "0")),
    "negative digits": (lambda: solve(GOLDEN, digits=-1), InputError, ("digits", "-1")),
    "broken digits": (lambda: solve(GOLDEN, digits=2.5), InputError, ("digits", "2.5")),
    "digits as text": (lambda: solve(GOLDEN, digits="3"), InputError, ("digits", "'3'")),
    "floats": (lambda: solve([[0.5]], floats="exact"), InputError, ("floats", "'exact'", "Choose")),
    "floats ruled out": (lambda: solve([[0.5]], floats="error"), InexactEntryError, ("(1, 1)", "0.5")),
    "two columns": (lambda: solve([[1, 2]]), NotSquareError, ("1 rows and 2 columns",)),
    "defective": (lambda: solve(SHEAR, goal="diagonalize"), NotDiagonalizableError, ("λ = 1", "jordan")),
    "not symmetric": (lambda: solve(TWO, goal="orthogonal"), NotHermitianError, ("(2, 1)", "diagonalize")),
}

each_call = pytest.mark.parametrize("name", CALLS)


@cache
def raised(name: str) -> SymeigError:
    """What a call of the table raises."""
    with pytest.raises(SymeigError) as caught:
        CALLS[name][0]()
    return caught.value


@each_call
def test_a_bad_call_is_refused(name: str) -> None:
    """A bad value raises exactly this class, and the words say what was given and what may be."""
    _, error, words = CALLS[name]
    assert type(raised(name)) is error
    assert [word for word in words if word not in str(raised(name))] == []


@each_call
def test_a_refusal_is_two_to_four_sentences(name: str) -> None:
    """A message has two to four full sentences and ends with the stable code of its class."""
    text = str(raised(name))
    assert text.endswith(f"[symeig: {CALLS[name][1].code}]")
    assert 2 <= len(re.findall(r"[.!?] ", text)) <= 4


@each_call
def test_a_refusal_survives_pickling(name: str) -> None:
    """An exception survives pickling with its message."""
    copy = pickle.loads(pickle.dumps(raised(name)))
    assert (type(copy), str(copy)) == (CALLS[name][1], str(raised(name)))


def test_options_are_read_before_the_matrix() -> None:
    """A wrong option is told before a large computation is begun."""
    with pytest.raises(InputError, match="goal"):
        solve("no matrix at all (", goal="svd")


# --- letters --------------------------------------------------------------------------------------------------------


def telling_of(matrix: Any, monkeypatch: pytest.MonkeyPatch, **options: Any) -> Telling:
    """The telling that a solution is made from."""
    found: list[Telling] = []
    monkeypatch.setattr(symeig.worked.solution, "plan", lambda _, telling: found.append(telling) or ())
    solve(matrix, **options)
    return found[0]


def diagonal(n: int, entry: Any = 2, *others: Any) -> list[list[Any]]:
    """A diagonal matrix with one entry throughout, and others in the first row."""
    rows = [[entry if i == j else 0 for j in range(n)] for i in range(n)]
    rows[0][1 : 1 + len(others)] = others
    return rows


LETTERS: dict[str, tuple[Any, dict[str, Any]]] = {
    "1": (diagonal(1), {}),
    "3": (diagonal(3), {}),
    "4": (diagonal(4), {}),
    "5": (diagonal(5), {}),
    "9": (diagonal(9), {}),
    "x is a parameter": (diagonal(2, Symbol("x")), {}),
    "z is a parameter": (diagonal(3, Symbol("z")), {}),
    "x and y are parameters": (diagonal(3, Symbol("x"), Symbol("y")), {}),
    "x, y, z and xi are parameters": (diagonal(4, Symbol("x"), Symbol("y"), Symbol("z"), Symbol("xi")), {}),
    "x_1 is a parameter": (diagonal(5, Symbol("x_1")), {}),
    "x_5 is a parameter": (diagonal(5, 2, Symbol("x_5")), {}),
    "t is a parameter": (diagonal(3, t), {}),
    "t_1 is a parameter": (diagonal(9, Symbol("t_1")), {}),
    "all free letters are parameters": (diagonal(7, *symbols("t s r q p u")), {}),
    "variable t": (diagonal(3), {"variable": "t"}),
    "variable t, large": (diagonal(9), {"variable": "t"}),
    "variable x": (diagonal(2), {"variable": "x"}),
    "variable x, large": (diagonal(6), {"variable": "x"}),
    "unknowns t and s": (diagonal(2), {"unknowns": ["t", "s"]}),
    "unknowns t_1, …": (diagonal(7), {"unknowns": [f"t_{k}" for k in range(1, 8)]}),
}


@pytest.mark.parametrize("name", LETTERS)
def test_letters_are_different(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unknowns, free parameters, parameters of the matrix, λ and λ₁, λ₂, … are all different, and enough."""
    matrix, options = LETTERS[name]
    telling = telling_of(matrix, monkeypatch, **options)
    n, variable = len(matrix), options.get("variable", "lambda")
    free = telling.free[:n]
    assert len(telling.unknowns) == len(free) == n
    parameters = sorted(telling.system.matrix.free_symbols, key=str)
    names = [s.name for s in (*telling.unknowns, *free, *parameters)]
    names += [variable, *(f"{variable}_{k}" for k in range(1, n + 1))]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("n", "names"), [(1, "x"), (2, "x y"), (3, "x y z"), (4, "x y z w"), (5, "x_1 x_2 x_3 x_4 x_5")]
)
def test_unknowns_have_their_usual_names(n: int, names: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a wish the unknowns are x, y, z, and numbered from five on; free parameters begin with t."""
    telling = telling_of(diagonal(n), monkeypatch)
    assert " ".join(s.name for s in telling.unknowns) == names
    assert telling.free[0].name == "t"


def formulas_of(step: Step) -> Iterator[Formula]:
    """All formulas of a step at every level, with those inside them."""
    for level in LEVELS:
        for block in step.blocks(level):
            if isinstance(block, Display):
                found = list(block.formulas)
            else:
                found = [f for sentence in block.sentences for f in sentence.formulas()]
            for formula in found:
                yield from inside(formula)


def inside(formula: Formula) -> Iterator[Formula]:
    """A formula and all that are written in it; what a name stands for is not written."""
    yield formula
    if not isinstance(formula, Name):
        for part in parts_of(formula):
            yield from inside(part)


def test_unknowns_are_used() -> None:
    """The unknowns that were asked for are those of the equations; the usual ones are not there."""
    found = solve("3 -1 1; 2 0 1; 1 -1 2", unknowns=["p", "q", "r"])
    used = {x.name for step in found.steps for f in formulas_of(step) for e in leaves(f) for x in e.free_symbols}
    assert {"p", "q", "r"} <= used
    assert not {"x", "y", "z"} & used


@pytest.mark.parametrize("name", ["golden ratio", "cubic", "defective", "symmetric", "symmetric cubic", "dense 4"])
def test_another_letter_for_eigenvalues(name: str) -> None:
    """With variable="mu" no λ is left, in any format, language and level."""
    matrix, goal = SOLUTIONS[name]
    found = solve(matrix, goal=goal, variable="mu")
    for language in languages():
        for level in LEVELS:
            told = replace(found, language=language, level=level)
            for text in (told.to_text(), told.to_latex(), told.to_markdown(), told.to_html(standalone=False)):
                assert not re.search(r"λ|lambda|&#955;|&#x3bb;", text, flags=re.IGNORECASE)
    data = json.loads(found.to_json())
    assert data.pop("convention") == "A - λI"
    assert not re.search(r"λ|lambda", json.dumps(data, ensure_ascii=False))


def test_variable_t_leaves_t_to_eigenvalues() -> None:
    """With variable="t" the free parameter is s, and t is nothing but an eigenvalue."""
    found = solve(TWO, variable="t")
    (system,) = (step for step in found.steps if step.id == "eigenspace-1")
    letters = {x.name for f in inside(system.general) for e in leaves(f) for x in e.free_symbols}
    assert letters == {"x", "y", "s"}
    assert "det(A − tI)" in found.to_text()


# --- options --------------------------------------------------------------------------------------------------------


def test_an_eigensystem_is_told_as_it_is() -> None:
    """An eigensystem is not solved again, and gives the same solution as its matrix."""
    system = eigensystem(TWO)
    assert solve(system).eigensystem is system
    assert solve(system).steps == solve(TWO).steps


@pytest.mark.parametrize("digits", [1, 4, 25])
def test_decimals_have_the_wanted_digits(digits: int) -> None:
    """Eigenvalues that are shown in decimals have as many significant digits as was said."""
    found = solve(GOLDEN, goal="eigenvalues", digits=digits)
    (step,) = (step for step in found.steps if step.id == "eigenvalues")
    shown = [f for formula in step.listed for f in inside(formula) if isinstance(f, Numeral)]
    assert len(shown) == 2
    text = re.findall(r"≈ −?([\d.]+)", found.to_text())
    assert all(len(number.replace(".", "").lstrip("0")) == digits for number in text[:2])


def test_floats_are_read_as_was_said() -> None:
    """0.1 is one tenth, or the double next to it."""
    assert solve([[0.1]]).eigensystem.matrix == ImmutableMatrix([[Rational(1, 10)]])
    assert solve([[0.1]], floats="binary").eigensystem.matrix == ImmutableMatrix([[Rational(0.1)]])


@pytest.mark.parametrize("goal", goals())
def test_every_goal_reaches_its_end(goal: str) -> None:
    """Every goal states the task first and ends with the conclusion, for a matrix that allows them all."""
    found = solve("3 2 2; 2 3 2; 2 2 3", goal=goal)
    assert (found.steps[0].id, found.steps[-1].id) == ("statement", "conclusion")
    assert found.goal == goal
    assert found.title.name == f"title-{goal}"
    assert found.check()


def test_goals_stop_where_they_should() -> None:
    """Eigenvalues need no eigenspace, eigenvectors need no P."""
    kinds = {goal: {step.kind for step in solve(TWO, goal=goal).steps} for goal in ("eigenvalues", "eigenvectors")}
    assert "eigenspace" not in kinds["eigenvalues"]
    assert "eigenspace" in kinds["eigenvectors"]
    assert "assembly" not in kinds["eigenvectors"]


# --- the convention -------------------------------------------------------------------------------------------------


def convention_of(formula: Formula) -> str | None:
    """Which of A − λI and λI − A a formula is; None for neither."""
    if not isinstance(formula, Sum) or len(formula.terms) != 2:
        return None
    first, second = formula.terms
    if is_letter(first, "A") and is_multiple_of_identity(second):
        return "A - λI"
    return (
        "λI - A" if isinstance(second, Minus) and is_letter(second.of, "A") and is_multiple_of_identity(first) else None
    )


def is_letter(formula: Formula, letter: str) -> bool:
    """Whether a formula is a name with this letter."""
    return isinstance(formula, Name) and formula.letter == letter


def is_multiple_of_identity(formula: Formula) -> bool:
    """Whether a formula is I, xI, or minus that."""
    if isinstance(formula, Minus):
        return is_multiple_of_identity(formula.of)
    return is_letter(formula, "I") or (isinstance(formula, Product) and is_letter(formula.factors[-1], "I"))


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", [name for name in SOLUTIONS if name != "empty"])
def test_the_convention_is_kept(name: str, convention: Any) -> None:
    """A − λI and λI − A do not stand in one solution, but for chains and for coefficients from traces."""
    matrix, goal = SOLUTIONS[name]
    found = solve(matrix, goal=goal, convention=convention)
    told = [
        (step.id, convention_of(formula))
        for step in found.steps
        if not isinstance(step, BlockSizes | ChainEquation | Chain | TracesOfPowers)
        for formula in formulas_of(step)
    ]
    # Discs are read off A itself.
    assert {kept for _, kept in told} >= ({convention} if goal != "gershgorin" else set())
    assert [where for where, kept in told if kept not in {None, convention}] == []
    assert found.check()


# --- what is not true is not shown ----------------------------------------------------------------------------------


def test_a_wrong_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solution with a step that does not pass its check is not returned; the message names the step."""
    right = symeig.worked.goals.eigenvalues.characteristic_matrix

    def wrong(telling: Telling) -> Iterator[Step]:
        for step in right(telling):
            yield replace(step, matrix=-step.matrix)

    monkeypatch.setattr(symeig.worked.goals.eigenvalues, "characteristic_matrix", wrong)
    with pytest.raises(CertificationError, match=r"'characteristic-matrix'.*fault of symeig"):
        solve(TWO)


@pytest.mark.parametrize("name", ["two integers", "defective", "symmetric", "cubic"])
def test_each_step_is_checked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No step is passed over: whichever of them is wrong, it is the one that is named."""
    steps = solution(name).steps
    right = Step.check
    monkeypatch.setattr(symeig.worked.solution, "plan", lambda _goal, _telling: iter(steps))
    for step in steps:
        monkeypatch.setattr(Step, "check", lambda self, bad=step.id: self.id != bad)
        with pytest.raises(CertificationError, match=f"'{step.id}'"):
            solve(solution(name).eigensystem)
        assert not solution(name).check()
    monkeypatch.setattr(Step, "check", right)
    assert solution(name).check()


# --- the object -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SOLUTIONS)
def test_a_solution_survives_pickling(name: str) -> None:
    """A pickled solution is equal to the solution and writes the same text."""
    copy = pickle.loads(pickle.dumps(solution(name)))
    assert copy == solution(name)
    assert copy.to_text() == solution(name).to_text()


def test_str_is_the_text() -> None:
    """Printing a solution shows it for a terminal."""
    assert str(solution("defective")) == solution("defective").to_text()


def test_repr_is_one_line() -> None:
    """The representation names the matrix, the goal and the number of steps."""
    found = solve(TWO)
    assert repr(found) == f"WorkedSolution([[4, 1], [2, 3]], goal='auto', {len(found.steps)} steps)"


def test_notebooks_show_html() -> None:
    """A notebook shows the solution as an element, not as a page in a page, and not in LaTeX as well."""
    found = solution("two integers")
    assert found._repr_html_() == found.to_html(standalone=False)
    assert "<html" not in found._repr_html_()
    assert "<html" in found.to_html()
    assert not hasattr(found, "_repr_latex_")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", SOLUTIONS)
def test_sections_hold_the_steps_of_the_level(name: str, level: int) -> None:
    """The sections have the steps up to the level, in order, under headings that do not return."""
    told = replace(solution(name), level=level)
    inside_sections = [step for _, steps in told.sections for step in steps]
    assert inside_sections == [step for step in told.steps if step.level <= level]
    headings = [heading for heading, _ in told.sections]
    assert len(headings) == len(set(headings))
    assert all(step.goal == heading for heading, steps in told.sections for step in steps)


def test_the_language_changes_words_alone() -> None:
    """The steps of a solution are the same in every language."""
    assert {solve(TWO, language=language).steps for language in languages()} == {solution("two integers").steps}


def test_a_solution_keeps_its_options() -> None:
    """What was chosen can be read off the solution."""
    found = solve(TWO, goal="jordan", language="vi", convention="λI - A", level=3, variable="mu")
    assert isinstance(found, WorkedSolution)
    chosen = (found.goal, found.language, found.convention, found.level, found.variable)
    assert chosen == ("jordan", "vi", "λI - A", 3, "mu")


def test_import_stays_light() -> None:
    """Importing the package loads no worked solutions and none of what they need."""
    code = "import symeig, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {name for name in loaded if name.startswith(("fluent", "symeig.worked", "sympy", "flint"))} == set()
