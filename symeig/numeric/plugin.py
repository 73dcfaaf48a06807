"""The pytest plugin: each law that a routine promises is a test of its own.

It is loaded wherever symeig and pytest are installed, so it imports nothing of symeig before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from symeig.numeric.report import Report

__all__ = ["LawTest", "Verification", "laws_of", "pytest_addoption", "pytest_collection_modifyitems"]


@dataclass(eq=False)
class Verification:
    """A routine to be verified, once for all its laws.

    Attributes:
        routine: The routine, as for `verify`.
        kind: Of the routine.
        options: Of `verify`.
        overrides: Options that the command line of pytest sets for all routines.
    """

    routine: Any
    kind: str | None
    options: Mapping[str, Any]
    overrides: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def report(self) -> Report:
        """What is found out about the routine, when it is asked for first."""
        from symeig.numeric.verification import verify  # noqa: PLC0415  (loaded when there is something to do)

        return verify(self.routine, self.kind, **{**self.options, **self.overrides})


@dataclass(frozen=True)
class LawTest:
    """A law of a routine, to be checked.

    Attributes:
        law: Its name.
        verification: Of the routine; its other laws share it.
    """

    law: str
    verification: Verification

    def check(self) -> None:
        """Fail where the law is broken; the message has the smallest matrix that shows it.

        The first law that is checked verifies the routine; the others read the same report. What is known to be broken
        in a library fails as expected, with the reason.
        """
        report = self.verification.report
        accepted = next((f for f in report.accepted if f.law == self.law), None)
        if accepted is not None:
            pytest.xfail(accepted.reason)
        finding = next((f for f in report.findings if f.law == self.law), None)
        if finding is not None:
            from symeig.numeric.render import text  # noqa: PLC0415  (loaded when there is something to say)

            pytest.fail(text.finding_text(finding), pytrace=False)
        if self.law not in {h.law for h in report.headroom}:
            refused = "; ".join(report.unsupported)
            pytest.skip(f"the routine refused {report.dtype}: {refused}" if refused else "no input decides this law")


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
    from symeig.errors import InputError  # noqa: PLC0415  (loaded when there is something to do)
    from symeig.numeric.laws import EXACT, HYGIENE, LAWS  # noqa: PLC0415  (as above)
    from symeig.numeric.verification import check_laws, inquire  # noqa: PLC0415  (as above)

    known = known or {}
    check_laws(known)
    inquiry = inquire(routine, kind, **options)
    promised = [law.name for law in (*HYGIENE, *LAWS, *EXACT) if law.promised(inquiry.contract)]
    for name in known:
        if name not in promised:
            msg = f"{name!r} is no promise of {inquiry.name}. What is known to be broken is promised. Leave it out."
            raise InputError(msg)
    verification = Verification(routine, kind, options)
    return pytest.mark.parametrize(
        "law",
        [
            pytest.param(
                LawTest(name, verification),
                id=f"{inquiry.name}-{name}",
                marks=_expected(known[name]) if name in known else (),
            )
            for name in promised
        ],
    )


def _expected(reason: str) -> pytest.MarkDecorator:
    """The mark of a law that is broken; an error in place of a verdict is none that is expected."""
    return pytest.mark.xfail(reason=reason, raises=pytest.fail.Exception, strict=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that hold for all routines."""
    group = parser.getgroup("symeig", "verification of eigenvalue routines")
    group.addoption("--symeig-examples", type=int, metavar="N", help="How many inputs each routine is given.")
    group.addoption("--symeig-seed", type=int, metavar="N", help="The seed of the inputs.")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Hand the options on, and let all laws of a routine run in one process of pytest-xdist (--dist loadgroup)."""
    given = {name: config.getoption(f"symeig_{name}") for name in ("examples", "seed")}
    overrides = {name: value for name, value in given.items() if value is not None}
    for item in items:
        law = getattr(getattr(item, "callspec", None), "params", {}).get("law")
        if isinstance(law, LawTest):
            law.verification.overrides = overrides
            if config.pluginmanager.hasplugin("xdist"):
                # The same in all processes, and without the sign that xdist puts in front of it.
                name = item.nodeid.partition("[")[0].replace("@", "_")
                item.add_marker(pytest.mark.xdist_group(name=name))
