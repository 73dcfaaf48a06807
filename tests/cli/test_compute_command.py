"""`symeig compute` through its public entry: what is printed, what is written, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from symeig.cli import main
from symeig.cli.compute import WHAT
from symeig.cli.compute_tasks import _COMPUTATIONS


def run(*arguments: str, **options: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    result = CliRunner().invoke(main, ["compute", *arguments], **options)
    return result.exit_code, result.stdout, result.stderr


# Arguments, and lines of the output.
SHOWN = [
    (("power", "2 1; 2 3"), ["A^n = ⎡   (4^n + 2)/3    (4^n − 1)/3 ⎤", "      ⎣ (2·4^n − 2)/3  (2·4^n + 1)/3 ⎦"]),
    (("power", "2 1; 2 3", "--argument", "-1"), ["A^(-1) = ⎡  3/4  −1/4 ⎤"]),
    (("power", "0 1; 0 0"), ["A^n = ⎡ δ(n, 0)  δ(n, 1) ⎤"]),
    (("inverse", "2 1; 2 3"), ["A⁻¹ = ⎡  3/4  −1/4 ⎤"]),
    (("exp", "0 -1; 1 0"), ["exp(tA) = ⎡ cos(t)  −sin(t) ⎤"]),
    (("exp", "2 1; 0 2", "--argument", "1"), ["exp(A) = ⎡ e^2  e^2 ⎤"]),
    (("sin", "0 1; 0 0"), ["sin(tA) = ⎡ 0  t ⎤"]),
    (("cos", "0 1; 0 0"), ["cos(tA) = ⎡ 1  0 ⎤"]),
    (("sqrt", "33 24; 48 57"), ["√A = ⎡ 5  2 ⎤", "     ⎣ 4  7 ⎦"]),
    (("log", "2 1; 0 2"), ["log A = ⎡ log(2)     1/2 ⎤"]),
    (("iterate", "1.05 0; 0 1.03", "--vector", "1 1", "--argument", "100"), ["≈ ⎡ 131.501257846303 ⎤"]),
    (("iterate", "2", "--vector", "1", "--constant", "3"), ["x(n) = [ 4·2^n − 3 ]"]),
    (("flow", "0 1; -1 0", "--vector", "1 0"), ["x(t) = ⎡  cos(t) ⎤", "       ⎣ −sin(t) ⎦"]),
    (("definiteness", "0 0 0; 0 1 2; 0 2 1"), ["indefinite", "positive eigenvalues: 1", "zero eigenvalues: 1"]),
    (("rayleigh", "2 1; 1 2", "--vector", "1 2"), ["minimum = 1", "maximum = 3", "at the vector = 14/5"]),
    (("svd", "3 0; 4 5"), ["S = ⎡ 3√5   0 ⎤", "rank: 2"]),
    (("pseudoinverse", "1 2; 2 4"), ["A⁺ = ⎡ 1/25  2/25 ⎤"]),
    (
        ("gershgorin", "3 .1 .3 1; .1 1 .1 .2; .3 .1 5 0; 1 .2 0 1.8", "--below", "0.5"),
        [
            "disc of row 4: centre 9/5, radius 6/5",
            "  discs 1, 2, 4: 3 eigenvalues",
            "an eigenvalue with real part below 0.5: impossible by the rows: 8/5 ≥ 1/2, 3/5 ≥ 1/2, 23/5 ≥ 1/2",
        ],
    ),
    (
        ("gershgorin", "1 2; 3 4", "--above", "9"),
        ["an eigenvalue with real part above 9: impossible by the rows: 9 ≥ 3, 9 ≥ 7"],
    ),
    (("gershgorin", "1 2; 3 4", "--at", "0"), ["the eigenvalue 0: not excluded; false is 1 > 2, 1 > 3"]),
    (("spectral-radius", "1 1; 1 0"), ["spectral radius = (1 + √5)/2", "≈ 1.618033988749895"]),
    (("norms", "1 2; 3 -4"), ["‖A‖₁ = 6", "‖A‖∞ = 7", "‖A‖F = √30", "max |aᵢⱼ| = 4"]),
    (("perron", ".9 .5; .1 .5"), ["Perron root = 1", "right vector = ⎡ 5/6 ⎤", "irreducible: yes"]),
    (
        ("growth", "1 1; 1 0", "--vector", "1 0", "--steps", "5"),
        [
            "rate = (1 + √5)/2",
            "settles after rescaling: yes",
            "step 5: norm 9.433981132056603, ratio 1.6179144164088313",
        ],
    ),
]


@pytest.mark.parametrize(("arguments", "lines"), SHOWN, ids=lambda x: x[0] if isinstance(x, tuple) else "")
def test_what_is_shown(arguments: tuple[str, ...], lines: list[str]) -> None:
    """The result stands on standard output, and nothing on standard error."""
    status, output, error = run(*arguments)
    assert (status, error) == (0, "")
    printed = [text.rstrip() for text in output.splitlines()]
    assert [text for text in lines if text not in printed and not any(p.startswith(text) for p in printed)] == []


def test_everything_that_can_be_computed_is_shown_above() -> None:
    """The table above has each choice, and each choice has a computation."""
    assert {arguments[0] for arguments, _ in SHOWN} == set(WHAT) == set(_COMPUTATIONS)


REFUSED = [
    (("inverse", "1 2; 2 4"), 1, "A v = 0"),
    (("sqrt", "0 1; 0 0"), 1, "no square root"),
    (("definiteness", "1 2; 3 4"), 1, "not Hermitian"),
    (("definiteness", "1 k; k 1"), 1, "−1 < k < 1"),
    (("perron", "1 -2; 3 4"), 1, "(1, 2)"),
    (("flow", "0 1; -1 0"), 2, "--vector"),
    (("power", "2 1; 2 3", "--vector", "1 2"), 2, "--vector plays no part in power"),
    (("power", "2 1; 2 3", "--argument", "x +"), 2, "x +"),
    (("exp", "1 2 3; 4 5 6"), 2, "2 rows and 3 columns"),
    (("iterate", "1 2; 3 4", "--vector", "1 2 3"), 2, "2 entries"),
    (("gershgorin", "1 2; 3 4", "--below", "i"), 2, "real"),
    (("nonsense", "1"), 2, "nonsense"),
    (("power",), 2, "MATRIX"),
    (("power", "1 2; 3"), 2, "Row 2"),
    (("power", "2 1; 2 3", "--output", "power.docx"), 2, ".docx"),
]


@pytest.mark.parametrize(
    ("arguments", "status", "words"), REFUSED, ids=lambda x: " ".join(x) if isinstance(x, tuple) else ""
)
def test_what_is_refused(arguments: tuple[str, ...], status: int, words: str) -> None:
    """The reason stands on standard error, with the status of its kind, and there is no output."""
    found, output, error = run(*arguments)
    assert (found, output) == (status, "")
    assert words in error
    assert "Traceback" not in error


def test_data_for_programs(tmp_path: Path) -> None:
    """JSON has the matrix and the results in SymPy's syntax; a file is written whole, by its suffix."""
    path = tmp_path / "svd.json"
    assert run("svd", "2 4; 1 3; 0 0; 0 0", "--output", str(path)) == (0, "", "")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["format"], document["what"]) == ("symeig-computation", "svd")
    assert document["matrix"] == [["2", "4"], ["1", "3"], ["0", "0"], ["0", "0"]]
    assert document["results"]["S"][0] == ["sqrt(26)/2 + sqrt(34)/2", "0"]


def test_standard_input() -> None:
    """A matrix may come on standard input."""
    status, output, _ = run("inverse", "-", input="2 0; 0 4")
    assert (status, output) == (0, "A⁻¹ = ⎡ 1/2    0 ⎤\n      ⎣   0  1/4 ⎦\n")


def test_a_time_limit() -> None:
    """Work that takes too long is ended, with status 2."""
    status, _, error = run("power", "1 2; 3 4", "--argument", "9" * 9, "--timeout", "1")
    assert status == 2
    assert error
