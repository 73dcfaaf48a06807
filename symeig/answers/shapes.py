"""What was typed, as what was asked for: numbers, vectors, pairs of both, matrices, a polynomial, or a claim.

What has another shape is refused at its position, with a hint at the right one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NoReturn

from sympy import Expr, Symbol

from symeig.answers.equations import are_equal, is_polynomial, roots
from symeig.errors import InputError, SymeigError
from symeig.reading import ExactScalar, read_expression
from symeig.reading.characters import GREEK
from symeig.reading.refusals import Passage
from symeig.reading.scalars import to_sympy
from symeig.reading.structures import Group, Labelled, Node, Number, Remark

__all__ = [
    "Family",
    "Pair",
    "complex_values",
    "families",
    "given_parts",
    "named_parts",
    "pairs",
    "square_matrix",
    "values",
]

# How often a number is counted at most.
MOST = 1000

_INDEXED = r"(?:\\?lamb?da|λ|\\?mu|μ|[xrstzkl])(?:_?\{?\\?(?:max|min)\}?|[_{}\d₀-₉\s,]*)"
_EIGENVALUE_NAME = re.compile(
    rf"{_INDEXED}(?:={_INDEXED})*|eigenvalues?|(?:giá)?trịriêng|σ(?:\(A\))?|Spec\(A\)|spectrum",
    re.IGNORECASE,
)
_EIGENSPACE_NAME = re.compile(
    r"(?:E|V|W|Eig|Ker|ker|Null|N)(?:_|\()?\{?\(?(?:A-)?(?:\\?lambda=|λ=)?(?P<value>[^{}I]+?)(?:I\)?)?\}?\)?"
)
_POLYNOMIAL_NAME = re.compile(
    r"(?:(?:\\?det|[pPχ](?:_A)?)\([^()]{0,9}(?:\\?lambda|λ|x|t)[^()]{0,9}\)|\|[^|]{0,9}(?:\\?lambda|λ)[^|]{0,9}\|)"
)
_EXTREME = re.compile(r"max|min", re.IGNORECASE)
_DECIMAL = re.compile(r"[+-]?[0-9]{0,40}\.(?P<places>[0-9]{1,40})")
_PARAMETER = re.compile(rf"(?:[A-Za-z]|{'|'.join(GREEK.values())})(?:[0-9]{{1,3}}|_[A-Za-z0-9]{{1,3}})?")
# What is said of parameters.
_ANY = re.compile(r"∈|\bin [RC]\b|\\in(?![A-Za-z])|real|any|arbitrary|free|tùy ý|tuỳ ý", re.IGNORECASE)
_NOT_ZERO = re.compile(
    r"≠|!=|\\neq?(?![A-Za-z])|non-?zero|khác (?:0|không)|\\(?:setminus|backslash)|∖|\*", re.IGNORECASE
)
# What is not asked for beside P and D.
_INVERSE = re.compile(r"[PSVXQU](?:⁻¹|[ᵀᴴ]|\^?\{?\(?(?:-1|[TH]|\\top)\)?\}?|inv)", re.IGNORECASE)
_NUMBERED = re.compile(r"\D*?_?\{?(?P<index>\d{1,3}|[₀-₉]{1,3})\}?")
# What the parts of a decomposition are called as well.
_OTHER_NAMES = {"P": ("S", "V", "X", "Q"), "Q": ("P", "U", "V"), "D": ("Λ", "LAMBDA")}
_TRANSPOSED = re.compile(r"[ᵀᴴ']|\^[({]?(?:[THt*]|\\top)[)}]?")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@dataclass(frozen=True, slots=True)
class Family:
    """A vector, or those that parameters make of some.

    Attributes:
        vectors: Those that the others are combinations of; a single one where there is no parameter.
        parameters: The letters of the parameters.
        passage: Where it stands.
    """

    vectors: tuple[tuple[ExactScalar, ...], ...]
    parameters: tuple[str, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Pair:
    """An eigenvalue with its vectors.

    Attributes:
        value: The eigenvalue.
        families: What was given with it.
    """

    value: Number
    families: tuple[Family, ...]


def _refuse(passage: Passage, predicate: str, remedy: str) -> NoReturn:
    raise passage.malformed(passage.start, predicate, remedy)


# --- numbers ----------------------------------------------------------------------------------------------------------


def values(answer: Group, letters: frozenset[str] = frozenset()) -> list[Number]:
    """The numbers of an answer.

    Args:
        answer: As it was read.
        letters: Parameters of the matrix, which may stand in a number.

    Raises:
        ParseError: There is something else than numbers.
    """
    items = [(item, _equation(item, letters)) for item in _in_order(answer.items)]
    others = tuple(item for item, equation in items if equation is None)
    found = list(_values(replace(answer, items=others), letters, outermost=True))
    _check_extremes(others, found)
    equations = [equation for _, equation in items if equation]
    for root in [root for equation in equations if len(equation) == 1 for root in equation]:
        if not any(are_equal(root.value, value.value) for value in found):
            found.append(root)
    found = found or [root for equation in equations for root in equation]
    if not found and len(others) < len(items):
        _refuse(answer.passage, "is an equation that is not solved", "Write the eigenvalues, as in 5, 2.")
    if not found:
        _refuse(answer.passage, "has no number in it", "Write the eigenvalues, as in 5, 2.")
    return found


def complex_values(answer: Group, letters: frozenset[str] = frozenset()) -> list[Number]:
    """The numbers of an answer that says that none of them is real.

    Raises:
        ParseError: One may be real, or there is something else than numbers.
    """
    found = values(answer, letters)
    for number in found:
        if not isinstance(number.value, Expr) or number.value.is_real is not False:
            remedy = "Write the eigenvalues alone, as in i, -i."
            _refuse(number.passage, "may be real, where no eigenvalue is said to be", remedy)
    return found


def _values(node: Node, letters: frozenset[str], *, outermost: bool) -> Iterator[Number]:
    match node:
        case Number():
            yield _value(node, letters)
        case Labelled():
            yield from _labelled_values(node, letters)
        case Group() if node.bracket != "span" and (outermost or _is_one_number(node)):
            for item in _unlabelled(node.items):
                yield from _values(item, letters, outermost=outermost and len(node.items) == 1)
        case Group():
            what = "is a span" if node.bracket == "span" else "has lists in it"
            remedy = "Write the eigenvalues alone, as in 5, 2: are they the entries on its diagonal?"
            _refuse(node.passage, f"{what} where numbers are asked for", remedy)
        case Remark():
            _refuse(node.passage, "is no number", "Write the eigenvalues alone, as in 5, 2.")


def _in_order(items: Sequence[Node]) -> list[Node]:
    """Items in the order of their indices, where each is an eigenvalue with one: λ₂ = 5, λ₁ = 2."""
    names = [item.name.partition("=")[0] if isinstance(item, Labelled) else "" for item in items]
    indices = [_index_of(name) if _EIGENVALUE_NAME.fullmatch(name) else "" for name in names]
    if "" in indices or len(set(indices)) < len(indices):
        return list(items)
    return [items[k] for k in sorted(range(len(items)), key=lambda k: int(indices[k]))]


def _check_extremes(items: Sequence[Node], found: Sequence[Number]) -> None:
    """Refuse numbers that are called the largest or the smallest one and are not: λ_max = 2, λ_min = 5."""
    for item in items:
        said = _EXTREME.search(item.name) if isinstance(item, Labelled) else None
        if not isinstance(item, Labelled) or said is None or not isinstance(item.item, Number):
            continue
        sign = 1 if said[0].lower() == "max" else -1
        differences = (sign * (to_sympy(item.item.value) - to_sympy(value.value)) for value in found)
        if not all(difference.is_nonnegative for difference in differences):
            _refuse(item.passage, f"is not the {said[0].lower()}imal one of these numbers", "Write λ₁ = 5, λ₂ = 2.")


def _equation(node: Node, letters: frozenset[str]) -> list[Number] | None:
    """The eigenvalues that an equation gives, if it is solved at a glance; None for what is no equation in a letter."""
    if not isinstance(node, Labelled) or node.sign != "=" or not isinstance(node.item, Number):
        return None
    if _POLYNOMIAL_NAME.fullmatch(node.name):
        return []
    if node.number is None or _EIGENVALUE_NAME.fullmatch(node.name):
        return None
    return _solutions(node, node.before, node.number, node.item.value, letters)


def _solutions(
    node: Labelled,
    before: Sequence[ExactScalar | None],
    left: ExactScalar,
    right: ExactScalar,
    letters: frozenset[str],
) -> list[Number] | None:
    """The roots of an equation that is linear or a product of linear factors; None where it has no unknown in it."""
    unknown = (_letters(left) | _letters(right)) - letters
    if not unknown:
        return None
    letter = min(unknown)
    is_given = any(side is None and _EIGENVALUE_NAME.fullmatch(name) for name, side in _sides(node, before))
    if len(unknown) > 1 or is_given or not _EIGENVALUE_NAME.fullmatch(letter) or not is_polynomial(left, right, letter):
        _refuse(node.passage, f"says something of '{node.name}'", "Write the eigenvalues alone, as in 5, 2.")
    found = roots(left, right, letter)
    is_one = len(found) == 1 and found[0][1] == 1
    return [_value(Number(root, node.passage, None if is_one else count), letters) for root, count in found]


def _sides(node: Labelled, before: Sequence[ExactScalar | None]) -> list[tuple[str, ExactScalar | None]]:
    """The first sides of a label with equals signs, as typed and as numbers."""
    return list(zip(node.name.split("="), before, strict=False))


def _check_chain(node: Labelled, before: Sequence[ExactScalar | None], last: Number) -> None:
    """Refuse numbers that are said to be equal and are not: λ = 4 = 5. A last decimal may be a rounded one."""
    for name, side in _sides(node, before):
        if side is None and not _EIGENVALUE_NAME.fullmatch(name):
            _refuse(node.passage, f"says something of '{name}'", "Write λ = 5.")
    sides = [side for side in before if side is not None]
    are_true = all(are_equal(x, y) for x, y in pairwise(sides))
    if not are_true or (sides and not are_equal(sides[-1], last.value) and not _is_rounded(sides[-1], last)):
        _refuse(node.passage, "says of different numbers that they are equal", "Write the eigenvalues alone.")


def _is_rounded(value: ExactScalar, number: Number) -> bool:
    """Whether a number is typed as a decimal, and is another one rounded to its last digit."""
    decimal = _DECIMAL.fullmatch(number.passage.plain[number.passage.start : number.passage.stop].strip())
    if decimal is None:
        return False
    difference = 2 * abs(to_sympy(value) - to_sympy(number.value)) * 10 ** len(decimal["places"])
    return bool(difference.is_number and difference <= 1)


def _unlabelled(items: Sequence[Node]) -> list[Node]:
    """Items without a label that names as many numbers as follow: λ₁,₂ = 5, 2."""
    match items:
        case (Labelled(name=name, item=Number() as first), *rest) if (
            _EIGENVALUE_NAME.fullmatch(name)
            and len(rest) == name.count(",") > 0
            and all(isinstance(x, Number) for x in rest)
        ):
            return [first, *rest]
    return list(items)


def _is_one_number(group: Group) -> bool:
    return len(group.items) == 1 and isinstance(group.items[0], Number)


def _labelled_values(node: Labelled, letters: frozenset[str]) -> Iterator[Number]:
    """λ = 5; λ₁ = λ₂ = 2; 5: 2, with its multiplicity; and working that is shown, λ = (7 + 3)/2 = 5."""
    number = Symbol(node.name) if node.name in letters else node.number
    if node.name not in letters and _EIGENVALUE_NAME.fullmatch(node.name):
        count = max(1 + node.name.count("="), 1 + node.name.count(","))
        found = list(_values(node.item, letters, outermost=True))
        # λ₁ = λ₂ = 2 counts it twice; λ₁,₂ = 4 ± √5 names two.
        counts = count > 1 and len(found) != count
        yield from (replace(v, multiplicity=v.multiplicity or count) if counts else v for v in found)
    elif number is not None and node.sign == "=":
        for value in _values(node.item, letters, outermost=True):
            _check_chain(node, (*node.before, number), value)
            yield value
    elif number is not None and node.sign == ":" and isinstance(node.item, Number) and isinstance(node.item.value, int):
        yield _value(Number(number, node.passage, node.item.value), letters)
    else:
        _refuse(node.passage, f"says something of '{node.name}'", "Write the eigenvalues alone, as in 5, 2.")


def _value(number: Number, letters: frozenset[str]) -> Number:
    if unknown := _letters(number.value) - letters:
        remedy = "Write numbers." if not letters else f"Write it with {', '.join(sorted(letters))} alone."
        _refuse(number.passage, f"has the letter {min(unknown)} in it, which stands for nothing here", remedy)
    if number.multiplicity is not None and not 1 <= number.multiplicity <= MOST:
        _refuse(number.passage, f"counts {number.multiplicity} times", "Write how often it counts, from 1 on.")
    return number


def _letters(value: ExactScalar) -> frozenset[str]:
    return frozenset(s.name for s in value.free_symbols) if isinstance(value, Expr) else frozenset()


# --- vectors ----------------------------------------------------------------------------------------------------------


def families(answer: Group, n: int, letters: frozenset[str] = frozenset()) -> list[Family]:
    """The vectors of an answer.

    Args:
        answer: As it was read.
        n: How many entries each has; the columns of a matrix with n rows, and fewer columns, are vectors as well.
        letters: Parameters of the matrix.

    Raises:
        ParseError: There is something else than vectors with n entries.
    """
    items: list[Node] = [item for item in answer.items if not isinstance(item, Remark)]
    items = _coordinates(items) or items
    if (vector := _entries(items)) is not None and (len(vector) == n or not _are_vectors(items)):
        return [_family(vector, answer.passage, n, letters)]
    if all(isinstance(item, Group) and not item.bracket for item in items):
        items = _columns(items, n) or items
    return [family for item in items for family in _families(item, n, letters)]


def about_one(answer: Group, is_asked: Callable[[Number], bool], letters: frozenset[str] = frozenset()) -> Group:
    """What is given for the eigenvalue that was asked about, where it is named again: λ = 1: (1, -1), E_1 = span{…}.

    Args:
        answer: As it was read.
        is_asked: Whether a number is that eigenvalue.
        letters: Parameters of the matrix.

    Raises:
        ParseError: Another eigenvalue is named.
    """
    items: list[Node] = []
    _refuse_given_parameters(answer, letters)
    if _coordinates(answer.items):
        return answer
    for item in answer.items:
        value = _eigenvalue_of(item, letters) if isinstance(item, Labelled) else None
        if value is not None and not is_asked(value):
            _refuse(item.passage, "is about another eigenvalue than the one asked for", "Give the vectors alone.")
        if value is None or not isinstance(item, Labelled):
            items.append(item)
        else:
            items += _rest(item, value)
    return replace(answer, items=tuple(items))


def _coordinates(items: Sequence[Node]) -> list[Node]:
    """The entries of a vector that is given by its coordinates: x = t, y = 2t. None for something else."""
    equations = [item for item in items if isinstance(item, Labelled) and isinstance(item.item, Number)]
    names = [item.name.replace("_", "").translate(_SUBSCRIPTS) for item in equations]
    is_one = names in (list("xyzw")[: len(names)], [f"x{k + 1}" for k in range(len(names))])
    others = [item for item in items if not isinstance(item, Remark)]
    return [item.item for item in equations] if is_one and 1 < len(names) == len(others) else []


def _refuse_given_parameters(answer: Group, letters: frozenset[str]) -> None:
    """Refuse a number for a parameter of a vector, which is no eigenvalue: t(1, 1), t = 0."""
    inside = [item.item if isinstance(item, Labelled) else item for item in answer.items]
    parameters = set().union(*(_letters_inside(item) for item in inside if not isinstance(item, Number))) - letters
    for item in answer.items:
        if isinstance(item, Labelled) and item.sign == "=" and isinstance(item.item, Number):
            name = item.name.replace("_", "").translate(_SUBSCRIPTS)
            if name in parameters or GREEK.get(name[:1], name[:1]) + name[1:] in parameters:
                _refuse(item.passage, f"gives a number for '{item.name}'", "Put it in, and give the vector.")


def _letters_inside(node: Node) -> frozenset[str]:
    match node:
        case Number(value=value):
            return _letters(value)
        case Group(items=items):
            return frozenset().union(*map(_letters_inside, items))
        case Labelled(item=item):
            return _letters_inside(item)
    return frozenset()


def _are_vectors(items: Sequence[Node]) -> bool:
    return all(isinstance(item, Group) and len(item.items) > 1 for item in items) and bool(items)


def _families(node: Node, n: int, letters: frozenset[str]) -> Iterator[Family]:
    match node:
        case Group(bracket=bracket, items=items) if bracket not in {"span", "{"}:
            entries = _entries(items)
            if entries is not None:
                yield _family(entries, node.passage, n, letters)
            else:
                for item in _columns(items, n) or items:
                    yield from _families(item, n, letters)
        case Group():
            yield from families(node, n, letters) if node.items else ()
        case Labelled(number=None):
            yield from _families(node.item, n, letters)
        case Remark():
            return
        case _:
            _refuse(node.passage, "is no vector", "Write vectors, as in (1, 1), (1, -2).")


def _entries(items: Sequence[Node]) -> list[Number] | None:
    """The entries of a row, or of a column of rows of one entry; None for something else."""
    flat = [item.items[0] if isinstance(item, Group) and len(item.items) == 1 else item for item in items]
    numbers = [item for item in flat if isinstance(item, Number)]
    return numbers if numbers and len(numbers) == len(flat) else None


def _columns(items: Sequence[Node], n: int) -> list[Node]:
    """The columns of a matrix of n rows that are shorter than a vector; none for something else."""
    rows = [item.items for item in items if isinstance(item, Group) and _entries(item.items) is not None]
    sizes = {len(row) for row in rows}
    if len(rows) != len(items) or len(rows) != n or len(sizes) != 1 or not 1 < min(sizes) < n:
        return []
    return [Group(column, "(", items[0].passage) for column in zip(*rows, strict=True)]


def _family(entries: Sequence[Number], passage: Passage, n: int, letters: frozenset[str]) -> Family:
    if len(entries) != n:
        _refuse(passage, f"has {len(entries)} entries, and a vector has {n} here", "Give one entry for each row.")
    parameters = sorted(set().union(*(_letters(entry.value) for entry in entries)) - letters)
    for name in parameters:
        if not _PARAMETER.fullmatch(name):
            _refuse(passage, f"is multiplied by '{name}'", "Write the vectors alone, or with parameters such as t.")
    if not parameters:
        return Family((tuple(entry.value for entry in entries),), (), passage)
    columns = (tuple(_coefficient(entry, Symbol(name), parameters) for entry in entries) for name in parameters)
    return Family(tuple(columns), tuple(parameters), passage)


def _coefficient(entry: Number, parameter: Symbol, parameters: Sequence[str]) -> ExactScalar:
    """The coefficient of a parameter in an entry that is a sum of multiples of parameters."""
    if not isinstance(entry.value, Expr):
        if entry.value:
            _refuse(entry.passage, "is a constant beside parameters", "Write multiples of the parameters.")
        return 0
    if not _is_linear(entry.value, frozenset(parameters)):
        _refuse(entry.passage, "is no sum of multiples of parameters", "Write vectors such as (t, -2t).")
    expanded = entry.value.expand()
    coefficients = {name: expanded.coeff(Symbol(name)) for name in parameters}
    rest = expanded - sum(c * Symbol(name) for name, c in coefficients.items())
    if rest.expand() != 0 or any(_letters(c) & set(parameters) for c in coefficients.values()):
        _refuse(entry.passage, "is no sum of multiples of parameters", "Write vectors such as (t, -2t).")
    return coefficients[parameter.name]


def _is_linear(value: Expr, parameters: frozenset[str]) -> bool:
    """Whether an expression is linear in some letters, as it stands: nothing large is multiplied out."""
    if not _letters(value) & parameters or value.is_Symbol:
        return True
    if value.is_Add:
        return all(_is_linear(part, parameters) for part in value.args)
    factors = [part for part in value.args if _letters(part) & parameters]
    return bool(value.is_Mul) and len(factors) == 1 and _is_linear(factors[0], parameters)


# --- eigenvalues with vectors -----------------------------------------------------------------------------------------


def pairs(answer: Group, n: int, letters: frozenset[str] = frozenset()) -> list[Pair]:
    """Eigenvalues with their vectors: 5: (1, 1), (2, 2); 2: (1, -2).

    A vector belongs to the eigenvalue with its index, v₁ to λ₁, or else to the last one before it. Of as many vectors
    in a row as there are eigenvalues in front of them, each belongs to the one in its place. Where eigenvalues stand
    behind their vectors, as in (1, 1) for λ = 5, it belongs to the first one behind it.

    Raises:
        ParseError: A vector belongs to no eigenvalue, or something is neither.
    """
    items = answer.items
    _refuse_given_parameters(answer, letters)
    if len(items) == 1 and isinstance(items[0], Group) and any(_pair(item, letters) for item in items[0].items):
        items = items[0].items
    given = [(item, _pair(item, letters)) for item in items if not isinstance(item, Remark)]
    if listed := _listed(given) or _products([item for item, _ in given]):
        return [Pair(_value(value, letters), tuple(families(_grouped(item), n, letters))) for value, item in listed]
    if stand_behind := _stand_behind(given):
        given.reverse()
    found: list[tuple[Number, str, list[Family]]] = []
    for item, pair in given:
        index = _index_of(item.name) if isinstance(item, Labelled) else ""
        if pair is not None:
            found.append((pair[0], index, families(pair[1], n, letters)))
        elif found:
            place = next((vectors for _, other, vectors in found if index and other == index), found[-1][2])
            place.extend(families(_grouped(item), n, letters))
        else:
            _refuse(item.passage, "belongs to no eigenvalue", "Write pairs, as in 5: (1, 1); 2: (1, -2).")
    for value, _, vectors in found:
        if stand_behind and not vectors:
            _refuse(value.passage, "has no vector before it", "Write pairs, as in 5: (1, 1); 2: (1, -2).")
    return [Pair(value, tuple(vectors)) for value, _, vectors in found]


def allows_zero(answer: Group, given: Sequence[Pair]) -> bool:
    """Whether an answer says of a parameter that it is any number, and nowhere that it is not 0: t(1, 1), t ∈ ℝ."""
    names = {name for pair in given for family in pair.families for name in family.parameters}
    remarks = [remark.text for remark in _remarks(answer)]
    is_any = any(_ANY.search(text) and any(name in text for name in names) for text in remarks)
    return is_any and not any(_NOT_ZERO.search(text) for text in remarks)


def _remarks(node: Node) -> Iterator[Remark]:
    match node:
        case Remark():
            yield node
        case Group(items=items):
            for item in items:
                yield from _remarks(item)
        case Labelled(item=item):
            yield from _remarks(item)


def _pair(item: Node, letters: frozenset[str]) -> tuple[Number, Group] | None:
    """An eigenvalue, and what is given with it, as in 5: (1, 1) or (5, 1, [(1, 1)]); None for what is no eigenvalue."""
    match item:
        case Labelled() if value := _eigenvalue_of(item, letters):
            return value, Group(_rest(item, value), "", item.passage)
        case Group(items=(Number() as value, Number(value=int(count)), Group(), *_)):
            return _value(replace(value, multiplicity=count), letters), replace(item, items=item.items[2:], bracket="")
        case Group(items=(Number() as value, Group() as vectors, Number(value=int(count)))):
            return _value(replace(value, multiplicity=count), letters), _grouped(vectors)
        case Group(items=(Number() as value, Group(), *_)):
            return _value(value, letters), replace(item, items=item.items[1:], bracket="")
    return None


def _listed(given: Sequence[tuple[Node, tuple[Number, Group] | None]]) -> list[tuple[Number, Node]]:
    """Eigenvalues in a row, and then as many vectors in a row: λ = 5, λ = 2; (1, 1), (1, -2). None for other orders."""
    size = len(given) // 2
    found = [
        (item if isinstance(item, Number) else pair and not pair[1].items and pair[0]) for item, pair in given[:size]
    ]
    values = [value for value in found if value]
    vectors = [item for item, pair in given[size:] if pair is None]
    if not 1 < size == len(values) == len(vectors) == len(given) - size:
        return []
    indices = {_index_of(item.name) for item, _ in given if isinstance(item, Labelled)} - {""}
    in_order = [_index_of(item.name) if isinstance(item, Labelled) else "" for item, _ in given]
    if indices and in_order[:size] != in_order[size:] and any(in_order[size:]):
        return []
    return list(zip(values, vectors, strict=True))


def _products(items: Sequence[Node]) -> list[tuple[Number, Node]]:
    """Eigenvalues that stand beside their vectors, as in 5 (1, 1), 2 (1, -2); none where there is something else."""
    products = [item.product for item in items if isinstance(item, Group) and item.product]
    return list(products) if len(products) == len(items) else []


def _stand_behind(given: Sequence[tuple[Node, tuple[Number, Group] | None]]) -> bool:
    """Whether eigenvalues stand behind their vectors: (1, 1) for λ = 5, or (1, 1), λ = 5."""
    values = [(isinstance(item, Labelled) and item.sign == "for", pair[1].items) for item, pair in given if pair]
    are_behind = bool(values) and all(is_behind or not vectors for is_behind, vectors in values)
    return are_behind and (values[0][0] or given[0][1] is None)


def _grouped(item: Node) -> Group:
    return Group((item,), "", item.passage)


def _eigenvalue_of(item: Labelled, letters: frozenset[str]) -> Number | None:
    """The eigenvalue that an item is about: 5: …, E_5 = …, k: … for a parameter k, or that it gives: λ₁ = 5."""
    if (letter := item.name.rpartition("=")[2]) in letters:
        return Number(Symbol(letter), item.passage)
    if (space := _EIGENSPACE_NAME.fullmatch(item.name)) and not isinstance(item.item, Number):
        try:
            value = read_expression(space["value"].translate(_SUBSCRIPTS))
        except SymeigError:
            return None
        return _value(Number(value, item.passage), letters)
    if item.number is not None:
        return _value(_stated(item, item.number, letters), letters)
    if _EIGENVALUE_NAME.fullmatch(item.name) and isinstance(item.item, Number):
        return _value(item.item, letters)
    return None


def _stated(item: Labelled, number: ExactScalar, letters: frozenset[str]) -> Number:
    """The eigenvalue in an item with numbers: 5: …, λ = 10/2 = 5: …, λ - 5 = 0: …, or 2λ = 10 alone."""
    before, last = item.before, Number(number, item.passage, item.multiplicity)
    if item.sign == "=" and isinstance(item.item, Number):
        before, last = (*before, number), item.item
    left = before[-1] if before else None
    found = None if left is None else _solutions(item, before[:-1], left, last.value, letters)
    if found is None:
        _check_chain(item, before, last)
        return last
    if len(found) != 1:
        _refuse(item.passage, "is an equation that gives no single eigenvalue", "Write pairs, as in 5: (1, 1).")
    return found[0]


def _rest(item: Labelled, value: Number) -> tuple[Node, ...]:
    """What an item gives beside an eigenvalue."""
    is_equation = item.sign == "=" and item.number is not None and isinstance(item.item, Number)
    return () if is_equation or value is item.item else (item.item,)


def _index_of(name: str) -> str:
    """The number in λ₁, v_2 and the like; empty where there is none."""
    numbered = _NUMBERED.fullmatch(name.partition("=")[0])
    return numbered["index"].translate(_SUBSCRIPTS) if numbered else ""


# --- matrices ---------------------------------------------------------------------------------------------------------


def part_of(name: Any, names: Sequence[str]) -> str | None:
    """The part that a name stands for: Λ is D where D is asked for; None where it is none."""
    plain = name.strip().upper().removeprefix("\\") if isinstance(name, str) else ""
    return next((part for part in names if plain == part or plain in _OTHER_NAMES.get(part, ())), None)


def given_parts(answer: Mapping[Any, Any], names: Sequence[str]) -> dict[str, Any]:
    """The parts of an answer that is a mapping, by their proper names; what is empty is not given.

    Raises:
        InputError: There are two for one part, or something has another name.

    Examples:
        >>> given_parts({"S": "[1 1; 1 -2]", "Λ": "diag(5, 2)"}, ("P", "D"))
        {'P': '[1 1; 1 -2]', 'D': 'diag(5, 2)'}
    """
    found: dict[str, Any] = {}
    for name, given in answer.items():
        part = part_of(name, names)
        if given is None or (isinstance(given, str) and (not given.strip() or _INVERSE.fullmatch(str(name).strip()))):
            continue
        if part is None:
            msg = f"The answer has {name!r}. Its parts are {' and '.join(names)}. Name them so."
            raise InputError(msg)
        if part in found:
            msg = f"The answer has {part} twice, once as {name}. It has one {part}. Give one."
            raise InputError(msg)
        found[part] = given
    return found


def named_parts(answer: Group, names: Sequence[str]) -> Mapping[str, Group]:
    """The parts of an answer in one text: P = [[1, 1], [1, -2]], D = diag(5, 2), or the two in this order.

    Raises:
        ParseError: A part is missing, there twice or without a name, or an equation is not the one asked for.
    """
    items: list[Node] = [item for item in answer.items if not isinstance(item, Remark)]
    if len(items) == len(names) and all(isinstance(item, Group) for item in items):
        found = {name: (name, item) for name, item in zip(names, items, strict=True)}
    else:
        found = _labelled_parts(items, names)
    for name in names:
        if name not in found:
            _refuse(answer.passage, f"lacks {name}", f"Give {' and '.join(names)}.")
    for remark in answer.items:
        if not isinstance(remark, Remark) or "=" not in remark.text:
            continue
        if not _is_identity(remark.text, names[0], *(found[name][0] for name in names)):
            _refuse(remark.passage, "is another equation than the one asked for", "Give the matrices alone.")
    return {name: item if isinstance(item, Group) else _grouped(item) for name, (_, item) in found.items()}


def _labelled_parts(items: Sequence[Node], names: Sequence[str]) -> dict[str, tuple[str, Node]]:
    """What stands behind the name of each part, with the name that was typed."""
    found: dict[str, tuple[str, Node]] = {}
    for item in items:
        if isinstance(item, Labelled) and _INVERSE.fullmatch(item.name):
            continue
        part = part_of(item.name, names) if isinstance(item, Labelled) else None
        if not isinstance(item, Labelled) or part is None:
            _refuse(item.passage, f"is not named {' or '.join(names)}", f"Write {names[0]} = [[1, 2], [3, 4]].")
        if part in found:
            _refuse(item.passage, f"gives {part} once more", f"Give one {part}.")
        found[part] = item.name, item.item
    return found


def _is_identity(text: str, asked: str, basis: str, form: str) -> bool:
    """Whether an equation is the one asked for, with the names typed: A = PDP⁻¹, P⁻¹AP = D, AP = PD; Qᵀ is Q⁻¹."""
    basis, form = _plain_equation(basis.upper()), _plain_equation(form.upper())
    inverses = ("^-1", "^T") if asked == "Q" else ("^-1",)
    sides = [(f"A{basis}", f"{basis}{form}")]
    sides += [pair for i in inverses for pair in (("A", f"{basis}{form}{basis}{i}"), (f"{basis}{i}A{basis}", form))]
    left, _, right = _plain_equation(text).partition("=")
    return (left, right) in sides or (right, left) in sides


def _plain_equation(text: str) -> str:
    """An equation of matrices with one spelling of inverses, transposes and Λ."""
    plain = _TRANSPOSED.sub("^T", "".join(text.split())).replace("⁻¹", "^-1").replace("\\cdot", "")
    return re.sub(r"[{}()*]", "", re.sub(r"\\?(?:Lambda|LAMBDA)", "Λ", plain))


def _rows_of_columns(items: Sequence[Node]) -> Sequence[Node]:
    """The rows of a matrix whose columns are given as such, (1, 0)ᵀ, (1, 2)ᵀ; anything else as it is."""
    columns = [
        [entry.items[0] for entry in item.items if isinstance(entry, Group) and len(entry.items) == 1]
        for item in items
        if isinstance(item, Group) and len(item.items) > 1
    ]
    sizes = {len(column) for column in columns} | {len(i.items) for i in items if isinstance(i, Group)}
    if len(columns) < len(items) or len(sizes) != 1:
        return items
    return [Group(row, "[", items[0].passage) for row in zip(*columns, strict=True)]


def square_matrix(answer: Group, n: int, letters: frozenset[str] = frozenset()) -> list[list[ExactScalar]]:
    """An n×n matrix.

    Raises:
        ParseError: There is something else.
    """
    items: Sequence[Node] = answer.items
    if len(items) == 1 and isinstance(items[0], Labelled):
        items = [items[0].item]
    while len(items) == 1 and isinstance(items[0], Group) and items[0].items and (n > 1 or items[0].bracket):
        items = items[0].items
    rows = [item.items if isinstance(item, Group) else (item,) for item in _rows_of_columns(items)]
    numbers = [[entry for entry in row if isinstance(entry, Number)] for row in rows]
    if len(rows) != n or any(len(row) != n for row in rows) or any(len(row) != n for row in numbers):
        _refuse(answer.passage, f"is no {n}×{n} matrix", f"Write {n} rows of {n} entries, as in [[1, 2], [3, 4]].")
    return [[_value(entry, letters).value for entry in row] for row in numbers]
