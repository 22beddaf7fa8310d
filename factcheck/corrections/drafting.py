"""A correction notice in the article's language, drafted from the facts: what it said, what it
says now, when that changed. Text for an editor; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.corrections.case import Case
from factcheck.corrections.patching import Fix, applied, compose
from factcheck.model import Language
from factcheck.sources.document import Document
from factcheck.sources.sentences import sentences

LONGEST = 120
"""Characters of a sentence that is quoted whole; of a longer one, what stands around the change."""
AROUND = 36
ELLIPSIS = "…"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The sentences of one language. `{said}`, `{now}`, `{date}` and `{count}` are filled in."""

    title: str
    changed: str
    removed: str
    dated: str
    repeated: str
    date: str
    months: tuple[str, ...] = ()


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
WORDINGS: Mapping[str, Wording] = {
    "en": Wording(
        title="Correction",
        changed="An earlier version of this article said “{said}”. It now says “{now}”.",
        removed="An earlier version of this article contained the words “{said}”. "
        "They have been removed.",
        dated="Corrected on {date}.", repeated="The same change was made in {count} places.",
        date="{day} {month} {year}", months=MONTHS,
    ),
    "zh": Wording(
        title="更正",
        changed="本文此前的版本写作“{said}”，现更正为“{now}”。",
        removed="本文此前的版本含有“{said}”，现已删除。",
        dated="更正日期：{date}。", repeated="同样的更正共有 {count} 处。",
        date="{year}年{month}月{day}日",
    ),
    "ja": Wording(
        title="訂正",
        changed="この記事の以前の版に「{said}」とあったのは「{now}」の誤りでした。訂正しました。",
        removed="この記事の以前の版にあった「{said}」を削除しました。",
        dated="訂正日:{date}", repeated="同じ訂正が{count}か所あります。",
        date="{year}年{month}月{day}日",
    ),
}  # fmt: skip


def draft(cases: Sequence[Case], document: Document | None, language: Language) -> str:
    """The notice for these corrections of one article, dated by the last decision on them. Empty
    without any. An undetermined language is written in English."""
    if not cases:
        return ""
    words = WORDINGS.get(language, WORDINGS["en"])
    counts: dict[tuple[str, str], int] = {}
    for said, now in _changes(cases, document):
        counts[said, now] = counts.get((said, now), 0) + 1
    last = max(case.last.at for case in cases if case.last)
    lines = [f"{words.title}", ""]
    for (said, now), count in counts.items():
        template = words.changed if now else words.removed
        more = words.repeated.format(count=count) if count > 1 else ""
        gap = " " if words.months else ""
        lines.append(template.format(said=said, now=now) + (gap + more if more else ""))
    return "\n".join([*lines, "", words.dated.format(date=_date(last, words))]) + "\n"


def _date(at: str, words: Wording) -> str:
    year, month, day = (int(part) for part in at[:10].split("-"))
    name = words.months[month - 1] if words.months else month
    return words.date.format(year=year, month=name, day=day)


def _changes(cases: Sequence[Case], document: Document | None) -> Iterable[tuple[str, str]]:
    """(said, now) of every sentence with a change in it, in text order; both empty of none."""
    held = [c for c in cases if document and not c.why]
    fixes = [Fix(start=c.target.start, end=c.target.end, old=c.target.exact,
                 replacement=c.replacement, name=c.id[:10]) for c in held]  # fmt: skip
    if document:
        yield from _sentences(document, compose(document.text, fixes))
    for case in cases:
        if case not in held:  # its words are gone from the text: corrected already
            yield _clipped(case.target.prefix, case.target.exact, case.replacement,
                           case.target.suffix)  # fmt: skip


def _sentences(document: Document, fixes: Sequence[Fix]) -> Iterable[tuple[str, str]]:
    text = document.text
    grouped: dict[tuple[int, int], list[Fix]] = {}
    for fix in fixes:
        block = document.block_at(fix.start)
        begin, end = (block.content.start, block.end) if block else (fix.start, fix.end)
        begin, end = min(begin, fix.start), max(end, fix.end)
        inside = [s for s in sentences(text, begin, end) if s.start < fix.end and fix.start < s.end]
        span = (min((s.start for s in inside), default=fix.start),
                max((s.end for s in inside), default=fix.end))  # fmt: skip
        grouped.setdefault((min(span[0], fix.start), max(span[1], fix.end)), []).append(fix)
    for (start, end), members in grouped.items():
        if end - start <= LONGEST:
            moved = [Fix(start=f.start - start, end=f.end - start, old=f.old,
                         replacement=f.replacement) for f in members]  # fmt: skip
            said = text[start:end]
            yield _plain(said), _plain(applied(said, moved))
            continue
        for fix in members:
            yield _clipped(text[start : fix.start], fix.old, fix.replacement, text[fix.end : end])


def _clipped(before: str, old: str, new: str, after: str) -> tuple[str, str]:
    """Both wordings with a little of what stands around them, cut at a blank where there is one."""
    if len(before) > AROUND:
        cut = before[-AROUND:]
        before = ELLIPSIS + (cut.partition(" ")[2] or cut)
    if len(after) > AROUND:
        cut = after[:AROUND]
        after = (cut.rpartition(" ")[0] or cut) + ELLIPSIS
    return _plain(before + old + after), _plain(before + new + after)


def _plain(text: str) -> str:
    """The words on one line, without the full stop that the notice brings itself."""
    return " ".join(text.split()).removesuffix("。").removesuffix(".")
