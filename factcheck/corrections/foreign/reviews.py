"""schema.org ClaimReview as a remark: the words that were reviewed, and what the rating makes of
them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.corrections.foreign.remark import Mistake, Remark, Said, many, text_of
from factcheck.model import Json

NUMBERS = ("ratingValue", "bestRating", "worstRating")
WORST, BEST = 1.0, 5.0
"""The scale of a rating that does not name its own, as schema.org has it."""
REFUTING = frozenset((
    "wrong", "false", "mostly false", "incorrect", "inaccurate", "misleading", "outdated",
    "disputed", "unfounded", "fake", "错误", "不实", "虚假", "假", "误导", "錯誤", "不實", "虛假",
    "誤り", "虚偽", "誤情報", "ミスリード", "不正確", "根拠不明",
))  # fmt: skip
SUPPORTING = frozenset((
    "right", "true", "mostly true", "correct", "accurate", "confirmed", "supported",
    "less precise", "different in scope", "正确", "属实", "真实", "准确", "正確", "屬實", "真實",
    "正しい", "事実", "概ね正確", "ほぼ正確",
))  # fmt: skip
"""Verdicts in words, where no number says it. Others are kept and taken neither way."""
_ADDRESS = re.compile(r"https?://\S{1,2048}")


def review(entry: Mapping[str, Any], number: int) -> Remark:
    """The remark that a ClaimReview is. Raises Mistake for one that says not which words of what
    it reviews, or nothing of them."""
    item = _record(entry.get("itemReviewed"), "itemReviewed")
    sentence = text_of(item, "text", "itemReviewed.text") or text_of(entry, "claimReviewed")
    words = text_of(item, "name", "itemReviewed.name")
    if not sentence and not words:
        raise Mistake("claimReviewed", "no words are reviewed")
    if words and words not in sentence:
        words = ""
    rating = _record(entry.get("reviewRating"), "reviewRating")
    verdict = text_of(rating, "alternateName", "reviewRating.alternateName")
    why = text_of(rating, "ratingExplanation", "reviewRating.ratingExplanation")
    figure = text_of(rating, "ratingValue", "reviewRating.ratingValue")
    if not (verdict or why or figure):
        raise Mistake("reviewRating", "it says nothing of the words")
    address = text_of(entry, "url")
    identity = text_of(entry, "@id") or (address if _ADDRESS.fullmatch(address) else "")
    return Remark(
        number=number, kind="dispute", id=identity, sources=tuple(_places(item)),
        exact=words or sentence, within=sentence if words else "", said=_said(item),
        stance=_stance(rating, verdict), reason=why or verdict or f"rated {figure}",
        evidence=(address,) if _ADDRESS.fullmatch(address) else (),
        origin=_origin(entry, rating, identity),
    )  # fmt: skip


def _record(value: object, column: str) -> Mapping[str, Any]:
    found = many(value)
    if not found or not isinstance(found[0], Mapping):
        raise Mistake(column, "it is missing" if not found else "this is no object")
    return found[0]


def _places(item: Mapping[str, Any]) -> Iterator[str]:
    """Addresses and names of where the words appeared."""
    for name in ("appearance", "firstAppearance", "isPartOf", "url"):
        for place in many(item.get(name)):
            if isinstance(place, str):
                yield place
            elif isinstance(place, Mapping):
                for field in ("url", "identifier", "@id", "sameAs"):
                    yield from (one for one in many(place.get(field)) if isinstance(one, str))


def _said(item: Mapping[str, Any]) -> Said | None:
    """What the words state, as our own exports say it."""
    for about in many(item.get("about")):
        if isinstance(about, Mapping) and text_of(about, "propertyID"):
            return Said(subject=text_of(about, "name"), predicate=text_of(about, "propertyID"),
                        words=text_of(about, "value"))  # fmt: skip
    return None


def _stance(rating: Mapping[str, Any], verdict: str) -> str:
    """Whether the rating is for the words or against them; empty where it is neither."""
    value, best, worst = (_number(rating, name) for name in NUMBERS)
    words = verdict.casefold().strip(" .!。！")
    if words in REFUTING or words in SUPPORTING:
        return "refutes" if words in REFUTING else "supports"
    if value is None:
        return ""
    best, worst = BEST if best is None else best, WORST if worst is None else worst
    if best == worst:
        raise Mistake("reviewRating", "its best and worst are the same")
    share = (value - worst) / (best - worst)
    return "" if share == 0.5 else "refutes" if share < 0.5 else "supports"


def _number(rating: Mapping[str, Any], name: str) -> float | None:
    text = text_of(rating, name, f"reviewRating.{name}")
    if not text:
        return None
    try:
        number = float(text) if text.isascii() else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Mistake(f"reviewRating.{name}", f"{text!r} is no number")
    return number


def _origin(entry: Mapping[str, Any], rating: Mapping[str, Any], identity: str) -> Json:
    """What is kept of the review, so that it can be told again as it was."""
    author = many(entry.get("author"))
    first = author[0] if author else None
    name = text_of(first, "name") if isinstance(first, Mapping) else str(first or "")
    facts = {
        "format": "ClaimReview", "id": identity, "url": text_of(entry, "url"),
        "creator": name, "created": text_of(entry, "datePublished"),
        "claimReviewed": text_of(entry, "claimReviewed"),
        **{field: text_of(rating, field) for field in ("alternateName", *NUMBERS)},
    }  # fmt: skip
    return {field: words for field, words in facts.items() if words}
