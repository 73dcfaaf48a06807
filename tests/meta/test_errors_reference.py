"""The page of exceptions is what the code says today, and its examples fail and succeed as they say."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from symeig import errors
from symeig.errors import SymeigError
from tests.scripts import loaded

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CLASSES = [getattr(errors, name) for name in errors.__all__]


MAKER = loaded(REFERENCE / "make_errors.py")
FAILING = [(cls, x) for cls in CLASSES for x in MAKER.examples(cls, "Fails") if x not in MAKER.WITHOUT]
FIXED = [(cls, x) for cls in CLASSES for x in MAKER.examples(cls, "Fixed")]


def test_the_page_is_up_to_date() -> None:
    """The page is what `docs/reference/make_errors.py` writes."""
    assert (REFERENCE / "errors.md").read_text(encoding="utf-8") == MAKER.page()


def test_every_class_has_its_heading() -> None:
    """Each class has a section, whose heading, and so whose anchor, is its stable code."""
    page = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^## (.+)$", page, flags=re.MULTILINE)) == sorted(cls.code for cls in CLASSES)
    assert set(MAKER.classes()) == set(CLASSES)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.code)
def test_every_class_has_an_example_or_a_reason(cls: type[SymeigError]) -> None:
    """Its docstring shows a call that raises it, or the page says why there is none; every mark of one is read."""
    text = inspect.getdoc(cls)
    assert ("Fails:" in text) == bool(MAKER.examples(cls, "Fails")) == (cls not in MAKER.NO_EXAMPLE)
    assert ("Fixed:" in text) == bool(MAKER.examples(cls, "Fixed"))
    assert "Fails:" not in text or "Fixed:" in text or "Instead:" in text


@pytest.mark.parametrize(("cls", "example"), FAILING, ids=[f"{cls.code}-{x[:40]}" for cls, x in FAILING])
def test_what_fails(cls: type[SymeigError], example: str) -> None:
    """An example under "Fails" raises exactly this class, with the attributes that are described."""
    with pytest.raises(cls) as caught:
        eval(example, MAKER.namespace())  # noqa: S307  (an example in our own source)
    assert type(caught.value) is cls
    assert set(inspect.get_annotations(cls)) - {"code"} <= caught.value.data.keys()


@pytest.mark.parametrize(("cls", "example"), FIXED, ids=[f"{cls.code}-{x[:40]}" for cls, x in FIXED])
def test_what_is_fixed(cls: type[SymeigError], example: str) -> None:  # noqa: ARG001  (names the test)
    """An example under "Fixed" raises nothing."""
    assert eval(example, MAKER.namespace()) is not None  # noqa: S307  (an example in our own source)
