"""What a document says about itself: title, authors, date, identifiers, licence.

Taken from its fields (or front matter) before the body begins, never from the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime

from factcheck.model import fold
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import field_name
from factcheck.sources.lines import ends_sentence
from factcheck.sources.markers import DATE_LINE
from factcheck.sources.site.furniture import OWNER
from factcheck.sources.site.lines import BYLINE
from factcheck.sources.structure import is_generic

ARXIV = re.compile(r"(?<![\d.])(\d{4}\.\d{4,5})(?:v\d{1,2})?(?!\d)")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]{1,200}")
URL = re.compile(r"https?://[^\s<>\"“”「」『』（）。、，]{1,2000}")
_ISO = re.compile(
    r"((?:19|20)\d{2})[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2})日?)?(?:[T\s]\s?(\d{1,2}:\d{2}(?::\d{2})?)(Z)?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s)?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    r"\.?\s(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?P<year>(?:19|20)\d{2})"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?$")
_INLINE = re.compile(r"(?P<key>[^\s:：|｜]{1,12})[:：]\s{0,3}(?P<value>[^\s:：|｜]{1,40})")
_BYLINE_REST = re.compile(
    r"\s{1,4}[|｜•·]\s{1,4}|,\s{1,2}(?=\d{1,2}\s[A-Z]|(?:19|20)\d{2}[-/.年])|"
    r",\s{1,2}(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)"
)
"""What stands between the names of a byline and what else it says."""
_OF_ONE_WORK = frozenset({"arxiv", "doi", "authors"})
_STILL_TOLD = frozenset({BYLINE, OWNER})
LONGEST_DATELINE = 120
_KEPT = ("title", "authors", "date", "updated", "licence", "publisher")


def metadata_of(drafts: Sequence[Draft]) -> dict[str, str]:
    """The metadata that the fields before the first section of the body state. The first field of
    a kind counts; where records of several works follow each other, theirs say nothing of the
    document."""
    found: dict[str, str] = {}
    several = _several_works(drafts)
    for draft in drafts:
        if _opens_section(draft, found) or (several and _opens_work(draft, found)):
            break
        if (
            "heading" not in found
            and not draft.furniture
            and (draft.rank == "title" or (draft.rank == "hashes" and draft.level == 1))
        ):
            found["heading"] = draft.content.strip()
        if draft.furniture and draft.furniture not in _STILL_TOLD:
            continue
        if draft.kind == "field":
            add_field(found, draft.name, draft.content)
        elif draft.kind == "paragraph" and len(draft.text) <= LONGEST_DATELINE:
            _dateline(found, draft.text)
    title = found.pop("heading", "")
    if title:
        found.setdefault("title", title)
    return found


def _several_works(drafts: Sequence[Draft]) -> bool:
    """Whether fields that one work has once stand there with several values."""
    values: dict[str, str] = {}
    for draft in drafts:
        if draft.kind == "field" and draft.name in _OF_ONE_WORK and not draft.furniture:
            value = fold(draft.content)
            if values.setdefault(draft.name, value) != value:
                return True
    return False


def _opens_section(draft: Draft, found: dict[str, str]) -> bool:
    """Whether the part of a text begins here that is about one of its things."""
    if draft.rank in ("part", "number", "year", "plain", "entry"):
        return True
    return (
        draft.rank == "hashes" and "heading" in found and not draft.furniture
        and not is_generic(draft.content)
    )  # fmt: skip


def _opens_work(draft: Draft, found: dict[str, str]) -> bool:
    """Whether the first of several works begins: its title after that of the document, a known
    field of works under an item, or running text, behind which no field is the document's."""
    if draft.kind == "field":
        return draft.bulleted or draft.name == "arxiv" or (
            draft.name == "title" and bool(found)
        )  # fmt: skip
    return draft.kind in ("list_item", "numbered_item") or (
        draft.kind == "paragraph" and not draft.furniture and ends_sentence(draft.text)
    )


def _dateline(found: dict[str, str], text: str) -> None:
    """A line of a date alone, often with who published and who wrote: `2024年3月5日 来源:…`."""
    if not DATE_LINE.match(text):
        return
    found.setdefault("date", edtf(text))
    for pair in _INLINE.finditer(text):
        name = field_name(pair["key"])
        if name in ("authors", "publisher"):
            add_field(found, name, pair["value"])


def add_field(found: dict[str, str], name: str, value: str) -> None:
    """Put one field into the metadata, and the identifiers that stand in its value."""
    value = " ".join(value.split()).strip("*_ ")
    if not value:
        return
    if name == "authors":
        value, *rest = _BYLINE_REST.split(value)
        for part in rest:
            if DATE_LINE.match(part):
                found.setdefault("date", edtf(part))
    if name in _KEPT:
        found.setdefault(name, edtf(value) if name in ("date", "updated") else value)
    if name in ("arxiv", "url", "doi"):
        arxiv = ARXIV.search(value)
        if arxiv and (name == "arxiv" or "arxiv" in value.casefold()):
            found.setdefault("arxiv", arxiv[1])
        doi = DOI.search(value)
        if doi:
            found.setdefault("doi", doi[0].rstrip(".,;"))
        url = URL.search(value)
        if url:
            found.setdefault("url", url[0].rstrip(".,;"))


def edtf(value: str) -> str:
    """A date as EDTF where it is understood, else as written."""
    iso = _ISO.search(value[:80])
    if iso:
        year, month, day, time, zone = iso.groups()
        if 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31):
            date = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
            return f"{date}T{time}{zone}" if time and zone and day else date
    if "," in value[:5] and ":" in value:
        try:
            stamp: datetime = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return value
        zone = "Z" if stamp.utcoffset() is None or not stamp.utcoffset() else ""
        return stamp.strftime("%Y-%m-%dT%H:%M:%S") + (zone or stamp.strftime("%z"))
    english = _ENGLISH.search(value[:80].casefold())
    if english:
        month_number = _MONTHS.index(english["month"]) + 1
        day = english["d1"] or english["d2"]
        return f"{english['year']}-{month_number:02d}" + (f"-{int(day):02d}" if day else "")
    year_only = _YEAR.search(value[:40])
    return year_only[1] if year_only else value
