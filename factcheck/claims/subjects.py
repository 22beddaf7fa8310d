"""What a clause is about: its own words first, then what its section is about.

A section has a work (the paper or article its heading names), a focus (the system that it
introduces) and a topic (what an article's headline and first sentence name). Pronouns and phrases
like 该模型, this paper, 本稿 lead to one of them; a part of the topic (`The roof`, 主塔) stays the
topic's, with the part as a qualifier."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping

from factcheck.claims.antecedents import sort_of
from factcheck.claims.catalogue import About
from factcheck.claims.clauses import Clause, Sentence
from factcheck.claims.discourse import Carried, Discourse
from factcheck.claims.entities import EntityTable, Mention
from factcheck.claims.grammar.clause_subjects import ClauseReader
from factcheck.claims.introduced import Introductions
from factcheck.claims.names import PERSON, is_name
from factcheck.claims.naming import COMMON_OPENERS, is_proper
from factcheck.claims.referring import Stretch, Subject
from factcheck.claims.section_subjects import ARTICLE, SectionSubjects
from factcheck.claims.topics import GENERIC
from factcheck.sources.document import Document, Section

__all__ = ["ARTICLE", "Subject", "Subjects"]

_PERSON = re.compile(PERSON)
_INSIDE = re.compile(r"(?<=[a-z0-9,;’'] )[A-Z][A-Za-z0-9-]{1,30}")
_ITEM = re.compile(r"(?P<name>[^:：,，。;；]{2,30}?)\s?[:：]")
_EDITION = re.compile(
    r"(?:[Vv]ersion|[Rr]elease|[Ee]dition|(?:The )?(?:current|first|latest) release|版本)(?![a-z])"
)
_STUDY = re.compile(r"study|researchers|report|team|研究(?:人员|团队|チーム)?|报告|報告|調査")
_SELF = re.compile(r"(?:本书|本書|该书|此书|同書|本报告|本報告書|全书|全文)")
BEGINNING = 30_000
"""Characters of a text in which other places of a word are looked for: asked for every clause, so
that a long text would take the square of its length."""
LEAD_CLAUSES = 3
"""Clauses of a section's first sentence in which its topic may be named."""


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
        reader = ClauseReader(
            document.text, entities, attributes, self._is_common, self._beginning.count
        )
        self._organisations = [m for m in mentions if m.kind == "organisation"]
        self._organisation_starts = [m.start for m in self._organisations]
        self._entities = entities
        self._stretches = {
            number: reader.stretches(clauses) for number, clauses in clauses_of.items()
        }
        leads = self._leads(sentences, clauses_of)
        self._places = SectionSubjects(
            document, entities, sentences, leads, self._inside, self._beginning
        )
        self._discourse = Discourse(Introductions(document.text))
        self._walk(sentences)

    def section(self, block: int) -> Section | None:
        return self._places.section(block)

    def is_paper(self, block: int) -> bool:
        """Whether the block's section is about one paper, see SectionSubjects."""
        return self._places.is_paper(block)

    def work(self, block: int) -> str:
        """The work that the block's section is about; the article itself where there is none."""
        return self._places.work(block)

    def topic(self, block: int) -> str | None:
        """What the block's section or the whole document is about, None where no title says it."""
        return self._places.topic(block)

    def focus(self, block: int) -> str:
        """The system that the block's section introduces, else the work."""
        return self._places.focus(block)

    def has_focus(self, block: int) -> bool:
        return self._places.has_focus(block)

    def of(self, clause: Clause, about: About, at: int | None = None) -> str:
        """The subject of a claim in this clause, for a predicate about that kind of thing; `at` is
        where the value stands, the clause's beginning unless given."""
        return self.read(clause, about, at)[0]

    def read(self, clause: Clause, about: About,
             at: int | None = None) -> tuple[str, Mapping[str, str]]:  # fmt: skip
        """The subject and, where a part of it is meant, the part as a qualifier."""
        if about == "article":
            return ARTICLE, {}
        block = clause.block
        carried = self._carried(clause, at)
        own = None if self._places.titled(block) or carried is None else carried.subject
        item = self._item(clause)
        if (
            item is not None
            and about in ("system", "any")
            and (own is None or not is_proper(own.words))
        ):
            return item, {}
        if carried is None or own is None:
            return self._fallback(clause, carried, about), {}
        if own.kind == "speaker" and about != "person":
            fallback = self._fallback(clause, carried, about)
            return own.words if own.words and fallback == ARTICLE else fallback, {}
        if carried.part and about != "work":
            return self._by_kind(clause, carried, own, about), {"part": carried.part}
        described = own.kind in ("phrase", "attribute") or _EDITION.match(own.words)
        if described and own.words and about != "work":
            whole = self._whole(clause, carried, own)
            if whole is not None:
                return whole
        return self._by_kind(clause, carried, own, about), {}

    def _whole(self, clause: Clause, carried: Carried,
               own: Subject) -> tuple[str, Mapping[str, str]] | None:  # fmt: skip
        """What the phrase is a part of: the thing with a name that was spoken of last, else the
        topic; None where the phrase is a subject of its own."""
        topic = self.topic(clause.block)
        if self.is_paper(clause.block):
            return None
        base = topic or carried.nearest
        if base is None or not self._is_part(own.words, base):
            return None
        if topic is None:
            return base, {"part": own.words}
        if _SELF.fullmatch(own.words) or own.words in topic:
            return topic, {}
        last = carried.last
        named = last is not None and last.sort in ("thing", "organisation")
        return carried.nearest if named and carried.nearest else topic, {"part": own.words}

    def _carried(self, clause: Clause, at: int | None = None) -> Carried | None:
        carried = self._discourse.at(clause.start if at is None else max(at, clause.start))
        return carried if carried is not None and carried.start >= clause.start else None

    def _by_kind(self, clause: Clause, carried: Carried, own: Subject, about: About) -> str:
        block = clause.block
        fallback = self._fallback(clause, carried, about)
        if own.kind == "system" and about == "work":
            if self.has_focus(block) and not self.is_paper(block):
                return self.focus(block)
            return fallback
        if own.kind == "work" and about not in ("work", "system"):
            work = self.work(block)
            study = None if self.is_paper(block) else _STUDY.search(own.words)
            return study.group() if study else work
        if own.kind in ("work", "system", "owned"):
            return fallback
        if own.kind in ("company", "person"):
            last = self._last(clause, carried, own) or fallback
            return own.words if last == ARTICLE else last
        if own.kind == "attribute":
            return own.words or (own.noun if fallback == ARTICLE and own.noun else fallback)
        maker = own.kind in ("organisation", "phrase") or (
            own.kind == "name" and sort_of(own.words, proper=True) == "organisation"
        )
        if maker and (
            (about == "work" and self.is_paper(block))
            or (about == "system" and (self.is_paper(block) or self.has_focus(block)))
        ):
            return fallback
        if own.kind == "name" and self.is_paper(block) and (
            self._is_other(own, block, about) or own.words.upper() in GENERIC
        ):  # fmt: skip
            return fallback
        return own.words

    def _item(self, clause: Clause) -> str | None:
        """The name at the head of a list entry: `- Finch-small: 38 million parameters`."""
        block = self._document.blocks[clause.block]
        if block.kind not in ("list_item", "numbered_item") or self._places.titled(clause.block):
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
            return not is_proper(words) and self._beginning.count(words) < 2 and (
                self._entities.link(words) is None
            )  # fmt: skip
        first = words.split()[0]
        named = is_proper(words) or first in self._inside
        return not named and self._entities.link(words) is None

    def _is_common(self, word: str) -> bool:
        """Whether a capitalised word at the head of a sentence is an ordinary word: in the table,
        or written small elsewhere in the text."""
        if word.lower() in COMMON_OPENERS:
            return True
        if word in self._inside or any(c.isdigit() or c.isupper() for c in word[1:]):
            return False
        return f" {word.lower()} " in self._beginning

    def _fallback(self, clause: Clause, carried: Carried | None, about: About) -> str:
        """What the section is about; in a section that is about no work and no system, what the
        paragraph named last, else the topic."""
        block = clause.block
        if not self.is_paper(block) and not (about == "system" and self.has_focus(block)):
            last = carried.last if carried is not None else None
            topic = self.topic(block)
            if last is not None and about != "work" and (topic is None or last.sort != "phrase"):
                return last.words
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

    def is_generic(self, clause: Clause) -> bool:
        """Whether the clause is about things in general (LLM, 模型): no system of the section."""
        own = self.explicit(clause)
        return own is None or own.words.upper() in GENERIC or own.kind == "phrase"

    def explicit(self, clause: Clause) -> Subject | None:
        """The subject that the clause or an earlier one of its sentence names."""
        carried = self._carried(clause)
        return carried.subject if carried is not None else None

    def _last(self, clause: Clause, carried: Carried, own: Subject) -> str | None:
        found = carried.last
        if own.kind == "person":
            return found.words if found else None
        section = self.section(clause.block)
        index = bisect.bisect_left(self._organisation_starts, clause.start) - 1
        begins = self._document.blocks[section.first].start if section else 0
        if index >= 0 and self._organisation_starts[index] >= begins:
            mention = self._organisations[index]
            return self._document.text[mention.start : mention.end]
        return found.words if found else None

    def _leads(
        self, sentences: list[Sentence], clauses_of: dict[int, list[Clause]]
    ) -> Iterator[tuple[Sentence, list[Subject]]]:
        """The sentences with the subjects that their first clauses name."""
        for number, sentence in enumerate(sentences):
            clauses = clauses_of.get(number, [])
            if clauses:
                end = clauses[min(LEAD_CLAUSES, len(clauses)) - 1].end
                yield sentence, [s.subject for s in self._stretches[number]
                                 if s.subject is not None and s.start < end]  # fmt: skip

    def _walk(self, sentences: list[Sentence]) -> None:
        whole = self._places.topic(-1)
        if whole:
            self._discourse.named(whole)
        for number, sentence in enumerate(sentences):
            block = sentence.block
            place = block if self.topic(block) else -2 - self._places.key(block)
            stretches: list[Stretch] = self._stretches.get(number, [])
            refers = not self.is_paper(block) and not self.has_focus(block)
            self._meet(sentence)
            self._discourse.sentence(stretches, place, refers=refers)
            topic = self.topic(block)
            if topic and self._speaks_of(sentence, topic):
                self._discourse.mention(topic, place)

    def _meet(self, sentence: Sentence) -> None:
        """Take in the persons whom a sentence names."""
        for match in _PERSON.finditer(self._document.text, sentence.start, sentence.end):
            name = match.group()
            if is_name(name) and sort_of(name, proper=True) == "person" and (
                self._entities.link(name) is None
            ):  # fmt: skip
                self._discourse.person(name)

    def _speaks_of(self, sentence: Sentence, topic: str) -> bool:
        """Whether a sentence of the running text names the topic."""
        kind = self._document.blocks[sentence.block].kind
        return kind != "heading" and (
            self._document.text.find(topic, sentence.start, sentence.end) >= 0
        )
