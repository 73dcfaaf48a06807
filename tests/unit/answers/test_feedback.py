"""What is said of answers: in every language, about every mistake, without giving the answer away."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from symeig import eigensystem
from symeig.answers.checking import judged
from symeig.answers.feedback import feedback
from symeig.answers.policies import Policy
from symeig.answers.questions import Question
from symeig.answers.words import as_html, as_text
from symeig.errors import InputError
from symeig.worked.messages import languages
from tests.fluent_messages import messages as messages_of
from tests.fluent_messages import placeables

ROOM = Path(str(files("symeig"))) / "answers"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
CODES = sorted(set(re.findall(r'"(M_[A-Z_]+)"', SOURCE)))
HINTS = ["mistake-" + code.removeprefix("M_").lower().replace("_", "-") for code in CODES]
NAMES = [f"{hint}-name" for hint in HINTS]
VERDICTS = ["verdict-correct", "verdict-partial", "verdict-incorrect", "verdict-invalid", "verdict-missing"]
ITEMS = {f"item-{name}" for name in re.findall(r'mark\("([a-z-]+)"', SOURCE)} | {
    "item-constant",
    "item-coefficient",
    "item-trace",
}
MARKS = {"identity", "marks-item", "marks-cancelled", "marks-kept", "marks-score"}


def messages(language: str) -> dict[str, set[str]]:
    """The placeables of each message about answers in a language."""
    found = messages_of(ROOM / "languages" / f"{language}.ftl")
    return {name: placeables(message) for name, message in found.items()}


@pytest.mark.parametrize("language", languages())
def test_every_mistake_has_its_words(language: str) -> None:
    """A hint, an explanation and a name for each code, the words of summaries, and nothing left over."""
    found = {name for name in messages(language) if not name.startswith("summary-")}
    assert found == {*VERDICTS, *HINTS, *NAMES, *(f"{hint}-full" for hint in HINTS), *ITEMS, *MARKS}


def test_every_word_of_summaries_is_used() -> None:
    """A word that nothing says is dead."""
    words = {name.removeprefix("summary-") for name in messages("en") if name.startswith("summary-")}
    source = SOURCE.replace("summary-", "")
    assert [word for word in words if not re.search(rf"[\"']{word}[\"']", source)] == []


@pytest.mark.parametrize("language", languages())
def test_languages_say_the_same(language: str) -> None:
    """The same mathematics stands in each message; in gentle hints there is none."""
    assert messages(language) == messages("en")
    assert not any(messages(language)[hint] for hint in HINTS)


@pytest.mark.parametrize("language", languages())
def test_names_differ_from_those_of_worked_solutions(language: str) -> None:
    """Both catalogues are read together."""
    assert not messages_of(ROOM.parent / "worked" / "languages" / f"{language}.ftl").keys() & messages(language).keys()


def test_hints_by_their_level() -> None:
    """None, a gentle one, and a full one, in the language asked for."""
    system = eigensystem([[4, 1], [2, 3]])
    verdict = judged(system, Question("eigenvalues"), "7, 10", Policy())
    assert as_text(feedback(verdict, system, "none")) == "Not correct."
    gentle, full = (as_text(feedback(verdict, system, hints)) for hints in ("gentle", "full"))
    hint, *identities = gentle.splitlines()[1:]
    assert hint == "What role do trace and determinant play in the characteristic polynomial?"
    assert identities == ["det(A − 7I) = 10 ≠ 0", "det(A − 10I) = 40 ≠ 0"]
    said = full.splitlines()
    assert said[1] == "7 and 10 are the trace and the determinant. The eigenvalues are the zeros of λ² − 7λ + 10."
    assert said[2:] == [*identities, "tr A = 7 ≠ 7 + 10"]
    vietnamese = as_text(feedback(verdict, system, "full"), "vi").splitlines()
    assert vietnamese[1].endswith("Trị riêng là nghiệm của λ² − 7λ + 10.")


def test_html_is_well_formed() -> None:
    """Formulas are MathML, and words are escaped."""
    system = eigensystem([[4, 1], [2, 3]])
    verdict = judged(system, Question("eigenvalues"), "7, 10", Policy())
    html = as_html(feedback(verdict, system, "full"))
    page = ET.fromstring(f"<div>{html}</div>")  # noqa: S314  (our own text)
    assert [p.tag for p in page] == ["p"] * 5
    assert len(list(page.iter("math"))) == 6


def test_unknown_language_is_refused() -> None:
    """With those that there are."""
    verdict = judged([[1]], Question("eigenvalues"), "1", Policy())
    with pytest.raises(InputError, match="'en', 'vi'"):
        as_text(feedback(verdict, eigensystem([[1]])), "xx")
