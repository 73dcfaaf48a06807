"""The checker of certificate files: what it accepts is true, and what it refuses is false or not proved."""

from __future__ import annotations

import ast
import copy
import json
import re
import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Matrix, Poly, Rational, Symbol

from symeig import replay as module
from symeig.exact.witnesses import irreducibility_witness
from symeig.replay import Refused, prove_irreducible, replay

RATIONALS = [0, 1]
ROOT_OF_TWO = [-2, 0, 1]
X = Symbol("x")
SOURCE = Path(module.__file__)
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "certificate.md"

# A builder that shares nothing with the checker: A = P J P⁻¹ is planted, over K = Q[t]/m. Elements of K are lists of
# deg m fractions.


def element(x, m):
    """An element of K from a number or a list of coefficients."""
    coefficients = [Fraction(c) for c in (x if isinstance(x, list) else [x])]
    return coefficients + [Fraction(0)] * (len(m) - 1 - len(coefficients))


def text(x):
    """An element of K as it stands in a file."""
    return str(x[0]) if len(x) == 1 else [str(c) for c in x]


def times(f, g, m):
    """The product of two polynomials over K."""
    degree = len(m) - 1
    result = []
    for k in range(len(f) + len(g) - 1):
        total = [Fraction(0)] * (2 * degree - 1)
        for i in range(max(0, k - len(g) + 1), min(k + 1, len(f))):
            for a, x in enumerate(f[i]):
                for b, y in enumerate(g[k - i]):
                    total[a + b] += x * y
        for top in range(2 * degree - 2, degree - 1, -1):
            for j in range(degree):
                total[top - degree + j] -= total[top] * m[j]
        result.append(total[:degree])
    return result


def fractions(matrix):
    """The entries of a rational SymPy matrix."""
    return [[Fraction(int(x.p), int(x.q)) for x in row] for row in matrix.tolist()]


def planted(blocks, basis, m=RATIONALS):
    """A certificate for the Jordan form with blocks [(p, sizes), ...] in the given rational basis."""
    n = len(basis)
    zero, one = element(0, m), element(1, m)
    jordan = [[zero] * n for _ in range(n)]
    charpoly = minpoly = [one]
    components, start = [], 0
    for coefficients, sizes in blocks:
        p = [element(c, m) for c in coefficients]
        degree, chains = len(p) - 1, []
        for size in sizes:
            chains.append([])
            for step in range(size):
                vector = [[[row[start + k] * c for c in one] for k in range(degree)] for row in basis]
                chains[-1].append([[text(c) for c in entry] for entry in vector])
                for i in range(degree):
                    if i + 1 < degree:
                        jordan[start + i][start + i + 1] = one
                    jordan[start + degree - 1][start + i] = [-c for c in p[i]]
                    if step + 1 < size:
                        jordan[start + i][start + degree + i] = one
                start += degree
                charpoly = times(charpoly, p, m)
        for _ in range(max(sizes)):
            minpoly = times(minpoly, p, m)
        components.append(
            {
                "polynomial": [text(c) for c in p],
                "block_sizes": list(sizes),
                "chains": chains,
                "irreducible": irreducibility_witness(m, p),
            },
        )
    inverse = fractions(Matrix(n, n, [Rational(x) for row in basis for x in row]).inv())
    matrix = [
        [
            [
                sum(basis[i][a] * jordan[a][b][c] * inverse[b][j] for a in range(n) for b in range(n))
                for c in range(len(zero))
            ]
            for j in range(n)
        ]
        for i in range(n)
    ]
    return {
        "format": "symeig-certificate",
        "version": 1,
        "field": {"minpoly": [str(c) for c in m], "generator": "t" if len(m) > 2 else "0"},
        "matrix": [[text(x) for x in row] for row in matrix],
        "charpoly": [text(c) for c in charpoly],
        "minpoly": [text(c) for c in minpoly],
        "components": components,
    }


def unit(n):
    """The standard basis."""
    return [[int(i == j) for j in range(n)] for i in range(n)]


def mixed(n):
    """A basis of determinant 1 without many zeros."""
    return triangular_product([(-1) ** (i + j) if i > j else 1 for i in range(n) for j in range(n)], n)


def triangular_product(entries, n):
    """A lower and an upper unitriangular matrix, multiplied."""
    lower = [[entries[n * i + j] if i > j else int(i == j) for j in range(n)] for i in range(n)]
    upper = [[entries[n * i + j] if i < j else int(i == j) for j in range(n)] for i in range(n)]
    return fractions(Matrix(lower) * Matrix(upper))


BASES = {
    "textbook": planted([([-1, 1], [1]), ([-4, 1], [1])], [[1, 1], [-1, 2]]),
    "golden ratio": planted([([-1, -1, 1], [1])], unit(2)),
    "Jordan blocks": planted([([-2, 1], [3, 1]), ([Fraction(1, 2), 1], [2])], mixed(6)),
    "x^4 + 1": planted([([1, 0, 0, 0, 1], [1])], mixed(4)),
    "block of x^2 + 1": planted([([1, 0, 1], [2])], mixed(4)),
    "two blocks of x^2 - 2": planted([([-2, 0, 1], [1, 1])], mixed(4)),
    "thirds": planted([([Fraction(1, 3), Fraction(1, 2), 1], [1]), ([Fraction(-1, 3), 1], [1])], mixed(3)),
    "linear over Q(sqrt 2)": planted([([[0, -1], 1], [1]), ([[0, 1], 1], [2])], mixed(3), ROOT_OF_TWO),
    "quadratic over Q(sqrt 2)": planted(
        [([[0, -1], 0, 1], [1, 1]), ([-3, 0, 1], [1]), ([0, 1], [1])], mixed(7), ROOT_OF_TWO
    ),
    "cubic over Q(cube root of 2)": planted([([[0, 1], 1, 0, 1], [1])], mixed(3), [-2, 0, 0, 1]),
    "identity": planted([([-1, 1], [1, 1, 1])], unit(3)),
    "nilpotent": planted([([0, 1], [3])], unit(3)),
    "empty": planted([], []),
}


def base(name):
    """A fresh certificate, its matrix and its field."""
    certificate = copy.deepcopy(BASES[name])
    return certificate, copy.deepcopy(certificate["matrix"]), list(certificate["field"]["minpoly"])


def changed(certificate, changes):
    """The certificate with the value at each path replaced, or recomputed when the new value is a function."""
    for path, value in changes.items():
        *parents, last = path
        place = certificate
        for key in parents:
            place = place[key]
        place[last] = value(place[last]) if callable(value) else value
    return certificate


def without(key):
    """Remove a key from a dictionary."""
    return lambda table: {k: v for k, v in table.items() if k != key}


@pytest.mark.parametrize("name", BASES)
def test_true_certificates_are_accepted(name):
    """A certificate that was planted is proved, through JSON and back."""
    certificate, matrix, field = base(name)
    replay(json.loads(json.dumps(certificate)), matrix, field)


def test_matrix_is_given_in_any_spelling():
    """The matrix of the user may be in integers, fractions and texts."""
    certificate, _, _ = base("textbook")
    replay(certificate, [[Fraction(2), "2/2"], [" 2", 3]])


FIRST = ("components", 0)
SECOND = ("components", 1)
VECTOR = ("components", 0, "chains", 0, 0)
WITNESS = ("components", 0, "irreducible")

FALSE = {
    "not a certificate": ("textbook", {("format",): "certificate"}, "not a symeig-certificate"),
    "another version": ("textbook", {("version",): 2}, "not a symeig-certificate"),
    "version true": ("textbook", {("version",): True}, "a bool stands where"),
    "changed entry of the file's matrix": ("textbook", {("matrix", 0, 0): "3"}, "the matrix of the file"),
    "file's matrix has another shape": ("textbook", {("matrix",): [["2", "1"]]}, "the matrix of the file"),
    "changed entry of a vector": ("textbook", {(*VECTOR, 0, 0): "5"}, "component 1: (A - λ) v"),
    "changed entry of a later component": (
        "textbook",
        {(*SECOND, "chains", 0, 0, 1, 0): "1"},
        "component 2: (A - λ) v",
    ),
    "zero eigenvector": ("textbook", {VECTOR: [["0"], ["0"]]}, "component 1: the first vectors"),
    "vector too short": ("textbook", {VECTOR: [["1"]]}, "has not n entries"),
    "vector too long": ("textbook", {VECTOR: [["1"], ["-1"], ["0"]]}, "has not n entries"),
    "entry with too many coefficients": ("textbook", {(*VECTOR, 0): ["1", "0"]}, "has not n entries"),
    "entry with too few coefficients": ("golden ratio", {(*VECTOR, 0): ["1"]}, "has not n entries"),
    "chain in the wrong order": ("nilpotent", {(*FIRST, "chains", 0): lambda c: c[::-1]}, "(A - λ) v"),
    "chain without its eigenvector": ("Jordan blocks", {(*FIRST, "chains", 0): lambda c: c[1:]}, "wrong block sizes"),
    "two chains swapped, block sizes not": (
        "Jordan blocks",
        {(*FIRST, "chains"): lambda c: c[::-1]},
        "wrong block sizes",
    ),
    "sizes of other blocks": ("Jordan blocks", {(*FIRST, "block_sizes"): [2, 2]}, "wrong block sizes"),
    "a block too many": ("Jordan blocks", {(*FIRST, "block_sizes"): [3, 1, 1]}, "wrong block sizes"),
    "empty chain": (
        "textbook",
        {(*FIRST, "block_sizes"): [1, 0], (*FIRST, "chains"): lambda c: [*c, []]},
        "wrong block sizes",
    ),
    "component without chains": (
        "textbook",
        {
            ("components",): lambda c: [
                *c,
                {"polynomial": ["7", "1"], "block_sizes": [], "chains": [], "irreducible": {}},
            ]
        },
        "component 3: wrong block sizes",
    ),
    "same eigenvector twice": (
        "identity",
        {(*FIRST, "chains", 1): [[["1"], ["0"], ["0"]]]},
        "the first vectors of the chains are dependent",
    ),
    "eigenvectors dependent over L, not over Q": (
        "two blocks of x^2 - 2",
        {
            (*FIRST, "chains"): lambda c: [
                c[0],
                [[[str(2 * int(b)), a] for a, b in c[0][0]]],  # λ (a + b λ) = 2b + a λ
            ],
        },
        "the first vectors of the chains are dependent",
    ),
    "eigenvectors dependent over L of degree 4": (
        "quadratic over Q(sqrt 2)",
        {
            (*FIRST, "chains"): lambda c: [
                c[0],
                [[[[str(2 * int(x[1])), x[0]] for x in entry] for entry in c[0][0]]],  # t (a + b t) = 2b + a t
            ],
        },
        "the first vectors of the chains are dependent",
    ),
    "missing component": ("textbook", {("components",): lambda c: c[:1]}, "do not have n vectors"),
    "missing chain": (
        "identity",
        {(*FIRST, "chains"): lambda c: c[1:], (*FIRST, "block_sizes"): [1, 1]},
        "do not have n vectors",
    ),
    "component twice": ("textbook", {("components",): lambda c: [*c, c[0]]}, "component 3: p comes twice"),
    "component twice in place of another": ("textbook", {SECOND: BASES["textbook"]["components"][0]}, "p comes twice"),
    "eigenvalue of one component in two": (
        "identity",
        {
            ("components",): lambda c: [
                {**c[0], "block_sizes": [1], "chains": c[0]["chains"][:1]},
                {**c[0], "block_sizes": [1, 1], "chains": c[0]["chains"][1:]},
            ],
        },
        "component 2: p comes twice",
    ),
    "another eigenvalue": ("textbook", {(*FIRST, "polynomial", 0): "-2"}, "(A - λ) v"),
    "polynomial not monic": ("textbook", {(*FIRST, "polynomial"): ["-2", "2"]}, "not monic"),
    "polynomial with a zero in front": ("textbook", {(*FIRST, "polynomial"): ["-1", "1", "0"]}, "not monic"),
    "constant polynomial": ("textbook", {(*FIRST, "polynomial"): ["1"]}, "not monic"),
    "empty polynomial": ("textbook", {(*FIRST, "polynomial"): []}, "not monic"),
    "polynomial of a degree above n": ("textbook", {(*FIRST, "polynomial"): ["0"] * 9 + ["1"]}, "degree 1 to n"),
    "wrong irreducible polynomial": ("golden ratio", {(*FIRST, "polynomial"): ["1", "0", "1"]}, "(A - λ) v"),
    "wrong characteristic polynomial": ("textbook", {("charpoly", 0): "-4"}, "charpoly is not"),
    "characteristic polynomial not monic": ("textbook", {("charpoly",): ["8", "-10", "2"]}, "charpoly is not"),
    "wrong minimal polynomial": ("Jordan blocks", {("minpoly",): lambda p: [*p[:-1], "2"]}, "minpoly is not"),
    "characteristic polynomial as the minimal one": (
        "identity",
        {("minpoly",): ["-1", "3", "-3", "1"]},
        "minpoly is not",
    ),
    "minimal polynomial as the characteristic one": ("identity", {("charpoly",): ["-1", "1"]}, "charpoly is not"),
    "another field": ("linear over Q(sqrt 2)", {("field", "minpoly"): ["-3", "0", "1"]}, "the field is not"),
    "field of the rationals": ("linear over Q(sqrt 2)", {("field", "minpoly"): ["0", "1"]}, "the field is not"),
    "field without minimal polynomial": ("textbook", {("field",): {}}, "'minpoly'"),
    "field that is a text": ("textbook", {("field",): "Q"}, "not in the documented form"),
    "witness of another polynomial": ("golden ratio", {(*WITNESS, "polynomial"): ["1", "0", "1"]}, "vanish at y"),
    "witness of a multiple": (
        "golden ratio",
        {(*WITNESS, "polynomial"): ["0", "-1", "-1", "1"]},
        "not the degree of y",
    ),
    "witness at another place": ("golden ratio", {(*WITNESS, "scale"): "2"}, "vanish at y"),
    "witness with a zero scale": ("golden ratio", {(*WITNESS, "scale"): "0"}, "vanish at y"),
    "witness at another shift": (
        "quadratic over Q(sqrt 2)",
        {("components", 1, "irreducible", "shift"): 2},
        "vanish at y",
    ),
    "prime 6": ("golden ratio", {(*WITNESS, "prime"): 6}, "6 is not a prime"),
    "prime 65521 · 65521": ("golden ratio", {(*WITNESS, "prime"): 65521**2}, "not a prime below 2^16"),
    "prime 1": ("golden ratio", {(*WITNESS, "prime"): 1}, "1 is not a prime"),
    "prime 2^61 - 1": ("golden ratio", {(*WITNESS, "prime"): 2**61 - 1}, "not a prime below 2^16"),
    "prime 15/2": ("golden ratio", {(*WITNESS, "prime"): "15/2"}, "not in the documented form"),
    "prime of a double factor": (
        "golden ratio",
        {(*WITNESS, "prime"): 5, (*WITNESS, "modulus"): 5**9, (*WITNESS, "factors"): [["-1", "-1", "1"]]},
        "modulo 5 has not 1 factors",
    ),
    "modulus too small": ("x^4 + 1", {(*WITNESS, "modulus"): 3**3}, "the modulus is unfit"),
    "modulus of another prime": ("x^4 + 1", {(*WITNESS, "modulus"): 7**9}, "the modulus is unfit"),
    "negative modulus": ("x^4 + 1", {(*WITNESS, "modulus"): -(3**9)}, "the modulus is unfit"),
    "modulus 1/2": ("x^4 + 1", {(*WITNESS, "modulus"): "1001/2"}, "not in the documented form"),
    "factor missing": ("x^4 + 1", {(*WITNESS, "factors"): lambda f: f[:1]}, "has not 1 factors"),
    "no factors": ("x^4 + 1", {(*WITNESS, "factors"): []}, "has not 0 factors"),
    "factor 1 added": ("x^4 + 1", {(*WITNESS, "factors"): lambda f: [*f, ["1"]]}, "not monic"),
    "factors multiplied out": ("x^4 + 1", {(*WITNESS, "factors"): [["1", "0", "0", "0", "1"]]}, "has not 1 factors"),
    "factor changed": ("x^4 + 1", {(*WITNESS, "factors", 0, 0): 1}, "N is another product"),
    "factor not monic": ("x^4 + 1", {(*WITNESS, "factors", 0, -1): "2"}, "not monic"),
    "factor with a fraction": ("x^4 + 1", {(*WITNESS, "factors", 0, 0): "1/2"}, "not monic with integer"),
    "factors that are no list": ("x^4 + 1", {(*WITNESS, "factors"): "12"}, "a str stands where"),
    "witness missing": ("x^4 + 1", {WITNESS: {}}, "'polynomial'"),
    "witness null": ("x^4 + 1", {WITNESS: None}, "not in the documented form"),
    "no key irreducible": ("textbook", {FIRST: without("irreducible")}, "'irreducible'"),
    "no key chains": ("textbook", {FIRST: without("chains")}, "'chains'"),
    "no key polynomial": ("textbook", {FIRST: without("polynomial")}, "'polynomial'"),
    "no key block_sizes": ("textbook", {FIRST: without("block_sizes")}, "'block_sizes'"),
    "components that are no list": ("empty", {("components",): {}}, "not a symeig-certificate"),
    "component that is a list": ("textbook", {FIRST: []}, "not in the documented form"),
    "float in the matrix": ("textbook", {("matrix", 0, 0): 2.0}, "a float stands where"),
    "float in a vector": ("textbook", {(*VECTOR, 0, 0): 1.0}, "a float stands where"),
    "float as a block size": ("textbook", {(*FIRST, "block_sizes"): [1.0]}, "a float stands where"),
    "bool in a vector": ("textbook", {(*VECTOR, 0, 0): True}, "a bool stands where"),
    "bool as a block size": ("textbook", {(*FIRST, "block_sizes"): [True]}, "a bool stands where"),
    "NaN": ("textbook", {("charpoly", 0): float("nan")}, "a float stands where"),
    "null": ("textbook", {("charpoly", 0): None}, "a NoneType stands where"),
    "number in place of a list": ("textbook", {("charpoly",): 4}, "a int stands where"),
    "text in place of a list": ("textbook", {("charpoly",): "451"}, "a str stands where"),
    "list too deep": ("textbook", {(*VECTOR, 0, 0): [["1"]]}, "stands where"),
    "decimal": ("textbook", {("charpoly", 0): "4.0"}, "not in the documented form"),
    "exponent": ("textbook", {("charpoly", 0): "1e999999999"}, "not in the documented form"),
    "division by zero": ("textbook", {("charpoly", 0): "4/0"}, "not in the documented form"),
    "two bars": ("textbook", {("charpoly", 0): "4/1/1"}, "not in the documented form"),
    "empty text": ("textbook", {("charpoly", 0): ""}, "not in the documented form"),
    "more digits than Python reads": ("textbook", {("charpoly", 0): "4" * 5000}, "not in the documented form"),
}


@pytest.mark.parametrize("name", FALSE)
def test_false_statements_are_refused(name):
    """What is false of the matrix, unproved or malformed is refused with the statement that fails."""
    start, changes, reason = FALSE[name]
    certificate, matrix, field = base(start)
    with pytest.raises(Refused, match=re.escape(reason)):
        replay(changed(certificate, changes), matrix, field)


@pytest.mark.parametrize("key", ["format", "version", "field", "matrix", "charpoly", "minpoly", "components"])
def test_missing_keys_are_named(key):
    """A file without one of its parts is refused, and the part is named."""
    certificate, matrix, field = base("textbook")
    with pytest.raises(Refused, match=f"'{key}'"):
        replay(without(key)(certificate), matrix, field)


@pytest.mark.parametrize("certificate", [None, [], "{}", 1, {"format": "symeig-certificate"}], ids=repr)
def test_what_is_no_certificate_is_refused(certificate):
    """Anything in the place of a certificate is refused."""
    with pytest.raises(Refused, match="documented form"):
        replay(certificate, [[1]])


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        ([["2", "1"], ["2", "4"]], "not the given one"),
        ([["1"]], "not the given one"),
        ([], "not the given one"),
        ([["2", "1"]], "not square"),
        ([["2", "1"], ["2"]], "not square"),
        ([[2.0, 1], [2, 3]], "a float stands where"),
        ([2, 1], "a int stands where"),
        ("2 1; 2 3", "not in the documented form"),
        (None, "a NoneType stands where"),
    ],
    ids=str,
)
def test_the_matrix_is_the_users(matrix, reason):
    """A true certificate of another matrix, or a matrix that cannot be read, proves nothing."""
    with pytest.raises(Refused, match=reason):
        replay(base("textbook")[0], matrix)


@pytest.mark.parametrize(
    "field", [None, ["0", "1"], ["-3", "0", "1"], ["2", "0", "-1"], ["-2", "0", "2"], ["1"], [], "t"]
)
def test_the_field_is_the_users(field):
    """The meaning of t is not taken from the file."""
    certificate, matrix, _ = base("linear over Q(sqrt 2)")
    with pytest.raises(Refused):
        replay(certificate, matrix, field)


@pytest.mark.parametrize("minpoly", [["-4", "0", "2"], ["2", "0", "-1"], ["1"], ["0"], ["-2", "0", "1", "0"]], ids=str)
def test_field_needs_a_monic_polynomial(minpoly):
    """A field that file and user agree on is refused unless its polynomial is monic and has a root."""
    certificate, matrix, _ = base("textbook")
    certificate["field"]["minpoly"] = minpoly
    with pytest.raises(Refused, match="the field is not"):
        replay(certificate, matrix, minpoly)


def test_reducible_field_is_refused():
    """Q[t]/(t² - 1) is no field, whatever witness is shown."""
    certificate, matrix, _ = base("linear over Q(sqrt 2)")
    t = {("field", "minpoly"): ["-1", "0", "1"], ("charpoly",): [["0", "-1"], "-1", ["0", "1"], "1"], ("minpoly",): []}
    for i in (0, 1):
        witness = {
            "scale": 1,
            "shift": 0,
            "polynomial": [-1, 0, 1],
            "prime": 3,
            "modulus": 27,
            "factors": [[26, 1], [1, 1]],
        }
        t["components", i, "irreducible"] = witness
    with pytest.raises(Refused, match="N is reducible"):
        replay(changed(certificate, t), matrix, ["-1", "0", "1"])


def test_reducible_polynomial_is_refused():
    """A product of two factors in the place of its factors is not proved irreducible."""
    certificate, _, _ = base("textbook")
    companion = [["0", "1"], ["-4", "5"]]
    certificate["matrix"] = companion
    certificate["minpoly"] = certificate["charpoly"]
    witness = {
        "scale": 1,
        "shift": 0,
        "polynomial": [4, -5, 1],
        "prime": 5,
        "modulus": 625,
        "factors": [[624, 1], [621, 1]],
    }
    certificate["components"] = [
        {
            "polynomial": ["4", "-5", "1"],
            "block_sizes": [1],
            "chains": [[[["1", "0"], ["0", "1"]]]],
            "irreducible": witness,
        },
    ]
    with pytest.raises(Refused, match="N is reducible"):
        replay(certificate, companion)


def test_square_of_a_polynomial_is_refused():
    """(x - 1)² is no irreducible polynomial; its witness cannot have simple factors."""
    matrix = [["0", "1"], ["-1", "2"]]
    certificate = {
        **base("textbook")[0],
        "matrix": matrix,
        "charpoly": ["1", "-2", "1"],
        "minpoly": ["1", "-2", "1"],
        "components": [
            {
                "polynomial": ["1", "-2", "1"],
                "block_sizes": [1],
                "chains": [[[["1", "0"], ["0", "1"]]]],
                "irreducible": {
                    "scale": 1,
                    "shift": 0,
                    "polynomial": [1, -2, 1],
                    "prime": 2,
                    "modulus": 64,
                    "factors": [[63, 1], [63, 1]],
                },
            },
        ],
    }
    with pytest.raises(Refused, match="has not 2 factors, all different"):
        replay(certificate, matrix)


def test_seventeen_factors_are_too_many():
    """Witnesses whose check would take too long are refused."""
    roots = range(17)
    N = Poly(1, X)
    for root in roots:
        N *= Poly(X - root)
    with pytest.raises(Refused, match="17 factors are too many"):
        prove_irreducible(
            list(map(int, coefficients(N, 18))), 17, 17**40, [[-root, 1] for root in roots], "component 1"
        )


def test_all_proper_divisors_are_tried():
    """A product of three quadratic polynomials is found reducible, whichever of its factors is the last."""
    factors = [[1, 0, 1], [2, 1, 1], [2, 2, 1]]
    N = list(map(int, coefficients(Poly((X**2 + 1) * (X**2 + X + 2) * (X**2 + 2 * X + 2)), 7)))
    for turn in range(3):
        with pytest.raises(Refused, match="N is reducible"):
            prove_irreducible(N, 3, 3**20, factors[turn:] + factors[:turn], "component 1")


TRUE = {
    "scaled vector": ("textbook", {VECTOR: [["-7/3"], ["7/3"]]}),
    "vector times an element of L": ("golden ratio", {VECTOR: [["0", "1"], ["1", "1"]]}),
    "scaled chain": ("nilpotent", {(*FIRST, "chains", 0): lambda c: [[[str(5 * int(x))] for (x,) in v] for v in c]}),
    "another basis of the eigenspace": (
        "identity",
        {(*FIRST, "chains"): [[[["1"], ["2"], ["0"]]], [[["0"], ["1"], ["0"]]], [[["5"], ["5"], ["1/9"]]]]},
    ),
    "eigenvector added to a generalized one": (
        "nilpotent",
        {
            (*FIRST, "chains", 0): lambda c: [
                c[0],
                *[[[str(int(x) + int(y))] for (x,), (y,) in zip(v, u, strict=True)] for u, v in pairwise(c)],
            ],
        },
    ),
    "chains of equal length exchanged": ("identity", {(*FIRST, "chains"): lambda c: c[::-1]}),
    "chains exchanged with their sizes": (
        "Jordan blocks",
        {(*FIRST, "chains"): lambda c: c[::-1], (*FIRST, "block_sizes"): [1, 3]},
    ),
    "components exchanged": ("quadratic over Q(sqrt 2)", {("components",): lambda c: c[::-1]}),
    "fractions not in lowest terms": ("textbook", {("charpoly",): ["8/2", "-10/2", "7/7"], (*VECTOR, 0): ["-3/-3"]}),
    "integers for texts": ("textbook", {("charpoly",): [4, -5, 1], ("matrix",): [[2, 1], [2, 3]]}),
    "zeros left out or added in elements of K": (
        "linear over Q(sqrt 2)",
        {(*VECTOR, 0): lambda x: [x[0][:1]], (*VECTOR, 1): lambda x: [[*x[0], "0", "0"]]},
    ),
    "elements of K that are not reduced": ("linear over Q(sqrt 2)", {(*FIRST, "polynomial", 1): ["-1", "0", "1"]}),
    "witness with a larger modulus": (
        "golden ratio",
        {(*WITNESS, "modulus"): 2**90, (*WITNESS, "factors"): [["-1", "-1", "1"]]},
    ),
    "witness with residues of least size": (
        "x^4 + 1",
        {(*WITNESS, "factors"): lambda f: [[(int(c) + 40) % 81 - 40 for c in g] for g in f]},
    ),
    "witness with factors exchanged": ("x^4 + 1", {(*WITNESS, "factors"): lambda f: f[::-1]}),
    "witness with another prime": (
        "golden ratio",
        {(*WITNESS, "prime"): 7, (*WITNESS, "modulus"): 7**3, (*WITNESS, "factors"): [["-1", "-1", "1"]]},
    ),
    "witness at another element": (
        "golden ratio",
        {
            (*WITNESS, "scale"): 3,
            (*WITNESS, "polynomial"): ["-9", "-3", "1"],
            (*WITNESS, "prime"): 2,
            (*WITNESS, "modulus"): 2**9,
            (*WITNESS, "factors"): [["-9", "-3", "1"]],
        },
    ),
    "needless witness": ("textbook", {WITNESS: {"polynomial": "anything"}}),
    "other words for the generator": ("textbook", {("field", "generator"): 5}),
    "further keys": ("textbook", {("comment",): "a matrix of the book"}),
}


@pytest.mark.parametrize("name", TRUE)
def test_other_true_certificates_are_accepted(name):
    """A file that differs and is still true of the matrix is accepted."""
    start, changes = TRUE[name]
    certificate, matrix, field = base(start)
    replay(changed(certificate, changes), matrix, field)


# Random Jordan forms with integer eigenvalues, and an independent judge of what a file says of them.


@st.composite
def jordan_certificates(draw):
    """A certificate of a matrix of size at most 4 with integer eigenvalues and random blocks in a random basis."""
    eigenvalues = draw(st.lists(st.integers(-3, 3), min_size=1, max_size=2, unique=True))
    sizes = [draw(st.lists(st.integers(1, 2), min_size=1, max_size=2)) for _ in eigenvalues]
    n = sum(map(sum, sizes))
    entries = draw(st.lists(st.integers(-2, 2), min_size=n * n, max_size=n * n))
    blocks = [([-root, 1], sorted(size, reverse=True)) for root, size in zip(eigenvalues, sizes, strict=True)]
    return planted(blocks, triangular_product(entries, n))


def polynomial(coefficients):
    """A SymPy polynomial over the rationals."""
    return Poly([Rational(c) for c in reversed(coefficients)], X)


def holds(certificate, matrix):
    """Whether all statements about a rational matrix are true, by SymPy and without the witnesses."""
    A = Matrix([[Rational(x) for x in row] for row in matrix])
    n = A.rows
    factors = [polynomial(component["polynomial"]) for component in certificate["components"]]
    if len(set(factors)) < len(factors) or not all(p.is_monic and p.is_irreducible for p in factors):
        return False
    charpoly = minpoly = Poly(1, X)
    for p, component in zip(factors, certificate["components"], strict=True):
        chains = [[[polynomial(entry) for entry in v] for v in chain] for chain in component["chains"]]
        for chain in chains:
            for before, v in pairwise([[Poly(0, X)] * n, *chain]):
                for i in range(n):
                    image = sum((v[k] * A[i, k] for k in range(n)), -X * v[i])
                    if (image - before[i]).rem(p):
                        return False
        multiples = [
            [c for entry in chain[0] for c in coefficients((entry * X**i).rem(p), p.degree())]
            for chain in chains
            for i in range(p.degree())
        ]
        if Matrix(multiples).rank() < len(multiples):
            return False
        charpoly *= p ** sum(map(len, chains))
        minpoly *= p ** max(map(len, chains))
    return (
        Matrix([[Rational(x) for x in row] for row in certificate["matrix"]]) == A
        and charpoly.degree() == n
        and polynomial(certificate["charpoly"]) == charpoly == A.charpoly(X).as_poly(X)
        and polynomial(certificate["minpoly"]) == minpoly
    )


def coefficients(p, length):
    """The coefficients of 1, x, x², ... of a polynomial."""
    return [p.coeff_monomial(X**i) for i in range(length)]


def numbers(value, path=()):
    """The paths of all numbers of the statements of a certificate."""
    if isinstance(value, dict):
        keys = [k for k in value if k in {"matrix", "charpoly", "minpoly", "components", "polynomial", "chains"}]
        return [p for k in keys for p in numbers(value[k], (*path, k))]
    if isinstance(value, list):
        return [p for i, x in enumerate(value) for p in numbers(x, (*path, i))]
    return [path]


def accepted(certificate, matrix, field=None):
    """Whether the replay proves the certificate."""
    try:
        replay(certificate, matrix, field)
    except Refused:
        return False
    return True


@given(jordan_certificates())
def test_random_jordan_forms_are_accepted(certificate):
    """Every planted Jordan form is proved."""
    assert holds(certificate, certificate["matrix"])
    replay(certificate, certificate["matrix"])


@given(jordan_certificates(), st.data())
def test_one_changed_number_is_accepted_only_if_still_true(certificate, data):
    """After a change of one number the replay and SymPy agree on whether all is still true."""
    matrix = copy.deepcopy(certificate["matrix"])
    path = data.draw(st.sampled_from(numbers(certificate)))
    step = data.draw(st.sampled_from([-2, -1, 1, 2, Fraction(1, 2)]))
    changed(certificate, {path: lambda old: str(Fraction(old) + step)})
    assert accepted(certificate, matrix) == holds(certificate, matrix)


@pytest.mark.parametrize("name", ["golden ratio", "x^4 + 1", "block of x^2 + 1", "two blocks of x^2 - 2", "thirds"])
@settings(max_examples=20)
@given(data=st.data())
def test_one_changed_number_over_a_larger_field_is_accepted_only_if_still_true(name, data):
    """The same for factors of a higher degree."""
    certificate, matrix, _ = base(name)
    path = data.draw(st.sampled_from(numbers(certificate)))
    changed(certificate, {path: lambda old: str(Fraction(old) + data.draw(st.sampled_from([-2, -1, 1, 2])))})
    assert accepted(certificate, matrix) == holds(certificate, matrix)


@given(jordan_certificates(), st.integers(-3, 3), st.integers(-3, 3), st.data())
def test_one_changed_vector_is_accepted_only_if_still_true(certificate, a, b, data):
    """After a vector has become a combination of two vectors the replay and SymPy agree."""
    vectors = [path[:-2] for path in numbers(certificate) if "chains" in path and path[-2:] == (0, 0)]
    target, other = data.draw(st.sampled_from(vectors)), data.draw(st.sampled_from(vectors))
    found = {}
    changed(certificate, {other: lambda v: found.setdefault("v", v)})
    changed(
        certificate,
        {
            target: lambda u: [
                [str(a * Fraction(x) + b * Fraction(y))] for (x,), (y,) in zip(u, found["v"], strict=True)
            ]
        },
    )
    assert accepted(certificate, certificate["matrix"]) == holds(certificate, certificate["matrix"])


JUNK = [
    None,
    True,
    0,
    -1,
    2.5,
    float("nan"),
    "",
    "x",
    "1/0",
    [],
    [[]],
    [1],
    [[1]],
    {},
    {"polynomial": []},
    10**30,
    "7/3",
]


def places(value, path=()):
    """The paths of all values inside a certificate."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return ([path] if path else []) + [p for key, x in below for p in places(x, (*path, key))]


@given(st.sampled_from(sorted(BASES)), st.data())
def test_garbage_is_never_an_error_of_another_kind(name, data):
    """Whatever stands anywhere in a file, it is accepted or refused."""
    certificate, matrix, field = base(name)
    path = data.draw(st.sampled_from(places(certificate)))
    accepted(changed(certificate, {path: data.draw(st.sampled_from(JUNK))}), matrix, field)


# The checker as a file that stands alone.


def test_checker_is_a_page_of_a_book():
    """At most 150 lines of at most 120 characters, with no imports but a few of Python's own."""
    source = SOURCE.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 150
    assert max(map(len, source.splitlines())) <= 120
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module)
    assert imported <= {"json", "sys", "fractions", "itertools", "typing"}


def run_alone(folder, *arguments):
    """Run a copy of the checker in an empty folder."""
    copied = folder / "replay.py"
    copied.write_text(SOURCE.read_text(encoding="utf-8"), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", "-S", str(copied), *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def test_checker_runs_alone_and_proves(tmp_path):
    """A copy of the file proves a certificate given as a file, with the matrix on the command line."""
    (tmp_path / "cert.json").write_text(json.dumps(BASES["textbook"]), encoding="utf-8")
    run = run_alone(tmp_path, "cert.json", "[[2,1],[2,3]]")
    assert (run.returncode, run.stdout, run.stderr) == (0, "proved: A P = P J\n", "")


def test_checker_reads_the_matrix_and_the_field_from_files_too(tmp_path):
    """The matrix and the field may be files of JSON."""
    certificate, matrix, field = base("quadratic over Q(sqrt 2)")
    for name, value in (("cert.json", certificate), ("matrix.json", matrix), ("field.json", field)):
        (tmp_path / name).write_text(json.dumps(value), encoding="utf-8")
    assert run_alone(tmp_path, "cert.json", "matrix.json", "field.json").returncode == 0


@pytest.mark.parametrize(
    ("content", "arguments", "reason"),
    [
        (json.dumps(BASES["textbook"]), ["cert.json", "[[2,1],[2,4]]"], "the matrix of the file is not the given one"),
        (json.dumps(BASES["textbook"]), ["cert.json"], "missing 1 required positional argument: 'matrix'"),
        (json.dumps(BASES["textbook"]), ["cert.json", "[[2,1],[2,3"], "Expecting"),
        (json.dumps(BASES["textbook"]), ["other.json", "[[2,1],[2,3]]"], "No such file"),
        (json.dumps(BASES["textbook"]).replace('"4"', "NaN"), ["cert.json", "[[2,1],[2,3]]"], "a float stands where"),
        ("[" * 100_000, ["cert.json", "[[2,1],[2,3]]"], "recursion"),
        ("\\x", ["cert.json", "[[2,1],[2,3]]"], "Expecting value"),
    ],
    ids=["other matrix", "no matrix", "half a matrix", "no file", "NaN", "deep nesting", "no JSON"],
)
def test_checker_alone_refuses_in_one_line(tmp_path, content, arguments, reason):
    """A refusal is one line on standard error and exit status 1."""
    (tmp_path / "cert.json").write_text(content, encoding="utf-8")
    run = run_alone(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("refused: ")
    assert reason in run.stderr
    assert run.stderr.count("\n") == 1


def test_example_of_the_reference_is_proved():
    """The file shown in the documentation is a certificate of its matrix."""
    (example,) = re.findall(r"```json\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    replay(json.loads(example), [[2, 1], [2, 3]])
