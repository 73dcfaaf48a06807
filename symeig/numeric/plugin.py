"""The pytest plugin: each law that a routine promises is a test of its own.

It is loaded wherever symeig and pytest are installed, so it imports nothing of symeig before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from symeig.numeric.report import Report

__all__ = ["LawTest", "laws_of", "pytest_addoption", "pytest_collection_modifyitems", "pytest_configure"]

# What the command line of pytest says, for all tests.
_OVERRIDES: dict[str, Any] = {}

# Reports, so that the laws of a routine share one.
_REPORTS: dict[str, Report] = {}


@dataclass(frozen=True)
class LawTest:
    """A law of a routine, to be checked.

    Attributes:
        law: Its name.
        routine: The routine, as for `verify`.
        kind: Of the routine.
        options: Of `verify`.
        group: A name that all laws of this routine share.
    """

    law: str
    routine: Any
    kind: str | None
    options: Mapping[str, Any] = field(hash=False)
    group: str = ""

    def check(self) -> None:
        """Fail where the law is broken; the message has the smallest matrix that shows it.

        The first law that is checked verifies the routine; the others read the same report.
        """
        report = self.report
        finding = next((f for f in report.findings if f.law == self.law), None)
        if finding is not None:
            from symeig.numeric.render import text  # noqa: PLC0415  (loaded when there is something to say)

            pytest.fail(text.finding_text(finding), pytrace=False)
        if self.law not in {h.law for h in report.headroom}:
            refused = "; ".join(report.unsupported)
            pytest.skip(f"the routine refused {report.dtype}: {refused}" if refused else "no input decides this law")

    @property
    def report(self) -> Report:
        """What was found out about the routine."""
        if self.group not in _REPORTS:
            from symeig.numeric.verification import verify  # noqa: PLC0415  (loaded when there is something to do)

            _REPORTS[self.group] = verify(self.routine, self.kind, **{**self.options, **_OVERRIDES})
        return _REPORTS[self.group]


def laws_of(
    routine: str | Callable[..., Any],
    kind: str | None = None,
    *,
    known: Mapping[str, str] | None = None,
    **options: Any,
) -> Callable[[Callable[..., Any]], Any]:
    """Make a test of each law that a routine promises.

    The decorated test has a parameter `law`, and calls `law.check()`.

    Args:
        routine: As for `verify`.
        kind: As for `verify`.
        known: Laws that are known to be broken, each with the reason. They are expected to fail; where one holds after
            all, its test fails, so that it is removed from here.
        options: Of `verify`: dtype, examples, promises, …

    Returns:
        A decorator.

    Raises:
        InputError: There is no such law, kind or promise.

    Examples:
        >>> import numpy as np
        >>> @laws_of(np.linalg.eigvalsh, examples=20, known={})
        ... def test_eigvalsh(law):
        ...     law.check()
        >>> [mark.name for mark in test_eigvalsh.pytestmark]
        ['parametrize']
    """
    from symeig.numeric.laws import EXACT, HYGIENE, LAWS  # noqa: PLC0415  (loaded when there is something to do)
    from symeig.numeric.verification import check_laws, inquire  # noqa: PLC0415  (as above)

    known = known or {}
    check_laws(known)
    inquiry = inquire(routine, kind, **options)
    group = _group(inquiry.name, options)
    parameters = []
    for law in (*HYGIENE, *LAWS, *EXACT):
        if law.promised(inquiry.contract):
            marks = [pytest.mark.xfail(reason=known[law.name], strict=True)] if law.name in known else []
            case = LawTest(law.name, routine, kind, options, group)
            parameters.append(pytest.param(case, id=f"{inquiry.name}-{law.name}", marks=marks))
    return pytest.mark.parametrize("law", parameters)


def _group(name: str, options: Mapping[str, Any]) -> str:
    return f"{name} {sorted(options.items(), key=str)}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that hold for all routines."""
    group = parser.getgroup("symeig", "verification of eigenvalue routines")
    group.addoption("--symeig-examples", type=int, metavar="N", help="How many inputs each routine is given.")
    group.addoption("--symeig-seed", type=int, metavar="N", help="The seed of the inputs.")


def pytest_configure(config: pytest.Config) -> None:
    """Read the options."""
    values = {name: config.getoption(f"symeig_{name}") for name in ("examples", "seed")}
    _OVERRIDES.update({name: value for name, value in values.items() if value is not None})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all laws of a routine run in one process of pytest-xdist (with --dist loadgroup), so it is verified once."""
    for item in items:
        law = getattr(getattr(item, "callspec", None), "params", {}).get("law")
        if isinstance(law, LawTest) and item.config.pluginmanager.hasplugin("xdist"):
            item.add_marker(pytest.mark.xdist_group(name=law.group))
