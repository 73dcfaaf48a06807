"""Every kind of step occurs in a few solutions, is told in every format and language, and is described."""

from __future__ import annotations

import inspect
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, replace
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest
from sympy import Expr, MatrixBase

import symeig.worked.rules
from symeig import solve
from symeig.worked.formulas import Equality, Irreducible, Node, Reduction
from symeig.worked.messages import Message, languages
from symeig.worked.solution import LEVELS
from symeig.worked.steps import Display, Paragraph, Step
from tests.scripts import loaded
from tests.solutions import SOLUTIONS, solution

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
FORMATS = {
    "text": lambda s: s.to_text(),
    "narrow text": lambda s: s.to_text(width=40),
    "LaTeX": lambda s: s.to_latex(),
    "Markdown": lambda s: s.to_markdown(),
    "HTML": lambda s: s.to_html(standalone=False),
}


def modules() -> list[ModuleType]:
    """The modules of rules."""
    rules = symeig.worked.rules
    return [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]


def classes() -> Iterator[type[Step]]:
    """The steps that the rules define, the abstract ones too."""
    for module in modules():
        for thing in vars(module).values():
            if inspect.isclass(thing) and issubclass(thing, Step) and thing.__module__ == module.__name__:
                yield thing


KINDS = {kind.__name__: kind for kind in classes() if not inspect.isabstract(kind)}
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
each_solution = pytest.mark.parametrize("name", SOLUTIONS)


@cache
def told() -> dict[str, list[Step]]:
    """All steps of the table by their kinds."""
    found: dict[str, list[Step]] = {}
    for step in chain.from_iterable(solution(name).steps for name in SOLUTIONS):
        found.setdefault(type(step).__name__, []).append(step)
    return found


# --- the classes ----------------------------------------------------------------------------------------------------


def test_every_kind_occurs_in_the_table() -> None:
    """A new kind of step needs a solution in which it is told; the table tells no others."""
    assert told().keys() == KINDS.keys()


def test_kinds_are_different() -> None:
    """No two classes have the same kind."""
    names = [kind.kind for kind in KINDS.values()]
    assert sorted(names) == sorted(set(names))


@each_kind
def test_kind_is_in_kebab_case(kind: type[Step]) -> None:
    """A kind has a name of small letters and hyphens."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.kind)


@pytest.mark.parametrize("kind", [*classes()], ids=lambda kind: kind.__name__)
def test_fields_are_documented(kind: type[Step]) -> None:
    """The docstring of a class describes its own fields, in their order, and nothing else."""
    described = re.findall(r"^    (\w+): ", inspect.getdoc(kind).partition("Attributes:\n")[2], flags=re.MULTILINE)
    assert described == [f.name for f in fields(kind) if f.name in inspect.get_annotations(kind)]


@each_kind
def test_properties_are_documented(kind: type[Step]) -> None:
    """A class says in its own words what it claims and what it tells."""
    assert kind.claim.__doc__
    assert kind.tell.__doc__
    assert kind.claim.__doc__ != Step.claim.__doc__
    assert kind.tell.__doc__ != Step.tell.__doc__


@each_kind
def test_steps_are_frozen(kind: type[Step]) -> None:
    """A step cannot be changed."""
    with pytest.raises(FrozenInstanceError):
        told()[kind.__name__][0].level = 3


# --- the steps of the table -----------------------------------------------------------------------------------------


@each_solution
def test_ids_are_unique(name: str) -> None:
    """A step is known by its id within its solution."""
    ids = [step.id for step in solution(name).steps]
    assert sorted(ids) == sorted(set(ids))


@each_solution
def test_ids_are_in_kebab_case(name: str) -> None:
    """An id is made of small letters, numbers and hyphens."""
    assert [s.id for s in solution(name).steps if not re.fullmatch(r"[a-z]+(-[a-z]+|-\d+)*", s.id)] == []


@each_solution
def test_steps_are_the_same_every_time(name: str) -> None:
    """The same matrix gives equal steps with equal hashes, whatever was solved before."""
    matrix, goal = SOLUTIONS[name]
    again = solve([] if matrix == "[]" else matrix, goal=goal)
    assert again.steps == solution(name).steps
    assert list(map(hash, again.steps)) == list(map(hash, solution(name).steps))


@each_solution
def test_steps_survive_pickling(name: str) -> None:
    """A step that was pickled is the same step, and passes its check."""
    steps = pickle.loads(pickle.dumps(solution(name).steps))
    assert steps == solution(name).steps
    assert all(step.check() for step in steps)


@each_solution
def test_parts_have_the_documented_types(name: str) -> None:
    """Before and after are formulas, an operation is a message or formulas, a claim is made of statements."""
    for step in solution(name).steps:
        assert all(isinstance(x, Node | Expr | MatrixBase | None) for x in (step.before, step.after)), step.id
        done = step.operation
        assert done is None or isinstance(done, Message) or all(isinstance(x, Node | Expr) for x in done), step.id
        assert isinstance(step.claim, tuple)
        assert all(isinstance(x, Equality | Reduction | Irreducible) for x in step.claim), step.id
        assert isinstance(step.goal, Message)
        assert isinstance(step.why, Message | None)
        assert step.level in LEVELS


@each_solution
def test_blocks_have_the_documented_types(name: str) -> None:
    """A step is told in paragraphs of messages and displays of formulas, none of them empty, at some level at least."""
    for step in solution(name).steps:
        assert any(step.blocks(level) for level in LEVELS if level >= step.level), step.id
        for level in LEVELS:
            for block in step.blocks(level):
                if isinstance(block, Paragraph):
                    assert block.sentences, step.id
                    assert all(isinstance(x, Message) for x in block.sentences), step.id
                else:
                    assert isinstance(block, Display)
                    assert block.formulas, step.id
                    assert all(isinstance(x, Node | Expr | MatrixBase) for x in block.formulas), step.id


# --- the formats ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("form", FORMATS)
@each_solution
def test_every_step_is_written(name: str, form: str, language: str) -> None:
    """Each solution is written in each format and language at each level, and says more at a higher one."""
    texts = [FORMATS[form](replace(solution(name), language=language, level=level)) for level in LEVELS]
    assert len(texts[0]) <= len(texts[1]) <= len(texts[2])
    assert all(text.strip() for text in texts)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("level", LEVELS)
@each_solution
def test_every_step_is_data(name: str, level: int, language: str) -> None:
    """The JSON has every step with its kind, in order, and says that it was checked."""
    data = json.loads(replace(solution(name), language=language, level=level).to_json())
    assert [(s["id"], s["kind"]) for s in data["steps"]] == [(s.id, s.kind) for s in solution(name).steps]
    assert all(step["checked"] for step in data["steps"])


# --- the page that describes them -----------------------------------------------------------------------------------


@cache
def maker() -> ModuleType:
    """The script that writes the page."""
    return loaded(REFERENCE / "make_steps.py")


def test_the_page_is_up_to_date() -> None:
    """The page is what `docs/reference/make_steps.py` writes."""
    assert (REFERENCE / "steps.md").read_text(encoding="utf-8") == maker().page()


@each_kind
def test_every_kind_is_on_the_page(kind: type[Step]) -> None:
    """A kind has its section, with its class, its claim and its fields."""
    text = (REFERENCE / "steps.md").read_text(encoding="utf-8")
    section = text.partition(f"\n### {kind.kind}\n")[2].partition("\n##")[0]
    assert f"`{kind.__module__}.{kind.__name__}`" in section
    assert f"Claim: {inspect.getdoc(kind.claim)}" in section
    own = {f.name for f in fields(kind)} - {f.name for f in fields(Step)}
    assert own <= set(re.findall(r"^- `(\w+)`: ", section, flags=re.MULTILINE))
