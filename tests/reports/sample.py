"""A ledger written by hand for the report tests: our own sentences in three languages, with a
number slip, missing lists, a notice, a witness, a ruled and a dismissed conflict."""

from __future__ import annotations

import re
import sys
from decimal import Decimal

from factcheck.corrections.case import Case
from factcheck.corrections.ledger import Ledger, StaleRuling
from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    CorrectionState,
    Coverage,
    Decision,
    Entity,
    Language,
    Notice,
    Quantity,
    Quote,
    Side,
    Skipped,
    Snapshot,
    Source,
    Suggestion,
    Tally,
    Year,
    number_claims,
    sha256,
)
from factcheck.sources.document import Block, Document, Span

ENGLISH = """# Lanternfish 2, a small language model

The Harbour Institute released the Lanternfish 2 family in March 2025, ranging in
size from 4 billion to 36 billion parameters. All checkpoints are open.

The team trained on 12 trillion tokens. Three of the five evaluations are new.

- reading
- arithmetic
"""
JAPANESE = """# 小型言語モデル Lanternfish 2

ハーバー研究所は2025年3月に Lanternfish 2 を公開した。
規模は40億から36億パラメータまで。すべての重みが公開されている。

学習には12兆トークンを使った。
"""
CHINESE = """# 一周人事与论文

港湾研究所新成员：

## 论文

Lanternfish 2 有 360 亿参数，2024 年发布。

港湾研究所离职人员：

## 更正

上周我们写错了 Lanternfish 的作者，特此更正。
"""
RECORD = """@article{lanternfish2, title = {Lanternfish 2}, year = {2025}}
"""
TEXTS: dict[str, tuple[str, Language]] = {
    "lanternfish-en": (ENGLISH, "en"),
    "lanternfish-ja": (JAPANESE, "ja"),
    "weekly-zh": (CHINESE, "zh"),
    "papers": (RECORD, "en"),
}


def read(slug: str, text: str, language: Language) -> Document:
    """A document with one block a paragraph, as a simple reader would leave it."""
    snapshot = Snapshot(
        source=slug, sha256=sha256(text.encode("utf-8", "surrogatepass")), text=text,
        reader="text@1",
    )  # fmt: skip
    blocks = tuple(
        Block(
            kind="heading" if line[0].startswith("#") else "paragraph", start=line.start(),
            end=line.end(), content=Span(start=line.start(), end=line.end()), language=language,
        )
        for line in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    )  # fmt: skip
    return Document(name=slug, snapshot=snapshot, blocks=blocks, language=language)


DOCUMENTS = {slug: read(slug, text, language) for slug, (text, language) in TEXTS.items()}


def quote(slug: str, words: str) -> Quote:
    """The first place of the words in the document of that slug."""
    start = DOCUMENTS[slug].text.index(words)
    return DOCUMENTS[slug].quote(start, start + len(words))


def claims() -> list[Claim]:
    """Sizes and years, as three sources state them."""

    def size(slug: str, words: str, number: str) -> Claim:
        return Claim(
            subject="Lanternfish 2", predicate="parameter_count", quote=quote(slug, words),
            value=Quantity(value=Decimal(number), unit="parameter", as_written=words),
            extractor="numbers@1", language=TEXTS[slug][1],
        )  # fmt: skip

    def year(slug: str, words: str, value: int) -> Claim:
        return Claim(
            subject="Lanternfish 2", predicate="published_in", quote=quote(slug, words),
            value=Year(value=value, as_written=words), extractor="dates@1",
            language=TEXTS[slug][1],
        )  # fmt: skip

    return number_claims([
        size("lanternfish-en", "36 billion", "36e9"), size("lanternfish-ja", "36億", "3.6e9"),
        size("weekly-zh", "360 亿", "36e9"), year("lanternfish-en", "March 2025", 2025),
        year("weekly-zh", "2024 年", 2024), year("papers", "2025", 2025),
        Claim(subject="Lanternfish 2", predicate="made_by", value=Entity(value="Harbour Institute"),
              quote=quote("lanternfish-en", "Harbour Institute"), extractor="names@1",
              language="en"),
    ])  # fmt: skip


def conflicts() -> tuple[Conflict, ...]:
    """One conflict of each sort that a report has to show."""
    by_words = {claim.quote.exact: claim.id for claim in claims()}
    slip = Conflict(
        code="FC301", kind="translation", severity="high", confidence_percent=97, rule="FC301@1",
        section="Lanternfish 2",
        message="36億 is 10 times smaller than the original’s 36 billion",
        explanation=(
            "36 billion = 3.6 × 10¹⁰; 36億 = 3.6 × 10⁹",
            "the other bound agrees: 4 billion = 40億",
        ),
        sides=(
            Side(quote=quote("lanternfish-en", "36 billion"), role="original",
                 claim=by_words["36 billion"], reading="36 billion = 36 000 000 000"),
            Side(quote=quote("lanternfish-ja", "36億"), role="translation",
                 claim=by_words["36億"], reading="36億 = 3 600 000 000"),
        ),
        suggestion=Suggestion(quote=quote("lanternfish-ja", "40億から36億"),
                              replacement="40億から360億"),
    )  # fmt: skip
    lists = tuple(
        Conflict(
            code="FC501", kind="missing_content", severity="medium", confidence_percent=90,
            rule="FC501@1", section="一周人事与论文",
            message=f"“{words}” announces a list and none follows",
            explanation=("the next line opens a new section",),
            sides=(Side(quote=quote("weekly-zh", words), role="announcement"),),
        )
        for words in ("港湾研究所新成员：", "港湾研究所离职人员：")
    )  # fmt: skip
    year = Conflict(
        code="FC401", kind="record", severity="medium", confidence_percent=88, rule="FC401@1",
        message="The article dates Lanternfish 2 to 2024, the record to 2025",
        sides=(
            Side(quote=quote("weekly-zh", "2024 年"), role="article", claim=by_words["2024 年"]),
            Side(quote=quote("papers", "2025"), role="record", claim=by_words["2025"]),
        ),
        state="decided",
    )  # fmt: skip
    count = Conflict(
        code="FC102", kind="internal", severity="low", confidence_percent=60, rule="FC102@1",
        message="“five evaluations” announces five; two are listed",
        sides=(Side(quote=quote("lanternfish-en", "five evaluations"), role="count"),
               Side(quote=quote("lanternfish-en", "- reading\n- arithmetic"), role="counted")),
        state="dismissed",
    )  # fmt: skip
    promise = Conflict(
        code="FC601",
        kind="correction_notice",
        severity="medium",
        confidence_percent=80,
        rule="FC601@1",
        message="A correction of the authors is announced and none is given",
        sides=(Side(quote=quote("weekly-zh", "写错了 Lanternfish 的作者"), role="notice"),),
    )
    return (count, *lists, year, promise, slip)


def corrections() -> tuple[Case, ...]:
    """One accepted, one published, one that still waits."""

    def ruled(kind: str, day: str) -> Decision:
        return Decision(at=f"{day}T10:00:00.000000Z", actor="Mara Ilves", kind=kind, object="x")

    def case(
        name: str, target: Quote, new: str, *made: Decision, state: CorrectionState = "proposed"
    ) -> Case:
        return Case(
            id=name * 32,
            target=target,
            replacement=new,
            proposed=new,
            decisions=made,
            state=state,
            code="FC301",
            message="a slip",
        )

    return (
        case("a", quote("lanternfish-ja", "40億から36億"), "40億から360億",
             ruled("accept", "2026-02-05"), state="accepted"),
        case("b", quote("weekly-zh", "2024 年"), "2025 年", ruled("accept", "2026-02-06"),
             ruled("apply", "2026-02-07"), state="applied"),
        case("c", quote("lanternfish-en", "Three of the five"), "Three of the four"),
        case("d", quote("lanternfish-en", "March 2025"), "April 2025",
             ruled("edit", "2026-02-08"), state="edited"),
    )  # fmt: skip


def ledger() -> Ledger:
    """The whole sample."""
    found = {conflict.code: conflict for conflict in conflicts()}
    ruled = Decision(
        at="2026-02-03T09:15:00.000000Z", actor="Mara Ilves", kind="decide",
        object=found["FC401"].fingerprint, body={"verdicts": ["wrong", "right"]},
        reason="The journal’s own page says 2025; the weekly took the year of the preprint.",
    )  # fmt: skip
    deferred = Decision(
        at="2026-02-02T17:40:00.000000Z", actor="Jun Okabe", kind="defer",
        object=found["FC401"].fingerprint, reason="Waiting for the journal’s answer.",
    )  # fmt: skip
    dismissed = Decision(
        at="2026-02-03T09:20:00.000000Z", actor="Mara Ilves", kind="dismiss",
        object=found["FC102"].fingerprint, body={"as": "false_positive"},
        reason="The list names examples only.",
    )  # fmt: skip
    said = claims()
    slip = next(c for c in said if c.language == "ja")
    disputed = Decision(
        at="2026-02-04T08:00:00.000000Z", actor="Jun Okabe", kind="dispute", object=slip.key,
        body={"stance": "refutes", "evidence": [
            {"type": "url", "url": "https://example.org/paper", "seen": "2026-02-03T10:00:00Z"}]},
        reason="The original says 36 billion.",
    )  # fmt: skip
    homeless = Decision(
        at="2026-01-20T08:00:00.000000Z", actor="Mara Ilves", kind="dismiss", object="0" * 32,
        body={"as": "wont_fix", "seen": {"sides": [{"source": "weekly-zh", "exact": "港湾"}]}},
        reason="The house style allows it.",
    )  # fmt: skip
    sizes = [c.id for c in said if c.predicate == "parameter_count" and c.language != "ja"]
    return Ledger(
        workspace="Harbour Weekly", revision="5f0c9a1b7e3d4c2f8a6b0d9e1c3f5a7b",
        sources=(
            Source(slug="weekly-zh", title="一周人事与论文", language="zh",
                   publisher="Harbour Weekly", published="2026-01-30"),
            Source(slug="lanternfish-ja", title="小型言語モデル Lanternfish 2", language="ja",
                   kind="translation", published="2025-04-02",
                   relations=(("translation_of", "lanternfish-en"),)),
            Source(slug="lanternfish-en", title="Lanternfish 2, a small language model",
                   language="en", published="2025-03-28", url="https://example.org/lanternfish",
                   licence="CC-BY-4.0"),
            Source(slug="papers", title="Papers of the month", kind="record", language="en",
                   rank=3),
        ),
        documents=DOCUMENTS, claims=tuple(said), conflicts=conflicts(),
        notices=(
            Notice(kind="correction", target="Lanternfish 的作者", target_source="我们",
                   quote=quote("weekly-zh", "上周我们写错了 Lanternfish 的作者，特此更正")),
        ),
        agreements=(Agreement(claims=tuple(sorted(sizes)), relation="same_value"),),
        decisions=(ruled, deferred, dismissed, disputed, homeless),
        history={found["FC401"].fingerprint: (deferred, ruled),
                 found["FC102"].fingerprint: (dismissed,), slip.key: (disputed,)},
        statuses={c.key: "disputed" for c in said if c.language == "ja"},
        coverage={
            "lanternfish-en": Coverage(
                body_characters=len(ENGLISH),
                numbers=Tally(found=6, claimed=3, set_aside=(("part of a name", 2),)),
                dates=Tally(found=1, claimed=1), names=Tally(found=2, claimed=1)),
            "lanternfish-ja": Coverage(
                body_characters=len(JAPANESE), numbers=Tally(found=5, claimed=3),
                dates=Tally(found=1, claimed=1), notes=("one table without a header",)),
            "weekly-zh": Coverage(
                body_characters=len(CHINESE), numbers=Tally(found=2, claimed=2),
                dates=Tally(found=1, claimed=1)),
            "papers": Coverage(body_characters=len(RECORD), dates=Tally(found=1, claimed=1)),
        },
        stale=(StaleRuling(decision=homeless, why="the conflict it was made on is gone"),),
        skipped=(Skipped(source="scan.pdf", reason="no text found (scanned?)"),),
        corrections=corrections(),
        rules=("FC301@1", "FC501@1", "FC401@1", "FC102@1", "FC601@1"),
    )  # fmt: skip


if __name__ == "__main__":
    from factcheck.reports import build, render

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(render(build(ledger()), sys.argv[1]))
