"""Drafts seen beside their neighbours: lists and headings told apart, fields, tables,
wrapped lines.

Every step is one pass over the drafts.
"""

from __future__ import annotations

import re

from factcheck.sources import markers
from factcheck.sources.cut import as_field, leads_in, may_head
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import PROSE, field_name, key_of, plausible_key
from factcheck.sources.lines import COLONS, COMMAS, HEAD, ends_sentence, is_rule, last_mark, width
from factcheck.sources.site.furniture import mark_site_lines
from factcheck.sources.structure import is_generic

_COLUMNS = re.compile(r"(?<=\S)(?: {2,40}|\u3000{1,20})(?=\S)")
_NAME_BREAK = re.compile(r",\s{1,4}(?:and\s)?|\sand\s|\s&\s|;\s")
TOP = 12
"""Blocks among which the title is looked for."""
TITLE_COLUMNS = 160
WRAP_COLUMNS = (40, 120)
"""Columns between which a paragraph is taken to have been wrapped by a machine."""


def resolve(drafts: list[Draft], text: str, *, markup: bool = False) -> list[Draft]:
    """The drafts with kinds settled and lines joined that belong together. `markup` says that
    headings are marked in this format, so that a short line proves nothing."""
    _tables(drafts)
    bulleted_fields(drafts)
    loose_fields(drafts)
    drafts = _join(drafts, text)
    mark_site_lines(drafts)
    _numbered(drafts)
    if not markup:
        _title(drafts)
        _plain_headings(drafts)
        _marked_headings(drafts)
    return drafts


def _tables(drafts: list[Draft]) -> None:
    """Two or more lines in a row with the same number of cells are rows of a table."""
    cells = [_cells(draft) for draft in drafts]
    for index, count in enumerate(cells):
        if count < 2:
            continue
        before = index > 0 and cells[index - 1] == count and not drafts[index].after_blank
        after = (index + 1 < len(cells) and cells[index + 1] == count
                 and not drafts[index + 1].after_blank)  # fmt: skip
        if before or after:
            draft = drafts[index]
            draft.kind, draft.body, draft.label, draft.rank = "table_row", draft.start, "", ""


def _cells(draft: Draft) -> int:
    text = draft.text
    if "\t" in text:
        return text.count("\t") + 1
    if "|" in text and len(text) > 2 and draft.kind not in ("heading", "field"):
        inner = text.strip("|")
        bars = inner.count("|")
        return bars + 1 if bars and (bars > 1 or text.startswith("|")) else 0
    columns = len(_COLUMNS.findall(text[:HEAD])) + 1 if draft.kind == "paragraph" else 0
    return columns if columns > 2 else 0


def bulleted_fields(drafts: list[Draft]) -> None:
    """A run of bulleted `key: value` lines in which known keys stand is a record."""
    run: list[Draft] = []
    before: Draft | None = None
    for draft in [*drafts, None]:
        if draft is not None and draft.bulleted and draft.kind == "list_item":
            key = key_of(draft.content[:HEAD])
            if key and (key.name or plausible_key(key.label)):
                run.append(draft)
                before = draft
                continue
        elif draft is not None and run and _value_goes_on(run[-1], before, draft):
            before = draft
            continue
        known = sum(1 for item in run if item.name)
        if known and known * 4 >= len(run):
            for item in run:
                as_field(item)
        run = []


def _value_goes_on(owner: Draft, before: Draft | None, draft: Draft) -> bool:
    """Whether a plain line goes on with the value of `owner`, whose last line is `before`."""
    if before is None or draft.kind != "paragraph" or draft.after_blank:
        return False
    return _continues_value(owner, before, draft)


def loose_fields(drafts: list[Draft]) -> None:
    """Unknown keys become fields beside a known field, or three in a row whose values are no
    sentences."""
    candidates = [
        d.kind == "paragraph"
        and (key := key_of(d.text[:HEAD])) is not None
        and plausible_key(key.label)
        and key.value_at < len(d.text)
        and width(d.text) <= 200
        for d in drafts
    ]
    start = 0
    while start < len(drafts):
        stop = start
        while (
            stop < len(drafts)
            and (candidates[stop] or drafts[stop].kind == "field")
            and (stop == start or not drafts[stop].after_blank)
        ):
            stop += 1
        run = drafts[start:stop]
        if start == 0 and candidates[0]:
            run = run[1:]  # the first line is rather the title
        known = sum(1 for d in run if d.kind == "field" and not d.bulleted and d.name not in PROSE)
        open_values = sum(1 for d in run if not ends_sentence(d.text))
        if known * 3 >= len(run) > 1 or (len(run) >= 3 and open_values * 2 > len(run)):
            for index in range(stop - len(run), stop):
                if candidates[index]:
                    as_field(drafts[index])
        start = max(stop, start + 1)


def _join(drafts: list[Draft], text: str) -> list[Draft]:
    """Lines that continue the block before them joined to it."""
    joined: list[Draft] = []
    previous: Draft | None = None
    limits = _wrap_limits(drafts)
    for index, draft in enumerate(drafts):
        block = joined[-1] if joined else None
        if (
            block is not None
            and previous is not None
            and _continues(block, previous, draft, limits[index])
        ):
            block.extend(draft.end, text[block.start : draft.end])
        else:
            joined.append(draft)
        previous = Draft("paragraph", draft.start, draft.end, draft.start, draft.text)
    return joined


def _wrap_limits(drafts: list[Draft]) -> list[int]:
    """For each line the columns at which its paragraph was wrapped, 0 where it was not. In a
    wrapped paragraph every line is full but the last and those that end a sentence."""
    limits = [0] * len(drafts)
    start = 0
    for index in range(1, len(drafts) + 1):
        if (
            index < len(drafts)
            and not drafts[index].after_blank
            and drafts[index].kind == "paragraph"
            and not is_rule(drafts[index].text)
        ):
            continue
        columns = [width(d.text) + d.indent for d in drafts[start:index]]
        widest = max(columns)
        # a heading without an empty line behind it is no line of the paragraph
        start += next(
            place
            for place, column in enumerate(columns)
            if column >= widest - _slack(drafts[start + place].text)
        )
        run = drafts[start:index]
        if (
            len(run) > 1
            and WRAP_COLUMNS[0] <= widest <= WRAP_COLUMNS[1]
            and _is_wrapped(run, widest)
        ):
            limits[start + 1 : index] = [widest] * (len(run) - 1)
        start = index
    return limits


def _is_wrapped(run: list[Draft], widest: int) -> bool:
    open_lines = [d for d in run[:-1] if not ends_sentence(d.text)]
    if len(open_lines) < 2:
        return bool(open_lines) and run[run.index(open_lines[0]) + 1].text[0].islower()
    return all(width(d.text) + d.indent >= widest - _slack(d.text) for d in open_lines)


def _slack(text: str) -> int:
    """Columns that a full line may lack: a long word, or one wide character and its mark."""
    return 18 if text.isascii() else 8


def _continues(block: Draft, line: Draft, draft: Draft, limit: int) -> bool:
    """Whether `draft` goes on with `block`, whose last line is `line`."""
    if draft.after_blank or draft.kind != "paragraph" or is_rule(draft.text):
        return False
    if is_rule(line.text):
        return False
    if block.kind == "field":
        return _continues_value(block, line, draft)
    if block.kind not in ("paragraph", "list_item", "numbered_item", "caption"):
        return False
    if block.kind != "paragraph" and draft.indent > block.indent and not ends_sentence(line.text):
        return True
    if not limit or ends_sentence(line.text) or last_mark(line.text) in ":：":
        return limit > 0 and ends_sentence(line.text) and width(line.text) >= limit * 0.75
    first = draft.text.split(maxsplit=1)[0] if draft.text.isascii() else draft.text[:1]
    return draft.text[0].islower() or width(line.text) + block.indent + 1 + width(first) > limit


def _continues_value(block: Draft, line: Draft, draft: Draft) -> bool:
    if last_mark(line.text) in COMMAS or block.body >= block.end:
        return True
    if draft.indent > block.indent:
        return True
    if block.name not in PROSE:
        return False
    return not (ends_sentence(line.text) and may_head(draft) and not draft.text[0].islower())


def _numbered(drafts: list[Draft]) -> None:
    """A numbered line is a heading when it is short and text of its own follows before the next
    number; numbered lines that follow each other are a list."""
    for index, draft in enumerate(drafts):
        if draft.kind != "numbered_item" or draft.rank or not draft.number:
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        before = drafts[index - 1] if index else None
        if following is None or _same_list(draft, following) or not may_head(draft):
            continue
        if before is not None and _same_list(before, draft) and before.rank != "number":
            continue  # the last item of a list
        if draft.label.startswith("["):
            continue
        draft.kind, draft.rank = "heading", "number"


def _same_list(one: Draft, other: Draft) -> bool:
    """Whether two numbered lines are neighbours in one list: one style, and the number goes on."""
    if not (one.kind == other.kind == "numbered_item" and one.number and other.number):
        return False
    if markers.style(one.label) != markers.style(other.label):
        return False
    first, second = markers.counted(one.number), markers.counted(other.number)
    return first is None or second is None or second == first + 1


def _title(drafts: list[Draft]) -> None:
    """The first line that is not the site's is the title when it is no sentence and something
    follows."""
    own = [draft for draft in drafts[:TOP] if not draft.furniture]
    if len(own) < 2:
        return
    first = own[0]
    if first.kind == "heading" and first.rank == "plain":
        first.rank = "title"
    if first.kind not in ("paragraph", "numbered_item") or width(first.text) > TITLE_COLUMNS:
        return
    if not is_generic(first.text) and (may_head(first) or may_title(first)):
        first.kind, first.rank = "heading", "title"
        key = key_of(first.text[:HEAD])
        rest = first.text[key.value_at :] if key else ""
        if key and plausible_key(key.label) and rest.isascii() and not key.label.isascii():
            # `論文の概要: Title`: what it is, then the title
            first.label, first.body = key.label, first.start + key.value_at


def may_title(draft: Draft) -> bool:
    """A headline may be longer than a heading inside the text."""
    text = draft.text
    if ends_sentence(text) or text[-1] in COLONS or markers.DATE_LINE.match(text):
        return False
    if text[0] in "—–―-":
        return False
    first = text[0]
    return len(text.split()) <= 24 and (first.isupper() or first.isdigit() or first > "\u2e7f")


def _plain_headings(drafts: list[Draft]) -> None:
    """Short lines without a sentence's end that stand before running text."""
    own = [draft for draft in drafts if not draft.furniture]
    short = [draft.kind == "paragraph" and may_head(draft) for draft in own]
    for index, draft in enumerate(own):
        if draft.kind != "paragraph":
            continue
        if leads_in(draft):
            draft.kind, draft.rank = "heading", "leadin"
        elif index + 1 == len(own):
            break
        elif field_name(draft.text) == "abstract":  # alone on its line
            draft.kind, draft.rank = "heading", "leadin"
        elif short[index] and draft.text[-1] not in COLONS and _stands_alone(own, short, index):
            draft.kind, draft.rank = "heading", "plain"


def _stands_alone(own: list[Draft], short: list[bool], index: int) -> bool:
    """Whether the short line is no line of a list, a verse or an address: a closed block or a
    blank before it, text or a blank behind it."""
    draft, following = own[index], own[index + 1]
    before = own[index - 1] if index else None
    if before is not None and not draft.after_blank and (short[index - 1] or not _closed(before)):
        return False
    if before is not None and before.rank == "title" and markers.DATE_LINE.match(following.text):
        return False  # who wrote it, and when
    if short[index + 1] and not following.after_blank:
        return draft.after_blank and _names_people(following.text)
    loose = following.kind == "paragraph" and not (following.after_blank or draft.after_blank)
    return not loose or ends_sentence(following.text)


def _closed(draft: Draft) -> bool:
    """Whether nothing of the block goes on in the next line; a number alone (`01`) is a mark."""
    return draft.kind != "paragraph" or ends_sentence(draft.text) or draft.text.isdigit()


def _names_people(text: str) -> bool:
    """Whether the line is a list of names: two or more capitalised groups of a few words."""
    groups = [group.split() for group in _NAME_BREAK.split(text[:HEAD])]
    return len(groups) > 1 and all(
        1 < len(words) <= 5 and words[0][0].isupper() and not any(map(str.isdigit, words))
        for words in groups
    )


def _marked_headings(drafts: list[Draft]) -> None:
    """`■ 見出し` alone before running text is a heading, several in a row are a list."""
    signs = frozenset("■◆●▼▶►▌☆★◇□○▷▸")
    for before, draft, following in zip(
        [None, *drafts[:-1]], drafts, [*drafts[1:], None], strict=True
    ):
        if draft.kind != "list_item" or draft.label not in signs or following is None:
            continue
        alone = following.label != draft.label and (before is None or before.label != draft.label)
        if alone and may_head(draft):
            draft.kind, draft.rank = "heading", "plain"
