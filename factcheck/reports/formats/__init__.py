"""The report formats, in one literal table."""

from collections.abc import Iterator

from factcheck.errors import UsageError
from factcheck.reports.contents import Contents
from factcheck.reports.formats.annotations import render_annotations
from factcheck.reports.formats.exact import render_json, stream_json
from factcheck.reports.formats.interface import Format
from factcheck.reports.formats.markdown import render_markdown, stream_markdown
from factcheck.reports.formats.mismatches import render_mismatches
from factcheck.reports.formats.page import render_html, stream_html
from factcheck.reports.formats.patches import render_diff
from factcheck.reports.formats.plain import render_text, stream_text
from factcheck.reports.formats.provenance import render_prov
from factcheck.reports.formats.publisher import render_atom, render_corrections
from factcheck.reports.formats.sarif import render_sarif
from factcheck.reports.formats.schema_org import render_schema_org
from factcheck.reports.formats.table import render_csv
from factcheck.reports.formats.updates import render_updates

FORMATS: dict[str, Format] = {
    "html": Format(suffix=".html", media_type="text/html", render=render_html, stream=stream_html),
    "json": Format(
        suffix=".json", media_type="application/json", render=render_json, stream=stream_json
    ),
    "markdown": Format(
        suffix=".md", media_type="text/markdown", render=render_markdown, stream=stream_markdown
    ),
    "text": Format(suffix=".txt", media_type="text/plain", render=render_text, stream=stream_text),
    "csv": Format(suffix=".csv", media_type="text/csv", render=render_csv),
    "diff": Format(suffix=".diff", media_type="text/x-diff", render=render_diff),
    "corrections": Format(
        suffix=".corrections.md", media_type="text/markdown", render=render_corrections
    ),
    "atom": Format(suffix=".atom", media_type="application/atom+xml", render=render_atom),
    "schema-org": Format(
        suffix=".schema-org.jsonld", media_type="application/ld+json", render=render_schema_org
    ),
    "annotations": Format(
        suffix=".annotations.jsonld", media_type="application/ld+json", render=render_annotations
    ),
    "prov": Format(suffix=".prov.jsonld", media_type="application/ld+json", render=render_prov),
    "mismatches": Format(suffix=".mismatches.csv", media_type="text/csv", render=render_mismatches),
    "updates": Format(suffix=".updates.json", media_type="application/json", render=render_updates),
    "sarif": Format(suffix=".sarif", media_type="application/sarif+json", render=render_sarif),
}


def render(contents: Contents, format: str) -> str:
    """The report in the format of that name. Raises UsageError for a name not in FORMATS."""
    return _known(format).render(contents)


def stream(contents: Contents, format: str) -> Iterator[str]:
    """The same in pieces, few of them in memory at a time where the format can do that."""
    chosen = _known(format)
    return chosen.stream(contents) if chosen.stream else iter((chosen.render(contents),))


def _known(format: str) -> Format:
    chosen = FORMATS.get(format)
    if chosen is None:
        raise UsageError(format, "no such report format", f"known formats: {', '.join(FORMATS)}")
    return chosen


__all__ = ["FORMATS", "Format", "render", "stream"]
