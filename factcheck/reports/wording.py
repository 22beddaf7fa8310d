"""The words of a report: tables from codes to plain, neutral English, and counting in prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import (
    ClaimStatus,
    ConflictKind,
    ConflictState,
    CorrectionState,
    NoticeKind,
    Severity,
    SourceKind,
)
from factcheck.reports.contents import Accord, Contents, Unchecked

KINDS: dict[ConflictKind, str] = {
    "internal": "Within one article",
    "cross_source": "Between sources",
    "translation": "Translation",
    "record": "Against a record",
    "missing_content": "Missing in this copy",
    "correction_notice": "Correction notices",
    "changed_text": "Changed between versions",
    "markup_damage": "Damaged markup",
    "duplicate": "Repeated passages",
    "boilerplate": "Site furniture",
}
"""Kinds of conflict as headings, in the order in which charts and tables list them."""

STANCES: dict[ConflictKind, str] = {
    "internal": "The article says both; the two cannot both hold.",
    "cross_source": "The sources differ; the two cannot both hold.",
    "translation": "The original and the translation cannot both hold.",
    "record": "The article says one thing, the record another.",
    "missing_content": "What these words announce is missing in this copy.",
    "correction_notice": "The article notes a mistake; the correction is not carried through.",
    "changed_text": "The wording changed between two versions of this source.",
    "markup_damage": "The text seems to have been damaged on its way here.",
    "duplicate": "The same passage stands here more than once.",
    "boilerplate": "These words belong to the site, not to the article.",
}
"""What a conflict of this kind amounts to, without blaming anybody."""

SEVERITIES: dict[Severity, str] = {
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "info": "Note",
}
"""Severities as labels, gravest first."""

SEVERITY_MEANINGS: dict[Severity, str] = {
    "high": "changes what the sentence tells its reader",
    "medium": "misleads on a detail",
    "low": "a slip that a careful reader notices",
    "info": "worth knowing",
}

STATES: dict[ConflictState, str] = {
    "open": "Open",
    "stale": "To be looked at again",
    "deferred": "Deferred",
    "decided": "Decided",
    "dismissed": "Dismissed",
}
"""States as labels, in the order of the report."""

STANDING: frozenset[ConflictState] = frozenset({"open", "stale", "deferred"})
"""The states in which somebody still has to decide."""

DEEDS: dict[str, str] = {
    "decide": "ruled",
    "dismiss": "dismissed it",
    "defer": "deferred it",
    "undo": "took the ruling back",
    "assign": "assigned it",
    "comment": "commented",
    "dispute": "disputed the claim",
    "retract": "retracted the claim",
    "accept": "accepted the change",
    "reject": "rejected the change",
    "edit": "edited the change",
    "apply": "applied the change",
    "publish": "published the change",
    "log": "logged the claim",
}
"""What a decision of this kind did, after the name of the person."""

DETAILS: dict[str, str] = {
    "false_positive": "not a mistake",
    "wont_fix": "left as it is",
    "refutes": "",
    "supports": "in support",
}

STATUSES: dict[ClaimStatus, str] = {
    "logged": "logged",
    "corroborated": "corroborated",
    "disputed": "disputed",
    "upheld": "upheld",
    "corrected": "corrected",
    "retracted": "retracted",
    "unverifiable": "cannot be verified",
}

VERDICTS: dict[str, str] = {
    "right": "right",
    "wrong": "wrong",
    "outdated": "outdated",
    "less_precise": "less precise",
    "different_scope": "different in scope",
    "unknown": "not known",
}

CORRECTION_STATES: dict[CorrectionState, str] = {
    "proposed": "Proposed",
    "accepted": "Accepted",
    "edited": "Accepted with other words",
    "applied": "Applied",
    "published": "Published",
    "rejected": "Rejected",
    "superseded": "Superseded",
}
"""States of corrections as labels, in the order in which they are passed through."""

NOTICE_KINDS: dict[NoticeKind, str] = {
    "correction": "Correction",
    "omission": "Omission",
    "retraction": "Retraction",
    "update": "Update",
    "disclaimer": "Disclaimer",
    "placeholder": "Still to come",
}

SOURCE_KINDS: dict[SourceKind, str] = {
    "article": "article",
    "translation": "translation",
    "record": "record",
    "notice": "notice",
}

LANGUAGES: dict[str, str] = {
    "en": "English",
    "zh": "Chinese",
    "ja": "Japanese",
    "und": "language not known",
}

RELATIONS: dict[str, str] = {
    "same_value": "the same value",
    "rounding": "the same, rounded",
    "refines": "more precise",
    "part_of": "part of it",
    "same_entity": "the same name",
}

ACCORDS: dict[Accord, str] = {
    "differ": "the sources differ",
    "partly": "the sources share a value",
    "agree": "the sources agree",
}
"""How far several sources agree on one matter, those that differ first."""

FAMILIES: dict[str, str] = {
    "numbers": "number",
    "dates": "date",
    "identifiers": "identifier",
    "names": "name",
}
"""Families of mentions that coverage counts, and one of each."""

NOT_TIED = "no subject or statement was found"
"""Why a mention was left that was neither claimed nor set aside."""

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(count: int) -> str:
    """A count in prose: words below ten, then digits in groups of three."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """`three conflicts`, `one conflict`, `no conflicts`."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    return capital(text) + ("" if text.endswith((".", "!", "?")) else ".")


def mentions(counts: Mapping[str, int]) -> str:
    """Counts by family of mention, as a list: `three numbers and one name`."""
    return listed([counted(count, FAMILIES[family]) for family, count in counts.items()])


def left_out(contents: Contents) -> Iterator[str]:
    """What was not read or became no claim, and why: a line a document, then a line a note."""
    for one in contents.skipped:
        yield f"{one.source} was not read: {one.reason}"
    rows: dict[tuple[str, str], list[str]] = {}
    for row in contents.unchecked:
        rows.setdefault((row.title, row.source), []).append(_left(row))
    for (title, slug), reasons in rows.items():
        yield f"{named(title, slug)}: {'; '.join(reasons)}"
    for view in contents.sources:
        for note in view.notes:
            yield f"{named(view.source.title, view.source.slug)}: {note}"


def _left(row: Unchecked) -> str:
    return f"{mentions(row.counts)} {'set aside' if row.set_aside else 'left'} ({row.reason})"


def named(title: str, slug: str) -> str:
    """A source by its title and the name that places go by; by the latter where it has no title."""
    return f"{title} ({slug})" if title and title != slug else slug


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def spelt_out(name: str) -> str:
    """`parameter_count` as `parameter count`; a text that is no such name stays as it is."""
    plain = name.isascii() and name.replace("_", "").isalnum() and name == name.lower()
    return name.replace("_", " ").strip() if plain else name


def moment(at: str) -> str:
    """`2026-01-05T08:00:00.000000Z` as `2026-01-05 08:00 UTC`; other spellings stay as they are."""
    if len(at) >= 17 and at[10] == "T" and at.endswith("Z"):
        return f"{at[:10]} {at[11:16]} UTC"
    return at
