"""Clause templates: how the catalogue writes down the wording of a statement, so that adding one
is a line of data. `{v}` is the value, `{s}` the subject, `(a|b)` a choice, `[a|b]` may be absent;
`{v:a|b}` is a value that ends in one of these words.

A template becomes a bounded regular expression over one clause. Latin words match whole and
without regard to case; blanks between words may be absent beside CJK characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

SLOT_LIMIT = 160
"""Longest text a slot may hold, in characters."""
CLAUSE_LIMIT = 700
"""A clause longer than this has no grammar that a template could read."""

_TOKEN = re.compile(
    r"\{(?P<slot>[a-z])(?::(?P<tail>[^{}]{1,120}))?\}|(?P<open>[(\[])|(?P<bar>\|)|(?P<close>[)\]])"
    r"|(?P<blank> {1,9})|(?P<word>[A-Za-z][A-Za-z'’-]{0,40})|(?P<other>.)",
    re.S,
)


@dataclass(frozen=True)
class Match:
    """Where a template's slots lie in the clause it was matched with; None for an empty slot."""

    start: int
    end: int
    value: tuple[int, int] | None
    subject: tuple[int, int] | None


@dataclass(frozen=True)
class Template:
    """A template. `anchors` are folded literals of which one must be in the clause: a cheap test
    that spares most regular expressions, even their compilation."""

    source: str
    expression: str
    anchors: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    def match(self, clause: str) -> Match | None:
        """The first place where the clause says it."""
        found = self.pattern.search(clause)
        if found is None:
            return None
        return Match(found.start(), found.end(), _slot(found, "v"), _slot(found, "s"))


def _slot(found: re.Match[str], name: str) -> tuple[int, int] | None:
    if name not in found.re.groupindex or found.start(name) < 0:
        return None
    start, end = found.span(name)
    words = found.group(name)
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


@lru_cache(maxsize=4096)
def compile_template(source: str) -> Template:
    """The template written as `source`. Raises ValueError when its brackets do not match."""
    parts: list[str] = []
    closers: list[str] = []
    tokens = list(_TOKEN.finditer(source))
    for index, token in enumerate(tokens):
        kind = token.lastgroup
        if token["slot"]:
            parts.append(_slot_pattern(token, last=index == len(tokens) - 1, first=index == 0))
        elif kind == "open":
            parts.append("(?:")
            closers.append(")" if token["open"] == "(" else ")?")
        elif kind == "bar":
            parts.append("|")
        elif kind == "close":
            if not closers:
                raise ValueError(f"template {source!r}: a bracket is closed twice")
            parts.append(closers.pop())
        else:
            parts.append(_literal(token))
    if closers:
        raise ValueError(f"template {source!r}: a bracket is not closed")
    return Template(source, "".join(parts), _anchors(source))


def _slot_pattern(token: re.Match[str], *, first: bool, last: bool) -> str:
    start = "^" if first else ""
    if token["tail"]:
        tails = "|".join(map(re.escape, token["tail"].split("|")))
        return f"{start}(?P<{token['slot']}>.{{0,{SLOT_LIMIT}}}?(?:{tails}))"
    return f"{start}(?P<{token['slot']}>.{{1,{SLOT_LIMIT}}}{'' if last else '?'})"


def _literal(token: re.Match[str]) -> str:
    if token.lastgroup == "blank":
        return r"[ \u3000]{0,3}"
    if token.lastgroup == "word":
        return f"(?i:(?<![A-Za-z]){re.escape(token.group())}(?![A-Za-z]))"
    return re.escape(token.group())


def _anchors(source: str) -> tuple[str, ...]:
    """Literals that must be there: the longest run outside brackets, else every choice."""
    plain = re.sub(r"\[[^\[\]]{0,2000}\]", "\0", source)
    plain = re.sub(r"\{[a-z]:([^{}]{1,120})\}", r"(\1)", plain)
    plain = re.sub(r"\{[a-z]\}", "\0", plain)
    outside = re.sub(r"\([^()]{0,2000}\)", "\0", plain)
    runs = [run for part in outside.split("\0") for run in _runs(part)]
    if runs:
        return (max(runs, key=len),)
    choices = re.findall(r"\(([^()]{1,2000})\)", plain)
    if not choices:
        return ("",)
    group = max(choices, key=lambda c: min(len(x) for x in c.split("|")))
    return tuple(max(_runs(choice), key=len, default="") for choice in group.split("|"))


def _runs(part: str) -> list[str]:
    return [run.lower() for run in part.split(" ") if run]
