"""Makes a notebook of each tutorial and runs it: `python docs/notebooks/make_notebooks.py` writes them anew.

A tutorial is the only source. Its examples become cells, up to each result that is shown; its commands become ``!``
lines, and a file that it shows becomes a cell that writes the file.
"""

from __future__ import annotations

import doctest
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbclient import NotebookClient
from nbformat import NotebookNode, write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HERE = Path(__file__).parent
TUTORIALS = HERE.parent / "tutorials"
ROOT = HERE.parents[1]

# Jupyter gives a command a terminal; progress bars would be stored as what they are made of.
_PLAINLY = (
    "import subprocess as _s; get_ipython().system = lambda line: print(_s.run("
    "line, shell=True, stdout=_s.PIPE, stderr=_s.STDOUT, encoding='utf-8').stdout, end='')"
)

_FENCE = re.compile(r"^```(python|console)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)
_PICTURE = re.compile(r"\A!\[[^\]]*\]\([^)]*\)\n")
_NEIGHBOUR = re.compile(r"\]\((?=[\w-]+\.md)")


def pages() -> list[Path]:
    """The tutorials."""
    return sorted(page for page in TUTORIALS.glob("*.md") if page.stem != "index")


def notebook(page: Path) -> NotebookNode:
    """The notebook of a tutorial, not yet run."""
    made = new_notebook(cells=list(_cells(page.read_text(encoding="utf-8"))))
    for number, cell in enumerate(made.cells, 1):
        cell.id = f"cell-{number}"
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made.metadata.language_info = {"name": "python"}
    return made


def executed(made: NotebookNode) -> NotebookNode:
    """The notebook after a run from top to bottom in an empty folder."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    before = dict(os.environ)
    # As in the terminal of a reader, also where this is run by tests.
    for name in [name for name in before if name == "CI" or name.startswith("PYTEST")]:
        del os.environ[name]
    os.environ.update({"NO_COLOR": "1", "COLUMNS": "100", "PATH": path})
    try:
        with tempfile.TemporaryDirectory() as folder:
            NotebookClient(
                made,
                timeout=300,
                record_timing=False,
                resources={"metadata": {"path": folder}},
                extra_arguments=[f"--IPKernelApp.exec_lines={_PLAINLY}"],
            ).execute()
    finally:
        os.environ.clear()
        os.environ.update(before)
    for output in (output for cell in made.cells for output in cell.get("outputs", [])):
        _forget_the_machine(output, folder)
    return made


def _forget_the_machine(output: NotebookNode, folder: str) -> None:
    """Leave out of what a cell has printed where on this machine it was run."""
    if output.output_type == "error":
        output.traceback = [f"{output.ename}: {output.evalue}"]
    elif output.output_type == "stream":
        places = {f"{ROOT}{os.sep}": "", folder: ".", sys.executable: "python", "\r\n": "\n"}
        for place, short in places.items():
            output.text = output.text.replace(place, short)


def _cells(text: str) -> Iterator[NotebookNode]:
    """The cells of a page, in its order."""
    position, draws = 0, False
    for fence in _FENCE.finditer(text):
        yield from _words(text[position : fence.start()], draws=draws)
        kind, block = fence.groups()
        yield from _examples(block) if kind == "python" else _commands(block)
        position, draws = fence.end(), "symeig.plots." in block
    yield from _words(text[position:], draws=draws)


def _words(text: str, *, draws: bool) -> Iterator[NotebookNode]:
    """What stands between examples; a picture that the cell above has drawn is not shown again."""
    if draws:
        text = _PICTURE.sub("", text.lstrip(), count=1)
    text = _NEIGHBOUR.sub("](../tutorials/", text).strip()
    if text:
        yield new_markdown_cell(text)


def _examples(block: str) -> Iterator[NotebookNode]:
    """A cell for all lines up to each result."""
    lines: list[str] = []
    for example in doctest.DocTestParser().get_examples(block):
        lines.append(example.source.rstrip())
        if example.want:
            fails = example.exc_msg is not None
            yield new_code_cell("\n".join(lines), metadata={"tags": ["raises-exception"]} if fails else {})
            lines = []
    if lines:
        yield new_code_cell("\n".join(lines))


def _commands(block: str) -> Iterator[NotebookNode]:
    """A cell for each command."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        name, _, rest = command.partition(" ")
        yield new_code_cell(f"%%writefile {rest}\n{output.rstrip()}" if name == "cat" else f"!{command}")


if __name__ == "__main__":
    for tutorial in pages():
        write(executed(notebook(tutorial)), HERE / f"{tutorial.stem}.ipynb")
