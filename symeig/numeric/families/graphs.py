"""Matrices of graphs: adjacency and Laplacian matrices, whose spectra repeat eigenvalues and are often integral.

References:
    Brouwer, Haemers: Spectra of graphs, 2012 (1.4 for the spectra of paths, cycles and cubes).
    Schrijver's and Godsil's tables of integral graphs: complete, bipartite, cubes, Petersen, lattice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from symeig.numeric.dyadic import Dyadic, DyadicMatrix
from symeig.numeric.families.building import direct, joined, solved
from symeig.numeric.families.drawing import Draw, draw_dimension, draw_gaussian, reordered
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = ["Graph", "graphs"]


@dataclass(frozen=True)
class Graph:
    """A graph without loops.

    Attributes:
        name: What it is called.
        n: The number of nodes.
        edges: Pairs of nodes, from 0.
    """

    name: str
    n: int
    edges: tuple[tuple[int, int], ...]

    def matrix(self, kind: str) -> list[list[int]]:
        """The adjacency matrix, the Laplacian or the signless Laplacian."""
        sign = -1 if kind == "Laplacian" else 1
        rows = [[0] * self.n for _ in range(self.n)]
        for i, j in self.edges:
            rows[i][j] = rows[j][i] = sign
            if kind != "adjacency matrix":
                rows[i][i] += 1
                rows[j][j] += 1
        return rows


def _path(n: int) -> Graph:
    return Graph(f"path on {n} nodes", n, tuple((i, i + 1) for i in range(n - 1)))


def _cycle(n: int) -> Graph:
    return Graph(f"cycle on {n} nodes", n, tuple((i, (i + 1) % n) for i in range(n)))


def _complete(n: int) -> Graph:
    return Graph(f"complete graph on {n} nodes", n, tuple(combinations(range(n), 2)))


def _star(n: int) -> Graph:
    return Graph(f"star with {n - 1} rays", n, tuple((0, i) for i in range(1, n)))


def _bipartite(p: int, q: int) -> Graph:
    return Graph(f"complete bipartite graph {p}+{q}", p + q, tuple(product(range(p), range(p, p + q))))


def _petersen() -> Graph:
    nodes = list(combinations(range(5), 2))
    edges = tuple((i, j) for (i, a), (j, b) in combinations(enumerate(nodes), 2) if not set(a) & set(b))
    return Graph("Petersen graph", 10, edges)


def _lattice() -> Graph:
    nodes = list(product(range(3), range(3)))
    edges = tuple((i, j) for (i, a), (j, b) in combinations(enumerate(nodes), 2) if (a[0] == b[0]) != (a[1] == b[1]))
    return Graph("3×3 lattice graph, strongly regular", 9, edges)


NAMED = (
    _path(1),
    _path(2),
    _path(3),
    _cycle(3),
    _star(4),
    _path(4),
    _cycle(4),
    _complete(4),
    _bipartite(2, 3),
    _path(5),
    _cycle(5),
    _complete(5),
    _star(6),
    _path(6),
    _cycle(6),
    _bipartite(3, 3),
    _lattice(),
    _petersen(),
)

KINDS = ("adjacency matrix", "signless Laplacian", "Laplacian")


def graphs(draw: Draw, setting: Setting) -> KnownMatrix:
    """Named graphs and unions of two, cubes, random graphs, digraphs, mixed graphs; tridiagonal Toeplitz matrices."""
    shapes = ["named", "union", "random", "cube"]
    shapes += ["Toeplitz"] if setting.is_signed or not setting.hermitian else []
    shapes += [] if setting.hermitian else ["digraph"]
    shapes += ["mixed", "mixed"] if setting.target.is_complex else []
    shape = draw.one(shapes)
    if shape == "Toeplitz":
        return _toeplitz(draw, setting)
    if shape == "cube" and setting.max_size >= 2:
        return _cube(draw, setting)
    if shape in {"digraph", "mixed"}:
        return _directed(draw, setting, mixed=shape == "mixed")
    kind = draw.one(_kinds(setting))
    if shape == "random":
        return _random(draw, setting, kind)
    return _named(draw, setting, kind, union=shape == "union")


def _kinds(setting: Setting) -> Sequence[str]:
    if setting.is_signed:
        return KINDS
    return KINDS[: 2 if setting.high >= 9 else 1]


def _named(draw: Draw, setting: Setting, kind: str, *, union: bool) -> KnownMatrix:
    graph = draw.one([g for g in NAMED if g.n <= setting.max_size])
    A = solved(graph.matrix(kind), f"{kind} of the {graph.name}")
    room = min(6, setting.max_size - graph.n)
    if union and room:
        other = draw.one([g for g in NAMED if g.n <= room])
        A = joined([A, solved(other.matrix(kind), f"{kind} of the {other.name}")])
    return reordered(draw, A)


def _random(draw: Draw, setting: Setting, kind: str) -> KnownMatrix:
    n = draw_dimension(draw, setting, 5)
    places = list(combinations(range(n), 2))
    chosen = draw.integers(len(places), 0, 1)
    edges = tuple(place for place, there in zip(places, chosen, strict=True) if there)
    graph = Graph(f"graph on {n} nodes with {len(edges)} edges", n, edges)
    return solved(graph.matrix(kind), f"{kind} of a {graph.name}")


def _cube(draw: Draw, setting: Setting) -> KnownMatrix:
    """A function of the cube's adjacency: Aₖₗ = c(k xor l), which the Hadamard matrix diagonalises."""
    power = draw.integer(1, min(3, setting.max_size.bit_length() - 1))
    n = 2**power
    weights = [0, *draw.integers(power, max(-2, setting.low), min(2, setting.high))]
    by_node = [weights[k.bit_length()] if k & (k - 1) == 0 else 0 for k in range(n)]
    H = DyadicMatrix.of([[(-1) ** (i & j).bit_count() for j in range(n)] for i in range(n)])
    blocks = [Block(sum(c * (-1) ** (i & j).bit_count() for j, c in enumerate(by_node))) for i in range(n)]
    note = f"cube of dimension {power} with weights {tuple(weights[1:])}"
    return direct(Summand.planted_in(blocks, H, H, n), note, -power)


def _directed(draw: Draw, setting: Setting, *, mixed: bool) -> KnownMatrix:
    """The adjacency matrix of a digraph, or with i and −i for the arcs of a mixed graph, which is Hermitian."""
    n = draw_dimension(draw, setting, 4)
    rows: list[list[Dyadic]] = [[0] * n for _ in range(n)]
    for i, j in combinations(range(n), 2):
        arc = draw.integer(0, 3)
        if mixed:
            rows[i][j] = (0, 1, (0, 1), (0, -1))[arc]
            rows[j][i] = (0, 1, (0, -1), (0, 1))[arc]
        else:
            rows[i][j], rows[j][i] = int(arc in {1, 3}), int(arc in {2, 3})
    return solved(rows, f"adjacency matrix of a {'mixed' if mixed else 'directed'} graph on {n} nodes")


def _toeplitz(draw: Draw, setting: Setting) -> KnownMatrix:
    """Tridiagonal Toeplitz matrices with eigenvalues a + 2√(bc) cos(kπ/(n + 1))."""
    n = draw_dimension(draw, setting, 5)
    a, b, c = draw.integers(3, max(-2, setting.low), min(3, setting.high))
    c = b if setting.hermitian else c
    if draw_gaussian(draw, setting) and not setting.hermitian:
        return _gaussian_toeplitz(draw, setting, a, b, c)
    rows = [[a if i == j else b if j == i + 1 else c if i == j + 1 else 0 for j in range(n)] for i in range(n)]
    return solved(rows, f"tridiagonal Toeplitz matrix ({c}, {a}, {b}) of size {n}")


def _gaussian_toeplitz(draw: Draw, setting: Setting, a: int, b: int, c: int) -> KnownMatrix:
    n = draw_dimension(draw, setting, 3)
    rows: list[list[Dyadic]] = [
        [a if i == j else (0, b) if j == i + 1 else c if i == j + 1 else 0 for j in range(n)] for i in range(n)
    ]
    return solved(rows, f"tridiagonal Toeplitz matrix ({c}, {a}, {b}i) of size {n}")
