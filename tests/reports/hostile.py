"""A ledger with one text in every field that somebody else writes."""

from __future__ import annotations

from dataclasses import replace

from factcheck.corrections.case import Case
from factcheck.corrections.ledger import Ledger, StaleRuling
from factcheck.model import (
    Claim,
    Conflict,
    Coverage,
    Decision,
    Notice,
    Side,
    Skipped,
    Source,
    Suggestion,
    Tally,
    Text,
)
from tests.reports.sample import read


def ledger_of(text: str) -> Ledger:
    """Two sources whose titles, words, claims, conflicts, notices and rulings all say the text."""
    body = f"{text}\n\nbefore {text} after"
    documents = {slug: read(slug, body, "en") for slug in ("one", text)}
    # words inside a sentence, and words that are a whole block
    whole, inside = documents["one"].quote(0, len(text)), documents[text].quote(0, len(text))
    claim = Claim(subject=text, predicate=text, value=Text(value=text), quote=whole,
                  extractor=f"person:{text}", qualifiers=((text, text),))  # fmt: skip
    other = replace(claim, quote=inside, value=Text(value=text + "."))
    conflict = Conflict(
        code=text, kind="cross_source", severity="high", message=text, explanation=(text, text),
        sides=(Side(quote=whole, claim=claim.id, role=text, reading=text),
               Side(quote=inside, role=text, reading=text)),
        suggestion=Suggestion(quote=whole, replacement=text + "!"), rule=text, section=text,
        state="decided",
    )  # fmt: skip
    ruling = Decision(at=text + "Z", actor=text, kind=text, object=conflict.fingerprint,
                      body={"verdicts": [text, text], "as": text,
                            "evidence": [{"type": "url", "url": text}]},
                      reason=text)  # fmt: skip
    accepted = Decision(at="2026-02-03T09:15:00.000000Z", actor=text, kind="accept", object=text,
                        reason=text)  # fmt: skip
    cases = (
        Case(id=text, target=whole, replacement=text + "!", proposed=text, state="accepted",
             code=text, message=text, decisions=(accepted,)),
        Case(id=text + "2", target=inside, replacement=text + "?", proposed=text,
             state="published", decisions=(ruling,), why=text),
    )  # fmt: skip
    tally = Tally(found=1, set_aside=((text, 1),))
    return Ledger(
        workspace=text, revision=text, documents=documents, claims=(claim, other),
        sources=tuple(
            Source(slug=slug, title=text, publisher=text, url=text, published=text, licence=text,
                   relations=(("corrects", text),))
            for slug in documents
        ),
        notices=(Notice(kind="correction", quote=whole, target=text, target_source=text,
                        wrong=text, right=text, date=text),),
        conflicts=(conflict, replace(conflict, state="open", ordinal=1)), agreements=(),
        decisions=(ruling,), history={conflict.fingerprint: (ruling,), claim.key: (ruling,)},
        stale=(StaleRuling(decision=ruling, why=text),),
        coverage={"one": Coverage(numbers=tally, notes=(text,))},
        skipped=(Skipped(source=text, reason=text),), rules=(text,),
        corrections=cases,
    )  # fmt: skip
