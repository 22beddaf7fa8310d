"""What the sections of a document are about: the work that a heading names, the system that a
section introduces, and the topic that an article's headline and first sentence name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from factcheck.claims.clauses import Sentence
from factcheck.claims.entities import EntityTable
from factcheck.claims.grammar.chinese_predicates import predicate_in
from factcheck.claims.naming import is_proper
from factcheck.claims.referring import Subject
from factcheck.claims.topics import (
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

OFTEN = 3
"""Times that a text must repeat a name to be about it, where its title names nothing."""
MOST_HEROES = 200
"""Names that may be what a text is about."""
ARTICLE = "this article"
"""The subject of what an article says about itself."""


class SectionSubjects:
    """Works, systems and topics of one document's sections; computed once, then only read."""

    def __init__(self, document: Document, entities: EntityTable, sentences: Sequence[Sentence],
                 leads: Iterable[tuple[Sentence, list[Subject]]], inside: frozenset[str],
                 beginning: str) -> None:  # fmt: skip
        """`leads` are the sentences with the subjects that they name, in text order, looked at
        only where a section needs its first; `inside` the words that the text writes with a
        capital in the middle of a sentence; `beginning` the part of the text in which words are
        counted."""
        self._beginning = beginning
        self._document = document
        self._entities = entities
        self._inside = inside
        self._sections = {i: document.section_at(b.start) for i, b in enumerate(document.blocks)}
        self._focus: dict[int, str] = {}
        self._topics: dict[int, str] = {}
        self._find_focus(sentences)
        self._find_topics(leads)

    def section(self, block: int) -> Section | None:
        return self._sections.get(block)

    def key(self, block: int) -> int:
        """The number of the block's section, -1 outside all."""
        section = self._sections.get(block)
        return section.first if section is not None else -1

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
        return self._topics.get(self.key(block)) or self._topics.get(-1)

    def focus(self, block: int) -> str:
        """The system that the block's section introduces, else the work."""
        return self._focus.get(self.key(block)) or self.work(block)

    def has_focus(self, block: int) -> bool:
        return self.key(block) in self._focus

    def titled(self, block: int) -> bool:
        """Whether the block looks like the title of a work."""
        return is_title_block(self._document, self._document.blocks[block])

    def _labels(self, section: Section) -> bool:
        if section.heading is None or is_paper_section(self._document, section):
            return False
        if not section.subject or self._document.metadata.get("title") == section.subject:
            return False
        mentioned = section.subject.split()[0] in self._inside
        return is_label(section.subject, self._document.language, mentioned=mentioned)

    def _find_focus(self, sentences: Sequence[Sentence]) -> None:
        for opened in self._document.sections:
            if opened.heading is not None or opened.subject:
                name = prefix_name(opened.subject)
                if name and may_name(name):
                    self._focus[opened.first] = name
        seen: set[int] = set()
        for sentence in sentences:
            key = self.key(sentence.block)
            if key in seen or self._document.blocks[sentence.block].kind == "heading":
                continue
            for name in focus_names(self._document.text, sentence.start, sentence.end):
                kind = self._entities.kind(name)
                if may_name(name) and kind not in ("organisation", "place"):
                    seen.add(key)
                    self._focus.setdefault(key, name)
                    break

    def _find_topics(self, leads: Iterable[tuple[Sentence, list[Subject]]]) -> None:
        """The topic of every section whose heading names something, from its first sentence."""
        lead: dict[int, str] = {}
        spoken: dict[str, None] = {}
        text = self._beginning
        for sentence, read in leads:
            spoken.update((f.words, None) for f in read if f.kind in ("name", "organisation"))
            section = self._sections.get(sentence.block)
            kind = self._document.blocks[sentence.block].kind
            if section is None or section.first in lead or kind in ("heading", "field"):
                continue
            named = [f.words for f in read if f.kind in ("name", "phrase", "organisation")]
            shared = (w for w in named if shared_name(section.subject, w))
            lead[section.first] = next(shared, named[0] if named else "")
        for section in self._document.sections:
            if section.heading is None and not section.subject:
                continue
            if not self._labels(section) and section.subject:
                self._topics[section.first] = topic_of(
                    section.subject, lead.get(section.first), text
                )
        title = self._document.metadata.get("title")
        if title:
            first = next(iter(self._topics.values()), "")
            self._topics[-1] = first if first and first in title else topic_of(
                title, next(iter(lead.values()), None), text
            )  # fmt: skip
            if self._topics[-1] == title and not _names(title):
                self._take_hero(title, spoken)

    def _take_hero(self, title: str, named: Iterable[str]) -> None:
        """Where the title names nothing, the text is about the name among the subjects of its
        sentences that it repeats most often."""
        count = self._beginning.count
        hero = max(islice(named, MOST_HEROES), key=count, default="")
        if hero and count(hero) >= OFTEN:
            self._topics.update({k: hero for k, topic in self._topics.items() if topic == title})


def _names(title: str) -> bool:
    """Whether a title is a name, and no sentence."""
    if title.isascii():
        return is_proper(title)
    return is_proper(title) and predicate_in(title, 0, len(title)) is None
