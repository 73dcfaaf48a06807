"""What every step has: how it begins, what is checked, and what is not."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace
from typing import ClassVar

import pytest
from sympy import ImmutableMatrix, Integer, Symbol

from symeig.worked.formulas import (
    Equality,
    Formula,
    Irreducible,
    List,
    Name,
    Numeral,
    Operation,
    Reduction,
    Relation,
    Row,
    Statement,
    Sum,
    Words,
)
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step

x = Symbol("lambda")
TRUE = Equality((Sum((Integer(1), Integer(1))), Integer(2)))
FALSE = Equality((Sum((Integer(1), Integer(1))), Integer(3)))
FALSE_REDUCTION = Reduction(
    (ImmutableMatrix([[1, 2]]), ImmutableMatrix([[1, 3]])), ((Operation("rows", 1, Integer(1)),),)
)
REDUCIBLE = Irreducible(x**2 - 1)
TASK, WHY = say("section-task"), say("why")


@dataclass(frozen=True, kw_only=True)
class Sample(Step):
    """A step that claims and tells what it is given: at each level what stands there."""

    kind: ClassVar[str] = "sample"

    claimed: tuple[Statement, ...] = ()
    told: tuple[tuple[Block, ...], ...] = ((), (), ())

    @property
    def claim(self) -> tuple[Statement, ...]:
        """What was given."""
        return self.claimed

    def tell(self, level: int) -> tuple[Block, ...]:
        """What was given."""
        return self.told[level - 1]


def sample(*blocks: Block, why: Message | None = None, claim: tuple[Statement, ...] = ()) -> Sample:
    """A step that tells the same at every level."""
    return Sample(id="sample", goal=TASK, why=why, claimed=claim, told=(blocks,) * 3)


# --- what it begins with --------------------------------------------------------------------------------------------


def test_why_is_the_first_sentence() -> None:
    """The reason stands before the first paragraph, in the same paragraph."""
    step = sample(Paragraph((say("a"), say("b"))), Display((x,)), why=WHY)
    assert step.blocks(2) == (Paragraph((WHY, say("a"), say("b"))), Display((x,)))


def test_why_before_formulas_is_a_paragraph() -> None:
    """Where formulas come first the reason has a paragraph of its own."""
    step = sample(Display((x,)), Paragraph((say("a"),)), why=WHY)
    assert step.blocks(2) == (Paragraph((WHY,)), Display((x,)), Paragraph((say("a"),)))


def test_why_stands_alone_where_nothing_is_told() -> None:
    """The reason is told too where there is nothing else."""
    assert sample(why=WHY).blocks(1) == (Paragraph((WHY,)),)


def test_without_why_the_step_is_what_it_tells() -> None:
    """No paragraph is added."""
    step = sample(Paragraph((say("a"),)))
    assert step.blocks(3) == step.tell(3)


def test_each_level_tells_its_own() -> None:
    """The level reaches the step."""
    blocks = tuple((Display((Integer(level),)),) for level in (1, 2, 3))
    step = Sample(id="sample", goal=TASK, told=blocks)
    assert [step.blocks(level) for level in (1, 2, 3)] == list(blocks)


def test_parts_are_nothing_by_default() -> None:
    """A step has no before, operation and after unless it says so; it is told from level 1 on and assumes nothing."""
    step = sample()
    assert (step.before, step.operation, step.after) == (None, None, None)
    assert (step.why, step.level, step.assumed) == (None, 1, ())


def test_a_step_needs_a_claim_and_a_telling() -> None:
    """A class without either is not a kind of step."""
    with pytest.raises(TypeError, match="abstract"):
        Step(id="step", goal=TASK)


def test_steps_are_values() -> None:
    """Steps are frozen, have names for their fields, and are equal when their fields are."""
    step = sample(Display((TRUE,)))
    assert step == sample(Display((TRUE,)))
    assert hash(step) == hash(sample(Display((TRUE,))))
    assert step != replace(step, id="other")
    with pytest.raises(FrozenInstanceError):
        step.id = "other"
    with pytest.raises(TypeError):
        Sample("sample", TASK)


# --- what is checked ------------------------------------------------------------------------------------------------

# Formulas in which something false is stated, at different depths.
FALSE_FORMULAS: dict[str, Formula] = {
    "an equality": FALSE,
    "a reduction": FALSE_REDUCTION,
    "a reducible polynomial": REDUCIBLE,
    "in a list": List((TRUE, FALSE)),
    "in a row": Row((FALSE, TRUE)),
    "in a list in a row": Row((TRUE, List((Integer(1), FALSE)))),
    "in a relation": Relation((FALSE, Integer(3)), "⇒"),
    "in words": List((TRUE, Relation((Integer(1), FALSE_REDUCTION), "→"))),
}


@pytest.mark.parametrize("name", FALSE_FORMULAS)
def test_false_displays_are_refused(name: str) -> None:
    """Whatever is displayed is checked, however deep it stands."""
    assert not sample(Display((TRUE, FALSE_FORMULAS[name]))).check()


@pytest.mark.parametrize("name", FALSE_FORMULAS)
def test_false_sentences_are_refused(name: str) -> None:
    """What stands in a sentence is checked as well, also in a sentence inside a sentence, and in the reason."""
    formula = FALSE_FORMULAS[name]
    assert not sample(Paragraph((say("a"), say("b", first=TRUE, second=formula)))).check()
    assert not sample(Paragraph((say("a", inner=say("b", formula=formula)),))).check()
    assert not sample(why=say("why", formula=formula)).check()


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_level_is_checked(level: int) -> None:
    """A false line at one level is found, whatever the level of the step is."""
    told = tuple((Display((FALSE if k == level else TRUE,)),) for k in (1, 2, 3))
    assert not Sample(id="sample", goal=TASK, told=told, level=3).check()


def test_the_claim_is_checked() -> None:
    """What is claimed and not shown is checked."""
    assert sample(claim=(TRUE,)).check()
    assert not sample(claim=(TRUE, FALSE)).check()
    assert not sample(Display((TRUE,)), claim=(FALSE_REDUCTION,)).check()
    assert not sample(claim=(REDUCIBLE,)).check()


def test_relations_state_nothing() -> None:
    """An equation that is to be solved, a number in decimals and a name are not checked."""
    equation = Relation((x, Integer(3)), "=")
    assert sample(Display((equation, List((Name("A"), equation)))), Paragraph((say("a", formula=equation),))).check()
    assert Numeral not in map(type, (equation, x))


def test_words_inside_formulas_are_checked() -> None:
    """An equality in words inside a formula is one that is shown."""
    hidden = List((TRUE, Words(say("where", formula=FALSE))))
    assert not sample(Display((hidden,))).check()


def test_nothing_is_true() -> None:
    """A step without statements passes."""
    assert sample().check()
