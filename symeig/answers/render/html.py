"""A verdict as HTML with MathML: a page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from xml.sax.saxutils import escape

from symeig.answers.render.text import score
from symeig.answers.verdicts import Verdict

__all__ = ["to_html"]


def to_html(verdict: Verdict, language: str, *, marks: bool = False) -> str:
    """A verdict as a page, which is well-formed XML too.

    Args:
        verdict: What is said.
        language: Of the words.
        marks: Whether to tell how the score comes about.
    """
    style = (files("symeig.worked.render") / "page.css").read_text(encoding="utf-8")
    title = escape(verdict.feedback.splitlines()[0])
    body = "\n".join(_body(verdict, language, marks=marks))
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{title}</title>
<style>
{style}main {{
  max-width: 44rem;
}}
pre {{
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def _body(verdict: Verdict, language: str, *, marks: bool) -> Iterator[str]:
    first, _, rest = verdict.feedback_html.partition("\n")
    yield first.replace("<p>", "<h1>").replace("</p>", "</h1>")
    yield rest
    if verdict.verdict != "invalid":
        told = verdict.explanation if marks else score(verdict, language)
        yield f"<p>{'<br/>'.join(map(escape, told.splitlines()))}</p>"
