"""Check a certificate with Python's integers and fractions alone: ``python replay.py FILE.json '[[2, 1], [2, 3]]'``.

The reader gives the matrix A and the field K = Q[t]/m of its entries; the file gives irreducible polynomials p over K,
each with chains v1, v2, ... of vectors over L = K[λ]/p. Proved is (1) (A - λ) v1 = 0 and (A - λ) v(j+1) = vj; (2) K and
L are fields, and the p differ, so they have no common root; (3) the v1 of one p are independent over L; (4) the lengths
of the chains, times deg p each, add up to n. So the chains, at each root of p, are the columns of P with A P = P J.
"""

import json
import sys
from fractions import Fraction
from itertools import pairwise
from typing import Any


class Refused(Exception):
    """The certificate says something that is false of the matrix, or does not prove it."""


def require(truth: object, sentence: str) -> None:
    """Go on if the statement is true."""
    if not truth:
        raise Refused(sentence)


def read(x: Any, depth: int, m: Any = (0, 1)) -> Any:
    """Lists nested to the depth, the innermost being polynomials over K: w = 2 deg m - 1 numbers for a coefficient."""
    if depth and isinstance(x, list):
        return [read(y, depth - 1, m) for y in x] if depth > 1 else [c for y in x for c in read(y, 0, m)]
    f = [Fraction(*map(int, c.split("/"))) if isinstance(c, str) else c for c in (x if isinstance(x, list) else [x])]
    numeric = depth == 0 and all(type(c) in {int, Fraction} for c in f)
    require(numeric, f"a {type(x).__name__} stands where a list, an integer or a text such as '-3/4' is needed")
    return remainder([c.numerator if c.denominator == 1 else c for c in f] + [0] * len(m), m) + [0] * (len(m) - 2)


def product(f: Any, g: Any) -> Any:
    """The product of two polynomials, the lists of their coefficients from the constant one on."""
    return [sum(f[i] * g[k - i] for i in range(len(f)) if 0 <= k - i < len(g)) for k in range(len(f) + len(g) - 1)]


def remainder(f: Any, g: Any, q: int = 0) -> Any:
    """The polynomial f modulo the monic g, and modulo q unless q is 0."""
    while len(f) >= len(g):
        *f, top = f
        for i, c in enumerate(g[:-1], len(f) - len(g) + 1):
            f[i] = (f[i] - top * c) % q if q else f[i] - top * c
    return [c % q for c in f] if q else f


def combine(fs: Any, xs: Any, m: Any, p: Any = None) -> Any:
    """The sum of the products f x of polynomials over K, or in L if p is given and each f = a + b λ."""
    f, w = [sum(column) for column in zip(*map(product, fs, xs), strict=True)], 2 * len(m) - 3
    for _ in range(2):  # once more after p, whose coefficients have multiplied others
        f = [c for i in range(0, len(f) - w + 1, w) for c in remainder(f[i : i + w], m) + [0] * (len(m) - 2)]
        f = remainder(f, p) if p else f
    return f


def rank(rows: Any, q: Any = None) -> int:
    """The rank over Q, or modulo the prime q."""
    found, number = 0, (lambda c: c % q) if q else Fraction
    while rows := [row for row in ([number(c) for c in row] for row in rows) if any(row)]:
        (pivot, *rows), found = rows, found + 1
        k, scale = next((k, pow(c, -1, q)) for k, c in enumerate(pivot) if c)
        rows = [[a - row[k] * scale * b for a, b in zip(row, pivot, strict=True)] if row[k] else row for row in rows]
    return found


def prove_irreducible(N: Any, q: Any, M: Any, factors: Any, where: str) -> None:
    """Prove that N is irreducible over Q, from its r irreducible factors modulo M, a power of the prime q."""
    # h -> h^q is linear modulo q and N; it is injective if N has no multiple factor modulo q, and then fixes a space of
    # dimension r if there are r factors (Berlekamp). A monic divisor of N has integer coefficients (Gauss) of size at
    # most 2^D (|N0| + ... + |ND|) (Mignotte) and is, modulo M, a product of some of the factors (Hensel).
    D, r = len(N) - 1, len(factors)
    monic = all(len(g) > 1 == g[-1] and {type(c) for c in g} == {int} for g in [N, *factors])
    require(monic, f"{where}: N or one of its factors is not monic with integer coefficients")
    require(1 < q < 2**16 and all(q % i for i in range(2, min(q, 256))), f"{where}: {q} is not a prime below 2^16")
    require(2 ** (D + 1) * sum(map(abs, N)) < M and pow(q, M.bit_length(), M) == 0, f"{where}: the modulus is unfit")
    power, rows = remainder([0] * q + [1] + [0] * D, N, q), [[1] + [0] * (D - 1)]
    while len(rows) < D:
        rows.append(remainder(product(rows[-1], power), N, q))
    fixed = [[c - (i == j) for j, c in enumerate(row)] for i, row in enumerate(rows)]
    require(rank(rows, q) == D == rank(fixed, q) + r, f"{where}: N modulo {q} has not {r} factors, all different")
    require(r <= 16, f"{where}: {r} factors are too many to try all products")
    divisors = [[1]]  # one of any two complementary divisors does without the last factor
    for g in factors[:-1]:
        divisors += [[(c + M // 2) % M - M // 2 for c in product(f, g)] for f in divisors]
    require([c % M for c in product(divisors[-1], factors[-1])] == [c % M for c in N], f"{where}: N is another product")
    require(all(any(remainder(N, f)) for f in divisors[1:]), f"{where}: N is reducible")


def prove_component(A: Any, p: Any, chains: Any, witness: Any, m: Any, where: str) -> None:
    """Prove (1), (2) and (3) for one p."""
    w, zero = 2 * len(m) - 3, [0] * (len(p) - 1)
    D, y = len(zero) // w * (len(m) - 1), zero
    pencil = [[[*row[k : k + w], -(i * w == k), *zero[1:w]] for k in range(0, len(row), w)] for i, row in enumerate(A)]
    for before, v in [pair for chain in chains for pair in pairwise([[zero] * len(A), *chain])]:
        require([len(x) for x in v] == [len(zero)] * len(A), f"{where}: a vector has not n entries of deg p numbers")
        require([combine(row, v, m, p) for row in pencil] == before, f"{where}: (A - λ) v is not the vector before v")
    if D > 1:  # then Q[y] = Q[z]/N is a field and all of L, for y = a λ + b t
        N, *factors = (read(f, 1) for f in [witness["polynomial"], *witness["factors"]])
        q, M, a, b = read([witness[key] for key in ("prime", "modulus", "scale", "shift")], 1)
        y, value = read([[0, b], a], 1, m), zero
        for c in reversed(N):
            value = combine([y], [value], m, p)
            value[0] += c
        require(len(N) == D + 1 and not any(value), f"{where}: N has not the degree of y or does not vanish at y")
        prove_irreducible(N, q, M, factors, where)
    vectors, rows = [chain[0] for chain in chains], []
    for _ in range(D if len(chains) > 1 else 1):  # the y^i v span L v over Q; one vector only has to be non-zero
        rows += [[c for x in v for c in x] for v in vectors]
        vectors = [[combine([y], [x], m, p) for x in v] for v in vectors]
    require(rank(rows) == len(rows), f"{where}: the first vectors of the chains are dependent")


def replay(certificate: Any, matrix: Any, field: Any = None) -> None:
    """Prove all that the certificate says of the matrix over K = Q[t]/field, or raise Refused."""
    try:
        stamp = certificate["format"], read(certificate["version"], 0), type(certificate["components"])
        require(stamp == ("symeig-certificate", [1], list), "this is not a symeig-certificate of version 1")
        m = read(field or [0, 1], 1)
        require(len(m) > 1 == m[-1] and read(certificate["field"]["minpoly"], 1) == m, "the field is not the given one")
        A, w, one = read(matrix, 2, m), 2 * len(m) - 3, read(1, 0, m)
        require(all(len(row) == len(A) * w for row in A), "the given matrix is not square")
        require(read(certificate["matrix"], 2, m) == A, "the matrix of the file is not the given one")
        polynomials, charpoly, minpoly = [], one, one
        for where, component in ((f"component {i}", c) for i, c in enumerate(certificate["components"], 1)):
            p, chains = read(component["polynomial"], 1, m), read(component["chains"], 4, m)
            sizes = [len(chain) for chain in chains]
            require(w < len(p) <= (len(A) + 1) * w and p[-w:] == one, f"{where}: p is not monic of degree 1 to n")
            require(p not in polynomials, f"{where}: p comes twice")
            require(all(sizes) and read(component["block_sizes"], 1) == sizes != [], f"{where}: wrong block sizes")
            prove_component(A, p[: len(p) - w + 1], chains, component["irreducible"], m, where)
            polynomials.append(p)
            for i in range(sum(sizes)):
                charpoly = combine([charpoly], [p], m)
                minpoly = combine([minpoly], [p], m) if i < max(sizes) else minpoly
        require(len(charpoly) == (len(A) + 1) * w, "the chains, each counted deg p times, do not have n vectors")
        for key, value in ("charpoly", charpoly), ("minpoly", minpoly):
            require(read(certificate[key], 1, m) == value, f"{key} is not the product of the powers of the polynomials")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Refused(f"the file or the matrix is not in the documented form: {error!r}") from error


if __name__ == "__main__":
    try:
        replay(*[json.loads(x if x[:1] == "[" else open(x).read()) for x in sys.argv[1:]])
    except (OSError, RecursionError, Refused, TypeError, ValueError) as error:
        sys.exit(f"refused: {error}")
    sys.stdout.write("proved: A P = P J\n")
