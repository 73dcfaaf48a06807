"""The work of `symeig plot`, as it is done in the worker process: plain data in, plain data out."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any, cast

from symeig import plots
from symeig.cli.failures import spoken
from symeig.reading import read_matrix_argument

__all__ = ["draw"]


def draw(
    what: str, matrix: str, form: str, *, floats: str, vector: str | None = None, **options: Any
) -> tuple[bytes, tuple[str, ...]]:
    """The content of the file of a picture, with warnings about it."""
    function = getattr(plots, what.replace("-", "_"))
    start = () if vector is None else (vector,)
    file = BytesIO()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        given = read_matrix_argument(matrix, floats=cast("Any", floats))
        function(given, *start, **options).savefig(file, format=form)
    return file.getvalue(), tuple(spoken(str(w.message)) for w in caught)
