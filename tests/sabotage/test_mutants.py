"""One-line faults in the source of the engine: each is caught by the certificate or by a law.

Every mutant is a fresh copy of the package in which one line differs; `trial.examine` must fail on it. The line must
occur exactly once in the source, so that the list cannot outlive the code.
"""

from __future__ import annotations

import pytest

from tests.sabotage.mutants import Mutants, bounded, each_of, sabotaged, source_of
from tests.sabotage.trial import examine

# For each module of symeig.exact: (text, text of the mutant).
MUTANTS: Mutants = {
    "krylov": [
        (
            "u = B * u + b * coefficient if coefficient else B * u",
            "u = B * u - b * coefficient if coefficient else B * u",
        ),
        ("for coefficient in chi[1:n]:", "for coefficient in chi[2 : n + 1]:"),
        ("low = [-x for x in p[:0:-1]]", "low = [x for x in p[:0:-1]]"),
        ("if not W.is_zero_matrix:", "if True:"),
        ("for b in _start_vectors(B.shape[0], B.domain):", "for b in [next(_start_vectors(B.shape[0], B.domain))]:"),
        ("chi = dup_mul(chi, dup_pow(p, m, R), R)", "chi = dup_mul(chi, p, R)"),
    ],
    "chains": [
        ("total = B * total + identity * coefficient", "total = B * total - identity * coefficient"),
        ("below = _kernels_modulo(residue.matrix(N), m * d)", "below = _kernels_modulo(residue.matrix(N), m)"),
        (
            "count = (2 * dimensions[k] - dimensions[k - 1] - dimensions[k + 1]) // d",
            "count = 2 * dimensions[k] - dimensions[k - 1] - dimensions[k + 1]",
        ),
        ("for k in range(len(dimensions) - 2, 0, -1):", "for k in range(len(dimensions) - 2, 1, -1):"),
        ("base = _columns(*below[k - 1]) if k > 1 else []", "base = []"),
        (
            "chosen = _extend([*base, *_images(taken, residue)], candidates, B, d, residue)",
            "chosen = _extend(base, candidates, B, d, residue)",
        ),
        ("tops.extend((k, w) for w in chosen[:count])", "tops.extend((k, w) for w in chosen[:1])"),
        ("range(len(base) + i * d, len(base) + (i + 1) * d)", "range(len(base) + i, len(base) + i + d)"),
        ("    for _ in range(k):\n        chain[0]", "    for _ in range(k - 1):\n        chain[0]"),
        ("chain.append(B * chain[-1] - chain[-1] * C)", "chain.append(B * chain[-1] + chain[-1] * C)"),
        ("    chain = [w.hstack", "    return [w.hstack"),
        ("rows.append([-x for x in p[:0:-1]])", "rows.append([x for x in p[:0:-1]])"),
        ("total = total * C + T", "total = total + T"),
        ("T = B * T + W * coefficient", "T = B * T"),
        ("chain.append(N * chain[-1])", "chain.append(B * chain[-1])"),
    ],
    "components": [
        ("[number(x) * powers[i + j] for i, x in enumerate(e)]", "[number(x) * powers[i] for i, x in enumerate(e)]"),
        (
            "field.canonical([number(x) * powers[i] for i, x in enumerate(reversed(p))])",
            "field.canonical([number(x) for i, x in enumerate(reversed(p))])",
        ),
    ],
    "scaling": [
        ("r, s = c2 * x - c1 * y, -c2 * y", "r, s = c2 * x + c1 * y, -c2 * y"),
        ("    if sign < 0:\n", "    if sign > 0:\n"),
        (
            "return _map(chain, lambda c: c) if content == 1 else _map(chain, lambda c: c // content)",
            "return _map(chain, lambda c: c)",
        ),
        (
            "chain = _map(chain, lambda c: c * K.field(below) / K.field(above))",
            "chain = _map(chain[:1], lambda c: c * K.field(below) / K.field(above)) + tuple(chain[1:])",
        ),
        ("chain = [ring.scale(v, inverse) for v in chain]", "chain = [ring.scale(chain[0], inverse), *chain[1:]]"),
    ],
    "lattices": [
        (
            "basis = [primitive([int(x) for x in row]) for row in saturated.hnf().lll().tolist()]",
            "basis = [primitive([int(x) for x in row]) for row in saturated.hnf().tolist()]",
        ),
        ("for j in range(nullity)])", "for j in range(nullity - 1)])"),
    ],
    "residue_rings": [
        ("total = [a + b for a, b in zip(total, term, strict=True)]", "total = term"),
    ],
    "residues": [
        ("value = value * self.theta + self._rational(c)", "value = value + self._rational(c)"),
        ("    possible = (1 << (d + 1)) - 1\n", "    possible = 1 | (1 << d)\n"),
    ],
    "certificate": [
        ("claim.holds(left == _from_columns(shifted, n, R) * R(c), ", "claim.holds(True, "),
        ("return coefficients[-1] > 0 and gcd(*coefficients) == 1", "return True"),
        ("different = all(", "different = True or all("),
        ("sizes == sorted(sizes, reverse=True) and sizes[-1:] > [0]", "True"),
        ("claim.holds(sum(s.degree * s.algebraic_multiplicity for s in components) == n,", "claim.holds(True,"),
        ("claim.holds(_independent_eigenvectors(s, field),", "claim.holds(True,"),
        ("claim.holds(len(factors) == 1 and factors[0][1] == 1,", "claim.holds(True,"),
        ("return any(any(entry) for entry in eigenvectors[0])", "return True"),
    ],
    "rational_form": [
        ("C[start + i][start + size - 1] -= power[i]", "C[start + i][start + size - 1] += power[i]"),
        ("for _ in range(component.degree * len(chain)):", "for _ in range(component.degree):"),
    ],
    "orthogonal": [
        (
            "u = [b * x - a * y for x, y in zip(u, w, strict=True)]",
            "u = [b * x + a * y for x, y in zip(u, w, strict=True)]",
        ),
        ("u = ring.subtract(u, ring.scale(w, ratio))", "u = ring.subtract(u, w)"),
        ("if row[j] != field.conjugate(rows[j][i]):", "if row[j] != rows[j][i]:"),
        ("length = square_root(eigenvalue", "length = (eigenvalue"),
    ],
    "polynomials": [
        (
            "product = dup_mul(product, dup_pow(self._monic(p), m, K), K)",
            "product = dup_mul(product, self._monic(p), K)",
        ),
    ],
    "isolation": [
        ("        return -1 if a.real else 1\n", "        return 1 if a.real else -1\n"),
        ("            return -1 if a.ball.imag < 0 else 1\n", "            return 1 if a.ball.imag < 0 else -1\n"),
        ("return abs(z.imag)", "return -abs(z.imag)"),
        (
            "    if conjugate_roots(a, b):\n        return True\n",
            "    if conjugate_roots(a, b):\n        return False\n",
        ),
        ("        return x == y\n", "        return x != y\n"),
        (
            "            return tuple(ordered([m[0] for m in matches]))",
            "            return tuple(m[0] for m in matches)[::-1]",
        ),
    ],
    "eigenvalues": [
        ("x, y = -b / (2 * a), K.one / (2 * a)", "x, y = b / (2 * a), K.one / (2 * a)"),
        ("return x, (y if number else -y), R", "return x, (-y if number else y), R"),
        ("return x, (y if eigenvalue.root else -y), R", "return x, (-y if eigenvalue.root else y), R"),
        ("outside *= K.field(factor) ** (power // 2)", "outside *= K.field(factor) ** power"),
        ("discriminant = b * b - 4 * a * c", "discriminant = b * b + 4 * a * c"),
    ],
    "number_fields": [
        (
            "root = acb((-base.real).root(denominator)) * (acb(1) / denominator).exp_pi_i()",
            "root = -acb((-base.real).root(denominator))",
        ),
        ("if _evaluate(f, field, point).contains(0)]", "if True][-1:]"),
        ("return -factor[1] / factor[0]", "return factor[1] / factor[0]"),
        ("        return self.one / element if element else self.one", "        return self.one"),
        ("value = value * theta + _ball(c)", "value = value + theta * _ball(c)"),
    ],
    "evaluation": [
        (
            "return a[0] * b[0] - a[1] * b[1], a[1] * b[0] + a[0] * b[1]",
            "return a[0] * b[0] + a[1] * b[1], a[1] * b[0] + a[0] * b[1]",
        ),
        (
            "return [F.one, *[F.zero] * (int(generator.exp.q) - 1), -base]",
            "return [F.one, *[F.zero] * (int(generator.exp.q) - 1), base]",
        ),
    ],
    "fields": [
        ("total = total * point + numbers.domain.convert(c)", "total = total * point - numbers.domain.convert(c)"),
        ("theta = self._conjugate_theta", "theta = self.numbers.domain.unit"),
    ],
    "conditions": [
        ("square *= _discriminant(c.coefficients, field) ** c.algebraic_multiplicity", "square *= 1"),
        ("square = _determinant(columns, field) ** 2", "square = field.domain.one"),
        ("polynomials = [x.denom for x in finite]", "polynomials = []"),
        ("expressions += _straight_angles(finite, nonzero, field)", "expressions += []"),
    ],
    "proved": [
        (
            "scaled = [[ZZ(int(x * c)) for x in row] for row in rows]",
            "scaled = [[ZZ(int(x)) for x in row] for row in rows]",
        ),
        (
            "scaled = [[x.numer * c.quo(x.denom) for x in row] for row in rows]",
            "scaled = [[x.numer for x in row] for row in rows]",
        ),
    ],
}


def test_engine_without_fault_passes() -> None:
    """The examination itself is passed by the engine as it is."""
    with sabotaged("symeig.exact.chains", "", "") as package:
        examine(package)


each_mutant = each_of(MUTANTS, "symeig.exact")


@each_mutant
def test_text_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails: a law is broken, a certificate refused, or nothing works any more."""
    with sabotaged(module, old, new) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine(package)
