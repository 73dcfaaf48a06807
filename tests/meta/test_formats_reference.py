"""The page of file formats names every schema and every suffix, and what it shows is what is written."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from click.testing import CliRunner

from symeig.cli import check, check_batch, main, options, plot, verify
from symeig.reading import files
from tests.cli.test_transcripts import _agree, _lines, transcripts

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "formats.md"
TEXT = PAGE.read_text(encoding="utf-8")
SCHEMAS = sorted((ROOT / "symeig").rglob("*.schema.json"))


class Written(NamedTuple):
    """What came of the commands on the page.

    Attributes:
        wrong: Files that are shown otherwise than they were written.
        documents: What was written or printed in JSON.
    """

    wrong: list[str]
    documents: list[Any]


@pytest.fixture(scope="module", name="written")
def its_written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The commands of the page, run one after the other: `cat` shows a file of theirs, or makes one for them."""
    folder = tmp_path_factory.mktemp("formats")
    wrong: list[str] = []
    texts: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command, shown in transcripts(PAGE):
            name, *arguments = shlex.split(command)
            path = folder / arguments[0]
            if name == "symeig":
                texts.append(CliRunner().invoke(main, arguments).stdout)
            elif name == "cat" and not path.exists():
                path.write_text(shown, encoding="utf-8")
            elif name == "cat" and not _agree(_lines(path.read_text(encoding="utf-8")), _lines(shown)):
                wrong.append(path.name)
    texts += [path.read_text(encoding="utf-8") for path in folder.glob("*.json")]
    return Written(wrong, [json.loads(text) for text in texts if text.startswith("{")])


def test_files_are_shown_as_they_are_written(written: Written) -> None:
    """A file that a command made is shown with its content."""
    assert written.wrong == []


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_schemas(schema: Path, written: Written) -> None:
    """The page links each schema, and shows a document that it describes."""
    linked = re.findall(r"\]\((\.\./[^)]*\.schema\.json)\)", TEXT)
    assert schema in [(PAGE.parent / link).resolve() for link in linked]
    rules = json.loads(schema.read_text(encoding="utf-8"))
    name = rules["properties"]["format"]["const"]
    documents = [document for document in written.documents if document.get("format") == name]
    assert documents
    for document in documents:
        jsonschema.validate(document, rules)


def test_formats_without_schema_say_so(written: Written) -> None:
    """What is written in JSON has a schema, or a section that says that there is none, or a page of its own."""
    described = {json.loads(path.read_text(encoding="utf-8"))["properties"]["format"]["const"] for path in SCHEMAS}
    bare = {document["format"] for document in written.documents if "format" in document} - described
    assert bare == {"symeig-eigensystem", "symeig-computation", "symeig-certificate"}
    assert TEXT.count("There is no schema yet.") == len(bare - {"symeig-certificate"})


@pytest.mark.parametrize(
    ("section", "suffixes"),
    [
        ("matrix", files._SUFFIXES),
        ("worked solution", options.FORMS.values()),
        ("results alone", [options.FORMS[form] for form in options.BRIEF_FORMS]),
        ("picture", plot.FORMS),
        ("results of a class", check_batch.FORMS),
        ("store", [check_batch.STORE]),
        ("summary of a class", check_batch.SUMMARIES),
        ("verdict", check.FORMS.values()),
        ("report", [*verify.FORMS.values(), ".py"]),
    ],
)
def test_suffixes(section: str, suffixes: Any) -> None:
    """The table at the top has the suffixes that are read and written, and no others."""
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| [{section}]"))
    assert set(re.findall(r"`(\.\w+)`", row.split("|")[2])) == set(suffixes)


def test_sections() -> None:
    """Every row of the table leads to a section, and every section has a row."""
    rows = re.findall(r"^\| \[[^\]]+\]\(#([\w-]+)\)", TEXT, flags=re.MULTILINE)
    headings = [re.sub(r"\s", "-", title.lower()) for title in re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE)]
    assert rows == headings
