r"""Check a certificate of symeig with nothing but Python's integers and fractions; this file also works alone.

    python replay.py certificate.json '[[2, 1], [2, 3]]'

The reader gives the matrix A and the field K = Q[t]/m of its entries. The certificate claims a Jordan form of A: for
each irreducible factor p of its characteristic polynomial, chains v1, v2, ... of vectors over L = K[λ]/p. Proved is:
(1) (A - λ) v1 = 0 and (A - λ) v(j+1) = vj; (2) K and L are fields, and the p are different, so no two of them have a
common root; (3) the v1 of one p are independent over L; (4) the lengths of the chains, each counted deg p times, have
the sum n. With every root of p put for λ, all chains are therefore the columns of an invertible P with A P = P J.
"""

import json
import sys
from fractions import Fraction
from itertools import combinations
from typing import Any


class Refused(Exception):
    """The certificate says something that is false of the matrix, or does not prove it."""


def require(truth: bool, sentence: str) -> None:
    if not truth:
        raise Refused(sentence)


def read(x: Any, depth: int, m: Any = (0, 1)) -> Any:
    """Lists nested to the depth; the innermost are polynomials over K, each coefficient filled up to 2 deg m - 1."""
    if depth and isinstance(x, list):
        parts = [read(y, depth - 1, m) for y in x]
        return parts if depth > 1 else [c for part in parts for c in part]
    f = [Fraction(*map(int, c.split("/"))) if isinstance(c, str) else c for c in (x if isinstance(x, list) else [x])]
    if depth or not {type(c) for c in f} <= {int, Fraction}:
        raise TypeError(f"{type(x).__name__} in the place of a list, an integer or a text such as '-3/4'")
    return remainder([c.numerator if c.denominator == 1 else c for c in f] + [0] * len(m), m) + [0] * (len(m) - 2)


def product(f: Any, g: Any) -> Any:
    return [sum(f[i] * g[k - i] for i in range(len(f)) if 0 <= k - i < len(g)) for k in range(len(f) + len(g) - 1)]


def remainder(f: Any, g: Any, q: int = 0) -> Any:
    """f modulo the monic g, and modulo q unless q is 0."""
    f = list(f)
    while len(f) >= len(g):
        top = f.pop() % q if q else f.pop()
        for i, c in enumerate(g[:-1], len(f) - len(g) + 1):
            f[i] -= top * c
    return [c % q for c in f] if q else f


def tidy(f: Any, m: Any) -> Any:
    """The polynomial f over K with its coefficients reduced modulo m."""
    w = 2 * len(m) - 3
    return [c for i in range(0, len(f) - w + 1, w) for c in remainder(f[i : i + w], m) + [0] * (len(m) - 2)]


def act(fs: Any, xs: Any, p: Any, m: Any) -> Any:
    """The sum of the products f x in L, each f = a + b λ."""
    total = [sum(column) for column in zip(*map(product, fs, xs))]
    return tidy(remainder(tidy(total, m), p), m)


def rank(rows: Any, q: int | None = None) -> int:
    """The rank over Q, or modulo the prime q."""
    found, exact = 0, (lambda c: c.numerator * pow(c.denominator, -1, q) % q) if q else Fraction
    while rows := [row for row in ([exact(c) for c in row] for row in rows) if any(row)]:
        (pivot, *rows), found = rows, found + 1
        k = next(k for k, c in enumerate(pivot) if c)
        scale = pow(pivot[k], -1, q)
        rows = [[a - row[k] * scale * b for a, b in zip(row, pivot)] if row[k] else row for row in rows]
    return found


def prove_irreducible(N: Any, q: Any, M: Any, factors: Any) -> None:
    """Prove that N is irreducible over Q, from its r irreducible factors modulo M, a power of the prime q.

    The map h -> h^q is linear modulo q and N; it is injective if N has no multiple factor modulo q, and then fixes a
    space of dimension r if there are r factors (Berlekamp). A monic divisor of N has integer coefficients (Gauss) of
    size at most 2^D (|N0| + ... + |ND|) (Mignotte) and is, modulo M, a product of some of the factors (Hensel).
    """
    D, r, one = len(N) - 1, len(factors), [1] + [0] * (len(N) - 2)
    require({type(c) for f in [N, [q, M], *factors] for c in f} == {int}, "a witness of irreducibility has fractions")
    require(all(len(g) > 1 == g[-1] for g in [N, *factors]), "a witness of irreducibility is not monic")
    require(1 < q < 2**16 and all(q % i for i in range(2, min(q, 256))), f"{q} is not a prime below 2^16")
    require(M > 2 ** (D + 1) * sum(map(abs, N)) and pow(q, M.bit_length(), M) == 0, f"not a large enough power of {q}")
    require(r <= 16, f"a witness of irreducibility has {r} factors: too many, more than 16")
    power, rows = one, [one]
    for _ in range(q):
        power = remainder([0, *power], N, q)
    for _ in range(D - 1):
        rows.append(remainder(product(rows[-1], power), N, q))
    fixed = [[c - (i == j) for j, c in enumerate(row)] for i, row in enumerate(rows)]
    require(rank(rows, q) == D == rank(fixed, q) + r, f"modulo {q} a witness does not have {r} different factors")
    for some in [*(some for k in range(1, r) for some in combinations(factors[:-1], k)), factors]:
        f = [1]
        for g in some:
            f = [(c + M // 2) % M - M // 2 for c in product(f, g)]
        require(some is factors or any(remainder(N, f)), "the polynomial of a witness of irreducibility is reducible")
    require([c % M for c in f] == [c % M for c in N], "the factors of a witness of irreducibility have another product")


def prove_component(A: Any, p: Any, chains: Any, witness: Any, m: Any) -> None:
    """Prove (1), (2) and (3) for one p."""
    n, w, y = len(A), 2 * len(m) - 3, read([0, 0], 1, m)
    zero, D = [0] * (len(p) - 1), (len(p) - 1) // w * (len(m) - 1)
    pencil = [[[*row[k : k + w], -(i * w == k), *[0] * (w - 1)] for k in range(0, n * w, w)] for i, row in enumerate(A)]
    for chain in chains:
        for v, before in zip(chain, [[zero] * n, *chain]):
            require([len(x) for x in v] == [len(zero)] * n, "a vector has not n entries of deg p coefficients each")
            require([act(row, v, p, m) for row in pencil] == before, "(A - λ) v is not the vector before v in a chain")
    if D > 1:
        N, *factors = (read(f, 1) for f in [witness["polynomial"], *witness["factors"]])
        q, M, a, b = read([witness[key] for key in ("prime", "modulus", "scale", "shift")], 1)
        y, value = read([[0, a * b], a], 1, m), zero
        for c in reversed(N):
            value = act([y], [value], p, m)
            value[0] += c
        require(len(N) == D + 1 and not any(value), "the polynomial of a witness of irreducibility does not vanish")
        prove_irreducible(N, q, M, factors)
    vectors, rows = [chain[0] for chain in chains], []
    for _ in range(D if len(chains) > 1 else 1):
        rows += [[c for x in v for c in x] for v in vectors]
        vectors = [[act([y], [x], p, m) for x in v] for v in vectors]
    q = 2**61 - 1
    modular = all(c.denominator % q for row in rows for c in row) and rank(rows, q) == len(rows)
    require(modular or rank(rows) == len(rows), "the first vectors of the chains are dependent")


def replay(certificate: Any, matrix: Any, field: Any = None) -> None:
    """Prove all that the certificate says of the matrix over K = Q[t]/field, or raise Refused."""
    try:
        m = read(field or [0, 1], 1)
        A, w, one = read(matrix, 2, m), 2 * len(m) - 3, read(1, 0, m)
        stamp = [certificate["format"], repr(certificate["version"])]
        require(stamp == ["symeig-certificate", "1"], "this is not a symeig certificate of version 1")
        require(len(m) > 1 == m[-1] and read(certificate["field"]["minpoly"], 1) == m, "the field of the file is not the given one")
        require(all(len(row) == len(A) * w for row in A), "the given matrix is not square")
        require(read(certificate["matrix"], 2, m) == A, "the matrix of the file is not the given one")
        polynomials, charpoly, minpoly = [], one, one
        for component in certificate["components"]:
            p, chains = read(component["polynomial"], 1, m), read(component["chains"], 4, m)
            sizes = [len(chain) for chain in chains]
            require(len(p) > w and p[-w:] == one, "a polynomial is not monic")
            require(p not in polynomials, "two components have the same polynomial")
            require(min(sizes, default=0) > 0 and read(component["block_sizes"], 1) == sizes, "block sizes are not the lengths of the chains")
            prove_component(A, p[: len(p) - w + 1], chains, component["irreducible"], m)
            polynomials.append(p)
            for i in range(sum(sizes)):
                charpoly = tidy(product(charpoly, p), m)
                minpoly = tidy(product(minpoly, p), m) if i < max(sizes) else minpoly
        require(len(charpoly) == (len(A) + 1) * w, "the chains, each counted deg p times, do not have n vectors")
        require(read(certificate["charpoly"], 1, m) == charpoly, "charpoly is not the product of the powers of the polynomials")
        require(read(certificate["minpoly"], 1, m) == minpoly, "minpoly is ...")
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise Refused(f"the file does not have the documented form: {error!r}") from error


if __name__ == "__main__":
    try:
        replay(*[json.loads(x if x[:1] == "[" else open(x).read()) for x in sys.argv[1:]])
    except (OSError, RecursionError, Refused, TypeError, ValueError) as error:
        sys.exit(f"refused: {error}")
    print("proved: A P = P J")
