"""The summary of a class as HTML: a page that needs nothing else. No script runs in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from symeig.answers.batch.render.picture import mistakes_picture, verdicts_picture
from symeig.answers.batch.render.table import cells, header
from symeig.answers.batch.render.words import Words, printable
from symeig.answers.batch.summary import Answered

__all__ = ["render"]


def render(found: Sequence[Answered], language: str) -> str:
    """The summary as a whole page, which is well-formed XML too.

    Args:
        found: What was answered to each question.
        language: Of the words.
    """
    words = Words(language)
    style = (files("symeig.answers.batch.render") / "summary.css").read_text(encoding="utf-8")
    body = "\n".join([*_verdicts(found, words), *_mistakes(found, words)])
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{escape(words("title"))}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{escape(words("title"))}</h1>
{body}
</main>
</body>
</html>
"""


def _verdicts(found: Sequence[Answered], words: Words) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(words('verdicts'))}</h2>"
    if found:
        yield f"<figure>{verdicts_picture(found, words)}</figure>"
    rows = [cells(each, each.question) for each in found]
    yield from _table(header(words), rows, words("verdicts"))
    yield "</section>"


def _mistakes(found: Sequence[Answered], words: Words) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(words('mistakes'))}</h2>"
    picture = mistakes_picture(found, words)
    if picture:
        yield f"<figure>{picture}</figure>"
        rows = [
            [each.question, words("of", count=count, answers=each.answers), f"{words.mistake(code)} {code}"]
            for each in found
            for code, count in each.mistakes.items()
        ]
        columns = [words("question"), words("answers"), words("mistake")]
        yield from _table(columns, rows, words("mistakes"), kind="mistakes")
    else:
        yield f"<p>{escape(words('none'))}</p>"
    yield "</section>"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], label: str, kind: str = "verdicts") -> Iterator[str]:
    """A table that the keyboard can scroll where it is wider than the screen."""
    yield f'<div class="wide" tabindex="0" role="group" aria-label={quoteattr(label)}>'
    yield f'<table class="{kind}">'
    names = "".join(f'<th scope="col">{escape(printable(cell))}</th>' for cell in columns)
    yield f"<thead><tr>{names}</tr></thead>\n<tbody>"
    for first, *rest in rows:
        others = "".join(f"<td>{escape(printable(cell))}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(printable(first))}</th>{others}</tr>'
    yield "</tbody>\n</table>\n</div>"
