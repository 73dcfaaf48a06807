"""`verify`: a routine against exact truth, from drawing the inputs to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from threading import RLock
from typing import Any, NamedTuple, TypeAlias, cast

from numpy.typing import DTypeLike

from symeig.errors import InputError
from symeig.numeric.contracts import KINDS, KNOWN, PRESETS, Contract, contract_for
from symeig.numeric.decisions import Decision, satisfied
from symeig.numeric.environment import environment
from symeig.numeric.examination import Breach, Examination, Shrunk, examine, shrink
from symeig.numeric.formats import format_of
from symeig.numeric.inquiry import DTYPES, Inquiry, Stratum, started, strata
from symeig.numeric.laws import EXACT, HYGIENE, LAWS
from symeig.numeric.namespaces import NAMESPACES
from symeig.numeric.portraits import described, portraits
from symeig.numeric.probes import Probe, judge_probe, probes
from symeig.numeric.report import Finding, Headroom, Report
from symeig.numeric.subjects import Subject
from symeig.numeric.targets import Target

__all__ = [
    "ORDER",
    "check_laws",
    "examine_share",
    "inquire",
    "next_breaches",
    "probe_all",
    "probed",
    "report_of",
    "shrink_breach",
    "verify",
]

# The laws, in the order in which they are reported.
ORDER = {law.name: k for k, law in enumerate((*HYGIENE, *LAWS, *EXACT))}
JOINT = {law.name for law in LAWS if law.joint}

# The dtypes of matrices for exact routines: of integers, and of Gaussian integers.
EXACT_DTYPES = ("float64", "complex128")

# An input of at most so many entries is small enough.
TINY = 4

# In how many shares a smaller input is looked for that breaks a law.
SEARCHES = 2


def verify(  # noqa: PLR0913  (what is judged, by what, and on what)
    routine: str | Target | Callable[..., Any],
    kind: str | None = None,
    *,
    dtype: DTypeLike | Sequence[DTypeLike] | None = None,
    contract: str | Contract | None = None,
    promises: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    namespace: str | None = None,
    examples: int = 100,
    seed: int = 0,
    families: str | Sequence[str] | None = None,
    max_size: int | None = None,
    layouts: bool = True,
    isolated: bool | None = None,
    timeout: float = 10.0,
    accept: Mapping[str, str] | None = None,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Judge a numeric eigenvalue routine against exact truth.

    Matrices are built from their eigenstructure, defective ones included, so that what is true of each is known
    exactly. Every law is decided in rational arithmetic on the stored floats; there is no tolerance to be chosen.

    Args:
        routine: A function from an array of shape (..., n, n) to eigenvalues of shape (..., n), with eigenvectors of
            shape (..., n, n) as columns where its kind has any; or its name, "package.module:function".
        kind: "eig", "eigh", "eigvals" or "eigvalsh"; by default the name of the function, where that is one of them.
        dtype: Of the matrices: one or more NumPy dtypes, real, complex or integer; by default float64, complex128,
            float32, complex64 and int64, as far as the contract has them.
        contract: What the routine promises: a `Contract`, or the name of a library; by default that of its package.
        promises: What it promises otherwise, as in `Contract`.
        options: Keyword arguments that it is called with.
        namespace: The library whose arrays it takes; by default that of its package, or NumPy.
        examples: How many inputs of each dtype it is given; on top come the simplest of each family, and large ones.
        seed: Of the inputs; the same seed gives the same inputs.
        families: The families of matrices; None for all.
        max_size: The largest dimension; None for up to 12, and some much larger ones.
        layouts: Whether it is also given stacks, other memory layouts, and unread triangles with anything in them.
        isolated: Whether it is called in a process of its own, where it may crash or hang; by default if it is named.
        timeout: Seconds for each call in that process.
        accept: Laws that are known to be broken, each with the reason.
        executor: Runs the shares at the same time; the routine must be named then.
        progress: Called with the number of shares that are done, and that of all.

    Returns:
        The report: `.ok`, `.findings`, and what was decided.

    Raises:
        InputError: Something given is not what it can be; the message says what.

    Notes:
        A law holds if it holds for one of a few diagonal scalings, since routines balance matrices. Bounds are
        64·n·ε‖A‖, about sixteen times what sound routines were measured to need. The laws, their sources and their
        measurements are in `docs/explanation/verification.md`.

    Examples:
        >>> import numpy as np
        >>> verify(np.linalg.eigvalsh, dtype="float64", examples=20, max_size=6).ok
        True
        >>> def careless(A):
        ...     return np.linalg.eigvals(A).real
        >>> report = verify(careless, "eigvals", dtype="float64", examples=20, max_size=6)
        >>> report.laws
        ('membership', 'multiplicities', ...)
        >>> report.findings[0].portraits[0].size
        2
    """
    inquiry = inquire(
        routine,
        kind,
        dtype=dtype,
        contract=contract,
        promises=promises,
        options=options,
        namespace=namespace,
        examples=examples,
        seed=seed,
        families=families,
        max_size=max_size,
        layouts=layouts,
        isolated=isolated,
        timeout=timeout,
    )
    check_laws(accept or {})
    if executor is not None and not isinstance(inquiry.routine, Target):
        msg = "The routine is a function, and an executor sends it to other processes. Name it: 'module:function'."
        raise InputError(msg)
    if executor is not None:
        return _verified(inquiry, _Means(executor.map, examine_share, shrink_breach, probe_all), accept or {}, progress)
    with inquiry.subject() as subject:
        means = _Means(
            map,
            partial(examine, subject=subject),
            partial(shrink, subject=subject),
            partial(probed, subject=subject),
        )
        return _verified(inquiry, means, accept or {}, progress)


class _Means(NamedTuple):
    """How the work is done.

    Attributes:
        run: Does a part of it for each of several things, as `map` does.
        examine: Draws and judges a share.
        shrink: Looks for a smaller input.
        probe: Gives inputs that are no legal matrices.
    """

    run: Callable[..., Iterable[Any]]
    examine: Callable[..., Examination]
    shrink: Callable[..., Shrunk]
    probe: Callable[..., Probed]


def _verified(
    inquiry: Inquiry, means: _Means, accept: Mapping[str, str], progress: Callable[[int, int], None] | None
) -> Report:
    examinations = []
    for done, examination in enumerate(means.run(partial(means.examine, inquiry), inquiry.strata), 1):
        examinations.append(examination)
        if progress:
            progress(done, len(inquiry.strata))
    shrunk: list[tuple[Breach, Shrunk]] = []
    while breaches := next_breaches(examinations, shrunk):
        shrunk += zip(breaches, means.run(partial(means.shrink, inquiry), breaches), strict=True)
    (tried,) = means.run(means.probe, [inquiry])
    return report_of(inquiry, tried, examinations, shrunk, accept)


def inquire(  # noqa: PLR0913  (as for verify)
    routine: str | Target | Callable[..., Any],
    kind: str | None = None,
    *,
    dtype: DTypeLike | Sequence[DTypeLike] | None = None,
    contract: str | Contract | None = None,
    promises: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    namespace: str | None = None,
    examples: int = 100,
    seed: int = 0,
    families: str | Sequence[str] | None = None,
    max_size: int | None = None,
    layouts: bool = True,
    isolated: bool | None = None,
    timeout: float = 10.0,
) -> Inquiry:
    """What `verify` is asked for, checked; see there.

    Raises:
        InputError: Something given is not what it can be.
    """
    _check_numbers(examples, max_size, timeout)
    if isinstance(routine, str):
        routine = Target.parse(routine, namespace=namespace)
    if isinstance(routine, Target):
        routine = replace(routine, options=(*routine.options, *(options or {}).items()))
        name, used, given_options = routine.name, routine.namespace, routine.options
        package = routine.name.partition(":")[0].partition(".")[0]
    else:
        _check_function(routine, isolated=isolated)
        name = f"{getattr(routine, '__module__', '')}:{getattr(routine, '__qualname__', type(routine).__name__)}"
        package = name.partition(".")[0].partition(":")[0]
        used = namespace or (package if package in NAMESPACES else "numpy")
        given_options = tuple((options or {}).items())
    preset = next((name for name in (package, used.partition(":")[0]) if name in PRESETS), "generic")
    if preset == "numpy" and package != "numpy":
        preset = "generic"
    if isinstance(contract, Contract) and kind not in {None, contract.kind}:
        msg = f"The kind is {kind!r}, and the contract is for {contract.kind!r}. There is one kind. Leave one out."
        raise InputError(msg)
    its_kind = contract.kind if isinstance(contract, Contract) else kind or _kind(name)
    library = contract or ("symeig" if its_kind == "exact" else preset)
    agreed = library if isinstance(library, Contract) else contract_for(its_kind, library)
    known = {} if isinstance(library, Contract) else KNOWN.get(library, {}).get(agreed.kind, {})
    agreed = agreed.changed(promises or {})
    if agreed.is_exact and not given_options:
        # The matrix is that of the numbers which the array holds.
        given_options = (("floats", "binary"),)
        if isinstance(routine, Target):
            routine = replace(routine, options=given_options)
    families = [families] if isinstance(families, str) else families
    if families is not None:
        _check_families(families)
    dtypes = _dtypes(dtype, agreed)
    if agreed.largest is not None:
        max_size = agreed.largest if max_size is None else min(max_size, agreed.largest)
    shares = strata(agreed, dtypes, examples, families, max_size)
    if not shares:
        msg = f"There are no matrices for {agreed.kind} in {', '.join(families or ())}. Choose other families."
        raise InputError(msg)
    return Inquiry(
        name,
        routine,
        used,
        given_options,
        agreed,
        dtypes,
        seed,
        examples,
        shares,
        isinstance(routine, Target) if isolated is None else isolated,
        timeout,
        max_size,
        layouts,
        tuple(known.items()),
    )


def _check_numbers(examples: int, max_size: int | None, timeout: float) -> None:
    """Refuse numbers with which nothing can be done."""
    if examples < 1:
        msg = f"examples is {examples}. At least one input is needed. Ask for 100 or more."
        raise InputError(msg)
    if max_size is not None and max_size < 0:
        msg = f"max_size is {max_size}. It is the largest n of an n×n matrix. Give 0 or more."
        raise InputError(msg)
    if not timeout > 0:
        msg = f"timeout is {timeout:g}. A call needs some time. Give a number of seconds above 0."
        raise InputError(msg)


def _check_function(routine: Any, *, isolated: bool | None) -> None:
    """Refuse what cannot be called, or not where it is asked to be."""
    if not callable(routine):
        msg = (
            f"The routine is of type {type(routine).__name__}. A routine is a function of an array, or its name."
            " Give one of them."
        )
        raise InputError(msg)
    if isolated:
        msg = "The routine is a function, and isolated sends it to another process. Name it: 'module:function'."
        raise InputError(msg)


def _dtypes(dtype: DTypeLike | Sequence[DTypeLike] | None, contract: Contract) -> tuple[str, ...]:
    """The dtypes that are asked for; where none are, the usual ones that the contract has."""
    if dtype is None and contract.is_exact:
        return EXACT_DTYPES
    if dtype is None:
        return tuple(name for name in DTYPES if not contract.dtypes or name in contract.dtypes)
    several: list[Any] = [*dtype] if isinstance(dtype, list | tuple) else [dtype]
    if not several:
        msg = "dtype is empty. Matrices have one. Leave it out for the usual ones."
        raise InputError(msg)
    return tuple(dict.fromkeys(format_of(name).name for name in several))


def _kind(name: str) -> str:
    """The kind that the name of a function says."""
    last = name.rpartition(":")[2].rpartition(".")[2]
    if last == "eigensystem":
        return "exact"
    if last not in KINDS:
        msg = (
            f"The kind of {last!r} is not known from its name. A routine returns what one of {', '.join(KINDS)} does."
            " Say which, as in kind='eig'."
        )
        raise InputError(msg)
    return last


def _check_families(families: Sequence[str]) -> None:
    from symeig.numeric.families import FAMILIES  # noqa: PLC0415

    if not families:
        msg = "families is empty. Matrices come from families. Leave it out for all of them."
        raise InputError(msg)
    for name in families:
        if name not in FAMILIES:
            near = get_close_matches(name, FAMILIES, 1)
            advice = f"Did you mean {near[0]}?" if near else f"There are {', '.join(FAMILIES)}."
            msg = f"There is no family {name!r}. Matrices come from known families. {advice}"
            raise InputError(msg)


def check_laws(names: Iterable[str]) -> None:
    """Refuse names that no law has.

    Raises:
        InputError: There is no such law.
    """
    for name in names:
        if name not in ORDER:
            near = get_close_matches(name, ORDER, 1)
            advice = f"Did you mean {near[0]}?" if near else f"There are {', '.join(ORDER)}."
            msg = f"There is no law {name!r}. What is accepted is a law that is known to be broken. {advice}"
            raise InputError(msg)


# --- the shares of the work, to be done anywhere ----------------------------------------------------------------------

# A probe, the decision about it, and what came of it in words.
Probed: TypeAlias = list[tuple[Probe, Decision, str]]


# Routines that stay ready as long as this process lives: imports take longer than shares. One part of the work is done
# at a time in a process, since neither a routine nor the precision of balls can be shared by threads.
_KEPT: dict[str, Subject] = {}
MOST_KEPT = 4
_ONE_AT_A_TIME = RLock()


def _subject(inquiry: Inquiry) -> Subject:
    contract, target = inquiry.contract, cast("Target", inquiry.routine)
    key = repr((target, contract.kind, contract.left, inquiry.isolated, inquiry.timeout))
    if key not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT))).close()
        _KEPT[key] = started(
            target, contract.kind, left=contract.left, isolated=inquiry.isolated, timeout=inquiry.timeout
        )
    return _KEPT[key]


def examine_share(inquiry: Inquiry, stratum: Stratum) -> Examination:
    """A share of the inputs of a named routine, drawn and judged."""
    with _ONE_AT_A_TIME:
        return examine(inquiry, stratum, _subject(inquiry))


def shrink_breach(inquiry: Inquiry, breach: Breach) -> Shrunk:
    """The smallest input that is found for a law that a named routine broke."""
    with _ONE_AT_A_TIME:
        return shrink(inquiry, breach, _subject(inquiry))


def probe_all(inquiry: Inquiry) -> Probed:
    """What a named routine does with inputs that are no legal matrices."""
    with _ONE_AT_A_TIME:
        return probed(inquiry, _subject(inquiry))


def probed(inquiry: Inquiry, subject: Subject) -> Probed:
    """What comes of inputs that are no legal matrices."""
    dtype = next((d for d in inquiry.dtypes if not inquiry.contract.dtypes or d in inquiry.contract.dtypes), None)
    if dtype is None or inquiry.contract.is_exact:
        return []
    found = []
    for probe in probes(inquiry.contract, dtype):
        outcome = subject.call(probe.array)
        decision = judge_probe(probe, outcome, inquiry.contract)
        if decision is not None:
            found.append((probe, decision, described(outcome)))
    return found


def next_breaches(examinations: Iterable[Examination], shrunk: Sequence[tuple[Breach, Shrunk]]) -> list[Breach]:
    """Where a smaller input is to be looked for next: in a few shares, for the first law that none is shown for yet.

    Args:
        examinations: Of all shares.
        shrunk: What has been found so far. One input often shows several laws.

    Returns:
        Breaches of one law; none where all laws are shown.
    """
    by_law: dict[str, list[Breach]] = {}
    for examination in examinations:
        for breach in examination.breaches:
            by_law.setdefault(breach.law, []).append(breach)
    for law in sorted(by_law, key=ORDER.__getitem__):
        searched = any(breach.law == law for breach, _ in shrunk)
        shown = any(s.of(law) and s.problem.array.size <= TINY for _, s in shrunk)
        if not searched and not shown:
            return _smallest(by_law[law])
    return []


def _smallest(breaches: Sequence[Breach]) -> list[Breach]:
    """Those of a few families in which the first input is smallest."""
    of_family: dict[str, Breach] = {}
    for breach in sorted(breaches, key=lambda b: b.problem.array.size):
        of_family.setdefault(breach.stratum.family, breach)
    return list(of_family.values())[:SEARCHES]


# --- the report -------------------------------------------------------------------------------------------------------


def report_of(
    inquiry: Inquiry,
    probed: Probed,
    examinations: Sequence[Examination],
    shrunk: Sequence[tuple[Breach, Shrunk]],
    accept: Mapping[str, str],
) -> Report:
    """The report on what came of all shares."""
    found = [*_probe_findings(probed), *_findings(inquiry.contract, examinations, shrunk)]
    found.sort(key=lambda f: ORDER[f.law])
    accepted = {**dict(inquiry.known), **accept}
    promised = [f for f in found if inquiry.contract.joint or f.law not in JOINT]
    total: Counter[str] = Counter()
    unsupported: Counter[str] = Counter()
    for examination in examinations:
        total.update(examination.families)
        unsupported.update(examination.unsupported)
    package = inquiry.name.partition(":")[0].partition(".")[0]
    return Report(
        routine=inquiry.name,
        contract=inquiry.contract,
        dtype=", ".join(inquiry.dtypes),
        seed=inquiry.seed,
        examples=inquiry.examples,
        findings=tuple(f for f in promised if f.law not in accepted),
        accepted=tuple(replace(f, reason=accepted[f.law]) for f in promised if f.law in accepted),
        unused={law: reason for law, reason in accept.items() if law not in {f.law for f in promised}},
        remarks=tuple(f for f in found if f not in promised),
        headroom=tuple(_headroom(probed, examinations)),
        inputs=sum(e.inputs for e in examinations) + len(probed),
        matrices=sum(e.matrices for e in examinations),
        families=dict(total),
        unsupported=dict(unsupported),
        environment=environment(package),
        options=inquiry.options,
        namespace=inquiry.namespace,
    )


def _probe_findings(probed: Probed) -> list[Finding]:
    """For each law the first probe that broke it."""
    by_law: dict[str, Probed] = {}
    for probe, decision, outcome in probed:
        if not decision.holds:
            by_law.setdefault(probe.law, []).append((probe, decision, outcome))
    found = []
    for law, cases in by_law.items():
        probe, decision, outcome = cases[0]
        code = f"import numpy as np\nfrom numpy import inf, nan\n\nA = {probe.code}"
        if "nan" not in probe.code and "inf" not in probe.code:
            code = f"import numpy as np\n\nA = {probe.code}"
        found.append(Finding(law, (decision,), code, probe.words, outcome, broken=len(cases)))
    return found


def _findings(
    contract: Contract, examinations: Sequence[Examination], shrunk: Sequence[tuple[Breach, Shrunk]]
) -> list[Finding]:
    found = []
    for law in dict.fromkeys(breach.law for e in examinations for breach in e.breaches):
        # An input that was found for another law may be smaller, and shows several laws at once.
        candidates = [s for _, s in shrunk if s.of(law)]
        if not candidates:
            candidates = [s for breach, s in shrunk if breach.law == law]
        smallest = min(candidates, key=lambda s: s.size)
        same = [b for e in examinations for b in e.breaches if b.law == law]
        found.append(
            Finding(
                law,
                smallest.of(law)
                or (satisfied(law, False, text="it was broken once, and not when it was tried again"),),
                "import numpy as np\n\n" + smallest.problem.code("A"),
                smallest.problem.words,
                described(smallest.outcome),
                portraits(smallest, contract),
                sum(b.count for b in same),
                tuple(dict.fromkeys(b.stratum.family for b in same)),
            )
        )
    return found


def _headroom(probed: Probed, examinations: Sequence[Examination]) -> list[Headroom]:
    """For each law how often it was decided, and the nearest that it came to being broken."""
    found: dict[str, Headroom] = {}
    for probe, decision, _ in probed:
        if decision.holds:
            before = found.get(probe.law)
            found[probe.law] = Headroom(probe.law, before.decided + 1 if before else 1, 0.0, probe.words)
    for headroom in (h for e in examinations for h in e.headroom.values()):
        before = found.get(headroom.law, Headroom(headroom.law, 0, -1.0, ""))
        nearer = headroom if headroom.ratio > before.ratio else before
        found[headroom.law] = replace(nearer, decided=before.decided + headroom.decided)
    return [found[law] for law in sorted(found, key=ORDER.__getitem__)]
