r"""Answers as typed -> numbers, and lists, labels and remarks around them.

    5, 2                {2, 5}              5 (mult. 2), 1          2 ± sqrt(3)
    5: (1, 1); 2: (1, -2)                   λ₁ = 5, λ₂ = 2          {2: 2, 1: 1}
    span{(1, 1)}        t(1, 1), t ∈ ℝ      1/3 [[1, 2], [3, 4]]    diag(5, 2)
    (1, 1) for λ = 5    t(1, 1) (t ≠ 0)     A = PDP⁻¹ where P = …   0{,}5

What a list stands for, a set, a vector or the rows of a matrix, depends on the question and is decided there.

A comma, a semicolon, a line end and the words "and", "or" and "where" separate. In brackets `[]` and `()` a semicolon
separates rows, and spaces separate where nothing else does, as in `matrix_text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from sympy import Symbol

from symeig.errors import SymeigError
from symeig.reading import arithmetic
from symeig.reading.brackets import SPACE, BracketedText, Span
from symeig.reading.expressions import read_passage
from symeig.reading.limits import Limits
from symeig.reading.refusals import OversizeError, Passage, RefusedError
from symeig.reading.scalars import ExactScalar
from symeig.reading.sentences import plain_sentences
from symeig.reading.structures import Group, Labelled, Node, Number, Remark
from symeig.reading.tokens import FUNCTIONS
from symeig.reading.typeset import plain_structure

__all__ = ["read_structure"]

_HARD = re.compile(r"[;\n][;\s]*|[(\[{]")
_SOFT = re.compile(
    r",(?![₀-₉]|\s{0,9}(?:(?:with|of|với)\s{1,9})?(?:(?:alg|geom)\w{0,9}\.?\s{1,9}mult|mult|(?:số\s|nghiệm\s)?bội|[AG]M(?!\w)))"
    r"|∨|(?<![A-Za-z])(?:and|or|where|và|hoặc|trong\sđó|(?:with|với)(?=\s{1,9}(?-i:[A-Z]|Λ|\\?Lambda)\s{0,9}=)"
    r"|(?:with|với|for(?:\sall|\sany|\severy)?)(?=\s{1,9}\\?[A-Za-zα-ω][0-9₀-₉_]{0,3}\s{0,9}(?:[∈≠]|in\s)))"
    r"(?![A-Za-z])|[(\[{]",
    re.IGNORECASE,
)
_LABEL = re.compile(r":(?!=)|[(\[{]")
_EQUALS = re.compile(r"(?<![:<>≠≤≥])=(?!=)|[(\[{]")
_PARAMETER = r"\\?[A-Za-zα-ω][0-9₀-₉_]{0,3}"
_REMARK = re.compile(
    rf"\s*+(?:(?:where|with|for all|for|any|với mọi|với|trong đó)\s)?\s*+{_PARAMETER}(?:\s?,\s?{_PARAMETER}){{0,9}}\s*+"
    r"(?:(?:∈|in\s)\s*+[RCQ](?:\s?\\?\\?\s?[{\[(]?0[}\])]?)?|≠\s*+0"
    r"|is (?:a )?(?:real|free|any|arbitrary|non-?zero)\b.*)\s*+",
    re.IGNORECASE | re.DOTALL,
)
_FACTOR = r"(?:[A-Z]|Λ|\\?Lambda)(?:⁻¹|[ᵀᴴ']|\^[({]?(?:-1|[THt*]|\\top)[)}]?)?(?:\*|\\cdot)?"
_IDENTITY = re.compile(rf"(?:{_FACTOR}){{2,5}}=(?:{_FACTOR}){{1,5}}|{_FACTOR}=(?:{_FACTOR}){{2,5}}")
_MULTIPLICITY = re.compile(
    r"\s*+,?\s*+(?P<open>[(\[])?\s*+(?:(?:with|of|với)\s++)?(?:an?\s++)?(?:counted\s++)?(?:"
    r"(?:(?:alg(?:ebraic|\.)?\s++)?m(?:ult(?:iplicity|\.)?)?|am)\s*+\.?\s*+[=:]?\s*+(?:of\s++)?(?P<after>\d{1,4})"
    r"|(?:số\s++|nghiệm\s++)?bội(?:\s++đại\s++số)?\s*+[=:]?\s*+(?P<bội>\d{1,4})"
    r"|(?P<before>\d{1,4})\s*+(?:times|lần)"
    r"|(?(open)[*x]\s*+(?P<star>\d{1,4})|(?!))"
    r"|(?P<simple>simple|đơn|nghiệm\s++đơn)"
    r"|(?P<double>double|twice|repeated|kép|nghiệm\s++kép)"
    r"|(?P<triple>triple|thrice)"
    r")(?:\s++(?:root|eigenvalue))?"
    r"(?:\s*+[,;]?\s*+(?:and\s++)?(?:geom(?:etric|\.)?\s++mult(?:iplicity|\.)?|gm|bội\s++hình\s++học)\s*+[=:]?\s*+"
    r"(?P<geometric>\d{1,4}))?\s*+[)\]]?\s*+\Z",
    re.IGNORECASE,
)
_RELATION = (
    r"(?:(?:corresponding|belonging|associated)\s{1,9})?(?:to|with)|for|(?:tương\s{1,9})?ứng\s{1,9}với|với|thuộc"
)
_EIGENVALUE = (
    r"(?:(?:(?:the\s{1,9})?eigenvalue|(?:giá\s{1,9})?trị\s{1,9}riêng)\s{1,9}"
    r"|(?=(?-i:\\?lambda|λ|\\?mu|μ)[\w{}]{0,6}\s{0,9}=))"
)
_FOR = re.compile(rf"(?<!\w)(?:{_RELATION})\s{{1,9}}{_EIGENVALUE}|[(\[{{]", re.IGNORECASE)
_BRACKETED_FOR = re.compile(rf"\(\s{{0,9}}(?:(?:{_RELATION})\s{{1,9}})?{_EIGENVALUE}", re.IGNORECASE)
_CALL = re.compile(
    r"(?<!\w)(?:\w{1,9}\.)?(?:(?P<span>span|Span|lin|Lin)\s?(?:_\s?\{?\s?[RC]\s?\}?)?"
    r"|(?P<diagonal>diag|diagonal|DiagonalMatrix|diag_matrix)"
    r"|(?:Immutable|Mutable)?(?:Dense|Sparse)?Matrix|array|matrix|vector|Vector|column|set|list)\s*\Z"
)
_OPENING = re.compile(r"[(\[{]")
_FUNCTION = re.compile(rf"(?:{'|'.join(FUNCTIONS)}|[\^_√∛∜])\s?\Z")
_NUMERAL = re.compile(r"[+-]?[0-9]+(?:[./][0-9]+)?")
_SET = re.compile(r"(?P<name>\\?[A-Za-zλμ]\w{0,6})\s*∈\s*(?=[{\[])")
_NAME = re.compile(
    r"(?:\\?(?:lambda|mu|chi)|[λμχA-HJ-Za-df-hk-z])\s?(?:_\s?\{?\s?\\?\w{1,4}\s?\}?|[0-9₀-₉]{1,3})?"
    r"(?:\s?\(\s?\\?[A-Za-zλ]{1,6}\s?\))?"
)
_DIVISOR = re.compile(r"\s{0,40}/\s?(?P<below>\d+|\([^()]*\)|(?:sqrt|√)\s?(?:\d+|\([^()]*\)))")
_TRANSPOSED = re.compile(r"\s{0,40}[ᵀ']")
_BEHIND = re.compile(
    r"\s{0,40}\*?\s?(?P<factor>\\?[A-Za-zα-ω][0-9₀-₉]?|[0-9]+(?:/[0-9]+)?|1/√[0-9]+)\s{0,40}(?=[+-]|\Z)"
)
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9./√½¼¾⅓⅔]+|sqrt\([0-9]+\))(?:[ij]|sqrt\([0-9]+\))?")
_THOUSANDS = re.compile(r"(?<![0-9.])[1-9][0-9]{0,2}(?:\{,\}[0-9]{3})+(?![0-9])")
_MIXED = re.compile(
    r"(?<![\w.^}])[0-9]{1,20}\s{0,9}(?=\\[dtc]?frac\s{0,9}(?:[0-9]|\{\s{0,9}[0-9]{1,20}\s{0,9}\})\s{0,9}"
    r"(?:[0-9]|\{\s{0,9}[0-9]{1,20}\s{0,9}\}))"
)
_BESIDE = re.compile(r"[+-]?[0-9]+(?:/[0-9]+)?\s*(?:\(\s*[0-9]+\s*\)|\[\s*[0-9]+\s*\])")

_ABOUT_PARAMETERS = re.compile(r"∈|≠|\\in(?![A-Za-z])|\\neq?(?![A-Za-z])|real|free|arbitrary|tùy ý|tuỳ ý")

# Characters before a bracket, or at the end of an item, in which its name or a remark stands.
_NEAR = 80
_MOST_SIGNS = 4
_MOST_SIGNED = 64


def read_structure(
    text: str, limits: Limits, *, decimal_comma: bool = False, letters: frozenset[str] = frozenset()
) -> Group:
    r"""An answer as typed.

    Args:
        text: The answer.
        limits: Bounds on the text and on each number in it.
        decimal_comma: Whether a comma between two digits is a decimal one.
        letters: The parameters of the matrix: names that they make with the imaginary unit, and perhaps one other
            letter, are products, as in a + bi and x² − 2kx.

    Returns:
        The list of everything that stands there; a single number is a list of one.

    Raises:
        ParseError: It cannot be read; the error has the position and a caret line.
        UnsupportedEntryError: Something in it is no finite number.
        BudgetExceededError: It is larger than the bounds.

    Examples:
        >>> from symeig.reading import Limits
        >>> [x.value for x in read_structure("5, 2", Limits()).items]
        [5, 2]
        >>> [x.value for x in read_structure("1 ± sqrt(2)", Limits()).items]
        [1 + sqrt(2), 1 - sqrt(2)]
        >>> [x.name for x in read_structure("5: (1, 1); 2: (1, -2)", Limits()).items]
        ['5', '2']
    """
    passage = Passage.of(text)
    if len(text) > limits.characters:
        predicate = f"has more than {limits.characters} characters"
        refusal = OversizeError(predicate, what="size", limit=limits.characters, spent=len(text))
        raise passage.refused(limits.characters, refusal)
    if not decimal_comma and (number := _THOUSANDS.search(passage.plain)):
        predicate = "has a comma that may be a decimal one or separate thousands"
        raise passage.malformed(number.start(), predicate, "Write it with a point, or without.")
    if mixed := _MIXED.search(passage.plain):
        predicate = "has a number before a fraction, which may be a sum or a product"
        raise passage.malformed(mixed.start(), predicate, "Write + or * between them.")
    plain = plain_sentences(plain_structure(passage.plain, decimal_comma=decimal_comma))
    read = Passage(passage.text, plain, 0, len(text), letters=letters)
    return _Reader(read, limits, decimal_comma=decimal_comma).whole()


class _Reader(BracketedText):
    """One answer, and how it is taken apart."""

    def __init__(self, passage: Passage, limits: Limits, *, decimal_comma: bool) -> None:
        super().__init__(passage, limits)
        self.decimal_comma = decimal_comma

    def whole(self) -> Group:
        span = self.trimmed(Span(self.passage.start, self.passage.stop))
        if span.start == span.stop:
            raise self.passage.malformed(0, "is empty", "Write an answer.")
        if self.plain[span.stop - 1] == ".":
            span = self.trimmed(Span(span.start, span.stop - 1))
        self.partners = self.matched_brackets(span)
        if (count := self.plain.count("±", *span)) > _MOST_SIGNED:
            predicate = f"has more than {_MOST_SIGNED} signs ±"
            refusal = OversizeError(predicate, what="nodes", limit=_MOST_SIGNED, spent=count)
            raise self.passage.refused(self.plain.index("±", *span), refusal)
        return self._group(span, "")

    def _group(self, span: Span, bracket: str) -> Group:
        """The list that a span is: its items, or the rows that semicolons and line ends make in brackets."""
        parts = [part for part in self.split(_HARD, span) if not self.is_blank(part)]
        rows = [self._items(part, bracket) for part in parts]
        items: list[Node] = [item for row in rows for item in row]
        in_rows = bracket in {"(", "["} or (not bracket and max(map(len, rows), default=0) > 1)
        # Beside decimal commas a typed semicolon does what a comma does: [[0,5; 1]; [1; 2]].
        in_rows &= not (self.decimal_comma and ";" in self.passage.text[slice(*span)] and len(items) == len(rows))
        if len(rows) > 1 and in_rows and all(isinstance(item, Number) for item in items):
            items = [Group(tuple(row), "", self._passage(part)) for row, part in zip(rows, parts, strict=True)]
        return Group(tuple(items), bracket, self._passage(span))

    def _items(self, span: Span, bracket: str) -> list[Node]:
        """What commas separate; where there are none, perhaps what spaces separate."""
        parts = [part for part in self.split(_SOFT, span) if not self.is_blank(part)]
        if len(parts) == 1:
            spaced = [part for part in self.split(SPACE, self.trimmed(span)) if not self.is_blank(part)]
            if len(spaced) > 1 and (bracket in {"(", "["} or (not bracket and self._are_numbers(spaced))):
                parts = spaced
        return _joined([node for part in parts for node in self._item(part)])

    def _are_numbers(self, parts: Sequence[Span]) -> bool:
        """Whether each part is a plain number: 5 -2 are two of them, 2 i is one, and 5: 2(1, 1) none."""
        return all(_PLAIN_NUMBER.fullmatch(self.plain, *part) for part in parts)

    def _item(self, span: Span) -> Iterator[Node]:
        """One item, perhaps with a remark in brackets behind it: t(1, 1) (t ≠ 0)."""
        span = self.trimmed(span)
        *_, last = [span.start, *self._opened(span)]
        remark = next((start for start in (span.start, last) if self._is_remark(Span(start, span.stop))), span.stop)
        if span.start < remark:
            yield from self._statement(self.trimmed(Span(span.start, remark)))
        if remark < span.stop:
            yield Remark(self.plain[remark : span.stop], self._passage(Span(remark, span.stop)))

    def _is_remark(self, span: Span) -> bool:
        """Whether a span says something of parameters or of names, perhaps in brackets: t ≠ 0, (t ∈ ℝ), A = PDP⁻¹."""

        def is_said(part: Span) -> bool:
            text = self.plain[slice(*part)]
            is_short = part.stop - part.start <= _NEAR
            return is_short and bool(_REMARK.fullmatch(text) or _IDENTITY.fullmatch("".join(text.split())))

        if self.plain[span.start] != "(" or self.partners[span.start] != span.stop - 1:
            return is_said(span)
        inside = Span(span.start + 1, span.stop - 1)
        return is_said(inside) or all(map(is_said, self.split(_SOFT, inside)))

    def _statement(self, span: Span) -> Iterator[Node]:
        """An item without remarks; ± makes several numbers of it."""
        if parts := self._vector_and_value(span):
            yield self._labelled(*parts, "for")
            return
        if inside := _SET.match(self.plain, *span):
            yield self._labelled(Span(*inside.span("name")), Span(inside.end(), span.stop), "=")
            return
        # The last ones: what stands behind a label has none of its kind, however many there are.
        if labels := [*self.separators(_LABEL, span)] or [*self.separators(_EQUALS, span)]:
            before, behind = Span(span.start, labels[-1].start()), Span(labels[-1].end(), span.stop)
            if self.is_blank(before) and not self.is_blank(behind):
                yield from self._statement(self.trimmed(behind))
            else:
                yield self._labelled(before, behind, labels[-1][0])
            return
        span, multiplicity = self._counted(span)
        if arrays := self._arrays(span):
            yield replace(self._combination(span, arrays), product=self._product(span, arrays))
            return
        for passage in self._signed(span):
            yield Number(read_passage(passage, self.limits), self._passage(span), multiplicity)

    def _vector_and_value(self, span: Span) -> tuple[Span, Span] | None:
        """An eigenvalue and the list that it stands behind: (1, 1) for λ = 5, (1, 1) (λ = 5)."""
        if said := next(self.separators(_FOR, span), None):
            vector, value = Span(span.start, said.start()), Span(said.end(), span.stop)
        else:
            found = (_BRACKETED_FOR.match(self.plain, offset, span.stop) for offset in self._opened(span))
            said = next((match for match in found if match), None)
            if said is None or self.partners[said.start()] != span.stop - 1:
                return None
            vector, value = Span(span.start, said.start()), Span(said.end(), span.stop - 1)
        return (value, vector) if _OPENING.search(self.plain, *vector) else None

    def _labelled(self, label: Span, behind: Span, sign: str) -> Labelled:
        if self.is_blank(behind):
            raise self.passage.malformed(behind.start, "ends where something is to be said", "Complete it.")
        *before, (number, count) = [self._number(self.trimmed(side)) for side in self.split(_EQUALS, label)]
        label = self.trimmed(label)
        group = self._group(self.trimmed(behind), "")
        item = group.items[0] if len(group.items) == 1 else group
        name = "".join(self.plain[slice(*label)].split())
        return Labelled(name, number, item, self._passage(label), sign, count, tuple(side for side, _ in before))

    def _number(self, span: Span) -> tuple[ExactScalar | None, int | None]:
        """The number that a label is, and its multiplicity; None for a name, and for what cannot be read."""
        span, count = self._counted(span)
        if _NAME.fullmatch(self.plain, *span):
            return None, count
        try:
            number = read_passage(self._passage(span), self.limits)
        except SymeigError:
            return None, count
        is_word = isinstance(number, Symbol) and len(number.name) > 2
        return None if is_word else number, count

    def _counted(self, span: Span) -> tuple[Span, int | None]:
        """An item without what is said of its multiplicity, and that."""
        if beside := _BESIDE.fullmatch(self.plain, *span):
            predicate = "may be a product, or a number that counts several times"
            remedy = "Write 2*3 for the product and 2 (mult. 3) for the other."
            raise self.passage.malformed(beside.start(), predicate, remedy)
        said = _MULTIPLICITY.search(self.plain, max(span.start + 1, span.stop - _NEAR), span.stop)
        if said is None:
            return span, None
        count = _multiplicity(said)
        if said["geometric"] and not 1 <= int(said["geometric"]) <= count:
            predicate = "has a geometric multiplicity that is not between 1 and the algebraic one"
            raise self.passage.malformed(said.start("geometric"), predicate, "Write the eigenvalues alone, as in 5, 2.")
        return self.trimmed(Span(span.start, said.start())), count

    def _passage(self, span: Span) -> Passage:
        return self.passage.part(*span)

    # --- arrays -----------------------------------------------------------------------------------------------------

    def _arrays(self, span: Span) -> list[tuple[Span, Group]]:
        """The lists in brackets, outside of other brackets, that are in an item; none where it is an expression."""
        found: list[tuple[Span, Group]] = []
        offset = span.start
        for start in self._opened(span):
            stop = self.partners[start]
            call = _CALL.search(self.plain, max(offset, start - _NEAR), start)
            if call or self._is_list(start):
                found.append((Span(call.start() if call else start, stop + 1), self._list(start, call)))
            offset = stop + 1
        return found

    def _opened(self, span: Span) -> Iterator[int]:
        """Where brackets are opened outside of other ones."""
        offset = span.start
        while bracket := _OPENING.search(self.plain, offset, span.stop):
            yield bracket.start()
            offset = self.partners[bracket.start()] + 1

    def _is_list(self, offset: int) -> bool:
        """Whether a bracket encloses a list, and not a number: it has separators in it, or is of a kind that does."""
        if _FUNCTION.search(self.plain, max(0, offset - _NEAR), offset):
            return False
        inside = self.trimmed(Span(offset + 1, self.partners[offset]))
        match self.plain[offset]:
            case "[":
                return True
            case "{":
                return "\\" not in self.plain
        if any(next(self.separators(pattern, inside), None) for pattern in (_SOFT, _HARD)):
            return True
        if self.partners.get(inside.start) == inside.stop - 1:
            return self._is_list(inside.start)
        # (1 -2) is a list; (2 a) is a product, and (1 +√5) a sum.
        parts = self.plain[slice(*inside)].split()
        return len(parts) > 1 and all(map(_NUMERAL.fullmatch, parts))

    def _list(self, offset: int, call: re.Match[str] | None) -> Group:
        group = self._group(Span(offset + 1, self.partners[offset]), self.plain[offset])
        if call is None:
            return group
        inner = group.items[0] if len(group.items) == 1 else None
        if call["span"]:
            # The rows that semicolons make are those of one vector.
            if isinstance(inner, Group) and any(isinstance(x, Group) and x.bracket for x in inner.items):
                group = inner
            return Group(group.items, "span", group.passage)
        group = inner if isinstance(inner, Group) else group
        return self._diagonal(group) if call["diagonal"] else group

    def _diagonal(self, group: Group) -> Group:
        # What semicolons separate are rows of one entry.
        entries = [row.items[0] if isinstance(row, Group) and len(row.items) == 1 else row for row in group.items]
        size = len(entries)
        if size * size > self.limits.nodes:
            limit = self.limits.nodes
            refusal = OversizeError("stands for too many entries", what="size", limit=limit, spent=size * size)
            raise self.passage.refused(group.passage.start, refusal)
        zero = Number(0, group.passage)
        rows = ([entry if i == j else zero for j in range(size)] for i, entry in enumerate(entries))
        return Group(tuple(Group(tuple(row), "[", group.passage) for row in rows), "[", group.passage)

    def _combination(self, span: Span, arrays: list[tuple[Span, Group]]) -> Group:
        """The sum of arrays with factors that an item is: (1, 2), 1/3 [[1, 2], [3, 4]], t(1, 1) + s(0, 1)."""
        total: Group | None = None
        offset = span.start
        for place, given in arrays:
            array, start = given, self.trimmed(Span(offset, place.start)).start
            factor = self._factor(Span(offset, place.start), is_first=total is None)
            offset = place.stop
            if transposed := _TRANSPOSED.match(self.plain, offset, span.stop):
                array, offset = _transposed(array), transposed.end()
            if divisor := _DIVISOR.match(self.plain, offset, span.stop):
                below = read_passage(self.passage.part(*divisor.span("below")), self.limits)
                factor = self._computed(offset, partial(_divided, factor, below, self.limits))
                offset = divisor.end()
            elif behind := _BEHIND.match(self.plain, offset, span.stop):
                number = read_passage(self.passage.part(*behind.span("factor")), self.limits)
                factor = self._computed(offset, partial(arithmetic.multiply, [factor, number], self.limits))
                offset = behind.end()
            term = array if factor == 1 else self._scaled(start, factor, array)
            total = term if total is None else self._sum(start, total, term)
        rest = self.trimmed(Span(offset, span.stop))
        if total is None or rest.start < rest.stop:
            remedy = "Write one list or matrix, and a comma before the next one."
            raise self.passage.malformed(rest.start, "goes on behind a list", remedy)
        return total

    def _product(self, span: Span, arrays: list[tuple[Span, Group]]) -> tuple[Number, Group] | None:
        """The number and the list that an item is, with white space between them."""
        place, array = arrays[0]
        number = self.trimmed(Span(span.start, place.start))
        if place.stop < span.stop or number.stop == place.start or not _PLAIN_NUMBER.fullmatch(self.plain, *number):
            return None
        return Number(read_passage(self._passage(number), self.limits), self._passage(number)), array

    def _factor(self, span: Span, *, is_first: bool) -> ExactScalar:
        """What an array is multiplied by."""
        span = self.trimmed(span)
        text = self.plain[slice(*span)]
        if not is_first and text[:1] not in {"+", "-"}:
            raise self.passage.malformed(span.start, "has two lists side by side", "Write a comma between them.")
        if text in {"", "+", "-"}:
            return -1 if text == "-" else 1
        times = re.search(r"(?:\*|\\cdot|\\times)\Z", text)
        stop = span.start + times.start() if times else span.stop
        return read_passage(self.passage.part(span.start, stop), self.limits)

    def _scaled(self, offset: int, factor: ExactScalar, array: Group) -> Group:
        def scaled(item: Node) -> Node:
            if isinstance(item, Group):
                return self._scaled(offset, factor, item)
            if not isinstance(item, Number):
                raise self.passage.malformed(offset, "multiplies something that is no list of numbers", "Write it out.")
            product = partial(arithmetic.multiply, [factor, item.value], self.limits)
            return Number(self._computed(offset, product), item.passage)

        return Group(tuple(map(scaled, array.items)), array.bracket, array.passage)

    def _sum(self, offset: int, left: Group, right: Group) -> Group:
        def added(a: Node, b: Node) -> Node:
            if isinstance(a, Group) and isinstance(b, Group):
                return self._sum(offset, a, b)
            if not (isinstance(a, Number) and isinstance(b, Number)):
                raise self.passage.malformed(offset, "adds lists of different shapes", "Give both the same shape.")
            return Number(self._computed(offset, partial(arithmetic.add, [a.value, b.value], self.limits)), a.passage)

        if left.bracket == right.bracket == "span":
            return Group((*left.items, *right.items), "span", left.passage)
        if len(left.items) != len(right.items):
            raise self.passage.malformed(offset, "adds lists of different lengths", "Give both the same length.")
        return Group(tuple(map(added, left.items, right.items)), left.bracket, left.passage)

    def _computed(self, offset: int, operation: Callable[[], ExactScalar]) -> ExactScalar:
        """The result of an operation written at `offset`."""
        try:
            return operation()
        except RefusedError as refusal:
            raise self.passage.refused(offset, refusal) from None

    # --- signs ------------------------------------------------------------------------------------------------------

    def _signed(self, span: Span) -> Iterator[Passage]:
        """The text of a number with each way to read its signs ±; ∓ is the opposite of the ± before it."""
        if self.plain.find("±", *span) < 0:
            yield self.passage.part(*span)
            return
        places = [k for k in range(*span) if self.plain[k] == "±"]
        if len(places) > _MOST_SIGNS:
            predicate = f"has more than {_MOST_SIGNS} signs ±"
            raise self.passage.refused(
                places[-1], OversizeError(predicate, what="nodes", limit=_MOST_SIGNS, spent=len(places))
            )
        for signs in product("+-", repeat=len(places)):
            plain = list(self.plain)
            chosen = dict(zip(places, signs, strict=True))
            last = "+"
            for k in range(*span):
                if plain[k] == "±":
                    plain[k] = last = chosen[k]
                elif plain[k] == "∓":
                    plain[k] = "-" if last == "+" else "+"
            yield replace(self.passage, plain="".join(plain), start=span.start, stop=span.stop)


def _divided(x: ExactScalar, y: ExactScalar, limits: Limits) -> ExactScalar:
    return arithmetic.multiply([x, arithmetic.power(y, -1, limits)], limits)


def _multiplicity(said: re.Match[str]) -> int:
    number = said["after"] or said["bội"] or said["before"] or said["star"]
    if number:
        return int(number)
    return 1 if said["simple"] else 2 if said["double"] else 3


def _transposed(array: Group) -> Group:
    """The rows as columns; a list of numbers is a row."""
    if not any(isinstance(row, Group) for row in array.items):
        return Group(tuple(Group((entry,), "[", array.passage) for entry in array.items), "[", array.passage)
    if not all(isinstance(row, Group) for row in array.items):
        return array
    rows = [row.items for row in array.items if isinstance(row, Group)]
    if len({len(row) for row in rows}) != 1:
        return array
    return Group(tuple(Group(column, "[", array.passage) for column in zip(*rows, strict=True)), "[", array.passage)


def _joined(items: Sequence[Node]) -> list[Node]:
    """Items with a remark on several parameters as one: s, t ∈ ℝ."""
    found: list[Node] = []
    for item in reversed(items):
        behind = found[-1] if found else None
        letter = item.value if isinstance(item, Number) and item.multiplicity is None else None
        if isinstance(behind, Remark) and isinstance(letter, Symbol) and _is_about_others(behind.text, letter.name):
            found[-1] = Remark(f"{letter.name}, {behind.text}", item.passage)
        else:
            found.append(item)
    return found[::-1]


def _is_about_others(text: str, letter: str) -> bool:
    """Whether a remark is about parameters, and none of them is a letter."""
    is_about_it = re.search(rf"(?<!\w){re.escape(letter)}(?!\w)", text)
    return bool(_ABOUT_PARAMETERS.search(text)) and not is_about_it
