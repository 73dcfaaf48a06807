"""An eigensystem told to a person: what is said is data (`Summary`), and each way of showing it stands beside it.

* `summarise` decides what is said and in which order: the brief telling, results without their derivation.
* `to_text` and `to_latex` render a summary; `to_document` gives the whole eigensystem as data for JSON.
"""

from symeig.worked.brief.document import to_document
from symeig.worked.brief.latex import to_latex
from symeig.worked.brief.summary import GOALS, Summary, summarise
from symeig.worked.brief.text import to_text

__all__ = ["GOALS", "Summary", "summarise", "to_document", "to_latex", "to_text"]
