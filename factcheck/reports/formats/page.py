"""HTML: one self-contained page without scripts or network, for screen, phone and print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from itertools import groupby

from factcheck.model import Language
from factcheck.reports.contents import (
    Cards,
    ClaimTable,
    ClaimView,
    Contents,
    SideView,
    Unchecked,
)
from factcheck.reports.formats.chart import chart_of
from factcheck.reports.formats.links import link
from factcheck.reports.summary import tallies
from factcheck.reports.visible import ink, visible
from factcheck.reports.wording import (
    ACCORDS,
    KINDS,
    LANGUAGES,
    NOTICE_KINDS,
    SEVERITIES,
    SEVERITY_MEANINGS,
    SOURCE_KINDS,
    STANCES,
    STANDING,
    STATES,
    STATUSES,
    capital,
    counted,
    mentions,
    moment,
    number,
    sentence,
    spelt_out,
)

CLAIM_LIMIT = 200
"""Claims listed for one source; the rest is counted and stands in the JSON report."""
MATTER_LIMIT = 100
"""Matters listed on which several sources speak."""
_HAN: frozenset[Language] = frozenset({"zh", "ja"})
_HAN_RUN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]{1,1000}")
_KANA = re.compile(r"[\u3041-\u30fa]")
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
        moment=moment, counted=counted, sentence=sentence, tallies=tallies, link=link,
        words=spelt_out, prose=number, capital=capital, ink=ink, mentions=mentions,
        tongues=_tongues,
    )  # fmt: skip
    environment.globals.update(
        ACCORDS=ACCORDS, KINDS=KINDS, LANGUAGES=LANGUAGES, NOTICE_KINDS=NOTICE_KINDS,
        SEVERITIES=SEVERITIES,
        SEVERITY_MEANINGS=SEVERITY_MEANINGS, SOURCE_KINDS=SOURCE_KINDS, STANCES=STANCES,
        STATES=STATES, STATUSES=STATUSES, CLAIM_LIMIT=CLAIM_LIMIT, MATTER_LIMIT=MATTER_LIMIT,
        WORST=WORST,
    )  # fmt: skip
    chosen = partial(_cards_in, contents.cards)
    return environment.get_template("report.html.j2").render(
        report=contents,
        chart=chart_of(contents.summary.by_kind),
        standing=chosen(*STANDING), decided=chosen("decided"), dismissed=chosen("dismissed"),
        unchecked=_by_source(contents.unchecked),
        claims=[_limited(table) for table in contents.claims],
        known={view.source.slug: view for view in contents.sources},
    )  # fmt: skip


def _shown(value: object) -> object:
    """What any expression of the template prints: text with its hidden characters made visible.
    The engine escapes it afterwards; markup of our own macros has been through here already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value


def _cards_in(cards: Cards, *states: str) -> Cards:
    return cards.chosen(lambda shown: shown[0][0].state in states)


def _by_source(unchecked: tuple[Unchecked, ...]) -> list[tuple[str, list[Unchecked]]]:
    return [(slug, list(rows)) for slug, rows in groupby(unchecked, key=lambda row: row.source)]


def _tongues(text: str, sides: Iterable[SideView]) -> list[tuple[str, Language]]:
    """Our English text in runs, each with the language of the Chinese or Japanese words that it
    quotes from the sides; `und` is English."""
    spoken = {side.passage.language for side in sides}
    runs: list[tuple[str, Language]] = []
    end = 0
    for match in _HAN_RUN.finditer(text):
        japanese = _KANA.search(match[0]) or "zh" not in spoken
        language: Language = "ja" if japanese and "ja" in spoken else "zh"
        runs += [(text[end : match.start()], "und"), (match[0], language)]
        end = match.end()
    return (
        [run for run in (*runs, (text[end:], "und")) if run[0]]
        if spoken & _HAN
        else [(text, "und")]
    )


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
