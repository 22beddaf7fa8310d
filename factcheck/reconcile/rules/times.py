"""FC110 and FC111: something told as past that lies after the text, and `currently` of no date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.model import Conflict, Date, Language, Year
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.figures import figures
from factcheck.sources import sentences
from factcheck.sources.document import Document, Span
from factcheck.values import parse_values

FUTURE = RuleDoc(
    code="FC110", version=1, kind="internal", severity="medium",
    title="told as past, and later than the text itself",
    what="A sentence tells of something as done, and dates it after the day of the article (its "
    "own date, or the day it was archived where it gives none). Plans, forecasts and deadlines "
    "are left alone; the clock of the machine is never asked.",
    why="A digit of the year slipped, or a plan is told as a fact.",
    example="`The bridge was opened in 2042` in an article of 2024",
)  # fmt: skip
CURRENT = RuleDoc(
    code="FC111", version=1, kind="internal", severity="info",
    title="`currently` or `latest` without a date",
    what="A sentence gives a number or a rank as of now and nothing in the text says when that "
    "was: neither the sentence nor the article has a date. With a date the sentence is fine.",
    why="Next year nobody can tell whether it still holds.",
    example="`It is currently the largest model, with 540 billion parameters`",
)  # fmt: skip

_DIGITS = re.compile(r"(?<![0-9])(?:20|21|22)[0-9]{2}(?![0-9])|令和")
_PAST: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:was|were|had|did|won|lost|born|died|began|became|came|went|took|gave|"
        r"left|built|made|led|held|met|sold|sank|fell|rose|as of|[a-z]{3,14}(?<![aeu]e)ed)"
        r"(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"了|已|曾|成立|创立|创办|建成|竣工|发布|发表|出版|去世|出生|获得|"
                     r"当选|加入|离开|截至|问世|诞生|举行过"),
    "ja": re.compile(r"した|された|だった|であった|なった|生まれ|没した|死去|発表|設立|創業|刊行|"
                     r"公開され|開業|完成|現在|時点|受賞|就任|退社|入社|行われた|始まった|終わった"),
}  # fmt: skip
_AHEAD: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:will|would|shall|should|could|may(?! \d)|might|can|"
        r"by(?= (?:[0-9]|the (?:end|year)|early|late|mid))|until|till|"
        r"through|before|after|from|beyond|plan\w{0,5}|expect\w{0,4}|forecast\w{0,3}|"
        r"predict\w{0,4}|project(?:ed|s|ions?)|estimat\w{0,4}|target\w{0,3}|goal|aim\w{0,3}|due|"
        r"schedul\w{0,3}|deadline|expir\w{0,3}|mature\w{0,1}|fiction\w{0,2}|novel|film|set in|"
        r"scenario|future|propos\w{0,3}|intend\w{0,3}|promis\w{0,3}|pledg\w{0,3}|bid|hopes?|"
        r"contract\w{0,3}|extend\w{0,3}|olympic\w{0,1}|world cup|if|once|budget\w{0,3}|agenda|"
        r"imagin\w{0,3}|valid|renew\w{0,3}|outlook|horizon|decided|approved|agreed|announced|"
        r"awarded|chosen|selected|to (?:be|open|begin|start|end|reach|host))(?![A-Za-z])|['’]ll",
        re.IGNORECASE),
    "zh": re.compile(r"将|預|预|计划|计畫|规划|目标|力争|争取|有望|到期|届时|之前|以前|"
                     r"前[,，。完实]|底前|(?<!截)至|到|展望|愿景|未来|假如|如果|拟|应|可能|可望|会|申办|期限|有效|小说|"
                     r"电影|科幻|承诺|决定|批准|宣布|同意|获准|入选|获得.{0,8}举办"),
    "ja": re.compile(r"予定|見込|計画|目標|目指|まで|予想|予測|だろう|でしょう|見通し|向け|めど|"
                     r"期限|に備え|将来|未来|開催地|かもしれ|はず|可能|なら|れば|契約|有効|満了|小説|"
                     r"映画|架空|構想|決ま|決定|発表した|する。|となる|始まる|決め|選ばれ"),
}  # fmt: skip
_NOW: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])(?:currently|at present|as of now|to date|at the moment|"
                     r"as of (?:this|the time of) writing|at the time of writing|(?:the )?latest|"
                     r"(?:the )?newest|most recent)(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"目前|当前|现在|眼下|迄今|至今|截至目前|最新"),
    "ja": re.compile(r"現在|現時点|目下|今のところ|これまでのところ|最新"),
}  # fmt: skip
_RANK = re.compile(
    r"(?<![A-Za-z])(?:largest|biggest|smallest|best|top|leading|highest|lowest|fastest|first|only|"
    r"most)(?![A-Za-z])|最[大小高低强強快速多少]|第一|首位|唯一|トップ|一位|1位",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])|年[0-9]{1,2}月|月[0-9]{1,2}日|"
    r"令和|平成"
)
_FAR_YEAR = re.compile(
    r"(?<![A-Za-z])(?:in|since) (?P<year>2[12][0-9]{2})(?=[.,;)]|$| (?:by|and|when|at|as|with)"
    r"(?![A-Za-z]))"
)
"""A number that can only be a year, of a century that nobody has seen."""
_YEAR_AHEAD = 1
"""Years by which a printed year may be ahead: volumes and models carry next year's number."""


_LEAST_BLOCKS = 3


class FutureAsPast:
    """Sentences of the body that hold a later date, a word for the past and none for a plan."""

    doc = FUTURE

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            day = day_of(document)
            if document.kind == "record" or not day or not _DIGITS.search(document.text):
                continue
            for language, sentence in _sentences(document):
                words = document.text[sentence.start : sentence.end]
                if _DIGITS.search(words) and _is_past(words, language):
                    yield from _later(document, sentence, language, day)


class UndatedNow:
    """Numbers and ranks of now in articles that carry no date at all."""

    doc = CURRENT

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record" or own_day(document) or not _is_article(document):
                continue
            for language, sentence in _sentences(document):
                yield from _undated(document, sentence, language)


def _is_article(document: Document) -> bool:
    """Whether there is more than a passage: nobody dates a single paragraph."""
    return sum(block.zone == "body" for block in document.blocks) >= _LEAST_BLOCKS


def own_day(document: Document) -> str:
    """The day that a text gives itself in EDTF: when it was last updated, or came out."""
    return max(document.metadata.get("updated", ""), document.metadata.get("date", ""))


def day_of(document: Document) -> str:
    """The day of a text in EDTF, or for one that gives none the day on which it was archived."""
    return own_day(document) or document.snapshot.retrieved_at[:10]


def _sentences(document: Document) -> Iterator[tuple[Language, Span]]:
    for block in document.blocks:
        if block.zone == "body" and block.kind in ("paragraph", "list_item", "numbered_item"):
            for sentence in sentences(document.text, block.start, block.end):
                yield block.language, sentence


def _is_past(words: str, language: str) -> bool:
    past, ahead = _PAST.get(language), _AHEAD.get(language)
    return bool(past and ahead and past.search(words) and not ahead.search(words))


def _later(
    document: Document, sentence: Span, language: Language, day: str
) -> Iterator[Conflict]:  # fmt: skip
    words = document.text[sentence.start : sentence.end]
    dates = [(v.start, v.end) for v in parse_values(words, language=language)
             if _is_after(v.value, day)]  # fmt: skip
    if not dates and language == "en":
        dates = [m.span("year") for m in _FAR_YEAR.finditer(words) if int(m["year"][:2]) > 20]
    for first, last in dates:
        start, end = sentence.start + first, sentence.start + last
        yield conflict(FUTURE, Finding(
            sides=(side(document, start, end, role="date"),),
            message=f"“{words[first:last]}” is told as past, and the text is of {day}",
            explanation=(f"the day of the text: {day}",
                         "no word of the sentence says that it is planned or expected"),
            confidence=75,
        ))  # fmt: skip


def _is_after(value: object, day: str) -> bool:
    """Whether a year or date lies after the day of the text, as far as both are given."""
    if isinstance(value, Year):
        return value.value > int(day[:4]) + _YEAR_AHEAD
    if isinstance(value, Date) and value.value[:4].isdigit():
        shared = min(len(value.value), len(day))
        return len(value.value) >= 7 and value.value[:shared] > day[:shared]
    return False


def _undated(document: Document, sentence: Span, language: Language) -> Iterator[Conflict]:
    pattern = _NOW.get(language)
    found = pattern.search(document.text, sentence.start, sentence.end) if pattern else None
    if found is None:
        return
    words = document.text[sentence.start : sentence.end]
    if _DATED.search(words):
        return
    strong = any(f.strong for f in figures(document.text, sentence.start, sentence.end, language))
    if not strong and not _RANK.search(words):
        return
    yield conflict(CURRENT, Finding(
        sides=(side(document, found.start(), found.end(), role="now"),),
        message=f"“{found.group()}” has no date: neither the sentence nor the text says when",
        explanation=(f"write the day on which it held; look at it again by {_review(document)}",),
        confidence=70,
    ))  # fmt: skip


def _review(document: Document) -> str:
    """When a statement of now wants another look: a year after the text was archived."""
    archived = document.snapshot.retrieved_at[:10]
    return f"{int(archived[:4]) + 1}{archived[4:]}" if archived else "a year after that day"
