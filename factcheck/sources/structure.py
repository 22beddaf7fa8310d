"""Which part of a document is about what: levels of headings, sections and their subjects."""

from __future__ import annotations

import re

from factcheck.sources import markers
from factcheck.sources.document import Block, Section
from factcheck.sources.drafts import Draft
from factcheck.sources.lines import ends_sentence
from factcheck.sources.vocabulary import table

RANK_LEVELS = {"title": 1, "part": 2, "number": 2, "year": 4, "plain": 3, "entry": 9, "leadin": 10}
"""The level of each class of heading in plain text; hashes carry their own."""

GENERIC = frozenset(table("structure")["generic"])
"""Headings that say which part of a text follows, not what it is about."""
_INNER = frozenset("(（①②③④⑤⑥⑦⑧⑨⑩")
_LEAD = re.compile(r"^[\W\d_]{1,12}")
_QUOTED = re.compile(r"[《「『【“\"](?P<inner>[^《》「」『』【】“”\"]{1,300})[》」』】”\"]$")
_TRAILING = re.compile(r"[\s:：。,，、;；|—–-]{1,12}$")


def give_levels(drafts: list[Draft]) -> None:
    """Give every heading its level. Numbered headings stand above titles and plain headings,
    unless their numbers begin again under each plain heading."""
    levels = dict(RANK_LEVELS)
    if _restarts(drafts):
        levels["number"] = 4
        levels["year"] = 5
    deepest_hash = 0
    for draft in drafts:
        if draft.kind != "heading":
            continue
        if draft.rank == "hashes":
            deepest_hash = draft.level
            continue
        draft.level = levels.get(draft.rank, 3) + deepest_hash * (draft.rank != "title")
        if draft.rank == "number":
            draft.level += draft.number.count(".") + (draft.label[:1] in _INNER)


def _restarts(drafts: list[Draft]) -> bool:
    """Whether the numbering begins anew after a heading without a number."""
    seen_first = False
    plain_since = False
    for draft in drafts:
        if draft.kind == "heading" and draft.rank == "plain":
            plain_since = True
        elif draft.kind == "heading" and draft.rank == "number" and draft.number in ("1", "一"):
            if seen_first and plain_since:
                return True
            seen_first, plain_since = True, False
    return False


def mark_entries(drafts: list[Draft]) -> None:
    """List items that are titles with running text under them open sections of their own. Text
    behind an empty line belongs to an item only where items are set apart by empty lines too."""
    for index, draft in enumerate(drafts[:-1]):
        following = drafts[index + 1]
        if (
            draft.kind in ("list_item", "numbered_item")
            and not draft.furniture
            and following.kind in ("paragraph", "field")
            and following.indent >= draft.indent
            and (draft.after_blank or not following.after_blank)
            and not ends_sentence(draft.text)
            and len(draft.content) <= 300
        ):
            draft.rank = "entry"


def sections_of(
    drafts: list[Draft], blocks: tuple[Block, ...], text: str, title: str
) -> tuple[Section, ...]:
    """The sections in text order; a first one without heading holds the whole document unless
    its title is the first block. `title` is what the document says it is called."""
    openers = [
        index
        for index, draft in enumerate(drafts)
        if blocks[index].zone == "body" and (draft.kind == "heading" or draft.rank == "entry")
    ]
    sections: list[Section] = []
    stack: list[int] = []
    if blocks and not (openers and openers[0] == 0 and drafts[0].level == 1):
        sections.append(Section(first=0, last=len(blocks), title=title, subject=subject_of(title)))
        stack.append(0)
    ends = _ends(openers, drafts, len(blocks))
    for index, end in zip(openers, ends, strict=True):
        draft, block = drafts[index], blocks[index]
        level = _level(draft)
        while (
            stack
            and sections[stack[-1]].heading is not None
            and (sections[stack[-1]].level >= level)
        ):
            stack.pop()
        parent = stack[-1] if stack else None
        words = text[block.content.start : block.content.end]
        subject = subject_of(words)
        if draft.rank == "leadin" or not subject or is_generic(subject):
            subject = sections[parent].subject if parent is not None else ""
        elif index == 0 and draft.level == 1 and title:
            subject = subject_of(title) or subject
        stack.append(len(sections))
        sections.append(
            Section(
                first=index,
                last=end,
                title=_TRAILING.sub("", words.strip()),
                subject=subject,
                heading=index,
                level=level,
                parent=parent,
            )
        )
    return tuple(sections)


def _level(draft: Draft) -> int:
    return RANK_LEVELS["entry"] if draft.rank == "entry" else draft.level


def _ends(openers: list[int], drafts: list[Draft], count: int) -> list[int]:
    """For each opener the next one of its level or higher: one pass from the end."""
    ends = [count] * len(openers)
    stack: list[int] = []
    for place in range(len(openers) - 1, -1, -1):
        level = _level(drafts[openers[place]])
        while stack and _level(drafts[openers[stack[-1]]]) > level:
            stack.pop()
        if stack:
            ends[place] = openers[stack[-1]]
        stack.append(place)
    return ends


def is_generic(subject: str) -> bool:
    """Whether a heading names a part every article may have (`Results`), not a thing."""
    words = " ".join(_LEAD.sub("", subject, count=1).casefold().split())
    return words.rstrip(":： ") in GENERIC


def subject_of(title: str) -> str:
    """What a heading is about: its words without numbering, year, score and closing marks."""
    subject = title.strip()
    match = markers.PART.match(subject[:200]) or markers.NUMBER.match(subject[:200])
    if match and match.end() < len(subject):
        subject = subject[match.end() :]
    subject = markers.SCORE.sub("", subject)
    tail = markers.TITLE_YEAR.search(subject)
    if tail and tail.start():
        subject = subject[: tail.start()]
    subject = _TRAILING.sub("", subject.strip("*_# \t\u3000"))
    quoted = _QUOTED.match(subject)
    return quoted["inner"].strip() if quoted else subject
