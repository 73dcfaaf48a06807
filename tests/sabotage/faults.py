"""Ways to tamper with a result: each makes a claim about a matrix that is false."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sympy import Rational, Symbol, expand, sqrt

from tests.strategies import block_sum, hypercompanion, similar

__all__ = ["FAULTS", "SPECTRA", "honest_rows"]

# The components of a result; of whatever copy of the package they come from.
Component = Any
Components = list[Component]

a = Symbol("a")

# A simple eigenvalue, another one, one with blocks of sizes 2 and 1, an irreducible quadratic with a block of size 2,
# and a number that the matrix is divided by.
SPECTRA = {
    "rationals": (1, 2, 3, (-2, 0, 1), 1),
    "denominators": (1, 2, 3, (-2, 0, 1), 6),
    "nilpotent part": (1, 2, 0, (-2, 0, 1), 1),
    "QQ(sqrt2)": (sqrt(2), 1, 1 + sqrt(2), (-3, 0, 1), 1),
    "QQ(a)": (a, 1, a + 1, (-a, 0, 1), 1),
}


def honest_rows(name: str) -> list[list[Any]]:
    """A matrix with all kinds of components."""
    r, s, q, quadratic, below = SPECTRA[name]
    blocks = [hypercompanion(p, k) for p, k in (((-r, 1), 1), ((-s, 1), 1), ((-q, 1), 2), ((-q, 1), 1), (quadratic, 2))]
    rows = similar(block_sum(*blocks), [(0, 2, 1), (3, 1, -1), (2, 5, 1), (7, 0, 1), (4, 6, -1), (1, 8, 1)], expand)
    return [[x if below == 1 else Rational(x, below) for x in row] for row in rows]


def at(components: Components, condition: Callable[[Component], bool]) -> int:
    """The number of the first component of some kind."""
    return next(i for i, c in enumerate(components) if condition(c))


def simple(components: Components) -> tuple[int, int]:
    """The numbers of the two components with one eigenvector and degree 1."""
    i, j = (i for i, c in enumerate(components) if c.degree == 1 and c.block_sizes == (1,))
    return i, j


def blocks_2_1(components: Components) -> int:
    """The number of the component with blocks of sizes 2 and 1."""
    return at(components, lambda c: c.block_sizes == (2, 1))


def quadratic_2(components: Components) -> int:
    """The number of the quadratic component with one block of size 2."""
    return at(components, lambda c: c.degree == 2)


def changed(components: Components, number: int, **parts: Any) -> Components:
    """The components with parts of one of them replaced."""
    return [replace(c, **parts) if i == number else c for i, c in enumerate(components)]


def times(vector: Any, x: Any) -> Any:
    """A multiple of a vector."""
    return tuple(tuple(c * x for c in entry) for entry in vector)


# --- faults -----------------------------------------------------------------------------------------------------------


def dropped_component(components: Components) -> Components:
    """An eigenvalue is lost."""
    return components[1:]


def dropped_chain(components: Components) -> Components:
    """A block is lost."""
    i = blocks_2_1(components)
    return changed(components, i, vectors=components[i].vectors[:1])


def shortened_chain(components: Components) -> Components:
    """The last vector of a chain is lost."""
    i = quadratic_2(components)
    return changed(components, i, vectors=(components[i].vectors[0][:1],))


def shortened_linear_chain(components: Components) -> Components:
    """The last vector of the chain of a number of K is lost; at 0 neither trace, determinant nor rank notice."""
    i = blocks_2_1(components)
    first, second = components[i].vectors
    return changed(components, i, vectors=(first[:1], second))


def lengthened_chain(components: Components) -> Components:
    """The block of size 1 is claimed to be a second one of size 2, with the same top."""
    i = blocks_2_1(components)
    first, (eigenvector,) = components[i].vectors
    return changed(components, i, vectors=(first, (eigenvector, first[1])))


def moved_vector(components: Components) -> Components:
    """Blocks of sizes 2 and 1 become three of size 1: no chain equation is left that could fail but the first."""
    i = blocks_2_1(components)
    (first, second), (third,) = components[i].vectors
    return changed(components, i, vectors=((first,), (second,), (third,)))


def reversed_chain(components: Components) -> Components:
    """The eigenvector comes last."""
    i = quadratic_2(components)
    return changed(components, i, vectors=(components[i].vectors[0][::-1],))


def reversed_order_of_chains(components: Components) -> Components:
    """The shortest chain comes first, so that the index is read off wrongly."""
    i = blocks_2_1(components)
    return changed(components, i, vectors=components[i].vectors[::-1])


def wrong_sign(components: Components) -> Components:
    """One coefficient of an eigenvector changes its sign."""
    i = quadratic_2(components)
    first, second = components[i].vectors[0]
    j = next(j for j, entry in enumerate(first) if any(entry))
    entry = tuple(-c for c in first[j])
    return changed(components, i, vectors=(((*first[:j], entry, *first[j + 1 :]), second),))


def negated_vector(components: Components) -> Components:
    """The second vector of a chain changes its sign."""
    i = quadratic_2(components)
    first, second = components[i].vectors[0]
    return changed(components, i, vectors=((first, times(second, -1)),))


def scaled_vector(components: Components) -> Components:
    """One vector inside a chain is multiplied by 2."""
    i = blocks_2_1(components)
    (first, second), third = components[i].vectors
    return changed(components, i, vectors=((times(first, 2), second), third))


def zero_eigenvector(components: Components) -> Components:
    """A simple eigenvalue has the zero vector."""
    i, _ = simple(components)
    return changed(components, i, vectors=((times(components[i].vectors[0][0], 0),),))


def zero_chain(components: Components) -> Components:
    """A whole chain is zero."""
    i = quadratic_2(components)
    return changed(components, i, vectors=(tuple(times(v, 0) for v in components[i].vectors[0]),))


def dependent_eigenvectors(components: Components) -> Components:
    """The second chain's eigenvector is a multiple of the first one's."""
    i = blocks_2_1(components)
    chain, _ = components[i].vectors
    return changed(components, i, vectors=(chain, (times(chain[0], 2),)))


def swapped_vectors(components: Components) -> Components:
    """Two simple eigenvalues exchange their eigenvectors."""
    i, j = simple(components)
    u, v = components[i].vectors, components[j].vectors
    return changed(changed(components, i, vectors=v), j, vectors=u)


def merged_roots(components: Components) -> Components:
    """Two rational roots r, s are sold as conjugates: p = (x − r)(x − s), with a vector that is right modulo p."""
    i, j = simple(components)
    (p0, p1), (q0, q1) = components[i].coefficients, components[j].coefficients
    u, v = components[i].vectors[0][0], components[j].vectors[0][0]
    vector = tuple((q0 * x * p1 - p0 * y * q1, (x - y) * p1 * q1) for (x,), (y,) in zip(u, v, strict=True))
    merged = replace(components[i], coefficients=(p0 * q0, p0 * q1 + p1 * q0, p1 * q1), vectors=((vector,),))
    return [merged, *(c for k, c in enumerate(components) if k not in {i, j})]


def repeated_factor(components: Components) -> Components:
    """A double root is sold as a pair of conjugates: p = (x − q)², with a vector that is right modulo p."""
    i = blocks_2_1(components)
    (first, second), (third,) = components[i].vectors
    q0, q1 = components[i].coefficients
    vector = tuple((x * q1 + q0 * y, y * q1) for (x,), (y,) in zip(first, second, strict=True))
    square = replace(components[i], coefficients=(q0 * q0, 2 * q0 * q1, q1 * q1), vectors=((vector,),))
    return [square, *changed(components, i, vectors=((third,),))]


def wrong_coefficient(components: Components) -> Components:
    """The constant coefficient of a factor is off by one."""
    i = quadratic_2(components)
    c0, *rest = components[i].coefficients
    return changed(components, i, coefficients=(c0 + 1, *rest))


def wrong_eigenvalue(components: Components) -> Components:
    """Two simple eigenvalues exchange their polynomials."""
    i, j = simple(components)
    p, q = components[i].coefficients, components[j].coefficients
    return changed(changed(components, i, coefficients=q), j, coefficients=p)


def associated_polynomial(components: Components) -> Components:
    """A block of size 2 is sold as two eigenvalues: p and 2p, the same eigenvector with both."""
    i = blocks_2_1(components)
    (first, _), third = components[i].vectors
    double = replace(components[i], coefficients=tuple(2 * c for c in components[i].coefficients), vectors=((first,),))
    return [double, *changed(components, i, vectors=((first,), third))]


def negated_polynomial(components: Components) -> Components:
    """p is replaced by −p."""
    i = blocks_2_1(components)
    return changed(components, i, coefficients=tuple(-c for c in components[i].coefficients))


def split_component(components: Components) -> Components:
    """One factor appears in two components, the chains divided between them."""
    i = blocks_2_1(components)
    first, second = components[i].vectors
    return [replace(components[i], vectors=(second,)), *changed(components, i, vectors=(first,))]


def other_degree(components: Components) -> Components:
    """p is multiplied by x − 7, and the entries are filled up with zeros."""
    i, _ = simple(components)
    (c0, c1), vector = components[i].coefficients, components[i].vectors[0][0]
    entries = tuple((*entry, 0 * entry[0]) for entry in vector)
    return changed(components, i, coefficients=(-7 * c0, c0 - 7 * c1, c1), vectors=((entries,),))


def component_without_chains(components: Components) -> Components:
    """An eigenvalue is invented that has no eigenvector."""
    i, _ = simple(components)
    c0, c1 = components[i].coefficients
    return [*components, replace(components[i], coefficients=(c0 + 11 * c1, c1), vectors=())]


def empty_chain(components: Components) -> Components:
    """A block of size 0 is invented."""
    i = blocks_2_1(components)
    return changed(components, i, vectors=(*components[i].vectors, ()))


def constant_polynomial(components: Components) -> Components:
    """A factor has no roots."""
    return [*components, replace(components[0], coefficients=components[0].coefficients[-1:], vectors=())]


def missing_entry(components: Components) -> Components:
    """A vector has n − 1 entries."""
    i, _ = simple(components)
    return changed(components, i, vectors=((components[i].vectors[0][0][1:],),))


def too_many_coefficients(components: Components) -> Components:
    """The entries of a vector are not reduced modulo p."""
    i, _ = simple(components)
    vector = tuple((*entry, 0 * entry[0]) for entry in components[i].vectors[0][0])
    return changed(components, i, vectors=((vector,),))


def nothing(components: Components) -> Components:
    """Nothing is claimed."""
    return components[:0]


FAULTS = [
    dropped_component,
    dropped_chain,
    shortened_chain,
    shortened_linear_chain,
    lengthened_chain,
    moved_vector,
    reversed_chain,
    reversed_order_of_chains,
    wrong_sign,
    negated_vector,
    scaled_vector,
    zero_eigenvector,
    zero_chain,
    dependent_eigenvectors,
    swapped_vectors,
    merged_roots,
    repeated_factor,
    wrong_coefficient,
    wrong_eigenvalue,
    associated_polynomial,
    negated_polynomial,
    split_component,
    other_degree,
    component_without_chains,
    empty_chain,
    constant_polynomial,
    missing_entry,
    too_many_coefficients,
    nothing,
]
