"""P and D, or P and J: put together in the same order, and multiplied out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from sympy import Expr, ImmutableMatrix, Integer, Symbol, expand, eye

from symeig.worked.formulas import Equality, Function, Minus, Name, Power, Product
from symeig.worked.meaning import holds
from symeig.worked.rules.assembly import Assembly, AssemblyOfCases, assembly, chain_statements
from symeig.worked.steps import Display
from tests.strategies import rational_matrices, split_matrices
from tests.unit.worked.matrices import CONVENTIONS, MATRICES, telling

x = Symbol("lambda")

# Whether P and the form are written with values and multiplied out, with values alone, with the names of eigenvalues,
# or not at all; and the letter of the form.
TABLE: dict[str, tuple[str, str]] = {
    "one": ("values", "D"),
    "zero-1": ("values", "D"),
    "identity-3": ("values", "D"),
    "two-numbers": ("values", "D"),
    "golden": ("values", "D"),
    "quarter-turn": ("values", "D"),
    "double-root": ("values", "J"),
    "defective": ("values", "J"),
    "square-of-quadratic": ("values", "J"),
    "irreducible-cubic": ("names", "D"),
    "companion-4": ("names", "D"),
    "dense-5": ("nothing", "D"),
    "large-6": ("names", "J"),
    "large-identity": ("values alone", "D"),
    "biquadratic": ("values", "D"),
    "second-difference": ("values alone", "D"),
    "parameter-1": ("values", "D"),
    "parameter-splits": ("values", "D"),
    "parameters": ("names", "D"),
    "parameter-companion": ("names", "D"),
}


def step_of(matrix: Any, convention: Any = "A - λI") -> Any:
    """The step."""
    (step,) = assembly(telling(matrix, convention))
    return step


@pytest.mark.parametrize("name", TABLE)
def test_the_form_has_its_letter(name: str) -> None:
    """D for a diagonal matrix, J for one with blocks."""
    step = step_of(MATRICES[name])
    assert (step.P.letter, step.form.letter) == ("P", TABLE[name][1])


@pytest.mark.parametrize("name", TABLE)
def test_what_is_written_out(name: str) -> None:
    """P has values where they are short, else the names of the eigenvalues, and is not written where it is large."""
    step, (written, _) = step_of(MATRICES[name]), TABLE[name]
    assert isinstance(step, Assembly) == (written == "values")
    assert (step.P.value is None) == (step.form.value is None) == (written == "nothing")
    if written != "nothing":
        letters = {s.name for s in (*step.P.value.free_symbols, *step.form.value.free_symbols)}
        assert any(letter.startswith("lambda_") for letter in letters) == (written == "names")
        assert "lambda" not in letters


@pytest.mark.parametrize("name", [name for name in TABLE if TABLE[name][0] == "values"])
def test_the_product_is_right_both_ways(name: str) -> None:
    """SymPy multiplies A P and P J to the product that is shown, and finds the determinant of P."""
    step, A = step_of(MATRICES[name]), ImmutableMatrix(MATRICES[name])
    P, J = step.P.value, step.form.value
    assert (A * P - step.product).expand() == 0 * A
    assert (P * J - step.product).expand() == 0 * A
    assert expand(P.det() - step.determinant) == 0 != step.determinant
    assert step.A.value == A
    if step.inverse is not None:
        assert (P * step.inverse).expand() == eye(A.rows)


@pytest.mark.parametrize("name", ["two-numbers", "golden", "defective", "parameter-splits"])
def test_both_are_claimed(name: str) -> None:
    """A P = P J and det P ≠ 0 belong to the claim, not only to what is shown."""
    step = step_of(MATRICES[name])
    invertible = Equality((Function("det", (step.P,)), step.determinant), Integer(0))
    assert {step.after, invertible} <= set(step.claim)


def test_order_is_that_of_the_eigenvalues() -> None:
    """The diagonal of the form has the eigenvalues in their order, each as often as its multiplicity."""
    assert list(step_of(MATRICES["defective"]).form.value.diagonal()) == [1, 2, 2]
    assert step_of(MATRICES["defective"]).form.value[1, 2] == 1
    assert list(step_of([[5, 0], [0, 2]]).form.value.diagonal()) == [2, 5]


@pytest.mark.parametrize("name", ["irreducible-cubic", "companion-4", "large-6", "parameters", "dense-5"])
def test_columns_are_told_in_order(name: str) -> None:
    """One name for each column, in the order of the eigenvalues, and the diagonal of the form is the same."""
    step = step_of(MATRICES[name])
    places = [int(s.name.removeprefix("lambda_")) for s in step.order]
    assert places == sorted(places)
    assert len(places) == len(MATRICES[name])
    if step.form.value is not None:
        shown = step.form.value.diagonal()
        assert all(e in {s, 1} for e, s in zip(shown, step.order, strict=True))


def test_blocks_stand_in_the_form_with_names() -> None:
    """A defective eigenvalue beside those that are told together has its one above the diagonal, and only there."""
    J = step_of(MATRICES["large-6"]).form.value
    ones = [(i, j) for i in range(6) for j in range(6) if i != j and J[i, j] != 0]
    assert ones == [(1, 2)]
    assert J[1, 1] == J[2, 2] == J[1, 2] == 1


def test_named_columns_are_eigenvectors() -> None:
    """With its root in the place of its name, each column of P is an eigenvector in decimals."""
    matrix = MATRICES["irreducible-cubic"]
    step, A = step_of(matrix), ImmutableMatrix(matrix)
    roots = [e.expr for e in telling(matrix).system.eigenvalues]
    for k, (symbol, root) in enumerate(zip(step.order, roots, strict=True)):
        v = step.P.value[:, k].subs(symbol, root.evalf(30))
        assert max(abs(complex(e)) for e in A * v - root.evalf(30) * v) < 1e-20


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("name", MATRICES)
def test_the_step_passes_its_check(name: str, convention: Any) -> None:
    """All that is stated is true."""
    assert step_of(MATRICES[name], convention).check()


@pytest.mark.parametrize("name", MATRICES)
def test_every_chain_is_stated(name: str) -> None:
    """For each case there is one equation for each vector, and the independence of the eigenvectors."""
    T = telling(MATRICES[name])
    for case in T.cases:
        statements = list(chain_statements(T, case))
        assert len(statements) == case.component.algebraic_multiplicity + 1
        assert all(map(holds, statements))
        *_, rank = statements
        assert rank.sides[0].name == "rank"
        assert rank.sides[0].arguments[0].shape == (T.n, case.component.geometric_multiplicity)


@given(rational_matrices(max_size=5))
def test_statements_hold_for_planted_matrices(planted: Any) -> None:
    """Whatever the structure, the step holds and has a column for each dimension."""
    step = step_of(planted.rows)
    assert step.check()
    if isinstance(step, AssemblyOfCases):
        assert len(step.order) == len(planted.rows)


@given(split_matrices(max_size=4))
def test_the_inverse_is_shown_at_the_third_level(planted: Any) -> None:
    """P⁻¹ and A = P J P⁻¹ stand at level 3 only."""
    step = step_of(planted.rows)
    told = [[f for b in step.tell(level) if isinstance(b, Display) for f in b.formulas] for level in (1, 2, 3)]
    inverse = Equality((Power(step.P, -1), step.inverse))
    back = Equality((step.A, Product((step.P, step.form, Power(step.P, -1)))))
    assert [inverse in formulas for formulas in told] == [False, False, True]
    assert [back in formulas for formulas in told] == [False, False, True]


def test_nothing_is_put_together_for_the_empty_matrix() -> None:
    """There is no step for 0×0."""
    assert list(assembly(telling([]))) == []


WRONG: dict[str, tuple[str, Any]] = {
    "another A": ("two-numbers", lambda s: replace(s, A=Name("A", ImmutableMatrix([[4, 1], [2, 4]])))),
    "columns exchanged": ("golden", lambda s: replace(s, P=replace(s.P, value=s.P.value[:, ::-1]))),
    "an eigenvalue twice": (
        "golden",
        lambda s: replace(s, form=replace(s.form, value=ImmutableMatrix(s.form.value[0, 0] * eye(2)))),
    ),
    "a column 0": ("two-numbers", lambda s: replace(s, P=_times(s.P, ImmutableMatrix.diag(1, 0)))),
    "another determinant": ("two-numbers", lambda s: replace(s, determinant=s.determinant + 1)),
    "a determinant with another sign": ("golden", lambda s: replace(s, determinant=-s.determinant)),
    "no ones": ("defective", lambda s: replace(s, form=replace(s.form, value=ImmutableMatrix.diag(1, 2, 2)))),
    "a one between blocks": (
        "two-numbers",
        lambda s: replace(s, form=replace(s.form, value=ImmutableMatrix([[2, 1], [0, 5]]))),
    ),
    "another inverse": ("two-numbers", lambda s: replace(s, inverse=s.inverse * 2)),
    "another product": ("golden", lambda s: replace(s, product=s.product.T)),
    "λ for another polynomial": (
        "irreducible-cubic",
        lambda s: replace(s, statements=(replace(s.statements[0], modulus=x**3 - 2), *s.statements[1:])),
    ),
    "a wrong rank": (
        "irreducible-cubic",
        lambda s: replace(s, statements=(*s.statements[:-1], _zero(s.statements[-1]))),
    ),
    "λI for A": (
        "parameters",
        lambda s: replace(
            s,
            statements=(
                replace(s.statements[0], sides=(Product((_identity(2), s.statements[0].sides[0].factors[1])),) * 2),
                replace(s.statements[1], sides=(Minus(s.statements[1].sides[1]), s.statements[1].sides[1])),
            ),
        ),
    ),
}


def _identity(n: int) -> Name:
    return Name("I", ImmutableMatrix(eye(n)))


def _times(P: Name, M: ImmutableMatrix) -> Name:
    return replace(P, value=P.value * M)


def _zero(statement: Equality) -> Equality:
    assert isinstance(statement.sides[0], Function | Expr)
    return replace(statement, sides=(statement.sides[0], Integer(0)))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_assembly_is_refused(name: str) -> None:
    """A step with a wrong matrix, order, product or determinant does not pass."""
    matrix, edit = WRONG[name]
    step = step_of(MATRICES[matrix])
    assert step.check()
    assert not edit(step).check()
