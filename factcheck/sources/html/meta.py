"""What a page says about itself in its head: JSON-LD, `og:`, `citation_` and other `<meta>` tags,
`<time>`, `<link>`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

META_NAMES = {
    "citation_title": "title", "og:title": "title", "dc.title": "title", "twitter:title": "title",
    "citation_author": "author", "author": "author", "dc.creator": "author",
    "article:author": "author", "parsely-author": "author",
    "citation_publication_date": "date", "citation_date": "date", "dc.date": "date",
    "article:published_time": "date", "og:article:published_time": "date", "pubdate": "date",
    "publishdate": "date", "date": "date", "dcterms.issued": "date", "citation_online_date": "date",
    "article:modified_time": "updated", "og:updated_time": "updated", "lastmod": "updated",
    "dcterms.modified": "updated",
    "citation_doi": "doi", "dc.identifier": "doi", "citation_arxiv_id": "arxiv",
    "og:site_name": "publisher", "citation_journal_title": "publisher",
    "citation_publisher": "publisher", "dc.publisher": "publisher",
    "og:url": "url", "dcterms.license": "licence", "dc.rights": "licence",
    "og:description": "description", "description": "description",
}  # fmt: skip
"""Names of `<meta>` tags by what they hold, folded."""
LD_NAMES = {"headline": "title", "name": "title", "datePublished": "date",
            "dateModified": "updated", "license": "licence", "url": "url"}  # fmt: skip
LD_ARTICLES = frozenset({
    "Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "Report", "TechArticle",
    "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "WebPage",
    "SocialMediaPosting", "CreativeWork", "MedicalScholarlyArticle", "Dataset",
})  # fmt: skip
LD_LIMIT = 1_000_000
LD_NODES = 5_000


@dataclass(slots=True)
class Stated:
    """What the page states: pairs of name and value in the order of trust, the words of
    corrections given in JSON-LD, and the best title."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    title: str = ""


def metadata(root: _Element) -> Stated:
    """Everything stated outside the text; `<meta>` first, JSON-LD second, elements last."""
    stated = Stated()
    for element in root.iter("meta"):
        key = element.get("name") or element.get("property") or element.get("itemprop") or ""
        name = META_NAMES.get(key.strip().casefold())
        value = " ".join((element.get("content") or "").split())[:2000]
        if name and value:
            stated.pairs.append((name, value))
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "").casefold():
            _linked_data(element.text or "", stated)
    for element in root.iter("link"):
        relation = (element.get("rel") or "").casefold().split()
        for wanted, name in (("canonical", "url"), ("license", "licence")):
            if wanted in relation and element.get("href"):
                stated.pairs.append((name, str(element.get("href"))[:2000]))
    for element in root.iter("time"):
        if element.get("datetime"):
            stated.pairs.append(("date", str(element.get("datetime"))[:80]))
            break
    title = root.find(".//title")
    words = " ".join("".join(map(str, title.itertext())).split()) if title is not None else ""
    given = next((value for name, value in stated.pairs if name == "title"), "")
    stated.title = given or words[:2000]
    if words and not given:
        stated.pairs.append(("page title", words[:2000]))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if language:
        stated.pairs.append(("language", language[:20]))
    return stated


def _linked_data(text: str, stated: Stated) -> None:
    if len(text) > LD_LIMIT:
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    for node in _nodes(data):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        for key in ("correction", "corrections"):
            stated.corrections += _words(node.get(key))
        if "CorrectionComment" in kinds:
            stated.corrections += _words(node)
        if not LD_ARTICLES.intersection(k for k in kinds if isinstance(k, str)):
            continue
        for key, name in LD_NAMES.items():
            value = node.get(key)
            if isinstance(value, str) and value.strip():
                stated.pairs.append((name, " ".join(value.split())[:2000]))
        for person in _named(node.get("author")):
            stated.pairs.append(("author", person))
        for owner in _named(node.get("publisher"))[:1]:
            stated.pairs.append(("publisher", owner))
    stated.corrections = list(dict.fromkeys(stated.corrections))


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of the data, at most `LD_NODES` of them, without recursion."""
    waiting, seen = [data], 0
    while waiting and seen < LD_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _words(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    found = []
    for item in items:
        if isinstance(item, dict):
            item = item.get("text") or item.get("description") or item.get("name")
        if isinstance(item, str) and " ".join(item.split()):
            found.append(" ".join(item.split())[:5000])
    return found


def _named(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [
        " ".join(name.split())[:200] for name in names if isinstance(name, str) and name.strip()
    ]
