"""The shapes of JSON records: CSL-JSON, Crossref, OpenAlex, ROR; each entry becomes a Record."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from factcheck.sources.document import Span
from factcheck.sources.records.json_spans import Node
from factcheck.sources.records.people import people
from factcheck.sources.records.record import Record, Stated, Update

_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9:]{0,20}(?:\s[^<>]{0,200})?/?>")
_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s?)", re.IGNORECASE)
Fields = dict[str, Stated]


def record_of(entry: Node) -> Record | None:
    """The record that an entry is, None for a shape that is not known."""
    for fits, make in _SHAPES:
        if fits(entry):
            return make(entry)
    return None


def bare_doi(words: str) -> str:
    """A DOI without address or prefix."""
    return _DOI_ADDRESS.sub("", words.strip())


def _plain(words: str) -> str:
    """Words without the markup and entities that Crossref leaves in titles."""
    if "<" in words:
        words = _MARKUP.sub("", words)
    return " ".join(html.unescape(words).split())


def _stated(node: Node | None) -> Stated | None:
    if node is not None and node.items:
        node = node.items[0]
    if node is None or not node.words or not node.words.strip():
        return None
    return Stated(value=_plain(node.words), span=node.span)


def _take(entry: Node, names: Mapping[str, tuple[str, ...]]) -> Fields:
    """The fields at the paths named, and every other text at the top under its own name."""
    fields: Fields = {}
    for name, path in names.items():
        stated = _stated(entry.get(*path))
        if stated is not None:
            fields[name] = stated
    taken = {path[0] for path in names.values()}
    for key, node in (entry.fields or {}).items():
        if key not in taken and node.quoted and (stated := _stated(node)):
            fields.setdefault(key.casefold(), stated)
    return fields


def _date(entry: Node, *path: str) -> Stated | None:
    """A date in parts (`[[2020, 5, 1]]`) or as a text."""
    node = entry.get(*path)
    if node is None:
        return None
    if node.words:
        return _stated(node)
    rows = node.each("date-parts")
    parts = [part for part in (rows[0].items or [] if rows else []) if part.words]
    numbers = [(part.words or "").strip() for part in parts]
    if not numbers or not all(n.isascii() and n.isdigit() and len(n) < 5 for n in numbers):
        return _stated(node.get("raw") or node.get("literal"))
    value = "-".join(n.zfill(4 if i == 0 else 2) for i, n in enumerate(numbers[:3]))
    return Stated(value=value, span=Span(start=parts[0].start, end=parts[-1].end))


def _dated(fields: Fields, name: str, stated: Stated | None) -> None:
    if stated is not None:
        fields["year" if name == "date" and len(stated.value) == 4 else name] = stated


def _unique(nodes: list[Node | None]) -> tuple[Stated, ...]:
    found: dict[str, Stated] = {}
    for node in nodes:
        stated = _stated(node)
        if stated is not None:
            found.setdefault(stated.value, stated)
    return tuple(found.values())


# -- CSL-JSON and Crossref

_CSL = {
    "title": ("title",), "journal": ("container-title",), "publisher": ("publisher",),
    "doi": ("DOI",), "url": ("URL",), "isbn": ("ISBN",), "volume": ("volume",),
    "pages": ("page",), "language": ("language",), "number": ("number",),
    "archive": ("archive",), "eprint": ("archive_location",), "note": ("note",),
}  # fmt: skip
_STAGES = {"published-print": "date-print", "published-online": "date-online",
           "posted": "date-posted"}  # fmt: skip


def _is_csl(entry: Node) -> bool:
    fields = entry.fields or {}
    signs = {"author", "issued", "DOI", "container-title", "publisher", "URL", "citation-key",
             "archive_location", "editor"}  # fmt: skip
    return ("title" in fields or "DOI" in fields) and bool(signs & fields.keys())


def _csl(entry: Node) -> Record:
    fields = _take(entry, _CSL)
    if not entry.get("archive"):
        fields.pop("eprint", None)
    _dated(fields, "date", _date(entry, "issued") or _date(entry, "published"))
    for key, name in _STAGES.items():
        _dated(fields, name, _date(entry, key))
    authors, is_open = people(entry.each("author"))
    editors, _ = people(entry.each("editor"))
    places = [place.get("name") for author in entry.each("author")
              for place in author.each("affiliation")]  # fmt: skip
    places += [place.get("name") for place in entry.each("institution")]
    updates = [
        *(_update(node, "to") for node in entry.each("update-to")),
        *(_update(node, "by") for node in entry.each("updated-by")),
    ]
    return Record(
        entry_type=entry.text("type"), key=entry.text("citation-key") or entry.text("id"),
        span=entry.span, fields=fields, authors=authors, editors=editors, open_authors=is_open,
        institutions=_unique(places), updates=tuple(updates),
    )  # fmt: skip


def _update(node: Node, direction: str) -> Update:
    date = _date(node, "updated")
    return Update(
        kind=node.text("type").replace(" ", "_").replace("-", "_") or "update",
        direction="to" if direction == "to" else "by", span=(node.get("DOI") or node).span,
        other=bare_doi(node.text("DOI")), source=node.text("source"),
        date=date.value if date else "", reason=node.text("label"),
    )  # fmt: skip


# -- OpenAlex

_OPENALEX = {
    "title": ("title",), "doi": ("doi",), "year": ("publication_year",),
    "date": ("publication_date",), "journal": ("primary_location", "source", "display_name"),
    "volume": ("biblio", "volume"), "type": ("type",), "openalex": ("id",),
    "pmid": ("ids", "pmid"), "language": ("language",),
}  # fmt: skip


def _is_openalex(entry: Node) -> bool:
    return "openalex.org/" in entry.text("id") and entry.get("authorships") is not None


def _openalex(entry: Node) -> Record:
    fields = _take(entry, _OPENALEX)
    if "title" not in fields and (name := _stated(entry.get("display_name"))):
        fields["title"] = name
    fields.pop("display_name", None)
    if doi := fields.get("doi"):
        fields["doi"] = Stated(value=bare_doi(doi.value), span=doi.span)
    authors = _unique([a.get("author", "display_name") for a in entry.each("authorships")])
    places = [place.get("display_name") for a in entry.each("authorships")
              for place in a.each("institutions")]  # fmt: skip
    retracted = entry.get("is_retracted")
    updates: tuple[Update, ...] = ()
    if retracted is not None and retracted.words == "true":
        updates = (Update(kind="retraction", direction="by", span=retracted.span,
                          source="openalex"),)  # fmt: skip
    return Record(
        entry_type=entry.text("type"), key=entry.text("id"), span=entry.span, fields=fields,
        authors=authors, open_authors=entry.text("is_authors_truncated") == "true",
        institutions=_unique(places), updates=updates,
    )  # fmt: skip


# -- ROR, versions 1 and 2

_ROR = {"ror": ("id",), "founded": ("established",), "status": ("status",), "name": ("name",),
        "country": ("country", "country_name")}  # fmt: skip


def _is_ror(entry: Node) -> bool:
    return "ror.org/" in entry.text("id") and bool(entry.get("names") or entry.get("name"))


def _ror(entry: Node) -> Record:
    fields = _take(entry, _ROR)
    others: list[Node | None] = [*entry.each("aliases"), *entry.each("acronyms")]
    others += [label.get("label") for label in entry.each("labels")]
    shown = ""
    for name in entry.each("names"):
        kinds = {kind.words for kind in name.each("types")}
        stated = _stated(name.get("value"))
        if "ror_display" in kinds and stated is not None:
            fields["name"], shown = stated, stated.value
        else:
            others.append(name.get("value"))
    for link in entry.each("links"):
        stated = _stated(link.get("value") if link.fields else link)
        if stated is not None and link.text("type") in ("", "website"):
            fields.setdefault("url", stated)
    for relation in entry.each("relationships"):
        if relation.text("type").casefold() == "parent" and (p := _stated(relation.get("label"))):
            fields.setdefault("parent", p)
    return Record(
        entry_type="organisation", key=entry.text("id"), span=entry.span, fields=fields,
        aliases=tuple(s for s in _unique(others) if s.value != shown),
    )  # fmt: skip


_SHAPES: tuple[tuple[Callable[[Node], bool], Callable[[Node], Record]], ...] = (
    (_is_openalex, _openalex), (_is_ror, _ror), (_is_csl, _csl),
)  # fmt: skip
