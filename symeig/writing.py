"""Exact expressions as one line of Unicode text (to be refined)."""

from __future__ import annotations

from sympy import Expr, sstr

__all__ = ["line"]


def line(expr: Expr) -> str:
    """An expression on one line."""
    return str(sstr(expr)).replace("lambda", "λ").replace("**", "^").replace("*", "·")
