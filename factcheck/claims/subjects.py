"""What a clause is about: its own words first, then what its section is about.

A section has a work (the paper or article its heading names), a focus (the system that it
introduces) and a topic (what an article's headline and first sentence name). Pronouns and phrases
like 该模型, this paper, 本稿 lead to one of them; a part of the topic (`The roof`, 主塔) stays the
topic's, with the part as a qualifier."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping

from factcheck.claims.catalogue import About
from factcheck.claims.clause_subjects import ClauseReader, Subject
from factcheck.claims.clauses import Clause, Sentence
from factcheck.claims.entities import EntityTable, Mention
from factcheck.claims.names import PERSON
from factcheck.claims.naming import COMMON_OPENERS, is_proper
from factcheck.claims.topics import (
    GENERIC,
    focus_names,
    is_label,
    is_paper_section,
    is_title_block,
    may_name,
    prefix_name,
    shared_name,
    topic_of,
)
from factcheck.sources.document import Document, Section

ARTICLE = "this article"
"""The subject of what an article says about itself."""
BEGINNING = 100_000
"""Characters of a text in which other places of a word are looked for: asked for every clause, so
that a long text would take the square of its length."""
_PERSON = re.compile(PERSON)
_INSIDE = re.compile(r"(?<=[a-z0-9,;’'] )[A-Z][A-Za-z0-9-]{1,30}")
_ITEM = re.compile(r"(?P<name>[^:：,，。;；]{2,30}?)\s?[:：]")
_EDITION = re.compile(
    r"(?:Version|Release|Edition|The (?:current|first|latest) release|版本)(?![a-z])"
)
_SELF = re.compile(r"(?:本书|本書|该书|此书|同書|本报告|本報告書|全书|全文)")


class Subjects:
    """What the sections and clauses of one document are about; computed once, then only read."""

    def __init__(self, document: Document, entities: EntityTable, sentences: list[Sentence],
                 clauses_of: dict[int, list[Clause]], mentions: list[Mention],
                 attributes: tuple[str, ...] = ()) -> None:  # fmt: skip
        """`attributes` are words for what is measured, see ClauseReader."""
        self._document = document
        self._inside = frozenset(
            m.group()
            for s in sentences
            if document.blocks[s.block].kind != "heading"
            for m in _INSIDE.finditer(document.text, s.start, s.end)
        )
        self._beginning = document.text[:BEGINNING]
        self._reader = ClauseReader(document.text, entities, attributes, self._is_common)
        self._organisations = [m for m in mentions if m.kind == "organisation"]
        self._organisation_starts = [m.start for m in self._organisations]
        self._entities = entities
        self._clauses_of = clauses_of
        self._sections = {i: document.section_at(b.start) for i, b in enumerate(document.blocks)}
        self._focus: dict[int, str] = {}
        self._carried: dict[int, Subject | None] = {}
        self._last_named: dict[int, tuple[str, str]] = {}
        self._topics: dict[int, str] = {}
        self._find_focus(sentences)
        self._find_topics(sentences)
        self._carry(sentences)

    def section(self, block: int) -> Section | None:
        return self._sections.get(block)

    def is_paper(self, block: int) -> bool:
        """Whether the block's section is about one paper: its heading is a title, or the whole
        document is a paper's record."""
        section = self._sections.get(block)
        return section is not None and is_paper_section(self._document, section)

    def work(self, block: int) -> str:
        """The work that the block's section is about; the article itself where there is none."""
        section = self._sections.get(block)
        if section is not None and section.subject and not self._labels(section):
            topic = self._topics.get(section.first)
            return topic if topic and not self.is_paper(block) else section.subject
        return self._topics.get(-1) or self._document.metadata.get("title") or ARTICLE

    def topic(self, block: int) -> str | None:
        """What the block's section or the whole document is about, None where no title says it."""
        section = self._sections.get(block)
        own = self._topics.get(section.first) if section is not None else None
        return own or self._topics.get(-1)

    def focus(self, block: int) -> str:
        """The system that the block's section introduces, else the work."""
        section = self._sections.get(block)
        return self._focus.get(section.first if section else -1) or self.work(block)

    def has_focus(self, block: int) -> bool:
        section = self._sections.get(block)
        return (section.first if section else -1) in self._focus

    def of(self, clause: Clause, about: About) -> str:
        """The subject of a claim in this clause, for a predicate about that kind of thing."""
        return self.read(clause, about)[0]

    def read(self, clause: Clause, about: About) -> tuple[str, Mapping[str, str]]:
        """The subject and, where a part of it is meant, the part as a qualifier."""
        if about == "article":
            return ARTICLE, {}
        block = clause.block
        own = None if self._titled(block) else self._carried.get(clause.start)
        item = self._item(clause)
        if (
            item is not None
            and about in ("system", "any")
            and (own is None or not is_proper(own.words))
        ):
            return item, {}
        if own is None or (own.kind == "speaker" and about != "person"):
            return self._fallback(clause, about), {}
        described = own.kind in ("phrase", "attribute") or _EDITION.match(own.words)
        if described and own.words and about != "work":
            topic = self.topic(block)
            if topic and not self.is_paper(block) and self._is_part(own.words, topic):
                if _SELF.fullmatch(own.words) or own.words in topic:
                    return topic, {}
                return self._nearest(clause) or topic, {"part": own.words}
        return self._by_kind(clause, own, about), {}

    def _by_kind(self, clause: Clause, own: Subject, about: About) -> str:
        block = clause.block
        fallback = self._fallback(clause, about)
        if own.kind == "system" and about == "work":
            return (
                self.focus(block)
                if self.has_focus(block) and not self.is_paper(block)
                else (fallback)
            )
        if own.kind in ("work", "system") and about not in ("work", "system"):
            return fallback if own.kind == "system" else self.work(block)
        if own.kind in ("work", "system"):
            return fallback
        if own.kind in ("company", "person"):
            return self._last(clause, own) or fallback
        if own.kind == "attribute":
            return own.words or fallback
        if own.kind in ("organisation", "phrase") and (
            (about == "work" and self.is_paper(block))
            or (about == "system" and (self.is_paper(block) or self.has_focus(block)))
        ):
            return fallback
        if own.kind == "name" and self.is_paper(block) and self._is_other(own, block, about):
            return fallback
        return own.words

    def _item(self, clause: Clause) -> str | None:
        """The name at the head of a list entry: `- Finch-small: 38 million parameters`."""
        block = self._document.blocks[clause.block]
        if block.kind not in ("list_item", "numbered_item") or self._titled(clause.block):
            return None
        match = _ITEM.match(self._document.text, block.content.start, block.content.end)
        if match is None or clause.start < match.end():
            return None
        name, topic = match["name"].strip(" *_`"), self.topic(clause.block) or ""
        kin = len(name) >= 3 and len(topic) >= 2 and name[:2] == topic[:2]
        return name if is_proper(name) or kin else None

    def _is_part(self, words: str, topic: str) -> bool:
        """Whether a phrase is no name of its own, but describes the topic or a part of it."""
        if words in topic or _EDITION.match(words):
            return True
        if not words.isascii():
            return not is_proper(words) and self._beginning.count(words) < 3 and (
                self._entities.link(words) is None
            )  # fmt: skip
        first = words.split()[0]
        named = is_proper(words) or (
            first not in ("The", "A", "An", "the") and first in self._inside
        )
        return not named and self._entities.link(words) is None

    def _nearest(self, clause: Clause) -> str | None:
        """The thing with a name that the paragraph was about last."""
        last = self._last_named.get(clause.start)
        return last[0] if last is not None and last[1] == "proper" else None

    def _is_common(self, word: str) -> bool:
        """Whether a capitalised word at the head of a sentence is an ordinary word: in the table,
        or written small elsewhere in the text."""
        if word.lower() in COMMON_OPENERS:
            return True
        if word in self._inside or any(c.isdigit() or c.isupper() for c in word[1:]):
            return False
        return f" {word.lower()} " in self._beginning

    def _fallback(self, clause: Clause, about: About) -> str:
        """What the section is about; in a section that is about no work and no system, what the
        paragraph named last, else the topic."""
        block = clause.block
        if not self.is_paper(block) and not (about == "system" and self.has_focus(block)):
            last = self._last_named.get(clause.start)
            topic = self.topic(block)
            if last is not None and about != "work" and (topic is None or last[1] == "proper"):
                return last[0]
            if topic is not None:
                return topic
        return self.work(block) if about == "work" else self.focus(block)

    def _is_other(self, own: Subject, block: int, about: About) -> bool:
        """Whether a name cannot be what the predicate is about: a person, or of a work's own
        statements any name but the section's system."""
        if about == "work":
            return own.words != self.focus(block) and not own.words.startswith(self.focus(block))
        return about == "system" and _PERSON.fullmatch(own.words) is not None and (
            own.words != self.focus(block)
        )  # fmt: skip

    def _titled(self, block: int) -> bool:
        return is_title_block(self._document, self._document.blocks[block])

    def is_generic(self, clause: Clause) -> bool:
        """Whether the clause is about things in general (LLM, 模型): no system of the section."""
        own = self._carried.get(clause.start)
        return own is None or own.words.upper() in GENERIC or own.kind == "phrase"

    def explicit(self, clause: Clause) -> Subject | None:
        """The subject that the clause or an earlier one of its sentence names."""
        return self._carried.get(clause.start)

    def _last(self, clause: Clause, own: Subject) -> str | None:
        found = self._last_named.get(clause.start)
        if own.kind == "person":
            return found[0] if found else None
        section = self._sections.get(clause.block)
        index = bisect.bisect_left(self._organisation_starts, clause.start) - 1
        begins = self._document.blocks[section.first].start if section else 0
        if index >= 0 and self._organisation_starts[index] >= begins:
            mention = self._organisations[index]
            return self._document.text[mention.start : mention.end]
        return found[0] if found else None

    def _labels(self, section: Section) -> bool:
        if section.heading is None or is_paper_section(self._document, section):
            return False
        if not section.subject or self._document.metadata.get("title") == section.subject:
            return False
        mentioned = section.subject.split()[0] in self._inside
        return is_label(section.subject, self._document.language, mentioned=mentioned)

    def _find_focus(self, sentences: list[Sentence]) -> None:
        for opened in self._document.sections:
            if opened.heading is not None or opened.subject:
                name = prefix_name(opened.subject)
                if name:
                    self._focus[opened.first] = name
        seen: set[int] = set()
        for sentence in sentences:
            section = self._sections.get(sentence.block)
            key = section.first if section else -1
            if key in seen or self._document.blocks[sentence.block].kind == "heading":
                continue
            for name in focus_names(self._document.text, sentence.start, sentence.end):
                kind = self._entities.kind(name)
                if may_name(name) and kind not in ("organisation", "place"):
                    seen.add(key)
                    self._focus.setdefault(key, name)
                    break

    def _find_topics(self, sentences: list[Sentence]) -> None:
        """The topic of every section whose heading names something, from its first sentence."""
        lead: dict[int, str] = {}
        for number, sentence in enumerate(sentences):
            section = self._sections.get(sentence.block)
            key = section.first if section else -1
            kind = self._document.blocks[sentence.block].kind
            if section is None or key in lead or kind in ("heading", "field"):
                continue
            clauses = self._clauses_of.get(number, [])[:3]
            read = [self._reader.read(clause) or self._reader.bare(clause) for clause in clauses]
            named = [f.words for f in read if f and f.kind in ("name", "phrase", "organisation")]
            shared = (w for w in named if shared_name(section.subject, w))
            lead[key] = next(shared, named[0] if named else "")
        for section in self._document.sections:
            if section.heading is None and not section.subject:
                continue
            if not self._labels(section) and section.subject:
                self._topics[section.first] = topic_of(section.subject, lead.get(section.first))
        title = self._document.metadata.get("title")
        if title:
            first = next(iter(self._topics.values()), "")
            self._topics[-1] = first if first and first in title else topic_of(
                title, next(iter(lead.values()), None)
            )  # fmt: skip

    def _carry(self, sentences: list[Sentence]) -> None:
        last: tuple[str, str] | None = None
        block = -1
        for number, sentence in enumerate(sentences):
            section = self._sections.get(sentence.block)
            place = (
                sentence.block if self.topic(sentence.block) else (section.first if section else -1)
            )
            if place != block:
                block, last = place, None
            current: Subject | None = None
            bare: Subject | None = None
            for order, clause in enumerate(self._clauses_of.get(number, ())):
                found = self._reader.read(clause)
                if found is None and order < 2:
                    bare = self._reader.bare(clause) or bare
                elif found is not None:
                    bare = None
                found = found or bare
                if found is not None and found.kind == "speaker" and not found.words:
                    current = None
                current = found or current
                self._carried[clause.start] = current
                if last is not None:
                    self._last_named[clause.start] = last
                if found is not None and found.kind in ("name", "organisation", "phrase"):
                    last = (found.words, self._sort(found, sentence.block))

    def _sort(self, found: Subject, block: int) -> str:
        """`proper` for names of things, `phrase` for what does not outlive its sentence."""
        topic = self.topic(block)
        if topic is None:
            return "proper"
        if _PERSON.fullmatch(found.words) and self._entities.link(found.words) is None:
            return "phrase"
        return "phrase" if self._is_part(found.words, topic) else "proper"
