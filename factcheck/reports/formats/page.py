"""HTML: one self-contained page without scripts or network, light and dark, for screen and print."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from urllib.parse import urlsplit

from factcheck.reports.contents import Card, ClaimTable, ClaimView, Contents, Unchecked
from factcheck.reports.formats.chart import chart_of
from factcheck.reports.summary import tallies
from factcheck.reports.visible import visible
from factcheck.reports.wording import (
    KINDS,
    LANGUAGES,
    NOTICE_KINDS,
    SEVERITIES,
    SEVERITY_MEANINGS,
    SOURCE_KINDS,
    STANCES,
    STANDING,
    STATES,
    counted,
    moment,
    number,
    sentence,
)

CLAIM_LIMIT = 200
"""Claims listed for one source; the rest is counted and stands in the JSON report."""
MATTER_LIMIT = 100
"""Matters listed on which several sources speak."""
WORST = 6
"""Headlines on the first screen."""


def render_html(contents: Contents) -> str:
    """The report as one HTML page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.reports.formats"),
        autoescape=True, undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(
        moment=moment, counted=counted, sentence=sentence, tallies=tallies, link=_link,
        words=lambda text: str(text).replace("_", " "), prose=number,
    )  # fmt: skip
    environment.globals.update(
        KINDS=KINDS, LANGUAGES=LANGUAGES, NOTICE_KINDS=NOTICE_KINDS, SEVERITIES=SEVERITIES,
        SEVERITY_MEANINGS=SEVERITY_MEANINGS, SOURCE_KINDS=SOURCE_KINDS, STANCES=STANCES,
        STATES=STATES, CLAIM_LIMIT=CLAIM_LIMIT, MATTER_LIMIT=MATTER_LIMIT, WORST=WORST,
    )  # fmt: skip
    chosen = partial(_cards_in, contents.cards)
    return environment.get_template("report.html.j2").render(
        report=contents,
        chart=chart_of(contents.summary.by_kind),
        standing=chosen(*STANDING), decided=chosen("decided"), dismissed=chosen("dismissed"),
        unchecked=_by_source(contents.unchecked),
        claims=[_limited(table) for table in contents.claims],
        anchors={view.source.slug: view.anchor for view in contents.sources},
    )  # fmt: skip


def _shown(value: object) -> object:
    """What any expression of the template prints: text with its hidden characters made visible.
    The engine escapes it afterwards; markup of our own macros has been through here already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value


def _cards_in(cards: tuple[Card, ...], *states: str) -> tuple[Card, ...]:
    return tuple(card for card in cards if card.state in states)


def _by_source(unchecked: tuple[Unchecked, ...]) -> list[tuple[str, list[Unchecked]]]:
    return [(slug, list(rows)) for slug, rows in groupby(unchecked, key=lambda row: row.source)]


def _limited(
    table: ClaimTable,
) -> tuple[ClaimTable, list[tuple[str, tuple[ClaimView, ...]]], int]:
    """The table, its subjects with the first CLAIM_LIMIT claims, and how many are not shown."""
    left = CLAIM_LIMIT
    shown = []
    for said in table.subjects:
        if left <= 0:
            break
        shown.append((said.subject, said.claims[:left]))
        left -= len(said.claims)
    return table, shown, max(0, table.count - CLAIM_LIMIT)


def _link(url: str) -> str:
    """The address if it may be linked (http, https or mailto, no blanks or controls), else
    nothing."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return ""
    plain = url.isprintable() and " " not in url and visible(url) == url
    return url if plain and scheme in ("http", "https", "mailto") else ""
