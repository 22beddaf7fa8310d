"""Finds the parallel passages of a case: fields and sections of one document that give the same
text in two languages, and whole documents that are said to be translations."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Language
from factcheck.reconcile.translation.alignment import Alignment, Passage
from factcheck.reconcile.translation.sentence_alignment import align_sentences
from factcheck.sources.document import Block, Document, Span

_BASES = {
    "abstract": ("abstract", "摘要", "要旨", "抄録", "アブストラクト", "概要", "summary", "要約"),
    "title": ("title", "题目", "題目", "标题", "標題", "タイトル", "題名"),
    "conclusion": ("conclusion", "conclusions", "结论", "結論", "まとめ"),
    "introduction": ("introduction", "引言", "导言", "はじめに", "序論"),
    "description": ("description", "描述", "说明", "説明"),
    "text": ("original", "原文", "original text", "source text", "source", "英文", "英文原文",
             "translation", "译文", "翻译", "中文", "中文翻译", "訳文", "翻訳", "日本語訳", "和訳",
             "日文原文", "中文原文", "日本語", "english", "english translation", "chinese",
             "japanese", "english original", "translated text", "本文訳"),
}  # fmt: skip
_BASE_OF = {name: base for base, names in _BASES.items() for name in names}
_SUMMARY = re.compile(r"要約$|summary$|総括$|概括$", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"訳|译|翻|translat|(?<![a-z])(?:mt|ja|zh|jp|cn)(?![a-z])|日本語|中文|和文", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,24})[)）\]】]")


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A labelled passage: what it gives (abstract, title …) and whether it says it is a
    translation or a summary."""

    base: str
    passage: Passage
    translated: bool
    summary: bool


def find_alignments(
    documents: Sequence[Document], originals: Mapping[str, str]
) -> tuple[Alignment, ...]:
    """All pairs of parallel passages, with their sentences paired. `originals` maps a document's
    name to its original's."""
    by_name = {document.name: document for document in documents}
    found: list[Alignment] = []
    for document in documents:
        if document.kind != "record":
            found.extend(_inside(document))
    for slug in sorted(originals):
        translation, original = by_name.get(slug), by_name.get(originals[slug])
        if translation is not None and original is not None and translation is not original:
            found.append(Alignment(original=_whole(original), translation=_whole(translation)))
    found.extend(_renderings_of_one(by_name, originals))
    return tuple(replace(a, beads=align_sentences(a.original, a.translation)) for a in found)


def _renderings_of_one(
    by_name: Mapping[str, Document], originals: Mapping[str, str]
) -> Iterator[Alignment]:
    """Two translations of one original that is not at hand, in one language."""
    of_original: dict[str, list[str]] = {}
    for slug in sorted(originals):
        if slug in by_name and originals[slug] not in by_name:
            of_original.setdefault(originals[slug], []).append(slug)
    for slugs in of_original.values():
        for index, first in enumerate(slugs):
            for second in slugs[index + 1 : index + 6]:
                one, other = by_name[first], by_name[second]
                if one.language == other.language:
                    yield Alignment(original=_whole(one), translation=_whole(other),
                                    kind="rendering")  # fmt: skip


def _whole(document: Document) -> Passage:
    body = [block for block in document.blocks if block.zone == "body"]
    end = body[-1].end if body else len(document.text)
    start = body[0].start if body else 0
    return Passage(document=document, span=Span(start=start, end=end), language=document.language)


def _inside(document: Document) -> Iterator[Alignment]:
    """Parallel passages of one document, record by record: a second title opens a new record."""
    group: list[_Part] = []
    seen: set[tuple[str, Language, bool]] = set()
    for part in _parts(document):
        key = (part.base, part.passage.language, part.summary)
        if key in seen:
            yield from _pairs(group)
            group, seen = [], set()
        group.append(part)
        seen.add(key)
    yield from _pairs(group)


def _pairs(parts: Sequence[_Part]) -> Iterator[Alignment]:
    for base in sorted({part.base for part in parts}):
        same = [part for part in parts if part.base == base]
        languages = {part.passage.language for part in same}
        if len(same) < 2 or len(languages) < 2 or "und" in languages:
            continue
        source = next((p for p in same if not p.translated and not p.summary), same[0])
        others = [p for p in same if p.passage.language != source.passage.language]
        for part in others:
            kind = "summary" if part.summary or source.summary else "translation"
            yield Alignment(original=source.passage, translation=part.passage,
                            kind="summary" if kind == "summary" else "translation")  # fmt: skip
        for one, other in itertools.pairwise(others):
            if one.passage.language == other.passage.language:
                yield Alignment(original=one.passage, translation=other.passage, kind="rendering")


def _parts(document: Document) -> Iterator[_Part]:
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.zone != "body":
            continue
        label = _label(document, block)
        base = _base(label)
        if not base:
            continue
        passage = _passage(document, blocks, index)
        if passage is not None:
            yield _Part(base=base, passage=passage, translated=bool(_TRANSLATED.search(label)),
                        summary=base == "abstract" and bool(_SUMMARY.search(label)) and
                        label.casefold() not in _BASE_OF)  # fmt: skip


def _label(document: Document, block: Block) -> str:
    if block.kind == "field":
        return block.label
    if block.kind == "heading" and block.content.end - block.content.start <= 24:
        return document.text[block.content.start : block.content.end].strip(" :：#*【】")
    return ""


def _base(label: str) -> str:
    """What a label names, without bracketed remarks and language: `Title(参考訳)` → title,
    `Abstract要約` → abstract."""
    folded = unicodedata.normalize("NFKC", label).casefold().strip()
    bare = _BRACKETED.sub("", folded).strip()
    if bare in _BASE_OF:
        return _BASE_OF[bare]
    for name, base in _BASE_OF.items():
        rest = bare.removeprefix(name).strip(" -_/")
        if (
            len(name) >= 5
            and bare.startswith(name)
            and (
                _SUMMARY.fullmatch(rest)
                or rest in ("訳", "和訳", "译", "译文", "翻译", "翻訳", "日本語訳")
            )
        ):
            return base
    return ""


def _passage(document: Document, blocks: Sequence[Block], index: int) -> Passage | None:
    """The text under a label: the field's value with the paragraphs that go on with it, or the
    paragraphs under a heading."""
    opener = blocks[index]
    start = opener.content.start if opener.kind == "field" else opener.end
    end = opener.content.end if opener.kind == "field" else opener.end
    languages: list[tuple[int, Language]] = []
    if opener.kind == "field":
        languages.append((opener.content.end - opener.content.start, opener.language))
    for block in blocks[index + 1 :]:
        if block.zone != "body" or block.kind != "paragraph":
            break
        if opener.kind == "heading" and end == opener.end:
            start = block.start
        elif opener.kind == "field" and languages and block.language != languages[0][1]:
            break
        languages.append((block.end - block.start, block.language))
        end = block.end
    if end <= start or not languages:
        return None
    language = max(languages)[1]
    return Passage(document=document, span=Span(start=start, end=end), language=language)
