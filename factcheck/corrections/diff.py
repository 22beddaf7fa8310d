"""A change of words as an inline diff that people can read: a number changes as a whole, with its
magnitude and unit, a word as a word, Chinese and Japanese text by the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MAX_TOKENS = 6_000
"""Changed tokens on one side beyond which the whole middle is shown as one change: the exact
script would take seconds, and nobody could read it."""

_DIGITS = "0-9０-９"
_MAGNITUDES = "十百千万萬亿億兆京"
TOKEN = re.compile(
    # digits with separators; a magnitude, in Han characters, in words or as a letter; a percentage
    rf"[{_DIGITS}]{{1,40}}(?:[.,．，:][{_DIGITS}]{{1,40}}){{0,12}}"
    rf"(?:[ \u00a0]?[{_MAGNITUDES}]{{1,4}}"
    r"|[ \u00a0](?:thousand|million|billion|trillion)(?![A-Za-z])"
    r"|[A-Za-zµ]{1,6}(?![A-Za-z])|[ \u00a0]?[%％‰])?"
    rf"|[{_MAGNITUDES}〇零一二两兩三四五六七八九]{{2,20}}"
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f])[^\W\d_]){1,60}"
    r"|\s{1,60}|.",
    re.DOTALL | re.IGNORECASE,
)

Operation = Literal["equal", "insert", "delete", "replace"]


@dataclass(frozen=True)
class Edit:
    """One stretch of the change: `old` became `new`."""

    op: Operation
    old: str
    new: str


def tokens(text: str) -> list[str]:
    """The text in the pieces that change as a whole. Joined, they are the text again."""
    return TOKEN.findall(text)


def diff(old: str, new: str) -> list[Edit]:
    """The stretches that stay and that change, in order: the `old` parts joined are the old text,
    the `new` parts the new one. Neighbouring changes are one."""
    before, after = tokens(old), tokens(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = (before[head : len(before) - tail], after[head : len(after) - tail])
    edits = [
        Edit("equal", same := "".join(before[:head]), same),
        *_script(*middle),
        Edit("equal", same := "".join(before[len(before) - tail :]), same),
    ]
    return list(_joined(edits))


def _common(before: list[str], after: list[str]) -> int:
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _script(before: list[str], after: list[str]) -> Iterator[Edit]:
    if max(len(before), len(after)) > MAX_TOKENS:
        yield Edit("replace", "".join(before), "".join(after))
        return
    from rapidfuzz.distance import Indel  # not needed to check an article

    for code in Indel.opcodes(before, after):
        old = "".join(before[code.src_start : code.src_end])
        new = "".join(after[code.dest_start : code.dest_end])
        yield Edit("equal" if code.tag == "equal" else "replace", old, new)


def _joined(edits: list[Edit]) -> Iterator[Edit]:
    """Neighbours of one kind as one edit, each under its right name, empty ones left out."""
    old, new, changed = "", "", False
    for edit in [*edits, Edit("equal", "", "")]:
        if not edit.old and not edit.new:
            continue
        if (edit.op != "equal") != changed:
            yield from _named(old, new, changed)
            old, new, changed = "", "", edit.op != "equal"
        old, new = old + edit.old, new + edit.new
    yield from _named(old, new, changed)


def _named(old: str, new: str, changed: bool) -> Iterator[Edit]:
    if not old and not new:
        return
    if not changed:
        yield Edit("equal", old, new)
    elif old and new:
        yield Edit("replace", old, new)
    else:
        yield Edit("delete" if old else "insert", old, new)
