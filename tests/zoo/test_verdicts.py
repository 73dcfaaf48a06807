"""The verdicts of symeig on the zoo: broken specimens are caught at the defaults, correct ones never flagged.

The inputs are those of `verify`, drawn once for all specimens; a broken one leaves as soon as a law has caught it. The
whole grid, twenty seeds and every law, is `tests.zoo.long_run`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import pytest

from symeig.numeric.examination import draw, tried
from symeig.numeric.problems import Problem
from symeig.numeric.verification import probed
from tests.zoo.broken import BROKEN
from tests.zoo.correct import CORRECT
from tests.zoo.long_run import KINDS, inquiry_of
from tests.zoo.specimens import Specimen


def verdicts(specimens: Sequence[Specimen], *, once: bool, **options: object) -> dict[str, set[str]]:
    """The laws that each specimen broke; with `once` those of the first input that broke any."""
    inquiries = {s.name: inquiry_of(s, 0, **options) for s in specimens}
    laws: dict[str, set[str]] = {s.name: set() for s in specimens}
    with ExitStack() as stack:
        subjects = {name: stack.enter_context(inquiry.subject()) for name, inquiry in inquiries.items()}
        for name, inquiry in inquiries.items():
            laws[name] |= {decision.law for _, decision, _ in probed(inquiry, subjects[name]) if not decision.holds}

        def look(problem: Problem) -> None:
            for name, inquiry in inquiries.items():
                if not (once and laws[name]):
                    laws[name] |= set(tried(problem, inquiry, subjects[name])[1].laws)

        first = next(iter(inquiries.values()))
        for stratum in first.strata:
            if not (once and all(laws.values())):
                draw(first, stratum, look)
    return laws


@pytest.mark.slow
@pytest.mark.parametrize("kinds", KINDS, ids="-".join)
def test_broken_specimens_are_caught(kinds: tuple[str, ...]) -> None:
    """All broken specimens break a law at the default number of examples and seed 0; 95 in 100 would be good."""
    specimens = [s for s in BROKEN if s.kind in kinds]
    laws = verdicts(specimens, once=True)
    assert {name for name, found in laws.items() if not found} == set()


@pytest.mark.slow
@pytest.mark.parametrize("kinds", KINDS, ids="-".join)
def test_correct_specimens_are_not_flagged(kinds: tuple[str, ...]) -> None:
    """No correct variant breaks a law."""
    specimens = [s for s in CORRECT if s.kind in kinds]
    laws = verdicts(specimens, once=False, examples=25, dtype=["float64", "complex64"], max_size=17)
    assert {name: found for name, found in laws.items() if found} == {}


def test_the_zoo_is_large_enough() -> None:
    """At least 60 broken specimens and 18 correct ones."""
    assert len(BROKEN) >= 60
    assert len(CORRECT) >= 18
