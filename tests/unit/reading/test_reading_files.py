"""Which matrix a file, standard input or a command-line argument holds."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError, InexactEntryError, ParseError, SymeigError, UnreadableFileError
from symeig.reading import Limits, read_matrix_argument, read_matrix_file
from symeig.reading.matrix_market import read_matrix_market

THIRD = Fraction(1, 3)
TENTH = Fraction(1, 10)

TEXT_FILES = {
    "csv": ("A.csv", "2,1\n1/3,0.1\n", ((2, 1), (THIRD, TENTH))),
    "csv with spaces": ("A.csv", "2, 1\n 1/3 , 0.1", ((2, 1), (THIRD, TENTH))),
    "csv with quotes": ("A.csv", '"2","1"\n"root(8, 3)",0.1\n', ((2, 1), (2, TENTH))),
    "csv with a byte order mark": ("A.csv", "\ufeff2,1\n3,4\n", ((2, 1), (3, 4))),
    "csv with blank lines": ("A.csv", "2,1\n\n3,4\n,\n", ((2, 1), (3, 4))),
    "csv with windows lines": ("A.csv", "2,1\r\n3,4\r\n", ((2, 1), (3, 4))),
    "csv with semicolons": ("A.csv", "2;1\n3;4\n", ((2, 1), (3, 4))),
    "csv with tabs": ("A.csv", "2\t1\n3\t4\n", ((2, 1), (3, 4))),
    "csv with one column": ("A.csv", "2\n3\n", ((2,), (3,))),
    "csv in capitals": ("A.CSV", "2,1\n3,4\n", ((2, 1), (3, 4))),
    "tsv": ("A.tsv", "2\t1\n1/3\t0.1\n", ((2, 1), (THIRD, TENTH))),
    "json": ("A.json", "[[2, 1], [3, 0.1]]", ((2, 1), (3, TENTH))),
    "json with long decimals": (
        "A.json",
        "[[0.1000000000000000000000001]]",
        ((TENTH + Fraction(1, 10**25),),),
    ),
    "json with powers of ten": ("A.json", "[[1e-3, 1E2]]", ((Fraction(1, 1000), 100),)),
    "json with texts": ("A.json", '[["1/3", "sqrt(2)"]]', ((THIRD, sympy.sqrt(2)),)),
    "json with booleans": ("A.json", "[[true, false]]", ((1, 0),)),
    "json object": ("A.json", '{"matrix": [[2, 1]], "name": "A"}', ((2, 1),)),
    "json object with a text": ("A.json", '{"matrix": "2 1; 3 4"}', ((2, 1), (3, 4))),
    "json without entries": ("A.json", "[]", ()),
    "text": ("A.txt", "2 1\n1/3 0.1\n", ((2, 1), (THIRD, TENTH))),
    "text with commas": ("A.txt", "2, 1\n3, 4\n", ((2, 1), (3, 4))),
    "text in LaTeX": ("A.tex", r"\begin{pmatrix} 2 & 1 \end{pmatrix}", ((2, 1),)),
    "no suffix": ("A", "[2 1; 3 4]", ((2, 1), (3, 4))),
    "text that is json": ("A.txt", '[["1/3", 2]]', ((THIRD, 2),)),
}


@pytest.mark.parametrize(("name", "content", "rows"), TEXT_FILES.values(), ids=TEXT_FILES)
def test_text_file_has_its_rows(tmp_path, name, content, rows):
    """A file is read as its suffix says, and decimals from their digits."""
    path = tmp_path / name
    path.write_bytes(content.encode())
    matrix = read_matrix_file(path)
    assert matrix.rows == rows
    assert matrix.floats is None


@pytest.mark.parametrize("content", ["2 1\n3 4", "[[2, 1], [3, 4]]", '{"matrix": [["2", 1], [3, 4]]}', "\ufeff2 1;3 4"])
def test_standard_input_holds_a_text_or_json(monkeypatch, content):
    """``-`` is standard input, in any notation."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert read_matrix_argument("-").rows == ((2, 1), (3, 4))


def test_argument_is_a_matrix_unless_it_is_a_file(tmp_path, monkeypatch):
    """An argument that names an existing file is the file, any other text is a matrix."""
    monkeypatch.chdir(tmp_path)
    assert read_matrix_argument("2 1; 3 4").rows == ((2, 1), (3, 4))
    (tmp_path / "A").write_text("5", encoding="utf-8")
    assert read_matrix_argument("A").rows == ((5,),)
    assert read_matrix_argument("B").rows == ((sympy.Symbol("B"),),)


def test_long_argument_is_no_file_name():
    """A text too long to be a name is a matrix."""
    assert read_matrix_argument("1 " * 3000).shape == (1, 3000)


@pytest.mark.parametrize("dtype", [np.int64, np.uint8, np.bool_, np.int16])
def test_exact_numpy_file_has_its_rows(tmp_path, dtype):
    """An array of integers is exact."""
    np.save(tmp_path / "A.npy", np.array([[1, 0], [1, 1]], dtype=dtype))
    matrix = read_matrix_file(tmp_path / "A.npy", floats="error")
    assert matrix.rows == ((1, 0), (1, 1))


def test_numpy_file_of_floats_has_both_readings(tmp_path):
    """An array of floats is read as `floats` says."""
    np.save(tmp_path / "A.npy", np.array([[0.1]], dtype=np.float32))
    path = str(tmp_path / "A.npy")
    assert read_matrix_argument(path).rows == ((TENTH,),)
    assert read_matrix_argument(path, floats="binary").rows == ((Fraction(13421773, 134217728),),)
    with pytest.raises(InexactEntryError):
        read_matrix_argument(path, floats="error")


def test_numpy_file_may_be_empty_or_in_columns(tmp_path):
    """Shape and order of an array are kept."""
    np.save(tmp_path / "A.npy", np.zeros((0, 3), dtype=int))
    assert read_matrix_file(tmp_path / "A.npy").shape == (0, 3)
    np.save(tmp_path / "A.npy", np.asfortranarray([[1, 2], [3, 4]]))
    assert read_matrix_file(tmp_path / "A.npy").rows == ((1, 2), (3, 4))


HEADER = "%%MatrixMarket matrix"
MATRIX_MARKET = {
    "coordinate real": (
        f"{HEADER} coordinate real general\n2 3 3\n1 1 0.1\n2 3 -1e-2\n1 2 3\n",
        [[TENTH, 3, 0], [0, 0, Fraction(-1, 100)]],
    ),
    "comments and blank lines": (
        f"{HEADER} coordinate integer general\n% a comment\n\n1 1 1\n%another\n1 1 7\n\n",
        [[7]],
    ),
    "no entries": (f"{HEADER} coordinate real general\n1 2 0\n", [[0, 0]]),
    "pattern": (f"{HEADER} coordinate pattern general\n2 2 2\n1 2\n2 1\n", [[0, 1], [1, 0]]),
    "pattern symmetric": (f"{HEADER} coordinate pattern symmetric\n2 2 1\n2 1\n", [[0, 1], [1, 0]]),
    "complex": (f"{HEADER} coordinate complex general\n1 2 2\n1 1 1 0.5\n1 2 2 0\n", [[1 + sympy.I / 2, 2]]),
    "symmetric": (f"{HEADER} coordinate real symmetric\n2 2 2\n1 1 2\n2 1 5\n", [[2, 5], [5, 0]]),
    "skew": (f"{HEADER} coordinate real skew-symmetric\n2 2 1\n2 1 5\n", [[0, -5], [5, 0]]),
    "hermitian": (f"{HEADER} coordinate complex hermitian\n2 2 2\n1 1 2 0\n2 1 0 1\n", [[2, -sympy.I], [sympy.I, 0]]),
    "array": (f"{HEADER} array real general\n2 2\n1\n2\n3\n4\n", [[1, 3], [2, 4]]),
    "array symmetric": (f"{HEADER} array integer symmetric\n2 2\n1\n2\n3\n", [[1, 2], [2, 3]]),
    "array skew": (f"{HEADER} array integer skew-symmetric\n3 3\n1\n2\n3\n", [[0, -1, -2], [1, 0, -3], [2, 3, 0]]),
    "array hermitian": (
        f"{HEADER} array complex hermitian\n2 2\n1 0\n2 1\n3 0\n",
        [[1, 2 - sympy.I], [2 + sympy.I, 3]],
    ),
    "array complex": (f"{HEADER} array complex general\n1 1\n0 1\n", [[sympy.I]]),
    "capitals": ("%%matrixmarket MATRIX Array Double General\n1 1\n0.5\n", [[Fraction(1, 2)]]),
    "windows lines": (f"{HEADER} array real general\r\n1 2\r\n1\r\n2\r\n", [[1, 2]]),
    "fractions": (f"{HEADER} array real general\n1 1\n1/3\n", [[THIRD]]),
}


@pytest.mark.parametrize(("content", "rows"), MATRIX_MARKET.values(), ids=MATRIX_MARKET)
def test_matrix_market_file_has_its_rows(tmp_path, content, rows):
    """Every format, field and symmetry of Matrix Market is read exactly."""
    path = tmp_path / "A.mtx"
    path.write_bytes(content.encode())
    assert read_matrix_file(path).rows == tuple(map(tuple, rows))


@given(st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=1, max_size=3))
def test_both_formats_of_matrix_market_agree(rows):
    """The coordinates and the columns of a matrix are the same matrix."""
    places = [(i, j) for i in range(len(rows)) for j in range(3) if rows[i][j]]
    lines = [f"{i + 1} {j + 1} {rows[i][j]}" for i, j in places]
    coordinate = "\n".join([f"{HEADER} coordinate integer general", f"{len(rows)} 3 {len(lines)}", *lines])
    columns = [str(row[j]) for j in range(3) for row in rows]
    array = "\n".join([f"{HEADER} array integer general", f"{len(rows)} 3", *columns])
    for text in (coordinate, array):
        assert read_matrix_market(text, Limits()) == rows


def _npy_header(shape, descr="<f8"):
    """The start of a NumPy file that states a shape and holds nothing."""
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": descr, "fortran_order": False, "shape": shape})
    return file.getvalue()


def _saved(array):
    file = io.BytesIO()
    np.save(file, array, allow_pickle=True)
    return file.getvalue()


FILE_FAULTS = {
    "empty": ("A.csv", b"", UnreadableFileError, "is empty"),
    "blank": ("A.txt", b" \n ", UnreadableFileError, "is empty"),
    "latin": ("A.csv", b"1,2\n3,\xe9", UnreadableFileError, "UTF-8 text at byte 7"),
    "utf-16": ("A.csv", "1,2".encode("utf-16"), UnreadableFileError, "UTF-8"),
    "binary": ("A.txt", bytes(range(256)), UnreadableFileError, "UTF-8"),
    "csv quotation mark": ("A.csv", b'1,"' + b"2" * 200_000, UnreadableFileError, "table"),
    "csv decimal comma": ("A.csv", b"1,5;2\n3;4,5", ParseError, "In '.*A.csv': Entry"),
    "csv entry": ("A.csv", b"1,2\n3,x+", ParseError, r"In '.*A.csv': Entry \(2, 2\), 'x\+'"),
    "csv nul": ("A.csv", b"1,2\n3,\x00", SymeigError, "A.csv"),
    "json syntax": ("A.json", b"[[1, 2], [3,", ParseError, "is not JSON"),
    "json nesting": ("A.json", b"[" * 100_000, UnreadableFileError, "nested too deeply"),
    "json object": ("A.json", b'{"A": [[1]]}', UnreadableFileError, "without 'matrix'"),
    "json numbers": ("A.json", b"[1, 2]", SymeigError, "Row 1"),
    "json null": ("A.json", b"[[null]]", SymeigError, r"Entry \(1, 1\), None"),
    "json nothing": ("A.json", b"null", SymeigError, "NoneType"),
    "json nan": ("A.json", b"[[1], [NaN]]", SymeigError, r"Entry \(2, 1\), 'NaN'"),
    "json infinity": ("A.json", b"[[-Infinity]]", SymeigError, "not finite"),
    "json huge": ("A.json", b"[[1e999999999]]", BudgetExceededError, "bits"),
    "npy text": ("A.npy", b"1 2; 3 4", UnreadableFileError, "NumPy file"),
    "npy empty": ("A.npy", b"", UnreadableFileError, "NumPy file"),
    "npy magic only": ("A.npy", b"\x93NUMPY\x01\x00", UnreadableFileError, "NumPy file"),
    "npy version": ("A.npy", b"\x93NUMPY\x09\x00", UnreadableFileError, "NumPy file"),
    "npy truncated": ("A.npy", _saved(np.ones((3, 3)))[:-8], UnreadableFileError, "NumPy file"),
    "npy huge": ("A.npy", _npy_header((10**9, 10**9)), BudgetExceededError, "entries"),
    "npy negative": ("A.npy", _npy_header((-1, 2)), UnreadableFileError, "shape"),
    "npy huge entries": ("A.npy", _npy_header((1, 1), "<U100000000"), UnreadableFileError, "entries of type"),
    "npy objects": ("A.npy", _saved(np.array([[None]])), UnreadableFileError, "entries of type object"),
    "npy dimensions": ("A.npy", _saved(np.ones(3)), SymeigError, "1 dimension"),
    "npy nan": ("A.npy", _saved(np.array([[1.0, np.nan]])), SymeigError, r"Entry \(1, 2\) is nan"),
    "mtx empty": ("A.mtx", b"", UnreadableFileError, "is empty"),
    "mtx text": ("A.mtx", b"1 2; 3 4", ParseError, "not a Matrix Market file"),
    "mtx no size": (
        "A.mtx",
        f"{HEADER} array real general\n% only a comment".encode(),
        ParseError,
        "ends where the size",
    ),
    "mtx size": ("A.mtx", f"{HEADER} array real general\n2 -1\n".encode(), ParseError, "not a number of rows"),
    "mtx size words": ("A.mtx", f"{HEADER} array real general\n2 2 4\n".encode(), ParseError, "3 numbers where 2"),
    "mtx long size": (
        "A.mtx",
        f"{HEADER} array real general\n{'9' * 5000} 1\n".encode(),
        ParseError,
        "not a number of",
    ),
    "mtx huge": (
        "A.mtx",
        f"{HEADER} coordinate real general\n1000000000 1000000000 1\n".encode(),
        BudgetExceededError,
        "entries",
    ),
    "mtx few": ("A.mtx", f"{HEADER} array real general\n2 2\n1\n2\n3\n".encode(), ParseError, "ends where an entry"),
    "mtx many": ("A.mtx", f"{HEADER} array real general\n1 1\n1\n2\n".encode(), ParseError, "after the last entry"),
    "mtx words": (
        "A.mtx",
        f"{HEADER} coordinate complex general\n1 1 1\n1 1 1\n".encode(),
        ParseError,
        "3 numbers where 4",
    ),
    "mtx outside": (
        "A.mtx",
        f"{HEADER} coordinate real general\n1 1 1\n2 1 1\n".encode(),
        ParseError,
        "outside the matrix",
    ),
    "mtx zero": (
        "A.mtx",
        f"{HEADER} coordinate real general\n1 1 1\n0 1 1\n".encode(),
        ParseError,
        "outside the matrix",
    ),
    "mtx twice": (
        "A.mtx",
        f"{HEADER} coordinate real general\n1 1 2\n1 1 1\n1 1 2\n".encode(),
        ParseError,
        "second time",
    ),
    "mtx upper": (
        "A.mtx",
        f"{HEADER} coordinate real symmetric\n2 2 1\n1 2 1\n".encode(),
        ParseError,
        "above the diagonal",
    ),
    "mtx not square": ("A.mtx", f"{HEADER} array real symmetric\n2 1\n1\n2\n".encode(), ParseError, "not square"),
    "mtx nan": ("A.mtx", f"{HEADER} array real general\n1 1\nnan\n".encode(), SymeigError, r"Entry \(1, 1\), 'nan'"),
    "mtx value": ("A.mtx", f"{HEADER} array real general\n1 1\n1..2\n".encode(), ParseError, r"Entry \(1, 1\)"),
}


@pytest.mark.parametrize(("name", "content", "error", "words"), FILE_FAULTS.values(), ids=FILE_FAULTS)
def test_faulty_file_is_refused(tmp_path, name, content, error, words):
    """A file that holds no matrix is refused with one sentence on what is wrong."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error, match=words):
        read_matrix_file(path)


def test_file_that_is_missing_is_refused():
    """A name with the suffix of a file is never read as a matrix."""
    with pytest.raises(UnreadableFileError, match="No such file") as caught:
        read_matrix_argument("missing.csv")
    assert caught.value.path == "missing.csv"


def test_directory_is_refused(tmp_path):
    """A directory is no file."""
    with pytest.raises(UnreadableFileError, match="directory"):
        read_matrix_argument(str(tmp_path))


def test_file_without_permission_is_refused(tmp_path, monkeypatch):
    """What the system forbids to open is refused in the system's words."""
    path = tmp_path / "A.csv"
    path.write_text("1", encoding="utf-8")

    def forbidden(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", forbidden)
    with pytest.raises(UnreadableFileError, match="Permission denied"):
        read_matrix_file(path)


@pytest.mark.parametrize("name", ["A.csv", "A.json", "A.txt", "A.mtx"])
def test_long_file_is_refused(tmp_path, name):
    """A file beyond the bound on characters is refused before it is taken apart."""
    path = tmp_path / name
    path.write_text("1 " * 100, encoding="utf-8")
    with pytest.raises(BudgetExceededError) as caught:
        read_matrix_file(path, limits=Limits(matrix_characters=50))
    assert caught.value.limit == 50


@given(content=st.binary(max_size=200), suffix=st.sampled_from(["csv", "tsv", "json", "mtx", "npy", "txt"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content, suffix):
    """Whatever a file holds, it is a matrix or one of symeig's errors."""
    path = tmp_path_factory.mktemp("fuzz") / f"A.{suffix}"
    path.write_bytes(content)
    with suppress(SymeigError):
        read_matrix_file(path)


@given(cut=st.integers(0, 150), position=st.integers(0, 149), byte=st.integers(0, 255))
def test_damaged_numpy_files_are_read_or_refused(tmp_path_factory, cut, position, byte):
    """A NumPy file with a byte changed and its end cut off is an array or an error."""
    content = bytearray(_saved(np.ones((2, 2))))
    content[position] = byte
    path = tmp_path_factory.mktemp("fuzz") / "A.npy"
    path.write_bytes(content[: len(content) - cut])
    with suppress(SymeigError):
        read_matrix_file(path)


def test_stated_size_is_bounded():
    """A Matrix Market file may state as many entries as the bound, and no more."""
    limits = Limits(entries=6)
    assert read_matrix_market(f"{HEADER} coordinate real general\n2 3 0\n", limits) == [[0, 0, 0], [0, 0, 0]]
    with pytest.raises(BudgetExceededError):
        read_matrix_market(f"{HEADER} coordinate real general\n3 3 0\n", limits)


def test_json_of_any_nested_list_is_read_or_refused():
    """A JSON text that is no list of rows is refused."""
    for content in (1, "x", {}, [[]], [[[1]]], [{}], [[{}]], [None]):
        with suppress(SymeigError):
            read_matrix_argument(json.dumps(content))
