"""FC304: a negation that a translation added or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC304", version=2, kind="translation", severity="high",
    title="a negation was added or lost in translation",
    what="One of the two sentences is negated, and the other holds no word that could carry it, or "
    "fewer of them than there are negations.",
    why="The translation says the opposite of its original.",
    example="開放されている → is not open",
)  # fmt: skip

# Words that plainly negate a sentence.
_PLAIN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])(?:not(?! only|hing)|never|cannot)(?![A-Za-z])|"
                     r"n['’]t(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"没有|並非|并非|从未|從未|尚未|未能|无法|無法|不能|不会|不會|不是|不再|不得|"
                     r"决不|绝不|不愿|不想|不应|不可能|不允许|不准|不同意|不支持|不相信|不知道|"
                     r"不存在|不包括|不需要|不打算|(?<=越)不"),
    "ja": re.compile(
        r"(?<!しれ)(?<!知れ)(?<!なら)(?<!なり)(?<!すぎ)(?<!過ぎ)(?<!違い)(?<!ちがい)(?<!かね)(?<!得)(?<!えざる)"
        r"(?:ない(?![かわ]|だろ|でしょ|うち)|なかっ[たて]|ません)|ておら[ずぬ]"
    ),
}  # fmt: skip

# Everything that can carry a negation or its sense: one such word explains one plain negation.
_ANY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:no|not|nor|none|never|neither|nobody|nothing|nowhere|without|cannot|"
        r"unable|fail\w{0,4}|lack\w{0,4}|refus\w{0,4}|den(?:y|ies|ied)|avoid\w{0,4}|"
        r"prevent\w{0,5}|stop\w{0,4}|hardly|rarely|barely|scarcely|seldom|little|few|unlike|"
        r"except|but|absen\w{1,3}|miss(?:ing|ed|es)?|until|yet|only|instead|rather|against|"
        r"impossible|unless|beyond|free|less|despite|although|though|regardless|exclud\w{0,4}|"
        r"forbid\w{0,4}|ban\w{0,4}|prohibit\w{0,4}|block\w{0,3}|too|least|out|difficult|hard|"
        r"reject\w{0,3}|un(?!der|it|iver|ion|ique|cle|anim)[a-z]{4,12}|in(?:ability|accura|"
        r"suffic|depend|complete|correct|visib|valid|activ|formal|direct|evitab|defin|finit|"
        r"consist|adequ|capab|tact)\w{0,6}|"
        r"im(?:possib|perfect|mob|mature|probab)\w{0,6}|ir(?:reg|rel|resp|rev)\w{0,8}|il(?:leg|lit|"
        r"log)\w{0,6}|non\w{0,12}|"
        r"dis(?!ease|aster|cover|cuss|play|tan|tri|patch|tinct|ciplin)[a-z]{4,12}|"
        r"mis(?!sion|sile|ter|try)[a-z]{4,12}|a?sym\w{4,12}|no-|must|have to|had to|"
        r"need\w{0,2}|should|zero|even|unprecedented|deni\w{1,4})(?![A-Za-z])|n['’]t(?![A-Za-z])",
        re.IGNORECASE),
    "zh": re.compile(
        r"(?<!不)不(?![断久仅禁])|没(?!收)|[沒無弗勿莫毋免拒]|未(?!来)|无(?!人机|线|论)|非(?!洲|常|裔)|"
        r"(?<!是)否|是否|(?<![特分级性区类个鉴识告])别(?!的|人|墅)|(?<!国)(?<!消)防|"
        r"(?<!灾)(?<!遇)(?<!罹)难(?!民)|缺(?!陷)|(?<!损)失(?!踪|业)|(?<!截)止|禁|停|阻|避|难免|"
        r"(?<![至减多缺青])少(?![年女数儿])|反对|违反|相反|拒绝|排除|(?<!抱)负(?!责|担)|减少|缺少"),
    "ja": re.compile(
        r"ない|なかっ|なく|なけれ|(?<!もて)なし|ません|まい|[ずぬ](?=[、。にとは]|$)|ずに|ざる|"
        r"無(?!料|線)|未(?!来|満)|不(?!動産)|非(?!常)|否|禁|(?<!消)防(?!衛|災)|"
        r"(?<!避)(?<!災)難(?!民)|欠|失(?!業)|拒|(?<!判)(?<!診)断(?!続|層)|やめ|止|ゼロ|ナシ|ん[。、]"),
}  # fmt: skip

# Words that explain a negation only where the other side says it in the same sense: まで and
# `not until`, 只 and `no more than`.
_LIMITING: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(han), re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])", re.IGNORECASE))
    for han, english in (
        (r"まで|前に|之前|以前|才", "until|till|before|yet|earlier|previously|first"),
        (r"だけ|のみ|しか|只|仅|僅|たった", "only|just|more than|but|merely|anything|than"),
        (r"以外|除|ほか", "except|other than|besides|exclud[a-z]{2,4}|includ[a-z]{1,4}|apart"),
        (r"反而|却|卻|むしろ|かえって", "instead|but|rather|even"),
        (r"とどまっ|にすぎ|に過ぎ", "only|just|more than|merely"),
        (r"不[断久仅禁]|非常", "only|long|just|stop[a-z]{0,4}|ceas[a-z]{0,3}|so|very"),
    )
)  # fmt: skip


_WITHOUT_END = 1_000


class ChangedNegation:
    """Silent unless one side is plainly negated more often than the other can carry."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    source, target = alignment.original, alignment.translation
    added = _plain(target, bead.translation)
    if len(added) > _carried(source, bead.original, target, bead.translation):
        yield _conflict(alignment, bead, added[0], added=True)
        return
    lost = _plain(source, bead.original)
    if len(lost) > _carried(target, bead.translation, source, bead.original):
        yield _conflict(alignment, bead, lost[0], added=False)


def _plain(passage: Passage, span: Span) -> list[Span]:
    """The plain negations of some sentences."""
    pattern = _PLAIN.get(passage.language)
    if pattern is None:
        return []
    found = pattern.finditer(passage.document.text, span.start, span.end)
    return [Span(start=m.start(), end=m.end()) for m in found]


def _carried(passage: Passage, span: Span, other: Passage, beside: Span) -> int:
    """How many negations the sentences can carry; without end where a limiting word explains one,
    and in a language that we have no words for."""
    text = passage.document.text
    pattern = _ANY.get(passage.language)
    if pattern is None:
        return _WITHOUT_END
    for han, english in _LIMITING:
        pair = (han, english) if passage.language != "en" else (english, han)
        if pair[0].search(text, span.start, span.end) and pair[1].search(
            other.document.text, beside.start, beside.end
        ):
            return _WITHOUT_END
    return sum(1 for _ in pattern.finditer(text, span.start, span.end))


def _conflict(alignment: Alignment, bead: Bead, word: Span, added: bool) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    document, other = (target, source) if added else (source, target)
    opposite = bead.original if added else bead.translation
    words = document.text[word.start : word.end]
    start, end = _around(document.text, word, bead.translation if added else bead.original)
    roles = ("translation", "original") if added else ("original", "translation")
    sides = (side(document, start, end, role=roles[0]),
             side(other, opposite.start, opposite.end, role=roles[1]))  # fmt: skip
    if added:
        message = f"The translation negates (“{words}”); the original holds no negation"
    else:
        message = f"The original negates (“{words}”); the translation holds no negation"
    return conflict(DOC, Finding(
        sides=sides if added else tuple(reversed(sides)), message=message,
        explanation=("neither a negation nor a word that carries one was found in the other "
                     "sentence",),
        confidence=75,
    ))  # fmt: skip


def _around(text: str, word: Span, span: Span) -> tuple[int, int]:
    """The negation with a few words on each side, so that it can be recognised."""
    start = max(span.start, word.start - 20)
    end = min(span.end, word.end + 20)
    while start > span.start and text[start - 1].isalnum() and text[start].isascii():
        start -= 1
    while end < span.end and text[end].isalnum() and text[end].isascii():
        end += 1
    return start, end
