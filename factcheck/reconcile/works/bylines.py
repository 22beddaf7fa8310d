"""Two author lists, two titles or two records of one work: the same, written otherwise, in another
order, or really different. Bibliographies abbreviate, reorder and cut short; none of it is an
error by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

ListRelation = Literal["same", "spelling", "order", "cut", "missing", "extra", "other"]
TitleRelation = Literal["same", "typography", "wording", "other"]

_NEAR = 0.75
"""How alike two spellings of one name are at least, as difflib counts."""
_OPEN = re.compile(r"^(?:et al\.?|others?|and others|anonymous|等|他|ほか)$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s?;\s|\s(?:and|&)\s|^(?:and|&)\s", re.IGNORECASE)
_COMMAS = re.compile(r",\s")
_INITIALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?= [A-Z][a-z])")
_ABBREVIATED = re.compile(r"[A-Z]{1,3} \S.{0,40}")
_GROUP = re.compile(r"(?<![A-Za-z])(?:Team|AI|OpenAI|Group|Consortium|Collaboration|Project|Lab|"
                    r"Initiative)(?![A-Za-z])")  # fmt: skip
_GIVEN = re.compile(r"(?:[A-Z][a-z]{0,20} )?[A-Z]\.(?: ?[A-Z]\.){0,2}$")
_CUT_AT = 5
"""Catalogues that abbreviate first names print at most so many authors and drop the rest."""
_MARKS = re.compile(r"[\W_]+")
_TEX = re.compile(r"\\[a-zA-Z]{1,12} ?|[{}\\$]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d",
                          "þ": "th", "ı": "i", "ħ": "h"})  # fmt: skip
_SAME_TITLE = 0.6


@dataclass(frozen=True, kw_only=True)
class ListDifference:
    """How `other` differs from `one`: names of `one` that `other` leaves out, names it adds, and
    pairs that are one person in two spellings (beyond initials, case and marks)."""

    relation: ListRelation
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()


@cache
def name_parts(name: str) -> tuple[str, ...]:
    """A name as folded words, the surname last: `Peng, Hao` and `HAO PENG` are equal."""
    spelt = _INITIALS.sub(lambda found: " ".join(found.group()), _TEX.sub("", name))
    plain = unicodedata.normalize("NFKD", spelt.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.translate(_LETTERS)
    if "," in plain:
        last, _, first = plain.partition(",")
        plain = f"{first} {last}"
    return tuple(part for part in re.split(r"[\s.\-’'‘`~]+", plain) if part)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings may be of one person without any slip: one surname, and first names
    that agree as far as they are written (T. and Tom), in either order of the parts."""
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return False
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if a[-1] != b[-1]:
        return False
    return _agree(a[:-1], b[:-1]) or _agree(b[:-1], a[:-1])


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every first name of the shorter row is met, in order, by one of the other as far as
    both are written; a row of no first names agrees with all."""
    at = 0
    for word in one:
        while at < len(other) and not (word.startswith(other[at]) or other[at].startswith(word)):
            at += 1
        if at == len(other):
            return False
        at += 1
    return True


def compare_lists(one: Sequence[str], other: Sequence[str]) -> ListDifference:
    """How two author lists of one work differ. A list that ends in `et al.` leaves nobody out."""
    left, cut_left = _people(one)
    right, cut_right = _people(other)
    pairs = _paired(left, right, same_name)
    loose_left = [i for i in range(len(left)) if i not in dict(pairs)]
    loose_right = [j for j in range(len(right)) if j not in {j for _, j in pairs}]
    near = [(loose_left[i], loose_right[j]) for i, j in _paired(
        [left[i] for i in loose_left], [right[j] for j in loose_right], _near)]  # fmt: skip
    respelt = tuple((left[i], right[j]) for i, j in near)
    missing = tuple(left[i] for i in loose_left if i not in dict(near))
    extra = tuple(right[j] for j in loose_right if j not in {j for _, j in near})
    missing = () if cut_right else missing
    extra = () if cut_left else extra
    order = [j for _, j in sorted((*pairs, *near))]
    relation: ListRelation = "same"
    if (missing and _is_cut(right, left)) or (extra and _is_cut(left, right)):
        relation = "cut"
    elif missing and extra:
        relation = "other"
    elif missing or extra:
        relation = "missing" if missing else "extra"
    elif order != sorted(order):
        relation = "order"
    elif respelt:
        relation = "spelling"
    return ListDifference(relation=relation, missing=missing, extra=extra, respelt=respelt)


def _people(names: Sequence[str]) -> tuple[list[str], bool]:
    """The persons of a list, several in one entry taken apart, and whether the list says that it
    is not complete: by `et al.`, or by naming a group in place of its members."""
    people: list[str] = []
    complete = True
    if any(";" in entry for entry in names):
        names = ", ".join(names).split(";")
    names = _rejoined(names)
    for entry in names:
        pieces = [piece.strip(" ,;") for piece in _SEVERAL.split(entry)]
        if len(pieces) == 1 and len(_COMMAS.findall(entry)) > 1:
            pieces = [piece.strip() for piece in _COMMAS.split(entry)]
        for piece in pieces:
            if _OPEN.match(piece) or _GROUP.search(piece):
                complete = False
            elif piece:
                people.append(piece)
    return people, not complete


def _rejoined(names: Sequence[str]) -> Sequence[str]:
    """A list that was cut at every comma (`Byron`, `Ada B.`, `Weyl`, `Kurt`) put together again:
    surnames of one word in turn with first names that hold an initial."""
    last, first = names[0::2], names[1::2]
    if len(names) < 4 or len(last) != len(first):
        return names
    if any(not name or not name.isalpha() for name in last) or not all(map(_GIVEN.match, first)):
        return names
    return [f"{given} {name}" for given, name in zip(first, last, strict=True)]


def people_in_common(one: Sequence[str], other: Sequence[str]) -> float | None:
    """The share of the shorter author list that stands in the longer one, slips of spelling
    allowed; None where one of them names nobody (or a group only)."""
    left, right = _people(one)[0], _people(other)[0]
    if not left or not right:
        return None
    pairs = dict(_paired(left, right, same_name))
    taken = set(pairs.values())
    more = _paired([name for i, name in enumerate(left) if i not in pairs],
                   [name for j, name in enumerate(right) if j not in taken], _near)  # fmt: skip
    return (len(pairs) + len(more)) / min(len(left), len(right))


def _is_cut(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a list is the beginning of the other as catalogues cut it: few names, abbreviated."""
    return (
        len(short) <= _CUT_AT and len(short) < len(full)
        and all(_ABBREVIATED.fullmatch(name) for name in short)
        and all(same_name(a, b) for a, b in zip(short, full, strict=False))
    )  # fmt: skip


def _paired(
    left: Sequence[str], right: Sequence[str], alike: Callable[[str, str], bool]
) -> list[tuple[int, int]]:
    """Greedy pairs in order, equal names before those that merely agree."""
    taken: set[int] = set()
    pairs = []
    exact = {name_parts(name): j for j, name in reversed(list(enumerate(right)))}
    rest = []
    for i, name in enumerate(left):
        j = exact.get(name_parts(name))
        if j is not None and j not in taken and alike(name, right[j]):
            taken.add(j)
            pairs.append((i, j))
        else:
            rest.append(i)
    for i in rest:
        for j, name in enumerate(right):
            if j not in taken and alike(left[i], name):
                taken.add(j)
                pairs.append((i, j))
                break
    return pairs


def _near(one: str, other: str) -> bool:
    """Whether two names are close enough to be one person with a slip in one of them."""
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    whole = SequenceMatcher(None, " ".join(a), " ".join(b)).ratio()
    if a[-1] == b[-1] or a[0] == b[0]:
        return whole >= _NEAR - 0.2
    return whole >= _NEAR


def compare_titles(one: str, other: str) -> TitleRelation:
    """Whether two titles are the same, differ in case, marks and markup, in words, or entirely."""
    if one.strip() == other.strip():
        return "same"
    first, second = _title_key(one), _title_key(other)
    if first == second:
        return "typography"
    alike = SequenceMatcher(None, first, second).ratio()
    return "wording" if alike >= _SAME_TITLE else "other"


def _title_key(title: str) -> str:
    plain = unicodedata.normalize("NFKD", _TEX.sub("", title).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _MARKS.sub("", plain.translate(_LETTERS))
