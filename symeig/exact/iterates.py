"""The iterates v, Av, A²v, … of a linear map with their norms, exactly and in balls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flint import acb, arb

from symeig.errors import BudgetExceededError
from symeig.exact.fields import BaseField
from symeig.exact.proved import MEMORY_LIMIT, integral_matrix
from symeig.reading import ExactMatrix

__all__ = ["Iterates"]


@dataclass(frozen=True)
class Iterates:
    """Aᵏv for k from 0 on; v may have several columns, and norms are Euclidean (Frobenius) ones.

    Attributes:
        given: A.
        start: v.
        field: K, a number field that contains the entries of both.
        steps: The last k.
    """

    given: ExactMatrix
    start: ExactMatrix
    field: BaseField
    steps: int

    @cached_property
    def _integral(self) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        """Denominators and integral multiples: A = B/c and v = w/c′."""
        return integral_matrix(self.given, self.field), integral_matrix(self.start, self.field)

    @property
    def A(self) -> Any:
        """A over K."""
        (c, B), _ = self._integral
        return B.convert_to(self.field.domain) * (self.field.domain.one / self.field.domain.convert(c))

    @property
    def v(self) -> Any:
        """The start vector over K."""
        _, (c, w) = self._integral
        return w.convert_to(self.field.domain) * (self.field.domain.one / self.field.domain.convert(c))

    @cached_property
    def _orbit(self) -> list[Any]:
        """Bᵏw for k from 0 to `steps`, and one more.

        Raises:
            BudgetExceededError: They would not fit into memory.
        """
        (_, B), (_, w) = self._integral
        if B.domain.is_ZZ:
            _check_memory(B, w, self.steps)
        orbit = [w]
        for _ in range(self.steps + 1):
            orbit.append(B * orbit[-1])
        return orbit

    @cached_property
    def _squares(self) -> list[Any]:
        """‖Bᵏw‖² in K."""
        return [self._inner(w, w) for w in self._orbit]

    def _inner(self, x: Any, y: Any) -> Any:
        """Σ x̄ᵢyᵢ in K."""
        K, bar = self.field.domain, self.field.conjugate
        pairs = zip(x.to_list_flat(), y.to_list_flat(), strict=True)
        return K.convert(sum((bar(a) * b for a, b in pairs), x.domain.zero))

    def _denominator(self, k: int) -> Any:
        """What Bᵏw is divided by to have Aᵏv."""
        (c, _), (d, _) = self._integral
        K = self.field.domain
        return K.convert(c) ** k * K.convert(d)

    def is_zero(self, k: int) -> bool:
        """Whether Aᵏv = 0."""
        return not self._squares[k]

    def squared_norm(self, k: int) -> Any:
        """‖Aᵏv‖² in K."""
        return self._squares[k] / self._denominator(k) ** 2

    def norm(self, k: int) -> Callable[[int], arb]:
        """‖Aᵏv‖, in balls."""
        enclose = self.field.numbers.enclose
        return lambda _: abs(enclose(self._squares[k]).real).sqrt() / abs(enclose(self._denominator(k)))

    def rayleigh(self, k: int) -> Callable[[int], acb]:
        """The Rayleigh quotient of Aᵏv, in balls."""
        (c, _), _ = self._integral
        inner = self._inner(self._orbit[k], self._orbit[k + 1])
        quotient = inner / (self._squares[k] * self.field.domain.convert(c))
        return lambda _: self.field.numbers.enclose(quotient)

    def multiple(self, k: int) -> list[acb]:
        """The entries of a multiple of Aᵏv, in balls."""
        K = self.field.domain
        return [self.field.numbers.enclose(K.convert(e)) for e in self._orbit[k].to_list_flat()]

    def __reduce__(self) -> tuple[Any, ...]:
        return Iterates, (self.given, self.start, self.field, self.steps)


def _check_memory(B: Any, w: Any, steps: int) -> None:
    """Refuse iterates of integer matrices that would not fit: after k steps entries have about k·log₂‖B‖ bits."""
    norm = max(sum(abs(int(x)) for x in row) for row in B.to_list())
    needed = w.shape[0] * w.shape[1] * steps**2 * norm.bit_length() // 16
    if needed > MEMORY_LIMIT:
        msg = (
            f"The iterates of {steps} steps may take {needed / 2**30:.0f} GiB. symeig stops at"
            f" {MEMORY_LIMIT / 2**30:.0f} GiB. Ask for fewer steps."
        )
        raise BudgetExceededError(msg, what="memory", limit=MEMORY_LIMIT, spent=needed)
