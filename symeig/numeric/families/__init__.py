"""Families of matrices for numeric eigenvalue routines, each drawn from its answer.

A family draws what is to be true (spectrum, Jordan form), then the operations that hide it, then its scale; each matrix
is exactly one of the format. Examples shrink in the same terms: fewer blocks, of size 1, eigenvalues 0 and 1, no
operations, n = 1, the factor 2⁰.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from symeig.numeric.families.adversarial import adversarial
from symeig.numeric.families.building import padded, phased
from symeig.numeric.families.classics import classics
from symeig.numeric.families.drawing import Draw, DrawFn, SearchStrategy, st, strategy_of
from symeig.numeric.families.graphs import graphs
from symeig.numeric.families.normal import hermitian, normal
from symeig.numeric.families.perturbed import badly_scaled, clusters, near_symmetric, scales
from symeig.numeric.families.planted import derogatory, integer_spectrum, irrational, jordan, nilpotent, rotations
from symeig.numeric.families.setting import Family, Setting
from symeig.numeric.families.shapes import companions, random, simple_shapes
from symeig.numeric.families.structured import structured
from symeig.numeric.families.wrappers import poison, sizes, stacks
from symeig.numeric.known import KnownMatrix

__all__ = ["FAMILIES", "Family", "Setting", "matrices_of"]

_ALL = (
    Family("jordan", "defective and derogatory matrices of any Jordan form", strategy_of(jordan)),
    Family(
        "derogatory",
        "several Jordan blocks for one eigenvalue, of equal and of different sizes",
        strategy_of(derogatory),
    ),
    Family("irrational", "irrational and complex eigenvalues, cubics with three real roots", strategy_of(irrational)),
    Family("rotations", "complex pairs of real matrices, repeated and defective ones", strategy_of(rotations)),
    Family("integer-spectrum", "simple eigenvalues of any condition", strategy_of(integer_spectrum)),
    Family(
        "hermitian",
        "symmetric and Hermitian matrices with repeated eigenvalues",
        strategy_of(hermitian),
        hermitian=True,
    ),
    Family(
        "normal",
        "complex eigenvalues of condition 1: circulant, skew-symmetric, permutation matrices",
        strategy_of(normal),
    ),
    Family(
        "simple-shapes",
        "n = 0 and n = 1, zero, identity, diagonal, triangular",
        strategy_of(simple_shapes),
        hermitian=True,
    ),
    Family(
        "nilpotent",
        "all eigenvalues 0 but rank > 0, projections, involutions, rank 1",
        strategy_of(nilpotent),
        hermitian=True,
    ),
    Family("companion", "one Jordan block for each eigenvalue, ill-conditioned roots", strategy_of(companions)),
    Family("classics", "matrices of the galleries and of reported faults", strategy_of(classics), hermitian=True),
    Family("graphs", "repeated integral eigenvalues of sparse matrices", strategy_of(graphs), hermitian=True),
    Family(
        "structured",
        "Kronecker, Hamiltonian, stochastic, bordered, block matrices",
        strategy_of(structured),
        hermitian=True,
    ),
    Family(
        "badly-scaled", "balancing, deflation at tiny subdiagonal entries", strategy_of(badly_scaled), hermitian=True
    ),
    Family("scales", "overflow, underflow, a scaling that is not undone", strategy_of(scales), hermitian=True),
    Family("clusters", "eigenvalues next to each other, shifts that fail", strategy_of(clusters), hermitian=True),
    Family("near-symmetric", "a symmetric algorithm chosen by a tolerance", strategy_of(near_symmetric)),
    Family("poison", "a triangle that must not be read", strategy_of(poison), hermitian=True, general=False),
    Family("sizes", "blocked code that begins at n = 32, 64, 75 or 128", strategy_of(sizes), hermitian=True),
    Family("stacks", "stacks of unequal matrices, strides, byte order, flags", strategy_of(stacks), hermitian=True),
    Family(
        "adversarial", "spectra that one check alone cannot tell from others", strategy_of(adversarial), hermitian=True
    ),
    Family("random", "whatever the others do not", strategy_of(random), hermitian=True),
)

FAMILIES: dict[str, Family] = {family.name: family for family in _ALL}


@lru_cache(maxsize=1024)
def matrices_of(name: str, setting: Setting) -> SearchStrategy[KnownMatrix]:
    """The matrices of a family, with its name, none smaller than the setting says."""
    if not setting.max_size:
        return st.just(KnownMatrix(name, (), note="empty matrix"))
    return _finished(FAMILIES[name], setting)


@st.composite
def _finished(draw: DrawFn, family: Family, setting: Setting) -> KnownMatrix:
    """A matrix of a family; complex in place of half of those that are real by nature, where there is room for it."""
    A = draw(family.strategy(setting))
    if setting.target.is_complex and A.dimension > 1 and A.matrix.is_real:
        period = Draw(draw).one((1, 1, 2, 4))
        A = phased(A, period) if period > 1 else A
    return replace(padded(A, setting.min_size), family=family.name)
