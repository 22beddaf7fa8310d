"""HTML: pages without scripts or network, for screen, phone and print. One self-contained page
holds a report; a long one is better in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.model import Language
from factcheck.reports.contents import ClaimTable, ClaimView, Contents, SideView
from factcheck.reports.formats import sections
from factcheck.reports.formats.chart import charts_of
from factcheck.reports.formats.hrefs import PLACE_LIMIT, OnePage
from factcheck.reports.formats.links import link
from factcheck.reports.summary import tallies
from factcheck.reports.visible import ink, visible
from factcheck.reports.wording import (
    ACCORDS,
    CORRECTION_STATES,
    KINDS,
    LANGUAGES,
    NOTICE_KINDS,
    SEVERITIES,
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

if TYPE_CHECKING:  # the engine is loaded when a page is made
    from jinja2 import Environment

CLAIM_LIMIT = 200
"""Claims listed for one source; the rest is counted and stands in the JSON report."""
VOICE_LIMIT = 40
"""Claims shown on one matter."""
TABLE_LIMIT = 200
"""Rows in the table of a chart."""
WORST = 6
"""Headlines on the first screen."""
LABEL_LIMIT = 34
"""Characters of a name in a chart; the table has it whole."""
_HAN: frozenset[Language] = frozenset({"zh", "ja"})
_HAN_RUN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]{1,1000}")
_KANA = re.compile(r"[\u3041-\u30fa]")
LOOK_LABELS = {**{str(name): label for name, label in SEVERITIES.items()}, "settled": "Settled"}
TARGETS = {
    "conflict": "The whole finding",
    "notice": "The notice",
    "correction": "The correction and its history",
}
"""What a note beside an article leads to, by the kind of its mark."""
TIGHT = frozenset({"list_item", "numbered_item", "table_row", "field", "code"})
"""Kinds of blocks that stand close to each other."""


def render_html(contents: Contents) -> str:
    """The report as one HTML page."""
    return "".join(stream_html(contents))


def stream_html(contents: Contents) -> Iterator[str]:
    """The same, piece by piece."""
    engine = engine_of(contents, OnePage(contents))
    shown = sections.sections_of(contents)
    yield from engine.get_template("report.html.j2").generate(sections=shown)


def engine_of(contents: Contents, links: OnePage, stylesheet: str = "") -> Environment:
    """The template engine for one report, with the words and the figures that every page needs.
    Without a stylesheet's name, pages hold their style themselves."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.reports.formats"),
        autoescape=True, undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(
        moment=moment, counted=counted, sentence=sentence, tallies=tallies, link=link,
        words=spelt_out, prose=number, capital=capital, ink=ink, mentions=mentions,
        tongues=_tongues, tongues_of=_tongues_of, limited=_limited,
        grouped="{:,}".format, short=_short,
    )  # fmt: skip
    environment.globals.update(
        ACCORDS=ACCORDS, CORRECTION_STATES=CORRECTION_STATES, KINDS=KINDS, LANGUAGES=LANGUAGES,
        LOOK_LABELS=LOOK_LABELS, NOTICE_KINDS=NOTICE_KINDS, SEVERITIES=SEVERITIES,
        SOURCE_KINDS=SOURCE_KINDS, STANCES=STANCES, STATES=STATES, STATUSES=STATUSES,
        PLACE_LIMIT=PLACE_LIMIT, TABLE_LIMIT=TABLE_LIMIT, TARGETS=TARGETS, TIGHT=TIGHT,
        VOICE_LIMIT=VOICE_LIMIT, WORST=WORST,
        report=contents, summary=contents.summary, links=links, stylesheet=stylesheet,
        known={view.source.slug: view for view in contents.sources},
        standing=sections.cards_in(contents, *STANDING), charts=charts_of(contents),
    )  # fmt: skip
    return environment


def _short(label: str) -> str:
    return label if len(label) <= LABEL_LIMIT else label[: LABEL_LIMIT - 1].rstrip() + "…"


def _shown(value: object) -> object:
    """What any expression of the template prints: text with its hidden characters made visible.
    The engine escapes it afterwards; markup of our own macros has been through here already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value


def _tongues(text: str, sides: Iterable[SideView]) -> list[tuple[str, Language]]:
    """Our English text in runs, each with the language of the Chinese or Japanese words that it
    quotes from the sides; `und` is English."""
    return _runs(text, frozenset(side.passage.language for side in sides))


def _tongues_of(text: str, language: Language) -> list[tuple[str, Language]]:
    """The same for words quoted from a text in one language."""
    return _runs(text, frozenset({language}))


def _runs(text: str, quoted: frozenset[Language]) -> list[tuple[str, Language]]:
    if not quoted & _HAN:
        return [(text, "und")]
    runs: list[tuple[str, Language]] = []
    end = 0
    for match in _HAN_RUN.finditer(text):
        japanese = _KANA.search(match[0]) or "zh" not in quoted
        language: Language = "ja" if japanese and "ja" in quoted else "zh"
        runs += [(text[end : match.start()], "und"), (match[0], language)]
        end = match.end()
    return [run for run in (*runs, (text[end:], "und")) if run[0]]


def _limited(table: ClaimTable) -> tuple[list[tuple[str, tuple[ClaimView, ...]]], int]:
    """The subjects of a table with its first CLAIM_LIMIT claims, and how many are not shown."""
    left = CLAIM_LIMIT
    shown = []
    for said in table.subjects:
        if left <= 0:
            break
        shown.append((said.subject, said.claims[:left]))
        left -= len(said.claims)
    return shown, max(0, table.count - CLAIM_LIMIT)
