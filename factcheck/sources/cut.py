"""Lines cut into drafts of blocks by what each line itself shows: markers, keys,
captions, years."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.sources import markers
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import key_of
from factcheck.sources.lines import COLONS, HEAD, Line, ends_sentence, last_mark, width

TITLE_WIDTH = 300
"""Columns that a title with its year may take."""
HEADING_WIDTH = 110
LEADIN_WIDTH = 44


def unglue(lines: list[Line]) -> Iterator[Line]:
    """Each line, split where a stamp of date and time ends one record and ` - Title` begins the
    next on the same line."""
    for line in lines:
        start = 0
        for stamp in markers.STAMP.finditer(line.text):
            glue = markers.GLUED_ITEM.match(line.text, stamp.end())
            if glue and start < stamp.start():
                yield _part(line, start, stamp.end())
                start = glue.end()
        yield _part(line, start, len(line.text)) if start else line


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.start + start, line.start + end, line.text[start:end],
                line.indent, line.after_blank and not start)  # fmt: skip


def draft_of(line: Line) -> Draft:
    """What the line is as far as it can tell by itself."""
    draft = Draft("paragraph", line.start, line.end, line.start, line.text,
                  indent=line.indent, after_blank=line.after_blank)  # fmt: skip
    for look in (_hashes, _caption, _part_heading, _bullet, _number, _field, _titled, _bracketed):
        if look(draft):
            break
    return draft


def _hashes(draft: Draft) -> bool:
    match = markers.HASHES.match(draft.text)
    if match is None or len(draft.text) > TITLE_WIDTH:
        return False
    _mark(draft, match.end(), match["marker"])
    draft.kind, draft.rank, draft.level = "heading", "hashes", len(match["marker"])
    return True


def _caption(draft: Draft) -> bool:
    head = draft.text[:HEAD]
    match = markers.CAPTION.match(head) or markers.PICTURE_NOTE.match(head)
    if match is None:
        match = markers.SHORT_CAPTION.match(head)
        open_line = width(draft.text) <= 70 and not any(mark in draft.text for mark in "。，,.;；")
        if match is None or not open_line or draft.text[match.end()].islower():
            return False
    _mark(draft, match.end(), match["marker"].rstrip(" \t:：.．、|｜丨—–\u3000"))
    draft.kind = "caption"
    return True


def _part_heading(draft: Draft) -> bool:
    match = markers.PART.match(draft.text[:HEAD])
    if match is None:
        return False
    _mark(draft, match.end(), match["marker"].strip())
    draft.number = match["number"]
    rest = draft.content
    if width(rest) <= TITLE_WIDTH and not _is_prose(rest):
        draft.kind, draft.rank = "heading", "part"
    else:
        draft.kind = "numbered_item"
    return True


def _bullet(draft: Draft) -> bool:
    match = markers.BULLET.match(draft.text[:HEAD])
    if match is None:
        return False
    at = match.end()
    box = markers.CHECKBOX.match(draft.text, at)
    _mark(draft, box.end() if box else at, match["marker"])
    draft.kind, draft.bulleted = "list_item", True
    key = key_of(draft.content[:HEAD])
    if key:
        draft.name = key.name
    return True


def _number(draft: Draft) -> bool:
    match = markers.NUMBER.match(draft.text[:HEAD])
    if match is None:
        return False
    _mark(draft, match.end(), match[0].strip())
    draft.kind, draft.number = "numbered_item", markers.numbering(match)
    return True


def _field(draft: Draft) -> bool:
    trailer = _trailer(draft.text)
    if trailer:
        draft.label, draft.body = draft.text[:trailer].rstrip(), draft.start + trailer
        draft.kind, draft.name = "field", "stamp"
        return True
    key = key_of(draft.text[:HEAD])
    if key is None or not key.name:
        return False
    if key.value_at >= len(draft.text):
        return False
    as_field(draft)
    return True


def as_field(draft: Draft) -> None:
    """Make the draft a field by the key in its content. It must have one."""
    key = key_of(draft.content[:HEAD])
    if key is None:
        return
    draft.kind, draft.label, draft.name = "field", key.label, key.name
    draft.body += min(key.value_at, len(draft.content))
    if draft.body >= draft.end:
        draft.body = draft.end


def _trailer(text: str) -> int:
    """Where the stamp of a record's last line begins (`Paper details (2024-01-02T…)`), or 0."""
    if len(text) > 90 or not text.endswith((")", "）", "]")):
        return 0
    stamps = list(markers.STAMP.finditer(text))
    stamp = stamps[-1] if stamps else None
    if stamp is None or stamp.end() != len(text) or not 0 < stamp.start() <= 48:
        return 0
    before = text[: stamp.start()]
    return 0 if any(mark in before for mark in "。.!?！？,，、;；") else stamp.start()


def _titled(draft: Draft) -> bool:
    """`Title (2016)`: a title with its year alone on a line."""
    match = markers.TITLE_YEAR.search(draft.text[-16:])
    if match is None or width(draft.text) > TITLE_WIDTH:
        return False
    title = draft.text[: len(draft.text) - len(match[0])]
    if len(title) < 2 or _is_prose(title) or " et al" in title or ". " in title[4:]:
        return False
    draft.kind, draft.rank = "heading", "year"
    return True


def _bracketed(draft: Draft) -> bool:
    """`【見出し】` alone on a line."""
    if not markers.BRACKETED_HEADING.match(draft.text[:HEAD]) or len(draft.text) > 64:
        return False
    if ends_sentence(draft.text) or not any(character.isalpha() for character in draft.text):
        return False
    draft.kind, draft.rank = "heading", "plain"
    return True


def _is_prose(text: str) -> bool:
    """Whether a heading-like text holds a sentence and goes on, or closes as one."""
    return any(mark in text[:-1] for mark in "。！；") or last_mark(text) in "。．.!！;；,，、"


def _mark(draft: Draft, length: int, label: str) -> None:
    draft.body, draft.label = draft.start + length, label


def may_head(draft: Draft) -> bool:
    """Whether a plain line could be a heading: short, no sentence, no date, begins as titles do."""
    text = draft.content
    if not text or width(text) > HEADING_WIDTH or _is_prose(text):
        return False
    if markers.DATE_LINE.match(text) or not any(c.isalpha() for c in text):
        return False
    if text[0].islower() or text[0] in "(（“「『\"'*|<>=+/\\—–―-":
        return False
    if ends_sentence(text) and last_mark(text) not in "?？!！":
        return False
    if text.isascii():
        return len(text.split()) <= 16
    return width(text) <= 90


def leads_in(draft: Draft) -> bool:
    """Whether the line is short and ends in a colon: it announces what must follow."""
    text = draft.text
    if text[-1] not in COLONS or width(text) > LEADIN_WIDTH:
        return False
    return not any(mark in text[:-1] for mark in "。.,，;；！!")
