"""JSON read with the place of every value, entry by entry: what no JSON parser keeps.

A broken entry is noted and reading goes on at the next line that begins one.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]

from factcheck.sources.document import Span

DEPTH = 100
"""Levels of nesting above which an entry is refused."""
MOST_BROKEN = 200
"""Damaged entries after which a file is read no further."""
_NUMBER = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?")
_WORD = re.compile(r"true|false|null")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEXT_LINE = re.compile(r"\n[ \t]{0,20}(?=\{)")
_BLANK = " \t\n\r"
LISTS = frozenset({"items", "results", "records", "works", "references"})
"""Keys whose lists hold the entries of an answer."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value: `words` of a string, number or word; `fields` of an object; `items` of a list.
    The span of a string leaves out its quotation marks."""

    start: int
    end: int
    words: str | None = None
    fields: dict[str, Node] | None = None
    items: list[Node] | None = None
    quoted: bool = False

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)

    def get(self, *path: str) -> Node | None:
        """The value at a path of keys, None where there is none."""
        node: Node | None = self
        for key in path:
            node = node.fields.get(key) if node is not None and node.fields else None
        return node

    def text(self, *path: str) -> str:
        """The words at a path of keys, empty where there are none."""
        node = self.get(*path)
        return node.words.strip() if node is not None and node.words is not None else ""

    def each(self, *path: str) -> list[Node]:
        """The items of the list at a path; a single value is a list of one."""
        node = self.get(*path)
        if node is None:
            return []
        return node.items if node.items is not None else [node]


class Damaged(Exception):
    """The text is no JSON at `at`; never leaves the readers of records."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at, self.why = at, why


def entries(text: str, broken: list[Damaged]) -> Iterator[Node]:
    """The entries of a file: the items of a list or of an answer's list, or one object after the
    other (JSON Lines). What is damaged is added to `broken`."""
    position = skip(text, 0)
    while position < len(text):
        begin = position
        try:
            position = yield from _top(text, position)
        except Damaged as damage:
            broken.append(Damaged(damage.at, damage.why))
            if len(broken) == MOST_BROKEN:
                broken.append(Damaged(damage.at, "too many damaged entries; the rest is not read"))
                return
            following = _NEXT_LINE.search(text, max(damage.at - 1, begin))
            if following is None:
                return
            position = following.end()
        position = skip(text, position)


def _top(text: str, at: int) -> Generator[Node, None, int]:
    """One value at the top. Its generator returns the offset behind it."""
    mark = text[at]
    if mark == "[":
        return (yield from _list(text, at))
    if mark != "{":
        raise Damaged(at, "neither an object nor a list")
    return (yield from _answer(text, at, 0))


def _list(text: str, at: int) -> Generator[Node, None, int]:
    at = skip(text, at + 1)
    while text[at : at + 1] != "]":
        node, at = value(text, at, 2)
        yield node
        at = _separator(text, at, "]")
    return at + 1


def _answer(text: str, at: int, depth: int) -> Generator[Node, None, int]:
    """An object: the items of its list of entries, else the object itself."""
    start, fields, listed = at, dict[str, Node](), False
    at = skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _key(text, at, fields)
        opening = text[at : at + 1]
        if opening == "[" and key in LISTS and not _is_entry(fields):
            listed = True
            at = yield from _list(text, at)
        elif opening == "{" and key == "message" and depth == 0:
            listed = True
            at = yield from _answer(text, at, 1)
        else:
            fields[key], at = value(text, at, 2)
        at = _separator(text, at, "}")
    if not listed:
        yield Node(start, at + 1, fields=fields)
    return at + 1


def _is_entry(fields: dict[str, Node]) -> bool:
    return bool({"DOI", "title", "id"} & fields.keys())


def value(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The value that begins at `at`, and the offset behind it. Raises Damaged."""
    if depth > DEPTH:
        raise Damaged(at, "nested too deeply")
    mark = text[at : at + 1]
    if mark == '"':
        words, end = _string(text, at)
        return Node(at + 1, end - 1, words=words, quoted=True), end
    if mark == "{":
        return _object(text, at, depth)
    if mark == "[":
        return _array(text, at, depth)
    number = _NUMBER.match(text, at)
    if number:
        return Node(at, number.end(), words=number[0]), number.end()
    word = _WORD.match(text, at)
    if word is None:
        raise Damaged(at, "no value")
    return Node(at, word.end(), words=None if word[0] == "null" else word[0]), word.end()


def _object(text: str, at: int, depth: int) -> tuple[Node, int]:
    start, fields = at, dict[str, Node]()
    at = skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _key(text, at, fields)
        fields[key], at = value(text, at, depth + 1)
        at = _separator(text, at, "}")
    return Node(start, at + 1, fields=fields), at + 1


def _array(text: str, at: int, depth: int) -> tuple[Node, int]:
    start, items = at, list[Node]()
    at = skip(text, at + 1)
    while text[at : at + 1] != "]":
        item, at = value(text, at, depth + 1)
        items.append(item)
        at = _separator(text, at, "]")
    return Node(start, at + 1, items=items), at + 1


def _key(text: str, at: int, fields: dict[str, Node]) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise Damaged(at, "a name was expected")
    key, end = _string(text, at)
    if key in fields:
        raise Damaged(at, f"{key[:40]} stands twice")
    end = skip(text, end)
    if text[end : end + 1] != ":":
        raise Damaged(end, "a colon was expected")
    return key, skip(text, end + 1)


def _string(text: str, at: int) -> tuple[str, int]:
    try:
        words, end = scanstring(text, at + 1, True)
    except JSONDecodeError as error:
        raise Damaged(at, "a text without end, or a wrong escape") from error
    if not words.isascii() and _SURROGATE.search(words):
        raise Damaged(at, "invalid Unicode")
    return words, end


def _separator(text: str, at: int, closing: str) -> int:
    """Behind a value: the offset of the next one, or of the closing bracket."""
    at = skip(text, at)
    mark = text[at : at + 1]
    if mark == closing:
        return at
    if mark != ",":
        raise Damaged(at, "a comma was expected")
    at = skip(text, at + 1)
    if text[at : at + 1] == closing:
        raise Damaged(at, "a comma too many")
    return at


def skip(text: str, at: int) -> int:
    """The offset of the next character that is no blank."""
    while text[at : at + 1] in _BLANK and at < len(text):
        at += 1
    return at
