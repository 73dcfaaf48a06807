"""An autograder for Gradescope in one file: the questions, the two scripts that are asked for, and symeig itself."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from importlib.metadata import requires
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from symeig.answers.exercises import read_exercises

__all__ = ["pack"]

# Permissions: for all to read, and to run.
READ, RUN = 0o100644, 0o100755


def pack(questions: str, options: Mapping[str, str]) -> tuple[bytes, int]:
    """The archive, and how many questions are in it.

    symeig goes into it as it is here, so that it judges there as it does here; what it needs is installed when the
    autograder is built.

    Args:
        questions: The file with the questions.
        options: Of `symeig.graders.gradescope`, by name.

    Raises:
        InputError: The questions have a fault.
    """
    count = len(read_exercises(questions))
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as opened:
        for name, content, mode in _entries(Path(questions), options):
            # The same autograder is the same file.
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = mode << 16
            entry.compress_type = ZIP_DEFLATED
            opened.writestr(entry, content)
    return archive.getvalue(), count


def _entries(questions: Path, options: Mapping[str, str]) -> Iterator[tuple[str, bytes, int]]:
    """What is in the archive: names, contents and permissions."""
    scripts = files("symeig.graders") / "autograder"
    kept = f"questions{questions.suffix.lower()}"
    given = shlex.join(part for name, value in options.items() for part in (f"--{name}", value))
    run = (scripts / "run_autograder").read_text(encoding="utf-8").replace("QUESTIONS", kept).replace("OPTIONS", given)
    yield "run_autograder", run.encode(), RUN
    yield "setup.sh", (scripts / "setup.sh").read_bytes(), RUN
    yield "requirements.txt", "\n".join(_requirements()).encode(), READ
    yield kept, questions.read_bytes(), READ
    package = Path(str(files("symeig")))
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield (Path("symeig") / path.relative_to(package)).as_posix(), path.read_bytes(), READ


def _requirements() -> list[str]:
    """What symeig needs, without its extras."""
    return [line for line in requires("symeig") or [] if "extra ==" not in line]
