"""A routine by its name: which function it is, in which library's arrays it computes, and with which options."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from symeig.errors import InputError
from symeig.numeric.importing import find
from symeig.numeric.namespaces import NAMESPACES, Routine, adapt, check_namespace, is_dotted

__all__ = ["Target"]


@dataclass(frozen=True)
class Target:
    """A routine by its name.

    Attributes:
        name: "package.module:function", or "path/to/file.py:function".
        namespace: The library whose arrays it takes: numpy, scipy, torch, jax, cupy, mpmath, or array-api:MODULE for
            any module that follows the Array API.
        options: The keyword arguments that it is called with.
    """

    name: str
    namespace: str
    options: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def parse(cls, name: str, *, options: Iterable[str] = (), namespace: str | None = None) -> Target:
        """Read a target as it is written on a command line; nothing is imported.

        Args:
            name: "package.module:function" or "path/to/file.py:function"; the function may be an attribute of an
                attribute.
            options: Each "name=value". A value is a Python literal, or else a text.
            namespace: The library whose arrays the routine takes; by default the package that it comes from, or NumPy.

        Raises:
            InputError: The name, an option or the namespace is not written like that.

        Examples:
            >>> Target.parse("scipy.linalg:eigh", options=["driver=ev", "check_finite=False"])
            Target(name='scipy.linalg:eigh', namespace='scipy', options=(('driver', 'ev'), ('check_finite', False)))
        """
        module, colon, path = name.rpartition(":")
        is_file = module.endswith(".py")
        if not colon or not is_dotted(path) or not (is_file or is_dotted(module)):
            front, dot, back = name.rpartition(".")
            remedy = f"Write {front}:{back}." if dot and is_dotted(name) and back != "py" else "Write it like that."
            msg = (
                f"{name!r} does not name a routine. A routine is written package.module:function or"
                f" path/to/file.py:function. {remedy}"
            )
            raise InputError(msg, name=name)
        if namespace is None:
            package = module.partition(".")[0]
            namespace = "numpy" if is_file or package not in NAMESPACES else package
        check_namespace(namespace)
        return cls(name, namespace, _parse_options(options))

    def load(self) -> Routine:
        """Import the routine and make it a function from NumPy arrays to NumPy arrays.

        Raises:
            InputError: A module or an attribute of it is missing, or an import fails.
        """
        return adapt(find(self.name), namespace=self.namespace, options=dict(self.options))


def _parse_options(options: Iterable[str]) -> tuple[tuple[str, Any], ...]:
    found: dict[str, Any] = {}
    for option in options:
        key, equals, text = option.partition("=")
        if not equals or not key.isidentifier():
            msg = f"{option!r} is no option of a routine. An option is written name=value. Write, say, driver=ev."
            raise InputError(msg, option=option)
        if key in found:
            msg = f"The option {key!r} is given twice. It has one value. Leave out {option!r}, or the other one."
            raise InputError(msg, option=option)
        try:
            found[key] = ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError):
            found[key] = text
    return tuple(found.items())
