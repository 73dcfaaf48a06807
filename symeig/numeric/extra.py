"""What drawing inputs needs of Hypothesis; it is imported here and nowhere else in this package."""

from __future__ import annotations

from symeig.errors import MissingExtraError

try:
    from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
    from hypothesis import strategies as st
    from hypothesis.database import InMemoryExampleDatabase
    from hypothesis.errors import Flaky
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    msg = 'Hypothesis is not installed. Inputs are drawn with it. Run: pip install "symeig[numeric]"'
    raise MissingExtraError(msg, extra="numeric") from error

__all__ = [
    "DrawFn",
    "Flaky",
    "HealthCheck",
    "InMemoryExampleDatabase",
    "Phase",
    "SearchStrategy",
    "Verbosity",
    "given",
    "seed",
    "settings",
    "st",
]
