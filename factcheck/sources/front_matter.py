"""Front matter of Markdown: the fields between `---` lines, as metadata and as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.sources.drafts import Draft
from factcheck.sources.fields import field_name
from factcheck.sources.lines import is_rule, lines_of
from factcheck.sources.metadata import add_field

_OPEN = re.compile(r"\s{0,40}?^(?P<fence>---|\+\+\+)[ \t]{0,20}\r?$", re.MULTILINE)
_PAIR = re.compile(r"(?P<key>[^\s:=\-#][^:=\n]{0,60}?)[ \t]{0,10}(?P<sign>[:=])(?:[ \t]{1,20}|$)")
_ITEM = re.compile(r"-[ \t]{1,10}")
LONGEST = 20_000
"""Characters within which front matter must close."""


@dataclass(slots=True)
class FrontMatter:
    """The fields, where the text after the closing fence begins, and what they say of the
    document."""

    end: int
    drafts: list[Draft] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)


def front_matter_of(text: str) -> FrontMatter | None:
    """The front matter at the head of a text, None when there is none."""
    opening = _OPEN.match(text)
    if opening is None:
        return None
    closing = re.compile(rf"^{re.escape(opening['fence'])}[ \t]{{0,20}}\r?$", re.MULTILINE).search(
        text, opening.end() + 1, opening.end() + LONGEST
    )
    if closing is None:
        return None
    front = FrontMatter(closing.end())
    for line in [*lines_of(text, opening.start("fence"), opening.end()),
                 *lines_of(text, opening.end(), closing.start()),
                 *lines_of(text, closing.start(), closing.end())]:  # fmt: skip
        _take(front, text, line.start, line.end, line.text)
    if not any(draft.kind == "field" for draft in front.drafts):
        return None
    for draft in front.drafts:
        if draft.kind == "field":
            add_field(front.metadata, draft.name, _value(draft.content))
    return front


def _take(front: FrontMatter, text: str, start: int, end: int, line: str) -> None:
    pair = _PAIR.match(line)
    last = front.drafts[-1] if front.drafts else None
    if pair:
        label = pair["key"].strip("\"' ")
        front.drafts.append(Draft("field", start, end, min(start + pair.end(), end), line,
                                  label=label, name=field_name(label)))  # fmt: skip
    elif last is not None and last.kind == "field" and not is_rule(line):
        last.body = max(last.body, start) if not last.content.strip() else last.body
        last.extend(end, text[last.start : end])
    else:
        front.drafts.append(Draft("paragraph", start, end, start, line))


def _value(content: str) -> str:
    """A value without its quotes; the items of a list joined by commas."""
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    items = [_unquoted(_ITEM.sub("", line, count=1)) for line in lines]
    value = ", ".join(items) if len(items) > 1 else (items[0] if items else "")
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    return value


def _unquoted(value: str) -> str:
    for mark in "\"'":
        if len(value) > 1 and value[0] == value[-1] == mark:
            return value[1:-1]
    return "" if value in ("|", ">", "|-", ">-") else value
