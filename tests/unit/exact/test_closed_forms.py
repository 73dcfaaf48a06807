"""Radicals, cosines and roots of unity: each form is the number it stands for."""

from __future__ import annotations

import pytest
from sympy import CRootOf, I, Poly, Rational, Symbol, acos, cos, exp, minimal_polynomial, sqrt, tan

from symeig import eigensystem
from symeig.exact.eigenvalues import Eigenvalue, ImplicitRoot
from symeig.exact.fields import QQ_FIELD
from symeig.exact.isolation import isolate
from tests.laws.arithmetic import DIGITS
from tests.unit.exact.test_isolation import coefficients

x = Symbol("x")

NICE = {
    "quadratic": (x**2 - x - 1, sqrt),
    "complex quadratic": (x**2 + x + 1, sqrt),
    "not monic": (3 * x**2 - 5 * x - 1, sqrt),
    "pure cubic": (x**3 - 2, Rational),
    "shifted pure cubic": ((x - 1) ** 3 - 2, Rational),
    "pure quartic": (x**4 - 2, Rational),
    "pure quartic, negative": (x**4 + 3, Rational),
    "pure quintic": (x**5 + 7, Rational),
    "pure with denominators": (8 * x**3 - 3, Rational),
    "biquadratic, real": (x**4 - 10 * x**2 + 1, sqrt),
    "biquadratic, nested": (x**4 - 4 * x**2 + 2, sqrt),
    "biquadratic, complex": (x**4 + 2 * x**2 + 3, sqrt),
    "shifted biquadratic": ((x + 2) ** 4 - 6 * (x + 2) ** 2 + 7, sqrt),
    "cyclotomic 5": (x**4 + x**3 + x**2 + x + 1, exp),
    "cyclotomic 7": (x**6 + x**5 + x**4 + x**3 + x**2 + x + 1, exp),
    "cyclotomic 8": (x**4 + 1, sqrt),
    "cyclotomic 9": (x**6 + x**3 + 1, exp),
    "cyclotomic 12": (x**4 - x**2 + 1, sqrt),
    "cyclotomic 15": (x**8 - x**7 + x**5 - x**4 + x**3 - x + 1, exp),
    "cosines of 7": (x**3 + x**2 - 2 * x - 1, cos),
    "cosines of 9": (x**3 - 3 * x + 1, cos),
    "cosines of 11": (x**5 + x**4 - 4 * x**3 - 3 * x**2 + 3 * x + 1, cos),
    "scaled cosines of 7": (8 * x**3 + 4 * x**2 - 4 * x - 1, cos),
    "scaled and moved cosines": ((x - 2) ** 3 - 27 * (x - 2) + 27, cos),
    "path of 8 vertices": (x**3 - 3 * x - 1, cos),
    "palindromic": (x**4 - 3 * x**3 + 3 * x**2 - 3 * x + 1, sqrt),
}


@pytest.mark.parametrize("name", NICE)
def test_forms_are_the_roots(name: str) -> None:
    """Each expression has the value of its root, in 50 digits, and all roots have different ones."""
    polynomial, _ = NICE[name]
    p = coefficients(polynomial)
    eigenvalues = [Eigenvalue(QQ_FIELD, p, k) for k in range(len(p) - 1)]
    for eigenvalue in eigenvalues:
        ball = eigenvalue.enclosure(45)
        centre = DIGITS.mpc(*(DIGITS.mpf(z.numerator) / z.denominator for z in (ball.real, ball.imag)))
        value = DIGITS.mpc(*map(DIGITS.mpf, eigenvalue.expr.evalf(50).as_real_imag()))
        assert abs(value - centre) < 1e-40
    assert len({v.expr for v in eigenvalues}) == len(eigenvalues)


@pytest.mark.parametrize("name", NICE)
def test_forms_are_free_of_implicit_roots(name: str) -> None:
    """A polynomial with a nice form is never shown by an implicit root."""
    p = coefficients(NICE[name][0])
    for k in range(len(p) - 1):
        assert not Eigenvalue(QQ_FIELD, p, k).expr.has(CRootOf, ImplicitRoot)


@pytest.mark.parametrize("name", NICE)
def test_real_roots_are_shown_without_i(name: str) -> None:
    """The expression of a real root contains no imaginary unit."""
    p = coefficients(NICE[name][0])
    for k, root in enumerate(isolate(p, QQ_FIELD)):
        if root.real:
            assert not Eigenvalue(QQ_FIELD, p, k).expr.has(I)


@pytest.mark.parametrize(
    "name",
    [
        "quadratic",
        "complex quadratic",
        "pure cubic",
        "biquadratic, real",
        "biquadratic, nested",
        "cyclotomic 8",
        "palindromic",
    ],
)
def test_minimal_polynomials(name: str) -> None:
    """SymPy's minimal polynomial of an expression is the polynomial it is a root of."""
    polynomial = NICE[name][0]
    p = coefficients(polynomial)
    expression = Eigenvalue(QQ_FIELD, p, 0).expr
    assert Poly(minimal_polynomial(expression, x), x).monic() == Poly(polynomial, x).monic()


@pytest.mark.parametrize("name", ["cosines of 7", "cosines of 9", "cosines of 11", "scaled and moved cosines"])
def test_cosines_are_shown_as_cosines(name: str) -> None:
    """Real abelian numbers of this kind are written with one cosine each."""
    p = coefficients(NICE[name][0])
    assert all(Eigenvalue(QQ_FIELD, p, k).expr.has(cos) for k in range(len(p) - 1))


@pytest.mark.parametrize(
    ("polynomial", "casus_irreducibilis"),
    [
        (x**3 - 4 * x + 1, True),
        (x**3 - 7 * x**2 + 14 * x - 7, True),
        (2 * x**3 - 9 * x**2 + 3 * x + 5, True),
        (x**3 - x - 1, False),
        (5 * x**3 + x**2 + x + 2, False),
    ],
    ids=str,
)
def test_cubic_radicals(polynomial: object, casus_irreducibilis: bool) -> None:
    """On request a cubic is solved by formula; by real cosines where all three roots are real."""
    p = coefficients(polynomial)
    for k in range(3):
        eigenvalue = Eigenvalue(QQ_FIELD, p, k)
        expression = eigenvalue.as_expr(radicals=True)
        assert not expression.has(CRootOf, ImplicitRoot)
        assert abs(complex(expression.evalf(30)) - complex(eigenvalue)) < 1e-12
        if casus_irreducibilis:
            assert not expression.has(I)
            assert expression.has(cos) or expression.has(acos)


@pytest.mark.parametrize("polynomial", [x**4 - x - 1, x**4 + x + 1, 3 * x**4 - 5 * x**3 + 2 * x**2 - x + 7], ids=str)
def test_quartic_radicals(polynomial: object) -> None:
    """On request a quartic is solved by formula, each root by its own branch."""
    p = coefficients(polynomial)
    for k in range(4):
        eigenvalue = Eigenvalue(QQ_FIELD, p, k)
        expression = eigenvalue.as_expr(radicals=True)
        assert not expression.has(CRootOf, ImplicitRoot)
        assert abs(complex(expression.evalf(30)) - complex(eigenvalue)) < 1e-12


@pytest.mark.parametrize("degree", [3, 4, 5, 6])
def test_implicit_roots_are_the_right_ones(degree: int) -> None:
    """Without radicals a generic polynomial is shown by implicit roots, whose numbers point at the right root."""
    p = coefficients(x**degree - x - 3)
    for k in range(degree):
        eigenvalue = Eigenvalue(QQ_FIELD, p, k)
        assert eigenvalue.expr.has(CRootOf, ImplicitRoot)
        assert abs(complex(eigenvalue.expr.evalf(20)) - complex(eigenvalue)) < 1e-12


def test_real_symmetric_cubic_has_no_i() -> None:
    """Three real eigenvalues of a symmetric matrix are printed without an imaginary unit, radicals or not."""
    for eigenvalue in eigensystem([[1, 2, 0], [2, 3, 1], [0, 1, 5]]).eigenvalues:
        assert eigenvalue.is_real
        assert not eigenvalue.expr.has(I)
        assert not eigenvalue.as_expr(radicals=True).has(I)


def test_forms_over_a_number_field() -> None:
    """Quadratics over Q(√2) are solved, with nested roots taken out where that is possible."""
    nested, plain = eigensystem([[0, sqrt(2)], [1, 0]]), eigensystem([[0, 3 + 2 * sqrt(2)], [1, 0]])
    assert [complex(v.expr) for v in nested.eigenvalues] == pytest.approx([-(2**0.25), 2**0.25])
    assert [v.expr for v in plain.eigenvalues] == [-1 - sqrt(2), 1 + sqrt(2)]


def test_forms_over_parameters() -> None:
    """Quadratics over Q(a) are solved with squares taken out of the root."""
    a = Symbol("a")
    first, second = eigensystem([[0, a**3], [1, 0]]).eigenvalues
    assert (first.expr, second.expr) == (-a * sqrt(a), a * sqrt(a))


def test_cubic_over_parameters_is_implicit() -> None:
    """A cubic over Q(a) is an implicit root that becomes a number with a."""
    a = Symbol("a")
    roots = [v.expr for v in eigensystem([[0, 0, a], [1, 0, 1], [0, 1, 0]]).eigenvalues]
    assert all(isinstance(r, ImplicitRoot) and r.free_symbols == {a} for r in roots)
    values = [complex(r.subs(a, Rational(1, 2)).evalf(20)) for r in roots]
    assert all(abs(z**3 - z - 0.5) < 1e-12 for z in values)
    assert len({complex(round(z.real, 9), round(z.imag, 9)) for z in values}) == 3


def test_angles_keep_their_cosines() -> None:
    """Eigenvalues of a rotation are cos t ± i sin t, not written by tan(t/2)."""
    t = Symbol("t")
    for eigenvalue in eigensystem([[cos(t), -cos(t - tan(0))], [cos(t), cos(t)]]).eigenvalues:
        assert not eigenvalue.expr.has(tan)
