"""What the parts of a Japanese sentence are about: the phrase before は, below a topic the one
before が, and the noun at the end of the clause that describes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.grammar.words import edges_of, word_set, words_of
from factcheck.claims.naming import QUOTED, is_name_in_cjk, is_proper, name_in
from factcheck.claims.referring import Stretch, Subject, described, referring
from factcheck.claims.word_index import WordEdges

MOST_BEFORE = 80
"""Characters before a particle that may belong to its phrase."""

_HIDDEN = re.compile(
    r"「[^「」]{0,200}」|『[^『』]{0,200}』|[(（][^()（）]{0,120}[)）]|“[^“”]{0,120}”"
)
_PARTICLE = re.compile(
    r"(?P<place>に|で|へ|と|から|まで|として)?(?P<mark>は|が|も)(?=[^ぁ-んー]|[ぁ-ん]{2}|[、。]?$)"
)
_NOT_BEFORE = re.compile(
    r"(?:て|た|だ|る|う|い|く|き|ず|なけれ|しか|つつ|まず|ま|ある|また|では|とい)$"
)
_NOT_BEHIND = re.compile(
    r"は(?:ず(?!れ)|じめ|るか|っきり|がき)|も(?:の|と|う|っと|し|ちろん|らう|らい)|が(?:る|り|っ)"
)
_DESCRIBING = re.compile(
    r"^.*(?<![のとやらはも・お])(?:に(?:とって|対し|対して|比べ|続き|伴い|加え|ついて|よって|ある|"
    r"おける|よる|関する|対する)|を受け|として|という|で(?:の)?|へ(?:の)?|から(?:の)?|まで(?:の)?|"
    r"に|を|より|後も|た|だ|る|う|く|ぐ|す|つ|ぬ|ぶ|む|[しなたき]い|"
    r"[高低長短広狭古若早速近遠多少強弱深浅安]い|な)(?=[^ぁ-ん、。])",
    re.S,
)
"""The clause or phrase before the noun that a topic ends in."""
_DATE = re.compile(
    r"[0-9〇一二三四五六七八九十元]{1,4}(?:年度?|月期?|日|週目|四半期|時点?|世紀)"
    r"(?:[0-9]{1,2}(?:月期?|日|時))?(?:[0-9]{1,2}日)?(?:現在|時点|末|度|以降|まで|から|にかけて)?|"
    r"[前当同本翌昨今来](?:年度?|期|年同期|月)|第[0-9一二三四]四半期|通期|連結|単体|年間|春|夏|秋|冬|"
    r"1日(?:あたり|当たり)?|[0-9]{1,2}[〜~～-][0-9]{1,2}月期?"
)
_SCOPE = re.compile(
    r"^(?:合計|海外|国内|総|延べ|平均|年間|年|純|連結|単体|通期|1日|うち|同|最大|最低)+$"
)
_NUMBER_FIRST = re.compile(r"^(?:約|計|合計|全|[0-9０-９〇一二三四五六七八九十百千]{1,9})")
_COUNTER = re.compile(r"^(?:約|計|全|残る)?[0-9０-９〇一二三四五六七八九十百千万]{1,9}[^0-9]{0,3}$")
_KATAKANA = frozenset(map(chr, range(0x30A1, 0x30FD)))
_PERSON_TAIL = re.compile(
    r"(?:(?:代表取締役|副)?社長|(?:名誉)?会長|准?教授|博士|監督|選手|知事|[市町村区]長|議員|(?:[^ぁ-んァ-ン]{0,4})[部課所館]長|担当者|氏|さん)$"
)
_WAITS = re.compile(r"(?:に|で|から|まで|後|前|とき|際|ため|より|年|月|日|ぶり|中|以来|時|分)$")
"""Ends of phrases that wait for the subject of their sentence; a verb's form waits for none."""
_NO_SUBJECT = re.compile(
    r"(?:に|で|と|へ|から|まで|く|ため|より|際|場合|うえ|ほど|だけ|など|たび|とき|時)$"
)
_MEASURE = re.compile(r"[^0-9A-Za-z]{0,8}[0-9][0-9.,万億]{0,12}(?!号|番)[^0-9]{1,8}")
_TOLD_BY = re.compile(r"(?P<who>[^がは、]{2,24})が[^がは]{0,16}(?:発表|公表|開示|公開|発売)")
"""Who makes public what is measured: `X銀行が発表した純利益は`."""
_SPEAKS = re.compile(r"(?:によると|によれば|の話では)$")


@dataclass(frozen=True)
class JapaneseSubjects:
    """Reads sentences. `attributes` are nouns for what is measured of a thing."""

    text: str
    attributes: WordEdges

    def stretches(self, spans: Sequence[tuple[int, int]]) -> list[Stretch]:
        """What each part of a sentence is about, given the places of its clauses."""
        found: list[Stretch] = []
        topic = False
        for start, end in spans:
            stretch, names_topic = self._clause(start, end, topic=topic)
            topic = topic or names_topic
            found.append(stretch)
        return found

    def _clause(self, start: int, end: int, *, topic: bool) -> tuple[Stretch, bool]:
        if _SPEAKS.search(self.text, max(start, end - 8), end):
            return Stretch(start, Subject("", "speaker", end)), False
        pronoun = referring(self.text, start, end)
        if pronoun is not None and pronoun.kind == "work":
            return Stretch(start, pronoun), True
        nominative: tuple[int, re.Match[str]] | None = None
        for mark in self._marks(start, end):
            if mark["mark"] == "が":
                nominative = nominative or (mark.start(), mark)
                continue
            subject = self.subject(start, mark.start())
            if subject is not None and subject.person and "「" in self.text[mark.end() : end + 2]:
                subject = replace(subject, kind="speaker")
            if subject is not None and not (subject.kind == "phrase" and mark["mark"] == "も"):
                return Stretch(start, subject), True
        if nominative is not None:
            subject = self.subject(start, nominative[0])
            under = topic and subject is not None and subject.kind in ("phrase", "attribute")
            return Stretch(start, None if under else subject), False
        waits = not topic and _WAITS.search(self.text, max(start, end - 4), end) is not None
        bare = None if topic else self._bare(start, end)
        return Stretch(start, bare, heard=False, waits=waits), False

    def _marks(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The particles that close a topic or a subject, outside quotations and brackets."""
        text = self.text
        hidden = [m.span() for m in _HIDDEN.finditer(text, start, end)]
        for match in _PARTICLE.finditer(text, start, end):
            at = match.start()
            if at == start or any(a <= at < b for a, b in hidden):
                continue
            if _NOT_BEHIND.match(text, match.start("mark"), end):
                continue
            if not match["place"] and _NOT_BEFORE.search(text, max(start, at - 3), at):
                continue
            yield match

    def _bare(self, start: int, end: int) -> Subject | None:
        """A clause that is nothing but a name."""
        words = self.text[start:end].strip()
        if len(words) > 24 or re.search(r"[ぁ-ん]", words.replace("の", "")):
            return None
        return Subject(name_in(words), "name", end) if is_proper(words) else None

    def subject(self, start: int, end: int) -> Subject | None:
        """The subject in the phrase `text[start:end]` before a particle, None where it names a
        time or only counts."""
        begin = max(start, end - MOST_BEFORE)
        words = self.text[begin:end].strip()
        words = _without_bracket(words)
        lead = edges_of("japanese", "leads").beginning(words) or ""
        words = words[len(lead) :]
        words = words.strip("、 \u3000")
        if not words or words in word_set("japanese", "times") or _DATE.fullmatch(words):
            return None
        pronoun = referring(words, 0, len(words)) or described(head_of(words), "ja")
        if pronoun is not None and pronoun.kind == "described":
            rest = head_of(words)[pronoun.end :]
            if not rest or (rest.startswith("の") and self.attributes.ending(rest)):
                return Subject(pronoun.words, "described", end, pronoun.noun)
            pronoun = None
        if pronoun is not None and pronoun.kind != "work":
            return self._of_pronoun(words, pronoun, end)
        if _NO_SUBJECT.search(words):
            return None
        named = self._named(head_of(words), end)
        if named is not None and named.kind == "attribute" and not named.words:
            told = _TOLD_BY.match(words)
            return replace(named, words=name_in(told["who"])) if told else named
        return named

    def _of_pronoun(self, words: str, pronoun: Subject, end: int) -> Subject | None:
        rest = words[pronoun.end :].lstrip("の")
        if not rest or self.attributes.ending(rest):
            return Subject(pronoun.words, pronoun.kind, end)
        named = self._named(head_of(rest), end)
        if named is not None and named.kind == "name":
            return named
        return Subject(pronoun.words, pronoun.kind, end)

    def _named(self, head: str, end: int) -> Subject | None:
        head = _dated_off(head)
        if not head or _COUNTER.match(head) or head in word_set("japanese", "times"):
            return None
        attribute = self._attribute(head)
        if attribute is not None:
            return Subject(self._owner(head[: -len(attribute)]), "attribute", end, attribute)
        head = _undescribed(head)
        person = head.endswith(words_of("japanese", "persons"))
        named = name_in(head)
        if person:
            named = _PERSON_TAIL.sub("", named) or named
        if named != head or is_name_in_cjk(named) or person:
            return Subject(named, "name", end, person=person)
        return Subject(head, "phrase", end)

    def _attribute(self, head: str) -> str | None:
        """The noun for what is measured at the end of a phrase, where it is a word by itself."""
        word = self.attributes.ending(head)
        if word is None:
            return None
        before = head[: -len(word)][-1:]
        return None if word[0] in _KATAKANA and before in _KATAKANA else word

    def _owner(self, words: str) -> str:
        """Of `Xの2025年3月期の` the X."""
        possessive = words.endswith("の")
        parts = [p for p in words.rstrip("の").split("の") if p]
        kept = [p for p in parts if not _DATE.fullmatch(p) and not _SCOPE.match(p)
                and not _NUMBER_FIRST.match(p)]  # fmt: skip
        owner = "の".join(kept)
        if possessive or is_proper(owner):
            return name_in(owner)
        return ""


def head_of(words: str) -> str:
    """The noun at the end of a phrase: without the clause that describes it."""
    quoted = list(QUOTED.finditer(words))
    if quoted and quoted[-1].end() == len(words):
        return words[quoted[-1].start() :]
    described = _DESCRIBING.match(_HIDDEN.sub(lambda m: "名" * len(m.group()), words))
    head = words[described.end() :] if described else words
    return head if len(head) > 1 else words


def _undescribed(head: str) -> str:
    """Of `食品大手のX`, `Y社のX氏` the X."""
    before, found, name = head.rpartition("の")
    if not found or len(name) < 2:
        return head
    if name.endswith(words_of("japanese", "persons")) or before.endswith(
        words_of("japanese", "classes")
    ):  # fmt: skip
        return name
    return head


def _without_bracket(words: str) -> str:
    return re.sub(r"[(（][^()（）]{0,80}[)）]$", "", words).strip()


def _dated_off(words: str) -> str:
    """The phrase without the times at its head: `2024年の`, `今月の`, `今年6月に`."""
    parts = words.split("の")
    while len(parts) > 1 and (
        _DATE.fullmatch(parts[0])
        or parts[0] in word_set("japanese", "times")
        or _MEASURE.fullmatch(parts[0])
    ):
        parts = parts[1:]
    joined = "の".join(parts)
    match = re.match(
        r"(?:[0-9]{1,4}年度?)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:に|、|まで|から|時点で)", joined
    )
    return joined[match.end() :] if match and match.end() > 1 else joined
