"""``symeig replay`` through its public entry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from symeig.cli import main

MATRICES = ["2 1; 2 3", "3 -1 1; 2 0 1; 1 -1 2", "0 0 13; 1 0 22; 0 1 0", "1/2 1/3; 1/4 1/5", "sqrt(2) 1; 1 0", "[]"]


def symeig(*arguments: str, stdin: str | None = None) -> Result:
    """The result of a command."""
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """The certificate of a matrix."""
    file = tmp_path / "proof.json"
    assert symeig("solve", "--brief", "2 1; 2 3", "--certificate", str(file)).exit_code == 0
    return file


@pytest.mark.parametrize("matrix", MATRICES)
def test_certificates_are_accepted_for_their_matrix(matrix: str, tmp_path: Path) -> None:
    """What solve writes, replay accepts: with the matrix given, and with the one in the file."""
    file = str(tmp_path / "proof.json")
    assert symeig("solve", "--brief", matrix, "--certificate", file).exit_code == 0
    given, alone = symeig("replay", file, matrix), symeig("replay", file)
    assert (given.exit_code, alone.exit_code) == (0, 0)
    assert "of the given matrix" in given.stdout


def test_matrix_can_come_from_standard_input_or_begin_with_a_minus_sign(tmp_path: Path) -> None:
    """The matrix is given as for solve."""
    file = str(tmp_path / "proof.json")
    symeig("solve", "--brief", "-1 2; 3 4", "--certificate", file)
    assert symeig("replay", file, "-1 2; 3 4").exit_code == 0
    assert symeig("replay", file, "-", stdin="-1 2\n3 4").exit_code == 0


def test_without_a_matrix_the_one_in_the_file_is_shown(certificate: Path) -> None:
    """The file speaks of a matrix that the user is asked to compare."""
    output = symeig("replay", str(certificate)).stdout
    assert "  ⎡ 2  1 ⎤\n  ⎣ 2  3 ⎦\n" in output
    assert "Is it yours?" in output


def test_generator_of_a_number_field_is_explained(tmp_path: Path) -> None:
    """A matrix beyond the rationals is shown in terms of θ, whose equation is shown."""
    file = str(tmp_path / "proof.json")
    symeig("solve", "--brief", "sqrt(2) 1; 1 0", "--certificate", file)
    output = symeig("replay", file).stdout
    assert "⎡ θ  1 ⎤" in output
    assert "θ² − 2 = 0" in output


def test_another_matrix_is_refused(certificate: Path) -> None:
    """The proof is about one matrix; another one ends with status 1."""
    result = symeig("replay", str(certificate), "2 1; 2 4")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Refused: the matrix of the file is not the given one.\n"


def test_a_false_statement_is_refused(certificate: Path) -> None:
    """A changed eigenvector ends with status 1, with or without the matrix."""
    document = json.loads(certificate.read_text())
    document["components"][0]["chains"][0][0][0] = [5]
    certificate.write_text(json.dumps(document))
    for arguments in (["2 1; 2 3"], []):
        result = symeig("replay", str(certificate), *arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Refused: ")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read: No such file"),
        ("{", "does not hold a JSON object"),
        ("[1, 2]", "does not hold a JSON object"),
        ("[" * 100_000, "does not hold a JSON object"),
    ],
    ids=["missing", "cut off", "a list", "nested too deeply"],
)
def test_files_that_cannot_be_read(content: str | None, words: str, tmp_path: Path) -> None:
    """What is no certificate file ends with status 2."""
    file = tmp_path / "proof.json"
    if content is not None:
        file.write_text(content)
    result = symeig("replay", str(file), "2 1; 2 3")
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "content", ["{}", '{"matrix": 3}', '{"format": "symeig-certificate", "version": 1, "field": 7}']
)
def test_objects_of_another_form_are_refused(content: str, tmp_path: Path) -> None:
    """A JSON object that is no certificate proves nothing."""
    (tmp_path / "proof.json").write_text(content)
    for arguments in (["2 1; 2 3"], []):
        result = symeig("replay", str(tmp_path / "proof.json"), *arguments)
        assert result.exit_code == 1
        assert result.stderr.startswith("Refused: ")


@pytest.mark.parametrize(
    ("matrix", "words"), [("1 2; 3", "Row 2"), ("1 2", "1 rows and 2 columns"), ("k", "parameters k")]
)
def test_bad_matrices(matrix: str, words: str, certificate: Path) -> None:
    """A matrix that cannot be read, or has no certificate, ends with status 2."""
    result = symeig("replay", str(certificate), matrix)
    assert result.exit_code == 2
    assert words in result.stderr
